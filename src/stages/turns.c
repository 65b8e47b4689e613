/* Interviews: whose words stand there without quotation marks, or without a name.
 *
 * A line that begins with a label (FRAGE: …, Brandt: …) is a turn, and so are the paragraphs between
 * questions that have paragraphs of their own. An answer is a quotation, with or without marks; who
 * gives it is the label, or whom the question addresses (Frau Brandt, wie …?), or whom the text names
 * first.
 */
#include "stages/turns.h"

#include <string.h>

#include "engine/engine.h"

enum { LABEL_WORDS = 4, QUESTION_TOKENS = 90, MAX_LABELS = 64 };

typedef enum { UNKNOWN, QUESTION, ANSWER } role;

typedef struct {
    uint32_t first, colon, last; /* tokens; the label ends at the colon */
    uint32_t label;              /* index into labels */
    bool asks;
} turn;

typedef struct {
    uint32_t first, last; /* tokens of its first use */
    uint32_t turns, questions;
    role role;
} label;

static bool new_line(const lt_document *d, uint32_t i)
{
    return i == 0 || d->tokens.at[i].flags & (LT_LINE_BEFORE | LT_PARA_BEFORE);
}

static bool asks(const lt_document *d, uint32_t first, uint32_t last)
{
    while (last > first && (d->tokens.at[last - 1].kind == LT_OTHER || d->tokens.at[last - 1].kind == LT_MARK))
        last--; /* **…?** */
    return last > first && d->text.bytes[d->tokens.at[last - 1].begin] == '?';
}

static bool same_words(const lt_document *d, uint32_t a, uint32_t a_last, uint32_t b, uint32_t b_last)
{
    uint32_t size = d->tokens.at[a_last - 1].end - d->tokens.at[a].begin;
    return size == d->tokens.at[b_last - 1].end - d->tokens.at[b].begin &&
           memcmp(d->text.bytes + d->tokens.at[a].begin, d->text.bytes + d->tokens.at[b].begin, size) == 0;
}

/* The colon behind a label at the start of a line, or LAUT_NONE: Brandt:, Brandt (lacht): */
static uint32_t label_end(const lt_document *d, uint32_t first)
{
    for (uint32_t i = first; i < d->tokens.count && i <= first + LABEL_WORDS; i++) {
        const lt_token *t = &d->tokens.at[i];
        if (i > first && new_line(d, i))
            return LAUT_NONE;
        if (t->kind == LT_COLON)
            return i > first && i + 1 < d->tokens.count && !new_line(d, i + 1) ? i : LAUT_NONE;
        if (i > first && t->kind == LT_OPEN) { /* a stage direction */
            uint32_t close = i + 1;
            while (close < d->tokens.count && close < i + LABEL_WORDS && d->tokens.at[close].kind == LT_WORD)
                close++;
            if (close + 1 < d->tokens.count && d->tokens.at[close].kind == LT_CLOSE && d->tokens.at[close + 1].kind == LT_COLON)
                return close + 2 < d->tokens.count && !new_line(d, close + 2) ? close + 1 : LAUT_NONE;
            return LAUT_NONE;
        }
        if (t->kind != LT_WORD || !(t->flags & LT_CAPITAL))
            return LAUT_NONE;
    }
    return LAUT_NONE;
}

static role role_of_word(const lt_document *d, uint32_t token)
{
    uint32_t index;
    const lt_table *t = lt_engine_table(d->engine, "lex/turns.tsv", &index);
    for (uint32_t r = 0; t && r < t->row_count; r++) {
        const char *cell = lt_cell(t, r, "label");
        lt_word w = lt_find_word(&d->engine->vocabulary, cell, strlen(cell));
        if (w != LT_NO_WORD && w == d->tokens.at[token].form)
            return lt_cell_has(lt_cell(t, r, "turn"), "question") ? QUESTION : ANSWER;
    }
    return UNKNOWN;
}

static void add(lt_document *d, lt_turns *turns, uint32_t first, uint32_t last)
{
    lt_turn *t = first < last ? lt_push(&d->arena, turns) : NULL;
    if (t)
        *t = (lt_turn){first, last};
}

/* FRAGE: … ANTWORT: …, dpa: … Brandt: …: labels that come back. */
static bool labelled(lt_document *d, lt_turns *out)
{
    lt_vec(turn) turns = {0};
    label labels[MAX_LABELS];
    uint32_t count = 0, repeated = 0, questions = 0, words = 0;
    for (uint32_t i = 0; i < d->tokens.count; i++) {
        uint32_t colon = new_line(d, i) ? label_end(d, i) : LAUT_NONE;
        if (colon == LAUT_NONE)
            continue;
        uint32_t end = colon + 1, k = 0;
        while (end < d->tokens.count && !(d->tokens.at[end].flags & LT_PARA_BEFORE) &&
               !(new_line(d, end) && label_end(d, end) != LAUT_NONE))
            end++;
        while (k < count && !same_words(d, labels[k].first, labels[k].last, i, colon))
            k++;
        if (k == MAX_LABELS)
            return false;
        if (k == count)
            labels[count++] = (label){i, colon, 0, 0, colon == i + 1 ? role_of_word(d, i) : UNKNOWN};
        turn *t = lt_push(&d->arena, &turns);
        if (!t)
            return false;
        *t = (turn){i, colon, end, k, asks(d, colon + 1, end)};
        repeated += ++labels[k].turns == 2;
        labels[k].questions += t->asks;
        questions += t->asks;
        i = end - 1;
    }
    for (uint32_t k = 0; k < count; k++)
        words += labels[k].role != UNKNOWN;
    if (count < 2 || !(words > 1 || repeated > 1 || (repeated && questions)))
        return false;
    for (uint32_t i = 0; i < turns.count; i++) {
        const turn *t = &turns.at[i];
        const label *l = &labels[t->label];
        bool answer = l->role == ANSWER || (l->role == UNKNOWN && 2 * l->questions < l->turns);
        if (answer && (l->role == ANSWER || l->turns > 1 || words))
            add(d, out, t->colon + 1, t->last);
    }
    return true;
}

/* Frau Brandt, warum …?: a title and a name in front of a comma. */
static bool addresses(const lt_document *d, uint32_t first, uint32_t last)
{
    while (first < last && d->tokens.at[first].kind == LT_OTHER)
        first++; /* **Frau Brandt, …** */
    const lt_token *t = &d->tokens.at[first];
    bool title = false;
    for (uint32_t k = 0; k < t->reading_count; k++)
        title |= lt_entry_has(d->engine, d->readings.at[t->first_reading + k].entry, LT_HAS(traits, title));
    for (uint32_t i = first + 1; title && i < last && i < first + 6; i++) {
        if (d->tokens.at[i].kind == LT_COMMA)
            return i > first + 1;
        if (d->tokens.at[i].kind != LT_WORD || !(d->tokens.at[i].flags & LT_CAPITAL))
            return false;
    }
    return false;
}

enum { HEADING_TOKENS = 8 };

/* *Das Gespräch führte …*, Zur Person: set off by marks, or a heading: the author's again. */
static bool is_set_off(const lt_document *d, uint32_t first, uint32_t last)
{
    if (first < last && d->tokens.at[first].kind == LT_OTHER)
        return true;
    return last < d->tokens.count && last - first <= HEADING_TOKENS && last > first && d->tokens.at[last - 1].kind == LT_WORD;
}

static uint32_t next_paragraph(const lt_document *d, uint32_t i)
{
    for (i++; i < d->tokens.count && !(d->tokens.at[i].flags & LT_PARA_BEFORE);)
        i++;
    return i;
}

/* Only who answers has a label: what stands in front of a labelled paragraph is asked, with a question mark or
 * without. An answer may have several paragraphs. */
static void answers(lt_document *d, lt_turns *out)
{
    uint32_t open = LAUT_NONE;
    for (uint32_t i = 0, next; i < d->tokens.count; i = next) {
        next = next_paragraph(d, i);
        uint32_t colon = label_end(d, i);
        bool asked = colon == LAUT_NONE &&
                     (asks(d, i, next) || (next < d->tokens.count && label_end(d, next) != LAUT_NONE));
        if (open != LAUT_NONE && (colon != LAUT_NONE || asked || is_set_off(d, i, next) || next >= d->tokens.count)) {
            add(d, out, open, i);
            open = LAUT_NONE;
        }
        if (colon != LAUT_NONE && next >= d->tokens.count)
            add(d, out, colon + 1, next);
        else if (colon != LAUT_NONE)
            open = colon + 1;
    }
}

/* **Kritiker behaupten, Sie sparen an der Jugend.** A paragraph in bold type that is too long for a heading. */
static bool is_bold(const lt_document *d, uint32_t first, uint32_t last)
{
    const lt_token *a = &d->tokens.at[first], *b = &d->tokens.at[last - 1];
    return last - first > HEADING_TOKENS && a->kind == LT_OTHER && b->kind == LT_OTHER &&
           memcmp(d->text.bytes + a->begin, "**", 2) == 0 && memcmp(d->text.bytes + b->end - 2, "**", 2) == 0;
}

/* Questions that have paragraphs of their own, and what stands between them, from the first question on that addresses
 * somebody: an interview may stand at the end of a report. */
static void paragraphs(lt_document *d, lt_turns *out)
{
    uint32_t questions = 0, others = 0, labels = 0, open = LAUT_NONE, begin = 0, from = 0;
    bool spoken = false; /* somebody is addressed: it is no list of questions that the author answers */
    for (int pass = 0; pass < 2; pass++) {
        for (uint32_t i = 0; i < d->tokens.count; i = begin) {
            begin = next_paragraph(d, i);
            bool question = begin - i < QUESTION_TOKENS && d->tokens.at[i].kind != LT_MARK && asks(d, i, begin);
            if (pass == 0) {
                if (!spoken && question && addresses(d, i, begin)) {
                    spoken = true;
                    from = questions ? from : i;
                    others = questions ? others : 0;
                }
                questions += question;
                others += !question;
                labels += !question && label_end(d, i) != LAUT_NONE;
                continue;
            }
            if (i < from)
                continue;
            question |= is_bold(d, i, begin);
            if (open != LAUT_NONE && open < i && (question || is_set_off(d, i, begin))) {
                add(d, out, open, i);
                open = LAUT_NONE;
            }
            if (open != LAUT_NONE && !question && begin == d->tokens.count)
                add(d, out, open, open >= i ? begin : i); /* the last paragraph may be the author's again */
            if (question)
                open = begin;
        }
        if (questions < 2 || 3 * questions < others || !spoken)
            return;
        if (labels > 1) {
            answers(d, out);
            return;
        }
    }
}

void lt_find_turns(lt_document *d, lt_turns *turns)
{
    if (!labelled(d, turns))
        paragraphs(d, turns);
}

/* Frau Brandt, wie …? */
static bool addressed(const lt_document *d, const lt_mention *m)
{
    if (!m->named || m->type != LT_TYPE_PERSON || m->core_last >= d->tokens.count || m->name_first == m->first ||
        d->tokens.at[m->core_last].kind != LT_COMMA || !asks(d, m->first, d->sentences.at[m->sentence].last))
        return false;
    return m->first == d->sentences.at[m->sentence].first || d->tokens.at[m->first - 1].kind == LT_COLON ||
           d->tokens.at[m->first - 1].kind == LT_OTHER;
}

void lt_find_answerers(lt_document *d)
{
    uint32_t whom = LAUT_NONE, first = LAUT_NONE, m = 0;
    for (uint32_t i = 0; i < d->quotes.count; i++) {
        lt_quote *q = &d->quotes.at[i];
        if (!q->answer || q->first == 0)
            continue;
        for (; m < d->mentions.count && d->mentions.at[m].sentence < d->sentence_of[q->first]; m++) {
            const lt_mention *x = &d->mentions.at[m];
            if (d->quote_of[x->first] != LAUT_NONE)
                continue;
            if (addressed(d, x))
                whom = m;
            if (first == LAUT_NONE && x->named && x->type == LT_TYPE_PERSON)
                first = m;
        }
        bool behind = q->first > 1 && d->tokens.at[q->first - 1].kind == LT_COLON;
        bool named = behind && role_of_word(d, q->first - 2) == UNKNOWN;
        q->answerer = whom != LAUT_NONE || named ? whom : first;
        for (uint32_t k = m; k < d->mentions.count && d->mentions.at[k].sentence == d->sentence_of[q->first]; k++)
            if (named && d->mentions.at[k].last + 1 == q->first && d->mentions.at[k].named)
                q->answerer = k; /* Ada Brandt: … */
    }
}
