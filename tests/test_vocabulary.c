#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "engine/vocabulary.h"

Test(vocabulary, words_have_one_number)
{
    lt_arena arena = {0};
    lt_vocabulary v;
    cr_assert(lt_vocabulary_init(&v, &arena));
    lt_word a = lt_intern(&v, "haus", 4), b = lt_intern(&v, "häuser", strlen("häuser"));
    cr_expect_neq(a, LT_NO_WORD);
    cr_expect_neq(a, b);
    cr_expect_eq(lt_intern(&v, "haus", 4), a);
    cr_expect_eq(lt_find_word(&v, "haus", 4), a);
    cr_expect_eq(lt_find_word(&v, "hau", 3), LT_NO_WORD);
    cr_expect_eq(lt_find_word(&v, "hausb", 5), LT_NO_WORD);
    cr_expect_str_eq(v.words.at[b].text, "häuser");
    lt_arena_free(&arena);
}

Test(vocabulary, it_grows)
{
    lt_arena arena = {0};
    lt_vocabulary v;
    cr_assert(lt_vocabulary_init(&v, &arena));
    char word[32];
    for (unsigned i = 0; i < 100000; i++) {
        int n = snprintf(word, sizeof word, "w%u", i);
        cr_assert_eq(lt_intern(&v, word, (size_t)n), i + 1);
    }
    for (unsigned i = 0; i < 100000; i += 7) {
        int n = snprintf(word, sizeof word, "w%u", i);
        cr_assert_eq(lt_find_word(&v, word, (size_t)n), i + 1);
    }
    lt_arena_free(&arena);
}

Test(vocabulary, sets_are_bits)
{
    lt_arena arena = {0};
    lt_vocabulary v;
    cr_assert(lt_vocabulary_init(&v, &arena));
    lt_word w = lt_intern(&v, "sagen", 5);
    cr_assert(lt_list(&v, w));
    lt_list(&v, w)->sets[200 / 64] |= UINT64_C(1) << (200 % 64);
    cr_expect(lt_in_set(&v, w, 200));
    cr_expect_not(lt_in_set(&v, w, 199));
    cr_expect_not(lt_in_set(&v, LT_NO_WORD, 200));
    lt_arena_free(&arena);
}
