#include "base/same.h"

#include <stddef.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

static bool in_word(UChar32 c)
{
    return c == '_' || (c >= 0 && (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK)));
}

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

bool lt_same_party(const char *a, const char *b)
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
