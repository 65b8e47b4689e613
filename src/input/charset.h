/* Bytes of a page become UTF-8. */
#ifndef LT_CHARSET_H
#define LT_CHARSET_H

#include <stddef.h>

#include "laut.h"

/* The encoding is the one that is named, unless there is a byte order mark; else the one that the page
 * declares in a meta element (or as XML); else UTF-8 if the bytes are, and Windows-1252 if not. Names
 * mean what they mean to browsers: ISO-8859-1 is Windows-1252. Bytes that mean nothing become U+FFFD,
 * NUL a blank. Returns 0 and UTF-8 that ends with a NUL, to be freed; or -1 with the error. */
int lt_decode_page(const char *bytes, size_t size, const char *encoding, char **out, size_t *out_size,
                   laut_error *error);

#endif
