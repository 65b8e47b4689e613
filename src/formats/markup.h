/* Text as text of XML or HTML. */
#ifndef LT_MARKUP_H
#define LT_MARKUP_H

#include "formats/flow.h"

/* UTF-8 as character data, or as the value of an attribute in ". CR stays one (a parser would make
 * a line feed of it); what XML 1.0 has no room for becomes U+FFFD. */
void lt_flow_markup(lt_flow *f, const char *text, size_t size);

/* The same up to a NUL; bytes that are not UTF-8 become U+FFFD, too. */
void lt_flow_markup_text(lt_flow *f, const char *text);

#endif
