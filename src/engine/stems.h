/* What falls off a word to leave the stem of a verb (lex/stem-endings.tsv), read once. */
#ifndef LT_STEMS_H
#define LT_STEMS_H

#include <stddef.h>
#include <stdint.h>

struct laut_engine;

typedef enum { LT_STEM_NOUN = 1, LT_STEM_LEMMA = 2, LT_STEM_FORM = 4, LT_STEM_TENSE = 8, LT_STEM_PARTICIPLE = 16, LT_STEM_PRESENT = 32, LT_STEM_NEGATION = 64 } lt_stem_kind;

enum { LT_MAX_STEM_ENDINGS = 32 };

typedef struct {
    struct { const char *text; size_t size; unsigned kinds; /* lt_stem_kind, several */ } at[LT_MAX_STEM_ENDINGS];
    uint32_t count;
    const char *negation;   /* what denies it in front of its stem: unbezahlt; or "" */
    const char *participle; /* what a participle has in front of its stem; "" where the table has none */
} lt_stems;

/* Fills engine->stems from its tables; of a longer table the first rows. */
void lt_load_stems(struct laut_engine *engine);

/* Bytes of the first ending of the kind that the word has behind a stem of four bytes or more; 0 if it has none. */
size_t lt_stem_ending(const struct laut_engine *engine, lt_stem_kind kind, const char *text, size_t size);

#endif
