/* A verification for a reader: each quotation of the draft with its verdict and, word by word, what the
 * source has instead.
 *
 *     draft.txt: 3 quotations, 2 sources: 1 verbatim, 1 altered, 1 not found
 *
 *      7  altered · Hedda Osterloh
 *         „Es fehlen 175 Millionen Euro“
 *         protocol.txt:14 · Hedda Osterloh · 97 % alike
 *         Es fehlen [-17,5-]{+175+} Millionen Euro
 *
 * The number is the line of the draft. As in wdiff, [-…-] is in the source only and {+…+} in the draft
 * only; with colour it is red and struck out, or green and underlined.
 */
#include <string.h>

#include "formats/flat.h"
#include "formats/verify.h"

typedef struct {
    const lt_verified *v;
    FILE *stream;
    bool color;
} page;

static const char *const verdict_colors[LT_VERDICTS] = {
    [LAUT_VERBATIM] = "\033[32m", [LAUT_TYPOGRAPHY] = "\033[32m", [LAUT_SHORTENED] = "\033[33m",
    [LAUT_ALTERED] = "\033[31m", [LAUT_STITCHED] = "\033[31m", [LAUT_OTHER_SPEAKER] = "\033[31m",
    [LAUT_NOT_FOUND] = "\033[35m", [LAUT_EVIDENCE] = "\033[2m"};

static void colored(const page *p, const char *code, const char *text)
{
    fprintf(p->stream, "%s%s%s", p->color ? code : "", text, p->color ? "\033[0m" : "");
}

static const char *words_of(laut_verdict verdict)
{
    static const char *const words[] = {"verbatim", "verbatim but for typography", "shortened", "altered", "stitched",
                                        "other speaker", "not found", "evidence"};
    return words[verdict];
}

static void marked(const page *p, bool in_draft, const char *text, laut_span s)
{
    fputs(p->color ? (in_draft ? "\033[32;4m" : "\033[31;9m") : in_draft ? "{+" : "[-", p->stream);
    lt_print_flat(p->stream, text + s.begin, s.end - s.begin);
    fputs(p->color ? "\033[0m" : in_draft ? "+}" : "-]", p->stream);
}

static void edits(const page *p, const laut_passage *g)
{
    for (size_t i = 0; i < g->edit_count; i++) {
        const laut_edit *e = &g->edits[i];
        /* a mark that was changed follows its word */
        bool word = e->kind == LAUT_SAME || e->draft.begin == e->draft.end ||
                    !strchr(".,;:!?", p->v->view.text[e->draft.begin]);
        fputs(i == 0 ? "     " : word ? " " : "", p->stream);
        if (e->kind == LAUT_SAME) {
            lt_print_flat(p->stream, p->v->view.text + e->draft.begin, e->draft.end - e->draft.begin);
            continue;
        }
        if (e->kind == LAUT_OMITTED)
            fputs("[…] ", p->stream);
        if (e->source.end > e->source.begin)
            marked(p, false, g->text, e->source);
        if (e->draft.end > e->draft.begin)
            marked(p, true, p->v->view.text, e->draft);
    }
    fputc('\n', p->stream);
}

static void place(const page *p, const laut_passage *g, bool similarity)
{
    fputs("     ", p->stream);
    lt_print_flat(p->stream, g->source, strlen(g->source));
    fprintf(p->stream, ":%llu", (unsigned long long)g->line);
    if (g->speaker) {
        fputs(" · ", p->stream);
        lt_print_flat(p->stream, g->speaker, strlen(g->speaker));
    }
    if (similarity)
        fprintf(p->stream, " · %d %% alike", (int)(g->similarity * 100));
    if (g->typography && (g->wording == LAUT_TYPOGRAPHY || g->wording == LAUT_SHORTENED)) {
        fputs(" · but for", p->stream);
        const char *between = " ";
        for (unsigned bit = 1; laut_typography_name(bit); bit <<= 1)
            if (g->typography & bit) {
                fputs(between, p->stream);
                for (const char *c = laut_typography_name(bit); *c; c++)
                    fputc(*c == '_' ? ' ' : *c, p->stream);
                between = ", ";
            }
    }
    fputc('\n', p->stream);
}

static void passages(const page *p, const laut_quotation *q)
{
    bool found = q->verdict <= LAUT_SHORTENED || q->verdict == LAUT_OTHER_SPEAKER;
    size_t shown = found ? 1 : q->passage_count;
    for (size_t i = 0; i < shown && i < q->passage_count; i++) {
        const laut_passage *g = &q->passages[i];
        bool apart = q->verdict == LAUT_ALTERED || q->verdict == LAUT_NOT_FOUND || q->verdict == LAUT_EVIDENCE;
        if (q->verdict == LAUT_NOT_FOUND)
            fputs("     nearest:\n", p->stream);
        place(p, g, apart);
        if (q->verdict == LAUT_EVIDENCE || q->verdict == LAUT_STITCHED) {
            fputs("     ", p->stream);
            lt_print_flat(p->stream, g->text, g->size);
            fputc('\n', p->stream);
        } else if (g->wording != LAUT_VERBATIM && g->wording != LAUT_TYPOGRAPHY) {
            edits(p, g);
        }
    }
    if (found && q->places > 1)
        fprintf(p->stream, "     and %llu more %s\n", (unsigned long long)q->places - 1, q->places > 2 ? "places" : "place");
}

static void quotation(const page *p, const laut_quotation *q)
{
    const lt_verified *v = p->v;
    const char *speaker = lt_verified_speaker(v, q);
    uint32_t line = 0, column = 0;
    if (q->content.count)
        laut_position(v->view.document, q->content.at[0].begin, &line, &column);
    fprintf(p->stream, "\n%3u  ", line);
    colored(p, verdict_colors[q->verdict], words_of(q->verdict));
    if (speaker) {
        fputs(" · ", p->stream);
        lt_print_flat(p->stream, speaker, strlen(speaker));
    }
    if (q->parts > 1)
        fprintf(p->stream, " · part %u of %u", q->part, q->parts);
    fputc('\n', p->stream);
    if (q->part == 1) {
        for (size_t i = 0; i < q->content.count; i++) {
            fputs(i ? " " : "     ", p->stream);
            lt_print_flat(p->stream, v->view.text + q->content.at[i].begin, q->content.at[i].end - q->content.at[i].begin);
        }
        fputc('\n', p->stream);
    }
    passages(p, q);
}

int lt_write_verified_text(const lt_verified *v, const laut_verify_write_options *options, FILE *stream)
{
    page p = {v, stream, options->color != 0};
    size_t quoted = v->count - v->counts[LAUT_EVIDENCE];
    lt_print_flat(stream, v->draft, strlen(v->draft));
    fprintf(stream, ": %zu %s, %zu %s", quoted, quoted == 1 ? "quotation" : "quotations", v->sources,
            v->sources == 1 ? "source" : "sources");
    const char *between = ": ";
    for (int i = 0; i < LAUT_EVIDENCE; i++)
        if (v->counts[i]) {
            fprintf(stream, "%s%zu %s", between, v->counts[i], words_of((laut_verdict)i));
            between = ", ";
        }
    fputc('\n', stream);
    for (size_t i = 0; i < v->count; i++)
        quotation(&p, &v->quotations[i]);
    return ferror(stream) ? -1 : 0;
}
