/* German morphology: all readings of a word, from stems and endings.
 *
 * Built from rules/de/lex when the engine is opened. A verb form is taken apart into
 * (prefixes)(zu|ge)(stem)(ending); each part is looked up: an+ge+kündig+t, be+sprochen,
 * auf+zu+fordern. Nouns are looked up by their longest known end: Haushalts+politiker.
 */
#ifndef LT_MORPHOLOGY_H
#define LT_MORPHOLOGY_H

#include "document.h"
#include "engine/lexicon.h"

struct laut_engine;

int lt_morphology_build(struct laut_engine *engine, laut_errors *errors);

enum { LT_MAX_READINGS = 24 };

/* All readings of a folded word; `flags` are its token's. Returns their number. */
uint32_t lt_analyse(const struct laut_engine *engine, const char *folded, size_t size,
                    uint8_t flags, lt_reading out[LT_MAX_READINGS]);

/* The lemma of a separated verb: (an, kündigen) gives ankündigen; LT_NO_WORD if the vocabulary
 * does not hold it. */
lt_word lt_join_prefix(const struct laut_engine *engine, lt_word prefix, lt_word lemma);

/* Whether the word is a separable prefix that can stand alone. */
bool lt_is_prefix(const struct laut_engine *engine, lt_word word);

/* The nominative of an inflected adjective or noun, for showing names: with `features` of the phrase
 * (gender, number), früheren gives früherer, Verbandes gives Verband, Berichten gives Berichte. `word`
 * is as written; the result (with the case of its letters kept) goes to `out`, LT_MAX_WORD bytes. The
 * worker remembers words, or is NULL. Returns its size; where nothing better is found the word stays as it is. */
size_t lt_nominative(const struct laut_engine *engine, struct laut_worker *worker, const char *word,
                     size_t size, lt_category category, uint64_t features, char *out);

/* The genitive singular of a noun in the nominative, written into `out`; its bytes, or 0 where none is known. */
size_t lt_genitive(const struct laut_engine *engine, struct laut_worker *worker, const char *word, size_t size, uint64_t genders, char *out);

/* What an auxiliary builds (lex/auxiliaries.tsv), as bits; 0 for other verbs. */
enum { LT_BUILDS_PERFECT = 1, LT_BUILDS_PASSIVE = 2, LT_BUILDS_STATE = 4, LT_BUILDS_FUTURE = 8, LT_BUILDS_NAME = 16, LT_BUILDS_WAY = 32 };
unsigned lt_builds(const struct laut_engine *engine, lt_word lemma);

/* Whether the word links a personal name (von, al), is an abbreviated title before one (Dr.), or names
 * the agent of a passive (von, durch). */
bool lt_is_adverb(const struct laut_engine *engine, lt_word first, lt_word second); /* both together: vor allem */
bool lt_is_particle(const struct laut_engine *engine, lt_word word);
bool lt_is_title(const struct laut_engine *engine, lt_word word);
bool lt_is_agent(const struct laut_engine *engine, lt_word word);
bool lt_is_time(const struct laut_engine *engine, lt_word lemma); /* Sonntag, Nacht, Mai (lex/times.tsv, lex/months.tsv) */
/* Whether its phrase may belong to the noun in front of it, as bits (lex/attributive-prepositions.tsv); 0: it
 * may not. */
enum { LT_ATTRIBUTIVE = 1, LT_ALWAYS_ATTRIBUTIVE = 2, LT_TOPICAL = 4, LT_SEAT = 8, LT_OF_TOWNS = 16 };
unsigned lt_attributive(const struct laut_engine *engine, lt_word word);
bool lt_is_within(const struct laut_engine *engine, lt_word word); /* in der Partei, bei der Bahn */
/* It governs whom something is said to: gegenüber X; a medium or a group, vor Journalisten; who takes part
 * in a talk, im Interview mit X. */
typedef enum { LT_NO_AUDIENCE, LT_ANY_AUDIENCE, LT_PRESS_AUDIENCE, LT_TALK_AUDIENCE } lt_audience;
lt_audience lt_find_audience(const laut_engine *engine, lt_word word);

/* Feature and category names as lexica and rules write them. */
int lt_feature_named(const char *name, size_t size, uint64_t *out);
const char *lt_feature_name(unsigned bit);
const char *lt_category_name(unsigned category);

typedef enum { LT_NO_ABBREVIATION, LT_ABBREVIATION_NEVER, LT_ABBREVIATION_MAY, LT_ABBREVIATION_NAME } lt_abbreviation;

/* By lexicon; `never` ends a sentence or `may`. Blanks inside do not count. `capital`: written with a capital where no
 * sentence begins, so that none in small letters is meant (Maximilian Orth. is not orth.); `small`: without one, so that
 * of those that may end a sentence none with a capital is (so. is not So.). */
lt_abbreviation lt_find_abbreviation(const struct laut_engine *engine, const char *folded, size_t size, bool capital, bool small);
size_t lt_longest_abbreviation(const struct laut_engine *engine); /* bytes */
bool lt_is_month(const struct laut_engine *engine, const char *folded, size_t size);

#endif
