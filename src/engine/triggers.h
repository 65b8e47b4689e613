/* Which rules and findings are worth a try in a sentence: a filter before the places within it (starts.h).
 *
 * A rule demands things that any match of it holds: a word of a list, a quotation, a reporting verb,
 * a subjunctive. By the demand that is met most seldom a rule is found, and then the others are
 * looked at. The filter may let through what then does not match, never hold back what would.
 */
#ifndef LT_TRIGGERS_H
#define LT_TRIGGERS_H

#include "engine/lexicon.h"
#include "engine/matcher.h"
#include "engine/rules.h"

/* What stands in a sentence, or what a demand asks for, as bits. */
enum {
    LT_T_WORDS = 0,                       /* forms and lemmas, by their marks (vocabulary.h) */
    LT_T_SETS = LT_T_WORDS + 8,           /* lexica of which a word is there */
    LT_T_UNITS = LT_T_SETS + LT_MAX_SETS / 64,
    /* bits of all units together (lt_quick) */
    LT_T_TOKEN_SORT, LT_T_TOKEN_FEATURE, LT_T_QUOTE_TRAIT, LT_T_CLAUSE_FEATURE, LT_T_CLAUSE_TRAIT,
    LT_T_MENTION_FEATURE, LT_T_MENTION_TRAIT,
    LT_T_CLAUSE_CELL, /* for each numbered column */
    LT_T_SIZE = LT_T_CLAUSE_CELL + LT_CELL_COLUMNS
};

enum { LT_UNIT_QUOTE = 1, LT_UNIT_MENTION = 2, LT_UNIT_REPORT = 4 }; /* LT_T_UNITS */

typedef struct lt_trigger { uint64_t bits[LT_T_SIZE]; } lt_trigger;

/* One bit at least must be there. */
typedef struct lt_demand {
    lt_trigger any;
    uint32_t frequency;   /* about how often a sentence meets it; a rough order is enough */
} lt_demand;

/* A word of the bits of a demand that are not 0. */
typedef struct {
    uint64_t bits;
    uint32_t word;
    bool last; /* of the demand */
} lt_demand_part;

/* The rules to be found by each bit, as bits. */
typedef struct lt_keys {
    lt_vec(const lt_engine_rule *) of; /* the rules, by their numbers */
    uint32_t mask_size;              /* words of a bit set of them */
    lt_trigger used;                 /* the bits that have rules */
    uint64_t *rules[LT_T_SIZE * 64]; /* NULL where there are none */
    uint64_t *always;                /* rules without a demand */
    lt_vec(lt_demand_part) others;   /* the demands of all rules by which they are not found */
    uint32_t *others_of;             /* where those of each rule begin, and where the last ones end */
} lt_keys;

/* Add the word with that mark. There may be more marks than bits. */
static inline void lt_add_mark(lt_trigger *t, uint32_t mark)
{
    uint32_t bit = mark % (64 * (LT_T_SETS - LT_T_WORDS));
    t->bits[LT_T_WORDS + bit / 64] |= UINT64_C(1) << (bit % 64);
}

/* Collects what all rules demand, and what all findings do, when they have been read. Returns -1 if memory ran out. */
int lt_find_triggers(struct laut_engine *engine);

/* What each sentence holds, to compare with what each rule demands; in the arena of the document. NULL if memory ran out. */
lt_trigger *lt_summarise(const lt_matcher *m);

/* The rules whose demands the sentence meets, as bits; `out` has keys->mask_size words. */
void lt_candidates(const lt_keys *keys, const lt_trigger *sentence, uint64_t *out);

#endif
