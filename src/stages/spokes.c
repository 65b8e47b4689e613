#include "stages/spokes.h"

#include <stdio.h>
#include <string.h>

#include "base/fold.h"
#include "engine/engine.h"
#include "engine/morphology.h"
#include "stages/nouns.h"
#include "stages/resolve.h"

/* The body itself, rather than whoever leads it, that may have somebody who speaks for it. */
static bool has_voice(const lt_document *d, const lt_person *x)
{
    return x->type == LAUT_ORGANIZATION && !x->place && !x->plural && !x->member_count && (x->noun != LAUT_NONE || x->entry != LAUT_NONE) &&
           !lt_entry_has(d->engine, x->noun, LT_HAS(traits, organ));
}

/* Im Ministerium sieht man das anders: a body in front of the verb, in which somebody is of that opinion. */
static bool begins_sentence(const lt_document *d, uint32_t token)
{
    return token <= d->sentences.at[d->sentence_of[token]].first + 1;
}

/* Das Ministerium wehrt sich. Der Bund zahle genug, sagte ein Sprecher: of the Ministerium, which the sentence before names, too. */
static bool was_named_before(const lt_document *d, const lt_person *x, uint32_t sentence)
{
    if (d->sentence_of[x->last - 1] < sentence)
        return true;
    return sentence > 0 && x->spans.count > 1 && x->spans.at[x->spans.count - 2].begin >= d->tokens.at[d->sentences.at[sentence - 1].first].begin;
}

/* The body that the sentence before is about: its subject, or what it begins with; else the only one that it names. */
static uint32_t body_before(lt_registry *r, const lt_mention *m)
{
    const lt_document *d = r->d;
    uint32_t best = LAUT_NONE, other = LAUT_NONE, count = 0;
    lt_walk w = lt_walk_back(r);
    for (uint32_t p; (p = lt_step_back(r, &w)) != LAUT_NONE;) {
        const lt_person *x = &r->people.at[p];
        if (d->sentence_of[x->last - 1] + 1 < m->sentence)
            break;
        if (!has_voice(d, x) || x->last > m->first || !was_named_before(d, x, m->sentence))
            continue;
        bool topic = x->last_subject == x->last || begins_sentence(d, x->last - 1);
        if (topic && (best == LAUT_NONE || x->last > r->people.at[best].last))
            best = p;
        other = p;
        count++;
    }
    return best != LAUT_NONE ? best : count == 1 ? other : LAUT_NONE;
}

/* des, der: the definite article in the genitive, from the function words; or NULL. */
static const char *article(const lt_document *d, uint64_t genders)
{
    const lt_table *t = lt_engine_table(d->engine, "lex/function-words.tsv", NULL);
    const char *gender = genders & LT_F(f) ? "f" : genders & LT_F(m) ? "m" : "n";
    for (uint32_t row = 0; t && row < t->row_count; row++) {
        const char *feats = lt_cell(t, row, "feats");
        if (lt_cell_has(feats, "def") && lt_cell_has(feats, "gen") && lt_cell_has(feats, "sg") && lt_cell_has(feats, gender))
            return lt_cell(t, row, "form");
    }
    return NULL;
}

/* Sprecherin + des + Ministeriums + tail */
static char *joined(lt_document *d, const char *who, const char *article, const char *noun, const char *tail)
{
    size_t size = strlen(who) + strlen(article) + strlen(noun) + strlen(tail) + 4;
    char *out = lt_arena_alloc(&d->arena, size);
    if (out)
        snprintf(out, size, "%s %s %s%s%s", who, article, noun, *tail ? " " : "", tail);
    return out;
}

/* What the body is called behind that: des Ministeriums, der Stadt Kiel. */
static char *of_phrase(lt_document *d, const lt_mention *body, const char *who)
{
    uint64_t genders = body->features & LT_GENDERS;
    if (!genders || genders & (genders - 1) || body->head < body->first ||
        (body->head > body->first && lt_is(d, body->head - 1, LT_ADJ) && d->tokens.at[body->head - 1].flags & LT_CAPITAL))
        return NULL; /* das Unabhängige Landeszentrum */
    uint32_t noun = body->named && body->name_first < body->head ? body->name_first : body->head;
    char own[LT_MAX_WORD], word[LT_MAX_WORD];
    const lt_token *t = &d->tokens.at[noun];
    if (t->end - t->begin + 4 >= LT_MAX_WORD)
        return NULL;
    size_t n = lt_nominative(d->engine, d->worker, d->text.bytes + t->begin, t->end - t->begin, LT_NOUN, body->features & ~LT_F(pl), own);
    n = lt_genitive(d->engine, d->worker, own, n, genders, word);
    const char *the = article(d, genders);
    if (!n || !the || noun >= body->core_last)
        return NULL;
    word[n] = 0;
    char *tail = noun + 1 < body->core_last ? lt_text_of(d, noun + 1, body->core_last, 0) : NULL;
    return joined(d, who, the, word, tail ? tail : "");
}

/* ADAC, EU: an abbreviation, which has no ending. */
static bool is_abbreviation(const char *name)
{
    while (*name >= 'A' && *name <= 'Z')
        name++;
    return !*name;
}

/* der EU-Kommission, des Bundesgesundheitsministeriums, des ADAC: a name of the lexica, in one word. */
static char *of_listed(lt_document *d, lt_person *body, const char *who)
{
    const char *name = body->entry == LAUT_NONE || body->column ? NULL : lt_name_of(d, body);
    uint64_t gender = lt_entry_has(d->engine, body->entry, LT_HAS(gender, f)) ? LT_F(f) : lt_entry_has(d->engine, body->entry, LT_HAS(gender, m)) ? LT_F(m)
                    : lt_entry_has(d->engine, body->entry, LT_HAS(gender, n)) ? LT_F(n) : 0;
    if (!name || !gender || strchr(name, ' ') || strlen(name) + 4 >= LT_MAX_WORD)
        return NULL;
    char word[LT_MAX_WORD];
    size_t n = is_abbreviation(name) || gender == LT_F(f) ? 0 : lt_genitive(d->engine, d->worker, name, strlen(name), gender, word);
    const char *the = article(d, gender);
    if (!the || (!n && !is_abbreviation(name) && gender != LT_F(f)))
        return NULL;
    word[n] = 0;
    return joined(d, who, the, n ? word : name, "");
}

/* ein Sprecher der Behörde: the body that was named, of which a general word reminds; or LAUT_NONE. */
static uint32_t reminded(lt_registry *r, const lt_mention *m)
{
    const lt_mention *of = m->attribute == LAUT_NONE ? NULL : &r->d->mentions.at[m->attribute];
    uint32_t p = of ? lt_resolve(r, m->attribute) : LAUT_NONE;
    bool general = of && !of->named && of->definite && !of->possessive && of->attribute == LAUT_NONE && m->last == of->last && of->first == m->head + 1 &&
                   lt_entry_has(r->d->engine, of->entry, LT_HAS(traits, generic));
    if (!general || p == LAUT_NONE || !has_voice(r->d, &r->people.at[p]))
        return LAUT_NONE;
    for (uint32_t k = 0; k < r->people.at[p].role_count; k++) /* des Klinikums, of the Universitätsklinikum: told already */
        if (lt_is_same_head(r->d, r->people.at[p].roles[k], of->lemma))
            return LAUT_NONE;
    return p;
}

char *lt_spokes_name(lt_registry *r, const lt_mention *m)
{
    lt_document *d = r->d;
    if (m->type != LT_TYPE_PERSON || m->named || m->possessive || m->next != LAUT_NONE || m->owner != LAUT_NONE ||
        lt_is_plural(m) || !lt_entry_has(d->engine, m->entry, LT_HAS(traits, owned)) || (m->attribute == LAUT_NONE && m->last > m->head + 1))
        return NULL;
    uint32_t p = m->attribute == LAUT_NONE ? body_before(r, m) : reminded(r, m);
    char *who = p == LAUT_NONE ? NULL : lt_text_of(d, m->head, m->head + 1, 0);
    lt_person *body = who ? &r->people.at[p] : NULL;
    return !body ? NULL : body->called ? of_phrase(d, body->called, who) : of_listed(d, body, who);
}
