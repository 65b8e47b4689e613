/* The rule parser: every file of tests/bad complains as its .expected says, and every code block
 * of rules/README.md is a file of rules. */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit/predicates.h"
#include "engine/engine.h"
#include "engine/properties.h"

static char *read_file(const char *path)
{
    FILE *stream = fopen(path, "rb");
    if (!stream)
        return NULL;
    char *text = calloc(1, 1 << 20);
    size_t n = fread(text, 1, (1 << 20) - 1, stream);
    text[n] = '\0';
    fclose(stream);
    return text;
}

/* A small lexicon beside the rules that are tried. */
static const char verbs[] = "verb\tframe\tact\tmedium\n"
                            "sagen\tdass v2\tstatement\tspeech\n"
                            "bekannt geben\tdass\tannouncement\tspeech\n"
                            "fordern\tdass inf\tdemand\tspeech\n";
static const char nouns[] = "noun\tgender\tplural\tkind\tframe\n"
                            "Angabe\tf\tAngaben\tattribution\tnach laut zufolge\n"
                            "Bericht\tm\tBerichte\tdocument\tnach laut zufolge\n";

static int load(laut_engine **out, const char *path, const char *text, laut_errors *errors)
{
    lt_embedded_file files[] = {
        {path, text, strlen(text)},
        {"lex/reporting-verbs.tsv", verbs, sizeof verbs - 1},
        {"lex/reporting-nouns.tsv", nouns, sizeof nouns - 1},
    };
    *out = calloc(1, sizeof **out);
    return lt_engine_load(*out, files, sizeof files / sizeof *files, errors);
}

static int by_name(const void *a, const void *b) { return strcmp(a, b); }

enum { MAX_FILES = 100, MAX_NAME = 64 };

static size_t bad_files(char names[MAX_FILES][MAX_NAME])
{
    size_t n = 0;
    DIR *folder = opendir("tests/bad");
    cr_assert_not_null(folder, "run the tests in the repository's folder");
    for (struct dirent *e; (e = readdir(folder)) && n < MAX_FILES;)
        if (strstr(e->d_name, ".laut") || strstr(e->d_name, ".tsv"))
            snprintf(names[n++], MAX_NAME, "%.60s", e->d_name);
    closedir(folder);
    qsort(names, n, MAX_NAME, by_name);
    return n;
}

Test(rules, bad_files_complain_as_expected)
{
    char names[MAX_FILES][MAX_NAME];
    size_t count = bad_files(names);
    cr_expect_gt(count, 15);
    for (size_t i = 0; i < count; i++) {
        char path[128], found[LAUT_MAX_ERRORS * 600] = "";
        snprintf(path, sizeof path, "tests/bad/%s", names[i]);
        char *text = read_file(path);
        strcpy(strrchr(path, '.'), ".expected");
        char *expected = read_file(path);
        laut_engine *engine;
        laut_errors errors;
        int done = load(&engine, names[i], text, &errors);
        for (size_t k = 0; k < errors.count; k++)
            snprintf(found + strlen(found), sizeof found - strlen(found), "%s:%u:%u: %s\n",
                     errors.list[k].file, errors.list[k].line, errors.list[k].column,
                     errors.list[k].message);
        cr_expect_eq(done, -1, "%s", names[i]);
        if (getenv("LAUT_PIN")) { /* to write down new messages; read them before committing */
            FILE *stream = fopen(path, "wb");
            fputs(found, stream);
            fclose(stream);
        } else {
            cr_expect_str_eq(found, expected ? expected : "", "%s", path);
        }
        laut_engine_free(engine);
        free(text);
        free(expected);
    }
}

Test(rules, errors_show_the_line)
{
    laut_engine *engine;
    laut_errors errors;
    cr_assert_eq(load(&engine, "x.laut", "rule r\n\tmatch \"ä\" X\n  emit direct content=rule\nend\n", &errors), -1);
    cr_assert_eq(errors.count, 1);
    cr_expect_str_eq(errors.list[0].source, " match \"ä\" X");
    cr_expect_eq(errors.list[0].column, 12);
    cr_expect_eq(errors.list[0].code, LAUT_ERROR_RULE);
    laut_engine_free(engine);
}

Test(rules, the_order_of_definitions_does_not_matter)
{
    laut_engine *engine;
    laut_errors errors;
    const char *text = "rule r\n match A\n emit direct content=rule\nend\n"
                       "let A = B B?\nlet B = [lemma=$S]\nlexicon $S = \"x\" | \"y\"\n";
    cr_expect_eq(load(&engine, "x.laut", text, &errors), 0, "%s", errors.list[0].message);
    cr_expect_eq(engine->rules.list.count, 1);
    laut_engine_free(engine);
}

Test(rules, windows_line_ends_and_byte_order_marks)
{
    laut_engine *engine;
    laut_errors errors;
    const char *text = "\xEF\xBB\xBFrule r\r\n match \"a\"\r\n emit direct content=rule\r\n example {content:a}.\r\nend\r\n";
    cr_assert_eq(load(&engine, "x.laut", text, &errors), 0, "%s", errors.list[0].message);
    cr_expect_str_eq(engine->rules.list.at[0]->examples.at[0].text, "a.");
    laut_engine_free(engine);
}

Test(rules, examples_keep_their_text_and_marks)
{
    laut_engine *engine;
    laut_errors errors;
    const char *text = "rule r\n match \"a\"\n emit direct content=rule\n"
                       " example {content:a {cue:b}} und\n   {content:c}. ¶ {{Neu}}.\n"
                       " not   Nein.\n gap {speaker:X} y\nend\n";
    cr_assert_eq(load(&engine, "x.laut", text, &errors), 0, "%s", errors.list[0].message);
    const lt_engine_rule *rule = engine->rules.list.at[0];
    cr_assert_eq(rule->examples.count, 3);
    const lt_example *e = &rule->examples.at[0];
    cr_expect_str_eq(e->text, "a b und c.\n\n{Neu}.");
    cr_assert_eq(e->mark_count, 3);
    cr_expect(e->marks[0].role == 0 && e->marks[0].begin == 0 && e->marks[0].end == 3);
    cr_expect(e->marks[1].role == 1 && e->marks[1].begin == 2 && e->marks[1].end == 3);
    cr_expect(e->marks[2].role == 0 && e->marks[2].begin == 8 && e->marks[2].end == 9);
    cr_expect_eq(e->line, 4);
    cr_expect_eq(rule->examples.at[1].kind, LT_COUNTEREXAMPLE);
    cr_expect_eq(rule->examples.at[2].kind, LT_GAP);
    laut_engine_free(engine);
}

Test(rules, the_manual_holds_valid_rules)
{
    char *manual = read_file("rules/README.md");
    cr_assert_not_null(manual);
    size_t blocks = 0;
    for (char *at = manual; (at = strstr(at, "\n```laut\n"));) {
        at += strlen("\n```laut\n");
        char *end = strstr(at, "\n```");
        cr_assert_not_null(end);
        *end = '\0';
        uint32_t line = 1;
        for (char *p = manual; p < at; p++)
            line += *p == '\n';
        laut_engine *engine;
        laut_errors errors;
        int done = load(&engine, "README.md", at, &errors);
        cr_expect_eq(done, 0, "rules/README.md:%u: %s", line + errors.list[0].line - 1,
                     errors.list[0].message);
        laut_engine_free(engine);
        at = end + 1;
        blocks++;
    }
    cr_expect_geq(blocks, 5);
    free(manual);
}

static void expect_in_manual(void *context, const char *name)
{
    char quoted[64];
    snprintf(quoted, sizeof quoted, "`%s`", name);
    bool feature = strstr("1st 2nd 3rd", name) != NULL;
#define X(f) feature |= strcmp(name, #f) == 0;
    LT_FEATURES(X)
#undef X
    cr_expect(feature || strstr(context, quoted), "rules/README.md does not explain %s", quoted);
}

Test(rules, the_manual_explains_every_property)
{
    char *manual = read_file("rules/README.md");
    for (int unit = LT_V_TOKEN; unit <= LT_V_SENTENCE; unit++)
        lt_each_property((lt_value_type)unit, expect_in_manual, manual);
    for (int unit = LT_V_TOKEN; unit <= LT_V_DOCUMENT; unit++)
        lt_each_predicate((lt_value_type)unit, expect_in_manual, manual);
    free(manual);
}

Test(rules, random_damage_never_crashes)
{
    char *manual = read_file("rules/README.md");
    size_t size = strlen(manual);
    unsigned seed = 1;
    for (int round = 0; round < 300; round++) {
        char piece[600];
        size_t n = 0;
        seed = seed * 1103515245 + 12345;
        size_t at = (seed >> 8) % (size - 600);
        for (size_t i = 0; i < 590; i++) {
            seed = seed * 1103515245 + 12345;
            if ((seed >> 16) % 40 == 0)
                continue;
            piece[n++] = (seed >> 16) % 40 == 1 ? "[]{}()@:=.|&!\"/\n"[(seed >> 24) % 16] : manual[at + i];
        }
        piece[n] = '\0';
        laut_engine *engine;
        laut_errors errors;
        load(&engine, "damaged.laut", piece, &errors);
        laut_engine_free(engine);
    }
    free(manual);
}
