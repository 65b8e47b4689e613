/* tests/cases: whole texts and what must come out of them.
 *
 * NAME.txt is the text. NAME.json says what is expected:
 *   claims       each must be found: kind, content (the words of its spans, joined by a blank),
 *                and, where given, speaker and source (a name, or null)
 *   count        how many claims there are, where that matters
 *   no_comments  the speakers of all of them, in order
 * A claim, or a no-comment as {"speaker": …}, with "gap": true is known not to come out yet, and
 * fails once it does.
 */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <glob.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "german.h"
#include "support.h"

/* Parameters travel to another process: they are numbers, and the names are looked up there. */
ParameterizedTestParameters(cases, whole_text)
{
    static size_t numbers[512];
    glob_t files;
    size_t count = 0;
    if (glob("tests/cases/*.json", 0, NULL, &files) == 0) {
        for (; count < files.gl_pathc && count < 512; count++)
            numbers[count] = count;
        globfree(&files);
    }
    return cr_make_param_array(size_t, numbers, count);
}

static const char *name_of(const json_t *claim, const char *role)
{
    return json_string_value(json_object_get(json_object_get(claim, role), "name"));
}

static bool same(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static bool agrees(const json_t *wanted, const json_t *claim)
{
    static const char *const roles[] = {"speaker", "source"};
    const json_t *content = json_object_get(json_object_get(claim, "content"), "text");
    if (!json_equal(json_object_get(wanted, "kind"), json_object_get(claim, "kind")) ||
        !json_equal(json_object_get(wanted, "content"), content))
        return false;
    for (size_t i = 0; i < 2; i++) {
        const json_t *name = json_object_get(wanted, roles[i]);
        if (name && !same(json_string_value(name), name_of(claim, roles[i])))
            return false;
    }
    return true;
}

static void print_claims(const json_t *claims)
{
    size_t i;
    json_t *c;
    json_array_foreach((json_t *)claims, i, c) {
        const char *speaker = name_of(c, "speaker"), *source = name_of(c, "source");
        cr_log_warn("  found: %s | %s | %s | %s", json_string_value(json_object_get(c, "kind")),
                    json_string_value(json_object_get(json_object_get(c, "content"), "text")),
                    speaker ? speaker : "null", source ? source : "null");
    }
}

static void compare(const char *name, const json_t *wanted, const json_t *found)
{
    const json_t *claims = json_object_get(found, "claims");
    const json_t *count = json_object_get(wanted, "count");
    size_t i, gaps = 0;
    json_t *w;
    bool missed = false;
    json_array_foreach(json_object_get(wanted, "claims"), i, w) {
        bool hit = false;
        for (size_t k = 0; !hit && k < json_array_size(claims); k++)
            hit = agrees(w, json_array_get(claims, k));
        bool gap = json_is_true(json_object_get(w, "gap"));
        missed |= hit == gap;
        gaps += gap;
        char *shown = json_dumps(w, 0);
        cr_expect_neq(hit, gap, "%s: %s: %s", name,
                      gap ? "works by now, so it is no gap any more" : "missing", shown);
        free(shown);
    }
    if (count && json_integer_value(count) != (json_int_t)json_array_size(claims)) {
        missed = true;
        cr_expect(false, "%s: %zu claims", name, json_array_size(claims));
    }
    if (missed)
        print_claims(claims);
    const json_t *silent = json_object_get(wanted, "no_comments");
    const json_t *no_comments = json_object_get(found, "no_comments");
    cr_expect_eq(json_array_size(silent), json_array_size(no_comments), "%s: %zu no-comments",
                 name, json_array_size(no_comments));
    json_array_foreach((json_t *)silent, i, w) {
        const char *speaker = name_of(json_array_get(no_comments, i), "speaker");
        bool gap = json_is_true(json_object_get(w, "gap"));
        const json_t *of = json_is_object(w) ? json_object_get(w, "speaker") : w;
        gaps += gap;
        cr_expect_neq(same(json_string_value(of), speaker), gap, "%s: %s %s", name,
                      gap ? "works by now, so it is no gap any more: no comment by" : "no comment by",
                      speaker ? speaker : "null");
    }
    note_gaps(name, gaps);
}

ParameterizedTest(size_t *number, cases, whole_text)
{
    glob_t files;
    cr_assert_eq(glob("tests/cases/*.json", 0, NULL, &files), 0);
    const char *expected = files.gl_pathv[*number];
    char path[512];
    snprintf(path, sizeof path, "%.*stxt", (int)(strlen(expected) - 4), expected);
    size_t size;
    char *text = read_file(path, &size);
    cr_assert(text, "%s is missing", path);
    json_error_t at_json;
    json_t *wanted = json_load_file(expected, JSON_REJECT_DUPLICATES, &at_json);
    cr_assert(wanted, "%s:%d: %s", expected, at_json.line, at_json.text);

    laut_engine *engine;
    laut_errors errors;
    laut_document *d;
    laut_error error;
    cr_assert_eq(laut_engine_open(&engine, NULL, &errors), 0);
    cr_assert_eq(laut_analyze(engine, text, size, NULL, &d, &error), 0, "%s", error.message);
    char *output = written(d, LAUT_FORMAT_JSONL, LAUT_CODEPOINT, 0);
    json_t *found = json_loads(output, JSON_ALLOW_NUL, NULL);
    cr_assert(found);
    compare(path, wanted, found);

    json_decref(found);
    free(output);
    laut_document_free(d);
    laut_engine_free(engine);
    json_decref(wanted);
    free(text);
    globfree(&files);
}
