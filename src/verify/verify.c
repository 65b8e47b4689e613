/* laut_verify_…: from the places that were found to a verdict on each quotation. */
#include "verify/verify.h"

#include <stdlib.h>
#include <string.h>

/* A passage is shown as evidence, or as the nearest one, from this similarity on. */
#define SHOWN .25

/* Parts of a quotation count as stitched where no single passage has as much of it as this, or where
 * they meet at a mark. */
#define SCATTERED .75

int laut_verify_open(laut_verification **out, const laut_engine *engine, const laut_document *draft,
                     const laut_verify_options *options, laut_error *error)
{
    laut_error ignored;
    if (!error)
        error = &ignored;
    memset(error, 0, sizeof *error);
    *out = NULL;
    laut_verification *v = calloc(1, sizeof *v);
    if (!v)
        return lt_out_of_memory(error);
    v->engine = engine;
    v->draft = draft;
    if (lt_typography_load(&v->typography, engine, &v->arena, error) < 0) {
        laut_verify_free(v);
        return -1;
    }
    if (lt_find_quoted(draft, &v->typography, options && options->quotations_only, &v->arena, &v->quoteds) < 0 ||
        !(v->search = lt_search_new(engine, draft, &v->typography, &v->quoteds))) {
        laut_verify_free(v);
        return lt_out_of_memory(error);
    }
    *out = v;
    return 0;
}

void laut_verify_free(laut_verification *v)
{
    if (!v)
        return;
    lt_search_free(v->search);
    lt_arena_free(&v->answer);
    lt_arena_free(&v->arena);
    free(v);
}

int laut_verify_begin(laut_verification *v, const char *name, laut_error *error)
{
    memset(error, 0, sizeof *error);
    return lt_search_begin(v->search, name ? name : "", error);
}

int laut_verify_feed(laut_verification *v, const char *bytes, size_t size, laut_error *error)
{
    return lt_search_feed(v->search, bytes, size, error);
}

int laut_verify_end(laut_verification *v, laut_error *error) { return lt_search_end(v->search, error); }

int laut_verify_source(laut_verification *v, const char *name, const char *text, size_t size, laut_error *error)
{
    if (laut_verify_begin(v, name, error) < 0)
        return -1;
    int failed = laut_verify_feed(v, text, size, error);
    laut_error end;
    if (laut_verify_end(v, failed ? &end : error) < 0)
        failed = -1;
    return failed;
}

/* ---------------------------------------------------------------- verdicts */

static int rank(const lt_place *p)
{
    int speaker = p->passage.match == LAUT_SPEAKER_SAME ? 0 : p->passage.match == LAUT_SPEAKER_UNKNOWN ? 1 : 2;
    bool said = p->passage.wording <= LAUT_SHORTENED;
    return said && speaker < 2 ? (int)p->passage.wording * 2 + speaker : 10 + (int)p->passage.wording * 2;
}

static int by_rank(const void *x, const void *y)
{
    const lt_place *a = *(lt_place *const *)x, *b = *(lt_place *const *)y;
    int i = rank(a), k = rank(b);
    if (i != k)
        return i < k ? -1 : 1;
    if (a->passage.similarity != b->passage.similarity)
        return a->passage.similarity > b->passage.similarity ? -1 : 1;
    int names = strcmp(a->passage.source, b->passage.source);
    return names ? names : a->passage.begin < b->passage.begin ? -1 : a->passage.begin > b->passage.begin;
}

static int by_similarity(const void *x, const void *y)
{
    const lt_place *a = *(lt_place *const *)x, *b = *(lt_place *const *)y;
    return a->passage.similarity > b->passage.similarity   ? -1
           : a->passage.similarity < b->passage.similarity ? 1
                                                           : by_rank(x, y);
}

static bool marked_before(const laut_verification *v, const lt_quoted *q, uint32_t word)
{
    if (q->words[word].gap)
        return true;
    const char *text = v->draft->text.bytes;
    for (uint32_t i = q->words[word - 1].word.end; i < q->words[word].word.begin; i++)
        if (strchr(".,;:!?", text[i]) && text[i])
            return true;
    return false;
}

/* The parts of the quotation, each as it stands somewhere, from the last one back: the longest stretch
 * that ends with a word goes as far as any can, so that there are no fewer parts. */
static bool is_stitched(const laut_verification *v, const lt_item *item, double similarity, uint32_t *parts)
{
    const lt_quoted *q = &item->quoted;
    bool at_marks = true;
    *parts = 0;
    for (uint32_t end = q->count; end;) {
        const lt_run *run = &item->runs[end - 1];
        if (q->words[end - 1].inserted) {
            end--;
            continue;
        }
        if (!run->words)
            return false;
        end -= run->words;
        at_marks &= !end || marked_before(v, q, end);
        ++*parts;
    }
    return *parts > 1 && q->count >= 4 * *parts - 1 && (at_marks || similarity < SCATTERED);
}

static bool add_parts(laut_verification *v, const lt_item *item, uint32_t parts, laut_quotation *out)
{
    laut_passage *list = lt_arena_alloc(&v->answer, parts * sizeof *list);
    laut_edit *edits = lt_arena_alloc(&v->answer, parts * sizeof *edits);
    if (!list || !edits)
        return false;
    uint32_t n = parts;
    for (uint32_t end = item->quoted.count; end;) {
        if (item->quoted.words[end - 1].inserted) {
            end--;
            continue;
        }
        const lt_run *run = &item->runs[end - 1];
        laut_passage *p = &list[--n];
        *p = run->place->passage;
        edits[n] = (laut_edit){LAUT_SAME, p->quoted, {0, (uint32_t)p->size}};
        p->edits = &edits[n];
        p->edit_count = 1;
        p->similarity = 1;
        end -= run->words;
    }
    out->passages = list;
    out->passage_count = parts;
    return true;
}

static bool add_places(laut_verification *v, const lt_item *item, uint32_t count, laut_quotation *out)
{
    laut_passage *list = lt_arena_alloc(&v->answer, (count + 1) * sizeof *list);
    if (!list)
        return false;
    out->passages = list;
    for (uint32_t i = 0; i < count; i++)
        if (item->places[i]->passage.wording != LAUT_NOT_FOUND || item->places[i]->passage.similarity >= SHOWN)
            list[out->passage_count++] = item->places[i]->passage;
    return true;
}

static bool judge(laut_verification *v, lt_item *item, laut_quotation *out)
{
    uint32_t count = item->place_count, parts;
    *out = (laut_quotation){.content = item->quoted.content, .claim = item->quoted.claim, .part = item->quoted.part,
                            .parts = item->quoted.parts, .places = item->found};
    if (count)
        qsort(item->places, count, sizeof *item->places, item->quoted.evidence ? by_similarity : by_rank);
    if (item->quoted.evidence) {
        out->verdict = LAUT_EVIDENCE;
        return add_places(v, item, count, out);
    }
    const laut_passage *best = count ? &item->places[0]->passage : NULL;
    out->verdict = best ? best->wording : LAUT_NOT_FOUND;
    if (best && best->wording <= LAUT_SHORTENED) {
        if (best->match == LAUT_SPEAKER_OTHER && !item->dropped)
            out->verdict = LAUT_OTHER_SPEAKER;
        for (uint32_t i = 0; i < count; i++) /* the rest says nothing of what was found */
            if (item->places[i]->passage.wording > LAUT_SHORTENED)
                count = i;
        return add_places(v, item, count, out);
    }
    if (is_stitched(v, item, best && best->wording == LAUT_ALTERED ? best->similarity : 0, &parts)) {
        out->verdict = LAUT_STITCHED;
        return add_parts(v, item, parts, out);
    }
    return add_places(v, item, count ? 1 : 0, out);
}

const laut_quotation *laut_quotations(laut_verification *v, size_t *count, laut_error *error)
{
    memset(error, 0, sizeof *error);
    lt_arena_free(&v->answer);
    v->answer = (lt_arena){0};
    uint32_t n;
    lt_item *items = lt_search_items(v->search, &n);
    v->quotations = lt_arena_alloc(&v->answer, (n + 1) * sizeof *v->quotations);
    *count = 0;
    for (uint32_t i = 0; v->quotations && i < n; i++)
        if (!judge(v, &items[i], &v->quotations[i]))
            break;
    if (v->answer.failed) {
        lt_out_of_memory(error);
        return NULL;
    }
    *count = n;
    return v->quotations;
}

/* ---------------------------------------------------------------- names */

const char *laut_verdict_name(laut_verdict verdict)
{
    static const char *const names[] = {"verbatim", "typography", "shortened", "altered", "stitched",
                                        "other_speaker", "not_found", "evidence"};
    return (unsigned)verdict < sizeof names / sizeof *names ? names[verdict] : "?";
}

const char *laut_edit_name(laut_edit_kind kind)
{
    static const char *const names[] = {"same", "changed", "added", "dropped", "omitted", "inserted"};
    return (unsigned)kind < sizeof names / sizeof *names ? names[kind] : "?";
}

const char *laut_speaker_match_name(laut_speaker_match match)
{
    static const char *const names[] = {"unknown", "same", "other"};
    return (unsigned)match < sizeof names / sizeof *names ? names[match] : "?";
}

const char *laut_typography_name(unsigned bit)
{
    static const char *const names[] = {"quotation_marks", "punctuation", "hyphenation", "spacing", "capitals",
                                        "characters", "insertion"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (bit == 1u << i)
            return names[i];
    return NULL;
}
