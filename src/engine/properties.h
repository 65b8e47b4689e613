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

/* Whether the property is there only in clauses with a reporting verb. */
bool lt_wants_report(const lt_property *p);

/* Bits of lt_profile.sorts. */
#define LT_SORT_CATEGORIES(bits) ((uint32_t)(bits))
#define LT_SORT_KIND(kind) (UINT32_C(1) << (LT_CAT_COUNT + (kind)))
#define LT_SORT_FLAGS(flags) ((uint32_t)(flags) << (LT_CAT_COUNT + LT_OTHER + 1))

/* Words of bits that a unit has, where a test on it needs no getter and no value. */
typedef enum {
    LT_Q_NONE,
    LT_Q_READING_CATEGORY, LT_Q_READING_FEATURE, /* of the reading on trial */
    LT_Q_TOKEN_SORT, LT_Q_TOKEN_FEATURE,         /* of all readings together */
    LT_Q_QUOTE_TRAIT,
    LT_Q_CLAUSE_FEATURE, LT_Q_CLAUSE_TRAIT, LT_Q_CLAUSE_CELL,
    LT_Q_MENTION_FEATURE, LT_Q_MENTION_TRAIT, LT_Q_MENTION_CELL
} lt_quick;

/* Find the quick way of a test that has been parsed, if there is one. */
void lt_find_quick(struct laut_engine *engine, lt_expr *test);

/* The traits of all clauses and mentions of the document, once for a scene. */
void lt_find_traits(lt_scene *s);
uint64_t lt_quote_traits(const lt_document *d, uint32_t quote);

/* The word of bits that the unit has. */
static inline uint64_t lt_unit_bits(const lt_scene *s, lt_quick source, int column, uint32_t i)
{
    switch (source) {
    case LT_Q_READING_CATEGORY: return s->reading ? UINT64_C(1) << s->reading->category : 0;
    case LT_Q_READING_FEATURE: return s->reading ? s->reading->features : 0;
    case LT_Q_TOKEN_SORT: return s->profile[i].sorts;
    case LT_Q_TOKEN_FEATURE: return s->profile[i].features;
    case LT_Q_QUOTE_TRAIT: return lt_quote_traits(s->d, i);
    case LT_Q_CLAUSE_FEATURE: return s->d->clauses.at[i].features;
    case LT_Q_CLAUSE_TRAIT: return s->clause_traits[i];
    case LT_Q_CLAUSE_CELL: return lt_cell_bits(s->engine, s->d->clauses.at[i].report, column);
    case LT_Q_MENTION_FEATURE: return s->d->mentions.at[i].features;
    case LT_Q_MENTION_TRAIT: return s->mention_traits[i];
    case LT_Q_MENTION_CELL: return lt_cell_bits(s->engine, s->d->mentions.at[i].entry, column);
    case LT_Q_NONE: break;
    }
    return 0;
}

/* What the quick test says of the unit. */
static inline bool lt_quick_test(const lt_scene *s, const lt_expr *test, uint32_t unit)
{
    bool any = lt_unit_bits(s, (lt_quick)test->quick, test->column, unit) & test->mask;
    return any == (test->compare != LT_NE);
}

/* The ranges of lt_extent(), found once for a clause. */
lt_value lt_extent_of(lt_scene *s, uint32_t clause);

/* Calls back with the name of every property of the unit. */
void lt_each_property(lt_value_type unit, void (*call)(void *context, const char *name),
                      void *context);

#endif
