/* What changed between two versions, each change once.
 *
 * Every pair of statements has one name, the first of these that holds: kept (their paragraph was only moved),
 * hardened or softened (one of the two is the author's own, or an act that is the content of the other), quotation (both are direct and the words differ), number, shortened, speaker,
 * source, kept. What has no partner is dropped or added. What stands inside another claim says nothing of
 * its own where that one was dropped, added, hardened or softened, where its words are still there without
 * a frame of their own, or where the hands changed alike. Claims that carry each other on and whose hands
 * changed alike are one finding.
 */
#include <stdlib.h>
#include <string.h>

#include "diff/diff.h"
#include "engine/engine.h"

/* ---------------------------------------------------------------- hands */

/* The hands of a claim of each version. */
typedef struct {
    lt_hand before[LT_MAX_CHAIN], after[LT_MAX_CHAIN];
    uint32_t before_count, after_count;
} hands;

static bool same(const laut_diff *x, const hands *h, uint32_t i, uint32_t k)
{
    return lt_same_hand(&x->before, &h->before[i], &x->after, &h->after[k]);
}

/* Whether all later hands are among the earlier ones, in their order; or the other way round. */
static bool are_among(const laut_diff *x, const hands *h, bool turned)
{
    uint32_t i = 0, few = turned ? h->before_count : h->after_count, many = turned ? h->after_count : h->before_count;
    for (uint32_t k = 0; k < few; k++, i++) {
        while (i < many && !(turned ? same(x, h, k, i) : same(x, h, i, k)))
            i++;
        if (i == many)
            return false;
    }
    return true;
}

/* The outermost hand that the later version lacks. */
static const lt_hand *missing(const laut_diff *x, const hands *h)
{
    for (uint32_t i = h->before_count; i-- > 0;) {
        bool there = false;
        for (uint32_t k = 0; k < h->after_count; k++)
            there |= same(x, h, i, k);
        if (!there)
            return &h->before[i];
    }
    return &h->before[h->before_count - 1]; /* der Sender, Radio Elbe: one of them for both */
}

/* Who reports it, if that is somebody else than the speaker: the index of the hand, or LAUT_NONE. */
static uint32_t source_of(const laut_claim *c, uint32_t count)
{
    return count > c->chain_count ? count - 1 : c->source;
}

/* Brandt nannte Hitze als Ursache, wie das Blatt berichtet: in what the one tells the other version's speaker says it. */
static bool says_inside(const lt_version *v, const laut_claim *c, const lt_version *other, const lt_hand *wanted)
{
    const laut_document *d = v->document;
    for (size_t i = 0; c->kind != LAUT_REPORTED && c->kind != LAUT_DIRECT && i < c->content.count; i++) {
        lt_range r = lt_tokens_in(d, c->content.at[i]);
        for (uint32_t t = r.first; t < r.last; t++) {
            const lt_clause *clause = d->clause_of[t] == LAUT_NONE ? NULL : &d->clauses.at[d->clause_of[t]];
            bool says = clause && clause->finite == t && clause->report != LAUT_NONE && !clause->passive && !(clause->features & LT_F(copula));
            uint32_t subject = says ? d->arguments[d->clause_of[t]].subject : LAUT_NONE; /* not: Eltern seien darauf angewiesen */
            if (subject == LAUT_NONE)
                continue;
            if (lt_mention_names_hand(other, wanted, v, subject))
                return true;
        }
    }
    return false;
}

/* The claim of which a frameless one takes over the speaker. */
static const laut_claim *carried_from(const laut_document *d, const laut_claim *c)
{
    while (c->kind != LAUT_REPORTED && !c->frame.count && c->continues != LAUT_NONE)
        c = &d->claims.at[c->continues];
    return c;
}

/* Whether what is told of an act names the hand of the other version besides the one that was read as the speaker. */
static bool names_besides(const lt_version *other, const lt_hand *wanted, const lt_version *v, const laut_claim *act)
{
    enum { MOST = 8 };
    laut_span parts[MOST];
    size_t n = 0;
    for (size_t i = 0; i < act->content.count && n + 1 < MOST; i++) {
        laut_span rest = act->content.at[i];
        for (size_t k = 0; k < act->speaker.count && n + 1 < MOST; k++) {
            laut_span s = act->speaker.at[k];
            if (s.begin < rest.begin || s.end > rest.end)
                continue;
            parts[n++] = (laut_span){rest.begin, s.begin};
            rest.begin = s.end;
        }
        parts[n++] = rest;
    }
    return act->kind == LAUT_REPORTED && lt_names_hand(other, wanted, v, (laut_spans){parts, n});
}

/* In a clause that tells of an utterance as a whole, who it is that speaks may be read wrongly: einen
 * Neubau forderte Brandt. Das Haus sei alt. Whoever it is in the other version is named here, too. */
static bool is_told_there(const laut_diff *x, const laut_claim *old, const laut_claim *new, const hands *h)
{
    return names_besides(&x->before, &h->before[0], &x->after, carried_from(x->after.document, new)) ||
           names_besides(&x->after, &h->after[0], &x->before, carried_from(x->before.document, old));
}

/* Die Anwohner sollen die Fenster schließen: in whose name, the sentence before may tell or not. */
static bool is_guessed(const laut_claim *c)
{
    return c->kind == LAUT_FREE_INDIRECT && c->chain_count && c->chain[0].resolved == LAUT_CONTINUED;
}

/* In einem Brief wenden sich Ärzte an den Rat. Die Wege seien lang, warnen sie; heißt es in dem Brief: what stands in a
 * paper is said by somebody where the other version has the paper beside him or just before. */
static bool is_in_paper(const lt_version *v, const lt_hand *paper, const lt_version *other, const lt_hand *by, const laut_claim *c)
{
    const laut_document *d = other->document;
    if (paper->party == LAUT_NONE || v->document->parties.at[paper->party].type != LAUT_DOCUMENT || by->party == LAUT_NONE ||
        d->parties.at[by->party].type == LAUT_DOCUMENT || d->parties.at[by->party].type == LAUT_MEDIA)
        return false;
    laut_span near = {d->sentence_views[c->sentence ? c->sentence - 1 : 0].span.begin, d->sentence_views[c->sentence].span.end};
    return lt_names_hand(v, paper, other, (laut_spans){&near, 1});
}

static void set_hands(laut_change *c, laut_change_kind kind, const lt_hand *before, const lt_hand *after)
{
    c->kind = kind;
    c->party_before = before ? before->party : LAUT_NONE;
    c->party_after = after ? after->party : LAUT_NONE;
    c->hand_before = before ? before->words : (laut_spans){0};
    c->hand_after = after ? after->words : (laut_spans){0};
}

static void compare_hands(const laut_diff *x, const laut_claim *old, const laut_claim *new, laut_change *c)
{
    hands h;
    h.before_count = lt_hands_of(&x->before, old, h.before);
    h.after_count = lt_hands_of(&x->after, new, h.after);
    if (!h.before_count || !h.after_count)
        return;
    if (h.after_count < h.before_count && are_among(x, &h, false)) {
        const lt_hand *lost = missing(x, &h);
        if (!lt_names_hand(&x->before, lost, &x->after, new->kind == LAUT_REPORTED ? new->content : new->frame) &&
            !says_inside(&x->after, new, &x->before, lost)) /* sie nannte Hitze als Ursache, wie das Blatt berichtet */
            /* ließ über seinen Anwalt mitteilen; wies über seinen Anwalt zurück */
            set_hands(c, LAUT_CHANGE_SHORTENED, lost, NULL);
        return;
    }
    if (!same(x, &h, 0, 0)) {
        if (h.before_count < h.after_count && are_among(x, &h, true))
            return; /* das Blatt berichtet; das Blatt erfuhr es aus dem Amt */
        if (says_inside(&x->after, new, &x->before, &h.before[0]) || says_inside(&x->before, old, &x->after, &h.after[0]))
            return;
        if (is_in_paper(&x->before, &h.before[0], &x->after, &h.after[0], new) ||
            is_in_paper(&x->after, &h.after[0], &x->before, &h.before[0], old))
            return;
        if (!is_guessed(old) && !is_guessed(new) && !is_told_there(x, old, new, &h) && !lt_speaks_for(&x->before, &h.before[0], &x->after, &h.after[0]) &&
            !lt_speaks_for(&x->after, &h.after[0], &x->before, &h.before[0]))
            set_hands(c, LAUT_CHANGE_SPEAKER, &h.before[0], &h.after[0]);
        return;
    }
    uint32_t i = source_of(old, h.before_count), k = source_of(new, h.after_count);
    if (k && k < h.after_count && !(i < h.before_count && same(x, &h, i, k)) &&
        !lt_names_hand(&x->after, &h.after[k], &x->before, old->kind == LAUT_REPORTED ? old->content : old->frame))
        set_hands(c, LAUT_CHANGE_SOURCE, i < h.before_count ? &h.before[i] : NULL, &h.after[k]);
}

/* ---------------------------------------------------------------- pairs */

static bool common_number(const lt_statement *a, const lt_statement *b)
{
    for (uint32_t i = 0, k = 0; i < a->word_count && k < b->word_count;) {
        uint64_t x = a->words[i].key, y = b->words[k].key;
        if (x == y && a->words[i].number && b->words[k].number)
            return true;
        i += x <= y;
        k += y <= x;
    }
    return false;
}

static bool is_reflexive(const laut_document *d, const lt_sentence *sentence, uint32_t clause)
{
    for (uint32_t t = sentence->first; t < sentence->last; t++)
        for (uint32_t i = 0; d->clause_of[t] == clause && i < d->tokens.at[t].reading_count; i++)
            if (d->readings.at[d->tokens.at[t].first_reading + i].features & LT_F(refl) &&
                d->readings.at[d->tokens.at[t].first_reading + i].category == LT_PRON)
                return true;
    return false;
}

/* Das Amt teilte mit, es prüfe Hilfen; das Amt prüft Hilfen: whom the author names does there what he said of
 * himself, which attributes nothing. */
static bool does_it_himself(const lt_version *v, const laut_claim *c, const lt_hand *speaker, const lt_version *other,
                            const lt_statement *own)
{
    const laut_document *d = v->document, *e = other->document;
    const lt_sentence *sentence = &e->sentences.at[own->sentence];
    const lt_sentence *first = &d->sentences.at[c->sentence];
    for (size_t i = 0; i < c->content.count; i++) {
        for (uint32_t t = first->first; t < first->last; t++) {
            if (d->tokens.at[t].begin < c->content.at[i].begin || d->tokens.at[t].end > c->content.at[i].end)
                continue;
            const lt_clause *said = d->clause_of[t] == LAUT_NONE ? NULL : &d->clauses.at[d->clause_of[t]];
            uint32_t subject = said && said->finite == t ? d->arguments[d->clause_of[t]].subject : LAUT_NONE;
            if (subject == LAUT_NONE || said->lemma == LT_NO_WORD || !d->mentions.at[subject].pronoun)
                continue;
            for (uint32_t u = sentence->first; u < sentence->last; u++) {
                const lt_clause *done = e->clause_of[u] == LAUT_NONE ? NULL : &e->clauses.at[e->clause_of[u]];
                if (!done || done->finite != u || done->kind != LT_MAIN || done->lemma != said->lemma ||
                    done->features & LT_F(modal) || done->report != LAUT_NONE ||
                    e->arguments[e->clause_of[u]].subject == LAUT_NONE)
                    continue;
                if (is_reflexive(e, sentence, e->clause_of[u]))
                    continue; /* fühlt sich bestätigt, which he alone can know */
                if (lt_mention_names_hand(v, speaker, other, e->arguments[e->clause_of[u]].subject))
                    return true;
            }
        }
    }
    return false;
}

/* The verb of the clause to which the token belongs, where it is that verb. */
static lt_word verb_at(const laut_document *d, uint32_t t)
{
    const lt_clause *c = d->clause_of[t] == LAUT_NONE ? NULL : &d->clauses.at[d->clause_of[t]];
    return c && (c->verb == t || c->finite == t) ? c->lemma : LT_NO_WORD;
}

/* The same, but not in a clause about somebody: der Anwalt, der sie vertritt, forderte das. */
static lt_word told_verb_at(const laut_document *d, uint32_t t)
{
    bool relative = d->clause_of[t] != LAUT_NONE && d->clauses.at[d->clause_of[t]].kind == LT_RELATIVE;
    return relative ? LT_NO_WORD : verb_at(d, t);
}

/* Of the second one, without its relative clauses. What is longer than LONG bytes is no sentence, and shares a verb with nearly all. */
static bool share_verb(const laut_document *d, laut_spans a, const laut_document *e, laut_spans b)
{
    enum { LONG = 8192 };
    for (size_t i = 0; i < a.count; i++)
        for (size_t k = 0; k < b.count; k++) {
            if (a.at[i].end - a.at[i].begin > LONG || b.at[k].end - b.at[k].begin > LONG)
                return true;
            lt_range r = lt_tokens_in(d, a.at[i]), s = lt_tokens_in(e, b.at[k]);
            for (uint32_t t = r.first; t < r.last; t++)
                for (uint32_t u = s.first; verb_at(d, t) != LT_NO_WORD && u < s.last; u++)
                    if (verb_at(d, t) == told_verb_at(e, u))
                        return true;
        }
    return false;
}

/* Ein Gutachter habe gewarnt, sagte Anders; ein Gutachter hat gewarnt: the act was somebody's content in the
 * other version, and is told by the author here. */
static bool is_own_act(const laut_diff *x, const lt_version *v, const laut_claim *act, const lt_version *other,
                       const laut_claim *content)
{
    lt_hand h[LT_MAX_CHAIN], o[LT_MAX_CHAIN];
    if (act->kind != LAUT_REPORTED || content->kind == LAUT_REPORTED || !lt_hands_of(v, act, h) ||
        !lt_hands_of(other, content, o) || !lt_names_hand(v, &h[0], other, content->content) ||
        lt_names_hand(other, &o[0], v, act->content) || !share_verb(v->document, act->content, other->document, content->content))
        return false;
    return v == &x->before ? !lt_same_hand(v, &h[0], other, &o[0]) : !lt_same_hand(other, &o[0], v, &h[0]);
}

/* A word of lex/hearsay.tsv, which says by itself that it is somebody's word. */
static bool is_hearsay(const laut_document *d, const char *word, const char *kind)
{
    const lt_table *words = lt_engine_table(d->engine, "lex/hearsay.tsv", NULL);
    for (uint32_t row = 0; words && row < words->row_count; row++)
        if (strcmp(lt_cell(words, row, "kind"), kind) == 0 && strcmp(lt_cell(words, row, "word"), word) == 0)
            return true;
    return false;
}

/* Whether a verb's token has a lemma of the kind, and if wanted only as a modal verb. */
static bool is_verb_of(const laut_document *d, uint32_t token, const char *kind, bool modal)
{
    const lt_token *t = &d->tokens.at[token];
    for (uint32_t i = 0; i < t->reading_count; i++) {
        const lt_reading *r = &d->readings.at[t->first_reading + i];
        if (r->category == LT_VERB && r->lemma != LT_NO_WORD && (!modal || r->features & LT_F(modal)) &&
            is_hearsay(d, d->engine->vocabulary.words.at[r->lemma].text, kind))
            return true;
    }
    return false;
}

/* Der Mann soll gestanden haben. */
static bool is_hearsay_verb(const laut_document *d, uint32_t finite) { return is_verb_of(d, finite, "modal", true); }

/* Er soll 30 Jahre alt sein; er will die Vermissten gesehen haben. */
static bool is_hearsay_clause(const laut_document *d, const lt_clause *c)
{
    const char *lemma = c->lemma == LT_NO_WORD ? "" : d->engine->vocabulary.words.at[c->lemma].text;
    if (is_hearsay_verb(d, c->finite))
        return is_hearsay(d, lemma, "state");
    bool perfect = false;
    for (uint32_t i = 0; i < c->verb_count; i++)
        perfect |= c->verbs[i] != c->finite && is_verb_of(d, c->verbs[i], "state", false);
    return perfect && is_verb_of(d, c->finite, "own", true) && !is_hearsay(d, lemma, "state");
}

/* Angeblich hat er gestanden, er soll 30 Jahre alt sein: in what the author says, not in a clause that hangs on it. */
static bool is_told_as_hearsay(const laut_document *d, const lt_statement *own)
{
    for (size_t i = 0; i < own->spans.count; i++) {
        lt_range r = lt_tokens_in(d, own->spans.at[i]);
        for (uint32_t t = r.first; t < r.last; t++) {
            const lt_clause *c = d->clause_of[t] == LAUT_NONE ? NULL : &d->clauses.at[d->clause_of[t]];
            if (c && c->kind == LT_MAIN &&
                (is_hearsay(d, d->tokens.at[t].folded, "adverb") || (c->finite == t && is_hearsay_clause(d, c))))
                return true;
        }
    }
    return false;
}

/* The level of a word of lex/certainty.tsv in that use; 0 for others. */
static int level_of(const laut_document *d, const char *word, const char *use)
{
    const lt_table *words = lt_engine_table(d->engine, "lex/certainty.tsv", NULL);
    for (uint32_t row = 0; words && row < words->row_count; row++)
        if (strcmp(lt_cell(words, row, "use"), use) == 0 && strcmp(lt_cell(words, row, "word"), word) == 0)
            return atoi(lt_cell(words, row, "level"));
    return 0;
}

/* The highest level that a lemma of the category has in that use. */
static int level_of_reading(const laut_document *d, uint32_t token, unsigned category, const char *use)
{
    const lt_token *t = &d->tokens.at[token];
    int level = 0;
    for (uint32_t i = 0; i < t->reading_count; i++) {
        const lt_reading *r = &d->readings.at[t->first_reading + i];
        int other = r->category == category && r->lemma != LT_NO_WORD ? level_of(d, d->engine->vocabulary.words.at[r->lemma].text, use) : 0;
        level = other > level ? other : level;
    }
    return level;
}

static int most(int a, int b) { return a > b ? a : b; }

/* How far a statement leaves open what it tells, by the words of lex/certainty.tsv. `open` is set where a verb may only
 * be the subjunctive of report: die Preise könnten steigen, for können. */
static int doubt_in(const laut_document *d, laut_spans spans, bool reported, bool *open)
{
    int level = 0;
    for (size_t i = 0; i < spans.count; i++) {
        lt_range r = lt_tokens_in(d, spans.at[i]);
        for (uint32_t t = r.first; t < r.last; t++) {
            const lt_clause *c = d->clause_of[t] == LAUT_NONE ? NULL : &d->clauses.at[d->clause_of[t]];
            if (c && c->kind == LT_RELATIVE && c->first > r.first) /* but: …, die einen Umzug nicht ausschloss, as a claim */
                continue;
            level = most(level, most(level_of(d, d->tokens.at[t].folded, "adverb"), level_of_reading(d, t, LT_ADJ, "adjective")));
            level = most(level, level_of_reading(d, t, LT_NOUN, "noun"));
            if (!c || c->finite != t)
                continue;
            const char *lemma = c->lemma == LT_NO_WORD ? "" : d->engine->vocabulary.words.at[c->lemma].text;
            level = most(level, most(level_of(d, lemma, "verb"), level_of_reading(d, t, LT_VERB, "verb")));
            level = most(level, c->report == LAUT_NONE ? 0 : level_of(d, lt_entry_cell(d->engine, c->report, "verb"), "report"));
            int past = c->features & LT_F(subj2) && !(c->features & LT_F(ind)) ? level_of_reading(d, t, LT_VERB, "past") : 0;
            bool plural = reported && c->features & LT_F(pl);
            *open |= past && plural;
            *open |= reported && !past && level_of_reading(d, t, LT_VERB, "past"); /* könne steigen, and könnte steigen */
            level = most(level, plural ? 0 : past);
        }
    }
    return level;
}

/* Schuld ist wohl der Regen, der Regen dürfte schuld sein; er vermutet, der Regen sei schuld. */
static int doubt_of(const laut_document *d, const lt_statement *s, bool *open)
{
    bool claim = s->claim != LAUT_NONE && !s->frame;
    int level = doubt_in(d, s->spans, claim && d->claims.at[s->claim].kind != LAUT_REPORTED, open);
    if (!claim || d->claims.at[s->claim].kind == LAUT_REPORTED)
        return level;
    return most(level, doubt_in(d, carried_from(d, &d->claims.at[s->claim])->frame, false, open));
}

/* Of two statements of one hand, or of the author, only one leaves it open. */
static laut_change_kind compare_doubt(const laut_diff *x, const lt_statement *a, const lt_statement *b)
{
    enum { FAR = 2 };
    bool open = false;
    int before = doubt_of(x->before.document, a, &open), after = doubt_of(x->after.document, b, &open);
    bool own = a->claim == LAUT_NONE && b->claim == LAUT_NONE;
    if (open || a->merged || b->merged || abs(before - after) < FAR ||
        (own && !share_verb(x->before.document, a->spans, x->after.document, b->spans) && !lt_states(a, b) && !lt_states(b, a)))
        return LAUT_CHANGE_KEPT;
    return before > after ? LAUT_CHANGE_HARDENED : LAUT_CHANGE_SOFTENED;
}

/* Ein Wirt will ihn gesehen haben: the verb tells that the subject says so of himself. */
static bool claims_for_himself(const laut_document *d, const laut_claim *c)
{
    for (size_t i = 0; c->kind == LAUT_REPORTED && i < c->content.count; i++) {
        lt_range r = lt_tokens_in(d, c->content.at[i]);
        for (uint32_t t = r.first; t < r.last; t++) {
            const lt_clause *clause = d->clause_of[t] == LAUT_NONE ? NULL : &d->clauses.at[d->clause_of[t]];
            if (clause && clause->kind == LT_MAIN && clause->finite == t && is_verb_of(d, t, "own", true) && is_hearsay_clause(d, clause))
                return true;
        }
    }
    return false;
}

/* Whether the sentence in which the author says it names whoever said it in the other version: it may well
 * attribute it, in words that no rule knows; but not where he spoke of himself. */
static bool is_attributed_otherwise(const laut_diff *x, const lt_statement *a, const lt_statement *b)
{
    bool hardened = a->claim != LAUT_NONE;
    const lt_version *v = hardened ? &x->before : &x->after, *other = hardened ? &x->after : &x->before;
    const lt_statement *s = hardened ? a : b, *own = hardened ? b : a;
    lt_hand h[LT_MAX_CHAIN];
    const laut_claim *claim = &v->document->claims.at[s->claim];
    if (!lt_hands_of(v, claim, h) ||
        (claim->kind != LAUT_REPORTED && (lt_names_hand(v, &h[0], v, claim->content) ||
                                          does_it_himself(v, claim, &h[0], other, own))))
        return false;
    if (claims_for_himself(v->document, claim) && !is_told_as_hearsay(other->document, own))
        return false;
    laut_span sentence = other->document->sentence_views[own->sentence].span;
    return lt_names_actor(v, &h[0], other, (laut_spans){&sentence, 1});
}

/* Whether one of the tokens of the spans is that verb. */
static bool has_verb(const laut_document *d, laut_spans spans, lt_word verb)
{
    for (size_t i = 0; i < spans.count; i++) {
        lt_range r = lt_tokens_in(d, spans.at[i]);
        for (uint32_t t = r.first; t < r.last; t++)
            if (verb_at(d, t) == verb)
                return true;
    }
    return false;
}

/* Die Stadt will Brunnen bohren; neue Brunnen sollen gebohrt werden: a plan, that the sentence before tells as
 * somebody's or the text itself. What is hearsay now was not hardened, whoever's it is; what was is not softened. */
static bool is_told_by_word(const laut_document *said, const laut_claim *c, const laut_document *d, const lt_statement *own)
{
    const lt_sentence *sentence = &d->sentences.at[own->sentence];
    /* Der Ort soll weichen, und die Stadt hält an dem Plan fest: the clause that has the claim's verb tells it, and no other */
    bool plain = false;
    for (uint32_t t = sentence->first; t < sentence->last; t++) {
        const lt_clause *clause = verb_at(d, t) == LT_NO_WORD ? NULL : &d->clauses.at[d->clause_of[t]];
        plain |= clause && clause->finite == t && clause->kind == LT_MAIN && !(clause->features & LT_F(modal)) && clause->coordinated &&
                 has_verb(said, c->content, clause->lemma);
    }
    for (uint32_t t = sentence->first; !plain && t < sentence->last; t++) {
        const lt_clause *clause = d->clause_of[t] == LAUT_NONE ? NULL : &d->clauses.at[d->clause_of[t]];
        if (clause && clause->finite == t && clause->features & LT_F(modal) &&
            ((clause->kind == LT_MAIN && c->kind == LAUT_FREE_INDIRECT) || is_hearsay_verb(d, t) ||
             (clause->kind != LT_MAIN && is_hearsay_clause(d, clause))))
            return true;
    }
    return !plain && is_told_as_hearsay(d, own);
}

/* Der Vertrag hätte bis zum Sommer gegolten, the reverse of lief: a singular of the past subjunctive, without anybody
 * who says it, tells what might have been; a report would have habe. */
static bool may_have_been(const laut_document *d, const laut_claim *c)
{
    if (c->kind != LAUT_INDIRECT_FREE_INDIRECT)
        return false;
    const lt_sentence *sentence = &d->sentences.at[c->sentence];
    bool found = false;
    for (uint32_t t = sentence->first; t < sentence->last; t++) {
        const lt_clause *clause = d->clause_of[t] == LAUT_NONE ? NULL : &d->clauses.at[d->clause_of[t]];
        if (!clause || clause->finite != t)
            continue;
        if (clause->features & LT_F(subj1))
            return false;
        found |= clause->kind == LT_MAIN && clause->features & LT_F(subj2) && clause->features & LT_F(sg) &&
                 !(clause->features & LT_F(pl));
    }
    return found;
}

/* Eine Stunde kostet 3 Euro, hat der Rat beschlossen; der Rat beschloss höhere Gebühren. Eine Stunde kostet 3 Euro: whose
 * decree it is, the author tells in the same sentence or in the one before. */
static bool is_decreed(const lt_version *v, const laut_claim *c, const lt_version *other, const lt_statement *own)
{
    const laut_document *d = v->document, *e = other->document;
    lt_hand h;
    bool decree = false;
    for (size_t i = 0; i < c->cue.count; i++) {
        lt_range r = lt_tokens_in(d, c->cue.at[i]);
        for (uint32_t t = r.first; t < r.last; t++)
            decree |= is_verb_of(d, t, "decree", false);
    }
    if (!decree || !lt_speaker_of(c, &h))
        return false;
    uint32_t first = own->sentence;
    first -= first && other->paragraph_of[first - 1] == other->paragraph_of[first];
    for (uint32_t t = e->sentences.at[first].first; t < e->sentences.at[own->sentence].last; t++) {
        const lt_clause *clause = e->clause_of[t] == LAUT_NONE ? NULL : &e->clauses.at[e->clause_of[t]];
        uint32_t subject = clause && clause->verb == t && is_verb_of(e, t, "decree", false) ? e->arguments[e->clause_of[t]].subject : LAUT_NONE;
        if (subject != LAUT_NONE && lt_mention_names_hand(v, &h, other, subject))
            return true;
    }
    return false;
}

/* Der Konzern bekräftigte die Prognose; die Prognose wurde bekräftigt. Das Geld fehle, hieß es; begründet wurde das mit
 * dem Mangel an Geld: somebody said so, though nobody is named. */
static bool is_told_in_passive(const laut_document *d, const laut_claim *c, const laut_document *e, const lt_statement *own)
{
    const lt_sentence *sentence = &e->sentences.at[own->sentence];
    for (uint32_t u = sentence->first; u < sentence->last; u++) {
        const lt_clause *clause = verb_at(e, u) == LT_NO_WORD ? NULL : &e->clauses.at[e->clause_of[u]];
        if (!clause || !clause->passive || clause->verb != u || clause->kind != LT_MAIN)
            continue;
        if (c->kind == LAUT_REPORTED ? has_verb(d, c->cue, clause->lemma)
                                     : clause->report != LAUT_NONE && !has_verb(d, c->content, clause->lemma))
            return true;
    }
    return false;
}

/* „Es reicht“, soll Brandt gesagt haben; and nobody tells it. */
static bool is_said_to_be_said(const laut_document *d, const laut_claim *c)
{
    if (c->kind == LAUT_REPORTED || !c->cue.count || c->chain_count > 1)
        return false;
    for (size_t i = 0; c->kind == LAUT_DIRECT && i < c->cue.count; i++) {
        lt_range r = lt_tokens_in(d, c->cue.at[i]);
        for (uint32_t t = r.first; t < r.last; t++) {
            const lt_clause *clause = d->clause_of[t] == LAUT_NONE ? NULL : &d->clauses.at[d->clause_of[t]];
            if (clause && clause->kind == LT_MAIN && clause->finite == t && is_hearsay_verb(d, t))
                return true;
        }
    }
    return c->parent != LAUT_NONE && d->claims.at[c->parent].kind == LAUT_FREE_INDIRECT;
}

/* Whether an act is told in the words that the other version has, too, in whatever order, though it was read otherwise
 * there. */
static bool is_word_for_word(const laut_diff *x, const lt_statement *a, const lt_statement *b)
{
    const laut_claim *c = a->claim != LAUT_NONE ? &x->before.document->claims.at[a->claim] : &x->after.document->claims.at[b->claim];
    if (c->kind != LAUT_REPORTED || a->word_count != b->word_count)
        return false;
    for (uint32_t i = 0; i < a->word_count; i++)
        if (a->words[i].key != b->words[i].key)
            return false;
    return true;
}

/* The subject of a clause of the statement whose verb says that it has found the number, or LAUT_NONE. */
static uint32_t counter_in(const laut_document *d, const lt_statement *s)
{
    for (size_t i = 0; i < s->spans.count; i++) {
        lt_range r = lt_tokens_in(d, s->spans.at[i]);
        for (uint32_t t = r.first; t < r.last; t++) {
            const lt_clause *c = d->clause_of[t] == LAUT_NONE ? NULL : &d->clauses.at[d->clause_of[t]];
            if (!c || c->finite != t || c->kind != LT_MAIN || c->passive || c->lemma == LT_NO_WORD ||
                !is_hearsay(d, d->engine->vocabulary.words.at[c->lemma].text, "count"))
                continue;
            uint32_t subject = d->arguments[d->clause_of[t]].subject;
            if (subject != LAUT_NONE && !d->mentions.at[subject].pronoun && d->mentions.at[subject].type != LT_TYPE_THING)
                return subject;
        }
    }
    return LAUT_NONE;
}

/* Die Polizei zählte 300 Gäste; der Verein zählte 300 Gäste: in both versions the author tells whose number it is. */
static bool is_of_other(const laut_diff *x, const lt_statement *a, const lt_statement *b)
{
    if (!common_number(a, b))
        return false;
    uint32_t before = counter_in(x->before.document, a), after = counter_in(x->after.document, b);
    return before != LAUT_NONE && after != LAUT_NONE && lt_are_others(&x->before, before, &x->after, after);
}

/* The words of the mention, as a hand. */
static bool set_counter(laut_diff *x, const laut_document *d, uint32_t mention, lt_hand *out)
{
    laut_span *words = lt_arena_alloc(&x->arena, sizeof *words);
    if (!words)
        return false;
    *words = lt_span_of(d, &d->mentions.at[mention]);
    *out = (lt_hand){LAUT_NONE, NULL, {words, 1}};
    return true;
}

/* Fill in what became of a pair; either may be NULL. */
static bool name_pair(laut_diff *x, const lt_statement *a, const lt_statement *b, laut_change *c)
{
    *c = (laut_change){.before = a ? a->claim : LAUT_NONE, .after = b ? b->claim : LAUT_NONE,
                       .party_before = LAUT_NONE, .party_after = LAUT_NONE, .cause = LAUT_NONE};
    if (a)
        c->words_before = a->spans;
    if (b)
        c->words_after = b->spans;
    if (!a || !b) {
        c->kind = a ? LAUT_CHANGE_DROPPED : LAUT_CHANGE_ADDED;
        return true;
    }
    if (lt_only_moved(&x->before, a, &x->after, b))
        return true;
    if (c->before == LAUT_NONE && c->after == LAUT_NONE) { /* angeblich */
        bool now = is_told_as_hearsay(x->after.document, b);
        if (is_told_as_hearsay(x->before.document, a) != now)
            c->kind = now ? LAUT_CHANGE_SOFTENED : LAUT_CHANGE_HARDENED;
        c->lost = c->kind == LAUT_CHANGE_HARDENED;
        if (c->kind == LAUT_CHANGE_KEPT && is_of_other(x, a, b)) {
            lt_hand old, new;
            if (!set_counter(x, x->before.document, counter_in(x->before.document, a), &old) ||
                !set_counter(x, x->after.document, counter_in(x->after.document, b), &new))
                return false;
            set_hands(c, LAUT_CHANGE_NUMBER, &old, &new);
            c->lost = 1;
        }
        if (c->kind == LAUT_CHANGE_KEPT)
            c->kind = compare_doubt(x, a, b);
        return true;
    }
    if (c->before == LAUT_NONE || c->after == LAUT_NONE) {
        bool hardened = c->after == LAUT_NONE;
        const laut_document *said = hardened ? x->before.document : x->after.document;
        const laut_claim *claim = &said->claims.at[hardened ? c->before : c->after];
        const laut_document *told = hardened ? x->after.document : x->before.document;
        if (is_attributed_otherwise(x, a, b) || (!claims_for_himself(said, claim) && is_word_for_word(x, a, b)) || is_told_in_passive(said, claim, told, hardened ? b : a) ||
            is_told_by_word(said, claim, told, hardened ? b : a) || (!hardened && may_have_been(said, claim)) ||
            is_decreed(hardened ? &x->before : &x->after, claim, hardened ? &x->after : &x->before, hardened ? b : a))
            return true;
        c->kind = hardened ? LAUT_CHANGE_HARDENED : LAUT_CHANGE_SOFTENED;
        c->lost = hardened;
        return true;
    }
    if (a->frame || b->frame)
        return true;
    const laut_document *before = x->before.document, *after = x->after.document;
    const laut_claim *old = &before->claims.at[c->before], *new = &after->claims.at[c->after];
    c->lost = is_own_act(x, &x->after, new, &x->before, old);
    if (c->lost || is_own_act(x, &x->before, old, &x->after, new)) {
        c->kind = c->lost ? LAUT_CHANGE_HARDENED : LAUT_CHANGE_SOFTENED;
        return true;
    }
    if (is_said_to_be_said(before, old) != is_said_to_be_said(after, new)) {
        c->lost = is_said_to_be_said(before, old);
        c->kind = c->lost ? LAUT_CHANGE_HARDENED : LAUT_CHANGE_SOFTENED;
        return true;
    }
    if (old->kind == LAUT_DIRECT && new->kind == LAUT_DIRECT) {
        laut_wording *wording;
        if (!lt_compare_wording(before, a->spans, after, b->spans, &x->arena, &wording, &c->wording_count))
            return false;
        c->wording = wording;
        if (c->wording_count) {
            c->kind = LAUT_CHANGE_QUOTATION;
            c->lost = 1;
            return true;
        }
    }
    compare_hands(x, old, new, c);
    bool replaced = c->kind != LAUT_CHANGE_KEPT && c->hand_before.count;
    bool quoted = old->kind == LAUT_DIRECT && new->kind == LAUT_DIRECT; /* the words are his, the number is in them */
    if (replaced && c->kind == LAUT_CHANGE_SPEAKER && !quoted && common_number(a, b))
        c->kind = LAUT_CHANGE_NUMBER;
    c->lost = replaced;
    if (c->kind == LAUT_CHANGE_KEPT && !quoted)
        c->kind = compare_doubt(x, a, b);
    return true;
}

/* ---------------------------------------------------------------- the list */

static uint32_t begin_of(const lt_statement *s) { return s->spans.count ? s->spans.at[0].begin : 0; }

typedef struct {
    laut_diff *diff;
    lt_vec(lt_found) found;
} list;

static bool add(list *l, const lt_statement *a, const lt_statement *b, uint32_t place)
{
    lt_found *f = lt_push(&l->diff->arena, &l->found);
    if (!f || !name_pair(l->diff, a, b, &f->change))
        return false;
    f->place = place;
    f->turn = b ? begin_of(b) : 0;
    return true;
}

static bool overlap(laut_spans a, laut_spans b)
{
    for (size_t i = 0; i < a.count; i++)
        for (size_t k = 0; k < b.count; k++)
            if (a.at[i].begin < b.at[k].end && b.at[k].begin < a.at[i].end)
                return true;
    return false;
}

/* The words of the spans that do not stand in the others. */
static uint32_t words_besides(const laut_document *d, laut_spans spans, const laut_claim *c)
{
    uint32_t n = 0;
    for (size_t i = 0; i < spans.count; i++) {
        lt_range r = lt_tokens_in(d, spans.at[i]);
        for (uint32_t t = r.first; t < r.last; t++) {
            laut_span word = {d->tokens.at[t].begin, d->tokens.at[t].end};
            n += d->tokens.at[t].kind == LT_WORD && !lt_lies_in(word, c->content) && !lt_lies_in(word, c->frame) &&
                 !lt_lies_in(word, c->speaker);
        }
    }
    return n;
}

/* Das Heim sei „keine Entsorgungsstelle“: a quotation that has a partner says most of what the claim around it does.
 * Der Verein bangt: Das Haus sei alt, so Vorsitzende Ada Brandt: what is around it is only its frame. */
static bool is_told_by_part(const lt_version *v, const lt_statement *s)
{
    const laut_document *d = v->document;
    if (s->frame || s->claim == LAUT_NONE || s->partner != LAUT_NONE)
        return false;
    for (uint32_t i = s->claim + 1; i < d->claims.count && d->claims.at[i].sentence == s->sentence; i++) {
        const lt_statement *part = &v->statements.at[i];
        if (d->claims.at[i].parent == s->claim && part->partner != LAUT_NONE &&
            (2 * part->weight >= s->weight || !words_besides(d, s->spans, &d->claims.at[i])))
            return true;
    }
    return false;
}

/* Nach Ansicht des Vereins ist das Haus alt, wie Ada Brandt sagte: the words of a claim without a partner are those of
 * another one, too, whose partner says them. */
static bool is_told_beside(const lt_version *v, const lt_version *other, const lt_statement *s)
{
    enum { NEAR = 4 };
    const laut_document *d = v->document;
    uint32_t first = s->claim < NEAR ? 0 : s->claim - NEAR;
    for (uint32_t i = first; s->partner == LAUT_NONE && i < d->claims.count && i <= s->claim + NEAR; i++) {
        const lt_statement *p = &v->statements.at[i];
        if (i != s->claim && p->sentence == s->sentence && p->partner != LAUT_NONE && overlap(p->spans, s->spans) &&
            lt_states(&other->statements.at[p->partner], s))
            return true;
    }
    return false;
}

/* Das Amt weist das zurück. Der Plan sei nicht bekannt: an act that tells nothing but that somebody answers, and a claim
 * with a partner in which he goes on. */
static bool is_told_by_next(const lt_version *v, const lt_statement *s)
{
    const laut_document *d = v->document;
    uint32_t next = s->claim + 1;
    if (s->frame || s->claim == LAUT_NONE || s->partner != LAUT_NONE || s->told > 0 || next >= d->claims.count ||
        d->claims.at[s->claim].kind != LAUT_REPORTED || v->statements.at[next].partner == LAUT_NONE)
        return false;
    lt_hand h, k;
    return d->claims.at[next].continues == s->claim ||
           (lt_speaker_of(&d->claims.at[s->claim], &h) && lt_speaker_of(&d->claims.at[next], &k) && h.party == k.party &&
            h.party != LAUT_NONE);
}

/* Whether the claim stands in another one that says all that is to be said. */
static bool is_told_by_parent(const lt_version *v, const lt_version *other, const lt_statement *s)
{
    uint32_t parent = v->document->claims.at[s->claim].parent;
    if (parent == LAUT_NONE)
        return is_told_beside(v, other, s);
    const lt_statement *p = &v->statements.at[parent];
    if (s->partner != LAUT_NONE)
        return s->partner == p->partner && s->merged;
    if (p->partner == LAUT_NONE)
        return true;
    const lt_statement *partner = &other->statements.at[p->partner];
    return partner->claim == LAUT_NONE || lt_states(partner, s);
}

static int by_rank(const void *a, const void *b)
{
    const uint64_t *x = a, *y = b;
    return *x < *y ? -1 : *x > *y;
}

/* The statements of a version in the order of the text: rank and index in one number each. */
static uint64_t *in_order(const lt_version *v)
{
    uint64_t *order = malloc((v->statements.count + 1) * sizeof *order);
    for (uint32_t i = 0; order && i < v->statements.count; i++)
        order[i] = (uint64_t)v->rank[i] << 32 | i;
    if (order && v->statements.count)
        qsort(order, v->statements.count, sizeof *order, by_rank);
    return order;
}

/* Whether one of two statements of the author is hearsay or leaves it open: angeblich steht er vor dem Aus; er steht vor
 * dem Aus. */
static bool has_become_hearsay(const laut_diff *x, const lt_statement *a, const lt_statement *b)
{
    if (!b || a->frame || b->frame || a->claim != LAUT_NONE || b->claim != LAUT_NONE)
        return false;
    bool before = is_told_as_hearsay(x->before.document, a);
    return (before != is_told_as_hearsay(x->after.document, b) && (before || !a->merged)) ||
           compare_doubt(x, a, b) != LAUT_CHANGE_KEPT || is_of_other(x, a, b);
}

/* Zwei festgenommene Arbeiter sollen …; der Trainer muss gehen. Der Verein trenne sich von ihm, hieß es: what the author
 * says besides only names what the claim says that is in both versions. */
static bool only_names(const lt_version *v, const lt_statement *s, const lt_version *other, const lt_statement *partner)
{
    return s->claim == LAUT_NONE && s->merged && partner && partner->partner != LAUT_NONE &&
           v->statements.at[partner->partner].claim != LAUT_NONE &&
           !share_verb(v->document, s->spans, other->document, partner->spans);
}

static bool list_before(list *l)
{
    lt_version *v = &l->diff->before, *other = &l->diff->after;
    for (uint32_t i = 0; i < v->statements.count; i++) {
        const lt_statement *s = &v->statements.at[i];
        const lt_statement *partner = s->partner == LAUT_NONE ? NULL : &other->statements.at[s->partner];
        if ((s->claim == LAUT_NONE || s->frame) && (!partner || partner->claim == LAUT_NONE) &&
            !has_become_hearsay(l->diff, s, partner))
            continue; /* the author's own, as before or gone */
        if (only_names(v, s, other, partner))
            continue;
        if (s->claim != LAUT_NONE && !s->frame && (is_told_by_parent(v, other, s) || is_told_by_part(v, s) || is_told_by_next(v, s)))
            continue;
        if (!add(l, s, partner, begin_of(s)))
            return false;
    }
    return true;
}

/* What was not told from the side of the earlier text: added claims, and those that go with a statement
 * whose nearest partner is another one. They stand behind what comes before them in the later text. */
static bool list_after(list *l)
{
    lt_version *v = &l->diff->after, *other = &l->diff->before;
    uint64_t *order = in_order(v);
    if (!order)
        return false;
    uint32_t place = 0;
    bool done = true;
    for (uint32_t n = 0; done && n < v->statements.count; n++) {
        const lt_statement *s = &v->statements.at[(uint32_t)order[n]];
        const lt_statement *partner = s->partner == LAUT_NONE ? NULL : &other->statements.at[s->partner];
        if (partner)
            place = begin_of(partner);
        if (partner && !s->merged)
            continue;
        if ((s->claim == LAUT_NONE || s->frame) && (!partner || partner->claim == LAUT_NONE))
            continue;
        if (partner && only_names(v, s, other, partner))
            continue;
        if (s->claim != LAUT_NONE && !s->frame && (is_told_by_parent(v, other, s) || is_told_by_part(v, s) || is_told_by_next(v, s)))
            continue;
        done = add(l, partner, s, place);
    }
    free(order);
    return done;
}

static int by_order(const void *a, const void *b)
{
    const lt_found *x = a, *y = b;
    if (x->place != y->place)
        return x->place < y->place ? -1 : 1;
    bool added = x->change.kind == LAUT_CHANGE_ADDED, other = y->change.kind == LAUT_CHANGE_ADDED;
    if (added != other)
        return added ? 1 : -1;
    if (x->turn != y->turn)
        return x->turn < y->turn ? -1 : 1;
    /* an outer claim before those inside */
    return x->change.before < y->change.before ? -1 : x->change.before > y->change.before;
}

/* ---------------------------------------------------------------- one cause, one finding */

static bool is_of_hands(laut_change_kind k)
{
    return k == LAUT_CHANGE_NUMBER || k == LAUT_CHANGE_SHORTENED || k == LAUT_CHANGE_SPEAKER ||
           k == LAUT_CHANGE_SOURCE;
}

static bool is_carried(const laut_claim *c)
{
    return c->continues != LAUT_NONE || c->parent != LAUT_NONE ||
           (c->chain_count && (c->chain[0].resolved == LAUT_CONTINUED || c->chain[0].resolved == LAUT_BY_PRONOUN));
}

/* A change of hands goes with the last one before it that has the same parties, where the claim is carried
 * on from there in either version; the altered quotation inside another one goes with that. */
static bool join_causes(laut_diff *x)
{
    const laut_document *before = x->before.document;
    uint32_t last = LAUT_NONE;
    uint32_t *altered = malloc((before->claims.count + 1) * sizeof *altered); /* change of each claim */
    if (!altered)
        return false;
    for (uint32_t i = 0; i < before->claims.count; i++)
        altered[i] = LAUT_NONE;
    for (uint32_t i = 0; i < x->count; i++)
        if (x->changes[i].kind == LAUT_CHANGE_QUOTATION)
            altered[x->changes[i].before] = i;
    for (uint32_t i = 0; i < x->count; i++) {
        laut_change *c = &x->changes[i];
        if (c->kind == LAUT_CHANGE_QUOTATION)
            for (uint32_t p = before->claims.at[c->before].parent; p != LAUT_NONE && c->cause == LAUT_NONE;
                 p = before->claims.at[p].parent)
                if (altered[p] != LAUT_NONE) /* an outer claim stands before those inside */
                    c->cause = x->changes[altered[p]].cause != LAUT_NONE ? x->changes[altered[p]].cause : altered[p];
        if (!is_of_hands(c->kind))
            continue;
        const laut_change *l = last == LAUT_NONE ? NULL : &x->changes[last];
        if (l && l->party_before == c->party_before && l->party_after == c->party_after &&
            (is_carried(&x->before.document->claims.at[c->before]) ||
             is_carried(&x->after.document->claims.at[c->after])))
            c->cause = last;
        else
            last = i;
    }
    free(altered);
    return true;
}

static bool fill(laut_diff *x)
{
    list l = {.diff = x};
    if (!list_before(&l) || !list_after(&l))
        return false;
    if (l.found.count)
        qsort(l.found.at, l.found.count, sizeof *l.found.at, by_order);
    x->changes = lt_arena_alloc(&x->arena, (l.found.count + 1) * sizeof *x->changes);
    if (!x->changes)
        return false;
    x->count = l.found.count;
    for (uint32_t i = 0; i < x->count; i++)
        x->changes[i] = l.found.at[i].change;
    return join_causes(x) && !x->arena.failed;
}

/* ---------------------------------------------------------------- the interface */

int laut_diff_open(laut_diff **out, const laut_document *before, const laut_document *after, laut_error *error)
{
    laut_error ignored;
    if (!error)
        error = &ignored;
    memset(error, 0, sizeof *error);
    *out = NULL;
    if (before->engine != after->engine) {
        error->code = LAUT_ERROR_INPUT;
        snprintf(error->message, sizeof error->message, "the two versions were analysed by different engines");
        return -1;
    }
    laut_diff *x = calloc(1, sizeof *x);
    if (!x)
        return lt_out_of_memory(error);
    if (!lt_list_statements(&x->before, NULL, before, &x->arena) || !lt_list_statements(&x->after, &x->before, after, &x->arena) ||
        !lt_read_parties(&x->before, &x->arena) || !lt_read_parties(&x->after, &x->arena) ||
        !lt_align_statements(&x->before, &x->after, &x->arena) || !fill(x)) {
        laut_diff_free(x);
        return lt_out_of_memory(error);
    }
    *out = x;
    return 0;
}

void laut_diff_free(laut_diff *diff)
{
    if (!diff)
        return;
    lt_arena_free(&diff->arena);
    free(diff);
}

const laut_change *laut_changes(const laut_diff *diff, size_t *count)
{
    *count = diff->count;
    return diff->changes;
}

int laut_diff_lost(const laut_diff *diff)
{
    for (size_t i = 0; i < diff->count; i++)
        if (diff->changes[i].lost)
            return 1;
    return 0;
}
