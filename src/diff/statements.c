/* The statements of a version: contents of claims, and what is left of the sentences. */
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "diff/diff.h"
#include "engine/engine.h"
#include "engine/morphology.h"

enum { FEW = 2 }; /* words that the author's part of a sentence must have to be a statement */

/* The parts of a word's weight: its lemma, and the stem that derived words share (Protest, protestieren). What
 * tells that somebody said it, and who, tells little of what was said. */
static const double OF_LEMMA = .6, OF_STEM = .4, OF_SPEAKER = .3, OF_CUE = .5;

/* ---------------------------------------------------------------- words */

static uint64_t hash(const char *s, size_t size)
{
    uint64_t h = UINT64_C(14695981039346656037); /* FNV-1a */
    for (size_t i = 0; i < size; i++)
        h = (h ^ (unsigned char)s[i]) * UINT64_C(1099511628211);
    return h;
}

/* Three digits behind a blank go on with a number that has a group of at most three so far. */
static bool is_group(const lt_document *d, uint32_t token)
{
    enum { BLANK = 3 }; /* bytes of the longest, a narrow no-break one */
    const lt_token *t = &d->tokens.at[token];
    if (token >= d->tokens.count || t->kind != LT_NUMBER || t->folded_size != 3 || t->flags & LT_LINE_BEFORE)
        return false;
    return strspn(t->folded, "0123456789") == 3 && t->begin > t[-1].end && t->begin - t[-1].end <= BLANK;
}

uint32_t lt_number_at(const laut_document *d, uint32_t token, char *out)
{
    const lt_token *t = &d->tokens.at[token];
    size_t n = 0;
    for (const char *c = t->folded; *c; c++)
        if (*c != '.')
            out[n++] = *c;
    uint32_t behind = token + 1;
    if (t->folded_size <= 3 && strspn(t->folded, "0123456789") == t->folded_size)
        for (; n + 4 < LT_MAX_WORD && is_group(d, behind); behind++, n += 3)
            memcpy(out + n, d->tokens.at[behind].folded, 3);
    out[n] = '\0';
    return behind;
}

/* A word that no lexicon knows, without what may be an ending. */
static size_t stem(const char *s, size_t size)
{
    enum { LEAST = 4 };
    while (size > LEAST && strchr("emnrs", s[size - 1]))
        size--;
    return size;
}

/* How much a kind of word tells about what is stated. */
static double weight_of(lt_category c) { return c == LT_ADV ? .5 : c == LT_VERB || c == LT_ADJ ? .8 : 1; }

/* Finanzielle, at the beginning of a sentence: no kind of Elle, which is all that a lexicon has of the noun. */
static bool is_end_only(const lt_document *d, const lt_token *t, const lt_reading *r)
{
    if (r->category != LT_NOUN || r->lemma == LT_NO_WORD)
        return false;
    const lt_vocable *v = &d->engine->vocabulary.words.at[r->lemma];
    return v->size && memcmp(t->folded, v->text, v->size < t->folded_size ? v->size : t->folded_size) != 0;
}

static bool is_adjective(const lt_document *d, const lt_token *t)
{
    for (uint32_t i = 0; i < t->reading_count; i++)
        if (d->readings.at[t->first_reading + i].category == LT_ADJ)
            return true;
    return false;
}

/* The lemma by which the word is compared: of the likeliest category by its capital, and there always the
 * same one. Gekommen and kam are kommen. */
static const lt_reading *choose(const lt_document *d, const lt_token *t)
{
    static const lt_category large[] = {LT_NOUN, LT_NAME, LT_VERB, LT_ADJ, LT_NUM, LT_ADV};
    static const lt_category small[] = {LT_VERB, LT_ADJ, LT_NUM, LT_ADV, LT_NOUN, LT_NAME};
    const lt_category *order = t->flags & LT_CAPITAL ? large : small;
    for (size_t k = 0; k < sizeof large / sizeof *large; k++) {
        const lt_reading *best = NULL;
        for (uint32_t i = 0; i < t->reading_count; i++) {
            const lt_reading *r = &d->readings.at[t->first_reading + i];
            if (order[k] == LT_NOUN && is_end_only(d, t, r) && is_adjective(d, t))
                continue;
            if (r->category == order[k] && r->lemma != LT_NO_WORD && (!best || r->lemma < best->lemma))
                best = r;
        }
        if (best)
            return best;
    }
    return NULL;
}

static bool is_function_word(const lt_document *d, const lt_token *t)
{
    bool function = false, noun = false;
    for (uint32_t i = 0; i < t->reading_count; i++) {
        const lt_reading *r = &d->readings.at[t->first_reading + i];
        switch (r->category) {
        case LT_DET: case LT_PRON: case LT_PREP: case LT_CONJ: case LT_SUB: case LT_PART:
            function = true;
            break;
        case LT_VERB:
            function |= (r->features & (LT_F(aux) | LT_F(modal))) != 0;
            break;
        case LT_NOUN: case LT_NAME:
            noun = true;
            break;
        default:
            break;
        }
    }
    return function && !(noun && t->flags & LT_CAPITAL);
}

/* Drei, or a word of lex/quantities.tsv: halb. */
static bool is_numeral(const lt_document *d, const lt_token *t)
{
    const lt_table *words = lt_engine_table(d->engine, "lex/quantities.tsv", NULL);
    for (uint32_t i = 0; i < t->reading_count; i++) {
        const lt_reading *r = &d->readings.at[t->first_reading + i];
        if (r->category == LT_NUM)
            return true;
        for (uint32_t row = 0; words && r->lemma != LT_NO_WORD && row < words->row_count; row++)
            if (strcmp(lt_cell(words, row, "word"), d->engine->vocabulary.words.at[r->lemma].text) == 0)
                return true;
    }
    return false;
}

/* A number that counts something: not that of a day or a year. */
static bool is_quantity(const lt_document *d, uint32_t token)
{
    const lt_token *t = &d->tokens.at[token], *next = token + 1 < d->tokens.count ? t + 1 : NULL;
    if (t->flags & LT_ORDINAL)
        return false;
    bool year = t->end - t->begin == 4 && (memcmp(t->folded, "19", 2) == 0 || memcmp(t->folded, "20", 2) == 0);
    return !year || (next && next->kind == LT_WORD && next->flags & LT_CAPITAL);
}

/* The first letters of a longer word, with which its derivations begin. */
static uint64_t hash_stem(const char *s, size_t size)
{
    enum { LETTERS = 6, LEAST = 7, SHORT = 4 };
    size_t letters = 0, at = 0, all = 0;
    for (size_t i = size; i > SHORT && strchr("en", s[i - 1]) && size - i < 2; i--) /* Klage, klagen */
        all = size - i + 1;
    size -= size < LEAST ? all : 0;
    all = 0;
    for (size_t i = 0; i < size; i++) {
        if (((unsigned char)s[i] & 0xC0) == 0x80)
            continue;
        if (letters++ == LETTERS)
            at = i;
        all++;
    }
    return hash(s, all < LEAST ? size : at) + 1; /* no lemma */
}

typedef struct { uint64_t lemma, stem; double weight; bool number; } word_key;

/* ---------------------------------------------------------------- paraphrases */

/* The slot of the word, or the empty one where it would be. */
static lt_paraphrase *slot_of(const lt_version *v, uint64_t word)
{
    uint32_t i = (uint32_t)word & (v->paraphrase_slots - 1);
    while (v->paraphrases[i].word && v->paraphrases[i].word != word)
        i = (i + 1) & (v->paraphrase_slots - 1);
    return &v->paraphrases[i];
}

/* A word that is known keeps its key. */
static void add_paraphrase(const lt_version *v, uint64_t word, uint64_t key, uint64_t stem)
{
    lt_paraphrase *p = slot_of(v, word);
    *p = (lt_paraphrase){word, p->word ? p->key : key, stem ? stem : p->stem};
}

enum { ROOM = 16 /* words of a row */ };

/* The words of a row; of a row of verb-nouns.tsv the verb and the noun. */
static uint32_t words_of(const lt_table *t, uint32_t row, bool nouns, lt_piece out[ROOM])
{
    uint32_t n = lt_pieces(lt_cell(t, row, nouns ? "verb" : "words"), out, nouns ? 1 : ROOM);
    n = n < ROOM ? n : ROOM;
    return nouns && n ? 1 + lt_pieces(lt_cell(t, row, "noun"), out + 1, 1) : n;
}

/* The words of a row stand for each other: kaufen, erwerben; and a noun for the verb that it is made from: Verlust,
 * verlieren. Rows with a common word are one. */
static bool read_paraphrases(lt_version *v, const laut_document *d, lt_arena *arena)
{
    static const char *const tables[] = {"lex/same-words.tsv", "lex/paraphrases.tsv", "lex/verb-nouns.tsv"};
    enum { TABLES = sizeof tables / sizeof *tables, NOUNS = 2 };
    lt_piece words[ROOM];
    uint32_t all = 0;
    for (size_t i = 0; i < TABLES; i++) {
        const lt_table *t = lt_engine_table(d->engine, tables[i], NULL);
        for (uint32_t r = 0; t && r < t->row_count; r++)
            all += words_of(t, r, i == NOUNS, words);
    }
    for (v->paraphrase_slots = 1; v->paraphrase_slots <= 2 * all;)
        v->paraphrase_slots *= 2;
    v->paraphrases = lt_arena_alloc(arena, v->paraphrase_slots * sizeof *v->paraphrases);
    for (size_t i = 0; v->paraphrases && i < TABLES; i++) {
        const lt_table *t = lt_engine_table(d->engine, tables[i], NULL);
        for (uint32_t r = 0; t && r < t->row_count; r++) {
            uint32_t n = words_of(t, r, i == NOUNS, words);
            uint64_t key = 0;
            for (uint32_t k = 0; k < n && !key; k++)
                key = slot_of(v, hash(words[k].at, words[k].size))->key;
            for (uint32_t k = 0; k < n; k++)
                add_paraphrase(v, hash(words[k].at, words[k].size), key ? key : hash(words[0].at, words[0].size),
                               i == NOUNS ? hash_stem(words[0].at, words[0].size) : 0);
        }
    }
    return v->paraphrases;
}

/* The verb that a noun with such an ending is made from, where a lexicon has it: Erhöhung, erhöhen. */
static lt_word verb_of(const laut_document *d, const char *noun, size_t size)
{
    const lt_stems *s = &d->engine->stems;
    char verb[LT_MAX_WORD];
    size_t cut = lt_stem_ending(d->engine, LT_STEM_NOUN, noun, size);
    for (uint32_t i = 0; cut && i < s->count; i++) {
        if (!(s->at[i].kinds & LT_STEM_LEMMA) || s->at[i].kinds & LT_STEM_NOUN || size - cut + s->at[i].size >= sizeof verb)
            continue;
        memcpy(verb, noun, size - cut);
        memcpy(verb + size - cut, s->at[i].text, s->at[i].size);
        lt_word found = lt_find_word(&d->engine->vocabulary, verb, size - cut + s->at[i].size);
        if (found != LT_NO_WORD)
            return found;
    }
    return LT_NO_WORD;
}

/* The row of a word, or NULL. */
static const lt_paraphrase *paraphrase_of(const lt_version *v, uint64_t word)
{
    const lt_paraphrase *p = slot_of(v, word);
    return p->word ? p : NULL;
}

/* ---------------------------------------------------------------- words of statements */

/* Whether the word is compared at all. `verbs` are the lemmas of the clauses' verbs, separated prefixes
 * included. `all`: function words, too. */
static bool state_word(const lt_version *version, const lt_document *d, const lt_word *verbs, bool all, uint32_t token,
                       word_key *out)
{
    const lt_token *t = &d->tokens.at[token];
    if (t->kind == LT_NUMBER) {
        char digits[LT_MAX_WORD];
        lt_number_at(d, token, digits);
        uint64_t number = hash(digits, strlen(digits));
        *out = (word_key){number, number + 1, 1, is_quantity(d, token)};
        return t->folded_size > 0;
    }
    if (t->kind != LT_WORD || (!all && is_function_word(d, t)))
        return false;
    const lt_reading *r = choose(d, t);
    lt_word lemma = verbs[token] != LT_NO_WORD ? verbs[token] : r ? r->lemma : LT_NO_WORD;
    if (lemma != LT_NO_WORD) {
        const lt_vocable *words = d->engine->vocabulary.words.at, *w = &words[lemma];
        lt_word verb = r && r->category == LT_NOUN ? verb_of(d, w->text, w->size) : LT_NO_WORD;
        w = verb != LT_NO_WORD ? &words[verb] : w;
        const lt_paraphrase *p = paraphrase_of(version, hash(w->text, w->size));
        *out = (word_key){p ? p->key : hash(w->text, w->size), p && p->stem ? p->stem : hash_stem(w->text, w->size),
                          r ? weight_of(r->category) : 1, is_numeral(d, t)};
    } else if (t->folded_size) {
        size_t size = stem(t->folded, t->folded_size);
        *out = (word_key){hash(t->folded, size), hash_stem(t->folded, size), 1, false};
    } else { /* too long to be folded */
        uint64_t whole = hash(d->text.bytes + t->begin, t->end - t->begin);
        *out = (word_key){whole, whole + 1, 1, false};
    }
    return true;
}

lt_range lt_tokens_in(const laut_document *d, laut_span span)
{
    uint32_t low = 0, high = d->tokens.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (d->tokens.at[middle].begin < span.begin)
            low = middle + 1;
        else
            high = middle;
    }
    uint32_t last = low;
    while (last < d->tokens.count && d->tokens.at[last].end <= span.end)
        last++;
    return (lt_range){low, last};
}

/* ---------------------------------------------------------------- statements */

static int by_key(const void *a, const void *b)
{
    const lt_stated *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (int)y->number - (int)x->number;
}

static bool is_in(const laut_document *d, uint32_t token, laut_spans spans)
{
    for (size_t i = 0; i < spans.count; i++)
        if (d->tokens.at[token].begin >= spans.at[i].begin && d->tokens.at[token].end <= spans.at[i].end)
            return true;
    return false;
}

static void add_words(const lt_version *v, const laut_document *d, const lt_word *verbs, lt_statement *s, bool all)
{
    static const laut_claim none;
    const laut_claim *c = s->claim == LAUT_NONE ? &none : &d->claims.at[s->claim];
    for (size_t i = 0; i < s->spans.count; i++) {
        lt_range r = lt_tokens_in(d, s->spans.at[i]);
        for (uint32_t t = r.first, behind; t < r.last; t = behind) {
            word_key w;
            char digits[LT_MAX_WORD];
            behind = d->tokens.at[t].kind == LT_NUMBER ? lt_number_at(d, t, digits) : t + 1;
            if (!state_word(v, d, verbs, all, t, &w))
                continue;
            bool named = is_in(d, t, c->speaker), cued = is_in(d, t, c->cue);
            double weight = w.weight * (named ? OF_SPEAKER : cued ? OF_CUE : 1);
            s->words[s->word_count++] =
                (lt_stated){w.lemma, w.number, named, cued, OF_LEMMA * weight, OF_LEMMA * w.weight};
            s->words[s->word_count++] = (lt_stated){w.stem, false, named, cued, OF_STEM * weight, OF_STEM * w.weight};
        }
    }
}

/* Fill in the words of the statement's spans. */
static bool state(const lt_version *v, const laut_document *d, const lt_word *verbs, lt_statement *s, lt_arena *arena)
{
    size_t room = 0;
    for (size_t i = 0; i < s->spans.count; i++) {
        lt_range r = lt_tokens_in(d, s->spans.at[i]);
        room += r.last - r.first;
    }
    s->words = lt_arena_alloc(arena, (2 * room + 1) * sizeof *s->words);
    if (!s->words)
        return false;
    add_words(v, d, verbs, s, false);
    if (!s->word_count) /* „Das ist es.“ */
        add_words(v, d, verbs, s, true);
    if (!s->word_count && s->spans.count) { /* „…“ */
        laut_span span = s->spans.at[0];
        s->words[s->word_count++] = (lt_stated){hash(d->text.bytes + span.begin, span.end - span.begin), false, false, false, 1, 1};
    }
    if (s->word_count)
        qsort(s->words, s->word_count, sizeof *s->words, by_key);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < s->word_count; i++)
        if (!kept || s->words[kept - 1].key != s->words[i].key)
            s->words[kept++] = s->words[i];
    s->word_count = kept;
    return true;
}

/* The verb of each clause, at its token: kündigte … an is ankündigen. To be freed. */
static lt_word *read_verbs(const laut_document *d)
{
    lt_word *verbs = calloc(d->tokens.count + 1, sizeof *verbs);
    for (uint32_t i = 0; verbs && i < d->clauses.count; i++) {
        const lt_clause *c = &d->clauses.at[i];
        if (c->verb != LAUT_NONE)
            verbs[c->verb] = c->lemma;
    }
    return verbs;
}

static void cover(const laut_document *d, bool *covered, laut_spans spans)
{
    for (size_t i = 0; i < spans.count; i++) {
        lt_range r = lt_tokens_in(d, spans.at[i]);
        memset(covered + r.first, true, (r.last - r.first) * sizeof *covered);
    }
}

static void cover_chain(const laut_document *d, bool *covered, const laut_link *chain, size_t count)
{
    for (size_t i = 0; i < count; i++)
        cover(d, covered, chain[i].cue);
}

/* The runs of tokens of a sentence that no claim has taken. */
static bool add_own(lt_version *v, const laut_document *d, const lt_word *verbs, const bool *covered,
                    uint32_t sentence, lt_arena *arena)
{
    const lt_sentence *s = &d->sentences.at[sentence];
    lt_vec(laut_span) spans = {0};
    for (uint32_t t = s->first; t < s->last; t++) {
        if (covered[t])
            continue;
        bool goes_on = t > s->first && !covered[t - 1];
        laut_span *span = goes_on ? &spans.at[spans.count - 1] : lt_push(arena, &spans);
        if (!span)
            return false;
        if (!goes_on)
            span->begin = d->tokens.at[t].begin;
        span->end = d->tokens.at[t].end;
    }
    lt_statement own = {.claim = LAUT_NONE, .sentence = sentence, .spans = {spans.at, spans.count},
                        .partner = LAUT_NONE};
    if (!state(v, d, verbs, &own, arena))
        return false;
    bool whole = spans.count == 1 && spans.at[0].begin == d->tokens.at[s->first].begin &&
                 spans.at[0].end == d->tokens.at[s->last - 1].end; /* Verletzt wurde niemand. */
    if (!own.word_count || (own.word_count < 2 * FEW && !whole))
        return true;
    lt_statement *out = lt_push(arena, &v->statements);
    if (out)
        *out = own;
    return out;
}

/* A frame, which may tell as an act what the other version gives a content: lehnte das ab; lehnte das ab, das
 * Geld fehle. */
static bool add_frame(lt_version *v, const laut_document *d, const lt_word *verbs, uint32_t claim, lt_arena *arena)
{
    const laut_claim *c = &d->claims.at[claim];
    lt_statement frame = {.claim = claim, .frame = true, .sentence = c->sentence, .spans = c->frame,
                          .partner = LAUT_NONE};
    if (c->kind == LAUT_REPORTED || !c->frame.count)
        return true;
    if (!state(v, d, verbs, &frame, arena))
        return false;
    uint32_t telling = 0;
    for (uint32_t i = 0; i < frame.word_count; i++)
        telling += !frame.words[i].named;
    if (!telling)
        return true;
    lt_statement *out = lt_push(arena, &v->statements);
    if (out)
        *out = frame;
    v->frame_of[claim] = v->statements.count - 1;
    return out;
}

/* A sentence as a whole, where claims are in it: an act may be told beside them, der das bedauerte. */
static bool add_whole(lt_version *v, const laut_document *d, const lt_word *verbs, uint32_t claim, lt_arena *arena)
{
    const laut_claim *c = &d->claims.at[claim];
    laut_span *span = lt_arena_alloc(arena, sizeof *span);
    if (!span)
        return false;
    *span = d->sentence_views[c->sentence].span;
    lt_statement whole = {.claim = claim, .frame = true, .sentence = c->sentence, .spans = {span, 1},
                          .partner = LAUT_NONE};
    lt_statement *out = state(v, d, verbs, &whole, arena) ? lt_push(arena, &v->statements) : NULL;
    if (out)
        *out = whole;
    return out;
}

typedef struct { uint32_t begin, statement; } place;

static int by_place(const void *a, const void *b)
{
    const place *x = a, *y = b;
    if (x->begin != y->begin)
        return x->begin < y->begin ? -1 : 1;
    return x->statement < y->statement ? -1 : x->statement > y->statement;
}

static bool rank(lt_version *v, lt_arena *arena)
{
    uint32_t n = v->statements.count;
    place *places = malloc((n + 1) * sizeof *places);
    v->rank = lt_arena_alloc(arena, (n + 1) * sizeof *v->rank);
    if (!places || !v->rank) {
        free(places);
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        const laut_spans *s = &v->statements.at[i].spans;
        places[i] = (place){s->count ? s->at[0].begin : 0, i};
    }
    qsort(places, n, sizeof *places, by_place);
    for (uint32_t i = 0; i < n; i++)
        v->rank[places[i].statement] = i;
    free(places);
    return true;
}

/* ---------------------------------------------------------------- paragraphs */

static int by_hash(const void *a, const void *b)
{
    const uint64_t *x = a, *y = b;
    return *x < *y ? -1 : *x > *y;
}

static bool read_paragraphs(lt_version *v, lt_arena *arena)
{
    const lt_document *d = v->document;
    uint32_t n = d->sentences.count;
    v->paragraph_of = lt_arena_alloc(arena, (n + 1) * sizeof *v->paragraph_of);
    v->paragraphs = lt_arena_alloc(arena, (n + 1) * sizeof *v->paragraphs);
    v->sorted = lt_arena_alloc(arena, (n + 1) * sizeof *v->sorted);
    if (!v->paragraph_of || !v->paragraphs || !v->sorted)
        return false;
    for (uint32_t i = 0; i < n; i++) {
        const lt_sentence *s = &d->sentences.at[i];
        v->paragraph_count += s->paragraph || i == 0;
        v->paragraph_of[i] = v->paragraph_count - 1;
        uint64_t *h = &v->paragraphs[v->paragraph_count - 1];
        for (uint32_t t = s->first; t < s->last; t++)
            if (d->tokens.at[t].kind == LT_WORD || d->tokens.at[t].kind == LT_NUMBER)
                *h = *h * 31 + hash(d->tokens.at[t].folded, d->tokens.at[t].folded_size);
    }
    memcpy(v->sorted, v->paragraphs, v->paragraph_count * sizeof *v->sorted);
    qsort(v->sorted, v->paragraph_count, sizeof *v->sorted, by_hash);
    return true;
}

/* Whether what stands before the paragraph is in the other version, too. */
static bool keeps_context(const lt_version *v, uint32_t paragraph, const lt_version *other)
{
    return !paragraph || bsearch(&v->paragraphs[paragraph - 1], other->sorted, other->paragraph_count,
                                 sizeof *other->sorted, by_hash);
}

bool lt_only_moved(const lt_version *before, const lt_statement *a, const lt_version *after, const lt_statement *b)
{
    uint32_t i = before->paragraph_of[a->sentence], k = after->paragraph_of[b->sentence];
    return before->paragraphs[i] == after->paragraphs[k] && keeps_context(before, i, after) &&
           keeps_context(after, k, before);
}

bool lt_list_statements(lt_version *v, const lt_version *other, const laut_document *d, lt_arena *arena)
{
    v->document = d;
    bool *covered = calloc(d->tokens.count + 1, sizeof *covered);
    lt_word *verbs = read_verbs(d);
    if (other) { /* the same engine */
        v->paraphrases = other->paraphrases;
        v->paraphrase_slots = other->paraphrase_slots;
    }
    bool done = covered && verbs && (other || read_paraphrases(v, d, arena));
    for (uint32_t i = 0; done && i < d->claims.count; i++) {
        const laut_claim *c = &d->claims.at[i];
        lt_statement *s = lt_push(arena, &v->statements);
        if (!s) {
            done = false;
            break;
        }
        *s = (lt_statement){.claim = i, .sentence = c->sentence, .spans = c->content, .partner = LAUT_NONE};
        done = state(v, d, verbs, s, arena);
        cover(d, covered, c->content);
        cover(d, covered, c->frame);
        cover(d, covered, c->cue);
        cover_chain(d, covered, c->chain, c->chain_count);
    }
    for (uint32_t i = 0; done && i < d->no_comments.count; i++)
        cover(d, covered, d->no_comments.at[i].sentence);
    for (uint32_t i = 0; done && i < d->sentences.count; i++)
        done = add_own(v, d, verbs, covered, i, arena);
    v->frame_of = lt_arena_alloc(arena, (d->claims.count + 1) * sizeof *v->frame_of);
    done = done && v->frame_of;
    for (uint32_t i = 0; done && i < d->claims.count; i++)
        v->frame_of[i] = LAUT_NONE;
    for (uint32_t i = 0; done && i < d->claims.count; i++)
        done = add_frame(v, d, verbs, i, arena) &&
               ((i && d->claims.at[i - 1].sentence == d->claims.at[i].sentence) || add_whole(v, d, verbs, i, arena));
    free(covered);
    free(verbs);
    return done && rank(v, arena) && read_paragraphs(v, arena);
}
