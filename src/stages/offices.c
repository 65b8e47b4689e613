/* Who holds an office within a body, and so speaks for it; and by what calling else he is known. */
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
    uint32_t column = lt_column(roles, "role");
    for (uint32_t t = m->first; t < m->core_last && t < m->last; t++) {
        const lt_token *token = &d->tokens.at[t];
        if (!(token->flags & LT_CAPITAL) || (t >= m->name_first && t < m->name_last))
            continue;
        for (uint32_t r = 0; roles && r < roles->row_count; r++) {
            *role = lt_cell_at(roles, r, column);
            if ((**role == '-' || **role == *token->folded) && lt_is_role(*role, strlen(*role), token))
                return t;
        }
    }
    return LAUT_NONE;
}

/* Take the ending of the row off the token (lex/role-endings.tsv); row 0 is none. False where it has another. */
static bool without_ending(const lt_table *endings, uint32_t row, lt_token *t)
{
    const char *ending = row ? lt_cell(endings, row - 1, "ending") : "";
    size_t cut = strlen(ending);
    if (t->folded_size <= cut || memcmp(t->folded + t->folded_size - cut, ending, cut) != 0)
        return false;
    t->folded_size = (uint8_t)(t->folded_size - cut);
    return true;
}

static const lt_table *role_endings(const lt_document *d, uint32_t *count)
{
    const lt_table *t = lt_engine_table(d->engine, "lex/role-endings.tsv", NULL);
    *count = (t ? t->row_count : 0) + 1;
    return t;
}

uint32_t lt_bare_forms(const lt_document *d, const lt_token *token, lt_token bare[LT_MAX_BARE_FORMS])
{
    uint32_t count, n = 0;
    const lt_table *endings = role_endings(d, &count);
    for (uint32_t e = 0; e < count && n < LT_MAX_BARE_FORMS; e++) {
        bare[n] = *token;
        n += without_ending(endings, e, &bare[n]);
    }
    return n;
}

const char *lt_offices_of(const lt_document *d, const lt_token *calling)
{
    const lt_table *t = lt_engine_table(d->engine, "lex/callings.tsv", NULL);
    lt_token word = *calling; /* der CDU-Politiker: behind its hyphen */
    const char *hyphen = memchr(calling->folded, '-', calling->folded_size);
    if (hyphen) {
        word.folded = hyphen + 1;
        word.folded_size = (uint8_t)(calling->folded_size - (size_t)(word.folded - calling->folded));
    }
    lt_token bare[LT_MAX_BARE_FORMS];
    uint32_t n = lt_bare_forms(d, &word, bare);
    uint32_t column = lt_column(t, "calling");
    for (uint32_t r = 0; t && r < t->row_count; r++) {
        const char *c = lt_cell_at(t, r, column);
        if (*c != '-' && *c != *word.folded)
            continue;
        size_t size = strlen(c);
        bool is = *c == '-' && lt_is_role(c, size, calling);
        for (uint32_t e = 0; e < n && *c != '-' && !is; e++)
            is = bare[e].folded_size == size && memcmp(c, bare[e].folded, size) == 0;
        if (is)
            return lt_cell(t, r, "offices");
    }
    return NULL;
}

bool lt_is_one_of(const lt_document *d, const char *offices, const lt_token *token)
{
    uint32_t ending_count;
    const lt_table *endings = role_endings(d, &ending_count);
    for (uint32_t e = 0; e < ending_count; e++) {
        lt_token bare = *token;
        if (!without_ending(endings, e, &bare))
            continue;
        for (const char *p = offices; *p;) {
            size_t n = strcspn(p, " ");
            const char *word = p + (*p == '-'); /* -minister: ministerin, too */
            size_t size = n - (*p == '-');
            if (lt_is_role(p, n, &bare) || lt_is_role(word, size, &bare))
                return true;
            p += n + (p[n] == ' ');
        }
    }
    return false;
}
