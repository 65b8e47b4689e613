/* The findings of rules/ against a document: each unit or place for which the conditions hold. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit/predicates.h"
#include "audit/report.h"
#include "engine/matcher.h"
#include "engine/triggers.h"

typedef struct {
    lt_document *d;
    lt_matcher m;
    lt_arena *arena;
    lt_hits *hits;
    const laut_audit_options *options;
    const lt_finding_rule *rule;
    uint32_t index;
    uint64_t *candidates; /* of each sentence: the ways of the findings that it has what they demand for */
} search;

static bool among(const char *const *list, size_t count, const char *code)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(list[i], code) == 0)
            return true;
    return false;
}

bool lt_wanted(const laut_audit_options *o, const char *code)
{
    return (!o->select_count || among(o->select, o->select_count, code)) &&
           !among(o->ignore, o->ignore_count, code);
}

static laut_span hull(const lt_document *d, lt_ranges r)
{
    return r.count ? (laut_span){d->tokens.at[r.at[0].first].begin, d->tokens.at[r.at[r.count - 1].last - 1].end}
                   : (laut_span){0, 0};
}

/* ---------------------------------------------------------------- messages */

enum { LONGEST_SLOT = 90 /* bytes; longer ones are cut */, MESSAGE = 1024 };

typedef struct { char text[MESSAGE]; size_t size; } message;

static void add(message *m, const char *text, size_t size)
{
    for (size_t i = 0; i < size && m->size + 1 < sizeof m->text; i++) {
        bool blank = (unsigned char)text[i] <= ' ';
        if (blank && m->size && m->text[m->size - 1] == ' ')
            continue;
        m->text[m->size++] = blank ? ' ' : text[i];
    }
}

/* The words, without quotation marks around them: the message sets its own. */
static void add_words(message *m, const lt_document *d, lt_ranges r)
{
    size_t begin = m->size;
    for (uint32_t i = 0; i < r.count; i++) {
        lt_range at = r.at[i];
        if (at.last - at.first > 2 && d->tokens.at[at.first].kind == LT_MARK && d->tokens.at[at.last - 1].kind == LT_MARK) {
            at.first++;
            at.last--;
        }
        if (at.last - at.first > 1 && d->tokens.at[at.last - 1].kind == LT_STOP)
            at.last--;
        if (i)
            add(m, " … ", strlen(" … "));
        uint32_t first = d->tokens.at[at.first].begin, end = d->tokens.at[at.last - 1].end;
        add(m, d->text.bytes + first, end - first);
    }
    if (m->size - begin > LONGEST_SLOT) {
        size_t cut = begin + LONGEST_SLOT;
        while (cut > begin && m->text[cut] != ' ')
            cut--;
        m->size = cut > begin ? cut : m->size;
        add(m, " …", strlen(" …"));
    }
}

static void add_value(search *s, message *m, lt_value v)
{
    char number[24];
    switch (v.type) {
    case LT_V_NOTHING: break;
    case LT_V_COUNT:
        add(m, number, (size_t)snprintf(number, sizeof number, "%lld", (long long)v.as.count));
        break;
    case LT_V_SYMBOL: case LT_V_CELL: add(m, v.as.text, strlen(v.as.text)); break;
    case LT_V_WORD:
        if (v.as.word != LT_NO_WORD)
            add(m, s->d->engine->vocabulary.words.at[v.as.word].text, s->d->engine->vocabulary.words.at[v.as.word].size);
        break;
    case LT_V_PARTY: add(m, s->d->parties.at[v.as.index].name, strlen(s->d->parties.at[v.as.index].name)); break;
    case LT_V_FORM: case LT_V_ANY_WORD: v.type = LT_V_TOKEN; /* fall through */
    default: add_words(m, s->d, lt_ranges_of(&s->m.scene, v));
    }
}

static const char *write_message(search *s)
{
    const lt_message *parts = &s->rule->messages[s->options->language == LAUT_ENGLISH ? LAUT_ENGLISH : LAUT_GERMAN];
    message m = {.size = 0};
    for (uint32_t i = 0; i < parts->count; i++) {
        add(&m, parts->at[i].text, strlen(parts->at[i].text));
        if (parts->at[i].slot)
            add_value(s, &m, lt_evaluate(&s->m.scene, parts->at[i].slot));
    }
    while (m.size + 1 >= sizeof m.text && m.size && ((unsigned char)m.text[m.size - 1] & 0x80))
        m.size--; /* no half of a character where it was cut */
    return lt_arena_copy(s->arena, m.text, m.size);
}

/* ---------------------------------------------------------------- hits */

static uint32_t sentence_at(const lt_document *d, uint32_t byte)
{
    uint32_t low = 0, high = d->sentences.count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        *(d->tokens.at[d->sentences.at[middle].first].begin <= byte ? &low : &high) = middle;
    }
    return low;
}

/* `once`: the hit that this one belongs to. */
static lt_hit *earlier(search *s, laut_span span)
{
    for (uint32_t i = s->hits->count; i-- > 0;) {
        lt_hit *h = &s->hits->at[i];
        if (strcmp(h->rule->rule.name, s->rule->rule.name) != 0)
            continue;
        if (s->rule->once == LT_V_DOCUMENT ||
            (s->rule->once == LT_V_SENTENCE && sentence_at(s->d, h->plain.begin) == sentence_at(s->d, span.begin)))
            return h;
    }
    return NULL;
}

static bool record(search *s)
{
    laut_span span = {0, 0};
    if (s->rule->at) {
        span = hull(s->d, lt_ranges_of(&s->m.scene, lt_evaluate(&s->m.scene, s->rule->at)));
        if (span.begin == span.end)
            return true; /* nothing there to point at */
    }
    lt_hit *same = s->rule->once == LT_V_NOTHING ? NULL : earlier(s, span);
    if (same) {
        if (s->rule->once == LT_V_SENTENCE) {
            same->plain.begin = span.begin < same->plain.begin ? span.begin : same->plain.begin;
            same->plain.end = span.end > same->plain.end ? span.end : same->plain.end;
        }
        return true;
    }
    const char *text = write_message(s);
    lt_hit *h = text ? lt_push(s->arena, s->hits) : NULL;
    if (h)
        *h = (lt_hit){s->rule, s->index, span, text, false};
    return h != NULL;
}

static bool holds(search *s)
{
    const lt_engine_rule *rule = &s->rule->rule;
    for (uint32_t i = 0; i < rule->requirements.count; i++)
        if (lt_is_true(&s->m.scene, rule->requirements.at[i].condition) == rule->requirements.at[i].unless)
            return false;
    return true;
}

static bool look_at_units(search *s)
{
    lt_document *d = s->d;
    uint32_t count = 0;
    switch (s->rule->each) {
    case LT_V_CLAIM: count = d->claims.count; break;
    case LT_V_PARTY: count = d->parties.count; break;
    case LT_V_DOCUMENT: count = d->sentences.count > 0; break;
    case LT_V_QUOTE: count = d->quotes.count; break;
    case LT_V_MENTION: count = d->mentions.count; break;
    case LT_V_CLAUSE: count = d->clauses.count; break;
    case LT_V_SENTENCE: count = d->sentences.count; break;
    default: count = d->tokens.count; break;
    }
    s->m.scene.rule = &s->rule->rule;
    for (uint32_t i = 0; i < count; i++) {
        s->m.captures[0] = (lt_bound){0, 0, i};
        lt_ranges r = lt_ranges_of(&s->m.scene, (lt_value){.type = s->rule->each, .as.index = i});
        s->m.scene.sentence = r.count ? d->sentence_of[r.at[0].first] : 0;
        s->m.scene.covered = r.count ? (lt_range){r.at[0].first, r.at[r.count - 1].last} : (lt_range){0, 0};
        s->m.scene.pool.used = 0;
        if (holds(s) && !record(s))
            return false;
    }
    return true;
}

/* The expression asks nothing but of the sentence or the document, and no word of it: it is soon answered, before a pattern is tried. */
static bool is_of_sentence(const lt_expr *x)
{
    switch (x->op) {
    case LT_X_SELF: case LT_X_CAPTURE: case LT_X_PREVIOUS: case LT_X_COVERED: return false;
    default: return x->type != LT_V_WORDS && (!x->left || is_of_sentence(x->left)) && (!x->right || is_of_sentence(x->right));
    }
}

enum { MAX_ASKED = 16 };

/* What a rule asks of the sentence alone. */
typedef struct { lt_requirement at[MAX_ASKED]; uint32_t count; } asked;

static void ask(asked *a, const lt_expr *condition, bool unless)
{
    if (condition->op == (unless ? LT_X_OR : LT_X_AND)) {
        ask(a, condition->left, unless);
        ask(a, condition->right, unless);
    } else if (a->count < MAX_ASKED && is_of_sentence(condition)) {
        a->at[a->count++] = (lt_requirement){(lt_expr *)condition, unless};
    }
}

static bool is_open(search *s, const asked *a, uint32_t sentence)
{
    s->m.scene.rule = &s->rule->rule;
    s->m.scene.sentence = sentence;
    for (uint32_t i = 0; i < a->count; i++)
        if (lt_is_true(&s->m.scene, a->at[i].condition) == a->at[i].unless)
            return false;
    return true;
}

static bool is_candidate(const search *s, uint32_t sentence, uint32_t way)
{
    uint32_t size = s->d->engine->rules.finding_keys->mask_size, n = s->rule->first_way + way;
    return s->candidates[(size_t)sentence * size + n / 64] >> (n % 64) & 1;
}

static bool find_candidates(search *s)
{
    const lt_keys *keys = s->d->engine->rules.finding_keys;
    const lt_trigger *sentences = lt_summarise(&s->m);
    s->candidates = lt_arena_alloc(s->arena, ((size_t)s->d->sentences.count * keys->mask_size + 1) * sizeof *s->candidates);
    for (uint32_t i = 0; sentences && s->candidates && i < s->d->sentences.count; i++)
        lt_candidates(keys, &sentences[i], s->candidates + (size_t)i * keys->mask_size);
    return sentences && s->candidates;
}

/* The ways of the finding that are worth a try in the sentence. */
static uint32_t find_ways(const search *s, uint32_t sentence, lt_engine_rule **out)
{
    uint32_t n = 0;
    for (uint32_t w = 0; w < s->rule->ways.count; w++)
        if (is_candidate(s, sentence, w))
            out[n++] = s->rule->ways.at[w];
    return n;
}

/* Whether one of the ways leads from the token to a match. `known`: whether `open` is. */
static bool try_at(search *s, uint32_t token, lt_engine_rule *const *ways, uint32_t count, const asked *a, bool *known, bool *open)
{
    for (uint32_t w = 0; w < count; w++) {
        if (!lt_matcher_may_start(&s->m, ways[w], token))
            continue;
        if (!*known)
            *open = is_open(s, a, s->d->sentence_of[token]);
        *known = true;
        if (!*open)
            return false;
        if (lt_matcher_run(&s->m, ways[w], token))
            return true;
    }
    return false;
}

static bool look_at_places(search *s)
{
    const lt_engine_rule *rule = &s->rule->rule;
    lt_engine_rule **ways = lt_arena_alloc(s->arena, s->rule->ways.count * sizeof *ways);
    asked a = {.count = 0};
    for (uint32_t i = 0; i < rule->requirements.count; i++)
        ask(&a, rule->requirements.at[i].condition, rule->requirements.at[i].unless);
    uint32_t past = 0; /* what is found does not overlap */
    for (uint32_t i = 0; ways && i < s->d->sentences.count; i++) {
        const lt_sentence *sentence = &s->d->sentences.at[i];
        uint32_t count = find_ways(s, i, ways);
        bool known = false, open = count > 0;
        for (uint32_t t = sentence->first > past ? sentence->first : past; open && t < sentence->last; t++) {
            if (!try_at(s, t, ways, count, &a, &known, &open))
                continue;
            if (!record(s))
                return false;
            past = s->m.last > t + 1 ? s->m.last : t + 1;
            t = past - 1;
        }
    }
    return ways != NULL;
}

/* A finding goes before others that have the same cause: the same code at the same words, or one of
 * the codes that it names. */
static void settle(lt_hits *hits)
{
    for (uint32_t i = 0; i < hits->count; i++) {
        const lt_hit *a = &hits->at[i];
        for (uint32_t k = 0; !a->dropped && k < hits->count; k++) {
            lt_hit *b = &hits->at[k];
            bool both = a->plain.begin < b->plain.end && b->plain.begin < a->plain.end;
            both |= a->plain.end == 0 && b->plain.end == 0;
            if (i == k || b->dropped || !both)
                continue;
            b->dropped = (k > i && strcmp(a->rule->rule.name, b->rule->rule.name) == 0) ||
                         among(a->rule->over.at, a->rule->over.count, b->rule->rule.name);
        }
    }
}

int lt_find_all(lt_document *d, const lt_facts *facts, const laut_audit_options *options,
                lt_arena *arena, lt_hits *hits)
{
    search s = {.d = d, .arena = arena, .hits = hits, .options = options};
    if (!lt_matcher_init(&s.m, d))
        return -1;
    s.m.scene.facts = facts;
    bool good = find_candidates(&s);
    for (uint32_t i = 0; good && i < d->engine->rules.findings.count; i++) {
        s.rule = d->engine->rules.findings.at[i];
        s.index = i;
        if (!lt_wanted(options, s.rule->rule.name))
            continue;
        s.m.scene.limit = s.rule->limit;
        for (size_t k = 0; k < options->limit_count; k++)
            if (strcmp(options->limits[k].code, s.rule->rule.name) == 0)
                s.m.scene.limit = options->limits[k].limit;
        good = s.rule->each != LT_V_NOTHING ? look_at_units(&s) : look_at_places(&s);
    }
    lt_matcher_end(&s.m);
    if (!good || d->arena.failed || arena->failed)
        return -1;
    settle(hits);
    return 0;
}
