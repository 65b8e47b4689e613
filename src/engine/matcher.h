/* The matcher: runs the program of one rule at one token.
 *
 * A backtracking machine over units. Its state is small: where it is in the program and in the
 * text, and what the captures hold; a frame of the stack keeps it for the alternative that was
 * not taken. Work is bounded by LT_MAX_STEPS for each attempt.
 */
#ifndef LT_MATCHER_H
#define LT_MATCHER_H

#include "document.h"
#include "engine/conditions.h"
#include "engine/rules.h"
#include "engine/starts.h"

enum { LT_MAX_STEPS = LAUT_MAX_STEPS, LT_MAX_FRAMES = 4096 };

/* A form or a lemma of a token. */
typedef struct { uint32_t token; lt_word word; } lt_listed;

/* Which unit begins at each token, prepared once for a document. */
typedef struct {
    uint32_t *quote;         /* quotation that opens there, or LAUT_NONE */
    uint32_t *segment;       /* clause with a segment that begins there, or LAUT_NONE */
    uint32_t *segment_last;  /* the segment's end */
    uint32_t *mention;       /* first mention that begins there, longest first, or LAUT_NONE */
    uint32_t *next_mention;  /* of each mention: the next one that begins there */
    uint32_t *whole;         /* innermost whole quotation around the token, or LAUT_NONE */
    lt_profile *profile;     /* of each token, and one behind the last: what may begin there */
    uint64_t *places[LT_AT_COUNT]; /* for each bit of lt_profile.at but LT_AT_TOKEN: the tokens that have it, as bits */
    uint64_t *named[64];     /* the same for each bit of lt_profile.words */
    lt_vec(lt_listed) listed; /* the words that rules list (vocabulary.h), in the order of the tokens */
    uint32_t *summary_last;  /* of each sentence: the last one that a quotation ties to it */
} lt_index;

/* How far a rule came where it did not match. */
typedef struct {
    uint32_t reached;     /* elements of the pattern before the one that failed */
    uint32_t start;       /* where the attempt began */
    uint32_t token;       /* where it failed */
    const lt_node *node;  /* the element that failed, or NULL */
    const lt_expr *part;  /* the part of its condition that does not hold, or NULL: no such unit */
    const lt_requirement *requirement; /* or the condition of the rule that failed */
    bool exhausted;                /* gave up after LT_MAX_STEPS */
    bool set;
} lt_failure;

typedef struct {
    lt_scene scene;
    lt_index index;
    lt_bound captures[LT_MAX_CAPTURES];
    uint32_t first, last; /* tokens that the pattern covered */
    bool exhausted;       /* the last run gave up */
    lt_failure *failure;  /* to fill, or NULL */
    const lt_expr *part;  /* what failed in the brackets of the last element, for failure */
    struct lt_machine *machine;
    bool own_machine;     /* to free */
} lt_matcher;

/* The machine's stack, which a thread may keep. NULL if memory ran out. */
struct lt_machine *lt_machine_new(void);
void lt_machine_free(struct lt_machine *machine);

bool lt_matcher_init(lt_matcher *m, lt_document *d);
void lt_matcher_end(lt_matcher *m);

/* Whether the rule may match at the token: what it begins with may be there. */
bool lt_matcher_may_start(const lt_matcher *m, const lt_engine_rule *rule, uint32_t token);

/* Whether the rule matches at the token, conditions included. Fills captures, first and last. */
bool lt_matcher_run(lt_matcher *m, const lt_engine_rule *rule, uint32_t token);

#endif
