#include "engine/checks.h"

#include "engine/engine.h"

/* The instruction that gives the capture its value, or -1 where there are several. */
static int32_t binding(const lt_engine_rule *rule, uint16_t capture)
{
    bool unit = lt_is_unit(rule->captures[capture].type);
    int32_t found = -1;
    for (uint32_t i = 0; i < rule->program_size; i++) {
        const lt_instruction *x = &rule->program[i];
        if (x->op != (unit ? LT_I_UNIT : LT_I_CLOSE) || x->a != (int32_t)capture)
            continue;
        if (found >= 0)
            return -1;
        found = (int32_t)i;
    }
    return found;
}

/* Moves `last` to where all captures of the expression have their values. A program has no way back
 * but that to an alternative, so what stands before an instruction is settled when it is reached.
 * Returns false where the expression needs something else. */
static bool settled(const lt_engine_rule *rule, const lt_expr *e, int32_t *last)
{
    if (e->op == LT_X_COVERED)
        return false;
    if (e->op == LT_X_CAPTURE) {
        int32_t at = binding(rule, e->capture);
        if (at > *last)
            *last = at;
        return at >= 0;
    }
    return (!e->left || settled(rule, e->left, last)) && (!e->right || settled(rule, e->right, last));
}

static void add(laut_engine *engine, lt_engine_rule *rule, const lt_expr *e, bool unless)
{
    if (e->op == (unless ? LT_X_OR : LT_X_AND)) {
        add(engine, rule, e->left, unless);
        add(engine, rule, e->right, unless);
        return;
    }
    int32_t at = -1;
    lt_check *check = settled(rule, e, &at) && at >= 0 ? lt_arena_alloc(&engine->arena, sizeof *check)
                                                       : NULL;
    if (!check)
        return;
    lt_check **end = &rule->program[at].checks;
    while (*end)
        end = &(*end)->next;
    *check = (lt_check){e, unless, NULL};
    *end = check;
}

void lt_find_checks(laut_engine *engine, lt_engine_rule *rule)
{
    for (uint32_t i = 0; i < rule->requirements.count; i++)
        add(engine, rule, rule->requirements.at[i].condition, rule->requirements.at[i].unless);
}
