/* However strange a text is, its time per byte stays: hostile.h. And what a limit cut off is told. */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "hostile.h"
#include "support.h"

/* ---------------------------------------------------------------- growth */

/* Eight times the text: eight times the time per byte, if something is done for each byte with each other
 * (four times in the slower programs of the sanitizers). `make growth` measures the same up to 10 MB.
 * The limits are reached in the small text already: up to them the time for a byte may well grow. */
#ifdef SANITIZED
enum { SMALL = 32 * 1024, LARGE = 4 * SMALL };
#else
enum { SMALL = 32 * 1024, LARGE = 8 * SMALL };
#endif
#define BOUND 2.5

static void release(struct criterion_test_params *p) { cr_free(p->params); }

ParameterizedTestParameters(growth, of_hostile_texts)
{
    size_t count = hostile_count(), *shapes = cr_malloc(count * sizeof *shapes);
    for (size_t i = 0; i < count; i++)
        shapes[i] = i;
    return cr_make_param_array(size_t, shapes, count, release);
}

ParameterizedTest(size_t *shape, growth, of_hostile_texts, .timeout = 600)
{
    laut_engine *engine;
    laut_errors errors;
    cr_assert_eq(laut_engine_open(&engine, NULL, &errors), 0);
    size_t small, large;
    char *a = hostile_text(*shape, SMALL, "corpus", &small);
    char *b = hostile_text(*shape, LARGE, "corpus", &large);
    double ratio = BOUND;
    for (int i = 0; i < 3 && ratio >= BOUND; i++) { /* somebody else may have had the machine */
        double first = hostile_seconds(engine, a, small, 1), second = hostile_seconds(engine, b, large, 1);
        cr_assert(first > 0 && second > 0, "%s: it failed", hostile_name(*shape));
        ratio = second / (double)large / (first / (double)small);
    }
    cr_expect(ratio < BOUND, "%s: the time per byte grows by %.2f", hostile_name(*shape), ratio);
    free(a);
    free(b);
    laut_engine_free(engine);
}

/* CPU seconds that an audit of so many bytes of the sentences takes. */
static double seconds_of_audit(const laut_engine *engine, const char *sentences, size_t size)
{
    char *text = malloc(size);
    cr_assert(text);
    size_t n = strlen(sentences), count = size / n * n;
    for (size_t i = 0; i < count; i++)
        text[i] = sentences[i % n];
    laut_report *report = NULL;
    laut_error error;
    clock_t start = clock();
    cr_assert_eq(laut_audit(engine, text, count, &(laut_audit_options){0}, &report, &error), 0, "%s", error.message);
    double took = (double)(clock() - start) / CLOCKS_PER_SEC;
    laut_report_free(report);
    free(text);
    return took / (double)count;
}

/* A book is no draft, but it is audited in the time of its length: one paragraph, and many. */
Test(growth, of_audits, .timeout = 600)
{
    static const char *const texts[] = {
        "Die „Elbwelle“ lacht. Laut „Elbwelle“ wird die Werft in Kiel am Montag verkauft. ",
        "„Ja, das stimmt“, sagt Otto Holm. Er lacht. Zwei der Zeugen sagten, es brenne. Der Chef der Werft, Jan Wolf, schwieg.\n\n",
        "Ada Brandt von der Werft sagte, das Tor sei alt. Ihr Anwalt wirft dem Rat Betrug vor.\n\nDas Tor ist alt, heißt es.\n\n",
    };
    laut_engine *engine;
    laut_errors errors;
    cr_assert_eq(laut_engine_open(&engine, NULL, &errors), 0);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        enum { START = 8 }; /* the limits of looking back are reached in the small text already */
        double ratio = BOUND;
        for (int k = 0; k < 3 && ratio >= BOUND; k++) {
            double first = seconds_of_audit(engine, texts[i], (size_t)START * SMALL);
            ratio = seconds_of_audit(engine, texts[i], (size_t)START * LARGE / 2) / first;
        }
        cr_expect(ratio < BOUND, "%zu: the time per byte of an audit grows by %.2f", i, ratio);
    }
    laut_engine_free(engine);
}

/* ---------------------------------------------------------------- limits */

static laut_engine *engine;

static void load(void)
{
    laut_errors errors;
    cr_assert_eq(laut_engine_open(&engine, NULL, &errors), 0);
}

static void unload(void) { laut_engine_free(engine); }

TestSuite(limits, .init = load, .fini = unload);

/* `before`, then `times` times `repeated`, then `after`. */
static laut_document *analysed(const char *before, const char *repeated, int times, const char *after)
{
    char *text;
    size_t size;
    FILE *stream = open_memstream(&text, &size);
    fputs(before, stream);
    for (int i = 0; i < times; i++)
        fprintf(stream, repeated, 'a' + i / 676 % 26, 'a' + i / 26 % 26, 'a' + i % 26);
    fputs(after, stream);
    fclose(stream);
    laut_document *d;
    laut_error error;
    cr_assert_eq(laut_analyze(engine, text, size, NULL, &d, &error), 0, "%s", error.message);
    free(text);
    return d;
}

/* One limit, and nothing but it, is told; its place is returned. */
static laut_span only(const laut_document *d, laut_limit what)
{
    size_t count;
    const laut_truncation *t = laut_truncations(d, &count);
    cr_assert_eq(count, 1, "%zu places for %s", count, laut_limit_name(what));
    cr_expect_str_eq(laut_limit_name(t->what), laut_limit_name(what));
    return t->span;
}

static void nothing(const laut_document *d)
{
    size_t count;
    laut_truncations(d, &count);
    cr_expect_eq(count, 0);
}

Test(limits, a_sentence)
{
    laut_document *d = analysed("Kurz.\n\n", "„Wir gehen“, sagte er, ", 300, "„ja“, sagte er. Es regnet.");
    laut_span s = only(d, LAUT_LIMIT_SENTENCE);
    size_t size, count, claims;
    const char *text = laut_text(d, &size);
    cr_expect_eq(s.begin, strlen("Kurz.\n\n"));
    cr_expect_eq(s.end, size - strlen(" Es regnet."));
    /* cut at commas behind a frame, without anything lost */
    const laut_sentence *sentences = laut_sentences(d, &count);
    cr_expect_eq(count, 5);
    for (size_t i = 1; i < count; i++)
        cr_expect(sentences[i].span.begin == sentences[i - 1].span.end + 1 || i == 1);
    for (size_t i = 1; i + 2 < count; i++)
        cr_expect_eq(text[sentences[i].span.end - 1], ',');
    laut_claims(d, &claims);
    cr_expect(claims > 150, "%zu claims", claims);
    /* for a reader, and for a program */
    char *shown = written(d, LAUT_FORMAT_TEXT, LAUT_CODEPOINT, 0), *line = written(d, LAUT_FORMAT_JSONL, LAUT_BYTE, 0);
    char wanted[64];
    snprintf(wanted, sizeof wanted, "\"truncated\":[{\"what\":\"sentence\",\"span\":[%u,%u]}]}", s.begin, s.end);
    cr_expect(strstr(shown, "\n 3  truncated: sentence\n"), "%.200s", shown);
    cr_expect(strstr(line, wanted), "%s", wanted);
    free(shown);
    free(line);
    laut_document_free(d);
}

Test(limits, a_quotation_over_cut_sentences)
{
    laut_document *d = analysed("Ada Brandt sagte: „", "Es regnet sehr. ", 500, "Schluss.“ Er ging.");
    only(d, LAUT_LIMIT_SENTENCE);
    size_t count, size;
    const laut_claim *claims = laut_claims(d, &count);
    cr_assert_eq(count, 1);
    laut_text(d, &size);
    cr_expect_eq(claims[0].content.at[0].begin, strlen("Ada Brandt sagte: "));
    cr_expect_eq(claims[0].content.at[claims[0].content.count - 1].end, size - strlen(" Er ging."));
    cr_expect_eq(claims[0].chain_count, 1);
    laut_document_free(d);
}

Test(limits, a_word)
{
    laut_document *d = analysed("Er las ", "donau", LAUT_MAX_WORD / 5 + 1, " und ging.");
    laut_span s = only(d, LAUT_LIMIT_WORD);
    cr_expect(s.begin == 7 && s.end == 7 + 5 * (LAUT_MAX_WORD / 5 + 1));
    laut_document_free(d);
    d = analysed("Er las ", "donau", LAUT_MAX_WORD / 5 - 1, " und ging.");
    nothing(d);
    laut_document_free(d);
}

Test(limits, clauses)
{
    laut_document *d = analysed("Sie sagt", ", dass er meint", 60, ", dass es regnet.");
    only(d, LAUT_LIMIT_CLAUSES);
    laut_document_free(d);
    d = analysed("Sie sagt", ", dass er meint", 20, ", dass es regnet.");
    nothing(d);
    laut_document_free(d);
}

static uint32_t last_speaker(const laut_document *d)
{
    size_t count;
    const laut_claim *claims = laut_claims(d, &count);
    cr_assert(count && claims[count - 1].chain_count);
    return claims[count - 1].chain[0].party;
}

Test(limits, parties)
{
    /* a name goes back to the start, */
    laut_document *d = analysed("Ada Brandt sagte, es regne. ", "Otto Ka%c%c%cck kam. ", 1500, "Brandt sagte, es sei so.");
    nothing(d);
    cr_expect_eq(last_speaker(d), 0);
    laut_document_free(d);
    /* a description does not, and says so */
    d = analysed("Die grüne Sprecherin sagte, es regne. ", "Otto Ka%c%c%cck kam. ", 1500, "Die grüne Sprecherin sagte, es sei so.");
    laut_span s = only(d, LAUT_LIMIT_PARTIES);
    size_t size;
    const char *text = laut_text(d, &size);
    cr_expect(s.begin > size / 2 && memcmp(text + s.begin, "Die grüne Sprecherin", s.end - s.begin) == 0);
    cr_expect_eq(last_speaker(d), 1);
    laut_document_free(d);
    d = analysed("Die grüne Sprecherin sagte, es regne. ", "Otto Ka%c%c%cck kam. ", 900, "Die grüne Sprecherin sagte, es sei so.");
    nothing(d);
    cr_expect_eq(last_speaker(d), 0);
    laut_document_free(d);
}

/* Among more of the same surname than the limit it is not looked further. */
Test(limits, parties_of_one_name)
{
    laut_document *d = analysed("Frau Grothe sagte, es regne. ", "Herr Ka%c%c%cck Grothe kam. ", 1100, "Frau Grothe sagte, es sei so.");
    laut_span s = only(d, LAUT_LIMIT_PARTIES);
    size_t size;
    const char *text = laut_text(d, &size);
    cr_expect(s.begin > size / 2 && memcmp(text + s.begin, "Frau Grothe", s.end - s.begin) == 0);
    cr_expect_neq(last_speaker(d), 0);
    laut_document_free(d);
    d = analysed("Frau Grothe sagte, es regne. ", "Herr Ka%c%c%cck Grothe kam. ", 900, "Frau Grothe sagte, es sei so.");
    nothing(d);
    cr_expect_eq(last_speaker(d), 0);
    laut_document_free(d);
}

Test(limits, hands)
{
    laut_document *d = analysed("Laut Polizei", " und laut Feuerwehr und laut Gericht und laut Ministerium", 1,
                                " sagte Otto Grothe, es regne.");
    size_t count;
    const laut_claim *claims = laut_claims(d, &count);
    nothing(d);
    cr_assert_eq(count, 1);
    cr_expect_eq(claims->chain_count, LAUT_MAX_HANDS);
    laut_document_free(d);
    d = analysed("Laut Polizei", " und laut Feuerwehr und laut Gericht und laut Ministerium und laut Bahn", 1,
                 " sagte Otto Grothe, es regne.");
    claims = laut_claims(d, &count);
    cr_assert_eq(count, 1);
    laut_span s = only(d, LAUT_LIMIT_HANDS);
    cr_expect_eq(s.begin, claims->content.at[0].begin);
    cr_expect_eq(s.end, claims->content.at[0].end);
    cr_expect_eq(claims->chain_count, LAUT_MAX_HANDS);
    laut_document_free(d);
}

/* Rules that try the same words over and over: nothing of the kind is among ours. */
static void given_up(const char *rule, const char *words, const char *place)
{
    char command[2048], wanted[64];
    snprintf(command, sizeof command,
             "mkdir $T/r; printf '%%s\\n' '%s' >$T/r/r.laut; printf '%%s' '%s' | "
             "$LAUT --rules $T/r --format jsonl", rule, words);
    snprintf(wanted, sizeof wanted, "\"truncated\":[%s]}\n", place);
    run_result r = run(command);
    cr_expect_eq(r.status, 0, "%s", r.err);
    const char *told = strstr(r.out, "\"truncated\":");
    cr_expect_str_eq(told ? told : r.out, wanted, "%s", rule);
    run_free(&r);
}

#define SO "so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so "
#define A "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define RULE(pattern) "rule r\n  match x:(" pattern ")\n  emit direct content=x\nend"

Test(limits, steps, .timeout = 120)
{
    /* from one token only, where the others do not come so far */
    given_up(RULE("\"Es\" ([]{1,8}){1,8} \"nie\""), "Nie war er da. Er war nie da. Nie war es so, nie. Es war " SO "nie.", "");
    given_up(RULE("\"Es\" ([]{1,8}){1,8} \"nie\" \"da\""), "Ja. Es " SO SO " nie so da.",
             "{\"what\":\"steps\",\"span\":[4,6]}");
    /* a try that does not begin in a quotation has not been given up */
    given_up(RULE("\"Es\" ([]{1,8}){1,8} \"nie\" \"da\""), "Ja. Es " SO SO " nie so da: „Es ist gut“, sagte er.",
             "{\"what\":\"steps\",\"span\":[4,6]}");
    given_up(RULE("/(a+)+[bc]/"), "Ja. Es war " A "b.", "");
    given_up(RULE("/(a+)+[bc]/"), "Ja. Es war " A ".", "{\"what\":\"steps\",\"span\":[11,51]}");
    given_up(RULE("[form=/(a+)+[bc]/]"), "Ja. Es war " A ".", "{\"what\":\"steps\",\"span\":[11,51]}");
}

Test(limits, have_names)
{
    static const char *const names[] = {"sentence", "word", "clauses", "parties", "hands", "steps", "?"};
    for (int i = 0; i < 7; i++)
        cr_expect_str_eq(laut_limit_name((laut_limit)i), names[i]);
}
