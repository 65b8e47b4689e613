/* src/stages/extent.c: how far a content reaches, and who speaks in a clause. */
#include "stages/extent.h"

#include <criterion/criterion.h>
#include <stdlib.h>

#include "german.h"

typedef struct {
    int line;
    bool gap;
    const char *text, *at, *wanted; /* `at`: a word of the clause, the first that is written so */
} extent_row;

typedef lt_ranges finder(lt_document *d, uint32_t token);

static void check(const extent_row *rows, size_t count, finder *find)
{
    size_t gaps = 0;
    for (size_t i = 0; i < count; i++) {
        laut_document *d = analysed(rows[i].text);
        uint32_t token = token_of(d, rows[i].at);
        cr_assert_neq(token, LAUT_NONE, "%s: no %s", rows[i].text, rows[i].at);
        char *got = NULL;
        size_t size = 0;
        FILE *out = open_memstream(&got, &size);
        put_ranges(out, d, find(d, token));
        fclose(out);
        check_row(__FILE__, rows[i].line, rows[i].gap, rows[i].text, rows[i].wanted, got);
        gaps += rows[i].gap;
        free(got);
        laut_document_free(d);
    }
    note_gaps(__FILE__, gaps);
}

static lt_ranges extent(lt_document *d, uint32_t token)
{
    cr_assert_neq(d->clause_of[token], LAUT_NONE);
    return lt_extent(d, d->clause_of[token]);
}

static lt_ranges speaker(lt_document *d, uint32_t token)
{
    static lt_range words;
    uint32_t m = lt_speaker(d, d->clause_of[token]);
    if (m == LAUT_NONE)
        return (lt_ranges){0};
    words = (lt_range){d->mentions.at[m].first, d->mentions.at[m].last};
    return (lt_ranges){&words, 1};
}

static const extent_row extents[] = {
    {HERE, "Sie sagte, dass es regnet.", "regnet", "dass es regnet"},
    {HERE, "Sie sagte, dass er, wenn es regnet, bleibt.", "bleibt", "dass er, wenn es regnet, bleibt"},
    {HERE, "Sie sagte, dass er geht, weil es regnet.", "geht", "dass er geht, weil es regnet"},
    {HERE, "Dass es regnet, sagte sie nicht.", "regnet", "Dass es regnet"},
    {HERE, "Dass es, wenn es stürmt, regnet, sagte sie nicht.", "regnet", "Dass es, wenn es stürmt, regnet"},
    {HERE, "Sie sagte, er sei krank und bleibe im Bett.", "sei", "er sei krank und bleibe im Bett"},
    {HERE, "Sie sagte, er sei krank, und ging.", "sei", "er sei krank"},
    {HERE, "Sie sagte, er sei krank, er bleibe im Bett.", "sei", "er sei krank, er bleibe im Bett"},
    {HERE, "Er sei krank, sagte sie.", "sei", "Er sei krank"},
    {HERE, "Sie sagte, dass er komme und dass sie gehe.", "komme", "dass er komme und dass sie gehe"},
    {HERE, "Die Frau, die sagte, dass es regnet, lachte.", "regnet", "dass es regnet"},
    {HERE, "Sie versprach, zu kommen, wenn es regnet.", "kommen", "zu kommen, wenn es regnet"},
    {HERE, "Sie fragte, ob er, der Chef, komme.", "komme", "ob er, der Chef, komme"},
    {HERE, "Sie sagte, es regne; er lachte.", "regne", "es regne"},
    {HERE, "„Er sagt, dass es regnet“, sagte sie.", "regnet", "dass es regnet"},
    {HERE, "Sie sagte, er nannte es „mutig“.", "nannte", "er nannte es „mutig“"},
    {HERE, "Sie sagte, dass der Mann, der kam, krank sei.", "krank", "dass der Mann, der kam, krank sei"},
};
Test(extent, contents) { check(extents, ROWS(extents), extent); }

static const extent_row scopes[] = {
    {HERE, "Nach Angaben der Polizei brannte das Haus.", "Angaben", "Nach Angaben der Polizei brannte das Haus"},
    {HERE, "Das Haus brannte laut Polizei, weil es alt war.", "laut", "Das Haus brannte laut Polizei, weil es alt war"},
    {HERE, "Er kam, weil das Haus laut Polizei brannte.", "laut", "weil das Haus laut Polizei brannte"},
    {HERE, "Laut Polizei brannte das Haus und stürzte ein.", "Laut", "Laut Polizei brannte das Haus und stürzte ein"},
    {HERE, "Er kam, aber laut Polizei brannte das Haus.", "laut", "laut Polizei brannte das Haus"},
    {HERE, "Das Haus, das laut Polizei brannte, ist alt.", "laut", "das laut Polizei brannte"},
    {HERE, "Er ging, um laut Polizei Brot zu kaufen.", "laut", "Er ging, um laut Polizei Brot zu kaufen"},
};
Test(extent, scopes) { check(scopes, ROWS(scopes), lt_scope); }

static const extent_row speakers[] = {
    {HERE, "Die Ministerin sagte, es regne.", "sagte", "Die Ministerin"},
    {HERE, "Es regne, sagte die Ministerin.", "sagte", "die Ministerin"},
    {HERE, "Das wurde von der Polizei bestätigt.", "bestätigt", "der Polizei"},
    {HERE, "Das wurde bestätigt.", "bestätigt", ""},
    {HERE, "In dem Bericht wurde vermutet, dass es brennt.", "vermutet", "dem Bericht"},
    {HERE, "Die Ministerin ging, ohne zu sagen, was sie will.", "sagen", "Die Ministerin"},
    {HERE, "Brandt kam und sagte, es regne.", "sagte", "Brandt"},
};
Test(extent, speakers) { check(speakers, ROWS(speakers), speaker); }

Test(extent, no_clause)
{
    laut_document *d = analysed("Es regnet.");
    cr_expect_eq(lt_speaker(d, LAUT_NONE), LAUT_NONE);
    laut_document_free(d);
}
