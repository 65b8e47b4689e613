/* A line of JSONL, read without jansson where it is plain: an object of strings, without \u in them.
 *
 * Nearly all lines are, and the library takes as long for one as four stages do for its text. Whatever is
 * not plain is jansson's, and so is whatever is wrong: the line is not touched before all of it was seen. */
#include <stdbool.h>
#include <string.h>
#include <unicode/utf8.h>

#include "cli/cli.h"

static const char escapes[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";

/* A string as it stands in the line, without its quotation marks. */
typedef struct { char *begin, *end; } string;

static char *skip_blanks(char *p, const char *end)
{
    while (p < end && (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r'))
        p++;
    return p;
}

/* Whether eight bytes are ASCII that stands for itself in a string. A byte less than n shows in its highest
 * bit after n was taken off. */
static bool plain(const char *p)
{
    static const uint64_t each = UINT64_C(0x0101010101010101);
    uint64_t bytes;
    memcpy(&bytes, p, sizeof bytes);
    uint64_t not_quote = bytes ^ each * '"', not_escape = bytes ^ each * '\\';
    return !((bytes | (bytes - each * ' ') | (not_quote - each) | (not_escape - each)) & each * 0x80);
}

/* The string that begins with the quotation mark at `p`. Returns what stands behind it, or NULL where it is
 * not plain. */
static char *read_string(char *p, char *end, string *out)
{
    if (p == end || *p != '"')
        return NULL;
    out->begin = ++p;
    for (;;) {
        while (end - p >= 8 && plain(p))
            p += 8;
        if (p == end || (unsigned char)*p < ' ')
            return NULL;
        if (*p == '"')
            break;
        if (*p == '\\') {
            if (end - p < 2 || !memchr(escapes, p[1], sizeof escapes - 1))
                return NULL;
            p += 2;
        } else if ((unsigned char)*p < 0x80) {
            p++;
        } else {
            int32_t size = 0, most = end - p < U8_MAX_LENGTH ? (int32_t)(end - p) : U8_MAX_LENGTH;
            UChar32 c;
            U8_NEXT(p, size, most, c);
            if (c < 0)
                return NULL;
            p += size;
        }
    }
    out->end = p;
    return p + 1;
}

static bool is(const string *s, const char *word)
{
    size_t size = strlen(word);
    return (size_t)(s->end - s->begin) == size && memcmp(s->begin, word, size) == 0;
}

/* Put the characters that are meant in the place of the escapes, and a NUL behind the last. */
static size_t unescape(string *s)
{
    char *out = s->begin, *p = s->begin;
    while (p < s->end) {
        char *escape = memchr(p, '\\', (size_t)(s->end - p));
        size_t before = (size_t)((escape ? escape : s->end) - p);
        if (out < p)
            memmove(out, p, before);
        out += before;
        p += before;
        if (escape) {
            *out++ = meant[(const char *)memchr(escapes, p[1], sizeof escapes - 1) - escapes];
            p += 2;
        }
    }
    *out = '\0';
    return (size_t)(out - s->begin);
}

bool lt_read_record(char *line, size_t size, lt_record *out)
{
    char *end = line + size, *p = skip_blanks(line, end);
    string text = {0}, id = {0};
    if (p == end || *p != '{')
        return false;
    do {
        string key, value;
        p = read_string(skip_blanks(p + 1, end), end, &key);
        p = p ? skip_blanks(p, end) : NULL;
        if (!p || p == end || *p != ':')
            return false;
        p = read_string(skip_blanks(p + 1, end), end, &value);
        if (!p)
            return false;
        string *wanted = is(&key, "text") ? &text : is(&key, "id") ? &id : NULL;
        if (wanted && wanted->begin) /* twice */
            return false;
        if (wanted)
            *wanted = value;
        p = skip_blanks(p, end);
    } while (p < end && *p == ',');
    if (p == end || *p != '}' || skip_blanks(p + 1, end) != end || !text.begin)
        return false;
    out->id = id.begin;
    out->text = text.begin;
    out->size = unescape(&text);
    if (id.begin)
        unescape(&id);
    return true;
}
