/* What the writers of audit reports share. */
#ifndef LT_FORMATS_FINDINGS_H
#define LT_FORMATS_FINDINGS_H

#include <jansson.h>

#include "audit/report.h"

/* Lines and columns from 1, columns in code points; the end is behind the last character. */
typedef struct { uint32_t line, column, end_line, end_column; } lt_region;

lt_region lt_region_of(const laut_report *report, const laut_finding *finding);

/* Each returns -1 where the stream failed or memory ran out. */
int lt_write_report_text(const laut_engine *engine, const laut_report *const *reports, const char *const *names,
                         size_t count, const laut_report_options *options, FILE *stream);
int lt_write_report_json(const laut_report *const *reports, const char *const *names, size_t count, FILE *stream);
int lt_write_sarif(const laut_engine *engine, const laut_report *const *reports, const char *const *names,
                   size_t count, laut_language language, FILE *stream);

#endif
