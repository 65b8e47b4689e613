/* What the names of papers and stations end in (lex/mastheads.tsv). */
#ifndef LT_MASTHEADS_H
#define LT_MASTHEADS_H

#include "document.h"

/* Whether a medium's name may end in the word: Ennsleiten-Post, Hafenkurier. `*ending`: the bytes at its end that
 * its nominative does not have (des Hafenboten: der Hafenbote), or 0. */
bool lt_masthead(const lt_document *d, uint32_t token, uint32_t *ending);

/* Gender and number of such a name by its last word, as features; 0 where nothing is known: der „Kurier“ is no genitive. */
uint64_t lt_masthead_features(const lt_document *d, uint32_t token);

/* Whether such a name needs no quotation marks behind a town or an adjective in capitals: Tannroder Zeitung. */
bool lt_masthead_is_plain(const lt_document *d, uint32_t token);

#endif
