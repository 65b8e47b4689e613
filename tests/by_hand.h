/* Documents made by hand, for tests of the rule engine that do not depend on German lexica.
 *
 *     hand h;
 *     hand_open(&h, "rule …", "lex/verbs.tsv", "verb\tframe\n…", NULL);
 *     hand_text(&h, "Ada sagte , dass es regnet .");  // tokens are cut at blanks
 *     hand_reading(&h, "sagte", "sagen", LT_VERB, LT_F(fin));
 *     uint32_t c = hand_clause(&h, LT_MAIN, 0, 2);     // tokens [0, 2)
 *     hand_run(&h);
 */
#ifndef TESTS_BY_HAND_H
#define TESTS_BY_HAND_H

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "document.h"
#include "engine/engine.h"
#include "engine/summary.h"
#include "engine/trace.h"

typedef struct {
    laut_engine *engine;
    laut_errors errors;
    lt_document *d;
} hand;

/* Load one rule file and tables (path, text, …, NULL). Returns lt_engine_load()'s result. */
static inline int hand_open(hand *h, const char *rules, ...)
{
    lt_embedded_file files[16];
    size_t count = 0;
    files[count++] = (lt_embedded_file){"test.laut", rules, strlen(rules)};
    va_list arguments;
    va_start(arguments, rules);
    for (const char *path; (path = va_arg(arguments, const char *));) {
        const char *text = va_arg(arguments, const char *);
        files[count++] = (lt_embedded_file){path, text, strlen(text)};
    }
    va_end(arguments);
    memset(h, 0, sizeof *h);
    h->engine = calloc(1, sizeof *h->engine);
    return lt_engine_load(h->engine, files, count, &h->errors);
}

static inline void hand_close(hand *h)
{
    if (h->d)
        lt_arena_free(&h->d->arena);
    free(h->d);
    laut_engine_free(h->engine);
    memset(h, 0, sizeof *h);
}

static inline lt_word hand_word(hand *h, const char *text)
{
    char folded[LT_MAX_WORD];
    size_t n = lt_fold(text, strlen(text), folded);
    return lt_intern(&h->engine->vocabulary, folded, n);
}

static inline lt_token_kind hand_kind(const char *t, size_t size)
{
    static const char *const marks[] = {"„", "“", "‚", "‘", "»", "«"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (strlen(marks[i]) == size && memcmp(marks[i], t, size) == 0)
            return LT_MARK;
    switch (*t) {
    case ',': return LT_COMMA;
    case '.': case '!': case '?': return LT_STOP;
    case ':': return LT_COLON;
    case '(': return LT_OPEN;
    case ')': return LT_CLOSE;
    default: return *t >= '0' && *t <= '9' ? LT_NUMBER : LT_WORD;
    }
}

/* Tokens, sentences (a stop outside quotation marks ends one), quotations („ and “ pair). */
static inline void hand_text(hand *h, const char *text)
{
    lt_document *d = h->d = calloc(1, sizeof *h->d);
    size_t size = strlen(text);
    d->engine = h->engine;
    d->tracing = true;
    d->text.bytes = lt_arena_copy(&d->arena, text, size);
    d->text.size = (uint32_t)size;
    uint32_t *line = lt_push(&d->arena, &d->text.lines);
    *line = 0;
    uint32_t open[8], depth = 0, first = 0;
    for (size_t i = 0; i < size;) {
        size_t k = i + strcspn(text + i, " ");
        lt_token *t = lt_push(&d->arena, &d->tokens);
        char folded[LT_MAX_WORD];
        size_t n = lt_fold(text + i, k - i, folded);
        *t = (lt_token){.begin = (uint32_t)i, .end = (uint32_t)k, .flags = LT_SPACE_BEFORE,
                        .kind = (uint8_t)hand_kind(text + i, k - i),
                        .folded = lt_arena_copy(&d->arena, folded, n), .folded_size = (uint8_t)n,
                        .form = lt_find_word(&h->engine->vocabulary, folded, n)};
        if (text[i] >= 'A' && text[i] <= 'Z')
            t->flags |= LT_CAPITAL;
        i = k + strspn(text + k, " ");
    }
    uint32_t n = d->tokens.count;
    d->sentence_of = lt_arena_alloc(&d->arena, (n + 1) * sizeof(uint32_t));
    d->quote_of = lt_arena_alloc(&d->arena, (n + 1) * sizeof(uint32_t));
    d->clause_of = lt_arena_alloc(&d->arena, (n + 1) * sizeof(uint32_t));
    d->arguments = lt_arena_alloc(&d->arena, 64 * sizeof *d->arguments);
    memset(d->clause_of, 0xFF, (n + 1) * sizeof(uint32_t));
    memset(d->arguments, 0xFF, 64 * sizeof *d->arguments);
    for (uint32_t i = 0; i < n; i++) {
        const lt_token *t = &d->tokens.at[i];
        const char *s = text + t->begin;
        bool closes = t->kind == LT_MARK && strncmp(s, "“", 3) == 0 && depth;
        if (t->kind == LT_MARK && strncmp(s, "„", 3) == 0) {
            lt_quote *q = lt_push(&d->arena, &d->quotes);
            *q = (lt_quote){.first = i, .parent = depth ? open[depth - 1] : LAUT_NONE,
                            .level = (uint8_t)depth};
            open[depth++] = d->quotes.count - 1;
        }
        d->quote_of[i] = depth ? open[depth - 1] : LAUT_NONE;
        if (closes)
            d->quotes.at[open[--depth]].last = i + 1;
        d->sentence_of[i] = d->sentences.count;
        if ((t->kind == LT_STOP && !depth) || i + 1 == n) {
            lt_sentence *x = lt_push(&d->arena, &d->sentences);
            *x = (lt_sentence){first, i + 1, first == 0, false};
            first = i + 1;
        }
    }
}

/* Give every token with that form a reading. Call once for each form and reading, in order. */
static inline void hand_reading(hand *h, const char *form, const char *lemma, lt_category category,
                                uint64_t features)
{
    lt_document *d = h->d;
    lt_word w = hand_word(h, form);
    for (uint32_t i = 0; i < d->tokens.count; i++) {
        lt_token *t = &d->tokens.at[i];
        char folded[LT_MAX_WORD];
        size_t n = lt_fold(d->text.bytes + t->begin, t->end - t->begin, folded);
        if (lt_find_word(&h->engine->vocabulary, folded, n) != w)
            continue;
        lt_reading old[8];
        uint16_t count = t->reading_count;
        for (uint16_t k = 0; k < count; k++)
            old[k] = d->readings.at[t->first_reading + k];
        old[count++] = (lt_reading){hand_word(h, lemma), (uint8_t)category, features, LAUT_NONE};
        t->first_reading = d->readings.count;
        t->reading_count = count;
        for (uint16_t k = 0; k < count; k++) {
            lt_reading *r = lt_push(&d->arena, &d->readings);
            *r = old[k];
        }
    }
}

/* A clause of one segment; further fields are the test's to set. */
static inline uint32_t hand_clause(hand *h, lt_clause_kind kind, uint32_t first, uint32_t last)
{
    lt_document *d = h->d;
    lt_clause *c = lt_push(&d->arena, &d->clauses);
    lt_range *segment = lt_arena_alloc(&d->arena, 4 * sizeof *segment);
    *segment = (lt_range){first, last};
    *c = (lt_clause){.kind = (uint8_t)kind, .sentence = d->sentence_of[first], .parent = LAUT_NONE,
                     .link = LAUT_NONE, .segments = segment, .segment_count = 1, .first = first,
                     .last = last, .introducer = LAUT_NONE, .finite = LAUT_NONE, .verb = LAUT_NONE,
                     .report = LAUT_NONE};
    for (uint32_t t = first; t < last; t++)
        d->clause_of[t] = d->clauses.count - 1;
    d->arguments[d->clauses.count - 1].inherited = false;
    return d->clauses.count - 1;
}

static inline uint32_t hand_mention(hand *h, lt_mention_type type, uint32_t first, uint32_t last,
                                    uint64_t features)
{
    lt_document *d = h->d;
    lt_mention *m = lt_push(&d->arena, &d->mentions);
    *m = (lt_mention){.first = first, .last = last, .core_last = last, .head = last - 1,
                      .attribute = LAUT_NONE, .owner = LAUT_NONE, .next = LAUT_NONE,
                      .preposition = LAUT_NONE, .clause = d->clause_of[first],
                      .sentence = d->sentence_of[first], .features = features,
                      .type = (uint8_t)type, .entry = LAUT_NONE};
    return d->mentions.count - 1;
}

static inline int hand_run(hand *h)
{
    laut_error error;
    for (uint32_t i = 0; i < h->d->tokens.count; i++) {
        lt_token *t = &h->d->tokens.at[i];
        t->sum = lt_summary_of(h->d->engine, t->form, t->kind == LT_NUMBER,
                               t->reading_count ? h->d->readings.at + t->first_reading : NULL, t->reading_count);
    }
    return lt_matches_stage(h->d, &error);
}

/* The tokens of a role as text: "sagte", "Ada … Brandt". Lives until the next call but one. */
static inline const char *hand_role(hand *h, const lt_match *m, int role)
{
    static char room[2][512];
    static int turn;
    char *out = room[turn ^= 1];
    size_t n = 0;
    for (uint32_t i = 0; i < m->roles[role].count; i++) {
        uint32_t begin = h->d->tokens.at[m->roles[role].at[i].first].begin;
        uint32_t end = h->d->tokens.at[m->roles[role].at[i].last - 1].end;
        n += (size_t)snprintf(out + n, 512 - n, "%s%.*s", i ? " … " : "", (int)(end - begin),
                              h->d->text.bytes + begin);
    }
    out[n] = '\0';
    return out;
}

/* The n-th accepted match (0-based), or NULL. */
static inline const lt_match *hand_match(hand *h, uint32_t n)
{
    for (uint32_t i = 0; i < h->d->matches.count; i++)
        if (h->d->matches.at[i].beaten_by == LAUT_NONE && n-- == 0)
            return &h->d->matches.at[i];
    return NULL;
}

static inline uint32_t hand_accepted(hand *h)
{
    uint32_t n = 0;
    while (hand_match(h, n))
        n++;
    return n;
}

#endif
