/* An arena: memory that is given piece by piece and freed at once.
 *
 * A document and an engine own one each. Failure is sticky: after a failed allocation `failed`
 * is set and every further call returns NULL, so that a stage may check once at its end.
 */
#ifndef LT_ARENA_H
#define LT_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct lt_block lt_block;

/* Of a huge page: the system gives such a block at once, where single pages cost more than what is done with them. */
enum { LT_WIDE = 2 * 1024 * 1024 };

/* Blocks that a freed arena leaves for the next one. */
typedef struct {
    lt_block *free;
    uint32_t count;
} lt_pool;

typedef struct {
    lt_block *head;
    lt_pool *pool; /* where blocks come from and go to, or NULL: the heap */
    size_t wide;   /* bytes of a block where they are not the usual ones: LT_WIDE for what is large and stays */
    bool failed;
} lt_arena;

void *lt_arena_alloc(lt_arena *arena, size_t size); /* zeroed, aligned for any type */
char *lt_arena_copy(lt_arena *arena, const char *text, size_t size); /* adds a NUL */
void lt_arena_free(lt_arena *arena);
void lt_pool_free(lt_pool *pool);

/* A growing array in an arena. It grows where it is if nothing stands behind it; else the old storage stays behind until
 * the arena is freed, which costs at most twice the memory and needs no bookkeeping. Elements are zeroed
 * when they are pushed: room that is never used is never touched.
 *
 *     lt_vec(token) tokens = {0};
 *     token *t = lt_push(arena, &tokens);     // NULL if memory ran out
 */
#define lt_vec(type) struct { type *at; uint32_t count, room; }

#define lt_push(arena, vec)                                                                     \
    ((vec)->count < (vec)->room ||                                                              \
             lt_vec_grow((arena), (void **)&(vec)->at, &(vec)->room, (vec)->count,              \
                         sizeof *(vec)->at)                                                     \
         ? (memset(&(vec)->at[(vec)->count], 0, sizeof *(vec)->at), &(vec)->at[(vec)->count++]) \
         : NULL)

/* Room for `n` elements beforehand, where it is known how many there will be. */
#define lt_reserve(arena, vec, n)                                                               \
    ((n) <= (vec)->room || lt_vec_set((arena), (void **)&(vec)->at, &(vec)->room, (n),         \
                                      (vec)->count, sizeof *(vec)->at))

/* Gives back what the array has room for beyond its elements, where it is the last thing that the arena gave. */
#define lt_fit(arena, vec)                                                                      \
    lt_vec_fit((arena), (vec)->at, &(vec)->room, (vec)->count, sizeof *(vec)->at)

bool lt_vec_set(lt_arena *arena, void **at, uint32_t *room, uint32_t wanted, uint32_t count, size_t size);
bool lt_vec_grow(lt_arena *arena, void **at, uint32_t *room, uint32_t count, size_t size);
void lt_vec_fit(lt_arena *arena, void *at, uint32_t *room, uint32_t count, size_t size);

#endif
