/* The parser of rule files: statements, lexica, macros, patterns and examples. Conditions are
 * parsed in conditions.c.
 *
 * A file is first cut into statements: a line that begins with a keyword begins one, deeper
 * lines go on with it. Definitions of all files are read before rules, so that their order does
 * not matter. A broken rule is given up at its first error and the next one is tried.
 */
#include "engine/rules.h"

#include <stdio.h>
#include <string.h>
#include <unicode/utf8.h>

#include "base/fold.h"
#include "document.h"
#include "engine/bits.h"
#include "engine/checks.h"
#include "engine/conditions.h"
#include "engine/properties.h"
#include "engine/reader.h"
#include "engine/starts.h"
#include "engine/triggers.h"

const char *const lt_role_names[LT_RULE_ROLES] = {"content", "cue", "frame",
                                                  "speaker", "addressee", "source"};
_Static_assert((int)LT_RULE_ROLES == (int)LT_ROLE_COUNT, "the roles of rules and of matches");

typedef enum {
    KEY_LEXICON, KEY_LET, KEY_RULE, KEY_TEXT, KEY_FINDING, /* stand by themselves */
    KEY_MATCH, KEY_WHERE, KEY_UNLESS, KEY_EMIT, KEY_EXAMPLE, KEY_NOT, KEY_GAP, KEY_END,
    KEY_EACH, KEY_LIMIT, KEY_ONCE, KEY_AT, KEY_OVER, KEY_DE, KEY_EN, /* in findings only */
    KEY_COUNT
} keyword;

static const char *const keywords[KEY_COUNT] = {
    "lexicon", "let", "rule", "text", "finding", "match", "where", "unless", "emit", "example", "not", "gap",
    "end", "each", "limit", "once", "at", "over", "de", "en"};

typedef struct {
    keyword key;
    const lt_source *source;
    uint32_t at, begin, end; /* of the keyword; of what follows */
    uint32_t line;           /* of the keyword */
} statement;

typedef struct {
    lt_name name;
    const lt_source *source;
    uint32_t set;
    bool broken; /* complained about; its uses are not */
} lexicon;

typedef struct {
    lt_name name;
    const statement *definition;
    enum { UNREAD, READING, READ, BROKEN } state;
    lt_node *node;
} macro;

typedef struct lt_loader {
    laut_engine *engine;
    laut_errors *errors;
    lt_vec(statement) statements;
    lt_vec(lexicon) lexica;
    lt_vec(macro) macros;
    lt_vec(lt_condition) conditions;
} loader;

static lt_reader open_statement(loader *l, const statement *s)
{
    return (lt_reader){.engine = l->engine, .errors = l->errors, .loader = l, .source = s->source,
                       .at = s->begin, .end = s->end};
}

/* ---------------------------------------------------------------- statements */

static bool utf8(loader *l, const lt_source *s)
{
    for (int32_t i = 0; i < (int32_t)s->size;) {
        int32_t at = i;
        UChar32 c;
        U8_NEXT(s->text, i, (int32_t)s->size, c);
        if (c <= 0)
            return lt_complain(l->errors, s->path, s->text, s->size, (size_t)at,
                               c ? "not UTF-8" : "a NUL byte in a file of rules");
    }
    return true;
}

static keyword keyword_at(const char *text, uint32_t size)
{
    for (int k = 0; k < KEY_COUNT; k++)
        if (strlen(keywords[k]) == size && memcmp(keywords[k], text, size) == 0)
            return (keyword)k;
    return KEY_COUNT;
}

static void unknown_keyword(loader *l, const lt_source *s, uint32_t at, uint32_t size)
{
    lt_suggestion suggestion = {.wanted = {s->text + at, size, at}};
    for (int k = 0; k < KEY_COUNT; k++)
        lt_suggest(&suggestion, keywords[k]);
    const char *did_you_mean = lt_suggested(&suggestion);
    lt_complain(l->errors, s->path, s->text, s->size, at,
                "expected a keyword%s", *did_you_mean ? did_you_mean
                : " (rule, match, where, unless, emit, example, not, gap, end, lexicon, let, finding or text)");
}

static void cut(loader *l, const lt_source *s)
{
    if (!utf8(l, s))
        return;
    const char *t = s->text;
    uint32_t size = (uint32_t)s->size, indent = 0;
    statement *open = NULL;
    bool lost = false; /* behind a line that is no statement */
    uint32_t at = size >= 3 && memcmp(t, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    for (uint32_t line = 1; at < size && !l->engine->arena.failed; line++) {
        const char *newline = memchr(t + at, '\n', size - at);
        uint32_t next = newline ? (uint32_t)(newline - t) + 1 : size;
        uint32_t word = at, end;
        while (word < next && (t[word] == ' ' || t[word] == '\t' || t[word] == '\r'))
            word++;
        for (end = word; end < next && (unsigned char)t[end] > ' ';)
            end++;
        if (word < end && t[word] != '#') {
            keyword key = keyword_at(t + word, end - word);
            if (key != KEY_COUNT) {
                lost = false;
                indent = word - at;
                open = lt_push(&l->engine->arena, &l->statements);
                if (!open)
                    return;
                *open = (statement){key, s, word, end, next, line};
            } else if (open && word - at > indent) {
                open->end = next;
            } else if (!lost) {
                unknown_keyword(l, s, word, end - word);
                lost = true;
            }
        }
        at = next;
    }
}

/* ---------------------------------------------------------------- lexica */

static bool is_name(lt_name a, lt_name b) { return a.size == b.size && memcmp(a.at, b.at, a.size) == 0; }

static void suggest_name(lt_suggestion *s, lt_name n)
{
    char name[48];
    snprintf(name, sizeof name, "%.*s", (int)(n.size < 47 ? n.size : 47), n.at);
    lt_suggest(s, name);
}

bool lt_read_set(lt_reader *r, uint32_t *set)
{
    lt_skip(r);
    uint32_t begin = r->at;
    lt_accept(r, "$");
    lt_name n = lt_read_name(r);
    if (!n.size)
        return lt_complain_at(r, begin, "expected the name of a lexicon behind `$`");
    lt_suggestion suggestion = {.wanted = n};
    for (uint32_t i = 0; i < r->loader->lexica.count; i++) {
        const lexicon *x = &r->loader->lexica.at[i];
        if (is_name(x->name, n)) {
            *set = x->set;
            return !x->broken;
        }
    }
    for (uint32_t i = 0; i < r->loader->lexica.count; i++)
        suggest_name(&suggestion, r->loader->lexica.at[i].name);
    return lt_complain_at(r, begin, "there is no lexicon `$%.*s`%s", (int)n.size, n.at,
                          lt_suggested(&suggestion));
}

static void add_word(loader *l, uint32_t set, const char *text, size_t size)
{
    /* A phrase counts as its last word: bekannt geben. */
    while (size && text[size - 1] == ' ')
        size--;
    for (size_t i = size; i > 0; i--)
        if (text[i - 1] == ' ') {
            text += i;
            size -= i;
            break;
        }
    char folded[LT_MAX_WORD];
    size_t n = lt_fold(text, size, folded);
    lt_word w = n ? lt_intern(&l->engine->vocabulary, folded, n) : LT_NO_WORD;
    lt_listing *listing = w != LT_NO_WORD ? lt_list(&l->engine->vocabulary, w) : NULL;
    if (listing)
        listing->sets[set / 64] |= UINT64_C(1) << (set % 64);
}

/* Conditions on rows: COLUMN, COLUMN=VALUE, COLUMN!=VALUE with & | ! ( ). They are evaluated while
 * they are read, for one row after the other; `dry` reads without a row. */
typedef struct {
    lt_reader *r;
    const lt_table *table;
    uint32_t row;
    bool dry;
} filter;

static bool filter_any(filter *f, bool *out);

static bool column_has(const filter *f, uint32_t column, const char *value, uint32_t row)
{
    const char *cell = lt_cell_at(f->table, row, column);
    return value ? lt_cell_has(cell, value) : *cell != '\0';
}

static bool filter_value(filter *f, uint32_t column, bool *out)
{
    lt_reader *r = f->r;
    lt_skip(r);
    uint32_t begin = r->at;
    lt_name n = lt_sees(r, "\"") ? lt_read_delimited(r, '"', "the string")
                                 : lt_read_word(r, "\"()[]&|!=");
    if (!n.size)
        return n.at ? lt_complain_at(r, begin, "expected a value of the column") : false;
    char value[LT_MAX_WORD];
    if (n.size >= sizeof value)
        return lt_complain_at(r, begin, "the value is too long");
    memcpy(value, n.at, n.size);
    value[n.size] = '\0';
    if (f->dry) {
        for (uint32_t row = 0; row < f->table->row_count; row++)
            if (column_has(f, column, value, row))
                return true;
        return lt_complain_at(r, begin, "no row of %s has `%s` in its column `%s`", f->table->path,
                              value, f->table->columns[column]);
    }
    *out |= column_has(f, column, value, f->row);
    return true;
}

static bool filter_one(filter *f, bool *out)
{
    lt_reader *r = f->r;
    *out = false;
    if (r->depth++ > LT_MAX_NESTING)
        return lt_complain_at(r, r->at, "too many parentheses inside each other");
    if (lt_accept(r, "!")) {
        if (!filter_one(f, out))
            return false;
        *out = !*out;
    } else if (lt_accept(r, "(")) {
        if (!filter_any(f, out) || !lt_expect(r, ")", "to close the parenthesis"))
            return false;
    } else {
        lt_name n = lt_read_name(r);
        uint32_t column = 0;
        lt_suggestion s = {.wanted = n};
        while (column < f->table->column_count && !lt_name_is(n, f->table->columns[column]))
            column++;
        for (uint32_t c = 0; column == f->table->column_count && c < column; c++)
            lt_suggest(&s, f->table->columns[c]);
        if (column == f->table->column_count)
            return n.size ? lt_complain_at(r, n.begin, "%s has no column `%.*s`%s", f->table->path,
                                           (int)n.size, n.at, lt_suggested(&s))
                          : lt_complain_at(r, lt_next_place(r), "expected the name of a column");
        bool differs = lt_accept(r, "!=");
        if (differs || lt_accept(r, "=")) {
            bool many = lt_accept(r, "(");
            do {
                if (!filter_value(f, column, out))
                    return false;
                if (many)
                    lt_accept(r, "|");
            } while (many && !lt_sees(r, ")") && !lt_at_end(r));
            if (many && !lt_expect(r, ")", "behind the values"))
                return false;
            *out ^= differs;
        } else if (!f->dry) {
            *out = column_has(f, column, NULL, f->row);
        }
    }
    r->depth--;
    return true;
}

static bool filter_all(filter *f, bool *out)
{
    if (!filter_one(f, out))
        return false;
    while (lt_accept(f->r, "&")) {
        bool b;
        if (!filter_one(f, &b))
            return false;
        *out &= b;
    }
    return true;
}

static bool filter_any(filter *f, bool *out)
{
    if (!filter_all(f, out))
        return false;
    while (lt_accept(f->r, "|")) {
        bool b;
        if (!filter_all(f, &b))
            return false;
        *out |= b;
    }
    return true;
}

static bool read_table_lexicon(loader *l, lt_reader *r, uint32_t set)
{
    lt_name path = lt_read_word(r, "[");
    char *copy = lt_name_copy(r, path);
    const lt_table *t = copy ? lt_engine_table(l->engine, copy, NULL) : NULL;
    if (!t) {
        lt_suggestion s = {.wanted = path};
        for (uint32_t i = 0; i < l->engine->tables.count; i++)
            lt_suggest(&s, l->engine->tables.at[i]->path);
        return lt_complain_at(r, path.begin, "there is no table `%.*s`%s", (int)path.size, path.at,
                              lt_suggested(&s));
    }
    bool filtered = lt_accept(r, "[");
    uint32_t begin = r->at;
    filter f = {.r = r, .table = t, .dry = true};
    bool take = true;
    if (filtered && (!filter_any(&f, &take) || !lt_expect(r, "]", "behind the condition on rows")))
        return false;
    uint32_t end = r->at;
    f.dry = false;
    for (uint32_t row = 0; row < t->row_count; row++) {
        r->at = begin;
        r->depth = 0;
        f.row = row;
        take = true;
        if (filtered && !filter_any(&f, &take))
            return false;
        const char *cell = lt_cell_at(t, row, 0);
        if (take)
            add_word(l, set, cell, strlen(cell));
    }
    r->at = end;
    return true;
}

static bool read_literal_lexicon(loader *l, lt_reader *r, uint32_t set)
{
    do {
        if (!lt_sees(r, "\""))
            return lt_complain_at(r, lt_next_place(r), "expected a word in quotation marks");
        lt_name n = lt_read_delimited(r, '"', "the word");
        if (!n.at)
            return false;
        add_word(l, set, n.at, n.size);
    } while (lt_accept(r, "|"));
    return true;
}

static bool read_lexicon(loader *l, const statement *s)
{
    lt_reader reader = open_statement(l, s), *r = &reader;
    if (!lt_expect(r, "$", "and the lexicon's name"))
        return false;
    lt_name n = lt_read_name(r);
    if (!n.size)
        return lt_complain_at(r, lt_next_place(r), "expected the lexicon's name");
    for (uint32_t i = 0; i < l->lexica.count; i++)
        if (is_name(l->lexica.at[i].name, n))
            return lt_complain_at(r, n.begin, "the lexicon `$%.*s` is defined twice, also in %s",
                                  (int)n.size, n.at, l->lexica.at[i].source->path);
    if (l->lexica.count == LT_MAX_SETS)
        return lt_complain_at(r, n.begin, "too many lexica: there may be %d", LT_MAX_SETS);
    lexicon *x = lt_push(&l->engine->arena, &l->lexica);
    if (!x)
        return false;
    *x = (lexicon){n, s->source, l->lexica.count - 1, true};
    if (!lt_expect(r, "=", "behind the lexicon's name"))
        return false;
    bool good = lt_sees(r, "\"") ? read_literal_lexicon(l, r, x->set)
                                 : read_table_lexicon(l, r, x->set);
    if (good && !lt_at_end(r))
        good = lt_complain_at(r, r->at, "the lexicon was expected to end here");
    x->broken = !good;
    return good;
}

/* ---------------------------------------------------------------- patterns */

static bool read_alternatives(lt_reader *r, lt_node *group);

static lt_node *new_node(lt_reader *r, lt_node_op op, uint32_t begin)
{
    lt_node *n = lt_engine_lines(r->engine, sizeof *n);
    if (n) {
        n->op = (uint8_t)op;
        n->min = n->max = 1;
        n->source = r->source;
        n->begin = begin;
        n->end = r->at;
    }
    return n;
}

static lt_node *read_macro(loader *l, macro *m)
{
    if (m->state != UNREAD)
        return m->node;
    m->state = READING;
    lt_reader r = open_statement(l, m->definition);
    lt_read_name(&r);
    lt_accept(&r, "=");
    lt_skip(&r);
    lt_node *group = new_node(&r, LT_N_GROUP, r.at);
    bool good = group && read_alternatives(&r, group);
    if (good && !lt_at_end(&r))
        good = lt_complain_at(&r, r.at, "the macro was expected to end here");
    m->state = good ? READ : BROKEN;
    return m->node = good ? group : NULL;
}

static lt_node *use_macro(lt_reader *r, lt_name n)
{
    loader *l = r->loader;
    lt_suggestion s = {.wanted = n};
    for (uint32_t i = 0; i < l->macros.count; i++) {
        macro *m = &l->macros.at[i];
        if (!is_name(m->name, n)) {
            suggest_name(&s, m->name);
            continue;
        }
        if (m->state == READING) {
            lt_complain_at(r, n.begin, "the macro `%.*s` uses itself", (int)n.size, n.at);
            return NULL;
        }
        lt_node *body = read_macro(l, m);
        if (!body)
            return NULL;
        const lt_node *single = body->alternative_count == 1 && body->alternatives[0].count == 1
                                    ? body->alternatives[0].at[0] : NULL;
        lt_node *copy = new_node(r, LT_N_GROUP, n.begin);
        if (!copy)
            return NULL;
        *copy = single && single->min == 1 && single->max == 1 && !single->capture ? *single : *body;
        copy->source = r->source; /* explain shows the macro's name, not its body */
        copy->begin = n.begin;
        copy->end = n.begin + n.size;
        return copy;
    }
    lt_complain_at(r, n.begin, "there is no macro `%.*s`%s", (int)n.size, n.at, lt_suggested(&s));
    return NULL;
}

lt_condition *lt_find_condition(lt_reader *r, lt_name n, lt_suggestion *s)
{
    loader *l = r->loader;
    for (uint32_t i = 0; i < l->conditions.count; i++) {
        if (is_name(l->conditions.at[i].name, n))
            return &l->conditions.at[i];
        suggest_name(s, l->conditions.at[i].name);
    }
    return NULL;
}

static lt_node *read_form(lt_reader *r, uint32_t begin)
{
    lt_name n = lt_read_delimited(r, '"', "the form");
    if (!n.at)
        return NULL;
    lt_node *group = new_node(r, LT_N_GROUP, begin);
    lt_sequence *sequence = lt_arena_alloc(&r->engine->arena, sizeof *sequence);
    if (!group || !sequence)
        return NULL;
    /* Several words in one literal are several tokens: „heißt es“ */
    for (uint32_t i = 0; i <= n.size;) {
        uint32_t k = i;
        while (k < n.size && n.at[k] != ' ')
            k++;
        lt_node *form = new_node(r, LT_N_FORM, begin);
        lt_node **slot = form ? lt_push(&r->engine->arena, sequence) : NULL;
        if (!slot || !(form->word = lt_name_intern(r, (lt_name){n.at + i, k - i, n.begin + i})))
            return NULL;
        *slot = form;
        i = k + 1;
    }
    if (sequence->count == 1)
        return sequence->at[0];
    group->alternatives = sequence;
    group->alternative_count = 1;
    return group;
}

/* `[condition]`; `[]` holds for everything. Where it is optional, NULL means none. */
static bool read_brackets(lt_reader *r, lt_value_type unit, lt_node *node)
{
    if (!lt_accept(r, "["))
        return true;
    if (lt_accept(r, "]"))
        return true;
    lt_names_here names = {.self = unit};
    node->condition = lt_parse_condition(r, &names);
    if (!node->condition || !lt_expect(r, "]", "behind the condition"))
        return false;
    lt_find_bits(r->engine, node);
    return true;
}

static lt_node *read_unit(lt_reader *r, uint32_t begin)
{
    static const struct { const char *name; lt_node_op op; lt_value_type type; } units[] = {
        {"quote", LT_N_QUOTE, LT_V_QUOTE},
        {"mention", LT_N_MENTION, LT_V_MENTION},
        {"clause", LT_N_CLAUSE, LT_V_CLAUSE}};
    lt_accept(r, "@");
    lt_name n = lt_read_name(r);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (lt_name_is(n, units[i].name)) {
            lt_node *node = new_node(r, units[i].op, begin);
            bool brackets = r->at < r->end && r->source->text[r->at] == '[';
            bool good = node && (!brackets ||
                                 read_brackets(r, units[i].type, node));
            return good ? node : NULL;
        }
    lt_complain_at(r, begin, "there is no unit `@%.*s`: expected @quote, @mention or @clause",
                   (int)n.size, n.at);
    return NULL;
}

static lt_node *read_atom(lt_reader *r)
{
    lt_skip(r);
    uint32_t begin = r->at;
    lt_node *n;
    if (lt_sees(r, "\""))
        return read_form(r, begin);
    if (lt_sees(r, "/")) {
        lt_alternation *words;
        lt_regex *regex = lt_read_regex(r, &words);
        n = regex ? new_node(r, LT_N_REGEX, begin) : NULL;
        if (n) {
            n->regex = regex;
            n->words = words;
        }
        return n;
    }
    if (lt_sees(r, "[")) {
        n = new_node(r, LT_N_TOKEN, begin);
        return n && read_brackets(r, LT_V_TOKEN, n) ? n : NULL;
    }
    if (lt_sees(r, "@"))
        return read_unit(r, begin);
    if (lt_accept(r, "<s>"))
        return new_node(r, LT_N_SENTENCE_START, begin);
    if (lt_accept(r, "</s>"))
        return new_node(r, LT_N_SENTENCE_END, begin);
    if (lt_accept(r, "<p>"))
        return new_node(r, LT_N_PARAGRAPH, begin);
    if (lt_accept(r, "(")) {
        if (r->depth++ > LT_MAX_NESTING) {
            lt_complain_at(r, begin, "too many parentheses inside each other");
            return NULL;
        }
        n = new_node(r, LT_N_GROUP, begin);
        if (!n || !read_alternatives(r, n) || !lt_expect(r, ")", "to close the group"))
            return NULL;
        r->depth--;
        return n;
    }
    lt_name name = lt_read_name(r);
    if (name.size)
        return use_macro(r, name);
    lt_complain_at(r, lt_next_place(r), "expected an element of the pattern");
    return NULL;
}

#define UNBOUNDED "a repetition without an upper bound: write {%d,N} with N up to %d"

static bool read_repetition(lt_reader *r, lt_node *n)
{
    uint32_t begin = r->at;
    /* A name like `c` in `a? c` must not be taken for a sign, so only what directly follows. */
    char c = r->at < r->end ? r->source->text[r->at] : '\0';
    if (c == '*' || c == '+')
        return lt_complain_at(r, begin, UNBOUNDED,
                              c == '+', LT_MAX_REPEAT);
    if (c == '?') {
        r->at++;
        n->min = 0;
    } else if (c == '{') {
        int64_t min, max;
        r->at++;
        if (!lt_read_number(r, &min, "of repetitions"))
            return false;
        max = min;
        if (lt_accept(r, ",")) {
            if (lt_sees(r, "}"))
                return lt_complain_at(r, begin, UNBOUNDED,
                                      (int)min, LT_MAX_REPEAT);
            if (!lt_read_number(r, &max, "of repetitions"))
                return false;
        }
        if (!lt_expect(r, "}", "behind the repetition"))
            return false;
        if (min < 0 || max < min || max > LT_MAX_REPEAT || max == 0)
            return lt_complain_at(r, begin, "a repetition must have bounds 0 ≤ m ≤ n ≤ %d, n not 0",
                                  LT_MAX_REPEAT);
        n->min = (uint8_t)min;
        n->max = (uint8_t)max;
    } else {
        return true;
    }
    n->lazy = r->at < r->end && r->source->text[r->at] == '?';
    r->at += n->lazy;
    return true;
}

static lt_node *read_element(lt_reader *r)
{
    lt_skip(r);
    uint32_t begin = r->at;
    lt_name name = lt_read_name(r);
    const char *capture = NULL;
    if (name.size && r->at < r->end && r->source->text[r->at] == ':') {
        r->at++;
        static const char *const reserved[] = {"sentence", "previous", "rule", "if"};
        for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
            if (lt_name_is(name, reserved[i])) {
                lt_complain_at(r, begin, "`%s` has a meaning of its own and is no name for a capture",
                               reserved[i]);
                return NULL;
            }
        if (!(capture = lt_name_copy(r, name)))
            return NULL;
    } else {
        r->at = begin;
    }
    lt_node *n = read_atom(r);
    if (!n)
        return NULL;
    if (n->min != 1 || n->max != 1 || n->capture) { /* a macro that repeats or captures */
        lt_node *group = new_node(r, LT_N_GROUP, n->begin);
        lt_sequence *sequence = lt_arena_alloc(&r->engine->arena, sizeof *sequence);
        lt_node **slot = group && sequence ? lt_push(&r->engine->arena, sequence) : NULL;
        if (!slot)
            return NULL;
        *slot = n;
        group->alternatives = sequence;
        group->alternative_count = 1;
        n = group;
    }
    if (!read_repetition(r, n))
        return NULL;
    n->capture = capture;
    n->begin = begin;
    n->end = r->at;
    return n;
}

static bool read_sequence(lt_reader *r, lt_sequence *out)
{
    do {
        lt_node *n = read_element(r);
        lt_node **slot = n ? lt_push(&r->engine->arena, out) : NULL;
        if (!slot)
            return false;
        *slot = n;
    } while (!lt_at_end(r) && !lt_sees(r, ")") && !lt_sees(r, "|"));
    return true;
}

static bool read_alternatives(lt_reader *r, lt_node *group)
{
    lt_vec(lt_sequence) alternatives = {0};
    do {
        lt_sequence *s = lt_push(&r->engine->arena, &alternatives);
        if (!s || !read_sequence(r, s))
            return false;
    } while (lt_accept(r, "|"));
    group->alternatives = alternatives.at;
    group->alternative_count = alternatives.count;
    group->end = r->at;
    return true;
}

/* ---------------------------------------------------------------- programs */

typedef struct {
    lt_reader *r;
    lt_engine_rule *rule;
    lt_vec(lt_instruction) code;
    uint8_t element;
    bool failed;
} compiler;

/* What a capture of the node holds. */
static lt_value_type node_type(const lt_node *n)
{
    lt_value_type type = LT_V_RANGES;
    if (n->max > 1)
        return type;
    switch (n->op) {
    case LT_N_FORM: case LT_N_REGEX: case LT_N_TOKEN: return LT_V_TOKEN;
    case LT_N_QUOTE: return LT_V_QUOTE;
    case LT_N_MENTION: return LT_V_MENTION;
    case LT_N_CLAUSE: return LT_V_CLAUSE;
    case LT_N_GROUP:
        for (uint32_t i = 0; i < n->alternative_count; i++) {
            const lt_sequence *s = &n->alternatives[i];
            if (s->count != 1 || s->at[0]->capture)
                return LT_V_RANGES;
            lt_value_type t = node_type(s->at[0]);
            if (i && t != type)
                return LT_V_RANGES;
            type = t;
        }
        return type;
    default: return type;
    }
}

static bool add_captures(lt_reader *r, lt_engine_rule *rule, const lt_node *n)
{
    if (n->capture) {
        lt_value_type type = node_type(n);
        uint32_t i = 0;
        while (i < rule->capture_count && strcmp(rule->captures[i].name, n->capture) != 0)
            i++;
        if (i == rule->capture_count) {
            if (i == LT_MAX_CAPTURES)
                return lt_complain_at(r, n->begin, "too many captures: there may be %d",
                                      LT_MAX_CAPTURES);
            rule->captures[rule->capture_count++] = (lt_capture){n->capture, type};
        } else if (rule->captures[i].type != type) {
            return lt_complain_at(r, n->begin, "`%s` captures %s here and %s before", n->capture,
                                  lt_type_name(type), lt_type_name(rule->captures[i].type));
        }
    }
    for (uint32_t a = 0; a < n->alternative_count; a++)
        for (uint32_t i = 0; i < n->alternatives[a].count; i++)
            if (!add_captures(r, rule, n->alternatives[a].at[i]))
                return false;
    return true;
}

static int32_t capture_index(const lt_engine_rule *rule, const char *name)
{
    for (uint32_t i = 0; i < rule->capture_count; i++)
        if (strcmp(rule->captures[i].name, name) == 0)
            return (int32_t)i;
    return -1;
}

static uint32_t put(compiler *c, lt_instruction_op op, int32_t a, int32_t b, const lt_node *n)
{
    if (c->code.count >= LT_MAX_PROGRAM)
        c->failed = true;
    lt_instruction *i = c->failed ? NULL : lt_push(&c->r->engine->arena, &c->code);
    if (!i) {
        c->failed = true;
        return 0;
    }
    *i = (lt_instruction){(uint8_t)op, c->element, a, b, n, NULL};
    return c->code.count - 1;
}

static void compile_sequence(compiler *c, const lt_sequence *s, int32_t unit);

static void compile_once(compiler *c, const lt_node *n, int32_t unit)
{
    if (n->op != LT_N_GROUP) {
        put(c, LT_I_UNIT, unit, 0, n);
        return;
    }
    uint32_t jumps[256], jump_count = 0;
    for (uint32_t i = 0; i < n->alternative_count && !c->failed; i++) {
        bool last = i + 1 == n->alternative_count;
        uint32_t split = last ? 0 : put(c, LT_I_SPLIT, 0, 0, n);
        if (!last && !c->failed)
            c->code.at[split].a = (int32_t)split + 1;
        compile_sequence(c, &n->alternatives[i], unit);
        if (last || c->failed)
            break;
        if (jump_count == sizeof jumps / sizeof *jumps) {
            c->failed = true;
            break;
        }
        jumps[jump_count++] = put(c, LT_I_JUMP, 0, 0, n);
        c->code.at[split].b = (int32_t)c->code.count;
    }
    for (uint32_t i = 0; i < jump_count && !c->failed; i++)
        c->code.at[jumps[i]].a = (int32_t)c->code.count;
}

static void compile_node(compiler *c, const lt_node *n, int32_t unit)
{
    int32_t capture = n->capture ? capture_index(c->rule, n->capture) : -1;
    uint32_t splits[LT_MAX_REPEAT];
    if (capture >= 0) {
        put(c, LT_I_OPEN, capture, 0, n);
        unit = lt_is_unit(c->rule->captures[capture].type) ? capture : -1;
    }
    for (uint32_t i = 0; i < n->max && !c->failed; i++) {
        if (i >= n->min)
            splits[i] = put(c, LT_I_SPLIT, 0, 0, n);
        compile_once(c, n, unit);
    }
    for (uint32_t i = n->min; i < n->max && !c->failed; i++) {
        lt_instruction *split = &c->code.at[splits[i]];
        int32_t on = (int32_t)splits[i] + 1, out = (int32_t)c->code.count;
        split->a = n->lazy ? out : on;
        split->b = n->lazy ? on : out;
    }
    if (capture >= 0)
        put(c, LT_I_CLOSE, capture, 0, n);
}

static void compile_sequence(compiler *c, const lt_sequence *s, int32_t unit)
{
    for (uint32_t i = 0; i < s->count && !c->failed; i++)
        compile_node(c, s->at[i], unit);
}

static bool compile(lt_reader *r, lt_engine_rule *rule)
{
    compiler c = {.r = r, .rule = rule};
    if (rule->pattern.count > 255)
        return lt_complain_at(r, rule->pattern.at[0]->begin, "the pattern has too many elements");
    for (uint32_t i = 0; i < rule->pattern.count; i++) {
        c.element = (uint8_t)i;
        compile_node(&c, rule->pattern.at[i], -1);
    }
    c.element = (uint8_t)rule->pattern.count;
    put(&c, LT_I_MATCH, 0, 0, NULL);
    if (c.failed)
        return r->engine->arena.failed ? false :
               lt_complain_at(r, rule->pattern.at[0]->begin,
                              "the pattern is too large: its repetitions multiply");
    rule->program = lt_engine_lines(r->engine, c.code.count * sizeof *rule->program);
    if (!rule->program)
        return false;
    memcpy(rule->program, c.code.at, c.code.count * sizeof *rule->program);
    rule->program_size = c.code.count;
    lt_find_starts(r->engine, rule);
    return true;
}

/* ---------------------------------------------------------------- emit */

static const char *const emit_kinds[] = {"direct", "indirect", "reported",
                                         "indirect_free_indirect", "free_indirect",
                                         "no_comment", "source"};
enum { EMIT_KINDS = sizeof emit_kinds / sizeof *emit_kinds };

/* The number of a name among those that `name_of` gives to 0, 1, …; or -1. */
static int named(const char *const *names, int count, lt_name n)
{
    for (int i = 0; i < count; i++)
        if (lt_name_is(n, names[i]))
            return i;
    return -1;
}

static bool read_enum(lt_reader *r, const char *const *names, int count, const char *what,
                      uint8_t *out)
{
    lt_name n = lt_read_word(r, "=()");
    int i = named(names, count, n);
    if (i < 0) {
        lt_suggestion s = {.wanted = n};
        for (int k = 0; k < count; k++)
            lt_suggest(&s, names[k]);
        return lt_complain_at(r, n.begin, "`%.*s` is no %s%s", (int)n.size, n.at, what,
                              lt_suggested(&s));
    }
    *out = (uint8_t)i;
    return true;
}

static bool read_part(lt_reader *r, const lt_names_here *names, lt_emit *e, bool *done)
{
    lt_name n = lt_read_name(r);
    if (lt_name_is(n, "if")) {
        *done = true;
        return (e->condition = lt_parse_condition(r, names)) != NULL;
    }
    if (lt_name_is(n, "carries")) {
        e->carries = true;
        return true;
    }
    int role = named(lt_role_names, LT_RULE_ROLES, n);
    bool clause = lt_name_is(n, "clause"), act = lt_name_is(n, "act"), medium = lt_name_is(n, "medium");
    if (role < 0 && !clause && !act && !medium) {
        lt_suggestion s = {.wanted = n};
        for (int i = 0; i < LT_RULE_ROLES; i++)
            lt_suggest(&s, lt_role_names[i]);
        lt_suggest(&s, "carries");
        return n.size ? lt_complain_at(r, n.begin, "there is no role `%.*s`%s", (int)n.size, n.at,
                                       lt_suggested(&s))
                      : lt_complain_at(r, lt_next_place(r), "expected a role, such as content=…");
    }
    if (!lt_expect(r, "=", "behind the role"))
        return false;
    if (act || medium) {
        const char *words[16];
        int count = act ? LAUT_ASSESSMENT + 1 : LAUT_MEDIUM_UNKNOWN + 1;
        for (int i = 0; i < count; i++)
            words[i] = act ? laut_act_name((laut_act)i) : laut_medium_name((laut_medium)i);
        return read_enum(r, words, count, act ? "act" : "medium", act ? &e->act : &e->medium);
    }
    lt_skip(r);
    uint32_t begin = r->at;
    lt_expr *x = lt_parse_expression(r, names);
    if (!x)
        return false;
    if (clause ? x->type != LT_V_CLAUSE : !lt_is_unit(x->type) && x->type != LT_V_RANGES)
        return lt_complain_at(r, begin, "`%.*s` must be %s, but this is %s", (int)n.size, n.at,
                              clause ? "a clause" : "a unit or a token range", lt_type_name(x->type));
    lt_expr **slot = clause ? &e->clause : &e->roles[role];
    if (*slot)
        return lt_complain_at(r, n.begin, "`%.*s` is given twice", (int)n.size, n.at);
    *slot = x;
    return true;
}

static bool read_emit(lt_reader *r, const lt_names_here *names, const statement *s,
                      lt_engine_rule *rule)
{
    lt_emit *e = lt_push(&r->engine->arena, &rule->emits);
    if (!e)
        return false;
    *e = (lt_emit){.act = 255, .medium = 255};
    if (lt_at_end(r))
        return lt_complain_at(r, s->at, "expected the kind of claim behind `emit`");
    if (!read_enum(r, emit_kinds, EMIT_KINDS, "kind of claim", &e->kind))
        return false;
    for (bool done = false; !done && !lt_at_end(r);)
        if (!read_part(r, names, e, &done))
            return false;
    if (!e->roles[LT_ROLE_CONTENT] && e->kind < LT_EMIT_NO_COMMENT)
        return lt_complain_at(r, s->at, "a claim without `content=…`");
    if (!e->roles[LT_ROLE_SOURCE] && e->kind == LT_EMIT_SOURCE)
        return lt_complain_at(r, s->at, "a source without `source=…`");
    return true;
}

/* ---------------------------------------------------------------- examples */

enum { MAX_MARKS = 64, MAX_DEPTH = 8 };

/* The text with its markup {role:words}. Line breaks count as blanks, ¶ as a paragraph break. */
static bool read_example(lt_reader *r, const statement *s, lt_engine_rule *rule)
{
    const char *t = r->source->text;
    lt_arena *arena = &r->engine->arena;
    lt_mark_up marks[MAX_MARKS];
    uint32_t count = 0, open[MAX_DEPTH], opened_at[MAX_DEPTH], depth = 0, size = 0;
    char *out = lt_arena_alloc(arena, r->end - r->at + 1);
    lt_example *e = lt_push(arena, &rule->examples);
    if (!out || !e)
        return false;
    while (r->at < r->end && (t[r->at] == ' ' || t[r->at] == '\t'))
        r->at++;
    while (r->at < r->end) {
        char c = t[r->at], next = r->at + 1 < r->end ? t[r->at + 1] : '\0';
        if (c == '\n' || c == '\r') {
            while (r->at < r->end && (unsigned char)t[r->at] <= ' ')
                r->at++;
            if (r->at < r->end && t[r->at] == '#') /* a comment on a line of its own */
                while (r->at < r->end && t[r->at] != '\n')
                    r->at++;
            else if (r->at < r->end && size && out[size - 1] != ' ' && out[size - 1] != '\n')
                out[size++] = ' ';
        } else if (c == '\xC2' && next == '\xB6') { /* ¶ */
            while (size && out[size - 1] == ' ')
                size--;
            out[size++] = '\n';
            out[size++] = '\n';
            for (r->at += 2; r->at < r->end && (unsigned char)t[r->at] <= ' ';)
                r->at++;
        } else if ((c == '{' && next == '{') || (c == '}' && next == '}' && depth < 2)) {
            out[size++] = c;
            r->at += 2;
        } else if (c == '{') {
            uint32_t begin = r->at++;
            lt_name n = lt_read_name(r);
            int role = r->audit ? (lt_name_is(n, "at") ? LT_MARK_AT : -1) : named(lt_role_names, LT_RULE_ROLES, n);
            if (role < 0 || r->at >= r->end || t[r->at] != ':')
                return lt_complain_at(r, begin + (role < 0),
                                      r->audit ? "expected {at:words}; {{ is a brace"
                                      : "expected {role:words} with one of content, cue, frame, speaker, "
                                        "addressee, source; {{ is a brace");
            if (depth == MAX_DEPTH || count == MAX_MARKS)
                return lt_complain_at(r, begin, "too many roles in an example");
            opened_at[depth] = begin;
            open[depth++] = count;
            marks[count++] = (lt_mark_up){(uint8_t)role, size, size};
            r->at++;
        } else if (c == '}') {
            if (!depth)
                return lt_complain_at(r, r->at, "a closing brace without an opening one; }} is a brace");
            marks[open[--depth]].end = size;
            r->at++;
        } else {
            out[size++] = c;
            r->at++;
        }
    }
    while (size && (unsigned char)out[size - 1] <= ' ')
        size--;
    out[size] = '\0';
    if (depth)
        return lt_complain_at(r, opened_at[depth - 1], "the role's closing brace is missing");
    if (!size)
        return lt_complain_at(r, s->at, "an empty example");
    if (s->key == KEY_NOT && count)
        return lt_complain_at(r, s->at, "a counter-example marks no roles: nothing is to be found "
                                        "in it");
    lt_mark_up *kept = lt_arena_alloc(arena, (count + 1) * sizeof *kept);
    if (!kept)
        return false;
    memcpy(kept, marks, count * sizeof *kept);
    *e = (lt_example){.kind = s->key == KEY_NOT ? LT_COUNTEREXAMPLE : s->key == KEY_GAP ? LT_GAP
                              : LT_EXAMPLE,
                      .line = s->line, .text = out,
                      .size = size, .marks = kept, .mark_count = count};
    return true;
}

/* ---------------------------------------------------------------- rules */

static bool read_header(loader *l, const statement *s, lt_engine_rule *rule)
{
    lt_reader reader = open_statement(l, s), *r = &reader;
    lt_name n = lt_read_word(r, "#");
    rule->source = s->source;
    rule->line = s->line;
    if (!n.size)
        return lt_complain_at(r, s->at, "a rule without a name");
    if (!(rule->name = lt_name_copy(r, n)))
        return false;
    for (uint32_t i = 0; i < l->engine->rules.list.count; i++) {
        const lt_engine_rule *other = l->engine->rules.list.at[i];
        if (strcmp(other->name, rule->name) == 0)
            return lt_complain_at(r, n.begin, "there is already a rule `%s`: %s:%u", rule->name,
                                  other->source->path, other->line);
    }
    while (!lt_at_end(r)) {
        lt_name word = lt_read_name(r);
        int64_t number;
        if (lt_name_is(word, "inside")) {
            rule->inside = true;
        } else if (lt_name_is(word, "reported")) {
            rule->reported = true;
        } else if (lt_name_is(word, "priority")) {
            if (!lt_read_number(r, &number, "behind `priority`"))
                return false;
            rule->priority = (int32_t)number;
        } else {
            return lt_complain_at(r, word.begin,
                                  "expected `priority`, `inside` or `reported` behind the rule's name");
        }
    }
    return true;
}

static bool read_match(lt_reader *r, const statement *s, lt_engine_rule *rule)
{
    if (rule->pattern.count)
        return lt_complain_at(r, s->at, "a rule has one `match`; alternatives are written ( A | B )");
    if (!read_sequence(r, &rule->pattern))
        return false;
    if (!lt_at_end(r))
        return lt_complain_at(r, r->at, lt_sees(r, "|") ? "alternatives stand in parentheses: ( A | B )"
                                                        : "expected an element of the pattern");
    for (uint32_t i = 0; i < rule->pattern.count; i++)
        if (!add_captures(r, rule, rule->pattern.at[i]))
            return false;
    bool consumes = false;
    for (uint32_t i = 0; i < rule->pattern.count; i++)
        consumes |= rule->pattern.at[i]->min && (rule->pattern.at[i]->op < LT_N_SENTENCE_START ||
                                                 rule->pattern.at[i]->op == LT_N_GROUP);
    if (!consumes)
        return lt_complain_at(r, rule->pattern.at[0]->begin,
                              "the pattern matches without a single word: every element is optional");
    return r->audit || compile(r, rule); /* the ways of a finding follow, when it has been read */
}

static bool read_requirement(lt_reader *r, const lt_names_here *names, const statement *s,
                             lt_engine_rule *rule)
{
    lt_requirement *q = lt_push(&r->engine->arena, &rule->requirements);
    if (!q)
        return false;
    q->unless = s->key == KEY_UNLESS;
    if (!(q->condition = lt_parse_condition(r, names)))
        return false;
    return lt_at_end(r) ||
           lt_complain_at(r, r->at, "the condition was expected to end here; join conditions "
                                    "with & or |");
}

static bool read_statement(loader *l, const statement *s, lt_engine_rule *rule)
{
    lt_reader reader = open_statement(l, s), *r = &reader;
    lt_names_here names = {.captures = rule->captures, .capture_count = rule->capture_count};
    if (s->key == KEY_MATCH)
        return read_match(r, s, rule);
    if (s->key == KEY_EXAMPLE || s->key == KEY_NOT || s->key == KEY_GAP)
        return read_example(r, s, rule);
    if (s->key >= KEY_EACH)
        return lt_complain_at(r, s->at, "`%s` belongs into a finding", keywords[s->key]);
    if (!rule->pattern.count)
        return lt_complain_at(r, s->at, "`%s` before `match`", keywords[s->key]);
    if (s->key == KEY_EMIT)
        return read_emit(r, &names, s, rule);
    return read_requirement(r, &names, s, rule);
}

/* Read the rule that begins at statement `i`. Returns the statement behind it. */
static uint32_t read_rule(loader *l, uint32_t i)
{
    const statement *head = &l->statements.at[i++];
    lt_engine_rule *rule = lt_engine_lines(l->engine, sizeof *rule);
    if (!rule)
        return i;
    bool good = read_header(l, head, rule), ended = false;
    for (; i < l->statements.count && !ended; i++) {
        const statement *s = &l->statements.at[i];
        if (s->source != head->source || s->key <= KEY_FINDING)
            break;
        ended = s->key == KEY_END;
        if (ended) {
            lt_reader r = open_statement(l, s);
            if (good && !lt_at_end(&r))
                good = lt_complain_at(&r, r.at, "nothing stands behind `end`");
        } else if (good) {
            good = read_statement(l, s, rule);
        }
    }
    lt_reader r = open_statement(l, head);
    if (good && !ended)
        good = lt_complain_at(&r, head->at, "the rule `%s` has no `end`", rule->name);
    if (good && !rule->pattern.count)
        good = lt_complain_at(&r, head->at, "the rule `%s` has no `match`", rule->name);
    if (good && !rule->emits.count)
        good = lt_complain_at(&r, head->at, "the rule `%s` has no `emit`", rule->name);
    lt_engine_rule **slot = good ? lt_push(&l->engine->arena, &l->engine->rules.list) : NULL;
    if (slot) {
        rule->order = l->engine->rules.list.count - 1;
        lt_find_checks(l->engine, rule);
        *slot = rule;
    }
    return i;
}

/* ---------------------------------------------------------------- findings */

static const struct { const char *name; lt_value_type type; } finding_units[] = {
    {"claim", LT_V_CLAIM}, {"party", LT_V_PARTY}, {"document", LT_V_DOCUMENT}, {"quote", LT_V_QUOTE},
    {"mention", LT_V_MENTION}, {"clause", LT_V_CLAUSE}, {"sentence", LT_V_SENTENCE}, {"token", LT_V_TOKEN}};

static bool read_each(lt_reader *r, const statement *s, lt_finding_rule *f)
{
    if (f->each != LT_V_NOTHING || f->rule.pattern.count)
        return lt_complain_at(r, s->at, "a finding has one `each` or one `match`");
    lt_name name = lt_read_name(r);
    if (!name.size || !lt_expect(r, ":", "behind the name of what each is"))
        return name.size ? false : lt_complain_at(r, lt_next_place(r), "expected NAME:UNIT behind `each`");
    lt_name unit = lt_read_name(r);
    for (size_t i = 0; i < sizeof finding_units / sizeof *finding_units; i++)
        if (lt_name_is(unit, finding_units[i].name))
            f->each = finding_units[i].type;
    if (f->each == LT_V_NOTHING)
        return lt_complain_at(r, unit.begin, "expected claim, party, document, quote, mention, clause, "
                                             "sentence or token");
    f->rule.captures[0] = (lt_capture){lt_name_copy(r, name), f->each};
    f->rule.capture_count = 1;
    return f->rule.captures[0].name != NULL;
}

/* Text with {expressions}; {{ and }} are braces. Line breaks count as blanks. */
static bool read_message(lt_reader *r, const lt_names_here *names, const statement *s, lt_message *out)
{
    const char *t = r->source->text;
    lt_arena *arena = &r->engine->arena;
    if (out->count)
        return lt_complain_at(r, s->at, "a second message in this language");
    char *text = lt_arena_alloc(arena, r->end - r->at + 1), *begin = text;
    if (!text)
        return false;
    lt_skip(r);
    while (r->at < r->end) {
        char c = t[r->at], next = r->at + 1 < r->end ? t[r->at + 1] : '\0';
        if ((unsigned char)c <= ' ') {
            while (r->at < r->end && (unsigned char)t[r->at] <= ' ')
                r->at++;
            if (r->at < r->end)
                *text++ = ' ';
        } else if ((c == '{' && next == '{') || (c == '}' && next == '}')) {
            *text++ = c;
            r->at += 2;
        } else if (c == '{') {
            r->at++;
            lt_message_part *part = lt_push(arena, out);
            lt_expr *slot = part ? lt_parse_expression(r, names) : NULL;
            if (!slot || !lt_expect(r, "}", "to close the slot"))
                return false;
            if (slot->type == LT_V_BOOL || slot->type == LT_V_DOCUMENT)
                return lt_complain_at(r, slot->begin, "%s says nothing in a message", lt_type_name(slot->type));
            *text++ = '\0';
            *part = (lt_message_part){begin, slot};
            begin = text;
        } else {
            *text++ = c;
            r->at++;
        }
    }
    lt_message_part *rest = lt_push(arena, out);
    if (!rest)
        return false;
    *rest = (lt_message_part){begin, NULL};
    return true;
}

static bool read_over(lt_reader *r, lt_finding_rule *f)
{
    while (!lt_at_end(r)) {
        const char **code = lt_push(&r->engine->arena, &f->over);
        if (!code || !(*code = lt_name_copy(r, lt_read_word(r, "#"))))
            return false;
    }
    return true;
}

static bool read_finding_statement(loader *l, const statement *s, lt_finding_rule *f)
{
    lt_reader reader = open_statement(l, s), *r = &reader;
    lt_names_here names = {.captures = f->rule.captures, .capture_count = f->rule.capture_count};
    r->audit = true;
    switch (s->key) {
    case KEY_MATCH:
        return f->each == LT_V_NOTHING ? read_match(r, s, &f->rule)
                                       : lt_complain_at(r, s->at, "a finding has one `each` or one `match`");
    case KEY_EACH: return read_each(r, s, f);
    case KEY_EXAMPLE: case KEY_NOT: case KEY_GAP: return read_example(r, s, &f->rule);
    case KEY_LIMIT:
        f->has_limit = true;
        return lt_read_number(r, &f->limit, "behind `limit`");
    case KEY_OVER: return read_over(r, f);
    case KEY_ONCE: {
        lt_name n = lt_read_name(r);
        f->once = lt_name_is(n, "sentence") ? LT_V_SENTENCE : LT_V_DOCUMENT;
        return lt_name_is(n, "sentence") || lt_name_is(n, "document") ||
               lt_complain_at(r, n.begin, "expected `sentence` or `document` behind `once`");
    }
    default: break;
    }
    if (f->each == LT_V_NOTHING && !f->rule.pattern.count)
        return lt_complain_at(r, s->at, "`%s` before `each` or `match`", keywords[s->key]);
    switch (s->key) {
    case KEY_WHERE: case KEY_UNLESS: return read_requirement(r, &names, s, &f->rule);
    case KEY_AT:
        if (!(f->at = lt_parse_expression(r, &names)))
            return false;
        if (f->at->type == LT_V_FORM)
            f->at->type = LT_V_TOKEN;
        return (lt_is_unit((lt_value_type)f->at->type) || f->at->type == LT_V_RANGES) && lt_at_end(r) ? true
               : lt_complain_at(r, f->at->begin, "expected a unit or a token range behind `at`");
    case KEY_DE: return read_message(r, &names, s, &f->messages[LAUT_GERMAN]);
    case KEY_EN: return read_message(r, &names, s, &f->messages[LAUT_ENGLISH]);
    default: return lt_complain_at(r, s->at, "`%s` belongs into a rule", keywords[s->key]);
    }
}

static bool read_finding_header(loader *l, const statement *s, lt_finding_rule *f)
{
    static const char *const severities[] = {
        [LAUT_SEVERITY_NOTE] = "note", [LAUT_SEVERITY_WARNING] = "warning", [LAUT_SEVERITY_ERROR] = "error"};
    lt_reader reader = open_statement(l, s), *r = &reader;
    lt_name n = lt_read_word(r, "#");
    f->rule.source = s->source;
    f->rule.line = s->line;
    if (!n.size)
        return lt_complain_at(r, s->at, "a finding without a code");
    if (!(f->rule.name = lt_name_copy(r, n)))
        return false;
    return read_enum(r, severities, 3, "severity", &f->severity) &&
           (lt_at_end(r) || lt_complain_at(r, r->at, "nothing stands behind the severity"));
}

/* The rule with one way alone that its pattern can go: ( A | B ) is A, then B. */
static bool add_way(lt_reader *r, lt_finding_rule *f, lt_sequence *alternative)
{
    lt_arena *arena = &r->engine->arena;
    lt_engine_rule **slot = lt_push(arena, &f->ways), *way = slot ? lt_arena_alloc(arena, sizeof *way) : NULL;
    if (!way)
        return false;
    *slot = way;
    *way = f->rule;
    if (alternative) {
        lt_node *group = lt_arena_alloc(arena, sizeof *group), **at = lt_arena_alloc(arena, sizeof *at);
        if (!group || !at)
            return false;
        *group = *f->rule.pattern.at[0];
        group->alternatives = alternative;
        group->alternative_count = 1;
        *at = group;
        way->pattern = (lt_sequence){at, 1, 1};
    }
    if (!compile(r, way))
        return false;
    lt_find_checks(r->engine, way);
    return true;
}

static bool find_ways(lt_reader *r, lt_finding_rule *f)
{
    const lt_sequence *pattern = &f->rule.pattern;
    const lt_node *group = pattern->count == 1 && pattern->at[0]->op == LT_N_GROUP ? pattern->at[0] : NULL;
    if (!group || group->min != 1 || group->max != 1)
        return add_way(r, f, NULL);
    for (uint32_t i = 0; i < group->alternative_count; i++)
        if (!add_way(r, f, &group->alternatives[i]))
            return false;
    return true;
}

/* Read the finding that begins at statement `i`. Returns the statement behind it. */
static uint32_t read_finding(loader *l, uint32_t i)
{
    const statement *head = &l->statements.at[i++];
    lt_finding_rule *f = lt_arena_alloc(&l->engine->arena, sizeof *f);
    if (!f)
        return i;
    f->each = f->once = LT_V_NOTHING;
    bool good = read_finding_header(l, head, f), ended = false;
    for (; i < l->statements.count && !ended; i++) {
        const statement *s = &l->statements.at[i];
        if (s->source != head->source || s->key <= KEY_FINDING)
            break;
        ended = s->key == KEY_END;
        if (good && !ended)
            good = read_finding_statement(l, s, f);
    }
    lt_reader r = open_statement(l, head);
    if (good && !ended)
        good = lt_complain_at(&r, head->at, "the finding `%s` has no `end`", f->rule.name);
    if (good && f->each == LT_V_NOTHING && !f->rule.pattern.count)
        good = lt_complain_at(&r, head->at, "the finding `%s` has no `each` and no `match`", f->rule.name);
    if (good && (!f->messages[LAUT_GERMAN].count || !f->messages[LAUT_ENGLISH].count))
        good = lt_complain_at(&r, head->at, "the finding `%s` lacks a message: it has `de` and `en`", f->rule.name);
    if (good && f->each == LT_V_NOTHING)
        good = find_ways(&r, f);
    lt_finding_rule **slot = good ? lt_push(&l->engine->arena, &l->engine->rules.findings) : NULL;
    if (slot)
        *slot = f;
    return i;
}

/* text NAME, with `de` and `en`. */
static uint32_t read_text(loader *l, uint32_t i)
{
    const statement *head = &l->statements.at[i++];
    lt_reader reader = open_statement(l, head), *r = &reader;
    lt_name n = lt_read_word(r, "#");
    lt_message texts[LT_LANGUAGES] = {{0}};
    lt_names_here nothing = {.self = LT_V_NOTHING};
    bool good = n.size || lt_complain_at(r, head->at, "a text without a name"), ended = false;
    for (; i < l->statements.count && !ended; i++) {
        const statement *s = &l->statements.at[i];
        if (s->source != head->source || s->key <= KEY_FINDING)
            break;
        lt_reader inner = open_statement(l, s);
        ended = s->key == KEY_END;
        if (s->key == KEY_DE || s->key == KEY_EN)
            good = good && read_message(&inner, &nothing, s, &texts[s->key == KEY_DE ? LAUT_GERMAN : LAUT_ENGLISH]);
        else if (!ended && good)
            good = lt_complain_at(&inner, s->at, "a text has `de` and `en`");
    }
    if (good && (!ended || texts[0].count != 1 || texts[1].count != 1))
        good = lt_complain_at(r, head->at, "a text has `de`, `en` and `end`, and no slots");
    lt_label_text *slot = good ? lt_push(&l->engine->arena, &l->engine->rules.labels) : NULL;
    if (slot)
        *slot = (lt_label_text){lt_name_copy(r, n), {texts[0].at[0].text, texts[1].at[0].text}};
    return i;
}

static void define_condition(loader *l, lt_reader *r, lt_name n)
{
    lt_name parameter = lt_read_name(r);
    if (!parameter.size) {
        lt_complain_at(r, lt_next_place(r), "expected the name of the condition's parameter");
        return;
    }
    bool good = lt_expect(r, ")", "behind the condition's parameter") && lt_expect(r, "=", "behind the parameter");
    if (lt_is_function(n)) {
        lt_complain_at(r, n.begin, "there is a function `%.*s`", (int)n.size, n.at);
        return;
    }
    lt_condition *c = lt_push(&l->engine->arena, &l->conditions);
    if (c)
        *c = (lt_condition){.name = n, .parameter = parameter, .source = r->source, .begin = r->at, .end = r->end,
                            .used = !good, .broken = !good};
}

static void complain_twice(lt_reader *r, const char *what, lt_name n, const lt_source *before)
{
    lt_complain_at(r, n.begin, "the %s `%.*s` is defined twice, also in %s", what, (int)n.size, n.at, before->path);
}

static void define_macro(loader *l, const statement *s)
{
    lt_reader reader = open_statement(l, s), *r = &reader;
    lt_name n = lt_read_name(r);
    if (!n.size) {
        lt_complain_at(r, lt_next_place(r), "expected the macro's name");
        return;
    }
    for (uint32_t i = 0; i < l->macros.count; i++)
        if (is_name(l->macros.at[i].name, n)) {
            complain_twice(r, "macro", n, l->macros.at[i].definition->source);
            return;
        }
    for (uint32_t i = 0; i < l->conditions.count; i++)
        if (is_name(l->conditions.at[i].name, n)) {
            complain_twice(r, "condition", n, l->conditions.at[i].source);
            return;
        }
    if (lt_accept(r, "(")) {
        define_condition(l, r, n);
        return;
    }
    bool good = lt_expect(r, "=", "behind the macro's name");
    macro *m = lt_push(&l->engine->arena, &l->macros);
    if (m)
        *m = (macro){n, s, good ? UNREAD : BROKEN, NULL};
}

/* What no rule uses nobody reads, and its mistakes would stay unseen. */
static void find_unread(loader *l)
{
    for (uint32_t i = 0; i < l->conditions.count; i++) {
        const lt_condition *c = &l->conditions.at[i];
        if (!c->used)
            lt_complain(l->errors, c->source->path, c->source->text, c->source->size, c->name.begin,
                        "no rule uses the condition `%.*s`", (int)c->name.size, c->name.at);
    }
}

static void list_kinds(laut_engine *engine)
{
    lt_rules *rules = &engine->rules;
    rules->kinds = lt_arena_alloc(&engine->arena, (rules->findings.count + 1) * sizeof *rules->kinds);
    for (uint32_t i = 0; rules->kinds && i < rules->findings.count; i++) {
        const lt_finding_rule *f = rules->findings.at[i];
        rules->kinds[i] = (laut_finding_kind){f->rule.name, (laut_severity)f->severity, f->rule.source->path, f->rule.line};
    }
}

int lt_rules_parse(laut_engine *engine, lt_source **sources, size_t count, laut_errors *errors)
{
    loader l = {.engine = engine, .errors = errors};
    size_t before = errors->count;
    for (size_t i = 0; i < count; i++) {
        lt_source **slot = lt_push(&engine->arena, &engine->rules.sources);
        if (!slot)
            return -1;
        *slot = sources[i];
        cut(&l, sources[i]);
    }
    for (uint32_t i = 0; i < l.statements.count; i++)
        if (l.statements.at[i].key == KEY_LEXICON)
            read_lexicon(&l, &l.statements.at[i]);
        else if (l.statements.at[i].key == KEY_LET)
            define_macro(&l, &l.statements.at[i]);
    engine->rules.set_count = l.lexica.count;
    for (uint32_t i = 0; i < l.macros.count; i++)
        read_macro(&l, &l.macros.at[i]);
    const lt_source *lost_in = NULL;
    for (uint32_t i = 0; i < l.statements.count && !engine->arena.failed;) {
        const statement *s = &l.statements.at[i];
        if (s->key == KEY_RULE) {
            i = read_rule(&l, i);
            continue;
        }
        if (s->key == KEY_FINDING || s->key == KEY_TEXT) {
            i = s->key == KEY_TEXT ? read_text(&l, i) : read_finding(&l, i);
            continue;
        }
        if (s->key > KEY_FINDING && lost_in != s->source) {
            lt_complain(errors, s->source->path, s->source->text, s->source->size, s->at,
                        "`%s` stands outside a rule", keywords[s->key]);
            lost_in = s->source; /* once a file: the rest follows from it */
        }
        i++;
    }
    if (errors->count == before)
        find_unread(&l);
    list_kinds(engine);
    return errors->count > before || engine->arena.failed ? -1 : lt_find_triggers(engine);
}
