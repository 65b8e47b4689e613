/* Who holds an office within a body, and so speaks for it. */
#include <string.h>

#include "engine/engine.h"
#include "stages/offices.h"

bool lt_is_role(const char *role, size_t n, const lt_token *token)
{
    size_t size = token->folded_size;
    return role[0] != '-' ? n == size && memcmp(role, token->folded, n) == 0
                          : size > n - 1 && memcmp(role + 1, token->folded + size - (n - 1), n - 1) == 0;
}

uint32_t lt_office(const lt_document *d, const lt_mention *m, const char **role)
{
    const lt_table *roles = lt_engine_table(d->engine, "lex/speaks-for.tsv", NULL);
    for (uint32_t t = m->first; t < m->core_last && t < m->last; t++) {
        const lt_token *token = &d->tokens.at[t];
        if (!(token->flags & LT_CAPITAL) || (t >= m->name_first && t < m->name_last))
            continue;
        for (uint32_t r = 0; roles && r < roles->row_count; r++) {
            *role = lt_cell(roles, r, "role");
            if (lt_is_role(*role, strlen(*role), token))
                return t;
        }
    }
    return LAUT_NONE;
}
