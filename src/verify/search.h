/* The quotations of a draft, looked for in sources that stream past.
 *
 * What is indexed are the quotations, not the sources: the pairs of words that follow each other, and
 * the longer words, under their first five letters. Each source is read once; a word of it costs two
 * lookups, and only where enough of a quotation's pairs and words come close together are the words
 * aligned with it. Memory and the work for a hit depend on the draft alone.
 *
 * This is the matching of documents by shared n-grams of Manber (1994) and of winnowing (Schleimer,
 * Wilkerson and Aiken 2003), turned round: as the quotations are short and few, all their n-grams are
 * kept instead of a sample, so that none is missed; and instead of counting those that a document
 * shares, those that stand within one quotation's length are counted (seed and extend, as in Altschul
 * et al. 1990), since it is the place that is wanted. The place itself is found by alignment, see align.h.
 *
 *   Manber, U.: Finding Similar Files in a Large File System. USENIX Winter 1994, 1-10.
 *   Schleimer, S.; Wilkerson, D. S.; Aiken, A.: Winnowing: Local Algorithms for Document
 *     Fingerprinting. SIGMOD 2003, 76-85.
 *   Altschul, S. F.; Gish, W.; Miller, W.; Myers, E. W.; Lipman, D. J.: Basic Local Alignment Search
 *     Tool. Journal of Molecular Biology 215 (1990), 403-410.
 */
#ifndef LT_SEARCH_H
#define LT_SEARCH_H

#include "verify/align.h"
#include "verify/compare.h"
#include "verify/speakers.h"

/* A place that was found, with memory of its own. */
typedef struct lt_place {
    laut_passage passage;
    lt_arena arena;     /* of what the passage points at */
    uint32_t label;     /* of the turn that it stands in, until the source ends; or LAUT_NONE */
    char *around;       /* the text around it, until the source ends; NULL where a label says who speaks */
    uint32_t around_size, at; /* bytes; where the passage stands in it */
    bool asked;         /* who speaks was asked */
} lt_place;

void lt_place_free(lt_place *p);

/* The longest stretch found so far that ends with a word of the quotation. */
typedef struct {
    uint64_t last;      /* position of the word in the source, of the stretch that is growing */
    uint32_t growing;   /* its words */
    uint32_t words;     /* of the longest one */
    lt_place *place;
} lt_run;

typedef struct {
    lt_quoted quoted;
    uint32_t width;     /* words of a block: a passage lies within two that follow each other */
    uint64_t block;     /* number of the block that is counted */
    bool open;          /* there is such a block */
    uint32_t score[2];  /* of the block before, of this one */
    uint64_t *seen[2];  /* which pairs and words of the quotation were seen there: bits */
    uint32_t seen_size;
    uint32_t best_score;
    lt_run *runs;       /* for each word */
    lt_place *places[LAUT_MAX_PLACES];
    uint32_t place_count;
    uint64_t found;     /* places that have its words */
    uint64_t dropped;   /* of these: that were not kept */
    uint64_t last_found; /* byte behind the last one in this source */
    uint64_t source;    /* number of the source that the state above is about */
} lt_item;

typedef struct lt_search lt_search;

lt_search *lt_search_new(const laut_engine *engine, const laut_document *draft, const lt_typography *t,
                         const lt_quoteds *quoteds);
void lt_search_free(lt_search *s);
lt_item *lt_search_items(lt_search *s, uint32_t *count);

int lt_search_begin(lt_search *s, const char *name, laut_error *error);
int lt_search_feed(lt_search *s, const char *bytes, size_t size, laut_error *error);
int lt_search_end(lt_search *s, laut_error *error);

#endif
