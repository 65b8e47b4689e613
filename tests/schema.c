/* See schema.h. */
#include "schema.h"

#include <regex.h>
#include <stdio.h>
#include <string.h>

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
    if (strcmp(name, "boolean") == 0)
        return json_is_boolean(value);
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
    if (regcomp(&re, pattern, REG_EXTENDED | REG_NOSUB) != 0)
        return false;
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
        if (!json_is_false(arg))
            return refuse(v, path, "unknown keyword additionalProperties that is not false");
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

json_t *schema_load(char *problem, size_t room) { return schema_load_file("src/formats/schema.json", problem, room); }

json_t *schema_load_file(const char *path, char *problem, size_t room)
{
    json_error_t error;
    json_t *schema = json_load_file(path, JSON_REJECT_DUPLICATES, &error);
    if (!schema)
        snprintf(problem, room, "%s:%d: %s", error.source, error.line, error.text);
    return schema;
}

bool schema_holds(const json_t *schema, const json_t *value, char *problem, size_t room)
{
    validator v = {.root = schema};
    bool held = valid(&v, schema, value, "");
    snprintf(problem, room, "%s", v.error);
    return held;
}
