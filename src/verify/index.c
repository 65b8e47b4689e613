#include "verify/index.h"

#include <stdlib.h>

enum {
    FILTER_BITS = 1 << 20,
    FEW_WORDS = 3, /* of a quotation: then each of its words is indexed */
    LONG_WORD = 4  /* letters: of a longer quotation those from here on are indexed */
};

static uint64_t mix(uint64_t h)
{
    h ^= h >> 32;
    h *= UINT64_C(0xD6E8FEB86659FD93);
    h ^= h >> 32;
    return h;
}

static uint64_t pair_key(uint64_t a, uint64_t b) { return mix(a * UINT64_C(0x9FB21C651E98DF25) + b + 1); }

static uint64_t word_key(uint64_t stem) { return mix(stem ^ UINT64_C(0x5851F42D4C957F2D)); }

typedef struct { uint64_t key; lt_posting p; } filed;

static int by_key(const void *x, const void *y)
{
    const filed *a = x, *b = y;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    if (a->p.item != b->p.item)
        return a->p.item < b->p.item ? -1 : 1;
    return a->p.word > b->p.word ? -1 : a->p.word < b->p.word; /* later words first, as index.h has it */
}

static uint32_t keys_of(const lt_quoted *q, uint32_t item, filed *out)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < q->count; i++) {
        const lt_qword *w = &q->words[i];
        if (w->inserted)
            continue;
        if (q->count <= FEW_WORDS || w->word.letters >= LONG_WORD)
            out[n++] = (filed){word_key(w->word.stem), {item, i, false}};
        if (i + 1 < q->count && !w->amended && !q->words[i + 1].amended && !q->words[i + 1].gap)
            out[n++] = (filed){pair_key(w->word.hash, q->words[i + 1].word.hash), {item, i, true}};
    }
    return n;
}

/* A word that many quotations have says little of each, and would cost as many steps: only pairs count. */
static bool is_frequent(const lt_quoteds *quoteds, const filed *at, uint32_t count)
{
    return !at->p.pair && count > 16 + quoteds->count / 16 && quoteds->at[at->p.item].count > FEW_WORDS;
}

int lt_index_build(lt_quoted_index *x, const lt_quoteds *quoteds, lt_arena *arena)
{
    size_t total = 0;
    for (uint32_t i = 0; i < quoteds->count; i++)
        total += 2 * (size_t)quoteds->at[i].count;
    filed *all = malloc((total + 1) * sizeof *all);
    uint32_t n = 0, slots = 16, kept = 0;
    while (slots < 2 * total)
        slots *= 2;
    x->slots = lt_arena_alloc(arena, slots * sizeof *x->slots);
    x->postings = lt_arena_alloc(arena, (total + 1) * sizeof *x->postings);
    x->filter = lt_arena_alloc(arena, FILTER_BITS / 8);
    if (!all || arena->failed) {
        free(all);
        return -1;
    }
    x->mask = slots - 1;
    for (uint32_t i = 0; i < quoteds->count; i++)
        n += keys_of(&quoteds->at[i], i, all + n);
    qsort(all, n, sizeof *all, by_key);
    for (uint32_t i = 0, k; i < n; i = k) {
        for (k = i + 1; k < n && all[k].key == all[i].key;)
            k++;
        uint32_t slot = (uint32_t)all[i].key & x->mask, first = kept;
        for (uint32_t j = i; j < k; j++)
            if (!is_frequent(quoteds, &all[j], k - i))
                x->postings[kept++] = all[j].p;
        if (kept == first)
            continue;
        while (x->slots[slot].count)
            slot = (slot + 1) & x->mask;
        x->slots[slot] = (lt_postings){all[i].key, first, kept - first};
        uint32_t bit = (uint32_t)(all[i].key >> 40) % FILTER_BITS;
        x->filter[bit / 64] |= UINT64_C(1) << bit % 64;
    }
    free(all);
    return 0;
}

static const lt_postings *look_up(const lt_quoted_index *x, uint64_t key)
{
    uint32_t bit = (uint32_t)(key >> 40) % FILTER_BITS;
    if (!(x->filter[bit / 64] >> bit % 64 & 1))
        return NULL;
    for (uint32_t slot = (uint32_t)key & x->mask; x->slots[slot].count; slot = (slot + 1) & x->mask)
        if (x->slots[slot].key == key)
            return &x->slots[slot];
    return NULL;
}

const lt_postings *lt_index_word(const lt_quoted_index *x, uint64_t stem) { return look_up(x, word_key(stem)); }

const lt_postings *lt_index_pair(const lt_quoted_index *x, uint64_t a, uint64_t b) { return look_up(x, pair_key(a, b)); }
