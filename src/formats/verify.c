/* laut_verify_write(): which writer a format has, and what all of them get. */
#include "formats/verify.h"

#include "verify/verify.h"

const char *lt_verified_speaker(const lt_verified *v, const laut_quotation *q)
{
    const laut_claim *c = q->claim < v->view.claim_count ? &v->view.claims[q->claim] : NULL;
    const laut_party *p = c && c->chain_count ? lt_view_party(&v->view, &c->chain[0]) : NULL;
    return p ? p->name : NULL;
}

int laut_verify_write(laut_verification *verification, laut_verify_format format,
                      const laut_verify_write_options *options, FILE *stream)
{
    static const laut_verify_write_options defaults = {.unit = LAUT_CODEPOINT};
    if (!options)
        options = &defaults;
    laut_error error;
    lt_verified v = {.sources = options->sources};
    v.quotations = laut_quotations(verification, &v.count, &error);
    if (!v.quotations || lt_view_open(&v.view, verification->draft) < 0)
        return -1;
    v.draft = options->draft ? options->draft : verification->draft->id ? verification->draft->id : "";
    for (size_t i = 0; i < v.count; i++)
        v.counts[v.quotations[i].verdict]++;
    int result = -1;
    switch (format) {
    case LAUT_VERIFY_TEXT:
        result = lt_write_verified_text(&v, options, stream);
        break;
    case LAUT_VERIFY_JSON:
        result = lt_write_verified_json(&v, options, stream);
        break;
    case LAUT_VERIFY_HTML:
        result = lt_write_verified_html(&v, options, stream);
        break;
    }
    lt_view_close(&v.view);
    return ferror(stream) ? -1 : result;
}
