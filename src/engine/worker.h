/* What one thread keeps from document to document: memory, ICU and PCRE2 objects, and the readings
 * of words that it met before. Nothing in it changes what comes out. */
#ifndef LT_WORKER_H
#define LT_WORKER_H

#include "base/arena.h"
#include "document.h"
#include "engine/matcher.h"
#include "engine/morphology.h"

struct UBreakIterator;

/* The readings of words, by form and flags. */
typedef struct lt_memo lt_memo;

struct laut_worker {
    const laut_engine *engine;
    lt_pool pool;
    struct UBreakIterator *word_breaks;
    struct lt_machine *machine;
    lt_regex_room *room;
    lt_memo *memo;
};

/* A word as it is looked up. Of the flags those count that readings hang on: LT_CAPITAL,
 * LT_PARA_BEFORE. */
typedef struct {
    const char *folded;
    size_t size;
    uint32_t hash;
    uint8_t flags;
} lt_key;

lt_key lt_key_of(const char *folded, size_t size, uint8_t flags);

/* The word will be wanted soon: lets the memory come near, first its place in the table and, a few words
 * later, what stands there. Each is a wait as long as a hundred instructions. `worker` may be NULL. */
void lt_fetch_place(const struct laut_worker *worker, lt_key key);
void lt_fetch_word(const struct laut_worker *worker, lt_key key);

/* What is known of a word. */
typedef struct {
    lt_word form;
    bool begins_name;
    uint32_t count;
    lt_summary sum;
    const lt_reading *readings;
} lt_known;

/* What lt_analyse() and others say of it, from memory where the worker has met the word. `worker` may
 * be NULL. The readings live until the next call with the same worker, or stand in `room`. */
lt_known lt_recall(struct laut_worker *worker, const laut_engine *engine, lt_key key,
                   lt_reading room[LT_MAX_READINGS]);

#endif
