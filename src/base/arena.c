#define _DEFAULT_SOURCE /* madvise */
#include "base/arena.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* Under AddressSanitizer, storage that a growing array left behind may not be looked at any more. */
#ifdef __has_feature
#define LT_HAS_FEATURE(x) __has_feature(x)
#else
#define LT_HAS_FEATURE(x) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || LT_HAS_FEATURE(address_sanitizer)
#include <sanitizer/asan_interface.h>
#define FORBID(at, size) ASAN_POISON_MEMORY_REGION(at, size)
#define ALLOW(at, size) ASAN_UNPOISON_MEMORY_REGION(at, size)
#else
#define FORBID(at, size) ((void)0)
#define ALLOW(at, size) ((void)0)
#endif

struct lt_block {
    lt_block *next, *before;
    size_t used, size;
    max_align_t data[];
};

enum { BLOCK = 64 * 1024, POOLED = 64 /* blocks that a pool keeps at most */ };

static size_t usual(const lt_arena *arena)
{
    return arena->wide ? arena->wide - sizeof(lt_block) : BLOCK;
}

/* Memory on a border of huge pages, for which the system is asked. That it has none changes the time alone. */
static lt_block *wide_block(size_t size)
{
    lt_block *b = aligned_alloc(size, size);
#ifdef MADV_HUGEPAGE
    if (b)
        madvise(b, size, MADV_HUGEPAGE);
#endif
    return b;
}

static lt_block *new_block(lt_arena *arena, size_t room)
{
    lt_pool *pool = arena->pool;
    if (pool && pool->free && room == BLOCK) {
        lt_block *b = pool->free;
        pool->free = b->next;
        pool->count--;
        ALLOW(b->data, b->size);
        return b;
    }
    return arena->wide && room == usual(arena) ? wide_block(arena->wide) : malloc(sizeof(lt_block) + room);
}

static size_t rounded(size_t size)
{
    size_t align = sizeof(max_align_t);
    return (size + align - 1) / align * align;
}

static void *piece(lt_arena *arena, size_t size)
{
    if (arena->failed)
        return NULL;
    size = rounded(size);
    lt_block *b = arena->head;
    if (!b || b->size - b->used < size) {
        /* A wide block is in memory as a whole, large pieces had better share it. */
        bool alone = size > (arena->wide ? usual(arena) : BLOCK / 4);
        size_t room = alone ? size : usual(arena);
        lt_block *fresh = new_block(arena, room);
        if (!fresh) {
            arena->failed = true;
            return NULL;
        }
        fresh->used = 0;
        fresh->size = room;
        /* The block that will have less room left stands behind the head, so that the rest of the other stays
         * in use. */
        bool behind = b && room - size <= b->size - b->used;
        fresh->before = behind ? b : NULL;
        fresh->next = behind ? b->next : b;
        *(behind ? &b->next : &arena->head) = fresh;
        if (fresh->next)
            fresh->next->before = fresh;
        b = fresh;
    }
    void *p = (char *)b->data + b->used;
    b->used += size;
    return p;
}

void *lt_arena_alloc(lt_arena *arena, size_t size)
{
    void *p = piece(arena, size);
    return p ? memset(p, 0, size) : NULL;
}

char *lt_arena_copy(lt_arena *arena, const char *text, size_t size)
{
    char *p = piece(arena, size + 1);
    if (!p)
        return NULL;
    if (size)
        memcpy(p, text, size);
    p[size] = '\0';
    return p;
}

void lt_arena_free(lt_arena *arena)
{
    lt_pool *pool = arena->pool;
    for (lt_block *b = arena->head; b;) {
        lt_block *next = b->next;
        if (pool && b->size == BLOCK && pool->count < POOLED) {
            b->next = pool->free;
            pool->free = b;
            pool->count++;
        } else {
            free(b);
        }
        b = next;
    }
    *arena = (lt_arena){.pool = pool};
}

void lt_pool_free(lt_pool *pool)
{
    for (lt_block *b = pool->free; b;) {
        lt_block *next = b->next;
        free(b);
        b = next;
    }
    *pool = (lt_pool){0};
}

bool lt_vec_grow(lt_arena *arena, void **at, uint32_t *room, uint32_t count, size_t size)
{
    uint32_t first = size > 32 ? 4 : 16; /* most arrays of large elements stay short */
    return lt_vec_set(arena, at, room, *room ? *room * 2 : first, count, size);
}

/* A piece that no common block has room for is alone in its own, which the heap can make larger,
 * mostly without copying. */
static void *larger(lt_arena *arena, void *at, size_t size)
{
    lt_block *b = (lt_block *)((char *)at - offsetof(lt_block, data));
    lt_block *fresh = realloc(b, sizeof *b + size);
    if (!fresh) {
        arena->failed = true;
        return NULL;
    }
    fresh->used = fresh->size = size;
    *(fresh->before ? &fresh->before->next : &arena->head) = fresh;
    if (fresh->next)
        fresh->next->before = fresh;
    return fresh->data;
}

/* Whether the piece is the last one of the block in use: nothing stands behind it. */
static bool is_last(const lt_arena *arena, const void *at, size_t size)
{
    const lt_block *b = arena->head;
    return !arena->failed && b && size && (const char *)at + size == (const char *)b->data + b->used;
}

/* Makes it larger where it stands. */
static bool extend(lt_arena *arena, const void *at, size_t old, size_t wanted)
{
    lt_block *b = arena->head;
    if (!is_last(arena, at, old) || wanted - old > b->size - b->used)
        return false;
    b->used += wanted - old;
    return true;
}

void lt_vec_fit(lt_arena *arena, void *at, uint32_t *room, uint32_t count, size_t size)
{
    size_t old = rounded(*room * size);
    if (count && is_last(arena, at, old)) {
        arena->head->used -= old - rounded(count * size);
        *room = count;
    }
}

bool lt_vec_set(lt_arena *arena, void **at, uint32_t *room, uint32_t wanted, uint32_t count, size_t size)
{
    size_t old = rounded(*room * size);
    if (extend(arena, *at, old, rounded(wanted * size))) {
        *room = wanted;
        return true;
    }
    char *fresh;
    if (!arena->failed && old > usual(arena)) {
        fresh = larger(arena, *at, rounded(wanted * size));
        if (!fresh)
            return false;
    } else {
        fresh = piece(arena, wanted * size);
        if (!fresh)
            return false;
        if (count)
            memcpy(fresh, *at, count * size);
        FORBID(*at, old);
    }
    *at = fresh;
    *room = wanted;
    return true;
}
