/* src/formats/html.c: the report, on documents made by hand and on the corpus. What a browser makes of
 * it is tested in tests/browser/. */
#include <criterion/criterion.h>
#include <glob.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "engine/embedded.h"
#include "formats/formats.h"
#include "formats/fragments.h"
#include "support.h"

static const laut_spans nothing = {0};

/* ---------------------------------------------------------------- to look at a page */

static char *page_with(const laut_document *d, laut_language language, const laut_finding *notes, size_t count)
{
    char *out = NULL;
    size_t size;
    lt_view v;
    FILE *stream = open_memstream(&out, &size);
    cr_assert_eq(lt_view_open(&v, d), 0);
    laut_write_options options = {.unit = LAUT_CODEPOINT, .language = language, .findings = notes, .finding_count = count};
    cr_assert_eq(lt_write_html(&v, &options, stream), 0);
    lt_view_close(&v);
    fclose(stream);
    return out;
}

static char *page(const laut_document *d) { return page_with(d, LAUT_GERMAN, NULL, 0); }

/* What stands between two strings, the first time. */
static char *between(const char *html, const char *begin, const char *end)
{
    const char *from = strstr(html, begin);
    cr_assert(from, "the page lacks: %s", begin);
    from += strlen(begin);
    const char *to = strstr(from, end);
    cr_assert(to, "the page lacks behind %s: %s", begin, end);
    return strndup(from, (size_t)(to - from));
}

static void expect(char *got, const char *wanted)
{
    cr_expect_str_eq(got, wanted, "got:\n%s\nwanted:\n%s", got, wanted);
    free(got);
}

/* How often a string occurs. */
static size_t occurrences(const char *html, const char *what)
{
    size_t n = 0;
    for (const char *p = html; (p = strstr(p, what)); p += strlen(what))
        n++;
    return n;
}

static char entity(const char **p)
{
    static const struct { const char *name; char c; } entities[] = {
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
        if (strncmp(*p, entities[i].name, strlen(entities[i].name)) == 0) {
            *p += strlen(entities[i].name) - 1;
            return entities[i].c;
        }
    cr_expect(false, "a bare & in: %.40s", *p);
    return '&';
}

/* The text of the article, without marks and without blanks. */
static char *plain(const char *html)
{
    char *text = between(html, "<div class=\"text\" lang=\"de\">", "<aside class=\"panel\""), *out = text;
    for (const char *p = text; *p; p++) {
        if (strncmp(p, "<a class=\"key", 13) == 0) {
            p = strstr(p, "</a>") + 3;
        } else if (*p == '<') {
            p = strchr(p, '>');
        } else if (*p == '&') {
            *out++ = entity(&p);
        } else if (!strchr(" \t\r\n", *p)) {
            *out++ = *p;
        }
    }
    *out = '\0';
    return text;
}

static char *without_blanks(const char *text, size_t size)
{
    char *copy = malloc(size + 1), *out = copy;
    for (size_t i = 0; i < size; i++)
        if (!text[i] || !strchr(" \t\r\n", text[i]))
            *out++ = text[i];
    *out = '\0';
    return copy;
}

/* Every tag that opens closes, in order, and no id is there twice. */
static void expect_sound(const char *html, const char *name)
{
    static const char *const void_tags[] = {"meta", "input", "!DOCTYPE"};
    char open[256][16];
    size_t depth = 0;
    for (const char *p = html; (p = strchr(p, '<')); p++) {
        bool closes = p[1] == '/';
        char tag[16] = "";
        sscanf(p + 1 + closes, "%15[!a-zA-Z0-9]", tag);
        cr_assert(tag[0], "%s: a bare < in: %.60s", name, p);
        const char *end = strchr(p, '>');
        cr_assert(end);
        bool empty = end[-1] == '/';
        for (size_t i = 0; i < sizeof void_tags / sizeof *void_tags; i++)
            empty |= strcmp(tag, void_tags[i]) == 0;
        if (closes) {
            cr_assert(depth && strcmp(open[depth - 1], tag) == 0, "%s: </%s> closes <%s>: %.60s", name, tag,
                      depth ? open[depth - 1] : "", p);
            depth--;
        } else if (!empty) {
            cr_assert_lt(depth, 256);
            strcpy(open[depth++], tag);
        }
        p = strcmp(tag, "script") == 0 || strcmp(tag, "style") == 0 ? (closes ? end : strstr(end, "</") - 1) : end;
    }
    cr_expect_eq(depth, 0, "%s: <%s> stays open", name, depth ? open[depth - 1] : "");
    for (const char *p = html; (p = strstr(p, " id=\"")); p += 5) {
        char id[64];
        snprintf(id, sizeof id, "%.*s\"", (int)(strchr(p + 5, '"') - p), p);
        cr_expect_eq(occurrences(html, id), 1, "%s: twice%s", name, id);
    }
}

/* ---------------------------------------------------------------- the text */

Test(report, nested_and_discontinuous_claims)
{
    laut_document *d = make_document("Der Plan, sagte Brandt, sei „mutig“.");
    uint32_t brandt = add_party(d, "Ada Brandt", LAUT_PERSON);
    laut_claim *c = add_claim(d, LAUT_INDIRECT, at_two(d, "Der Plan", "sei „mutig“"));
    c->cue = at(d, "sagte", 1);
    c->frame = at(d, "sagte Brandt", 1);
    add_hand(d, c, brandt, at(d, "Brandt", 1), c->cue);
    c = add_claim(d, LAUT_DIRECT, at(d, "„mutig“", 1));
    c->parent = 0;
    add_hand(d, c, brandt, nothing, nothing);
    finish(d);
    char *html = page(d);
    expect(between(html, "<div class=\"block\"><p>", "</p></div>"),
           "<a class=\"key p1\" id=\"d1-tc1\" href=\"#d1-c1\" data-for=\"c1\" aria-label=\"Aussage A1: indirekte "
           "Rede, Ada Brandt\">A1</a><span class=\"content indirect p1\" data-for=\"c1\">Der Plan</span>, "
           "<span class=\"frame p1\" data-for=\"c1\"><span class=\"cue p1\" data-for=\"c1\">sagte</span> "
           "<span class=\"named p1\" data-for=\"c1\">Brandt</span></span>, "
           "<span class=\"content indirect p1\" data-for=\"c1\" data-piece=\"A1\">sei "
           "<a class=\"key p1\" id=\"d1-tc2\" href=\"#d1-c2\" data-for=\"c2\" aria-label=\"Aussage A2: direkte "
           "Rede, Ada Brandt\">A2</a><span class=\"content direct p1 inner1\" data-for=\"c2\">„mutig“</span>"
           "</span>.");
    expect_sound(html, "nested");
    cr_expect(strstr(html, "Der Plan … sei „mutig“</span></blockquote>"));
    cr_expect(strstr(html, "<dt>steht in</dt><dd><a class=\"letter p1\" href=\"#d1-c1\" data-for=\"c1\">A1</a>"));
    free(html);
    laut_document_free(d);
}

/* A mark that another one ends in is closed with it and goes on behind it, without a key of its own. */
Test(report, crossing_claims)
{
    laut_document *d = make_document("Eins zwei drei vier.");
    add_claim(d, LAUT_DIRECT, at(d, "Eins zwei", 1));
    add_claim(d, LAUT_INDIRECT, at(d, "zwei drei", 1));
    finish(d);
    char *html = page(d);
    cr_expect(strstr(html, "data-for=\"c2\">zwei</span></span><span class=\"content indirect p0\" data-for=\"c2\"> "
                           "drei</span> vier."));
    cr_expect_eq(occurrences(html, "id=\"d1-tc2\""), 1);
    expect_sound(html, "crossing");
    free(html);
    laut_document_free(d);
}

/* Words that name the speaker of several claims are marked once. */
Test(report, words_of_several_claims)
{
    laut_document *d = make_document("Ada sagte ja. Nein. Gut.");
    uint32_t ada = add_party(d, "Ada", LAUT_PERSON);
    static const char *const contents[] = {"ja", "Nein.", "Gut."};
    for (int i = 0; i < 3; i++) {
        laut_claim *c = add_claim(d, LAUT_FREE_INDIRECT, at(d, contents[i], 1));
        add_hand(d, c, ada, at(d, "Ada", 1), nothing);
        if (i == 0)
            c->frame = at(d, "Ada sagte", 1);
    }
    finish(d);
    char *html = page(d);
    cr_expect(strstr(html, "<p><span class=\"frame p1\" data-for=\"c1\"><span class=\"named p1\" "
                           "data-for=\"c1 c2 c3\">Ada</span> sagte</span> "));
    free(html);
    laut_document_free(d);
}

/* A quotation of two paragraphs is marked in both. */
Test(report, claims_over_paragraphs)
{
    laut_document *d = make_document("„Eins.\n\nZwei.“ Drei.");
    add_claim(d, LAUT_DIRECT, at(d, "„Eins.\n\nZwei.“", 1));
    finish(d);
    char *html = page(d);
    cr_expect(strstr(html, "„Eins.</span></p></div>\n<div class=\"block\"><p><span class=\"content direct p0\" "
                           "data-for=\"c1\">Zwei.“</span> Drei."));
    expect_sound(html, "paragraphs");
    free(html);
    laut_document_free(d);
}

static size_t blocks(const char *text, bool heading)
{
    laut_document *d = make_document(text);
    if (heading)
        d->sentences.at[0].heading = true;
    char *html = page(d);
    size_t n = occurrences(html, "<div class=\"block\">");
    cr_expect_eq(occurrences(html, "<div class=\"block\"><h2>"), heading ? 1 : 0, "%s", text);
    free(html);
    laut_document_free(d);
    return n;
}

Test(report, paragraphs)
{
    cr_expect_eq(blocks("", false), 0);
    cr_expect_eq(blocks(" \n\n ", false), 0);
    cr_expect_eq(blocks("Eins. Zwei.", false), 1);
    cr_expect_eq(blocks("\nEins.\r\n\r\n \r\nZwei.\n", false), 2);
    cr_expect_eq(blocks("Eins.\nZwei.\nDrei.", false), 3);
    cr_expect_eq(blocks("Eins ist\nbroken. Zwei.\nDrei.", false), 1);
    cr_expect_eq(blocks("Kopf.\nEins ist\nbroken. Zwei.\nDrei.", true), 2);
    cr_expect_eq(blocks("Eins ist eine lange Zeile, die kein Rand abgeschnitten hat, denn sie ist breiter als "
                        "hundert Zeichen,\nund zwei auch.", false), 2);
}

/* ---------------------------------------------------------------- nothing becomes markup */

#define EVIL "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&amp;<!--"

Test(report, markup_stays_text)
{
    laut_document *d = make_document("Er sagte: " EVIL ". {{#title}} {{id}} ");
    d->id = "</title>" EVIL;
    d->publisher = EVIL;
    uint32_t p = add_party(d, EVIL, LAUT_PERSON);
    d->parties.at[p].role = EVIL;
    laut_claim *c = add_claim(d, LAUT_DIRECT, at(d, EVIL, 1));
    c->rule = EVIL;
    c->cue = c->frame = c->addressee = c->content;
    laut_link *l = add_hand(d, c, p, c->content, c->content);
    l->resolved = LAUT_AMBIGUOUS;
    l->candidates = &p;
    l->candidate_count = 1;
    laut_no_comment *n = lt_push(&d->arena, &d->no_comments);
    *n = (laut_no_comment){.sentence = c->content, .words = c->content, .source = LAUT_NONE, .rule = EVIL};
    finish(d);
    laut_finding note = {.code = EVIL, .severity = LAUT_SEVERITY_ERROR, .span = c->content.at[0], .message = EVIL};
    char *html = page_with(d, LAUT_GERMAN, &note, 1);
    char *body = strstr(html, "</script>\n</head>");
    cr_assert(body);
    cr_expect_eq(occurrences(body + 9, "<script"), 0);
    cr_expect_eq(occurrences(html, "<img"), 0);
    cr_expect_eq(occurrences(html, "<!--"), 0);
    cr_expect_eq(occurrences(html, "</title>"), 1);
    cr_expect_eq(occurrences(html, "'&gt;"), 0, "a quotation mark was left as it is");
    cr_expect(strstr(html, "{{#title}} {{id}}"), "the text was taken for a fragment");
    expect_sound(html, "evil");
    laut_document_free(d);
    free(html);
}

Test(report, control_characters)
{
    const char text[] = "A\0B\033C\x7F" "D\r\nE\tF\xC2\x85G.";
    laut_document *d = calloc(1, sizeof *d);
    laut_error error;
    cr_assert(d && lt_text_stage(d, text, sizeof text - 1, &error) == 0);
    d->id = "a\xFF\xC3";
    char *html = page(d);
    expect(between(html, "<div class=\"block\"><p>", "</p>"), "A\xEF\xBF\xBD" "B\xEF\xBF\xBD" "C\xEF\xBF\xBD" "D");
    cr_expect(strstr(html, "E\tF\xEF\xBF\xBDG.</p>"));
    cr_expect(strstr(html, "<bdi>a\xEF\xBF\xBD\xEF\xBF\xBD</bdi>"));
    cr_expect_null(strchr(html, '\r'));
    free(html);
    laut_document_free(d);
}

/* ---------------------------------------------------------------- parties */

Test(report, parties_by_their_claims)
{
    laut_document *d = make_document("aaaa bbbbbbbb cccc dd.");
    uint32_t one = add_party(d, "Eins", LAUT_PERSON), two = add_party(d, "Zwei", LAUT_MEDIA);
    laut_claim *c = add_claim(d, LAUT_DIRECT, at(d, "aaaa", 1));
    add_hand(d, c, one, nothing, nothing);
    add_hand(d, c, two, nothing, at(d, "dd", 1));
    c->source = 1;
    c = add_claim(d, LAUT_INDIRECT, at(d, "bbbbbbbb cccc", 1));
    add_hand(d, c, two, nothing, nothing);
    c = add_claim(d, LAUT_DIRECT, at(d, "cccc", 1));
    c->parent = 1;
    add_hand(d, c, two, nothing, nothing);
    add_claim(d, LAUT_REPORTED, at(d, "dd", 1));
    finish(d);
    char *html = page(d);
    char *list = between(html, "<ul class=\"parties\">", "</ul>");
    const char *second = strstr(list, "<bdi>Eins</bdi>"), *first = strstr(list, "<bdi>Zwei</bdi>"),
               *nobody = strstr(list, "<bdi>niemand genannt</bdi>");
    cr_assert(first && second && nobody);
    cr_expect(first < second && second < nobody);
    /* of 19 characters: 12, 4 and 2 */
    cr_expect(strstr(first, "<span>2\u00A0Aussagen</span><span>Quelle von\u00A0" "1</span></span></span>"
                            "<span class=\"share\">63\u00A0%</span>"));
    cr_expect(strstr(second, "<span>1\u00A0Aussage</span></span></span><span class=\"share\">21\u00A0%</span>"));
    cr_expect(strstr(nobody, "<span class=\"share\">11\u00A0%</span>"));
    cr_expect(strstr(list, "ohne Zuschreibung</span><span class=\"share\">5\u00A0%</span>"));
    cr_expect(strstr(html, "<rect class=\"p1\" x=\"0\" width=\"632\" height=\"10\"/>"
                           "<rect class=\"p2\" x=\"632\" width=\"210\" height=\"10\"/>"
                           "<rect class=\"p0\" x=\"842\" width=\"105\" height=\"10\"/>"));
    /* filters go by the place in the list; the text itself is 0 */
    cr_expect(strstr(html, "data-for=\"c1\" data-kind=\"direct\" data-speaker=\"2\" data-source=\"1\""));
    cr_expect(strstr(html, "data-for=\"c4\" data-kind=\"reported\" data-speaker=\"0\" data-source=\"0\""));
    free(list);
    free(html);
    laut_document_free(d);
}

/* The thirteenth party has no colour, the 27th has two letters. */
Test(report, many_parties)
{
    static char names[30][16];
    laut_document *d = make_document("Ja.");
    for (int i = 0; i < 30; i++) {
        snprintf(names[i], sizeof names[i], "P%02d", i + 1);
        laut_claim *c = add_claim(d, LAUT_DIRECT, at(d, "Ja", 1));
        add_hand(d, c, add_party(d, names[i], LAUT_PERSON), nothing, nothing);
    }
    finish(d);
    char *html = page(d);
    cr_expect(strstr(html, "<button type=\"button\" class=\"p12\" aria-pressed=\"false\" data-filter=\"speaker\" "
                           "data-value=\"12\"><span class=\"letter\">L</span>"));
    cr_expect(strstr(html, "<button type=\"button\" class=\"p0\" aria-pressed=\"false\" data-filter=\"speaker\" "
                           "data-value=\"13\"><span class=\"letter\">M</span>"));
    cr_expect(strstr(html, "<span class=\"letter\">Z</span>"));
    cr_expect(strstr(html, "<span class=\"letter\">AA</span><span class=\"name\"><bdi>P27</bdi>"));
    cr_expect(strstr(html, ">AD30</a>"));
    free(html);
    laut_document_free(d);
}

/* ---------------------------------------------------------------- cards */

/* Drawn from the reader back to the mouth; a cue that brought both hands is drawn once. */
Test(report, the_chain)
{
    laut_document *d = make_document("Wie die Zeitung berichtete, sagte er nichts.");
    d->publisher = "Abendblatt";
    laut_claim *c = add_claim(d, LAUT_INDIRECT, at(d, "nichts", 1));
    add_hand(d, c, add_party(d, "Ada Brandt", LAUT_PERSON), at(d, "er", 2), at(d, "berichtete", 1));
    add_hand(d, c, add_party(d, "Morgenblatt", LAUT_MEDIA), at(d, "die Zeitung", 1), at(d, "berichtete", 1));
    c->source = 1;
    finish(d);
    char *html = page(d);
    expect(between(html, "<ol class=\"chain\" aria-label=\"Der Weg vom Leser zum Mund\">\n", "</ol>"),
           "<li class=\"reader\"><span class=\"who\">Sie lesen <b><bdi>Abendblatt</bdi></b></span></li>\n"
           "<li class=\"p2\"><span class=\"by\" lang=\"de\">berichtete</span><span class=\"who\"><span "
           "class=\"letter\">B</span> <b><bdi>Morgenblatt</bdi></b> <span class=\"type\">Medium</span> <span "
           "class=\"role\">berichtet es</span></span></li>\n"
           "<li class=\"p1\"><span class=\"by\" lang=\"de\"></span><span class=\"who\"><span "
           "class=\"letter\">A</span> <b><bdi>Ada Brandt</bdi></b> <span class=\"type\">Person</span> <span "
           "class=\"role\">hat es gesagt</span></span></li>\n");
    free(html);
    laut_document_free(d);
}

Test(report, who_is_unclear)
{
    laut_document *d = make_document("Er sagte ja. Sie sagte nein. Schweigen.");
    uint32_t a = add_party(d, "Otto Grothe", LAUT_PERSON), b = add_party(d, "Malte Hansen", LAUT_PERSON);
    uint32_t either[] = {a, b};
    laut_claim *c = add_claim(d, LAUT_INDIRECT, at(d, "ja", 1));
    laut_link *l = add_hand(d, c, a, at(d, "Er", 1), nothing);
    l->resolved = LAUT_AMBIGUOUS;
    l->candidates = either;
    l->candidate_count = 2;
    c = add_claim(d, LAUT_INDIRECT, at(d, "nein", 1));
    add_hand(d, c, LAUT_NONE, at(d, "Sie", 1), nothing)->resolved = LAUT_UNRESOLVED;
    laut_no_comment *n = lt_push(&d->arena, &d->no_comments);
    *n = (laut_no_comment){.sentence = at(d, "Schweigen.", 1), .source = LAUT_NONE, .rule = "silence"};
    finish(d);
    char *html = page(d);
    cr_expect(strstr(html, ">A?1</a>"));
    cr_expect(strstr(html, "<dt>möglich</dt><dd>Otto Grothe&#32;<i>oder</i>&#32;Malte Hansen</dd>"));
    cr_expect(strstr(html, ">?2</a>"));
    cr_expect(strstr(html, "<h3><span class=\"letter\">?2</span> <bdi>Sie</bdi></h3>"));
    cr_expect(strstr(html, "id=\"d1-tn1\" href=\"#d1-n1\" data-for=\"n1\" aria-label=\"?∅: kein Kommentar\">?∅</a>"
                           "<span class=\"silence p0\" data-for=\"n1\">Schweigen.</span>"));
    cr_expect(strstr(html, "<h3><span class=\"letter\">?∅</span> <bdi>niemand genannt</bdi></h3>"));
    cr_expect_lt(strstr(html, "id=\"d1-c2\""), strstr(html, "id=\"d1-n1\""));
    expect_sound(html, "unclear");
    free(html);
    laut_document_free(d);
}

/* ---------------------------------------------------------------- notes */

Test(report, notes_in_the_margin)
{
    laut_document *d = make_document("Eins zwei.\n\nDrei vier.\n");
    laut_truncation *t = lt_push(&d->arena, &d->truncations);
    *t = (laut_truncation){LAUT_LIMIT_WORD, at(d, "vier", 1).at[0]};
    const laut_finding notes[] = {
        {"late", LAUT_SEVERITY_ERROR, at(d, "Drei", 1).at[0], "Spät.", 0, 0},
        {"early", LAUT_SEVERITY_WARNING, at(d, "zwei", 1).at[0], "Früh.", 0, 0},
        {"whole", LAUT_SEVERITY_NOTE, {0, 0}, "Alles.", 0, 0},
        {"end", LAUT_SEVERITY_NOTE, {22, 23}, "Ende.", 0, 0},
    };
    char *html = page_with(d, LAUT_GERMAN, notes, 4);
    cr_expect(strstr(html, "<article class=\"document noted\""));
    cr_expect(strstr(html, "<span>5\u00A0Hinweise</span>"));
    cr_expect(strstr(html, "<code>end</code>"), "a note behind the last word is lost");
    expect(between(html, "<div class=\"notes whole\">", "</div>"),
           "<aside class=\"note info\" id=\"d1-m1\" data-for=\"m1\" role=\"note\" aria-label=\"Hinweis 1\"><p><a "
           "class=\"flag\" href=\"#d1-tm1\">!1</a> <b>Hinweis</b> </p><p>Alles.</p><p><code>whole</code></p></aside>");
    expect(between(html, "<div class=\"text\" lang=\"de\">\n", "</div><p>"),
           "<div class=\"block\"><div class=\"notes\"><aside class=\"note warning\" id=\"d1-m2\" data-for=\"m2\" "
           "role=\"note\" aria-label=\"Warnung 2\"><p><a class=\"flag\" href=\"#d1-tm2\">!2</a> <b>Warnung</b> <span "
           "class=\"line\">Zeile 1</span></p><p>Früh.</p><p><code>early</code></p></aside>");
    cr_expect(strstr(html, "Eins <a class=\"key flag warning\" id=\"d1-tm2\" href=\"#d1-m2\" data-for=\"m2\" "
                           "aria-label=\"Warnung 2\">!2</a><span class=\"flaw warning\" data-for=\"m2\">zwei</span>."));
    cr_expect(strstr(html, "<span class=\"flaw error\" data-for=\"m3\">Drei</span>"));
    cr_expect(strstr(html, "<code>word</code>"), "a limit that was reached is no note");
    expect_sound(html, "notes");
    free(html);
    laut_document_free(d);
}

/* ---------------------------------------------------------------- what the page says */

static bool is_said(const lt_html *h, const char *key)
{
    for (uint32_t row = 0; row < h->messages->row_count; row++)
        if (strcmp(lt_cell(h->messages, row, "key"), key) == 0)
            return true;
    return false;
}

Test(report, every_message_is_there)
{
    lt_html h;
    cr_assert_eq(lt_html_open(&h, "page.html", "de/report.tsv", LAUT_ENGLISH, stdout), 0);
    for (uint32_t row = 0; row < h.messages->row_count; row++) {
        const char *key = lt_cell(h.messages, row, "key");
        cr_expect(*lt_cell(h.messages, row, "de") && *lt_cell(h.messages, row, "en"), "%s", key);
        for (uint32_t other = 0; other < row; other++)
            cr_expect_str_neq(key, lt_cell(h.messages, other, "key"));
    }
    for (size_t i = 0; i < lt_report_count; i++)
        for (const char *p = lt_report[i].text; strcmp(lt_report[i].path, "page.html") == 0 && (p = strstr(p, "{{#")); p++) {
            char key[64];
            snprintf(key, sizeof key, "%.*s", (int)(strstr(p, "}}") - p - 3), p + 3);
            cr_expect(is_said(&h, key), "%s has no message", key);
        }
    char key[64];
#define EXPECT_NAMES(group, name, last)                                                          \
    for (int i = 0; i <= (int)(last); i++) {                                                     \
        snprintf(key, sizeof key, group ".%s", name(i));                                         \
        cr_expect(is_said(&h, key), "%s has no message", key);                                   \
    }
    EXPECT_NAMES("kind", laut_kind_name, LAUT_FREE_INDIRECT)
    EXPECT_NAMES("act", laut_act_name, LAUT_ASSESSMENT)
    EXPECT_NAMES("medium", laut_medium_name, LAUT_MEDIUM_UNKNOWN)
    EXPECT_NAMES("type", laut_party_type_name, LAUT_UNNAMED)
    EXPECT_NAMES("resolved", laut_resolved_name, LAUT_UNRESOLVED)
    EXPECT_NAMES("limit", laut_limit_name, LAUT_LIMIT_STEPS)
    lt_html_close(&h);
}

Test(report, in_english)
{
    laut_document *d = make_document("Ja.");
    laut_claim *c = add_claim(d, LAUT_DIRECT, at(d, "Ja", 1));
    add_hand(d, c, add_party(d, "Ada Brandt", LAUT_PERSON), nothing, nothing);
    finish(d);
    char *html = page_with(d, LAUT_ENGLISH, NULL, 0);
    cr_expect(strstr(html, "<html lang=\"en\">"));
    cr_expect(strstr(html, "<span>1\u00A0claim</span>"));
    cr_expect(strstr(html, "Made by laut."));
    cr_expect(strstr(html, "100%"));
    cr_expect_null(strstr(html, "Aussage"));
    free(html);
    laut_document_free(d);
}

/* ---------------------------------------------------------------- whole articles, whole runs */

Test(report, the_corpus, .timeout = 300)
{
    laut_engine *engine;
    cr_assert_eq(laut_engine_open(&engine, NULL, NULL), 0);
    glob_t files;
    cr_assert_eq(glob("corpus/*.jsonl", 0, NULL, &files), 0);
    char *out = NULL;
    size_t size, claims = 0;
    FILE *stream = open_memstream(&out, &size);
    laut_write_options options = {.unit = LAUT_CODEPOINT};
    cr_expect_eq(laut_write_begin(LAUT_FORMAT_HTML, &options, stream), 0);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        json_t *article = json_load_file(files.gl_pathv[i], JSON_DISABLE_EOF_CHECK, NULL);
        const char *text = json_string_value(json_object_get(article, "text"));
        laut_document *d;
        cr_assert(text && laut_analyze(engine, text, strlen(text), NULL, &d, NULL) == 0);
        char *html = page(d), *got = plain(html), *wanted = without_blanks(text, strlen(text));
        cr_expect_str_eq(got, wanted, "%s:\n%s\nwanted:\n%s", files.gl_pathv[i], got, wanted);
        size_t count, silences;
        laut_claims(d, &count);
        laut_no_comments(d, &silences);
        cr_expect_eq(occurrences(html, "<li class=\"card "), count + silences);
        cr_expect_eq(occurrences(html, "<a class=\"key "), count + silences, "%s", files.gl_pathv[i]);
        claims += count;
        options.part = i + 1;
        cr_expect_eq(laut_write(d, LAUT_FORMAT_HTML, &options, stream), 0);
        if (i % 8 == 0)
            expect_sound(html, files.gl_pathv[i]);
        free(html);
        free(got);
        free(wanted);
        laut_document_free(d);
        json_decref(article);
    }
    cr_expect_eq(laut_write_end(LAUT_FORMAT_HTML, &options, stream), 0);
    fclose(stream);
    cr_expect_eq(occurrences(out, "<article "), files.gl_pathc);
    cr_expect_eq(occurrences(out, "data-kind=\"") - occurrences(out, "data-kind=\"silence\""), claims);
    cr_expect_eq(occurrences(out, "<html"), 1);
    cr_expect(strstr(out, "id=\"d78-c1\""));
    free(out);
    globfree(&files);
    laut_engine_free(engine);
}
