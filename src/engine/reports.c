#include "engine/reports.h"

#include <string.h>

#include "base/fold.h"
#include "engine/engine.h"
#include "engine/morphology.h"

enum { MAX_ALTERNATIVES = 24 };

typedef struct {
    uint64_t bits;          /* of the words; most are not among those that are looked at */
    uint32_t first, count;  /* into words */
    bool optional, reflexive; /* reflexive: any reflexive pronoun will do */
} companion;

typedef struct {
    lt_word lemma;
    lt_entry entry;
    uint32_t first, count; /* into companions */
    uint32_t next;         /* phrase with the same lemma, 0 ends */
} phrase;

struct lt_reports {
    lt_vec(phrase) phrases; /* phrases.at[0] is unused */
    lt_vec(companion) companions;
    lt_vec(lt_word) words;
    uint32_t *first;        /* for each word number */
    uint32_t word_count;
};

static uint64_t bit(lt_word w) { return UINT64_C(1) << (w % 64); }

static lt_word intern(laut_engine *engine, const char *text, size_t size)
{
    char folded[LT_MAX_WORD];
    size_t n = lt_fold(text, size, folded);
    return n ? lt_intern(&engine->vocabulary, folded, n) : LT_NO_WORD;
}

static bool reflexive(const laut_engine *engine, const char *text, size_t size)
{
    lt_reading out[LT_MAX_READINGS];
    uint32_t n = lt_analyse(engine, text, size, 0, out);
    for (uint32_t i = 0; i < n; i++)
        if (out[i].category == LT_PRON && out[i].features & LT_F(refl) &&
            !(out[i].features & LT_F(pers)))
            return true;
    return false;
}

static void parse_companion(laut_engine *engine, struct lt_reports *r, const char *text, size_t size)
{
    companion c = {.first = r->words.count};
    if (size && text[size - 1] == '?') {
        c.optional = true;
        size--;
    }
    for (size_t from = 0; from <= size;) {
        size_t to = from;
        while (to < size && text[to] != '|')
            to++;
        lt_word w = intern(engine, text + from, to - from);
        lt_word *slot = c.count < MAX_ALTERNATIVES ? lt_push(&engine->arena, &r->words) : NULL;
        if (slot) {
            *slot = w;
            c.bits |= bit(w);
            c.count++;
        }
        from = to + 1;
    }
    c.reflexive = c.count == 1 && reflexive(engine, text, size);
    companion *slot = lt_push(&engine->arena, &r->companions);
    if (slot)
        *slot = c;
}

int lt_reports_build(laut_engine *engine, laut_errors *errors)
{
    uint32_t index;
    const lt_table *t = lt_engine_table(engine, "lex/reporting-verbs.tsv", &index);
    struct lt_reports *r = lt_arena_alloc(&engine->arena, sizeof *r);
    phrase *none = r ? lt_push(&engine->arena, &r->phrases) : NULL;
    if (!none)
        return -1;
    for (uint32_t row = 0; t && row < t->row_count; row++) {
        phrase *p = lt_push(&engine->arena, &r->phrases);
        if (!p)
            return -1;
        lt_piece pieces[LT_MAX_COMPANIONS + 1], frames[LT_MAX_FRAMES];
        uint32_t n = lt_row_pieces(t, row, "verb", pieces, LT_MAX_COMPANIONS + 1, errors);
        lt_row_pieces(t, row, "frame", frames, LT_MAX_FRAMES, errors); /* see properties.c */
        *p = (phrase){.entry = lt_make_entry(index, row), .first = r->companions.count,
                      .count = n ? n - 1 : 0};
        for (uint32_t i = 0; i + 1 < n; i++)
            parse_companion(engine, r, pieces[i].at, pieces[i].size);
        if (n)
            p->lemma = intern(engine, pieces[n - 1].at, pieces[n - 1].size);
    }
    r->word_count = engine->vocabulary.words.count;
    r->first = lt_arena_alloc(&engine->arena, r->word_count * sizeof *r->first);
    if (!r->first)
        return -1;
    for (uint32_t i = r->phrases.count; i-- > 1;) {
        phrase *p = &r->phrases.at[i];
        p->next = r->first[p->lemma];
        r->first[p->lemma] = i;
    }
    engine->reports = r;
    return errors->count ? -1 : 0;
}

/* The token among `tokens` that is this companion, or LAUT_NONE. */
static uint32_t look(const lt_document *d, const companion *c, const uint32_t *tokens, uint32_t count)
{
    const lt_word *words = d->engine->reports->words.at + c->first;
    for (uint32_t i = 0; i < count; i++) {
        const lt_token *t = &d->tokens.at[tokens[i]];
        if (t->form == LT_NO_WORD)
            continue;
        for (uint32_t k = 0; k < c->count; k++)
            if (t->form == words[k])
                return tokens[i];
        if (!c->reflexive)
            continue;
        for (uint32_t k = 0; k < t->reading_count; k++)
            if (d->readings.at[t->first_reading + k].features & LT_F(refl))
                return tokens[i];
    }
    return LAUT_NONE;
}

lt_entry lt_find_report(const lt_document *d, lt_word lemma, const uint32_t *tokens, uint32_t count,
                        uint32_t companions[LT_MAX_COMPANIONS], uint32_t *found)
{
    const struct lt_reports *r = d->engine->reports;
    lt_entry best = LAUT_NONE;
    uint32_t best_score = 0;
    *found = 0;
    if (lemma == LT_NO_WORD || lemma >= r->word_count)
        return LAUT_NONE;
    uint64_t there = 0;
    for (uint32_t i = 0; i < count; i++)
        there |= bit(d->tokens.at[tokens[i]].form);
    for (uint32_t p = r->first[lemma]; p; p = r->phrases.at[p].next) {
        const phrase *x = &r->phrases.at[p];
        uint32_t seen[LT_MAX_COMPANIONS], n = 0, score = 1;
        bool complete = true;
        for (uint32_t i = 0; i < x->count && complete; i++) {
            const companion *c = &r->companions.at[x->first + i];
            uint32_t token = c->bits & there || c->reflexive ? look(d, c, tokens, count) : LAUT_NONE;
            if (token != LAUT_NONE) {
                seen[n++] = token;
                score += c->optional ? 1 : 2;
            } else {
                complete = c->optional;
            }
        }
        /* among equals the one with more frames: it says more */
        bool richer = complete && score == best_score && best != LAUT_NONE && score &&
                      strlen(lt_entry_cell(d->engine, x->entry, "frame")) >
                          strlen(lt_entry_cell(d->engine, best, "frame"));
        if (complete && (score > best_score || richer)) {
            best_score = score;
            best = x->entry;
            memcpy(companions, seen, n * sizeof *seen);
            *found = n;
        }
    }
    return best;
}
