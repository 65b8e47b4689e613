/* The project file of an audit, .laut.toml. */
#ifndef LT_PROJECT_H
#define LT_PROJECT_H

#include "base/arena.h"
#include "laut.h"

#define LT_PROJECT_NAME ".laut.toml"

typedef enum { LT_FAIL_ERROR, LT_FAIL_WARNING, LT_FAIL_NEVER } lt_fail_on;

typedef lt_vec(const char *) lt_names_list;

typedef struct {
    lt_arena arena;
    const char *path;     /* of the file, or NULL: none was found */
    const char *house;    /* directory of findings, or NULL */
    const char *baseline; /* file, or NULL */
    lt_names_list select, ignore, known;
    lt_vec(laut_finding_limit) limits;
    bool has_language, has_fail_on;
    laut_language language;
    lt_fail_on fail_on;
} lt_project;

/* The nearest project file in the directory of the draft (`-`: this one) and those above it; in the
 * arena, or NULL. */
const char *lt_project_find(lt_arena *arena, const char *draft);

/* Read a project file. Returns -1 with what is wrong with it: place, and what was expected. */
int lt_project_read(lt_project *p, const char *path, laut_errors *errors);
void lt_project_free(lt_project *p);

/* The values of the command line. Return false for others. */
bool lt_language_named(const char *name, laut_language *out);
bool lt_fail_on_named(const char *name, lt_fail_on *out);

#endif
