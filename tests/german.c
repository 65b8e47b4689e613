#include "german.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "engine/engine.h"
#include "engine/morphology.h"

laut_engine *german(void)
{
    static laut_engine *engine;
    if (!engine) {
        laut_errors errors;
        int failed = laut_engine_open(&engine, NULL, &errors);
        cr_assert_eq(failed, 0, "%s:%u: %s", errors.list[0].file, errors.list[0].line,
                     errors.list[0].message);
    }
    return engine;
}

laut_document *analysed_bytes(const char *text, size_t size)
{
    laut_document *d;
    laut_error error;
    int failed = laut_analyze(german(), text, size, NULL, &d, &error);
    cr_assert_eq(failed, 0, "%s: %s", text, error.message);
    return d;
}

laut_document *analysed(const char *text) { return analysed_bytes(text, strlen(text)); }

void check_row(const char *file, int line, bool gap, const char *text, const char *wanted,
               const char *got)
{
    const char *name = strrchr(file, '/') ? strrchr(file, '/') + 1 : file;
    bool same = strcmp(got, wanted) == 0;
    if (gap)
        cr_expect(!same, "%s:%d: works by now, so it is no gap any more: %s", name, line, text);
    else
        cr_expect(same, "%s:%d: %s\n    wanted  %s\n    got     %s", name, line, text, wanted, got);
}

/* No warning of Criterion's: with one the tests would count as failed. */
void note_gaps(const char *file, size_t gaps)
{
    if (gaps)
        fprintf(stderr, "%s: %zu known gaps\n", strrchr(file, '/') ? strrchr(file, '/') + 1 : file, gaps);
}

void check_examples(const char *file, const example *rows, size_t count, renderer *render)
{
    size_t gaps = 0;
    for (size_t i = 0; i < count; i++) {
        laut_document *d = analysed(rows[i].text);
        char *got = NULL;
        size_t size = 0;
        FILE *out = open_memstream(&got, &size);
        render(out, d);
        fclose(out);
        check_row(file, rows[i].line, rows[i].gap, rows[i].text, rows[i].wanted, got);
        gaps += rows[i].gap;
        free(got);
        laut_document_free(d);
    }
    note_gaps(file, gaps);
}

uint32_t token_of(const lt_document *d, const char *word)
{
    for (uint32_t i = 0; i < d->tokens.count; i++) {
        const lt_token *t = &d->tokens.at[i];
        if (t->end - t->begin == strlen(word) &&
            memcmp(d->text.bytes + t->begin, word, t->end - t->begin) == 0)
            return i;
    }
    return LAUT_NONE;
}

static void put_bytes(FILE *out, const lt_document *d, uint32_t begin, uint32_t end)
{
    for (uint32_t i = begin; i < end; i++)
        putc(d->text.bytes[i] == '\n' ? ' ' : d->text.bytes[i], out);
}

void put_tokens(FILE *out, const lt_document *d, uint32_t first, uint32_t last)
{
    if (first < last)
        put_bytes(out, d, d->tokens.at[first].begin, d->tokens.at[last - 1].end);
}

void put_ranges(FILE *out, const lt_document *d, lt_ranges r)
{
    for (uint32_t i = 0; i < r.count; i++) {
        fputs(i ? " … " : "", out);
        put_tokens(out, d, r.at[i].first, r.at[i].last);
    }
}

void put_spans(FILE *out, const lt_document *d, laut_spans s)
{
    for (size_t i = 0; i < s.count; i++) {
        fputs(i ? " … " : "", out);
        put_bytes(out, d, s.at[i].begin, s.at[i].end);
    }
}

const char *word_text(const lt_document *d, lt_word w)
{
    return w == LT_NO_WORD ? "?" : d->engine->vocabulary.words.at[w].text;
}

void put_features(FILE *out, uint64_t features)
{
    for (unsigned bit = 0; bit < LT_FEATURE_COUNT; bit++)
        if (features >> bit & 1)
            fprintf(out, " %s", lt_feature_name(bit));
}
