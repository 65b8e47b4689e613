/* A draft: what of it is prose, and where that stands in the draft. */
#ifndef LT_MANUSCRIPT_H
#define LT_MANUSCRIPT_H

#include "base/arena.h"
#include "laut.h"

/* <!-- laut: ignore CODE --> */
typedef struct {
    const char *code;
    laut_span where;  /* bytes of the draft: the paragraph */
    bool everywhere;  /* ignore-file: all of the draft */
} lt_suppression;

typedef struct {
    lt_arena *arena;
    const char *plain;  /* the prose; paragraphs are set apart by empty lines */
    uint32_t size;
    const uint32_t *origin; /* of each byte of the prose: its byte in the draft; NULL: the same */
    lt_vec(lt_suppression) suppressions;
} lt_manuscript;

/* A draft in Markdown: markup, code, front matter, block quotes, tables, HTML and struck-out words are
 * no prose. A draft in plain text is prose throughout. Returns -1 where memory ran out. */
int lt_manuscript_read(lt_manuscript *m, lt_arena *arena, const char *text, size_t size, bool markdown);

/* Where the bytes of the prose stand in the draft. */
laut_span lt_manuscript_span(const lt_manuscript *m, laut_span plain);

#endif
