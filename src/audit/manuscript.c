#include "audit/manuscript.h"

#include <libxml/HTMLparser.h>
#include <md4c.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/utf8.h>

typedef struct {
    lt_manuscript *m;
    const char *draft;
    size_t size;
    char *plain;
    uint32_t *origin, room, count;
    uint32_t hidden;      /* blocks and spans around that are no prose */
    uint32_t last;        /* byte of the draft behind what was read last */
    bool pending_break;   /* a paragraph begins with the next text */
    bool in_leaf;         /* within a paragraph or heading */
    uint32_t first_of_block; /* suppressions from here on wait for the paragraph's place */
    laut_span block;
    bool failed;
} reading;

static void put(reading *r, const char *text, size_t size, uint32_t origin, bool follows)
{
    for (size_t i = 0; i < size && !r->failed; i++) {
        if (r->count == r->room) {
            uint32_t room = r->room ? r->room * 2 : 1024;
            char *plain = lt_arena_alloc(r->m->arena, room + 1);
            uint32_t *from = lt_arena_alloc(r->m->arena, (room + 1) * sizeof *from);
            if (!plain || !from) {
                r->failed = true;
                return;
            }
            if (r->count) {
                memcpy(plain, r->plain, r->count);
                memcpy(from, r->origin, r->count * sizeof *from);
            }
            r->plain = plain;
            r->origin = from;
            r->room = room;
        }
        r->plain[r->count] = text[i];
        r->origin[r->count++] = origin + (follows ? (uint32_t)i : 0);
    }
}

/* The place of a text that md4c hands on: it points into the draft, or is made up (a line break). */
static bool place(const reading *r, const char *text, uint32_t *out)
{
    if ((uintptr_t)text < (uintptr_t)r->draft || (uintptr_t)text >= (uintptr_t)(r->draft + r->size))
        return false;
    *out = (uint32_t)(text - r->draft);
    return true;
}

/* ---------------------------------------------------------------- suppressions */

static bool skip_word(const char **p, const char *end, const char *word)
{
    while (*p < end && (unsigned char)**p <= ' ')
        ++*p;
    size_t n = strlen(word);
    if ((size_t)(end - *p) < n || memcmp(*p, word, n) != 0)
        return false;
    *p += n;
    return true;
}

/* <!-- laut: ignore CODE, CODE --> */
static void read_comment(reading *r, const char *text, size_t size)
{
    const char *p = text, *end = text + size;
    while (p < end && (p = memchr(p, '<', (size_t)(end - p)))) {
        if (!skip_word(&p, end, "<!--") || !skip_word(&p, end, "laut:") || !skip_word(&p, end, "ignore")) {
            p++;
            continue;
        }
        bool everywhere = skip_word(&p, end, "-file");
        while (p < end && !skip_word(&p, end, "-->")) {
            while (p < end && ((unsigned char)*p <= ' ' || *p == ','))
                p++;
            const char *begin = p;
            while (p < end && (unsigned char)*p > ' ' && *p != ',' && (end - p < 3 || memcmp(p, "-->", 3) != 0))
                p++;
            if (p == begin)
                continue;
            lt_suppression *s = lt_push(r->m->arena, &r->m->suppressions);
            char *code = lt_arena_copy(r->m->arena, begin, (size_t)(p - begin));
            if (!s || !code) {
                r->failed = true;
                return;
            }
            *s = (lt_suppression){code, {0, 0}, everywhere};
        }
    }
}

static void end_block(reading *r)
{
    if (!r->in_leaf)
        return;
    r->in_leaf = false;
    if (r->block.begin >= r->block.end)
        return;
    for (; r->first_of_block < r->m->suppressions.count; r->first_of_block++)
        r->m->suppressions.at[r->first_of_block].where = r->block;
}

static void begin_block(reading *r)
{
    end_block(r);
    r->in_leaf = true;
    r->block = (laut_span){LAUT_NONE, 0};
    r->pending_break = r->count > 0;
}

/* ---------------------------------------------------------------- what md4c finds */

static bool hides_block(MD_BLOCKTYPE type)
{
    return type == MD_BLOCK_QUOTE || type == MD_BLOCK_CODE || type == MD_BLOCK_TABLE;
}

static bool hides_span(MD_SPANTYPE type)
{
    return type == MD_SPAN_CODE || type == MD_SPAN_IMG || type == MD_SPAN_DEL;
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *context)
{
    reading *r = context;
    (void)detail;
    r->hidden += hides_block(type);
    if (!r->hidden && (type == MD_BLOCK_P || type == MD_BLOCK_H || type == MD_BLOCK_LI))
        begin_block(r);
    return r->failed;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *context)
{
    reading *r = context;
    (void)detail;
    if (!r->hidden && type != MD_BLOCK_HTML)
        end_block(r);
    r->hidden -= hides_block(type);
    return r->failed;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *context)
{
    reading *r = context;
    (void)detail;
    r->hidden += hides_span(type);
    return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *context)
{
    reading *r = context;
    (void)detail;
    r->hidden -= hides_span(type);
    return 0;
}

enum { MAX_ENTITY = 32 };

/* The character that &name;, &#228; or &#xE4; stands for, as UTF-8 in `out`; returns its size, 0 where it is
 * unknown: then it stays as it is. */
static size_t entity(const char *text, size_t size, char out[U8_MAX_LENGTH])
{
    char name[MAX_ENTITY];
    if (size < 3 || size - 2 >= sizeof name)
        return 0;
    memcpy(name, text + 1, size - 2); /* without & and ; */
    name[size - 2] = '\0';
    const htmlEntityDesc *known = name[0] == '#' ? NULL : htmlEntityLookup(BAD_CAST name);
    unsigned long c = known ? known->value : 0;
    if (name[0] == '#')
        c = name[1] == 'x' || name[1] == 'X' ? strtoul(name + 2, NULL, 16) : strtoul(name + 1, NULL, 10);
    if (!c || c > 0x10FFFF || U_IS_SURROGATE(c))
        return 0;
    size_t n = 0;
    U8_APPEND_UNSAFE(out, n, (UChar32)c);
    return n;
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *context)
{
    reading *r = context;
    uint32_t at = r->last;
    bool there = place(r, text, &at);
    if (type == MD_TEXT_HTML)
        read_comment(r, text, size);
    if (there && r->in_leaf) {
        if (at < r->block.begin)
            r->block.begin = at;
        if (at + size > r->block.end)
            r->block.end = at + size;
    }
    if (there)
        r->last = at + size;
    if (r->hidden || type == MD_TEXT_HTML || type == MD_TEXT_CODE)
        return r->failed;
    if (r->pending_break) {
        put(r, "\n\n", 2, at, false);
        r->pending_break = false;
    }
    char decoded[U8_MAX_LENGTH];
    size_t decoded_size = type == MD_TEXT_ENTITY ? entity(text, size, decoded) : 0;
    if (type == MD_TEXT_SOFTBR)
        put(r, " ", 1, r->last, false);
    else if (type == MD_TEXT_BR)
        put(r, "\n", 1, r->last, false);
    else if (decoded_size)
        put(r, decoded, decoded_size, at, false);
    else
        put(r, text, size, at, there);
    return r->failed;
}

/* ---------------------------------------------------------------- before and after */

/* --- … --- (YAML) or +++ … +++ (TOML) at the beginning. Returns where the body begins. */
static size_t behind_front_matter(const char *text, size_t size)
{
    size_t at = size >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0, begin = at;
    char fence = at < size ? text[at] : '\0';
    if ((fence != '-' && fence != '+') || size - at < 4 || text[at + 1] != fence || text[at + 2] != fence)
        return begin;
    for (bool first = true; at < size; first = false) {
        const char *newline = memchr(text + at, '\n', size - at);
        size_t next = newline ? (size_t)(newline - text) + 1 : size, end = next;
        while (end > at && (unsigned char)text[end - 1] <= ' ')
            end--;
        bool closes = end - at == 3 && (memcmp(text + at, "...", 3) == 0 ||
                                        (text[at] == fence && text[at + 1] == fence && text[at + 2] == fence));
        if (first && !closes)
            return begin;
        if (!first && closes)
            return next;
        at = next;
    }
    return begin;
}

/* [^1] and [^1]: are marks of footnotes, which md4c does not know. */
static void drop_footnote_marks(reading *r)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < r->count; i++) {
        if (r->plain[i] == '[' && i + 2 < r->count && r->plain[i + 1] == '^') {
            uint32_t end = i + 2;
            while (end < r->count && (unsigned char)r->plain[end] > ' ' && r->plain[end] != ']')
                end++;
            if (end < r->count && r->plain[end] == ']') {
                i = end + (end + 1 < r->count && r->plain[end + 1] == ':');
                continue;
            }
        }
        r->plain[n] = r->plain[i];
        r->origin[n++] = r->origin[i];
    }
    r->count = n;
}

int lt_manuscript_read(lt_manuscript *m, lt_arena *arena, const char *text, size_t size, bool markdown)
{
    *m = (lt_manuscript){.arena = arena, .plain = text, .size = (uint32_t)size};
    if (!markdown)
        return 0;
    reading r = {.m = m, .draft = text, .size = size};
    size_t body = behind_front_matter(text, size);
    static const MD_PARSER parser = {
        .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH,
        .enter_block = enter_block, .leave_block = leave_block,
        .enter_span = enter_span, .leave_span = leave_span, .text = on_text};
    if (md_parse(text + body, (MD_SIZE)(size - body), &parser, &r) != 0 || r.failed)
        return -1;
    if (r.count)
        drop_footnote_marks(&r);
    m->plain = r.count ? r.plain : "";
    m->size = r.count;
    m->origin = r.origin;
    return arena->failed ? -1 : 0;
}

laut_span lt_manuscript_span(const lt_manuscript *m, laut_span plain)
{
    if (!m->origin || plain.begin >= plain.end || plain.end > m->size)
        return plain;
    return (laut_span){m->origin[plain.begin], m->origin[plain.end - 1] + 1};
}
