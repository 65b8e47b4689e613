/* laut check, for findings. */
#ifndef LT_AUDIT_CHECK_H
#define LT_AUDIT_CHECK_H

#include "engine/engine.h"

/* Run the examples of all findings, report what fails to the stream and count it. */
int lt_check_findings(const laut_engine *engine, FILE *stream, laut_check_result *result, laut_error *error);

#endif
