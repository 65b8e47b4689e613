#include "engine/properties.h"

#include "engine/reports.h"

#include <string.h>

#include "stages/extent.h"

/* ---------------------------------------------------------------- values */

static lt_value nothing(void) { return (lt_value){.type = LT_V_NOTHING}; }
static lt_value truth(bool b) { return (lt_value){.type = LT_V_BOOL, .as.truth = b}; }
static lt_value count(uint32_t n) { return (lt_value){.type = LT_V_COUNT, .as.count = n}; }
static lt_value symbol(const char *text) { return (lt_value){.type = LT_V_SYMBOL, .as.text = text}; }
static lt_value cell(const char *text) { return (lt_value){.type = LT_V_CELL, .as.text = text}; }
static lt_value word(lt_word w) { return (lt_value){.type = LT_V_WORD, .as.word = w, .as.whole = LT_NO_WORD}; }

/* (mit der) Aufschrift: of a compound the lemma is that of its last part, so that it may go by its form, too. */
static lt_value noun_word(lt_word w, const lt_token *t)
{
    lt_value v = word(w);
    if (t->flags & LT_CAPITAL && t->form != w)
        v.as.whole = t->form;
    return v;
}

static lt_value unit(lt_value_type type, uint32_t index)
{
    return index == LAUT_NONE ? nothing() : (lt_value){.type = type, .as.index = index};
}

static lt_value token(uint32_t t) { return unit(LT_V_TOKEN, t); }

static lt_value ranges(const lt_range *at, uint32_t n)
{
    return (lt_value){.type = LT_V_RANGES, .as.ranges = {at, n}};
}

/* A range for each token of a list. */
static lt_value listed(lt_scene *s, const uint32_t *tokens, uint32_t n)
{
    lt_range *at = lt_scene_ranges(s, n);
    if (!at)
        return nothing();
    for (uint32_t i = 0; i < n; i++)
        at[i] = (lt_range){tokens[i], tokens[i] + 1};
    return ranges(at, lt_normalise(at, n));
}

#define GET(name) static lt_value name(lt_scene *s, const lt_property *p, uint32_t i)
#define UNUSED (void)s, (void)p, (void)i

/* ---------------------------------------------------------------- tokens */

#define TOKEN (&s->d->tokens.at[i])

/* The names of lt_category, in its order. */
#define CATEGORIES "noun name verb adj adv det pron prep conj sub part num"
static const char *const category_names[] = {"noun", "name", "verb", "adj", "adv", "det",
                                             "pron", "prep", "conj", "sub", "part", "num"};

GET(same_token) { UNUSED; return (lt_value){.type = LT_V_FORM, .as.index = i}; }
GET(any_word) { UNUSED; return (lt_value){.type = LT_V_ANY_WORD, .as.index = i}; }
GET(reading_lemma) { UNUSED; return s->reading ? noun_word(s->reading->lemma, TOKEN) : nothing(); }
GET(reading_cat)
{
    UNUSED;
    return s->reading ? symbol(category_names[s->reading->category]) : nothing();
}
GET(reading_is) { UNUSED; return truth(s->reading && s->reading->category == p->mask); }
GET(reading_has) { UNUSED; return truth(s->reading && s->reading->features & p->mask); }
GET(token_sort) { UNUSED; return truth(s->profile[i].sorts & p->mask); }
GET(token_first)
{
    UNUSED;
    return truth(i == s->d->sentences.at[s->d->sentence_of[i]].first);
}
GET(token_quoted) { UNUSED; return truth(s->d->quote_of[i] != LAUT_NONE); }
GET(token_quote) { UNUSED; return unit(LT_V_QUOTE, s->d->quote_of[i]); }
GET(token_clause) { UNUSED; return unit(LT_V_CLAUSE, s->d->clause_of[i]); }
GET(token_sentence) { UNUSED; return unit(LT_V_SENTENCE, s->d->sentence_of[i]); }
GET(token_next) { UNUSED; return token(i + 1 < s->d->tokens.count ? i + 1 : LAUT_NONE); }
GET(token_before) { UNUSED; return token(i ? i - 1 : LAUT_NONE); }

/* ---------------------------------------------------------------- quotes */

#define QUOTE (&s->d->quotes.at[i])
#define QUOTE_KINDS "speech title scare"
static const char *const quote_kind_names[] = {"speech", "title", "scare"};

/* Bits of its traits, behind those of the kinds. */
enum { QUOTE_WHOLE = 1 << 8, QUOTE_UNCLOSED = 1 << 9, QUOTE_ANSWER = 1 << 10 };

uint64_t lt_quote_traits(const lt_document *d, uint32_t quote)
{
    const lt_quote *q = &d->quotes.at[quote];
    return UINT64_C(1) << q->kind | (q->whole ? QUOTE_WHOLE : 0) | (q->unclosed ? QUOTE_UNCLOSED : 0) |
           (q->answer ? QUOTE_ANSWER : 0);
}

/* The tokens between the marks. A quotation without a word between them has none. */
static bool inner(const lt_scene *s, uint32_t i, lt_range *out)
{
    const lt_quote *q = QUOTE;
    const lt_token *t = s->d->tokens.at;
    out->first = q->first + (q->first < q->last && t[q->first].kind == LT_MARK);
    out->last = q->last - (q->last > out->first && t[q->last - 1].kind == LT_MARK);
    return out->first < out->last;
}

GET(quote_words) { UNUSED; return count(QUOTE->words); }
GET(quote_lower) { UNUSED; return count(QUOTE->lower); }
GET(quote_level) { UNUSED; return count(QUOTE->level); }
GET(quote_kind) { UNUSED; return symbol(quote_kind_names[QUOTE->kind]); }
GET(quote_is) { UNUSED; return truth(lt_quote_traits(s->d, i) & p->mask); }
GET(quote_answerer) { UNUSED; return unit(LT_V_MENTION, QUOTE->answerer); }
GET(quote_parent) { UNUSED; return unit(LT_V_QUOTE, QUOTE->parent); }
GET(quote_sentences)
{
    UNUSED;
    return count(s->d->sentence_of[QUOTE->last - 1] - s->d->sentence_of[QUOTE->first] + 1);
}
GET(quote_crosses)
{
    UNUSED;
    return truth(s->d->sentence_of[QUOTE->last - 1] != s->d->sentence_of[QUOTE->first]);
}
GET(quote_first) { UNUSED; lt_range r; return inner(s, i, &r) ? token(r.first) : nothing(); }
GET(quote_last) { UNUSED; lt_range r; return inner(s, i, &r) ? token(r.last - 1) : nothing(); }
GET(quote_ends)
{
    UNUSED;
    lt_range r;
    return inner(s, i, &r) ? same_token(s, p, r.last - 1) : nothing();
}
GET(quote_clause) { UNUSED; return unit(LT_V_CLAUSE, s->d->clause_of[QUOTE->first]); }
GET(quote_sentence) { UNUSED; return unit(LT_V_SENTENCE, s->d->sentence_of[QUOTE->first]); }

/* ---------------------------------------------------------------- mentions */

#define MENTION (&s->d->mentions.at[i])
#define MENTION_TYPES "person organization media document group unnamed place attribution thing"
static const char *const mention_type_names[] = {
    "person", "organization", "media", "document", "group", "unnamed",
    "place", "attribution", "thing"};

static uint32_t words_in(const lt_scene *s, uint32_t first, uint32_t last)
{
    uint32_t n = 0;
    for (uint32_t t = first; t < last; t++)
        n += s->d->tokens.at[t].kind == LT_WORD || s->d->tokens.at[t].kind == LT_NUMBER;
    return n;
}

GET(mention_type) { UNUSED; return symbol(mention_type_names[MENTION->type]); }
GET(mention_is) { UNUSED; return truth(s->mention_traits[i] & p->mask); }
GET(mention_head) { UNUSED; return token(MENTION->head); }
GET(mention_lemma) { UNUSED; return noun_word(MENTION->lemma, &s->d->tokens.at[MENTION->head]); }
GET(mention_attribute) { UNUSED; return unit(LT_V_MENTION, MENTION->attribute); }
GET(mention_owner) { UNUSED; return unit(LT_V_MENTION, MENTION->owner); }
GET(mention_next) { UNUSED; return unit(LT_V_MENTION, MENTION->next); }
GET(mention_preposition) { UNUSED; return token(MENTION->preposition); }
GET(mention_clause) { UNUSED; return unit(LT_V_CLAUSE, MENTION->clause); }
GET(mention_sentence) { UNUSED; return unit(LT_V_SENTENCE, MENTION->sentence); }
GET(mention_words) { UNUSED; return count(words_in(s, MENTION->first, MENTION->last)); }
GET(mention_cell) { UNUSED; return cell(lt_entry_cell(s->engine, MENTION->entry, p->words)); }
GET(mention_has) { UNUSED; return truth(MENTION->features & p->mask); }

/* Bits of its traits, behind those of the types. */
enum {
    MENTION_NAMED = 1 << 16, MENTION_PRONOUN = 1 << 17, MENTION_DEFINITE = 1 << 18,
    MENTION_POSSESSIVE = 1 << 19, MENTION_SPEAKS = 1 << 20, MENTION_QUOTED = 1 << 21,
    MENTION_SUBJECT = 1 << 22
};

static uint64_t mention_traits(const lt_document *d, uint32_t i)
{
    const lt_mention *m = &d->mentions.at[i];
    bool speaks = m->type != LT_TYPE_THING ||
                  (m->pronoun && m->features & (LT_F(pers) | LT_F(dem) | LT_F(rel)));
    return UINT64_C(1) << m->type | (m->named ? MENTION_NAMED : 0) |
           (m->pronoun ? MENTION_PRONOUN : 0) | (m->definite ? MENTION_DEFINITE : 0) |
           (m->possessive ? MENTION_POSSESSIVE : 0) | (speaks ? MENTION_SPEAKS : 0) |
           (d->quote_of[m->first] != LAUT_NONE ? MENTION_QUOTED : 0) |
           (m->clause != LAUT_NONE && d->arguments[m->clause].subject == i ? MENTION_SUBJECT : 0);
}

/* ---------------------------------------------------------------- clauses */

#define CLAUSE (&s->d->clauses.at[i])

/* Bits of its traits, behind those of the kinds. */
enum {
    CLAUSE_VERB_FIRST = 1 << 8, CLAUSE_VERB_LAST = 1 << 9, CLAUSE_NEGATED = 1 << 10,
    CLAUSE_PASSIVE = 1 << 11, CLAUSE_PERFECT = 1 << 12, CLAUSE_COORDINATED = 1 << 13,
    CLAUSE_INHERITED = 1 << 14, CLAUSE_REPORT = 1 << 15,
    CLAUSE_NESTED = 1 << 16 /* stands in a whole quotation */
};

/* Features of the introducing word, on any reading; they stand in the traits where they stand in it. */
#define EACH_INTRODUCED(X)                                                                        \
    X(that) X(whether) X(cause) X(time) X(cond) X(conc) X(comp) X(final) X(cons) X(manner)
#define OR_FEATURE(name) | LT_F(name)
static const uint64_t introduced = 0 EACH_INTRODUCED(OR_FEATURE);

static uint64_t clause_traits(const lt_document *d, uint32_t i)
{
    const lt_clause *c = &d->clauses.at[i];
    uint32_t q = c->segment_count ? d->quote_of[c->segments[0].first] : LAUT_NONE;
    while (q != LAUT_NONE && !d->quotes.at[q].whole)
        q = d->quotes.at[q].parent;
    return UINT64_C(1) << c->kind | (c->verb_first ? CLAUSE_VERB_FIRST : 0) |
           (c->verb_last ? CLAUSE_VERB_LAST : 0) | (c->negated ? CLAUSE_NEGATED : 0) |
           (c->passive ? CLAUSE_PASSIVE : 0) | (c->perfect ? CLAUSE_PERFECT : 0) |
           (c->coordinated ? CLAUSE_COORDINATED : 0) |
           (d->arguments[i].inherited ? CLAUSE_INHERITED : 0) |
           (c->report != LAUT_NONE ? CLAUSE_REPORT : 0) | (q != LAUT_NONE ? CLAUSE_NESTED : 0) |
           (c->introducer != LAUT_NONE ? d->tokens.at[c->introducer].sum.features & introduced : 0);
}

void lt_find_traits(lt_scene *s)
{
    for (uint32_t i = 0; i < s->d->clauses.count; i++)
        s->clause_traits[i] = clause_traits(s->d, i);
    for (uint32_t i = 0; i < s->d->mentions.count; i++)
        s->mention_traits[i] = mention_traits(s->d, i);
}

#define CLAUSE_KINDS "main subord relative question infinitive fragment"
static const char *const clause_kind_names[] = {"main", "subord", "relative",
                                                "question", "infinitive", "fragment"};

GET(clause_kind) { UNUSED; return symbol(clause_kind_names[CLAUSE->kind]); }
GET(clause_is) { UNUSED; return truth(s->clause_traits[i] & p->mask); }
GET(clause_parent) { UNUSED; return unit(LT_V_CLAUSE, CLAUSE->parent); }
GET(clause_link) { UNUSED; return unit(LT_V_CLAUSE, CLAUSE->link); }
GET(clause_introducer) { UNUSED; return token(CLAUSE->introducer); }
GET(clause_finite) { UNUSED; return token(CLAUSE->finite); }
GET(clause_verb) { UNUSED; return token(CLAUSE->verb); }
GET(clause_lemma) { UNUSED; return word(CLAUSE->lemma); }
GET(clause_has) { UNUSED; return truth(CLAUSE->features & p->mask); }
GET(clause_cell) { UNUSED; return cell(lt_entry_cell(s->engine, CLAUSE->report, p->words)); }
GET(clause_verbs) { UNUSED; return listed(s, CLAUSE->verbs, CLAUSE->verb_count); }
GET(clause_cue)
{
    UNUSED;
    return CLAUSE->report_count ? listed(s, CLAUSE->report_tokens, CLAUSE->report_count)
                                : listed(s, CLAUSE->verbs, CLAUSE->verb_count);
}
GET(clause_subject) { UNUSED; return unit(LT_V_MENTION, s->d->arguments[i].subject); }
GET(clause_dative) { UNUSED; return unit(LT_V_MENTION, s->d->arguments[i].dative); }
GET(clause_accusative) { UNUSED; return unit(LT_V_MENTION, s->d->arguments[i].accusative); }
GET(clause_genitive) { UNUSED; return unit(LT_V_MENTION, s->d->arguments[i].genitive); }
GET(clause_agent) { UNUSED; return unit(LT_V_MENTION, s->d->arguments[i].agent); }
GET(clause_addressee) { UNUSED; return unit(LT_V_MENTION, s->d->arguments[i].addressee); }
GET(clause_oblique) { UNUSED; return unit(LT_V_MENTION, s->d->arguments[i].oblique); }
GET(clause_sentence) { UNUSED; return unit(LT_V_SENTENCE, CLAUSE->sentence); }
GET(clause_quoted)
{
    UNUSED;
    for (uint32_t k = 0; k < CLAUSE->segment_count; k++)
        for (uint32_t t = CLAUSE->segments[k].first; t < CLAUSE->segments[k].last; t++)
            if (s->d->quote_of[t] == LAUT_NONE)
                return truth(false);
    return truth(CLAUSE->segment_count > 0);
}
lt_value lt_extent_of(lt_scene *s, uint32_t clause)
{
    if (!s->extent_known[clause]) {
        s->extents[clause] = lt_extent(s->d, clause);
        s->extent_known[clause] = true;
    }
    return ranges(s->extents[clause].at, s->extents[clause].count);
}
GET(clause_extent) { UNUSED; return lt_extent_of(s, i); }
GET(clause_quote) /* the first quoted part of several words, one of them small */
{
    UNUSED;
    for (uint32_t k = 0; k < CLAUSE->segment_count; k++)
        for (uint32_t t = CLAUSE->segments[k].first; t < CLAUSE->segments[k].last; t++) {
            uint32_t q = s->d->quote_of[t];
            if (q != LAUT_NONE && !s->d->quotes.at[q].whole && s->d->quotes.at[q].kind != LT_TITLE)
                return unit(LT_V_QUOTE, q);
        }
    return nothing();
}
/* Das Geld, sagte die Kämmerin, fehle: a frame stands inside the clause that it reports. */
GET(clause_framed)
{
    UNUSED;
    const lt_clause *c = CLAUSE;
    for (uint32_t k = i + 1; c->segment_count > 1 && k < s->d->clauses.count && s->d->clauses.at[k].sentence == c->sentence; k++) {
        const lt_clause *x = &s->d->clauses.at[k];
        if (x->parent == i && x->kind == LT_MAIN && x->verb_first && x->report != LAUT_NONE && x->first >= c->segments[0].last && x->last < c->last &&
            lt_entry_has(s->engine, x->report, LT_HAS(frame, front)))
            return truth(true);
    }
    return truth(false);
}
/* The clause has what its row's frame demands: the preposition of a pp:…, als, an object. */
GET(clause_governs)
{
    UNUSED;
    const lt_clause *c = CLAUSE;
    lt_piece pieces[LT_MAX_FRAMES_OF_VERB];
    uint32_t n = lt_pieces(lt_entry_cell(s->engine, c->report, "frame"), pieces, LT_MAX_FRAMES_OF_VERB);
    for (uint32_t k = 0; k < n && k < LT_MAX_FRAMES_OF_VERB; k++) {
        lt_piece x = pieces[k];
        const char *colon = memchr(x.at, ':', x.size);
        if (colon) {
            x.size -= (size_t)(colon + 1 - x.at);
            x.at = colon + 1;
        }
        if ((x.size == 2 && memcmp(x.at, "np", 2) == 0) || (x.size == 4 && memcmp(x.at, "pred", 4) == 0)) {
            if (s->d->arguments[i].accusative != LAUT_NONE)
                return truth(true);
            continue;
        }
        if (x.size == 6 && memcmp(x.at, "datobj", 6) == 0) {
            if (s->d->arguments[i].dative != LAUT_NONE)
                return truth(true);
            continue;
        }
        lt_word w = lt_find_word(&s->engine->vocabulary, x.at, x.size);
        for (uint32_t g = 0; w != LT_NO_WORD && g < c->segment_count; g++)
            for (uint32_t t = c->segments[g].first; t < c->segments[g].last; t++) {
                const lt_token *token = &s->d->tokens.at[t];
                for (uint32_t r = 0; r < token->reading_count; r++) {
                    const lt_reading *reading = &s->d->readings.at[token->first_reading + r];
                    if ((reading->category == LT_PREP || reading->category == LT_CONJ) &&
                        (reading->lemma == w || token->form == w))
                        return truth(true);
                }
            }
    }
    return truth(false);
}
GET(clause_has_words)
{
    UNUSED;
    return (lt_value){.type = LT_V_WORDS, .as.ranges = {CLAUSE->segments, CLAUSE->segment_count}};
}

GET(clause_words)
{
    UNUSED;
    uint32_t n = 0;
    for (uint32_t k = 0; k < CLAUSE->segment_count; k++)
        n += words_in(s, CLAUSE->segments[k].first, CLAUSE->segments[k].last);
    return count(n);
}

/* ---------------------------------------------------------------- sentences */

#define SENTENCE (&s->d->sentences.at[i])

GET(sentence_words) { UNUSED; return count(words_in(s, SENTENCE->first, SENTENCE->last)); }
GET(sentence_has)
{
    UNUSED;
    lt_range *at = lt_scene_ranges(s, 1);
    if (!at)
        return nothing();
    *at = (lt_range){SENTENCE->first, SENTENCE->last};
    return (lt_value){.type = LT_V_WORDS, .as.ranges = {at, 1}};
}
GET(sentence_heading) { UNUSED; return truth(SENTENCE->heading); }
GET(sentence_paragraph) { UNUSED; return truth(SENTENCE->paragraph); }
GET(sentence_first) { UNUSED; return token(SENTENCE->first); }
GET(sentence_last) { UNUSED; return token(SENTENCE->last - 1); }
GET(sentence_claimed) { UNUSED; return truth(s->d->claimed && s->d->claimed[i]); }
GET(sentence_next)
{
    UNUSED;
    return unit(LT_V_SENTENCE, i + 1 < s->d->sentences.count ? i + 1 : LAUT_NONE);
}
GET(sentence_before) { UNUSED; return unit(LT_V_SENTENCE, i ? i - 1 : LAUT_NONE); }

/* ---------------------------------------------------------------- the table */

/* To add a property, add a line: unit, name, type of its value, getter, what the getter needs,
 * words (a symbol's values, a cell's column), and whether it belongs to a reading. The first
 * line of a name counts. rules/README.md lists them for readers. */
static const lt_property properties[] = {
    {LT_V_TOKEN, "form", LT_V_FORM, same_token, 0, NULL, false},
    {LT_V_TOKEN, "lemma", LT_V_WORD, reading_lemma, 0, NULL, true},
    {LT_V_TOKEN, "in", LT_V_ANY_WORD, any_word, 0, NULL, false},
    {LT_V_TOKEN, "cat", LT_V_SYMBOL, reading_cat, 0, CATEGORIES, true},
    {LT_V_TOKEN, "noun", LT_V_BOOL, reading_is, LT_NOUN, NULL, true},
    {LT_V_TOKEN, "name", LT_V_BOOL, reading_is, LT_NAME, NULL, true},
    {LT_V_TOKEN, "verb", LT_V_BOOL, reading_is, LT_VERB, NULL, true},
    {LT_V_TOKEN, "adj", LT_V_BOOL, reading_is, LT_ADJ, NULL, true},
    {LT_V_TOKEN, "adv", LT_V_BOOL, reading_is, LT_ADV, NULL, true},
    {LT_V_TOKEN, "det", LT_V_BOOL, reading_is, LT_DET, NULL, true},
    {LT_V_TOKEN, "pron", LT_V_BOOL, reading_is, LT_PRON, NULL, true},
    {LT_V_TOKEN, "prep", LT_V_BOOL, reading_is, LT_PREP, NULL, true},
    {LT_V_TOKEN, "conj", LT_V_BOOL, reading_is, LT_CONJ, NULL, true},
    {LT_V_TOKEN, "sub", LT_V_BOOL, reading_is, LT_SUB, NULL, true},
    {LT_V_TOKEN, "part", LT_V_BOOL, reading_is, LT_PART, NULL, true},
    {LT_V_TOKEN, "num", LT_V_BOOL, reading_is, LT_NUM, NULL, true},
    {LT_V_TOKEN, "capital", LT_V_BOOL, token_sort, LT_SORT_FLAGS(LT_CAPITAL), NULL, false},
    {LT_V_TOKEN, "allcaps", LT_V_BOOL, token_sort, LT_SORT_FLAGS(LT_ALL_CAPITAL), NULL, false},
    {LT_V_TOKEN, "abbreviation", LT_V_BOOL, token_sort, LT_SORT_FLAGS(LT_ABBREVIATION), NULL, false},
    {LT_V_TOKEN, "ordinal", LT_V_BOOL, token_sort, LT_SORT_FLAGS(LT_ORDINAL), NULL, false},
    {LT_V_TOKEN, "word", LT_V_BOOL, token_sort, LT_SORT_KIND(LT_WORD), NULL, false},
    {LT_V_TOKEN, "number", LT_V_BOOL, token_sort, LT_SORT_KIND(LT_NUMBER), NULL, false},
    {LT_V_TOKEN, "comma", LT_V_BOOL, token_sort, LT_SORT_KIND(LT_COMMA), NULL, false},
    {LT_V_TOKEN, "stop", LT_V_BOOL, token_sort, LT_SORT_KIND(LT_STOP), NULL, false},
    {LT_V_TOKEN, "colon", LT_V_BOOL, token_sort, LT_SORT_KIND(LT_COLON), NULL, false},
    {LT_V_TOKEN, "semicolon", LT_V_BOOL, token_sort, LT_SORT_KIND(LT_SEMICOLON), NULL, false},
    {LT_V_TOKEN, "dash", LT_V_BOOL, token_sort, LT_SORT_KIND(LT_DASH), NULL, false},
    {LT_V_TOKEN, "open", LT_V_BOOL, token_sort, LT_SORT_KIND(LT_OPEN), NULL, false},
    {LT_V_TOKEN, "close", LT_V_BOOL, token_sort, LT_SORT_KIND(LT_CLOSE), NULL, false},
    {LT_V_TOKEN, "mark", LT_V_BOOL, token_sort, LT_SORT_KIND(LT_MARK), NULL, false},
    {LT_V_TOKEN, "first", LT_V_BOOL, token_first, 0, NULL, false},
    {LT_V_TOKEN, "quoted", LT_V_BOOL, token_quoted, 0, NULL, false},
    {LT_V_TOKEN, "quote", LT_V_QUOTE, token_quote, 0, NULL, false},
    {LT_V_TOKEN, "clause", LT_V_CLAUSE, token_clause, 0, NULL, false},
    {LT_V_TOKEN, "sentence", LT_V_SENTENCE, token_sentence, 0, NULL, false},
    {LT_V_TOKEN, "next", LT_V_TOKEN, token_next, 0, NULL, false},
    {LT_V_TOKEN, "before", LT_V_TOKEN, token_before, 0, NULL, false},
    {LT_V_TOKEN, "finite", LT_V_BOOL, reading_has, LT_F(fin), NULL, true},
    {LT_V_TOKEN, "1st", LT_V_BOOL, reading_has, LT_F(p1), NULL, true},
    {LT_V_TOKEN, "2nd", LT_V_BOOL, reading_has, LT_F(p2), NULL, true},
    {LT_V_TOKEN, "3rd", LT_V_BOOL, reading_has, LT_F(p3), NULL, true},
#define X(feature) {LT_V_TOKEN, #feature, LT_V_BOOL, reading_has, LT_F(feature), NULL, true},
    LT_FEATURES(X)
#undef X

    {LT_V_QUOTE, "words", LT_V_COUNT, quote_words, 0, NULL, false},
    {LT_V_QUOTE, "lower", LT_V_COUNT, quote_lower, 0, NULL, false},
    {LT_V_QUOTE, "level", LT_V_COUNT, quote_level, 0, NULL, false},
    {LT_V_QUOTE, "kind", LT_V_SYMBOL, quote_kind, 0, QUOTE_KINDS, false},
    {LT_V_QUOTE, "speech", LT_V_BOOL, quote_is, 1 << LT_SPEECH, NULL, false},
    {LT_V_QUOTE, "title", LT_V_BOOL, quote_is, 1 << LT_TITLE, NULL, false},
    {LT_V_QUOTE, "scare", LT_V_BOOL, quote_is, 1 << LT_SCARE, NULL, false},
    {LT_V_QUOTE, "whole", LT_V_BOOL, quote_is, QUOTE_WHOLE, NULL, false},
    {LT_V_QUOTE, "unclosed", LT_V_BOOL, quote_is, QUOTE_UNCLOSED, NULL, false},
    {LT_V_QUOTE, "answer", LT_V_BOOL, quote_is, QUOTE_ANSWER, NULL, false},
    {LT_V_QUOTE, "answerer", LT_V_MENTION, quote_answerer, 0, NULL, false},
    {LT_V_QUOTE, "parent", LT_V_QUOTE, quote_parent, 0, NULL, false},
    {LT_V_QUOTE, "sentences", LT_V_COUNT, quote_sentences, 0, NULL, false},
    {LT_V_QUOTE, "crosses", LT_V_BOOL, quote_crosses, 0, NULL, false},
    {LT_V_QUOTE, "first", LT_V_TOKEN, quote_first, 0, NULL, false},
    {LT_V_QUOTE, "last", LT_V_TOKEN, quote_last, 0, NULL, false},
    {LT_V_QUOTE, "ends", LT_V_FORM, quote_ends, 0, NULL, false},
    {LT_V_QUOTE, "clause", LT_V_CLAUSE, quote_clause, 0, NULL, false},
    {LT_V_QUOTE, "sentence", LT_V_SENTENCE, quote_sentence, 0, NULL, false},

    {LT_V_MENTION, "type", LT_V_SYMBOL, mention_type, 0, MENTION_TYPES, false},
    {LT_V_MENTION, "named", LT_V_BOOL, mention_is, MENTION_NAMED, NULL, false},
    {LT_V_MENTION, "pronoun", LT_V_BOOL, mention_is, MENTION_PRONOUN, NULL, false},
    {LT_V_MENTION, "definite", LT_V_BOOL, mention_is, MENTION_DEFINITE, NULL, false},
    {LT_V_MENTION, "possessive", LT_V_BOOL, mention_is, MENTION_POSSESSIVE, NULL, false},
    {LT_V_MENTION, "speaks", LT_V_BOOL, mention_is, MENTION_SPEAKS, NULL, false},
    {LT_V_MENTION, "quoted", LT_V_BOOL, mention_is, MENTION_QUOTED, NULL, false},
    {LT_V_MENTION, "subject", LT_V_BOOL, mention_is, MENTION_SUBJECT, NULL, false},
    {LT_V_MENTION, "head", LT_V_TOKEN, mention_head, 0, NULL, false},
    {LT_V_MENTION, "lemma", LT_V_WORD, mention_lemma, 0, NULL, false},
    {LT_V_MENTION, "kind", LT_V_CELL, mention_cell, 0, "kind", false},
    {LT_V_MENTION, "traits", LT_V_CELL, mention_cell, 0, "traits", false},
    {LT_V_MENTION, "attribute", LT_V_MENTION, mention_attribute, 0, NULL, false},
    {LT_V_MENTION, "owner", LT_V_MENTION, mention_owner, 0, NULL, false},
    {LT_V_MENTION, "next", LT_V_MENTION, mention_next, 0, NULL, false},
    {LT_V_MENTION, "preposition", LT_V_TOKEN, mention_preposition, 0, NULL, false},
    {LT_V_MENTION, "clause", LT_V_CLAUSE, mention_clause, 0, NULL, false},
    {LT_V_MENTION, "sentence", LT_V_SENTENCE, mention_sentence, 0, NULL, false},
    {LT_V_MENTION, "words", LT_V_COUNT, mention_words, 0, NULL, false},
    {LT_V_MENTION, "1st", LT_V_BOOL, mention_has, LT_F(p1), NULL, false},
    {LT_V_MENTION, "2nd", LT_V_BOOL, mention_has, LT_F(p2), NULL, false},
    {LT_V_MENTION, "3rd", LT_V_BOOL, mention_has, LT_F(p3), NULL, false},
#define X(feature) {LT_V_MENTION, #feature, LT_V_BOOL, mention_has, LT_F(feature), NULL, false},
    LT_FEATURES(X)
#undef X

    {LT_V_CLAUSE, "kind", LT_V_SYMBOL, clause_kind, 0, CLAUSE_KINDS, false},
    {LT_V_CLAUSE, "main", LT_V_BOOL, clause_is, 1 << LT_MAIN, NULL, false},
    {LT_V_CLAUSE, "subord", LT_V_BOOL, clause_is, 1 << LT_SUBORD, NULL, false},
    {LT_V_CLAUSE, "relative", LT_V_BOOL, clause_is, 1 << LT_RELATIVE, NULL, false},
    {LT_V_CLAUSE, "question", LT_V_BOOL, clause_is, 1 << LT_QUESTION, NULL, false},
    {LT_V_CLAUSE, "infinitive", LT_V_BOOL, clause_is, 1 << LT_INFINITIVE, NULL, false},
    {LT_V_CLAUSE, "fragment", LT_V_BOOL, clause_is, 1 << LT_FRAGMENT, NULL, false},
    {LT_V_CLAUSE, "verb_first", LT_V_BOOL, clause_is, CLAUSE_VERB_FIRST, NULL, false},
    {LT_V_CLAUSE, "verb_last", LT_V_BOOL, clause_is, CLAUSE_VERB_LAST, NULL, false},
    {LT_V_CLAUSE, "negated", LT_V_BOOL, clause_is, CLAUSE_NEGATED, NULL, false},
    {LT_V_CLAUSE, "passive", LT_V_BOOL, clause_is, CLAUSE_PASSIVE, NULL, false},
    {LT_V_CLAUSE, "perfect", LT_V_BOOL, clause_is, CLAUSE_PERFECT, NULL, false},
    {LT_V_CLAUSE, "coordinated", LT_V_BOOL, clause_is, CLAUSE_COORDINATED, NULL, false},
    {LT_V_CLAUSE, "quoted", LT_V_BOOL, clause_quoted, 0, NULL, false},
    {LT_V_CLAUSE, "nested", LT_V_BOOL, clause_is, CLAUSE_NESTED, NULL, false},
    {LT_V_CLAUSE, "inherited", LT_V_BOOL, clause_is, CLAUSE_INHERITED, NULL, false},
    {LT_V_CLAUSE, "parent", LT_V_CLAUSE, clause_parent, 0, NULL, false},
    {LT_V_CLAUSE, "link", LT_V_CLAUSE, clause_link, 0, NULL, false},
    {LT_V_CLAUSE, "introducer", LT_V_TOKEN, clause_introducer, 0, NULL, false},
    {LT_V_CLAUSE, "finite", LT_V_TOKEN, clause_finite, 0, NULL, false},
    {LT_V_CLAUSE, "verb", LT_V_TOKEN, clause_verb, 0, NULL, false},
    {LT_V_CLAUSE, "lemma", LT_V_WORD, clause_lemma, 0, NULL, false},
    {LT_V_CLAUSE, "report", LT_V_BOOL, clause_is, CLAUSE_REPORT, NULL, false},
    {LT_V_CLAUSE, "frame", LT_V_CELL, clause_cell, 0, "frame", false},
    {LT_V_CLAUSE, "act", LT_V_CELL, clause_cell, 0, "act", false},
    {LT_V_CLAUSE, "medium", LT_V_CELL, clause_cell, 0, "medium", false},
    {LT_V_CLAUSE, "cue", LT_V_RANGES, clause_cue, 0, NULL, false},
    {LT_V_CLAUSE, "verbs", LT_V_RANGES, clause_verbs, 0, NULL, false},
    {LT_V_CLAUSE, "extent", LT_V_RANGES, clause_extent, 0, NULL, false},
    {LT_V_CLAUSE, "subject", LT_V_MENTION, clause_subject, 0, NULL, false},
    {LT_V_CLAUSE, "dative", LT_V_MENTION, clause_dative, 0, NULL, false},
    {LT_V_CLAUSE, "accusative", LT_V_MENTION, clause_accusative, 0, NULL, false},
    {LT_V_CLAUSE, "genitive", LT_V_MENTION, clause_genitive, 0, NULL, false},
    {LT_V_CLAUSE, "oblique", LT_V_MENTION, clause_oblique, 0, NULL, false},
    {LT_V_CLAUSE, "addressee", LT_V_MENTION, clause_addressee, 0, NULL, false},
    {LT_V_CLAUSE, "agent", LT_V_MENTION, clause_agent, 0, NULL, false},
    {LT_V_CLAUSE, "sentence", LT_V_SENTENCE, clause_sentence, 0, NULL, false},
    {LT_V_CLAUSE, "quote", LT_V_QUOTE, clause_quote, 0, NULL, false},
    {LT_V_CLAUSE, "framed", LT_V_BOOL, clause_framed, 0, NULL, false},
    {LT_V_CLAUSE, "governs", LT_V_BOOL, clause_governs, 0, NULL, false},
    {LT_V_CLAUSE, "words", LT_V_COUNT, clause_words, 0, NULL, false},
    {LT_V_CLAUSE, "has", LT_V_WORDS, clause_has_words, 0, NULL, false},
    {LT_V_CLAUSE, "1st", LT_V_BOOL, clause_has, LT_F(p1), NULL, false},
    {LT_V_CLAUSE, "2nd", LT_V_BOOL, clause_has, LT_F(p2), NULL, false},
    {LT_V_CLAUSE, "3rd", LT_V_BOOL, clause_has, LT_F(p3), NULL, false},
    /* What the introducing word says; all other features are those of the finite verb. */
#define X(feature) {LT_V_CLAUSE, #feature, LT_V_BOOL, clause_is, LT_F(feature), NULL, false},
    EACH_INTRODUCED(X)
#undef X
#define X(feature) {LT_V_CLAUSE, #feature, LT_V_BOOL, clause_has, LT_F(feature), NULL, false},
    LT_FEATURES(X)
#undef X

    {LT_V_SENTENCE, "words", LT_V_COUNT, sentence_words, 0, NULL, false},
    {LT_V_SENTENCE, "has", LT_V_WORDS, sentence_has, 0, NULL, false},
    {LT_V_SENTENCE, "heading", LT_V_BOOL, sentence_heading, 0, NULL, false},
    {LT_V_SENTENCE, "paragraph", LT_V_BOOL, sentence_paragraph, 0, NULL, false},
    {LT_V_SENTENCE, "claimed", LT_V_BOOL, sentence_claimed, 0, NULL, false},
    {LT_V_SENTENCE, "first", LT_V_TOKEN, sentence_first, 0, NULL, false},
    {LT_V_SENTENCE, "last", LT_V_TOKEN, sentence_last, 0, NULL, false},
    {LT_V_SENTENCE, "next", LT_V_SENTENCE, sentence_next, 0, NULL, false},
    {LT_V_SENTENCE, "before", LT_V_SENTENCE, sentence_before, 0, NULL, false},
};

enum { PROPERTY_COUNT = sizeof properties / sizeof *properties };

const lt_property *lt_find_property(lt_value_type unit_type, const char *name, size_t size)
{
    for (uint32_t i = 0; i < PROPERTY_COUNT; i++)
        if (properties[i].unit == unit_type && size && properties[i].name[0] == name[0] &&
            strncmp(properties[i].name, name, size) == 0 && !properties[i].name[size])
            return &properties[i];
    return NULL;
}

/* The numbers of a symbol's values among the names, as bits. */
static uint64_t symbol_bits(const lt_expr *test, const char *const *names, uint32_t n)
{
    uint64_t bits = 0;
    for (uint32_t i = 0; i < test->value_count; i++)
        for (uint32_t k = 0; k < n; k++)
            if (strcmp(test->values[i].text, names[k]) == 0)
                bits |= UINT64_C(1) << k;
    return bits;
}

void lt_find_quick(struct laut_engine *engine, lt_expr *test)
{
    if (test->left->op != LT_X_STEP)
        return;
    const lt_property *p = test->left->property;
    bool plain = test->compare == LT_IS_TRUE, compared = test->compare == LT_EQ || test->compare == LT_NE;
    test->mask = p->mask;
    if (plain && p->get == reading_is) {
        test->quick = LT_Q_READING_CATEGORY;
        test->mask = UINT64_C(1) << p->mask;
    } else if (plain && p->get == reading_has) {
        test->quick = LT_Q_READING_FEATURE;
    } else if (plain && p->get == clause_has) {
        test->quick = LT_Q_CLAUSE_FEATURE;
    } else if (plain && p->get == clause_is) {
        test->quick = LT_Q_CLAUSE_TRAIT;
    } else if (plain && p->get == mention_is) {
        test->quick = LT_Q_MENTION_TRAIT;
    } else if (plain && p->get == quote_is) {
        test->quick = LT_Q_QUOTE_TRAIT;
    } else if (plain && p->get == token_sort) {
        test->quick = LT_Q_TOKEN_SORT;
    } else if (plain && p->get == mention_has) {
        test->quick = LT_Q_MENTION_FEATURE;
    } else if (compared && p->get == mention_type) {
        test->quick = LT_Q_MENTION_TRAIT;
        test->mask = symbol_bits(test, mention_type_names, sizeof mention_type_names / sizeof *mention_type_names);
    } else if (compared && p->get == clause_kind) {
        test->quick = LT_Q_CLAUSE_TRAIT;
        test->mask = symbol_bits(test, clause_kind_names, sizeof clause_kind_names / sizeof *clause_kind_names);
    } else if (compared && (p->get == clause_cell || p->get == mention_cell)) {
        int column = lt_cell_column(engine, p->words);
        if (column < 0)
            return;
        test->quick = p->get == clause_cell ? LT_Q_CLAUSE_CELL : LT_Q_MENTION_CELL;
        test->column = (int8_t)column;
        test->mask = 0;
        for (uint32_t i = 0; i < test->value_count; i++)
            test->mask |= lt_cell_bit(engine, column, test->values[i].text);
    }
}

bool lt_wants_report(const lt_property *p)
{
    return p->get == clause_cell || (p->get == clause_is && p->mask == CLAUSE_REPORT);
}

void lt_each_property(lt_value_type unit_type, void (*call)(void *context, const char *name),
                      void *context)
{
    for (uint32_t i = 0; i < PROPERTY_COUNT; i++)
        if (properties[i].unit == unit_type)
            call(context, properties[i].name);
}
