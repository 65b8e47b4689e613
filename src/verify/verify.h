/* A verification: what laut_verify_… of laut.h work on. */
#ifndef LT_VERIFY_H
#define LT_VERIFY_H

#include "verify/search.h"

struct laut_verification {
    const laut_engine *engine;
    const laut_document *draft;
    lt_typography typography;
    lt_arena arena;          /* typography, quotations */
    lt_quoteds quoteds;
    lt_search *search;
    lt_arena answer;         /* the last one */
    laut_quotation *quotations;
};

#endif
