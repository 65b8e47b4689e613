#include "formats/flow.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/utf8.h>

void lt_flow_free(lt_flow *f)
{
    free(f->at);
    *f = (lt_flow){0};
}

bool lt_flow_grow(lt_flow *f, size_t more)
{
    if (f->failed)
        return false;
    size_t room = f->room ? f->room : 4096;
    while (room - f->size < more)
        room *= 2;
    char *at = realloc(f->at, room);
    if (!at) {
        f->failed = true;
        return false;
    }
    f->at = at;
    f->room = room;
    return true;
}

void lt_flow_raw(lt_flow *f, const char *text, size_t size)
{
    if (size && lt_flow_room(f, size)) {
        memcpy(f->at + f->size, text, size);
        f->size += size;
    }
}

void lt_flow_text(lt_flow *f, const char *text) { lt_flow_raw(f, text, strlen(text)); }

int lt_flow_end(lt_flow *f, FILE *stream)
{
    bool failed = f->failed || (f->size && fwrite(f->at, 1, f->size, stream) != f->size);
    lt_flow_free(f);
    return failed || ferror(stream) ? -1 : 0;
}

void lt_key(lt_flow *f, const char *key)
{
    lt_plain(f, key);
    lt_flow_byte(f, ':');
    f->comma = false;
}

void lt_null(lt_flow *f)
{
    lt_set_off(f);
    lt_flow_raw(f, "null", 4);
}

enum { MAX_DIGITS = 20 };

/* Write a number in decimal digits, two at a time from its end; returns where they end. */
static char *digits(char *out, uint64_t n)
{
    static const char pairs[] = "00010203040506070809101112131415161718192021222324252627282930313233343536373839"
                                "40414243444546474849505152535455565758596061626364656667686970717273747576777879"
                                "8081828384858687888990919293949596979899";
    unsigned size = 1;
    for (uint64_t power = 10; size < MAX_DIGITS && n >= power; power *= 10)
        size++;
    char *end = out + size, *p = end;
    for (; n >= 100; n /= 100)
        memcpy(p -= 2, pairs + 2 * (n % 100), 2);
    if (n >= 10)
        memcpy(p - 2, pairs + 2 * n, 2);
    else
        p[-1] = (char)('0' + n);
    return end;
}

void lt_flow_digits(lt_flow *f, uint64_t n)
{
    if (lt_flow_room(f, MAX_DIGITS))
        f->size = (size_t)(digits(f->at + f->size, n) - f->at);
}

void lt_numbered(lt_flow *f, char letter, uint64_t n)
{
    lt_set_off(f);
    if (!lt_flow_room(f, MAX_DIGITS + 3))
        return;
    char *p = f->at + f->size;
    *p++ = '"';
    *p++ = letter;
    p = digits(p, n);
    *p++ = '"';
    f->size = (size_t)(p - f->at);
}

void lt_number(lt_flow *f, uint64_t n)
{
    lt_set_off(f);
    lt_flow_digits(f, n);
}

void lt_two_numbers(lt_flow *f, uint64_t a, uint64_t b)
{
    lt_set_off(f);
    if (!lt_flow_room(f, 2 * MAX_DIGITS + 3))
        return;
    char *p = f->at + f->size;
    *p++ = '[';
    p = digits(p, a);
    *p++ = ',';
    p = digits(p, b);
    *p++ = ']';
    f->size = (size_t)(p - f->at);
}

void lt_thousandths(lt_flow *f, double value)
{
    unsigned n = value <= 0 ? 0 : value >= 1 ? 1000 : (unsigned)(value * 1000 + .5);
    char text[] = "0.000";
    size_t size = 5;
    text[0] = (char)('0' + n / 1000);
    for (int i = 4; i > 1; i--, n /= 10)
        text[i] = (char)('0' + n % 10);
    while (size > 3 && text[size - 1] == '0')
        size--;
    lt_set_off(f);
    lt_flow_raw(f, text, size);
}

void lt_plain(lt_flow *f, const char *text)
{
    lt_set_off(f);
    size_t size = strlen(text);
    if (!lt_flow_room(f, size + 2))
        return;
    f->at[f->size++] = '"';
    memcpy(f->at + f->size, text, size);
    f->size += size;
    f->at[f->size++] = '"';
}

void lt_string_begin(lt_flow *f)
{
    lt_set_off(f);
    lt_flow_byte(f, '"');
}

void lt_string_end(lt_flow *f) { lt_flow_byte(f, '"'); }

static void escape(lt_flow *f, unsigned char c)
{
    static const char hex[] = "0123456789ABCDEF", pairs[] = "\"\"\\\\\bb\ff\nn\rr\tt";
    const char *pair = c ? memchr(pairs, c, sizeof pairs - 1) : NULL;
    if (pair)
        lt_flow_raw(f, (char[]){'\\', pair[1]}, 2);
    else
        lt_flow_raw(f, (char[]){'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]}, 6);
}

static uint64_t eight(const char *text)
{
    uint64_t bytes;
    memcpy(&bytes, text, sizeof bytes);
    return bytes;
}

#define EACH_BYTE(b) (UINT64_C(0x0101010101010101) * (b))

/* Whether each of eight bytes stands for itself in a string. A byte less than n (up to 128) shows in its
 * highest bit after n was taken off, and had that bit unset before. */
static bool unescaped(uint64_t bytes)
{
    uint64_t quote = bytes ^ EACH_BYTE('"'), slash = bytes ^ EACH_BYTE('\\');
    uint64_t low = (bytes - EACH_BYTE(0x20)) & ~bytes;
    low |= (quote - EACH_BYTE(1)) & ~quote;
    low |= (slash - EACH_BYTE(1)) & ~slash;
    return !(low & EACH_BYTE(0x80));
}

static bool ascii(uint64_t bytes) { return !(bytes & EACH_BYTE(0x80)); }

/* Where the eight bytes at `i` end, if they are as they should be; at the text's end the last eight are
 * asked. Else `i`. */
static size_t pass_eight(const char *text, size_t i, size_t size, bool (*are)(uint64_t bytes))
{
    if (size < 8)
        return i;
    size_t at = size - i < 8 ? size - 8 : i;
    return are(eight(text + at)) ? at + 8 : i;
}

void lt_string_piece(lt_flow *f, const char *text, size_t size)
{
    size_t from = 0; /* of what may stay as it is */
    for (size_t i = 0, next; i < size; i = next) {
        next = pass_eight(text, i, size, unescaped);
        if (next > i)
            continue;
        unsigned char c = (unsigned char)text[i];
        next = i + 1;
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        lt_flow_raw(f, text + from, i - from);
        escape(f, c);
        from = next;
    }
    lt_flow_raw(f, text + from, size - from);
}

void lt_string(lt_flow *f, const char *text, size_t size)
{
    lt_string_begin(f);
    lt_string_piece(f, text, size);
    lt_string_end(f);
}

/* Hands on the pieces of a text that are UTF-8, and a sign for each that is not. */
static void sound_pieces(lt_flow *f, const char *text, void (*put)(lt_flow *f, const char *text, size_t size))
{
    int32_t size = (int32_t)strlen(text), from = 0; /* of what is UTF-8 */
    for (int32_t i = 0; i < size;) {
        int32_t at = i;
        i = (int32_t)pass_eight(text, (size_t)i, (size_t)size, ascii);
        if (i > at)
            continue;
        UChar32 c = (unsigned char)text[i];
        if (c < 0x80) {
            i++;
            continue;
        }
        U8_NEXT(text, i, size, c);
        if (c >= 0)
            continue;
        put(f, text + from, (size_t)(at - from));
        put(f, "\xEF\xBF\xBD", 3);
        from = i;
    }
    put(f, text + from, (size_t)(size - from));
}

void lt_flow_utf8(lt_flow *f, const char *text) { sound_pieces(f, text, lt_flow_raw); }

void lt_text_or_null(lt_flow *f, const char *text)
{
    if (!text) {
        lt_null(f);
        return;
    }
    lt_string_begin(f);
    sound_pieces(f, text, lt_string_piece);
    lt_string_end(f);
}
