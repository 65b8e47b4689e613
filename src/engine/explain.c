/* laut explain: what the analysis sees in a sentence, which rules matched, which lost and
 * against whom, and where those failed that nearly matched. */
#include <stdlib.h>
#include <string.h>

#include "engine/engine.h"
#include "engine/trace.h"

/* ---------------------------------------------------------------- pieces */

static void print_bytes(const lt_document *d, uint32_t begin, uint32_t end, FILE *stream)
{
    bool blank = false;
    for (uint32_t i = begin; i < end; i++) {
        unsigned char c = (unsigned char)d->text.bytes[i];
        bool space = c <= ' ' || c == 0x7F;
        if (!space || !blank)
            putc(space ? ' ' : c, stream);
        blank = space;
    }
}

static void print_tokens(const lt_document *d, uint32_t first, uint32_t last, FILE *stream)
{
    if (first < last && last <= d->tokens.count)
        print_bytes(d, d->tokens.at[first].begin, d->tokens.at[last - 1].end, stream);
}

void lt_print_ranges(const lt_document *d, const lt_ranges *r, FILE *stream)
{
    for (uint32_t i = 0; i < r->count; i++) {
        if (i)
            fputs(" … ", stream);
        print_tokens(d, r->at[i].first, r->at[i].last, stream);
    }
}

static bool continuation(char c) { return ((unsigned char)c & 0xC0) == 0x80; }

/* A piece of a rule file on one line, and its place. */
static void print_source(const lt_source *s, uint32_t begin, uint32_t end, FILE *stream)
{
    bool blank = false;
    while (end > begin && (unsigned char)s->text[end - 1] <= ' ')
        end--;
    putc('`', stream);
    for (uint32_t i = begin; i < end; i++) {
        bool space = (unsigned char)s->text[i] <= ' ';
        if (!space || !blank)
            putc(space ? ' ' : s->text[i], stream);
        blank = space;
    }
    uint32_t line = 1, column = 1;
    for (uint32_t i = 0; i < begin; i++) {
        if (s->text[i] == '\n') {
            line++;
            column = 1;
        } else {
            column += !continuation(s->text[i]);
        }
    }
    fprintf(stream, "` (%s:%u:%u)", s->path, line, column);
}

/* The part of a condition. A macro's node points to where the macro is used, its condition to
 * where it is defined: only the words of the former's file can be shown. */
static void print_part(const lt_node *n, const lt_expr *part, FILE *stream)
{
    if (part->begin >= n->begin && part->end <= n->end)
        fprintf(stream, "`%.*s`", (int)(part->end - part->begin), n->source->text + part->begin);
    else
        fputs("all of the macro's condition", stream);
}

void lt_print_failure(const lt_document *d, const lt_attempt *a, FILE *stream)
{
    const lt_failure *f = &a->failure;
    if (f->exhausted)
        fputs("gave up: too many ways to match; ", stream);
    if (f->requirement) {
        fprintf(stream, "all elements, but not %s ", f->requirement->unless ? "unless" : "where");
        const lt_expr *e = f->requirement->condition;
        print_source(a->rule->source, e->begin, e->end, stream);
        return;
    }
    fprintf(stream, "%u of %u elements, then not ", f->reached, a->rule->pattern.count);
    if (f->node)
        print_source(f->node->source, f->node->begin, f->node->end, stream);
    if (f->part && f->part != f->node->condition) {
        fputs(", since not ", stream);
        print_part(f->node, f->part, stream);
    }
    if (f->token < d->tokens.count) {
        fputs(" at “", stream);
        print_tokens(d, f->token, f->token + 1, stream);
        fputs("”", stream);
    } else {
        fputs(" at the end of the text", stream);
    }
}

/* ---------------------------------------------------------------- the analysis */

static const char *const clause_kinds[] = {"main", "subord", "relative",
                                           "question", "infinitive", "fragment"};
static const char *const mention_types[] = {"person", "organization", "media", "document", "group",
                                            "unnamed", "place", "attribution", "thing"};
static const char *const quote_kinds[] = {"speech", "title", "scare"};

static void print_features(uint64_t features, uint64_t wanted, FILE *stream)
{
    static const char *const names[] = {
#define X(name) #name,
        LT_FEATURES(X)
#undef X
    };
    for (unsigned i = 0; i < LT_FEATURE_COUNT; i++)
        if (features & wanted & UINT64_C(1) << i)
            fprintf(stream, " %s", names[i]);
}

static void print_mention(const lt_document *d, const char *label, uint32_t mention, FILE *stream)
{
    if (mention == LAUT_NONE)
        return;
    fprintf(stream, " | %s “", label);
    print_tokens(d, d->mentions.at[mention].first, d->mentions.at[mention].last, stream);
    fputs("”", stream);
}

static void print_clause(const lt_document *d, uint32_t i, FILE *stream)
{
    const lt_clause *c = &d->clauses.at[i];
    const lt_ranges own = {c->segments, c->segment_count};
    fprintf(stream, "  clause %u %s", i, clause_kinds[c->kind]);
    if (c->parent != LAUT_NONE)
        fprintf(stream, " in %u", c->parent);
    if (c->link != LAUT_NONE)
        fprintf(stream, " with %u", c->link);
    fputs(": “", stream);
    lt_print_ranges(d, &own, stream);
    fputs("”", stream);
    if (c->lemma != LT_NO_WORD)
        fprintf(stream, " | verb %s", d->engine->vocabulary.words.at[c->lemma].text);
    else if (c->verb != LAUT_NONE)
        fputs(" | verb ?", stream);
    print_features(c->features, LT_F(pres) | LT_F(pret) | LT_F(ind) | LT_F(subj1) | LT_F(subj2) |
                                    LT_F(imp) | LT_F(modal) | LT_F(sg) | LT_F(pl), stream);
    fprintf(stream, "%s%s%s", c->passive ? " passive" : "", c->perfect ? " perfect" : "",
            c->negated ? " negated" : "");
    print_mention(d, "subject", d->arguments[i].subject, stream);
    print_mention(d, "dative", d->arguments[i].dative, stream);
    print_mention(d, "accusative", d->arguments[i].accusative, stream);
    print_mention(d, "genitive", d->arguments[i].genitive, stream);
    print_mention(d, "agent", d->arguments[i].agent, stream);
    print_mention(d, "addressee", d->arguments[i].addressee, stream);
    if (c->report != LAUT_NONE)
        fprintf(stream, " | reports: %s [%s] %s %s",
                lt_entry_cell(d->engine, c->report,
                              d->engine->tables.at[lt_entry_table(c->report)]->columns[0]),
                lt_entry_cell(d->engine, c->report, "frame"),
                lt_entry_cell(d->engine, c->report, "act"),
                lt_entry_cell(d->engine, c->report, "medium"));
    putc('\n', stream);
}

static void print_units(const lt_document *d, const lt_sentence *s, FILE *stream)
{
    for (uint32_t i = 0; i < d->clauses.count; i++)
        if (d->clauses.at[i].first >= s->first && d->clauses.at[i].first < s->last)
            print_clause(d, i, stream);
    for (uint32_t i = 0; i < d->quotes.count; i++) {
        const lt_quote *q = &d->quotes.at[i];
        if (q->first < s->first || q->first >= s->last)
            continue;
        fprintf(stream, "  quote %s%s%s: ", quote_kinds[q->kind], q->whole ? " whole" : "",
                q->unclosed ? " unclosed" : "");
        print_tokens(d, q->first, q->last, stream);
        putc('\n', stream);
    }
    for (uint32_t i = 0; i < d->mentions.count; i++) {
        const lt_mention *m = &d->mentions.at[i];
        if (m->first < s->first || m->first >= s->last)
            continue;
        fprintf(stream, "  mention %s%s%s: “", mention_types[m->type], m->named ? " named" : "",
                m->pronoun ? " pronoun" : "");
        print_tokens(d, m->first, m->last, stream);
        fputs("”", stream);
        print_features(m->features, LT_CASES | LT_NUMBERS | LT_GENDERS, stream);
        putc('\n', stream);
    }
}

/* ---------------------------------------------------------------- rules */

static const char *kind_name(const lt_match *m)
{
    return m->kind == LT_EMIT_NO_COMMENT ? "no_comment"
         : m->kind == LT_EMIT_SOURCE ? "source" : laut_kind_name((laut_kind)m->kind);
}

static void print_match(const lt_document *d, const lt_match *m, FILE *stream)
{
    bool beaten = m->beaten_by != LAUT_NONE;
    fprintf(stream, "  %s %s: %s", beaten ? "beaten" : "matched", m->rule->name, kind_name(m));
    if (m->act != 255)
        fprintf(stream, " %s", laut_act_name((laut_act)m->act));
    if (beaten) {
        fprintf(stream, " (by %s)\n", d->matches.at[m->beaten_by].rule->name);
        return;
    }
    fprintf(stream, " (%s:%u)\n", m->rule->source->path, m->rule->line);
    for (int role = 0; role < LT_ROLE_COUNT; role++)
        if (m->roles[role].count) {
            fprintf(stream, "    %-9s ", lt_role_names[role]);
            lt_print_ranges(d, &m->roles[role], stream);
            putc('\n', stream);
        }
}

/* Elements that a text has to hold and that came true. */
static uint32_t obligatory(const lt_attempt *a)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < a->failure.reached && i < a->rule->pattern.count; i++) {
        const lt_node *e = a->rule->pattern.at[i];
        bool mark = e->op == LT_N_SENTENCE_START || e->op == LT_N_SENTENCE_END ||
                    e->op == LT_N_PARAGRAPH;
        bool anything = e->op == LT_N_TOKEN && !e->condition;
        n += e->min && !mark && !anything;
    }
    return n;
}

/* How near a rule came, the nearest first: conditions fail last of all. */
static int by_nearness(const void *a, const void *b)
{
    const lt_attempt *const *x = a, *const *y = b;
    bool p = (*x)->failure.requirement, q = (*y)->failure.requirement;
    if (p != q)
        return p ? -1 : 1;
    uint32_t m = obligatory(*x), n = obligatory(*y);
    if (m != n)
        return m > n ? -1 : 1;
    return ((*x)->rule->order > (*y)->rule->order) - ((*x)->rule->order < (*y)->rule->order);
}

enum { MAX_NEAR = 200, SHOWN = 10 };

static void print_near(const lt_document *d, uint32_t sentence, FILE *stream)
{
    const lt_attempt *near[MAX_NEAR];
    uint32_t n = 0, low = 0, high = d->trace->attempts.count;
    while (low < high) { /* attempts stand in the order of sentences */
        uint32_t middle = low + (high - low) / 2;
        if (d->trace->attempts.at[middle].sentence < sentence)
            low = middle + 1;
        else
            high = middle;
    }
    for (uint32_t i = low; i < d->trace->attempts.count; i++) {
        const lt_attempt *a = &d->trace->attempts.at[i];
        if (a->sentence != sentence)
            break;
        if (!a->matched && a->failure.set && n < MAX_NEAR &&
            (a->failure.requirement || obligatory(a)))
            near[n++] = a;
    }
    qsort(near, n, sizeof *near, by_nearness);
    for (uint32_t i = 0; i < n && i < SHOWN; i++) {
        fprintf(stream, "  nearly %s: ", near[i]->rule->name);
        lt_print_failure(d, near[i], stream);
        putc('\n', stream);
    }
    if (n > SHOWN)
        fprintf(stream, "  and %u more rules that came less far\n", n - SHOWN);
}

int laut_explain(const laut_document *d, uint32_t line, FILE *stream)
{
    for (uint32_t i = 0; i < d->sentences.count; i++) {
        const lt_sentence *s = &d->sentences.at[i];
        uint32_t first, last, column;
        laut_position(d, d->tokens.at[s->first].begin, &first, &column);
        laut_position(d, d->tokens.at[s->last - 1].end, &last, &column);
        if (line && (line < first || line > last))
            continue;
        fprintf(stream, "%u: ", first);
        print_tokens(d, s->first, s->last, stream);
        fprintf(stream, "%s\n", s->heading ? " (heading)" : "");
        print_units(d, s, stream);
        for (int beaten = 0; beaten < 2; beaten++)
            for (uint32_t k = 0; k < d->matches.count; k++) {
                const lt_match *m = &d->matches.at[k];
                if (m->sentence == i && (m->beaten_by != LAUT_NONE) == beaten)
                    print_match(d, m, stream);
            }
        if (d->trace)
            print_near(d, i, stream);
        putc('\n', stream);
    }
    return fflush(stream) == 0 && !ferror(stream) ? 0 : -1;
}
