/* The properties of units: c.subject, lemma, kind. */
#ifndef LT_PROPERTIES_H
#define LT_PROPERTIES_H

#include "engine/conditions.h"

typedef struct lt_property {
    lt_value_type unit; /* that has it */
    const char *name;
    lt_value_type type; /* of its value */
    lt_value (*get)(lt_scene *scene, const struct lt_property *p, uint32_t unit);
    uint64_t mask;      /* feature, kind or flag, for the getters that serve many */
    const char *words;  /* LT_V_SYMBOL: all its values; LT_V_CELL: the column */
    bool reading;       /* of a token's reading: scene->reading says which */
} lt_property;

/* The property, or NULL. Names need not end with a NUL. */
const lt_property *lt_find_property(lt_value_type unit, const char *name, size_t size);

/* The features of the finite verb that a clause must have for the property to be true; 0 for
 * other properties. */
uint64_t lt_clause_feature(const lt_property *p);

/* The features of a token's reading of which one must be there for the property to be true; 0 for
 * other properties. */
uint64_t lt_reading_feature(const lt_property *p);

/* The category that a token's reading must have for the property to be true; or -1. */
int lt_reading_category(const lt_property *p);

/* The lt_token_kind that a token must be of for the property to be true; or -1. */
int lt_token_kind_of(const lt_property *p);

/* Whether the property is there only in clauses with a reporting verb. */
bool lt_wants_report(const lt_property *p);

/* Tests that look at bits of the unit alone, without a getter and a value. */
typedef enum {
    LT_Q_NONE, LT_Q_READING_CATEGORY, LT_Q_READING_FEATURE, LT_Q_CLAUSE_FEATURE, LT_Q_CLAUSE_KIND,
    LT_Q_CLAUSE_CELL, LT_Q_MENTION_FEATURE, LT_Q_MENTION_TYPE, LT_Q_MENTION_CELL
} lt_quick;

/* Find the quick way of a test that has been parsed, if there is one. */
void lt_find_quick(struct laut_engine *engine, lt_expr *test);

/* What the quick test says of the unit. */
bool lt_quick_test(const lt_scene *s, const lt_expr *test, uint32_t unit);

/* Calls back with the name of every property of the unit. */
void lt_each_property(lt_value_type unit, void (*call)(void *context, const char *name),
                      void *context);

#endif
