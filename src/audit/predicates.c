#include "audit/predicates.h"

#include <string.h>

#include "audit/sides.h"

/* ---------------------------------------------------------------- values */

static lt_value nothing(void) { return (lt_value){.type = LT_V_NOTHING}; }
static lt_value truth(bool b) { return (lt_value){.type = LT_V_BOOL, .as.truth = b}; }
static lt_value count(uint32_t n) { return (lt_value){.type = LT_V_COUNT, .as.count = n}; }
static lt_value symbol(const char *text) { return (lt_value){.type = LT_V_SYMBOL, .as.text = text}; }

static lt_value unit(lt_value_type type, uint32_t index)
{
    return index == LAUT_NONE ? nothing() : (lt_value){.type = type, .as.index = index};
}

static lt_value places(lt_ranges r)
{
    return r.count ? (lt_value){.type = LT_V_RANGES, .as.ranges = r} : nothing();
}

#define GET(name) static lt_value name(lt_scene *s, const lt_property *p, uint32_t i)
#define UNUSED (void)s, (void)p, (void)i
#define D (s->d)
#define FACTS (s->facts)

static uint32_t percent(uint32_t part, uint32_t whole) { return whole ? (part * 100 + whole / 2) / whole : 0; }

/* ---------------------------------------------------------------- claims */

#define CLAIM (&D->claims.at[i])
#define FACT (&FACTS->claims[i])
#define CLAIM_KINDS "direct indirect reported indirect_free_indirect free_indirect"
#define CLAIM_ACTS "statement announcement demand denial admission accusation question promise warning assessment"
#define CLAIM_RESOLVED "name description pronoun continued ambiguous unresolved none"

GET(claim_kind) { UNUSED; return symbol(laut_kind_name(CLAIM->kind)); }
GET(claim_act) { UNUSED; return symbol(laut_act_name(CLAIM->act)); }
GET(claim_resolved)
{
    UNUSED;
    return symbol(CLAIM->chain_count ? laut_resolved_name(CLAIM->chain[0].resolved) : "none");
}
GET(claim_content) { UNUSED; return places(FACT->content); }
GET(claim_cue) { UNUSED; return places(FACT->cue); }
GET(claim_frame) { UNUSED; return places(FACT->frame); }
GET(claim_speaker) { UNUSED; return places(FACT->speaker); }
GET(claim_addressee) { UNUSED; return places(FACT->addressee); }
GET(claim_party) { UNUSED; return unit(LT_V_PARTY, FACT->attributed ? CLAIM->chain[0].party : LAUT_NONE); }
GET(claim_source)
{
    UNUSED;
    return unit(LT_V_PARTY, CLAIM->source == LAUT_NONE ? LAUT_NONE : CLAIM->chain[CLAIM->source].party);
}
GET(claim_source_words)
{
    UNUSED;
    return CLAIM->source == LAUT_NONE ? nothing() : places(lt_tokens_of(D, CLAIM->chain[CLAIM->source].words));
}
GET(claim_hands) { UNUSED; return count((uint32_t)CLAIM->chain_count); }
GET(claim_mention) { UNUSED; return unit(LT_V_MENTION, FACT->mention); }
GET(claim_voice) { UNUSED; return unit(LT_V_MENTION, FACT->voice); }
GET(claim_anchored) { UNUSED; return truth(FACT->anchored); }
GET(claim_second_hand) { UNUSED; return truth(FACT->second_hand); }
GET(claim_told_before) /* its party is a medium that somebody has spoken to before */
{
    UNUSED;
    uint32_t who = FACT->attributed ? CLAIM->chain[0].party : LAUT_NONE;
    const lt_ranges *r = FACT->frame.count ? &FACT->frame : &FACT->content;
    return truth(who != LAUT_NONE && r->count && FACTS->parties[who].addressed &&
                 r->at[r->count - 1].last > FACTS->parties[who].addressed);
}
GET(claim_source_told)
{
    UNUSED;
    const laut_claim *c = CLAIM;
    uint32_t who = c->source == LAUT_NONE ? LAUT_NONE : c->chain[c->source].party;
    const lt_ranges *r = FACT->frame.count ? &FACT->frame : &FACT->content;
    return truth(who != LAUT_NONE && r->count && FACTS->parties[who].addressed && r->at[r->count - 1].last > FACTS->parties[who].addressed);
}
GET(claim_voices) { UNUSED; return count(FACT->voices); }
GET(claim_namesakes) { UNUSED; return count(FACT->namesakes); }
GET(claim_fitting) { UNUSED; return count(FACT->fitting); }
GET(claim_rivals) { UNUSED; return count(CLAIM->chain_count ? (uint32_t)CLAIM->chain[0].candidate_count : 0); }
GET(claim_attributed) { UNUSED; return truth(FACT->attributed); }
GET(claim_nested) { UNUSED; return truth(FACT->nested); }
GET(claim_parent) { UNUSED; return unit(LT_V_CLAIM, CLAIM->parent); }
GET(claim_before) /* the one whose content or frame ended last before its own begins */
{
    UNUSED;
    uint32_t t = FACT->content.count ? FACT->content.at[0].first : 0;
    if (FACT->frame.count && FACT->frame.at[0].first < t)
        t = FACT->frame.at[0].first;
    while (t-- > 0)
        if (FACTS->claim_of[t] != LAUT_NONE)
            return unit(LT_V_CLAIM, FACTS->claim_of[t]);
    return nothing();
}
GET(claim_gap) { UNUSED; return count(FACT->gap); }
GET(claim_first)
{
    UNUSED;
    return truth(FACT->attributed && FACTS->parties[CLAIM->chain[0].party].first == i);
}
GET(claim_clause) { UNUSED; return unit(LT_V_CLAUSE, FACT->clause); }
GET(claim_sentence) { UNUSED; return unit(LT_V_SENTENCE, CLAIM->sentence); }
GET(claim_accused) { UNUSED; return unit(LT_V_MENTION, FACT->accused); }
GET(claim_quote)
{
    UNUSED;
    return unit(LT_V_QUOTE, FACT->content.count ? D->quote_of[FACT->content.at[0].first] : LAUT_NONE);
}
/* Ada Brandt erzählte, eine Kollegin habe gefragt: „…“; Ada Brandt zitierte eine Kollegin: told by somebody who can be asked. */
static bool is_passed_on(const lt_facts *f, uint32_t claim)
{
    const lt_document *d = f->d;
    const laut_claim *c = &d->claims.at[claim];
    uint32_t last = c->chain_count > 1 ? c->chain[c->chain_count - 1].party : LAUT_NONE, clause = f->claims[claim].clause;
    if (last == LAUT_NONE || last == c->chain[0].party || d->parties.at[last].type != LAUT_PERSON)
        return false;
    uint32_t subject = clause == LAUT_NONE ? LAUT_NONE : d->arguments[clause].subject;
    return c->parent != LAUT_NONE || (subject != LAUT_NONE && f->party_of[subject] == last);
}

GET(claim_inside) /* its cue, or else its content, stands in words of somebody else: quoted, or passed on by a person */
{
    UNUSED;
    const lt_ranges *r = FACT->cue.count ? &FACT->cue : &FACT->content;
    uint32_t q = r->count ? D->quote_of[r->at[0].first] : LAUT_NONE;
    if (q != LAUT_NONE && !FACT->cue.count) /* its own marks are not around it */
        q = D->quotes.at[q].parent;
    return truth(q != LAUT_NONE || is_passed_on(FACTS, i));
}
GET(claim_paragraph) /* its content begins one */
{
    UNUSED;
    return truth(FACT->content.count && D->tokens.at[FACT->content.at[0].first].flags & LT_PARA_BEFORE);
}
GET(claim_central) { UNUSED; return truth(FACT->central); }
GET(claim_leading) { UNUSED; return truth(FACT->leading); }
GET(claim_weak) { UNUSED; return truth(FACT->weak); }
GET(claim_anonymous) { UNUSED; return truth(FACT->anonymous); }
GET(claim_confirmed) { UNUSED; return truth(FACT->confirmed); }
GET(claim_said) /* the clause of the first finite verb in its content */
{
    UNUSED;
    for (uint32_t k = 0; k < FACT->content.count; k++)
        for (uint32_t t = FACT->content.at[k].first; t < FACT->content.at[k].last; t++) {
            uint32_t c = D->clause_of[t];
            if (c != LAUT_NONE && D->clauses.at[c].finite == t)
                return unit(LT_V_CLAUSE, c);
        }
    return nothing();
}
GET(claim_addressed)
{
    UNUSED;
    const lt_ranges *r = &FACT->addressee;
    uint32_t first = r->count ? D->sentence_of[r->at[0].first] : 0;
    for (uint32_t n = FACTS->first_mention[first]; r->count && n < FACTS->first_mention[first + 1]; n++) {
        uint32_t m = FACTS->by_sentence[n];
        if (D->mentions.at[m].first == r->at[0].first && FACTS->party_of[m] != LAUT_NONE)
            return unit(LT_V_PARTY, FACTS->party_of[m]);
    }
    return nothing();
}

/* ---------------------------------------------------------------- parties */

#define PARTY (&D->parties.at[i])
#define PARTY_FACT (&FACTS->parties[i])
#define PARTY_TYPES "person organization media document group unnamed"

GET(party_type) { UNUSED; return symbol(laut_party_type_name(PARTY->type)); }
GET(party_claims) { UNUSED; return count(PARTY_FACT->claims); }
GET(party_introduced) { UNUSED; return truth(PARTY_FACT->introduced); }
GET(party_known) { UNUSED; return truth(PARTY_FACT->known); }
GET(party_reports) { UNUSED; return truth(PARTY_FACT->reports); }
GET(party_speaks) { UNUSED; return truth(PARTY_FACT->first != LAUT_NONE); }
GET(party_first) { UNUSED; return unit(LT_V_CLAIM, PARTY_FACT->first); }
GET(party_share) { UNUSED; return count(percent(PARTY_FACT->words, FACTS->words)); }

/* ---------------------------------------------------------------- the document */

GET(document_claims) { UNUSED; return count(FACTS->claim_count); }
GET(document_sides) { UNUSED; return count(FACTS->sides); }
GET(document_words) { UNUSED; return count(FACTS->words); }
GET(document_leader) { UNUSED; return unit(LT_V_PARTY, FACTS->leader); }
GET(document_share) { UNUSED; return count(percent(FACTS->leader_words, FACTS->words)); }
GET(document_answers) { UNUSED; return count(FACTS->answers_given); }
GET(document_typographic) { UNUSED; return count(FACTS->typographic); }
/* What headline and lead say has nobody behind it who can be named. Who speaks further down in the lead, of something else, does not
 * change that if the story begins with the weak one. */
GET(document_weak_lead)
{
    UNUSED;
    bool weak = false, opens = false, others = false;
    uint32_t first = 0;
    while (first < D->sentences.count && D->sentences.at[first].heading)
        first++;
    first += first < D->sentences.count && lt_is_place_line(D, first);
    for (uint32_t c = 0; c < D->claims.count; c++) {
        const lt_claim_fact *x = &FACTS->claims[c];
        if (!x->central || !x->attributed)
            continue;
        bool heading = D->sentences.at[D->claims.at[c].sentence].heading; /* which the lead repeats */
        const lt_mention *who = x->mention == LAUT_NONE ? NULL : &D->mentions.at[x->mention];
        bool news = who && !who->named && who->entry != LAUT_NONE && lt_entry_has(D->engine, who->entry, LT_HAS(traits, news));
        bool known = !x->weak && !x->nested && !heading && !news; /* dem Bericht zufolge */
        if ((known && x->leading) || x->confirmed)
            return truth(false);
        others |= known;
        weak |= x->weak;
        opens |= x->weak && x->content.count && D->sentence_of[x->content.at[0].first] == first;
    }
    return truth(weak && (opens || !others));
}

/* ---------------------------------------------------------------- quotations */

#define QUOTE (&D->quotes.at[i])
#define STYLES "german guillemets chevrons english straight mismatched single"
static const char *const style_names[] = {"german", "guillemets", "chevrons", "english",
                                          "straight", "mismatched", "single"};

GET(quote_style) { UNUSED; return symbol(style_names[FACTS->styles[i]]); }
GET(quote_foreign) { UNUSED; return truth(FACTS->styles[i] != FACTS->style && FACTS->styles[i] != LT_STYLE_SINGLE); }
/* Between the mark and what stands outside there is a letter or digit, and no space. */
GET(quote_broken)
{
    UNUSED;
    const lt_token *t = D->tokens.at;
    uint32_t first = QUOTE->first, last = QUOTE->last - 1;
    bool before = first > 0 && (t[first - 1].kind == LT_WORD || t[first - 1].kind == LT_NUMBER) &&
                  t[first - 1].end == t[first].begin && t[first].kind == LT_MARK;
    bool behind = last + 1 < D->tokens.count && t[last + 1].kind == LT_WORD && t[last].kind == LT_MARK &&
                  t[last].end == t[last + 1].begin;
    return truth(before || behind);
}
/* The first pair of square brackets in it that holds a word. */
GET(quote_brackets)
{
    UNUSED;
    const lt_token *t = D->tokens.at;
    uint32_t open = LAUT_NONE, words = 0;
    for (uint32_t k = QUOTE->first; k < QUOTE->last; k++) {
        char c = D->text.bytes[t[k].begin];
        if (t[k].kind == LT_OPEN && c == '[') {
            open = k;
            words = 0;
        } else if (t[k].kind == LT_CLOSE && c == ']' && open != LAUT_NONE) {
            if (words) {
                lt_range *at = lt_scene_ranges(s, 1);
                if (!at)
                    return nothing();
                *at = (lt_range){open, k + 1};
                return places((lt_ranges){at, 1});
            }
            open = LAUT_NONE;
        } else {
            words += t[k].kind == LT_WORD;
        }
    }
    return nothing();
}
GET(quote_sentence_like) /* a finite verb stands in it, or the mark of a whole sentence */
{
    UNUSED;
    if (QUOTE->whole)
        return truth(true);
    for (uint32_t t = QUOTE->first; t < QUOTE->last; t++) {
        const lt_token *token = &D->tokens.at[t];
        for (uint32_t k = 0; k < token->reading_count && !(token->flags & LT_CAPITAL); k++) {
            const lt_reading *r = &D->readings.at[token->first_reading + k];
            if (r->category != LT_VERB && r->category != LT_PART && r->category != LT_ADV)
                break; /* die letzte Fähre */
            if (r->category == LT_VERB && r->features & LT_F(fin))
                return truth(true);
        }
        uint32_t c = D->clause_of[t];
        if (c != LAUT_NONE && D->clauses.at[c].finite == t)
            return truth(true);
    }
    return truth(false);
}
/* Für die Wirtin ist klar: „…“. Who could speak and stands before the colon that the quotation follows. */
GET(quote_voice)
{
    UNUSED;
    uint32_t first = QUOTE->first, sentence = D->sentence_of[first], best = LAUT_NONE;
    if (!first || D->tokens.at[first - 1].kind != LT_COLON)
        return nothing();
    sentence = D->sentence_of[first - 1];
    for (uint32_t n = FACTS->first_mention[sentence]; n < FACTS->first_mention[sentence + 1]; n++) {
        const lt_mention *m = &D->mentions.at[FACTS->by_sentence[n]];
        if (m->first < first && !m->pronoun && (m->type <= LT_TYPE_GROUP || m->type == LT_TYPE_PLACE))
            best = FACTS->by_sentence[n];
    }
    return unit(LT_V_MENTION, best);
}
GET(quote_repeated) { UNUSED; return truth(FACTS->repeated[i]); }
GET(quote_before) { UNUSED; return QUOTE->first ? unit(LT_V_TOKEN, QUOTE->first - 1) : nothing(); }
GET(quote_claim) /* whose content has its first word */
{
    UNUSED;
    uint32_t k = QUOTE->first + (QUOTE->first + 1 < QUOTE->last);
    return unit(LT_V_CLAIM, FACTS->claim_of[k] != LAUT_NONE ? FACTS->claim_of[k] : FACTS->said_in[k]);
}

/* ---------------------------------------------------------------- other units */

GET(token_stray) { UNUSED; return truth(FACTS->stray[i]); }
GET(token_claim) { UNUSED; return unit(LT_V_CLAIM, FACTS->claim_of[i]); }
GET(token_presumed) { UNUSED; return unit(LT_V_CLAIM, FACTS->presumed[i]); }
GET(token_implied) { UNUSED; return unit(LT_V_CLAUSE, FACTS->implied[i]); }
GET(token_said) { UNUSED; return unit(LT_V_CLAIM, FACTS->said_in[i]); }
GET(token_sourced) { UNUSED; return truth(FACTS->claim_of[i] != LAUT_NONE || FACTS->sourced[i]); }

GET(sentence_denied) { UNUSED; return truth(FACTS->denied[i]); }
GET(sentence_lonely) { UNUSED; return truth(FACTS->lonely[i]); }
GET(sentence_claim) /* the first attributed one of which it has a word */
{
    UNUSED;
    for (uint32_t t = D->sentences.at[i].first; t < D->sentences.at[i].last; t++)
        if (FACTS->claim_of[t] != LAUT_NONE)
            return unit(LT_V_CLAIM, FACTS->claim_of[t]);
    return nothing();
}

GET(clause_claim) /* the attributed one that has its verb */
{
    UNUSED;
    uint32_t t = D->clauses.at[i].finite;
    return unit(LT_V_CLAIM, t == LAUT_NONE ? LAUT_NONE : FACTS->claim_of[t]);
}
GET(clause_said) /* any claim that has its verb in its content */
{
    UNUSED;
    uint32_t t = D->clauses.at[i].finite;
    return unit(LT_V_CLAIM, t == LAUT_NONE ? LAUT_NONE : FACTS->said_in[t]);
}
GET(clause_does) { UNUSED; return (lt_value){.type = LT_V_DEEDS, .as.index = i}; }
/* Who does what it says: the subject; of a passive the agent; ganze Kapitel habe Otto Grothe abgeschrieben, where what
 * stands in front is taken for the subject: a person with a name right behind the finite verb; Otto Grothe sei der
 * Mann, der abgeschrieben habe: the subject of the clause with the noun. */
GET(clause_culprit)
{
    UNUSED;
    const lt_clause *c = &D->clauses.at[i];
    const lt_arguments *a = &D->arguments[i];
    if (c->passive)
        return unit(LT_V_MENTION, a->agent);
    const lt_clause *above = c->kind == LT_RELATIVE && c->parent != LAUT_NONE ? &D->clauses.at[c->parent] : NULL;
    if (above && above->features & LT_F(copula) && a->subject != LAUT_NONE && D->mentions.at[a->subject].pronoun) {
        const lt_arguments *o = &D->arguments[c->parent];
        bool turned = o->accusative != LAUT_NONE && D->mentions.at[o->accusative].named; /* what is taken for its object */
        if (o->subject != LAUT_NONE)
            return unit(LT_V_MENTION, turned ? o->accusative : o->subject);
    }
    const lt_mention *x = a->subject == LAUT_NONE ? NULL : &D->mentions.at[a->subject];
    const lt_mention *y = a->accusative == LAUT_NONE ? NULL : &D->mentions.at[a->accusative];
    bool behind = x && y && !x->pronoun && !x->named && x->type != LT_TYPE_PERSON && x->type != LT_TYPE_ORGANIZATION &&
                  y->named && y->type == LT_TYPE_PERSON && y->features & LT_F(nom) && y->first == c->finite + 1;
    return unit(LT_V_MENTION, behind ? a->accusative : a->subject);
}
GET(clause_repeats) { UNUSED; return unit(LT_V_CLAIM, FACTS->repeats[i]); }

GET(clause_between) { UNUSED; return unit(LT_V_CLAIM, FACTS->between[i]); }

/* What stands since the claim, else since the clause, and is about it: lt_meanwhile(). */
static lt_value words_since(const lt_scene *s, uint32_t claim, uint32_t clause, uint32_t sentence)
{
    if (claim != LAUT_NONE)
        return (lt_value){.type = LT_V_WORDS, .as.ranges = lt_meanwhile(FACTS, D->claims.at[claim].sentence, sentence, FACTS->claims[claim].content.at, FACTS->claims[claim].content.count)};
    const lt_clause *c = clause == LAUT_NONE ? NULL : &D->clauses.at[clause];
    return c ? (lt_value){.type = LT_V_WORDS, .as.ranges = lt_meanwhile(FACTS, c->sentence, sentence, c->segments, c->segment_count)} : nothing();
}
GET(clause_meanwhile) { UNUSED; return words_since(s, FACTS->repeats[i], FACTS->echoes[i], D->clauses.at[i].sentence); }
GET(token_meanwhile) { UNUSED; return words_since(s, FACTS->presumed[i], FACTS->implied[i], D->sentence_of[i]); }
GET(mention_meanwhile) { UNUSED; return words_since(s, LAUT_NONE, FACTS->takes_up[i], D->mentions.at[i].sentence); }
GET(clause_shares) { UNUSED; return count(FACTS->shares[i]); }
GET(clause_echo) { UNUSED; return unit(LT_V_CLAUSE, FACTS->echoes[i]); }

GET(mention_party) { UNUSED; return unit(LT_V_PARTY, FACTS->party_of[i]); }
/* The nearest body before it that somebody could speak for: in its sentence or the two before. */
GET(mention_body)
{
    UNUSED;
    const lt_mention *m = &D->mentions.at[i];
    uint32_t best = LAUT_NONE;
    for (uint32_t n = FACTS->first_mention[m->sentence < 2 ? 0 : m->sentence - 2]; n < FACTS->first_mention[m->sentence + 1]; n++) {
        uint32_t k = FACTS->by_sentence[n];
        const lt_mention *x = &D->mentions.at[k];
        if (k == i || x->pronoun || x->first >= m->first)
            continue;
        /* Helmigs Haus widersprach: what is somebody's and says something is a body, too */
        bool says = x->type == LT_TYPE_THING && x->attribute != LAUT_NONE && D->mentions.at[x->attribute].type == LT_TYPE_PERSON &&
                    x->clause != LAUT_NONE && D->clauses.at[x->clause].report != LAUT_NONE && D->arguments[x->clause].subject == k;
        if ((x->type == LT_TYPE_ORGANIZATION || x->type == LT_TYPE_MEDIA || says) &&
            (best == LAUT_NONE || x->first > D->mentions.at[best].first))
            best = k;
    }
    return unit(LT_V_MENTION, best);
}
/* Polizei und Feuerwehr: one body of several. */
GET(mention_among)
{
    UNUSED;
    const lt_mention *m = &D->mentions.at[i];
    for (uint32_t n = FACTS->first_mention[m->sentence]; n < FACTS->first_mention[m->sentence + 1]; n++) {
        uint32_t k = FACTS->by_sentence[n];
        const lt_mention *x = &D->mentions.at[k];
        if (k != i && !x->pronoun && (x->next == i || m->next == k) && (x->type == LT_TYPE_ORGANIZATION || x->type == LT_TYPE_MEDIA))
            return truth(true);
    }
    return truth(false);
}
GET(mention_takes_up) { UNUSED; return unit(LT_V_CLAUSE, FACTS->takes_up[i]); }
GET(mention_carries) { UNUSED; return count(FACTS->carries[i]); }
GET(mention_told) { UNUSED; return truth(FACTS->told[i]); }
GET(mention_bare) { UNUSED; return truth(lt_is_bare(D, &D->mentions.at[i])); }
GET(mention_introduced) { UNUSED; return truth(lt_is_introduced(FACTS, i)); }

/* Otto Grothe … dessen Anwalt: a person with another name than the mention's stands before it in its sentence. */
static bool follows_another(const lt_scene *s, uint32_t i, const lt_mention *m)
{
    for (uint32_t n = FACTS->first_mention[D->mentions.at[i].sentence]; n < FACTS->first_mention[D->mentions.at[i].sentence + 1]; n++) {
        const lt_mention *x = &D->mentions.at[FACTS->by_sentence[n]];
        if (x->last <= D->mentions.at[i].first && x->named && x->type == LT_TYPE_PERSON && !lt_same_surname(D, x, m))
            return true;
    }
    return false;
}

static bool is_authority(const lt_document *d, const lt_mention *m)
{
    return m->type == LT_TYPE_ORGANIZATION && (lt_entry_has(d->engine, m->entry, LT_HAS(traits, authority)) || lt_entry_has(d->engine, m->entry, LT_HAS(traits, court)));
}

/* In the sentence so far ahead, or behind, a person is the subject of whom another name is told: Otto Grothe … Jan Wolf schweigt. Who
 * speaks for him is nobody else: sein Anwalt Jan Wolf; but dessen Anwalt behind another name is. */
static bool other_speaks(const lt_scene *s, uint32_t i, int ahead)
{
    const lt_mention *m = &D->mentions.at[FACTS->meant[i]];
    int64_t sentence = (int64_t)(m->sentence > D->mentions.at[i].sentence ? m->sentence : D->mentions.at[i].sentence) + ahead;
    if (sentence < 0 || sentence >= D->sentences.count || m->name_first >= m->name_last)
        return false;
    for (uint32_t n = FACTS->first_mention[sentence]; n < FACTS->first_mention[sentence + 1]; n++) {
        uint32_t k = FACTS->by_sentence[n];
        const lt_mention *x = &D->mentions.at[k];
        bool counsel = lt_entry_has(D->engine, x->entry, LT_HAS(traits, counsel)) || lt_entry_has(D->engine, x->entry, LT_HAS(traits, spokes));
        if (x->type == LT_TYPE_PERSON && counsel && lt_is_pointing(D, x) && follows_another(s, k, m))
            return true;
        if (x->clause == LAUT_NONE || D->arguments[x->clause].subject != k || D->clauses.at[x->clause].kind != LT_MAIN || x->pronoun)
            continue;
        bool unlike = !x->named && !(x->features & m->features & (LT_F(m) | LT_F(f) | LT_F(n))); /* die Frau */
        bool his = x->possessive && (counsel || FACTS->office[k] == LAUT_NONE); /* sein Anwalt; but sein Stellvertreter Jan Wolf */
        uint32_t party = FACTS->party_of[k];
        bool body = party != LAUT_NONE && D->parties.at[party].type == LAUT_ORGANIZATION; /* Goldmark, for the Goldmark Versicherung */
        if (is_authority(D, x) && !is_authority(D, m) && !lt_entry_has(D->engine, m->entry, LT_HAS(traits, office)) && FACTS->office[i] == LAUT_NONE &&
            FACTS->office[FACTS->meant[i]] == LAUT_NONE)
            return true; /* Apothekerin Ada Brandt … die Staatsanwaltschaft; but Kommissar Ada Brandt … die Polizei */
        return (x->named || unlike) && x->type == LT_TYPE_PERSON && !body && !his && !counsel && x->attribute == LAUT_NONE && !lt_same_surname(D, x, m);
    }
    return false;
}
GET(mention_doer)
{
    UNUSED;
    const lt_mention *m = &D->mentions.at[i];
    return truth(m->clause != LAUT_NONE && D->arguments[m->clause].subject == i && D->clauses.at[m->clause].kind == LT_MAIN);
}
GET(mention_single) { UNUSED; return truth(D->mentions.at[i].last == D->mentions.at[i].first + 1); }
GET(mention_other_next) { UNUSED; return truth(other_speaks(s, i, 1)); }
GET(mention_other_before) { UNUSED; return truth(other_speaks(s, i, -1)); }
GET(mention_other_later) { UNUSED; return truth(other_speaks(s, i, 2)); }
GET(mention_listed) { UNUSED; return truth(lt_is_listed_noun(D, &D->mentions.at[i])); }
GET(mention_meant) { UNUSED; return unit(LT_V_MENTION, FACTS->meant[i]); }
GET(mention_answers) { UNUSED; return truth(FACTS->answers[i]); }

/* ---------------------------------------------------------------- the table */

/* To add a predicate, add a line, as in engine/properties.c. */
static const lt_property predicates[] = {
    {LT_V_CLAIM, "kind", LT_V_SYMBOL, claim_kind, 0, CLAIM_KINDS, false},
    {LT_V_CLAIM, "act", LT_V_SYMBOL, claim_act, 0, CLAIM_ACTS, false},
    {LT_V_CLAIM, "resolved", LT_V_SYMBOL, claim_resolved, 0, CLAIM_RESOLVED, false},
    {LT_V_CLAIM, "content", LT_V_RANGES, claim_content, 0, NULL, false},
    {LT_V_CLAIM, "cue", LT_V_RANGES, claim_cue, 0, NULL, false},
    {LT_V_CLAIM, "frame", LT_V_RANGES, claim_frame, 0, NULL, false},
    {LT_V_CLAIM, "speaker", LT_V_RANGES, claim_speaker, 0, NULL, false},
    {LT_V_CLAIM, "addressee", LT_V_RANGES, claim_addressee, 0, NULL, false},
    {LT_V_CLAIM, "party", LT_V_PARTY, claim_party, 0, NULL, false},
    {LT_V_CLAIM, "source", LT_V_PARTY, claim_source, 0, NULL, false},
    {LT_V_CLAIM, "source_words", LT_V_RANGES, claim_source_words, 0, NULL, false},
    {LT_V_CLAIM, "hands", LT_V_COUNT, claim_hands, 0, NULL, false},
    {LT_V_CLAIM, "mention", LT_V_MENTION, claim_mention, 0, NULL, false},
    {LT_V_CLAIM, "anchored", LT_V_BOOL, claim_anchored, 0, NULL, false},
    {LT_V_CLAIM, "second_hand", LT_V_BOOL, claim_second_hand, 0, NULL, false},
    {LT_V_CLAIM, "source_told", LT_V_BOOL, claim_source_told, 0, NULL, false},
    {LT_V_CLAIM, "told_before", LT_V_BOOL, claim_told_before, 0, NULL, false},
    {LT_V_CLAIM, "voices", LT_V_COUNT, claim_voices, 0, NULL, false},
    {LT_V_CLAIM, "voice", LT_V_MENTION, claim_voice, 0, NULL, false},
    {LT_V_CLAIM, "fitting", LT_V_COUNT, claim_fitting, 0, NULL, false},
    {LT_V_CLAIM, "namesakes", LT_V_COUNT, claim_namesakes, 0, NULL, false},
    {LT_V_CLAIM, "rivals", LT_V_COUNT, claim_rivals, 0, NULL, false},
    {LT_V_CLAIM, "attributed", LT_V_BOOL, claim_attributed, 0, NULL, false},
    {LT_V_CLAIM, "nested", LT_V_BOOL, claim_nested, 0, NULL, false},
    {LT_V_CLAIM, "parent", LT_V_CLAIM, claim_parent, 0, NULL, false},
    {LT_V_CLAIM, "before", LT_V_CLAIM, claim_before, 0, NULL, false},
    {LT_V_CLAIM, "gap", LT_V_COUNT, claim_gap, 0, NULL, false},
    {LT_V_CLAIM, "first", LT_V_BOOL, claim_first, 0, NULL, false},
    {LT_V_CLAIM, "clause", LT_V_CLAUSE, claim_clause, 0, NULL, false},
    {LT_V_CLAIM, "sentence", LT_V_SENTENCE, claim_sentence, 0, NULL, false},
    {LT_V_CLAIM, "accused", LT_V_MENTION, claim_accused, 0, NULL, false},
    {LT_V_CLAIM, "quote", LT_V_QUOTE, claim_quote, 0, NULL, false},
    {LT_V_CLAIM, "inside", LT_V_BOOL, claim_inside, 0, NULL, false},
    {LT_V_CLAIM, "paragraph", LT_V_BOOL, claim_paragraph, 0, NULL, false},
    {LT_V_CLAIM, "leading", LT_V_BOOL, claim_leading, 0, NULL, false},
    {LT_V_CLAIM, "weak", LT_V_BOOL, claim_weak, 0, NULL, false},
    {LT_V_CLAIM, "anonymous", LT_V_BOOL, claim_anonymous, 0, NULL, false},
    {LT_V_CLAIM, "confirmed", LT_V_BOOL, claim_confirmed, 0, NULL, false},
    {LT_V_CLAIM, "said", LT_V_CLAUSE, claim_said, 0, NULL, false},
    {LT_V_CLAIM, "addressed", LT_V_PARTY, claim_addressed, 0, NULL, false},
    {LT_V_CLAIM, "central", LT_V_BOOL, claim_central, 0, NULL, false},

    {LT_V_PARTY, "type", LT_V_SYMBOL, party_type, 0, PARTY_TYPES, false},
    {LT_V_PARTY, "claims", LT_V_COUNT, party_claims, 0, NULL, false},
    {LT_V_PARTY, "introduced", LT_V_BOOL, party_introduced, 0, NULL, false},
    {LT_V_PARTY, "known", LT_V_BOOL, party_known, 0, NULL, false},
    {LT_V_PARTY, "reports", LT_V_BOOL, party_reports, 0, NULL, false},
    {LT_V_PARTY, "speaks", LT_V_BOOL, party_speaks, 0, NULL, false},
    {LT_V_PARTY, "first", LT_V_CLAIM, party_first, 0, NULL, false},
    {LT_V_PARTY, "share", LT_V_COUNT, party_share, 0, NULL, false},

    {LT_V_DOCUMENT, "claims", LT_V_COUNT, document_claims, 0, NULL, false},
    {LT_V_DOCUMENT, "sides", LT_V_COUNT, document_sides, 0, NULL, false},
    {LT_V_DOCUMENT, "words", LT_V_COUNT, document_words, 0, NULL, false},
    {LT_V_DOCUMENT, "leader", LT_V_PARTY, document_leader, 0, NULL, false},
    {LT_V_DOCUMENT, "share", LT_V_COUNT, document_share, 0, NULL, false},
    {LT_V_DOCUMENT, "answers", LT_V_COUNT, document_answers, 0, NULL, false},
    {LT_V_DOCUMENT, "typographic", LT_V_COUNT, document_typographic, 0, NULL, false},
    {LT_V_DOCUMENT, "weak_lead", LT_V_BOOL, document_weak_lead, 0, NULL, false},

    {LT_V_QUOTE, "style", LT_V_SYMBOL, quote_style, 0, STYLES, false},
    {LT_V_QUOTE, "foreign", LT_V_BOOL, quote_foreign, 0, NULL, false},
    {LT_V_QUOTE, "broken", LT_V_BOOL, quote_broken, 0, NULL, false},
    {LT_V_QUOTE, "brackets", LT_V_RANGES, quote_brackets, 0, NULL, false},
    {LT_V_QUOTE, "sentence_like", LT_V_BOOL, quote_sentence_like, 0, NULL, false},
    {LT_V_QUOTE, "voice", LT_V_MENTION, quote_voice, 0, NULL, false},
    {LT_V_QUOTE, "repeated", LT_V_BOOL, quote_repeated, 0, NULL, false},
    {LT_V_QUOTE, "before", LT_V_TOKEN, quote_before, 0, NULL, false},
    {LT_V_QUOTE, "claim", LT_V_CLAIM, quote_claim, 0, NULL, false},

    {LT_V_TOKEN, "stray", LT_V_BOOL, token_stray, 0, NULL, false},
    {LT_V_TOKEN, "claim", LT_V_CLAIM, token_claim, 0, NULL, false},
    {LT_V_TOKEN, "presumed", LT_V_CLAIM, token_presumed, 0, NULL, false},
    {LT_V_TOKEN, "implied", LT_V_CLAUSE, token_implied, 0, NULL, false},
    {LT_V_TOKEN, "meanwhile", LT_V_WORDS, token_meanwhile, 0, NULL, false},
    {LT_V_TOKEN, "said", LT_V_CLAIM, token_said, 0, NULL, false},
    {LT_V_TOKEN, "sourced", LT_V_BOOL, token_sourced, 0, NULL, false},
    {LT_V_SENTENCE, "denied", LT_V_BOOL, sentence_denied, 0, NULL, false},
    {LT_V_SENTENCE, "lonely", LT_V_BOOL, sentence_lonely, 0, NULL, false},
    {LT_V_SENTENCE, "claim", LT_V_CLAIM, sentence_claim, 0, NULL, false},
    {LT_V_CLAUSE, "claim", LT_V_CLAIM, clause_claim, 0, NULL, false},
    {LT_V_CLAUSE, "said", LT_V_CLAIM, clause_said, 0, NULL, false},
    {LT_V_CLAUSE, "does", LT_V_DEEDS, clause_does, 0, NULL, false},
    {LT_V_CLAUSE, "culprit", LT_V_MENTION, clause_culprit, 0, NULL, false},
    {LT_V_CLAUSE, "repeats", LT_V_CLAIM, clause_repeats, 0, NULL, false},
    {LT_V_CLAUSE, "between", LT_V_CLAIM, clause_between, 0, NULL, false},
    {LT_V_CLAUSE, "meanwhile", LT_V_WORDS, clause_meanwhile, 0, NULL, false},
    {LT_V_CLAUSE, "shares", LT_V_COUNT, clause_shares, 0, NULL, false},
    {LT_V_CLAUSE, "echo", LT_V_CLAUSE, clause_echo, 0, NULL, false},
    {LT_V_MENTION, "party", LT_V_PARTY, mention_party, 0, NULL, false},
    {LT_V_MENTION, "meant", LT_V_MENTION, mention_meant, 0, NULL, false},
    {LT_V_MENTION, "takes_up", LT_V_CLAUSE, mention_takes_up, 0, NULL, false},
    {LT_V_MENTION, "meanwhile", LT_V_WORDS, mention_meanwhile, 0, NULL, false},
    {LT_V_MENTION, "carries", LT_V_COUNT, mention_carries, 0, NULL, false},
    {LT_V_MENTION, "told", LT_V_BOOL, mention_told, 0, NULL, false},
    {LT_V_MENTION, "bare", LT_V_BOOL, mention_bare, 0, NULL, false},
    {LT_V_MENTION, "introduced", LT_V_BOOL, mention_introduced, 0, NULL, false},
    {LT_V_MENTION, "doer", LT_V_BOOL, mention_doer, 0, NULL, false},
    {LT_V_MENTION, "single", LT_V_BOOL, mention_single, 0, NULL, false},
    {LT_V_MENTION, "other_next", LT_V_BOOL, mention_other_next, 0, NULL, false},
    {LT_V_MENTION, "other_before", LT_V_BOOL, mention_other_before, 0, NULL, false},
    {LT_V_MENTION, "other_later", LT_V_BOOL, mention_other_later, 0, NULL, false},
    {LT_V_MENTION, "listed", LT_V_BOOL, mention_listed, 0, NULL, false},
    {LT_V_MENTION, "body", LT_V_MENTION, mention_body, 0, NULL, false},
    {LT_V_MENTION, "among", LT_V_BOOL, mention_among, 0, NULL, false},
    {LT_V_MENTION, "answers", LT_V_BOOL, mention_answers, 0, NULL, false},
};

enum { PREDICATE_COUNT = sizeof predicates / sizeof *predicates };

const lt_property *lt_find_predicate(lt_value_type unit_type, const char *name, size_t size)
{
    for (uint32_t i = 0; i < PREDICATE_COUNT; i++)
        if (predicates[i].unit == unit_type && strlen(predicates[i].name) == size &&
            memcmp(predicates[i].name, name, size) == 0)
            return &predicates[i];
    return NULL;
}

bool lt_is_predicate(const lt_property *p)
{
    return p >= predicates && p < predicates + PREDICATE_COUNT;
}

void lt_each_predicate(lt_value_type unit_type, void (*call)(void *context, const char *name), void *context)
{
    for (uint32_t i = 0; i < PREDICATE_COUNT; i++)
        if (predicates[i].unit == unit_type)
            call(context, predicates[i].name);
}

lt_ranges lt_unit_ranges(lt_scene *s, lt_value_type type, uint32_t i)
{
    laut_spans first = {NULL, 0};
    if (type == LT_V_PARTY && PARTY->mentions.count)
        first = (laut_spans){PARTY->mentions.at, 1};
    if (type == LT_V_PARTY)
        return lt_tokens_of(D, first);
    lt_range *at = lt_scene_ranges(s, FACT->content.count + FACT->frame.count + 1);
    if (!at)
        return (lt_ranges){NULL, 0};
    uint32_t n = 0;
    for (uint32_t k = 0; k < FACT->content.count; k++)
        at[n++] = FACT->content.at[k];
    for (uint32_t k = 0; k < FACT->frame.count; k++)
        at[n++] = FACT->frame.at[k];
    return (lt_ranges){at, lt_normalise(at, n)};
}
