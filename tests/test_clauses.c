/* src/stages/clauses.c: clauses, their kinds, verbs, mood and how they hang together. */
#include <criterion/criterion.h>

#include "german.h"

/* Each clause: its kind and the lemma of its verb, its own tokens, and behind ^ the number (from
 * 1) of the clause that it depends on. */
static void clauses(FILE *out, const lt_document *d)
{
    static const char *const kinds[] = {"main", "sub", "rel", "question", "inf", "fragment"};
    for (uint32_t i = 0; i < d->clauses.count; i++) {
        const lt_clause *c = &d->clauses.at[i];
        fprintf(out, "%s%s", i ? " | " : "", kinds[c->kind]);
        if (c->kind != LT_FRAGMENT)
            fprintf(out, " %s", word_text(d, c->lemma));
        fputs(": ", out);
        put_ranges(out, d, (lt_ranges){c->segments, c->segment_count});
        if (c->parent != LAUT_NONE)
            fprintf(out, " ^%u", c->parent + 1);
    }
}

static const example kinds[] = {
    {HERE, "Sie geht.", "main gehen: Sie geht"},
    {HERE, "Sie sagte, dass sie geht.", "main sagen: Sie sagte | sub gehen: dass sie geht ^1"},
    {HERE, "Sie sagte, sie gehe.", "main sagen: Sie sagte | main gehen: sie gehe ^1"},
    {HERE, "Sie sagte, die Leiterin sei überlastet.", "main sagen: Sie sagte | main überlasten: die Leiterin sei überlastet ^1"},
    {HERE, "Dass sie geht, sagte sie nicht.", "sub gehen: Dass sie geht ^2 | main sagen: sagte sie nicht"},
    {HERE, "Wenn es regnet, bleibt sie.", "sub regnen: Wenn es regnet ^2 | main bleiben: bleibt sie"},
    {HERE, "Es klingt, als läse sie laut.", "main klingen: Es klingt | sub lesen: als läse sie laut ^1"},
    {HERE, "Das Land, so steht es im Erlass, verlangt eine Kraft.", "main verlangen: Das Land … verlangt eine Kraft | main stehen: so steht es im Erlass ^1"},
    {HERE, "Man gehe, ließ Ada Brandt wissen, die Leiterin des Amtes.", "main gehen: Man gehe | main lassen: ließ Ada Brandt wissen … die Leiterin des Amtes ^1"},
    {HERE, "Der Bär ist, rechnet man die Kuren ein, teuer.", "main sein: Der Bär ist … teuer | main einrechnen: rechnet man die Kuren ein ^1"},
    {HERE, "Sie fragte, ob er kommt.", "main fragen: Sie fragte | question kommen: ob er kommt ^1"},
    {HERE, "Sie fragte, wann er kommt.", "main fragen: Sie fragte | question kommen: wann er kommt ^1"},
    {GAP, "Sie fragte, mit wem er kommt.", "main fragen: Sie fragte | question kommen: mit wem er kommt ^1"},
    {HERE, "Der Mann, der kam, sagte nichts.", "main sagen: Der Mann … sagte nichts | rel kommen: der kam ^1"},
    {HERE, "Sie verlangt Schichten, die nicht länger dauern als zehn Stunden.", "main verlangen: Sie verlangt Schichten | rel dauern: die nicht länger dauern als zehn Stunden ^1"},
    {HERE, "Man habe gewartet, sagt Ada Brandt, die den Streit bedauert.", "main warten: Man habe gewartet | main sagen: sagt Ada Brandt ^1 | rel bedauern: die den Streit bedauert ^2"},
    {HERE, "Die Sorge, Leute könnten frieren, teilt Ada Brandt nicht.", "main teilen: Die Sorge … teilt Ada Brandt nicht | main frieren: Leute könnten frieren ^1"},
    {HERE, "Das Haus, in dem sie wohnt, brennt.", "main brennen: Das Haus … brennt | rel wohnen: in dem sie wohnt ^1"},
    {HERE, "Die Frau, deren Hund bellt, lachte.", "main lachen: Die Frau … lachte | rel bellen: deren Hund bellt ^1"},
    {HERE, "Sie versprach, pünktlich zu kommen.", "main versprechen: Sie versprach | inf kommen: pünktlich zu kommen ^1"},
    {HERE, "Man werde, so die Stadt, verkaufen.", "main verkaufen: Man werde … so die Stadt … verkaufen"},
    {HERE, "Sie sagte, dass sie, sollte der Rat tagen, gehen werde.", "main sagen: Sie sagte | sub gehen: dass sie … gehen werde ^1 | sub tagen: sollte der Rat tagen ^2"},
    {HERE, "Das Werk, das Pläne habe, brenne.", "main brennen: Das Werk … brenne | rel haben: das Pläne habe ^1"},
    {HERE, "Sie ging, ohne dass jemand grüßte.", "main gehen: Sie ging | sub grüßen: ohne dass jemand grüßte ^1"},
    {HERE, "Sie ging, ohne zu grüßen.", "main gehen: Sie ging | inf grüßen: ohne zu grüßen ^1"},
    {HERE, "Das Land stellte bis zu fünf Prozent in Aussicht.", "main stellen: Das Land stellte bis zu fünf Prozent in Aussicht"},
    {HERE, "Die veranschlagten 4,2 Millionen Euro müsse die Stadt zahlen.", "main zahlen: Die veranschlagten 4,2 Millionen Euro müsse die Stadt zahlen"},
    {HERE, "Sie kam, um den Plan vorzustellen.", "main kommen: Sie kam | inf vorstellen: um den Plan vorzustellen ^1"},
    {HERE, "Sie beteuerte, rund um den Hafen zu wachen.", "main beteuern: Sie beteuerte | inf wachen: rund um den Hafen zu wachen ^1"},
    {HERE, "Wie sie sagte, regnet es.", "sub sagen: Wie sie sagte ^2 | main regnen: regnet es"},
    {HERE, "Wie der Mann, der kam, sagte, regnet es.", "sub sagen: Wie der Mann … sagte ^3 | rel kommen: der kam ^1 | main regnen: regnet es"},
    {HERE, "Wie im Vorjahr, als er kam, regnet es.", "main regnen: im Vorjahr … regnet es | sub kommen: als er kam ^1"},
    {HERE, "Wie die Wirtin, Uta Kehl, sagte, regnet es.", "sub sagen: Wie die Wirtin … Uta Kehl … sagte ^2 | main regnen: regnet es"},
    {HERE, "Wie die Wirtin, Uta Kehl, erklärte, habe es geregnet.", "sub erklären: Wie die Wirtin … Uta Kehl … erklärte ^2 | main regnen: habe es geregnet"},
    {HERE, "Neuer Plan für den Hafen", "fragment: Neuer Plan für den Hafen"},
    {HERE, "Gut informierte Kreise sprechen von Geld.", "main sprechen: Gut informierte Kreise sprechen von Geld"},
    {HERE, "Gut informierte Kreise im Rathaus sprechen davon.", "main sprechen: Gut informierte Kreise im Rathaus sprechen davon"},
    {HERE, "Sie informierte Leute im Rathaus über das Geld.", "main informieren: Sie informierte Leute im Rathaus über das Geld"},
    {HERE, "Gestern informierte Kiel die Leute.", "main informieren: Gestern informierte Kiel die Leute"},
    {HERE, "Nähere Angaben machte sie nicht.", "main machen: Nähere Angaben machte sie nicht"},
    {HERE, "Kommt er?", "main kommen: Kommt er"},
    {HERE, "Er kommt nicht, weil es regnet und stürmt.", "main kommen: Er kommt nicht | sub regnen: weil es regnet ^1 | sub stürmen: stürmt ^1"},
};
Test(clauses, kinds) { CHECK(kinds, clauses); }

static const example nested[] = {
    {HERE, "Der Mann, der gestern kam, sagte, dass er, wenn es regnet, bleibt.",
     "main sagen: Der Mann … sagte | rel kommen: der gestern kam ^1 | sub bleiben: dass er … bleibt ^1 | sub regnen: wenn es regnet ^3"},
    {HERE, "Der Verein „Wir gehen“, der dort tagte, lehnte ab.", "main ablehnen: Der Verein „Wir gehen“ … lehnte ab | rel tagen: der dort tagte ^1"},
    {HERE, "Das Haus, sagte sie, sei leer.", "main sein: Das Haus … sei leer | main sagen: sagte sie ^1"},
    {HERE, "Das Haus, sagte Ada Wolf, die Leiterin des Amtes, die gestern kam, sei leer.", "main sein: Das Haus … sei leer | main sagen: sagte Ada Wolf … die Leiterin des Amtes ^1 | rel kommen: die gestern kam ^2"},
    {HERE, "Der Damm breche, sagte Ada Wolf, die Leiterin des Amtes.", "main brechen: Der Damm breche | main sagen: sagte Ada Wolf … die Leiterin des Amtes ^1"},
    {HERE, "Der Damm breche, sagte die Leiterin, Ada Wolf.", "main brechen: Der Damm breche | main sagen: sagte die Leiterin … Ada Wolf ^1"},
    {HERE, "Man suche, sagte Ada Wolf, eine Leiterin.", "main suchen: Man suche … eine Leiterin | main sagen: sagte Ada Wolf ^1"},
    {HERE, "Der Händler soll die Boote, die alt sind, verkauft haben.", "main verkaufen: Der Händler soll die Boote … verkauft haben | rel sein: die alt sind ^1"},
    {HERE, "Der Wirt soll Gäste, die nicht zahlen wollten, aus dem Fenster geworfen haben.", "main werfen: Der Wirt soll Gäste … aus dem Fenster geworfen haben | rel zahlen: die nicht zahlen wollten ^1"},
    {HERE, "Die Stadt hat den Park, den alle lieben, verkauft.", "main verkaufen: Die Stadt hat den Park … verkauft | rel lieben: den alle lieben ^1"},
    {HERE, "Der Damm muss, weil er alt ist, erneuert werden.", "main erneuern: Der Damm muss … erneuert werden | sub sein: weil er alt ist ^1"},
    {HERE, "Die Stadt wolle, sagte sie, den Park, den alle lieben, verkaufen.", "main verkaufen: Die Stadt wolle … den Park … verkaufen | main sagen: sagte sie ^1 | rel lieben: den alle lieben ^1"},
    {HERE, "Sie will den Park nicht, wie geplant, verkaufen.", "main verkaufen: Sie will den Park nicht … verkaufen | sub ?: wie geplant ^1"},
    {HERE, "Er wird den Park, anders als sein Vorgänger, nicht verkaufen.", "main verkaufen: Er wird den Park … nicht verkaufen | sub ?: anders als sein Vorgänger ^1"},
    {HERE, "Sie versprach, das Haus, das leer steht, zu kaufen.", "main versprechen: Sie versprach | rel stehen: das leer steht ^3 | inf kaufen: das Haus … zu kaufen ^1"},
    {HERE, "Sie forderte, Bäder, Parks und Gärten zu öffnen.", "main fordern: Sie forderte | inf öffnen: Bäder … Parks und Gärten zu öffnen ^1"},
    {HERE, "Sie versprach, das Haus, das größte im Ort, zu kaufen.", "main versprechen: Sie versprach | inf kaufen: das Haus … das größte im Ort … zu kaufen ^1"},
    {HERE, "Gestern versprach der Chef, Otto Wolf, zu gehen.", "main versprechen: Gestern versprach der Chef … Otto Wolf | inf gehen: zu gehen ^1"},
    {HERE, "Sie sagte, Bäder, Parks und Gärten seien alt.", "main sagen: Sie sagte | main sein: Bäder … Parks und Gärten seien alt ^1"},
    {HERE, "Gestern sagte Ada Wolf, Leiterin des Amtes, Parks und Gärten seien alt.", "main sagen: Gestern sagte Ada Wolf … Leiterin des Amtes | main sein: Parks und Gärten seien alt ^1"},
    {HERE, "Sie forderte, nicht nur Parks, sondern auch Gärten zu öffnen.", "main fordern: Sie forderte | inf öffnen: nicht nur Parks … auch Gärten zu öffnen ^1"},
    {HERE, "Sie sagte, in Parks, Bädern und Gärten fehle Geld.", "main sagen: Sie sagte | main fehlen: in Parks … Bädern und Gärten fehle Geld ^1"},
    {HERE, "Schulen, Bäder und Gärten, so die Stadt, müssten warten.", "main warten: Schulen … Bäder und Gärten … so die Stadt … müssten warten"},
    {HERE, "Sie habe gefragt, aber keine Antwort erhalten.", "main fragen: Sie habe gefragt | fragment: keine Antwort erhalten ^1"},
    {HERE, "Die Stadt hat gezahlt, die Gäste erhalten Geld.", "main zahlen: Die Stadt hat gezahlt | main erhalten: die Gäste erhalten Geld ^1"},
    {HERE, "Er soll Gäste bedroht, ihr Geld genommen und sie verletzt haben.", "main verletzen: Er soll Gäste bedroht … ihr Geld genommen und sie verletzt haben"},
    {HERE, "Er soll Gäste bedroht und verletzt haben.", "main verletzen: Er soll Gäste bedroht und verletzt haben"},
    {HERE, "Man werde Parks bauen, Bäder öffnen und Gärten pflegen.", "main bauen: Man werde Parks bauen | fragment: Bäder öffnen und Gärten pflegen ^1"},
    {HERE, "Er sagt, dass Parks saniert, Bäder gebaut und Gärten gepflegt werden.", "main sagen: Er sagt | sub pflegen: dass Parks saniert … Bäder gebaut und Gärten gepflegt werden ^1"},
    {HERE, "Er soll das Haus, das ihm gehört, den Gästen angeboten haben.", "main anbieten: Er soll das Haus … den Gästen angeboten haben | rel gehören: das ihm gehört ^1"},
    {HERE, "Er sagt, dass sie saniert, was alt ist.", "main sagen: Er sagt | sub sanieren: dass sie saniert ^1 | rel sein: was alt ist ^2"},
    {HERE, "Er gab zu, Akten vernichtet und Geld genommen zu haben.", "main zugeben: Er gab zu | inf nehmen: Akten vernichtet und Geld genommen zu haben ^1"},
    {HERE, "Er gab zu, Akten vernichtet, aber niemanden bedroht zu haben.", "main zugeben: Er gab zu | inf bedrohen: Akten vernichtet … aber niemanden bedroht zu haben ^1"},
    {HERE, "Er hat stets beteuert, nicht abgeschrieben zu haben.", "main beteuern: Er hat stets beteuert | inf abschreiben: nicht abgeschrieben zu haben ^1"},
    {HERE, "Der Mann, der für Parks, Bäder und Gärten zuständig ist, ging.", "main gehen: Der Mann … ging | rel sein: der für Parks, Bäder und Gärten zuständig ist ^1"},
    {HERE, "Das sagte sie dem „Boten“, dem „Kurier“ und der „Post“.", "main sagen: Das sagte sie dem „Boten“, dem „Kurier“ und der „Post“"},
    {HERE, "Sie bat um Geduld, Stadt und Land müssten zahlen.", "main bitten: Sie bat um Geduld | main zahlen: Stadt und Land müssten zahlen ^1"},
    {HERE, "Sie sprach mit Otto Wolf, Gründer und Chef des Amtes.", "main sprechen: Sie sprach mit Otto Wolf … Gründer und Chef des Amtes"},
    {HERE, "Das Haus des Rates, das von Kiel und Mainz bezahlt wird, ist alt.", "main sein: Das Haus des Rates … ist alt | rel bezahlen: das von Kiel und Mainz bezahlt wird ^1"},
    {HERE, "Laut der Stadt, dem Land und dem Bund fehlt Geld.", "main fehlen: Laut der Stadt, dem Land und dem Bund fehlt Geld"},
    {HERE, "Unter den Leuten, die Rauch und Staub sahen, waren Kinder.", "main sein: Unter den Leuten … waren Kinder | rel sehen: die Rauch und Staub sahen ^1"},
    {HERE, "Die erste, längst fällige Reform komme, sagte sie.", "main kommen: Die erste, längst fällige Reform komme | main sagen: sagte sie ^1"},
    {HERE, "Der im Mai gewählte, aber noch nicht vereidigte Landrat ging.", "main gehen: Der im Mai gewählte, aber noch nicht vereidigte Landrat ging"},
    {HERE, "Das gilt für die jungen, die weite Wege haben.", "main gelten: Das gilt für die jungen | rel haben: die weite Wege haben ^1"},
    {HERE, "Er sagte, dass er kommt, redet und geht.", "main sagen: Er sagte | sub kommen: dass er kommt ^1 | sub reden: redet ^1 | sub gehen: geht ^1"},
    {HERE, "Er sagte, dass er sie schlug, ihr Geld nahm und floh.", "main sagen: Er sagte | sub schlagen: dass er sie schlug ^1 | sub nehmen: ihr Geld nahm ^1 | sub fliehen: floh ^1"},
    {HERE, "Er sagte, dass er bleibt, lachte und ging.", "main sagen: Er sagte | sub bleiben: dass er bleibt ^1 | main lachen: lachte ^2 | main gehen: ging ^3"},
    {HERE, "Er habe das Haus gekauft, saniert und vermietet.", "main kaufen: Er habe das Haus gekauft | fragment: saniert und vermietet ^1"},
    {HERE, "Während sie sagte, es fehle Geld, ging er.", "sub sagen: Während sie sagte ^3 | main fehlen: es fehle Geld ^1 | main gehen: ging er"},
    {HERE, "Sie drohte mit Klage, sollte er gehen.", "main drohen: Sie drohte mit Klage | sub gehen: sollte er gehen ^1"},
    {HERE, "Sie kennt es, möchte sich aber nicht äußern.", "main kennen: Sie kennt es | main äußern: möchte sich aber nicht äußern ^1"},
    {HERE, "Das Gefühl, er gehe, dürfte sie nicht täuschen.", "main täuschen: Das Gefühl … dürfte sie nicht täuschen | main gehen: er gehe ^1"},
    {HERE, "Die Studie, die der Rat, das Amt und der Verein bezahlten, ist gut.", "main sein: Die Studie … ist gut | rel bezahlen: die der Rat … das Amt und der Verein bezahlten ^1"},
    {HERE, "Der Rat, in dem Brandt, Wolf und Stoll sitzen, tagt.", "main tagen: Der Rat … tagt | rel sitzen: in dem Brandt … Wolf und Stoll sitzen ^1"},
    {HERE, "Wie der Rat, das Amt und der Verein sagten, fehlt Geld.", "sub sagen: Wie der Rat … das Amt und der Verein sagten ^2 | main fehlen: fehlt Geld"},
    {HERE, "Nach einer im Mai vorgelegten, von Kiel bezahlten Studie fehlt Geld.", "main fehlen: Nach einer im Mai vorgelegten, von Kiel bezahlten Studie fehlt Geld"},
    {HERE, "Sie drohte, das Haus, sollte er gehen, zu kaufen.", "main drohen: Sie drohte | sub gehen: sollte er gehen ^3 | inf kaufen: das Haus … zu kaufen ^1"},
    {HERE, "Sie sagte, das Haus, das leer stehe, sei alt.", "main sagen: Sie sagte | rel stehen: das leer stehe ^3 | main sein: das Haus … sei alt ^1"},
    {HERE, "Gerüchte, wonach der Wirt den Saal, der leer steht, verkauft, seien falsch.", "main sein: Gerüchte … seien falsch | question verkaufen: wonach der Wirt den Saal … verkauft ^1 | rel stehen: der leer steht ^2"},
    {HERE, "Wenn es regne, sagt sie, bleibe er.", "sub regnen: Wenn es regne ^3 | main sagen: sagt sie ^1 | main bleiben: bleibe er"},
    {HERE, "Er habe gewartet, und als es regnete, habe er gelacht.", "main warten: Er habe gewartet | sub regnen: als es regnete ^3 | main lachen: habe er gelacht ^1"},
    {HERE, "Die Wirte hätten, das räumte er ein, die Gäste nur selten gefragt.", "main fragen: Die Wirte hätten … die Gäste nur selten gefragt | main einräumen: das räumte er ein ^1"},
    {HERE, "Der Damm, das sagt auch Ada Wolf, ist sicher.", "main sein: Der Damm … ist sicher | main sagen: das sagt auch Ada Wolf ^1"},
    {HERE, "Er will gehen, wenn die Gäste, die kamen, gegessen haben.", "main gehen: Er will gehen | sub essen: wenn die Gäste … gegessen haben ^1 | rel kommen: die kamen ^2"},
    {HERE, "Das Haus sei, sagte sie, leer.", "main sein: Das Haus sei … leer | main sagen: sagte sie ^1"},
    {HERE, "Das sei falsch, sagte der Chef des Amtes, Otto Stoll, am Montag.", "main sein: Das sei falsch | main sagen: sagte der Chef des Amtes … Otto Stoll … am Montag ^1"},
    {HERE, "Das sei falsch, sagte Ada Brandt, Leiterin des Amtes.", "main sein: Das sei falsch | main sagen: sagte Ada Brandt … Leiterin des Amtes ^1"},
    {HERE, "Man komme gern, sagte sie, nur nicht im Winter.", "main kommen: Man komme gern … nur nicht im Winter | main sagen: sagte sie ^1"},
    {HERE, "Der Vorwurf, er habe gelogen, wurde laut.", "main werden: Der Vorwurf … wurde laut | main lügen: er habe gelogen ^1"},
    {HERE, "Sie sagt, dass er weiß, dass es regnet.", "main sagen: Sie sagt | sub wissen: dass er weiß ^1 | sub regnen: dass es regnet ^2"},
    {HERE, "Die Chefin, Ada Brandt, und der Wirt kamen.", "main kommen: Die Chefin … Ada Brandt … der Wirt kamen"},
    {HERE, "Ada Brandt kam, und die Wirte gingen.", "main kommen: Ada Brandt kam | main gehen: die Wirte gingen ^1"},
    {HERE, "Der Wirt, der Koch und die Köchin kamen.", "main kommen: Der Wirt … der Koch und die Köchin kamen"},
    {HERE, "Es brenne, sagten Wirt, Koch und Köchin.", "main brennen: Es brenne | main sagen: sagten Wirt … Koch und Köchin ^1"},
    {HERE, "Die Wirte, die Geld und Zeit hatten, kamen.", "main kommen: Die Wirte … kamen | rel haben: die Geld und Zeit hatten ^1"},
    {HERE, "Sie forderten ein Umdenken.", "main fordern: Sie forderten ein Umdenken"},
    {GAP, "Sie sagte, der Mann, der kam, sei krank.", "main sagen: Sie sagte | main sein: der Mann … sei krank ^1 | rel kommen: der kam ^2"},
    {HERE, "Er hat, so die Polizei, den Wagen gestohlen.", "main stehlen: Er hat … so die Polizei … den Wagen gestohlen"},
    {HERE, "Es hieß, man prüfe, ob er komme.", "main heißen: Es hieß | main prüfen: man prüfe ^1 | question kommen: ob er komme ^2"},
    {HERE, "„Wir gehen“, sagte sie.", "main sagen: sagte sie | main gehen: Wir gehen"},
    {HERE, "Sie sagte: „Wir gehen. Er bleibt.“", "main sagen: Sie sagte | main gehen: Wir gehen | main bleiben: Er bleibt"},
    {HERE, "Er nannte den Plan „sehr mutig“.", "main nennen: Er nannte den Plan „sehr mutig“"},
    {HERE, "Der Mann (er ist 54) kam.", "main kommen: Der Mann (er ist 54) kam"},
    {HERE, "Er wies den Vorwurf, er habe gelogen, mit Nachdruck zurück.",
     "main zurückweisen: Er wies den Vorwurf … mit Nachdruck zurück | main lügen: er habe gelogen ^1"},
    {HERE, "Er hat den Vorwurf, er lüge, mit Nachdruck zurückgewiesen.",
     "main zurückweisen: Er hat den Vorwurf … mit Nachdruck zurückgewiesen | main lügen: er lüge ^1"},
    {HERE, "Der Umbau, so glaubt sie, kostet viel.", "main kosten: Der Umbau … kostet viel | main glauben: so glaubt sie ^1"},
    {HERE, "Der Steg sei alt, teilte der Wirt, Otto Stoll, mit.",
     "main sein: Der Steg sei alt | main mitteilen: teilte der Wirt … Otto Stoll … mit ^1"},
    {HERE, "Er sagte, mit dem Steg solle der Ort verschönert werden.",
     "main sagen: Er sagte | main verschönern: mit dem Steg solle der Ort verschönert werden ^1"},
    {HERE, "Er sagte, das vom Ort geplante Bad koste viel.",
     "main sagen: Er sagte | main kosten: das vom Ort geplante Bad koste viel ^1"},
    {HERE, "Laut einer am Montag erwarteten Studie brüten Störche.",
     "main brüten: Laut einer am Montag erwarteten Studie brüten Störche"},
    {HERE, "Sie werde noch weiter vom Ort entfernte Häuser bauen.",
     "main bauen: Sie werde noch weiter vom Ort entfernte Häuser bauen"},
    {HERE, "Sie hat angekündigt den Steg zu bauen.", "main ankündigen: Sie hat angekündigt | inf bauen: den Steg zu bauen ^1"},
    {HERE, "Gestern hatte ein Wirt aus Kiel, Otto Stoll, erklärt, es regne.", "main erklären: Gestern hatte ein Wirt aus Kiel … Otto Stoll … erklärt | main regnen: es regne ^1"},
    {HERE, "Die Minister Dänemarks, Polens und Österreichs sagten, es regne.", "main sagen: Die Minister Dänemarks … Polens und Österreichs sagten | main regnen: es regne ^1"},
};
Test(clauses, nested) { CHECK(nested, clauses); }

static const example coordinated[] = {
    {HERE, "Sie kam und sagte nichts.", "main kommen: Sie kam | main sagen: sagte nichts ^1"},
    {HERE, "Sie sagte, dass er komme und sie gehe.", "main sagen: Sie sagte | sub kommen: dass er komme ^1 | sub gehen: sie gehe ^1"},
    {HERE, "Brot und Käse fehlen.", "main fehlen: Brot und Käse fehlen"},
    {HERE, "Sie hat gelacht und geweint.", "main weinen: Sie hat gelacht und geweint"},
    {HERE, "Er ging, aber sie blieb.", "main gehen: Er ging | main bleiben: sie blieb ^1"},
    {HERE, "Sie sagte, er sei krank und bleibe im Bett.", "main sagen: Sie sagte | main sein: er sei krank ^1 | main bleiben: bleibe im Bett ^2"},
    {HERE, "Sie räumte ein, es könnten Stellen fehlen, lobte aber den Plan.",
     "main einräumen: Sie räumte ein | main fehlen: es könnten Stellen fehlen ^1 | main loben: lobte aber den Plan ^2"},
    {HERE, "Es brannte, doch niemand kam.", "main brennen: Es brannte | main kommen: niemand kam ^1"},
};
Test(clauses, coordinated) { CHECK(coordinated, clauses); }

/* What cuts a clause must not be inside a word or number. */
static const example marks[] = {
    {HERE, "Um 14:30 Uhr brannte das Haus.", "main brennen: Um 14:30 Uhr brannte das Haus"},
    {GAP, "Der „Blitz“-Bericht ist falsch.", "main sein: Der „Blitz“-Bericht ist falsch"},
    {HERE, "Das kostet 3,5 Mio. Euro.", "main kosten: Das kostet 3,5 Mio. Euro"},
    {HERE, "Sie kündigte es am 3. Mai an.", "main ankündigen: Sie kündigte es am 3. Mai an"},
    {GAP, "Die große, alte Halle brennt.", "main brennen: Die große … alte Halle brennt"},
};
Test(clauses, marks) { CHECK(marks, clauses); }

/* ---------------------------------------------------------------- verbs */

/* Of each clause with a verb: all tokens of the verb, its lemma, mood and voice. */
static void verbs(FILE *out, const lt_document *d)
{
    const char *between = "";
    for (uint32_t i = 0; i < d->clauses.count; i++) {
        const lt_clause *c = &d->clauses.at[i];
        if (!c->verb_count)
            continue;
        fputs(between, out);
        between = " | ";
        for (uint32_t k = 0; k < c->verb_count; k++) {
            put_tokens(out, d, c->verbs[k], c->verbs[k] + 1);
            putc(' ', out);
        }
        fprintf(out, "= %s", word_text(d, c->lemma));
        fputs(c->features & LT_F(subj1) ? " I" : c->features & LT_F(subj2) ? " II" : "", out);
        fputs(c->passive ? " passive" : c->perfect ? " perfect" : "", out);
        fputs(c->negated ? " not" : "", out);
    }
}

static const example complexes[] = {
    {HERE, "Sie kündigt morgen einen Umbau an.", "kündigt an = ankündigen"},
    {HERE, "Sie hat den Umbau angekündigt.", "hat angekündigt = ankündigen perfect"},
    {HERE, "Der Umbau wurde angekündigt.", "wurde angekündigt = ankündigen passive"},
    {HERE, "Der Umbau ist angekündigt worden.", "ist angekündigt worden = ankündigen passive"},
    {HERE, "Der Umbau war angekündigt worden.", "war angekündigt worden = ankündigen passive"},
    {HERE, "Sie sagte, dass der Umbau angekündigt worden ist.", "sagte = sagen | angekündigt worden ist = ankündigen passive"},
    {HERE, "Sie ist Ärztin geworden.", "ist geworden = werden perfect"},
    {HERE, "Sie will den Umbau ankündigen.", "will ankündigen = ankündigen"},
    {HERE, "Sie wird nichts sagen.", "wird sagen = sagen not"},
    {HERE, "Der Plan soll geändert werden.", "soll geändert werden = ändern passive"},
    {HERE, "Das Fest soll ein Erfolg sein.", "soll sein = sein"},
    {HERE, "Er soll geflohen sein.", "soll geflohen sein = fliehen"},
    {HERE, "Sie ist gegangen.", "ist gegangen = gehen perfect"},
    {HERE, "Sie ist krank.", "ist = sein"},
    {HERE, "Sie wies die Kritik zurück.", "wies zurück = zurückweisen"},
    {HERE, "Sie teilte mit, dass es brennt.", "teilte mit = mitteilen | brennt = brennen"},
    {HERE, "Sie teilte ihr Brot mit dem Mann.", "teilte = teilen"},
    {HERE, "Er sagte es ihr nicht.", "sagte = sagen not"},
    {HERE, "Er sagte kein Wort.", "sagte = sagen not"},
    {HERE, "Sie hatte kommen wollen.", "hatte kommen wollen = kommen perfect"},
    {HERE, "Er hat den Wald roden lassen.", "hat roden lassen = lassen perfect"},
    {HERE, "Die Aufgabe ist nicht zu lösen.", "ist zu lösen = lösen not"},
    {HERE, "Sie teilte am Freitag, dem 13. Mai, mit, es brenne.", "teilte mit = mitteilen | brenne = brennen I"},
    {HERE, "Sie ist überzeugt, dass es regnet.", "ist überzeugt = sein | regnet = regnen"},
    {HERE, "Belege dafür, so Brandt, habe sie nicht.", "habe = haben I not"},
    {HERE, "Zeugen werden gebeten.", "werden gebeten = bitten passive"},
    {GAP, "Sie sagte, dass er hätte kommen können.", "sagte = sagen | hätte kommen können = kommen II"},
    {HERE, "Sie verspricht, den Plan zu ändern.", "verspricht = versprechen | zu ändern = ändern"},
    {HERE, "Sie forderte Helfer an.", "forderte an = anfordern"},
    {HERE, "Sie forderte es von Anfang an.", "forderte = fordern"},
    {HERE, "Sie warnte vor allzu hohen Kosten.", "warnte = warnen"},
    {HERE, "Sie warnte vor zu hohen Kosten.", "warnte = warnen"},
    {HERE, "Sie warf ihm vor zu lügen.", "warf vor = vorwerfen"},
    {HERE, "Sie warnte vor „hohen Kosten“.", "warnte = warnen"},
    {HERE, "Sie warnte vor vorschnellen Urteilen.", "warnte = warnen"},
    {HERE, "Sie geht von Verlusten aus.", "geht aus = ausgehen"},
    {HERE, "Korrigiert werden müsse das Bild.", "Korrigiert werden müsse = korrigieren I passive"},
    {HERE, "Noch nicht beziffert werden könne der Schaden.", "beziffert werden könne = beziffern I passive"},
    {HERE, "Haben will den Hof die Stadt.", "Haben will = haben"},
    {HERE, "Die Häuser werden müde.", "werden = werden"},
    {HERE, "Die erwartete Zahl wurde genannt.", "wurde genannt = nennen passive"},
};
Test(clauses, verb_complexes) { CHECK(complexes, verbs); }

static const example moods[] = {
    {HERE, "Sie sagte, er sei krank.", "sagte = sagen | sei = sein I"},
    {HERE, "Sie sagte, er ist krank.", "sagte = sagen | ist = sein"},
    {HERE, "Sie sagte, er wäre krank.", "sagte = sagen | wäre = sein II"},
    {HERE, "Sie sagte, er komme.", "sagte = sagen | komme = kommen I"},
    {HERE, "Sie sagte, ich komme.", "sagte = sagen | komme = kommen"},
    {HERE, "Sie sagte, sie kommen.", "sagte = sagen | kommen = kommen"},
    {HERE, "Sie sagte, sie hätten Zeit.", "sagte = sagen | hätten = haben II"},
    {HERE, "Sie sagte, sie haben Zeit.", "sagte = sagen | haben = haben"},
    {HERE, "Er habe geschlafen.", "habe geschlafen = schlafen I perfect"},
    {HERE, "Er werde kommen.", "werde kommen = kommen I"},
    {HERE, "Er würde kommen.", "würde kommen = kommen II"},
    {HERE, "Der Plan sei abgelehnt worden.", "sei abgelehnt worden = ablehnen I passive"},
    {HERE, "Die Pläne seien abgelehnt worden.", "seien abgelehnt worden = ablehnen I passive"},
    {HERE, "Der Plan werde abgelehnt.", "werde abgelehnt = ablehnen I passive"},
    {HERE, "Der Plan wäre abgelehnt worden.", "wäre abgelehnt worden = ablehnen II passive"},
    {HERE, "Er sagte etwas.", "sagte = sagen"},
    {HERE, "Man könne nichts tun.", "könne tun = tun I not"},
};
Test(clauses, moods) { CHECK(moods, verbs); }

Test(clauses, every_word_belongs_to_one)
{
    laut_document *d = analysed("Der Mann, der gestern kam, sagte: „Ich weiß, dass es regnet.“ Sie ging.");
    for (uint32_t i = 0; i < d->tokens.count; i++) {
        uint32_t c = d->clause_of[i];
        if (d->tokens.at[i].kind == LT_WORD)
            cr_assert_neq(c, LAUT_NONE, "token %u", i);
        if (c == LAUT_NONE)
            continue;
        bool inside = false;
        for (uint32_t s = 0; s < d->clauses.at[c].segment_count; s++)
            inside |= d->clauses.at[c].segments[s].first <= i && i < d->clauses.at[c].segments[s].last;
        cr_expect(inside, "token %u", i);
        cr_expect_eq(d->clauses.at[c].sentence, d->sentence_of[i]);
    }
    laut_document_free(d);
}
