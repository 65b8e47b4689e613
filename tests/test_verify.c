/* laut verify: src/verify/, src/formats/verify_*.c, src/cli/verify.c. */
#include <criterion/criterion.h>
#include <glob.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "german.h"
#include "schema.h"
#include "support.h"

TestSuite(verify, .timeout = 300);

/* ---------------------------------------------------------------- one draft, some sources */

typedef struct { const char *name, *text; } source;

static laut_verification *verified(laut_document *draft, const source *sources, size_t count)
{
    laut_verification *v;
    laut_error error;
    cr_assert_eq(laut_verify_open(&v, german(), draft, NULL, &error), 0, "%s", error.message);
    for (size_t i = 0; i < count; i++)
        cr_assert_eq(laut_verify_source(v, sources[i].name, sources[i].text, strlen(sources[i].text), &error), 0,
                     "%s", error.message);
    return v;
}

static char *written_as(laut_verification *v, laut_verify_format format, const laut_verify_write_options *how)
{
    char *out = NULL;
    size_t size;
    FILE *stream = open_memstream(&out, &size);
    cr_assert_eq(laut_verify_write(v, format, how, stream), 0);
    fclose(stream);
    return out;
}

/* ---------------------------------------------------------------- quotations with known fate */

/* Everything in the folder of sources is read past the draft, as the command does it. */
static void read_sources(laut_verification *v)
{
    glob_t files;
    laut_error error;
    cr_assert_eq(glob("tests/verify/sources/*", 0, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        size_t size;
        char *text = read_file(files.gl_pathv[i], &size);
        if (strstr(files.gl_pathv[i], ".jsonl")) {
            char *rest = text;
            for (char *line; (line = strtok_r(rest, "\n", &rest));) {
                json_t *record = json_loads(line, 0, NULL);
                cr_assert(record);
                const char *body = json_string_value(json_object_get(record, "text"));
                cr_assert_eq(laut_verify_source(v, json_string_value(json_object_get(record, "id")), body, strlen(body), &error), 0);
                json_decref(record);
            }
        } else {
            cr_assert_eq(laut_verify_source(v, files.gl_pathv[i], text, size, &error), 0);
        }
        free(text);
    }
    globfree(&files);
}

typedef struct { size_t right, all, altered_called_verbatim; size_t classes[LAUT_EVIDENCE]; } rate;

static void count_case(const json_t *record, rate *r)
{
    const char *text = json_string_value(json_object_get(record, "text"));
    const json_t *expected = json_object_get(record, "expected");
    laut_document *draft = analysed(text);
    laut_verification *v = verified(draft, NULL, 0);
    laut_error error;
    size_t count, n = 0;
    read_sources(v);
    const laut_quotation *q = laut_quotations(v, &count, &error);
    for (size_t i = 0; i < count; i++) {
        if (q[i].verdict == LAUT_EVIDENCE)
            continue;
        const char *wanted = json_string_value(json_array_get(expected, n++));
        const char *got = laut_verdict_name(q[i].verdict);
        bool right = wanted && strcmp(wanted, got) == 0;
        r->right += right;
        r->altered_called_verbatim += wanted && strcmp(wanted, "altered") == 0 && q[i].verdict <= LAUT_TYPOGRAPHY;
        if (!right)
            printf("    %s: %s, not %s\n", json_string_value(json_object_get(record, "id")), got, wanted ? wanted : "there at all");
    }
    for (size_t i = 0; i < json_array_size(expected); i++)
        for (int k = 0; k < LAUT_EVIDENCE; k++)
            r->classes[k] += strcmp(json_string_value(json_array_get(expected, i)), laut_verdict_name((laut_verdict)k)) == 0;
    if (n < json_array_size(expected))
        printf("    %s: only %zu of %zu are seen\n", json_string_value(json_object_get(record, "id")), n, json_array_size(expected));
    r->all += n > json_array_size(expected) ? n : json_array_size(expected);
    laut_verify_free(v);
    laut_document_free(draft);
}

static rate rate_of(const char *file)
{
    rate r = {0};
    char *text = read_file(file, NULL), *rest = text;
    cr_assert(text);
    for (char *line; (line = strtok_r(rest, "\n", &rest));) {
        json_t *record = json_loads(line, 0, NULL);
        cr_assert(record, "%s: %s", file, line);
        count_case(record, &r);
        json_decref(record);
    }
    free(text);
    printf("%s: %zu of %zu right (%.1f %%)\n", file, r.right, r.all, 100. * (double)r.right / (double)r.all);
    return r;
}

Test(verify, quotations_with_known_fate)
{
    rate blind = rate_of("tests/verify/blind.jsonl"), open = rate_of("tests/verify/open.jsonl");
    rate fresh = rate_of("tests/verify/fresh.jsonl");
    cr_expect_geq(blind.all + open.all, 80);
    for (int k = 0; k < LAUT_EVIDENCE; k++)
        cr_expect_geq(blind.classes[k] + open.classes[k], 8, "%s: too few", laut_verdict_name((laut_verdict)k));
    cr_expect_geq(100 * blind.right, 95 * blind.all);
    cr_expect_geq(100 * open.right, 95 * open.all);
    cr_expect_geq(100 * fresh.right, 95 * fresh.all);
    cr_expect_eq(blind.altered_called_verbatim + open.altered_called_verbatim + fresh.altered_called_verbatim, 0);
}

/* ---------------------------------------------------------------- what is what */

/* The verdict on the first quotation, what differs in typography, and the edits that are none of the
 * same: kind(source>draft). */
static void render(FILE *out, const laut_quotation *q, const laut_document *draft)
{
    fputs(laut_verdict_name(q->verdict), out);
    const laut_passage *p = q->passage_count ? &q->passages[0] : NULL;
    for (unsigned bit = 1; p && laut_typography_name(bit); bit <<= 1)
        if (p->typography & bit)
            fprintf(out, " %s", laut_typography_name(bit));
    for (size_t i = 0; p && q->verdict != LAUT_NOT_FOUND && i < p->edit_count; i++) {
        const laut_edit *e = &p->edits[i];
        if (e->kind != LAUT_SAME)
            fprintf(out, " %s(%.*s>%.*s)", laut_edit_name(e->kind), (int)(e->source.end - e->source.begin),
                    p->text + e->source.begin, (int)(e->draft.end - e->draft.begin), draft->text.bytes + e->draft.begin);
    }
}

typedef struct { int line; const char *quoted, *said, *wanted; } pair;

static const pair pairs[] = {
    /* numbers */
    {__LINE__, "Es sind 1.000 Euro", "Es sind 1 000 Euro.", "typography characters"},
    {__LINE__, "Es sind 1000 Euro", "Es sind 1\u202f000 Euro.", "typography characters"},
    {__LINE__, "Es sind 1.234.567 Euro", "Es sind 1 234 567 Euro.", "typography characters"},
    {__LINE__, "Es sind 1.000 Euro mehr", "Es sind 1,000 Euro mehr.", "altered changed(1,000>1.000)"},
    {__LINE__, "Es sind 17,5 Euro mehr", "Es sind 175 Euro mehr.", "altered changed(175>17,5)"},
    {__LINE__, "Es sind 1 000 Euro mehr", "Es sind 2 000 Euro mehr.", "altered changed(2 000>1 000)"},
    {__LINE__, "Im Jahr 2024 kamen 300 Leute", "Im Jahr 2024 kamen 300 Leute.", "verbatim"},
    {__LINE__, "Wir kamen am 3.5. um 21.40 Uhr", "Wir kamen am 3.5. um 21:40 Uhr.", "typography characters"},
    {__LINE__, "Es waren 50 % der Leute", "Es waren 50% der Leute.", "typography spacing"},
    {__LINE__, "Es waren 50 % der Leute", "Es waren 50 Prozent der Leute.", "altered changed(Prozent>%)"},
    /* letters */
    {__LINE__, "Wir trinken in Maßen Bier", "Wir trinken in Massen Bier.", "altered changed(Massen>Maßen)"},
    {__LINE__, "Die Brücke hält", "Die Bru\u0308cke ha\u0308lt.", "typography characters"},
    {__LINE__, "Die Offenheit gefällt mir", "Die O\ufb00enheit gefällt mir.", "typography characters"},
    {__LINE__, "DIE STRASSE ist frei", "Die Strasse ist frei.", "typography capitals"},
    {__LINE__, "Wie geht’s dir heute", "Wie geht's dir heute.", "typography characters"},
    {__LINE__, "Wie gehts dir heute", "Wie geht's dir heute.", "typography characters"},
    {__LINE__, "Alle Lehrer*innen kommen", "Alle Lehrer:innen kommen.", "typography characters"},
    {__LINE__, "Alle Lehrerinnen kommen heute", "Alle Lehrer:innen kommen heute.", "altered changed(Lehrer:innen>Lehrerinnen)"},
    /* hyphens and blanks */
    {__LINE__, "Die Straßenbahn kommt", "Die Straßen\u00adbahn kommt.", "typography hyphenation"},
    {__LINE__, "Die Straßenbahn kommt", "Die Straßen-\nbahn kommt.", "typography hyphenation"},
    {__LINE__, "Die Straßen-\nbahn kommt", "Die Straßenbahn kommt.", "typography hyphenation"},
    {__LINE__, "Der Bus-Bahnhof ist zu", "Der Busbahnhof ist zu.", "typography hyphenation capitals"},
    {__LINE__, "Die US-Wahl ist vorbei", "Die US Wahl ist vorbei.", "typography hyphenation spacing"},
    {__LINE__, "Wir müssen zusammenhalten", "Wir müssen zusammen halten.", "typography spacing"},
    {__LINE__, "Das Bad\nist zu", "Das Bad ist   zu.", "verbatim"},
    {__LINE__, "Das Bad\u00a0ist zu", "Das Bad ist zu.", "typography spacing"},
    /* marks */
    {__LINE__, "Das Bad, sagt man, ist zu", "Das Bad – sagt man – ist zu.", "typography punctuation"},
    {__LINE__, "Das Bad ist zu!", "Das Bad ist zu.", "verbatim"},
    {__LINE__, "Ist das Bad zu.", "Ist das Bad zu?", "altered changed(?>.)"},
    {__LINE__, "Ist das Bad zu?", "Ist das Bad zu?", "verbatim"},
    {__LINE__, "das Bad ist zu", "Das Bad ist zu.", "typography capitals"},
    {__LINE__, "Das »Bad« ist zu", "Das „Bad“ ist zu.", "typography quotation_marks"},
    {__LINE__, "Das ‚Bad‘ ist zu", "Das „Bad“ ist zu.", "verbatim"},
    {__LINE__, "… das Bad ist zu …", "Ja, das Bad ist zu, leider.", "verbatim"},
    {__LINE__, "Das **Bad** ist zu", "Das Bad ist zu.", "typography punctuation"},
    /* omissions and insertions */
    {__LINE__, "Das Bad […] ist zu", "Das Bad am Markt ist zu.", "shortened omitted(am Markt>)"},
    {__LINE__, "Das Bad (...) ist zu", "Das Bad am Markt ist zu.", "shortened omitted(am Markt>)"},
    {__LINE__, "Das Bad ist zu", "Das Bad ist leider zu.", "shortened dropped(leider>)"},
    {__LINE__, "Das Bad ist zu", "Das Bad ist nicht zu.", "altered dropped(nicht>)"},
    {__LINE__, "Das Bad ist […] zu", "Das Bad ist nicht zu.", "altered omitted(nicht>)"},
    {__LINE__, "Das Bad ist nicht zu", "Das Bad ist zu.", "altered added(>nicht)"},
    {__LINE__, "Das Bad [am Markt] ist zu", "Das Bad ist zu.", "typography insertion inserted(>am Markt)"},
    {__LINE__, "[Das Bad] ist seit März zu", "Es ist seit März zu.", "typography insertion inserted(>Das Bad)"},
    {__LINE__, "[D]as Bad ist zu", "Ja, das Bad ist zu.", "typography capitals insertion"},
    {__LINE__, "Das Bad [ist] zu", "Das Bad ist zu.", "typography insertion"},
    {__LINE__, "Er geh[e] heute noch", "Er geh heute noch.", "typography insertion"},
    {__LINE__, "Das Bad bleibt, das Bad ist schön", "Das Bad bleibt, und ich sage Ihnen auch gern, warum: das Bad ist schön.",
     "shortened dropped(und ich sage Ihnen auch gern, warum>)"},
    /* the source breaks the quotation with its frame */
    {__LINE__, "Das Bad bleibt zu, wenn es regnet", "„Das Bad bleibt zu“, sagte sie, „wenn es regnet.“", "verbatim"},
    {__LINE__, "Das Bad bleibt zu, wenn es regnet", "„Das Bad bleibt zu. Vielleicht. Aber“, sagte sie, „wenn es regnet.“", "shortened dropped(Vielleicht. Aber“, sagte sie>)"},
    {__LINE__, "Das Bad bleibt zu, wenn es regnet", "„Das Bad bleibt zu“, sagte sie. Dann ergänzte sie: „wenn es regnet.“", "shortened dropped(sagte sie. Dann ergänzte sie>)"},
    /* others */
    {__LINE__, "Das Bad ist offen", "Das Bad ist zu.", "altered changed(zu>offen)"},
    {__LINE__, "mutlosen", "Der Rat ist mutlos.", "altered changed(mutlos>mutlosen)"},
    {__LINE__, "Ganz andere Worte", "Das Bad ist zu.", "not_found"},
    {__LINE__, "Das ist gut", "Das Haus, in dem wir seit vielen Jahren leben, ist für uns alle immer noch gut.", "not_found"},
};

Test(verify, pairs)
{
    for (size_t i = 0; i < ROWS(pairs); i++) {
        char text[512], *got = NULL;
        size_t count, size;
        laut_error error;
        snprintf(text, sizeof text, "Ada Brandt sagte: „%s“", pairs[i].quoted);
        laut_document *draft = analysed(text);
        laut_verification *v = verified(draft, &(source){"s", pairs[i].said}, 1);
        const laut_quotation *q = laut_quotations(v, &count, &error);
        FILE *out = open_memstream(&got, &size);
        if (count)
            render(out, q, draft);
        fclose(out);
        check_row(__FILE__, pairs[i].line, false, pairs[i].quoted, pairs[i].wanted, got);
        free(got);
        laut_verify_free(v);
        laut_document_free(draft);
    }
}

/* ---------------------------------------------------------------- speakers */

typedef struct { int line; const char *draft, *said, *verdict, *match; } mouth;

static const mouth mouths[] = {
    {__LINE__, "„Das Bad bleibt offen“, sagte Ada Brandt.", "Brandt: Das Bad bleibt offen.\nGrothe: Nein.\nBrandt: Doch.", "verbatim", "same"},
    {__LINE__, "„Das Bad bleibt offen“, sagte Ada Brandt.", "Grothe: Das Bad bleibt offen.\nBrandt: Nein.\nGrothe: Doch.", "other_speaker", "other"},
    {__LINE__, "„Das Bad bleibt offen“, sagte Ada Brandt.", "Otto Brandt: Das Bad bleibt offen.\nGrothe: Nein.\nGrothe: Doch.", "other_speaker", "other"},
    {__LINE__, "„Das Bad bleibt offen“, sagte Ada Brandt.", "Dr. Ada Brandt (Liste Wasser):\nDas Bad bleibt offen.\n\nGrothe: Nein.\nGrothe: Doch.", "verbatim", "same"},
    {__LINE__, "„Das Bad bleibt offen“, sagte Ada Brandt.", "[00:12:03] BRANDT: Das Bad bleibt offen.\n[00:12:09] GROTHE: Nein.\n[00:12:11] GROTHE: Doch.", "verbatim", "same"},
    {__LINE__, "„Bleibt das Bad offen?“, sagte Ada Brandt.", "FRAGE: Bleibt das Bad offen?\nBRANDT: Ja.\nFRAGE: Warum?", "other_speaker", "other"},
    {__LINE__, "„Bleibt das Bad offen?“, sagte Ada Brandt.", "FRAGE: Bleibt das Bad offen?\nANTWORT: Ja.\nFRAGE: Warum?", "verbatim", "unknown"},
    {__LINE__, "„Das Bad bleibt offen“, sagte die Sprecherin.", "Grothe: Das Bad bleibt offen.\nHansen: Nein.\nGrothe: Doch.", "verbatim", "unknown"},
    {__LINE__, "„Das Bad bleibt offen“, sagte Ada Brandt.", "Am Ende stand fest: Das Bad bleibt offen.", "verbatim", "unknown"},
    {__LINE__, "„Das Bad bleibt offen“, sagte Ada Brandt.", "„Das Bad bleibt offen“, sagte Otto Grothe.", "other_speaker", "other"},
    {__LINE__, "„Das Bad bleibt offen“, sagte Ada Brandt.", "„Das Bad bleibt offen“, sagte Bürgermeisterin Brandt.", "verbatim", "same"},
    {__LINE__, "„Das Bad bleibt offen“, sagte Ada Brandt.", "„Das Bad bleibt offen“, sagte die Bürgermeisterin.", "verbatim", "unknown"},
    {__LINE__, "Otto Grothe sagte: „Ada Brandt sagte mir: ‚Das Bad bleibt offen.‘“", "Grothe: Ada Brandt sagte mir: „Das Bad bleibt offen.“\nHansen: Nein.\nGrothe: Doch.", "verbatim", "same"},
    /* labels that name nobody, or that nobody can tell */
    {__LINE__, "„Das Bad bleibt offen“, sagte Ada Brandt.", "B: Das Bad bleibt offen.\nI: Nein.\nB: Doch.", "verbatim", "unknown"},
    {__LINE__, "„Das Bad bleibt offen“, sagte Ada Brandt.", "Antrag: Das Bad bleibt offen.\nBeschluss: Nein.\nAntrag: Doch.", "verbatim", "unknown"},
    {__LINE__, "„Das Bad bleibt offen“, sagte Ada Brandt.", "Moderatorin: Das Bad bleibt offen.\nGrothe: Nein.\nGrothe: Doch.", "verbatim", "unknown"},
    {__LINE__, "„Das Bad bleibt offen“, sagte Ada Brandt.", "Moderatorin: Das Bad bleibt offen.\nBrandt: Nein.\nBrandt: Doch.", "other_speaker", "other"},
    {__LINE__, "„Das Bad bleibt offen“, sagte Ada Brandt.", "**Frau Brandt:** Das Bad bleibt offen.\r\n\r\n**Herr Grothe:** Nein.\r\n\r\n**Frau Brandt:** Doch.", "verbatim", "same"},
    {__LINE__, "„Das Bad bleibt offen“, sagte Ada Brandt.", "**Herr Grothe:** Das Bad bleibt offen.\r\n\r\n**Frau Brandt:** Nein.\r\n\r\n**Herr Grothe:** Doch.", "other_speaker", "other"},
    {__LINE__, "„Das Bad bleibt offen“, sagte Ada Brandt.", "KOCH: Das Bad bleibt offen.\nBRANDT: Nein.\nKOCH: Doch.", "other_speaker", "other"},
    /* said by somebody else and by the right one: the right one counts */
    {__LINE__, "„Das Bad bleibt offen“, sagte Ada Brandt.", "Grothe: Das Bad bleibt offen.\nBrandt: Das Bad bleibt offen.\nGrothe: Doch.", "verbatim", "same"},
};

Test(verify, speakers)
{
    for (size_t i = 0; i < ROWS(mouths); i++) {
        size_t count;
        laut_error error;
        laut_document *draft = analysed(mouths[i].draft);
        laut_verification *v = verified(draft, &(source){"s", mouths[i].said}, 1);
        const laut_quotation *q = laut_quotations(v, &count, &error);
        cr_assert(count && q[0].passage_count, "line %d: nothing found", mouths[i].line);
        cr_expect_str_eq(laut_verdict_name(q[0].verdict), mouths[i].verdict, "line %d: %s", mouths[i].line, laut_verdict_name(q[0].verdict));
        cr_expect_str_eq(laut_speaker_match_name(q[0].passages[0].match), mouths[i].match, "line %d: %s", mouths[i].line,
                         laut_speaker_match_name(q[0].passages[0].match));
        laut_verify_free(v);
        laut_document_free(draft);
    }
}

/* A stock phrase that many say: nobody is called another speaker unless all places were asked. */
Test(verify, a_phrase_that_everybody_says)
{
    char *text = NULL;
    size_t size, count;
    laut_error error;
    for (int rounds = 20; rounds <= 200; rounds += 180) {
        FILE *out = open_memstream(&text, &size);
        for (int i = 0; i < rounds; i++)
            fprintf(out, "Grothe: Das Bad bleibt offen, mein Wort darauf, und zwar Nummer %d.\n", i);
        fclose(out);
        laut_document *draft = analysed("„Das Bad bleibt offen“, sagte Ada Brandt.");
        laut_verification *v = verified(draft, &(source){"s", text}, 1);
        const laut_quotation *q = laut_quotations(v, &count, &error);
        cr_expect_eq(q[0].places, (uint64_t)rounds, "%d: %d", rounds, (int)q[0].places);
        cr_expect_eq(q[0].verdict, rounds <= LAUT_MAX_PLACES ? LAUT_OTHER_SPEAKER : LAUT_VERBATIM);
        laut_verify_free(v);
        laut_document_free(draft);
        free(text);
    }
}

/* ---------------------------------------------------------------- offsets, pieces, schema */

static const char draft_text[] =
    "\xEF\xBB\xBF" "Ada Brandt 🏊 sagte: „Das schöne Bad […] bleibt 🏊 zu.“ Otto Grothe sagte, das Bad sei schön. „Es fehlen 12 Mark“,\n"
    "sagte Malte Hansen, „und die kommen nicht.“ „Wir bleiben am Wasser, die Rechnung geht nicht auf“, sagte Ada Brandt.\n";

static char *long_source(size_t *size)
{
    char *text = NULL;
    FILE *out = open_memstream(&text, size);
    fputs("Brandt: Wir bleiben am Wasser.\r\n", out);
    for (int i = 0; i < 9000; i++)
        fprintf(out, "Grothe: Äpfel und Öl, 🏊 Nummer %d, sind ein Übel, sagt man hierzulande.\n", i);
    fputs("Brandt: Das schöne Bad, meine Damen und Herren, bleibt 🏊 offen.\rHansen: Es fehlen 12 Mark, und die kommen nicht.\n", out);
    for (int i = 0; i < 9000; i++)
        fprintf(out, "Grothe: Birnen und Öl, 🏊 Nummer %d, sind ein Segen, sagt man hierzulande.\n", i);
    fputs("Brandt: Die Rechnung geht nicht auf.\nHansen: Ende.", out);
    fclose(out);
    return text;
}

static size_t count_to(const char *text, size_t bytes, laut_unit unit)
{
    size_t n = 0;
    for (size_t i = 0; i < bytes; i++) {
        unsigned char c = (unsigned char)text[i];
        n += unit == LAUT_BYTE ? 1 : ((c & 0xC0) != 0x80) + (unit == LAUT_UTF16 && c >= 0xF0);
    }
    return n;
}

static void expect_span(const json_t *span, const char *text, const char *words, laut_unit unit)
{
    size_t begin = (size_t)json_integer_value(json_array_get(span, 0)), end = (size_t)json_integer_value(json_array_get(span, 1));
    size_t from = 0, before = 0, size = strlen(words);
    while (before < begin || (text[from] & 0xC0) == 0x80)
        before += count_to(text + from++, 1, unit);
    cr_expect(strncmp(text + from, words, size) == 0, "%s is not at %zu", words, begin);
    cr_expect_eq(begin + count_to(words, size, unit), end, "%s does not end at %zu", words, end);
}

Test(verify, offsets)
{
    size_t size;
    char *text = long_source(&size);
    laut_document *draft = analysed(draft_text);
    laut_verification *v = verified(draft, &(source){"s", text}, 1);
    for (laut_unit unit = LAUT_CODEPOINT; unit <= LAUT_UTF16; unit++) {
        char *out = written_as(v, LAUT_VERIFY_JSON, &(laut_verify_write_options){.unit = unit});
        json_t *root = json_loads(out, 0, NULL), *q, *p, *e;
        size_t i, k, j;
        cr_assert(root, "%s", out);
        cr_expect_eq(json_array_size(json_object_get(root, "quotations")), 4);
        json_array_foreach(json_object_get(root, "quotations"), i, q)
            json_array_foreach(json_object_get(q, "passages"), k, p) {
                const char *words = json_string_value(json_object_get(p, "text"));
                expect_span(json_object_get(p, "span"), text, words, unit);
                const char *place = strstr(text, words);
                size_t line = 1;
                for (const char *c = text; c < place; c++)
                    line += *c == '\n' || (*c == '\r' && c[1] != '\n');
                if (!strstr(place + 1, words))
                    cr_expect_eq((size_t)json_integer_value(json_object_get(p, "line")), line, "%s", words);
                json_array_foreach(json_object_get(p, "edits"), j, e) {
                    expect_span(json_object_get(e, "draft_span"), draft_text, json_string_value(json_object_get(e, "draft")), unit);
                    expect_span(json_object_get(e, "source_span"), text, json_string_value(json_object_get(e, "source")), unit);
                }
            }
        json_decref(root);
        free(out);
    }
    laut_verify_free(v);
    laut_document_free(draft);
    free(text);
}

/* In whatever pieces a source comes, the same comes out. */
Test(verify, pieces)
{
    static const size_t steps[] = {1, 7, 4096, 100000};
    size_t size;
    laut_error error;
    char *text = long_source(&size);
    laut_document *draft = analysed(draft_text);
    laut_verification *whole = verified(draft, &(source){"s", text}, 1);
    char *wanted = written_as(whole, LAUT_VERIFY_JSON, NULL);
    for (size_t k = 0; k < ROWS(steps); k++) {
        laut_verification *v = verified(draft, NULL, 0);
        cr_assert_eq(laut_verify_begin(v, "s", &error), 0);
        for (size_t at = 0; at < size; at += steps[k])
            cr_assert_eq(laut_verify_feed(v, text + at, size - at < steps[k] ? size - at : steps[k], &error), 0);
        cr_assert_eq(laut_verify_end(v, &error), 0);
        char *got = written_as(v, LAUT_VERIFY_JSON, NULL);
        cr_expect_str_eq(got, wanted, "pieces of %zu", steps[k]);
        free(got);
        laut_verify_free(v);
    }
    free(wanted);
    laut_verify_free(whole);
    laut_document_free(draft);
    free(text);
}

Test(verify, schema)
{
    char problem[512];
    size_t size;
    json_t *schema = schema_load_file("src/formats/verify-schema.json", problem, sizeof problem);
    cr_assert(schema, "%s", problem);
    char *text = long_source(&size);
    const char *const drafts[] = {draft_text, "", "Kein Zitat.", "„Das steht nirgends geschrieben“, sagte Ada Brandt."};
    for (size_t i = 0; i < ROWS(drafts); i++) {
        laut_document *draft = analysed(drafts[i]);
        laut_verification *v = verified(draft, &(source){"s", text}, 1);
        char *out = written_as(v, LAUT_VERIFY_JSON, NULL);
        json_t *value = json_loads(out, JSON_REJECT_DUPLICATES, NULL);
        cr_assert(value);
        cr_expect(schema_holds(schema, value, problem, sizeof problem), "%s", problem);
        json_decref(value);
        free(out);
        laut_verify_free(v);
        laut_document_free(draft);
    }
    json_decref(schema);
    free(text);
}

/* ---------------------------------------------------------------- long and strange */

static char *many_words(int count, int changed)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    for (int i = 0; i < count; i++)
        fprintf(out, "%sWort%c%c%c", i ? " " : "", 'a' + i % 26, 'a' + i / 26 % 26, i == changed ? 'X' : 'a' + i / 676);
    fclose(out);
    return text;
}

/* A quotation of thousands of words is verified in parts, and one changed word is found. */
Test(verify, a_long_quotation)
{
    char *said = many_words(3000, -1), *quoted = many_words(3000, 2100), *text = NULL;
    size_t size, count, altered = 0, verbatim = 0;
    laut_error error;
    FILE *out = open_memstream(&text, &size);
    fprintf(out, "Ada Brandt sagte: „%s.“\n", quoted);
    fclose(out);
    laut_document *draft = analysed(text);
    laut_verification *v = verified(draft, &(source){"s", said}, 1);
    const laut_quotation *q = laut_quotations(v, &count, &error);
    cr_expect_eq(count, 8);
    for (size_t i = 0; i < count; i++) {
        altered += q[i].verdict == LAUT_ALTERED;
        verbatim += q[i].verdict == LAUT_VERBATIM;
        cr_expect_eq(q[i].part, i + 1);
    }
    cr_expect_eq(altered, 1);
    cr_expect_eq(verbatim, 7);
    laut_verify_free(v);
    laut_document_free(draft);
    free(said);
    free(quoted);
    free(text);
}

/* Words longer than the buffer, no words at all, nothing but marks: neither endless nor wrong. */
Test(verify, strange_sources)
{
    static const char *const unit[] = {"x", "-", " ", "\n", "„", "\xCC\x88", "1 000 ", "A: ", "Das Bad ", "\xE2\x80\xA6"};
    laut_error error;
    size_t count;
    for (size_t i = 0; i < ROWS(unit); i++) {
        char *text = NULL;
        size_t size;
        FILE *out = open_memstream(&text, &size);
        for (size_t n = 0; n < 600000; n += strlen(unit[i]))
            fputs(unit[i], out);
        fputs(" Das Bad bleibt wegen der Kälte zu.", out);
        fclose(out);
        laut_document *draft = analysed("„Das Bad bleibt wegen der Kälte zu“, sagte Ada Brandt.");
        laut_verification *v = verified(draft, &(source){"s", text}, 1);
        const laut_quotation *q = laut_quotations(v, &count, &error);
        cr_expect_eq(count, 1);
        cr_expect_eq(q[0].verdict, LAUT_VERBATIM, "%s: %s", unit[i], laut_verdict_name(q[0].verdict));
        laut_verify_free(v);
        laut_document_free(draft);
        free(text);
    }
}

/* ---------------------------------------------------------------- the page, the command */

Test(verify, page)
{
    laut_document *draft = analysed("„Das <b>Bad & das Haus sind zu“, sagte Ada Brandt.");
    laut_verification *v = verified(draft, &(source){"<s>", "Das <b>Bad & das Haus sind offen."}, 1);
    char *de = written_as(v, LAUT_VERIFY_HTML, NULL);
    char *en = written_as(v, LAUT_VERIFY_HTML, &(laut_verify_write_options){.language = LAUT_ENGLISH});
    cr_expect(strstr(de, "lang=\"de\"") && strstr(de, "Zitate und ihre Quellen") && strstr(de, "</html>"));
    cr_expect(strstr(en, "lang=\"en\"") && strstr(en, "Quotations and their sources"));
    cr_expect(strstr(de, "<del>offen</del>") && strstr(de, "<ins>zu</ins>"), "%s", strstr(de, "<main"));
    cr_expect(!strstr(de, "<b>Bad") && !strstr(de, "<s>"));
    cr_expect(!strstr(de, "{{") && !strstr(en, "verdict."));
    cr_expect(strstr(de, "sha256-") && !strstr(de, "<script"));
    free(de);
    free(en);
    laut_verify_free(v);
    laut_document_free(draft);
}

typedef struct { int line; const char *command; int status; const char *out, *err; } call;

#define DRAFT "printf '„Das Bad bleibt offen“, sagte Ada Brandt.' >$T/d; "
#define SOURCE "printf 'Das Bad bleibt offen.' >$T/s; "

static const call calls[] = {
    {__LINE__, DRAFT SOURCE "$LAUT verify $T/d --against $T/s", 0, "1 verbatim", NULL},
    {__LINE__, DRAFT SOURCE "$LAUT --format json verify $T/d --against $T/s", 0, "\"verdict\":\"verbatim\"", NULL},
    {__LINE__, DRAFT SOURCE "$LAUT verify --format html --lang en $T/d --against $T/s", 0, "<html lang=\"en\">", NULL},
    {__LINE__, DRAFT SOURCE "$LAUT verify $T/d --against - <$T/s", 0, "1 verbatim", NULL},
    {__LINE__, DRAFT "echo 'Das Bad bleibt zu.' >$T/s; $LAUT verify $T/d --against $T/s", 1, "[-zu-]{+offen+}", NULL},
    {__LINE__, DRAFT "echo 'Das Bad bleibt zu.' >$T/s; $LAUT verify --color always $T/d --against $T/s", 1, "\033[31;9mzu\033[0m", NULL},
    {__LINE__, DRAFT "echo 'Nichts davon.' >$T/s; $LAUT verify $T/d --against $T/s", 1, "1 not found", NULL},
    {__LINE__, DRAFT "$LAUT verify $T/d --against $T/d", 0, "1 verbatim", NULL},
    /* what is wrong with a source is said, and the others are still read */
    {__LINE__, DRAFT SOURCE "printf 'a\\377b' >$T/b; $LAUT verify $T/d --against $T/b $T/s", 2, "1 verbatim", "/b: not UTF-8: byte 1 is 0xFF"},
    {__LINE__, DRAFT SOURCE ": >$T/b; $LAUT verify $T/d --against $T/b $T/s", 2, "1 verbatim", "/b: the source is empty"},
    {__LINE__, DRAFT SOURCE "$LAUT verify $T/d --against $T/none $T/s", 2, "1 verbatim", "/none: No such file or directory"},
    {__LINE__, DRAFT SOURCE "$LAUT verify $T/d --against $T $T/s", 2, "1 verbatim", "Is a directory"},
    {__LINE__, DRAFT "printf '{\"id\":\"a\",\"text\":\"Das Bad bleibt offen.\"}\\n{\\n' >$T/s.jsonl; $LAUT verify $T/d --against $T/s.jsonl",
     2, "a:1\n", "/s.jsonl:2: not JSON"},
    {__LINE__, DRAFT SOURCE "$LAUT verify $T/d $T/none --against $T/s", 2, "1 verbatim", "/none: No such file"},
    {__LINE__, SOURCE ": >$T/d; $LAUT verify $T/d --against $T/s", 0, "0 quotations", "/d: no quotation in the draft"},
    {__LINE__, SOURCE "echo Ja. >$T/d; $LAUT verify $T/d --against $T/s", 0, "0 quotations", "/d: no quotation in the draft"},
    /* more drafts than go through the sources together */
    {__LINE__, SOURCE "for i in $(seq 70); do echo '{\"text\":\"„Das Bad bleibt offen“, sagte Ada Brandt.\"}'; done >$T/d; "
     "$LAUT verify --input jsonl $T/d --against $T/s $T/none >$T/o; echo status $?; grep -c '1 quotation, 1 source: 1 verbatim' $T/o", 0, "status 2\n70\n", "/none: No such"},
    {__LINE__, SOURCE "for i in $(seq 70); do echo '{\"text\":\"„Das Bad bleibt offen“, sagte Ada Brandt.\"}'; done >$T/d; "
     "$LAUT verify --input jsonl $T/d --against - <$T/s >$T/o; echo status $?; grep -c '1 verbatim' $T/o", 0, "status 2\n32\n", "/d:33: more than 32 drafts need"},
    /* usage */
    {__LINE__, "$LAUT verify a", 2, NULL, "verify takes DRAFT… --against FILE…"},
    {__LINE__, "$LAUT verify --against a", 2, NULL, "verify takes DRAFT… --against FILE…"},
    {__LINE__, "$LAUT --against a", 2, NULL, "--against means nothing"},
    {__LINE__, "$LAUT verify --format wikinews a --against b", 2, NULL, "'wikinews' is not text, json or html"},
    /* rules */
    {__LINE__, DRAFT SOURCE "mkdir $T/r; cp -r rules/de $T/r/; printf 'characters\\tclasses\\twithin\\nx\\tquote\\t\\n' >$T/r/de/lex/typography.tsv; "
     "$LAUT verify --rules $T/r $T/d --against $T/s", 2, NULL, "typography.tsv:2: `x` is not a character other than letters"},
    {__LINE__, DRAFT SOURCE "mkdir $T/r; cp -r rules/de $T/r/; rm $T/r/de/lex/omissions.tsv; "
     "$LAUT verify --rules $T/r $T/d --against $T/s", 2, NULL, "the rules have no lex/omissions.tsv"},
};

Test(verify, command)
{
    for (size_t i = 0; i < ROWS(calls); i++) {
        run_result r = run(calls[i].command);
        cr_expect_eq(r.status, calls[i].status, "line %d: exits with %d: %s", calls[i].line, r.status, r.err);
        if (calls[i].out)
            cr_expect(strstr(r.out, calls[i].out), "line %d: lacks %s: %s", calls[i].line, calls[i].out, r.out);
        if (calls[i].err)
            cr_expect(strstr(r.err, calls[i].err), "line %d: does not say %s: %s", calls[i].line, calls[i].err, r.err);
        else
            cr_expect_str_empty(r.err, "line %d: %s", calls[i].line, r.err);
        run_free(&r);
    }
}
