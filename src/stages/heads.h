/* Heads: the noun or name that a phrase is about, with the names beside it. */
#ifndef LT_HEADS_H
#define LT_HEADS_H

#include "stages/phrases.h"

/* A noun phrase while it is read, word by word. */
typedef struct {
    lt_mention m;        /* what is known of it so far */
    uint32_t first, end; /* tokens: where it begins, and where it has to end */
    int depth;           /* of the phrases around it, 0 outermost */
    lt_agreement det;    /* of its determiner, or 0 */
    lt_agreement all;    /* what its words leave, all together */
    bool determined;     /* by an article or a pronoun: die, deren */
    bool modified;       /* by an adjective or a number */
    bool counted;        /* by a number: 300 Besucher */
    bool paper;          /* what comes is the name of one: Tannroder Zeitung */
    uint32_t possessor;  /* mention: whose it is, in front of it (Grothes Sprecher); or LAUT_NONE */
} lt_noun_phrase;

/* The noun or name at token `i` with the names beside it; `with_particle`: as many tokens are a surname (von der Heide).
 * Returns the token behind it, or LAUT_NONE where there is none. */
uint32_t lt_behind_head(const lt_chunker *x, lt_noun_phrase *p, uint32_t i, uint32_t with_particle);

#endif
