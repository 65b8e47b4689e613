/* The conditions in the brackets of units as tests of bits: [!comma & !verb], @clause[main & frame=dass].
 *
 * Most joined tests ask for bits that the unit has ready in one word: features, traits, the values of a
 * cell. They are made first, and where there are no others the condition itself is not evaluated.
 */
#ifndef LT_BITS_H
#define LT_BITS_H

#include "engine/properties.h"

/* Finds the tests of the node's condition, when it has been parsed. */
void lt_find_bits(struct laut_engine *engine, lt_node *node);

/* Whether the unit passes the tests of the node, which has a condition. Where node->exact is true, the
 * condition holds then, else it may. */
static inline bool lt_passes(const lt_scene *s, const lt_node *node, uint32_t unit)
{
    for (uint32_t i = 0; i < node->tests.count; i++) {
        const lt_bit_test *t = &node->tests.at[i];
        if (!(lt_unit_bits(s, (lt_quick)t->source, t->column, unit) & t->mask) == t->want)
            return false;
    }
    return true;
}

#endif
