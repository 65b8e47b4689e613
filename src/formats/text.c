/* The output for a reader: the claims and the refusals to comment in the order of the article.
 *
 *     FILE: 2 claims, 1 no comment
 *      7  truncated: LIMIT
 *
 *      3  PARTY (words that name it) · source: PARTY · cue · kind
 *         content
 *          3  PARTY · kind
 *             content of a claim inside
 *
 * The number is the line of the article. Nothing is wider than 80 columns but a longer word.
 */
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "formats/formats.h"

enum { WIDTH = 80, STEP = 4, MAX_DEPTH = 8 };

typedef enum { PLAIN, NUMBER, SPEAKER, SOURCE, CUE, KIND, STYLES } style;

static const char *const codes[STYLES] = {
    [PLAIN] = "", [NUMBER] = "\033[2m", [SPEAKER] = "\033[1m",
    [SOURCE] = "\033[35m", [CUE] = "\033[36m", [KIND] = "\033[2m"};

typedef struct {
    const lt_view *view;
    FILE *stream;
    bool color;
    style style;   /* of what is being printed */
    int gutter;    /* width of the line numbers */
    int indent;    /* where the lines of a block begin */
    int column;    /* where the next word would stand */
    bool blank;    /* a blank is due before the next word */
} page;

static void set_style(page *p, style s)
{
    if (p->color && s != p->style)
        fprintf(p->stream, "%s%s", codes[p->style][0] ? "\033[0m" : "", codes[s]);
    p->style = s;
}

/* ---------------------------------------------------------------- words and lines */

static int width_of(UChar32 c)
{
    int type = u_charType(c);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR)
        return 0;
    int wide = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

static int width(const char *s, size_t size)
{
    int n = 0;
    for (int32_t i = 0; i < (int32_t)size;) {
        UChar32 c;
        U8_NEXT(s, i, (int32_t)size, c);
        n += c < 0 ? 1 : width_of(c);
    }
    return n;
}

/* Characters that would steer the terminal are shown as U+FFFD. */
static void print_safely(page *p, const char *s, size_t size)
{
    size_t done = 0;
    for (int32_t i = 0; i < (int32_t)size;) {
        size_t at = (size_t)i;
        UChar32 c;
        U8_NEXT(s, i, (int32_t)size, c);
        if (c < 0 || u_charType(c) == U_CONTROL_CHAR) {
            fwrite(s + done, 1, at - done, p->stream);
            fputs("\xEF\xBF\xBD", p->stream);
            done = (size_t)i;
        }
    }
    fwrite(s + done, 1, size - done, p->stream);
}

static void new_line(page *p)
{
    fputc('\n', p->stream);
    p->column = 0;
    p->blank = false;
}

static void word(page *p, const char *s, size_t size)
{
    int w = width(s, size);
    if (p->blank && p->column > p->indent && p->column + 1 + w > WIDTH)
        new_line(p);
    if (p->column < p->indent) {
        fprintf(p->stream, "%*s", p->indent - p->column, "");
        p->column = p->indent;
    } else if (p->blank && p->column > p->indent) {
        fputc(' ', p->stream);
        p->column++;
    }
    print_safely(p, s, size);
    p->column += w;
    p->blank = false;
}

static bool is_blank(UChar32 c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
}

/* The words of a text, wrapped; runs of blanks and line breaks count as one blank. */
static void words(page *p, const char *s, size_t size)
{
    int32_t begin = 0, i = 0, end = (int32_t)size;
    while (i < end) {
        int32_t at = i;
        UChar32 c;
        U8_NEXT(s, i, end, c);
        if (!is_blank(c))
            continue;
        if (at > begin)
            word(p, s + begin, (size_t)(at - begin));
        p->blank = true;
        begin = i;
    }
    if (end > begin)
        word(p, s + begin, (size_t)(end - begin));
}

static void print(page *p, style s, const char *text)
{
    set_style(p, s);
    words(p, text, strlen(text));
    set_style(p, PLAIN);
}

/* Nothing but blanks lies between two spans. */
static bool adjacent(const page *p, uint32_t begin, uint32_t end)
{
    for (; begin < end; begin++)
        if (!is_blank((unsigned char)p->view->text[begin]))
            return false;
    return true;
}

static void passage(page *p, style s, laut_spans spans)
{
    set_style(p, s);
    for (size_t i = 0; i < spans.count; i++) {
        if (i) {
            p->blank = true;
            if (!adjacent(p, spans.at[i - 1].end, spans.at[i].begin)) {
                word(p, "…", strlen("…"));
                p->blank = true;
            }
        }
        words(p, p->view->text + spans.at[i].begin, spans.at[i].end - spans.at[i].begin);
    }
    set_style(p, PLAIN);
}

/* ---------------------------------------------------------------- claims */

static void dot(page *p)
{
    p->blank = true;
    print(p, NUMBER, "·");
    p->blank = true;
}

static uint32_t line_of(const page *p, laut_spans spans)
{
    uint32_t line = 1, column;
    if (spans.count)
        laut_position(p->view->document, spans.at[0].begin, &line, &column);
    return line;
}

/* Begin a block: line number, then the indentation of everything that follows. */
static void begin(page *p, uint32_t line, int depth)
{
    p->indent = 0;
    p->column = 0;
    p->blank = false;
    fprintf(p->stream, "%*s", depth * STEP, "");
    set_style(p, NUMBER);
    fprintf(p->stream, "%*u", p->gutter, line);
    set_style(p, PLAIN);
    p->column = depth * STEP + p->gutter;
    p->indent = p->column + 2;
}

static void brackets(page *p, laut_spans spans)
{
    p->blank = true;
    word(p, "(", 1);
    passage(p, PLAIN, spans);
    word(p, ")", 1);
}

/* Words that are the name with an article in front need not be shown. */
static bool ends_with(const page *p, laut_spans named, const char *name)
{
    laut_span last = named.at[named.count - 1];
    size_t size = strlen(name);
    return size <= last.end - last.begin &&
           memcmp(p->view->text + last.end - size, name, size) == 0;
}

static void speaker(page *p, const laut_link *link, laut_spans named)
{
    const laut_party *party = link ? lt_view_party(p->view, link) : NULL;
    if (link && link->resolved == LAUT_AMBIGUOUS && link->candidate_count) {
        for (size_t i = 0; i < link->candidate_count; i++) {
            if (i) {
                p->blank = true;
                print(p, PLAIN, "or");
                p->blank = true;
            }
            if (link->candidates[i] < p->view->party_count)
                print(p, SPEAKER, p->view->parties[link->candidates[i]].name);
        }
        if (named.count)
            brackets(p, named);
    } else if (party && party->name) {
        print(p, SPEAKER, party->name);
        bool other_words = link->resolved == LAUT_BY_DESCRIPTION ||
                           link->resolved == LAUT_BY_PRONOUN;
        if (other_words && named.count) {
            if (!ends_with(p, named, party->name))
                brackets(p, named);
        } else if (link->resolved == LAUT_CONTINUED) {
            p->blank = true;
            print(p, PLAIN, "(carried on)");
        }
    } else if (named.count) {
        passage(p, SPEAKER, named);
        p->blank = true;
        print(p, PLAIN, "(who?)");
    } else {
        print(p, PLAIN, "nobody named");
    }
}

static void source(page *p, const laut_link *chain, size_t count, uint32_t at)
{
    if (at >= count)
        return;
    dot(p);
    print(p, PLAIN, "source:");
    p->blank = true;
    const laut_party *party = lt_view_party(p->view, &chain[at]);
    if (party && party->name)
        print(p, SOURCE, party->name);
    else
        passage(p, SOURCE, chain[at].words);
}

static void claim(page *p, const laut_claim *c, int depth)
{
    begin(p, line_of(p, c->content), depth);
    const laut_link *first = c->chain_count ? &c->chain[0] : NULL;
    speaker(p, first, c->speaker.count || !first ? c->speaker : first->words);
    source(p, c->chain, c->chain_count, c->source);
    if (c->cue.count) {
        dot(p);
        passage(p, CUE, c->cue);
    }
    dot(p);
    char kind[64];
    snprintf(kind, sizeof kind, "%s", laut_kind_name(c->kind));
    for (char *k = kind; *k; k++)
        if (*k == '_')
            *k = ' ';
    print(p, KIND, kind);
    new_line(p);
    passage(p, PLAIN, c->content);
    new_line(p);
}

static void no_comment(page *p, const laut_no_comment *n)
{
    begin(p, line_of(p, n->sentence), 0);
    speaker(p, n->chain_count ? &n->chain[0] : NULL, n->words);
    source(p, n->chain, n->chain_count, n->source);
    dot(p);
    print(p, KIND, "no comment");
    new_line(p);
    passage(p, PLAIN, n->sentence);
    new_line(p);
}

static int depth_of(const lt_view *v, uint32_t index)
{
    int depth = 0;
    while (depth < MAX_DEPTH && (index = v->claims[index].parent) < v->claim_count)
        depth++;
    return depth;
}

static void count(page *p, size_t n, const char *what)
{
    fprintf(p->stream, "%zu %s%s", n, what, n == 1 ? "" : "s");
}

int lt_write_text(const lt_view *v, const laut_write_options *options, FILE *stream)
{
    page p = {.view = v, .stream = stream, .color = options->color != 0};
    uint32_t last = 1, column;
    laut_position(v->document, (uint32_t)v->size, &last, &column);
    p.gutter = snprintf(NULL, 0, "%u", last) + 1;
    if (v->document->id && v->document->id[0]) {
        set_style(&p, SPEAKER);
        print_safely(&p, v->document->id, strlen(v->document->id));
        set_style(&p, PLAIN);
        fputs(": ", stream);
    }
    if (v->claim_count)
        count(&p, v->claim_count, "claim");
    else
        fputs("no claims", stream);
    if (v->no_comment_count) {
        fputs(", ", stream);
        count(&p, v->no_comment_count, "no comment");
    }
    fputc('\n', stream);
    for (size_t i = 0; i < v->truncation_count; i++)
        fprintf(stream, "%*u  truncated: %s\n", p.gutter, line_of(&p, (laut_spans){&v->truncations[i].span, 1}),
                laut_limit_name(v->truncations[i].what));

    size_t next = 0; /* no comment */
    for (size_t i = 0; i <= v->claim_count; i++) {
        const laut_claim *c = i < v->claim_count ? &v->claims[v->order[i]] : NULL;
        int depth = c ? depth_of(v, v->order[i]) : 0;
        while (next < v->no_comment_count && depth == 0 &&
               (!c || (c->content.count && v->no_comments[next].sentence.count &&
                       v->no_comments[next].sentence.at[0].begin < c->content.at[0].begin))) {
            fputc('\n', stream);
            no_comment(&p, &v->no_comments[next++]);
        }
        if (!c)
            break;
        if (depth == 0)
            fputc('\n', stream);
        claim(&p, c, depth);
    }
    return ferror(stream) ? -1 : 0;
}
