/* Whom somebody speaks for who is only called eine Sprecherin. */
#ifndef LT_SPOKES_H
#define LT_SPOKES_H

#include "stages/registry.h"

/* Das Ministerium wartet ab. Pläne gebe es nicht, sagte eine Sprecherin: the name of the party, Sprecherin des Ministeriums, by the
 * body that the sentence before is about; or NULL where there is none, or its genitive is not known. */
char *lt_spokes_name(lt_registry *r, const lt_mention *m);

#endif
