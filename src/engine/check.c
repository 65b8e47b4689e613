/* laut check: every rule's examples against the whole analysis. */
#include <stdlib.h>
#include <string.h>

#include "audit/check.h"
#include "engine/engine.h"
#include "engine/trace.h"

typedef struct {
    const laut_engine *engine;
    FILE *stream;
    const lt_engine_rule *rule;
    const lt_example *example;
    lt_document *d;
    lt_ranges expected[LT_ROLE_COUNT];
    bool marked[LT_ROLE_COUNT];
} trial;

/* ---------------------------------------------------------------- what is expected */

/* The tokens that the markup covers. False where it cuts one. */
static bool expect(trial *t, uint32_t *cut)
{
    const lt_example *e = t->example;
    for (int role = 0; role < LT_ROLE_COUNT; role++) {
        lt_range *at = lt_arena_alloc(&t->d->arena, (e->mark_count + 1) * sizeof *at);
        uint32_t n = 0;
        for (uint32_t i = 0; at && i < e->mark_count; i++) {
            const lt_mark_up *m = &e->marks[i];
            if (m->role != role)
                continue;
            lt_range r = {LAUT_NONE, 0};
            for (uint32_t k = 0; k < t->d->tokens.count; k++) {
                const lt_token *token = &t->d->tokens.at[k];
                if (token->end <= m->begin || token->begin >= m->end)
                    continue;
                if (token->begin < m->begin || token->end > m->end) {
                    *cut = k;
                    return false;
                }
                if (r.first == LAUT_NONE)
                    r.first = k;
                r.last = k + 1;
            }
            t->marked[role] = true;
            if (r.first != LAUT_NONE)
                at[n++] = r;
        }
        t->expected[role] = (lt_ranges){at, at ? lt_normalise(at, n) : 0};
    }
    return true;
}

static bool same(const lt_ranges *a, const lt_ranges *b)
{
    return a->count == b->count &&
           (a->count == 0 || memcmp(a->at, b->at, a->count * sizeof *a->at) == 0);
}

/* How many marked roles the match has right; all of them are `*wanted`. */
static int right_roles(const trial *t, const lt_match *m, int *wanted)
{
    int right = 0;
    *wanted = 0;
    for (int role = 0; role < LT_ROLE_COUNT; role++)
        if (t->marked[role]) {
            ++*wanted;
            right += same(&t->expected[role], &m->roles[role]);
        }
    return right;
}

/* ---------------------------------------------------------------- what is told */

static void head(const trial *t, const char *what)
{
    fprintf(t->stream, "%s:%u: %s: %s\n    %s\n", t->rule->source->path, t->example->line,
            t->rule->name, what, t->example->text);
}

static void role(const trial *t, const char *label, int r, const lt_ranges *ranges)
{
    fprintf(t->stream, "    %-8s %s: ", label, lt_role_names[r]);
    if (ranges->count)
        lt_print_ranges(t->d, ranges, t->stream);
    else
        fputs("nothing", t->stream);
    putc('\n', t->stream);
}

/* The match of this rule that comes nearest to the example, accepted ones first, or NULL. */
static const lt_match *nearest(const trial *t)
{
    const lt_match *best = NULL;
    int best_score = -1;
    for (uint32_t i = 0; i < t->d->matches.count; i++) {
        const lt_match *m = &t->d->matches.at[i];
        int wanted, score;
        if (m->rule != t->rule)
            continue;
        score = right_roles(t, m, &wanted) + (m->beaten_by == LAUT_NONE ? 2 * LT_ROLE_COUNT : 0);
        if (score > best_score) {
            best_score = score;
            best = m;
        }
    }
    return best;
}

/* Nothing matched: analyse again with a trace and say where the rule failed. */
static void tell_failure(const trial *t)
{
    laut_document *d;
    laut_options options = {.trace = 1};
    if (laut_analyze(t->engine, t->example->text, t->example->size, &options, &d, NULL) < 0)
        return;
    const lt_attempt *best = NULL;
    for (uint32_t i = 0; d->trace && i < d->trace->attempts.count; i++) {
        const lt_attempt *a = &d->trace->attempts.at[i];
        if (a->rule == t->rule && a->failure.set &&
            (!best || a->failure.requirement ||
             (!best->failure.requirement && a->failure.reached > best->failure.reached)))
            best = a;
    }
    fputs("    found    ", t->stream);
    if (best)
        lt_print_failure(d, best, t->stream);
    else
        fputs("nothing of the pattern", t->stream);
    putc('\n', t->stream);
    laut_document_free(d);
}

static void tell(const trial *t)
{
    const lt_match *m = nearest(t);
    head(t, "the example is not matched as marked");
    if (!m) {
        tell_failure(t);
        return;
    }
    if (m->beaten_by != LAUT_NONE)
        fprintf(t->stream, "    beaten   by %s\n", t->d->matches.at[m->beaten_by].rule->name);
    for (int r = 0; r < LT_ROLE_COUNT; r++)
        if (t->marked[r] && !same(&t->expected[r], &m->roles[r])) {
            role(t, "expected", r, &t->expected[r]);
            role(t, "found", r, &m->roles[r]);
        }
}

/* ---------------------------------------------------------------- the trial */

/* Whether an accepted match of the rule has all that is marked. */
static const lt_match *proof(const trial *t)
{
    for (uint32_t i = 0; i < t->d->matches.count; i++) {
        const lt_match *m = &t->d->matches.at[i];
        int wanted;
        if (m->rule == t->rule && m->beaten_by == LAUT_NONE &&
            right_roles(t, m, &wanted) == wanted)
            return m;
    }
    return NULL;
}

static void judge(trial *t, laut_check_result *result)
{
    uint32_t cut = 0;
    bool whole = expect(t, &cut);
    if (!whole) {
        head(t, "the markup cuts a word");
        fputs("    word     ", t->stream);
        lt_range r = {cut, cut + 1};
        lt_print_ranges(t->d, &(lt_ranges){&r, 1}, t->stream);
        putc('\n', t->stream);
    }
    const lt_match *m = whole ? proof(t) : NULL;
    switch (t->example->kind) {
    case LT_EXAMPLE:
        result->examples++;
        result->failed += !m;
        if (!m && whole)
            tell(t);
        break;
    case LT_COUNTEREXAMPLE:
        result->counterexamples++;
        result->failed += m != NULL;
        if (m) {
            head(t, "the counter-example is matched");
            for (int r = 0; r < LT_ROLE_COUNT; r++)
                if (m->roles[r].count)
                    role(t, "found", r, &m->roles[r]);
        }
        break;
    case LT_GAP:
        result->gaps++;
        result->failed += !whole;
        result->gaps_closed += m != NULL;
        if (m)
            head(t, "this known gap is closed: make it an example");
        break;
    }
}

int laut_check(const laut_engine *engine, FILE *stream, laut_check_result *result,
               laut_error *error)
{
    laut_check_result ignored;
    if (!result)
        result = &ignored;
    memset(result, 0, sizeof *result);
    for (uint32_t i = 0; i < engine->rules.list.count; i++) {
        const lt_engine_rule *rule = engine->rules.list.at[i];
        bool proven[2] = {false, false};
        result->rules++;
        for (uint32_t k = 0; k < rule->examples.count; k++) {
            trial t = {.engine = engine, .stream = stream, .rule = rule,
                       .example = &rule->examples.at[k]};
            if (laut_analyze(engine, t.example->text, t.example->size, NULL, &t.d, error) < 0)
                return -1;
            proven[0] |= t.example->kind == LT_EXAMPLE;
            proven[1] |= t.example->kind == LT_COUNTEREXAMPLE;
            judge(&t, result);
            laut_document_free(t.d);
        }
        if (!proven[0] || !proven[1]) {
            result->unproven++;
            fprintf(stream, "%s:%u: %s has no %s\n", rule->source->path, rule->line, rule->name,
                    proven[0] ? "counter-example (not …)" : "example");
        }
    }
    if (lt_check_findings(engine, stream, result, error) < 0)
        return -1;
    if (fflush(stream) == 0 && !ferror(stream))
        return 0;
    if (error) {
        memset(error, 0, sizeof *error);
        error->code = LAUT_ERROR_FILE;
        snprintf(error->message, sizeof error->message, "cannot write the report");
    }
    return -1;
}
