/* Stage 10: parties. Who is who: a name, its surname, a role, a pronoun and a possessive are one
 * party; and with the parties the answer: claims with their chains, no-comments, sentences.
 *
 * Mentions are walked in the order of the text. Names are always registered (registry.c), since anybody may be
 * referred to later; descriptions (descriptions.c) and pronouns (resolve.c) are resolved where a claim needs them.
 */
#include <string.h>

#include "document.h"
#include "stages/nouns.h"
#include "stages/resolve.h"

static laut_spans spans_of(lt_document *d, const lt_ranges *r)
{
    laut_span *at = r->count ? lt_arena_alloc(&d->arena, r->count * sizeof *at) : NULL;
    if (!at)
        return (laut_spans){0};
    uint32_t n = 0;
    for (uint32_t i = 0; i < r->count; i++)
        if (r->at[i].first < r->at[i].last)
            at[n++] = (laut_span){d->tokens.at[r->at[i].first].begin, d->tokens.at[r->at[i].last - 1].end};
    return (laut_spans){at, n};
}

static bool reports_by_itself(const lt_registry *r, uint32_t party)
{
    laut_party_type t = r->people.at[party].type;
    return t == LAUT_MEDIA || t == LAUT_DOCUMENT || t == LAUT_UNNAMED;
}

/* laut Anklage: a body's word for a paper of its own. */
static bool is_paper_there(const lt_document *d, uint32_t mention)
{
    const lt_mention *m = &d->mentions.at[mention];
    return m->preposition != LAUT_NONE && lt_entry_has(d->engine, m->entry, LT_HAS(traits, written));
}

static laut_link link_to(lt_registry *r, uint32_t mention, lt_ranges words, lt_ranges cue, bool carried)
{
    lt_document *d = r->d;
    laut_link x = {.party = r->party_of[mention], .words = spans_of(d, &words), .cue = spans_of(d, &cue),
                   .resolved = carried ? LAUT_CONTINUED : r->how[mention]};
    const lt_rivals *v = &r->rivals_of[mention];
    if (x.resolved == LAUT_AMBIGUOUS) {
        uint32_t *at = lt_arena_alloc(&d->arena, v->count * sizeof *at);
        if (at)
            memcpy(at, v->at, v->count * sizeof *at);
        x.candidates = at;
        x.candidate_count = at ? v->count : 0;
    }
    return x;
}

static laut_link *chain_of(lt_registry *r, const lt_draft *c, size_t *count, uint32_t *source)
{
    lt_document *d = r->d;
    laut_link *chain = lt_arena_alloc(&d->arena, (c->source_count + 1) * sizeof *chain);
    *count = 0;
    *source = LAUT_NONE;
    if (!chain)
        return NULL;
    size_t n = 0;
    uint32_t speaker = c->speaker == LAUT_NONE ? LAUT_NONE : r->party_of[c->speaker];
    if (speaker != LAUT_NONE)
        chain[n++] = link_to(r, c->speaker, c->speaker_words, c->cue, c->carried);
    for (uint32_t i = 0; i < c->source_count; i++)
        if (c->sources[i] != LAUT_NONE && r->party_of[c->sources[i]] != LAUT_NONE)
            chain[n++] = link_to(r, c->sources[i], c->source_words[i], c->source_cues[i], false);
    *count = n;
    if (n && (chain[n - 1].party != chain[0].party || reports_by_itself(r, chain[0].party) ||
              (speaker != LAUT_NONE && is_paper_there(d, c->speaker))))
        *source = (uint32_t)n - 1;
    return chain;
}

/* Er denke, sagte der Fahrer, sein Chef sei fort: who passes on his own words is no further hand. Returns how many are left. */
static size_t drop_repeated_hands(laut_link *chain, size_t n)
{
    size_t kept = n ? 1 : 0;
    for (size_t i = 1; i < n; i++)
        if (chain[i].party != chain[kept - 1].party || chain[i].party == LAUT_NONE)
            chain[kept++] = chain[i];
    return kept;
}

static void answer(lt_registry *r)
{
    lt_document *d = r->d;
    uint32_t *claim_of = lt_arena_alloc(&d->arena, (d->drafts.count + 1) * sizeof *claim_of);
    if (!claim_of)
        return;
    for (uint32_t i = 0; i < d->drafts.count; i++) {
        const lt_draft *c = &d->drafts.at[i];
        const lt_match *m = &d->matches.at[c->match];
        claim_of[i] = LAUT_NONE;
        size_t n;
        uint32_t source;
        laut_link *chain = chain_of(r, c, &n, &source);
        /* Sie sagte, er habe versprochen, zu kommen: where nobody else is found for er, it is no second claim */
        if (m->rule->reported && c->kind == LT_EMIT_INDIRECT && c->parent != LAUT_NONE && c->speaker != LAUT_NONE && n &&
            (r->party_of[c->speaker] == LAUT_NONE || (n > 1 && chain[n - 1].party == chain[0].party))) {
            claim_of[i] = claim_of[c->parent];
            continue;
        }
        n = drop_repeated_hands(chain, n);
        source = source == LAUT_NONE ? source : (uint32_t)n - 1;
        if (c->kind == LT_EMIT_NO_COMMENT) {
            laut_no_comment *x = lt_push(&d->arena, &d->no_comments);
            if (!x)
                return;
            *x = (laut_no_comment){.sentence = spans_of(d, &c->content), .words = spans_of(d, &c->speaker_words),
                                   .chain = chain, .chain_count = n, .source = source,
                                   .sentence_index = c->sentence, .rule = m->rule->name};
            continue;
        }
        laut_claim *x = lt_push(&d->arena, &d->claims);
        if (!x)
            return;
        claim_of[i] = d->claims.count - 1;
        *x = (laut_claim){.kind = (laut_kind)c->kind,
                          .medium = c->medium == 255 ? LAUT_MEDIUM_UNKNOWN : (laut_medium)c->medium,
                          .act = c->act == 255 ? LAUT_STATEMENT : (laut_act)c->act,
                          .content = spans_of(d, &c->content), .cue = spans_of(d, &c->cue),
                          .frame = spans_of(d, &c->frame), .speaker = spans_of(d, &c->speaker_words),
                          .addressee = spans_of(d, &c->addressee), .chain = chain, .chain_count = n,
                          .source = source, .sentence = c->sentence, .rule = m->rule->name,
                          .confidence = m->rule->confidence[n ? chain[0].resolved : LT_HOW_NONE],
                          .parent = c->parent == LAUT_NONE ? LAUT_NONE : claim_of[c->parent],
                          .continues = c->continues == LAUT_NONE ? LAUT_NONE : claim_of[c->continues]};
    }
}

/* The place of person `p` in the document's list of parties, which it gets when it is first asked for. */
static uint32_t show(lt_registry *r, uint32_t *shown, uint32_t p)
{
    lt_document *d = r->d;
    lt_person *x = &r->people.at[p];
    if (shown[p] != LAUT_NONE)
        return shown[p];
    laut_party *out = lt_push(&d->arena, &d->parties);
    if (!out)
        return 0;
    const char *name = lt_name_of(d, x);
    *out = (laut_party){.name = name ? name : "", .type = x->type, .mentions = {x->spans.at, x->spans.count}};
    if (x->role_last > x->role_first)
        out->role = lt_text_of(d, x->role_first, x->role_last, 0);
    return shown[p] = d->parties.count - 1;
}

/* Only who says or reports something, or may have, in the order of the claims. */
static void show_parties(lt_registry *r)
{
    lt_document *d = r->d;
    uint32_t *shown = lt_arena_alloc(&d->arena, (r->people.count + 1) * sizeof *shown);
    if (!shown)
        return;
    memset(shown, 0xff, (r->people.count + 1) * sizeof *shown);
    for (uint32_t pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < (pass ? d->no_comments.count : d->claims.count); i++) {
            laut_link *chain = (laut_link *)(pass ? d->no_comments.at[i].chain : d->claims.at[i].chain);
            size_t n = pass ? d->no_comments.at[i].chain_count : d->claims.at[i].chain_count;
            for (size_t k = 0; k < n; k++) {
                chain[k].party = show(r, shown, chain[k].party);
                for (size_t c = 0; c < chain[k].candidate_count; c++)
                    ((uint32_t *)chain[k].candidates)[c] = show(r, shown, chain[k].candidates[c]);
            }
        }
}

static void view_sentences(lt_document *d)
{
    d->sentence_views = lt_arena_alloc(&d->arena, (d->sentences.count + 1) * sizeof *d->sentence_views);
    uint32_t *lists = lt_arena_alloc(&d->arena, (d->claims.count + 1) * sizeof *lists);
    if (!d->sentence_views || !lists)
        return;
    uint32_t next = 0, used = 0;
    for (uint32_t s = 0; s < d->sentences.count; s++) {
        laut_sentence *v = &d->sentence_views[s];
        v->span = (laut_span){d->tokens.at[d->sentences.at[s].first].begin,
                              d->tokens.at[d->sentences.at[s].last - 1].end};
        v->claims = lists + used;
        while (next < d->claims.count && d->claims.at[next].sentence <= s) {
            lists[used++] = next++;
            v->claim_count++;
        }
    }
}

/* Brandt sagte, der Damm sei alt. Er halte nicht mehr. Mit der Eider steige … Sie sagte …: whose words go on up to the token
 * `until` speaks where they go on. `*next`: the first draft that was not looked at. */
static void speak_on(lt_registry *r, uint32_t *next, uint32_t until)
{
    const lt_document *d = r->d;
    for (; *next < d->drafts.count; ++*next) {
        const lt_draft *c = &d->drafts.at[*next];
        if (!c->content.count)
            continue;
        uint32_t first = c->content.at[0].first;
        if (first >= until)
            return;
        uint32_t p = c->carried && c->speaker != LAUT_NONE ? r->party_of[c->speaker] : LAUT_NONE;
        if (p != LAUT_NONE && r->people.at[p].last_speaker && r->people.at[p].last_speaker < first + 1)
            r->people.at[p].last_speaker = first + 1;
    }
}

/* „Ich gehe. Ich komme wieder. Heute nicht“, sagte er: the sentences behind the first one are no step. */
static void count_told(lt_registry *r)
{
    const lt_document *d = r->d;
    uint32_t count = 0;
    for (uint32_t s = 0; s < d->sentences.count; s++) {
        uint32_t q = d->quote_of[d->sentences.at[s].first];
        bool inside = q != LAUT_NONE && d->quotes.at[q].whole && !d->quotes.at[q].answer && d->sentences.at[s].first > d->quotes.at[q].first &&
                      d->quote_of[d->sentences.at[s].last - 1] == q && d->sentences.at[s].last <= d->quotes.at[q].last;
        r->told[s] = inside ? count : ++count;
    }
}

int lt_parties_stage(lt_document *d, laut_error *error)
{
    uint32_t n = d->mentions.count;
    lt_registry r = {.d = d, .newest = LAUT_NONE};
    r.party_of = lt_arena_alloc(&d->arena, (n + 1) * sizeof *r.party_of);
    r.how = lt_arena_alloc(&d->arena, n + 1);
    r.rivals_of = lt_arena_alloc(&d->arena, (n + 1) * sizeof *r.rivals_of);
    r.busy = lt_arena_alloc(&d->arena, (n + 1) * sizeof *r.busy);
    r.told = lt_arena_alloc(&d->arena, (d->sentences.count + 1) * sizeof *r.told);
    uint8_t *needed = lt_arena_alloc(&d->arena, n + 1);
    uint32_t *order = lt_arena_alloc(&d->arena, (n + 1) * sizeof *order);
    uint32_t *place = lt_arena_alloc(&d->arena, (d->tokens.count + 2) * sizeof *place);
    if (d->arena.failed)
        return lt_out_of_memory(error);
    memset(r.party_of, 0xff, (n + 1) * sizeof *r.party_of);
    count_told(&r);
    for (uint32_t i = 0; i < d->drafts.count; i++) {
        const lt_draft *c = &d->drafts.at[i];
        if (c->speaker != LAUT_NONE)
            needed[c->speaker] = 2;
        for (uint32_t k = 0; k < c->source_count; k++)
            if (c->sources[k] != LAUT_NONE && !needed[c->sources[k]])
                needed[c->sources[k]] = 1;
    }
    /* In the order of their first tokens: counted, then put in their places. */
    for (uint32_t i = 0; i < n; i++)
        place[d->mentions.at[i].first + 1]++;
    for (uint32_t i = 0; i < d->tokens.count; i++)
        place[i + 1] += place[i];
    for (uint32_t i = 0; i < n; i++)
        order[place[d->mentions.at[i].first]++] = i;
    uint32_t spoken = 0; /* draft */
    for (uint32_t i = 0; i < n; i++) {
        uint32_t m = order[i];
        const lt_mention *x = &d->mentions.at[m];
        speak_on(&r, &spoken, x->first);
        bool nameable = x->named && x->type != LT_TYPE_THING && x->type != LT_TYPE_ATTRIBUTION;
        /* organisations and persons with a role may be referred to by it later */
        bool body = !x->pronoun && (x->type == LT_TYPE_ORGANIZATION || x->type == LT_TYPE_PERSON ||
                    x->type == LT_TYPE_DOCUMENT || x->type == LT_TYPE_MEDIA) && (x->next != LAUT_NONE || !lt_is_plural(x)) &&
                    (x->owner == LAUT_NONE || x->type == LT_TYPE_ORGANIZATION);
        /* ist sie Hebamme: no new person */
        if (body && x->clause != LAUT_NONE && d->clauses.at[x->clause].features & LT_F(copula) &&
            d->arguments[x->clause].subject != m && x->owner == LAUT_NONE && x->preposition == LAUT_NONE)
            body = false;
        /* als Tochter eines Lokführers kennt sie die Strecke; teurer als eine Schule: nor here */
        if (body && !x->definite && !x->named && x->first && lt_compares(d, x->first - 1))
            body = false;
        uint32_t q = d->quote_of[x->first];
        if (q != LAUT_NONE && d->quotes.at[q].whole && !needed[m])
            continue; /* whom somebody's own words mention is not who is meant around them */
        r.wanted = needed[m] ? m : LAUT_NONE;
        if (needed[m] || nameable || body)
            lt_resolve(&r, m);
        if (needed[m] == 2 && r.party_of[m] != LAUT_NONE && (q == LAUT_NONE || !d->quotes.at[q].whole))
            r.people.at[r.party_of[m]].last_speaker = x->first + 1;
    }
    answer(&r);
    show_parties(&r);
    view_sentences(d);
    return d->arena.failed ? lt_out_of_memory(error) : 0;
}
