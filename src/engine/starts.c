#include "engine/starts.h"

#include "engine/engine.h"
#include "engine/properties.h"

/* What the condition in the brackets of a unit demands of its words and types. */
static void demand(laut_engine *engine, lt_need *s, const lt_expr *e, lt_node_op op)
{
    if (!e)
        return;
    if (e->op == LT_X_AND) {
        demand(engine, s, e->left, op);
        demand(engine, s, e->right, op);
    }
    if (e->op != LT_X_TEST || e->left->op != LT_X_STEP || e->left->left->op != LT_X_SELF)
        return;
    const lt_property *p = e->left->property;
    if (e->quick == LT_Q_MENTION_TRAIT && e->compare == LT_EQ)
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
            words |= lt_mark_bit(lt_mark(&engine->vocabulary, e->values[i].word));
        }
        s->words = words;
    }
}

static lt_need need_of(laut_engine *engine, const lt_node *n)
{
    lt_need s = {0};
    switch (n->op) {
    case LT_N_QUOTE: s.at = LT_AT_QUOTE; break;
    case LT_N_CLAUSE: s.at = LT_AT_SEGMENT; break;
    case LT_N_MENTION: s.at = LT_AT_MENTION; break;
    default: s.at = LT_AT_TOKEN; break;
    }
    if (n->op == LT_N_FORM)
        s.words = lt_mark_bit(lt_mark(&engine->vocabulary, n->word));
    else if (n->op == LT_N_REGEX)
        s.forms = n->words;
    else
        demand(engine, &s, n->condition, (lt_node_op)n->op);
    /* Of mentions several may begin at a token. */
    s.node = n->op != LT_N_MENTION && n->tests.count ? n : NULL;
    return s;
}

typedef struct {
    laut_engine *engine;
    lt_engine_rule *rule;
    bool pairs; /* look behind a first unit that is one token */
} walker;

/* Every unit that can be the first to take up a token, or where `before` is given the second. Returns
 * false where it may be anything, or there are too many. */
static bool walk(walker *w, uint32_t pc, uint8_t at, uint32_t depth, const lt_need *before)
{
    lt_engine_rule *rule = w->rule;
    while (depth < 64) {
        const lt_instruction *i = &rule->program[pc];
        switch (i->op) {
        case LT_I_SPLIT:
            if (!walk(w, (uint32_t)i->a, at, depth + 1, before))
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
            lt_need need = need_of(w->engine, i->node);
            need.at |= at;
            if (!before && w->pairs && i->node->op <= LT_N_TOKEN) {
                uint32_t count = rule->start_count;
                if (walk(w, pc + 1, 0, depth + 1, &need))
                    return true;
                rule->start_count = count; /* anything may follow */
            }
            rule->starts[rule->start_count++] = before ? (lt_start){*before, need}
                                                       : (lt_start){need, {0}};
            return true;
        default:
            return false;
        }
        depth++;
    }
    return false;
}

void lt_find_starts(laut_engine *engine, lt_engine_rule *rule)
{
    walker w = {engine, rule, true};
    if (!walk(&w, 0, 0, 0, NULL)) {
        rule->start_count = 0;
        w.pairs = false;
        if (!walk(&w, 0, 0, 0, NULL))
            rule->start_count = 0;
    }
}
