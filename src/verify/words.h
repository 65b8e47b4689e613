/* Words as `laut verify` compares them, and the typography that does not count.
 *
 * A word is a run of letters and digits in lower case, composed (NFKC), without what can not be
 * seen; ß stays ß, so that „in Maßen“ is not „in Massen“. Hyphens part it: Bus-Bahnhof is two words,
 * which the alignment takes for the one word Busbahnhof. A number is one word whatever stands between
 * the groups of its digits: 1.000 is 1 000. What is typography is data: rules/de/lex/typography.tsv.
 */
#ifndef LT_WORDS_H
#define LT_WORDS_H

#include <stdbool.h>
#include <stdint.h>
#include <unicode/umachine.h>

#include "engine/engine.h"

enum { /* classes of a character; 0: letter, digit, white space or a word by itself */
    LT_IS_QUOTE = 1, LT_IS_APOSTROPHE = 2, LT_IS_HYPHEN = 4, LT_IS_DASH = 8, LT_IS_INVISIBLE = 16,
    LT_IS_BLANK = 32, LT_IS_PUNCTUATION = 64, LT_IS_QUESTION = 128, LT_IS_JOINER = 256,
    LT_IS_GROUP = 512, LT_IS_DECIMAL = 1024, LT_IS_OPEN = 2048, LT_IS_CLOSE = 4096
};

typedef struct { UChar32 c; uint16_t classes; } lt_listed_character;

typedef struct { UChar32 outer, inner; } lt_inner_mark;

typedef struct {
    const struct UNormalizer2 *nfkc;    /* opened here, so that later nothing can fail */
    uint16_t ascii[128];
    lt_vec(lt_listed_character) others; /* in the order of their code points */
    lt_vec(lt_inner_mark) inner;
    lt_vec(lt_piece) marks;             /* of omissions, longest first */
    lt_vec(uint64_t) alter;             /* hashes of the words that must not be left out */
} lt_typography;

/* From the tables of the engine. Fills the error and returns -1 where one is missing or wrong. */
int lt_typography_load(lt_typography *t, const laut_engine *engine, lt_arena *arena, laut_error *error);

unsigned lt_classes(const lt_typography *t, UChar32 c);

/* Whether `inner` stands for the quotation mark `outer` one level deeper. */
bool lt_is_inner_mark(const lt_typography *t, UChar32 outer, UChar32 inner);

/* The size of the mark of an omission that begins here, or 0. */
size_t lt_omission_mark(const lt_typography *t, const char *text, size_t size);

/* Whether a word alters the sense where it is left out. */
bool lt_alters(const lt_typography *t, uint64_t hash);

typedef struct {
    uint64_t hash;       /* of the folded word; see lt_hash_join() */
    uint64_t stem;       /* of its first five letters where it has six or more, else the hash */
    uint32_t begin, end; /* bytes */
    uint32_t letters;    /* code points, folded */
    bool line;           /* a line begins between the word before and this one */
} lt_vword;

/* Finds the words of a text one after the other. */
typedef struct {
    const lt_typography *typography;
    const char *text;
    uint32_t size, at;
    bool more; /* the text goes on behind `size`: words near its end wait */
    bool line; /* a line break was passed since the last word */
} lt_scanner;

enum { LT_LOOK_AHEAD = 512, LT_LONG_WORD = 4096 }; /* bytes; a longer word is cut */

/* 1 with the next word; 0 at the end, or where a word waits for more text; -1 where the byte at `at`
 * is not UTF-8. */
int lt_scan(lt_scanner *s, lt_vword *out);

/* The hash of two words written as one. */
uint64_t lt_hash_join(uint64_t a, uint64_t b, uint32_t b_letters);

#endif
