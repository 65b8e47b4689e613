/* The report of an audit, and the parts that make it. */
#ifndef LT_REPORT_H
#define LT_REPORT_H

#include "audit/facts.h"
#include "audit/manuscript.h"
#include "document.h"
#include "engine/engine.h"

struct laut_report {
    lt_arena arena;
    const laut_engine *engine;
    laut_document *draft; /* its text and lines only */
    lt_vec(laut_finding) findings;
    laut_sourcing sourcing;
};

/* What was found, before it is put in order. */
typedef struct {
    const lt_finding_rule *rule;
    uint32_t index;     /* of the rule */
    laut_span plain;    /* bytes of the prose; empty: the document */
    const char *message;
    bool dropped;
} lt_hit;

typedef lt_vec(lt_hit) lt_hits;

/* Look for all findings that the options want. Messages are made in the arena. */
int lt_find_all(lt_document *d, const lt_facts *facts, const laut_audit_options *options,
                lt_arena *arena, lt_hits *hits);

/* Whether the code is wanted. */
bool lt_wanted(const laut_audit_options *options, const char *code);

/* A text of rules/, by its name; its name where there is none. */
const char *lt_label(const laut_engine *engine, const char *name, laut_language language);

#endif
