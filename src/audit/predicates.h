/* The properties that only findings know: of claims, parties and the document, and what the other
 * units have to do with claims. rules/README.md lists them for readers. */
#ifndef LT_PREDICATES_H
#define LT_PREDICATES_H

#include "engine/properties.h"

/* As lt_find_property() and lt_each_property(). */
const lt_property *lt_find_predicate(lt_value_type unit, const char *name, size_t size);
bool lt_is_predicate(const lt_property *p);
void lt_each_predicate(lt_value_type unit, void (*call)(void *context, const char *name), void *context);

/* The tokens of a claim (content and frame) or a party (its first mention). */
lt_ranges lt_unit_ranges(lt_scene *s, lt_value_type type, uint32_t unit);

#endif
