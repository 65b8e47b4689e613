#include "verify/quotations.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/utf8.h>

/* ---------------------------------------------------------------- words */

typedef lt_vec(lt_qword) qwords;

/* Where the bracket that opens at `at` closes, or 0: [das Bad], [e] */
static uint32_t closing(const lt_typography *t, const char *text, uint32_t at, uint32_t end)
{
    for (uint32_t i = at + 1; i < end && i - at < 200; i++)
        if ((unsigned char)text[i] < 128 && lt_classes(t, text[i]) & LT_IS_CLOSE)
            return i;
    return 0;
}

static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/* A word with brackets in it or at it: [D]as, Haus[es]. `scan` has just met its first part. Takes in the
 * rest of it; the hashes of the parts make one. */
static void amend(lt_scanner *scan, lt_qword *q, bool first_inside)
{
    uint64_t bare = first_inside ? 0 : q->word.hash;
    bool inside = first_inside;
    for (;;) {
        uint32_t at = q->word.end;
        unsigned classes = at < scan->size ? lt_classes(scan->typography, (unsigned char)scan->text[at]) : 0;
        if (inside ? !(classes & LT_IS_CLOSE) : !(classes & LT_IS_OPEN))
            break;
        inside = !inside;
        lt_vword next;
        lt_scanner ahead = *scan;
        if (at + 1 >= scan->size || lt_scan(&ahead, &next) != 1 || next.begin != at + 1)
            break;
        if (!inside)
            bare = bare ? lt_hash_join(bare, next.hash, next.letters) : next.hash;
        q->word.hash = lt_hash_join(q->word.hash, next.hash, next.letters);
        q->word.letters += next.letters;
        q->word.end = next.end;
        q->amended = true;
        *scan = ahead;
    }
    q->bare = bare;
}

/* The words of one span. */
static bool add_words(const lt_typography *t, const char *text, laut_span span, lt_arena *arena, qwords *out)
{
    uint32_t at = span.begin;
    bool gap = false;
    uint32_t inserted_to = 0;
    lt_scanner s = {.typography = t, .text = text, .size = span.end, .at = span.begin};
    lt_vword w;
    while (lt_scan(&s, &w) == 1) {
        bool opens = false;
        for (; at < w.begin;) { /* what stands before the word */
            size_t mark = lt_omission_mark(t, text + at, w.begin - at);
            if (mark) {
                gap |= out->count > 0;
                at += (uint32_t)mark;
                continue;
            }
            if ((unsigned char)text[at] < 128 && lt_classes(t, text[at]) & LT_IS_OPEN && at >= inserted_to) {
                uint32_t close = closing(t, text, at, span.end);
                opens = true;
                bool within = close && close + 1 < span.end && close > at + 1 && !is_space(text[close + 1]) &&
                              ((unsigned char)text[close + 1] >= 0xC3 || ((text[close + 1] | 32) >= 'a' && (text[close + 1] | 32) <= 'z'));
                if (close && !within)
                    inserted_to = close;
            }
            at++;
        }
        lt_qword *q = lt_push(arena, out);
        if (!q)
            return false;
        *q = (lt_qword){.word = w, .inserted = w.begin < inserted_to, .gap = gap};
        if (!q->inserted)
            amend(&s, q, opens);
        if (q->inserted && out->count > 1 && !out->at[out->count - 2].inserted)
            q->gap = true;
        if (!q->inserted && out->count > 1 && out->at[out->count - 2].inserted)
            q->gap = true;
        gap = false;
        at = q->word.end;
    }
    return true;
}

/* ---------------------------------------------------------------- which ones */

static bool add(lt_quoteds *out, const laut_document *d, const lt_typography *t, lt_arena *arena, laut_spans content,
                uint32_t claim, bool evidence)
{
    qwords words = {0};
    for (size_t i = 0; i < content.count; i++)
        if (!add_words(t, d->text.bytes, content.at[i], arena, &words))
            return false;
    if (!words.count)
        return true;
    uint32_t parts = (words.count + LAUT_MAX_QUOTATION - 1) / LAUT_MAX_QUOTATION;
    uint32_t length = (words.count + parts - 1) / parts;
    for (uint32_t p = 0; p < parts; p++) {
        lt_quoted *q = lt_push(arena, out);
        if (!q)
            return false;
        uint32_t from = p * length, n = words.count - from < length ? words.count - from : length;
        *q = (lt_quoted){.claim = claim, .evidence = evidence, .content = content, .part = p + 1, .parts = parts,
                         .words = words.at + from, .count = n};
    }
    return true;
}

/* The contents of the direct claims, by their beginnings. */
typedef struct {
    uint32_t begin, end;
    uint32_t reach; /* the largest end up to here */
} stretch;

typedef lt_vec(stretch) stretches;

static int by_begin(const void *x, const void *y)
{
    const stretch *a = x, *b = y;
    return a->begin < b->begin ? -1 : a->begin > b->begin;
}

static bool direct_contents(const laut_document *d, lt_arena *arena, stretches *out)
{
    for (uint32_t c = 0; c < d->claims.count; c++)
        for (size_t i = 0; d->claims.at[c].kind == LAUT_DIRECT && i < d->claims.at[c].content.count; i++) {
            laut_span span = d->claims.at[c].content.at[i];
            stretch *s = lt_push(arena, out);
            if (!s)
                return false;
            *s = (stretch){span.begin, span.end, 0};
        }
    if (out->count)
        qsort(out->at, out->count, sizeof *out->at, by_begin);
    for (uint32_t i = 0, reach = 0; i < out->count; i++)
        out->at[i].reach = reach = out->at[i].end > reach ? out->at[i].end : reach;
    return true;
}

/* A quotation in marks that is no direct claim's content: nobody is said to have said it. One inside
 * another one counts where no claim has just its words. */
static bool is_bare(const stretches *direct, const lt_quote *q, laut_span span)
{
    if (q->kind != LT_SPEECH)
        return false;
    uint32_t low = 0, high = direct->count;
    while (low < high) { /* those that begin before the end of the span */
        uint32_t middle = (low + high) / 2;
        if (direct->at[middle].begin < span.end)
            low = middle + 1;
        else
            high = middle;
    }
    if (!q->level)
        return !low || direct->at[low - 1].reach <= span.begin;
    enum { MARKS = 4 }; /* bytes by which a content may differ from its quotation */
    for (uint32_t i = low; i-- > 0 && direct->at[i].begin + MARKS >= span.begin;)
        if (direct->at[i].begin <= span.begin + MARKS && direct->at[i].end <= span.end + MARKS &&
            direct->at[i].end + MARKS >= span.end)
            return false;
    return true;
}

static int by_place(const void *x, const void *y)
{
    const lt_quoted *a = x, *b = y;
    uint32_t i = a->words[0].word.begin, k = b->words[0].word.begin;
    if (i != k)
        return i < k ? -1 : 1;
    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    return a->evidence != b->evidence ? (a->evidence ? -1 : 1) : 0;
}

int lt_find_quoted(const laut_document *d, const lt_typography *t, bool quotations_only, lt_arena *arena,
                   lt_quoteds *out)
{
    for (uint32_t c = 0; c < d->claims.count; c++) {
        const laut_claim *claim = &d->claims.at[c];
        bool direct = claim->kind == LAUT_DIRECT;
        if (!direct && (quotations_only || claim->kind == LAUT_REPORTED))
            continue;
        if (!add(out, d, t, arena, claim->content, c, !direct))
            return -1;
    }
    stretches direct = {0};
    if (!direct_contents(d, arena, &direct))
        return -1;
    for (uint32_t i = 0; i < d->quotes.count; i++) {
        const lt_quote *q = &d->quotes.at[i];
        laut_span *span = lt_arena_alloc(arena, sizeof *span);
        if (!span)
            return -1;
        *span = (laut_span){d->tokens.at[q->first].begin, d->tokens.at[q->last - 1].end};
        if (is_bare(&direct, q, *span) && !add(out, d, t, arena, (laut_spans){span, 1}, LAUT_NONE, false))
            return -1;
    }
    if (arena->failed)
        return -1;
    if (out->count)
        qsort(out->at, out->count, sizeof *out->at, by_place);
    return 0;
}
