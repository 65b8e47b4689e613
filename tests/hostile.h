/* Hostile inputs: texts of any size that make the most of one thing, so that work which grows faster
 * than the text shows. `build/growth` measures them by hand, test_growth.c holds them to a bound. */
#ifndef HOSTILE_H
#define HOSTILE_H

#include <stddef.h>

size_t hostile_count(void);
const char *hostile_name(size_t shape);

/* A text of about `size` bytes, never less; to be freed. `corpus` is the directory of the articles. */
char *hostile_text(size_t shape, size_t size, const char *corpus, size_t *out);

/* CPU seconds that analysing and writing in all formats takes; the least of `runs`. Negative on failure. */
struct laut_engine;
double hostile_seconds(const struct laut_engine *engine, const char *text, size_t size, int runs);

#endif
