#include "verify/search.h"

#include <stdlib.h>
#include <string.h>

#include "engine/worker.h"
#include "verify/index.h"

enum {
    BUFFER = 1 << 18,     /* bytes of the source that are in memory */
    BEFORE = 6000, BEHIND = 2000, /* bytes around a passage from which its speaker is told */
    MAX_LABELS = 1024,    /* different ones of one source */
    LEAST = 3,            /* words of a part of a stitched quotation */
    NEAREST = 3           /* places that are kept of an indirect content */
};

typedef struct {
    char *name;
    uint64_t hash;
    uint32_t turns;
} label;

typedef struct {
    uint64_t at; /* byte of the source */
    uint32_t label;
} turn;

typedef struct { uint64_t codepoints, utf16, lines; } counts;

struct lt_search {
    const laut_engine *engine;
    const laut_document *draft;
    const lt_typography *typography;
    laut_worker *worker;
    lt_arena arena;
    lt_item *items;
    const bool *named; /* parties of the draft */
    uint32_t item_count, widest;
    lt_quoted_index index;
    /* the source */
    uint64_t source;          /* its number, from 1 */
    uint32_t *touched, touched_count; /* items that it has hit */
    bool broken;
    char *name;
    char *buffer;
    uint32_t size, scanned;   /* bytes in the buffer; of these scanned for words */
    uint64_t base;            /* byte of the source at the beginning of the buffer */
    counts base_counts, counted; /* before the buffer; before byte `counted_to` of it */
    uint32_t counted_to;
    bool line;                /* the scanner's state between buffers */
    lt_vword *words;          /* whose bytes count from the beginning of the buffer */
    uint32_t word_count, word_room;
    uint64_t first_word;      /* number of words[0] in the source */
    lt_vec(label) labels;
    lt_vec(turn) turns;       /* those that begin in the buffer, and the last one before */
    lt_arena source_arena;    /* labels, turns */
    lt_aligner aligner;
};

/* ---------------------------------------------------------------- places */

void lt_place_free(lt_place *p)
{
    if (!p)
        return;
    lt_arena_free(&p->arena);
    free(p->around);
    free(p);
}

static int by_passage(const void *x, const void *y)
{
    const lt_place *const *a = x, *const *b = y;
    const laut_passage *p = &(*a)->passage, *q = &(*b)->passage;
    if (p->wording != q->wording)
        return p->wording < q->wording ? -1 : 1;
    if (p->similarity != q->similarity)
        return p->similarity > q->similarity ? -1 : 1;
    return 0;
}

/* ---------------------------------------------------------------- what a place is made of */

/* Add those of the bytes [from, to). */
static void count_units(const char *text, uint32_t size, uint32_t from, uint32_t to, counts *n)
{
    for (uint32_t i = from; i < to; i++) {
        unsigned char c = (unsigned char)text[i];
        n->codepoints += (c & 0xC0) != 0x80;
        n->utf16 += ((c & 0xC0) != 0x80) + (c >= 0xF0);
        n->lines += c == '\n' || (c == '\r' && !(i + 1 < size && text[i + 1] == '\n'));
    }
}

/* Those before a byte of the buffer. Places mostly come one behind the other. */
static counts count_to(lt_search *s, uint32_t at)
{
    if (at < s->counted_to) {
        s->counted_to = 0;
        s->counted = s->base_counts;
    }
    count_units(s->buffer, s->size, s->counted_to, at, &s->counted);
    s->counted_to = at;
    return s->counted;
}

static uint32_t turn_at(const lt_search *s, uint64_t byte)
{
    for (uint32_t i = s->turns.count; i-- > 0;)
        if (s->turns.at[i].at <= byte)
            return s->turns.at[i].label;
    return LAUT_NONE;
}

/* The paragraphs around a passage. */
static bool keep_around(const lt_search *s, lt_place *p, uint32_t begin, uint32_t end)
{
    uint32_t from = begin > BEFORE ? begin - BEFORE : 0, to = s->size - end < BEHIND ? s->size : end + BEHIND;
    while (from && from < begin && s->buffer[from - 1] != '\n')
        from++;
    for (uint32_t k = to; to < s->size && k > end; k--)
        if (s->buffer[k - 1] == '\n' || (k > 1 && strchr(".!?", s->buffer[k - 2]) && s->buffer[k - 1] == ' ')) {
            to = k;
            break;
        }
    while (from < begin && ((unsigned char)s->buffer[from] & 0xC0) == 0x80)
        from++;
    while (to > end && to < s->size && ((unsigned char)s->buffer[to] & 0xC0) == 0x80)
        to--;
    p->around = malloc(to - from + 1);
    if (!p->around)
        return false;
    memcpy(p->around, s->buffer + from, to - from);
    p->around_size = to - from;
    p->at = begin - from;
    return true;
}

/* A place for the bytes [begin, end) of the buffer. NULL where memory ran out. */
static lt_place *make_place(lt_search *s, uint32_t begin, uint32_t end, bool speaks)
{
    lt_place *p = calloc(1, sizeof *p);
    if (!p)
        return NULL;
    laut_passage *g = &p->passage;
    counts n = count_to(s, begin);
    g->source = lt_arena_copy(&p->arena, s->name, strlen(s->name));
    g->text = lt_arena_copy(&p->arena, s->buffer + begin, end - begin);
    g->size = end - begin;
    g->begin = s->base + begin;
    g->end = s->base + end;
    g->codepoint = n.codepoints;
    g->utf16 = n.utf16;
    g->line = n.lines + 1;
    p->label = turn_at(s, g->begin);
    if (p->arena.failed || (speaks && !keep_around(s, p, begin, end))) {
        lt_place_free(p);
        return NULL;
    }
    return p;
}

static bool same_place(const lt_place *a, const lt_search *s, uint64_t begin, uint64_t end)
{
    return a->passage.begin < end && begin < a->passage.end && strcmp(a->passage.source, s->name) == 0;
}

/* Whether a place with this wording is worth keeping; `*instead` is the one that gives way, or where to. */
static bool has_room(lt_item *item, const lt_search *s, const lt_compared *c, uint32_t *instead)
{
    uint64_t begin = s->base + c->begin, end = s->base + c->end;
    for (uint32_t i = 0; i < item->place_count; i++)
        if (same_place(item->places[i], s, begin, end)) {
            const laut_passage *old = &item->places[i]->passage;
            *instead = i;
            return c->wording < old->wording || (c->wording == old->wording && c->similarity > old->similarity + 1e-9);
        }
    bool said = c->wording <= LAUT_SHORTENED && !item->quoted.evidence;
    uint32_t room = said ? LAUT_MAX_PLACES : NEAREST;
    if (item->place_count < room) {
        *instead = item->place_count;
        return true;
    }
    uint32_t worst = 0; /* those who speak for the draft's speaker stay */
    for (uint32_t i = 1; i < item->place_count; i++)
        if (by_passage(&item->places[i], &item->places[worst]) > 0)
            worst = i;
    const laut_passage *w = &item->places[worst]->passage;
    *instead = worst;
    return c->wording < w->wording || (c->wording == w->wording && c->similarity > w->similarity + 1e-9);
}

/* ---------------------------------------------------------------- places in the words */

/* Keep the place that was found, if it is one of the best. Returns -1 where memory ran out. */
static int keep_place(lt_search *s, lt_item *item, const lt_compared *found)
{
    bool said = found->wording <= LAUT_SHORTENED;
    uint32_t instead;
    if (!has_room(item, s, found, &instead)) {
        if (said && !same_place(item->places[instead], s, s->base + found->begin, s->base + found->end))
            item->dropped++;
        return 0;
    }
    lt_place *p = make_place(s, found->begin, found->end, found->wording <= LAUT_ALTERED && !item->quoted.evidence);
    if (!p)
        return -1;
    laut_passage *g = &p->passage;
    laut_edit *edits = lt_arena_alloc(&p->arena, (found->edits.count + 1) * sizeof *edits);
    if (!edits) {
        lt_place_free(p);
        return -1;
    }
    if (found->edits.count)
        memcpy(edits, found->edits.at, found->edits.count * sizeof *edits);
    g->edits = edits;
    g->edit_count = found->edits.count;
    g->wording = found->wording;
    g->similarity = found->similarity;
    g->typography = found->typography;
    g->quoted = (laut_span){item->quoted.words[0].word.begin, item->quoted.words[item->quoted.count - 1].word.end};
    if (instead == item->place_count) {
        item->places[item->place_count++] = p;
    } else {
        item->dropped += item->places[instead]->passage.wording <= LAUT_SHORTENED &&
                         !same_place(item->places[instead], s, g->begin, g->end);
        lt_place_free(item->places[instead]);
        item->places[instead] = p;
    }
    return 0;
}

/* What an alignment has found among the words. */
static int compare(lt_search *s, const lt_item *item, const lt_vword *words, uint32_t count, lt_arena *arena,
                   lt_compared *found)
{
    uint32_t turns[64], turn_count = 0;
    for (uint32_t i = 0; i < s->turns.count && turn_count < 64; i++)
        if (s->turns.at[i].at >= s->base + words[0].begin && s->turns.at[i].at < s->base + words[count - 1].end)
            turns[turn_count++] = (uint32_t)(s->turns.at[i].at - s->base);
    lt_comparison c = {.draft = s->draft, .typography = s->typography, .quoted = &item->quoted, .text = s->buffer,
                       .size = s->size, .words = words, .count = count, .turns = turns, .turn_count = turn_count};
    return lt_compare_words(&c, s->aligner.pairs, s->aligner.pair_count, arena, found);
}

/* Align a quotation with the words [from, to) of the source, and keep the place if it is a good one. Where
 * it was said there, it may have been said again before and behind. */
static int try_words(lt_search *s, lt_item *item, uint64_t from, uint64_t to)
{
    if (from < s->first_word)
        from = s->first_word;
    if (to > s->first_word + s->word_count)
        to = s->first_word + s->word_count;
    if (to <= from)
        return 0;
    const lt_vword *words = s->words + (from - s->first_word);
    uint32_t count = (uint32_t)(to - from);
    if (lt_align(&s->aligner, &item->quoted, words, count) < 0)
        return -1;
    lt_arena arena = {0};
    lt_compared found;
    int result = compare(s, item, words, count, &arena, &found);
    uint32_t begin = found.begin, end = found.end;
    bool said = result == 0 && found.wording <= LAUT_SHORTENED && end > begin;
    if (result == 0 && end > begin)
        result = keep_place(s, item, &found);
    lt_arena_free(&arena);
    if (!said || result < 0)
        return result;
    uint32_t before = 0, behind = count;
    while (before < count && words[before].begin < begin)
        before++;
    while (behind && words[behind - 1].end > end)
        behind--;
    if (before >= item->quoted.count && try_words(s, item, from, from + before) < 0)
        return -1;
    if (item->last_found <= s->base + begin) { /* counted once, though two blocks hold it */
        item->found++;
        item->last_found = s->base + end;
    }
    return count - behind >= item->quoted.count ? try_words(s, item, from + behind, to) : 0;
}

/* The block is full: is it, with the one before, worth a closer look? */
static int close_block(lt_search *s, lt_item *item)
{
    uint32_t score = item->score[0] + item->score[1];
    if (!item->score[1] || 4 * score < 3 * item->best_score)
        return 0;
    uint32_t cap = 2 * item->quoted.count; /* both blocks may have seen the same */
    if (item->score[1] > item->best_score)
        item->best_score = item->score[1] < cap ? item->score[1] : cap;
    uint64_t from = item->block ? (item->block - 1) * item->width : 0;
    return try_words(s, item, from, (item->block + 1) * item->width + item->quoted.count);
}

static int go_to_block(lt_search *s, lt_item *item, uint64_t block)
{
    if (item->open && item->block == block)
        return 0;
    if (item->open && close_block(s, item) < 0)
        return -1;
    bool next = item->open && block == item->block + 1;
    uint64_t *seen = item->seen[0];
    item->seen[0] = item->seen[1];
    item->seen[1] = seen;
    item->score[0] = next ? item->score[1] : 0;
    item->score[1] = 0;
    memset(item->seen[1], 0, item->seen_size * sizeof *seen);
    item->block = block;
    item->open = true;
    return 0;
}

/* A pair of words goes on a stretch, or begins one. Later words of the quotation come first: the stretch
 * of the word before is still as the last word of the source left it. */
static int grow(lt_search *s, lt_item *item, uint32_t word, uint64_t position)
{
    lt_run *before = &item->runs[word], *run = &item->runs[word + 1];
    uint32_t length = before->growing && before->last + 1 == position ? before->growing + 1 : 2;
    run->last = position;
    run->growing = length;
    if (length <= run->words || length < LEAST)
        return 0;
    uint64_t first = position + 1 - length;
    if (first < s->first_word)
        return 0;
    uint32_t begin = s->words[first - s->first_word].begin, end = s->words[position - s->first_word].end;
    lt_place *p = make_place(s, begin, end, false);
    if (!p)
        return -1;
    p->passage.quoted = (laut_span){item->quoted.words[word + 2 - length].word.begin, item->quoted.words[word + 1].word.end};
    lt_place_free(run->place);
    run->place = p;
    run->words = length;
    return 0;
}

/* The first hit of a source: what was left of the one before is forgotten. */
static void touch(lt_search *s, lt_item *item)
{
    item->source = s->source;
    item->open = false;
    item->score[0] = item->score[1] = 0;
    item->last_found = 0;
    for (uint32_t k = 0; k < item->quoted.count; k++)
        item->runs[k].growing = 0;
    s->touched[s->touched_count++] = (uint32_t)(item - s->items);
}

static int hit(lt_search *s, const lt_postings *e, uint64_t position)
{
    for (uint32_t i = 0; i < e->count; i++) {
        const lt_posting *p = &s->index.postings[e->first + i];
        lt_item *item = &s->items[p->item];
        if (item->source != s->source)
            touch(s, item);
        if (p->pair && grow(s, item, p->word, position) < 0)
            return -1;
        if (go_to_block(s, item, position / item->width) < 0)
            return -1;
        uint32_t bit = 2 * p->word + p->pair;
        uint64_t mask = UINT64_C(1) << bit % 64;
        if (!(item->seen[1][bit / 64] & mask)) {
            item->seen[1][bit / 64] |= mask;
            item->score[1] += p->pair ? 2 : 1;
        }
    }
    return 0;
}

/* ---------------------------------------------------------------- labels */

static int add_turn(lt_search *s, laut_span at)
{
    uint64_t hash = 0;
    lt_scanner scan = {.typography = s->typography, .text = s->buffer, .size = at.end, .at = at.begin};
    for (lt_vword w; lt_scan(&scan, &w) == 1;)
        hash = hash * 31 + w.hash;
    uint32_t l = 0;
    while (l < s->labels.count && s->labels.at[l].hash != hash)
        l++;
    if (l == s->labels.count) {
        label *slot = l < MAX_LABELS ? lt_push(&s->source_arena, &s->labels) : NULL;
        if (l == MAX_LABELS)
            return 0;
        if (!slot)
            return -1;
        *slot = (label){lt_arena_copy(&s->source_arena, s->buffer + at.begin, at.end - at.begin), hash, 0};
    }
    s->labels.at[l].turns++;
    turn *t = lt_push(&s->source_arena, &s->turns);
    if (!t)
        return -1;
    *t = (turn){s->base + at.begin, l};
    return s->source_arena.failed ? -1 : 0;
}

/* ---------------------------------------------------------------- who speaks */

/* Whether the labels of the source are those of speakers: one that comes again, and no article whose
 * lines happen to begin with a word and a colon. */
static bool is_transcript(const lt_search *s)
{
    uint32_t again = 0, all = 0;
    for (uint32_t i = 0; i < s->labels.count; i++) {
        again += s->labels.at[i].turns > 1;
        all += s->labels.at[i].turns;
    }
    return again && all > 2;
}

/* 1: the label tells; 0: it does not; -1: memory. */
static int ask_label(lt_search *s, lt_place *p, const lt_whos *draft, laut_error *error)
{
    lt_who who;
    if (p->label >= s->labels.count)
        return 0;
    if (lt_label_who(s->engine, s->labels.at[p->label].name, &p->arena, &who, error) < 0)
        return -1;
    p->passage.speaker = who.name;
    p->passage.match = lt_match_speakers(s->engine, s->typography, draft, &who);
    for (uint32_t i = 0; p->passage.match == LAUT_SPEAKER_UNKNOWN && draft->count && i < s->labels.count; i++) {
        lt_who other;
        if (i == p->label)
            continue;
        if (lt_label_who(s->engine, s->labels.at[i].name, &p->arena, &other, error) < 0)
            return -1;
        if (other.named && lt_match_speakers(s->engine, s->typography, draft, &other) == LAUT_SPEAKER_SAME)
            p->passage.match = LAUT_SPEAKER_OTHER; /* who has turns of their own did not say this one */
    }
    return 1;
}

/* An article has several speakers: the parts of a shortened quotation must be of one of them. */
static bool of_one_mouth(const lt_search *s, lt_place *p, const laut_document *d, const bool *named)
{
    lt_whos first = {0};
    for (size_t i = 0; i < p->passage.edit_count; i++) {
        const laut_edit *e = &p->passage.edits[i];
        lt_who who;
        if (e->kind != LAUT_SAME ||
            !lt_mouth(d, named, p->at + e->source.begin, p->at + e->source.end, &p->arena, &who))
            continue;
        if (first.count && lt_match_speakers(s->engine, s->typography, &first, &who) == LAUT_SPEAKER_OTHER)
            return false;
        lt_who *slot = first.count ? NULL : lt_push(&p->arena, &first);
        if (slot)
            *slot = who;
    }
    return true;
}

static int ask_text(lt_search *s, lt_place *p, const lt_whos *draft, laut_error *error)
{
    laut_document *d;
    laut_options how = {.worker = s->worker};
    if (laut_analyze(s->engine, p->around, p->around_size, &how, &d, error) < 0)
        return error->code == LAUT_ERROR_INPUT ? 0 : -1; /* what is around may be no text by itself */
    lt_who who;
    const bool *named = lt_named_parties(d, &p->arena);
    if (named && lt_mouth(d, named, p->at, p->at + (uint32_t)p->passage.size, &p->arena, &who)) {
        p->passage.speaker = who.name;
        p->passage.match = lt_match_speakers(s->engine, s->typography, draft, &who);
    }
    if (named && p->passage.wording <= LAUT_SHORTENED && p->passage.edit_count > 1 && !of_one_mouth(s, p, d, named))
        p->passage.wording = LAUT_STITCHED;
    laut_document_free(d);
    return p->arena.failed ? lt_out_of_memory(error) : 0;
}

static int ask_all(lt_search *s, laut_error *error)
{
    bool transcript = is_transcript(s);
    for (uint32_t i = 0; i < s->touched_count; i++) {
        lt_item *item = &s->items[s->touched[i]];
        lt_arena arena = {0};
        lt_whos draft = {0};
        int failed = 0;
        bool any = false;
        for (uint32_t k = 0; k < item->place_count; k++)
            any |= item->places[k]->around != NULL;
        if (any && item->quoted.claim != LAUT_NONE && !lt_who_said(s->draft, s->named, item->quoted.claim, &arena, &draft))
            failed = lt_out_of_memory(error);
        for (uint32_t k = 0; !failed && k < item->place_count; k++) {
            lt_place *p = item->places[k];
            if (p->asked || !p->around)
                continue;
            int told = transcript ? ask_label(s, p, &draft, error) : 0;
            failed = told < 0 || (!told && ask_text(s, p, &draft, error) < 0);
            p->asked = true;
            free(p->around);
            p->around = NULL;
        }
        lt_arena_free(&arena);
        if (failed)
            return -1;
    }
    return 0;
}

/* ---------------------------------------------------------------- the source */

/* Drop what nobody needs any more from the beginning of the buffer. */
static void move_on(lt_search *s)
{
    uint32_t gone = s->word_count > 3 * s->widest ? s->word_count - 3 * s->widest : 0, cut = s->scanned;
    while (gone < s->word_count && s->words[gone].begin < BUFFER / 2)
        gone++; /* words of such a length that half of the buffer is not enough for three blocks */
    if (gone < s->word_count)
        cut = s->words[gone].begin;
    cut = cut > BEFORE ? cut - BEFORE : 0;
    while (cut && ((unsigned char)s->buffer[cut] & 0xC0) == 0x80)
        cut--;
    if (cut && s->buffer[cut - 1] == '\r')
        cut--; /* it may go with a line feed */
    s->base_counts = count_to(s, cut);
    s->counted = s->base_counts;
    s->counted_to = 0;
    memmove(s->buffer, s->buffer + cut, s->size - cut);
    if (gone)
        memmove(s->words, s->words + gone, (s->word_count - gone) * sizeof *s->words);
    s->word_count -= gone;
    s->first_word += gone;
    for (uint32_t i = 0; i < s->word_count; i++) {
        s->words[i].begin -= cut;
        s->words[i].end -= cut;
    }
    s->base += cut;
    s->size -= cut;
    s->scanned -= cut;
    uint32_t old = 0;
    while (old + 1 < s->turns.count && s->turns.at[old + 1].at < s->base)
        old++;
    if (old) {
        memmove(s->turns.at, s->turns.at + old, (s->turns.count - old) * sizeof *s->turns.at);
        s->turns.count -= old;
    }
}

/* Where the line begins whose first word this is: [10:15] Ada Brandt: … */
static uint32_t line_start(const lt_search *s, uint32_t word)
{
    while (word && s->buffer[word - 1] != '\n' && s->buffer[word - 1] != '\r')
        word--;
    return word;
}

/* Find the words of the buffer and what they hit. */
static int scan(lt_search *s, bool last, laut_error *error)
{
    lt_scanner scanner = {.typography = s->typography, .text = s->buffer, .size = s->size, .at = s->scanned,
                          .more = !last, .line = s->line};
    lt_vword w;
    int got;
    while ((got = lt_scan(&scanner, &w)) == 1) {
        if (s->word_count == s->word_room) {
            uint32_t room = s->word_room ? 2 * s->word_room : 1 << 14;
            lt_vword *words = realloc(s->words, room * sizeof *words);
            if (!words)
                return lt_out_of_memory(error);
            s->words = words;
            s->word_room = room;
        }
        uint64_t position = s->first_word + s->word_count;
        s->words[s->word_count++] = w;
        laut_span at;
        if ((w.line || !position) && lt_find_label(s->buffer, s->size, line_start(s, w.begin), &at) && add_turn(s, at) < 0)
            return lt_out_of_memory(error);
        const lt_postings *e = lt_index_word(&s->index, w.stem);
        if (e && hit(s, e, position) < 0)
            return lt_out_of_memory(error);
        if (s->word_count > 1 && (e = lt_index_pair(&s->index, s->words[s->word_count - 2].hash, w.hash)) &&
            hit(s, e, position) < 0)
            return lt_out_of_memory(error);
    }
    s->scanned = scanner.at;
    s->line = scanner.line;
    /* What the blocks hold has to be looked at while it is in memory. */
    uint64_t end = s->first_word + s->word_count;
    for (uint32_t i = 0; i < s->touched_count; i++) {
        lt_item *item = &s->items[s->touched[i]];
        if (item->open && (last || got < 0 || (item->block + 1) * item->width + item->quoted.count <= end) &&
            go_to_block(s, item, item->block + 1) < 0)
            return lt_out_of_memory(error);
    }
    if (got < 0) {
        s->broken = true;
        *error = (laut_error){.code = LAUT_ERROR_INPUT, .offset = s->base + scanner.at};
        snprintf(error->message, sizeof error->message, "not UTF-8: byte %zu is 0x%02X; only what stands before was searched",
                 error->offset, (unsigned char)s->buffer[scanner.at]);
        return -1;
    }
    return 0;
}

int lt_search_begin(lt_search *s, const char *name, laut_error *error)
{
    free(s->name);
    s->name = strdup(name);
    if (!s->name)
        return lt_out_of_memory(error);
    s->source++;
    s->touched_count = 0;
    s->broken = s->line = false;
    s->size = s->scanned = s->word_count = 0;
    s->base = s->first_word = 0;
    s->base_counts = s->counted = (counts){0, 0, 0};
    s->counted_to = 0;
    return 0;
}

int lt_search_feed(lt_search *s, const char *bytes, size_t size, laut_error *error)
{
    while (size && !s->broken) {
        if (s->size == BUFFER) {
            if (scan(s, false, error) < 0)
                return -1;
            move_on(s);
        }
        size_t n = BUFFER - s->size < size ? BUFFER - s->size : size;
        memcpy(s->buffer + s->size, bytes, n);
        s->size += (uint32_t)n;
        bytes += n;
        size -= n;
    }
    return 0;
}

int lt_search_end(lt_search *s, laut_error *error)
{
    int failed = s->broken ? 0 : scan(s, true, error);
    laut_error second;
    if ((!failed || s->broken) && ask_all(s, &second) < 0) {
        failed = -1;
        *error = second;
    }
    lt_arena_free(&s->source_arena);
    memset(&s->source_arena, 0, sizeof s->source_arena);
    memset(&s->labels, 0, sizeof s->labels);
    memset(&s->turns, 0, sizeof s->turns);
    return failed;
}

lt_item *lt_search_items(lt_search *s, uint32_t *count)
{
    *count = s->item_count;
    return s->items;
}

/* ---------------------------------------------------------------- life */

lt_search *lt_search_new(const laut_engine *engine, const laut_document *draft, const lt_typography *t,
                         const lt_quoteds *quoteds)
{
    lt_search *s = calloc(1, sizeof *s);
    if (!s)
        return NULL;
    s->engine = engine;
    s->draft = draft;
    s->typography = t;
    s->item_count = quoteds->count;
    s->items = lt_arena_alloc(&s->arena, (s->item_count + 1) * sizeof *s->items);
    s->touched = lt_arena_alloc(&s->arena, (s->item_count + 1) * sizeof *s->touched);
    s->named = lt_named_parties(draft, &s->arena);
    s->buffer = malloc(BUFFER + 1);
    s->widest = LT_NEAR;
    laut_error ignored;
    bool good = s->items && s->buffer && s->named && s->touched && laut_worker_open(&s->worker, engine, &ignored) == 0;
    for (uint32_t i = 0; good && i < s->item_count; i++) {
        lt_item *item = &s->items[i];
        uint32_t n = quoteds->at[i].count;
        *item = (lt_item){.quoted = quoteds->at[i], .width = n + LT_NEAR,
                          .seen_size = (2 * n + 63) / 64};
        for (int k = 0; k < 2; k++)
            item->seen[k] = lt_arena_alloc(&s->arena, item->seen_size * sizeof *item->seen[k]);
        item->runs = lt_arena_alloc(&s->arena, (n + 1) * sizeof *item->runs);
        if (item->width > s->widest)
            s->widest = item->width;
    }
    if (good && !s->arena.failed && lt_index_build(&s->index, quoteds, &s->arena) == 0)
        return s;
    lt_search_free(s);
    return NULL;
}

void lt_search_free(lt_search *s)
{
    if (!s)
        return;
    for (uint32_t i = 0; s->items && i < s->item_count; i++) {
        for (uint32_t k = 0; k < s->items[i].place_count; k++)
            lt_place_free(s->items[i].places[k]);
        for (uint32_t k = 0; s->items[i].runs && k < s->items[i].quoted.count; k++)
            lt_place_free(s->items[i].runs[k].place);
    }
    lt_aligner_free(&s->aligner);
    laut_worker_free(s->worker);
    lt_arena_free(&s->arena);
    lt_arena_free(&s->source_arena);
    free(s->words);
    free(s->buffer);
    free(s->name);
    free(s);
}
