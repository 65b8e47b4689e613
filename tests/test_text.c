/* src/stages/text.c: UTF-8, offsets in three units, lines. */
#include <criterion/criterion.h>
#include <string.h>

#include "german.h"

/* ---------------------------------------------------------------- what is no UTF-8 */

static const struct { int line; const char *text; size_t size, offset; uint32_t at_line; } bad[] = {
    {__LINE__, "\xff", 1, 0, 1},
    {__LINE__, "Er kam.\x80", 8, 7, 1},                  /* a continuation byte by itself */
    {__LINE__, "Er kam\xc3", 7, 6, 1},                   /* cut off */
    {__LINE__, "\xe2\x80", 2, 0, 1},
    {__LINE__, "Gr\xfc\xdf""e", 5, 2, 1},                /* Latin-1 */
    {__LINE__, "a\xc0\x80", 3, 1, 1},                    /* overlong */
    {__LINE__, "a\xed\xa0\x80", 4, 1, 1},                /* a surrogate */
    {__LINE__, "a\xf4\x90\x80\x80", 5, 1, 1},            /* behind U+10FFFF */
    {__LINE__, "eins\nzwei\r\n\xff", 12, 11, 3},
};

Test(text, not_utf8)
{
    for (size_t i = 0; i < ROWS(bad); i++) {
        laut_document *d = (laut_document *)1;
        laut_error e;
        cr_expect_eq(laut_analyze(german(), bad[i].text, bad[i].size, NULL, &d, &e), -1, "line %d", bad[i].line);
        cr_expect_null(d);
        cr_expect_eq(e.code, LAUT_ERROR_INPUT, "line %d", bad[i].line);
        cr_expect_eq(e.offset, bad[i].offset, "line %d: %zu", bad[i].line, e.offset);
        cr_expect_eq(e.line, bad[i].at_line, "line %d: %u", bad[i].line, e.line);
        cr_expect(strstr(e.message, "UTF-8"), "%s", e.message);
    }
}

Test(text, too_large)
{
    laut_document *d;
    laut_error e;
    cr_expect_eq(laut_analyze(german(), "", LAUT_MAX_TEXT + 1, NULL, &d, &e), -1);
    cr_expect_eq(e.code, LAUT_ERROR_INPUT);
    cr_expect_null(d);
}

/* ---------------------------------------------------------------- offsets */

/* Count the slow way. */
static void expect_offsets(const char *text)
{
    laut_document *d = analysed(text);
    uint32_t points = 0, units = 0, size = (uint32_t)strlen(text);
    for (uint32_t i = 0; i <= size; i++) {
        unsigned char c = (unsigned char)text[i];
        if (i < size && (c & 0xC0) == 0x80)
            continue;
        cr_assert_eq(laut_offset(d, i, LAUT_CODEPOINT), points, "byte %u", i);
        cr_assert_eq(laut_offset(d, i, LAUT_UTF16), units, "byte %u", i);
        cr_assert_eq(laut_offset(d, i, LAUT_BYTE), i);
        points++;
        units += c >= 0xF0 ? 2 : 1;
    }
    cr_expect_eq(laut_offset(d, size + 100, LAUT_BYTE), size, "behind the end is the end");
    cr_expect_eq(laut_offset(d, size + 100, LAUT_CODEPOINT), points - 1);
    laut_document_free(d);
}

Test(text, offsets_in_three_units)
{
    expect_offsets("");
    expect_offsets("Grüße aus „Łódź“ 😀!");
    expect_offsets("\uFEFFEr kam.");
    /* characters of one to four bytes across every place of the table's stride */
    static char text[6000];
    static const char *const characters[] = {"a", "ä", "„", "😀", " "};
    for (uint32_t shift = 0; shift < 8; shift++) {
        size_t size = 0;
        memset(text, 0, sizeof text);
        for (uint32_t i = 0; i < shift; i++)
            text[size++] = 'x';
        for (uint32_t i = 0; size < 1000; i = i * 5 + 3) {
            const char *c = characters[i / 7 % 5];
            memcpy(text + size, c, strlen(c));
            size += strlen(c);
        }
        expect_offsets(text);
    }
    for (size_t size = 60; size < 70; size++) { /* a text as long as the stride */
        memset(text, 0, sizeof text);
        memset(text, 'x', size);
        expect_offsets(text);
        memcpy(text + size - 4, "😀", 4);
        expect_offsets(text);
    }
}

/* ---------------------------------------------------------------- lines and columns */

static const struct { int line; const char *text; const char *at; uint32_t row, column; } places[] = {
    {__LINE__, "Er kam.", "Er", 1, 1},
    {__LINE__, "Er kam.", "kam", 1, 4},
    {__LINE__, "Er kam.\nSie ging.", "Sie", 2, 1},
    {__LINE__, "Er kam.\r\nSie ging.", "Sie", 2, 1},
    {__LINE__, "Er kam.\r\nSie ging.\r\n\r\nEs blieb.", "Es", 4, 1},
    {__LINE__, "Er kam.\rSie ging.", "ging", 2, 5},
    {__LINE__, "Er kam.\n\rSie ging.", "ging", 3, 5},
    {__LINE__, "\n\n\nEr kam.", "kam", 4, 4},
    {__LINE__, "Üble Größe, kurz", "kurz", 1, 13},
    {__LINE__, "😀😀 da", "da", 1, 4},
    {__LINE__, "a\n😀ä\u0308 da", "da", 2, 5},
    {__LINE__, "Er kam.\n", "\n", 1, 8},
};

Test(text, positions)
{
    for (size_t i = 0; i < ROWS(places); i++) {
        laut_document *d = analysed(places[i].text);
        uint32_t row, column;
        uint32_t byte = (uint32_t)(strstr(places[i].text, places[i].at) - places[i].text);
        laut_position(d, byte, &row, &column);
        cr_expect(row == places[i].row && column == places[i].column, "test_text.c:%d: %u:%u", places[i].line, row, column);
        laut_document_free(d);
    }
}

/* ---------------------------------------------------------------- odd texts */

Test(text, texts_without_words)
{
    static const struct { const char *text; size_t size; } odd[] = {
        {"", 0}, {"\uFEFF", 3}, {" ", 1}, {"\n\n\n", 3}, {"\r\n", 2}, {"\0", 1}, {"\0\0\n\0", 4},
        {"\u00AD", 2}, {"\u200B\u00A0", 5}, {"„", 3}, {"“”„", 9}, {".", 1}, {"…", 3}, {",,,,", 4},
        {"()", 2}, {"-", 1}, {"- \n- \n-", 7}, {"\u0308", 2}, {"😀", 4}, {":", 1}, {"\"\"\"\"\"\"\"\"\"\"", 10},
    };
    for (size_t i = 0; i < ROWS(odd); i++) {
        laut_document *d = analysed_bytes(odd[i].text, odd[i].size);
        size_t claims, silent, size;
        laut_claims(d, &claims);
        laut_no_comments(d, &silent);
        laut_text(d, &size);
        cr_expect_eq(claims + silent, 0, "row %zu", i);
        cr_expect_eq(size, odd[i].size);
        laut_document_free(d);
    }
}

Test(text, nul_bytes_are_only_bytes)
{
    static const char text[] = "Die Ministerin sagte,\0 der Plan\0 sei gut.";
    laut_document *d = analysed_bytes(text, sizeof text - 1);
    size_t claims, size;
    const laut_claim *c = laut_claims(d, &claims);
    cr_expect_eq(memcmp(laut_text(d, &size), text, sizeof text), 0);
    cr_expect_eq(size, sizeof text - 1);
    cr_assert_eq(claims, 1);
    cr_expect_eq(c->content.at[0].begin, 23);
    cr_expect_eq(c->content.at[0].end, sizeof text - 2);
    laut_document_free(d);
}

Test(text, byte_order_mark_is_counted)
{
    laut_document *d = analysed("\uFEFFDie Ministerin sagte, der Plan sei gut.");
    size_t claims;
    const laut_claim *c = laut_claims(d, &claims);
    cr_assert_eq(claims, 1);
    cr_expect_eq(c->speaker.at[0].begin, 3);
    cr_expect_eq(laut_offset(d, 3, LAUT_CODEPOINT), 1);
    cr_expect_eq(laut_offset(d, 3, LAUT_UTF16), 1);
    laut_document_free(d);
}

Test(text, it_is_copied)
{
    char text[] = "Es regnet.";
    laut_document *d = analysed(text);
    memset(text, 'x', sizeof text - 1);
    cr_expect_str_eq(laut_text(d, NULL), "Es regnet.");
    laut_document_free(d);
}
