/* Stage 10: parties. Who is who: a name, its surname, a role, a pronoun and a possessive are one
 * party; and with the parties the answer: claims with their chains, no-comments, sentences.
 *
 * Mentions are walked in the order of the text. Names are always registered, since anybody may be
 * referred to later; descriptions and pronouns are resolved where a claim needs them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "document.h"
#include "engine/engine.h"
#include "engine/morphology.h"
#include "engine/names.h"
#include "stages/extent.h"
#include "stages/mastheads.h"
#include "stages/offices.h"

enum { MAX_NAME_WORDS = 6, MAX_ROLES = 6, MAX_MODIFIERS = 8, MAX_MEMBERS = 4, MAX_RIVALS = 4, MAX_BOTH = 4 };

/* Most parties are named, and most keys shared, so many times at most. */
enum { FEW = 2 };

/* A pronoun or description means somebody who was named lately: so many parties are looked back. Names
 * are looked up and go back to the start. */
enum { LOOK_BACK = LAUT_MAX_PARTIES };

typedef struct {
    laut_party_type type;
    lt_entry entry;                  /* of a listed name, or LAUT_NONE */
    unsigned column;                 /* which name of that row */
    lt_entry noun;                   /* row of its noun, or LAUT_NONE */
    char *name;                      /* see name_of() */
    const lt_mention *phrase;        /* the phrase that gives its name, which most parties are never asked for; */
    uint64_t phrase_number;          /* its number; NULL where the name is there */
    uint64_t words[MAX_NAME_WORDS];  /* hashes of the folded words of a name */
    uint32_t word_count;
    lt_word roles[MAX_ROLES];        /* lemmas of its role nouns */
    uint32_t role_count;
    uint64_t modifiers[MAX_MODIFIERS]; /* adjectives and compound parts of its roles */
    uint32_t modifier_count;
    uint32_t figure;                 /* of its role, or 0: der 44-Jährige */
    uint32_t role_first, role_last;  /* tokens of the role that is shown */
    uint64_t genders;                /* still possible */
    bool accused;                    /* somebody reproached him: wirft Brandt Betrug vor */
    uint32_t owner;                  /* mention: whose Chef he is, or LAUT_NONE */
    bool bare;                       /* a name was all that was told of him when he came */
    bool faint;                      /* one bare word behind prepositions or in a quotation, which may be no person: zwischen Norderwarf und …, „Betreten verboten“ */
    bool plural, place, loud; /* loud: the name is known from a headline in capitals */
    uint32_t members[MAX_MEMBERS], member_count; /* A und B: the parties that it joins */
    uint32_t last, last_subject, last_speaker; /* tokens + 1 */
    uint32_t last_topic; /* the same, of a sentence that it begins without being its subject: Für Brandt ist das nichts */
    uint32_t older, newer;           /* those named before and after it, or LAUT_NONE; if `last` */
    int kinds;                       /* see kinds_of() */
    lt_vec(laut_span) spans;
} person;

/* Parties that are as likely as the one that was chosen, which is among them. */
typedef struct { uint32_t at[MAX_RIVALS], count; } rivals;

/* What parties are looked up by. */
typedef enum {
    BY_LAST_WORD, /* of a name: Brandt */
    BY_FIRST_AND_LAST, /* Ada Brandt */
    BY_ONLY_WORD, BY_FIRST_WORD, /* Halmwerk; Halmwerk Nord */
    BY_ENTRY, BY_ROLE, BY_MEMBERS
} key_kind;

/* Those with one key, in the order of their numbers. */
typedef struct {
    uint64_t key;
    lt_vec(uint32_t) people;
} bucket;

typedef struct {
    lt_document *d;
    lt_vec(person) people;
    bucket *buckets;        /* a hash table with open addressing; its size is a power of two */
    uint32_t bucket_room, bucket_count;
    uint32_t newest;        /* of those who were named, the last one; or LAUT_NONE */
    uint32_t named;         /* persons of whom the name was told */
    bool short_sighted;     /* there were parties further back than is looked */
    uint32_t *party_of;     /* for each mention */
    uint8_t *how;           /* laut_resolved of each mention */
    uint32_t *told;         /* how many sentences were told up to each: those inside somebody's words are one */
    rivals *rivals_of;      /* for each mention; none where its party is clear */
    rivals rivals;          /* of the party that was looked for last */
    bool *busy;             /* against circles */
    lt_word both[MAX_BOTH]; /* lemmas that stand for two (beide), looked up when they are first needed */
    uint32_t both_count;
    bool both_known;
} registry;

/* ---------------------------------------------------------------- words */

static uint64_t hash(const char *text, size_t size)
{
    uint64_t h = 14695981039346656037u; /* FNV-1a */
    for (size_t i = 0; i < size; i++)
        h = (h ^ (unsigned char)text[i]) * 1099511628211u;
    return h;
}

/* Hash of a token's folded form; `cut` bytes are taken off its end. */
static uint64_t token_hash(const lt_document *d, uint32_t i, size_t cut)
{
    const lt_token *t = &d->tokens.at[i];
    return t->folded_size > cut ? hash(t->folded, t->folded_size - cut) : 0;
}

static const lt_reading *reading(const lt_document *d, uint32_t i, uint32_t k)
{
    return &d->readings.at[d->tokens.at[i].first_reading + k];
}

static bool is(const lt_document *d, uint32_t i, lt_category c) { return lt_is(d, i, c); }

/* Whether that is the word, which is there: nothing has to be looked up. */
static bool is_word(const lt_document *d, lt_word word, const char *text)
{
    return strcmp(d->engine->vocabulary.words.at[word].text, text) == 0;
}

static bool ends_with_s(const lt_document *d, uint32_t i)
{
    return d->text.bytes[d->tokens.at[i].end - 1] == 's' && !lt_is_apostrophe(d, i + 1);
}

/* ---------------------------------------------------------------- looking up */

static uint64_t key(key_kind kind, uint64_t a, uint64_t b)
{
    uint64_t h = (a ^ ((uint64_t)kind + 1) * 0x9E3779B97F4A7C15u) * 0xBF58476D1CE4E5B9u;
    h = (h ^ h >> 31 ^ b) * 0x94D049BB133111EBu;
    h ^= h >> 29;
    return h ? h : 1; /* 0 is an empty bucket */
}

static bucket *slot(bucket *at, uint32_t room, uint64_t k)
{
    uint32_t i = (uint32_t)k & (room - 1);
    while (at[i].key && at[i].key != k)
        i = (i + 1) & (room - 1);
    return &at[i];
}

static const bucket *look_up(const registry *r, uint64_t k)
{
    static const bucket none = {0};
    return r->bucket_room ? slot(r->buckets, r->bucket_room, k) : &none;
}

static void file_under(registry *r, uint64_t k, uint32_t p)
{
    lt_arena *a = &r->d->arena;
    if (2 * r->bucket_count >= r->bucket_room) {
        uint32_t room = r->bucket_room ? 2 * r->bucket_room : 64;
        bucket *fresh = lt_arena_alloc(a, room * sizeof *fresh);
        if (!fresh)
            return;
        for (uint32_t i = 0; i < r->bucket_room; i++)
            if (r->buckets[i].key)
                *slot(fresh, room, r->buckets[i].key) = r->buckets[i];
        r->buckets = fresh;
        r->bucket_room = room;
    }
    bucket *b = slot(r->buckets, r->bucket_room, k);
    r->bucket_count += !b->key;
    b->key = k;
    uint32_t low = 0, high = b->people.count; /* nearly always the end */
    if (high && b->people.at[high - 1] < p)
        low = high;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (b->people.at[middle] < p)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < b->people.count && b->people.at[low] == p)
        return;
    (void)lt_reserve(a, &b->people, FEW);
    uint32_t *end = lt_push(a, &b->people);
    if (!end)
        return;
    memmove(b->people.at + low + 1, b->people.at + low, (b->people.count - 1 - low) * sizeof *b->people.at);
    b->people.at[low] = p;
}

static void file_name(registry *r, uint32_t p)
{
    const person *x = &r->people.at[p];
    if (!x->word_count)
        return;
    uint64_t first = x->words[0], last = x->words[x->word_count - 1];
    file_under(r, key(BY_LAST_WORD, last, 0), p);
    if (x->word_count == 1) {
        file_under(r, key(BY_ONLY_WORD, last, 0), p);
    } else {
        file_under(r, key(BY_FIRST_AND_LAST, first, last), p);
        if (x->type != LAUT_PERSON) /* Ada is not looked for among all Adas */
            file_under(r, key(BY_FIRST_WORD, first, 0), p);
    }
}

static uint64_t role_key(lt_word role, laut_party_type type) { return key(BY_ROLE, role, type); }

static uint64_t members_key(const uint32_t *members, uint32_t count)
{
    return key(BY_MEMBERS, hash((const char *)members, count * sizeof *members), count);
}

/* Party `p` was named again: put it among the others by the place of that. */
static void renew(registry *r, uint32_t p, uint32_t last)
{
    person *x = &r->people.at[p], *all = r->people.at;
    if (x->last) {
        *(x->newer == LAUT_NONE ? &r->newest : &all[x->newer].older) = x->older;
        if (x->older != LAUT_NONE)
            all[x->older].newer = x->newer;
    }
    x->last = last;
    x->newer = LAUT_NONE;
    x->older = r->newest;
    while (x->older != LAUT_NONE && all[x->older].last > last) { /* resolved out of turn */
        x->newer = x->older;
        x->older = all[x->older].older;
    }
    *(x->newer == LAUT_NONE ? &r->newest : &all[x->newer].older) = p;
    if (x->older != LAUT_NONE)
        all[x->older].newer = p;
}

/* Those who were named, the last ones first. */
typedef struct { uint32_t next, left; } walk;

static walk walk_back(const registry *r) { return (walk){r->newest, LOOK_BACK}; }

static uint32_t step(registry *r, walk *w)
{
    uint32_t p = w->next;
    if (!w->left)
        r->short_sighted |= p != LAUT_NONE;
    if (p == LAUT_NONE || !w->left)
        return LAUT_NONE;
    w->left--;
    w->next = r->people.at[p].older;
    return p;
}

/* ---------------------------------------------------------------- names */

/* The text of tokens [first, last) with single blanks; quotation marks at its edges fall away.
 * `cut` bytes are taken off its end (a genitive's ending). */
static char *text_of(lt_document *d, uint32_t first, uint32_t last, size_t cut)
{
    while (last > first && d->tokens.at[last - 1].kind == LT_COMMA)
        last--;
    /* marks around the whole; not those of a name at its end: Zeitung „Abendkurier“ */
    while (first + 1 < last && d->tokens.at[first].kind == LT_MARK) {
        first++;
        if (d->tokens.at[last - 1].kind == LT_MARK)
            last--;
    }
    if (first == last)
        return NULL;
    uint32_t begin = d->tokens.at[first].begin, end = d->tokens.at[last - 1].end - (uint32_t)cut;
    char *out = lt_arena_alloc(&d->arena, end - begin + 1);
    if (!out)
        return NULL;
    size_t n = 0;
    for (uint32_t i = begin; i < end; i++) {
        char c = d->text.bytes[i];
        bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (blank && (n == 0 || out[n - 1] == ' '))
            continue;
        out[n++] = blank ? ' ' : c;
    }
    return out;
}

/* Where the phrase ends without appositions: at its first comma outside brackets. */
static uint32_t before_comma(const lt_document *d, const lt_mention *m)
{
    for (uint32_t i = m->core_last; i < m->last; i++)
        if (d->tokens.at[i].kind == LT_COMMA)
            return i;
    return m->last;
}

static bool determiner(const lt_document *d, uint32_t i)
{
    return is(d, i, LT_DET) && d->tokens.at[i].kind == LT_WORD;
}

/* The phrase's own words as a name: without article, in the nominative up to its head. `number` is
 * what is known of its number. */
static char *phrase_name(lt_document *d, const lt_mention *m, uint64_t number)
{
    uint32_t first = m->first, end = before_comma(d, m);
    /* eine am Montag vorgelegte Studie: not the participle and what belongs to it */
    if (first + 1 < m->head && determiner(d, first) && is(d, first + 1, LT_PREP) && !is(d, first + 1, LT_ADJ) && m->head < end) {
        first = m->named && m->name_first > first ? m->name_first - 1 : m->head;
        while (first > m->first + 1 && is(d, first, LT_NAME) && !is(d, first, LT_NOUN))
            first--;
    }
    /* die Sprecherin, deren Sprecher; but einer der Gutachter */
    if (first + 1 < m->last && !m->pronoun && (determiner(d, first) || (m->possessive && first < m->head)))
        first++;
    char *rest = text_of(d, first, end, 0);
    /* des Flughafens Kiel: the noun in front of the name */
    uint32_t head = m->named ? m->name_first - 1 : m->head;
    if (m->pronoun || head < first || head >= end || head == UINT32_MAX || !rest)
        return rest;
    uint64_t f = m->features;
    if (f & LT_F(pl) && f & LT_F(sg) && m->clause != LAUT_NONE && m->preposition != LAUT_NONE && !m->definite)
        f &= ~LT_F(sg);
    if (f & number)
        f &= number | ~LT_NUMBERS;
    size_t room = strlen(rest) + 4 * (end - first) + 1, n = 0;
    char *out = lt_arena_alloc(&d->arena, room);
    if (!out)
        return rest;
    for (uint32_t i = first; i <= head; i++) {
        const lt_token *t = &d->tokens.at[i];
        if (n && t->flags & (LT_SPACE_BEFORE | LT_LINE_BEFORE))
            out[n++] = ' ';
        size_t size = t->end - t->begin;
        char word[LT_MAX_WORD];
        lt_category c = i == head ? LT_NOUN : LT_ADJ;
        if (t->kind == LT_WORD && !(t->flags & LT_ALL_CAPITAL) && size + 4 < LT_MAX_WORD && is(d, i, c) && (i == head || is(d, i, LT_ADJ))) {
            size = lt_nominative(d->engine, d->worker, d->text.bytes + t->begin, size, c, f, word);
            memcpy(out + n, word, size);
        } else {
            memcpy(out + n, d->text.bytes + t->begin, size);
        }
        n += size;
    }
    char *tail = head + 1 < end ? text_of(d, head + 1, end, 0) : NULL;
    if (!tail)
        return out;
    char *whole = lt_arena_alloc(&d->arena, n + strlen(tail) + 2);
    if (!whole)
        return rest;
    memcpy(whole, out, n);
    if (d->tokens.at[head + 1].flags & (LT_SPACE_BEFORE | LT_LINE_BEFORE))
        whole[n++] = ' ';
    memcpy(whole + n, tail, strlen(tail));
    return whole;
}

/* The party is called by the phrase, whose number is known. */
static void name_by_phrase(lt_document *d, person *x, const lt_mention *m, uint64_t number)
{
    lt_mention *copy = lt_arena_alloc(&d->arena, sizeof *copy);
    if (copy)
        *copy = *m;
    x->name = NULL;
    x->phrase = copy;
    x->phrase_number = number;
}

/* The party's name, or NULL. */
static char *name_of(lt_document *d, person *x)
{
    if (x->phrase)
        x->name = phrase_name(d, x->phrase, x->phrase_number);
    x->phrase = NULL;
    return x->name;
}

static uint64_t genders_of(const lt_document *d, const lt_mention *m)
{
    uint64_t g = 0;
    for (uint32_t i = m->name_first; m->named && !m->surname && i < m->name_last; i++)
        for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++)
            if (reading(d, i, k)->category == LT_NAME)
                g |= reading(d, i, k)->features & LT_GENDERS;
    uint64_t phrase = m->features & LT_GENDERS;
    if (g && phrase & g)
        return g & phrase;
    return phrase | g ? phrase | g : LT_GENDERS; /* Fraktionsvize Berta Holm: whichever is meant */
}

static bool plural(const lt_mention *m)
{
    return m->next != LAUT_NONE || (m->features & LT_NUMBERS) == LT_F(pl);
}

/* The number of mention `index`, of which `m` may be the first part (A und B); a subject has that of
 * its verb: die 54-Jährige antwortet. */
static uint64_t number_of(const lt_document *d, const lt_mention *m, uint32_t index)
{
    uint64_t n = m->next != LAUT_NONE ? LT_F(pl) : m->features & LT_NUMBERS;
    if (m->clause != LAUT_NONE && d->arguments[m->clause].subject == index &&
        n & d->clauses.at[m->clause].features)
        n &= d->clauses.at[m->clause].features;
    /* so der Spieler: what nothing governs is no genitive plural */
    if (n == LT_NUMBERS && m->definite && m->owner == LAUT_NONE && m->preposition == LAUT_NONE &&
        (m->features & LT_CASES) == (LT_F(nom) | LT_F(gen)))
        n = LT_F(sg);
    /* laut Experten: somebody who is no name has an article in the singular */
    bool second = m->owner != LAUT_NONE && d->mentions.at[m->owner].next == index; /* die Autorinnen und Autoren */
    if (n == LT_NUMBERS && !m->named && !m->pronoun && !m->definite && (m->type == LT_TYPE_PERSON || m->type == LT_TYPE_GROUP) &&
        (m->preposition != LAUT_NONE || second) && !determiner(d, m->first))
        n = LT_F(pl);
    return n;
}

/* ---------------------------------------------------------------- registering */

/* Whether the clause is told by the author: its subject is what the text is about. */
static bool subject_of_main(const lt_document *d, uint32_t token)
{
    uint32_t c = d->clause_of[token];
    return c != LAUT_NONE && d->clauses.at[c].kind == LT_MAIN && !(d->clauses.at[c].features & LT_F(subj1));
}

/* Der Kapitän heißt Otto Grothe */
static bool gives_name(const lt_document *d, uint32_t token)
{
    uint32_t c = d->clause_of[token];
    return c != LAUT_NONE && lt_builds(d->engine, d->clauses.at[c].lemma) & LT_BUILDS_NAME;
}

/* Party `p` is named by mention `index`, or by its first part `m`. Who is joined to a subject is as
 * much a subject: A und B. */
static void touch(registry *r, uint32_t p, const lt_mention *m, uint32_t index)
{
    lt_document *d = r->d;
    person *x = &r->people.at[p];
    uint32_t q = d->quote_of[m->first];
    bool inside = q != LAUT_NONE && d->quotes.at[q].whole; /* somebody else's words */
    bool word = m->last - m->first == 1 && m->named && !m->surname;
    inside |= q != LAUT_NONE && word && m->type == LT_TYPE_PERSON && !x->spans.count; /* „Betreten verboten“ steht auf der Tür */
    x->faint = (x->faint || !x->spans.count) && word && (m->preposition != LAUT_NONE || inside);
    if (m->first + 1 > x->last && !inside)
        renew(r, p, m->first + 1);
    uint32_t whole = index;
    while (d->mentions.at[whole].owner != LAUT_NONE && d->mentions.at[d->mentions.at[whole].owner].next == whole)
        whole = d->mentions.at[whole].owner;
    /* Für Ada Brandt ist das kein Trost: whom a sentence begins with is what it is about */
    uint32_t start = d->sentences.at[d->sentence_of[m->first]].first;
    bool topic = m->named && whole == index && d->mentions.at[index].next == LAUT_NONE && m->first <= start + 1;
    if (!inside && m->clause != LAUT_NONE && subject_of_main(d, m->first)) {
        if (d->arguments[m->clause].subject == whole || (m->named && gives_name(d, m->first)))
            x->last_subject = m->first + 1;
        else if (topic)
            x->last_topic = m->first + 1;
    }
    if (!inside && topic && m->clause != LAUT_NONE && d->clauses.at[m->clause].kind == LT_FRAGMENT && m->last + 1 >= d->sentences.at[m->sentence].last)
        x->last_topic = m->first + 1; /* Und Ada Brandt? */
    if (m->clause != LAUT_NONE && d->arguments[m->clause].addressee == whole &&
        lt_entry_has(d->engine, d->clauses.at[m->clause].report, LT_HAS(act, accusation)))
        x->accused = true;
    (void)lt_reserve(&d->arena, &x->spans, FEW);
    laut_span *s = lt_push(&d->arena, &x->spans);
    if (s)
        *s = (laut_span){d->tokens.at[m->first].begin, d->tokens.at[m->last - 1].end};
}

/* Hash of what stands before the listed noun in a compound (Landes-gesundheitsamt), or 0. */
static uint64_t compound_part(const lt_document *d, const lt_mention *m)
{
    if (m->lemma == LT_NO_WORD || m->named || m->pronoun)
        return 0;
    const lt_token *t = &d->tokens.at[m->head];
    const lt_vocable *noun = &d->engine->vocabulary.words.at[m->lemma];
    for (size_t i = 3; i + noun->size <= t->folded_size; i++)
        if (memcmp(t->folded + i, noun->text, noun->size) == 0)
            return hash(t->folded, i);
    return 0;
}

static bool has_modifier(const person *x, uint64_t modifier)
{
    for (uint32_t k = 0; k < x->modifier_count; k++)
        if (x->modifiers[k] == modifier)
            return true;
    return false;
}

/* The figure that a noun begins with, or 0: 44-Jährige. */
static uint32_t figure_of(const lt_document *d, uint32_t noun)
{
    const lt_token *t = &d->tokens.at[noun];
    uint32_t n = 0, i = t->begin;
    for (; i < t->end && d->text.bytes[i] >= '0' && d->text.bytes[i] <= '9' && n < 1000; i++)
        n = n * 10 + (uint32_t)(d->text.bytes[i] - '0');
    return i < t->end && d->text.bytes[i] == '-' ? n : 0;
}

static void add_role(registry *r, person *x, const lt_mention *m, uint32_t first, uint32_t noun)
{
    lt_document *d = r->d;
    if (m->lemma != LT_NO_WORD && x->role_count < MAX_ROLES) {
        x->roles[x->role_count++] = m->lemma;
        file_under(r, role_key(m->lemma, x->type), (uint32_t)(x - r->people.at));
    }
    if (!x->figure)
        x->figure = figure_of(d, noun);
    uint64_t compound = compound_part(d, m);
    if (compound && x->modifier_count < MAX_MODIFIERS)
        x->modifiers[x->modifier_count++] = compound;
    for (uint32_t i = first; i <= noun; i++) {
        if (x->modifier_count == MAX_MODIFIERS)
            break;
        if (is(d, i, LT_ADJ) && !determiner(d, i)) {
            for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++)
                if (reading(d, i, k)->category == LT_ADJ && reading(d, i, k)->lemma != LT_NO_WORD) {
                    x->modifiers[x->modifier_count++] = reading(d, i, k)->lemma;
                    break;
                }
        }
    }
}

enum { NOT_ASKED = -1 };

static person *new_person(registry *r, const lt_mention *m, uint32_t index)
{
    person *x = lt_push(&r->d->arena, &r->people);
    if (!x)
        return NULL;
    x->entry = LAUT_NONE; /* the rest is zero */
    x->noun = m->entry;
    x->genders = genders_of(r->d, m);
    x->plural = plural(m);
    x->place = m->type == LT_TYPE_PLACE;
    x->bare = m->type == LT_TYPE_PERSON && m->name_first < m->name_last && m->first == m->name_first && m->owner == LAUT_NONE &&
              m->attribute == LAUT_NONE && m->next == LAUT_NONE;
    x->kinds = NOT_ASKED;
    x->owner = m->attribute;
    r->named += m->type == LT_TYPE_PERSON && m->name_first < m->name_last;
    switch ((lt_mention_type)m->type) {
    case LT_TYPE_PLACE: x->type = LAUT_ORGANIZATION; break;
    case LT_TYPE_ATTRIBUTION: x->type = LAUT_UNNAMED; break;
    case LT_TYPE_THING: x->type = m->pronoun ? LAUT_PERSON : LAUT_ORGANIZATION; break;
    default: x->type = (laut_party_type)m->type;
    }
    if (x->type == LAUT_PERSON && !m->named && !m->pronoun && number_of(r->d, m, index) == LT_F(pl)) {
        x->type = LAUT_GROUP; /* Anwohner sagten */
        x->plural = true;
    }
    return x;
}

/* Whether the words of the mention's name can be the person's. A surname alone is enough. */
static bool same_name(const registry *r, const person *x, const uint64_t *words, uint32_t n,
                      uint64_t last_bare)
{
    (void)r;
    if (!x->word_count || !n)
        return false;
    if (n == 1 && x->type != LAUT_PERSON && x->word_count > 1 && x->words[0] == words[0])
        return true; /* Halmwerk Nord, Halmwerk */
    uint64_t last = x->words[x->word_count - 1];
    bool surname = last == words[n - 1] || (last_bare && last == last_bare);
    if (!surname)
        return false;
    if (n == 1 || x->word_count == 1)
        return true;
    return x->words[0] == words[0];
}

static bool legal_form(const lt_document *d, uint32_t i)
{
    for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++)
        if (lt_entry_has(d->engine, reading(d, i, k)->entry, LT_HAS(traits, form)))
            return true;
    return false;
}

/* The hashes of the words of a name; `bare` that of its last word without its ending, if it may have one, `weak`: the
 * one of another case than the genitive, too. */
static uint32_t name_words(const registry *r, const lt_mention *m, uint64_t *words, uint64_t *bare, bool *weak)
{
    const lt_document *d = r->d;
    uint32_t n = 0;
    *bare = 0;
    *weak = false;
    for (uint32_t i = m->name_first; i < m->name_last; i++) {
        if (d->tokens.at[i].kind != LT_WORD && d->tokens.at[i].kind != LT_NUMBER)
            continue;
        if (i + 1 < m->name_last && m->type == LT_TYPE_PERSON && lt_is_particle(d->engine, d->tokens.at[i].form))
            continue; /* Ada von der Heide is called von der Heide */
        if (n && legal_form(d, i))
            break; /* the Halmwerk GmbH is called Halmwerk, too */
        if (n == MAX_NAME_WORDS)
            memmove(words + 1, words + 2, (MAX_NAME_WORDS - 2) * sizeof *words), n--;
        words[n++] = token_hash(d, i, 0);
        uint32_t cut = ends_with_s(d, i);
        *weak = !cut && m->type == LT_TYPE_MEDIA && lt_masthead(d, i, &cut) && cut; /* des „Hafenboten“ */
        *bare = cut ? token_hash(d, i, cut) : 0;
    }
    return n;
}

static bool compatible(const person *x, uint64_t genders)
{
    return !genders || x->genders & genders;
}

/* The name in a row of media, organisations, places or countries that the words at `token` mean (a
 * row of a country holds its capital, too); "" for other rows. `column` tells which it is. */
static const char *listed_name(const lt_document *d, lt_entry e, uint32_t token, unsigned *column)
{
    static const char *const columns[] = {"name", "place", "capital", "country"};
    char cell_word[LT_MAX_WORD];
    const char *word = d->tokens.at[token].folded;
    size_t n = d->tokens.at[token].folded_size;
    for (*column = 0; *column < 4 && e != LAUT_NONE; ++*column) {
        const char *cell = lt_entry_cell(d->engine, e, columns[*column]);
        size_t size = lt_fold(cell, strlen(cell), cell_word);
        if (size && (*column < 2 || *column == 3 || (n >= 3 && size >= 3 && memcmp(word, cell_word, 3) == 0)))
            return cell;
    }
    return "";
}

/* Whether a party with the role can be called by the noun: Branchenverband, der Verband. */
static bool same_head(const lt_document *d, lt_word role, lt_word noun)
{
    if (role == LT_NO_WORD || noun == LT_NO_WORD)
        return false;
    const lt_vocable *r = &d->engine->vocabulary.words.at[role], *n = &d->engine->vocabulary.words.at[noun];
    return role == noun || (n->size >= 3 && r->size > n->size && memcmp(r->text + r->size - n->size, n->text, n->size) == 0);
}

/* Landgericht Kiel is not Polizei Kiel, whatever their names are. */
static bool same_noun(const lt_document *d, const person *x, const lt_mention *m)
{
    bool same = !x->role_count || m->name_first == m->first || m->lemma == LT_NO_WORD;
    for (uint32_t k = 0; k < x->role_count && !same; k++)
        same = same_head(d, x->roles[k], m->lemma) || same_head(d, m->lemma, x->roles[k]);
    return same;
}

static uint32_t newest_of(const bucket *b)
{
    return b->people.count ? b->people.at[b->people.count - 1] : LAUT_NONE;
}

/* Der Betreiber, die Nordbad GmbH: the name stands behind a comma. */
static bool is_apposition(const lt_document *d, const lt_mention *m)
{
    for (uint32_t t = m->head; t < m->name_first; t++)
        if (d->tokens.at[t].kind == LT_COMMA)
            return true;
    return false;
}

static uint32_t register_name(registry *r, const lt_mention *m, uint32_t index)
{
    lt_document *d = r->d;
    uint64_t words[MAX_NAME_WORDS], bare;
    bool weak;
    uint32_t n = name_words(r, m, words, &bare, &weak);
    bool personal = m->type == LT_TYPE_PERSON || m->type == LT_TYPE_GROUP;
    unsigned column = 0;
    const char *cell = personal ? "" : listed_name(d, m->entry, m->name_first, &column);
    bool listed = *cell;
    uint64_t genders = genders_of(d, m);
    uint64_t entry_key = key(BY_ENTRY, m->entry, column);
    /* Of those who can be called so the last one. */
    uint32_t found = listed ? newest_of(look_up(r, entry_key)) : LAUT_NONE;
    /* der Bauernverband Ostelbe: more than what is listed, and not the Bauernverband Lindau */
    lt_entry shorter;
    uint8_t type;
    uint32_t known = listed && m->name_last > m->name_first + 1 ? lt_find_name(d, m->name_first, m->name_last, &shorter, &type) : 0;
    bool longer = known > 0 && m->name_last - m->name_first > known && shorter == m->entry;
    if (longer && found != LAUT_NONE && r->people.at[found].word_count >= n)
        found = LAUT_NONE;
    uint64_t keys[6];
    uint32_t key_count = 0;
    for (int k = 0; n && k < (bare ? 2 : 1); k++) {
        uint64_t last = k ? bare : words[n - 1];
        if (n == 1) {
            keys[key_count++] = key(BY_LAST_WORD, last, 0);
        } else {
            keys[key_count++] = key(BY_FIRST_AND_LAST, words[0], last);
            keys[key_count++] = key(BY_ONLY_WORD, last, 0);
        }
    }
    if (n == 1)
        keys[key_count++] = key(BY_FIRST_WORD, words[0], 0);
    for (uint32_t k = 0; k < key_count; k++) {
        const bucket *b = look_up(r, keys[k]);
        uint32_t left = LOOK_BACK;
        for (uint32_t i = b->people.count; i-- > 0 && (found == LAUT_NONE || b->people.at[i] > found);) {
            if (!left--) {
                lt_truncate(d, LAUT_LIMIT_PARTIES, m->first, m->last);
                break;
            }
            const person *x = &r->people.at[b->people.at[i]];
            if (same_name(r, x, words, n, bare) &&
                (personal ? x->type == LAUT_PERSON || x->type == LAUT_ORGANIZATION : x->type != LAUT_PERSON || n > 1) &&
                (!personal || compatible(x, genders)) && (personal || same_noun(d, x, m)))
                found = b->people.at[i];
        }
    }
    /* Die Hebamme lachte. … Hebamme Ada Brandt: the name comes behind the description */
    if (found == LAUT_NONE && m->name_first > m->first && m->type == LT_TYPE_PERSON && m->lemma != LT_NO_WORD) {
        walk w = walk_back(r);
        for (uint32_t p; (p = step(r, &w)) != LAUT_NONE;) {
            const person *x = &r->people.at[p];
            if (d->sentence_of[x->last - 1] + 3 < m->sentence)
                break; /* and so are all before it */
            if (x->word_count || x->plural || x->type != LAUT_PERSON || x->last > m->first ||
                !compatible(x, genders) || (found != LAUT_NONE && p < found))
                continue;
            for (uint32_t k = 0; k < x->role_count; k++)
                if (x->roles[k] == m->lemma)
                    found = p;
        }
    }
    if (found == LAUT_NONE) {
        person *x = new_person(r, m, index);
        if (!x)
            return LAUT_NONE;
        found = (uint32_t)(x - r->people.at);
        if (m->type == LT_TYPE_GROUP)
            x->type = LAUT_PERSON;
        if (listed) {
            x->entry = m->entry;
            x->column = column;
            file_under(r, entry_key, found);
        }
    }
    person *x = &r->people.at[found];
    bool loud = personal && (d->tokens.at[m->name_first].flags & LT_ALL_CAPITAL) != 0; /* ADA BRANDT in a headline */
    if (n > x->word_count || !x->word_count || (x->loud && !loud && n == x->word_count) || !name_of(d, x)) {
        x->loud = loud;
        x->phrase = NULL;
        /* der Schulleiterin Petra Oltmanns: behind the article and a noun the name has no ending */
        bool shown = personal && m->name_first > m->first && d->tokens.at[m->first].sum.det;
        bool genitive = ((m->features & LT_CASES) == LT_F(gen) || (weak && !(m->features & LT_F(nom)))) && bare && !listed && !shown;
        if (longer) {
            char *more = text_of(d, m->name_first + known, m->name_last, false);
            size_t size = strlen(cell) + (more ? strlen(more) : 0) + 2;
            x->name = more ? lt_arena_alloc(&d->arena, size) : NULL;
            if (x->name)
                snprintf(x->name, size, "%s %s", cell, more);
        } else if (listed) {
            x->name = lt_arena_copy(&d->arena, cell, strlen(cell));
        } else if (m->name_first > m->first && !personal && !(d->tokens.at[m->name_first].kind == LT_MARK) && !is_apposition(d, m)) {
            name_by_phrase(d, x, m, number_of(d, m, index)); /* Gewerkschaft Bau und Boden */
        } else {
            x->name = text_of(d, m->name_first, m->name_last, genitive);
        }
        memcpy(x->words, words, n * sizeof *words);
        if (genitive && n)
            x->words[n - 1] = bare;
        x->word_count = n;
        file_name(r, found);
    }
    if (x->genders & genders)
        x->genders &= genders;
    if (m->name_first > m->first) {
        uint32_t noun = m->name_first - 1;
        if (personal || m->lemma != LT_NO_WORD)
            add_role(r, x, m, m->first, noun);
        bool titles = true; /* Dr. Ada Brandt has no role */
        for (uint32_t i = m->first; i < m->name_first; i++)
            titles &= lt_is_title(d->engine, d->tokens.at[i].form);
        if (!x->role_last && personal && !titles) {
            x->role_first = m->first;
            x->role_last = m->name_first;
        }
    }
    /* roles that an apposition gives: Malte Grothe, Leiter des Amtes */
    for (uint32_t k = index + 1; k < d->mentions.count && k < index + 12; k++) {
        const lt_mention *o = &d->mentions.at[k];
        if (o->owner == index && o->first > m->core_last && o->preposition == LAUT_NONE &&
            d->tokens.at[o->first - 1].kind == LT_COMMA && !o->named)
            add_role(r, x, o, o->first, o->head);
    }
    if (!m->pronoun && m->named && m->name_first > m->core_last && m->lemma != LT_NO_WORD)
        add_role(r, x, m, m->first, m->head);
    return found;
}

/* ---------------------------------------------------------------- resolving */

static uint32_t resolve(registry *r, uint32_t index);
static uint32_t joined(registry *r, const uint32_t *members, uint32_t count);

static uint32_t stronger(const person *x)
{
    return x->last_subject > x->last_speaker ? x->last_subject : x->last_speaker;
}

/* The same for a mention in the sentence, where who begins it is not meant, too: Brandt hält er für einen Dieb. */
static uint32_t strongest(const lt_document *d, const person *x, uint32_t sentence)
{
    uint32_t topic = x->last_topic && d->sentence_of[x->last_topic - 1] < sentence ? x->last_topic : 0;
    return topic > stronger(x) ? topic : stronger(x);
}

/* Whether two persons are as near to a pronoun: both were subjects of main clauses of the same sentence
 * before it, and nobody can say which is meant. Otto Grothe und Malte Hansen stritten. Er sagte … */
static bool rivalling(const lt_document *d, const person *x, const person *y, uint32_t sentence)
{
    if (x->type != LAUT_PERSON || y->type != LAUT_PERSON || !x->last_subject || !y->last_subject ||
        x->last_speaker > x->last_subject || y->last_speaker > y->last_subject)
        return false;
    uint32_t a = x->last_subject - 1, b = y->last_subject - 1;
    if (d->clause_of[a] == d->clause_of[b] && gives_name(d, a))
        return false;
    return d->sentence_of[a] == d->sentence_of[b] && d->sentence_of[a] < sentence && d->sentence_of[a] + 2 >= sentence &&
           d->sentence_of[x->last - 1] == d->sentence_of[a] && d->sentence_of[y->last - 1] == d->sentence_of[b] &&
           subject_of_main(d, a) && subject_of_main(d, b);
}

/* Kritik kommt von Otto Grothe. Das sei teuer, sagt er: somebody is named first by the author in a main clause
 * whose subject is nobody. */
static bool brought_in(const lt_document *d, const person *x)
{
    uint32_t token = x->last - 1, c = d->clause_of[token];
    if (!x->word_count || x->spans.count != 1 || d->claimed[d->sentence_of[token]] || c == LAUT_NONE || d->clauses.at[c].kind != LT_MAIN)
        return false;
    uint32_t subject = d->arguments[c].subject;
    return subject != LAUT_NONE && d->mentions.at[subject].type == LT_TYPE_THING && !d->mentions.at[subject].pronoun;
}

static void add_rival(registry *r, uint32_t best, uint32_t p)
{
    rivals *v = &r->rivals;
    if (!v->count)
        v->at[v->count++] = best;
    if (v->count < MAX_RIVALS)
        v->at[v->count++] = p;
}

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* How many sentences were told up to the token: a long quotation takes nobody further away. */
static uint32_t told_at(const registry *r, uint32_t token) { return r->told[r->d->sentence_of[token]]; }

/* Gern hätten sie unter Grothe gespielt, sagte der Kapitän; Grothe habe gelogen, sagte er: whom somebody names in what he says is
 * somebody else. `token`: of the word for who says it. */
static bool named_in_content(const lt_document *d, const person *x, uint32_t token)
{
    uint32_t name = x->last - 1, c = d->clause_of[token];
    return x->word_count && c != LAUT_NONE && d->clauses.at[c].report != LAUT_NONE && d->clauses.at[c].verb_first && d->clauses.at[c].kind == LT_MAIN &&
           d->sentence_of[name] == d->sentence_of[token] && name < d->clauses.at[c].first && d->clause_of[name] != LAUT_NONE &&
           d->clauses.at[d->clause_of[name]].features & (LT_F(subj1) | LT_F(subj2));
}

/* The best party for a pronoun: who was subject or speaker last, else who was named last. */
static uint32_t by_recency(registry *r, uint32_t token, uint64_t genders, bool is_plural, bool any_number)
{
    const lt_document *d = r->d;
    uint32_t best = LAUT_NONE;
    uint64_t best_score = 0;
    uint32_t sentence = d->sentence_of[token], now = r->told[sentence];
    r->rivals.count = 0;
    walk w = walk_back(r);
    for (uint32_t p; (p = step(r, &w)) != LAUT_NONE;) {
        const person *x = &r->people.at[p];
        if (x->last > token + 1 || (!any_number && x->plural != is_plural))
            continue;
        if (!is_plural && !compatible(x, genders))
            continue;
        if (x->type == LAUT_PERSON && named_in_content(d, x, token))
            continue;
        /* Die Agentur NLP berichtete davon. Wie sie erfuhr, …: a medium only if the sentence before is about it */
        bool told = x->type == LAUT_MEDIA && x->last_subject && told_at(r, x->last_subject - 1) + 1 == now;
        if ((x->type == LAUT_MEDIA && !told) || x->type == LAUT_DOCUMENT || (x->place && !x->last_speaker))
            continue;
        uint32_t strong = strongest(d, x, sentence), named = d->sentence_of[x->last - 1];
        if (x->type == LAUT_PERSON && !x->faint && named + 1 == sentence && d->sentences.at[named].first > strong && brought_in(d, x))
            strong = d->sentences.at[named].first;
        uint64_t score = x->last;
        if (strong && told_at(r, strong - 1) + 2 >= now)
            score = (uint64_t)strong + ((uint64_t)1 << 33);
        /* a person goes before a body, one named less lately before a body that was only named, which goes before
         * a person who was not named lately */
        if ((x->type == LAUT_PERSON && !x->faint && told_at(r, x->last - 1) + 2 >= now) || is_plural)
            score += (uint64_t)1 << 34;
        else if (x->type == LAUT_PERSON && told_at(r, x->last - 1) + 4 >= now)
            score += (uint64_t)1 << 32;
        if (told_at(r, x->last - 1) + 8 < now) {
            score = x->last / 4;
            if (score < best_score)
                break; /* so are all before it */
        }
        if (score > best_score || (score == best_score && best != LAUT_NONE && p < best)) {
            best_score = score;
            best = p;
        }
    }
    /* rivals were named in the sentence in which the best one was */
    uint32_t rival[LOOK_BACK], count = 0;
    w = walk_back(r);
    for (uint32_t p; best != LAUT_NONE && !is_plural && (p = step(r, &w)) != LAUT_NONE;) {
        if (d->sentence_of[r->people.at[p].last - 1] < d->sentence_of[r->people.at[best].last - 1])
            break;
        if (p != best && !r->people.at[p].plural && compatible(&r->people.at[p], genders) &&
            rivalling(d, &r->people.at[best], &r->people.at[p], sentence))
            rival[count++] = p;
    }
    if (count > 1)
        qsort(rival, count, sizeof *rival, by_number);
    for (uint32_t i = 0; i < count; i++)
        add_rival(r, best, rival[i]);
    return best;
}

/* Whether party `p` was a subject later than `q`. */
static bool sooner(const registry *r, uint32_t p, uint32_t q)
{
    uint32_t a = r->people.at[p].last_subject, b = r->people.at[q].last_subject;
    return a > b || (a == b && p < q);
}

/* beide: the last two who were named together, or one after the other. */
static uint32_t both(registry *r, uint32_t token, laut_party_type type)
{
    const lt_document *d = r->d;
    uint32_t last = LAUT_NONE, other = LAUT_NONE, pair = LAUT_NONE;
    walk w = walk_back(r);
    for (uint32_t p; (p = step(r, &w)) != LAUT_NONE;) {
        const person *x = &r->people.at[p];
        bool late = d->sentence_of[x->last - 1] + 4 >= d->sentence_of[token];
        if (!late && pair != LAUT_NONE && x->last < r->people.at[pair].last)
            break;
        if (x->last <= token && x->member_count == 2 && r->people.at[x->members[0]].type == type &&
            (pair == LAUT_NONE || (x->last == r->people.at[pair].last && p < pair)))
            pair = p;
        if (!late || x->type != type || x->plural || x->member_count || !x->last_subject || x->last_subject > token ||
            d->sentence_of[x->last_subject - 1] + 4 < d->sentence_of[token])
            continue;
        if (last == LAUT_NONE || sooner(r, p, last)) {
            other = last;
            last = p;
        } else if (other == LAUT_NONE || sooner(r, p, other)) {
            other = p;
        }
    }
    if (pair != LAUT_NONE && (other == LAUT_NONE || r->people.at[pair].last >= r->people.at[other].last_subject))
        return pair;
    if (other == LAUT_NONE)
        return LAUT_NONE;
    return joined(r, (uint32_t[]){other, last}, 2);
}

enum { STATE = 15, COMPANY = 1 << 10, HOUSES = 7 << 7 }; /* the first four of them; the eleventh; churches, schools, clinics */

/* What kinds of organization a row of heads or organisations says that a body is, as bits. */
static unsigned body_kinds(const lt_document *d, lt_entry e)
{
#define OF_COLUMN(column, value) LT_HAS(column, value),
    static const lt_has traits[] = {LT_EACH_BODY(OF_COLUMN, traits)}, of_kind[] = {LT_EACH_BODY(OF_COLUMN, kind)};
    unsigned kinds = 0, count = sizeof traits / sizeof *traits;
    if (e == LAUT_NONE)
        return 0;
    const lt_asked *a = d->engine->asked;
    if (a[traits[0]].number < 0 || a[of_kind[0]].number < 0) { /* rules whose columns have no bits */
        for (unsigned i = 0; i < count; i++)
            kinds |= (unsigned)(lt_entry_has(d->engine, e, traits[i]) || lt_entry_has(d->engine, e, of_kind[i])) << i;
        return kinds;
    }
    uint64_t x = lt_cell_bits(d->engine, e, a[traits[0]].number), y = lt_cell_bits(d->engine, e, a[of_kind[0]].number);
    for (unsigned i = 0; i < count && (x || y); i++)
        kinds |= (unsigned)((x & a[traits[i]].bit) || (y & a[of_kind[i]].bit)) << i;
    return kinds;
}

/* Those of a party's noun, which most parties are never asked for. */
static unsigned kinds_of(const lt_document *d, person *x)
{
    if (x->kinds == NOT_ASKED)
        x->kinds = (int)body_kinds(d, x->noun);
    return (unsigned)x->kinds;
}

/* Whether a general word (das Unternehmen, die Behörde) can stand for a body. Halmwerk, of which only the
 * name is known, may be anything but a part of the state. */
static bool same_kind(const lt_document *d, unsigned a, person *x)
{
    unsigned b = kinds_of(d, x);
    if (a && b)
        return (a & b) != 0;
    if (a & COMPANY && !b && !x->word_count && lt_entry_has(d->engine, x->noun, LT_HAS(traits, body)))
        return false; /* der Betriebsrat is no company */
    if (a && !(a & ~(unsigned)HOUSES))
        return false; /* die Hochschule is nobody of whom only the name is known */
    return a ? x->noun != LAUT_NONE || !(a & STATE) : !(b & STATE);
}

/* Whether the noun can stand for anybody of its kind: die Behörde, but not das Landesamt, which is only a
 * compound of a general word. */
static bool general_word(const lt_document *d, const lt_mention *m)
{
    if (m->lemma == LT_NO_WORD || !lt_entry_has(d->engine, m->entry, LT_HAS(traits, generic)))
        return false;
    char word[LT_MAX_WORD];
    const char *cell = lt_entry_cell(d->engine, m->entry, "word");
    return lt_fold(cell, strlen(cell), word) == d->engine->vocabulary.words.at[m->lemma].size;
}

/* Whether somebody has an office of those: Trainer Otto Grothe, of whom der Coach may be said. */
static bool holds_one_of(const lt_document *d, const person *x, const char *offices)
{
    for (uint32_t k = 0; k < x->role_count; k++) {
        const lt_vocable *role = &d->engine->vocabulary.words.at[x->roles[k]];
        if (role->size < LT_MAX_WORD &&
            lt_is_one_of(d, offices, &(lt_token){.folded = role->text, .folded_size = (uint8_t)role->size}))
            return true;
    }
    return false;
}

/* Politikerin Ada Brandt, of whom die Abgeordnete may be said. */
static bool may_hold(const lt_document *d, const person *x, const lt_mention *m)
{
    for (uint32_t k = 0; k < x->role_count; k++) {
        const lt_vocable *role = &d->engine->vocabulary.words.at[x->roles[k]];
        const char *offices = role->size < LT_MAX_WORD
                            ? lt_offices_of(d, &(lt_token){.folded = role->text, .folded_size = (uint8_t)role->size}) : NULL;
        if (offices && lt_is_one_of(d, offices, &d->tokens.at[m->head]))
            return true;
    }
    return false;
}

/* Whether somebody stands for a body that was named: das Gericht, der Richter. */
static bool is_of_body(registry *r, const lt_mention *m)
{
    lt_document *d = r->d;
    uint32_t index;
    const lt_table *t = lt_engine_table(d->engine, "lex/kin.tsv", &index);
    uint32_t persons = lt_column(t, "person"), bodies = lt_column(t, "body");
    const lt_token *head = &d->tokens.at[m->head];
    for (uint32_t row = 0; t && row < t->row_count; row++) {
        const char *who = lt_cell_at(t, row, persons), *what = lt_cell_at(t, row, bodies);
        size_t n = strlen(who);
        if (*who == '-' || n != head->folded_size || memcmp(who, head->folded, n) != 0)
            continue;
        lt_word body = lt_find_word(&d->engine->vocabulary, what, strlen(what));
        const bucket *b = body == LT_NO_WORD ? NULL : look_up(r, role_key(body, LAUT_ORGANIZATION));
        for (uint32_t i = 0; b && i < b->people.count; i++)
            if (r->people.at[b->people.at[i]].last && r->people.at[b->people.at[i]].last <= m->first)
                return true;
    }
    return false;
}

/* Wie ein Bauer den Hanf brachte (a headline). Karsten Vehse steht auf dem Feld. … sagt der Bauer: he who has a name by then. */
static bool is_announced(const lt_document *d, const person *x)
{
    return x->type == LAUT_PERSON && !x->word_count && !x->plural && d->sentences.at[d->sentence_of[x->last - 1]].heading;
}

/* The only one of whom the text has told the name so far. */
static bool is_alone(const registry *r, const person *x)
{
    return r->named == 1 && x->type == LAUT_PERSON && x->word_count > 0;
}

/* An office of its own, which somebody who was named may turn out to have; nobody who speaks or stands for others. */
static bool may_introduce(const lt_document *d, const lt_mention *m)
{
    return m->type == LT_TYPE_PERSON && lt_entry_has(d->engine, m->entry, LT_HAS(traits, title)) &&
           !lt_entry_has(d->engine, m->entry, LT_HAS(traits, spokes)) && !lt_entry_has(d->engine, m->entry, LT_HAS(traits, counsel)) &&
           !lt_entry_has(d->engine, m->entry, LT_HAS(traits, relational)) && !lt_entry_has(d->engine, m->entry, LT_HAS(traits, accuses));
}

/* Whether both are called by the same word, with or without an ending. */
static bool same_word(const lt_document *d, const lt_mention *a, const lt_mention *b)
{
    const lt_token *s = &d->tokens.at[a->name_first < a->name_last ? a->name_last - 1 : a->head];
    const lt_token *t = &d->tokens.at[b->name_first < b->name_last ? b->name_last - 1 : b->head];
    size_t n = s->folded_size < t->folded_size ? s->folded_size : t->folded_size;
    return n > 3 && memcmp(s->folded, t->folded, n - 1) == 0;
}

/* Der Chef der Bank is not der Chef der Partei; but der Chef des Hauses may be. */
static bool same_owner(const registry *r, const lt_mention *m, const person *x)
{
    const lt_document *d = r->d;
    if (m->attribute == LAUT_NONE || x->owner == LAUT_NONE)
        return true;
    const lt_mention *mine = &d->mentions.at[m->attribute], *theirs = &d->mentions.at[x->owner];
    uint32_t p = r->party_of[m->attribute], q = r->party_of[x->owner];
    if (mine->type != LT_TYPE_ORGANIZATION || theirs->type != LT_TYPE_ORGANIZATION || mine->pronoun || theirs->pronoun || (p != LAUT_NONE && p == q))
        return true;
    if (general_word(d, mine) || general_word(d, theirs)) {
        unsigned a = body_kinds(d, mine->entry), b = body_kinds(d, theirs->entry);
        return !a || !b || a & b;
    }
    /* die Kommission der Fakultät der Universität Kiel may be that of the Universität Kiel */
    for (const lt_mention *a = mine; a; a = a->attribute == LAUT_NONE ? NULL : &d->mentions.at[a->attribute])
        for (const lt_mention *b = theirs; b; b = b->attribute == LAUT_NONE ? NULL : &d->mentions.at[b->attribute])
            if (same_word(d, a, b))
                return true;
    return false;
}

/* Anders sieht das Bild von Ada Brandt aus. Die Abgeordnete vom Bündnis Elbe …: named for the first time right before. */
static bool just_named(const lt_document *d, const person *x, const lt_mention *m)
{
    return x->word_count > 1 && !x->role_count && x->spans.count == 1 && d->sentence_of[x->last - 1] + 1 == m->sentence && m->first == d->sentences.at[m->sentence].first &&
           !d->sentences.at[m->sentence].paragraph;
}

static uint32_t by_description_of(registry *r, const lt_mention *m, uint32_t index, bool announced, bool *passed)
{
    lt_document *d = r->d;
    uint64_t modifiers[MAX_MODIFIERS];
    uint32_t n = 0;
    for (uint32_t i = m->first; i < m->head && n < MAX_MODIFIERS; i++)
        for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++)
            if (reading(d, i, k)->category == LT_ADJ && reading(d, i, k)->lemma != LT_NO_WORD) {
                modifiers[n++] = reading(d, i, k)->lemma;
                break;
            }
    uint64_t compound = compound_part(d, m);
    uint32_t best = LAUT_NONE, figure = figure_of(d, m->head);
    uint64_t best_score = 0, number = number_of(d, m, index);
    unsigned kinds = compound ? body_kinds(d, m->entry) : 0; /* else it matters only further down */
    walk w = walk_back(r);
    for (uint32_t p; (p = step(r, &w)) != LAUT_NONE;) {
        const person *x = &r->people.at[p];
        if (x->last > m->first + 1)
            continue;
        if (!n && x->last < best_score)
            break; /* nothing counts but who was named last */
        if (!announced && is_announced(d, x)) {
            *passed = true;
            continue;
        }
        bool same_role = false, exact = false;
        for (uint32_t k = 0; k < x->role_count; k++) {
            same_role |= same_head(d, x->roles[k], m->lemma) &&
                         (x->roles[k] == m->lemma || lt_entry_has(d->engine, x->noun, LT_HAS(traits, accuses)) ==
                                                         lt_entry_has(d->engine, m->entry, LT_HAS(traits, accuses))); /* no Anwalt */
            exact |= x->roles[k] == m->lemma;
        }
        /* das Gesundheitsamt, das Landesgesundheitsamt: two parts of the state; Lehrerverband, Elternverband */
        if (compound && (kinds & STATE || (m->type == LT_TYPE_ORGANIZATION && x->modifier_count)) && !x->word_count &&
            !has_modifier(x, compound))
            continue;
        /* ihr Anwalt, when another one has not spoken for a while */
        same_role &= !m->possessive || d->sentence_of[x->last - 1] + 4 >= m->sentence;
        /* Kreise der Kommission are no Delegationskreise */
        same_role &= m->attribute == LAUT_NONE || x->word_count || exact || !x->role_count;
        if (!same_role || !same_owner(r, m, x) || (figure && x->figure && figure != x->figure) || !(number & (x->plural ? LT_F(pl) : LT_F(sg))))
            continue;
        if (x->type == LAUT_PERSON && !compatible(x, m->features & LT_GENDERS))
            continue;
        uint32_t common = 0;
        for (uint32_t a = 0; a < n; a++)
            for (uint32_t b = 0; b < x->modifier_count; b++)
                common += modifiers[a] == x->modifiers[b];
        if (n && x->modifier_count && !common)
            continue;
        uint64_t score = ((uint64_t)common << 32) + x->last;
        if (score > best_score || (score == best_score && (best == LAUT_NONE || p > best))) {
            best_score = score;
            best = p;
        }
    }
    bool bare = m->preposition != LAUT_NONE && !determiner(d, m->first) && number & LT_F(sg) && general_word(d, m) &&
                d->tokens.at[m->head].form == m->lemma; /* laut Behörde */
    if (best != LAUT_NONE || !(m->definite || bare))
        return best;
    /* Das Gericht wirft Otto Brandt Betrug vor. Der Angeklagte schweigt. */
    bool accused = m->type == LT_TYPE_PERSON && number & LT_F(sg) && lt_entry_has(d->engine, m->entry, LT_HAS(traits, plain)) &&
                   lt_entry_has(d->engine, m->entry, LT_HAS(traits, adj));
    w = walk_back(r);
    for (uint32_t p; accused && (p = step(r, &w)) != LAUT_NONE;) {
        const person *x = &r->people.at[p];
        if (x->accused && x->word_count && x->type == LAUT_PERSON && !x->plural && compatible(x, m->features & LT_GENDERS))
            return p;
    }
    /* die Beamten: the body that they belong to, if it was named */
    uint32_t table_index;
    bool many = m->lemma != LT_NO_WORD && number & LT_F(pl);
    const lt_table *t = many ? lt_engine_table(d->engine, "lex/staff.tsv", &table_index) : NULL;
    for (uint32_t row = 0; t && row < t->row_count; row++) {
        const char *staff = lt_cell(t, row, "staff"), *bodies = lt_cell(t, row, "body");
        if (!is_word(d, m->lemma, staff))
            continue;
        lt_word body = lt_find_word(&d->engine->vocabulary, bodies, strlen(bodies));
        if (body == LT_NO_WORD)
            continue;
        const bucket *b = look_up(r, role_key(body, LAUT_ORGANIZATION));
        for (uint32_t i = 0; i < b->people.count; i++)
            if (r->people.at[b->people.at[i]].last && r->people.at[b->people.at[i]].last <= m->first)
                return b->people.at[i];
    }
    /* Polizei und Feuerwehr: die Behörden */
    kinds = compound ? kinds : body_kinds(d, m->entry);
    bool bodies = m->type == LT_TYPE_ORGANIZATION && number & LT_F(pl) &&
                  lt_entry_has(d->engine, m->entry, LT_HAS(traits, generic));
    w = walk_back(r);
    for (uint32_t p; bodies && (p = step(r, &w)) != LAUT_NONE;) {
        const person *x = &r->people.at[p];
        uint32_t same = 0;
        while (same < x->member_count && kinds & kinds_of(d, &r->people.at[x->members[same]]))
            same++;
        if (x->member_count && same == x->member_count && x->last <= m->first && (best == LAUT_NONE || p > best))
            best = p;
    }
    if (best != LAUT_NONE)
        return best;
    /* die parteilose Politikerin, das Unternehmen, das Blatt: another word for who was there last */
    const lt_mention *where = m->attribute != LAUT_NONE ? &d->mentions.at[m->attribute] : NULL;
    bool from = where && /* das Unternehmen aus Kiel; ruft die Bäuerin aus dem Nebenraum */
                (where->type == LT_TYPE_PLACE || (where->type == LT_TYPE_THING && where->preposition != LAUT_NONE && where->definite)) &&
                where->first > m->head; /* but: Russlands Botschafter */
    /* Ada Brandt steht am Ufer. … ruft die Leiterin der Festspiele: of whom so far no office is known */
    bool bound = m->attribute != LAUT_NONE && !from;
    if (m->possessive || (bound && !may_introduce(d, m)) || number & LT_F(pl) || (m->type == LT_TYPE_PERSON && is_of_body(r, m)))
        return LAUT_NONE;
    bool generic = general_word(d, m), plain = lt_entry_has(d->engine, m->entry, LT_HAS(traits, plain));
    laut_party_type wanted;
    switch ((lt_mention_type)m->type) {
    case LT_TYPE_PERSON: wanted = LAUT_PERSON; break;
    case LT_TYPE_ORGANIZATION: wanted = LAUT_ORGANIZATION; break;
    case LT_TYPE_MEDIA: wanted = LAUT_MEDIA; break;
    case LT_TYPE_DOCUMENT: wanted = LAUT_DOCUMENT; break;
    default: return LAUT_NONE;
    }
    if (lt_entry_has(d->engine, m->entry, LT_HAS(traits, spokes)) || ((lt_entry_has(d->engine, m->entry, LT_HAS(traits, body)) || wanted == LAUT_DOCUMENT) && !generic))
        return LAUT_NONE;
    const char *offices = wanted == LAUT_PERSON ? lt_offices_of(d, &d->tokens.at[m->head]) : NULL;
    uint32_t weak = LAUT_NONE, weak_count = 0;
    bool far = figure || lt_entry_has(d->engine, m->entry, LT_HAS(traits, origin)); /* der 54-Jährige, der Schwede */
    w = walk_back(r);
    for (uint32_t p; (p = step(r, &w)) != LAUT_NONE;) {
        person *x = &r->people.at[p];
        if (!announced && is_announced(d, x)) {
            *passed = true;
            continue;
        }
        /* what was not named in the last sentences cannot be meant, and all before it neither */
        if (told_at(r, x->last - 1) + (generic ? 6 : 3) < r->told[m->sentence] && !(bound && is_alone(r, x)))
            break;
        if (bound && !just_named(d, x, m) &&
            (!x->bare || !x->last_subject ||
             ((d->sentence_of[x->last_subject - 1] + 1 < m->sentence || d->sentences.at[m->sentence].paragraph) && !is_alone(r, x))))
            continue;
        /* die Grünen, die Partei: only a body whose kind is known may be plural */
        bool certain = (kinds & kinds_of(d, x)) != 0;
        if (wanted == LAUT_ORGANIZATION && lt_entry_has(d->engine, x->noun, LT_HAS(traits, organ)))
            continue; /* das Unternehmen is not its Vorstand */
        if (wanted == LAUT_ORGANIZATION && !x->word_count && lt_entry_has(d->engine, m->entry, LT_HAS(traits, body)) &&
            !lt_entry_has(d->engine, x->noun, LT_HAS(traits, body)) && lt_entry_has(d->engine, x->noun, LT_HAS(traits, generic)))
            continue; /* an Deck liegt eine Kette; die Reederei is another one */
        if ((x->type != wanted && !certain) || (x->plural && !certain) || x->last > m->first + 1 ||
            (wanted == LAUT_PERSON && !compatible(x, m->features & LT_GENDERS)) ||
            (wanted == LAUT_ORGANIZATION && (x->place || (!x->word_count && !(generic && (x->last_subject || certain))))))
            continue;
        /* ein Sprecher of hers is not the politician */
        if (wanted == LAUT_PERSON && !x->word_count && lt_entry_has(d->engine, x->noun, LT_HAS(traits, spokes)))
            continue;
        if (named_in_content(d, x, m->first))
            continue;
        /* der 44-Jährige is not the 27-Jährige */
        if (figure && x->figure && figure != x->figure)
            continue;
        /* der Beschuldigte, der Mann: nobody who was named with an office */
        if (plain && x->role_count && lt_entry_has(d->engine, x->noun, LT_HAS(traits, title)))
            continue;
        /* Sein Mandant sei krank, sagte der Jurist: not somebody who is new in the same sentence */
        if (x->spans.count && x->spans.at[0].begin >= d->tokens.at[d->sentences.at[m->sentence].first].begin) {
            weak_count += wanted == LAUT_PERSON && x->word_count > 0; /* but nobody else is meant for sure, either */
            continue;
        }
        if (wanted == LAUT_ORGANIZATION && !same_kind(d, kinds, x))
            continue;
        /* Abgeordneter Otto Grothe is der Politiker, der 54-Jährige, but not der Anstaltsleiter */
        bool holds = offices && x->role_count && holds_one_of(d, x, offices);
        if (wanted == LAUT_PERSON && x->role_count && !holds && lt_entry_has(d->engine, m->entry, LT_HAS(traits, office)) && !may_hold(d, x, m))
            continue;
        /* Ministerin Ada Brandt is no Übersetzerin, whose words these are */
        bool told = m->owner != LAUT_NONE && d->mentions.at[m->owner].type == LT_TYPE_ATTRIBUTION;
        if (told && wanted == LAUT_PERSON && x->role_count && !holds && !offices && lt_entry_has(d->engine, m->entry, LT_HAS(traits, title)))
            continue;
        uint32_t strong = holds ? x->last : stronger(x);
        if (wanted == LAUT_MEDIA || wanted == LAUT_DOCUMENT || (generic && wanted == LAUT_ORGANIZATION))
            strong = x->last;
        if (!(bound && is_alone(r, x)) && (!strong || told_at(r, strong - 1) + (generic ? 6 : 3) < r->told[m->sentence])) {
            if (wanted == LAUT_PERSON && x->word_count > far && told_at(r, x->last - 1) + (far ? 3 : 1) >= r->told[m->sentence]) {
                weak = p;
                weak_count++;
            }
            continue;
        }
        /* Sein Vorgänger ging. … sagte der 59-Jährige: rather somebody who has a name */
        uint64_t score = strong + (holds ? (uint64_t)1 << 33 : 0) + (wanted == LAUT_PERSON && x->word_count ? (uint64_t)1 << 32 : 0);
        if (score > best_score || (score == best_score && (best == LAUT_NONE || p > best))) {
            best_score = score;
            best = p;
        }
    }
    /* Geschäftsführerin Ada Brandt sprach. Anders klingt das bei Eva Pohl. Die Köchin …: who was named last and has no other office */
    if (best != LAUT_NONE && weak != LAUT_NONE && weak_count == 1 && r->people.at[weak].word_count > 1 && !r->people.at[weak].role_count && r->people.at[best].role_count &&
        !(offices && holds_one_of(d, &r->people.at[best], offices)) &&
        d->sentence_of[r->people.at[best].last - 1] < d->sentence_of[r->people.at[weak].last - 1])
        best = weak;
    /* Bauleiter Jan Wolf und Prüfer Otto Grothe kamen. … meint der Ingenieur: either of them, as far as one knows */
    bool known = best != LAUT_NONE && offices && holds_one_of(d, &r->people.at[best], offices);
    r->rivals.count = 0;
    w = walk_back(r);
    for (uint32_t p; best != LAUT_NONE && wanted == LAUT_PERSON && !far && (p = step(r, &w)) != LAUT_NONE;) {
        const person *x = &r->people.at[p];
        if (d->sentence_of[x->last - 1] < d->sentence_of[r->people.at[best].last - 1])
            break;
        if (p != best && !x->plural && compatible(x, m->features & LT_GENDERS) && rivalling(d, &r->people.at[best], x, m->sentence) &&
            known == (offices && holds_one_of(d, x, offices)))
            add_rival(r, best, p);
    }
    /* Die Helios GmbH will bauen. … erklärte die Firma: the only one of that kind that the text has named, however far back */
    w = walk_back(r);
    for (uint32_t p; best == LAUT_NONE && wanted == LAUT_ORGANIZATION && generic && kinds && (p = step(r, &w)) != LAUT_NONE;) {
        person *x = &r->people.at[p];
        if (x->type != wanted || !x->word_count || x->place || x->last > m->first || !(kinds & kinds_of(d, x)))
            continue;
        if (weak != LAUT_NONE)
            return LAUT_NONE;
        weak = p;
    }
    if (best == LAUT_NONE && wanted == LAUT_ORGANIZATION)
        return weak;
    if (best != LAUT_NONE || wanted != LAUT_PERSON)
        return best;
    /* Für den Treffer sorgte der Pass von Otto Grothe. … so der Mittelfeldmann: nobody else was named there */
    if (weak_count == 1 && (far || lt_entry_has(d->engine, m->entry, LT_HAS(traits, title))))
        return weak;
    /* der Coach: the only one whose office it is, however far back */
    w = walk_back(r);
    for (uint32_t p; offices && (p = step(r, &w)) != LAUT_NONE;) {
        const person *x = &r->people.at[p];
        if (x->type != LAUT_PERSON || x->plural || x->last > m->first || !compatible(x, m->features & LT_GENDERS) ||
            !holds_one_of(d, x, offices))
            continue;
        if (best != LAUT_NONE)
            return LAUT_NONE;
        best = p;
    }
    return best;
}

static uint32_t by_description(registry *r, const lt_mention *m, uint32_t index)
{
    bool passed = false;
    uint32_t best = by_description_of(r, m, index, false, &passed);
    return best == LAUT_NONE && passed ? by_description_of(r, m, index, true, &passed) : best;
}

static uint32_t new_description(registry *r, const lt_mention *m, uint32_t index)
{
    lt_document *d = r->d;
    person *x = new_person(r, m, index);
    if (!x)
        return LAUT_NONE;
    name_by_phrase(d, x, m, number_of(d, m, index));
    add_role(r, x, m, m->first, m->head);
    return (uint32_t)(x - r->people.at);
}

/* The body in front of a hyphen, which a lexicon has: UN-Angaben. */
static uint32_t before_hyphen(registry *r, uint32_t index)
{
    lt_document *d = r->d;
    const lt_mention *m = &d->mentions.at[index];
    const lt_token *t = &d->tokens.at[m->head];
    size_t n = t->folded_size;
    while (n > 0 && t->folded[n - 1] != '-')
        n--;
    lt_entry e;
    uint8_t type;
    if (n < 3 || !lt_is_name(d->engine, t->folded, n - 1, &e, &type))
        return LAUT_NONE;
    unsigned column;
    const char *cell = listed_name(d, e, m->head, &column);
    uint64_t entry_key = key(BY_ENTRY, e, column);
    uint32_t known = newest_of(look_up(r, entry_key));
    if (known != LAUT_NONE || !*cell)
        return known;
    person *x = new_person(r, m, index);
    if (!x)
        return LAUT_NONE;
    uint32_t p = (uint32_t)(x - r->people.at);
    x->type = type == LT_TYPE_MEDIA ? LAUT_MEDIA : LAUT_ORGANIZATION;
    x->place = type == LT_TYPE_PLACE;
    x->plural = false;
    x->entry = e;
    x->column = column;
    x->name = lt_arena_copy(&d->arena, cell, strlen(cell));
    x->words[0] = hash(t->folded, n - 1);
    x->word_count = 1;
    file_under(r, entry_key, p);
    file_name(r, p);
    return p;
}

/* The party in a compound like Polizeiangaben: its first part, if that is a body by itself. */
static uint32_t in_compound(registry *r, uint32_t index)
{
    lt_document *d = r->d;
    uint32_t listed = before_hyphen(r, index);
    if (listed != LAUT_NONE)
        return listed;
    const lt_mention *m = &d->mentions.at[index];
    const lt_token *t = &d->tokens.at[m->head];
    const char *text = d->text.bytes + t->begin;
    size_t size = t->end - t->begin;
    for (size_t n = size - 4 < size ? size - 4 : 0; n >= 4; n--) {
        char folded[LT_MAX_WORD];
        if (((unsigned char)text[n] & 0xC0) == 0x80)
            continue;
        size_t f = lt_fold(text, n, folded);
        lt_word w = lt_find_word(&d->engine->vocabulary, folded, f);
        if (w == LT_NO_WORD)
            continue;
        lt_reading out[LT_MAX_READINGS];
        uint32_t k = lt_analyse(d->engine, folded, f, LT_CAPITAL, out);
        for (uint32_t i = 0; i < k; i++) {
            if (out[i].category != LT_NOUN || out[i].lemma != w ||
                strcmp(lt_entry_cell(d->engine, out[i].entry, "type"), "organization") != 0)
                continue;
            const bucket *known = look_up(r, role_key(w, LAUT_ORGANIZATION));
            if (known->people.count)
                return known->people.at[0];
            /* nach Unternehmensangaben: das Unternehmen */
            uint32_t best = LAUT_NONE;
            unsigned kinds = body_kinds(d, out[i].entry);
            bool generic = lt_entry_has(d->engine, out[i].entry, LT_HAS(traits, generic));
            walk back = walk_back(r);
            for (uint32_t p; generic && (p = step(r, &back)) != LAUT_NONE;) {
                person *x = &r->people.at[p];
                if (d->sentence_of[x->last - 1] + 6 < m->sentence || (best != LAUT_NONE && x->last < r->people.at[best].last))
                    break;
                if (x->type == LAUT_ORGANIZATION && !x->place && !x->plural && x->last <= m->first &&
                    (x->word_count || x->last_subject) && same_kind(d, kinds, x) && (best == LAUT_NONE || p < best))
                    best = p;
            }
            if (best != LAUT_NONE)
                return best;
            person *x = new_person(r, m, index);
            if (!x)
                return LAUT_NONE;
            x->type = LAUT_ORGANIZATION;
            x->plural = false;
            x->genders = out[i].features & LT_GENDERS;
            x->name = lt_arena_copy(&d->arena, text, n);
            x->roles[x->role_count++] = w;
            file_under(r, role_key(w, x->type), (uint32_t)(x - r->people.at));
            return (uint32_t)(x - r->people.at);
        }
    }
    return LAUT_NONE;
}

/* Brandt sei bereit, heißt es in seinem Umfeld: the only person with a name before the mention in its sentence,
 * or LAUT_NONE. */
static uint32_t named_here(registry *r, const lt_mention *m, uint64_t genders)
{
    uint32_t found = LAUT_NONE, first = r->d->sentences.at[m->sentence].first;
    walk w = walk_back(r);
    for (uint32_t p; (p = step(r, &w)) != LAUT_NONE && r->people.at[p].last > first;) {
        const person *x = &r->people.at[p];
        if (x->last > m->first || x->plural || x->type != LAUT_PERSON || !x->word_count || !compatible(x, genders))
            continue;
        if (found != LAUT_NONE)
            return LAUT_NONE;
        found = p;
    }
    return found;
}

/* Es war die Kasse, die Anzeige erstattete. Ihren Angaben zufolge …: the only one it may be whom the sentence before names,
 * where it begins the next one in the same paragraph; else LAUT_NONE. */
static uint32_t named_before(registry *r, const lt_mention *m, uint64_t genders)
{
    const lt_document *d = r->d;
    const lt_sentence *s = &d->sentences.at[m->sentence];
    if (m->first > s->first + 1 || s->paragraph || m->sentence == 0)
        return LAUT_NONE;
    uint32_t found = LAUT_NONE, first = d->sentences.at[m->sentence - 1].first;
    walk w = walk_back(r);
    for (uint32_t p; (p = step(r, &w)) != LAUT_NONE && r->people.at[p].last > first;) {
        const person *x = &r->people.at[p];
        if (x->last > s->first || x->plural || x->place || (x->type != LAUT_PERSON && x->type != LAUT_ORGANIZATION) || !compatible(x, genders))
            continue;
        if (found != LAUT_NONE)
            return LAUT_NONE;
        found = p;
    }
    /* a person who speaks goes before another one who was only named */
    return found != LAUT_NONE && r->people.at[found].type == LAUT_ORGANIZATION ? found : LAUT_NONE;
}

/* Whose a possessive is: nach seinen Angaben, nach eigenen Angaben. */
static uint32_t by_possessive(registry *r, uint32_t index)
{
    lt_document *d = r->d;
    const lt_mention *m = &d->mentions.at[index];
    uint32_t table_index;
    const lt_table *t = lt_engine_table(d->engine, "lex/possessives.tsv", &table_index);
    for (uint32_t i = m->first; t && i < m->head; i++)
        for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++) {
            lt_word lemma = reading(d, i, k)->lemma;
            uint64_t f = reading(d, i, k)->features;
            if (reading(d, i, k)->category == LT_PRON && f & LT_F(gen) && f & LT_F(dem)) /* nach deren Angaben */
                return by_recency(r, m->first, f & LT_GENDERS, !(f & LT_F(sg)), false);
            for (uint32_t row = 0; lemma != LT_NO_WORD && row < t->row_count; row++) {
                const char *cell = lt_cell(t, row, "lemma");
                if (!is_word(d, lemma, cell))
                    continue;
                const char *owner = lt_cell(t, row, "owner");
                if (lt_cell_has(owner, "subject")) {
                    uint32_t s = m->clause == LAUT_NONE ? LAUT_NONE : d->arguments[m->clause].subject;
                    if (s != LAUT_NONE && s != index) {
                        uint32_t p = resolve(r, s);
                        r->rivals = r->rivals_of[s];
                        return p;
                    }
                    return by_recency(r, m->first, LT_GENDERS, false, true);
                }
                if (lt_cell_has(owner, "p1") || lt_cell_has(owner, "p2"))
                    return by_recency(r, m->first, LT_GENDERS, false, true);
                uint64_t g = (lt_cell_has(owner, "m") ? LT_F(m) : 0) | (lt_cell_has(owner, "f") ? LT_F(f) : 0) |
                             (lt_cell_has(owner, "n") ? LT_F(n) : 0);
                uint32_t p = named_here(r, m, g);
                if (p == LAUT_NONE)
                    p = named_before(r, m, g);
                if (p == LAUT_NONE)
                    p = by_recency(r, m->first, g, false, false);
                if (p == LAUT_NONE && lt_cell_has(owner, "pl"))
                    p = by_recency(r, m->first, g, true, false);
                return p;
            }
        }
    return LAUT_NONE;
}

/* beide, die beiden Minister */
static bool names_both(registry *r, const lt_mention *m)
{
    const lt_document *d = r->d;
    if (!r->both_known) {
        uint32_t table_index;
        const lt_table *t = lt_engine_table(d->engine, "lex/possessives.tsv", &table_index);
        for (uint32_t row = 0; t && row < t->row_count && r->both_count < MAX_BOTH; row++) {
            const char *cell = lt_cell(t, row, "lemma");
            lt_word both = lt_cell_has(lt_cell(t, row, "owner"), "both")
                               ? lt_find_word(&d->engine->vocabulary, cell, strlen(cell)) : LT_NO_WORD;
            if (both != LT_NO_WORD)
                r->both[r->both_count++] = both;
        }
        r->both_known = true;
    }
    for (uint32_t n = 0; n < r->both_count; n++)
        for (uint32_t i = m->first; i <= m->head; i++)
            for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++)
                if (reading(d, i, k)->lemma == r->both[n])
                    return true;
    return false;
}

/* What darin stands for: the paper, the medium or else the body that was named last. dort (a place, and not in a
 * thing) rather for the body that the sentence before is about. */
static uint32_t paper_before(registry *r, uint32_t index)
{
    const lt_document *d = r->d;
    const lt_mention *m = &d->mentions.at[index];
    bool from = m->preposition != LAUT_NONE && m->preposition < m->first; /* von dort */
    bool place = from || !(d->tokens.at[m->head].sum.features & LT_F(proadv));
    uint32_t body = LAUT_NONE;
    for (uint32_t i = index; i-- > 0 && d->mentions.at[i].sentence + 2 >= m->sentence;) {
        const lt_mention *a = &d->mentions.at[i];
        bool bare = !determiner(d, a->first) && !a->named && a->preposition == LAUT_NONE; /* wusste Bescheid */
        bool aside = a->clause != LAUT_NONE && d->clauses.at[a->clause].kind == LT_RELATIVE; /* ein Vermerk, der dem Blatt vorliegt */
        if (a->sentence == m->sentence || d->quote_of[a->first] != LAUT_NONE || a->pronoun || bare || aside || lt_is_part_of_verb(d, a))
            continue;
        if ((a->type == LT_TYPE_DOCUMENT && !from) || a->type == LT_TYPE_MEDIA)
            return resolve(r, i);
        if (a->type == LT_TYPE_ORGANIZATION) {
            if (place && a->clause != LAUT_NONE && d->arguments[a->clause].subject == i && d->clauses.at[a->clause].report != LAUT_NONE)
                return resolve(r, i);
            if (body == LAUT_NONE)
                body = i;
        }
    }
    return body == LAUT_NONE ? LAUT_NONE : resolve(r, body);
}

/* Die Autoren zählten die Fälle. … schreiben sie: those of whom the last sentences were, though they have said nothing. */
static uint32_t several_before(registry *r, uint32_t index)
{
    const lt_document *d = r->d;
    for (uint32_t i = index; i-- > 0 && d->mentions.at[i].sentence + 2 >= d->mentions.at[index].sentence;) {
        const lt_mention *a = &d->mentions.at[i];
        if (a->sentence < d->mentions.at[index].sentence && !a->pronoun && a->clause != LAUT_NONE && d->arguments[a->clause].subject == i &&
            d->clauses.at[a->clause].kind == LT_MAIN && (a->type == LT_TYPE_GROUP || a->type == LT_TYPE_PERSON || a->type == LT_TYPE_ORGANIZATION) &&
            (a->features & d->clauses.at[a->clause].features & LT_NUMBERS) == LT_F(pl) && d->quote_of[a->first] == LAUT_NONE)
            return resolve(r, i);
    }
    return LAUT_NONE;
}

static uint32_t pronoun(registry *r, uint32_t index)
{
    lt_document *d = r->d;
    const lt_mention *m = &d->mentions.at[index];
    if (m->features & LT_F(rel) && m->clause != LAUT_NONE && d->clauses.at[m->clause].kind == LT_RELATIVE) {
        uint32_t a = lt_antecedent(d, index);
        return a == LAUT_NONE ? LAUT_NONE : resolve(r, a);
    }
    if (!(m->features & (LT_F(pers) | LT_F(dem) | LT_F(indef))))
        return LAUT_NONE;
    if (m->type == LT_TYPE_DOCUMENT)
        return paper_before(r, index);
    bool many = (m->features & LT_NUMBERS) == LT_F(pl);
    if (m->clause != LAUT_NONE && d->arguments[m->clause].subject == index) {
        uint64_t number = d->clauses.at[m->clause].features & LT_NUMBERS;
        if (number == LT_F(pl))
            many = true;
        else if (number == LT_F(sg))
            many = false;
    }
    if (m->features & LT_F(indef) && !(m->features & LT_F(pers))) {
        if (names_both(r, m)) {
            uint32_t p = both(r, m->first, LAUT_PERSON);
            if (p == LAUT_NONE)
                p = by_recency(r, m->first, LT_GENDERS, true, false);
            if (p != LAUT_NONE)
                return p;
        }
        return new_description(r, m, index);
    }
    if (m->features & LT_PERSONS && !(m->features & LT_F(p3)))
        return by_recency(r, m->first, LT_GENDERS, false, true);
    /* Die Liga prüft das, wie sie mitteilte: who does so, where that fits */
    const lt_clause *c = m->clause == LAUT_NONE ? NULL : &d->clauses.at[m->clause];
    if (c && c->kind == LT_SUBORD && c->report != LAUT_NONE && c->parent != LAUT_NONE && d->arguments[m->clause].subject == index &&
        d->clauses.at[c->parent].kind == LT_MAIN && d->clauses.at[c->parent].report == LAUT_NONE) {
        uint32_t s = d->arguments[c->parent].subject;
        const lt_mention *x = s == LAUT_NONE ? NULL : &d->mentions.at[s];
        if (x && !x->pronoun && x->first < m->first && x->type == LT_TYPE_ORGANIZATION && plural(x) == many) {
            uint32_t p = resolve(r, s);
            if (p != LAUT_NONE && (many || compatible(&r->people.at[p], m->features & LT_GENDERS)))
                return p;
        }
    }
    /* Dieser sagte: whoever was named last, rather than who was the subject; but in Der wehrt sich, behind
     * dem Wirt vor, er habe den Rat belogen, the person rather than the body */
    uint32_t nearest = LAUT_NONE;
    bool points = m->features & LT_F(dem) && !(m->features & LT_F(pers));
    bool article = d->tokens.at[m->head].sum.features & LT_F(rel); /* der, and not dieser */
    walk w = walk_back(r);
    for (uint32_t p; points && (p = step(r, &w)) != LAUT_NONE;) {
        const person *x = &r->people.at[p];
        const person *last = nearest == LAUT_NONE ? NULL : &r->people.at[nearest];
        bool person_at_last = last && !many && article && last->type != LAUT_PERSON && x->type == LAUT_PERSON;
        if (d->sentence_of[x->last - 1] + 1 < m->sentence || (last && last->type == LAUT_PERSON && x->last < last->last))
            break;
        if (last && x->last < last->last && !person_at_last)
            continue;
        if (x->last <= m->first && x->plural == many && !x->place && x->type != LAUT_MEDIA && x->type != LAUT_DOCUMENT &&
            (many || compatible(x, m->features & LT_GENDERS)) && d->sentence_of[x->last - 1] + 1 == m->sentence &&
            (nearest == LAUT_NONE || p < nearest || person_at_last))
            nearest = p;
    }
    if (nearest != LAUT_NONE)
        return nearest;
    uint32_t best = by_recency(r, m->first, m->features & LT_GENDERS, many, false);
    return best == LAUT_NONE && many ? several_before(r, index) : best;
}

/* A, B und C */
static char *joined_name(registry *r, const person *x)
{
    lt_document *d = r->d;
    uint32_t table_index;
    const lt_table *t = lt_engine_table(d->engine, "lex/possessives.tsv", &table_index);
    const char *and = "";
    for (uint32_t row = 0; t && row < t->row_count; row++)
        if (lt_cell_has(lt_cell(t, row, "owner"), "joins"))
            and = lt_cell(t, row, "lemma");
    size_t size = strlen(and) + 3;
    for (uint32_t k = 0; k < x->member_count; k++)
        size += strlen(r->people.at[x->members[k]].name) + 2;
    char *out = lt_arena_alloc(&d->arena, size), *end = out;
    for (uint32_t k = 0; out && k < x->member_count; k++) {
        const char *between = !k ? "" : k + 1 < x->member_count ? ", " : " ", *name = r->people.at[x->members[k]].name;
        end = stpcpy(end, between);
        if (k && k + 1 == x->member_count)
            end = stpcpy(stpcpy(end, and), " ");
        end = stpcpy(end, name);
    }
    return out;
}

/* The party that joins these ones, an old one or a new one. */
static uint32_t joined(registry *r, const uint32_t *members, uint32_t count)
{
    uint64_t own_key = members_key(members, count);
    const bucket *known = look_up(r, own_key);
    if (known->people.count)
        return newest_of(known);
    laut_party_type type = r->people.at[members[0]].type;
    for (uint32_t k = 0; k < count; k++) {
        if (r->people.at[members[k]].type != type || type == LAUT_PERSON)
            type = LAUT_GROUP;
        if (!name_of(r->d, &r->people.at[members[k]]))
            return LAUT_NONE;
    }
    person *x = lt_push(&r->d->arena, &r->people);
    if (!x)
        return LAUT_NONE;
    *x = (person){.type = type, .entry = LAUT_NONE, .noun = LAUT_NONE, .plural = true, .genders = LT_GENDERS,
                  .member_count = count};
    memcpy(x->members, members, count * sizeof *members);
    file_under(r, own_key, (uint32_t)(x - r->people.at));
    x->name = joined_name(r, x);
    return (uint32_t)(x - r->people.at);
}

static uint32_t by_words(registry *r, const lt_mention *m, uint32_t index)
{
    if (m->named)
        return register_name(r, m, index);
    uint32_t p = LAUT_NONE;
    /* Die Halmwerk AG schließt. Halmwerk bedauert das: a bare word that looks like a common noun */
    uint64_t word = m->last - m->first == 1 && !m->pronoun ? token_hash(r->d, m->first, 0) : 0;
    const bucket *b = word ? look_up(r, key(BY_ONLY_WORD, word, 0)) : NULL;
    for (uint32_t k = b ? b->people.count : 0; k-- > 0;) {
        const person *x = &r->people.at[b->people.at[k]];
        if (x->type == LAUT_ORGANIZATION && x->word_count == 1)
            return b->people.at[k];
    }
    if ((m->type == LT_TYPE_GROUP || m->type == LT_TYPE_ORGANIZATION) && m->attribute == LAUT_NONE && names_both(r, m))
        p = both(r, m->first, m->type == LT_TYPE_GROUP ? LAUT_PERSON : LAUT_ORGANIZATION);
    if (p == LAUT_NONE && (m->definite || m->type == LT_TYPE_ORGANIZATION || m->type == LT_TYPE_DOCUMENT || plural(m)))
        p = by_description(r, m, index);
    return p == LAUT_NONE ? new_description(r, m, index) : p;
}

/* A und B: each by itself, then both as one party. */
static uint32_t together(registry *r, uint32_t index)
{
    lt_document *d = r->d;
    lt_mention first = d->mentions.at[index];
    uint32_t next = first.next, members[MAX_MEMBERS], count = 1;
    /* der Gründer und Chef Otto Grothe sagte: one person */
    if (!first.named && d->mentions.at[next].named && first.clause != LAUT_NONE && d->mentions.at[next].type == LT_TYPE_PERSON &&
        d->arguments[first.clause].subject == index && !(d->clauses.at[first.clause].features & LT_F(pl)))
        return resolve(r, next);
    first.next = LAUT_NONE;
    first.last = d->mentions.at[next].first - 1;
    if ((first.features & LT_NUMBERS) == LT_NUMBERS && (first.named || first.definite) && first.type != LT_TYPE_GROUP)
        first.features &= ~LT_F(pl);
    members[0] = by_words(r, &first, index);
    if (members[0] == LAUT_NONE)
        return LAUT_NONE;
    touch(r, members[0], &first, index);
    for (; next != LAUT_NONE && count < MAX_MEMBERS; next = d->mentions.at[next].next) {
        lt_mention other = d->mentions.at[next];
        if (other.next != LAUT_NONE)
            other.last = d->mentions.at[other.next].first - 1;
        other.next = LAUT_NONE;
        uint32_t p = by_words(r, &other, next);
        if (p == LAUT_NONE || p == members[count - 1])
            return members[0];
        touch(r, p, &other, next);
        r->party_of[next] = p;
        r->how[next] = other.named ? LAUT_BY_NAME : LAUT_BY_DESCRIPTION;
        members[count++] = p;
    }
    uint32_t p = joined(r, members, count);
    return p == LAUT_NONE ? members[0] : p;
}

/* Bericht der Zeitung „Abendkurier“, Artikel des „Abendkuriers“: who reports is the paper. Makes a medium
 * of a quoted name. */
static bool of_media(lt_document *d, const lt_mention *m)
{
    if (m->named || m->attribute == LAUT_NONE || d->mentions.at[m->attribute].owner == LAUT_NONE)
        return false;
    lt_mention *a = &d->mentions.at[m->attribute];
    bool news = lt_entry_has(d->engine, m->entry, LT_HAS(traits, news));
    /* nach Informationen des „Börsenspiegels“: nothing but the name */
    news |= m->type == LT_TYPE_ATTRIBUTION && a->name_first <= a->first + 1;
    if (!news)
        return false;
    if (a->named && (a->type == LT_TYPE_THING || a->type == LT_TYPE_ORGANIZATION || a->type == LT_TYPE_DOCUMENT) && d->tokens.at[a->name_first].kind == LT_MARK)
        a->type = LT_TYPE_MEDIA;
    return a->type == LT_TYPE_MEDIA && (a->named || a->definite);
}

/* Vorwürfe wurden laut, dass …: what is said, and nobody who says it */
static bool of_content(const lt_document *d, const lt_mention *m)
{
    return m->type == LT_TYPE_THING && m->preposition == LAUT_NONE && !m->named &&
           lt_entry_has(d->engine, m->entry, LT_HAS(kind, content));
}

static uint32_t resolve(registry *r, uint32_t index)
{
    lt_document *d = r->d;
    const lt_mention *m = &d->mentions.at[index];
    if (r->party_of[index] != LAUT_NONE || r->busy[index])
        return r->party_of[index];
    r->busy[index] = true;
    r->short_sighted = false;
    uint32_t p = LAUT_NONE;
    laut_resolved how = LAUT_BY_DESCRIPTION;
    r->rivals.count = 0;
    if (m->pronoun) {
        p = pronoun(r, index);
        how = LAUT_BY_PRONOUN;
    } else if (m->type == LT_TYPE_ATTRIBUTION) {
        of_media(d, m);
        if (m->attribute != LAUT_NONE && d->mentions.at[m->attribute].owner == index) {
            p = resolve(r, m->attribute);
            how = r->how[m->attribute];
            r->rivals = r->rivals_of[m->attribute];
        } else {
            p = by_possessive(r, index);
            how = LAUT_BY_PRONOUN;
            if (p == LAUT_NONE) {
                p = in_compound(r, index);
                how = LAUT_BY_DESCRIPTION;
            }
        }
        if (p == LAUT_NONE) {
            p = new_description(r, m, index);
            how = LAUT_BY_DESCRIPTION;
        }
    } else if (of_media(d, m)) {
        p = resolve(r, m->attribute);
        how = r->how[m->attribute];
    } else if (m->next != LAUT_NONE && m->type != LT_TYPE_THING) {
        p = together(r, index);
        how = m->named ? LAUT_BY_NAME : LAUT_BY_DESCRIPTION;
    } else if (of_content(d, m)) { /* so ihre Begründung: she gives it */
        p = m->possessive ? by_possessive(r, index) : LAUT_NONE;
        how = p == LAUT_NONE ? LAUT_UNRESOLVED : LAUT_BY_PRONOUN;
    } else {
        p = by_words(r, m, index);
        how = m->named ? LAUT_BY_NAME : LAUT_BY_DESCRIPTION;
    }
    r->party_of[index] = p;
    if (r->rivals.count && how != LAUT_BY_NAME) {
        r->rivals_of[index] = r->rivals;
        how = LAUT_AMBIGUOUS;
    }
    r->how[index] = (uint8_t)how;
    if (r->short_sighted)
        lt_truncate(d, LAUT_LIMIT_PARTIES, m->first, m->last);
    r->short_sighted = false;
    if (p != LAUT_NONE)
        touch(r, p, m, index);
    r->busy[index] = false;
    r->rivals.count = 0;
    return p;
}

/* ---------------------------------------------------------------- the answer */

static laut_spans spans_of(lt_document *d, const lt_ranges *r)
{
    laut_span *at = r->count ? lt_arena_alloc(&d->arena, r->count * sizeof *at) : NULL;
    if (!at)
        return (laut_spans){0};
    uint32_t n = 0;
    for (uint32_t i = 0; i < r->count; i++)
        if (r->at[i].first < r->at[i].last)
            at[n++] = (laut_span){d->tokens.at[r->at[i].first].begin, d->tokens.at[r->at[i].last - 1].end};
    return (laut_spans){at, n};
}

static bool reports_by_itself(const registry *r, uint32_t party)
{
    laut_party_type t = r->people.at[party].type;
    return t == LAUT_MEDIA || t == LAUT_DOCUMENT || t == LAUT_UNNAMED;
}

static laut_link link_to(registry *r, uint32_t mention, lt_ranges words, lt_ranges cue, bool carried)
{
    lt_document *d = r->d;
    laut_link x = {.party = r->party_of[mention], .words = spans_of(d, &words), .cue = spans_of(d, &cue),
                   .resolved = carried ? LAUT_CONTINUED : r->how[mention]};
    const rivals *v = &r->rivals_of[mention];
    if (x.resolved == LAUT_AMBIGUOUS) {
        uint32_t *at = lt_arena_alloc(&d->arena, v->count * sizeof *at);
        if (at)
            memcpy(at, v->at, v->count * sizeof *at);
        x.candidates = at;
        x.candidate_count = at ? v->count : 0;
    }
    return x;
}

static laut_link *chain_of(registry *r, const lt_draft *c, size_t *count, uint32_t *source)
{
    lt_document *d = r->d;
    laut_link *chain = lt_arena_alloc(&d->arena, (c->source_count + 1) * sizeof *chain);
    *count = 0;
    *source = LAUT_NONE;
    if (!chain)
        return NULL;
    size_t n = 0;
    uint32_t speaker = c->speaker == LAUT_NONE ? LAUT_NONE : r->party_of[c->speaker];
    if (speaker != LAUT_NONE)
        chain[n++] = link_to(r, c->speaker, c->speaker_words, c->cue, c->carried);
    for (uint32_t i = 0; i < c->source_count; i++)
        if (c->sources[i] != LAUT_NONE && r->party_of[c->sources[i]] != LAUT_NONE)
            chain[n++] = link_to(r, c->sources[i], c->source_words[i], c->source_cues[i], false);
    *count = n;
    if (n && (chain[n - 1].party != chain[0].party || reports_by_itself(r, chain[0].party)))
        *source = (uint32_t)n - 1;
    return chain;
}

static void answer(registry *r)
{
    lt_document *d = r->d;
    uint32_t *claim_of = lt_arena_alloc(&d->arena, (d->drafts.count + 1) * sizeof *claim_of);
    if (!claim_of)
        return;
    for (uint32_t i = 0; i < d->drafts.count; i++) {
        const lt_draft *c = &d->drafts.at[i];
        const lt_match *m = &d->matches.at[c->match];
        claim_of[i] = LAUT_NONE;
        size_t n;
        uint32_t source;
        laut_link *chain = chain_of(r, c, &n, &source);
        if (c->kind == LT_EMIT_NO_COMMENT) {
            laut_no_comment *x = lt_push(&d->arena, &d->no_comments);
            if (!x)
                return;
            *x = (laut_no_comment){.sentence = spans_of(d, &c->content), .words = spans_of(d, &c->speaker_words),
                                   .chain = chain, .chain_count = n, .source = source,
                                   .sentence_index = c->sentence, .rule = m->rule->name};
            continue;
        }
        laut_claim *x = lt_push(&d->arena, &d->claims);
        if (!x)
            return;
        claim_of[i] = d->claims.count - 1;
        *x = (laut_claim){.kind = (laut_kind)c->kind,
                          .medium = c->medium == 255 ? LAUT_MEDIUM_UNKNOWN : (laut_medium)c->medium,
                          .act = c->act == 255 ? LAUT_STATEMENT : (laut_act)c->act,
                          .content = spans_of(d, &c->content), .cue = spans_of(d, &c->cue),
                          .frame = spans_of(d, &c->frame), .speaker = spans_of(d, &c->speaker_words),
                          .addressee = spans_of(d, &c->addressee), .chain = chain, .chain_count = n,
                          .source = source, .sentence = c->sentence, .rule = m->rule->name,
                          .confidence = m->rule->confidence[n ? chain[0].resolved : LT_HOW_NONE],
                          .parent = c->parent == LAUT_NONE ? LAUT_NONE : claim_of[c->parent],
                          .continues = c->continues == LAUT_NONE ? LAUT_NONE : claim_of[c->continues]};
    }
}

/* The place of person `p` in the document's list of parties, which it gets when it is first asked for. */
static uint32_t show(registry *r, uint32_t *shown, uint32_t p)
{
    lt_document *d = r->d;
    person *x = &r->people.at[p];
    if (shown[p] != LAUT_NONE)
        return shown[p];
    laut_party *out = lt_push(&d->arena, &d->parties);
    if (!out)
        return 0;
    const char *name = name_of(d, x);
    *out = (laut_party){.name = name ? name : "", .type = x->type, .mentions = {x->spans.at, x->spans.count}};
    if (x->role_last > x->role_first)
        out->role = text_of(d, x->role_first, x->role_last, 0);
    return shown[p] = d->parties.count - 1;
}

/* Only who says or reports something, or may have, in the order of the claims. */
static void show_parties(registry *r)
{
    lt_document *d = r->d;
    uint32_t *shown = lt_arena_alloc(&d->arena, (r->people.count + 1) * sizeof *shown);
    if (!shown)
        return;
    memset(shown, 0xff, (r->people.count + 1) * sizeof *shown);
    for (uint32_t pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < (pass ? d->no_comments.count : d->claims.count); i++) {
            laut_link *chain = (laut_link *)(pass ? d->no_comments.at[i].chain : d->claims.at[i].chain);
            size_t n = pass ? d->no_comments.at[i].chain_count : d->claims.at[i].chain_count;
            for (size_t k = 0; k < n; k++) {
                chain[k].party = show(r, shown, chain[k].party);
                for (size_t c = 0; c < chain[k].candidate_count; c++)
                    ((uint32_t *)chain[k].candidates)[c] = show(r, shown, chain[k].candidates[c]);
            }
        }
}

static void view_sentences(lt_document *d)
{
    d->sentence_views = lt_arena_alloc(&d->arena, (d->sentences.count + 1) * sizeof *d->sentence_views);
    uint32_t *lists = lt_arena_alloc(&d->arena, (d->claims.count + 1) * sizeof *lists);
    if (!d->sentence_views || !lists)
        return;
    uint32_t next = 0, used = 0;
    for (uint32_t s = 0; s < d->sentences.count; s++) {
        laut_sentence *v = &d->sentence_views[s];
        v->span = (laut_span){d->tokens.at[d->sentences.at[s].first].begin,
                              d->tokens.at[d->sentences.at[s].last - 1].end};
        v->claims = lists + used;
        while (next < d->claims.count && d->claims.at[next].sentence <= s) {
            lists[used++] = next++;
            v->claim_count++;
        }
    }
}

/* Brandt sagte, der Damm sei alt. Er halte nicht mehr. Mit der Eider steige … Sie sagte …: whose words go on up to the token
 * `until` speaks where they go on. `*next`: the first draft that was not looked at. */
static void speak_on(registry *r, uint32_t *next, uint32_t until)
{
    const lt_document *d = r->d;
    for (; *next < d->drafts.count; ++*next) {
        const lt_draft *c = &d->drafts.at[*next];
        if (!c->content.count)
            continue;
        uint32_t first = c->content.at[0].first;
        if (first >= until)
            return;
        uint32_t p = c->carried && c->speaker != LAUT_NONE ? r->party_of[c->speaker] : LAUT_NONE;
        if (p != LAUT_NONE && r->people.at[p].last_speaker && r->people.at[p].last_speaker < first + 1)
            r->people.at[p].last_speaker = first + 1;
    }
}

/* „Ich gehe. Ich komme wieder. Heute nicht“, sagte er: the sentences behind the first one are no step. */
static void count_told(registry *r)
{
    const lt_document *d = r->d;
    uint32_t count = 0;
    for (uint32_t s = 0; s < d->sentences.count; s++) {
        uint32_t q = d->quote_of[d->sentences.at[s].first];
        bool inside = q != LAUT_NONE && d->quotes.at[q].whole && !d->quotes.at[q].answer && d->sentences.at[s].first > d->quotes.at[q].first &&
                      d->quote_of[d->sentences.at[s].last - 1] == q && d->sentences.at[s].last <= d->quotes.at[q].last;
        r->told[s] = inside ? count : ++count;
    }
}

int lt_parties_stage(lt_document *d, laut_error *error)
{
    uint32_t n = d->mentions.count;
    registry r = {.d = d, .newest = LAUT_NONE};
    r.party_of = lt_arena_alloc(&d->arena, (n + 1) * sizeof *r.party_of);
    r.how = lt_arena_alloc(&d->arena, n + 1);
    r.rivals_of = lt_arena_alloc(&d->arena, (n + 1) * sizeof *r.rivals_of);
    r.busy = lt_arena_alloc(&d->arena, (n + 1) * sizeof *r.busy);
    r.told = lt_arena_alloc(&d->arena, (d->sentences.count + 1) * sizeof *r.told);
    uint8_t *needed = lt_arena_alloc(&d->arena, n + 1);
    uint32_t *order = lt_arena_alloc(&d->arena, (n + 1) * sizeof *order);
    uint32_t *place = lt_arena_alloc(&d->arena, (d->tokens.count + 2) * sizeof *place);
    if (d->arena.failed)
        return lt_out_of_memory(error);
    memset(r.party_of, 0xff, (n + 1) * sizeof *r.party_of);
    count_told(&r);
    for (uint32_t i = 0; i < d->drafts.count; i++) {
        const lt_draft *c = &d->drafts.at[i];
        if (c->speaker != LAUT_NONE)
            needed[c->speaker] = 2;
        for (uint32_t k = 0; k < c->source_count; k++)
            if (c->sources[k] != LAUT_NONE && !needed[c->sources[k]])
                needed[c->sources[k]] = 1;
    }
    /* In the order of their first tokens: counted, then put in their places. */
    for (uint32_t i = 0; i < n; i++)
        place[d->mentions.at[i].first + 1]++;
    for (uint32_t i = 0; i < d->tokens.count; i++)
        place[i + 1] += place[i];
    for (uint32_t i = 0; i < n; i++)
        order[place[d->mentions.at[i].first]++] = i;
    uint32_t spoken = 0; /* draft */
    for (uint32_t i = 0; i < n; i++) {
        uint32_t m = order[i];
        const lt_mention *x = &d->mentions.at[m];
        speak_on(&r, &spoken, x->first);
        bool nameable = x->named && x->type != LT_TYPE_THING && x->type != LT_TYPE_ATTRIBUTION;
        /* organisations and persons with a role may be referred to by it later */
        bool body = !x->pronoun && (x->type == LT_TYPE_ORGANIZATION || x->type == LT_TYPE_PERSON ||
                    x->type == LT_TYPE_DOCUMENT || x->type == LT_TYPE_MEDIA) && (x->next != LAUT_NONE || !plural(x)) &&
                    (x->owner == LAUT_NONE || x->type == LT_TYPE_ORGANIZATION);
        /* ist sie Hebamme: no new person */
        if (body && x->clause != LAUT_NONE && d->clauses.at[x->clause].features & LT_F(copula) &&
            d->arguments[x->clause].subject != m && x->owner == LAUT_NONE && x->preposition == LAUT_NONE)
            body = false;
        uint32_t q = d->quote_of[x->first];
        if (q != LAUT_NONE && d->quotes.at[q].whole && !needed[m])
            continue; /* whom somebody's own words mention is not who is meant around them */
        if (needed[m] || nameable || body)
            resolve(&r, m);
        if (needed[m] == 2 && r.party_of[m] != LAUT_NONE && (q == LAUT_NONE || !d->quotes.at[q].whole))
            r.people.at[r.party_of[m]].last_speaker = x->first + 1;
    }
    answer(&r);
    show_parties(&r);
    view_sentences(d);
    return d->arena.failed ? lt_out_of_memory(error) : 0;
}
