/* What belongs to a noun and stands behind it: genitives and prepositional phrases. */
#include <string.h>

#include "base/fold.h"
#include "engine/engine.h"
#include "engine/morphology.h"
#include "engine/names.h"
#include "stages/extent.h"
#include "stages/mastheads.h"
#include "stages/phrases.h"
#include "stages/propernames.h"

/* What stands behind a mention, and may belong to it. */
typedef struct {
    lt_chunker *x;
    uint32_t index;    /* the mention */
    uint32_t at, end;  /* tokens: where that begins, and where it has to end */
    int depth;         /* of the phrases around the mention */
    bool front;        /* it stands in front of the verb of a main clause */
    bool behind_verb;
} following;

/* Make mention `attribute`, which ends it, a part of mention `index`. */
static void own(lt_document *d, uint32_t index, uint32_t attribute)
{
    lt_mention *m = &d->mentions.at[index];
    d->mentions.at[attribute].owner = index;
    m->last = d->mentions.at[attribute].last;
    if (m->attribute == LAUT_NONE)
        m->attribute = attribute;
}

/* ---------------------------------------------------------------- genitives */

static bool place_name(const lt_document *d, uint32_t i)
{
    lt_entry e;
    uint8_t type;
    return lt_find_name(d, i, i + 1, &e, &type) == 1 && type == LT_TYPE_PLACE;
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

/* What may be a genitive is a dative that the verb takes, or somebody else: wie Insider der Zeitung sagten. `a`: its mention. */
static bool is_no_genitive(const following *f, const lt_mention *a)
{
    const lt_chunker *x = f->x;
    const lt_document *d = x->d;
    const lt_mention *m = &d->mentions.at[f->index];
    bool dative = lt_agreement_of(a->features) & CASE(DAT);
    bool other = dative && f->behind_verb && f->depth == 0 && x->accuses && m->type != LT_TYPE_ATTRIBUTION;
    other |= dative && f->behind_verb && (f->depth == 0 || m->type == LT_TYPE_ORGANIZATION) && x->addresses &&
             a->type == LT_TYPE_MEDIA && m->type != LT_TYPE_ATTRIBUTION && m->type != LT_TYPE_DOCUMENT;
    /* erzählte die Wirtin einer Reporterin */
    other |= dative && f->behind_verb && f->depth == 0 && x->addresses && m->type == LT_TYPE_PERSON && lt_entry_has(d->engine, a->entry, LT_HAS(traits, press));
    /* wie Insider der Zeitung sagten: no Insider der Zeitung */
    other |= dative && x->addresses && x->c->verb_last && a->type == LT_TYPE_MEDIA &&
             (m->type == LT_TYPE_GROUP || m->type == LT_TYPE_UNNAMED);
    /* ein Sprecher der Partei (GPL) der Presse mitteilte */
    other |= dative && x->addresses && a->type == LT_TYPE_MEDIA && d->tokens.at[f->at - 1].kind == LT_CLOSE;
    other |= m->named && m->type == LT_TYPE_PERSON && f->behind_verb && dative && f->depth == 0;
    other |= m->named && m->core_last == m->name_last && m->type == LT_TYPE_PERSON;
    /* bleibt die Straße der Polizei zufolge gesperrt */
    other |= dative && f->depth == 0 && !(lt_agreement_of(m->features) & CASE(DAT)) && mine(x, a->last, f->end) &&
             lt_is_postposition(d, a->last) && !lt_is_prefix(d->engine, d->tokens.at[a->last].form); /* vorbei */
    return other || (a->type == LT_TYPE_MEDIA && !may_be_genitive(d, f->at, a));
}

/* (der Tod) zweier Kinder: a number that is a genitive and nothing else. */
static bool number_in_genitive(const lt_document *d, uint32_t i)
{
    lt_agreement number = capital_word(d, i) ? 0 : of_category(d, i, LT_NUM);
    return number && !(number & ~CASE(GEN));
}

/* The phrase at token i, as an attribute. */
static uint32_t inner_phrase(const following *f, uint32_t i)
{
    bool around = f->x->of_person;
    f->x->of_person = f->x->d->mentions.at[f->index].type == LT_TYPE_PERSON;
    uint32_t index = lt_phrase(f->x, i, f->end, f->depth + 1);
    f->x->of_person = around;
    return index;
}

/* Sprecher der Polizei, Tod zweier Kinder: a genitive with a determiner or such a number. Whether it belongs to the mention; it is none otherwise. */
static bool genitive(const following *f)
{
    lt_document *d = f->x->d;
    uint32_t before = d->mentions.count;
    uint32_t a = inner_phrase(f, f->at);
    if (a == LAUT_NONE)
        return false;
    lt_mention *m = &d->mentions.at[a];
    bool some = m->pronoun && m->features & LT_F(indef) && d->mentions.at[f->index].type == LT_TYPE_ATTRIBUTION; /* nach Meinung vieler */
    if (!(lt_agreement_of(m->features) & CASE(GEN)) || (m->pronoun && !some) || is_no_genitive(f, m)) {
        d->mentions.count = before;
        return false;
    }
    m->features &= ~LT_CASES | LT_F(gen);
    own(d, f->index, a);
    return true;
}

/* Berichten britischer Zeitungen, Verband deutscher Banken: an adjective in the genitive begins it. */
static bool begins_bare_genitive(const following *f)
{
    const lt_chunker *x = f->x;
    const lt_document *d = x->d;
    const lt_mention *m = &d->mentions.at[f->index];
    uint32_t i = f->at;
    return d->tokens.at[i].sum.adj & CASE(GEN) && !capital_word(d, i) && !m->pronoun && !m->named && m->core_last == i &&
           (m->type == LT_TYPE_ATTRIBUTION || m->type == LT_TYPE_DOCUMENT || m->type == LT_TYPE_MEDIA || m->type == LT_TYPE_ORGANIZATION) &&
           mine(x, i + 1, f->end) && noun_word(d, i + 1) && (m->type != LT_TYPE_ORGANIZATION || is_genitive(d, i));
}

/* Sicht Brüssels, Angaben Müllers, Ansicht Ada Müllers, Präsident Thailands: the token behind a name in the genitive, or
 * LAUT_NONE if there is none. */
static uint32_t behind_name_in_genitive(const following *f)
{
    const lt_document *d = f->x->d;
    const lt_mention *m = &d->mentions.at[f->index];
    uint32_t i = f->at;
    uint32_t whole = given_name(d, i) && m->type == LT_TYPE_ATTRIBUTION ? lt_personal_name(f->x, i, f->end, false) : i + 1;
    bool taken = (namelike(d, i) || place_name(d, i)) && (!m->named || m->type == LT_TYPE_ORGANIZATION) && !m->pronoun && m->core_last == i &&
                 d->text.bytes[d->tokens.at[whole - 1].end - 1] == 's';
    return taken ? whole : LAUT_NONE;
}

/* The phrase that begins there belongs to the mention, if there is one. `whole`: the token behind its name, or LAUT_NONE. */
static bool bare_genitive(const following *f, uint32_t whole)
{
    lt_document *d = f->x->d;
    uint32_t a = inner_phrase(f, f->at);
    if (a == LAUT_NONE)
        return false;
    if (whole != LAUT_NONE && whole > f->at + 1 && d->mentions.at[a].last == whole) /* Otto Jensens is Otto Jensen */
        d->mentions.at[a].features &= ~LT_CASES | LT_F(gen);
    own(d, f->index, a);
    return true;
}

/* ---------------------------------------------------------------- prepositional phrases */

/* A place and nothing else: in Wien, im Iran, in der Schweiz. */
static bool place_ahead(const lt_chunker *x, uint32_t i, uint32_t end)
{
    lt_entry e;
    uint8_t type;
    if (is(x->d, i, LT_DET))
        i++;
    return mine(x, i, end) && lt_find_name(x->d, i, end, &e, &type) && type == LT_TYPE_PLACE;
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

/* (laut einem Porträt im) Magazin „Silberblick“, (in der) „Elbwelle“: where something is printed. */
static bool is_paper(const lt_document *d, const lt_mention *m)
{
    return m->type == LT_TYPE_MEDIA || (m->named && d->tokens.at[m->name_first].kind == LT_MARK);
}

/* Whether it is no part of the mention by what both are: ein Sprecher aus Kreisen. `a`: its mention; `how`: lt_attributive(). */
static bool does_not_fit(const following *f, const lt_mention *a, unsigned how)
{
    const lt_document *d = f->x->d;
    const lt_mention *m = &d->mentions.at[f->index];
    const lt_mention *whom = m->type == LT_TYPE_ATTRIBUTION && m->attribute != LAUT_NONE ? &d->mentions.at[m->attribute] : m;
    bool person = whom->named && whom->type == LT_TYPE_PERSON;
    return (f->behind_verb && m->named && m->type == LT_TYPE_PERSON && a->type != LT_TYPE_ORGANIZATION &&
            a->type != LT_TYPE_MEDIA && a->type != LT_TYPE_PLACE) ||
           (a->type == LT_TYPE_UNNAMED && m->type != LT_TYPE_ATTRIBUTION && m->type != LT_TYPE_DOCUMENT) ||
           /* die Uhr stammt nach Ansicht von Grothe aus einer Fabrik: nobody of that factory's */
           (f->behind_verb && person && how & LT_OF_TOWNS && !a->named && !a->definite);
}

/* Das Heft reicht nach ihren Worten vom Anfang bis zum Ende; nahm die Ware nach eigenen Angaben aus den Regalen: whose the
 * words are is said already. */
static bool is_owned(const following *f)
{
    const lt_document *d = f->x->d;
    const lt_mention *m = &d->mentions.at[f->index];
    if (m->type != LT_TYPE_ATTRIBUTION)
        return false;
    return (m->possessive && lt_is_agent(d->engine, d->tokens.at[f->at].form)) ||
           (m->first < m->head && lt_cell_has(lt_possessive_owner(d, m->first), "subject"));
}

/* ist laut Bistum für den 14. März geplant; die Polizei in der Nacht, Ada Brandt am Sonntag: it says when. */
static bool is_date(const following *f, const lt_mention *a)
{
    const lt_document *d = f->x->d;
    const lt_mention *m = &d->mentions.at[f->index];
    bool dated = false;
    for (uint32_t k = f->at + 1; k < a->last; k++)
        dated |= d->tokens.at[k].kind == LT_NUMBER;
    /* die Polizei in der Nacht, Ada Brandt am Sonntag; but laut „Land am Abend“ */
    dated |= d->quote_of[f->at] == LAUT_NONE && m->type != LT_TYPE_PLACE && m->type != LT_TYPE_UNNAMED && !a->named && lt_is_time(d->engine, a->lemma);
    return dated && a->type == LT_TYPE_THING && m->type != LT_TYPE_THING && m->type != LT_TYPE_ATTRIBUTION && m->type != LT_TYPE_DOCUMENT;
}

/* in die Türkei: the article is an accusative, which says where to; (stammt …) aus der Türkei: what the verb asks for. */
static bool is_way(const following *f)
{
    const lt_document *d = f->x->d;
    lt_agreement article = d->tokens.at[f->at + 1].sum.det;
    if (article && article & CASE(ACC) && !(article & CASE(DAT)) && lt_attributive(d->engine, d->tokens.at[f->at].form) & LT_SEAT)
        return true;
    unsigned how = lt_attributive(d->engine, d->tokens.at[f->at].form);
    return lt_builds(d->engine, f->x->c->lemma) & LT_BUILDS_WAY && how & LT_OF_TOWNS && !(how & LT_SEAT);
}

/* Im Mai sprach die Kanzlerin von Fehlern: the verb's, not the noun's. */
static bool is_of_verb(const following *f, const lt_mention *a)
{
    const lt_chunker *x = f->x;
    const lt_document *d = x->d;
    const lt_mention *m = &d->mentions.at[f->index];
    const uint32_t i = f->at;
    /* während der „Uferbote“ von einem „Abend wie früher“ schwärmt: no part of a name that is quoted */
    if (m->named && a->named && d->tokens.at[m->last - 1].kind == LT_MARK && d->tokens.at[a->last - 1].kind == LT_MARK && a->first < a->name_first)
        return true;
    /* …, die Verteidigung (habe) auf Freispruch plädiert: in front of a verb at the end */
    if (!f->behind_verb && !f->front && (m->type == LT_TYPE_ORGANIZATION || m->type == LT_TYPE_PERSON || m->type == LT_TYPE_GROUP) &&
        m->preposition == LAUT_NONE && a->type == LT_TYPE_THING && governed(x, i, f->end))
        return true;
    bool last = x->c->verb_last && x->c->kind != LT_MAIN; /* dass er laut Polizei von der Straße abkam */
    if (!f->behind_verb && !last)
        return false;
    /* Das Video stammt nach Ansicht der Polizei aus den Niederlanden, reist laut Zoll in die Türkei: where to, or where from */
    if (is_way(f))
        return true;
    if (m->type != LT_TYPE_ATTRIBUTION && m->type != LT_TYPE_DOCUMENT && a->type != LT_TYPE_ORGANIZATION &&
        a->type != LT_TYPE_PLACE && governed(x, i, f->end))
        return true;
    /* sind laut Verwaltung von der Regel ausgenommen; gelten nach Angaben der Stadt für Kinder: the verb's, too */
    bool bare = m->preposition == LAUT_NONE && d->tokens.at[m->first].flags & LT_CAPITAL && m->first > 0 && is(d, m->first - 1, LT_PREP);
    bool town = lt_entry_has(d->engine, m->entry, LT_HAS(traits, government)) && !lt_entry_has(d->engine, m->entry, LT_HAS(traits, authority));
    bool contracted = d->tokens.at[i].sum.features & LT_F(contr), agent = lt_is_agent(d->engine, d->tokens.at[i].form);
    bool nameless = a->type == LT_TYPE_THING && !a->named, persons = a->type == LT_TYPE_PERSON || a->type == LT_TYPE_GROUP;
    bool thing = a->type == LT_TYPE_THING && (d->tokens.at[i + 1].sum.det || contracted); /* Ministerium für Verkehr */
    /* ist laut Polizei für zehn Morde verantwortlich: no police is called after what it is for */
    bool accuser = lt_entry_has(d->engine, m->entry, LT_HAS(traits, accuses)), plain = town || accuser;
    thing |= plain && !a->named && (a->type == LT_TYPE_THING || persons);
    bool from = agent || contracted; /* kam nach Angaben der Feuerwehr von der Straße ab */
    /* will nach eigenem Bekunden vom Frühjahr an liefern; sind nach bisherigen Ermittlungen für drei Morde verantwortlich */
    bool unowned = agent ? m->first < m->head && !d->tokens.at[m->first].sum.det : m->first && is(d, m->first - 1, LT_PREP);
    bool owned = m->type == LT_TYPE_ATTRIBUTION && ((m->attribute != LAUT_NONE && (persons || nameless)) || (nameless && unowned));
    /* verlautete am Mittwoch aus der Bank: no Wednesday of the bank's */
    owned |= m->type == LT_TYPE_THING && !m->named && x->c->report != LAUT_NONE && m->first && is(d, m->first - 1, LT_PREP) &&
             (a->type == LT_TYPE_ORGANIZATION || a->type == LT_TYPE_PLACE || a->attribute != LAUT_NONE);
    return owned || (m->type == LT_TYPE_ORGANIZATION && (!m->named || accuser) && thing && (bare || plain || from));
}

/* die Regierung in Wien, Angaben aus dem Amt: whether it belongs to the mention; it is none otherwise. */
static bool prepositional(const following *f)
{
    lt_chunker *x = f->x;
    lt_document *d = x->d;
    const lt_mention *m = &d->mentions.at[f->index];
    const uint32_t i = f->at;
    unsigned how = lt_attributive(d->engine, d->tokens.at[i].form);
    bool always = how & LT_ALWAYS_ATTRIBUTIVE;
    /* teilte die Regierung in Wien mit; but: sagte der Minister in Wien */
    bool seat = how & LT_SEAT && m->type == LT_TYPE_ORGANIZATION && (m->definite || !m->named) && mine(x, i + 1, f->end) && place_ahead(x, i + 1, f->end);
    /* wurde von X gesehen; but: wurde nach Angaben von X gesehen */
    bool agent = x->c->passive && f->behind_verb && m->type != LT_TYPE_ATTRIBUTION && m->type != LT_TYPE_DOCUMENT;
    bool printed = !m->named && lt_is_within(d->engine, d->tokens.at[i].form) && lt_entry_has(d->engine, m->entry, LT_HAS(traits, news));
    /* auf dem Zettel an der Tür: where it hangs, and nothing that names it */
    bool sign = lt_entry_has(d->engine, m->entry, LT_HAS(traits, sign));
    bool taken = (always && !agent) || (how && f->front && !sign) || seat;
    if (!taken && !printed)
        return false;
    if (!mine(x, i + 1, f->end) || (m->pronoun && !always))
        return false;
    uint32_t before = d->mentions.count;
    uint32_t index = inner_phrase(f, i + 1);
    m = &d->mentions.at[f->index]; /* they may have moved */
    lt_mention *a = index == LAUT_NONE ? NULL : &d->mentions.at[index];
    bool timed = a && a->first == i + 1 && !a->named && a->type == LT_TYPE_THING && lt_is_time(d->engine, a->lemma);
    bool of_day = timed && m->type == LT_TYPE_ATTRIBUTION && m->attribute == LAUT_NONE; /* nach Angaben vom Mittwoch: nobody's */
    if (!a || a->first != i + 1 || does_not_fit(f, a, how) || (!taken && !is_paper(d, a)) || is_date(f, a) || is_of_verb(f, a) || is_owned(f) || of_day) {
        /* Nach ihren Worten vom Montag: a part of it all the same */
        bool dated = of_day || (timed && f->front && is_owned(f));
        if (dated)
            d->mentions.at[f->index].last = a->last;
        d->mentions.count = before;
        return dated;
    }
    a->preposition = i;
    own(d, f->index, index);
    return true;
}

/* ---------------------------------------------------------------- all of them */

void lt_attributes(lt_chunker *x, uint32_t index, uint32_t end, int depth)
{
    const lt_document *d = x->d;
    for (int round = 0; round < 4 && depth < 4; round++) {
        const lt_mention *m = &d->mentions.at[index];
        uint32_t i = m->last, whole = LAUT_NONE;
        if (!mine(x, i, end) || d->tokens.at[i].kind != LT_WORD || finite_verb(x, i))
            return;
        following f = {.x = x, .index = index, .at = i, .end = end, .depth = depth,
                       .front = x->c->finite != LAUT_NONE && i < x->c->finite && x->c->kind == LT_MAIN,
                       .behind_verb = x->c->finite != LAUT_NONE && i > x->c->finite};
        bool taken = false;
        if ((d->tokens.at[i].sum.det & CASE(GEN) || number_in_genitive(d, i)) && (!m->pronoun || m->features & LT_F(indef)))
            taken = genitive(&f);
        else if (begins_bare_genitive(&f) || (round == 0 && (whole = behind_name_in_genitive(&f)) != LAUT_NONE))
            taken = bare_genitive(&f, whole);
        else if (is(d, i, LT_PREP))
            taken = prepositional(&f);
        if (!taken)
            return;
    }
}
