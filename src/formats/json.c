/* The JSON output, schema version 1 (schema.json): one object a document, indented or on one
 * line. Keys come in the order of the schema; what is not there is null. */
#include <stdlib.h>
#include <string.h>

#include "formats/flow.h"
#include "formats/formats.h"

enum { WIDTH = 100 }; /* of a line of the indented form */

typedef struct {
    const lt_view *view;
    laut_unit unit;
    bool indented;
    FILE *stream;
    lt_flow flow;
    bool failed; /* memory ran out */
} writer;

/* p1, c14: numbered from 1. */
static void name_of(writer *w, char letter, uint32_t index)
{
    lt_numbered(&w->flow, letter, (uint64_t)index + 1);
}

static void span(writer *w, laut_span s)
{
    const laut_document *d = w->view->document;
    lt_two_numbers(&w->flow, laut_offset(d, s.begin, w->unit), laut_offset(d, s.end, w->unit));
}

static void span_list(writer *w, laut_spans spans)
{
    lt_open(&w->flow, '[');
    for (size_t i = 0; i < spans.count; i++)
        span(w, spans.at[i]);
    lt_close(&w->flow, ']');
}

static void words(writer *w, laut_spans spans) { lt_string_words(&w->flow, w->view, spans); }

static void words_or_null(writer *w, laut_spans spans)
{
    if (spans.count)
        words(w, spans);
    else
        lt_null(&w->flow);
}

/* {text, spans}, or null where there are none. */
static void passage(writer *w, laut_spans spans)
{
    lt_flow *f = &w->flow;
    if (!spans.count) {
        lt_null(f);
        return;
    }
    LT_KEY(f, "{\"text\":");
    words(w, spans);
    LT_KEY(f, ",\"spans\":");
    span_list(w, spans);
    lt_close(f, '}');
}

static void party_id(writer *w, const laut_link *link)
{
    if (link && lt_view_party(w->view, link))
        name_of(w, 'p', link->party);
    else
        lt_null(&w->flow);
}

/* A hand of the chain with the words that name it; null where there is neither. */
static void hand(writer *w, const laut_link *link, laut_spans named)
{
    lt_flow *f = &w->flow;
    if (!link && !named.count) {
        lt_null(f);
        return;
    }
    const laut_party *p = link ? lt_view_party(w->view, link) : NULL;
    laut_resolved resolved = link ? link->resolved : LAUT_UNRESOLVED;
    LT_KEY(f, "{\"party\":");
    party_id(w, link);
    LT_KEY(f, ",\"name\":");
    lt_text_or_null(f, p ? p->name : NULL);
    LT_KEY(f, ",\"text\":");
    words_or_null(w, named);
    LT_KEY(f, ",\"spans\":");
    span_list(w, named);
    LT_KEY(f, ",\"resolved\":");
    lt_plain(f, laut_resolved_name(resolved));
    if (resolved == LAUT_AMBIGUOUS) {
        LT_KEY(f, ",\"candidates\":[");
        for (size_t i = 0; i < link->candidate_count; i++)
            name_of(w, 'p', link->candidates[i]);
        lt_close(f, ']');
    }
    lt_close(f, '}');
}

/* The reporting party; null where the text itself reports. */
static void source_hand(writer *w, const laut_link *chain, size_t count, uint32_t source)
{
    const laut_link *link = source < count ? &chain[source] : NULL;
    hand(w, link, link ? link->words : (laut_spans){0});
}

static void claim_id(writer *w, uint32_t claim)
{
    if (claim < w->view->claim_count)
        name_of(w, 'c', w->view->rank[claim]);
    else
        lt_null(&w->flow);
}

static void attribution(writer *w, const laut_claim *c)
{
    lt_flow *f = &w->flow;
    lt_open(f, '[');
    for (size_t i = 0; i < c->chain_count; i++) {
        lt_open(f, '{');
        LT_KEY(f, "\"party\":");
        party_id(w, &c->chain[i]);
        LT_KEY(f, ",\"cue\":");
        words_or_null(w, c->chain[i].cue);
        lt_close(f, '}');
    }
    lt_close(f, ']');
}

static void claim_object(writer *w, uint32_t rank)
{
    lt_flow *f = &w->flow;
    const laut_claim *c = &w->view->claims[w->view->order[rank]];
    const laut_link *speaker = c->chain_count ? &c->chain[0] : NULL;

    LT_KEY(f, "{\"id\":");
    name_of(w, 'c', rank);
    LT_KEY(f, ",\"kind\":");
    lt_plain(f, laut_kind_name(c->kind));
    LT_KEY(f, ",\"medium\":");
    lt_plain(f, laut_medium_name(c->medium));
    LT_KEY(f, ",\"act\":");
    lt_plain(f, laut_act_name(c->act));
    LT_KEY(f, ",\"content\":");
    passage(w, c->content);
    LT_KEY(f, ",\"speaker\":");
    hand(w, speaker, c->speaker.count || !speaker ? c->speaker : speaker->words);
    LT_KEY(f, ",\"source\":");
    source_hand(w, c->chain, c->chain_count, c->source);
    LT_KEY(f, ",\"attribution\":");
    attribution(w, c);
    LT_KEY(f, ",\"cue\":");
    passage(w, c->cue);
    LT_KEY(f, ",\"frame\":");
    passage(w, c->frame);
    LT_KEY(f, ",\"addressee\":");
    passage(w, c->addressee);
    LT_KEY(f, ",\"parent\":");
    claim_id(w, c->parent);
    LT_KEY(f, ",\"continues\":");
    claim_id(w, c->continues);
    LT_KEY(f, ",\"confidence\":");
    lt_thousandths(f, c->confidence);
    LT_KEY(f, ",\"rule\":");
    lt_text_or_null(f, c->rule);
    LT_KEY(f, ",\"sentence\":");
    lt_number(f, c->sentence);
    lt_close(f, '}');
}

static void no_comment_object(writer *w, uint32_t index)
{
    lt_flow *f = &w->flow;
    const laut_no_comment *n = &w->view->no_comments[index];
    LT_KEY(f, "{\"speaker\":");
    hand(w, n->chain_count ? &n->chain[0] : NULL, n->words);
    LT_KEY(f, ",\"source\":");
    source_hand(w, n->chain, n->chain_count, n->source);
    LT_KEY(f, ",\"text\":");
    words(w, n->sentence);
    LT_KEY(f, ",\"spans\":");
    span_list(w, n->sentence);
    LT_KEY(f, ",\"rule\":");
    lt_text_or_null(f, n->rule);
    LT_KEY(f, ",\"sentence\":");
    lt_number(f, n->sentence_index);
    lt_close(f, '}');
}

static void party_object(writer *w, uint32_t index)
{
    lt_flow *f = &w->flow;
    const laut_party *p = &w->view->parties[index];
    LT_KEY(f, "{\"id\":");
    name_of(w, 'p', index);
    LT_KEY(f, ",\"name\":");
    lt_text_or_null(f, p->name);
    LT_KEY(f, ",\"type\":");
    lt_plain(f, laut_party_type_name(p->type));
    LT_KEY(f, ",\"role\":");
    lt_text_or_null(f, p->role);
    LT_KEY(f, ",\"mentions\":");
    span_list(w, p->mentions);
    lt_close(f, '}');
}

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

static void sentence_object(writer *w, uint32_t index)
{
    lt_flow *f = &w->flow;
    const laut_sentence *s = &w->view->sentences[index];
    uint32_t few[16], *ranks = s->claim_count <= 16 ? few : malloc(s->claim_count * sizeof *ranks);
    w->failed |= !ranks;
    LT_KEY(f, "{\"span\":");
    span(w, s->span);
    LT_KEY(f, ",\"claims\":[");
    for (size_t i = 0; ranks && i < s->claim_count; i++)
        ranks[i] = w->view->rank[s->claims[i]];
    if (ranks && s->claim_count > 1)
        qsort(ranks, s->claim_count, sizeof *ranks, by_number);
    for (size_t i = 0; ranks && i < s->claim_count; i++)
        name_of(w, 'c', ranks[i]);
    lt_close(f, ']');
    lt_close(f, '}');
    if (ranks != few)
        free(ranks);
}

static void truncation_object(writer *w, uint32_t index)
{
    lt_flow *f = &w->flow;
    const laut_truncation *t = &w->view->truncations[index];
    LT_KEY(f, "{\"what\":");
    lt_plain(f, laut_limit_name(t->what));
    LT_KEY(f, ",\"span\":");
    span(w, t->span);
    lt_close(f, '}');
}

/* ---------------------------------------------------------------- indented */

/* Behind the JSON string, list or object that begins here, or behind the number or word. */
static const char *behind(const char *p)
{
    size_t depth = 0;
    do {
        if (*p == '"')
            for (p++; *p != '"'; p++)
                p += *p == '\\';
        depth += *p == '[' || *p == '{';
        depth -= depth && (*p == ']' || *p == '}');
        p++;
    } while (depth || !strchr(",:]}", *p));
    return p;
}

/* Put compact JSON on one line, with blanks behind commas and colons; into no stream to count the
 * columns that it takes. */
static size_t put_flat(const char *from, const char *to, FILE *stream)
{
    size_t columns = 0;
    bool quoted = false;
    for (const char *p = from; p < to; p++) {
        bool set_off = !quoted && (*p == ',' || *p == ':');
        columns += (((unsigned char)*p & 0xC0) != 0x80) + set_off;
        if (quoted && *p == '\\') {
            if (stream)
                putc(*p, stream);
            columns++;
            p++;
        } else if (*p == '"') {
            quoted = !quoted;
        }
        if (stream)
            putc(*p, stream);
        if (stream && set_off)
            putc(' ', stream);
    }
    return columns;
}

/* What fits into a line stays on one: spans would take five lines each otherwise. `used` is what
 * stands before the value on its line. */
static void put_indented(const char *from, const char *to, size_t indent, size_t used, FILE *stream)
{
    bool object = *from == '{';
    if ((!object && *from != '[') || to - from == 2 || used + put_flat(from, to, NULL) < WIDTH) {
        put_flat(from, to, stream);
        return;
    }
    size_t inner = indent + 2;
    for (const char *p = from; p + 1 < to;) { /* on the bracket, or a comma */
        fprintf(stream, "%c\n%*s", *p, (int)inner, "");
        const char *item = p + 1;
        size_t before = inner;
        if (object) {
            const char *colon = behind(item);
            before += put_flat(item, colon + 1, stream);
            item = colon + 1;
        }
        p = behind(item);
        put_indented(item, p, inner, before, stream);
        if (*p != ',')
            break;
    }
    fprintf(stream, "\n%*s%c", (int)indent, "", to[-1]);
}

/* ---------------------------------------------------------------- the document */

/* Compact JSON goes to the stream in pieces of about this size. */
enum { PIECE = 16 * 1024 };

static void flush(writer *w)
{
    lt_flow *f = &w->flow;
    if (f->failed)
        w->failed = true;
    else if (f->size)
        fwrite(f->at, 1, f->size, w->stream);
    f->size = 0;
}

/* What has flowed goes to the stream. The lists of a document can be long: their items go one by one. */
static void print(writer *w, size_t indent, size_t used)
{
    lt_flow *f = &w->flow;
    f->comma = false;
    if (!w->indented) {
        if (f->size >= PIECE)
            flush(w);
        return;
    }
    if (f->failed) {
        w->failed = true;
    } else {
        lt_flow_raw(f, "", 1); /* an end to look for */
        if (f->failed)
            w->failed = true;
        else
            put_indented(f->at, f->at + f->size - 1, indent, used, w->stream);
    }
    f->size = 0;
}

/* What stands between the values that are printed; in compact JSON that is one byte, or none (0). */
static void mark(writer *w, const char *indented, char compact)
{
    if (w->indented)
        fputs(indented, w->stream);
    else if (compact)
        lt_flow_byte(&w->flow, compact);
}

static void print_key(writer *w, const char *key)
{
    bool first = strcmp(key, "schema") == 0;
    mark(w, first ? "{\n  \"" : ",\n  \"", first ? '{' : ',');
    if (w->indented)
        fprintf(w->stream, "%s\": ", key);
    else
        lt_key(&w->flow, key);
}

static void print_text(writer *w, const char *key, const char *text)
{
    print_key(w, key);
    lt_text_or_null(&w->flow, text);
    print(w, 2, strlen(key) + 6);
}

static void print_list(writer *w, const char *key, size_t count, void (*make)(writer *w, uint32_t index))
{
    print_key(w, key);
    mark(w, "[", '[');
    for (size_t i = 0; i < count && !w->failed; i++) {
        mark(w, i ? ",\n    " : "\n    ", i ? ',' : 0);
        make(w, (uint32_t)i);
        print(w, 4, 4);
    }
    mark(w, count ? "\n  ]" : "]", ']');
}

int lt_write_json(const lt_view *v, const laut_write_options *options, bool indented,
                  FILE *stream)
{
    static const char *const units[] = {
        [LAUT_CODEPOINT] = "codepoint", [LAUT_BYTE] = "byte", [LAUT_UTF16] = "utf16"};
    writer w = {.view = v, .unit = options->unit, .indented = indented, .stream = stream};
    if (!indented)
        (void)lt_flow_room(&w.flow, 2 * PIECE);
    print_key(&w, "schema");
    lt_number(&w.flow, LAUT_SCHEMA);
    print(&w, 2, 12);
    print_text(&w, "id", v->document->id);
    print_text(&w, "language", "de");
    print_text(&w, "offsets", units[options->unit]);
    print_text(&w, "publisher", v->document->publisher);
    if (options->with_text) {
        print_key(&w, "text");
        lt_string(&w.flow, v->text, v->size);
        print(&w, 2, 10);
    }
    print_list(&w, "claims", v->claim_count, claim_object);
    print_list(&w, "no_comments", v->no_comment_count, no_comment_object);
    print_list(&w, "parties", v->party_count, party_object);
    print_list(&w, "sentences", v->sentence_count, sentence_object);
    print_list(&w, "truncated", v->truncation_count, truncation_object);
    mark(&w, "\n}\n", '}');
    mark(&w, "", '\n');
    flush(&w);
    lt_flow_free(&w.flow);
    return w.failed || ferror(stream) ? -1 : 0;
}
