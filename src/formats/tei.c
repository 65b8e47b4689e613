/* tei: a document of TEI P5. The body holds the text, character by character (with the breaks between
 * paragraphs as white space there), and the claims as elements in it:
 *
 *     said   what somebody says or thinks; @direct tells whether in the very words
 *     quote  the very words of something written
 *     q      quoted words inside another claim's content
 *
 * @who is the speaker and @source who reports it (quote has no @who: its @source names both, from
 * the one who wrote it to the one who reports it); the parties stand in <standOff>. @ana points at
 * kind, medium and act. A content that is discontinuous, goes over paragraphs, or crosses another one
 * is several elements, chained by @next and @prev. */
#include <stdlib.h>
#include <string.h>

#include "formats/formats.h"
#include "formats/markup.h"

typedef struct {
    uint32_t begin, end, rank; /* rank: of the claim */
} piece;

typedef struct {
    const lt_view *view;
    lt_flow out;
    piece *pieces;    /* of contents, each inside one paragraph */
    size_t count, room;
    uint32_t *open;   /* pieces that are open, from the outer to the inner */
    size_t depth;
    uint32_t *parts;  /* elements of each claim */
    uint32_t *made;   /* how many of them were opened so far */
    bool writing;     /* else the elements are counted */
} writer;

/* ---------------------------------------------------------------- elements */

static void text(writer *w, const char *s)
{
    if (w->writing)
        lt_flow_text(&w->out, s);
}

static void put_id(writer *w, uint32_t rank, uint32_t part)
{
    lt_flow_text(&w->out, "c");
    lt_flow_digits(&w->out, rank + UINT64_C(1));
    if (w->parts[rank] < 2)
        return;
    lt_flow_text(&w->out, ".");
    lt_flow_digits(&w->out, part);
}

static void put_pointer(writer *w, const char *attribute, uint32_t rank, uint32_t part)
{
    lt_flow_text(&w->out, attribute);
    lt_flow_text(&w->out, "=\"#");
    put_id(w, rank, part);
    lt_flow_text(&w->out, "\"");
}

static void put_party(writer *w, const laut_link *link)
{
    lt_flow_text(&w->out, "#p");
    lt_flow_digits(&w->out, link->party + UINT64_C(1));
}

static const char *element_name(const laut_claim *c)
{
    if (c->kind != LAUT_DIRECT)
        return "said";
    return c->parent != LAUT_NONE ? "q" : c->medium == LAUT_WRITING ? "quote" : "said";
}

static void put_hands(writer *w, const laut_claim *c, bool quote)
{
    const laut_link *speaker = lt_claim_speaker(c), *source = lt_claim_source(c);
    lt_flow *f = &w->out;
    if (speaker && !lt_view_party(w->view, speaker))
        speaker = NULL;
    if (source && !lt_view_party(w->view, source))
        source = NULL;
    if (speaker && !quote) {
        lt_flow_text(f, " who=\"");
        put_party(w, speaker);
        lt_flow_text(f, "\"");
    }
    if (!source && !(speaker && quote))
        return;
    lt_flow_text(f, " source=\"");
    if (speaker && quote)
        put_party(w, speaker);
    if (speaker && quote && source)
        lt_flow_text(f, " ");
    if (source)
        put_party(w, source);
    lt_flow_text(f, "\"");
}

static void put_start(writer *w, uint32_t rank, uint32_t part)
{
    const laut_claim *c = &w->view->claims[w->view->order[rank]];
    const char *name = element_name(c);
    lt_flow *f = &w->out;
    lt_flow_text(f, "<");
    lt_flow_text(f, name);
    lt_flow_text(f, " xml:id=\"");
    put_id(w, rank, part);
    lt_flow_text(f, "\"");
    put_hands(w, c, strcmp(name, "quote") == 0);
    if (strcmp(name, "said") == 0)
        lt_flow_text(f, c->kind == LAUT_DIRECT ? " direct=\"true\"" : " direct=\"false\"");
    if (strcmp(name, "said") == 0 && c->medium == LAUT_THOUGHT)
        lt_flow_text(f, " aloud=\"false\"");
    lt_flow_text(f, " ana=\"#kind.");
    lt_flow_text(f, laut_kind_name(c->kind));
    lt_flow_text(f, " #medium.");
    lt_flow_text(f, laut_medium_name(c->medium));
    lt_flow_text(f, " #act.");
    lt_flow_text(f, laut_act_name(c->act));
    lt_flow_text(f, "\"");
    if (part < w->parts[rank])
        put_pointer(w, " next", rank, part + 1);
    if (part > 1)
        put_pointer(w, " prev", rank, part - 1);
    lt_flow_text(f, ">");
}

static void start(writer *w, uint32_t index)
{
    uint32_t rank = w->pieces[index].rank, part = ++w->made[rank];
    if (w->writing)
        put_start(w, rank, part);
    w->open[w->depth++] = index;
}

static void end(writer *w)
{
    const piece *p = &w->pieces[w->open[--w->depth]];
    text(w, "</");
    text(w, element_name(&w->view->claims[w->view->order[p->rank]]));
    text(w, ">");
}

/* End what ends here. What lies inside such an element and goes on is interrupted. */
static void end_all(writer *w, uint32_t at)
{
    size_t first = 0;
    while (first < w->depth && w->pieces[w->open[first]].end != at)
        first++;
    size_t last = w->depth;
    while (w->depth > first)
        end(w);
    for (size_t i = first; i < last; i++) /* start() writes at or before what is read */
        if (w->pieces[w->open[i]].end > at)
            start(w, w->open[i]);
}

/* ---------------------------------------------------------------- paragraphs */

static bool space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/* Behind the white space at `at`; tells the line breaks in it. */
static uint32_t behind_space(const lt_view *v, uint32_t at, uint32_t *breaks)
{
    *breaks = 0;
    for (; at < v->size && space(v->text[at]); at++)
        *breaks += v->text[at] == '\n' || (v->text[at] == '\r' && v->text[at + 1] != '\n');
    return at;
}

/* The paragraph at or behind `at`: white space with an empty line in it is between two. */
static bool next_paragraph(const lt_view *v, uint32_t at, laut_span *out)
{
    uint32_t breaks;
    out->begin = behind_space(v, at, &breaks);
    for (at = out->begin; at < v->size; at++) {
        if (!space(v->text[at]))
            continue;
        uint32_t next = behind_space(v, at, &breaks);
        if (breaks > 1 || next == v->size)
            break;
        at = next;
    }
    out->end = at < v->size ? at : (uint32_t)v->size;
    return out->begin < v->size;
}

static bool add_piece(writer *w, uint32_t begin, uint32_t end_, uint32_t rank)
{
    if (w->count == w->room) {
        size_t room = w->room ? w->room * 2 : 64;
        piece *more = realloc(w->pieces, room * sizeof *more);
        if (!more)
            return false;
        w->pieces = more;
        w->room = room;
    }
    w->pieces[w->count++] = (piece){begin, end_, rank};
    return true;
}

static int by_place(const void *a, const void *b)
{
    const piece *x = a, *y = b;
    if (x->begin != y->begin)
        return x->begin < y->begin ? -1 : 1;
    if (x->end != y->end)
        return x->end > y->end ? -1 : 1;
    return x->rank < y->rank ? -1 : x->rank > y->rank;
}

/* Contents, cut where a paragraph ends. The paragraphs are walked once for each claim from where it
 * begins, which claims are sorted by. */
static bool gather(writer *w)
{
    const lt_view *v = w->view;
    laut_span from = {0, 0}; /* the paragraph where the last claim began */
    for (uint32_t rank = 0; rank < v->claim_count; rank++) {
        laut_spans s = v->claims[v->order[rank]].content;
        while (s.count && s.at[0].begin >= from.end && next_paragraph(v, from.end, &from))
            ;
        laut_span p = from;
        for (size_t i = 0; i < s.count; i++)
            for (;;) {
                uint32_t begin = s.at[i].begin > p.begin ? s.at[i].begin : p.begin;
                uint32_t until = s.at[i].end < p.end ? s.at[i].end : p.end;
                if (begin < until && !add_piece(w, begin, until, rank))
                    return false;
                if (s.at[i].end <= p.end || !next_paragraph(v, p.end, &p))
                    break;
            }
    }
    if (w->count)
        qsort(w->pieces, w->count, sizeof *w->pieces, by_place);
    return true;
}

/* ---------------------------------------------------------------- the body */

static void characters(writer *w, uint32_t begin, uint32_t end_)
{
    if (w->writing)
        lt_flow_markup(&w->out, w->view->text + begin, end_ - begin);
}

static void paragraph(writer *w, laut_span p, size_t *next)
{
    uint32_t at = p.begin;
    text(w, "<p>");
    for (;;) {
        end_all(w, at);
        for (; *next < w->count && w->pieces[*next].begin == at; (*next)++)
            start(w, (uint32_t)*next);
        if (at == p.end)
            break;
        uint32_t to = *next < w->count && w->pieces[*next].begin < p.end ? w->pieces[*next].begin : p.end;
        for (size_t i = 0; i < w->depth; i++)
            if (w->pieces[w->open[i]].end < to)
                to = w->pieces[w->open[i]].end;
        characters(w, at, to);
        at = to;
    }
    text(w, "</p>");
}

static void body(writer *w)
{
    laut_span p = {0, 0};
    uint32_t at = 0;
    size_t next = 0;
    memset(w->made, 0, (w->view->claim_count + 1) * sizeof *w->made);
    while (next_paragraph(w->view, at, &p)) {
        characters(w, at, p.begin);
        paragraph(w, p, &next);
        at = p.end;
    }
    if (!at)
        text(w, "<p/>"); /* a body is never empty */
    characters(w, at, (uint32_t)w->view->size);
}

/* ---------------------------------------------------------------- around it */

static void put_categories(lt_flow *f, const char *what, const char *(*name)(int))
{
    lt_flow_text(f, "<taxonomy>");
    for (int i = 0; *name(i) != '?'; i++) {
        lt_flow_text(f, "<category xml:id=\"");
        lt_flow_text(f, what);
        lt_flow_text(f, ".");
        lt_flow_text(f, name(i));
        lt_flow_text(f, "\"><catDesc>");
        lt_flow_text(f, name(i));
        lt_flow_text(f, "</catDesc></category>");
    }
    lt_flow_text(f, "</taxonomy>");
}

static const char *kind_name(int i) { return laut_kind_name((laut_kind)i); }
static const char *medium_name(int i) { return laut_medium_name((laut_medium)i); }
static const char *act_name(int i) { return laut_act_name((laut_act)i); }

static void put_header(writer *w)
{
    lt_flow *f = &w->out;
    const laut_document *d = w->view->document;
    lt_flow_text(f, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n<teiHeader>\n<fileDesc><titleStmt><title>");
    lt_flow_markup_text(f, d->id ? d->id : "");
    lt_flow_text(f, "</title></titleStmt><publicationStmt><p>");
    lt_flow_markup_text(f, d->publisher ? d->publisher : "");
    lt_flow_text(f, "</p></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>\n"
                    "<encodingDesc><classDecl>");
    put_categories(f, "kind", kind_name);
    put_categories(f, "medium", medium_name);
    put_categories(f, "act", act_name);
    lt_flow_text(f, "</classDecl></encodingDesc>\n"
                    "<profileDesc><langUsage><language ident=\"de\"/></langUsage></profileDesc>\n</teiHeader>\n");
}

/* Persons, bodies and documents go by different names there. */
static const struct {
    const char *list, *element, *name;
} lists[] = {{"listPerson", "person", "persName"}, {"listOrg", "org", "orgName"}, {"listBibl", "bibl", "title"}};

static size_t list_of(laut_party_type type)
{
    return type == LAUT_DOCUMENT ? 2 : type == LAUT_PERSON || type == LAUT_UNNAMED ? 0 : 1;
}

static void put_tag(lt_flow *f, const char *before, const char *name, const char *behind)
{
    lt_flow_text(f, before);
    lt_flow_text(f, name);
    lt_flow_text(f, behind);
}

static void put_parties(writer *w)
{
    lt_flow *f = &w->out;
    if (!w->view->party_count)
        return;
    lt_flow_text(f, "<standOff>\n");
    for (size_t l = 0; l < sizeof lists / sizeof *lists; l++) {
        size_t count = 0;
        for (size_t i = 0; i < w->view->party_count; i++) {
            const laut_party *p = &w->view->parties[i];
            if (list_of(p->type) != l)
                continue;
            if (!count++)
                put_tag(f, "<", lists[l].list, ">\n");
            put_tag(f, "<", lists[l].element, " xml:id=\"p");
            lt_flow_digits(f, i + 1);
            put_tag(f, "\"><", lists[l].name, ">");
            lt_flow_markup_text(f, p->name);
            put_tag(f, "</", lists[l].name, ">");
            put_tag(f, "</", lists[l].element, ">\n");
        }
        if (count)
            put_tag(f, "</", lists[l].list, ">\n");
    }
    lt_flow_text(f, "</standOff>\n");
}

int lt_write_tei(const lt_view *v, const laut_write_options *options, FILE *stream)
{
    (void)options;
    writer w = {.view = v};
    bool done = gather(&w);
    w.open = malloc((w.count + 1) * sizeof *w.open);
    w.parts = calloc(v->claim_count + 1, sizeof *w.parts);
    w.made = calloc(v->claim_count + 1, sizeof *w.made);
    done = done && w.open && w.parts && w.made;
    if (done) {
        body(&w);
        memcpy(w.parts, w.made, (v->claim_count + 1) * sizeof *w.parts);
        w.writing = true;
        put_header(&w);
        put_parties(&w);
        lt_flow_text(&w.out, "<text><body xml:space=\"preserve\">");
        body(&w);
        lt_flow_text(&w.out, "</body></text>\n</TEI>\n");
    }
    free(w.pieces);
    free(w.open);
    free(w.parts);
    free(w.made);
    return lt_flow_end(&w.out, stream) < 0 || !done ? -1 : 0;
}
