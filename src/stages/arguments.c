#include "stages/arguments.h"

#include <stdio.h>
#include <string.h>

#include "base/fold.h"
#include "engine/engine.h"
#include "engine/morphology.h"
#include "stages/extent.h"

/* Whether it can speak: no thing, and no pronoun that stands for one. */
static bool speaks(const lt_mention *m, const lt_clause *c)
{
    if (!m->pronoun)
        return m->type != LT_TYPE_THING;
    bool neuter = (m->features & LT_GENDERS) == LT_F(n); /* das, es */
    return m->features & LT_F(indef) || (m->features & LT_F(rel) && (!neuter || c->kind == LT_RELATIVE)) ||
           (m->features & (LT_F(pers) | LT_F(dem)) && !neuter);
}

/* Whether it can be the subject of a verb with these features. */
static bool agrees(const lt_mention *m, uint64_t verb)
{
    uint64_t number = verb & LT_NUMBERS;
    if (m->pronoun && m->features & LT_F(pers) && m->features & LT_PERSONS && verb & LT_PERSONS &&
        !(m->features & verb & LT_PERSONS))
        return false;
    if (m->next != LAUT_NONE)
        return true;
    return !number || m->features & number & LT_NUMBERS;
}

/* Whether the row of a verb has its preposition p as `what`: to:an, pp:von. vom stands for von. */
static bool governs(const lt_chunker *x, const char *frame, const char *what, uint32_t p)
{
    const lt_document *d = x->d;
    for (uint32_t k = 0; k < d->tokens.at[p].reading_count; k++) {
        const lt_reading *r = reading(d, p, k);
        char wanted[LT_MAX_WORD + 4];
        if (r->category != LT_PREP || r->lemma == LT_NO_WORD)
            continue;
        snprintf(wanted, sizeof wanted, "%s:%s", what, d->engine->vocabulary.words.at[r->lemma].text);
        if (lt_cell_has(frame, wanted))
            return true;
    }
    return false;
}

/* Whether the mention stands in brackets: (Az. 3 C 12/25). */
static bool bracketed(const lt_document *d, const lt_mention *m)
{
    for (uint32_t i = m->first; i-- > d->sentences.at[m->sentence].first;)
        if (d->tokens.at[i].kind == LT_OPEN || d->tokens.at[i].kind == LT_CLOSE)
            return d->tokens.at[i].kind == LT_OPEN;
    return false;
}

/* Er habe, so die Polizei, den Bus gestohlen: who says it, by a particle of manner behind a mark, takes no part in it. */
static bool framed(const lt_document *d, const lt_mention *m)
{
    uint32_t at = m->first, begin = d->sentences.at[m->sentence].first;
    const lt_quote *q = at == begin && d->quote_of[at] != LAUT_NONE ? &d->quotes.at[d->quote_of[at]] : NULL;
    if (q && q->first == at && q->last == m->last && m->last < d->tokens.count && d->tokens.at[m->last].kind == LT_COMMA)
        return true; /* „Ein Wahnsinn“, so zitiert das Blatt den Wirt */
    if (at < begin + 2 || d->tokens.at[at - 2].kind != LT_COMMA || !is(d, at - 1, LT_PART) || m->last >= d->tokens.count)
        return false;
    bool manner = false;
    for (uint32_t k = 0; k < d->tokens.at[at - 1].reading_count; k++)
        manner |= reading(d, at - 1, k)->category == LT_ADV && reading(d, at - 1, k)->features & LT_F(manner);
    return manner && d->tokens.at[m->last].kind != LT_WORD && d->tokens.at[m->last].kind != LT_NUMBER;
}

/* ---------------------------------------------------------------- who might be the subject */

/* Whether the mention begins a piece of the clause behind the one that holds its finite verb. */
static bool begins_later_piece(const lt_clause *c, const lt_mention *m)
{
    bool behind = false;
    for (uint32_t k = 0; k < c->segment_count; k++) {
        if (behind && m->first == c->segments[k].first)
            return true;
        behind |= c->finite >= c->segments[k].first && c->finite < c->segments[k].last;
    }
    return false;
}

/* Die Entscheidung begrüßte Suchtberater Malte Grohn: a person with a name stands right behind the verb, where the
 * subject is if it does not stand in front. */
static bool person_behind(const lt_chunker *x, uint32_t mention)
{
    const lt_document *d = x->d;
    uint32_t behind = x->c->finite + 1; /* gestern begrüßte wohl auch … */
    while (behind < x->c->last && (is(d, behind, LT_ADV) || is(d, behind, LT_PART)) && !(d->tokens.at[behind].flags & LT_CAPITAL))
        behind++;
    for (uint32_t k = mention + 1; k < d->mentions.count && d->mentions.at[k].first <= behind; k++) {
        const lt_mention *m = &d->mentions.at[k];
        if (m->first == behind && m->type == LT_TYPE_PERSON && m->name_first < m->name_last &&
            m->features & LT_F(nom) && agrees(m, x->c->features))
            return true;
    }
    return false;
}

/* Die Warnung nannte sie „Panikmache“: she who is known stands right behind the verb. */
static bool pronoun_behind(const lt_chunker *x, uint32_t mention)
{
    const lt_document *d = x->d;
    for (uint32_t k = mention + 1; k < d->mentions.count && d->mentions.at[k].first <= x->c->finite + 1; k++) {
        const lt_mention *m = &d->mentions.at[k];
        if (m->first == x->c->finite + 1 && m->pronoun && m->features & LT_F(pers) && m->features & LT_F(nom) &&
            (m->features & LT_GENDERS) != LT_F(n) && agrees(m, x->c->features))
            return true;
    }
    return false;
}

/* Die Forderung der Winzer hatte das Ministerium abgelehnt: whoever can speak stands right behind the verb, and what
 * stands in front of it is what somebody says, of a form that may be an accusative. */
static bool said_in_front(const lt_chunker *x, uint32_t mention)
{
    const lt_document *d = x->d;
    const lt_mention *said = &d->mentions.at[mention];
    if (!(said->features & LT_F(acc)) || !(said->definite || said->possessive || said->attribute != LAUT_NONE) ||
        !lt_entry_has(d->engine, said->entry, LT_HAS(kind, content)) || !lt_entry_has(d->engine, x->c->report, LT_HAS(frame, np)) ||
        lt_entry_has(d->engine, x->c->report, LT_HAS(frame, acc)))
        return false;
    uint32_t behind = x->c->finite + 1;
    while (behind < x->c->last && (is(d, behind, LT_ADV) || is(d, behind, LT_PART)) && !(d->tokens.at[behind].flags & LT_CAPITAL))
        behind++;
    for (uint32_t k = mention + 1; k < d->mentions.count && d->mentions.at[k].first <= behind; k++) {
        const lt_mention *m = &d->mentions.at[k];
        if (m->first == behind && (m->definite || m->named) && m->features & LT_F(nom) && agrees(m, x->c->features) &&
            (m->type == LT_TYPE_PERSON || m->type == LT_TYPE_ORGANIZATION || m->type == LT_TYPE_GROUP))
            return true;
    }
    return pronoun_behind(x, mention);
}

/* Behind wie or als, with which no clause begins. */
static bool compared(const lt_chunker *x, const lt_mention *m)
{
    enum { ADVERBS = 2 };
    const lt_document *d = x->d;
    uint32_t i = m->first;
    while (i > d->sentences.at[m->sentence].first && m->first - i < ADVERBS && is(d, i - 1, LT_ADV) && !is(d, i - 1, LT_CONJ))
        i--;
    if (i == d->sentences.at[m->sentence].first || d->clause_of[i - 1] != x->clause || x->c->introducer == i - 1 || x->c->kind != LT_MAIN)
        return false;
    for (uint32_t k = 0; k < d->tokens.at[i - 1].reading_count; k++)
        if (reading(d, i - 1, k)->category == LT_CONJ && reading(d, i - 1, k)->features & LT_F(comp))
            return true;
    return false;
}

/* Der Konzern lehnt das ab, die Sprecherin, Eva Lehr, erklärte: …: what the clause in front took, though
 * an apposition between commas leads up to this verb; or LAUT_NONE. */
static uint32_t in_front(const lt_chunker *x)
{
    const lt_document *d = x->d;
    uint32_t verb = x->c->segments[0].first;
    for (uint32_t i = d->mentions.count; verb > 1 && i-- > 0 && d->mentions.at[i].sentence == x->c->sentence;) {
        const lt_mention *m = &d->mentions.at[i];
        if (m->last + 1 != verb || d->tokens.at[m->last].kind != LT_COMMA || !speaks(m, x->c) || !agrees(m, x->c->features))
            continue;
        for (uint32_t k = m->first; k < m->last; k++)
            if (d->tokens.at[k].kind == LT_COMMA)
                return i;
    }
    return LAUT_NONE;
}

/* aber, jedoch within the clause */
static bool contrasts(const lt_chunker *x)
{
    const lt_document *d = x->d;
    for (uint32_t s = 0; s < x->c->segment_count; s++)
        for (uint32_t i = x->c->segments[s].first; i < x->c->segments[s].last; i++)
            for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++)
                if (reading(d, i, k)->features & LT_F(but))
                    return true;
    return false;
}

/* ---------------------------------------------------------------- names that look like nouns */

static void take_for_name(lt_mention *m)
{
    m->features = (m->features & ~(LT_CASES | LT_NUMBERS | LT_GENDERS)) | LT_F(nom) | LT_F(sg) | LT_F(m) | LT_F(f);
    m->type = LT_TYPE_PERSON;
    m->named = true;
    m->name_first = m->first;
    m->name_last = m->last;
}

/* „Hier lebt nichts“, sagt Busch: right behind a verb of saying that stands behind what is said only a name has no
 * article. But in a headline: „Hier lebt nichts“, sagt Forscher. */
static bool is_name_by_place(const lt_chunker *x, const lt_mention *m)
{
    const lt_document *d = x->d;
    const lt_clause *c = x->c;
    return c->kind == LT_MAIN && c->report != LAUT_NONE && c->verb_first && !c->coordinated && !c->passive && m->first == c->finite + 1 &&
           m->last - m->first == 1 && !m->named && !m->pronoun && m->next == LAUT_NONE && m->owner == LAUT_NONE && !capital_word(d, m->last) &&
           (m->type == LT_TYPE_THING || m->type == LT_TYPE_PERSON) && c->features & LT_F(sg) && m->features & LT_F(sg) &&
           lt_entry_has(d->engine, c->report, LT_HAS(frame, front)) && !d->sentences.at[m->sentence].heading;
}

/* Auf Nachfrage erklärte Marholz, dass …: no lexicon has the compound, and a thing of that sort would have an article. */
static bool is_name_by_form(const lt_chunker *x, const lt_mention *m)
{
    const lt_document *d = x->d;
    const lt_clause *c = x->c;
    const lt_token *t = &d->tokens.at[m->first];
    if (c->report == LAUT_NONE || c->passive || c->kind == LT_INFINITIVE || m->last - m->first != 1 || m->named || m->pronoun ||
        m->next != LAUT_NONE || m->owner != LAUT_NONE || m->type != LT_TYPE_THING || !(c->features & LT_F(sg)) || !(m->features & LT_F(sg)) ||
        !lt_entry_has(d->engine, c->report, LT_HAS(frame, front)) || d->sentences.at[m->sentence].heading || capital_word(d, m->last))
        return false;
    return t->flags & LT_CAPITAL && lt_has_tail(d, m->first, m->lemma, "lex/surname-tails.tsv");
}

/* ---------------------------------------------------------------- subject */

/* Whether the mention may be the subject: a nominative that agrees with the verb. */
static bool is_candidate(const lt_chunker *x, const lt_mention *m)
{
    const lt_document *d = x->d;
    const lt_clause *c = x->c;
    if (m->owner != LAUT_NONE || m->preposition != LAUT_NONE || !(m->features & LT_F(nom)))
        return false;
    if (c->finite == LAUT_NONE || !agrees(m, c->features) || framed(d, m))
        return false;
    uint32_t quote = d->quote_of[m->first]; /* not what stands within it: schrieb „Die Aue“ */
    return !(quote != LAUT_NONE && quote != d->quote_of[c->finite] &&
             (d->quotes.at[quote].first != m->first || d->quotes.at[quote].last != m->last || is(d, m->first + 1, LT_PREP))); /* „Am Ende“, sagte er, „…“ */
}

/* The subject while it is looked for. */
typedef struct {
    uint32_t found;         /* mention: the best one so far, or LAUT_NONE */
    int best;               /* its score */
    bool first, after_verb; /* there was no candidate yet; there was none behind the verb */
} search;

/* Otto Grothe ist ein Dieb; Grothe kommt, ein Mann mit Bart: what he is, whom the search has found. */
static bool is_predicate(const lt_chunker *x, const search *s, const lt_mention *m)
{
    const lt_document *d = x->d;
    const lt_clause *c = x->c;
    if (s->found == LAUT_NONE || m->definite || m->named || m->pronoun)
        return false;
    /* Otto Grothe ist ein Dieb: what he is */
    if (c->verb_count < 2 && d->tokens.at[c->finite].sum.features & LT_F(copula) && c->report == LAUT_NONE)
        return true;
    /* Grothe kommt, ein Mann mit Bart: what else he is */
    return m->first > 1 && m->first > c->finite &&
           d->tokens.at[m->first - 1].kind == LT_COMMA && d->clause_of[m->first - 2] == (uint32_t)(c - d->clauses.at) &&
           d->mentions.at[s->found].type == LT_TYPE_PERSON && d->mentions.at[s->found].named;
}

/* How much the form of a candidate says that it is the subject. */
static int score_of_form(const lt_chunker *x, const search *s, const lt_mention *m)
{
    int score = 0;
    uint64_t cases = m->features & LT_CASES;
    if (compared(x, m)) /* Wie schon Ada Wolf lehnt auch Otto Grothe das ab */
        score -= 12;
    if (cases == LT_F(nom))
        score += is_predicate(x, s, m) ? 0 : 6;
    else if (!(cases & (LT_F(acc) | LT_F(dat)))) /* der Minister: a genitive plural only by form */
        score += 5;
    else if (cases == (LT_F(nom) | LT_F(acc)))
        score += 1;
    if (m->definite || m->named)
        score += 1;
    /* one's own thing is seldom the subject: seine Angaben */
    if (m->possessive)
        score -= 1;
    return score;
}

/* How much its place does. */
static int score_of_place(const lt_chunker *x, const search *s, const lt_mention *m)
{
    const lt_clause *c = x->c;
    int score = 0;
    if (c->kind == LT_MAIN && m->first < c->finite && m->first == c->segments[0].first)
        score += 2;
    if (s->first)
        score += 2;
    if (m->first > c->finite && s->after_verb)
        score += c->verb_first ? 3 : 1;
    if (c->kind == LT_MAIN && c->report != LAUT_NONE && begins_later_piece(c, m)) /* Die Ministerin sagte, der Mann, der kam, sei krank */
        score -= 7;
    if (c->kind == LT_RELATIVE && m->first == c->introducer) /* die mitteilte; but: was Brandt bestreitet */
        score += c->report != LAUT_NONE && x->d->tokens.at[m->first].sum.features & LT_F(interrog) ? -3 : 3;
    return score;
}

/* How much it takes away that mention `i`, in front of the verb, is rather what is said or done than who does it. */
static int score_of_object(const lt_chunker *x, uint32_t i)
{
    const lt_document *d = x->d;
    const lt_clause *c = x->c;
    const lt_mention *m = &d->mentions.at[i];
    int score = 0;
    if (c->passive || c->kind != LT_MAIN || m->first >= c->finite)
        return 0;
    /* eine Versicherung gegen Frost forderte Oberle: what is said is new, who says it is known */
    if (c->report != LAUT_NONE && c->features & LT_F(sg) &&
        !m->definite && !m->possessive && !m->named && !m->pronoun &&
        m->type != LT_TYPE_PERSON && speaks(m, c) && !lt_entry_has(d->engine, c->report, LT_HAS(frame, acc)) &&
        (m->head > m->first || person_behind(x, i))) /* but: Kommission rügt Kartell */
        score -= 4; /* but: ein Bündnis fordert die Stadt auf */
    if (c->report != LAUT_NONE && !m->named &&
        (m->type == LT_TYPE_DOCUMENT || m->type == LT_TYPE_ATTRIBUTION) &&
        (person_behind(x, i) || (lt_entry_has(d->engine, m->entry, LT_HAS(kind, content)) && pronoun_behind(x, i))))
        score -= 5; /* die Befürchtung hält Otto Grothe für falsch */
    else if (c->report != LAUT_NONE && !m->named && said_in_front(x, i))
        score -= 5;
    /* Das Tor erzielte Otto Grothe */
    if (c->report == LAUT_NONE && m->type == LT_TYPE_THING && !m->named &&
        !m->pronoun && !(c->features & LT_F(copula)) && (m->features & LT_CASES) != LT_F(nom) && person_behind(x, i))
        score -= 5;
    /* Mehr gesehen hat Ada Brandt */
    if (m->pronoun && m->type == LT_TYPE_THING && !(m->features & (LT_F(pers) | LT_F(dem))) &&
        (m->features & LT_GENDERS) == LT_F(n) && !(c->features & LT_F(copula)) && person_behind(x, i))
        score -= 8;
    return score;
}

/* The mention, from `from` on, that is the subject by its own form, place and sense; or LAUT_NONE. */
static uint32_t best_candidate(const lt_chunker *x, uint32_t from)
{
    const lt_document *d = x->d;
    const lt_clause *c = x->c;
    const bool thought = c->report != LAUT_NONE && strcmp(lt_entry_cell(d->engine, c->report, "medium"), "thought") == 0;
    search s = {.found = LAUT_NONE, .best = 0, .first = true, .after_verb = true};
    for (uint32_t i = from; i < d->mentions.count; i++) {
        const lt_mention *m = &d->mentions.at[i];
        if (!is_candidate(x, m))
            continue;
        int score = 10 + score_of_form(x, &s, m) + score_of_place(x, &s, m) + score_of_object(x, i);
        /* Die „Handelswarte“ zitiert Otto Grothe: what has its name in quotation marks may be a medium */
        bool titled = c->report != LAUT_NONE && m->type == LT_TYPE_THING && m->named && m->definite && d->tokens.at[m->name_first].kind == LT_MARK &&
                      m->first < c->finite && m->name_first == m->first + 1;
        if (speaks(m, c) || titled) /* Ein Urteil erwartet das Gericht im Mai: no paper thinks */
            score += c->report != LAUT_NONE && !(thought && m->type == LT_TYPE_DOCUMENT && !m->definite) ? 5 : 1;
        s.first = false;
        if (m->first > c->finite)
            s.after_verb = false;
        if (score > s.best) {
            s.best = score;
            s.found = i;
        }
    }
    return s.found;
}

/* Der „Hafenbote“ berichtete: what reports and has a quoted name is a medium */
static void take_for_medium(const lt_document *d, lt_mention *m)
{
    bool by_name = m->type == LT_TYPE_DOCUMENT && m->name_first <= m->first + 1 && /* die „Tageschronik“; no study */
                   !lt_entry_has(d->engine, m->entry, LT_HAS(traits, study));
    if ((m->type == LT_TYPE_THING || by_name) && m->named && d->tokens.at[m->name_first].kind == LT_MARK &&
        (m->definite || m->name_first == m->first))
        m->type = LT_TYPE_MEDIA;
}

/* The clause whose subject may be that of this one, too, or LAUT_NONE. */
static uint32_t clause_in_common(const lt_chunker *x)
{
    const lt_document *d = x->d;
    const lt_clause *c = x->c;
    const lt_arguments *g = &d->arguments[x->clause];
    uint32_t link = c->coordinated ? c->link : LAUT_NONE;
    /* X erklärte, er sei krank, erkannte das Urteil nicht an und ging */
    if (link == LAUT_NONE && c->kind == LT_MAIN && c->verb_first && x->clause + 1 < d->clauses.count &&
        d->clauses.at[x->clause + 1].coordinated && d->clauses.at[x->clause + 1].link == x->clause)
        for (uint32_t i = x->clause; i-- > 0 && d->clauses.at[i].sentence == c->sentence;)
            if (d->clauses.at[i].kind == LT_MAIN && !(d->clauses.at[i].features & LT_F(subj1)))
                link = i;
    /* Er bedauerte den Schritt, wies die Kritik aber zurück */
    if (link == LAUT_NONE && c->kind == LT_MAIN && c->verb_first && c->parent != LAUT_NONE && c->parent < x->clause &&
        d->clauses.at[c->parent].kind == LT_MAIN && !(d->clauses.at[c->parent].features & LT_F(subj1)) &&
        (g->subject == LAUT_NONE || !speaks(&d->mentions.at[g->subject], c)) && contrasts(x) &&
        d->arguments[c->parent].subject != LAUT_NONE && speaks(&d->mentions.at[d->arguments[c->parent].subject], c))
        link = c->parent;
    return link;
}

/* Er kam und ging: the subject of the clause `link` is that of this one, where it has no better one. */
static void share_subject(const lt_chunker *x, uint32_t link)
{
    lt_document *d = x->d;
    const lt_clause *c = x->c;
    lt_arguments *g = &d->arguments[x->clause];
    uint32_t shared = d->arguments[link].subject;
    const lt_mention *own = g->subject == LAUT_NONE ? NULL : &d->mentions.at[g->subject];
    bool starts_with_verb = c->finite == c->segments[0].first;
    bool strict = own && (own->features & LT_CASES) == LT_F(nom);
    /* die das Ergebnis kennt und die Stadt auffordert */
    starts_with_verb |= c->verb_last && d->clauses.at[link].kind == LT_RELATIVE && shared != LAUT_NONE &&
                        d->mentions.at[shared].pronoun;
    if (shared != LAUT_NONE && (!own || (starts_with_verb && !strict)) &&
        agrees(&d->mentions.at[shared], c->features)) {
        g->subject = shared;
        g->inherited = true;
    }
}

/* erwägt Dingfelder: a bare word that looks like a common noun is a name, where a verb of
 * saying finds no other subject. The mention, from `from` on, or LAUT_NONE. */
static uint32_t bare_name(const lt_chunker *x, uint32_t from)
{
    const lt_document *d = x->d;
    const lt_clause *c = x->c;
    for (uint32_t i = from; i < d->mentions.count && c->report != LAUT_NONE && !c->passive; i++) {
        const lt_mention *m = &d->mentions.at[i];
        bool quoted = c->finite != LAUT_NONE && d->quote_of[m->first] != d->quote_of[c->finite]; /* ist „Ausfahrt freihalten“ zu lesen */
        if (m->owner == LAUT_NONE && m->preposition == LAUT_NONE && !m->pronoun && m->last - m->first == 1 && !quoted &&
            !m->named && (m->type == LT_TYPE_THING || (m->type == LT_TYPE_PERSON && (m->features & LT_CASES) == LT_F(gen))) &&
            c->features & LT_F(sg) && c->kind != LT_INFINITIVE) /* hielt Oltmanns dagegen: no genitive */
            return i;
    }
    return LAUT_NONE;
}

/* The subject: what stands there, what stands in another clause, or a name that looks like a noun. */
static void find_subject(lt_chunker *x, uint32_t from)
{
    lt_document *d = x->d;
    lt_arguments *g = &d->arguments[x->clause];
    const lt_clause *c = x->c;
    g->subject = best_candidate(x, from);
    if (g->subject != LAUT_NONE && c->report != LAUT_NONE && !c->passive)
        take_for_medium(d, &d->mentions.at[g->subject]);
    uint32_t link = clause_in_common(x);
    if (link != LAUT_NONE && link < x->clause)
        share_subject(x, link);
    if (g->subject == LAUT_NONE && c->kind == LT_MAIN && c->verb_first && !c->coordinated && !c->passive) {
        if ((g->subject = in_front(x)) != LAUT_NONE)
            d->clauses.at[x->clause].verb_first = false;
    }
    if (g->subject != LAUT_NONE && !g->inherited &&
        (is_name_by_place(x, &d->mentions.at[g->subject]) || is_name_by_form(x, &d->mentions.at[g->subject])))
        take_for_name(&d->mentions.at[g->subject]);
    if (g->subject == LAUT_NONE && (g->subject = bare_name(x, from)) != LAUT_NONE)
        take_for_name(&d->mentions.at[g->subject]);
}

/* ---------------------------------------------------------------- objects */

/* What speaks where a relative pronoun stands: ein Brief, in dem es heißt; else LAUT_NONE. */
static uint32_t paper_of(const lt_document *d, uint32_t pronoun)
{
    uint32_t a = d->mentions.at[pronoun].features & LT_F(rel) ? lt_antecedent(d, pronoun) : LAUT_NONE;
    uint8_t type = a == LAUT_NONE ? LT_TYPE_THING : d->mentions.at[a].type;
    return type == LT_TYPE_DOCUMENT || type == LT_TYPE_MEDIA ? a : LAUT_NONE;
}

/* Whether a preposition in front of the mention says that it is what something is about. */
static bool topical(const lt_chunker *x, uint32_t mention)
{
    const lt_document *d = x->d;
    if (d->mentions.at[mention].preposition == LAUT_NONE) /* ein Brief, in dem */
        return false;
    lt_word p = d->tokens.at[d->mentions.at[mention].preposition].form;
    return lt_attributive(d->engine, p) & LT_TOPICAL;
}

/* What mention `i` is behind its preposition: who reports (hieß es aus dem Amt), or the agent of a passive. */
static void place_behind_preposition(lt_chunker *x, uint32_t i)
{
    lt_document *d = x->d;
    lt_arguments *g = &d->arguments[x->clause];
    const lt_clause *c = x->c;
    const lt_mention *m = &d->mentions.at[i];
    /* zur Begründung hieß es aus dem Amt: rather who says it than what about */
    uint32_t hand = m->first == c->introducer ? paper_of(d, i) : i;
    if (hand != LAUT_NONE && d->mentions.at[hand].type != LT_TYPE_THING &&
        (g->oblique == LAUT_NONE || (topical(x, g->oblique) && !topical(x, i))))
        g->oblique = hand;
    /* wird vom „Hafenboten“ zitiert */
    if (c->passive && c->report != LAUT_NONE && m->type == LT_TYPE_THING && m->named && d->tokens.at[m->name_first].kind == LT_MARK &&
        lt_is_agent(d->engine, d->tokens.at[m->preposition].form))
        d->mentions.at[i].type = LT_TYPE_MEDIA;
    /* but: wurde von einem „Skandal“ gesprochen */
    bool topic = c->passive && c->finite != LAUT_NONE && c->report != LAUT_NONE && m->type != LT_TYPE_PERSON &&
                 d->quote_of[m->head] != LAUT_NONE && d->quote_of[m->head] != d->quote_of[c->finite] &&
                 governs(x, lt_entry_cell(d->engine, c->report, "frame"), "pp", m->preposition);
    if (c->passive && g->agent == LAUT_NONE && speaks(m, c) && c->finite != LAUT_NONE && !topic &&
        lt_is_agent(d->engine, d->tokens.at[m->preposition].form))
        g->agent = i;
}

/* Das forderte der Netzler: no lexicon has the noun, but its ending may make persons, and somebody reports here. */
static bool may_be_person(const lt_document *d, const lt_mention *m)
{
    if (m->type != LT_TYPE_THING || m->named || m->pronoun || m->preposition != LAUT_NONE || m->entry != LAUT_NONE || !(m->features & LT_F(nom)) ||
        !is(d, m->first, LT_DET))
        return false;
    return lt_reads(d, m->head, LT_NOUN, LT_F(person) | LT_F(nom));
}

void lt_find_arguments(lt_chunker *x, uint32_t from)
{
    lt_document *d = x->d;
    lt_arguments *g = &d->arguments[x->clause];
    const lt_clause *c = x->c;
    *g = (lt_arguments){LAUT_NONE, LAUT_NONE, LAUT_NONE, LAUT_NONE, LAUT_NONE, LAUT_NONE, LAUT_NONE, false};
    for (uint32_t i = from; i < d->mentions.count && c->report != LAUT_NONE; i++)
        if (may_be_person(d, &d->mentions.at[i]))
            d->mentions.at[i].type = d->mentions.at[i].features & LT_F(sg) ? LT_TYPE_PERSON : LT_TYPE_GROUP;
    find_subject(x, from);
    for (uint32_t i = from; i < d->mentions.count; i++) {
        const lt_mention *m = &d->mentions.at[i];
        uint64_t cases = m->features & LT_CASES;
        if (i == g->subject || m->owner != LAUT_NONE || bracketed(d, m) || framed(d, m))
            continue;
        if (m->preposition != LAUT_NONE) {
            place_behind_preposition(x, i);
            continue;
        }
        if (cases & LT_F(dat) && !(cases & LT_F(acc)) && g->dative == LAUT_NONE && speaks(m, c))
            g->dative = i;
        else if (cases & LT_F(acc) && g->accusative == LAUT_NONE)
            g->accusative = i;
        else if (cases & LT_F(dat) && g->dative == LAUT_NONE && speaks(m, c))
            g->dative = i;
        else if (cases == LT_F(gen) && g->genitive == LAUT_NONE)
            g->genitive = i;
    }
}

/* ---------------------------------------------------------------- addressee */

static bool listens(const lt_chunker *x, const lt_mention *m)
{
    return speaks(m, x->c) && m->type != LT_TYPE_ATTRIBUTION && m->type != LT_TYPE_DOCUMENT;
}

/* Whether the preposition in front of a mention makes it the addressee. */
static bool audience(const lt_chunker *x, const lt_mention *m, const char *frame)
{
    const lt_document *d = x->d;
    bool press = m->type == LT_TYPE_MEDIA || m->type == LT_TYPE_GROUP ||
                 (m->type == LT_TYPE_PERSON && !m->named && m->features & LT_F(pl)); /* Journalisten */
    if (!listens(x, m))
        return false;
    if (governs(x, frame, "to", m->preposition))
        return m->owner == LAUT_NONE; /* der Chef von Halmwerk forderte */
    if (governs(x, frame, "pp", m->preposition)) /* warnte vor Betrügern */
        return false;
    switch (lt_find_audience(d->engine, d->tokens.at[m->preposition].form)) {
    case LT_NO_AUDIENCE: return false;
    case LT_ANY_AUDIENCE: return true;
    case LT_PRESS_AUDIENCE: return press;
    case LT_TALK_AUDIENCE: break;
    }
    lt_mention talk = {.entry = LAUT_NONE};
    if (m->preposition > 0)
        lt_head_entry(d, m->preposition - 1, &talk);
    return lt_entry_has(d->engine, talk.entry, LT_HAS(traits, talk));
}

/* A name has no visible case: warf Brandt Betrug vor. */
static bool hidden_dative(const lt_document *d, uint32_t mention)
{
    return mention != LAUT_NONE && d->mentions.at[mention].features & LT_F(dat) && !d->mentions.at[mention].pronoun;
}

/* sagte Ada Brandt dem „Hauptstadtbrief“: a name in quotation marks that no lexicon knows, in the dative where a verb
 * of saying takes one; where it may be a nominative, too, somebody else speaks. */
static bool told_title(const lt_document *d, const lt_mention *m, uint32_t subject)
{
    if (m->features & LT_F(nom) && (subject == LAUT_NONE || d->mentions.at[subject].type == LT_TYPE_THING))
        return false;
    return (m->type == LT_TYPE_THING || m->type == LT_TYPE_DOCUMENT) && m->named && m->preposition == LAUT_NONE &&
           m->owner == LAUT_NONE && d->tokens.at[m->name_first].kind == LT_MARK && m->head >= m->name_first &&
           m->features & LT_F(dat) && !(m->features & LT_F(acc));
}

void lt_find_addressee(lt_chunker *x, uint32_t from)
{
    lt_document *d = x->d;
    const lt_clause *c = x->c;
    lt_arguments *g = &d->arguments[x->clause];
    if (c->report == LAUT_NONE)
        return;
    const char *frame = lt_entry_cell(d->engine, c->report, "frame");
    bool directed = lt_entry_has(d->engine, c->report, LT_HAS(act, accusation)) ||
                    lt_entry_has(d->engine, c->report, LT_HAS(act, demand));
    uint32_t who = g->dative;
    if (lt_entry_has(d->engine, c->report, LT_HAS(frame, acc)))
        who = c->passive ? g->subject : g->accusative;
    else if (who == LAUT_NONE && lt_entry_has(d->engine, c->report, LT_HAS(frame, dat)))
        who = !c->passive && hidden_dative(d, g->accusative) ? g->accusative : c->passive && directed ? g->subject : LAUT_NONE;
    if (who != LAUT_NONE && !listens(x, &d->mentions.at[who]))
        who = LAUT_NONE;
    for (uint32_t i = from; i < d->mentions.count && who == LAUT_NONE && x->addresses && !directed && !c->passive; i++)
        if (i != g->subject && told_title(d, &d->mentions.at[i], g->subject)) {
            d->mentions.at[i].type = LT_TYPE_MEDIA;
            who = g->dative = i;
        }
    for (uint32_t i = from; i < d->mentions.count && who == LAUT_NONE; i++) {
        const lt_mention *m = &d->mentions.at[i];
        if (m->preposition != LAUT_NONE && i != g->agent && audience(x, m, frame)) /* von der Stadt wurde gefordert */
            who = i;
    }
    g->addressee = who;
}
