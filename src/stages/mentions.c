/* Stage 7: mentions. Noun phrases with titles, names, appositions and attributes, pronouns, what
 * kind of party each could be, and who is subject and object of each clause. This file walks through the clauses and puts
 * lists and appositions together. Below it, each on top of the one before: nouns.c (what a word can be), propernames.c (where
 * a name begins and ends), heads.c (the noun or name of a phrase), phrases.c (a phrase) and attributes.c (what stands behind
 * its noun and belongs to it), which call each other, for phrases stand in phrases; beside them arguments.c (who does what).
 */
#include "document.h"
#include "engine/engine.h"
#include "stages/arguments.h"
#include "stages/phrases.h"
#include "stages/turns.h"

/* ---------------------------------------------------------------- clauses */

/* The token of the preposition that governs what begins at token `i`, or of the word that it is compared with; or LAUT_NONE. */
static uint32_t governing(const lt_chunker *x, uint32_t i, uint32_t segment_first)
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
static uint32_t adverb_phrase(lt_chunker *x, uint32_t i)
{
    const lt_document *d = x->d;
    if (x->c->report == LAUT_NONE || !is(d, i, LT_ADV))
        return LAUT_NONE;
    bool stands = false;
    for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++)
        stands |= reading(d, i, k)->category == LT_ADV && reading(d, i, k)->features & LT_F(dem);
    if (!stands)
        return LAUT_NONE;
    return lt_new_mention(x, (lt_mention){.first = i, .last = i + 1, .core_last = i + 1, .head = i,
                       .name_first = i, .name_last = i, .attribute = LAUT_NONE, .owner = LAUT_NONE,
                       .next = LAUT_NONE, .preposition = i, .clause = x->clause, .sentence = x->c->sentence,
                       .features = LT_F(dem) | LT_F(dat) | LT_F(sg) | LT_GENDERS, .type = LT_TYPE_DOCUMENT,
                       .pronoun = true, .lemma = d->tokens.at[i].form, .entry = LAUT_NONE});
}

/* mehr als 300 Leute: the comparison only says how many. */
static bool more_than(const lt_chunker *x, uint32_t i, uint32_t end)
{
    const lt_document *d = x->d;
    return mine(x, i + 2, end) && is(d, i + 1, LT_CONJ) && is(d, i, LT_PRON) && is(d, i, LT_ADV) && lt_compares(d, i + 1) &&
           (d->tokens.at[i + 2].kind == LT_NUMBER || is(d, i + 2, LT_NUM));
}

/* im Bericht, der Zeitung zufolge: the preposition that governs mention `m`, which begins at token `i` at the earliest, leaves
 * it the cases that it takes. `r`: the segment. */
static void govern(lt_chunker *x, uint32_t m, uint32_t i, lt_range r)
{
    lt_document *d = x->d;
    uint32_t p = governing(x, i, r.first);
    if (p == LAUT_NONE && d->mentions.at[m].last < r.last && lt_is_postposition(d, d->mentions.at[m].last))
        p = d->mentions.at[m].last;
    if (p == LAUT_NONE)
        return;
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

/* The phrases of the clause, from the left to the right. */
static void chunk(lt_chunker *x)
{
    lt_document *d = x->d;
    for (uint32_t s = 0; s < x->c->segment_count; s++) {
        lt_range r = x->c->segments[s];
        for (uint32_t i = r.first; i < r.last;) {
            if (!mine(x, i, r.last) || i == x->c->introducer) {
                if (i == x->c->introducer && mine(x, i, r.last) && x->c->kind == LT_RELATIVE) {
                    uint32_t rel = lt_pronoun_phrase(x, i);
                    if (rel != LAUT_NONE)
                        d->mentions.at[rel].preposition = governing(x, i, r.first);
                }
                i++;
                continue;
            }
            uint32_t how_many = more_than(x, i, r.last) ? 2 : 0;
            uint32_t m = lt_phrase(x, i + how_many, r.last, 0);
            if (m == LAUT_NONE) {
                adverb_phrase(x, i);
                i++;
                continue;
            }
            govern(x, m, i, r);
            i = d->mentions.at[m].last > i ? d->mentions.at[m].last : i + 1;
        }
    }
}

/* ---------------------------------------------------------------- lists and appositions */

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
static bool heads_list(const lt_chunker *x, const lt_mention *m, const lt_mention *n)
{
    if (n->next == LAUT_NONE || m->type == LT_TYPE_THING || n->type == LT_TYPE_THING || m->type == LT_TYPE_ATTRIBUTION ||
        !(m->features & n->features & LT_CASES))
        return false;
    bool person = m->type == LT_TYPE_PERSON || m->type == LT_TYPE_GROUP, other = n->type == LT_TYPE_PERSON || n->type == LT_TYPE_GROUP;
    for (uint32_t s = 0; s < x->c->segment_count; s++) /* laut der Stadt, dem Land und dem Bund: a comma of a list, to which no clause was cut */
        if (x->c->segments[s].first < m->last && x->c->segments[s].last > m->last)
            return true;
    if (m->named && n->named)
        return person == other && (!m->definite || person || (n->definite && m->type == n->type && plural_verb(x->c) && m->preposition == LAUT_NONE)) &&
               m->type != LT_TYPE_PLACE && n->type != LT_TYPE_PLACE; /* die „Post“, der „Kurier“ und der „Bote“ berichten */
    if (n->first == n->head && m->first == m->head)
        return !(person && m->named); /* Grothe, Wirt und Koch */
    if (m->named && !person && !other && n->first == n->head && x->d->tokens.at[n->head].flags & LT_ALL_CAPITAL)
        return true; /* die Verbände Nordlicht, BAH und WOZ */
    return m->definite && n->definite && plural_verb(x->c) && m->preposition == LAUT_NONE && m->features & n->features & LT_F(nom);
}

/* A, B und C: the last two are joined, and what stands before a comma in front of them is, too. */
static void lists(lt_chunker *x, uint32_t from)
{
    lt_document *d = x->d;
    for (uint32_t a = d->mentions.count; a-- > from;) {
        const lt_mention *m = &d->mentions.at[a];
        uint32_t owner = m->owner;
        /* Angaben von Polizei, Feuerwehr und Stadt: what is told of is theirs */
        bool theirs = owner != LAUT_NONE && d->mentions.at[owner].type == LT_TYPE_ATTRIBUTION && d->mentions.at[owner].attribute == a &&
                      d->mentions.at[owner].last == m->last;
        if ((owner != LAUT_NONE && !theirs) || m->pronoun || m->next != LAUT_NONE)
            continue;
        uint32_t b = behind_comma(d, a);
        if (b == LAUT_NONE || !heads_list(x, m, &d->mentions.at[b]))
            continue;
        lt_join_mentions(d, a, b);
        if (theirs)
            d->mentions.at[owner].last = d->mentions.at[a].last;
    }
}

/* Die Chefin, Ada Brandt, und der Wirt sagten: who is joined to a mention that ends with an apposition. */
static void joined_behind(lt_chunker *x, uint32_t a)
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
            lt_join_mentions(d, a, b);
            return;
        }
    }
}

/* Where the apposition `n` of `m` ends: with the segment that it begins, if that holds no verb; or in front of the verb where
 * the second comma is missing; 0 if it is none. */
static uint32_t end_of_apposition(const lt_chunker *x, const lt_mention *m, const lt_mention *n)
{
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
    return end;
}

/* Whether m and n, which stand side by side, are the same: one names whom the other describes. */
static bool are_same(const lt_document *d, const lt_mention *m, const lt_mention *n)
{
    bool person = m->type == LT_TYPE_PERSON || m->type == LT_TYPE_GROUP;
    return (n->named != m->named || (n->named && m->named && !given_name(d, n->first))) &&
           (n->type != LT_TYPE_THING || (m->named && person && !n->definite && n->last - n->first > 1) ||
            (person && n->attribute != LAUT_NONE)) &&
           (n->next == LAUT_NONE || n->named != m->named);
}

/* die Leiterin des Amtes, Ada Grothe: mention `b` becomes an apposition of `a`, which may be `one` of several (einer der
 * Geschädigten), if it is one. */
static void apposition(lt_chunker *x, uint32_t a, uint32_t b, bool one)
{
    lt_document *d = x->d;
    lt_mention *m = &d->mentions.at[a], *n = &d->mentions.at[b];
    if (n->first != m->last + 1 || d->tokens.at[m->last].kind != LT_COMMA || n->pronoun ||
        n->preposition != LAUT_NONE)
        return;
    uint32_t end = end_of_apposition(x, m, n);
    if (!end || (one && (n->type != LT_TYPE_PERSON || !n->named || !(n->features & LT_F(nom)))))
        return;
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
    if (!are_same(d, m, n))
        return;
    if (n->named && !m->named) {
        m->name_first = n->name_first;
        m->name_last = n->name_last;
        m->named = true;
        if (m->type == LT_TYPE_PERSON && n->type == LT_TYPE_ORGANIZATION && n->definite) { /* der Sponsor, die Brauerei Holm */
            m->type = n->type;
            m->entry = n->entry;
            m->lemma = n->lemma;
            m->features |= n->features & LT_GENDERS;
            if (n->head + 1 == n->name_first && n->entry != LAUT_NONE && !lt_entry_has(d->engine, n->entry, LT_HAS(traits, label)))
                m->name_first = n->head; /* … and not: die Firma Holm */
        }
        bool one_verb = x->c->finite != LAUT_NONE && (x->c->features & LT_NUMBERS) == LT_F(sg);
        if (m->next != LAUT_NONE && one_verb && n->type == LT_TYPE_PERSON && n->next == LAUT_NONE) { /* der Bürgermeister und Senator, Otto Grothe, sagte */
            m->next = LAUT_NONE;
            m->features &= ~LT_F(pl);
        }
    }
    n->owner = a;
    m->last = end;
    if (m->next == LAUT_NONE)
        joined_behind(x, a);
}

/* die Leiterin der Gruppe Bund für den Wald, Ada Grothe: a bare noun with its phrase right behind the group is what the group
 * is called, and what follows tells of the leader. The mention that `a` has become a part of, or `a`. */
static uint32_t called(lt_document *d, uint32_t from, uint32_t a)
{
    lt_mention *m = &d->mentions.at[a];
    if (m->type != LT_TYPE_ORGANIZATION || m->definite || m->preposition != LAUT_NONE || m->first != m->head)
        return a;
    for (uint32_t k = from; k < a; k++) {
        lt_mention *person = &d->mentions.at[k];
        if (person->owner != LAUT_NONE || person->last != m->first || person->type != LT_TYPE_PERSON || person->named ||
            person->attribute == LAUT_NONE)
            continue;
        lt_mention *body = &d->mentions.at[person->attribute];
        if (body->last != m->first || body->named || (body->type != LT_TYPE_ORGANIZATION && body->type != LT_TYPE_GROUP))
            return a;
        body->named = true;
        body->name_first = m->first;
        body->name_last = body->last = person->last = m->last;
        m->owner = person->attribute;
        return k;
    }
    return a;
}

/* der Wirt und die Leiterin des Amtes, Ada Grothe: mention `b` tells the name of the last of those that are joined to `a`. */
static void last_named(lt_chunker *x, uint32_t a, uint32_t b)
{
    lt_document *d = x->d;
    uint32_t last = a;
    while (d->mentions.at[last].next != LAUT_NONE)
        last = d->mentions.at[last].next;
    const lt_mention *m = &d->mentions.at[last], *n = &d->mentions.at[b];
    if (last == a || m->type != LT_TYPE_PERSON || m->named || m->pronoun || n->type != LT_TYPE_PERSON || !n->named || !given_name(d, n->first))
        return;
    apposition(x, last, b, false);
    for (uint32_t o = a; n->owner == last && o != last; o = d->mentions.at[o].next)
        d->mentions.at[o].last = m->last;
}

/* Ada Grothe; General Bekele Wolde: the name of one person, without an article. */
static bool is_personal(const lt_document *d, const lt_mention *n)
{
    return n->type == LT_TYPE_PERSON && n->named && !n->definite && (given_name(d, n->name_first) || n->first < n->name_first);
}

/* (nach) Angaben der Leiterin des Amtes, Ada Grothe: the name is that of whoever made them. */
static bool told_of_owner(const lt_document *d, uint32_t a, uint32_t b)
{
    const lt_mention *m = &d->mentions.at[a], *n = &d->mentions.at[b];
    const lt_mention *whose = m->attribute == LAUT_NONE ? NULL : &d->mentions.at[m->attribute];
    return m->type == LT_TYPE_ATTRIBUTION && whose && whose->type == LT_TYPE_PERSON && !whose->named && whose->last == m->last &&
           is_personal(d, n);
}

/* die Leiterin des Amtes, Ada Grothe: a segment that is one phrase, beside another. */
static void appositions(lt_chunker *x, uint32_t from)
{
    lt_document *d = x->d;
    for (uint32_t a = from; a < d->mentions.count; a++) {
        const lt_mention *m = &d->mentions.at[a];
        /* einer der Geschädigten, Otto Grothe */
        bool one = m->pronoun && m->attribute != LAUT_NONE && m->features & LT_F(indef) && m->features & LT_F(sg);
        if (m->owner != LAUT_NONE || (!one && (m->pronoun || m->type == LT_TYPE_THING)))
            continue;
        uint32_t b = a + 1;
        while (b < d->mentions.count && (d->mentions.at[b].owner != LAUT_NONE || d->mentions.at[b].first < m->last))
            b++;
        if (b < d->mentions.count && !told_of_owner(d, a, b))
            apposition(x, called(d, from, a), b, one);
        while (b < d->mentions.count && (d->mentions.at[b].owner != LAUT_NONE || d->mentions.at[b].first < d->mentions.at[a].last))
            b++; /* der Leiter, Otto Brandt, und die Leiterin, Ada Wolf */
        if (b < d->mentions.count)
            last_named(x, a, b);
    }
}

/* im Prozess gegen den Leiter des Amts, Otto Grothe, forderte die Anklage …: the name of somebody who is a part of a larger phrase. */
static void inner_apposition(lt_chunker *x, uint32_t from)
{
    lt_document *d = x->d;
    for (uint32_t a = from; a < d->mentions.count; a++) {
        lt_mention *m = &d->mentions.at[a];
        if (m->owner == LAUT_NONE || m->named || m->pronoun || m->type != LT_TYPE_PERSON || m->next != LAUT_NONE ||
            (!m->definite && d->mentions.at[m->owner].type != LT_TYPE_ATTRIBUTION))
            continue;
        uint32_t whole = a;
        while (d->mentions.at[whole].owner != LAUT_NONE)
            whole = d->mentions.at[whole].owner;
        uint32_t b = a + 1;
        while (b < d->mentions.count && (d->mentions.at[b].owner != LAUT_NONE || d->mentions.at[b].first < m->last))
            b++;
        const lt_mention *n = b < d->mentions.count ? &d->mentions.at[b] : NULL;
        if (!n || d->mentions.at[whole].last != m->last || d->mentions.at[whole].preposition == LAUT_NONE || !is_personal(d, n) || n->name_last < n->name_first + 2)
            continue;
        apposition(x, a, b, false);
        if (n->owner == a)
            for (uint32_t o = m->owner; o != LAUT_NONE; o = d->mentions.at[o].owner)
                d->mentions.at[o].last = m->last;
    }
}

/* Dann betritt die Wirtin den Saal, Ada Brandt, 79: a name that is a segment by itself, behind the comma that ends the sentence
 * about somebody who has none yet, tells hers. */
static void late_apposition(lt_chunker *x, uint32_t from)
{
    lt_document *d = x->d;
    uint32_t subject = d->arguments[x->clause].subject;
    if (subject == LAUT_NONE || x->c->kind != LT_MAIN || subject < from)
        return;
    lt_mention *m = &d->mentions.at[subject];
    if (m->named || m->pronoun || !m->definite || m->possessive || m->type != LT_TYPE_PERSON || m->next != LAUT_NONE || m->owner != LAUT_NONE)
        return;
    for (uint32_t i = subject + 1; i < d->mentions.count; i++) {
        lt_mention *n = &d->mentions.at[i];
        bool person = n->type == LT_TYPE_PERSON || n->type == LT_TYPE_GROUP;
        if (!person || n->owner != LAUT_NONE || n->first < m->last)
            continue;
        bool alone = false;
        for (uint32_t s = 0; s < x->c->segment_count; s++)
            alone |= x->c->segments[s].first == n->first && x->c->segments[s].last == n->last;
        if (!alone || !n->named || n->name_first != n->first || n->name_last < n->first + 2 || n->next != LAUT_NONE || n->preposition != LAUT_NONE ||
            d->tokens.at[n->first - 1].kind != LT_COMMA || !(m->features & n->features & LT_GENDERS))
            return;
        m->named = true;
        m->name_first = n->name_first;
        m->name_last = n->name_last;
        n->owner = subject;
        if (d->arguments[x->clause].accusative == i)
            d->arguments[x->clause].accusative = LAUT_NONE;
        return;
    }
}

/* ---------------------------------------------------------------- the stage */

int lt_mentions_stage(lt_document *d, laut_error *error)
{
    d->arguments = lt_arena_alloc(&d->arena, (d->clauses.count + 1) * sizeof *d->arguments);
    if (!d->arguments)
        return lt_out_of_memory(error);
    lt_chunker x = {.d = d};
    lt_collect_surnames(d);
    if (d->surnames)
        lt_find_word_traits(d);
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
        inner_apposition(&x, from);
        lt_find_arguments(&x, from);
        late_apposition(&x, from);
        lt_find_addressee(&x, from);
    }
    lt_find_answerers(d);
    return d->arena.failed ? lt_out_of_memory(error) : 0;
}
