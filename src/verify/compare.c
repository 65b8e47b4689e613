#include "verify/compare.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

enum { SHORT_GAP = 3 /* words: within so few a word that alters counts */, MAX_UNITS = 128 };

/* ---------------------------------------------------------------- typography of words */

typedef struct {
    UChar at[2 * MAX_UNITS];
    int32_t count;
    bool invisible, bracket;
} spelling;

/* The letters of a word, composed, in their case; `lower`: without it. */
static void spell(const lt_typography *t, const char *text, uint32_t size, bool lower, spelling *out)
{
    UChar raw[MAX_UNITS];
    int32_t n = 0;
    *out = (spelling){.count = 0};
    for (int32_t i = 0; i < (int32_t)size && n < MAX_UNITS - 2;) {
        UChar32 c;
        U8_NEXT(text, i, (int32_t)size, c);
        unsigned classes = lt_classes(t, c);
        out->invisible |= (classes & (LT_IS_INVISIBLE | LT_IS_HYPHEN)) != 0;
        out->bracket |= (classes & (LT_IS_OPEN | LT_IS_CLOSE)) != 0;
        if (c == ',' && classes & LT_IS_DECIMAL && n && i < (int32_t)size) {
            raw[n++] = ',';
        } else if (c >= 0 && !classes && !u_isUWhiteSpace(c)) {
            c = lower ? u_tolower(c) : c;
            U16_APPEND_UNSAFE(raw, n, c);
        }
    }
    UErrorCode status = U_ZERO_ERROR;
    out->count = unorm2_normalize(t->nfkc, raw, n, out->at, 2 * MAX_UNITS, &status);
    if (U_FAILURE(status)) {
        memcpy(out->at, raw, (size_t)n * sizeof *raw);
        out->count = n;
    }
}

static bool spelt_alike(const spelling *a, const spelling *b)
{
    return a->count == b->count && memcmp(a->at, b->at, (size_t)a->count * sizeof *a->at) == 0;
}

enum { SENSE = 1u << 30, OTHER = 1u << 29 }; /* a question became a statement, or the other way; not the same word */

/* What differs between two stretches of letters that are the same word. */
static unsigned words_differ(const lt_typography *t, const char *a, uint32_t an, const char *b, uint32_t bn)
{
    if (an == bn && memcmp(a, b, an) == 0)
        return 0;
    spelling x, y;
    spell(t, a, an, false, &x);
    spell(t, b, bn, false, &y);
    unsigned bits = x.bracket != y.bracket ? LAUT_DIFFERS_INSERTION : 0;
    if (x.invisible != y.invisible)
        bits |= LAUT_DIFFERS_HYPHENATION;
    if (!spelt_alike(&x, &y)) {
        spell(t, a, an, true, &x);
        spell(t, b, bn, true, &y);
        /* geh[e] for „geh“; without brackets two words have the same hash by chance */
        return spelt_alike(&x, &y) ? bits | LAUT_DIFFERS_CAPITALS : bits & LAUT_DIFFERS_INSERTION ? bits : OTHER;
    }
    return bits ? bits : LAUT_DIFFERS_CHARACTERS;
}

/* 0 to 1: letters that two words share, by their edit distance. */
static double likeness(const lt_typography *t, const char *a, uint32_t an, const char *b, uint32_t bn)
{
    spelling x, y;
    spell(t, a, an, true, &x);
    spell(t, b, bn, true, &y);
    int32_t row[2 * MAX_UNITS + 1], most = x.count > y.count ? x.count : y.count;
    for (int32_t k = 0; k <= y.count; k++)
        row[k] = k;
    for (int32_t i = 1; i <= x.count; i++) {
        int32_t diagonal = row[0];
        row[0] = i;
        for (int32_t k = 1; k <= y.count; k++) {
            int32_t changed = diagonal + (x.at[i - 1] != y.at[k - 1]);
            int32_t gone = (row[k] < row[k - 1] ? row[k] : row[k - 1]) + 1;
            diagonal = row[k];
            row[k] = changed < gone ? changed : gone;
        }
    }
    return most ? 1 - (double)row[y.count] / most : 0;
}

/* ---------------------------------------------------------------- typography between words */

enum { MARKS = 16 };

typedef struct {
    UChar32 quotes[MARKS], points[MARKS];
    uint32_t quote_count, point_count;
    bool space, blank, hyphen, invisible, bracket, question, stop;
} between;

static void look(const lt_typography *t, const char *text, uint32_t size, between *out)
{
    *out = (between){.space = false};
    for (int32_t i = 0; i < (int32_t)size;) {
        int32_t at = i;
        UChar32 c;
        U8_NEXT(text, i, (int32_t)size, c);
        unsigned classes = lt_classes(t, c);
        bool spaced = at > 0 && strchr(" \n\t\r", text[at - 1]) && i < (int32_t)size && strchr(" \n\t\r", text[i]);
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t')
            out->space = true;
        else if (classes & LT_IS_BLANK)
            out->space = out->blank = true;
        else if (classes & LT_IS_HYPHEN && !(classes & LT_IS_DASH && spaced))
            out->hyphen = true;
        else if (classes & LT_IS_INVISIBLE)
            out->invisible = true;
        else if (classes & LT_IS_QUOTE && out->quote_count < MARKS)
            out->quotes[out->quote_count++] = c;
        else if (classes & (LT_IS_OPEN | LT_IS_CLOSE))
            out->bracket = true;
        else if (classes & (LT_IS_PUNCTUATION | LT_IS_DASH | LT_IS_QUESTION) && out->point_count < MARKS)
            out->points[out->point_count++] = c;
        out->question |= (classes & LT_IS_QUESTION) != 0;
        out->stop |= c == '.' || c == '!' || (classes & LT_IS_QUESTION);
    }
}

static unsigned marks_differ(const lt_typography *t, const between *a, const between *b)
{
    unsigned bits = a->quote_count != b->quote_count ? LAUT_DIFFERS_MARKS : 0;
    for (uint32_t i = 0; i < a->quote_count && !bits; i++)
        if (a->quotes[i] != b->quotes[i] && !lt_is_inner_mark(t, b->quotes[i], a->quotes[i]))
            bits = LAUT_DIFFERS_MARKS;
    if (a->point_count != b->point_count || memcmp(a->points, b->points, a->point_count * sizeof *a->points) != 0)
        bits |= LAUT_DIFFERS_PUNCTUATION;
    if (a->question != b->question && a->stop && b->stop)
        bits |= SENSE;
    if (a->hyphen != b->hyphen || a->invisible != b->invisible)
        bits |= LAUT_DIFFERS_HYPHENATION;
    if (a->space != b->space || a->blank != b->blank)
        bits |= LAUT_DIFFERS_SPACING;
    if (a->bracket != b->bracket)
        bits |= LAUT_DIFFERS_INSERTION;
    return bits;
}

static unsigned between_differ(const lt_typography *t, const char *a, uint32_t an, const char *b, uint32_t bn)
{
    if (an == bn && memcmp(a, b, an) == 0)
        return 0;
    between x, y;
    look(t, a, an, &x);
    look(t, b, bn, &y);
    return marks_differ(t, &x, &y);
}

/* ---------------------------------------------------------------- the whole */

typedef struct {
    const lt_comparison *c;
    lt_arena *arena;
    lt_compared *out;
    double lost, all;      /* letters: that are not the same, and altogether */
    bool altered, far, gaps, wide;
    uint32_t words, kept;   /* of the quotation; of these the same, or another form of the same */
    uint32_t next;          /* word of the source behind the last that is the same */
    uint32_t breaks;        /* unmarked gaps of more than SHORT_GAP words */
} judgement;

static laut_edit *edit(judgement *j, laut_edit_kind kind, laut_span draft, laut_span source)
{
    laut_edit *e = lt_push(j->arena, &j->out->edits);
    if (e)
        *e = (laut_edit){kind, draft, source};
    return e;
}

static laut_span quoted_span(const judgement *j, const lt_pair *p)
{
    const lt_qword *w = j->c->quoted->words;
    if (!p->quoted_count) {
        uint32_t at = p->quoted ? w[p->quoted - 1].word.end : w[0].word.begin;
        return (laut_span){at, at};
    }
    return (laut_span){w[p->quoted].word.begin, w[p->quoted + p->quoted_count - 1].word.end};
}

static laut_span source_span(const judgement *j, const lt_pair *p)
{
    const lt_vword *w = j->c->words;
    if (!p->source_count) {
        uint32_t at = p->source ? w[p->source - 1].end : 0;
        return (laut_span){at, at};
    }
    return (laut_span){w[p->source].begin, w[p->source + p->source_count - 1].end};
}

static uint32_t letters_of(const judgement *j, const lt_pair *p)
{
    uint32_t quoted = 0, source = 0;
    for (uint32_t i = 0; i < p->quoted_count; i++)
        quoted += j->c->quoted->words[p->quoted + i].word.letters;
    for (uint32_t i = 0; i < p->source_count; i++)
        source += j->c->words[p->source + i].letters;
    return quoted > source ? quoted : source;
}

/* Whether the two words of the draft stand in one span of its content. */
static bool in_one_span(const judgement *j, uint32_t end, uint32_t begin)
{
    laut_spans spans = j->c->quoted->content;
    for (size_t i = 0; i < spans.count; i++)
        if (spans.at[i].begin <= end && begin <= spans.at[i].end)
            return true;
    return false;
}

/* Whether what stands there in the source is the frame around which a quotation is broken, and nothing of the
 * quotation was left out: …“, sagte sie, „… Behind a full stop a new one begins. */
static bool is_frame(const judgement *j, uint32_t begin, uint32_t end)
{
    uint32_t marks = 0, first = UINT32_MAX, last = 0;
    for (int32_t i = (int32_t)begin; i < (int32_t)end;) {
        uint32_t at = (uint32_t)i;
        UChar32 c;
        U8_NEXT(j->c->text, i, (int32_t)end, c);
        unsigned classes = lt_classes(j->c->typography, c);
        if (c >= 0 && (classes & LT_IS_QUOTE) && !(classes & LT_IS_APOSTROPHE)) {
            first = marks++ ? first : at;
            last = at;
        } else if (c == '.' || c == '!' || classes & LT_IS_QUESTION) {
            return false;
        } else if (marks == 0 && u_isalnum(c)) {
            return false; /* the quotation goes on */
        } else if (marks == 2 && u_isalnum(c)) {
            return false;
        }
    }
    return marks == 2 && last > first;
}

/* Words that stand in the source only, from pair `first` on. Returns how many pairs. */
static uint32_t judge_gap(judgement *j, const lt_pair *pairs, uint32_t first, uint32_t count, double quotation)
{
    const lt_qword *q = j->c->quoted->words;
    uint32_t n = 0, at = pairs[first].quoted;
    double letters = 0;
    bool alters = false;
    while (first + n < count && !pairs[first + n].quoted_count) {
        alters |= lt_alters(j->c->typography, j->c->words[pairs[first + n].source].hash);
        letters += letters_of(j, &pairs[first + n]);
        n++;
    }
    bool marked = at && at < j->c->quoted->count && q[at].gap;
    bool replaced = at && at < j->c->quoted->count && (q[at].inserted || q[at - 1].inserted);
    laut_span source = {source_span(j, &pairs[first]).begin, source_span(j, &pairs[first + n - 1]).end};
    if (first && first + n < count && pairs[first - 1].source_count && pairs[first + n].source_count &&
        is_frame(j, source_span(j, &pairs[first - 1]).end, source_span(j, &pairs[first + n]).begin))
        return n;
    edit(j, marked ? LAUT_OMITTED : LAUT_DROPPED, quoted_span(j, &pairs[first]), source);
    j->gaps = true;
    j->altered |= alters && n <= SHORT_GAP && !replaced;
    j->far |= n > LT_NEAR;
    j->wide |= n > 10;
    for (uint32_t i = 0; i < j->c->turn_count; i++)
        j->far |= j->c->turns[i] >= source.begin && j->c->turns[i] <= source.end;
    if (!marked) {
        double weight = letters < quotation / 5 ? letters : quotation / 5;
        j->lost += weight;
        j->all += weight;
        j->breaks += n > SHORT_GAP;
    }
    return n;
}

static void judge_pair(judgement *j, const lt_pair *p)
{
    const lt_comparison *c = j->c;
    const char *draft = c->draft->text.bytes;
    laut_span a = quoted_span(j, p), b = source_span(j, p);
    uint32_t letters = letters_of(j, p);
    const lt_qword *q = &c->quoted->words[p->quoted];
    if (!p->source_count) {
        laut_edit *before = j->out->edits.count ? &j->out->edits.at[j->out->edits.count - 1] : NULL;
        if (q->inserted && before && before->kind == LAUT_INSERTED)
            before->draft.end = a.end;
        else
            edit(j, q->inserted ? LAUT_INSERTED : LAUT_ADDED, a, b);
        if (q->inserted) {
            j->out->typography |= LAUT_DIFFERS_INSERTION;
            return;
        }
        j->altered = true;
        j->all += letters;
        j->lost += letters;
        return;
    }
    if (!p->same && (q->inserted || q->amended)) { /* the editor's word for the speaker's */
        edit(j, LAUT_INSERTED, a, b);
        j->out->typography |= LAUT_DIFFERS_INSERTION;
        j->gaps = true;
        return;
    }
    j->all += letters;
    unsigned bits = p->same && p->quoted_count == p->source_count
                        ? words_differ(c->typography, draft + a.begin, a.end - a.begin, c->text + b.begin, b.end - b.begin)
                        : 0;
    if (p->same || q->word.stem == c->words[p->source].stem)
        j->kept += p->quoted_count;
    if (!p->same || bits & OTHER) {
        edit(j, LAUT_CHANGED, a, b);
        j->altered = true;
        j->lost += letters * (1 - likeness(c->typography, draft + a.begin, a.end - a.begin, c->text + b.begin, b.end - b.begin));
        return;
    }
    if (p->quoted_count == p->source_count) {
        j->out->typography |= bits | (q->inserted ? LAUT_DIFFERS_INSERTION : 0);
    } else { /* parts of a compound, apart and together */
        spelling x, y;
        spell(c->typography, draft + a.begin, a.end - a.begin, false, &x);
        spell(c->typography, c->text + b.begin, b.end - b.begin, false, &y);
        j->out->typography |= x.invisible || y.invisible ? LAUT_DIFFERS_HYPHENATION : LAUT_DIFFERS_SPACING;
        if (!spelt_alike(&x, &y))
            j->out->typography |= LAUT_DIFFERS_CAPITALS;
    }
    laut_edit *last = j->out->edits.count ? &j->out->edits.at[j->out->edits.count - 1] : NULL;
    bool follows = p->source == j->next;
    j->next = p->source + p->source_count;
    if (last && last->kind == LAUT_SAME && follows && in_one_span(j, last->draft.end, a.begin)) {
        last->draft.end = a.end;
        last->source.end = b.end;
    } else {
        edit(j, LAUT_SAME, a, b);
    }
}

/* What stands between two words that are both there. */
static void judge_between(judgement *j, const lt_pair *p, const lt_pair *next)
{
    if (!p->same || !next->same || j->c->quoted->words[next->quoted].gap)
        return;
    laut_span a = quoted_span(j, p), b = source_span(j, p), x = quoted_span(j, next), y = source_span(j, next);
    if (!in_one_span(j, a.end, x.begin))
        return;
    unsigned bits = between_differ(j->c->typography, j->c->draft->text.bytes + a.end, x.begin - a.end,
                                   j->c->text + b.end, y.begin - b.end);
    if (bits & SENSE) {
        j->altered = true;
        edit(j, LAUT_CHANGED, (laut_span){a.end, x.begin}, (laut_span){b.end, y.begin});
    }
    j->out->typography |= bits & ~(unsigned)SENSE;
}

/* Without the quotation marks and blanks at its end. */
static uint32_t behind_mark(const lt_typography *t, const char *text, uint32_t begin, uint32_t end)
{
    uint32_t behind = begin;
    for (int32_t i = (int32_t)begin; i < (int32_t)end;) {
        UChar32 c;
        U8_NEXT(text, i, (int32_t)end, c);
        if (lt_classes(t, c) & (LT_IS_PUNCTUATION | LT_IS_QUESTION))
            behind = (uint32_t)i;
    }
    return behind;
}

/* „Ist das sicher?“ is not „Ist das sicher.“; that the mark is missing at the end means nothing. */
static void judge_end(judgement *j, const lt_pair *p)
{
    laut_span a = quoted_span(j, p), b = source_span(j, p);
    laut_spans spans = j->c->quoted->content;
    uint32_t end = a.end, limit = b.end;
    for (size_t i = 0; i < spans.count; i++)
        if (spans.at[i].begin <= a.begin && a.end <= spans.at[i].end)
            end = spans.at[i].end;
    while (limit < j->c->size && limit - b.end < 8 && !strchr(" \n\r\t", j->c->text[limit]))
        limit++;
    if (!p->same || j->c->quoted->part < j->c->quoted->parts)
        return;
    between x, y;
    look(j->c->typography, j->c->draft->text.bytes + a.end, end - a.end, &x);
    look(j->c->typography, j->c->text + b.end, limit - b.end, &y);
    if (marks_differ(j->c->typography, &x, &y) & SENSE) {
        end = behind_mark(j->c->typography, j->c->draft->text.bytes, a.end, end);
        limit = behind_mark(j->c->typography, j->c->text, b.end, limit);
        j->altered = true;
        edit(j, LAUT_CHANGED, (laut_span){a.end, end}, (laut_span){b.end, limit});
    }
}

static laut_verdict verdict(const judgement *j, double similarity)
{
    if (similarity < LT_ALTERED || 2 * j->kept < j->words || (j->gaps && j->words < 4 && j->wide) || (j->breaks && j->words / (j->breaks + 1) < 3))
        return LAUT_NOT_FOUND;
    return j->altered ? LAUT_ALTERED
           : j->far   ? LAUT_STITCHED
           : j->gaps  ? LAUT_SHORTENED
           : j->out->typography ? LAUT_TYPOGRAPHY
                                : LAUT_VERBATIM;
}

int lt_compare_words(const lt_comparison *c, const lt_pair *pairs, uint32_t count, lt_arena *arena, lt_compared *out)
{
    judgement j = {.c = c, .arena = arena, .out = out};
    *out = (lt_compared){.begin = UINT32_MAX};
    double quotation = 0;
    for (uint32_t i = 0; i < c->quoted->count; i++) {
        quotation += c->quoted->words[i].word.letters;
        j.words += !c->quoted->words[i].inserted;
    }
    for (uint32_t i = 0; i < count;) {
        if (!pairs[i].quoted_count) {
            i += judge_gap(&j, pairs, i, count, quotation);
            continue;
        }
        judge_pair(&j, &pairs[i]);
        if (i + 1 < count && pairs[i + 1].quoted_count && pairs[i + 1].source_count)
            judge_between(&j, &pairs[i], &pairs[i + 1]);
        i++;
    }
    if (count)
        judge_end(&j, &pairs[count - 1]);
    out->end = 0;
    for (uint32_t i = 0; i < out->edits.count; i++) {
        const laut_edit *e = &out->edits.at[i];
        if (e->source.begin == e->source.end)
            continue;
        out->begin = e->source.begin < out->begin ? e->source.begin : out->begin;
        out->end = e->source.end > out->end ? e->source.end : out->end;
    }
    if (out->begin > out->end)
        out->begin = out->end;
    for (uint32_t i = 0; i < out->edits.count; i++) {
        laut_span *s = &out->edits.at[i].source;
        s->begin = s->begin < out->begin ? 0 : s->begin - out->begin;
        s->end = s->end < out->begin ? 0 : s->end - out->begin;
    }
    out->similarity = j.all > 0 ? 1 - j.lost / j.all : 0;
    out->wording = verdict(&j, out->similarity);
    return arena->failed ? -1 : 0;
}
