/* Boundaries of words are those of ICU, wherever they are found without it. */
#include <criterion/criterion.h>
#include <stdint.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "stages/boundaries.h"

/* Fails where the pieces of a text that do not begin with a blank are not ICU's. */
static void compare(UBreakIterator *ours, UBreakIterator *theirs, const char *text)
{
    UErrorCode status = U_ZERO_ERROR;
    UText a = UTEXT_INITIALIZER, b = UTEXT_INITIALIZER;
    int32_t size = (int32_t)strlen(text);
    utext_openUTF8(&a, text, size, &status);
    utext_openUTF8(&b, text, size, &status);
    ubrk_setUText(ours, &a, &status);
    ubrk_setUText(theirs, &b, &status);
    cr_assert(U_SUCCESS(status));
    lt_boundaries w = {.breaks = ours, .text = text, .size = size};
    int32_t begin = ubrk_first(theirs);
    for (int32_t end; (end = ubrk_next(theirs)) != UBRK_DONE; begin = end) {
        if (text[begin] == ' ')
            continue;
        cr_assert(lt_next_piece(&w), "no piece at %d of %s", begin, text);
        cr_assert(w.begin == begin && w.end == end, "[%d, %d) instead of [%d, %d) in %s", w.begin, w.end, begin, end, text);
        int32_t rule = ubrk_getRuleStatus(theirs);
        cr_assert(w.status / 100 == rule / 100, "status %d instead of %d at %d of %s", w.status, rule, begin, text);
    }
    cr_assert(!lt_next_piece(&w), "a piece behind the end of %s", text);
    utext_close(&a);
    utext_close(&b);
}

static UBreakIterator *german(void)
{
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *breaks = ubrk_open(UBRK_WORD, "de", NULL, 0, &status);
    cr_assert(U_SUCCESS(status));
    return breaks;
}

Test(boundaries, sentences_are_cut_as_icu_cuts_them)
{
    static const char *const texts[] = {
        "", " ", "Die Fähre legt um 8:30 Uhr ab, z.B. in Kiel.", "„Wir gehen“, sagte sie – und blieb…",
        "Gehst’s? 3,5 % oder 1.200 Euro; ver.di, Sprecher:innen, el-Masri.", "Zeile\r\nZeile\n\nAbsatz  mit   Lücken\t.",
        "a\xCC\x88 b \xCC\x88 \xE2\x80\x8D.", "Wort\xC2\xADtrennung", "ist …gut", "7a B12 12b 3. 4.", "«so» und »so«",
    };
    UBreakIterator *ours = german(), *theirs = german();
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        compare(ours, theirs, texts[i]);
    ubrk_close(ours);
    ubrk_close(theirs);
}

/* Every way in which characters that are known here can stand beside each other and beside others. */
Test(boundaries, random_texts_are_cut_as_icu_cuts_them)
{
    static const char *const pieces[] = {
        "a", "Zeit", "ß", "ä", "Ö", "ÿ", " ", " ", " ", "  ", "\n", "\r", "\t", ".", ",", ":", ";", "!", "?", "-", "/", "(",
        ")", "\"", "'", "_", "7", "42", "«", "»", "–", "—", "„", "“", "”", "’", "…", "×", "÷", "ª", "ł", "я", "字", "か",
        "\xCC\x88" /* combining */, "\xC2\xAD" /* soft hyphen */, "\xE2\x80\x8D" /* joiner */, "\xE2\x80\xAF" /* narrow space */,
        "\xC2\xA0", "\xF0\x9F\x98\x80", "\xEF\xB8\x8F", "\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA", "@", "#", "&", "א", "\xE2\x80\xA7",
    };
    enum { COUNT = sizeof pieces / sizeof *pieces };
    UBreakIterator *ours = german(), *theirs = german();
    uint64_t seed = 20050805;
    for (int round = 0; round < 20000; round++) {
        char text[256] = "";
        size_t n = 0;
        for (int k = 0; k < 16; k++) {
            seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
            const char *piece = pieces[(seed >> 33) % COUNT];
            memcpy(text + n, piece, strlen(piece) + 1);
            n += strlen(piece);
        }
        compare(ours, theirs, text);
    }
    ubrk_close(ours);
    ubrk_close(theirs);
}
