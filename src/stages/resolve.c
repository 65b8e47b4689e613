#include "stages/resolve.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "engine/morphology.h"
#include "engine/names.h"
#include "stages/extent.h"

static uint32_t joined(lt_registry *r, const uint32_t *members, uint32_t count);

uint32_t lt_stronger(const lt_person *x)
{
    return x->last_subject > x->last_speaker ? x->last_subject : x->last_speaker;
}

/* The same for a mention in the sentence, where who begins it is not meant, too: Brandt hält er für einen Dieb. */
static uint32_t strongest(const lt_document *d, const lt_person *x, uint32_t sentence)
{
    uint32_t topic = x->last_topic && d->sentence_of[x->last_topic - 1] < sentence ? x->last_topic : 0;
    return topic > lt_stronger(x) ? topic : lt_stronger(x);
}

/* Whether two persons are as near to a pronoun: both were subjects of main clauses of the same sentence
 * before it, and nobody can say which is meant. Otto Grothe und Malte Hansen stritten. Er sagte … */
bool lt_are_rivalling(const lt_document *d, const lt_person *x, const lt_person *y, uint32_t sentence)
{
    if (x->type != LAUT_PERSON || y->type != LAUT_PERSON || !x->last_subject || !y->last_subject ||
        x->last_speaker > x->last_subject || y->last_speaker > y->last_subject)
        return false;
    uint32_t a = x->last_subject - 1, b = y->last_subject - 1;
    if (d->clause_of[a] == d->clause_of[b] && lt_gives_name(d, a))
        return false;
    return d->sentence_of[a] == d->sentence_of[b] && d->sentence_of[a] < sentence && d->sentence_of[a] + 2 >= sentence &&
           d->sentence_of[x->last - 1] == d->sentence_of[a] && d->sentence_of[y->last - 1] == d->sentence_of[b] &&
           lt_is_in_main(d, a) && lt_is_in_main(d, b);
}

/* Kritik kommt von Otto Grothe. Das sei teuer, sagt er: somebody is named first by the author in a main clause
 * whose subject is nobody. */
static bool brought_in(const lt_document *d, const lt_person *x)
{
    uint32_t token = x->last - 1, c = d->clause_of[token];
    if (!x->word_count || x->spans.count != 1 || d->claimed[d->sentence_of[token]] || c == LAUT_NONE || d->clauses.at[c].kind != LT_MAIN)
        return false;
    uint32_t subject = d->arguments[c].subject;
    return subject != LAUT_NONE && d->mentions.at[subject].type == LT_TYPE_THING && !d->mentions.at[subject].pronoun;
}

void lt_add_rival(lt_registry *r, uint32_t best, uint32_t p)
{
    lt_rivals *v = &r->rivals;
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

/* Gern hätten sie unter Grothe gespielt, sagte der Kapitän; Grothe habe gelogen, sagte er; sein Vater habe ihm geraten, zu gehen,
 * sagte er: whom somebody names, or brings in, in what he says is somebody else. `token`: of the word for who says it. */
bool lt_is_named_in_content(const lt_document *d, const lt_person *x, uint32_t token)
{
    uint32_t name = x->last - 1, c = d->clause_of[token];
    return (x->word_count || x->spans.count == 1) && c != LAUT_NONE && d->clauses.at[c].report != LAUT_NONE && d->clauses.at[c].verb_first && d->clauses.at[c].kind == LT_MAIN &&
           d->sentence_of[name] == d->sentence_of[token] && name < d->clauses.at[c].first && d->clause_of[name] != LAUT_NONE &&
           d->clauses.at[d->clause_of[name]].features & (LT_F(subj1) | LT_F(subj2));
}

/* Die Frau, so sagte sie, komme vom Amt. Das Geld ist weg. Wo es ist, teilte die Polizei nicht mit. Sie rät, …: a body that
 * does the saying in the sentence before goes before a person without a name of whom that sentence is not. */
static bool says_before(const lt_document *d, const lt_person *x, uint32_t sentence)
{
    if (x->type != LAUT_ORGANIZATION || x->place || !x->last_subject || d->sentence_of[x->last_subject - 1] + 1 != sentence)
        return false;
    uint32_t c = d->clause_of[x->last_subject - 1];
    return c != LAUT_NONE && d->clauses.at[c].kind == LT_MAIN && d->clauses.at[c].report != LAUT_NONE;
}

/* ¶ Im Dorf hat sich eine Initiative gegründet. Sie verlangt …: a body without a name that comes in as the subject of a paragraph's
 * first sentence, and the pronoun begins the second. */
static bool new_topic(const lt_document *d, const lt_person *x, uint32_t token)
{
    uint32_t s = d->sentence_of[token];
    return x->type == LAUT_ORGANIZATION && !x->place && !x->word_count && x->spans.count == 1 && x->last_subject && s &&
           token == d->sentences.at[s].first && d->sentence_of[x->last_subject - 1] + 1 == s && d->sentences.at[s - 1].paragraph && !d->sentences.at[s].paragraph;
}

/* The best party for a pronoun: who was subject or speaker last, else who was named last. `apart`: nobody who is named in
 * what the pronoun says; without it, nobody but by a description (die Köchin). */
static uint32_t most_recent(lt_registry *r, uint32_t token, uint64_t genders, bool is_plural, bool any_number, bool apart)
{
    const lt_document *d = r->d;
    uint32_t best = LAUT_NONE;
    uint64_t best_score = 0;
    uint32_t sentence = d->sentence_of[token], now = r->told[sentence];
    lt_walk w = lt_walk_back(r);
    for (uint32_t p; (p = lt_step_back(r, &w)) != LAUT_NONE;) {
        const lt_person *x = &r->people.at[p];
        if (x->last > token + 1 || (!any_number && x->plural != is_plural))
            continue;
        if (!is_plural && !lt_is_compatible(x, genders))
            continue;
        if ((apart || !x->word_count) && x->type == LAUT_PERSON && lt_is_named_in_content(d, x, token))
            continue;
        /* Die Agentur NLP berichtete davon. Wie sie erfuhr, …: a medium only if the sentence before is about it */
        bool told = x->type == LAUT_MEDIA && x->last_subject && lt_told_at(r, x->last_subject - 1) + 1 == now;
        if ((x->type == LAUT_MEDIA && !told) || x->type == LAUT_DOCUMENT || (x->place && !x->last_speaker))
            continue;
        uint32_t strong = strongest(d, x, sentence), named = d->sentence_of[x->last - 1];
        if (x->type == LAUT_PERSON && !x->faint && named + 1 == sentence && d->sentences.at[named].first > strong && brought_in(d, x))
            strong = d->sentences.at[named].first;
        uint64_t score = x->last;
        if (strong && lt_told_at(r, strong - 1) + 2 >= now)
            score = (uint64_t)strong + ((uint64_t)1 << 33);
        /* a person goes before a body, one named less lately before a body that was only named, which goes before
         * a person who was not named lately; whose words go on is as good as named */
        uint32_t lately = lt_told_at(r, (x->last_speaker > x->last ? x->last_speaker : x->last) - 1);
        if ((x->type == LAUT_PERSON && !x->faint && lately + 2 >= now) || is_plural)
            score += (uint64_t)1 << 34;
        else if (x->type == LAUT_PERSON && lately + 4 >= now)
            score += (uint64_t)1 << 32;
        else if (new_topic(d, x, token))
            score += (uint64_t)1 << 34;
        /* Die Gewerkschaft nannte das „schäbig“, für Samstag kündigte sie Streiks an: rather than a Hebamme before;
         * but: Ob gebaut wird, „muss der Rat entscheiden“, sagte er */
        if (x->last_subject && x->last_subject <= token && d->sentence_of[x->last_subject - 1] == sentence &&
            d->quote_of[x->last_subject - 1] == d->quote_of[token] &&
            lt_is_in_main(d, x->last_subject - 1) && lt_is_in_main(d, token) && d->clause_of[x->last_subject - 1] != d->clause_of[token])
            score += (uint64_t)1 << 35;
        if (lt_told_at(r, x->last - 1) + 8 < now) {
            score = x->last / 4;
            if (score < best_score)
                break; /* so are all before it */
        }
        if (x->type == LAUT_PERSON && x->faint && !lt_stronger(x))
            score = 1; /* Schillers „Kabale“: rather anybody else */
        if (score > best_score || (score == best_score && best != LAUT_NONE && p < best)) {
            best_score = score;
            best = p;
        }
    }
    return best;
}

/* Whether the person was what one of the last two sentences before is about. */
static bool was_subject(const lt_registry *r, uint32_t p, uint32_t sentence)
{
    uint32_t last = r->people.at[p].last_subject;
    return last && r->d->sentence_of[last - 1] < sentence && r->told[r->d->sentence_of[last - 1]] + 2 >= r->told[sentence];
}

static uint32_t by_recency(lt_registry *r, uint32_t token, uint64_t genders, bool is_plural, bool any_number)
{
    const lt_document *d = r->d;
    uint32_t sentence = d->sentence_of[token];
    r->rivals.count = 0;
    uint32_t best = most_recent(r, token, genders, is_plural, any_number, true);
    if (best == LAUT_NONE || !was_subject(r, best, sentence)) {
        /* Ida Brandt kam. Die Köchin sei gegangen, sagte sie: the words only look as if she was the Köchin */
        uint32_t other = most_recent(r, token, genders, is_plural, any_number, false);
        if (other != LAUT_NONE && (best == LAUT_NONE || was_subject(r, other, sentence)))
            best = other;
    }
    lt_walk w;
    bool far = best != LAUT_NONE && d->sentence_of[r->people.at[best].last - 1] + (r->people.at[best].word_count ? 3 : 1) < sentence;
    if (far && !is_plural && r->people.at[best].type == LAUT_PERSON) {
        w = lt_walk_back(r);
        for (uint32_t p; (p = lt_step_back(r, &w)) != LAUT_NONE;)
            if (!r->people.at[p].plural && r->people.at[p].last <= token + 1 && lt_is_compatible(&r->people.at[p], genders) &&
                says_before(d, &r->people.at[p], sentence)) {
                best = p;
                break;
            }
    }
    /* rivals were named in the sentence in which the best one was */
    uint32_t rival[LOOK_BACK], count = 0;
    w = lt_walk_back(r);
    for (uint32_t p; best != LAUT_NONE && !is_plural && (p = lt_step_back(r, &w)) != LAUT_NONE;) {
        if (d->sentence_of[r->people.at[p].last - 1] < d->sentence_of[r->people.at[best].last - 1])
            break;
        if (p != best && !r->people.at[p].plural && lt_is_compatible(&r->people.at[p], genders) &&
            lt_are_rivalling(d, &r->people.at[best], &r->people.at[p], sentence))
            rival[count++] = p;
    }
    if (count > 1)
        qsort(rival, count, sizeof *rival, by_number);
    for (uint32_t i = 0; i < count; i++)
        lt_add_rival(r, best, rival[i]);
    return best;
}

/* Whether party `p` was a subject later than `q`. */
static bool sooner(const lt_registry *r, uint32_t p, uint32_t q)
{
    uint32_t a = r->people.at[p].last_subject, b = r->people.at[q].last_subject;
    return a > b || (a == b && p < q);
}

/* beide: the last two who were named together, or one after the other. */
static uint32_t both(lt_registry *r, uint32_t token, laut_party_type type)
{
    const lt_document *d = r->d;
    uint32_t last = LAUT_NONE, other = LAUT_NONE, pair = LAUT_NONE;
    lt_walk w = lt_walk_back(r);
    for (uint32_t p; (p = lt_step_back(r, &w)) != LAUT_NONE;) {
        const lt_person *x = &r->people.at[p];
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

/* The body in front of a hyphen, which a lexicon has: UN-Angaben. */
static uint32_t before_hyphen(lt_registry *r, uint32_t index)
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
    const char *cell = lt_listed_name(d, e, m->head, &column);
    uint64_t entry_key = lt_registry_key(BY_ENTRY, e, column);
    uint32_t known = lt_newest_of(lt_look_up(r, entry_key));
    if (known != LAUT_NONE || !*cell)
        return known;
    lt_person *x = lt_new_person(r, m, index);
    if (!x)
        return LAUT_NONE;
    uint32_t p = (uint32_t)(x - r->people.at);
    x->type = type == LT_TYPE_MEDIA ? LAUT_MEDIA : LAUT_ORGANIZATION;
    x->place = type == LT_TYPE_PLACE;
    x->plural = false;
    x->entry = e;
    x->column = column;
    x->name = lt_arena_copy(&d->arena, cell, strlen(cell));
    x->words[0] = lt_word_hash(t->folded, n - 1);
    x->word_count = 1;
    lt_file_under(r, entry_key, p);
    lt_file_name(r, p);
    return p;
}

/* The party in a compound like Polizeiangaben: its first part, if that is a body by itself. */
static uint32_t in_compound(lt_registry *r, uint32_t index)
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
                strcmp(lt_entry_cell(d->engine, out[i].entry, "type"), "organization") != 0 ||
                lt_cell_has(lt_entry_cell(d->engine, out[i].entry, "traits"), "whole")) /* Dienstpläne are of no Dienst */
                continue;
            const lt_bucket *known = lt_look_up(r, lt_role_key(w, LAUT_ORGANIZATION));
            if (known->people.count)
                return known->people.at[0];
            /* nach Unternehmensangaben: das Unternehmen */
            uint32_t best = LAUT_NONE;
            unsigned kinds = lt_body_kinds(d, out[i].entry);
            bool generic = lt_entry_has(d->engine, out[i].entry, LT_HAS(traits, generic));
            lt_walk back = lt_walk_back(r);
            for (uint32_t p; generic && (p = lt_step_back(r, &back)) != LAUT_NONE;) {
                lt_person *x = &r->people.at[p];
                if (d->sentence_of[x->last - 1] + 6 < m->sentence || (best != LAUT_NONE && x->last < r->people.at[best].last))
                    break;
                if (x->type == LAUT_ORGANIZATION && !x->place && !x->plural && x->last <= m->first &&
                    (x->word_count || x->last_subject) && lt_is_same_kind(d, kinds, x) && (best == LAUT_NONE || p < best))
                    best = p;
            }
            if (best != LAUT_NONE)
                return best;
            lt_person *x = lt_new_person(r, m, index);
            if (!x)
                return LAUT_NONE;
            x->type = LAUT_ORGANIZATION;
            x->plural = false;
            x->genders = out[i].features & LT_GENDERS;
            x->name = lt_arena_copy(&d->arena, text, n);
            x->roles[x->role_count++] = w;
            lt_file_under(r, lt_role_key(w, x->type), (uint32_t)(x - r->people.at));
            return (uint32_t)(x - r->people.at);
        }
    }
    return LAUT_NONE;
}

/* Brandt sei bereit, heißt es in seinem Umfeld: the only person with a name before the mention in its sentence,
 * or LAUT_NONE. */
static uint32_t named_here(lt_registry *r, const lt_mention *m, uint64_t genders)
{
    uint32_t found = LAUT_NONE, first = r->d->sentences.at[m->sentence].first;
    lt_walk w = lt_walk_back(r);
    for (uint32_t p; (p = lt_step_back(r, &w)) != LAUT_NONE && r->people.at[p].last > first;) {
        const lt_person *x = &r->people.at[p];
        if (x->last > m->first || x->plural || x->type != LAUT_PERSON || !x->word_count || !lt_is_compatible(x, genders))
            continue;
        if (found != LAUT_NONE)
            return LAUT_NONE;
        found = p;
    }
    return found;
}

/* Es war die Kasse, die Anzeige erstattete. Ihren Angaben zufolge …: the only one it may be whom the sentence before names,
 * where it begins the next one in the same paragraph; else LAUT_NONE. */
static uint32_t named_before(lt_registry *r, const lt_mention *m, uint64_t genders)
{
    const lt_document *d = r->d;
    const lt_sentence *s = &d->sentences.at[m->sentence];
    if (m->first > s->first + 1 || s->paragraph || m->sentence == 0)
        return LAUT_NONE;
    uint32_t found = LAUT_NONE, first = d->sentences.at[m->sentence - 1].first;
    lt_walk w = lt_walk_back(r);
    for (uint32_t p; (p = lt_step_back(r, &w)) != LAUT_NONE && r->people.at[p].last > first;) {
        const lt_person *x = &r->people.at[p];
        if (x->last > s->first || x->plural || x->place || (x->type != LAUT_PERSON && x->type != LAUT_ORGANIZATION) || !lt_is_compatible(x, genders))
            continue;
        if (found != LAUT_NONE)
            return LAUT_NONE;
        found = p;
    }
    /* a person who speaks goes before another one who was only named */
    return found != LAUT_NONE && r->people.at[found].type == LAUT_ORGANIZATION ? found : LAUT_NONE;
}

/* Of the clause's subject: nach eigenen Angaben. */
static uint32_t by_subject(lt_registry *r, uint32_t index)
{
    const lt_mention *m = &r->d->mentions.at[index];
    uint32_t s = m->clause == LAUT_NONE ? LAUT_NONE : r->d->arguments[m->clause].subject;
    if (s == LAUT_NONE || s == index)
        return by_recency(r, m->first, LT_GENDERS, false, true);
    const lt_mention *subject = &r->d->mentions.at[s];
    const lt_clause *c = &r->d->clauses.at[m->clause];
    if (c->kind == LT_RELATIVE && subject->type == LT_TYPE_THING && !subject->pronoun) {
        /* der Verband, in dem nach eigenen Angaben 4000 Häuser organisiert sind */
        for (uint32_t i = index; i-- > 0 && r->d->mentions.at[i].first >= c->first;)
            if (r->d->mentions.at[i].clause == m->clause && r->d->mentions.at[i].features & LT_F(rel)) {
                uint32_t a = lt_antecedent(r->d, i);
                if (a != LAUT_NONE)
                    return lt_resolve(r, a);
            }
    }
    uint32_t p = lt_resolve(r, s);
    r->rivals = r->rivals_of[s];
    return p;
}

/* Whose a possessive is: nach seinen Angaben, nach eigenen Angaben. */
static uint32_t by_possessive(lt_registry *r, uint32_t index)
{
    const lt_mention *m = &r->d->mentions.at[index];
    for (uint32_t i = m->first; i < m->head; i++) {
        uint64_t f = lt_pointing(r->d, i); /* nach deren Angaben */
        if (f)
            return by_recency(r, m->first, f & LT_GENDERS, !(f & LT_F(sg)), false);
        const char *owner = lt_possessive_owner(r->d, i);
        if (!*owner)
            continue;
        if (lt_cell_has(owner, "subject"))
            return by_subject(r, index);
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
    return LAUT_NONE;
}

/* Nach eigener Mitteilung: a paper that is as good as one's words. */
static bool is_own_paper(const lt_registry *r, const lt_mention *m)
{
    return m->type == LT_TYPE_DOCUMENT && m->preposition != LAUT_NONE && !m->named && m->attribute == LAUT_NONE && m->head != m->first &&
           lt_cell_has(lt_possessive_owner(r->d, m->first), "subject");
}

/* beide, die beiden Minister */
static bool names_both(lt_registry *r, const lt_mention *m)
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
                if (lt_reading_at(d, i, k)->lemma == r->both[n])
                    return true;
    return false;
}

/* Ein Gutachten liegt vor; darin heißt es …: a semicolon parts them. */
static bool behind_semicolon(const lt_document *d, uint32_t first, uint32_t last)
{
    for (uint32_t t = first; t < last; t++)
        if (d->tokens.at[t].kind == LT_SEMICOLON)
            return true;
    return false;
}

/* What darin stands for: the paper, the medium or else the body that was named last. dort (a place, and not in a
 * thing) rather for the body that the sentence before is about. */
static uint32_t paper_before(lt_registry *r, uint32_t index)
{
    const lt_document *d = r->d;
    const lt_mention *m = &d->mentions.at[index];
    bool from = m->preposition != LAUT_NONE && m->preposition < m->first; /* von dort */
    bool place = from || !(d->tokens.at[m->head].sum.features & LT_F(proadv));
    uint32_t body = LAUT_NONE;
    for (uint32_t i = index; i-- > 0 && d->mentions.at[i].sentence + 2 >= m->sentence;) {
        const lt_mention *a = &d->mentions.at[i];
        bool bare = !lt_is_determiner(d, a->first) && !a->named && (a->preposition == LAUT_NONE || (a->features & LT_F(pl) && a->type == LT_TYPE_DOCUMENT)); /* wusste Bescheid, in Sonntagsreden */
        bool aside = a->clause != LAUT_NONE && d->clauses.at[a->clause].kind == LT_RELATIVE; /* ein Vermerk, der dem Blatt vorliegt */
        if ((a->sentence == m->sentence && !(a->type == LT_TYPE_DOCUMENT && behind_semicolon(d, a->last, m->first))) || d->quote_of[a->first] != LAUT_NONE || a->pronoun || bare || aside || lt_is_part_of_verb(d, a))
            continue;
        if ((a->type == LT_TYPE_DOCUMENT && !from) || a->type == LT_TYPE_MEDIA)
            return lt_resolve(r, i);
        /* … aus Ministeriumskreisen bestätigt. Dort war von Gesprächen die Rede */
        bool circles = a->type == LT_TYPE_UNNAMED || (a->type == LT_TYPE_ATTRIBUTION && a->preposition != LAUT_NONE && lt_is_plural(a));
        if (place && circles && !lt_is_determiner(d, a->first) && a->sentence + 1 == m->sentence && a->clause != LAUT_NONE &&
            d->clauses.at[a->clause].report != LAUT_NONE)
            return lt_resolve(r, i);
        if (a->type == LT_TYPE_ORGANIZATION) {
            if (place && a->clause != LAUT_NONE && d->arguments[a->clause].subject == i && d->clauses.at[a->clause].report != LAUT_NONE)
                return lt_resolve(r, i);
            if (body == LAUT_NONE)
                body = i;
        }
    }
    return body == LAUT_NONE ? LAUT_NONE : lt_resolve(r, body);
}

/* Die Autoren zählten die Fälle. … schreiben sie: those of whom the last sentences were, though they have said nothing. */
static uint32_t several_before(lt_registry *r, uint32_t index)
{
    const lt_document *d = r->d;
    for (uint32_t i = index; i-- > 0 && d->mentions.at[i].sentence + 2 >= d->mentions.at[index].sentence;) {
        const lt_mention *a = &d->mentions.at[i];
        if (a->sentence < d->mentions.at[index].sentence && !a->pronoun && a->clause != LAUT_NONE && d->arguments[a->clause].subject == i &&
            d->clauses.at[a->clause].kind == LT_MAIN && (a->type == LT_TYPE_GROUP || a->type == LT_TYPE_PERSON || a->type == LT_TYPE_ORGANIZATION) &&
            (a->features & d->clauses.at[a->clause].features & LT_NUMBERS) == LT_F(pl) && d->quote_of[a->first] == LAUT_NONE)
            return lt_resolve(r, i);
    }
    return LAUT_NONE;
}

/* eine Mail der Kämmerin, in der sie den Müller einen Träumer nennt: whose paper it is, or LAUT_NONE. */
static uint32_t writer(lt_registry *r, uint32_t index)
{
    const lt_document *d = r->d;
    const lt_mention *m = &d->mentions.at[index];
    const lt_clause *c = m->clause == LAUT_NONE ? NULL : &d->clauses.at[m->clause];
    if (!c || c->kind != LT_RELATIVE || d->arguments[m->clause].subject != index || !(m->features & LT_F(pers)))
        return LAUT_NONE;
    for (uint32_t i = index; i-- > 0 && d->mentions.at[i].sentence == m->sentence && d->mentions.at[i].first + 1 >= c->first;) {
        const lt_mention *rel = &d->mentions.at[i];
        if (rel->clause != m->clause || !(rel->features & LT_F(rel)) || rel->preposition == LAUT_NONE)
            continue;
        uint32_t a = lt_antecedent(d, i);
        uint32_t owner = a == LAUT_NONE || d->mentions.at[a].type != LT_TYPE_DOCUMENT ? LAUT_NONE : d->mentions.at[a].attribute;
        const lt_mention *w = owner == LAUT_NONE ? NULL : &d->mentions.at[owner];
        return w && w->type == LT_TYPE_PERSON && !w->pronoun && w->features & m->features & LT_GENDERS && !lt_is_plural(w) &&
               c->features & LT_F(sg) ? lt_resolve(r, owner) : LAUT_NONE;
    }
    return LAUT_NONE;
}

static uint32_t pronoun(lt_registry *r, uint32_t index)
{
    lt_document *d = r->d;
    const lt_mention *m = &d->mentions.at[index];
    if (m->features & LT_F(rel) && m->clause != LAUT_NONE && d->clauses.at[m->clause].kind == LT_RELATIVE) {
        uint32_t a = lt_antecedent(d, index);
        return a == LAUT_NONE ? LAUT_NONE : lt_resolve(r, a);
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
        return lt_new_description(r, m, index);
    }
    if (m->features & LT_PERSONS && !(m->features & LT_F(p3)))
        return by_recency(r, m->first, LT_GENDERS, false, true);
    uint32_t by = writer(r, index);
    if (by != LAUT_NONE)
        return by;
    /* Die Liga prüft das, wie sie mitteilte: who does so, where that fits */
    const lt_clause *c = m->clause == LAUT_NONE ? NULL : &d->clauses.at[m->clause];
    if (c && c->kind == LT_SUBORD && c->report != LAUT_NONE && c->parent != LAUT_NONE && d->arguments[m->clause].subject == index &&
        d->clauses.at[c->parent].kind == LT_MAIN && d->clauses.at[c->parent].report == LAUT_NONE) {
        uint32_t s = d->arguments[c->parent].subject;
        const lt_mention *x = s == LAUT_NONE ? NULL : &d->mentions.at[s];
        if (x && !x->pronoun && x->first < m->first && x->type == LT_TYPE_ORGANIZATION && lt_is_plural(x) == many) {
            uint32_t p = lt_resolve(r, s);
            if (p != LAUT_NONE && (many || lt_is_compatible(&r->people.at[p], m->features & LT_GENDERS)))
                return p;
        }
    }
    /* Dieser sagte: whoever was named last, rather than who was the subject; but in Der wehrt sich, behind
     * dem Wirt vor, er habe den Rat belogen, the person rather than the body */
    uint32_t nearest = LAUT_NONE;
    bool points = m->features & LT_F(dem) && !(m->features & LT_F(pers));
    bool article = d->tokens.at[m->head].sum.features & LT_F(rel); /* der, and not dieser */
    /* Dieses kommt zu dem Schluss, …: a paper, where papers say so */
    if (points && !article && m->features & LT_F(n) && !(m->features & LT_F(f)) && m->features & LT_F(nom) && c && c->report != LAUT_NONE &&
        lt_cell_has(lt_entry_cell(d->engine, c->report, "frame"), "doc")) {
        uint32_t paper = paper_before(r, index);
        if (paper != LAUT_NONE)
            return paper;
    }
    lt_walk w = lt_walk_back(r);
    for (uint32_t p; points && (p = lt_step_back(r, &w)) != LAUT_NONE;) {
        const lt_person *x = &r->people.at[p];
        const lt_person *last = nearest == LAUT_NONE ? NULL : &r->people.at[nearest];
        bool person_at_last = last && !many && article && last->type != LAUT_PERSON && x->type == LAUT_PERSON;
        if (d->sentence_of[x->last - 1] + 1 < m->sentence || (last && last->type == LAUT_PERSON && x->last < last->last))
            break;
        if (last && x->last < last->last && !person_at_last)
            continue;
        if (x->last <= m->first && x->plural == many && !x->place && x->type != LAUT_MEDIA && x->type != LAUT_DOCUMENT &&
            (many || lt_is_compatible(x, m->features & LT_GENDERS)) && d->sentence_of[x->last - 1] + 1 == m->sentence &&
            (nearest == LAUT_NONE || p < nearest || person_at_last))
            nearest = p;
    }
    if (nearest != LAUT_NONE)
        return nearest;
    uint32_t best = by_recency(r, m->first, m->features & LT_GENDERS, many, false);
    bool spoke = best != LAUT_NONE && (r->people.at[best].last_speaker || r->people.at[best].last_subject); /* not: zwischen Ems und Elbe */
    uint32_t several = many && !spoke ? several_before(r, index) : LAUT_NONE;
    return several == LAUT_NONE ? best : several;
}

uint32_t lt_pronoun_party(lt_registry *r, uint32_t index)
{
    const lt_mention *m = &r->d->mentions.at[index];
    lt_rivals rivals = r->rivals;
    uint32_t p = by_recency(r, m->first, m->features & LT_GENDERS, false, false);
    r->rivals = rivals;
    return p;
}

/* A, B und C */
static char *joined_name(lt_registry *r, const lt_person *x)
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
static uint32_t joined(lt_registry *r, const uint32_t *members, uint32_t count)
{
    uint64_t own_key = lt_members_key(members, count);
    const lt_bucket *known = lt_look_up(r, own_key);
    if (known->people.count)
        return lt_newest_of(known);
    laut_party_type type = r->people.at[members[0]].type;
    for (uint32_t k = 0; k < count; k++) {
        if (r->people.at[members[k]].type != type || type == LAUT_PERSON)
            type = LAUT_GROUP;
        if (!lt_name_of(r->d, &r->people.at[members[k]]))
            return LAUT_NONE;
    }
    lt_person *x = lt_push(&r->d->arena, &r->people);
    if (!x)
        return LAUT_NONE;
    *x = (lt_person){.type = type, .entry = LAUT_NONE, .noun = LAUT_NONE, .plural = true, .genders = LT_GENDERS,
                  .member_count = count};
    memcpy(x->members, members, count * sizeof *members);
    lt_file_under(r, own_key, (uint32_t)(x - r->people.at));
    x->name = joined_name(r, x);
    return (uint32_t)(x - r->people.at);
}

/* The last party of the type that was named in so many sentences back; or LAUT_NONE. `apart`: in an earlier one, with a name. */
static uint32_t last_of_type(lt_registry *r, const lt_mention *m, uint8_t type, uint32_t back, bool apart)
{
    lt_walk w = lt_walk_back(r);
    for (uint32_t p; (p = lt_step_back(r, &w)) != LAUT_NONE;) {
        const lt_person *x = &r->people.at[p];
        if (lt_told_at(r, x->last - 1) + back < r->told[m->sentence])
            break;
        if (x->type == type && !x->plural && (!apart || ((x->word_count || x->entry != LAUT_NONE) && r->d->sentence_of[x->last - 1] < m->sentence)))
            return p;
    }
    return LAUT_NONE;
}

/* Die „Uferpost“ meldete, der Damm sei morsch. Dem Bericht zufolge …: no paper that was named, but what the medium reported there. */
static uint32_t reported_by(lt_registry *r, const lt_mention *m)
{
    enum { BACK = 4 }; /* sentences */
    const lt_document *d = r->d;
    if (m->type != LT_TYPE_DOCUMENT || !m->definite || m->possessive || m->attribute != LAUT_NONE || !lt_entry_has(d->engine, m->entry, LT_HAS(traits, news)) ||
        lt_is_plural(m) || lt_compound_part(d, m)) /* but: Spielbericht */
        return LAUT_NONE;
    return last_of_type(r, m, LAUT_MEDIA, BACK, true);
}

/* Einem Schreiben der Bank zufolge ist das Geld weg. In dem Brief heißt es …: the paper that said something, called by a general word. */
static uint32_t same_paper(lt_registry *r, const lt_mention *m)
{
    enum { BACK = 2 }; /* sentences */
    const lt_document *d = r->d;
    if (m->type != LT_TYPE_DOCUMENT || !m->definite || m->attribute != LAUT_NONE || m->possessive || lt_is_plural(m) || m->clause == LAUT_NONE ||
        d->clauses.at[m->clause].report == LAUT_NONE)
        return LAUT_NONE;
    uint32_t p = last_of_type(r, m, LAUT_DOCUMENT, BACK, false);
    const lt_person *x = p == LAUT_NONE ? NULL : &r->people.at[p];
    return x && x->last_speaker && d->sentence_of[x->last - 1] < m->sentence && lt_entry_has(d->engine, x->noun, LT_HAS(traits, generic))
           ? p : LAUT_NONE;
}

static uint32_t by_words(lt_registry *r, const lt_mention *m, uint32_t index)
{
    if (m->named)
        return lt_register_name(r, m, index);
    uint32_t p = LAUT_NONE;
    /* Die Halmwerk AG schließt. Halmwerk bedauert das: a bare word that looks like a common noun */
    uint64_t word = m->last - m->first == 1 && !m->pronoun ? lt_token_hash(r->d, m->first, 0) : 0;
    const lt_bucket *b = word ? lt_look_up(r, lt_registry_key(BY_ONLY_WORD, word, 0)) : NULL;
    for (uint32_t k = b ? b->people.count : 0; k-- > 0;) {
        const lt_person *x = &r->people.at[b->people.at[k]];
        if (x->type == LAUT_ORGANIZATION && x->word_count == 1)
            return b->people.at[k];
    }
    if ((m->type == LT_TYPE_GROUP || m->type == LT_TYPE_ORGANIZATION) && m->attribute == LAUT_NONE && names_both(r, m))
        p = both(r, m->first, m->type == LT_TYPE_GROUP ? LAUT_PERSON : LAUT_ORGANIZATION);
    if (p == LAUT_NONE && lt_means_others(r->d, m->first)) /* andere Gäste */
        return lt_new_description(r, m, index);
    if (p == LAUT_NONE && (m->definite || m->type == LT_TYPE_ORGANIZATION || m->type == LT_TYPE_DOCUMENT || lt_is_plural(m)))
        p = lt_by_description(r, m, index);
    if (p == LAUT_NONE)
        p = reported_by(r, m);
    if (p == LAUT_NONE)
        p = same_paper(r, m);
    return p == LAUT_NONE ? lt_new_description(r, m, index) : p;
}

/* A und B: each by itself, then both as one party. */
static uint32_t together(lt_registry *r, uint32_t index)
{
    lt_document *d = r->d;
    lt_mention first = d->mentions.at[index];
    uint32_t next = first.next, members[MAX_MEMBERS], count = 1;
    /* der Gründer und Chef Otto Grothe sagte: one person */
    if (!first.named && d->mentions.at[next].named && first.clause != LAUT_NONE && d->mentions.at[next].type == LT_TYPE_PERSON &&
        d->arguments[first.clause].subject == index && !(d->clauses.at[first.clause].features & LT_F(pl)))
        return lt_resolve(r, next);
    first.next = LAUT_NONE;
    first.last = d->mentions.at[next].first - 1;
    if ((first.features & LT_NUMBERS) == LT_NUMBERS && (first.named || first.definite) && first.type != LT_TYPE_GROUP)
        first.features &= ~LT_F(pl);
    members[0] = by_words(r, &first, index);
    if (members[0] == LAUT_NONE)
        return LAUT_NONE;
    lt_touch(r, members[0], &first, index);
    for (; next != LAUT_NONE && count < MAX_MEMBERS; next = d->mentions.at[next].next) {
        lt_mention other = d->mentions.at[next];
        if (other.next != LAUT_NONE)
            other.last = d->mentions.at[other.next].first - 1;
        other.next = LAUT_NONE;
        uint32_t p = by_words(r, &other, next);
        if (p == LAUT_NONE || p == members[count - 1])
            return members[0];
        lt_touch(r, p, &other, next);
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
    if (a->named && (a->type == LT_TYPE_THING || a->type == LT_TYPE_ORGANIZATION || a->type == LT_TYPE_DOCUMENT) &&
        d->tokens.at[a->name_first].kind == LT_MARK && !lt_entry_has(d->engine, a->entry, LT_HAS(traits, study)))
        a->type = LT_TYPE_MEDIA;
    return a->type == LT_TYPE_MEDIA && (a->named || a->definite);
}

/* Vorwürfe wurden laut, dass …: what is said, and nobody who says it */
static bool of_content(const lt_document *d, const lt_mention *m)
{
    return m->type == LT_TYPE_THING && m->preposition == LAUT_NONE && !m->named &&
           lt_entry_has(d->engine, m->entry, LT_HAS(kind, content));
}

/* Grothes Antwort fiel knapp aus: Der Damm sei alt. Ihre Warnung: …: it stands for whose words it is; what stands in a paper
 * (heißt es in Grothes Antwort) is the paper's. */
static bool of_author(const lt_document *d, const lt_mention *m)
{
    if (m->type != LT_TYPE_DOCUMENT || m->named || m->preposition != LAUT_NONE || !lt_entry_has(d->engine, m->entry, LT_HAS(kind, spoken)) ||
        !(m->features & LT_F(nom)))
        return false;
    const lt_mention *whose = m->attribute == LAUT_NONE ? NULL : &d->mentions.at[m->attribute];
    return whose ? whose->first == m->first && whose->last < m->head + 1 && whose->type == LT_TYPE_PERSON : m->possessive;
}

/* Das Justizministerium sieht keinen Anlass. Die Regeln reichten aus, hieß es aus Berlin: the part of the government that the
 * sentence before is about, where no other seat was named near by; or LAUT_NONE. */
static uint32_t of_seat(lt_registry *r, const lt_mention *m)
{
    enum { BACK = 4 }; /* sentences */
    const lt_document *d = r->d;
    uint32_t found = LAUT_NONE;
    if (m->type != LT_TYPE_PLACE || m->preposition == LAUT_NONE || m->clause == LAUT_NONE || d->clauses.at[m->clause].report == LAUT_NONE ||
        m->entry == LAUT_NONE)
        return LAUT_NONE;
    const char *capital = lt_entry_cell(d->engine, m->entry, "capital");
    if (!*capital)
        return LAUT_NONE;
    lt_walk w = lt_walk_back(r);
    for (uint32_t p; (p = lt_step_back(r, &w)) != LAUT_NONE;) {
        const lt_person *x = &r->people.at[p];
        if (lt_told_at(r, x->last - 1) + BACK < r->told[m->sentence])
            break;
        const char *seat = x->place && x->entry != LAUT_NONE ? lt_entry_cell(d->engine, x->entry, "capital") : "";
        if (*seat && strcmp(seat, capital) != 0)
            return LAUT_NONE;
        bool government = x->type == LAUT_ORGANIZATION && !x->place && !x->plural && x->last_subject &&
                          (lt_entry_has(d->engine, x->noun, LT_HAS(traits, government)) || lt_entry_has(d->engine, x->entry, LT_HAS(kind, government)));
        if (government && found == LAUT_NONE && d->sentence_of[x->last_subject - 1] + 1 == m->sentence)
            found = p;
    }
    return found;
}

/* Davon kann keine Rede sein; kein Gutachten; zu diesem Ergebnis kommt der Verein: no paper that a later one could be. */
static bool is_no_paper(const lt_document *d, const lt_mention *m)
{
    if (m->type == LT_TYPE_DOCUMENT && m->preposition != LAUT_NONE && lt_is_part_of_verb(d, m))
        return true;
    return m->type == LT_TYPE_DOCUMENT && !m->named && m->first != m->head && d->tokens.at[m->first].sum.features & LT_F(negation);
}

uint32_t lt_resolve(lt_registry *r, uint32_t index)
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
            p = lt_resolve(r, m->attribute);
            how = r->how[m->attribute];
            r->rivals = r->rivals_of[m->attribute];
        } else {
            p = by_possessive(r, index);
            how = LAUT_BY_PRONOUN;
            if (p == LAUT_NONE) { /* Der Kreis Lindau warnt. … so der Kreis: no Kreise */
                p = m->definite && lt_number_of(d, m, index) & LT_F(sg) && m->lemma != LT_NO_WORD
                    ? lt_newest_of(lt_look_up(r, lt_role_key(m->lemma, LAUT_ORGANIZATION))) : LAUT_NONE;
                how = LAUT_BY_DESCRIPTION;
            }
            if (p == LAUT_NONE)
                p = in_compound(r, index);
        }
        if (p == LAUT_NONE) {
            p = lt_new_description(r, m, index);
            how = LAUT_BY_DESCRIPTION;
        }
    } else if (of_media(d, m)) {
        p = lt_resolve(r, m->attribute);
        how = r->how[m->attribute];
    } else if (m->next != LAUT_NONE && m->type != LT_TYPE_THING) {
        p = together(r, index);
        how = m->named ? LAUT_BY_NAME : LAUT_BY_DESCRIPTION;
    } else if (is_no_paper(d, m)) {
        how = LAUT_UNRESOLVED;
    } else if (r->wanted == index && of_author(d, m)) {
        p = m->attribute != LAUT_NONE ? lt_resolve(r, m->attribute) : by_possessive(r, index);
        how = p == LAUT_NONE ? LAUT_UNRESOLVED : m->attribute != LAUT_NONE ? r->how[m->attribute] : LAUT_BY_PRONOUN;
    } else if (of_content(d, m)) { /* so ihre Begründung: she gives it */
        p = m->possessive ? by_possessive(r, index) : LAUT_NONE;
        how = p == LAUT_NONE ? LAUT_UNRESOLVED : LAUT_BY_PRONOUN;
    } else {
        p = is_own_paper(r, m) ? by_possessive(r, index) : of_seat(r, m);
        how = p != LAUT_NONE ? (m->type == LT_TYPE_PLACE ? LAUT_BY_DESCRIPTION : LAUT_BY_PRONOUN) : m->named ? LAUT_BY_NAME : LAUT_BY_DESCRIPTION;
        p = p != LAUT_NONE ? p : by_words(r, m, index);
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
        lt_touch(r, p, m, index);
    r->busy[index] = false;
    r->rivals.count = 0;
    return p;
}
