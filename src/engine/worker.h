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

/* What is known of a word. */
typedef struct {
    lt_word form;
    bool begins_name;
    uint32_t count;
    const lt_reading *readings;
} lt_known;

/* What lt_analyse() and others say of it, from memory where the worker has met the word. `worker` may
 * be NULL. The readings live until the next call with the same worker, or stand in `room`. Of the flags
 * those count that readings hang on: LT_CAPITAL, LT_PARA_BEFORE. */
lt_known lt_recall(struct laut_worker *worker, const laut_engine *engine, const char *folded,
                   size_t size, uint8_t flags, lt_reading room[LT_MAX_READINGS]);

#endif
