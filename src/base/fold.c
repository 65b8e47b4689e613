#include "base/fold.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

/* Compose a decomposed word. Returns its size, or 0. */
static size_t compose(const char *text, size_t size, char *out)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    UChar wide[LT_MAX_WORD], composed[LT_MAX_WORD];
    int32_t n, bytes;
    u_strFromUTF8(wide, LT_MAX_WORD, &n, text, (int32_t)size, &status);
    n = unorm2_normalize(nfc, wide, n, composed, LT_MAX_WORD, &status);
    u_strToUTF8(out, LT_MAX_WORD - 1, &bytes, composed, n, &status);
    if (U_FAILURE(status))
        return 0;
    out[bytes] = '\0';
    return (size_t)bytes;
}

static int letter(char c)
{
    return (unsigned char)c >= 0x80 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Nearly all words: letters of ASCII, and those that German adds to them, whose capitals are as long as
 * the small ones. Returns how many bytes of the word are of that kind. */
static size_t fold_german(const char *text, size_t size, char *out)
{
    size_t i = 0;
    for (; i < size; i++) {
        unsigned char b = (unsigned char)text[i];
        if ((b >= 'a' && b <= 'z') || b == '-') {
            out[i] = (char)b;
        } else if (b >= 'A' && b <= 'Z') {
            out[i] = (char)(b + 32);
        } else if (b == 0xC3 && i + 1 < size && (unsigned char)text[i + 1] != 0x97) { /* À to ÿ, but × */
            out[i] = (char)b;
            b = (unsigned char)text[++i];
            out[i] = (char)(b < 0x9F ? b | 0x20 : b); /* U+00DF is small: ß */
        } else {
            break;
        }
    }
    return i;
}

#define EACH_BYTE(b) (UINT64_C(0x0101010101010101) * (b))

/* Eight bytes at a time. 0x20 makes a letter small, be it all of it (A) or its second byte (À: C3 80); the
 * first byte of two stays as it is, and so does ß (C3 9F), the only small letter without that bit. Digits and marks have it. */
void lt_fold_letters(const char *text, size_t size, char *out)
{
    for (size_t i = 0; i < size; i += LT_FOLD_STEP) {
        uint64_t bytes;
        memcpy(&bytes, text + i, sizeof bytes);
        uint64_t first = bytes & bytes << 1; /* 11xxxxxx, in the highest bit */
        uint64_t eszett = bytes ^ EACH_BYTE(0x9F);
        eszett = (eszett - EACH_BYTE(1)) & ~eszett;
        bytes |= EACH_BYTE(0x20) & ~((first | eszett) >> 2);
        memcpy(out + i, &bytes, sizeof bytes);
    }
    out[size] = '\0';
}

size_t lt_fold(const char *text, size_t size, char *out)
{
    if (size >= LT_MAX_WORD)
        return 0;
    size_t n = size < LT_MAX_WORD - 4 ? fold_german(text, size, out) : 0;
    int32_t i = (int32_t)n, length = (int32_t)size;
    int combining = 0;
    while (i < length) {
        if (n >= LT_MAX_WORD - 4) /* a small letter may take more bytes than its capital */
            return 0;
        unsigned char b = (unsigned char)text[i];
        /* Sprecher:innen, Redakteur*in: the joiner of a gender-neutral form */
        if ((b == ':' || b == '*' || b == '_') && i && i + 1 < length && letter(text[i - 1]) &&
            text[i + 1] >= 'a' && text[i + 1] <= 'z') {
            i++;
            continue;
        }
        if (b < 0x80) {
            out[n++] = (char)(b >= 'A' && b <= 'Z' ? b + 32 : b);
            i++;
            continue;
        }
        UChar32 c;
        U8_NEXT(text, i, length, c);
        if (c == 0xAD)
            continue;
        combining |= c >= 0x300 && c < 0x370;
        if (c == 0x2010 || c == 0x2011)
            c = '-';
        c = u_tolower(c);
        UBool bad = 0;
        int32_t at = (int32_t)n;
        U8_APPEND(out, at, LT_MAX_WORD - 1, c, bad);
        if (bad)
            return 0;
        n = (size_t)at;
    }
    out[n] = '\0';
    if (!combining)
        return n;
    char plain[LT_MAX_WORD];
    memcpy(plain, out, n);
    return compose(plain, n, out);
}
