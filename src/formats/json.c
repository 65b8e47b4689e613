/* The JSON output, schema version 1 (schema.json): one object a document, indented or on one
 * line. Keys come in the order of the schema; what is not there is null. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "formats/formats.h"

enum {
    WIDTH = 100,                 /* of a line of the indented form */
    NUMBERS = JSON_REAL_PRECISION(3)
};

typedef struct {
    const lt_view *view;
    laut_unit unit;
    bool indented;
    FILE *stream;
    bool failed; /* memory ran out */
} writer;

/* Takes over `value`; NULL counts as failed. */
static void put(writer *w, json_t *object, const char *key, json_t *value)
{
    if (json_object_set_new_nocheck(object, key, value) < 0)
        w->failed = true;
}

static void add(writer *w, json_t *array, json_t *value)
{
    if (json_array_append_new(array, value) < 0)
        w->failed = true;
}

/* p1, c14: numbered from 1. */
static json_t *name_of(char letter, uint32_t index)
{
    return json_sprintf("%c%u", letter, index + 1);
}

static json_t *span(writer *w, laut_span s)
{
    const laut_document *d = w->view->document;
    return json_pack("[I,I]", (json_int_t)laut_offset(d, s.begin, w->unit),
                     (json_int_t)laut_offset(d, s.end, w->unit));
}

static json_t *span_list(writer *w, laut_spans spans)
{
    json_t *list = json_array();
    for (size_t i = 0; i < spans.count; i++)
        add(w, list, span(w, spans.at[i]));
    return list;
}

/* The words of the spans, with a blank between two spans. */
static json_t *words(writer *w, laut_spans spans)
{
    size_t size = 0;
    for (size_t i = 0; i < spans.count; i++)
        size += spans.at[i].end - spans.at[i].begin + 1;
    char *joined = malloc(size + 1), *p = joined;
    if (!joined)
        return NULL;
    for (size_t i = 0; i < spans.count; i++) {
        size_t length = spans.at[i].end - spans.at[i].begin;
        if (i)
            *p++ = ' ';
        memcpy(p, w->view->text + spans.at[i].begin, length);
        p += length;
    }
    json_t *s = json_stringn(joined, (size_t)(p - joined));
    free(joined);
    return s;
}

/* {text, spans}, or null where there are none. */
static json_t *passage(writer *w, laut_spans spans)
{
    if (!spans.count)
        return json_null();
    json_t *o = json_object();
    put(w, o, "text", words(w, spans));
    put(w, o, "spans", span_list(w, spans));
    return o;
}

static void put_party(writer *w, json_t *o, const laut_link *link)
{
    const laut_party *p = link ? lt_view_party(w->view, link) : NULL;
    put(w, o, "party", p ? name_of('p', link->party) : json_null());
    put(w, o, "name", lt_json_text(p ? p->name : NULL));
}

/* A hand of the chain with the words that name it; null where there is neither. */
static json_t *hand(writer *w, const laut_link *link, laut_spans named)
{
    if (!link && !named.count)
        return json_null();
    json_t *o = json_object();
    put_party(w, o, link);
    put(w, o, "text", named.count ? words(w, named) : json_null());
    put(w, o, "spans", span_list(w, named));
    laut_resolved resolved = link ? link->resolved : LAUT_UNRESOLVED;
    put(w, o, "resolved", json_string(laut_resolved_name(resolved)));
    if (resolved == LAUT_AMBIGUOUS) {
        json_t *list = json_array();
        for (size_t i = 0; i < link->candidate_count; i++)
            add(w, list, name_of('p', link->candidates[i]));
        put(w, o, "candidates", list);
    }
    return o;
}

static const laut_link *source_of(const laut_link *chain, size_t count, uint32_t source)
{
    return source < count ? &chain[source] : NULL;
}

static json_t *claim_id(writer *w, uint32_t claim)
{
    return claim < w->view->claim_count ? name_of('c', w->view->rank[claim]) : json_null();
}

static json_t *claim_object(writer *w, uint32_t rank)
{
    uint32_t index = w->view->order[rank];
    const laut_claim *c = &w->view->claims[index];
    const laut_link *speaker = c->chain_count ? &c->chain[0] : NULL;
    const laut_link *source = source_of(c->chain, c->chain_count, c->source);
    laut_spans named = c->speaker.count || !speaker ? c->speaker : speaker->words;

    json_t *o = json_object();
    put(w, o, "id", claim_id(w, index));
    put(w, o, "kind", json_string(laut_kind_name(c->kind)));
    put(w, o, "medium", json_string(laut_medium_name(c->medium)));
    put(w, o, "act", json_string(laut_act_name(c->act)));
    put(w, o, "content", passage(w, c->content));
    put(w, o, "speaker", hand(w, speaker, named));
    put(w, o, "source", source ? hand(w, source, source->words) : json_null());
    json_t *attribution = json_array();
    for (size_t i = 0; i < c->chain_count; i++) {
        const laut_link *l = &c->chain[i];
        json_t *step = json_object();
        put(w, step, "party",
            lt_view_party(w->view, l) ? name_of('p', l->party) : json_null());
        put(w, step, "cue", l->cue.count ? words(w, l->cue) : json_null());
        add(w, attribution, step);
    }
    put(w, o, "attribution", attribution);
    put(w, o, "cue", passage(w, c->cue));
    put(w, o, "frame", passage(w, c->frame));
    put(w, o, "addressee", passage(w, c->addressee));
    put(w, o, "parent", claim_id(w, c->parent));
    put(w, o, "continues", claim_id(w, c->continues));
    put(w, o, "confidence", json_real(round(c->confidence * 1000) / 1000));
    put(w, o, "rule", lt_json_text(c->rule));
    put(w, o, "sentence", json_integer(c->sentence));
    return o;
}

static json_t *no_comment_object(writer *w, uint32_t index)
{
    const laut_no_comment *n = &w->view->no_comments[index];
    json_t *o = json_object();
    const laut_link *speaker = n->chain_count ? &n->chain[0] : NULL;
    const laut_link *source = source_of(n->chain, n->chain_count, n->source);
    put(w, o, "speaker", hand(w, speaker, n->words));
    put(w, o, "source", source ? hand(w, source, source->words) : json_null());
    put(w, o, "text", words(w, n->sentence));
    put(w, o, "spans", span_list(w, n->sentence));
    put(w, o, "rule", lt_json_text(n->rule));
    put(w, o, "sentence", json_integer(n->sentence_index));
    return o;
}

static json_t *party_object(writer *w, uint32_t index)
{
    const laut_party *p = &w->view->parties[index];
    json_t *o = json_object();
    put(w, o, "id", name_of('p', index));
    put(w, o, "name", lt_json_text(p->name));
    put(w, o, "type", json_string(laut_party_type_name(p->type)));
    put(w, o, "role", lt_json_text(p->role));
    put(w, o, "mentions", span_list(w, p->mentions));
    return o;
}

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

static json_t *sentence_object(writer *w, uint32_t index)
{
    const laut_sentence *s = &w->view->sentences[index];
    json_t *o = json_object(), *list = json_array();
    uint32_t *ranks = malloc((s->claim_count + 1) * sizeof *ranks);
    if (ranks) {
        for (size_t i = 0; i < s->claim_count; i++)
            ranks[i] = w->view->rank[s->claims[i]];
        qsort(ranks, s->claim_count, sizeof *ranks, by_number);
        for (size_t i = 0; i < s->claim_count; i++)
            add(w, list, name_of('c', ranks[i]));
        free(ranks);
    } else {
        w->failed = true;
    }
    put(w, o, "span", span(w, s->span));
    put(w, o, "claims", list);
    return o;
}

/* ---------------------------------------------------------------- indented */

static size_t columns(const char *s)
{
    size_t n = 0;
    for (; *s; s++)
        n += ((unsigned char)*s & 0xC0) != 0x80;
    return n;
}

/* What fits into a line stays on one: spans would take five lines each otherwise. `used` is what
 * stands before the value on its line. */
static int print_indented(const json_t *value, size_t indent, size_t used, FILE *stream)
{
    char *flat = json_dumps(value, JSON_ENCODE_ANY | NUMBERS);
    if (!flat)
        return -1;
    bool list = json_is_array(value) && json_array_size(value);
    bool object = json_is_object(value) && json_object_size(value);
    if ((!list && !object) || used + columns(flat) < WIDTH) {
        fputs(flat, stream);
        free(flat);
        return 0;
    }
    free(flat);
    int result = 0;
    size_t inner = indent + 2;
    if (list) {
        for (size_t i = 0; i < json_array_size(value); i++) {
            fprintf(stream, "%s\n%*s", i ? "," : "[", (int)inner, "");
            result |= print_indented(json_array_get(value, i), inner, inner, stream);
        }
    } else {
        const char *before = "{", *key;
        json_t *item, *o = (json_t *)value; /* the iterator only reads */
        json_object_foreach(o, key, item) {
            fprintf(stream, "%s\n%*s\"%s\": ", before, (int)inner, "", key);
            result |= print_indented(item, inner, inner + columns(key) + 4, stream);
            before = ",";
        }
    }
    fprintf(stream, "\n%*s%c", (int)indent, "", list ? ']' : '}');
    return result;
}

/* ---------------------------------------------------------------- the document */

/* The lists of a document can be long: their items are made and printed one by one. */
static void print_item(writer *w, json_t *item, size_t indent, size_t used)
{
    if (!item || w->failed)
        w->failed = true;
    else if (w->indented ? print_indented(item, indent, used, w->stream)
                         : json_dumpf(item, w->stream, JSON_COMPACT | JSON_ENCODE_ANY | NUMBERS))
        w->failed = true;
    json_decref(item);
}

static void print_key(writer *w, const char *key)
{
    const char *before = strcmp(key, "schema") == 0 ? "{" : ",";
    fprintf(w->stream, w->indented ? "%s\n  \"%s\": " : "%s\"%s\":", before, key);
}

static void print_value(writer *w, const char *key, json_t *value)
{
    print_key(w, key);
    print_item(w, value, 2, strlen(key) + 6);
}

static void print_list(writer *w, const char *key, size_t count,
                       json_t *(*make)(writer *w, uint32_t index))
{
    print_key(w, key);
    fputc('[', w->stream);
    for (size_t i = 0; i < count && !w->failed; i++) {
        fputs(i ? "," : "", w->stream);
        fputs(w->indented ? "\n    " : "", w->stream);
        print_item(w, make(w, (uint32_t)i), 4, 4);
    }
    fputs(w->indented && count ? "\n  ]" : "]", w->stream);
}

int lt_write_json(const lt_view *v, const laut_write_options *options, bool indented,
                  FILE *stream)
{
    static const char *const units[] = {
        [LAUT_CODEPOINT] = "codepoint", [LAUT_BYTE] = "byte", [LAUT_UTF16] = "utf16"};
    writer w = {v, options->unit, indented, stream, false};
    print_value(&w, "schema", json_integer(LAUT_SCHEMA));
    print_value(&w, "id", lt_json_text(v->document->id));
    print_value(&w, "language", json_string("de"));
    print_value(&w, "offsets", json_string(units[options->unit]));
    print_value(&w, "publisher", lt_json_text(v->document->publisher));
    print_list(&w, "claims", v->claim_count, claim_object);
    print_list(&w, "no_comments", v->no_comment_count, no_comment_object);
    print_list(&w, "parties", v->party_count, party_object);
    print_list(&w, "sentences", v->sentence_count, sentence_object);
    fputs(indented ? "\n}\n" : "}\n", stream);
    return w.failed || ferror(stream) ? -1 : 0;
}
