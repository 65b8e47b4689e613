#include "engine/morphology.h"

#include <stdio.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "base/fold.h"
#include "engine/engine.h"
#include "engine/worker.h"

/* What a string can be, hung on its word number in a chain. */
typedef enum {
    ITEM_FORM,       /* a whole word with a finished reading */
    ITEM_VERB,       /* a stem of a verb: takes the endings of its stem and class */
    ITEM_PARTICIPLE, /* gesprochen */
    ITEM_BARE_PARTICIPLE, /* sprochen: only behind an inseparable prefix */
    ITEM_ADJECTIVE,  /* a stem */
    ITEM_ELIDED,     /* an adjective's stem that needs an ending: dunkl(e) */
    ITEM_NOUN, ITEM_PLURAL, ITEM_ADJ_NOUN, /* adjectival: Angeklagt(er) */
    ITEM_SUFFIX, ITEM_SUFFIX_PLURAL, ITEM_ADJ_SUFFIX,
    ITEM_PREFIX, /* from here on: what is asked of a word, beside its readings (see role()) */
    ITEM_PAIR, /* the first of two words that are one adverb; lemma is the second: vor allem */
    ITEM_ABBREVIATION, ITEM_TITLE, ITEM_PARTICLE, ITEM_AGENT, ITEM_WITHIN, ITEM_AUDIENCE, ITEM_TIME,
    ITEM_ATTRIBUTIVE, /* up to here */
    ITEM_VERB_ENDING, ITEM_ADJ_ENDING, ITEM_NOUN_ENDING
} item_type;

enum { STEM_INFINITIVE, STEM_PRESENT, STEM_PRETERITE, STEM_SUBJUNCTIVE };
enum { CLASS_STRONG, CLASS_MIXED, CLASS_WEAK };
enum { PREFIX_SEPARABLE = 1, PREFIX_INSEPARABLE = 2 };
enum { LOWER_CASE = 1 }; /* of an abbreviation */

typedef struct { /* there is one for each word of the lexica: small ones */
    uint64_t features;
    uint32_t next;     /* item of the same word, 0 ends */
    lt_word lemma;
    lt_entry entry;    /* of an ending: the letters behind which it does not stand, a byte each */
    uint8_t type;      /* item_type */
    uint8_t category;  /* ITEM_FORM; PREFIX_… of a prefix; lt_abbreviation */
    unsigned stem : 2, class : 2; /* verbs and their endings */
    bool ge : 1;       /* the participle takes ge- */
    bool weak : 1;     /* a noun with its plural's n in all oblique cases: Zeuge, Präsident */
    bool whole : 1;    /* a noun that says nothing of its compounds: Schild, but Schutzschild */
} item;

typedef struct { const char *text; size_t size; } infix;

struct lt_morphology {
    infix participle, infinitive; /* ge- and zu- behind the prefixes */
    uint32_t *first;   /* for each word of the vocabulary when it was built: its first item */
    uint32_t word_count;
    lt_vec(item) items; /* items.at[0] is unused */
    uint64_t *roles;    /* words with an item that role() looks for, as bits: nearly all have none */
    uint16_t *role_types; /* for each word: the types of those items, as bits */
    struct { const char *text; size_t size; } adjective_endings[16]; /* each once, in file order */
    uint32_t adjective_ending_count;
    struct { lt_word lemma; unsigned builds; } auxiliaries[16];
    uint32_t auxiliary_count;
    size_t longest_abbreviation; /* bytes */
    uint64_t abbreviations[64];  /* bits of their hashes: a sentence's last word mostly is none */
};

/* The number of a bit of lt_morphology.abbreviations. */
static uint32_t hash_abbreviation(const char *folded, size_t size)
{
    uint32_t h = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < size; i++)
        h = (h ^ (unsigned char)folded[i]) * 16777619u;
    return (h ^ h >> 16) % 4096;
}

static const item *first_item(const struct lt_morphology *m, lt_word w)
{
    return w != LT_NO_WORD && w < m->word_count && m->first[w] ? &m->items.at[m->first[w]] : NULL;
}

static const item *next_item(const struct lt_morphology *m, const item *i)
{
    return i->next ? &m->items.at[i->next] : NULL;
}

static const char *const feature_names[] = {
#define X(name) #name,
    LT_FEATURES(X)
#undef X
};

static const char *const category_names[LT_CAT_COUNT] = {
    "noun", "name", "verb", "adj", "adv", "det", "pron", "prep", "conj", "sub", "part", "num"};

int lt_feature_named(const char *name, size_t size, uint64_t *out)
{
    static const struct { const char *name; unsigned bit; } others[] = {
        {"1", LT_BIT_p1}, {"2", LT_BIT_p2}, {"3", LT_BIT_p3}, {"part", LT_BIT_participle}};
    for (unsigned i = 0; i < LT_FEATURE_COUNT; i++)
        if (feature_names[i][0] == name[0] && strlen(feature_names[i]) == size && memcmp(feature_names[i], name, size) == 0) {
            *out = UINT64_C(1) << i;
            return 0;
        }
    for (unsigned i = 0; i < sizeof others / sizeof *others; i++)
        if (strlen(others[i].name) == size && memcmp(others[i].name, name, size) == 0) {
            *out = UINT64_C(1) << others[i].bit;
            return 0;
        }
    return -1;
}

const char *lt_feature_name(unsigned bit) { return feature_names[bit]; }
const char *lt_category_name(unsigned category) { return category_names[category]; }

/* ---------------------------------------------------------------- building */

typedef struct {
    laut_engine *engine;
    struct lt_morphology *m;
    uint32_t room; /* of m->first */
    laut_errors *errors;
} builder;

static void complain(builder *b, const lt_table *t, uint32_t row, const char *what,
                     const char *value)
{
    if (b->errors->count >= LAUT_MAX_ERRORS)
        return;
    laut_error *e = &b->errors->list[b->errors->count++];
    memset(e, 0, sizeof *e);
    e->code = LAUT_ERROR_RULE;
    e->line = lt_row_line(t, row);
    e->column = 1;
    snprintf(e->file, sizeof e->file, "%s", t->path);
    snprintf(e->message, sizeof e->message, "%s: '%s'", what, value);
}

static item *add_to(builder *b, lt_word w, item value)
{
    lt_arena *arena = &b->engine->arena;
    if (w == LT_NO_WORD)
        return NULL;
    if (w >= b->room) {
        uint32_t room = b->room ? b->room : 1 << 16;
        while (room <= w)
            room *= 2;
        uint32_t *fresh = lt_arena_alloc(arena, room * sizeof *fresh);
        if (!fresh)
            return NULL;
        if (b->room)
            memcpy(fresh, b->m->first, b->room * sizeof *fresh);
        b->m->first = fresh;
        b->room = room;
    }
    item *i = lt_push(arena, &b->m->items);
    if (!i)
        return NULL;
    value.next = b->m->first[w];
    *i = value;
    b->m->first[w] = (uint32_t)(i - b->m->items.at);
    return i;
}

static item *add(builder *b, const char *text, size_t size, item value)
{
    return add_to(b, lt_intern(&b->engine->vocabulary, text, size), value);
}

static lt_word intern_folded(builder *b, const char *text)
{
    char folded[LT_MAX_WORD];
    size_t n = lt_fold(text, strlen(text), folded);
    return n ? lt_intern(&b->engine->vocabulary, folded, n) : LT_NO_WORD;
}

/* Fold a cell and add it. */
static item *add_word(builder *b, const char *text, item value)
{
    char folded[LT_MAX_WORD];
    size_t n = lt_fold(text, strlen(text), folded);
    return n ? add(b, folded, n, value) : NULL;
}

static uint64_t features(builder *b, const lt_table *t, uint32_t row, const char *column)
{
    const char *cell = lt_cell(t, row, column);
    lt_piece pieces[24];
    uint32_t n = lt_row_pieces(t, row, column, pieces, 24, b->errors);
    uint64_t all = 0;
    for (uint32_t i = 0; i < n; i++) {
        uint64_t bit;
        if (lt_feature_named(pieces[i].at, pieces[i].size, &bit) < 0)
            complain(b, t, row, "unknown feature in", cell);
        else
            all |= bit;
    }
    return all;
}

static uint8_t category(builder *b, const lt_table *t, uint32_t row)
{
    const char *cell = lt_cell(t, row, "cat");
    for (uint8_t c = 0; c < LT_CAT_COUNT; c++)
        if (strcmp(category_names[c], cell) == 0)
            return c;
    complain(b, t, row, "unknown category", cell);
    return LT_PART;
}

static const lt_table *table(builder *b, const char *name, uint32_t *index)
{
    const lt_table *t = lt_engine_table(b->engine, name, index);
    static const lt_table empty;
    return t ? t : &empty; /* a house without this lexicon reads what it can */
}

static void build_forms(builder *b)
{
    uint32_t index;
    const lt_table *t = table(b, "lex/function-words.tsv", &index);
    for (uint32_t r = 0; r < t->row_count; r++)
        add_word(b, lt_cell(t, r, "form"),
                 (item){.type = ITEM_FORM, .category = category(b, t, r),
                        .lemma = intern_folded(b, lt_cell(t, r, "lemma")),
                        .features = features(b, t, r, "feats"), .entry = lt_make_entry(index, r)});
    t = table(b, "lex/adverbs.tsv", &index);
    for (uint32_t r = 0; r < t->row_count; r++) {
        const char *form = lt_cell(t, r, "form"), *space = strchr(form, ' ');
        if (space) {
            char folded[LT_MAX_WORD];
            size_t n = lt_fold(form, (size_t)(space - form), folded);
            add(b, folded, n, (item){.type = ITEM_PAIR, .lemma = intern_folded(b, space + 1)});
            continue;
        }
        add_word(b, form,
                 (item){.type = ITEM_FORM, .category = LT_ADV, .lemma = intern_folded(b, form),
                        .entry = lt_make_entry(index, r)});
    }
    t = table(b, "lex/verb-forms.tsv", &index);
    for (uint32_t r = 0; r < t->row_count; r++)
        add_word(b, lt_cell(t, r, "form"),
                 (item){.type = ITEM_FORM, .category = LT_VERB,
                        .lemma = intern_folded(b, lt_cell(t, r, "lemma")),
                        .features = features(b, t, r, "feats"), .entry = LAUT_NONE});
    t = table(b, "lex/given-names.tsv", &index);
    uint32_t names = lt_column(t, "name"), genders = lt_column(t, "gender");
    for (uint32_t r = 0; r < t->row_count; r++) {
        const char *gender = lt_cell_at(t, r, genders);
        lt_word name = intern_folded(b, lt_cell_at(t, r, names));
        add_to(b, name,
               (item){.type = ITEM_FORM, .category = LT_NAME, .lemma = name,
                      .features = (lt_cell_has(gender, "m")   ? LT_F(m)
                                   : lt_cell_has(gender, "f") ? LT_F(f)
                                                              : LT_F(m) | LT_F(f)) |
                                  LT_F(sg) | LT_F(person),
                      .entry = lt_make_entry(index, r)});
    }
}

/* Drop a leading ge from a participle: gesprochen gives sprochen. */
static const char *without_ge(const builder *b, const char *participle)
{
    const infix *x = &b->m->participle;
    return x->size && strncmp(participle, x->text, x->size) == 0 ? participle + x->size : participle;
}

static void build_verbs(builder *b)
{
    uint32_t index;
    const lt_table *t;
    t = table(b, "lex/prefixes.tsv", &index);
    for (uint32_t r = 0; r < t->row_count; r++) {
        const char *class = lt_cell(t, r, "class"), *prefix = lt_cell(t, r, "prefix");
        if (strcmp(class, "participle") == 0 || strcmp(class, "infinitive") == 0) {
            infix *x = class[0] == 'p' ? &b->m->participle : &b->m->infinitive;
            *x = (infix){prefix, strlen(prefix)};
            continue;
        }
        uint8_t c = strcmp(class, "sep") == 0     ? PREFIX_SEPARABLE
                    : strcmp(class, "insep") == 0 ? PREFIX_INSEPARABLE
                                                  : PREFIX_SEPARABLE | PREFIX_INSEPARABLE;
        add_word(b, prefix, (item){.type = ITEM_PREFIX, .category = c});
    }
    t = table(b, "lex/verbs-strong.tsv", &index);
    static const char *const stems[] = {"lemma", "present", "preterite", "subjunctive"};
    for (uint32_t r = 0; r < t->row_count; r++) {
        const char *lemma_text = lt_cell(t, r, "lemma");
        lt_word lemma = intern_folded(b, lemma_text);
        item v = {.type = ITEM_VERB, .lemma = lemma, .ge = true, .entry = LAUT_NONE,
                  .class = lt_cell_has(lt_cell(t, r, "class"), "mixed") ? CLASS_MIXED : CLASS_STRONG};
        for (uint8_t s = 0; s < 4; s++) {
            lt_piece pieces[4];
            const char *cell = lt_cell(t, r, stems[s]);
            bool infinitive = s == STEM_INFINITIVE || (s == STEM_PRESENT && !*cell);
            uint32_t n = lt_row_pieces(t, r, stems[infinitive ? STEM_INFINITIVE : s], pieces, 4, b->errors);
            for (uint32_t i = 0; i < n; i++) {
                size_t size = pieces[i].size;
                if (infinitive) /* sprechen, tun: without -en or -n */
                    size -= size > 2 && pieces[i].at[size - 2] == 'e' ? 2 : 1;
                v.stem = s;
                add(b, pieces[i].at, size, v);
            }
        }
        lt_piece parts[3];
        uint32_t n = lt_row_pieces(t, r, "participle", parts, 3, b->errors);
        for (uint32_t i = 0; i < n; i++) {
            v.type = ITEM_PARTICIPLE;
            add(b, parts[i].at, parts[i].size, v);
            char text[LT_MAX_WORD];
            snprintf(text, sizeof text, "%.*s", (int)parts[i].size, parts[i].at);
            v.type = ITEM_BARE_PARTICIPLE;
            if (without_ge(b, text) != text)
                add_word(b, without_ge(b, text), v);
        }
    }
    t = table(b, "lex/verbs-prefixed.tsv", &index);
    for (uint32_t r = 0; r < t->row_count; r++)
        intern_folded(b, lt_cell(t, r, "lemma")); /* lt_join_prefix() finds it */
    t = table(b, "lex/verbs-weak.tsv", &index);
    for (uint32_t r = 0; r < t->row_count; r++) {
        lt_piece pieces[4];
        uint32_t n = lt_row_pieces(t, r, "stem", pieces, 4, b->errors);
        for (uint32_t i = 0; i < n; i++)
            add(b, pieces[i].at, pieces[i].size,
                (item){.type = ITEM_VERB, .lemma = intern_folded(b, lt_cell(t, r, "lemma")),
                       .class = CLASS_WEAK, .stem = STEM_INFINITIVE, .entry = LAUT_NONE,
                       .ge = lt_cell(t, r, "ge")[0] != '-'});
    }
    t = table(b, "lex/verb-endings.tsv", &index);
    for (uint32_t r = 0; r < t->row_count; r++) {
        item e = {.type = ITEM_VERB_ENDING, .features = features(b, t, r, "feats")};
        const char *stem = lt_cell(t, r, "stem"), *class = lt_cell(t, r, "class");
        unsigned s = 0;
        while (s < 4 && !lt_cell_has(stem, s ? stems[s] : "infinitive"))
            s++;
        e.stem = s & 3;
        const char *letters = lt_cell(t, r, "not_behind");
        for (const char *c = letters; *c; c++)
            if (*c != ' ')
                e.entry = e.entry << 8 | (unsigned char)*c;
        if (strlen(letters) > 7)
            complain(b, t, r, "more than four letters", letters);
        e.class = strcmp(class, "strong") == 0 ? CLASS_STRONG
                  : strcmp(class, "mixed") == 0 ? CLASS_MIXED : CLASS_WEAK;
        if (s == 4)
            complain(b, t, r, "unknown stem", stem);
        else
            add(b, lt_cell(t, r, "ending"), strlen(lt_cell(t, r, "ending")), e);
    }
}

static void build_adjectives(builder *b)
{
    uint32_t index;
    const lt_table *t = table(b, "lex/adjectives.tsv", &index);
    uint32_t lemmas = lt_column(t, "lemma"), comps = lt_column(t, "comp"), sups = lt_column(t, "sup"),
             stems = lt_column(t, "stem");
    for (uint32_t r = 0; r < t->row_count; r++) {
        const char *comp = lt_cell_at(t, r, comps), *sup = lt_cell_at(t, r, sups), *stem = lt_cell_at(t, r, stems);
        char lemma[LT_MAX_WORD];
        size_t n = lt_fold(lt_cell_at(t, r, lemmas), strlen(lt_cell_at(t, r, lemmas)), lemma);
        item a = {.type = ITEM_ADJECTIVE, .lemma = lt_intern(&b->engine->vocabulary, lemma, n),
                  .entry = LAUT_NONE};
        add(b, lemma, n, a);
        if (comp[0])
            add_word(b, comp, a);
        if (sup[0])
            add_word(b, sup, a);
        if (stem[0]) {
            item e = a;
            e.type = ITEM_ELIDED;
            add_word(b, stem, e);
        }
    }
    t = table(b, "lex/countries.tsv", &index);
    for (uint32_t r = 0; r < t->row_count; r++)
        if (lt_cell(t, r, "adjective")[0])
            add_word(b, lt_cell(t, r, "adjective"),
                     (item){.type = ITEM_ADJECTIVE, .entry = LAUT_NONE,
                            .lemma = intern_folded(b, lt_cell(t, r, "adjective"))});
    t = table(b, "lex/adjective-endings.tsv", &index);
    for (uint32_t r = 0; r < t->row_count; r++) {
        const char *ending = lt_cell(t, r, "ending");
        uint32_t n = b->m->adjective_ending_count, k = 0;
        while (k < n && strcmp(b->m->adjective_endings[k].text, ending) != 0)
            k++;
        if (k == n && n < 16 && strlen(ending) <= 2 && *ending) {
            b->m->adjective_endings[n].text = ending;
            b->m->adjective_endings[n].size = strlen(ending);
            b->m->adjective_ending_count++;
        }
    }
    for (uint32_t r = 0; r < t->row_count; r++)
        add(b, lt_cell(t, r, "ending"), strlen(lt_cell(t, r, "ending")),
            (item){.type = ITEM_ADJ_ENDING, .features = features(b, t, r, "feats")});
}

static uint64_t gender(const char *cell)
{
    return (lt_cell_has(cell, "m") ? LT_F(m) : 0) | (lt_cell_has(cell, "f") ? LT_F(f) : 0) |
           (lt_cell_has(cell, "n") ? LT_F(n) : 0);
}

/* Nouns with their plural: heads (with a type), reporting nouns, common nouns. */
static void build_nouns(builder *b, const char *path, const char *column)
{
    uint32_t index;
    const lt_table *t = table(b, path, &index);
    uint32_t words = lt_column(t, column), plurals = lt_column(t, "plural"), genders = lt_column(t, "gender"),
             traits = lt_column(t, "traits");
    for (uint32_t r = 0; r < t->row_count; r++) {
        const char *word = lt_cell_at(t, r, words), *plural = lt_cell_at(t, r, plurals), *g = lt_cell_at(t, r, genders);
        bool suffix = word[0] == '-', adjectival = lt_cell_has(lt_cell_at(t, r, traits), "adj");
        item n = {.lemma = intern_folded(b, word + suffix), .features = gender(g) | LT_F(sg),
                  .entry = lt_make_entry(index, r), .whole = lt_cell_has(lt_cell_at(t, r, traits), "whole")};
        if (adjectival) { /* stem without -e */
            char folded[LT_MAX_WORD];
            size_t size = lt_fold(word, strlen(word), folded);
            n.type = suffix ? ITEM_ADJ_SUFFIX : ITEM_ADJ_NOUN;
            if (size > 1)
                add(b, folded, size - 1, n);
            continue;
        }
        n.type = suffix ? ITEM_SUFFIX : ITEM_NOUN;
        size_t length = strlen(word), extra = strlen(plural) > length ? strlen(plural) - length : 0;
        n.weak = extra && extra <= 2 && strncmp(plural, word, length) == 0 && plural[length + extra - 1] == 'n';
        bool plural_only = lt_cell_has(g, "pl");
        if (!plural_only)
            suffix ? add_word(b, word, n) : add_to(b, n.lemma, n);
        n.type = suffix ? ITEM_SUFFIX_PLURAL : ITEM_PLURAL;
        n.features = (n.features & ~LT_F(sg)) | LT_F(pl);
        if (plural[0] || plural_only)
            add_word(b, plural[0] ? plural : word, n);
    }
}

static bool begins_small(const char *text, size_t size)
{
    int32_t i = 0;
    UChar32 c;
    U8_NEXT(text, i, (int32_t)size, c);
    return u_islower(c);
}

static void build_endings_and_abbreviations(builder *b)
{
    uint32_t index;
    const lt_table *t = table(b, "lex/noun-endings.tsv", &index);
    for (uint32_t r = 0; r < t->row_count; r++)
        add_word(b, lt_cell(t, r, "suffix"),
                 (item){.type = ITEM_NOUN_ENDING,
                        .features = gender(lt_cell(t, r, "gender")) |
                                    (lt_cell_has(lt_cell(t, r, "number"), "pl") ? LT_F(pl) : LT_F(sg)) |
                                    features(b, t, r, "feats")});
    t = table(b, "lex/abbreviations.tsv", &index);
    for (uint32_t r = 0; r < t->row_count; r++) {
        char squeezed[LT_MAX_WORD];
        size_t n = 0;
        for (const char *c = lt_cell(t, r, "form"); *c && n + 1 < sizeof squeezed; c++)
            if (*c != ' ')
                squeezed[n++] = *c;
        squeezed[n] = '\0';
        if (n > b->m->longest_abbreviation)
            b->m->longest_abbreviation = n;
        char folded[LT_MAX_WORD];
        uint32_t bit = hash_abbreviation(folded, lt_fold(squeezed, n, folded));
        b->m->abbreviations[bit / 64] |= UINT64_C(1) << (bit % 64);
        const char *kind = lt_cell(t, r, "kind");
        add_word(b, squeezed,
                 (item){.type = ITEM_ABBREVIATION,
                        .category = strcmp(kind, "may") == 0    ? LT_ABBREVIATION_MAY
                                    : strcmp(kind, "name") == 0 ? LT_ABBREVIATION_NAME
                                                                : LT_ABBREVIATION_NEVER,
                        .features = begins_small(squeezed, n) ? LOWER_CASE : 0});
        if (strcmp(kind, "title") == 0)
            add_word(b, lt_cell(t, r, "form"), (item){.type = ITEM_TITLE});
        if (strcmp(kind, "month") == 0)
            add_word(b, squeezed, (item){.type = ITEM_FORM, .category = LT_NOUN,
                                         .features = LT_F(time) | LT_F(m) | LT_F(sg)});
    }
    t = table(b, "lex/titles.tsv", &index);
    for (uint32_t r = 0; r < t->row_count; r++)
        if (strcmp(lt_cell(t, r, "kind"), "particle") == 0)
            add_word(b, lt_cell(t, r, "title"), (item){.type = ITEM_PARTICLE});
    t = table(b, "lex/times.tsv", &index);
    for (uint32_t r = 0; r < t->row_count; r++)
        add_word(b, lt_cell(t, r, "noun"), (item){.type = ITEM_TIME});
    t = table(b, "lex/attributive-prepositions.tsv", &index);
    for (uint32_t r = 0; r < t->row_count; r++) {
        const char *p = lt_cell(t, r, "preposition"), *where = lt_cell(t, r, "where");
        add_word(b, p, (item){.type = ITEM_ATTRIBUTIVE,
                              .category = LT_ATTRIBUTIVE | (lt_cell_has(where, "always") ? LT_ALWAYS_ATTRIBUTIVE : 0) |
                                          (lt_cell_has(where, "topic") ? LT_TOPICAL : 0) |
                                          (lt_cell_has(where, "seat") ? LT_SEAT : 0) |
                                          (lt_cell_has(where, "town") ? LT_OF_TOWNS : 0)});
        if (lt_cell_has(where, "agent"))
            add_word(b, p, (item){.type = ITEM_AGENT});
        if (lt_cell_has(where, "within"))
            add_word(b, p, (item){.type = ITEM_WITHIN});
        static const char *const audiences[] = {"audience", "press", "talk"};
        for (uint8_t k = 0; k < 3; k++)
            if (lt_cell_has(where, audiences[k]))
                add_word(b, p, (item){.type = ITEM_AUDIENCE, .category = LT_ANY_AUDIENCE + k});
    }
    t = table(b, "lex/months.tsv", &index);
    for (uint32_t r = 0; r < t->row_count; r++)
        add_word(b, lt_cell(t, r, "month"),
                 (item){.type = ITEM_FORM, .category = LT_NOUN,
                        .lemma = intern_folded(b, lt_cell(t, r, "month")),
                        .features = LT_F(time) | LT_F(m) | LT_F(sg) | LT_CASES,
                        .entry = lt_make_entry(index, r)});
    for (uint32_t r = 0; r < t->row_count; r++)
        add_word(b, lt_cell(t, r, "month"), (item){.type = ITEM_TIME});
}

static void build_auxiliaries(builder *b)
{
    static const char *const names[] = {"perfect", "passive", "state", "future", "name", "way"};
    uint32_t index;
    const lt_table *t = table(b, "lex/auxiliaries.tsv", &index);
    for (uint32_t r = 0; r < t->row_count && r < 16; r++) {
        b->m->auxiliaries[r].lemma = intern_folded(b, lt_cell(t, r, "lemma"));
        for (unsigned k = 0; k < sizeof names / sizeof *names; k++)
            if (lt_cell_has(lt_cell(t, r, "builds"), names[k]))
                b->m->auxiliaries[r].builds |= 1u << k;
        b->m->auxiliary_count = r + 1;
    }
}

int lt_morphology_build(laut_engine *engine, laut_errors *errors)
{
    size_t before = errors->count;
    struct lt_morphology *m = lt_arena_alloc(&engine->arena, sizeof *m);
    bool room = m && lt_reserve(&engine->arena, &m->items, engine->vocabulary.words.room);
    item *none = room ? lt_push(&engine->arena, &m->items) : NULL;
    if (!none)
        return -1;
    builder b = {.engine = engine, .m = m, .errors = errors};
    build_forms(&b);
    build_verbs(&b);
    build_adjectives(&b);
    /* Later items stand first in a chain: heads go before common nouns. */
    build_nouns(&b, "lex/nouns.tsv", "word");
    build_nouns(&b, "lex/reporting-nouns.tsv", "noun");
    build_nouns(&b, "lex/heads.tsv", "word");
    build_endings_and_abbreviations(&b);
    build_auxiliaries(&b);
    m->word_count = b.room;
    m->roles = lt_arena_alloc(&engine->arena, (b.room / 64 + 1) * sizeof *m->roles);
    m->role_types = lt_arena_alloc(&engine->arena, (b.room + 1) * sizeof *m->role_types);
    for (uint32_t w = 0; m->roles && m->role_types && w < b.room; w++)
        for (const item *i = first_item(m, w); i; i = next_item(m, i))
            if (i->type >= ITEM_PREFIX && i->type <= ITEM_ATTRIBUTIVE) {
                m->roles[w / 64] |= UINT64_C(1) << (w % 64);
                m->role_types[w] |= (uint16_t)(1u << (i->type - ITEM_PREFIX));
            }
    engine->morphology = m;
    return engine->arena.failed || errors->count > before ? -1 : 0;
}

/* ---------------------------------------------------------------- analysing */

typedef struct {
    const laut_engine *engine;
    const struct lt_morphology *m;
    lt_reading *out;
    uint32_t count;
} analysis;

static const item *items_of(const analysis *a, const char *text, size_t size)
{
    return first_item(a->m, lt_find_word(&a->engine->vocabulary, text, size));
}

static void put(analysis *a, lt_word lemma, uint8_t cat, uint64_t feats, lt_entry entry)
{
    for (uint32_t i = 0; i < a->count; i++) {
        const lt_reading *r = &a->out[i];
        if (r->lemma == lemma && r->category == cat && r->features == feats && r->entry == entry)
            return;
    }
    if (a->count < LT_MAX_READINGS)
        a->out[a->count++] = (lt_reading){lemma, cat, feats, entry};
}

/* The lemma with its prefixes in front; they stand at the start of `text`. */
static lt_word with_prefix(const analysis *a, const char *text, size_t prefix, lt_word lemma)
{
    if (!prefix || lemma == LT_NO_WORD)
        return lemma;
    const lt_vocable *w = &a->engine->vocabulary.words.at[lemma];
    char joined[2 * LT_MAX_WORD];
    if (prefix + w->size > sizeof joined)
        return LT_NO_WORD;
    memcpy(joined, text, prefix);
    memcpy(joined + prefix, w->text, w->size);
    return lt_find_word(&a->engine->vocabulary, joined, prefix + w->size);
}

typedef struct {
    const char *word;
    size_t prefix;         /* bytes of all prefixes */
    bool separable;        /* the outermost prefix */
    bool inseparable;      /* the innermost prefix */
    bool ge, zu;           /* infix found behind the prefixes */
} verb_shape;

/* The ending does not stand behind the letter: er landet, and not landt, which would make a verb of Herr Brandt. */
static bool refuses(const item *ending, char letter)
{
    for (lt_entry letters = ending->entry; letters; letters >>= 8)
        if ((unsigned char)letters == (unsigned char)letter)
            return true;
    return false;
}

/* The rest of a verb behind prefixes and infix: a listed form, or stem and ending. */
static void verb_rest(analysis *a, const char *rest, size_t size, verb_shape s)
{
    for (const item *i = items_of(a, rest, size); i; i = next_item(a->m, i)) {
        lt_word lemma = with_prefix(a, s.word, s.prefix, i->lemma);
        if (i->type == ITEM_FORM && i->category == LT_VERB) {
            bool participle = i->features & LT_F(participle);
            if (s.ge || (s.zu && !(i->features & LT_F(inf))))
                continue;
            if (s.prefix && participle && s.inseparable)
                continue;
            uint64_t f = i->features;
            if (s.prefix) /* a full verb now: innehaben, kennenlernen */
                f &= ~(LT_F(aux) | LT_F(modal) | LT_F(copula));
            if (s.zu)
                f = (f & ~LT_F(inf)) | LT_F(zuinf);
            put(a, lemma, LT_VERB, f, LAUT_NONE);
        } else if (i->type == ITEM_PARTICIPLE && !s.ge && !s.zu && !s.inseparable) {
            put(a, lemma, LT_VERB, LT_F(participle), LAUT_NONE);
        } else if (i->type == ITEM_BARE_PARTICIPLE && !s.ge && !s.zu && s.inseparable) {
            put(a, lemma, LT_VERB, LT_F(participle), LAUT_NONE);
        }
    }
    size_t longest = size < 6 ? size - 1 : 5;
    for (size_t e = 0; e <= longest; e++) {
        const item *endings = items_of(a, rest + size - e, e);
        bool any = false;
        for (const item *n = endings; n; n = next_item(a->m, n))
            any |= n->type == ITEM_VERB_ENDING;
        if (!any)
            continue;
        for (const item *i = items_of(a, rest, size - e); i; i = next_item(a->m, i)) {
            if (i->type != ITEM_VERB)
                continue;
            /* sammel+n, wander+t, but sag+en: stems in -el and -er take n where others take en */
            size_t stem = size - e;
            bool liquid = i->class == CLASS_WEAK && i->lemma != LT_NO_WORD &&
                          a->engine->vocabulary.words.at[i->lemma].size == stem + 1 && /* wandern, not regieren */ stem > 2 && rest[stem - 2] == 'e' &&
                          (rest[stem - 1] == 'l' || rest[stem - 1] == 'r');
            if (i->class == CLASS_WEAK && e && (liquid ? rest[stem] == 'e' && e > 1 : rest[stem] == 'n'))
                continue;
            for (const item *n = endings; n; n = next_item(a->m, n)) {
                if (n->type != ITEM_VERB_ENDING || n->stem != i->stem || n->class != i->class || refuses(n, rest[stem - 1]))
                    continue;
                uint64_t f = n->features;
                if (s.zu && !(f & LT_F(inf)))
                    continue;
                if (f & LT_F(participle)) {
                    bool takes_ge = i->ge && !s.inseparable;
                    if (s.ge != takes_ge)
                        continue;
                } else if (s.ge) {
                    continue;
                }
                if (s.zu)
                    f = (f & ~LT_F(inf)) | LT_F(zuinf);
                put(a, with_prefix(a, s.word, s.prefix, i->lemma), LT_VERB, f, LAUT_NONE);
            }
        }
    }
}

/* All splits into prefixes, infix and rest. At most two prefixes (wieder+an+kündigen). */
static void verbs(analysis *a, const char *word, size_t size, size_t from, int depth, verb_shape s)
{
    s.prefix = from;
    const char *rest = word + from;
    size_t left = size - from;
    const infix *ge = &a->m->participle, *zu = &a->m->infinitive;
    uint32_t before = a->count;
    if (ge->size && left > ge->size + 2 && memcmp(rest, ge->text, ge->size) == 0) {
        s.ge = true;
        verb_rest(a, rest + ge->size, left - ge->size, s);
        s.ge = false;
    }
    /* ab+ge+raten: where the infix fits, no verb geraten is looked for behind the prefix */
    if (!from || a->count == before)
        verb_rest(a, rest, left, s);
    if (from && s.separable && zu->size && left > zu->size + 2 && memcmp(rest, zu->text, zu->size) == 0) {
        size_t z = zu->size;
        s.zu = true;
        verb_rest(a, rest + z, left - z, s);
        /* an+zu+er+kennen: an inseparable prefix behind the infix */
        for (size_t p = 2; p <= 4 && p + z + 2 < left; p++)
            for (const item *i = items_of(a, rest + z, p); i; i = next_item(a->m, i))
                if (i->type == ITEM_PREFIX && i->category & PREFIX_INSEPARABLE) {
                    char joined[LT_MAX_WORD];
                    memcpy(joined, word, from);
                    memcpy(joined + from, rest + z, left - z);
                    verb_shape t = s;
                    t.word = joined;
                    t.prefix = from + p;
                    t.inseparable = true;
                    verb_rest(a, rest + z + p, left - z - p, t);
                }
        s.zu = false;
    }
    if (depth == 2)
        return;
    for (size_t p = 2; p <= 12 && p + 3 <= left; p++) {
        if (((unsigned char)rest[p] & 0xC0) == 0x80)
            continue;
        for (const item *i = items_of(a, rest, p); i; i = next_item(a->m, i)) {
            if (i->type != ITEM_PREFIX)
                continue;
            verb_shape t = s;
            /* ein+zu+setzen: behind another prefix it is the infinitive's mark */
            if (from && zu->size == p && memcmp(rest, zu->text, p) == 0)
                continue;
            if (i->category & PREFIX_SEPARABLE && !s.inseparable) {
                t.separable = true;
                t.inseparable = false;
                verbs(a, word, size, from + p, depth + 1, t);
            }
            if (i->category & PREFIX_INSEPARABLE) {
                t = s;
                t.inseparable = true;
                verbs(a, word, size, from + p, depth + 1, t);
            }
        }
    }
}

/* Adjectives and participles with an ending: neu+en, erwartet+e, fahrend+er. */
static void adjectives(analysis *a, const char *word, size_t size)
{
    for (const item *i = items_of(a, word, size); i; i = next_item(a->m, i))
        if (i->type == ITEM_ADJECTIVE)
            put(a, i->lemma, LT_ADJ, LT_F(pred), LAUT_NONE);
    for (size_t e = 1; e <= 6 && e + 2 <= size; e++) {
        const item *endings = items_of(a, word + size - e, e);
        bool any = false;
        for (const item *n = endings; n; n = next_item(a->m, n))
            any |= n->type == ITEM_ADJ_ENDING;
        if (!any)
            continue;
        lt_word lemma = LT_NO_WORD;
        bool found = false;
        for (const item *i = items_of(a, word, size - e); i; i = next_item(a->m, i))
            if (i->type == ITEM_ADJECTIVE || i->type == ITEM_ELIDED) {
                lemma = i->lemma;
                found = true;
            }
        uint64_t extra = 0;
        if (!found && strchr("tnd", word[size - e - 1])) {
            lt_reading inner[LT_MAX_READINGS];
            analysis v = {a->engine, a->m, inner, 0};
            verbs(&v, word, size - e, 0, 0, (verb_shape){.word = word});
            for (uint32_t k = 0; k < v.count && !found; k++)
                if (inner[k].features & (LT_F(participle) | LT_F(ppres) | LT_F(zuinf))) {
                    found = !(inner[k].features & LT_F(zuinf));
                    extra = LT_F(participle);
                    lemma = inner[k].lemma;
                }
        }
        if (found)
            for (const item *n = endings; n; n = next_item(a->m, n))
                if (n->type == ITEM_ADJ_ENDING)
                    put(a, lemma, LT_ADJ, n->features | extra, LAUT_NONE);
    }
}

static void put_noun(analysis *a, const item *i, uint64_t cases)
{
    put(a, i->lemma, LT_NOUN, (i->features & ~LT_CASES) | cases, i->entry);
}

/* The noun at the end of `text`, in all its cases; `suffix` looks for -items behind a compound's
 * first part. Returns whether one was found. */
static bool noun_end(analysis *a, const char *text, size_t size, bool compound)
{
    uint32_t before = a->count;
    char key[LT_MAX_WORD + 1];
    const char *look = text;
    size_t add_hyphen = 0;
    if (compound) {
        key[0] = '-';
        memcpy(key + 1, text, size);
        look = key;
        add_hyphen = 1;
    }
    for (int round = 0; round <= (compound ? 1 : 0); round++) {
        if (round == 1) { /* a plain noun as a compound's last part, if it is long enough */
            if (size < 4 || a->count > before)
                break;
            look = text;
            add_hyphen = 0;
        }
        static const struct { const char *ending; size_t size; } cut[] = {
            {"", 0}, {"s", 1}, {"es", 2}, {"n", 1}, {"en", 2}, {"e", 1}, {"er", 2}, {"em", 2}};
        for (unsigned c = 0; c < sizeof cut / sizeof *cut; c++) {
            size_t n = size + add_hyphen;
            if (n < cut[c].size + 2 || memcmp(look + n - cut[c].size, cut[c].ending, cut[c].size))
                continue;
            if (round == 1 && c == 5 && n < 5)
                continue; /* Krause is no dative of a compound with Aus */
            for (const item *i = items_of(a, look, n - cut[c].size); i; i = next_item(a->m, i)) {
                if (round == 1 && i->whole)
                    continue;
                bool adjectival = i->type == ITEM_ADJ_NOUN || i->type == ITEM_ADJ_SUFFIX;
                bool singular = i->type == ITEM_NOUN || i->type == ITEM_SUFFIX;
                bool plural = i->type == ITEM_PLURAL || i->type == ITEM_SUFFIX_PLURAL;
                if (adjectival) {
                    for (const item *e = items_of(a, cut[c].ending, cut[c].size); e;
                         e = next_item(a->m, e))
                        if (e->type == ITEM_ADJ_ENDING) {
                            uint64_t f = e->features;
                            if (f & LT_F(pred) || (f & LT_F(sg) && !(f & i->features & LT_GENDERS)))
                                continue; /* Alter is no comparative */
                            if (f & LT_F(sg))
                                f = (f & ~LT_GENDERS) | (f & i->features & LT_GENDERS);
                            put(a, i->lemma, LT_NOUN, f & ~(LT_F(comp) | LT_F(sup)), i->entry);
                        }
                } else if (c == 0 && singular) {
                    put_noun(a, i, i->features & LT_F(f) ? LT_CASES : LT_CASES & ~LT_F(gen));
                } else if (c == 0 && plural) {
                    char last = look[n - 1];
                    put_noun(a, i, last == 'n' || last == 's' ? LT_CASES : LT_CASES & ~LT_F(dat));
                } else if ((c == 1 || c == 2) && singular && !(i->features & LT_F(f))) {
                    put_noun(a, i, LT_F(gen));
                } else if (c == 3 && plural) {
                    put_noun(a, i, LT_F(dat));
                } else if (c == 5 && singular && !(i->features & LT_F(f))) {
                    put_noun(a, i, LT_F(dat) | LT_F(weak));
                } else if ((c == 3 || c == 4) && singular && i->weak && i->features & LT_F(m)) {
                    /* weak masculines: des Präsidenten, dem Zeugen */
                    put_noun(a, i, LT_F(gen) | LT_F(dat) | LT_F(acc) | LT_F(weak));
                }
            }
        }
    }
    return a->count > before;
}

static void nouns(analysis *a, const char *word, size_t size)
{
    if (noun_end(a, word, size, false))
        return;
    /* US-Präsident: the part behind the last hyphen */
    const char *hyphen = NULL;
    for (size_t i = 1; i + 1 < size; i++)
        if (word[i] == '-')
            hyphen = word + i;
    if (hyphen && noun_end(a, hyphen + 1, (size_t)(word + size - hyphen - 1), false))
        return;
    size_t start = hyphen ? (size_t)(hyphen - word) + 1 : 2;
    for (size_t p = start; p + 3 <= size; p++)
        if (((unsigned char)word[p] & 0xC0) != 0x80 && noun_end(a, word + p, size - p, true))
            return;
    for (size_t p = 2; p + 2 <= size; p++)
        for (const item *i = items_of(a, word + p, size - p); i; i = next_item(a->m, i))
            if (i->type == ITEM_NOUN_ENDING) {
                uint64_t cases = i->features & LT_CASES ? i->features & LT_CASES : LT_CASES;
                put(a, LT_NO_WORD, LT_NOUN, (i->features & ~LT_CASES) | cases | LT_F(guess), LAUT_NONE);
                p = size;
            }
}

/* Hans-Jürgen: a given name in each part; the first one says whose. */
static void hyphenated(analysis *a, const char *word, size_t size)
{
    uint64_t features = 0;
    lt_entry entry = LAUT_NONE;
    for (size_t from = 0; from < size;) {
        const char *hyphen = memchr(word + from, '-', size - from);
        size_t to = hyphen ? (size_t)(hyphen - word) : size;
        const item *i = items_of(a, word + from, to - from);
        while (i && !(i->type == ITEM_FORM && i->category == LT_NAME))
            i = next_item(a->m, i);
        if (!i || (to == size && !from))
            return;
        if (!from) {
            features = i->features;
            entry = i->entry;
        }
        from = to + 1;
    }
    put(a, LT_NO_WORD, LT_NAME, features, entry);
}

/* A small word that no lexicon knows: by its ending it may be an adjective or a verb. */
static void guess(analysis *a, const char *word, size_t size)
{
    if (memchr(word, '.', size)) { /* beispiel.de */
        put(a, LT_NO_WORD, LT_NAME, LT_F(guess), LAUT_NONE);
        return;
    }
    for (size_t e = 0; e <= 3 && e + 3 <= size; e++)
        for (const item *n = items_of(a, word + size - e, e); n; n = next_item(a->m, n)) {
            if (n->type == ITEM_ADJ_ENDING && e)
                put(a, LT_NO_WORD, LT_ADJ, n->features | LT_F(guess), LAUT_NONE);
            else if (n->type == ITEM_VERB_ENDING && n->class == CLASS_WEAK && e > 0 &&
                     !(n->features & (LT_F(subj1) | LT_F(subj2) | LT_F(imp))) &&
                     !(n->features & (LT_F(p1) | LT_F(p2)) && !(n->features & LT_F(p3))))
                put(a, LT_NO_WORD, LT_VERB, n->features | LT_F(guess), LAUT_NONE);
        }
    put(a, LT_NO_WORD, LT_ADV, LT_F(guess), LAUT_NONE);
}

static uint32_t analyse(const laut_engine *engine, const char *folded, size_t size, uint8_t flags,
                        lt_reading out[LT_MAX_READINGS])
{
    analysis a = {engine, engine->morphology, out, 0};
    if (!size)
        return 0;
    bool capital = flags & LT_CAPITAL, initial = flags & LT_PARA_BEFORE;
    for (const item *i = items_of(&a, folded, size); i; i = next_item(a.m, i))
        if (i->type == ITEM_FORM &&
            (capital ? initial || i->category == LT_NAME || i->category == LT_NOUN ||
                           i->category == LT_DET || i->category == LT_PRON || i->category == LT_PREP
                     : i->category != LT_NAME && i->category != LT_NOUN))
            put(&a, i->lemma, i->category, i->features, i->entry);
    bool closed = false, adverb = a.count > 0;
    for (uint32_t i = 0; i < a.count; i++) {
        closed |= out[i].category > LT_ADV && out[i].category != LT_NUM;
        adverb &= out[i].category >= LT_ADV;
    }
    closed |= adverb;
    if (!capital || initial) {
        verbs(&a, folded, size, 0, 0, (verb_shape){.word = folded});
        adjectives(&a, folded, size);
        const char *hyphen = folded[0] >= '0' && folded[0] <= '9' ? memchr(folded, '-', size) : NULL;
        if (hyphen) /* 34-seitig */
            adjectives(&a, hyphen + 1, size - (size_t)(hyphen + 1 - folded));
    }
    if (capital) {
        if (!a.count)
            hyphenated(&a, folded, size);
        uint32_t before = a.count;
        if (!(initial && closed))
            nouns(&a, folded, size);
        /* Erst vor zwei Tagen: at a sentence's start a word that is something else is no unknown noun */
        if (initial && before && a.count > before && a.out[before].features & LT_F(guess) && a.out[0].category != LT_VERB)
            a.count = before;
        if (!initial) /* die Kaufmännische Direktorin */
            adjectives(&a, folded, size);
        /* Brandt sagte: at a sentence's start a name may look like a verb */
        bool noun = closed;
        for (uint32_t i = 0; i < a.count; i++)
            noun |= out[i].category == LT_ADJ || out[i].category == LT_NOUN || out[i].category == LT_NAME || out[i].category >= LT_ADV ||
                    out[i].features & (LT_F(aux) | LT_F(modal)) ||
                    !(out[i].features & (LT_F(fin) | LT_F(inf))); /* Relativierend fügt sie hinzu */
        if (!noun)
            put(&a, LT_NO_WORD, LT_NAME, LT_F(guess), LAUT_NONE);
    } else if (!a.count) {
        guess(&a, folded, size);
    }
    return a.count;
}

/* Swiss spelling has ss for sharp s: a word that is unknown as it stands is tried with it, and one that is only a compound
 * (Einbussen: of Bus) where a lexicon has the other. Both take two bytes in UTF-8. */
uint32_t lt_analyse(const laut_engine *engine, const char *folded, size_t size, uint8_t flags,
                    lt_reading out[LT_MAX_READINGS])
{
    static const char sharp_s[] = "\xC3\x9F";
    uint32_t n = analyse(engine, folded, size, flags, out);
    analysis a = {engine, engine->morphology, NULL, 0};
    bool known = false;
    for (uint32_t i = 0; i < n && !known; i++)
        known = !(out[i].features & LT_F(guess));
    for (size_t at = 0; n && size < LT_MAX_WORD && at + 1 < size; at++) {
        if (folded[at] != 's' || folded[at + 1] != 's')
            continue;
        if (known && items_of(&a, folded, size))
            break;
        char variant[LT_MAX_WORD];
        lt_reading other[LT_MAX_READINGS];
        memcpy(variant, folded, size);
        variant[size] = '\0';
        memcpy(variant + at, sharp_s, 2);
        if (known && !items_of(&a, variant, size))
            continue;
        uint32_t k = analyse(engine, variant, size, flags, other);
        if (k && !(other[0].features & LT_F(guess))) {
            memcpy(out, other, k * sizeof *other);
            return k;
        }
    }
    return n;
}

lt_word lt_join_prefix(const laut_engine *engine, lt_word prefix, lt_word lemma)
{
    if (prefix == LT_NO_WORD || lemma == LT_NO_WORD)
        return LT_NO_WORD;
    const lt_vocable *p = &engine->vocabulary.words.at[prefix];
    analysis a = {engine, engine->morphology, NULL, 0};
    return with_prefix(&a, p->text, p->size, lemma);
}

/* The word's item of one of the types that are no readings, or NULL. */
_Static_assert(ITEM_ATTRIBUTIVE - ITEM_PREFIX < 16, "the types fit into role_types");
static const item *role(const laut_engine *engine, lt_word word, item_type type)
{
    const struct lt_morphology *m = engine->morphology;
    if (word >= m->word_count || !(m->roles[word / 64] >> (word % 64) & 1) ||
        !(m->role_types[word] >> (type - ITEM_PREFIX) & 1))
        return NULL;
    const item *i = first_item(m, word);
    while (i && i->type != type)
        i = next_item(m, i);
    return i;
}

bool lt_is_adverb(const laut_engine *engine, lt_word first, lt_word second)
{
    const item *i = role(engine, first, ITEM_PAIR);
    while (i && !(i->type == ITEM_PAIR && i->lemma == second))
        i = next_item(engine->morphology, i);
    return i != NULL;
}

bool lt_is_particle(const laut_engine *engine, lt_word word)
{
    return role(engine, word, ITEM_PARTICLE) != NULL;
}

bool lt_is_title(const laut_engine *engine, lt_word word)
{
    return role(engine, word, ITEM_TITLE) != NULL;
}

bool lt_is_time(const laut_engine *engine, lt_word word)
{
    return role(engine, word, ITEM_TIME) != NULL;
}

bool lt_is_agent(const laut_engine *engine, lt_word word)
{
    return role(engine, word, ITEM_AGENT) != NULL;
}

bool lt_is_within(const laut_engine *engine, lt_word word)
{
    return role(engine, word, ITEM_WITHIN) != NULL;
}

unsigned lt_attributive(const laut_engine *engine, lt_word word)
{
    const item *i = role(engine, word, ITEM_ATTRIBUTIVE);
    return i ? i->category : 0;
}

lt_audience lt_find_audience(const laut_engine *engine, lt_word word)
{
    const item *i = role(engine, word, ITEM_AUDIENCE);
    return i ? (lt_audience)i->category : LT_NO_AUDIENCE;
}

bool lt_is_prefix(const laut_engine *engine, lt_word word)
{
    const item *i = role(engine, word, ITEM_PREFIX);
    while (i && !(i->type == ITEM_PREFIX && i->category & PREFIX_SEPARABLE))
        i = next_item(engine->morphology, i);
    return i != NULL;
}

lt_abbreviation lt_find_abbreviation(const laut_engine *engine, const char *folded, size_t size, bool capital, bool small)
{
    uint32_t bit = hash_abbreviation(folded, size);
    if (!(engine->morphology->abbreviations[bit / 64] >> (bit % 64) & 1))
        return LT_NO_ABBREVIATION;
    const item *i = role(engine, lt_find_word(&engine->vocabulary, folded, size), ITEM_ABBREVIATION);
    /* So. is no so. */
    while (i && (i->type != ITEM_ABBREVIATION || (capital && i->features & LOWER_CASE) ||
                 (small && i->category == LT_ABBREVIATION_MAY && !(i->features & LOWER_CASE))))
        i = next_item(engine->morphology, i);
    return i ? (lt_abbreviation)i->category : LT_NO_ABBREVIATION;
}

size_t lt_longest_abbreviation(const laut_engine *engine) { return engine->morphology->longest_abbreviation; }

bool lt_is_month(const laut_engine *engine, const char *folded, size_t size)
{
    lt_word w = lt_find_word(&engine->vocabulary, folded, size);
    for (const item *i = first_item(engine->morphology, w); i; i = next_item(engine->morphology, i))
        if (i->type == ITEM_FORM && i->category == LT_NOUN && i->features & LT_F(time))
            return true;
    return false;
}

unsigned lt_builds(const laut_engine *engine, lt_word lemma)
{
    const struct lt_morphology *m = engine->morphology;
    for (uint32_t i = 0; i < m->auxiliary_count && lemma != LT_NO_WORD; i++)
        if (m->auxiliaries[i].lemma == lemma)
            return m->auxiliaries[i].builds;
    return 0;
}

/* Whether the word can be a nominative of the category with one of the genders and numbers. */
static bool nominative(const laut_engine *engine, struct laut_worker *worker, const char *word,
                       size_t size, lt_category category, uint64_t features, const lt_reading *like)
{
    char folded[LT_MAX_WORD];
    lt_reading room[LT_MAX_READINGS];
    size_t n = lt_fold(word, size, folded);
    lt_known known = lt_recall(worker, engine, lt_key_of(folded, n, category == LT_NOUN ? LT_CAPITAL : 0), room);
    const lt_reading *out = known.readings;
    for (uint32_t i = 0; i < known.count; i++)
        if (out[i].category == category && out[i].features & LT_F(nom) && !(out[i].features & LT_F(guess)) &&
            out[i].features & features & LT_NUMBERS && !(out[i].features & LT_F(pred)) &&
            (features & LT_F(pl) || out[i].features & features & LT_GENDERS) &&
            (!like || (out[i].lemma == like->lemma && out[i].entry == like->entry)))
            return true;
    return false;
}

/* The strong ending, as without an article: of several the longest in the singular (früherer, not frühere), the shortest in
 * the plural (verschiedene). Returns the size of the word in `out`, or 0 where none fits. */
static size_t with_ending(const laut_engine *engine, struct laut_worker *worker, const char *word, size_t size, lt_category category,
                          uint64_t features, const lt_reading *like, char *out)
{
    const struct lt_morphology *m = engine->morphology;
    size_t best = 0;
    for (size_t cut = 1; cut <= 2 && cut + 2 < size; cut++)
        for (uint32_t e = 0; e < m->adjective_ending_count; e++) {
            size_t length = m->adjective_endings[e].size;
            if (length && word[size - cut - 1] == 'e' && m->adjective_endings[e].text[0] == 'e')
                continue; /* müder is müde with one e */
            char candidate[LT_MAX_WORD];
            memcpy(candidate, word, size - cut);
            memcpy(candidate + size - cut, m->adjective_endings[e].text, length);
            size_t whole = size - cut + length;
            bool better = !best || (features & LT_F(sg) ? whole > best : whole < best);
            if (better && nominative(engine, worker, candidate, whole, category, features, like)) {
                memcpy(out, candidate, whole);
                best = whole;
            }
        }
    return best;
}

size_t lt_nominative(const laut_engine *engine, struct laut_worker *worker, const char *word,
                     size_t size, lt_category category, uint64_t features, char *out)
{
    if (size + 3 >= LT_MAX_WORD)
        size = LT_MAX_WORD - 4;
    memcpy(out, word, size);
    if (features & LT_F(sg))
        features &= ~LT_F(pl);
    char folded[LT_MAX_WORD];
    lt_reading room[LT_MAX_READINGS];
    size_t f = lt_fold(word, size, folded);
    lt_known own = lt_recall(worker, engine, lt_key_of(folded, f, category == LT_NOUN ? LT_CAPITAL : 0), room);
    bool found = false;
    lt_reading like;
    for (uint32_t i = 0; i < own.count && !found; i++) {
        like = own.readings[i];
        found = like.category == category && like.features & features & LT_NUMBERS &&
                (features & LT_F(pl) || like.features & features & LT_GENDERS);
    }
    if (!found || like.features & LT_F(guess))
        return size;
    if (category == LT_NOUN) {
        if (nominative(engine, worker, word, size, category, features, &like))
            return size;
        /* (eines) Überlebenden: ein Überlebender */
        size_t strong = features & LT_F(indef) && features & LT_F(sg) && features & LT_F(m)
                      ? with_ending(engine, worker, word, size, category, features, &like, out) : 0;
        for (size_t cut = 1; cut <= 2 && cut + 2 < size && !strong; cut++)
            if (nominative(engine, worker, word, size - cut, category, features, &like))
                return size - cut;
        return strong ? strong : size;
    }
    size_t best = with_ending(engine, worker, word, size, category, features, NULL, out);
    return best ? best : size;
}

size_t lt_genitive(const laut_engine *engine, struct laut_worker *worker, const char *word, size_t size, uint64_t genders, char *out)
{
    static const char *const endings[] = {"", "s", "es"};
    if (size + 3 >= LT_MAX_WORD || !size)
        return 0;
    bool hissing = strchr("sxz", word[size - 1]) || (unsigned char)word[size - 1] == 0x9f; /* Kreises; ß */
    memcpy(out, word, size);
    for (size_t e = 0; e < sizeof endings / sizeof *endings; e++) {
        size_t whole = size + strlen(endings[e]);
        if (e == 1 && hissing)
            continue;
        memcpy(out + size, endings[e], whole - size);
        char folded[LT_MAX_WORD];
        lt_reading room[LT_MAX_READINGS];
        size_t n = lt_fold(out, whole, folded);
        lt_known known = lt_recall(worker, engine, lt_key_of(folded, n, LT_CAPITAL), room);
        for (uint32_t i = 0; i < known.count; i++) {
            uint64_t f = known.readings[i].features;
            if (known.readings[i].category == LT_NOUN && f & LT_F(gen) && f & LT_F(sg) && f & genders && !(f & LT_F(guess)) &&
                (e || genders & LT_F(f) || !(f & LT_F(nom))))
                return whole;
        }
    }
    return 0;
}
