/* Proper names: where one begins and ends. Each of these looks at the tokens in front of `end` that belong to the clause. */
#ifndef LT_PROPERNAMES_H
#define LT_PROPERNAMES_H

#include "stages/phrases.h"

/* ---------------------------------------------------------------- in quotation marks */

/* A quotation that is a name or title and begins at token i; or NULL. */
const lt_quote *lt_quoted_name(const lt_chunker *x, uint32_t i, uint32_t end);

/* The same of a single word, which may have a small letter: das Magazin „netzblick“. */
const lt_quote *lt_quoted_word(const lt_chunker *x, uint32_t i, uint32_t end);

/* The subject of a verb of reporting, by its place: wie „nordpost online“ am Abend meldet, …;
 * „nordpost online“ berichtet, … */
bool lt_is_reporting_name(const lt_chunker *x, const lt_quote *q);

/* ---------------------------------------------------------------- of persons */

/* A particle inside a name (von, van, al-): small, between two names. */
bool lt_is_name_particle(const lt_chunker *x, uint32_t i, uint32_t end);

/* von der Heide, where the text has Ada von der Heide: the tokens of a surname with its particles, or 0. */
uint32_t lt_surname_with_particle(const lt_document *d, uint32_t i, uint32_t end);

/* Personal name from token i on: given names, particles, surname. Returns its end. `office`: behind one. */
uint32_t lt_personal_name(const lt_chunker *x, uint32_t i, uint32_t end, bool office);

/* The first token of a personal name behind its titles: Prof. Dr. Ada Brandt. */
uint32_t lt_behind_titles(const lt_document *d, uint32_t first, uint32_t last);

/* ---------------------------------------------------------------- of firms */

/* The legal form of a company: GmbH, AG. */
bool lt_is_legal_form(const lt_document *d, uint32_t i);

/* Where the legal form of a firm stands behind the words from i on, which are its name, or LAUT_NONE: (Halm)
 * Maschinenbau GmbH, (Grothe) & Söhne KG. */
uint32_t lt_form_behind(const lt_chunker *x, uint32_t i, uint32_t end);

/* ---------------------------------------------------------------- in front of a noun */

/* How many words the name in the genitive has that stands in front of a noun: Grothes Sprecher, New
 * Yorks Bürgermeister, Berlins frühere Bürgermeisterin; 0 if none. */
uint32_t lt_owner_in_front(const lt_chunker *x, uint32_t i, uint32_t end);

/* (die) Tannroder Zeitung, Heidjer Landblatt: a form of a town, which is not declined, before what a paper is called. */
bool lt_is_town_paper(const lt_chunker *x, uint32_t i, uint32_t end);

#endif
