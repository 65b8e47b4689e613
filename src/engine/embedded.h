/* The rules and lexica inside the library, so that it runs from anywhere.
 *
 * The build lists every *.laut and *.tsv file below rules/ in build/embedded.c (embed.sh), in
 * the byte order of the paths. The tests of the loader may define a table of their own.
 */
#ifndef LT_EMBEDDED_H
#define LT_EMBEDDED_H

#include <stddef.h>

typedef struct {
    const char *path; /* below rules/: de/direct.laut, de/lex/names.tsv */
    const char *text; /* ends with a NUL that `size` does not count */
    size_t size;
} lt_embedded_file;

extern const lt_embedded_file lt_embedded[];
extern const size_t lt_embedded_count;

#endif
