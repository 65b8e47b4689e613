/* Stage 6: clauses, by topological fields.
 *
 * A sentence is cut at its commas, colons, semicolons and dashes, and at coordinating
 * conjunctions with a finite verb on both sides. What begins a piece (subordinator, relative
 * pronoun, question word, finite verb, nothing) and where its finite verb stands says what it
 * is; a stack of clauses that still wait for their verb puts together what was cut:
 *
 *     Der Mann , der gestern kam , sagte , dass er , wenn es regnet , bleibt .
 *     main…      relative          …main    that…    subordinate      …that
 *
 * A whole quotation is one opaque unit of the clause around it and is analysed by itself.
 */
#include <string.h>

#include "document.h"
#include "engine/engine.h"
#include "engine/morphology.h"
#include "engine/names.h"
#include "engine/reports.h"
#include "engine/summary.h"
#include "stages/commas.h"

typedef lt_unit unit;

typedef struct {
    uint32_t first, last; /* units */
    lt_token_kind before; /* the mark in front; LT_STOP at the start */
    bool coordinated;     /* a coordinating conjunction was stripped in front or cut at */
} piece;

typedef struct {
    lt_vec(lt_range) segments;
    lt_vec(uint32_t) units; /* tokens */
    bool waiting;           /* for its finite verb */
} building;

typedef struct {
    lt_document *d;
    lt_vec(unit) units;
    lt_vec(building) building; /* for each clause of this region */
    uint32_t sentence;
    uint32_t first_clause;     /* of this region */
    uint32_t stack[LAUT_MAX_CLAUSES], depth; /* clauses around the current place */
    uint32_t last;             /* clause that got the last piece, or LAUT_NONE */
    bool governs;              /* the last finite verb takes an infinitive: will, wird */
    uint32_t subject_to;       /* subordinate clause in front that waits for its main clause */
} parser;

static building *of(const parser *p, uint32_t clause)
{
    return &p->building.at[clause - p->first_clause];
}

/* ---------------------------------------------------------------- units */

/* A comma stands right in front of the unit. */
static bool behind_comma(const parser *p, uint32_t u) { return p->d->tokens.at[p->units.at[u].token - 1].kind == LT_COMMA; }

/* The unit behind the next comma after unit `first`, or the end. */
static uint32_t next_piece(const parser *p, uint32_t first)
{
    uint32_t u = first + 1;
    while (u < p->units.count && !behind_comma(p, u))
        u++;
    return u;
}

static bool verbal(uint32_t is) { return is & (IS_FIN | IS_PARTICIPLE | IS_INFINITIVE | IS_ZUINF); }

/* der pensionierte Lehrer Otto Grothe: an article that, as a pronoun, is no accusative, so that it is not what the
 * verb behind it takes (das bestätigte Grothe), and that goes with the noun. */
static bool opens_phrase(const parser *p, uint32_t article, uint32_t noun)
{
    const lt_document *d = p->d;
    return p->units.at[noun].is & IS_NOUN && !lt_reads(d, p->units.at[article].token, LT_PRON, LT_F(acc)) &&
           lt_reads(d, p->units.at[article].token, LT_DET, LT_F(nom)) && lt_reads(d, p->units.at[noun].token, LT_NOUN, LT_F(m)) &&
           noun + 1 < p->units.count && p->units.at[noun + 1].is & IS_PROPER;
}

static bool negation(const lt_document *d, uint32_t token);

/* Whether a noun phrase is open at unit i, so that an adjective may stand there: behind its article,
 * number or preposition, with adjectives and adverbs between. */
static bool inside_phrase(const parser *p, uint32_t first, uint32_t i)
{
    const uint32_t *quote_of = p->d->quote_of;
    uint32_t k = i;
    /* Als „viel zu alt“ bezeichnete …: not what is quoted, unless it is a name: der „Kurier“ zitierte … */
    while (k > first && !(k == i && p->units.at[k - 1].is & IS_NOUN) && quote_of[p->units.at[k - 1].token] != LAUT_NONE && quote_of[p->units.at[k - 1].token] != quote_of[p->units.at[i].token])
        k--;
    while (k > first && p->units.at[k - 1].is & (IS_ADJ | IS_ADV | IS_CLOSED) &&
           !(p->units.at[k - 1].is & (IS_DET | IS_PREP | IS_NOUN | IS_PRON | IS_SUB)) && !(p->units.at[k - 1].is & IS_STRICT))
        k--;
    if (k == first)
        return k < i && p->units.at[k].is & IS_ADJ && !(p->units.at[k].is & IS_ADV);
    uint32_t before = p->units.at[k - 1].is;
    if (before & IS_DET && before & IS_PRON && k == i && k == first + 1 && p->units.at[i + 1].is & IS_PROPER && !opens_phrase(p, k - 1, i + 1))
        return false; /* Dies bestätigte Stoll */
    if (before & IS_NUM && k > first + 1 && p->units.at[k - 2].is & IS_NOUN)
        return false; /* im Jahr 2008 meldete Nordpress */
    if (before & IS_SUB && !(before & IS_DET) && p->units.at[i + 1].is & IS_PROPER && k == first + 1)
        return false; /* Als völlig überzogen bezeichnete Otto Grothe den Plan */
    if (before & (IS_DET | IS_PREP | IS_NUM))
        return true;
    /* der von Otto Grothe als „viel zu alt“ bezeichnete Damm */
    if (k < i && before & IS_SUB && k - 1 > first && p->units.at[k - 2].is & IS_NOUN && !(p->units.at[i + 1].is & IS_PROPER)) {
        before = p->units.at[k - 2].is;
        k--;
    }
    /* der bei dem Sturm nicht verletzte Hirte; nach einer am Dienstag veröffentlichten Studie */
    if (!(before & IS_NOUN))
        return false;
    for (uint32_t x = k - 1; x-- > first && i - x < 12 && !(p->units.at[x].is & IS_STRICT);)
        if (p->units.at[x].is & IS_DET) { /* or: der nicht an der Studie beteiligte Forscher */
            uint32_t prep = x + 2 < i && p->units.at[x + 1].is & IS_CLOSED && negation(p->d, p->units.at[x + 1].token) ? x + 2 : x + 1;
            if (p->units.at[prep].is & IS_PREP && !(p->units.at[prep].is & IS_ADJ))
                return true;
        }
    return false;
}

/* Das bestätigte Polizeisprecher Max Maier: an office and a name, and no other verb behind them. */
static bool names_teller(const parser *p, uint32_t first, uint32_t last, uint32_t i)
{
    if (i != first + 1 || !(p->units.at[first].is & IS_DET) || !(p->units.at[first].is & IS_PRON) || i + 2 >= last ||
        !(p->units.at[i + 1].is & IS_NOUN) || !(p->units.at[i + 2].is & IS_PROPER) || opens_phrase(p, first, i + 1))
        return false;
    for (uint32_t k = i + 3; k < last; k++)
        if (p->units.at[k].is & IS_STRICT)
            return false;
    return true;
}

/* Person, number, tense and mood that the finite verb can have. First and second person count
 * only where such a pronoun stands in the clause; the subjunctive only where the indicative is
 * impossible. */
static uint64_t finite_features(const lt_document *d, uint32_t token, bool first_person)
{
    const lt_token *t = &d->tokens.at[token];
    uint64_t indicative = 0, first = 0, second = 0;
    for (uint32_t k = 0; k < t->reading_count; k++) {
        const lt_reading *r = &d->readings.at[t->first_reading + k];
        uint64_t f = r->features;
        if (r->category != LT_VERB || !(f & LT_F(fin)) || f & LT_F(imp))
            continue;
        if (!(f & LT_F(p3)) && !(first_person && f & LT_F(p1)))
            continue;
        if (f & LT_F(subj1))
            first |= f;
        else if (f & LT_F(subj2))
            second |= f;
        else
            indicative |= f;
    }
    if (indicative)
        return indicative;
    return first ? first : second;
}

static bool subjunctive_at(const parser *p, uint32_t u)
{
    return finite_features(p->d, p->units.at[u].token, false) & (LT_F(subj1) | LT_F(subj2));
}

static bool plural_at(const parser *p, uint32_t u)
{
    return (finite_features(p->d, p->units.at[u].token, false) & LT_NUMBERS) == LT_F(pl);
}

static bool finite_at(const parser *p, uint32_t first, uint32_t last, uint32_t i);

/* Gut informierte Kreise im Rathaus sprechen davon: behind the noun nothing but noun phrases up to a plural verb, which
 * is no infinitive, since it stands next to the noun or not at the end. */
static bool before_subject(const parser *p, uint32_t first, uint32_t last, uint32_t i)
{
    uint32_t k = i + 2;
    while (k < last && p->units.at[k].is & (IS_NOUN | IS_DET | IS_PREP | IS_ADJ) && !(p->units.at[k].is & IS_FIN))
        k++;
    return k < last && (k == i + 2 || k + 1 < last || p->units.at[k].is & IS_STRICT) && p->units.at[k].is & IS_FIN &&
           !plural_at(p, i) && plural_at(p, k) && finite_at(p, first, last, k);
}

/* A finite verb by itself, and not the participle or adjective inside a noun phrase: die erwartete
 * Entscheidung. */
static bool finite_at(const parser *p, uint32_t first, uint32_t last, uint32_t i)
{
    uint32_t is = p->units.at[i].is;
    if (!(is & IS_FIN) || (i > first && p->units.at[i - 1].is & IS_ZU && is & IS_INFINITIVE))
        return false;
    if (is & IS_STRICT)
        return true;
    uint32_t next = i + 1 < last ? p->units.at[i + 1].is : 0;
    if (is & IS_CLOSED && !(is & IS_AUX)) /* Die Gegner meinen, …: a possessive has its noun behind it */
        return is & IS_DET && i > first && p->d->tokens.at[p->units.at[i].token].sum.features & LT_F(poss) &&
               (i + 1 == last || next & IS_DET);
    if (is & IS_NOUN && i > first) /* a capital letter inside a piece */
        return false;
    uint32_t before = i > first ? p->units.at[i - 1].is : 0;
    if (i == first && is & IS_ADJ && !(is & (IS_NOUN | IS_PARTICIPLE)) && next & IS_NOUN && i + 2 < last && p->units.at[i + 2].is & IS_STRICT)
        return false; /* Nähere Angaben machte … */
    if (is & IS_ADJ && next & IS_NOUN && !(next & IS_CLOSED) && before_subject(p, first, last, i))
        return false;
    if (is & IS_ADJ && next & (IS_NOUN | IS_ADJ) && !(next & IS_CLOSED) && inside_phrase(p, first, i) &&
        !names_teller(p, first, last, i))
        return false;
    if (is & IS_ADJ && i + 1 < last && next & IS_NUM && inside_phrase(p, first, i))
        for (uint32_t k = i + 2; k < last; k++)
            if (p->units.at[k].is & IS_STRICT)
                return false; /* statt der veranschlagten 4,2 Millionen müsse … */
    if (is & IS_ADJ && i + 1 < last && p->d->tokens.at[p->units.at[i].last].kind == LT_COMMA)
        return false; /* nach einer im Mai vorgelegten, von Kiel bezahlten Studie: no clause was cut there */
    if (before & IS_ZU)
        return false;
    return true;
}

/* Whether unit i stands in quotation marks, and a finite verb outside follows: Der Verein „Wir bewegen“ lehnte ab. */
static bool in_title(const parser *p, uint32_t first, uint32_t last, uint32_t i)
{
    const lt_document *d = p->d;
    uint32_t q = d->quote_of[p->units.at[i].token];
    if (q == LAUT_NONE || d->quotes.at[q].whole)
        return false;
    for (uint32_t k = i + 1; k < last; k++)
        if (p->units.at[k].is & IS_STRICT && d->quote_of[p->units.at[k].token] != q && finite_at(p, first, last, k))
            return true;
    /* Der Verein „Wir bewegen“, der dort tagte, lehnte ab: the name of a noun, and a verb behind a later comma */
    uint32_t opening = i;
    while (opening > first && d->quote_of[p->units.at[opening - 1].token] == q)
        opening--;
    if (opening == first || !(p->units.at[opening - 1].is & IS_NOUN) || d->quote_of[p->units.at[last - 1].token] != q)
        return false;
    for (uint32_t k = last + 1; k < p->units.count; k++)
        if (p->units.at[k].is & IS_STRICT && behind_comma(p, k) && !(p->units.at[k].is & IS_REL))
            return true;
    return false;
}

static bool takes_infinitive(const lt_document *d, uint32_t token)
{
    const lt_token *t = &d->tokens.at[token];
    for (uint32_t k = 0; k < t->reading_count; k++) {
        const lt_reading *r = &d->readings.at[t->first_reading + k];
        if (r->category == LT_VERB && r->features & LT_F(fin) &&
            (r->features & LT_F(modal) ||
             (lt_builds(d->engine, r->lemma) & LT_BUILDS_FUTURE && r->features & (LT_F(pres) | LT_F(subj2)))))
            return true;
    }
    return false;
}

/* Korrigiert werden müsse das Bild: the infinitive of an auxiliary, since the finite verb that takes it stands behind it. */
static bool behind_infinitive(const parser *p, uint32_t i, uint32_t last)
{
    return p->units.at[i].is & IS_INFINITIVE && i + 1 < last && p->units.at[i + 1].is & IS_STRICT &&
           takes_infinitive(p->d, p->units.at[i + 1].token);
}

/* (Bäder) öffnen (und Gärten) pflegen: the infinitive ends the piece, or a conjunction and one more infinitive do. */
static bool ends_or_joins(const parser *p, uint32_t infinitive, uint32_t last)
{
    uint32_t end = p->units.at[last - 1].is;
    return infinitive + 1 == last || (p->units.at[infinitive + 1].is & IS_AND && end & IS_INFINITIVE && !(end & (IS_STRICT | IS_NOUN)));
}

/* The finite verb of a piece with the verb in second or first place, or LAUT_NONE. */
static uint32_t second_verb(const parser *p, uint32_t first, uint32_t last)
{
    uint32_t loose = LAUT_NONE;
    for (uint32_t i = first; i < last; i++) {
        if (!finite_at(p, first, last, i) || in_title(p, first, last, i))
            continue;
        uint32_t is = p->units.at[i].is;
        if (is & IS_STRICT && !behind_infinitive(p, i, last))
            return i;
        if (is & IS_STRICT)
            continue;
        if (i == first && is & IS_NOUN && first + 1 == last && p->units.at[i].last < p->d->tokens.count &&
            (p->d->tokens.at[p->units.at[i].last].kind == LT_COLON || p->d->tokens.at[p->units.at[i].last].kind == LT_COMMA)) /* Umfrage: …; Schulen, Bäder und … */
            continue;
        if (i == first && is & IS_NOUN) { /* Brandt sagte; Rede er …: a noun unless nothing else is finite */
            if (!(is & IS_PROPER && i + 2 == last && p->units.at[i + 1].is & IS_NOUN)) /* Malte Grothe, Chef der … */
                loose = i;
            continue;
        }
        if (loose == first && p->units.at[first].is & IS_NOUN)
            loose = LAUT_NONE;
        /* Als völlig überzogen bezeichnete Brandt das: rather what cannot be a participle */
        if (loose != LAUT_NONE && p->units.at[loose].is & IS_PARTICIPLE && !(is & (IS_PARTICIPLE | IS_INFINITIVE)))
            loose = LAUT_NONE;
        /* … morgen nach Berlin fahren (und dort bleiben): an infinitive at the end of a clause with such a verb */
        if (loose == LAUT_NONE && !(is & IS_INFINITIVE && !(is & IS_PARTICIPLE) && ends_or_joins(p, i, last) && i > first + 1 &&
                                    p->last != LAUT_NONE && p->governs))
            loose = i;
        if (loose == i && !(is & IS_PARTICIPLE)) {
            /* machen, fordern: finite unless a stricter candidate follows soon; Nähere Angaben zu dem Fall wollte …: or at all */
            bool adjective = i == first && is & IS_ADJ && i + 1 < last && p->units.at[i + 1].is & IS_NOUN;
            for (uint32_t k = i + 1; k < last && (adjective || k < i + 4); k++)
                if (p->units.at[k].is & IS_STRICT && p->units.at[k].is & IS_AUX && finite_at(p, first, last, k))
                    return k;
            return i;
        }
    }
    if (loose == LAUT_NONE)
        return LAUT_NONE;
    return loose;
}

/* The finite verb of a piece with the verb in the last place, or LAUT_NONE. What may follow it
 * without a comma (Nachfeld) begins with a preposition or a conjunction of comparison. */
static uint32_t final_verb(const parser *p, uint32_t first, uint32_t last)
{
    if (first == last)
        return LAUT_NONE;
    uint32_t end = last - 1, is = p->units.at[end].is;
    if (is & IS_FIN && finite_at(p, first, last, end)) {
        if (!(is & IS_STRICT)) /* wird … erwartet: a strict one in front is the verb */
            for (uint32_t i = first + 1; i < end; i++)
                if (p->units.at[i].is & IS_STRICT && p->units.at[i].is & IS_AUX)
                    return LAUT_NONE;
        return end;
    }
    if (is & IS_INFINITIVE) { /* hat kommen lassen: Ersatzinfinitiv */
        for (uint32_t i = end; i-- > first + 1 && p->units.at[i].is & IS_INFINITIVE && end - i < 3;)
            if (i > first && p->units.at[i - 1].is & IS_STRICT && p->units.at[i - 1].is & IS_AUX && i - 1 > first)
                return i - 1;
        return LAUT_NONE;
    }
    if (verbal(is)) /* sei gestorben: the verb came second */
        return LAUT_NONE;
    for (uint32_t i = end; i-- > first + 1;)
        if (p->units.at[i].is & IS_STRICT &&
            (p->units.at[i + 1].is & (IS_PREP | IS_SUB | IS_ZU) || p->units.at[i + 1].is & IS_AND))
            return i;
    /* Schichten, die nicht länger dauern als zehn Stunden: a form that may be an infinitive, before what it is compared with */
    for (uint32_t i = end; i-- > first + 2;)
        if (p->units.at[i].is & IS_FIN && !(p->units.at[i].is & (IS_PARTICIPLE | IS_NOUN | IS_ADJ | IS_CLOSED)) &&
            p->units.at[i + 1].is & IS_SUB && finite_at(p, first, last, i))
            return second_verb(p, first + 1, i) == LAUT_NONE ? i : LAUT_NONE;
    return LAUT_NONE;
}

/* Whether a participle with its noun stands there: (das von der Stadt) geplante Bad. */
static bool attribute_noun(const parser *p, uint32_t first, uint32_t last)
{
    bool noun = false;
    for (uint32_t i = first; i + 1 < last; i++) {
        if (noun && p->units.at[i].is & IS_ADJ && !(p->units.at[i].is & IS_CLOSED) && p->units.at[i + 1].is & IS_NOUN)
            return true;
        noun = p->units.at[i].is & IS_NOUN && !(p->units.at[i].is & IS_CLOSED);
    }
    return false;
}

/* Whether a finite verb stands in front of unit `final` with more than verbs between: a verb in second place; not in
 * words that are quoted there: an der „Freiheit ist da“ steht. */
static bool second_before(const parser *p, uint32_t first, uint32_t final)
{
    bool found = false;
    for (uint32_t i = first; i < final; i++) {
        uint32_t is = p->units.at[i].is;
        if (p->d->quote_of[p->units.at[i].token] != p->d->quote_of[p->units.at[final].token])
            continue;
        if (is & (IS_AND | IS_BUT) && !(is & (IS_ADV | IS_PARTICLE)))
            return false;
        if (found && !verbal(is))
            return true;
        found |= is & IS_STRICT && finite_at(p, first, final, i);
    }
    return false;
}

static bool has_infinitive(const parser *p, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i < last; i++)
        if (p->units.at[i].is & IS_ZUINF ||
            (p->units.at[i].is & IS_INFINITIVE && i > first && p->units.at[i - 1].is & IS_ZU))
            return true;
    return false;
}

static bool ends_in_infinitive(const parser *p, uint32_t first, uint32_t last)
{
    uint32_t is = p->units.at[last - 1].is;
    return is & IS_ZUINF || (is & IS_INFINITIVE && last - first > 1 && p->units.at[last - 2].is & IS_ZU);
}

/* ---------------------------------------------------------------- clauses */

static uint32_t new_clause(parser *p, lt_clause_kind kind, uint32_t parent)
{
    lt_document *d = p->d;
    lt_clause *c = lt_push(&d->arena, &d->clauses);
    building *b = lt_push(&d->arena, &p->building);
    if (!c || !b)
        return LAUT_NONE;
    *b = (building){0};
    *c = (lt_clause){.kind = kind, .sentence = p->sentence, .parent = parent, .link = LAUT_NONE,
                     .introducer = LAUT_NONE, .finite = LAUT_NONE, .verb = LAUT_NONE,
                     .report = LAUT_NONE};
    return d->clauses.count - 1;
}

static uint32_t closing_bracket(const lt_document *d, uint32_t i, uint32_t last)
{
    for (uint32_t k = i + 1; k < last && k < i + 40; k++)
        if (d->tokens.at[k].kind == LT_CLOSE)
            return k;
    return i;
}

/* Whether the words in these brackets were put into a quotation in place of others: „[Es gab keine Art], die …“,
 * „[Sie] sind in Gefahr“, but not „Das ist [lacht] gut“. */
static bool supplied(const lt_document *d, uint32_t open, uint32_t close)
{
    uint32_t q = d->quote_of[open];
    return d->text.bytes[d->tokens.at[open].begin] == '[' && q != LAUT_NONE &&
           (close > open + 2 || d->quotes.at[q].first + 1 == open);
}

static void add_piece(parser *p, uint32_t clause, uint32_t first, uint32_t last)
{
    lt_document *d = p->d;
    if (clause == LAUT_NONE || first == last)
        return;
    building *b = of(p, clause);
    lt_range *r = lt_push(&d->arena, &b->segments);
    if (!r)
        return;
    *r = (lt_range){p->units.at[first].token, p->units.at[last - 1].last};
    /* marks at its edges belong to it, if both do: das Blatt „Am Morgen“ */
    while (r->last < d->tokens.count && d->tokens.at[r->last].kind == LT_MARK && d->quote_of[r->last] != LAUT_NONE &&
           d->quotes.at[d->quote_of[r->last]].last == r->last + 1 &&
           d->quotes.at[d->quote_of[r->last]].first + 1 >= r->first && !d->quotes.at[d->quote_of[r->last]].whole)
        r->last++;
    if (r->last < d->tokens.count && d->tokens.at[r->last].kind == LT_OPEN) { /* X (SPD), … */
        uint32_t close = closing_bracket(d, r->last, d->sentences.at[p->sentence].last);
        if (close > r->last)
            r->last = close + 1;
    }
    while (r->first > 0 && d->tokens.at[r->first - 1].kind == LT_MARK && d->quote_of[r->first - 1] != LAUT_NONE &&
           d->quotes.at[d->quote_of[r->first - 1]].first == r->first - 1 &&
           d->quotes.at[d->quote_of[r->first - 1]].last <= r->last && !d->quotes.at[d->quote_of[r->first - 1]].whole)
        r->first--;
    for (uint32_t i = first; i < last; i++) {
        uint32_t *u = lt_push(&d->arena, &b->units);
        if (u)
            *u = i;
    }
    p->last = clause;
}

static void enter(parser *p, uint32_t clause)
{
    const building *b = of(p, clause);
    if (p->depth < LAUT_MAX_CLAUSES)
        p->stack[p->depth++] = clause;
    else if (b->segments.count)
        lt_truncate(p->d, LAUT_LIMIT_CLAUSES, b->segments.at[b->segments.count - 1].first,
                    b->segments.at[b->segments.count - 1].last);
}

/* The innermost clause that waits for its verb; `main` says which kind. */
static uint32_t waiting(const parser *p, bool main)
{
    for (uint32_t i = p->depth; i-- > 0;) {
        uint32_t c = p->stack[i];
        if (of(p, c)->waiting)
            return (p->d->clauses.at[c].kind == LT_MAIN) == main ? c : LAUT_NONE;
    }
    return LAUT_NONE;
}

/* Leave all clauses inside `clause`. */
static void leave_to(parser *p, uint32_t clause)
{
    while (p->depth && p->stack[p->depth - 1] != clause)
        p->depth--;
}

static void set_finite(parser *p, uint32_t clause, uint32_t u)
{
    if (clause == LAUT_NONE)
        return;
    p->d->clauses.at[clause].finite = u == LAUT_NONE ? LAUT_NONE : p->units.at[u].token;
    of(p, clause)->waiting = u == LAUT_NONE;
    if (u != LAUT_NONE)
        p->governs = takes_infinitive(p->d, p->units.at[u].token);
}

/* Nothing but noun phrases from unit `first` on; `joined` says whether a conjunction stands between. */
static bool only_nouns(const parser *p, uint32_t first, uint32_t last, uint32_t also, bool *joined)
{
    *joined = false;
    for (uint32_t i = first; i < last; i++) {
        uint32_t is = p->units.at[i].is;
        if (!(is & (IS_NOUN | IS_AND | also)) || is & (IS_STRICT | IS_QUOTE) || (is & IS_FIN && !(is & also)) ||
            (is & IS_CLOSED && !(is & (IS_AND | also))))
            return false;
        *joined |= (is & IS_AND) != 0;
    }
    return last > first && p->units.at[last - 1].is & IS_NOUN;
}

/* (die der Rat,) das Amt und der Verein bezahlten: from unit `from` on nothing but noun phrases, with a conjunction before the last,
 * up to a plural verb that ends the piece. */
static bool nouns_up_to_verb(const parser *p, uint32_t from)
{
    for (uint32_t end, pieces = 0; from < p->units.count && pieces < LT_MOST_PIECES; from = end, pieces++) {
        bool joined;
        if (!behind_comma(p, from))
            return false;
        end = next_piece(p, from);
        if (p->units.at[end - 1].is & IS_FIN && !(p->units.at[end - 1].is & IS_NOUN))
            return plural_at(p, end - 1) && only_nouns(p, from, end - 1, IS_DET | IS_ADJ | IS_PREP, &joined) && joined;
        if (!only_nouns(p, from, end, IS_DET | IS_ADJ | IS_PREP, &joined) || joined)
            return false;
    }
    return false;
}

/* Wie der Richter, Otto Brandt, sagte, habe …: the verb of the clause that unit k introduces follows
 * in a later piece, behind an apposition or a relative clause. */
static bool awaits_verb(const parser *p, const piece *s, uint32_t k)
{
    uint32_t from = s->last;
    if (s->before == LT_COLON || k + 1 >= s->last || second_verb(p, k + 1, s->last) != LAUT_NONE)
        return false;
    if (nouns_up_to_verb(p, s->last))
        return true;
    for (int pieces = 0; pieces < 3 && from < p->units.count; pieces++) {
        uint32_t end = next_piece(p, from);
        if (!(p->units.at[from].is & (IS_REL | IS_SUB) && final_verb(p, from, end) != LAUT_NONE && end - from > 1)) {
            uint32_t verb = second_verb(p, from, end);
            if (verb != LAUT_NONE)
                return verb + 1 == end && (end == p->units.count || p->units.at[end].is & IS_FIN);
        }
        from = end;
    }
    return false;
}

/* Ada Brandt, Leiterin des Amtes sagte: nothing but a name before the comma, and no second comma. */
static bool bare_name(const parser *p, uint32_t clause)
{
    const building *b = of(p, clause);
    uint32_t count = b->units.count;
    for (uint32_t i = 0; i < count; i++)
        if (p->units.at[b->units.at[i]].is & (IS_CLOSED | IS_QUOTE) || !(p->units.at[b->units.at[i]].is & IS_NOUN))
            return false;
    return b->segments.count == 1 && count > 1 && count < 5;
}

/* Die Minister Dänemarks, Polens und Lettlands sagten: nothing but nouns up to the verb. Der Wirt, der Koch und
 * die Köchin sagten: or noun phrases, if the verb is plural. */
static bool nouns_go_on(const parser *p, const piece *s, uint32_t verb)
{
    bool joined;
    return only_nouns(p, s->first, verb, plural_at(p, verb) ? IS_DET | IS_ADJ | IS_PREP : 0, &joined) && joined &&
           p->units.at[s->first - 1].is & IS_NOUN;
}

/* der Koch, sein Kollege Otto Grothe: nothing but one noun phrase that may be singular, up to the verb. */
static bool names_one(const parser *p, uint32_t first, uint32_t verb)
{
    bool joined;
    return only_nouns(p, first, verb, IS_DET | IS_ADJ, &joined) && !joined &&
           (!(p->units.at[first].is & IS_DET) || p->d->tokens.at[p->units.at[first].token].sum.det & 0x7777);
}

/* das Geld, but not das Pläne: the article can stand before that noun, as far as the noun is known. */
static bool agrees_with(const lt_document *d, uint32_t article, uint32_t noun)
{
    const lt_token *t = &d->tokens.at[noun];
    bool known = false;
    for (uint32_t k = 0; k < t->reading_count; k++) {
        const lt_reading *r = &d->readings.at[t->first_reading + k];
        if (r->category != LT_NOUN && r->category != LT_NAME)
            continue;
        if (!(r->features & LT_CASES) || !(r->features & LT_NUMBERS) || d->tokens.at[article].sum.det & lt_agreement_of(r->features))
            return true;
        known = true;
    }
    return !known;
}

/* (sie habe) versichert, niemanden getäuscht zu haben: some verb of the token reports. */
static bool may_report(const lt_document *d, uint32_t token)
{
    const lt_token *t = &d->tokens.at[token];
    uint32_t companions[LT_MAX_COMPANIONS], count;
    for (uint32_t k = 0; k < t->reading_count; k++) {
        const lt_reading *r = &d->readings.at[t->first_reading + k];
        if (r->category == LT_VERB && lt_find_report(d, r->lemma, NULL, 0, companions, &count) != LAUT_NONE)
            return true;
    }
    return false;
}

static bool reports(const parser *p, uint32_t u) { return may_report(p->d, p->units.at[u].token); }

/* der Rat, die Ärztin: one person or body, which as a noun in the singular needs the article at unit `article`. */
static bool is_one_party(const parser *p, uint32_t article)
{
    const lt_document *d = p->d;
    uint32_t noun = p->units.at[article + 1].token;
    for (uint32_t k = 0; k < d->tokens.at[noun].reading_count; k++) {
        const lt_reading *r = &d->readings.at[d->tokens.at[noun].first_reading + k];
        uint8_t type = r->category == LT_NOUN ? lt_entry_type(d->engine, r->entry) : LT_TYPE_THING;
        if ((type == LT_TYPE_PERSON || type == LT_TYPE_ORGANIZATION) &&
            d->tokens.at[p->units.at[article].token].sum.det & lt_agreement_of(r->features & ~(LT_F(gen) | LT_F(dat) | LT_F(acc) | LT_F(pl))))
            return true;
    }
    return false;
}

/* How many units an introducer takes from `first` on (auch wenn, in dem, so dass), and its kind;
 * 0 if there is none. */
static uint32_t introducer(const parser *p, const piece *s, lt_clause_kind *kind, uint32_t *at)
{
    uint32_t i = s->first, n = s->last;
    /* particles in front of a subordinator: auch wenn, nur weil, so dass, vor allem weil */
    for (uint32_t k = i; k < n && k < i + 3; k++) {
        uint32_t is = p->units.at[k].is;
        if (is & IS_SUB) {
            bool all_adverbs = true;
            for (uint32_t x = i; x < k; x++)
                all_adverbs &= p->units.at[x].is & (IS_ADV | IS_CLOSED) && !(p->units.at[x].is & (IS_DET | IS_NOUN | IS_FIN)) ? 1 : 0;
            if (!all_adverbs)
                break;
            if (is & IS_INF_SUB && k > i && p->units.at[k - 1].is & (IS_ADJ | IS_PRON)) /* rund um den Hafen; sich ohne Hilfe zu wehren */
                break;
            if (is & IS_PREP && !(is & IS_INF_SUB) && k + 1 < n && (p->units.at[k + 1].is & (IS_PREP | IS_ZU)) == (IS_PREP | IS_ZU)) /* bis zu 100 Orte seien bedroht */
                break;
            if (is & IS_PREP && !(is & IS_INF_SUB) && k + 1 < n && p->units.at[k + 1].is & IS_INTERROG) /* seit wann sie davon wisse */
                break;
            if (is & IS_PREP && !(is & IS_INF_SUB) && k + 3 < n && p->units.at[k + 1].is & IS_NUM && p->units.at[k + 2].is & IS_STRICT) /* bis 2040 fehlten nach … */
                break;
            if (is & IS_INF_SUB && has_infinitive(p, i, n)) {
                *kind = LT_INFINITIVE;
                *at = k;
                return k - i + 1;
            }
            if (is & IS_INF_SUB && k + 1 < n && p->units.at[k + 1].is & IS_ONLY_SUB && final_verb(p, k + 1, n) != LAUT_NONE) {
                *kind = LT_SUBORD; /* ohne dass etwas geschehe: of manner, no content */
                *at = k;
                return k - i + 2;
            }
            if (is & IS_INF_SUB) /* um Stein handelte: a preposition */
                break;
            uint32_t final = final_verb(p, k, n);
            bool inverted = k + 1 < n && p->units.at[k + 1].is & IS_STRICT && k + 2 < n &&
                            final != k + 1 && !(is & IS_ONLY_SUB);
            bool only = is & IS_ONLY_SUB;
            bool before = is & IS_PREP && final != LAUT_NONE && second_before(p, k + 1, final); /* bis Mai sollten Stellen besetzt werden */
            if (only || awaits_verb(p, s, k) || (final != LAUT_NONE && !inverted && !before)) {
                /* an ambiguous word needs its verb at the end */
                *kind = LT_SUBORD;
                *at = k;
                for (uint32_t x = 0; x < p->d->tokens.at[p->units.at[k].token].reading_count; x++)
                    if (p->d->readings.at[p->d->tokens.at[p->units.at[k].token].first_reading + x].features & LT_F(whether))
                        *kind = LT_QUESTION;
                return k - i + 1;
            }
        }
        if (!(is & (IS_ADV | IS_CLOSED)) || is & (IS_DET | IS_REL | IS_INTERROG))
            break;
    }
    uint32_t k = i;
    if (k + 1 < n && p->units.at[k].is & IS_PREP)
        k++;
    uint32_t is = p->units.at[k].is;
    uint32_t final = final_verb(p, k, n);
    if (is & IS_INTERROG && final != LAUT_NONE && final > k &&
        !(k + 1 < n && p->units.at[k + 1].is & IS_STRICT && final != k + 1)) {
        *kind = is & IS_REL && s->before == LT_COMMA && !(is & IS_ADV) ? LT_RELATIVE : LT_QUESTION;
        *at = k;
        return k - i + 1;
    }
    /* Gerüchte, wonach der Wirt den Saal, der leer steht, verkauft */
    if (is & IS_INTERROG && is & IS_ADV && final == LAUT_NONE && awaits_verb(p, s, k)) {
        *kind = LT_QUESTION;
        *at = k;
        return k - i + 1;
    }
    if (is & IS_REL && (s->before == LT_COMMA || s->coordinated) && k + 1 < n) {
        uint32_t next = p->units.at[k + 1].is;
        bool joined;
        /* (die der Rat,) das Amt und der Verein bezahlten */
        if (final != LAUT_NONE && k == i && final + 1 == n && waiting(p, false) != LAUT_NONE && plural_at(p, final) &&
            only_nouns(p, i, final, IS_DET | IS_ADJ | IS_PREP, &joined) && joined)
            return 0;
        if (final == LAUT_NONE && next & (IS_DET | IS_PROPER) && second_verb(p, k + 1, n) == LAUT_NONE && nouns_up_to_verb(p, n)) {
            *kind = LT_RELATIVE;
            *at = k;
            return k - i + 1;
        }
        bool det_noun = is & IS_DET && next & (IS_NOUN | IS_ADJ) && !(next & (IS_FIN | IS_CLOSED));
        det_noun |= is & IS_DET && next & IS_NUM && final == LAUT_NONE; /* am Freitag, dem 13. Oktober, mit */
        if (final != LAUT_NONE && final > k) {
            /* die ziehen nach Norden: the verb comes second, more follows: a main clause */
            if (final == k + 1 && final + 1 < n)
                return 0;
            /* Wer leiht, der fragt: it takes up who */
            if (final == k + 1 && k == i && p->last != LAUT_NONE && p->last == p->first_clause && p->d->clauses.at[p->last].kind == LT_QUESTION)
                return 0;
            /* mit dem Gesetz solle die Stadt geschützt werden */
            if (second_before(p, k + 1, final))
                return 0;
            /* mit der Begründung, auf der Linie säßen im Schnitt zwei Leute: an article, and more behind the verb */
            if (k > i && det_noun && k + 2 == final && final + 1 < n && !(p->units.at[final + 1].is & IS_AND) &&
                finite_features(p->d, p->units.at[final].token, false) & (LT_F(subj1) | LT_F(subj2)) &&
                agrees_with(p->d, p->units.at[k].token, p->units.at[k + 1].token))
                return 0;
            bool second = k == i && next & IS_STRICT && final != k + 1 && !(next & IS_CLOSED);
            /* …, die Hirten schliefen in einer Scheune: article and noun, and no noun in front
             * that the pronoun could take up */
            bool noun_before = i > 0 && p->units.at[i - 1].is & IS_NOUN && !(p->units.at[i - 1].is & IS_FIN && p->units.at[i - 1].is & IS_CLOSED);
            bool phrase_first = k == i && is & IS_DET && next & (IS_NOUN | IS_ADJ | IS_NUM) && !(next & (IS_FIN | IS_CLOSED) && !(next & IS_NUM));
            if (phrase_first && next & IS_NOUN && !(next & IS_ADJ) && !agrees_with(p->d, p->units.at[i].token, p->units.at[i + 1].token))
                phrase_first = false; /* das Werk, das Pläne habe */
            if (phrase_first && !(next & (IS_NOUN | IS_NUM)) && k + 2 == final && s->before == LT_COMMA && i > 0 && p->units.at[i - 1].is & IS_NOUN)
                phrase_first = false; /* das Haus, das leer stehe: no noun */
            /* er sagte, das von der Stadt geplante Bad koste viel */
            phrase_first |= k == i && is & IS_DET && next & IS_PREP && attribute_noun(p, k + 2, final);
            /* Ada Brandt, die Leiterin des Amtes sagte: no second comma, and the main verb is here */
            uint32_t open = waiting(p, true);
            if (phrase_first && open != LAUT_NONE && bare_name(p, open) &&
                !(s->last < p->units.count && p->units.at[s->last].is & IS_FIN))
                return 0;
            /* Der Wirt, der Koch und die Köchin sagten */
            if (phrase_first && open != LAUT_NONE && k == i && final + 1 == n && plural_at(p, final) &&
                only_nouns(p, i, final, IS_DET | IS_ADJ | IS_PREP, &joined) && joined &&
                !(s->last < p->units.count && p->units.at[s->last].is & IS_FIN))
                return 0;
            if (second || (phrase_first && (!noun_before || (final + 1 < n && !(p->units.at[final + 1].is & IS_AND)))))
                return 0;
            /* er sagte, der Plan scheitere */
            if (phrase_first && p->last != LAUT_NONE && p->units.at[final].is & IS_STRICT) {
                uint64_t f = finite_features(p->d, p->units.at[final].token, false);
                if (f & LT_F(subj1))
                    return 0;
            }
            /* Sie klagen über die Idee, der Rat fordert, dass … */
            if (phrase_first && final == k + 2 && final + 1 == n && n < p->units.count && !plural_at(p, final) && is_one_party(p, k) && reports(p, final))
                return 0;
            *kind = LT_RELATIVE;
            *at = k;
            return k - i + 1;
        }
        if (final == LAUT_NONE && second_verb(p, k + 1, n) == LAUT_NONE && !det_noun &&
            !has_infinitive(p, k, n) && is & IS_PRON) {
            *kind = LT_RELATIVE;
            *at = k;
            return k - i + 1;
        }
    }
    if (is & IS_REL && s->before == LT_COMMA && k + 1 == n && is & IS_PRON) {
        *kind = LT_RELATIVE; /* der, wie er sagte, kam */
        *at = k;
        return k - i + 1;
    }
    return 0;
}

/* Which main clause a coordinated one goes with: the last one of the same mood. Sie sagte, der Plan sei
 * gut, und kündigte eine Prüfung an. */
static uint32_t partner(const parser *p, uint32_t clause, uint32_t finite)
{
    const lt_document *d = p->d;
    const uint64_t mood = LT_F(subj1) | LT_F(subj2);
    bool reported = finite_features(d, p->units.at[finite].token, false) & mood;
    uint32_t last = LAUT_NONE;
    for (uint32_t k = clause; k-- > p->first_clause;) {
        const lt_clause *o = &d->clauses.at[k];
        if (o->kind != LT_MAIN || o->finite == LAUT_NONE)
            continue;
        if (last == LAUT_NONE)
            last = k;
        if (((finite_features(d, o->finite, false) & mood) != 0) == reported)
            return k;
    }
    return last;
}

/* Whether a verb of that token takes the prefix: wirft … vor. */
static bool takes_prefix(const lt_document *d, uint32_t verb, uint32_t prefix)
{
    const lt_token *t = &d->tokens.at[verb];
    for (uint32_t k = 0; k < t->reading_count; k++) {
        const lt_reading *r = &d->readings.at[t->first_reading + k];
        if (r->category == LT_VERB && lt_join_prefix(d->engine, d->tokens.at[prefix].form, r->lemma) != LT_NO_WORD)
            return true;
    }
    return false;
}

/* Whether unit u is the separated prefix of the clause's finite verb, at the end of what stands between marks. */
static bool prefix_of(const parser *p, uint32_t clause, uint32_t u)
{
    const lt_document *d = p->d;
    uint32_t finite = d->clauses.at[clause].finite;
    if (finite == LAUT_NONE || u >= p->units.count)
        return false;
    uint32_t token = p->units.at[u].token;
    return !(token + 1 < d->tokens.count && d->tokens.at[token + 1].kind == LT_WORD) &&
           lt_is_prefix(d->engine, d->tokens.at[token].form) && takes_prefix(d, finite, token);
}

/* Whether the clause still waits for the right bracket that unit u, the last one of its piece, is: its separated
 * prefix, or the participle or infinitive of its auxiliary. */
static bool lacks(const parser *p, uint32_t clause, uint32_t u)
{
    uint32_t finite = p->d->clauses.at[clause].finite;
    if (p->units.at[u].is & (IS_PARTICIPLE | IS_INFINITIVE)) {
        const building *b = of(p, clause);
        bool auxiliary = false, behind = false;
        for (uint32_t i = 0; i < b->units.count; i++) {
            uint32_t is = p->units.at[b->units.at[i]].is;
            if (behind && is & (IS_PARTICIPLE | IS_INFINITIVE | IS_ZUINF) && !(is & (IS_ADJ | IS_NOUN | IS_CLOSED)))
                return false;
            if (p->units.at[b->units.at[i]].token == finite)
                behind = true, auxiliary = is & IS_AUX;
        }
        return auxiliary;
    }
    return prefix_of(p, clause, u);
}

static bool closed(const parser *p, uint32_t clause) { return !of(p, clause)->waiting; }

/* The clause that a piece without a finite verb goes on with: `to`, unless the piece ends with the right bracket of
 * a main clause in front of it: warf ihm, nachdem er ging, Betrug vor; wies den Vorwurf, er habe Angst, zurück. */
static uint32_t bracketed(const parser *p, uint32_t to, const piece *s)
{
    const lt_document *d = p->d;
    const lt_clause *c = &d->clauses.at[to];
    uint32_t end = s->last - 1;
    bool behind = c->verb_last && closed(p, to) &&
                  (p->units.at[end].is & (IS_PARTICIPLE | IS_INFINITIVE) ||
                   (s->last - s->first == 1 && lt_is_prefix(d->engine, d->tokens.at[p->units.at[end].token].form)));
    bool around = c->kind == LT_MAIN && !lacks(p, to, end);
    for (uint32_t k = behind || around ? to : p->first_clause; k-- > p->first_clause;)
        if (d->clauses.at[k].kind == LT_MAIN && d->clauses.at[k].finite != LAUT_NONE && (behind || lacks(p, k, end)))
            return k;
    return to;
}

/* Whether a finite verb beyond doubt stands in front of the piece's last unit. */
static bool has_finite(const parser *p, const piece *s)
{
    for (uint32_t i = s->first; i + 1 < s->last; i++)
        if (p->units.at[i].is & IS_STRICT && finite_at(p, s->first, s->last, i))
            return true;
    return false;
}

static bool tells_so(const parser *p, uint32_t clause);

/* Die Stadt könne, sagte sie, im Herbst beginnen: the clause around an inserted frame that waits for the right
 * bracket that the piece ends with, or LAUT_NONE. */
static uint32_t around_frame(const parser *p, const piece *s)
{
    const lt_document *d = p->d;
    uint32_t end = s->last - 1, frame = p->last;
    if (frame == LAUT_NONE || s->before != LT_COMMA || s->coordinated || ends_in_infinitive(p, s->first, s->last) ||
        !(d->clauses.at[frame].verb_first || tells_so(p, frame)) ||
        d->clauses.at[frame].kind != LT_MAIN || d->clauses.at[frame].coordinated || d->clauses.at[frame].finite == LAUT_NONE)
        return LAUT_NONE;
    uint32_t to = d->clauses.at[frame].parent;
    if (to == LAUT_NONE || d->clauses.at[to].kind != LT_MAIN || d->clauses.at[to].finite == LAUT_NONE ||
        !(p->units.at[end].is & (IS_PARTICIPLE | IS_INFINITIVE)) || !lacks(p, to, end))
        return LAUT_NONE;
    if (has_finite(p, s))
        return LAUT_NONE;
    return to;
}

/* Daran habe man sich gehalten, sagte Ada Brandt, die den Streit bedauert: the clause around the frame has its participle. */
static bool has_participle(const parser *p, uint32_t clause)
{
    const building *b = of(p, clause);
    uint32_t is = b->units.count ? p->units.at[b->units.at[b->units.count - 1]].is : 0;
    return is & IS_PARTICIPLE && !(is & (IS_NOUN | IS_CLOSED));
}

/* … bedroht haben, … verkauft werden: a participle and the infinitive of its auxiliary end the piece, and no other finite
 * verb stands in it. */
static bool ends_in_complex(const parser *p, uint32_t first, uint32_t last)
{
    const uint32_t helps = IS_HELPS | IS_INFINITIVE;
    if (last - first < 2 || last - first > LT_MOST_UNITS || (p->units.at[last - 1].is & helps) != helps || !(p->units.at[last - 2].is & IS_PARTICIPLE))
        return false;
    for (uint32_t i = first; i + 2 < last; i++)
        if (p->units.at[i].is & IS_STRICT && finite_at(p, first, last, i))
            return false;
    return true;
}

/* The same, up to the end or to a conjunction in it: Geld genommen und sie bedroht haben und geflohen sein. */
static bool complex_behind(const parser *p, uint32_t first, uint32_t last)
{
    for (uint32_t end = first + 2; end <= last && end < first + LT_MOST_UNITS; end++)
        if ((end == last || p->units.at[end].is & IS_AND) && ends_in_complex(p, first, end))
            return true;
    return false;
}

/* soll die Frau geschlagen (und bedroht haben), soll in Kiel (und Bonn gelebt haben): a modal verb, and behind it no infinitive, and
 * a participle or a noun that ends what is there, by units from `finite` on. */
static bool lacks_auxiliary(const parser *p, uint32_t finite, uint32_t last)
{
    if (last > finite + LT_MOST_UNITS)
        return false;
    for (uint32_t i = finite + 1; i < last; i++)
        if (p->units.at[i].is & IS_INFINITIVE && !(p->units.at[i].is & (IS_PARTICIPLE | IS_NOUN | IS_CLOSED)))
            return false;
    uint32_t end = p->units.at[last - 1].is;
    return last > finite + 1 && takes_infinitive(p->d, p->units.at[finite].token) && end & (IS_PARTICIPLE | IS_NOUN | IS_NUM | IS_ADJ) && !(end & IS_CLOSED);
}

/* (Akten) vernichtet zu haben */
static bool ends_in_past_infinitive(const parser *p, uint32_t first, uint32_t last)
{
    return last - first > 2 && ends_in_infinitive(p, first, last) && p->units.at[last - 1].is & IS_HELPS && p->units.at[last - 3].is & IS_PARTICIPLE;
}

/* dass Parks saniert, Bäder gebaut und Gärten geöffnet werden; Akten vernichtet, Geld genommen zu haben: whether the piece
 * ends with a participle whose auxiliary, finite or an infinitive with zu, ends a later piece. */
static bool auxiliary_ahead(const parser *p, const piece *s, bool infinitive)
{
    uint32_t end = p->units.at[s->last - 1].is;
    if (!(end & IS_PARTICIPLE) || end & (IS_STRICT | IS_NOUN | IS_CLOSED) || (infinitive && reports(p, s->last - 1)))
        return false;
    for (uint32_t first = s->last, last, pieces = 0; first < p->units.count && pieces < LT_MOST_PIECES; first = last, pieces++) {
        lt_clause_kind kind;
        uint32_t at;
        last = next_piece(p, first);
        piece next = {.first = first, .last = last, .before = LT_COMMA};
        if (!behind_comma(p, first) || introducer(p, &next, &kind, &at))
            return false;
        if (infinitive && ends_in_past_infinitive(p, first, last))
            return true;
        end = p->units.at[last - 1].is;
        bool verb = false;
        for (uint32_t i = first; i + 1 < last; i++)
            verb |= p->units.at[i].is & IS_STRICT && finite_at(p, first, last, i);
        if (verb || last - first < 2)
            return false;
        if (!infinitive && end & IS_AUX && p->units.at[last - 2].is & IS_PARTICIPLE) {
            for (uint32_t k = p->first_clause; k < p->d->clauses.count; k++) /* soll das Haus, das ihm gehört, angeboten haben */
                if (p->d->clauses.at[k].kind == LT_MAIN && lacks(p, k, last - 1))
                    return false;
            return true;
        }
        if (!(end & IS_PARTICIPLE) || end & IS_STRICT)
            return false;
    }
    return false;
}

/* Man werde die Parks sanieren: a main clause whose modal verb has its infinitive, at its end. */
static bool has_own_infinitive(const parser *p, uint32_t clause)
{
    const lt_clause *c = &p->d->clauses.at[clause];
    const building *b = of(p, clause);
    uint32_t is = b->units.count ? p->units.at[b->units.at[b->units.count - 1]].is : 0;
    return c->kind == LT_MAIN && c->finite != LAUT_NONE && takes_infinitive(p->d, c->finite) && is & IS_INFINITIVE && !(is & (IS_NOUN | IS_CLOSED));
}

/* Whether a main clause has an auxiliary and its participle, so that a second one may go with it. */
static bool shares_auxiliary(const parser *p, uint32_t clause)
{
    const lt_clause *c = &p->d->clauses.at[clause];
    return c->kind == LT_MAIN && c->finite != LAUT_NONE && p->d->tokens.at[c->finite].sum.is & IS_AUX && has_participle(p, clause);
}

/* The clause that a dependent one belongs to: the last one in which something happened. */
static uint32_t host(const parser *p) { return p->last; }

/* The unit in front of a piece, or of the right bracket there: ließ Ada Brandt wissen, die Leiterin; teilte sie mit, die … */
static uint32_t unit_before(const parser *p, const piece *s)
{
    uint32_t u = s->first - 1, is = p->units.at[u].is;
    bool bracket = !(is & IS_NOUN) && (is & (IS_INFINITIVE | IS_PARTICIPLE) || lt_is_prefix(p->d->engine, p->d->tokens.at[p->units.at[u].token].form));
    return u && bracket && p->units.at[u].token == p->units.at[u - 1].token + 1 ? u - 1 : u;
}

/* Der Damm breche, sagte Ada Brandt, die Leiterin des Amtes: the name that stands in front gets told what she is. */
static bool tells_what(const parser *p, const piece *s)
{
    const lt_document *d = p->d;
    uint32_t noun = s->first, is = p->units.at[s->first].is;
    uint32_t name = unit_before(p, s), before = p->units.at[name].is;
    bool named = before & IS_PROPER || (before & IS_NOUN && name > 0 && p->units.at[name - 1].is & IS_GIVEN);
    bool joined;
    if (!named && before & IS_NOUN && !(before & IS_CLOSED) && s->last - s->first > 1 && is & IS_GIVEN)
        return only_nouns(p, s->first, s->last, 0, &joined) && !joined; /* sagte die Leiterin des Amtes, Ada Brandt */
    if (!named || is & IS_QUOTE)
        return false;
    if (s->last - s->first == 1 && is & IS_NUM)
        return true; /* Ada Brandt, 54, */
    if (is & IS_DET) {
        if (!lt_reads(d, p->units.at[s->first].token, LT_DET, LT_F(def) | LT_F(nom)))
            return false;
        for (noun++; noun < s->last && p->units.at[noun].is & IS_ADJ && !(p->units.at[noun].is & IS_NOUN); noun++) {}
    }
    if (noun == s->last || !(p->units.at[noun].is & IS_NOUN))
        return false;
    const lt_token *t = &d->tokens.at[p->units.at[noun].token];
    bool person = false, singular = false;
    for (uint32_t k = 0; k < t->reading_count; k++) {
        const lt_reading *r = &d->readings.at[t->first_reading + k];
        person |= r->category == LT_NOUN && r->entry != LAUT_NONE && lt_entry_type(d->engine, r->entry) == LT_TYPE_PERSON;
        singular |= r->category == LT_NOUN && r->features & LT_F(sg);
    }
    return person && singular;
}

/* Das sei falsch, sagte Ada Brandt, Leiterin des Amtes, am Montag: whether a piece without a verb goes on
 * with the frame, since the clause around it was complete. Es brenne, sagten Wirt, Koch und Köchin. */
static bool apposition(parser *p, uint32_t frame, const piece *s)
{
    bool joined;
    if (p->d->clauses.at[frame].finite != LAUT_NONE && p->units.at[s->first - 1].is & IS_NOUN &&
        (finite_features(p->d, p->d->clauses.at[frame].finite, false) & LT_NUMBERS) == LT_F(pl) &&
        only_nouns(p, s->first, s->last, IS_DET | IS_ADJ | IS_PREP, &joined) && joined)
        return true;
    const building *b = of(p, frame), *outer = of(p, p->d->clauses.at[frame].parent);
    if (b->segments.count > 1)
        return true;
    uint32_t before = p->units.at[unit_before(p, s)].is, is = p->units.at[s->first].is;
    uint32_t u = outer->units.count ? outer->units.at[outer->units.count - 1] : 0;
    const lt_clause *around = &p->d->clauses.at[p->d->clauses.at[frame].parent];
    return outer->units.count && (around->verb_last || p->units.at[u].token != around->finite || tells_what(p, s)) && before & IS_NOUN && !(before & IS_CLOSED) &&
           is & (IS_NOUN | IS_DET) && !(is & (IS_ADV | IS_PREP | IS_AND | IS_BUT));
}

/* Mit den Worten „Der Bau ist ein Skandal“ eröffnete sie …: the verb behind the words of somebody else, if one
 * stands right there, and not the verb among them. */
static uint32_t outside(const parser *p, const piece *s, uint32_t verb)
{
    const lt_document *d = p->d;
    uint32_t q = verb == LAUT_NONE ? LAUT_NONE : d->quote_of[p->units.at[verb].token];
    if (q == LAUT_NONE || q == d->quote_of[p->units.at[s->first].token])
        return verb;
    uint32_t behind = verb;
    while (behind < s->last && p->units.at[behind].token < d->quotes.at[q].last)
        behind++;
    return behind < s->last && finite_at(p, behind, s->last, behind) ? behind : verb;
}

/* Belege dafür, so Brandt, habe sie nicht: a noun that looks like a verb, and the verb behind the second comma. */
static bool verb_behind_insertion(const parser *p, const piece *s)
{
    enum { INSERTED = 8 };
    const unit *u = p->units.at;
    if (s->before != LT_STOP || u[s->first].is & IS_STRICT || !(u[s->first].is & IS_NOUN) || s->last - s->first < 2)
        return false;
    for (uint32_t k = s->last + 1; k < p->units.count && k <= s->last + INSERTED; k++)
        if (p->d->tokens.at[u[k].token - 1].kind == LT_COMMA)
            return p->d->tokens.at[u[s->last].token - 1].kind == LT_COMMA && u[k].is & IS_FIN && u[k].is & IS_STRICT &&
                   second_verb(p, s->last, k) == LAUT_NONE;
    return false;
}

/* Die Stadt kauft, wie das Amt mitteilte, den Park: a clause of manner that is complete. */
static bool tells_how(const parser *p, uint32_t clause)
{
    const lt_document *d = p->d;
    const lt_clause *c = &d->clauses.at[clause];
    const building *b = of(p, clause);
    if (c->kind != LT_SUBORD || c->introducer == LAUT_NONE || c->finite == LAUT_NONE ||
        p->units.at[b->units.at[b->units.count - 1]].token != c->finite ||
        !(finite_features(d, c->finite, false) & LT_F(ind))) /* wie wichtig es sei, ihn zu kaufen */
        return false;
    return lt_reads(d, c->introducer, LT_SUB, LT_F(manner));
}

/* so sagt sie, das sagt sie: what the unit points at may be the clause around. */
static bool points_back(const parser *p, uint32_t u)
{
    return p->units.at[u].is & IS_ADV || lt_reads(p->d, p->units.at[u].token, LT_PRON, LT_F(dem) | LT_F(acc) | LT_F(n));
}

/* so heißt es im Amt, das räumt sie ein: an adverb or pronoun, and a verb that reports, by those units. */
static bool reports_so(const parser *p, const uint32_t *units, uint32_t unit_count)
{
    enum { REACH = 8 }; /* units behind the verb that may belong to it: im, es */
    const lt_document *d = p->d;
    if (unit_count < 3 || !points_back(p, units[0]))
        return false;
    uint32_t verb = p->units.at[units[1]].token, end = p->units.at[units[unit_count - 1]].token;
    bool split = lt_is_prefix(d->engine, d->tokens.at[end].form);     /* räumte er ein */
    bool passive = p->units.at[units[unit_count - 1]].is & IS_PARTICIPLE; /* wird im Dorf erzählt */
    uint32_t behind[REACH], n = 0, companions[LT_MAX_COMPANIONS], count;
    for (uint32_t i = 2; i < unit_count && n < REACH; i++)
        behind[n++] = p->units.at[units[i]].token;
    const lt_token *t = &d->tokens.at[passive ? end : verb];
    for (uint32_t k = 0; k < t->reading_count; k++) {
        const lt_reading *r = &d->readings.at[t->first_reading + k];
        lt_word joined = split ? lt_join_prefix(d->engine, d->tokens.at[end].form, r->lemma) : LT_NO_WORD;
        if (r->category == LT_VERB && (passive || r->features & LT_F(ind)) &&
            lt_find_report(d, joined != LT_NO_WORD ? joined : r->lemma, behind, n, companions, &count) != LAUT_NONE)
            return true;
    }
    return false;
}

/* Die Stadt kauft, so heißt es im Amt, den Park. */
static bool tells_so(const parser *p, uint32_t clause)
{
    const lt_clause *c = &p->d->clauses.at[clause];
    const building *b = of(p, clause);
    return c->kind == LT_MAIN && !c->coordinated && c->finite != LAUT_NONE && b->units.count > 2 &&
           p->units.at[b->units.at[1]].token == c->finite && reports_so(p, b->units.at, b->units.count);
}

/* The same of a piece: das Land, so heißt es im Amt, verlangt eine Antwort. */
static bool piece_tells_so(const parser *p, const piece *s)
{
    enum { MAX_UNITS = 24 };
    uint32_t units[MAX_UNITS], count = 0;
    for (uint32_t u = s->first; u < s->last && count < MAX_UNITS; u++)
        units[count++] = u;
    return reports_so(p, units, count);
}

/* so schildert es eine Patientin, Ilse Brede, …: a given name and others behind what somebody is. */
static bool names_who(const parser *p, const piece *s)
{
    bool joined;
    uint32_t before = p->units.at[s->first - 1].is;
    return before & IS_NOUN && !(before & (IS_PROPER | IS_CLOSED)) && s->last - s->first > 1 && s->last < p->units.count &&
           p->units.at[s->first].is & IS_GIVEN && only_nouns(p, s->first, s->last, 0, &joined) && !joined;
}

/* Whether a frame stands in the middle of the clause around it, which goes on behind it. */
static bool interrupts(const parser *p, uint32_t clause)
{
    const lt_document *d = p->d;
    const lt_clause *c = &d->clauses.at[clause];
    const building *b = of(p, clause);
    uint32_t around = c->parent == LAUT_NONE || !b->units.count ? LAUT_NONE : d->clauses.at[c->parent].finite;
    uint32_t first = b->units.count ? p->units.at[b->units.at[0]].token : 0;
    return around != LAUT_NONE && around < first && d->tokens.at[first - 1].kind == LT_COMMA &&
           (tells_how(p, clause) || tells_so(p, clause));
}

/* Er wird den Park nicht, wie geplant, verkaufen; anders als sein Vorgänger: a comparison that has no verb, and whose
 * clause around it is a main clause. */
static bool compares(const parser *p, uint32_t clause)
{
    const lt_document *d = p->d;
    const lt_clause *c = &d->clauses.at[clause];
    if (c->kind != LT_SUBORD || c->finite != LAUT_NONE || c->introducer == LAUT_NONE || c->parent == LAUT_NONE ||
        d->clauses.at[c->parent].kind != LT_MAIN || of(p, clause)->segments.count > 1)
        return false;
    return lt_reads(d, c->introducer, LT_SUB, LT_F(manner)) || lt_reads(d, c->introducer, LT_CONJ, LT_F(comp));
}

/* Die Stadt will den Park, den alle lieben, verkauft haben; hat den Park, weil er alt ist, verkauft: the main clause
 * around a finished one that waits for the right bracket that the piece ends with, even if it looks finite;
 * or LAUT_NONE. */
static uint32_t around_dependent(const parser *p, const piece *s)
{
    const lt_document *d = p->d;
    uint32_t end = s->last - 1, inner = p->last;
    if (inner == LAUT_NONE || s->before != LT_COMMA || s->coordinated || ends_in_infinitive(p, s->first, s->last) ||
        !d->clauses.at[inner].verb_last || !(p->units.at[end].is & (IS_PARTICIPLE | IS_INFINITIVE)) ||
        (!compares(p, inner) && (!closed(p, inner) || waiting(p, false) != LAUT_NONE)))
        return LAUT_NONE;
    if (has_finite(p, s))
        return LAUT_NONE;
    for (uint32_t k = inner; k-- > p->first_clause;) {
        const lt_clause *c = &d->clauses.at[k];
        bool frame = c->parent != LAUT_NONE && ((c->verb_first && !c->coordinated) || tells_so(p, k)); /* Man werde, heißt es, den Park, sobald es geht, öffnen */
        if (c->kind == LT_MAIN && c->finite != LAUT_NONE && (lacks(p, k, end) || !frame))
            return lacks(p, k, end) ? k : LAUT_NONE;
    }
    return LAUT_NONE;
}

/* (den) Vorwurf, (er lüge): the unit is a noun that has a content. */
static bool has_content(const parser *p, uint32_t u)
{
    const lt_token *t = &p->d->tokens.at[p->units.at[u].token];
    for (uint32_t k = 0; k < t->reading_count; k++) {
        const lt_reading *r = &p->d->readings.at[t->first_reading + k];
        if (r->category == LT_NOUN && lt_entry_has(p->d->engine, r->entry, LT_HAS(kind, content)))
            return true;
    }
    return false;
}

/* Sie nannte den Vorwurf, er lüge, (absurd; „absurd“); hielt ihn (für absurd); bezeichnete ihn (als absurd); wies ihn (entschieden
 * zurück): the main clause around the content of its noun that the piece goes on with, or LAUT_NONE. */
static uint32_t around_content(const parser *p, const piece *s)
{
    const lt_document *d = p->d;
    uint32_t inner = p->last, end = s->last - 1;
    uint32_t outer = inner == LAUT_NONE || !closed(p, inner) ? LAUT_NONE : d->clauses.at[inner].parent;
    if (outer == LAUT_NONE || s->before != LT_COMMA || s->coordinated || d->clauses.at[outer].kind != LT_MAIN || d->clauses.at[outer].finite == LAUT_NONE)
        return LAUT_NONE;
    const building *b = of(p, outer);
    uint32_t last = b->segments.at[b->segments.count - 1].last;
    bool content = false;
    for (uint32_t i = b->units.count; i-- > 0 && b->units.count - i < LT_MOST_UNITS && p->units.at[b->units.at[i]].token > d->clauses.at[outer].finite && !content;)
        content = has_content(p, b->units.at[i]);
    if (!content || d->tokens.at[last].kind != LT_COMMA || of(p, inner)->segments.at[0].first != last + 1 || has_finite(p, s))
        return LAUT_NONE;
    if (prefix_of(p, outer, end))
        return outer;
    uint32_t first = p->units.at[s->first].is, q = d->quote_of[p->units.at[s->first].token];
    bool judged = p->units.at[end].is & IS_ADJ && !(p->units.at[end].is & (IS_NOUN | IS_STRICT));
    bool quoted = q != LAUT_NONE && d->quotes.at[q].last == p->units.at[end].last + 1;
    bool like = lt_reads(d, p->units.at[s->first].token, LT_CONJ, LT_F(comp));
    for (uint32_t i = s->first + 1; i < end; i++)
        judged &= first & IS_PREP || !(p->units.at[i].is & IS_NOUN);
    return like || quoted || (judged && (first & IS_PREP || !(first & (IS_DET | IS_NOUN)))) ? outer : LAUT_NONE;
}

/* denen er vorwirft, Leute zu täuschen: the clause has a verb that reports, to which an infinitive with a noun of its own belongs. */
static bool takes_own_infinitive(const parser *p, uint32_t clause, const piece *s)
{
    uint32_t finite = p->d->clauses.at[clause].finite;
    bool noun = false;
    for (uint32_t i = s->first; i < s->last; i++)
        noun |= (p->units.at[i].is & IS_NOUN) != 0;
    return noun && finite != LAUT_NONE && may_report(p->d, finite);
}

/* Er versprach, das Haus, das leer steht, zu kaufen; er sagte, das Haus, das leer steht, sei alt: what stands in front of
 * the clause inside `clause` went to the main clause before, and goes over. Whether there was anything. */
static bool take_begin(parser *p, uint32_t clause, const piece *s)
{
    lt_document *d = p->d;
    uint32_t inner = d->clauses.at[clause].parent, outer = inner == LAUT_NONE ? LAUT_NONE : d->clauses.at[inner].parent;
    bool condition = inner != LAUT_NONE && d->clauses.at[inner].kind == LT_SUBORD && d->clauses.at[inner].verb_first; /* sollte er gehen */
    bool complement = inner != LAUT_NONE && d->clauses.at[inner].kind == LT_MAIN && !d->clauses.at[inner].coordinated && /* der Vorwurf, er lüge, (sei falsch) */
                      d->clauses.at[inner].finite != LAUT_NONE && finite_features(d, d->clauses.at[inner].finite, false) & (LT_F(subj1) | LT_F(subj2));
    if (outer == LAUT_NONE || d->clauses.at[clause].coordinated || !(d->clauses.at[inner].verb_last || condition || complement) || !closed(p, inner) ||
        d->clauses.at[inner].kind == LT_INFINITIVE || !of(p, inner)->segments.count ||
        (d->clauses.at[clause].kind == LT_INFINITIVE && takes_own_infinitive(p, inner, s)))
        return false;
    building *b = of(p, outer);
    uint32_t finite = d->clauses.at[outer].finite, begin = b->segments.count ? b->segments.at[b->segments.count - 1].first : 0;
    if (b->segments.count < 2 || finite == LAUT_NONE || finite >= begin || d->tokens.at[begin - 1].kind != LT_COMMA ||
        b->segments.at[b->segments.count - 1].last + 1 != of(p, inner)->segments.at[0].first ||
        begin != b->segments.at[b->segments.count - 2].last + 1)
        return false;
    uint32_t k = b->units.count;
    while (k && p->units.at[b->units.at[k - 1]].token >= begin)
        k--;
    uint32_t first = b->units.at[k], last = b->units.at[b->units.count - 1] + 1;
    if (!(p->units.at[first].is & (IS_DET | IS_PREP | IS_ADJ | IS_NUM | IS_NOUN)) || p->units.at[first].is & (IS_ADV | IS_PARTICIPLE) || !(p->units.at[last - 1].is & IS_NOUN))
        return false;
    b->segments.count--;
    b->units.count = k;
    add_piece(p, clause, first, last);
    d->clauses.at[clause].parent = outer;
    d->clauses.at[inner].parent = clause;
    return true;
}

/* Steuern, Abgaben und Zölle; in Parks und in Gärten: the piece goes on as a list does, nouns with a conjunction before
 * anything else. */
static bool lists(const parser *p, const piece *s)
{
    bool joined = false;
    for (uint32_t i = s->first; i < s->last; i++) {
        uint32_t is = p->units.at[i].is;
        if (is & IS_AND)
            joined = true;
        else if (!(is & (IS_NOUN | IS_DET | IS_ADJ | IS_NUM | IS_PREP)) || is & (IS_STRICT | IS_ZUINF | IS_ZU))
            break;
        else if (joined && is & IS_NOUN)
            return true;
    }
    return false;
}

/* The comma or dash in front of the token, or in front of the conjunctions there (, sondern …); or LAUT_NONE. */
static uint32_t mark_before(const lt_document *d, uint32_t token)
{
    for (int words = 0; words < 3 && token > 1 && d->tokens.at[token - 1].kind == LT_WORD && d->tokens.at[token - 1].sum.is & (IS_AND | IS_BUT); words++)
        token--;
    return token && (d->tokens.at[token - 1].kind == LT_COMMA || d->tokens.at[token - 1].kind == LT_DASH) ? token - 1 : LAUT_NONE;
}

/* auch die Parks: a noun phrase or one with a preposition, as its first unit with no adverb in front; or LAUT_NONE. With a
 * participle behind it, where that may be: Parks saniert (, Gärten geöffnet zu haben). */
static uint32_t nominal(const parser *p, const piece *s, bool participle)
{
    uint32_t i = s->first;
    while (i + 1 < s->last && p->units.at[i].is & (IS_ADV | IS_PARTICLE | IS_CLOSED) && !(p->units.at[i].is & (IS_DET | IS_PREP | IS_PRON | IS_NOUN | IS_SUB)))
        i++;
    uint32_t is = p->units.at[i].is;
    return is & (IS_DET | IS_PREP | IS_ADJ | IS_NUM | IS_NOUN) && !(is & (IS_ADV | IS_PARTICIPLE)) && p->units.at[s->last - 1].is & (participle ? IS_PARTICIPLE | IS_NOUN : IS_NOUN) ? i : LAUT_NONE;
}

/* Er forderte, Steuern, Abgaben und Zölle zu senken; sagte, Steuern, Abgaben und Zölle seien zu hoch; versprach, das Werk,
 * Europas größtes, zu schließen: what stands between the main clause and the verb of `clause` went to the main clause,
 * piece by piece, and goes over; but not who speaks (sagte Ada Brandt, Leiterin des Amtes, …). `second` is the finite
 * verb or LAUT_NONE. Whether there was anything. */
static bool take_pieces(parser *p, uint32_t clause, uint32_t outer, const piece *s, uint32_t second)
{
    const lt_document *d = p->d;
    uint32_t finite = outer == LAUT_NONE ? LAUT_NONE : d->clauses.at[outer].finite;
    bool rather = s->coordinated && second != s->first && p->units.at[s->first - 1].is & IS_BUT; /* nicht nur die Parks, sondern auch die Gärten */
    bool list = lists(p, s), past = ends_in_past_infinitive(p, s->first, s->last);
    if (finite == LAUT_NONE || (s->coordinated && !rather) || s->before == LT_COLON ||
        (second != LAUT_NONE && second > s->first && !list && !rather))
        return false;
    building *b = of(p, outer);
    uint32_t begin = b->segments.count, mark = mark_before(d, p->units.at[s->first].token);
    while (begin > 1 && mark != LAUT_NONE && b->segments.at[begin - 1].first > finite && b->segments.at[begin - 1].last == mark)
        mark = mark_before(d, b->segments.at[--begin].first);
    uint32_t unit_count = b->units.count;
    while (begin < b->segments.count && unit_count && p->units.at[b->units.at[unit_count - 1]].token >= b->segments.at[begin].first)
        unit_count--;
    for (uint32_t u = unit_count; begin < b->segments.count; begin++) {
        uint32_t end = u;
        while (end < b->units.count && p->units.at[b->units.at[end]].token < b->segments.at[begin].last)
            end++;
        piece part = {.first = b->units.at[u], .last = b->units.at[end - 1] + 1, .before = LT_COMMA};
        uint32_t before = p->units.at[part.first - 1].is, head = nominal(p, &part, past), first = head == LAUT_NONE ? 0 : p->units.at[head].is;
        bool named = first & IS_PROPER && before & (IS_NOUN | IS_PRON) && !(before & IS_PROPER);
        bool free = !named && (!(before & IS_NOUN) || first & IS_PREP || list);
        bool agrees = second == LAUT_NONE || second == s->first || first & IS_PREP || plural_at(p, second); /* in Kiel und Bonn fehle Geld */
        if (head != LAUT_NONE && free && agrees && d->tokens.at[b->segments.at[begin].first - 1].kind == LT_COMMA &&
            !tells_what(p, &part) && !prefix_of(p, outer, part.last - 1))
            break;
        u = unit_count = end;
    }
    if (begin == b->segments.count)
        return false;
    for (uint32_t k = begin, u = unit_count; k < b->segments.count; k++) {
        uint32_t first = u;
        while (u < b->units.count && p->units.at[b->units.at[u]].token < b->segments.at[k].last)
            u++;
        add_piece(p, clause, b->units.at[first], b->units.at[u - 1] + 1);
    }
    b = of(p, outer);
    b->segments.count = begin;
    b->units.count = unit_count;
    d->clauses.at[clause].coordinated = d->clauses.at[clause].verb_first = false;
    return true;
}

/* (die Befürchtung,) Gäste könnten ausbleiben, (teilt …): könnten, hätten and the like, and no list that goes on (der Wirt,)
 * der Koch und die Gäste könnten ausbleiben, (sagte …). */
static bool unreal_complement(const parser *p, const piece *s, uint32_t second)
{
    uint64_t f = finite_features(p->d, p->units.at[second].token, false);
    for (uint32_t i = s->first; i < second; i++)
        if (p->units.at[i].is & IS_AND)
            return false;
    return f & LT_F(subj2) && !(f & LT_F(ind)) && p->units.at[s->last].is & IS_STRICT && !subjunctive_at(p, s->last) &&
           behind_comma(p, s->last);
}

/* Das Haus, sagte sie, sei leer; sagte Ada Brandt, die Leiterin des Amtes, die gestern kam, sei leer: a subjunctive begins
 * the next piece, or the next but what is told of a name. */
static bool reported_verb_ahead(const parser *p, const piece *s)
{
    enum { TOLD = 2 };
    piece next = {.last = s->last, .before = LT_COMMA};
    for (int told = 0; next.last < p->units.count && told <= TOLD; told++) {
        next.first = next.last;
        uint32_t first = next.first;
        if (p->units.at[first].is & IS_FIN && subjunctive_at(p, first))
            return told == 0 || behind_comma(p, first);
        next.last = next_piece(p, first);
        bool relative = p->units.at[first - 1].is & IS_NOUN && p->units.at[first].is & IS_REL && final_verb(p, first, next.last) != LAUT_NONE;
        if (!relative && !(told == 0 && tells_what(p, &next) && second_verb(p, first, next.last) == LAUT_NONE))
            return false;
    }
    return false;
}

/* Sie drohte mit Klage, drohte zu klagen, (sollte er nicht zahlen): a condition ends the sentence, behind a clause that is
 * complete; but: er habe versucht zu helfen, sollte er später sagen. */
static bool condition_behind(const parser *p, const piece *s)
{
    const lt_document *d = p->d;
    const lt_clause *c = p->last == LAUT_NONE ? NULL : &d->clauses.at[p->last];
    const lt_clause *above = c && c->kind == LT_INFINITIVE && c->parent != LAUT_NONE ? &d->clauses.at[c->parent] : c;
    if (!c || above->kind != LT_MAIN || above->finite == LAUT_NONE || above->verb_first ||
        (above != c && lt_reads(d, above->finite, LT_VERB, LT_F(subj1))) || s->last != p->units.count || s->last - s->first < 3 ||
        waiting(p, true) != LAUT_NONE || !lt_reads(d, p->units.at[s->first].token, LT_VERB, LT_F(subj2) | LT_F(modal)) ||
        !(p->units.at[s->first + 1].is & (IS_PRON | IS_DET | IS_NOUN)))
        return false;
    for (uint32_t i = s->first; i < s->last; i++)
        if (p->units.at[i].is & IS_BUT || lt_reads(d, p->units.at[i].token, LT_PRON, LT_F(refl))) /* (sie kennt es,) möchte sich aber nicht äußern */
            return false;
    return true;
}

/* Whether the next piece, behind a comma, is an infinitive with zu. */
static bool infinitive_ahead(const parser *p, const piece *s)
{
    return s->last < p->units.count && behind_comma(p, s->last) && ends_in_infinitive(p, s->last, next_piece(p, s->last));
}

/* Whether a clause in front of it begins with the same word as the one that unit k introduces: weil es regnete, und weil … */
static bool continues(const parser *p, uint32_t k)
{
    const lt_document *d = p->d;
    const lt_token *t = &d->tokens.at[p->units.at[k].token];
    for (uint32_t c = p->first_clause; c + 1 < d->clauses.count; c++)
        if (d->clauses.at[c].introducer != LAUT_NONE && d->tokens.at[d->clauses.at[c].introducer].form == t->form)
            return true;
    return false;
}

/* Es klingt, als läse sie es vom Blatt: the verb stands right behind the conjunction. */
static bool as_if(const parser *p, const piece *s)
{
    return s->before == LT_COMMA && s->last - s->first > 2 && p->units.at[s->first].is & IS_SUB && p->units.at[s->first + 1].is & IS_FIN &&
           lt_reads(p->d, p->units.at[s->first].token, LT_CONJ, LT_F(comp)) && subjunctive_at(p, s->first + 1);
}

static void take(parser *p, const piece *s)
{
    lt_document *d = p->d;
    lt_clause_kind kind = LT_MAIN;
    uint32_t at = 0;
    if (s->last - s->first == 1 && p->units.at[s->first].is & IS_QUOTE)
        return; /* a quotation between commas belongs to no clause */
    if (as_if(p, s)) {
        uint32_t c = new_clause(p, LT_SUBORD, host(p));
        if (c == LAUT_NONE)
            return;
        d->clauses.at[c].introducer = p->units.at[s->first].token;
        set_finite(p, c, s->first + 1);
        add_piece(p, c, s->first, s->last);
        enter(p, c);
        return;
    }
    uint32_t n = introducer(p, s, &kind, &at), around = around_frame(p, s);
    if (around == LAUT_NONE)
        around = around_dependent(p, s);
    if (around == LAUT_NONE && !n)
        around = around_content(p, s);
    if (n && !(kind == LT_RELATIVE && around != LAUT_NONE && !has_participle(p, around))) { /* Er müsse, sagte sie, das Geld haben */
        uint32_t c = new_clause(p, kind, host(p));
        if (c == LAUT_NONE)
            return;
        d->clauses.at[c].verb_last = true;
        d->clauses.at[c].coordinated = s->coordinated;
        d->clauses.at[c].introducer = p->units.at[at].token;
        /* Er habe gewartet, und als es regnete, habe er gelacht */
        if (p->last == LAUT_NONE || (s->coordinated && kind == LT_SUBORD && s->before == LT_COMMA && !continues(p, at)))
            p->subject_to = c;
        if (kind == LT_INFINITIVE)
            set_finite(p, c, LAUT_NONE), of(p, c)->waiting = false;
        else
            set_finite(p, c, auxiliary_ahead(p, s, false) ? LAUT_NONE : final_verb(p, at, s->last));
        add_piece(p, c, s->first, s->last);
        enter(p, c);
        return;
    }
    uint32_t open_last = waiting(p, false), open_main = waiting(p, true);
    if (around != LAUT_NONE) {
        of(p, p->last)->waiting = false; /* wie geplant */
        add_piece(p, around, s->first, s->last);
        return;
    }
    uint32_t final = final_verb(p, s->first, s->last);
    uint32_t second = outside(p, s, second_verb(p, s->first, s->last));
    if (second == s->first && verb_behind_insertion(p, s))
        second = final = LAUT_NONE;
    /* …, Biogas angeboten werden sollten: what follows the first verb are only verbs */
    bool cluster = second != LAUT_NONE && final != LAUT_NONE;
    for (uint32_t i = second; cluster && i < final; i++)
        cluster = verbal(p->units.at[i].is);
    /* Akten vernichtet zu haben; beteiligte Firmen zu locken: what looks finite is not, beside an
     * infinitive at the end; but: Der Minister versuchte zu schlichten */
    bool tries = second != LAUT_NONE && second > s->first && s->before != LT_COMMA && !s->coordinated && second + 1 < s->last &&
                 !(p->units.at[second].is & (IS_PARTICIPLE | IS_INFINITIVE)) && !(p->units.at[second + 1].is & (IS_NOUN | IS_ADJ)) &&
                 p->units.at[second - 1].is & IS_NOUN;
    if (second != LAUT_NONE && !tries && ends_in_infinitive(p, s->first, s->last) &&
        (!(p->units.at[second].is & IS_STRICT) || (p->units.at[second].is & IS_INFINITIVE && second + 3 >= s->last)))
        second = final = LAUT_NONE;
    if (final != LAUT_NONE && final + 1 == s->last && ((open_last != LAUT_NONE && auxiliary_ahead(p, s, false)) || (second == final && auxiliary_ahead(p, s, true))))
        second = final = LAUT_NONE;
    /* dass sie, sollte der Rat zustimmen, gehen werde; kündigte an, sollte der Rat zustimmen, zu gehen: a condition in front
     * of the verb that is waited for, or behind */
    if (second == s->first && s->before == LT_COMMA && !s->coordinated && s->last - s->first > 2 && p->units.at[s->last - 1].is & IS_INFINITIVE &&
        takes_infinitive(d, p->units.at[second].token) && finite_features(d, p->units.at[second].token, false) & (LT_F(subj2) | LT_F(pret)) &&
        (open_last != LAUT_NONE || infinitive_ahead(p, s) || condition_behind(p, s))) {
        uint32_t c = new_clause(p, LT_SUBORD, open_last != LAUT_NONE ? open_last : host(p));
        if (c == LAUT_NONE)
            return;
        d->clauses.at[c].verb_first = true;
        set_finite(p, c, second);
        add_piece(p, c, s->first, s->last);
        return;
    }
    if (open_last != LAUT_NONE && final != LAUT_NONE &&
        (cluster || second == final || s->last - s->first == 1 || second == LAUT_NONE)) {
        set_finite(p, open_last, final);
        add_piece(p, open_last, s->first, s->last);
        leave_to(p, open_last);
        return;
    }
    /* Das Haus, sagte sie, sei leer: the verb behind the insertion is the one that is waited for */
    bool inserted = open_main != LAUT_NONE && second == s->first && s->before == LT_COMMA && reported_verb_ahead(p, s);
    /* Das Haus, so glaubt sie, ist leer */
    inserted |= open_main != LAUT_NONE && second == s->first + 1 && s->before == LT_COMMA && !s->coordinated &&
                points_back(p, s->first) && s->last < p->units.count &&
                (p->units.at[s->last].is & IS_STRICT || (p->units.at[s->last].is & IS_FIN && piece_tells_so(p, s)));
    /* Der Vorwurf, er habe gelogen, wurde laut; die Befürchtung, Gäste könnten ausbleiben, teilt der Wirt */
    bool complement = open_main != LAUT_NONE && second != LAUT_NONE && second > s->first && s->before == LT_COMMA &&
                      s->last < p->units.count && p->units.at[s->last].is & IS_FIN && !s->coordinated &&
                      (finite_features(d, p->units.at[second].token, false) & LT_F(subj1) || unreal_complement(p, s, second));
    /* Wenn es regne, sagt sie, bleibe er: the clause in front waits for another one than the frame */
    bool fronted = p->subject_to != LAUT_NONE && p->subject_to == p->first_clause && second == s->first && s->before == LT_COMMA &&
                   !subjunctive_at(p, s->first) && reported_verb_ahead(p, s);
    if (inserted || complement || fronted) {
        uint32_t c = new_clause(p, LT_MAIN, fronted ? p->subject_to : open_main);
        if (c == LAUT_NONE)
            return;
        d->clauses.at[c].verb_first = (inserted || fronted) && second == s->first;
        set_finite(p, c, second);
        add_piece(p, c, s->first, s->last);
        return;
    }
    /* Die Wirtin, Ada Brandt, und der Koch fordern Geld: with an apposition before the conjunction */
    if (open_main != LAUT_NONE && second != LAUT_NONE && s->coordinated && s->before == LT_COMMA &&
        of(p, open_main)->segments.count > 1 && second > s->first && p->units.at[s->first - 1].is & IS_AND &&
        plural_at(p, second) && names_one(p, s->first, second)) {
        set_finite(p, open_main, second);
        add_piece(p, open_main, s->first, s->last);
        leave_to(p, open_main);
        return;
    }
    if (open_main != LAUT_NONE && second != LAUT_NONE && !s->coordinated && s->before != LT_COLON &&
        (second <= s->first + 1 || (s->before == LT_COMMA && (bare_name(p, open_main) || nouns_go_on(p, s, second))))) {
        set_finite(p, open_main, second);
        add_piece(p, open_main, s->first, s->last);
        leave_to(p, open_main);
        return;
    }
    /* Kürzlich hatte ein Arzt aus Kiel, Otto Grothe, (in der Presse) erklärt, …: the participle that its auxiliary
     * waits for */
    if (second != LAUT_NONE && second + 1 == s->last && s->before == LT_COMMA && !s->coordinated && p->last != LAUT_NONE &&
        d->clauses.at[p->last].kind == LT_MAIN && d->clauses.at[p->last].finite != LAUT_NONE &&
        (second == s->first || p->units.at[s->first].is & (IS_ADV | IS_PREP | IS_PARTICLE | IS_ADJ)) &&
        ((p->units.at[second].is & IS_PARTICIPLE && !(p->units.at[second].is & IS_STRICT)) ||
         (p->units.at[second].is & IS_INFINITIVE && takes_infinitive(d, d->clauses.at[p->last].finite) && of(p, p->last)->segments.count > 1)) &&
        lacks(p, p->last, second)) { /* Man werde, so die Stadt, weitermachen */
        add_piece(p, p->last, s->first, s->last);
        return;
    }
    /* Er soll die Frau geschlagen, ihr Geld genommen und sie bedroht haben */
    if (s->before == LT_COMMA && !s->coordinated && p->last != LAUT_NONE && ends_in_complex(p, s->first, s->last) &&
        d->clauses.at[p->last].kind == LT_MAIN && d->clauses.at[p->last].finite != LAUT_NONE) {
        const building *b = of(p, p->last);
        uint32_t finite = b->units.at[0];
        while (p->units.at[finite].token < d->clauses.at[p->last].finite)
            finite++;
        if (lacks_auxiliary(p, finite, s->first)) {
            add_piece(p, p->last, s->first, s->last);
            return;
        }
    }
    /* Er habe gefragt, aber keine Antwort erhalten; werde die Parks sanieren, die Gärten öffnen: a participle or infinitive
     * that shares the auxiliary in front */
    bool open_end = s->last == p->units.count || d->tokens.at[p->units.at[s->last - 1].last].kind != LT_COMMA;
    bool participle = second != LAUT_NONE && p->units.at[second].is & IS_PARTICIPLE && !(p->units.at[second].is & IS_STRICT) &&
                      (p->units.at[second].is & IS_INFINITIVE || (!reports(p, second) && open_end)) && p->last != LAUT_NONE && shares_auxiliary(p, p->last);
    bool infinitive = second != LAUT_NONE && p->units.at[second].is & IS_INFINITIVE && open_end && !s->coordinated && ends_or_joins(p, second, s->last) &&
                      p->last != LAUT_NONE && has_own_infinitive(p, p->last);
    participle = participle && (second + 1 == s->last || (p->units.at[second + 1].is & IS_AND && p->units.at[s->last - 1].is & IS_PARTICIPLE));
    bool participles = participle; /* gekauft, (saniert und vermietet) */
    for (uint32_t i = s->first; participles && i < s->last; i++)
        participles = p->units.at[i].is & (IS_PARTICIPLE | IS_AND);
    if (second != LAUT_NONE && (second > s->first || participles) && s->before == LT_COMMA && (participle || infinitive)) {
        uint32_t c = new_clause(p, LT_MAIN, p->last);
        if (c == LAUT_NONE)
            return;
        d->clauses.at[c].coordinated = s->coordinated;
        add_piece(p, c, s->first, s->last);
        return;
    }
    if (second != LAUT_NONE) {
        uint32_t c = new_clause(p, LT_MAIN, LAUT_NONE);
        if (c == LAUT_NONE)
            return;
        d->clauses.at[c].verb_first = second == s->first;
        /* Sie räumte ein, es fehle Geld, sprach aber von Fortschritten: no conjunction in front */
        bool contrast = second == s->first && s->before == LT_COMMA && s->first + 1 < s->last &&
                        p->units.at[s->first + 1].is & IS_BUT && p->subject_to == LAUT_NONE && p->last != LAUT_NONE;
        bool coordinated = s->coordinated || contrast;
        d->clauses.at[c].coordinated = coordinated;
        /* Wenn es regnet, bleibt er: the clause in front fills the first field */
        if (p->subject_to != LAUT_NONE && d->clauses.at[c].verb_first && p->subject_to == p->first_clause) {
            d->clauses.at[p->subject_to].parent = c;
            d->clauses.at[c].verb_first = s->coordinated;
        } else if (p->subject_to != LAUT_NONE && p->subject_to == p->last && d->clauses.at[c].verb_first && s->before == LT_COMMA &&
                   subjunctive_at(p, second)) {
            d->clauses.at[c].parent = d->clauses.at[p->subject_to].parent;
            d->clauses.at[c].coordinated = coordinated = true;
            d->clauses.at[p->subject_to].parent = c;
            d->clauses.at[c].verb_first = false;
        } else {
            d->clauses.at[c].parent = p->last;
            /* Man habe versucht, vorzudringen, sagte er: of all that, and not of what was tried */
            uint32_t tried = p->last != LAUT_NONE && d->clauses.at[p->last].kind == LT_INFINITIVE ? d->clauses.at[p->last].parent : LAUT_NONE;
            if (tried != LAUT_NONE && second == s->first && s->before == LT_COMMA && !coordinated && d->clauses.at[tried].kind == LT_MAIN &&
                d->clauses.at[tried].finite != LAUT_NONE && finite_features(d, d->clauses.at[tried].finite, false) & (LT_F(subj1) | LT_F(subj2)))
                d->clauses.at[c].parent = tried;
        }
        /* Während sie sagte, es fehle Geld, (sprach er von …): the clause in front still waits */
        bool told = p->subject_to != LAUT_NONE && p->subject_to == p->last && d->clauses.at[p->last].kind == LT_SUBORD && closed(p, p->last) &&
                    s->first > 1 && (reports(p, s->first - 1) || reports(p, s->first - 2)) &&
                    s->before == LT_COMMA && !s->coordinated && second > s->first && subjunctive_at(p, second) && s->last < p->units.count &&
                    p->units.at[s->last].is & IS_FIN && !subjunctive_at(p, s->last);
        p->subject_to = told ? p->subject_to : LAUT_NONE;
        if (coordinated && s->before == LT_COMMA)
            d->clauses.at[c].link = partner(p, c, second);
        set_finite(p, c, second);
        if (d->clauses.at[c].verb_first && s->before == LT_COMMA && subjunctive_at(p, second) && take_begin(p, c, s))
            d->clauses.at[c].verb_first = false;
        else if (s->before != LT_STOP && subjunctive_at(p, second))
            take_pieces(p, c, d->clauses.at[c].parent, s, second);
        add_piece(p, c, s->first, s->last);
        p->depth = 0;
        enter(p, c);
        return;
    }
    if (has_infinitive(p, s->first, s->last)) {
        uint32_t c = new_clause(p, LT_INFINITIVE, host(p));
        if (c == LAUT_NONE)
            return;
        d->clauses.at[c].coordinated = s->coordinated;
        d->clauses.at[c].verb_last = true;
        if (!take_begin(p, c, s))
            take_pieces(p, c, d->clauses.at[c].parent, s, LAUT_NONE);
        add_piece(p, c, s->first, s->last);
        enter(p, c);
        return;
    }
    /* No verb: a part of the clause that still waits, else of the one around a finished one. */
    uint32_t to = open_last != LAUT_NONE ? open_last : open_main;
    if (to != LAUT_NONE && to == open_main && p->last != to && p->last != LAUT_NONE && d->clauses.at[p->last].parent == to &&
        d->clauses.at[p->last].kind == LT_MAIN && s->before == LT_COMMA && tells_what(p, s))
        to = p->last; /* Das Haus, sagte Ada Brandt, die Leiterin des Amtes, sei leer */
    if (to == LAUT_NONE && p->last != LAUT_NONE && s->before != LT_COLON && s->before != LT_SEMICOLON) {
        to = p->last;
        /* Man komme gern, sagte sie, nur nicht im Winter: not a part of the frame; but: teilte der Wirt,
         * Otto Stoll, mit */
        if (d->clauses.at[to].kind == LT_MAIN && d->clauses.at[to].verb_first && !d->clauses.at[to].coordinated &&
            d->clauses.at[to].parent != LAUT_NONE && !prefix_of(p, to, s->last - 1) && !prefix_of(p, to, s->last) &&
            !apposition(p, to, s))
            to = d->clauses.at[to].parent;
        to = bracketed(p, to, s);
        if ((d->clauses.at[to].kind == LT_RELATIVE || (interrupts(p, to) && !names_who(p, s))) && closed(p, to) && d->clauses.at[to].parent != LAUT_NONE)
            to = d->clauses.at[to].parent;
    }
    if (to == LAUT_NONE) {
        to = new_clause(p, LT_MAIN, LAUT_NONE);
        if (to == LAUT_NONE)
            return;
        of(p, to)->waiting = true;
        p->depth = 0;
        enter(p, to);
    }
    add_piece(p, to, s->first, s->last);
}

/* ---------------------------------------------------------------- pieces */

static bool same_tense(const parser *p, uint32_t token, uint32_t u)
{
    const uint64_t tenses = LT_F(pres) | LT_F(pret) | LT_F(subj1) | LT_F(subj2);
    return finite_features(p->d, token, false) & finite_features(p->d, p->units.at[u].token, false) & tenses;
}

/* dass er die Frau schlug, (ihr Geld nahm und sie bedrohte): whether the piece and those behind it go on with the clause in
 * front, each up to its verb, and a conjunction stands before the last. Not: sie sagt, dass er bleibt, (lacht und geht). */
static bool verbs_at_ends(const parser *p, const piece *s)
{
    const lt_document *d = p->d;
    const lt_clause *c = p->last == LAUT_NONE ? NULL : &d->clauses.at[p->last];
    if (!c || c->kind != LT_SUBORD || !c->verb_last || !closed(p, p->last) || s->before != LT_COMMA || s->coordinated || c->parent == LAUT_NONE ||
        of(p, p->last)->segments.at[of(p, p->last)->segments.count - 1].last + 1 != p->units.at[s->first].token)
        return false;
    uint32_t around = d->clauses.at[c->parent].finite;
    bool joined = false, phrase = false, other = false;
    for (uint32_t first = s->first, last, pieces = 0; first < p->units.count && pieces < LT_MOST_PIECES; first = last, pieces++) {
        for (last = first + 1; last < p->units.count && !(p->units.at[last].is & IS_AND) && !behind_comma(p, last); last++) {}
        if (!(p->units.at[last - 1].is & IS_FIN) || !finite_at(p, first, last, last - 1) || !same_tense(p, c->finite, last - 1))
            return false;
        for (uint32_t i = first; i + 1 < last; i++)
            if (p->units.at[i].is & (IS_STRICT | IS_SUB | IS_QUOTE))
                return false;
        phrase |= last - first > 1 && !(p->units.at[first].is & IS_REL && !(p->units.at[first].is & IS_DET));
        other |= around != LAUT_NONE && !same_tense(p, around, last - 1);
        if (joined)
            return (phrase || other) && (last == p->units.count || behind_comma(p, last));
        joined = last < p->units.count && p->units.at[last].is & IS_AND;
        last += joined;
        if (!joined && last == p->units.count)
            return false;
    }
    return false;
}

/* A clause that shares the introducer of clause `first`. */
static uint32_t coordinate(parser *p, uint32_t first, const piece *s, uint32_t finite)
{
    lt_document *d = p->d;
    uint32_t c = new_clause(p, d->clauses.at[first].kind, d->clauses.at[first].parent);
    if (c == LAUT_NONE)
        return LAUT_NONE;
    d->clauses.at[c].verb_last = d->clauses.at[c].coordinated = true;
    d->clauses.at[c].link = first;
    d->clauses.at[c].introducer = d->clauses.at[first].introducer;
    set_finite(p, c, finite);
    add_piece(p, c, s->first, s->last);
    enter(p, c);
    return c;
}

/* Cut a piece at conjunctions that have a finite verb on both sides, and take its parts. */
static void cut(parser *p, piece s)
{
    /* kündigte an, noch heute zu kommen: an adverb in front of an infinitive */
    bool adverb = s.before == LT_COMMA && p->units.at[s.first].is & IS_PARTICLE && ends_in_infinitive(p, s.first, s.last);
    while (s.first < s.last && !adverb && p->units.at[s.first].is & (IS_AND | IS_BUT) &&
           !(p->units.at[s.first].is & IS_SUB && (final_verb(p, s.first, s.last) != LAUT_NONE || awaits_verb(p, &s, s.first)))) {
        s.first++;
        s.coordinated = true;
    }
    if (s.first == s.last)
        return;
    lt_clause_kind kind;
    uint32_t at, n = introducer(p, &s, &kind, &at);
    if (!n && verbs_at_ends(p, &s)) {
        for (piece part = s; part.first < s.last; part.first = part.last + 1) {
            for (part.last = part.first + 1; part.last < s.last && !(p->units.at[part.last].is & IS_AND); part.last++) {}
            if (coordinate(p, p->last, &part, part.last - 1) == LAUT_NONE)
                return;
        }
        return;
    }
    bool verb_last = n || waiting(p, false) != LAUT_NONE;
    /* Er hat angekündigt den Saal zu räumen: an infinitive without its comma */
    if (!verb_last && s.last - s.first > 4 && ends_in_infinitive(p, s.first, s.last)) {
        uint32_t a = second_verb(p, s.first, s.last);
        for (uint32_t i = a == LAUT_NONE ? s.last : a + 1; i + 3 < s.last && p->units.at[a].is & IS_AUX; i++)
            if (p->units.at[i].is & IS_PARTICIPLE && !(p->units.at[i].is & (IS_INFINITIVE | IS_CLOSED)) &&
                !verbal(p->units.at[i + 1].is)) {
                piece head = s;
                head.last = s.first = i + 1;
                take(p, &head);
                s.before = LT_OTHER;
                break;
            }
    }
    uint32_t from = n ? at + 1 : s.first;
    for (uint32_t i = from + 1; i + 1 < s.last; i++) {
        /* noch, doch are adverbs here more often than not */
        if (!(p->units.at[i].is & (IS_AND | IS_BUT)) || p->units.at[i].is & (IS_SUB | IS_ADV | IS_PARTICLE))
            continue;
        uint32_t a = verb_last ? final_verb(p, from, i) : second_verb(p, from, i);
        if (a == LAUT_NONE)
            continue;
        uint32_t b = second_verb(p, i + 1, s.last);
        if (b == LAUT_NONE)
            continue;
        uint32_t ia = p->units.at[a].is, ib = p->units.at[b].is;
        uint32_t verb = p->units.at[a].token, other = p->units.at[b].token, end = p->units.at[s.last - 1].token;
        /* wirft ihm Diebstahl und versuchte Erpressung vor: what ends the piece belongs to the first verb, so the second is none */
        if (!verb_last && b == i + 1 && b + 2 < s.last && lt_is(p->d, other, LT_ADJ) &&
            lt_is_prefix(p->d->engine, p->d->tokens.at[end].form) && takes_prefix(p->d, verb, end) && !takes_prefix(p->d, other, end))
            continue;
        /* hat gesagt und betont; will kommen und bleiben: still the same auxiliary's */
        if (!verb_last && ia & IS_AUX && !(ib & IS_STRICT) && ib & (IS_PARTICIPLE | IS_INFINITIVE))
            continue;
        /* dass Parks saniert und Gärten geöffnet werden */
        if (verb_last && ia & IS_PARTICIPLE && !(ia & IS_STRICT) && a + 1 == i && s.last > i + 2 && p->units.at[s.last - 1].is & IS_AUX &&
            p->units.at[s.last - 2].is & IS_PARTICIPLE)
            continue;
        /* werde Parks bauen, Bäder öffnen und Gärten pflegen */
        if (!verb_last && s.before == LT_COMMA && ia & IS_INFINITIVE && a + 1 == i && ib & IS_INFINITIVE && b + 1 == s.last && p->last != LAUT_NONE &&
            has_own_infinitive(p, p->last))
            continue;
        /* habe das Haus gekauft, es saniert und vermietet */
        if (!verb_last && s.before == LT_COMMA && ia & IS_PARTICIPLE && !(ia & IS_STRICT) && a + 1 == i && ib & IS_PARTICIPLE && !(ib & IS_STRICT) &&
            b + 1 == s.last && p->last != LAUT_NONE && shares_auxiliary(p, p->last) && !reports(p, a) && !reports(p, b))
            continue;
        /* soll die Frau geschlagen und bedroht haben */
        if (!verb_last && lacks_auxiliary(p, a, i) && complex_behind(p, i + 1, s.last))
            continue;
        if (verb_last && !(ib & IS_STRICT) && ib & IS_PARTICIPLE && b + 1 < s.last && p->units.at[b + 1].is & IS_AUX)
            ;
        else if (!(ib & IS_STRICT) && b + 1 != s.last && b != i + 1 && !(ib & IS_FIN))
            continue;
        piece head = s;
        head.last = i;
        take(p, &head);
        s.first = i + 1;
        s.coordinated = true;
        s.before = LT_OTHER;
        if (verb_last && final_verb(p, s.first, s.last) != LAUT_NONE &&
            second_verb(p, s.first, s.last) == final_verb(p, s.first, s.last)) {
            /* dass er kommt und sie geht: the second one shares the introducer */
            coordinate(p, p->last, &s, final_verb(p, s.first, s.last));
            return;
        }
        uint32_t first = p->last, before = p->d->clauses.count;
        cut(p, s);
        if (p->d->clauses.count > before && first != LAUT_NONE)
            p->d->clauses.at[before].link =
                p->d->clauses.at[before].kind == LT_MAIN && b != LAUT_NONE ? partner(p, before, b) : first;
        return;
    }
    take(p, &s);
}

/* ---------------------------------------------------------------- verbs */

static const lt_reading *verb_reading(const lt_document *d, uint32_t token, uint64_t wanted)
{
    const lt_token *t = &d->tokens.at[token];
    const lt_reading *best = NULL;
    for (uint32_t k = 0; t->sum.categories & 1u << LT_VERB && k < t->reading_count; k++) {
        const lt_reading *r = &d->readings.at[t->first_reading + k];
        if (r->category == LT_VERB && r->features & wanted &&
            (!best || (best->lemma == LT_NO_WORD && r->lemma != LT_NO_WORD)))
            best = r;
    }
    return best;
}

static void add_verb(lt_document *d, lt_clause *c, uint32_t token)
{
    uint32_t *list = (uint32_t *)c->verbs;
    for (uint32_t i = 0; i < c->verb_count; i++)
        if (list[i] == token)
            return;
    (void)d;
    uint32_t i = c->verb_count++;
    for (; i > 0 && list[i - 1] > token; i--)
        list[i] = list[i - 1];
    list[i] = token;
}

/* Infinitive or participle at the clause's right edge, and what belongs to it. */
static void right_bracket(parser *p, lt_clause *c, const building *b)
{
    lt_document *d = p->d;
    uint32_t end = LAUT_NONE;
    for (uint32_t i = b->units.count; i-- > 0;) {
        uint32_t u = b->units.at[i], is = p->units.at[u].is;
        if (p->units.at[u].token == c->finite)
            continue;
        /* angenommen, ausgesprochen, sein are other words, too: verbs where the clause ends with them */
        bool edge = (is & IS_PARTICIPLE || (is & IS_INFINITIVE && is & IS_HELPS)) && i + 1 == b->units.count;
        if (!(is & (IS_PARTICIPLE | IS_INFINITIVE | IS_ZUINF)) || (is & IS_CLOSED && !(is & IS_AUX) && !edge))
            continue;
        if (is & IS_NOUN && i > 0 && !(is & IS_STRICT) && b->units.at[i] > b->units.at[0])
            continue;
        uint32_t next = i + 1 < b->units.count ? p->units.at[b->units.at[i + 1]].is : 0;
        if (is & IS_ADJ && next & IS_NOUN && !(next & IS_CLOSED)) /* die erwartete Zahl */
            continue;
        end = i;
        break;
    }
    if (end == LAUT_NONE)
        return;
    uint32_t full = end;
    bool found = false;
    for (uint32_t i = end;; i--) {
        uint32_t u = b->units.at[i], is = p->units.at[u].is, token = p->units.at[u].token;
        if (!(is & (IS_PARTICIPLE | IS_INFINITIVE | IS_ZUINF | IS_ZU)) && token != c->finite)
            break;
        if (is & IS_CLOSED && !(is & IS_ZU) && !(is & IS_AUX) && i != end)
            break;
        if (is & IS_NOUN && i != end && token < c->finite && !c->verb_last) /* Zeugen werden gebeten */
            break;
        if (token != c->finite && c->verb_count < 8) {
            add_verb(d, c, token);
            /* the last one that is no auxiliary: gesagt haben; bekannt gegeben */
            if (!(is & IS_ZU) && !found && !(is & IS_HELPS)) {
                full = i;
                found = true;
            }
        }
        if (i == 0)
            break;
    }
    c->verb = p->units.at[b->units.at[full]].token;
}

/* Whether a phrase with a preposition ends before the unit: von Anfang an. */
static bool behind_phrase(const parser *p, const building *b, uint32_t i)
{
    while (i-- > 0) {
        uint32_t is = p->units.at[b->units.at[i]].is;
        if (is & IS_PREP)
            return true;
        if (!(is & (IS_NOUN | IS_ADJ | IS_DET | IS_NUM | IS_PRON | IS_ADV)) || is & IS_STRICT)
            return false;
    }
    return false;
}

/* Whether the token has a reading of a preposition that is one half of a pair: the `second`, or the first. */
static bool half_of_pair(const lt_document *d, uint32_t token, bool second)
{
    for (uint32_t k = 0; k < d->tokens.at[token].reading_count; k++) {
        const lt_reading *r = &d->readings.at[d->tokens.at[token].first_reading + k];
        if (r->category == LT_PREP && r->features & LT_F(circum) && !!(r->features & LT_F(post)) == second)
            return true;
    }
    return false;
}

/* Von Anfang an, von klein auf, von Haus aus, vom kommenden Jahr an: the second half behind a word that is no name (rief von Kiel
 * an) and what is put before it. */
static bool closes_pair(const lt_document *d, uint32_t token)
{
    if (token < 2 || !half_of_pair(d, token, true) || lt_is(d, token - 1, LT_NAME) ||
        !(lt_is(d, token - 1, LT_NOUN) || lt_is(d, token - 1, LT_ADJ)))
        return false;
    uint32_t first = token - 2;
    while (first > 0 && first + 4 > token && lt_is(d, first, LT_ADJ) && !half_of_pair(d, first, false))
        first--;
    return half_of_pair(d, first, false);
}

/* Whether a phrase follows the unit, behind words that are put before an adjective, a mark, or an adjective that looks like an
 * infinitive: warnte vor allzu hohen, zu hohen Kosten, vor „hohen Kosten“, vor vorschnellen Urteilen. */
static bool phrase_follows(const parser *p, const building *b, uint32_t i)
{
    const lt_document *d = p->d;
    uint32_t token = p->units.at[b->units.at[i]].token;
    for (uint32_t k = i + 1; k < b->units.count && k < i + 4; k++) {
        const uint32_t is = p->units.at[b->units.at[k]].is, at = p->units.at[b->units.at[k]].token;
        if (at != token + 1 && !(at == token + 2 && k == i + 1 && d->quote_of[token + 1] != LAUT_NONE))
            return false;
        bool in_row = is & IS_PREP && p->units.at[b->units.at[k - 1]].is & IS_PREP; /* um bis zu fünf Prozent */
        if (is & (IS_AND | IS_BUT) || (is & (IS_SUB | IS_PREP) && !(is & IS_ZU) && !in_row))
            return false;
        if (is & (IS_NOUN | IS_ADJ | IS_NUM | IS_QUOTE) || lt_is(d, at, LT_NUM))
            return true;
        if (!in_row && !(is & (IS_PARTICLE | IS_INFINITIVE | IS_ADV | IS_DET | IS_ZU)))
            return false;
        token = at;
    }
    return false;
}

static void separable_prefix(parser *p, lt_clause *c, const building *b)
{
    lt_document *d = p->d;
    bool behind = false;
    uint32_t found = LAUT_NONE, unknown = LAUT_NONE;
    lt_word lemma = LT_NO_WORD;
    for (uint32_t i = 0; i < b->units.count; i++) {
        uint32_t u = b->units.at[i], token = p->units.at[u].token;
        if (token == c->finite) {
            behind = true;
            continue;
        }
        if (!behind || !lt_is_prefix(d->engine, d->tokens.at[token].form))
            continue;
        bool edge = i + 1 == b->units.count || b->units.at[i + 1] != u + 1 ||
                    p->units.at[u + 1].token != token + 1;
        uint32_t next = edge ? 0 : p->units.at[u + 1].is;
        /* an, mit, zu are prepositions too, ein is an article: a prefix only where no phrase follows */
        if (p->units.at[u].is & (IS_PREP | IS_DET) && !edge && next & (IS_DET | IS_NOUN | IS_ADJ | IS_NUM | IS_PRON | IS_QUOTE) &&
            !(next & (IS_AND | IS_SUB | IS_PREP)))
            continue;
        if (p->units.at[u].is & IS_PREP && phrase_follows(p, b, i))
            continue;
        if (p->units.at[u].is & IS_ZU && next & IS_INFINITIVE) /* gab zu bedenken */
            continue;
        if (!edge && lt_is_adverb(d->engine, d->tokens.at[token].form, d->tokens.at[token + 1].form)) /* unter anderem */
            continue;
        if (p->units.at[u].is & IS_PREP && next & IS_ADV && !(next & (IS_AND | IS_SUB | IS_PREP))) /* fordert Sicht nach draußen */
            continue;
        bool particle = p->units.at[u].is & (IS_PREP | IS_DET) && !(p->units.at[u].is & IS_ADV) && i + 1 == b->units.count &&
                        i > 0 && b->units.at[i - 1] + 1 == u && !behind_phrase(p, b, i);
        /* geht von 40 Sorten aus, mehr als vor Jahren: what stands behind the comma is none where the clause has one */
        if (found != LAUT_NONE && d->tokens.at[found + 1].kind == LT_COMMA && p->units.at[u].is & IS_PREP && !edge)
            break;
        bool pair = closes_pair(d, token);
        const lt_token *t = &d->tokens.at[c->finite];
        for (uint32_t k = 0; k < t->reading_count; k++) {
            const lt_reading *r = &d->readings.at[t->first_reading + k];
            if (r->category != LT_VERB || !(r->features & LT_F(fin)))
                continue;
            /* sagte er weiter, hält das dagegen für falsch: an adverb, if the verb reports by itself */
            uint32_t companions[LT_MAX_COMPANIONS], count;
            if (p->units.at[u].is & IS_ADV && !(p->units.at[u].is & IS_PREP) &&
                lt_find_report(d, r->lemma, NULL, 0, companions, &count) != LAUT_NONE)
                continue;
            lt_word joined = lt_join_prefix(d->engine, d->tokens.at[token].form, r->lemma);
            /* forderte es von Anfang an; but: geht von Verlusten aus */
            if (pair && (joined == LT_NO_WORD || lt_find_report(d, joined, NULL, 0, companions, &count) == LAUT_NONE))
                continue;
            /* führt … an: anführen, not a subjunctive of anfahren */
            bool weaker = found == token && lemma != LT_NO_WORD && !(r->features & LT_F(ind));
            if (joined != LT_NO_WORD && !weaker) {
                found = token;
                lemma = joined;
            }
            /* forderte Helfer an: another verb than the one that reports, although no lexicon has it */
            if (particle && lt_find_report(d, r->lemma, NULL, 0, companions, &count) != LAUT_NONE)
                unknown = token;
        }
    }
    if (found != LAUT_NONE) {
        add_verb(d, c, found);
        c->lemma = lemma;
    } else if (unknown != LAUT_NONE) {
        add_verb(d, c, unknown);
        c->lemma = LT_NO_WORD;
    }
}

static bool negation(const lt_document *d, uint32_t token)
{
    const lt_token *t = &d->tokens.at[token];
    if (t->flags & LT_CAPITAL && t->sum.categories & 1u << LT_NAME)
        return false; /* Holger Nix; Nix sagte: a name, by stages/readings.c */
    for (uint32_t k = 0; t->sum.features & LT_F(negation) && k < t->reading_count; k++)
        if (d->readings.at[t->first_reading + k].features & LT_F(negation) &&
            (d->readings.at[t->first_reading + k].category != LT_CONJ || t->reading_count == 1)) /* weder, not noch */
            return true;
    return false;
}

/* wollte wissen, hatte wissen wollen: a phrase of a modal verb that has the clause's verb among its companions,
 * which say together what neither says. */
static lt_entry modal_report(const lt_document *d, const lt_clause *c, const uint32_t *words, uint32_t count,
                             uint32_t companions[LT_MAX_COMPANIONS], uint32_t *found)
{
    for (uint32_t v = 0; c->verb != LAUT_NONE && v < c->verb_count; v++) {
        const lt_token *t = &d->tokens.at[c->verbs[v]];
        for (uint32_t k = 0; t->sum.features & LT_F(modal) && k < t->reading_count; k++) {
            const lt_reading *r = &d->readings.at[t->first_reading + k];
            if (r->category != LT_VERB || !(r->features & LT_F(modal)))
                continue;
            lt_entry entry = lt_find_report(d, r->lemma, words, count, companions, found);
            for (uint32_t i = 0; entry != LAUT_NONE && i < *found; i++)
                if (companions[i] == c->verb)
                    return entry;
        }
    }
    *found = 0;
    return LAUT_NONE;
}

static void find_report(parser *p, lt_clause *c, const building *b)
{
    lt_document *d = p->d;
    uint32_t *words = lt_arena_alloc(&d->arena, b->units.count * sizeof *words);
    uint32_t n = 0, companions[LT_MAX_COMPANIONS], found = 0;
    for (uint32_t i = 0; words && i < b->units.count; i++)
        if (!(p->units.at[b->units.at[i]].is & IS_QUOTE))
            words[n++] = p->units.at[b->units.at[i]].token;
    lt_entry entry = modal_report(d, c, words, n, companions, &found);
    if (entry == LAUT_NONE)
        entry = lt_find_report(d, c->lemma, words, n, companions, &found);
    if (entry == LAUT_NONE && c->verb != LAUT_NONE) {
        /* another reading of the verb may report */
        const lt_token *t = &d->tokens.at[c->verb];
        for (uint32_t k = 0; k < t->reading_count && entry == LAUT_NONE; k++) {
            const lt_reading *r = &d->readings.at[t->first_reading + k];
            if (r->category != LT_VERB || r->lemma == c->lemma || c->verb_count > 1)
                continue;
            entry = lt_find_report(d, r->lemma, words, n, companions, &found);
            if (entry != LAUT_NONE)
                c->lemma = r->lemma;
        }
    }
    /* ist überzeugt, war entsetzt: a participle that says how somebody is */
    const lt_token *t = c->finite == LAUT_NONE || c->finite == c->verb || c->features & LT_F(subj1) ? NULL : &d->tokens.at[c->finite];
    for (uint32_t k = 0; t && entry == LAUT_NONE && k < t->reading_count; k++) {
        const lt_reading *r = &d->readings.at[t->first_reading + k];
        if (r->category == LT_VERB && r->features & LT_F(copula))
            entry = lt_find_report(d, r->lemma, words, n, companions, &found);
        for (uint32_t i = 0; entry != LAUT_NONE && i < found; i++) /* nach Überzeugung der Stadt ist das Haus verkauft worden */
            if (companions[i] > c->first && d->tokens.at[companions[i]].flags & LT_CAPITAL && lt_is(d, companions[i] - 1, LT_PREP) &&
                !(i > 0 && companions[i - 1] == companions[i] - 1))
                entry = LAUT_NONE;
        if (entry != LAUT_NONE) {
            c->lemma = r->lemma;
            c->passive = c->perfect = false;
        }
    }
    if (entry == LAUT_NONE)
        return;
    c->report = entry;
    for (uint32_t i = 0; i < found; i++) /* nicht ausschließen: the verb's own negation is none */
        c->negated &= !negation(d, companions[i]);
    uint32_t *cue = lt_arena_alloc(&d->arena, (c->verb_count + found) * sizeof *cue);
    if (!cue)
        return;
    lt_clause sorted = {.verbs = cue};
    for (uint32_t i = 0; i < c->verb_count; i++)
        add_verb(d, &sorted, c->verbs[i]);
    for (uint32_t i = 0; i < found; i++)
        add_verb(d, &sorted, companions[i]);
    c->report_tokens = cue;
    c->report_count = sorted.verb_count;
}

/* Ein namentlich nicht genannter Zeuge: an adverb between the article and unit `i`, and an adjective and a noun behind it that
 * agree with the article. */
static bool agreeing_attribute(const parser *p, const building *b, uint32_t i)
{
    const lt_document *d = p->d;
    const unit *all = p->units.at;
    if (i < 2 || i + 2 >= b->units.count || !(all[b->units.at[i - 1]].is & (IS_ADV | IS_ADJ)) || !(all[b->units.at[i + 2]].is & IS_NOUN))
        return false;
    uint32_t article = all[b->units.at[i - 2]].token, noun = all[b->units.at[i + 2]].token;
    if (noun != article + 4)
        return false;
    lt_agreement both = d->tokens.at[article].sum.det & d->tokens.at[noun - 1].sum.adj, own = 0;
    for (uint32_t k = 0; k < d->tokens.at[noun].reading_count; k++) {
        const lt_reading *r = &d->readings.at[d->tokens.at[noun].first_reading + k];
        own |= r->category == LT_NOUN ? lt_agreement_of(r->features) : 0;
    }
    return (both & own) != 0;
}

/* Die nicht abgerufenen Gelder, der nicht an der Studie beteiligte Forscher, die nicht näher benannte Quelle: the word of
 * negation at unit `i` of the clause negates only the attribute. */
static bool negates_attribute(const parser *p, const building *b, const lt_clause *c, uint32_t i)
{
    enum { LONGEST = 8 };
    const unit *all = p->units.at;
    if (agreeing_attribute(p, b, i))
        return true;
    if (!i || !(all[b->units.at[i - 1]].is & (IS_PREP | IS_DET)))
        return false;
    for (uint32_t k = i + 1; k + 1 < b->units.count && k <= i + LONGEST; k++) {
        const unit *u = &all[b->units.at[k]];
        uint32_t before = all[b->units.at[k - 1]].is, next = all[b->units.at[k + 1]].is;
        if (u->token == c->finite)
            return false;
        if (k == i + 1 && u->is & IS_ADJ && next & (IS_ADJ | IS_NOUN))
            return true;
        if (k > i + 1 && u->is & (IS_ADJ | IS_FIN) && !(u->is & IS_CLOSED) && before & (IS_NOUN | IS_ADV) && next & IS_NOUN)
            return true; /* beteiligte may be finite, too */
    }
    return false;
}

static void finish(parser *p, uint32_t index)
{
    lt_document *d = p->d;
    lt_clause *c = &d->clauses.at[index];
    building *b = of(p, index);
    c->segments = b->segments.at;
    c->segment_count = b->segments.count;
    c->first = b->segments.count ? b->segments.at[0].first : 0;
    c->last = b->segments.count ? b->segments.at[b->segments.count - 1].last : 0;
    for (uint32_t s = 0; s < b->segments.count; s++)
        for (uint32_t i = b->segments.at[s].first; i < b->segments.at[s].last; i++)
            d->clause_of[i] = index;
    if (c->kind == LT_MAIN && c->finite == LAUT_NONE)
        c->kind = LT_FRAGMENT;
    c->verbs = lt_arena_alloc(&d->arena, 12 * sizeof *c->verbs);
    if (!c->verbs)
        return;
    bool first_person = false;
    for (uint32_t i = 0; i < b->units.count; i++) {
        const unit *u = &p->units.at[b->units.at[i]];
        first_person |= (u->is & IS_FIRST_PERSON) != 0;
        if (u->is & IS_QUOTE || c->negated || !negation(d, u->token))
            continue;
        /* als „nicht haltbar“ bezeichnet: negates nothing outside the marks */
        bool attribute = negates_attribute(p, b, c, i);
        /* Auf Fragen und nicht als Teil der Rede sagte sie: in front of a verb in second place only its phrase */
        attribute |= i && c->kind == LT_MAIN && c->finite != LAUT_NONE && u->token < c->finite &&
                     !(u->is & (IS_DET | IS_PRON | IS_NOUN));
        c->negated = !attribute && (c->finite == LAUT_NONE || d->quote_of[u->token] == d->quote_of[c->finite]);
    }
    const lt_reading *finite = NULL;
    if (c->finite != LAUT_NONE) {
        add_verb(d, c, c->finite);
        c->verb = c->finite;
        finite = verb_reading(d, c->finite, LT_F(fin));
        c->features = finite_features(d, c->finite, first_person);
    }
    if (finite)
        c->lemma = finite->lemma;
    bool auxiliary = finite && finite->features & (LT_F(aux) | LT_F(modal));
    if (auxiliary || c->kind == LT_INFINITIVE)
        right_bracket(p, c, b);
    else if (finite && !c->verb_last)
        separable_prefix(p, c, b);
    if (c->verb != LAUT_NONE && c->verb != c->finite) {
        const lt_reading *full = verb_reading(d, c->verb, LT_F(participle));
        bool participle = full != NULL;
        if (!full)
            full = verb_reading(d, c->verb, LT_F(inf) | LT_F(zuinf));
        unsigned builds = 0, inner = 0;
        bool infinitive_inside = false; /* hat *roden* lassen, but not: ist zu roden */
        if (finite)
            builds = lt_builds(d->engine, finite->lemma);
        for (uint32_t i = 0; i < c->verb_count; i++)
            if (c->verbs[i] != c->verb && c->verbs[i] != c->finite) {
                const lt_reading *r = verb_reading(d, c->verbs[i], LT_F(inf) | LT_F(participle) | LT_F(zuinf));
                if (r)
                    inner |= lt_builds(d->engine, r->lemma);
                infinitive_inside |= r && r->features & LT_F(inf);
            }
        if (full) {
            c->lemma = full->lemma;
            c->passive = participle && ((builds | inner) & LT_BUILDS_PASSIVE);
            c->perfect = (participle || (infinitive_inside && full->features & LT_F(inf))) && !c->passive && (builds & LT_BUILDS_PERFECT);
        }
    }
    find_report(p, c, b);
}

/* ---------------------------------------------------------------- regions */

static void region(lt_document *d, uint32_t sentence, uint32_t first, uint32_t last, uint32_t around);

/* The outermost whole quotation inside `around` that begins at token i, or LAUT_NONE. */
static uint32_t whole_quote(const lt_document *d, uint32_t i, uint32_t around)
{
    uint32_t found = LAUT_NONE;
    for (uint32_t q = d->quote_of[i]; q != LAUT_NONE && q != around; q = d->quotes.at[q].parent)
        if (d->quotes.at[q].whole && d->quotes.at[q].first == i)
            found = q;
    return found;
}

static void region(lt_document *d, uint32_t sentence, uint32_t first, uint32_t last, uint32_t around)
{
    parser p = {.d = d, .sentence = sentence, .last = LAUT_NONE, .subject_to = LAUT_NONE};
    p.first_clause = d->clauses.count;
    lt_vec(piece) pieces = {0};
    piece s = {.before = LT_STOP};
    for (uint32_t i = first; i <= last; i++) {
        const lt_token *t = i < last ? &d->tokens.at[i] : NULL;
        uint32_t q = t ? whole_quote(d, i, around) : LAUT_NONE;
        if (q != LAUT_NONE) {
            unit *u = lt_push(&d->arena, &p.units);
            if (!u)
                return;
            uint32_t end = d->quotes.at[q].last < last ? d->quotes.at[q].last : last;
            *u = (unit){i, end, IS_QUOTE};
            i = end - 1;
            continue;
        }
        if (t && (t->kind == LT_WORD || t->kind == LT_NUMBER)) {
            if (s.first < p.units.count && lt_comma_is_missing(d, &p.units.at[s.first], p.units.count - s.first, i)) {
                s.last = p.units.count;
                piece *slot = lt_push(&d->arena, &pieces);
                if (!slot)
                    return;
                *slot = s;
                s = (piece){.first = p.units.count, .last = p.units.count, .before = LT_COMMA};
            }
            unit *u = lt_push(&d->arena, &p.units);
            if (!u)
                return;
            *u = (unit){i, i + 1, d->tokens.at[i].sum.is};
            continue;
        }
        if (t && t->kind == LT_OPEN) {
            uint32_t close = closing_bracket(d, i, last);
            if (close > i && !supplied(d, i, close)) {
                i = close;
                continue;
            }
        }
        if (t && (t->kind == LT_MARK || t->kind == LT_OTHER || t->kind == LT_CLOSE || t->kind == LT_OPEN))
            continue;
        s.last = p.units.count;
        if (t && s.first < s.last && !lt_mark_cuts(d, p.units.at, s.first, p.units.count, i, last))
            continue;
        piece *slot = lt_push(&d->arena, &pieces);
        if (!slot)
            return;
        *slot = s;
        s = (piece){.first = p.units.count, .last = p.units.count,
                    .before = t ? (lt_token_kind)t->kind : LT_STOP};
    }
    for (uint32_t k = 0; k < pieces.count; k++) {
        if (pieces.at[k].before == LT_STOP) { /* sentences inside a quotation */
            p.depth = 0;
            p.last = p.subject_to = LAUT_NONE;
        }
        if (pieces.at[k].first < pieces.at[k].last)
            cut(&p, pieces.at[k]);
    }
    for (uint32_t c = p.first_clause; c < d->clauses.count; c++)
        finish(&p, c);
    for (uint32_t i = first; i < last; i++) {
        uint32_t q = whole_quote(d, i, around);
        if (q != LAUT_NONE) {
            const lt_quote *x = &d->quotes.at[q];
            uint32_t end = x->last < last ? x->last : last;
            bool bare = d->tokens.at[i].kind != LT_MARK; /* an answer without marks */
            region(d, sentence, bare ? i : i + 1, x->unclosed || bare || x->last > last ? end : end - 1, q);
            i = end - 1;
        }
    }
}

int lt_clauses_stage(lt_document *d, laut_error *error)
{
    d->clause_of = lt_arena_alloc(&d->arena, (d->tokens.count + 1) * sizeof *d->clause_of);
    if (!d->clause_of)
        return lt_out_of_memory(error);
    memset(d->clause_of, 0xff, (d->tokens.count + 1) * sizeof *d->clause_of);
    d->first_clause = lt_arena_alloc(&d->arena, (d->sentences.count + 1) * sizeof *d->first_clause);
    if (!d->first_clause)
        return lt_out_of_memory(error);
    for (uint32_t s = 0; s < d->sentences.count; s++) {
        d->first_clause[s] = d->clauses.count;
        region(d, s, d->sentences.at[s].first, d->sentences.at[s].last, LAUT_NONE);
    }
    d->first_clause[d->sentences.count] = d->clauses.count;
    return d->arena.failed ? lt_out_of_memory(error) : 0;
}
