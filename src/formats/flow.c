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

void lt_flow_text(lt_flow *f, const char *text) { lt_flow_raw(f, text, strlen(text)); }

int lt_flow_end(lt_flow *f, FILE *stream)
{
    bool failed = f->failed || (f->size && fwrite(f->at, 1, f->size, stream) != f->size);
    lt_flow_free(f);
    return failed || ferror(stream) ? -1 : 0;
}

static void character(lt_flow *f, char c) { lt_flow_raw(f, &c, 1); }

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

void lt_string_piece(lt_flow *f, const char *text, size_t size)
{
    static const char hex[] = "0123456789ABCDEF";
    if (!reserve(f, size * 6)) /* \u0000 is the longest */
        return;
    char *out = f->at + f->size;
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)text[i];
        const char *short_form = c >= 0x20 && c != '"' && c != '\\' ? NULL
                                 : memchr("\"\"\\\\\bb\ff\nn\rr\tt", c, 14);
        if (c >= 0x20 && c != '"' && c != '\\') {
            *out++ = (char)c;
        } else if (c && short_form) {
            *out++ = '\\';
            *out++ = short_form[1];
        } else {
            memcpy(out, "\\u00", 4);
            out[4] = hex[c >> 4];
            out[5] = hex[c & 15];
            out += 6;
        }
    }
    f->size = (size_t)(out - f->at);
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
    size_t size = strlen(text);
    for (int32_t i = 0, from = 0; i < (int32_t)size;) {
        UChar32 c;
        U8_NEXT(text, i, (int32_t)size, c);
        put(f, c < 0 ? "\xEF\xBF\xBD" : text + from, c < 0 ? 3 : (size_t)(i - from));
        from = i;
    }
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
