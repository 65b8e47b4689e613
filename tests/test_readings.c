/* src/stages/readings.c: the readings of words where they stand. */
#include <criterion/criterion.h>

#include "engine/morphology.h"
#include "german.h"

/* Each word with the categories that it may be. */
static void categories(FILE *out, const lt_document *d)
{
    for (uint32_t i = 0; i < d->tokens.count; i++) {
        const lt_token *t = &d->tokens.at[i];
        unsigned seen = 0;
        fputs(i ? " " : "", out);
        put_tokens(out, d, i, i + 1);
        for (uint32_t k = 0; k < t->reading_count; k++) {
            unsigned c = d->readings.at[t->first_reading + k].category;
            if (!(seen >> c & 1))
                fprintf(out, "%c%s", seen ? '|' : '=', lt_category_name(c));
            seen |= 1u << c;
        }
    }
}

static const example capitals[] = {
    {HERE, "Das Buch", "Das=pron|det Buch=noun"},
    {HERE, "Er sagte alles.", "Er=pron sagte=verb alles=pron|det ."},
    {HERE, "die Rede", "die=pron|det Rede=noun"},           /* no verb: reden */
    {HERE, "er rede", "er=pron rede=verb"},
    {HERE, "Ada Brandt", "Ada=name Brandt=name"},
    {HERE, "Brandt sagte nichts.", "Brandt=name sagte=verb nichts=pron ."},
    {HERE, "„Gehen sie?“", "„ Gehen=verb|name sie=pron ? “"},
    {HERE, "am 3. Mai", "am=part|prep 3.=adj Mai=noun"},
    {HERE, "12 Leute", "12=num Leute=noun"},
    {HERE, "Er kommt. Gehen wir?", "Er=pron kommt=verb . Gehen=verb|name wir=pron ?"},
    {HERE, "Er kommt: Gehen wir?", "Er=pron kommt=verb : Gehen=verb|name wir=pron ?"},
    {HERE, ", ; –", ", ; –"},
    /* small letters only */
    {HERE, "der sprecher lacht", "der=pron|det sprecher=noun lacht=verb"},
    {HERE, "die halle brennt", "die=pron|det halle=noun brennt=verb"},
};
Test(readings, capitals) { CHECK(capitals, categories); }

Test(readings, each_token_has_its_own)
{
    laut_document *d = analysed("Die Ministerin Ada Brandt sagte am 3. Mai, dass 12 Häuser „gut“ seien.");
    uint32_t next = 0;
    for (uint32_t i = 0; i < d->tokens.count; i++) {
        const lt_token *t = &d->tokens.at[i];
        cr_expect_eq(t->first_reading, next);
        next += t->reading_count;
        bool word = t->kind == LT_WORD || t->kind == LT_NUMBER;
        cr_expect_eq(t->reading_count > 0, word, "token %u", i);
    }
    cr_expect_eq(next, d->readings.count);
    laut_document_free(d);
}
