#include "engine/vocabulary.h"

#include <string.h>

/* FNV-1a, 32 bit. */
static uint32_t hash(const char *text, size_t size)
{
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < size; i++)
        h = (h ^ (unsigned char)text[i]) * 16777619u;
    return h;
}

static uint32_t *slot(const lt_vocabulary *v, const char *text, size_t size)
{
    uint32_t mask = v->slot_count - 1;
    for (uint32_t i = hash(text, size) & mask;; i = (i + 1) & mask) {
        uint32_t w = v->slots[i];
        if (w == LT_NO_WORD ||
            (v->words.at[w].size == size && memcmp(v->words.at[w].text, text, size) == 0))
            return &v->slots[i];
    }
}

static bool rehash(lt_vocabulary *v, uint32_t count)
{
    uint32_t *fresh = lt_arena_alloc(v->arena, count * sizeof *fresh);
    if (!fresh)
        return false;
    v->slots = fresh;
    v->slot_count = count;
    for (uint32_t w = 1; w < v->words.count; w++)
        *slot(v, v->words.at[w].text, v->words.at[w].size) = w;
    return true;
}

bool lt_vocabulary_init(lt_vocabulary *v, lt_arena *arena)
{
    *v = (lt_vocabulary){.arena = arena};
    return lt_push(arena, &v->words) && rehash(v, 1 << 15);
}

lt_word lt_intern(lt_vocabulary *v, const char *text, size_t size)
{
    uint32_t *s = slot(v, text, size);
    if (*s)
        return *s;
    if (v->words.count * 2 >= v->slot_count) {
        if (!rehash(v, v->slot_count * 2))
            return LT_NO_WORD;
        s = slot(v, text, size);
    }
    lt_vocable *w = lt_push(v->arena, &v->words);
    if (!w)
        return LT_NO_WORD;
    w->text = lt_arena_copy(v->arena, text, size);
    w->size = (uint32_t)size;
    if (!w->text)
        return LT_NO_WORD;
    return *s = v->words.count - 1;
}

lt_word lt_find_word(const lt_vocabulary *v, const char *text, size_t size)
{
    return *slot(v, text, size);
}
