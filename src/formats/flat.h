/* Text for a terminal. */
#ifndef LT_FLAT_H
#define LT_FLAT_H

#include <stdint.h>
#include <stdio.h>

/* UTF-8 of `size` bytes on one line; what would steer the terminal is shown as U+FFFD. */
void lt_print_flat(FILE *stream, const char *text, size_t size);

#endif
