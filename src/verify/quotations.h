/* The quotations of a draft, word by word, as they are looked for. */
#ifndef LT_QUOTATIONS_H
#define LT_QUOTATIONS_H

#include "document.h"
#include "verify/words.h"

typedef struct {
    lt_vword word;
    bool inserted; /* in square brackets: the editor's */
    bool amended;  /* has square brackets within: [D]as, geht[e] */
    bool gap;      /* the mark of an omission, or an insertion, stands before it */
    uint64_t bare; /* amended: hash without what is in brackets */
} lt_qword;

typedef struct {
    uint32_t claim;     /* of the draft, or LAUT_NONE */
    bool evidence;      /* an indirect content */
    laut_spans content;
    uint32_t part, parts;
    lt_qword *words;
    uint32_t count;
} lt_quoted;

typedef lt_vec(lt_quoted) lt_quoteds;

/* In the order of their beginnings. Returns -1 where memory ran out. */
int lt_find_quoted(const laut_document *draft, const lt_typography *t, bool quotations_only, lt_arena *arena,
                   lt_quoteds *out);

#endif
