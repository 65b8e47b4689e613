/* Stage 5: sentences. A full stop ends one unless it belongs to an abbreviation or an ordinal, or
 * stands inside a quotation; so does a paragraph. A quotation and its frame are one sentence,
 * however many full stops are quoted: „Wir gehen. Sofort.“, sagte er. */
#include <string.h>

#include "document.h"
#include "engine/names.h"

/* Whether a sentence may begin with it; in a text in small letters any word. */
static bool begins(const lt_token *t, bool small_letters)
{
    return (small_letters && t->kind == LT_WORD) || t->kind == LT_NUMBER || t->kind == LT_OPEN || t->kind == LT_OTHER ||
           (t->kind == LT_WORD && t->flags & LT_CAPITAL) || t->kind == LT_MARK || t->kind == LT_DASH;
}

static bool function_word(const lt_document *d, const lt_token *t)
{
    for (uint32_t k = 0; k < t->reading_count; k++)
        if (d->readings.at[t->first_reading + k].category >= LT_ADV)
            return true;
    return false;
}

/* Whether a sentence may end between two tokens, as far as a glance tells; mostly it cannot. */
static bool may_end(const lt_token *t, const lt_token *next)
{
    return t->kind == LT_STOP || t->kind == LT_MARK || t->kind == LT_DASH || t->kind == LT_COLON ||
           t->kind == LT_CLOSE || t->flags & LT_ABBREVIATION || next->flags & (LT_LINE_BEFORE | LT_PARA_BEFORE);
}

/* The outermost quotation around token i, or LAUT_NONE. */
static uint32_t outermost(const lt_document *d, uint32_t i)
{
    uint32_t q = d->quote_of[i];
    while (q != LAUT_NONE && d->quotes.at[q].parent != LAUT_NONE)
        q = d->quotes.at[q].parent;
    return q;
}

/* Whether a sentence ends behind token i (outside quotations). */
static bool ends(const lt_document *d, uint32_t i, bool small_letters)
{
    const lt_token *t = &d->tokens.at[i];
    const lt_token *next = &d->tokens.at[i + 1];
    if (t->kind == LT_STOP)
        return next->kind != LT_STOP && next->kind != LT_CLOSE && next->kind != LT_COMMA &&
               (begins(next, small_letters) || next->flags & LT_LINE_BEFORE) &&
               (next->flags & (LT_SPACE_BEFORE | LT_LINE_BEFORE) ||
                (i && t[-1].kind == LT_WORD && next->kind == LT_WORD)); /* Er kam.Der Zug fuhr. */
    if (lt_is_initial(t) && next->kind == LT_MARK && d->quote_of[i + 1] != LAUT_NONE) {
        const lt_quote *q = &d->quotes.at[d->quote_of[i + 1]];
        return q->first == i + 1 && q->words > 2 && q->lower > 1 && next[1].flags & LT_CAPITAL; /* vor Terminal B. „Wir bleiben“ */
    }
    if (t->flags & LT_ABBREVIATION && !(t->flags & LT_NO_END))
        /* usw. Der …: a capital letter counts where the next word is no noun */
        return next->kind == LT_WORD && next->flags & LT_CAPITAL && function_word(d, next);
    return false;
}

/* Whether a time in front of a ticker's entry ends behind token i: 18:42 Uhr – */
static bool ends_time(const lt_document *d, uint32_t i)
{
    const lt_token *t = &d->tokens.at[i];
    if ((t->kind != LT_DASH && t->kind != LT_COLON) || i < 1 || i + 1 >= d->tokens.count)
        return false;
    uint32_t k = i - 1;
    if (k > 0 && d->tokens.at[k].kind == LT_WORD)
        k--;
    const lt_token *n = &d->tokens.at[k];
    return n->kind == LT_NUMBER && (k == 0 || n->flags & (LT_LINE_BEFORE | LT_PARA_BEFORE)) && n->end - n->begin > 3 &&
           memchr(d->text.bytes + n->begin, ':', n->end - n->begin) && d->tokens.at[i + 1].flags & LT_SPACE_BEFORE;
}

/* Whether only names stand between the beginning of a line or paragraph and behind token k: Kiel, Frankfurt/Main. */
static bool town(const lt_document *d, uint32_t k)
{
    enum { TOWN = 5 };
    for (uint32_t end = k + 1; end - k <= TOWN; k--) {
        const lt_token *t = &d->tokens.at[k];
        if (t->kind == LT_WORD ? !(t->flags & LT_CAPITAL) : t->kind != LT_OTHER)
            return false;
        if (k == 0 || t->flags & (LT_LINE_BEFORE | LT_PARA_BEFORE))
            return true;
    }
    return false;
}

/* Whether a dateline with an agency and without a dash ends behind token i: Fulda (KNA) Der … */
static bool ends_agency(const lt_document *d, uint32_t i)
{
    enum { BRACKET = 4 };
    if (d->tokens.at[i].kind != LT_CLOSE || i < 3 || i + 1 >= d->tokens.count || !(d->tokens.at[i + 1].flags & LT_CAPITAL) ||
        !(d->tokens.at[i + 1].flags & LT_SPACE_BEFORE))
        return false;
    uint32_t open = i - 1;
    while (open > 0 && d->tokens.at[open].kind != LT_OPEN && i - open <= BRACKET)
        open--;
    lt_entry e;
    uint8_t type;
    const lt_token *agency = &d->tokens.at[open + 1];
    return open > 0 && d->tokens.at[open].kind == LT_OPEN && agency->kind == LT_WORD && agency->folded_size &&
           lt_is_name(d->engine, agency->folded, agency->folded_size, &e, &type) && type == LT_TYPE_MEDIA && town(d, open - 1);
}

/* Whether a dateline ends behind token i: Kiel (dpa) –, Frankfurt/Main –. Without brackets only at the top of a text. */
static bool ends_dateline(const lt_document *d, uint32_t i)
{
    enum { BRACKET = 8, TOP = 3 }; /* tokens, sentences: headline, subtitle */
    if (d->tokens.at[i].kind != LT_DASH || i < 1 || i + 1 >= d->tokens.count || !(d->tokens.at[i].flags & LT_SPACE_BEFORE) ||
        !(d->tokens.at[i + 1].flags & LT_SPACE_BEFORE))
        return false;
    uint32_t k = i - 1;
    if (d->tokens.at[k].kind == LT_CLOSE) {
        while (k > 0 && d->tokens.at[k].kind != LT_OPEN && i - k <= BRACKET)
            k--;
        if (k == 0 || d->tokens.at[k--].kind != LT_OPEN)
            return false;
    } else if (d->sentences.count >= TOP || !(d->tokens.at[i + 1].flags & LT_CAPITAL)) {
        return false;
    }
    return town(d, k);
}

static bool begins_paragraph(const lt_document *d, uint32_t i)
{
    return d->tokens.at[i].flags & LT_PARA_BEFORE || (i && (ends_time(d, i - 1) || ends_dateline(d, i - 1) || ends_agency(d, i - 1)));
}

static bool bullet(const lt_token *t)
{
    return t->flags & LT_LINE_BEFORE && (t->kind == LT_DASH || t->kind == LT_OTHER);
}

enum { SHORT_LINE = 55 }; /* bytes; a line that is broken because it is full is longer */

/* Whether the line that ends with token i is a heading: short, without a mark at its end, and the next
 * line begins with a capital letter. */
static bool heading_line(const lt_document *d, uint32_t i)
{
    const lt_token *t = &d->tokens.at[i], *next = &d->tokens.at[i + 1];
    if (t->kind != LT_WORD || !(next->flags & LT_CAPITAL) || next->kind != LT_WORD)
        return false;
    uint32_t first = i;
    while (first > 0 && !(d->tokens.at[first].flags & (LT_LINE_BEFORE | LT_PARA_BEFORE)))
        first--;
    return t->end - d->tokens.at[first].begin < SHORT_LINE;
}

/* A closing mark behind a full stop: the sentence ends there unless a comma, a small letter or
 * a dash goes on with it. */
static bool quote_ends(const lt_document *d, uint32_t i, bool small_letters)
{
    const lt_token *t = &d->tokens.at[i];
    if (t->kind != LT_MARK || d->quote_of[i] == LAUT_NONE)
        return false;
    const lt_quote *q = &d->quotes.at[d->quote_of[i]];
    if (q->level > 0 || q->last != i + 1 || q->last - q->first < 3)
        return false;
    const lt_token *next = &d->tokens.at[i + 1];
    uint32_t end = i - 1;
    while (end > q->first && d->tokens.at[end].kind == LT_MARK) /* …: ‚Nein.‘“ */
        end--;
    return d->tokens.at[end].kind == LT_STOP && next->kind != LT_DASH && begins(next, small_letters);
}

/* Where a sentence that is too long is cut, before token `end`: behind the last comma or the like outside
 * quotations in its second half; else behind a full stop or a comma inside one; else at the end. */
static uint32_t cutting_place(const lt_document *d, uint32_t first, uint32_t end)
{
    uint32_t stop = LAUT_NONE, comma = LAUT_NONE;
    for (uint32_t i = end - 1; i > first + (end - first) / 2; i--) {
        uint8_t kind = d->tokens.at[i].kind;
        bool mark = kind == LT_COMMA || kind == LT_SEMICOLON || kind == LT_COLON || kind == LT_DASH;
        if (mark && d->quote_of[i] == LAUT_NONE)
            return i + 1;
        if (kind == LT_STOP && stop == LAUT_NONE && d->tokens.at[i + 1].kind != LT_MARK)
            stop = i;
        if (mark && comma == LAUT_NONE)
            comma = i;
    }
    return stop != LAUT_NONE ? stop + 1 : comma != LAUT_NONE ? comma + 1 : end;
}

int lt_sentences_stage(lt_document *d, laut_error *error)
{
    uint32_t n = d->tokens.count, first = 0, whole = 0; /* where the sentence begins, though it is cut */
    bool small_letters = d->small;
    d->sentence_of = lt_arena_alloc(&d->arena, (n + 1) * sizeof *d->sentence_of);
    if (!d->sentence_of)
        return lt_out_of_memory(error);
    for (uint32_t i = 0; i < n; i++) {
        bool last = i + 1 == n;
        d->sentence_of[i] = d->sentences.count;
        if (!last && i + 1 - first < LAUT_MAX_SENTENCE && !may_end(&d->tokens.at[i], &d->tokens.at[i + 1]))
            continue;
        bool paragraph = !last && d->tokens.at[i + 1].flags & LT_PARA_BEFORE;
        bool line = !last && d->tokens.at[i + 1].flags & LT_LINE_BEFORE &&
                    (d->tokens.at[i].kind == LT_STOP || bullet(&d->tokens.at[i + 1]) || heading_line(d, i));
        uint32_t around = outermost(d, i);
        bool inside = around != LAUT_NONE && d->quotes.at[around].last != i + 1;
        if (!last && (inside || !(paragraph || line || quote_ends(d, i, small_letters) || ends(d, i, small_letters) ||
                                 ends_time(d, i) || ends_dateline(d, i) || ends_agency(d, i)))) {
            if (i + 1 - first < LAUT_MAX_SENTENCE)
                continue;
            uint32_t place = cutting_place(d, first, i + 1);
            lt_sentence *part = lt_push(&d->arena, &d->sentences);
            if (!part)
                return lt_out_of_memory(error);
            *part = (lt_sentence){.first = first, .last = place,
                                  .paragraph = first == whole && begins_paragraph(d, first)};
            first = place;
            for (uint32_t k = place; k <= i; k++)
                d->sentence_of[k] = d->sentences.count;
            continue;
        }
        lt_sentence *s = lt_push(&d->arena, &d->sentences);
        if (!s)
            return lt_out_of_memory(error);
        bool stopped = false;
        for (uint32_t k = i + 1; k > first && !stopped; k--) {
            stopped = d->tokens.at[k - 1].kind == LT_STOP || d->tokens.at[k - 1].kind == LT_COLON;
            if (d->tokens.at[k - 1].kind == LT_WORD)
                break;
        }
        *s = (lt_sentence){.first = first, .last = i + 1,
                           .paragraph = begins_paragraph(d, first),
                           .heading = !stopped && (last || paragraph) &&
                                      d->tokens.at[first].flags & LT_PARA_BEFORE};
        if (first != whole)
            lt_truncate(d, LAUT_LIMIT_SENTENCE, whole, i + 1);
        first = whole = i + 1;
    }
    return d->arena.failed ? lt_out_of_memory(error) : 0;
}
