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
