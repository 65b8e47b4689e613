/* Any bytes as a file of rules, or as a lexicon where the first line is `#file lex/NAME.tsv`, among
 * the library's other lexica, cut short. What loads is put to work on its own examples. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/engine.h"
#include "fuzz.h"

enum { FILES = 100, KEPT = 2000 /* bytes of a lexicon */ };

static lt_embedded_file files[FILES];
static size_t count = 1; /* files[0] is the input's */

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    fuzz_begin();
    for (size_t i = 0; i < lt_embedded_count && count < FILES; i++) {
        lt_embedded_file f = lt_embedded[i];
        if (!strstr(f.path, ".tsv"))
            continue;
        while (f.size > KEPT || (f.size && f.text[f.size - 1] != '\n'))
            f.size--;
        char *copy = calloc(1, f.size + 1);
        memcpy(copy, f.text, f.size);
        f.text = copy;
        files[count++] = f;
    }
    return 0;
}

/* The file that the input is; false where its name is none. */
static bool named(const char *text, size_t size, char path[64])
{
    static const char mark[] = "#file ";
    snprintf(path, 64, "de/fuzz.laut");
    if (size < sizeof mark || memcmp(text, mark, sizeof mark - 1) != 0)
        return true;
    size_t at = sizeof mark - 1, n = 0;
    memcpy(path, "de/", 3);
    for (n = 3; at < size && text[at] > ' ' && text[at] < 127 && n < 60; at++)
        path[n++] = text[at];
    path[n] = '\0';
    return n > 3;
}

static void put_to_work(const laut_engine *engine)
{
    char *log = NULL;
    size_t size;
    FILE *stream = open_memstream(&log, &size);
    laut_check_result result;
    laut_error error;
    FUZZ_CHECK(laut_check(engine, stream, &result, &error) == 0, "%s", error.message);
    fclose(stream);
    free(log);
    /* and on the words of the first lexicon */
    laut_document *d;
    laut_options options = {.trace = 1};
    FUZZ_CHECK(laut_analyze(engine, files[1].text, files[1].size, &options, &d, &error) == 0, "%s",
               error.message);
    fuzz_document(d);
    laut_document_free(d);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[64], *text = malloc(size + 1); /* the NUL is promised */
    memcpy(text, data, size);
    text[size] = '\0';
    lt_embedded_file all[FILES];
    size_t n = 1;
    if (named(text, size, path)) {
        all[0] = (lt_embedded_file){path, text, size};
        for (size_t i = 1; i < count; i++)
            if (strcmp(files[i].path, path) != 0)
                all[n++] = files[i];
        laut_engine *engine;
        laut_errors errors = {0};
        if (lt_engine_open(&engine, all, n, &errors) == 0) {
            put_to_work(engine);
            laut_engine_free(engine);
        } else {
            FUZZ_CHECK(errors.count && errors.count <= LAUT_MAX_ERRORS && errors.list[0].message[0],
                       "refused without a reason");
        }
    }
    free(text);
    return 0;
}
