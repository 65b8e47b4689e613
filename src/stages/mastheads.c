/* What the names of papers and stations end in. */
#include "stages/mastheads.h"

#include <string.h>

#include "engine/engine.h"

static bool ends_in(const lt_token *word, const char *end)
{
    size_t n = strlen(end);
    return n && word->folded_size >= n && memcmp(word->folded + word->folded_size - n, end, n) == 0;
}

/* The row of the table in whose word the token ends, or LAUT_NONE; `*weak`: in its oblique form. */
static uint32_t row_of(const lt_table *t, const lt_token *word, bool *weak)
{
    for (uint32_t r = 0; t && r < t->row_count; r++) {
        *weak = ends_in(word, lt_cell(t, r, "oblique"));
        if (*weak || ends_in(word, lt_cell(t, r, "word")))
            return r;
    }
    return LAUT_NONE;
}

bool lt_masthead(const lt_document *d, uint32_t token, uint32_t *ending)
{
    const lt_table *t = lt_engine_table(d->engine, "lex/mastheads.tsv", NULL);
    bool weak;
    uint32_t r = row_of(t, &d->tokens.at[token], &weak);
    if (r != LAUT_NONE)
        *ending = weak ? (uint32_t)(strlen(lt_cell(t, r, "oblique")) - strlen(lt_cell(t, r, "word"))) : 0;
    return r != LAUT_NONE;
}

uint64_t lt_masthead_features(const lt_document *d, uint32_t token)
{
    const lt_table *t = lt_engine_table(d->engine, "lex/mastheads.tsv", NULL);
    bool weak;
    uint32_t r = row_of(t, &d->tokens.at[token], &weak);
    const char *gender = r == LAUT_NONE ? "" : lt_cell(t, r, "gender");
    return *gender == 'm' ? LT_F(m) | LT_F(sg) : *gender == 'f' ? LT_F(f) | LT_F(sg) : *gender == 'n' ? LT_F(n) | LT_F(sg)
         : *gender == 'p' ? LT_F(pl) : 0;
}

bool lt_masthead_is_plain(const lt_document *d, uint32_t token)
{
    const lt_table *t = lt_engine_table(d->engine, "lex/mastheads.tsv", NULL);
    bool weak;
    uint32_t r = row_of(t, &d->tokens.at[token], &weak);
    return r != LAUT_NONE && *lt_cell(t, r, "plain");
}
