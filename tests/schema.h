/* A validator of JSON Schema for src/formats/schema.json. It knows the keywords that the schema uses
 * and refuses any other, so that none is silently ignored. */
#ifndef TESTS_SCHEMA_H
#define TESTS_SCHEMA_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

/* The schema of the output, to be freed; NULL, and why, where it cannot be read. Run in the
 * repository's folder. */
json_t *schema_load(char *problem, size_t room);

/* The same for another schema. */
json_t *schema_load_file(const char *path, char *problem, size_t room);

/* Whether the value keeps to the schema; if not, the place and the keyword. */
bool schema_holds(const json_t *schema, const json_t *value, char *problem, size_t room);

#endif
