/* The files inside the library, so that it runs from anywhere.
 *
 * The build lists every *.laut and *.tsv file below rules/ in build/embedded.c, and what the HTML
 * report is made of in build/report.c (embed.sh), in the byte order of the paths. The tests of the
 * loader may define a table of their own.
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

/* src/formats/report/, and csp.txt: what the page allows itself, with the hashes of its style and
 * script. */
extern const lt_embedded_file lt_report[];
extern const size_t lt_report_count;

#endif
