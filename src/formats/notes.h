/* What is said about a place of a text by somebody else than the claims: it stands in the margin
 * of the HTML report. */
#ifndef LT_NOTES_H
#define LT_NOTES_H

#include "laut.h"

typedef enum { LT_NOTE_INFO, LT_NOTE_WARNING, LT_NOTE_ERROR } lt_severity;

typedef struct {
    laut_span span;      /* bytes; an empty one: the text as a whole */
    lt_severity severity;
    const char *code;    /* short and stable: unnamed-source */
    const char *message; /* one sentence, in the language of the report */
} lt_note;

#endif
