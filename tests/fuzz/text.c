/* Any bytes as a text, through the whole pipeline with the rules of the library. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/utf8.h>

#include "fuzz.h"

static laut_engine *engine;
static laut_worker *worker; /* kept from input to input, as a long run keeps it */

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    fuzz_begin();
    laut_errors errors;
    FUZZ_CHECK(laut_engine_open(&engine, NULL, &errors) == 0, "%s", errors.list[0].message);
    laut_error error;
    FUZZ_CHECK(laut_worker_open(&worker, engine, &error) == 0, "%s", error.message);
    return 0;
}

static bool utf8(const char *text, size_t size)
{
    for (int32_t i = 0; i < (int32_t)size;) {
        UChar32 c;
        U8_NEXT(text, i, (int32_t)size, c);
        if (c < 0)
            return false;
    }
    return true;
}

static laut_document *analysed(const char *text, size_t size, laut_worker *with, int trace)
{
    laut_options options = {.id = "fuzz", .worker = with, .trace = trace};
    laut_document *d;
    laut_error error;
    int failed = laut_analyze(engine, text, size, &options, &d, &error);
    FUZZ_CHECK(failed == !utf8(text, size) * -1, "%s: %s", failed ? "refused" : "accepted", error.message);
    FUZZ_CHECK(!failed || (error.code == LAUT_ERROR_INPUT && error.offset < size && !d),
               "error %d at %zu", error.code, error.offset);
    return d;
}

/* Whether a worker, or a trace, or another time change what comes out. */
static void same(const laut_document *a, const laut_document *b, const char *what)
{
    char *x = fuzz_written(a, LAUT_FORMAT_JSONL, LAUT_CODEPOINT, 0, NULL);
    char *y = fuzz_written(b, LAUT_FORMAT_JSONL, LAUT_CODEPOINT, 0, NULL);
    FUZZ_CHECK(strcmp(x, y) == 0, "%s:\n%s%s", what, x, y);
    free(x);
    free(y);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + !size); /* a block of its own, so that a read behind it is seen */
    memcpy(text, data, size);
    laut_document *d = analysed(text, size, worker, 0), *again = analysed(text, size, NULL, 0);
    laut_document *traced = analysed(text, size, worker, 1);
    free(text);
    if (!d)
        return 0;
    fuzz_document(d);
    same(d, again, "the worker makes a difference");
    same(d, traced, "the trace makes a difference");
    char *log = NULL;
    size_t log_size;
    FILE *stream = open_memstream(&log, &log_size);
    for (uint32_t line = 0; line < 3; line++)
        laut_explain(traced, line, stream);
    fclose(stream);
    free(log);
    laut_document_free(d);
    laut_document_free(again);
    laut_document_free(traced);
    return 0;
}
