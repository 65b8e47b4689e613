/* src/formats/schema.json: real output keeps to it. The validator knows the keywords that the
 * schema uses and refuses any other, so that none is silently ignored. */
#include <criterion/criterion.h>
#include <glob.h>
#include <jansson.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

/* ---------------------------------------------------------------- the validator */

typedef struct {
    const json_t *root;
    char error[512];
} validator;

static bool valid(validator *v, const json_t *schema, const json_t *value, const char *path);

static bool refuse(validator *v, const char *path, const char *keyword)
{
    if (!v->error[0])
        snprintf(v->error, sizeof v->error, "%s: %s", *path ? path : "/", keyword);
    return false;
}

static bool is_type(const char *name, const json_t *value)
{
    if (strcmp(name, "null") == 0)
        return json_is_null(value);
    if (strcmp(name, "string") == 0)
        return json_is_string(value);
    if (strcmp(name, "integer") == 0)
        return json_is_integer(value);
    if (strcmp(name, "number") == 0)
        return json_is_number(value);
    if (strcmp(name, "array") == 0)
        return json_is_array(value);
    return strcmp(name, "object") == 0 && json_is_object(value);
}

static bool check_type(const json_t *type, const json_t *value)
{
    if (json_is_string(type))
        return is_type(json_string_value(type), value);
    for (size_t i = 0; i < json_array_size(type); i++)
        if (is_type(json_string_value(json_array_get(type, i)), value))
            return true;
    return false;
}

static bool among(const json_t *list, const json_t *value)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        if (json_equal(json_array_get(list, i), value))
            return true;
    return false;
}

static bool has_all(const json_t *keys, const json_t *value)
{
    for (size_t i = 0; json_is_object(value) && i < json_array_size(keys); i++)
        if (!json_object_get(value, json_string_value(json_array_get(keys, i))))
            return false;
    return true;
}

static bool check_items(validator *v, const json_t *schema, const json_t *value, const char *path)
{
    for (size_t i = 0; i < json_array_size(value); i++) {
        char inner[256];
        snprintf(inner, sizeof inner, "%.200s/%zu", path, i);
        if (!valid(v, schema, json_array_get(value, i), inner))
            return false;
    }
    return true;
}

static bool check_properties(validator *v, const json_t *properties, const json_t *value,
                             const char *path)
{
    const char *key;
    json_t *schema;
    json_object_foreach((json_t *)properties, key, schema) {
        const json_t *item = json_object_get(value, key);
        char inner[256];
        snprintf(inner, sizeof inner, "%.200s/%s", path, key);
        if (item && !valid(v, schema, item, inner))
            return false;
    }
    return true;
}

static bool no_others(const json_t *properties, const json_t *value)
{
    const char *key;
    json_t *item;
    json_object_foreach((json_t *)value, key, item)
        if (!json_object_get(properties, key))
            return false;
    return true;
}

static bool check_any(validator *v, const json_t *schemas, const json_t *value, const char *path)
{
    for (size_t i = 0; i < json_array_size(schemas); i++) {
        validator attempt = {.root = v->root};
        if (valid(&attempt, json_array_get(schemas, i), value, path))
            return true;
        if (strstr(attempt.error, "unknown keyword"))
            return refuse(v, path, "unknown keyword");
    }
    return false;
}

static bool check_pattern(const char *pattern, const json_t *value)
{
    regex_t re;
    cr_assert_eq(regcomp(&re, pattern, REG_EXTENDED | REG_NOSUB), 0, "bad pattern: %s", pattern);
    bool found = regexec(&re, json_string_value(value), 0, NULL, 0) == 0;
    regfree(&re);
    return found;
}

static const json_t *referred(const validator *v, const char *reference)
{
    static const char prefix[] = "#/$defs/";
    if (strncmp(reference, prefix, sizeof prefix - 1) != 0)
        return NULL;
    return json_object_get(json_object_get(v->root, "$defs"), reference + sizeof prefix - 1);
}

static bool check_keyword(validator *v, const json_t *schema, const char *key, const json_t *arg,
                          const json_t *value, const char *path)
{
    if (strcmp(key, "type") == 0)
        return check_type(arg, value);
    if (strcmp(key, "const") == 0)
        return json_equal(arg, value);
    if (strcmp(key, "enum") == 0)
        return among(arg, value);
    if (strcmp(key, "required") == 0)
        return has_all(arg, value);
    if (strcmp(key, "properties") == 0)
        return check_properties(v, arg, value, path);
    if (strcmp(key, "additionalProperties") == 0) {
        cr_assert(json_is_false(arg), "only false is known");
        return no_others(json_object_get(schema, "properties"), value);
    }
    if (strcmp(key, "items") == 0)
        return check_items(v, arg, value, path);
    if (strcmp(key, "minItems") == 0)
        return (json_int_t)json_array_size(value) >= json_integer_value(arg);
    if (strcmp(key, "maxItems") == 0)
        return (json_int_t)json_array_size(value) <= json_integer_value(arg);
    if (strcmp(key, "minimum") == 0)
        return json_number_value(value) >= json_number_value(arg);
    if (strcmp(key, "maximum") == 0)
        return json_number_value(value) <= json_number_value(arg);
    if (strcmp(key, "pattern") == 0)
        return !json_is_string(value) || check_pattern(json_string_value(arg), value);
    if (strcmp(key, "anyOf") == 0)
        return check_any(v, arg, value, path);
    if (strcmp(key, "$ref") == 0) {
        const json_t *target = referred(v, json_string_value(arg));
        return target ? valid(v, target, value, path) : refuse(v, path, "$ref leads nowhere");
    }
    static const char *const silent[] = {"$schema", "title", "description", "$defs"};
    for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
        if (strcmp(key, silent[i]) == 0)
            return true;
    char message[128];
    snprintf(message, sizeof message, "unknown keyword %s", key);
    return refuse(v, path, message);
}

static bool valid(validator *v, const json_t *schema, const json_t *value, const char *path)
{
    const char *key;
    json_t *arg;
    json_object_foreach((json_t *)schema, key, arg)
        if (!check_keyword(v, schema, key, arg, value, path))
            return refuse(v, path, key);
    return true;
}

/* ---------------------------------------------------------------- the schema */

static json_t *schema;

static void load(void)
{
    json_error_t error;
    schema = json_load_file("src/formats/schema.json", JSON_REJECT_DUPLICATES, &error);
    cr_assert(schema, "%s:%d: %s", error.source, error.line, error.text);
}

static void unload(void) { json_decref(schema); }

TestSuite(schema, .init = load, .fini = unload);

static void expect_valid(const char *output, const char *what)
{
    json_t *value = json_loads(output, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, NULL);
    cr_assert(value, "%s: not JSON", what);
    validator v = {.root = schema};
    cr_expect(valid(&v, schema, value, ""), "%s: %s", what, v.error);
    json_decref(value);
}

static void expect_refused(const char *json, const char *why)
{
    json_t *value = json_loads(json, 0, NULL);
    cr_assert(value);
    validator v = {.root = schema};
    cr_expect(!valid(&v, schema, value, ""), "accepted: %s", json);
    cr_expect(strstr(v.error, why), "%s, not %s", v.error, why);
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
    validator v = {.root = odd};
    cr_expect(!valid(&v, odd, value, ""));
    cr_expect(strstr(v.error, "unknown keyword maxLength"), "%s", v.error);
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
