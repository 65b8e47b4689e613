#include "audit/check.h"

#include <string.h>

#include "audit/report.h"

typedef struct {
    const lt_finding_rule *rule;
    uint32_t index;
    const lt_example *example;
    FILE *stream;
} trial;

static void tell(const trial *t, const char *what)
{
    fprintf(t->stream, "%s:%u: %s: %s\n    %s\n", t->rule->rule.source->path, t->example->line,
            t->rule->rule.name, what, t->example->text);
}

/* What the markup covers, without blanks; empty where nothing is marked. */
static laut_span marked(const lt_example *e)
{
    laut_span s = {0, 0};
    for (uint32_t i = 0; i < e->mark_count; i++) {
        if (!i)
            s.begin = e->marks[i].begin;
        s.end = e->marks[i].end;
    }
    return s;
}

static void judge(const trial *t, const lt_hits *hits, laut_check_result *result)
{
    const lt_example *e = t->example;
    laut_span wanted = marked(e), found = {0, 0};
    bool any = false, right = false;
    for (uint32_t i = 0; i < hits->count && !right; i++) {
        const lt_hit *h = &hits->at[i];
        if (h->index != t->index)
            continue;
        any = true;
        found = h->plain;
        right = !e->mark_count || (found.begin == wanted.begin && found.end == wanted.end);
    }
    switch (e->kind) {
    case LT_EXAMPLE:
        result->examples++;
        result->failed += !right;
        if (!right)
            tell(t, any ? "the example is not found as marked" : "the example is not found");
        break;
    case LT_COUNTEREXAMPLE:
        result->counterexamples++;
        result->failed += any;
        if (any)
            tell(t, "the counter-example is found");
        break;
    case LT_GAP:
        result->gaps++;
        result->gaps_closed += right;
        if (right)
            tell(t, "this known gap is closed: make it an example");
        break;
    }
    if (any && (e->kind == LT_COUNTEREXAMPLE || (e->kind == LT_EXAMPLE && !right)))
        fprintf(t->stream, "    found    %.*s\n", (int)(found.end - found.begin), e->text + found.begin);
}

static int try_example(const laut_engine *engine, const trial *t, laut_check_result *result, laut_error *error)
{
    const char *code = t->rule->rule.name;
    laut_audit_options how = {.select = &code, .select_count = 1};
    laut_document *d;
    lt_hits hits = {0};
    if (laut_analyze(engine, t->example->text, t->example->size, NULL, &d, error) < 0)
        return -1;
    lt_facts *facts = lt_facts_of(d, NULL, 0);
    int failed = facts && lt_find_all(d, facts, &how, &d->arena, &hits) == 0 ? 0 : lt_out_of_memory(error);
    if (!failed)
        judge(t, &hits, result);
    laut_document_free(d);
    return failed;
}

int lt_check_findings(const laut_engine *engine, FILE *stream, laut_check_result *result, laut_error *error)
{
    for (uint32_t i = 0; i < engine->rules.findings.count; i++) {
        trial t = {.rule = engine->rules.findings.at[i], .index = i, .stream = stream};
        bool proven[2] = {false, false};
        result->rules++;
        for (uint32_t k = 0; k < t.rule->rule.examples.count; k++) {
            t.example = &t.rule->rule.examples.at[k];
            proven[0] |= t.example->kind == LT_EXAMPLE;
            proven[1] |= t.example->kind == LT_COUNTEREXAMPLE;
            if (try_example(engine, &t, result, error) < 0)
                return -1;
        }
        if (!proven[0] || !proven[1]) {
            result->unproven++;
            fprintf(stream, "%s:%u: %s has no %s\n", t.rule->rule.source->path, t.rule->rule.line, t.rule->rule.name,
                    proven[0] ? "counter-example (not …)" : "example");
        }
    }
    return 0;
}
