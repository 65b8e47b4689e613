/* Whom words mean: pronouns and possessives, descriptions, compounds, several at once. */
#ifndef LT_RESOLVE_H
#define LT_RESOLVE_H

#include "stages/registry.h"

/* The party of mention `index`, which is found when it is first asked for, or LAUT_NONE. */
uint32_t lt_resolve(lt_registry *r, uint32_t index);

/* Whom the pronoun would stand for where it is, though it is not resolved; or LAUT_NONE. */
uint32_t lt_pronoun_party(lt_registry *r, uint32_t index);

/* ---------------------------------------------------------------- descriptions */

/* Whom a description means that names nobody (der Verband, die parteilose Politikerin, das Blatt), or LAUT_NONE. Where others
 * may be meant as well, they are in `r->rivals`. */
uint32_t lt_by_description(lt_registry *r, const lt_mention *m, uint32_t index);

/* Somebody new, of whom the description is all that one knows. */
uint32_t lt_new_description(lt_registry *r, const lt_mention *m, uint32_t index);

/* What kinds of organization a row of heads or organisations says that a body is, as bits. */
unsigned lt_body_kinds(const lt_document *d, lt_entry e);

/* Whether a general word (das Unternehmen, die Behörde) of the kinds `a` can stand for a body. */
bool lt_is_same_kind(const lt_document *d, unsigned a, lt_person *x);

/* ---------------------------------------------------------------- who is near */

/* The token, + 1, where the party was subject or speaker last. */
uint32_t lt_stronger(const lt_person *x);

/* Whether two persons are as near to a word in the sentence: Otto Grothe und Malte Hansen stritten. Er sagte … */
bool lt_are_rivalling(const lt_document *d, const lt_person *x, const lt_person *y, uint32_t sentence);

/* `p` may be meant as well as `best`. */
void lt_add_rival(lt_registry *r, uint32_t best, uint32_t p);

/* Whether somebody is named in what another one says in the same sentence. `token`: of the word for who says it. */
bool lt_is_named_in_content(const lt_document *d, const lt_person *x, uint32_t token);

#endif
