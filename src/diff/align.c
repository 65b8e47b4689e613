/* Which statement of one version is which of the other.
 *
 * A statement is a bag of lemmas and of their stems, where words that paraphrase each other are one, each weighted by how rare it is among the statements of
 * both versions (Spärck Jones 1972), as Nelken and Shieber (2006) do for the sentences of two versions of a
 * text: in pairs of texts with little overlap and another order that beats alignments that keep the order. Two
 * statements are as near as the weight of their common words is to that of both (Dice 1945), or nearly as
 * near as it is to that of the lesser one, since versions are shortened. The words for who says it, and that
 * he says it, count little, unless nearly all words are common. A common speaker, and being both
 * attributed or both not, both quoted or both not, bring them nearer; a place further away in the order of the
 * text breaks ties. The nearest pair is taken first, then the nearest of what is left. What has no partner then
 * may go with a statement that has one already, if its words stand there: two sentences that became one. Two claims of
 * one speaker at the same place go together behind all that, if they have any word in common, then at any place, then
 * without a common word; and a lead in the author's
 * words gives the claim back that the next sentence restates.
 *
 * An utterance told as an act (sprach von Einzelfällen) may become a content, a frame, or a clause beside one;
 * of one speaker it is compared by what is told of it. What the author says goes with a claim more easily where
 * he names whoever says it there, since then he may attribute it in words that no rule knows.
 *
 * Candidates come from an index of the words; of a word that stands in many statements only the LOOK nearest
 * by their place in the text are looked at. So the time is that of sorting, n log n in the number of
 * statements.
 *
 *   Dice, L. R.: Measures of the Amount of Ecologic Association Between Species. Ecology 26 (1945), 297-302.
 *   Nelken, R.; Shieber, S. M.: Towards Robust Context-Sensitive Sentence Alignment for Monolingual
 *     Corpora. EACL 2006, 161-168.
 *   Spärck Jones, K.: A Statistical Interpretation of Term Specificity and Its Application in Retrieval.
 *     Journal of Documentation 28 (1972), 11-21.
 */
#include <math.h>
#include <stdlib.h>

#include "diff/diff.h"

enum { LOOK = 32 };

/* How near two statements must be. Found on the open pairs of tests/diff/. */
static const double
    NEAR = .5,             /* two claims; two statements of the author */
    NEAR_SAME = .3,        /* two claims of one speaker, or with a common number */
    NEAR_CROSS = .6,       /* a claim and what the author says */
    NEAR_CROSS_NUMBER = .5, /* the same, with a common number */
    NEAR_PART = .42,       /* the same, of both, however much of the lesser one is in the other: a place line */
    NEAR_NAMED = .5,       /* the same, of all words or of the lesser one, where his sentence names the speaker */
    NEAR_BESIDES = .45, /* the same, without those names */
    ALIKE = .7,            /* all words, those of the speaker and the cue included */
    OF_LESSER = .9,        /* the factor of a lesser statement's part */
    BONUS_SPEAKER = .15, BONUS_SORT = .1, BONUS_DIRECT = .1,
    MALUS_NESTED = .1, /* one stands inside another claim, the other does not */
    LAST = 2,              /* what puts a pair behind all others */
    WEAK = 5,              /* the same of one that has little in common */
    CONTAINED = .6,        /* of the weight of what has no partner of its own */
    CONTAINED_OWN = .75,   /* the same, of what the author says in what somebody claims */
    CONTAINED_SAME = .45,  /* the same, of claims of one speaker */
    CONTAINED_NUMBER = .25; /* the same, of one speaker and with a common number */

/* ---------------------------------------------------------------- the index */

typedef struct {
    uint64_t key;
    uint32_t rank, statement; /* place in the text */
} posting;

static int by_key(const void *a, const void *b)
{
    const posting *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return x->rank < y->rank ? -1 : x->rank > y->rank;
}

typedef struct {
    posting *at;
    size_t count;
} word_index;

static bool build(word_index *x, const lt_version *v)
{
    size_t n = 0;
    for (uint32_t i = 0; i < v->statements.count; i++)
        n += v->statements.at[i].word_count;
    x->at = malloc((n + 1) * sizeof *x->at);
    if (!x->at)
        return false;
    for (uint32_t i = 0; i < v->statements.count; i++) {
        const lt_statement *s = &v->statements.at[i];
        for (uint32_t k = 0; k < s->word_count; k++)
            x->at[x->count++] = (posting){s->words[k].key, v->rank[i], i};
    }
    qsort(x->at, n, sizeof *x->at, by_key);
    return true;
}

/* The first posting that does not come before (key, rank). */
static size_t find(const word_index *x, uint64_t key, uint32_t rank)
{
    size_t low = 0, high = x->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const posting *p = &x->at[middle];
        if (p->key < key || (p->key == key && p->rank < rank))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static size_t count_of(const word_index *x, uint64_t key)
{
    return find(x, key, UINT32_MAX) - find(x, key, 0);
}

/* ---------------------------------------------------------------- rareness */

enum { KNOWN_KEYS = 1 << 14 };
typedef struct { uint64_t key; double rare; } known_key; /* rare 0: none */

static void weigh(lt_version *v, const word_index *a, const word_index *b, double all, known_key *known)
{
    for (uint32_t i = 0; i < v->statements.count; i++) {
        lt_statement *s = &v->statements.at[i];
        for (uint32_t k = 0; k < s->word_count; k++) {
            lt_stated *w = &s->words[k];
            known_key *kept = &known[w->key % KNOWN_KEYS];
            if (kept->key != w->key || kept->rare <= 0)
                *kept = (known_key){w->key, log(1 + all / (double)(count_of(a, w->key) + count_of(b, w->key)))};
            double rare = kept->rare;
            s->weight += w->weight *= rare;
            s->whole += w->whole *= rare;
            s->told += w->named || w->cued ? 0 : w->weight;
        }
    }
}

typedef struct {
    double weight, whole, unnamed; /* unnamed: the whole of the words that do not name the speaker */
    double told;    /* as of statements */
    uint32_t words; /* that do not name the speaker; a lemma and its stem count one each */
    bool number, cue;
} common;

static void count_common(common *c, const lt_stated *x, const lt_stated *y)
{
    c->weight += x->weight < y->weight ? x->weight : y->weight;
    c->whole += x->whole < y->whole ? x->whole : y->whole;
    c->words += !x->named && !y->named;
    c->unnamed += !x->named && !y->named ? (x->whole < y->whole ? x->whole : y->whole) : 0;
    c->told += !x->named && !y->named && !x->cued && !y->cued ? (x->weight < y->weight ? x->weight : y->weight) : 0;
    c->number |= x->number && y->number;
    c->cue |= x->cued && y->cued;
}

static int compare_keys(const void *a, const void *b)
{
    const lt_stated *x = a, *y = b;
    return x->key < y->key ? -1 : x->key > y->key;
}

static common compare(const lt_statement *a, const lt_statement *b)
{
    enum { MUCH = 16 };
    common c = {0};
    if (a->word_count > b->word_count)
        return compare(b, a);
    if (b->word_count / MUCH > a->word_count) { /* a sentence and a quotation of a thousand */
        for (uint32_t i = 0; i < a->word_count; i++) {
            const lt_stated *y = bsearch(&a->words[i], b->words, b->word_count, sizeof *y, compare_keys);
            if (y)
                count_common(&c, &a->words[i], y);
        }
        return c;
    }
    for (uint32_t i = 0, k = 0; i < a->word_count && k < b->word_count;) {
        const lt_stated *x = &a->words[i], *y = &b->words[k];
        if (x->key == y->key)
            count_common(&c, x, y);
        bool first = x->key <= y->key, second = y->key <= x->key;
        i += first;
        k += second;
    }
    return c;
}

bool lt_states(const lt_statement *whole, const lt_statement *part)
{
    return part->word_count && compare(whole, part).weight >= CONTAINED * part->weight;
}

/* ---------------------------------------------------------------- pairs */

typedef struct {
    double score;
    uint32_t before, after, off; /* statements; how far from the same place */
} pair;

static int by_score(const void *a, const void *b)
{
    const pair *x = a, *y = b;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    if (x->off != y->off)
        return x->off < y->off ? -1 : 1;
    if (x->before != y->before)
        return x->before < y->before ? -1 : 1;
    return x->after < y->after ? -1 : x->after > y->after;
}

typedef struct {
    lt_version *before, *after;
    word_index words; /* of the later version */
    uint32_t *seen;   /* of each later statement: the earlier one that met it last, plus 1 */
    pair *pairs;
    size_t count, room;
} work;

static bool same_speaker(const work *w, const lt_statement *a, const lt_statement *b)
{
    lt_hand x, y;
    return lt_speaker_of(&w->before->document->claims.at[a->claim], &x) &&
           lt_speaker_of(&w->after->document->claims.at[b->claim], &y) && x.party != LAUT_NONE &&
           y.party != LAUT_NONE && lt_same_hand(w->before, &x, w->after, &y);
}

static bool has_speaker(const lt_version *v, const lt_statement *s)
{
    return lt_speaker_of(&v->document->claims.at[s->claim], &(lt_hand){0});
}

static bool is_direct(const lt_version *v, const lt_statement *s)
{
    return s->claim != LAUT_NONE && v->document->claims.at[s->claim].kind == LAUT_DIRECT;
}

static bool is_nested(const lt_version *v, const lt_statement *s)
{
    return v->document->claims.at[s->claim].parent != LAUT_NONE;
}

static bool add_pair(work *w, double score, uint32_t i, uint32_t k)
{
    if (w->count == w->room) {
        size_t room = w->room ? w->room * 2 : 256;
        pair *more = realloc(w->pairs, room * sizeof *more);
        if (!more)
            return false;
        w->pairs = more;
        w->room = room;
    }
    int64_t off = (int64_t)w->before->rank[i] * w->after->statements.count -
                  (int64_t)w->after->rank[k] * w->before->statements.count;
    off = (off < 0 ? -off : off) / (int64_t)(w->before->statements.count + w->after->statements.count);
    w->pairs[w->count++] = (pair){score, i, k, (uint32_t)off};
    return true;
}

static bool is_reported(const lt_version *v, const lt_statement *s)
{
    return s->claim != LAUT_NONE && !s->frame && v->document->claims.at[s->claim].kind == LAUT_REPORTED;
}

/* How much of what is told of an act is common: sprach von Einzelfällen, es handele sich um Einzelfälle. */
static double told_part(const common *c, const lt_statement *told)
{
    return told->told > 0 ? c->told / told->told : 0;
}

/* Whether one of them is a frame, and the other one what a frame can be compared with. */
static bool may_introduce(const work *w, const lt_statement *a, const lt_statement *b)
{
    const lt_statement *told = a->frame ? b : a;
    return a->frame != b->frame && told->claim != LAUT_NONE && told->weight > 0 &&
           !is_direct(a->frame ? w->after : w->before, told);
}

/* What was told as an act may introduce a content in the other version, and what was a content may be named in
 * the frame: bemängelte Lücken: „…“. That comes behind all other pairs. */
static bool consider_frame(work *w, uint32_t i, uint32_t k, const common *c)
{
    const lt_statement *a = &w->before->statements.at[i], *b = &w->after->statements.at[k];
    const lt_statement *told = a->frame ? b : a;
    const lt_version *v = a->frame ? w->after : w->before;
    if (!c->unnamed)
        return true;
    bool same = same_speaker(w, a, b);
    double part = 0, unnamed = 0;
    if (is_reported(v, told)) {
        part = c->whole / told->whole;
        for (uint32_t n = 0; n < told->word_count; n++)
            unnamed += told->words[n].named ? 0 : told->words[n].whole;
        if (unnamed > 0 && c->unnamed / unnamed > part && same)
            part = c->unnamed / unnamed;
        if (same && part < CONTAINED && (c->cue || told_part(c, told) >= CONTAINED))
            part = CONTAINED;
    } else if (same) {
        part = c->weight / told->weight;
        if (c->unnamed / told->whole > part) /* zeigte sich erleichtert: „…“; sagte, er sei erleichtert */
            part = c->unnamed / told->whole;
    }
    return part < CONTAINED || add_pair(w, part - LAST, i, k);
}

/* Die Kammer kritisierte den Plan; Kritik am Plan äußerte die Kammer: only one of them is a claim. */
static bool names_speaker(const work *w, const lt_statement *a, const lt_statement *b)
{
    bool claimed = a->claim != LAUT_NONE;
    const lt_version *v = claimed ? w->before : w->after, *other = claimed ? w->after : w->before;
    const lt_statement *s = claimed ? a : b, *own = claimed ? b : a;
    lt_hand h;
    return lt_speaker_of(&v->document->claims.at[s->claim], &h) && lt_names_hand(v, &h, other, own->spans);
}

/* The weight of the words of what the author says that only name the speaker in the other statement. */
static double named_weight(const lt_statement *own, const lt_statement *by)
{
    double named = 0;
    for (uint32_t i = 0, k = 0; i < by->word_count && k < own->word_count;) {
        uint64_t x = by->words[i].key, y = own->words[k].key;
        named += x == y && by->words[i].named ? own->words[k].weight : 0;
        i += x <= y;
        k += y <= x;
    }
    return named;
}

/* How near a claim is to what the author says, without the words there that the claim's frame has to name the speaker:
 * sie verstehe die Sorge, sagte Ada Brandt; Ada Brandt kann die Sorge nachvollziehen. */
static double near_besides_names(const work *w, const lt_statement *a, const lt_statement *b, const common *c)
{
    bool claimed = a->claim != LAUT_NONE;
    const lt_version *v = claimed ? w->before : w->after;
    uint32_t at = v->frame_of[(claimed ? a : b)->claim];
    return at == LAUT_NONE ? 0 : 2 * c->weight / (a->weight + b->weight - named_weight(claimed ? b : a, &v->statements.at[at]));
}

/* The same of an act: die Bauern an der Laur rechnen mit einer schlechten Ernte; an der Laur wird die Ernte schlecht. */
static double near_act(const lt_statement *a, const lt_statement *b, const common *c)
{
    const lt_statement *act = a->claim == LAUT_NONE ? b : a, *own = a->claim == LAUT_NONE ? a : b;
    return c->words > 2 || (c->words && told_part(c, act) >= CONTAINED) ? 2 * c->told / (a->told + b->told - named_weight(own, act)) : 0;
}

/* Whether two statements with little in common may go together if they stand at the same place: two claims of one
 * speaker, or of nobody; a claim, and what the author says where he names the speaker. */
static bool may_be_reworded(const work *w, const lt_statement *a, const lt_statement *b, const common *c, bool same)
{
    if (!c->words || c->unnamed <= 0)
        return false;
    if (a->claim == LAUT_NONE || b->claim == LAUT_NONE)
        return (a->claim == LAUT_NONE) != (b->claim == LAUT_NONE) && !is_direct(w->before, a) && !is_direct(w->after, b) &&
               names_speaker(w, a, b);
    return (same || !has_speaker(w->before, a) || !has_speaker(w->after, b)) && !is_direct(w->before, a) && !is_direct(w->after, b);
}

static bool consider(work *w, uint32_t i, uint32_t k)
{
    const lt_statement *a = &w->before->statements.at[i], *b = &w->after->statements.at[k];
    if ((a->frame || b->frame) && !may_introduce(w, a, b))
        return true;
    common c = compare(a, b);
    double lesser = a->weight < b->weight ? a->weight : b->weight;
    if (lesser <= 0)
        return true;
    double whole = 2 * c.whole / (a->whole + b->whole);
    bool claims = a->claim != LAUT_NONE && b->claim != LAUT_NONE;
    bool cross = !claims && (a->claim != LAUT_NONE || b->claim != LAUT_NONE);
    bool bare = cross && (a->claim == LAUT_NONE ? b : a)->told <= 0; /* X bezweifelt das: daran zweifelt X */
    if (!c.words && whole < (bare ? NEAR_NAMED : ALIKE))
        return true;
    double near = 2 * c.weight / (a->weight + b->weight), part = OF_LESSER * c.weight / lesser;
    if (a->frame || b->frame)
        return consider_frame(w, i, k, &c);
    bool same = claims && same_speaker(w, a, b);
    bool own_part = cross && (a->claim == LAUT_NONE) == (a->weight < b->weight); /* the author's is the lesser one */
    if (whole >= ALIKE && whole > near)
        near = whole;
    if ((c.words > 2 || same) && part > near && !(own_part && near < NEAR_PART))
        near = part;
    if (same && is_reported(w->before, a) && OF_LESSER * told_part(&c, a) > near)
        near = OF_LESSER * told_part(&c, a);
    if (same && is_reported(w->after, b) && OF_LESSER * told_part(&c, b) > near)
        near = OF_LESSER * told_part(&c, b);
    bool act = cross && is_reported(a->claim == LAUT_NONE ? w->after : w->before, a->claim == LAUT_NONE ? b : a);
    double told = act ? near_act(a, b, &c) : 0;
    if (act && c.told > 0 && told < NEAR_CROSS && told_part(&c, a->claim == LAUT_NONE ? b : a) >= CONTAINED && names_speaker(w, a, b))
        told = NEAR_CROSS; /* Händler verwiesen auf Gewinne; die Aktie fiel, was Händler mit Gewinnen erklärten */
    if (told > near) /* die Bauern rechnen mit einer schlechten Ernte; die Ernte wird schlecht */
        near = told;
    if (cross && near < NEAR_CROSS && (whole >= NEAR_NAMED || (c.words > 2 && part >= NEAR_NAMED)) &&
        (c.unnamed > 0 || bare) && names_speaker(w, a, b))
        near = NEAR_CROSS;
    const lt_statement *claimed = a->claim == LAUT_NONE ? b : a;
    if (cross && near < NEAR_CROSS && c.words && claimed->told > 0 && c.weight >= CONTAINED_OWN * claimed->weight && names_speaker(w, a, b))
        near = NEAR_CROSS; /* sie sei beschämt; Ada Brandt, die sich beschämt äußerte */
    if (cross && near < NEAR_CROSS && c.unnamed > 0 && c.words && near_besides_names(w, a, b, &c) >= NEAR_BESIDES && names_speaker(w, a, b))
        near = NEAR_CROSS;
    double enough = cross && c.number              ? NEAR_CROSS_NUMBER
                    : cross                        ? NEAR_CROSS
                    : same && c.number             ? CONTAINED_NUMBER
                    : same || (claims && c.number) ? NEAR_SAME
                                                   : NEAR;
    if (claims && !same && c.words <= 2 && !c.number && whole < ALIKE) /* one word in common */
        near = 0;
    if (near < enough)
        return !may_be_reworded(w, a, b, &c, same) || add_pair(w, near - WEAK, i, k);
    double bonus = (same ? BONUS_SPEAKER : 0) + (cross ? 0 : BONUS_SORT) +
                   (is_direct(w->before, a) == is_direct(w->after, b) ? BONUS_DIRECT : 0) -
                   (claims && is_nested(w->before, a) != is_nested(w->after, b) ? MALUS_NESTED : 0);
    return add_pair(w, near + bonus, i, k);
}

/* Look at the statements that share a word. */
static bool gather(work *w, uint32_t i)
{
    const lt_statement *a = &w->before->statements.at[i];
    uint64_t place = (uint64_t)w->before->rank[i] * w->after->statements.count / w->before->statements.count;
    for (uint32_t n = 0; n < a->word_count; n++) {
        uint64_t key = a->words[n].key;
        size_t from = find(&w->words, key, 0), to = find(&w->words, key, UINT32_MAX);
        if (to - from > LOOK) {
            size_t middle = find(&w->words, key, (uint32_t)place);
            size_t first = middle - from > LOOK / 2 ? middle - LOOK / 2 : from;
            from = to - first > LOOK ? first : to - LOOK;
            to = from + LOOK;
        }
        for (size_t p = from; p < to; p++) {
            uint32_t k = w->words.at[p].statement;
            if (w->seen[k] == i + 1)
                continue;
            w->seen[k] = i + 1;
            if (!consider(w, i, k))
                return false;
        }
    }
    return true;
}

/* Whether the words of a claim without a partner stand in the other one. */
static bool goes_with(const work *w, const lt_statement *a, const lt_statement *b, const lt_statement *whole,
                      const lt_statement *part)
{
    common c = compare(whole, part);
    bool own = part->claim == LAUT_NONE && whole->claim != LAUT_NONE;
    if (part->word_count && c.weight >= (own ? CONTAINED_OWN : CONTAINED) * part->weight)
        return true;
    bool reported = is_reported(part == a ? w->before : w->after, part) && told_part(&c, part) >= CONTAINED;
    if (a->claim == LAUT_NONE || b->claim == LAUT_NONE)
        return reported && names_speaker(w, a, b);
    if (!c.words)
        return reported && same_speaker(w, a, b);
    /* what the author says took the place of the claim: two sentences that became one */
    const lt_statement *taken = whole->partner == LAUT_NONE ? NULL
                                : whole == a ? &w->after->statements.at[whole->partner]
                                             : &w->before->statements.at[whole->partner];
    double enough = c.number                                        ? CONTAINED_NUMBER
                    : taken && taken->claim == LAUT_NONE            ? NEAR_SAME
                                                                    : CONTAINED_SAME;
    return (c.weight >= enough * part->weight || reported) && same_speaker(w, a, b);
}

/* Of one speaker, with a common word, at the same place. */
static bool is_weak(const pair *p) { return p->score < -LAST; }

/* Statements that have no partner yet become partners. */
static void join(work *w, uint32_t before, uint32_t after)
{
    lt_statement *a = &w->before->statements.at[before], *b = &w->after->statements.at[after];
    if (a->partner == LAUT_NONE && b->partner == LAUT_NONE) {
        a->partner = after;
        b->partner = before;
    }
}

/* Two claims of one speaker that have no partner, wherever they stand. */
static bool are_left(const work *w, uint32_t before, uint32_t after)
{
    const lt_statement *a = &w->before->statements.at[before], *b = &w->after->statements.at[after];
    return a->partner == LAUT_NONE && b->partner == LAUT_NONE && a->claim != LAUT_NONE && b->claim != LAUT_NONE &&
           !a->frame && !b->frame && same_speaker(w, a, b);
}

/* The claims without a partner. To be freed. */
static uint32_t *list_left(const lt_version *v, uint32_t *count)
{
    uint32_t *left = malloc((v->document->claims.count + 1) * sizeof *left);
    for (uint32_t i = *count = 0; left && i < v->document->claims.count; i++)
        if (v->statements.at[i].partner == LAUT_NONE)
            left[(*count)++] = i;
    return left;
}

/* What a speaker says in either version and has no partner was told in words of which none is common, more often than it
 * was left out and something else of his put in: of 26 such pairs of claims in tests/diff/ 24. */
static bool take_left(work *w)
{
    uint32_t m, n, *before = list_left(w->before, &m), *after = list_left(w->after, &n);
    for (uint32_t i = 0; before && after && i < m; i++) {
        uint32_t place = (uint32_t)((uint64_t)i * n / m);
        for (uint32_t off = 0; off <= LOOK; off++) {
            if (off <= place && place - off < n && are_left(w, before[i], after[place - off]))
                join(w, before[i], after[place - off]);
            if (place + off < n && are_left(w, before[i], after[place + off]))
                join(w, before[i], after[place + off]);
        }
    }
    bool done = before && after;
    free(before);
    free(after);
    return done;
}

/* Brandt verteidigte den Plan. Er sei gut, sagte sie: an act that leads to what its speaker is told to say, which the other
 * version keeps, is implied there. */
static void take_implied(work *w, lt_version *v)
{
    uint32_t n = v->document->claims.count;
    for (uint32_t i = 0; i + 1 < n; i++) {
        lt_statement *act = &v->statements.at[i], *said = &v->statements.at[i + 1];
        lt_hand x, y;
        if (act->partner != LAUT_NONE || !is_reported(v, act) || is_reported(v, said) || said->partner == LAUT_NONE || said->sentence > act->sentence + 1 ||
            !lt_speaker_of(&v->document->claims.at[i], &x) || !lt_speaker_of(&v->document->claims.at[i + 1], &y) || x.party == LAUT_NONE || x.party != y.party)
            continue;
        lt_version *other = v == w->before ? w->after : w->before;
        if (other->statements.at[said->partner].claim == LAUT_NONE)
            continue;
        /* Grothe bezweifelte das. Der Steg sei alt, sagte er; Brandt bezweifelte das. Der Steg sei alt, sagte sie: the acts, too */
        uint32_t k = said->partner ? said->partner - 1 : LAUT_NONE;
        lt_statement *like = k == LAUT_NONE ? NULL : &other->statements.at[k];
        if (like && like->claim != LAUT_NONE && !like->frame && like->partner == LAUT_NONE && is_reported(other, like) &&
            like->sentence + 1 >= other->statements.at[said->partner].sentence && compare(act, like).cue) {
            act->partner = k;
            like->partner = i;
            continue;
        }
        lt_statement *kept = &other->statements.at[said->partner];
        if (!same_speaker(w, v == w->before ? said : kept, v == w->before ? kept : said))
            continue; /* Brandt verteidigte den Plan. Er sei gut, sagte sie; Er sei gut, sagte Grothe: the act is gone */
        act->partner = said->partner;
        act->merged = true;
    }
}

static bool take(work *w)
{
    enum { CLOSE = 1 };
    for (size_t n = 0; n < w->count; n++)
        if (!is_weak(&w->pairs[n]) || w->pairs[n].off <= CLOSE)
            join(w, w->pairs[n].before, w->pairs[n].after);
    for (size_t n = 0; n < w->count; n++)
        if (is_weak(&w->pairs[n]) && are_left(w, w->pairs[n].before, w->pairs[n].after))
            join(w, w->pairs[n].before, w->pairs[n].after);
    if (!take_left(w))
        return false;
    /* what is left goes with what has a partner, where its words stand there and not in that partner */
    for (size_t n = 0; n < w->count; n++) {
        uint32_t i = w->pairs[n].before, k = w->pairs[n].after;
        lt_statement *a = &w->before->statements.at[i], *b = &w->after->statements.at[k];
        if (is_weak(&w->pairs[n]))
            break;
        bool cross = (a->claim == LAUT_NONE) != (b->claim == LAUT_NONE);
        if (a->frame || b->frame) { /* several acts in one sentence */
            lt_statement *told = a->frame ? b : a;
            if (told->partner == LAUT_NONE && is_reported(a->frame ? w->after : w->before, told)) {
                told->partner = a->frame ? i : k;
                told->merged = true;
            }
            continue;
        }
        if (a->partner == LAUT_NONE && b->partner != LAUT_NONE && goes_with(w, a, b, b, a) &&
            !(cross && lt_states(&w->before->statements.at[b->partner], a))) {
            a->partner = k;
            a->merged = true;
        } else if (b->partner == LAUT_NONE && a->partner != LAUT_NONE && goes_with(w, a, b, a, b) &&
                   !(cross && lt_states(&w->after->statements.at[a->partner], b))) {
            b->partner = i;
            b->merged = true;
        }
    }
    return true;
}

/* Whether one of those through whose hands they went is the same. */
static bool share_hand(const work *w, const lt_statement *a, const lt_statement *b)
{
    lt_hand x[LT_MAX_CHAIN], y[LT_MAX_CHAIN];
    uint32_t m = lt_hands_of(w->before, &w->before->document->claims.at[a->claim], x);
    uint32_t n = lt_hands_of(w->after, &w->after->document->claims.at[b->claim], y);
    for (uint32_t i = 0; i < m; i++)
        for (uint32_t k = 0; k < n; k++)
            if (x[i].party != LAUT_NONE && y[k].party != LAUT_NONE && lt_same_hand(w->before, &x[i], w->after, &y[k]))
                return true;
    return false;
}

/* Der Verein trennt sich vom Trainer, teilte er mit; der Trainer muss gehen. Wie der Verein mitteilte, trennt er sich von
 * ihm: the claim that was taken for what the author says is the next one. `v` has the author's statement. */
static void take_restated(work *w, lt_version *v, lt_version *other)
{
    const laut_document *d = v->document;
    uint32_t k = d->claims.count; /* the author's statements are in the order of sentences, as claims are */
    for (uint32_t i = 0; i < d->claims.count; i++) {
        lt_statement *said = &v->statements.at[i];
        if (is_direct(v, said))
            continue;
        while (k < v->statements.count && v->statements.at[k].claim == LAUT_NONE && v->statements.at[k].sentence + 1 < said->sentence)
            k++;
        lt_statement *own = k < v->statements.count ? &v->statements.at[k] : NULL;
        if (!own || own->claim != LAUT_NONE || own->sentence + 1 != said->sentence || own->partner == LAUT_NONE || own->merged ||
            (said->partner != LAUT_NONE && !said->merged && !other->statements.at[said->partner].frame))
            continue;
        lt_statement *taken = &other->statements.at[own->partner];
        bool first = v == w->before;
        if (taken->claim == LAUT_NONE || taken->frame || !compare(taken, said).words ||
            (said->partner != LAUT_NONE && other->statements.at[said->partner].claim != taken->claim) ||
            !share_hand(w, first ? said : taken, first ? taken : said))
            continue;
        if (said->partner != LAUT_NONE && !said->merged)
            other->statements.at[said->partner].partner = LAUT_NONE; /* the sentence as a whole */
        said->partner = own->partner;
        said->merged = false;
        own->partner = LAUT_NONE;
        taken->partner = i;
    }
}

bool lt_align_statements(lt_version *before, lt_version *after, lt_arena *arena)
{
    work w = {.before = before, .after = after};
    word_index earlier = {0};
    w.seen = lt_arena_alloc(arena, (after->statements.count + 1) * sizeof *w.seen);
    known_key *known = calloc(KNOWN_KEYS, sizeof *known);
    bool done = w.seen && known && build(&earlier, before) && build(&w.words, after);
    if (done) {
        double all = before->statements.count + (double)after->statements.count;
        weigh(before, &earlier, &w.words, all, known);
        weigh(after, &earlier, &w.words, all, known);
    }
    for (uint32_t i = 0; done && i < before->statements.count; i++)
        done = gather(&w, i);
    if (done) {
        if (w.count)
            qsort(w.pairs, w.count, sizeof *w.pairs, by_score);
        done = take(&w);
        take_restated(&w, after, before);
        take_restated(&w, before, after);
        take_implied(&w, before);
        take_implied(&w, after);
    }
    free(known);
    free(earlier.at);
    free(w.words.at);
    free(w.pairs);
    return done;
}
