/* Regular expressions that stand for a handful of words: /(?i)ist|war(en)?/.
 *
 * A pattern without classes of letters and repetitions is an alternation of words. They are interned, so that a token is
 * compared by its number and PCRE2 is asked only where capitals matter.
 */
#ifndef LT_ALTERNATION_H
#define LT_ALTERNATION_H

#include "engine/vocabulary.h"

typedef struct lt_alternation {
    bool exact; /* capitals do not matter: who is among the words matches */
    uint32_t count;
    lt_word *at;
} lt_alternation;

struct laut_engine;

/* The words of the pattern (UTF-8, `size` bytes), in the engine's arena; NULL where it is none of these, or is longer, or
 * memory ran out. What the pattern matches is always among them. */
lt_alternation *lt_alternation_of(struct laut_engine *engine, const char *pattern, size_t size);

static inline bool lt_is_among(const lt_alternation *a, lt_word w)
{
    for (uint32_t i = 0; i < a->count; i++)
        if (a->at[i] == w)
            return true;
    return false;
}

/* Whether the words alone decide if the pattern, whose words are `a` (or NULL), matches w; `*matches` says so. */
static inline bool lt_is_decided(const lt_alternation *a, lt_word w, bool *matches)
{
    if (!a)
        return false;
    *matches = lt_is_among(a, w);
    return a->exact || !*matches;
}

#endif
