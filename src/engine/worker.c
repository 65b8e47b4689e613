#include "engine/worker.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>

#include "engine/engine.h"

/* ---------------------------------------------------------------- words met before */

enum { PLACES = 1 << 14, KEY = 31, KEPT = 8 };

typedef struct {
    uint8_t size, flags, count; /* size 0: empty */
    char key[KEY];
    lt_word form;
    lt_reading readings[KEPT];
} remembered;

struct lt_memo {
    remembered at[PLACES];
};

uint32_t lt_remembered(laut_worker *worker, const laut_engine *engine, const char *folded,
                       size_t size, uint8_t flags, lt_word *form, lt_reading out[LT_MAX_READINGS])
{
    if (!worker || !size || size > KEY) {
        *form = lt_find_word(&engine->vocabulary, folded, size);
        return lt_analyse(engine, folded, size, flags, out);
    }
    uint32_t h = 2166136261u ^ flags; /* FNV-1a */
    for (size_t i = 0; i < size; i++)
        h = (h ^ (unsigned char)folded[i]) * 16777619u;
    remembered *r = &worker->memo->at[(h ^ h >> 14) % PLACES];
    if (r->size == size && r->flags == flags && memcmp(r->key, folded, size) == 0) {
        memcpy(out, r->readings, r->count * sizeof *out);
        *form = r->form;
        return r->count;
    }
    uint32_t n = lt_analyse(engine, folded, size, flags, out);
    *form = lt_find_word(&engine->vocabulary, folded, size);
    if (n <= KEPT) {
        r->size = (uint8_t)size;
        r->flags = flags;
        r->count = (uint8_t)n;
        r->form = *form;
        memcpy(r->key, folded, size);
        memcpy(r->readings, out, n * sizeof *out);
    }
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
    w->word_breaks = ubrk_clone(engine->word_breaks, &status);
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
