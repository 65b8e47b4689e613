/* Audit reports for a reader and as JSON.
 *
 *     FILE:LINE:COLUMN: severity: message [code]
 *         the source line                          on a terminal
 *         ^~~~~~~
 *
 * and the sourcing in figures below the findings of each draft. */
#include "formats/findings.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

lt_region lt_region_of(const laut_report *r, const laut_finding *f)
{
    lt_region x;
    laut_position(r->draft, f->span.begin, &x.line, &x.column);
    laut_position(r->draft, f->span.end, &x.end_line, &x.end_column);
    return x;
}

int laut_write_reports(const laut_engine *engine, const laut_report *const *reports, const char *const *names,
                       size_t count, const laut_report_options *options, FILE *stream)
{
    int result = options->format == LAUT_REPORT_JSON ? lt_write_report_json(reports, names, count, stream)
               : options->format == LAUT_REPORT_SARIF ? lt_write_sarif(engine, reports, names, count, options->language, stream)
               : lt_write_report_text(engine, reports, names, count, options, stream);
    return ferror(stream) ? -1 : result;
}

/* ---------------------------------------------------------------- text */

enum { SHOWN = 110 /* columns of the source line */ };

typedef struct {
    const laut_engine *engine;
    const laut_report_options *o;
    FILE *stream;
} page;

static const char *label(const page *p, const char *name) { return lt_label(p->engine, name, p->o->language); }

static void print_safely(FILE *stream, const char *s, size_t size)
{
    for (int32_t i = 0; i < (int32_t)size;) {
        int32_t at = i;
        UChar32 c;
        U8_NEXT(s, i, (int32_t)size, c);
        if (c < 0 || u_charType(c) == U_CONTROL_CHAR)
            fputs(c == '\t' ? " " : "\xEF\xBF\xBD", stream);
        else
            fwrite(s + at, 1, (size_t)(i - at), stream);
    }
}

/* The line of the draft with a caret below the words; of a long line what stands around them. */
static void print_source(const page *p, const laut_report *r, const laut_finding *f, lt_region where)
{
    const lt_text *t = &r->draft->text;
    uint32_t begin = t->lines.at[where.line - 1], end = where.line < t->lines.count ? t->lines.at[where.line] : t->size;
    while (end > begin && (t->bytes[end - 1] == '\n' || t->bytes[end - 1] == '\r'))
        end--;
    uint32_t length = where.end_line == where.line ? where.end_column - where.column : SHOWN;
    uint32_t skip = where.column > SHOWN / 2 && where.column + length > SHOWN ? where.column - SHOWN / 3 : 0;
    uint32_t from = begin, to = begin;
    for (uint32_t column = 0; to < end && column < skip + SHOWN; column++) {
        if (column == skip)
            from = to;
        U8_FWD_1(t->bytes, to, end);
    }
    fputs("    ", p->stream);
    print_safely(p->stream, t->bytes + from, to - from);
    fputs("\n    ", p->stream);
    uint32_t column = skip + 1;
    for (; column < where.column; column++)
        fputc(' ', p->stream);
    fputs("\033[1;32m^", p->stream);
    uint32_t stop = f->span.end < to ? where.end_column : skip + SHOWN;
    if (where.end_line != where.line)
        stop = skip + SHOWN;
    for (column++; column < stop && column <= skip + laut_offset(r->draft, to, LAUT_CODEPOINT) -
                                                  laut_offset(r->draft, from, LAUT_CODEPOINT); column++)
        fputc('~', p->stream);
    fputs("\033[0m\n", p->stream);
}

static void print_finding(const page *p, const laut_report *r, const char *name, const laut_finding *f)
{
    static const char *const colors[] = {"\033[1;36m", "\033[1;35m", "\033[1;31m"};
    bool color = p->o->color;
    lt_region where = lt_region_of(r, f);
    fprintf(p->stream, "%s%s:%u:%u:%s ", color ? "\033[1m" : "", name, where.line, where.column, color ? "\033[0m" : "");
    fprintf(p->stream, "%s%s:%s ", color ? colors[f->severity] : "", laut_severity_name(f->severity), color ? "\033[0m" : "");
    print_safely(p->stream, f->message, strlen(f->message));
    fprintf(p->stream, " [%s]\n", f->code);
    if (color && f->span.end > f->span.begin)
        print_source(p, r, f, where);
}

static unsigned percent(uint32_t part, uint32_t whole) { return whole ? (part * 100 + whole / 2) / whole : 0; }

static void print_sourcing(const page *p, const laut_report *r, const char *name)
{
    const laut_sourcing *s = &r->sourcing;
    uint32_t counts[3] = {0};
    for (uint32_t i = 0; i < r->findings.count; i++)
        counts[r->findings.at[i].severity]++;
    fprintf(p->stream, "%s: %s %u, %s %u, %s %u\n", name, label(p, "errors"), counts[LAUT_SEVERITY_ERROR],
            label(p, "warnings"), counts[LAUT_SEVERITY_WARNING], label(p, "notes"), counts[LAUT_SEVERITY_NOTE]);
    for (size_t i = 0; i < s->party_count; i++) {
        fputs("  ", p->stream);
        print_safely(p->stream, s->parties[i].name, strlen(s->parties[i].name));
        fprintf(p->stream, ": %u %s, %u %%\n", s->parties[i].claims, label(p, s->parties[i].claims == 1 ? "claim" : "claims"),
                percent(s->parties[i].words, s->words));
    }
    fprintf(p->stream, "  %s %u, %s %u, %s %u\n", label(p, "named"), s->named, label(p, "unnamed"), s->unnamed,
            label(p, "second-hand"), s->second_hand);
    fprintf(p->stream, "  %s %u %%, %s %u %%\n", label(p, "direct"), percent(s->direct, s->claims), label(p, "indirect"),
            s->claims ? 100 - percent(s->direct, s->claims) : 0);
    fprintf(p->stream, "  %s %u/%u\n", label(p, "unattributed"), s->unattributed, s->sentences);
    fprintf(p->stream, "  %s %u/%u\n", label(p, "replies"), s->replies, s->accused);
}

int lt_write_report_text(const laut_engine *engine, const laut_report *const *reports, const char *const *names,
                         size_t count, const laut_report_options *options, FILE *stream)
{
    page p = {engine, options, stream};
    for (size_t i = 0; i < count; i++) {
        for (uint32_t k = 0; k < reports[i]->findings.count; k++)
            print_finding(&p, reports[i], names[i], &reports[i]->findings.at[k]);
        print_sourcing(&p, reports[i], names[i]);
        if (i + 1 < count)
            fputc('\n', stream);
    }
    return 0;
}

/* ---------------------------------------------------------------- JSON */

static json_t *finding_object(const laut_report *r, const laut_finding *f)
{
    lt_region x = lt_region_of(r, f);
    char hex[20];
    snprintf(hex, sizeof hex, "%016" PRIx64, f->fingerprint);
    return json_pack("{s:s, s:s, s:s, s:i, s:i, s:i, s:i, s:[i, i], s:s%, s:s}",
                     "code", f->code, "severity", laut_severity_name(f->severity), "message", f->message,
                     "line", (int)x.line, "column", (int)x.column, "end_line", (int)x.end_line, "end_column", (int)x.end_column,
                     "span", (int)laut_offset(r->draft, f->span.begin, LAUT_CODEPOINT),
                     (int)laut_offset(r->draft, f->span.end, LAUT_CODEPOINT),
                     "words", r->draft->text.bytes + f->span.begin, (size_t)(f->span.end - f->span.begin),
                     "fingerprint", hex);
}

static json_t *sourcing_object(const laut_sourcing *s)
{
    json_t *parties = json_array();
    for (size_t i = 0; i < s->party_count; i++) {
        const laut_party_share *x = &s->parties[i];
        json_t *party = json_pack("{s:s, s:s, s:i, s:i}", "name", x->name, "type", laut_party_type_name(x->type),
                                  "claims", (int)x->claims, "words", (int)x->words);
        if (!party || json_array_append_new(parties, party) < 0) {
            json_decref(parties);
            return NULL;
        }
    }
    return json_pack("{s:i, s:i, s:i, s:i, s:i, s:i, s:i, s:i, s:i, s:i, s:o}",
                     "words", (int)s->words, "sentences", (int)s->sentences, "unattributed", (int)s->unattributed,
                     "claims", (int)s->claims, "direct", (int)s->direct, "named", (int)s->named, "unnamed", (int)s->unnamed,
                     "second_hand", (int)s->second_hand, "accused", (int)s->accused, "replies", (int)s->replies,
                     "parties", parties);
}

static json_t *draft_object(const laut_report *r, const char *name)
{
    json_t *findings = json_array(), *sourcing = sourcing_object(&r->sourcing);
    for (uint32_t i = 0; i < r->findings.count && sourcing; i++)
        if (json_array_append_new(findings, finding_object(r, &r->findings.at[i])) < 0) {
            json_decref(findings);
            json_decref(sourcing);
            return NULL;
        }
    return json_pack("{s:s, s:o, s:o}", "file", name, "findings", findings, "sourcing", sourcing);
}

int lt_write_report_json(const laut_report *const *reports, const char *const *names, size_t count, FILE *stream)
{
    json_t *drafts = json_array();
    for (size_t i = 0; i < count; i++)
        if (json_array_append_new(drafts, draft_object(reports[i], names[i])) < 0) {
            json_decref(drafts);
            return -1;
        }
    json_t *root = json_pack("{s:i, s:s, s:o}", "schema", LAUT_SCHEMA, "columns", "codepoint", "drafts", drafts);
    int failed = root ? json_dumpf(root, stream, JSON_INDENT(2)) : -1;
    json_decref(root);
    return failed < 0 || fputc('\n', stream) == EOF ? -1 : 0;
}
