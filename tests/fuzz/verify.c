/* Any bytes as a draft and a source, parted by the first NUL: whatever comes out keeps to the schema, its
 * spans are sound, and the source gives the same in pieces as in one. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "tests/schema.h"

static laut_engine *engine;
static json_t *schema;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    laut_errors errors;
    char problem[512];
    (void)argc;
    (void)argv;
    fuzz_begin();
    FUZZ_CHECK(laut_engine_open(&engine, NULL, &errors) == 0, "%s", errors.list[0].message);
    schema = schema_load_file("src/formats/verify-schema.json", problem, sizeof problem);
    FUZZ_CHECK(schema, "%s", problem);
    return 0;
}

static void check_passage(const laut_document *draft, const laut_passage *p, const char *source, size_t size)
{
    size_t text_size, draft_at = 0, source_at = 0;
    laut_text(draft, &text_size);
    FUZZ_CHECK(p->begin < p->end && p->end <= size && p->size == p->end - p->begin, "a passage without a place");
    FUZZ_CHECK(memcmp(p->text, source + p->begin, p->size) == 0, "another passage than that in the source");
    FUZZ_CHECK(p->similarity >= 0 && p->similarity <= 1, "similarity %f", p->similarity);
    for (size_t i = 0; i < p->edit_count; i++) {
        const laut_edit *e = &p->edits[i];
        FUZZ_CHECK(e->draft.begin <= e->draft.end && e->draft.end <= text_size && e->draft.begin >= draft_at, "draft span");
        FUZZ_CHECK(e->source.begin <= e->source.end && e->source.end <= p->size && e->source.begin >= source_at,
                   "source span [%u, %u) of %zu behind %zu", e->source.begin, e->source.end, p->size, source_at);
        draft_at = e->draft.end;
        source_at = e->source.end;
    }
}

/* Returns the JSON, to be freed; NULL where the source is not UTF-8. */
static char *searched(const laut_document *draft, const char *source, size_t size, size_t step)
{
    laut_verification *v;
    laut_error error;
    FUZZ_CHECK(laut_verify_open(&v, engine, draft, NULL, &error) == 0, "%s", error.message);
    FUZZ_CHECK(laut_verify_begin(v, "source", &error) == 0, "%s", error.message);
    int failed = 0;
    for (size_t at = 0; !failed && at < size; at += step)
        failed = laut_verify_feed(v, source + at, size - at < step ? size - at : step, &error);
    failed |= laut_verify_end(v, &error);
    size_t count;
    const laut_quotation *q = laut_quotations(v, &count, &error);
    FUZZ_CHECK(q, "%s", error.message);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < q[i].passage_count; k++)
            check_passage(draft, &q[i].passages[k], source, size);
    char *out[3] = {NULL};
    for (int f = LAUT_VERIFY_TEXT; f <= LAUT_VERIFY_HTML; f++) {
        size_t n;
        FILE *stream = open_memstream(&out[f], &n);
        FUZZ_CHECK(laut_verify_write(v, (laut_verify_format)f, NULL, stream) == 0, "cannot be written");
        fclose(stream);
    }
    laut_verify_free(v);
    free(out[LAUT_VERIFY_TEXT]);
    free(out[LAUT_VERIFY_HTML]);
    (void)failed;
    return out[LAUT_VERIFY_JSON];
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data, *cut = size ? memchr(bytes, '\0', size) : NULL;
    size_t draft_size = cut ? (size_t)(cut - bytes) : size;
    const char *source = cut ? cut + 1 : bytes;
    size_t source_size = cut ? size - draft_size - 1 : size;
    laut_document *draft;
    laut_error error;
    char problem[512];
    if (laut_analyze(engine, bytes, draft_size, NULL, &draft, &error) < 0)
        return 0;
    char *whole = searched(draft, source, source_size, source_size ? source_size : 1);
    char *pieces = searched(draft, source, source_size, 3);
    FUZZ_CHECK(strcmp(whole, pieces) == 0, "whole\n%s\nin pieces\n%s", whole, pieces);
    json_t *value = json_loads(whole, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, NULL);
    FUZZ_CHECK(value, "not JSON: %s", whole);
    FUZZ_CHECK(schema_holds(schema, value, problem, sizeof problem), "%s", problem);
    json_decref(value);
    free(whole);
    free(pieces);
    laut_document_free(draft);
    return 0;
}
