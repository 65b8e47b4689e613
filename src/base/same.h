/* Whether two names mean the same party. */
#ifndef LT_SAME_H
#define LT_SAME_H

#include <stdbool.h>

/* A surname equals the full name, inflection and small words do not count. NULL, nobody, is equal
 * only to NULL. */
bool lt_same_party(const char *a, const char *b);

#endif
