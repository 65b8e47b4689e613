/* csv and tsv: a row a claim, after RFC 4180.
 *
 * csv is for a spreadsheet: it has the byte order mark without which Excel takes UTF-8 for another
 * encoding, and lines that end in CRLF. tsv is for the command line: no mark, and line feeds. Both
 * put a cell that holds a separator, a quotation mark or a line break in quotation marks.
 *
 * A spreadsheet takes a cell that begins with = + - or @ for a formula, which an article could smuggle
 * in. As OWASP advises ("CSV Injection"), an apostrophe goes before such a cell; and before one that
 * begins with an apostrophe, so that who reads the file takes one leading apostrophe off and has the
 * cell as it was. Spans are a list in brackets, since a spreadsheet makes a date of 3-12 and a time
 * of 3:12. Offsets are in the unit that was asked for. A NUL character becomes U+FFFD. */
#include <string.h>

#include "formats/formats.h"

typedef struct {
    const lt_view *view;
    laut_unit unit;
    char separator;
    lt_flow row, cell;
    bool first;
} writer;

/* Also the wide forms, which a spreadsheet in Japanese takes for the same; tab and CR, behind which
 * some look for a formula. */
static bool dangerous(const char *text, size_t size)
{
    static const char *const wide[] = {"\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
    if (size && strchr("=+-@\t\r\n'", *text)) /* a NUL, too: it is found as the end */
        return true;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (size >= 3 && memcmp(text, wide[i], 3) == 0)
            return true;
    return false;
}

/* The cell that was gathered goes into the row. */
static void end_cell(writer *w)
{
    const char *text = w->cell.at;
    size_t size = w->cell.size;
    bool quoted = false;
    for (size_t i = 0; i < size && !quoted; i++)
        quoted = text[i] == w->separator || text[i] == '"' || text[i] == '\n' || text[i] == '\r';
    if (!w->first)
        lt_flow_raw(&w->row, &w->separator, 1);
    w->first = false;
    if (quoted)
        lt_flow_raw(&w->row, "\"", 1);
    if (dangerous(text, size))
        lt_flow_raw(&w->row, "'", 1);
    for (size_t i = 0, from = 0; i <= size; i++) {
        if (i < size && text[i] && text[i] != '"')
            continue;
        if (i > from) /* an empty cell has no bytes to point at */
            lt_flow_raw(&w->row, text + from, i - from);
        if (i < size)
            lt_flow_text(&w->row, text[i] ? "\"\"" : "\xEF\xBF\xBD");
        from = i + 1;
    }
    if (quoted)
        lt_flow_raw(&w->row, "\"", 1);
    w->row.failed |= w->cell.failed;
    w->cell.size = 0;
}

static void plain(writer *w, const char *text)
{
    lt_flow_utf8(&w->cell, text ? text : "");
    end_cell(w);
}

static void words(writer *w, laut_spans spans)
{
    lt_flow_words(&w->cell, w->view, spans);
    end_cell(w);
}

/* [[3,12],[20,25]] */
static void places(writer *w, laut_spans spans)
{
    w->cell.comma = false;
    lt_open(&w->cell, '[');
    for (size_t i = 0; i < spans.count; i++) {
        lt_open(&w->cell, '[');
        lt_number(&w->cell, laut_offset(w->view->document, spans.at[i].begin, w->unit));
        lt_number(&w->cell, laut_offset(w->view->document, spans.at[i].end, w->unit));
        lt_close(&w->cell, ']');
    }
    lt_close(&w->cell, ']');
    end_cell(w);
}

static void claim(writer *w, uint32_t claim)
{
    lt_flow_claim(&w->cell, w->view, claim);
    end_cell(w);
}

static void row(writer *w, uint32_t index, const char *line_end)
{
    const laut_claim *c = &w->view->claims[index];
    const laut_link *speaker = lt_claim_speaker(c), *source = lt_claim_source(c);
    uint32_t line, column;
    w->first = true;
    plain(w, w->view->document->id);
    claim(w, index);
    plain(w, laut_kind_name(c->kind));
    plain(w, laut_medium_name(c->medium));
    plain(w, laut_act_name(c->act));
    words(w, c->content);
    plain(w, lt_link_name(w->view, speaker));
    words(w, lt_claim_speaker_words(c));
    plain(w, lt_claim_resolved(c));
    plain(w, lt_link_name(w->view, source));
    words(w, source ? source->words : (laut_spans){0});
    words(w, c->cue);
    words(w, c->addressee);
    laut_position(w->view->document, c->content.count ? c->content.at[0].begin : 0, &line, &column);
    lt_flow_digits(&w->cell, line);
    end_cell(w);
    places(w, c->content);
    claim(w, c->parent);
    claim(w, c->continues);
    w->cell.comma = false;
    lt_thousandths(&w->cell, c->confidence);
    end_cell(w);
    plain(w, c->rule);
    plain(w, w->view->document->publisher);
    lt_flow_text(&w->row, line_end);
}

static int write_rows(const lt_view *v, const laut_write_options *options, char separator,
                      const char *line_end, FILE *stream)
{
    writer w = {.view = v, .unit = options->unit, .separator = separator};
    for (uint32_t i = 0; i < v->claim_count; i++)
        row(&w, v->order[i], line_end);
    lt_flow_free(&w.cell);
    return lt_flow_end(&w.row, stream);
}

int lt_write_csv(const lt_view *v, const laut_write_options *options, FILE *stream)
{
    return write_rows(v, options, ',', "\r\n", stream);
}

int lt_write_tsv(const lt_view *v, const laut_write_options *options, FILE *stream)
{
    return write_rows(v, options, '\t', "\n", stream);
}
