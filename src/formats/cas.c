/* cas: UIMA CAS JSON 0.4.0, for INCEpTION.
 *
 * INCEpTION imports this rather than WebAnno TSV 3.3 for three reasons: it holds the text as it is,
 * where TSV cuts it into lines of one sentence each and loses what stands between them; it brings the
 * types of its annotations along; and other programs of that field read it (DKPro Cassis). It has no
 * discontinuous annotations either: a content of several spans is one annotation each, linked.
 *
 * Two layers, which a project needs under these names to show them:
 *
 *     webanno.custom.LautSpan  span layer: any length, overlap allowed. `role` is content, speaker,
 *         source, cue or addressee; the first span of a content has the rest
 *     webanno.custom.LautLink  relation layer on LautSpan, from the content to what belongs to it;
 *         `role` is that of its end, or part for the further spans of the content
 *
 * Sentences are those of laut; INCEpTION finds the tokens itself. Offsets are UTF-16, as in Java,
 * whatever --offsets says. */
#include "formats/formats.h"

#define SENTENCE "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
#define SPAN "webanno.custom.LautSpan"
#define LINK "webanno.custom.LautLink"
#define STRING "uima.cas.String"

typedef struct {
    const lt_view *view;
    lt_flow out;
    uint32_t last; /* id that was given last; the text has 1 */
} writer;

static void plain_key(lt_flow *f, const char *key, const char *value)
{
    lt_key(f, key);
    lt_plain(f, value);
}

/* ---------------------------------------------------------------- types */

static void feature(lt_flow *f, const char *name, const char *range)
{
    lt_key(f, name);
    lt_open(f, '{');
    plain_key(f, "%NAME", name);
    plain_key(f, "%RANGE", range);
    lt_close(f, '}');
}

static void open_type(lt_flow *f, const char *name)
{
    lt_key(f, name);
    lt_open(f, '{');
    plain_key(f, "%NAME", name);
    plain_key(f, "%SUPER_TYPE", "uima.tcas.Annotation");
}

static void types(lt_flow *f)
{
    static const char *const strings[] = {"role", "claim", "kind", "medium", "act", "speaker", "source",
                                          "party", "resolved", "rule"};
    lt_key(f, "%TYPES");
    lt_open(f, '{');
    open_type(f, SENTENCE);
    feature(f, "id", STRING);
    lt_close(f, '}');
    open_type(f, SPAN);
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
        feature(f, strings[i], STRING);
    feature(f, "confidence", "uima.cas.Float");
    lt_close(f, '}');
    open_type(f, LINK);
    feature(f, "Governor", SPAN);
    feature(f, "Dependent", SPAN);
    feature(f, "role", STRING);
    lt_close(f, '}');
    lt_close(f, '}');
}

/* ---------------------------------------------------------------- annotations */

/* Returns its id. */
static uint32_t open_annotation(writer *w, const char *type, laut_span s)
{
    lt_flow *f = &w->out;
    lt_open(f, '{');
    lt_key(f, "%ID");
    lt_number(f, ++w->last);
    plain_key(f, "%TYPE", type);
    lt_key(f, "@sofa");
    lt_number(f, 1);
    lt_key(f, "begin");
    lt_number(f, laut_offset(w->view->document, s.begin, LAUT_UTF16));
    lt_key(f, "end");
    lt_number(f, laut_offset(w->view->document, s.end, LAUT_UTF16));
    return w->last;
}

static void put_link(writer *w, const char *role, uint32_t from, uint32_t to, laut_span s)
{
    open_annotation(w, LINK, s); /* it lies where its dependent lies */
    plain_key(&w->out, "role", role);
    lt_key(&w->out, "@Governor");
    lt_number(&w->out, from);
    lt_key(&w->out, "@Dependent");
    lt_number(&w->out, to);
    lt_close(&w->out, '}');
}

static void name_key(writer *w, const char *key, const laut_link *link)
{
    const char *name = lt_link_name(w->view, link);
    if (!*name)
        return;
    lt_key(&w->out, key);
    lt_text_or_null(&w->out, name);
}

static void put_spans(writer *w, const char *span_role, const char *link_role, uint32_t claim,
                      laut_spans spans, size_t from, const laut_link *link)
{
    for (size_t i = from; i < spans.count; i++) {
        uint32_t id = open_annotation(w, SPAN, spans.at[i]);
        plain_key(&w->out, "role", span_role);
        name_key(w, "party", link);
        lt_close(&w->out, '}');
        put_link(w, link_role, claim, id, spans.at[i]);
    }
}

static void put_claim(writer *w, uint32_t rank)
{
    const lt_view *v = w->view;
    lt_flow *f = &w->out;
    const laut_claim *c = &v->claims[v->order[rank]];
    const laut_link *speaker = lt_claim_speaker(c), *source = lt_claim_source(c);
    if (!c->content.count)
        return;
    uint32_t id = open_annotation(w, SPAN, c->content.at[0]);
    plain_key(f, "role", "content");
    lt_key(f, "claim");
    lt_string_begin(f);
    lt_flow_claim(f, v, v->order[rank]);
    lt_string_end(f);
    plain_key(f, "kind", laut_kind_name(c->kind));
    plain_key(f, "medium", laut_medium_name(c->medium));
    plain_key(f, "act", laut_act_name(c->act));
    name_key(w, "speaker", speaker);
    name_key(w, "source", source);
    plain_key(f, "resolved", lt_claim_resolved(c));
    lt_key(f, "rule");
    lt_text_or_null(f, c->rule);
    lt_key(f, "confidence");
    lt_thousandths(f, c->confidence);
    lt_close(f, '}');
    put_spans(w, "content", "part", id, c->content, 1, NULL);
    put_spans(w, "speaker", "speaker", id, lt_claim_speaker_words(c), 0, speaker);
    put_spans(w, "source", "source", id, source ? source->words : (laut_spans){0}, 0, source);
    put_spans(w, "addressee", "addressee", id, c->addressee, 0, NULL);
    put_spans(w, "cue", "cue", id, c->cue, 0, NULL);
}

/* ---------------------------------------------------------------- the document */

static void put_text(writer *w)
{
    lt_flow *f = &w->out;
    lt_open(f, '{');
    lt_key(f, "%ID");
    lt_number(f, ++w->last);
    plain_key(f, "%TYPE", "uima.cas.Sofa");
    lt_key(f, "sofaNum");
    lt_number(f, 1);
    plain_key(f, "sofaID", "_InitialView");
    plain_key(f, "mimeType", "text");
    lt_key(f, "sofaString");
    lt_string(f, w->view->text, w->view->size);
    lt_close(f, '}');
    open_annotation(w, "uima.tcas.DocumentAnnotation", (laut_span){0, (uint32_t)w->view->size});
    plain_key(f, "language", "de");
    lt_close(f, '}');
}

int lt_write_cas(const lt_view *v, const laut_write_options *options, FILE *stream)
{
    (void)options;
    writer w = {.view = v};
    lt_flow *f = &w.out;
    lt_open(f, '{');
    types(f);
    lt_key(f, "%FEATURE_STRUCTURES");
    lt_open(f, '[');
    put_text(&w);
    for (size_t i = 0; i < v->sentence_count; i++) {
        open_annotation(&w, SENTENCE, v->sentences[i].span);
        lt_close(f, '}');
    }
    for (uint32_t i = 0; i < v->claim_count; i++)
        put_claim(&w, i);
    lt_close(f, ']');
    lt_key(f, "%VIEWS");
    lt_open(f, '{');
    lt_key(f, "_InitialView");
    lt_open(f, '{');
    lt_key(f, "%SOFA");
    lt_number(f, 1);
    lt_key(f, "%MEMBERS");
    lt_open(f, '[');
    for (uint32_t id = 2; id <= w.last; id++)
        lt_number(f, id);
    lt_close(f, ']');
    lt_close(f, '}');
    lt_close(f, '}');
    lt_close(f, '}');
    lt_flow_raw(f, "\n", 1);
    return lt_flow_end(f, stream);
}
