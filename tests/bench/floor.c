/* floor FILE…: the least that a program does that reads articles and says something about their
 * words. It reads the same JSONL as laut with jansson, finds words and sentences with ICU, and
 * writes a line for each article. `make bench` measures laut against it. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

static int fail(const char *what, const char *why)
{
    fprintf(stderr, "floor: %s: %s\n", what, why);
    return 2;
}

static size_t count_words(UBreakIterator *breaks)
{
    size_t n = 0;
    ubrk_first(breaks);
    while (ubrk_next(breaks) != UBRK_DONE)
        n += ubrk_getRuleStatus(breaks) >= UBRK_WORD_NONE_LIMIT;
    return n;
}

static size_t count_sentences(UBreakIterator *breaks)
{
    size_t n = 0;
    ubrk_first(breaks);
    while (ubrk_next(breaks) != UBRK_DONE)
        n++;
    return n;
}

int main(int argc, char **argv)
{
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *words = ubrk_open(UBRK_WORD, "de", NULL, 0, &status);
    UBreakIterator *sentences = ubrk_open(UBRK_SENTENCE, "de", NULL, 0, &status);
    UText text = UTEXT_INITIALIZER;
    char *line = NULL;
    size_t room = 0;
    if (U_FAILURE(status))
        return fail("ICU", u_errorName(status));
    for (int i = 1; i < argc; i++) {
        FILE *f = fopen(argv[i], "rb");
        if (!f)
            return fail(argv[i], "cannot be read");
        for (ssize_t size; (size = getline(&line, &room, f)) > 0;) {
            json_error_t error;
            json_t *article = json_loadb(line, (size_t)size, JSON_ALLOW_NUL, &error);
            const json_t *id = json_object_get(article, "id"), *said = json_object_get(article, "text");
            if (!id || !json_is_string(said))
                return fail(argv[i], article ? "an article without id or text" : error.text);
            utext_openUTF8(&text, json_string_value(said), (int64_t)json_string_length(said), &status);
            ubrk_setUText(words, &text, &status);
            ubrk_setUText(sentences, &text, &status);
            if (U_FAILURE(status))
                return fail("ICU", u_errorName(status));
            fputs("{\"id\":", stdout);
            json_dumpf(id, stdout, JSON_ENCODE_ANY);
            size_t n = count_words(words), m = count_sentences(sentences);
            printf(",\"words\":%zu,\"sentences\":%zu}\n", n, m);
            json_decref(article);
        }
        fclose(f);
    }
    if (fflush(stdout) || ferror(stdout))
        return fail("standard output", "cannot be written");
    utext_close(&text);
    ubrk_close(words);
    ubrk_close(sentences);
    free(line);
    return 0;
}
