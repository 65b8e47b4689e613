/* schemaorg: an Article of schema.org as JSON-LD, one line a document: each direct claim a Quotation
 * that somebody speaks (spokenByCharacter), each other one a Claim of its author.
 *
 * A document cannot speak or be an author there: what a report or a letter says cites it (citation).
 * Who passes a claim on to the article is the creative work that the claim is based on (isBasedOn),
 * with the medium as its publisher or the person as its author. What is claimed is never rated: laut
 * knows who said something, not whether it is true. schema.org knows no offsets. */
#include "formats/linked.h"

static void text_key(lt_flow *f, const char *key, const char *text)
{
    lt_key(f, key);
    lt_text_or_null(f, text);
}

/* Person, or the nearest that can speak; NULL for what is no agent. */
static const char *agent(laut_party_type type)
{
    switch (type) {
    case LAUT_PERSON:
    case LAUT_UNNAMED:
        return "Person";
    case LAUT_MEDIA:
        return "NewsMediaOrganization";
    case LAUT_ORGANIZATION:
    case LAUT_GROUP:
        return "Organization";
    case LAUT_DOCUMENT:
        break;
    }
    return NULL;
}

static void party(lt_flow *f, const lt_view *v, const laut_link *link, const laut_party *p)
{
    const char *type = agent(p->type);
    lt_open(f, '{');
    text_key(f, "@type", type ? type : "CreativeWork");
    lt_key(f, "@id");
    lt_part_iri(f, v, 'p', link->party);
    text_key(f, "name", p->name);
    lt_close(f, '}');
}

static void speaker(lt_flow *f, const lt_view *v, const laut_claim *c)
{
    const laut_link *link = lt_claim_speaker(c);
    const laut_party *p = link ? lt_view_party(v, link) : NULL;
    if (!p)
        return;
    lt_key(f, !agent(p->type) ? "citation" : c->kind == LAUT_DIRECT ? "spokenByCharacter" : "author");
    party(f, v, link, p);
}

static void source(lt_flow *f, const lt_view *v, const laut_claim *c)
{
    const laut_link *link = lt_claim_source(c);
    const laut_party *p = link ? lt_view_party(v, link) : NULL;
    if (!p)
        return;
    lt_key(f, "isBasedOn");
    if (!agent(p->type)) {
        party(f, v, link, p);
        return;
    }
    lt_open(f, '{');
    text_key(f, "@type", "CreativeWork");
    lt_key(f, p->type == LAUT_MEDIA ? "publisher" : "author");
    party(f, v, link, p);
    lt_close(f, '}');
}

/* {"@id": …} of the article */
static void article(lt_flow *f, const lt_view *v, const char *key)
{
    lt_key(f, key);
    lt_open(f, '{');
    lt_key(f, "@id");
    lt_iri(f, v);
    lt_close(f, '}');
}

static void claim(lt_flow *f, const lt_view *v, uint32_t rank)
{
    const laut_claim *c = &v->claims[v->order[rank]];
    bool direct = c->kind == LAUT_DIRECT;
    lt_open(f, '{');
    text_key(f, "@type", direct ? "Quotation" : "Claim");
    lt_key(f, "@id");
    lt_part_iri(f, v, 'c', rank);
    lt_key(f, "identifier");
    lt_string_begin(f);
    lt_flow_claim(f, v, v->order[rank]);
    lt_string_end(f);
    text_key(f, "inLanguage", "de");
    lt_key(f, "text");
    lt_string_words(f, v, c->content);
    speaker(f, v, c);
    source(f, v, c);
    article(f, v, direct ? "isPartOf" : "appearance");
    lt_close(f, '}');
}

int lt_write_schemaorg(const lt_view *v, const laut_write_options *options, FILE *stream)
{
    (void)options;
    lt_flow f = {0};
    lt_open(&f, '{');
    text_key(&f, "@context", "https://schema.org");
    text_key(&f, "@type", "Article");
    lt_key(&f, "@id");
    lt_iri(&f, v);
    if (v->document->id)
        text_key(&f, "identifier", v->document->id);
    text_key(&f, "inLanguage", "de");
    if (v->document->publisher) {
        lt_key(&f, "publisher");
        lt_open(&f, '{');
        text_key(&f, "@type", "NewsMediaOrganization");
        text_key(&f, "name", v->document->publisher);
        lt_close(&f, '}');
    }
    lt_key(&f, "hasPart");
    lt_open(&f, '[');
    for (uint32_t i = 0; i < v->claim_count; i++)
        claim(&f, v, i);
    lt_close(&f, ']');
    lt_close(&f, '}');
    lt_flow_raw(&f, "\n", 1);
    return lt_flow_end(&f, stream);
}
