/* Who answers: says something, or is said to have said nothing; and which media somebody has spoken to. */
#include "audit/facts.h"

#include <stdlib.h>
#include <string.h>

/* A word by which somebody is known: a surname, or the lemma of a head. */
static uint64_t key_at(const lt_document *d, const lt_mention *m, uint32_t token)
{
    const lt_token *t = &d->tokens.at[token];
    if (m->name_last == m->name_first && m->lemma != LT_NO_WORD)
        return m->lemma;
    size_t n = t->folded_size;
    if (m->name_last > m->name_first && n > 1 && t->folded[n - 1] == 's' && m->features & LT_F(gen))
        n--;
    return lt_hash_of(t->folded, n);
}

/* The last word of a name before that token, without its ending, with a number behind it: „Elbwelle“, Kanal 4. */
static uint64_t key_before(const lt_document *d, uint32_t first, uint32_t last)
{
    while (last > first && d->tokens.at[last - 1].kind != LT_WORD && d->tokens.at[last - 1].kind != LT_NUMBER)
        last--;
    if (last == first)
        return 0;
    bool numbered = d->tokens.at[last - 1].kind == LT_NUMBER && last - 1 > first && d->tokens.at[last - 2].kind == LT_WORD;
    const lt_token *t = &d->tokens.at[last - 1 - numbered], *number = &d->tokens.at[last - 1];
    size_t n = t->folded_size;
    if (n > 3 && (t->folded[n - 1] == 'n' || t->folded[n - 1] == 's'))
        n--;
    return lt_hash_of(t->folded, n) ^ (numbered ? lt_hash_of(number->folded, number->folded_size) >> 1 : 0);
}

/* The same for the names of media, whatever their case: dem „Boten“, des „Boten“, laut „Bote“. */
static uint64_t medium_key(const lt_document *d, const lt_mention *m)
{
    uint64_t key = key_before(d, m->name_first, m->name_last);
    return key ? key : key_at(d, m, m->head);
}

/* Whether the mention has that key: dem Portal Rampe … wie Rampe erfuhr, where it is a noun as any other. */
static bool is_called(const lt_document *d, const lt_mention *m, uint64_t key)
{
    uint32_t last = d->quote_of[m->head] == LAUT_NONE ? m->core_last : m->last; /* „Puls der Region“ */
    return medium_key(d, m) == key || (m->name_first == m->name_last && !m->pronoun && key_before(d, m->head, last) == key);
}

static uint64_t key_of(const lt_document *d, const lt_mention *m)
{
    uint32_t last = m->name_last;
    while (last > m->name_first && d->tokens.at[last - 1].kind != LT_WORD && d->tokens.at[last - 1].kind != LT_NUMBER)
        last--; /* „Elbwelle“ */
    return key_at(d, m, last > m->name_first ? last - 1 : m->head);
}

int lt_by_key(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* Dem „Boten“: a name in quotation marks. */
static bool is_title_in_marks(const lt_document *d, const lt_mention *m)
{
    uint32_t end = m->name_first < m->name_last ? m->name_last : m->last, q = d->quote_of[end - 1];
    return d->tokens.at[end - 1].kind == LT_MARK && m->named && q != LAUT_NONE && d->quotes.at[q].kind == LT_TITLE;
}

enum { MEDIUM_BACK = 3 /* sentences: dem Sender, which was named before */ };

/* Where somebody speaks, and to whom. */
typedef struct {
    bool *addressee, *hand; /* of each token: an addressee begins there; it belongs to a hand of a claim */
    bool *speaks;           /* of each clause: it has the cue of a claim */
} talk;

/* The mention is a talk (lex/heads.tsv): gab dem „Boten“ ein Interview. */
static bool is_talk(const lt_document *d, const lt_mention *m)
{
    return m->entry != LAUT_NONE && lt_cell_has(lt_entry_cell(d->engine, m->entry, "traits"), "talk");
}

/* Where one speaks to a medium that needs no name there: zu Gast, in der Sendung, im Studio. */
static bool is_stage(const lt_document *d, const lt_mention *m)
{
    if (m->named || m->pronoun || m->preposition == LAUT_NONE || !(m->features & LT_F(dat)))
        return false;
    const lt_table *t = lt_engine_table(d->engine, "lex/stages.tsv", NULL);
    const lt_token *noun = &d->tokens.at[m->head];
    for (uint32_t r = 0; t && r < t->row_count; r++) {
        const char *word = lt_cell(t, r, "word");
        size_t n = strlen(word);
        if (noun->folded_size >= n && memcmp(noun->folded + noun->folded_size - n, word, n) == 0)
            return true;
    }
    return false;
}

static bool look_at_talk(lt_facts *f, talk *t)
{
    lt_document *d = f->d;
    *t = (talk){lt_arena_alloc(&d->arena, d->tokens.count + 1), lt_arena_alloc(&d->arena, d->tokens.count + 1),
                lt_arena_alloc(&d->arena, d->clauses.count + 1)};
    if (d->arena.failed)
        return false;
    for (uint32_t i = 0; i < d->claims.count; i++) {
        const laut_claim *c = &d->claims.at[i];
        const lt_claim_fact *x = &f->claims[i];
        if (x->addressee.count)
            t->addressee[x->addressee.at[0].first] = true;
        if (x->attributed && x->cue.count && x->clause != LAUT_NONE)
            t->speaks[x->clause] = true;
        for (size_t k = 0; k < c->chain_count; k++) {
            lt_ranges words = lt_tokens_of(d, c->chain[k].words);
            for (uint32_t n = 0; n < words.count; n++)
                memset(t->hand + words.at[n].first, true, words.at[n].last - words.at[n].first);
        }
    }
    for (uint32_t m = 0; m < d->mentions.count; m++)
        if (d->mentions.at[m].clause != LAUT_NONE && (is_talk(d, &d->mentions.at[m]) || is_stage(d, &d->mentions.at[m])))
            t->speaks[d->mentions.at[m].clause] = true;
    return true;
}

/* Gefragt hatte der „Bote“. */
static bool asks(const lt_document *d, const lt_mention *m, uint32_t subject)
{
    uint32_t report = d->clauses.at[m->clause].report;
    return report != LAUT_NONE && subject != LAUT_NONE && &d->mentions.at[subject] == m &&
           lt_cell_has(lt_entry_cell(d->engine, report, "act"), "question");
}

/* Ada Brandt verriet es, gab diese Zusage: a person, and beside it nothing or a word of hers. */
static bool is_word_of(const lt_document *d, uint32_t person, uint32_t word)
{
    const lt_mention *what = word == LAUT_NONE ? NULL : &d->mentions.at[word];
    return person != LAUT_NONE && d->mentions.at[person].type == LT_TYPE_PERSON &&
           (!what || what->pronoun || what->type == LT_TYPE_ATTRIBUTION);
}

/* Whether somebody speaks to the mention: the addressee of a claim; or a medium that is no hand of one, in the dative
 * beside a verb of saying (sagte im Gespräch mit dem „Boten“; sprach mit ihm) or without a preposition in a clause
 * about a person (vertraute dem „Boten“ an; but no legte ihm Fotos vor); or whose talk it is (im Interview der
 * „Welle“); or which asked. */
static bool is_addressed(const lt_facts *f, const talk *t, uint32_t m)
{
    const lt_document *d = f->d;
    const lt_mention *x = &d->mentions.at[m];
    if (t->addressee[x->first])
        return true;
    if (x->type != LT_TYPE_MEDIA && is_stage(d, x))
        return x->clause != LAUT_NONE && d->clauses.at[x->clause].report != LAUT_NONE;
    if (x->clause == LAUT_NONE || t->hand[x->first] || (x->type != LT_TYPE_MEDIA && !is_title_in_marks(d, x)))
        return false;
    const lt_mention *owner = x->owner == LAUT_NONE ? NULL : &d->mentions.at[x->owner];
    if (owner && (is_talk(d, owner) || t->addressee[owner->first]))
        return true; /* Reportern des „Boten“ */
    if (owner && (owner->type == LT_TYPE_PERSON || owner->type == LT_TYPE_GROUP) && owner->features & LT_F(dat) && owner->preposition != LAUT_NONE && owner->next != m &&
        d->clauses.at[x->clause].report != LAUT_NONE)
        return true; /* sprach mit Reportern des „Boten“ */
    const lt_arguments *a = &d->arguments[x->clause];
    if (asks(d, x, a->subject))
        return true;
    return (x->features & LT_F(dat) || a->genitive == m) && a->subject != m &&
           (t->speaks[x->clause] || d->clauses.at[x->clause].report != LAUT_NONE ||
            (x->preposition == LAUT_NONE && a->dative == m &&
             (is_word_of(d, a->subject, a->accusative) || is_word_of(d, a->accusative, a->subject))));
}

/* Dem Sender, in der Zeitung: the key of the medium that was named last; else of something of no lexicon where somebody
 * spoke (sprach in der Ostwelle … sagte dem Sender); or 0. */
static uint64_t named_last(const lt_facts *f, const talk *t, uint32_t m)
{
    const lt_document *d = f->d;
    uint64_t unknown = 0;
    for (uint32_t k = m; k-- > 0 && d->mentions.at[k].sentence + MEDIUM_BACK > d->mentions.at[m].sentence;) {
        const lt_mention *y = &d->mentions.at[k];
        if (y->named && (y->type == LT_TYPE_MEDIA || is_title_in_marks(d, y)))
            return medium_key(d, y);
        if (!unknown && !y->pronoun && y->preposition != LAUT_NONE && y->features & LT_F(dat) && y->clause != LAUT_NONE &&
            y->type != LT_TYPE_PERSON && (t->speaks[y->clause] || d->clauses.at[y->clause].report != LAUT_NONE) &&
            !lt_is_listed_noun(d, y) && d->tokens.at[y->head].flags & LT_CAPITAL)
            unknown = key_before(d, y->head, y->head + 1);
    }
    return unknown;
}

/* Sagte dem NDX: an abbreviation that no lexicon has. */
static bool may_be_a_medium(const lt_document *d, const lt_mention *m)
{
    const lt_token *t = &d->tokens.at[m->head];
    return m->entry == LAUT_NONE && m->definite && m->head + 1 == m->last && m->type != LT_TYPE_PERSON &&
           t->folded_size > 1 && t->flags & LT_ALL_CAPITAL && !lt_is_listed_noun(d, m);
}

/* Die Zeitung, im Blatt: of the one that was named last. */
static bool is_short_for_a_medium(const lt_mention *m)
{
    bool definite = m->definite || (m->preposition != LAUT_NONE && m->first == m->head);
    return m->type == LT_TYPE_MEDIA && definite && !m->named && !m->pronoun && m->features & LT_F(sg);
}

/* The parties of media that somebody has spoken to before. */
static void find_addressed(lt_facts *f)
{
    lt_document *d = f->d;
    talk t;
    if (!look_at_talk(f, &t))
        return;
    for (uint32_t m = 0; m < d->mentions.count; m++) {
        const lt_mention *x = &d->mentions.at[m];
        bool marked = is_title_in_marks(d, x);
        if ((x->type != LT_TYPE_MEDIA && !marked && !is_stage(d, x) && !may_be_a_medium(d, x)) || !is_addressed(f, &t, m))
            continue;
        if (f->party_of[m] != LAUT_NONE && !f->parties[f->party_of[m]].addressed)
            f->parties[f->party_of[m]].addressed = x->last;
        uint64_t keys[3] = {medium_key(d, x)};
        uint32_t count = 1;
        /* dem Sender Elbwelle, der Tannroder Zeitung: the name may be a mention of its own beside it */
        for (uint32_t n = f->first_mention[x->sentence]; !x->named && count < 3 && n < f->first_mention[x->sentence + 1]; n++) {
            const lt_mention *y = &d->mentions.at[f->by_sentence[n]];
            if (y->type != LT_TYPE_PERSON && !y->pronoun && !t.hand[y->first] && (y->first == x->last || y->last == x->first))
                keys[count++] = y->named ? medium_key(d, y) : key_before(d, y->head, y->core_last);
        }
        if (!x->named && (t.addressee[x->first] || is_stage(d, x)) && count < 3) {
            uint64_t key = named_last(f, &t, m);
            if (key)
                keys[count++] = key;
        }
        bool may_be_short = x->type == LT_TYPE_MEDIA || (marked && x->name_first <= x->first + 1); /* no Ausschuss „Zelt“ */
        for (uint32_t k = m + 1; k < d->mentions.count; k++) {
            lt_party_fact *p = f->party_of[k] == LAUT_NONE ? NULL : &f->parties[f->party_of[k]];
            if (d->mentions.at[k].first <= x->first)
                continue;
            uint64_t last = may_be_short && is_short_for_a_medium(&d->mentions.at[k]) ? named_last(f, &t, k) : 0;
            for (uint32_t i = 0; i < count; i++)
                if (keys[i] == last || is_called(d, &d->mentions.at[k], keys[i])) {
                    f->told[k] = d->mentions.at[k].sentence > x->sentence;
                    if (p && !p->addressed)
                        p->addressed = x->last;
                }
        }
    }
}

static void mark_denied(lt_facts *f, uint32_t sentence)
{
    for (uint32_t s = sentence < 2 ? 0 : sentence - 2; s <= sentence; s++)
        f->denied[s] = true;
}

/* Enders sagt dazu kein Wort: for herself alone, and so does who is somebody with a name (der Rennleiter), or says so in
 * words that are theirs (mehr wolle sie dazu nicht sagen). */
static bool is_for_oneself(const lt_facts *f, const laut_no_comment *x)
{
    const lt_document *d = f->d;
    uint32_t party = x->chain_count ? x->chain[0].party : LAUT_NONE;
    if (party == LAUT_NONE || d->parties.at[party].type != LAUT_PERSON)
        return false;
    if (x->chain[0].resolved == LAUT_BY_NAME)
        return true;
    uint32_t t = x->words.count ? lt_token_at(d, x->words.at[0].begin) : d->tokens.count;
    uint32_t c = t < d->tokens.count ? f->claim_of[t] : LAUT_NONE;
    if (c != LAUT_NONE && d->claims.at[c].chain[0].party == party)
        return true;
    return x->chain[0].resolved == LAUT_BY_DESCRIPTION && f->parties[party].introduced;
}

/* Whose words are those of somebody else: a lawyer, a spokeswoman, an office; no investigator, no neighbour. */
static bool answers_for_others(const lt_document *d, const lt_mention *m)
{
    const char *traits = m->entry == LAUT_NONE ? "" : lt_entry_cell(d->engine, m->entry, "traits");
    return m->type == LT_TYPE_ORGANIZATION || m->type == LT_TYPE_GROUP || lt_cell_has(traits, "counsel") || lt_cell_has(traits, "spokes");
}

/* Der Dompteur habe schon in Polen Ärger gehabt: carried on, and of him rather than his. */
static bool is_about_a_person(const lt_facts *f, uint32_t claim)
{
    const lt_document *d = f->d;
    const lt_ranges *r = &f->claims[claim].content;
    if (!f->claims[claim].attributed || d->claims.at[claim].kind != LAUT_INDIRECT_FREE_INDIRECT || !r->count ||
        d->claims.at[claim].chain[0].resolved != LAUT_CONTINUED)
        return false;
    uint32_t c = d->clause_of[r->at[0].first], subject = c == LAUT_NONE ? LAUT_NONE : d->arguments[c].subject;
    const lt_mention *m = subject == LAUT_NONE ? NULL : &d->mentions.at[subject];
    return m && !m->pronoun && m->features & LT_F(sg) && (m->named || m->definite) &&
           (m->type == LT_TYPE_PERSON || (m->entry == LAUT_NONE && !lt_is_listed_noun(d, m)));
}

static void find_replies(lt_facts *f)
{
    lt_document *d = f->d;
    uint32_t room = 4 * d->mentions.count + 1, count = 0;
    uint64_t *keys = lt_arena_alloc(&d->arena, room * sizeof *keys);
    bool *speaks = lt_arena_alloc(&d->arena, d->parties.count + 1);
    if (!keys || !speaks)
        return;
    for (uint32_t i = 0; i < d->claims.count; i++) {
        const lt_ranges *r = &f->claims[i].content; /* a quotation that begins a paragraph may be anybody's */
        bool loose = r->count && d->claims.at[i].chain_count && d->claims.at[i].chain[0].resolved == LAUT_CONTINUED &&
                     !f->claims[i].cue.count && d->tokens.at[r->at[0].first].flags & LT_PARA_BEFORE;
        /* er, who may be either of two: no answer of the one */
        loose |= d->claims.at[i].chain_count && (d->claims.at[i].chain[0].resolved == LAUT_AMBIGUOUS || f->claims[i].fitting > 1);
        loose |= is_about_a_person(f, i);
        if (f->claims[i].attributed && !loose)
            speaks[lt_side_of(f, d->claims.at[i].chain[0].party)] = true;
    }
    for (uint32_t i = 0; i < d->claims.count; i++)
        if (d->claims.at[i].act == LAUT_DENIAL)
            mark_denied(f, d->claims.at[i].sentence);
    for (uint32_t i = 0; i < d->no_comments.count; i++)
        if (!is_for_oneself(f, &d->no_comments.at[i]))
            mark_denied(f, d->no_comments.at[i].sentence_index);
    for (uint32_t i = 0; i < d->no_comments.count; i++)
        if (d->no_comments.at[i].chain_count && d->no_comments.at[i].chain[0].party != LAUT_NONE)
            speaks[lt_side_of(f, d->no_comments.at[i].chain[0].party)] = true;
    for (uint32_t m = 0; m < d->mentions.count; m++) {
        const lt_mention *x = &d->mentions.at[m];
        uint32_t p = f->party_of[m];
        if (p == LAUT_NONE || !speaks[lt_side_of(f, p)] || x->pronoun)
            continue;
        keys[count++] = key_of(d, x);
        if (x->attribute != LAUT_NONE && d->mentions.at[x->attribute].type != LT_TYPE_THING)
            keys[count++] = key_of(d, &d->mentions.at[x->attribute]);
        /* seine Anwältin, ihr Sprecher, sein Büro: for those who were named just before */
        bool for_them = x->possessive && answers_for_others(d, x);
        for (uint32_t k = m; for_them && k-- > 0 && count < room;) {
            const lt_mention *y = &d->mentions.at[k];
            if (y->sentence + 2 < x->sentence)
                break;
            if (!y->pronoun && y->type <= LT_TYPE_ORGANIZATION)
                keys[count++] = key_of(d, y);
        }
    }
    qsort(keys, count, sizeof *keys, lt_by_key);
    for (uint32_t m = 0; m < d->mentions.count; m++) {
        uint32_t who = f->meant[m] = lt_meant(f, m), p = f->party_of[who];
        const lt_mention *x = &d->mentions.at[who];
        uint64_t key = key_of(d, x);
        f->answers[m] = (p != LAUT_NONE && speaks[lt_side_of(f, p)]) ||
                        bsearch(&key, keys, count, sizeof *keys, lt_by_key) != NULL;
        /* Otto Grothe Betrug (vorwerfen): the name may have gone too far; its first word is the given name */
        for (uint32_t t = x->name_first + 1; t < x->name_last && !f->answers[m]; t++) {
            key = key_at(d, x, t);
            f->answers[m] = bsearch(&key, keys, count, sizeof *keys, lt_by_key) != NULL;
        }
    }
}

void lt_find_answers(lt_facts *f)
{
    find_addressed(f);
    find_replies(f);
}
