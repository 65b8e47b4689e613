/* What the names of papers and stations end in. */
#include "stages/mastheads.h"

#include <string.h>

#include "engine/engine.h"

static bool ends_in(const lt_token *word, const char *end)
{
    size_t n = strlen(end);
    return n && word->folded_size >= n && memcmp(word->folded + word->folded_size - n, end, n) == 0;
}

bool lt_masthead(const lt_document *d, uint32_t token, uint32_t *ending)
{
    const lt_token *word = &d->tokens.at[token];
    const lt_table *t = lt_engine_table(d->engine, "lex/mastheads.tsv", NULL);
    for (uint32_t r = 0; t && r < t->row_count; r++) {
        const char *name = lt_cell(t, r, "word"), *oblique = lt_cell(t, r, "oblique");
        bool weak = ends_in(word, oblique);
        if (!weak && !ends_in(word, name))
            continue;
        *ending = weak ? (uint32_t)(strlen(oblique) - strlen(name)) : 0;
        return true;
    }
    return false;
}
