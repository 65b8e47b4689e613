#include "stages/boundaries.h"

#include <stdbool.h>

/* What a byte begins, as far as it is known here. */
typedef enum {
    UNKNOWN,  /* ICU has to be asked */
    LETTER,   /* of ASCII, or À to ÿ: ALetter in the standard */
    DIGIT,
    BLANK, LINE, /* ' ', '\n' */
    MARK,     /* joins nothing to a word */
    JOINER    /* a mark that may stand inside words or numbers: . , ; : */
} kind;

static bool letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

/* The kind of the character at byte i, and its size. The text ends with a NUL, which is UNKNOWN. */
static kind look(const lt_boundaries *w, int32_t i, int32_t *size)
{
    const unsigned char *p = (const unsigned char *)w->text + i;
    *size = 1;
    if (letter(w->text[i]))
        return LETTER;
    switch (p[0]) {
    case ' ': return BLANK;
    case '\n': return LINE;
    case '.': case ',': case ';': case ':': return JOINER;
    case '!': case '?': case '"': case '(': case ')': case '-': case '/': return MARK;
    case 0xC2: /* « » */
        *size = 2;
        return p[1] == 0xAB || p[1] == 0xBB ? MARK : UNKNOWN;
    case 0xC3: /* all but × and ÷ */
        *size = 2;
        return p[1] != 0x97 && p[1] != 0xB7 ? LETTER : UNKNOWN;
    case 0xE2: /* – — “ ” „ */
        *size = 3;
        return p[1] == 0x80 && (p[2] == 0x93 || p[2] == 0x94 || (p[2] >= 0x9C && p[2] <= 0x9E)) ? MARK : UNKNOWN;
    default: return p[0] >= '0' && p[0] <= '9' ? DIGIT : UNKNOWN;
    }
}

/* The end of the run of characters of the kind of that at byte i. */
static int32_t run(const lt_boundaries *w, int32_t i, kind of)
{
    for (int32_t size; look(w, i, &size) == of;) {
        i += size;
        while (of == LETTER && letter(w->text[i])) /* as look() would say */
            i++;
    }
    return i;
}

/* The end of the piece that begins at `w->end`, which is a boundary; 0 where ICU has to be asked. Between
 * two pieces there is a boundary if the character that follows is known, too: an unknown one may combine
 * with whatever stands in front of it. */
static int32_t plain_end(const lt_boundaries *w, int32_t *status)
{
    int32_t size, after, begin = w->end;
    kind first = look(w, begin, &size);
    *status = first == LETTER ? UBRK_WORD_LETTER : first == DIGIT ? UBRK_WORD_NUMBER : UBRK_WORD_NONE;
    if (first == UNKNOWN)
        return 0;
    if (first == LINE)
        return begin + 1;
    int32_t end = first == MARK || first == JOINER ? begin + size : run(w, begin, first);
    kind next = look(w, end, &size);
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
    if (w->end >= w->size)
        return false;
    int32_t end = plain_end(w, &w->status);
    if (!end) {
        end = ubrk_following(w->breaks, w->end);
        if (end == UBRK_DONE)
            end = w->size;
        w->status = ubrk_getRuleStatus(w->breaks);
    }
    w->begin = w->end;
    w->end = end;
    return true;
}
