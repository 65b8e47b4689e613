#include "stages/commas.h"

#include "engine/engine.h"
#include "engine/morphology.h"
#include "engine/summary.h"

/* Whether the comma at token i stands between two attributes of one noun: die große, alte Halle; der junge, aber erfahrene Wirt;
 * der im Mai gewählte, noch nicht vereidigte Landrat. */
static bool between_attributes(const lt_document *d, const lt_unit *piece, uint32_t count, uint32_t i, uint32_t last)
{
    enum { LONGEST = 10 };
    if (count < 2)
        return false;
    const lt_unit *end = &piece[count - 1];
    uint32_t before = end[-1].is;
    bool phrase = before & IS_NOUN && count > 3 && end[-2].is & IS_PREP && end[-3].is & IS_DET; /* der im Mai gewählte */
    if (!(end->is & IS_ADJ) || end->is & (IS_CLOSED | IS_NOUN) || (end->is & IS_FIN && !phrase) || !(before & (IS_DET | IS_PREP | IS_NUM) || phrase))
        return false;
    for (uint32_t k = i + 1; k + 1 < last && k <= i + LONGEST; k++) {
        const lt_token *t = &d->tokens.at[k], *noun = &d->tokens.at[k + 1];
        if ((t->kind != LT_WORD && t->kind != LT_NUMBER) || t->sum.is & (IS_STRICT | IS_ONLY_SUB))
            return false;
        if (t->sum.is & IS_ADJ && !(t->sum.is & (IS_CLOSED | IS_NOUN)) && noun->kind == LT_WORD && noun->sum.is & IS_NOUN && !(noun->sum.is & IS_CLOSED))
            return k > i + 1 ? !(d->tokens.at[i + 1].sum.is & (IS_REL | IS_DET)) : !(t->sum.is & IS_FIN);
    }
    return false;
}

/* A noun phrase in a list, between tokens. */
typedef struct {
    uint32_t first, last; /* equal where there is none */
    uint32_t cases;       /* that its article can have, as bits; all without one */
    bool named;           /* begins with a name */
} element;

/* The noun phrase at token i, with a preposition or not; a quotation may be its name. */
static element element_at(const lt_document *d, uint32_t i, uint32_t last)
{
    enum { ALL = 15 };
    element e = {i, i, ALL, (d->tokens.at[i].sum.is & (IS_PROPER | IS_GIVEN)) != 0};
    bool noun = false;
    uint32_t article = LAUT_NONE;
    for (uint32_t k = i; k < last; k++) {
        const lt_token *t = &d->tokens.at[k];
        uint32_t is = t->sum.is, q = t->kind == LT_MARK ? d->quote_of[k] : LAUT_NONE;
        if (q != LAUT_NONE && !d->quotes.at[q].whole && d->quotes.at[q].first == k && d->quotes.at[q].last <= last) {
            k = d->quotes.at[q].last - 1;
            noun = true;
        } else if (t->kind != LT_WORD && t->kind != LT_NUMBER) {
            break;
        } else if (is & IS_NOUN && !(is & (IS_CLOSED | IS_STRICT))) {
            noun = true;
        } else if (noun && !(is & IS_DET && k + 1 < last && d->tokens.at[k + 1].sum.is & IS_NOUN && lt_reads(d, k, LT_DET, LT_F(gen)))) {
            break; /* but: Stadträte der Grünen */
        } else if (!(is & (IS_DET | IS_PREP | IS_ADJ | IS_NUM)) || is & IS_FIN || (is & IS_PREP && article != LAUT_NONE)) {
            return (element){.first = i, .last = i}; /* der von Kiel geplant ist */
        } else if (is & IS_DET && !noun && article == LAUT_NONE) {
            article = k;
        }
        e.last = k + 1;
    }
    if (!noun)
        e.last = i;
    if (article != LAUT_NONE) {
        uint32_t cases = 0;
        for (uint32_t c = 0; c < 4; c++) /* a nibble for each case */
            cases |= (d->tokens.at[article].sum.det >> 4 * c & 15) ? 1u << c : 0;
        e.cases = cases;
    }
    return e;
}

/* Whether any word so far is finite beyond doubt, or may be where it stands behind another one. */
static bool verb_so_far(const lt_unit *units, uint32_t count)
{
    for (uint32_t u = 0; u < count && u < LT_MOST_UNITS; u++)
        if (units[u].is & IS_STRICT || (u && units[u].is & IS_FIN && !(units[u].is & (IS_NOUN | IS_ADJ | IS_CLOSED))))
            return true;
    return count > LT_MOST_UNITS;
}

/* zuständig für Schulen, Bäder und Parks; sagte dem „Boten“, dem „Kurier“ und der „Post“: the comma at token i stands in a list
 * behind a preposition or an article that is no nominative. Not where a verb follows that the last of it may be the subject or
 * object of: (er warnte vor Streit,) Stadt und Land müssten zahlen; (er bat um Geduld,) Stadt und Land zu fragen. */
static bool in_list(const lt_document *d, const lt_unit *units, uint32_t first_unit, uint32_t count, uint32_t i, uint32_t last)
{
    uint32_t k = count;
    if (i + 1 >= last)
        return false;
    bool opened = false;
    while (k-- > first_unit && !opened && count - k < LT_MOST_UNITS) {
        uint32_t is = units[k].is;
        opened = is & IS_PREP || (is & IS_DET && !(is & IS_NOUN) && lt_reads(d, units[k].token, LT_DET, 0) && !lt_reads(d, units[k].token, LT_DET, LT_F(nom)));
        if (!opened && (!(is & (IS_NOUN | IS_ADJ | IS_NUM | IS_DET | IS_AND)) || is & (IS_STRICT | IS_QUOTE)) && d->quote_of[units[k].token] == LAUT_NONE)
            return false;
    }
    if (!opened)
        return false;
    uint32_t opener = units[k + 1].token, from = opener + (units[k + 1].is & IS_PREP && !(units[k + 1].is & IS_DET));
    element first = element_at(d, from < i ? from : opener, i);
    bool joined = false;
    uint32_t cases = first.cases;
    for (uint32_t at = i + 1; first.last == i && at < last && at < i + LT_MOST_UNITS;) {
        element next = element_at(d, at, last < at + LT_MOST_UNITS ? last : at + LT_MOST_UNITS);
        cases &= next.cases;
        if (next.last == at || next.named != first.named || !cases)
            return false; /* mit Otto Grothe, Gründer und Chef des Vereins, */
        const lt_token *t = next.last < last ? &d->tokens.at[next.last] : NULL;
        if (joined && t && t->sum.is & IS_FIN && !(t->sum.is & IS_ADJ)) /* Nach Angaben von Stadt, Land und Bund fehlt Geld */
            return !verb_so_far(units, count) && next.last + 1 < last && d->tokens.at[next.last + 1].kind == LT_WORD; /* not: die Leute, die Rauch und Staub sahen, */
        if (joined)
            return !t || !(t->sum.is & (IS_ZU | IS_ZUINF)) || t->sum.is & IS_ADJ;
        joined = t && t->kind == LT_WORD && t->sum.is & IS_AND;
        if (!joined && !(t && t->kind == LT_COMMA))
            return false;
        at = next.last + 1;
    }
    return false;
}

bool lt_mark_cuts(const lt_document *d, const lt_unit *units, uint32_t first, uint32_t count, uint32_t token, uint32_t last)
{
    if (d->tokens.at[token].kind != LT_COMMA || first == count)
        return true;
    return !between_attributes(d, units + first, count - first, token, last) && !in_list(d, units, first, count, token, last);
}

/* Sie meinte dass es regne: the comma before the conjunction is missing, and it is none of two words
 * (ohne dass, so dass). */
bool lt_comma_is_missing(const lt_document *d, const lt_unit *piece, uint32_t count, uint32_t i)
{
    const lt_token *t = &d->tokens.at[i];
    bool verb = false;
    if (count < 2 || t->flags & LT_CAPITAL || !(t->sum.features & LT_F(that)) || !lt_reads(d, i, LT_SUB, LT_F(that)))
        return false;
    const lt_unit *before = &piece[count - 1];
    if (before->is & IS_QUOTE || (before->is & IS_CLOSED && !lt_is_prefix(d->engine, d->tokens.at[before->token].form)))
        return false;
    for (uint32_t k = 0; k < count; k++)
        verb |= (piece[k].is & IS_FIN) != 0;
    return verb;
}
