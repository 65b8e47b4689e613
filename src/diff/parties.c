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
#include "engine/engine.h"
#include "engine/morphology.h"
#include "stages/offices.h"

enum { LEAST = 5 }; /* letters of a part of a compound */

laut_span lt_span_of(const laut_document *d, const lt_mention *m)
{
    return (laut_span){d->tokens.at[m->first].begin, d->tokens.at[m->last - 1].end};
}

/* ---------------------------------------------------------------- what mentions tell */

enum { NAME = 1, PERSON = 2, MEDIUM = 4, ATTRIBUTION = 8, /* traits of the token at which a mention begins */
       PLACE = 16,                                        /* of each token of aus Sachsen, in Kiel */
       THING = 32,                                        /* of the noun of a thing without a name */
       WITHIN = 64 };                                     /* of each token of im Bistum, der Händler in Umsätze der Händler */

/* The traits of all mentions that begin in the span. */
static unsigned traits_in(const lt_version *v, laut_span span)
{
    unsigned traits = 0;
    lt_range r = lt_tokens_in(v->document, span);
    for (uint32_t t = r.first; t < r.last; t++)
        traits |= v->traits[t];
    return traits;
}

/* ---------------------------------------------------------------- words */

static void add_word(lt_names *n, const lt_token *t)
{
    if (t->kind != LT_WORD || t->folded_size < 3 || n->count == LT_MAX_NAMES)
        return;
    for (uint32_t i = 0; i < n->count; i++)
        if (strcmp(n->at[i]->folded, t->folded) == 0)
            return;
    n->at[n->count++] = t;
}

static void add_name(lt_names *n, const lt_token *t)
{
    if (t->flags & LT_CAPITAL)
        add_word(n, t);
}

/* Der 52-Jährige is anybody. */
static bool is_age(const lt_token *t) { return t->kind == LT_WORD && t->folded[0] >= '0' && t->folded[0] <= '9'; }

/* The capitalised nouns and names of a span, but not where somebody or something is from. An article at the
 * beginning of a sentence has a capital, too, but readings as a function word only. */
static void gather(const lt_version *v, laut_span span, lt_names *out)
{
    const laut_document *d = v->document;
    lt_range r = lt_tokens_in(d, span);
    for (uint32_t t = r.first; t < r.last; t++) {
        const lt_token *token = &d->tokens.at[t];
        bool noun = !token->reading_count;
        for (uint32_t k = 0; k < token->reading_count; k++) {
            lt_category c = d->readings.at[token->first_reading + k].category;
            noun |= c == LT_NOUN || c == LT_NAME;
        }
        if (noun && !is_age(token) && !(v->traits[t] & PLACE))
            add_name(out, token);
    }
}

/* Media have a generic word before their name, which tells nothing: dem Sender „Elbwelle“. */
static void gather_title(const lt_version *v, laut_span span, lt_names *out)
{
    lt_range r = lt_tokens_in(v->document, span);
    bool inside = false;
    for (uint32_t t = r.first; t < r.last; t++) {
        inside |= v->traits[t] & NAME;
        const lt_token *token = &v->document->tokens.at[t];
        if (inside && t > r.first && t + 1 < r.last && token[-1].kind == LT_MARK && token[1].kind == LT_MARK)
            add_word(out, token); /* das Magazin „netzblick“ */
        else if (inside)
            add_name(out, token);
    }
}

/* ---------------------------------------------------------------- who is in a text */

/* It is a genitive of what stands before it. A name has none: sagte Ole Brinkmann der „Inselpost“. */
static bool is_owned(const laut_document *d, const lt_mention *m)
{
    if (m->owner == LAUT_NONE)
        return false;
    const lt_mention *owner = &d->mentions.at[m->owner];
    return !(owner->type == LT_TYPE_PERSON && owner->name_first < owner->name_last && owner->name_last == m->first);
}

/* Den „Elbstedter Nachrichten“: may be plural, where nothing but its article tells. */
static bool is_plural_dative(const laut_document *d, const lt_mention *m)
{
    const lt_token *last = &d->tokens.at[m->name_last > m->first + 1 ? m->name_last - 2 : m->first]; /* in front of the mark */
    return m->definite && m->features & LT_F(dat) && m->features & LT_F(pl) && last->folded_size &&
           last->folded[last->folded_size - 1] == 'n';
}

/* Dem „Küstenkurier“, which no lexicon knows: to whom something is said in the dative, and has a title, is a
 * medium. So is der „Inselpost“ behind a subject, where nothing is there that it could be the genitive of. */
static bool is_title_told(const laut_document *d, uint32_t index)
{
    const lt_mention *m = &d->mentions.at[index];
    if (!m->named || is_owned(d, m) || m->last - m->first < 2 || d->tokens.at[m->last - 1].kind != LT_MARK)
        return false;
    bool plural = is_plural_dative(d, m);
    if (m->type != LT_TYPE_THING && !(plural && (m->type == LT_TYPE_DOCUMENT || m->type == LT_TYPE_MEDIA)))
        return false;
    if (m->preposition != LAUT_NONE) { /* im Gespräch mit der „Inselpost“ */
        lt_word p = d->tokens.at[m->preposition].form;
        return (lt_is_within(d->engine, p) || lt_find_audience(d->engine, p) != LT_NO_AUDIENCE) &&
               d->tokens.at[m->name_first].kind == LT_MARK && m->name_first <= m->first + 1;
    }
    if ((m->features & LT_CASES) == LT_F(dat))
        return true;
    /* sagte Ada Brandt „Radio Elbe“ */
    bool bare = m->name_first == m->first && d->tokens.at[m->first].kind == LT_MARK;
    uint32_t subject = m->clause == LAUT_NONE ? LAUT_NONE : d->arguments[m->clause].subject;
    bool dative = plural || (m->features & LT_F(dat) && !(m->features & LT_F(acc)));
    return ((m->definite && dative) || bare) && subject != LAUT_NONE && subject < index;
}

/* Dem Bayernfunk, dem Wirtschaftsdienst Bilanz: a thing to which somebody says something listens, so that it is a medium,
 * whether a lexicon has it or not. Dem Vorwurf widersprach er: that verb has its object in the dative. */
static bool is_thing_told(const laut_document *d, uint32_t index)
{
    const lt_mention *m = &d->mentions.at[index];
    const lt_clause *c = m->clause == LAUT_NONE ? NULL : &d->clauses.at[m->clause];
    return m->type == LT_TYPE_THING && !m->pronoun && m->definite && m->preposition == LAUT_NONE && !is_owned(d, m) &&
           m->last - m->first > 1 && (m->features & LT_CASES) == LT_F(dat) && c && c->report != LAUT_NONE && !c->passive &&
           d->arguments[m->clause].subject != LAUT_NONE && d->arguments[m->clause].dative == LAUT_NONE && lt_entry_has(d->engine, c->report, LT_HAS(frame, dat)) &&
           !lt_cell_has(lt_entry_cell(d->engine, c->report, "frame"), "datobj");
}

/* Dem Rundfunksender Welle West: the capitalised words behind a generic medium are its name, where they are not who
 * speaks. The token behind them. */
static uint32_t behind_title(const laut_document *d, const lt_mention *m)
{
    uint32_t subject = m->clause == LAUT_NONE ? LAUT_NONE : d->arguments[m->clause].subject;
    uint32_t t = m->last, last = d->sentences.at[m->sentence].last;
    if (m->type != LT_TYPE_MEDIA || m->named || !m->definite || m->pronoun)
        return m->last;
    while (t < last && d->tokens.at[t].kind == LT_WORD && d->tokens.at[t].flags & LT_CAPITAL &&
           !(subject != LAUT_NONE && t >= d->mentions.at[subject].first && t < d->mentions.at[subject].last))
        t++;
    return t;
}

/* The last of ein Sprecher der Feuerwehr der Nordpresse: an agency to which he says it, since a body that owns
 * another one is rare. */
static bool is_agency_told(const laut_document *d, uint32_t index)
{
    const lt_mention *m = &d->mentions.at[index];
    if (m->type != LT_TYPE_MEDIA || m->preposition != LAUT_NONE || m->owner == LAUT_NONE || !m->definite)
        return false;
    if (!is_owned(d, m))
        return true;
    const lt_mention *body = &d->mentions.at[m->owner];
    return body->type == LT_TYPE_ORGANIZATION && body->owner != LAUT_NONE &&
           d->mentions.at[body->owner].type == LT_TYPE_PERSON;
}

/* Sagte X in einem Podcast der „Nordpost“, im Gespräch mit dem „Kurier“: a medium with a name. */
static bool is_medium_told(const laut_document *d, const lt_mention *m)
{
    bool compound = !d->tokens.at[m->head].sum.lexical; /* im Deutschlandmagazin */
    if (m->type != LT_TYPE_MEDIA || (!m->named && !compound))
        return false;
    const lt_mention *owner = m->owner == LAUT_NONE ? NULL : &d->mentions.at[m->owner];
    return m->preposition != LAUT_NONE ||
           (owner && owner->type == LT_TYPE_MEDIA && owner->preposition != LAUT_NONE);
}

/* Stammt laut „Kurier“ aus Turin: what a claim says is no part of a mention in front of it, though it was read
 * as one. */
static bool mark_contents(lt_version *v, lt_arena *arena)
{
    const laut_document *d = v->document;
    v->said = lt_arena_alloc(arena, d->tokens.count + 1);
    for (uint32_t c = 0; v->said && c < d->claims.count; c++) {
        const laut_claim *claim = &d->claims.at[c];
        for (size_t i = 0; claim->kind != LAUT_REPORTED && i < claim->content.count; i++) {
            lt_range r = lt_tokens_in(d, claim->content.at[i]);
            memset(v->said + r.first, true, (r.last - r.first) * sizeof *v->said);
        }
    }
    return v->said;
}

static laut_span without_content(const lt_version *v, laut_span span, lt_range r)
{
    for (uint32_t t = r.first + 1; t < r.last && !v->said[r.first]; t++)
        if (v->said[t])
            return (laut_span){span.begin, v->document->tokens.at[t - 1].end};
    return span;
}

/* In ihrem Bericht heißt es: the paper is called after whoever was the subject last, too; and a spokesman after all
 * names of his body. */
static void read_owners(lt_version *v, const uint32_t *party_at)
{
    enum { NEAR = 2 };
    const laut_document *d = v->document;
    for (uint32_t i = 0; i < d->mentions.count; i++) {
        const lt_mention *m = &d->mentions.at[i];
        uint32_t p = party_at[m->first], body = m->attribute == LAUT_NONE ? LAUT_NONE : party_at[d->mentions.at[m->attribute].first];
        if (p != LAUT_NONE && body != LAUT_NONE && body != p && m->type == LT_TYPE_PERSON && !m->named)
            for (uint32_t n = 0; n < v->called[body].count; n++) /* ein Sprecher der Behörde: of the Polizei */
                add_name(&v->called[p], v->called[body].at[n]);
        if (!m->possessive || p == LAUT_NONE || d->parties.at[p].type != LAUT_DOCUMENT)
            continue;
        for (uint32_t k = i; k-- > 0 && d->mentions.at[k].sentence + NEAR >= m->sentence;) {
            const lt_mention *owner = &d->mentions.at[k];
            uint32_t o = party_at[owner->first];
            if (owner->clause == LAUT_NONE || d->arguments[owner->clause].subject != k || o == p ||
                (o == LAUT_NONE && owner->type != LT_TYPE_ORGANIZATION && owner->type != LT_TYPE_PERSON))
                continue;
            if (o == LAUT_NONE) {
                laut_span span = lt_span_of(d, owner);
                gather(v, span, &v->called[p]);
                break;
            }
            for (uint32_t n = 0; n < v->called[o].count; n++)
                add_name(&v->called[p], v->called[o].at[n]);
            break;
        }
    }
}

/* Vorsitzender Ole Brinkmann, without an owner: of a body that was a subject here or in the two sentences
 * before. */
static void read_bodies(lt_version *v, const uint32_t *party_at)
{
    enum { NEAR = 2 };
    const laut_document *d = v->document;
    for (uint32_t i = 0; i < d->mentions.count; i++) {
        const lt_mention *m = &d->mentions.at[i];
        uint32_t p = m->type == LT_TYPE_PERSON ? party_at[m->first] : LAUT_NONE;
        if (p == LAUT_NONE || v->body[p].count || m->attribute != LAUT_NONE || lt_office(d, m, &(const char *){NULL}) == LAUT_NONE)
            continue;
        for (uint32_t k = i; k-- > 0 && d->mentions.at[k].sentence + NEAR >= m->sentence;) {
            const lt_mention *body = &d->mentions.at[k];
            laut_span span = lt_span_of(d, body);
            if (body->type == LT_TYPE_ORGANIZATION && body->clause != LAUT_NONE &&
                d->arguments[body->clause].subject == k)
                gather(v, span, &v->body[p]);
        }
    }
}

/* Im Bistum, bei der Firma; die Umsätze der Händler, but not die Kritik der Händler: nobody says anything there. */
static bool is_where_or_whose(const laut_document *d, const lt_mention *m)
{
    bool reports = m->clause != LAUT_NONE && d->clauses.at[m->clause].report != LAUT_NONE && d->clauses.at[m->clause].passive;
    /* wird im Amt begründet */
    if (m->preposition != LAUT_NONE)
        return m->type == LT_TYPE_ORGANIZATION && !reports && lt_is_within(d->engine, d->tokens.at[m->preposition].form);
    const lt_mention *owner = m->owner == LAUT_NONE ? NULL : &d->mentions.at[m->owner];
    return owner && owner->attribute != LAUT_NONE && &d->mentions.at[owner->attribute] == m && owner->type == LT_TYPE_THING &&
           !lt_entry_has(d->engine, owner->entry, LT_HAS(kind, content));
}

static bool read_kin(lt_version *v, lt_arena *arena)
{
    const lt_table *t = lt_engine_table(v->document->engine, "lex/kin.tsv", NULL);
    lt_kin *kin = v->kin = lt_arena_alloc(arena, ((t ? t->row_count : 0) + 1) * sizeof *v->kin);
    for (uint32_t row = 0; kin && t && row < t->row_count; row++) {
        const char *person = lt_cell(t, row, "person"), *body = lt_cell(t, row, "body");
        bool end = *person == '-';
        kin[row] = (lt_kin){person + end, body + end, strlen(person + end), strlen(body + end), end};
    }
    return kin;
}

bool lt_read_parties(lt_version *v, lt_arena *arena)
{
    const laut_document *d = v->document;
    v->known = lt_arena_alloc(arena, LT_KNOWN_PAIRS * sizeof *v->known);
    v->traits = lt_arena_alloc(arena, d->tokens.count + 1);
    v->person = lt_arena_alloc(arena, (d->parties.count + 1) * sizeof *v->person);
    v->named = lt_arena_alloc(arena, (d->parties.count + 1) * sizeof *v->named);
    v->told = lt_arena_alloc(arena, (d->tokens.count + 1) * sizeof *v->told);
    v->called = lt_arena_alloc(arena, (d->parties.count + 1) * sizeof *v->called);
    v->titles = lt_arena_alloc(arena, (d->parties.count + 1) * sizeof *v->titles);
    v->body = lt_arena_alloc(arena, (d->parties.count + 1) * sizeof *v->body);
    uint32_t *party_at = lt_arena_alloc(arena, (d->tokens.count + 1) * sizeof *party_at); /* of each token */
    if (!v->known || !read_kin(v, arena) || !v->traits || !v->told || !v->person || !v->named || !v->called || !v->titles || !v->body || !party_at ||
        !mark_contents(v, arena))
        return false;
    memset(party_at, 0xFF, d->tokens.count * sizeof *party_at);
    for (uint32_t i = 0; i < d->mentions.count; i++) {
        const lt_mention *m = &d->mentions.at[i];
        bool named = m->name_first < m->name_last;
        bool ours = m->possessive || m->features & LT_F(dem); /* auf Anfrage unserer Zeitung, dieser Redaktion */
        v->traits[m->first] |= (m->type == LT_TYPE_MEDIA && !ours ? MEDIUM : 0) |
                               (m->type == LT_TYPE_ATTRIBUTION ? ATTRIBUTION : 0);
        v->traits[m->head] |= m->type == LT_TYPE_THING && !m->named && !m->pronoun ? THING : 0;
        if (m->type == LT_TYPE_PLACE && m->preposition != LAUT_NONE)
            for (uint32_t t = m->first; t < m->last; t++)
                v->traits[t] |= PLACE;
        if (is_where_or_whose(d, m))
            for (uint32_t t = m->first; t < m->last; t++)
                v->traits[t] |= WITHIN;
        uint32_t behind = behind_title(d, m);
        if (behind > m->last) {
            v->traits[m->last] |= NAME;
            v->told[m->first] = (laut_span){d->tokens.at[m->first].begin, d->tokens.at[behind - 1].end};
        } else if (is_title_told(d, i) || is_thing_told(d, i) || is_agency_told(d, i) || is_medium_told(d, m))
            v->told[m->first] = lt_span_of(d, m);
        if (named)
            v->traits[m->name_first] |= NAME | (m->type == LT_TYPE_PERSON ? PERSON : 0);
    }
    for (uint32_t p = 0; p < d->parties.count; p++) {
        const laut_party *party = &d->parties.at[p];
        unsigned traits = 0;
        for (size_t i = 0; i < party->mentions.count; i++) {
            laut_span span = party->mentions.at[i];
            lt_range r = lt_tokens_in(d, span);
            if (r.first < r.last)
                party_at[r.first] = p;
            traits |= traits_in(v, span);
            /* in Angaben der Polizei the party is der Polizei, which is a mention of its own */
            if (r.first < r.last && !(v->traits[r.first] & ATTRIBUTION))
                gather(v, without_content(v, span, r), &v->called[p]);
            gather_title(v, span, &v->titles[p]);
        }
        v->named[p] = traits & NAME;
        v->person[p] = party->type == LAUT_PERSON && traits & PERSON;
    }
    read_bodies(v, party_at);
    read_owners(v, party_at);
    return true;
}

static bool add_title(const lt_version *v, laut_spans frame, lt_hand *out)
{
    for (size_t i = 0; i < frame.count; i++) {
        lt_range r = lt_tokens_in(v->document, frame.at[i]);
        for (uint32_t t = r.first; t < r.last; t++)
            if (v->told[t].end && v->told[t].end <= frame.at[i].end) {
                *out = (lt_hand){LAUT_NONE, NULL, {&v->told[t], 1}};
                return true;
            }
    }
    return false;
}

bool lt_lies_in(laut_span span, laut_spans spans)
{
    for (size_t i = 0; i < spans.count; i++)
        if (span.begin >= spans.at[i].begin && span.end <= spans.at[i].end)
            return true;
    return false;
}

/* Whether the words of the last hand name one of those before it: laut „Nordpost“. What was read as a part of
 * their words is another hand. */
static bool is_among(const lt_version *v, const lt_hand *hands, uint32_t last)
{
    for (uint32_t i = 0; i < last; i++)
        if (!lt_lies_in(hands[last].words.at[0], hands[i].words) && lt_names_hand(v, &hands[i], v, hands[last].words))
            return true;
    return false;
}

bool lt_speaker_of(const laut_claim *c, lt_hand *out)
{
    if (c->chain_count)
        *out = (lt_hand){c->chain[0].party, &c->chain[0], c->speaker.count ? c->speaker : c->chain[0].words};
    return c->chain_count;
}

/* The addressee with the name behind it. */
static laut_spans with_title(const lt_version *v, laut_spans addressee)
{
    lt_range r = lt_tokens_in(v->document, addressee.at[0]);
    const laut_span *told = r.first < r.last ? &v->told[r.first] : NULL;
    return told && addressee.count == 1 && told->end > addressee.at[0].end ? (laut_spans){told, 1} : addressee;
}

/* Der „Elbstedter Post“: in quotation marks. */
static bool is_title(const lt_version *v, laut_span span)
{
    lt_range r = lt_tokens_in(v->document, span);
    return r.first < r.last && v->document->tokens.at[r.last - 1].kind == LT_MARK;
}

uint32_t lt_hands_of(const lt_version *v, const laut_claim *c, lt_hand out[LT_MAX_CHAIN])
{
    uint32_t n = 0;
    for (; n < c->chain_count && n < LAUT_MAX_HANDS; n++)
        out[n] = (lt_hand){c->chain[n].party, &c->chain[n], n || !c->speaker.count ? c->chain[n].words : c->speaker};
    /* App zu vertrauen, sei „leichtsinnig“, sagte er dem „Kurier“: what stands inside was said to him, too */
    if (c->parent != LAUT_NONE && !c->addressee.count && !c->frame.count)
        c = &v->document->claims.at[c->parent];
    if (n && c->addressee.count && (traits_in(v, c->addressee.at[0]) & MEDIUM || is_title(v, c->addressee.at[0])))
        out[n++] = (lt_hand){LAUT_NONE, NULL, with_title(v, c->addressee)};
    else if (n && !c->addressee.count && add_title(v, c->frame, &out[n]))
        n += !is_among(v, out, n);
    return n;
}

/* ---------------------------------------------------------------- same words */

/* The bytes of a word without the ending of a genitive: des Ministeriums, des Verbandes. */
static size_t without_genitive(const char *s, size_t size)
{
    if (size <= LEAST || s[size - 1] != 's')
        return size;
    return size - (s[size - 2] == 'e' && size > LEAST + 1 ? 2 : 1);
}

/* The same word but for its ending; not Brief, Brink. */
static bool inflected(const char *a, size_t m, const char *b, size_t n)
{
    size_t common = 0;
    while (common < m && common < n && a[common] == b[common])
        common++;
    return common >= 3 && common + 2 >= m && common + 2 >= n && (common > 3 || m + n <= 2 * common + 2);
}

/* The same word but for its ending, or one of them is a part of the other: Polizei, Polizeisprecher; des
 * Ministeriums, das Umweltministerium. */
static bool akin(const char *a, size_t m, const char *b, size_t n)
{
    if (m > n)
        return akin(b, n, a, m);
    if (inflected(a, m, b, n))
        return true;
    m = without_genitive(a, m);
    n = without_genitive(b, n);
    if (m < LEAST || m > n)
        return false;
    return memcmp(a, b, m) == 0 || memcmp(a, b + n - m, m) == 0;
}

/* Whether the word, or its end, is that of a pair in lex/kin.tsv, and the other one its counterpart with the same
 * beginning: Ermittler, Polizei; Klinikleiter, Klinikleitung. */
static bool is_counterpart(const lt_kin *kin, const lt_token *a, const lt_token *b)
{
    for (; kin->person; kin++) {
        size_t m = kin->person_size, n = kin->body_size;
        if (m <= a->folded_size && n <= b->folded_size && a->folded_size - m == b->folded_size - n &&
            (kin->end || m == a->folded_size) && memcmp(a->folded + a->folded_size - m, kin->person, m) == 0 &&
            memcmp(b->folded + b->folded_size - n, kin->body, n) == 0 &&
            memcmp(a->folded, b->folded, a->folded_size - m) == 0)
            return true;
    }
    return false;
}

/* Whether a word that stands in one list but not in the other has a kindred word there. */
static bool has_kin(const lt_kin *kin, const lt_names *a, uint32_t i, const lt_names *b)
{
    for (uint32_t k = 0; k < b->count; k++)
        if (akin(a->at[i]->folded, a->at[i]->folded_size, b->at[k]->folded, b->at[k]->folded_size) ||
            is_counterpart(kin, a->at[i], b->at[k]) || is_counterpart(kin, b->at[k], a->at[i]))
            return true;
    return false;
}

/* The same of the word itself: Gründer is no part of the „Gründergeist“. */
static bool has_word(const lt_names *n, const lt_token *t)
{
    for (uint32_t i = 0; i < n->count; i++)
        if (inflected(n->at[i]->folded, n->at[i]->folded_size, t->folded, t->folded_size))
            return true;
    return false;
}

/* Whether both have words that the other one lacks: eine Umfrage der Kammer, eine Umfrage des Verbands. */
static bool differ(const lt_kin *kin, const lt_names *a, const lt_names *b)
{
    bool first = false, second = false;
    for (uint32_t i = 0; i < a->count; i++)
        first |= !has_kin(kin, a, i, b);
    for (uint32_t i = 0; i < b->count; i++)
        second |= !has_kin(kin, b, i, a);
    return first && second;
}

/* The same of the names of media: „Radio Fuhne“, „Fuhne-Zeitung“. */
static bool titles_differ(const lt_names *a, const lt_names *b)
{
    bool first = false, second = false;
    for (uint32_t i = 0; i < a->count; i++)
        first |= !has_word(b, a->at[i]);
    for (uint32_t i = 0; i < b->count; i++)
        second |= !has_word(a, b->at[i]);
    return first && second;
}

static bool share(const lt_kin *kin, const lt_names *a, const lt_names *b)
{
    for (uint32_t i = 0; i < a->count; i++)
        if (has_kin(kin, a, i, b))
            return true;
    return false;
}

bool lt_are_others(const lt_version *before, uint32_t a, const lt_version *after, uint32_t b)
{
    lt_names m = {.count = 0}, n = {.count = 0};
    gather(before, lt_span_of(before->document, &before->document->mentions.at[a]), &m);
    gather(after, lt_span_of(after->document, &after->document->mentions.at[b]), &n);
    return m.count && n.count && !share(before->kin, &m, &n);
}

/* ---------------------------------------------------------------- hands */

static bool is_medium(const lt_version *v, const lt_hand *h)
{
    return h->party == LAUT_NONE ? !h->link : v->document->parties.at[h->party].type == LAUT_MEDIA;
}

static bool is_named(const lt_version *v, const lt_hand *h)
{
    if (h->party != LAUT_NONE)
        return v->named[h->party];
    bool named = false;
    for (size_t i = 0; i < h->words.count; i++)
        named |= traits_in(v, h->words.at[i]) & NAME;
    return named;
}

/* The words that name a hand: a party wherever its text names it, else those that stand there. */
static const lt_names *names_of(const lt_version *v, const lt_hand *h, bool title, lt_names *room)
{
    if (h->party != LAUT_NONE)
        return title ? &v->titles[h->party] : &v->called[h->party];
    room->count = 0;
    for (size_t i = 0; i < h->words.count; i++) {
        if (title)
            gather_title(v, h->words.at[i], room);
        else
            gather(v, h->words.at[i], room);
    }
    return room;
}

static bool is_called_by_age(const lt_version *v, const lt_hand *h)
{
    lt_names n = {.count = 0};
    bool age = false;
    for (size_t i = 0; i < h->words.count; i++) {
        lt_range r = lt_tokens_in(v->document, h->words.at[i]);
        for (uint32_t t = r.first; t < r.last; t++)
            age |= is_age(&v->document->tokens.at[t]);
        gather(v, h->words.at[i], &n);
    }
    return age && !n.count;
}

/* Der 52-Jährige, whose name this version does not have. */
static bool is_anybody(const lt_version *v, const lt_hand *h) { return !v->named[h->party] && is_called_by_age(v, h); }

static bool is_person(const lt_version *v, const lt_hand *h) { return v->document->parties.at[h->party].type == LAUT_PERSON; }

static bool same_words(const lt_version *before, const lt_hand *a, const lt_version *after, const lt_hand *b)
{
    bool parties = a->party != LAUT_NONE && b->party != LAUT_NONE;
    bool media = is_medium(before, a) && is_medium(after, b);
    if (media && (!is_named(before, a) || !is_named(after, b)))
        return true; /* der Zeitung */
    lt_names m, n;
    const lt_names *x = names_of(before, a, media, &m), *y = names_of(after, b, media, &n);
    bool papers = parties && before->document->parties.at[a->party].type == LAUT_DOCUMENT &&
                  after->document->parties.at[b->party].type == LAUT_DOCUMENT;
    return share(before->kin, x, y) && !(papers && differ(before->kin, x, y)) && !(media && titles_differ(x, y)); /* „Rotter Bote“, „Rotter Zeitung“ */
}

static bool same_parties(const lt_version *before, const lt_hand *a, const lt_version *after, const lt_hand *b)
{
    if (lt_same_party(before->document->parties.at[a->party].name, after->document->parties.at[b->party].name))
        return true;
    return !(before->person[a->party] && after->person[b->party]) && same_words(before, a, after, b);
}

static bool same(const lt_version *before, const lt_hand *a, const lt_version *after, const lt_hand *b)
{
    if (a->party == LAUT_NONE || b->party == LAUT_NONE)
        return same_words(before, a, after, b);
    if ((is_anybody(before, a) && is_person(after, b)) || (is_anybody(after, b) && is_person(before, a)))
        return true; /* der 52-Jährige, der Angeklagte, Ada Brandt */
    lt_known_pair *known = &before->known[(a->party * UINT32_C(2654435761) + b->party) % LT_KNOWN_PAIRS];
    if (known->before != a->party + 1 || known->after != b->party + 1)
        *known = (lt_known_pair){a->party + 1, b->party + 1, same_parties(before, a, after, b)};
    return known->same;
}

/* Der Betreiber wies das zurück. Nach seiner Darstellung …: a pronoun may stand for a subject in front of it, here or in
 * the sentence before, whomever it was resolved to. */
static bool may_mean(const lt_version *v, const lt_hand *h, const lt_version *other, const lt_hand *wanted)
{
    const laut_document *d = v->document;
    if (!h->link || h->link->resolved != LAUT_BY_PRONOUN || !h->words.count)
        return false;
    lt_range r = lt_tokens_in(d, h->words.at[0]);
    uint32_t s = r.first < d->tokens.count ? d->sentence_of[r.first] : 0;
    if (s && h->party != LAUT_NONE && !v->named[h->party] && lt_names_hand(other, wanted, v, (laut_spans){&d->sentence_views[s - 1].span, 1}))
        return true; /* 40 Hektar verpachtet Ada Brandt. Sie sagte */
    for (uint32_t i = 0; s && i < d->claims.count && d->claims.at[i].sentence < s; i++)
        if (d->claims.at[i].sentence + 1 == s && lt_names_hand(other, wanted, v, d->claims.at[i].speaker))
            return true; /* nach Schätzung von Ada Brandt … Sie sagte */
    for (uint32_t t = d->sentences.at[s ? s - 1 : 0].first; t < r.first && t < d->tokens.count; t++) {
        const lt_clause *c = d->clause_of[t] == LAUT_NONE ? NULL : &d->clauses.at[d->clause_of[t]];
        uint32_t subject = c && c->finite == t && c->kind == LT_MAIN ? d->arguments[d->clause_of[t]].subject : LAUT_NONE;
        if (subject == LAUT_NONE || d->mentions.at[subject].pronoun || d->mentions.at[subject].first >= r.first)
            continue;
        if (lt_mention_names_hand(other, wanted, v, subject))
            return true;
    }
    return false;
}

bool lt_same_hand(const lt_version *before, const lt_hand *a, const lt_version *after, const lt_hand *b)
{
    if ((a->link && a->party == LAUT_NONE) || (b->link && b->party == LAUT_NONE))
        return true;
    if (same(before, a, after, b))
        return true;
    for (size_t i = 0; a->link && i < a->link->candidate_count; i++)
        if (same(before, &(lt_hand){a->link->candidates[i], a->link, a->words}, after, b))
            return true;
    for (size_t i = 0; b->link && i < b->link->candidate_count; i++)
        if (same(before, a, after, &(lt_hand){b->link->candidates[i], b->link, b->words}))
            return true;
    return may_mean(before, a, after, b) || may_mean(after, b, before, a);
}

bool lt_speaks_for(const lt_version *v, const lt_hand *person, const lt_version *other, const lt_hand *body)
{
    lt_names room;
    if (person->party == LAUT_NONE || body->party == LAUT_NONE ||
        v->document->parties.at[person->party].type != LAUT_PERSON ||
        other->document->parties.at[body->party].type != LAUT_ORGANIZATION)
        return false;
    return share(v->kin, &v->body[person->party], names_of(other, body, false, &room));
}

/* Tokens with one of the traits `without` do not count. */
static bool names(const lt_version *other, const lt_hand *hand, const lt_version *v, laut_spans words, unsigned without)
{
    lt_names m, n = {.count = 0};
    for (size_t i = 0; i < words.count; i++)
        gather(v, words.at[i], &n);
    if (hand->party != LAUT_NONE && other->person[hand->party]) /* das Wasser names no Wasserwerkschef Arno Tiede */
        without |= THING;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < n.count; i++)
        if (!(v->traits[n.at[i] - v->document->tokens.at] & without))
            n.at[kept++] = n.at[i];
    n.count = kept;
    bool title = is_medium(other, hand) && is_named(other, hand);
    const lt_names *wanted = names_of(other, hand, title, &m);
    uint32_t found = 0;
    for (uint32_t i = 0; i < wanted->count; i++)
        found += title ? has_word(&n, wanted->at[i]) : has_kin(v->kin, wanted, i, &n);
    return found && (!title || 2 * found > wanted->count); /* the „Neue Rotter Zeitung“ is no „Rotter Bote“ */
}

bool lt_names_hand(const lt_version *other, const lt_hand *hand, const lt_version *v, laut_spans words)
{
    return names(other, hand, v, words, 0);
}

bool lt_mention_names_hand(const lt_version *other, const lt_hand *hand, const lt_version *v, uint32_t mention)
{
    laut_span span = lt_span_of(v->document, &v->document->mentions.at[mention]);
    return lt_names_hand(other, hand, v, (laut_spans){&span, 1});
}

bool lt_names_actor(const lt_version *other, const lt_hand *hand, const lt_version *v, laut_spans words)
{
    return names(other, hand, v, words, WITHIN);
}
