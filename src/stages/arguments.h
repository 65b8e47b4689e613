/* Who does what in a clause: subject, objects, addressee. */
#ifndef LT_ARGUMENTS_H
#define LT_ARGUMENTS_H

#include "stages/phrases.h"

/* Subject, objects and agent of the clause, whose mentions are those from `from` on: fills its arguments but for the
 * addressee. Mentions that turn out to be names become such. */
void lt_find_arguments(lt_chunker *x, uint32_t from);

/* Whom the speaker of a reporting clause says it to. The other arguments must be known. */
void lt_find_addressee(lt_chunker *x, uint32_t from);

#endif
