/* How `laut eval` compares: contents by their words, parties by their names. */
#ifndef LT_MEASURE_H
#define LT_MEASURE_H

#include "base/same.h"
#include "laut.h"

/* Ascending numbers: byte offsets of words, or indices of tokens. */
typedef struct {
    uint32_t *at;
    size_t count, room;
} lt_set;

int lt_set_add(lt_set *set, uint32_t value);
void lt_set_free(lt_set *set);

/* Add where the words of text[begin, end) begin. A word is a run of letters, digits and _. */
int lt_add_words(lt_set *set, const char *text, uint32_t begin, uint32_t end);

size_t lt_common(const lt_set *a, const lt_set *b);
double lt_overlap(const lt_set *a, const lt_set *b); /* F1; 0 where nothing is common */

#endif
