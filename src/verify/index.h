/* The index of the quotations: which of them have two words that follow each other, or a longer word (under
 * its first five letters, so that another form of it is found, too). search.h says why it is so. */
#ifndef LT_VERIFY_INDEX_H
#define LT_VERIFY_INDEX_H

#include "verify/quotations.h"

typedef struct {
    uint32_t item, word; /* quotation, and word of it */
    bool pair;           /* this word and the next one; else the word alone */
} lt_posting;

/* Those of one key. Of one quotation later words come first. */
typedef struct {
    uint64_t key;
    uint32_t first, count;
} lt_postings;

typedef struct {
    lt_postings *slots; /* a hash table */
    uint32_t mask;
    lt_posting *postings;
    uint64_t *filter;   /* bits: keys that may be there; for nearly all words of a source it says no */
} lt_quoted_index;

/* Returns -1 where memory ran out. What it holds lies in the arena. */
int lt_index_build(lt_quoted_index *x, const lt_quoteds *quoteds, lt_arena *arena);

/* NULL where no quotation has them. */
const lt_postings *lt_index_word(const lt_quoted_index *x, uint64_t stem);
const lt_postings *lt_index_pair(const lt_quoted_index *x, uint64_t a, uint64_t b);

#endif
