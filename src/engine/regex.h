/* Regular expressions of rules: PCRE2, compiled once, matched against single words. */
#ifndef LT_REGEX_H
#define LT_REGEX_H

#include <stdbool.h>
#include <stddef.h>

typedef struct lt_regex lt_regex;
typedef struct lt_regex_room lt_regex_room; /* what matching writes to; one for each thread */

/* Compile a pattern that has to cover the whole word. On failure NULL, `message` (256 bytes; ""
 * where memory ran out) and the place in the pattern. */
lt_regex *lt_regex_compile(const char *pattern, size_t size, char *message, size_t *place);
void lt_regex_free(lt_regex *regex);

lt_regex_room *lt_regex_room_new(void); /* NULL if memory ran out */
void lt_regex_room_free(lt_regex_room *room);

/* Threads may share the regex. A match that takes too many steps (PCRE2's limits, see regex.c) is none. */
bool lt_regex_matches(lt_regex *regex, lt_regex_room *room, const char *text, size_t size);

/* Whether that happened since this was asked last. */
bool lt_regex_gave_up(lt_regex_room *room);

#endif
