#include "stages/registry.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "engine/morphology.h"
#include "engine/names.h"
#include "engine/summary.h"
#include "stages/ages.h"
#include "stages/extent.h"
#include "stages/mastheads.h"
#include "stages/nouns.h"

/* ---------------------------------------------------------------- words */

uint64_t lt_word_hash(const char *text, size_t size)
{
    uint64_t h = 14695981039346656037u; /* FNV-1a */
    for (size_t i = 0; i < size; i++)
        h = (h ^ (unsigned char)text[i]) * 1099511628211u;
    return h;
}

/* Hash of a token's folded form; `cut` bytes are taken off its end. */
uint64_t lt_token_hash(const lt_document *d, uint32_t i, size_t cut)
{
    const lt_token *t = &d->tokens.at[i];
    return t->folded_size > cut ? lt_word_hash(t->folded, t->folded_size - cut) : 0;
}

static bool ends_with_s(const lt_document *d, uint32_t i)
{
    return d->text.bytes[d->tokens.at[i].end - 1] == 's' && !lt_is_apostrophe(d, i + 1);
}

/* ---------------------------------------------------------------- looking up */

uint64_t lt_registry_key(lt_key_kind kind, uint64_t a, uint64_t b)
{
    uint64_t h = (a ^ ((uint64_t)kind + 1) * 0x9E3779B97F4A7C15u) * 0xBF58476D1CE4E5B9u;
    h = (h ^ h >> 31 ^ b) * 0x94D049BB133111EBu;
    h ^= h >> 29;
    return h ? h : 1; /* 0 is an empty bucket */
}

static lt_bucket *slot(lt_bucket *at, uint32_t room, uint64_t k)
{
    uint32_t i = (uint32_t)k & (room - 1);
    while (at[i].key && at[i].key != k)
        i = (i + 1) & (room - 1);
    return &at[i];
}

const lt_bucket *lt_look_up(const lt_registry *r, uint64_t k)
{
    static const lt_bucket none = {0};
    return r->bucket_room ? slot(r->buckets, r->bucket_room, k) : &none;
}

void lt_file_under(lt_registry *r, uint64_t k, uint32_t p)
{
    lt_arena *a = &r->d->arena;
    if (2 * r->bucket_count >= r->bucket_room) {
        uint32_t room = r->bucket_room ? 2 * r->bucket_room : 64;
        lt_bucket *fresh = lt_arena_alloc(a, room * sizeof *fresh);
        if (!fresh)
            return;
        for (uint32_t i = 0; i < r->bucket_room; i++)
            if (r->buckets[i].key)
                *slot(fresh, room, r->buckets[i].key) = r->buckets[i];
        r->buckets = fresh;
        r->bucket_room = room;
    }
    lt_bucket *b = slot(r->buckets, r->bucket_room, k);
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

void lt_file_name(lt_registry *r, uint32_t p)
{
    const lt_person *x = &r->people.at[p];
    if (!x->word_count)
        return;
    uint64_t first = x->words[0], last = x->words[x->word_count - 1];
    lt_file_under(r, lt_registry_key(BY_LAST_WORD, last, 0), p);
    if (x->word_count == 1) {
        lt_file_under(r, lt_registry_key(BY_ONLY_WORD, last, 0), p);
    } else {
        lt_file_under(r, lt_registry_key(BY_FIRST_AND_LAST, first, last), p);
        lt_file_under(r, lt_registry_key(x->type == LAUT_PERSON ? BY_GIVEN_NAME : BY_FIRST_WORD, first, 0), p);
    }
}

uint64_t lt_members_key(const uint32_t *members, uint32_t count)
{
    return lt_registry_key(BY_MEMBERS, lt_word_hash((const char *)members, count * sizeof *members), count);
}

/* Party `p` was named again: put it among the others by the place of that. */
static void renew(lt_registry *r, uint32_t p, uint32_t last)
{
    lt_person *x = &r->people.at[p], *all = r->people.at;
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

uint32_t lt_step_back(lt_registry *r, lt_walk *w)
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
char *lt_text_of(lt_document *d, uint32_t first, uint32_t last, size_t cut)
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
        bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\0'; /* a name is a string */
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

bool lt_is_determiner(const lt_document *d, uint32_t i)
{
    return lt_is(d, i, LT_DET) && d->tokens.at[i].kind == LT_WORD;
}

bool lt_means_others(const lt_document *d, uint32_t i)
{
    if (!lt_is_determiner(d, i) || !(d->tokens.at[i].sum.features & LT_F(indef)))
        return false;
    const lt_table *t = lt_engine_table(d->engine, "lex/others.tsv", NULL);
    for (uint32_t row = 0; t && row < t->row_count; row++) {
        const char *cell = lt_cell(t, row, "lemma");
        lt_word other = lt_find_word(&d->engine->vocabulary, cell, strlen(cell));
        for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++)
            if (lt_reading_at(d, i, k)->category == LT_DET && lt_reading_at(d, i, k)->lemma == other)
                return true;
    }
    return false;
}

/* zwei, of zweier; or LT_NO_WORD where the token is no number, or one without an ending. */
static lt_word plain_number(const lt_document *d, uint32_t i)
{
    for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++)
        if (lt_reading_at(d, i, k)->category == LT_NUM && (lt_reading_at(d, i, k)->features & LT_CASES) == LT_F(gen))
            return lt_reading_at(d, i, k)->lemma;
    return LT_NO_WORD;
}

/* The phrase's own words as a name: without article, in the nominative up to its head. `number` is
 * what is known of its number. */
static char *phrase_name(lt_document *d, const lt_mention *m, uint64_t number)
{
    uint32_t first = m->first, end = before_comma(d, m);
    /* eine am Montag vorgelegte Studie: not the participle and what belongs to it */
    /* ein der Zeitung vorliegendes Papier: nor its object */
    bool phrase = first + 1 < m->head && lt_is_determiner(d, first) && !lt_is(d, first + 1, LT_ADJ) && m->head < end &&
                  (lt_is(d, first + 1, LT_PREP) || (lt_is_determiner(d, first + 1) && first + 3 < m->head));
    if (phrase) {
        first = m->named && m->name_first > first ? m->name_first - 1 : m->head;
        while (first > m->first + 1 && lt_is(d, first, LT_NAME) && !lt_is(d, first, LT_NOUN))
            first--;
    }
    /* die Sprecherin, deren Sprecher; but einer der Gutachter */
    if (first + 1 < m->last && !m->pronoun && ((lt_is_determiner(d, first) && !lt_means_others(d, first)) || (m->possessive && first < m->head)))
        first++;
    char *rest = lt_text_of(d, first, end, 0);
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
        bool others = i < head && i == first && lt_means_others(d, i); /* (von) anderen Gästen; Andere Gäste kamen */
        lt_category c = i == head ? LT_NOUN : others ? LT_DET : LT_ADJ;
        if (t->kind == LT_WORD && !(t->flags & LT_ALL_CAPITAL) && size + 4 < LT_MAX_WORD && lt_is(d, i, c)) {
            size = lt_nominative(d->engine, d->worker, d->text.bytes + t->begin, size, c, f, word);
            memcpy(out + n, word, size);
            if (others && out[n] >= 'A' && out[n] <= 'Z')
                out[n] = (char)(out[n] - 'A' + 'a');
        } else if (plain_number(d, i) != LT_NO_WORD && i < head) {
            const lt_vocable *plain = &d->engine->vocabulary.words.at[plain_number(d, i)];
            size = plain->size; /* zweier Fischer */
            memcpy(out + n, plain->text, size);
        } else {
            memcpy(out + n, d->text.bytes + t->begin, size);
        }
        n += size;
    }
    char *tail = head + 1 < end ? lt_text_of(d, head + 1, end, 0) : NULL;
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
void lt_name_by_phrase(lt_document *d, lt_person *x, const lt_mention *m, uint64_t number)
{
    lt_mention *copy = lt_arena_alloc(&d->arena, sizeof *copy);
    if (copy)
        *copy = *m;
    x->name = NULL;
    x->phrase = x->called = copy;
    x->phrase_number = number;
}

/* The party's name, or NULL. */
char *lt_name_of(lt_document *d, lt_person *x)
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
            if (lt_reading_at(d, i, k)->category == LT_NAME)
                g |= lt_reading_at(d, i, k)->features & LT_GENDERS;
    uint64_t phrase = m->features & LT_GENDERS;
    if (g && phrase & g)
        return g & phrase;
    return phrase | g ? phrase | g : LT_GENDERS; /* Fraktionsvize Berta Holm: whichever is meant */
}

/* The number of mention `index`, of which `m` may be the first part (A und B); a subject has that of
 * its verb: die 54-Jährige antwortet. */
uint64_t lt_number_of(const lt_document *d, const lt_mention *m, uint32_t index)
{
    uint64_t n = m->next != LAUT_NONE ? LT_F(pl) : m->features & LT_NUMBERS;
    if (m->clause != LAUT_NONE && d->arguments[m->clause].subject == index &&
        n & d->clauses.at[m->clause].features)
        n &= d->clauses.at[m->clause].features;
    /* so der Spieler: what nothing governs is no genitive plural */
    if (n == LT_NUMBERS && m->definite && m->owner == LAUT_NONE && m->preposition == LAUT_NONE &&
        (m->features & LT_CASES) == (LT_F(nom) | LT_F(gen)))
        n = LT_F(sg);
    /* zitiert den 19-Jährigen, gegen den 19-Jährigen: no dative plural; but: mit den, den Experten zufolge */
    bool accusative = m->clause != LAUT_NONE && d->arguments[m->clause].accusative == index;
    uint64_t cases = accusative ? LT_F(acc) : m->preposition != LAUT_NONE ? m->features & LT_CASES : 0;
    if (n == LT_NUMBERS && cases) {
        lt_agreement article = d->tokens.at[m->first].sum.det;
        bool one = article & lt_agreement_of(cases | LT_F(sg)), several = article & lt_agreement_of(cases | LT_F(pl));
        if (one != several)
            n = one ? LT_F(sg) : LT_F(pl);
    }
    /* laut Experten: somebody who is no name has an article in the singular */
    bool second = m->owner != LAUT_NONE && d->mentions.at[m->owner].next == index; /* die Autorinnen und Autoren */
    if (n == LT_NUMBERS && !m->named && !m->pronoun && !m->definite && !lt_is_determiner(d, m->first) &&
        (m->type == LT_TYPE_UNNAMED || /* so Hotelkreise */
         ((m->type == LT_TYPE_PERSON || m->type == LT_TYPE_GROUP) && (m->preposition != LAUT_NONE || second))))
        n = LT_F(pl);
    return n;
}

/* ---------------------------------------------------------------- registering */

/* Whether the clause is told by the author: its subject is what the text is about. */
bool lt_is_in_main(const lt_document *d, uint32_t token)
{
    uint32_t c = d->clause_of[token];
    return c != LAUT_NONE && d->clauses.at[c].kind == LT_MAIN && !(d->clauses.at[c].features & LT_F(subj1));
}

/* Der Kapitän heißt Otto Grothe */
bool lt_gives_name(const lt_document *d, uint32_t token)
{
    uint32_t c = d->clause_of[token];
    return c != LAUT_NONE && lt_builds(d->engine, d->clauses.at[c].lemma) & LT_BUILDS_NAME;
}

/* Gegen den 52-Jährigen wird ermittelt: a person in a passive that has no subject. */
static bool is_of_nobody(const lt_document *d, const lt_mention *m)
{
    return m->type == LT_TYPE_PERSON && m->definite && m->preposition != LAUT_NONE && m->clause != LAUT_NONE && d->clauses.at[m->clause].passive &&
           d->arguments[m->clause].subject == LAUT_NONE;
}

/* Party `p` is named by mention `index`, or by its first part `m`. Who is joined to a subject is as
 * much a subject: A und B. */
void lt_touch(lt_registry *r, uint32_t p, const lt_mention *m, uint32_t index)
{
    lt_document *d = r->d;
    lt_person *x = &r->people.at[p];
    uint32_t q = d->quote_of[m->first];
    bool inside = q != LAUT_NONE && d->quotes.at[q].whole; /* somebody else's words */
    bool word = m->last - m->first == 1 && m->named && !m->surname;
    inside |= q != LAUT_NONE && word && m->type == LT_TYPE_PERSON && !x->spans.count; /* „Betreten verboten“ steht auf der Tür */
    /* Einen Nachfolger hat er nicht gefunden: nobody who could speak */
    inside |= !m->named && m->features & LT_F(indef) && m->clause != LAUT_NONE && d->clauses.at[m->clause].negated &&
              d->arguments[m->clause].accusative == index;
    x->faint = (x->faint || !x->spans.count) && word && (m->preposition != LAUT_NONE || inside || (d->tokens.at[m->last].kind == LT_MARK && m->features & LT_F(gen) && m->last < d->tokens.count));
    if (m->first + 1 > x->last && !inside)
        renew(r, p, m->first + 1);
    uint32_t whole = index;
    while (d->mentions.at[whole].owner != LAUT_NONE && d->mentions.at[d->mentions.at[whole].owner].next == whole)
        whole = d->mentions.at[whole].owner;
    /* Für Ada Brandt ist das kein Trost: whom a sentence begins with is what it is about */
    uint32_t start = d->sentences.at[d->sentence_of[m->first]].first;
    bool topic = (m->named || is_of_nobody(d, m)) && whole == index && d->mentions.at[index].next == LAUT_NONE && m->first <= start + 1;
    if (!inside && m->clause != LAUT_NONE && lt_is_in_main(d, m->first)) {
        if (d->arguments[m->clause].subject == whole || (m->named && lt_gives_name(d, m->first)))
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

/* Where the listed noun begins in a compound, in bytes of the folded word: behind Landes in Landesgesundheitsamtes; or 0. */
size_t lt_compound_border(const lt_document *d, uint32_t noun, uint32_t lemma)
{
    const lt_token *t = &d->tokens.at[noun];
    const lt_vocable *last = &d->engine->vocabulary.words.at[lemma];
    for (size_t i = 3; i + last->size <= t->folded_size; i++)
        if (memcmp(t->folded + i, last->text, last->size) == 0)
            return i;
    return 0;
}

/* Hash of what stands before the listed noun in a compound (Landes-gesundheitsamt), or 0. */
uint64_t lt_compound_part(const lt_document *d, const lt_mention *m)
{
    if (m->lemma == LT_NO_WORD || m->named || m->pronoun)
        return 0;
    size_t border = lt_compound_border(d, m->head, m->lemma);
    return border ? lt_word_hash(d->tokens.at[m->head].folded, border) : 0;
}

bool lt_has_modifier(const lt_person *x, uint64_t modifier)
{
    for (uint32_t k = 0; k < x->modifier_count; k++)
        if (x->modifiers[k] == modifier)
            return true;
    return false;
}

void lt_add_role(lt_registry *r, lt_person *x, const lt_mention *m, uint32_t first, uint32_t noun)
{
    lt_document *d = r->d;
    if (m->lemma != LT_NO_WORD && x->role_count < MAX_ROLES) {
        x->roles[x->role_count++] = m->lemma;
        lt_file_under(r, lt_role_key(m->lemma, x->type), (uint32_t)(x - r->people.at));
    }
    if (!x->figure)
        x->figure = lt_figure_of(d, noun);
    if (m->named && !x->role_noun)
        x->role_noun = m->head + 1;
    uint64_t compound = lt_compound_part(d, m);
    if (compound && x->modifier_count < MAX_MODIFIERS)
        x->modifiers[x->modifier_count++] = compound;
    for (uint32_t i = first; i <= noun; i++) {
        if (x->modifier_count == MAX_MODIFIERS)
            break;
        if (lt_is(d, i, LT_ADJ) && !lt_is_determiner(d, i)) {
            for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++)
                if (lt_reading_at(d, i, k)->category == LT_ADJ && lt_reading_at(d, i, k)->lemma != LT_NO_WORD) {
                    x->modifiers[x->modifier_count++] = lt_reading_at(d, i, k)->lemma;
                    break;
                }
        }
    }
}

lt_person *lt_new_person(lt_registry *r, const lt_mention *m, uint32_t index)
{
    lt_person *x = lt_push(&r->d->arena, &r->people);
    if (!x)
        return NULL;
    x->entry = LAUT_NONE; /* the rest is zero */
    x->noun = m->entry;
    x->genders = genders_of(r->d, m);
    x->plural = lt_is_plural(m);
    x->place = m->type == LT_TYPE_PLACE;
    x->bare = m->type == LT_TYPE_PERSON && m->name_first < m->name_last && m->first == m->name_first && m->owner == LAUT_NONE &&
              m->attribute == LAUT_NONE && m->next == LAUT_NONE;
    x->kinds = NOT_ASKED;
    x->name_first = m->name_first < m->name_last ? m->name_first + 1 : 0;
    x->owner = m->attribute;
    r->named += m->type == LT_TYPE_PERSON && m->name_first < m->name_last;
    switch ((lt_mention_type)m->type) {
    case LT_TYPE_PLACE: x->type = LAUT_ORGANIZATION; break;
    case LT_TYPE_ATTRIBUTION: x->type = LAUT_UNNAMED; break;
    case LT_TYPE_THING: /* an der Wand steht: „…“; in sozialen Netzwerken ist von … die Rede */
        x->type = m->pronoun ? LAUT_PERSON
                  : lt_entry_has(r->d->engine, m->entry, LT_HAS(traits, sign)) ? LAUT_DOCUMENT
                  : lt_entry_has(r->d->engine, m->entry, LT_HAS(traits, net)) ? LAUT_MEDIA : LAUT_ORGANIZATION;
        break;
    default: x->type = (laut_party_type)m->type;
    }
    if (x->type == LAUT_PERSON && !m->named && !m->pronoun && lt_number_of(r->d, m, index) == LT_F(pl)) {
        x->type = LAUT_GROUP; /* Anwohner sagten */
        x->plural = true;
    }
    return x;
}

/* Whether the words of the mention's name can be the person's. A surname alone is enough. */
static bool same_name(const lt_registry *r, const lt_person *x, const uint64_t *words, uint32_t n,
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
        if (lt_entry_has(d->engine, lt_reading_at(d, i, k)->entry, LT_HAS(traits, form)))
            return true;
    return false;
}

/* How many bytes the ending of an adjective within a name has, in front of its noun: die „Neue Elbpost“, der „Neuen Elbpost“; else 0. */
static uint32_t ending_within(const lt_document *d, const lt_mention *m, uint32_t i)
{
    const lt_token *t = &d->tokens.at[i];
    if (m->type == LT_TYPE_PERSON || i + 1 >= m->name_last || t->kind != LT_WORD || !lt_is(d, i, LT_ADJ) || !t->sum.adj || !lt_is(d, i + 1, LT_NOUN) || t->folded_size < 4)
        return 0;
    return t->folded[t->folded_size - 1] == 'e' ? 1 : 2;
}

/* The hashes of the words of a name; `bare` that of its last word without its ending, if it may have one, `weak`: the
 * one of another case than the genitive, too. */
static uint32_t name_words(const lt_registry *r, const lt_mention *m, uint64_t *words, uint64_t *bare, bool *weak)
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
        words[n++] = lt_token_hash(d, i, ending_within(d, m, i));
        uint32_t cut = ends_with_s(d, i);
        *weak = !cut && m->type == LT_TYPE_MEDIA && lt_masthead(d, i, &cut) && cut; /* des „Hafenboten“ */
        *bare = cut ? lt_token_hash(d, i, cut) : 0;
    }
    return n;
}

/* The text of the name without the last `cut` bytes; an adjective that it begins with in the nominative: (in der) „Neuen Elbpost“. */
static char *name_in_nominative(lt_document *d, const lt_mention *m, size_t cut)
{
    char *name = lt_text_of(d, m->name_first, m->name_last, cut), word[LT_MAX_WORD];
    uint32_t first = m->name_first + (d->tokens.at[m->name_first].kind == LT_MARK);
    if (!name || !ending_within(d, m, first))
        return name;
    const lt_token *t = &d->tokens.at[first];
    lt_agreement noun = of_category(d, first + 1, LT_NOUN);
    size_t size = t->end - t->begin;
    if (t->sum.adj & noun & CASE(NOM) || size + 4 >= LT_MAX_WORD || strncmp(name, d->text.bytes + t->begin, size) != 0)
        return name;
    lt_agreement agreed = m->first < first ? noun & t->sum.adj & d->tokens.at[m->first].sum.det & ~PLURAL : 0;
    uint64_t features = lt_features_of(agreed ? agreed : noun) & (LT_GENDERS | LT_F(sg));
    size_t n = lt_nominative(d->engine, d->worker, d->text.bytes + t->begin, size, LT_ADJ, features, word);
    char *out = lt_arena_alloc(&d->arena, n + strlen(name) - size + 1);
    if (!out)
        return name;
    memcpy(out, word, n);
    strcpy(out + n, name + size);
    return out;
}

/* The name in a row of media, organisations, places or countries that the words at `token` mean (a
 * row of a country holds its capital, too); "" for other rows. `column` tells which it is. */
const char *lt_listed_name(const lt_document *d, lt_entry e, uint32_t token, unsigned *column)
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
bool lt_is_same_head(const lt_document *d, lt_word role, lt_word noun)
{
    if (role == LT_NO_WORD || noun == LT_NO_WORD)
        return false;
    const lt_vocable *r = &d->engine->vocabulary.words.at[role], *n = &d->engine->vocabulary.words.at[noun];
    return role == noun || (n->size >= 3 && r->size > n->size && memcmp(r->text + r->size - n->size, n->text, n->size) == 0);
}

/* die Stadt Kiel is Kiel, the Landkreis Kiel is not. */
static bool governs_place(const lt_document *d, lt_entry noun)
{
    return lt_entry_has(d->engine, noun, LT_HAS(traits, government)) && !lt_entry_has(d->engine, noun, LT_HAS(traits, authority));
}

/* Landgericht Kiel is not Polizei Kiel, whatever their names are; and neither is the town. */
static bool same_noun(const lt_document *d, const lt_person *x, const lt_mention *m)
{
    const lt_entry noun = m->type == LT_TYPE_PLACE ? x->noun : m->entry;
    if ((m->type == LT_TYPE_PLACE ? !x->place : x->place && m->type == LT_TYPE_ORGANIZATION) && noun != LAUT_NONE &&
        !governs_place(d, noun))
        return false;
    bool same = !x->role_count || m->head >= m->name_first || m->lemma == LT_NO_WORD; /* der „Uferbote“ may be the Zeitung „Uferbote“ */
    for (uint32_t k = 0; k < x->role_count && !same; k++)
        same = lt_is_same_head(d, x->roles[k], m->lemma) || lt_is_same_head(d, m->lemma, x->roles[k]);
    return same;
}

/* Der Betreiber, die Nordbad GmbH: the name stands behind a comma. */
static bool is_apposition(const lt_document *d, const lt_mention *m)
{
    for (uint32_t t = m->head; t < m->name_first; t++)
        if (d->tokens.at[t].kind == LT_COMMA)
            return true;
    return false;
}

/* der Konzern Halmwerk, die Gewerkschaft GVB: the noun in front only says what the name is of. */
static bool is_label(const lt_document *d, const lt_mention *m)
{
    bool acronym = m->name_last == m->name_first + 1 && d->tokens.at[m->name_first].flags & LT_ALL_CAPITAL;
    if (m->name_first > m->head + 1) /* eine Firma namens Halmwerk */
        return true;
    return m->name_first > m->head && m->entry != LAUT_NONE &&
           (lt_entry_has(d->engine, m->entry, LT_HAS(traits, label)) || lt_is_body_by_itself(d, m, m->name_first, m->name_last) ||
            (acronym && lt_entry_has(d->engine, m->entry, LT_HAS(traits, generic))));
}

/* Ada Brandt zog aus. … Ada schweigt: the only one with that given name, or LAUT_NONE. */
static uint32_t only_one_called(const lt_registry *r, uint64_t name, uint64_t bare, uint64_t genders)
{
    const lt_bucket *b = lt_look_up(r, lt_registry_key(BY_GIVEN_NAME, name, 0));
    if (!b->people.count && bare)
        b = lt_look_up(r, lt_registry_key(BY_GIVEN_NAME, bare, 0));
    if (b->people.count != 1 || !lt_is_compatible(&r->people.at[b->people.at[0]], genders))
        return LAUT_NONE;
    return b->people.at[0];
}

/* der Deutsche Wetterdienst: what a listed name with an adjective says of the body, which is called so later. */
static void add_role_in_name(lt_registry *r, lt_person *x, const lt_mention *m)
{
    const lt_document *d = r->d;
    lt_mention noun = {.type = LT_TYPE_THING, .entry = LAUT_NONE};
    if (x->role_count || m->name_last < m->name_first + 2 || !lt_is(d, m->name_first, LT_ADJ))
        return;
    lt_head_entry(d, m->name_last - 1, &noun);
    if (noun.type != LT_TYPE_ORGANIZATION || noun.lemma == LT_NO_WORD)
        return;
    x->roles[x->role_count++] = noun.lemma;
    lt_file_under(r, lt_role_key(noun.lemma, x->type), (uint32_t)(x - r->people.at));
}

/* Who has no name yet, and is so old; or LAUT_NONE. */
static uint32_t somebody_of_age(lt_registry *r, uint32_t age, uint64_t genders, uint32_t before)
{
    lt_walk w = lt_walk_back(r);
    for (uint32_t p; (p = lt_step_back(r, &w)) != LAUT_NONE;) {
        const lt_person *x = &r->people.at[p];
        if (x->figure == age && !x->word_count && !x->plural && x->type == LAUT_PERSON && x->last <= before && lt_is_compatible(x, genders))
            return p;
    }
    return LAUT_NONE;
}

uint32_t lt_register_name(lt_registry *r, const lt_mention *m, uint32_t index)
{
    lt_document *d = r->d;
    uint64_t words[MAX_NAME_WORDS], bare;
    bool weak;
    uint32_t n = name_words(r, m, words, &bare, &weak);
    bool personal = m->type == LT_TYPE_PERSON || m->type == LT_TYPE_GROUP;
    unsigned column = 0;
    const char *cell = personal ? "" : lt_listed_name(d, m->entry, m->name_first, &column);
    bool listed = *cell;
    uint64_t genders = genders_of(d, m);
    uint64_t entry_key = lt_registry_key(BY_ENTRY, m->entry, column);
    /* Of those who can be called so the last one. */
    uint32_t found = listed ? lt_newest_of(lt_look_up(r, entry_key)) : LAUT_NONE;
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
            keys[key_count++] = lt_registry_key(BY_LAST_WORD, last, 0);
        } else {
            keys[key_count++] = lt_registry_key(BY_FIRST_AND_LAST, words[0], last);
            keys[key_count++] = lt_registry_key(BY_ONLY_WORD, last, 0);
        }
    }
    if (n == 1)
        keys[key_count++] = lt_registry_key(BY_FIRST_WORD, words[0], 0);
    for (uint32_t k = 0; k < key_count; k++) {
        const lt_bucket *b = lt_look_up(r, keys[k]);
        uint32_t left = LOOK_BACK;
        for (uint32_t i = b->people.count; i-- > 0 && (found == LAUT_NONE || b->people.at[i] > found);) {
            if (!left--) {
                lt_truncate(d, LAUT_LIMIT_PARTIES, m->first, m->last);
                break;
            }
            const lt_person *x = &r->people.at[b->people.at[i]];
            /* die Firma Brandt; ihre Chefin Ada Brandt */
            if (personal && n > 1 && x->type == LAUT_ORGANIZATION && x->word_count == 1 && x->role_count)
                continue;
            if (same_name(r, x, words, n, bare) &&
                (personal ? x->type == LAUT_PERSON || x->type == LAUT_ORGANIZATION : x->type != LAUT_PERSON || n > 1) &&
                (!personal || lt_is_compatible(x, genders)) && (personal || same_noun(d, x, m)))
                found = b->people.at[i];
        }
    }
    /* Grothe lachte. Ihr Vater Otto Grothe kam. Grothe sagte, …: who has been called so before, and no relative */
    const lt_bucket *same = personal && n == 1 && found != LAUT_NONE && r->people.at[found].type == LAUT_PERSON && r->people.at[found].word_count > 1 &&
                                    !r->people.at[found].called_bare
                                ? lt_look_up(r, lt_registry_key(BY_LAST_WORD, words[0], 0)) : NULL;
    for (uint32_t i = same ? same->people.count : 0; i-- > 0;) {
        const lt_person *x = &r->people.at[same->people.at[i]];
        if (x->type == LAUT_PERSON && x->called_bare && lt_is_compatible(x, genders)) {
            found = same->people.at[i];
            break;
        }
    }
    /* Ada Haltmann leitet die Haltmann Armaturen. Haltmann sagte: rather she, if she was named near by */
    const lt_bucket *b = personal && n == 1 && found != LAUT_NONE && r->people.at[found].type == LAUT_ORGANIZATION
                         ? lt_look_up(r, lt_registry_key(BY_LAST_WORD, words[0], 0)) : NULL;
    for (uint32_t i = b ? b->people.count : 0; i-- > 0;) {
        const lt_person *x = &r->people.at[b->people.at[i]];
        if (x->type == LAUT_PERSON && x->word_count > 1 && lt_is_compatible(x, genders) && d->sentence_of[x->last - 1] + 4 >= m->sentence) {
            found = b->people.at[i];
            break;
        }
    }
    /* Die Hebamme lachte. … Hebamme Ada Brandt: the name comes behind the description; but every body has its Sprecherin */
    if (found == LAUT_NONE && m->name_first > m->first && m->type == LT_TYPE_PERSON && m->lemma != LT_NO_WORD &&
        !lt_entry_has(d->engine, m->entry, LT_HAS(traits, spokes))) {
        lt_walk w = lt_walk_back(r);
        for (uint32_t p; (p = lt_step_back(r, &w)) != LAUT_NONE;) {
            const lt_person *x = &r->people.at[p];
            if (d->sentence_of[x->last - 1] + 3 < m->sentence)
                break; /* and so are all before it */
            if (x->word_count || x->plural || x->type != LAUT_PERSON || x->last > m->first ||
                !lt_is_compatible(x, genders) || (found != LAUT_NONE && p < found))
                continue;
            for (uint32_t k = 0; k < x->role_count; k++)
                if (x->roles[k] == m->lemma)
                    found = p;
        }
    }
    uint32_t age = personal ? lt_age_of(d, m) : 0;
    if (found == LAUT_NONE && age && n > 1) /* 27-Jähriger vor Gericht … Otto Grothe, 27 Jahre alt */
        found = somebody_of_age(r, age, genders, m->first);
    if (found == LAUT_NONE && n == 1 && m->type == LT_TYPE_PERSON && m->first == m->name_first && given_name(d, m->name_first))
        found = only_one_called(r, words[0], bare, genders);
    if (found == LAUT_NONE) {
        lt_person *x = lt_new_person(r, m, index);
        if (!x)
            return LAUT_NONE;
        found = (uint32_t)(x - r->people.at);
        if (m->type == LT_TYPE_GROUP)
            x->type = LAUT_PERSON;
        if (listed) {
            x->entry = m->entry;
            x->column = column;
            lt_file_under(r, entry_key, found);
        }
    }
    lt_person *x = &r->people.at[found];
    bool loud = personal && (d->tokens.at[m->name_first].flags & LT_ALL_CAPITAL) != 0; /* ADA BRANDT in a headline */
    if (n > x->word_count || !x->word_count || (x->loud && !loud && n == x->word_count) || !lt_name_of(d, x)) {
        x->loud = loud;
        x->phrase = NULL;
        /* der Schulleiterin Petra Oltmanns: behind the article and a noun the name has no ending */
        bool shown = (personal && m->name_first > m->first && d->tokens.at[m->first].sum.det) || is_label(d, m); /* der Agentur Nordpress */
        bool genitive = ((m->features & LT_CASES) == LT_F(gen) || (weak && !(m->features & LT_F(nom)))) && bare && !listed && !shown;
        if (longer) {
            char *more = lt_text_of(d, m->name_first + known, m->name_last, false);
            size_t size = strlen(cell) + (more ? strlen(more) : 0) + 2;
            x->name = more ? lt_arena_alloc(&d->arena, size) : NULL;
            if (x->name)
                snprintf(x->name, size, "%s %s", cell, more);
        } else if (listed) {
            x->name = lt_arena_copy(&d->arena, cell, strlen(cell));
        } else if (m->name_first > m->first && !personal && !(d->tokens.at[m->name_first].kind == LT_MARK) && !is_apposition(d, m) && !is_label(d, m)) {
            lt_name_by_phrase(d, x, m, lt_number_of(d, m, index)); /* Gewerkschaft Bau und Boden */
        } else {
            x->name = name_in_nominative(d, m, genitive);
        }
        memcpy(x->words, words, n * sizeof *words);
        if (genitive && n)
            x->words[n - 1] = bare;
        x->word_count = n;
        lt_file_name(r, found);
    }
    if (age && !x->figure)
        x->figure = age;
    x->called_bare += personal && n == 1 && x->word_count > 1;
    if (x->genders & genders)
        x->genders &= genders;
    if (listed && !x->place)
        add_role_in_name(r, x, m);
    if (m->name_first > m->first) {
        uint32_t noun = m->name_first - 1;
        if (personal || m->lemma != LT_NO_WORD)
            lt_add_role(r, x, m, m->first, noun);
        bool titles = true; /* Dr. Ada Brandt has no role */
        for (uint32_t i = m->first; i < m->name_first; i++)
            titles &= lt_is_title(d->engine, d->tokens.at[i].form);
        if (!x->role_last && personal && !titles) {
            x->role_first = m->first;
            x->role_last = m->name_first > m->last ? m->core_last : m->name_first; /* the name may come later: late_apposition() */
        }
    }
    /* roles that an apposition gives: Malte Grothe, Leiter des Amtes */
    for (uint32_t k = index + 1; k < d->mentions.count && k < index + 12; k++) {
        const lt_mention *o = &d->mentions.at[k];
        if (o->owner == index && o->first > m->core_last && o->preposition == LAUT_NONE &&
            d->tokens.at[o->first - 1].kind == LT_COMMA && !o->named)
            lt_add_role(r, x, o, o->first, o->head);
    }
    if (!m->pronoun && m->named && m->name_first > m->core_last && m->lemma != LT_NO_WORD)
        lt_add_role(r, x, m, m->first, m->head);
    return found;
}
