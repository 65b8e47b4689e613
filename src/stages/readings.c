/* Stage 3: readings. Every word gets all analyses that the lexica and its shape allow. */
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "document.h"
#include "engine/engine.h"
#include "engine/names.h"
#include "engine/reports.h"
#include "engine/summary.h"
#include "engine/worker.h"

/* Whether a capital letter says nothing, because a sentence may begin here. */
static bool may_begin(const lt_document *d, uint32_t i)
{
    if (i == 0 || d->tokens.at[i].flags & (LT_PARA_BEFORE | LT_LINE_BEFORE))
        return true;
    const lt_token *p = &d->tokens.at[i - 1];
    return p->kind == LT_STOP || p->kind == LT_COLON || p->kind == LT_MARK || p->kind == LT_OPEN ||
           p->kind == LT_DASH || p->kind == LT_OTHER || p->kind == LT_SEMICOLON ||
           (p->flags & LT_ABBREVIATION && !(p->flags & LT_NO_END)) ||
           (p->kind == LT_CLOSE && i == 1);
}

/* ---------------------------------------------------------------- texts in small letters */

/* Whether the text is written in small letters: hardly a capital in it. */
static bool small(const lt_document *d)
{
    uint32_t words = 0, capitals = 0;
    for (uint32_t i = 0; i < d->tokens.count; i++) {
        words += d->tokens.at[i].kind == LT_WORD;
        capitals += d->tokens.at[i].kind == LT_WORD && d->tokens.at[i].flags & LT_CAPITAL;
    }
    return words > 0 && capitals * 50 < words;
}

/* What a word can be: the categories among its analyses as bits, those of the lexica and all. */
typedef struct {
    unsigned sure, all;
    bool given, title; /* a given name; a noun that stands before a name */
    uint32_t hash;
} sort;

static sort analysed(const lt_document *d, uint32_t i, bool capital)
{
    sort x = {.hash = 2166136261u}; /* FNV-1a */
    lt_reading room[LT_MAX_READINGS];
    if (i >= d->tokens.count || d->tokens.at[i].kind != LT_WORD)
        return x;
    const lt_token *t = &d->tokens.at[i];
    for (size_t k = 0; k < t->folded_size; k++)
        x.hash = (x.hash ^ (unsigned char)t->folded[k]) * 16777619u;
    uint8_t flags = (uint8_t)((t->flags & LT_CAPITAL) | (capital ? LT_CAPITAL : 0));
    lt_known known = lt_recall(d->worker, d->engine, lt_key_of(t->folded, t->folded_size, flags), room);
    const lt_reading *found = known.readings;
    for (uint32_t k = 0; k < known.count; k++) {
        uint64_t f = found[k].features;
        bool sure = !(f & LT_F(guess)) && !(found[k].category == LT_VERB && f & LT_PERSONS && !(f & LT_F(p3))) &&
                    !(found[k].category == LT_VERB && f & LT_F(imp));
        x.all |= 1u << found[k].category;
        x.sure |= sure ? 1u << found[k].category : 0;
        x.given |= sure && found[k].category == LT_NAME;
        x.title |= found[k].category == LT_NOUN && lt_entry_has(d->engine, found[k].entry, LT_HAS(traits, title));
    }
    return x;
}

enum {
    NOMINAL = 1u << LT_NOUN | 1u << LT_NAME,
    OPEN = NOMINAL | 1u << LT_VERB | 1u << LT_ADJ,
    NAME_SLOTS = 1 << 10 /* at least */
};

/* die polizei teilte mit, sprecher otto grothe sagte: nouns and names are found by the lexica, by the
 * word before them, or as a surname that stood behind a given name, and are then taken for capitals. */
static void raise_nouns(lt_document *d)
{
    uint32_t slots = NAME_SLOTS;
    while (slots < d->tokens.count / 4)
        slots *= 2;
    uint32_t *names = lt_arena_alloc(&d->arena, slots * sizeof *names); /* hashes; a clash loses one */
    bool after_name = false, after_article = false, after_preposition = false;
    for (uint32_t i = 0; names && i < d->tokens.count; i++) {
        lt_token *t = &d->tokens.at[i];
        if (t->kind != LT_WORD || t->flags & LT_CAPITAL) {
            after_name = after_article = after_preposition = false;
            continue;
        }
        sort low = analysed(d, i, false), high = analysed(d, i, true);
        bool noun = false;
        if (!(low.sure & ~(unsigned)OPEN) && high.all & NOMINAL) {
            if (high.given && low.sure)
                noun = after_name || !analysed(d, i + 1, false).sure; /* malte hansen */
            else if (high.sure & NOMINAL)
                noun = !low.sure || ((after_article || after_preposition) && !(low.sure & 1u << LT_ADJ)) ||
                       (after_name && !(low.sure & 1u << LT_VERB));
            else if (!low.sure)
                noun = after_name || !low.all || after_article || names[low.hash & (slots - 1)] == low.hash;
        }
        if (noun)
            t->flags |= LT_CAPITAL;
        if (noun && after_name && !high.given && !high.title)
            names[low.hash & (slots - 1)] = low.hash;
        after_name = noun && (high.given || high.title);
        after_preposition = low.sure & 1u << LT_PREP && !(low.sure & 1u << LT_PART); /* nach angaben; but: zu teilen */
        after_article = low.sure & 1u << LT_DET || (after_article && !noun && low.all & 1u << LT_ADJ);
    }
}

/* ---------------------------------------------------------------- surnames that are words, too */

static bool has_title(const lt_document *d, const lt_token *t)
{
    for (uint32_t k = 0; k < t->reading_count; k++) {
        const lt_reading *r = &d->readings.at[t->first_reading + k];
        if (r->category == LT_NOUN && lt_entry_has(d->engine, r->entry, LT_HAS(traits, title)))
            return true;
    }
    return false;
}

static bool reports(const lt_document *d, const lt_token *t)
{
    uint32_t companions[LT_MAX_COMPANIONS], count;
    for (uint32_t k = 0; t->sum.is & IS_FIN && k < t->reading_count; k++) {
        const lt_reading *r = &d->readings.at[t->first_reading + k];
        if (r->category == LT_VERB && r->features & LT_F(sg) && lt_find_report(d, r->lemma, NULL, 0, companions, &count) != LAUT_NONE)
            return true;
    }
    return false;
}

/* Trainerin Lang, sagte Kluge, „…“, so Kühn: an adjective in capitals, in the place of a name. */
static bool is_adjective_as_name(const lt_document *d, uint32_t i)
{
    const lt_token *t = &d->tokens.at[i], *next = i + 1 < d->tokens.count ? t + 1 : NULL;
    if (!(t->sum.is & IS_ADJ) || t->sum.is & (IS_NOUN | IS_DET | IS_PRON) || (next && next->kind == LT_WORD && next->flags & LT_CAPITAL))
        return false;
    bool ends = !next || next->kind == LT_STOP || next->kind == LT_COMMA;
    return (t[-1].flags & LT_CAPITAL && has_title(d, &t[-1])) || (!(t[-1].flags & LT_CAPITAL) && reports(d, &t[-1])) ||
           (ends && i > 1 && t[-1].sum.is & IS_ADV && t[-2].kind == LT_COMMA);
}

/* The words that stand for a name somewhere in the text. */
typedef struct {
    uint8_t *known;             /* bits by the number of the word */
    lt_vec(const char *) strangers; /* folded forms that have no number: Kluge; in order once all are found */
} surnames;

static int by_text(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

static void add_surname(lt_document *d, surnames *s, uint32_t i)
{
    lt_word form = d->tokens.at[i].form;
    const char **stranger = form == LT_NO_WORD ? lt_push(&d->arena, &s->strangers) : NULL;
    if (stranger)
        *stranger = d->tokens.at[i].folded;
    if (form == LT_NO_WORD || (!s->known && !(s->known = lt_arena_alloc(&d->arena, d->engine->vocabulary.words.count / 8 + 1))))
        return;
    s->known[form / 8] |= (uint8_t)(1u << form % 8);
}

static bool is_surname(const surnames *s, const lt_token *t)
{
    if (t->form != LT_NO_WORD)
        return s->known && s->known[t->form / 8] >> t->form % 8 & 1;
    return s->strangers.count && bsearch(&t->folded, s->strangers.at, s->strangers.count, sizeof *s->strangers.at, by_text);
}

/* Bürgermeister Ingo Lang kam. Lang sagte …: what stood behind a given name may be a name elsewhere, too. */
static void find_surnames(lt_document *d)
{
    surnames found = {0};
    for (uint32_t i = 1; i < d->tokens.count; i++) {
        const lt_token *t = &d->tokens.at[i];
        if (t->kind != LT_WORD || !(t->flags & LT_CAPITAL) || t[-1].kind != LT_WORD || may_begin(d, i))
            continue;
        bool behind_name = t->form != LT_NO_WORD && t[-1].flags & LT_CAPITAL && t[-1].sum.is & IS_GIVEN;
        if (behind_name || is_adjective_as_name(d, i))
            add_surname(d, &found, i);
    }
    if (found.strangers.count)
        qsort(found.strangers.at, found.strangers.count, sizeof *found.strangers.at, by_text);
    for (uint32_t i = 0; (found.known || found.strangers.count) && i < d->tokens.count; i++) {
        lt_token *t = &d->tokens.at[i];
        if (t->kind != LT_WORD || !(t->flags & LT_CAPITAL) || !t->reading_count || t->sum.is & IS_NOUN || !is_surname(&found, t))
            continue;
        uint32_t first = d->readings.count;
        for (uint32_t k = 0; k <= t->reading_count; k++) {
            lt_reading r = {LT_NO_WORD, LT_NAME, LT_F(guess), LAUT_NONE};
            if (k < t->reading_count)
                r = d->readings.at[t->first_reading + k];
            lt_reading *out = lt_push(&d->arena, &d->readings);
            if (!out)
                return;
            *out = r;
        }
        t->first_reading = first;
        t->reading_count++;
        t->sum = lt_summary_of(d->engine, t->form, false, &d->readings.at[first], t->reading_count);
    }
}

/* vor allem: what both words are together, they are alone. */
static void join_adverbs(lt_document *d)
{
    for (uint32_t i = 1; i < d->tokens.count; i++) {
        lt_token *a = &d->tokens.at[i - 1], *b = a + 1;
        if (a->form == LT_NO_WORD || b->form == LT_NO_WORD || !lt_is_adverb(d->engine, a->form, b->form))
            continue;
        for (lt_token *t = a; t <= b; t++) {
            lt_reading *r = lt_push(&d->arena, &d->readings);
            if (!r)
                return;
            *r = (lt_reading){t->form, LT_ADV, 0, LAUT_NONE};
            t->first_reading = d->readings.count - 1;
            t->reading_count = 1;
            t->sum = lt_summary_of(d->engine, t->form, false, r, 1);
        }
    }
}

static lt_key key_of(const lt_document *d, uint32_t i)
{
    const lt_token *t = &d->tokens.at[i];
    if (t->kind != LT_WORD)
        return (lt_key){0};
    uint8_t flags = (uint8_t)((t->flags & LT_CAPITAL) | (may_begin(d, i) ? LT_PARA_BEFORE : 0));
    return lt_key_of(t->folded, t->folded_size, flags);
}

enum { AHEAD = 16 }; /* tokens for which the memory is on its way */

int lt_readings_stage(lt_document *d, laut_error *error)
{
    d->small = small(d);
    if (d->small)
        raise_nouns(d);
    if (!lt_reserve(&d->arena, &d->readings, 3 * d->tokens.count + LT_MAX_READINGS)) /* news has 2 for a token */
        return lt_out_of_memory(error);
    lt_key keys[AHEAD];
    for (uint32_t i = 0; i < AHEAD && i < d->tokens.count; i++)
        lt_fetch_place(d->worker, keys[i] = key_of(d, i));
    for (uint32_t i = 0; i < d->tokens.count; i++) {
        lt_key key = keys[i % AHEAD];
        if (i + AHEAD < d->tokens.count)
            lt_fetch_place(d->worker, keys[i % AHEAD] = key_of(d, i + AHEAD));
        if (i + AHEAD / 2 < d->tokens.count)
            lt_fetch_word(d->worker, keys[(i + AHEAD / 2) % AHEAD]);
        lt_token *t = &d->tokens.at[i];
        t->first_reading = d->readings.count;
        lt_reading room[LT_MAX_READINGS];
        lt_known known = {.readings = room};
        if (t->kind == LT_WORD)
            known = lt_recall(d->worker, d->engine, key, room);
        else
            known.form = lt_find_word(&d->engine->vocabulary, t->folded, t->folded_size);
        if (t->kind == LT_NUMBER) {
            room[0] = (lt_reading){LT_NO_WORD, t->flags & LT_ORDINAL ? LT_ADJ : LT_NUM,
                                   t->flags & LT_ORDINAL
                                       ? LT_CASES | LT_GENDERS | LT_F(sg)
                                       : LT_CASES | LT_GENDERS | LT_F(pl),
                                   LAUT_NONE};
            known.begins_name = lt_begins_name(d->engine, t->folded, t->folded_size);
            known.count = 1;
        }
        if (t->kind != LT_WORD)
            known.sum = lt_summary_of(d->engine, known.form, t->kind == LT_NUMBER, room, known.count);
        t->form = known.form;
        t->begins_name = known.begins_name;
        t->sum = known.sum;
        if (d->readings.room - d->readings.count < LT_MAX_READINGS &&
            !lt_reserve(&d->arena, &d->readings, 2 * d->readings.room))
            return lt_out_of_memory(error);
        memcpy(d->readings.at + d->readings.count, known.readings, known.count * sizeof *known.readings);
        d->readings.count += known.count;
        t->reading_count = (uint16_t)known.count;
    }
    find_surnames(d);
    join_adverbs(d);
    return d->arena.failed ? lt_out_of_memory(error) : 0;
}
