#include "engine/alternation.h"

#include <string.h>

#include "base/fold.h"
#include "engine/engine.h"

enum { MOST_WORDS = 48, LONGEST = 40 /* bytes */, DEEPEST = 4 /* groups inside each other */ };

typedef struct { char text[LONGEST]; uint8_t size; } word;
typedef struct { word at[MOST_WORDS]; uint32_t count; } words;

typedef struct { const char *at, *end; } pattern;

static bool read_alternatives(pattern *p, words *out, uint32_t depth);

static bool add(words *w, const char *text, size_t size)
{
    if (w->count == MOST_WORDS || size > LONGEST)
        return false;
    memcpy(w->at[w->count].text, text, size);
    w->at[w->count++].size = (uint8_t)size;
    return true;
}

/* Every word of the first with every one of the second behind it. */
static bool append(words *w, const words *behind)
{
    words all = {.count = 0};
    for (uint32_t i = 0; i < w->count; i++)
        for (uint32_t k = 0; k < behind->count; k++) {
            char text[2 * LONGEST];
            memcpy(text, w->at[i].text, w->at[i].size);
            memcpy(text + w->at[i].size, behind->at[k].text, behind->at[k].size);
            if (!add(&all, text, (size_t)w->at[i].size + behind->at[k].size))
                return false;
        }
    *w = all;
    return true;
}

/* The bytes of the letter that stands there, of a hyphen between letters; 0 for all else. */
static size_t letter_at(const pattern *p)
{
    unsigned char c = p->at < p->end ? (unsigned char)*p->at : 0;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-')
        return 1;
    size_t n = c >= 0xC3 && c < 0xE0 ? 2 : c >= 0xE0 && c < 0xF0 ? 3 : 0;
    return n <= (size_t)(p->end - p->at) ? n : 0;
}

/* A letter, [aeiou] or a group. */
static bool read_one(pattern *p, words *out, uint32_t depth)
{
    size_t n = letter_at(p);
    out->count = 0;
    if (n) {
        p->at += n;
        return add(out, p->at - n, n);
    }
    char open = p->at < p->end ? *p->at++ : '\0';
    if (open == '(' && depth < DEEPEST && p->at < p->end && *p->at != '?')
        return read_alternatives(p, out, depth + 1) && p->at < p->end && *p->at++ == ')';
    if (open != '[')
        return false;
    for (; p->at < p->end && *p->at != ']'; p->at += n) {
        n = *p->at == '-' ? 0 : letter_at(p); /* no a-z */
        if (!n || !add(out, p->at, n))
            return false;
    }
    return p->at < p->end && *p->at++ == ']';
}

static bool read_sequence(pattern *p, words *out, uint32_t depth)
{
    out->count = 0;
    add(out, "", 0);
    while (p->at < p->end && *p->at != '|' && *p->at != ')') {
        words next;
        if (!read_one(p, &next, depth))
            return false;
        if (p->at < p->end && *p->at == '?') {
            p->at++;
            if (!add(&next, "", 0))
                return false;
        }
        if (!append(out, &next))
            return false;
    }
    return true;
}

static bool read_alternatives(pattern *p, words *out, uint32_t depth)
{
    words all = {.count = 0}, one;
    do {
        if (!read_sequence(p, &one, depth))
            return false;
        for (uint32_t i = 0; i < one.count; i++)
            if (!add(&all, one.at[i].text, one.at[i].size))
                return false;
    } while (p->at < p->end && *p->at == '|' && p->at++);
    *out = all;
    return true;
}

lt_alternation *lt_alternation_of(laut_engine *engine, const char *text, size_t size)
{
    static const char caseless[] = "(?i)";
    bool exact = size > 4 && memcmp(text, caseless, 4) == 0;
    pattern p = {text + (exact ? 4 : 0), text + size};
    words found;
    if (!read_alternatives(&p, &found, 0) || p.at != p.end)
        return NULL;
    lt_alternation *a = lt_arena_alloc(&engine->arena, sizeof *a);
    lt_word *at = lt_arena_alloc(&engine->arena, found.count * sizeof *at);
    if (!a || !at)
        return NULL;
    *a = (lt_alternation){.exact = exact, .at = at};
    for (uint32_t i = 0; i < found.count; i++) {
        char folded[LT_MAX_WORD];
        size_t n = lt_fold(found.at[i].text, found.at[i].size, folded);
        lt_word w = n ? lt_intern(&engine->vocabulary, folded, n) : LT_NO_WORD;
        if (w == LT_NO_WORD)
            return NULL;
        a->at[a->count++] = w;
    }
    return a;
}
