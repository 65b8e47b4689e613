/* laut check and laut explain, with rules made for the purpose on the real analysis. */
#define _XOPEN_SOURCE 700
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "laut.h"

/* A folder with one rule file and the real lexica. */
typedef struct {
    char folder[64], rules[80], lexica[80];
    laut_engine *engine;
} fixture;

static void set_up(fixture *f, const char *rules)
{
    laut_errors errors;
    snprintf(f->folder, sizeof f->folder, "/tmp/laut-check-XXXXXX");
    cr_assert_not_null(mkdtemp(f->folder));
    snprintf(f->rules, sizeof f->rules, "%s/x.laut", f->folder);
    snprintf(f->lexica, sizeof f->lexica, "%s/lex", f->folder);
    FILE *stream = fopen(f->rules, "w");
    fputs(rules, stream);
    fclose(stream);
    char *real = realpath("rules/de/lex", NULL);
    cr_assert_not_null(real, "run the tests in the repository's folder");
    cr_assert_eq(symlink(real, f->lexica), 0);
    free(real);
    cr_assert_eq(laut_engine_open(&f->engine, f->folder, &errors), 0, "%s:%u: %s",
                 errors.list[0].file, errors.list[0].line, errors.list[0].message);
}

static void tear_down(fixture *f)
{
    laut_engine_free(f->engine);
    unlink(f->rules);
    unlink(f->lexica);
    rmdir(f->folder);
}

/* Returns the report, to be freed. */
static char *check(const char *rules, laut_check_result *r)
{
    fixture f;
    set_up(&f, rules);
    char *report = NULL;
    size_t size;
    laut_error error;
    FILE *stream = open_memstream(&report, &size);
    cr_expect_eq(laut_check(f.engine, stream, r, &error), 0);
    fclose(stream);
    tear_down(&f);
    return report;
}

#define RULE "rule r\n match s:/[A-Z].*/ c:\"sagte\" \":\" x:[]{1,9} \".\"\n emit indirect content=x cue=c speaker=s\n"

Test(check, proofs)
{
    laut_check_result r;
    char *report = check(RULE " example {speaker:Ada} {cue:sagte}: {content:Der Plan steht}.\n"
                              " example Ada sagte: {content:Nein}. ¶ Am Abend regnete es.\n"
                              " not Ada rief: Der Plan steht.\nend\n", &r);
    cr_expect_str_eq(report, "");
    cr_expect_eq(r.rules, 1);
    cr_expect_eq(r.examples, 2);
    cr_expect_eq(r.counterexamples, 1);
    cr_expect_eq(r.failed + r.unproven + r.gaps + r.gaps_closed, 0);
    free(report);
}

Test(check, wrong_words)
{
    laut_check_result r;
    char *report = check(RULE " example {speaker:Ada} {cue:sagte}: {content:Der} Plan steht.\n not Nein.\nend\n", &r);
    cr_expect_eq(r.failed, 1);
    cr_expect_not_null(strstr(report, "x.laut:4: r: the example is not matched as marked"), "%s", report);
    cr_expect_not_null(strstr(report, "expected content: Der\n"), "%s", report);
    cr_expect_not_null(strstr(report, "found    content: Der Plan steht\n"), "%s", report);
    cr_expect_null(strstr(report, "speaker"), "what is right is not told: %s", report);
    free(report);
}

Test(check, no_match_says_where_it_failed)
{
    laut_check_result r;
    char *report = check(RULE " example {speaker:Ada} sagte, {content:der Plan steht}.\n not Nein.\nend\n", &r);
    cr_expect_eq(r.failed, 1);
    cr_expect_not_null(strstr(report, "2 of 5 elements, then not `\":\"` ("), "%s", report);
    cr_expect_not_null(strstr(report, "at “,”"), "%s", report);
    free(report);
}

Test(check, counterexamples_gaps_and_the_unproven)
{
    laut_check_result r;
    char *report = check(RULE " not Ada sagte: Der Plan steht.\n"
                              " gap Ada sagte, {content:der Plan steht}.\n"
                              " gap Ada sagte: {content:Der Plan steht}.\nend\n", &r);
    cr_expect_eq(r.failed, 1);
    cr_expect_eq(r.gaps, 2);
    cr_expect_eq(r.gaps_closed, 1);
    cr_expect_eq(r.unproven, 1);
    cr_expect_not_null(strstr(report, "x.laut:4: r: the counter-example is matched"), "%s", report);
    cr_expect_not_null(strstr(report, "x.laut:6: r: this known gap is closed"), "%s", report);
    cr_expect_not_null(strstr(report, "x.laut:1: r has no example"), "%s", report);
    free(report);
}

Test(check, interrupted_and_nested_roles)
{
    laut_check_result r;
    char *report = check("rule r\n match a:\"Alpha\" b:\"beta\" \",\" c:\"Gamma\"\n"
                         " emit indirect content=a + c frame=a..c cue=b\n"
                         " example {frame:{content:Alpha} {cue:beta}, {content:Gamma}}.\n"
                         " not Gamma beta, Alpha.\nend\n", &r);
    cr_expect_eq(r.failed, 0, "%s", report);
    free(report);
}

Test(check, markup_that_cuts_a_word)
{
    laut_check_result r;
    char *report = check(RULE " example {speaker:Ad}a sagte: Nein.\n not Nein.\nend\n", &r);
    cr_expect_eq(r.failed, 1);
    cr_expect_not_null(strstr(report, "the markup cuts a word"), "%s", report);
    free(report);
}

Test(check, beaten_by_another_rule)
{
    laut_check_result r;
    char *report = check(RULE " example Ada sagte: {content:Nein}.\n not Nein.\nend\n"
                         "rule stronger priority 1\n match c:\"sagte\" \":\"\n emit indirect content=c cue=c\n"
                         " example Ada {content:sagte}: Nein.\n not Nein.\nend\n", &r);
    cr_expect_eq(r.failed, 1);
    cr_expect_not_null(strstr(report, "beaten   by stronger"), "%s", report);
    free(report);
}

Test(explain, tells_what_happened)
{
    fixture f;
    set_up(&f, RULE " example Ada sagte: {content:Nein}.\n not Nein.\nend\n"
               "rule stronger priority 1\n match c:\"sagte\" \":\"\n emit indirect content=c cue=c\nend\n"
               "rule near\n match \"Ada\" \"sagte\" [comma]\n emit indirect content=rule\nend\n"
               "rule unless\n match c:\"Ada\"\n unless sentence.words < 9\n emit indirect content=c\nend\n");
    const char *text = "Es regnet.\nAda sagte: Der Plan steht.\nEnde.\n";
    laut_document *d;
    laut_error error;
    laut_options options = {.trace = 1};
    cr_assert_eq(laut_analyze(f.engine, text, strlen(text), &options, &d, &error), 0);
    char *report = NULL;
    size_t size;
    FILE *stream = open_memstream(&report, &size);
    cr_expect_eq(laut_explain(d, 2, stream), 0);
    fclose(stream);
    static const char *const expected[] = {
        "2: Ada sagte: Der Plan steht.\n", "  clause ", "  mention ",
        "  matched stronger: indirect", "    content   sagte\n",
        "  beaten r: indirect statement (by stronger)\n",
        "  nearly unless: all elements, but not unless `sentence.words < 9` (",
        "  nearly near: 2 of 3 elements, then not `[comma]` (", "at “:”"};
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        cr_expect_not_null(strstr(report, expected[i]), "%s\nis not in\n%s", expected[i], report);
    cr_expect_null(strstr(report, "regnet"));
    free(report);
    laut_document_free(d);
    tear_down(&f);
}

Test(check, the_rules_that_are_built_in_are_sound)
{
    laut_engine *engine;
    laut_errors errors;
    cr_assert_eq(laut_engine_open(&engine, NULL, &errors), 0, "%s", errors.list[0].message);
    laut_check_result r;
    laut_error error;
    FILE *stream = fopen("/dev/null", "w");
    cr_expect_eq(laut_check(engine, stream, &r, &error), 0);
    cr_expect_gt(r.rules, 0);
    cr_expect_eq(r.failed, 0);
    cr_expect_eq(r.unproven, 0);
    laut_engine_free(engine);
    fclose(stream);
}

Test(check, a_report_that_cannot_be_written)
{
    fixture f;
    laut_check_result r;
    laut_error error;
    set_up(&f, RULE " example {speaker:Ada} {cue:sagte}: {content:Der} Plan steht.\n not Nein.\nend\n");
    FILE *full = fopen("/dev/full", "w");
    cr_expect_eq(laut_check(f.engine, full, &r, &error), -1);
    cr_expect_eq(error.code, LAUT_ERROR_FILE);
    cr_expect_eq(laut_check(f.engine, full, &r, NULL), -1);
    fclose(full);
    tear_down(&f);
}

Test(engine, folders_that_are_none)
{
    laut_engine *engine;
    laut_errors errors;
    cr_expect_eq(laut_engine_open(&engine, "/nirgends", &errors), -1);
    cr_expect_null(engine);
    cr_expect_eq(errors.list[0].code, LAUT_ERROR_FILE);
    cr_expect_str_eq(errors.list[0].file, "/nirgends");
    cr_expect_eq(laut_engine_open(&engine, "Makefile", &errors), -1);
    cr_expect_str_eq(errors.list[0].message, "not a directory");
    cr_expect_eq(laut_engine_open(&engine, "tests/cases", &errors), -1);
    cr_expect_eq(laut_engine_open(&engine, "/nirgends", NULL), -1);
    laut_engine_free(NULL);
}
