/* Word boundaries: those of ICU (UAX #29), found without it where the standard leaves no choice.
 *
 * Nearly all of a German text is letters, blanks and plain marks. A run of letters in front of a blank is
 * a word by every rule of the standard, and asking ICU's state machine for it costs more than all else
 * that is done for a token. ICU is asked wherever more than this has to be known: full stops and
 * apostrophes inside words, numbers with marks, other scripts, combining characters. */
#ifndef LT_BOUNDARIES_H
#define LT_BOUNDARIES_H

#include <stdbool.h>
#include <stdint.h>
#include <unicode/ubrk.h>

typedef struct {
    UBreakIterator *breaks; /* stands on the text */
    const char *text;       /* valid UTF-8, ends with a NUL */
    int32_t size, begin, end; /* bytes: the text; the piece that was found last */
    int32_t status;         /* of that piece, as ubrk_getRuleStatus() */
    bool plain;             /* found without ICU: letters only, digits only, blanks only or one mark */
} lt_boundaries;

/* The next piece between two boundaries that does not begin with a blank; false at the end. Begins with
 * lt_boundaries w = {.breaks = …, .text = …, .size = …}. */
bool lt_next_piece(lt_boundaries *w);

#endif
