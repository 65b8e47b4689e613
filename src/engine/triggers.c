#include "engine/triggers.h"

#include <string.h>

#include "audit/predicates.h"
#include "engine/engine.h"
#include "engine/properties.h"

/* ---------------------------------------------------------------- collecting */

typedef struct {
    laut_engine *engine;
    lt_keys *keys;
    lt_vec(lt_demand) demands; /* of the rule; the one that it is found by is the first */
} collector;

/* The rule makes the demand. */
static void demand(collector *c, lt_demand wanted)
{
    lt_demand *d = lt_push(&c->engine->arena, &c->demands);
    if (d)
        *d = wanted;
}

static void demand_bits(collector *c, uint32_t word, uint64_t bits, uint32_t frequency)
{
    lt_demand d = {.frequency = frequency};
    d.any.bits[word] = bits;
    if (bits)
        demand(c, d);
}

/* Or the word. The shorter a word, the more often it is met. */
static void or_word(collector *c, lt_demand *d, lt_word w)
{
    uint32_t size = c->engine->vocabulary.words.at[w].size;
    lt_add_mark(&d->any, lt_mark(&c->engine->vocabulary, w));
    d->frequency += 64u >> (size < 6 ? size : 6);
}

static void or_demand(lt_demand *d, const lt_demand *other)
{
    for (size_t i = 0; i < LT_T_SIZE; i++)
        d->any.bits[i] |= other->any.bits[i];
    d->frequency += other->frequency;
}

/* Whether what the path comes to stands in the sentence of the unit that it begins at. */
static bool stays(const lt_expr *e)
{
    for (; e->op == LT_X_STEP; e = e->left)
        if (lt_is_predicate(e->property) || e->property->type == LT_V_SENTENCE || e->property->type == LT_V_QUOTE ||
            e->property->unit == LT_V_SENTENCE || strcmp(e->property->name, "next") == 0 ||
            strcmp(e->property->name, "before") == 0)
            return false;
    return e->op == LT_X_SELF || e->op == LT_X_CAPTURE;
}

/* The word of bits in which a sentence collects what the source tells of its units, and how often a
 * sentence meets a demand for some of them; 0 where it collects none. */
static uint32_t collected(lt_quick source, int column, uint32_t *frequency)
{
    static const struct { uint32_t word, frequency; } of[] = {
        [LT_Q_READING_CATEGORY] = {LT_T_TOKEN_SORT, 300},
        [LT_Q_READING_FEATURE] = {LT_T_TOKEN_FEATURE, 300},
        [LT_Q_TOKEN_SORT] = {LT_T_TOKEN_SORT, 300},
        [LT_Q_TOKEN_FEATURE] = {LT_T_TOKEN_FEATURE, 300},
        [LT_Q_QUOTE_TRAIT] = {LT_T_QUOTE_TRAIT, 20},
        [LT_Q_CLAUSE_FEATURE] = {LT_T_CLAUSE_FEATURE, 60},
        [LT_Q_CLAUSE_TRAIT] = {LT_T_CLAUSE_TRAIT, 200},
        [LT_Q_CLAUSE_CELL] = {LT_T_CLAUSE_CELL, 40},
        [LT_Q_MENTION_FEATURE] = {LT_T_MENTION_FEATURE, 400},
        [LT_Q_MENTION_TRAIT] = {LT_T_MENTION_TRAIT, 400},
        [LT_Q_MENTION_CELL] = {0, 0},
    };
    *frequency = of[source].frequency;
    return of[source].word + (source == LT_Q_CLAUSE_CELL ? (uint32_t)column : 0);
}

/* Where the condition holds only if a unit with some of the bits is there: those. */
static bool wants_bits(lt_quick source, int column, uint64_t mask, lt_demand *out)
{
    *out = (lt_demand){0};
    uint32_t word = collected(source, column, &out->frequency);
    out->any.bits[word] = mask;
    return word && mask;
}

/* Where the condition holds only if a word of some list is there, or a unit with some bits: those. */
static bool wants_word(collector *c, const lt_expr *e, lt_demand *out)
{
    *out = (lt_demand){0};
    if (e->op == LT_X_AND || e->op == LT_X_OR) {
        lt_demand left, right;
        bool some = wants_word(c, e->left, &left), other = wants_word(c, e->right, &right);
        if (e->op == LT_X_OR && some && other)
            or_demand(&left, &right);
        *out = some && (e->op == LT_X_OR || !other || left.frequency <= right.frequency) ? left : right;
        return e->op == LT_X_OR ? some && other : some || other;
    }
    if (e->op != LT_X_TEST || (e->compare != LT_EQ && e->compare != LT_IS_TRUE) || e->left->op != LT_X_STEP ||
        !stays(e->left))
        return false;
    if (e->quick)
        return wants_bits((lt_quick)e->quick, e->column, e->mask, out);
    if (e->compare != LT_EQ)
        return false;
    lt_value_type type = e->left->property->type;
    if (type != LT_V_WORD && type != LT_V_FORM && type != LT_V_ANY_WORD)
        return false;
    for (uint32_t i = 0; i < e->value_count; i++) {
        const lt_operand *o = &e->values[i];
        if (o->kind == LT_O_WORD) {
            or_word(c, out, o->word);
        } else if (o->kind == LT_O_SET) {
            out->any.bits[LT_T_SETS + o->set / 64] |= UINT64_C(1) << (o->set % 64);
            out->frequency += 5;
        } else {
            return false;
        }
    }
    return true;
}

/* The lists that each of the joined conditions demands a word of. */
static void words(collector *c, const lt_expr *e)
{
    lt_demand list;
    if (e->op == LT_X_AND) {
        words(c, e->left);
        words(c, e->right);
    } else if (wants_word(c, e, &list)) {
        demand(c, list);
    }
}

/* What the condition in the brackets of a unit demands. */
static void condition(collector *c, const lt_node *n)
{
    lt_demand bits;
    if (n->condition)
        words(c, n->condition);
    for (uint32_t i = 0; i < n->tests.count; i++) {
        const lt_bit_test *t = &n->tests.at[i];
        if (t->want && wants_bits((lt_quick)t->source, t->column, t->mask, &bits))
            demand(c, bits);
    }
}

/* One word of each alternative of a group, where each demands one: "zufolge" | "zu folge". Of several
 * the rarest. */
static bool word_of_each(collector *c, const lt_node *group, lt_demand *out)
{
    *out = (lt_demand){0};
    for (uint32_t a = 0; a < group->alternative_count; a++) {
        const lt_sequence *s = &group->alternatives[a];
        lt_demand rarest = {.frequency = UINT32_MAX};
        for (uint32_t i = 0; i < s->count && s->at[i]->op != LT_N_SENTENCE_END; i++) {
            const lt_node *n = s->at[i];
            lt_demand one = {0};
            bool found = false;
            if (n->op == LT_N_FORM && n->min) {
                or_word(c, &one, n->word);
                found = true;
            } else if (n->op < LT_N_SENTENCE_START && n->min && n->condition) {
                found = wants_word(c, n->condition, &one);
            } else if (n->op == LT_N_GROUP && n->min) {
                found = word_of_each(c, n, &one);
            }
            if (found && one.frequency < rarest.frequency)
                rarest = one;
        }
        if (rarest.frequency == UINT32_MAX)
            return false;
        or_demand(out, &rarest);
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
            lt_demand list;
            if (n->min && word_of_each(c, n, &list))
                demand(c, list);
            for (uint32_t a = 0; a < n->alternative_count; a++)
                if (crosses(&n->alternatives[a]))
                    return false;
            continue;
        }
        if (!n->min)
            continue;
        if (n->op == LT_N_FORM) {
            lt_demand word = {0};
            or_word(c, &word, n->word);
            demand(c, word);
        }
        if (n->op == LT_N_QUOTE)
            demand_bits(c, LT_T_UNITS, LT_UNIT_QUOTE, 20);
        if (n->op == LT_N_MENTION)
            demand_bits(c, LT_T_UNITS, LT_UNIT_MENTION, 1000);
        condition(c, n);
    }
    return true;
}

static void add_rule(collector *c, uint64_t **mask, uint32_t rule)
{
    if (!*mask)
        *mask = lt_arena_alloc(&c->engine->arena, c->keys->mask_size * sizeof **mask);
    if (*mask)
        (*mask)[rule / 64] |= UINT64_C(1) << (rule % 64);
}

/* Let the rule be found by the rarest of what it demands. */
static void file(collector *c, uint32_t rule)
{
    lt_keys *keys = c->keys;
    lt_demand *all = c->demands.at;
    for (uint32_t i = 1; i < c->demands.count; i++)
        if (all[i].frequency < all[0].frequency) {
            lt_demand rarest = all[i];
            all[i] = all[0];
            all[0] = rarest;
        }
    if (!c->demands.count)
        add_rule(c, &keys->always, rule);
    for (uint32_t w = 0; c->demands.count && w < LT_T_SIZE; w++)
        for (uint64_t left = all[0].any.bits[w]; left; left &= left - 1) {
            keys->used.bits[w] |= left & -left;
            add_rule(c, &keys->rules[w * 64 + (uint32_t)__builtin_ctzll(left)], rule);
        }
}

/* Keep what else the rule demands close to what the other rules do: it is asked for in all sentences. */
static void keep_others(collector *c, uint32_t rule)
{
    laut_engine *engine = c->engine;
    lt_keys *keys = c->keys;
    for (uint32_t i = 1; i < c->demands.count; i++) {
        lt_demand_part *part = NULL;
        for (uint32_t k = 0; k < LT_T_SIZE; k++) {
            uint64_t bits = c->demands.at[i].any.bits[k];
            if (bits && (part = lt_push(&engine->arena, &keys->others)))
                *part = (lt_demand_part){bits, k, false};
        }
        if (part)
            part->last = true;
    }
    keys->others_of[rule + 1] = keys->others.count;
}

/* What the rules demand that `keys->of` lists. */
static void find_keys(laut_engine *engine, lt_keys *keys)
{
    keys->mask_size = (keys->of.count + 63) / 64;
    keys->others_of = lt_arena_alloc(&engine->arena, (keys->of.count + 1) * sizeof *keys->others_of);
    collector c = {.engine = engine, .keys = keys};
    for (uint32_t r = 0; !engine->arena.failed && r < keys->of.count; r++) {
        const lt_engine_rule *rule = keys->of.at[r];
        c.demands.count = 0;
        sequence(&c, &rule->pattern);
        for (uint32_t i = 0; i < rule->requirements.count && !crosses(&rule->pattern); i++)
            if (!rule->requirements.at[i].unless)
                words(&c, rule->requirements.at[i].condition);
        file(&c, r);
        keep_others(&c, r);
    }
}

int lt_find_triggers(laut_engine *engine)
{
    lt_rules *rules = &engine->rules;
    lt_arena *arena = &engine->arena;
    rules->keys = lt_arena_alloc(arena, sizeof *rules->keys);
    rules->finding_keys = lt_arena_alloc(arena, sizeof *rules->finding_keys);
    if (arena->failed)
        return -1;
    for (uint32_t r = 0; r < rules->list.count; r++) {
        const lt_engine_rule **slot = lt_push(arena, &rules->keys->of);
        if (slot)
            *slot = rules->list.at[r];
    }
    for (uint32_t r = 0; r < rules->findings.count; r++) {
        lt_finding_rule *f = rules->findings.at[r];
        f->first_way = rules->finding_keys->of.count;
        for (uint32_t w = 0; w < f->ways.count; w++) {
            const lt_engine_rule **slot = lt_push(arena, &rules->finding_keys->of);
            if (slot)
                *slot = f->ways.at[w];
        }
    }
    find_keys(engine, rules->keys);
    find_keys(engine, rules->finding_keys);
    return arena->failed ? -1 : 0;
}

/* ---------------------------------------------------------------- using */

static void hold_word(lt_trigger *t, const lt_vocabulary *v, lt_word w)
{
    if (!lt_is_listed(v, w))
        return;
    const lt_listing *x = &v->lists.at[w];
    lt_add_mark(t, x->mark);
    for (size_t i = 0; i < LT_MAX_SETS / 64; i++)
        t->bits[LT_T_SETS + i] |= x->sets[i];
}

lt_trigger *lt_summarise(const lt_matcher *m)
{
    lt_document *d = m->scene.d;
    const lt_vocabulary *v = &d->engine->vocabulary;
    const lt_index *index = &m->index;
    lt_trigger *all = lt_arena_alloc(&d->arena, (d->sentences.count + 1) * sizeof *all);
    if (!all)
        return NULL;
    for (uint32_t i = 0; i < index->listed.count; i++)
        hold_word(&all[d->sentence_of[index->listed.at[i].token]], v, index->listed.at[i].word);
    for (uint32_t i = 0; i < d->tokens.count; i++) {
        lt_trigger *s = &all[d->sentence_of[i]];
        s->bits[LT_T_TOKEN_SORT] |= index->profile[i].sorts;
        s->bits[LT_T_TOKEN_FEATURE] |= index->profile[i].features;
    }
    for (uint32_t i = 0; i < d->quotes.count; i++) {
        lt_trigger *s = &all[d->sentence_of[d->quotes.at[i].first]];
        s->bits[LT_T_UNITS] |= LT_UNIT_QUOTE;
        s->bits[LT_T_QUOTE_TRAIT] |= lt_quote_traits(d, i);
    }
    for (uint32_t i = 0; i < d->mentions.count; i++) {
        lt_trigger *s = &all[d->sentence_of[d->mentions.at[i].first]];
        s->bits[LT_T_UNITS] |= LT_UNIT_MENTION;
        s->bits[LT_T_MENTION_FEATURE] |= d->mentions.at[i].features;
        s->bits[LT_T_MENTION_TRAIT] |= m->scene.mention_traits[i];
        hold_word(s, v, d->mentions.at[i].lemma);
    }
    for (uint32_t i = 0; i < d->clauses.count; i++) {
        const lt_clause *c = &d->clauses.at[i];
        lt_trigger *s = &all[c->sentence];
        s->bits[LT_T_CLAUSE_FEATURE] |= c->features;
        s->bits[LT_T_CLAUSE_TRAIT] |= m->scene.clause_traits[i];
        for (uint32_t column = 0; c->report != LAUT_NONE && column < d->engine->cell_column_count; column++)
            s->bits[LT_T_CLAUSE_CELL + column] |= lt_cell_bits(d->engine, c->report, (int)column);
        s->bits[LT_T_UNITS] |= c->report != LAUT_NONE ? LT_UNIT_REPORT : 0;
        hold_word(s, v, c->lemma);
    }
    /* A pattern that passes a quotation over a sentence's end sees what follows, too. */
    for (uint32_t i = d->sentences.count; i-- > 0;)
        for (uint32_t k = i + 1; k <= index->summary_last[i]; k++)
            for (size_t n = 0; n < LT_T_SIZE; n++)
                all[i].bits[n] |= all[k].bits[n];
    return all;
}

/* The demand by which the rule was found is met. */
static bool meets(const lt_keys *keys, const lt_trigger *sentence, uint32_t rule)
{
    uint64_t met = 0;
    for (uint32_t i = keys->others_of[rule]; i < keys->others_of[rule + 1]; i++) {
        const lt_demand_part *part = &keys->others.at[i];
        met |= part->bits & sentence->bits[part->word];
        if (part->last && !met)
            return false;
        if (part->last)
            met = 0;
    }
    return true;
}

void lt_candidates(const lt_keys *keys, const lt_trigger *sentence, uint64_t *out)
{
    for (uint32_t k = 0; k < keys->mask_size; k++)
        out[k] = keys->always ? keys->always[k] : 0;
    for (uint32_t w = 0; w < LT_T_SIZE; w++)
        for (uint64_t left = sentence->bits[w] & keys->used.bits[w]; left; left &= left - 1) {
            const uint64_t *found = keys->rules[w * 64 + (uint32_t)__builtin_ctzll(left)];
            for (uint32_t k = 0; k < keys->mask_size; k++)
                out[k] |= found[k];
        }
    for (uint32_t k = 0; k < keys->mask_size; k++)
        for (uint64_t left = out[k]; left; left &= left - 1) {
            uint32_t rule = k * 64 + (uint32_t)__builtin_ctzll(left);
            if (meets(keys, sentence, rule))
                __builtin_prefetch(keys->of.at[rule]->starts); /* it will be tried soon */
            else
                out[k] &= ~(left & -left);
        }
}
