/* Allocations that fail on demand, wherever in the process they are made: the tests' malloc() stands
 * before the C library's for ICU, PCRE2, jansson and the C library itself, too. */
#ifndef TESTS_FAILING_H
#define TESTS_FAILING_H

#include <stdbool.h>
#include <stddef.h>

/* Count from here on; the `n`th allocation (from 1) fails, and those behind it where `ever_after`. */
void fail_from_here(size_t n, bool ever_after);

/* None fails any more. Returns how many there were. */
size_t fail_no_more(void);

#endif
