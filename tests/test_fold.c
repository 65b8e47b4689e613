/* src/base/fold.c */
#include "base/fold.h"

#include <criterion/criterion.h>
#include <string.h>

#include "german.h"

static const struct { const char *word, *wanted; } words[] = {
    {"Haus", "haus"},
    {"PRÄSIDENT", "präsident"},
    {"Pra\u0308sident", "präsident"},           /* decomposed */
    {"U\u0308BERMUT", "übermut"},
    {"Bundes\u00ADtag", "bundestag"},           /* soft hyphen */
    {"\u00AD", ""},
    {"Straße", "straße"},                       /* ß stays */
    {"STRA\u1E9EE", "straße"},                  /* capital ß is ß */
    {"STRASSE", "strasse"},
    {"\u212Bngström", "ångström"},              /* the sign Ångström */
    {"A\u030Angström", "ångström"},
    {"Sprecher:innen", "sprecherinnen"},
    {"Gehst’s", "gehst’s"},
    {"54-Jähriger", "54-jähriger"},
    {"Łódź", "łódź"},
    {"Lo\u0301dz\u0301", "lódź"},
    {"", ""},
};

Test(fold, words)
{
    for (size_t i = 0; i < ROWS(words); i++) {
        char out[LT_MAX_WORD];
        size_t n = lt_fold(words[i].word, strlen(words[i].word), out);
        cr_expect_str_eq(out, words[i].wanted, "%s gives %s", words[i].word, out);
        cr_expect_eq(n, strlen(words[i].wanted), "%s", words[i].word);
    }
}

Test(fold, what_is_too_long_is_not_looked_up)
{
    char word[LT_MAX_WORD + 1], out[LT_MAX_WORD];
    memset(word, 'A', sizeof word);
    cr_expect_eq(lt_fold(word, LT_MAX_WORD, out), 0);
    cr_expect_eq(lt_fold(word, LT_MAX_WORD - 1, out), 0);
    size_t longest = LT_MAX_WORD - 4; /* behind it there is room for one letter and the NUL */
    cr_expect_eq(lt_fold(word, longest + 1, out), 0);
    cr_expect_eq(lt_fold(word, longest, out), longest);
    cr_expect_eq(out[longest], '\0');
    cr_expect_eq(out[0], 'a');
}

/* Lower case may need more bytes than upper case: Ⱥ has two, ⱥ three. Whatever comes behind it,
 * nothing is written behind the end. */
Test(fold, words_that_grow_stay_inside)
{
    char word[LT_MAX_WORD * 2], out[LT_MAX_WORD * 4];
    size_t size = 0;
    for (int i = 0; i < 52; i++, size += 2)
        memcpy(word + size, "\u023A", 2);
    cr_expect_eq(lt_fold(word, size, out), 156);
    for (; size < LT_MAX_WORD - 1; size++) {
        memset(out, '#', sizeof out);
        size_t n = lt_fold(word, size, out), written = sizeof out;
        while (written && out[written - 1] == '#')
            written--;
        cr_expect_leq(written, LT_MAX_WORD, "%zu bytes: written behind the end", size);
        cr_expect_lt(n, LT_MAX_WORD, "%zu bytes", size);
        word[size] = 'a';
    }
}
