/* A diff as JSON, schema version 1 (diff-schema.json): one object, a change a line or all on one line. */
#include <string.h>

#include "formats/diff.h"
#include "formats/flow.h"
#include "formats/formats.h"

typedef struct {
    const lt_compared *x;
    laut_unit unit;
    bool lines;
    lt_flow flow;
} writer;

static void span(writer *w, const lt_view *v, laut_span s)
{
    lt_open(&w->flow, '[');
    lt_number(&w->flow, laut_offset(v->document, s.begin, w->unit));
    lt_number(&w->flow, laut_offset(v->document, s.end, w->unit));
    lt_close(&w->flow, ']');
}

static void boolean(writer *w, bool value)
{
    lt_flow *f = &w->flow;
    if (f->comma)
        lt_flow_raw(f, ",", 1);
    lt_flow_raw(f, value ? "true" : "false", value ? 4 : 5);
    f->comma = true;
}

/* The words of the spans, and the spans. */
static void passage(writer *w, const lt_view *v, laut_spans spans)
{
    lt_flow *f = &w->flow;
    lt_key(f, "text");
    lt_string_words(f, v, spans);
    lt_key(f, "spans");
    lt_open(f, '[');
    for (size_t i = 0; i < spans.count; i++)
        span(w, v, spans.at[i]);
    lt_close(f, ']');
}

/* The claim or the author's words of one version. */
static void side(writer *w, const char *key, const lt_view *v, laut_spans spans, uint32_t claim)
{
    lt_flow *f = &w->flow;
    lt_key(f, key);
    if (!spans.count) {
        lt_null(f);
        return;
    }
    uint32_t line, column;
    laut_position(v->document, spans.at[0].begin, &line, &column);
    lt_open(f, '{');
    lt_key(f, "claim");
    if (claim < v->claim_count) {
        char id[16];
        snprintf(id, sizeof id, "c%u", v->rank[claim] + 1);
        lt_plain(f, id);
    } else {
        lt_null(f);
    }
    lt_key(f, "kind");
    if (claim < v->claim_count)
        lt_plain(f, laut_kind_name(v->claims[claim].kind));
    else
        lt_null(f);
    lt_key(f, "speaker");
    lt_text_or_null(f, lt_compared_speaker(v, claim));
    lt_key(f, "source");
    lt_text_or_null(f, lt_compared_source(v, claim));
    passage(w, v, spans);
    lt_key(f, "line");
    lt_number(f, line);
    lt_close(f, '}');
}

static void piece(writer *w, const char *key, const lt_view *v, laut_span s)
{
    lt_key(&w->flow, key);
    lt_string(&w->flow, v->text + s.begin, s.end - s.begin);
}

static void wording(writer *w, const laut_change *c)
{
    lt_flow *f = &w->flow;
    lt_key(f, "wording");
    if (!c->wording_count) {
        lt_null(f);
        return;
    }
    lt_open(f, '[');
    for (size_t i = 0; i < c->wording_count; i++) {
        const laut_wording *p = &c->wording[i];
        lt_open(f, '{');
        lt_key(f, "same");
        boolean(w, p->same);
        piece(w, "before", &w->x->before, p->before);
        lt_key(f, "before_span");
        span(w, &w->x->before, p->before);
        piece(w, "after", &w->x->after, p->after);
        lt_key(f, "after_span");
        span(w, &w->x->after, p->after);
        lt_close(f, '}');
    }
    lt_close(f, ']');
}

/* Who was replaced, or by whom; null where it was nobody. */
static void hand(writer *w, const char *key, const lt_view *v, uint32_t party, laut_spans words)
{
    lt_flow *f = &w->flow;
    lt_key(f, key);
    if (!words.count && party >= v->party_count) {
        lt_null(f);
        return;
    }
    lt_open(f, '{');
    lt_key(f, "party");
    if (party < v->party_count) {
        char id[16];
        snprintf(id, sizeof id, "p%u", party + 1);
        lt_plain(f, id);
    } else {
        lt_null(f);
    }
    lt_key(f, "name");
    lt_text_or_null(f, party < v->party_count ? v->parties[party].name : NULL);
    passage(w, v, words);
    lt_close(f, '}');
}

static void replaced(writer *w, const laut_change *c)
{
    lt_flow *f = &w->flow;
    lt_key(f, "replaced");
    if (!lt_compared_replaces(c)) {
        lt_null(f);
        return;
    }
    lt_open(f, '{');
    hand(w, "before", &w->x->before, c->party_before, c->hand_before);
    hand(w, "after", &w->x->after, c->party_after, c->hand_after);
    lt_close(f, '}');
}

static void change(writer *w, const laut_change *c)
{
    lt_flow *f = &w->flow;
    lt_open(f, '{');
    if (c->kind != LAUT_CHANGE_KEPT) {
        lt_key(f, "change");
        lt_plain(f, laut_change_name(c->kind));
        lt_key(f, "lost");
        boolean(w, c->lost);
    }
    side(w, "before", &w->x->before, c->words_before, c->before);
    side(w, "after", &w->x->after, c->words_after, c->after);
    if (c->kind != LAUT_CHANGE_KEPT) {
        replaced(w, c);
        wording(w, c);
    }
}

static void line(writer *w, bool first)
{
    if (!w->lines)
        return;
    w->flow.comma = false;
    lt_flow_raw(&w->flow, first ? "\n" : ",\n", first ? 1 : 2);
}

/* The kept claims, or the changes: each finding, with what goes with it inside. */
static void list(writer *w, const char *key, bool kept)
{
    lt_flow *f = &w->flow;
    lt_key(f, key);
    lt_open(f, '[');
    bool any = false;
    for (size_t i = 0; i < w->x->count; i++) {
        const laut_change *c = &w->x->changes[i];
        if ((c->kind == LAUT_CHANGE_KEPT) != kept || c->cause != LAUT_NONE)
            continue;
        line(w, !any);
        any = true;
        change(w, c);
        if (!kept) {
            lt_key(f, "also");
            lt_open(f, '[');
            for (size_t k = w->x->next[i]; k < w->x->count; k = w->x->next[k]) {
                lt_open(f, '{');
                side(w, "before", &w->x->before, w->x->changes[k].words_before, w->x->changes[k].before);
                side(w, "after", &w->x->after, w->x->changes[k].words_after, w->x->changes[k].after);
                lt_close(f, '}');
            }
            lt_close(f, ']');
        }
        lt_close(f, '}');
    }
    if (any && w->lines)
        lt_flow_raw(f, "\n", 1);
    lt_close(f, ']');
}

static void version(writer *w, const char *key, const lt_view *v)
{
    lt_flow *f = &w->flow;
    lt_key(f, key);
    lt_open(f, '{');
    lt_key(f, "id");
    lt_text_or_null(f, v->document->id);
    lt_key(f, "claims");
    lt_number(f, v->claim_count);
    lt_close(f, '}');
}

int lt_write_diff_json(const lt_compared *x, const laut_diff_write_options *options, bool lines, FILE *stream)
{
    static const char *const units[] = {
        [LAUT_CODEPOINT] = "codepoint", [LAUT_BYTE] = "byte", [LAUT_UTF16] = "utf16"};
    writer w = {.x = x, .unit = options->unit, .lines = lines};
    lt_flow *f = &w.flow;
    lt_open(f, '{');
    lt_key(f, "schema");
    lt_number(f, LAUT_SCHEMA);
    lt_key(f, "offsets");
    lt_plain(f, units[options->unit]);
    version(&w, "before", &x->before);
    version(&w, "after", &x->after);
    lt_key(f, "lost");
    boolean(&w, x->lost);
    lt_key(f, "counts");
    lt_open(f, '{');
    for (int k = 0; k < LT_CHANGE_KINDS; k++) {
        lt_key(f, laut_change_name((laut_change_kind)k));
        lt_number(f, x->counts[k]);
    }
    lt_close(f, '}');
    list(&w, "changes", false);
    list(&w, "kept", true);
    lt_close(f, '}');
    lt_flow_raw(f, "\n", 1);
    int result = f->failed || fwrite(f->at, 1, f->size, stream) != f->size ? -1 : 0;
    lt_flow_free(f);
    return result;
}
