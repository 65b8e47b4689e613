/* Who answers: says something, or is said to have said nothing; and which media somebody has spoken to. */
#include "audit/facts.h"

#include <stdlib.h>
#include <string.h>

#include "engine/morphology.h"
#include "stages/extent.h"
#include "stages/mastheads.h"

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

/* The noun in front of a name in quotation marks: die Radiosendung „Land am Mittag“; else the head, or LAUT_NONE: a name. */
static uint32_t noun_of(const lt_document *d, const lt_mention *m)
{
    if (!m->named)
        return m->head;
    return m->name_first > m->first && d->tokens.at[m->name_first].kind == LT_MARK ? m->name_first - 1 : LAUT_NONE;
}

/* Where one speaks to a medium: zu Gast, in der Sendung, im Studio. `owned`: or where a medium stands behind it, whose it
 * is: auf Anfrage des „Boten“. */
static bool is_stage(const lt_document *d, const lt_mention *m, bool owned)
{
    uint32_t at = noun_of(d, m);
    if (at == LAUT_NONE || m->pronoun || m->preposition == LAUT_NONE || !(owned || m->features & LT_F(dat)))
        return false;
    const lt_table *t = lt_engine_table(d->engine, "lex/stages.tsv", NULL);
    const lt_token *noun = &d->tokens.at[at];
    for (uint32_t r = 0; t && r < t->row_count; r++) {
        const char *word = lt_cell(t, r, "word");
        size_t n = strlen(word);
        if (noun->folded_size >= n && memcmp(noun->folded + noun->folded_size - n, word, n) == 0 && (owned || !*lt_cell(t, r, "owned")))
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
        if (d->mentions.at[m].clause != LAUT_NONE && (is_talk(d, &d->mentions.at[m]) || is_stage(d, &d->mentions.at[m], false)))
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
    if (x->type != LT_TYPE_MEDIA && is_stage(d, x, false))
        return x->clause != LAUT_NONE && d->clauses.at[x->clause].report != LAUT_NONE;
    if (x->clause == LAUT_NONE || t->hand[x->first] || (x->type != LT_TYPE_MEDIA && !is_title_in_marks(d, x)))
        return false;
    const lt_mention *owner = x->owner == LAUT_NONE ? NULL : &d->mentions.at[x->owner];
    if (owner && (is_talk(d, owner) || is_stage(d, owner, true) || t->addressee[owner->first]))
        return true; /* Reportern des „Boten“ */
    if (owner && (owner->type == LT_TYPE_PERSON || owner->type == LT_TYPE_GROUP) && owner->features & LT_F(dat) && owner->preposition != LAUT_NONE && owner->next != m &&
        d->clauses.at[x->clause].report != LAUT_NONE)
        return true; /* sprach mit Reportern des „Boten“ */
    const lt_token *mark = x->first > 1 ? &d->tokens.at[x->first - 1] : NULL;
    if (mark && mark->kind == LT_MARK && lt_is(d, x->first - 2, LT_PREP) && !lt_is_within(d->engine, mark[-1].form))
        return false; /* kritisierte er laut „welle.de“ */
    const lt_arguments *a = &d->arguments[x->clause];
    if (asks(d, x, a->subject))
        return true;
    return (x->features & LT_F(dat) || a->genitive == m) && a->subject != m &&
           (t->speaks[x->clause] || d->clauses.at[x->clause].report != LAUT_NONE ||
            (x->preposition == LAUT_NONE && a->dative == m &&
             (is_word_of(d, a->subject, a->accusative) || is_word_of(d, a->accusative, a->subject))));
}

/* Der „Kurier“; der Märkische Kurier, which is a noun with an adjective in capitals. */
static bool has_name(const lt_document *d, const lt_mention *m)
{
    return m->named || (m->head > m->first + 1 && d->tokens.at[m->head - 1].flags & LT_CAPITAL && m->type == LT_TYPE_MEDIA);
}

/* Dem Sender, in der Zeitung: the key of the medium that was named last; else of something of no lexicon where somebody
 * spoke (sprach in der Ostwelle … sagte dem Sender); or 0. */
static uint64_t named_last(const lt_facts *f, const talk *t, uint32_t m)
{
    const lt_document *d = f->d;
    uint64_t unknown = 0, title = 0;
    for (uint32_t k = m; k-- > 0 && d->mentions.at[k].sentence + MEDIUM_BACK > d->mentions.at[m].sentence;) {
        const lt_mention *y = &d->mentions.at[k];
        if (has_name(d, y) && y->type == LT_TYPE_MEDIA)
            return medium_key(d, y);
        if (!title && y->named && is_title_in_marks(d, y))
            title = medium_key(d, y); /* a bar „Blue Moon“ is no medium, if there is one */
        if (!unknown && !y->pronoun && y->preposition != LAUT_NONE && y->features & LT_F(dat) && y->clause != LAUT_NONE &&
            y->type != LT_TYPE_PERSON && (t->speaks[y->clause] || d->clauses.at[y->clause].report != LAUT_NONE) &&
            !lt_is_listed_noun(d, y) && d->tokens.at[y->head].flags & LT_CAPITAL)
            unknown = key_before(d, y->head, y->head + 1);
    }
    return title ? title : unknown;
}

/* Sagte dem NDX, der Rundschau: an abbreviation that no lexicon has, or what papers are called. */
static bool may_be_a_medium(const lt_document *d, const lt_mention *m)
{
    const lt_token *t = &d->tokens.at[m->head];
    bool paper = m->type == LT_TYPE_THING && m->features & LT_F(sg) && lt_masthead_is_plain(d, m->head);
    return m->entry == LAUT_NONE && m->definite && m->head + 1 == m->last && m->type != LT_TYPE_PERSON && t->folded_size > 1 &&
           (t->flags & LT_ALL_CAPITAL || paper) && !lt_is_listed_noun(d, m);
}

/* Die Zeitung, im Blatt: of the one that was named last. */
static bool is_short_for_a_medium(const lt_document *d, const lt_mention *m)
{
    bool definite = m->definite || (m->preposition != LAUT_NONE && m->first == m->head);
    return m->type == LT_TYPE_MEDIA && definite && !has_name(d, m) && !m->pronoun && m->features & LT_F(sg);
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
        if ((x->type != LT_TYPE_MEDIA && !marked && !is_stage(d, x, false) && !may_be_a_medium(d, x)) || !is_addressed(f, &t, m))
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
        if (!x->named && (t.addressee[x->first] || is_stage(d, x, false)) && count < 3) {
            uint64_t key = named_last(f, &t, m);
            if (key)
                keys[count++] = key;
        }
        bool may_be_short = x->type == LT_TYPE_MEDIA || (marked && x->name_first <= x->first + 1); /* no Ausschuss „Zelt“ */
        for (uint32_t k = m + 1; k < lt_looked_ahead(d, x); k++) {
            lt_party_fact *p = f->party_of[k] == LAUT_NONE ? NULL : &f->parties[f->party_of[k]];
            if (d->mentions.at[k].first <= x->first)
                continue;
            uint64_t last = may_be_short && is_short_for_a_medium(d, &d->mentions.at[k]) ? named_last(f, &t, k) : 0;
            for (uint32_t i = 0; i < count; i++)
                if (keys[i] == last || is_called(d, &d->mentions.at[k], keys[i])) {
                    f->told[k] = d->mentions.at[k].sentence > x->sentence;
                    if (p && !p->addressed)
                        p->addressed = x->last;
                }
        }
    }
}

enum { DENIED_BACK = 2, DENIED_IN_PARAGRAPH = 5 /* sentences */ };

/* Der Verband wirft dem Land Säumnis vor. … Das Ministerium widersprach. */
static void mark_denied(lt_facts *f, uint32_t sentence)
{
    const lt_document *d = f->d;
    bool same = true; /* paragraph */
    for (uint32_t s = sentence + 1; s-- > 0 && sentence - s <= (same ? DENIED_IN_PARAGRAPH : DENIED_BACK);) {
        f->denied[s] = true;
        same &= !(d->tokens.at[d->sentences.at[s].first].flags & LT_PARA_BEFORE);
    }
}

/* Whose business it is to accuse: the police, a prosecutor. */
static bool accuses(const lt_document *d, const lt_mention *m)
{
    return m->entry != LAUT_NONE && lt_cell_has(lt_entry_cell(d->engine, m->entry, "traits"), "accuses");
}

/* Enders sagt dazu kein Wort: for herself alone, and so does who is somebody with a name (der Rennleiter), or says so in
 * words that are theirs (mehr wolle sie dazu nicht sagen); and so do investigators. */
static bool is_for_oneself(const lt_facts *f, const laut_no_comment *x)
{
    const lt_document *d = f->d;
    uint32_t party = x->chain_count ? x->chain[0].party : LAUT_NONE;
    if (party == LAUT_NONE)
        return false;
    uint32_t first = x->chain[0].words.count ? lt_token_at(d, x->chain[0].words.at[0].begin) : d->tokens.count;
    uint32_t s = first < d->tokens.count ? d->sentence_of[first] : d->sentences.count;
    for (uint32_t n = s < d->sentences.count ? f->first_mention[s] : 0; s < d->sentences.count && n < f->first_mention[s + 1]; n++)
        if (d->mentions.at[f->by_sentence[n]].first == first && accuses(d, &d->mentions.at[f->by_sentence[n]]))
            return true;
    if (d->parties.at[party].type != LAUT_PERSON)
        return false;
    if (x->chain[0].resolved == LAUT_BY_NAME)
        return true;
    uint32_t t = x->words.count ? lt_token_at(d, x->words.at[0].begin) : d->tokens.count;
    uint32_t c = t < d->tokens.count ? f->claim_of[t] : LAUT_NONE;
    if (c != LAUT_NONE && d->claims.at[c].chain[0].party == party)
        return true;
    return x->chain[0].resolved == LAUT_BY_DESCRIPTION && f->parties[party].introduced;
}

/* Whose words are those of somebody else: a lawyer, a spokeswoman, an office; no investigator, no neighbours. */
static bool answers_for_others(const lt_document *d, const lt_mention *m)
{
    const char *traits = m->entry == LAUT_NONE ? "" : lt_entry_cell(d->engine, m->entry, "traits");
    return m->type == LT_TYPE_ORGANIZATION || lt_cell_has(traits, "counsel") || lt_cell_has(traits, "spokes");
}

static bool is_somebody(const lt_mention *m)
{
    return m->type == LT_TYPE_PERSON || m->type == LT_TYPE_GROUP ||
           (m->pronoun && m->features & LT_F(pers) && (m->features & LT_GENDERS) == LT_F(m));
}

/* Who investigates denies nothing for those who are accused, nor does somebody with a name who is no counsel. */
static bool denies_for_oneself(const lt_facts *f, uint32_t claim)
{
    const lt_document *d = f->d;
    const laut_claim *c = &d->claims.at[claim];
    if (!c->chain_count || f->claims[claim].mention == LAUT_NONE)
        return false;
    const lt_mention *m = &d->mentions.at[f->claims[claim].mention];
    uint32_t clause = f->claims[claim].clause, object = clause == LAUT_NONE ? LAUT_NONE : d->arguments[clause].accusative;
    if (accuses(d, m) || (object != LAUT_NONE && is_somebody(&d->mentions.at[object])))
        return true; /* der Klub hat ihn ausgeschlossen */
    return c->chain[0].resolved == LAUT_BY_NAME && m->type == LT_TYPE_PERSON && d->parties.at[c->chain[0].party].type == LAUT_PERSON && m->attribute == LAUT_NONE &&
           !answers_for_others(d, m);
}

/* Grothe habe die Leute angewiesen, zu schweigen, sagt Ada Brandt: what he said is in her words. */
static bool is_in_other_words(const lt_document *d, const laut_claim *c)
{
    const laut_claim *around = c->parent == LAUT_NONE ? NULL : &d->claims.at[c->parent];
    return around && around->kind != LAUT_REPORTED && c->kind != LAUT_DIRECT && around->chain_count && c->chain_count && around->chain[0].party != c->chain[0].party;
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

/* A word by which somebody who answers is known, with the given name, where there is one: Ada Grothe is not Otto Grothe. */
typedef struct { uint64_t key, given; } reply;

/* The first word of a person's name of several, or 0. */
static uint64_t given_in(const lt_document *d, const lt_mention *x)
{
    const lt_token *t = &d->tokens.at[x->name_first];
    return x->type == LT_TYPE_PERSON && x->name_last > x->name_first + 1 ? lt_hash_of(t->folded, t->folded_size) : 0;
}

/* The same of the mention, else of the party that it belongs to. */
static uint64_t given_of(const lt_facts *f, const uint64_t *names, uint32_t m)
{
    uint64_t own = given_in(f->d, &f->d->mentions.at[m]);
    return own || f->party_of[m] == LAUT_NONE ? own : names[f->party_of[m]];
}

static int by_reply(const void *a, const void *b)
{
    const reply *x = a, *y = b;
    return x->key != y->key ? (x->key > y->key) - (x->key < y->key) : (x->given > y->given) - (x->given < y->given);
}

/* The first in the order of by_reply() whose key is that or a greater one. */
static uint32_t first_with(const reply *at, uint32_t count, uint64_t key)
{
    uint32_t low = 0, high = count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (at[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* They are sorted, so the first with the key is anybody's, if there is such a one. */
static bool has_reply(const reply *at, uint32_t count, uint64_t key, uint64_t given)
{
    uint32_t low = first_with(at, count, key);
    if (low == count || at[low].key != key)
        return false;
    return !given || !at[low].given || bsearch(&(reply){key, given}, at, count, sizeof *at, by_reply) != NULL;
}

/* The mention stands in what its own party says of it: „Die Werft habe getäuscht“, sagte ihre Anwältin. */
static bool is_told_of(const lt_facts *f, uint32_t who, uint32_t party)
{
    uint32_t c = f->said_in[f->d->mentions.at[who].head];
    return c != LAUT_NONE && f->claims[c].attributed && f->d->claims.at[c].chain[0].party == party;
}

/* „Er hat mich betrogen“, sagt Ada Brandt über Otto Grothe; sie zeigt ein Foto von ihm; mit Blick auf Otto Grothe sagte
 * sie, der Minister habe gelogen: of a pronoun or short description in somebody's words the person whom the rest of the
 * sentence names, behind a preposition with the accusative or as an attribute. */
static uint32_t named_by_frame(const lt_facts *f, uint32_t m)
{
    const lt_document *d = f->d;
    const lt_mention *x = &d->mentions.at[m];
    uint32_t c = f->said_in[x->head], best = LAUT_NONE;
    bool described = x->type == LT_TYPE_PERSON && x->definite && !x->named && !x->possessive && x->attribute == LAUT_NONE;
    if (c == LAUT_NONE || !f->claims[c].attributed || !(x->features & LT_F(sg)) || !(described || x->pronoun) ||
        x->features & (LT_F(p1) | LT_F(p2) | LT_F(indef) | LT_F(refl)))
        return LAUT_NONE;
    for (uint32_t n = f->first_mention[x->sentence]; n < f->first_mention[x->sentence + 1]; n++) {
        uint32_t k = f->by_sentence[n];
        const lt_mention *y = &d->mentions.at[k], *owner = y->owner == LAUT_NONE ? NULL : &d->mentions.at[y->owner];
        bool attribute = owner && owner->type == LT_TYPE_THING && !is_talk(d, owner);
        bool about = y->preposition != LAUT_NONE && y->features & LT_F(acc);
        if (!y->named || y->type != LT_TYPE_PERSON || f->said_in[y->head] == c || !(attribute || about) ||
            !(y->features & x->features & LT_GENDERS))
            continue;
        if (best != LAUT_NONE)
            return LAUT_NONE;
        best = k;
    }
    return best;
}

/* Der Zeuge ist angeklagt, …: the subject of a state says nothing, though it is found as who accuses. */
static bool is_accused(const lt_document *d, const laut_claim *c, uint32_t clause)
{
    if (c->act != LAUT_ACCUSATION || clause == LAUT_NONE)
        return false;
    const lt_clause *x = &d->clauses.at[clause];
    return x->perfect && x->features & LT_F(copula) && d->arguments[clause].accusative == LAUT_NONE;
}

/* A word is the end, or the beginning, of another one: die Pressestelle des Werks for das Zementwerk, the Verbandspräsident
 * for the Verband. */
static bool is_part(const lt_token *part, const lt_token *of, bool end)
{
    enum { LEAST = 4 };
    size_t n = part->folded_size, m = of->folded_size;
    if (end && n > 2 && part->folded[n - 1] == 's')
        n--;
    return part->flags & LT_CAPITAL && of->flags & LT_CAPITAL && n >= LEAST && n + 2 < m && memcmp(of->folded + (end ? m - n : 0), part->folded, n) == 0;
}

/* Landesregierung, Regierungssprecher: the end of the body's noun begins that of who speaks for it. */
static bool is_tail(const lt_token *body, const lt_token *who)
{
    enum { LEAST = 6 };
    size_t n = body->folded_size, m = who->folded_size;
    for (size_t k = body->flags & who->flags & LT_CAPITAL ? LEAST : n + 1; k < n && k + 2 < m; k++)
        if (memcmp(body->folded + n - k, who->folded, k) == 0)
            return true;
    return false;
}

/* Who answers speaks for the body by what he is: its chief, its press office. */
static bool is_of_body(const lt_document *d, const lt_mention *who, const lt_mention *body)
{
    const lt_mention *a = who->attribute == LAUT_NONE ? NULL : &d->mentions.at[who->attribute];
    for (uint32_t t = body->first; t < body->core_last; t++) {
        for (uint32_t k = who->first; who->type == LT_TYPE_PERSON && k < who->core_last; k++)
            if (is_part(&d->tokens.at[t], &d->tokens.at[k], false) || is_tail(&d->tokens.at[t], &d->tokens.at[k]))
                return true;
        if (a && !a->named && a->definite && is_part(&d->tokens.at[a->head], &d->tokens.at[t], true))
            return true;
    }
    return false;
}

/* The mentions of those who speak, each wording of them once (what is kept as `given` is the mention). */
static uint32_t *speakers(lt_facts *f, uint32_t *count)
{
    lt_document *d = f->d;
    reply *all = lt_arena_alloc(&d->arena, (d->claims.count + 1) * sizeof *all);
    uint32_t *out = lt_arena_alloc(&d->arena, (d->claims.count + 1) * sizeof *out), n = 0;
    for (uint32_t i = 0; all && out && i < d->claims.count; i++)
        if (f->claims[i].mention != LAUT_NONE) {
            const lt_mention *m = &d->mentions.at[f->claims[i].mention];
            uint32_t begin = d->tokens.at[m->first].begin, end = d->tokens.at[m->last - 1].end;
            all[n++] = (reply){lt_hash_of(d->text.bytes + begin, end - begin), f->claims[i].mention};
        }
    if (n)
        qsort(all, n, sizeof *all, by_reply);
    for (uint32_t i = 0; i < n; i++)
        if (!i || all[i].key != all[i - 1].key)
            out[(*count)++] = (uint32_t)all[i].given;
    return out;
}

/* Seine Fraktion: nothing of a woman's. */
static bool may_own(const lt_document *d, const lt_mention *owner, const lt_mention *what)
{
    const char *whose = what->possessive ? lt_possessive_owner(d, what->first) : "";
    uint64_t genders = lt_genders_of(d, owner);
    bool several = !(owner->features & LT_F(sg)) && owner->features & LT_F(pl);
    return !*whose || (several && lt_cell_has(whose, "pl")) || (lt_cell_has(whose, "m") && genders & LT_F(m)) ||
           (lt_cell_has(whose, "f") && genders & LT_F(f)) || (lt_cell_has(whose, "n") && genders & LT_F(n)) ||
           !(lt_cell_has(whose, "m") || lt_cell_has(whose, "f") || lt_cell_has(whose, "n"));
}

/* The first body that is called after somebody who answers: der Fahrdienst Brandt, and Otto Brandt speaks. */
static uint32_t house_of_speaker(const lt_document *d, const reply *at, uint32_t count)
{
    for (uint32_t m = 0; m < d->mentions.count; m++) {
        const lt_mention *x = &d->mentions.at[m];
        if (x->type != LT_TYPE_ORGANIZATION || x->head + 1 != x->name_first || x->name_last <= x->name_first)
            continue;
        uint64_t key = key_of(d, x);
        uint32_t end = first_with(at, count, key + 1);
        if (end && at[end - 1].key == key && at[end - 1].given) /* of those with the key, who has a given name comes last */
            return m;
    }
    return LAUT_NONE;
}

/* Die Firma, behind the one that is called after somebody who answers. */
static bool is_their_house(const lt_document *d, uint32_t house, const lt_mention *x)
{
    return house != LAUT_NONE && x->first > d->mentions.at[house].last && x->type == LT_TYPE_ORGANIZATION && !x->named && x->definite &&
           x->attribute == LAUT_NONE && x->entry != LAUT_NONE && lt_entry_has(d->engine, x->entry, LT_HAS(traits, company));
}

static void find_replies(lt_facts *f)
{
    lt_document *d = f->d;
    uint32_t room = 4 * d->mentions.count + 1, count = 0;
    reply *keys = lt_arena_alloc(&d->arena, room * sizeof *keys);
    bool *speaks = lt_arena_alloc(&d->arena, d->parties.count + 1);
    uint64_t *given = lt_arena_alloc(&d->arena, (d->parties.count + 1) * sizeof *given);
    if (!keys || !speaks || !given)
        return;
    for (uint32_t m = 0; m < d->mentions.count; m++)
        if (f->party_of[m] != LAUT_NONE && !given[f->party_of[m]])
            given[f->party_of[m]] = given_in(d, &d->mentions.at[m]);
    for (uint32_t i = 0; i < d->claims.count; i++) {
        const lt_ranges *r = &f->claims[i].content; /* a quotation that begins a paragraph may be anybody's */
        bool loose = r->count && d->claims.at[i].chain_count && d->claims.at[i].chain[0].resolved == LAUT_CONTINUED &&
                     !f->claims[i].cue.count && d->tokens.at[r->at[0].first].flags & LT_PARA_BEFORE;
        /* er, who may be either of two: no answer of the one */
        loose |= d->claims.at[i].chain_count && (d->claims.at[i].chain[0].resolved == LAUT_AMBIGUOUS || f->claims[i].fitting > 1);
        loose |= is_in_other_words(d, &d->claims.at[i]) || is_about_a_person(f, i) || is_accused(d, &d->claims.at[i], f->claims[i].clause);
        if (f->claims[i].attributed && !loose)
            speaks[lt_side_of(f, d->claims.at[i].chain[0].party)] = true;
    }
    for (uint32_t i = 0; i < d->claims.count; i++)
        if (d->claims.at[i].act == LAUT_DENIAL && !denies_for_oneself(f, i))
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
        keys[count++] = (reply){key_of(d, x), given_of(f, given, m)};
        if (x->attribute != LAUT_NONE && d->mentions.at[x->attribute].type != LT_TYPE_THING)
            keys[count++] = (reply){key_of(d, &d->mentions.at[x->attribute]), 0};
        /* seine Anwältin, ihr Sprecher, sein Büro: for those who were named just before; so does Verteidiger Jan Wolf */
        bool for_them = (x->possessive && answers_for_others(d, x)) ||
                        (x->attribute == LAUT_NONE && x->entry != LAUT_NONE && lt_cell_has(lt_entry_cell(d->engine, x->entry, "traits"), "defends"));
        for (uint32_t k = m; for_them && k-- > 0 && count < room;) {
            const lt_mention *y = &d->mentions.at[k];
            if (y->sentence + 2 < x->sentence)
                break;
            if (!y->pronoun && y->type <= LT_TYPE_ORGANIZATION && !is_told_of(f, k, p) && may_own(d, y, x))
                keys[count++] = (reply){key_of(d, y), 0};
        }
    }
    qsort(keys, count, sizeof *keys, by_reply);
    uint32_t voices = 0, *voice = speakers(f, &voices), house = house_of_speaker(d, keys, count);
    for (uint32_t m = 0; m < d->mentions.count; m++) {
        uint32_t named = named_by_frame(f, m), who = f->meant[m] = named == LAUT_NONE ? lt_meant(f, m) : named, p = f->party_of[who];
        const lt_mention *x = &d->mentions.at[who];
        uint64_t own = given_of(f, given, who);
        f->answers[m] = (p != LAUT_NONE && speaks[lt_side_of(f, p)]) || has_reply(keys, count, key_of(d, x), own);
        /* Otto Grothe Betrug (vorwerfen): the name may have gone too far; its first word is the given name */
        for (uint32_t t = x->name_first + 1; t < x->name_last && !f->answers[m]; t++)
            f->answers[m] = has_reply(keys, count, key_at(d, x, t), own);
        f->answers[m] |= p == LAUT_NONE && is_their_house(d, house, x);
        for (uint32_t i = 0; x->type == LT_TYPE_ORGANIZATION && i < voices && !f->answers[m]; i++)
            f->answers[m] = is_of_body(d, &d->mentions.at[voice[i]], x);
    }
}

void lt_find_answers(lt_facts *f)
{
    find_addressed(f);
    find_replies(f);
}
