/* laut audit: findings, Markdown, suppressions, project files, baselines, reports. */
#define _XOPEN_SOURCE 700
#include <criterion/criterion.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "audit/baseline.h"
#include "audit/manuscript.h"
#include "audit/project.h"
#include "laut.h"

static laut_engine *open_engine(const char *house)
{
    laut_engine *engine;
    laut_errors errors;
    cr_assert_eq(laut_engine_open_house(&engine, NULL, house, &errors), 0, "%s:%u: %s", errors.list[0].file,
                 errors.list[0].line, errors.list[0].message);
    return engine;
}

static laut_report *audit(const laut_engine *engine, const char *text, const laut_audit_options *how)
{
    laut_report *report;
    laut_error error;
    cr_assert_eq(laut_audit(engine, text, strlen(text), how, &report, &error), 0, "%s", error.message);
    return report;
}

/* The codes in their order, separated by blanks. */
static const char *codes(const laut_report *report)
{
    static char out[4096];
    size_t count, n = 0;
    const laut_finding *f = laut_findings(report, &count);
    out[0] = '\0';
    for (size_t i = 0; i < count; i++)
        n += (size_t)snprintf(out + n, sizeof out - n, "%s%s", i ? " " : "", f[i].code);
    return out;
}

static void expect(const char *text, const laut_audit_options *how, const char *expected)
{
    laut_engine *engine = open_engine(NULL);
    laut_report *report = audit(engine, text, how);
    cr_expect_str_eq(codes(report), expected, "%s", text);
    laut_report_free(report);
    laut_engine_free(engine);
}

#define FEW .select = (const char *const[]){"unnamed-source", "loaded-cue"}, .select_count = 2
#define TWO "Insider sagten, das Geld sei weg. Otto Grothe behauptete, er wisse nichts."

/* ---------------------------------------------------------------- what is wanted */

Test(audit, select_and_ignore)
{
    expect(TWO, &(laut_audit_options){FEW}, "unnamed-source loaded-cue");
    expect(TWO, &(laut_audit_options){.select = (const char *const[]){"loaded-cue"}, .select_count = 1}, "loaded-cue");
    expect(TWO, &(laut_audit_options){FEW, .ignore = (const char *const[]){"loaded-cue"}, .ignore_count = 1}, "unnamed-source");
}

Test(audit, limits_and_known_names)
{
    const char *one = "long-quotation";
    const char *text = "„Wir haben in den letzten Wochen viel geprüft“, sagte Ada Brandt.";
    laut_finding_limit five = {one, 5};
    laut_audit_options how = {.select = &one, .select_count = 1};
    expect(text, &how, "");
    how.limits = &five;
    how.limit_count = 1;
    expect(text, &how, "long-quotation");
    const char *introduced = "speaker-not-introduced", *name = "Kleinschmidt";
    how = (laut_audit_options){.select = &introduced, .select_count = 1};
    expect("Kleinschmidt sagte, der Damm sei alt.", &how, "speaker-not-introduced");
    how.known = &name;
    how.known_count = 1;
    expect("Kleinschmidt sagte, der Damm sei alt.", &how, "");
}

Test(audit, empty_drafts)
{
    laut_audit_options markdown = {.markdown = 1};
    expect("", NULL, "");
    expect("", &markdown, "");
    expect("\n\n  \n", &markdown, "");
    expect("```\nInsider sagten, das Geld sei weg.\n```\n", &markdown, "");
    expect("---\ntitle: x\n---\n", &markdown, "");
}

Test(audit, not_utf8)
{
    laut_engine *engine = open_engine(NULL);
    laut_report *report;
    laut_error error;
    laut_audit_options markdown = {.markdown = 1};
    cr_expect_eq(laut_audit(engine, "ab\xff", 3, &markdown, &report, &error), -1);
    cr_expect_null(report);
    cr_expect_eq(error.code, LAUT_ERROR_INPUT);
    cr_expect_eq(error.offset, 2);
    laut_engine_free(engine);
}

/* One cause, one finding: that nobody is named for the number, too, needs no second word. */
Test(audit, one_cause_one_finding)
{
    static const char *const both[] = {"unanchored-subjunctive", "unsourced-figure"};
    const char *text = "Am Montag regnete es. Es fehle an 300 Booten. Am Abend schien die Sonne.";
    expect(text, &(laut_audit_options){.select = both, .select_count = 2}, "unanchored-subjunctive");
    expect(text, &(laut_audit_options){.select = both + 1, .select_count = 1}, "unsourced-figure");
}

/* ---------------------------------------------------------------- Markdown */

/* What is prose of a draft, and where its words stand in it. */
typedef struct { char draft[400], prose[200], words[60]; } markdown_case;

static const markdown_case markdown[] = {
    {"# Kopf\n\nDer **Damm** ist _alt_.\n", "Kopf\n\nDer Damm ist alt.", "Damm"},
    {"Der [Damm](https://x.de/a_b) ist alt.", "Der Damm ist alt.", "Damm"},
    {"Der `sudo` Damm ![Bild](b.png) ist alt.", "Der  Damm  ist alt.", "Damm"},
    {"---\ntitle: x\n---\nDer Damm.", "Der Damm.", "Damm"},
    {"+++\ntitle = \"x\"\n+++\nDer Damm.", "Der Damm.", "Damm"},
    {"\xEF\xBB\xBF---\ntitle: x\n---\nDer Damm.", "Der Damm.", "Damm"},
    {"> Ein Zitat.\n\nDer Damm.", "Der Damm.", "Damm"},
    {"| a | b |\n|---|---|\n| c | d |\n\nDer Damm.", "Der Damm.", "Damm"},
    {"    code\n\nDer Damm.", "Der Damm.", "Damm"},
    {"- Der Damm.\n- Das Dorf.\n", "Der Damm.\n\nDas Dorf.", "Dorf"},
    {"Der\nDamm.\n", "Der Damm.", "Damm"},
    {"Der Damm[^1] ist alt.\n\n[^1]: Laut Karte.", "Der Damm ist alt.\n\n Laut Karte.", "Karte"},
    {"Der ~~Fluss~~ Damm.", "Der  Damm.", "Damm"},
    {"Der &bdquo;Damm&ldquo; &uuml;ber", "Der „Damm“ über", "Damm"},
    {"„Wir haben [die Firma] gewarnt“", "„Wir haben [die Firma] gewarnt“", "Firma"},
    {"<div>\nhtml\n</div>\n\nDer Damm.", "Der Damm.", "Damm"},
    {"Titel\n=====\n\nDer Damm.", "Titel\n\nDer Damm.", "Damm"},
    {"Der \\*Damm\\*.", "Der *Damm*.", "Damm"},
    {"Kein Ende --- mitten drin.", "Kein Ende --- mitten drin.", "Ende"},
};

Test(audit, markdown)
{
    for (size_t i = 0; i < sizeof markdown / sizeof *markdown; i++) {
        const markdown_case *c = &markdown[i];
        lt_arena arena = {0};
        lt_manuscript m;
        cr_assert_eq(lt_manuscript_read(&m, &arena, c->draft, strlen(c->draft), true), 0);
        cr_expect(m.size == strlen(c->prose) && memcmp(m.plain, c->prose, m.size) == 0, "%s\n-> %.*s\n not %s", c->draft,
                  (int)m.size, m.plain, c->prose);
        const char *plain = strstr(c->prose, c->words), *draft = strstr(c->draft, c->words);
        uint32_t at = (uint32_t)(plain - c->prose), n = (uint32_t)strlen(c->words);
        if (m.size == strlen(c->prose)) {
            laut_span s = lt_manuscript_span(&m, (laut_span){at, at + n});
            cr_expect(s.begin == (uint32_t)(draft - c->draft) && s.end == s.begin + n, "%s: [%u, %u)", c->draft, s.begin, s.end);
        }
        lt_arena_free(&arena);
    }
}

Test(audit, places_are_those_of_the_draft)
{
    laut_engine *engine = open_engine(NULL);
    const char *text = "---\ntitle: Ü\n---\n\n# Damm\n\nDas Geld **ist** weg. *Insider* sagten, [das Geld](x) sei weg.\n";
    laut_report *report = audit(engine, text, &(laut_audit_options){.markdown = 1, FEW});
    size_t count;
    const laut_finding *f = laut_findings(report, &count);
    cr_assert_eq(count, 1);
    cr_expect_eq(f[0].span.begin, strstr(text, "Insider") - text);
    cr_expect_eq(f[0].span.end - f[0].span.begin, strlen("Insider"));
    uint32_t line, column;
    laut_position(laut_report_draft(report), f[0].span.begin, &line, &column);
    cr_expect_eq(line, 7);
    cr_expect_eq(column, 24);
    laut_report_free(report);
    laut_engine_free(engine);
}

Test(audit, suppressions)
{
    laut_audit_options how = {.markdown = 1, FEW};
    expect(TWO "\n", &how, "unnamed-source loaded-cue");
    expect("<!-- laut: ignore unnamed-source -->\n" TWO "\n", &how, "loaded-cue");
    expect("<!-- laut: ignore unnamed-source -->\n\n" TWO "\n", &how, "loaded-cue");
    expect("<!-- laut: ignore unnamed-source, loaded-cue -->\n\n" TWO "\n", &how, "");
    expect(TWO " <!-- laut: ignore loaded-cue -->\n", &how, "unnamed-source");
    /* of the next paragraph only */
    expect("<!-- laut: ignore unnamed-source -->\n\nDer Damm ist alt.\n\n" TWO "\n", &how, "unnamed-source loaded-cue");
    expect("<!-- laut: ignore-file unnamed-source -->\n\nDer Damm ist alt.\n\n" TWO "\n", &how, "loaded-cue");
    /* another code, another comment, code */
    expect("<!-- laut: ignore long-quotation -->\n" TWO "\n", &how, "unnamed-source loaded-cue");
    expect("<!-- ignore unnamed-source -->\n" TWO "\n", &how, "unnamed-source loaded-cue");
    expect("`<!-- laut: ignore unnamed-source -->` " TWO "\n", &how, "unnamed-source loaded-cue");
}

/* ---------------------------------------------------------------- sourcing */

Test(audit, sourcing)
{
    laut_engine *engine = open_engine(NULL);
    laut_report *report = audit(engine, "Die Werft baut an. Bürgermeisterin Ada Brandt warf Otto Grothe Betrug vor. Grothe äußerte sich nicht. "
                                        "„Das Geld ist weg“, sagte Brandt. Insider sagten, es fehle viel.", NULL);
    const laut_sourcing *s = laut_report_sourcing(report);
    cr_expect_eq(s->sentences, 5);
    cr_expect_eq(s->claims, 3);
    cr_expect_eq(s->direct, 1);
    cr_expect_eq(s->named, 1);
    cr_expect_eq(s->unnamed, 1);
    cr_expect_eq(s->accused, 1);
    cr_expect_eq(s->replies, 1);
    cr_expect_eq(s->party_count, 2);
    cr_expect_str_eq(s->parties[0].name, "Ada Brandt");
    cr_expect_eq(s->parties[0].claims, 2);
    laut_report_free(report);
    laut_engine_free(engine);
}

/* ---------------------------------------------------------------- baselines */

Test(audit, baseline_knows_moved_lines)
{
    laut_engine *engine = open_engine(NULL);
    laut_audit_options how = {FEW};
    lt_baseline *b = lt_baseline_new();
    laut_report *report = audit(engine, TWO, &how);
    cr_assert_eq(lt_baseline_add(b, "a.md", report), 0);
    laut_report_free(report);
    char path[] = "/tmp/laut-baseline-XXXXXX";
    FILE *stream = fdopen(mkstemp(path), "wb");
    cr_assert_eq(lt_baseline_write(b, stream), 0);
    fclose(stream);
    lt_baseline_free(b);
    laut_error error;
    cr_assert((b = lt_baseline_read(path, &error)) != NULL, "%s", error.message);
    unlink(path);
    report = audit(engine, "Der Damm ist alt.\n\nEs regnet.\n\n" TWO, &how);
    cr_assert_eq(lt_baseline_apply(b, "a.md", report), 0);
    cr_expect_str_eq(codes(report), "");
    laut_report_free(report);
    /* one more of the same words is new */
    report = audit(engine, TWO " Am Abend sagte Jan Wolf, Ada Brandt gehe. Eingeweihte sagten, sie bleibe.", &how);
    lt_baseline_apply(b, "a.md", report);
    cr_expect_str_eq(codes(report), "unnamed-source");
    laut_report_free(report);
    report = audit(engine, TWO, &how);
    lt_baseline_apply(b, "b.md", report);
    cr_expect_str_eq(codes(report), "unnamed-source loaded-cue");
    laut_report_free(report);
    lt_baseline_free(b);
    laut_engine_free(engine);
}

static void write_file(const char *path, const char *text)
{
    FILE *stream = fopen(path, "wb");
    fputs(text, stream);
    fclose(stream);
}

static const struct { char text[80], message[120]; } broken_baselines[] = {
    {"{", "not JSON"},
    {"{}", "not a baseline of this version"},
    {"{\"baseline\": 2, \"drafts\": {}}", "not a baseline of this version"},
    {"{\"baseline\": 1}", "expected an object \"drafts\""},
    {"{\"baseline\": 1, \"drafts\": {\"a\": 1}}", "expected an array"},
    {"{\"baseline\": 1, \"drafts\": {\"a\": [{\"fingerprint\": \"xyz\"}]}}", "hexadecimal"},
};

Test(audit, broken_baselines)
{
    for (size_t i = 0; i < sizeof broken_baselines / sizeof *broken_baselines; i++) {
        char path[] = "/tmp/laut-baseline-XXXXXX";
        close(mkstemp(path));
        write_file(path, broken_baselines[i].text);
        laut_error error;
        cr_expect_null(lt_baseline_read(path, &error));
        cr_expect(strstr(error.message, broken_baselines[i].message), "%s: %s", broken_baselines[i].text, error.message);
        unlink(path);
    }
    laut_error error;
    cr_expect_null(lt_baseline_read("/nonexistent/b.json", &error));
    cr_expect_eq(error.code, LAUT_ERROR_FILE);
}

/* ---------------------------------------------------------------- project files */

static const struct { char text[120], message[100]; unsigned line, column; } broken_projects[] = {
    {"langauge = \"de\"\n", "unknown key `langauge`", 1, 1},
    {"language = \"fr\"\n", "expected \"de\" or \"en\"", 1, 12},
    {"language = de\n", "expected a string", 1, 12},
    {"\nfail-on = \"all\"\n", "expected \"error\", \"warning\" or \"never\"", 2, 11},
    {"ignore = \"x\"\n", "expected an array of strings", 1, 10},
    {"ignore = [\"x\"\n", "the array has no end", 1, 10},
    {"ignore = [\"x\" \"y\"]\n", "expected `,` or `]`", 1, 15},
    {"house = \"x\n", "the string does not end on this line", 1, 9},
    {"house = \"\\q\"\n", "expected one of", 1, 10},
    {"[sources]\n", "unknown table [sources]", 1, 1},
    {"[limits\n", "expected `]`", 1, 8},
    {"[limits]\nlong-quotation = \"x\"\n", "expected a whole number", 2, 18},
    {"language \"de\"\n", "expected `=`", 1, 10},
    {"language = \"de\" x\n", "expected the end of the line", 1, 17},
    {"= 3\n", "expected a key", 1, 1},
    {"house = \"\xff\"\n", "not UTF-8", 1, 10},
};

Test(audit, broken_projects)
{
    for (size_t i = 0; i < sizeof broken_projects / sizeof *broken_projects; i++) {
        char path[] = "/tmp/laut-project-XXXXXX";
        close(mkstemp(path));
        write_file(path, broken_projects[i].text);
        lt_project p;
        laut_errors errors;
        cr_expect_eq(lt_project_read(&p, path, &errors), -1, "%s", broken_projects[i].text);
        cr_assert_geq(errors.count, 1);
        const laut_error *e = &errors.list[0];
        cr_expect(strstr(e->message, broken_projects[i].message), "%s: %s", broken_projects[i].text, e->message);
        cr_expect(e->line == broken_projects[i].line && e->column == broken_projects[i].column, "%s: %u:%u", broken_projects[i].text,
                  e->line, e->column);
        lt_project_free(&p);
        unlink(path);
    }
}

Test(audit, project)
{
    char folder[] = "/tmp/laut-project-XXXXXX", path[64], below[64];
    cr_assert(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/.laut.toml", folder);
    snprintf(below, sizeof below, "%s/draft.md", folder);
    write_file(path, "# of the house\nlanguage = 'en'\nfail-on = \"error\"   # mild\nignore = [\n  \"long-quotation\", # both\n  \"loaded-cue\",\n]\n"
                     "known = [\"Kleinschmidt\"]\nhouse = \"rules\"\n\"baseline\" = \"/tmp/b.json\"\n\n[limits]\none-source-story = 6\n");
    write_file(below, "x");
    lt_arena arena = {0};
    const char *found = lt_project_find(&arena, below);
    cr_assert(found);
    cr_expect(strstr(found, path));
    lt_project p;
    laut_errors errors;
    cr_assert_eq(lt_project_read(&p, found, &errors), 0, "%s", errors.list[0].message);
    cr_expect(p.has_language && p.language == LAUT_ENGLISH && p.has_fail_on && p.fail_on == LT_FAIL_ERROR);
    cr_expect_eq(p.ignore.count, 2);
    cr_expect_str_eq(p.ignore.at[1], "loaded-cue");
    cr_expect_str_eq(p.known.at[0], "Kleinschmidt");
    char house[80];
    snprintf(house, sizeof house, "%s/rules", folder);
    cr_expect(strstr(p.house, house), "%s", p.house);
    cr_expect_str_eq(p.baseline, "/tmp/b.json");
    cr_expect_eq(p.limits.count, 1);
    cr_expect_eq(p.limits.at[0].limit, 6);
    lt_project_free(&p);
    lt_arena_free(&arena);
    unlink(path);
    unlink(below);
    rmdir(folder);
}

/* ---------------------------------------------------------------- findings of the house */

#define HOUSE "finding our-word note\n  match t:\"Moin\"\n  at t\n  de „{t}“ schreiben wir nicht.\n  en We do not write “{t}”.\n" \
              "  example {at:Moin} sagte Ada Brandt.\n  not Hallo sagte Ada Brandt.\nend\n"

static int open_house(const char *text, laut_engine **engine, laut_errors *errors)
{
    char folder[] = "/tmp/laut-house-XXXXXX", path[64];
    cr_assert(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/our.laut", folder);
    write_file(path, text);
    int result = laut_engine_open_house(engine, NULL, folder, errors);
    unlink(path);
    rmdir(folder);
    return result;
}

Test(audit, findings_of_the_house)
{
    laut_engine *engine;
    laut_errors errors;
    cr_assert_eq(open_house(HOUSE, &engine, &errors), 0, "%s", errors.list[0].message);
    const char *code = "our-word";
    laut_audit_options how = {.select = &code, .select_count = 1, .language = LAUT_ENGLISH};
    laut_report *report = audit(engine, "Es regnet. Moin!", &how);
    size_t count;
    const laut_finding *f = laut_findings(report, &count);
    cr_assert_eq(count, 1);
    cr_expect_str_eq(f[0].message, "We do not write “Moin”.");
    cr_expect_eq(f[0].severity, LAUT_SEVERITY_NOTE);
    laut_report_free(report);
    laut_engine_free(engine);
}

static const struct { char text[200], message[120]; unsigned line, column; } broken_findings[] = {
    {"finding x loud\nend\n", "`loud` is no severity", 1, 11},
    {"finding\nend\n", "a finding without a code", 1, 1},
    {"finding x note\n  de a\nend\n", "`de` before `each` or `match`", 2, 3},
    {"finding x note\n  each c:clam\nend\n", "expected claim, party, document", 2, 10},
    {"finding x note\n  each c:claim\n  where c.speakr\nend\n", "did you mean `speaker`?", 3, 11},
    {"finding x note\n  each c:claim\n  de {c.prty}\nend\n", "did you mean `party`?", 3, 9},
    {"finding x note\n  each c:claim\n  de {c.nested}\nend\n", "says nothing in a message", 3, 7},
    {"finding x note\n  each c:claim\n  de a\nend\n", "lacks a message", 1, 1},
    {"finding x note\n  each c:claim\n  de a\n  en b\n", "has no `end`", 1, 1},
    {"finding x note\n  each c:claim\n  at c.hands\nend\n", "expected a unit or a token range behind `at`", 3, 6},
    {"finding x note\n  each c:claim\n  emit indirect content=c\nend\n", "`emit` belongs into a rule", 3, 3},
    {"finding x note\n  each c:claim\n  example {cue:a} b\nend\n", "expected {at:words}", 3, 12},
    {"finding x note\n  each c:claim\n  once week\nend\n", "expected `sentence` or `document`", 3, 8},
    {"finding x note\n  each c:claim\n  each d:claim\nend\n", "one `each` or one `match`", 3, 3},
    {"finding x note\n  match [party]\nend\n", "has no property `party`", 2, 10},
    {"text x\n  de a\nend\n", "a text has `de`, `en` and `end`", 1, 1},
    {"rule x\n  match \"a\"\n  at x\nend\n", "`at` belongs into a finding", 3, 3},
};

Test(audit, broken_findings)
{
    for (size_t i = 0; i < sizeof broken_findings / sizeof *broken_findings; i++) {
        laut_engine *engine;
        laut_errors errors;
        cr_assert_eq(open_house(broken_findings[i].text, &engine, &errors), -1, "%s", broken_findings[i].text);
        const laut_error *e = &errors.list[0];
        cr_expect(strstr(e->message, broken_findings[i].message), "%s: %s", broken_findings[i].text, e->message);
        cr_expect(e->line == broken_findings[i].line && e->column == broken_findings[i].column, "%s: %u:%u", broken_findings[i].text,
                  e->line, e->column);
    }
}

Test(audit, examples_of_findings_are_checked)
{
    static const char wrong[] = "finding our-word note\n  match t:\"Moin\"\n  at t\n  de a\n  en b\n  example {at:Hallo} Moin.\n"
                                "  example Guten Tag.\n  not Moin sagte sie.\nend\n";
    laut_engine *engine;
    laut_errors errors;
    cr_assert_eq(open_house(wrong, &engine, &errors), 0);
    char *text = NULL;
    size_t size;
    laut_check_result result;
    laut_error error;
    FILE *stream = open_memstream(&text, &size);
    cr_assert_eq(laut_check(engine, stream, &result, &error), 0);
    fclose(stream);
    cr_expect_eq(result.failed, 3);
    cr_expect(strstr(text, "our-word: the example is not found as marked"));
    cr_expect(strstr(text, "our-word: the example is not found\n"));
    cr_expect(strstr(text, "our-word: the counter-example is found"));
    free(text);
    laut_engine_free(engine);
}

/* ---------------------------------------------------------------- reports */

static char *write_report(const laut_engine *engine, const laut_report *r, const laut_report_options *o)
{
    static const char *const name = "ein text.md";
    char *text = NULL;
    size_t size;
    FILE *stream = open_memstream(&text, &size);
    cr_assert_eq(laut_write_reports(engine, &r, &name, 1, o, stream), 0);
    fclose(stream);
    return text;
}

Test(audit, text_report)
{
    laut_engine *engine = open_engine(NULL);
    laut_report *report = audit(engine, "Es regnet.\nInsider sagten, das Geld sei weg.", &(laut_audit_options){FEW});
    char *plain = write_report(engine, report, &(laut_report_options){.format = LAUT_REPORT_TEXT});
    cr_expect_eq(strncmp(plain, "ein text.md:2:1: warning: ", 26), 0, "%s", plain);
    cr_expect(strstr(plain, " [unnamed-source]\n"));
    cr_expect_null(strchr(plain, '\033'));
    cr_expect_null(strstr(plain, "^~"));
    char *color = write_report(engine, report, &(laut_report_options){.format = LAUT_REPORT_TEXT, .color = 1});
    cr_expect(strstr(color, "    Insider sagten, das Geld sei weg.\n    \033[1;32m^~~~~~~\033[0m\n"), "%s", color);
    free(plain);
    free(color);
    laut_report_free(report);
    laut_engine_free(engine);
}

/* What the schema of SARIF 2.1.0 requires of the objects that are written, and what code scanning reads. */
Test(audit, sarif)
{
    laut_engine *engine = open_engine(NULL);
    laut_report *report = audit(engine, "\U0001F600 Insider sagten, das Geld sei weg.", &(laut_audit_options){FEW});
    char *text = write_report(engine, report, &(laut_report_options){.format = LAUT_REPORT_SARIF});
    json_t *root = json_loads(text, 0, NULL), *run, *driver, *result, *rule, *region;
    cr_assert(root);
    cr_expect_str_eq(json_string_value(json_object_get(root, "version")), "2.1.0");
    cr_expect(json_is_string(json_object_get(root, "$schema")));
    cr_assert_eq(json_array_size(json_object_get(root, "runs")), 1);
    run = json_array_get(json_object_get(root, "runs"), 0);
    driver = json_object_get(json_object_get(run, "tool"), "driver");
    cr_expect_str_eq(json_string_value(json_object_get(driver, "name")), "laut");
    cr_expect_str_eq(json_string_value(json_object_get(run, "columnKind")), "unicodeCodePoints");
    size_t i;
    json_array_foreach(json_object_get(driver, "rules"), i, rule) {
        cr_expect(json_is_string(json_object_get(rule, "id")));
        cr_expect(json_is_string(json_object_get(json_object_get(rule, "shortDescription"), "text")));
        for (size_t k = 0; k < i; k++)
            cr_expect_str_neq(json_string_value(json_object_get(json_array_get(json_object_get(driver, "rules"), k), "id")),
                              json_string_value(json_object_get(rule, "id")), "rules are unique");
    }
    cr_assert_eq(json_array_size(json_object_get(run, "results")), 1);
    result = json_array_get(json_object_get(run, "results"), 0);
    json_int_t index = json_integer_value(json_object_get(result, "ruleIndex"));
    rule = json_array_get(json_object_get(driver, "rules"), (size_t)index);
    cr_expect_str_eq(json_string_value(json_object_get(rule, "id")), "unnamed-source");
    cr_expect_str_eq(json_string_value(json_object_get(result, "ruleId")), "unnamed-source");
    cr_expect_str_eq(json_string_value(json_object_get(result, "level")), "warning");
    cr_expect(json_is_string(json_object_get(json_object_get(result, "message"), "text")));
    json_t *place = json_object_get(json_array_get(json_object_get(result, "locations"), 0), "physicalLocation");
    cr_expect_str_eq(json_string_value(json_object_get(json_object_get(place, "artifactLocation"), "uri")), "ein%20text.md");
    region = json_object_get(place, "region");
    cr_expect_eq(json_integer_value(json_object_get(region, "startLine")), 1);
    cr_expect_eq(json_integer_value(json_object_get(region, "startColumn")), 3, "the emoji is one code point");
    cr_expect_eq(json_integer_value(json_object_get(region, "endLine")), 1);
    cr_expect_eq(json_integer_value(json_object_get(region, "endColumn")), 10);
    cr_expect(json_is_string(json_object_get(json_object_get(result, "partialFingerprints"), "laut/v1")));
    json_decref(root);
    free(text);
    laut_report_free(report);
    laut_engine_free(engine);
}

Test(audit, sorted_by_place)
{
    laut_engine *engine = open_engine(NULL);
    laut_report *report = audit(engine, TWO " " TWO " „Wir [alle] gehen“, sagte Ada Brandt.", NULL);
    size_t count;
    const laut_finding *f = laut_findings(report, &count);
    cr_assert_geq(count, 3);
    for (size_t i = 1; i < count; i++)
        cr_expect_leq(f[i - 1].span.begin, f[i].span.begin);
    laut_report_free(report);
    laut_engine_free(engine);
}
