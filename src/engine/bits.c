#include "engine/bits.h"

#include <string.h>

#include "engine/engine.h"

/* The expression as one test, if it is one. `reading` tells whether it asks for one of the readings of a
 * token; of those the bits are known for all together. */
static bool as_test(const lt_expr *e, lt_bit_test *out, bool *reading)
{
    lt_bit_test right;
    bool right_reading = false;
    switch (e->op) {
    case LT_X_TEST:
        if (!e->quick || e->left->left->op != LT_X_SELF)
            return false;
        *out = (lt_bit_test){e->mask, e->quick, e->column, e->compare != LT_NE};
        *reading = e->quick == LT_Q_READING_CATEGORY || e->quick == LT_Q_READING_FEATURE;
        if (*reading)
            out->source = e->quick == LT_Q_READING_CATEGORY ? LT_Q_TOKEN_SORT : LT_Q_TOKEN_FEATURE;
        return true;
    case LT_X_OR:
        if (!as_test(e->left, out, reading) || !as_test(e->right, &right, &right_reading) ||
            !out->want || !right.want || out->source != right.source || out->column != right.column)
            return false;
        out->mask |= right.mask;
        *reading |= right_reading;
        return true;
    case LT_X_NOT: /* looks at all readings itself */
        if (!as_test(e->left, out, reading))
            return false;
        out->want = !out->want;
        *reading = false;
        return true;
    default:
        return false;
    }
}

enum { MOST = 32 }; /* further tests are made with the condition */

typedef struct { lt_bit_test at[MOST]; uint32_t count; } found;

/* Collects the joined tests. Returns how many ask for a reading. */
static uint32_t collect(lt_node *node, const lt_expr *e, found *tests)
{
    if (e->op == LT_X_AND) {
        uint32_t n = collect(node, e->left, tests);
        return n + collect(node, e->right, tests);
    }
    bool reading = false;
    if (tests->count < MOST && as_test(e, &tests->at[tests->count], &reading))
        tests->count++;
    else
        node->exact = false;
    return reading;
}

void lt_find_bits(laut_engine *engine, lt_node *node)
{
    node->exact = true;
    /* [verb & fin] wants both of the same reading, which bits of all together do not tell */
    found tests = {.count = 0};
    if (collect(node, node->condition, &tests) > 1)
        node->exact = false;
    lt_bit_test *kept = tests.count ? lt_engine_lines(engine, tests.count * sizeof *kept) : NULL;
    if (!kept)
        return;
    node->tests.at = memcpy(kept, tests.at, tests.count * sizeof *kept);
    node->tests.count = node->tests.room = tests.count;
}
