#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

struct lt_block {
    lt_block *next;
    size_t used, size;
    max_align_t data[];
};

enum { BLOCK = 64 * 1024 };

void *lt_arena_alloc(lt_arena *arena, size_t size)
{
    if (arena->failed)
        return NULL;
    size_t align = sizeof(max_align_t);
    size = (size + align - 1) / align * align;
    lt_block *b = arena->head;
    if (!b || b->size - b->used < size) {
        size_t room = size > BLOCK / 4 ? size : BLOCK;
        lt_block *fresh = malloc(sizeof *fresh + room);
        if (!fresh) {
            arena->failed = true;
            return NULL;
        }
        fresh->used = 0;
        fresh->size = room;
        /* A large piece gets a block of its own behind the head, so that the rest of the
         * head's block stays in use. */
        if (b && room == size) {
            fresh->next = b->next;
            b->next = fresh;
        } else {
            fresh->next = b;
            arena->head = fresh;
        }
        b = fresh;
    }
    void *p = (char *)b->data + b->used;
    b->used += size;
    return memset(p, 0, size);
}

char *lt_arena_copy(lt_arena *arena, const char *text, size_t size)
{
    char *p = lt_arena_alloc(arena, size + 1);
    if (p && size)
        memcpy(p, text, size);
    return p;
}

void lt_arena_free(lt_arena *arena)
{
    for (lt_block *b = arena->head; b;) {
        lt_block *next = b->next;
        free(b);
        b = next;
    }
    *arena = (lt_arena){0};
}

bool lt_vec_grow(lt_arena *arena, void **at, uint32_t *room, uint32_t count, size_t size)
{
    uint32_t wanted = *room ? *room * 2 : 16;
    void *fresh = lt_arena_alloc(arena, wanted * size);
    if (!fresh)
        return false;
    if (count)
        memcpy(fresh, *at, count * size);
    *at = fresh;
    *room = wanted;
    return true;
}
