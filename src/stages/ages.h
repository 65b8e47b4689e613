/* How old somebody is said to be. */
#ifndef LT_AGES_H
#define LT_AGES_H

#include "document.h"

/* The figure that a noun or an adjective begins with, or 0: 44-Jährige, 44-jährige. */
uint32_t lt_figure_of(const lt_document *d, uint32_t token);

/* What stands beside the name or the noun of a mention, in years: Ada Brandt (52); Ada Brandt, 52, …; Ada Brandt, 52 Jahre alt;
 * die 52-jährige Ada Brandt; die 52 Jahre alte Ada Brandt. 0 where nothing does. */
uint32_t lt_age_of(const lt_document *d, const lt_mention *m);

#endif
