/* laut eval GOLD…: how much of annotated articles comes out right.
 *
 * Gold is JSONL, an article a line, of one of two kinds:
 *   - ours: `id`, `text`, `claims` (`kind`, `content` as substrings of the text, `speaker` and
 *     `source` as names or null), `no_comments` (`text`, `speaker`, `source`);
 *   - that of the Wikinews quotation corpus: `tokens`, and `quotations` of token numbers.
 *
 * A gold claim and a claim pair up one to one, best word overlap first. It is found with a word
 * F1 of at least .5, exact with .9; `who said what` counts it only where kind, speaker and
 * source are right as well.
 *
 * Against Wikinews articles a claim is right if a quotation of the same kind overlaps it with a
 * token F1 of .5 and their speakers share a token, or both have none. That corpus joins
 * frameless sentences that follow each other, so there half of the claim's own tokens suffice.
 */
#include <dirent.h>
#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/cli.h"
#include "cli/measure.h"

enum { KINDS = LAUT_FREE_INDIRECT + 1, BINS = 10 };

/* What became of a number of claims. */
typedef struct {
    size_t gold, fired, found, exact, kind, speaker, source, right;
} tally;

/* How the speaker of a claim was found (laut_resolved), or that there is none. */
enum { HOW_NONE = LAUT_UNRESOLVED + 1, HOW_COUNT };

typedef struct {
    char *name;
    tally t;
    size_t fired[HOW_COUNT], right[HOW_COUNT];
} rule_tally;

typedef struct {
    size_t claims, right;
    double sum; /* of confidences */
} bin;

typedef struct {
    laut_engine *engine;
    size_t articles, quotation_articles;
    tally all, kinds[KINDS], quotations;
    size_t gold_silent, fired_silent, right_silent; /* no comments */
    rule_tally *rules;
    size_t rule_count, rule_room;
    bin bins[BINS];
} evaluation;

static int bad_gold(const lt_input *in, const char *what, const char *which)
{
    char place[4200];
    fflush(stdout);
    fprintf(stderr, "%s: %s%.160s\n", lt_input_place(in, place, sizeof place), what, which);
    return LT_WRONG;
}

/* ---------------------------------------------------------------- tallies */

static rule_tally *rule_of(evaluation *e, const char *name)
{
    for (size_t i = 0; i < e->rule_count; i++)
        if (strcmp(e->rules[i].name, name) == 0)
            return &e->rules[i];
    if (e->rule_count == e->rule_room) {
        size_t room = e->rule_room ? e->rule_room * 2 : 64;
        rule_tally *more = realloc(e->rules, room * sizeof *more);
        if (!more)
            return NULL;
        e->rules = more;
        e->rule_room = room;
    }
    char *copy = strdup(name);
    if (!copy)
        return NULL;
    e->rules[e->rule_count] = (rule_tally){.name = copy};
    return &e->rules[e->rule_count++];
}

static void count_confidence(evaluation *e, double confidence, bool right)
{
    int at = (int)(confidence * BINS);
    bin *b = &e->bins[at < 0 ? 0 : at >= BINS ? BINS - 1 : at];
    b->claims++;
    b->right += right;
    b->sum += confidence;
}

/* A pair of a gold claim and one of ours, or how far one of ours is right. */
typedef struct {
    bool found, exact, kind, speaker, source;
} hit;

static bool is_right(hit h) { return h.found && h.kind && h.speaker && h.source; }

static void count_hit(tally *t, hit h)
{
    t->found += h.found;
    t->exact += h.exact;
    t->kind += h.kind;
    t->speaker += h.speaker;
    t->source += h.source;
    t->right += is_right(h);
}

static int count_claim(evaluation *e, const laut_claim *c, hit h)
{
    rule_tally *rule = rule_of(e, c->rule ? c->rule : "?");
    if (!rule)
        return -1;
    int how = c->chain_count ? (int)c->chain[0].resolved : HOW_NONE;
    rule->t.fired++;
    rule->fired[how]++;
    rule->right[how] += is_right(h);
    count_hit(&rule->t, h);
    count_confidence(e, c->confidence, is_right(h));
    return 0;
}

static const char *party_name(const laut_document *d, const laut_link *chain, size_t count,
                              uint32_t at)
{
    size_t parties;
    const laut_party *p = laut_parties(d, &parties);
    return at < count && chain[at].party < parties ? p[chain[at].party].name : NULL;
}

static int add_spans(lt_set *set, const char *text, laut_spans spans)
{
    for (size_t i = 0; i < spans.count; i++)
        if (lt_add_words(set, text, spans.at[i].begin, spans.at[i].end) < 0)
            return -1;
    return 0;
}

/* ---------------------------------------------------------------- our gold */

static const char *find(const char *text, size_t size, const char *part, size_t length)
{
    for (size_t i = 0; length && i + length <= size; i++) {
        const char *at = memchr(text + i, part[0], size - length - i + 1);
        if (!at)
            return NULL;
        if (memcmp(at, part, length) == 0)
            return at;
        i = (size_t)(at - text);
    }
    return NULL;
}

/* The words of the substrings, each sought behind the one before it, else from the start. */
static int locate(const lt_input *in, const json_t *parts, lt_set *out)
{
    size_t from = 0, count = json_is_array(parts) ? json_array_size(parts) : 1;
    for (size_t i = 0; i < count; i++) {
        const json_t *part = json_is_array(parts) ? json_array_get(parts, i) : parts;
        const char *s = json_string_value(part);
        size_t n = json_string_length(part);
        const char *at = s ? find(in->text + from, in->size - from, s, n) : NULL;
        if (s && !at)
            at = find(in->text, in->size, s, n);
        if (!at)
            return bad_gold(in, "gold content is not in the text: ", s ? s : "?");
        size_t begin = (size_t)(at - in->text);
        from = begin + n;
        if (lt_add_words(out, in->text, (uint32_t)begin, (uint32_t)from) < 0)
            return bad_gold(in, "out of memory", "");
    }
    return LT_DONE;
}

/* Gold that is matched: a claim, or a refusal to comment. */
typedef struct {
    lt_set words;
    int kind; /* laut_kind, or -1 */
    const char *speaker, *source;
    bool used;
} entry;

static int kind_named(const char *name)
{
    for (int k = 0; name && k < KINDS; k++)
        if (strcmp(laut_kind_name((laut_kind)k), name) == 0)
            return k;
    return -1;
}

static void free_entries(entry *entries, size_t count)
{
    for (size_t i = 0; entries && i < count; i++)
        lt_set_free(&entries[i].words);
    free(entries);
}

/* The gold entries of a list; `field` holds their words. */
static int read_entries(const lt_input *in, const json_t *list, const char *field, entry *out)
{
    int status = LT_DONE;
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *g = json_array_get(list, i);
        const char *kind = json_string_value(json_object_get(g, "kind"));
        out[i].kind = kind_named(kind);
        out[i].speaker = json_string_value(json_object_get(g, "speaker"));
        out[i].source = json_string_value(json_object_get(g, "source"));
        if (kind && out[i].kind < 0)
            status = bad_gold(in, "no such kind: ", kind);
        else if (locate(in, json_object_get(g, field), &out[i].words) != LT_DONE)
            status = LT_WRONG;
    }
    return status;
}

typedef struct {
    double score;
    size_t gold, claim;
} candidate;

static int by_score(const void *a, const void *b)
{
    const candidate *x = a, *y = b;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    if (x->gold != y->gold)
        return x->gold > y->gold ? -1 : 1;
    return x->claim > y->claim ? -1 : x->claim < y->claim;
}

static void pair_up(evaluation *e, entry *gold, size_t gold_count, entry *ours, size_t count,
                    hit *hits, candidate *room)
{
    size_t n = 0;
    for (size_t i = 0; i < gold_count; i++)
        for (size_t j = 0; j < count; j++) {
            double score = lt_overlap(&gold[i].words, &ours[j].words);
            if (score > 0) /* an equal kind breaks ties */
                room[n++] = (candidate){score + (gold[i].kind == ours[j].kind) * .001, i, j};
        }
    qsort(room, n, sizeof *room, by_score);
    for (size_t k = 0; k < n && room[k].score >= .5; k++) {
        entry *g = &gold[room[k].gold], *o = &ours[room[k].claim];
        if (g->used || o->used)
            continue;
        g->used = o->used = true;
        hit h = {true, room[k].score >= .9, g->kind == o->kind,
                 lt_same_party(g->speaker, o->speaker), lt_same_party(g->source, o->source)};
        hits[room[k].claim] = h;
        count_hit(&e->all, h);
        if (g->kind >= 0)
            count_hit(&e->kinds[g->kind], h);
    }
}

static int compare_claims(evaluation *e, const lt_input *in, const laut_document *d)
{
    const json_t *list = json_object_get(in->record, "claims");
    size_t gold_count = json_array_size(list), count;
    const laut_claim *claims = laut_claims(d, &count);
    entry *gold = calloc(gold_count + 1, sizeof *gold), *ours = calloc(count + 1, sizeof *ours);
    hit *hits = calloc(count + 1, sizeof *hits);
    candidate *room = calloc(gold_count * count + 1, sizeof *room);
    int status = LT_WRONG;
    if (gold && ours && hits && room) {
        status = read_entries(in, list, "content", gold);
        for (size_t j = 0; j < count; j++) {
            const laut_claim *c = &claims[j];
            ours[j].kind = (int)c->kind;
            ours[j].speaker = party_name(d, c->chain, c->chain_count, 0);
            ours[j].source = party_name(d, c->chain, c->chain_count, c->source);
            if (add_spans(&ours[j].words, in->text, c->content) < 0)
                status = LT_WRONG;
        }
        pair_up(e, gold, gold_count, ours, count, hits, room);
        for (size_t i = 0; i < gold_count; i++)
            if (gold[i].kind >= 0)
                e->kinds[gold[i].kind].gold++;
        for (size_t j = 0; j < count; j++) {
            e->kinds[claims[j].kind].fired++;
            if (count_claim(e, &claims[j], hits[j]) < 0)
                status = LT_WRONG;
        }
        e->all.gold += gold_count;
        e->all.fired += count;
    }
    free_entries(gold, gold_count);
    free_entries(ours, count);
    free(hits);
    free(room);
    return status;
}

static int compare_silence(evaluation *e, const lt_input *in, const laut_document *d)
{
    const json_t *list = json_object_get(in->record, "no_comments");
    size_t gold_count = json_array_size(list), count;
    const laut_no_comment *found = laut_no_comments(d, &count);
    entry *gold = calloc(gold_count + 1, sizeof *gold), *ours = calloc(count + 1, sizeof *ours);
    int status = LT_WRONG;
    if (gold && ours) {
        status = read_entries(in, list, "text", gold);
        for (size_t j = 0; j < count; j++) {
            ours[j].speaker = party_name(d, found[j].chain, found[j].chain_count, 0);
            ours[j].source = party_name(d, found[j].chain, found[j].chain_count, found[j].source);
            if (add_spans(&ours[j].words, in->text, found[j].sentence) < 0)
                status = LT_WRONG;
        }
        for (size_t i = 0; i < gold_count; i++)
            for (size_t j = 0; j < count; j++)
                if (!ours[j].used && lt_common(&gold[i].words, &ours[j].words) &&
                    lt_same_party(gold[i].speaker, ours[j].speaker) &&
                    lt_same_party(gold[i].source, ours[j].source)) {
                    ours[j].used = true;
                    e->right_silent++;
                    break;
                }
        e->gold_silent += gold_count;
        e->fired_silent += count;
    }
    free_entries(gold, gold_count);
    free_entries(ours, count);
    return status;
}

/* ---------------------------------------------------------------- the Wikinews corpus */

/* The tokens that the spans touch. */
static int add_tokens(lt_set *set, const laut_document *d, laut_spans spans, const json_t *tokens)
{
    size_t count = json_array_size(tokens);
    for (size_t i = 0; i < spans.count; i++) {
        json_int_t begin = laut_offset(d, spans.at[i].begin, LAUT_CODEPOINT);
        json_int_t end = laut_offset(d, spans.at[i].end, LAUT_CODEPOINT);
        size_t low = 0, high = count;
        while (low < high) { /* the first token that ends behind `begin` */
            size_t middle = (low + high) / 2;
            const json_t *t = json_array_get(tokens, middle);
            if (json_integer_value(json_array_get(t, 1)) > begin)
                high = middle;
            else
                low = middle + 1;
        }
        for (; low < count; low++) {
            const json_t *t = json_array_get(tokens, low);
            if (json_integer_value(json_array_get(t, 0)) >= end)
                break;
            if (lt_set_add(set, (uint32_t)low) < 0)
                return -1;
        }
    }
    return 0;
}

static int add_numbers(lt_set *set, const json_t *numbers)
{
    for (size_t i = 0; i < json_array_size(numbers); i++) {
        json_int_t n = json_integer_value(json_array_get(numbers, i));
        if (lt_set_add(set, n < 0 ? 0 : (uint32_t)n) < 0)
            return -1;
    }
    return 0;
}

/* IndirectFreeIndirect is indirect_free_indirect. */
static bool kind_is(laut_kind kind, const char *name)
{
    const char *k = laut_kind_name(kind);
    for (; name && *name; name++) {
        if (*k == '_')
            k++;
        if ((*name | 32) != *k++)
            return false;
    }
    return name && !*k;
}

static int judge(const laut_document *d, const laut_claim *c, const json_t *tokens,
                 const json_t *quotations, bool *reached, hit *out)
{
    lt_set content = {0}, speaker = {0};
    int result = add_tokens(&content, d, c->content, tokens) |
                 add_tokens(&speaker, d, c->speaker, tokens);
    double best = -1;
    for (size_t i = 0; result == 0 && i < json_array_size(quotations); i++) {
        const json_t *q = json_array_get(quotations, i);
        lt_set words = {0}, names = {0};
        result = add_numbers(&words, json_object_get(q, "quote")) |
                 add_numbers(&names, json_object_get(q, "speaker"));
        double overlap = lt_overlap(&words, &content);
        hit h = {.kind = kind_is(c->kind, json_string_value(json_object_get(q, "kind")))};
        bool joined = c->kind == LAUT_INDIRECT_FREE_INDIRECT || c->kind == LAUT_FREE_INDIRECT;
        h.found = overlap >= .5 || (joined && h.kind && content.count &&
                                    2 * lt_common(&words, &content) >= content.count);
        h.exact = overlap >= .9;
        h.speaker = lt_common(&names, &speaker) || !(names.count || speaker.count);
        h.source = true; /* the corpus does not know it */
        double score = overlap + is_right(h);
        if (h.found)
            reached[i] = true;
        if (h.found && score > best) {
            best = score;
            *out = h;
        }
        lt_set_free(&words);
        lt_set_free(&names);
    }
    lt_set_free(&content);
    lt_set_free(&speaker);
    return result;
}

static int compare_quotations(evaluation *e, const lt_input *in, const laut_document *d)
{
    const json_t *tokens = json_object_get(in->record, "tokens");
    const json_t *quotations = json_object_get(in->record, "quotations");
    size_t gold_count = json_array_size(quotations), count;
    const laut_claim *claims = laut_claims(d, &count);
    bool *reached = calloc(gold_count + 1, sizeof *reached);
    int status = reached ? LT_DONE : LT_WRONG;
    for (size_t j = 0; reached && j < count; j++) {
        hit h = {0};
        if (judge(d, &claims[j], tokens, quotations, reached, &h) < 0 ||
            count_claim(e, &claims[j], h) < 0)
            status = LT_WRONG;
        size_t found = e->quotations.found; /* of the gold: counted below */
        count_hit(&e->quotations, h);
        e->quotations.found = found;
    }
    for (size_t i = 0; reached && i < gold_count; i++)
        e->quotations.found += reached[i];
    e->quotations.gold += gold_count;
    e->quotations.fired += count;
    free(reached);
    return status;
}

/* ---------------------------------------------------------------- the answer */

static int take(void *context, const lt_input *in, bool *stop)
{
    evaluation *e = context;
    (void)stop;
    bool quotations = json_is_array(json_object_get(in->record, "quotations"));
    if (!quotations && !json_is_array(json_object_get(in->record, "claims")))
        return bad_gold(in, "neither \"claims\" nor \"quotations\"", "");
    laut_document *d = lt_analyze_input(e->engine, in, &(laut_options){0});
    if (!d)
        return LT_WRONG;
    int status;
    if (quotations) {
        e->quotation_articles++;
        status = compare_quotations(e, in, d);
    } else {
        e->articles++;
        status = compare_claims(e, in, d) | compare_silence(e, in, d);
    }
    laut_document_free(d);
    return status;
}

static double ratio(size_t a, size_t b) { return b ? (double)a / (double)b : 0; }

static void row(FILE *s, const char *name, size_t hit_count, size_t fired, size_t gold)
{
    double p = ratio(hit_count, fired), r = ratio(hit_count, gold);
    fprintf(s, "%-16s%8.3f%8.3f%8.3f\n", name, p, r, p + r > 0 ? 2 * p * r / (p + r) : 0);
}

static void shares(FILE *s, const tally *t)
{
    fprintf(s, "%8.3f%8.3f%8.3f%8.3f", ratio(t->exact, t->found), ratio(t->kind, t->found),
            ratio(t->speaker, t->found), ratio(t->source, t->found));
}

static void print_ours(const evaluation *e, FILE *s)
{
    const tally *t = &e->all;
    fprintf(s, "%zu articles: %zu gold claims, %zu claims; %zu gold no-comments, %zu "
               "no-comments\n\n", e->articles, t->gold, t->fired, e->gold_silent, e->fired_silent);
    fprintf(s, "%-16s%8s%8s%8s\n", "", "P", "R", "F1");
    row(s, "found", t->found, t->fired, t->gold);
    row(s, "exact", t->exact, t->fired, t->gold);
    row(s, "who said what", t->right, t->fired, t->gold);
    row(s, "no comment", e->right_silent, e->fired_silent, e->gold_silent);
    fprintf(s, "\nOf the claims found\n");
    fprintf(s, "%-16s%24.3f\n", "kind right", ratio(t->kind, t->found));
    fprintf(s, "%-16s%24.3f\n", "speaker right", ratio(t->speaker, t->found));
    fprintf(s, "%-16s%24.3f\n", "source right", ratio(t->source, t->found));

    fprintf(s, "\n%-24s%6s%6s%6s%8s%8s%8s%8s%8s\n", "By kind", "gold", "fired", "found", "exact",
            "kind", "speaker", "source", "F1");
    for (int k = 0; k < KINDS; k++) {
        t = &e->kinds[k];
        if (!t->gold && !t->fired)
            continue;
        fprintf(s, "%-24s%6zu%6zu%6zu", laut_kind_name((laut_kind)k), t->gold, t->fired,
                t->found);
        shares(s, t);
        fprintf(s, "%8.3f\n", 2 * ratio(t->right, t->gold + t->fired));
    }
}

static void print_quotations(const evaluation *e, FILE *s)
{
    const tally *t = &e->quotations;
    fprintf(s, "%zu articles of the Wikinews corpus: %zu quotations, %zu claims\n",
            e->quotation_articles, t->gold, t->fired);
    fprintf(s, "%zu quotations found (R %.3f); %zu claims right (P %.3f)\n", t->found,
            ratio(t->found, t->gold), t->right, ratio(t->right, t->fired));
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const rule_tally *)a)->name, ((const rule_tally *)b)->name);
}

static void tally_row(FILE *s, const char *name, size_t length, const tally *t)
{
    fprintf(s, "%-36.*s%6zu%6zu%6zu", (int)length, name, t->fired, t->found, t->right);
    shares(s, t);
    fprintf(s, "%8.3f\n", ratio(t->right, t->fired));
}

static void tally_head(FILE *s, const char *name)
{
    fprintf(s, "\n%-36s%6s%6s%6s%8s%8s%8s%8s%8s\n", name, "fired", "found", "right", "exact", "kind",
            "speaker", "source", "P");
}

/* The construction that a rule finds: the first two parts of its name, indirect.how of
 * indirect.how.apposition. */
static size_t construction(const char *rule)
{
    const char *dot = strchr(rule, '.');
    return dot ? (size_t)(dot - rule) + 1 + strcspn(dot + 1, ".") : strlen(rule);
}

/* The rules stand in the order of their names, so that those of a construction are neighbours. */
static void print_constructions(const evaluation *e, FILE *s)
{
    tally_head(s, "By construction");
    for (size_t i = 0; i < e->rule_count;) {
        tally sum = {0};
        const char *name = e->rules[i].name;
        size_t length = construction(name);
        for (; i < e->rule_count && construction(e->rules[i].name) == length &&
               strncmp(e->rules[i].name, name, length) == 0; i++) {
            const tally *t = &e->rules[i].t;
            sum.fired += t->fired;
            sum.found += t->found;
            sum.exact += t->exact;
            sum.kind += t->kind;
            sum.speaker += t->speaker;
            sum.source += t->source;
            sum.right += t->right;
        }
        tally_row(s, name, length, &sum);
    }
}

static void print_rules(const evaluation *e, FILE *s)
{
    print_constructions(e, s);
    tally_head(s, "By rule");
    for (size_t i = 0; i < e->rule_count; i++)
        tally_row(s, e->rules[i].name, strlen(e->rules[i].name), &e->rules[i].t);
    fprintf(s, "\n%-16s%8s%12s%8s\n", "By confidence", "claims", "confidence", "right");
    for (int i = 0; i < BINS; i++) {
        const bin *b = &e->bins[i];
        if (b->claims)
            fprintf(s, "%.1f to %.1f      %8zu%12.3f%8.3f\n", i / (double)BINS,
                    (i + 1) / (double)BINS, b->claims, b->sum / (double)b->claims,
                    ratio(b->right, b->claims));
    }
}

static int write_confidence(const evaluation *e, const char *file)
{
    lt_output out;
    if (lt_open_output(&out, file) < 0)
        return LT_WRONG;
    fputs("# How often each rule fired on annotated articles, and how often kind, content,\n"
          "# speaker and source were right (laut eval --write-confidence).\n"
          "# Columns: the rule; how the speaker was found; claims that it made; those that were right.\n"
          "rule\tspeaker\tfired\tright\n", out.stream);
    for (size_t i = 0; i < e->rule_count; i++)
        for (int how = 0; how < HOW_COUNT; how++)
            if (e->rules[i].fired[how])
                fprintf(out.stream, "%s\t%s\t%zu\t%zu\n", e->rules[i].name,
                        how == HOW_NONE ? "none" : laut_resolved_name((laut_resolved)how),
                        e->rules[i].fired[how], e->rules[i].right[how]);
    return lt_close_output(&out) < 0 ? LT_WRONG : LT_DONE;
}

/* ---------------------------------------------------------------- files and directories */

typedef struct {
    char **at;
    int count, room;
} file_list;

/* Takes over `file`; NULL is what an allocation left that failed. */
static int add_file(file_list *list, char *file)
{
    if (file && list->count == list->room) {
        int room = list->room ? list->room * 2 : 16;
        char **more = realloc(list->at, (size_t)room * sizeof *more);
        if (!more) {
            free(file);
            return -1;
        }
        list->at = more;
        list->room = room;
    }
    if (!file)
        return -1;
    list->at[list->count++] = file;
    return 0;
}

static int by_path(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* A directory stands for its *.jsonl files, in the order of their names. */
static int add_directory(file_list *list, const char *name, DIR *directory)
{
    int before = list->count;
    for (const struct dirent *file; (file = readdir(directory));) {
        size_t n = strlen(file->d_name);
        if (n < 7 || strcmp(file->d_name + n - 6, ".jsonl") != 0)
            continue;
        size_t size = strlen(name) + n + 2;
        char *path = malloc(size);
        if (path)
            snprintf(path, size, "%s/%s", name, file->d_name);
        if (add_file(list, path) < 0) {
            lt_cli_complain("out of memory");
            return LT_WRONG;
        }
    }
    if (list->count == before) {
        lt_cli_complain("%s: holds no *.jsonl file", name);
        return LT_WRONG;
    }
    qsort(list->at + before, (size_t)(list->count - before), sizeof *list->at, by_path);
    return LT_DONE;
}

static int list_files(file_list *list, const lt_options *options)
{
    int status = LT_DONE;
    for (int i = 0; i < options->file_count; i++) {
        DIR *directory = opendir(options->files[i]);
        if (directory) {
            status |= add_directory(list, options->files[i], directory);
            closedir(directory);
        } else if (add_file(list, strdup(options->files[i])) < 0) {
            lt_cli_complain("out of memory");
            return LT_WRONG;
        }
    }
    return status;
}

static bool flawless(const evaluation *e)
{
    const tally *t = &e->all, *q = &e->quotations;
    return t->right == t->gold && t->right == t->fired && q->found == q->gold &&
           q->right == q->fired && e->right_silent == e->gold_silent &&
           e->right_silent == e->fired_silent;
}

int lt_eval_command(const lt_options *options)
{
    evaluation e = {.engine = lt_open_engine(options->rules, false)};
    if (!e.engine)
        return LT_WRONG;
    lt_output out;
    int status = LT_WRONG;
    file_list files = {0};
    if (lt_open_output(&out, options->output) == 0) {
        status = list_files(&files, options);
        if (files.count)
            status |= lt_read_inputs(files.at, files.count, LT_INPUT_JSONL, NULL, take, &e);
        if (e.rule_count)
            qsort(e.rules, e.rule_count, sizeof *e.rules, by_name);
        if (e.articles)
            print_ours(&e, out.stream);
        if (e.articles && e.quotation_articles)
            fputc('\n', out.stream);
        if (e.quotation_articles)
            print_quotations(&e, out.stream);
        if (e.articles || e.quotation_articles)
            print_rules(&e, out.stream);
        if (status == LT_DONE && !flawless(&e))
            status = LT_FOUND;
        if (lt_close_output(&out) < 0)
            status = LT_WRONG;
        if (options->write_confidence && write_confidence(&e, options->write_confidence))
            status = LT_WRONG;
    }
    for (int i = 0; i < files.count; i++)
        free(files.at[i]);
    free(files.at);
    for (size_t i = 0; i < e.rule_count; i++)
        free(e.rules[i].name);
    free(e.rules);
    laut_engine_free(e.engine);
    return status;
}
