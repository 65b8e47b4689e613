#include "formats/flat.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

void lt_print_flat(FILE *stream, const char *s, size_t size)
{
    bool space = false;
    for (int32_t i = 0; i < (int32_t)size;) {
        int32_t at = i;
        UChar32 c;
        U8_NEXT(s, i, (int32_t)size, c);
        bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (blank && !space)
            fputc(' ', stream);
        else if (!blank && (c < 0 || u_charType(c) == U_CONTROL_CHAR))
            fputs("\xEF\xBF\xBD", stream);
        else if (!blank)
            fwrite(s + at, 1, (size_t)(i - at), stream);
        space = blank;
    }
}
