/* Interviews: turns without quotation marks or names. */
#ifndef LT_TURNS_H
#define LT_TURNS_H

#include "document.h"

typedef struct { uint32_t first, last; } lt_turn; /* tokens of an answer */

typedef lt_vec(lt_turn) lt_turns;

/* The answers of an interview, in order; none where the text is no interview. */
void lt_find_turns(lt_document *d, lt_turns *turns);

/* Who gives the answers: fills lt_quote.answerer. */
void lt_find_answerers(lt_document *d);

#endif
