/* Conditions of a rule that are tested before its whole pattern has matched.
 *
 *     match   a:@clause[main] []{0,64}? </s> b:@clause[main]
 *     where   a.finite.lemma="sollen"
 *
 * The test needs nothing but `a`: where it fails, there is no use in looking for `b`. A test is made
 * where the last capture that it names has its value. All conditions are tested again at the end,
 * since a capture may be optional, and only there when a trace is taken.
 */
#ifndef LT_CHECKS_H
#define LT_CHECKS_H

#include "engine/rules.h"

/* Hangs the rule's checks on its program, when the whole rule has been read. */
void lt_find_checks(struct laut_engine *engine, lt_engine_rule *rule);

#endif
