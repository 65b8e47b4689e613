/* laut diff: pairs of texts with known changes (tests/diff/README.md), the interface, the output. */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <glob.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "failing.h"
#include "german.h"
#include "hostile.h"
#include "schema.h"
#include "support.h"

TestSuite(diff, .timeout = 120);

static laut_document *analyze(const char *text, size_t size, const char *id)
{
    laut_document *d;
    laut_error error;
    cr_assert_eq(laut_analyze(german(), text, size, &(laut_options){.id = id}, &d, &error), 0, "%s", error.message);
    return d;
}

typedef struct {
    laut_document *before, *after;
    laut_diff *diff;
    const laut_change *changes;
    size_t count;
} compared;

static compared compare(const char *before, const char *after)
{
    compared c = {analyze(before, strlen(before), "old"), analyze(after, strlen(after), "new"), NULL, NULL, 0};
    laut_error error;
    cr_assert_eq(laut_diff_open(&c.diff, c.before, c.after, &error), 0, "%s", error.message);
    c.changes = laut_changes(c.diff, &c.count);
    return c;
}

static void done(compared *c)
{
    laut_diff_free(c->diff);
    laut_document_free(c->before);
    laut_document_free(c->after);
}

static char *written_diff(const laut_diff *diff, laut_diff_format format, const laut_diff_write_options *options)
{
    char *out;
    size_t size;
    FILE *stream = open_memstream(&out, &size);
    cr_assert(stream);
    cr_assert_eq(laut_diff_write(diff, format, options, stream), 0);
    fclose(stream);
    return out;
}

/* ---------------------------------------------------------------- pairs */

/* Cut the string at the mark and return what is behind it. */
static char *cut(char *s, const char *mark)
{
    char *at = strstr(s, mark);
    cr_assert(at, "no %s", mark);
    *at = '\0';
    return at + strlen(mark);
}

static char *trim(char *s)
{
    while (*s == ' ')
        s++;
    char *end = s + strlen(s);
    while (end > s && end[-1] == ' ')
        *--end = '\0';
    return s;
}

/* Whether the words stand in the text where the spans are, at least in part. */
static bool touches(const char *text, const char *words, laut_spans spans)
{
    if (!*words)
        return spans.count == 0;
    const char *at = strstr(text, words);
    cr_assert(at, "not in the text: %s", words);
    for (; at; at = strstr(at + 1, words)) {
        size_t begin = (size_t)(at - text), end = begin + strlen(words);
        for (size_t i = 0; i < spans.count; i++)
            if (spans.at[i].begin < end && spans.at[i].end > begin)
                return true;
    }
    return false;
}

typedef struct { size_t known, found, other; } score;

/* Strike out the change that a line names, if it is there. */
static bool strike(const compared *c, bool *used, const char *kind, const char *old, const char *new)
{
    for (size_t i = 0; i < c->count; i++) {
        const laut_change *x = &c->changes[i];
        if (used[i] || x->cause != LAUT_NONE || strcmp(laut_change_name(x->kind), kind) != 0 ||
            !touches(laut_text(c->before, &(size_t){0}), old, x->words_before) ||
            !touches(laut_text(c->after, &(size_t){0}), new, x->words_after))
            continue;
        used[i] = true;
        return true;
    }
    return false;
}

static void check_pair(const char *path, score *s)
{
    size_t size;
    char *before = read_file(path, &size);
    cr_assert(before, "%s", path);
    before += strlen("== old\n");
    char *after = cut(before, "== new\n"), *lines = cut(after, "== changes\n");
    compared c = compare(before, after);
    bool *used = calloc(c.count + 1, sizeof *used);
    for (char *line = strtok(lines, "\n"); line; line = strtok(NULL, "\n")) {
        char *old = cut(line, "|"), *new = cut(old, "|");
        s->known++;
        if (strike(&c, used, trim(line), trim(old), trim(new)))
            s->found++;
        else
            fprintf(stderr, "%s: not found: %s | %s | %s\n", path, trim(line), trim(old), trim(new));
    }
    for (size_t i = 0; i < c.count; i++) {
        const laut_change *x = &c.changes[i];
        if (used[i] || x->kind == LAUT_CHANGE_KEPT || x->cause != LAUT_NONE)
            continue;
        s->other++;
        laut_spans where = x->words_after.count ? x->words_after : x->words_before;
        const char *text = x->words_after.count ? after : before;
        fprintf(stderr, "%s: named besides: %s: %.*s\n", path, laut_change_name(x->kind),
                (int)(where.at[0].end - where.at[0].begin), text + where.at[0].begin);
    }
    free(used);
    done(&c);
    free(before - strlen("== old\n"));
}

static score check_half(const char *half, size_t pairs)
{
    char pattern[64];
    glob_t files;
    score s = {0};
    snprintf(pattern, sizeof pattern, "tests/diff/%s/*.txt", half);
    cr_assert_eq(glob(pattern, 0, NULL, &files), 0);
    cr_expect_eq(files.gl_pathc, pairs);
    for (size_t i = 0; i < files.gl_pathc; i++)
        check_pair(files.gl_pathv[i], &s);
    fprintf(stderr, "diff, %s pairs: %zu of %zu changes found and named right, %zu others named\n", half, s.found,
            s.known, s.other);
    globfree(&files);
    return s;
}

/* What is reached. First runs: of the pairs that were written before the code 18 of 23 and 7 others; of the later ones 42 of 52
 * and 3; of the blind ones 22 of 24 and 1. All but the last were opened at 22 and 1, 50 and 2. */
static void expect_score(score s, size_t known, size_t found, size_t other)
{
    cr_expect(s.known == known && s.found == found && s.other == other,
              "%zu of %zu and %zu others, not %zu of %zu and %zu", s.found, s.known, s.other, found, known, other);
}

Test(diff, open_pairs) { expect_score(check_half("open", 276), 695, 676, 32); }
Test(diff, first_pairs) { expect_score(check_half("blind", 12), 23, 23, 0); }
Test(diff, later_pairs) { expect_score(check_half("blind2", 24), 53, 53, 0); }
Test(diff, last_blind_pairs) { expect_score(check_half("blind3", 8), 24, 24, 0); }

/* ---------------------------------------------------------------- the interface */

/* `text` with one string instead of another, everywhere. To be freed. */
static char *replaced(const char *text, const char *from, const char *to)
{
    char *out;
    size_t size;
    FILE *f = open_memstream(&out, &size);
    cr_assert(f);
    for (const char *at; *from && (at = strstr(text, from)); text = at + strlen(from)) {
        fwrite(text, 1, (size_t)(at - text), f);
        fputs(to, f);
    }
    fputs(text, f);
    fclose(f);
    return out;
}

/* The last paragraph goes behind the first. To be freed. */
static char *moved(const char *text)
{
    static const char gap[] = "\n\n";
    const char *first = strstr(text, gap), *last = first;
    for (const char *at = first; at; at = strstr(at + 2, gap))
        last = at;
    char *out = malloc(strlen(text) + sizeof gap);
    cr_assert(out);
    if (first)
        sprintf(out, "%.*s%s%.*s", (int)(first - text), text, last, (int)(last - first), first);
    else
        strcpy(out, text);
    return out;
}

static const struct { char from[2][8], to[2][8]; } variants[] = {
    {{"", ""}, {"", ""}}, /* the same */
    {{"„", "“"}, {"\"", "\""}}, {{"„", "“"}, {"»", "«"}},
    {{" – ", "…"}, {" — ", "..."}},
    {{" ", "\n"}, {"  ", "\r\n"}},
    {{"-", "0 Euro"}, {"‑", "0\u00A0Euro"}}, /* a hyphen and a blank that do not break */
    {{"sch", ""}, {"s\u00ADch", ""}}, /* a soft hyphen */
    {{"ü", "ö"}, {"u\u0308", "o\u0308"}},
    {{"\n\n", ""}, {"", ""}} /* stands for a paragraph that was moved */
};

ParameterizedTestParameters(diff, variants_have_no_changes)
{
    static size_t n[sizeof variants / sizeof *variants];
    for (size_t i = 0; i < sizeof n / sizeof *n; i++)
        n[i] = i;
    return cr_make_param_array(size_t, n, sizeof n / sizeof *n);
}

ParameterizedTest(size_t *n, diff, variants_have_no_changes)
{
    glob_t files;
    const char (*from)[8] = variants[*n].from, (*to)[8] = variants[*n].to;
    cr_assert_eq(glob("corpus/*.jsonl", 0, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        json_t *article = json_load_file(files.gl_pathv[i], 0, NULL);
        const char *text = json_string_value(json_object_get(article, "text"));
        cr_assert(text, "%s", files.gl_pathv[i]);
        char *first = *from[0] && !*to[0] ? moved(text) : replaced(text, from[0], to[0]);
        char *variant = replaced(first, from[1], to[1]);
        compared c = compare(text, variant);
        for (size_t k = 0; k < c.count; k++)
            cr_expect_eq(c.changes[k].kind, LAUT_CHANGE_KEPT, "%s, “%s” for “%s”: %s", files.gl_pathv[i], to[0], from[0],
                         laut_change_name(c.changes[k].kind));
        cr_expect_eq(laut_diff_lost(c.diff), 0);
        done(&c);
        free(first);
        free(variant);
        json_decref(article);
    }
    globfree(&files);
}

Test(diff, an_empty_text)
{
    static const char text[] = "Die Brücke sei sicher, sagte Ada Brandt.";
    compared c = compare("", text);
    cr_assert_eq(c.count, 1);
    cr_expect_eq(c.changes[0].kind, LAUT_CHANGE_ADDED);
    done(&c);
    c = compare(text, "");
    cr_assert_eq(c.count, 1);
    cr_expect_eq(c.changes[0].kind, LAUT_CHANGE_DROPPED);
    cr_expect_eq(c.changes[0].lost, 0);
    done(&c);
    c = compare("", "");
    cr_expect_eq(c.count, 0);
    char *out = written_diff(c.diff, LAUT_DIFF_TEXT, NULL);
    cr_expect_str_eq(out, "old → new: 0 claims kept, no changes\n");
    free(out);
    done(&c);
}

Test(diff, texts_that_have_nothing_in_common)
{
    compared c = compare("Die Brücke sei sicher, sagte Ada Brandt. Otto Grothe forderte einen Radweg.",
                         "„Wir haben gewonnen“, jubelte Trainer Malte Hansen. Der Platz war nass.");
    cr_expect_eq(c.count, 3);
    for (size_t i = 0; i < c.count; i++)
        cr_expect(c.changes[i].kind == LAUT_CHANGE_DROPPED || c.changes[i].kind == LAUT_CHANGE_ADDED);
    done(&c);
}

Test(diff, engines_must_be_the_same)
{
    laut_engine *other;
    laut_errors errors;
    cr_assert_eq(laut_engine_open(&other, NULL, &errors), 0);
    laut_document *a = analyze("Ja.", 3, "a"), *b;
    laut_error error;
    laut_diff *diff;
    cr_assert_eq(laut_analyze(other, "Ja.", 3, NULL, &b, &error), 0);
    cr_expect_eq(laut_diff_open(&diff, a, b, &error), -1);
    cr_expect_eq(error.code, LAUT_ERROR_INPUT);
    cr_expect_null(diff);
    cr_expect_eq(laut_diff_open(&diff, a, b, NULL), -1);
    laut_document_free(a);
    laut_document_free(b);
    laut_engine_free(other);
}

Test(diff, names_of_changes)
{
    cr_expect_str_eq(laut_change_name(LAUT_CHANGE_KEPT), "kept");
    cr_expect_str_eq(laut_change_name(LAUT_CHANGE_ADDED), "added");
    cr_expect_str_eq(laut_change_name((laut_change_kind)99), "?");
}

/* One word of a quotation inside a quotation is one change. */
Test(diff, one_cause_one_finding)
{
    static const struct { const char *before, *after; size_t findings, others; } pairs[] = {
        {"„Ein Mann rief: ‚Runter, sofort runter!‘ Dann war es still“, sagte Ada Brandt.",
         "„Ein Mann rief: ‚Runter, alle runter!‘ Dann war es still“, sagte Ada Brandt.", 1, 1},
        {"Der Damm sei morsch, sagte Ada Brandt. Er müsse gesperrt werden. Das Wehr halte nicht mehr lange.",
         "Der Damm sei morsch, sagte Otto Grothe. Er müsse gesperrt werden. Das Wehr halte nicht mehr lange.", 1, 2},
        {"Der Damm sei morsch, sagte Ada Brandt. Das Wehr halte noch, sagte Malte Hansen.",
         "Der Damm sei morsch, sagte Otto Grothe. Das Wehr halte noch, sagte Enno Radtke.", 2, 0},
        {"Otto Grothe bezweifelte das. Der Steg sei morsch, sagte Grothe.",
         "Ada Brandt bezweifelte das. Der Steg sei morsch, sagte Brandt.", 2, 0},
        {"Ada Brandt sagte, der Damm sei „morsch und brüchig“.", "Otto Grothe sagte, der Damm sei „morsch und brüchig“.", 1, 1},
        {"Ada Brandt sagte, der alte Damm sei „morsch und brüchig“.", "Der alte Damm ist morsch und brüchig.", 1, 0},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        compared c = compare(pairs[i].before, pairs[i].after);
        size_t findings = 0, others = 0;
        for (size_t k = 0; k < c.count; k++)
            if (c.changes[k].kind != LAUT_CHANGE_KEPT)
                ++*(c.changes[k].cause == LAUT_NONE ? &findings : &others);
        cr_expect(findings == pairs[i].findings && others == pairs[i].others, "%s: %zu, %zu", pairs[i].after, findings, others);
        done(&c);
    }
}

/* Harmless, or not what it looks like: nothing is named. */
Test(diff, nothing_to_name)
{
    static const struct { const char *before, *after; } pairs[] = {
        {"Ein Sprecher des Konzerns bestritt die Vorwürfe. „Wir halten uns an das Gesetz“, sagte er.",
         "Ein Konzernsprecher bestritt die Vorwürfe: „Wir halten uns an das Gesetz.“"},
        {"Bürgermeister Kurt Ehlert verteidigte den Schritt. Ohne ihn drohe ein Minus, sagte er.",
         "Den Schritt verteidigte Bürgermeister Kurt Ehlert: „Ohne ihn droht ein Minus.“"},
        {"Der Geologe Jasper Ohlig widersprach. Das Ufer sei fest, sagte er.",
         "Widerspruch kam vom Geologen Jasper Ohlig. Das Ufer sei fest, sagte er."},
        {"Die Ministerin Ada Brandt forderte Hilfe. Die Lage sei ernst, sagte Brandt.",
         "Hilfe forderte Ministerin Ada Brandt. Die Lage sei ernst, sagte die Ministerin."},
        {"„Wir bauen bald“, sagte Ada Brandt. „Es wird teuer.“", "Ada Brandt sagte: „Wir bauen bald. Es wird teuer.“"},
        {"Die Polizei teilte mit, 40 Leute seien verletzt.", "40 Leute seien verletzt, sagte ein Polizeisprecher."},
        {"Die Täter kannten sich aus, vermutet die Polizei.", "Nach Einschätzung der Ermittler kannten sich die Täter aus."},
        {"Klinikleiter Malte Grothe sagte, der Bau sei morsch.", "Der Bau sei morsch, hieß es von der Klinikleitung."},
        {"Der Angeklagte räumte die Vorwürfe ein.", "Der 52-Jährige gab die Vorwürfe zu."},
        {"Anwohner berichteten von mehreren Explosionen.", "Nach Berichten von Anwohnern gab es mehrere Explosionen."},
        {"Der Kassenwart wies nach Angaben seines Anwalts alle Vorwürfe zurück.",
         "Alle Vorwürfe wies der Kassenwart über seinen Anwalt zurück."},
        {"Der Rat beschloss höhere Gebühren. Eine Stunde Parken kostet künftig 3 Euro.",
         "3 Euro kostet eine Stunde Parken künftig. Das hat der Rat beschlossen."},
        {"Der Landrat sicherte finanzielle Hilfe zu.", "Finanzielle Hilfe sagte der Landrat zu."},
        {"Eine Kommission prüfte den Fall. Trossen sei verantwortlich, schreibt die Kommission in ihrem Bericht.",
         "Eine Kommission prüfte den Fall. In ihrem Bericht heißt es, Trossen sei verantwortlich."},
        {"Otto Grothe zeigte sich erleichtert: „Wir haben das immer gesagt.“",
         "Otto Grothe sagte, er sei erleichtert: „Wir haben das immer gesagt.“"},
        {"Der Betreiber Nordwind wies das zurück. Nach seiner Darstellung ist der Mast sicher.",
         "Der Mast sei sicher, erklärte der Betreiber Nordwind."},
        {"Der Verband bekräftigte seine Prognose.", "Die Prognose wurde bekräftigt."},
        {"Die Firma bestreitet das: Den Bericht habe man nie erhalten.",
         "Die Firma weist das zurück. Den Bericht habe man nie erhalten."},
        {"In einem offenen Brief wenden sich Ärzte an den Rat. Die Wege würden zu lang, warnen die Unterzeichner.",
         "In einem offenen Brief wenden sich Ärzte an den Rat. Die Wege würden zu lang, heißt es in dem Brief."},
        {"Ada Brandt lobte die Moral der Mannschaft. Man habe gut gespielt.",
         "Die Moral der Mannschaft lobte Ada Brandt. Man habe gut gespielt."},
        {"Der SV Lohberg trennt sich von Trainer Malte Hansen. Das teilte der Verein mit.",
         "Trainer Malte Hansen muss beim SV Lohberg gehen. Wie der Verein mitteilte, trennt er sich von dem Trainer."},
        {"Der Verein bangt um seine Zukunft: 60 Kinder seien abgemeldet, so Vorsitzende Ada Brandt.",
         "60 Kinder seien abgemeldet, so Vorsitzende Ada Brandt."},
        {"Ada Brandt kann die Sorge der Eltern nachvollziehen.", "Sie verstehe die Sorge der Eltern, sagte Ada Brandt."},
        {"Der Absatz ist gesunken, teilte die Firma mit.", "Nach Angaben der Firma gab es einen Rückgang des Absatzes."},
        {"Die Kammer fordert eine Erhöhung der Umlage.", "Die Kammer verlangt, dass die Umlage erhöht wird."},
        {"Ada Brandt sagte dem Sender, Hitze sei die Ursache.", "Ada Brandt nannte Hitze als Ursache, wie Kanal Ost berichtet."},
        {"Sie sei beschämt, sagte Ada Brandt.", "Verurteilt wurde die Tat von Ada Brandt, die sich beschämt äußerte."},
        {"Zwei Männer bestreiten, von der Fracht gewusst zu haben.", "Es waren zwei Männer, die von der Fracht nichts gewusst haben wollen."},
        {"Händler verwiesen auf Gewinne.", "Die Aktie fiel, was Händler mit Gewinnen erklärten."},
        {"Der Vertrag lief noch bis zum Sommer, teilte der Verein mit.",
         "Bis zum Sommer lief der Vertrag noch, wie der Verein der „Uferpost“ sagte."},
        {"Die Anlage habe nicht ausgelöst, sagte Otto Grothe Radio Elbe.", "Die Anlage habe nicht ausgelöst, sagte er dem Sender Radio Elbe."},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        for (int turned = 0; turned <= 1; turned++) {
            compared c = turned ? compare(pairs[i].after, pairs[i].before) : compare(pairs[i].before, pairs[i].after);
            for (size_t k = 0; k < c.count; k++)
                cr_expect_eq(c.changes[k].kind, LAUT_CHANGE_KEPT, "%s: %s", pairs[i].after, laut_change_name(c.changes[k].kind));
            done(&c);
        }
}

/* Constructions by which a change is told; and the other way round, where that has a name of its own. */
Test(diff, named_by_construction)
{
    static const struct { const char *before, *after; laut_change_kind kind, turned; } pairs[] = {
        {"Angeblich hat der Wirt die Pacht verdoppelt.", "Der Wirt hat die Pacht verdoppelt.", LAUT_CHANGE_HARDENED,
         LAUT_CHANGE_SOFTENED},
        {"Die Stadt hält an den Plänen fest, wie Otto Grothe erklärte.",
         "Das Dorf soll einem See weichen, und an den Plänen hält die Stadt fest.", LAUT_CHANGE_HARDENED, LAUT_CHANGE_SOFTENED},
        {"Der Mann soll 30 Jahre alt sein.", "Der Mann ist 30 Jahre alt.", LAUT_CHANGE_HARDENED, LAUT_CHANGE_SOFTENED},
        {"Angeblich ist der Mann 30 Jahre alt.", "Der Mann soll 30 Jahre alt sein.", LAUT_CHANGE_KEPT, LAUT_CHANGE_KEPT},
        {"Ein Wirt will den Mann am Sonntag gesehen haben.", "Am Sonntag hat ein Wirt den Mann gesehen.",
         LAUT_CHANGE_HARDENED, LAUT_CHANGE_SOFTENED},
        {"„Mir reicht es“, soll Ada Brandt gesagt haben.", "„Mir reicht es“, sagte Ada Brandt.", LAUT_CHANGE_HARDENED,
         LAUT_CHANGE_SOFTENED},
        {"„Mir reicht es“, sagte Ada Brandt der „Uferpost“.", "„Mir reicht es“, sagte Ada Brandt den „Elbstedter Nachrichten“.",
         LAUT_CHANGE_SOURCE, LAUT_CHANGE_SOURCE},
        {"„Mir reicht es“, sagte Ada Brandt dem „Uferboten“.", "Dem Sender Radio Elbwelle sagte Ada Brandt: „Mir reicht es.“",
         LAUT_CHANGE_SOURCE, LAUT_CHANGE_SOURCE},
        {"Es fehlten 40 Plätze, sagte Ada Brandt dem „Uferboten“.", "Es fehlten 40 Plätze, sagte Ada Brandt dem „Küstenkurier“.",
         LAUT_CHANGE_SOURCE, LAUT_CHANGE_SOURCE},
        {"Der Steg ist morsch. Das erfuhr der „Uferbote“ aus Kreisen des Rates.", "Der Steg ist morsch, wie der „Uferbote“ berichtet.",
         LAUT_CHANGE_SHORTENED, LAUT_CHANGE_KEPT},
        {"Nach Angaben von Ada Brandt, die der „Uferbote“ verbreitete, ist der Steg morsch.",
         "Nach Angaben von Ada Brandt ist der Steg morsch.", LAUT_CHANGE_SHORTENED, LAUT_CHANGE_SOURCE},
        {"Die Zahl der Gläubigen im Bistum hat sich nach Angaben des Bistums halbiert.",
         "Die Zahl der Gläubigen im Bistum hat sich halbiert.", LAUT_CHANGE_HARDENED, LAUT_CHANGE_SOFTENED},
        {"„Mir reicht es“, sagte Ada Brandt dem Rundfunksender Welle West.", "„Mir reicht es“, sagte Ada Brandt der „Elbstedter Post“.",
         LAUT_CHANGE_SOURCE, LAUT_CHANGE_SOURCE},
        {"„Mir reicht es“, so Ada Brandt gegenüber Radio Elbe.", "„Mir reicht es“, sagte Ada Brandt.", LAUT_CHANGE_SHORTENED,
         LAUT_CHANGE_SOURCE},
        {"„Mir reicht es“, sagte Ada Brandt dem Bayernfunk.", "„Mir reicht es“, sagte Ada Brandt.", LAUT_CHANGE_SHORTENED,
         LAUT_CHANGE_SOURCE},
        {"Die Polizei zählte 4.500 Gäste.", "Das Bündnis „Wir gehen“, das dort tagte, zählte 4500 Gäste.", LAUT_CHANGE_NUMBER, LAUT_CHANGE_NUMBER},
        {"Die Partei käme nach einer Umfrage des Instituts Kompass auf 11 Prozent.",
         "Auf 11 Prozent käme die Partei nach einer Umfrage des Instituts Votum.", LAUT_CHANGE_NUMBER, LAUT_CHANGE_NUMBER},
        {"„Mir reicht es“, sagte Ada Brandt dem „Elbbrief“.", "„Mir reicht es“, sagte Ada Brandt.", LAUT_CHANGE_SHORTENED,
         LAUT_CHANGE_SOURCE},
        {"Der Steg sei morsch, zitierte der „Uferbote“ aus einem Protokoll.", "Der Steg sei morsch, zitierte die „Elbpost“ aus einem Protokoll.",
         LAUT_CHANGE_SOURCE, LAUT_CHANGE_SOURCE},
        {"Der Steg sei morsch, zitierte der „Uferbote“ aus einem Protokoll.", "In einem Protokoll heißt es, der Steg sei morsch.",
         LAUT_CHANGE_SHORTENED, LAUT_CHANGE_SOURCE},
        {"Ada Brandt sagte dem „Rotter Boten“, der Steg sei morsch.", "Ada Brandt sagte der „Neuen Rotter Zeitung“, der Steg sei morsch.",
         LAUT_CHANGE_SOURCE, LAUT_CHANGE_SOURCE},
        {"In einem Brief hieß es, der Steg sei morsch.", "Ada Brink sagte, der Steg sei morsch.", LAUT_CHANGE_SPEAKER,
         LAUT_CHANGE_SPEAKER},
        {"Tierpsychologe Otto Hack rät zu einem Wesenstest.", "Zu einem Wesenstest rät Tierpsychologin Ada Hack.",
         LAUT_CHANGE_SPEAKER, LAUT_CHANGE_SPEAKER},
        {"Händler klagen über Einbußen von 60 Prozent.", "Die Umsätze der Händler sind um 60 Prozent eingebrochen, es gab Einbußen.",
         LAUT_CHANGE_HARDENED, LAUT_CHANGE_SOFTENED},
        {"Der Schaden beträgt laut Polizei eine halbe Million Euro.", "Der Schaden beträgt laut Feuerwehr eine halbe Million Euro.",
         LAUT_CHANGE_NUMBER, LAUT_CHANGE_NUMBER},
        {"Der Vertrag lief bis zum Sommer. Das bestätigte der Verein.", "Bis zum Sommer hätte der Vertrag gegolten.",
         LAUT_CHANGE_HARDENED, LAUT_CHANGE_SOFTENED},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        for (int turned = 0; turned <= 1; turned++) {
            compared c = turned ? compare(pairs[i].after, pairs[i].before) : compare(pairs[i].before, pairs[i].after);
            laut_change_kind wanted = turned ? pairs[i].turned : pairs[i].kind, found = LAUT_CHANGE_KEPT;
            for (size_t k = 0; k < c.count; k++)
                if (c.changes[k].kind != LAUT_CHANGE_KEPT && c.changes[k].cause == LAUT_NONE) {
                    cr_expect_eq(found, LAUT_CHANGE_KEPT, "%s: twice", pairs[i].after);
                    found = c.changes[k].kind;
                }
            cr_expect_eq(found, wanted, "%s: %s, not %s%s", pairs[i].after, laut_change_name(found), laut_change_name(wanted),
                         turned ? " (turned)" : "");
            done(&c);
        }
}

/* Contents without a word that tells something, or without any. */
Test(diff, function_words_only)
{
    compared c = compare("„Das ist es“, sagte Ada Brandt. „…“, sagte Otto Grothe.", "„Das ist es nicht“, sagte Ada Brandt. „…“, sagte Otto Grothe.");
    cr_expect_eq(c.changes[0].kind, LAUT_CHANGE_QUOTATION);
    for (size_t i = 1; i < c.count; i++)
        cr_expect_eq(c.changes[i].kind, LAUT_CHANGE_KEPT);
    done(&c);
}

/* ---------------------------------------------------------------- quotations, word by word */

typedef struct {
    const char *before, *after;
    const char *shown; /* or NULL: not altered */
} wording;

static const wording wordings[] = {
    {"Wir bauen die Brücke neu", "Wir bauen die Brücke neu", NULL},
    {"Wir bauen die Brücke neu", "Wir bauen die Brücke nicht neu", "Wir bauen die Brücke {+nicht+} neu"},
    {"Wir bauen die Brücke neu", "Wir bauen die Brücken neu", "Wir bauen die [-Brücke-]{+Brücken+} neu"},
    {"Wir bauen 3000 neue Bus-Bahnhöfe", "Wir bauen 3.000 neue Busbahnhöfe", NULL},
    {"Wir bauen 3 000 neue Häuser und 20 300 Wege", "Wir bauen 3000 neue Häuser und 20.300 Wege", NULL},
    {"Wir bauen 3 000 neue Häuser", "Wir bauen 3 500 neue Häuser", "Wir bauen [-3 000-]{+3 500+} neue Häuser"},
    {"Wir bauen – ja, wirklich – die Brücke neu!", "Wir bauen, ja wirklich, die BRÜCKE neu.", NULL},
    {"Wir bauen nach langer Prüfung die Brücke neu", "Wir bauen […] die Brücke neu", NULL},
    {"Wir bauen nach langer Prüfung die Brücke neu", "Wir bauen die Brücke neu",
     "Wir bauen [-nach langer Prüfung-] die Brücke neu"},
    {"Wir bauen die Brücke neu und reißen das Wehr ab", "Wir bauen die Brücke neu", NULL},
    {"Wir bauen die Brücke neu, vielleicht", "Wir bauen die Brücke neu", "Wir bauen die Brücke neu [-vielleicht-]"},
    {"Das ist gut. Wir bauen die Brücke neu", "Wir bauen die Brücke neu", NULL},
    {"Wir bauen die Brücke neu", "Das ist gut. Wir bauen die Brücke neu", NULL},
    {"Wir bauen die Brücke neu", "Leider bauen wir die Brücke neu", "[-Wir-]{+Leider+} bauen {+wir+} die Brücke neu"},
    {"Wir bauen die Brücke neu", "Wir bauen die Brücke neu und teuer", "Wir bauen die Brücke neu {+und teuer+}"},
    {"Das ist ein vorbildlicher Umgang", "vorbildlichen Umgang", NULL},
    {"Das ist die kleine Lösung", "Das ist die kleinere Lösung", "die [-kleine-]{+kleinere+} Lösung"},
};

Test(diff, wordings)
{
    for (size_t i = 0; i < sizeof wordings / sizeof *wordings; i++) {
        char before[256], after[256];
        snprintf(before, sizeof before, "„%s“, sagte Ada Brandt.", wordings[i].before);
        snprintf(after, sizeof after, "Ada Brandt sagte: „%s“", wordings[i].after);
        compared c = compare(before, after);
        cr_assert_eq(c.count, 1, "%s", after);
        cr_expect_eq(c.changes[0].kind, wordings[i].shown ? LAUT_CHANGE_QUOTATION : LAUT_CHANGE_KEPT, "%s", after);
        cr_expect_eq(c.changes[0].lost, wordings[i].shown != NULL, "%s", after);
        char *out = written_diff(c.diff, LAUT_DIFF_TEXT, NULL);
        if (wordings[i].shown)
            cr_expect(strstr(out, wordings[i].shown), "%s\n%s", wordings[i].shown, out);
        free(out);
        done(&c);
    }
}

/* The text with one more word in the middle of a quotation, to be freed; NULL where it is too short. */
static char *with_a_word(const char *text, laut_spans content)
{
    uint32_t begin = content.at[0].begin, end = content.at[0].end;
    const char *at = strchr(text + begin + (end - begin) / 2, ' ');
    if (content.count != 1 || end - begin < 30 || !at || at > text + end - 8)
        return NULL;
    char *out = malloc(strlen(text) + 16);
    sprintf(out, "%.*s wirklich%s", (int)(at - text), text, at);
    return out;
}

/* In each article of the corpus, one quotation after the other: one change is named, and nothing else. */
Test(diff, a_word_in_a_quotation)
{
    glob_t files;
    size_t tried = 0, right = 0;
    cr_assert_eq(glob("corpus/*.jsonl", 0, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        json_t *article = json_load_file(files.gl_pathv[i], 0, NULL);
        const char *text = json_string_value(json_object_get(article, "text"));
        laut_document *d = analyze(text, strlen(text), NULL);
        size_t claims, here = 0;
        const laut_claim *claim = laut_claims(d, &claims);
        for (size_t k = 0; k < claims && here < 2; k++) {
            char *changed = claim[k].kind == LAUT_DIRECT ? with_a_word(text, claim[k].content) : NULL;
            if (!changed)
                continue;
            compared c = compare(text, changed);
            size_t findings = 0, quotations = 0;
            for (size_t n = 0; n < c.count; n++) {
                findings += c.changes[n].kind != LAUT_CHANGE_KEPT && c.changes[n].cause == LAUT_NONE;
                quotations += c.changes[n].kind == LAUT_CHANGE_QUOTATION && c.changes[n].cause == LAUT_NONE;
            }
            here++;
            right += findings == 1 && quotations == 1;
            done(&c);
            free(changed);
        }
        tried += here;
        laut_document_free(d);
        json_decref(article);
    }
    globfree(&files);
    fprintf(stderr, "diff, a word in a quotation: %zu of %zu\n", right, tried);
    cr_expect_gt(tried, 80);
    cr_expect_eq(right, tried);
}

/* ---------------------------------------------------------------- output */

static const char *const all_before =
    "Die Brücke sei marode, sagte Ada Brandt der Zeitung „Elbkurier“. Der Neubau koste neun Millionen Euro. "
    "„Wir bauen bald“, sagte Otto Grothe. Der Hafen wächst weiter. Kaufmann Malte Hansen forderte Hilfe.";
static const char *const all_after =
    "Die Brücke sei marode, sagte Ada Brandt. Der Neubau kostet neun Millionen Euro.\n"
    "„Wir bauen nie“, sagte Otto Grothe. Der Hafen wachse weiter, sagte Enno Radtke. Die Polizei warnte vor Glätte.";

Test(diff, text_for_a_reader)
{
    compared c = compare(all_before, all_after);
    char *out = written_diff(c.diff, LAUT_DIFF_TEXT, NULL);
    cr_expect_str_eq(out,
                     "old → new: 0 claims kept, 1 hardened, 1 softened, 1 quotation, 1 shortened, 1 dropped, 1 added\n"
                     "\n 1 →  1 ! shortened · without der Zeitung „Elbkurier“\n"
                     "          = Die Brücke sei marode\n"
                     "\n 1 →  1 ! hardened · Ada Brandt\n"
                     "          - Der Neubau koste neun Millionen Euro.\n"
                     "          + Der Neubau kostet neun Millionen Euro.\n"
                     "\n 1 →  2 ! quotation · Otto Grothe\n"
                     "            Wir bauen [-bald-]{+nie+}\n"
                     "\n 1 →  2   softened · Enno Radtke\n"
                     "          - Der Hafen wächst weiter.\n"
                     "          + Der Hafen wachse weiter\n"
                     "\n      2   added · Polizei\n"
                     "          + Die Polizei warnte vor Glätte\n"
                     "\n 1        dropped · Malte Hansen\n"
                     "          - Kaufmann Malte Hansen forderte Hilfe\n",
                     "%s", out);
    cr_expect_eq(laut_diff_lost(c.diff), 1);
    free(out);
    out = written_diff(c.diff, LAUT_DIFF_TEXT, &(laut_diff_write_options){.color = 1});
    cr_expect(strstr(out, "\033[31;9mbald\033[0m\033[32;4mnie\033[0m"), "%s", out);
    free(out);
    done(&c);
}

static void expect_valid(const json_t *schema, const laut_diff *diff, const char *what)
{
    char problem[512];
    for (int unit = LAUT_CODEPOINT; unit <= LAUT_UTF16; unit++)
        for (int format = LAUT_DIFF_JSON; format <= LAUT_DIFF_JSONL; format++) {
            char *out = written_diff(diff, (laut_diff_format)format,
                                     &(laut_diff_write_options){.unit = (laut_unit)unit});
            json_t *value = json_loads(out, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, NULL);
            cr_assert(value, "%s: not JSON: %s", what, out);
            cr_expect(schema_holds(schema, value, problem, sizeof problem), "%s: %s", what, problem);
            cr_expect(format == LAUT_DIFF_JSON || strchr(out, '\n') == out + strlen(out) - 1);
            json_decref(value);
            free(out);
        }
}

Test(diff, json_keeps_to_its_schema)
{
    char problem[512];
    json_t *schema = schema_load_file("src/formats/diff-schema.json", problem, sizeof problem);
    cr_assert(schema, "%s", problem);
    compared c = compare(all_before, all_after);
    expect_valid(schema, c.diff, "all");
    done(&c);
    c = compare("", "");
    expect_valid(schema, c.diff, "empty");
    done(&c);
    glob_t files;
    cr_assert_eq(glob("corpus/*.jsonl", 0, NULL, &files), 0);
    json_t *last = NULL;
    for (size_t i = 0; i < files.gl_pathc; i++) { /* each article beside the one before: nearly all differs */
        json_t *article = json_load_file(files.gl_pathv[i], 0, NULL);
        if (last) {
            c = compare(json_string_value(json_object_get(last, "text")),
                        json_string_value(json_object_get(article, "text")));
            expect_valid(schema, c.diff, files.gl_pathv[i]);
            done(&c);
        }
        json_decref(last);
        last = article;
    }
    json_decref(last);
    json_decref(schema);
    globfree(&files);
}

/* The words that stand at the offsets are those that the output cites. */
Test(diff, offsets)
{
    compared c = compare("🏗 „Wir bauen bald“, sagte Ada Brandt.", "Übrigens sagte Ada Brandt: „Wir bauen nie“");
    char *out = written_diff(c.diff, LAUT_DIFF_JSON, NULL);
    cr_expect(strstr(out, "\"text\":\"„Wir bauen bald“\",\"spans\":[[2,18]]"), "%s", out);
    cr_expect(strstr(out, "\"before\":\"bald\",\"before_span\":[13,17],\"after\":\"nie\",\"after_span\":[38,41]"),
              "%s", out);
    free(out);
    out = written_diff(c.diff, LAUT_DIFF_JSON, &(laut_diff_write_options){.unit = LAUT_BYTE});
    cr_expect(strstr(out, "\"before_span\":[18,22],\"after\":\"nie\",\"after_span\":[41,44]"), "%s", out);
    free(out);
    done(&c);
}

/* What a page shows: its body without markup, entities resolved. To be freed. */
static char *shown_text(const char *page, const char *from, const char *to)
{
    static const struct { const char *entity; char c; } entities[] = {
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
    const char *at = strstr(page, from), *end = at ? strstr(at, to) : NULL;
    cr_assert(end, "%s", from);
    at += strlen(from);
    char *out = malloc((size_t)(end - at) + 1), *o = out;
    while (at < end) {
        if (*at == '<') {
            at = strchr(at, '>') + 1;
            continue;
        }
        size_t i = 0;
        while (i < 5 && strncmp(at, entities[i].entity, strlen(entities[i].entity)) != 0)
            i++;
        *o++ = i < 5 ? entities[i].c : *at;
        at += i < 5 ? strlen(entities[i].entity) : 1;
    }
    *o = '\0';
    return out;
}

/* Each link of the page leads to one place of it. */
static void check_links(const char *page)
{
    for (const char *at = page; (at = strstr(at, "href=\"#")); at++) {
        char id[64], wanted[80];
        cr_assert_eq(sscanf(at, "href=\"#%60[^\"]", id), 1);
        snprintf(wanted, sizeof wanted, " id=\"%s\"", id);
        const char *place = strstr(page, wanted);
        cr_expect(place, "no %s", id);
        cr_expect(!place || !strstr(place + 1, wanted), "twice %s", id);
    }
}

static void check_page(const compared *c)
{
    char *page = written_diff(c->diff, LAUT_DIFF_HTML, NULL);
    const char *texts = strstr(page, "class=\"sides texts\"");
    cr_assert(texts);
    char *before = shown_text(strstr(texts, "class=\"draft\""), "<blockquote lang=\"de\">", "</blockquote>");
    char *after = shown_text(strstr(texts, "class=\"source\""), "<blockquote lang=\"de\">", "</blockquote>");
    cr_expect_str_eq(before, laut_text(c->before, &(size_t){0}));
    cr_expect_str_eq(after, laut_text(c->after, &(size_t){0}));
    check_links(page);
    free(before);
    free(after);
    free(page);
}

Test(diff, page)
{
    compared c = compare(all_before, all_after);
    check_page(&c);
    char *page = written_diff(c.diff, LAUT_DIFF_HTML, NULL);
    static const char *const wanted[] = {
        "<html lang=\"de\">", "Zwei Fassungen", "Wir bauen <del>bald</del>", "Wir bauen <ins>nie</ins>",
        "ohne <bdi>der Zeitung „Elbkurier“</bdi>", "Kette verkürzt", "verhärtet", "Zuschreibung verloren", "Zitat verändert"};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        cr_expect(strstr(page, wanted[i]), "%s", wanted[i]);
    cr_expect(!strstr(page, "{{") && !strstr(page, "http:") && !strstr(page, "https:"));
    free(page);
    page = written_diff(c.diff, LAUT_DIFF_HTML, &(laut_diff_write_options){.language = LAUT_ENGLISH});
    cr_expect(strstr(page, "<html lang=\"en\">") && strstr(page, "chain shortened") && !strstr(page, "verhärtet"));
    free(page);
    done(&c);
    c = compare("Der <b>Damm</b> & die „Brücke“ seien sicher, sagte Ada Brandt.",
                "<script>alert('x')</script> Otto Grothe sagte, er <i>gehe</i> & \"bleibe\".");
    check_page(&c);
    page = written_diff(c.diff, LAUT_DIFF_HTML, NULL);
    cr_expect(!strstr(page, "<script") && !strstr(page, "<i>") && !strstr(page, "<b>"));
    free(page);
    done(&c);
    c = compare("", "");
    check_page(&c);
    done(&c);
}

/* Claims inside each other, in all the articles: nothing of a text is lost, every link leads somewhere. */
Test(diff, pages_of_the_corpus)
{
    glob_t files;
    cr_assert_eq(glob("corpus/*.jsonl", 0, NULL, &files), 0);
    for (size_t i = 1; i < files.gl_pathc; i += 3) {
        json_t *a = json_load_file(files.gl_pathv[i - 1], 0, NULL), *b = json_load_file(files.gl_pathv[i], 0, NULL);
        compared c = compare(json_string_value(json_object_get(a, "text")), json_string_value(json_object_get(b, "text")));
        check_page(&c);
        done(&c);
        json_decref(a);
        json_decref(b);
    }
    globfree(&files);
}

/* ---------------------------------------------------------------- memory */

/* Each allocation fails once, and all behind it: a clear error, or what would have come out. */
Test(diff, memory_runs_out)
{
    laut_document *a = analyze(all_before, strlen(all_before), "a"), *b = analyze(all_after, strlen(all_after), "b");
    FILE *nowhere = fopen("/dev/null", "w");
    cr_assert(nowhere);
    size_t total = 1, refused = 0;
    for (size_t n = 1; n <= total; n++)
        for (int ever_after = 0; ever_after <= 1; ever_after++) {
            laut_diff *diff;
            laut_error error;
            fail_from_here(n, ever_after);
            int failed = laut_diff_open(&diff, a, b, &error);
            for (int format = LAUT_DIFF_TEXT; !failed && format <= LAUT_DIFF_HTML; format++)
                refused += laut_diff_write(diff, (laut_diff_format)format, NULL, nowhere) < 0;
            size_t count = fail_no_more();
            total = count > total ? count : total;
            if (failed) {
                refused++;
                cr_expect(!diff && error.code == LAUT_ERROR_MEMORY && error.message[0], "allocation %zu", n);
            }
            laut_diff_free(diff);
        }
    cr_expect_gt(refused, total, "%zu of %zu", refused, total);
    fclose(nowhere);
    laut_document_free(a);
    laut_document_free(b);
}

/* ---------------------------------------------------------------- the command */

#define OLD "printf 'Die Brücke sei marode, sagte Ada Brandt.\\n' >$T/o; "
#define NEW "printf 'Die Brücke ist marode.\\n' >$T/n; "
#define BOTH "printf '{\"id\":\"a\",\"text\":\"Die Brücke sei marode, sagte Ada Brandt.\"}\\n" \
    "{\"id\":2,\"text\":\"„Es reicht“, sagte Otto Grothe.\"}\\n' >$T/o; " \
    "printf '{\"id\":2,\"text\":\"„Es reicht“, sagte Otto Grothe.\"}\\n{\"id\":\"a\",\"text\":\"Die Brücke ist marode.\"}\\n' >$T/n; "

static const expectation commands[] = {
    {OLD NEW "$LAUT diff $T/o $T/n", 1, "! hardened · Ada Brandt\n", NULL},
    {OLD NEW "$LAUT diff $T/n $T/o", 0, "softened", NULL},
    {OLD "$LAUT diff $T/o $T/o", 0, ": 1 claim kept, no changes\n", NULL},
    {OLD ": >$T/n; $LAUT diff $T/o $T/n", 0, "dropped", NULL},
    {OLD NEW "$LAUT diff - $T/n <$T/o", 1, "- → ", NULL},
    {OLD NEW "$LAUT diff $T/o - <$T/n", 1, " → -: 0 claims kept, 1 hardened\n", NULL},
    {"$LAUT diff - -", 2, NULL, "only one of both files can be standard input"},
    {OLD "$LAUT diff $T/o", 2, NULL, "diff takes two files: OLD NEW"},
    {OLD "$LAUT diff $T/o $T/o $T/o", 2, NULL, "diff takes two files: OLD NEW"},
    {OLD "$LAUT diff $T/o $T/none", 2, NULL, "/none: No such file or directory\n"},
    {OLD "$LAUT diff $T/none $T/o", 2, NULL, "/none: No such file or directory\n"},
    {OLD "$LAUT diff $T $T/o", 2, NULL, ": Is a directory\n"},
    {OLD "printf 'ab\\377' >$T/n; $LAUT diff $T/o $T/n", 2, NULL, "/n: not UTF-8 at byte 2\n"},
    {OLD "printf 'ab\\377' >$T/n; $LAUT diff $T/n $T/o", 2, NULL, "/n: not UTF-8 at byte 2\n"},
    {OLD NEW "$LAUT diff --format wikinews $T/o $T/n", 2, NULL, "'wikinews' is not text, json, jsonl or html"},
    {OLD NEW "$LAUT diff --lang fr $T/o $T/n", 2, NULL, "'fr' is not de or en"},
    {OLD NEW "$LAUT diff --jobs 2 $T/o $T/n", 2, NULL, "--jobs means nothing to 'laut diff'"},
    {OLD NEW "$LAUT diff --format json --offsets byte $T/o $T/n", 1, "\"offsets\":\"byte\"", NULL},
    {OLD NEW "$LAUT diff --format html --lang en $T/o $T/n", 1, "hardened", NULL},
    {OLD NEW "$LAUT diff --color always $T/o $T/n", 1, "\033[31mhardened", NULL},
    {OLD NEW "$LAUT diff $T/o $T/n >/dev/full", 2, NULL, "laut: standard output: No space left on device\n"},
    {OLD NEW "$LAUT diff -o $T/out $T/o $T/n; cat $T/out", 0, "hardened", NULL},
    {BOTH "$LAUT diff --input jsonl --format jsonl $T/o $T/n | wc -l | tr -d ' '", 0, "2\n", NULL},
    {BOTH "$LAUT diff --input jsonl $T/o $T/n", 1, "2: 1 claim kept, no changes\n\na: 0 claims kept, 1 hardened", NULL},
    {BOTH "$LAUT diff --input jsonl --format html $T/o $T/n | grep -c 'id=\"d[12]\"\\|<html\\|</html'", 0, "4\n", NULL},
    {BOTH "head -n 1 $T/n >$T/m; $LAUT diff --input jsonl $T/o $T/m", 2, "2: 1 claim kept",
     "/o:1: the second file has no document with the id a\n"},
    {BOTH "head -n 1 $T/o >$T/m; $LAUT diff --input jsonl $T/m $T/n", 2, "a: 0 claims kept",
     "/n:1: the first file has no document with the id 2\n"},
    {BOTH "cat $T/o $T/o >$T/m; $LAUT diff --input jsonl $T/m $T/n", 2, "a: 0 claims kept",
     "/m:3: there was a document before with the id a\n"},
    {BOTH "cat $T/n $T/n >$T/m; $LAUT diff --input jsonl $T/o $T/m", 2, "a: 0 claims kept",
     "/m:4: there was a document before with the id a\n"},
    {BOTH "echo '{\"text\":\"Ja\"}' >$T/m; $LAUT diff --input jsonl $T/m $T/n", 2, NULL,
     "/m:1: \"id\" is missing: documents are paired by it\n"},
};

Test(diff, command) { expect_all(commands, sizeof commands / sizeof *commands); }

/* ---------------------------------------------------------------- time */

/* Sentences of which each has an attribution of its own, or all the same words. */
static char *long_text(size_t sentences, bool alike)
{
    char *text = malloc(sentences * 80 + 1), *at = text;
    cr_assert(text);
    for (size_t i = 0; i < sentences; i++)
        at += sprintf(at, "Der Damm %zu halte, sagte Ada Brandt. ", alike ? 1 : i);
    return text;
}

static double seconds_for(size_t sentences, bool alike)
{
    char *text = long_text(sentences, alike);
    laut_document *a = analyze(text, strlen(text), "a"), *b = analyze(text, strlen(text), "b");
    clock_t began = clock();
    laut_diff *diff;
    laut_error error;
    cr_assert_eq(laut_diff_open(&diff, a, b, &error), 0);
    double seconds = (double)(clock() - began) / CLOCKS_PER_SEC;
    size_t count;
    const laut_change *changes = laut_changes(diff, &count);
    cr_expect_eq(count, sentences);
    for (size_t i = 0; i < count; i++)
        cr_expect_eq(changes[i].kind, LAUT_CHANGE_KEPT);
    laut_diff_free(diff);
    laut_document_free(a);
    laut_document_free(b);
    free(text);
    return seconds;
}

/* n log n: ten times as many claims take not much more than ten times as long. */
Test(diff, time_is_not_quadratic)
{
    for (int alike = 0; alike <= 1; alike++) {
        double few = seconds_for(300, alike), many = seconds_for(3000, alike);
        cr_expect(many < 25 * few + .05, "%s: %.4f s and %.4f s", alike ? "alike" : "different", few, many);
    }
}

/* A hostile text beside itself: no change; compared and written in all formats. Seconds without the analysis. */
static double seconds_for_hostile(size_t shape, size_t wanted, size_t *size)
{
    char *text = hostile_text(shape, wanted, "corpus", size);
    laut_document *a = analyze(text, *size, "a"), *b = analyze(text, *size, "b");
    FILE *nowhere = fopen("/dev/null", "w");
    clock_t began = clock();
    laut_diff *diff;
    laut_error error;
    cr_assert_eq(laut_diff_open(&diff, a, b, &error), 0);
    for (int format = LAUT_DIFF_TEXT; format <= LAUT_DIFF_HTML; format++)
        cr_expect_eq(laut_diff_write(diff, (laut_diff_format)format, NULL, nowhere), 0);
    double seconds = (double)(clock() - began) / CLOCKS_PER_SEC;
    size_t count, changed = 0;
    const laut_change *changes = laut_changes(diff, &count);
    for (size_t i = 0; i < count; i++)
        changed += changes[i].kind != LAUT_CHANGE_KEPT;
    cr_expect_eq(changed, 0, "%s: %zu of %zu changed", hostile_name(shape), changed, count);
    fclose(nowhere);
    laut_diff_free(diff);
    laut_document_free(a);
    laut_document_free(b);
    free(text);
    return seconds;
}

Test(diff, hostile_texts, .timeout = 600)
{
    enum { SMALL = 16 * 1024, LARGE = 8 * SMALL };
    static const double bound = 3, least = .02; /* of the time for a byte; seconds that are measured at all */
    for (size_t shape = 0; shape < hostile_count(); shape++) {
        double ratio = bound;
        for (int i = 0; i < 3 && ratio >= bound; i++) { /* somebody else may have had the machine */
            size_t small, large;
            double first = seconds_for_hostile(shape, SMALL, &small), second = seconds_for_hostile(shape, LARGE, &large);
            ratio = second < least ? 0 : second / (double)large / ((first + 1e-4) / (double)small);
        }
        cr_expect(ratio < bound, "%s: the time per byte grows by %.2f", hostile_name(shape), ratio);
    }
}
