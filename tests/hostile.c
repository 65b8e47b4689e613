/* See hostile.h. */
#include "hostile.h"

#include <dirent.h>
#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "laut.h"

typedef struct {
    char *at;
    size_t size, room, wanted;
    unsigned n; /* of the piece that is written */
    const char *corpus;
} text;

static void put(text *t, const char *s)
{
    size_t size = strlen(s);
    if (t->room - t->size <= size) {
        t->room = 2 * (t->room + size) + 4096;
        t->at = realloc(t->at, t->room);
        if (!t->at)
            abort();
    }
    memcpy(t->at + t->size, s, size + 1);
    t->size += size;
}

/* A word that no lexicon knows, another one for each n: Kabedo, Kabedu, … */
static const char *name(unsigned n)
{
    static const char *const heads[] = {"K", "M", "T", "V", "L", "B", "D", "F", "G", "P"};
    static const char *const syllables[] = {"abe", "olu", "iru", "evo", "ufa", "oli", "amu", "ire", "ubo", "ela"};
    static const char consonants[] = "dgklmnrstv";
    static char out[4][64];
    static unsigned turn;
    char *at = out[turn++ % 4];
    size_t size = (size_t)sprintf(at, "%s%s", heads[n % 10], syllables[n / 10 % 10]);
    for (n /= 100; n; n /= 100)
        size += (size_t)sprintf(at + size, "%c%s", consonants[n % 10], syllables[n / 10 % 10]);
    sprintf(at + size, "%s", "ck");
    return at;
}

/* Put a pattern once: %N is a new name, %n the same name again, %P a name that was new a while ago. */
static void put_pattern(text *t, const char *pattern)
{
    for (const char *p = pattern; *p; p++) {
        if (p[0] == '%' && p[1] && strchr("NnP", p[1])) {
            unsigned n = p[1] == 'N' ? ++t->n : p[1] == 'n' ? t->n : t->n / 2;
            put(t, name(n));
            p++;
        } else {
            char c[2] = {*p, '\0'};
            put(t, c);
        }
    }
}

/* ---------------------------------------------------------------- shapes */

/* What stands once in front, what is repeated, what stands once behind. */
typedef struct {
    const char *name, *before, *repeated, *after;
    void (*make)(text *t); /* instead of a pattern */
} shape;

static int by_name(const struct dirent **a, const struct dirent **b) { return strcmp((*a)->d_name, (*b)->d_name); }

static void prose(text *t)
{
    struct dirent **list;
    text all = {0};
    int count = scandir(t->corpus, &list, NULL, by_name);
    for (int i = 0; i < count; i++) {
        char path[1024];
        snprintf(path, sizeof path, "%s/%s", t->corpus, list[i]->d_name);
        size_t size = strlen(path);
        json_t *record = size > 6 && strcmp(path + size - 6, ".jsonl") == 0 ? json_load_file(path, JSON_DISABLE_EOF_CHECK, NULL) : NULL;
        const char *article = json_string_value(json_object_get(record, "text"));
        if (article) {
            put(&all, article);
            put(&all, "\n\n");
        }
        json_decref(record);
        free(list[i]);
    }
    if (count >= 0)
        free(list);
    if (!all.size)
        abort();
    while (t->size < t->wanted)
        put(t, all.at);
    free(all.at);
}

/* Ten thousand marks inside each other, then as many that close; the next heap behind it. */
static void nested(text *t)
{
    while (t->size < t->wanted) {
        for (int i = 0; i < 10000; i++)
            put(t, i % 2 ? "‚Er " : "„Sie ");
        for (int i = 0; i < 10000; i++)
            put(t, i % 2 ? "kam“ " : "ging‘ ");
        put(t, ", sagte er. ");
    }
}

/* dass …, dass …, and the verbs of all of them behind. */
static void embedded(text *t)
{
    size_t clauses = t->wanted / 24;
    put(t, "Es heißt");
    for (size_t i = 0; i < clauses; i++)
        put(t, ", dass der Mann");
    for (size_t i = 0; i < clauses; i++)
        put(t, " sagte,");
    put(t, " stimmt.");
}

/* Every way of writing a mark, opening without end, closing without start, and two styles in turn. */
#define MARKS(label, open, close)                                                                   \
    {label " that open", "", open "Wort ging ", "", NULL},                                          \
    {label " that close", "", "Wort ging" close " ", "", NULL},                                     \
    {label " in sentences", "", "Er sagte: " open "Das ist gut. ", "", NULL},                       \
    {label " in paragraphs", "", open "Das ist gut. Er kam.\n\n", "", NULL}

static const shape shapes[] = {
    {"prose", NULL, NULL, NULL, prose},

    /* one sentence */
    {"clauses", "", "der Mann kam, die Frau ging, weil es regnete, ", "er blieb.", NULL},
    {"commas", "", "rot, ", "blau.", NULL},
    {"coordinated verbs", "Er", " kam und sie ging und", " er blieb.", NULL},
    {"coordinated nouns", "", "Hunde und Katzen und ", "Mäuse bellten.", NULL},
    {"adverbs", "Er ging ", "heute und gestern und doch ", "wieder.", NULL},
    {"nouns", "", "Haus Baum Hund ", "bellten.", NULL},
    {"small words", "", "und oder aber noch in der von ", "", NULL},
    {"frames in a sentence", "", "„Wir gehen“, sagte er, „und wir bleiben“, sagte Ada %N, ", "„ja“, sagte er.", NULL},
    {"reports in a sentence", "", "er sagte, es regne, sie meinte, es schneie, ", "sie ging.", NULL},
    {"reports in reports", "Er sagte", ", dass sie sagte, dass er meinte", ", dass es regne.", NULL},
    {"embedded reports", NULL, NULL, NULL, embedded},
    {"relative clauses", "Der Mann", ", der die Frau, die das Kind sah, kannte, der lachte", ", kam.", NULL},
    {"enumerated names", "Es kamen ", "Ada %N, Otto %N, die Leiterin des Amtes, Malte %N, ", "und Eva.", NULL},
    {"joined names", "Es sagten ", "Ada %N und Otto %N und ", "Eva, es regne.", NULL},
    {"genitives", "Die Angaben", " des Sprechers der Partei", " stimmen.", NULL},
    {"infinitives", "Er", ", ohne zu sagen, um zu gehen", ", kam.", NULL},
    {"lists behind prepositions", "Er sorgt ", "für Wege, Parks, die Gärten, ", "und Bäder.", NULL},
    {"lists that break off", "Er sorgt ", "für Wege, Parks und gern Bäder, ", "ja.", NULL},
    {"relative clauses of lists", "Der Rat, ", "die der Wirt, der Koch, in dem Brandt, Wolf und Stoll, ", "tagt.", NULL},
    {"participles that wait", "Er sagte, dass Wege ", "saniert, Parks gebaut, ", "werden.", NULL},
    {"verbs that go on", "Er sagte, dass er kommt, ", "sie geht, er redet, ", "und bleibt.", NULL},
    {"participles of one verb", "Er habe Wege gebaut, ", "Parks saniert, Bäder erhalten und vermietet, ", "ja.", NULL},
    {"past infinitives", "Er gab zu, ", "Akten vernichtet, Geld genommen, ", "gelogen zu haben.", NULL},
    {"conditions", "Er drohte, ", "sollte sie gehen, zu klagen, falls sie bleibe, ", "ja.", NULL},
    {"contents of nouns", "Er nannte ", "den Vorwurf, er lüge, absurd, ", "falsch.", NULL},
    {"attributes", "Das ist ", "die erste, längst fällige, im Mai gebaute, ", "Brücke.", NULL},
    {"appositions", "Es sagten ", "der Leiter, Otto %N, und die Leiterin, Ada %N, ", "es regne.", NULL},
    {"semicolons", "", "er kam; sie sagte, es regne; ", "aus.", NULL},
    {"brackets", "Er ", "(sie (er [es ", "kam.", NULL},
    {"closed brackets", "Er kam ", "(sie ging) ", "wieder.", NULL},
    {"laut in a sentence", "", "laut Polizei brannte es, nach Angaben des Amtes schneite es, ", "aus.", NULL},
    {"quoted parts in a sentence", "Er nannte sie ", "„sehr müde“ und „ganz falsch“ und ", "dumm.", NULL},
    {"a quotation of sentences", "„", "Es regnet. Sie sagte, er komme. ", "“, sagte er.", NULL},
    {"a quotation of paragraphs", "„", "Es regnet. Sie sagte, er komme.\n\n", "“, sagte er.", NULL},
    {"a quotation of quotations", "„", "Er sagte: ‚Es regnet.‘ Sie nannte ihn ‚sehr müde‘. ", "“, sagte er.", NULL},

    /* marks */
    MARKS("low marks", "„", "“"),
    MARKS("high marks", "“", "”"),
    MARKS("straight marks", "\"", "\""),
    MARKS("guillemets", "»", "«"),
    MARKS("French guillemets", "«", "»"),
    MARKS("single low marks", "‚", "‘"),
    MARKS("single straight marks", "'", "'"),
    MARKS("single guillemets", "›", "‹"),
    MARKS("accents", "`", "´"),
    MARKS("double commas", ",,", "''"),
    {"low and straight marks in turn", "", "„Wort ging \"dann ", "", NULL},
    {"low and straight marks that close", "", "„Wort\" ging. ", "", NULL},
    {"single marks in turn", "", "‚Wort ging 'dann ", "", NULL},
    {"apostrophes", "", "Hans' Hund geht's gut. ", "", NULL},
    {"apostrophes in a sentence", "", "Hans' Hund und Jens’ Katze und ", "", NULL},
    {"marks without words", "", "\"", "", NULL},
    {"low marks without words", "", "„ ", "", NULL},
    {"marks of all kinds", "", "„»\"‚›' Wort. ", "", NULL},
    {"nested marks", NULL, NULL, NULL, nested},

    /* parties */
    {"names", "", "Ada %N sagte, es regne. ", "", NULL},
    {"bare names", "", "%N sagte, es regne. ", "", NULL},
    {"names that come back", "", "Ada %N sagte, es regne. %P bestritt das. ", "", NULL},
    {"names of one family", "", "%N Grothe sagte, es regne. ", "", NULL},
    {"names of one given name", "", "Herr Otto %N kam. Frau Otto %n sagte, es regne. ", "", NULL},
    {"given names alone", "", "Ada %N sagte, es regne. Ada lachte. ", "", NULL},
    {"a family of both genders", "", "Herr %N Grothe sagte, es regne. Frau Grothe bestritt das. ", "", NULL},
    {"a family and a firm", "", "Ada %N Halmwerk kam. Die Halmwerk AG warnte vor Regen. ", "", NULL},
    {"names and pronouns", "", "Otto %N kam. Er sagte, sie sei müde. Sie bestritt das. ", "", NULL},
    {"names and a pronoun that fits none", "", "Otto %N kam. Sie sagte, es regne. ", "", NULL},
    {"roles", "", "Sprecherin Ada %N sagte, es regne. Die Sprecherin lachte. ", "", NULL},
    {"roles and bodies", "", "Der Verband %N teilte mit, es regne. Die Behörde warnte vor Regen. ", "", NULL},
    {"quoted bodies", "", "Das Magazin „%N“ berichtete, es regne. Das Blatt meldete Schnee. ", "", NULL},
    {"firms", "", "Die %N AG kündigte Kürzungen an. Das Unternehmen schwieg. %n bedauerte das. ", "", NULL},
    {"pairs", "", "Ada %N und Otto %N kamen. Beide sagten, es regne. ", "", NULL},
    {"possessives", "", "Otto %N kam. Nach seinen Angaben regnet es. ", "", NULL},
    {"descriptions", "", "Der Sprecher des Amtes %N sagte, es regne. Die Beamten warnten. ", "", NULL},
    {"compounds", "", "Nach Polizeiangaben kam %N. Die Polizei sagte, es regne. ", "", NULL},
    {"one name", "", "Ada Brandt sagte, es regne. ", "", NULL},

    /* claims */
    {"carried on", "Ada Brandt sagte, es regne. ", "Es sei kalt. ", "", NULL},
    {"carried on in paragraphs", "Ada Brandt sagte, es regne. ", "Es sei kalt.\n\n", "", NULL},
    {"carried quotations", "Ada Brandt sagte, es regne. ", "„Es ist sehr kalt.“ ", "", NULL},
    {"demnach", "Das Gutachten liegt vor. ", "Demnach regnet es. ", "", NULL},
    {"demnach behind papers", "", "Das Gutachten liegt vor. Demnach regnet es. ", "", NULL},
    {"demnach in a sentence", "Das Gutachten liegt vor. ", "demnach regnet es, ", "aus.", NULL},
    {"accusations", "", "Dem Mann wird Betrug vorgeworfen. ", "", NULL},
    {"silence", "", "Das Amt äußerte sich dazu nicht. ", "", NULL},
    {"second hand", "", "Wie das Magazin „Klartext“ unter Berufung auf %N berichtete, regnet es. ", "", NULL},

    /* the text itself */
    {"paragraphs", "", "Es regnet.\n\n", "", NULL},
    {"headings", "", "Ein Haus\n\n", "", NULL},
    {"lines", "", "Ein Haus\n", "", NULL},
    {"an interview", "", "Frage: Regnet es?\nBrandt: Ja, „sehr“.\n", "", NULL},
    {"an interview in paragraphs", "", "Frau Brandt, regnet es?\n\nJa, es „regnet“ sehr.\n\n", "", NULL},
    {"many labels", "", "%N: Es regnet.\n", "", NULL},
    {"small letters", "", "otto grothe sagte, es regne. der %N lachte. ", "", NULL},
    {"one word", "", "donau", "", NULL},
    {"one word in capitals", "", "DONAU", "", NULL},
    {"hyphens", "", "ab-cd-", "ef", NULL},
    {"hyphens in capitals", "", "Ab-Cd-", "Ef", NULL},
    {"full stops in a word", "", "ab.cd.", "ef", NULL},
    {"colons in a word", "", "ab:cd:", "ef", NULL},
    {"commas without blanks", "", "ab,cd,", "ef", NULL},
    {"numbers without blanks", "", "1,2.3:4", "", NULL},
    {"marks of two characters", "", ",,<<''", "", NULL},
    {"full stops", "", ".", "", NULL},
    {"dashes", "", "- ", "", NULL},
    {"stars", "", "*", "", NULL},
    {"blanks", "a", " ", "b", NULL},
    {"line breaks", "a", "\n", "b", NULL},
    {"combining marks", "a", "\xCC\x88", "", NULL},
    {"joined emoji", "", "\xF0\x9F\x91\xA9\xE2\x80\x8D", "", NULL},
    {"Thai", "", "\xE0\xB8\x81\xE0\xB8\xB2\xE0\xB8\xA3", "", NULL},
    {"Chinese", "", "\xE4\xBD\xA0\xE5\xA5\xBD", "", NULL},
    {"abbreviations", "", "z. B. Dr. ", "", NULL},
    {"titles", "", "Prof. Dr. ", "Ada Brandt sagte, es regne.", NULL},
};

size_t hostile_count(void) { return sizeof shapes / sizeof *shapes; }
const char *hostile_name(size_t i) { return shapes[i].name; }

char *hostile_text(size_t i, size_t size, const char *corpus, size_t *out)
{
    text t = {.wanted = size, .corpus = corpus};
    const shape *s = &shapes[i];
    if (s->make) {
        s->make(&t);
    } else {
        put_pattern(&t, s->before);
        while (t.size < size)
            put_pattern(&t, s->repeated);
        put_pattern(&t, s->after);
    }
    *out = t.size;
    return t.at;
}

/* ---------------------------------------------------------------- measuring */

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Analyse and write once. */
static bool pass(const laut_engine *engine, const char *at, size_t size, FILE *sink)
{
    static const laut_format formats[] = {LAUT_FORMAT_JSONL, LAUT_FORMAT_JSON, LAUT_FORMAT_TEXT, LAUT_FORMAT_WIKINEWS,
                                          LAUT_FORMAT_HTML};
    laut_document *d;
    bool good = laut_analyze(engine, at, size, NULL, &d, NULL) == 0;
    for (int f = 0; good && f < 5; f++)
        good = laut_write(d, formats[f], NULL, sink) == 0;
    laut_document_free(d);
    return good;
}

/* The clock may tick as seldom as every 10 ms: what is short is done over and over. */
#define ENOUGH 0.1

double hostile_seconds(const laut_engine *engine, const char *at, size_t size, int runs)
{
    double best = -1;
    FILE *sink = fopen("/dev/null", "w");
    for (int i = 0; sink && i < runs; i++) {
        double start = now(), took = 0;
        int rounds = 0;
        for (; took < ENOUGH; rounds++, took = now() - start)
            if (!pass(engine, at, size, sink)) {
                fclose(sink);
                return -1;
            }
        if (best < 0 || took / rounds < best)
            best = took / rounds;
    }
    if (sink)
        fclose(sink);
    return best;
}
