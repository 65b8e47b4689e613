#include "audit/sides.h"

#include <string.h>

#include "stages/extent.h"
#include "stages/nouns.h"
#include "stages/offices.h"
#include "engine/morphology.h"

/* ---------------------------------------------------------------- from bytes to tokens */

/* The first token that ends behind the byte. */
uint32_t lt_token_at(const lt_document *d, uint32_t byte)
{
    uint32_t low = 0, high = d->tokens.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (d->tokens.at[middle].end <= byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

lt_ranges lt_tokens_of(lt_document *d, laut_spans spans)
{
    lt_range *at = lt_arena_alloc(&d->arena, (spans.count + 1) * sizeof *at);
    if (!at)
        return (lt_ranges){NULL, 0};
    for (size_t i = 0; i < spans.count; i++) {
        at[i].first = at[i].last = lt_token_at(d, spans.at[i].begin);
        while (at[i].last < d->tokens.count && d->tokens.at[at[i].last].begin < spans.at[i].end)
            at[i].last++;
    }
    return (lt_ranges){at, lt_normalise(at, (uint32_t)spans.count)};
}

static uint32_t *none(lt_document *d, uint32_t count)
{
    uint32_t *at = lt_arena_alloc(&d->arena, (count + 1) * sizeof *at);
    if (at)
        memset(at, 0xff, (count + 1) * sizeof *at);
    return at;
}

bool lt_is_word(const lt_document *d, uint32_t t)
{
    return d->tokens.at[t].kind == LT_WORD || d->tokens.at[t].kind == LT_NUMBER;
}

bool lt_in_heading(const lt_document *d, uint32_t t)
{
    return d->sentences.at[d->sentence_of[t]].heading;
}

/* ---------------------------------------------------------------- claims */

static void paint(lt_facts *f, uint32_t *map, const lt_ranges *r, uint32_t claim)
{
    (void)f;
    for (uint32_t i = 0; i < r->count; i++)
        for (uint32_t t = r->at[i].first; t < r->at[i].last; t++)
            map[t] = claim;
}

/* Whom the accusation is made against: an object of its clause that can speak. */
static uint32_t accused_in(const lt_facts *f, uint32_t clause)
{
    const lt_document *d = f->d;
    if (clause == LAUT_NONE)
        return LAUT_NONE;
    const lt_arguments *a = &d->arguments[clause];
    bool passive = d->clauses.at[clause].passive; /* er wird beschuldigt, aber: ihm wird Totschlag vorgeworfen */
    const uint32_t objects[] = {passive && a->dative == LAUT_NONE ? a->subject : LAUT_NONE, a->dative,
                                a->accusative, a->addressee, a->oblique};
    for (size_t i = 0; i < sizeof objects / sizeof *objects; i++)
        if (objects[i] != LAUT_NONE) {
            const lt_mention *m = &d->mentions.at[objects[i]];
            bool in_full = m->name_last > m->name_first + 1; /* dem Küfer Otto Grothe: a calling of no lexicon */
            if (objects[i] == a->oblique && m->preposition != LAUT_NONE && !(m->features & LT_F(acc)))
                continue; /* vor dem Tribunal angeklagt */
            if (m->type != LT_TYPE_THING || in_full || (m->pronoun && m->features & LT_F(pers)))
                return objects[i];
        }
    return LAUT_NONE;
}

/* Die Rotoren drehten sich langsam: of reported speech as well as told by the author. */
static bool may_be_reported(const lt_document *d, uint32_t verb)
{
    const lt_token *x = &d->tokens.at[verb];
    for (uint32_t k = 0; k < x->reading_count; k++) {
        const lt_reading *r = &d->readings.at[x->first_reading + k];
        if (r->category == LT_VERB && r->features & (LT_F(subj1) | LT_F(subj2)) && r->features & LT_F(fin) && r->features & LT_F(pl))
            return true;
    }
    return false;
}

/* Sentences of the author between the claim and what went before it. */
static uint32_t gap_before(const lt_facts *f, uint32_t sentence)
{
    const lt_document *d = f->d;
    uint32_t gap = 0;
    for (uint32_t s = sentence; s-- > 0;) {
        bool maybe = false;
        for (uint32_t t = d->sentences.at[s].first; t < d->sentences.at[s].last; t++) {
            if (f->claim_of[t] != LAUT_NONE)
                return gap;
            uint32_t c = d->clause_of[t];
            maybe |= c != LAUT_NONE && d->clauses.at[c].finite == t && may_be_reported(d, t);
        }
        gap += !maybe;
    }
    return gap;
}

/* A medium by what it is, or by its name in quotation marks: laut „Elbwelle“. */
static bool is_medium(lt_document *d, const laut_link *link)
{
    if (link->party != LAUT_NONE && d->parties.at[link->party].type == LAUT_MEDIA)
        return true;
    lt_ranges words = lt_tokens_of(d, link->words);
    if (!words.count)
        return false;
    uint32_t t = words.at[0].first, end = words.at[words.count - 1].last;
    t += t + 1 < end && d->tokens.at[t].kind == LT_WORD && d->tokens.at[t + 1].kind == LT_MARK; /* the article */
    return d->tokens.at[t].kind == LT_MARK && end - t <= 6;
}

/* Who said it is not who tells it: laut „Elbwelle“ sagte Brandt; die „Elbwelle“ berichtet, Brandt habe gesagt. */
static bool second_hand(lt_document *d, uint32_t claim)
{
    const laut_claim *c = &d->claims.at[claim];
    if (!c->chain_count || c->chain[0].party == LAUT_NONE)
        return false;
    if (c->source != LAUT_NONE && c->source > 0)
        return is_medium(d, &c->chain[c->source]) || is_medium(d, &c->chain[0]);
    const laut_claim *outer = c->parent == LAUT_NONE ? NULL : &d->claims.at[c->parent];
    return outer && outer->kind != LAUT_DIRECT && outer->chain_count && c->frame.count &&
           outer->chain[0].party != c->chain[0].party && is_medium(d, &outer->chain[0]);
}

/* Kiel (dpa) – Die Kasse ist leer: the dateline is a sentence of its own, and the text goes on in its paragraph. */
static bool is_dateline(const lt_document *d, uint32_t sentence)
{
    const lt_sentence *next = sentence + 1 < d->sentences.count ? &d->sentences.at[sentence + 1] : NULL;
    return next && next->paragraph && !(d->tokens.at[next->first].flags & LT_PARA_BEFORE);
}

/* The first sentence behind headline and lead: the first paragraph of the body. */
static uint32_t behind_lead(const lt_document *d)
{
    uint32_t s = 0;
    while (s < d->sentences.count && d->sentences.at[s].heading)
        s++;
    enum { LEAD_SENTENCES = 24 /* a longer paragraph is the whole text */ };
    for (uint32_t end = s + LEAD_SENTENCES; ++s < d->sentences.count && s < end && (!d->sentences.at[s].paragraph || is_dateline(d, s - 1));)
        ;
    return s;
}

enum { FIRST_SENTENCES = 2 /* of the lead: what the story is about */ };

/* Groß Hude. Die Kasse ist leer: a name by itself says where. */
bool lt_is_place_line(const lt_document *d, uint32_t sentence)
{
    enum { WORDS = 3 };
    const lt_sentence *s = &d->sentences.at[sentence];
    if (is_dateline(d, sentence))
        return true;
    if (!s->paragraph || s->last - s->first > WORDS + 1)
        return false;
    for (uint32_t t = s->first; t + 1 < s->last; t++)
        if (!(d->tokens.at[t].flags & LT_CAPITAL))
            return false;
    return true;
}

/* Kofferpacken in Kiel! Was ist da los? Ein Stürmer geht: no statement yet. */
static bool is_teaser(const lt_document *d, uint32_t sentence)
{
    const lt_token *last = &d->tokens.at[d->sentences.at[sentence].last - 1];
    char c = d->text.bytes[last->begin];
    return last->kind == LT_STOP && (c == '!' || c == '?');
}

/* The first sentence behind headline and first sentences: what the story begins with. */
uint32_t lt_behind_opening(const lt_document *d)
{
    uint32_t s = 0;
    while (s < d->sentences.count && d->sentences.at[s].heading)
        s++;
    s += s < d->sentences.count && lt_is_place_line(d, s);
    s += s < d->sentences.count && is_teaser(d, s);
    return s + FIRST_SENTENCES;
}

/* The claim has a word of headline or first sentences. */
static bool is_leading(const lt_document *d, const lt_claim_fact *x)
{
    return x->content.count && d->sentence_of[x->content.at[0].first] < lt_behind_opening(d);
}

/* Who stands behind it has no name, or is known to a medium only. */
static bool is_weak(lt_document *d, uint32_t claim)
{
    const laut_claim *c = &d->claims.at[claim];
    if (!c->chain_count || c->chain[0].party == LAUT_NONE)
        return false;
    uint32_t speaker = c->chain[0].party, source = c->source == LAUT_NONE ? speaker : c->chain[c->source].party;
    return d->parties.at[speaker].type == LAUT_UNNAMED || d->parties.at[source].type == LAUT_UNNAMED ||
           (d->parties.at[source].type != LAUT_DOCUMENT &&
            is_medium(d, &c->chain[c->source == LAUT_NONE ? 0 : c->source])) || second_hand(d, claim);
}

/* … hieß es, man könne dazu weder Ja noch Nein sagen: what was said is that nothing will be. */
static bool is_refusal(const lt_facts *f, uint32_t claim)
{
    static const char *const sayings[] = {"statement", "denial", "assessment"};
    const lt_clause *c = lt_said_by(f, claim);
    for (size_t i = 0; c && c->negated && c->report != LAUT_NONE && i < sizeof sayings / sizeof *sayings; i++)
        if (strcmp(lt_entry_cell(f->d->engine, c->report, "act"), sayings[i]) == 0)
            return true;
    return false;
}

static void look_at_claims(lt_facts *f)
{
    lt_document *d = f->d;
    const uint32_t lead = f->lead;
    for (uint32_t i = 0; i < d->claims.count; i++) {
        const laut_claim *c = &d->claims.at[i];
        lt_claim_fact *x = &f->claims[i];
        *x = (lt_claim_fact){.content = lt_tokens_of(d, c->content), .cue = lt_tokens_of(d, c->cue),
                             .frame = lt_tokens_of(d, c->frame), .speaker = lt_tokens_of(d, c->speaker),
                             .addressee = lt_tokens_of(d, c->addressee), .clause = LAUT_NONE,
                             .attributed = c->chain_count && c->chain[0].party != LAUT_NONE,
                             .nested = c->parent != LAUT_NONE, .accused = LAUT_NONE, .mention = LAUT_NONE, .voice = LAUT_NONE,
                             .second_hand = second_hand(d, i), .weak = is_weak(d, i)};
        x->central = c->sentence < lead && !is_refusal(f, i);
        x->leading = x->central && is_leading(d, x);
        const lt_ranges *r = x->cue.count ? &x->cue : &x->content;
        for (uint32_t k = 0; k < r->count && x->clause == LAUT_NONE; k++)
            for (uint32_t t = r->at[k].first; t < r->at[k].last && x->clause == LAUT_NONE; t++)
                x->clause = d->clause_of[t];
        if (x->attributed) {
            paint(f, f->claim_of, &x->frame, i);
            paint(f, f->claim_of, &x->content, i); /* claims stand in order: inner ones come later */
        }
        paint(f, f->said_in, &x->content, i);
        if (c->act == LAUT_ACCUSATION)
            x->accused = accused_in(f, x->clause);
    }
    for (uint32_t i = 0; i < d->claims.count; i++)
        if (d->claims.at[i].chain_count && d->claims.at[i].chain[0].resolved == LAUT_CONTINUED)
            f->claims[i].gap = gap_before(f, d->claims.at[i].sentence);
}

/* ---------------------------------------------------------------- parties */

/* The mentions that are exactly those spans. */
static void sort_mentions(lt_facts *f)
{
    lt_document *d = f->d;
    f->first_mention = lt_arena_alloc(&d->arena, (d->sentences.count + 2) * sizeof *f->first_mention);
    f->by_sentence = lt_arena_alloc(&d->arena, (d->mentions.count + 1) * sizeof *f->by_sentence);
    uint32_t *next = lt_arena_alloc(&d->arena, (d->sentences.count + 1) * sizeof *next);
    if (!f->first_mention || !f->by_sentence || !next)
        return;
    for (uint32_t m = 0; m < d->mentions.count; m++)
        f->first_mention[d->mentions.at[m].sentence + 1]++;
    for (uint32_t s = 0; s < d->sentences.count; s++) {
        f->first_mention[s + 1] += f->first_mention[s];
        next[s] = f->first_mention[s];
    }
    for (uint32_t m = 0; m < d->mentions.count; m++)
        f->by_sentence[next[d->mentions.at[m].sentence]++] = m;
}

static void look_at_mentions(lt_facts *f)
{
    lt_document *d = f->d;
    uint32_t *first = none(d, d->tokens.count), *next = none(d, d->mentions.count);
    if (!first || !next)
        return;
    for (uint32_t i = d->mentions.count; i-- > 0;) {
        next[i] = first[d->mentions.at[i].first];
        first[d->mentions.at[i].first] = i;
    }
    for (uint32_t p = 0; p < d->parties.count; p++)
        for (size_t k = 0; k < d->parties.at[p].mentions.count; k++) {
            laut_span s = d->parties.at[p].mentions.at[k];
            uint32_t t = lt_token_at(d, s.begin);
            for (uint32_t m = t < d->tokens.count ? first[t] : LAUT_NONE; m != LAUT_NONE; m = next[m])
                if (d->tokens.at[d->mentions.at[m].last - 1].end == s.end)
                    f->party_of[m] = p;
        }
}

enum { MEANT_BACK = 4 /* sentences */ };

/* Otto Grothe kam … dem Referatsleiter: who was named last, in that sentence or the one before, if the noun may be said of
 * them and is nobody's else. */
static uint32_t described_before(const lt_facts *f, uint32_t m)
{
    const lt_document *d = f->d;
    const lt_mention *x = &d->mentions.at[m];
    const char *offices = lt_offices_of(d, &d->tokens.at[x->head]);
    for (uint32_t s = x->sentence + 1; s-- > 0 && s + 1 >= x->sentence;)
        for (uint32_t i = f->first_mention[s + 1]; i-- > f->first_mention[s];) {
            const lt_mention *y = &d->mentions.at[f->by_sentence[i]];
            if (y->last > x->first || y->pronoun || y->type != LT_TYPE_PERSON)
                continue;
            const lt_mention *full = lt_in_full(d, y);
            return y->name_first < y->name_last && y->clause != x->clause && lt_genders_of(d, full) & x->features &&
                           lt_may_be(d, full, x, offices ? offices : "") ? f->by_sentence[i] : m;
        }
    return m;
}

/* Brandt steht wegen einer Deponie im Landkreis unter Druck. Er …: the one who is spoken of, not where it is. */
static bool is_aside(const lt_document *d, const lt_mention *subject, const lt_mention *m)
{
    return subject->type == LT_TYPE_PERSON && subject->clause != LAUT_NONE && subject->sentence == m->sentence &&
           d->arguments[subject->clause].subject == subject - d->mentions.at && m->type == LT_TYPE_ORGANIZATION && (m->preposition != LAUT_NONE || (m->owner != LAUT_NONE && &d->mentions.at[m->owner] != subject)); /* im Saal des Landgerichts */
}

/* Whom a pronoun or a short description most likely means: the nearest before it that agrees. */
uint32_t lt_meant(const lt_facts *f, uint32_t m)
{
    const lt_document *d = f->d;
    const lt_mention *x = &d->mentions.at[m];
    if (!x->pronoun && x->type == LT_TYPE_PERSON && x->definite && !x->named && !x->possessive && x->features & LT_F(sg) &&
        x->attribute == LAUT_NONE && f->party_of[m] == LAUT_NONE)
        return described_before(f, m);
    bool matter = x->features & LT_F(dem) && (x->features & LT_GENDERS) == LT_F(n); /* Das ist gelogen */
    if (!x->pronoun || matter || f->party_of[m] != LAUT_NONE)
        return m;
    uint32_t best = m;
    for (uint32_t s = x->sentence + 1; s-- > 0 && best == m && s + MEANT_BACK > x->sentence;)
        for (uint32_t i = f->first_mention[s]; i < f->first_mention[s + 1]; i++) {
            const lt_mention *y = &d->mentions.at[f->by_sentence[i]];
            if (y->last > x->first || y->pronoun || y->type > LT_TYPE_ORGANIZATION || y->clause == x->clause ||
                !(y->features & x->features & LT_GENDERS) || !(y->features & x->features & LT_NUMBERS))
                continue;
            if (!y->named && !y->definite && y->first && lt_compares(d, y->first - 1))
                continue; /* als Abholer */
            if (best == m || (y->first > d->mentions.at[best].first && !is_aside(d, &d->mentions.at[best], y)))
                best = f->by_sentence[i];
        }
    return best;
}

uint64_t lt_hash_of(const char *text, size_t size)
{
    uint64_t h = UINT64_C(1469598103934665603);
    for (size_t i = 0; i < size; i++)
        h = (h ^ (unsigned char)text[i]) * UINT64_C(1099511628211);
    return h | UINT64_C(1) << 63;
}

/* The last word of the name, before a party in brackets: Lutz Ohm (SPD); without the s of the genitive. */
uint64_t lt_surname_of(const lt_document *d, const lt_mention *m)
{
    uint32_t last = m->name_first;
    for (uint32_t t = m->name_first; t < m->name_last && d->tokens.at[t].kind == LT_WORD; t++)
        last = t;
    return lt_hash_of(d->tokens.at[last].folded, d->tokens.at[last].folded_size);
}

bool lt_same_surname(const lt_document *d, const lt_mention *a, const lt_mention *b)
{
    return a->name_first < a->name_last && b->name_first < b->name_last && lt_surname_of(d, a) == lt_surname_of(d, b);
}

/* The words of the mention have that noun, or a compound that ends in it: Ministerin, Umweltministerin. */
static bool has_noun(const lt_document *d, const lt_mention *m, lt_word lemma, const lt_token *noun)
{
    for (uint32_t t = m->first; t < m->core_last && t < m->last; t++) {
        const lt_token *token = &d->tokens.at[t];
        if (token->flags & LT_CAPITAL && noun->folded_size > 4 && token->folded_size > noun->folded_size &&
            memcmp(token->folded + token->folded_size - noun->folded_size, noun->folded, noun->folded_size) == 0 &&
            (t < m->name_first || t >= m->name_last))
            return true;
        for (uint32_t k = 0; k < token->reading_count; k++)
            if (d->readings.at[token->first_reading + k].lemma == lemma)
                return true;
    }
    return false;
}

/* Nadine Ebert, Sprecherin der Bank: the same of what stands behind the name. */
static bool is_called_behind(const lt_document *d, uint32_t m, lt_word lemma, const lt_token *noun)
{
    enum { NEAR = 6 /* mentions */ };
    const lt_mention *y = &d->mentions.at[m];
    if (y->name_last >= d->tokens.count || d->tokens.at[y->name_last].kind != LT_COMMA)
        return false;
    for (uint32_t k = m + 1; k < d->mentions.count && k <= m + NEAR; k++) {
        const lt_mention *x = &d->mentions.at[k];
        if (x->first == y->name_last + 1 && x->preposition == LAUT_NONE && !x->definite && has_noun(d, x, lemma, noun))
            return true;
    }
    return false;
}

static bool is_bare_surname(const lt_mention *m)
{
    return m->type == LT_TYPE_PERSON && m->name_last == m->name_first + 1 && m->last - m->first == 1 && !m->pronoun;
}

/* Erich Brandt und Luis Brandt … sagte Brandt: how many of that surname and of different given names were named just before. */
static uint32_t bearers(const lt_facts *f, uint32_t m)
{
    const lt_document *d = f->d;
    const lt_mention *x = &d->mentions.at[m];
    uint32_t found = 0, first = LAUT_NONE;
    for (uint32_t n = f->first_mention[x->sentence > 1 ? x->sentence - 2 : 0]; n < f->first_mention[x->sentence]; n++) {
        const lt_mention *y = &d->mentions.at[f->by_sentence[n]];
        if (y->type != LT_TYPE_PERSON || y->name_last < y->name_first + 2 || !lt_same_surname(d, x, y))
            continue;
        const lt_token *given = &d->tokens.at[y->name_first], *other = first == LAUT_NONE ? NULL : &d->tokens.at[first];
        if (other && other->folded_size == given->folded_size && memcmp(other->folded, given->folded, given->folded_size) == 0)
            continue;
        first = y->name_first;
        found++;
    }
    return found;
}

/* Whom a plural noun names: die Anwälte Jan Wolf und Otto Grothe; zwei Anwälte, Jan Wolf und Otto Grothe. */
static bool is_of_two(const lt_document *d, uint32_t m)
{
    const lt_mention *y = &d->mentions.at[m];
    bool apposed = y->name_first > y->first && d->tokens.at[y->name_first - 1].kind == LT_COMMA;
    for (uint32_t k = m; k < d->mentions.count && d->mentions.at[k].first <= y->name_first; k++) {
        const lt_mention *x = &d->mentions.at[k], *z = x->next == LAUT_NONE ? NULL : &d->mentions.at[x->next];
        if (x->name_first == y->name_first && z && z->name_first == z->first)
            return y->features & LT_F(pl) && (y->definite || (apposed && d->clauses.at[y->clause].features & LT_F(pl)));
    }
    return false;
}

/* Somebody has a name in that sentence, outside of what is quoted. */
static bool names_somebody(const lt_facts *f, uint32_t sentence)
{
    const lt_document *d = f->d;
    for (uint32_t n = f->first_mention[sentence]; n < f->first_mention[sentence + 1]; n++) {
        const lt_mention *y = &d->mentions.at[f->by_sentence[n]];
        bool full = y->name_last > y->name_first + 1, doer = y->clause != LAUT_NONE && d->arguments[y->clause].subject == f->by_sentence[n];
        if (y->type == LT_TYPE_PERSON && y->name_first < y->name_last && (full || doer) && d->quote_of[y->first] == LAUT_NONE)
            return true;
    }
    return false;
}

/* Die Anwälte Jan Wolf und Otto Grothe stritten. Der Anwalt sagte …: how many it may be, of those whom the sentence
 * before names, or where it names nobody (es regnete) the one before that. */
static uint32_t namesakes(const lt_facts *f, uint32_t m)
{
    const lt_document *d = f->d;
    const lt_mention *x = &d->mentions.at[m];
    uint32_t found = 0, first = LAUT_NONE;
    if (is_bare_surname(x))
        return bearers(f, m);
    if (x->pronoun || x->named || x->lemma == LT_NO_WORD || x->type != LT_TYPE_PERSON || !(x->features & LT_F(sg)) ||
        !x->sentence)
        return 0;
    uint32_t s = x->sentence - 1;
    s -= s > 0 && !d->sentences.at[s].heading && !d->sentences.at[s - 1].heading && !names_somebody(f, s);
    for (uint32_t n = f->first_mention[s]; n < f->first_mention[s + 1]; n++) {
        uint32_t i = f->by_sentence[n];
        const lt_mention *y = &d->mentions.at[i];
        if (y->name_first >= y->name_last || !(has_noun(d, y, x->lemma, &d->tokens.at[x->head]) || is_called_behind(d, i, x->lemma, &d->tokens.at[x->head])))
            continue;
        if (first != LAUT_NONE && lt_surname_of(d, &d->mentions.at[first]) == lt_surname_of(d, y))
            continue;
        first = i;
        found += 1 + (y->clause != LAUT_NONE && is_of_two(d, i));
    }
    return found;
}

static bool is_and(const lt_document *d, uint32_t t)
{
    for (uint32_t k = 0; k < d->tokens.at[t].reading_count; k++)
        if (d->readings.at[d->tokens.at[t].first_reading + k].features & LT_F(and))
            return true;
    return false;
}

/* Otto Grothe and Malte Hansen in „Otto Grothe und Malte Hansen“. */
static bool is_conjunct(const lt_document *d, uint32_t m)
{
    const lt_mention *x = &d->mentions.at[m];
    return x->next != LAUT_NONE || (x->owner != LAUT_NONE && d->mentions.at[x->owner].next == m);
}

/* The verb is plural, and its subject no other than those who are named: sowohl Otto Grothe als auch Malte Hansen
 * kamen; beide, Otto Grothe wie Malte Hansen, kamen. */
static bool shares_the_verb(const lt_document *d, uint32_t m)
{
    const lt_mention *x = &d->mentions.at[m];
    const lt_clause *k = &d->clauses.at[x->clause];
    uint32_t subject = d->arguments[x->clause].subject;
    const lt_mention *s = subject == LAUT_NONE ? NULL : &d->mentions.at[subject];
    if (!(k->features & LT_F(pl)) || k->features & LT_F(sg) || x->preposition != LAUT_NONE || !(x->features & LT_F(nom)))
        return false;
    return !s || !(s->features & LT_F(pl)) || (s->first < x->first && x->last <= s->last);
}

/* The subject of a main clause, or one that it is coordinated with; or one of two that are coordinated where
 * nobody else is the subject (zwischen Otto Grothe und Malte Hansen kam es zum Streit). */
static bool on_a_par(const lt_document *d, uint32_t m)
{
    uint32_t clause = d->mentions.at[m].clause, doer = d->arguments[clause].subject;
    if (shares_the_verb(d, m))
        return true;
    if (is_conjunct(d, m) && (doer == LAUT_NONE || d->mentions.at[doer].type != LT_TYPE_PERSON || d->mentions.at[doer].pronoun))
        return true;
    for (uint32_t back = 0; back < 4; back++) {
        const lt_mention *x = &d->mentions.at[m];
        const lt_clause *k = &d->clauses.at[x->clause];
        uint32_t subject = k->kind == LT_MAIN || k->kind == LT_SUBORD ? d->arguments[x->clause].subject : LAUT_NONE;
        if (subject == m)
            return k->kind == LT_MAIN || x->next != LAUT_NONE;
        if (subject != LAUT_NONE && x->first > d->mentions.at[subject].first && x->last <= d->mentions.at[subject].last &&
            is_and(d, x->first - 1))
            return true; /* Lutz Ohm (SPD) und Peer Falk (CDU) */
        if (x->owner == LAUT_NONE || d->mentions.at[x->owner].next != m || d->mentions.at[x->owner].clause == LAUT_NONE)
            return false;
        m = x->owner;
    }
    return false;
}

enum { MENTIONS_BACK = 4096 /* so far back and ahead a full name or an office is looked for: bounds the time */ };

uint32_t lt_looked_back(const lt_document *d, const lt_mention *m)
{
    uint32_t index = (uint32_t)(m - d->mentions.at);
    return index > MENTIONS_BACK ? index - MENTIONS_BACK : 0;
}

uint32_t lt_looked_ahead(const lt_document *d, const lt_mention *m)
{
    uint32_t index = (uint32_t)(m - d->mentions.at);
    return d->mentions.count - index > MENTIONS_BACK ? index + MENTIONS_BACK : d->mentions.count;
}

typedef enum { FITS_NOT, FITS_MAYBE, FITS } fit;

/* The party of der CDU-Politiker stands with the name: Otto Grothe (CDU), CDU-Landrat Grothe. */
static bool has_prefix(const lt_token *calling, const lt_token *token)
{
    const char *hyphen = memchr(calling->folded, '-', calling->folded_size);
    size_t n = hyphen ? (size_t)(hyphen - calling->folded) : 0;
    return n && token->folded_size >= n && memcmp(token->folded, calling->folded, n) == 0 &&
           (token->folded_size == n || token->folded[n] == '-');
}

/* Whether who is named so has been said to be one of those: at all, or of no office so far. */
static fit fits(const lt_document *d, const lt_mention *person, const lt_mention *calling, const char *offices)
{
    uint64_t name = lt_surname_of(d, person);
    const lt_token *word = &d->tokens.at[calling->head];
    const char *same = lt_offices_of(d, &(lt_token){.folded = "*", .folded_size = 1});
    bool of_party = memchr(word->folded, '-', word->folded_size), is_one = false; /* of that party? */
    fit best = FITS_MAYBE;
    for (uint32_t m = lt_looked_back(d, person); m < d->mentions.count && d->mentions.at[m].first < calling->first; m++) {
        const lt_mention *x = &d->mentions.at[m];
        if (x->name_last <= x->name_first || lt_surname_of(d, x) != name)
            continue;
        const lt_mention *owner = x->owner == LAUT_NONE ? NULL : &d->mentions.at[x->owner];
        if (owner && (owner->next != m || owner->features & LT_F(sg) || owner->name_first <= owner->first))
            owner = NULL;
        uint32_t end = x->next == LAUT_NONE ? x->last : d->mentions.at[x->next].first;
        end += end + 1 < d->tokens.count && d->tokens.at[end].kind == LT_OPEN ? 2 : 0; /* Otto Grothe (CDU) */
        for (uint32_t t = owner ? owner->first : x->first; t < end; t++) {
            if (owner && t == owner->name_first)
                t = x->first; /* die Unternehmer Karl Anders und Hans Böll: the office is of both */
            const lt_token *token = &d->tokens.at[t];
            if (of_party && has_prefix(word, token))
                return FITS;
            if ((t >= x->name_first && t < x->name_last) || !(token->flags & LT_CAPITAL) || token->kind != LT_WORD)
                continue;
            if (lt_is_one_of(d, offices, token) || (same && lt_is_one_of(d, same, token)))
                is_one = true;
            for (uint32_t k = 0; k < token->reading_count && !is_one; k++) { /* Chefärzten: Arzt */
                const lt_reading *r = &d->readings.at[token->first_reading + k];
                const lt_vocable *v = r->category == LT_NOUN && r->lemma != LT_NO_WORD ? &d->engine->vocabulary.words.at[r->lemma] : NULL;
                is_one = v && v->size <= UINT8_MAX && lt_is_one_of(d, offices, &(lt_token){.folded = v->text, .folded_size = (uint8_t)v->size});
            }
            bool kin = false; /* die Brüder Jan und Otto Grothe may have any office */
            bool of_both = owner || (x->next != LAUT_NONE && x->features & LT_F(pl) && !(x->features & LT_F(sg)));
            for (uint32_t k = 0; of_both && k < token->reading_count; k++) {
                const char *traits = lt_entry_cell(d->engine, d->readings.at[token->first_reading + k].entry, "traits");
                kin |= lt_cell_has(traits, "relational") && !lt_cell_has(traits, "title");
            }
            for (uint32_t k = 0; k < token->reading_count && !kin; k++)
                if (d->readings.at[token->first_reading + k].category == LT_NOUN && t < x->name_first)
                    best = FITS_NOT; /* another office */
        }
    }
    return !is_one ? best : of_party ? FITS_MAYBE : FITS;
}

bool lt_may_be(const lt_document *d, const lt_mention *person, const lt_mention *calling, const char *offices)
{
    return fits(d, person, calling, offices) != FITS_NOT;
}

/* Der 52-Jährige: a number that has stood before tells who it is, but in beide 52 Jahre alt. */
static bool number_told(const lt_document *d, const lt_token *word, uint32_t until)
{
    size_t n = 0;
    while (n < word->folded_size && word->folded[n] >= '0' && word->folded[n] <= '9')
        n++;
    for (uint32_t t = until > 4 * MENTIONS_BACK ? until - 4 * MENTIONS_BACK : 0; n && t < until; t++)
        if (d->tokens.at[t].folded_size >= n && memcmp(d->tokens.at[t].folded, word->folded, n) == 0 && !(t && lt_cell_has(lt_possessive_owner(d, t - 1), "both")))
            return true;
    return false;
}

/* The mention that has the name in full: Hartwig, who was Staatsanwältin Nele Hartwig. */
const lt_mention *lt_in_full(const lt_document *d, const lt_mention *m)
{
    if (m->name_last != m->name_first + 1)
        return m;
    uint64_t name = lt_surname_of(d, m);
    for (uint32_t k = lt_looked_back(d, m); k < d->mentions.count && d->mentions.at[k].first < m->first; k++)
        if (d->mentions.at[k].name_last > d->mentions.at[k].name_first + 1 && lt_surname_of(d, &d->mentions.at[k]) == name)
            return &d->mentions.at[k];
    return m;
}

/* What the words leave, or the given name: die Ärztinnen Dora Klee und Nina Wulf. */
uint64_t lt_genders_of(const lt_document *d, const lt_mention *m)
{
    uint64_t genders = m->features & LT_GENDERS;
    const lt_token *t = &d->tokens.at[m->name_first];
    for (uint32_t k = 0; !(m->features & LT_GENDERS) && k < t->reading_count; k++)
        if (d->readings.at[t->first_reading + k].category == LT_NAME)
            genders |= d->readings.at[t->first_reading + k].features & LT_GENDERS;
    return genders ? genders : LT_GENDERS;
}

enum { MOST_FITTING = 16, PRONOUNS_BACK = 4 /* sentences */ };

/* Beide schwiegen, die zwei Frauen schwiegen: the subject is more than one, whom a sentence before has named. */
static bool is_about_several(const lt_document *d, const lt_mention *m, uint32_t index)
{
    return m->clause != LAUT_NONE && d->arguments[m->clause].subject == index && !(m->features & LT_F(sg)) &&
           m->features & LT_F(pl) && !m->named && (m->pronoun || m->type == LT_TYPE_PERSON || m->type == LT_TYPE_GROUP);
}

/* Jan Wolf habe das Geld genommen, sagte Otto Grothe: of Wolf somebody tells whom the sentence names. */
static bool is_told_of(const lt_facts *f, uint32_t mention)
{
    const lt_mention *y = &f->d->mentions.at[mention];
    uint32_t c = f->said_in[y->first], by = c == LAUT_NONE ? LAUT_NONE : f->claims[c].mention;
    return by != LAUT_NONE && by != mention && f->d->mentions.at[by].sentence == y->sentence && f->d->mentions.at[by].type == LT_TYPE_PERSON;
}

/* How many persons who are named in that sentence before the mention it fits; `any`: somebody is named there at all,
 * `pronouns`: a pronoun is there, which may mean the same ones; `together`: one that means several of them, whatever
 * they are in their sentence (mit Otto Grothe kam Malte Hansen; beide waren müde; sagte er). */
static uint32_t fitting_in(const lt_facts *f, const lt_mention *x, uint32_t sentence, const char *offices, bool *any,
                           bool *pronouns, bool *together)
{
    const lt_document *d = f->d;
    uint32_t found[3] = {0}, count = 0;
    uint64_t names[MOST_FITTING];
    bool main = x->clause != LAUT_NONE && d->clauses.at[x->clause].kind == LT_MAIN, several = false;
    for (uint32_t n = f->first_mention[sentence]; n < f->first_mention[sentence + 1]; n++) {
        uint32_t i = f->by_sentence[n];
        const lt_mention *y = &d->mentions.at[i], *full = lt_in_full(d, y);
        bool before = y->last <= x->first && d->quote_of[y->first] == LAUT_NONE;
        *any |= before && !y->pronoun && (y->named || y->sentence + 2 <= x->sentence) && y->type == LT_TYPE_PERSON &&
                lt_genders_of(d, y) & x->features;
        *pronouns |= before && y->pronoun && y->features & LT_F(pers) && y->sentence != x->sentence && 
                     (y->features & LT_F(pl) || lt_genders_of(d, y) & x->features);
        several |= before && y->sentence != x->sentence && is_about_several(d, y, i);
        if (y->pronoun || full->type != LT_TYPE_PERSON || y->name_first >= y->name_last || y->clause == LAUT_NONE ||
            y->last > x->first || (y->sentence == x->sentence && (y->clause == x->clause || !main)) || d->quote_of[y->first] != LAUT_NONE ||
            !(lt_genders_of(d, full) & x->features) || count == MOST_FITTING)
            continue;
        if ((!offices || !*offices) && ((!on_a_par(d, i) && !*together) || is_told_of(f, i)))
            continue;
        bool known = false;
        for (uint32_t k = 0; k < count; k++)
            known |= names[k] == lt_surname_of(d, y);
        if (known)
            continue;
        names[count++] = lt_surname_of(d, y);
        found[offices && *offices != '*' ? fits(d, y, x, offices) : FITS]++;
    }
    *together |= several;
    *pronouns |= several;
    return found[FITS] ? found[FITS] : found[FITS_MAYBE];
}

/* The pronoun is plural in its case: sie, and not ihr. */
static bool may_be_plural(const lt_document *d, const lt_mention *x)
{
    const lt_token *t = &d->tokens.at[x->head];
    for (uint32_t k = 0; k < t->reading_count; k++) {
        uint64_t r = d->readings.at[t->first_reading + k].features;
        if (r & LT_F(pers) && r & LT_F(pl) && r & LT_F(p3) && r & x->features & LT_CASES)
            return true;
    }
    return false;
}

/* Seiner Ansicht nach: the genders of whose it is, or 0 where it may be of several (ihrer Ansicht nach). */
static uint64_t owner_of(const lt_document *d, const lt_mention *m)
{
    for (uint32_t t = m->first; t < m->head; t++) {
        const char *owner = lt_possessive_owner(d, t);
        if (lt_cell_has(owner, "sg") && !lt_cell_has(owner, "pl"))
            return (lt_cell_has(owner, "m") ? LT_F(m) : 0) | (lt_cell_has(owner, "f") ? LT_F(f) : 0);
    }
    return 0;
}

/* The persons named just before whom a calling fits (Landrat Uwe Kamp und Bürgermeister Timo Jess … Der Politiker
 * sagte); where it is a pronoun, those who are on a par as subjects. Just before: earlier in the sentence (als Otto
 * Grothe und Malte Hansen kamen, sagte er), in the one before, or where nobody is in that (es regnete; sie stritten)
 * before it. */
static uint32_t fitting(const lt_facts *f, uint32_t m)
{
    const lt_document *d = f->d;
    const lt_mention *x = &d->mentions.at[m];
    const char *offices = NULL;
    lt_mention owner = *x;
    if (x->type == LT_TYPE_ATTRIBUTION && x->possessive && !x->named) {
        uint64_t genders = owner_of(d, x);
        if (!genders)
            return 0;
        owner.pronoun = true;
        owner.features = genders | LT_F(sg) | LT_F(pers);
        x = &owner;
    }
    if (!(x->features & LT_F(sg)) || x->named)
        return 0;
    bool of_singular = x->clause != LAUT_NONE && d->arguments[x->clause].subject == m && !(d->clauses.at[x->clause].features & LT_F(pl));
    bool plural = x->features & LT_F(pl) && !of_singular && !(x->pronoun && !may_be_plural(d, x));
    if (x->pronoun ? !(x->features & LT_F(pers)) || plural || x->features & LT_F(n) || (x->features & (LT_F(p1) | LT_F(p2)) && !(x->features & LT_F(p3)))
                   : !x->definite || x->type != LT_TYPE_PERSON || x->attribute != LAUT_NONE)
        return 0;
    if (!x->pronoun && number_told(d, &d->tokens.at[x->head], x->first))
        return 0;
    if (!x->pronoun && !(offices = lt_offices_of(d, &d->tokens.at[x->head]))) {
        for (uint32_t k = lt_looked_back(d, x); k < m; k++)
            if (d->mentions.at[k].name_first < d->mentions.at[k].name_last &&
                has_noun(d, &d->mentions.at[k], x->lemma, &d->tokens.at[x->head]))
                return 0; /* Anwalt Jan Wolf … der Anwalt */
        offices = "";
    }
    bool any = false, together = false;
    uint32_t back = 2;
    for (uint32_t s = x->sentence + 1; s-- > 0 && s + back >= x->sentence && !any && !d->sentences.at[s].heading;) {
        bool pronouns = false;
        uint32_t found = fitting_in(f, x, s, offices, &any, &pronouns, &together);
        if (found)
            return found;
        back += x->pronoun && pronouns && back < PRONOUNS_BACK;
    }
    return 0;
}

static bool could_speak(const lt_mention *m)
{
    return !m->pronoun && (m->type == LT_TYPE_PERSON || m->type == LT_TYPE_ORGANIZATION || m->type == LT_TYPE_DOCUMENT) &&
           (m->named || m->definite || m->preposition != LAUT_NONE);
}

/* Kritik kommt vom Naturschutzbund. Der Plan zerstöre ein Moor. Ganz anders Jan Wolf: Der Plan sei gut. */
static uint32_t voices_before(const lt_facts *f, uint32_t sentence)
{
    const lt_document *d = f->d;
    const lt_sentence *s = &d->sentences.at[sentence];
    uint32_t colon = s->first, found = 0;
    for (uint32_t t = s->first; t < s->last; t++)
        if (d->tokens.at[t].kind == LT_COLON)
            colon = t;
    const lt_sentence *b = sentence ? s - 1 : NULL; /* a dateline is no voice: Hullerstedt. */
    bool before = b && !b->heading && !s->heading && b->last - b->first > 2;
    for (uint32_t n = f->first_mention[before ? sentence - 1 : sentence]; n < f->first_mention[sentence + 1]; n++) {
        const lt_mention *m = &d->mentions.at[f->by_sentence[n]];
        found += could_speak(m) && (m->sentence < sentence || m->last <= colon);
    }
    return found;
}

/* A body that a person stands for: of it, or from it (der Bahn, von der Bahn), no origin (aus der Börde) and none
 * without a name of its own (eines Vereins, mehrerer Vereine). */
static bool is_body_behind(const lt_document *d, const lt_mention *a)
{
    lt_word p = a->preposition == LAUT_NONE ? LT_NO_WORD : d->tokens.at[a->preposition].form;
    if (p != LT_NO_WORD && !lt_is_agent(d->engine, p) && !lt_is_within(d->engine, p))
        return false;
    if (a->name_first == a->name_last && a->features & LT_F(indef) && !a->definite)
        return false;
    return a->named || a->type == LT_TYPE_ORGANIZATION || a->type == LT_TYPE_GROUP;
}

/* Aus der Nachbarschaft hört man, in der Belegschaft heißt es: no more than that it is one of many. */
static bool is_from_among(const lt_document *d, const lt_mention *m)
{
    return m->type == LT_TYPE_GROUP && m->preposition != LAUT_NONE && !m->named && !m->possessive && m->entry != LAUT_NONE &&
           !lt_is_agent(d->engine, d->tokens.at[m->preposition].form) && !lt_cell_has(lt_entry_cell(d->engine, m->entry, "traits"), "body") &&
           strcmp(lt_entry_cell(d->engine, m->entry, "type"), "group") == 0;
}

/* Ein Team um die Forscherin Ada Brandt: it has a name. */
static bool is_around_somebody(const lt_document *d, const lt_mention *m)
{
    const lt_mention *next = m + 1;
    return m + 1 < d->mentions.at + d->mentions.count && next->preposition == m->last && next->named && next->type == LT_TYPE_PERSON &&
           (m->type == LT_TYPE_GROUP || m->type == LT_TYPE_ORGANIZATION);
}

/* Ein Anwohner, mehrere Mitarbeiter, die Mutter eines Schülers, man: persons of whom neither name nor body is told,
 * and who speak for none. */
static bool is_anonymous(const lt_document *d, const lt_mention *m)
{
    const lt_mention *a = m->attribute == LAUT_NONE ? NULL : &d->mentions.at[m->attribute];
    if (m->pronoun)
        return !a && m->features & LT_F(indef) && !(m->features & (LT_F(pers) | LT_F(dem) | LT_F(rel)));
    bool title = lt_in_heading(d, m->first) && d->tokens.at[m->first].flags & LT_CAPITAL && m->first == m->head; /* Intendant: „…“ */
    bool of_nobody = a && a->features & LT_F(indef) && !a->definite && a->preposition == LAUT_NONE;
    if (is_from_among(d, m) && !(a && is_body_behind(d, a)))
        return true;
    if (is_around_somebody(d, m))
        return false;
    if (m->named || title || (m->definite && !of_nobody) || m->possessive || (m->type != LT_TYPE_PERSON && m->type != LT_TYPE_GROUP && m->type != LT_TYPE_THING) ||
        m->name_first < m->name_last || (lt_is_bare(d, m) && !(m->type == LT_TYPE_GROUP && m->entry != LAUT_NONE)) || /* Fachleute warnen */
        (m->entry == LAUT_NONE && m->type != LT_TYPE_THING))
        return false;
    return (m->entry == LAUT_NONE || !lt_cell_has(lt_entry_cell(d->engine, m->entry, "traits"), "spokes")) && !(a && is_body_behind(d, a));
}

/* Das verlautete aus der Koalition, in der Partei heißt es: somebody there. */
static bool is_somebody_inside(const lt_document *d, const lt_mention *m)
{
    return m->preposition != LAUT_NONE && (m->type == LT_TYPE_ORGANIZATION || m->type == LT_TYPE_GROUP) && !m->named &&
           lt_attributive(d->engine, d->tokens.at[m->preposition].form) & LT_OF_TOWNS;
}

/* Eine Rentnerin weinte … sagte sie, sagte die Frau: the words before for her party. */
static uint32_t described(const lt_facts *f, uint32_t m)
{
    for (uint32_t k = m, until = lt_looked_back(f->d, &f->d->mentions.at[m]); k-- > until;)
        if (f->party_of[k] == f->party_of[m] && !f->d->mentions.at[k].pronoun)
            return k;
    return m;
}

/* Sie lachte. … Heute wohnt sie am Damm: the same pronoun, where nobody else is named since. */
static bool may_be_who_spoke(const lt_document *d, const lt_mention *pronoun, const lt_mention *voice)
{
    bool active = pronoun->clause != LAUT_NONE && !d->clauses.at[pronoun->clause].passive;
    return active && pronoun->pronoun && pronoun->features & LT_F(pers) && pronoun->features & LT_F(nom) &&
           pronoun->features & voice->features & LT_GENDERS && pronoun->features & voice->features & LT_NUMBERS;
}

/* Der „Uferbote“ stellt sein Erscheinen ein. Das teilte der „Uferbote“ mit: a medium knows its own affairs at first hand. The first
 * sentence that tells of each party as the subject of something other than a report, or LAUT_NONE; NULL if memory ran out. */
static uint32_t *told_of(const lt_facts *f)
{
    lt_document *d = f->d;
    uint32_t *first = none(d, d->parties.count);
    for (uint32_t m = d->mentions.count; first && m-- > 0;) {
        const lt_mention *named = &d->mentions.at[m];
        uint32_t party = f->party_of[m];
        if (party == LAUT_NONE || named->clause == LAUT_NONE || d->clauses.at[named->clause].report != LAUT_NONE)
            continue;
        uint32_t subject = d->arguments[named->clause].subject; /* die Zeitung „Uferbote“ */
        if (subject != LAUT_NONE && d->mentions.at[subject].first <= named->first && named->last <= d->mentions.at[subject].last &&
            named->sentence < first[party])
            first[party] = named->sentence;
    }
    return first;
}

static bool tells_of_itself(const lt_document *d, const uint32_t *told, uint32_t claim)
{
    const laut_claim *c = &d->claims.at[claim];
    uint32_t party = c->chain[0].party;
    return c->chain_count == 1 && d->parties.at[party].type == LAUT_MEDIA && told[party] <= c->sentence;
}

/* The mentions behind the speakers' words, and whether they stand near enough to carry on from. */
static void look_at_speakers(lt_facts *f)
{
    lt_document *d = f->d;
    const uint32_t *told = told_of(f);
    if (!told)
        return;
    for (uint32_t i = 0; i < d->claims.count; i++) {
        lt_claim_fact *x = &f->claims[i];
        x->voices = voices_before(f, d->claims.at[i].sentence);
        if (!x->attributed)
            continue;
        x->weak &= !tells_of_itself(d, told, i);
        uint32_t party = d->claims.at[i].chain[0].party, s = d->claims.at[i].sentence;
        uint32_t named = x->speaker.count ? d->sentence_of[x->speaker.at[0].first] : s;
        for (uint32_t n = f->first_mention[named]; n < f->first_mention[named + 1]; n++) {
            uint32_t m = f->by_sentence[n];
            const lt_mention *y = &d->mentions.at[m];
            if (x->speaker.count && y->first == x->speaker.at[0].first && y->last == x->speaker.at[0].last) {
                x->mention = m;
                /* nach den Worten von Zabel: Zabel */
                x->voice = y->type == LT_TYPE_ATTRIBUTION && y->attribute != LAUT_NONE ? y->attribute : m;
                x->namesakes = namesakes(f, x->voice);
                x->fitting = fitting(f, x->voice);
                bool taken_up = y->pronoun ? y->features & LT_F(pers) : y->type == LT_TYPE_PERSON && y->definite && !y->named && y->attribute == LAUT_NONE;
                const lt_mention *who = &d->mentions.at[taken_up ? described(f, m) : x->voice];
                x->anonymous = (d->parties.at[party].type != LAUT_ORGANIZATION || who->type == LT_TYPE_THING) && is_anonymous(d, who);
                x->weak |= x->anonymous || is_somebody_inside(d, y);
            }
        }
        for (uint32_t n = s ? f->first_mention[s - 1] : 0; s && n < f->first_mention[s]; n++) {
            uint32_t m = f->by_sentence[n];
            const lt_mention *y = &d->mentions.at[m];
            uint32_t who = y->pronoun && y->features & LT_F(pers) ? lt_meant(f, m) : m;
            x->anchored |= f->party_of[who] == party || ((who == m || f->party_of[who] == LAUT_NONE) && x->mention != LAUT_NONE && may_be_who_spoke(d, y, &d->mentions.at[x->mention]));
        }
    }
}

/* Herr, Frau, Dr.: no office. */
static bool is_title(const lt_document *d, const lt_token *token)
{
    const lt_table *t = lt_engine_table(d->engine, "lex/titles.tsv", NULL);
    uint32_t titles = lt_column(t, "title"), kinds = lt_column(t, "kind");
    for (uint32_t r = 0; t && r < t->row_count; r++) {
        const char *title = lt_cell_at(t, r, titles), *kind = lt_cell_at(t, r, kinds);
        if (*title == d->text.bytes[token->begin] && strlen(title) == token->end - token->begin &&
            memcmp(title, d->text.bytes + token->begin, token->end - token->begin) == 0 &&
            (strcmp(kind, "honorific") == 0 || strcmp(kind, "academic") == 0))
            return true;
    }
    return false;
}

/* A lexicon has the word as a whole: Fuchs. Halmwerk, which it can only take apart, may be a firm. */
bool lt_is_listed_noun(const lt_document *d, const lt_mention *m)
{
    const lt_token *t = &d->tokens.at[m->head];
    for (uint32_t k = 0; k < t->reading_count; k++) {
        const lt_reading *r = &d->readings.at[t->first_reading + k];
        if (r->category == LT_NOUN && !(r->features & LT_F(guess)) && r->entry != LAUT_NONE &&
            strlen(lt_entry_cell(d->engine, r->entry, "word")) >= (size_t)(t->end - t->begin))
            return true;
    }
    return false;
}

/* „So nicht“, findet Fuchs: what could speak, or cannot, but is not called a body, has no article in the singular. */
static bool is_noun_as_name(const lt_document *d, const lt_mention *m)
{
    return lt_is_listed_noun(d, m) && (m->type == LT_TYPE_PERSON || m->type == LT_TYPE_THING) && m->last == m->core_last && m->clause != LAUT_NONE &&
           m->attribute == LAUT_NONE && m->owner == LAUT_NONE && m->next == LAUT_NONE && m->features & LT_F(nom) &&
           !(m->last < d->tokens.count && d->tokens.at[m->last].flags & LT_CAPITAL) && !(m->first && is_and(d, m->first - 1)) &&
           d->arguments[m->clause].subject != LAUT_NONE && &d->mentions.at[d->arguments[m->clause].subject] == m &&
           d->clauses.at[m->clause].features & LT_F(sg) && !(d->clauses.at[m->clause].features & LT_F(pl)) &&
           !d->sentences.at[m->sentence].heading;
}

/* Wiechmann: a singular that stands alone, and that no lexicon has as a whole: most likely a surname. */
bool lt_is_bare(const lt_document *d, const lt_mention *m)
{
    if (m->pronoun || m->definite || m->possessive || m->core_last != m->first + 1 || m->name_first < m->name_last ||
        !(d->tokens.at[m->first].flags & LT_CAPITAL) || !(m->features & LT_F(sg)))
        return false;
    if (m->features & LT_F(pl) && (m->clause == LAUT_NONE || d->clauses.at[m->clause].features & LT_F(pl)))
        return false;
    for (uint32_t k = 0; m->preposition != LAUT_NONE && k < d->tokens.at[m->preposition].reading_count; k++)
        if (d->readings.at[d->tokens.at[m->preposition].first_reading + k].features & LT_F(contr))
            return false; /* im Dorfkrug */
    if (is_noun_as_name(d, m))
        return true;
    const lt_token *t = &d->tokens.at[m->first];
    for (uint32_t k = 0; k < t->reading_count; k++) {
        const lt_reading *r = &d->readings.at[t->first_reading + k];
        if (!(r->features & LT_F(guess)) && strlen(lt_entry_cell(d->engine, r->entry, "word")) >= t->end - t->begin)
            return false; /* not the end of a compound */
    }
    return true;
}

/* Hellwege, Tillmanns: a word by itself that a lexicon can only take apart, as if it were a compound of Weg, Mann. */
static bool is_unknown_word(const lt_document *d, const lt_mention *m)
{
    const lt_token *t = &d->tokens.at[m->first];
    bool alone = !m->pronoun && !m->definite && !m->possessive && m->core_last == m->first + 1 && m->name_first == m->name_last;
    bool known = !(t->flags & LT_CAPITAL) || t->kind != LT_WORD || m->entry == LAUT_NONE;
    for (uint32_t k = 0; k < t->reading_count; k++) {
        const lt_reading *r = &d->readings.at[t->first_reading + k];
        known |= !(r->features & LT_F(guess)) && (r->entry == LAUT_NONE || strlen(lt_entry_cell(d->engine, r->entry, "word")) + 1 >= t->end - t->begin);
    }
    return alone && !known;
}

/* Petersen, der dafür Beifall bekam: what he has just said, not who he is. */
static bool takes_up_what_was_said(const lt_document *d, uint32_t clause)
{
    const lt_clause *c = &d->clauses.at[clause];
    for (uint32_t t = c->first; t < c->last; t++)
        for (uint32_t k = 0; k < d->tokens.at[t].reading_count; k++)
            if (d->readings.at[d->tokens.at[t].first_reading + k].features & LT_F(proadv))
                return true;
    return false;
}

/* Petersen, der die Mühle betreibt; Wobbe (SPD). */
static bool explained_behind(const lt_document *d, const lt_mention *m)
{
    uint32_t t = m->name_first < m->name_last ? m->name_last : m->core_last;
    if (t + 1 >= d->tokens.count || d->sentence_of[t] != m->sentence)
        return false;
    if (d->tokens.at[t].kind == LT_OPEN)
        return d->tokens.at[t + 1].kind == LT_WORD;
    uint32_t c = d->clause_of[t + 1];
    /* Petersen, seit Mai Chef der Mühle, sagte */
    bool apposed = d->tokens.at[t].kind == LT_COMMA && d->tokens.at[t + 1].kind != LT_MARK; /* so Petersen, „und …“ */
    for (uint32_t k = t + 2; apposed && k < d->tokens.count && k < t + 6; k++) {
        const lt_token *x = &d->tokens.at[k];
        if ((x->kind != LT_WORD && x->kind != LT_NUMBER) || (x->sum.categories & 1u << LT_VERB && !(x->flags & LT_CAPITAL)))
            break;
        const lt_clause *in = d->clause_of[k] == LAUT_NONE ? NULL : &d->clauses.at[d->clause_of[k]];
        bool aside = !in || d->clause_of[k] == m->clause || in->finite == LAUT_NONE; /* and not: sagte Petersen, die Kunden blieben aus */
        for (uint32_t r = 0; aside && x->flags & LT_CAPITAL && r < x->reading_count; r++) {
            const lt_reading *y = &d->readings.at[x->first_reading + r];
            if (y->category == LT_NOUN && strcmp(lt_entry_cell(d->engine, y->entry, "type"), "person") == 0 && !is_title(d, x))
                return true;
        }
    }
    return apposed && c != LAUT_NONE && d->clauses.at[c].kind == LT_RELATIVE && d->clauses.at[c].first == t + 1 && !takes_up_what_was_said(d, c);
}

/* Petersen vom Parkplatz: where he calls from. */
static bool is_spot(const lt_document *d, const lt_mention *m)
{
    const lt_table *nouns = lt_engine_table(d->engine, "lex/spots.tsv", NULL);
    uint32_t column = lt_column(nouns, "noun");
    for (uint32_t r = 0; nouns && r < nouns->row_count; r++)
        if (lt_is_one_of(d, lt_cell_at(nouns, r, column), &d->tokens.at[m->head]))
            return true;
    return false;
}

/* The mention names somebody in full, or says what they are. */
static bool introduces(const lt_document *d, const lt_mention *m)
{
    if (m->pronoun)
        return false;
    uint32_t names = 0;
    for (uint32_t t = m->name_first; t < m->name_last; t++)
        names += d->tokens.at[t].kind == LT_WORD;
    if (names > 1 || explained_behind(d, m))
        return true;
    bool named = m->name_first < m->name_last;
    if (lt_is_bare(d, m) || is_unknown_word(d, m))
        return false;
    if (!named)
        return m->entry != LAUT_NONE || m->lemma != LT_NO_WORD || m->last > m->first + 1;
    const lt_mention *from = m + 1 < d->mentions.at + d->mentions.count ? m + 1 : NULL;
    if (from && !(from->features & LT_F(indef)) && from->preposition == m->last && m->last < d->tokens.count && lt_is_agent(d->engine, d->tokens.at[m->last].form) &&
        !is_spot(d, from))
        return true; /* Frau Brandt vom Empfang */
    /* Bürgermeisterin Brandt; Brandt von der Elbwacht. A title is no office: it is in no table of heads. */
    for (uint32_t t = m->first; t < m->last; t++) {
        if (t >= m->name_first && t < m->name_last)
            continue;
        const lt_token *token = &d->tokens.at[t];
        for (uint32_t k = 0; k < token->reading_count; k++) {
            const lt_reading *r = &d->readings.at[token->first_reading + k];
            if (r->category != LT_NOUN && r->category != LT_NAME)
                continue;
            if (*lt_entry_cell(d->engine, r->entry, "type") && !is_title(d, token))
                return true;
        }
    }
    return false;
}

/* Kämmerer Jörg Bretz und Malte Quandt …: the surname has stood behind another name or an office, even
 * where the party was not found again. */
static bool named_before(const lt_document *d, const lt_mention *m)
{
    if (m->name_last <= m->name_first)
        return false;
    const lt_token *name = &d->tokens.at[m->name_last - 1];
    enum { TOKENS_BACK = 4 * MENTIONS_BACK };
    for (uint32_t t = m->first > TOKENS_BACK ? m->first - TOKENS_BACK : 1; t < m->first; t++) {
        const lt_token *x = &d->tokens.at[t];
        if (x->folded_size < name->folded_size || x->folded_size > name->folded_size + 1 || !name->folded_size ||
            memcmp(x->folded, name->folded, name->folded_size) != 0)
            continue;
        const lt_token *b = &d->tokens.at[t - 1];
        if (b->kind == LT_WORD && b->flags & LT_CAPITAL && d->sentence_of[t] == d->sentence_of[t - 1])
            for (uint32_t k = 0; k < b->reading_count; k++) {
                const lt_reading *r = &d->readings.at[b->first_reading + k];
                if (r->category == LT_NAME || (r->category == LT_NOUN && *lt_entry_cell(d->engine, r->entry, "type")))
                    return !is_title(d, b);
            }
    }
    return false;
}

/* Anwalt der Familie ist Petersen; Petersen ist Anwalt. */
static bool is_said_to_be(const lt_facts *f, const lt_mention *m)
{
    const lt_document *d = f->d;
    const lt_clause *k = m->clause == LAUT_NONE ? NULL : &d->clauses.at[m->clause];
    if (!k || k->finite == LAUT_NONE || !(d->tokens.at[k->finite].sum.features & LT_F(copula)) || k->negated || !(m->features & LT_F(nom)))
        return false; /* das Kind ist Petersen zufolge wohlauf */
    for (uint32_t n = f->first_mention[m->sentence]; n < f->first_mention[m->sentence + 1]; n++) {
        const lt_mention *x = &d->mentions.at[f->by_sentence[n]];
        if (x != m && x->clause == m->clause && !x->pronoun && !x->named && x->type == LT_TYPE_PERSON && x->features & LT_F(nom))
            return true;
    }
    return false;
}

/* Rehm kündigte an … Der Autozulieferer Rehm: no person. */
static bool is_a_body(const lt_document *d, uint32_t until, const lt_mention *m)
{
    const lt_token *name = &d->tokens.at[m->head];
    if (m->pronoun || m->core_last != m->first + 1)
        return false;
    for (uint32_t k = lt_looked_back(d, m); k < d->mentions.count && k < until + MENTIONS_BACK; k++) {
        const lt_mention *x = &d->mentions.at[k];
        const lt_token *last = x->name_first < x->name_last ? &d->tokens.at[x->name_last - 1] : NULL;
        if (x->type == LT_TYPE_ORGANIZATION && last && last->folded_size == name->folded_size &&
            memcmp(last->folded, name->folded, name->folded_size) == 0)
            return true;
    }
    return false;
}

/* The reader knows who that is: by these words, by a full name or an office before, or since the word has
 * stood in the text before. */
bool lt_is_introduced(const lt_facts *f, uint32_t mention)
{
    const lt_document *d = f->d;
    const lt_mention *m = &d->mentions.at[mention];
    if (introduces(d, m) || named_before(d, m) || is_a_body(d, mention, m) || is_said_to_be(f, m))
        return true;
    const lt_token *name = &d->tokens.at[m->head];
    size_t size = name->folded_size;
    size -= size > 3 && name->folded[size - 1] == 's' && (m->features & LT_F(gen) || !(m->features & LT_F(nom))); /* Hartwig … Hartwigs Fazit */
    for (uint32_t t = 0; t < m->first; t++) {
        const lt_token *x = &d->tokens.at[t];
        if (x->folded_size >= size && x->folded_size <= name->folded_size + 1 && memcmp(x->folded, name->folded, size) == 0)
            return true;
    }
    return false;
}

static void look_at_parties(lt_facts *f, const char *const *known, size_t known_count)
{
    lt_document *d = f->d;
    for (uint32_t p = 0; p < d->parties.count; p++) {
        f->parties[p] = (lt_party_fact){.first = LAUT_NONE, .side = p};
        for (size_t k = 0; k < known_count; k++)
            f->parties[p].known |= strcmp(known[k], d->parties.at[p].name) == 0;
    }
    sort_mentions(f);
    look_at_mentions(f);
    if (d->arena.failed)
        return;
    look_at_speakers(f);
    lt_find_sides(f);
    for (uint32_t i = 0; i < d->claims.count; i++) {
        const laut_claim *c = &d->claims.at[i];
        if (!f->claims[i].attributed)
            continue;
        lt_party_fact *p = &f->parties[c->chain[0].party];
        if (p->first == LAUT_NONE)
            p->first = i;
        else if (!f->claims[i].speaker.count) /* carried on: nobody has a name by that */
            f->claims[i].anonymous = f->claims[p->first].anonymous;
        p->claims += !f->claims[i].nested;
        if (c->source != LAUT_NONE && c->source > 0)
            f->parties[c->chain[c->source].party].reports = true;
    }
    for (uint32_t m = 0; m < d->mentions.count; m++) {
        uint32_t p = f->party_of[m];
        if (p == LAUT_NONE || f->parties[p].first == LAUT_NONE || f->parties[p].introduced ||
            (d->mentions.at[m].type == LT_TYPE_ATTRIBUTION && d->mentions.at[m].attribute != LAUT_NONE))
            continue;
        const lt_claim_fact *c = &f->claims[f->parties[p].first];
        uint32_t s = d->claims.at[f->parties[p].first].sentence;
        if (c->speaker.count && d->sentence_of[c->speaker.at[0].first] > s)
            s = d->sentence_of[c->speaker.at[0].first];
        if (c->cue.count && d->sentence_of[c->cue.at[0].first] > s)
            s = d->sentence_of[c->cue.at[0].first];
        if (d->mentions.at[m].sentence <= s)
            f->parties[p].introduced = introduces(d, &d->mentions.at[m]) || named_before(d, &d->mentions.at[m]) ||
                                       is_a_body(d, m, &d->mentions.at[m]) || is_said_to_be(f, &d->mentions.at[m]);
    }
}

/* ---------------------------------------------------------------- quotation marks */

typedef enum { OTHER, LOW, HIGH_OPEN, HIGH_CLOSE, RIGHT, LEFT, STRAIGHT, SINGLE } mark;

static mark mark_at(const lt_document *d, uint32_t t)
{
    static const struct { const char *text; mark kind; } known[] = {
        {"„", LOW}, {"“", HIGH_OPEN}, {"”", HIGH_CLOSE}, {"»", RIGHT}, {"«", LEFT}, {"\"", STRAIGHT}, {"''", STRAIGHT}};
    const lt_token *x = &d->tokens.at[t];
    if (x->kind != LT_MARK)
        return OTHER;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strlen(known[i].text) == x->end - x->begin &&
            memcmp(d->text.bytes + x->begin, known[i].text, x->end - x->begin) == 0)
            return known[i].kind;
    return SINGLE;
}

/* Inches, seconds: 3" */
static bool is_unit_sign(const lt_document *d, uint32_t t)
{
    return mark_at(d, t) == STRAIGHT && t > 0 && d->tokens.at[t - 1].kind == LT_NUMBER &&
           d->tokens.at[t - 1].end == d->tokens.at[t].begin;
}

static lt_style style_of(const lt_document *d, const lt_quote *q)
{
    static const struct { mark open, close; lt_style style; } pairs[] = {
        {LOW, HIGH_OPEN, LT_STYLE_GERMAN}, {RIGHT, LEFT, LT_STYLE_GUILLEMETS}, {LEFT, RIGHT, LT_STYLE_CHEVRONS},
        {HIGH_OPEN, HIGH_CLOSE, LT_STYLE_ENGLISH}, {STRAIGHT, STRAIGHT, LT_STYLE_STRAIGHT},
        {SINGLE, SINGLE, LT_STYLE_SINGLE}};
    mark open = mark_at(d, q->first), close = q->unclosed ? OTHER : mark_at(d, q->last - 1);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (open == pairs[i].open && (q->unclosed || close == pairs[i].close))
            return pairs[i].style;
    return open == OTHER ? LT_STYLE_SINGLE : LT_STYLE_MISMATCHED;
}

static void look_at_quotes(lt_facts *f)
{
    lt_document *d = f->d;
    uint32_t counts[LT_STYLE_COUNT] = {0};
    for (uint32_t t = 0; t < d->tokens.count; t++)
        f->stray[t] = d->tokens.at[t].kind == LT_MARK && mark_at(d, t) != SINGLE && !is_unit_sign(d, t);
    for (uint32_t q = 0; q < d->quotes.count; q++) {
        const lt_quote *x = &d->quotes.at[q];
        f->styles[q] = (uint8_t)style_of(d, x);
        counts[f->styles[q]]++;
        f->stray[x->first] = f->stray[x->last - 1] = false;
    }
    f->style = LT_STYLE_GERMAN;
    for (int s = 1; s < LT_STYLE_MISMATCHED; s++)
        if (counts[s] > counts[f->style])
            f->style = (lt_style)s;
    for (int s = 0; s < LT_STYLE_SINGLE; s++)
        f->typographic += s == LT_STYLE_STRAIGHT ? 0 : counts[s];
}

/* ---------------------------------------------------------------- the whole */

/* Whose word it is in this text: nach den Worten von Otto Grothe haben andere das begriffen: of Grothe; but of her whom a
 * medium quotes. */
static uint32_t heard_in(const lt_facts *f, uint32_t claim)
{
    const laut_claim *c = &f->d->claims.at[claim];
    uint32_t source = c->source == LAUT_NONE || c->source == 0 ? LAUT_NONE : c->chain[c->source].party;
    return source != LAUT_NONE && f->d->parties.at[source].type == LAUT_PERSON ? source : c->chain[0].party;
}

/* The claim is of somebody who is heard there: no es (es heißt), no note on a door, no medium that was told the same
 * before, nobody of whom a headline alone speaks. */
static bool is_heard(const lt_facts *f, uint32_t claim)
{
    const lt_document *d = f->d;
    const lt_claim_fact *x = &f->claims[claim];
    uint32_t p = heard_in(f, claim);
    const lt_mention *m = x->mention == LAUT_NONE ? NULL : &d->mentions.at[x->mention];
    bool impersonal = m && m->pronoun && m->features & LT_F(n) && !(m->features & (LT_F(m) | LT_F(f)));
    bool sign = m && m->entry != LAUT_NONE && lt_cell_has(lt_entry_cell(d->engine, m->entry, "traits"), "sign");
    if (d->sentences.at[d->claims.at[claim].sentence].heading)
        return false; /* Betreiber verspricht Fest */
    return d->parties.at[p].type == LAUT_PERSON ||
           (!impersonal && !sign && !f->parties[p].addressed);
}

static void measure(lt_facts *f)
{
    lt_document *d = f->d;
    uint32_t *words = lt_arena_alloc(&d->arena, (d->parties.count + 1) * sizeof *words);
    bool *speaks = lt_arena_alloc(&d->arena, d->parties.count + 1);
    if (!words || !speaks)
        return;
    for (uint32_t s = 0; s < d->sentences.count; s++) {
        const lt_sentence *x = &d->sentences.at[s];
        bool attributed = false;
        for (uint32_t t = x->first; t < x->last; t++) {
            uint32_t c = f->claim_of[t];
            attributed |= c != LAUT_NONE;
            if (x->heading || !lt_is_word(d, t))
                continue;
            f->words++;
            while (c != LAUT_NONE && d->claims.at[c].parent != LAUT_NONE && f->claims[d->claims.at[c].parent].attributed)
                c = d->claims.at[c].parent;
            if (c != LAUT_NONE) {
                uint32_t p = heard_in(f, c);
                f->parties[p].words++;
                words[lt_side_of(f, p)]++;
            }
        }
        f->sentences += !x->heading;
        f->unattributed += !x->heading && !attributed;
    }
    for (uint32_t i = 0; i < d->claims.count; i++)
        if (f->claims[i].attributed && !f->claims[i].nested && !f->claims[i].anonymous &&
            d->parties.at[d->claims.at[i].chain[0].party].type != LAUT_UNNAMED) {
            uint32_t p = heard_in(f, i);
            f->claim_count++;
            if (is_heard(f, i))
                speaks[lt_side_of(f, p)] = true;
        }
    for (uint32_t q = 0; q < d->quotes.count; q++)
        f->answers_given += d->quotes.at[q].answer;
    uint32_t side = LAUT_NONE, most = 0;
    for (uint32_t p = 0; p < d->parties.count; p++) {
        f->sides += speaks[p];
        if (words[p] > f->leader_words) {
            side = p;
            f->leader_words = words[p];
        }
    }
    f->leader = side;
    for (uint32_t p = 0; p < d->parties.count; p++)
        if (lt_side_of(f, p) == side && f->parties[p].words > most) {
            f->leader = p;
            most = f->parties[p].words;
        }
}

lt_facts *lt_facts_of(lt_document *d, const char *const *known, size_t known_count)
{
    lt_facts *f = lt_arena_alloc(&d->arena, sizeof *f);
    if (!f)
        return NULL;
    *f = (lt_facts){.d = d,
                    .claims = lt_arena_alloc(&d->arena, (d->claims.count + 1) * sizeof *f->claims),
                    .parties = lt_arena_alloc(&d->arena, (d->parties.count + 1) * sizeof *f->parties),
                    .claim_of = none(d, d->tokens.count), .said_in = none(d, d->tokens.count),
                    .presumed = none(d, d->tokens.count), .implied = none(d, d->tokens.count), .takes_up = none(d, d->mentions.count),
                    .party_of = none(d, d->mentions.count), .stands = none(d, d->mentions.count), .office = none(d, d->mentions.count),
                    .role = lt_arena_alloc(&d->arena, (d->mentions.count + 1) * sizeof(const char *)),
                    .institutions = lt_arena_alloc(&d->arena, (d->mentions.count + 1) * sizeof *f->institutions), .posts = none(d, d->mentions.count), .meant = none(d, d->mentions.count), .repeats = none(d, d->clauses.count),
                    .between = none(d, d->clauses.count), .echoes = none(d, d->clauses.count),
                    .shares = lt_arena_alloc(&d->arena, (d->clauses.count + 1) * sizeof *f->shares),
                    .carries = lt_arena_alloc(&d->arena, (d->mentions.count + 1) * sizeof *f->carries),
                    .told = lt_arena_alloc(&d->arena, d->mentions.count + 1),
                    .answers = lt_arena_alloc(&d->arena, d->mentions.count + 1),
                    .lonely = lt_arena_alloc(&d->arena, d->sentences.count + 1),
                    .denied = lt_arena_alloc(&d->arena, d->sentences.count + 1),
                    .styles = lt_arena_alloc(&d->arena, d->quotes.count + 1),
                    .repeated = lt_arena_alloc(&d->arena, d->quotes.count + 1),
                    .stray = lt_arena_alloc(&d->arena, d->tokens.count + 1),
                    .sourced = lt_arena_alloc(&d->arena, d->tokens.count + 1)};
    if (d->arena.failed)
        return NULL;
    f->lead = behind_lead(d);
    look_at_claims(f);
    look_at_parties(f, known, known_count);
    lt_find_answers(f);
    lt_join_institutions(f); /* the chair of a club does not answer for its treasurer, whom she accuses */
    lt_find_repeats(f);
    look_at_quotes(f);
    measure(f);
    return d->arena.failed ? NULL : f;
}
