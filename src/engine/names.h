/* Names of several words: Süddeutsche Zeitung, Weißes Haus, Den Haag.
 *
 * Media, organisations, countries and places are found whatever their inflection: each word is
 * compared without its ending (der Süddeutschen Zeitung, des Weißen Hauses).
 */
#ifndef LT_NAMES_H
#define LT_NAMES_H

#include "document.h"
#include "engine/lexicon.h"

struct laut_engine;

int lt_names_build(struct laut_engine *engine, laut_errors *errors);

/* What a noun or given name of this row can be (lt_mention_type). */
uint8_t lt_entry_type(const struct laut_engine *engine, lt_entry entry);

/* Whether a name may begin with the folded word. */
bool lt_begins_name(const struct laut_engine *engine, const char *folded, size_t size);

/* The longest name that begins at token `first` and ends before `last`: its number of tokens, its
 * row and its type (lt_mention_type); 0 if there is none. */
uint32_t lt_find_name(const lt_document *d, uint32_t first, uint32_t last, lt_entry *entry,
                      uint8_t *type);

/* Whether the folded word is a name by itself (un in UN-Angaben): its row and its type (lt_mention_type). */
bool lt_is_name(const struct laut_engine *engine, const char *folded, size_t size, lt_entry *entry, uint8_t *type);

#endif
