/* See measure.h. */
#include "cli/measure.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

/* ---------------------------------------------------------------- sets */

int lt_set_add(lt_set *set, uint32_t value)
{
    size_t at = set->count; /* values come nearly in order: look from the end */
    while (at && set->at[at - 1] > value)
        at--;
    if (at && set->at[at - 1] == value)
        return 0;
    if (set->count == set->room) {
        size_t room = set->room ? set->room * 2 : 32;
        uint32_t *more = realloc(set->at, room * sizeof *more);
        if (!more)
            return -1;
        set->at = more;
        set->room = room;
    }
    memmove(set->at + at + 1, set->at + at, (set->count - at) * sizeof *set->at);
    set->at[at] = value;
    set->count++;
    return 0;
}

void lt_set_free(lt_set *set)
{
    free(set->at);
    *set = (lt_set){0};
}

size_t lt_common(const lt_set *a, const lt_set *b)
{
    size_t n = 0;
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        n += a->at[i] == b->at[j];
        bool first = a->at[i] <= b->at[j], second = b->at[j] <= a->at[i];
        i += first;
        j += second;
    }
    return n;
}

double lt_overlap(const lt_set *a, const lt_set *b)
{
    size_t both = lt_common(a, b);
    return both ? 2.0 * (double)both / (double)(a->count + b->count) : 0;
}

/* ---------------------------------------------------------------- words */

static bool in_word(UChar32 c)
{
    return c == '_' || (c >= 0 && (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK)));
}

int lt_add_words(lt_set *set, const char *text, uint32_t begin, uint32_t end)
{
    bool inside = false;
    for (int32_t i = (int32_t)begin; i < (int32_t)end;) {
        int32_t at = i;
        UChar32 c;
        U8_NEXT(text, i, (int32_t)end, c);
        bool now = in_word(c);
        if (now && !inside && lt_set_add(set, (uint32_t)at) < 0)
            return -1;
        inside = now;
    }
    return 0;
}

/* ---------------------------------------------------------------- names */

enum { MAX_WORDS = 16, MAX_LETTERS = 48 };

typedef struct {
    UChar32 letters[MAX_LETTERS]; /* case folded */
    size_t count;
} name_word;

/* The words of a name; those that begin with a small letter only where there is no other. */
static size_t split(const char *name, name_word out[MAX_WORDS])
{
    bool capital[MAX_WORDS] = {false}, any = false;
    size_t n = 0;
    bool inside = false;
    int32_t size = (int32_t)strlen(name);
    for (int32_t i = 0; i < size;) {
        UChar32 c;
        U8_NEXT(name, i, size, c);
        if (!in_word(c)) {
            inside = false;
            continue;
        }
        if (!inside) {
            if (n == MAX_WORDS)
                break;
            out[n].count = 0;
            capital[n] = !u_islower(c);
            any |= capital[n];
            n++;
            inside = true;
        }
        name_word *w = &out[n - 1];
        if (w->count < MAX_LETTERS)
            w->letters[w->count++] = u_foldCase(c, U_FOLD_CASE_DEFAULT);
    }
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (capital[i] || !any)
            out[kept++] = out[i];
    return kept;
}

static bool inflection(const name_word *w, size_t from)
{
    size_t n = w->count - from;
    for (size_t i = from; i < w->count; i++)
        if (w->letters[i] > 127 || !strchr("emnrs", (int)w->letters[i]))
            return false;
    return n <= 2;
}

/* The same but for up to two letters that inflect, on either side. */
static bool same_word(const name_word *a, const name_word *b)
{
    size_t n = 0;
    while (n < a->count && n < b->count && a->letters[n] == b->letters[n])
        n++;
    if (n == a->count && n == b->count)
        return true;
    return n >= 3 && inflection(a, n) && inflection(b, n);
}

static bool holds(const name_word *words, size_t count, const name_word *w)
{
    for (size_t i = 0; i < count; i++)
        if (same_word(&words[i], w))
            return true;
    return false;
}

int lt_same_party(const char *a, const char *b)
{
    if (!a || !b)
        return a == b;
    name_word x[MAX_WORDS], y[MAX_WORDS];
    size_t m = split(a, x), n = split(b, y);
    if (!m || !n)
        return strcmp(a, b) == 0;
    const name_word *small = m <= n ? x : y, *large = m <= n ? y : x;
    size_t fewer = m <= n ? m : n, more = m <= n ? n : m;
    for (size_t i = 0; i < fewer; i++)
        if (!holds(large, more, &small[i]))
            return false;
    return holds(y, n, &x[m - 1]) || holds(x, m, &y[n - 1]);
}
