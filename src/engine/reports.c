#include "engine/reports.h"

#include <string.h>

#include "base/fold.h"
#include "engine/engine.h"
#include "engine/morphology.h"

typedef struct {
    uint64_t filter; /* a bit for each of the words, by its number: most tokens are none of them */
    const lt_word *words;
    uint32_t count;
    bool optional, reflexive; /* reflexive: any reflexive pronoun will do */
} companion;

typedef struct {
    lt_word lemma;
    lt_entry entry;
    const companion *companions;
    uint32_t count;
    uint32_t next; /* phrase with the same lemma, 0 ends */
} phrase;

struct lt_reports {
    lt_vec(phrase) phrases; /* phrases.at[0] is unused */
    uint32_t *first;        /* for each word number */
    uint64_t *reporting;    /* a bit for each: whether it has one, for most have none */
    uint32_t word_count;
};

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

static bool parse_companion(laut_engine *engine, const char *text, size_t size, companion *c)
{
    uint32_t alternatives = 1;
    for (size_t i = 0; i < size; i++)
        alternatives += text[i] == '|';
    lt_word *words = lt_arena_alloc(&engine->arena, alternatives * sizeof *words);
    if (!words)
        return false;
    c->words = words;
    if (size && text[size - 1] == '?') {
        c->optional = true;
        size--;
    }
    for (size_t from = 0; from <= size;) {
        size_t to = from;
        while (to < size && text[to] != '|')
            to++;
        lt_word w = intern(engine, text + from, to - from);
        words[c->count++] = w;
        c->filter |= UINT64_C(1) << w % 64;
        from = to + 1;
    }
    c->reflexive = c->count == 1 && reflexive(engine, text, size);
    return true;
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
        lt_piece pieces[LT_MAX_COMPANIONS + 1], frames[LT_MAX_FRAMES_OF_VERB];
        uint32_t n = lt_row_pieces(t, row, "verb", pieces, LT_MAX_COMPANIONS + 1, errors);
        lt_row_pieces(t, row, "frame", frames, LT_MAX_FRAMES_OF_VERB, errors); /* see properties.c */
        *p = (phrase){.entry = lt_make_entry(index, row), .count = n ? n - 1 : 0};
        companion *companions = n > 1 ? lt_arena_alloc(&engine->arena, (n - 1) * sizeof *companions) : NULL;
        for (uint32_t i = 0; i + 1 < n; i++)
            if (!companions || !parse_companion(engine, pieces[i].at, pieces[i].size, &companions[i]))
                return -1;
        p->companions = companions;
        if (n)
            p->lemma = intern(engine, pieces[n - 1].at, pieces[n - 1].size);
    }
    r->word_count = engine->vocabulary.words.count;
    r->first = lt_arena_alloc(&engine->arena, r->word_count * sizeof *r->first);
    r->reporting = lt_arena_alloc(&engine->arena, (r->word_count / 64 + 1) * sizeof *r->reporting);
    if (!r->first || !r->reporting)
        return -1;
    for (uint32_t i = r->phrases.count; i-- > 1;) {
        phrase *p = &r->phrases.at[i];
        p->next = r->first[p->lemma];
        r->first[p->lemma] = i;
        r->reporting[p->lemma / 64] |= UINT64_C(1) << p->lemma % 64;
    }
    engine->reports = r;
    return errors->count ? -1 : 0;
}

static bool is_companion(const companion *c, const lt_token *t)
{
    if (t->form == LT_NO_WORD)
        return false;
    for (uint32_t k = 0; c->filter >> t->form % 64 & 1 && k < c->count; k++)
        if (t->form == c->words[k])
            return true;
    return c->reflexive && t->sum.features & LT_F(refl);
}

/* The token among `tokens` that is this companion: the last one in front of token `before` (der Trainer hat
 * die Ansicht vertreten), else the first one; or LAUT_NONE. */
static uint32_t look(const lt_document *d, const companion *c, const uint32_t *tokens, uint32_t count, uint32_t before)
{
    uint32_t found = LAUT_NONE;
    for (uint32_t i = 0; i < count && (found == LAUT_NONE || tokens[i] < before); i++)
        if (is_companion(c, &d->tokens.at[tokens[i]]))
            found = tokens[i];
    return found;
}

lt_entry lt_find_report(const lt_document *d, lt_word lemma, const uint32_t *tokens, uint32_t count,
                        uint32_t companions[LT_MAX_COMPANIONS], uint32_t *found)
{
    const struct lt_reports *r = d->engine->reports;
    lt_entry best = LAUT_NONE;
    uint32_t best_score = 0;
    *found = 0;
    if (lemma == LT_NO_WORD || lemma >= r->word_count || !(r->reporting[lemma / 64] >> lemma % 64 & 1))
        return LAUT_NONE;
    uint64_t there = 0;
    for (uint32_t i = 0; i < count; i++)
        there |= UINT64_C(1) << d->tokens.at[tokens[i]].form % 64;
    for (uint32_t p = r->first[lemma]; p; p = r->phrases.at[p].next) {
        const phrase *x = &r->phrases.at[p];
        uint32_t seen[LT_MAX_COMPANIONS], n = 0, score = 1;
        bool complete = true;
        for (uint32_t i = x->count, before = 0; i-- > 0 && complete;) {
            const companion *c = &x->companions[i];
            bool possible = c->filter & there || c->reflexive;
            uint32_t token = possible ? look(d, c, tokens, count, before) : LAUT_NONE;
            if (token != LAUT_NONE) {
                seen[n++] = before = token;
                score += x->companions[i].optional ? 1 : 2;
            } else {
                complete = x->companions[i].optional;
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
