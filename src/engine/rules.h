/* Rules as they are kept in the engine. rules/README.md describes the language.
 *
 * A rule's pattern is parsed into a tree of nodes, and the tree is compiled into a program for
 * the matcher (matcher.h). Its conditions are kept as trees of expressions (conditions.h).
 */
#ifndef LT_RULES_H
#define LT_RULES_H

#include "base/arena.h"
#include "engine/alternation.h"
#include "engine/regex.h"
#include "engine/vocabulary.h"
#include "laut.h"

struct lt_property;
struct lt_function;
struct laut_engine;

enum {
    LT_MAX_REPEAT = 64,     /* upper bound of a repetition */
    LT_MAX_CAPTURES = 16,   /* of one rule */
    LT_MAX_PROGRAM = 20000, /* instructions of one rule */
    LT_MAX_NESTING = 64,    /* of parentheses and macros */
    LT_RULE_ROLES = 6       /* LT_ROLE_COUNT of document.h */
};

/* ---- values: what an expression yields ---- */

typedef enum {
    LT_V_NOTHING,
    LT_V_BOOL,
    LT_V_COUNT,    /* a number */
    LT_V_SYMBOL,   /* one of a few fixed words: kind=main */
    LT_V_CELL,     /* a set of words, blank-separated: a cell of a lexicon */
    LT_V_WORD,     /* a lemma */
    LT_V_FORM,     /* a token, compared by its form */
    LT_V_ANY_WORD, /* a token, compared by its form and all its lemmas */
    LT_V_WORDS,    /* token ranges, compared by any word in them */
    LT_V_DEEDS,    /* a clause, compared by its verb and any other verb form in it: gefälscht und verkauft */
    LT_V_TOKEN, LT_V_QUOTE, LT_V_MENTION, LT_V_CLAUSE, LT_V_SENTENCE, /* units */
    LT_V_CLAIM, LT_V_PARTY, LT_V_DOCUMENT, /* units of findings */
    LT_V_RANGES    /* token ranges */
} lt_value_type;

static inline bool lt_is_unit(lt_value_type t) { return t >= LT_V_TOKEN && t <= LT_V_DOCUMENT; }

/* ---- expressions ---- */

typedef enum {
    LT_X_OR, LT_X_AND, LT_X_NOT, LT_X_TEST,              /* true or false */
    LT_X_SELF, LT_X_CAPTURE, LT_X_SENTENCE, LT_X_PREVIOUS, LT_X_COVERED, /* where a path begins */
    LT_X_DOCUMENT, LT_X_LIMIT, /* the same, in findings */
    LT_X_STEP, LT_X_CALL, LT_X_SPAN, LT_X_PLUS, LT_X_MINUS
} lt_expr_op;

typedef enum { LT_IS_TRUE, LT_EQ, LT_NE, LT_LT, LT_GT, LT_LE, LT_GE } lt_compare;

/* The right side of a comparison. */
typedef struct {
    enum { LT_O_WORD, LT_O_REGEX, LT_O_SET, LT_O_NUMBER, LT_O_LIMIT } kind;
    const char *text; /* as written */
    lt_word word;     /* folded */
    lt_regex *regex;
    lt_alternation *words; /* that the regex stands for, or NULL */
    uint32_t set;
    int64_t number;
} lt_operand;

typedef struct lt_expr { /* one line of a cache */
    uint8_t op;       /* lt_expr_op */
    uint8_t type;     /* lt_value_type */
    uint8_t compare;  /* lt_compare, of a test */
    bool readings;    /* holds tests on readings of the unit in the brackets */
    uint8_t quick;    /* of a test: lt_quick (properties.h), how it is one of bits; 0: it is not */
    int8_t column;    /* for LT_Q_CLAUSE_CELL and LT_Q_MENTION_CELL: lt_cell_column() */
    uint16_t capture;
    uint64_t mask;    /* bits of which one must be set */
    union {
        const struct lt_property *property; /* of a step */
        const struct lt_function *function; /* of a call */
    };
    struct lt_expr *left, *right; /* operands; arguments of a call */
    lt_operand *values;           /* any of them */
    uint32_t value_count;
    uint32_t begin, end;          /* bytes in the file */
} lt_expr;

/* ---- patterns ---- */

typedef enum {
    LT_N_FORM, LT_N_REGEX, LT_N_TOKEN, LT_N_QUOTE, LT_N_MENTION, LT_N_CLAUSE,
    LT_N_SENTENCE_START, LT_N_SENTENCE_END, LT_N_PARAGRAPH, LT_N_GROUP
} lt_node_op;

typedef struct {
    const char *path;    /* as shown to the user */
    const char *text;    /* not always NUL-terminated */
    size_t size;
    uint32_t order;
} lt_source;

/* Whether the unit has one of the bits in the word that the source names, or not: see bits.h. */
typedef struct {
    uint64_t mask;
    uint8_t source; /* lt_quick */
    int8_t column;
    bool want;
} lt_bit_test;

struct lt_node;
typedef struct { struct lt_node **at; uint32_t count, room; } lt_sequence;

typedef struct lt_node {
    uint8_t op;            /* lt_node_op */
    bool lazy;
    uint8_t min, max;      /* repetition */
    lt_word word;
    lt_expr *condition;
    lt_vec(lt_bit_test) tests; /* that the condition comes to */
    bool exact;                /* and there is nothing else in it */
    lt_regex *regex;
    lt_alternation *words;     /* that the regex stands for, or NULL */
    lt_sequence *alternatives;
    uint32_t alternative_count;
    uint32_t begin, end;   /* bytes in the file */
    const char *capture;   /* or NULL */
    const lt_source *source;
} lt_node;

typedef enum {
    LT_I_UNIT,       /* consume what the node describes; a: capture that keeps the unit, or -1 */
    LT_I_SPLIT,      /* try a first, then b */
    LT_I_JUMP,       /* to a */
    LT_I_OPEN, LT_I_CLOSE, /* capture a begins, ends */
    LT_I_MATCH
} lt_instruction_op;

/* A condition of the rule that is tested behind an instruction: see checks.h. */
typedef struct lt_check {
    const lt_expr *condition;
    bool unless;
    struct lt_check *next;
} lt_check;

typedef struct {
    uint8_t op;
    uint8_t element;  /* of the pattern's outermost sequence */
    int32_t a, b;
    const lt_node *node;
    lt_check *checks; /* or NULL */
} lt_instruction;

/* What a token has. */
typedef struct {
    uint64_t words;    /* bits of the marks of its form and lemmas (starts.h) */
    uint64_t features; /* of its readings, all together */
    uint32_t sorts;    /* categories of its readings, its kind and its flags (properties.h) */
    uint16_t types;    /* of the mentions that begin, as bits */
    uint8_t at;        /* what begins (starts.h) */
} lt_profile;

/* What a pattern demands of a token that it begins with. */
typedef struct {
    uint64_t words;      /* one of them */
    const lt_alternation *forms; /* its form is one of them; or NULL */
    const lt_node *node; /* the unit that begins passes the tests of the node; or NULL */
    uint16_t types;      /* one of them */
    uint8_t at;          /* all of it */
} lt_need;

/* What a pattern may begin with: at its first token and, where that is a unit of its own, the next. */
typedef struct { lt_need here, next; } lt_start;

enum { LT_MAX_STARTS = 8 };

/* ---- rules ---- */

typedef struct {
    const char *name;
    lt_value_type type; /* a unit, or ranges */
} lt_capture;

typedef struct {
    uint8_t kind;        /* lt_emit_kind */
    uint8_t act, medium; /* or 255 */
    bool carries;
    lt_expr *roles[LT_RULE_ROLES];
    lt_expr *clause, *condition;
    uint32_t line;
} lt_emit;

typedef struct {
    lt_expr *condition;
    bool unless;
} lt_requirement;

/* A role, or in findings the words concerned. */
enum { LT_MARK_AT = LT_RULE_ROLES };

typedef struct { uint8_t role; uint32_t begin, end; /* bytes of the plain text */ } lt_mark_up;

typedef struct {
    enum { LT_EXAMPLE, LT_COUNTEREXAMPLE, LT_GAP } kind;
    uint32_t line;
    const char *text; /* without the markup */
    size_t size;
    lt_mark_up *marks;
    uint32_t mark_count;
} lt_example;

/* How the speaker of a claim was found: a laut_resolved, or that there is none. */
enum { LT_HOW_NONE = LAUT_UNRESOLVED + 1, LT_HOW_COUNT };

typedef struct lt_engine_rule {
    /* what every sentence asks of it, first */
    bool inside;          /* applies within whole quotations */
    bool reported;        /* its claim keeps its speaker within somebody's content, who reports it then */
    uint32_t start_count; /* 0: anywhere */
    uint32_t capture_count;
    uint32_t program_size;
    lt_instruction *program;
    lt_vec(lt_requirement) requirements;
    lt_vec(lt_emit) emits;
    lt_start starts[LT_MAX_STARTS];
    const char *name;
    const lt_source *source;
    uint32_t line, order; /* order: over all files */
    int32_t priority;     /* the higher wins */
    double confidence[LT_HOW_COUNT]; /* measured precision, for each way in which a speaker is
                                        found; 0 where the rule was never measured */
    lt_sequence pattern;
    lt_capture captures[LT_MAX_CAPTURES];
    lt_vec(lt_example) examples;
} lt_engine_rule;

/* ---- findings: what `laut audit` looks for ---- */

/* A piece of a message: its text, then what the expression yields. */
typedef struct {
    const char *text;
    lt_expr *slot; /* or NULL, at the end */
} lt_message_part;

typedef lt_vec(lt_message_part) lt_message;

enum { LT_LANGUAGES = 2 }; /* laut_language */

typedef struct lt_finding_rule {
    lt_engine_rule rule;   /* pattern, captures, requirements, examples; name: the code */
    lt_vec(lt_engine_rule *) ways; /* the rule with each alternative of its pattern alone, in their order: each is tried
                              only where what it demands is; none where there is no pattern */
    uint32_t first_way;    /* its number among those of all findings (triggers.h) */
    lt_value_type each;    /* the unit that it is about; LT_V_NOTHING where it has a pattern */
    uint8_t severity;      /* laut_severity */
    lt_value_type once;    /* LT_V_SENTENCE, LT_V_DOCUMENT; or LT_V_NOTHING */
    bool has_limit;
    int64_t limit;
    lt_expr *at;           /* words concerned; NULL: the document */
    lt_vec(const char *) over; /* codes that it goes before at the same words */
    lt_message messages[LT_LANGUAGES];
} lt_finding_rule;

/* `text`: a word or sentence of the output in both languages. */
typedef struct {
    const char *name;
    const char *text[LT_LANGUAGES];
} lt_label_text;

typedef struct {
    lt_vec(lt_source *) sources;
    lt_vec(lt_engine_rule *) list; /* in file order */
    lt_vec(lt_finding_rule *) findings; /* the same */
    laut_finding_kind *kinds;           /* of each finding */
    lt_vec(lt_label_text) labels;
    lt_vec(lt_regex *) regexes;    /* to free */
    size_t named_size;             /* bytes of the named conditions that have been read in place of their names */
    uint32_t set_count;
    struct lt_keys *keys, *finding_keys; /* by the numbers of `list`, and of the ways of the findings: see triggers.h */
} lt_rules;

/* Parse all rule files. Complains and returns -1 where something is wrong. */
int lt_rules_parse(struct laut_engine *engine, lt_source **sources, size_t count,
                   laut_errors *errors);

/* Names of the roles: content, cue, … */
extern const char *const lt_role_names[LT_RULE_ROLES];

#endif
