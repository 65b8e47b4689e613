/* Offices within a body: Geschäftsführer, Vorsitzende (lex/speaks-for.tsv). */
#ifndef LT_OFFICES_H
#define LT_OFFICES_H

#include "document.h"

/* Whether the token is the word `role` of `size` bytes, or where that begins with a hyphen, ends in it. */
bool lt_is_role(const char *role, size_t size, const lt_token *token);

/* The noun of the mention that is an office within a body (lex/speaks-for.tsv), and its row there; or
 * LAUT_NONE. */
uint32_t lt_office(const lt_document *d, const lt_mention *m, const char **role);

#endif
