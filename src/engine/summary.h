/* What all readings of a word say together: found once for a word, and asked for at each of its tokens.
 */
#ifndef LT_SUMMARY_H
#define LT_SUMMARY_H

#include "document.h"

enum { /* lt_summary.is: what the word can be, several bits */
    IS_FIN = 1,       /* some reading is finite */
    IS_STRICT = 2,    /* and none is an infinitive, participle, adjective, noun or function word */
    IS_PARTICIPLE = 4, IS_INFINITIVE = 8, IS_ZUINF = 16, IS_ZU = 32,
    IS_SUB = 64, IS_ONLY_SUB = 128, IS_AND = 256, IS_BUT = 512, IS_REL = 1024, IS_INTERROG = 2048,
    IS_DET = 4096, IS_PREP = 8192, IS_ADJ = 16384, IS_NOUN = 32768, IS_PRON = 65536, IS_ADV = 131072,
    IS_AUX = 262144,  /* finite form of an auxiliary or modal */
    IS_QUOTE = 524288, /* no word, but a whole quotation (clauses.c) */
    IS_NUM = 1 << 20, IS_FIRST_PERSON = 1 << 21, IS_CLOSED = 1 << 22, IS_ONLY_REL = 1 << 23,
    IS_INF_SUB = 1 << 24, /* um, ohne, statt */
    IS_PROPER = 1 << 25,  /* a name, and no common noun */
    IS_HELPS = 1 << 26,   /* any form of an auxiliary or modal: worden, haben */
    IS_PARTICLE = 1 << 27, /* noch, doch, where they join nothing */
    IS_GIVEN = 1 << 28,   /* a name of the lexica */
    IS_NAMELIKE = 1 << 29, /* a name, or a noun of no lexicon */
    IS_SOLID = 1 << 30    /* a noun that is more than a guess without an ending to it */
};

/* The cases, genders and numbers among the features; all of those that are not told. Four bits for each
 * case from the nominative on: masculine, feminine, neuter, plural. */
lt_agreement lt_agreement_of(uint64_t features);

/* What the readings say of a word with that form. `number`: it is written in digits. */
lt_summary lt_summary_of(const struct laut_engine *engine, lt_word form, bool number, const lt_reading *readings,
                         uint32_t count);

#endif
