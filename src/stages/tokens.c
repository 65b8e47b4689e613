/* Stage 2: tokens. ICU's word breaks (UAX #29, locale de), mended for German: hyphenated words
 * are one (US-Präsident, 54-Jähriger), an abbreviation keeps its full stop (z. B.), and so does an
 * ordinal (am 3. Mai). */
#include <stdio.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include "base/fold.h"
#include "document.h"
#include "engine/engine.h"
#include "engine/morphology.h"
#include "engine/worker.h"
#include "stages/boundaries.h"

static int icu_failed(laut_error *error, UErrorCode status)
{
    memset(error, 0, sizeof *error);
    error->code = LAUT_ERROR_INTERNAL;
    snprintf(error->message, sizeof error->message, "ICU: %s", u_errorName(status));
    return -1;
}

static UChar32 character(const lt_text *t, uint32_t at)
{
    UChar32 c;
    int32_t i = (int32_t)at;
    U8_NEXT(t->bytes, i, (int32_t)t->size, c);
    return c;
}

/* White space and what has no glyph. */
static bool invisible(UChar32 c)
{
    if (c < 0x80)
        return c <= ' ' || c == 0x7F;
    return u_isUWhiteSpace(c) || c == 0xFEFF || u_iscntrl(c) || u_charType(c) == U_FORMAT_CHAR;
}

static lt_token_kind kind_of_mark(UChar32 c)
{
    switch (c) {
    case ',': return LT_COMMA;
    case '.': case '!': case '?': case 0x2026: return LT_STOP;
    case ':': return LT_COLON;
    case ';': return LT_SEMICOLON;
    case '-': case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015:
        return LT_DASH;
    case '(': case '[': case '{': return LT_OPEN;
    case ')': case ']': case '}': return LT_CLOSE;
    case '"': case '\'': case '`': case 0xAB: case 0xBB: case 0x2018: case 0x2019: case 0x201A:
    case 0x201B: case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x2039: case 0x203A:
    case 0xB4: case 0x2032: case 0x2033: case 0x300A: case 0x300B:
        return LT_MARK;
    default: return LT_OTHER;
    }
}

typedef struct {
    uint32_t letters, capitals;
    bool capital; /* the first one is */
} letters;

/* Flags that follow from the spelling of what was seen so far and [begin, end). */
static uint8_t spell(letters *seen, const lt_text *t, uint32_t begin, uint32_t end)
{
    int32_t i = (int32_t)begin;
    while (i < (int32_t)end) {
        UChar32 c = (unsigned char)t->bytes[i];
        if (c < 0x80) { /* most letters are: no need to ask ICU */
            bool capital = c >= 'A' && c <= 'Z';
            i++;
            if (!capital && !(c >= 'a' && c <= 'z'))
                continue;
            if (seen->letters++ == 0)
                seen->capital = capital;
            seen->capitals += capital;
            continue;
        }
        U8_NEXT(t->bytes, i, (int32_t)end, c);
        if (!u_isalpha(c))
            continue;
        if (seen->letters++ == 0)
            seen->capital = u_isupper(c) || u_istitle(c);
        seen->capitals += u_isupper(c);
    }
    return (seen->capital ? LT_CAPITAL : 0) |
           (seen->letters > 1 && seen->capitals == seen->letters ? LT_ALL_CAPITAL : 0);
}

static uint8_t spelling(const lt_text *t, uint32_t begin, uint32_t end)
{
    /* Most words are small, or have one capital: their first two letters tell. */
    char first = t->bytes[begin], second = begin + 1 < end ? t->bytes[begin + 1] : 0;
    if (first >= 'a' && first <= 'z')
        return 0;
    if (first >= 'A' && first <= 'Z' && second >= 'a' && second <= 'z')
        return LT_CAPITAL;
    return spell(&(letters){0}, t, begin, end);
}

/* Where a full stop in a word of ICU's ends a sentence, because the blank behind it is missing: small
 * letters before it, a capital and a small one behind it (kam.Der; not: ver.di, St.Gallen). Else 0. */
static uint32_t lost_blank(const lt_document *d, uint32_t begin, uint32_t end)
{
    const char *text = d->text.bytes;
    const char *dot = memchr(text + begin, '.', end - begin);
    if (!dot || memchr(dot + 1, '.', (size_t)(text + end - dot - 1)))
        return 0;
    int32_t at = (int32_t)(dot - text), i = at;
    UChar32 before, first, second = 0;
    char folded[LT_MAX_WORD];
    for (int n = 0; n < 2; n++) {
        if (i <= (int32_t)begin)
            return 0;
        U8_PREV(text, (int32_t)begin, i, before);
        if (!u_islower(before))
            return 0;
    }
    size_t size = lt_fold(text + begin, (size_t)(at + 1) - begin, folded);
    if (!size || lt_find_abbreviation(d->engine, folded, size, false, false) != LT_NO_ABBREVIATION)
        return 0;
    i = at + 1;
    U8_NEXT(text, i, (int32_t)end, first);
    if (i < (int32_t)end)
        U8_NEXT(text, i, (int32_t)end, second);
    return u_isupper(first) && u_islower(second) ? (uint32_t)at : 0;
}

static bool is_hyphen(const lt_document *d, const lt_token *t)
{
    char c = d->text.bytes[t->begin];
    return t->kind == LT_DASH && (c == '-' || (t->end - t->begin == 3 &&
           (unsigned char)d->text.bytes[t->begin + 2] <= 0x91)); /* U+2010, U+2011 */
}

/* Where folded forms are written, one behind the other. */
typedef struct {
    lt_arena *arena;
    char *at;
    size_t left;
} folder;

/* Room for the folded form of a token; false if memory ran out. */
static bool open_folder(folder *f)
{
    enum { PIECE = 4096 };
    if (f->left < LT_MAX_WORD) {
        f->at = lt_arena_alloc(f->arena, PIECE);
        f->left = f->at ? PIECE : 0;
    }
    return f->at;
}

static void folded(folder *f, lt_token *t, size_t size)
{
    t->folded = f->at;
    t->folded_size = (uint8_t)size;
    f->at += size + 1;
    f->left -= size + 1;
}

/* The folded form of a token that has none yet. */
static void fold(folder *f, const lt_document *d, lt_token *t)
{
    if (t->folded)
        return;
    t->folded = "";
    t->folded_size = 0;
    size_t size = open_folder(f) ? lt_fold(d->text.bytes + t->begin, t->end - t->begin, f->at) : 0;
    if (size)
        folded(f, t, size);
}

static bool wordy(const lt_token *t) { return t->kind == LT_WORD || t->kind == LT_NUMBER; }

/* Whether `next` glues to the token before it: no space between, and one of the two is a hyphen
 * (US-Präsident, Energie- und, 54-Jähriger) or a joiner of gender-neutral forms (Sprecher:innen). */
static bool glues(const lt_document *d, const lt_token *last, const lt_token *next, bool hyphen_open)
{
    if (last->end != next->begin || next->flags & LT_SPACE_BEFORE)
        return false;
    if (wordy(last) && is_hyphen(d, next))
        return d->text.bytes[last->end - 1] != '-';
    return hyphen_open && next->kind != LT_MARK && wordy(next);
}

/* The passes below merge what ICU has cut apart. In place: `out` never passes the token that is read,
 * and until something was merged nothing is moved. */
static lt_token *keep(lt_document *d, uint32_t *out, uint32_t i)
{
    lt_token *t = &d->tokens.at[*out];
    if (*out != i)
        *t = d->tokens.at[i];
    ++*out;
    return t;
}

static void extend(lt_token *t, uint32_t end)
{
    t->end = end;
    t->folded = NULL; /* has to be folded again */
}

/* Whether a slash alone stands between the last two tokens before `out`, the first of them an abbreviation. */
static bool behind_slash(const lt_document *d, uint32_t out)
{
    if (out < 3)
        return false;
    const lt_token *t = &d->tokens.at[out - 3];
    return t[0].flags & LT_ALL_CAPITAL && wordy(&t[0]) && t[1].end == t[1].begin + 1 && d->text.bytes[t[1].begin] == '/' &&
           t[0].end == t[1].begin && t[1].end == t[2].begin;
}

/* From the first hyphen on. */
static void mend_hyphens(lt_document *d, uint32_t first)
{
    uint32_t out = first;
    bool open = false; /* the last token ends with a hyphen */
    letters seen = {0}; /* in the word that is put together, */
    uint32_t from = LAUT_NONE; /* which begins with this token */
    for (uint32_t i = first; i < d->tokens.count; i++) {
        lt_token *t = &d->tokens.at[i];
        if (out && glues(d, &d->tokens.at[out - 1], t, open)) {
            lt_token *last = &d->tokens.at[out - 1];
            if (from != out - 1) {
                seen = (letters){0};
                spell(&seen, &d->text, last->begin, last->end);
                from = out - 1;
            }
            uint32_t end = last->end;
            open = is_hyphen(d, t);
            extend(last, t->end);
            last->kind = LT_WORD;
            if (!(last->flags & LT_CAPITAL)) /* 54-Jährige: the first letter decides; and el-Masri */
                last->flags |= spell(&seen, &d->text, end, t->end) |
                               (last->end - last->begin < 12 + t->end - t->begin ? t->flags & LT_CAPITAL : 0);
            else if (last->flags & LT_ALL_CAPITAL && !(spell(&seen, &d->text, end, t->end) & LT_ALL_CAPITAL))
                last->flags &= (uint8_t)~LT_ALL_CAPITAL; /* CDU-Kreise */
            if (!open && behind_slash(d, out)) { /* CDU/CSU-Fraktion */
                extend(&d->tokens.at[out - 3], last->end);
                d->tokens.at[out - 3].flags &= (uint8_t)~LT_ALL_CAPITAL;
                out -= 2;
            }
            continue;
        }
        open = false;
        /* -jährig: a hyphen at the start of a word belongs to it */
        if (is_hyphen(d, t) && i + 1 < d->tokens.count && d->tokens.at[i + 1].kind == LT_WORD &&
            !(d->tokens.at[i + 1].flags & LT_SPACE_BEFORE) && t->flags & LT_SPACE_BEFORE &&
            t->end - t->begin == 1) {
            d->tokens.at[i + 1].begin = t->begin;
            d->tokens.at[i + 1].folded = NULL;
            d->tokens.at[i + 1].flags |= t->flags;
            continue;
        }
        keep(d, &out, i);
    }
    d->tokens.count = out;
}

/* Quotation marks made of two characters: ,,so'' and <<so>>. */
static void mend_marks(lt_document *d)
{
    uint32_t out = 0, n = d->tokens.count;
    for (uint32_t i = 0; i < n; i++) {
        lt_token *t = keep(d, &out, i);
        const lt_token *next = i + 1 < n ? &d->tokens.at[i + 1] : NULL;
        if (next && t->end - t->begin == 1 && next->begin == t->end && next->end == t->end + 1 &&
            d->text.bytes[next->begin] == d->text.bytes[t->begin] && strchr(",`'<>", d->text.bytes[t->begin])) {
            extend(t, next->end);
            t->kind = LT_MARK;
            i++;
        }
    }
    d->tokens.count = out;
}

/* 8:00 Uhr: one number. */
static void mend_times(lt_document *d)
{
    uint32_t out = 0, n = d->tokens.count;
    for (uint32_t i = 0; i < n; i++) {
        lt_token *t = keep(d, &out, i);
        const lt_token *next = &d->tokens.at[i];
        if (t->kind == LT_NUMBER && i + 2 < n && next[1].kind == LT_COLON && next[1].begin == t->end &&
            next[2].kind == LT_NUMBER && next[2].begin == t->end + 1) {
            extend(t, next[2].end);
            i += 2;
        }
    }
    d->tokens.count = out;
}

/* Gender-neutral endings: a joiner and a short ending behind a word: Sprecher:innen,
 * Redakteur*in. ICU keeps some together and cuts others. */
static void mend_gender(lt_document *d)
{
    uint32_t out = 0, n = d->tokens.count;
    for (uint32_t i = 0; i < n; i++) {
        const lt_token *t = &d->tokens.at[i];
        if (t->end - t->begin == 1 && out && i + 1 < n && strchr(":*_", d->text.bytes[t->begin]) &&
            d->tokens.at[out - 1].end == t->begin && d->tokens.at[out - 1].kind == LT_WORD &&
            t[1].begin == t->end && t[1].kind == LT_WORD && !(t[1].flags & LT_CAPITAL)) {
            extend(&d->tokens.at[out - 1], d->tokens.at[++i].end);
            continue;
        }
        keep(d, &out, i);
    }
    d->tokens.count = out;
}

/* A single capital letter: an initial, if a stop follows (Otto F. Maier). */
static bool initial(const lt_document *d, const lt_token *t)
{
    int32_t i = (int32_t)t->begin;
    U8_FWD_1(d->text.bytes, i, (int32_t)t->end);
    return t->flags & LT_CAPITAL && i == (int32_t)t->end;
}

enum { LONGEST = 8 }; /* tokens of an abbreviation */

/* The last of an abbreviation's parts that begin at a word (z. B.; Dr.; e. V.): the longest that the
 * lexicon knows; or 0. */
static uint32_t abbreviation(folder *f, lt_document *d, uint32_t first, lt_abbreviation *kind)
{
    char joined[LT_MAX_WORD];
    size_t size = 0, longest = lt_longest_abbreviation(d->engine);
    uint32_t best = 0;
    bool capital = d->tokens.at[first].flags & LT_CAPITAL && first > 0 && !(d->tokens.at[first].flags & (LT_PARA_BEFORE | LT_LINE_BEFORE)) &&
                   (d->tokens.at[first - 1].kind == LT_WORD || d->tokens.at[first - 1].kind == LT_NUMBER || d->tokens.at[first - 1].kind == LT_COMMA);
    for (uint32_t k = first; k < d->tokens.count && k < first + LONGEST; k++) {
        lt_token *p = &d->tokens.at[k];
        bool stop = p->kind != LT_WORD;
        if ((stop && d->text.bytes[p->begin] != '.') ||
            (k > first && p->flags & (LT_PARA_BEFORE | LT_LINE_BEFORE)))
            break;
        fold(f, d, p);
        if (!p->folded_size || size + p->folded_size > longest)
            break;
        memcpy(joined + size, p->folded, p->folded_size);
        size += p->folded_size;
        if (!stop)
            continue;
        lt_abbreviation found = lt_find_abbreviation(d->engine, joined, size, capital, !(d->tokens.at[first].flags & LT_CAPITAL));
        /* sagte dem Sender DR. Sie …: no Dr., but DR. MEYER in a text of capitals */
        if (k == first + 1 && p[-1].flags & LT_ALL_CAPITAL && !(k + 1 < d->tokens.count && p[1].flags & LT_ALL_CAPITAL))
            found = LT_NO_ABBREVIATION;
        if (found == LT_NO_ABBREVIATION && k == first + 1 && initial(d, p - 1))
            found = LT_ABBREVIATION_MAY;
        if (found != LT_NO_ABBREVIATION && found != LT_ABBREVIATION_NAME) {
            best = k;
            *kind = found;
        }
    }
    return best;
}

/* The first token from `from` on with which an abbreviation may begin whose first full stop is token `stop`,
 * if all between them are words: what is too long is none. */
static uint32_t earliest(folder *f, lt_document *d, uint32_t from, uint32_t stop)
{
    uint32_t first = stop;
    for (size_t size = 1; first > from && first + LONGEST > stop + 1; first--) {
        lt_token *t = &d->tokens.at[first - 1];
        fold(f, d, t);
        size += t->folded_size;
        if (!t->folded_size || size > lt_longest_abbreviation(d->engine))
            break;
    }
    return first;
}

static void mend_abbreviations(folder *f, lt_document *d)
{
    uint32_t out = 0, n = d->tokens.count;
    for (uint32_t i = 0; i < n;) {
        uint32_t mark = i; /* what is no word: an abbreviation needs a full stop there */
        while (mark < n && d->tokens.at[mark].kind == LT_WORD)
            mark++;
        bool stop = mark < n && d->text.bytes[d->tokens.at[mark].begin] == '.';
        uint32_t first = stop ? earliest(f, d, i, mark) : mark, last = 0;
        for (; i < first; i++)
            keep(d, &out, i);
        for (; i < mark && !last; i++) {
            lt_abbreviation kind = LT_NO_ABBREVIATION;
            last = abbreviation(f, d, i, &kind);
            lt_token *t = keep(d, &out, i);
            if (!last)
                continue;
            extend(t, d->tokens.at[last].end);
            t->flags |= LT_ABBREVIATION | (kind == LT_ABBREVIATION_NEVER ? LT_NO_END : 0);
        }
        if (last)
            i = last + 1;
        else if (i < n)
            keep(d, &out, i++);
    }
    d->tokens.count = out;
}

static bool roman(const lt_text *t, const lt_token *token)
{
    for (uint32_t i = token->begin; i < token->end; i++)
        if (!strchr("IVXLC", t->bytes[i]))
            return false;
    return token->end - token->begin < 6;
}

/* Whether word `t`, which has a capital letter, can be an article or a preposition: Der, Im. */
static bool leads_on(folder *f, const lt_document *d, lt_token *t)
{
    lt_reading out[LT_MAX_READINGS];
    fold(f, d, t);
    uint32_t n = lt_analyse(d->engine, t->folded, t->folded_size, t->flags, out);
    bool leads = n > 0;
    for (uint32_t i = 0; i < n && leads; i++)
        leads = out[i].category == LT_DET || out[i].category == LT_PREP || out[i].category == LT_PRON;
    return leads;
}

/* Unabhängig, Trotzdem: no noun, and in small letters an adverb, a conjunction or an adjective without an ending. */
static bool starts_anew(folder *f, const lt_document *d, lt_token *t)
{
    lt_reading out[LT_MAX_READINGS];
    fold(f, d, t);
    uint32_t n = lt_analyse(d->engine, t->folded, t->folded_size, t->flags, out);
    for (uint32_t i = 0; i < n; i++)
        if ((out[i].category == LT_NOUN || out[i].category == LT_NAME) && !(out[i].features & LT_F(guess)))
            return false;
    n = lt_analyse(d->engine, t->folded, t->folded_size, t->flags & ~LT_CAPITAL, out);
    for (uint32_t i = 0; i < n; i++)
        if (!(out[i].features & LT_F(guess)) && (out[i].category == LT_ADV || out[i].category == LT_CONJ || out[i].category == LT_SUB || out[i].category == LT_PART ||
                                                (out[i].category == LT_ADJ && out[i].features & LT_F(pred))))
            return true;
    return false;
}

/* Whether the full stop behind number `t`, which follows `before`, is an ordinal's: before a small letter
 * (am 3. oder 4. Mai), before a month (3. Mai), and before a capitalized word where a small one stands
 * before a number of one or two digits (im 19. Jahrhundert; but: auf Platz 3. Der), or an article at the
 * beginning of a sentence (Der 1. FC); but not before an article or an adverb (es waren 12. Die anderen; Trotzdem kamen sie). */
static bool ordinal(folder *f, const lt_document *d, lt_token *before, const lt_token *t, lt_token *next)
{
    if (!(next->flags & LT_CAPITAL) || (t->end - t->begin <= 2 && before && before->kind == LT_WORD &&
                                        (!(before->flags & LT_CAPITAL) || leads_on(f, d, before))))
        return !(next->flags & LT_CAPITAL) || (!leads_on(f, d, next) && !starts_anew(f, d, next));
    fold(f, d, next);
    return lt_is_month(d->engine, next->folded, next->folded_size);
}

/* Papst Leonhard IX. sprach: a Roman numeral behind a name, and a small letter goes on. */
static bool numbered(const lt_document *d, const lt_token *before, const lt_token *t, const lt_token *next)
{
    return !(next->flags & LT_CAPITAL) && before && before->flags & LT_CAPITAL && roman(&d->text, t);
}

/* Join the full stop to an ordinal. `left`: the tokens from `t` to the end, three at least. Returns how many that were read make one. */
static uint32_t mend_ordinal(folder *f, const lt_document *d, lt_token *t, lt_token *next, lt_token *before, uint32_t left)
{
    const bool marked = left > 3 && t->kind == LT_WORD && next[1].kind == LT_MARK; /* Leonhard IX. „ist und bleibt …“ */
    const lt_token *word = &next[marked ? 2 : 1];
    if (next[0].begin != t->end || word->kind != LT_WORD || next[1].flags & LT_PARA_BEFORE)
        return 1;
    if (t->kind == LT_NUMBER && d->text.bytes[t->end] == '.' && ordinal(f, d, before, t, &next[1]))
        t->flags |= LT_ORDINAL;
    else if (t->kind == LT_WORD && numbered(d, before, t, word))
        t->flags |= LT_ABBREVIATION | LT_NO_END;
    else
        return 1;
    extend(t, next[0].end);
    return 2;
}

/* The last pass: ordinals, what is left to fold, and what is too long for it. */
static void finish(folder *f, lt_document *d)
{
    uint32_t out = 0, n = d->tokens.count;
    for (uint32_t i = 0, read; i < n; i += read) {
        lt_token *t = keep(d, &out, i), *next = &d->tokens.at[i + 1];
        read = i + 2 < n && next->kind == LT_STOP ? mend_ordinal(f, d, t, next, out > 1 ? t - 1 : NULL, n - i) : 1;
        if (t->folded && t->folded_size)
            continue;
        fold(f, d, t);
        if (!t->folded_size && t->end - t->begin >= LT_MAX_WORD)
            lt_truncate(d, LAUT_LIMIT_WORD, out - 1, out);
    }
    d->tokens.count = out;
}

/* What follows a line break, and what begins a paragraph. */
static uint8_t gap_flags(const lt_text *t, uint32_t from, uint32_t to)
{
    uint32_t breaks = 0;
    for (uint32_t i = from; i < to; i++)
        breaks += t->bytes[i] == '\n' || (t->bytes[i] == '\r' && t->bytes[i + 1] != '\n');
    return (breaks ? LT_LINE_BEFORE : 0) | (breaks > 1 ? LT_PARA_BEFORE : 0) |
           (to > from ? LT_SPACE_BEFORE : 0);
}

/* Whether only the end of the text or a line follows in less than so many bytes. */
static bool is_short(const lt_text *t, uint32_t from, uint32_t bytes)
{
    uint32_t end = from;
    while (end < t->size && t->bytes[end] != '\n' && t->bytes[end] != '\r' && end - from < bytes)
        end++;
    return end - from < bytes;
}

/* Rücktritt in Kiel\nDer … with no empty line between them: a short first line without a mark at its end is a headline where
 * the next one is too long to be a part of broken text, so a paragraph begins there. */
static void find_headline(lt_document *d)
{
    enum { SHORT = 90, LONG = 120 }; /* bytes */
    const lt_text *t = &d->text;
    if (!d->tokens.count || !is_short(t, d->tokens.at[0].begin, SHORT))
        return;
    uint32_t i = 1;
    while (i < d->tokens.count && !(d->tokens.at[i].flags & (LT_LINE_BEFORE | LT_PARA_BEFORE)))
        i++;
    lt_token *next = &d->tokens.at[i];
    if (i == d->tokens.count || next->flags & LT_PARA_BEFORE || is_short(t, next->begin, LONG))
        return;
    uint8_t before = next[-1].kind, kind = next->kind;
    if ((before == LT_WORD || before == LT_NUMBER || before == LT_MARK) && (next->flags & LT_CAPITAL || kind == LT_MARK || kind == LT_NUMBER))
        next->flags |= LT_PARA_BEFORE;
}

/* ---------------------------------------------------------------- from pieces to tokens */

typedef struct {
    lt_document *d;
    folder folder;
    uint32_t end;     /* of the last piece that was visible */
    uint32_t hyphen;  /* the first token that is one, or LAUT_NONE */
    bool doubled;     /* there are marks like ,, */
    bool joined;      /* a word or number stands right behind a joiner: Sprecher:innen, 8:00 */
} cutter;

static inline lt_token *push(cutter *k, uint32_t begin, uint32_t end, lt_token_kind kind, uint8_t flags)
{
    lt_token *t = lt_push(&k->d->arena, &k->d->tokens);
    if (!t)
        return NULL;
    t->begin = begin;
    t->end = end;
    t->kind = kind;
    t->flags = flags;
    return t;
}

/* What the gap between the last token and the next one, at byte `begin`, says. */
static uint8_t gap_before(const cutter *k, uint32_t begin)
{
    const lt_text *t = &k->d->text;
    uint8_t flags = begin == k->end                                     ? 0
                    : begin == k->end + 1 && t->bytes[k->end] == ' ' ? LT_SPACE_BEFORE
                                                                        : gap_flags(t, k->end, begin);
    return flags | (k->d->tokens.count ? 0 : LT_PARA_BEFORE);
}

static void push_word(cutter *k, uint32_t begin, uint32_t end, uint8_t flags)
{
    lt_document *d = k->d;
    uint32_t stop = lost_blank(d, begin, end);
    if (stop) {
        push(k, begin, stop, LT_WORD, flags | spelling(&d->text, begin, stop));
        push(k, stop, stop + 1, LT_STOP, 0);
        begin = stop + 1;
        flags = 0;
    }
    push(k, begin, end, LT_WORD, flags | spelling(&d->text, begin, end));
}

/* The folded form of what can be folded fast. */
static void fold_letters(cutter *k, lt_token *t)
{
    if (t->end - t->begin > LT_MAX_LETTERS || !open_folder(&k->folder))
        return;
    lt_fold_letters(k->d->text.bytes + t->begin, t->end - t->begin, k->folder.at);
    folded(&k->folder, t, t->end - t->begin);
}

/* Nearly all words and numbers: nothing but letters, or digits. */
static void push_plain(cutter *k, uint32_t begin, uint32_t end, bool word, uint8_t flags)
{
    if (word)
        flags |= spelling(&k->d->text, begin, end);
    lt_token *t = push(k, begin, end, word ? LT_WORD : LT_NUMBER, flags);
    if (t)
        fold_letters(k, t);
}

/* A run of marks comes as one piece now and then: one token each. */
static void push_marks(cutter *k, uint32_t begin, uint32_t end, uint8_t flags)
{
    lt_document *d = k->d;
    const char *text = d->text.bytes;
    for (int32_t i = (int32_t)begin; i < (int32_t)end; flags = 0) {
        UChar32 c;
        uint32_t at = (uint32_t)i;
        U8_NEXT(text, i, (int32_t)end, c);
        lt_token *t = push(k, at, (uint32_t)i, kind_of_mark(c), flags);
        if (!t)
            return;
        if (c < '@')
            fold_letters(k, t);
        k->doubled |= at > 0 && text[at] == text[at - 1];
        if (k->hyphen == LAUT_NONE && is_hyphen(d, t))
            k->hyphen = d->tokens.count - 1;
    }
}

/* A piece that ICU was asked for, or a mark. */
static void push_other(cutter *k, uint32_t begin, uint32_t end, int32_t status)
{
    const lt_text *t = &k->d->text;
    UChar32 c = character(t, begin);
    if (c == 0x202F && end - begin > 3) { /* a narrow space that ICU joins to the word behind it */
        begin += 3;
        c = character(t, begin);
    }
    if (invisible(c))
        return;
    uint8_t flags = gap_before(k, begin);
    if (status < UBRK_WORD_NUMBER)
        push_marks(k, begin, end, flags);
    else if (status < UBRK_WORD_NUMBER_LIMIT && !u_isalpha(c))
        push(k, begin, end, LT_NUMBER, flags);
    else
        push_word(k, begin, end, flags);
    k->end = end;
}

static void push_piece(cutter *k, const lt_boundaries *piece)
{
    uint32_t begin = (uint32_t)piece->begin, end = (uint32_t)piece->end;
    if (piece->status >= UBRK_WORD_NUMBER && begin && begin == k->end && strchr(":*_", k->d->text.bytes[begin - 1]))
        k->joined = true;
    if (!piece->plain || piece->status < UBRK_WORD_NUMBER) {
        push_other(k, begin, end, piece->status);
        return;
    }
    push_plain(k, begin, end, piece->status >= UBRK_WORD_LETTER, gap_before(k, begin));
    k->end = end;
}

int lt_tokens_stage(lt_document *d, laut_error *error)
{
    const lt_text *t = &d->text;
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *word_breaks = d->worker ? d->worker->word_breaks
                                            : lt_open_word_breaks(d->engine, &status);
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, t->bytes, t->size, &status);
    if (U_SUCCESS(status))
        ubrk_setUText(word_breaks, &text, &status);
    if (U_FAILURE(status)) {
        if (word_breaks && !d->worker)
            ubrk_close(word_breaks);
        utext_close(&text);
        return icu_failed(error, status);
    }

    /* News has a token for six bytes; where there are more, all would be copied. */
    (void)lt_reserve(&d->arena, &d->tokens, t->size / 5 + 16);
    cutter k = {.d = d, .folder = {.arena = &d->arena}, .hyphen = LAUT_NONE};
    lt_boundaries pieces = {.breaks = word_breaks, .text = t->bytes, .size = (int32_t)t->size};
    while (lt_next_piece(&pieces) && !d->arena.failed)
        push_piece(&k, &pieces);
    if (!d->worker)
        ubrk_close(word_breaks);
    utext_close(&text);
    if (d->arena.failed)
        return lt_out_of_memory(error);
    if (k.hyphen != LAUT_NONE)
        mend_hyphens(d, k.hyphen);
    if (k.doubled)
        mend_marks(d);
    if (k.joined) {
        mend_times(d);
        mend_gender(d);
    }
    mend_abbreviations(&k.folder, d);
    finish(&k.folder, d);
    /* Stages may look a few tokens ahead: behind the last there is nothing, but it may be asked for. */
    enum { AHEAD = 8 };
    if (!lt_reserve(&d->arena, &d->tokens, d->tokens.count + AHEAD))
        return lt_out_of_memory(error);
    memset(d->tokens.at + d->tokens.count, 0, AHEAD * sizeof *d->tokens.at);
    find_headline(d);
    return d->arena.failed ? lt_out_of_memory(error) : 0;
}
