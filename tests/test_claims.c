/* src/stages/claims.c: the claims of a text, nested, carried on, with their chains. */
#include <criterion/criterion.h>

#include "german.h"

/* Each claim: its kind, content and (in another sentence than before) what it depends on:
 * ^n its parent, +n the claim that it carries on, numbers from 1. No-comments as "silence". */
static void claims(FILE *out, const lt_document *d)
{
    static const char *const kinds[] = {"direct", "indirect", "reported", "subjunctive", "free"};
    size_t count, silent;
    const laut_claim *c = laut_claims(d, &count);
    const laut_no_comment *n = laut_no_comments(d, &silent);
    for (size_t i = 0; i < count; i++) {
        fprintf(out, "%s%s: ", i ? " | " : "", kinds[c[i].kind]);
        put_spans(out, d, c[i].content);
        if (c[i].parent != LAUT_NONE)
            fprintf(out, " ^%u", c[i].parent + 1);
        if (c[i].continues != LAUT_NONE)
            fprintf(out, " +%u", c[i].continues + 1);
    }
    for (size_t i = 0; i < silent; i++) {
        fprintf(out, "%ssilence: ", i || count ? " | " : "");
        put_spans(out, d, n[i].words);
    }
}

static const example indirect[] = {
    {HERE, "Die Ministerin sagte, dass es regnet.", "indirect: dass es regnet"},
    {HERE, "Die Ministerin sagte, es regne.", "indirect: es regne"},
    {HERE, "Es regne, sagte die Ministerin.", "indirect: Es regne"},
    {HERE, "Das Haus, sagte die Ministerin, sei leer.", "indirect: Das Haus … sei leer"},
    {HERE, "Brandt sagte: „Ein Kind rief: ‚Halt!‘“ Niemand habe das gehört.", "direct: „Ein Kind rief: ‚Halt!‘“ | direct: ‚Halt!‘ ^1 | subjunctive: Niemand habe das gehört. +1"},
    {HERE, "Das Haus könne, sagte die Ministerin, bald wieder bezogen werden.", "indirect: Das Haus könne … bald wieder bezogen werden"},
    {HERE, "Brandt müsse, sagte die Ministerin, das Geld schon bekommen haben.", "indirect: Brandt müsse … das Geld schon bekommen haben"},
    {HERE, "Das Haus ist, sagte die Ministerin, noch nicht fertig.", "indirect: Das Haus ist … noch nicht fertig"},
    {HERE, "Was fehle, sagte die Ministerin, seien Häuser.", "indirect: Was fehle … seien Häuser"},
    {HERE, "Brandt kündigte an, bis Mai sollten Stellen besetzt werden.", "indirect: bis Mai sollten Stellen besetzt werden"},
    {HERE, "Das Haus sei, sagte die Ministerin, leer.", "indirect: Das Haus sei … leer"},
    {HERE, "Der Plan sei, so die Ministerin, zu teuer.", "indirect: Der Plan sei … zu teuer"},
    {HERE, "Die Halle sei, sagte Brandt, geschlossen worden.", "indirect: Die Halle sei … geschlossen worden"},
    {HERE, "Der Umbau sei angekündigt worden, sagte Brandt.", "indirect: Der Umbau sei angekündigt worden"},
    {HERE, "Brandt sagte, der Umbau sei angekündigt worden.", "indirect: der Umbau sei angekündigt worden"},
    {HERE, "Der Umbau ist nach Angaben der Stadt angekündigt worden.", "indirect: Der Umbau ist … angekündigt worden"},
    {HERE, "Brandt habe, so hieß es, gelogen.", "indirect: Brandt habe … gelogen"},
    {HERE, "Brandt habe, wie es hieß, gelogen.", "indirect: Brandt habe … gelogen"},
    {HERE, "Der Vorwurf, er habe gelogen, wurde laut.", "indirect: er habe gelogen"},
    {HERE, "Brandt äusserte, dass es regne.", "indirect: dass es regne"},
    {HERE, "Brandt betonte, wie wichtig die Halle sei.", "indirect: wie wichtig die Halle sei"},
    {HERE, "Wie es hiess, brannte ein Haus.", "indirect: brannte ein Haus"},
    {HERE, "Die Ministerin sagte, der Mann, der kam, sei krank.", "indirect: der Mann, der kam, sei krank"},
    {HERE, "Die Ministerin versprach, das Haus zu öffnen.", "indirect: das Haus zu öffnen"},
    {HERE, "Die Ministerin fragte, ob es regne.", "indirect: ob es regne"},
    {HERE, "Nach Angaben der Polizei brannte ein Haus.", "indirect: brannte ein Haus"},
    {HERE, "Ein Haus brannte nach Angaben der Polizei ab.", "indirect: Ein Haus brannte … ab"},
    {HERE, "Laut Polizei brannte ein Haus.", "indirect: brannte ein Haus"},
    {HERE, "Der Polizei zufolge brannte ein Haus.", "indirect: brannte ein Haus"},
    {HERE, "Das Haus werde, wie die Ministerin mitteilte, verkauft.", "indirect: Das Haus werde … verkauft"},
    {HERE, "Die Ministerin sagte, die Lage sei ernst, aber stabil.", "indirect: die Lage sei ernst, aber stabil"},
    {HERE, "Brandt sagte, das Haus sei leer; man müsse es prüfen.", "indirect: das Haus sei leer; man müsse es prüfen"},
    {HERE, "Brandt sagte, dass der Plan gut sei, dass er aber zu teuer werde.", "indirect: dass der Plan gut sei, dass er aber zu teuer werde"},
    {HERE, "Brandt wehrt sich: Wer spare, zahle später, sagte sie.", "indirect: Wer spare, zahle später"},
    {HERE, "Es werde, hieß es, kein Geld geben.", "indirect: Es werde … kein Geld geben"},
    {HERE, "Dem Bericht nach brannte ein Haus.", "indirect: brannte ein Haus"},
    {HERE, "Sie sagte, der Plan sei gut, und kündigte eine Prüfung an.", "indirect: der Plan sei gut | reported: kündigte eine Prüfung an"},
    {HERE, "Brandt sagte, die große, alte Halle brenne.", "indirect: die große, alte Halle brenne"},
    {HERE, "Das Haus sei leer, so die Ministerin.", "indirect: Das Haus sei leer"},
    {HERE, "Wie die Polizei mitteilte, brannte ein Haus.", "indirect: brannte ein Haus"},
    {HERE, "Am Morgen brannte ein Haus. Das teilte die Polizei mit.", "indirect: Am Morgen brannte ein Haus"},
    {HERE, "Es regnet.", ""},
    {HERE, "Die Ministerin sagte die Reise ab.", ""},
};
Test(claims, indirect) { CHECK(indirect, claims); }

static const example direct[] = {
    {HERE, "„Es regnet“, sagte die Ministerin.", "direct: „Es regnet“"},
    {HERE, "Die Ministerin sagte: „Es regnet.“", "direct: „Es regnet.“"},
    {HERE, "„Wenn es regnet“, sagte die Ministerin, „dann bleiben wir heute im Haus.“", "direct: „Wenn es regnet“ … „dann bleiben wir heute im Haus.“"},
    {HERE, "„Es regnet“, sagte die Ministerin. „Wir bleiben hier.“", "direct: „Es regnet“ | direct: „Wir bleiben hier.“ +1"},
    {HERE, "„Es regnet“, so die Ministerin.", "direct: „Es regnet“"},
    {HERE, "Auf die Frage, ob er komme, sagte Brandt: „Ich komme morgen wieder.“", "direct: „Ich komme morgen wieder.“"},
    {HERE, "Brandt: „Es regnet.“", "direct: „Es regnet.“"},
    {HERE, "Der Plan sei „falsch“, sagte Brandt, und „teuer“.", "indirect: Der Plan sei „falsch“ … und „teuer“ | direct: „falsch“ ^1 | direct: „teuer“ ^1"},
    {HERE, "Die Ministerin nannte den Plan „mutig“.", "direct: „mutig“"},
    {HERE, "Die Ministerin sprach von einem „Tag der Freude“.", "direct: „Tag der Freude“"},
    {HERE, "Das Magazin „Morgenrot“ ist bunt.", ""},
    {HERE, "Er las „Das Haus am See“.", ""},
    {HERE, "„Es regnet. Wir bleiben“, sagte die Ministerin.", "direct: „Es regnet. Wir bleiben“"},
    {HERE, "„Es regnet.\n\nWir bleiben“, sagte die Ministerin.", "direct: „Es regnet.  Wir bleiben“"},
};
Test(claims, direct) { CHECK(direct, claims); }

static const example reported[] = {
    {HERE, "Die Ministerin forderte mehr Geld.", "reported: Die Ministerin forderte mehr Geld"},
    {HERE, "Die Ministerin kritisierte den Plan.", "reported: Die Ministerin kritisierte den Plan"},
    {HERE, "Die Ministerin bestritt die Tat.", "reported: Die Ministerin bestritt die Tat"},
    {HERE, "Die Ministerin verurteilte die Tat.", "reported: Die Ministerin verurteilte die Tat"},
    {HERE, "Die Ministerin gewann die Wahl.", ""},
    {HERE, "Die SPD warf der Regierung Versagen vor.", "reported: Die SPD warf der Regierung Versagen vor"},
    {HERE, "Die Ministerin kündigte einen Umbau an.", "reported: Die Ministerin kündigte einen Umbau an"},
    {HERE, "Die Ministerin wies die Kritik zurück.", "reported: Die Ministerin wies die Kritik zurück"},
    {HERE, "Die Ministerin warnte vor Glatteis.", "reported: Die Ministerin warnte vor Glatteis"},
    {HERE, "Die Ministerin begrüßte den Umbau.", "reported: Die Ministerin begrüßte den Umbau"},
    {HERE, "Die Ministerin begrüsste den Umbau.", "reported: Die Ministerin begrüsste den Umbau"},
};
Test(claims, reported) { CHECK(reported, claims); }

static const example nested[] = {
    {HERE, "Es regne, sagte die Ministerin vor Haus B. „Wir bleiben hier“, drohte sie.", "indirect: Es regne | direct: „Wir bleiben hier“"},
    {HERE, "Präsident Holger Nix sagte, es regne. Nix sagte, man bleibe.", "indirect: es regne | indirect: man bleibe"},
    {HERE, "Die Ministerin hielt den Plan für „mutig, aber teuer“.", "direct: „mutig, aber teuer“"},
    {HERE, "Der Plan sei alt, so Brandt laut „Uferbote“.", "indirect: Der Plan sei alt"},
    {HERE, "Brandt habe gesagt, dass der Damm halte, so die Ministerin.", "indirect: Brandt habe gesagt, dass der Damm halte | indirect: dass der Damm halte ^1"},
    {HERE, "Brandt habe versprochen, Wasser zu sparen, laut Ministerin.", "indirect: Brandt habe versprochen, Wasser zu sparen | indirect: Wasser zu sparen ^1"},
    {HERE, "Die Ministerin sagte, der Plan sei „mutig“.", "indirect: der Plan sei „mutig“ | direct: „mutig“ ^1"},
    {HERE, "Die Ministerin sagte, der Sprecher habe gesagt, dass es regne.", "indirect: der Sprecher habe gesagt, dass es regne | indirect: dass es regne ^1"},
    {HERE, "Die Ministerin sagte, der Sprecher fordere „mehr Geld“.", "indirect: der Sprecher fordere „mehr Geld“ | direct: „mehr Geld“ ^1"},
    {HERE, "„Der Sprecher sagte, dass es regnet“, sagte die Ministerin.", "direct: „Der Sprecher sagte, dass es regnet“ | indirect: dass es regnet ^1"},
    {HERE, "„Ein Hirte schrieb uns: ‚Es regnet hier.‘“, sagte die Ministerin.", "direct: „Ein Hirte schrieb uns: ‚Es regnet hier.‘“ | direct: ‚Es regnet hier.‘ ^1"},
    {HERE, "Wie die Ministerin sagte, nennt der Sprecher den Plan „völlig verfehlt“.", "indirect: nennt der Sprecher den Plan „völlig verfehlt“ | direct: „völlig verfehlt“ ^1"},
    {HERE, "Die Ministerin kündigte „heftigen Widerstand“ an.", "reported: Die Ministerin kündigte „heftigen Widerstand“ an | direct: „heftigen Widerstand“ ^1"},
};
Test(claims, nested) { CHECK(nested, claims); }

static const example carried[] = {
    {HERE, "Die Ministerin sagte, es regne. Das Haus sei leer.", "indirect: es regne | subjunctive: Das Haus sei leer. +1"},
    {HERE, "Die Ministerin sagte, es regne. Das Haus sei leer. Man müsse es verkaufen.", "indirect: es regne | subjunctive: Das Haus sei leer. +1 | subjunctive: Man müsse es verkaufen. +2"},
    {HERE, "Die Ministerin sagte, es regne.\n\nDas Haus sei leer.", "indirect: es regne | subjunctive: Das Haus sei leer. +1"},
    {HERE, "Die Ministerin sagte, es regne. Das Haus ist leer.", "indirect: es regne"},
    {HERE, "Die Abgeordnete lachte. Das Haus sei leer.", "subjunctive: Das Haus sei leer."},
    {HERE, "Die Kämmerin kritisierte den Umbau. Er sei zu teuer.", "reported: Die Kämmerin kritisierte den Umbau | subjunctive: Er sei zu teuer. +1"},
    {HERE, "Die Polizei sagte, ein Haus brenne. Ein Mann soll geflohen sein.", "indirect: ein Haus brenne | free: Ein Mann soll geflohen sein. +1"},
    {HERE, "Die Ministerin sagte, es regne. Mehrere Häuser hätten gebrannt.", "indirect: es regne | subjunctive: Mehrere Häuser hätten gebrannt. +1"},
    {GAP, "Es lebe der König!", ""},
    /* missing commas */
    {HERE, "Ada Brandt meinte dass es regne.", "indirect: dass es regne"},
    {HERE, "Die Polizei teilte mit dass es brenne.", "indirect: dass es brenne"},
    {HERE, "Sie ging ohne dass es regnete.", ""},
    {HERE, "„Das ist gut so“ sagte Ada Brandt.", "direct: „Das ist gut so“"},
};
Test(claims, carried_on) { CHECK(carried, claims); }

static const example silences[] = {
    {HERE, "Die Polizei machte keine Angaben.", "silence: Die Polizei"},
    {HERE, "Die Ministerin äußerte sich nicht.", "silence: Die Ministerin"},
    {HERE, "Die Ministerin äusserte sich nicht.", "silence: Die Ministerin"},
    {HERE, "Die Ministerin liess offen, wann sie geht.", "silence: Die Ministerin"},
    {HERE, "Die Ministerin wollte sich nicht äußern.", "silence: Die Ministerin"},
    {HERE, "Der Konzern lehnte eine Stellungnahme ab.", "silence: Der Konzern"},
    {HERE, "Die Ministerin war nicht zu erreichen.", "silence: Die Ministerin"},
    {HERE, "Die Ministerin reagierte nicht auf eine Anfrage.", "silence: Die Ministerin"},
    {HERE, "Die Ministerin ließ offen, wann sie geht.", "silence: Die Ministerin"},
};
Test(claims, no_comments) { CHECK(silences, claims); }

/* ---------------------------------------------------------------- frame and cue */

static void frames(FILE *out, const lt_document *d)
{
    size_t count;
    const laut_claim *c = laut_claims(d, &count);
    for (size_t i = 0; i < count; i++) {
        fputs(i ? " | " : "", out);
        put_spans(out, d, c[i].cue);
        fputs(" [", out);
        put_spans(out, d, c[i].frame);
        putc(']', out);
        if (c[i].addressee.count) {
            fputs(" to ", out);
            put_spans(out, d, c[i].addressee);
        }
    }
}

static const example roles[] = {
    {HERE, "Die Ministerin sagte, dass es regnet.", "sagte [Die Ministerin sagte,]"},
    {HERE, "Die Ministerin teilte mit, dass es regnet.", "teilte mit [Die Ministerin teilte mit,]"},
    {HERE, "Die Ministerin hat gestern gesagt, dass es regnet.", "hat … gesagt [Die Ministerin hat gestern gesagt,]"},
    {HERE, "„Es regnet“, fügte die Ministerin hinzu.", "fügte … hinzu [, fügte die Ministerin hinzu]"},
    {HERE, "Die Ministerin sagte dem Morgenblatt, dass es regnet.", "sagte [Die Ministerin sagte dem Morgenblatt,] to dem Morgenblatt"},
    {HERE, "Nach Angaben der Polizei brannte ein Haus.", "Nach [Nach Angaben der Polizei]"},
    {HERE, "Der Polizei zufolge brannte ein Haus.", "zufolge [Der Polizei zufolge]"},
    {HERE, "Es regne, so die Ministerin.", "so [, so die Ministerin]"},
    {HERE, "Das Haus, sagte die Ministerin, sei leer.", "sagte [, sagte die Ministerin,]"},
    {HERE, "Gestern sagte die Ministerin, dass es regnet.", "sagte [Gestern sagte die Ministerin,]"},
    {HERE, "In dem Bericht heißt es, dass es brenne.", "heißt es [In dem Bericht heißt es,]"},
    {HERE, "Das Blatt zitiert Brandt mit den Worten: „Es regnet hier.“", "zitiert … mit den Worten [Das Blatt zitiert Brandt mit den Worten:]"},
    {HERE, "Das Blatt zitiert Brandt mit den Worten „Es regnet hier“.", "zitiert … mit den Worten [Das Blatt zitiert Brandt mit den Worten]"},
    {HERE, "Otto Grothe, Chef der Stadtwerke, sagte, es regne.", "sagte [Otto Grothe, Chef der Stadtwerke, sagte,]"},
    {HERE, "Die Ministerin sagte Medienberichten zufolge, dass es regnet.", "sagte [Die Ministerin sagte Medienberichten zufolge,]"},
    {HERE, "Die Halmwerk GmbH teilte mit, dass es regne.", "teilte mit [Die Halmwerk GmbH teilte mit,]"},
};
Test(claims, cue_frame_addressee) { CHECK(roles, frames); }
