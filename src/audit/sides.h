/* What the files that find sides (sides.c, institutions.c) share. */
#ifndef LT_SIDES_H
#define LT_SIDES_H

#include "audit/facts.h"

/* Both parties are of one side. */
void lt_join_sides(lt_facts *f, uint32_t p, uint32_t q);

/* The party of the mention; of an apposition that of the name before it: Otto Grothe, der Vorsitzende der Waldfreunde. */
uint32_t lt_bearer_of(const lt_facts *f, uint32_t m);

/* The named body that the text is about: der Verein, das Unternehmen (a mention, or LAUT_NONE); `*one`: there is no other one,
 * `*first`: the sentence that first names it. */
uint32_t lt_main_body(const lt_facts *f, bool *one, uint32_t *first);

/* A body with a name, outside of somebody's words, and no doubtful one. */
bool lt_is_named_body(const lt_facts *f, uint32_t m);

/* Das Unternehmen, die Firma: whichever is meant. */
bool lt_is_generic(const lt_document *d, uint32_t mention);

/* They share a word of their names, or stand side by side: die Helios Nord GmbH, Helios. */
bool lt_is_same_body(const lt_document *d, uint32_t a, uint32_t b);

/* Nobody else's: without an owner, or of a part of whatever body is meant (Chefarzt der Kardiologie), or of the Anstalt, where the
 * `body` (or LAUT_NONE) is the Versuchsanstalt. */
bool lt_has_no_owner(const lt_document *d, const lt_mention *m, uint32_t body);

/* The noun of the mention is one of the offices (`roles`: lex/speaks-for.tsv) itself, that of whichever body (Verbandspräsident), or of
 * a part of it (Laborleiterin), no compound that may name another one (Polizeisprecher, Elternsprecherin). */
bool lt_has_plain_office(const lt_document *d, const lt_table *roles, const lt_mention *m);

/* The party of the body: its own, or that of somebody who is of it; or LAUT_NONE. */
uint32_t lt_party_of_body(const lt_facts *f, uint32_t m);

/* Das Personalressort, die Bücher: a part of a body. */
bool lt_is_department(const lt_document *d, uint32_t m);

/* Dessen Anwalt, deren Sprecherin: of who was named last. */
bool lt_is_pointing(const lt_document *d, const lt_mention *m);

/* Ihr Mann bestreitet das: not of her side. */
bool lt_denies(const lt_facts *f, uint32_t party);

/* The folded word ends so. */
bool lt_ends_as(const lt_token *t, const char *end);

/* The noun without the ending of its genitive: des Bauamts; a plural is none (die Gemeinden). */
lt_token lt_bare_noun(const lt_document *d, const lt_mention *m);

/* The kinds of institution that the words of each mention are of: institutions.c. */
void lt_find_institutions(lt_facts *f);

/* Joins who holds a post of the same institution. */
void lt_join_institutions(lt_facts *f);

/* Einsatzleiter Otto Grothe is of no shop: he is of a kind of institution that the body is not of. */
bool lt_is_of_another_kind(const lt_facts *f, uint32_t m, uint32_t body);

#endif
