/* src/stages/quotes.c: quotation marks of every style, nested ones, missing ones, and what they
 * enclose. */
#include <criterion/criterion.h>

#include "german.h"

/* Each quotation: > for each level, its kind, ! if it is whole, ? if its end was recovered. */
static void quotes(FILE *out, const lt_document *d)
{
    static const char *const kinds[] = {"speech", "title", "scare"};
    for (uint32_t i = 0; i < d->quotes.count; i++) {
        const lt_quote *q = &d->quotes.at[i];
        fputs(i ? " | " : "", out);
        for (uint32_t k = 0; k < q->level; k++)
            putc('>', out);
        fprintf(out, "%s%s%s ", kinds[q->kind], q->whole ? "!" : "", q->unclosed ? "?" : "");
        put_tokens(out, d, q->first, q->last);
    }
}

/* ---------------------------------------------------------------- styles */

static const example styles[] = {
    {HERE, "„Das geht“, sagte er.", "speech! „Das geht“"},
    {HERE, "„Das geht”, sagte er.", "speech! „Das geht”"},
    {HERE, "« Das geht nicht. »", "speech! « Das geht nicht. »"},
    {HERE, ",,Das geht'', sagte er.", "speech! ,,Das geht''"},
    {HERE, ",,Das geht\", sagte er.", "speech! ,,Das geht\""},
    {HERE, "``Das geht'', sagte er.", "speech! ``Das geht''"},
    {HERE, "''Das geht'', sagte er.", "speech! ''Das geht''"},
    {HERE, "<<Das geht>>, sagte er.", "speech! <<Das geht>>"},
    {HERE, "„Das geht nicht“ sagte er.", "speech! „Das geht nicht“"},
    {HERE, "„Das geht nicht“ ist ein Satz.", "speech „Das geht nicht“"},
    {HERE, "„Das geht\", sagte er.", "speech! „Das geht\""},
    {HERE, "\"Das geht\", sagte er.", "speech! \"Das geht\""},
    {HERE, "“Das geht”, sagte er.", "speech! “Das geht”"},
    {HERE, "”Das geht”, sagte er.", "speech! ”Das geht”"},
    {HERE, "»Das geht«, sagte er.", "speech! »Das geht«"},
    {HERE, "Er sagte: „… das geht noch.“ Dann ging er.", "speech! „… das geht noch.“"},
    {HERE, "Er sagte: „...das geht noch.“ Dann ging er.", "speech! „...das geht noch.“"},
    {HERE, "«Das geht», sagte er.", "speech! «Das geht»"},
    {HERE, "« Das geht », sagte er.", "speech! « Das geht »"},
    {HERE, "‚Das geht‘, sagte er.", "speech! ‚Das geht‘"},
    {HERE, "'Das geht', sagte er.", "speech! 'Das geht'"},
    {HERE, "›Das geht‹, sagte er.", "speech! ›Das geht‹"},
    {HERE, "‹Das geht›, sagte er.", "speech! ‹Das geht›"},
    {HERE, "Er sagte: \"Das geht.\" Dann ging er.", "speech! \"Das geht.\""},
    {HERE, "(„Das geht“)", "speech „Das geht“"},
};
Test(quotes, styles) { CHECK(styles, quotes); }

static const example nested[] = {
    {HERE, "„Sie rief: ‚Halt!‘ und lief“, sagte er.", "speech! „Sie rief: ‚Halt!‘ und lief“ | >speech! ‚Halt!‘"},
    {HERE, "»Sie rief: ›Bleib hier!‹«, sagte er.", "speech! »Sie rief: ›Bleib hier!‹« | >speech! ›Bleib hier!‹"},
    {HERE, "\"Sie rief: 'Bleib hier!'\", sagte er.", "speech! \"Sie rief: 'Bleib hier!'\" | >speech! 'Bleib hier!'"},
    {HERE, "„Das Blatt »Morgen« irrt sich“, sagte er.", "speech! „Das Blatt »Morgen« irrt sich“ | >title »Morgen«"},
    {HERE, "„Das ‚A ›B‹ C‘ geht so“, sagte er.", "speech! „Das ‚A ›B‹ C‘ geht so“ | >title ‚A ›B‹ C‘ | >>title ›B‹"},
};
Test(quotes, nested) { CHECK(nested, quotes); }

static const example apostrophes[] = {
    {HERE, "Geht’s noch, fragte Brandts Frau.", ""},
    {HERE, "Wie geht's, fragte er.", ""},
    {HERE, "„Geht’s noch?“, fragte er.", "speech! „Geht’s noch?“"},
    {HERE, "„So ’n Unsinn, das war’s“, sagte er.", "speech! „So ’n Unsinn, das war’s“"},
    {HERE, "Jonas’ Haus und Max’ Garten", ""},
    {HERE, "Die Wand war 5' hoch.", ""},
};
Test(quotes, apostrophes) { CHECK(apostrophes, quotes); }

/* ---------------------------------------------------------------- recovery */

static const example recovery[] = {
    {HERE, "„Das geht so nicht. Wir bleiben.\n\nDer Rest ging.", "speech!? „Das geht so nicht. Wir bleiben."},
    {HERE, "Er sagte: „Das geht so nicht.\n\nSie sagte: „Doch.“", "speech!? „Das geht so nicht. | speech! „Doch.“"},
    {HERE, "Das geht“, sagte er.", ""},
    {HERE, "„Das geht so nicht.\n\nEin Rohr mit 4\" reicht.", "speech!? „Das geht so nicht."},
    {HERE, "„Das geht so nicht.\n\n„Wir bleiben hier“, sagte er.", "speech! „Das geht so nicht.  „Wir bleiben hier“"},
    {HERE, "„Das geht so nicht.\n\nWir bleiben hier“, sagte er.", "speech! „Das geht so nicht.  Wir bleiben hier“"},
    {HERE, "„Ja, sagte er, „das geht.“", "title? „Ja | speech „das geht.“"},
    {HERE, "„Das dauert noch lange, sagte Ada Brandt.", "speech!? „Das dauert noch lange"},
    {HERE, "„Das dauert, und wir warten, weil es regnet.", "speech!? „Das dauert, und wir warten, weil es regnet."},
    {HERE, "„", "title? „"},
    {HERE, "„“", "title „“"},
};
Test(quotes, recovery) { CHECK(recovery, quotes); }

/* ---------------------------------------------------------------- what it is */

static const example kinds[] = {
    {HERE, "Das Magazin „Morgen“ schrieb.", "title „Morgen“"},
    {HERE, "Das Buch „Das Haus am See“ gefiel.", "speech „Das Haus am See“"},
    {HERE, "Der „klügste“ Plan.", "scare „klügste“"},
    {HERE, "Sie nannte es „sehr mutig“.", "speech „sehr mutig“"},
    {HERE, "Er sprach von einem „Tag der Freude für alle“.", "speech „Tag der Freude für alle“"},
    {HERE, "Er sagte: „Nein“.", "title „Nein“"},
    {HERE, "Er sagte: „Nein!“", "speech! „Nein!“"},
    {HERE, "„Wer kommt?“, fragte sie.", "speech! „Wer kommt?“"},
    {HERE, "Er sagte, „das geht so nicht weiter“.", "speech! „das geht so nicht weiter“"},
    {HERE, "„Wenn es regnet“, sagte er, „dann bleiben wir heute im Haus.“", "speech! „Wenn es regnet“ | speech! „dann bleiben wir heute im Haus.“"},
    {HERE, "Man könne, so Brandt, „nicht auf den Bund warten“.", "speech „nicht auf den Bund warten“"},
    {HERE, "Er mahnte, „nicht auf den Bund zu warten“.", "speech! „nicht auf den Bund zu warten“"},
    {HERE, "Er mahnte, „dass wir nicht auf ihn warten“.", "speech! „dass wir nicht auf ihn warten“"},
    {GAP, "„Wenn es regnet“, sagte er, „dann bleiben wir.“", "speech! „Wenn es regnet“ | speech! „dann bleiben wir.“"},
    {HERE, "„Das war ein guter Tag“ – so Brandt.", "speech! „Das war ein guter Tag“"},
    {HERE, "„Grüner wird es nicht.“ Brandt lachte.", "speech! „Grüner wird es nicht.“"},
};
Test(quotes, kinds) { CHECK(kinds, quotes); }

Test(quotes, deeper_than_anybody_quotes)
{
    char text[400] = "";
    size_t n = 0;
    for (int i = 0; i < 20; i++)
        n += (size_t)sprintf(text + n, "%s a ", i % 2 ? " ‚b" : " „b");
    laut_document *d = analysed(text);
    cr_expect_gt(d->quotes.count, 0);
    for (uint32_t i = 0; i < d->quotes.count; i++)
        cr_expect_leq(d->quotes.at[i].last, d->tokens.count);
    laut_document_free(d);
}

Test(quotes, each_token_knows_its_innermost)
{
    laut_document *d = analysed("„Sie rief: ‚Bleib hier!‘ und lief“, sagte er.");
    cr_expect_eq(d->quote_of[token_of(d, "rief")], 0);
    cr_expect_eq(d->quote_of[token_of(d, "hier")], 1);
    cr_expect_eq(d->quote_of[token_of(d, "lief")], 0);
    cr_expect_eq(d->quote_of[token_of(d, "sagte")], LAUT_NONE);
    cr_expect_eq(d->quotes.at[1].parent, 0);
    laut_document_free(d);
}
