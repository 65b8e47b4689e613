/* Output: the view of a document that all writers get. */
#include <stdlib.h>
#include <string.h>

#include "formats/formats.h"

static const laut_write_options defaults = {.unit = LAUT_CODEPOINT};

int laut_write_begin(laut_format format, const laut_write_options *options, FILE *stream)
{
    return format == LAUT_FORMAT_HTML ? lt_begin_html(options ? options : &defaults, stream) : 0;
}

int laut_write_end(laut_format format, const laut_write_options *options, FILE *stream)
{
    return format == LAUT_FORMAT_HTML ? lt_end_html(options ? options : &defaults, stream) : 0;
}

int laut_write(const laut_document *document, laut_format format,
               const laut_write_options *options, FILE *stream)
{
    if (!options)
        options = &defaults;
    lt_view v;
    if (!laut_format_about(format) || lt_view_open(&v, document) < 0)
        return -1;
    int result = lt_format_writer(format)(&v, options, stream);
    lt_view_close(&v);
    return ferror(stream) ? -1 : result;
}

/* ---------------------------------------------------------------- the view */

typedef struct {
    uint32_t begin, end, claim;
} place;

static int by_place(const void *a, const void *b)
{
    const place *x = a, *y = b;
    if (x->begin != y->begin)
        return x->begin < y->begin ? -1 : 1;
    if (x->end != y->end)
        return x->end > y->end ? -1 : 1;
    return x->claim < y->claim ? -1 : x->claim > y->claim;
}

static int by_sentence(const void *a, const void *b)
{
    const laut_no_comment *x = a, *y = b;
    uint32_t i = x->sentence.count ? x->sentence.at[0].begin : 0;
    uint32_t k = y->sentence.count ? y->sentence.at[0].begin : 0;
    return i < k ? -1 : i > k;
}

int lt_view_open(lt_view *v, const laut_document *document)
{
    memset(v, 0, sizeof *v);
    v->document = document;
    v->text = laut_text(document, &v->size);
    v->claims = laut_claims(document, &v->claim_count);
    const laut_no_comment *no_comments = laut_no_comments(document, &v->no_comment_count);
    v->parties = laut_parties(document, &v->party_count);
    v->sentences = laut_sentences(document, &v->sentence_count);
    v->truncations = laut_truncations(document, &v->truncation_count);

    size_t n = v->claim_count;
    place *places = malloc((n + 1) * sizeof *places);
    v->order = malloc((n + 1) * sizeof *v->order);
    v->rank = malloc((n + 1) * sizeof *v->rank);
    v->no_comments = malloc((v->no_comment_count + 1) * sizeof *v->no_comments);
    if (!places || !v->order || !v->rank || !v->no_comments) {
        free(places);
        lt_view_close(v);
        return -1;
    }
    for (size_t i = 0; i < n; i++) {
        const laut_spans *s = &v->claims[i].content;
        places[i] = (place){s->count ? s->at[0].begin : 0, s->count ? s->at[s->count - 1].end : 0,
                            (uint32_t)i};
    }
    qsort(places, n, sizeof *places, by_place);
    for (size_t i = 0; i < n; i++) {
        v->order[i] = places[i].claim;
        v->rank[places[i].claim] = (uint32_t)i;
    }
    free(places);
    if (v->no_comment_count)
        memcpy(v->no_comments, no_comments, v->no_comment_count * sizeof *no_comments);
    qsort(v->no_comments, v->no_comment_count, sizeof *v->no_comments, by_sentence);
    return 0;
}

void lt_view_close(lt_view *v)
{
    free(v->order);
    free(v->rank);
    free(v->no_comments);
    memset(v, 0, sizeof *v);
}

const laut_party *lt_view_party(const lt_view *v, const laut_link *link)
{
    return link->party < v->party_count ? &v->parties[link->party] : NULL;
}
