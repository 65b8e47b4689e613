/* The readable text of a page of HTML.
 *
 *     bytes ──> UTF-8 (charset.c) ──> libxml2's parser ──> what is not read is left out ──> paragraphs
 *
 * Paragraphs, headings, list items and cells are set apart by empty lines, <br> is a line break, other
 * white space a blank. Left out are scripts, styles, navigation, the header and footer of the page (not
 * the header of an article, which has its headline), asides, the controls of forms, embedded things, and
 * what is hidden. <q> and <blockquote> get quotation marks, those inside others the inner kind, unless
 * the page has its own; who is named behind a quotation in a <footer> or <cite> stands behind the mark. */
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unicode/ucnv.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "document.h"
#include "formats/flow.h"
#include "input/charset.h"

enum { MAX_DEPTH = 4096 }; /* elements inside each other; pages have some dozens */

typedef enum { INLINE, BLOCK, HEADER, LINE_BREAK, QUOTE, BLOCK_QUOTE, CITE, FOOTER, ARTICLE, PRE, FORM, LEFT_OUT } role;

static const struct {
    const char *name;
    role role;
} elements[] = { /* by name */
    {"address", BLOCK}, {"applet", LEFT_OUT}, {"article", ARTICLE}, {"aside", LEFT_OUT}, {"audio", LEFT_OUT},
    {"blockquote", BLOCK_QUOTE}, {"body", BLOCK}, {"br", LINE_BREAK}, {"button", LEFT_OUT}, {"canvas", LEFT_OUT},
    {"caption", BLOCK}, {"center", BLOCK}, {"cite", CITE}, {"datalist", LEFT_OUT}, {"dd", BLOCK},
    {"details", BLOCK}, {"dialog", LEFT_OUT}, {"dir", BLOCK}, {"div", BLOCK}, {"dl", BLOCK}, {"dt", BLOCK},
    {"embed", LEFT_OUT}, {"fieldset", FORM}, {"figcaption", BLOCK}, {"figure", BLOCK}, {"footer", FOOTER},
    {"form", FORM}, {"h1", BLOCK}, {"h2", BLOCK}, {"h3", BLOCK}, {"h4", BLOCK}, {"h5", BLOCK}, {"h6", BLOCK},
    {"head", LEFT_OUT}, {"header", HEADER}, {"hgroup", BLOCK}, {"hr", BLOCK}, {"html", BLOCK},
    {"iframe", LEFT_OUT}, {"input", LEFT_OUT}, {"label", LEFT_OUT}, {"legend", LEFT_OUT}, {"li", BLOCK},
    {"main", ARTICLE}, {"map", LEFT_OUT}, {"math", LEFT_OUT}, {"menu", BLOCK}, {"meter", LEFT_OUT},
    {"nav", LEFT_OUT}, {"noembed", LEFT_OUT}, {"noframes", LEFT_OUT}, {"noscript", LEFT_OUT},
    {"object", LEFT_OUT}, {"ol", BLOCK}, {"optgroup", LEFT_OUT}, {"option", LEFT_OUT}, {"output", LEFT_OUT},
    {"p", BLOCK}, {"pre", PRE}, {"progress", LEFT_OUT}, {"q", QUOTE}, {"script", LEFT_OUT},
    {"section", BLOCK}, {"select", LEFT_OUT}, {"style", LEFT_OUT}, {"summary", BLOCK}, {"svg", LEFT_OUT},
    {"table", BLOCK}, {"tbody", BLOCK}, {"td", BLOCK}, {"template", LEFT_OUT}, {"textarea", LEFT_OUT},
    {"tfoot", BLOCK}, {"th", BLOCK}, {"thead", BLOCK}, {"title", LEFT_OUT}, {"tr", BLOCK}, {"ul", BLOCK},
    {"video", LEFT_OUT},
};

/* What is due before the next character; the greater goes before the smaller. */
typedef enum { NOTHING, BLANK, LINE, PARAGRAPH } gap;

typedef struct {
    role role;
    bool hides; /* nothing in it is read */
} element;

typedef struct {
    bool begun;     /* has a character */
    bool marked;    /* its opening mark is there */
    bool ended;     /* its closing mark is there, or it has none */
    bool own_marks; /* begins with a mark of the page, so that ours may not be needed */
    bool block;
    size_t at;      /* where it begins in the text */
} quotation;

typedef struct {
    lt_flow text;
    gap due;
    size_t hidden, articles, pre; /* open elements of that sort */
    bool keep_forms;              /* and headers: a page that is a form as a whole */
    element open[MAX_DEPTH];
    size_t depth;
    lt_flow quotations; /* quotation[] */
    bool no_memory, too_deep;
    htmlParserCtxtPtr parser;
    jmp_buf stop;
    const xmlChar *error_at; /* of the last error, and how many there were in a row */
    unsigned errors_there;
} page;

/* Nothing that comes is of use any more. */
static bool over(const page *p) { return p->too_deep || p->no_memory || p->text.failed || p->quotations.failed; }

/* ---------------------------------------------------------------- quotations */

static quotation *quotations(page *p, size_t *count)
{
    *count = p->quotations.size / sizeof(quotation);
    return (quotation *)(void *)p->quotations.at;
}

/* How many are open around the one at `index`. */
static size_t level(page *p, size_t index)
{
    size_t count, n = 0;
    quotation *q = quotations(p, &count);
    for (size_t i = 0; i < index; i++)
        n += !q[i].ended && q[i].begun;
    return n;
}

static const char *mark(size_t around, bool opening)
{
    static const char *const marks[2][2] = {{"“", "„"}, {"‘", "‚"}};
    return marks[around % 2][opening];
}

static void insert(lt_flow *f, size_t at, const char *text)
{
    size_t size = strlen(text), rest = f->size - at;
    lt_flow_text(f, text);
    if (f->failed)
        return;
    memmove(f->at + at + size, f->at + at, rest);
    memcpy(f->at + at, text, size);
}

static bool quotation_mark(UChar32 c) { return u_hasBinaryProperty(c, UCHAR_QUOTATION_MARK); }

static UChar32 last_character(const page *p)
{
    UChar32 c = 0;
    int32_t at = (int32_t)p->text.size;
    if (at)
        U8_PREV((const uint8_t *)p->text.at, 0, at, c);
    return c;
}

static void end_quotation(page *p, size_t index)
{
    size_t count;
    quotation *q = quotations(p, &count) + index;
    if (q->ended)
        return;
    q->ended = true;
    if (!q->begun)
        return;
    size_t around = level(p, index);
    if (q->own_marks && !quotation_mark(last_character(p))) { /* „Ja“ sagen wir nicht. */
        insert(&p->text, q->at, mark(around, true));
        q->marked = true;
    }
    if (q->marked)
        lt_flow_text(&p->text, mark(around, false));
}

/* The character begins the quotations that have none yet: the marks go before it. */
static void begin_quotations(page *p, UChar32 c)
{
    size_t count;
    quotation *q = quotations(p, &count);
    for (size_t i = 0; i < count; i++) {
        if (q[i].begun || q[i].ended)
            continue;
        if (i + 1 < count && q[i].block && !q[i + 1].begun) { /* a blockquote that begins with a q has its marks */
            q[i].ended = true;
            continue;
        }
        q[i].at = p->text.size;
        q[i].begun = true;
        q[i].own_marks = quotation_mark(c);
        q[i].marked = !q[i].own_marks;
        if (q[i].marked)
            lt_flow_text(&p->text, mark(level(p, i), true));
    }
}

/* The innermost blockquote that is open, or NULL. */
static quotation *open_block(page *p, size_t *index)
{
    size_t count;
    quotation *q = quotations(p, &count);
    for (size_t i = count; i-- > 0;)
        if (!q[i].ended) {
            *index = i;
            return q[i].block && q[i].begun ? &q[i] : NULL;
        }
    return NULL;
}

/* Behind a quotation somebody may be named who said it. */
static void end_block(page *p)
{
    size_t index;
    if (!open_block(p, &index))
        return;
    end_quotation(p, index);
    p->due = PARAGRAPH;
}

/* ---------------------------------------------------------------- characters */

/* References like &#150; mean what Windows-1252 has there, in old pages as in the standard. */
static UChar32 repaired(UChar32 c)
{
    static const uint16_t windows[32] = {
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
        0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
        0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178};
    return c >= 0x80 && c <= 0x9F ? windows[c - 0x80] : c;
}

/* They say only where a word may be broken, or nothing. */
static bool invisible(UChar32 c)
{
    return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF || (c < ' ' && c != '\n' && c != '\t') || c == 127;
}

static void due(page *p, gap g)
{
    if (p->due < g)
        p->due = g;
}

static void put(page *p, UChar32 c)
{
    static const char *const gaps[] = {[NOTHING] = "", [BLANK] = " ", [LINE] = "\n", [PARAGRAPH] = "\n\n"};
    size_t index;
    if ((c == 0x2013 || c == 0x2014) && p->due >= LINE && open_block(p, &index))
        end_block(p); /* — Ada Brandt */
    if (p->text.size)
        lt_flow_text(&p->text, gaps[p->due]);
    p->due = NOTHING;
    begin_quotations(p, c);
    char bytes[4];
    int32_t n = 0;
    UBool bad = false;
    U8_APPEND(bytes, n, 4, c, bad);
    if (!bad)
        lt_flow_raw(&p->text, bytes, (size_t)n);
}

static void characters(void *context, const xmlChar *text, int size)
{
    page *p = context;
    if (p->hidden || over(p))
        return;
    for (int32_t i = 0; i < size;) {
        UChar32 c;
        U8_NEXT(text, i, size, c);
        c = c < 0 ? 0xFFFD : repaired(c);
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f')
            due(p, p->pre && c == '\n' ? LINE : BLANK);
        else if (!invisible(c))
            put(p, c);
    }
}

/* ---------------------------------------------------------------- elements */

static int by_name(const void *key, const void *row)
{
    return strcasecmp(key, *(const char *const *)row);
}

static role role_of(const char *name)
{
    const void *found = bsearch(name, elements, sizeof elements / sizeof *elements, sizeof *elements, by_name);
    return found ? elements[((const char *)found - (const char *)elements) / (ptrdiff_t)sizeof *elements].role : INLINE;
}

/* Whether a declaration `property:value` stands in the style, whatever blanks are in it. */
static bool styled(const char *style, const char *property, const char *value)
{
    for (const char *at = style; *at; at++) {
        size_t n = strlen(property);
        if (strncasecmp(at, property, n) != 0)
            continue;
        at += n;
        at += strspn(at, " \t\n");
        if (*at != ':')
            return false;
        at += 1 + strspn(at + 1, " \t\n");
        return strncasecmp(at, value, strlen(value)) == 0;
    }
    return false;
}

static bool hidden(const xmlChar **attributes)
{
    static const char *const roles[] = {"navigation", "banner", "contentinfo", "complementary", "search", "dialog",
                                        "alertdialog", "menu", "menubar", "toolbar"};
    for (; attributes && attributes[0]; attributes += 2) {
        const char *name = (const char *)attributes[0];
        const char *value = attributes[1] ? (const char *)attributes[1] : "";
        if (strcasecmp(name, "hidden") == 0 ||
            (strcasecmp(name, "aria-hidden") == 0 && strcasecmp(value, "true") == 0) ||
            (strcasecmp(name, "style") == 0 &&
             (styled(value, "display", "none") || styled(value, "visibility", "hidden"))))
            return true;
        for (size_t i = 0; strcasecmp(name, "role") == 0 && i < sizeof roles / sizeof *roles; i++)
            if (strcasecmp(value, roles[i]) == 0)
                return true;
    }
    return false;
}

static bool left_out(page *p, role r)
{
    size_t index;
    switch (r) {
    case LEFT_OUT:
        return true;
    case FORM:
        return !p->keep_forms;
    case HEADER:
        return !p->articles && !p->keep_forms;
    case FOOTER:
        return !open_block(p, &index);
    default:
        return false;
    }
}

static void start_quotation(page *p, bool block)
{
    quotation q = {.block = block};
    lt_flow_raw(&p->quotations, (const char *)&q, sizeof q);
}

static void start(void *context, const xmlChar *name, const xmlChar **attributes)
{
    page *p = context;
    if (p->depth == MAX_DEPTH) {
        p->too_deep = true;
        xmlStopParser(p->parser);
    }
    if (over(p))
        return;
    role r = role_of((const char *)name);
    bool whole = strcasecmp((const char *)name, "html") == 0 || strcasecmp((const char *)name, "body") == 0;
    element *e = &p->open[p->depth++];
    *e = (element){r, left_out(p, r) || (!whole && hidden(attributes))};
    p->hidden += e->hides;
    p->articles += r == ARTICLE;
    p->pre += r == PRE;
    if (r == LINE_BREAK && !p->hidden)
        due(p, LINE);
    else if (r != INLINE && r != QUOTE && r != CITE && r != LINE_BREAK)
        due(p, r == LEFT_OUT ? BLANK : PARAGRAPH);
    if (p->hidden)
        return;
    UChar32 c = last_character(p);
    bool direct = p->depth > 1 && p->open[p->depth - 2].role == BLOCK_QUOTE;
    if (r == FOOTER || (r == CITE && direct && (p->due >= LINE || (c && (strchr(".!?", (int)(c < 128 ? c : 'a')) ||
                                                                         c == 0x2026 || quotation_mark(c))))))
        end_block(p);
    if (r == QUOTE || r == BLOCK_QUOTE)
        start_quotation(p, r == BLOCK_QUOTE);
}

static void end(void *context, const xmlChar *name)
{
    page *p = context;
    (void)name;
    if (over(p) || !p->depth)
        return;
    element e = p->open[p->depth - 1];
    if (!p->hidden && (e.role == QUOTE || e.role == BLOCK_QUOTE)) {
        size_t count;
        quotations(p, &count);
        end_quotation(p, count - 1);
        p->quotations.size -= sizeof(quotation);
    }
    p->depth--;
    p->hidden -= e.hides;
    p->articles -= e.role == ARTICLE;
    p->pre -= e.role == PRE;
    if (e.role != INLINE && e.role != QUOTE && e.role != CITE && e.role != LINE_BREAK)
        due(p, e.role == LEFT_OUT ? BLANK : PARAGRAPH);
}

/* ---------------------------------------------------------------- the page */

/* Broken markup is none of our business, memory that runs out in the library is. It does not always say
 * so, but may then complain about the same place for ever. */
static void note_error(void *context, xmlErrorPtr error)
{
    enum { PATIENCE = 1000 };
    page *p = context;
    const xmlChar *at = p->parser && p->parser->input ? p->parser->input->cur : NULL;
    p->errors_there = at == p->error_at ? p->errors_there + 1 : 0;
    p->error_at = at;
    if ((error->code == XML_ERR_NO_MEMORY || p->errors_there > PATIENCE) && !p->no_memory) {
        p->no_memory = true;
        /* xmlStopParser() is not enough: htmlParseContentInternal() of libxml2 2.9.14 goes on for ever. */
        if (p->parser)
            longjmp(p->stop, 1);
    }
}

static void begin_library(void) { xmlInitParser(); }

static bool parse_with(page *p, htmlParserCtxtPtr parser)
{
    htmlSAXHandler *sax = parser->sax;
    memset(sax, 0, sizeof *sax);
    sax->startElement = start;
    sax->endElement = end;
    sax->characters = characters;
    sax->ignorableWhitespace = characters;
    p->parser = parser;
    parser->userData = p;
    htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                   HTML_PARSE_IGNORE_ENC);
    xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
    if (setjmp(p->stop) == 0)
        htmlParseDocument(parser);
    p->parser = NULL;
    xmlFreeDoc(parser->myDoc);
    parser->myDoc = NULL;
    return !over(p) || p->too_deep;
}

/* Returns 0, or -1 where memory ran out. The handler of errors is the thread's, and is put back. */
static int parse(page *p, const char *text, size_t size)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, begin_library);
    xmlStructuredErrorFunc before = xmlStructuredError;
    void *context = xmlStructuredErrorContext;
    xmlSetStructuredErrorFunc(p, note_error);
    htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(text, (int)size);
    bool done = parser && parse_with(p, parser);
    if (parser)
        htmlFreeParserCtxt(parser);
    xmlSetStructuredErrorFunc(context, before);
    return done ? 0 : -1;
}

static int refuse(laut_error *error, const char *message)
{
    memset(error, 0, sizeof *error);
    error->code = LAUT_ERROR_INPUT;
    snprintf(error->message, sizeof error->message, "%s", message);
    return -1;
}

int laut_html_text(const char *html, size_t size, const char *encoding, char **text, size_t *text_size,
                   laut_error *error)
{
    laut_error ignored;
    char *decoded;
    size_t decoded_size = 0;
    if (!error)
        error = &ignored;
    *text = NULL;
    *text_size = 0;
    if (lt_decode_page(html, size, encoding, &decoded, &decoded_size, error) < 0)
        return -1;
    page *p = calloc(1, sizeof *p);
    int failed = p ? 0 : -1;
    for (int keep = 0; p && decoded_size && !failed && !p->too_deep && !p->text.size && keep < 2; keep++) {
        p->keep_forms = keep;
        p->due = NOTHING;
        p->depth = p->hidden = p->articles = p->pre = p->quotations.size = 0;
        failed = parse(p, decoded, decoded_size);
    }
    free(decoded);
    if (failed) {
        lt_out_of_memory(error);
    } else if (p->too_deep) {
        failed = refuse(error, "more than 4,096 elements inside each other");
    } else if (!p->text.size) {
        failed = refuse(error, "a page without readable text");
    } else {
        lt_flow_raw(&p->text, "\n", 2); /* with its NUL */
        failed = p->text.failed ? lt_out_of_memory(error) : 0;
    }
    if (!failed) {
        *text = p->text.at;
        *text_size = p->text.size - 1;
        p->text = (lt_flow){0};
    }
    if (p) {
        lt_flow_free(&p->text);
        lt_flow_free(&p->quotations);
    }
    free(p);
    return failed;
}

int laut_is_html(const char *bytes, size_t size)
{
    static const char *const begins[] = {"!doctype html", "html", "head", "body", "title", "meta"};
    char start_[512]; /* as ASCII, be it UTF-16 */
    size_t n = 0, at = 0;
    for (size_t i = 0; i < size && n + 1 < sizeof start_; i++)
        if (bytes[i])
            start_[n++] = bytes[i];
    start_[n] = '\0';
    if (strncmp(start_, "\xEF\xBB\xBF", 3) == 0)
        at = 3;
    else if (strncmp(start_, "\xFF\xFE", 2) == 0 || strncmp(start_, "\xFE\xFF", 2) == 0)
        at = 2;
    for (;;) { /* comments and an XML declaration may stand before */
        at += strspn(start_ + at, " \t\r\n\f");
        const char *close = NULL;
        if (strncmp(start_ + at, "<!--", 4) == 0)
            close = strstr(start_ + at, "-->");
        else if (strncmp(start_ + at, "<?xml", 5) == 0)
            close = strstr(start_ + at, "?>");
        if (!close)
            break;
        at = (size_t)(close - start_) + (*close == '-' ? 3 : 2);
    }
    for (size_t i = 0; start_[at] == '<' && i < sizeof begins / sizeof *begins; i++) {
        size_t length = strlen(begins[i]);
        if (strncasecmp(start_ + at + 1, begins[i], length) == 0 && strchr(" \t\r\n\f/>", start_[at + 1 + length]))
            return 1;
    }
    return 0;
}
