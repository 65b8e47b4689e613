/* A diff as a page: each change with both sides, then both texts with what changed marked in them. */
#include <stdlib.h>
#include <string.h>

#include "formats/diff.h"
#include "formats/fragments.h"

#define PAGE "diff.html"
#define MESSAGES "de/diff.tsv"

static const char *const colours[LT_CHANGE_KINDS] = {
    [LAUT_CHANGE_KEPT] = "p0", [LAUT_CHANGE_HARDENED] = "p8", [LAUT_CHANGE_SOFTENED] = "p7",
    [LAUT_CHANGE_QUOTATION] = "p10", [LAUT_CHANGE_NUMBER] = "p5", [LAUT_CHANGE_SHORTENED] = "p2",
    [LAUT_CHANGE_SPEAKER] = "p4", [LAUT_CHANGE_SOURCE] = "p6", [LAUT_CHANGE_DROPPED] = "p0",
    [LAUT_CHANGE_ADDED] = "p3"};

typedef struct {
    lt_html html;
    const lt_compared *x;
    size_t document; /* in the page, from 1 */
} page;

static const char *kind_of(const page *p, const laut_change *c)
{
    return lt_html_say(&p->html, laut_change_name(c->kind));
}

static void put_span(page *p, const lt_view *v, laut_span s) { lt_html_text(&p->html, v->text + s.begin, s.end - s.begin); }

static void put_spans(page *p, const lt_view *v, laut_spans spans)
{
    for (size_t i = 0; i < spans.count; i++) {
        if (i)
            fputs(" … ", p->html.stream);
        put_span(p, v, spans.at[i]);
    }
}

/* ---------------------------------------------------------------- the changes */

/* What a fragment's functions get. */
typedef struct {
    page *p;
    size_t index;
} entry;

/* One side of a quotation, with what the other one has instead left out. */
static void put_wording(page *p, const laut_change *c, bool after)
{
    const lt_view *v = after ? &p->x->after : &p->x->before;
    const char *tag = after ? "ins" : "del";
    bool first = true;
    for (size_t i = 0; i < c->wording_count; i++) {
        laut_span s = after ? c->wording[i].after : c->wording[i].before;
        if (s.begin == s.end)
            continue;
        fputs(first ? "" : " ", p->html.stream);
        first = false;
        if (!c->wording[i].same)
            fprintf(p->html.stream, "<%s>", tag);
        put_span(p, v, s);
        if (!c->wording[i].same)
            fprintf(p->html.stream, "</%s>", tag);
    }
}

static void put_side(const entry *e, bool after)
{
    page *p = e->p;
    const laut_change *c = &p->x->changes[e->index];
    const lt_view *v = after ? &p->x->after : &p->x->before;
    if (c->wording_count) {
        put_wording(p, c, after);
        return;
    }
    put_spans(p, v, after ? c->words_after : c->words_before);
    for (size_t i = p->x->next[e->index]; i < p->x->count; i = p->x->next[i]) {
        fputc('\n', p->html.stream);
        put_spans(p, v, after ? p->x->changes[i].words_after : p->x->changes[i].words_before);
    }
}

static void put_before(void *context) { put_side(context, false); }
static void put_after(void *context) { put_side(context, true); }

static void put_hand(page *p, const lt_view *v, uint32_t party, laut_spans words)
{
    fputs("<bdi>", p->html.stream);
    const char *name = party < v->party_count ? v->parties[party].name : NULL;
    if (!name && !words.count)
        name = lt_html_say(&p->html, "nobody");
    if (name)
        lt_html_text(&p->html, name, strlen(name));
    else
        put_spans(p, v, words);
    fputs("</bdi>", p->html.stream);
}

static void put_who(void *context)
{
    const entry *e = context;
    page *p = e->p;
    const laut_change *c = &p->x->changes[e->index];
    if (!lt_compared_replaces(c))
        return;
    if (c->kind == LAUT_CHANGE_SHORTENED) {
        const char *without = lt_html_say(&p->html, "without");
        lt_html_text(&p->html, without, strlen(without));
        fputc(' ', p->html.stream);
        put_hand(p, &p->x->before, c->party_before, c->hand_before);
        return;
    }
    put_hand(p, &p->x->before, c->party_before, c->hand_before);
    fputs(" → ", p->html.stream);
    put_hand(p, &p->x->after, c->party_after, c->hand_after);
}

static uint32_t line_of(const lt_view *v, laut_spans spans)
{
    uint32_t line = 1, column;
    laut_position(v->document, spans.count ? spans.at[0].begin : 0, &line, &column);
    return line;
}

/* Who says it: the author where it is no claim. */
static const char *speaker_of(const page *p, const lt_view *v, laut_spans words, uint32_t claim)
{
    if (!words.count)
        return NULL;
    return claim < v->claim_count ? lt_compared_speaker(v, claim) : lt_html_say(&p->html, "own");
}

static void put_change(page *p, size_t index)
{
    const laut_change *c = &p->x->changes[index];
    const lt_view *a = &p->x->before, *b = &p->x->after;
    entry e = {p, index};
    char key[64];
    snprintf(key, sizeof key, "hint.%s", laut_change_name(c->kind));
    const char *hint = lt_html_say(&p->html, key);
    bool before = c->words_before.count, after = c->words_after.count;
    const char *lost = lt_html_say(&p->html, c->kind == LAUT_CHANGE_QUOTATION ? "lost.quotation" : "lost");
    LT_FILL(&p->html, "change", LT_NUMBER("document", p->document), LT_NUMBER("number", index + 1),
            LT_TEXT("colour", colours[c->kind]), LT_TEXT("kind", kind_of(p, c)), LT_PUT("who", put_who, &e),
            LT_TEXT("lost", c->lost ? lost : NULL), LT_TEXT("hint", hint == key ? NULL : hint),
            before ? LT_NUMBER("line before", line_of(a, c->words_before)) : LT_TEXT("line before", NULL),
            after ? LT_NUMBER("line after", line_of(b, c->words_after)) : LT_TEXT("line after", NULL),
            LT_TEXT("speaker before", speaker_of(p, a, c->words_before, c->before)),
            LT_TEXT("speaker after", speaker_of(p, b, c->words_after, c->after)),
            LT_PUT("before", before ? put_before : NULL, &e), LT_PUT("after", after ? put_after : NULL, &e),
            LT_TEXT("no before", before ? NULL : ""), LT_TEXT("no after", after ? NULL : ""));
    fputc('\n', p->html.stream);
}

static void put_list(void *context)
{
    page *p = context;
    for (size_t i = 0; i < p->x->count; i++)
        if (p->x->changes[i].kind != LAUT_CHANGE_KEPT && p->x->changes[i].cause == LAUT_NONE)
            put_change(p, i);
}

static void put_tally(void *context)
{
    page *p = context;
    for (int k = LAUT_CHANGE_KEPT + 1; k < LT_CHANGE_KINDS; k++) {
        if (!p->x->counts[k])
            continue;
        LT_FILL(&p->html, "tally", LT_TEXT("colour", colours[k]), LT_NUMBER("count", p->x->counts[k]),
                LT_TEXT("kind", lt_html_say(&p->html, laut_change_name((laut_change_kind)k))));
        fputc('\n', p->html.stream);
    }
}

/* ---------------------------------------------------------------- the texts */

typedef struct {
    laut_span span;
    uint32_t change;
    bool first; /* of the spans of its change */
} mark;

static int by_span(const void *a, const void *b)
{
    const mark *x = a, *y = b;
    if (x->span.begin != y->span.begin)
        return x->span.begin < y->span.begin ? -1 : 1;
    if (x->span.end != y->span.end)
        return x->span.end > y->span.end ? -1 : 1;
    return x->change < y->change ? -1 : x->change > y->change;
}

/* The marks of one text, to be freed. NULL where memory ran out. */
static mark *list_marks(const lt_compared *x, bool after, size_t *count)
{
    size_t room = 0, n = 0;
    for (size_t i = 0; i < x->count; i++)
        room += after ? x->changes[i].words_after.count : x->changes[i].words_before.count;
    mark *marks = malloc((room + 1) * sizeof *marks);
    for (size_t i = 0; marks && i < x->count; i++) {
        const laut_change *c = &x->changes[i];
        laut_spans s = after ? c->words_after : c->words_before;
        uint32_t number = (uint32_t)(c->cause == LAUT_NONE ? i : c->cause);
        for (size_t k = 0; c->kind != LAUT_CHANGE_KEPT && k < s.count; k++)
            marks[n++] = (mark){s.at[k], number, k == 0 && c->cause == LAUT_NONE};
    }
    if (n)
        qsort(marks, n, sizeof *marks, by_span);
    *count = n;
    return marks;
}

/* A stretch of the text in the mark that stands around it, if there is one. */
static void put_stretch(page *p, const lt_view *v, laut_span s, mark *m, bool after)
{
    if (s.begin >= s.end)
        return;
    if (!m) {
        put_span(p, v, s);
        return;
    }
    const laut_change *c = &p->x->changes[m->change];
    LT_FILL(&p->html, "mark", LT_NUMBER("document", p->document), LT_NUMBER("number", (size_t)m->change + 1),
            LT_TEXT("colour", colours[c->kind]), LT_TEXT("kind", kind_of(p, c)), LT_TEXT("side", after ? "a" : "b"),
            LT_TEXT("id", m->first ? "" : NULL));
    m->first = false;
    put_span(p, v, s);
    LT_FILL(&p->html, "end", {0});
}

/* A mark that another one covered from end to end: only the place that is linked to. */
static void put_covered(page *p, const mark *m, bool after)
{
    if (m->first)
        LT_FILL(&p->html, "covered", LT_NUMBER("document", p->document), LT_NUMBER("number", (size_t)m->change + 1),
                LT_TEXT("side", after ? "a" : "b"));
}

/* Marks may lie inside each other: of those around a place, the last that began is shown. */
static void put_text(page *p, bool after)
{
    const lt_view *v = after ? &p->x->after : &p->x->before;
    size_t count, next = 0, depth = 0;
    mark *marks = list_marks(p->x, after, &count);
    mark **around = malloc((count + 1) * sizeof *around);
    if (!marks || !around) {
        p->html.arena.failed = true;
        free(marks);
        free(around);
        return;
    }
    uint32_t at = 0, end = (uint32_t)v->size;
    while (at < end) {
        while (depth && around[depth - 1]->span.end <= at)
            put_covered(p, around[--depth], after);
        while (next < count && marks[next].span.begin <= at)
            around[depth++] = &marks[next++];
        uint32_t to = next < count && marks[next].span.begin < end ? marks[next].span.begin : end;
        if (depth && around[depth - 1]->span.end < to)
            to = around[depth - 1]->span.end;
        if (to <= at) { /* it lies behind one that ended before */
            put_covered(p, around[--depth], after);
            continue;
        }
        put_stretch(p, v, (laut_span){at, to}, depth ? around[depth - 1] : NULL, after);
        at = to;
    }
    while (depth)
        put_covered(p, around[--depth], after);
    free(marks);
    free(around);
}

static void put_text_before(void *context) { put_text(context, false); }
static void put_text_after(void *context) { put_text(context, true); }

/* ---------------------------------------------------------------- the page */

static const char *id_of(const page *p, const lt_view *v)
{
    const char *id = v->document->id;
    return id && *id ? id : lt_html_say(&p->html, "untitled");
}

static int write_around(const char *fragment, const laut_diff_write_options *options, FILE *stream)
{
    lt_html h;
    int failed = lt_html_open(&h, PAGE, MESSAGES, options->language, stream);
    if (!failed)
        LT_FILL(&h, fragment, LT_TEXT("language", h.language));
    lt_html_close(&h);
    return failed || ferror(stream) ? -1 : 0;
}

int lt_begin_diff_html(const laut_diff_write_options *options, FILE *stream)
{
    return write_around("page", options, stream);
}

int lt_end_diff_html(const laut_diff_write_options *options, FILE *stream)
{
    return write_around("page.end", options, stream);
}

int lt_write_diff_html(const lt_compared *x, const laut_diff_write_options *options, FILE *stream)
{
    page p = {.x = x, .document = options->part ? options->part : 1};
    if (!options->part && lt_begin_diff_html(options, stream) < 0)
        return -1;
    int failed = lt_html_open(&p.html, PAGE, MESSAGES, options->language, stream);
    if (!failed) {
        size_t changes = 0;
        for (int k = LAUT_CHANGE_KEPT + 1; k < LT_CHANGE_KINDS; k++)
            changes += x->counts[k];
        const char *before = id_of(&p, &x->before), *after = id_of(&p, &x->after);
        LT_FILL(&p.html, "document", LT_NUMBER("document", p.document), LT_TEXT("before id", before),
                LT_TEXT("after id", strcmp(before, after) == 0 ? NULL : after), LT_TEXT("after name", after),
                LT_COUNT("kept", "kept", x->counts[LAUT_CHANGE_KEPT]), LT_COUNT("changes", "changes", changes),
                LT_PUT("tally", put_tally, &p), LT_TEXT("none", changes ? NULL : ""),
                LT_PUT("list", changes ? put_list : NULL, &p), LT_PUT("before", put_text_before, &p),
                LT_PUT("after", put_text_after, &p));
        fputc('\n', stream);
        failed = p.html.arena.failed;
    }
    lt_html_close(&p.html);
    if (!failed && !options->part)
        failed = lt_end_diff_html(options, stream);
    return failed || ferror(stream) ? -1 : 0;
}
