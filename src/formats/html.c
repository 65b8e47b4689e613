/* The HTML report for an editor: the text with its claims marked, and beside it who says how much
 * and how each statement came to the reader. One page for all documents of a run, which needs
 * nothing but itself: style, script and markup lie in report/, what it says in rules/de/report.tsv.
 *
 * Everything stands in the markup, each claim as a card. The script only shows one of them, filters,
 * and turns the documents of a page into an index; without it all is there, one below the other. */
#include <stdlib.h>
#include <string.h>

#include "formats/html.h"

#define PAGE "page.html"
#define MESSAGES "de/report.tsv"

/* ---------------------------------------------------------------- names */

void lt_page_colour(const lt_page *p, uint32_t party, char out[8])
{
    uint32_t place = party < p->view->party_count ? p->place[party] : LT_COLOURS;
    snprintf(out, 8, "p%u", place < LT_COLOURS ? place + 1 : 0);
}

/* A, B, … Z, AA, AB, … */
static void letter_of(const lt_page *p, uint32_t party, char out[8])
{
    char letters[8];
    size_t n = 0;
    for (uint32_t rest = p->place[party] + 1; rest && n < 7; rest = (rest - 1) / 26)
        letters[n++] = (char)('A' + (rest - 1) % 26);
    for (size_t i = 0; i < n; i++)
        out[i] = letters[n - 1 - i];
    out[n] = '\0';
}

void lt_page_key(const lt_page *p, const laut_link *chain, size_t chain_count, char *out, size_t size,
                 uint32_t rank)
{
    char letter[8] = "?";
    if (chain_count && chain[0].party < p->view->party_count)
        letter_of(p, chain[0].party, letter);
    bool unsure = chain_count && chain[0].resolved == LAUT_AMBIGUOUS;
    if (rank == LAUT_NONE)
        snprintf(out, size, "%s%s", letter, lt_html_say(&p->html, "silence.sign"));
    else
        snprintf(out, size, "%s%s%u", letter, unsure ? "?" : "", rank + 1);
}

static const char *say(const lt_page *p, const char *group, const char *name)
{
    char key[64];
    snprintf(key, sizeof key, "%s.%s", group, name);
    return lt_html_say(&p->html, key);
}

/* ---------------------------------------------------------------- words of the text */

typedef struct {
    lt_page *page;
    laut_spans spans;
} words;

/* With … where something is left out between two spans. */
static void put_words(void *context)
{
    const words *w = context;
    const char *text = w->page->view->text;
    for (size_t i = 0; i < w->spans.count; i++) {
        laut_span s = w->spans.at[i];
        if (i) {
            uint32_t at = w->spans.at[i - 1].end;
            while (at < s.begin && strchr(" \t\r\n", text[at]) && text[at])
                at++;
            fputs(at < s.begin ? " … " : " ", w->page->html.stream);
        }
        lt_html_text(&w->page->html, text + s.begin, s.end - s.begin);
    }
}

static lt_field words_field(const char *name, words *w)
{
    return w->spans.count ? LT_PUT(name, put_words, w) : LT_TEXT(name, NULL);
}

static uint32_t line_of(const lt_page *p, laut_spans spans)
{
    uint32_t line = 1, column;
    if (spans.count)
        laut_position(p->view->document, spans.at[0].begin, &line, &column);
    return line;
}

/* ---------------------------------------------------------------- percentages */

typedef struct {
    lt_page *page;
    uint64_t part, whole;
} share;

static void put_share(void *context)
{
    const share *s = context;
    uint64_t percent = s->whole ? (s->part * 200 + s->whole) / (s->whole * 2) : 0;
    if (!percent && s->part)
        fputs("&lt;\xC2\xA0", s->page->html.stream);
    lt_html_count(&s->page->html, "percent", (size_t)(percent ? percent : s->part ? 1 : 0));
}

/* ---------------------------------------------------------------- chains */

typedef struct {
    lt_page *page;
    const laut_claim *claim; /* or NULL */
    const laut_link *chain;
    size_t count;
    uint32_t source;
    laut_spans named;        /* the words that name the speaker */
} way;

static const laut_party *party_of(const lt_page *p, const laut_link *link)
{
    return link ? lt_view_party(p->view, link) : NULL;
}

/* The party's name; of an unknown one the words that name it. */
typedef struct {
    lt_page *page;
    const laut_link *link; /* or NULL */
    laut_spans named;
} somebody;

static void put_name(void *context)
{
    const somebody *s = context;
    const laut_party *party = party_of(s->page, s->link);
    if (party && party->name) {
        lt_html_text(&s->page->html, party->name, strlen(party->name));
    } else if (s->named.count) {
        put_words(&(words){s->page, s->named});
    } else {
        const char *nobody = lt_html_say(&s->page->html, "nobody");
        lt_html_text(&s->page->html, nobody, strlen(nobody));
    }
}

static bool same_spans(laut_spans a, laut_spans b)
{
    return a.count == b.count && (!a.count || memcmp(a.at, b.at, a.count * sizeof *a.at) == 0);
}

/* What the reader has before him. */
static const char *this_text(const lt_page *p)
{
    const char *publisher = p->view->document->publisher;
    return publisher && *publisher ? publisher : lt_html_say(&p->html, "chain.this");
}

/* From the reader back to the mouth: the last hand of the chain comes first. */
static void put_chain(void *context)
{
    const way *w = context;
    lt_page *p = w->page;
    laut_spans before = {0};
    for (size_t i = w->count; i-- > 0;) {
        const laut_link *link = &w->chain[i];
        const laut_party *party = party_of(p, link);
        laut_spans cue = link->cue;
        if (i == 0 && !cue.count && w->claim)
            cue = w->claim->cue;
        laut_spans named = i == 0 && w->named.count ? w->named : link->words;
        bool speaks = i == 0, reports = i == w->source;
        const char *role = speaks && !w->claim  ? "chain.silent"
                           : speaks && reports ? "chain.both"
                           : speaks            ? "chain.speaker"
                           : reports           ? "chain.source" : "chain.hand";
        char colour[8], letter[8] = "?";
        lt_page_colour(p, link->party, colour);
        if (party)
            letter_of(p, link->party, letter);
        words by = {p, same_spans(cue, before) ? (laut_spans){0} : cue}, written = {p, named};
        somebody who = {p, link, named};
        LT_FILL(&p->html, "hand", LT_TEXT("colour", colour), LT_TEXT("letter", letter),
                LT_PUT("name", put_name, &who), LT_TEXT("role", lt_html_say(&p->html, role)),
                LT_TEXT("type", party ? say(p, "type", laut_party_type_name(party->type)) : NULL),
                words_field("cue", &by), words_field("written", &written));
        before = cue;
    }
    if (!w->count)
        LT_FILL(&p->html, "hand", LT_TEXT("colour", "p0"), LT_TEXT("letter", "?"),
                LT_TEXT("name", lt_html_say(&p->html, "nobody")),
                words_field("cue", &(words){p, w->claim ? w->claim->cue : (laut_spans){0}}));
}

/* ---------------------------------------------------------------- cards */

static void put_candidates(void *context)
{
    const way *w = context;
    lt_page *p = w->page;
    const laut_link *link = &w->chain[0];
    const char *between = lt_html_say(&p->html, "or");
    for (size_t i = 0, n = 0; i < link->candidate_count; i++) {
        if (link->candidates[i] >= p->view->party_count)
            continue;
        const char *name = p->view->parties[link->candidates[i]].name;
        if (n++)
            LT_FILL(&p->html, "or", LT_TEXT("or", between));
        lt_html_text(&p->html, name, strlen(name));
    }
}

/* Another claim that a card leads to. */
typedef struct {
    lt_page *page;
    uint32_t claim;
} reference;

static void put_reference(void *context)
{
    const reference *r = context;
    lt_page *p = r->page;
    const laut_claim *c = &p->view->claims[r->claim];
    char key[32], colour[8];
    uint32_t rank = p->view->rank[r->claim];
    lt_page_key(p, c->chain, c->chain_count, key, sizeof key, rank);
    lt_page_colour(p, c->chain_count ? c->chain[0].party : LAUT_NONE, colour);
    LT_FILL(&p->html, "reference", LT_NUMBER("document", p->number), LT_NUMBER("number", rank + 1),
            LT_TEXT("key", key), LT_TEXT("colour", colour));
}

static lt_field reference_field(const char *name, reference *r)
{
    return r->claim < r->page->view->claim_count ? LT_PUT(name, put_reference, r) : LT_TEXT(name, NULL);
}

/* Where a party stands in the list, from 1; 0 for none. Filters go by it. */
static size_t place_of(const lt_page *p, const laut_link *chain, size_t count, uint32_t at)
{
    return at < count && chain[at].party < p->view->party_count ? p->place[chain[at].party] + 1 : 0;
}

static void put_claim(lt_page *p, uint32_t rank)
{
    const laut_claim *c = &p->view->claims[p->view->order[rank]];
    const laut_link *first = c->chain_count ? &c->chain[0] : NULL;
    laut_spans named = c->speaker.count || !first ? c->speaker : first->words;
    laut_resolved resolved = first ? first->resolved : LAUT_UNRESOLVED;
    way w = {p, c, c->chain, c->chain_count, c->source, named};
    words content = {p, c->content}, written = {p, named}, cue = {p, c->cue}, frame = {p, c->frame},
          addressee = {p, c->addressee};
    somebody who = {p, first, named};
    reference parent = {p, c->parent}, continues = {p, c->continues};
    share right = {p, (uint64_t)(c->confidence * 1000 + .5), 1000};
    char key[32], colour[8], id[16];
    snprintf(id, sizeof id, "c%u", rank + 1);
    lt_page_key(p, c->chain, c->chain_count, key, sizeof key, rank);
    lt_page_colour(p, first ? first->party : LAUT_NONE, colour);
    LT_FILL(&p->html, "card", LT_NUMBER("document", p->number), LT_TEXT("id", id),
            LT_TEXT("key", key), LT_TEXT("colour", colour), LT_TEXT("kind", laut_kind_name(c->kind)),
            LT_TEXT("kind name", say(p, "kind", laut_kind_name(c->kind))),
            LT_TEXT("act", say(p, "act", laut_act_name(c->act))),
            LT_TEXT("medium", c->medium == LAUT_MEDIUM_UNKNOWN ? NULL : say(p, "medium", laut_medium_name(c->medium))),
            LT_NUMBER("speaker", place_of(p, c->chain, c->chain_count, 0)),
            LT_NUMBER("source", place_of(p, c->chain, c->chain_count, c->source)),
            LT_NUMBER("line", line_of(p, c->content)), LT_PUT("name", put_name, &who),
            words_field("content", &content), LT_TEXT("this", this_text(p)), LT_PUT("chain", put_chain, &w),
            words_field("written", &written), LT_TEXT("known", party_of(p, first) ? "" : NULL),
            LT_TEXT("resolved", say(p, "resolved", laut_resolved_name(resolved))),
            resolved == LAUT_AMBIGUOUS ? LT_PUT("candidates", put_candidates, &w) : LT_TEXT("candidates", NULL),
            words_field("cue", &cue), words_field("frame", &frame), words_field("addressee", &addressee),
            reference_field("parent", &parent), reference_field("continues", &continues),
            LT_TEXT("rule", c->rule),
            c->confidence > 0 ? LT_PUT("confidence", put_share, &right)
                              : LT_TEXT("confidence", lt_html_say(&p->html, "unmeasured")));
}

static void put_silence(lt_page *p, uint32_t index)
{
    const laut_no_comment *n = &p->view->no_comments[index];
    const laut_link *first = n->chain_count ? &n->chain[0] : NULL;
    laut_resolved resolved = first ? first->resolved : LAUT_UNRESOLVED;
    way w = {p, NULL, n->chain, n->chain_count, n->source, n->words};
    words content = {p, n->sentence}, written = {p, n->words};
    somebody who = {p, first, n->words};
    char key[32], colour[8], id[16];
    snprintf(id, sizeof id, "n%u", index + 1);
    lt_page_key(p, n->chain, n->chain_count, key, sizeof key, LAUT_NONE);
    lt_page_colour(p, first ? first->party : LAUT_NONE, colour);
    LT_FILL(&p->html, "card", LT_NUMBER("document", p->number), LT_TEXT("id", id),
            LT_TEXT("key", key), LT_TEXT("colour", colour), LT_TEXT("kind", "silence"),
            LT_TEXT("kind name", lt_html_say(&p->html, "silence")),
            LT_NUMBER("speaker", place_of(p, n->chain, n->chain_count, 0)),
            LT_NUMBER("source", place_of(p, n->chain, n->chain_count, n->source)),
            LT_NUMBER("line", line_of(p, n->sentence)), LT_PUT("name", put_name, &who),
            words_field("content", &content), LT_TEXT("this", this_text(p)), LT_PUT("chain", put_chain, &w),
            words_field("written", &written), LT_TEXT("known", party_of(p, first) ? "" : NULL),
            LT_TEXT("resolved", say(p, "resolved", laut_resolved_name(resolved))), LT_TEXT("rule", n->rule));
}

/* Claims and refusals to comment, in the order of the text. */
static void put_cards(void *context)
{
    lt_page *p = context;
    const lt_view *v = p->view;
    uint32_t silence = 0;
    for (uint32_t rank = 0; rank <= v->claim_count; rank++) {
        const laut_claim *c = rank < v->claim_count ? &v->claims[v->order[rank]] : NULL;
        while (silence < v->no_comment_count &&
               (!c || (c->content.count && v->no_comments[silence].sentence.count &&
                       v->no_comments[silence].sentence.at[0].begin < c->content.at[0].begin)))
            put_silence(p, silence++);
        if (c)
            put_claim(p, rank);
    }
}

/* ---------------------------------------------------------------- parties, kinds, notes */

/* Claims and refusals of nobody whom the text names. */
static size_t count_nobody(const lt_page *p)
{
    size_t n = p->view->claim_count + p->view->no_comment_count;
    for (uint32_t i = 0; i < p->view->party_count; i++)
        n -= p->listed[i].claims + p->listed[i].silences;
    return n;
}

static bool has_parties(const lt_page *p) { return p->view->party_count || count_nobody(p); }

static void put_parties(void *context)
{
    lt_page *p = context;
    for (uint32_t i = 0; i < p->view->party_count; i++) {
        const lt_listed *l = &p->listed[i];
        const laut_party *party = &p->view->parties[l->party];
        char colour[8], letter[8];
        lt_page_colour(p, l->party, colour);
        letter_of(p, l->party, letter);
        share part = {p, l->words, p->characters};
        LT_FILL(&p->html, "party", LT_TEXT("colour", colour), LT_TEXT("letter", letter),
                LT_NUMBER("place", i + 1), LT_TEXT("name", party->name ? party->name : letter),
                LT_TEXT("role", party->role), LT_TEXT("type", say(p, "type", laut_party_type_name(party->type))),
                l->claims || !(l->reports || l->silences) ? LT_COUNT("claims", "claims", l->claims)
                                                          : LT_TEXT("claims", NULL),
                l->reports ? LT_COUNT("reports", "reports", l->reports) : LT_TEXT("reports", NULL),
                l->silences ? LT_COUNT("silences", "silences", l->silences) : LT_TEXT("silences", NULL),
                l->words ? LT_PUT("share", put_share, &part) : LT_TEXT("share", NULL));
    }
    size_t nobody = count_nobody(p);
    share part = {p, p->nobody_words, p->characters};
    if (nobody)
        LT_FILL(&p->html, "party", LT_TEXT("colour", "p0"), LT_TEXT("letter", "?"), LT_NUMBER("place", 0),
                LT_TEXT("name", lt_html_say(&p->html, "nobody")), LT_COUNT("claims", "claims", nobody),
                p->nobody_words ? LT_PUT("share", put_share, &part) : LT_TEXT("share", NULL));
}

/* Parties that report what others say, and the text itself. */
static void put_sources(void *context)
{
    lt_page *p = context;
    uint64_t own = p->view->claim_count + p->view->no_comment_count;
    for (uint32_t i = 0; i < p->view->party_count; i++)
        own -= p->listed[i].reports;
    LT_FILL(&p->html, "source", LT_TEXT("colour", "p0"), LT_NUMBER("place", 0),
            LT_TEXT("name", lt_html_say(&p->html, "source.none")), LT_NUMBER("count", (size_t)own));
    for (uint32_t i = 0; i < p->view->party_count; i++) {
        const laut_party *party = &p->view->parties[p->listed[i].party];
        char colour[8], letter[8];
        if (!p->listed[i].reports)
            continue;
        lt_page_colour(p, p->listed[i].party, colour);
        letter_of(p, p->listed[i].party, letter);
        LT_FILL(&p->html, "source", LT_TEXT("colour", colour), LT_TEXT("letter", letter),
                LT_NUMBER("place", i + 1), LT_TEXT("name", party->name ? party->name : letter),
                LT_NUMBER("count", p->listed[i].reports));
    }
}

static void put_kinds(void *context)
{
    lt_page *p = context;
    const lt_view *v = p->view;
    for (laut_kind kind = LAUT_DIRECT; kind <= LAUT_FREE_INDIRECT; kind++) {
        size_t count = 0;
        for (size_t i = 0; i < v->claim_count; i++)
            count += v->claims[i].kind == kind;
        LT_FILL(&p->html, "kind", LT_TEXT("kind", laut_kind_name(kind)),
                LT_TEXT("name", say(p, "kind", laut_kind_name(kind))), LT_NUMBER("count", count));
    }
    LT_FILL(&p->html, "kind", LT_TEXT("kind", "silence"), LT_TEXT("name", lt_html_say(&p->html, "silence")),
            LT_NUMBER("count", v->no_comment_count));
}

/* A bar as wide as the text: who says how much of it. */
static void put_bar(void *context)
{
    lt_page *p = context;
    double at = 0;
    for (uint32_t i = 0; i < p->view->party_count && p->characters; i++) {
        const lt_listed *l = &p->listed[i];
        double width = (double)l->words * 1000 / (double)p->characters;
        char colour[8], from[16], wide[16];
        lt_page_colour(p, l->party, colour);
        snprintf(from, sizeof from, "%u", (unsigned)(at + .5));
        snprintf(wide, sizeof wide, "%u", (unsigned)(at + width + .5) - (unsigned)(at + .5));
        if (l->words)
            LT_FILL(&p->html, "bar", LT_TEXT("colour", colour), LT_TEXT("from", from), LT_TEXT("wide", wide));
        at += width;
    }
    if (p->nobody_words) {
        char from[16], wide[16];
        snprintf(from, sizeof from, "%u", (unsigned)(at + .5));
        snprintf(wide, sizeof wide, "%.0f", (double)p->nobody_words * 1000 / (double)p->characters);
        LT_FILL(&p->html, "bar", LT_TEXT("colour", "p0"), LT_TEXT("from", from), LT_TEXT("wide", wide));
    }
}

static uint64_t attributed(const lt_page *p)
{
    uint64_t n = p->nobody_words;
    for (uint32_t i = 0; i < p->view->party_count; i++)
        n += p->listed[i].words;
    return n;
}

const char *lt_page_severity(const laut_finding *n)
{
    static const char *const names[] = {"info", "warning", "error"};
    return names[n->severity];
}

const char *lt_page_severity_name(const lt_page *p, const laut_finding *n)
{
    return say(p, "severity", lt_page_severity(n));
}

void lt_page_note(lt_page *p, size_t index)
{
    const laut_finding *n = &p->notes[index];
    bool whole = n->span.begin >= n->span.end;
    laut_spans at = {&n->span, 1};
    LT_FILL(&p->html, "note", LT_NUMBER("document", p->number), LT_NUMBER("number", index + 1),
            LT_TEXT("severity", lt_page_severity(n)), LT_TEXT("severity name", lt_page_severity_name(p, n)),
            LT_TEXT("code", n->code), LT_TEXT("message", n->message),
            whole ? LT_TEXT("line", NULL) : LT_NUMBER("line", line_of(p, at)));
}

/* Notes about the text as a whole. */
static void put_notes(void *context)
{
    lt_page *p = context;
    for (size_t i = 0; i < p->note_count && p->notes[i].span.begin >= p->notes[i].span.end; i++)
        lt_page_note(p, i);
}

/* ---------------------------------------------------------------- the document */

static void put_text(void *context)
{
    lt_page *p = context;
    if (lt_page_text(p) < 0)
        p->html.arena.failed = true;
}

static void put_id(void *context)
{
    const lt_page *p = context;
    const char *id = p->view->document->id;
    if (!id || !*id)
        id = lt_html_say(&p->html, "untitled");
    lt_html_text((lt_html *)&p->html, id, strlen(id));
}

static void write_document(lt_page *p)
{
    const lt_view *v = p->view;
    uint64_t said = attributed(p);
    share theirs = {p, said, p->characters}, rest = {p, p->characters - said, p->characters};
    const char *publisher = v->document->publisher;
    bool whole = p->note_count && p->notes[0].span.begin >= p->notes[0].span.end;
    LT_FILL(&p->html, "document", LT_NUMBER("document", p->number), LT_PUT("id", put_id, p),
            LT_TEXT("publisher", publisher && *publisher ? publisher : NULL),
            LT_COUNT("claims", "claims", v->claim_count), LT_NUMBER("claim count", v->claim_count),
            v->no_comment_count ? LT_COUNT("silences", "silences", v->no_comment_count)
                                : LT_TEXT("silences", NULL),
            LT_COUNT("party count", "parties", v->party_count),
            p->note_count ? LT_COUNT("note count", "notes", p->note_count) : LT_TEXT("note count", NULL),
            p->note_count ? LT_TEXT("noted", "noted") : LT_TEXT("noted", NULL),
            LT_PUT("attributed", put_share, &theirs), LT_PUT("unattributed", put_share, &rest),
            LT_PUT("bar", put_bar, p), LT_PUT("text", put_text, p), LT_PUT("cards", put_cards, p),
            v->claim_count + v->no_comment_count ? LT_TEXT("some", "") : LT_TEXT("some", NULL),
            has_parties(p) ? LT_PUT("parties", put_parties, p) : LT_TEXT("parties", NULL),
            has_parties(p) ? LT_TEXT("no parties", NULL) : LT_TEXT("no parties", ""),
            LT_PUT("sources", put_sources, p), LT_PUT("kinds", put_kinds, p),
            whole ? LT_PUT("notes", put_notes, p) : LT_TEXT("notes", NULL));
}

/* ---------------------------------------------------------------- to prepare */

static int by_claims(const void *a, const void *b)
{
    const lt_listed *x = a, *y = b;
    if (x->claims != y->claims)
        return x->claims > y->claims ? -1 : 1;
    if (x->reports != y->reports)
        return x->reports > y->reports ? -1 : 1;
    return x->party < y->party ? -1 : x->party > y->party;
}

static void count_hand(lt_page *p, const laut_link *chain, size_t count, uint32_t source, bool silent)
{
    uint32_t parties = (uint32_t)p->view->party_count;
    if (count && chain[0].party < parties)
        ++*(silent ? &p->listed[chain[0].party].silences : &p->listed[chain[0].party].claims);
    if (source < count && chain[source].party < parties)
        p->listed[chain[source].party].reports++;
}

static void list_parties(lt_page *p)
{
    const lt_view *v = p->view;
    for (uint32_t i = 0; i < v->party_count; i++)
        p->listed[i] = (lt_listed){.party = i};
    for (size_t i = 0; i < v->claim_count; i++)
        count_hand(p, v->claims[i].chain, v->claims[i].chain_count, v->claims[i].source, false);
    for (size_t i = 0; i < v->no_comment_count; i++)
        count_hand(p, v->no_comments[i].chain, v->no_comments[i].chain_count, v->no_comments[i].source, true);
    if (v->party_count)
        qsort(p->listed, v->party_count, sizeof *p->listed, by_claims);
    for (uint32_t i = 0; i < v->party_count; i++)
        p->place[p->listed[i].party] = i;
}

/* An outer claim stands before those inside; a parent may nevertheless begin behind its part. */
static void measure_depths(lt_page *p)
{
    const lt_view *v = p->view;
    for (uint32_t rank = 0; rank < v->claim_count; rank++) {
        uint32_t n = 0;
        for (uint32_t c = v->claims[v->order[rank]].parent; c < v->claim_count && n < 8; c = v->claims[c].parent)
            n++;
        p->depth[rank] = n;
    }
}

static int by_span(const void *a, const void *b)
{
    const laut_finding *x = a, *y = b;
    bool whole = x->span.begin >= x->span.end, other = y->span.begin >= y->span.end;
    if (whole != other)
        return whole ? -1 : 1;
    if (!whole && x->span.begin != y->span.begin)
        return x->span.begin < y->span.begin ? -1 : 1;
    return x->span.end > y->span.end ? -1 : x->span.end < y->span.end;
}

/* Limits that were reached stand in the margin, too. */
static void gather_notes(lt_page *p, const laut_finding *notes, size_t count)
{
    const lt_view *v = p->view;
    if (count)
        memcpy(p->notes, notes, count * sizeof *notes);
    p->note_count = count;
    for (size_t i = 0; i < v->truncation_count; i++) {
        const laut_truncation *t = &v->truncations[i];
        const char *limit = laut_limit_name(t->what);
        p->notes[p->note_count++] = (laut_finding){.code = limit, .severity = LAUT_SEVERITY_NOTE, .span = t->span,
                                                   .message = say(p, "limit", limit)};
    }
    if (p->note_count)
        qsort(p->notes, p->note_count, sizeof *p->notes, by_span);
}

int lt_write_html(const lt_view *v, const laut_write_options *options, FILE *stream)
{
    lt_page p = {.view = v, .number = options->part ? options->part : 1};
    p.notes = malloc((options->finding_count + v->truncation_count + 1) * sizeof *p.notes);
    p.listed = malloc((v->party_count + 1) * sizeof *p.listed);
    p.place = malloc((v->party_count + 1) * sizeof *p.place);
    p.depth = malloc((v->claim_count + 1) * sizeof *p.depth);
    bool opened = lt_html_open(&p.html, PAGE, MESSAGES, options->language, stream) == 0;
    int result = -1;
    if (opened && p.notes && p.listed && p.place && p.depth) {
        list_parties(&p);
        measure_depths(&p);
        gather_notes(&p, options->findings, options->finding_count);
        if (lt_page_measure(&p) == 0) {
            if (!options->part)
                LT_FILL(&p.html, "page", LT_TEXT("language", p.html.language), LT_PUT("id", put_id, &p));
            write_document(&p);
            if (!options->part)
                LT_FILL(&p.html, "page.end", {0});
            result = p.html.arena.failed || ferror(stream) ? -1 : 0;
        }
    }
    lt_html_close(&p.html);
    free(p.notes);
    free(p.listed);
    free(p.place);
    free(p.depth);
    return result;
}

/* ---------------------------------------------------------------- several documents */

static int write_around(const char *fragment, const laut_write_options *options, FILE *stream)
{
    lt_html h;
    int failed = lt_html_open(&h, PAGE, MESSAGES, options->language, stream);
    if (!failed)
        LT_FILL(&h, fragment, LT_TEXT("language", h.language), LT_TEXT("several", ""));
    lt_html_close(&h);
    return failed || ferror(stream) ? -1 : 0;
}

int lt_begin_html(const laut_write_options *options, FILE *stream)
{
    return write_around("page", options, stream);
}

int lt_end_html(const laut_write_options *options, FILE *stream)
{
    return write_around("page.end", options, stream);
}
