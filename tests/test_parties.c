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
            fprintf(out, "%s%s (%s", k ? " > " : "", p[c[i].chain[k].party].name,
                    laut_resolved_name(c[i].chain[k].resolved));
            for (size_t r = 0; r < c[i].chain[k].candidate_count; r++)
                fprintf(out, "%s%s", r ? "/" : ": ", p[c[i].chain[k].candidates[r]].name);
            putc(')', out);
        }
        if (c[i].source != LAUT_NONE)
            fprintf(out, " [%s]", p[c[i].chain[c[i].source].party].name);
    }
}

#define FIRST "Die Ministerin Ada Brandt sagte, es regne. "
#define SECOND "Ada Brandt (name) | "

static const example same[] = {
    {HERE, "„Das Betreten ist verboten“ steht auf dem Zettel, den Hausmeisterin Ada Brandt angeklebt hat. Der Saal sei leer, sagt sie.", "Zettel (description) [Zettel] | Ada Brandt (pronoun)"},
    {HERE, FIRST "Brandt sagte, man bleibe.", SECOND "Ada Brandt (name)"},
    {HERE, FIRST "Die Ministerin sagte, man bleibe.", SECOND "Ada Brandt (description)"},
    {HERE, FIRST "Sie sagte, man bleibe.", SECOND "Ada Brandt (pronoun)"},
    {HERE, "Ada Brandt lachte. Es regne, rief die Leiterin der Festspiele.", "Ada Brandt (description)"},
    {HERE, "Die Wirtin Ada Brandt lachte. Es regne, rief die Leiterin der Festspiele.", "Leiterin der Festspiele (description)"},
    {HERE, "Ada Brandt lachte. Es regne, rief der Direktor der Festspiele.", "Direktor der Festspiele (description)"},
    {HERE, FIRST "Es regne, rief die Ministerin aus dem Nebenraum.", SECOND "Ada Brandt (description)"},
    {HERE, "Es brannte bei Ada Brandt. Es regne, sagte die Sprecherin der Wehr.", "Sprecherin der Wehr (description)"},
    {HERE, FIRST "Kritik kommt von dem Forscher Otto Grothe. Das Haus sei leer, sagt er.", SECOND "Otto Grothe (name) | Otto Grothe (pronoun)"},
    {HERE, FIRST "Die Forscherin Edda Pohl sagte, man bleibe. Für Ada Brandt ist das nichts. Das Haus sei leer, sagt sie.",
     SECOND "Edda Pohl (name) | Ada Brandt (pronoun)"},
    {HERE, FIRST "Ein Sprecher Brandts sagte, man bleibe.", SECOND "Sprecher Brandts (description)"},
    {HERE, "Malte Jacobs ging. Der Abgeordnete Jacobs sagte, es regne.", "Malte Jacobs (name)"},
    {HERE, "Nach Angaben der Rektorin Petra Oltmanns regnet es. Man bleibe, sagte Oltmanns.", "Petra Oltmanns (name) | Petra Oltmanns (name)"},
    {HERE, "Auf dem Deck rostete eine Kette. Es regne, teilte die Reederei mit.", "Reederei (description)"},
    {HERE, "Auf Nachfrage erklärte Marholz, dass es regne.", "Marholz (name)"},
    {HERE, "Kaltwasser warnte davor, die Deiche zu betreten.", "Kaltwasser (name)"},
    {HERE, "Es regne, sagte einer der Gutachter.", "einer der Gutachter (pronoun)"},
    {HERE, "Es regne, teilte die Polizeiinspektion Kiel mit.", "Polizeiinspektion Kiel (name)"},
    {HERE, "Nach Angaben Otto Jensens regnet es. Man bleibe, sagte Jensen.", "Otto Jensen (name) | Otto Jensen (name)"},
    {HERE, "Ada Brandt steht am Ufer. Es regnet. Die Boote liegen fest. Der Wind dreht. Es regne, sagt die 38-Jährige.", "Ada Brandt (description)"},
    {HERE, "Ada Brandt steht am Ufer. Es regnet. Eine Frau fiel um. Die Boote liegen fest. Der Wind dreht. Es regne, sagt die 38-Jährige.", "Frau (description)"},
    {HERE, "Otto Grothe kam. Ein Überlebender sagte, es brenne. „Es brennt lange“, sagte der 19-Jährige.", "Überlebender (description) | Überlebender (description)"},
    {HERE, "Ein Überlebender sagte dem Blatt, es brenne. „Es brennt schon lange“, zitiert das Blatt den 19-Jährigen.",
     "Überlebender (description) | Überlebender (description) > Blatt (description) [Blatt]"},
    {HERE, "Die Amtsleiterin Ada Brandt kam. Es regne, sagte die Zeugin.", "Ada Brandt (description)"},
    {HERE, "Der Richter Otto Grothe kam. Die Amtsleiterin Ada Brandt auch. Es regne, sagte die Zeugin.", "Zeugin (description)"},
    {HERE, "Dann betritt die Wirtin den Saal, Ada Brandt, 79. Sie sagt, es regne.", "Ada Brandt (pronoun)"},
    {HERE, "Dann betritt die Wirtin den Saal, Otto Grothe geht. Es regne, sagt sie.", "Wirtin (pronoun)"},
    {HERE, "Otto Grothe kam. Der sichtlich gerührte Grothe sagte, es regne.", "Otto Grothe (name)"},
    {HERE, "Die angeschlagene Velmo sagte, es regne. Das 54-jährige Halmwerk sagte, man bleibe.", "angeschlagene Velmo (name) | 54-jährige Halmwerk (description)"},
    {HERE, "Die Gäste sagten, es regne. Andere Gäste sagten, man bleibe. Nach Angaben von anderen Wirten brannte ein Haus.",
     "Gäste (description) | andere Gäste (description) | andere Wirte (description)"},
    {HERE, "Der 54-jährige Grothe sagte, es regne.", "Grothe (name)"},
    {HERE, "„Es regnet schon“, fleht eine gewisse Elbmaus72.", "Elbmaus72 (name)"},
    {HERE, "„Es regnet schon“, spottet jemand unter dem Namen Elbfan.", "Elbfan (name)"},
    {HERE, "Ein Mann namens Otto Grothe sagte, es regne. Eine Firma mit dem Namen „Velmo Süd“ sagte, man bleibe.", "Otto Grothe (name) | Velmo Süd (name)"},
    {HERE, "Ein Mann mit dem Namen seines Vaters sagte, es regne.", "Mann mit dem Namen seines Vaters (description)"},
    {HERE, "Die Verbraucherzentrale Hessen prüft den Vertrag. Nach Ansicht der Verbraucherschützer ist er alt.", "Verbraucherzentrale Hessen (description)"},
    {HERE, "Der 27-Jährige ging. Ein Imker kam. Es regne, sagte der 44-Jährige.", "Imker (description)"},
    {HERE, "Am Montag ernannte der Vatikan den Vikar Otto Grothe. „Ich bin froh“, sagte der 53-Jährige.", "Otto Grothe (description)"},
    {HERE, FIRST "\n\nEin Imker aus Kiel, der im Ort lebt, sieht das anders. Das Haus sei leer.", SECOND "Imker aus Kiel (description) | Imker aus Kiel (continued)"},
    {HERE, "Die Bank wuchs.\n\nHalvik. Die Bank steht am Hafen. Sie rechnet mit Regen.", "Bank (pronoun)"},
    {HERE, "Wie das Wirtschaftsblatt „Kurs“ berichtet, brennt es.", "Kurs (name) [Kurs]"},
    {HERE, "Nach Schilderung des geretteten Skippers brannte das Boot.", "geretteter Skipper (description)"},
    {HERE, "Malte Jacobs kam. Der Wirt Otto Grothe lachte. Grothe habe gelogen, sagte er.", "Malte Jacobs (pronoun)"},
    {HERE, "Der Trainer Otto Grothe ging. Gern hätten sie unter Grothe gespielt, sagte der Kapitän.", "Kapitän (description)"},
    {HERE, "Die Fähre zwischen Norderwarf und der Insel ruht. Die Reederei Elbe stellt den Dienst ein, teilte sie mit.", "Reederei Elbe (pronoun)"},
    {HERE, "Der Koch ging. Der Wirt Malte Jacobs kommt. Anders sieht das Bild von Ada Brandt aus. Die Leiterin der Festspiele lacht. Das sei falsch, sagt sie.",
     "Ada Brandt (pronoun)"},
    {HERE, "Der Trainer Malte Jacobs ging. Der Kapitän heißt Otto Grothe, ist 29 und lacht. „Klar“, sagt er.", "Otto Grothe (pronoun)"},
    {HERE, "Mehr gesehen hat wohl Ada Brandt. Ein Wagen habe dort gestanden, sagte die Rentnerin.", "Ada Brandt (description)"},
    {HERE, "„Hier lebt nichts“, sagt Busch. Die Wirtin wartet. Vor April werde das nichts, meint Busch. „Wir haben Geld“, sagt sie.",
     "Busch (name) | Busch (name) | Busch (pronoun)"},
    {HERE, "„Hier lebt nichts“, sagt Forscher", "Forscher (description)"},
    {HERE, FIRST "Der Damm sei alt. Es fehle Geld. Die Stadt habe das Haus mit der Velmo gekauft. Er stehe leer. „Es ist genug“, sagte sie.",
     SECOND "Ada Brandt (continued) | Ada Brandt (continued) | Ada Brandt (continued) | Ada Brandt (continued) | Ada Brandt (pronoun)"},
    {HERE, "Das Geld bekam eine Firma, die dem Wirt Malte Jacobs gehört. Otto Grothe hört zu und redet. „Ich war oft dort. Ich war im Winter dort. "
           "Im Mai war ich dort. Ich war auch heute dort“, sagt er.", "Otto Grothe (pronoun)"},
    {HERE, "Der Wirt Malte Jacobs ging. Und Otto Grothe? In Hude habe er alles gesehen, sagt er.", "Otto Grothe (pronoun)"},
    {HERE, "Otto Grothe las die Bilanz. Aus ihr, so sein Fazit, lasse sich nichts lesen. Das Geld fehle, so seine Kritik.",
     "Otto Grothe (pronoun) | Otto Grothe (pronoun)"},
    {HERE, FIRST "Otto Grothe sei bereit, heißt es in seinem Umfeld.", SECOND "Umfeld (description) [Umfeld]"},
    {HERE, "Der Chef der Bank sagte, es regne. Der Chef der Partei sagte, man bleibe.", "Chef der Bank (description) | Chef der Partei (description)"},
    {HERE, "Der Chef der Bank sagte, es regne. Der Chef des Unternehmens sagte, man bleibe.", "Chef der Bank (description) | Chef der Bank (description)"},
    {HERE, "Der Fahrer ging. Davon geht die Polizei aus, wie Staatsanwalt Otto Grothe sagte.", "Polizei (description) > Otto Grothe (name) [Otto Grothe]"},
    {HERE, "Die Forscherin Edda Pohl von der TU Kiel sagte, es regne.", "Edda Pohl (name)"},
    {HERE, "Die Agentur NLP berichtete davon. Es regne, schrieb sie.", "NLP (pronoun) [NLP]"},
    {HERE, "Der Betriebsrat kam. Es regne, teilte das Unternehmen mit.", "Unternehmen (description)"},
    {HERE, "„Wir sind keine Helden“\n\nEs brannte in Kiel. „Wir sind keine Helden, wir haben geholfen“, sagte Otto Grothe.",
     "Otto Grothe (continued) | Otto Grothe (name)"},
    {HERE, "Otto Grothe lachte. Ob er bleibe? „Klar bleibe ich hier.“", "Otto Grothe (continued)"},
    {HERE, "Die Ministerin Ada Paul ging. Paul sagte, es regne.", "Ada Paul (name)"},
    {HERE, "Der Imker Malte Brandt, der dem Rat angehört, sagte, es regne.", "Malte Brandt (name)"},
    {HERE, "Der Verein entließ Otto Lindholm. Es regne, schrieb der Schwede.", "Otto Lindholm (description)"},
    {HERE, "Die Stadt wirft dem Wirt Otto Grothe Betrug vor. Der Beschuldigte sagte, es regne.", "Stadt (description) | Otto Grothe (description)"},
    {HERE, FIRST "Sie sagte der „Ennsleiten-Post“, man bleibe. Wie die Zeitung weiter berichtet, brennt es.",
     SECOND "Ada Brandt (pronoun) | Ennsleiten-Post (description) [Ennsleiten-Post]"},
    {HERE, FIRST "Die Liga prüft das, wie sie mitteilte.", SECOND "Liga (pronoun)"},
    {HERE, "Das Landesamt für Küstenschutz sagte, man bleibe. Laut Behörde brennt es.",
     "Landesamt für Küstenschutz (description) | Landesamt für Küstenschutz (description)"},
    {HERE, "Staatssekretär Duccio Ferrante ging. Ein Berater Ferrantes sagte, es regne.", "Berater Ferrantes (description)"},
    {HERE, "Der Konzern Cordawerk ging. Cordawerk sagte, es regne.", "Cordawerk (name)"},
    {HERE, "Nach Informationen des „Neckarboten“ regnet es. Der „Neckarbote“ schrieb, man bleibe.",
     "Neckarbote (name) [Neckarbote] | Neckarbote (name) [Neckarbote]"},
    {HERE, FIRST "Das Haus sei leer.", SECOND "Ada Brandt (continued)"},
    {HERE, FIRST "Frau Brandt sagte, man bleibe.", SECOND "Ada Brandt (name)"},
    {HERE, FIRST "Nach Brandts Angaben brannte ein Haus.", SECOND "Ada Brandt (name)"},
    {HERE, FIRST "Nach ihren Angaben brannte ein Haus.", SECOND "Ada Brandt (pronoun)"},
    {HERE, FIRST "Laut Brandt brannte ein Haus.", SECOND "Ada Brandt (name)"},
    {HERE, FIRST "Die Politikerin sagte, man bleibe.", SECOND "Ada Brandt (description)"},
    {HERE, "Fraktionsvize Ada Brandt ging. Es regne, sagte die Politikerin.", "Ada Brandt (description)"},
    {HERE, "Es brannte bei der Nordlicht Versicherung. Es regne, teilte das Unternehmen mit. Nordlicht sagte, man bleibe.",
     "Nordlicht Versicherung (description) | Nordlicht Versicherung (name)"},
    {HERE, "Grothe & Söhne baut Boote. Die Firma aus Kiel sagte, es regne.", "Grothe & Söhne (description)"},
    {HERE, "Nach Informationen des „Börsenspiegels“ regnet es. Das Blatt schrieb, man bleibe.",
     "Börsenspiegel (name) [Börsenspiegel] | Börsenspiegel (description) [Börsenspiegel]"},
    {HERE, "Die Abgeordnete Ada Brandt kam. Die Leiterin sagte, es regne.", "Leiterin (description)"},
    {HERE, "Die Vorstandschefin Ada Brandt kam. Die Vorstandsvorsitzende sagte, es regne.", "Ada Brandt (description)"},
    {HERE, "Der Anwalt Otto Grothe ging. Sein Mandant sei krank, sagte der Jurist.", "Otto Grothe (description)"},
    {HERE, "Die Polizei Kiel kam. Das Landgericht Kiel sagte, es regne.", "Landgericht Kiel (name)"},
    {HERE, "Das Gesundheitsamt kam. Es brenne, teilte das Landesamt mit.", "Landesamt (description)"},
    {HERE, "Der Lehrerverband kam. Es brenne, teilte der Elternverband mit.", "Elternverband (description)"},
    {HERE, "Ada Brandt kam. Es regnete. Es war kalt. Das Boot hänge von der Werft ab, glaubt sie.", "Ada Brandt (pronoun)"},
    {HERE, "Es brenne, sagte Direktor Professor Otto Grothe.", "Otto Grothe (name)"},
    {HERE, "Ein Sprecher der Gewerkschaft Bau und Boden sagte, es brenne.", "Sprecher der Gewerkschaft Bau und Boden (description)"},
    {HERE, "Petra Lang kam. Es brenne, sagte Lang.", "Petra Lang (name)"},
    {HERE, "Ein Brief, der der Behörde vorliegt, ist lang. Darin heißt es, es regne.", "Brief (pronoun) [Brief]"},
    {HERE, "Es gibt einen Vertrag. In dem Entwurf heißt es, es regne. In dem Papier heißt es, man bleibe.", "Entwurf (description) [Entwurf] | Entwurf (description) [Entwurf]"},
    {HERE, "Ada Brandt ging. Es regnete. Es war kalt. Die Polizei sagte, es brenne. Ihr zufolge war das Haus leer.", "Polizei (description) | Polizei (pronoun)"},
    {HERE, FIRST "Malte Grothe sagte, er gehe.", SECOND "Malte Grothe (name)"},
    {HERE, FIRST "Henning Brandt sagte, er gehe.", SECOND "Henning Brandt (name)"},
    {HERE, FIRST "Malte Grothe sagte, er gehe. Sie sagte, man bleibe.", SECOND "Malte Grothe (name) | Ada Brandt (pronoun)"},
    {HERE, FIRST "Der Bürgermeister sagte, man bleibe.", SECOND "Bürgermeister (description)"},
    {HERE, FIRST "Ein Sprecher der Polizei sagte, man bleibe.", SECOND "Sprecher der Polizei (description)"},
    {HERE, "Brandt sagte, es regne. Ada Brandt sagte, man bleibe.", "Ada Brandt (name) | Ada Brandt (name)"},
    {HERE, "Die Polizei sagte, es regne. Sie sagte, ein Haus brenne.", "Polizei (description) | Polizei (pronoun)"},
    {HERE, "Otto Grothe, Chef der Stadtwerke, sagte, es regne. Der Chef sagte, man bleibe.", "Otto Grothe (name) | Otto Grothe (description)"},
    {HERE, "Ada von der Heide ging. Von der Heide sagte, es regne. Das Haus brenne, sagte von der Heide.", "Ada von der Heide (name) | Ada von der Heide (name)"},
    {HERE, "Malte zu Knesegg ging. Wie zu Knesegg mitteilte, brennt ein Haus.", "Malte zu Knesegg (name)"},
    {HERE, "Malte Grothe, Chef der Stadtwerke, sagte, es regne. Der Chef sagte, man bleibe.", "Malte Grothe (name) | Malte Grothe (description)"},
    {HERE, "Der Chef der Stadtwerke, Malte Grothe, sagte, es regne. Grothe sagte, man bleibe.", "Malte Grothe (name) | Malte Grothe (name)"},
    {HERE, "Ada Brandt und Malte Grothe sagten, es regne. Sie sagten, man bleibe.", "Ada Brandt und Malte Grothe (name) | Ada Brandt und Malte Grothe (pronoun)"},
    {HERE, "Ada Brandt und Malte Grothe sagten, es regne. Die beiden sagten, man bleibe.", "Ada Brandt und Malte Grothe (name) | Ada Brandt und Malte Grothe (pronoun)"},
    {HERE, "Die Polizei kam am Morgen. Die Beamten sagten, es brenne.", "Polizei (description)"},
    {HERE, "Die Polizei nahm einen Mann fest. Er habe ein Auto gestohlen, sagten die Beamten.", "Polizei (description)"},
    {HERE, "Halmwerk teilte mit, es gebe Verluste. Das Unternehmen erklärte, man prüfe den Plan.", "Halmwerk (description) | Halmwerk (description)"},
    {HERE, "Der Konzern Halmwerk teilte mit, es gebe Verluste. Der Konzern erklärte, man prüfe den Plan.", "Halmwerk (name) | Halmwerk (description)"},
    {HERE, "Die Polizei kam. Das Unternehmen erklärte, man prüfe den Plan.", "Unternehmen (description)"},
    {HERE, "Die Staatsanwaltschaft teilte mit, es brenne. Die Firma erklärte, man prüfe den Plan.", "Staatsanwaltschaft (description) | Firma (description)"},
    {HERE, "Sprecherin Brandt sagte, es regne. Brandt sagte, man bleibe.", "Brandt (name) | Brandt (name)"},
    {GAP, "Professor Beckmann sagte, es regne. Beckmann sagte, man bleibe.", "Beckmann (name) | Beckmann (name)"},
    {HERE, "Professor Otto Beckmann sagte, es regne. Professor Beckmann sagte, man bleibe.", "Otto Beckmann (name) | Otto Beckmann (name)"},
    {HERE, "Bürgermeister Otto Beckmann sagte, es regne. Der Bürgermeister sagte, man bleibe.", "Otto Beckmann (name) | Otto Beckmann (description)"},
    {HERE, "Prof. Otto Beckmann sagte, es regne.", "Otto Beckmann (name)"},
    {HERE, "Dr. Ada Brandt sagte, es regne.", "Ada Brandt (name)"},
    {HERE, "Die Ministerin sagte, der Mann, der kam, sei krank.", "Ministerin (description)"},
    {HERE, "Die Ministerin sagte, der Plan, den die Stadt vorgelegt habe, sei zu teuer.", "Ministerin (description)"},
    {HERE, "Ada Brandt ging. Sie sagte, es regne.", "Ada Brandt (pronoun)"},
    {HERE, "ADA BRANDT WARNT\n\nAda Brandt sagte, es regne.", "Ada Brandt (name)"},
    {HERE, "Ada Brandt traf Malte Grothe. Er sagte, es regne.", "Malte Grothe (pronoun)"},
    {HERE, "Die Frau, die sagte, dass es regne, lachte.", "Frau (pronoun)"},
    /* another word for an office, or for who alone was named */
    {HERE, "Die Elf von Trainer Otto Grothe verlor. Der Coach sagte, es regne.", "Otto Grothe (description)"},
    {HERE, "Die Elf von Trainer Otto Grothe verlor gegen die von Trainer Malte Hansen. Das Tor fiel spät. Es regnete. Es war kalt. "
           "Ein Coach sagte, es regne.", "Coach (description)"},
    {HERE, "Das Tor erzielte Malte Grothe. Er sei froh, so der Mittelfeldmann. Er bleibe, so der Stürmer.", "Malte Grothe (description) | Malte Grothe (description)"},
    {HERE, "Rechtsanwalt Otto Grothe sagte, es regne. Ein Gutachten liegt vor. Es hat viele Seiten. Das Gericht tagte. Die Zeugin kam "
           "am Abend. Ihr Anwalt sagte, man bleibe.", "Otto Grothe (name) | Anwalt (description)"},
    {HERE, "Nach NATO-Angaben brannte es. Die NATO sagte, man bleibe.", "Nato (description) | Nato (name)"},
    {HERE, "Über seinen Anwalt ließ Malte Grothe erklären, es regne. Man bleibe, sagte der Verteidiger.", "Malte Grothe (name) > Anwalt (description) [Anwalt] | Anwalt (description)"},
    {HERE, "In den Unterlagen ist das falsch. Das Landesamt wies den Vorwurf zurück. Man habe gerechnet, hieß es dort.", "Landesamt (description) | Landesamt (pronoun)"},
    {HERE, "Otto Grothe und Malte Hansen kamen. Die beiden Brüder des Fahrers sagten, es regne.", "beiden Brüder des Fahrers (description)"},
    {HERE, "Seit August regnete es. Russlands Botschafter sagte, man bleibe.", "Russlands Botschafter (description)"},
    {HERE, "Der Verein „Wir bleiben“ sagte, es regne.", "Wir bleiben (name)"},
    {HERE, "Die Autoren zählten Fälle. Es regne, schreiben sie.", "Autoren (pronoun)"},
    {HERE, "Oberstaatsanwalt Otto Grothe ging. Der Anwalt des Gastes sagte, es regne.", "Anwalt des Gastes (description)"},
    {HERE, "Der Chef des Verbands deutscher Imker, Otto Grothe, sagte, es regne.", "Otto Grothe (name)"},
    {HERE, "Die am Montag vorgelegte Studie des Amts besagt, dass es regnet.", "Studie des Amts (description) [Studie des Amts]"},
    {HERE, "Es fielen nach Angaben der Betreiber 412 der Züge aus.", "Betreiber (description)"},
    {HERE, "Auf der Plattform X schrieb Ada Brandt, es regne.", "Ada Brandt (name)"},
    {HERE, "Ministerin Ada Brandt kam. Man bleibe, sagte Otto Grothe nach Angaben der Übersetzerin.", "Otto Grothe (name) > Übersetzerin (description) [Übersetzerin]"},
    {HERE, "Ada Brandt verwies auf Zahlen des Landesamts. Demnach steigt die Miete.", "Ada Brandt (name) | Landesamt (continued)"},
    {HERE, "Wie ein Bauer den Hanf nach Hude brachte\n\nAm Feld steht Otto Grothe. Es sei heiß, sagt der Landwirt. Er mähe, sagt der Bauer.", "Otto Grothe (description) | Otto Grothe (description)"},
    {HERE, "Gegen Malte Grothe und Otto Hansen wird ermittelt. Der Mittelfeldmann sagte, es regne.", "Mittelfeldmann (description)"},
};
Test(parties, one_party) { CHECK(same, chains); }

static const example together[] = {
    {HERE, "Otto Grothe, Malte Hansen und Ina Wolff lachten. Sie sagten, man bleibe.", "Otto Grothe, Malte Hansen und Ina Wolff (pronoun)"},
    {HERE, "Ada Brandt lachte. Otto Grothe weinte. Beide forderten mehr Geld.", "Ada Brandt und Otto Grothe (pronoun)"},
    {HERE, "Die beiden Minister Ada Brandt und Otto Grothe kamen. Die beiden Politiker sagten, man bleibe.", "Ada Brandt und Otto Grothe (description)"},
    {HERE, "Ada Brandt und Malte Grothe kamen. Brandt sagte, es regne. Er sagte, man bleibe.", "Ada Brandt (name) | Malte Grothe (pronoun)"},
    {HERE, "Die SPD und die CDU einigten sich. Beide Parteien forderten mehr Geld.", "SPD und CDU (description)"},
    {HERE, "Nach Angaben von Polizei und Feuerwehr brannte ein Haus.", "Polizei und Feuerwehr (description)"},
    {HERE, "Polizei und Staatsanwaltschaft kamen. Die Behörden sagten, es brenne.", "Polizei und Staatsanwaltschaft (description)"},
    {HERE, "Bürgermeister Otto Grothe und Landrat Malte Hansen sagten, es regne.", "Otto Grothe und Malte Hansen (name)"},
    {HERE, "Der Gründer und Chef Otto Grothe sagte, es regne.", "Otto Grothe (description)"},
    {HERE, "Die Betriebsräte Ada Brandt und Otto Grothe sagten, es regne.", "Ada Brandt und Otto Grothe (name)"},
    {HERE, "Landrat Otto Grothe, Pfarrer Malte Hansen und Ministerin Ina Wolff sagten, es regne.", "Otto Grothe, Malte Hansen und Ina Wolff (name)"},
    {HERE, "Die Ministerin, Ina Wolff, und der Landrat sagten, es regne.", "Ina Wolff und Landrat (name)"},
    {HERE, "Ina Wolff, die Ministerin, und Landrat Otto Grothe sagten, es regne.", "Ina Wolff und Otto Grothe (name)"},
    {HERE, "Polizei, Feuerwehr und Staatsanwaltschaft sagten, es brenne.", "Polizei, Feuerwehr und Staatsanwaltschaft (description)"},
    {HERE, "Es brenne, sagten Polizei, Feuerwehr und Staatsanwaltschaft.", "Polizei, Feuerwehr und Staatsanwaltschaft (description)"},
    {HERE, "Der Landrat, der Pfarrer und die Ministerin sagten, es brenne.", "Landrat, Pfarrer und Ministerin (description)"},
    {HERE, "Sowohl die SPD als auch die CDU sagten, es brenne.", "SPD und CDU (name)"},
    {HERE, "Ina Wolff, Ministerin und Malerin, sagte, es brenne.", "Ina Wolff (name)"},
    {HERE, "Die Autorinnen und Autoren sagten, es brenne.", "Autorinnen und Autoren (description)"},
    {HERE, "Der Landrat, der Vater und Freund von Ina Wolff, sagte, es brenne.", "Landrat (description)"},
};
Test(parties, joined) { CHECK(together, chains); }

/* A pronoun that may mean either of two names the nearer one, and both as candidates. */
static const example unclear[] = {
    {HERE, "Otto Grothe und Malte Hansen kamen. Er sagte, es regne.", "Malte Hansen (ambiguous: Malte Hansen/Otto Grothe)"},
    {HERE, "Otto Grothe lachte, Malte Hansen weinte. Er sagte, es regne.", "Malte Hansen (ambiguous: Malte Hansen/Otto Grothe)"},
    {HERE, "Otto Grothe und Malte Hansen kamen. Nach seinen Angaben brannte ein Haus.", "Malte Hansen (ambiguous: Malte Hansen/Otto Grothe)"},
    {HERE, "Ada Brandt und Malte Hansen kamen. Er sagte, es regne.", "Malte Hansen (pronoun)"},
    {HERE, "Otto Grothe traf Malte Hansen. Er sagte, es regne.", "Otto Grothe (pronoun)"},
    {HERE, "Otto Grothe lachte. Malte Hansen weinte. Er sagte, es regne.", "Malte Hansen (pronoun)"},
    {HERE, "Otto Grothe sagte, dass Malte Hansen komme. Er sagte, man bleibe.", "Otto Grothe (name) | Otto Grothe (pronoun)"},
    {HERE, "Otto Grothe und Malte Hansen kamen. Grothe lachte. Er sagte, es regne.", "Otto Grothe (pronoun)"},
};
Test(parties, ambiguous) { CHECK(unclear, chains); }

static const example bodies[] = {
    {HERE, "Das Landratsamt prüft den Plan. Die Behörde sagte, es eile.", "Landratsamt (description)"},
    {HERE, "Das Verkehrsministerium prüft den Plan. Das Ministerium sagte, es eile.", "Verkehrsministerium (description)"},
    {HERE, "Das Landesamt für Umwelt prüft den Plan. Das Amt sagte, es eile.", "Landesamt für Umwelt (description)"},
    {HERE, "Die Grünen kamen. Die Partei sagte, es eile.", "Grünen (description)"},
    {HERE, "Die Waldfreunde Hude sagten, es eile.", "Waldfreunde Hude (name)"},
    {HERE, "Die Waldfreunde Kiel sagten, es eile.", "Waldfreunde Kiel (name)"},
    {HERE, "Die Anwälte Brandt und Wolf sagten, es eile.", "Brandt und Wolf (name)"},
    {HERE, "Der Autohersteller Halmwerk prüft den Plan. Der Konzern sagte, es eile.", "Halmwerk (description)"},
    {HERE, "Die Halmwerk GmbH prüft den Plan. Halmwerk sagte, es eile. Das Unternehmen sagte, man bleibe.", "Halmwerk GmbH (name) | Halmwerk GmbH (description)"},
    {HERE, "Der Kieler Hersteller Velmo Nord sagte, es eile. Velmo Nord sagte, man bleibe. Die Firma sagte, man gehe.",
     "Velmo Nord (name) | Velmo Nord (name) | Velmo Nord (description)"},
    {HERE, "Der Mühlenbetreiber Velmonta sagte, es eile. Der Maschinenbauer Lindwerk aus Hude sagte, man bleibe.", "Velmonta (name) | Lindwerk (name)"},
    {HERE, "Die Gewerkschaft GVB sagte, es eile. Die Gewerkschaft Mühle Süd sagte, man bleibe.", "GVB (name) | Gewerkschaft Mühle Süd (name)"},
    {HERE, "Die Sparkasse Hude sagte, es eile. Das Ingenieurbüro Grothe sagte, man bleibe.", "Sparkasse Hude (name) | Ingenieurbüro Grothe (name)"},
    {HERE, "Der Verband Bauen Digital sagte, es eile. Die Initiative Rad Aktiv sagte, man bleibe.", "Verband Bauen Digital (name) | Initiative Rad Aktiv (name)"},
    {HERE, "Die Verbraucherzentrale Hessen sagte, es eile. Hessen sagte, man bleibe. Die Verbraucherzentrale sagte, man gehe.",
     "Verbraucherzentrale Hessen (name) | Hessen (name) | Verbraucherzentrale Hessen (name)"},
    {HERE, "Kiel prüft den Plan. Der Bürgerverein Kiel sagte, es eile. Die Stadt Kiel sagte, man bleibe.", "Bürgerverein Kiel (name) | Kiel (name)"},
    {HERE, "Der Imkerkreis Hude sagte, es eile. Aus SPD-Kreisen hieß es, man bleibe.", "Imkerkreis Hude (name) | SPD-Kreise (description) [SPD-Kreise]"},
    {HERE, "Die Universität Rostock prüft den Plan. Die Hochschule sagte, es eile.", "Universität Rostock (description)"},
    {HERE, "Der Bundesgerichtshof tagte. Das Gericht sagte, es eile.", "Bundesgerichtshof (description)"},
    {HERE, "Die Polizei kam. Die Partei sagte, es eile.", "Partei (description)"},
    {HERE, "Halmwerk prüft den Plan. Die Behörde sagte, es eile.", "Behörde (description)"},
    {HERE, "Die Stadt prüft den Plan. Ihr Sprecher sagte, es eile.", "Sprecher (description)"},
    {HERE, "Die Forscher kamen. Deren Sprecher sagte, es eile.", "Sprecher (description)"},
};
Test(parties, bodies) { CHECK(bodies, chains); }

static const example sources[] = {
    {HERE, "Otto Grothe sagte, Ada Brandt habe den Damm „völlig morsch“ genannt.", "Otto Grothe (name) | Ada Brandt (name) > Otto Grothe (name) [Otto Grothe]"},
    {HERE, "Otto Grothe sagte, er habe den Damm „völlig morsch“ genannt.", "Otto Grothe (name) | Otto Grothe (name)"},
    {HERE, "Ada Brandt sagte, es regne.", "Ada Brandt (name)"},
    {HERE, "Nach Angaben der Polizei brannte ein Haus.", "Polizei (description)"},
    {HERE, "Das Magazin „Morgenrot“ berichtete, dass es regne.", "Morgenrot (name) [Morgenrot]"},
    {HERE, "Der Konzern Halmwerk wächst. Nach Unternehmensangaben brannte ein Haus.", "Halmwerk (description)"},
    {HERE, "Ein Mann kam. Es brenne, sagte Staatsanwalt Otto Grothe. Der Beschuldigte sagte, er gehe.", "Otto Grothe (name) | Mann (description)"},
    {HERE, "Ada Brandt ging. Eine Sprecherin von Brandt sagte, es regne. Die Politikerin sagte, man bleibe.", "Sprecherin von Brandt (description) | Ada Brandt (description)"},
    {HERE, "Otto Grothe traf Malte Hansen. Dieser sagte, es regne.", "Malte Hansen (pronoun)"},
    {HERE, "Im Mai sprach die Ministerin von Fehlern.", "Ministerin (description)"},
    {HERE, "Im Mai sprach der Chef von Halmwerk von Fehlern.", "Chef von Halmwerk (description)"},
    {HERE, "Der Konzern Halmwerk wächst. Nach dessen Angaben brannte ein Haus.", "Halmwerk (pronoun)"},
    {HERE, "Nach Angaben des Flughafens Kiel brannte ein Haus.", "Flughafen Kiel (name)"},
    {HERE, "Ada Brandt ging. „Am Ende“, sagte sie, „bleibt davon kein Wort.“", "Ada Brandt (pronoun)"},
    {HERE, "Laut einer Studie brannte ein Haus.", "Studie (description) [Studie]"},
    {HERE, "Ada Brandt sagte Medienberichten zufolge, dass es regne.", "Ada Brandt (name) > Medienberichte (description) [Medienberichte]"},
    {HERE, "Wie das „Morgenblatt“ unter Berufung auf Ada Brandt berichtete, brannte ein Haus.", "Ada Brandt (name) > Morgenblatt (name) [Morgenblatt]"},
    {HERE, "Ada Brandt sagte dem „Morgenblatt“, dass es regne.", "Ada Brandt (name)"},
    {HERE, "Ada Brandt sagte dem „Morgenblatt“ zufolge, dass es regne.", "Ada Brandt (name) > Morgenblatt (name) [Morgenblatt]"},
    {HERE, "Laut einem Bericht des „Morgenblatts“ brannte ein Haus.", "Morgenblatt (name) [Morgenblatt]"},
    {HERE, "Brandt: „Es regnet.“", "Brandt (name)"},
    {HERE, "Aus Sicht der Polizei ist das Haus leer.", "Polizei (description)"},
    {HERE, "Insidern zufolge brannte ein Haus.", "Insider (description) [Insider]"},
    {HERE, "In dem Bericht heißt es, dass es brenne.", "Bericht (description) [Bericht]"},
    {HERE, "„Ein Hirte schrieb uns: ‚Es regnet hier.‘“, sagte Ada Brandt.", "Ada Brandt (name) | Hirte (description) > Ada Brandt (name) [Ada Brandt]"},
    {HERE, "Nach Angaben der Nachrichtenagentur Elbpress brannte ein Haus.", "Elbpress (name) [Elbpress]"},
    {HERE, "Der Sender Radio Hude berichtete, dass es brenne.", "Radio Hude (name) [Radio Hude]"},
    {HERE, "Das „Morgenblatt“ zitiert Ada Brandt mit den Worten: „Es regnet hier.“", "Ada Brandt (name) > Morgenblatt (name) [Morgenblatt]"},
    {HERE, "Das „Morgenblatt“ zitiert Ada Brandt mit den Worten „Es regnet hier“.", "Ada Brandt (name) > Morgenblatt (name) [Morgenblatt]"},
    {HERE, "Das Blatt zitiert Brandt mit den Worten: „Es regnet hier.“", "Brandt (name) > Blatt (description) [Blatt]"},
    {HERE, "Ada Brandt wird vom „Morgenblatt“ mit den Worten zitiert: „Es regnet hier.“", "Ada Brandt (name) > Morgenblatt (name) [Morgenblatt]"},
    {HERE, "Ada Brandt ging. Das Blatt zitierte sie mit den Worten: „Wir bleiben hier.“", "Ada Brandt (pronoun) > Blatt (description) [Blatt]"},
    {HERE, "Laut einem Bericht der Zeitung „Morgenblatt“ brannte ein Haus.", "Morgenblatt (name) [Morgenblatt]"},
    {HERE, "Einem Bericht des Magazins „Klarsicht“ zufolge brannte ein Haus.", "Klarsicht (name) [Klarsicht]"},
    {HERE, "Laut einem Bericht der „Nordpost“ brannte ein Haus.", "Nordpost (name) [Nordpost]"},
    {HERE, "Kioskbetreiber Otto Grothe sagte, es regne.", "Otto Grothe (name)"},
    {HERE, "Es brannte laut einem Porträt im Magazin „Klarsicht“.", "Klarsicht (name) [Klarsicht]"},
    {HERE, "Es brannte laut einem Bericht in der „Nordpost“.", "Nordpost (name) [Nordpost]"},
    {HERE, "Es brannte laut einem Bericht in der Stadt.", "Bericht (description) [Bericht]"},
    {HERE, "Laut einem Bericht der Polizei brannte ein Haus.", "Bericht der Polizei (description) [Bericht der Polizei]"},
    {HERE, "Laut einer Studie der Zeitung „Abendkurier“ brannte ein Haus.", "Studie der Zeitung „Abendkurier“ (description) [Studie der Zeitung „Abendkurier“]"},
    {HERE, "Das Justizministerium sieht keinen Anlass. Es regne, hieß es aus Berlin.", "Justizministerium (description) | Justizministerium (description)"},
    {HERE, "In Moskau regnet es. Das Justizministerium sieht keinen Anlass. Es regne, hieß es aus Berlin.", "Justizministerium (description) | Berlin (name)"},
    {HERE, "Es gebe 212 Beschwerden, sagte Ada Brandt. Demnach ist das Haus leer.", "Ada Brandt (name) | Ada Brandt (continued)"},
    {HERE, "Otto Grothe schrieb auf der Seite des Vereins, es regne. Sein Vorwurf: Die Stadt verkaufe ihr Land.", "Otto Grothe (name) | Otto Grothe (continued)"},
    {HERE, "Nach Angaben eines Überlebenden brannte ein Haus.", "Überlebender (description)"},
    {HERE, "Nach Angaben zweier Imker brannte ein Haus.", "zwei Imker (description)"},
    {HERE, "Nach dem Streit zweier Imker werfen Kiel und Hude der Stadt vor, gelogen zu haben.", "Kiel und Hude (name)"},
    {HERE, "Die „Nordpost“ berichtete, dass es brenne.", "Nordpost (name) [Nordpost]"},
    {HERE, "So Brandt am Montag: „Es regnet hier wieder.“", "Brandt (name)"},
    {GAP, "Eine Sprecherin sagte, es regne.", "Sprecherin (description) [Sprecherin]"},
    {HERE, "Eine Sprecherin des Ministeriums sagte, es regne.", "Sprecherin des Ministeriums (description)"},
    {HERE, "Es gibt eine Studie. Darin heißt es, das Haus sei leer.", "Studie (pronoun) [Studie]"},
    {HERE, "Das „Morgenblatt“ schrieb über Ada Brandt. „Wir bleiben hier“, wurde sie dort zitiert.", "Ada Brandt (pronoun) > Morgenblatt (pronoun) [Morgenblatt]"},
    {HERE, "Der Vorwurf, er habe gelogen, wurde laut.", "nobody"},
    {HERE, "Brandt wies den Vorwurf zurück, er habe gelogen.", "nobody"},
    {HERE, "Ihm wird vorgeworfen, dass er log.", "nobody"},
    {HERE, "Die Bundesanwaltschaft ermittelt. Ihm wird vorgeworfen, dass er log.", "Bundesanwaltschaft (continued)"},
    {HERE, "Ihm wird in der Partei vorgeworfen, dass er log.", "Partei (description)"},
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
    {HERE, "Experten sagten, dass es regne.", "group Experten: Experten"},
    {HERE, "Laut Experten brannte ein Haus.", "group Experten: Experten"},
    {HERE, "Experten zufolge brannte ein Haus.", "group Experten: Experten"},
    {HERE, "Prof. Dr. Ada Brandt sagte, es regne. Dr. Brandt sagte, man bleibe.", "person Ada Brandt: Prof. Dr. Ada Brandt, Dr. Brandt"},
    {HERE, "Die Experten sagten, dass es regne.", "group Experten: Die Experten"},
    {HERE, "Mehrere Ministerinnen sagten, dass es regne.", "group Ministerinnen: Mehrere Ministerinnen"},
    {HERE, "Die Sprecher sagten, dass es regne.", "group Sprecher: Die Sprecher"},
    {HERE, "Insidern zufolge brannte ein Haus.", "unnamed Insider: Insidern"},
    {HERE, "Die Halmwerk GmbH teilte mit, dass es regne.", "organization Halmwerk GmbH: Die Halmwerk GmbH"},
    {HERE, "Ada von der Heide sagte, dass es regne.", "person Ada von der Heide: Ada von der Heide"},
    {HERE, "Ina Wolff sagte, dass es regne.", "person Ina Wolff: Ina Wolff"},
    {HERE, "Otto Maier sagte, dass es regne.", "person Otto Maier: Otto Maier"},
    {HERE, "Ein Sprecher der Polizei sagte, dass es regne.", "person Sprecher der Polizei: Ein Sprecher der Polizei"},
    {HERE, "Es regnet. Ada Brandt lachte.", ""},
};
Test(parties, lists) { CHECK(lists, parties); }
