/* Where a rule's pattern can begin: a filter before the matcher.
 *
 * A pattern is tried at every token of a sentence, and nearly everywhere its first element fails.
 * What that element demands is collected when the rule is compiled and compared with a profile of
 * each token. The filter may let through what then does not match, never hold back what would.
 */
#ifndef LT_STARTS_H
#define LT_STARTS_H

#include "engine/rules.h"

/* What stands at a token, in bits. */
enum {
    LT_AT_TOKEN = 1,
    LT_AT_QUOTE = 2,    /* a quotation opens */
    LT_AT_SEGMENT = 4,  /* a stretch of a clause begins */
    LT_AT_REPORT = 8,   /* of one with a reporting verb */
    LT_AT_MENTION = 16, /* a mention begins */
    LT_AT_SENTENCE = 32 /* a sentence may begin, also within a quotation */
};

typedef struct {
    uint64_t words;    /* hash bits of its form and lemmas */
    uint64_t features; /* of its readings, all together */
    uint64_t clause;   /* of the finite verb of the clause that begins */
    uint16_t categories;
    uint16_t types;    /* of the mentions that begin, as bits */
    uint8_t at;
} lt_profile;

/* Finds the starts of the rule's program. Leaves none where the pattern can begin anywhere. */
void lt_find_starts(lt_engine_rule *rule);

static inline bool lt_may_start(const lt_engine_rule *rule, const lt_profile *p)
{
    if (rule->start_at & ~p->at)
        return false;
    for (uint32_t i = 0; i < rule->start_count; i++) {
        const lt_start *s = &rule->starts[i];
        if (!(s->at & ~p->at) && !(s->features & ~p->features) && !(s->clause & ~p->clause) &&
            !(s->categories & ~p->categories) && (!s->words || s->words & p->words) &&
            (!s->types || s->types & p->types))
            return true;
    }
    return rule->start_count == 0;
}

#endif
