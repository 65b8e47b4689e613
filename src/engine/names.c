#include "engine/names.h"

#include <stdio.h>
#include <string.h>

#include "base/fold.h"
#include "engine/engine.h"

enum { MAX_WORDS = 8 };

typedef struct {
    uint32_t count;
    lt_entry entry;
    uint8_t type;
    bool capitals; /* INA is no Ina */
    uint64_t words[MAX_WORDS]; /* hashes of the words without their endings */
} name;

enum { SLOTS = 1 << 14, FILTER = 1 << 17 };

/* What most names fail by, side by side. */
typedef struct {
    uint32_t begin; /* of the hash of the first word */
    uint8_t count;
} brief;

struct lt_names {
    name *names;        /* by the slot of the first word; in a slot the one that was added last first */
    brief *briefs;      /* of each name */
    uint32_t first[SLOTS + 1]; /* of the names of each slot, and where the last ones end */
    uint64_t begins[FILTER / 64]; /* bits of the hashes of first words: most words begin no name */
};

/* The names that may begin with the word of that hash, as a range. */
static lt_range names_with(const struct lt_names *names, uint64_t key)
{
    const uint32_t *slot = &names->first[key % SLOTS];
    return names->begins[key % FILTER / 64] >> (key % 64) & 1 ? (lt_range){slot[0], slot[1]}
                                                              : (lt_range){0, 0};
}

/* How many words the longest name has that begins with the word of that hash, or 0. */
static uint32_t longest_with(const struct lt_names *names, uint64_t key)
{
    uint32_t longest = 0;
    for (lt_range r = names_with(names, key); r.first < r.last; r.first++)
        if (names->briefs[r.first].begin == (uint32_t)key && names->briefs[r.first].count > longest)
            longest = names->briefs[r.first].count;
    return longest;
}

/* FNV-1a, 64 bit. The hash of a word is that of its beginning, and on: one pass gives those of the word
 * and of the same without its last letter and its last two (whatever these are where it has fewer). */
typedef struct { uint64_t whole, without_one, without_two; } hashes;

static hashes hashes_of(const char *text, size_t size)
{
    hashes h = {.whole = 14695981039346656037u};
    for (size_t i = 0; i < size; i++) {
        h.without_two = h.without_one;
        h.without_one = h.whole;
        h.whole = (h.whole ^ (unsigned char)text[i]) * 1099511628211u;
    }
    return h;
}

/* The folded word without an ending of the noun or adjective declension. Words of up to four
 * bytes stay as they are. The last word of a name is not compared like that: it may only have the
 * ending of a genitive (Leipzigs, des Weißen Hauses, but Leipziger is no town). */
static uint64_t stem_hash(const hashes *h, const char *folded, size_t size)
{
    static const char letters[] = "emnrs";
    if (size <= 4 || !strchr(letters, folded[size - 1]))
        return h->whole;
    return size == 5 || !strchr(letters, folded[size - 2]) ? h->without_one : h->without_two;
}

/* The names as they are read: an arena that is freed when they have been put in order. */
typedef struct {
    lt_arena arena;
    lt_vec(name) list;
} unsorted;

static void add(laut_engine *engine, struct lt_names *names, unsorted *all, const char *text, lt_entry entry,
                uint8_t type)
{
    name n = {.entry = entry, .type = type};
    lt_piece pieces[MAX_WORDS];
    n.count = lt_pieces(text, pieces, MAX_WORDS);
    if (!n.count || n.count > MAX_WORDS)
        return;
    for (uint32_t i = 0; i < n.count; i++) {
        char folded[LT_MAX_WORD];
        size_t size = lt_fold(pieces[i].at, pieces[i].size, folded);
        if (!size)
            return;
        lt_intern(&engine->vocabulary, folded, size);
        hashes h = hashes_of(folded, size);
        n.words[i] = i + 1 == n.count ? h.whole : stem_hash(&h, folded, size);
    }
    n.capitals = n.count == 1 && pieces[0].size > 1;
    for (size_t i = 0; i < pieces[0].size && n.capitals; i++)
        n.capitals = pieces[0].at[i] >= 'A' && pieces[0].at[i] <= 'Z';
    name *fresh = lt_push(&all->arena, &all->list);
    if (!fresh)
        return;
    names->begins[n.words[0] % FILTER / 64] |= UINT64_C(1) << (n.words[0] % 64);
    *fresh = n;
}

/* Puts the names of each slot side by side, when all have been added. */
static void arrange(laut_engine *engine, struct lt_names *names, const unsorted *all)
{
    uint32_t count = all->list.count;
    names->names = lt_arena_alloc(&engine->arena, (count + 1) * sizeof *names->names);
    names->briefs = lt_arena_alloc(&engine->arena, (count + 1) * sizeof *names->briefs);
    if (!names->names || !names->briefs)
        return;
    for (uint32_t i = 0; i < count; i++)
        names->first[all->list.at[i].words[0] % SLOTS]++;
    for (uint32_t slot = 0, end = 0; slot <= SLOTS; slot++)
        names->first[slot] = end += names->first[slot];
    for (uint32_t i = 0; i < count; i++) { /* from the ends of the slots towards their beginnings */
        const name *n = &all->list.at[i];
        uint32_t at = --names->first[n->words[0] % SLOTS];
        names->names[at] = *n;
        names->briefs[at] = (brief){(uint32_t)n->words[0], (uint8_t)n->count};
    }
}

/* heads.tsv tells the type, reporting-nouns.tsv the kind of noun. */
static uint8_t type_of_row(const lt_table *t, uint32_t row, bool reporting)
{
    static const char *const names[] = {"person", "organization", "media", "document", "group", "unnamed"};
    if (reporting) {
        const char *kind = lt_cell(t, row, "kind");
        return lt_cell_has(kind, "document") ? LT_TYPE_DOCUMENT
               : lt_cell_has(kind, "attribution") ? LT_TYPE_ATTRIBUTION : LT_TYPE_THING;
    }
    for (uint8_t i = 0; i < 6; i++)
        if (strcmp(lt_cell(t, row, "type"), names[i]) == 0)
            return i;
    return LT_TYPE_THING;
}

static void build_types(laut_engine *engine)
{
    static const char *const paths[] = {"lex/given-names.tsv", "lex/heads.tsv", "lex/reporting-nouns.tsv"};
    for (int p = 0; p < 3; p++) {
        uint32_t index;
        if (!lt_engine_table(engine, paths[p], &index))
            continue;
        lt_table *t = engine->tables.at[index];
        t->types = lt_arena_alloc(&engine->arena, t->row_count + 1);
        for (uint32_t r = 0; t->types && r < t->row_count; r++)
            t->types[r] = p ? type_of_row(t, r, p == 2) : LT_TYPE_PERSON;
    }
}

uint8_t lt_entry_type(const laut_engine *engine, lt_entry entry)
{
    if (entry == LAUT_NONE || lt_entry_table(entry) >= engine->tables.count)
        return LT_TYPE_THING;
    const lt_table *t = engine->tables.at[lt_entry_table(entry)];
    return t->types && lt_entry_row(entry) < t->row_count ? t->types[lt_entry_row(entry)] : LT_TYPE_THING;
}

int lt_names_build(laut_engine *engine, laut_errors *errors)
{
    (void)errors;
    static const struct { const char *path, *column; uint8_t type; } sources[] = {
        {"lex/places.tsv", "place", LT_TYPE_PLACE},
        {"lex/countries.tsv", "country", LT_TYPE_PLACE},
        {"lex/countries.tsv", "capital", LT_TYPE_PLACE},
        {"lex/organisations.tsv", "name", LT_TYPE_ORGANIZATION},
        {"lex/media.tsv", "name", LT_TYPE_MEDIA},
    };
    struct lt_names *names = lt_arena_alloc(&engine->arena, sizeof *names);
    if (!names)
        return -1;
    unsorted all = {0};
    for (unsigned s = 0; s < sizeof sources / sizeof *sources; s++) {
        uint32_t index;
        const lt_table *t = lt_engine_table(engine, sources[s].path, &index);
        uint32_t column = lt_column(t, sources[s].column);
        for (uint32_t r = 0; t && r < t->row_count; r++)
            if (lt_cell_at(t, r, column)[0])
                add(engine, names, &all, lt_cell_at(t, r, column), lt_make_entry(index, r), sources[s].type);
    }
    arrange(engine, names, &all);
    bool failed = all.arena.failed;
    lt_arena_free(&all.arena);
    engine->names = names;
    build_types(engine);
    return failed || engine->arena.failed ? -1 : 0;
}

/* Whether the lexica know the word as something else (dpa and ver.di are small, too). */
static bool known_word(const lt_document *d, uint32_t i)
{
    const lt_token *t = &d->tokens.at[i];
    for (uint32_t k = 0; k < t->reading_count; k++)
        if (!(d->readings.at[t->first_reading + k].features & LT_F(guess)))
            return true;
    return t->reading_count == 0;
}

/* NATOs: capitals and a genitive's s. */
static bool capitals_and_s(const lt_document *d, uint32_t i)
{
    const lt_token *t = &d->tokens.at[i];
    const char *text = d->text.bytes + t->begin;
    size_t size = t->end - t->begin;
    for (size_t k = 0; k + 1 < size; k++)
        if (text[k] < 'A' || text[k] > 'Z')
            return false;
    return size > 2 && text[size - 1] == 's';
}

/* By which first word names are looked for: without ending, as it is, without an s. */
static void keys_of(const char *folded, size_t size, uint64_t keys[3])
{
    hashes h = hashes_of(folded, size);
    keys[0] = stem_hash(&h, folded, size);
    keys[1] = h.whole;
    keys[2] = size > 3 && folded[size - 1] == 's' ? h.without_one : h.whole;
}

bool lt_begins_name(const laut_engine *engine, const char *folded, size_t size)
{
    const struct lt_names *names = engine->names;
    uint64_t keys[3];
    keys_of(folded, size, keys);
    return longest_with(names, keys[0]) || longest_with(names, keys[1]) || longest_with(names, keys[2]);
}

bool lt_is_name(const laut_engine *engine, const char *folded, size_t size, lt_entry *entry, uint8_t *type)
{
    uint64_t word = hashes_of(folded, size).whole;
    for (lt_range r = names_with(engine->names, word); r.first < r.last; r.first++) {
        const name *n = &engine->names->names[r.first];
        if (n->count == 1 && n->words[0] == word) {
            *entry = n->entry;
            *type = n->type;
            return true;
        }
    }
    return false;
}

uint32_t lt_find_name(const lt_document *d, uint32_t first, uint32_t last, lt_entry *entry,
                      uint8_t *type)
{
    const struct lt_names *names = d->engine->names;
    uint64_t words[MAX_WORDS], ends[MAX_WORDS][3]; /* as the last word: as it is, without s, without es */
    uint64_t keys[3];
    uint32_t known = 0, best = 0;
    if (first >= last || !d->tokens.at[first].begins_name ||
        (!(d->tokens.at[first].flags & LT_CAPITAL) && known_word(d, first)))
        return 0;
    keys_of(d->tokens.at[first].folded, d->tokens.at[first].folded_size, keys);
    uint32_t longest = 0; /* of the names that begin like that */
    for (int key = 0; key < 3; key++) {
        uint32_t n = longest_with(names, keys[key]);
        longest = n > longest ? n : longest;
    }
    for (uint32_t k = 0; k < longest && first + k < last; k++) {
        const lt_token *t = &d->tokens.at[first + k];
        if (t->kind != LT_WORD && t->kind != LT_NUMBER)
            break;
        const char *folded = t->folded;
        size_t size = t->folded_size;
        hashes h = hashes_of(folded, size);
        bool genitive = size > 3 && folded[size - 1] == 's';
        ends[known][0] = h.whole;
        ends[known][1] = genitive ? h.without_one : h.whole;
        ends[known][2] = genitive && folded[size - 2] == 'e' ? h.without_two : h.whole;
        words[known++] = stem_hash(&h, folded, size);
    }
    for (int key = 0; key < 3 && known; key++)
        for (lt_range r = names_with(names, keys[key]); r.first < r.last; r.first++) {
            const brief *b = &names->briefs[r.first];
            if (b->begin != (uint32_t)keys[key] || b->count > known || b->count <= best ||
                (b->count == 1) != (key > 0))
                continue;
            const name *n = &names->names[r.first];
            if (n->words[0] != keys[key])
                continue;
            if (n->capitals && !(d->tokens.at[first].flags & LT_ALL_CAPITAL) && !capitals_and_s(d, first))
                continue;
            bool same = true;
            for (uint32_t k = 1; k + 1 < n->count && same; k++)
                same = n->words[k] == words[k];
            uint32_t end = n->count - 1;
            if (end > 0)
                same = same && (n->words[end] == ends[end][0] || n->words[end] == ends[end][1] ||
                                n->words[end] == ends[end][2]);
            /* the row that was added last stands first: media before places */
            if (same) {
                best = n->count;
                *entry = n->entry;
                *type = n->type;
            }
        }
    return best;
}
