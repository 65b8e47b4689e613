/* Which commas cut a sentence into the pieces that clauses are made of, and where one is missing. */
#ifndef LT_COMMAS_H
#define LT_COMMAS_H

#include "document.h"

/* A word or a whole quotation, as the clauses stage sees a sentence. */
typedef struct {
    uint32_t token, last; /* a quotation goes from token to last */
    uint32_t is;
} lt_unit;

/* How far is looked ahead or back from one place, so that time grows with the length of the text. */
enum { LT_MOST_PIECES = 16, LT_MOST_UNITS = 48 };

/* Whether the mark at the token cuts: any but a comma between the attributes of one noun (die große, alte Halle; der im Mai gewählte,
 * noch nicht vereidigte Landrat) or in a list (zuständig für Schulen, Bäder und Parks). `units`: those so far, the piece in front
 * of the mark being [first, count); `last`: the token where the region ends. */
bool lt_mark_cuts(const lt_document *d, const lt_unit *units, uint32_t first, uint32_t count, uint32_t token, uint32_t last);

/* Sie meinte dass es regne: whether a comma is missing in front of the token, behind `count` units of its piece. */
bool lt_comma_is_missing(const lt_document *d, const lt_unit *piece, uint32_t count, uint32_t token);

#endif
