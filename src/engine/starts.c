#include "engine/starts.h"

#include "engine/properties.h"

/* What the condition in the brackets of a unit demands for sure: what its joined tests say. */
static void demand(lt_start *s, const lt_expr *e, lt_node_op op)
{
    if (!e)
        return;
    if (e->op == LT_X_AND) {
        demand(s, e->left, op);
        demand(s, e->right, op);
    }
    if (e->op != LT_X_TEST || e->left->op != LT_X_STEP || e->left->left->op != LT_X_SELF)
        return;
    const lt_property *p = e->left->property;
    if (e->compare == LT_IS_TRUE) {
        s->clause |= lt_clause_feature(p);
        uint64_t any = lt_reading_feature(p);
        if (any && !(any & (any - 1))) /* one of several is no demand */
            s->features |= any;
        int category = lt_reading_category(p);
        if (category >= 0)
            s->categories |= (uint16_t)(1 << category);
    }
    if (e->quick == LT_Q_MENTION_TYPE && e->compare == LT_EQ)
        s->types = (uint16_t)e->mask;
    bool tested = e->compare == LT_EQ || e->compare == LT_IS_TRUE;
    if (op == LT_N_CLAUSE && tested && lt_wants_report(p))
        s->at |= LT_AT_REPORT;
    if (op == LT_N_TOKEN && e->compare == LT_EQ && !s->words &&
        (p->type == LT_V_WORD || p->type == LT_V_FORM || p->type == LT_V_ANY_WORD)) {
        uint64_t words = 0;
        for (uint32_t i = 0; i < e->value_count; i++) {
            if (e->values[i].kind != LT_O_WORD)
                return;
            words |= LT_WORD_BIT(e->values[i].word);
        }
        s->words = words;
    }
}

static lt_start start_of(const lt_node *n)
{
    lt_start s = {0};
    switch (n->op) {
    case LT_N_QUOTE: s.at = LT_AT_QUOTE; break;
    case LT_N_CLAUSE: s.at = LT_AT_SEGMENT; break;
    case LT_N_MENTION: s.at = LT_AT_MENTION; break;
    default: s.at = LT_AT_TOKEN; break;
    }
    if (n->op == LT_N_FORM)
        s.words = LT_WORD_BIT(n->word);
    else
        demand(&s, n->condition, (lt_node_op)n->op);
    return s;
}

/* Every unit that can be the first to take up a token. Returns false where it may be anything. */
static bool walk(lt_engine_rule *rule, uint32_t pc, uint8_t at, uint32_t depth)
{
    while (depth < 64) {
        const lt_instruction *i = &rule->program[pc];
        switch (i->op) {
        case LT_I_SPLIT:
            if (!walk(rule, (uint32_t)i->a, at, depth + 1))
                return false;
            pc = (uint32_t)i->b;
            break;
        case LT_I_JUMP:
            pc = (uint32_t)i->a;
            break;
        case LT_I_OPEN: case LT_I_CLOSE:
            pc++;
            break;
        case LT_I_UNIT:
            if (i->node->op == LT_N_SENTENCE_START || i->node->op == LT_N_PARAGRAPH) {
                at |= LT_AT_SENTENCE;
                pc++;
                break;
            }
            if (i->node->op == LT_N_SENTENCE_END || rule->start_count == LT_MAX_STARTS)
                return false;
            rule->starts[rule->start_count] = start_of(i->node);
            rule->starts[rule->start_count++].at |= at;
            return true;
        default:
            return false;
        }
        depth++;
    }
    return false;
}

void lt_find_starts(lt_engine_rule *rule)
{
    if (!walk(rule, 0, 0, 0))
        rule->start_count = 0;
    rule->start_at = rule->start_count ? UINT8_MAX : 0;
    for (uint32_t i = 0; i < rule->start_count; i++)
        rule->start_at &= rule->starts[i].at;
}
