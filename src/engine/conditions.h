/* Conditions and expressions of rules: how they are parsed (by rules.c) and what they yield. */
#ifndef LT_CONDITIONS_H
#define LT_CONDITIONS_H

#include "document.h"
#include "engine/engine.h"
#include "engine/reader.h"
#include "engine/regex.h"
#include "engine/rules.h"

/* ---- values ---- */

typedef struct {
    lt_value_type type; /* LT_V_NOTHING where there is none */
    union {
        bool truth;
        int64_t count;
        const char *text; /* symbols, cells */
        struct { lt_word word, whole; }; /* a lemma; of a compound that is no word of the lexica: of its last part, and
                                            the form, either of which it may be called by; LT_NO_WORD: none */
        uint32_t index;   /* units */
        lt_ranges ranges;
    } as;
} lt_value;

/* What a capture holds. */
typedef struct {
    uint32_t first, last; /* tokens; equal where it is not bound */
    uint32_t unit;        /* or LAUT_NONE */
} lt_bound;

/* Where an expression is evaluated. */
typedef struct {
    lt_document *d;
    const laut_engine *engine;
    lt_regex_room *room;
    bool own_room;             /* to free */
    const lt_engine_rule *rule;
    const lt_bound *captures;
    uint8_t self_type;         /* the unit in whose brackets we are */
    uint32_t self;
    const lt_reading *reading; /* the reading on trial, or NULL */
    uint32_t sentence;
    const struct lt_facts *facts; /* of the document, in findings (audit/facts.h); else NULL */
    int64_t limit;             /* in findings */
    lt_range covered;          /* tokens of the whole pattern */
    struct { lt_range *at; uint32_t used, size; } pool; /* ranges of the current evaluation */
    const lt_profile *profile; /* of each token (matcher.h) */
    uint64_t *clause_traits, *mention_traits; /* bits of each: lt_find_traits() */
    lt_ranges *extents;        /* of each clause, as far as known */
    bool *extent_known;
} lt_scene;

bool lt_scene_init(lt_scene *scene, lt_document *d);
void lt_scene_end(lt_scene *scene);

/* Whether the condition holds for a unit. For a token: on one of its readings. */
bool lt_holds(lt_scene *scene, const lt_expr *condition, lt_value_type type, uint32_t unit);

/* Whether a condition on captures holds. */
bool lt_is_true(lt_scene *scene, const lt_expr *condition);

/* Ranges live until the next call of one of these functions. */
lt_value lt_evaluate(lt_scene *scene, const lt_expr *expr);
lt_ranges lt_ranges_of(lt_scene *scene, lt_value value);

/* Room for ranges that live as long as the current evaluation; NULL if memory ran out. */
lt_range *lt_scene_ranges(lt_scene *scene, uint32_t count);

/* Ordered, disjoint, not adjacent ranges from any. Works in place; returns their number. */
uint32_t lt_normalise(lt_range *at, uint32_t count);

/* ---- parsing ---- */

/* What names mean where an expression stands. */
typedef struct lt_names_here {
    lt_value_type self;        /* in brackets: paths begin at this unit; else LT_V_NOTHING */
    const lt_capture *captures;
    uint32_t capture_count;
    const lt_condition *condition;    /* in a named one, which knows its parameter only … */
    const lt_expr *argument;          /* … for this */
    const struct lt_names_here *user; /* where it is used */
} lt_names_here;

/* Both return NULL after a complaint. */
lt_expr *lt_parse_condition(lt_reader *r, const lt_names_here *names);
lt_expr *lt_parse_expression(lt_reader *r, const lt_names_here *names);

/* Whether rules know a function of this name. */
bool lt_is_function(lt_name name);

/* "a clause", "token ranges", for messages. */
const char *lt_type_name(lt_value_type type);

#endif
