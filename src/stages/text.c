/* Stage 1: the text. Checks that it is UTF-8, copies it, finds its lines, and prepares the way
 * from byte offsets to code points and UTF-16 units. */
#include <stdio.h>
#include <string.h>
#include <unicode/utf8.h>

#include "document.h"

enum { STRIDE = 32 }; /* bytes between two entries of the offset tables */

int lt_out_of_memory(laut_error *error)
{
    if (error) {
        memset(error, 0, sizeof *error);
        error->code = LAUT_ERROR_MEMORY;
        snprintf(error->message, sizeof error->message, "out of memory");
    }
    return -1;
}

static int refuse(laut_error *error, size_t offset, uint32_t line, const char *message)
{
    memset(error, 0, sizeof *error);
    error->code = LAUT_ERROR_INPUT;
    error->offset = offset;
    error->line = line;
    snprintf(error->message, sizeof error->message, "%s at byte %zu", message, offset);
    return -1;
}

static const uint64_t each_byte = UINT64_C(0x0101010101010101);

static uint64_t eight_bytes(const char *at)
{
    uint64_t bytes;
    memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

/* Whether none of eight bytes needs a look: all are ASCII, and behind the line ends in it. A byte less than
 * 14 shows in its highest bit after 14 was taken off. */
static bool plain(uint64_t bytes)
{
    return !((bytes | (bytes - each_byte * ('\r' + 1))) & each_byte * 0x80);
}

int lt_text_stage(lt_document *d, const char *text, size_t size, laut_error *error)
{
    lt_text *t = &d->text;
    if (size > LAUT_MAX_TEXT)
        return refuse(error, LAUT_MAX_TEXT, 0, "text too large");
    /* PCRE2's machine code looks at its subject in blocks, also behind its end: there are zeros. */
    enum { BLOCK = 64 };
    char *copy = lt_arena_alloc(&d->arena, size + BLOCK);
    if (copy && size)
        memcpy(copy, text, size);
    size_t entries = size / STRIDE + 1;
    t->codepoints = lt_arena_alloc(&d->arena, entries * sizeof *t->codepoints);
    t->utf16 = lt_arena_alloc(&d->arena, entries * sizeof *t->utf16);
    uint32_t *line = lt_push(&d->arena, &t->lines);
    if (!copy || !t->codepoints || !t->utf16 || !line)
        return lt_out_of_memory(error);
    *line = 0;
    t->bytes = copy;
    t->size = (uint32_t)size;

    /* An entry counts what lies before the first character at or after it; the reader walks from the
     * entry's byte, skipping continuation bytes. */
    uint32_t codepoints = 0, utf16 = 0;
    int32_t i = 0, entry = 0, length = (int32_t)size;
    for (;;) {
        if (i >= entry) {
            t->codepoints[entry / STRIDE] = codepoints;
            t->utf16[entry / STRIDE] = utf16;
            entry += STRIDE;
        }
        if (plain(eight_bytes(copy + i))) { /* nearly all; the zeros at the end are not */
            int32_t step = entry - i < 8 ? entry - i : 8;
            codepoints += (uint32_t)step;
            utf16 += (uint32_t)step;
            i += step;
            continue;
        }
        if (i >= length)
            return 0;
        int32_t at = i;
        UChar32 c;
        U8_NEXT(copy, i, length, c);
        if (c < 0)
            return refuse(error, (size_t)at, t->lines.count, "not UTF-8");
        codepoints++;
        utf16 += c > 0xFFFF ? 2 : 1;
        bool line_end = c == '\n' || (c == '\r' && !(i < length && copy[i] == '\n'));
        if (line_end && i < length) {
            line = lt_push(&d->arena, &t->lines);
            if (!line)
                return lt_out_of_memory(error);
            *line = (uint32_t)i;
        }
    }
}

static bool continuation(char c) { return ((unsigned char)c & 0xC0) == 0x80; }

/* 1 for each of eight bytes of the form 10xxxxxx. */
static uint64_t insides(uint64_t eight) { return eight >> 7 & ~(eight >> 6) & each_byte; }

/* How many of at most STRIDE bytes of the text begin a character, as those of the form 10xxxxxx do not. Eight
 * at a time; of the last eight only those before the end count, and there are zeros behind the text. */
static uint32_t characters(const char *bytes, uint32_t size)
{
    static const char counts[16] = {1, 1, 1, 1, 1, 1, 1, 1};
    uint64_t inside = 0; /* for each place among eight, how many are inside a character */
    uint32_t i = 0;
    for (; i + 8 <= size; i += 8)
        inside += insides(eight_bytes(bytes + i));
    inside += insides(eight_bytes(bytes + i)) & eight_bytes(counts + 8 - (size - i));
    return size - (uint32_t)(inside * each_byte >> 56); /* the sum of the places */
}

uint32_t laut_offset(const laut_document *d, uint32_t byte, laut_unit unit)
{
    const lt_text *t = &d->text;
    if (byte > t->size)
        byte = t->size;
    if (unit == LAUT_BYTE)
        return byte;
    uint32_t at = byte / STRIDE * STRIDE;
    uint32_t n = unit == LAUT_CODEPOINT ? t->codepoints[at / STRIDE] : t->utf16[at / STRIDE];
    if (unit == LAUT_CODEPOINT)
        return n + characters(t->bytes + at, byte - at);
    for (; at < byte; at++)
        if (!continuation(t->bytes[at]))
            n += (unsigned char)t->bytes[at] >= 0xF0 ? 2 : 1;
    return n;
}

void laut_position(const laut_document *d, uint32_t byte, uint32_t *line, uint32_t *column)
{
    const lt_text *t = &d->text;
    uint32_t low = 0, high = t->lines.count;
    while (high - low > 1) {
        uint32_t middle = (low + high) / 2;
        *(t->lines.at[middle] <= byte ? &low : &high) = middle;
    }
    *line = low + 1;
    *column = laut_offset(d, byte, LAUT_CODEPOINT) -
              laut_offset(d, t->lines.at[low], LAUT_CODEPOINT) + 1;
}

const char *laut_text(const laut_document *d, size_t *size)
{
    if (size)
        *size = d->text.size;
    return d->text.bytes;
}
