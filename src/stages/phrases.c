#include "stages/phrases.h"

#include <string.h>

#include "engine/engine.h"
#include "engine/morphology.h"
#include "engine/names.h"
#include "stages/extent.h"
#include "stages/mastheads.h"

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

/* ---------------------------------------------------------------- tests on tokens */

/* Forms of an adjectival noun that no definite article stands in front of: (viele) Angeklagte. */
static lt_agreement strong_forms(const lt_document *d, uint32_t i)
{
    lt_agreement strong = 0, other = 0;
    for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++)
        if (reading(d, i, k)->category == LT_NOUN)
            *(reading(d, i, k)->features & LT_F(strong) ? &strong : &other) |= lt_agreement_of(reading(d, i, k)->features);
    return strong & ~other;
}

/* The genders of `a` in whatever case; all of them where it is a plural only: the „Nachrichten“ are die Zeitung, too. */
static lt_agreement any_case(lt_agreement a)
{
    lt_agreement columns = (a | a >> 4 | a >> 8 | a >> 12) & 15;
    return columns & 7 ? columns * 0x1111 : ALL;
}

/* im, am, vom: preposition and article */
static bool contracted(const lt_document *d, uint32_t i)
{
    for (uint32_t k = 0; is(d, i, LT_PREP) && k < d->tokens.at[i].reading_count; k++)
        if (reading(d, i, k)->category == LT_PREP && reading(d, i, k)->features & LT_F(contr))
            return true;
    return false;
}

/* A noun that is declined like an adjective: Angeklagte, 44-Jährige. */
static bool adjectival(const lt_document *d, uint32_t i)
{
    for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++)
        if (reading(d, i, k)->category == LT_NOUN && lt_entry_has(d->engine, reading(d, i, k)->entry, LT_HAS(traits, adj)))
            return true;
    return false;
}

static bool indefinite(const lt_document *d, uint32_t i)
{
    for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++)
        if (reading(d, i, k)->category == LT_PRON && reading(d, i, k)->features & LT_F(indef))
            return true;
    return false;
}

/* warf dem Konzern Wortbruch vor: a single word that is not a given name stands before the end of the sentence, which
 * would have no object without it (warf dem Konzern Lindwerk vor, zu lügen). */
static bool only_object(const lt_chunker *x, uint32_t i, uint32_t end)
{
    const lt_document *d = x->d;
    if (!mine(x, i, end) || given_name(d, i) || !capital_word(d, i) || i + 1 >= d->tokens.count || capital_word(d, i + 1))
        return false;
    uint32_t last = d->sentences.at[x->c->sentence].last;
    for (uint32_t k = i + 1; k < last; k++)
        if (d->tokens.at[k].kind == LT_COMMA || d->tokens.at[k].kind == LT_COLON || d->tokens.at[k].kind == LT_MARK)
            return false;
    return true;
}

/* (eine Umfrage des Instituts) Votum: a paper in the singular, which has an article unless it is a name. */
static bool bare_paper(const lt_document *d, uint32_t i)
{
    lt_mention m = {.entry = LAUT_NONE};
    lt_head_entry(d, i, &m);
    return m.type == LT_TYPE_DOCUMENT && !(lt_features_of(of_category(d, i, LT_NOUN)) & LT_F(pl));
}

/* einer der Richter, keines der Ämter: an article of a singular, which is a pronoun too, and the
 * definite one */
static bool one_of(const lt_document *d, uint32_t i)
{
    bool definite = false;
    for (uint32_t k = 0; k < d->tokens.at[i + 1].reading_count; k++)
        definite |= reading(d, i + 1, k)->category == LT_DET && reading(d, i + 1, k)->features & LT_F(def);
    return definite && of_category(d, i, LT_PRON) & CASE(NOM) & ~PLURAL;
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

/* ---------------------------------------------------------------- names */

/* von der Heide, where the text has Ada von der Heide: the tokens of a surname with its particles, or 0. */
static uint32_t surname_with_particle(const lt_document *d, uint32_t i, uint32_t end)
{
    uint32_t k = i;
    while (k + 1 < end && k < i + 2 && particle_word(d, k))
        k++;
    return k > i && lt_is_surname(d, i, k + 1) ? k + 1 - i : 0;
}

/* A particle inside a name (von, van, al-): small, between two names. */
static bool particle(const lt_chunker *x, uint32_t i, uint32_t end)
{
    const lt_document *d = x->d;
    if (i + 1 >= end || d->tokens.at[i].kind != LT_WORD || d->tokens.at[i].flags & LT_CAPITAL)
        return false;
    if (!particle_word(d, i))
        return false;
    if (i + 2 < end && given_name(d, i + 1) && capital_word(d, i + 2) && namelike(d, i + 2))
        return false; /* Lob erntete Brandt von Otto Grothe */
    return capital_word(d, i + 1) || (i + 2 < end && capital_word(d, i + 2) &&
                                      particle_word(d, i + 1)); /* von der Heide */
}

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

/* The subject of a verb of reporting, by its place: wie „nordpost online“ am Abend meldet, …;
 * „nordpost online“ berichtet, … */
static bool reporting_name(const lt_chunker *x, const lt_quote *q)
{
    const lt_clause *c = x->c;
    if (c->report == LAUT_NONE || c->passive || c->finite == LAUT_NONE || q->words > 4)
        return false;
    if (c->kind == LT_MAIN) {
        if (q->first != c->segments[0].first || q->last != c->finite || c->finite + 1 >= x->d->tokens.count)
            return false;
        lt_token_kind behind = x->d->tokens.at[c->finite + 1].kind;
        return behind == LT_COMMA || behind == LT_COLON;
    }
    return c->kind == LT_SUBORD && c->introducer != LAUT_NONE && c->introducer + 1 == q->first && q->last <= c->finite;
}

/* A quotation that is a name or title and begins at token i; or NULL. */
static const lt_quote *quoted_name(const lt_chunker *x, uint32_t i, uint32_t end)
{
    const lt_document *d = x->d;
    if (i >= end || d->tokens.at[i].kind != LT_MARK || d->quote_of[i] == LAUT_NONE)
        return NULL;
    const lt_quote *q = &d->quotes.at[d->quote_of[i]];
    return q->first == i && !q->whole && q->last <= end && q->words > 0 && q->words <= 6 &&
                   (d->tokens.at[i + 1].flags & LT_CAPITAL || reporting_name(x, q)) ? q : NULL;
}

/* Otto Maier von der TU Kiel: particles before a word in capitals begin no surname. */
static bool in_capitals(const lt_chunker *x, uint32_t k, uint32_t end)
{
    while (k + 1 < end && particle_word(x->d, k))
        k++;
    return x->d->tokens.at[k].flags & LT_ALL_CAPITAL && x->d->tokens.at[k].end - x->d->tokens.at[k].begin > 1;
}

uint32_t lt_personal_name(const lt_chunker *x, uint32_t i, uint32_t end, bool office)
{
    const lt_document *d = x->d;
    uint32_t k = i;
    bool given = false;
    while (k < end && mine(x, k, end)) {
        const lt_token *t = &d->tokens.at[k];
        if (namelike(d, k)) {
            given |= given_name(d, k);
            k++;
        } else if (k > i && particle(x, k, end) && (given || namelike(d, k + 1)) && !(is(d, k, LT_PART) && k > i + 1) && /* sagte Ada Wolf zu Grothe */
                   (!is(d, k, LT_DET) || (particle_word(d, k - 1) && k - 1 > i)) &&
                   (!is(d, k, LT_PREP) || k == i + 1 || given_name(d, k - 1)) && /* mahnte Ada Wolf zur Eintracht */
                   (namelike(d, k + 1) || !capital_word(d, k + 1)) && !in_capitals(x, k, end)) {
            k++;
        } else if (k == i + 1 && given && particle(x, k, end) && !is(d, k, LT_DET) && !(i && capital_word(d, i - 1) && !lt_is_title_noun(d, i - 1)) && capital_word(d, k + 1) && mine(x, k + 1, end) &&
                   !in_capitals(x, k, end) && !(d->tokens.at[k + 1].sum.features & LT_F(pl) && !(d->tokens.at[k + 1].sum.features & LT_F(sg))) &&
                   !(k + 2 < end && mine(x, k + 2, end) && capital_word(d, k + 2))) {
            k += 2; /* Ada von Storch, Otto von Rathenfels: behind a given name alone */
            break;
        } else if (k > i && given && noun_word(d, k) && !is(d, k, LT_DET) && k < i + 4 &&
                   given_name(d, k - 1)) {
            k++; /* Malte Schuster: a surname that is a noun, too; but Malte Brandt Radio Elbe */
            break;
        } else if (k > i && capital_word(d, k) && (given || (office && noun_word(d, k) && k == i + 1)) && !is(d, k, LT_DET) &&
                   !is(d, k, LT_PREP) && !finite_verb(x, k) && !(k > i + 1 && !given_name(d, k - 1) && lt_is_thing(d, k)) &&
                   (k + 1 >= end || !mine(x, k + 1, end) || k + 1 == x->c->finite)) {
            k++; /* Ada Klein, die Abgeordnete Tilla Feld: nothing but the verb behind it */
            break;
        } else if (k > i && t->flags & LT_ABBREVIATION && t->flags & LT_CAPITAL && t->end - t->begin == 2) {
            k++; /* Otto F. Maier */
        } else if (t->flags & LT_ABBREVIATION && t->flags & LT_CAPITAL && k == i && k + 1 < end && namelike(d, k + 1)) {
            k++;
        } else {
            break;
        }
    }
    while (k > i + 1 && particle(x, k - 1, end) && !namelike(d, k - 1))
        k--; /* Otto Maier von der Gewerkschaft */
    return k;
}

/* The first token of a personal name behind its titles: Prof. Dr. Ada Brandt. */
static uint32_t behind_titles(const lt_document *d, uint32_t first, uint32_t last)
{
    while (first + 1 < last && d->tokens.at[first].flags & LT_ABBREVIATION && lt_is_title(d->engine, d->tokens.at[first].form))
        first++;
    return first;
}

/* The legal form of a company: GmbH, AG. */
static bool legal_form(const lt_document *d, uint32_t i)
{
    for (uint32_t k = 0; capital_word(d, i) && k < d->tokens.at[i].reading_count; k++)
        if (reading(d, i, k)->category == LT_NOUN && lt_entry_has(d->engine, reading(d, i, k)->entry, LT_HAS(traits, form)))
            return true;
    return false;
}

/* Where the legal form of a firm stands behind the words from i on, which are its name, or LAUT_NONE: (Halm)
 * Maschinenbau GmbH, (Grothe) & Söhne KG. */
static uint32_t form_behind(const lt_chunker *x, uint32_t i, uint32_t end)
{
    enum { NAME = 4 /* words */ };
    for (uint32_t k = i; k <= i + NAME && mine(x, k, end); k++) {
        if (legal_form(x->d, k))
            return k;
        if (!(capital_word(x->d, k) && noun_word(x->d, k)) && x->d->tokens.at[k].kind != LT_OTHER)
            return LAUT_NONE;
    }
    return LAUT_NONE;
}

/* Urteil, Anwältin: what somebody says, or who. */
static bool may_be_owned(const lt_document *d, uint32_t noun)
{
    lt_mention m = {.type = LT_TYPE_THING, .entry = LAUT_NONE};
    lt_head_entry(d, noun, &m);
    return m.type == LT_TYPE_ATTRIBUTION || m.type == LT_TYPE_DOCUMENT || m.type == LT_TYPE_PERSON ||
           lt_entry_has(d->engine, m.entry, LT_HAS(kind, content));
}

/* How many words the name in the genitive has that stands in front of a noun: Grothes Sprecher, New
 * Yorks Bürgermeister, Berlins frühere Bürgermeisterin; 0 if none. */
static uint32_t owner_in_front(const lt_chunker *x, uint32_t i, uint32_t end)
{
    const lt_document *d = x->d;
    uint32_t last = i;
    while (mine(x, last, end) && namelike(d, last))
        last++;
    if (last > i && mine(x, last, end) && lt_is_apostrophe(d, last)) {
        uint32_t owned = last + 1;
        while (mine(x, owned, end) && owned < last + 3 && d->tokens.at[owned].sum.adj && !capital_word(d, owned))
            owned++;
        return mine(x, owned, end) && capital_word(d, owned) && is(d, owned, LT_NOUN) && !namelike(d, owned) ? last - i : 0;
    }
    lt_entry e = LAUT_NONE;
    uint8_t type;
    uint32_t n = mine(x, i, end) ? lt_find_name(d, i, end, &e, &type) : 0;
    bool place = n && type == LT_TYPE_PLACE;
    if (!place && mine(x, i, end) && given_name(d, i)) { /* Ada Müllers Antwort */
        uint32_t k = i;
        while (mine(x, k, end) && namelike(d, k))
            k++;
        if (k > i + 1 && mine(x, k, end) && d->text.bytes[d->tokens.at[k - 1].end - 1] == 's' && is(d, k, LT_NOUN) && capital_word(d, k) &&
            !namelike(d, k) && may_be_owned(d, k))
            return k - i;
    }
    if (!place)
        n = 1;
    uint32_t noun = i + n;
    if (!mine(x, noun, end) || !(place || (namelike(d, i) && !given_name(d, i))) ||
        d->text.bytes[d->tokens.at[noun - 1].end - 1] != 's')
        return 0;
    /* Paris ends like a genitive: no adjective may stand between */
    const char *own = place && n == 1 ? lt_entry_cell(d->engine, e, d->engine->tables.at[lt_entry_table(e)]->columns[0]) : "";
    bool genitive = strlen(own) != d->tokens.at[i].end - d->tokens.at[i].begin;
    while (genitive && mine(x, noun + 1, end) && noun < i + n + 2 && d->tokens.at[noun].sum.adj && !finite_verb(x, noun) &&
           !is(d, noun, LT_NOUN) && !is(d, noun, LT_PREP) && !is(d, noun, LT_ADV))
        noun++;
    return is(d, noun, LT_NOUN) && capital_word(d, noun) && !namelike(d, noun) ? n : 0;
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
    return m->first == s->first && m->name_first == m->first && m->last + 1 == s->last && s->paragraph && d->tokens.at[m->last].kind == LT_STOP &&
           !given_name(d, m->first) && m->sentence + 1 < d->sentences.count && !s[1].paragraph;
}

/* ---------------------------------------------------------------- phrases */

/* Participle with its own phrase between article and noun: der bei dem Sturm nicht verletzte
 * Hirte. The token of the noun, or LAUT_NONE. */
static uint32_t behind_participle(const lt_chunker *x, uint32_t i, uint32_t end, lt_agreement det)
{
    const lt_document *d = x->d;
    for (uint32_t k = i; k + 1 < end && k < i + 16 && mine(x, k, end); k++) {
        uint32_t q = d->quote_of[k];
        bool title = q != LAUT_NONE && !d->quotes.at[q].whole && d->quotes.at[q].first > i; /* in dem im Blatt „Elbe“ erschienenen Aufsatz */
        if ((finite_verb(x, k) || d->tokens.at[k].kind == LT_MARK) && !title)
            return LAUT_NONE;
        bool participle = false;
        for (uint32_t r = 0; r < d->tokens.at[k].reading_count; r++)
            participle |= reading(d, k, r)->category == LT_ADJ &&
                          !(reading(d, k, r)->features & LT_F(pred));
        if (participle && k > i && noun_word(d, k + 1) && d->tokens.at[k].sum.adj & det)
            return k + 1;
    }
    return LAUT_NONE;
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

/* (bestätigte) das Ada Brandt: a pronoun in front of a personal name, which is no neuter. */
static bool no_article(const lt_chunker *x, uint32_t i, uint32_t end)
{
    const lt_document *d = x->d;
    if (!is(d, i, LT_PRON) || i + 2 >= end || !given_name(d, i + 1) || lt_personal_name(x, i + 1, end, false) < i + 3)
        return false;
    lt_agreement article = d->tokens.at[i].sum.det;
    return (lt_features_of(article) & LT_GENDERS) == LT_F(n) && !(of_category(d, i + 1, LT_NAME) & article);
}

uint32_t lt_phrase(lt_chunker *x, uint32_t first, uint32_t end, int depth)
{
    lt_document *d = x->d;
    if (!mine(x, first, end) || !trait(d, first, BEGINS) || finite_verb(x, first))
        return LAUT_NONE;
    lt_mention m = {.first = first, .attribute = LAUT_NONE, .owner = LAUT_NONE, .next = LAUT_NONE,
                    .preposition = LAUT_NONE, .clause = x->clause, .sentence = x->c->sentence,
                    .type = LT_TYPE_THING, .entry = LAUT_NONE};
    lt_agreement all = ALL;
    uint32_t i = first;
    uint32_t possessor = LAUT_NONE, owner = 0;
    bool determined = false, counted = false;

    /* dessen Angaben, deren Sprecher: the owner is a pronoun */
    if (mine(x, i + 1, end) && is(d, i, LT_PRON) && !is(d, i, LT_DET) && noun_word(d, i + 1) && !capital_word(d, i)) {
        bool genitive = false;
        for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++)
            genitive |= reading(d, i, k)->features & (LT_F(rel) | LT_F(dem)) &&
                        (reading(d, i, k)->features & LT_CASES) == LT_F(gen);
        if (genitive) {
            determined = m.definite = m.possessive = true;
            i++;
        }
    }
    /* de Maizière, van Dyk */
    if (particle(x, i, end) && !is(d, i, LT_PREP) && !is(d, i, LT_DET) && namelike(d, i + 1) && mine(x, i + 1, end))
        i++;
    uint32_t with_particle = i > first ? 0 : surname_with_particle(d, i, end);
    lt_agreement det = i > first || with_particle ? 0 : d->tokens.at[i].sum.det;
    /* warf ihr Wortbruch vor; Am Abend bestätigte das Ada Brandt */
    if (det && depth == 0 && ((x->accuses && dative_pronoun(d, i)) || no_article(x, i, end)))
        return lt_pronoun_phrase(x, first);
    if (det) {
        for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++) {
            const lt_reading *r = reading(d, i, k);
            if (r->category == LT_DET) {
                m.definite |= (r->features & (LT_F(def) | LT_F(dem) | LT_F(poss))) != 0;
                m.possessive |= (r->features & LT_F(poss)) != 0;
                m.features |= r->features & (LT_F(poss) | LT_F(dem) | LT_F(indef) | LT_F(def) | LT_F(negation));
            }
        }
        all = det;
        determined = true;
        i++;
        /* alle diese, die beiden, seine drei; but: einer der Richter */
        if (mine(x, i, end) && d->tokens.at[i].sum.det & all && !capital_word(d, i) &&
            i + 1 < end && (noun_word(d, i + 1) || is(d, i + 1, LT_ADJ)) && !one_of(d, first) &&
            !(m.definite && d->tokens.at[i].sum.features & LT_F(indef) && !is(d, i, LT_PRON))) /* nannte das ein Märchen */
            all &= d->tokens.at[i++].sum.det;
        /* die im Tal wohnenden Leute */
        if (mine(x, i, end) && !capital_word(d, i) && is(d, i, LT_PREP) && !quoted_name(x, i, end)) {
            uint32_t noun = behind_participle(x, i, end, det);
            if (noun != LAUT_NONE)
                i = noun;
        }
    } else if ((owner = owner_in_front(x, i, end)) > 0) {
        /* Grothes Sprecher: the owner stands in front */
        lt_mention o = m;
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
        possessor = lt_new_mention(x, o);
        m.definite = true;
        i += owner;
        i += mine(x, i, end) && lt_is_apostrophe(d, i); /* Harms’ Kollegin */
    }

    /* adjectives, numbers, and adverbs in front of them: rund 300, sehr große */
    uint32_t before_modifiers = i;
    while (mine(x, i, end) && !capital_word(d, i) && d->tokens.at[i].kind != LT_MARK && !lt_is_address(d, i)) {
        const lt_token *t = &d->tokens.at[i];
        if (t->kind == LT_NUMBER) {
            /* 74 Seiten lange, 81 Jahre alte */
            if (i + 3 < end && mine(x, i + 3, end) && capital_word(d, i + 1) && d->tokens.at[i + 2].sum.adj & all &&
                !capital_word(d, i + 2) && noun_word(d, i + 3)) {
                all &= d->tokens.at[i + 2].sum.adj;
                i += 3;
                continue;
            }
            counted |= !(t->flags & LT_ORDINAL);
            if (!(t->flags & LT_ORDINAL))
                all &= (lt_agreement)(determined ? ALL : PLURAL | 0x7777);
            i++;
            continue;
        }
        if (t->kind != LT_WORD || finite_verb(x, i))
            break;
        lt_agreement adj = d->tokens.at[i].sum.adj;
        bool more = mine(x, i + 1, end);
        if (adj && (adj & all) && more && !(is(d, i, LT_PREP) && !determined) && !is(d, i, LT_DET)) {
            all &= adj;
            i++;
            continue;
        }
        if (is(d, i, LT_NUM) && more) {
            i++;
            continue;
        }
        if (i > first && is(d, i, LT_PREP) && !determined)
            break; /* 2007 laut neuer Statistik */
        bool adverb = is(d, i, LT_ADV) || is(d, i, LT_PART) || is(d, i, LT_ADJ);
        if (adverb && more && (determined || depth > 0 || i > before_modifiers) &&
            (d->tokens.at[i + 1].kind == LT_NUMBER || d->tokens.at[i + 1].sum.adj & all || (determined && adjectival(d, i + 1)))) {
            i++; /* die heute 44-Jährige */
            continue;
        }
        if (adverb && !is(d, i, LT_ADJ) && !contracted(d, i) && i == first && more && d->tokens.at[i + 1].kind == LT_NUMBER) {
            i++;
            continue;
        }
        if (t->kind == LT_WORD && i > first && more && determined && is(d, i, LT_CONJ) &&
            d->tokens.at[i + 1].sum.adj & all && i > before_modifiers) {
            i++; /* neue und alte */
            continue;
        }
        break;
    }
    if (i > before_modifiers && !determined && mine(x, i, end) && d->tokens.at[i].kind == LT_WORD &&
        !capital_word(d, i) && is(d, i, LT_PREP)) {
        uint32_t noun = behind_participle(x, i, end, all);
        if (noun != LAUT_NONE)
            i = noun;
    }
    if (determined && of_town(x, i, end) && of_category(d, i + 1, LT_NOUN) & all)
        i++;
    bool modified = i > before_modifiers;

    /* a capitalized adjective belongs to a name (der Deutsche Bundestag, das Weiße Haus) */
    lt_entry name_entry = LAUT_NONE;
    uint8_t name_type = LT_TYPE_THING;
    uint32_t name_words = 0;
    const lt_quote *title = quoted_name(x, i, end);
    if (title && !determined && !modified && (title->kind != LT_TITLE || title->words > 4) && !reporting_name(x, title))
        title = NULL;
    bool domain = mine(x, i, end) && lt_is_address(d, i); /* beispiel.de */
    if (mine(x, i, end) && !(i == d->sentences.at[m.sentence].first && is(d, i, LT_DET)))
        name_words = lt_find_name(d, i, end, &name_entry, &name_type);
    if (name_words == 1 && is(d, i, LT_NOUN) && !(d->tokens.at[i].flags & LT_ALL_CAPITAL) &&
        lt_entry_has(d->engine, name_entry, LT_HAS(traits, word)))
        name_words = 0; /* die Welt, das Bild */
    /* das Wirtschaftsblatt „Kurs“: what has a name behind it is none */
    if (name_words == 1 && determined && lt_is_medium_word(d, i) && quoted_name(x, i + 1, end))
        name_words = 0;
    /* die Grüne Liste: rather an adjective than the Grünen */
    if (name_words == 1 && determined && is(d, i, LT_ADJ) && mine(x, i + 1, end) && capital_word(d, i + 1) && solid_noun(d, i + 1) &&
        of_category(d, i, LT_ADJ) & of_category(d, i + 1, LT_NOUN) & all)
        name_words = 0;
    /* A surname that is a town: not behind a given name */
    if (name_words && given_name(d, i) && mine(x, i + name_words, end) && namelike(d, i + name_words) &&
        (name_type == LT_TYPE_PLACE || name_words == 1))
        name_words = 0;
    /* or where the text has one before it */
    if (name_words == 1 && name_type == LT_TYPE_PLACE && surname(d, i) && !determined && !modified &&
        !(i > 0 && is(d, i - 1, LT_PREP)))
        name_words = 0;
    /* Otto F. Maier */
    if (name_words == 1 && given_name(d, i) && mine(x, i + 1, end) && d->tokens.at[i + 1].flags & LT_ABBREVIATION &&
        d->tokens.at[i + 1].flags & LT_CAPITAL)
        name_words = 0;

    if (title) {
        m.head = title->last - (title->unclosed ? 1 : 2);
        m.name_first = title->first;
        m.name_last = title->last;
        m.named = true;
        if (lt_find_name(d, title->first + 1, title->last, &name_entry, &name_type) == 0) {
            lt_head_entry(d, m.head, &m); /* das „Morgenblatt“: by its last word */
            if (m.type == LT_TYPE_PERSON || m.type == LT_TYPE_GROUP || (m.type == LT_TYPE_ORGANIZATION && compound(d, m.head)))
                m.type = LT_TYPE_THING; /* the „Nordpost“ is no post */
            uint32_t ending;
            if (determined && m.type != LT_TYPE_MEDIA && lt_masthead(d, m.head, &ending))
                m.type = LT_TYPE_MEDIA;
            /* Der „Elbauer Zeitung“ sagte Ada Grothe: what the last word's gender leaves */
            if (determined && m.type == LT_TYPE_MEDIA && is(d, m.head, LT_NOUN))
                all &= any_case(of_category(d, m.head, LT_NOUN));
        } else {
            m.type = name_type;
            m.entry = name_entry;
        }
        i = title->last;
    } else if (with_particle) {
        m.head = i + with_particle - 1;
        m.name_first = i;
        m.name_last = i += with_particle;
        m.named = true;
        m.type = LT_TYPE_PERSON;
        m.lemma = d->tokens.at[m.head].form;
        all = lt_agreement_of(LT_F(sg) | LT_F(m) | LT_F(f));
    } else if (domain && !name_words) {
        m.head = m.name_first = i;
        m.name_last = ++i;
        m.named = true;
        m.type = LT_TYPE_MEDIA;
    } else if (name_words) {
        m.head = i + name_words - 1;
        m.name_first = i;
        m.name_last = i + name_words;
        m.named = true;
        m.type = name_type;
        m.entry = name_entry;
        m.lemma = d->tokens.at[m.head].form;
        /* Jugend ohne Grenzen teilte mit: a plural name may have a singular verb */
        uint64_t f = lt_entry_has(d->engine, name_entry, LT_HAS(gender, pl)) ? LT_F(pl) | LT_F(sg) : LT_F(sg) |
                     (lt_entry_has(d->engine, name_entry, LT_HAS(gender, m)) ? LT_F(m) : 0) |
                     (lt_entry_has(d->engine, name_entry, LT_HAS(gender, f)) ? LT_F(f) : 0) |
                     (lt_entry_has(d->engine, name_entry, LT_HAS(gender, n)) ? LT_F(n) : 0);
        if (!determined)
            all &= lt_agreement_of(f);
        i += name_words;
        /* Vattenfall Europe, Welternährungsorganisation FAO */
        while (m.type != LT_TYPE_PLACE && mine(x, i, end) && namelike(d, i) && !given_name(d, i) && !surname(d, i) &&
               !solid_noun(d, i))
            m.name_last = ++i;
        /* Der Bauernverband Nordheim fordert: right in front of the verb */
        if (m.type == LT_TYPE_ORGANIZATION && determined && i + 1 == x->c->finite && mine(x, i, end) && capital_word(d, i) && compound(d, i) && lt_is_thing(d, i) &&
            d->text.bytes[d->tokens.at[i].end - 1] != 's') /* das Rote Kreuz Haitis */
            m.name_last = ++i;
    } else if (capital_word(d, i) && mine(x, i, end) &&
               (noun_word(d, i) || surname(d, i) || (is(d, i, LT_ADJ) && (determined || (mine(x, i + 1, end) && noun_word(d, i + 1))))) &&
               !(is(d, i, LT_DET) && i == first) && !((is(d, i, LT_PRON) || is(d, i, LT_PREP)) && !is(d, i, LT_NOUN))) {
        /* Arabische und iranische Medien */
        if (i == first && is(d, i, LT_ADJ) && i + 3 < end && is(d, i + 1, LT_CONJ) && !capital_word(d, i + 2) &&
            d->tokens.at[i].sum.adj & d->tokens.at[i + 2].sum.adj && noun_word(d, i + 3) && mine(x, i + 3, end))
            i += 3;
        while (is(d, i, LT_ADJ) && !is(d, i, LT_PREP) && !is(d, i, LT_ADV) && mine(x, i + 1, end) && capital_word(d, i + 1) && is(d, i + 1, LT_NOUN)) {
            all &= d->tokens.at[i].sum.adj ? d->tokens.at[i].sum.adj : ALL;
            i++;
        }
        bool personal = namelike(d, i) && (given_name(d, i) || !is(d, i, LT_NOUN) ||
                                           (!determined && !modified && !solid_noun(d, i)));
        if (personal && given_name(d, i) && !(mine(x, i + 1, end) && namelike(d, i + 1)) && /* seit August */
            lt_is_month(d->engine, d->tokens.at[i].folded, d->tokens.at[i].folded_size))
            personal = false;
        if (personal) {
            uint32_t to = lt_personal_name(x, i, end, false);
            m.name_first = behind_titles(d, i, to);
            m.name_last = to;
            m.head = to - 1;
            m.named = true;
            m.type = LT_TYPE_PERSON;
            if (to - i == 1 && !given_name(d, i) && (determined || (i > 0 && !modified && contracted(d, i - 1) && !surname(d, i)))) {
                m.type = !determined || m.definite || m.possessive || all & PLURAL ? LT_TYPE_ORGANIZATION : LT_TYPE_THING; /* die Velmo, vom Halmwerk; eine Trychel */
                m.named = m.type != LT_TYPE_THING && (determined || d->tokens.at[i].flags & LT_ALL_CAPITAL); /* im Bett */
            }
            uint64_t g = 0;
            bool alone = to - i == 1 && surname(d, i); /* Orhan, where the text has Yasemin Orhan */
            m.surname = alone;
            for (uint32_t k = 0; !alone && k < d->tokens.at[i].reading_count; k++)
                if (reading(d, i, k)->category == LT_NAME)
                    g |= reading(d, i, k)->features & LT_GENDERS;
            lt_agreement own = lt_agreement_of(g | LT_F(sg));
            if (own & all)
                all &= own;
            m.lemma = d->tokens.at[m.head].form;
            i = to;
        } else {
            /* die Nordlicht Versicherung: a bare word before what the firm is */
            uint32_t firm = i;
            if (mine(x, i + 1, end) && capital_word(d, i + 1) && compound(d, i) && lt_is_thing(d, i) && determined &&
                of_category(d, i + 1, LT_NOUN) & all && lt_is_company(d, i + 1))
                firm = i++;
            m.head = i;
            lt_head_entry(d, i, &m);
            lt_agreement noun = of_category(d, i, LT_NOUN);
            if (determined && m.definite) /* die Angeklagte is one woman */
                noun &= ~strong_forms(d, i);
            if (noun & all)
                all &= noun;
            i++;
            /* names behind a noun: Kanzlerin Ada Brandt, das Magazin „Politico“, Gewerkschaft
             * Bau und Boden */
            m.name_first = m.name_last = i;
            if (firm + 1 < i) {
                m.name_first = firm;
                m.named = true;
            }
            const lt_quote *q = quoted_name(x, i, end);
            lt_entry e;
            uint8_t type;
            uint32_t words = mine(x, i, end) ? lt_find_name(d, i, end, &e, &type) : 0;
            bool person = m.type == LT_TYPE_PERSON || m.type == LT_TYPE_GROUP;
            /* warf der Frau Geldwäsche, dem 61-Jährigen Bestechlichkeit vor */
            bool accused = x->accuses && all & CASE(DAT) && determined && mine(x, i, end) && !given_name(d, i) && solid_noun(d, i);
            bool charge = x->accuses && all & CASE(DAT) && determined && m.head > x->c->finite && only_object(x, i, end);
            if (person && (accused || (lt_entry_has(d->engine, m.entry, LT_HAS(traits, adj)) && !lt_entry_has(d->engine, m.entry, LT_HAS(traits, title)) && mine(x, i, end) && !given_name(d, i)))) {
                /* no name behind it */
            } else if (person && det && mine(x, i, end) && lt_is_surname_in_genitive(d, i) && !(mine(x, i + 1, end) && namelike(d, i + 1))) {
                /* ein Sprecher Brandts */
            } else if (m.named) {
                /* it stood in front */
            } else if (q && m.type != LT_TYPE_PERSON) {
                m.name_first = q->first;
                m.name_last = i = q->last;
                m.named = true;
            } else if (person && (with_particle = surname_with_particle(d, i, end)) > 0) {
                m.name_first = i;
                m.name_last = i += with_particle;
                m.named = true;
                m.head = i - 1;
            } else if (person && determined && words && type == LT_TYPE_PLACE && !(all & ~PLURAL) && compound(d, m.head) &&
                       d->text.bytes[d->tokens.at[i].end - 1] != 's') { /* … and not die Anwohner Hamburgs */
                m.name_first = m.head;
                m.name_last = i += words;
                m.named = true;
                m.type = LT_TYPE_ORGANIZATION;
            } else if (person && mine(x, i, end) && namelike(d, i) && (!words || given_name(d, i) || type != LT_TYPE_MEDIA)) {
                uint32_t to = lt_personal_name(x, i, end, m.type == LT_TYPE_PERSON && all & ~PLURAL);
                /* laut Polizei der Trainer Otto Grothe: no genitive plural */
                if (m.definite && given_name(d, i) && to - i > 1 && all & ~PLURAL &&
                    !(to < d->tokens.count && (d->tokens.at[to].kind == LT_COMMA || is(d, to, LT_CONJ))))
                    all &= ~PLURAL;
                bool several = all & ~PLURAL || to - i > 1 || given_name(d, i) || surname(d, i) || !determined ||
                               (lt_entry_has(d->engine, m.entry, LT_HAS(traits, relational)) && !compound(d, m.head)) || /* die Brüder Adler */
                               (to < d->tokens.count && (d->tokens.at[to].kind == LT_COMMA || is(d, to, LT_CONJ)));
                m.name_first = several ? behind_titles(d, i, to) : m.head; /* die Waldfreunde Hude: a club */
                m.name_last = to;
                m.named = true;
                if (several)
                    m.head = to - 1;
                else
                    m.type = LT_TYPE_ORGANIZATION;
                i = to;
            } else if (person && all & ~PLURAL && mine(x, i, end) && noun_word(d, i) && !is(d, i, LT_DET) &&
                       !is(d, i, LT_PREP) && (lt_entry_has(d->engine, m.entry, LT_HAS(traits, title)) || lt_is_title_noun(d, i)) &&
                       !words) {
                /* Professor Beckmann: behind a title stands a name, whatever it looks like; Direktor Professor Otto Grothe */
                uint32_t to = lt_personal_name(x, i + 1, end, false);
                m.name_first = i + (to > i + 1 && lt_is_title_noun(d, i));
                m.name_last = i = to;
                m.named = true;
                m.head = to - 1;
            } else if (!person && words && m.type != LT_TYPE_ATTRIBUTION && m.type != LT_TYPE_DOCUMENT &&
                       !(type == LT_TYPE_PLACE && m.type == LT_TYPE_THING)) {
                m.name_first = i;
                i += words;
                while (type != LT_TYPE_PLACE && mine(x, i, end) && namelike(d, i) && !given_name(d, i) && !solid_noun(d, i))
                    i++;
                m.name_last = i;
                m.named = true;
            } else if (mine(x, i, end) && namelike(d, i) && m.type != LT_TYPE_ATTRIBUTION && !charge &&
                       !(m.type == LT_TYPE_THING && ((solid_noun(d, i - 1) && !(given_name(d, i) && compound(d, i - 1))) || d->text.bytes[d->tokens.at[i].end - 1] == 's'))) {
                uint32_t to = lt_personal_name(x, i, end, false);
                m.name_first = i;
                m.name_last = to;
                m.named = m.type != LT_TYPE_THING || to - i > 1;
                /* an unknown role: Imkerin Ada Brandt; a body's name that is a title, too: Stadtrat Otto Grothe,
                 * die Betriebsräte Ada Brandt und Otto Grothe */
                bool office = m.type == LT_TYPE_ORGANIZATION &&
                             (!(all & ~PLURAL) || lt_entry_has(d->engine, m.entry, LT_HAS(traits, title)));
                if ((m.type == LT_TYPE_THING || office) && to - i > 1 && given_name(d, i))
                    m.type = LT_TYPE_PERSON;
                i = to;
            } else if (m.type == LT_TYPE_MEDIA && mine(x, i + 1, end) && lt_is_medium_word(d, i) && capital_word(d, i + 1) &&
                       !given_name(d, i + 1)) { /* dem Sender Radio Elbwelle */
                m.name_first = i;
                for (i += 2; mine(x, i, end) && namelike(d, i) && !given_name(d, i) && !solid_noun(d, i);)
                    i++;
                m.name_last = i;
                m.named = true;
            } else if ((m.type == LT_TYPE_ORGANIZATION || m.type == LT_TYPE_MEDIA) && mine(x, i, end) &&
                       capital_word(d, i) && is(d, i, LT_NOUN) && all & ~PLURAL && (lt_is_thing(d, i) || compound(d, i) || (depth > 0 && !(all & ~CASE(GEN)) && bare_paper(d, i))) &&
                       !(x->accuses && m.head > x->c->finite && solid_noun(d, i)) && /* wirft Regierung Versagen vor */
                       !(x->addresses && !(all & CASE(NOM)) && !(m.type == LT_TYPE_MEDIA && first > 0 && is(d, first - 1, LT_PREP)) && !(depth > 0 && (lt_is_thing(d, i) || bare_paper(d, i))))) { /* ein Sprecher der Gewerkschaft Bau */
                m.name_first = m.head;
                while (mine(x, i, end) && ((capital_word(d, i) && is(d, i, LT_NOUN)) ||
                       (is(d, i, LT_CONJ) && i + 1 < end && capital_word(d, i + 1) && is(d, i + 1, LT_NOUN) &&
                        !is(d, i + 1, LT_DET))))
                    i++;
                m.name_last = i;
                m.named = true;
            }
            /* Betreiber Lindenhof Residenzen, Sender Kanal 3 */
            if (m.named && !q && i > m.head + 1 && (m.type == LT_TYPE_ORGANIZATION || m.type == LT_TYPE_MEDIA)) {
                while (mine(x, i, end) && capital_word(d, i) && noun_word(d, i) && lt_is_thing(d, i) && !is(d, i, LT_DET) &&
                       !is(d, i, LT_PREP) && !given_name(d, i))
                    i++;
                if (mine(x, i, end) && d->tokens.at[i].kind == LT_NUMBER && !(mine(x, i + 1, end) && noun_word(d, i + 1)))
                    i++;
                m.name_last = i;
            }
            /* Nordfunk Drei */
            if (m.type == LT_TYPE_MEDIA && mine(x, i, end) && d->tokens.at[i].flags & LT_CAPITAL && is(d, i, LT_NUM)) {
                if (!m.named)
                    m.name_first = m.head;
                m.name_last = ++i;
                m.named = true;
            }
        }
    } else if (det && mine(x, i, end) && i > first && d->tokens.at[i].kind == LT_WORD && indefinite(d, i) &&
               of_category(d, i, LT_PRON) & det && !finite_verb(x, i)) {
        /* die beiden, die meisten */
        uint32_t p = lt_pronoun_phrase(x, i);
        if (p == LAUT_NONE)
            return LAUT_NONE;
        d->mentions.at[p].first = first;
        d->mentions.at[p].features &= ~(LT_CASES | LT_GENDERS | LT_NUMBERS);
        d->mentions.at[p].features |= lt_features_of(of_category(d, i, LT_PRON) & det) | LT_F(indef);
        if (depth < 3)
            lt_attributes(x, p, end, depth);
        return p;
    } else {
        if (det || is(d, first, LT_PRON)) {
            /* die beiden, ein anderer: an adjective without a noun is seldom a party */
            uint32_t p = is(d, first, LT_PRON) ? lt_pronoun_phrase(x, first) : LAUT_NONE;
            if (p != LAUT_NONE && depth < 3 && !(d->mentions.at[p].features & LT_F(pers)))
                lt_attributes(x, p, end, depth);
            return p;
        }
        return LAUT_NONE;
    }
    /* Grothe & Brandt, Bankhaus Grothe & Söhne: a firm */
    if (mine(x, i + 1, end) && d->tokens.at[i].kind == LT_OTHER && d->text.bytes[d->tokens.at[i].begin] == '&' &&
        capital_word(d, i + 1) && i == (m.named ? m.name_last : m.head + 1)) {
        if (!m.named)
            m.name_first = m.head;
        for (i += 2; mine(x, i, end) && namelike(d, i) && !solid_noun(d, i); )
            i++;
        m.name_last = i;
        m.named = true;
        if (m.type != LT_TYPE_MEDIA)
            m.type = LT_TYPE_ORGANIZATION;
    }
    /* Halmwerk GmbH, die Deutsche Werft AG */
    uint32_t form = i == (m.named ? m.name_last : m.head + 1) && m.type != LT_TYPE_MEDIA ? form_behind(x, i, end) : LAUT_NONE;
    if (form != LAUT_NONE && (form == i || m.named || m.type != LT_TYPE_PERSON)) {
        if (!m.named)
            m.name_first = m.head;
        lt_agreement agreed = of_category(d, form, LT_NOUN) & (det ? det : ALL);
        all = agreed ? agreed : all; /* die Stahlwerke GmbH teilte mit */
        i = form;
        while (mine(x, i, end) && (legal_form(d, i) || (d->tokens.at[i].kind == LT_OTHER && capital_word(d, i + 1) &&
                                                        mine(x, i + 1, end))))
            i += d->tokens.at[i].kind == LT_OTHER ? 2 : 1; /* GmbH & Co. KG */
        m.name_last = i;
        m.named = true;
        m.type = LT_TYPE_ORGANIZATION;
    }
    /* im Jahr 2005, Artikel 65 */
    if (!m.named && (m.type == LT_TYPE_THING || m.type == LT_TYPE_DOCUMENT) && mine(x, i, end) && d->tokens.at[i].kind == LT_NUMBER && !(d->tokens.at[i].flags & LT_ORDINAL) &&
        !(mine(x, i + 1, end) && (capital_word(d, i + 1) || is(d, i + 1, LT_ADJ))))
        i++;
    i = bracket(x, i, end);
    m.last = m.core_last = i;
    if (!all)
        all = det ? det : ALL;
    m.features |= lt_features_of(all) | (counted ? LT_F(pl) : 0); /* 80 Prozent sagten */
    if (m.type == LT_TYPE_ORGANIZATION && m.named && m.name_last - m.name_first > 1 && given_name(d, m.name_first) &&
        m.entry != LAUT_NONE && lt_entry_has(d->engine, m.entry, LT_HAS(traits, title)))
        m.type = LT_TYPE_PERSON; /* Veranstalter Otto Grothe */
    if (counted && m.type == LT_TYPE_PERSON && !m.named) /* 300 Besucher erwartet der Wirt: not der Besucher */
        m.features &= ~LT_F(sg);
    if (m.type == LT_TYPE_PERSON && !m.named && (m.features & LT_NUMBERS) == LT_F(pl))
        m.type = LT_TYPE_GROUP;
    if (m.named && m.type == LT_TYPE_PERSON && (is_dateline(d, &m) || is_town(d, &m)))
        m.type = LT_TYPE_PLACE;
    uint32_t index = lt_new_mention(x, m);
    if (index == LAUT_NONE)
        return index;
    if (possessor != LAUT_NONE) {
        d->mentions.at[possessor].owner = index;
        d->mentions.at[index].attribute = possessor;
    }
    lt_attributes(x, index, end, depth);
    /* A und B */
    uint32_t k = d->mentions.at[index].last;
    /* sowohl A als auch B */
    bool paired = mine(x, k + 2, end) && first > 0 && d->tokens.at[first - 1].sum.features & LT_F(circum) && is(d, first - 1, LT_CONJ) &&
                  is(d, k, LT_CONJ) && lt_compares(d, k) && (is(d, k + 1, LT_ADV) || is(d, k + 1, LT_PART));
    if (depth < 3 && mine(x, k, end) && is(d, k, LT_CONJ) && mine(x, k + 1, end) && (paired || !lt_compares(d, k))) {
        bool joins = paired;
        for (uint32_t r = 0; r < d->tokens.at[k].reading_count; r++)
            joins |= (reading(d, k, r)->features & LT_F(and)) != 0;
        uint32_t before = d->mentions.count, other = paired ? k + 2 : k + 1;
        uint32_t b = joins && !finite_verb(x, other) ? lt_phrase(x, other, end, depth + 1) : LAUT_NONE;
        bool fits = b != LAUT_NONE && !d->mentions.at[b].pronoun &&
                    d->mentions.at[b].features & d->mentions.at[index].features & LT_CASES;
        bool speaks = fits && (d->mentions.at[index].type != LT_TYPE_THING) == (d->mentions.at[b].type != LT_TYPE_THING);
        if (speaks) {
            lt_join_mentions(d, index, b);
        } else if (b != LAUT_NONE) {
            d->mentions.count = before;
        }
    }
    return index;
}
