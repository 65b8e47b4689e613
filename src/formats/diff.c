/* Which writer a format of a diff has, and the view that all of them get. */
#include "formats/diff.h"

#include <string.h>

#include "diff/diff.h"

static const char *name_of(const lt_view *v, uint32_t party)
{
    return party < v->party_count ? v->parties[party].name : NULL;
}

const char *lt_compared_speaker(const lt_view *v, uint32_t claim)
{
    const laut_claim *c = claim < v->claim_count ? &v->claims[claim] : NULL;
    return c && c->chain_count ? name_of(v, c->chain[0].party) : NULL;
}

const char *lt_compared_source(const lt_view *v, uint32_t claim)
{
    const laut_claim *c = claim < v->claim_count ? &v->claims[claim] : NULL;
    return c && c->source < c->chain_count ? name_of(v, c->chain[c->source].party) : NULL;
}

bool lt_compared_replaces(const laut_change *c)
{
    return c->kind == LAUT_CHANGE_NUMBER || c->kind == LAUT_CHANGE_SHORTENED || c->kind == LAUT_CHANGE_SPEAKER ||
           c->kind == LAUT_CHANGE_SOURCE;
}

/* What goes with a change comes before the next one of a kind that others go with. */
size_t lt_compared_next(const lt_compared *x, size_t cause, size_t at)
{
    if (!lt_compared_replaces(&x->changes[cause]))
        return x->count;
    for (at++; at < x->count; at++) {
        if (x->changes[at].cause == cause)
            return at;
        if (lt_compared_replaces(&x->changes[at]))
            break;
    }
    return x->count;
}

static const laut_diff_write_options defaults = {.unit = LAUT_CODEPOINT};

int laut_diff_write_begin(laut_diff_format format, const laut_diff_write_options *options, FILE *stream)
{
    return format == LAUT_DIFF_HTML ? lt_begin_diff_html(options ? options : &defaults, stream) : 0;
}

int laut_diff_write_end(laut_diff_format format, const laut_diff_write_options *options, FILE *stream)
{
    return format == LAUT_DIFF_HTML ? lt_end_diff_html(options ? options : &defaults, stream) : 0;
}

int laut_diff_write(const laut_diff *diff, laut_diff_format format, const laut_diff_write_options *options,
                    FILE *stream)
{
    if (!options)
        options = &defaults;
    lt_compared x = {.changes = diff->changes, .count = diff->count, .lost = laut_diff_lost(diff)};
    for (size_t i = 0; i < x.count; i++)
        if (x.changes[i].cause == LAUT_NONE)
            x.counts[x.changes[i].kind]++;
    if (lt_view_open(&x.before, diff->before.document) < 0)
        return -1;
    int result = -1;
    if (lt_view_open(&x.after, diff->after.document) == 0) {
        switch (format) {
        case LAUT_DIFF_TEXT:
            result = lt_write_diff_text(&x, options, stream);
            break;
        case LAUT_DIFF_JSON:
        case LAUT_DIFF_JSONL:
            result = lt_write_diff_json(&x, options, format == LAUT_DIFF_JSON, stream);
            break;
        case LAUT_DIFF_HTML:
            result = lt_write_diff_html(&x, options, stream);
            break;
        }
        lt_view_close(&x.after);
    }
    lt_view_close(&x.before);
    return ferror(stream) ? -1 : result;
}
