/* w3c: Web Annotation Data Model (W3C Recommendation of 23 February 2017) as JSON-LD: an
 * AnnotationPage a document, on one line, with an Annotation a claim.
 *
 * The target names each span of the content in two ways: by the words with what stands around them,
 * which finds them in an edited text, and by their position, which counts code points of the text as
 * the Recommendation demands (whatever --offsets says). A discontinuous content has several targets,
 * in order. The body holds the claim with its parties in terms of our own, and for programs that show
 * what they know, a tag (the kind) and the speaker as text. */
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "formats/linked.h"

enum { AROUND = 32 }; /* code points before and behind the exact words */

/* Marks that belong to the letter before them. */
static bool combines(UChar32 c) { return c == 0x200D || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }

/* Where the prefix of the words at `begin` begins: not between a letter and its marks. */
static uint32_t prefix(const lt_view *v, uint32_t begin)
{
    const uint8_t *text = (const uint8_t *)v->text;
    int32_t at = (int32_t)begin;
    for (int n = 0; n < AROUND && at > 0; n++)
        U8_BACK_1(text, 0, at);
    while (at < (int32_t)begin) {
        int32_t next = at;
        UChar32 c;
        U8_NEXT(text, next, (int32_t)begin, c);
        if (!combines(c) || at == 0)
            break;
        at = next;
    }
    return (uint32_t)at;
}

static uint32_t suffix(const lt_view *v, uint32_t end)
{
    const uint8_t *text = (const uint8_t *)v->text;
    int32_t at = (int32_t)end, size = (int32_t)v->size;
    for (int n = 0; n < AROUND && at < size; n++)
        U8_FWD_1(text, at, size);
    while (at < size && at > (int32_t)end) { /* a letter whose marks would be cut off goes, too */
        int32_t next = at;
        UChar32 c;
        U8_NEXT(text, next, size, c);
        if (!combines(c))
            break;
        U8_BACK_1(text, (int32_t)end, at);
    }
    return (uint32_t)at;
}

static void piece(lt_flow *f, const lt_view *v, const char *key, uint32_t begin, uint32_t end)
{
    lt_key(f, key);
    lt_string(f, v->text + begin, end - begin);
}

static void typed(lt_flow *f, const char *type)
{
    lt_open(f, '{');
    lt_key(f, "type");
    lt_plain(f, type);
}

static void target(lt_flow *f, const lt_view *v, laut_span s)
{
    typed(f, "SpecificResource");
    lt_key(f, "source");
    lt_iri(f, v);
    lt_key(f, "selector");
    lt_open(f, '[');
    typed(f, "TextQuoteSelector");
    piece(f, v, "exact", s.begin, s.end);
    piece(f, v, "prefix", prefix(v, s.begin), s.begin);
    piece(f, v, "suffix", s.end, suffix(v, s.end));
    lt_close(f, '}');
    typed(f, "TextPositionSelector");
    lt_key(f, "start");
    lt_number(f, laut_offset(v->document, s.begin, LAUT_CODEPOINT));
    lt_key(f, "end");
    lt_number(f, laut_offset(v->document, s.end, LAUT_CODEPOINT));
    lt_close(f, '}');
    lt_close(f, ']');
    lt_close(f, '}');
}

static void textual(lt_flow *f, const char *purpose, const char *value)
{
    typed(f, "TextualBody");
    lt_key(f, "purpose");
    lt_plain(f, purpose);
    lt_key(f, "value");
    lt_text_or_null(f, value);
    lt_key(f, "format");
    lt_plain(f, "text/plain");
    lt_close(f, '}');
}

static void hand(lt_flow *f, const lt_view *v, const char *key, const laut_link *link, laut_spans words)
{
    if (!link && !words.count)
        return;
    lt_key(f, key);
    lt_open(f, '{');
    const laut_party *p = link ? lt_view_party(v, link) : NULL;
    if (p) {
        lt_key(f, "id");
        lt_part_iri(f, v, 'p', link->party);
        lt_key(f, "laut:name");
        lt_text_or_null(f, p->name);
        lt_key(f, "laut:partyType");
        lt_plain(f, laut_party_type_name(p->type));
    }
    if (words.count) {
        lt_key(f, "laut:words");
        lt_string_words(f, v, words);
    }
    lt_close(f, '}');
}

static void body(lt_flow *f, const lt_view *v, const laut_claim *c)
{
    const laut_link *source = lt_claim_source(c);
    const char *speaker = lt_link_name(v, lt_claim_speaker(c));
    typed(f, "laut:Claim");
    lt_key(f, "laut:kind");
    lt_plain(f, laut_kind_name(c->kind));
    lt_key(f, "laut:medium");
    lt_plain(f, laut_medium_name(c->medium));
    lt_key(f, "laut:act");
    lt_plain(f, laut_act_name(c->act));
    hand(f, v, "laut:speaker", lt_claim_speaker(c), lt_claim_speaker_words(c));
    hand(f, v, "laut:source", source, source ? source->words : (laut_spans){0});
    if (c->cue.count) {
        lt_key(f, "laut:cue");
        lt_string_words(f, v, c->cue);
    }
    if (c->addressee.count) {
        lt_key(f, "laut:addressee");
        lt_string_words(f, v, c->addressee);
    }
    lt_key(f, "laut:confidence");
    lt_thousandths(f, c->confidence);
    lt_key(f, "laut:rule");
    lt_text_or_null(f, c->rule);
    lt_close(f, '}');
    textual(f, "tagging", laut_kind_name(c->kind));
    if (*speaker)
        textual(f, "identifying", speaker);
}

static void annotation(lt_flow *f, const lt_view *v, uint32_t rank)
{
    const laut_claim *c = &v->claims[v->order[rank]];
    lt_open(f, '{');
    lt_key(f, "id");
    lt_part_iri(f, v, 'c', rank);
    lt_key(f, "type");
    lt_plain(f, "Annotation");
    lt_key(f, "motivation");
    lt_plain(f, "identifying");
    lt_key(f, "body");
    lt_open(f, '[');
    body(f, v, c);
    lt_close(f, ']');
    lt_key(f, "target");
    lt_open(f, '[');
    for (size_t i = 0; i < c->content.count; i++)
        target(f, v, c->content.at[i]);
    lt_close(f, ']');
    lt_close(f, '}');
}

int lt_write_w3c(const lt_view *v, const laut_write_options *options, FILE *stream)
{
    (void)options;
    lt_flow f = {0};
    lt_open(&f, '{');
    lt_key(&f, "@context");
    lt_open(&f, '[');
    lt_plain(&f, "http://www.w3.org/ns/anno.jsonld");
    lt_open(&f, '{');
    lt_key(&f, "laut");
    lt_plain(&f, "urn:laut:");
    lt_close(&f, '}');
    lt_close(&f, ']');
    lt_key(&f, "id");
    lt_string_begin(&f);
    lt_iri_piece(&f, v);
    lt_string_piece(&f, "#claims", 7);
    lt_string_end(&f);
    lt_key(&f, "type");
    lt_plain(&f, "AnnotationPage");
    lt_key(&f, "items");
    lt_open(&f, '[');
    for (uint32_t i = 0; i < v->claim_count; i++)
        annotation(&f, v, i);
    lt_close(&f, ']');
    lt_close(&f, '}');
    lt_flow_raw(&f, "\n", 1);
    return lt_flow_end(&f, stream);
}
