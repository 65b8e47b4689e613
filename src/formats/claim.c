/* What a claim shows in any format: who speaks, who reports, and the words of its parts. */
#include "formats/formats.h"

const laut_link *lt_claim_speaker(const laut_claim *c) { return c->chain_count ? c->chain : NULL; }

const laut_link *lt_claim_source(const laut_claim *c)
{
    return c->source < c->chain_count ? &c->chain[c->source] : NULL;
}

laut_spans lt_claim_speaker_words(const laut_claim *c)
{
    return c->speaker.count || !c->chain_count ? c->speaker : c->chain[0].words;
}

const char *lt_claim_resolved(const laut_claim *c)
{
    if (!c->chain_count && !c->speaker.count)
        return "";
    return laut_resolved_name(c->chain_count ? c->chain[0].resolved : LAUT_UNRESOLVED);
}

const char *lt_link_name(const lt_view *v, const laut_link *link)
{
    const laut_party *p = link ? lt_view_party(v, link) : NULL;
    return p ? p->name : "";
}

void lt_flow_words(lt_flow *f, const lt_view *v, laut_spans spans)
{
    for (size_t i = 0; i < spans.count; i++) {
        if (i)
            lt_flow_raw(f, " ", 1);
        lt_flow_raw(f, v->text + spans.at[i].begin, spans.at[i].end - spans.at[i].begin);
    }
}

void lt_string_words(lt_flow *f, const lt_view *v, laut_spans spans)
{
    lt_string_begin(f);
    for (size_t i = 0; i < spans.count; i++) {
        if (i)
            lt_string_piece(f, " ", 1);
        lt_string_piece(f, v->text + spans.at[i].begin, spans.at[i].end - spans.at[i].begin);
    }
    lt_string_end(f);
}

void lt_flow_claim(lt_flow *f, const lt_view *v, uint32_t claim)
{
    if (claim >= v->claim_count)
        return;
    lt_flow_raw(f, "c", 1);
    lt_flow_digits(f, v->rank[claim] + UINT64_C(1));
}
