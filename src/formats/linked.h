/* What the formats of linked data share: the IRIs of a document and of what stands in it. */
#ifndef LT_LINKED_H
#define LT_LINKED_H

#include "formats/formats.h"

/* The IRI of the document as a JSON string: its id where that is one (https://…), else a relative
 * reference made of it (a file stands beside what is written), else urn:laut:text. */
void lt_iri(lt_flow *f, const lt_view *v);
void lt_iri_piece(lt_flow *f, const lt_view *v); /* within a string that was begun */

/* The same with a fragment for a part of it: #c14, #p2. `index` counts from 0. */
void lt_part_iri(lt_flow *f, const lt_view *v, char letter, uint32_t index);

#endif
