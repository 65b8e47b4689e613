/* What a single word can be in a phrase: a noun and of what kind, a surname of this text, a part of a name.
 *
 * Agreement is kept as one bit for each pair of case and gender or plural: `der` is nominative
 * masculine, or genitive or dative feminine, or genitive plural, and nothing between.
 *
 * The inline functions have short names, for the conditions are full of them: only the files of the mentions
 * (mentions.c) include this.
 */
#ifndef LT_NOUNS_H
#define LT_NOUNS_H

#include "document.h"
#include "engine/summary.h"

enum { NOM, GEN, DAT, ACC };
#define CASE(c) ((lt_agreement)(0xF << (c) * 4))
#define PLURAL ((lt_agreement)0x8888)
#define NEUTER ((lt_agreement)0x4444)
#define ALL ((lt_agreement)0xFFFF)

/* The cases, genders and numbers of an agreement as features. */
uint64_t lt_features_of(lt_agreement a);

/* ---------------------------------------------------------------- readings */

/* Reading `k` of token `i`. */
static inline const lt_reading *reading(const lt_document *d, uint32_t i, uint32_t k)
{
    return &d->readings.at[d->tokens.at[i].first_reading + k];
}

/* Whether a reading of the token has the category. */
static inline bool is(const lt_document *d, uint32_t i, lt_category category) { return lt_is(d, i, category); }

/* What its readings of the category agree with; 0 where there are none. */
static inline lt_agreement of_category(const lt_document *d, uint32_t i, lt_category category)
{
    lt_agreement a = 0;
    for (uint32_t k = 0; is(d, i, category) && k < d->tokens.at[i].reading_count; k++)
        if (reading(d, i, k)->category == category)
            a |= lt_agreement_of(reading(d, i, k)->features);
    return a;
}

static inline bool capital_word(const lt_document *d, uint32_t i)
{
    return d->tokens.at[i].kind == LT_WORD && d->tokens.at[i].flags & LT_CAPITAL;
}

static inline bool noun_word(const lt_document *d, uint32_t i)
{
    return capital_word(d, i) && (is(d, i, LT_NOUN) || is(d, i, LT_NAME));
}

/* wie, als; but not sowie */
bool lt_compares(const lt_document *d, uint32_t i);

/* im, am, vom: preposition and article */
bool lt_is_contracted(const lt_document *d, uint32_t i);

/* der Zeitung zufolge: a preposition that only stands behind */
bool lt_is_postposition(const lt_document *d, uint32_t i);

/* The address of a site: a full stop between letters (beispiel.de). */
bool lt_is_address(const lt_document *d, uint32_t i);

/* elbfan72: what somebody calls himself somewhere. */
bool lt_is_handle(const lt_document *d, uint32_t i);

/* ---------------------------------------------------------------- nouns */

/* The reading of a noun that says most about its party: fills type, entry and lemma of `m`, which stay as they are where
 * the token is no noun. */
void lt_head_entry(const lt_document *d, uint32_t i, lt_mention *m);

/* The same by the readings that agree with what stands in front (ihre erste Premiere: no Premier); whether there is one. */
bool lt_agreeing_entry(const lt_document *d, uint32_t token, lt_agreement all, lt_mention *m);

/* A noun that is nobody: Hafen, but not Bürger. */
bool lt_is_thing(const lt_document *d, uint32_t i);

/* Radio, Zeitung */
bool lt_is_medium_word(const lt_document *d, uint32_t i);

/* Professor, Direktor: a noun that stands directly before a name. */
bool lt_is_title_noun(const lt_document *d, uint32_t i);

/* What a firm is: Versicherung, Bank. */
bool lt_is_company(const lt_document *d, uint32_t i);

/* Marholz, Mühlberg: whether the token is more than the noun `lemma` that it ends with, which is among the words of the table. */
bool lt_has_tail(const lt_document *d, uint32_t token, lt_word lemma, const char *table);

/* die Gewerkschaft Metallunion: whether the tokens behind the noun of `m` are a compound that says once more that it is a body,
 * and so its name by itself. */
bool lt_is_body_by_itself(const lt_document *d, const lt_mention *m, uint32_t first, uint32_t last);

/* ---------------------------------------------------------------- surnames of this text */

/* Finds what stands behind a given name somewhere (Vandenhecke, not a hedge): fills surnames and surname_slots, which
 * stay NULL without memory. */
void lt_collect_surnames(lt_document *d);

/* Whether the tokens are such a surname, or its genitive. */
bool lt_is_surname(const lt_document *d, uint32_t first, uint32_t last);

/* Whether the word stands behind the noun for a firm somewhere in the text: der Konzern Cordawerk. */
bool lt_is_firm_name(const lt_document *d, uint32_t i);

/* Whether the token is the genitive of such a surname and none itself: (ein Sprecher) Brandts. */
bool lt_is_surname_in_genitive(const lt_document *d, uint32_t i);

/* ---------------------------------------------------------------- parts of names */

/* What a token can be in a name: found once, asked for from each place where a phrase might begin. */
enum {
    PARTICLE = 1, /* inside a name: von, al */
    SURNAME = 2,
    GIVEN = 4,    /* a given name that a lexicon has */
    NAMELIKE = 8, /* may be part of a personal name: unknown to the lexica, or a given name */
    SOLID = 16,   /* a noun for sure: in a lexicon, or by an ending that makes nothing else */
    BEGINS = 32   /* a phrase may begin with it */
};

/* Fills the traits of all tokens, which stay NULL without memory. The surnames must be known. */
void lt_find_word_traits(lt_document *d);

static inline bool trait(const lt_document *d, uint32_t i, uint8_t which) { return (d->traits[i] & which) != 0; }

static inline bool surname(const lt_document *d, uint32_t i) { return trait(d, i, SURNAME); }

/* von, al */
static inline bool particle_word(const lt_document *d, uint32_t i) { return trait(d, i, PARTICLE); }

static inline bool namelike(const lt_document *d, uint32_t i) { return trait(d, i, NAMELIKE); }

static inline bool solid_noun(const lt_document *d, uint32_t i) { return trait(d, i, SOLID); }

/* Only the end of the word is in a lexicon. */
static inline bool compound(const lt_document *d, uint32_t i)
{
    return !d->tokens.at[i].sum.lexical;
}

/* A given name that a lexicon has. */
static inline bool given_name(const lt_document *d, uint32_t i) { return trait(d, i, GIVEN); }

#endif
