#include "stages/phrases.h"

#include <string.h>

#include "base/fold.h"
#include "engine/engine.h"
#include "engine/morphology.h"
#include "engine/names.h"
#include "stages/extent.h"
#include "stages/heads.h"
#include "stages/propernames.h"

uint32_t lt_new_mention(lt_chunker *x, lt_mention m)
{
    lt_mention *fresh = lt_push(&x->d->arena, &x->d->mentions);
    if (!fresh)
        return LAUT_NONE;
    *fresh = m;
    return x->d->mentions.count - 1;
}

void lt_join_mentions(lt_document *d, uint32_t a, uint32_t b)
{
    lt_mention *m = &d->mentions.at[a], *n = &d->mentions.at[b];
    n->owner = a;
    m->next = b;
    m->last = n->last;
    m->features |= LT_F(pl);
    m->features &= n->features | ~LT_CASES;
}

/* ---------------------------------------------------------------- determiners and owners */

/* einer der Richter, keines der Ämter: an article of a singular, which is a pronoun too, and the
 * definite one */
static bool one_of(const lt_document *d, uint32_t i)
{
    bool definite = false;
    for (uint32_t k = 0; k < d->tokens.at[i + 1].reading_count; k++)
        definite |= reading(d, i + 1, k)->category == LT_DET && reading(d, i + 1, k)->features & LT_F(def);
    return definite && of_category(d, i, LT_PRON) & CASE(NOM) & ~PLURAL;
}

/* Participle with its own phrase between article and noun: der bei dem Sturm nicht verletzte
 * Hirte. The token of the noun, or LAUT_NONE. */
static uint32_t behind_participle(const lt_chunker *x, uint32_t i, uint32_t end, lt_agreement det)
{
    const lt_document *d = x->d;
    lt_agreement inner = ALL & ~CASE(NOM); /* what the preposition's own phrase may be, as long as it lacks its noun */
    for (uint32_t k = i; k + 1 < end && k < i + 16 && mine(x, k, end); k++) {
        uint32_t q = d->quote_of[k];
        bool title = q != LAUT_NONE && !d->quotes.at[q].whole && d->quotes.at[q].first > i; /* in dem im Blatt „Elbe“ erschienenen Aufsatz */
        if ((finite_verb(x, k) || d->tokens.at[k].kind == LT_MARK) && !title)
            return LAUT_NONE;
        bool participle = false;
        for (uint32_t r = 0; r < d->tokens.at[k].reading_count; r++)
            participle |= reading(d, k, r)->category == LT_ADJ &&
                          !(reading(d, k, r)->features & LT_F(pred));
        /* die an alten Plänen interessierte Wirtin */
        if (participle && k > i && noun_word(d, k + 1) && d->tokens.at[k].sum.adj & inner & of_category(d, k + 1, LT_NOUN))
            inner = 0;
        else if (participle && k > i && noun_word(d, k + 1) && d->tokens.at[k].sum.adj & det)
            return k + 1;
        else if (is(d, k, LT_DET) && (k > i || !is(d, k, LT_PREP)))
            inner &= d->tokens.at[k].sum.det;
        else if (k > i && !participle && !is(d, k, LT_ADV) && !is(d, k, LT_PART))
            inner = 0;
    }
    return LAUT_NONE;
}

/* dessen Angaben, deren Sprecher: the owner is a pronoun. Returns the token behind it. */
static uint32_t behind_relative_owner(const lt_chunker *x, lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    if (!(mine(x, i + 1, p->end) && is(d, i, LT_PRON) && !is(d, i, LT_DET) && noun_word(d, i + 1) && !capital_word(d, i)))
        return i;
    bool genitive = false;
    for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++)
        genitive |= reading(d, i, k)->features & (LT_F(rel) | LT_F(dem)) &&
                    (reading(d, i, k)->features & LT_CASES) == LT_F(gen);
    if (genitive) {
        p->determined = p->m.definite = p->m.possessive = true;
        i++;
    }
    return i;
}

/* der, alle diese, seine drei: the determiner that the phrase begins with. Returns the token behind it. */
static uint32_t behind_determiner(const lt_chunker *x, lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    const uint32_t end = p->end;
    lt_mention *m = &p->m;
    for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++) {
        const lt_reading *r = reading(d, i, k);
        if (r->category == LT_DET) {
            m->definite |= (r->features & (LT_F(def) | LT_F(dem) | LT_F(poss))) != 0;
            m->possessive |= (r->features & LT_F(poss)) != 0;
            m->features |= r->features & (LT_F(poss) | LT_F(dem) | LT_F(indef) | LT_F(def) | LT_F(negation));
        }
    }
    p->all = p->det;
    p->determined = true;
    i++;
    /* ein der Zeitung vorliegendes Papier */
    if (mine(x, i, end) && !capital_word(d, i) && is(d, i, LT_DET) && !is(d, i - 1, LT_PREP) && !one_of(d, p->first)) {
        uint32_t noun = behind_participle(x, i, end, p->det);
        if (noun != LAUT_NONE)
            return noun;
    }
    /* alle diese, die beiden, seine drei; but: einer der Richter */
    if (mine(x, i, end) && d->tokens.at[i].sum.det & p->all && !capital_word(d, i) &&
        i + 1 < end && (noun_word(d, i + 1) || is(d, i + 1, LT_ADJ)) && !one_of(d, p->first) &&
        !(m->definite && d->tokens.at[i].sum.features & LT_F(indef) && !is(d, i, LT_PRON))) /* nannte das ein Märchen */
        p->all &= d->tokens.at[i++].sum.det;
    /* die im Tal wohnenden Leute, die nicht am Bau beteiligten Leute */
    uint32_t prep = mine(x, i, end) && is(d, i, LT_PART) && d->tokens.at[i].sum.features & LT_F(negation) ? i + 1 : i;
    if (mine(x, prep, end) && !capital_word(d, prep) && is(d, prep, LT_PREP) && !lt_quoted_name(x, prep, end)) {
        uint32_t noun = behind_participle(x, prep, end, p->det);
        if (noun != LAUT_NONE)
            i = noun;
    }
    return i;
}

/* Grothes Sprecher: the owner stands in front, and is a mention by itself. Returns the token behind it. */
static uint32_t behind_owner(lt_chunker *x, lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    uint32_t owner = lt_owner_in_front(x, i, p->end);
    if (!owner)
        return i;
    lt_mention o = p->m;
    o.last = o.core_last = o.name_last = i + owner;
    o.head = i + owner - 1;
    o.name_first = i;
    o.named = true;
    o.type = LT_TYPE_PERSON;
    o.features = LT_F(gen) | LT_F(sg);
    lt_entry e;
    uint8_t type;
    if (lt_find_name(d, i, i + owner, &e, &type) == owner) {
        o.entry = e;
        o.type = type;
    }
    p->possessor = lt_new_mention(x, o);
    p->m.definite = true;
    i += owner;
    i += mine(x, i, p->end) && lt_is_apostrophe(d, i); /* Harms’ Kollegin */
    return i;
}

/* ---------------------------------------------------------------- adjectives and numbers */

/* A noun that is declined like an adjective: Angeklagte, 44-Jährige. */
static bool adjectival(const lt_document *d, uint32_t i)
{
    for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++)
        if (reading(d, i, k)->category == LT_NOUN && lt_entry_has(d->engine, reading(d, i, k)->entry, LT_HAS(traits, adj)))
            return true;
    return false;
}

/* der Ebertaler Bürgermeister, die Ebertaler Feuerwehr: an adjective from a town that no lexicon has. */
static bool of_town(const lt_chunker *x, uint32_t i, uint32_t end)
{
    const lt_document *d = x->d;
    if (!mine(x, i, end) || !mine(x, i + 1, end) || !capital_word(d, i) || !capital_word(d, i + 1))
        return false;
    return compound(d, i) && lt_is_thing(d, i) && is(d, i, LT_NOUN) && !given_name(d, i) && !surname(d, i) &&
           !finite_verb(x, i) && solid_noun(d, i + 1) && !lt_is_thing(d, i + 1);
}

/* (um) 8 Uhr starken Rauch: a time of the day, which has no plural, measures nothing; but: 81 Jahre alte. */
static bool is_clock(const lt_document *d, uint32_t i)
{
    bool clock = false;
    for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++) {
        const lt_reading *r = reading(d, i, k);
        if (r->category == LT_NOUN && r->features & LT_F(pl))
            return false;
        clock |= r->category == LT_NOUN && lt_is_time(d->engine, r->lemma);
    }
    return clock;
}

/* 300, 81 Jahre alte: the token behind the number at token `i`, and behind what it measures. */
static uint32_t behind_number(const lt_chunker *x, lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    /* (die) 24 und 31 Jahre alten */
    while (mine(x, i + 2, p->end) && d->tokens.at[i + 2].kind == LT_NUMBER && is(d, i + 1, LT_CONJ) && d->tokens.at[i + 1].sum.features & LT_F(and))
        i += 2;
    /* 74 Seiten lange, 81 Jahre alte */
    if (i + 3 < p->end && mine(x, i + 3, p->end) && capital_word(d, i + 1) && d->tokens.at[i + 2].sum.adj & p->all &&
        !capital_word(d, i + 2) && noun_word(d, i + 3) && !is_clock(d, i + 1)) {
        p->all &= d->tokens.at[i + 2].sum.adj;
        return i + 3;
    }
    p->counted |= !(d->tokens.at[i].flags & LT_ORDINAL);
    return i + 1;
}

/* An adjective or a number, or an adverb in front of one (rund 300, sehr große): the token behind it, or `i` if there is
 * none. `from`: the first of them. */
static uint32_t behind_modifier(const lt_chunker *x, lt_noun_phrase *p, uint32_t i, uint32_t from)
{
    const lt_document *d = x->d;
    const lt_token *t = &d->tokens.at[i];
    if (t->kind == LT_NUMBER)
        return behind_number(x, p, i);
    if (t->kind != LT_WORD || finite_verb(x, i))
        return i;
    lt_agreement adj = t->sum.adj;
    bool more = mine(x, i + 1, p->end);
    if (adj && (adj & p->all) && more && !(is(d, i, LT_PREP) && !p->determined) && !is(d, i, LT_DET)) {
        p->all &= adj;
        return i + 1;
    }
    if (is(d, i, LT_NUM) && more) {
        lt_agreement number = of_category(d, i, LT_NUM); /* nach dem Tod zweier Fischer */
        if (number & p->all && !(number & CASE(NOM)))
            p->all &= number;
        p->counted |= number && !(number & ~PLURAL); /* drei, but not eins */
        return i + 1;
    }
    if (i > p->first && is(d, i, LT_PREP) && !p->determined)
        return i; /* 2007 laut neuer Statistik */
    bool adverb = is(d, i, LT_ADV) || is(d, i, LT_PART) || is(d, i, LT_ADJ);
    if (adverb && more && (p->determined || p->depth > 0 || i > from) &&
        (d->tokens.at[i + 1].kind == LT_NUMBER || d->tokens.at[i + 1].sum.adj & p->all || (p->determined && adjectival(d, i + 1)) ||
         /* die nicht näher benannte Quelle */
         (p->determined && is(d, i, LT_PART) && mine(x, i + 2, p->end) && is(d, i + 1, LT_ADJ) && d->tokens.at[i + 2].sum.adj & p->all) ||
         /* einen namentlich nicht genannten Zeugen */
         (p->determined && i + 3 < p->end && mine(x, i + 3, p->end) && (is(d, i + 1, LT_PART) || is(d, i + 1, LT_ADV)) && !is(d, i + 1, LT_PREP) &&
          !finite_verb(x, i + 1) && d->tokens.at[i + 2].sum.adj & p->all && !capital_word(d, i + 2) && of_category(d, i + 3, LT_NOUN) & d->tokens.at[i + 2].sum.adj & p->all)))
        return i + 1; /* die heute 44-Jährige */
    if (adverb && !is(d, i, LT_ADJ) && !lt_is_contracted(d, i) && i == p->first && more && d->tokens.at[i + 1].kind == LT_NUMBER)
        return i + 1; /* rund 300 */
    if (i > p->first && more && p->determined && is(d, i, LT_CONJ) && d->tokens.at[i + 1].sum.adj & p->all && i > from)
        return i + 1; /* neue und alte */
    return i;
}

/* Adjectives, numbers, and adverbs in front of them. Returns the token behind them. */
static uint32_t behind_modifiers(const lt_chunker *x, lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    const uint32_t from = i, end = p->end;
    while (mine(x, i, end) && !capital_word(d, i) && d->tokens.at[i].kind != LT_MARK && !lt_is_address(d, i)) {
        uint32_t behind = behind_modifier(x, p, i, from);
        if (behind == i)
            break;
        i = behind;
    }
    if (i > from && !p->determined && mine(x, i, end) && d->tokens.at[i].kind == LT_WORD &&
        !capital_word(d, i) && is(d, i, LT_PREP)) {
        uint32_t noun = behind_participle(x, i, end, p->all);
        if (noun != LAUT_NONE && noun > i + 2) /* but: bis 2023 ohne schriftlichen Vertrag */
            i = noun;
    }
    p->paper = (!p->determined || p->m.definite) && lt_is_town_paper(x, i, end) &&
               (!p->determined || of_category(d, i + 1, LT_NOUN) & p->all || !is(d, i + 1, LT_NOUN)) &&
               !(p->determined && mine(x, i + 2, end) && lt_quoted_name(x, i + 2, end)); /* die Tarnauer Zeitung „Uferpost“ */
    if (p->determined && !p->paper && of_town(x, i, end) && of_category(d, i + 1, LT_NOUN) & p->all)
        i++;
    p->modified = i > from;
    return i;
}

/* ---------------------------------------------------------------- pronouns */

static bool indefinite(const lt_document *d, uint32_t i)
{
    for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++)
        if (reading(d, i, k)->category == LT_PRON && reading(d, i, k)->features & LT_F(indef))
            return true;
    return false;
}

/* Whether a possessive may be a personal pronoun in the dative, too: ihr. */
static bool dative_pronoun(const lt_document *d, uint32_t i)
{
    bool possessive = false, dative = false;
    for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++) {
        const lt_reading *r = reading(d, i, k);
        possessive |= r->category == LT_DET && r->features & LT_F(poss);
        dative |= r->category == LT_PRON && r->features & LT_F(pers) && r->features & LT_F(dat);
    }
    return possessive && dative;
}

/* (bestätigte) das Ada Brandt: a pronoun in front of a personal name, which is no neuter. */
static bool no_article(const lt_chunker *x, uint32_t i, uint32_t end)
{
    const lt_document *d = x->d;
    if (!is(d, i, LT_PRON) || i + 2 >= end || !given_name(d, i + 1) || lt_personal_name(x, i + 1, end, false) < i + 3)
        return false;
    lt_agreement article = d->tokens.at[i].sum.det;
    return (lt_features_of(article) & LT_GENDERS) == LT_F(n) && !(of_category(d, i + 1, LT_NAME) & article);
}

uint32_t lt_pronoun_phrase(lt_chunker *x, uint32_t i)
{
    lt_document *d = x->d;
    lt_agreement a = 0;
    uint64_t kinds = 0, persons = 0;
    lt_word lemma = LT_NO_WORD;
    for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++) {
        const lt_reading *r = reading(d, i, k);
        if (r->category != LT_PRON)
            continue;
        a |= lt_agreement_of(r->features);
        kinds |= r->features & ~(LT_CASES | LT_GENDERS | LT_NUMBERS | LT_PERSONS);
        persons |= r->features & LT_PERSONS;
        lemma = r->lemma;
    }
    if (!a || kinds & LT_F(refl))
        return LAUT_NONE;
    return lt_new_mention(x, (lt_mention){.first = i, .last = i + 1, .core_last = i + 1, .head = i,
                       .name_first = i, .name_last = i, .attribute = LAUT_NONE, .owner = LAUT_NONE,
                       .next = LAUT_NONE, .preposition = LAUT_NONE, .clause = x->clause,
                       .sentence = x->c->sentence, .features = lt_features_of(a) | kinds | persons,
                       .type = LT_TYPE_THING, .pronoun = true, .lemma = lemma, .entry = LAUT_NONE});
}

/* (ein Mann) namens, (jemand) unter dem Namen: the token behind such words, or LAUT_NONE (lex/naming.tsv). */
static uint32_t behind_naming(const lt_chunker *x, uint32_t first, uint32_t end)
{
    const lt_document *d = x->d;
    const lt_table *t = lt_engine_table(d->engine, "lex/naming.tsv", NULL);
    uint32_t column = lt_column(t, "words");
    for (uint32_t r = 0; t && r < t->row_count; r++) {
        uint32_t i = first;
        const char *words = lt_cell_at(t, r, column);
        if (words[0] != d->tokens.at[first].folded[0]) /* as most of them */
            continue;
        for (; *words && mine(x, i, end) && d->tokens.at[i].kind == LT_WORD; i++) {
            size_t n = strcspn(words, " ");
            char folded[LT_MAX_WORD];
            if (n >= LT_MAX_WORD || lt_fold(words, n, folded) != d->tokens.at[i].folded_size ||
                memcmp(folded, d->tokens.at[i].folded, d->tokens.at[i].folded_size) != 0)
                break;
            words += n + (words[n] == ' ');
        }
        if (!*words)
            return i;
    }
    return LAUT_NONE;
}

/* ein Mann namens Otto Grothe, jemand unter dem Namen „Elbfan“: mention `m`, which ends before token `i`, has its name there.
 * Returns the token behind it, or `i` if there is none. */
static uint32_t behind_given_name(const lt_chunker *x, lt_mention *m, uint32_t i, uint32_t end)
{
    const lt_document *d = x->d;
    if (m->named || !mine(x, i + 1, end) || d->tokens.at[i].kind != LT_WORD || !is(d, i, LT_PREP))
        return i;
    uint32_t name = behind_naming(x, i, end);
    if (name == LAUT_NONE || !(capital_word(d, name) || d->tokens.at[name].kind == LT_MARK || lt_is_handle(d, name)))
        return i;
    const lt_quote *q = lt_quoted_name(x, name, end);
    uint32_t to = q ? q->last : lt_personal_name(x, name, end, false);
    if (to == name && !q && d->tokens.at[name].kind == LT_WORD) /* Elbfan, elbfan72: whatever it looks like */
        to++;
    if (to == name)
        return i;
    m->name_first = name;
    m->name_last = to;
    m->named = true;
    return to;
}

/* Zwei der Zeugen: a number, and of whom. The mention, or LAUT_NONE. */
static uint32_t some_of(lt_chunker *x, const lt_noun_phrase *p)
{
    lt_document *d = x->d;
    const uint32_t i = p->first + 1;
    if (p->depth > 0 || !is(d, p->first, LT_NUM) || !mine(x, i, p->end) || !(d->tokens.at[i].sum.det & CASE(GEN)))
        return LAUT_NONE;
    const uint32_t before = d->mentions.count;
    lt_mention m = p->m;
    m.head = p->first;
    m.last = m.core_last = i;
    m.type = LT_TYPE_GROUP;
    m.lemma = LT_NO_WORD;
    m.features = LT_F(nom) | LT_F(acc) | LT_F(dat) | LT_F(pl);
    uint32_t index = lt_new_mention(x, m);
    if (index == LAUT_NONE)
        return LAUT_NONE;
    lt_attributes(x, index, p->end, p->depth);
    uint32_t whom = d->mentions.at[index].attribute;
    if (whom != LAUT_NONE && (d->mentions.at[whom].type == LT_TYPE_PERSON || d->mentions.at[whom].type == LT_TYPE_GROUP) &&
        d->mentions.at[whom].features & LT_F(pl))
        return index;
    d->mentions.count = before;
    return LAUT_NONE;
}

/* die beiden, die meisten, ein anderer: no noun comes, and `i` is the token where it would stand. The mention of the
 * pronoun, or LAUT_NONE. */
static uint32_t without_noun(lt_chunker *x, const lt_noun_phrase *p, uint32_t i)
{
    lt_document *d = x->d;
    const uint32_t first = p->first;
    if (p->det && mine(x, i, p->end) && i > first && d->tokens.at[i].kind == LT_WORD && indefinite(d, i) &&
        of_category(d, i, LT_PRON) & p->det && !finite_verb(x, i)) {
        /* die beiden, die meisten */
        uint32_t pronoun = lt_pronoun_phrase(x, i);
        if (pronoun == LAUT_NONE)
            return LAUT_NONE;
        lt_mention *m = &d->mentions.at[pronoun];
        m->first = first;
        m->features &= ~(LT_CASES | LT_GENDERS | LT_NUMBERS);
        m->features |= lt_features_of(of_category(d, i, LT_PRON) & p->det) | LT_F(indef);
        if (p->depth < 3)
            lt_attributes(x, pronoun, p->end, p->depth);
        return pronoun;
    }
    /* die beiden, ein anderer: an adjective without a noun is seldom a party */
    uint32_t pronoun = is(d, first, LT_PRON) ? lt_pronoun_phrase(x, first) : LAUT_NONE;
    if (pronoun != LAUT_NONE && d->mentions.at[pronoun].features & LT_F(indef)) {
        lt_mention *m = &d->mentions.at[pronoun]; /* jemand namens Grothe */
        uint32_t last = behind_given_name(x, m, first + 1, p->end);
        if (last > first + 1) {
            m->last = m->core_last = last;
            m->pronoun = false;
            m->type = LT_TYPE_PERSON;
            m->lemma = LT_NO_WORD;
            return pronoun;
        }
    }
    if (pronoun != LAUT_NONE && p->depth < 3 && !(d->mentions.at[pronoun].features & LT_F(pers)))
        lt_attributes(x, pronoun, p->end, p->depth);
    return pronoun;
}

/* ---------------------------------------------------------------- the whole phrase */

/* The span behind a name that belongs to it: (SPD), (54). */
static uint32_t bracket(const lt_chunker *x, uint32_t i, uint32_t end)
{
    const lt_document *d = x->d;
    if (i >= end || d->tokens.at[i].kind != LT_OPEN)
        return i;
    for (uint32_t k = i + 1; k < end && k < i + 7; k++)
        if (d->tokens.at[k].kind == LT_CLOSE)
            return k + 1;
    return i;
}

/* im Jahr 2005, Artikel 65: the token behind the number behind a noun, or `i` if there is none. */
static uint32_t behind_figure(const lt_chunker *x, const lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    const lt_mention *m = &p->m;
    bool figure = !m->named && (m->type == LT_TYPE_THING || m->type == LT_TYPE_DOCUMENT) && mine(x, i, p->end) &&
                  d->tokens.at[i].kind == LT_NUMBER && !(d->tokens.at[i].flags & LT_ORDINAL) &&
                  !(mine(x, i + 1, p->end) && (capital_word(d, i + 1) || is(d, i + 1, LT_ADJ)));
    return figure ? i + 1 : i;
}

/* in Hude: where the text has nobody of that name. */
static bool is_town(const lt_document *d, const lt_mention *m)
{
    return m->first > 0 && m->last - m->first == 1 && is(d, m->first - 1, LT_PREP) &&
           lt_attributive(d->engine, d->tokens.at[m->first - 1].form) & LT_OF_TOWNS && !surname(d, m->first) && !given_name(d, m->first);
}

/* Ellenrode. Der Bus …: a name by itself in front of a paragraph's first sentence says where. */
static bool is_dateline(const lt_document *d, const lt_mention *m)
{
    const lt_sentence *s = &d->sentences.at[m->sentence];
    /* Frankfurt/Main – Der Rat … */
    if (m->first == s->first + 2 && s->paragraph && m->last == m->first + 1 && d->text.bytes[d->tokens.at[m->first - 1].begin] == '/' &&
        (m->last >= s->last || d->tokens.at[m->last].kind == LT_DASH || d->tokens.at[m->last].kind == LT_OPEN || d->tokens.at[m->last].kind == LT_STOP))
        return true;
    return m->first == s->first && m->name_first == m->first && m->last + 1 == s->last && s->paragraph && d->tokens.at[m->last].kind == LT_STOP &&
           !given_name(d, m->first) && m->sentence + 1 < d->sentences.count && !s[1].paragraph;
}

/* die Sozialreformerin: no lexicon has her, but the ending makes persons. */
static bool ends_as_person(const lt_document *d, const lt_mention *m)
{
    bool person = false;
    for (uint32_t k = 0; k < d->tokens.at[m->head].reading_count; k++) {
        const lt_reading *r = reading(d, m->head, k);
        person |= r->category == LT_NOUN && r->features & LT_F(person) && !(r->features & LT_F(weak));
    }
    return person;
}

/* What the whole phrase says of its party: the features and the type that are left. */
static void settle(const lt_document *d, lt_noun_phrase *p)
{
    lt_mention *m = &p->m;
    if (!p->all)
        p->all = p->det ? p->det : ALL;
    if (!p->determined && m->first > 0 && m->first == p->first && lt_is_contracted(d, m->first - 1)) { /* im Achter: no woman */
        lt_agreement article = of_category(d, m->first - 1, LT_PREP);
        p->all = article & p->all ? article & p->all : p->all;
    }
    m->features |= lt_features_of(p->all) | (p->counted ? LT_F(pl) : 0); /* 80 Prozent sagten */
    if (m->type == LT_TYPE_THING && !m->named && p->determined && m->entry == LAUT_NONE && ends_as_person(d, m))
        m->type = LT_TYPE_PERSON;
    if (m->type == LT_TYPE_THING && !m->named && m->definite && m->head == m->first + 1 && lt_is_firm_name(d, m->head)) {
        m->type = LT_TYPE_ORGANIZATION; /* der Konzern Cordawerk … die Cordawerk */
        m->named = true;
        m->name_first = m->head;
        m->name_last = m->head + 1;
    }
    if (m->type == LT_TYPE_ORGANIZATION && m->named && m->name_last - m->name_first > 1 && given_name(d, m->name_first) &&
        m->entry != LAUT_NONE && lt_entry_has(d->engine, m->entry, LT_HAS(traits, title)))
        m->type = LT_TYPE_PERSON; /* Veranstalter Otto Grothe */
    if (p->counted && (m->type == LT_TYPE_PERSON || m->type == LT_TYPE_DOCUMENT) && !m->named) /* 300 Besucher erwartet der Wirt: not der Besucher */
        m->features &= ~LT_F(sg);
    /* Kunden rät sie, …: without an article what can be the subject is several */
    if (m->type == LT_TYPE_PERSON && !m->named && m->first == m->head && !p->determined && p->all & CASE(NOM) && !(p->all & CASE(NOM) & ~PLURAL) &&
        !(m->first > 0 && is(d, m->first - 1, LT_PREP)))
        m->features &= ~LT_F(sg);
    if (m->type == LT_TYPE_PERSON && !m->named && (m->features & LT_NUMBERS) == LT_F(pl))
        m->type = LT_TYPE_GROUP;
    if (m->named && m->type == LT_TYPE_PERSON && (is_dateline(d, m) || is_town(d, m)))
        m->type = LT_TYPE_PLACE;
}

/* The reading joins what stands before token k: weder A noch B; but nach Angaben der Kammer noch drei Betriebe. */
static bool is_joint(const lt_document *d, uint32_t k, const lt_reading *r)
{
    bool joint = (r->features & LT_F(and)) && !(r->features & LT_F(negation));
    const uint32_t begin = d->sentences.at[d->sentence_of[k]].first;
    for (uint32_t t = k; r->features & LT_F(and) && t-- > begin && !joint;)
        joint = is(d, t, LT_CONJ) && d->tokens.at[t].sum.features & LT_F(negation);
    return joint;
}

/* A und B, sowohl A als auch B: what is joined to mention `index`, which the phrase has become. */
static void join_conjunct(lt_chunker *x, const lt_noun_phrase *p, uint32_t index)
{
    lt_document *d = x->d;
    const uint32_t first = p->first, end = p->end, k = d->mentions.at[index].last;
    /* sowohl A als auch B */
    bool paired = mine(x, k + 2, end) && first > 0 && d->tokens.at[first - 1].sum.features & LT_F(circum) && is(d, first - 1, LT_CONJ) &&
                  is(d, k, LT_CONJ) && lt_compares(d, k) && (is(d, k + 1, LT_ADV) || is(d, k + 1, LT_PART));
    if (!(p->depth < 3 && mine(x, k, end) && is(d, k, LT_CONJ) && mine(x, k + 1, end) && (paired || !lt_compares(d, k))))
        return;
    bool joins = paired;
    for (uint32_t r = 0; r < d->tokens.at[k].reading_count; r++)
        joins |= is_joint(d, k, reading(d, k, r));
    uint32_t before = d->mentions.count, other = paired ? k + 2 : k + 1;
    uint32_t b = joins && !finite_verb(x, other) ? lt_phrase(x, other, end, p->depth + 1) : LAUT_NONE;
    bool fits = b != LAUT_NONE && !d->mentions.at[b].pronoun &&
                d->mentions.at[b].features & d->mentions.at[index].features & LT_CASES;
    /* Otto Grothe von der SPD und Ada Brandt: she is joined to him */
    fits &= b == LAUT_NONE || !x->of_person || d->mentions.at[b].type != LT_TYPE_PERSON || d->mentions.at[index].type == LT_TYPE_PERSON ||
            d->mentions.at[index].type == LT_TYPE_GROUP;
    bool speaks = fits && (d->mentions.at[index].type != LT_TYPE_THING) == (d->mentions.at[b].type != LT_TYPE_THING);
    if (speaks) {
        lt_join_mentions(d, index, b);
    } else if (b != LAUT_NONE) {
        d->mentions.count = before;
    }
}

/* der von Otto Grothe als „viel zu alt“ bezeichnete Damm: who says so is a mention inside of mention `index`. */
static void inner_agent(lt_chunker *x, uint32_t index)
{
    lt_document *d = x->d;
    const uint32_t first = d->mentions.at[index].first, head = d->mentions.at[index].head;
    uint32_t mark = first;
    while (mark < head && d->tokens.at[mark].kind != LT_MARK)
        mark++;
    if (first + 3 > head || mark == head || !is(d, first + 1, LT_PREP) || !lt_is_agent(d->engine, d->tokens.at[first + 1].form))
        return;
    uint32_t inner = lt_phrase(x, first + 2, mark, 1);
    if (inner == LAUT_NONE)
        return;
    d->mentions.at[inner].preposition = first + 1;
    d->mentions.at[inner].owner = index;
}

/* (auf) mit der Sache vertraute Personen: the noun of a phrase that begins with the phrase of its participle, behind another
 * preposition; or LAUT_NONE. */
static uint32_t behind_inner_phrase(const lt_chunker *x, uint32_t first, uint32_t end)
{
    const lt_document *d = x->d;
    if (!first || !mine(x, first, end) || capital_word(d, first) || !is(d, first, LT_PREP) || !is(d, first - 1, LT_PREP) || is(d, first - 1, LT_VERB))
        return LAUT_NONE;
    return behind_participle(x, first, end, ALL);
}

/* ein Teil der Anwohner, die Mehrheit der Abgeordneten: some people are people. */
static bool is_share_of_people(const lt_document *d, const lt_mention *m)
{
    const lt_mention *of = m->attribute == LAUT_NONE ? NULL : &d->mentions.at[m->attribute];
    if (m->type != LT_TYPE_THING || m->named || !of || of->first <= m->head || of->preposition != LAUT_NONE || !(of->features & LT_F(pl)) ||
        (of->type != LT_TYPE_PERSON && of->type != LT_TYPE_GROUP) || m->lemma == LT_NO_WORD)
        return false;
    const lt_vocable *noun = &d->engine->vocabulary.words.at[m->lemma];
    const lt_table *t = lt_engine_table(d->engine, "lex/shares.tsv", NULL);
    for (uint32_t row = 0; t && row < t->row_count; row++)
        if (strlen(lt_cell_at(t, row, 0)) == noun->size && memcmp(lt_cell_at(t, row, 0), noun->text, noun->size) == 0)
            return true;
    return false;
}

uint32_t lt_phrase(lt_chunker *x, uint32_t first, uint32_t end, int depth)
{
    lt_document *d = x->d;
    uint32_t inner = depth == 0 ? behind_inner_phrase(x, first, end) : LAUT_NONE;
    if (!mine(x, first, end) || (!trait(d, first, BEGINS) && inner == LAUT_NONE) || finite_verb(x, first))
        return LAUT_NONE;
    lt_noun_phrase p = {.first = first, .end = end, .depth = depth, .all = ALL, .possessor = LAUT_NONE,
                        .m = {.first = first, .attribute = LAUT_NONE, .owner = LAUT_NONE, .next = LAUT_NONE,
                              .preposition = LAUT_NONE, .clause = x->clause, .sentence = x->c->sentence,
                              .type = LT_TYPE_THING, .entry = LAUT_NONE}};
    uint32_t i = behind_relative_owner(x, &p, first);
    /* de Maizière, van Dyk */
    if (lt_is_name_particle(x, i, end) && !is(d, i, LT_PREP) && !is(d, i, LT_DET) && namelike(d, i + 1) && mine(x, i + 1, end))
        i++;
    uint32_t with_particle = i > first ? 0 : lt_surname_with_particle(d, i, end);
    p.det = i > first || with_particle ? 0 : d->tokens.at[i].sum.det;
    /* Am Abend bestätigte das Ada Brandt */
    if (p.det && depth == 0 && no_article(x, i, end))
        return lt_pronoun_phrase(x, first);
    /* warf ihr Wortbruch vor; but: Ihr Sprecher warf dem Rat Wortbruch vor, Am Abend warf ihr Sprecher … */
    const bool accused = p.det && depth == 0 && x->accuses && dative_pronoun(d, i) && !(x->c->kind == LT_MAIN && i < x->c->finite);
    const uint32_t before = d->mentions.count;
    if (inner != LAUT_NONE) {
        i = inner;
        p.all = d->tokens.at[inner - 1].sum.adj;
        p.modified = true;
    } else {
        i = p.det ? behind_determiner(x, &p, i) : behind_owner(x, &p, i);
        i = behind_modifiers(x, &p, i);
    }
    const uint32_t at = i;
    i = lt_behind_head(x, &p, i, p.possessor == LAUT_NONE ? with_particle : 0);
    if (accused && (i == LAUT_NONE || p.m.type != LT_TYPE_PERSON)) {
        d->mentions.count = before;
        return lt_pronoun_phrase(x, first);
    }
    if (i == LAUT_NONE) {
        uint32_t some = some_of(x, &p);
        return some != LAUT_NONE ? some : without_noun(x, &p, at);
    }
    i = behind_figure(x, &p, i);
    i = behind_given_name(x, &p.m, i, end);
    p.m.last = p.m.core_last = bracket(x, i, end);
    settle(d, &p);
    uint32_t index = lt_new_mention(x, p.m);
    if (index == LAUT_NONE)
        return index;
    if (p.possessor != LAUT_NONE) {
        d->mentions.at[p.possessor].owner = index;
        d->mentions.at[index].attribute = p.possessor;
    }
    lt_attributes(x, index, end, depth);
    if (is_share_of_people(d, &d->mentions.at[index]))
        d->mentions.at[index].type = LT_TYPE_GROUP;
    join_conjunct(x, &p, index);
    if (p.determined && depth == 0)
        inner_agent(x, index);
    return index;
}
