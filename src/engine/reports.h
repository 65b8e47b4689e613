/* Reporting verbs and verb phrases: sagen, ankündigen, zu dem Schluss kommen.
 *
 * An index over lex/reporting-verbs.tsv: given a clause's verb and its words, which entry is it?
 * The entry whose companions are all there wins; of several, the one with the most.
 */
#ifndef LT_REPORTS_H
#define LT_REPORTS_H

#include "document.h"
#include "engine/lexicon.h"

struct laut_engine;

int lt_reports_build(struct laut_engine *engine, laut_errors *errors);

enum { LT_MAX_COMPANIONS = 8, LT_MAX_FRAMES_OF_VERB = 24 };

/* The entry (lt_entry) for the verb `lemma` among `tokens` (indices, `count` of them), or
 * LAUT_NONE. Companions' tokens go to `companions`, their number to `*found`. */
lt_entry lt_find_report(const lt_document *d, lt_word lemma, const uint32_t *tokens, uint32_t count,
                        uint32_t companions[LT_MAX_COMPANIONS], uint32_t *found);

#endif
