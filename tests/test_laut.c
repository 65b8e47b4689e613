/* src/laut.c and include/laut.h: the library as its caller sees it. */
#include <criterion/criterion.h>
#include <glob.h>
#include <jansson.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "engine/engine.h"
#include "german.h"
#include "sound.h"
#include "support.h"

static const char article[] =
    "Neuer Plan für den Hafen\n\n"
    "Die Ministerin Ada Brandt sagte, der Plan sei „mutig“. Man müsse ihn prüfen.\n\n"
    "„Wir bleiben. Das ist sicher“, sagte Malte Grothe dem „Morgenblatt“.\r\n"
    "Nach Angaben der Polizei brannte ein Haus. Das Rathaus machte keine Angaben.\n";

static char *json(const laut_document *d)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    cr_expect_eq(laut_write(d, LAUT_FORMAT_JSON, NULL, out), 0);
    fclose(out);
    return text;
}

static void expect_sound(const laut_document *d)
{
    char problem[PROBLEM];
    cr_expect(sound(d, problem), "%s", problem);
}

Test(laut, documents_are_sound)
{
    static const char *const texts[] = {
        article, "", "Es regnet.", "„", "„Ja", "“Ja", "Sie sagte", "Sagte sie, dass", "Dass, dass, dass", "so, so, so",
        "Nach Angaben", "laut", "laut laut laut", "„Ja“, sagte „Nein“, sagte „Ja“.", "Er sagte, er sagte, er sagte, er sei.",
        "und und und", "der, der, der, der", "Sie sei. Er sei. Es sei.", "„a“ „b“ „c“ „d“", ", , , ,", "A: B: C: D:",
        "Sie sagte: „Er sagte: ‚Sie sagte: »Er kam.«‘“", "zu zu zu zu", "Angaben zufolge zufolge", "(((", ")))", "\n\n\n",
        "Ada Brandt und Ada Brandt und Ada Brandt sagten, Ada Brandt sei Ada Brandt.",
    };
    for (size_t i = 0; i < ROWS(texts); i++) {
        laut_document *d = analysed(texts[i]);
        expect_sound(d);
        laut_document_free(d);
    }
}

/* A text may be cut off anywhere. */
Test(laut, prefixes_are_sound)
{
    for (size_t size = 0; size < sizeof article; size++) {
        if (((unsigned char)article[size] & 0xC0) == 0x80)
            continue;
        laut_document *d = analysed_bytes(article, size);
        expect_sound(d);
        laut_document_free(d);
    }
}

/* What the fuzzers found (tests/fuzz/corpus/), once and for all. */
Test(laut, saved_inputs_are_sound)
{
    glob_t files;
    cr_assert_eq(glob("tests/fuzz/corpus/text/*", 0, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        size_t size;
        char *text = read_file(files.gl_pathv[i], &size);
        laut_document *d = NULL;
        laut_error e;
        cr_assert_not_null(text);
        if (laut_analyze(german(), text, size, NULL, &d, &e) == 0)
            expect_sound(d);
        else
            cr_expect_eq(e.code, LAUT_ERROR_INPUT, "%s: %s", files.gl_pathv[i], e.message);
        laut_document_free(d);
        free(text);
    }
    globfree(&files);
}

/* The last row of a lexicon holds in every cell more values than there is room for. */
Test(laut, cells_with_too_many_values)
{
    static const struct { const char *table; size_t told; } lexica[] = {
        {"de/lex/adjective-endings.tsv", 1}, {"de/lex/verbs-weak.tsv", 1},
        {"de/lex/verbs-strong.tsv", 4}, {"de/lex/reporting-verbs.tsv", 2},
    };
    for (size_t i = 0; i < ROWS(lexica); i++) {
        lt_embedded_file *files = calloc(lt_embedded_count, sizeof *files);
        char *text = NULL;
        size_t size;
        FILE *out = open_memstream(&text, &size);
        for (size_t k = 0; k < lt_embedded_count; k++) {
            files[k] = lt_embedded[k];
            if (strcmp(files[k].path, lexica[i].table) != 0)
                continue;
            const char *last = files[k].text + files[k].size - 1;
            fwrite(files[k].text, 1, files[k].size, out);
            for (int cells = 1; cells > 0;) {
                for (int n = 0; n < 30; n++)
                    fputs("sg ", out);
                while (last > files[k].text && last[-1] != '\n' && last[-1] != '\t')
                    last--;
                cells = last-- > files[k].text && *last == '\t';
                fputc(cells ? '\t' : '\n', out);
            }
            fclose(out);
            files[k].text = text;
            files[k].size = size;
        }
        laut_engine *engine;
        laut_errors errors = {0};
        cr_expect_eq(lt_engine_open(&engine, files, lt_embedded_count, &errors), -1, "%s", lexica[i].table);
        size_t told = 0;
        for (size_t k = 0; k < errors.count; k++)
            told += strstr(errors.list[k].message, "more than ") != NULL;
        cr_expect_geq(told, lexica[i].told, "%s: %s", lexica[i].table, errors.list[0].message);
        free(files);
        free(text);
    }
}

/* ---------------------------------------------------------------- options and errors */

Test(laut, options_are_copied)
{
    char id[] = "hafen.txt", publisher[] = "Morgenblatt";
    laut_options options = {.id = id, .publisher = publisher};
    laut_document *d;
    laut_error e;
    cr_assert_eq(laut_analyze(german(), "Es regnet.", 10, &options, &d, &e), 0);
    memset(id, 'x', sizeof id - 1);
    memset(publisher, 'x', sizeof publisher - 1);
    char *text = json(d);
    cr_expect(strstr(text, "hafen.txt") && strstr(text, "Morgenblatt"), "%s", text);
    free(text);
    laut_document_free(d);
}

Test(laut, the_error_may_be_left_out)
{
    laut_document *d = (laut_document *)1;
    cr_expect_eq(laut_analyze(german(), "\xff", 1, NULL, &d, NULL), -1);
    cr_expect_null(d);
    cr_expect_eq(laut_analyze(german(), "", 0, NULL, &d, NULL), 0);
    laut_document_free(d);
    laut_document_free(NULL);
}

Test(laut, success_clears_the_error)
{
    laut_document *d;
    laut_error e;
    memset(&e, 0xff, sizeof e);
    cr_assert_eq(laut_analyze(german(), "Ja.", 3, NULL, &d, &e), 0);
    cr_expect_eq(e.code, LAUT_OK);
    laut_document_free(d);
}

/* A name is a string, and the text may hold a zero byte in it. */
Test(laut, zero_bytes_in_a_name)
{
    char text[256] = "Kritik kam vom Seniorenrat";
    size_t size = strlen(text) + 80;
    static const char rest[] = " Magdenbeirat. Man höre seit Jahren nichts.";
    memcpy(text + size, rest, sizeof rest - 1);
    laut_document *d;
    laut_error e;
    cr_assert_eq(laut_analyze(german(), text, size + sizeof rest - 1, NULL, &d, &e), 0);
    size_t count;
    const laut_party *parties = laut_parties(d, &count);
    cr_assert_eq(count, 1);
    cr_expect_str_eq(parties[0].name, "Seniorenrat Magdenbeirat");
    laut_document_free(d);
}

Test(laut, a_null_text_of_no_size)
{
    laut_document *d;
    cr_assert_eq(laut_analyze(german(), NULL, 0, NULL, &d, NULL), 0);
    size_t size = 1;
    cr_expect_str_eq(laut_text(d, &size), "");
    cr_expect_eq(size, 0);
    laut_document_free(d);
}

Test(laut, rules_that_are_not_there)
{
    laut_engine *engine = (laut_engine *)1;
    laut_errors errors;
    cr_expect_eq(laut_engine_open(&engine, "/nonexistent/rules", &errors), -1);
    cr_expect_null(engine);
    cr_expect_gt(errors.count, 0);
    cr_expect_eq(errors.list[0].code, LAUT_ERROR_FILE);
    laut_engine_free(NULL);
}

/* ---------------------------------------------------------------- an engine for claims only */

/* What findings look for is no word of the lexica: the claims do not hang on it. */
Test(laut, without_findings_the_claims_are_the_same)
{
    laut_engine *engine;
    laut_errors errors;
    glob_t files;
    cr_assert_eq(laut_engine_open_claims(&engine, NULL, &errors), 0, "%s", errors.list[0].message);
    cr_assert_eq(glob("corpus/*.jsonl", 0, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        json_error_t at;
        json_t *a = json_load_file(files.gl_pathv[i], JSON_DISABLE_EOF_CHECK, &at);
        cr_assert(a, "%s:%d: %s", files.gl_pathv[i], at.line, at.text);
        const char *text = json_string_value(json_object_get(a, "text"));
        cr_assert(text, "%s", files.gl_pathv[i]);
        laut_document *d;
        cr_assert_eq(laut_analyze(engine, text, strlen(text), NULL, &d, NULL), 0);
        laut_document *wanted = analysed(text);
        char *mine = json(d), *theirs = json(wanted);
        cr_expect_str_eq(mine, theirs, "%s", files.gl_pathv[i]);
        free(mine);
        free(theirs);
        laut_document_free(d);
        laut_document_free(wanted);
        json_decref(a);
    }
    globfree(&files);
    laut_engine_free(engine);
}

Test(laut, without_findings_there_is_no_audit)
{
    laut_engine *engine;
    laut_report *report = (laut_report *)1;
    laut_error error;
    size_t count = 1;
    cr_assert_eq(laut_engine_open_claims(&engine, NULL, NULL), 0);
    cr_expect_eq(laut_audit(engine, article, sizeof article - 1, NULL, &report, &error), -1);
    cr_expect_null(report);
    cr_expect_eq(error.code, LAUT_ERROR_INPUT);
    cr_expect_str_eq(error.message, "the engine was opened without findings");
    laut_finding_kinds(engine, &count);
    cr_expect_eq(count, 0);
    laut_engine_free(engine);
}

/* ---------------------------------------------------------------- one engine, many threads */

typedef struct { const char *wanted; size_t different; } work;

static void *analyse_again(void *argument)
{
    work *w = argument;
    for (int i = 0; i < 20; i++) {
        laut_document *d = NULL;
        if (laut_analyze(german(), article, sizeof article - 1, NULL, &d, NULL) < 0) {
            w->different++;
            continue;
        }
        char *text = json(d);
        w->different += strcmp(text, w->wanted) != 0;
        free(text);
        laut_document_free(d);
    }
    return NULL;
}

Test(laut, threads_share_an_engine)
{
    enum { THREADS = 4 };
    laut_document *d = analysed(article);
    char *wanted = json(d);
    pthread_t threads[THREADS];
    work works[THREADS];
    for (int i = 0; i < THREADS; i++) {
        works[i] = (work){wanted, 0};
        cr_assert_eq(pthread_create(&threads[i], NULL, analyse_again, &works[i]), 0);
    }
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        cr_expect_eq(works[i].different, 0);
    }
    free(wanted);
    laut_document_free(d);
}

/* ---------------------------------------------------------------- an article */

Test(laut, an_article)
{
    laut_document *d = analysed(article);
    size_t claims, silences, sentences;
    const laut_claim *c = laut_claims(d, &claims);
    laut_no_comments(d, &silences);
    laut_sentences(d, &sentences);
    cr_expect_eq(sentences, 6);
    cr_expect_eq(silences, 1);
    cr_assert_eq(claims, 5, "%zu", claims);
    static const struct { laut_kind kind; const char *content; } wanted[] = {
        {LAUT_INDIRECT, "der Plan sei „mutig“"},
        {LAUT_DIRECT, "„mutig“"},
        {LAUT_INDIRECT_FREE_INDIRECT, "Man müsse ihn prüfen."},
        {LAUT_DIRECT, "„Wir bleiben. Das ist sicher“"},
        {LAUT_INDIRECT, "brannte ein Haus"},
    };
    for (size_t i = 0; i < claims; i++) {
        laut_span s = c[i].content.at[0];
        cr_expect_eq(c[i].kind, wanted[i].kind, "claim %zu", i);
        cr_expect(s.end - s.begin == strlen(wanted[i].content) &&
                  memcmp(article + s.begin, wanted[i].content, s.end - s.begin) == 0,
                  "%.*s", (int)(s.end - s.begin), article + s.begin);
    }
    cr_expect_eq(c[1].parent, 0);
    cr_expect_eq(c[2].continues, 0);
    cr_expect_eq(c[3].addressee.count, 1);
    laut_document_free(d);
}

/* ---------------------------------------------------------------- names of values */

Test(laut, names_of_values)
{
    cr_expect_str_eq(laut_kind_name(LAUT_INDIRECT_FREE_INDIRECT), "indirect_free_indirect");
    cr_expect_str_eq(laut_kind_name(LAUT_FREE_INDIRECT), "free_indirect");
    cr_expect_str_eq(laut_medium_name(LAUT_SPEECH), "speech");
    cr_expect_str_eq(laut_act_name(LAUT_ASSESSMENT), "assessment");
    cr_expect_str_eq(laut_resolved_name(LAUT_CONTINUED), "continued");
    cr_expect_str_eq(laut_party_type_name(LAUT_UNNAMED), "unnamed");
}
