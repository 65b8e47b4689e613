/* Which writer a format of a diff has, and the view that all of them get. */
#include "formats/diff.h"

#include <stdlib.h>
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

/* Chain what goes with each finding behind it. */
static bool chain(lt_compared *x)
{
    x->next = malloc((x->count + 1) * sizeof *x->next);
    size_t *last = malloc((x->count + 1) * sizeof *last); /* of each finding: the last one of its chain so far */
    for (size_t i = 0; x->next && last && i < x->count; i++) {
        x->next[i] = x->count;
        last[i] = i;
    }
    for (size_t i = 0; x->next && last && i < x->count; i++) {
        uint32_t cause = x->changes[i].cause;
        if (cause == LAUT_NONE)
            continue;
        x->next[last[cause]] = i;
        last[cause] = i;
    }
    bool done = x->next && last;
    free(last);
    return done;
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
    if (chain(&x) && lt_view_open(&x.after, diff->after.document) == 0) {
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
    free(x.next);
    return ferror(stream) ? -1 : result;
}
