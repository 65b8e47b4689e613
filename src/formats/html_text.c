/* The text of the HTML report. Marks may lie in each other or cross (a quotation that begins in
 * one claim and ends behind it): at each place where one ends, those inside are closed with it and
 * opened again behind.
 *
 *     <p>Die Ministerin sagte, <content c1>der Plan sei <content c2>„mutig“</content></content>.</p>
 */
#include <stdlib.h>
#include <string.h>

#include "formats/html.h"

typedef enum { CONTENT, SILENCE, FRAME, NAMED, CUE, FLAW } role; /* from the outer to the inner */

typedef struct {
    laut_span span;
    role role;
    bool first;     /* the first piece of what it marks */
    uint32_t index; /* rank of a claim, no comment, note */
} mark;

typedef struct {
    lt_page *page;
    mark *marks;
    size_t count, room, next; /* next: the first that is not open yet */
    const mark **open;        /* from the outer to the inner */
    size_t depth;
    bool failed;
} walk;

/* ---------------------------------------------------------------- marks */

static void add_marks(walk *w, laut_spans spans, role as, uint32_t index)
{
    for (size_t i = 0; i < spans.count; i++) {
        if (spans.at[i].begin >= spans.at[i].end)
            continue;
        if (w->count == w->room) {
            size_t room = w->room ? w->room * 2 : 256;
            mark *fresh = realloc(w->marks, room * sizeof *fresh);
            if (!fresh) {
                w->failed = true;
                return;
            }
            w->marks = fresh;
            w->room = room;
        }
        w->marks[w->count++] = (mark){spans.at[i], as, i == 0, index};
    }
}

static int by_place(const void *a, const void *b)
{
    const mark *x = a, *y = b;
    if (x->span.begin != y->span.begin)
        return x->span.begin < y->span.begin ? -1 : 1;
    if (x->span.end != y->span.end)
        return x->span.end > y->span.end ? -1 : 1;
    if (x->role != y->role)
        return x->role < y->role ? -1 : 1;
    return x->index < y->index ? -1 : x->index > y->index;
}

static bool begin_walk(walk *w, lt_page *p, bool all)
{
    *w = (walk){.page = p};
    const lt_view *v = p->view;
    for (uint32_t rank = 0; rank < v->claim_count; rank++) {
        const laut_claim *c = &v->claims[v->order[rank]];
        add_marks(w, c->content, CONTENT, rank);
        if (!all)
            continue;
        add_marks(w, c->frame, FRAME, rank);
        add_marks(w, c->speaker, NAMED, rank);
        add_marks(w, c->addressee, NAMED, rank);
        for (size_t i = c->speaker.count ? 1 : 0; i < c->chain_count; i++)
            add_marks(w, c->chain[i].words, NAMED, rank);
        add_marks(w, c->cue, CUE, rank);
    }
    for (uint32_t i = 0; all && i < v->no_comment_count; i++)
        add_marks(w, v->no_comments[i].sentence, SILENCE, i);
    for (uint32_t i = 0; all && i < p->note_count; i++)
        add_marks(w, (laut_spans){&p->notes[i].span, 1}, FLAW, i);
    if (w->count)
        qsort(w->marks, w->count, sizeof *w->marks, by_place);
    w->open = malloc((w->count + 1) * sizeof *w->open);
    return w->open && !w->failed;
}

static void end_walk(walk *w)
{
    free(w->marks);
    free(w->open);
}

/* ---------------------------------------------------------------- tags */

/* Words that name the speaker of many claims, a frame of several: one mark that is for them all. */
static bool goes_with(const walk *w, const mark *first, const mark *m)
{
    return m < w->marks + w->count && m->role == first->role && m->span.begin == first->span.begin &&
           m->span.end == first->span.end && (m->role == FRAME || m->role == NAMED || m->role == CUE);
}

static const laut_claim *claim_at(const walk *w, uint32_t rank)
{
    return &w->page->view->claims[w->page->view->order[rank]];
}

static uint32_t speaker_of(const laut_claim *c) { return c->chain_count ? c->chain[0].party : LAUT_NONE; }

static void put_who(void *context)
{
    const walk *w = context;
    const mark *m = w->open[w->depth - 1];
    const laut_claim *c = claim_at(w, m->index);
    const laut_party *party = c->chain_count ? lt_view_party(w->page->view, &c->chain[0]) : NULL;
    const char *name = party && party->name ? party->name : lt_html_say(&w->page->html, "nobody");
    lt_html_text(&w->page->html, name, strlen(name));
}

static const char *kind_message(const walk *w, laut_kind kind)
{
    char key[64];
    snprintf(key, sizeof key, "kind.%s", laut_kind_name(kind));
    return lt_html_say(&w->page->html, key);
}

static void open_content(walk *w, const mark *m, bool again)
{
    lt_page *p = w->page;
    const laut_claim *c = claim_at(w, m->index);
    char colour[8], key[32], inner[8];
    uint32_t depth = p->depth[m->index];
    lt_page_colour(p, speaker_of(c), colour);
    lt_page_key(p, c->chain, c->chain_count, key, sizeof key, m->index);
    snprintf(inner, sizeof inner, "%u", depth > 3 ? 3 : depth);
    if (m->first && !again)
        LT_FILL(&p->html, "key", LT_NUMBER("document", p->number), LT_TEXT("colour", colour),
                LT_NUMBER("number", m->index + 1), LT_TEXT("key", key),
                LT_TEXT("kind", kind_message(w, c->kind)), LT_PUT("who", put_who, w));
    LT_FILL(&p->html, "content", LT_TEXT("kind", laut_kind_name(c->kind)), LT_TEXT("colour", colour),
            LT_TEXT("inner", depth ? inner : NULL), LT_NUMBER("number", m->index + 1),
            LT_TEXT("piece", m->first || again ? NULL : key));
}

static void open_silence(walk *w, const mark *m, bool again)
{
    lt_page *p = w->page;
    const laut_no_comment *n = &p->view->no_comments[m->index];
    char colour[8], key[32];
    lt_page_colour(p, n->chain_count ? n->chain[0].party : LAUT_NONE, colour);
    lt_page_key(p, n->chain, n->chain_count, key, sizeof key, LAUT_NONE);
    if (m->first && !again)
        LT_FILL(&p->html, "silence.key", LT_NUMBER("document", p->number), LT_TEXT("colour", colour),
                LT_NUMBER("number", m->index + 1), LT_TEXT("key", key));
    LT_FILL(&p->html, "silence", LT_TEXT("colour", colour), LT_NUMBER("number", m->index + 1));
}

static void open_flaw(walk *w, const mark *m, bool again)
{
    lt_page *p = w->page;
    const laut_finding *n = &p->notes[m->index];
    const char *severity = lt_page_severity(n);
    if (m->first && !again)
        LT_FILL(&p->html, "flaw.key", LT_NUMBER("document", p->number), LT_TEXT("severity", severity),
                LT_TEXT("severity name", lt_page_severity_name(p, n)),
                LT_NUMBER("number", m->index + 1));
    LT_FILL(&p->html, "flaw", LT_TEXT("severity", severity), LT_NUMBER("number", m->index + 1));
}

/* The claims that the innermost mark is for. */
static void put_claims(void *context)
{
    const walk *w = context;
    const mark *first = w->open[w->depth - 1];
    uint32_t before = LAUT_NONE; /* a hand may be named twice for one claim */
    for (const mark *m = first; m == first || goes_with(w, first, m); m++) {
        if (m->index != before)
            fprintf(w->page->html.stream, "%sc%u", m == first ? "" : " ", m->index + 1);
        before = m->index;
    }
}

/* Open the innermost mark; again, where it was closed only because one around it ended. */
static void open_mark(walk *w, bool again)
{
    static const char *const plain[] = {[FRAME] = "frame", [NAMED] = "named", [CUE] = "cue"};
    const mark *m = w->open[w->depth - 1];
    switch (m->role) {
    case CONTENT:
        open_content(w, m, again);
        break;
    case SILENCE:
        open_silence(w, m, again);
        break;
    case FLAW:
        open_flaw(w, m, again);
        break;
    case FRAME:
    case NAMED:
    case CUE: {
        char colour[8];
        lt_page_colour(w->page, speaker_of(claim_at(w, m->index)), colour);
        LT_FILL(&w->page->html, plain[m->role], LT_TEXT("colour", colour), LT_PUT("for", put_claims, w));
    }
    }
}

static void close_mark(walk *w) { LT_FILL(&w->page->html, "end", {0}); }

/* ---------------------------------------------------------------- from place to place */

/* Where the next mark begins or an open one ends, but not behind `end`. */
static uint32_t next_place(const walk *w, uint32_t end)
{
    for (size_t i = 0; i < w->depth; i++)
        if (w->open[i]->span.end < end)
            end = w->open[i]->span.end;
    if (w->next < w->count && w->marks[w->next].span.begin < end)
        end = w->marks[w->next].span.begin;
    return end;
}

/* What ends at a place is no longer open; tags are written where `written`. */
static void leave(walk *w, uint32_t place, bool written)
{
    size_t outermost = 0, kept;
    while (outermost < w->depth && w->open[outermost]->span.end > place)
        outermost++;
    if (outermost == w->depth)
        return;
    for (size_t i = w->depth; written && i > outermost; i--)
        close_mark(w);
    kept = outermost;
    for (size_t i = outermost; i < w->depth; i++)
        if (w->open[i]->span.end > place)
            w->open[kept++] = w->open[i];
    size_t depth = kept;
    for (w->depth = outermost; w->depth < depth;) {
        w->depth++;
        if (written)
            open_mark(w, true);
    }
}

static void enter(walk *w, uint32_t place, bool written)
{
    while (w->next < w->count && w->marks[w->next].span.begin <= place) {
        const mark *m = &w->marks[w->next];
        do
            w->next++;
        while (goes_with(w, m, &w->marks[w->next]));
        if (m->span.end <= place) /* between two paragraphs */
            continue;
        w->open[w->depth++] = m;
        if (written)
            open_mark(w, false);
    }
}

/* ---------------------------------------------------------------- who says how much */

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static uint64_t characters(const char *text, uint32_t begin, uint32_t end)
{
    uint64_t n = 0;
    for (uint32_t i = begin; i < end; i++)
        n += ((unsigned char)text[i] & 0xC0) != 0x80 && !is_blank(text[i]);
    return n;
}

int lt_page_measure(lt_page *p)
{
    walk w;
    bool good = begin_walk(&w, p, false);
    uint32_t size = (uint32_t)p->view->size;
    for (uint32_t at = 0; good && at < size;) {
        leave(&w, at, false);
        enter(&w, at, false);
        uint32_t to = next_place(&w, size);
        uint64_t n = characters(p->view->text, at, to);
        uint32_t party = w.depth ? speaker_of(claim_at(&w, w.open[w.depth - 1]->index)) : LAUT_NONE;
        p->characters += n;
        if (party < p->view->party_count)
            p->listed[p->place[party]].words += n;
        else if (w.depth)
            p->nobody_words += n;
        at = to;
    }
    end_walk(&w);
    return good ? 0 : -1;
}

/* ---------------------------------------------------------------- paragraphs */

enum { WIDTH = 100 }; /* characters: the widest line of a text that was broken to fit a width */

/* Where lines are short and some end within a sentence, only empty lines and headings end paragraphs.
 * Else every line is one. */
static bool is_wrapped(const lt_page *p)
{
    const lt_view *v = p->view;
    size_t column = 0;
    for (size_t i = 0; i < v->size; i++) {
        column = v->text[i] == '\n' ? 0 : column + (((unsigned char)v->text[i] & 0xC0) != 0x80);
        if (column > WIDTH)
            return false;
    }
    for (size_t i = 0; i < v->sentence_count; i++) {
        laut_span s = v->sentences[i].span;
        if (memchr(v->text + s.begin, '\n', s.end - s.begin))
            return true;
    }
    return false;
}

typedef struct {
    laut_span span;
    bool heading;
} block;

/* The last sentence that begins before `place`, from `*hint` on; or the number of sentences. */
static size_t sentence_before(const lt_view *v, uint32_t place, size_t *hint)
{
    while (*hint + 1 < v->sentence_count && v->sentences[*hint + 1].span.begin < place)
        ++*hint;
    return *hint < v->sentence_count && v->sentences[*hint].span.begin < place ? *hint : v->sentence_count;
}

static bool is_heading(const lt_view *v, size_t sentence)
{
    return sentence < v->sentence_count && v->document->sentences.at[sentence].heading;
}

/* The paragraph or heading that begins at or behind `at`; false at the end of the text. */
static bool next_block(const lt_view *v, bool wrapped, uint32_t at, size_t *hint, block *out)
{
    uint32_t size = (uint32_t)v->size;
    while (at < size && is_blank(v->text[at]))
        at++;
    if (at == size)
        return false;
    *out = (block){{at, at}, false};
    for (uint32_t i = at; i < size; i++) {
        if (v->text[i] != '\n') {
            if (!is_blank(v->text[i]))
                out->span.end = i + 1;
            continue;
        }
        uint32_t line = i + 1; /* the next one's first mark; it may be empty */
        while (line < size && v->text[line] != '\n' && is_blank(v->text[line]))
            line++;
        if (line == size || v->text[line] == '\n')
            break;
        size_t before = sentence_before(v, i, hint);
        bool inside = before < v->sentence_count && v->sentences[before].span.end > i;
        if (!wrapped || (!inside && (is_heading(v, before) || is_heading(v, before + 1))))
            break;
    }
    out->heading = is_heading(v, sentence_before(v, out->span.end, hint)) &&
                   v->sentences[*hint].span.begin <= out->span.begin;
    return true;
}

static void put_block_text(walk *w, laut_span s)
{
    leave(w, s.begin, false);
    size_t depth = w->depth; /* what goes on from the paragraph before */
    for (w->depth = 0; w->depth < depth;) {
        w->depth++;
        open_mark(w, true);
    }
    for (uint32_t at = s.begin; at < s.end;) {
        leave(w, at, true);
        enter(w, at, true);
        uint32_t to = next_place(w, s.end);
        lt_html_text(&w->page->html, w->page->view->text + at, to - at);
        at = to;
    }
    leave(w, s.end, true);
    for (size_t i = 0; i < w->depth; i++)
        close_mark(w);
}

typedef struct {
    walk *walk;
    laut_span span;   /* of the block */
    size_t note, end; /* notes that stand beside it */
} beside;

static void put_text(void *context)
{
    const beside *b = context;
    put_block_text(b->walk, b->span);
}

static void put_notes(void *context)
{
    const beside *b = context;
    for (size_t i = b->note; i < b->end; i++)
        lt_page_note(b->walk->page, i);
}

static bool is_of_whole(const laut_finding *n) { return n->span.begin >= n->span.end; }

int lt_page_text(lt_page *p)
{
    walk w;
    const lt_view *v = p->view;
    bool good = begin_walk(&w, p, true), wrapped = is_wrapped(p);
    size_t hint = 0, note = 0;
    while (note < p->note_count && is_of_whole(&p->notes[note]))
        note++;
    block b;
    for (uint32_t at = 0; good && next_block(v, wrapped, at, &hint, &b); at = b.span.end) {
        beside s = {&w, b.span, note, note};
        while (s.end < p->note_count && p->notes[s.end].span.begin < b.span.end)
            s.end++;
        note = s.end;
        LT_FILL(&p->html, b.heading ? "heading" : "paragraph", LT_PUT("text", put_text, &s),
                s.end > s.note ? LT_PUT("notes", put_notes, &s) : LT_TEXT("notes", NULL));
    }
    beside rest = {&w, {0, 0}, note, p->note_count}; /* behind the last word */
    if (good && note < p->note_count)
        LT_FILL(&p->html, "paragraph", LT_TEXT("text", ""), LT_PUT("notes", put_notes, &rest));
    end_walk(&w);
    return good ? 0 : -1;
}
