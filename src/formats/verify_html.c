/* A verification as a page to read in a browser: each quotation of the draft on the left, what the source
 * has on the right, with the words that differ marked on both sides. It needs nothing beside it and no
 * script. Markup and style lie in report/verify.html and verify.css, its words in rules/de/verify.tsv. */
#include <string.h>

#include "formats/fragments.h"
#include "formats/verify.h"

#define PAGE "verify.html"
#define MESSAGES "de/verify.tsv"

typedef struct {
    lt_html html;
    const lt_verified *v;
} page;

/* The colours of page.css: green, green, amber, red, orange, purple, pink, grey. */
static const char *const colours[LT_VERDICTS] = {"p3", "p9", "p5", "p8", "p2", "p10", "p4", "p0"};

static const char *say(page *p, const char *group, const char *name)
{
    char key[64];
    snprintf(key, sizeof key, "%s.%s", group, name);
    return lt_html_say(&p->html, key);
}

/* ---------------------------------------------------------------- words */

typedef struct {
    page *p;
    const laut_quotation *q;
    const laut_passage *passage; /* or NULL */
} sides;

/* What of the bytes [from, to) of the draft belongs to the quotation: not the frame between two pieces. */
static void draft_range(const sides *s, uint32_t from, uint32_t to)
{
    for (size_t i = 0; i < s->q->content.count; i++) {
        laut_span c = s->q->content.at[i];
        uint32_t begin = c.begin > from ? c.begin : from, end = c.end < to ? c.end : to;
        if (begin >= end)
            continue;
        if (i && begin == c.begin && c.begin > from)
            fputc(' ', s->p->html.stream);
        lt_html_text(&s->p->html, s->p->v->view.text + begin, end - begin);
    }
}

static bool differs(laut_edit_kind kind) { return kind != LAUT_SAME; }

/* The quotation, whole, with the marks of its first passage. */
static void put_draft(void *context)
{
    const sides *s = context;
    FILE *out = s->p->html.stream;
    laut_spans c = s->q->content;
    if (!c.count)
        return;
    bool marks = s->passage && s->q->verdict != LAUT_EVIDENCE && s->q->verdict != LAUT_NOT_FOUND;
    uint32_t at = c.at[0].begin, end = c.at[c.count - 1].end;
    if (s->q->parts > 1 && s->passage) { /* of a part only its words */
        at = s->passage->quoted.begin;
        end = s->passage->quoted.end;
    }
    for (size_t i = 0; marks && i < s->passage->edit_count; i++) {
        const laut_edit *e = &s->passage->edits[i];
        if (!differs(e->kind) || e->draft.begin == e->draft.end || e->draft.begin < at)
            continue;
        draft_range(s, at, e->draft.begin);
        fputs(e->kind == LAUT_INSERTED ? "<ins class=\"inserted\">" : "<ins>", out);
        draft_range(s, e->draft.begin, e->draft.end);
        fputs("</ins>", out);
        at = e->draft.end;
    }
    draft_range(s, at, end);
}

static void put_source(void *context)
{
    const sides *s = context;
    const laut_passage *p = s->passage;
    FILE *out = s->p->html.stream;
    bool marks = s->q->verdict != LAUT_EVIDENCE && s->q->verdict != LAUT_NOT_FOUND;
    uint32_t at = 0;
    for (size_t i = 0; marks && i < p->edit_count; i++) {
        const laut_edit *e = &p->edits[i];
        if (!differs(e->kind) || e->source.begin == e->source.end || e->source.begin < at)
            continue;
        lt_html_text(&s->p->html, p->text + at, e->source.begin - at);
        fputs(e->kind == LAUT_OMITTED || e->kind == LAUT_INSERTED ? "<del class=\"omitted\">" : "<del>", out);
        lt_html_text(&s->p->html, p->text + e->source.begin, e->source.end - e->source.begin);
        fputs("</del>", out);
        at = e->source.end;
    }
    lt_html_text(&s->p->html, p->text + at, p->size - at);
}

static void put_typography(void *context)
{
    const sides *s = context;
    const char *between = "";
    for (unsigned bit = 1; laut_typography_name(bit); bit <<= 1)
        if (s->passage->typography & bit) {
            const char *words = say(s->p, "differs", laut_typography_name(bit));
            fputs(between, s->p->html.stream);
            lt_html_text(&s->p->html, words, strlen(words));
            between = ", ";
        }
}

/* ---------------------------------------------------------------- quotations */

/* The passages that are shown: of what was found the best one, else all. */
static size_t shown(const laut_quotation *q)
{
    bool found = q->verdict <= LAUT_SHORTENED || q->verdict == LAUT_OTHER_SPEAKER;
    return found && q->passage_count ? 1 : q->passage_count;
}

static void put_passages(void *context)
{
    const sides *all = context;
    const laut_quotation *q = all->q;
    for (size_t i = 0; i < shown(q); i++) {
        sides s = {all->p, q, &q->passages[i]};
        const laut_passage *g = s.passage;
        bool alike = q->verdict == LAUT_ALTERED || q->verdict == LAUT_NOT_FOUND || q->verdict == LAUT_EVIDENCE;
        bool typography = g->typography && (g->wording == LAUT_TYPOGRAPHY || g->wording == LAUT_SHORTENED);
        bool more = shown(q) == 1 && q->places > 1;
        LT_FILL(&s.p->html, "passage", LT_TEXT("source", g->source), LT_NUMBER("line", (size_t)g->line),
                LT_PUT("words", put_source, &s), LT_TEXT("speaker", g->speaker),
                LT_TEXT("nearest", q->verdict == LAUT_NOT_FOUND ? "" : NULL),
                LT_COUNT("similarity", alike ? "similarity" : NULL, (size_t)(g->similarity * 100)),
                LT_PUT("typography", typography ? put_typography : NULL, &s),
                LT_COUNT("more", more ? "more" : NULL, (size_t)(q->places - 1)));
        fputc('\n', s.p->html.stream);
    }
}

static void put_list(void *context)
{
    page *p = context;
    for (size_t i = 0; i < p->v->count; i++) {
        const laut_quotation *q = &p->v->quotations[i];
        sides s = {p, q, q->passage_count ? &q->passages[0] : NULL};
        uint32_t line = 0, column = 0;
        if (q->content.count)
            laut_position(p->v->view.document, q->content.at[0].begin, &line, &column);
        LT_FILL(&p->html, "quotation", LT_TEXT("colour", colours[q->verdict]), LT_NUMBER("number", i + 1),
                LT_TEXT("verdict", say(p, "verdict", laut_verdict_name(q->verdict))),
                LT_TEXT("speaker", lt_verified_speaker(p->v, q)), LT_NUMBER("line", line),
                q->parts > 1 ? LT_NUMBER("part", q->part) : LT_TEXT("part", NULL), LT_NUMBER("parts", q->parts),
                LT_PUT("draft", put_draft, &s), LT_PUT("passages", put_passages, &s),
                LT_TEXT("nothing", q->passage_count ? NULL : ""));
        fputc('\n', p->html.stream);
    }
}

static void put_tally(void *context)
{
    page *p = context;
    for (int i = 0; i < LT_VERDICTS; i++) {
        if (!p->v->counts[i])
            continue;
        LT_FILL(&p->html, "tally", LT_TEXT("colour", colours[i]), LT_NUMBER("count", p->v->counts[i]),
                LT_TEXT("verdict", say(p, "verdict", laut_verdict_name((laut_verdict)i))));
        fputc('\n', p->html.stream);
    }
}

int lt_write_verified_html(const lt_verified *v, const laut_verify_write_options *options, FILE *stream)
{
    page p = {.v = v};
    if (lt_html_open(&p.html, PAGE, MESSAGES, options->language, stream) < 0) {
        lt_html_close(&p.html);
        return -1;
    }
    LT_FILL(&p.html, "page", LT_TEXT("language", p.html.language), LT_TEXT("id", *v->draft ? v->draft : NULL),
            LT_COUNT("quotations", "quotations", v->count - v->counts[LAUT_EVIDENCE]),
            LT_COUNT("sources", "sources", v->sources), LT_PUT("tally", put_tally, &p),
            LT_TEXT("none", v->count ? NULL : ""), LT_PUT("list", put_list, &p));
    fputc('\n', stream);
    lt_html_close(&p.html);
    return ferror(stream) ? -1 : 0;
}
