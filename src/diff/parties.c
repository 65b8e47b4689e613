/* Whether two parties, one of each version, are the same: by name, surname and role.
 *
 * Persons who are called by name are the same where their names go together (base/same.h). Anybody else is
 * compared by all the words that ever name him in the text: die Ministerin is Tomke Feddersen where that
 * version also writes Umweltministerin Tomke Feddersen; a Polizeisprecher speaks for the Polizei.
 */
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/same.h"
#include "diff/diff.h"

enum { MAX_NAMES = 24, LEAST = 5 }; /* words that are looked at; letters of a part of a compound */

/* ---------------------------------------------------------------- persons */

bool lt_find_persons(lt_version *v, lt_arena *arena)
{
    const laut_document *d = v->document;
    v->person = lt_arena_alloc(arena, (d->parties.count + 1) * sizeof *v->person);
    bool *begins = calloc(d->tokens.count + 1, sizeof *begins); /* a person's name */
    if (!v->person || !begins) {
        free(begins);
        return false;
    }
    for (uint32_t i = 0; i < d->mentions.count; i++) {
        const lt_mention *m = &d->mentions.at[i];
        if (m->type == LT_TYPE_PERSON && m->name_first < m->name_last)
            begins[m->name_first] = true;
    }
    for (uint32_t p = 0; p < d->parties.count; p++) {
        const laut_party *party = &d->parties.at[p];
        for (size_t i = 0; party->type == LAUT_PERSON && i < party->mentions.count && !v->person[p]; i++) {
            lt_range r = lt_tokens_in(d, party->mentions.at[i]);
            for (uint32_t t = r.first; t < r.last; t++)
                v->person[p] |= begins[t];
        }
    }
    free(begins);
    return true;
}

/* ---------------------------------------------------------------- words */

typedef struct {
    char words[MAX_NAMES][LT_MAX_WORD];
    size_t sizes[MAX_NAMES];
    size_t count;
} names;

static void add_name(names *n, const lt_token *t)
{
    if (t->kind != LT_WORD || !(t->flags & LT_CAPITAL) || t->folded_size < 3 || n->count == MAX_NAMES)
        return;
    for (size_t i = 0; i < n->count; i++)
        if (n->sizes[i] == t->folded_size && memcmp(n->words[i], t->folded, t->folded_size) == 0)
            return;
    memcpy(n->words[n->count], t->folded, t->folded_size + 1u);
    n->sizes[n->count++] = t->folded_size;
}

/* The capitalised words that name the party anywhere in its text. An article at the beginning of a
 * sentence has a capital, too, but has readings as a function word only. */
static void gather(const laut_document *d, const laut_party *p, names *out)
{
    out->count = 0;
    for (size_t i = 0; i < p->mentions.count && out->count < MAX_NAMES; i++) {
        lt_range r = lt_tokens_in(d, p->mentions.at[i]);
        for (uint32_t t = r.first; t < r.last; t++) {
            const lt_token *token = &d->tokens.at[t];
            bool noun = !token->reading_count;
            for (uint32_t k = 0; k < token->reading_count; k++) {
                lt_category c = d->readings.at[token->first_reading + k].category;
                noun |= c == LT_NOUN || c == LT_NAME;
            }
            if (noun)
                add_name(out, token);
        }
    }
}

/* The same word but for its ending, or one of them is a part of the other: Polizei, Polizeisprecher. */
static bool akin(const char *a, size_t m, const char *b, size_t n)
{
    if (m > n)
        return akin(b, n, a, m);
    size_t common = 0;
    while (common < m && a[common] == b[common])
        common++;
    if (common >= 3 && common + 2 >= m && common + 2 >= n)
        return true;
    if (m < LEAST)
        return false;
    return memcmp(a, b, m) == 0 || memcmp(a, b + n - m, m) == 0;
}

static bool share(const names *a, const names *b)
{
    for (size_t i = 0; i < a->count; i++)
        for (size_t k = 0; k < b->count; k++)
            if (akin(a->words[i], a->sizes[i], b->words[k], b->sizes[k]))
                return true;
    return false;
}

/* ---------------------------------------------------------------- hands */

static bool same_party(const lt_version *before, uint32_t a, const lt_version *after, uint32_t b)
{
    const laut_party *x = &before->document->parties.at[a], *y = &after->document->parties.at[b];
    if (lt_same_party(x->name, y->name))
        return true;
    if (before->person[a] && after->person[b])
        return false;
    names m, n;
    gather(before->document, x, &m);
    gather(after->document, y, &n);
    return share(&m, &n);
}

bool lt_same_hand(const lt_version *before, const laut_link *a, const lt_version *after, const laut_link *b)
{
    if (a->party == LAUT_NONE || b->party == LAUT_NONE)
        return true;
    if (same_party(before, a->party, after, b->party))
        return true;
    for (size_t i = 0; i < a->candidate_count; i++)
        if (same_party(before, a->candidates[i], after, b->party))
            return true;
    for (size_t i = 0; i < b->candidate_count; i++)
        if (same_party(before, a->party, after, b->candidates[i]))
            return true;
    return false;
}
