/* What include/laut.h promises of every document, whatever its text. */
#ifndef TESTS_SOUND_H
#define TESTS_SOUND_H

#include <stdbool.h>

#include "laut.h"

enum { PROBLEM = 256 };

/* Whether all of it holds; if not, the first thing that does not. */
bool sound(const laut_document *d, char problem[PROBLEM]);

#endif
