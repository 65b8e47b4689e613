#include "stages/phrases.h"

#include <string.h>

#include "engine/engine.h"
#include "engine/morphology.h"
#include "engine/names.h"
#include "stages/extent.h"
#include "stages/mastheads.h"

/* A noun phrase while it is read, word by word. */
typedef struct {
    lt_mention m;        /* what is known of it so far */
    uint32_t first, end; /* tokens: where it begins, and where it has to end */
    int depth;           /* of the phrases around it, 0 outermost */
    lt_agreement det;    /* of its determiner, or 0 */
    lt_agreement all;    /* what its words leave, all together */
    bool determined;     /* by an article or a pronoun: die, deren */
    bool modified;       /* by an adjective or a number */
    bool counted;        /* by a number: 300 Besucher */
    uint32_t possessor;  /* mention: whose it is, in front of it (Grothes Sprecher); or LAUT_NONE */
} lt_noun_phrase;

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
    const lt_quote *title = quoted_name(x, i, p->end);
    if (title && !p->determined && !p->modified && (title->kind != LT_TITLE || title->words > 4) && !reporting_name(x, title))
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
    take_name(p, title->first, title->last);
    if (lt_find_name(d, title->first + 1, title->last, &entry, &type) == 0) {
        lt_head_entry(d, m->head, m); /* das „Morgenblatt“: by its last word */
        if (m->type == LT_TYPE_PERSON || m->type == LT_TYPE_GROUP || (m->type == LT_TYPE_ORGANIZATION && compound(d, m->head)))
            m->type = LT_TYPE_THING; /* the „Nordpost“ is no post */
        uint32_t ending;
        if (p->determined && m->type != LT_TYPE_MEDIA && lt_masthead(d, m->head, &ending))
            m->type = LT_TYPE_MEDIA;
        /* Der „Elbauer Zeitung“ sagte Ada Grothe: what the last word's gender leaves */
        if (p->determined && m->type == LT_TYPE_MEDIA && is(d, m->head, LT_NOUN))
            p->all &= any_case(of_category(d, m->head, LT_NOUN));
    } else {
        m->type = type;
        m->entry = entry;
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
    if (name->words == 1 && p->determined && lt_is_medium_word(d, i) && quoted_name(x, i + 1, end))
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
    if (m->type == LT_TYPE_ORGANIZATION && p->determined && i + 1 == x->c->finite && mine(x, i, end) && capital_word(d, i) && compound(d, i) && lt_is_thing(d, i) &&
        d->text.bytes[d->tokens.at[i].end - 1] != 's') /* das Rote Kreuz Haitis */
        m->name_last = ++i;
    return i;
}

/* Whether token `i` is part of a personal name, and no noun. */
static bool is_person(const lt_chunker *x, const lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    bool personal = namelike(d, i) && (given_name(d, i) || !is(d, i, LT_NOUN) ||
                                       (!p->determined && !p->modified && !solid_noun(d, i)));
    return personal && !(given_name(d, i) && !(mine(x, i + 1, p->end) && namelike(d, i + 1)) && /* seit August */
                         lt_is_month(d->engine, d->tokens.at[i].folded, d->tokens.at[i].folded_size));
}

/* Ada Brandt, die Velmo */
static uint32_t bare_person(const lt_chunker *x, lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    lt_mention *m = &p->m;
    uint32_t to = lt_personal_name(x, i, p->end, false);
    take_name(p, behind_titles(d, i, to), to);
    m->head = to - 1;
    m->type = LT_TYPE_PERSON;
    if (to - i == 1 && !given_name(d, i) && (p->determined || (i > 0 && !p->modified && contracted(d, i - 1) && !surname(d, i)))) {
        m->type = !p->determined || m->definite || m->possessive || p->all & PLURAL ? LT_TYPE_ORGANIZATION : LT_TYPE_THING; /* die Velmo, vom Halmwerk; eine Trychel */
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
    m->lemma = d->tokens.at[m->head].form;
    return to;
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
    if (accused || (lt_entry_has(d->engine, m->entry, LT_HAS(traits, adj)) && !lt_entry_has(d->engine, m->entry, LT_HAS(traits, title)) && !given_name(d, i)))
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
    take_name(p, several ? behind_titles(d, i, to) : m->head, to); /* die Waldfreunde Hude: a club */
    if (several)
        m->head = to - 1;
    else
        m->type = LT_TYPE_ORGANIZATION;
    return to;
}

/* The name behind the noun for a person or group. Returns the token behind it, or `i` if there is none. */
static uint32_t name_of_person(const lt_chunker *x, lt_noun_phrase *p, uint32_t i, const listed *name)
{
    const lt_document *d = x->d;
    const uint32_t end = p->end;
    lt_mention *m = &p->m;
    uint32_t with_particle = surname_with_particle(d, i, end); /* der Wirt von der Heide */
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
    if (p->all & ~PLURAL && mine(x, i, end) && noun_word(d, i) && !is(d, i, LT_DET) &&
        !is(d, i, LT_PREP) && (lt_entry_has(d->engine, m->entry, LT_HAS(traits, title)) || lt_is_title_noun(d, i)) &&
        !name->words) {
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
          !(m->type == LT_TYPE_THING && ((solid_noun(d, i - 1) && !(given_name(d, i) && compound(d, i - 1))) || d->text.bytes[d->tokens.at[i].end - 1] == 's'))))
        return i;
    uint32_t to = lt_personal_name(x, i, p->end, false);
    m->name_first = i;
    m->name_last = to;
    m->named = m->type != LT_TYPE_THING || to - i > 1;
    /* an unknown role: Imkerin Ada Brandt; a body's name that is a title, too: Stadtrat Otto Grothe,
     * die Betriebsräte Ada Brandt und Otto Grothe */
    bool office = m->type == LT_TYPE_ORGANIZATION &&
                  (!(p->all & ~PLURAL) || lt_entry_has(d->engine, m->entry, LT_HAS(traits, title)));
    if ((m->type == LT_TYPE_THING || office) && to - i > 1 && given_name(d, i))
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

/* Gewerkschaft Bau und Boden: common nouns are the name of a body. Returns the token behind it, or `i`. */
static uint32_t name_of_nouns(const lt_chunker *x, lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    const uint32_t first = p->first, end = p->end;
    const lt_mention *m = &p->m;
    if (!((m->type == LT_TYPE_ORGANIZATION || m->type == LT_TYPE_MEDIA) && mine(x, i, end) &&
          capital_word(d, i) && is(d, i, LT_NOUN) && p->all & ~PLURAL && (lt_is_thing(d, i) || compound(d, i) || (p->depth > 0 && !(p->all & ~CASE(GEN)) && bare_paper(d, i))) &&
          !(x->accuses && m->head > x->c->finite && solid_noun(d, i)) && /* wirft Regierung Versagen vor */
          !(x->addresses && !(p->all & CASE(NOM)) && !(m->type == LT_TYPE_MEDIA && first > 0 && is(d, first - 1, LT_PREP)) && !(p->depth > 0 && (lt_is_thing(d, i) || bare_paper(d, i)))))) /* ein Sprecher der Gewerkschaft Bau */
        return i;
    uint32_t to = i;
    while (mine(x, to, end) && ((capital_word(d, to) && is(d, to, LT_NOUN)) ||
           (is(d, to, LT_CONJ) && to + 1 < end && capital_word(d, to + 1) && is(d, to + 1, LT_NOUN) &&
            !is(d, to + 1, LT_DET))))
        to++;
    return take_name(p, m->head, to);
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
        to = name_of_whoever(x, p, i);
    if (to == i)
        to = name_of_station(x, p, i);
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
    lt_head_entry(d, i, m);
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
    const lt_quote *q = quoted_name(x, i, end);
    i = name_behind_noun(x, p, i, q);
    /* Betreiber Lindenhof Residenzen, Sender Kanal 3 */
    if (m->named && !q && i > m->head + 1 && (m->type == LT_TYPE_ORGANIZATION || m->type == LT_TYPE_MEDIA)) {
        while (mine(x, i, end) && capital_word(d, i) && noun_word(d, i) && lt_is_thing(d, i) && !is(d, i, LT_DET) &&
               !is(d, i, LT_PREP) && !given_name(d, i))
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
    uint32_t form = i == (m->named ? m->name_last : m->head + 1) && m->type != LT_TYPE_MEDIA ? form_behind(x, i, p->end) : LAUT_NONE;
    if (form == LAUT_NONE || !(form == i || m->named || m->type != LT_TYPE_PERSON))
        return i;
    lt_agreement agreed = of_category(d, form, LT_NOUN) & (p->det ? p->det : ALL);
    p->all = agreed ? agreed : p->all; /* die Stahlwerke GmbH teilte mit */
    i = form;
    while (mine(x, i, p->end) && (legal_form(d, i) || (d->tokens.at[i].kind == LT_OTHER && capital_word(d, i + 1) &&
                                                       mine(x, i + 1, p->end))))
        i += d->tokens.at[i].kind == LT_OTHER ? 2 : 1; /* GmbH & Co. KG */
    m->type = LT_TYPE_ORGANIZATION;
    return take_name(p, m->named ? m->name_first : m->head, i);
}

/* ---------------------------------------------------------------- heads */

/* The noun or name at token `i` with the names beside it; `with_particle`: as many tokens are a surname (von der Heide).
 * Returns the token behind it, or LAUT_NONE where there is none. */
static uint32_t behind_head(const lt_chunker *x, lt_noun_phrase *p, uint32_t i, uint32_t with_particle)
{
    const lt_quote *title = quotation_as_name(x, p, i);
    listed name = find_listed(x, p, i);
    if (title)
        i = quoted_title(x, p, title);
    else if (with_particle)
        i = bare_surname(x, p, i, with_particle);
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
    /* alle diese, die beiden, seine drei; but: einer der Richter */
    if (mine(x, i, end) && d->tokens.at[i].sum.det & p->all && !capital_word(d, i) &&
        i + 1 < end && (noun_word(d, i + 1) || is(d, i + 1, LT_ADJ)) && !one_of(d, p->first) &&
        !(m->definite && d->tokens.at[i].sum.features & LT_F(indef) && !is(d, i, LT_PRON))) /* nannte das ein Märchen */
        p->all &= d->tokens.at[i++].sum.det;
    /* die im Tal wohnenden Leute */
    if (mine(x, i, end) && !capital_word(d, i) && is(d, i, LT_PREP) && !quoted_name(x, i, end)) {
        uint32_t noun = behind_participle(x, i, end, p->det);
        if (noun != LAUT_NONE)
            i = noun;
    }
    return i;
}

/* Grothes Sprecher: the owner stands in front, and is a mention by itself. Returns the token behind it. */
static uint32_t behind_owner(lt_chunker *x, lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    uint32_t owner = owner_in_front(x, i, p->end);
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

/* 300, 81 Jahre alte: the token behind the number at token `i`, and behind what it measures. */
static uint32_t behind_number(const lt_chunker *x, lt_noun_phrase *p, uint32_t i)
{
    const lt_document *d = x->d;
    /* 74 Seiten lange, 81 Jahre alte */
    if (i + 3 < p->end && mine(x, i + 3, p->end) && capital_word(d, i + 1) && d->tokens.at[i + 2].sum.adj & p->all &&
        !capital_word(d, i + 2) && noun_word(d, i + 3)) {
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
    if (is(d, i, LT_NUM) && more)
        return i + 1;
    if (i > p->first && is(d, i, LT_PREP) && !p->determined)
        return i; /* 2007 laut neuer Statistik */
    bool adverb = is(d, i, LT_ADV) || is(d, i, LT_PART) || is(d, i, LT_ADJ);
    if (adverb && more && (p->determined || p->depth > 0 || i > from) &&
        (d->tokens.at[i + 1].kind == LT_NUMBER || d->tokens.at[i + 1].sum.adj & p->all || (p->determined && adjectival(d, i + 1))))
        return i + 1; /* die heute 44-Jährige */
    if (adverb && !is(d, i, LT_ADJ) && !contracted(d, i) && i == p->first && more && d->tokens.at[i + 1].kind == LT_NUMBER)
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
        if (noun != LAUT_NONE)
            i = noun;
    }
    if (p->determined && of_town(x, i, end) && of_category(d, i + 1, LT_NOUN) & p->all)
        i++;
    p->modified = i > from;
    return i;
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
    if (pronoun != LAUT_NONE && p->depth < 3 && !(d->mentions.at[pronoun].features & LT_F(pers)))
        lt_attributes(x, pronoun, p->end, p->depth);
    return pronoun;
}

/* What the whole phrase says of its party: the features and the type that are left. */
static void settle(const lt_document *d, lt_noun_phrase *p)
{
    lt_mention *m = &p->m;
    if (!p->all)
        p->all = p->det ? p->det : ALL;
    m->features |= lt_features_of(p->all) | (p->counted ? LT_F(pl) : 0); /* 80 Prozent sagten */
    if (m->type == LT_TYPE_ORGANIZATION && m->named && m->name_last - m->name_first > 1 && given_name(d, m->name_first) &&
        m->entry != LAUT_NONE && lt_entry_has(d->engine, m->entry, LT_HAS(traits, title)))
        m->type = LT_TYPE_PERSON; /* Veranstalter Otto Grothe */
    if (p->counted && m->type == LT_TYPE_PERSON && !m->named) /* 300 Besucher erwartet der Wirt: not der Besucher */
        m->features &= ~LT_F(sg);
    if (m->type == LT_TYPE_PERSON && !m->named && (m->features & LT_NUMBERS) == LT_F(pl))
        m->type = LT_TYPE_GROUP;
    if (m->named && m->type == LT_TYPE_PERSON && (is_dateline(d, m) || is_town(d, m)))
        m->type = LT_TYPE_PLACE;
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
        joins |= (reading(d, k, r)->features & LT_F(and)) != 0;
    uint32_t before = d->mentions.count, other = paired ? k + 2 : k + 1;
    uint32_t b = joins && !finite_verb(x, other) ? lt_phrase(x, other, end, p->depth + 1) : LAUT_NONE;
    bool fits = b != LAUT_NONE && !d->mentions.at[b].pronoun &&
                d->mentions.at[b].features & d->mentions.at[index].features & LT_CASES;
    bool speaks = fits && (d->mentions.at[index].type != LT_TYPE_THING) == (d->mentions.at[b].type != LT_TYPE_THING);
    if (speaks) {
        lt_join_mentions(d, index, b);
    } else if (b != LAUT_NONE) {
        d->mentions.count = before;
    }
}

uint32_t lt_phrase(lt_chunker *x, uint32_t first, uint32_t end, int depth)
{
    lt_document *d = x->d;
    if (!mine(x, first, end) || !trait(d, first, BEGINS) || finite_verb(x, first))
        return LAUT_NONE;
    lt_noun_phrase p = {.first = first, .end = end, .depth = depth, .all = ALL, .possessor = LAUT_NONE,
                        .m = {.first = first, .attribute = LAUT_NONE, .owner = LAUT_NONE, .next = LAUT_NONE,
                              .preposition = LAUT_NONE, .clause = x->clause, .sentence = x->c->sentence,
                              .type = LT_TYPE_THING, .entry = LAUT_NONE}};
    uint32_t i = behind_relative_owner(x, &p, first);
    /* de Maizière, van Dyk */
    if (particle(x, i, end) && !is(d, i, LT_PREP) && !is(d, i, LT_DET) && namelike(d, i + 1) && mine(x, i + 1, end))
        i++;
    uint32_t with_particle = i > first ? 0 : surname_with_particle(d, i, end);
    p.det = i > first || with_particle ? 0 : d->tokens.at[i].sum.det;
    /* warf ihr Wortbruch vor; Am Abend bestätigte das Ada Brandt */
    if (p.det && depth == 0 && ((x->accuses && dative_pronoun(d, i)) || no_article(x, i, end)))
        return lt_pronoun_phrase(x, first);
    i = p.det ? behind_determiner(x, &p, i) : behind_owner(x, &p, i);
    i = behind_modifiers(x, &p, i);
    const uint32_t at = i;
    i = behind_head(x, &p, i, with_particle);
    if (i == LAUT_NONE)
        return without_noun(x, &p, at);
    /* im Jahr 2005, Artikel 65 */
    if (!p.m.named && (p.m.type == LT_TYPE_THING || p.m.type == LT_TYPE_DOCUMENT) && mine(x, i, end) && d->tokens.at[i].kind == LT_NUMBER && !(d->tokens.at[i].flags & LT_ORDINAL) &&
        !(mine(x, i + 1, end) && (capital_word(d, i + 1) || is(d, i + 1, LT_ADJ))))
        i++;
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
    join_conjunct(x, &p, index);
    return index;
}
