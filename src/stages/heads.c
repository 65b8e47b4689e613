#include "stages/heads.h"

#include <string.h>

#include "engine/engine.h"
#include "engine/morphology.h"
#include "engine/names.h"
#include "stages/mastheads.h"
#include "stages/propernames.h"

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

/* The tokens [first, last) are its name. Returns the token behind it. */
static uint32_t take_name(lt_noun_phrase *p, uint32_t first, uint32_t last)
{
    p->m.name_first = first;
    p->m.name_last = last;
    p->m.named = true;
    return last;
}

/* ---------------------------------------------------------------- names by themselves */

/* „Morgenblatt“: the quotation at token `i` that is the name of the phrase, or NULL. */
static const lt_quote *quotation_as_name(const lt_chunker *x, const lt_noun_phrase *p, uint32_t i)
{
    const lt_quote *title = lt_quoted_name(x, i, p->end);
    if (title && !p->determined && !p->modified && (title->kind != LT_TITLE || title->words > 4) && !lt_is_reporting_name(x, title))
        title = NULL;
    return title;
}

/* das „Morgenblatt“, der „Elbauer Zeitung“: a name in quotation marks. Returns the token behind it, as all of these do. */
static uint32_t quoted_title(const lt_chunker *x, lt_noun_phrase *p, const lt_quote *title)
{
    const lt_document *d = x->d;
    lt_mention *m = &p->m;
    lt_entry entry;
    uint8_t type;
    m->head = title->last - (title->unclosed ? 1 : 2);
    for (uint32_t t = title->first + 2; t < m->head; t++)
        if (lt_is(d, t, LT_PREP) && !(d->tokens.at[t].flags & LT_CAPITAL))
            m->head = t - 1; /* „Rundschau am Fluss“ */
    take_name(p, title->first, title->last);
    if (lt_find_name(d, title->first + 1, title->last, &entry, &type) == 0) {
        lt_head_entry(d, m->head, m); /* das „Morgenblatt“: by its last word */
        if (m->type == LT_TYPE_PERSON || m->type == LT_TYPE_GROUP || (m->type == LT_TYPE_ORGANIZATION && compound(d, m->head)))
            m->type = LT_TYPE_THING; /* the „Nordpost“ is no post */
        uint32_t ending;
        if (p->determined && m->type != LT_TYPE_MEDIA && lt_masthead(d, m->head, &ending))
            m->type = LT_TYPE_MEDIA;
    } else {
        m->type = type;
        m->entry = entry;
    }
    /* Der „Elbauer Zeitung“, der „Welt“ sagte Ada Grothe: what the last word's gender leaves; die „Morgenpost“ is no Post in a network */
    if (p->determined && m->type == LT_TYPE_MEDIA) {
        uint64_t features = lt_masthead_features(d, m->head);
        lt_agreement left = p->all & (features ? lt_agreement_of(features) : any_case(of_category(d, m->head, LT_NOUN)));
        p->all = left ? left : p->all;
    }
    return title->last;
}

/* von der Heide: a surname of `words` tokens with its particles */
static uint32_t bare_surname(const lt_chunker *x, lt_noun_phrase *p, uint32_t i, uint32_t words)
{
    p->m.head = i + words - 1;
    p->m.type = LT_TYPE_PERSON;
    p->m.lemma = x->d->tokens.at[p->m.head].form;
    p->all = lt_agreement_of(LT_F(sg) | LT_F(m) | LT_F(f));
    return take_name(p, i, i + words);
}

/* beispiel.de */
static uint32_t site(lt_noun_phrase *p, uint32_t i)
{
    p->m.head = i;
    p->m.type = LT_TYPE_MEDIA;
    return take_name(p, i, i + 1);
}

/* A name of the lexica: its tokens, or 0 if there is none; its row and type otherwise. */
typedef struct { uint32_t words; lt_entry entry; uint8_t type; } listed;

/* What looks like a name of the lexica is another word here: die Welt, das Bild. */
static bool is_no_listed_name(const lt_chunker *x, const lt_noun_phrase *p, uint32_t i, const listed *name)
{
    const lt_document *d = x->d;
    const uint32_t end = p->end;
    if (name->words == 1 && is(d, i, LT_NOUN) && !(d->tokens.at[i].flags & LT_ALL_CAPITAL) &&
        lt_entry_has(d->engine, name->entry, LT_HAS(traits, word)))
        return true; /* die Welt, das Bild */
    /* das Wirtschaftsblatt „Kurs“: what has a name behind it is none */
    if (name->words == 1 && p->determined && lt_is_medium_word(d, i) && lt_quoted_name(x, i + 1, end))
        return true;
    /* die Grüne Liste: rather an adjective than the Grünen */
    if (name->words == 1 && p->determined && is(d, i, LT_ADJ) && mine(x, i + 1, end) && capital_word(d, i + 1) && solid_noun(d, i + 1) &&
        of_category(d, i, LT_ADJ) & of_category(d, i + 1, LT_NOUN) & p->all)
        return true;
    /* A surname that is a town: not behind a given name */
    if (name->words && given_name(d, i) && mine(x, i + name->words, end) && namelike(d, i + name->words) &&
        (name->type == LT_TYPE_PLACE || name->words == 1))
        return true;
    /* or where the text has one before it */
    if (name->words == 1 && name->type == LT_TYPE_PLACE && surname(d, i) && !p->determined && !p->modified &&
        !(i > 0 && is(d, i - 1, LT_PREP)))
        return true;
    /* Otto F. Maier */
    return name->words == 1 && given_name(d, i) && mine(x, i + 1, end) && d->tokens.at[i + 1].flags & LT_ABBREVIATION &&
           d->tokens.at[i + 1].flags & LT_CAPITAL;
}

/* The name of the lexica at token `i`. A capitalized adjective belongs to a name: der Deutsche Bundestag, das Weiße Haus. */
static listed find_listed(const lt_chunker *x, const lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    listed name = {.words = 0, .entry = LAUT_NONE, .type = LT_TYPE_THING};
    if (mine(x, i, p->end) && !(i == d->sentences.at[p->m.sentence].first && is(d, i, LT_DET)))
        name.words = lt_find_name(d, i, p->end, &name.entry, &name.type);
    if (name.words && is_no_listed_name(x, p, i, &name))
        name.words = 0;
    return name;
}

/* die Verbraucherzentrale Niedersachsen: where the body is, no genitive. The token behind it, or `i` where there is none. But:
 * Am Montag lobte der Bauernbund Hessen für das Gesetz, where it may be an object. */
static uint32_t behind_region(const lt_chunker *x, const lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    lt_entry entry;
    uint8_t type;
    uint32_t n = mine(x, i, p->end) ? lt_find_name(d, i, p->end, &entry, &type) : 0;
    if (!n || type != LT_TYPE_PLACE || d->text.bytes[d->tokens.at[i + n - 1].end - 1] == 's')
        return i;
    if (lt_entry_has(d->engine, p->m.entry, LT_HAS(kind, government)))
        return i;
    bool governed = p->depth > 0 || (p->first > 0 && is(d, p->first - 1, LT_PREP));
    bool objects = x->c->report == LAUT_NONE || x->addresses || lt_entry_has(d->engine, x->c->report, LT_HAS(frame, acc));
    bool ends = !mine(x, i + n, p->end) || (finite_verb(x, i + n) && !x->c->perfect);
    return governed || i + n == x->c->finite || !objects || (ends && x->c->report != LAUT_NONE) ? i + n : i;
}

/* Vattenfall Europe, der Deutsche Bundestag: a name of the lexica, with what is behind it. */
static uint32_t listed_name(const lt_chunker *x, lt_noun_phrase *p, uint32_t i, const listed *name)
{
    const lt_document *d = x->d;
    const uint32_t end = p->end;
    lt_mention *m = &p->m;
    m->head = i + name->words - 1;
    m->type = name->type;
    m->entry = name->entry;
    m->lemma = d->tokens.at[m->head].form;
    /* Jugend ohne Grenzen teilte mit: a plural name may have a singular verb */
    uint64_t f = lt_entry_has(d->engine, name->entry, LT_HAS(gender, pl)) ? LT_F(pl) | LT_F(sg) : LT_F(sg) |
                 (lt_entry_has(d->engine, name->entry, LT_HAS(gender, m)) ? LT_F(m) : 0) |
                 (lt_entry_has(d->engine, name->entry, LT_HAS(gender, f)) ? LT_F(f) : 0) |
                 (lt_entry_has(d->engine, name->entry, LT_HAS(gender, n)) ? LT_F(n) : 0);
    if (!p->determined)
        p->all &= lt_agreement_of(f);
    i = take_name(p, i, i + name->words);
    /* Vattenfall Europe, Welternährungsorganisation FAO */
    while (m->type != LT_TYPE_PLACE && mine(x, i, end) && namelike(d, i) && !given_name(d, i) && !surname(d, i) &&
           !solid_noun(d, i))
        m->name_last = ++i;
    /* Der Bauernverband Nordheim fordert: right in front of the verb */
    if (m->type == LT_TYPE_ORGANIZATION && p->determined && i + 1 == x->c->finite && mine(x, i, end) &&
        capital_word(d, i) && compound(d, i) && lt_is_thing(d, i) &&
        d->text.bytes[d->tokens.at[i].end - 1] != 's') /* das Rote Kreuz Haitis */
        m->name_last = ++i;
    if (m->type == LT_TYPE_ORGANIZATION && p->determined)
        m->name_last = i = behind_region(x, p, i);
    return i;
}

/* Whether token `i` is part of a personal name, and no noun. */
static bool is_person(const lt_chunker *x, const lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    bool personal = namelike(d, i) && (given_name(d, i) || !is(d, i, LT_NOUN) ||
                                       (!p->determined && !p->modified && !solid_noun(d, i)));
    if (p->counted && !given_name(d, i)) /* 300 Panels */
        return false;
    return personal && !(given_name(d, i) && !(mine(x, i + 1, p->end) && namelike(d, i + 1)) && /* seit August */
                         lt_is_month(d->engine, d->tokens.at[i].folded, d->tokens.at[i].folded_size));
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* 54-jährige */
static bool begins_with_digit(const lt_document *d, uint32_t i)
{
    return d->tokens.at[i].kind == LT_WORD && is_digit(d->text.bytes[d->tokens.at[i].begin]);
}

/* Böttcher Hinrich Steffens: what no lexicon has, in front of a given name and a surname, is what he is, and no part of his name. */
static bool is_unknown_office(const lt_document *d, uint32_t i, uint32_t to)
{
    const lt_token *t = &d->tokens.at[i];
    return to >= i + 3 && !given_name(d, i) && t->kind == LT_WORD && !(t->flags & (LT_ABBREVIATION | LT_ALL_CAPITAL)) &&
           !memchr(d->text.bytes + t->begin, '-', t->end - t->begin) && given_name(d, i + 1) && capital_word(d, i + 2) && !given_name(d, i + 2);
}

/* Ada Brandt, die Velmo */
static uint32_t bare_person(const lt_chunker *x, lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    lt_mention *m = &p->m;
    uint32_t to = lt_personal_name(x, i, p->end, false);
    bool office = is_unknown_office(d, i, to);
    take_name(p, lt_behind_titles(d, i + office, to), to);
    m->head = to - 1;
    m->type = LT_TYPE_PERSON;
    /* der sichtlich gerührte Brandt, where the text has Ada Brandt; der 54-jährige Brandt, eine gewisse Elbmaus72, whoever they are */
    bool known = (surname(d, i) || (i > 0 && begins_with_digit(d, i - 1)) || is_digit(d->text.bytes[d->tokens.at[i].end - 1])) && i > p->first + 1 && p->all & ~(PLURAL | NEUTER);
    if (to - i == 1 && !given_name(d, i) && !known && (p->determined || (i > 0 && !p->modified && lt_is_contracted(d, i - 1) && !surname(d, i)))) {
        /* die Velmo, vom Halmwerk; eine Trychel */
        m->type = !p->determined || m->definite || m->possessive || p->all & PLURAL ? LT_TYPE_ORGANIZATION : LT_TYPE_THING;
        m->named = m->type != LT_TYPE_THING && (p->determined || d->tokens.at[i].flags & LT_ALL_CAPITAL); /* im Bett */
    }
    uint64_t g = 0;
    bool alone = to - i == 1 && surname(d, i); /* Orhan, where the text has Yasemin Orhan */
    m->surname = alone;
    for (uint32_t k = 0; !alone && k < d->tokens.at[i].reading_count; k++)
        if (reading(d, i, k)->category == LT_NAME)
            g |= reading(d, i, k)->features & LT_GENDERS;
    lt_agreement own = lt_agreement_of(g | LT_F(sg));
    if (own & p->all)
        p->all &= own;
    m->lemma = d->tokens.at[office ? i : m->head].form;
    return to;
}

/* Tannroder Zeitung. Returns the token behind it. */
static uint32_t town_paper(const lt_chunker *x, lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    lt_mention *m = &p->m;
    m->head = i + 1;
    m->type = LT_TYPE_MEDIA;
    m->lemma = d->tokens.at[m->head].form;
    lt_agreement noun = of_category(d, m->head, LT_NOUN) & p->all;
    p->all = noun ? noun : p->all;
    return take_name(p, i, i + 2);
}

/* ---------------------------------------------------------------- names behind a noun */

/* Whether what stands behind the noun for a person is no name of his: warf der Frau Geldwäsche vor, ein Sprecher Brandts. */
static bool takes_no_name(const lt_chunker *x, const lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    const lt_mention *m = &p->m;
    if (!mine(x, i, p->end))
        return false;
    /* warf der Frau Geldwäsche, dem 61-Jährigen Bestechlichkeit vor */
    bool accused = x->accuses && p->all & CASE(DAT) && p->determined && !given_name(d, i) && solid_noun(d, i);
    if (accused || (lt_entry_has(d->engine, m->entry, LT_HAS(traits, adj)) &&
                    !lt_entry_has(d->engine, m->entry, LT_HAS(traits, title)) && !given_name(d, i)))
        return true;
    /* ein Sprecher Brandts */
    return p->det && lt_is_surname_in_genitive(d, i) && !(mine(x, i + 1, p->end) && namelike(d, i + 1));
}

/* Trainer Otto Grothe, die Brüder Adler, die Waldfreunde Hude: the name that begins at token `i` is namelike. */
static uint32_t name_behind_role(const lt_chunker *x, lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    lt_mention *m = &p->m;
    uint32_t to = lt_personal_name(x, i, p->end, m->type == LT_TYPE_PERSON && p->all & ~PLURAL);
    /* laut Polizei der Trainer Otto Grothe: no genitive plural */
    if (m->definite && given_name(d, i) && to - i > 1 && p->all & ~PLURAL &&
        !(to < d->tokens.count && (d->tokens.at[to].kind == LT_COMMA || is(d, to, LT_CONJ))))
        p->all &= ~PLURAL;
    bool several = p->all & ~PLURAL || to - i > 1 || given_name(d, i) || surname(d, i) || !p->determined ||
                   (lt_entry_has(d->engine, m->entry, LT_HAS(traits, relational)) && !compound(d, m->head)) || /* die Brüder Adler */
                   (to < d->tokens.count && (d->tokens.at[to].kind == LT_COMMA || is(d, to, LT_CONJ)));
    take_name(p, several ? lt_behind_titles(d, i, to) : m->head, to); /* die Waldfreunde Hude: a club */
    if (several)
        m->head = to - 1;
    else
        m->type = LT_TYPE_ORGANIZATION;
    return to;
}

/* eine Sprecherin Ende März, der Direktor Mitte der Woche: when it was; and yet: sagte Direktor Koch der Zeitung */
static bool begins_a_time(const lt_document *d, const lt_noun_phrase *p, uint32_t i)
{
    if (i + 1 >= d->tokens.count || !solid_noun(d, i) || given_name(d, i) || surname(d, i))
        return false;
    const lt_token *next = &d->tokens.at[i + 1];
    return lt_is_month(d->engine, next->folded, next->folded_size) ||
           (p->determined && is(d, i + 1, LT_DET) && of_category(d, i + 1, LT_DET) & CASE(GEN));
}

/* Gestern nahm der Minister Stellung, weil der Minister Angst hatte: a thing behind the verb, or in front of one that stands at
 * the end; but: Der Minister Berg sagte, where one phrase stands in front of the verb. */
static bool is_no_surname(const lt_chunker *x, const lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    bool in_front = x->c->kind == LT_MAIN && x->c->finite != LAUT_NONE && p->first < x->c->finite;
    lt_mention m = {.type = LT_TYPE_THING, .entry = LAUT_NONE};
    lt_head_entry(d, i, &m);
    bool thing = m.type == LT_TYPE_THING || m.type == LT_TYPE_DOCUMENT || m.type == LT_TYPE_ATTRIBUTION;
    return p->determined && !in_front && p->depth == 0 && solid_noun(d, i) && thing && !surname(d, i);
}

/* The name behind the noun for a person or group. Returns the token behind it, or `i` if there is none. */
static uint32_t name_of_person(const lt_chunker *x, lt_noun_phrase *p, uint32_t i, const listed *name)
{
    const lt_document *d = x->d;
    const uint32_t end = p->end;
    lt_mention *m = &p->m;
    uint32_t with_particle = lt_surname_with_particle(d, i, end); /* der Wirt von der Heide */
    if (with_particle > 0) {
        m->head = i + with_particle - 1;
        return take_name(p, i, i + with_particle);
    }
    if (p->determined && name->words && name->type == LT_TYPE_PLACE && !(p->all & ~PLURAL) && compound(d, m->head) &&
        d->text.bytes[d->tokens.at[i].end - 1] != 's') { /* … and not die Anwohner Hamburgs */
        m->type = LT_TYPE_ORGANIZATION;
        return take_name(p, m->head, i + name->words);
    }
    if (mine(x, i, end) && namelike(d, i) && (!name->words || given_name(d, i) || name->type != LT_TYPE_MEDIA))
        return name_behind_role(x, p, i);
    if (p->all & ~PLURAL && mine(x, i, end) && lt_is_handle(d, i)) { /* der Nutzer elbfan72 */
        m->head = i;
        return take_name(p, i, i + 1);
    }
    if (p->all & ~PLURAL && mine(x, i, end) && noun_word(d, i) && !is(d, i, LT_DET) &&
        !is(d, i, LT_PREP) && (lt_entry_has(d->engine, m->entry, LT_HAS(traits, title)) || lt_is_title_noun(d, i)) &&
        !name->words && !begins_a_time(d, p, i) && !is_no_surname(x, p, i)) {
        /* Professor Beckmann: behind a title stands a name, whatever it looks like; Direktor Professor Otto Grothe */
        uint32_t to = lt_personal_name(x, i + 1, end, false);
        m->head = to - 1;
        return take_name(p, i + (to > i + 1 && lt_is_title_noun(d, i)), to);
    }
    return i;
}

/* die Partei Grüne Liste: the name of the lexica behind the noun for a body. */
static uint32_t listed_behind_noun(const lt_chunker *x, lt_noun_phrase *p, uint32_t i, const listed *name)
{
    const lt_document *d = x->d;
    uint32_t to = i + name->words;
    while (name->type != LT_TYPE_PLACE && mine(x, to, p->end) && namelike(d, to) && !given_name(d, to) && !solid_noun(d, to))
        to++;
    return take_name(p, i, to);
}

/* Imkerin Ada Brandt, Stadtrat Otto Grothe: a name behind a noun that tells nothing of a person. Returns the token behind
 * it, or `i` if there is none. */
static uint32_t name_of_whoever(const lt_chunker *x, lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    lt_mention *m = &p->m;
    bool charge = x->accuses && p->all & CASE(DAT) && p->determined && m->head > x->c->finite && only_object(x, i, p->end);
    if (!(mine(x, i, p->end) && namelike(d, i) && m->type != LT_TYPE_ATTRIBUTION && !charge &&
          !(m->type == LT_TYPE_THING && ((solid_noun(d, i - 1) && !(given_name(d, i) && compound(d, i - 1))) ||
                                         d->text.bytes[d->tokens.at[i].end - 1] == 's'))))
        return i;
    uint32_t to = lt_personal_name(x, i, p->end, false);
    m->name_first = i;
    m->name_last = to;
    m->named = m->type != LT_TYPE_THING || to - i > 1;
    /* an unknown role: Imkerin Ada Brandt; a body's name that is a title, too: Stadtrat Otto Grothe,
     * die Betriebsräte Ada Brandt und Otto Grothe */
    bool office = m->type == LT_TYPE_ORGANIZATION &&
                  (!(p->all & ~PLURAL) || lt_entry_has(d->engine, m->entry, LT_HAS(traits, title)));
    /* Finanzvorstand Cordt Ahrens: two words that no lexicon has */
    bool unknown = office && lt_entry_has(d->engine, m->entry, LT_HAS(traits, title)) && !lt_entry_has(d->engine, m->entry, LT_HAS(traits, company)) &&
                   to == i + 2 && !solid_noun(d, i) && !solid_noun(d, i + 1);
    if ((m->type == LT_TYPE_THING || office) && to - i > 1 && (given_name(d, i) || unknown))
        m->type = LT_TYPE_PERSON;
    return to;
}

/* dem Sender Radio Elbwelle: the name begins with what it is once more. Returns the token behind it, or `i`. */
static uint32_t name_of_station(const lt_chunker *x, lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    if (!(p->m.type == LT_TYPE_MEDIA && mine(x, i + 1, p->end) && lt_is_medium_word(d, i) && capital_word(d, i + 1) &&
          !given_name(d, i + 1)))
        return i;
    uint32_t to = i + 2;
    while (mine(x, to, p->end) && namelike(d, to) && !given_name(d, to) && !solid_noun(d, to))
        to++;
    return take_name(p, i, to);
}

/* (Verband Wohnen) Digital, (Initiative Rad) Aktiv: an adjective without an ending in capitals goes on with a name. */
static bool is_late_adjective(const lt_document *d, uint32_t i)
{
    return capital_word(d, i) && is(d, i, LT_ADJ) && !is(d, i, LT_NOUN) && !d->tokens.at[i].sum.adj;
}

/* daheim, jetzt; but not hingegen, vermutlich */
static bool is_where_or_when(const lt_document *d, uint32_t i)
{
    for (uint32_t k = 0; !capital_word(d, i) && k < d->tokens.at[i].reading_count; k++) {
        const lt_reading *r = reading(d, i, k);
        if (r->category == LT_ADV && (lt_entry_has(d->engine, r->entry, LT_HAS(kind, place)) || lt_entry_has(d->engine, r->entry, LT_HAS(kind, time))))
            return !lt_entry_has(d->engine, r->entry, LT_HAS(kind, conn));
    }
    return false;
}

/* Für Weizen erwartet die Behörde Ausfälle von 30 Prozent: a common noun right behind the body that is the subject, and the only
 * object that the clause has. A plural is one whatever comes behind it. But: Im Mai forderte die Gewerkschaft Pflege mehr Geld. */
static bool is_object(const lt_chunker *x, const lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    bool takes_one = !x->c->passive && x->c->finite != LAUT_NONE && (lt_entry_has(d->engine, x->c->report, LT_HAS(frame, np)) ||
                                                                     lt_entry_has(d->engine, x->c->report, LT_HAS(frame, acc)));
    /* soll das Unternehmen Gehälter abgerechnet haben: it stands for a body that has its name elsewhere */
    if (p->determined && p->m.definite && lt_entry_has(d->engine, p->m.entry, LT_HAS(traits, generic)) && solid_noun(d, i) && lt_is_thing(d, i) &&
        !(lt_features_of(of_category(d, i, LT_NOUN)) & LT_F(sg)))
        return true;
    /* ob das Unternehmen Schadensersatz verlangt; dem die Anklage Mord vorwirft; but: die Zulagen, die die Gewerkschaft Bau fordert */
    bool has_one = x->c->kind == LT_RELATIVE && x->c->introducer != LAUT_NONE && of_category(d, x->c->introducer, LT_PRON) & CASE(ACC);
    if (p->depth == 0 && p->determined && p->m.definite && takes_one && !has_one && x->c->verb_last && finite_verb(x, i + 1) && solid_noun(d, i) && lt_is_thing(d, i))
        return true;
    if (p->depth > 0 || !p->determined || !(p->all & CASE(NOM)) || !takes_one || p->first < x->c->finite || !solid_noun(d, i))
        return false;
    if (mine(x, i + 1, p->end) && (capital_word(d, i + 1) || (is(d, i + 1, LT_CONJ) && capital_word(d, i + 2))))
        return false;
    if (!(lt_features_of(of_category(d, i, LT_NOUN)) & LT_F(sg)))
        return true;
    bool governed = false; /* a preposition takes the noun that comes next */
    for (uint32_t k = i + 1; k < p->end; k++) {
        if (d->tokens.at[k].kind == LT_COLON || d->tokens.at[k].kind == LT_COMMA || d->tokens.at[k].kind == LT_MARK)
            return false;
        if (is(d, k, LT_PREP)) {
            governed = true;
        } else if (noun_word(d, k) || d->tokens.at[k].kind == LT_NUMBER || is(d, k, LT_PRON)) {
            if (!governed && !is(d, k, LT_PART))
                return false;
            governed &= !noun_word(d, k);
        }
    }
    return true;
}

/* So erreichte der Wind nach Daten des Wetterdienstes Meteonord Spitzen von 148 Kilometern: behind the verb a plural is its object. */
static bool several_things(const lt_chunker *x, const lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    return p->depth > 0 && x->c->finite != LAUT_NONE && x->c->finite < p->first && solid_noun(d, i) &&
           !(lt_features_of(of_category(d, i, LT_NOUN)) & LT_F(sg));
}

/* Mühlberg, Hohenfeld: a compound in the singular that ends as towns do. */
static bool like_a_town(const lt_document *d, uint32_t i)
{
    lt_mention m = {.type = LT_TYPE_THING, .entry = LAUT_NONE, .lemma = LT_NO_WORD};
    if (!compound(d, i) || !(lt_features_of(of_category(d, i, LT_NOUN)) & LT_F(sg)))
        return false;
    lt_head_entry(d, i, &m);
    return lt_has_tail(d, i, m.lemma, "lex/town-tails.tsv");
}

/* Gewerkschaft Bau und Boden: common nouns are the name of a body. Returns the token behind it, or `i`. */
static uint32_t name_of_nouns(const lt_chunker *x, lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    const uint32_t first = p->first, end = p->end;
    const lt_mention *m = &p->m;
    if (!((m->type == LT_TYPE_ORGANIZATION || m->type == LT_TYPE_MEDIA) && mine(x, i, end) &&
          capital_word(d, i) && is(d, i, LT_NOUN) && p->all & ~PLURAL))
        return i;
    if (!(lt_is_thing(d, i) || compound(d, i) || (p->depth > 0 && !(p->all & ~CASE(GEN)) && bare_paper(d, i))))
        return i;
    if (x->accuses && m->head > x->c->finite && solid_noun(d, i)) /* wirft Regierung Versagen vor */
        return i;
    if (m->type == LT_TYPE_ORGANIZATION && is_object(x, p, i))
        return i;
    /* sollen nach Auskunft der Stadt Hunde anleinen: a part of the state is called after a place */
    bool state = lt_entry_has(d->engine, m->entry, LT_HAS(traits, government)) || lt_entry_has(d->engine, m->entry, LT_HAS(traits, authority)) ||
                 lt_entry_has(d->engine, m->entry, LT_HAS(traits, court));
    if (state)
        return like_a_town(d, i) && !(mine(x, i + 1, end) && capital_word(d, i + 1) && noun_word(d, i + 1)) ? take_name(p, i, i + 1) : i;
    if (x->addresses && !(p->all & CASE(NOM)) && !(m->type == LT_TYPE_MEDIA && first > 0 && is(d, first - 1, LT_PREP)) &&
        !(p->depth > 0 && (lt_is_thing(d, i) || bare_paper(d, i) || !(of_category(d, i, LT_NOUN) & CASE(DAT) & PLURAL))))
        return i; /* but: erklärte die Chefin der Gewerkschaft Bau, des Unternehmens Goldmeister */
    uint32_t to = i;
    while (mine(x, to, end) && ((capital_word(d, to) && (is(d, to, LT_NOUN) || (to > i && is_late_adjective(d, to)))) ||
           (is(d, to, LT_CONJ) && to + 1 < end && capital_word(d, to + 1) && is(d, to + 1, LT_NOUN) &&
            !is(d, to + 1, LT_DET))))
        to++;
    /* Der Verband Pflege daheim begrüßt das: in front of the verb stands nothing else; but Der Verband Pflege dagegen … */
    if (mine(x, to, end) && to + 1 == x->c->finite && x->c->kind == LT_MAIN && first == x->c->segments[0].first && p->depth == 0 &&
        is_where_or_when(d, to))
        to++;
    /* the Klinikbetreiber Medivia is called Medivia, the Gewerkschaft Metallunion Metallunion */
    bool label = lt_entry_has(d->engine, m->entry, LT_HAS(traits, label)) || lt_is_body_by_itself(d, m, i, to);
    return take_name(p, label ? i : m->head, to);
}

/* Rettet: in small letters it would be a verb. */
static bool is_verb_in_capitals(const lt_document *d, uint32_t i)
{
    lt_reading out[LT_MAX_READINGS];
    const lt_token *t = &d->tokens.at[i];
    uint32_t n = lt_analyse(d->engine, t->folded, t->folded_size, 0, out);
    for (uint32_t k = 0; k < n; k++)
        if (out[k].category == LT_VERB && out[k].features & LT_F(fin) && !(out[k].features & LT_F(guess)))
            return true;
    return false;
}

/* die Initiative Rettet den Park, das Bündnis Pro Stadtwald: within a sentence a verb, preposition or adverb in capitals begins a name,
 * which goes on up to its noun. Returns the token behind it, or `i`. */
static uint32_t name_that_calls(const lt_chunker *x, lt_noun_phrase *p, uint32_t i)
{
    enum { LONGEST = 4 /* tokens */ };
    const lt_document *d = x->d;
    const lt_mention *m = &p->m;
    if ((m->type != LT_TYPE_ORGANIZATION && m->type != LT_TYPE_GROUP) || !(p->all & ~PLURAL) || i + 1 >= p->end || d->tokens.at[i].kind != LT_WORD ||
        !capital_word(d, i) || is(d, i, LT_NOUN) || given_name(d, i) || surname(d, i) || !(is(d, i, LT_PREP) || is(d, i, LT_ADV) || (is(d, i + 1, LT_DET) && is_verb_in_capitals(d, i))))
        return i;
    for (uint32_t to = i + 1; to < p->end && to < i + LONGEST && d->tokens.at[to].kind == LT_WORD; to++) {
        if (capital_word(d, to) && noun_word(d, to))
            return take_name(p, i, to + 1);
        if (!is(d, to, LT_DET) && !is(d, to, LT_ADJ) && !is(d, to, LT_PREP))
            break;
    }
    return i;
}

/* die Initiative Saubere Luft: within a sentence an adjective in capitals begins a name. Returns the token behind it, or `i`. */
static uint32_t name_with_adjective(const lt_chunker *x, lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    const lt_mention *m = &p->m;
    if ((m->type != LT_TYPE_ORGANIZATION && !(m->type == LT_TYPE_GROUP && p->all & ~PLURAL)) || !mine(x, i + 1, p->end) || !capital_word(d, i) || !is(d, i, LT_ADJ) || is(d, i, LT_DET) ||
        is(d, i, LT_PREP) || !capital_word(d, i + 1) || !is(d, i + 1, LT_NOUN) || !(d->tokens.at[i].sum.adj & of_category(d, i + 1, LT_NOUN) & (CASE(NOM) | CASE(GEN))))
        return i;
    bool label = lt_entry_has(d->engine, m->entry, LT_HAS(traits, label)) || lt_is_body_by_itself(d, m, i, i + 2);
    return take_name(p, label ? i : m->head, i + 2);
}

/* die Nachrichtenagentur npd: a medium's name in small letters, which no lexicon knows as anything. Returns the token behind it,
 * or `i`. */
static uint32_t name_in_small_letters(const lt_chunker *x, lt_noun_phrase *p, uint32_t i)
{
    enum { LONGEST = 5 /* bytes */ };
    const lt_document *d = x->d;
    const lt_mention *m = &p->m;
    if (m->type != LT_TYPE_MEDIA || !p->determined || !(p->all & ~PLURAL) || !mine(x, i, p->end) || d->tokens.at[i].kind != LT_WORD ||
        !lt_entry_has(d->engine, m->entry, LT_HAS(traits, label)))
        return i;
    const lt_token *t = &d->tokens.at[i];
    bool known = t->flags & LT_CAPITAL || t->end - t->begin > LONGEST;
    for (uint32_t k = 0; k < t->reading_count; k++)
        known |= !(reading(d, i, k)->features & LT_F(guess));
    return known ? i : take_name(p, i, i + 1);
}

/* Kanzlerin Ada Brandt, das Magazin „Politico“, Gewerkschaft Bau und Boden: the name behind the noun, in quotation marks
 * `q`, or NULL. Returns the token behind it, or `i` if there is none. */
static uint32_t name_behind_noun(const lt_chunker *x, lt_noun_phrase *p, uint32_t i, const lt_quote *q)
{
    const lt_document *d = x->d;
    const lt_mention *m = &p->m;
    bool person = m->type == LT_TYPE_PERSON || m->type == LT_TYPE_GROUP;
    if ((person && takes_no_name(x, p, i)) || m->named) /* it stood in front */
        return i;
    if (q && m->type != LT_TYPE_PERSON)
        return take_name(p, q->first, q->last);
    listed name = {.words = 0};
    if (mine(x, i, p->end))
        name.words = lt_find_name(d, i, p->end, &name.entry, &name.type);
    uint32_t to = i;
    if (person)
        to = name_of_person(x, p, i, &name);
    else if (name.words && m->type != LT_TYPE_ATTRIBUTION && m->type != LT_TYPE_DOCUMENT &&
             !(name.type == LT_TYPE_PLACE && m->type == LT_TYPE_THING))
        to = listed_behind_noun(x, p, i, &name);
    if (to == i)
        to = name_that_calls(x, p, i);
    if (to == i)
        to = name_of_whoever(x, p, i);
    if (to == i)
        to = name_of_station(x, p, i);
    if (to == i)
        to = name_in_small_letters(x, p, i);
    if (to == i)
        to = name_with_adjective(x, p, i);
    return to == i ? name_of_nouns(x, p, i) : to;
}

/* ---------------------------------------------------------------- nouns */

/* Whether a noun or a personal name stands at token `i`. */
static bool begins_noun(const lt_chunker *x, const lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    return capital_word(d, i) && mine(x, i, p->end) &&
           (noun_word(d, i) || surname(d, i) || (is(d, i, LT_ADJ) && (p->determined || (mine(x, i + 1, p->end) && noun_word(d, i + 1))))) &&
           !(is(d, i, LT_DET) && i == p->first) && !((is(d, i, LT_PRON) || is(d, i, LT_PREP)) && !is(d, i, LT_NOUN));
}

/* der Kreis Lindau, nach Auskunft des Kreises: in the singular it is the body that the word may mean, too, in front of a
 * place or where nobody stands whose it is (der Kreis der Getreuen). */
static void body_of_place(const lt_chunker *x, lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    lt_entry e;
    uint8_t type;
    bool place = mine(x, i, p->end) && lt_find_name(d, i, p->end, &e, &type) && type == LT_TYPE_PLACE;
    bool alone = (p->m.definite ? !p->m.possessive : !p->determined && !p->modified && p->first > 0 && is(d, p->first - 1, LT_PREP)) && !(mine(x, i, p->end) && (is(d, i, LT_DET) || is(d, i, LT_PREP)));
    if (!(p->all & ~PLURAL) || !(place || alone))
        return;
    for (uint32_t k = 0; k < d->tokens.at[p->m.head].reading_count; k++) {
        const lt_reading *r = reading(d, p->m.head, k);
        if (r->category == LT_NOUN && lt_entry_type(d->engine, r->entry) == LT_TYPE_ORGANIZATION) {
            p->m.type = LT_TYPE_ORGANIZATION;
            p->m.entry = r->entry;
            p->m.lemma = r->lemma;
            return;
        }
    }
}

/* die Nordlicht Versicherung, Kanzlerin Ada Brandt, Sender Kanal 3: a noun with the names beside it. */
static uint32_t noun_with_names(const lt_chunker *x, lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    const uint32_t end = p->end;
    lt_mention *m = &p->m;
    /* die Nordlicht Versicherung: a bare word before what the firm is */
    uint32_t firm = i;
    if (mine(x, i + 1, end) && capital_word(d, i + 1) && compound(d, i) && lt_is_thing(d, i) && p->determined &&
        of_category(d, i + 1, LT_NOUN) & p->all && lt_is_company(d, i + 1))
        firm = i++;
    m->head = i;
    if (!lt_agreeing_entry(d, i, p->all, m))
        lt_head_entry(d, i, m);
    if (m->definite && i > p->first + 1 && capital_word(d, i - 1) && is(d, i - 1, LT_ADJ) && lt_masthead_is_plain(d, i))
        m->type = LT_TYPE_MEDIA; /* der Märkische Kurier */
    lt_agreement agreed = of_category(d, i, LT_NOUN);
    if (p->determined && m->definite) /* die Angeklagte is one woman */
        agreed &= ~strong_forms(d, i);
    if (agreed & p->all)
        p->all &= agreed;
    i++;
    m->name_first = m->name_last = i;
    if (firm + 1 < i) {
        m->name_first = firm;
        m->named = true;
    }
    const lt_quote *q = lt_quoted_name(x, i, end);
    if (!q && m->type == LT_TYPE_MEDIA && p->determined && lt_entry_has(d->engine, m->entry, LT_HAS(traits, label)))
        q = lt_quoted_word(x, i, end); /* das Magazin „netzblick“ */
    /* Kanal Nord meldete */
    if (m->type == LT_TYPE_THING && !p->determined && m->head == p->first && mine(x, i, end) && d->tokens.at[i].kind == LT_WORD && capital_word(d, i) &&
        !is(d, i, LT_DET) && !is(d, i, LT_PREP) && lt_entry_has(d->engine, m->entry, LT_HAS(traits, station))) {
        m->type = LT_TYPE_MEDIA;
        return take_name(p, m->head, i + 1);
    }
    if (m->type == LT_TYPE_ATTRIBUTION)
        body_of_place(x, p, i);
    i = name_behind_noun(x, p, i, q);
    /* Betreiber Lindenhof Residenzen, Sender Kanal 3 */
    if (m->named && !q && i > m->head + 1 && (m->type == LT_TYPE_ORGANIZATION || m->type == LT_TYPE_MEDIA)) {
        while (mine(x, i, end) && (is_late_adjective(d, i) || (noun_word(d, i) && lt_is_thing(d, i) && !is(d, i, LT_DET) &&
                                                              !is(d, i, LT_PREP) && !given_name(d, i) && !several_things(x, p, i))))
            i++;
        if (mine(x, i, end) && d->tokens.at[i].kind == LT_NUMBER && !(mine(x, i + 1, end) && noun_word(d, i + 1)))
            i++;
        m->name_last = i;
    }
    /* Nordfunk Drei */
    if (m->type == LT_TYPE_MEDIA && mine(x, i, end) && d->tokens.at[i].flags & LT_CAPITAL && is(d, i, LT_NUM))
        i = take_name(p, m->named ? m->name_first : m->head, i + 1);
    return i;
}

/* A noun or a personal name, with the adjectives in front that have capitals. */
static uint32_t noun_or_person(const lt_chunker *x, lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    const uint32_t end = p->end;
    /* Arabische und iranische Medien */
    if (i == p->first && is(d, i, LT_ADJ) && i + 3 < end && is(d, i + 1, LT_CONJ) && !capital_word(d, i + 2) &&
        d->tokens.at[i].sum.adj & d->tokens.at[i + 2].sum.adj && noun_word(d, i + 3) && mine(x, i + 3, end))
        i += 3;
    while (is(d, i, LT_ADJ) && !is(d, i, LT_PREP) && !is(d, i, LT_ADV) && mine(x, i + 1, end) && capital_word(d, i + 1) && is(d, i + 1, LT_NOUN)) {
        p->all &= d->tokens.at[i].sum.adj ? d->tokens.at[i].sum.adj : ALL;
        i++;
    }
    return is_person(x, p, i) ? bare_person(x, p, i) : noun_with_names(x, p, i);
}

/* ---------------------------------------------------------------- firms */

/* Grothe & Brandt, Bankhaus Grothe & Söhne: a firm. Returns the token behind it, or `i` where none goes on. */
static uint32_t partners(const lt_chunker *x, lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    lt_mention *m = &p->m;
    if (!(mine(x, i + 1, p->end) && d->tokens.at[i].kind == LT_OTHER && d->text.bytes[d->tokens.at[i].begin] == '&' &&
          capital_word(d, i + 1) && i == (m->named ? m->name_last : m->head + 1)))
        return i;
    for (i += 2; mine(x, i, p->end) && namelike(d, i) && !solid_noun(d, i); )
        i++;
    if (m->type != LT_TYPE_MEDIA)
        m->type = LT_TYPE_ORGANIZATION;
    return take_name(p, m->named ? m->name_first : m->head, i);
}

/* Halmwerk GmbH, die Deutsche Werft AG. Returns the token behind the legal form, or `i` if there is none. */
static uint32_t with_legal_form(const lt_chunker *x, lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    lt_mention *m = &p->m;
    uint32_t form = i == (m->named ? m->name_last : m->head + 1) && m->type != LT_TYPE_MEDIA ? lt_form_behind(x, i, p->end) : LAUT_NONE;
    if (form == LAUT_NONE || !(form == i || m->named || m->type != LT_TYPE_PERSON))
        return i;
    lt_agreement agreed = of_category(d, form, LT_NOUN) & (p->det ? p->det : ALL);
    p->all = agreed ? agreed : p->all; /* die Stahlwerke GmbH teilte mit */
    i = form;
    while (mine(x, i, p->end) && (lt_is_legal_form(d, i) || (d->tokens.at[i].kind == LT_OTHER && capital_word(d, i + 1) &&
                                                       mine(x, i + 1, p->end))))
        i += d->tokens.at[i].kind == LT_OTHER ? 2 : 1; /* GmbH & Co. KG */
    m->type = LT_TYPE_ORGANIZATION;
    uint32_t begin = m->named ? m->name_first : m->head;
    while (!m->named && begin > p->first && capital_word(d, begin - 1) && is(d, begin - 1, LT_ADJ) && !is(d, begin - 1, LT_DET))
        begin--; /* die Rein Kraft AG */
    return take_name(p, begin, i);
}

/* ---------------------------------------------------------------- any of them */

uint32_t lt_behind_head(const lt_chunker *x, lt_noun_phrase *p, uint32_t i, uint32_t with_particle)
{
    const lt_quote *title = quotation_as_name(x, p, i);
    listed name = find_listed(x, p, i);
    if (title)
        i = quoted_title(x, p, title);
    else if (with_particle)
        i = bare_surname(x, p, i, with_particle);
    else if (p->paper && name.words < 2)
        i = town_paper(x, p, i);
    else if (!name.words && mine(x, i, p->end) && lt_is_address(x->d, i))
        i = site(p, i);
    else if (name.words)
        i = listed_name(x, p, i, &name);
    else if (begins_noun(x, p, i))
        i = noun_or_person(x, p, i);
    else
        return LAUT_NONE;
    i = partners(x, p, i);
    return with_legal_form(x, p, i);
}
