/* The way of a text through the house: one stage after the other. */
#include "laut.h"

#include <stdlib.h>
#include <string.h>

#include "document.h"
#include "engine/worker.h"

const lt_stage lt_stages[LT_STAGE_COUNT] = {
    {"tokens", lt_tokens_stage},       /* words and marks */
    {"readings", lt_readings_stage},   /* all analyses of each word */
    {"quotes", lt_quotes_stage},       /* pairs of quotation marks */
    {"sentences", lt_sentences_stage},
    {"clauses", lt_clauses_stage},     /* topological fields, verbs */
    {"mentions", lt_mentions_stage},   /* noun phrases, subjects and objects */
    {"matches", lt_matches_stage},     /* the rules */
    {"claims", lt_claims_stage},       /* nesting, carrying on, chains */
    {"parties", lt_parties_stage},     /* who is who; the answer */
};

/* Places of one limit that are nearer than this are told as one: a heap of marks, not each of them. */
enum { NEAR = 256 /* bytes */ };

void lt_truncate(lt_document *d, laut_limit what, uint32_t first, uint32_t last)
{
    laut_span s = {d->tokens.at[first].begin, d->tokens.at[last - 1].end};
    laut_truncation *t = d->truncations.count ? &d->truncations.at[d->truncations.count - 1] : NULL;
    if (t && t->what == what && s.begin <= t->span.end + NEAR && s.end + NEAR >= t->span.begin &&
        what != LAUT_LIMIT_SENTENCE) {
        t->span.begin = s.begin < t->span.begin ? s.begin : t->span.begin;
        t->span.end = s.end > t->span.end ? s.end : t->span.end;
    } else if ((t = lt_push(&d->arena, &d->truncations))) {
        *t = (laut_truncation){what, s};
    }
}

static int by_place(const void *x, const void *y)
{
    const laut_truncation *a = x, *b = y;
    if (a->span.begin != b->span.begin)
        return a->span.begin < b->span.begin ? -1 : 1;
    if (a->what != b->what)
        return a->what < b->what ? -1 : 1;
    return a->span.end < b->span.end ? -1 : a->span.end > b->span.end;
}

int laut_analyze(const laut_engine *engine, const char *text, size_t size,
                 const laut_options *options, laut_document **out, laut_error *error)
{
    laut_error ignored;
    if (!error)
        error = &ignored;
    memset(error, 0, sizeof *error);
    *out = NULL;
    lt_document *d = calloc(1, sizeof *d);
    if (!d)
        return lt_out_of_memory(error);
    d->engine = engine;
    if (options) {
        d->worker = options->worker;
        d->arena.pool = d->worker ? &d->worker->pool : NULL;
        d->tracing = options->trace;
        d->id = options->id ? lt_arena_copy(&d->arena, options->id, strlen(options->id)) : NULL;
        d->publisher = options->publisher
                           ? lt_arena_copy(&d->arena, options->publisher, strlen(options->publisher))
                           : NULL;
    }
    int failed = lt_text_stage(d, text, size, error);
    for (size_t i = 0; !failed && i < LT_STAGE_COUNT; i++)
        failed = lt_stages[i].run(d, error);
    if (!failed && d->arena.failed) /* each stage has looked, but for what was told of limits since */
        failed = lt_out_of_memory(error);
    if (failed) {
        laut_document_free(d);
        return -1;
    }
    if (d->truncations.count)
        qsort(d->truncations.at, d->truncations.count, sizeof *d->truncations.at, by_place);
    *out = d;
    return 0;
}

void laut_document_free(laut_document *d)
{
    if (!d)
        return;
    lt_arena_free(&d->arena);
    free(d);
}

const laut_claim *laut_claims(const laut_document *d, size_t *count)
{
    *count = d->claims.count;
    return d->claims.at;
}

const laut_no_comment *laut_no_comments(const laut_document *d, size_t *count)
{
    *count = d->no_comments.count;
    return d->no_comments.at;
}

const laut_party *laut_parties(const laut_document *d, size_t *count)
{
    *count = d->parties.count;
    return d->parties.at;
}

const laut_sentence *laut_sentences(const laut_document *d, size_t *count)
{
    *count = d->sentences.count;
    return d->sentence_views;
}

const laut_truncation *laut_truncations(const laut_document *d, size_t *count)
{
    *count = d->truncations.count;
    return d->truncations.at;
}
