#include "base/same.h"

#include <stddef.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "base/fold.h"

/* Letters and digits, and what belongs to them: accents, soft hyphens. */
static bool in_word(UChar32 c)
{
    return c == '_' || c == 0xAD || (c >= 0 && (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)));
}

enum { MAX_WORDS = 16, MAX_LETTERS = 48 };

typedef struct {
    UChar32 letters[MAX_LETTERS]; /* folded */
    size_t count;
} name_word;

static void read_word(const char *text, size_t size, name_word *out)
{
    char folded[LT_MAX_WORD];
    size_t n = lt_fold(text, size, folded);
    const char *from = n ? folded : text; /* too long to be folded */
    int32_t length = (int32_t)(n ? n : size);
    out->count = 0;
    for (int32_t i = 0; i < length && out->count < MAX_LETTERS; out->count++)
        U8_NEXT(from, i, length, out->letters[out->count]);
}

/* The words of a name; those that begin with a small letter only where there is no other. */
static size_t split(const char *name, name_word out[MAX_WORDS])
{
    bool capital[MAX_WORDS] = {false}, any = false;
    size_t n = 0;
    int32_t size = (int32_t)strlen(name), begin = -1;
    for (int32_t i = 0, at = 0; at < size && n < MAX_WORDS;) {
        UChar32 c = 0;
        at = i;
        if (i < size)
            U8_NEXT(name, i, size, c);
        if (at < size && in_word(c)) {
            if (begin < 0) {
                begin = at;
                capital[n] = !u_islower(c);
                any |= capital[n];
            }
            continue;
        }
        if (begin >= 0)
            read_word(name + begin, (size_t)(at - begin), &out[n++]);
        begin = -1;
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
