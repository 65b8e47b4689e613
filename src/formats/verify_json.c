/* A verification as JSON, schema version 1 (verify-schema.json): one object, a quotation a line. */
#include "formats/flow.h"
#include "formats/verify.h"

typedef struct {
    const lt_verified *v;
    laut_unit unit;
    lt_flow flow;
} writer;

static void draft_span(writer *w, laut_span s)
{
    const laut_document *d = w->v->view.document;
    lt_open(&w->flow, '[');
    lt_number(&w->flow, laut_offset(d, s.begin, w->unit));
    lt_number(&w->flow, laut_offset(d, s.end, w->unit));
    lt_close(&w->flow, ']');
}

/* A byte of the passage, as an offset into the source. */
static uint64_t source_offset(const writer *w, const laut_passage *p, uint32_t byte)
{
    if (w->unit == LAUT_BYTE)
        return p->begin + byte;
    uint64_t n = 0;
    for (uint32_t i = 0; i < byte; i++) {
        unsigned char c = (unsigned char)p->text[i];
        n += (c & 0xC0) != 0x80;
        n += w->unit == LAUT_UTF16 && c >= 0xF0;
    }
    return n + (w->unit == LAUT_UTF16 ? p->utf16 : p->codepoint);
}

static void source_span(writer *w, const laut_passage *p, laut_span s)
{
    lt_open(&w->flow, '[');
    lt_number(&w->flow, source_offset(w, p, s.begin));
    lt_number(&w->flow, source_offset(w, p, s.end));
    lt_close(&w->flow, ']');
}

static void edit(writer *w, const laut_passage *p, const laut_edit *e)
{
    lt_flow *f = &w->flow;
    lt_open(f, '{');
    lt_key(f, "kind");
    lt_plain(f, laut_edit_name(e->kind));
    lt_key(f, "draft");
    lt_string(f, w->v->view.text + e->draft.begin, e->draft.end - e->draft.begin);
    lt_key(f, "draft_span");
    draft_span(w, e->draft);
    lt_key(f, "source");
    lt_string(f, p->text + e->source.begin, e->source.end - e->source.begin);
    lt_key(f, "source_span");
    source_span(w, p, e->source);
    lt_close(f, '}');
}

static void passage(writer *w, const laut_passage *p)
{
    lt_flow *f = &w->flow;
    lt_open(f, '{');
    lt_key(f, "source");
    lt_text_or_null(f, p->source);
    lt_key(f, "line");
    lt_number(f, p->line);
    lt_key(f, "span");
    source_span(w, p, (laut_span){0, (uint32_t)p->size});
    lt_key(f, "text");
    lt_string(f, p->text, p->size);
    lt_key(f, "quoted_span");
    draft_span(w, p->quoted);
    lt_key(f, "similarity");
    lt_thousandths(f, p->similarity);
    lt_key(f, "wording");
    lt_plain(f, laut_verdict_name(p->wording));
    lt_key(f, "typography");
    lt_open(f, '[');
    for (unsigned bit = 1; laut_typography_name(bit); bit <<= 1)
        if (p->typography & bit)
            lt_plain(f, laut_typography_name(bit));
    lt_close(f, ']');
    lt_key(f, "speaker");
    lt_text_or_null(f, p->speaker);
    lt_key(f, "speaker_match");
    lt_plain(f, laut_speaker_match_name(p->match));
    lt_key(f, "edits");
    lt_open(f, '[');
    for (size_t i = 0; i < p->edit_count; i++)
        edit(w, p, &p->edits[i]);
    lt_close(f, ']');
    lt_close(f, '}');
}

static void quotation(writer *w, size_t index)
{
    const lt_verified *v = w->v;
    const laut_quotation *q = &v->quotations[index];
    lt_flow *f = &w->flow;
    char id[24];
    uint32_t line = 0, column = 0;
    lt_open(f, '{');
    snprintf(id, sizeof id, "q%zu", index + 1);
    lt_key(f, "id");
    lt_plain(f, id);
    lt_key(f, "claim");
    if (q->claim < v->view.claim_count) {
        snprintf(id, sizeof id, "c%u", v->view.rank[q->claim] + 1);
        lt_plain(f, id);
    } else {
        lt_null(f);
    }
    lt_key(f, "verdict");
    lt_plain(f, laut_verdict_name(q->verdict));
    lt_key(f, "speaker");
    lt_text_or_null(f, lt_verified_speaker(v, q));
    lt_key(f, "text");
    lt_string_begin(f);
    for (size_t i = 0; i < q->content.count; i++) {
        if (i)
            lt_string_piece(f, " ", 1);
        lt_string_piece(f, v->view.text + q->content.at[i].begin, q->content.at[i].end - q->content.at[i].begin);
    }
    lt_string_end(f);
    lt_key(f, "spans");
    lt_open(f, '[');
    for (size_t i = 0; i < q->content.count; i++)
        draft_span(w, q->content.at[i]);
    lt_close(f, ']');
    if (q->content.count)
        laut_position(v->view.document, q->content.at[0].begin, &line, &column);
    lt_key(f, "line");
    lt_number(f, line);
    lt_key(f, "part");
    lt_number(f, q->part);
    lt_key(f, "parts");
    lt_number(f, q->parts);
    lt_key(f, "places");
    lt_number(f, q->places);
    lt_key(f, "passages");
    lt_open(f, '[');
    for (size_t i = 0; i < q->passage_count; i++)
        passage(w, &q->passages[i]);
    lt_close(f, ']');
    lt_close(f, '}');
}

int lt_write_verified_json(const lt_verified *v, const laut_verify_write_options *options, FILE *stream)
{
    writer w = {.v = v, .unit = options->unit};
    lt_flow *f = &w.flow;
    lt_open(f, '{');
    lt_key(f, "schema");
    lt_number(f, LAUT_SCHEMA);
    lt_key(f, "draft");
    lt_text_or_null(f, v->draft);
    lt_key(f, "offsets");
    lt_plain(f, options->unit == LAUT_BYTE ? "byte" : options->unit == LAUT_UTF16 ? "utf16" : "codepoint");
    lt_key(f, "sources");
    lt_number(f, v->sources);
    lt_key(f, "counts");
    lt_open(f, '{');
    for (int i = 0; i < LT_VERDICTS; i++) {
        lt_key(f, laut_verdict_name((laut_verdict)i));
        lt_number(f, v->counts[i]);
    }
    lt_close(f, '}');
    lt_key(f, "quotations");
    lt_open(f, '[');
    for (size_t i = 0; i < v->count; i++) {
        if (i)
            f->comma = false;
        lt_flow_raw(f, i ? ",\n" : "\n", i ? 2 : 1);
        quotation(&w, i);
    }
    if (v->count)
        lt_flow_raw(f, "\n", 1);
    lt_close(f, ']');
    lt_close(f, '}');
    lt_flow_raw(f, "\n", 1);
    int result = f->failed || fwrite(f->at, 1, f->size, stream) != f->size ? -1 : 0;
    lt_flow_free(f);
    return result;
}
