#include "stages/nouns.h"

#include <string.h>

#include "engine/engine.h"
#include "engine/morphology.h"
#include "engine/names.h"

uint64_t lt_features_of(lt_agreement a)
{
    static const uint64_t cases[] = {LT_F(nom), LT_F(gen), LT_F(dat), LT_F(acc)};
    uint64_t f = 0;
    for (unsigned c = 0; c < 4; c++)
        if (a & CASE(c))
            f |= cases[c];
    for (unsigned c = 0; c < 4; c++) {
        unsigned column = a >> c * 4 & 15;
        f |= (column & 1 ? LT_F(m) : 0) | (column & 2 ? LT_F(f) : 0) | (column & 4 ? LT_F(n) : 0);
        f |= (column & 7 ? LT_F(sg) : 0) | (column & 8 ? LT_F(pl) : 0);
    }
    return f;
}

bool lt_is_contracted(const lt_document *d, uint32_t i)
{
    for (uint32_t k = 0; is(d, i, LT_PREP) && k < d->tokens.at[i].reading_count; k++)
        if (reading(d, i, k)->category == LT_PREP && reading(d, i, k)->features & LT_F(contr))
            return true;
    return false;
}

bool lt_compares(const lt_document *d, uint32_t i)
{
    for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++)
        if (reading(d, i, k)->features & LT_F(comp) && reading(d, i, k)->category == LT_CONJ)
            return true;
    return false;
}

bool lt_is_postposition(const lt_document *d, uint32_t i)
{
    bool behind = false, before = false;
    for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++)
        if (reading(d, i, k)->category == LT_PREP)
            *(reading(d, i, k)->features & LT_F(post) ? &behind : &before) = true;
    return behind && !before;
}

bool lt_is_address(const lt_document *d, uint32_t i)
{
    const lt_token *t = &d->tokens.at[i];
    if (t->kind != LT_WORD || t->flags & LT_ABBREVIATION || t->end - t->begin < 5)
        return false;
    const char *dot = memchr(d->text.bytes + t->begin + 2, '.', t->end - t->begin - 4);
    return dot != NULL;
}

bool lt_is_handle(const lt_document *d, uint32_t i)
{
    const lt_token *t = &d->tokens.at[i];
    const char *last = d->text.bytes + t->end - 1, *first = d->text.bytes + t->begin;
    return t->kind == LT_WORD && !(t->flags & LT_CAPITAL) && t->end - t->begin > 3 && *last >= '0' && *last <= '9' && !(*first >= '0' && *first <= '9');
}

/* ---------------------------------------------------------------- nouns */

void lt_head_entry(const lt_document *d, uint32_t i, lt_mention *m) { lt_agreeing_entry(d, i, (lt_agreement)~0, m); }

bool lt_agreeing_entry(const lt_document *d, uint32_t i, lt_agreement all, lt_mention *m)
{
    int best = -1;
    for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++) {
        const lt_reading *r = reading(d, i, k);
        if (r->category != LT_NOUN || !(lt_agreement_of(r->features) & all))
            continue;
        uint8_t type = lt_entry_type(d->engine, r->entry);
        int rank = type == LT_TYPE_THING                              ? r->entry != LAUT_NONE
                   : type == LT_TYPE_ATTRIBUTION                      ? 3
                   : type == LT_TYPE_UNNAMED || type == LT_TYPE_MEDIA ? 4
                                                                      : 2;
        if (rank > best) {
            best = rank;
            m->entry = r->entry;
            m->lemma = r->lemma;
            m->type = type;
        }
    }
    return best >= 0;
}

bool lt_is_thing(const lt_document *d, uint32_t i)
{
    lt_mention m = {.type = LT_TYPE_THING, .entry = LAUT_NONE};
    lt_head_entry(d, i, &m);
    return m.type == LT_TYPE_THING;
}

bool lt_is_medium_word(const lt_document *d, uint32_t i)
{
    lt_mention m = {.type = LT_TYPE_THING, .entry = LAUT_NONE};
    lt_head_entry(d, i, &m);
    return m.type == LT_TYPE_MEDIA;
}

bool lt_is_title_noun(const lt_document *d, uint32_t i)
{
    for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++)
        if (reading(d, i, k)->category == LT_NOUN && lt_entry_has(d->engine, reading(d, i, k)->entry, LT_HAS(traits, title)))
            return true;
    return false;
}

bool lt_is_company(const lt_document *d, uint32_t i)
{
    lt_mention m = {.type = LT_TYPE_THING, .entry = LAUT_NONE};
    lt_head_entry(d, i, &m);
    return m.type == LT_TYPE_ORGANIZATION && lt_entry_has(d->engine, m.entry, LT_HAS(traits, company));
}

bool lt_has_tail(const lt_document *d, uint32_t token, lt_word lemma, const char *table)
{
    const lt_token *word = &d->tokens.at[token];
    const lt_vocable *noun = lemma == LT_NO_WORD ? NULL : &d->engine->vocabulary.words.at[lemma];
    if (!noun || word->folded_size <= noun->size + 1 || memcmp(word->folded + word->folded_size - noun->size, noun->text, noun->size) != 0)
        return false;
    const lt_table *t = lt_engine_table(d->engine, table, NULL);
    uint32_t words = lt_column(t, "word");
    for (uint32_t r = 0; t && r < t->row_count; r++) {
        const char *tail = lt_cell_at(t, r, words);
        if (strlen(tail) == noun->size && memcmp(tail, noun->text, noun->size) == 0)
            return true;
    }
    return false;
}

bool lt_is_body_by_itself(const lt_document *d, const lt_mention *m, uint32_t first, uint32_t last)
{
    lt_mention name = {.type = LT_TYPE_THING, .entry = LAUT_NONE};
    if (last != first + 1 || m->entry == LAUT_NONE || !lt_entry_has(d->engine, m->entry, LT_HAS(traits, generic)) || !compound(d, first))
        return false;
    lt_head_entry(d, first, &name);
    return name.type == LT_TYPE_ORGANIZATION;
}

/* ---------------------------------------------------------------- surnames */

/* Surnames of this text: what stands behind a given name somewhere. Vandenhecke, not a hedge. */
enum { SURNAME_SLOTS = 1 << 8 }; /* at least */

static uint32_t hash_words(const lt_document *d, uint32_t first, uint32_t last, size_t cut)
{
    uint32_t h = 2166136261u; /* FNV-1a */
    for (uint32_t i = first; i < last; i++) {
        const lt_token *t = &d->tokens.at[i];
        const char *folded = t->folded;
        size_t n = t->folded_size;
        for (size_t k = 0; k + (i + 1 < last ? 0 : cut) < n; k++)
            h = (h ^ (unsigned char)folded[k]) * 16777619u;
    }
    return h;
}

/* Where the hash of such a surname stands, or the empty slot where it would: there is one, since there are
 * more slots than tokens. */
static uint32_t *surname_slot(const lt_document *d, uint32_t h)
{
    uint32_t i = h & (d->surname_slots - 1);
    while (d->surnames[i] && d->surnames[i] != h)
        i = (i + 1) & (d->surname_slots - 1);
    return &d->surnames[i];
}

bool lt_is_surname(const lt_document *d, uint32_t first, uint32_t last)
{
    const lt_token *t = &d->tokens.at[last - 1];
    uint32_t size = t->end - t->begin;
    if (t->kind != LT_WORD || !(t->flags & LT_CAPITAL))
        return false;
    for (size_t cut = 0; cut < 2 && size > cut + 3; cut++) {
        uint32_t h = hash_words(d, first, last, cut);
        if (*surname_slot(d, h))
            return true;
        if (d->text.bytes[t->end - 1] != 's')
            break;
    }
    return false;
}

bool lt_is_surname_in_genitive(const lt_document *d, uint32_t i)
{
    const lt_token *t = &d->tokens.at[i];
    return t->kind == LT_WORD && t->flags & LT_CAPITAL && t->end - t->begin > 4 && d->text.bytes[t->end - 1] == 's' &&
           !*surname_slot(d, hash_words(d, i, i + 1, 0)) && *surname_slot(d, hash_words(d, i, i + 1, 1));
}

static void remember(lt_document *d, uint32_t first, uint32_t last)
{
    const lt_token *t = &d->tokens.at[last - 1];
    uint32_t h = hash_words(d, first, last, 0);
    if (t->end - t->begin > 3)
        *surname_slot(d, h) = h;
}

/* Beside the surnames: der Konzern Cordawerk … die Cordawerk. */
enum { FIRM = 0x9E3779B9 };

static void remember_firm(lt_document *d, uint32_t i)
{
    uint32_t h = hash_words(d, i, i + 1, 0) ^ FIRM;
    remember(d, i, i + 1);
    *surname_slot(d, h) = h;
}

bool lt_is_firm_name(const lt_document *d, uint32_t i)
{
    return *surname_slot(d, hash_words(d, i, i + 1, 0) ^ FIRM) != 0;
}

void lt_collect_surnames(lt_document *d)
{
    d->surname_slots = SURNAME_SLOTS;
    while (d->surname_slots <= d->tokens.count) /* a firm takes two, but has a noun or und in front */
        d->surname_slots *= 2;
    d->surnames = lt_arena_alloc(&d->arena, d->surname_slots * sizeof *d->surnames);
    uint32_t firm = 0; /* the last token that is a firm's name */
    for (uint32_t i = 0; d->surnames && i + 1 < d->tokens.count; i++) {
        uint32_t word = d->tokens.at[i].sum.is;
        /* Staatssekretär Duccio Ferrante, Minister Arend Tolksdorf: a title in front, and two words that no lexicon has */
        bool given = word & IS_GIVEN || (i > 0 && word & IS_NAMELIKE && !(word & IS_SOLID) && d->tokens.at[i].flags & LT_CAPITAL &&
                                       (d->tokens.at[i + 1].sum.is & IS_NAMELIKE ||
                                        (capital_word(d, i + 1) && compound(d, i + 1) && lt_is_thing(d, i + 1) && !is(d, i + 1, LT_PREP))) &&
                                       capital_word(d, i - 1) && lt_is_title_noun(d, i - 1));
        /* die Nordlicht Versicherung is called Nordlicht, too */
        if (!given && i > 0 && capital_word(d, i) && compound(d, i) && lt_is_thing(d, i) && is(d, i - 1, LT_DET) && lt_is_company(d, i + 1)) {
            remember_firm(d, i);
            continue;
        }
        /* der Konzern Cordawerk; die Discounter Kaufgut und Sparmarkt */
        bool joined = i > 1 && firm + 2 == i && d->tokens.at[i - 1].sum.is & IS_AND;
        if (!given && i > 0 && capital_word(d, i) && compound(d, i) && lt_is_thing(d, i) && (joined || lt_is_company(d, i - 1))) {
            remember_firm(d, i);
            firm = i;
            continue;
        }
        if (!given || !(d->tokens.at[i].flags & LT_CAPITAL))
            continue;
        uint32_t last = i + 1; /* Ada von der Heide: with its particles */
        while (last + 1 < d->tokens.count && last < i + 3 && d->tokens.at[last].kind == LT_WORD &&
               !(d->tokens.at[last].flags & LT_CAPITAL) && lt_is_particle(d->engine, d->tokens.at[last].form))
            last++;
        if (capital_word(d, last) && !is(d, last, LT_DET) && !is(d, last, LT_PREP))
            remember(d, i + 1, last + 1);
    }
}

/* ---------------------------------------------------------------- what a token can be in a name */

/* Anders sieht das die Wirtin: an adverb that is a given name, too, in front of the verb of its sentence. */
static bool begins_as_adverb(const lt_document *d, uint32_t i)
{
    const lt_token *t = &d->tokens.at[i];
    bool first = i == 0 || d->sentence_of[i - 1] != d->sentence_of[i];
    return first && t->sum.is & IS_GIVEN && is(d, i, LT_ADV) && i + 1 < d->tokens.count &&
           d->sentence_of[i + 1] == d->sentence_of[i] && is(d, i + 1, LT_VERB) && !(d->tokens.at[i + 1].flags & LT_CAPITAL);
}

static uint8_t traits_of(const lt_document *d, uint32_t i)
{
    static const uint16_t beginnings = 1u << LT_DET | 1u << LT_PRON | 1u << LT_ADJ | 1u << LT_ADV | 1u << LT_PART | 1u << LT_NUM;
    const lt_token *t = &d->tokens.at[i];
    uint8_t traits = t->begins_name ? BEGINS : 0;
    if (t->kind != LT_WORD)
        return t->kind == LT_NUMBER || t->kind == LT_MARK ? traits | BEGINS : traits;
    if (lt_is_particle(d->engine, t->form))
        traits |= PARTICLE | BEGINS;
    if (t->flags & LT_CAPITAL || t->sum.categories & beginnings || lt_is_address(d, i))
        traits |= BEGINS;
    if (!(t->flags & LT_CAPITAL) && !is(d, i, LT_NOUN))
        return traits;
    if (t->flags & LT_CAPITAL && !begins_as_adverb(d, i))
        traits |= (t->sum.is & IS_NAMELIKE ? NAMELIKE : 0) | (t->sum.is & IS_GIVEN ? GIVEN : 0);
    if (lt_is_surname(d, i, i + 1))
        traits |= SURNAME | NAMELIKE;
    else if (t->sum.is & IS_SOLID)
        traits |= SOLID;
    return traits;
}

void lt_find_word_traits(lt_document *d)
{
    d->traits = lt_arena_alloc(&d->arena, d->tokens.count + 1);
    for (uint32_t i = 0; d->traits && i < d->tokens.count; i++)
        d->traits[i] = traits_of(d, i);
}
