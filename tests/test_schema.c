/* src/formats/schema.json: real output keeps to it. */
#include <criterion/criterion.h>
#include <glob.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "schema.h"
#include "support.h"

/* ---------------------------------------------------------------- the schema */

static json_t *schema;
static char problem[512];

static void load(void)
{
    schema = schema_load(problem, sizeof problem);
    cr_assert(schema, "%s", problem);
}

static void unload(void) { json_decref(schema); }

TestSuite(schema, .init = load, .fini = unload);

static void expect_valid(const char *output, const char *what)
{
    json_t *value = json_loads(output, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, NULL);
    cr_assert(value, "%s: not JSON", what);
    cr_expect(schema_holds(schema, value, problem, sizeof problem), "%s: %s", what, problem);
    json_decref(value);
}

static void expect_refused(const char *json, const char *why)
{
    json_t *value = json_loads(json, 0, NULL);
    cr_assert(value);
    cr_expect(!schema_holds(schema, value, problem, sizeof problem), "accepted: %s", json);
    cr_expect(strstr(problem, why), "%s, not %s", problem, why);
    json_decref(value);
}

#define REST                                                                                    \
    "\"language\":\"de\",\"publisher\":null,\"claims\":[],\"no_comments\":[],\"parties\":[],\"truncated\":[]"

Test(schema, the_validator_refuses)
{
    expect_valid("{\"schema\":1,\"id\":\"a\",\"offsets\":\"byte\"," REST ",\"sentences\":[]}", "ok");
    expect_refused("{\"schema\":2,\"id\":\"a\",\"offsets\":\"byte\"," REST ",\"sentences\":[]}",
                   "/schema: const");
    expect_refused("{\"schema\":1,\"id\":7,\"offsets\":\"byte\"," REST ",\"sentences\":[]}",
                   "/id: type");
    expect_refused("{\"schema\":1,\"id\":null,\"offsets\":\"word\"," REST ",\"sentences\":[]}",
                   "/offsets: enum");
    expect_refused("{\"schema\":1,\"id\":null,\"offsets\":\"byte\"," REST "}", "/: required");
    expect_refused("{\"schema\":1,\"id\":\"a\",\"offsets\":\"byte\"," REST
                   ",\"sentences\":[],\"more\":1}", "/: additionalProperties");
    expect_refused("{\"schema\":1,\"id\":\"a\",\"offsets\":\"byte\"," REST
                   ",\"sentences\":[{\"span\":[1],\"claims\":[]}]}", "/sentences/0/span: minItems");
    expect_refused("{\"schema\":1,\"id\":\"a\",\"offsets\":\"byte\"," REST
                   ",\"sentences\":[{\"span\":[-1,2],\"claims\":[]}]}", "minimum");
    expect_refused("{\"schema\":1,\"id\":\"a\",\"offsets\":\"byte\"," REST
                   ",\"sentences\":[{\"span\":[1,2],\"claims\":[\"c0\"]}]}", "pattern");
}

Test(schema, an_unknown_keyword_is_no_keyword)
{
    json_t *odd = json_loads("{\"type\":\"object\",\"maxLength\":3}", 0, NULL);
    json_t *value = json_object();
    cr_expect(!schema_holds(odd, value, problem, sizeof problem));
    cr_expect(strstr(problem, "unknown keyword maxLength"), "%s", problem);
    json_decref(value);
    json_decref(odd);
}

/* ---------------------------------------------------------------- real output */

static void check_output(const laut_engine *engine, const char *id, const char *text, size_t size)
{
    laut_options options = {.id = id, .publisher = "Das Blatt"};
    laut_document *d;
    laut_error error;
    cr_assert_eq(laut_analyze(engine, text, size, &options, &d, &error), 0, "%s", error.message);
    for (int unit = LAUT_CODEPOINT; unit <= LAUT_UTF16; unit++) {
        char *line = written(d, LAUT_FORMAT_JSONL, (laut_unit)unit, 0);
        char *indented = written(d, LAUT_FORMAT_JSON, (laut_unit)unit, 0);
        expect_valid(line, id);
        expect_valid(indented, id);
        free(line);
        free(indented);
    }
    laut_document_free(d);
}

Test(schema, the_corpus)
{
    laut_engine *engine;
    laut_errors errors;
    cr_assert_eq(laut_engine_open(&engine, NULL, &errors), 0);
    check_output(engine, "empty", "", 0);
    check_output(engine, "nul", "Er sagte\0, es sei so.", 21);
    char long_one[9000] = "";
    for (int i = 0; i < 1500; i++)
        strcat(long_one, "Haus ");
    check_output(engine, "cut", long_one, strlen(long_one));
    glob_t files;
    cr_assert_eq(glob("corpus/*.jsonl", 0, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        json_t *article = json_load_file(files.gl_pathv[i], 0, NULL);
        const json_t *text = json_object_get(article, "text");
        cr_assert(text, "%s", files.gl_pathv[i]);
        check_output(engine, files.gl_pathv[i], json_string_value(text), json_string_length(text));
        json_decref(article);
    }
    globfree(&files);
    laut_engine_free(engine);
}
