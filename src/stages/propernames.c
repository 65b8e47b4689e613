#include "stages/propernames.h"

#include <string.h>

#include "engine/engine.h"
#include "engine/morphology.h"
#include "engine/names.h"
#include "stages/extent.h"
#include "stages/mastheads.h"

/* ---------------------------------------------------------------- in quotation marks */

bool lt_is_reporting_name(const lt_chunker *x, const lt_quote *q)
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

const lt_quote *lt_quoted_name(const lt_chunker *x, uint32_t i, uint32_t end)
{
    const lt_document *d = x->d;
    if (i >= end || d->tokens.at[i].kind != LT_MARK || d->quote_of[i] == LAUT_NONE)
        return NULL;
    const lt_quote *q = &d->quotes.at[d->quote_of[i]];
    return q->first == i && !q->whole && q->last <= end && q->words > 0 && q->words <= 6 &&
                   (d->tokens.at[i + 1].flags & LT_CAPITAL || lt_is_reporting_name(x, q)) ? q : NULL;
}

const lt_quote *lt_quoted_word(const lt_chunker *x, uint32_t i, uint32_t end)
{
    const lt_document *d = x->d;
    if (i + 2 >= end || d->tokens.at[i].kind != LT_MARK || d->quote_of[i] == LAUT_NONE || d->tokens.at[i + 1].kind != LT_WORD)
        return NULL;
    const lt_quote *q = &d->quotes.at[d->quote_of[i]];
    return q->first == i && q->last == i + 3 && q->last <= end ? q : NULL;
}

/* ---------------------------------------------------------------- of persons */

bool lt_is_name_particle(const lt_chunker *x, uint32_t i, uint32_t end)
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

uint32_t lt_surname_with_particle(const lt_document *d, uint32_t i, uint32_t end)
{
    uint32_t k = i;
    while (k + 1 < end && k < i + 2 && particle_word(d, k))
        k++;
    return k > i && lt_is_surname(d, i, k + 1) ? k + 1 - i : 0;
}

/* Otto Maier von der TU Kiel: particles before a word in capitals begin no surname. */
static bool in_capitals(const lt_chunker *x, uint32_t k, uint32_t end)
{
    while (k + 1 < end && particle_word(x->d, k))
        k++;
    return x->d->tokens.at[k].flags & LT_ALL_CAPITAL && x->d->tokens.at[k].end - x->d->tokens.at[k].begin > 1;
}

/* Ada von der Heide: whether the particle at token `k` goes on with the name that begins at `i`. `given`: a given name is in it. */
static bool links_name(const lt_chunker *x, uint32_t i, uint32_t k, uint32_t end, bool given)
{
    const lt_document *d = x->d;
    return k > i && lt_is_name_particle(x, k, end) && (given || namelike(d, k + 1)) &&
           !(is(d, k, LT_PART) && k > i + 1) && /* sagte Ada Wolf zu Grothe */
           (!is(d, k, LT_DET) || (particle_word(d, k - 1) && k - 1 > i)) &&
           (!is(d, k, LT_PREP) || k == i + 1 || given_name(d, k - 1)) && /* mahnte Ada Wolf zur Eintracht */
           (namelike(d, k + 1) || !capital_word(d, k + 1)) && !in_capitals(x, k, end);
}

/* Ada von Storch, Otto von Rathenfels: behind a given name alone, at token `i`, and the particle at `k` whatever noun is the end. */
static bool links_noun(const lt_chunker *x, uint32_t i, uint32_t k, uint32_t end)
{
    const lt_document *d = x->d;
    return k == i + 1 && lt_is_name_particle(x, k, end) && !is(d, k, LT_DET) &&
           !(i && capital_word(d, i - 1) && !lt_is_title_noun(d, i - 1)) && capital_word(d, k + 1) && mine(x, k + 1, end) &&
           !in_capitals(x, k, end) && !(d->tokens.at[k + 1].sum.features & LT_F(pl) && !(d->tokens.at[k + 1].sum.features & LT_F(sg))) &&
           !(k + 2 < end && mine(x, k + 2, end) && capital_word(d, k + 2));
}

/* Ada Klein, die Abgeordnete Tilla Feld: nothing but the verb stands behind the last word, at token `k`. `office`: behind one. */
static bool ends_name(const lt_chunker *x, uint32_t i, uint32_t k, uint32_t end, bool given, bool office)
{
    const lt_document *d = x->d;
    return k > i && capital_word(d, k) && (given || (office && noun_word(d, k) && k == i + 1)) && !is(d, k, LT_DET) &&
           !is(d, k, LT_PREP) && !finite_verb(x, k) && !(k > i + 1 && !given_name(d, k - 1) && lt_is_thing(d, k)) &&
           (k + 1 >= end || !mine(x, k + 1, end) || k + 1 == x->c->finite);
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
        } else if (links_name(x, i, k, end, given)) {
            k++;
        } else if (given && links_noun(x, i, k, end)) {
            k += 2;
            break;
        } else if (k > i && given && noun_word(d, k) && !is(d, k, LT_DET) && k < i + 4 &&
                   given_name(d, k - 1)) {
            k++; /* Malte Schuster: a surname that is a noun, too; but Malte Brandt Radio Elbe */
            break;
        } else if (ends_name(x, i, k, end, given, office)) {
            k++;
            break;
        } else if (k > i && lt_is_initial(t)) {
            k++; /* Otto F. Maier */
        } else if (t->flags & LT_ABBREVIATION && t->flags & LT_CAPITAL && k == i && k + 1 < end && namelike(d, k + 1)) {
            k++;
        } else {
            break;
        }
    }
    while (k > i + 1 && lt_is_name_particle(x, k - 1, end) && !namelike(d, k - 1))
        k--; /* Otto Maier von der Gewerkschaft */
    return k;
}

uint32_t lt_behind_titles(const lt_document *d, uint32_t first, uint32_t last)
{
    while (first + 1 < last && d->tokens.at[first].flags & LT_ABBREVIATION && lt_is_title(d->engine, d->tokens.at[first].form))
        first++;
    return first;
}

/* ---------------------------------------------------------------- of firms */

bool lt_is_legal_form(const lt_document *d, uint32_t i)
{
    for (uint32_t k = 0; capital_word(d, i) && k < d->tokens.at[i].reading_count; k++)
        if (reading(d, i, k)->category == LT_NOUN && lt_entry_has(d->engine, reading(d, i, k)->entry, LT_HAS(traits, form)))
            return true;
    return false;
}

uint32_t lt_form_behind(const lt_chunker *x, uint32_t i, uint32_t end)
{
    enum { NAME = 4 /* words */ };
    for (uint32_t k = i; k <= i + NAME && mine(x, k, end); k++) {
        if (lt_is_legal_form(x->d, k))
            return k;
        if (!(capital_word(x->d, k) && noun_word(x->d, k)) && x->d->tokens.at[k].kind != LT_OTHER)
            return LAUT_NONE;
    }
    return LAUT_NONE;
}

/* ---------------------------------------------------------------- in front of a noun */

/* Urteil, Anwältin: what somebody says, or who. */
static bool may_be_owned(const lt_document *d, uint32_t noun)
{
    lt_mention m = {.type = LT_TYPE_THING, .entry = LAUT_NONE};
    lt_head_entry(d, noun, &m);
    return m.type == LT_TYPE_ATTRIBUTION || m.type == LT_TYPE_DOCUMENT || m.type == LT_TYPE_PERSON ||
           lt_entry_has(d->engine, m.entry, LT_HAS(kind, content));
}

uint32_t lt_owner_in_front(const lt_chunker *x, uint32_t i, uint32_t end)
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
    uint32_t with_particle = mine(x, i, end) ? lt_surname_with_particle(d, i, end) : 0; /* Van Dyks Anwältin */
    if (with_particle && mine(x, i + with_particle, end) && d->text.bytes[d->tokens.at[i + with_particle - 1].end - 1] == 's' &&
        is(d, i + with_particle, LT_NOUN) && capital_word(d, i + with_particle) && !namelike(d, i + with_particle))
        return with_particle;
    lt_entry e = LAUT_NONE;
    uint8_t type;
    uint32_t n = mine(x, i, end) ? lt_find_name(d, i, end, &e, &type) : 0;
    bool place = n && type == LT_TYPE_PLACE;
    if (!place && mine(x, i, end) && given_name(d, i)) { /* Ada Müllers Antwort */
        uint32_t k = i;
        while (mine(x, k, end) && namelike(d, k))
            k++;
        if (k > i + 1 && mine(x, k, end) && d->text.bytes[d->tokens.at[k - 1].end - 1] == 's' && is(d, k, LT_NOUN) && capital_word(d, k) &&
            !namelike(d, k) && (may_be_owned(d, k) || (k + 1 == x->c->finite && x->c->kind == LT_MAIN))) /* Ada Müllers Haus widersprach */
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

bool lt_is_town_paper(const lt_chunker *x, uint32_t i, uint32_t end)
{
    const lt_document *d = x->d;
    if (!mine(x, i, end) || !mine(x, i + 1, end) || !capital_word(d, i) || !capital_word(d, i + 1))
        return false;
    const lt_token *t = &d->tokens.at[i];
    return t->kind == LT_WORD && t->folded_size > 4 && memcmp(t->folded + t->folded_size - 2, "er", 2) == 0 && !given_name(d, i) &&
           !surname(d, i) && !(i > 0 && given_name(d, i - 1)) && !finite_verb(x, i) && lt_masthead_is_plain(d, i + 1);
}
