#include "stages/boundaries.h"

/* What a byte begins, as far as it is known here. */
typedef enum {
    UNKNOWN,  /* ICU has to be asked */
    LETTER,   /* of ASCII, or À to ÿ: ALetter in the standard */
    DIGIT,
    BLANK, LINE, /* ' ', '\n' */
    MARK,     /* joins nothing to a word */
    JOINER,   /* a mark that may stand inside words or numbers: . , ; : */
    LONG      /* of several bytes: more has to be looked at */
} kind;

enum { L = LETTER, D = DIGIT, M = MARK, J = JOINER };

static const uint8_t kinds[256] = {
    ['\n'] = LINE, [' '] = BLANK,
    ['!'] = M, ['"'] = M, ['('] = M, [')'] = M, ['-'] = M, ['/'] = M, ['?'] = M,
    ['.'] = J, [','] = J, [';'] = J, [':'] = J,
    ['0'] = D, D, D, D, D, D, D, D, D, D,
    ['A'] = L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
    ['a'] = L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
    [0xC2] = LONG, [0xC3] = LONG, [0xE2] = LONG,
};

static kind look_long(const unsigned char *p, int32_t *size)
{
    *size = p[0] == 0xE2 ? 3 : 2;
    switch (p[0]) {
    case 0xC2: return p[1] == 0xAB || p[1] == 0xBB ? MARK : UNKNOWN; /* « » */
    case 0xC3: return p[1] != 0x97 && p[1] != 0xB7 ? LETTER : UNKNOWN; /* all but × and ÷ */
    default: /* – — “ ” „ */
        return p[1] == 0x80 && (p[2] == 0x93 || p[2] == 0x94 || (p[2] >= 0x9C && p[2] <= 0x9E)) ? MARK : UNKNOWN;
    }
}

/* The kind of the character at byte i, and its size. The text ends with a NUL, which is UNKNOWN. */
static inline kind look(const lt_boundaries *w, int32_t i, int32_t *size)
{
    const unsigned char *p = (const unsigned char *)w->text + i;
    *size = 1;
    return kinds[*p] != LONG ? (kind)kinds[*p] : look_long(p, size);
}

/* Where the run of characters of the kind of that at byte i ends; what follows it, and its size. */
static int32_t run(const lt_boundaries *w, int32_t i, kind of, kind *next, int32_t *size)
{
    const unsigned char *text = (const unsigned char *)w->text;
    for (;;) {
        while (kinds[text[i]] == of)
            i++;
        *next = look(w, i, size);
        if (*next != of)
            return i;
        i += *size;
    }
}

/* The end of the piece that begins at `w->end`, which is a boundary; 0 where ICU has to be asked. Between
 * two pieces there is a boundary if the character that follows is known, too: an unknown one may combine
 * with whatever stands in front of it. */
static int32_t plain_end(const lt_boundaries *w, int32_t *status)
{
    int32_t size, after, begin = w->end, end;
    kind next, first = look(w, begin, &size);
    *status = first == LETTER ? UBRK_WORD_LETTER : first == DIGIT ? UBRK_WORD_NUMBER : UBRK_WORD_NONE;
    if (first == UNKNOWN)
        return 0;
    if (first == LINE)
        return begin + 1;
    if (first == MARK || first == JOINER) {
        end = begin + size;
        next = look(w, end, &size);
    } else {
        end = run(w, begin, first, &next, &size);
    }
    if (end == w->size)
        return end;
    if (next == UNKNOWN)
        return 0;
    if (first != LETTER && first != DIGIT)
        return end;
    if (next == LETTER || next == DIGIT)
        return 0; /* B12, 7a */
    if (next != JOINER || end + size == w->size)
        return end;
    /* z.B., 3,5; but: er kam. */
    kind then = look(w, end + size, &after);
    return then != LETTER && then != DIGIT && then != UNKNOWN ? end : 0;
}

bool lt_next_piece(lt_boundaries *w)
{
    do {
        const unsigned char *p = (const unsigned char *)w->text + w->end;
        if (p[0] == ' ' && kinds[p[1]] != UNKNOWN && kinds[p[1]] != BLANK && kinds[p[1]] != LONG)
            w->end++; /* as plain_end() would say */
        if (w->end >= w->size)
            return false;
        w->begin = w->end;
        w->end = plain_end(w, &w->status);
        w->plain = w->end;
        if (!w->plain) {
            w->end = ubrk_following(w->breaks, w->begin);
            if (w->end == UBRK_DONE)
                w->end = w->size;
            w->status = ubrk_getRuleStatus(w->breaks);
        }
    } while (w->text[w->begin] == ' ');
    return true;
}
