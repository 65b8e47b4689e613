/* Offices within a body: Geschäftsführer, Vorsitzende (lex/speaks-for.tsv). */
#ifndef LT_OFFICES_H
#define LT_OFFICES_H

#include "document.h"

/* Whether the token is the word `role` of `size` bytes, or where that begins with a hyphen, ends in it. */
bool lt_is_role(const char *role, size_t size, const lt_token *token);

/* Whether the noun of the mention is an office within a body. Without an owner of its own it is of the body that
 * was named last before. */
bool lt_speaks_for_body(const lt_document *d, const lt_mention *m);

#endif
