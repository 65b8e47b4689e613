/* How old somebody is said to be: Bakari Lund (24) traf Nils Paulsen (31). „Ja“, sagte der 31-Jährige. */
#include "stages/ages.h"

#include "engine/engine.h"

enum { YOUNGEST = 10, OLDEST = 110 }; /* who is told of in brackets; Meier (2) has shot two goals */

uint32_t lt_figure_of(const lt_document *d, uint32_t token)
{
    const lt_token *t = &d->tokens.at[token];
    uint32_t n = 0, i = t->begin;
    for (; i < t->end && d->text.bytes[i] >= '0' && d->text.bytes[i] <= '9' && n < 1000; i++)
        n = n * 10 + (uint32_t)(d->text.bytes[i] - '0');
    return i < t->end && d->text.bytes[i] == '-' ? n : 0;
}

/* The number at the token as an age, or 0. */
static uint32_t years_at(const lt_document *d, uint32_t token)
{
    if (token >= d->tokens.count || d->tokens.at[token].kind != LT_NUMBER)
        return 0;
    uint32_t n = 0;
    for (uint32_t i = d->tokens.at[token].begin; i < d->tokens.at[token].end; i++) {
        char c = d->text.bytes[i];
        if (c < '0' || c > '9' || n > OLDEST)
            return 0;
        n = n * 10 + (uint32_t)(c - '0');
    }
    return n >= YOUNGEST && n <= OLDEST ? n : 0;
}

/* 52 Jahre alt, 52 Jahre alte: a noun and an adjective behind the number. */
static bool is_in_words(const lt_document *d, uint32_t number)
{
    return number + 2 < d->tokens.count && d->tokens.at[number + 1].flags & LT_CAPITAL && lt_is(d, number + 1, LT_NOUN) &&
           !(d->tokens.at[number + 2].flags & LT_CAPITAL) && lt_is(d, number + 2, LT_ADJ);
}

uint32_t lt_age_of(const lt_document *d, const lt_mention *m)
{
    uint32_t noun = m->name_last > m->name_first ? m->name_first : m->head;
    for (uint32_t t = m->first; t < noun; t++) {
        uint32_t figure = d->tokens.at[t].flags & LT_CAPITAL ? 0 : lt_figure_of(d, t);
        if (figure && figure <= OLDEST)
            return figure;
        if (t + 2 < noun && years_at(d, t) && is_in_words(d, t))
            return years_at(d, t);
    }
    uint32_t behind = m->name_last > m->name_first ? m->name_last : m->head + 1;
    uint32_t years = behind + 1 < d->tokens.count && d->tokens.at[behind].kind != LT_WORD ? years_at(d, behind + 1) : 0;
    uint8_t next = years && behind + 2 < d->tokens.count ? d->tokens.at[behind + 2].kind : LT_STOP;
    if (years && d->tokens.at[behind].kind == LT_OPEN)
        return next == LT_CLOSE || next == LT_COMMA ? years : 0;
    if (years && d->tokens.at[behind].kind == LT_COMMA)
        return next == LT_COMMA || next == LT_STOP || is_in_words(d, behind + 1) ? years : 0;
    return 0;
}
