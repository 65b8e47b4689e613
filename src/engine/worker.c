#include "engine/worker.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>

#include "engine/engine.h"

/* ---------------------------------------------------------------- words met before */

/* A table of hashes, and behind it what they stand for, word and readings side by side:
 *
 *     table   | hash, at | hash, at | …          room   | size flags count form | word | readings | …
 *
 * When one of them is full, all is forgotten: the common words are soon there again. */
enum { PLACES = 1 << 16, MOST = PLACES / 2, ROOM = 7 << 19, LONGEST = 63 };

typedef struct {
    lt_word form;
    uint8_t size, flags, count;
} remembered;

struct lt_memo {
    struct { uint32_t hash, at; } table[PLACES]; /* at: byte of the room + 1; 0: empty */
    uint32_t count, used;
    _Alignas(lt_reading) char room[ROOM];
};

static size_t aligned(size_t n) { return (n + sizeof(uint64_t) - 1) / sizeof(uint64_t) * sizeof(uint64_t); }

static lt_reading *readings_of(remembered *r)
{
    return (lt_reading *)((char *)r + aligned(sizeof *r + r->size));
}

static void remember(lt_memo *m, uint32_t place, uint32_t hash, remembered head, const char *folded,
                     const lt_reading *readings)
{
    size_t size = aligned(sizeof head + head.size) + head.count * sizeof *readings;
    if (m->count == MOST || m->used + size > ROOM) {
        memset(m->table, 0, sizeof m->table);
        m->count = m->used = 0;
        place = hash % PLACES;
    }
    remembered *r = (remembered *)(m->room + m->used);
    *r = head;
    memcpy(r + 1, folded, head.size);
    memcpy(readings_of(r), readings, head.count * sizeof *readings);
    m->table[place].hash = hash;
    m->table[place].at = m->used + 1;
    m->used += (uint32_t)size;
    m->count++;
}

uint32_t lt_remembered(laut_worker *worker, const laut_engine *engine, const char *folded,
                       size_t size, uint8_t flags, lt_word *form, lt_reading out[LT_MAX_READINGS])
{
    if (!worker || !size || size > LONGEST) {
        *form = lt_find_word(&engine->vocabulary, folded, size);
        return lt_analyse(engine, folded, size, flags, out);
    }
    lt_memo *m = worker->memo;
    uint32_t hash = 2166136261u ^ flags; /* FNV-1a */
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ (unsigned char)folded[i]) * 16777619u;
    uint32_t place = hash % PLACES;
    for (; m->table[place].at; place = (place + 1) % PLACES) {
        if (m->table[place].hash != hash)
            continue;
        remembered *r = (remembered *)(m->room + m->table[place].at - 1);
        if (r->size != size || r->flags != flags || memcmp(r + 1, folded, size) != 0)
            continue;
        memcpy(out, readings_of(r), r->count * sizeof *out);
        *form = r->form;
        return r->count;
    }
    uint32_t n = lt_analyse(engine, folded, size, flags, out);
    *form = lt_find_word(&engine->vocabulary, folded, size);
    remember(m, place, hash, (remembered){*form, (uint8_t)size, flags, (uint8_t)n}, folded, out);
    return n;
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
