/* What an alignment means: each edit, what differs in typography, and the verdict on the wording. */
#ifndef LT_COMPARE_H
#define LT_COMPARE_H

#include "verify/align.h"

/* Words of a gap up to which what stands on both sides of it is one passage. */
enum { LT_NEAR = 40 };

/* From this similarity on the words are taken for those of the passage, altered. */
#define LT_ALTERED .6

typedef struct {
    const laut_document *draft;
    const lt_typography *typography;
    const lt_quoted *quoted;
    const char *text;      /* of the source, which the words count bytes of */
    uint32_t size;
    const lt_vword *words; /* of the stretch that was aligned */
    uint32_t count;
    const uint32_t *turns; /* bytes at which somebody else's turn begins, in order */
    uint32_t turn_count;
} lt_comparison;

typedef struct {
    laut_verdict wording;
    double similarity;
    unsigned typography;
    uint32_t begin, end;   /* bytes of lt_comparison.text */
    lt_vec(laut_edit) edits; /* source spans count from `begin` */
} lt_compared;

/* Returns -1 where memory ran out. The edits lie in the arena. */
int lt_compare_words(const lt_comparison *c, const lt_pair *pairs, uint32_t count, lt_arena *arena, lt_compared *out);

#endif
