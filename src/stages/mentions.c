/* Stage 7: mentions. Noun phrases with titles, names, appositions and attributes, pronouns, what
 * kind of party each could be, and who is subject and object of each clause.
 *
 * Agreement is kept as one bit for each pair of case and gender or plural: `der` is nominative
 * masculine, or genitive or dative feminine, or genitive plural, and nothing between.
 */
#include <stdio.h>
#include <string.h>

#include "base/fold.h"
#include "document.h"
#include "engine/engine.h"
#include "engine/morphology.h"
#include "engine/summary.h"
#include "stages/extent.h"
#include "stages/mastheads.h"
#include "engine/names.h"
#include "stages/turns.h"

typedef lt_agreement agreement;

enum { NOM, GEN, DAT, ACC };
#define CASE(c) ((agreement)(0xF << (c) * 4))
#define PLURAL ((agreement)0x8888)
#define ALL ((agreement)0xFFFF)

static uint64_t features_of(agreement a)
{
    static const uint64_t cases[] = {LT_F(nom), LT_F(gen), LT_F(dat), LT_F(acc)};
    uint64_t f = 0;
    for (unsigned c = 0; c < 4; c++)
        if (a & CASE(c))
            f |= cases[c];
    for (unsigned c = 0; c < 4; c++) {
        unsigned column = a >> c * 4 & 15;
        f |= (column & 1 ? LT_F(m) : 0) | (column & 2 ? LT_F(f) : 0) | (column & 4 ? LT_F(n) : 0);
        f |= (column & 7 ? LT_F(sg) : 0) | (column & 8 ? LT_F(pl) : 0);
    }
    return f;
}

typedef struct {
    lt_document *d;
    uint32_t clause;
    const lt_clause *c;
    bool accuses;   /* its verb takes an accused dative: warf der Regierung vor */
    bool addresses; /* its verb takes an addressee in the dative */
} chunker;

/* ---------------------------------------------------------------- tests on tokens */

static const lt_reading *reading(const lt_document *d, uint32_t i, uint32_t k)
{
    return &d->readings.at[d->tokens.at[i].first_reading + k];
}

static bool is(const lt_document *d, uint32_t i, lt_category category) { return lt_is(d, i, category); }

static agreement of_category(const lt_document *d, uint32_t i, lt_category category)
{
    agreement a = 0;
    for (uint32_t k = 0; is(d, i, category) && k < d->tokens.at[i].reading_count; k++)
        if (reading(d, i, k)->category == category)
            a |= lt_agreement_of(reading(d, i, k)->features);
    return a;
}

/* Forms of an adjectival noun that no definite article stands in front of: (viele) Angeklagte. */
static agreement strong_forms(const lt_document *d, uint32_t i)
{
    agreement strong = 0, other = 0;
    for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++)
        if (reading(d, i, k)->category == LT_NOUN)
            *(reading(d, i, k)->features & LT_F(strong) ? &strong : &other) |= lt_agreement_of(reading(d, i, k)->features);
    return strong & ~other;
}

/* The genders of `a` in whatever case; all of them where it is a plural only: the „Nachrichten“ are die Zeitung, too. */
static agreement any_case(agreement a)
{
    agreement columns = (a | a >> 4 | a >> 8 | a >> 12) & 15;
    return columns & 7 ? columns * 0x1111 : ALL;
}

static bool mine(const chunker *x, uint32_t i, uint32_t end)
{
    return i < end && x->d->clause_of[i] == x->clause;
}

static bool capital_word(const lt_document *d, uint32_t i)
{
    return d->tokens.at[i].kind == LT_WORD && d->tokens.at[i].flags & LT_CAPITAL;
}

/* Surnames of this text: what stands behind a given name somewhere. Vandenhecke, not a hedge. */
enum { SURNAME_SLOTS = 1 << 8 }; /* at least */

static uint32_t hash_words(const lt_document *d, uint32_t first, uint32_t last, size_t cut)
{
    uint32_t h = 2166136261u; /* FNV-1a */
    for (uint32_t i = first; i < last; i++) {
        const lt_token *t = &d->tokens.at[i];
        const char *folded = t->folded;
        size_t n = t->folded_size;
        for (size_t k = 0; k + (i + 1 < last ? 0 : cut) < n; k++)
            h = (h ^ (unsigned char)folded[k]) * 16777619u;
    }
    return h;
}

/* Where the hash of such a surname stands, or the empty slot where it would: there is one, since there are
 * more slots than tokens. */
static uint32_t *surname_slot(const lt_document *d, uint32_t h)
{
    uint32_t i = h & (d->surname_slots - 1);
    while (d->surnames[i] && d->surnames[i] != h)
        i = (i + 1) & (d->surname_slots - 1);
    return &d->surnames[i];
}

/* Whether the tokens are such a surname, or its genitive. */
static bool known_surname(const lt_document *d, uint32_t first, uint32_t last)
{
    const lt_token *t = &d->tokens.at[last - 1];
    uint32_t size = t->end - t->begin;
    if (t->kind != LT_WORD || !(t->flags & LT_CAPITAL))
        return false;
    for (size_t cut = 0; cut < 2 && size > cut + 3; cut++) {
        uint32_t h = hash_words(d, first, last, cut);
        if (*surname_slot(d, h))
            return true;
        if (d->text.bytes[t->end - 1] != 's')
            break;
    }
    return false;
}

/* Whether the token is the genitive of such a surname and none itself: (ein Sprecher) Brandts. */
static bool surname_in_genitive(const lt_document *d, uint32_t i)
{
    const lt_token *t = &d->tokens.at[i];
    return t->kind == LT_WORD && t->flags & LT_CAPITAL && t->end - t->begin > 4 && d->text.bytes[t->end - 1] == 's' &&
           !*surname_slot(d, hash_words(d, i, i + 1, 0)) && *surname_slot(d, hash_words(d, i, i + 1, 1));
}

/* What a token can be in a name: found once, asked for from each place where a phrase might begin. */
enum {
    PARTICLE = 1, /* inside a name: von, al */
    SURNAME = 2,
    GIVEN = 4,    /* a given name that a lexicon has */
    NAMELIKE = 8, /* may be part of a personal name: unknown to the lexica, or a given name */
    SOLID = 16,   /* a noun for sure: in a lexicon, or by an ending that makes nothing else */
    BEGINS = 32   /* a phrase may begin with it */
};

static bool trait(const lt_document *d, uint32_t i, uint8_t which) { return (d->traits[i] & which) != 0; }

static bool surname(const lt_document *d, uint32_t i) { return trait(d, i, SURNAME); }

/* von, al */
static bool particle_word(const lt_document *d, uint32_t i) { return trait(d, i, PARTICLE); }

/* von der Heide, where the text has Ada von der Heide: the tokens of a surname with its particles, or 0. */
static uint32_t surname_with_particle(const lt_document *d, uint32_t i, uint32_t end)
{
    uint32_t k = i;
    while (k + 1 < end && k < i + 2 && particle_word(d, k))
        k++;
    return k > i && known_surname(d, i, k + 1) ? k + 1 - i : 0;
}

static bool namelike(const lt_document *d, uint32_t i) { return trait(d, i, NAMELIKE); }

static bool solid_noun(const lt_document *d, uint32_t i) { return trait(d, i, SOLID); }

/* Only the end of the word is in a lexicon. */
static bool compound(const lt_document *d, uint32_t i)
{
    return !d->tokens.at[i].sum.lexical;
}

/* A given name that a lexicon has. */
static bool given_name(const lt_document *d, uint32_t i) { return trait(d, i, GIVEN); }

/* The address of a site: a full stop between letters (beispiel.de). */
static bool address(const lt_document *d, uint32_t i)
{
    const lt_token *t = &d->tokens.at[i];
    if (t->kind != LT_WORD || t->flags & LT_ABBREVIATION || t->end - t->begin < 5)
        return false;
    const char *dot = memchr(d->text.bytes + t->begin + 2, '.', t->end - t->begin - 4);
    return dot != NULL;
}

/* Anders sieht das die Wirtin: an adverb that is a given name, too, in front of the verb of its sentence. */
static bool begins_as_adverb(const lt_document *d, uint32_t i)
{
    const lt_token *t = &d->tokens.at[i];
    bool first = i == 0 || d->sentence_of[i - 1] != d->sentence_of[i];
    return first && t->sum.is & IS_GIVEN && is(d, i, LT_ADV) && i + 1 < d->tokens.count &&
           d->sentence_of[i + 1] == d->sentence_of[i] && is(d, i + 1, LT_VERB) && !(d->tokens.at[i + 1].flags & LT_CAPITAL);
}

static uint8_t traits_of(const lt_document *d, uint32_t i)
{
    static const uint16_t beginnings = 1u << LT_DET | 1u << LT_PRON | 1u << LT_ADJ | 1u << LT_ADV | 1u << LT_PART | 1u << LT_NUM;
    const lt_token *t = &d->tokens.at[i];
    uint8_t traits = t->begins_name ? BEGINS : 0;
    if (t->kind != LT_WORD)
        return t->kind == LT_NUMBER || t->kind == LT_MARK ? traits | BEGINS : traits;
    if (lt_is_particle(d->engine, t->form))
        traits |= PARTICLE | BEGINS;
    if (t->flags & LT_CAPITAL || t->sum.categories & beginnings || address(d, i))
        traits |= BEGINS;
    if (!(t->flags & LT_CAPITAL) && !is(d, i, LT_NOUN))
        return traits;
    if (t->flags & LT_CAPITAL && !begins_as_adverb(d, i))
        traits |= (t->sum.is & IS_NAMELIKE ? NAMELIKE : 0) | (t->sum.is & IS_GIVEN ? GIVEN : 0);
    if (known_surname(d, i, i + 1))
        traits |= SURNAME | NAMELIKE;
    else if (t->sum.is & IS_SOLID)
        traits |= SOLID;
    return traits;
}

static void find_traits(lt_document *d)
{
    d->traits = lt_arena_alloc(&d->arena, d->tokens.count + 1);
    for (uint32_t i = 0; d->traits && i < d->tokens.count; i++)
        d->traits[i] = traits_of(d, i);
}

/* im, am, vom: preposition and article */
static bool contracted(const lt_document *d, uint32_t i)
{
    for (uint32_t k = 0; is(d, i, LT_PREP) && k < d->tokens.at[i].reading_count; k++)
        if (reading(d, i, k)->category == LT_PREP && reading(d, i, k)->features & LT_F(contr))
            return true;
    return false;
}

/* wie, als; but not sowie */
static bool compares(const lt_document *d, uint32_t i)
{
    for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++)
        if (reading(d, i, k)->features & LT_F(comp) && reading(d, i, k)->category == LT_CONJ)
            return true;
    return false;
}

static bool noun_word(const lt_document *d, uint32_t i)
{
    return capital_word(d, i) && (is(d, i, LT_NOUN) || is(d, i, LT_NAME));
}

static bool finite_verb(const chunker *x, uint32_t i)
{
    for (uint32_t k = 0; k < x->c->verb_count; k++)
        if (x->c->verbs[k] == i)
            return true;
    return false;
}

/* A particle inside a name (von, van, al-): small, between two names. */
static bool particle(const chunker *x, uint32_t i, uint32_t end)
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

/* ---------------------------------------------------------------- types */

/* The reading of a noun that says most about its party. */
static void head_entry(const lt_document *d, uint32_t i, lt_mention *m)
{
    int best = -1;
    for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++) {
        const lt_reading *r = reading(d, i, k);
        if (r->category != LT_NOUN)
            continue;
        uint8_t type = lt_entry_type(d->engine, r->entry);
        int rank = type == LT_TYPE_THING                              ? r->entry != LAUT_NONE
                   : type == LT_TYPE_ATTRIBUTION                      ? 3
                   : type == LT_TYPE_UNNAMED || type == LT_TYPE_MEDIA ? 4
                                                                      : 2;
        if (rank > best) {
            best = rank;
            m->entry = r->entry;
            m->lemma = r->lemma;
            m->type = type;
        }
    }
}

/* A noun that is declined like an adjective: Angeklagte, 44-Jährige. */
static bool adjectival(const lt_document *d, uint32_t i)
{
    for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++)
        if (reading(d, i, k)->category == LT_NOUN && lt_entry_has(d->engine, reading(d, i, k)->entry, LT_HAS(traits, adj)))
            return true;
    return false;
}

/* A noun that is nobody: Hafen, but not Bürger. */
static bool thing(const lt_document *d, uint32_t i)
{
    lt_mention m = {.type = LT_TYPE_THING, .entry = LAUT_NONE};
    head_entry(d, i, &m);
    return m.type == LT_TYPE_THING;
}

/* warf dem Konzern Wortbruch vor: a single word that is not a given name stands before the end of the sentence, which
 * would have no object without it (warf dem Konzern Lindwerk vor, zu lügen). */
static bool only_object(const chunker *x, uint32_t i, uint32_t end)
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

/* ---------------------------------------------------------------- phrases */

static uint32_t new_mention(chunker *x, lt_mention m)
{
    lt_mention *fresh = lt_push(&x->d->arena, &x->d->mentions);
    if (!fresh)
        return LAUT_NONE;
    *fresh = m;
    return x->d->mentions.count - 1;
}

/* The span behind a name that belongs to it: (SPD), (54). */
static uint32_t bracket(const chunker *x, uint32_t i, uint32_t end)
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
static bool reporting_name(const chunker *x, const lt_quote *q)
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
static const lt_quote *quoted_name(const chunker *x, uint32_t i, uint32_t end)
{
    const lt_document *d = x->d;
    if (i >= end || d->tokens.at[i].kind != LT_MARK || d->quote_of[i] == LAUT_NONE)
        return NULL;
    const lt_quote *q = &d->quotes.at[d->quote_of[i]];
    return q->first == i && !q->whole && q->last <= end && q->words > 0 && q->words <= 6 &&
                   (d->tokens.at[i + 1].flags & LT_CAPITAL || reporting_name(x, q)) ? q : NULL;
}

/* Radio, Zeitung */
static bool medium_word(const lt_document *d, uint32_t i)
{
    lt_mention m = {.type = LT_TYPE_THING, .entry = LAUT_NONE};
    head_entry(d, i, &m);
    return m.type == LT_TYPE_MEDIA;
}

/* Otto Maier von der TU Kiel: particles before a word in capitals begin no surname. */
static bool in_capitals(const chunker *x, uint32_t k, uint32_t end)
{
    while (k + 1 < end && particle_word(x->d, k))
        k++;
    return x->d->tokens.at[k].flags & LT_ALL_CAPITAL && x->d->tokens.at[k].end - x->d->tokens.at[k].begin > 1;
}

/* Professor, Direktor: a noun that stands directly before a name. */
static bool titles(const lt_document *d, uint32_t i)
{
    for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++)
        if (reading(d, i, k)->category == LT_NOUN && lt_entry_has(d->engine, reading(d, i, k)->entry, LT_HAS(traits, title)))
            return true;
    return false;
}

/* Personal name from token i on: given names, particles, surname. Returns its end. `office`: behind one. */
static uint32_t personal_name(const chunker *x, uint32_t i, uint32_t end, bool office)
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
        } else if (k == i + 1 && given && particle(x, k, end) && !is(d, k, LT_DET) && !(i && capital_word(d, i - 1) && !titles(d, i - 1)) && capital_word(d, k + 1) && mine(x, k + 1, end) &&
                   !in_capitals(x, k, end) && !(d->tokens.at[k + 1].sum.features & LT_F(pl) && !(d->tokens.at[k + 1].sum.features & LT_F(sg))) &&
                   !(k + 2 < end && mine(x, k + 2, end) && capital_word(d, k + 2))) {
            k += 2; /* Ada von Storch, Otto von Rathenfels: behind a given name alone */
            break;
        } else if (k > i && given && noun_word(d, k) && !is(d, k, LT_DET) && k < i + 4 &&
                   given_name(d, k - 1)) {
            k++; /* Malte Schuster: a surname that is a noun, too; but Malte Brandt Radio Elbe */
            break;
        } else if (k > i && capital_word(d, k) && (given || (office && noun_word(d, k) && k == i + 1)) && !is(d, k, LT_DET) &&
                   !is(d, k, LT_PREP) && !finite_verb(x, k) && !(k > i + 1 && !given_name(d, k - 1) && thing(d, k)) &&
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
static uint32_t form_behind(const chunker *x, uint32_t i, uint32_t end)
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

/* What a firm is: Versicherung, Bank. */
static bool company(const lt_document *d, uint32_t i)
{
    lt_mention m = {.type = LT_TYPE_THING, .entry = LAUT_NONE};
    head_entry(d, i, &m);
    return m.type == LT_TYPE_ORGANIZATION && lt_entry_has(d->engine, m.entry, LT_HAS(traits, company));
}

static bool indefinite(const lt_document *d, uint32_t i)
{
    for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++)
        if (reading(d, i, k)->category == LT_PRON && reading(d, i, k)->features & LT_F(indef))
            return true;
    return false;
}

static bool place_name(const lt_document *d, uint32_t i)
{
    lt_entry e;
    uint8_t type;
    return lt_find_name(d, i, i + 1, &e, &type) == 1 && type == LT_TYPE_PLACE;
}

/* A place and nothing else: in Wien, im Iran, in der Schweiz. */
static bool place_ahead(const chunker *x, uint32_t i, uint32_t end)
{
    lt_entry e;
    uint8_t type;
    if (is(x->d, i, LT_DET))
        i++;
    return mine(x, i, end) && lt_find_name(x->d, i, end, &e, &type) && type == LT_TYPE_PLACE;
}

/* Urteil, Anwältin: what somebody says, or who. */
static bool may_be_owned(const lt_document *d, uint32_t noun)
{
    lt_mention m = {.type = LT_TYPE_THING, .entry = LAUT_NONE};
    head_entry(d, noun, &m);
    return m.type == LT_TYPE_ATTRIBUTION || m.type == LT_TYPE_DOCUMENT || m.type == LT_TYPE_PERSON ||
           lt_entry_has(d->engine, m.entry, LT_HAS(kind, content));
}

/* How many words the name in the genitive has that stands in front of a noun: Grothes Sprecher, New
 * Yorks Bürgermeister, Berlins frühere Bürgermeisterin; 0 if none. */
static uint32_t owner_in_front(const chunker *x, uint32_t i, uint32_t end)
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

static void remember(lt_document *d, uint32_t first, uint32_t last)
{
    const lt_token *t = &d->tokens.at[last - 1];
    uint32_t h = hash_words(d, first, last, 0);
    if (t->end - t->begin > 3)
        *surname_slot(d, h) = h;
}

static void collect_surnames(lt_document *d)
{
    d->surname_slots = SURNAME_SLOTS;
    while (d->surname_slots <= d->tokens.count)
        d->surname_slots *= 2;
    d->surnames = lt_arena_alloc(&d->arena, d->surname_slots * sizeof *d->surnames);
    uint32_t firm = 0; /* the last token that is a firm's name */
    for (uint32_t i = 0; d->surnames && i + 1 < d->tokens.count; i++) {
        uint32_t word = d->tokens.at[i].sum.is;
        /* Staatssekretär Duccio Ferrante, Minister Arend Tolksdorf: a title in front, and two words that no lexicon has */
        bool given = word & IS_GIVEN || (i > 0 && word & IS_NAMELIKE && !(word & IS_SOLID) && d->tokens.at[i].flags & LT_CAPITAL &&
                                       (d->tokens.at[i + 1].sum.is & IS_NAMELIKE ||
                                        (capital_word(d, i + 1) && compound(d, i + 1) && thing(d, i + 1) && !is(d, i + 1, LT_PREP))) &&
                                       capital_word(d, i - 1) && titles(d, i - 1));
        /* die Nordlicht Versicherung is called Nordlicht, too */
        if (!given && i > 0 && capital_word(d, i) && compound(d, i) && thing(d, i) && is(d, i - 1, LT_DET) && company(d, i + 1)) {
            remember(d, i, i + 1);
            continue;
        }
        /* der Konzern Cordawerk; die Discounter Kaufgut und Sparmarkt */
        bool joined = i > 1 && firm + 2 == i && d->tokens.at[i - 1].sum.is & IS_AND;
        if (!given && i > 0 && capital_word(d, i) && compound(d, i) && thing(d, i) && (joined || company(d, i - 1))) {
            remember(d, i, i + 1);
            firm = i;
            continue;
        }
        if (!given || !(d->tokens.at[i].flags & LT_CAPITAL))
            continue;
        uint32_t last = i + 1; /* Ada von der Heide: with its particles */
        while (last + 1 < d->tokens.count && last < i + 3 && d->tokens.at[last].kind == LT_WORD &&
               !(d->tokens.at[last].flags & LT_CAPITAL) && lt_is_particle(d->engine, d->tokens.at[last].form))
            last++;
        if (capital_word(d, last) && !is(d, last, LT_DET) && !is(d, last, LT_PREP))
            remember(d, i + 1, last + 1);
    }
}

/* der Ebertaler Bürgermeister, die Ebertaler Feuerwehr: an adjective from a town that no lexicon has. */
static bool of_town(const chunker *x, uint32_t i, uint32_t end)
{
    const lt_document *d = x->d;
    if (!mine(x, i, end) || !mine(x, i + 1, end) || !capital_word(d, i) || !capital_word(d, i + 1))
        return false;
    return compound(d, i) && thing(d, i) && is(d, i, LT_NOUN) && !given_name(d, i) && !surname(d, i) &&
           !finite_verb(x, i) && solid_noun(d, i + 1) && !thing(d, i + 1);
}

/* (die) Tannroder Zeitung, Heidjer Landblatt: a form of a town, which is not declined, before what a paper is called. */
static bool town_paper(const chunker *x, uint32_t i, uint32_t end)
{
    const lt_document *d = x->d;
    if (!mine(x, i, end) || !mine(x, i + 1, end) || !capital_word(d, i) || !capital_word(d, i + 1))
        return false;
    const lt_token *t = &d->tokens.at[i];
    return t->kind == LT_WORD && t->folded_size > 4 && memcmp(t->folded + t->folded_size - 2, "er", 2) == 0 && !given_name(d, i) &&
           !surname(d, i) && !(i > 0 && given_name(d, i - 1)) && !finite_verb(x, i) && lt_masthead_is_plain(d, i + 1);
}

static uint32_t phrase(chunker *x, uint32_t first, uint32_t end, int depth);

/* Make mention `attribute`, which ends it, a part of mention `index`. */
static void own(lt_document *d, uint32_t index, uint32_t attribute)
{
    lt_mention *m = &d->mentions.at[index];
    d->mentions.at[attribute].owner = index;
    m->last = d->mentions.at[attribute].last;
    if (m->attribute == LAUT_NONE)
        m->attribute = attribute;
}

/* A und B, of which `b` is the second part. */
static void join(lt_document *d, uint32_t a, uint32_t b)
{
    lt_mention *m = &d->mentions.at[a], *n = &d->mentions.at[b];
    n->owner = a;
    m->next = b;
    m->last = n->last;
    m->features |= LT_F(pl);
    m->features &= n->features | ~LT_CASES;
}

/* Whether the clause's verb of saying takes the preposition at i, and it does not come again behind. */
static bool governed(const chunker *x, uint32_t i, uint32_t end)
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
    agreement both = d->tokens.at[i].sum.adj & of_category(d, i + 1, LT_NOUN);
    return both & CASE(GEN) & PLURAL && !(both & CASE(DAT));
}

/* der Zeitung zufolge: a preposition that only stands behind */
static bool postposition(const lt_document *d, uint32_t i)
{
    bool behind = false, before = false;
    for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++)
        if (reading(d, i, k)->category == LT_PREP)
            *(reading(d, i, k)->features & LT_F(post) ? &behind : &before) = true;
    return behind && !before;
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

/* Genitives and prepositional phrases behind the head. */
static void attributes(chunker *x, uint32_t index, uint32_t end, int depth)
{
    lt_document *d = x->d;
    for (int round = 0; round < 4 && depth < 4; round++) {
        lt_mention *m = &d->mentions.at[index];
        uint32_t i = m->last;
        if (!mine(x, i, end) || d->tokens.at[i].kind != LT_WORD || finite_verb(x, i))
            return;
        agreement det = d->tokens.at[i].sum.det;
        bool front = x->c->finite != LAUT_NONE && i < x->c->finite && x->c->kind == LT_MAIN;
        bool behind_verb = x->c->finite != LAUT_NONE && i > x->c->finite;
        if (det & CASE(GEN) && (!m->pronoun || m->features & LT_F(indef))) {
            uint32_t before = d->mentions.count;
            uint32_t a = phrase(x, i, end, depth + 1);
            m = &d->mentions.at[index]; /* may have moved */
            if (a == LAUT_NONE)
                return;
            agreement all = lt_agreement_of(d->mentions.at[a].features);
            bool dative = all & CASE(DAT);
            bool other = dative && behind_verb && depth == 0 && x->accuses && m->type != LT_TYPE_ATTRIBUTION;
            other |= dative && behind_verb && (depth == 0 || m->type == LT_TYPE_ORGANIZATION) && x->addresses &&
                     d->mentions.at[a].type == LT_TYPE_MEDIA && m->type != LT_TYPE_ATTRIBUTION && m->type != LT_TYPE_DOCUMENT;
            /* erzählte die Wirtin einer Reporterin */
            other |= dative && behind_verb && depth == 0 && x->addresses && m->type == LT_TYPE_PERSON &&
                     lt_entry_has(d->engine, d->mentions.at[a].entry, LT_HAS(traits, press));
            /* wie Insider der Zeitung sagten: no Insider der Zeitung */
            other |= dative && x->addresses && x->c->verb_last && d->mentions.at[a].type == LT_TYPE_MEDIA &&
                     (m->type == LT_TYPE_GROUP || m->type == LT_TYPE_UNNAMED);
            /* ein Sprecher der Partei (GPL) der Presse mitteilte */
            other |= dative && x->addresses && d->mentions.at[a].type == LT_TYPE_MEDIA && d->tokens.at[i - 1].kind == LT_CLOSE;
            other |= m->named && m->type == LT_TYPE_PERSON && behind_verb && dative && depth == 0;
            other |= m->named && m->core_last == m->name_last && m->type == LT_TYPE_PERSON;
            /* bleibt die Straße der Polizei zufolge gesperrt */
            other |= dative && depth == 0 && !(lt_agreement_of(m->features) & CASE(DAT)) && mine(x, d->mentions.at[a].last, end) &&
                     postposition(d, d->mentions.at[a].last) && !lt_is_prefix(d->engine, d->tokens.at[d->mentions.at[a].last].form); /* vorbei */
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
        agreement adj = d->tokens.at[i].sum.adj;
        if (adj & CASE(GEN) && !capital_word(d, i) && !m->pronoun && !m->named && m->core_last == i &&
            (m->type == LT_TYPE_ATTRIBUTION || m->type == LT_TYPE_DOCUMENT || m->type == LT_TYPE_MEDIA || m->type == LT_TYPE_ORGANIZATION) &&
            mine(x, i + 1, end) && noun_word(d, i + 1) && (m->type != LT_TYPE_ORGANIZATION || is_genitive(d, i))) {
            uint32_t a = phrase(x, i, end, depth + 1);
            m = &d->mentions.at[index]; /* may have moved */
            if (a == LAUT_NONE)
                return;
            own(d, index, a);
            continue;
        }
        /* Sicht Brüssels, Angaben Müllers, Ansicht Ada Müllers, Präsident Thailands: a name in the genitive */
        uint32_t whole = given_name(d, i) && m->type == LT_TYPE_ATTRIBUTION ? personal_name(x, i, end, false) : i + 1;
        if ((namelike(d, i) || place_name(d, i)) && (!m->named || m->type == LT_TYPE_ORGANIZATION) && !m->pronoun && round == 0 && m->core_last == i &&
            d->text.bytes[d->tokens.at[whole - 1].end - 1] == 's') {
            uint32_t a = phrase(x, i, end, depth + 1);
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
            uint32_t a = phrase(x, i + 1, end, depth + 1);
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
            /* die Polizei in der Nacht, Ada Brandt am Sonntag; but laut „Land am Abend“ */
            dated |= d->quote_of[i] == LAUT_NONE && m_type != LT_TYPE_PLACE && m_type != LT_TYPE_UNNAMED && !d->mentions.at[a].named && lt_is_time(d->engine, d->mentions.at[a].lemma);
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

/* Participle with its own phrase between article and noun: der bei dem Sturm nicht verletzte
 * Hirte. The token of the noun, or LAUT_NONE. */
static uint32_t behind_participle(const chunker *x, uint32_t i, uint32_t end, agreement det)
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

/* einer der Richter, keines der Ämter: an article of a singular, which is a pronoun too, and the
 * definite one */
static bool one_of(const lt_document *d, uint32_t i)
{
    bool definite = false;
    for (uint32_t k = 0; k < d->tokens.at[i + 1].reading_count; k++)
        definite |= reading(d, i + 1, k)->category == LT_DET && reading(d, i + 1, k)->features & LT_F(def);
    return definite && of_category(d, i, LT_PRON) & CASE(NOM) & ~PLURAL;
}

static uint32_t pronoun_phrase(chunker *x, uint32_t i, uint32_t end)
{
    lt_document *d = x->d;
    agreement a = 0;
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
    (void)end;
    if (!a || kinds & LT_F(refl))
        return LAUT_NONE;
    return new_mention(x, (lt_mention){.first = i, .last = i + 1, .core_last = i + 1, .head = i,
                       .name_first = i, .name_last = i, .attribute = LAUT_NONE, .owner = LAUT_NONE,
                       .next = LAUT_NONE, .preposition = LAUT_NONE, .clause = x->clause,
                       .sentence = x->c->sentence, .features = features_of(a) | kinds | persons,
                       .type = LT_TYPE_THING, .pronoun = true, .lemma = lemma, .entry = LAUT_NONE});
}

/* A noun phrase or pronoun that begins at token `first`; LAUT_NONE if there is none. */
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

/* (eine Umfrage des Instituts) Votum: a paper in the singular, which has an article unless it is a name. */
static bool bare_paper(const lt_document *d, uint32_t i)
{
    lt_mention m = {.entry = LAUT_NONE};
    head_entry(d, i, &m);
    return m.type == LT_TYPE_DOCUMENT && !(features_of(of_category(d, i, LT_NOUN)) & LT_F(pl));
}

/* (bestätigte) das Ada Brandt: a pronoun in front of a personal name, which is no neuter. */
static bool no_article(const chunker *x, uint32_t i, uint32_t end)
{
    const lt_document *d = x->d;
    if (!is(d, i, LT_PRON) || i + 2 >= end || !given_name(d, i + 1) || personal_name(x, i + 1, end, false) < i + 3)
        return false;
    agreement article = d->tokens.at[i].sum.det;
    return (features_of(article) & LT_GENDERS) == LT_F(n) && !(of_category(d, i + 1, LT_NAME) & article);
}

static uint32_t phrase(chunker *x, uint32_t first, uint32_t end, int depth)
{
    lt_document *d = x->d;
    if (!mine(x, first, end) || !trait(d, first, BEGINS) || finite_verb(x, first))
        return LAUT_NONE;
    lt_mention m = {.first = first, .attribute = LAUT_NONE, .owner = LAUT_NONE, .next = LAUT_NONE,
                    .preposition = LAUT_NONE, .clause = x->clause, .sentence = x->c->sentence,
                    .type = LT_TYPE_THING, .entry = LAUT_NONE};
    agreement all = ALL;
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
    agreement det = i > first || with_particle ? 0 : d->tokens.at[i].sum.det;
    /* warf ihr Wortbruch vor; Am Abend bestätigte das Ada Brandt */
    if (det && depth == 0 && ((x->accuses && dative_pronoun(d, i)) || no_article(x, i, end)))
        return pronoun_phrase(x, first, end);
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
        possessor = new_mention(x, o);
        m.definite = true;
        i += owner;
        i += mine(x, i, end) && lt_is_apostrophe(d, i); /* Harms’ Kollegin */
    }

    /* adjectives, numbers, and adverbs in front of them: rund 300, sehr große */
    uint32_t before_modifiers = i;
    while (mine(x, i, end) && !capital_word(d, i) && d->tokens.at[i].kind != LT_MARK && !address(d, i)) {
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
                all &= (agreement)(determined ? ALL : PLURAL | 0x7777);
            i++;
            continue;
        }
        if (t->kind != LT_WORD || finite_verb(x, i))
            break;
        agreement adj = d->tokens.at[i].sum.adj;
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
    bool paper = (!determined || m.definite) && town_paper(x, i, end) && (!determined || of_category(d, i + 1, LT_NOUN) & all || !is(d, i + 1, LT_NOUN));
    if (determined && !paper && of_town(x, i, end) && of_category(d, i + 1, LT_NOUN) & all)
        i++;
    bool modified = i > before_modifiers;

    /* a capitalized adjective belongs to a name (der Deutsche Bundestag, das Weiße Haus) */
    lt_entry name_entry = LAUT_NONE;
    uint8_t name_type = LT_TYPE_THING;
    uint32_t name_words = 0;
    const lt_quote *title = quoted_name(x, i, end);
    if (title && !determined && !modified && (title->kind != LT_TITLE || title->words > 4) && !reporting_name(x, title))
        title = NULL;
    bool domain = mine(x, i, end) && address(d, i); /* beispiel.de */
    if (mine(x, i, end) && !(i == d->sentences.at[m.sentence].first && is(d, i, LT_DET)))
        name_words = lt_find_name(d, i, end, &name_entry, &name_type);
    if (name_words == 1 && is(d, i, LT_NOUN) && !(d->tokens.at[i].flags & LT_ALL_CAPITAL) &&
        lt_entry_has(d->engine, name_entry, LT_HAS(traits, word)))
        name_words = 0; /* die Welt, das Bild */
    /* das Wirtschaftsblatt „Kurs“: what has a name behind it is none */
    if (name_words == 1 && determined && medium_word(d, i) && quoted_name(x, i + 1, end))
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
            head_entry(d, m.head, &m); /* das „Morgenblatt“: by its last word */
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
    } else if (paper && name_words < 2) {
        m.head = i + 1;
        m.name_first = i;
        m.name_last = i += 2;
        m.named = true;
        m.type = LT_TYPE_MEDIA;
        m.lemma = d->tokens.at[m.head].form;
        agreement noun = of_category(d, m.head, LT_NOUN) & all;
        all = noun ? noun : all;
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
        if (m.type == LT_TYPE_ORGANIZATION && determined && i + 1 == x->c->finite && mine(x, i, end) && capital_word(d, i) && compound(d, i) && thing(d, i) &&
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
            uint32_t to = personal_name(x, i, end, false);
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
            agreement own = lt_agreement_of(g | LT_F(sg));
            if (own & all)
                all &= own;
            m.lemma = d->tokens.at[m.head].form;
            i = to;
        } else {
            /* die Nordlicht Versicherung: a bare word before what the firm is */
            uint32_t firm = i;
            if (mine(x, i + 1, end) && capital_word(d, i + 1) && compound(d, i) && thing(d, i) && determined &&
                of_category(d, i + 1, LT_NOUN) & all && company(d, i + 1))
                firm = i++;
            m.head = i;
            head_entry(d, i, &m);
            if (m.definite && i > first + 1 && capital_word(d, i - 1) && is(d, i - 1, LT_ADJ) && lt_masthead_is_plain(d, i))
                m.type = LT_TYPE_MEDIA; /* der Märkische Kurier */
            agreement noun = of_category(d, i, LT_NOUN);
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
            } else if (person && det && mine(x, i, end) && surname_in_genitive(d, i) && !(mine(x, i + 1, end) && namelike(d, i + 1))) {
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
                uint32_t to = personal_name(x, i, end, m.type == LT_TYPE_PERSON && all & ~PLURAL);
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
                       !is(d, i, LT_PREP) && (lt_entry_has(d->engine, m.entry, LT_HAS(traits, title)) || titles(d, i)) &&
                       !words) {
                /* Professor Beckmann: behind a title stands a name, whatever it looks like; Direktor Professor Otto Grothe */
                uint32_t to = personal_name(x, i + 1, end, false);
                m.name_first = i + (to > i + 1 && titles(d, i));
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
                uint32_t to = personal_name(x, i, end, false);
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
            } else if (m.type == LT_TYPE_MEDIA && mine(x, i + 1, end) && medium_word(d, i) && capital_word(d, i + 1) &&
                       !given_name(d, i + 1)) { /* dem Sender Radio Elbwelle */
                m.name_first = i;
                for (i += 2; mine(x, i, end) && namelike(d, i) && !given_name(d, i) && !solid_noun(d, i);)
                    i++;
                m.name_last = i;
                m.named = true;
            } else if ((m.type == LT_TYPE_ORGANIZATION || m.type == LT_TYPE_MEDIA) && mine(x, i, end) &&
                       capital_word(d, i) && is(d, i, LT_NOUN) && all & ~PLURAL && (thing(d, i) || compound(d, i) || (depth > 0 && !(all & ~CASE(GEN)) && bare_paper(d, i))) &&
                       !(x->accuses && m.head > x->c->finite && solid_noun(d, i)) && /* wirft Regierung Versagen vor */
                       !(x->addresses && !(all & CASE(NOM)) && !(m.type == LT_TYPE_MEDIA && first > 0 && is(d, first - 1, LT_PREP)) && !(depth > 0 && (thing(d, i) || bare_paper(d, i))))) { /* ein Sprecher der Gewerkschaft Bau */
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
                while (mine(x, i, end) && capital_word(d, i) && noun_word(d, i) && thing(d, i) && !is(d, i, LT_DET) &&
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
        uint32_t p = pronoun_phrase(x, i, end);
        if (p == LAUT_NONE)
            return LAUT_NONE;
        d->mentions.at[p].first = first;
        d->mentions.at[p].features &= ~(LT_CASES | LT_GENDERS | LT_NUMBERS);
        d->mentions.at[p].features |= features_of(of_category(d, i, LT_PRON) & det) | LT_F(indef);
        if (depth < 3)
            attributes(x, p, end, depth);
        return p;
    } else {
        if (det || is(d, first, LT_PRON)) {
            /* die beiden, ein anderer: an adjective without a noun is seldom a party */
            uint32_t p = is(d, first, LT_PRON) ? pronoun_phrase(x, first, end) : LAUT_NONE;
            if (p != LAUT_NONE && depth < 3 && !(d->mentions.at[p].features & LT_F(pers)))
                attributes(x, p, end, depth);
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
    m.features |= features_of(all) | (counted ? LT_F(pl) : 0); /* 80 Prozent sagten */
    if (m.type == LT_TYPE_ORGANIZATION && m.named && m.name_last - m.name_first > 1 && given_name(d, m.name_first) &&
        m.entry != LAUT_NONE && lt_entry_has(d->engine, m.entry, LT_HAS(traits, title)))
        m.type = LT_TYPE_PERSON; /* Veranstalter Otto Grothe */
    if (counted && m.type == LT_TYPE_PERSON && !m.named) /* 300 Besucher erwartet der Wirt: not der Besucher */
        m.features &= ~LT_F(sg);
    if (m.type == LT_TYPE_PERSON && !m.named && (m.features & LT_NUMBERS) == LT_F(pl))
        m.type = LT_TYPE_GROUP;
    if (m.named && m.type == LT_TYPE_PERSON && (is_dateline(d, &m) || is_town(d, &m)))
        m.type = LT_TYPE_PLACE;
    uint32_t index = new_mention(x, m);
    if (index == LAUT_NONE)
        return index;
    if (possessor != LAUT_NONE) {
        d->mentions.at[possessor].owner = index;
        d->mentions.at[index].attribute = possessor;
    }
    attributes(x, index, end, depth);
    /* A und B */
    uint32_t k = d->mentions.at[index].last;
    /* sowohl A als auch B */
    bool paired = mine(x, k + 2, end) && first > 0 && d->tokens.at[first - 1].sum.features & LT_F(circum) && is(d, first - 1, LT_CONJ) &&
                  is(d, k, LT_CONJ) && compares(d, k) && (is(d, k + 1, LT_ADV) || is(d, k + 1, LT_PART));
    if (depth < 3 && mine(x, k, end) && is(d, k, LT_CONJ) && mine(x, k + 1, end) && (paired || !compares(d, k))) {
        bool joins = paired;
        for (uint32_t r = 0; r < d->tokens.at[k].reading_count; r++)
            joins |= (reading(d, k, r)->features & LT_F(and)) != 0;
        uint32_t before = d->mentions.count, other = paired ? k + 2 : k + 1;
        uint32_t b = joins && !finite_verb(x, other) ? phrase(x, other, end, depth + 1) : LAUT_NONE;
        bool fits = b != LAUT_NONE && !d->mentions.at[b].pronoun &&
                    d->mentions.at[b].features & d->mentions.at[index].features & LT_CASES;
        bool speaks = fits && (d->mentions.at[index].type != LT_TYPE_THING) == (d->mentions.at[b].type != LT_TYPE_THING);
        if (speaks) {
            join(d, index, b);
        } else if (b != LAUT_NONE) {
            d->mentions.count = before;
        }
    }
    return index;
}

/* ---------------------------------------------------------------- clauses */

static uint32_t governing(const chunker *x, uint32_t i, uint32_t segment_first)
{
    const lt_document *d = x->d;
    /* ebenso wie sein Mandant; als Zeuge */
    for (uint32_t k = 0; i > segment_first && i - 1 != x->c->introducer && k < d->tokens.at[i - 1].reading_count; k++)
        if (reading(d, i - 1, k)->category == LT_CONJ && reading(d, i - 1, k)->features & LT_F(comp))
            return i - 1;
    /* bis zu 300 Leute kamen; mit bis zu 300 Leuten: both only say how many */
    if (i > segment_first && i + 1 < d->tokens.count && is(d, i - 1, LT_PREP) && is(d, i, LT_PREP) &&
        (d->tokens.at[i + 1].kind == LT_NUMBER || is(d, i + 1, LT_NUM)))
        i = i - 1 > segment_first ? i - 1 : segment_first;
    /* während Ada Brandt sprach: what introduces the clause governs nothing */
    if (i > segment_first && i - 1 != x->c->introducer && is(d, i - 1, LT_PREP) && d->tokens.at[i - 1].kind == LT_WORD) {
        bool post_only = true;
        for (uint32_t k = 0; k < d->tokens.at[i - 1].reading_count; k++) {
            const lt_reading *r = reading(d, i - 1, k);
            if (r->category == LT_PREP && !(r->features & LT_F(post)))
                post_only = false;
        }
        return post_only ? LAUT_NONE : i - 1;
    }
    return LAUT_NONE;
}

/* Darin heißt es …: an adverb that stands for the paper that was named before. */
static uint32_t adverb_phrase(chunker *x, uint32_t i)
{
    const lt_document *d = x->d;
    if (x->c->report == LAUT_NONE || !is(d, i, LT_ADV))
        return LAUT_NONE;
    bool stands = false;
    for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++)
        stands |= reading(d, i, k)->category == LT_ADV && reading(d, i, k)->features & LT_F(dem);
    if (!stands)
        return LAUT_NONE;
    return new_mention(x, (lt_mention){.first = i, .last = i + 1, .core_last = i + 1, .head = i,
                       .name_first = i, .name_last = i, .attribute = LAUT_NONE, .owner = LAUT_NONE,
                       .next = LAUT_NONE, .preposition = i, .clause = x->clause, .sentence = x->c->sentence,
                       .features = LT_F(dem) | LT_F(dat) | LT_F(sg) | LT_GENDERS, .type = LT_TYPE_DOCUMENT,
                       .pronoun = true, .lemma = d->tokens.at[i].form, .entry = LAUT_NONE});
}

/* mehr als 300 Leute: the comparison only says how many. */
static bool more_than(const chunker *x, uint32_t i, uint32_t end)
{
    const lt_document *d = x->d;
    return mine(x, i + 2, end) && is(d, i + 1, LT_CONJ) && is(d, i, LT_PRON) && is(d, i, LT_ADV) && compares(d, i + 1) &&
           (d->tokens.at[i + 2].kind == LT_NUMBER || is(d, i + 2, LT_NUM));
}

static void chunk(chunker *x)
{
    lt_document *d = x->d;
    for (uint32_t s = 0; s < x->c->segment_count; s++) {
        lt_range r = x->c->segments[s];
        for (uint32_t i = r.first; i < r.last;) {
            if (!mine(x, i, r.last) || i == x->c->introducer) {
                if (i == x->c->introducer && mine(x, i, r.last) && x->c->kind == LT_RELATIVE) {
                    uint32_t rel = pronoun_phrase(x, i, i + 1);
                    if (rel != LAUT_NONE)
                        d->mentions.at[rel].preposition = governing(x, i, r.first);
                }
                i++;
                continue;
            }
            uint32_t how_many = more_than(x, i, r.last) ? 2 : 0;
            uint32_t m = phrase(x, i + how_many, r.last, 0);
            if (m == LAUT_NONE) {
                adverb_phrase(x, i);
                i++;
                continue;
            }
            uint32_t p = governing(x, i, r.first);
            if (p == LAUT_NONE && d->mentions.at[m].last < r.last && postposition(d, d->mentions.at[m].last))
                p = d->mentions.at[m].last;
            if (p != LAUT_NONE) {
                uint64_t cases = 0;
                for (uint32_t k = 0; k < d->tokens.at[p].reading_count; k++)
                    if (reading(d, p, k)->category == LT_PREP)
                        cases |= reading(d, p, k)->features & LT_CASES;
                uint64_t left = d->mentions.at[m].features & cases;
                /* zunächst keine Antwort: no case that the preposition governs, so it is an adverb */
                bool behind = p >= d->mentions.at[m].last; /* but: ruft er herüber, which governs nothing */
                if (left || (!behind && (!cases || !is(d, p, LT_ADV)))) {
                    d->mentions.at[m].preposition = p;
                    if (cases)
                        d->mentions.at[m].features &= cases | ~LT_CASES;
                }
            }
            i = d->mentions.at[m].last > i ? d->mentions.at[m].last : i + 1;
        }
    }
}

static bool plural_verb(const lt_clause *c)
{
    return c->finite != LAUT_NONE && (c->features & LT_NUMBERS) == LT_F(pl);
}

/* The next mention behind `a` that is no part of another, where nothing but a comma stands between; or LAUT_NONE. */
static uint32_t behind_comma(const lt_document *d, uint32_t a)
{
    const lt_mention *m = &d->mentions.at[a];
    for (uint32_t b = a + 1; b < d->mentions.count; b++) {
        const lt_mention *n = &d->mentions.at[b];
        if (n->owner != LAUT_NONE || n->first < m->last)
            continue;
        return n->first == m->last + 1 && d->tokens.at[m->last].kind == LT_COMMA && n->preposition == LAUT_NONE && !n->pronoun
                   ? b : LAUT_NONE;
    }
    return LAUT_NONE;
}

/* Whether m goes before the list n: Otto Grothe, Malte Hansen und Ada Brandt; Polizei, Feuerwehr und Stadt; der Chef,
 * der Wirt und die Köchin sagten. But: Ada Brandt, Chefin und Köchin. */
static bool heads_list(const chunker *x, const lt_mention *m, const lt_mention *n)
{
    if (n->next == LAUT_NONE || m->type == LT_TYPE_THING || n->type == LT_TYPE_THING || m->type == LT_TYPE_ATTRIBUTION ||
        !(m->features & n->features & LT_CASES))
        return false;
    bool person = m->type == LT_TYPE_PERSON || m->type == LT_TYPE_GROUP, other = n->type == LT_TYPE_PERSON || n->type == LT_TYPE_GROUP;
    if (m->named && n->named)
        return person == other && (!m->definite || person) && m->type != LT_TYPE_PLACE && n->type != LT_TYPE_PLACE;
    if (n->first == n->head && m->first == m->head)
        return !(person && m->named); /* Grothe, Wirt und Koch */
    if (m->named && !person && !other && n->first == n->head && x->d->tokens.at[n->head].flags & LT_ALL_CAPITAL)
        return true; /* die Verbände Nordlicht, BAH und WOZ */
    return m->definite && n->definite && plural_verb(x->c) && m->preposition == LAUT_NONE && m->features & n->features & LT_F(nom);
}

/* A, B und C: the last two are joined, and what stands before a comma in front of them is, too. */
static void lists(chunker *x, uint32_t from)
{
    lt_document *d = x->d;
    for (uint32_t a = d->mentions.count; a-- > from;) {
        if (d->mentions.at[a].owner != LAUT_NONE || d->mentions.at[a].pronoun || d->mentions.at[a].next != LAUT_NONE)
            continue;
        uint32_t b = behind_comma(d, a);
        if (b != LAUT_NONE && heads_list(x, &d->mentions.at[a], &d->mentions.at[b]))
            join(d, a, b);
    }
}

/* Die Chefin, Ada Brandt, und der Wirt sagten: who is joined to a mention that ends with an apposition. */
static void joined_behind(chunker *x, uint32_t a)
{
    lt_document *d = x->d;
    const lt_mention *m = &d->mentions.at[a];
    uint32_t k = m->last;
    if (!plural_verb(x->c) || m->preposition != LAUT_NONE || k + 2 >= d->tokens.count || d->tokens.at[k].kind != LT_COMMA ||
        !is(d, k + 1, LT_CONJ) || !(d->tokens.at[k + 1].sum.features & LT_F(and)))
        return;
    for (uint32_t b = a + 1; b < d->mentions.count && d->mentions.at[b].first <= k + 2; b++) {
        const lt_mention *n = &d->mentions.at[b];
        if (n->owner == LAUT_NONE && n->first == k + 2 && !n->pronoun && n->preposition == LAUT_NONE && n->type != LT_TYPE_THING &&
            n->features & m->features & LT_F(nom)) {
            join(d, a, b);
            return;
        }
    }
}

/* die Leiterin des Amtes, Ada Grothe: a segment that is one phrase, beside another. */
static void appositions(chunker *x, uint32_t from)
{
    lt_document *d = x->d;
    for (uint32_t a = from; a < d->mentions.count; a++) {
        lt_mention *m = &d->mentions.at[a];
        /* einer der Geschädigten, Otto Grothe */
        bool one = m->pronoun && m->attribute != LAUT_NONE && m->features & LT_F(indef) && m->features & LT_F(sg);
        if (m->owner != LAUT_NONE || (!one && (m->pronoun || m->type == LT_TYPE_THING)))
            continue;
        for (uint32_t b = a + 1; b < d->mentions.count; b++) {
            lt_mention *n = &d->mentions.at[b];
            if (n->owner != LAUT_NONE || n->first < m->last)
                continue;
            if (n->first != m->last + 1 || d->tokens.at[m->last].kind != LT_COMMA || n->pronoun ||
                n->preposition != LAUT_NONE)
                break;
            /* the segment that it begins: all of it, if it holds no verb; or up to the verb where the
             * second comma is missing */
            uint32_t end = 0;
            for (uint32_t s = 0; s < x->c->segment_count; s++) {
                lt_range r = x->c->segments[s];
                if (r.first != n->first)
                    continue;
                bool verb = false;
                for (uint32_t k = 0; k < x->c->verb_count; k++)
                    verb |= x->c->verbs[k] >= r.first && x->c->verbs[k] < r.last;
                /* wie Ada Brandt, die Leiterin des Amts der Presse mitteilte */
                bool title = x->c->verb_last && m->named && !n->named && m->type == LT_TYPE_PERSON && n->type == m->type;
                end = !verb ? r.last : n->last == x->c->finite || title ? n->last : 0;
            }
            if (!end || (one && (n->type != LT_TYPE_PERSON || !n->named || !(n->features & LT_F(nom)))))
                break;
            if (one) {
                m->pronoun = false;
                m->type = LT_TYPE_PERSON;
            }
            /* der Regierungsrat für Sport, Ada Grothe: a body and a title have the same name */
            if (m->type == LT_TYPE_ORGANIZATION && m->entry != LAUT_NONE && n->named &&
                n->type == LT_TYPE_PERSON && given_name(d, n->first) &&
                lt_entry_has(d->engine, m->entry, LT_HAS(traits, title))) {
                m->type = LT_TYPE_PERSON;
                m->named = false;
            }
            bool person = m->type == LT_TYPE_PERSON || m->type == LT_TYPE_GROUP;
            if ((n->named != m->named || (n->named && m->named && !given_name(d, n->first))) &&
                       (n->type != LT_TYPE_THING || (m->named && person && !n->definite && n->last - n->first > 1) ||
                        (person && n->attribute != LAUT_NONE)) &&
                       (n->next == LAUT_NONE || n->named != m->named)) {
                if (n->named && !m->named) {
                    m->name_first = n->name_first;
                    m->name_last = n->name_last;
                    m->named = true;
                }
                n->owner = a;
                m->last = end;
                if (m->next == LAUT_NONE)
                    joined_behind(x, a);
            }
            break;
        }
    }
}

static bool speaks(const lt_mention *m, const lt_clause *c)
{
    if (!m->pronoun)
        return m->type != LT_TYPE_THING;
    bool neuter = (m->features & LT_GENDERS) == LT_F(n); /* das, es */
    return m->features & LT_F(indef) || (m->features & LT_F(rel) && (!neuter || c->kind == LT_RELATIVE)) || (m->features & (LT_F(pers) | LT_F(dem)) && !neuter);
}

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

/* Der Konzern lehnt das ab, die Sprecherin, Eva Lehr, erklärte: …: what the clause in front took, though
 * an apposition between commas leads up to this verb; or LAUT_NONE. */
static uint32_t in_front(const chunker *x)
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

/* What speaks where a relative pronoun stands: ein Brief, in dem es heißt; else LAUT_NONE. */
static uint32_t paper_of(const lt_document *d, uint32_t pronoun)
{
    uint32_t a = d->mentions.at[pronoun].features & LT_F(rel) ? lt_antecedent(d, pronoun) : LAUT_NONE;
    uint8_t type = a == LAUT_NONE ? LT_TYPE_THING : d->mentions.at[a].type;
    return type == LT_TYPE_DOCUMENT || type == LT_TYPE_MEDIA ? a : LAUT_NONE;
}

/* Whether a preposition in front of the mention says that it is what something is about. */
static bool topical(const chunker *x, uint32_t mention)
{
    const lt_document *d = x->d;
    if (d->mentions.at[mention].preposition == LAUT_NONE) /* ein Brief, in dem */
        return false;
    lt_word p = d->tokens.at[d->mentions.at[mention].preposition].form;
    return lt_attributive(d->engine, p) & LT_TOPICAL;
}

/* aber, jedoch within the clause */
static bool contrasts(const chunker *x)
{
    const lt_document *d = x->d;
    for (uint32_t s = 0; s < x->c->segment_count; s++)
        for (uint32_t i = x->c->segments[s].first; i < x->c->segments[s].last; i++)
            for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++)
                if (reading(d, i, k)->features & LT_F(but))
                    return true;
    return false;
}

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
static bool person_behind(const chunker *x, uint32_t mention)
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
static bool pronoun_behind(const chunker *x, uint32_t mention)
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

/* Whether the mention stands in brackets: (Az. 3 C 12/25). */
static bool bracketed(const lt_document *d, const lt_mention *m)
{
    for (uint32_t i = m->first; i-- > d->sentences.at[m->sentence].first;)
        if (d->tokens.at[i].kind == LT_OPEN || d->tokens.at[i].kind == LT_CLOSE)
            return d->tokens.at[i].kind == LT_OPEN;
    return false;
}

/* Behind wie or als, with which no clause begins. */
static bool compared(const chunker *x, const lt_mention *m)
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
static bool is_name_by_place(const chunker *x, const lt_mention *m)
{
    const lt_document *d = x->d;
    const lt_clause *c = x->c;
    return c->kind == LT_MAIN && c->report != LAUT_NONE && c->verb_first && !c->coordinated && !c->passive && m->first == c->finite + 1 &&
           m->last - m->first == 1 && !m->named && !m->pronoun && m->next == LAUT_NONE && m->owner == LAUT_NONE && !capital_word(d, m->last) &&
           (m->type == LT_TYPE_THING || m->type == LT_TYPE_PERSON) && c->features & LT_F(sg) && m->features & LT_F(sg) &&
           lt_entry_has(d->engine, c->report, LT_HAS(frame, front)) && !d->sentences.at[m->sentence].heading;
}

/* Whether the row of a verb has its preposition p as `what`: to:an, pp:von. vom stands for von. */
static bool governs(const chunker *x, const char *frame, const char *what, uint32_t p)
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

static bool ends_surnames(const laut_engine *e, const lt_vocable *noun)
{
    const lt_table *t = lt_engine_table(e, "lex/surname-tails.tsv", NULL);
    uint32_t words = lt_column(t, "word");
    for (uint32_t r = 0; t && r < t->row_count; r++) {
        const char *word = lt_cell_at(t, r, words);
        if (strlen(word) == noun->size && memcmp(word, noun->text, noun->size) == 0)
            return true;
    }
    return false;
}

/* Auf Nachfrage erklärte Marholz, dass …: no lexicon has the compound, and a thing of that sort would have an article. */
static bool is_name_by_form(const chunker *x, const lt_mention *m)
{
    const lt_document *d = x->d;
    const lt_clause *c = x->c;
    const lt_token *t = &d->tokens.at[m->first];
    if (c->report == LAUT_NONE || c->passive || c->kind == LT_INFINITIVE || m->last - m->first != 1 || m->named || m->pronoun ||
        m->next != LAUT_NONE || m->owner != LAUT_NONE || m->type != LT_TYPE_THING || !(c->features & LT_F(sg)) || !(m->features & LT_F(sg)) ||
        !lt_entry_has(d->engine, c->report, LT_HAS(frame, front)) || d->sentences.at[m->sentence].heading || capital_word(d, m->last) || m->lemma == LT_NO_WORD)
        return false;
    const lt_vocable *head = &d->engine->vocabulary.words.at[m->lemma];
    return t->flags & LT_CAPITAL && t->folded_size > head->size + 1 &&
           memcmp(t->folded + t->folded_size - head->size, head->text, head->size) == 0 && ends_surnames(d->engine, head);
}

static void find_arguments(chunker *x, uint32_t from)
{
    lt_document *d = x->d;
    lt_arguments *g = &d->arguments[x->clause];
    const lt_clause *c = x->c;
    *g = (lt_arguments){LAUT_NONE, LAUT_NONE, LAUT_NONE, LAUT_NONE, LAUT_NONE, LAUT_NONE, LAUT_NONE, false};
    const bool thought = c->report != LAUT_NONE && strcmp(lt_entry_cell(d->engine, c->report, "medium"), "thought") == 0;
    int best = 0;
    bool first = true, after_verb = true;
    for (uint32_t i = from; i < d->mentions.count; i++) {
        const lt_mention *m = &d->mentions.at[i];
        if (m->owner != LAUT_NONE || m->preposition != LAUT_NONE || !(m->features & LT_F(nom)))
            continue;
        if (c->finite == LAUT_NONE || !agrees(m, c->features) || framed(d, m))
            continue;
        uint32_t quote = d->quote_of[m->first]; /* not what stands within it: schrieb „Die Aue“ */
        if (quote != LAUT_NONE && quote != d->quote_of[c->finite] &&
            (d->quotes.at[quote].first != m->first || d->quotes.at[quote].last != m->last || is(d, m->first + 1, LT_PREP))) /* „Am Ende“, sagte er, „…“ */
            continue;
        int score = 10;
        uint64_t cases = m->features & LT_CASES;
        /* Otto Grothe ist ein Dieb: what he is */
        bool predicate = c->verb_count < 2 && d->tokens.at[c->finite].sum.features & LT_F(copula) && c->report == LAUT_NONE &&
                         g->subject != LAUT_NONE && !m->definite && !m->named && !m->pronoun;
        /* Grothe kommt, ein Mann mit Bart: what else he is */
        predicate |= g->subject != LAUT_NONE && !m->definite && !m->named && !m->pronoun && m->first > 1 && m->first > c->finite &&
                     d->tokens.at[m->first - 1].kind == LT_COMMA && d->clause_of[m->first - 2] == (uint32_t)(c - d->clauses.at) &&
                     d->mentions.at[g->subject].type == LT_TYPE_PERSON && d->mentions.at[g->subject].named;
        if (compared(x, m)) /* Wie schon Ada Wolf lehnt auch Otto Grothe das ab */
            score -= 12;
        if (cases == LT_F(nom))
            score += predicate ? 0 : 6;
        else if (!(cases & (LT_F(acc) | LT_F(dat)))) /* der Minister: a genitive plural only by form */
            score += 5;
        else if (cases == (LT_F(nom) | LT_F(acc)))
            score += 1;
        if (speaks(m, c)) /* Ein Urteil erwartet das Gericht im Mai: no paper thinks */
            score += c->report != LAUT_NONE && !(thought && m->type == LT_TYPE_DOCUMENT && !m->definite) ? 5 : 1;
        if (c->kind == LT_MAIN && m->first < c->finite && m->first == c->segments[0].first)
            score += 2;
        if (first)
            score += 2;
        if (m->first > c->finite && after_verb)
            score += c->verb_first ? 3 : 1;
        if (m->first > c->finite)
            after_verb = false;
        if (m->definite || m->named)
            score += 1;
        if (c->kind == LT_MAIN && c->report != LAUT_NONE && begins_later_piece(c, m)) /* Die Ministerin sagte, der Mann, der kam, sei krank */
            score -= 7;
        /* eine Versicherung gegen Frost forderte Oberle: what is said is new, who says it is known */
        if (c->report != LAUT_NONE && !c->passive && c->kind == LT_MAIN && c->features & LT_F(sg) &&
            m->first < c->finite && !m->definite && !m->possessive && !m->named && !m->pronoun &&
            m->type != LT_TYPE_PERSON && speaks(m, c) && !lt_entry_has(d->engine, c->report, LT_HAS(frame, acc)) &&
            (m->head > m->first || person_behind(x, i))) /* but: Kommission rügt Kartell */
            score -= 4; /* but: ein Bündnis fordert die Stadt auf */
        if (c->report != LAUT_NONE && !c->passive && c->kind == LT_MAIN && m->first < c->finite && !m->named &&
            (m->type == LT_TYPE_DOCUMENT || m->type == LT_TYPE_ATTRIBUTION) &&
            (person_behind(x, i) || (lt_entry_has(d->engine, m->entry, LT_HAS(kind, content)) && pronoun_behind(x, i)))) /* die Befürchtung hält Otto Grothe für falsch */
            score -= 5;
        /* Das Tor erzielte Otto Grothe */
        if (c->report == LAUT_NONE && !c->passive && c->kind == LT_MAIN && m->first < c->finite && m->type == LT_TYPE_THING && !m->named &&
            !m->pronoun && !(c->features & LT_F(copula)) && cases != LT_F(nom) && person_behind(x, i))
            score -= 5;
        /* Mehr gesehen hat Ada Brandt */
        if (!c->passive && c->kind == LT_MAIN && m->first < c->finite && m->pronoun && m->type == LT_TYPE_THING && !(m->features & (LT_F(pers) | LT_F(dem))) &&
            (m->features & LT_GENDERS) == LT_F(n) && !(c->features & LT_F(copula)) && person_behind(x, i))
            score -= 8;
        if (c->kind == LT_RELATIVE && m->first == c->introducer) /* die mitteilte; but: was Brandt bestreitet */
            score += c->report != LAUT_NONE && d->tokens.at[m->first].sum.features & LT_F(interrog) ? -3 : 3;
        /* one's own thing is seldom the subject: seine Angaben */
        if (m->possessive)
            score -= 1;
        first = false;
        if (score > best) {
            best = score;
            g->subject = i;
        }
    }
    /* Der „Hafenbote“ berichtete: what reports and has a quoted name is a medium */
    if (g->subject != LAUT_NONE && c->report != LAUT_NONE && !c->passive) {
        lt_mention *m = &d->mentions.at[g->subject];
        bool by_name = m->type == LT_TYPE_DOCUMENT && m->name_first <= m->first + 1; /* die „Tageschronik“ */
        if ((m->type == LT_TYPE_THING || by_name) && m->named && d->tokens.at[m->name_first].kind == LT_MARK &&
            (m->definite || m->name_first == m->first))
            m->type = LT_TYPE_MEDIA;
    }
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
    if (link != LAUT_NONE && link < x->clause) {
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
    if (g->subject == LAUT_NONE && c->kind == LT_MAIN && c->verb_first && !c->coordinated && !c->passive) {
        if ((g->subject = in_front(x)) != LAUT_NONE)
            d->clauses.at[x->clause].verb_first = false;
    }
    if (g->subject != LAUT_NONE && !g->inherited &&
        (is_name_by_place(x, &d->mentions.at[g->subject]) || is_name_by_form(x, &d->mentions.at[g->subject])))
        take_for_name(&d->mentions.at[g->subject]);
    /* erwägt Dingfelder: a bare word that looks like a common noun is a name, where a verb of
     * saying finds no other subject */
    for (uint32_t i = from; i < d->mentions.count && g->subject == LAUT_NONE && c->report != LAUT_NONE && !c->passive; i++) {
        lt_mention *m = &d->mentions.at[i];
        bool quoted = c->finite != LAUT_NONE && d->quote_of[m->first] != d->quote_of[c->finite]; /* ist „Ausfahrt freihalten“ zu lesen */
        if (m->owner == LAUT_NONE && m->preposition == LAUT_NONE && !m->pronoun && m->last - m->first == 1 && !quoted &&
            !m->named && (m->type == LT_TYPE_THING || (m->type == LT_TYPE_PERSON && (m->features & LT_CASES) == LT_F(gen))) &&
            c->features & LT_F(sg) && c->kind != LT_INFINITIVE) { /* hielt Oltmanns dagegen: no genitive */
            take_for_name(m);
            g->subject = i;
        }
    }
    for (uint32_t i = from; i < d->mentions.count; i++) {
        const lt_mention *m = &d->mentions.at[i];
        uint64_t cases = m->features & LT_CASES;
        if (i == g->subject || m->owner != LAUT_NONE || bracketed(d, m) || framed(d, m))
            continue;
        if (m->preposition != LAUT_NONE) {
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

static bool listens(const chunker *x, const lt_mention *m)
{
    return speaks(m, x->c) && m->type != LT_TYPE_ATTRIBUTION && m->type != LT_TYPE_DOCUMENT;
}

/* Whether the preposition in front of a mention makes it the addressee. */
static bool audience(const chunker *x, const lt_mention *m, const char *frame)
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
        head_entry(d, m->preposition - 1, &talk);
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

/* Whom the speaker of a reporting clause says it to. */
static void find_addressee(chunker *x, uint32_t from)
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
        if (m->preposition != LAUT_NONE && audience(x, m, frame))
            who = i;
    }
    g->addressee = who;
}

int lt_mentions_stage(lt_document *d, laut_error *error)
{
    d->arguments = lt_arena_alloc(&d->arena, (d->clauses.count + 1) * sizeof *d->arguments);
    if (!d->arguments)
        return lt_out_of_memory(error);
    chunker x = {.d = d};
    collect_surnames(d);
    if (d->surnames)
        find_traits(d);
    if (!d->traits)
        return lt_out_of_memory(error);
    for (uint32_t i = 0; i < d->clauses.count; i++) {
        x.clause = i;
        x.c = &d->clauses.at[i];
        x.addresses = lt_entry_has(d->engine, x.c->report, LT_HAS(frame, dat));
        x.accuses = x.addresses && lt_entry_has(d->engine, x.c->report, LT_HAS(act, accusation));
        uint32_t from = d->mentions.count;
        chunk(&x);
        lists(&x, from);
        appositions(&x, from);
        find_arguments(&x, from);
        find_addressee(&x, from);
    }
    lt_find_answerers(d);
    return d->arena.failed ? lt_out_of_memory(error) : 0;
}
