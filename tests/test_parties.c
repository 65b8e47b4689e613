/* src/stages/parties.c: who is who, and the chain from who said it to who reports it. */
#include <criterion/criterion.h>

#include "german.h"

/* The chain of each claim, a > between its hands: name and how it was found; [source] behind. */
static void chains(FILE *out, const lt_document *d)
{
    size_t count, parties;
    const laut_claim *c = laut_claims(d, &count);
    const laut_party *p = laut_parties(d, &parties);
    for (size_t i = 0; i < count; i++) {
        fputs(i ? " | " : "", out);
        if (!c[i].chain_count)
            fputs("nobody", out);
        for (size_t k = 0; k < c[i].chain_count; k++) {
            cr_assert_lt(c[i].chain[k].party, parties);
            fprintf(out, "%s%s (%s)", k ? " > " : "", p[c[i].chain[k].party].name,
                    laut_resolved_name(c[i].chain[k].resolved));
        }
        if (c[i].source != LAUT_NONE)
            fprintf(out, " [%s]", p[c[i].chain[c[i].source].party].name);
    }
}

#define FIRST "Die Ministerin Ada Brandt sagte, es regne. "
#define SECOND "Ada Brandt (name) | "

static const example same[] = {
    {HERE, FIRST "Brandt sagte, man bleibe.", SECOND "Ada Brandt (name)"},
    {HERE, FIRST "Die Ministerin sagte, man bleibe.", SECOND "Ada Brandt (description)"},
    {HERE, FIRST "Sie sagte, man bleibe.", SECOND "Ada Brandt (pronoun)"},
    {HERE, FIRST "Das Haus sei leer.", SECOND "Ada Brandt (continued)"},
    {HERE, FIRST "Frau Brandt sagte, man bleibe.", SECOND "Ada Brandt (name)"},
    {HERE, FIRST "Nach Brandts Angaben brannte ein Haus.", SECOND "Ada Brandt (name)"},
    {HERE, FIRST "Nach ihren Angaben brannte ein Haus.", SECOND "Ada Brandt (pronoun)"},
    {HERE, FIRST "Laut Brandt brannte ein Haus.", SECOND "Ada Brandt (name)"},
    {HERE, FIRST "Die Politikerin sagte, man bleibe.", SECOND "Ada Brandt (description)"},
    {HERE, FIRST "Malte Grothe sagte, er gehe.", SECOND "Malte Grothe (name)"},
    {HERE, FIRST "Henning Brandt sagte, er gehe.", SECOND "Henning Brandt (name)"},
    {HERE, FIRST "Malte Grothe sagte, er gehe. Sie sagte, man bleibe.", SECOND "Malte Grothe (name) | Ada Brandt (pronoun)"},
    {HERE, FIRST "Der Bürgermeister sagte, man bleibe.", SECOND "Bürgermeister (description)"},
    {HERE, FIRST "Ein Sprecher der Polizei sagte, man bleibe.", SECOND "Sprecher der Polizei (description)"},
    {HERE, "Brandt sagte, es regne. Ada Brandt sagte, man bleibe.", "Ada Brandt (name) | Ada Brandt (name)"},
    {HERE, "Die Polizei sagte, es regne. Sie sagte, ein Haus brenne.", "Polizei (description) | Polizei (pronoun)"},
    {HERE, "Malte Grothe, Chef der Stadtwerke, sagte, es regne. Der Chef sagte, man bleibe.", "Malte Grothe (name) | Malte Grothe (description)"},
    {HERE, "Der Chef der Stadtwerke, Malte Grothe, sagte, es regne. Grothe sagte, man bleibe.", "Malte Grothe (name) | Malte Grothe (name)"},
    {GAP, "Ada Brandt und Malte Grothe sagten, es regne. Sie sagten, man bleibe.", "Ada Brandt und Malte Grothe (name) | Ada Brandt und Malte Grothe (pronoun)"},
    {GAP, "Die Ministerin sagte, der Mann, der kam, sei krank.", "Ministerin (description)"},
    {GAP, "Die Ministerin sagte, der Plan, den die Stadt vorgelegt habe, sei zu teuer.", "Ministerin (description)"},
    {HERE, "Ada Brandt ging. Sie sagte, es regne.", "Ada Brandt (pronoun)"},
    {HERE, "Ada Brandt traf Malte Grothe. Er sagte, es regne.", "Malte Grothe (pronoun)"},
    {HERE, "Die Frau, die sagte, dass es regne, lachte.", "Frau (pronoun)"},
};
Test(parties, one_party) { CHECK(same, chains); }

static const example sources[] = {
    {HERE, "Ada Brandt sagte, es regne.", "Ada Brandt (name)"},
    {HERE, "Nach Angaben der Polizei brannte ein Haus.", "Polizei (description)"},
    {HERE, "Das Magazin „Morgenrot“ berichtete, dass es regne.", "Morgenrot (name) [Morgenrot]"},
    {HERE, "Laut einer Studie brannte ein Haus.", "Studie (description) [Studie]"},
    {HERE, "Ada Brandt sagte Medienberichten zufolge, dass es regne.", "Ada Brandt (name) > Medienberichten (description) [Medienberichten]"},
    {HERE, "Wie das „Morgenblatt“ unter Berufung auf Ada Brandt berichtete, brannte ein Haus.", "Ada Brandt (name) > Morgenblatt (name) [Morgenblatt]"},
    {HERE, "Ada Brandt sagte dem „Morgenblatt“, dass es regne.", "Ada Brandt (name)"},
    {HERE, "Ada Brandt sagte dem „Morgenblatt“ zufolge, dass es regne.", "Ada Brandt (name) > Morgenblatt (name) [Morgenblatt]"},
    {GAP, "Laut einem Bericht des „Morgenblatts“ brannte ein Haus.", "Morgenblatt (name) [Morgenblatt]"},
    {GAP, "Brandt: „Es regnet.“", "Brandt (name)"},
    {HERE, "Aus Sicht der Polizei ist das Haus leer.", "Polizei (description)"},
    {HERE, "Insidern zufolge brannte ein Haus.", "Insidern (description) [Insidern]"},
    {HERE, "In dem Bericht heißt es, dass es brenne.", "Bericht (description) [Bericht]"},
    {HERE, "„Ein Hirte schrieb uns: ‚Es regnet hier.‘“, sagte Ada Brandt.", "Ada Brandt (name) | Hirte (description) > Ada Brandt (name) [Ada Brandt]"},
    {HERE, "Das „Morgenblatt“ zitiert Ada Brandt mit den Worten: „Es regnet hier.“", "Ada Brandt (name) > Morgenblatt (name) [Morgenblatt]"},
    {HERE, "Ihm wird vorgeworfen, dass er log.", "nobody"},
};
Test(parties, chains) { CHECK(sources, chains); }

/* ---------------------------------------------------------------- the list */

static void parties(FILE *out, const lt_document *d)
{
    size_t count;
    const laut_party *p = laut_parties(d, &count);
    for (size_t i = 0; i < count; i++) {
        fprintf(out, "%s%s %s", i ? " | " : "", laut_party_type_name(p[i].type), p[i].name);
        if (p[i].role)
            fprintf(out, " (%s)", p[i].role);
        fputs(": ", out);
        for (size_t k = 0; k < p[i].mentions.count; k++) {
            fputs(k ? ", " : "", out);
            put_spans(out, d, (laut_spans){p[i].mentions.at + k, 1});
        }
    }
}

static const example lists[] = {
    {HERE, "Die Ministerin Ada Brandt sagte, es regne. Brandt sagte, man bleibe. Sie sagte, man gehe.",
     "person Ada Brandt (Die Ministerin): Die Ministerin Ada Brandt, Brandt, Sie"},
    {HERE, "Die Polizei sagte, es regne.", "organization Polizei: Die Polizei"},
    {HERE, "Kiew teilte mit, dass es regne.", "organization Kiew: Kiew"},
    {HERE, "Das Weiße Haus teilte mit, dass es regne.", "organization Weißes Haus: Das Weiße Haus"},
    {HERE, "Anwohner sagten, dass es regne.", "group Anwohner: Anwohner"},
    {HERE, "Kritiker sagten, dass es regne.", "group Kritiker: Kritiker"},
    {HERE, "Ada von der Heide sagte, dass es regne.", "person Ada von der Heide: Ada von der Heide"},
    {HERE, "Ina Wolff sagte, dass es regne.", "person Ina Wolff: Ina Wolff"},
    {HERE, "Otto Maier sagte, dass es regne.", "person Otto Maier: Otto Maier"},
    {HERE, "Ein Sprecher der Polizei sagte, dass es regne.", "person Sprecher der Polizei: Ein Sprecher der Polizei"},
    {HERE, "Es regnet. Ada Brandt lachte.", ""},
};
Test(parties, lists) { CHECK(lists, parties); }
