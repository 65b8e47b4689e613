#include "engine/triggers.h"

#include <string.h>

#include "engine/engine.h"
#include "engine/properties.h"

/* ---------------------------------------------------------------- collecting */

typedef struct {
    laut_engine *engine;
    lt_engine_rule *rule;
} collector;

/* The rule demands one of the bits. */
static void demand(collector *c, const lt_trigger *any)
{
    lt_demand *d = lt_push(&c->engine->arena, &c->rule->demands);
    if (!d)
        return;
    *d = (lt_demand){.any = *any, .first = LT_T_SIZE};
    for (uint32_t k = 0; k < LT_T_SIZE; k++)
        if (any->bits[k]) {
            d->first = d->first < k ? d->first : k;
            d->last = k + 1;
        }
}

static void demand_bits(collector *c, uint32_t word, uint64_t bits)
{
    lt_trigger t = {{0}};
    t.bits[word] = bits;
    if (bits)
        demand(c, &t);
}

static void add_marked(collector *c, lt_trigger *t, lt_word w)
{
    lt_add_mark(t, lt_mark(&c->engine->vocabulary, w));
}

/* Whether what the path comes to stands in the sentence of the unit that it begins at. */
static bool stays(const lt_expr *e)
{
    for (; e->op == LT_X_STEP; e = e->left)
        if (e->property->type == LT_V_SENTENCE || e->property->type == LT_V_QUOTE ||
            e->property->unit == LT_V_SENTENCE || strcmp(e->property->name, "next") == 0 ||
            strcmp(e->property->name, "before") == 0)
            return false;
    return e->op == LT_X_SELF || e->op == LT_X_CAPTURE;
}

/* Where the condition holds only if a word of some list is there: the list. */
static bool wants_word(collector *c, const lt_expr *e, lt_trigger *out)
{
    lt_trigger left = {{0}}, right = {{0}};
    if (e->op == LT_X_AND) { /* the shorter way to no */
        if (wants_word(c, e->left, &left)) {
            *out = left;
            return true;
        }
        return wants_word(c, e->right, out);
    }
    if (e->op == LT_X_OR) {
        if (!wants_word(c, e->left, &left) || !wants_word(c, e->right, &right))
            return false;
        for (size_t i = 0; i < LT_T_SIZE; i++)
            out->bits[i] = left.bits[i] | right.bits[i];
        return true;
    }
    if (e->op != LT_X_TEST || e->compare != LT_EQ || e->left->op != LT_X_STEP || !stays(e->left))
        return false;
    lt_value_type type = e->left->property->type;
    if (type != LT_V_WORD && type != LT_V_FORM && type != LT_V_ANY_WORD)
        return false;
    for (uint32_t i = 0; i < e->value_count; i++) {
        const lt_operand *o = &e->values[i];
        if (o->kind == LT_O_WORD)
            add_marked(c, out, o->word);
        else if (o->kind == LT_O_SET)
            out->bits[LT_T_SETS + o->set / 64] |= UINT64_C(1) << (o->set % 64);
        else
            return false;
    }
    return true;
}

/* The lists that each of the joined conditions demands a word of. */
static void words(collector *c, const lt_expr *e)
{
    lt_trigger list = {{0}};
    if (e->op == LT_X_AND) {
        words(c, e->left);
        words(c, e->right);
    } else if (wants_word(c, e, &list)) {
        demand(c, &list);
    }
}

/* What a condition in the brackets of a unit demands. */
static void condition(collector *c, const lt_expr *e)
{
    if (!e)
        return;
    if (e->op == LT_X_AND) {
        condition(c, e->left);
        condition(c, e->right);
        return;
    }
    words(c, e);
    if (e->op != LT_X_TEST || e->left->op != LT_X_STEP || e->left->left->op != LT_X_SELF ||
        (e->compare != LT_EQ && e->compare != LT_IS_TRUE))
        return;
    const lt_property *p = e->left->property;
    if (lt_wants_report(p))
        demand_bits(c, LT_T_UNITS, LT_UNIT_REPORT);
    if (e->compare == LT_IS_TRUE)
        demand_bits(c, LT_T_CLAUSE, lt_clause_feature(p));
}

/* One word of each alternative of a group, where each demands one: "zufolge" | "zu folge". */
static bool word_of_each(collector *c, const lt_node *group, lt_trigger *out)
{
    for (uint32_t a = 0; a < group->alternative_count; a++) {
        const lt_sequence *s = &group->alternatives[a];
        bool found = false;
        for (uint32_t i = 0; i < s->count && !found; i++) {
            const lt_node *n = s->at[i];
            if (n->op == LT_N_SENTENCE_END)
                break;
            if (n->op == LT_N_FORM && n->min) {
                add_marked(c, out, n->word);
                found = true;
            } else if (n->op < LT_N_SENTENCE_START && n->min && n->condition) {
                lt_trigger list = {{0}};
                found = wants_word(c, n->condition, &list);
                for (size_t k = 0; found && k < LT_T_SIZE; k++)
                    out->bits[k] |= list.bits[k];
            } else if (n->op == LT_N_GROUP && n->min) {
                found = word_of_each(c, n, out);
            }
        }
        if (!found)
            return false;
    }
    return true;
}

/* Whether a sentence ends in the sequence. */
static bool crosses(const lt_sequence *s)
{
    for (uint32_t i = 0; i < s->count; i++) {
        if (s->at[i]->op == LT_N_SENTENCE_END)
            return true;
        for (uint32_t a = 0; s->at[i]->op == LT_N_GROUP && a < s->at[i]->alternative_count; a++)
            if (crosses(&s->at[i]->alternatives[a]))
                return true;
    }
    return false;
}

/* Collect what the elements before the first sentence end demand. Returns false at that end. */
static bool sequence(collector *c, const lt_sequence *s)
{
    for (uint32_t i = 0; i < s->count; i++) {
        const lt_node *n = s->at[i];
        if (n->op == LT_N_SENTENCE_END)
            return false;
        if (n->op == LT_N_GROUP) {
            if (n->alternative_count == 1 && n->min) {
                if (!sequence(c, &n->alternatives[0]))
                    return false;
                continue;
            }
            lt_trigger list = {{0}};
            if (n->min && word_of_each(c, n, &list))
                demand(c, &list);
            for (uint32_t a = 0; a < n->alternative_count; a++)
                if (crosses(&n->alternatives[a]))
                    return false;
            continue;
        }
        if (!n->min)
            continue;
        if (n->op == LT_N_FORM) {
            lt_trigger word = {{0}};
            add_marked(c, &word, n->word);
            demand(c, &word);
        }
        if (n->op == LT_N_QUOTE)
            demand_bits(c, LT_T_UNITS, LT_UNIT_QUOTE);
        if (n->op == LT_N_MENTION)
            demand_bits(c, LT_T_UNITS, LT_UNIT_MENTION);
        condition(c, n->condition);
    }
    return true;
}

/* About how often a sentence meets the demand: a rough order is enough. */
static uint32_t frequency(const lt_demand *d)
{
    static const struct { uint32_t first, last, each; } share[] = {
        {LT_T_WORDS, LT_T_SETS, 1}, {LT_T_SETS, LT_T_CLAUSE, 5}, {LT_T_CLAUSE, LT_T_UNITS, 60}};
    uint32_t sum = 0;
    for (size_t s = 0; s < sizeof share / sizeof *share; s++)
        for (uint32_t k = share[s].first; k < share[s].last; k++)
            sum += (uint32_t)__builtin_popcountll(d->any.bits[k]) * share[s].each;
    uint64_t units = d->any.bits[LT_T_UNITS];
    return sum + (units & LT_UNIT_QUOTE ? 20 : 0) + (units & LT_UNIT_REPORT ? 50 : 0) +
           (units & LT_UNIT_MENTION ? 1000 : 0);
}

static void add_rule(laut_engine *engine, uint64_t **mask, uint32_t rule)
{
    if (!*mask)
        *mask = lt_arena_alloc(&engine->arena, engine->rules.mask_size * sizeof **mask);
    if (*mask)
        (*mask)[rule / 64] |= UINT64_C(1) << (rule % 64);
}

/* Let the rule be found by the rarest of what it demands. */
static void file(laut_engine *engine, lt_engine_rule *rule)
{
    lt_keys *keys = engine->rules.keys;
    lt_demand *all = rule->demands.at;
    for (uint32_t i = 1; i < rule->demands.count; i++)
        if (frequency(&all[i]) < frequency(&all[0])) {
            lt_demand rarest = all[i];
            all[i] = all[0];
            all[0] = rarest;
        }
    if (!rule->demands.count)
        add_rule(engine, &keys->always, rule->order);
    for (uint32_t bit = 0; rule->demands.count && bit < LT_T_SIZE * 64; bit++)
        if (all[0].any.bits[bit / 64] >> (bit % 64) & 1) {
            keys->used.bits[bit / 64] |= UINT64_C(1) << (bit % 64);
            add_rule(engine, &keys->rules[bit], rule->order);
        }
}

int lt_find_triggers(laut_engine *engine)
{
    lt_rules *rules = &engine->rules;
    rules->mask_size = (rules->list.count + 63) / 64;
    rules->keys = lt_arena_alloc(&engine->arena, sizeof *rules->keys);
    for (uint32_t r = 0; rules->keys && r < rules->list.count; r++) {
        lt_engine_rule *rule = rules->list.at[r];
        collector c = {engine, rule};
        sequence(&c, &rule->pattern);
        for (uint32_t i = 0; i < rule->requirements.count && !crosses(&rule->pattern); i++)
            if (!rule->requirements.at[i].unless)
                words(&c, rule->requirements.at[i].condition);
        file(engine, rule);
    }
    return engine->arena.failed ? -1 : 0;
}

/* ---------------------------------------------------------------- using */

static bool meets(const lt_trigger *sentence, const lt_engine_rule *rule)
{
    for (uint32_t i = 1; i < rule->demands.count; i++) { /* the first was met, or the rule not found */
        const lt_demand *d = &rule->demands.at[i];
        uint64_t met = 0;
        for (uint32_t k = d->first; k < d->last; k++)
            met |= d->any.bits[k] & sentence->bits[k];
        if (!met)
            return false;
    }
    return true;
}

void lt_candidates(const laut_engine *engine, const lt_trigger *sentence, uint64_t *out)
{
    const lt_rules *rules = &engine->rules;
    const lt_keys *keys = rules->keys;
    for (uint32_t k = 0; k < rules->mask_size; k++)
        out[k] = keys->always ? keys->always[k] : 0;
    for (uint32_t w = 0; w < LT_T_SIZE; w++)
        for (uint64_t left = sentence->bits[w] & keys->used.bits[w]; left; left &= left - 1) {
            const uint64_t *found = keys->rules[w * 64 + (uint32_t)__builtin_ctzll(left)];
            for (uint32_t k = 0; k < rules->mask_size; k++)
                out[k] |= found[k];
        }
    for (uint32_t k = 0; k < rules->mask_size; k++)
        for (uint64_t left = out[k]; left; left &= left - 1)
            if (!meets(sentence, rules->list.at[k * 64 + (uint32_t)__builtin_ctzll(left)]))
                out[k] &= ~(left & -left);
}
