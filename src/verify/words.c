#include "verify/words.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include "document.h"

#define TYPOGRAPHY "lex/typography.tsv"
#define OMISSIONS "lex/omissions.tsv"

enum { STEM = 5, MAX_LETTERS = 128, MAX_CHARACTERS = 32 };

static const uint64_t BASE = UINT64_C(0x9E3779B97F4A7C15); /* odd: a polynomial modulo 2^64 */

/* ---------------------------------------------------------------- data */

static const char *const class_names[] = {
    "quote", "apostrophe", "hyphen", "dash", "invisible", "blank", "punctuation", "question", "joiner",
    "group", "decimal", "open", "close"};

static int wrong(laut_error *error, const lt_table *t, uint32_t row, const char *what, lt_piece value)
{
    *error = (laut_error){.code = LAUT_ERROR_RULE, .line = lt_row_line(t, row)};
    snprintf(error->file, sizeof error->file, "%s", t->file);
    snprintf(error->message, sizeof error->message, "`%.*s` is not %s", (int)(value.size < 40 ? value.size : 40),
             value.at, what);
    return -1;
}

static const lt_table *table(const laut_engine *engine, const char *path, const char *column, laut_error *error)
{
    uint32_t index;
    const lt_table *t = lt_engine_table(engine, path, &index);
    bool has = false;
    for (uint32_t i = 0; t && i < t->column_count; i++)
        has |= strcmp(t->columns[i], column) == 0;
    if (has)
        return t;
    *error = (laut_error){.code = LAUT_ERROR_RULE};
    snprintf(error->file, sizeof error->file, "%s", t ? t->file : path);
    snprintf(error->message, sizeof error->message, "the rules have no %s with a column `%s`", path, column);
    return NULL;
}

/* A character, or U+… */
static bool read_character(lt_piece p, UChar32 *out)
{
    if (p.size > 2 && memcmp(p.at, "U+", 2) == 0) {
        char *end;
        unsigned long c = strtoul(p.at + 2, &end, 16);
        *out = (UChar32)c;
        return end == p.at + p.size && c > 0 && c <= 0x10FFFF;
    }
    int32_t i = 0;
    U8_NEXT(p.at, i, (int32_t)p.size, *out);
    return *out > 0 && (size_t)i == p.size;
}

static int by_character(const void *a, const void *b)
{
    UChar32 x = ((const lt_listed_character *)a)->c, y = ((const lt_listed_character *)b)->c;
    return x < y ? -1 : x > y;
}

static int by_size(const void *a, const void *b)
{
    size_t x = ((const lt_piece *)a)->size, y = ((const lt_piece *)b)->size;
    return x > y ? -1 : x < y;
}

static int read_typography(lt_typography *t, const lt_table *from, lt_arena *arena, laut_error *error)
{
    for (uint32_t row = 0; row < from->row_count; row++) {
        lt_piece characters[MAX_CHARACTERS], classes[16];
        const char *cell = lt_cell(from, row, "characters");
        uint32_t n = lt_pieces(cell, characters, MAX_CHARACTERS);
        uint32_t m = lt_pieces(lt_cell(from, row, "classes"), classes, 16);
        unsigned bits = 0;
        for (uint32_t i = 0; i < m && i < 16; i++) {
            unsigned bit = 0;
            for (size_t k = 0; k < sizeof class_names / sizeof *class_names; k++)
                if (strlen(class_names[k]) == classes[i].size && memcmp(class_names[k], classes[i].at, classes[i].size) == 0)
                    bit = 1u << k;
            if (!bit)
                return wrong(error, from, row, "a class of characters", classes[i]);
            bits |= bit;
        }
        if (n > MAX_CHARACTERS)
            return wrong(error, from, row, "a list of at most 32 characters", (lt_piece){cell, strlen(cell)});
        for (uint32_t i = 0; i < n; i++) {
            UChar32 c;
            if (!read_character(characters[i], &c) || u_isalnum(c))
                return wrong(error, from, row, "a character other than letters and digits, or U+ and its number",
                             characters[i]);
            lt_piece within;
            UChar32 inner;
            if (lt_pieces(lt_cell(from, row, "within"), &within, 1)) {
                if (!read_character(within, &inner))
                    return wrong(error, from, row, "a character", within);
                lt_inner_mark *mark = lt_push(arena, &t->inner);
                if (mark)
                    *mark = (lt_inner_mark){c, inner};
            }
            if (c < 128) {
                t->ascii[c] = (uint16_t)bits;
                continue;
            }
            lt_listed_character *slot = lt_push(arena, &t->others);
            if (slot)
                *slot = (lt_listed_character){c, (uint16_t)bits};
        }
    }
    if (t->others.count)
        qsort(t->others.at, t->others.count, sizeof *t->others.at, by_character);
    return 0;
}

static int read_omissions(lt_typography *t, const lt_table *from, lt_arena *arena, laut_error *error)
{
    for (uint32_t row = 0; row < from->row_count; row++) {
        const char *form = lt_cell(from, row, "form"), *kind = lt_cell(from, row, "kind");
        if (strcmp(kind, "mark") == 0) {
            lt_piece *p = lt_push(arena, &t->marks);
            if (p)
                *p = (lt_piece){form, strlen(form)};
        } else if (strcmp(kind, "alters") == 0) {
            lt_scanner s = {.typography = t, .text = form, .size = (uint32_t)strlen(form)};
            lt_vword w;
            if (lt_scan(&s, &w) != 1 || w.end != s.size)
                return wrong(error, from, row, "one word", (lt_piece){form, strlen(form)});
            uint64_t *slot = lt_push(arena, &t->alter);
            if (slot)
                *slot = w.hash;
        } else {
            return wrong(error, from, row, "`mark` or `alters`", (lt_piece){kind, strlen(kind)});
        }
    }
    if (t->marks.count)
        qsort(t->marks.at, t->marks.count, sizeof *t->marks.at, by_size);
    return 0;
}

int lt_typography_load(lt_typography *t, const laut_engine *engine, lt_arena *arena, laut_error *error)
{
    UErrorCode status = U_ZERO_ERROR;
    *t = (lt_typography){.nfkc = unorm2_getNFKCInstance(&status)};
    if (U_FAILURE(status)) {
        *error = (laut_error){.code = status == U_MEMORY_ALLOCATION_ERROR ? LAUT_ERROR_MEMORY : LAUT_ERROR_INTERNAL};
        snprintf(error->message, sizeof error->message, "ICU cannot compose letters: %s", u_errorName(status));
        return -1;
    }
    const lt_table *typography = table(engine, TYPOGRAPHY, "characters", error);
    const lt_table *omissions = typography ? table(engine, OMISSIONS, "form", error) : NULL;
    if (!omissions || read_typography(t, typography, arena, error) < 0 ||
        read_omissions(t, omissions, arena, error) < 0)
        return -1;
    return arena->failed ? lt_out_of_memory(error) : 0;
}

unsigned lt_classes(const lt_typography *t, UChar32 c)
{
    if (c < 128)
        return c < 0 ? 0 : t->ascii[c];
    uint32_t low = 0, high = t->others.count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (t->others.at[middle].c == c)
            return t->others.at[middle].classes;
        if (t->others.at[middle].c < c)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

bool lt_is_inner_mark(const lt_typography *t, UChar32 outer, UChar32 inner)
{
    for (uint32_t i = 0; i < t->inner.count; i++)
        if (t->inner.at[i].outer == outer && t->inner.at[i].inner == inner)
            return true;
    return false;
}

size_t lt_omission_mark(const lt_typography *t, const char *text, size_t size)
{
    for (uint32_t i = 0; i < t->marks.count; i++) {
        const lt_piece *m = &t->marks.at[i];
        if (m->size <= size && memcmp(m->at, text, m->size) == 0)
            return m->size;
    }
    return 0;
}

bool lt_alters(const lt_typography *t, uint64_t hash)
{
    for (uint32_t i = 0; i < t->alter.count; i++)
        if (t->alter.at[i] == hash)
            return true;
    return false;
}

/* ---------------------------------------------------------------- words */

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool is_combining(UChar32 c)
{
    return c >= 0x300 && (U_MASK(u_charType(c)) & (U_GC_MN_MASK | U_GC_MC_MASK));
}

static bool is_letter(UChar32 c)
{
    if (c < 128)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return u_isalnum(c) || is_combining(c);
}

static UChar32 peek(const lt_scanner *s, uint32_t at, uint32_t *behind)
{
    *behind = at;
    if (at >= s->size)
        return -1;
    int32_t i = (int32_t)at;
    UChar32 c;
    U8_NEXT(s->text, i, (int32_t)s->size, c);
    *behind = (uint32_t)i;
    return c;
}

/* Whether a group of exactly three digits stands there: 1.000 */
static bool is_group(const lt_scanner *s, uint32_t at)
{
    for (uint32_t i = 0; i < 3; i++)
        if (at + i >= s->size || !is_digit(s->text[at + i]))
            return false;
    return at + 3 >= s->size || !is_digit(s->text[at + 3]);
}

typedef struct {
    UChar32 at[MAX_LETTERS];
    uint32_t count;
    uint32_t digits;    /* of a number, since its last separator */
    bool number, wide;  /* wide: may need to be composed */
    bool grouped, part; /* of a number: it has groups, a decimal part */
    uint64_t hash, stem;
} letters;

static void add(letters *l, UChar32 c)
{
    l->number &= c < 128 && (is_digit((char)c) || c == ',' || c == '.');
    l->wide |= c >= 0x250;
    if (c >= 'A' && c <= 'Z')
        c += 32;
    else if (c >= 128)
        c = u_tolower(c);
    if (l->count < MAX_LETTERS)
        l->at[l->count] = c;
    l->hash = l->hash * BASE + (uint64_t)c;
    if (++l->count == STEM)
        l->stem = l->hash;
}

static void compose(const lt_typography *t, letters *l)
{
    UChar wide[2 * MAX_LETTERS], composed[4 * MAX_LETTERS];
    int32_t n = 0;
    UErrorCode status = U_ZERO_ERROR;
    for (uint32_t i = 0; i < l->count; i++)
        U16_APPEND_UNSAFE(wide, n, l->at[i]);
    n = unorm2_normalize(t->nfkc, wide, n, composed, 4 * MAX_LETTERS, &status);
    if (U_FAILURE(status))
        return; /* compared as it stands */
    *l = (letters){.number = l->number};
    for (int32_t i = 0; i < n;) {
        UChar32 c;
        U16_NEXT(composed, i, n, c);
        add(l, c);
    }
}

/* What goes on a word though it is no letter: an apostrophe, a joiner, what is between digits. Returns
 * the offset behind it, or 0; `as` is what it adds to the word, 0 for nothing. */
static uint32_t link(const lt_scanner *s, const letters *l, uint32_t at, UChar32 *as)
{
    uint32_t behind, beyond;
    UChar32 c = peek(s, at, &behind), next = peek(s, behind, &beyond);
    unsigned classes = lt_classes(s->typography, c);
    *as = 0;
    if (classes & LT_IS_INVISIBLE)
        return behind;
    if (l->number && next >= '0' && next <= '9') {
        if (classes & LT_IS_GROUP && !l->part && (l->grouped ? l->digits == 3 : l->digits <= 3) && is_group(s, behind))
            return behind;
        *as = c == ',' ? ',' : '.';
        return classes & LT_IS_DECIMAL ? behind : 0;
    }
    if (classes & LT_IS_APOSTROPHE && next >= 0 && is_letter(next))
        return behind;
    *as = ':';
    return classes & LT_IS_JOINER && !l->number && next >= 0 && u_islower(next) ? behind : 0;
}

static bool waits(const lt_scanner *s) { return s->more && s->size - s->at < LT_LOOK_AHEAD; }

static int scan_word(lt_scanner *s, lt_vword *out)
{
    letters l = {.number = true};
    uint32_t i = s->at, end = s->at;
    *out = (lt_vword){.begin = s->at, .line = s->line};
    while (i < s->size && i - s->at < LT_LONG_WORD) {
        uint32_t behind;
        UChar32 c = peek(s, i, &behind);
        if (c < 0) /* told when it is reached, unless it is cut off by the end */
            break;
        if (is_letter(c)) {
            add(&l, c);
            l.digits++;
            end = i = behind;
            continue;
        }
        UChar32 as;
        uint32_t beyond = link(s, &l, i, &as);
        if (!beyond)
            break;
        if (as)
            add(&l, as);
        if (l.number && beyond < s->size && is_digit(s->text[beyond]) && !(lt_classes(s->typography, c) & LT_IS_INVISIBLE)) {
            l.grouped |= !as;
            l.part |= as != 0;
            l.digits = 0;
        }
        i = beyond;
    }
    if (s->more && i >= s->size && i - s->at < LT_LONG_WORD)
        return 0; /* it may go on */
    if (l.wide && l.count <= MAX_LETTERS)
        compose(s->typography, &l);
    out->end = end;
    out->letters = l.count;
    out->hash = l.hash;
    out->stem = l.count > STEM && !l.number ? l.stem : l.hash;
    s->at = end;
    s->line = false;
    return 1;
}

int lt_scan(lt_scanner *s, lt_vword *out)
{
    while (s->at < s->size) {
        if (waits(s))
            return 0;
        uint32_t behind;
        UChar32 c = peek(s, s->at, &behind);
        if (c < 0)
            return -1;
        if (is_letter(c))
            return scan_word(s, out);
        if (c == '\n' || c == '\r')
            s->line = true;
        if (lt_classes(s->typography, c) || c <= ' ' || u_isUWhiteSpace(c) || u_charType(c) == U_CONTROL_CHAR ||
            u_charType(c) == U_FORMAT_CHAR) {
            s->at = behind;
            continue;
        }
        *out = (lt_vword){.hash = (uint64_t)c * BASE, .stem = (uint64_t)c * BASE, .begin = s->at, .end = behind,
                          .letters = 1, .line = s->line};
        s->at = behind;
        s->line = false;
        return 1;
    }
    return 0;
}

uint64_t lt_hash_join(uint64_t a, uint64_t b, uint32_t b_letters)
{
    uint64_t power = BASE;
    for (; b_letters; b_letters >>= 1, power *= power)
        if (b_letters & 1)
            a *= power;
    return a + b;
}
