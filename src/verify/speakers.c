#include "verify/speakers.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "base/fold.h"

enum { LABEL_BYTES = 100, LABEL_WORDS = 8, NAME_WORDS = 12, NAME_LETTERS = 3, LONG_ROLE = 5 /* letters */ };

/* ---------------------------------------------------------------- parties */

static int by_begin(const void *x, const void *y)
{
    uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    return a < b ? -1 : a > b;
}

bool *lt_named_parties(const laut_document *d, lt_arena *arena)
{
    uint32_t *begins = lt_arena_alloc(arena, (d->mentions.count + 1) * sizeof *begins), n = 0;
    bool *named = lt_arena_alloc(arena, d->parties.count + 1);
    if (!begins || !named)
        return NULL;
    for (uint32_t m = 0; m < d->mentions.count; m++)
        if (d->mentions.at[m].named && d->mentions.at[m].type == LT_TYPE_PERSON)
            begins[n++] = d->tokens.at[d->mentions.at[m].first].begin;
    qsort(begins, n, sizeof *begins, by_begin);
    for (uint32_t i = 0; i < d->parties.count; i++) {
        const laut_party *p = &d->parties.at[i];
        for (size_t k = 0; p->type == LAUT_PERSON && !named[i] && k < p->mentions.count; k++)
            named[i] = bsearch(&p->mentions.at[k].begin, begins, n, sizeof *begins, by_begin) != NULL;
    }
    return named;
}

static bool who_of(const laut_document *d, const bool *named, const laut_link *link, lt_who *out)
{
    if (link->party >= d->parties.count || link->resolved == LAUT_AMBIGUOUS || link->resolved == LAUT_UNRESOLVED)
        return false;
    const laut_party *p = &d->parties.at[link->party];
    *out = (lt_who){p->name, p->role, named[link->party]};
    return true;
}

bool lt_who_said(const laut_document *d, const bool *named, uint32_t claim, lt_arena *arena, lt_whos *out)
{
    for (uint32_t c = claim; c < d->claims.count; c = d->claims.at[c].parent)
        for (size_t i = 0; i < d->claims.at[c].chain_count; i++) {
            lt_who who, *slot;
            if (!who_of(d, named, &d->claims.at[c].chain[i], &who))
                continue;
            if (!(slot = lt_push(arena, out)))
                return false;
            *slot = who;
        }
    return true;
}

static uint32_t common(const laut_claim *c, uint32_t begin, uint32_t end)
{
    uint32_t n = 0;
    for (size_t i = 0; i < c->content.count; i++) {
        uint32_t from = c->content.at[i].begin > begin ? c->content.at[i].begin : begin;
        uint32_t to = c->content.at[i].end < end ? c->content.at[i].end : end;
        n += to > from ? to - from : 0;
    }
    return n;
}

static uint32_t length(const laut_claim *c)
{
    uint32_t n = 0;
    for (size_t i = 0; i < c->content.count; i++)
        n += c->content.at[i].end - c->content.at[i].begin;
    return n;
}

bool lt_mouth(const laut_document *d, const bool *named, uint32_t begin, uint32_t end, lt_arena *arena, lt_who *out)
{
    const laut_claim *best = NULL;
    uint32_t most = (end - begin) / 2, size = UINT32_MAX;
    for (uint32_t c = 0; c < d->claims.count; c++) { /* the innermost that holds most of it */
        uint32_t n = common(&d->claims.at[c], begin, end), all = length(&d->claims.at[c]);
        if (n > most && (n > most + 8 || all < size || !best)) {
            best = &d->claims.at[c];
            most = n > 8 ? n - 8 : n;
            size = all;
        }
    }
    if (!best || !best->chain_count || !who_of(d, named, &best->chain[0], out))
        return false;
    out->name = out->name ? lt_arena_copy(arena, out->name, strlen(out->name)) : NULL;
    out->role = out->role ? lt_arena_copy(arena, out->role, strlen(out->role)) : NULL;
    return !arena->failed;
}

/* ---------------------------------------------------------------- names */

typedef struct {
    lt_vword words[NAME_WORDS];
    uint32_t count;
    const char *text;
} name;

static void read_name(const lt_typography *t, const char *text, name *out)
{
    lt_scanner s = {.typography = t, .text = text, .size = text ? (uint32_t)strlen(text) : 0};
    *out = (name){.text = text};
    while (out->count < NAME_WORDS && lt_scan(&s, &out->words[out->count]) == 1)
        out->count++;
}

static bool has(const name *n, uint64_t hash)
{
    for (uint32_t i = 0; i < n->count; i++)
        if (n->words[i].hash == hash)
            return true;
    return false;
}

static bool is_given(const laut_engine *engine, const name *n, uint32_t word)
{
    uint32_t index;
    const lt_table *t = lt_engine_table(engine, "lex/given-names.tsv", &index);
    const lt_vword *w = &n->words[word];
    for (uint32_t r = 0; t && r < t->row_count; r++) {
        const char *cell = lt_cell_at(t, r, 0);
        size_t size = strlen(cell);
        if (size == w->end - w->begin && strncasecmp(cell, n->text + w->begin, size) == 0)
            return true;
    }
    return false;
}

/* Whether both have given names, none of them the same: Ada Brandt, Otto Brandt. */
static bool given_differ(const laut_engine *engine, const name *a, const name *b)
{
    bool in_a = false, in_b = false;
    for (uint32_t i = 0; i + 1 < a->count; i++)
        if (is_given(engine, a, i)) {
            if (has(b, a->words[i].hash))
                return false;
            in_a = true;
        }
    for (uint32_t i = 0; i + 1 < b->count; i++)
        in_b |= is_given(engine, b, i);
    return in_a && in_b;
}

/* Whether a long word of one stands in the other: die Bürgermeisterin, Bürgermeisterin Ada Brandt. */
static bool share_role(const name *a, const name *b)
{
    for (uint32_t i = 0; i < a->count; i++)
        if (a->words[i].letters >= LONG_ROLE && has(b, a->words[i].hash))
            return true;
    return false;
}

static laut_speaker_match match(const laut_engine *engine, const lt_typography *t, const lt_who *a, const lt_who *b)
{
    name x, y, x_role, y_role;
    read_name(t, a->name, &x);
    read_name(t, b->name, &y);
    read_name(t, a->role, &x_role);
    read_name(t, b->role, &y_role);
    if (a->named && b->named && x.count && y.count) {
        bool surname = has(&y, x.words[x.count - 1].hash) || has(&x, y.words[y.count - 1].hash);
        if (surname)
            return given_differ(engine, &x, &y) ? LAUT_SPEAKER_OTHER : LAUT_SPEAKER_SAME;
        return LAUT_SPEAKER_OTHER;
    }
    bool role = share_role(&x, &y) || share_role(&x, &y_role) || share_role(&x_role, &y) ||
                (!(a->named && b->named) && share_role(&x_role, &y_role));
    return role ? LAUT_SPEAKER_SAME : LAUT_SPEAKER_UNKNOWN;
}

laut_speaker_match lt_match_speakers(const laut_engine *engine, const lt_typography *t, const lt_whos *draft,
                                     const lt_who *source)
{
    laut_speaker_match all = draft->count ? LAUT_SPEAKER_OTHER : LAUT_SPEAKER_UNKNOWN;
    for (uint32_t i = 0; i < draft->count; i++) {
        laut_speaker_match one = match(engine, t, &draft->at[i], source);
        if (one == LAUT_SPEAKER_SAME)
            return one;
        if (one == LAUT_SPEAKER_UNKNOWN)
            all = one;
    }
    return all;
}

/* ---------------------------------------------------------------- labels */

static bool is_blank(char c) { return c == ' ' || c == '\t'; }

/* Behind what may stand before a label: blanks, emphasis, the time in brackets or figures. */
static uint32_t label_begin(const char *text, uint32_t at, uint32_t limit)
{
    while (at < limit && (is_blank(text[at]) || strchr("*_#>-", text[at])))
        at++;
    if (at < limit && (text[at] == '[' || text[at] == '(')) {
        char close = text[at] == '[' ? ']' : ')';
        const char *end = memchr(text + at, close, limit - at);
        at = end ? (uint32_t)(end - text) + 1 : limit;
    }
    uint32_t digits = at;
    while (digits < limit && ((text[digits] >= '0' && text[digits] <= '9') || text[digits] == ':' || text[digits] == '.'))
        digits++;
    if (digits > at && digits < limit && is_blank(text[digits]))
        at = digits;
    while (at < limit && (is_blank(text[at]) || text[at] == '*' || text[at] == '_'))
        at++;
    return at;
}

bool lt_find_label(const char *text, uint32_t size, uint32_t at, laut_span *label)
{
    uint32_t limit = size - at < LABEL_BYTES ? size : at + LABEL_BYTES;
    uint32_t begin = label_begin(text, at, limit), i = begin, words = 0, small = 0, name_end = 0;
    bool fresh = true, last_small = true, aside = false; /* aside: behind a comma or bracket, anything may stand */
    while (i < limit && text[i] != ':') {
        uint32_t before = i;
        int32_t k = (int32_t)i;
        UChar32 c;
        U8_NEXT(text, k, (int32_t)limit, c);
        i = (uint32_t)k;
        if (c < 0 || c == '\n' || c == '\r' || c == '!' || c == '?' || c == ';' || c == '"' || c == 0x201E || c == 0xBB ||
            c == 0x201C || c == 0xAB)
            return false;
        if (c == ' ' || c == '\t' || c == 0xA0) {
            fresh = true;
            continue;
        }
        if (c == ',' || c == '(') {
            name_end = name_end ? name_end : before;
            aside = true;
            continue;
        }
        if (c == '.' && i < limit && is_blank(text[i]) && before - begin > 6 && !aside)
            return false; /* a sentence; Dr. and Prof. are short */
        if (fresh && !aside) {
            if (words && last_small && small > 2)
                return false;
            last_small = !u_isupper(c);
            small += last_small;
            if (!words && last_small)
                return false;
            words++;
        }
        fresh = false;
    }
    if (i >= limit || i == begin || !words || words > LABEL_WORDS || last_small || small > 2)
        return false;
    if (i + 1 < size && !strchr(" \t\r\n*_", text[i + 1]))
        return false; /* 12:30, http: */
    uint32_t end = name_end ? name_end : i;
    while (end > begin && (is_blank(text[end - 1]) || text[end - 1] == '*' || text[end - 1] == '_'))
        end--;
    *label = (laut_span){begin, end};
    return end > begin;
}

/* FRAGE, ANTWORT: the turn of nobody who is named. */
static bool names_nobody(const laut_engine *engine, const char *label)
{
    uint32_t index;
    const lt_table *t = lt_engine_table(engine, "lex/turns.tsv", &index);
    char folded[LT_MAX_WORD];
    size_t size = lt_fold(label, strlen(label), folded);
    for (uint32_t r = 0; t && size && r < t->row_count; r++)
        if (strcmp(lt_cell(t, r, "label"), folded) == 0)
            return true;
    return false;
}

/* Whether a label is a name: not a role by itself (Vorsitzende), a heading (Antrag) or initials. By itself a
 * surname may be any other word (BRANDT), but what is a noun may be a heading. */
static bool is_name(const laut_document *d)
{
    uint32_t letters = 0;
    bool noun = false;
    for (uint32_t i = 0; i < d->tokens.count; i++) {
        const lt_token *t = &d->tokens.at[i];
        letters += t->kind == LT_WORD ? t->end - t->begin : 0;
        for (uint32_t k = 0; k < t->reading_count; k++) {
            const lt_reading *r = &d->readings.at[t->first_reading + k];
            noun |= r->category == LT_NOUN && r->entry != LAUT_NONE;
        }
    }
    return letters >= NAME_LETTERS && (d->mentions.count ? d->mentions.at[0].named : !noun);
}

int lt_label_who(const laut_engine *engine, const char *label, lt_arena *arena, lt_who *out, laut_error *error)
{
    *out = (lt_who){.name = lt_arena_copy(arena, label, strlen(label))};
    if (!out->name)
        return lt_out_of_memory(error);
    if (names_nobody(engine, label))
        return 0;
    laut_document *d;
    if (laut_analyze(engine, label, strlen(label), NULL, &d, error) < 0)
        return -1;
    out->named = is_name(d);
    laut_document_free(d);
    return 0;
}
