/* Phrases: a noun with what belongs to it, a name, a pronoun. */
#ifndef LT_PHRASES_H
#define LT_PHRASES_H

#include "stages/nouns.h"

/* The clause whose phrases are found. */
typedef struct {
    lt_document *d;
    uint32_t clause;
    const lt_clause *c;
    bool accuses;   /* its verb takes an accused dative: warf der Regierung vor */
    bool addresses; /* its verb takes an addressee in the dative */
    bool of_person; /* the phrase at hand is an attribute of somebody's */
} lt_chunker;

/* Whether the token stands in front of `end` and belongs to the clause itself. */
static inline bool mine(const lt_chunker *x, uint32_t i, uint32_t end)
{
    return i < end && x->d->clause_of[i] == x->clause;
}

/* Whether the token belongs to the verbs of the clause. */
static inline bool finite_verb(const lt_chunker *x, uint32_t i)
{
    for (uint32_t k = 0; k < x->c->verb_count; k++)
        if (x->c->verbs[k] == i)
            return true;
    return false;
}

/* A noun phrase or pronoun that begins at token `first` and ends before `end`, with its attributes and what is joined to it;
 * LAUT_NONE if there is none. `depth`: of the phrases around it, 0 outermost. All that are found are mentions then. */
uint32_t lt_phrase(lt_chunker *x, uint32_t first, uint32_t end, int depth);

/* The pronoun at token `i`, or LAUT_NONE where it is none or a reflexive one. */
uint32_t lt_pronoun_phrase(lt_chunker *x, uint32_t i);

/* Genitives and prepositional phrases behind the head of mention `index` become parts of it (attributes.c). */
void lt_attributes(lt_chunker *x, uint32_t index, uint32_t end, int depth);

/* A und B, of which `b` is the second part. */
void lt_join_mentions(lt_document *d, uint32_t a, uint32_t b);

/* Adds a mention; LAUT_NONE without memory. It may move those before it. */
uint32_t lt_new_mention(lt_chunker *x, lt_mention m);

#endif
