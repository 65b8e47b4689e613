/* What belongs to a noun and stands behind it: genitives and prepositional phrases. */
#include <string.h>

#include "base/fold.h"
#include "engine/engine.h"
#include "engine/morphology.h"
#include "engine/names.h"
#include "stages/mastheads.h"
#include "stages/phrases.h"
#include "stages/propernames.h"

static bool place_name(const lt_document *d, uint32_t i)
{
    lt_entry e;
    uint8_t type;
    return lt_find_name(d, i, i + 1, &e, &type) == 1 && type == LT_TYPE_PLACE;
}

/* A place and nothing else: in Wien, im Iran, in der Schweiz. */
static bool place_ahead(const lt_chunker *x, uint32_t i, uint32_t end)
{
    lt_entry e;
    uint8_t type;
    if (is(x->d, i, LT_DET))
        i++;
    return mine(x, i, end) && lt_find_name(x->d, i, end, &e, &type) && type == LT_TYPE_PLACE;
}

/* Make mention `attribute`, which ends it, a part of mention `index`. */
static void own(lt_document *d, uint32_t index, uint32_t attribute)
{
    lt_mention *m = &d->mentions.at[index];
    d->mentions.at[attribute].owner = index;
    m->last = d->mentions.at[attribute].last;
    if (m->attribute == LAUT_NONE)
        m->attribute = attribute;
}

/* Whether the clause's verb of saying takes the preposition at i, and it does not come again behind. */
static bool governed(const lt_chunker *x, uint32_t i, uint32_t end)
{
    const lt_document *d = x->d;
    const lt_vocable *p = &d->engine->vocabulary.words.at[d->tokens.at[i].form];
    char value[3 + LT_MAX_WORD + 1] = "pp:";
    if (x->c->report == LAUT_NONE || p->size > LT_MAX_WORD)
        return false;
    memcpy(value + 3, p->text, p->size);
    value[3 + p->size] = 0;
    for (uint32_t k = i + 1; k < end; k++)
        if (d->tokens.at[k].form == d->tokens.at[i].form)
            return false;
    return lt_cell_has(lt_entry_cell(d->engine, x->c->report, "frame"), value);
}

/* Whether adjective and noun can be a genitive plural, and no dative: kommunaler Arbeitgeber. */
static bool is_genitive(const lt_document *d, uint32_t i)
{
    lt_agreement both = d->tokens.at[i].sum.adj & of_category(d, i + 1, LT_NOUN);
    return both & CASE(GEN) & PLURAL && !(both & CASE(DAT));
}

/* Meldete am Montag der „Kurier“: with that article its name is in the nominative. */
static bool may_be_genitive(const lt_document *d, uint32_t article, const lt_mention *medium)
{
    uint32_t last = medium->last - 1, name = article + 1;
    last -= d->tokens.at[last].kind == LT_MARK && last > medium->first;
    name += d->tokens.at[name].kind == LT_MARK;
    uint64_t features = name == last ? lt_masthead_features(d, last) : 0; /* des Magazins „Woche“ */
    return !features || d->tokens.at[article].sum.det & lt_agreement_of(features) & CASE(GEN);
}

/* (laut einem Porträt im) Magazin „Silberblick“, (in der) „Elbwelle“: where something is printed. */
static bool is_paper(const lt_document *d, const lt_mention *m)
{
    return m->type == LT_TYPE_MEDIA || (m->named && d->tokens.at[m->name_first].kind == LT_MARK);
}

void lt_attributes(lt_chunker *x, uint32_t index, uint32_t end, int depth)
{
    lt_document *d = x->d;
    for (int round = 0; round < 4 && depth < 4; round++) {
        lt_mention *m = &d->mentions.at[index];
        uint32_t i = m->last;
        if (!mine(x, i, end) || d->tokens.at[i].kind != LT_WORD || finite_verb(x, i))
            return;
        lt_agreement det = d->tokens.at[i].sum.det;
        bool front = x->c->finite != LAUT_NONE && i < x->c->finite && x->c->kind == LT_MAIN;
        bool behind_verb = x->c->finite != LAUT_NONE && i > x->c->finite;
        if (det & CASE(GEN) && (!m->pronoun || m->features & LT_F(indef))) {
            uint32_t before = d->mentions.count;
            uint32_t a = lt_phrase(x, i, end, depth + 1);
            m = &d->mentions.at[index]; /* may have moved */
            if (a == LAUT_NONE)
                return;
            lt_agreement all = lt_agreement_of(d->mentions.at[a].features);
            bool dative = all & CASE(DAT);
            bool other = dative && behind_verb && depth == 0 && x->accuses && m->type != LT_TYPE_ATTRIBUTION;
            other |= dative && behind_verb && (depth == 0 || m->type == LT_TYPE_ORGANIZATION) && x->addresses &&
                     d->mentions.at[a].type == LT_TYPE_MEDIA && m->type != LT_TYPE_ATTRIBUTION && m->type != LT_TYPE_DOCUMENT;
            /* wie Insider der Zeitung sagten: no Insider der Zeitung */
            other |= dative && x->addresses && x->c->verb_last && d->mentions.at[a].type == LT_TYPE_MEDIA &&
                     (m->type == LT_TYPE_GROUP || m->type == LT_TYPE_UNNAMED);
            /* ein Sprecher der Partei (GPL) der Presse mitteilte */
            other |= dative && x->addresses && d->mentions.at[a].type == LT_TYPE_MEDIA && d->tokens.at[i - 1].kind == LT_CLOSE;
            other |= m->named && m->type == LT_TYPE_PERSON && behind_verb && dative && depth == 0;
            other |= m->named && m->core_last == m->name_last && m->type == LT_TYPE_PERSON;
            /* bleibt die Straße der Polizei zufolge gesperrt */
            other |= dative && depth == 0 && !(lt_agreement_of(m->features) & CASE(DAT)) && mine(x, d->mentions.at[a].last, end) &&
                     lt_is_postposition(d, d->mentions.at[a].last) && !lt_is_prefix(d->engine, d->tokens.at[d->mentions.at[a].last].form); /* vorbei */
            other |= d->mentions.at[a].type == LT_TYPE_MEDIA && !may_be_genitive(d, i, &d->mentions.at[a]);
            if (!(all & CASE(GEN)) || other || d->mentions.at[a].pronoun) {
                d->mentions.count = before;
                return;
            }
            d->mentions.at[a].features &= ~LT_CASES | LT_F(gen);
            own(d, index, a);
            continue;
        }
        /* Berichten britischer Zeitungen, Verband deutscher Banken */
        lt_agreement adj = d->tokens.at[i].sum.adj;
        if (adj & CASE(GEN) && !capital_word(d, i) && !m->pronoun && !m->named && m->core_last == i &&
            (m->type == LT_TYPE_ATTRIBUTION || m->type == LT_TYPE_DOCUMENT || m->type == LT_TYPE_MEDIA || m->type == LT_TYPE_ORGANIZATION) &&
            mine(x, i + 1, end) && noun_word(d, i + 1) && (m->type != LT_TYPE_ORGANIZATION || is_genitive(d, i))) {
            uint32_t a = lt_phrase(x, i, end, depth + 1);
            m = &d->mentions.at[index]; /* may have moved */
            if (a == LAUT_NONE)
                return;
            own(d, index, a);
            continue;
        }
        /* Sicht Brüssels, Angaben Müllers, Ansicht Ada Müllers, Präsident Thailands: a name in the genitive */
        uint32_t whole = given_name(d, i) && m->type == LT_TYPE_ATTRIBUTION ? lt_personal_name(x, i, end, false) : i + 1;
        if ((namelike(d, i) || place_name(d, i)) && (!m->named || m->type == LT_TYPE_ORGANIZATION) && !m->pronoun && round == 0 && m->core_last == i &&
            d->text.bytes[d->tokens.at[whole - 1].end - 1] == 's') {
            uint32_t a = lt_phrase(x, i, end, depth + 1);
            m = &d->mentions.at[index]; /* may have moved */
            if (a == LAUT_NONE)
                return;
            if (whole > i + 1 && d->mentions.at[a].last == whole) /* Otto Jensens is Otto Jensen */
                d->mentions.at[a].features &= ~LT_CASES | LT_F(gen);
            own(d, index, a);
            continue;
        }
        if (is(d, i, LT_PREP)) {
            bool always = false, fronted = false, seat = false;
            unsigned how = lt_attributive(d->engine, d->tokens.at[i].form);
            if (how) {
                always = how & LT_ALWAYS_ATTRIBUTIVE;
                /* teilte die Regierung in Wien mit; but: sagte der Minister in Wien */
                seat = how & LT_SEAT && m->type == LT_TYPE_ORGANIZATION && (m->definite || !m->named) && mine(x, i + 1, end) && place_ahead(x, i + 1, end);
                fronted = true;
            }
            /* wurde von X gesehen; but: wurde nach Angaben von X gesehen */
            bool agent = x->c->passive && behind_verb && m->type != LT_TYPE_ATTRIBUTION && m->type != LT_TYPE_DOCUMENT;
            bool printed = !m->named && lt_is_within(d->engine, d->tokens.at[i].form) && lt_entry_has(d->engine, m->entry, LT_HAS(traits, news));
            bool taken = (always && !agent) || (fronted && front) || seat;
            if (!taken && !printed)
                return;
            if (!mine(x, i + 1, end) || (m->pronoun && !always))
                return;
            uint32_t before = d->mentions.count;
            uint8_t m_type = m->type;
            bool m_named = m->named;
            const lt_mention *whom = m_type == LT_TYPE_ATTRIBUTION && m->attribute != LAUT_NONE ? &d->mentions.at[m->attribute] : m;
            bool person = whom->named && whom->type == LT_TYPE_PERSON;
            uint32_t a = lt_phrase(x, i + 1, end, depth + 1);
            m = &d->mentions.at[index]; /* may have moved */
            if (a == LAUT_NONE || d->mentions.at[a].first != i + 1 ||
                (behind_verb && m_named && m_type == LT_TYPE_PERSON && d->mentions.at[a].type != LT_TYPE_ORGANIZATION &&
                 d->mentions.at[a].type != LT_TYPE_MEDIA && d->mentions.at[a].type != LT_TYPE_PLACE) ||
                (d->mentions.at[a].type == LT_TYPE_UNNAMED && m_type != LT_TYPE_ATTRIBUTION && m_type != LT_TYPE_DOCUMENT) ||
                /* die Uhr stammt nach Ansicht von Grothe aus einer Fabrik: nobody of that factory's */
                (behind_verb && person && how & LT_OF_TOWNS && !d->mentions.at[a].named && !d->mentions.at[a].definite) ||
                (!taken && !is_paper(d, &d->mentions.at[a]))) {
                d->mentions.count = before;
                return;
            }
            /* Im Mai sprach die Kanzlerin von Fehlern: the verb's, not the noun's; ist laut Bistum für den 14. März geplant */
            uint8_t type = d->mentions.at[a].type;
            bool dated = false;
            for (uint32_t k = i + 1; k < d->mentions.at[a].last; k++)
                dated |= d->tokens.at[k].kind == LT_NUMBER;
            /* die Polizei in der Nacht, Ada Brandt am Sonntag */
            dated |= m_type != LT_TYPE_PLACE && m_type != LT_TYPE_UNNAMED && !d->mentions.at[a].named && lt_is_time(d->engine, d->mentions.at[a].lemma);
            if (dated && type == LT_TYPE_THING && m_type != LT_TYPE_THING && m_type != LT_TYPE_ATTRIBUTION && m_type != LT_TYPE_DOCUMENT) {
                d->mentions.count = before;
                return;
            }
            if (behind_verb && m_type != LT_TYPE_ATTRIBUTION && m_type != LT_TYPE_DOCUMENT && type != LT_TYPE_ORGANIZATION &&
                type != LT_TYPE_PLACE && governed(x, i, end)) {
                d->mentions.count = before;
                return;
            }
            /* sind laut Verwaltung von der Regel ausgenommen; gelten nach Angaben der Stadt für Kinder: the verb's, too */
            bool bare = m->preposition == LAUT_NONE && d->tokens.at[m->first].flags & LT_CAPITAL && m->first > 0 && is(d, m->first - 1, LT_PREP);
            bool town = lt_entry_has(d->engine, m->entry, LT_HAS(traits, government)) && !lt_entry_has(d->engine, m->entry, LT_HAS(traits, authority));
            bool thing = type == LT_TYPE_THING && d->tokens.at[i + 1].sum.det; /* Ministerium für Verkehr */
            thing |= town && !d->mentions.at[a].named && (type == LT_TYPE_THING || type == LT_TYPE_PERSON || type == LT_TYPE_GROUP);
            bool owned = m_type == LT_TYPE_ATTRIBUTION && m->attribute != LAUT_NONE && (type == LT_TYPE_PERSON || type == LT_TYPE_GROUP);
            /* will nach eigenem Bekunden vom Frühjahr an liefern */
            owned |= m_type == LT_TYPE_ATTRIBUTION && type == LT_TYPE_THING && !d->mentions.at[a].named && m->first < m->head &&
                     !d->tokens.at[m->first].sum.det && lt_is_agent(d->engine, d->tokens.at[i].form);
            /* verlautete am Mittwoch aus der Bank: no Wednesday of the bank's */
            owned |= m_type == LT_TYPE_THING && !m_named && x->c->report != LAUT_NONE && m->first && is(d, m->first - 1, LT_PREP) &&
                     (type == LT_TYPE_ORGANIZATION || type == LT_TYPE_PLACE || d->mentions.at[a].attribute != LAUT_NONE);
            if (behind_verb && (owned || (m_type == LT_TYPE_ORGANIZATION && !m_named && thing && (bare || town)))) {
                d->mentions.count = before;
                return;
            }
            d->mentions.at[a].preposition = i;
            own(d, index, a);
            continue;
        }
        return;
    }
}
