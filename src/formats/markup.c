#include "formats/markup.h"

#include <string.h>
#include <unicode/utf8.h>

/* What stands for the character, or NULL where it stands for itself. */
static const char *entity(UChar32 c)
{
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\r': return "&#13;";
    case '\n': case '\t': return NULL;
    default: return c < 0x20 || c == 0xFFFE || c == 0xFFFF ? "\xEF\xBF\xBD" : NULL;
    }
}

void lt_flow_markup(lt_flow *f, const char *text, size_t size)
{
    int32_t from = 0;
    for (int32_t i = 0; i < (int32_t)size;) {
        int32_t at = i;
        UChar32 c;
        U8_NEXT(text, i, (int32_t)size, c);
        const char *instead = entity(c);
        if (!instead)
            continue;
        lt_flow_raw(f, text + from, (size_t)(at - from));
        lt_flow_text(f, instead);
        from = i;
    }
    lt_flow_raw(f, text + from, size - (size_t)from);
}

void lt_flow_markup_text(lt_flow *f, const char *text) { lt_flow_markup(f, text, strlen(text)); }
