/* mask: the text with its direct quotations blanked, for prose linters that should leave the words of
 * others alone.
 *
 * Each character gives way to as many blanks as it has units of what --offsets names, so that what a
 * linter reports about the rest has the offsets, lines and columns of the draft: code points for
 * those that count characters, UTF-16 for those in JavaScript or Java, bytes for the rest. Quotation
 * marks stay, so that a linter still finds them in pairs; line breaks stay, too. */
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "formats/formats.h"

static int by_begin(const void *a, const void *b)
{
    const laut_span *x = a, *y = b;
    return x->begin < y->begin ? -1 : x->begin > y->begin;
}

static bool stays(UChar32 c)
{
    return u_hasBinaryProperty(c, UCHAR_QUOTATION_MARK) || (c >= '\n' && c <= '\r') || c == 0x85 ||
           c == 0x2028 || c == 0x2029;
}

static void blank(lt_flow *f, const char *text, laut_span s, laut_unit unit)
{
    for (int32_t i = (int32_t)s.begin, from = i; i < (int32_t)s.end; from = i) {
        UChar32 c;
        U8_NEXT(text, i, (int32_t)s.end, c);
        if (stays(c))
            lt_flow_raw(f, text + from, (size_t)(i - from));
        else
            lt_flow_raw(f, "    ", unit == LAUT_BYTE ? (size_t)(i - from) : unit == LAUT_UTF16 && c > 0xFFFF ? 2 : 1);
    }
}

int lt_write_mask(const lt_view *v, const laut_write_options *options, FILE *stream)
{
    size_t count = 0;
    for (size_t i = 0; i < v->claim_count; i++)
        count += v->claims[i].kind == LAUT_DIRECT ? v->claims[i].content.count : 0;
    laut_span *spans = malloc((count + 1) * sizeof *spans);
    if (!spans)
        return -1;
    count = 0;
    for (size_t i = 0; i < v->claim_count; i++)
        for (size_t k = 0; v->claims[i].kind == LAUT_DIRECT && k < v->claims[i].content.count; k++)
            spans[count++] = v->claims[i].content.at[k];
    qsort(spans, count, sizeof *spans, by_begin);
    lt_flow f = {0};
    uint32_t at = 0;
    for (size_t i = 0; i < count; i++) { /* one may lie in another */
        laut_span s = {spans[i].begin > at ? spans[i].begin : at, spans[i].end};
        if (s.begin >= s.end)
            continue;
        lt_flow_raw(&f, v->text + at, s.begin - at);
        blank(&f, v->text, s, options->unit);
        at = s.end;
    }
    lt_flow_raw(&f, v->text + at, v->size - at);
    free(spans);
    return lt_flow_end(&f, stream);
}
