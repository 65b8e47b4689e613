/* citron: for programs that read the output of BBC Citron, one line a document.
 *
 * A quote has its contents, sources and cue, each with start, end and text, a coreference and a
 * confidence. Offsets are code points, as Python counts, whatever --offsets says, and
 * text[start:end] is the text beside them. Citron's cue is one span: where ours is discontinuous
 * (kündigte … an), it reaches from the first to the last word. */
#include "formats/formats.h"

static void span(lt_flow *f, const lt_view *v, laut_span s)
{
    lt_open(f, '{');
    lt_key(f, "start");
    lt_number(f, laut_offset(v->document, s.begin, LAUT_CODEPOINT));
    lt_key(f, "end");
    lt_number(f, laut_offset(v->document, s.end, LAUT_CODEPOINT));
    lt_key(f, "text");
    lt_string(f, v->text + s.begin, s.end - s.begin);
    lt_close(f, '}');
}

static void spans(lt_flow *f, const lt_view *v, const char *key, laut_spans list)
{
    lt_key(f, key);
    lt_open(f, '[');
    for (size_t i = 0; i < list.count; i++)
        span(f, v, list.at[i]);
    lt_close(f, ']');
}

static void quote(lt_flow *f, const lt_view *v, const laut_claim *c)
{
    const char *name = lt_link_name(v, lt_claim_speaker(c));
    lt_open(f, '{');
    spans(f, v, "contents", c->content);
    spans(f, v, "sources", lt_claim_speaker_words(c));
    lt_key(f, "cue");
    if (c->cue.count)
        span(f, v, (laut_span){c->cue.at[0].begin, c->cue.at[c->cue.count - 1].end});
    else
        lt_null(f);
    lt_key(f, "coreference");
    lt_text_or_null(f, *name ? name : NULL);
    lt_key(f, "confidence");
    lt_thousandths(f, c->confidence);
    lt_close(f, '}');
}

int lt_write_citron(const lt_view *v, const laut_write_options *options, FILE *stream)
{
    (void)options;
    lt_flow f = {0};
    lt_open(&f, '{');
    lt_key(&f, "id");
    lt_text_or_null(&f, v->document->id);
    lt_key(&f, "quotes");
    lt_open(&f, '[');
    for (size_t i = 0; i < v->claim_count; i++)
        quote(&f, v, &v->claims[v->order[i]]);
    lt_close(&f, ']');
    lt_close(&f, '}');
    lt_flow_raw(&f, "\n", 1);
    return lt_flow_end(&f, stream);
}
