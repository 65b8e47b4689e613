/* Conditions: the parser of `c.subject & !c.negated`, and the evaluator.
 *
 *     condition  = both {"|" both}            expression = span {("+" | "-") span}
 *     both       = single {"&" single}        span       = path [".." path]
 *     single     = "!" single                 path       = (NAME | FUNCTION "(" expression
 *                | "(" condition ")"                       {"," expression} ")") {"." NAME}
 *                | expression [("=" | "!=" | "<" | "<=" | ">" | ">=") value]
 *     value      = word | "string" | /regex/ | $LEXICON | number | "(" value {value} ")"
 *
 * In place of a FUNCTION the name of a condition may stand: let NAME(parameter) = condition.
 */
#include "engine/conditions.h"

#include <stdlib.h>
#include <string.h>

#include "audit/predicates.h"
#include "engine/properties.h"
#include "engine/worker.h"
#include "stages/extent.h"

/* ---------------------------------------------------------------- functions */

typedef struct lt_function {
    const char *name;
    uint8_t arguments;
    bool clause;        /* takes a clause only */
    lt_value_type type; /* of its value */
    lt_value (*call)(lt_scene *s, lt_value a, lt_value b);
} lt_function;

static lt_value nothing(void) { return (lt_value){.type = LT_V_NOTHING}; }
static lt_value truth(bool b) { return (lt_value){.type = LT_V_BOOL, .as.truth = b}; }

static lt_value unit(lt_value_type type, uint32_t index)
{
    return index == LAUT_NONE ? nothing() : (lt_value){.type = type, .as.index = index};
}

static lt_value ranges(lt_range *at, uint32_t count)
{
    return (lt_value){.type = LT_V_RANGES, .as.ranges = {at, count}};
}

static lt_value one_range(lt_scene *s, uint32_t first, uint32_t last)
{
    lt_range *r = first < last ? lt_scene_ranges(s, 1) : NULL;
    if (!r)
        return nothing();
    *r = (lt_range){first, last};
    return ranges(r, 1);
}

static bool empty(lt_ranges r) { return r.count == 0; }
static uint32_t first_of(lt_ranges r) { return r.count ? r.at[0].first : LAUT_NONE; }
static uint32_t last_of(lt_ranges r) { return r.count ? r.at[r.count - 1].last - 1 : LAUT_NONE; }

#define CALL(name) static lt_value name(lt_scene *s, lt_value a, lt_value b)
#define UNUSED (void)s, (void)a, (void)b

CALL(call_first) { UNUSED; return unit(LT_V_TOKEN, first_of(lt_ranges_of(s, a))); }
CALL(call_last) { UNUSED; return unit(LT_V_TOKEN, last_of(lt_ranges_of(s, a))); }

CALL(call_own)
{
    UNUSED;
    const lt_clause *c = &s->d->clauses.at[a.as.index];
    return (lt_value){.type = LT_V_RANGES, .as.ranges = {c->segments, c->segment_count}};
}

CALL(call_whole)
{
    UNUSED;
    const lt_clause *c = &s->d->clauses.at[a.as.index];
    return one_range(s, c->first, c->last);
}

CALL(call_deed)
{
    UNUSED;
    return (lt_value){.type = LT_V_RANGES, .as.ranges = lt_deed(s->d, a.as.index)};
}

CALL(call_extent)
{
    UNUSED;
    return lt_extent_of(s, a.as.index);
}

CALL(call_speaker) { UNUSED; return unit(LT_V_MENTION, lt_speaker(s->d, a.as.index)); }

CALL(call_head)
{
    UNUSED;
    if (a.type == LT_V_MENTION)
        return unit(LT_V_TOKEN, s->d->mentions.at[a.as.index].head);
    if (a.type == LT_V_CLAUSE)
        return unit(LT_V_TOKEN, s->d->clauses.at[a.as.index].verb);
    return call_last(s, a, b);
}

CALL(call_sentence)
{
    UNUSED;
    uint32_t t = first_of(lt_ranges_of(s, a));
    return t == LAUT_NONE ? nothing() : unit(LT_V_SENTENCE, s->d->sentence_of[t]);
}

static bool is_kind(const lt_scene *s, uint32_t t, lt_token_kind kind)
{
    return s->d->tokens.at[t].kind == kind;
}

static bool conjunction(const lt_scene *s, uint32_t t)
{
    const lt_token *token = &s->d->tokens.at[t];
    bool joins = false;
    for (uint32_t k = 0; k < token->reading_count; k++) {
        const lt_reading *r = &s->d->readings.at[token->first_reading + k];
        if (r->category == LT_SUB && r->features & LT_F(manner))
            return false; /* Wie es dazu kam, … */
        joins |= r->category == LT_CONJ && r->features & (LT_F(and) | LT_F(but)) &&
                 !(r->features & (LT_F(negation) | LT_F(circum))); /* Noch sei nichts sicher; sowohl A als auch B */
    }
    return joins;
}

static bool fence(const lt_scene *s, uint32_t t)
{
    return is_kind(s, t, LT_COMMA) || is_kind(s, t, LT_SEMICOLON) || is_kind(s, t, LT_COLON) ||
           is_kind(s, t, LT_DASH);
}

/* Commas and the like go from the edges of every piece; conjunctions only from the edges of the
 * whole, and the full stop only from its end: inside it they belong to the sentence. */
CALL(call_trim)
{
    UNUSED;
    lt_ranges r = lt_ranges_of(s, a);
    lt_range *out = lt_scene_ranges(s, r.count);
    uint32_t n = 0;
    for (uint32_t i = 0; out && i < r.count; i++) {
        lt_range p = r.at[i];
        while (p.first < p.last && (fence(s, p.first) || (n == 0 && conjunction(s, p.first))))
            p.first++;
        while (p.first < p.last && fence(s, p.last - 1))
            p.last--;
        if (p.first < p.last)
            out[n++] = p;
    }
    while (n) {
        lt_range *p = &out[n - 1];
        uint32_t t = p->last - 1;
        if (!fence(s, t) && !is_kind(s, t, LT_STOP) && !(p->last - p->first > 1 && conjunction(s, t)))
            break;
        if (--p->last == p->first)
            n--;
    }
    return ranges(out, n);
}

/* What a phrase is said about: lt_scope(). */
CALL(call_scope)
{
    UNUSED;
    uint32_t t = first_of(lt_ranges_of(s, a));
    if (t == LAUT_NONE)
        return nothing();
    lt_ranges r = lt_scope(s->d, t);
    return (lt_value){.type = LT_V_RANGES, .as.ranges = r};
}

/* What comes from a phrase on: lt_rest(). */
CALL(call_rest)
{
    UNUSED;
    uint32_t t = first_of(lt_ranges_of(s, a));
    if (t == LAUT_NONE)
        return nothing();
    lt_range r = lt_rest(s->d, t);
    return one_range(s, r.first, r.last);
}

/* What stands before a phrase, without marks at the edges: lt_fronted(). */
CALL(call_fronted)
{
    uint32_t t = first_of(lt_ranges_of(s, a));
    if (t == LAUT_NONE)
        return nothing();
    lt_range r = lt_fronted(s->d, t);
    return call_trim(s, one_range(s, r.first, r.last), b);
}

CALL(call_words)
{
    UNUSED;
    lt_ranges r = lt_ranges_of(s, a);
    int64_t n = 0;
    for (uint32_t i = 0; i < r.count; i++)
        for (uint32_t t = r.at[i].first; t < r.at[i].last; t++)
            n += is_kind(s, t, LT_WORD) || is_kind(s, t, LT_NUMBER);
    return (lt_value){.type = LT_V_COUNT, .as.count = n};
}

static bool share(lt_ranges a, lt_ranges b)
{
    for (uint32_t i = 0, k = 0; i < a.count && k < b.count;) {
        if (a.at[i].first < b.at[k].last && b.at[k].first < a.at[i].last)
            return true;
        if (a.at[i].last <= b.at[k].last)
            i++;
        else
            k++;
    }
    return false;
}

static bool covers(lt_ranges outer, lt_ranges inner)
{
    for (uint32_t i = 0, k = 0; i < inner.count; i++) {
        while (k < outer.count && outer.at[k].last < inner.at[i].last)
            k++;
        if (k == outer.count || outer.at[k].first > inner.at[i].first)
            return false;
    }
    return inner.count > 0;
}

CALL(call_inside) { UNUSED; return truth(covers(lt_ranges_of(s, b), lt_ranges_of(s, a))); }
CALL(call_overlaps) { UNUSED; return truth(share(lt_ranges_of(s, a), lt_ranges_of(s, b))); }

CALL(call_before)
{
    UNUSED;
    lt_ranges x = lt_ranges_of(s, a), y = lt_ranges_of(s, b);
    return truth(!empty(x) && !empty(y) && last_of(x) < first_of(y));
}

/* Two units are the same, or two ranges hold the same tokens. */
CALL(call_same)
{
    UNUSED;
    if (lt_is_unit(a.type) && a.type == b.type)
        return truth(a.as.index == b.as.index);
    lt_ranges x = lt_ranges_of(s, a), y = lt_ranges_of(s, b);
    return truth(x.count && x.count == y.count &&
                 memcmp(x.at, y.at, x.count * sizeof *x.at) == 0);
}

static const lt_function functions[] = {
    {"first", 1, false, LT_V_TOKEN, call_first},
    {"last", 1, false, LT_V_TOKEN, call_last},
    {"head", 1, false, LT_V_TOKEN, call_head},
    {"own", 1, true, LT_V_RANGES, call_own},
    {"whole", 1, true, LT_V_RANGES, call_whole},
    {"deed", 1, true, LT_V_RANGES, call_deed},
    {"extent", 1, true, LT_V_RANGES, call_extent},
    {"scope", 1, false, LT_V_RANGES, call_scope},
    {"rest", 1, false, LT_V_RANGES, call_rest},
    {"speaker", 1, true, LT_V_MENTION, call_speaker},
    {"sentence", 1, false, LT_V_SENTENCE, call_sentence},
    {"fronted", 1, false, LT_V_RANGES, call_fronted},
    {"trim", 1, false, LT_V_RANGES, call_trim},
    {"words", 1, false, LT_V_COUNT, call_words},
    {"inside", 2, false, LT_V_BOOL, call_inside},
    {"overlaps", 2, false, LT_V_BOOL, call_overlaps},
    {"before", 2, false, LT_V_BOOL, call_before},
    {"same", 2, false, LT_V_BOOL, call_same},
};

static const lt_function *find_function(lt_name n)
{
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (lt_name_is(n, functions[i].name))
            return &functions[i];
    return NULL;
}

bool lt_is_function(lt_name n) { return find_function(n) != NULL; }

/* ---------------------------------------------------------------- parsing */

const char *lt_type_name(lt_value_type type)
{
    switch (type) {
    case LT_V_NOTHING: return "nothing";
    case LT_V_BOOL: return "a truth value";
    case LT_V_COUNT: return "a number";
    case LT_V_SYMBOL: case LT_V_CELL: return "a keyword";
    case LT_V_WORD: case LT_V_FORM: case LT_V_ANY_WORD: case LT_V_WORDS: case LT_V_DEEDS: return "a word";
    case LT_V_TOKEN: return "a token";
    case LT_V_QUOTE: return "a quotation";
    case LT_V_MENTION: return "a mention";
    case LT_V_CLAUSE: return "a clause";
    case LT_V_SENTENCE: return "a sentence";
    case LT_V_CLAIM: return "a claim";
    case LT_V_PARTY: return "a party";
    case LT_V_DOCUMENT: return "a document";
    case LT_V_RANGES: return "a token range";
    }
    return "";
}

static lt_expr *new_expr(lt_reader *r, lt_expr_op op, lt_value_type type, uint32_t begin)
{
    lt_expr *e = lt_engine_lines(r->engine, sizeof *e);
    if (e) {
        e->op = (uint8_t)op;
        e->type = (uint8_t)type;
        e->begin = begin;
        e->end = r->at;
    }
    return e;
}

static lt_expr *new_pair(lt_reader *r, lt_expr_op op, lt_value_type type, lt_expr *left,
                         lt_expr *right)
{
    lt_expr *e = new_expr(r, op, type, left->begin);
    if (e) {
        e->left = left;
        e->right = right;
        e->readings = left->readings || (right && right->readings);
        e->end = right ? right->end : left->end;
    }
    return e;
}

static bool enter(lt_reader *r)
{
    if (r->depth >= LT_MAX_NESTING)
        return lt_complain_at(r, lt_next_place(r), "too many parentheses inside each other");
    r->depth++;
    return true;
}

static bool is_place(const lt_expr *e) { return lt_is_unit(e->type) || e->type == LT_V_RANGES; }

static bool need_place(lt_reader *r, const lt_expr *e)
{
    return is_place(e) || lt_complain_at(r, e->begin, "expected a unit or a token range, but this is %s",
                                         lt_type_name(e->type));
}

static lt_expr *parse_call(lt_reader *r, const lt_names_here *names, const lt_function *f,
                           uint32_t begin)
{
    lt_expr *arguments[2] = {NULL, NULL};
    if (!lt_expect(r, "(", "") || !enter(r))
        return NULL;
    for (uint32_t i = 0; i < f->arguments; i++) {
        if (i && !lt_expect(r, ",", "between the two arguments"))
            return NULL;
        if (!(arguments[i] = lt_parse_expression(r, names)) || !need_place(r, arguments[i]))
            return NULL;
        if (f->clause && arguments[i]->type != LT_V_CLAUSE) {
            lt_complain_at(r, arguments[i]->begin, "`%s` takes a clause, but this is %s", f->name,
                           lt_type_name(arguments[i]->type));
            return NULL;
        }
    }
    if (!lt_expect(r, ")", "behind the arguments"))
        return NULL;
    r->depth--;
    lt_expr *e = new_expr(r, LT_X_CALL, f->type, begin);
    if (e) {
        e->function = f;
        e->left = arguments[0];
        e->right = arguments[1];
    }
    return e;
}

/* All of an expression belongs to one place: what explain shows lies in the file of the rule. */
static void place(lt_expr *e, uint32_t begin, uint32_t end)
{
    for (; e; e = e->left) {
        e->begin = begin;
        e->end = end;
        place(e->right, begin, end);
    }
}

enum { MOST_NAMED = 1 << 20 /* bytes: conditions that use others twice grow without end */ };

/* ANSWERED(k.dative), a condition that `let` names: its body, in which the parameter is the argument. */
static lt_expr *parse_named(lt_reader *r, const lt_names_here *names, lt_condition *c, lt_name n)
{
    lt_names_here inside = {.condition = c, .user = names};
    for (const lt_names_here *u = names; u; u = u->user)
        if (u->condition == c) {
            lt_complain_at(r, n.begin, "the condition `%.*s` uses itself", (int)n.size, n.at);
            return NULL;
        }
    c->used = true;
    if (!lt_expect(r, "(", "") || !enter(r) || !(inside.argument = lt_parse_expression(r, names)) ||
        !lt_expect(r, ")", "behind the argument") || c->broken)
        return NULL;
    lt_reader body = *r;
    body.source = c->source;
    body.at = c->begin;
    body.end = c->end;
    r->engine->rules.named_size += c->end - c->begin;
    if (r->engine->rules.named_size > MOST_NAMED) {
        lt_complain_at(r, n.begin, "named conditions are used too often: what they stand for may have %d bytes", MOST_NAMED);
        return NULL;
    }
    lt_expr *e = lt_parse_condition(&body, &inside);
    if (e && !lt_at_end(&body)) {
        lt_complain_at(&body, body.at, "the condition was expected to end here");
        e = NULL;
    }
    c->broken = !e;
    r->depth--;
    place(e, n.begin, r->at);
    return e;
}

static lt_expr *parse_step(lt_reader *r, lt_expr *left, lt_name n)
{
    if (left->type == LT_V_FORM)
        left->type = LT_V_TOKEN;
    if (!lt_is_unit(left->type)) {
        lt_complain_at(r, n.begin, "%s has no properties", lt_type_name(left->type));
        return NULL;
    }
    const lt_property *p = lt_find_property(left->type, n.at, n.size);
    if (!p && r->audit)
        p = lt_find_predicate(left->type, n.at, n.size);
    if (!p) {
        lt_suggestion s = {.wanted = n};
        lt_each_property(left->type, lt_suggest, &s);
        if (r->audit)
            lt_each_predicate(left->type, lt_suggest, &s);
        lt_complain_at(r, n.begin, "%s has no property `%.*s`%s", lt_type_name(left->type),
                       (int)n.size, n.at, lt_suggested(&s));
        return NULL;
    }
    lt_expr *e = new_expr(r, LT_X_STEP, p->type, left->begin);
    if (e) {
        e->left = left;
        e->property = p;
        e->readings = p->reading && left->op == LT_X_SELF;
    }
    return e;
}

/* The name with which a path begins. */
static lt_expr *parse_base(lt_reader *r, const lt_names_here *names, lt_name n)
{
    if (names->self != LT_V_NOTHING) {
        lt_expr *self = new_expr(r, LT_X_SELF, names->self, n.begin);
        return self ? parse_step(r, self, n) : NULL;
    }
    const lt_name *p = names->condition ? &names->condition->parameter : NULL;
    if (p && p->size == n.size && memcmp(p->at, n.at, n.size) == 0) {
        lt_expr *e = lt_engine_lines(r->engine, sizeof *e);
        if (e) {
            *e = *names->argument; /* of its own: parse_step() changes types */
            e->begin = n.begin;
            e->end = r->at;
        }
        return e;
    }
    for (uint32_t i = 0; i < names->capture_count; i++)
        if (lt_name_is(n, names->captures[i].name)) {
            lt_expr *e = new_expr(r, LT_X_CAPTURE, names->captures[i].type, n.begin);
            if (e)
                e->capture = (uint16_t)i;
            return e;
        }
    if (lt_name_is(n, "sentence"))
        return new_expr(r, LT_X_SENTENCE, LT_V_SENTENCE, n.begin);
    if (lt_name_is(n, "previous"))
        return new_expr(r, LT_X_PREVIOUS, LT_V_SENTENCE, n.begin);
    if (r->audit && lt_name_is(n, "document"))
        return new_expr(r, LT_X_DOCUMENT, LT_V_DOCUMENT, n.begin);
    if (r->audit && lt_name_is(n, "limit"))
        return new_expr(r, LT_X_LIMIT, LT_V_COUNT, n.begin);
    if (lt_name_is(n, "rule"))
        return new_expr(r, LT_X_COVERED, LT_V_RANGES, n.begin);
    lt_suggestion s = {.wanted = n};
    for (uint32_t i = 0; i < names->capture_count; i++)
        lt_suggest(&s, names->captures[i].name);
    if (p)
        lt_complain_at(r, n.begin, "the condition's parameter is `%.*s`, and not `%.*s`", (int)p->size, p->at,
                       (int)n.size, n.at);
    else
        lt_complain_at(r, n.begin, "the pattern captures nothing as `%.*s`%s", (int)n.size, n.at,
                       lt_suggested(&s));
    return NULL;
}

static lt_expr *parse_path(lt_reader *r, const lt_names_here *names)
{
    if (lt_accept(r, "(")) { /* only where no condition can stand */
        if (!enter(r))
            return NULL;
        lt_expr *e = lt_parse_expression(r, names);
        r->depth--;
        return e && lt_expect(r, ")", "to close the parenthesis") ? e : NULL;
    }
    lt_name n = lt_read_name(r);
    if (!n.size) {
        lt_complain_at(r, lt_next_place(r), names->self == LT_V_NOTHING
                                     ? "expected the name of a capture or a function"
                                     : "expected the name of a property");
        return NULL;
    }
    const lt_function *f = r->at < r->end && r->source->text[r->at] == '(' ? find_function(n) : NULL;
    if (!f && r->at < r->end && r->source->text[r->at] == '(') {
        lt_suggestion s = {.wanted = n};
        lt_condition *c = lt_find_condition(r, n, &s);
        if (c)
            return parse_named(r, names, c, n);
        for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
            lt_suggest(&s, functions[i].name);
        lt_complain_at(r, n.begin, "there is no function `%.*s`%s", (int)n.size, n.at,
                       lt_suggested(&s));
        return NULL;
    }
    lt_expr *e = f ? parse_call(r, names, f, n.begin) : parse_base(r, names, n);
    while (e && lt_sees(r, ".") && !lt_sees(r, "..")) {
        lt_accept(r, ".");
        n = lt_read_name(r);
        if (!n.size) {
            lt_complain_at(r, lt_next_place(r), "expected the name of a property behind the dot");
            return NULL;
        }
        e = parse_step(r, e, n);
    }
    return e;
}

static lt_expr *parse_span(lt_reader *r, const lt_names_here *names)
{
    lt_expr *left = parse_path(r, names);
    if (!left || !lt_accept(r, ".."))
        return left;
    lt_expr *right = parse_path(r, names);
    if (!right || !need_place(r, left) || !need_place(r, right))
        return NULL;
    return new_pair(r, LT_X_SPAN, LT_V_RANGES, left, right);
}

lt_expr *lt_parse_expression(lt_reader *r, const lt_names_here *names)
{
    lt_expr *left = parse_span(r, names);
    while (left) {
        lt_expr_op op = lt_accept(r, "+") ? LT_X_PLUS : lt_accept(r, "-") ? LT_X_MINUS : LT_X_SELF;
        if (op == LT_X_SELF)
            break;
        lt_expr *right = parse_span(r, names);
        if (!right || !need_place(r, left) || !need_place(r, right))
            return NULL;
        left = new_pair(r, op, LT_V_RANGES, left, right);
    }
    return left;
}

/* Whether a row of some table has the value in the column; true where no table has the column. */
static bool known_cell(laut_engine *engine, const char *column, const char *value)
{
    bool have = false;
    int numbered = lt_cell_column(engine, column);
    if (numbered >= 0 && lt_cell_bit(engine, numbered, value))
        return true;
    for (uint32_t i = 0; i < engine->tables.count; i++) {
        const lt_table *t = engine->tables.at[i];
        for (uint32_t c = 0; c < t->column_count; c++) {
            if (strcmp(t->columns[c], column) != 0)
                continue;
            have = true;
            for (uint32_t row = 0; row < t->row_count; row++)
                if (lt_cell_has(lt_cell_at(t, row, c), value))
                    return true;
        }
    }
    return !have;
}

/* Of a value that is compared by several words, or by the lemmas of one. */
static bool has_many_words(const lt_expr *e)
{
    return e->type == LT_V_ANY_WORD || e->type == LT_V_WORDS || e->type == LT_V_DEEDS;
}

static bool parse_value(lt_reader *r, const lt_expr *left, lt_operand *out)
{
    const lt_property *p = left->property;
    lt_skip(r);
    uint32_t begin = r->at;
    memset(out, 0, sizeof *out);
    if (left->type == LT_V_COUNT) {
        out->kind = LT_O_NUMBER;
        if (r->audit && lt_accept(r, "limit")) {
            out->kind = LT_O_LIMIT;
            return true;
        }
        return lt_read_number(r, &out->number, "to compare with");
    }
    bool words = left->type == LT_V_WORD || left->type == LT_V_FORM ||
                 left->type == LT_V_TOKEN || has_many_words(left);
    if (lt_sees(r, "$") || lt_sees(r, "/")) {
        if (!words)
            return lt_complain_at(r, begin, "%s is compared with a keyword", lt_type_name(left->type));
        if (lt_sees(r, "$")) {
            out->kind = LT_O_SET;
            return lt_read_set(r, &out->set);
        }
        out->kind = LT_O_REGEX;
        return (out->regex = lt_read_regex(r, &out->words)) != NULL;
    }
    lt_name n = lt_sees(r, "\"") ? lt_read_delimited(r, '"', "the string")
                                 : lt_read_word(r, " \t\"()[]{}|&!,=<>/$");
    if (!n.at || !n.size)
        return n.at ? lt_complain_at(r, begin, "expected a value to compare with") : false;
    out->kind = LT_O_WORD;
    if (words)
        return (out->word = lt_name_intern(r, n)) != LT_NO_WORD;
    if (!(out->text = lt_name_copy(r, n)))
        return false;
    if (left->type == LT_V_SYMBOL && !lt_cell_has(p->words, out->text))
        return lt_complain_at(r, begin, "`%s` is none of the values of `%s`: %s", out->text, p->name,
                              p->words);
    if (left->type == LT_V_CELL && !known_cell(r->engine, p->words, out->text))
        return lt_complain_at(r, begin, "no row of a lexicon has `%s` in its column `%s`", out->text,
                              p->words);
    return true;
}

static bool parse_values(lt_reader *r, const lt_expr *left, lt_expr *test)
{
    lt_vec(lt_operand) values = {0};
    bool many = lt_accept(r, "(");
    do {
        lt_operand *v = lt_push(&r->engine->arena, &values);
        if (!v || !parse_value(r, left, v))
            return false;
        if (many)
            lt_accept(r, "|");
    } while (many && !lt_sees(r, ")") && !lt_at_end(r));
    if (many && !lt_expect(r, ")", "behind the values"))
        return false;
    test->values = lt_engine_lines(r->engine, values.count * sizeof *values.at);
    if (!test->values)
        return false;
    memcpy(test->values, values.at, values.count * sizeof *values.at);
    test->value_count = values.count;
    return true;
}

static lt_expr *parse_test(lt_reader *r, const lt_names_here *names)
{
    lt_expr *left = lt_parse_expression(r, names);
    if (!left)
        return NULL;
    lt_skip(r);
    if (left->op <= LT_X_TEST && (lt_at_end(r) || !strchr("=!<>", r->source->text[r->at])))
        return left; /* a named condition */
    lt_expr *test = new_pair(r, LT_X_TEST, LT_V_BOOL, left, NULL);
    if (!test)
        return NULL;
    static const struct { const char *mark; lt_compare compare; } signs[] = {
        {"!=", LT_NE}, {"<=", LT_LE}, {">=", LT_GE}, {"<", LT_LT}, {">", LT_GT}, {"=", LT_EQ}};
    lt_skip(r);
    uint32_t sign = r->at;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (lt_accept(r, signs[i].mark)) {
            test->compare = (uint8_t)signs[i].compare;
            break;
        }
    if (test->compare == LT_IS_TRUE) {
        if (has_many_words(left))
            return lt_complain_at(r, left->begin, "`%s` needs a value: %s=$LEXICON",
                                  left->property->name, left->property->name), NULL;
        lt_find_quick(r->engine, test);
        return test;
    }
    if (left->type == LT_V_BOOL)
        return lt_complain_at(r, sign, "this is true or false and is not compared with a value"), NULL;
    if ((is_place(left) && left->type != LT_V_TOKEN) || left->type == LT_V_NOTHING)
        return lt_complain_at(r, sign, "%s is not compared with a value: use one of its properties",
                              lt_type_name(left->type)), NULL;
    if (test->compare > LT_NE && left->type != LT_V_COUNT)
        return lt_complain_at(r, sign, "only numbers are greater or smaller; this is %s",
                              lt_type_name(left->type)), NULL;
    if (!parse_values(r, left, test))
        return NULL;
    test->end = r->at;
    lt_find_quick(r->engine, test);
    return test;
}

static lt_expr *parse_single(lt_reader *r, const lt_names_here *names)
{
    lt_skip(r);
    uint32_t begin = r->at;
    if (!enter(r))
        return NULL;
    lt_expr *e;
    if (lt_sees(r, "!") && !lt_sees(r, "!=")) {
        lt_accept(r, "!");
        lt_expr *inner = parse_single(r, names);
        e = inner ? new_expr(r, LT_X_NOT, LT_V_BOOL, begin) : NULL;
        if (e)
            e->left = inner; /* `readings` stays false: a negation looks at all readings itself */
    } else if (lt_accept(r, "(")) {
        e = lt_parse_condition(r, names);
        if (e && !lt_expect(r, ")", "to close the parenthesis"))
            return NULL;
    } else {
        e = parse_test(r, names);
    }
    r->depth--;
    return e;
}

static lt_expr *parse_both(lt_reader *r, const lt_names_here *names)
{
    lt_expr *left = parse_single(r, names);
    while (left && lt_accept(r, "&")) {
        lt_expr *right = parse_single(r, names);
        left = right ? new_pair(r, LT_X_AND, LT_V_BOOL, left, right) : NULL;
    }
    return left;
}

lt_expr *lt_parse_condition(lt_reader *r, const lt_names_here *names)
{
    lt_expr *left = parse_both(r, names);
    while (left && lt_accept(r, "|")) {
        lt_expr *right = parse_both(r, names);
        left = right ? new_pair(r, LT_X_OR, LT_V_BOOL, left, right) : NULL;
    }
    return left;
}

/* ---------------------------------------------------------------- scenes and ranges */

enum { POOL = 128 };

bool lt_scene_init(lt_scene *s, lt_document *d)
{
    *s = (lt_scene){.d = d, .engine = d->engine, .self = LAUT_NONE};
    s->own_room = !d->worker;
    s->room = d->worker ? d->worker->room : lt_regex_room_new();
    s->pool.at = lt_arena_alloc(&d->arena, POOL * sizeof *s->pool.at);
    s->pool.size = POOL;
    s->extents = lt_arena_alloc(&d->arena, (d->clauses.count + 1) * sizeof *s->extents);
    s->extent_known = lt_arena_alloc(&d->arena, d->clauses.count + 1);
    s->clause_traits = lt_arena_alloc(&d->arena, (d->clauses.count + 1) * sizeof *s->clause_traits);
    s->mention_traits = lt_arena_alloc(&d->arena, (d->mentions.count + 1) * sizeof *s->mention_traits);
    if (!s->room || !s->pool.at || !s->extents || !s->extent_known || !s->clause_traits ||
        !s->mention_traits)
        return false;
    lt_find_traits(s);
    return true;
}

void lt_scene_end(lt_scene *s)
{
    if (s->own_room)
        lt_regex_room_free(s->room);
    s->room = NULL;
}

lt_range *lt_scene_ranges(lt_scene *s, uint32_t count)
{
    if (s->pool.size - s->pool.used < count) {
        /* What was handed out stays valid: the old pool lives on in the arena. */
        uint32_t size = s->pool.size * 2 > count ? s->pool.size * 2 : count * 2;
        lt_range *fresh = lt_arena_alloc(&s->d->arena, size * sizeof *fresh);
        if (!fresh)
            return NULL;
        s->pool.at = fresh;
        s->pool.size = size;
        s->pool.used = 0;
    }
    lt_range *at = s->pool.at + s->pool.used;
    s->pool.used += count;
    return at;
}

static int by_first(const void *a, const void *b)
{
    const lt_range *x = a, *y = b;
    return (x->first > y->first) - (x->first < y->first);
}

uint32_t lt_normalise(lt_range *at, uint32_t count)
{
    if (count > 1)
        qsort(at, count, sizeof *at, by_first);
    uint32_t n = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (at[i].first >= at[i].last)
            continue;
        if (n && at[i].first <= at[n - 1].last) {
            if (at[i].last > at[n - 1].last)
                at[n - 1].last = at[i].last;
        } else {
            at[n++] = at[i];
        }
    }
    return n;
}

lt_ranges lt_ranges_of(lt_scene *s, lt_value v)
{
    const lt_document *d = s->d;
    lt_range r = {0, 0};
    switch (v.type) {
    case LT_V_RANGES: return v.as.ranges;
    case LT_V_CLAUSE:
        return (lt_ranges){d->clauses.at[v.as.index].segments,
                           d->clauses.at[v.as.index].segment_count};
    case LT_V_TOKEN: case LT_V_FORM:
        r = (lt_range){v.as.index, v.as.index + 1};
        break;
    case LT_V_QUOTE:
        r = (lt_range){d->quotes.at[v.as.index].first, d->quotes.at[v.as.index].last};
        break;
    case LT_V_MENTION:
        r = (lt_range){d->mentions.at[v.as.index].first, d->mentions.at[v.as.index].last};
        break;
    case LT_V_SENTENCE:
        r = (lt_range){d->sentences.at[v.as.index].first, d->sentences.at[v.as.index].last};
        break;
    case LT_V_CLAIM: case LT_V_PARTY:
        return lt_unit_ranges(s, v.type, v.as.index);
    default: break;
    }
    v = one_range(s, r.first, r.last);
    return v.type == LT_V_RANGES ? v.as.ranges : (lt_ranges){NULL, 0};
}

static lt_value plus(lt_scene *s, lt_ranges a, lt_ranges b)
{
    lt_range *out = lt_scene_ranges(s, a.count + b.count);
    if (!out)
        return nothing();
    if (a.count)
        memcpy(out, a.at, a.count * sizeof *out);
    if (b.count)
        memcpy(out + a.count, b.at, b.count * sizeof *out);
    return ranges(out, lt_normalise(out, a.count + b.count));
}

static lt_value minus(lt_scene *s, lt_ranges a, lt_ranges b)
{
    lt_range *out = lt_scene_ranges(s, a.count + b.count);
    uint32_t n = 0;
    for (uint32_t i = 0; out && i < a.count; i++) {
        uint32_t at = a.at[i].first;
        for (uint32_t k = 0; k < b.count; k++) {
            if (b.at[k].last <= at || b.at[k].first >= a.at[i].last)
                continue;
            if (b.at[k].first > at)
                out[n++] = (lt_range){at, b.at[k].first};
            at = b.at[k].last;
        }
        if (at < a.at[i].last)
            out[n++] = (lt_range){at, a.at[i].last};
    }
    return ranges(out, out ? lt_normalise(out, n) : 0);
}

/* ---------------------------------------------------------------- evaluation */

static bool holds(lt_scene *s, const lt_expr *e);
static lt_value evaluate(lt_scene *s, const lt_expr *e);

/* The unit that an expression comes to, or LAUT_NONE: what steps begin at. */
static uint32_t unit_of(lt_scene *s, const lt_expr *e)
{
    if (e->op == LT_X_CAPTURE)
        return s->captures[e->capture].unit;
    if (e->op == LT_X_SELF)
        return s->self;
    lt_value v = evaluate(s, e);
    return v.type == LT_V_NOTHING ? LAUT_NONE : v.as.index;
}

static lt_value evaluate(lt_scene *s, const lt_expr *e)
{
    lt_value a, b;
    switch (e->op) {
    case LT_X_SELF: return unit(s->self_type, s->self);
    case LT_X_CAPTURE: {
        const lt_bound *c = &s->captures[e->capture];
        if (e->type == LT_V_RANGES)
            return one_range(s, c->first, c->last);
        return unit(e->type, c->unit);
    }
    case LT_X_SENTENCE: return unit(LT_V_SENTENCE, s->sentence);
    case LT_X_PREVIOUS: return unit(LT_V_SENTENCE, s->sentence ? s->sentence - 1 : LAUT_NONE);
    case LT_X_COVERED: return one_range(s, s->covered.first, s->covered.last);
    case LT_X_DOCUMENT: return unit(LT_V_DOCUMENT, 0);
    case LT_X_LIMIT: return (lt_value){.type = LT_V_COUNT, .as.count = s->limit};
    case LT_X_STEP: {
        uint32_t at = unit_of(s, e->left);
        return at == LAUT_NONE ? nothing() : e->property->get(s, e->property, at);
    }
    case LT_X_CALL:
        a = evaluate(s, e->left);
        b = e->right ? evaluate(s, e->right) : nothing();
        if (a.type == LT_V_NOTHING && e->function->type != LT_V_BOOL)
            return a;
        return e->function->call(s, a, b);
    case LT_X_SPAN: {
        lt_ranges x = lt_ranges_of(s, evaluate(s, e->left));
        lt_ranges y = lt_ranges_of(s, evaluate(s, e->right));
        return empty(x) || empty(y) ? nothing() : one_range(s, first_of(x), last_of(y) + 1);
    }
    case LT_X_PLUS: case LT_X_MINUS: {
        lt_ranges x = lt_ranges_of(s, evaluate(s, e->left));
        lt_ranges y = lt_ranges_of(s, evaluate(s, e->right));
        return e->op == LT_X_PLUS ? plus(s, x, y) : minus(s, x, y);
    }
    default: return truth(holds(s, e));
    }
}

static bool token_matches(lt_scene *s, const lt_token *t, const lt_operand *o)
{
    bool decided;
    switch (o->kind) {
    case LT_O_WORD: return t->form != LT_NO_WORD && t->form == o->word;
    case LT_O_SET: return lt_in_set(&s->engine->vocabulary, t->form, o->set);
    case LT_O_REGEX:
        if (lt_is_decided(o->words, t->form, &decided))
            return decided;
        return lt_regex_matches(o->regex, s->room, s->d->text.bytes + t->begin, t->end - t->begin);
    default: return false;
    }
}

static bool word_matches(lt_scene *s, lt_word w, const lt_operand *o)
{
    const lt_vocabulary *v = &s->engine->vocabulary;
    bool decided;
    if (w == LT_NO_WORD)
        return false;
    switch (o->kind) {
    case LT_O_WORD: return w == o->word;
    case LT_O_SET: return lt_in_set(v, w, o->set);
    case LT_O_REGEX:
        if (lt_is_decided(o->words, w, &decided))
            return decided;
        return lt_regex_matches(o->regex, s->room, v->words.at[w].text, v->words.at[w].size);
    default: return false;
    }
}

static bool any_word_matches(lt_scene *s, uint32_t token, const lt_operand *o)
{
    const lt_token *t = &s->d->tokens.at[token];
    if (token_matches(s, t, o))
        return true;
    for (uint32_t k = 0; k < t->reading_count; k++)
        if (word_matches(s, s->d->readings.at[t->first_reading + k].lemma, o))
            return true;
    return false;
}

static bool any_in(lt_scene *s, const lt_range *at, uint32_t count, const lt_operand *o)
{
    for (uint32_t k = 0; k < count; k++)
        for (uint32_t t = at[k].first; t < at[k].last; t++)
            if (any_word_matches(s, t, o))
                return true;
    return false;
}

static bool any_deed(lt_scene *s, const lt_clause *c, const lt_operand *o)
{
    for (uint32_t k = 0; k < c->segment_count; k++)
        for (uint32_t t = c->segments[k].first; t < c->segments[k].last; t++) {
            const lt_token *x = &s->d->tokens.at[t];
            for (uint32_t r = 0; r < x->reading_count && !(x->flags & LT_CAPITAL); r++) {
                const lt_reading *y = &s->d->readings.at[x->first_reading + r];
                if (y->category == LT_VERB && word_matches(s, y->lemma, o))
                    return true;
            }
        }
    return false;
}

static bool equals(lt_scene *s, lt_value v, const lt_operand *o)
{
    switch (v.type) {
    case LT_V_SYMBOL: return strcmp(v.as.text, o->text) == 0;
    case LT_V_CELL: return lt_cell_has(v.as.text, o->text);
    case LT_V_WORD: return word_matches(s, v.as.word, o) || word_matches(s, v.as.whole, o);
    case LT_V_COUNT: return v.as.count == (o->kind == LT_O_LIMIT ? s->limit : o->number);
    case LT_V_FORM: case LT_V_TOKEN: return token_matches(s, &s->d->tokens.at[v.as.index], o);
    case LT_V_ANY_WORD: return any_word_matches(s, v.as.index, o);
    case LT_V_WORDS: return any_in(s, v.as.ranges.at, v.as.ranges.count, o);
    case LT_V_DEEDS: {
        const lt_clause *x = &s->d->clauses.at[v.as.index];
        return word_matches(s, x->lemma, o) || any_deed(s, x, o);
    }
    default: return false;
    }
}

static bool is_true(lt_value v)
{
    switch (v.type) {
    case LT_V_NOTHING: return false;
    case LT_V_BOOL: return v.as.truth;
    case LT_V_COUNT: return v.as.count != 0;
    case LT_V_SYMBOL: case LT_V_CELL: return v.as.text[0] != '\0';
    case LT_V_WORD: return v.as.word != LT_NO_WORD;
    case LT_V_RANGES: return v.as.ranges.count > 0;
    default: return true;
    }
}

static bool test_value(lt_scene *s, const lt_expr *e, lt_value v)
{
    if (e->compare == LT_IS_TRUE)
        return is_true(v);
    if (e->compare > LT_NE) {
        if (v.type != LT_V_COUNT)
            return false;
        for (uint32_t i = 0; i < e->value_count; i++) {
            int64_t n = e->values[i].kind == LT_O_LIMIT ? s->limit : e->values[i].number;
            if (e->compare == LT_LT ? v.as.count < n : e->compare == LT_GT ? v.as.count > n :
                e->compare == LT_LE ? v.as.count <= n : v.as.count >= n)
                return true;
        }
        return false;
    }
    bool found = false;
    for (uint32_t i = 0; i < e->value_count && !found; i++)
        found = equals(s, v, &e->values[i]);
    return found == (e->compare == LT_EQ);
}

/* A test at the end of a longer path looks at all readings of the token that it comes to. */
static bool test_readings(lt_scene *s, const lt_expr *e, uint32_t token)
{
    const lt_token *t = &s->d->tokens.at[token];
    const lt_property *p = e->left->property;
    const lt_reading *outer = s->reading;
    bool found = false;
    for (uint32_t k = 0; k < t->reading_count && !found; k++) {
        s->reading = &s->d->readings.at[t->first_reading + k];
        found = test_value(s, e, p->get(s, p, token));
    }
    s->reading = outer;
    return found;
}

static bool on_a_reading(lt_scene *s, const lt_expr *e)
{
    if (!e->readings || s->self_type != LT_V_TOKEN)
        return holds(s, e);
    const lt_token *t = &s->d->tokens.at[s->self];
    const lt_reading *outer = s->reading;
    bool found = false;
    s->reading = NULL;
    if (!t->reading_count)
        found = holds(s, e);
    for (uint32_t k = 0; k < t->reading_count && !found; k++) {
        s->reading = &s->d->readings.at[t->first_reading + k];
        found = holds(s, e);
    }
    s->reading = outer;
    return found;
}

static bool holds(lt_scene *s, const lt_expr *e)
{
    switch (e->op) {
    case LT_X_OR: return holds(s, e->left) || holds(s, e->right);
    case LT_X_AND: return holds(s, e->left) && holds(s, e->right);
    case LT_X_NOT: return !on_a_reading(s, e->left);
    case LT_X_TEST:
        if (e->left->op == LT_X_STEP && e->left->property->reading &&
            e->left->left->op != LT_X_SELF) {
            uint32_t token = unit_of(s, e->left->left);
            if (token == LAUT_NONE)
                return false;
            if (e->quick) /* one test on any reading: those of all together tell */
                return lt_unit_bits(s, e->quick == LT_Q_READING_CATEGORY ? LT_Q_TOKEN_SORT : LT_Q_TOKEN_FEATURE, 0, token) &
                       e->mask;
            return test_readings(s, e, token);
        }
        if (e->quick) {
            uint32_t at = unit_of(s, e->left->left);
            return at == LAUT_NONE ? e->compare == LT_NE : lt_quick_test(s, e, at);
        }
        return test_value(s, e, evaluate(s, e->left));
    default: return is_true(evaluate(s, e));
    }
}

bool lt_holds(lt_scene *s, const lt_expr *condition, lt_value_type type, uint32_t index)
{
    s->pool.used = 0;
    s->self_type = (uint8_t)type;
    s->self = index;
    bool found = on_a_reading(s, condition);
    s->self = LAUT_NONE;
    s->self_type = LT_V_NOTHING;
    return found;
}

bool lt_is_true(lt_scene *s, const lt_expr *condition)
{
    s->pool.used = 0;
    return holds(s, condition);
}

lt_value lt_evaluate(lt_scene *s, const lt_expr *expr)
{
    s->pool.used = 0;
    return evaluate(s, expr);
}
