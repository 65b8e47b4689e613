#include "stages/extent.h"

#include <string.h>

#include "engine/engine.h"
#include "engine/morphology.h"

static lt_ranges one(lt_document *d, uint32_t first, uint32_t last)
{
    /* Commas, conjunctions at the end and the full stop do not belong to a content. */
    while (last > first + 1) {
        uint8_t k = d->tokens.at[last - 1].kind;
        uint32_t q = d->quote_of[last - 1];
        if (q != LAUT_NONE && d->quotes.at[q].first >= first && k != LT_COMMA)
            break;
        if (k != LT_COMMA && k != LT_STOP && k != LT_SEMICOLON && k != LT_COLON && k != LT_DASH)
            break;
        last--;
    }
    lt_range *r = first < last ? lt_arena_alloc(&d->arena, sizeof *r) : NULL;
    if (!r)
        return (lt_ranges){0};
    *r = (lt_range){first, last};
    return (lt_ranges){r, 1};
}

/* Whether `clause` stands inside `above`, by parents. */
static bool inside(const lt_document *d, uint32_t clause, uint32_t above)
{
    for (int depth = 0; clause != LAUT_NONE && depth < 32; depth++) {
        if (clause == above)
            return true;
        clause = d->clauses.at[clause].parent;
    }
    return false;
}

static bool subjunctive(const lt_clause *c)
{
    return (c->features & (LT_F(subj1) | LT_F(subj2))) != 0;
}

/* The quotation that holds the clause, or LAUT_NONE. */
static uint32_t room(const lt_document *d, const lt_clause *c)
{
    uint32_t q = c->segment_count ? d->quote_of[c->first] : LAUT_NONE;
    while (q != LAUT_NONE && !d->quotes.at[q].whole)
        q = d->quotes.at[q].parent;
    return q;
}

/* …, was bisher niemand bestätigt hat: the author's own remark on what was said */
static bool remark(const lt_document *d, const lt_clause *next)
{
    if (next->introducer == LAUT_NONE || subjunctive(next) || next->introducer != next->first)
        return false;
    const lt_token *t = &d->tokens.at[next->introducer];
    for (uint32_t k = 0; k < t->reading_count; k++)
        if (d->readings.at[t->first_reading + k].features & LT_F(aside))
            return true;
    return false;
}

/* …, sagte er */
static bool reports_first(const lt_clause *c)
{
    return c->verb_first && c->report != LAUT_NONE && !subjunctive(c) && !c->coordinated;
}

/* Das Land sei am Ende und die Leute brauchten Hilfe: no comma that would close the content, a subject of its own, and a
 * verb that may be a subjunctive or tells what is. */
static bool joined(const lt_document *d, const lt_clause *c, const lt_clause *next)
{
    if (!subjunctive(c) || !next->coordinated || next->verb_first || next->finite == LAUT_NONE || next->finite == next->first || next->report != LAUT_NONE ||
        next->first < c->first + 3 || d->clause_of[next->first - 1] != LAUT_NONE)
        return false;
    lt_token_kind before = d->tokens.at[next->first - 2].kind;
    if (before == LT_COMMA || before == LT_SEMICOLON || before == LT_DASH || before == LT_COLON)
        return false;
    return lt_reads(d, next->finite, LT_VERB, LT_F(p3) | LT_F(subj2)) || lt_reads(d, next->finite, LT_VERB, LT_F(p3) | LT_F(pres));
}

/* Whether the clause `next`, which begins behind the content, goes on with it. */
static bool goes_on(const lt_document *d, const lt_clause *c, const lt_clause *next)
{
    if (next->kind != LT_MAIN && next->kind != LT_FRAGMENT && remark(d, next))
        return false;
    /* sie pflanze Bäume, „die Hitze vertragen“: words of the same voice */
    uint32_t q = d->quote_of[next->first];
    if (q != LAUT_NONE && !d->quotes.at[q].whole && d->quotes.at[q].first + 1 >= next->first && subjunctive(c))
        return true;
    switch ((lt_clause_kind)next->kind) {
    case LT_MAIN:
        if (reports_first(next))
            return false;
        if (subjunctive(next) && next->features & LT_F(subj1))
            return true;
        return (subjunctive(next) && subjunctive(c)) || joined(d, c, next);
    case LT_FRAGMENT: return true;
    default: return true;
    }
}

lt_ranges lt_extent(lt_document *d, uint32_t index)
{
    const lt_clause *c = &d->clauses.at[index];
    const lt_sentence *s = &d->sentences.at[c->sentence];
    uint32_t around = room(d, c);
    uint32_t end = around == LAUT_NONE || d->quotes.at[around].last > s->last ? s->last : d->quotes.at[around].last - 1;
    for (uint32_t i = d->first_clause[c->sentence]; i < d->first_clause[c->sentence + 1]; i++) {
        const lt_clause *o = &d->clauses.at[i];
        if (o->first >= end && o->segment_count == 1)
            continue;
        if (i == index || room(d, o) != around)
            continue;
        for (uint32_t k = 0; k < o->segment_count; k++) {
            if (o->segments[k].first < c->first || o->segments[k].first >= end)
                continue;
            bool outer = o->first < c->first && !inside(d, i, index);
            /* a second segment of a clause that began before: the main clause comes back */
            if (outer && o->segments[k].first >= c->segments[0].last && !(o->kind == LT_FRAGMENT))
                end = o->segments[k].first;
            else if (!outer && k == 0 && o->first >= c->segments[c->segment_count - 1].first && !goes_on(d, c, o)) /* not a frame inside it */
                end = o->segments[k].first;
        }
    }
    /* a conjunction in front of what does not belong to it any more */
    while (end > c->first + 1 && d->tokens.at[end - 1].kind == LT_WORD && end < s->last) {
        bool conjunction = false;
        for (uint32_t k = 0; k < d->tokens.at[end - 1].reading_count; k++)
            conjunction |= d->readings.at[d->tokens.at[end - 1].first_reading + k].category == LT_CONJ;
        if (!conjunction || d->clause_of[end - 1] != LAUT_NONE)
            break;
        end--;
    }
    /* no further than a quotation that is introduced: dass er bleibe: „…“ */
    for (uint32_t i = c->first; i + 1 < end; i++)
        if (d->tokens.at[i].kind == LT_COLON && d->tokens.at[i + 1].kind == LT_MARK && d->quote_of[i + 1] != LAUT_NONE &&
            d->quotes.at[d->quote_of[i + 1]].whole && d->quotes.at[d->quote_of[i + 1]].first == i + 1 &&
            d->quote_of[i + 1] != around)
            end = i;
    /* no further than a semicolon */
    for (uint32_t i = c->first; i < end; i++)
        if (d->tokens.at[i].kind == LT_SEMICOLON && d->quote_of[i] == d->quote_of[c->first] && !subjunctive(c))
            end = i;
    /* nor does it end within a quotation that it holds: es fehle an „allem, was neu ist“ */
    for (uint32_t q = end < s->last ? d->quote_of[end] : LAUT_NONE; q != LAUT_NONE; q = d->quotes.at[q].parent)
        if (d->quotes.at[q].first >= c->first && d->quotes.at[q].first < end && d->quotes.at[q].last > end && d->quotes.at[q].last <= s->last)
            end = d->quotes.at[q].last;
    return one(d, c->first, end);
}

/* Wie sie mitteilte: who said it; but: wie ihn der Verein fordert */
static bool names_teller(const lt_document *d, uint32_t i)
{
    const lt_clause *o = &d->clauses.at[i];
    if (o->kind != LT_SUBORD || o->report == LAUT_NONE || o->introducer == LAUT_NONE)
        return false;
    bool manner = false;
    const lt_token *t = &d->tokens.at[o->introducer];
    for (uint32_t k = 0; k < t->reading_count; k++)
        manner |= (d->readings.at[t->first_reading + k].features & LT_F(manner)) != 0;
    return manner && !(d->arguments[i].accusative != LAUT_NONE && lt_is(d, o->introducer + 1, LT_PRON));
}

/* (drohte mit Klage,) falls sie nicht zahle; sollte sie nicht zahlen: it is told with what depends on it. */
static bool is_condition(const lt_document *d, const lt_clause *o)
{
    return o->introducer == LAUT_NONE ? o->kind == LT_SUBORD && o->verb_first : lt_reads(d, o->introducer, LT_SUB, LT_F(cond));
}

/* Whether the clause goes on behind `last` with what depends on clause `index`, and tells nothing new (was niemand
 * bestreitet) nor who said it (wie sie mitteilte; but: wie ihn der Verein fordert). */
static bool belongs_to(const lt_document *d, uint32_t i, uint32_t index, uint32_t last, bool began)
{
    const lt_clause *o = &d->clauses.at[i];
    if ((o->kind != LT_RELATIVE && o->kind != LT_SUBORD) || names_teller(d, i) || remark(d, o) || !inside(d, i, index) || o->first != last + 1)
        return false;
    if (o->coordinated && began && d->tokens.at[last].kind == LT_WORD)
        return true; /* weil er gestanden und gezahlt habe */
    return d->tokens.at[last].kind == LT_COMMA && (!subjunctive(o) || is_condition(d, o));
}

lt_ranges lt_deed(lt_document *d, uint32_t index)
{
    const lt_clause *c = &d->clauses.at[index];
    uint32_t last = c->last;
    bool began = false;
    for (uint32_t i = index + 1; i < d->first_clause[c->sentence + 1]; i++)
        if (belongs_to(d, i, index, last, began))
            last = d->clauses.at[i].last, began = true;
    const lt_quote *q = d->quote_of[last - 1] == LAUT_NONE ? NULL : &d->quotes.at[d->quote_of[last - 1]];
    if (q && q->first >= c->first && q->last > last && d->sentence_of[q->last - 1] == c->sentence)
        last = q->last; /* hält es für „Gift für jeden, der baut“: all of the quotation */
    return one(d, c->first, last);
}

/* Der Damm ist laut Amt morsch; die Werft schweigt: the semicolon behind the token that an indicative follows;
 * or LAUT_NONE. Der Damm sei laut Amt morsch; das Ufer sei sicher: the Amt's, too. */
static uint32_t semicolon_behind(const lt_document *d, uint32_t token)
{
    const lt_sentence *s = &d->sentences.at[d->sentence_of[token]];
    for (uint32_t i = token + 1; i + 1 < s->last; i++) {
        uint32_t next = d->clause_of[i + 1];
        if (d->tokens.at[i].kind != LT_SEMICOLON || d->quote_of[i] != d->quote_of[token] || next == LAUT_NONE)
            continue;
        while (d->clauses.at[next].kind != LT_MAIN && d->clauses.at[next].parent != LAUT_NONE)
            next = d->clauses.at[next].parent;
        if (d->clauses.at[next].kind == LT_MAIN && d->clauses.at[next].first > i && d->clauses.at[next].finite != LAUT_NONE && !subjunctive(&d->clauses.at[next]))
            return i;
    }
    return LAUT_NONE;
}

lt_range lt_rest(const lt_document *d, uint32_t token)
{
    uint32_t semicolon = semicolon_behind(d, token);
    const lt_sentence *s = &d->sentences.at[d->sentence_of[token]];
    for (uint32_t i = d->first_clause[d->sentence_of[token]]; i < d->first_clause[d->sentence_of[token] + 1]; i++) {
        const lt_clause *c = &d->clauses.at[i];
        if (c->kind == LT_MAIN && reports_first(c) && d->tokens.at[c->first - 1].kind == LT_COMMA &&
            d->quote_of[c->first] == d->quote_of[token] && d->clause_of[token] < i && d->clauses.at[d->clause_of[token]].last <= c->first)
            return (lt_range){token, c->first - 1};
    }
    return (lt_range){token, semicolon == LAUT_NONE ? s->last : semicolon};
}

lt_ranges lt_scope(lt_document *d, uint32_t token)
{
    uint32_t index = d->clause_of[token];
    if (index == LAUT_NONE) {
        const lt_sentence *s = &d->sentences.at[d->sentence_of[token]];
        return one(d, s->first, s->last);
    }
    /* an infinitive clause belongs to the finite one that it depends on */
    while (d->clauses.at[index].kind == LT_INFINITIVE && d->clauses.at[index].parent != LAUT_NONE)
        index = d->clauses.at[index].parent;
    const lt_clause *c = &d->clauses.at[index];
    if (c->kind != LT_MAIN && c->kind != LT_FRAGMENT) {
        uint32_t last = c->last;
        for (uint32_t i = d->first_clause[c->sentence]; i < d->first_clause[c->sentence + 1]; i++)
            if (i != index && inside(d, i, index) &&
                d->clauses.at[i].last > last && d->clauses.at[i].kind != LT_MAIN)
                last = d->clauses.at[i].last;
        return one(d, c->first, last);
    }
    const lt_sentence *s = &d->sentences.at[c->sentence];
    uint32_t around = room(d, c);
    uint32_t first = around == LAUT_NONE ? s->first : c->first;
    uint32_t last = around == LAUT_NONE || d->quotes.at[around].last > s->last ? s->last : d->quotes.at[around].last - 1;
    for (uint32_t i = d->first_clause[c->sentence]; i < d->first_clause[c->sentence + 1]; i++) {
        const lt_clause *o = &d->clauses.at[i];
        if (i == index || o->kind != LT_MAIN || room(d, o) != around)
            continue;
        /* Nach Angaben der Polizei brannte das Haus und stürzte ein: what shares the first field
         * is said by the same source. */
        bool shares = subjunctive(o) ||
                      (o->coordinated && (o->finite == o->segments[0].first || o->link == index));
        bool shared = c->coordinated && c->finite == c->segments[0].first;
        if (o->first > c->first && o->first < last && !shares)
            last = o->first;
        if (o->last <= c->first && o->last > first && !shared)
            first = o->last;
        /* Man habe versucht, vorzudringen, sagte er dem „Boten“ zufolge: what was tried is no part of the frame */
        for (uint32_t k = i + 1; c->verb_first && o->last <= c->first && k < index && d->clauses.at[k].parent == i; k++)
            if (d->clauses.at[k].last <= c->first && d->clauses.at[k].last > first)
                first = d->clauses.at[k].last;
    }
    for (uint32_t i = c->first; i-- > first;) /* heißt die Petition; bis Mittwoch hatten laut Amt viele unterschrieben */
        if (d->tokens.at[i].kind == LT_SEMICOLON && room(d, c) == around && d->quote_of[i] == d->quote_of[token] && !subjunctive(c)) {
            first = i + 1;
            break;
        }
    while (first < last && d->clause_of[first] != index && d->clause_of[first] == LAUT_NONE && first > s->first &&
           d->tokens.at[first].kind != LT_MARK)
        first++;
    while (last > first && last < s->last && d->clause_of[last - 1] == LAUT_NONE &&
           d->tokens.at[last - 1].kind == LT_WORD)
        last--;
    return one(d, first, last);
}

lt_range lt_fronted(const lt_document *d, uint32_t token)
{
    lt_range r = {d->sentences.at[d->sentence_of[token]].first, token};
    for (uint32_t i = r.first + 1; i + 1 < token; i++) {
        uint32_t before = d->clause_of[i - 1], behind = d->clause_of[i + 1];
        lt_token_kind mark = (lt_token_kind)d->tokens.at[i].kind;
        if (mark != LT_COLON && mark != LT_DASH && mark != LT_SEMICOLON)
            continue;
        while (before != LAUT_NONE && d->clauses.at[before].parent != LAUT_NONE)
            before = d->clauses.at[before].parent;
        /* Wer spare, zahle später: the main clause behind the one in front */
        while (behind != LAUT_NONE && d->clauses.at[behind].kind != LT_MAIN && behind + 1 < d->clauses.count &&
               d->clauses.at[behind + 1].sentence == d->clauses.at[behind].sentence && d->clauses.at[behind + 1].first < token)
            behind++;
        if (before != LAUT_NONE && behind != LAUT_NONE &&
            d->clauses.at[before].finite != LAUT_NONE && !subjunctive(&d->clauses.at[before]) &&
            d->clauses.at[behind].kind == LT_MAIN && subjunctive(&d->clauses.at[behind]))
            r.first = i + 1;
    }
    return r;
}

/* man: a pronoun that has no case but the nominative, and means nobody. */
static bool is_anybody(const lt_mention *m)
{
    return m->pronoun && m->last == m->first + 1 && m->features & LT_F(indef) && /* but: ein anderer */
           (m->features & (LT_CASES | LT_NUMBERS)) == (LT_F(nom) | LT_F(sg));
}

/* Im Rathaus rechnet man damit, dass …: those who are there say so. */
static bool is_seat(const lt_document *d, uint32_t mention)
{
    const lt_mention *m = mention == LAUT_NONE ? NULL : &d->mentions.at[mention];
    return m && (m->type == LT_TYPE_ORGANIZATION || m->type == LT_TYPE_UNNAMED) && m->preposition != LAUT_NONE &&
           lt_is_within(d->engine, d->tokens.at[m->preposition].form);
}

/* What stands in the paper is its subject: a sentence, a hint. */
static bool is_said_in_paper(const lt_document *d, const lt_clause *c, const lt_arguments *g)
{
    uint8_t type = d->mentions.at[g->subject].type;
    return g->oblique != LAUT_NONE && c->report != LAUT_NONE && (type == LT_TYPE_THING || type == LT_TYPE_ATTRIBUTION) &&
           !d->mentions.at[g->subject].named && d->mentions.at[g->subject].entry != LAUT_NONE && !d->mentions.at[g->subject].pronoun &&
           d->mentions.at[g->oblique].first < c->finite && c->finite < d->mentions.at[g->subject].first &&
           (d->mentions.at[g->oblique].type == LT_TYPE_DOCUMENT || d->mentions.at[g->oblique].type == LT_TYPE_MEDIA) &&
           lt_cell_has(lt_entry_cell(d->engine, c->report, "frame"), "doc");
}

uint32_t lt_speaker(const lt_document *d, uint32_t clause)
{
    if (clause == LAUT_NONE)
        return LAUT_NONE;
    const lt_clause *c = &d->clauses.at[clause];
    const lt_arguments *g = &d->arguments[clause];
    if (c->passive) { /* wurde von X bestätigt; in einem Bericht wurde vermutet */
        uint32_t o = g->oblique;
        const lt_mention *m = o == LAUT_NONE ? NULL : &d->mentions.at[o];
        if (g->agent == LAUT_NONE && m &&
            (m->type == LT_TYPE_DOCUMENT || m->type == LT_TYPE_MEDIA ||
             (m->type == LT_TYPE_ORGANIZATION && c->finite != LAUT_NONE &&
              (m->first < c->finite || lt_is_within(d->engine, d->tokens.at[m->preposition].form)))))
            return o;
        return g->agent;
    }
    if (c->kind == LT_INFINITIVE && c->parent != LAUT_NONE) /* ohne zu sagen, dass */
        return d->arguments[c->parent].subject;
    /* aus dem Ministerium verlautete, … */
    if (g->subject == LAUT_NONE && c->report != LAUT_NONE && c->kind == LT_MAIN && !(c->features & LT_F(modal)))
        return g->oblique;
    if (g->subject != LAUT_NONE && is_said_in_paper(d, c, g)) /* in dem Brief steht der Satz, … */
        return g->oblique;
    if (g->subject != LAUT_NONE && is_anybody(&d->mentions.at[g->subject])) /* im Rathaus rechnet man damit; im Ort erzählt man sich */
        return is_seat(d, g->oblique) ? g->oblique : LAUT_NONE;
    return g->subject;
}

const char *lt_possessive_owner(const lt_document *d, uint32_t token)
{
    const lt_table *t = lt_engine_table(d->engine, "lex/possessives.tsv", NULL);
    const lt_token *x = &d->tokens.at[token];
    for (uint32_t k = 0; t && k < x->reading_count; k++) {
        lt_word lemma = d->readings.at[x->first_reading + k].lemma;
        for (uint32_t r = 0; lemma != LT_NO_WORD && r < t->row_count; r++)
            if (strcmp(d->engine->vocabulary.words.at[lemma].text, lt_cell(t, r, "lemma")) == 0)
                return lt_cell(t, r, "owner");
    }
    return "";
}

uint64_t lt_pointing(const lt_document *d, uint32_t token)
{
    const lt_token *t = &d->tokens.at[token];
    for (uint32_t k = 0; k < t->reading_count; k++) {
        const lt_reading *r = &d->readings.at[t->first_reading + k];
        if (r->category == LT_PRON && r->features & LT_F(gen) && r->features & LT_F(dem))
            return r->features;
    }
    return 0;
}

bool lt_is_part_of_verb(const lt_document *d, const lt_mention *m)
{
    const lt_clause *c = m->clause == LAUT_NONE ? NULL : &d->clauses.at[m->clause];
    bool is = c && c->report != LAUT_NONE && c->finite != LAUT_NONE && (d->tokens.at[c->finite].sum.features & LT_F(copula) || m->preposition != LAUT_NONE);
    for (uint32_t k = 0; is && k < c->report_count; k++)
        if (c->report_tokens[k] == m->head)
            return true;
    return false;
}

bool lt_is_apostrophe(const lt_document *d, uint32_t token)
{
    if (!token || token >= d->tokens.count || d->tokens.at[token].kind != LT_MARK ||
        d->tokens.at[token].begin != d->tokens.at[token - 1].end)
        return false;
    const lt_quote *q = d->quote_of[token] == LAUT_NONE ? NULL : &d->quotes.at[d->quote_of[token]];
    const char *mark = d->text.bytes + d->tokens.at[token].begin;
    bool single = *mark == '\'' || (d->tokens.at[token].end - d->tokens.at[token].begin == 3 && memcmp(mark, "\u2019", 3) == 0);
    return single && strchr("sxz", mark[-1]) && !(q && (q->first == token || q->last == token + 1));
}

uint32_t lt_antecedent(const lt_document *d, uint32_t pronoun)
{
    const lt_mention *m = &d->mentions.at[pronoun];
    uint32_t best = LAUT_NONE, from = pronoun;
    while (from > 0 && d->mentions.at[from - 1].sentence == m->sentence)
        from--;
    for (uint32_t i = from; i < d->mentions.count && d->mentions.at[i].sentence == m->sentence; i++) {
        const lt_mention *a = &d->mentions.at[i];
        if (i == pronoun || a->last >= m->first + 1 || a->pronoun)
            continue;
        if (!(a->features & m->features & LT_NUMBERS) ||
            (a->features & LT_F(sg) && a->next == LAUT_NONE && (a->features & LT_NUMBERS) != LT_F(pl) && /* Berichte, denen zufolge: no gender */
             (m->features & LT_NUMBERS) != LT_F(pl) && !(a->features & m->features & LT_GENDERS)))
            continue;
        if (best == LAUT_NONE || a->last > d->mentions.at[best].last ||
            (a->last == d->mentions.at[best].last && a->type != LT_TYPE_THING && d->mentions.at[best].type == LT_TYPE_THING))
            best = i;
    }
    return best;
}
