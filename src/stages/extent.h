/* What a clause reports, and whose words it is: used by rules and by later stages. */
#ifndef LT_EXTENT_H
#define LT_EXTENT_H

#include "document.h"

/* The tokens of the content that begins with the clause: the clause, the clauses that depend on
 * it and those that carry it on, up to where the clause around it comes back. Ordered and
 * disjoint; lives as long as the document. */
lt_ranges lt_extent(lt_document *d, uint32_t clause);

/* What a deed is told in: the clause with the clauses inside it and those behind it that depend on it: Der Verein
 * lehnt eine Steuer ab, die nur Arme trifft. But not what goes on from it: …, was niemand bestreitet. */
lt_ranges lt_deed(lt_document *d, uint32_t clause);

/* What a phrase at `token` is said about (laut X, nach Angaben von X): the smallest finite clause
 * around it with the clauses that depend on it; for a main clause from the sentence's start, or
 * from where the clause before it ends. */
lt_ranges lt_scope(lt_document *d, uint32_t token);

/* The sentence from a token to its end, or to a report that closes it: …, sagte Ada Brandt. */
lt_range lt_rest(const lt_document *d, uint32_t token);

/* What stands in front of the frame that begins at `token`: Der Steg sei morsch, erklärte X. The tokens from
 * the sentence's start, or from behind a colon if only what follows it is in the subjunctive: Die Stadt
 * wehrt sich: Der Steg sei sicher, erklärte X. */
lt_range lt_fronted(const lt_document *d, uint32_t token);

/* The mention that speaks in a reporting clause (subject, or agent of a passive), or LAUT_NONE. */
uint32_t lt_speaker(const lt_document *d, uint32_t clause);

/* The mention that a relative pronoun stands for: the last one in front of it that agrees in number
 * and gender (eine Erklärung des Amtes, in der); LAUT_NONE where there is none. */
uint32_t lt_antecedent(const lt_document *d, uint32_t pronoun);

/* Whose the possessive is: the owner's cell in lex/possessives.tsv, or "" where the token is none. */
const char *lt_possessive_owner(const lt_document *d, uint32_t token);

/* Dessen Anwalt, nach deren Angaben: the features of a genitive that points to who was named; or 0. */
uint64_t lt_pointing(const lt_document *d, uint32_t token);

/* Davon ist die Rede: the noun is a part of the verb, and no paper (but: gab eine Stellungnahme ab). */
bool lt_is_part_of_verb(const lt_document *d, const lt_mention *m);

/* Harms’ Kollegin: the token is the apostrophe of a genitive, and no mark of a quotation. */
bool lt_is_apostrophe(const lt_document *d, uint32_t token);

#endif
