/* A diff for a reader: each change with the words of both versions.
 *
 *     agency.txt → ours.txt: 7 claims kept, 1 hardened, 1 dropped
 *
 *      3 → 5 ! hardened · Frauke Tönning
 *             - werde neun Millionen Euro kosten
 *             + wird neun Millionen Euro kosten
 *
 * The numbers are lines of either text. Behind - stands what was, behind + what is, and behind = what is in
 * both. In quotations, as in wdiff, [-…-] is in the first text only and {+…+} in the second; with colour it
 * is red and struck out, or green and underlined. ! marks that an attribution was lost or a quotation
 * altered.
 */
#include <string.h>

#include "formats/diff.h"
#include "formats/flat.h"

#define BOLD "\033[1m"
#define DIM "\033[2m"
#define LOST "\033[31m"
#define OTHER "\033[33m"
#define GONE "\033[31;9m"
#define NEW "\033[32;4m"

typedef struct {
    const lt_compared *x;
    FILE *stream;
    bool color;
    int gutter; /* width of the lines' numbers */
} page;

static void colored(const page *p, const char *code, const char *text)
{
    fprintf(p->stream, "%s%s%s", p->color ? code : "", text, p->color ? "\033[0m" : "");
}

static void print_spans(const page *p, const lt_view *v, laut_spans spans)
{
    for (size_t i = 0; i < spans.count; i++) {
        if (i)
            fputs(" … ", p->stream);
        lt_print_flat(p->stream, v->text + spans.at[i].begin, spans.at[i].end - spans.at[i].begin);
    }
}

static void indent(const page *p) { fprintf(p->stream, "%*s", 2 * p->gutter + 6, ""); }

static void side(const page *p, const char *sign, const char *code, const lt_view *v, laut_spans spans)
{
    if (!spans.count)
        return;
    indent(p);
    colored(p, code, sign);
    fputc(' ', p->stream);
    print_spans(p, v, spans);
    fputc('\n', p->stream);
}

static void marked(const page *p, bool new, const char *text, laut_span s)
{
    fputs(p->color ? (new ? NEW : GONE) : new ? "{+" : "[-", p->stream);
    lt_print_flat(p->stream, text + s.begin, s.end - s.begin);
    fputs(p->color ? "\033[0m" : new ? "+}" : "-]", p->stream);
}

static void wording(const page *p, const laut_change *c)
{
    indent(p);
    fputs("  ", p->stream);
    for (size_t i = 0; i < c->wording_count; i++) {
        const laut_wording *w = &c->wording[i];
        if (i)
            fputc(' ', p->stream);
        if (w->same) {
            lt_print_flat(p->stream, p->x->after.text + w->after.begin, w->after.end - w->after.begin);
            continue;
        }
        if (w->before.end > w->before.begin)
            marked(p, false, p->x->before.text, w->before);
        if (w->after.end > w->after.begin)
            marked(p, true, p->x->after.text, w->after);
    }
    fputc('\n', p->stream);
}

static uint32_t line_of(const lt_view *v, laut_spans spans)
{
    uint32_t line = 0, column;
    if (spans.count)
        laut_position(v->document, spans.at[0].begin, &line, &column);
    return line;
}

static void number(const page *p, uint32_t line)
{
    char digits[16] = "";
    if (line)
        snprintf(digits, sizeof digits, "%u", line);
    fprintf(p->stream, "%*s", p->gutter, digits);
}

static void name(const page *p, const char *s)
{
    fputs(p->color ? BOLD : "", p->stream);
    lt_print_flat(p->stream, s, strlen(s));
    fputs(p->color ? "\033[0m" : "", p->stream);
}

/* Who was replaced, or by whom: the party's name, else the words. */
static void hand(const page *p, const lt_view *v, uint32_t party, laut_spans words)
{
    if (party < v->party_count && v->parties[party].name)
        name(p, v->parties[party].name);
    else if (words.count)
        print_spans(p, v, words);
    else
        fputs("nobody", p->stream);
}

/* Whose words they are, or who was replaced by whom. */
static void parties(const page *p, const laut_change *c)
{
    const lt_view *a = &p->x->before, *b = &p->x->after;
    if (lt_compared_replaces(c)) {
        fputs(c->kind == LAUT_CHANGE_SHORTENED ? " · without " : " · ", p->stream);
        hand(p, a, c->party_before, c->hand_before);
        if (c->kind == LAUT_CHANGE_SHORTENED)
            return;
        fputs(" → ", p->stream);
        hand(p, b, c->party_after, c->hand_after);
        return;
    }
    const char *who = c->before != LAUT_NONE ? lt_compared_speaker(a, c->before) : lt_compared_speaker(b, c->after);
    if (!who)
        return;
    fputs(" · ", p->stream);
    name(p, who);
}

static void change(const page *p, size_t index)
{
    const lt_view *a = &p->x->before, *b = &p->x->after;
    const laut_change *c = &p->x->changes[index];
    fputc('\n', p->stream);
    if (p->color)
        fputs(DIM, p->stream);
    number(p, line_of(a, c->words_before));
    fputs(c->words_before.count && c->words_after.count ? " → " : "   ", p->stream);
    number(p, line_of(b, c->words_after));
    fputs(p->color ? "\033[0m " : " ", p->stream);
    colored(p, LOST, c->lost ? "! " : "  ");
    colored(p, c->lost ? LOST : OTHER, laut_change_name(c->kind));
    parties(p, c);
    fputc('\n', p->stream);
    if (c->wording_count) {
        wording(p, c);
    } else if (lt_compared_replaces(c)) {
        side(p, "=", DIM, b, c->words_after);
    } else {
        side(p, "-", LOST, a, c->words_before);
        side(p, "+", "\033[32m", b, c->words_after);
    }
    for (size_t i = p->x->next[index]; lt_compared_replaces(c) && i < p->x->count; i = p->x->next[i])
        side(p, "=", DIM, b, p->x->changes[i].words_after);
}

static const char *id_of(const lt_view *v) { return v->document->id ? v->document->id : "-"; }

static int gutter_of(const lt_view *v)
{
    uint32_t last = 1, column;
    laut_position(v->document, (uint32_t)v->size, &last, &column);
    return snprintf(NULL, 0, "%u", last);
}

int lt_write_diff_text(const lt_compared *x, const laut_diff_write_options *options, FILE *stream)
{
    int first = gutter_of(&x->before), second = gutter_of(&x->after);
    page p = {x, stream, options->color != 0, (first > second ? first : second) + 1};
    name(&p, id_of(&x->before));
    if (strcmp(id_of(&x->before), id_of(&x->after)) != 0) {
        fputs(" → ", stream);
        name(&p, id_of(&x->after));
    }
    fprintf(stream, ": %zu claim%s kept", x->counts[LAUT_CHANGE_KEPT], x->counts[LAUT_CHANGE_KEPT] == 1 ? "" : "s");
    bool any = false;
    for (int k = LAUT_CHANGE_KEPT + 1; k < LT_CHANGE_KINDS; k++)
        if (x->counts[k]) {
            fprintf(stream, ", %zu %s", x->counts[k], laut_change_name((laut_change_kind)k));
            any = true;
        }
    fputs(any ? "\n" : ", no changes\n", stream);
    for (size_t i = 0; i < x->count; i++)
        if (x->changes[i].kind != LAUT_CHANGE_KEPT && x->changes[i].cause == LAUT_NONE)
            change(&p, i);
    return ferror(stream) ? -1 : 0;
}
