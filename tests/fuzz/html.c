/* Any bytes as a page of HTML: the first byte says in which encoding. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/utf8.h>

#include "fuzz.h"

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    fuzz_begin();
    return 0;
}

/* What the text of a page is like, whatever the page was. */
static void check(const char *text, size_t size)
{
    FUZZ_CHECK(size > 1 && strlen(text) == size, "%zu bytes, of them %zu before a NUL", size, strlen(text));
    FUZZ_CHECK(text[size - 1] == '\n' && !strchr(" \n", text[0]), "no line feed at the end, or a gap in front");
    FUZZ_CHECK(!strstr(text, "\n\n\n") && !strstr(text, "  ") && !strstr(text, " \n") && !strstr(text, "\n ") &&
                   !strpbrk(text, "\r\t\f"), "gaps are not as they should be: %s", text);
    for (int32_t i = 0; i < (int32_t)size;) {
        UChar32 c;
        U8_NEXT(text, i, (int32_t)size, c);
        FUZZ_CHECK(c >= 0, "not UTF-8: %s", text);
    }
}

/* The text as a page of its own gives the same text. */
static void again(const char *text, size_t size)
{
    char *page = NULL, *back;
    size_t page_size, back_size;
    laut_error error;
    FILE *out = open_memstream(&page, &page_size);
    fputs("<meta charset=utf-8><p>", out);
    for (size_t i = 0; i + 1 < size; i++)
        if (text[i] == '\n' && text[i + 1] == '\n')
            fputs("<p>", out), i++;
        else if (strchr("&<>\n", text[i]))
            fputs(text[i] == '&' ? "&amp;" : text[i] == '<' ? "&lt;" : text[i] == '>' ? "&gt;" : "<br>", out);
        else
            putc(text[i], out);
    fclose(out);
    FUZZ_CHECK(laut_html_text(page, page_size, NULL, &back, &back_size, &error) == 0, "%s: %s", error.message, page);
    FUZZ_CHECK(back_size == size && memcmp(back, text, size) == 0, "the text\n%s\nas a page is\n%s", text, back);
    free(back);
    free(page);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const names[] = {NULL, "utf-8", "iso-8859-1", "utf-16", "shift_jis", "iso-2022-jp", "utf-7",
                                        "gb18030", "no such", "windows-1252,version=1"};
    if (!size)
        return 0;
    const char *encoding = names[*data % (sizeof names / sizeof *names)];
    size_t count = size - 1, text_size;
    char *bytes = malloc(count + !count), *text; /* a block of its own, so that a read behind it is seen */
    memcpy(bytes, data + 1, count);
    laut_error error;
    laut_is_html(bytes, count);
    int failed = laut_html_text(bytes, count, encoding, &text, &text_size, &error);
    free(bytes);
    if (failed) {
        FUZZ_CHECK(!text && !text_size && error.code == LAUT_ERROR_INPUT && *error.message, "%s", error.message);
        return 0;
    }
    check(text, text_size);
    again(text, text_size);
    free(text);
    return 0;
}
