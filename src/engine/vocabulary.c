#include "engine/vocabulary.h"

#include <string.h>

#include "base/hash.h"

/* The place of the word, or the empty one where it would be. The hash stands in the table: most
 * look-ups are of words that are not there, and need not touch those that are. */
static lt_slot *slot(const lt_vocabulary *v, const char *text, size_t size, uint32_t h)
{
    uint32_t mask = v->slot_count - 1;
    for (uint32_t i = h & mask;; i = (i + 1) & mask) {
        lt_slot *s = &v->slots[i];
        if (s->word == LT_NO_WORD || (s->hash == h && v->words.at[s->word].size == size &&
                                      memcmp(v->words.at[s->word].text, text, size) == 0))
            return s;
    }
}

static bool rehash(lt_vocabulary *v, uint32_t count)
{
    lt_slot *fresh = lt_arena_alloc(v->arena, count * sizeof *fresh), *old = v->slots;
    uint32_t old_count = v->slot_count;
    if (!fresh)
        return false;
    v->slots = fresh;
    v->slot_count = count;
    for (uint32_t i = 0; i < old_count; i++) {
        uint32_t at = old[i].hash & (count - 1);
        if (old[i].word == LT_NO_WORD)
            continue;
        while (fresh[at].word != LT_NO_WORD)
            at = (at + 1) & (count - 1);
        fresh[at] = old[i];
    }
    return true;
}

/* How many words the table holds before it grows. */
static uint32_t most_words(const lt_vocabulary *v)
{
    return v->slot_count / 4 * 3;
}

/* One bit for each hash: most look-ups are of words that are not there, and this fits into a cache
 * that the table does not fit into. */
enum { FILTER = 1 << 20 };

static bool may_be_there(const lt_vocabulary *v, uint32_t h)
{
    return v->filter[h % FILTER / 64] >> (h % 64) & 1;
}

bool lt_vocabulary_init(lt_vocabulary *v, lt_arena *arena)
{
    *v = (lt_vocabulary){.arena = arena};
    v->filter = lt_arena_alloc(arena, FILTER / 8);
    return v->filter && rehash(v, 1 << 17) && lt_reserve(arena, &v->words, 1 << 16) && lt_push(arena, &v->words);
}

lt_word lt_intern(lt_vocabulary *v, const char *text, size_t size)
{
    uint32_t h = lt_hash(text, size);
    lt_slot *s = slot(v, text, size, h);
    if (s->word) {
        v->words.at[s->word].lexical |= v->lexical;
        return s->word;
    }
    if (v->words.count >= most_words(v)) {
        if (!rehash(v, v->slot_count * 2))
            return LT_NO_WORD;
        s = slot(v, text, size, h);
    }
    lt_vocable *w = lt_push(v->arena, &v->words);
    if (!w)
        return LT_NO_WORD;
    w->text = lt_arena_copy(v->arena, text, size);
    w->size = (uint32_t)size;
    w->lexical = v->lexical;
    if (!w->text)
        return LT_NO_WORD;
    *s = (lt_slot){h, v->words.count - 1};
    v->filter[h % FILTER / 64] |= UINT64_C(1) << (h % 64);
    return s->word;
}

lt_word lt_find_word(const lt_vocabulary *v, const char *text, size_t size)
{
    uint32_t h = lt_hash(text, size);
    return may_be_there(v, h) ? slot(v, text, size, h)->word : LT_NO_WORD;
}

lt_listing *lt_list(lt_vocabulary *v, lt_word w)
{
    while (w >= v->lists.count)
        if (!lt_push(v->arena, &v->lists))
            return NULL;
    return &v->lists.at[w];
}

uint16_t lt_mark(lt_vocabulary *v, lt_word w)
{
    lt_listing *l = lt_list(v, w);
    if (l && !l->mark)
        l->mark = (uint16_t)(1 + v->marks++ % UINT16_MAX);
    return l ? l->mark : 0;
}
