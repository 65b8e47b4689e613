#include "engine/worker.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>

#include "base/hash.h"
#include "engine/engine.h"
#include "engine/names.h"
#include "engine/summary.h"

/* ---------------------------------------------------------------- words met before */

/* A table of places, and behind it what stands there, word and readings side by side:
 *
 *     table   | hash at | hash at | …          room   | form size flags count | word | readings | …
 *
 * There are two of them. When one is full, it becomes the older one, and what the older one was before
 * is forgotten; a word that is met again moves into the younger one. So the common words stay, and the
 * rare ones, of which a language has no end, make room for each other. */
enum { PLACES = 1 << 16, MOST = PLACES / 2, ROOM = 7 << 19, LONGEST = 63 };

typedef struct {
    lt_word form;
    uint8_t size, flags, count;
    bool begins_name;
    lt_summary sum;
} remembered;

typedef struct {
    uint32_t table[PLACES]; /* AT bits: where in the room, in units of eight bytes, + 1; the others: of
                               the hash; 0: empty */
    uint32_t count, used;
    _Alignas(lt_reading) char room[ROOM];
} generation;

struct lt_memo {
    generation halves[2];
    uint32_t young; /* which of them */
};

static size_t aligned(size_t n) { return (n + sizeof(uint64_t) - 1) / sizeof(uint64_t) * sizeof(uint64_t); }

enum { AT = (1 << 19) - 1 };
_Static_assert(ROOM / 8 < AT, "a place in the room fits into its bits");

static remembered *in_room(generation *g, uint32_t place)
{
    return (remembered *)(g->room + ((g->table[place] & AT) - 1) * sizeof(uint64_t));
}

static lt_reading *readings_of(remembered *r)
{
    return (lt_reading *)((char *)r + aligned(sizeof *r + r->size));
}

/* The place of the word, or the empty one where it would be. */
static uint32_t place_of(generation *g, const lt_key *key)
{
    uint32_t place = key->hash % PLACES;
    for (; g->table[place]; place = (place + 1) % PLACES) {
        if ((g->table[place] ^ key->hash) & ~(uint32_t)AT)
            continue;
        const remembered *r = in_room(g, place);
        if (r->size == key->size && r->flags == key->flags &&
            memcmp(r + 1, key->folded, key->size) == 0)
            break;
    }
    return place;
}

static remembered *remember(lt_memo *m, const lt_key *key, remembered head, const lt_reading *readings)
{
    generation *g = &m->halves[m->young];
    size_t size = aligned(sizeof head + head.size) + head.count * sizeof *readings;
    if (g->count == MOST || g->used + size > ROOM) {
        m->young ^= 1;
        g = &m->halves[m->young];
        memset(g->table, 0, sizeof g->table);
        g->count = g->used = 0;
    }
    remembered *r = (remembered *)(g->room + g->used);
    *r = head;
    memcpy(r + 1, key->folded, head.size);
    memcpy(readings_of(r), readings, head.count * sizeof *readings);
    g->table[place_of(g, key)] = (key->hash & ~(uint32_t)AT) |
                                 (uint32_t)(g->used / sizeof(uint64_t) + 1);
    g->used += (uint32_t)size;
    g->count++;
    return r;
}

lt_key lt_key_of(const char *folded, size_t size, uint8_t flags)
{
    flags &= LT_CAPITAL | LT_PARA_BEFORE;
    return (lt_key){folded, size, lt_hash(folded, size) ^ flags, flags};
}

void lt_fetch_place(const laut_worker *worker, lt_key key)
{
    if (worker)
        __builtin_prefetch(&worker->memo->halves[worker->memo->young].table[key.hash % PLACES]);
}

void lt_fetch_word(const laut_worker *worker, lt_key key)
{
    generation *g = worker ? &worker->memo->halves[worker->memo->young] : NULL;
    if (g && g->table[key.hash % PLACES])
        __builtin_prefetch(in_room(g, key.hash % PLACES));
}

lt_known lt_recall(laut_worker *worker, const laut_engine *engine, lt_key key,
                   lt_reading room[LT_MAX_READINGS])
{
    lt_memo *m = worker && key.size && key.size <= LONGEST ? worker->memo : NULL;
    remembered *r = NULL;
    for (uint32_t k = 0; m && k < 2 && !r; k++) {
        generation *g = &m->halves[m->young ^ k];
        uint32_t place = place_of(g, &key);
        r = g->table[place] ? in_room(g, place) : NULL;
        if (r && k) { /* by way of `room`: the older half may be cleared */
            remembered head = *r;
            memcpy(room, readings_of(r), head.count * sizeof *room);
            r = remember(m, &key, head, room);
        }
    }
    if (!r) {
        remembered head = {.size = (uint8_t)key.size, .flags = key.flags,
                           .form = lt_find_word(&engine->vocabulary, key.folded, key.size),
                           .begins_name = lt_begins_name(engine, key.folded, key.size),
                           .count = (uint8_t)lt_analyse(engine, key.folded, key.size, key.flags, room)};
        head.sum = lt_summary_of(engine, head.form, false, room, head.count);
        if (!m)
            return (lt_known){head.form, head.begins_name, head.count, head.sum, room};
        r = remember(m, &key, head, room);
    }
    return (lt_known){r->form, r->begins_name, r->count, r->sum, readings_of(r)};
}

/* ---------------------------------------------------------------- life */

int laut_worker_open(laut_worker **out, const laut_engine *engine, laut_error *error)
{
    laut_error ignored;
    if (!error)
        error = &ignored;
    memset(error, 0, sizeof *error);
    *out = NULL;
    laut_worker *w = calloc(1, sizeof *w);
    if (!w)
        return lt_out_of_memory(error);
    w->engine = engine;
    w->memo = calloc(1, sizeof *w->memo);
    w->machine = lt_machine_new();
    w->room = lt_regex_room_new();
    UErrorCode status = U_ZERO_ERROR;
    w->word_breaks = lt_open_word_breaks(engine, &status);
    if (U_FAILURE(status) && status != U_MEMORY_ALLOCATION_ERROR) {
        error->code = LAUT_ERROR_INTERNAL;
        snprintf(error->message, sizeof error->message, "ICU: %s", u_errorName(status));
        laut_worker_free(w);
        return -1;
    }
    if (!w->memo || !w->machine || !w->room || !w->word_breaks) {
        laut_worker_free(w);
        return lt_out_of_memory(error);
    }
    *out = w;
    return 0;
}

void laut_worker_free(laut_worker *w)
{
    if (!w)
        return;
    if (w->word_breaks)
        ubrk_close(w->word_breaks);
    lt_regex_room_free(w->room);
    lt_machine_free(w->machine);
    free(w->memo);
    lt_pool_free(&w->pool);
    free(w);
}
