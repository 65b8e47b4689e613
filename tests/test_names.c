/* src/engine/names.c: names of media, organisations, countries and places, inflected. */
#include "engine/names.h"

#include <criterion/criterion.h>

#include "german.h"

static void names(FILE *out, const lt_document *d)
{
    static const char *const types[] = {"person", "organization", "media", "document", "group", "unnamed", "place"};
    const char *between = "";
    for (uint32_t i = 0; i < d->tokens.count;) {
        lt_entry entry;
        uint8_t type;
        uint32_t n = lt_find_name(d, i, d->tokens.count, &entry, &type);
        if (n) {
            fprintf(out, "%s%s ", between, types[type]);
            put_tokens(out, d, i, i + n);
            between = "; ";
        }
        i += n ? n : 1;
    }
}

static const example inflected[] = {
    {HERE, "Das teilte das Weiße Haus mit.", "organization Weiße Haus"},
    {HERE, "nach Angaben des Weißen Hauses", "organization Weißen Hauses"},
    {HERE, "Er schrieb der Süddeutschen Zeitung.", "media Süddeutschen Zeitung"},
    {HERE, "laut Süddeutscher Zeitung", "media Süddeutscher Zeitung"},
    {HERE, "im Deutschen Bundestag", "organization Deutschen Bundestag"},
    {HERE, "aus den Vereinigten Staaten", "place Vereinigten Staaten"},
    {HERE, "Leipzigs Rathaus", "place Leipzigs"},
    {HERE, "der Leipziger Arzt", ""},
    {HERE, "in Frankfurt am Main und Den Haag", "place Frankfurt am Main; place Den Haag"},
    {HERE, "die AfD und die SPD", "organization AfD; organization SPD"},
    {HERE, "Die Deutsche Presse-Agentur meldet es.", "media Deutsche Presse-Agentur"},
    {HERE, "weiße Häuser", ""},
    {HERE, "Ein Haus stand da.", ""},
    {HERE, "Das geschah in New York.", "place New York"},
    {HERE, "", ""},
};
Test(names, inflected) { CHECK(inflected, names); }

Test(names, never_beyond_the_end)
{
    laut_document *d = analysed("Frankfurt am Main");
    lt_entry entry;
    uint8_t type;
    cr_expect_eq(lt_find_name(d, 0, 3, &entry, &type), 3);
    cr_expect_leq(lt_find_name(d, 0, 2, &entry, &type), 1);
    cr_expect_eq(lt_find_name(d, 0, 0, &entry, &type), 0);
    cr_expect_eq(lt_find_name(d, 1, 3, &entry, &type), 0);
    laut_document_free(d);
}
