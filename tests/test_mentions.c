/* src/stages/mentions.c: noun phrases, their types, and the subjects and objects of clauses. */
#include <criterion/criterion.h>

#include "german.h"

static const char *const types[] = {"person", "organization", "media", "document", "group",
                                    "unnamed", "place", "attribution", "thing"};

/* The phrases that stand by themselves (no attributes, conjuncts or appositions of others), things
 * left out; a proper name stands between < and >. */
static void mentions(FILE *out, const lt_document *d)
{
    const char *between = "";
    for (uint32_t i = 0; i < d->mentions.count; i++) {
        const lt_mention *m = &d->mentions.at[i];
        if (m->owner != LAUT_NONE || m->pronoun || m->type == LT_TYPE_THING)
            continue;
        fprintf(out, "%s%s ", between, types[m->type]);
        between = " | ";
        if (m->named && m->name_first < m->name_last && m->name_first >= m->first && m->name_last <= m->last) {
            put_tokens(out, d, m->first, m->name_first);
            fputs(m->name_first > m->first ? " <" : "<", out);
            put_tokens(out, d, m->name_first, m->name_last);
            putc('>', out);
            fputs(m->last > m->name_last && d->tokens.at[m->name_last].flags & LT_SPACE_BEFORE ? " " : "", out);
            put_tokens(out, d, m->name_last, m->last);
        } else {
            put_tokens(out, d, m->first, m->last);
        }
    }
}

static const example persons[] = {
    {HERE, "Ada Brandt lachte.", "person <Ada Brandt>"},
    {HERE, "Brandt lachte.", "person <Brandt>"},
    {HERE, "Die Ministerin lachte.", "person Die Ministerin"},
    {HERE, "Ihr Sprecher warf dem Rat Wortbruch vor.", "person Ihr Sprecher | organization dem Rat"},
    {HERE, "Am Abend warf ihr Sprecher dem Rat Wortbruch vor.", "person ihr Sprecher | organization dem Rat"},
    {HERE, "Der Rat warf ihr Wortbruch vor.", "organization Der Rat"},
    {HERE, "Ministerin Ada Brandt lachte.", "person Ministerin <Ada Brandt>"},
    {HERE, "Die ukrainische Ministerin Ada Brandt lachte.", "person Die ukrainische Ministerin <Ada Brandt>"},
    {HERE, "Dr. Ada Brandt lachte.", "person Dr. <Ada Brandt>"},
    {HERE, "Professor Beckmann lachte.", "person Professor <Beckmann>"},
    {HERE, "Professor Otto Beckmann lachte.", "person Professor <Otto Beckmann>"},
    {HERE, "Bürgermeister Beckmann lachte.", "person Bürgermeister <Beckmann>"},
    {HERE, "Frau Brandt lachte.", "person Frau <Brandt>"},
    {HERE, "Ada von der Heide lachte.", "person <Ada von der Heide>"},
    {HERE, "Otto Maier lachte.", "person <Otto Maier>"},
    {HERE, "Otto F. Maier lachte.", "person <Otto F. Maier>"},
    {HERE, "Ada Brandt (SPD) lachte.", "person <Ada Brandt> (SPD)"},
    {HERE, "Malte Grothe-Kleist lachte.", "person <Malte Grothe-Kleist>"},
    {HERE, "Die Ministerin Ada Brandt und der Sprecher lachten.", "person Die Ministerin <Ada Brandt> und der Sprecher"},
    {HERE, "Ada Brandt, die Ministerin, lachte.", "person <Ada Brandt>, die Ministerin"},
    {HERE, "Die Ministerin, Ada Brandt, lachte.", "person Die Ministerin, <Ada Brandt>"},
    {HERE, "Der 54-Jährige lachte.", "person Der 54-Jährige"},
    {HERE, "Brandts Sprecherin lachte.", "person Brandts Sprecherin"},
    {HERE, "New Yorks Bürgermeister Otto Maier lachte.", "person New Yorks Bürgermeister <Otto Maier>"},
    {HERE, "Berlins frühere Bürgermeisterin lachte.", "person Berlins frühere Bürgermeisterin"},
    {HERE, "Ministerin Ada Brandt sowie der Sprecher lachten.", "person Ministerin <Ada Brandt> sowie der Sprecher"},
    {HERE, "Seine Frau lachte.", "person Seine Frau"},
    {HERE, "Der Sprecher der Polizei lachte.", "person Der Sprecher der Polizei"},
    {HERE, "Imkerin Ada Brandt lachte.", "person Imkerin <Ada Brandt>"},
    {HERE, "Der an der Klinik tätige Arzt lachte.", "person Der an der Klinik tätige Arzt"},
    {HERE, "Der Chef des Werks, Malte Grothe, lachte.", "person Der Chef des Werks, <Malte Grothe>"},
    {GAP, "Der frühere Chef des Werks Malte Grothe lachte.", "person Der frühere Chef des Werks Malte Grothe"},
    {HERE, "US-Präsident Gerold Maihaus lachte.", "person US-Präsident <Gerold Maihaus>"},
    {HERE, "Minister Franz-Otto Papiermann lachte.", "person Minister <Franz-Otto Papiermann>"},
    {HERE, "Ada Brandt, die Chefin des Werks lachte.", "person <Ada Brandt>, die Chefin des Werks"},
    {HERE, "Der Präsident Thailands, Ada Brandt, lachte.", "person Der Präsident Thailands, <Ada Brandt>"},
    {HERE, "Ada Brandt von der Gewerkschaft lachte.", "person <Ada Brandt> von der Gewerkschaft"},
    {HERE, "Wie der Richter, Otto Maier, sagte, regnet es.", "person der Richter, <Otto Maier>"},
};
Test(mentions, persons) { CHECK(persons, mentions); }

static const example bodies[] = {
    {HERE, "Die Stahlwerke GmbH teilte das mit.", "organization Die <Stahlwerke GmbH>"},
    {HERE, "Die Halm Maschinenbau GmbH & Co. KG lieferte.", "organization Die <Halm Maschinenbau GmbH & Co. KG>"},
    {HERE, "Die Polizei schweigt.", "organization Die Polizei"},
    {HERE, "Das Weiße Haus schweigt.", "organization Das <Weiße Haus>"},
    {HERE, "Die SPD schweigt.", "organization Die <SPD>"},
    {HERE, "Die Gewerkschaft Bau und Boden schweigt.", "organization Die <Gewerkschaft Bau und Boden>"},
    {HERE, "Kiew schweigt.", "place <Kiew>"},
    {HERE, "Die Bundesregierung schweigt.", "organization Die <Bundesregierung>"},
    {HERE, "Das Amtsgericht Leipzig schweigt.", "organization Das Amtsgericht <Leipzig>"},
    {HERE, "Die Staatsanwaltschaft in Leipzig schweigt.", "organization Die Staatsanwaltschaft in Leipzig"},
    {HERE, "Das Magazin „Morgenrot“ schreibt viel.", "media Das Magazin <„Morgenrot“>"},
    {HERE, "Das „Morgenblatt“ schreibt viel.", "media Das <„Morgenblatt“>"},
    {HERE, "Die „Morgenpost“ schreibt viel.", "media Die <„Morgenpost“>"},
    {HERE, "Die Süddeutsche Zeitung schreibt viel.", "media Die <Süddeutsche Zeitung>"},
    {HERE, "Das steht auf beispiel.de.", "media <beispiel.de>"},
    {HERE, "Der Bericht liegt vor.", "document Der Bericht"},
    {HERE, "Eine Studie der Universität Halle liegt vor.", "document Eine Studie der Universität Halle"},
    {HERE, "Mehr als 300 Augenzeugen klagen.", "group 300 Augenzeugen"},
    {HERE, "Stadtrat wirft Stadt Versagen vor.", "organization Stadtrat | organization Stadt"},
    {GAP, "Anwohner klagen.", "group Anwohner"},
    {HERE, "Mehrere Augenzeugen klagen.", "group Mehrere Augenzeugen"},
    {HERE, "Die Parteien klagen.", "organization Die Parteien"},
    {HERE, "Insider klagen.", "unnamed Insider"},
    {HERE, "Es klagen zwei mit dem Fall vertraute Personen.", "group zwei mit dem Fall vertraute Personen"},
    {GAP, "Zwei mit dem Fall vertraute Personen klagen.", "group Zwei mit dem Fall vertraute Personen"},
    {HERE, "Das geschah nach Angaben der Polizei.", "attribution Angaben der Polizei"},
    {HERE, "Der Baum blüht.", ""},
};
Test(mentions, bodies_media_documents) { CHECK(bodies, mentions); }

/* ---------------------------------------------------------------- attributes, conjuncts */

/* Each phrase with what belongs to it behind an arrow. */
static void parts(FILE *out, const lt_document *d)
{
    const char *between = "";
    for (uint32_t i = 0; i < d->mentions.count; i++) {
        const lt_mention *m = &d->mentions.at[i];
        if (m->owner == LAUT_NONE || m->pronoun)
            continue;
        fputs(between, out);
        between = " | ";
        put_tokens(out, d, m->first, m->last);
        fputs(" < ", out);
        put_tokens(out, d, d->mentions.at[m->owner].first, d->mentions.at[m->owner].core_last);
    }
}

static const example owned[] = {
    {HERE, "Der Sprecher der Polizei lachte.", "der Polizei < Der Sprecher"},
    {HERE, "Brandts Sprecherin lachte.", "Brandts < Brandts Sprecherin"},
    {HERE, "Der Chef der Gewerkschaft der Hafenarbeiter lachte.", "der Gewerkschaft der Hafenarbeiter < Der Chef | der Hafenarbeiter < der Gewerkschaft"},
    {HERE, "Die Polizei und die Feuerwehr kamen.", "die Feuerwehr < Die Polizei"},
    {HERE, "Ada Brandt, Chefin des Werks, lachte.", "Chefin des Werks < Ada Brandt | des Werks < Chefin"},
    {HERE, "Ein Sprecher von Halmwerk lachte.", "Halmwerk < Ein Sprecher"},
    {HERE, "Angaben der Polizei liegen vor.", "der Polizei < Angaben"},
    {HERE, "Das wurde nach Angaben von Interpol gefunden.", "Interpol < Angaben"},
    {HERE, "Das teilte die Regierung in Wien mit.", "Wien < die Regierung"},
    {HERE, "Das sagte der Minister in Wien.", ""},
    {HERE, "Das Rote Kreuz Haitis schweigt.", "Haitis < Das Rote Kreuz"},
    {HERE, "Der Vater gab der Tochter Geld.", ""},
};
Test(mentions, attributes_and_conjuncts) { CHECK(owned, parts); }

/* ---------------------------------------------------------------- subjects and objects */

static void argument(FILE *out, const lt_document *d, const char *name, uint32_t m)
{
    if (m == LAUT_NONE)
        return;
    fprintf(out, "%s(", name);
    put_tokens(out, d, d->mentions.at[m].first, d->mentions.at[m].last);
    putc(')', out);
}

static void arguments(FILE *out, const lt_document *d)
{
    for (uint32_t i = 0; i < d->clauses.count; i++) {
        const lt_arguments *g = &d->arguments[i];
        fputs(i ? " | " : "", out);
        argument(out, d, g->inherited ? "=s" : "s", g->subject);
        argument(out, d, "d", g->dative);
        argument(out, d, "a", g->accusative);
        argument(out, d, "by", g->agent);
        if (g->addressee != g->dative)
            argument(out, d, "to", g->addressee);
    }
}

static const example subjects[] = {
    {HERE, "Otto Grothe ist ein Dieb.", "s(Otto Grothe)"},
    {HERE, "Der Mann sah den Hund.", "s(Der Mann)a(den Hund)"},
    {HERE, "Den Hund sah der Mann.", "s(der Mann)a(Den Hund)"},
    {HERE, "Die Ministerin sagte der Zeitung nichts.", "s(Die Ministerin)d(der Zeitung)a(nichts)"},
    {HERE, "Gestern sagte der Sprecher dem Blatt alles.", "s(der Sprecher)d(dem Blatt)a(alles)"},
    {HERE, "Den Plan kritisierte die Ministerin.", "s(die Ministerin)a(Den Plan)"},
    {HERE, "Das sagte die Ministerin.", "s(die Ministerin)a(Das)"},
    {HERE, "Die SPD wirft dem 61-Jährigen Untätigkeit vor.", "s(Die SPD)d(dem 61-Jährigen)a(Untätigkeit)"},
    {HERE, "Die SPD warf der Frau Untätigkeit vor.", "s(Die SPD)d(der Frau)a(Untätigkeit)"},
    {HERE, "Der Regierung warf die SPD Untätigkeit vor.", "s(die SPD)d(Der Regierung)a(Untätigkeit)"},
    {HERE, "Die SPD warf der Regierung Untätigkeit vor.", "s(Die SPD)d(der Regierung)a(Untätigkeit)"},
    {HERE, "Der Plan wurde von der Ministerin kritisiert.", "s(Der Plan)by(der Ministerin)"},
    {HERE, "Sie kam und sagte nichts.", "s(Sie) | =s(Sie)a(nichts)"},
    {HERE, "Sie sagte, er sei krank.", "s(Sie) | s(er)"},
    {HERE, "Sie sagte, er sei krank und bleibe im Bett.", "s(Sie) | s(er) | =s(er)"},
    {HERE, "Der Mann, der kam, lachte.", "s(Der Mann) | s(der)"},
    {HERE, "Einer der Richter sagte nichts.", "s(Einer der Richter)a(nichts)"},
    {HERE, "Während Ada Brandt sprach, lachte er.", "s(Ada Brandt) | s(er)"},
    {HERE, "Der Mann, den sie sah, lachte.", "s(Der Mann) | s(sie)a(den)"},
    {HERE, "Die Ministerin und der Sprecher lachten.", "s(Die Ministerin und der Sprecher)"},
    {HERE, "Gestern kritisierten Anwohner den Lärm.", "s(Anwohner)a(den Lärm)"},
    {HERE, "Nach Angaben der Polizei floh der Täter.", "s(der Täter)"},
    {HERE, "Er sagte: „Der Hund bellt.“", "s(Er) | s(Der Hund)"},
    {HERE, "„Der Hund bellt“, sagte Brandt.", "s(Brandt) | s(Der Hund)"},
    {HERE, "„Der Hund bellt“, schrieb „Die Zeit“.", "s(„Die Zeit“) | s(Der Hund)"},
    {HERE, "Man habe nichts gewusst.", "s(Man)a(nichts)"},
    {HERE, "Der Sprecher sagte gegenüber der Zeitung nichts.", "s(Der Sprecher)a(nichts)to(der Zeitung)"},
    {HERE, "Im Interview mit der Zeitung sagte er nichts.", "s(er)a(nichts)to(der Zeitung)"},
    {HERE, "Vor Journalisten sagte er nichts.", "s(er)a(nichts)to(Journalisten)"},
    {HERE, "Er warnte vor Betrügern.", "s(Er)"},
    {HERE, "Er appellierte an die Stadt.", "s(Er)to(die Stadt)"},
    {HERE, "Er forderte von der Stadt einen Plan.", "s(Er)a(einen Plan)to(der Stadt)"},
    {HERE, "Der Chef von Halmwerk forderte einen Plan.", "s(Der Chef von Halmwerk)a(einen Plan)"},
    {HERE, "Er warf Brandt Betrug vor.", "s(Er)a(Brandt)to(Brandt)"},
};
Test(mentions, arguments) { CHECK(subjects, arguments); }

/* ---------------------------------------------------------------- agreement */

/* Case, gender and number that are left. */
static void agreement(FILE *out, const lt_document *d)
{
    const char *between = "";
    for (uint32_t i = 0; i < d->mentions.count; i++) {
        const lt_mention *m = &d->mentions.at[i];
        fputs(between, out);
        between = " | ";
        put_tokens(out, d, m->first, m->last);
        putc(':', out);
        put_features(out, m->features & (LT_CASES | LT_GENDERS | LT_NUMBERS));
    }
}

static const example cases[] = {
    {HERE, "Der alte Mann lacht.", "Der alte Mann: nom m sg"},
    {HERE, "Er sah den alten Mann.", "Er: nom m sg | den alten Mann: acc m sg"},
    {HERE, "Er half den alten Männern.", "Er: nom m sg | den alten Männern: dat pl"},
    {HERE, "Er half der alten Frau.", "Er: nom m sg | der alten Frau: gen dat f sg"},
    {HERE, "Mit der alten Frau", "der alten Frau: dat f sg"},
    {HERE, "Die Männer lachen.", "Die Männer: nom acc pl"},
    {HERE, "Das Haus brennt.", "Das Haus: nom acc n sg"},
};
Test(mentions, agreement) { CHECK(cases, agreement); }
