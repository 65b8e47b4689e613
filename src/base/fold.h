/* Folding: the form under which a word is looked up.
 *
 * Lower case, composed (NFC), without soft hyphens and without the joiner
 * of a gender-neutral form (Sprecher:innen); any hyphen is the plain one. Lexica and rules are folded when they are
 * loaded, words when they are analysed, so that Präsident, PRÄSIDENT and a decomposed
 * Präsident are one word. ß stays ß.
 */
#ifndef LT_FOLD_H
#define LT_FOLD_H

#include <stddef.h>

#include "laut.h"

#define LT_MAX_WORD LAUT_MAX_WORD /* bytes; longer words are not looked up */

/* Fold `size` bytes of valid UTF-8 into `out` (LT_MAX_WORD bytes, ends with a NUL). Returns the
 * folded size, or 0 where the word is too long. */
size_t lt_fold(const char *text, size_t size, char *out);

enum { LT_FOLD_STEP = 8, LT_MAX_LETTERS = LT_MAX_WORD - LT_FOLD_STEP };

/* The same for a word of at most LT_MAX_LETTERS bytes in which there are only letters of ASCII and those
 * from À to ÿ, digits, and marks of ASCII in front of @. Up to LT_FOLD_STEP bytes behind it are read. */
void lt_fold_letters(const char *text, size_t size, char *out);

#endif
