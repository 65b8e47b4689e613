/* Offices within a body: Geschäftsführer, Vorsitzende (lex/speaks-for.tsv); and callings that stand for an
 * office: der Politiker for a mayor (lex/callings.tsv). */
#ifndef LT_OFFICES_H
#define LT_OFFICES_H

#include "document.h"

/* Whether the token is the word `role` of `size` bytes, or where that begins with a hyphen, ends in it. */
bool lt_is_role(const char *role, size_t size, const lt_token *token);

/* The noun of the mention that is an office within a body (lex/speaks-for.tsv), and its row there; or
 * LAUT_NONE. */
uint32_t lt_office(const lt_document *d, const lt_mention *m, const char **role);

/* The token without each ending that it may have (lex/role-endings.tsv), the first one as it is: Ministerinnen, Minister … Returns
 * how many. */
enum { LT_MAX_BARE_FORMS = 16 };
uint32_t lt_bare_forms(const lt_document *d, const lt_token *token, lt_token bare[LT_MAX_BARE_FORMS]);

/* What offices a calling covers (der Politiker: a mayor, a minister), or NULL where the word is none: words
 * separated by blanks, as the engine keeps them. */
const char *lt_offices_of(const lt_document *d, const lt_token *calling);

/* Whether the token is a word of such a list, or its feminine, an oblique case, a plural: dem Biologen, die
 * Ministerinnen. */
bool lt_is_one_of(const lt_document *d, const char *offices, const lt_token *token);

#endif
