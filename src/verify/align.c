#include "verify/align.h"

#include <limits.h>
#include <stdlib.h>

enum { /* costs; a letter is 10 */
    LETTER = 10, WORD = 20, LONG = 12 /* letters: longer words weigh no more */,
    GAP_OPEN = 25, GAP_ON = 4,        /* a word of the source is left out; the next one, too */
    MARKED_OPEN = 2, MARKED_ON = 1,   /* the same where the quotation marks it */
    JOINED = 1, INSERTED = 1, FAR = INT_MAX / 4
};

/* States of a cell, and how it was reached (steps): two bits of the state before, five of the move. */
enum { MATCH, GAP };
enum { STOP, PAIR, CHANGE, ADD, JOIN_2_1, JOIN_1_2, JOIN_3_1, JOIN_1_3, SKIP_OPEN, SKIP_ON, CLOSE };

void lt_aligner_free(lt_aligner *a)
{
    free(a->costs);
    free(a->steps);
    free(a->pairs);
    *a = (lt_aligner){0};
}

static int32_t weight(const lt_vword *w)
{
    return WORD + LETTER * (int32_t)(w->letters < LONG ? w->letters : LONG);
}

static bool same(const lt_qword *q, const lt_vword *s)
{
    return q->word.hash == s->hash || (q->amended && q->bare == s->hash);
}

/* [D]er Bau for „der Bau“ is the same word; [s]eine for „meine“ was changed by the editor, who says so. */
static int32_t change(const lt_qword *q, const lt_vword *s, bool at_line)
{
    if (q->inserted || q->amended)
        return INSERTED + WORD;
    /* Less than to add the word, so that two that differ stand side by side; but no passage goes on over the end
     * of a line only to have a word for one that was added at its edge. */
    int32_t w = weight(&q->word);
    return q->word.stem == s->stem ? w / 2 : at_line ? w + 1 : w - LETTER;
}

static uint64_t join_quoted(const lt_qword *q, uint32_t n)
{
    uint64_t h = q[0].word.hash;
    for (uint32_t i = 1; i < n; i++)
        h = q[i].inserted ? 0 : lt_hash_join(h, q[i].word.hash, q[i].word.letters);
    return h;
}

static uint64_t join_source(const lt_vword *s, uint32_t n)
{
    uint64_t h = s[0].hash;
    for (uint32_t i = 1; i < n; i++)
        h = lt_hash_join(h, s[i].hash, s[i].letters);
    return h;
}

/* Whether an omission before word `i` of the quotation is marked. At its edges nothing is. */
static bool marked(const lt_quoted *q, uint32_t i) { return i > 0 && i < q->count && q->words[i].gap; }

static bool reserve(lt_aligner *a, size_t cells, uint32_t pairs)
{
    if (a->cost_room < cells) {
        int32_t *costs = realloc(a->costs, cells * 2 * sizeof *costs);
        if (!costs)
            return false;
        a->costs = costs;
        a->cost_room = cells;
    }
    if (a->step_room < cells) {
        uint8_t *steps = realloc(a->steps, cells * 2);
        if (!steps)
            return false;
        a->steps = steps;
        a->step_room = cells;
    }
    if (a->pair_room < pairs) {
        lt_pair *at = realloc(a->pairs, pairs * sizeof *at);
        if (!at)
            return false;
        a->pairs = at;
        a->pair_room = pairs;
    }
    return true;
}

typedef struct {
    const lt_quoted *q;
    const lt_vword *s;
    uint32_t n, m;
    int32_t *cost[2];  /* of both states, (n + 1) * (m + 1) cells */
    uint8_t *step[2];
} grid;

static void better(grid *g, int state, size_t cell, int32_t cost, uint8_t step)
{
    if (cost < g->cost[state][cell]) {
        g->cost[state][cell] = cost;
        g->step[state][cell] = step;
    }
}

static void fill_cell(grid *g, uint32_t i, uint32_t k)
{
    size_t row = g->m + 1, cell = i * row + k;
    const lt_qword *q = g->q->words;
    const lt_vword *s = g->s;
    if (i && k) {
        const lt_qword *a = &q[i - 1];
        const lt_vword *b = &s[k - 1];
        bool equal = same(a, b);
        better(g, MATCH, cell, g->cost[MATCH][cell - row - 1] + (equal ? 0 : change(a, b, b->line || (k < g->m && s[k].line))), equal ? PAIR : CHANGE);
        if (!equal && !a->inserted) {
            if (i > 1 && !q[i - 2].inserted && q[i - 2].word.letters < b->letters && join_quoted(a - 1, 2) == b->hash)
                better(g, MATCH, cell, g->cost[MATCH][cell - 2 * row - 1] + JOINED, JOIN_2_1);
            else if (i > 2 && !q[i - 3].inserted && q[i - 3].word.letters + 1 < b->letters && join_quoted(a - 2, 3) == b->hash)
                better(g, MATCH, cell, g->cost[MATCH][cell - 3 * row - 1] + JOINED, JOIN_3_1);
            if (k > 1 && s[k - 2].letters < a->word.letters && join_source(b - 1, 2) == a->word.hash)
                better(g, MATCH, cell, g->cost[MATCH][cell - row - 2] + JOINED, JOIN_1_2);
            else if (k > 2 && s[k - 3].letters + 1 < a->word.letters && join_source(b - 2, 3) == a->word.hash)
                better(g, MATCH, cell, g->cost[MATCH][cell - row - 3] + JOINED, JOIN_1_3);
        }
    }
    if (i) {
        const lt_qword *a = &q[i - 1];
        better(g, MATCH, cell, g->cost[MATCH][cell - row] + (a->inserted ? INSERTED : weight(&a->word)), ADD);
    }
    if (k && i && i < g->n) {
        bool m = marked(g->q, i);
        better(g, GAP, cell, g->cost[MATCH][cell - 1] + (m ? MARKED_OPEN : GAP_OPEN), SKIP_OPEN);
        better(g, GAP, cell, g->cost[GAP][cell - 1] + (m ? MARKED_ON : GAP_ON), SKIP_ON);
        better(g, MATCH, cell, g->cost[GAP][cell], CLOSE);
    }
}

static void push(lt_aligner *a, uint32_t quoted, uint32_t qn, uint32_t source, uint32_t sn, bool equal)
{
    a->pairs[a->pair_count++] = (lt_pair){quoted, qn, source, sn, equal};
}

/* From the end to the beginning; turned round afterwards. */
static void trace_back(lt_aligner *a, const grid *g, uint32_t k)
{
    static const uint8_t quoted[] = {[PAIR] = 1, [CHANGE] = 1, [ADD] = 1, [JOIN_2_1] = 2, [JOIN_1_2] = 1,
                                     [JOIN_3_1] = 3, [JOIN_1_3] = 1, [SKIP_OPEN] = 0, [SKIP_ON] = 0, [CLOSE] = 0};
    static const uint8_t source[] = {[PAIR] = 1, [CHANGE] = 1, [ADD] = 0, [JOIN_2_1] = 1, [JOIN_1_2] = 2,
                                     [JOIN_3_1] = 1, [JOIN_1_3] = 3, [SKIP_OPEN] = 1, [SKIP_ON] = 1, [CLOSE] = 0};
    uint32_t i = g->n;
    int state = MATCH;
    a->pair_count = 0;
    while (i) {
        uint8_t step = g->step[state][i * (size_t)(g->m + 1) + k];
        if (step == CLOSE) {
            state = GAP;
            continue;
        }
        i -= quoted[step];
        k -= source[step];
        push(a, i, quoted[step], k, source[step], step != CHANGE && step != ADD && quoted[step] && source[step]);
        if (step == SKIP_OPEN)
            state = MATCH;
    }
    for (uint32_t x = 0, y = a->pair_count; x + 1 < y; x++, y--) {
        lt_pair p = a->pairs[x];
        a->pairs[x] = a->pairs[y - 1];
        a->pairs[y - 1] = p;
    }
}

int32_t lt_align(lt_aligner *a, const lt_quoted *q, const lt_vword *words, uint32_t count)
{
    grid g = {.q = q, .s = words, .n = q->count, .m = count};
    size_t row = count + 1, cells = (q->count + 1) * row;
    if (!reserve(a, cells, q->count + count + 1))
        return -1;
    for (int state = 0; state < 2; state++) {
        g.cost[state] = a->costs + (state ? cells : 0);
        g.step[state] = a->steps + (state ? cells : 0);
    }
    for (size_t c = 0; c < 2 * cells; c++)
        a->costs[c] = FAR;
    for (uint32_t k = 0; k <= count; k++) { /* it may begin anywhere */
        g.cost[MATCH][k] = 0;
        g.step[MATCH][k] = STOP;
    }
    for (uint32_t i = 1; i <= q->count; i++)
        for (uint32_t k = 0; k <= count; k++)
            fill_cell(&g, i, k);
    uint32_t end = 0;
    for (uint32_t k = 0; k <= count; k++)
        if (g.cost[MATCH][q->count * row + k] < g.cost[MATCH][q->count * row + end])
            end = k;
    trace_back(a, &g, end);
    return g.cost[MATCH][q->count * row + end];
}
