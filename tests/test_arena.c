/* src/base/arena.c */
#include "base/arena.h"

#include <criterion/criterion.h>
#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

Test(arena, pieces_are_zeroed_and_aligned)
{
    lt_arena arena = {0};
    for (size_t size = 1; size < 300; size++) {
        unsigned char *p = lt_arena_alloc(&arena, size);
        cr_assert_not_null(p);
        cr_expect_eq((uintptr_t)p % alignof(max_align_t), 0, "%zu bytes", size);
        for (size_t i = 0; i < size; i++)
            cr_assert_eq(p[i], 0);
        memset(p, 0xff, size);
    }
    lt_arena_free(&arena);
    cr_expect_null(arena.head);
}

Test(arena, pieces_do_not_overlap)
{
    enum { COUNT = 5000 };
    lt_arena arena = {0};
    static unsigned char *pieces[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        /* small ones, and now and then one that is larger than a block */
        size_t size = i % 1000 == 7 ? 100000 : i % 97 + 1;
        pieces[i] = lt_arena_alloc(&arena, size);
        cr_assert_not_null(pieces[i]);
        memset(pieces[i], (int)(i % 251), size);
    }
    for (size_t i = 0; i < COUNT; i++) {
        size_t size = i % 1000 == 7 ? 100000 : i % 97 + 1;
        for (size_t k = 0; k < size; k++)
            cr_assert_eq(pieces[i][k], i % 251);
    }
    lt_arena_free(&arena);
}

Test(arena, a_large_piece_leaves_the_block_in_use)
{
    lt_arena arena = {0};
    const size_t unit = sizeof(max_align_t);
    char *a = lt_arena_alloc(&arena, unit), *large = lt_arena_alloc(&arena, 1 << 20);
    char *b = lt_arena_alloc(&arena, unit);
    cr_assert(a && large && b);
    cr_expect_eq((size_t)(b - a), unit);
    lt_arena_free(&arena);
}

Test(arena, copies_end_with_a_nul)
{
    lt_arena arena = {0};
    const char text[] = {'a', '\0', 'b'};
    char *copy = lt_arena_copy(&arena, text, sizeof text);
    cr_expect_eq(memcmp(copy, "a\0b", 4), 0);
    cr_expect_str_eq(lt_arena_copy(&arena, NULL, 0), "");
    lt_arena_free(&arena);
}

Test(arena, failure_is_sticky)
{
    lt_arena arena = {0};
    lt_vec(int) numbers = {0};
    cr_assert_not_null(lt_push(&arena, &numbers));
    arena.failed = true;
    cr_expect_null(lt_arena_alloc(&arena, 1));
    cr_expect_null(lt_arena_copy(&arena, "a", 1));
    for (int i = 1; i < 16; i++)
        cr_assert_not_null(lt_push(&arena, &numbers), "there is room already");
    cr_expect_null(lt_push(&arena, &numbers));
    cr_expect_eq(numbers.count, 16);
    lt_arena_free(&arena);
    cr_expect_not(arena.failed, "freed, it may be used again");
    cr_expect_not_null(lt_arena_alloc(&arena, 1));
    lt_arena_free(&arena);
}

Test(arena, vectors_grow)
{
    lt_arena arena = {0};
    lt_vec(uint32_t) v = {0};
    for (uint32_t i = 0; i < 100000; i++) {
        uint32_t *p = lt_push(&arena, &v);
        cr_assert_not_null(p);
        *p = i * 7;
    }
    for (uint32_t i = 0; i < v.count; i++)
        cr_assert_eq(v.at[i], i * 7);
    cr_expect_eq(v.count, 100000);
    lt_arena_free(&arena);
}

/* Several that are larger than a block grow by turns, among other pieces: each in a block of its own. */
Test(arena, large_vectors_grow_where_they_are)
{
    lt_arena arena = {0};
    typedef struct { uint64_t a, b; } wide;
    lt_vec(wide) v[3] = {{0}};
    for (uint32_t i = 0; i < 60000; i++)
        for (uint32_t k = 0; k < 3; k++) {
            wide *p = lt_push(&arena, &v[k]);
            cr_assert_not_null(p);
            cr_assert_eq(p->a | p->b, 0, "pushed zeroed");
            *p = (wide){i, k};
            if (i % 1000 == 0)
                cr_assert_not_null(lt_arena_alloc(&arena, 5000));
        }
    for (uint32_t i = 0; i < 60000; i++)
        for (uint32_t k = 0; k < 3; k++)
            cr_assert(v[k].at[i].a == i && v[k].at[i].b == k);
    lt_arena_free(&arena);
    cr_expect_null(arena.head);
}

/* What is pushed again over what was taken back is zeroed, too. */
Test(arena, pushed_elements_are_zeroed)
{
    lt_arena arena = {0};
    lt_vec(int) v = {0};
    *lt_push(&arena, &v) = 7;
    v.count = 0;
    cr_expect_eq(*lt_push(&arena, &v), 0);
    lt_arena_free(&arena);
}
