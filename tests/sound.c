/* See sound.h. */
#include "sound.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

typedef struct {
    const laut_document *d;
    const char *text;
    uint32_t size;
    const laut_claim *claims;
    const laut_no_comment *silences;
    const laut_party *parties;
    const laut_sentence *sentences;
    size_t claim_count, silence_count, party_count, sentence_count;
    char *problem;
} look;

static bool bad(const look *l, const char *format, ...) __attribute__((format(printf, 2, 3)));

static bool bad(const look *l, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    vsnprintf(l->problem, PROBLEM, format, values);
    va_end(values);
    return false;
}

/* ---------------------------------------------------------------- spans */

static bool border(const look *l, uint32_t at)
{
    return at == l->size || (at < l->size && ((unsigned char)l->text[at] & 0xC0) != 0x80);
}

/* Ordered, disjoint, in the text, on the borders of characters. */
static bool spans(const look *l, laut_spans s, const char *what, size_t index)
{
    uint32_t last = 0;
    for (size_t i = 0; i < s.count; i++) {
        if (s.at[i].begin >= s.at[i].end || s.at[i].end > l->size)
            return bad(l, "%s of %zu: [%u, %u) is no span", what, index, s.at[i].begin, s.at[i].end);
        if (s.at[i].begin < last)
            return bad(l, "%s of %zu: [%u, %u) out of order", what, index, s.at[i].begin, s.at[i].end);
        if (!border(l, s.at[i].begin) || !border(l, s.at[i].end))
            return bad(l, "%s of %zu: [%u, %u) cuts a character", what, index, s.at[i].begin,
                       s.at[i].end);
        last = s.at[i].end;
    }
    return true;
}

static bool inside(laut_spans outer, laut_spans inner)
{
    for (size_t i = 0; i < inner.count; i++) {
        bool held = false;
        for (size_t k = 0; k < outer.count; k++)
            held |= outer.at[k].begin <= inner.at[i].begin && inner.at[i].end <= outer.at[k].end;
        if (!held)
            return false;
    }
    return true;
}

/* ---------------------------------------------------------------- the parts */

static bool chain(const look *l, const laut_link *links, size_t count, uint32_t source,
                  const char *what, size_t index)
{
    if (source != LAUT_NONE && source >= count)
        return bad(l, "%s %zu: its source is no hand of its chain", what, index);
    for (size_t k = 1; k < count; k++)
        if (links[k].party != LAUT_NONE && links[k].party == links[k - 1].party)
            return bad(l, "%s %zu: two hands of its chain are the same party", what, index);
    for (size_t i = 0; i < count; i++) {
        if (links[i].party >= l->party_count)
            return bad(l, "%s %zu: hand %zu is no party", what, index, i);
        if (!laut_resolved_name(links[i].resolved))
            return bad(l, "%s %zu: hand %zu is resolved in no way", what, index, i);
        if (!spans(l, links[i].words, "words of a hand", index) ||
            !spans(l, links[i].cue, "cue of a hand", index))
            return false;
        if (links[i].candidate_count && links[i].resolved != LAUT_AMBIGUOUS)
            return bad(l, "%s %zu: candidates, but not ambiguous", what, index);
        for (size_t k = 0; k < links[i].candidate_count; k++)
            if (links[i].candidates[k] >= l->party_count)
                return bad(l, "%s %zu: candidate %zu is no party", what, index, k);
    }
    return true;
}

static bool claim(const look *l, size_t i)
{
    const laut_claim *c = &l->claims[i];
    if (!c->content.count)
        return bad(l, "claim %zu has no content", i);
    if (!spans(l, c->content, "content", i) || !spans(l, c->cue, "cue", i) ||
        !spans(l, c->frame, "frame", i) || !spans(l, c->speaker, "speaker", i) ||
        !spans(l, c->addressee, "addressee", i) ||
        !chain(l, c->chain, c->chain_count, c->source, "claim", i))
        return false;
    if (!laut_kind_name(c->kind) || !laut_medium_name(c->medium) || !laut_act_name(c->act))
        return bad(l, "claim %zu has a kind, medium or act without a name", i);
    if (c->sentence >= l->sentence_count)
        return bad(l, "claim %zu stands in no sentence", i);
    if (!c->rule || !*c->rule)
        return bad(l, "claim %zu has no rule", i);
    if (!(c->confidence >= 0 && c->confidence <= 1))
        return bad(l, "claim %zu has a confidence of %f", i, c->confidence);
    if (c->parent != LAUT_NONE && c->parent >= i)
        return bad(l, "the parent of claim %zu does not stand in front", i);
    if (c->parent != LAUT_NONE && !inside(l->claims[c->parent].content, c->content))
        return bad(l, "the parent %u of claim %zu does not contain it", c->parent, i);
    if (c->continues != LAUT_NONE && c->continues >= i)
        return bad(l, "claim %zu carries on none before it", i);
    return true;
}

static bool silence(const look *l, size_t i)
{
    const laut_no_comment *n = &l->silences[i];
    if (n->sentence_index >= l->sentence_count)
        return bad(l, "no comment %zu stands in no sentence", i);
    if (!n->sentence.count || !n->rule)
        return bad(l, "no comment %zu has no words or no rule", i);
    return spans(l, n->sentence, "sentence of no comment", i) &&
           spans(l, n->words, "words of no comment", i) &&
           chain(l, n->chain, n->chain_count, n->source, "no comment", i);
}

static bool party(const look *l, size_t i)
{
    const laut_party *p = &l->parties[i];
    if (!p->name || !*p->name)
        return bad(l, "party %zu has no name", i);
    if (!p->mentions.count)
        return bad(l, "party %zu is not mentioned", i);
    if (!laut_party_type_name(p->type))
        return bad(l, "party %zu has no type", i);
    for (size_t k = 0; k < p->mentions.count; k++) /* one may lie in another */
        if (!spans(l, (laut_spans){&p->mentions.at[k], 1}, "mentions", i))
            return false;
    return true;
}

static bool sentences(const look *l)
{
    size_t seen = 0;
    uint32_t last = 0;
    for (size_t i = 0; i < l->sentence_count; i++) {
        const laut_sentence *s = &l->sentences[i];
        if (!spans(l, (laut_spans){&s->span, 1}, "span of sentence", i))
            return false;
        if (s->span.begin < last)
            return bad(l, "sentence %zu begins in the one before it", i);
        last = s->span.end;
        for (size_t k = 0; k < s->claim_count; k++, seen++) {
            if (s->claims[k] != seen)
                return bad(l, "claim %u of sentence %zu is out of order", s->claims[k], i);
            if (seen >= l->claim_count || l->claims[seen].sentence != i)
                return bad(l, "claim %zu is not of sentence %zu", seen, i);
        }
    }
    return seen == l->claim_count || bad(l, "claim %zu is of no sentence", seen);
}

/* Units agree with a count from the beginning. */
static bool offsets(const look *l)
{
    uint32_t points = 0, units = 0, line = 1, column = 1;
    for (uint32_t i = 0; i <= l->size; i++) {
        if (!border(l, i))
            continue;
        uint32_t said_line, said_column;
        laut_position(l->d, i, &said_line, &said_column);
        if (laut_offset(l->d, i, LAUT_CODEPOINT) != points || laut_offset(l->d, i, LAUT_UTF16) != units ||
            laut_offset(l->d, i, LAUT_BYTE) != i)
            return bad(l, "byte %u is character %u and unit %u", i, points, units);
        if (i < l->size && (said_line != line || said_column != column))
            return bad(l, "byte %u is on line %u, column %u, not %u, %u", i, line, column, said_line,
                       said_column);
        if (i == l->size)
            break;
        char c = l->text[i];
        points++;
        units += (unsigned char)c >= 0xF0 ? 2 : 1;
        column++;
        if (c == '\n' || (c == '\r' && l->text[i + 1] != '\n')) {
            line++;
            column = 1;
        }
    }
    return true;
}

bool sound(const laut_document *d, char problem[PROBLEM])
{
    size_t size;
    look l = {.d = d, .text = laut_text(d, &size), .problem = problem};
    l.size = (uint32_t)size;
    l.claims = laut_claims(d, &l.claim_count);
    l.silences = laut_no_comments(d, &l.silence_count);
    l.parties = laut_parties(d, &l.party_count);
    l.sentences = laut_sentences(d, &l.sentence_count);
    problem[0] = '\0';
    for (size_t i = 0; i < l.claim_count; i++)
        if (!claim(&l, i))
            return false;
    for (size_t i = 0; i < l.silence_count; i++)
        if (!silence(&l, i))
            return false;
    for (size_t i = 0; i < l.party_count; i++)
        if (!party(&l, i))
            return false;
    return sentences(&l) && offsets(&l);
}
