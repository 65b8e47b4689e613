/* Where a rule's pattern can begin: a filter before the matcher.
 *
 * A pattern is tried at every token of a sentence, and nearly everywhere its first element fails.
 * What that element demands, and the second where the first is one token, is collected when the rule
 * is compiled and compared with a profile of each token. The filter may let through what then does
 * not match, never hold back what would.
 */
#ifndef LT_STARTS_H
#define LT_STARTS_H

#include "engine/rules.h"

/* What begins at a token, in bits. */
enum {
    LT_AT_TOKEN = 1,
    LT_AT_QUOTE = 2,    /* a quotation opens */
    LT_AT_SEGMENT = 4,  /* a stretch of a clause begins */
    LT_AT_REPORT = 8,   /* of one with a reporting verb */
    LT_AT_MENTION = 16, /* a mention begins */
    LT_AT_SENTENCE = 32 /* a sentence may begin, also within a quotation */
};
enum { LT_AT_COUNT = 6 };

/* The bit of a marked word (vocabulary.h) among the few of one token. */
static inline uint64_t lt_mark_bit(uint16_t mark) { return mark ? UINT64_C(1) << (mark % 64) : 0; }

/* Finds the starts of the rule's program. Leaves none where the pattern can begin anywhere. */
void lt_find_starts(struct laut_engine *engine, lt_engine_rule *rule);

#endif
