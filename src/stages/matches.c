/* Stage 8: matches. Tries each rule in each sentence that has what the rule demands, collects
 * what the rules emit, and decides which of two matches that contradict each other counts.
 *
 * Nothing is thrown away: a match that lost says against whom, and laut_explain() tells. */
#include <stdlib.h>
#include <string.h>

#include "engine/engine.h"
#include "engine/matcher.h"
#include "engine/properties.h"
#include "engine/trace.h"
#include "engine/triggers.h"

/* ---------------------------------------------------------------- emitting */

static lt_ranges kept(lt_document *d, lt_ranges r)
{
    lt_range *at = r.count ? lt_arena_alloc(&d->arena, r.count * sizeof *at) : NULL;
    if (!at)
        return (lt_ranges){NULL, 0};
    memcpy(at, r.at, r.count * sizeof *at);
    return (lt_ranges){at, lt_normalise(at, r.count)};
}

/* The number of the act or medium in a row of the reporting lexicon, or 255. */
static uint8_t from_report(const lt_document *d, uint32_t clause, const char *column)
{
    if (clause == LAUT_NONE || d->clauses.at[clause].report == LAUT_NONE)
        return 255;
    const char *cell = lt_entry_cell(d->engine, d->clauses.at[clause].report, column);
    bool act = column[0] == 'a';
    for (int i = 0; *cell && i <= (act ? (int)LAUT_ASSESSMENT : (int)LAUT_MEDIUM_UNKNOWN); i++)
        if (lt_cell_has(cell, act ? laut_act_name((laut_act)i) : laut_medium_name((laut_medium)i)))
            return (uint8_t)i;
    return 255;
}

/* The longest mention that begins at the token, or LAUT_NONE. Mentions are kept clause by clause, so
 * those of a sentence lie together. */
static uint32_t mention_at(const lt_document *d, uint32_t token)
{
    uint32_t sentence = d->sentence_of[token], low = 0, high = d->mentions.count, found = LAUT_NONE;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (d->mentions.at[middle].sentence < sentence)
            low = middle + 1;
        else
            high = middle;
    }
    for (uint32_t i = low; i < d->mentions.count && d->mentions.at[i].sentence == sentence; i++)
        if (d->mentions.at[i].first == token &&
            (found == LAUT_NONE || d->mentions.at[found].last < d->mentions.at[i].last))
            found = i;
    return found;
}

/* What later sentences may want to know. Quoted parts that look for a content around them (carries)
 * may turn out to be none. */
static void mark_claimed(lt_document *d, const lt_match *m)
{
    const lt_ranges *content = &m->roles[LT_ROLE_CONTENT], *cue = &m->roles[LT_ROLE_CUE];
    if (m->kind == LT_EMIT_NO_COMMENT || m->kind == LT_EMIT_SOURCE || (m->kind == LT_EMIT_DIRECT && m->carries))
        return;
    d->claimed[d->sentence_of[content->at[content->count - 1].last - 1]] = true;
    if (cue->count)
        d->claimed[d->sentence_of[cue->at[0].first]] = true;
}

static bool emit(lt_document *d, lt_matcher *m, const lt_engine_rule *rule, const lt_emit *e,
                 uint32_t instance)
{
    if (e->condition && !lt_is_true(&m->scene, e->condition))
        return true;
    lt_match match = {.rule = rule, .kind = e->kind, .act = e->act, .medium = e->medium,
                      .sentence = m->scene.sentence, .first = m->first, .last = m->last,
                      .speaker = LAUT_NONE, .source = LAUT_NONE, .addressee = LAUT_NONE,
                      .clause = LAUT_NONE, .beaten_by = LAUT_NONE, .instance = instance,
                      .carries = e->carries};
    for (int role = 0; role < LT_ROLE_COUNT; role++) {
        if (!e->roles[role])
            continue;
        lt_value v = lt_evaluate(&m->scene, e->roles[role]);
        match.roles[role] = kept(d, lt_ranges_of(&m->scene, v));
        uint32_t mention = v.type == LT_V_MENTION ? v.as.index : LAUT_NONE;
        bool party = role == LT_ROLE_SPEAKER || role == LT_ROLE_SOURCE || role == LT_ROLE_ADDRESSEE;
        if (party && v.type == LT_V_RANGES && match.roles[role].count)
            mention = mention_at(d, match.roles[role].at[0].first);
        if (role == LT_ROLE_SPEAKER)
            match.speaker = mention;
        else if (role == LT_ROLE_SOURCE)
            match.source = mention;
        else if (role == LT_ROLE_ADDRESSEE)
            match.addressee = mention;
    }
    if (!match.roles[e->kind == LT_EMIT_SOURCE ? LT_ROLE_SOURCE : LT_ROLE_CONTENT].count &&
        e->kind != LT_EMIT_NO_COMMENT)
        return !d->arena.failed; /* a claim of nothing */
    const lt_ranges *cue = &match.roles[LT_ROLE_CUE];
    if (e->clause) {
        lt_value v = lt_evaluate(&m->scene, e->clause);
        match.clause = v.type == LT_V_CLAUSE ? v.as.index : LAUT_NONE;
    } else if (cue->count) {
        match.clause = d->clause_of[cue->at[0].first];
    }
    if (match.act == 255)
        match.act = from_report(d, match.clause, "act");
    if (match.medium == 255)
        match.medium = from_report(d, match.clause, "medium");
    lt_match *slot = lt_push(&d->arena, &d->matches);
    if (slot)
        *slot = match;
    mark_claimed(d, &match);
    return slot != NULL;
}

/* Of the tokens 64 * word … those that are named so, as bits; `shift` is 1 for those before one. */
static uint64_t named(const lt_index *x, uint64_t words, uint32_t word, uint32_t shift)
{
    uint64_t any = 0;
    for (; words; words &= words - 1) {
        const uint64_t *at = &x->named[__builtin_ctzll(words)][word];
        any |= shift ? at[0] >> 1 | at[1] << 63 : at[0];
    }
    return any;
}

/* Of the tokens 64 * word … those where the rule may begin by what begins there and the words, as bits. */
static uint64_t places(const lt_index *x, const lt_engine_rule *rule, uint32_t word)
{
    uint64_t any = rule->start_count ? 0 : UINT64_MAX;
    for (uint32_t i = 0; i < rule->start_count; i++) {
        const lt_need *here = &rule->starts[i].here, *next = &rule->starts[i].next;
        uint64_t all = here->words ? named(x, here->words, word, 0) : UINT64_MAX;
        for (unsigned left = here->at & ~(unsigned)LT_AT_TOKEN; left; left &= left - 1)
            all &= x->places[__builtin_ctz(left)][word];
        if (next->words)
            all &= named(x, next->words, word, 1);
        for (unsigned left = next->at & ~(unsigned)LT_AT_TOKEN; left; left &= left - 1) {
            const uint64_t *at = &x->places[__builtin_ctz(left)][word];
            all &= at[0] >> 1 | at[1] << 63;
        }
        any |= all;
    }
    return any;
}

/* Of the tokens 64 * word … those of the sentence, as bits. */
static uint64_t within(const lt_sentence *s, uint32_t word)
{
    uint64_t all = UINT64_MAX;
    if (s->first > word * 64)
        all <<= s->first - word * 64;
    if (s->last < word * 64 + 64)
        all &= UINT64_MAX >> (word * 64 + 64 - s->last);
    return all;
}

static bool try_at(lt_document *d, lt_matcher *m, const lt_engine_rule *rule, uint32_t token,
                   lt_attempt *attempt, uint32_t *instance)
{
    bool matched = lt_matcher_run(m, rule, token);
    if (m->exhausted)
        lt_truncate(d, LAUT_LIMIT_STEPS, token, token + 1);
    if (!matched)
        return true;
    attempt->matched = true;
    for (uint32_t i = 0; i < rule->emits.count; i++)
        if (!emit(d, m, rule, &rule->emits.at[i], *instance))
            return false;
    ++*instance;
    return true;
}

static bool try_rule(lt_document *d, lt_matcher *m, const lt_engine_rule *rule, uint32_t sentence,
                     uint32_t *instance)
{
    lt_attempt attempt = {.rule = rule, .sentence = sentence};
    const lt_sentence *s = &d->sentences.at[sentence];
    if (!d->tracing) {
        for (uint32_t word = s->first / 64; word * 64 < s->last; word++)
            for (uint64_t left = places(&m->index, rule, word) & within(s, word); left; left &= left - 1) {
                uint32_t t = word * 64 + (uint32_t)__builtin_ctzll(left);
                if (lt_matcher_may_start(m, rule, t) && !try_at(d, m, rule, t, &attempt, instance))
                    return false;
            }
        return true;
    }
    /* A trace tells how far a rule came, so there it is tried everywhere. */
    m->failure = &attempt.failure;
    for (uint32_t t = s->first; t < s->last; t++)
        if (!try_at(d, m, rule, t, &attempt, instance))
            return false;
    lt_attempt *slot = lt_push(&d->arena, &d->trace->attempts);
    if (slot)
        *slot = attempt;
    return slot != NULL;
}

/* ---------------------------------------------------------------- conflicts */

/* Which accepted matches have a cue at a token, content or frame in a sentence, or a clause.
 * Contents may be long and lie inside each other: lists for each of their tokens would grow with
 * the square of their number. */
typedef struct { uint32_t match, next; } link;
typedef struct {
    lt_document *d;
    lt_vec(link) links;          /* links.at[0] is unused */
    uint32_t *cue, *sentence, *clause; /* first link of each token, sentence, clause */
    uint32_t *seen;              /* of each match: the last one that it was compared with */
} board;

typedef enum { DIRECT, OTHER, NO_COMMENT, SOURCE } class;

static class class_of(const lt_match *m)
{
    return m->kind == LT_EMIT_DIRECT ? DIRECT
         : m->kind == LT_EMIT_NO_COMMENT ? NO_COMMENT
         : m->kind == LT_EMIT_SOURCE ? SOURCE : OTHER;
}

static uint32_t size_of(const lt_ranges *r)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < r->count; i++)
        n += r->at[i].last - r->at[i].first;
    return n;
}

static uint32_t shared(const lt_ranges *a, const lt_ranges *b)
{
    uint32_t n = 0;
    for (uint32_t i = 0, k = 0; i < a->count && k < b->count;) {
        uint32_t first = a->at[i].first > b->at[k].first ? a->at[i].first : b->at[k].first;
        uint32_t last = a->at[i].last < b->at[k].last ? a->at[i].last : b->at[k].last;
        if (first < last)
            n += last - first;
        if (a->at[i].last <= b->at[k].last)
            i++;
        else
            k++;
    }
    return n;
}

static bool same(const lt_ranges *a, const lt_ranges *b)
{
    return a->count == b->count && a->count && memcmp(a->at, b->at, a->count * sizeof *a->at) == 0;
}

static bool nearly_same(const lt_ranges *a, const lt_ranges *b)
{
    uint64_t x = size_of(a), y = size_of(b);
    if (x * 5 <= y * 4 || y * 5 <= x * 4)
        return false;
    uint64_t n = shared(a, b);
    return n * 5 > x * 4 && n * 5 > y * 4;
}

static bool frameless(const lt_match *m)
{
    return m->kind == LT_EMIT_INDIRECT_FREE_INDIRECT || m->kind == LT_EMIT_FREE_INDIRECT;
}

static bool holds(const lt_ranges *r, uint32_t token)
{
    for (uint32_t i = 0; i < r->count; i++)
        if (token >= r->at[i].first && token < r->at[i].last)
            return true;
    return false;
}

/* A sentence is frameless only where its main verb stands in nobody's content or frame. */
static bool framed(const lt_document *d, const lt_match *free, const lt_match *by)
{
    uint32_t finite = free->clause == LAUT_NONE ? LAUT_NONE : d->clauses.at[free->clause].finite;
    return finite != LAUT_NONE && (holds(&by->roles[LT_ROLE_CONTENT], finite) ||
                                   holds(&by->roles[LT_ROLE_FRAME], finite));
}

/* Whether two quotations have a span in common. */
static bool common_span(const lt_ranges *a, const lt_ranges *b)
{
    for (uint32_t i = 0; i < a->count; i++)
        for (uint32_t k = 0; k < b->count; k++)
            if (a->at[i].first == b->at[k].first && a->at[i].last == b->at[k].last)
                return true;
    return false;
}

/* X sagte, Y habe gesagt, …: the saying of the one stands in what the other says. */
static bool told_in(const lt_match *inner, const lt_match *outer)
{
    return inner->rule->reported && shared(&inner->roles[LT_ROLE_CUE], &outer->roles[LT_ROLE_CONTENT]);
}

/* Er warnte vor Frost: Das Dach sei offen. The deed is told, and behind a colon what he said */
static bool told_before_colon(const lt_document *d, const lt_match *deed, const lt_match *words)
{
    const lt_ranges *x = &deed->roles[LT_ROLE_CONTENT], *y = &words->roles[LT_ROLE_CONTENT];
    if (deed->kind != LT_EMIT_REPORTED || words->kind != LT_EMIT_INDIRECT)
        return false;
    uint32_t colon = x->at[x->count - 1].last;
    return y->at[0].first == colon + 1 && d->tokens.at[colon].kind == LT_COLON;
}

/* „…“, widerspricht ihm X: the deed is nothing but the frame of the words in front of it. */
static bool only_frames(const lt_match *deed, const lt_match *words)
{
    const lt_ranges *content = &words->roles[LT_ROLE_CONTENT], *told = &deed->roles[LT_ROLE_CONTENT];
    return deed->kind == LT_EMIT_REPORTED && words->kind == LT_EMIT_DIRECT && content->count && told->count &&
           shared(&deed->roles[LT_ROLE_CUE], &words->roles[LT_ROLE_CUE]) && content->at[content->count - 1].last <= told->at[0].first;
}

/* Sie wies den Vorwurf, er lüge, zurück; wies den Vorwurf zurück, er lüge: the deed is told, and what its noun holds, by the
 * noun alone, in a clause of its own. */
static bool told_besides(const lt_document *d, const lt_match *deed, const lt_match *words)
{
    uint32_t finite = deed->clause == LAUT_NONE ? LAUT_NONE : d->clauses.at[deed->clause].finite;
    return deed->kind == LT_EMIT_REPORTED && words->kind == LT_EMIT_INDIRECT && finite != LAUT_NONE &&
           words->roles[LT_ROLE_CUE].count && !holds(&words->roles[LT_ROLE_CUE], finite) &&
           d->clause_of[words->roles[LT_ROLE_CONTENT].at[0].first] != deed->clause; /* not: er will nach eigenem Bekunden nicht gelogen haben */
}

static bool contradict(const lt_document *d, const lt_match *a, const lt_match *b)
{
    class x = class_of(a), y = class_of(b);
    const lt_ranges *cue_a = &a->roles[LT_ROLE_CUE], *cue_b = &b->roles[LT_ROLE_CUE];
    if (a->instance == b->instance)
        return false;
    if (x == SOURCE || y == SOURCE)
        return x == y && a->rule == b->rule &&
               same(&a->roles[LT_ROLE_SOURCE], &b->roles[LT_ROLE_SOURCE]);
    if (a->rule == b->rule && same(cue_a, cue_b))
        return true;
    bool same_clause = a->clause != LAUT_NONE && a->clause == b->clause;
    if (x == NO_COMMENT || y == NO_COMMENT)
        return x != DIRECT && y != DIRECT && (shared(cue_a, cue_b) ||
               (same_clause && (a->kind != LT_EMIT_INDIRECT && b->kind != LT_EMIT_INDIRECT)));
    if (x == OTHER && y == OTHER && frameless(a) != frameless(b))
        return frameless(a) ? framed(d, a, b) : framed(d, b, a);
    if (x == DIRECT && y == DIRECT &&
        common_span(&a->roles[LT_ROLE_CONTENT], &b->roles[LT_ROLE_CONTENT]))
        return true;
    /* er sagte, nach neuen Erkenntnissen sei …: one claim inside another */
    bool nested = shared(&a->roles[LT_ROLE_FRAME], &b->roles[LT_ROLE_CONTENT]) ||
                  shared(&b->roles[LT_ROLE_FRAME], &a->roles[LT_ROLE_CONTENT]) || told_in(a, b) || told_in(b, a);
    if (x == OTHER && y == OTHER && nested && !shared(cue_a, cue_b) && a->kind == LT_EMIT_INDIRECT && b->kind == LT_EMIT_INDIRECT)
        return false;
    /* Die Werft sei leer, sagte X. Das bestätigte auch Y: two that say it, each in a sentence of its own */
    if (x == OTHER && y == OTHER && cue_a->count && cue_b->count && a->kind == b->kind && !frameless(a) &&
        d->sentence_of[cue_a->at[0].first] != d->sentence_of[cue_b->at[0].first])
        return false;
    if (only_frames(a, b) || only_frames(b, a))
        return true;
    if (told_before_colon(d, a, b) || told_before_colon(d, b, a) || told_besides(d, a, b) || told_besides(d, b, a))
        return false;
    return x == y && (shared(cue_a, cue_b) ||
                      nearly_same(&a->roles[LT_ROLE_CONTENT], &b->roles[LT_ROLE_CONTENT]));
}

/* The accepted match in a list that contradicts match `i`, or LAUT_NONE. */
static uint32_t find(board *b, uint32_t *list, uint32_t i)
{
    const lt_match *all = b->d->matches.at;
    for (uint32_t l = *list; l; l = b->links.at[l].next) {
        uint32_t other = b->links.at[l].match;
        if (b->seen[other] == i)
            continue;
        b->seen[other] = i;
        if (contradict(b->d, &all[i], &all[other]))
            return other;
    }
    return LAUT_NONE;
}

/* Put match `i` into a list. Returns LAUT_NONE. */
static uint32_t add(board *b, uint32_t *list, uint32_t i)
{
    link *l = lt_push(&b->d->arena, &b->links);
    if (l) {
        *l = (link){i, *list};
        *list = b->links.count - 1;
    }
    return LAUT_NONE;
}

static const lt_ranges *content_of(const lt_match *m)
{
    return &m->roles[class_of(m) == SOURCE ? LT_ROLE_SOURCE : LT_ROLE_CONTENT];
}

/* The lists in which the match stands or that have to be looked through: calls back until one
 * returns something. */
static uint32_t each_list(board *b, uint32_t i, uint32_t (*call)(board *, uint32_t *, uint32_t))
{
    const lt_match *m = &b->d->matches.at[i];
    const lt_ranges *cue = &m->roles[LT_ROLE_CUE];
    const lt_ranges *wide[] = {content_of(m), &m->roles[LT_ROLE_FRAME]};
    uint32_t found = LAUT_NONE;
    for (uint32_t k = 0; k < cue->count; k++)
        for (uint32_t t = cue->at[k].first; t < cue->at[k].last && found == LAUT_NONE; t++)
            found = call(b, &b->cue[t], i);
    for (int w = 0; w < 2; w++)
        for (uint32_t k = 0, next = 0; k < wide[w]->count && found == LAUT_NONE; k++) {
            uint32_t s = b->d->sentence_of[wide[w]->at[k].first];
            uint32_t last = b->d->sentence_of[wide[w]->at[k].last - 1];
            for (s = s > next ? s : next; s <= last && found == LAUT_NONE; s++)
                found = call(b, &b->sentence[s], i);
            next = last + 1;
        }
    if (found == LAUT_NONE && m->clause != LAUT_NONE)
        found = call(b, &b->clause[m->clause], i);
    return found;
}

typedef struct { uint32_t match, length, order; int32_t priority; } contender;

static int by_strength(const void *a, const void *b)
{
    const contender *x = a, *y = b;
    if (x->priority != y->priority)
        return x->priority < y->priority ? 1 : -1;
    if (x->length != y->length)
        return x->length < y->length ? 1 : -1;
    if (x->order != y->order)
        return x->order > y->order ? 1 : -1;
    return (x->match > y->match) - (x->match < y->match);
}

static bool decide(lt_document *d)
{
    uint32_t n = d->matches.count;
    lt_arena *a = &d->arena;
    board b = {.d = d};
    b.cue = lt_arena_alloc(a, (d->tokens.count + 1) * sizeof *b.cue);
    b.sentence = lt_arena_alloc(a, (d->sentences.count + 1) * sizeof *b.sentence);
    b.clause = lt_arena_alloc(a, (d->clauses.count + 1) * sizeof *b.clause);
    b.seen = lt_arena_alloc(a, (n + 1) * sizeof *b.seen);
    contender *order = lt_arena_alloc(a, (n + 1) * sizeof *order);
    link *unused = lt_push(a, &b.links);
    if (!b.cue || !b.sentence || !b.clause || !b.seen || !order || !unused)
        return false;
    memset(b.seen, 0xFF, (n + 1) * sizeof *b.seen);
    for (uint32_t i = 0; i < n; i++) {
        const lt_match *m = &d->matches.at[i];
        order[i] = (contender){i, m->last - m->first, m->rule->order, m->rule->priority};
    }
    qsort(order, n, sizeof *order, by_strength);
    for (uint32_t i = 0; i < n; i++) {
        lt_match *m = &d->matches.at[order[i].match];
        m->beaten_by = each_list(&b, order[i].match, find);
        if (m->beaten_by == LAUT_NONE)
            each_list(&b, order[i].match, add);
    }
    return !a->failed;
}

int lt_matches_stage(lt_document *d, laut_error *error)
{
    const lt_rules *rules = &d->engine->rules;
    lt_matcher m;
    d->claimed = lt_arena_alloc(&d->arena, (d->sentences.count + 1) * sizeof *d->claimed);
    if (!d->claimed)
        return lt_out_of_memory(error);
    if (d->tracing && !d->trace && !(d->trace = lt_arena_alloc(&d->arena, sizeof *d->trace)))
        return lt_out_of_memory(error);
    if (!lt_matcher_init(&m, d))
        return lt_out_of_memory(error);
    const lt_keys *keys = rules->keys;
    lt_trigger *sentences = lt_summarise(&m);
    bool good = sentences != NULL;
    uint64_t *candidates = lt_arena_alloc(&d->arena, (keys->mask_size + 1) * sizeof *candidates);
    uint32_t instance = 0;
    good = good && candidates;
    for (uint32_t i = 0; good && i < d->sentences.count; i++) {
        if (d->tracing) /* a trace tells of rules, too, that lack a word */
            memset(candidates, 0xFF, keys->mask_size * sizeof *candidates);
        else
            lt_candidates(keys, &sentences[i], candidates);
        for (uint32_t k = 0; k < keys->mask_size; k++)
            for (uint64_t left = candidates[k]; good && left; left &= left - 1) {
                uint32_t r = k * 64 + (uint32_t)__builtin_ctzll(left);
                if (r < rules->list.count)
                    good = try_rule(d, &m, rules->list.at[r], i, &instance);
            }
    }
    lt_matcher_end(&m);
    return good && !d->arena.failed && decide(d) ? 0 : lt_out_of_memory(error);
}
