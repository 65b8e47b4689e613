/* The vocabulary: every word form and lemma that the lexica or rules name, interned as a number.
 *
 * Built while rules are loaded, read-only afterwards. Words of a text that no lexicon knows have
 * no number (LT_NO_WORD). Which lexica a word belongs to is a bit set, so that a test like
 * `lemma=$SAY` is one bit test.
 */
#ifndef LT_VOCABULARY_H
#define LT_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

typedef uint32_t lt_word; /* 0 is no word */

#define LT_NO_WORD 0
#define LT_MAX_SETS 256

typedef struct {
    const char *text; /* ends with a NUL */
    uint32_t size;
    bool lexical; /* a lexicon has it; otherwise rules only look for it */
} lt_vocable;

/* How rules look for a word: by name, or in lists. */
typedef struct {
    uint16_t mark; /* lt_mark(), or 0 */
    uint64_t sets[LT_MAX_SETS / 64];
} lt_listing;

typedef struct { uint32_t hash; lt_word word; } lt_slot;

typedef struct {
    lt_arena *arena;
    lt_vec(lt_vocable) words; /* words.at[0] is unused */
    lt_vec(lt_listing) lists; /* of the words up to the last that has one */
    lt_slot *slots;           /* open addressing, power of two */
    uint32_t slot_count;
    uint64_t *filter;         /* bits of the hashes of all words */
    uint32_t marks;           /* given so far */
    bool lexical;             /* what is interned now comes from a lexicon */
} lt_vocabulary;

bool lt_vocabulary_init(lt_vocabulary *v, lt_arena *arena);

/* The number of the word, added if it is new; LT_NO_WORD if memory ran out. */
lt_word lt_intern(lt_vocabulary *v, const char *text, size_t size);

/* The number of the word, or LT_NO_WORD. */
lt_word lt_find_word(const lt_vocabulary *v, const char *text, size_t size);

/* The word's listing, for changing it. NULL if memory ran out. Used while rules are loaded. */
lt_listing *lt_list(lt_vocabulary *v, lt_word w);

/* The word's number among the few that rules look for by name, which it gets at the first call; from 1
 * on. Their bits fit where those of the whole vocabulary would not. 0 if memory ran out. Used while rules
 * are loaded. */
uint16_t lt_mark(lt_vocabulary *v, lt_word w);

/* Whether the word may have a listing. Rules are read before the large lexica, so that most words
 * of a text need not be looked at. */
static inline bool lt_is_listed(const lt_vocabulary *v, lt_word w)
{
    return w != LT_NO_WORD && w < v->lists.count;
}

static inline bool lt_in_set(const lt_vocabulary *v, lt_word w, unsigned set)
{
    return lt_is_listed(v, w) && (v->lists.at[w].sets[set / 64] >> (set % 64) & 1);
}

#endif
