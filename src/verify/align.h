/* A quotation beside a stretch of a source: which word is which.
 *
 * The method is the global alignment of Needleman and Wunsch (1970) with the weights of an edit
 * distance (Levenshtein 1966), with free ends in the source, so that the best place is found (Sellers
 * 1980), and with gaps in the source that cost to open and little to extend (Gotoh 1982), so that one
 * omission of ten words is cheaper than ten changed words. Besides, two or three words may stand beside
 * one that is written as they are together: Bus-Bahnhof, Busbahnhof; Brü-, cke. A word weighs as much
 * as it has letters: changing „Brücke“ is more than changing „der“.
 *
 *   Levenshtein, V. I.: Binary Codes Capable of Correcting Deletions, Insertions, and Reversals.
 *     Soviet Physics Doklady 10 (1966), 707-710.
 *   Needleman, S. B.; Wunsch, C. D.: A General Method Applicable to the Search for Similarities in the
 *     Amino Acid Sequence of Two Proteins. Journal of Molecular Biology 48 (1970), 443-453.
 *   Sellers, P. H.: The Theory and Computation of Evolutionary Distances: Pattern Recognition.
 *     Journal of Algorithms 1 (1980), 359-373.
 *   Gotoh, O.: An Improved Algorithm for Matching Biological Sequences. Journal of Molecular Biology
 *     162 (1982), 705-708.
 *
 * Time and memory are (words of the quotation) × (words of the stretch).
 */
#ifndef LT_ALIGN_H
#define LT_ALIGN_H

#include "verify/quotations.h"

typedef struct {
    uint32_t quoted, quoted_count; /* words of the quotation; count 0: in the source only */
    uint32_t source, source_count; /* words of the stretch; count 0: in the quotation only */
    bool same;
} lt_pair;

/* Kept from call to call. */
typedef struct {
    int32_t *costs;
    uint8_t *steps;
    size_t cost_room, step_room;
    lt_pair *pairs; /* of the last alignment, in order */
    uint32_t pair_count, pair_room;
} lt_aligner;

void lt_aligner_free(lt_aligner *a);

/* Align; returns the cost, or -1 where memory ran out. The pairs cover the whole quotation, and the
 * source from its first to its last word that has a partner. */
int32_t lt_align(lt_aligner *a, const lt_quoted *q, const lt_vword *words, uint32_t count);

#endif
