/* src/cli/measure.c: when contents and names count as the same. */
#include <criterion/criterion.h>
#include <string.h>

#include "cli/measure.h"

Test(measure, words)
{
    static const char text[] = "Der 31-Jährige („Müller_2“) schwieg…";
    lt_set s = {0};
    cr_assert_eq(lt_add_words(&s, text, 0, sizeof text - 1), 0);
    static const char *const words[] = {"Der", "31", "Jährige", "Müller_2", "schwieg"};
    cr_assert_eq(s.count, 5);
    for (size_t i = 0; i < 5; i++)
        cr_expect_eq(s.at[i], strstr(text, words[i]) - text, "%s", words[i]);
    lt_set_free(&s);
}

Test(measure, sets)
{
    lt_set a = {0}, b = {0};
    static const uint32_t first[] = {5, 1, 3, 3, 9}, second[] = {3, 9, 12};
    for (size_t i = 0; i < 5; i++)
        cr_assert_eq(lt_set_add(&a, first[i]), 0);
    for (size_t i = 0; i < 3; i++)
        cr_assert_eq(lt_set_add(&b, second[i]), 0);
    cr_expect_eq(a.count, 4);
    cr_expect(a.at[0] == 1 && a.at[1] == 3 && a.at[2] == 5 && a.at[3] == 9);
    cr_expect_eq(lt_common(&a, &b), 2);
    cr_expect_float_eq(lt_overlap(&a, &b), 4. / 7, 1e-9);
    lt_set none = {0};
    cr_expect_eq(lt_overlap(&a, &none), 0);
    lt_set_free(&a);
    lt_set_free(&b);
}

Test(measure, parties)
{
    static const struct {
        const char *a, *b;
        int same;
    } pairs[] = {
        {"das Weiße Haus", "Weißes Haus", 1},
        {"Weißen Hauses", "das Weiße Haus", 1},
        {"Ada Brandt", "Brandt", 1},
        {"BRANDT", "Ada Brandt", 1},
        {"Ada Brandt", "Ina Brandt", 0},
        {"Ada Brandt", "Ada", 1},
        {"Ministerin", "Minister", 0},
        {"Polizei", "Polizist", 0},
        {"die Polizei", "Polizei", 1},
        {"US-Medienberichten", "US-Medienberichte", 1},
        {"verschiedene Quellen", "Quellen", 1},
        {"Sprecher des Ministeriums", "Ministerium", 1},
        {"er", "er", 1},
        {"er", "sie", 0},
        {NULL, NULL, 1},
        {NULL, "Brandt", 0},
        {"Brandt", NULL, 0},
        {"…", "…", 1},
        {"…", "Brandt", 0},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        cr_expect_eq(lt_same_party(pairs[i].a, pairs[i].b), pairs[i].same, "%s and %s",
                     pairs[i].a ? pairs[i].a : "nobody", pairs[i].b ? pairs[i].b : "nobody");
}
