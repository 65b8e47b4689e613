/* What laut_explain() tells: which rules were tried where, and how far they came. */
#ifndef LT_TRACE_H
#define LT_TRACE_H

#include <stdio.h>

#include "engine/matcher.h"

typedef struct {
    const lt_engine_rule *rule;
    uint32_t sentence;
    bool matched;
    lt_failure failure; /* of the attempt that came furthest */
} lt_attempt;

struct lt_trace { lt_vec(lt_attempt) attempts; /* by sentence, then by rule */ };

/* The words of token ranges, a gap as " … ". */
void lt_print_ranges(const lt_document *d, const lt_ranges *ranges, FILE *stream);

/* "3 of 5 elements, then `d:@clause[that]` (de/x.laut:7:12) not at “weil”". */
void lt_print_failure(const lt_document *d, const lt_attempt *attempt, FILE *stream);

#endif
