/* Stage 4: quotations. Pairs the quotation marks of every style, nested ones too, recovers
 * missing and wrong ones, and says whether a span is speech, a name or title, or scare quotes.
 *
 * Runs before the sentences: a full stop inside a quotation ends no sentence around it. */
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "document.h"
#include "engine/engine.h"
#include "engine/reports.h"
#include "stages/turns.h"

/* Of each of the four families of marks at most two are open at once (nests()), so the stack holds all. */
enum { MAX_DEPTH = 8, MAX_PARAGRAPHS = 4 };

typedef enum { DOUBLE, SINGLE, ANGLE, SINGLE_ANGLE } family;
typedef enum { OPENS, CLOSES, EITHER } direction;

static UChar32 mark(const lt_document *d, uint32_t i)
{
    UChar32 c;
    U8_GET_UNSAFE(d->text.bytes, d->tokens.at[i].begin, c);
    return c;
}

static family family_of(const lt_document *d, uint32_t i)
{
    UChar32 c = mark(d, i);
    if (c < 0x80 && d->tokens.at[i].end - d->tokens.at[i].begin > 1)
        return DOUBLE; /* two single ones: '' */
    switch (c) {
    case 0xAB: case 0xBB: case 0x300A: case 0x300B: return ANGLE;
    case 0x2039: case 0x203A: return SINGLE_ANGLE;
    case '\'': case '`': case 0xB4: case 0x2018: case 0x2019: case 0x201A: case 0x201B:
    case 0x2032: return SINGLE;
    default: return DOUBLE;
    }
}

/* Where the mark stands decides more than its shape: »so« and «so», “so” and „so“ are all in use;
 * only the low marks say always the same. */
static direction direction_of(const lt_document *d, uint32_t i)
{
    const lt_token *t = &d->tokens.at[i];
    bool space_before = t->flags & (LT_SPACE_BEFORE | LT_PARA_BEFORE | LT_LINE_BEFORE) || i == 0;
    bool space_after = i + 1 == d->tokens.count || d->tokens.at[i + 1].flags &
                       (LT_SPACE_BEFORE | LT_PARA_BEFORE | LT_LINE_BEFORE);
    const lt_token *p = i ? &d->tokens.at[i - 1] : NULL;
    const lt_token *n = i + 1 < d->tokens.count ? &d->tokens.at[i + 1] : NULL;
    bool word_after = n && !space_after && (n->kind == LT_WORD || n->kind == LT_NUMBER || n->kind == LT_OPEN);
    bool word_before = p && !space_before && (p->kind == LT_WORD || p->kind == LT_NUMBER || p->kind == LT_STOP || p->kind == LT_CLOSE);
    bool low = mark(d, i) == 0x201E || mark(d, i) == 0x201A;
    if (space_before && !space_after) /* « So », but „… so“ */
        return n && !low && (n->kind == LT_COMMA || n->kind == LT_STOP || n->kind == LT_SEMICOLON) ? CLOSES : OPENS;
    if (!space_before && space_after)
        return CLOSES;
    if (p && !space_before && (p->kind == LT_OPEN || p->kind == LT_DASH) && word_after)
        return OPENS;
    if (n && !space_after && n->kind != LT_WORD && n->kind != LT_NUMBER && n->kind != LT_MARK && word_before)
        return CLOSES;
    switch (mark(d, i)) {
    case 0x201E: case 0x201A: return OPENS;
    case 0x201D: return CLOSES;
    default: return EITHER;
    }
}

typedef struct { uint32_t token; family family; uint32_t paragraph; } opened;

typedef struct { uint32_t first, last; bool unclosed, answer; } pair;

typedef struct {
    lt_document *d;
    opened stack[MAX_DEPTH];
    uint32_t depth;
    lt_vec(pair) pairs;
} pairing;

static void close_at(pairing *p, uint32_t level, uint32_t last, bool unclosed)
{
    pair *q = lt_push(&p->d->arena, &p->pairs);
    if (q)
        *q = (pair){p->stack[level].token, last, unclosed, false};
    p->depth = level;
}

/* The token is a finite verb of saying that may stand behind the words: „…“, sagte er. */
static bool is_frame_verb(const lt_document *d, uint32_t i)
{
    const lt_token *t = &d->tokens.at[i];
    for (uint32_t k = 0; k < t->reading_count; k++) {
        const lt_reading *r = &d->readings.at[t->first_reading + k];
        uint32_t companions[LT_MAX_COMPANIONS], count;
        if (r->category != LT_VERB || !(r->features & LT_F(fin)) || t->flags & LT_CAPITAL)
            continue;
        lt_entry report = lt_find_report(d, r->lemma, NULL, 0, companions, &count);
        if (report != LAUT_NONE && lt_cell_has(lt_entry_cell(d->engine, report, "frame"), "front"))
            return true;
    }
    return false;
}

/* „Das dauert noch, sagte er: at the comma a frame begins, with its subject behind the verb. */
static bool begins_frame(const lt_document *d, uint32_t comma)
{
    if (d->tokens.at[comma].kind != LT_COMMA || comma + 2 >= d->tokens.count || !is_frame_verb(d, comma + 1))
        return false;
    const lt_token *t = &d->tokens.at[comma + 2];
    bool third = t->flags & LT_CAPITAL;
    for (uint32_t k = 0; k < t->reading_count; k++) {
        const lt_reading *r = &d->readings.at[t->first_reading + k];
        third |= r->category == LT_DET || (r->category == LT_PRON && r->features & LT_F(pers) && r->features & LT_F(p3));
    }
    return third && t->kind == LT_WORD;
}

/* The end for a quotation without a closing mark: before its frame, or behind the last full stop (else the
 * last token) before `limit`. */
static uint32_t recovered_end(const lt_document *d, uint32_t first, uint32_t limit)
{
    for (uint32_t i = first + 2; i < limit; i++)
        if (begins_frame(d, i))
            return i;
    for (uint32_t i = limit; i > first + 2; i--)
        if (d->tokens.at[i - 1].kind == LT_STOP)
            return i;
    return limit;
}

/* Each paragraph of a long quotation may begin with the mark that opened it, and with no other: what „ has
 * opened, " does not go on with. */
static bool repeats(const lt_document *d, uint32_t i, uint32_t opening)
{
    return d->tokens.at[i].flags & LT_PARA_BEFORE && mark(d, i) == mark(d, opening);
}

/* Whether a mark that closes what opened there comes before the next one that opens, within a few paragraphs. */
static bool closes_later(const lt_document *d, uint32_t from, uint32_t opening)
{
    family f = family_of(d, opening);
    uint32_t paragraphs = 0;
    for (uint32_t i = from; i < d->tokens.count && paragraphs < MAX_PARAGRAPHS; i++) {
        paragraphs += (d->tokens.at[i].flags & LT_PARA_BEFORE) != 0;
        if (d->tokens.at[i].kind == LT_MARK && family_of(d, i) == f) {
            direction way = direction_of(d, i);
            if (paragraphs && mark(d, i) == '"' && mark(d, opening) != '"')
                continue; /* what „ has opened in a paragraph before, 4" does not close */
            if (way == OPENS && repeats(d, i, opening))
                continue;
            return way == CLOSES;
        }
    }
    return false;
}

/* Whether a quotation that opens at `i` within one of the same marks closes before that one does:
 * „Der Satz „ab morgen“ ist falsch.“ */
static bool nests(const lt_document *d, uint32_t i, family f)
{
    uint32_t closing = 0;
    for (uint32_t k = i + 1; k < d->tokens.count && !(d->tokens.at[k].flags & LT_PARA_BEFORE); k++) {
        if (d->tokens.at[k].kind != LT_MARK || family_of(d, k) != f)
            continue;
        if (direction_of(d, k) != CLOSES)
            return false;
        if (++closing == 2)
            return true;
    }
    return false;
}

static void paragraph_starts(pairing *p, uint32_t i)
{
    for (uint32_t level = p->depth; level-- > 0;) {
        if (p->stack[level].family != SINGLE && closes_later(p->d, i, p->stack[level].token))
            break;
        if (p->stack[level].family == SINGLE)
            p->depth = level; /* an apostrophe */
        else
            close_at(p, level, recovered_end(p->d, p->stack[level].token, i), true);
    }
}

static void open_at(pairing *p, uint32_t i, family f)
{
    if (p->depth < MAX_DEPTH)
        p->stack[p->depth++] = (opened){i, f, 0};
}

static void meet(pairing *p, uint32_t i)
{
    lt_document *d = p->d;
    family f = family_of(d, i);
    direction way = direction_of(d, i);
    uint32_t level = p->depth;
    while (level > 0 && p->stack[level - 1].family != f)
        level--;
    bool open = level > 0;
    if (way == EITHER)
        way = open ? CLOSES : OPENS;
    if (way == CLOSES) {
        if (open)
            close_at(p, level - 1, i + 1, false);
        return; /* else a stray mark, or an apostrophe */
    }
    if (open) {
        if (repeats(d, i, p->stack[level - 1].token) && p->depth == level)
            return;
        if (f != SINGLE && nests(d, i, f)) {
            open_at(p, i, f);
            return;
        }
        if (level == p->depth && f != SINGLE)
            close_at(p, level - 1, recovered_end(d, p->stack[level - 1].token, i), true);
        else if (f == SINGLE)
            p->depth = level - 1;
    }
    open_at(p, i, f);
}

static int by_place(const void *x, const void *y)
{
    const pair *a = x, *b = y;
    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    return a->last > b->last ? -1 : a->last < b->last;
}

/* Pairs are made in the order of their ends; quotations are wanted in the order of their starts. */
static void sort_pairs(pair *at, uint32_t n)
{
    if (n > 1)
        qsort(at, n, sizeof *at, by_place);
}

static bool boundary_before(const lt_document *d, uint32_t i)
{
    if (i == 0 || d->tokens.at[i].flags & LT_PARA_BEFORE)
        return true;
    uint8_t k = d->tokens.at[i - 1].kind;
    return k == LT_STOP || k == LT_MARK || (k == LT_CLOSE && i < 6) || k == LT_DASH ||
           lt_is_initial(&d->tokens.at[i - 1]); /* vor Terminal B. „Wir bleiben“, sagte sie */
}

/* Whether token i can only be a finite verb that is neither auxiliary nor modal. */
static bool full_verb(const lt_document *d, uint32_t i)
{
    const lt_token *t = &d->tokens.at[i];
    bool verb = t->reading_count > 0 && !(t->flags & LT_CAPITAL);
    for (uint32_t k = 0; k < t->reading_count && verb; k++) {
        const lt_reading *r = &d->readings.at[t->first_reading + k];
        verb = r->category == LT_VERB && !(r->features & (LT_F(aux) | LT_F(modal) | LT_F(copula) | LT_F(guess)));
    }
    return verb;
}

/* Whether the tokens [first, last) in small letters can be a clause: one introduces it, or a verb stands in it
 * before its last word, or an infinitive with its particle. Man könne, so Raschke, „nicht auf den Bund warten“: the rest of a clause that began before. */
static bool clause_like(const lt_document *d, uint32_t first, uint32_t last)
{
    const lt_token *t = d->tokens.at;
    if (first < last && (lt_is(d, first, LT_SUB) || t[first].sum.features & (LT_F(rel) | LT_F(interrog))))
        return true;
    for (uint32_t i = first; i < last; i++) {
        if (t[i].kind != LT_WORD || t[i].flags & LT_CAPITAL)
            continue;
        if ((lt_is(d, i, LT_VERB) && t[i].sum.features & (i + 1 < last ? LT_F(fin) | LT_F(zuinf) : LT_F(zuinf))) ||
            (lt_is(d, i, LT_PART) && t[i].sum.features & LT_F(inf) && i + 1 < last))
            return true;
    }
    return false;
}

static void judge(const lt_document *d, lt_quote *q)
{
    bool bare = d->tokens.at[q->first].kind != LT_MARK;
    uint32_t inner_first = q->first + (bare ? 0 : 1), inner_last = q->last - (q->unclosed || bare ? 0 : 1);
    uint32_t stops = 0;
    for (uint32_t i = inner_first; i < inner_last; i++) {
        const lt_token *t = &d->tokens.at[i];
        if (t->kind == LT_WORD || t->kind == LT_NUMBER) {
            q->words++;
            q->lower += t->kind == LT_WORD && !(t->flags & LT_CAPITAL);
        }
        stops += t->kind == LT_STOP && i + 1 < inner_last && !(i > inner_first && d->text.bytes[t[-1].begin] == '['); /* but: bis zur Tat […] keine Kenntnis */
    }
    uint32_t end = inner_last; /* „Sie rief: ‚Halt!‘“: behind the marks of others inside */
    while (end > inner_first && d->tokens.at[end - 1].kind == LT_MARK)
        end--;
    bool ends_with_stop = end > inner_first && d->tokens.at[end - 1].kind == LT_STOP;
    bool at_start = boundary_before(d, q->first);
    uint8_t before = q->first ? d->tokens.at[q->first - 1].kind : LT_STOP;
    uint8_t after = q->last < d->tokens.count && !(d->tokens.at[q->last].flags & LT_PARA_BEFORE)
                        ? d->tokens.at[q->last].kind : LT_STOP;
    bool listed = before == LT_COMMA && q->first > 1 && d->tokens.at[q->first - 2].kind == LT_MARK;
    uint32_t word = inner_first; /* „‚Heimat‘ ist mir fremd“, „[…] Wir gehen“ */
    while (word < inner_last && d->tokens.at[word].kind != LT_WORD && d->tokens.at[word].kind != LT_NUMBER)
        word++;
    bool capital = word < inner_last && (d->small || d->tokens.at[word].flags & LT_CAPITAL ||
                                         d->tokens.at[word].kind == LT_NUMBER); /* „2031 ist zu spät“ */
    /* „Das ist gut“ sagte sie: a verb follows and the comma is missing */
    bool said = at_start && capital && q->words > 2 && q->lower > 0 && after == LT_WORD && full_verb(d, q->last);
    /* „Ja“, sagte sie: short as it is, it is all that she said */
    bool answered = at_start && capital && !q->unclosed && after == LT_COMMA && q->last + 1 < d->tokens.count && full_verb(d, q->last + 1);
    q->whole = q->words > 0 &&
               (before == LT_COLON || bare || q->answer ||
                ((at_start || (before == LT_COMMA && !listed)) && capital && q->words > 1 && q->lower > 0 &&
                 (after == LT_COMMA || (at_start && after == LT_STOP && q->words > 2))) ||
                (ends_with_stop && (at_start || (q->words > 3 && q->lower > 0))) ||
                (at_start && after == LT_WORD && ends_with_stop) ||
                said || answered || (stops && q->words > 6) ||
                (before == LT_COMMA && !listed && after == LT_STOP && q->words > 3 && q->lower > 1 &&
                 (capital || clause_like(d, inner_first, inner_last))) ||
                (at_start && capital && q->words > 3 && q->lower > 1 && after == LT_DASH));
    if (q->whole && before == LT_COLON && !bare && q->lower == 0 && q->words < 3 && !ends_with_stop)
        q->whole = false;
    if (q->whole || q->words >= 8 || (q->lower > 0 && q->words > 1))
        q->kind = LT_SPEECH;
    else
        q->kind = q->lower == 0 ? LT_TITLE : LT_SCARE;
}

/* The answers of an interview are quotations, too, with marks or without. */
static void add_turns(pairing *p)
{
    lt_document *d = p->d;
    lt_turns turns = {0};
    lt_find_turns(d, &turns);
    uint32_t old = p->pairs.count;
    for (uint32_t i = 0, k = 0; i < turns.count; i++) {
        const lt_turn *t = &turns.at[i];
        if (d->tokens.at[t->first].kind != LT_MARK) {
            pair *q = lt_push(&d->arena, &p->pairs);
            if (q)
                *q = (pair){t->first, t->last, false, true};
            continue;
        }
        while (k < old && p->pairs.at[k].first < t->first)
            k++;
        if (k < old && p->pairs.at[k].first == t->first)
            p->pairs.at[k].answer = true;
    }
}

int lt_quotes_stage(lt_document *d, laut_error *error)
{
    uint32_t n = d->tokens.count;
    pairing p = {.d = d};
    for (uint32_t i = 0; i < n; i++) {
        if (i && d->tokens.at[i].flags & LT_PARA_BEFORE && p.depth)
            paragraph_starts(&p, i);
        if (d->tokens.at[i].kind == LT_MARK)
            meet(&p, i);
    }
    paragraph_starts(&p, n);
    d->quote_of = lt_arena_alloc(&d->arena, (n + 1) * sizeof *d->quote_of);
    if (d->arena.failed)
        return lt_out_of_memory(error);
    memset(d->quote_of, 0xff, (n + 1) * sizeof *d->quote_of);
    sort_pairs(p.pairs.at, p.pairs.count);
    uint32_t marked = p.pairs.count;
    add_turns(&p);
    if (p.pairs.count > marked)
        sort_pairs(p.pairs.at, p.pairs.count);
    for (uint32_t i = 0; i < p.pairs.count; i++) {
        lt_quote *q = lt_push(&d->arena, &d->quotes);
        if (!q)
            return lt_out_of_memory(error);
        *q = (lt_quote){.first = p.pairs.at[i].first, .last = p.pairs.at[i].last,
                        .unclosed = p.pairs.at[i].unclosed, .answer = p.pairs.at[i].answer, .answerer = LAUT_NONE,
                        .parent = d->quote_of[p.pairs.at[i].first]};
        if (q->parent != LAUT_NONE)
            q->level = (uint8_t)(d->quotes.at[q->parent].level + 1);
        for (uint32_t k = q->first; k < q->last; k++)
            d->quote_of[k] = i;
        judge(d, q);
    }
    return 0;
}
