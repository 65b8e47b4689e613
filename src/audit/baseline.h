/* The findings that a project has accepted: a JSON file. A finding is known again by its code and words,
 * so that lines may move. */
#ifndef LT_BASELINE_H
#define LT_BASELINE_H

#include <stdbool.h>

#include "laut.h"

typedef struct lt_baseline lt_baseline;

/* An empty one, or what the file holds. NULL with the error (line and column for a broken file). */
lt_baseline *lt_baseline_new(void);
lt_baseline *lt_baseline_read(const char *file, laut_error *error);
void lt_baseline_free(lt_baseline *b);

/* Take the findings that it knows of the draft out of the report. Returns -1 where memory ran out. */
int lt_baseline_apply(const lt_baseline *b, const char *draft, laut_report *report);

/* Remember all findings of the draft's report. */
int lt_baseline_add(lt_baseline *b, const char *draft, const laut_report *report);

int lt_baseline_write(const lt_baseline *b, FILE *stream);

#endif
