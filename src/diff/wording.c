/* Two versions of a quotation, word by word.
 *
 * The longest common sequence of words, by the table of Wagner and Fischer (1974), behind the words that
 * both begin and end with. Case, quotation marks, punctuation, hyphens, how numbers are grouped and the
 * ending that fits an adjective to its sentence do not count. A quotation that was only cut at its ends, or goes on
 * behind whole sentences, is not altered, nor is
 * one whose omission is marked; but it is where few words were cut, one of which makes another sense of the
 * rest (both in rules/de/lex/omissions.tsv).
 *
 *   Wagner, R. A.; Fischer, M. J.: The String-to-String Correction Problem. Journal of the ACM 21 (1974),
 *     168-173.
 *
 * Where the middle is so long that the table would have more than MAX_TABLE cells, it counts as changed as a
 * whole.
 */
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "diff/diff.h"
#include "engine/engine.h"

enum { MAX_TABLE = 1 << 22 };

typedef struct {
    const laut_document *document;
    lt_range *words; /* tokens: one, or the groups of a number */
    uint32_t count;
} quoted;

static bool read_words(quoted *q, laut_spans spans, lt_arena *arena)
{
    const lt_document *d = q->document;
    size_t room = 0;
    for (size_t i = 0; i < spans.count; i++) {
        lt_range r = lt_tokens_in(d, spans.at[i]);
        room += r.last - r.first;
    }
    q->words = lt_arena_alloc(arena, (room + 1) * sizeof *q->words);
    for (size_t i = 0; q->words && i < spans.count; i++) {
        lt_range r = lt_tokens_in(d, spans.at[i]);
        for (uint32_t t = r.first, behind; t < r.last; t = behind) {
            char digits[LT_MAX_WORD];
            uint8_t kind = d->tokens.at[t].kind;
            behind = kind == LT_NUMBER ? lt_number_at(d, t, digits) : t + 1;
            if (kind == LT_WORD || kind == LT_NUMBER)
                q->words[q->count++] = (lt_range){t, behind};
        }
    }
    return q->words;
}

/* ---------------------------------------------------------------- words */

/* The next character that counts; a hyphen does not. */
static const char *next(const char *s)
{
    while (*s == '-' || strncmp(s, "\xE2\x80\x90", 3) == 0 || strncmp(s, "\xE2\x80\x91", 3) == 0)
        s += *s == '-' ? 1 : 3;
    return s;
}

/* Das ist ein „vorbildlicher Umgang“; von einem „vorbildlichen Umgang“ sprach er: an adjective that only fits its
 * ending, of which `m` and `n` bytes are left, to another sentence. */
static bool is_inflected(const lt_document *a, const lt_token *x, const lt_document *b, const lt_token *y, size_t m,
                         size_t n)
{
    enum { ENDING = 2 };
    if (m > ENDING || n > ENDING)
        return false;
    for (uint32_t i = 0; i < x->reading_count; i++)
        for (uint32_t k = 0; k < y->reading_count; k++) {
            const lt_reading *r = &a->readings.at[x->first_reading + i], *s = &b->readings.at[y->first_reading + k];
            const uint64_t degree = LT_F(comp) | LT_F(sup);
            if (r->category == LT_ADJ && s->category == LT_ADJ && r->lemma != LT_NO_WORD && r->lemma == s->lemma &&
                (r->features & degree) == (s->features & degree))
                return true;
        }
    return false;
}

static bool same(const quoted *a, uint32_t i, const quoted *b, uint32_t k)
{
    const lt_token *x = &a->document->tokens.at[a->words[i].first], *y = &b->document->tokens.at[b->words[k].first];
    if (x->kind == LT_NUMBER && y->kind == LT_NUMBER) {
        char m[LT_MAX_WORD], n[LT_MAX_WORD];
        lt_number_at(a->document, a->words[i].first, m);
        lt_number_at(b->document, b->words[k].first, n);
        return strcmp(m, n) == 0;
    }
    if (!x->folded_size || !y->folded_size) /* too long to be folded */
        return x->end - x->begin == y->end - y->begin &&
               memcmp(a->document->text.bytes + x->begin, b->document->text.bytes + y->begin, x->end - x->begin) == 0;
    const char *s = next(x->folded), *t = next(y->folded);
    while (*s && *s == *t) {
        s = next(s + 1);
        t = next(t + 1);
    }
    return (!*s && !*t) || is_inflected(a->document, x, b->document, y, strlen(s), strlen(t));
}

/* ---------------------------------------------------------------- the table */

typedef struct {
    const quoted *a, *b;
    lt_arena *arena;
    lt_vec(laut_wording) out;
    uint32_t done_a, done_b; /* words that are behind us */
} table;

static laut_span span_of(const quoted *q, uint32_t first, uint32_t last)
{
    const lt_token *t = q->document->tokens.at;
    if (first < last)
        return (laut_span){t[q->words[first].first].begin, t[q->words[last - 1].last - 1].end};
    uint32_t at = first ? t[q->words[first - 1].last - 1].end : q->count ? t[q->words[0].first].begin : 0;
    return (laut_span){at, at};
}

/* The next words of both, up to these, are the same or not. */
static bool put(table *t, uint32_t a, uint32_t b, bool equal)
{
    if (a == t->done_a && b == t->done_b)
        return true;
    laut_wording *w = lt_push(t->arena, &t->out);
    if (w)
        *w = (laut_wording){equal, span_of(t->a, t->done_a, a), span_of(t->b, t->done_b, b)};
    t->done_a = a;
    t->done_b = b;
    return w;
}

static bool walk(table *t, uint32_t first, uint32_t last_a, uint32_t last_b)
{
    uint32_t m = last_a - first, n = last_b - first;
    if ((uint64_t)(m + 1) * (n + 1) > MAX_TABLE)
        return put(t, last_a, last_b, false);
    uint32_t *length = calloc((size_t)(m + 1) * (n + 1), sizeof *length); /* of what is common from here on */
    if (!length)
        return false;
#define AT(i, k) length[(size_t)(i) * (n + 1) + (k)]
    for (uint32_t i = m; i-- > 0;)
        for (uint32_t k = n; k-- > 0;)
            AT(i, k) = same(t->a, first + i, t->b, first + k) ? AT(i + 1, k + 1) + 1
                       : AT(i + 1, k) >= AT(i, k + 1)         ? AT(i + 1, k)
                                                              : AT(i, k + 1);
    bool good = true;
    for (uint32_t i = 0, k = 0; good && (i < m || k < n);) {
        uint32_t from = i;
        while (i < m && k < n && same(t->a, first + i, t->b, first + k))
            i++, k++;
        if (i > from) {
            good = put(t, first + i, first + k, true);
            continue;
        }
        while ((i < m || k < n) && !(i < m && k < n && same(t->a, first + i, t->b, first + k))) {
            if (k == n || (i < m && AT(i + 1, k) >= AT(i, k + 1)))
                i++;
            else
                k++;
        }
        good = put(t, first + i, first + k, false);
    }
#undef AT
    free(length);
    return good;
}

static bool tabulate(table *t)
{
    const quoted *a = t->a, *b = t->b;
    uint32_t front = 0, end_a = a->count, end_b = b->count;
    while (front < end_a && front < end_b && same(a, front, b, front))
        front++;
    while (end_a > front && end_b > front && same(a, end_a - 1, b, end_b - 1))
        end_a--, end_b--;
    return put(t, front, front, true) && walk(t, front, end_a, end_b) && put(t, a->count, b->count, true);
}

/* ---------------------------------------------------------------- what counts */

static bool has_mark(const lt_document *d, uint32_t begin, uint32_t end)
{
    const lt_table *marks = lt_engine_table(d->engine, "lex/omissions.tsv", NULL);
    for (uint32_t row = 0; marks && row < marks->row_count; row++) {
        const char *mark = lt_cell(marks, row, "form");
        size_t size = strcmp(lt_cell(marks, row, "kind"), "mark") == 0 ? strlen(mark) : 0;
        for (uint32_t at = begin; size && at + size <= end; at++)
            if (memcmp(d->text.bytes + at, mark, size) == 0)
                return true;
    }
    return false;
}

/* Whether an end of a sentence stands in these bytes. */
static bool has_stop(const lt_document *d, uint32_t begin, uint32_t end)
{
    lt_range r = lt_tokens_in(d, (laut_span){begin, end});
    for (uint32_t t = r.first; t < r.last; t++)
        if (d->tokens.at[t].kind == LT_STOP)
            return true;
    return false;
}

/* Whether one of these few words must not be left out: ohne, nicht, vielleicht. */
static bool alters(const table *t, const laut_wording *w)
{
    enum { FEW = 3 };
    const lt_document *d = t->a->document;
    const lt_table *omissions = lt_engine_table(d->engine, "lex/omissions.tsv", NULL);
    lt_range r = lt_tokens_in(d, w->before);
    uint32_t words = 0;
    bool found = false;
    for (uint32_t i = r.first; i < r.last && words <= FEW; i++) {
        words += d->tokens.at[i].kind == LT_WORD;
        for (uint32_t row = 0; omissions && row < omissions->row_count; row++)
            found |= strcmp(lt_cell(omissions, row, "kind"), "alters") == 0 &&
                     strcmp(lt_cell(omissions, row, "form"), d->tokens.at[i].folded) == 0;
    }
    return found && words <= FEW;
}

static bool is_altered(const table *t, uint32_t at)
{
    const laut_wording *w = &t->out.at[at], *all = t->out.at;
    const lt_document *after = t->b->document;
    bool front = at == 0, back = at + 1 == t->out.count;
    if (w->same)
        return false;
    if (w->after.begin == w->after.end && (front || back)) /* it was cut */
        return alters(t, w);
    if (w->after.begin == w->after.end) /* something was left out */
        return !has_mark(after, all[at - 1].after.end, all[at + 1].after.begin);
    if (w->before.begin != w->before.end)
        return true;
    /* something was added: whole sentences around it are no change of what was there */
    return !(front && !back && has_stop(after, w->after.end, all[at + 1].after.begin)) &&
           !(back && !front && has_stop(after, all[at - 1].after.end, w->after.begin));
}

bool lt_compare_wording(const laut_document *before, laut_spans a, const laut_document *after, laut_spans b,
                        lt_arena *arena, laut_wording **out, size_t *count)
{
    quoted x = {.document = before}, y = {.document = after};
    *out = NULL;
    *count = 0;
    if (!read_words(&x, a, arena) || !read_words(&y, b, arena))
        return false;
    table t = {.a = &x, .b = &y, .arena = arena};
    if (!tabulate(&t))
        return false;
    for (uint32_t i = 0; i < t.out.count; i++)
        if (is_altered(&t, i)) {
            *out = t.out.at;
            *count = t.out.count;
            break;
        }
    return true;
}
