/* Memory that runs out, at every place where it can: either there is a clear error, or the result is
 * what it would have been; nothing crashes and (under AddressSanitizer) nothing leaks.
 *
 * Each attempt is a process of its own, since ICU remembers for good what it could not open. */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */
#include <criterion/criterion.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unicode/ubrk.h>
#include <unistd.h>

#include "cli/cli.h"
#include "failing.h"
#include "german.h"
#include "support.h"

/* Of the sanitizers, where they are there. */
__attribute__((weak)) int __lsan_do_recoverable_leak_check(void);
__attribute__((weak)) void __sanitizer_set_report_path(const char *path);

/* ICU 72 loses pieces of its own where it runs out of memory: the UText that it clones, its data.
 * `make valgrind` sees what we forget of it. */
__attribute__((visibility("default"))) const char *__lsan_default_suppressions(void);
__attribute__((visibility("default"))) const char *__lsan_default_options(void);
const char *__lsan_default_suppressions(void) { return "leak:libicuuc\nleak:libxml2\n"; } /* left by longjmp, see input/html.c */
const char *__lsan_default_options(void) { return "print_suppressions=0"; }

/* With a decomposed letter, for ICU's normaliser. */
static const char text[] =
    "Die Ministerin Ada Brandt sagte, der Plan sei „mutig“. Man mu\xCC\x88sse ihn pru\xCC\x88" "fen.\n\n"
    "„Wir bleiben“, sagte Malte Grothe dem „Morgenblatt“. Das Rathaus machte keine Angaben.\n";

enum { ROOM = 1 << 16 };

static struct {
    const laut_engine *engine;
    char *wanted;  /* what comes out when nothing fails; shared with the attempts */
    laut_format format;
    size_t *count; /* allocations of the last attempt; shared */
} s;

/* ---------------------------------------------------------------- attempts */

typedef enum { SAME, REFUSED, BROKEN, LEAKED } outcome;

/* What is tried: arms and disarms the allocator by itself. Returns an outcome. */
typedef outcome attempt(size_t n, bool ever_after);

static outcome in_a_child(attempt *a, size_t n, bool ever_after)
{
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        if (__sanitizer_set_report_path) /* what is said of an attempt is no report of the tests */
            __sanitizer_set_report_path("stderr");
        outcome o = a(n, ever_after);
        if (__lsan_do_recoverable_leak_check && __lsan_do_recoverable_leak_check())
            o = LEAKED;
        _exit(o);
    }
    int status;
    cr_assert(child > 0 && waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? (outcome)WEXITSTATUS(status) : BROKEN;
}

/* Let the allocations fail one after the other, each `stride`th from `from` on. */
static void exhaust(const char *what, attempt *a, size_t from, size_t stride)
{
    cr_assert_eq(in_a_child(a, 0, false), SAME, "%s: without a failure", what);
    size_t refused = 0, tried = 0, n, total = *s.count;
    for (n = 1; n <= total; n += n < from ? 1 : stride)
        for (int ever_after = 0; ever_after <= 1; ever_after++) {
            outcome o = in_a_child(a, n, ever_after);
            cr_expect(o == SAME || o == REFUSED, "%s: allocation %zu of %zu%s: %s", what, n, total,
                      ever_after ? " and all behind it" : "", o == LEAKED ? "leaks" : "breaks");
            refused += o == REFUSED;
            tried++;
        }
    cr_expect_gt(refused, 0, "%s: of %zu failures none is seen", what, tried);
}

/* ---------------------------------------------------------------- the library */

static outcome refused(const laut_error *e)
{
    bool clear = (e->code == LAUT_ERROR_MEMORY || e->code == LAUT_ERROR_INTERNAL) && e->message[0];
    return clear ? REFUSED : BROKEN;
}

static outcome compare(const laut_document *d)
{
    char *out = NULL;
    size_t size;
    FILE *stream = open_memstream(&out, &size);
    bool same = stream && laut_write(d, LAUT_FORMAT_JSONL, NULL, stream) == 0;
    if (stream)
        fclose(stream);
    if (!s.wanted[0])
        snprintf(s.wanted, ROOM, "%s", out);
    same = same && strcmp(out, s.wanted) == 0;
    free(out);
    return same ? SAME : BROKEN;
}

static outcome opening(size_t n, bool ever_after)
{
    laut_engine *engine;
    laut_errors errors;
    fail_from_here(n, ever_after);
    int failed = laut_engine_open(&engine, NULL, &errors);
    size_t count = fail_no_more();
    outcome o = BROKEN;
    laut_document *d;
    if (failed && !engine && errors.count)
        o = refused(&errors.list[0]);
    else if (!failed && laut_analyze(engine, text, sizeof text - 1, NULL, &d, NULL) == 0) {
        o = compare(d);
        laut_document_free(d);
    }
    if (!failed)
        laut_engine_free(engine);
    *s.count = count;
    return o;
}

static outcome analysing(size_t n, bool ever_after, bool with_worker, bool trace)
{
    laut_error error;
    laut_worker *worker = NULL;
    laut_document *d = NULL;
    fail_from_here(n, ever_after);
    int failed = with_worker ? laut_worker_open(&worker, s.engine, &error) : 0;
    laut_options options = {.id = "a", .publisher = "b", .worker = worker, .trace = trace};
    if (!failed)
        failed = laut_analyze(s.engine, text, sizeof text - 1, &options, &d, &error);
    size_t count = fail_no_more();
    outcome o = failed ? d ? BROKEN : refused(&error) : compare(d);
    laut_document_free(d);
    /* once there is memory again the same worker goes on as if nothing had been */
    if (worker && failed && laut_analyze(s.engine, text, sizeof text - 1, &options, &d, &error) == 0) {
        if (compare(d) != SAME)
            o = BROKEN;
        laut_document_free(d);
    }
    laut_worker_free(worker);
    *s.count = count;
    return o;
}

static outcome alone(size_t n, bool ever_after) { return analysing(n, ever_after, false, false); }
static outcome with_worker(size_t n, bool ever_after) { return analysing(n, ever_after, true, false); }
static outcome traced(size_t n, bool ever_after) { return analysing(n, ever_after, false, true); }

static outcome writing(size_t n, bool ever_after, laut_format format)
{
    static char out[2][ROOM];
    long size[2] = {0};
    int failed[2];
    laut_options options = {.id = "a\xFF"};
    laut_document *d;
    if (laut_analyze(s.engine, text, sizeof text - 1, &options, &d, NULL) < 0)
        return BROKEN;
    size_t count = 0;
    for (int i = 0; i < 2; i++) {
        FILE *stream = fmemopen(out[i], ROOM, "w");
        if (!stream)
            return BROKEN;
        setvbuf(stream, NULL, _IONBF, 0);
        if (i)
            fail_from_here(n, ever_after);
        failed[i] = laut_write(d, format, NULL, stream);
        if (fflush(stream) != 0 || ferror(stream))
            failed[i] = -1;
        count = fail_no_more();
        size[i] = ftell(stream);
        fclose(stream);
    }
    outcome o = failed[0] ? BROKEN : failed[1] ? REFUSED : SAME;
    if (o == SAME && (size[0] != size[1] || memcmp(out[0], out[1], (size_t)size[0]) != 0))
        o = BROKEN;
    laut_document_free(d);
    *s.count = count;
    return o;
}

static outcome in_a_format(size_t n, bool ever_after) { return writing(n, ever_after, s.format); }

static outcome reading_a_page(size_t n, bool ever_after)
{
    static const char html[] =
        "<meta charset=windows-1252><nav>x</nav><p class=a>Gr\xFC\xDF""e &amp; <q>mehr <q>davon</q></q>"
        "<blockquote>Eins.<footer>Ada Brandt</footer></blockquote><ul><li>a<li>b</ul>";
    laut_error error;
    char *got;
    size_t size;
    fail_from_here(n, ever_after);
    int failed = laut_html_text(html, sizeof html - 1, NULL, &got, &size, &error);
    *s.count = fail_no_more();
    if (failed)
        return got ? BROKEN : refused(&error);
    if (!s.wanted[0])
        snprintf(s.wanted, ROOM, "%s", got);
    outcome o = strcmp(got, s.wanted) == 0 ? SAME : BROKEN;
    free(got);
    return o;
}

/* ---------------------------------------------------------------- the audit */

static const char audited[] = "# Kopf\n\nInsider sagten, das **Geld** sei weg. <!-- laut: ignore loaded-cue -->\n\n"
                            "Ada Brandt warf Otto Grothe Betrug vor. „Wir [alle] gehen”, sagte sie.\n";

static outcome auditing(size_t n, bool ever_after, laut_report_format format)
{
    static const char *const name = "a b.md";
    laut_error error;
    laut_report *report;
    laut_audit_options how = {.markdown = 1};
    laut_report_options options = {.format = format, .color = 1};
    static char out[ROOM];
    FILE *stream = fmemopen(out, sizeof out, "w");
    if (!stream)
        return BROKEN;
    setvbuf(stream, NULL, _IONBF, 0);
    fail_from_here(n, ever_after);
    int failed = laut_audit(s.engine, audited, sizeof audited - 1, &how, &report, &error);
    outcome o = failed ? report ? BROKEN : refused(&error) : SAME;
    int written = failed ? -1 : laut_write_reports(s.engine, (const laut_report *const *)&report, &name, 1, &options, stream);
    *s.count = fail_no_more();
    fclose(stream);
    if (o == SAME && written < 0)
        o = REFUSED;
    if (o == SAME && !s.wanted[0])
        snprintf(s.wanted, ROOM, "%s", out);
    if (o == SAME && strcmp(out, s.wanted) != 0)
        o = BROKEN;
    laut_report_free(report);
    return o;
}

static outcome audit_text(size_t n, bool ever_after) { return auditing(n, ever_after, LAUT_REPORT_TEXT); }
static outcome audit_json(size_t n, bool ever_after) { return auditing(n, ever_after, LAUT_REPORT_JSON); }
static outcome audit_sarif(size_t n, bool ever_after) { return auditing(n, ever_after, LAUT_REPORT_SARIF); }

/* ---------------------------------------------------------------- the command */

static char folder[] = "/tmp/laut-memory-XXXXXX";

static char *in_folder(const char *name)
{
    static char paths[4][64];
    static int next;
    char *path = paths[next++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

static void put(const char *name, const char *content)
{
    FILE *f = fopen(in_folder(name), "w");
    cr_assert(f && fputs(content, f) >= 0 && fclose(f) == 0);
}

static outcome command(size_t n, bool ever_after, unsigned jobs)
{
    char *files[] = {in_folder("in.jsonl")}, out[64];
    snprintf(out, sizeof out, "%s/out", folder);
    lt_options options = {.input = LT_INPUT_JSONL, .format = LAUT_FORMAT_JSONL, .rules = folder,
                          .output = out, .jobs = jobs, .files = files, .file_count = 1};
    unlink(out);
    if (!freopen(in_folder("err"), "w", stderr))
        return BROKEN;
    setvbuf(stderr, NULL, _IONBF, 0);
    fail_from_here(n, ever_after);
    int status = lt_analyze_command(&options);
    *s.count = fail_no_more();
    size_t size = 0, said = 0;
    char *got = read_file(out, &size), *err = read_file(in_folder("err"), &said);
    glob_t beside;
    bool left = glob(in_folder("out.*"), 0, NULL, &beside) == 0;
    globfree(&beside);
    if (status == LT_DONE && got && !s.wanted[0])
        snprintf(s.wanted, ROOM, "%s", got);
    outcome o = BROKEN;
    if (status == LT_DONE && got && !said && strcmp(got, s.wanted) == 0)
        o = SAME;
    if (status == LT_WRONG && said)
        o = REFUSED;
    if (left)
        o = BROKEN;
    free(got);
    free(err);
    return o;
}

static outcome one_thread(size_t n, bool ever_after) { return command(n, ever_after, 1); }
static outcome two_threads(size_t n, bool ever_after) { return command(n, ever_after, 2); }

/* ---------------------------------------------------------------- verify */

static const char said[] =
    "Brandt: Wir bleiben heute alle hier.\nGrothe: Der Plan ist nicht mutig.\nBrandt: Man mu\xCC\x88sse ihn wirklich pru\xCC\x88" "fen.\n";
static const char reported[] = "„Wir bleiben alle hier“, sagte Otto Grothe. „Wir bleiben alle dort“, sagte Malte Grothe.";

static outcome verifying(size_t n, bool ever_after, laut_verify_format format)
{
    static const char quoting[] = "„Wir bleiben […] alle hier“, sagte Ada Brandt. „Der Plan ist mutig“, sagte Otto Grothe. „Wir bleiben "
                                  "alle dort, der Plan ist nicht mutig“, sagte Grothe. Er sagte, man müsse ihn prüfen.";
    laut_error error;
    laut_document *draft;
    if (laut_analyze(s.engine, quoting, sizeof quoting - 1, NULL, &draft, &error) < 0)
        return BROKEN;
    static char out[ROOM];
    laut_verification *v = NULL;
    FILE *stream = fmemopen(out, ROOM, "w");
    if (!stream)
        return BROKEN;
    setvbuf(stream, NULL, _IONBF, 0);
    fail_from_here(n, ever_after);
    int failed = laut_verify_open(&v, s.engine, draft, NULL, &error);
    bool opened = !failed;
    failed = failed || laut_verify_source(v, "a", said, sizeof said - 1, &error) < 0 ||
             laut_verify_source(v, "b", reported, sizeof reported - 1, &error) < 0;
    int written = failed ? -1 : laut_verify_write(v, format, NULL, stream);
    *s.count = fail_no_more();
    out[ftell(stream)] = '\0';
    fclose(stream);
    outcome o = failed ? !opened && v ? BROKEN : refused(&error) : written < 0 ? REFUSED : BROKEN;
    if (!failed && written == 0) {
        if (!s.wanted[0])
            snprintf(s.wanted, ROOM, "%s", out);
        o = strcmp(out, s.wanted) == 0 ? SAME : BROKEN;
    }
    laut_verify_free(v);
    laut_document_free(draft);
    return o;
}

static outcome verifying_text(size_t n, bool ever_after) { return verifying(n, ever_after, LAUT_VERIFY_TEXT); }
static outcome verifying_json(size_t n, bool ever_after) { return verifying(n, ever_after, LAUT_VERIFY_JSON); }
static outcome verifying_html(size_t n, bool ever_after) { return verifying(n, ever_after, LAUT_VERIFY_HTML); }

/* ---------------------------------------------------------------- tests */

static void begin(void)
{
    s.wanted = mmap(NULL, ROOM + sizeof *s.count, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS,
                    -1, 0);
    cr_assert(s.wanted != MAP_FAILED);
    s.count = (size_t *)(void *)(s.wanted + ROOM);
    /* ICU 72 has to be there: where it cannot load its own tables it stands still (Locale::getDefault). */
    UErrorCode status = U_ZERO_ERROR;
    ubrk_close(ubrk_open(UBRK_WORD, "de", NULL, 0, &status));
}

/* Opening takes seconds where sanitizers look on: behind these there every seventh is tried. */
enum { EVERY = 100 };

TestSuite(memory, .init = begin, .timeout = 600);

Test(memory, opening_an_engine) { exhaust("engine", opening, EVERY, 7); }

Test(memory, analysing)
{
    s.engine = german();
    exhaust("analysis", alone, 0, 1);
    s.wanted[0] = '\0';
    exhaust("analysis with a worker", with_worker, 0, 1);
    s.wanted[0] = '\0';
    exhaust("traced analysis", traced, 0, 1);
}

Test(memory, writing)
{
    s.engine = german();
    const laut_format_info *about;
    for (int f = 0; (about = laut_format_about((laut_format)f)); f++) {
        s.format = (laut_format)f;
        exhaust(about->name, in_a_format, 0, 1);
    }
}

Test(memory, reading_a_page)
{
    char *once;
    size_t size;
    cr_assert_eq(laut_html_text("<p>a", 4, "windows-1252", &once, &size, NULL), 0); /* the libraries are there */
    free(once);
    exhaust("page", reading_a_page, 0, 1);
}

Test(memory, auditing)
{
    s.engine = german();
    exhaust("audit", audit_text, 0, 1);
    s.wanted[0] = '\0';
    exhaust("audit, json", audit_json, 60, 5); /* the same but for the writing at the end */
    s.wanted[0] = '\0';
    exhaust("audit, sarif", audit_sarif, 60, 5);
}

Test(memory, verify)
{
    s.engine = german();
    exhaust("verify as json", verifying_json, 0, 1);
    s.wanted[0] = '\0';
    exhaust("verify as text", verifying_text, EVERY, 7);
    s.wanted[0] = '\0';
    exhaust("verify as html", verifying_html, EVERY, 7);
}

Test(memory, the_command)
{
    cr_assert(mkdtemp(folder));
    put("a.laut", "rule a\n  match q:@quote\n  emit direct content=q\nend\n");
    put("in.jsonl", "{\"id\":\"a\",\"text\":\"„Ja“\"}\n{\"id\":\"b\",\"text\":\"„Nein“, „Ja“\"}\n");
    exhaust("laut --jobs 1", one_thread, 0, 1);
    if (!__lsan_do_recoverable_leak_check) /* which itself cannot begin a thread without memory */
        exhaust("laut --jobs 2", two_threads, 0, 1);
    for (const char *const *name = (const char *const[]){"a.laut", "in.jsonl", "err", "out", NULL}; *name; name++)
        unlink(in_folder(*name));
    cr_expect_eq(rmdir(folder), 0);
}
