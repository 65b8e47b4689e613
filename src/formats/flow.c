#include "formats/flow.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/utf8.h>

void lt_flow_free(lt_flow *f)
{
    free(f->at);
    *f = (lt_flow){0};
}

static bool reserve(lt_flow *f, size_t more)
{
    if (f->failed || f->room - f->size >= more)
        return !f->failed;
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
    if (size && reserve(f, size)) {
        memcpy(f->at + f->size, text, size);
        f->size += size;
    }
}

static void character(lt_flow *f, char c)
{
    if (f->size < f->room || reserve(f, 1))
        f->at[f->size++] = c;
}

void lt_flow_text(lt_flow *f, const char *text) { lt_flow_raw(f, text, strlen(text)); }

int lt_flow_end(lt_flow *f, FILE *stream)
{
    bool failed = f->failed || (f->size && fwrite(f->at, 1, f->size, stream) != f->size);
    lt_flow_free(f);
    return failed || ferror(stream) ? -1 : 0;
}

/* Before a value or key. */
static void set_off(lt_flow *f)
{
    if (f->comma)
        character(f, ',');
    f->comma = true;
}

void lt_open(lt_flow *f, char bracket)
{
    set_off(f);
    character(f, bracket);
    f->comma = false;
}

void lt_close(lt_flow *f, char bracket)
{
    character(f, bracket);
    f->comma = true;
}

void lt_key(lt_flow *f, const char *key)
{
    lt_plain(f, key);
    character(f, ':');
    f->comma = false;
}

void lt_null(lt_flow *f)
{
    set_off(f);
    lt_flow_raw(f, "null", 4);
}

void lt_flow_digits(lt_flow *f, uint64_t n)
{
    char text[20];
    size_t at = sizeof text;
    do
        text[--at] = (char)('0' + n % 10);
    while (n /= 10);
    lt_flow_raw(f, text + at, sizeof text - at);
}

void lt_numbered(lt_flow *f, char letter, uint64_t n)
{
    set_off(f);
    character(f, '"');
    character(f, letter);
    lt_flow_digits(f, n);
    character(f, '"');
}

void lt_number(lt_flow *f, uint64_t n)
{
    set_off(f);
    lt_flow_digits(f, n);
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
    set_off(f);
    lt_flow_raw(f, text, size);
}

void lt_plain(lt_flow *f, const char *text)
{
    set_off(f);
    size_t size = strlen(text);
    if (!reserve(f, size + 2))
        return;
    f->at[f->size++] = '"';
    memcpy(f->at + f->size, text, size);
    f->size += size;
    f->at[f->size++] = '"';
}

void lt_string_begin(lt_flow *f)
{
    set_off(f);
    character(f, '"');
}

void lt_string_end(lt_flow *f) { character(f, '"'); }

static void escape(lt_flow *f, unsigned char c)
{
    static const char hex[] = "0123456789ABCDEF", pairs[] = "\"\"\\\\\bb\ff\nn\rr\tt";
    const char *pair = c ? memchr(pairs, c, sizeof pairs - 1) : NULL;
    if (pair)
        lt_flow_raw(f, (char[]){'\\', pair[1]}, 2);
    else
        lt_flow_raw(f, (char[]){'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]}, 6);
}

void lt_string_piece(lt_flow *f, const char *text, size_t size)
{
    size_t from = 0; /* of what may stay as it is */
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        lt_flow_raw(f, text + from, i - from);
        escape(f, c);
        from = i + 1;
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
