#include "engine/matcher.h"

#include <stdlib.h>
#include <string.h>

#include "engine/bits.h"
#include "engine/worker.h"

/* What is done when everything tried since fails. */
typedef struct {
    uint32_t pc, at, sentence;
    uint32_t trail;   /* captures changed since are put back */
    uint32_t mention; /* next candidate of a @mention, or LAUT_NONE */
} frame;

typedef struct { uint32_t capture; lt_bound old; } change;

struct lt_machine {
    frame frames[LT_MAX_FRAMES];
    uint32_t frame_count;
    change *trail;
    uint32_t trail_count, trail_room;
    const lt_engine_rule *rule;
    uint32_t home; /* the whole quotation that an `inside` rule works in, or LAUT_NONE */
    uint32_t at, sentence;
};

/* Not cleared: a run sets what it reads. */
struct lt_machine *lt_machine_new(void)
{
    struct lt_machine *x = malloc(sizeof *x);
    if (x) {
        x->trail = NULL;
        x->trail_room = 0;
    }
    return x;
}

void lt_machine_free(struct lt_machine *x)
{
    if (x)
        free(x->trail);
    free(x);
}

/* ---------------------------------------------------------------- index */

static uint32_t *filled(lt_arena *arena, uint32_t count)
{
    uint32_t *at = lt_arena_alloc(arena, (count + 1) * sizeof *at);
    if (at)
        memset(at, 0xFF, (count + 1) * sizeof *at);
    return at;
}

static void index_mentions(lt_index *x, const lt_document *d)
{
    for (uint32_t i = d->mentions.count; i-- > 0;) {
        uint32_t *slot = &x->mention[d->mentions.at[i].first];
        while (*slot != LAUT_NONE && d->mentions.at[*slot].last > d->mentions.at[i].last)
            slot = &x->next_mention[*slot];
        x->next_mention[i] = *slot;
        *slot = i;
    }
}

/* The token has the word, as its form or a lemma. */
static void add_word(lt_index *x, lt_document *d, uint32_t token, lt_word w)
{
    lt_listed *slot = lt_is_listed(&d->engine->vocabulary, w) ? lt_push(&d->arena, &x->listed) : NULL;
    if (slot)
        *slot = (lt_listed){token, w};
}

static void index_profiles(lt_index *x, lt_document *d)
{
    for (uint32_t i = 0; i < d->tokens.count; i++) {
        const lt_token *t = &d->tokens.at[i];
        lt_profile *p = &x->profile[i];
        bool fresh = i == 0 || d->sentence_of[i] != d->sentence_of[i - 1] ||
                     d->tokens.at[i - 1].kind == LT_STOP || d->tokens.at[i - 1].kind == LT_MARK;
        p->at = LT_AT_TOKEN | (fresh ? LT_AT_SENTENCE : 0) |
                (x->quote[i] != LAUT_NONE ? LT_AT_QUOTE : 0) |
                (x->mention[i] != LAUT_NONE ? LT_AT_MENTION : 0);
        p->sorts = LT_SORT_KIND(t->kind) | LT_SORT_FLAGS(t->flags) | LT_SORT_CATEGORIES(t->sum.categories);
        p->features = t->sum.features;
        p->words = t->sum.words;
        for (uint64_t left = p->words; left; left &= left - 1)
            x->named[__builtin_ctzll(left)][i / 64] |= UINT64_C(1) << (i % 64);
        lt_word last = t->form;
        if (t->sum.listed)
            add_word(x, d, i, t->form);
        for (uint32_t k = 0; t->sum.listed && k < t->reading_count; k++) {
            const lt_reading *r = &d->readings.at[t->first_reading + k];
            if (r->lemma != last)
                add_word(x, d, i, r->lemma);
            last = r->lemma;
        }
        for (uint32_t m = x->mention[i]; m != LAUT_NONE; m = x->next_mention[m])
            p->types |= (uint16_t)(1 << d->mentions.at[m].type);
        if (x->segment[i] != LAUT_NONE)
            p->at |= LT_AT_SEGMENT |
                     (d->clauses.at[x->segment[i]].report != LAUT_NONE ? LT_AT_REPORT : 0);
        for (unsigned left = p->at & ~(unsigned)LT_AT_TOKEN; left; left &= left - 1)
            x->places[__builtin_ctz(left)][i / 64] |= UINT64_C(1) << (i % 64);
    }
}

bool lt_matcher_init(lt_matcher *m, lt_document *d)
{
    lt_index *x = &m->index;
    lt_arena *a = &d->arena;
    uint32_t n = d->tokens.count;
    memset(m, 0, sizeof *m);
    bool good = lt_scene_init(&m->scene, d);
    uint32_t **each[] = {&x->quote, &x->segment, &x->segment_last, &x->mention, &x->whole};
    uint32_t *indices = filled(a, (n + 1) * (uint32_t)(sizeof each / sizeof *each));
    for (size_t k = 0; indices && k < sizeof each / sizeof *each; k++)
        *each[k] = indices + k * (n + 1);
    x->next_mention = filled(a, d->mentions.count);
    x->summary_last = filled(a, d->sentences.count);
    x->profile = lt_arena_alloc(a, (n + 1) * sizeof *x->profile);
    uint32_t words = n / 64 + 2;
    uint64_t *bits = lt_arena_alloc(a, (LT_AT_COUNT + 64) * words * sizeof *bits);
    for (uint32_t k = 0; bits && k < LT_AT_COUNT + 64; k++)
        *(k < LT_AT_COUNT ? &x->places[k] : &x->named[k - LT_AT_COUNT]) = bits + (size_t)k * words;
    m->own_machine = !d->worker;
    m->machine = d->worker ? d->worker->machine : lt_machine_new();
    if (!good || !m->machine || a->failed) {
        lt_matcher_end(m);
        return false;
    }
    m->scene.captures = m->captures;
    m->scene.profile = x->profile;
    for (uint32_t s = 0; s < d->sentences.count; s++)
        x->summary_last[s] = s;
    for (uint32_t q = 0; q < d->quotes.count; q++) { /* outer ones first */
        const lt_quote *quote = &d->quotes.at[q];
        if (x->quote[quote->first] == LAUT_NONE)
            x->quote[quote->first] = q;
        for (uint32_t t = quote->first; quote->whole && t < quote->last; t++)
            if (x->whole[t] == LAUT_NONE || d->quotes.at[x->whole[t]].level < quote->level)
                x->whole[t] = q;
        uint32_t *last = &x->summary_last[d->sentence_of[quote->first]];
        if (*last < d->sentence_of[quote->last - 1])
            *last = d->sentence_of[quote->last - 1];
    }
    for (uint32_t c = 0; c < d->clauses.count; c++)
        for (uint32_t k = 0; k < d->clauses.at[c].segment_count; k++) {
            lt_range s = d->clauses.at[c].segments[k];
            if (s.first < s.last) {
                x->segment[s.first] = c;
                x->segment_last[s.first] = s.last;
            }
        }
    index_mentions(x, d);
    index_profiles(x, d);
    return true;
}

void lt_matcher_end(lt_matcher *m)
{
    lt_scene_end(&m->scene);
    if (m->own_machine)
        lt_machine_free(m->machine);
    m->machine = NULL;
}

static bool meets(const lt_matcher *m, const lt_need *need, uint32_t token)
{
    const lt_index *x = &m->index;
    const lt_profile *p = &x->profile[token];
    if (need->at & ~p->at || (need->words && !(need->words & p->words)) ||
        (need->types && !(need->types & p->types)) || (need->forms && !lt_is_among(need->forms, m->scene.d->tokens.at[token].form)))
        return false;
    return !need->node ||
           lt_passes(&m->scene, need->node, need->node->op == LT_N_CLAUSE ? x->segment[token]
                                          : need->node->op == LT_N_QUOTE ? x->quote[token] : token);
}

bool lt_matcher_may_start(const lt_matcher *m, const lt_engine_rule *rule, uint32_t token)
{
    for (uint32_t i = 0; i < rule->start_count; i++)
        if (meets(m, &rule->starts[i].here, token) && meets(m, &rule->starts[i].next, token + 1))
            return true;
    return rule->start_count == 0;
}

/* ---------------------------------------------------------------- steps */

/* Keep the capture's value for the way back. */
static bool keep(lt_matcher *m, uint32_t capture)
{
    struct lt_machine *x = m->machine;
    if (x->trail_count == x->trail_room) {
        uint32_t room = x->trail_room ? x->trail_room * 2 : 64;
        change *fresh = realloc(x->trail, room * sizeof *fresh);
        if (!fresh) {
            m->scene.d->arena.failed = true;
            return false;
        }
        x->trail = fresh;
        x->trail_room = room;
    }
    x->trail[x->trail_count++] = (change){capture, m->captures[capture]};
    return true;
}

static bool push(lt_matcher *m, uint32_t pc, uint32_t mention)
{
    struct lt_machine *x = m->machine;
    if (x->frame_count == LT_MAX_FRAMES) {
        m->exhausted = true;
        return false;
    }
    x->frames[x->frame_count++] = (frame){pc, x->at, x->sentence, x->trail_count, mention};
    return true;
}

/* Whether the tokens may be consumed: all in the sentence, none hidden in a whole quotation. */
static bool open_to(const lt_matcher *m, uint32_t first, uint32_t last)
{
    const lt_document *d = m->scene.d;
    const struct lt_machine *x = m->machine;
    if (first >= last || last > d->sentences.at[x->sentence].last)
        return false;
    for (uint32_t t = first; t < last; t++)
        if (m->index.whole[t] != x->home)
            return false;
    if (x->home == LAUT_NONE)
        return true;
    const lt_quote *q = &d->quotes.at[x->home]; /* its marks are not inside */
    return !(first == q->first && d->tokens.at[first].kind == LT_MARK) &&
           !(last == q->last && !q->unclosed && d->tokens.at[last - 1].kind == LT_MARK);
}

static uint32_t sentence_first(const lt_matcher *m)
{
    const lt_document *d = m->scene.d;
    const struct lt_machine *x = m->machine;
    uint32_t first = d->sentences.at[x->sentence].first;
    if (x->home == LAUT_NONE)
        return first;
    const lt_quote *q = &d->quotes.at[x->home];
    uint32_t inner = q->first + (d->tokens.at[q->first].kind == LT_MARK);
    return inner > first ? inner : first;
}

static uint32_t sentence_last(const lt_matcher *m)
{
    const lt_document *d = m->scene.d;
    const struct lt_machine *x = m->machine;
    uint32_t last = d->sentences.at[x->sentence].last;
    if (x->home == LAUT_NONE)
        return last;
    const lt_quote *q = &d->quotes.at[x->home];
    uint32_t inner = q->last - (q->last - q->first > 1 && d->tokens.at[q->last - 1].kind == LT_MARK);
    return inner < last ? inner : last;
}

/* Inside a quotation the sentence stage finds no ends, since the quotation and its frame are one
 * sentence; there a full stop ends one. */
static bool begins(const lt_matcher *m, uint32_t at)
{
    const lt_document *d = m->scene.d;
    return at == sentence_first(m) ||
           (m->machine->home != LAUT_NONE && at > 0 && at < sentence_last(m) &&
            d->tokens.at[at - 1].kind == LT_STOP && m->index.whole[at - 1] == m->machine->home);
}

static bool ends(const lt_matcher *m, uint32_t at)
{
    const lt_document *d = m->scene.d;
    return at == sentence_last(m) ||
           (m->machine->home != LAUT_NONE && at > sentence_first(m) && at < sentence_last(m) &&
            d->tokens.at[at - 1].kind == LT_STOP && m->index.whole[at - 1] == m->machine->home);
}

static bool holds(lt_matcher *m, const lt_node *n, lt_value_type type, uint32_t unit)
{
    if (!n->condition)
        return true;
    if (!m->failure) /* a trace wants to know what failed */
        return lt_passes(&m->scene, n, unit) &&
               (n->exact || lt_holds(&m->scene, n->condition, type, unit));
    if (lt_holds(&m->scene, n->condition, type, unit))
        return true;
    /* the first of the joined tests that fails, else all of them together */
    m->part = n->condition;
    for (const lt_expr *e = n->condition; e; e = e->op == LT_X_AND ? e->left : NULL) {
        const lt_expr *test = e->op == LT_X_AND ? e->right : e;
        if (!lt_holds(&m->scene, test, type, unit))
            m->part = test;
    }
    return false;
}

static bool bind(lt_matcher *m, int32_t capture, uint32_t unit)
{
    if (capture < 0)
        return true;
    if (!keep(m, (uint32_t)capture))
        return false;
    m->captures[capture].unit = unit;
    return true;
}

static bool is_regex(lt_matcher *m, const lt_node *n, const lt_token *t)
{
    bool decided;
    if (lt_is_decided(n->words, t->form, &decided))
        return decided;
    return lt_regex_matches(n->regex, m->scene.room, m->scene.d->text.bytes + t->begin, t->end - t->begin);
}

static bool consume_token(lt_matcher *m, const lt_node *n, int32_t capture)
{
    struct lt_machine *x = m->machine;
    const lt_document *d = m->scene.d;
    if (!open_to(m, x->at, x->at + 1))
        return false;
    const lt_token *t = &d->tokens.at[x->at];
    bool good = n->op == LT_N_FORM ? t->form == n->word
              : n->op == LT_N_REGEX ? is_regex(m, n, t)
              : holds(m, n, LT_V_TOKEN, x->at);
    return good && bind(m, capture, x->at++);
}

static bool consume_quote(lt_matcher *m, const lt_node *n, int32_t capture)
{
    struct lt_machine *x = m->machine;
    const lt_document *d = m->scene.d;
    if (x->at >= d->sentences.at[x->sentence].last)
        return false;
    uint32_t q = m->index.quote[x->at];
    if (q == LAUT_NONE || q == x->home)
        return false;
    /* It may hide its own inside, but nothing around it may hide it. */
    uint32_t around = m->index.whole[x->at];
    if (around == q) {
        around = d->quotes.at[q].parent;
        while (around != LAUT_NONE && !d->quotes.at[around].whole)
            around = d->quotes.at[around].parent;
    }
    if (around != x->home || !holds(m, n, LT_V_QUOTE, q) || !bind(m, capture, q))
        return false;
    x->at = d->quotes.at[q].last;
    x->sentence = d->sentence_of[x->at - 1];
    return true;
}

/* Two names in a pattern mean two clauses, not two segments of one. */
static bool taken(const lt_matcher *m, uint32_t clause, int32_t capture)
{
    const lt_engine_rule *rule = m->scene.rule;
    for (uint32_t i = 0; capture >= 0 && i < rule->capture_count; i++)
        if ((int32_t)i != capture && rule->captures[i].type == LT_V_CLAUSE &&
            m->captures[i].first < m->captures[i].last && m->captures[i].unit == clause)
            return true;
    return false;
}

static bool consume_clause(lt_matcher *m, const lt_node *n, int32_t capture)
{
    struct lt_machine *x = m->machine;
    if (x->at >= m->scene.d->sentences.at[x->sentence].last)
        return false;
    uint32_t c = m->index.segment[x->at];
    if (c == LAUT_NONE || !open_to(m, x->at, m->index.segment_last[x->at]) ||
        taken(m, c, capture) || !holds(m, n, LT_V_CLAUSE, c) || !bind(m, capture, c))
        return false;
    x->at = m->index.segment_last[x->at];
    return true;
}

/* Several mentions may begin at a token: the longest first, the others if that leads nowhere. */
static bool consume_mention(lt_matcher *m, const lt_node *n, int32_t capture, uint32_t pc,
                            uint32_t candidate)
{
    struct lt_machine *x = m->machine;
    const lt_document *d = m->scene.d;
    for (; candidate != LAUT_NONE; candidate = m->index.next_mention[candidate]) {
        const lt_mention *mention = &d->mentions.at[candidate];
        if (!open_to(m, mention->first, mention->last) || !holds(m, n, LT_V_MENTION, candidate))
            continue;
        uint32_t next = m->index.next_mention[candidate];
        if (next != LAUT_NONE && !push(m, pc, next))
            return false;
        if (!bind(m, capture, candidate))
            return false;
        x->at = mention->last;
        return true;
    }
    return false;
}

/* Whether what the rule says of the captures so far holds. */
static bool promises(lt_matcher *m, const lt_instruction *i)
{
    for (const lt_check *c = m->failure ? NULL : i->checks; c; c = c->next)
        if (lt_is_true(&m->scene, c->condition) == c->unless)
            return false;
    return true;
}

static bool consume(lt_matcher *m, const lt_instruction *i, uint32_t pc)
{
    struct lt_machine *x = m->machine;
    const lt_document *d = m->scene.d;
    const lt_node *n = i->node;
    switch (n->op) {
    case LT_N_QUOTE: return consume_quote(m, n, i->a);
    case LT_N_CLAUSE: return consume_clause(m, n, i->a);
    case LT_N_MENTION:
        return x->at < d->sentences.at[x->sentence].last &&
               consume_mention(m, n, i->a, pc, m->index.mention[x->at]);
    case LT_N_SENTENCE_START: return begins(m, x->at);
    case LT_N_PARAGRAPH:
        return x->home == LAUT_NONE && d->sentences.at[x->sentence].paragraph &&
               x->at == d->sentences.at[x->sentence].first;
    case LT_N_SENTENCE_END:
        if (!ends(m, x->at))
            return false;
        /* What follows the end stands in the next sentence. */
        if (x->at == d->sentences.at[x->sentence].last && x->sentence + 1 < d->sentences.count)
            x->sentence++;
        return true;
    default: return consume_token(m, n, i->a);
    }
}

/* ---------------------------------------------------------------- the machine */

static void note(lt_matcher *m, uint32_t reached, uint32_t token, const lt_node *node,
                 const lt_requirement *requirement)
{
    lt_failure *f = m->failure;
    /* The furthest attempt counts; of several that came equally far the first, or the one that
     * failed at a condition: it says more than a place where no such unit begins. */
    uint32_t start = m->scene.covered.first;
    if (!f || (f->set && (f->reached > reached ||
                          (f->reached == reached &&
                           (f->start == start ? f->token >= token : f->part || !m->part)))))
        return;
    *f = (lt_failure){.reached = reached, .start = start, .token = token, .node = node,
                      .part = node ? m->part : NULL, .requirement = requirement,
                      .exhausted = f->exhausted, .set = true};
}

static bool accepted(lt_matcher *m, uint32_t start)
{
    struct lt_machine *x = m->machine;
    const lt_engine_rule *rule = x->rule;
    m->first = start;
    m->last = x->at;
    m->scene.covered = (lt_range){start, x->at};
    for (uint32_t i = 0; i < rule->requirements.count; i++) {
        const lt_requirement *q = &rule->requirements.at[i];
        if (lt_is_true(&m->scene, q->condition) == q->unless) {
            note(m, rule->pattern.count, x->at ? x->at - 1 : 0, NULL, q);
            return false;
        }
    }
    return true;
}

/* Whether what comes at `pc` fails here for sure: then the other way of a split needs no frame to come
 * back to. Asked at every step of []{0,64}?, where nearly all of them do. */
static bool dead_end(const lt_matcher *m, uint32_t pc)
{
    const struct lt_machine *x = m->machine;
    const lt_document *d = m->scene.d;
    const lt_instruction *i = &x->rule->program[pc];
    while (i->op == LT_I_OPEN || i->op == LT_I_CLOSE || i->op == LT_I_JUMP)
        i = i->op == LT_I_JUMP ? &x->rule->program[i->a] : i + 1;
    if (i->op == LT_I_SPLIT)
        return dead_end(m, (uint32_t)i->a) && dead_end(m, (uint32_t)i->b);
    if (i->op != LT_I_UNIT)
        return false;
    const lt_node *n = i->node;
    uint32_t unit = x->at;
    switch (n->op) {
    case LT_N_SENTENCE_END: return !ends(m, x->at);
    case LT_N_SENTENCE_START: return !begins(m, x->at);
    case LT_N_PARAGRAPH: return false;
    case LT_N_QUOTE: unit = m->index.quote[x->at]; break;
    case LT_N_CLAUSE: unit = m->index.segment[x->at]; break;
    case LT_N_MENTION: return m->index.mention[x->at] == LAUT_NONE;
    case LT_N_FORM: return x->at >= d->tokens.count || d->tokens.at[x->at].form != n->word;
    case LT_N_REGEX: return x->at >= d->tokens.count || (n->words && !lt_is_among(n->words, d->tokens.at[x->at].form));
    default: break;
    }
    return x->at >= d->tokens.count || unit == LAUT_NONE || (n->condition && !lt_passes(&m->scene, n, unit));
}

/* Take the last alternative that was left. */
static bool back(lt_matcher *m, uint32_t *pc)
{
    struct lt_machine *x = m->machine;
    const lt_engine_rule *rule = x->rule;
    while (x->frame_count) {
        frame f = x->frames[--x->frame_count];
        while (x->trail_count > f.trail) {
            const change *c = &x->trail[--x->trail_count];
            m->captures[c->capture] = c->old;
        }
        x->at = f.at;
        x->sentence = f.sentence;
        *pc = f.pc;
        if (f.mention == LAUT_NONE)
            return true;
        const lt_instruction *i = &rule->program[f.pc];
        if (consume_mention(m, i->node, i->a, f.pc, f.mention) && promises(m, i)) {
            ++*pc;
            return true;
        }
    }
    return false;
}

static bool run(lt_matcher *m, const lt_engine_rule *rule, uint32_t token)
{
    struct lt_machine *x = m->machine;
    const lt_document *d = m->scene.d;
    uint32_t whole = m->index.whole[token];
    if (rule->inside == (whole == LAUT_NONE)) {
        /* Outside rules begin at a whole quotation only where it opens. */
        uint32_t q = m->index.quote[token];
        if (rule->inside || q == LAUT_NONE || !d->quotes.at[q].whole)
            return false;
    }
    x->rule = rule;
    x->home = rule->inside ? whole : LAUT_NONE;
    x->frame_count = x->trail_count = 0;
    x->at = token;
    x->sentence = d->sentence_of[token];
    m->scene.rule = rule;
    m->scene.sentence = x->sentence;
    m->scene.covered = (lt_range){token, token};
    for (uint32_t i = 0; i < rule->capture_count; i++)
        m->captures[i] = (lt_bound){0, 0, LAUT_NONE};
    uint32_t pc = 0;
    for (uint32_t steps = 0; steps < LT_MAX_STEPS; steps++) {
        const lt_instruction *i = &rule->program[pc];
        bool good = true;
        switch (i->op) {
        case LT_I_UNIT:
            m->part = NULL;
            good = consume(m, i, pc) && promises(m, i);
            if (good)
                pc++;
            else
                note(m, i->element, x->at, i->node, NULL);
            break;
        case LT_I_SPLIT:
            if (!m->failure && dead_end(m, (uint32_t)i->a)) {
                pc = (uint32_t)i->b;
                break;
            }
            if (m->failure || !dead_end(m, (uint32_t)i->b))
                good = push(m, (uint32_t)i->b, LAUT_NONE);
            pc = (uint32_t)i->a;
            break;
        case LT_I_JUMP:
            pc = (uint32_t)i->a;
            break;
        case LT_I_OPEN:
            good = keep(m, (uint32_t)i->a);
            m->captures[i->a] = (lt_bound){x->at, x->at, LAUT_NONE};
            pc++;
            break;
        case LT_I_CLOSE:
            good = keep(m, (uint32_t)i->a);
            m->captures[i->a].last = x->at;
            good = good && promises(m, i);
            pc++;
            break;
        default: /* LT_I_MATCH */
            if (accepted(m, token))
                return true;
            good = false;
        }
        if (!good && !back(m, &pc))
            return false;
    }
    m->exhausted = true;
    return false;
}

bool lt_matcher_run(lt_matcher *m, const lt_engine_rule *rule, uint32_t token)
{
    m->exhausted = false;
    bool matched = run(m, rule, token);
    m->exhausted |= lt_regex_gave_up(m->scene.room);
    if (m->exhausted && m->failure)
        m->failure->exhausted = true;
    return matched;
}
