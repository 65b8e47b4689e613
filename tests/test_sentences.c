/* src/stages/sentences.c */
#include <criterion/criterion.h>

#include "german.h"

/* Sentences with a bar between them; # in front of a heading, § in front of a paragraph's first. */
static void sentences(FILE *out, const lt_document *d)
{
    for (uint32_t i = 0; i < d->sentences.count; i++) {
        const lt_sentence *s = &d->sentences.at[i];
        fputs(i ? " | " : "", out);
        fputs(s->heading ? "#" : s->paragraph && i ? "§" : "", out);
        put_tokens(out, d, s->first, s->last);
    }
}

static const example stops[] = {
    {HERE, "Es regnet. Er geht.", "Es regnet. | Er geht."},
    {HERE, "Es regnet! Geht er? Ja.", "Es regnet! | Geht er? | Ja."},
    {HERE, "Fulda (KNA) Der Bischof geht.", "Fulda (KNA) | §Der Bischof geht."},
    {HERE, "Otto Grothe (SPD) Vater geht.", "Otto Grothe (SPD) Vater geht."},
    {HERE, "Was?! Er geht.", "Was?! | Er geht."},
    {HERE, "Er ging ... Sie blieb.", "Er ging ... | Sie blieb."},
    {HERE, "Er ging … und blieb.", "Er ging … und blieb."},
    {HERE, "Dr. Brandt ging. Sie blieb.", "Dr. Brandt ging. | Sie blieb."},
    {HERE, "Das sagte er dem Sender DR. Sie blieb.", "Das sagte er dem Sender DR. | Sie blieb."},
    {HERE, "DR. BRANDT GING. SIE BLIEB.", "DR. BRANDT GING. | SIE BLIEB."},
    {HERE, "Bürger, Vereine usw. Der Rest ging.", "Bürger, Vereine usw. | Der Rest ging."},
    {HERE, "Es gab Brot, Käse usw. Brandt lachte.", "Es gab Brot, Käse usw. Brandt lachte."},
    {HERE, "Er kam am 3. Mai. Sie ging.", "Er kam am 3. Mai. | Sie ging."},
    {HERE, "Es waren 1200. Der Rest ging.", "Es waren 1200. | Der Rest ging."},
    {HERE, "Er kam z. B. Gestern.", "Er kam z. B. Gestern."},
    {HERE, "Das war 2023. Danach ging er.", "Das war 2023. | Danach ging er."},
    {HERE, "Er wurde Dritter (von 12). Sie ging.", "Er wurde Dritter (von 12). | Sie ging."},
    {GAP, "Er ging. (Sie blieb.) Es regnet.", "Er ging. | (Sie blieb.) | Es regnet."},
    {HERE, "Das sagte Maximilian Orth. 230 gingen.", "Das sagte Maximilian Orth. | 230 gingen."},
    {HERE, "Sie rief Franz. Der ging.", "Sie rief Franz. | Der ging."},
    {HERE, "Das ist franz. Recht.", "Das ist franz. Recht."},
    {HERE, "Otto F. Maier ging. Er kam.", "Otto F. Maier ging. | Er kam."},
    {HERE, "Das kostet 5 Mio. Euro. Er geht.", "Das kostet 5 Mio. Euro. | Er geht."},
    {HERE, "Er ging.Sie blieb.", "Er ging. | Sie blieb."},
    {HERE, "Er ging. 12 blieben.", "Er ging. | 12 blieben."},
    {HERE, "Er ging; sie blieb.", "Er ging; sie blieb."},
    {HERE, "", ""},
};
Test(sentences, stops) { CHECK(stops, sentences); }

static const example quotations[] = {
    {HERE, "„Wir gehen. Sofort.“, sagte er. Sie blieb.", "„Wir gehen. Sofort.“, sagte er. | Sie blieb."},
    {HERE, "„Wir gehen.“ Er lachte.", "„Wir gehen.“ | Er lachte."},
    {HERE, "„Gehen wir?“ fragte er. Sie blieb.", "„Gehen wir?“ fragte er. | Sie blieb."},
    {HERE, "Er sagte: „Wir gehen. Sofort.“ Sie blieb.", "Er sagte: „Wir gehen. Sofort.“ | Sie blieb."},
    {HERE, "„Wir gehen. Sofort“, sagte er. „Es ist spät.“", "„Wir gehen. Sofort“, sagte er. | „Es ist spät.“"},
    {HERE, "„Wir gehen.“ – „Wir bleiben hier.“", "„Wir gehen.“ – „Wir bleiben hier.“"},
    {HERE, "„Wir gehen.\n\nWir kommen wieder“, sagte er.", "„Wir gehen.  Wir kommen wieder“, sagte er."},
    {HERE, "Er rief „Halt!“ und lief.", "Er rief „Halt!“ und lief."},
    {HERE, "»Wir gehen. Sofort.« Sie blieb.", "»Wir gehen. Sofort.« | Sie blieb."},
    {HERE, "Sie nannte es „mutig“. Er ging.", "Sie nannte es „mutig“. | Er ging."},
};
Test(sentences, quotations) { CHECK(quotations, sentences); }

#define LONG_LINE "Er kam am Montag mit dem Zug nach Kiel und blieb dort bis zum Abend, weil es regnete und weil der Wirt ihn nicht gehen ließ."

static const example paragraphs[] = {
    {HERE, "Neuer Plan\n" LONG_LINE, "#Neuer Plan | §" LONG_LINE},
    {HERE, "Neuer Plan\n„Wir gehen“, sagte er. " LONG_LINE, "#Neuer Plan | §„Wir gehen“, sagte er. | " LONG_LINE},
    {HERE, "Neuer Plan\nin Kiel, " LONG_LINE, "Neuer Plan in Kiel, " LONG_LINE},
    {HERE, "Neuer Plan\n\nEr kam. Sie ging.", "#Neuer Plan | §Er kam. | Sie ging."},
    {HERE, "Neuer Plan\r\n\r\nEr kam.", "#Neuer Plan | §Er kam."},
    {HERE, "Er kam\nund ging.", "Er kam und ging."},
    {HERE, "Er kam.\nSie ging.", "Er kam. | Sie ging."},
    {HERE, "Er kam.\n\nSie ging.", "Er kam. | §Sie ging."},
    {HERE, "Plan:\n- Brot\n- Käse", "Plan: | - Brot | - Käse"},
    {HERE, "Neuer Plan", "#Neuer Plan"},
    {HERE, "18:42 Uhr – Es brennt.", "18:42 Uhr – | §Es brennt."},
    {HERE, "18:42: Es brennt.", "18:42: | §Es brennt."},
    {HERE, "Um 18:42 Uhr – es war dunkel – brannte es.", "Um 18:42 Uhr – es war dunkel – brannte es."},
    {HERE, "Er kommt?\n\nSie geht.", "Er kommt? | §Sie geht."},
};
Test(sentences, paragraphs) { CHECK(paragraphs, sentences); }

Test(sentences, every_token_has_one)
{
    laut_document *d = analysed("Neuer Plan\n\n„Wir gehen. Sofort.“, sagte er. Sie blieb.");
    uint32_t next = 0;
    for (uint32_t s = 0; s < d->sentences.count; s++) {
        cr_expect_eq(d->sentences.at[s].first, next);
        next = d->sentences.at[s].last;
        for (uint32_t i = d->sentences.at[s].first; i < next; i++)
            cr_expect_eq(d->sentence_of[i], s);
    }
    cr_expect_eq(next, d->tokens.count);
    laut_document_free(d);
}
