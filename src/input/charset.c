#include "input/charset.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unicode/ucnv.h>
#include <unicode/utf8.h>

#include "document.h"

enum {
    HEAD = 4096, /* bytes in which a declaration is looked for; the standard demands it in 1,024 */
    NAME = 64
};

/* ---------------------------------------------------------------- names */

/* Where ICU means less than the WHATWG Encoding Standard does ("Names and labels"). */
static const struct {
    const char *label, *name;
} labels[] = {
    {"ascii", "windows-1252"}, {"us-ascii", "windows-1252"}, {"ansi_x3.4-1968", "windows-1252"},
    {"latin1", "windows-1252"}, {"l1", "windows-1252"}, {"cp819", "windows-1252"}, {"ibm819", "windows-1252"},
    {"iso-8859-1", "windows-1252"}, {"iso8859-1", "windows-1252"}, {"iso_8859-1", "windows-1252"},
    {"iso88591", "windows-1252"}, {"iso_8859-1:1987", "windows-1252"}, {"iso-ir-100", "windows-1252"},
    {"x-cp1252", "windows-1252"}, {"x-user-defined", "windows-1252"},
    {"iso-8859-9", "windows-1254"}, {"iso8859-9", "windows-1254"}, {"latin5", "windows-1254"},
    {"iso-8859-11", "windows-874"}, {"tis-620", "windows-874"},
    {"gb2312", "gb18030"}, {"gb_2312-80", "gb18030"}, {"gbk", "gb18030"}, {"utf8", "UTF-8"},
    {"unicode-1-1-utf-8", "UTF-8"},
};

static const char *meaning(const char *label)
{
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (strcasecmp(labels[i].label, label) == 0)
            return labels[i].name;
    return label;
}

/* Find `what` (in lower case) in [at, end). */
static const char *find(const char *at, const char *end, const char *what)
{
    size_t n = strlen(what);
    for (; at < end && (size_t)(end - at) >= n; at++)
        if (strncasecmp(at, what, n) == 0)
            return at;
    return NULL;
}

static bool space(char c) { return c && strchr(" \t\r\n\f", c); }

/* The value behind `key` and = in a tag, in quotation marks or not: charset=utf-8. */
static bool value(const char *at, const char *end, const char *key, char out[NAME])
{
    const char *found = find(at, end, key);
    if (!found)
        return false;
    for (found += strlen(key); found < end && space(*found);)
        found++;
    if (found == end || *found != '=')
        return false;
    do
        found++;
    while (found < end && (space(*found) || *found == '"' || *found == '\''));
    size_t n = 0;
    while (found < end && n + 1 < NAME && *found && !space(*found) && !strchr("\"';>?", *found))
        out[n++] = *found++;
    out[n] = '\0';
    return n > 0;
}

/* What the page says of itself. It is read as ASCII, so it cannot be UTF-16. */
static bool declared(const char *bytes, size_t size, char out[NAME])
{
    const char *end = bytes + (size < HEAD ? size : HEAD), *at = bytes;
    bool known = false;
    if (size > 5 && strncmp(bytes, "<?xml", 5) == 0) {
        const char *close = find(bytes, end, "?>");
        known = value(bytes, close ? close : end, "encoding", out);
    }
    while (!known && (at = memchr(at, '<', (size_t)(end - at)))) {
        const char *close;
        if (end - at > 4 && strncmp(at, "<!--", 4) == 0) {
            close = find(at + 4, end, "-->");
        } else {
            close = memchr(at, '>', (size_t)(end - at));
            if (close && close - at > 5 && strncasecmp(at, "<meta", 5) == 0 && (space(at[5]) || at[5] == '/'))
                known = value(at + 5, close, "charset", out);
        }
        if (!close)
            break;
        at = close;
    }
    if (known && strncasecmp(out, "utf-16", 6) == 0)
        strcpy(out, "UTF-8");
    return known;
}

static bool utf8(const char *bytes, size_t size)
{
    for (int32_t i = 0; i < (int32_t)size;) {
        UChar32 c;
        U8_NEXT(bytes, i, (int32_t)size, c);
        if (c < 0)
            return false;
    }
    return true;
}

/* ---------------------------------------------------------------- bytes */

static int refuse(laut_error *error, const char *what, const char *name, const char *advice)
{
    memset(error, 0, sizeof *error);
    error->code = LAUT_ERROR_INPUT;
    snprintf(error->message, sizeof error->message, "%s%s%s", what, name, advice);
    for (char *c = error->message; *c; c++) /* a name of the page may hold anything */
        if ((unsigned char)*c < ' ' || (unsigned char)*c > 126)
            *c = '?';
    return -1;
}

static bool known(const char *name, bool *no_memory)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = *name ? ucnv_open(name, &status) : NULL;
    ucnv_close(converter);
    *no_memory |= status == U_MEMORY_ALLOCATION_ERROR;
    return converter && U_SUCCESS(status);
}

static int convert(const char *name, const char *bytes, size_t size, char **out, size_t *out_size,
                   laut_error *error)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = ucnv_convert("UTF-8", name, NULL, 0, bytes, (int32_t)size, &status);
    if (status == U_MEMORY_ALLOCATION_ERROR)
        return lt_out_of_memory(error);
    if (length < 0 || length > (int32_t)LAUT_MAX_TEXT)
        return refuse(error, "too large", "", "");
    *out = malloc((size_t)length + 1);
    if (!*out)
        return lt_out_of_memory(error);
    status = U_ZERO_ERROR;
    if (length)
        length = ucnv_convert("UTF-8", name, *out, length + 1, bytes, (int32_t)size, &status);
    if (U_FAILURE(status)) {
        free(*out);
        *out = NULL;
        return status == U_MEMORY_ALLOCATION_ERROR ? lt_out_of_memory(error)
                                                   : refuse(error, "cannot be read as ", name, "");
    }
    *out_size = (size_t)length;
    return 0;
}

int lt_decode_page(const char *bytes, size_t size, const char *encoding, char **out, size_t *out_size,
                   laut_error *error)
{
    static const struct {
        const char *bytes;
        size_t size;
        const char *name;
    } marks[] = {{"\xEF\xBB\xBF", 3, "UTF-8"}, {"\xFF\xFE", 2, "UTF-16LE"}, {"\xFE\xFF", 2, "UTF-16BE"}};
    char page[NAME];
    const char *name = encoding ? meaning(encoding) : NULL;
    *out = NULL;
    if (size > LAUT_MAX_TEXT)
        return refuse(error, "too large", "", "");
    bool no_memory = false;
    if (name && !known(name, &no_memory))
        return no_memory ? lt_out_of_memory(error) : refuse(error, "there is no encoding ", encoding, "");
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (size >= marks[i].size && memcmp(bytes, marks[i].bytes, marks[i].size) == 0) {
            name = marks[i].name;
            bytes += marks[i].size;
            size -= marks[i].size;
            break;
        }
    bool sound = utf8(bytes, size);
    if (!name && declared(bytes, size, page)) {
        name = meaning(page);
        bool there = known(name, &no_memory);
        if (no_memory)
            return lt_out_of_memory(error);
        if (!there && !sound)
            return refuse(error, "there is no encoding ", page, ", which the page declares: name one with --encoding");
        if (!there)
            name = NULL;
    }
    if (!name)
        name = sound ? "UTF-8" : "windows-1252";
    if (convert(name, bytes, size, out, out_size, error) < 0)
        return -1;
    for (size_t i = 0; i < *out_size; i++)
        if (!(*out)[i])
            (*out)[i] = ' ';
    (*out)[*out_size] = '\0';
    return 0;
}
