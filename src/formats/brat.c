/* brat: standoff annotation (.ann) of the text, which lies beside it (.txt), for the annotation tool
 * brat and those that read its format.
 *
 *     T1  Indirect 14 30;41 50   a content; its kind, and its spans where it is discontinuous
 *     T2  Person 0 10            the words that name a party, each place once
 *     R1  Speaker Arg1:T1 Arg2:T2
 *     A1  Act T1 denial
 *     #1  AnnotatorNotes T1 c1 rule;  #2  AnnotatorNotes T2 name of the party
 *
 * Offsets are code points, whatever --offsets says. brat knows no span over the end of a line: such a
 * span is cut there. A speaker without words here (carried on) is shown where the text first names
 * the party. In a directory, annotation.conf declares all of it, and allows contents inside contents. */
#include <stdlib.h>
#include <unicode/utf8.h>

#include "formats/formats.h"

typedef struct {
    uint32_t party, begin, end, number; /* number: of the T, 0 where the slot is free */
} named;

typedef struct {
    const lt_view *view;
    lt_flow out;
    uint32_t spans, relations, attributes, notes; /* numbers given so far */
    named *known; /* a table of hashes: words of parties that have a T */
    size_t slots;
} writer;

static void text(writer *w, const char *s) { lt_flow_text(&w->out, s); }

static void number(writer *w, const char *letter, uint32_t n)
{
    text(w, letter);
    lt_flow_digits(&w->out, n);
}

/* ---------------------------------------------------------------- spans */

/* Whatever some reader may take for the end of a line. */
static bool breaks(UChar32 c) { return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029; }

/* The next piece of the span without a line break, from `*at` on. */
static bool next_piece(const lt_view *v, uint32_t *at, uint32_t end, laut_span *out)
{
    int32_t i = (int32_t)*at, from = i;
    bool found = false;
    while (i < (int32_t)end) {
        int32_t before = i;
        UChar32 c;
        U8_NEXT(v->text, i, (int32_t)end, c);
        if (!breaks(c) && !found) {
            from = before;
            found = true;
        } else if (breaks(c) && found) {
            i = before;
            break;
        }
    }
    *at = (uint32_t)i;
    *out = (laut_span){(uint32_t)from, (uint32_t)i};
    return found;
}

/* `14 30;41 50`, or the words of these pieces. */
static void pieces(writer *w, laut_spans spans, bool words)
{
    const lt_view *v = w->view;
    bool first = true;
    for (size_t i = 0; i < spans.count; i++) {
        laut_span p;
        for (uint32_t at = spans.at[i].begin; next_piece(v, &at, spans.at[i].end, &p); first = false) {
            if (!first)
                text(w, words ? " " : ";");
            if (words) {
                lt_flow_raw(&w->out, v->text + p.begin, p.end - p.begin);
                continue;
            }
            lt_flow_digits(&w->out, laut_offset(v->document, p.begin, LAUT_CODEPOINT));
            text(w, " ");
            lt_flow_digits(&w->out, laut_offset(v->document, p.end, LAUT_CODEPOINT));
        }
    }
}

/* Returns the number of the T. Types are the names of our terms with a capital. */
static uint32_t put_span(writer *w, const char *type, laut_spans spans)
{
    char capital = (char)(*type - 'a' + 'A');
    number(w, "T", ++w->spans);
    text(w, "\t");
    lt_flow_raw(&w->out, &capital, 1);
    text(w, type + 1);
    text(w, " ");
    pieces(w, spans, false);
    text(w, "\t");
    pieces(w, spans, true);
    text(w, "\n");
    return w->spans;
}

static void put_note(writer *w, uint32_t of)
{
    number(w, "#", ++w->notes);
    number(w, "\tAnnotatorNotes T", of);
    text(w, "\t");
}

static void put_relation(writer *w, const char *type, uint32_t from, uint32_t to)
{
    number(w, "R", ++w->relations);
    text(w, "\t");
    text(w, type);
    number(w, " Arg1:T", from);
    number(w, " Arg2:T", to);
    text(w, "\n");
}

static void put_attribute(writer *w, const char *type, uint32_t of, const char *value)
{
    number(w, "A", ++w->attributes);
    text(w, "\t");
    text(w, type);
    number(w, " T", of);
    text(w, " ");
    text(w, value);
    text(w, "\n");
}

/* ---------------------------------------------------------------- parties */

/* The slot of these words for this party. There are always free ones. */
static named *find(writer *w, uint32_t party, laut_spans words)
{
    uint32_t begin = words.at[0].begin, end = words.at[words.count - 1].end;
    size_t i = (party * UINT32_C(2654435761) ^ begin * UINT32_C(40503) ^ end) % w->slots;
    while (w->known[i].number &&
           (w->known[i].party != party || w->known[i].begin != begin || w->known[i].end != end))
        i = (i + 1) % w->slots;
    if (!w->known[i].number)
        w->known[i] = (named){party, begin, end, 0};
    return &w->known[i];
}

static void put_hand(writer *w, const char *role, uint32_t claim, const laut_link *link, laut_spans words)
{
    const laut_party *p = link ? lt_view_party(w->view, link) : NULL;
    if (!words.count && p && p->mentions.count)
        words = (laut_spans){p->mentions.at, 1};
    if (!words.count)
        return;
    named *n = find(w, p ? link->party : LAUT_NONE, words);
    if (!n->number) {
        n->number = put_span(w, p ? laut_party_type_name(p->type) : "party", words);
        put_note(w, n->number);
        text(w, p ? p->name : "?");
        text(w, "\n");
    }
    put_relation(w, role, claim, n->number);
}

static void put_passage(writer *w, const char *role, const char *type, uint32_t claim, laut_spans spans)
{
    if (spans.count)
        put_relation(w, role, claim, put_span(w, type, spans));
}

static void put_claim(writer *w, uint32_t rank)
{
    uint32_t index = w->view->order[rank];
    const laut_claim *c = &w->view->claims[index];
    const laut_link *source = lt_claim_source(c);
    uint32_t t = put_span(w, laut_kind_name(c->kind), c->content);
    put_note(w, t);
    lt_flow_claim(&w->out, w->view, index);
    text(w, " ");
    text(w, c->rule);
    text(w, "\n");
    put_attribute(w, "Act", t, laut_act_name(c->act));
    put_attribute(w, "Medium", t, laut_medium_name(c->medium));
    put_hand(w, "Speaker", t, lt_claim_speaker(c), lt_claim_speaker_words(c));
    if (source)
        put_hand(w, "Source", t, source, source->words);
    put_passage(w, "Addressee", "addressee", t, c->addressee);
    put_passage(w, "Cue", "cue", t, c->cue);
}

int lt_write_brat(const lt_view *v, const laut_write_options *options, FILE *stream)
{
    (void)options;
    writer w = {.view = v, .slots = v->claim_count * 4 + 1}; /* two hands a claim */
    w.known = calloc(w.slots, sizeof *w.known);
    if (!w.known)
        return -1;
    for (uint32_t i = 0; i < v->claim_count; i++)
        put_claim(&w, i);
    free(w.known);
    return lt_flow_end(&w.out, stream);
}
