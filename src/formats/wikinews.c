/* The claims in the conventions of the Wikinews quotation corpus, one line a document, so that
 * published figures can be compared: `id`, and `claims` with kind and the spans of each role.
 *
 * The corpus writes down the same things in another way, and this file translates:
 *   - second hand is two quotations, the reporter's around the speaker's own;
 *   - a quoted part, and a quotation without a frame, repeat the cue and frame that they hang on;
 *   - frameless sentences that follow each other are one quotation, and so are several acts of
 *     one speaker in a sentence (Er lobte den Plan und forderte mehr Geld);
 *   - a reported act is its whole sentence, and has neither cue nor frame;
 *   - a frame in front begins with its sentence, and takes the mark before the content along;
 *   - a pronoun that stands for the sentence before belongs to the content;
 *   - an adverb that stands for the speaker is the speaker;
 *   - denials that are told as an act (Er bestritt dies) are hardly ever written down: they are
 *     left out, as are claims of a rule that is measured to be wrong there mostly.
 */
#include <stdlib.h>
#include <string.h>

#include "formats/flow.h"
#include "formats/formats.h"

typedef struct {
    laut_kind kind;
    laut_spans content, speaker, cue, frame, addressee;
    uint32_t claim;         /* that it was made from */
    uint32_t last_sentence; /* of its content */
} quotation;

typedef struct {
    const lt_view *view;
    lt_arena arena; /* spans that are made here */
    const laut_claim **base; /* for each claim: the one whose frame it hangs on, or NULL */
    const laut_claim **root; /* for each claim: the first with a cue that it carries on or stands in */
    lt_vec(quotation) quotations;
} writer;

static const laut_spans nothing = {0};

/* ---------------------------------------------------------------- spans */

static laut_spans one(writer *w, uint32_t begin, uint32_t end)
{
    laut_span *s = begin < end ? lt_arena_alloc(&w->arena, sizeof *s) : NULL;
    if (!s)
        return nothing;
    *s = (laut_span){begin, end};
    return (laut_spans){s, 1};
}

static uint32_t begin_of(laut_spans s) { return s.at[0].begin; }
static uint32_t end_of(laut_spans s) { return s.at[s.count - 1].end; }

static bool meets(laut_spans s, uint32_t begin, uint32_t end)
{
    for (size_t i = 0; i < s.count; i++)
        if (s.at[i].begin < end && begin < s.at[i].end)
            return true;
    return false;
}

static bool overlap(laut_spans a, laut_spans b)
{
    for (size_t i = 0; i < a.count; i++)
        if (meets(b, a.at[i].begin, a.at[i].end))
            return true;
    return false;
}

static bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
static bool stop(char c) { return c == '.' || c == '!' || c == '?'; }

static uint32_t skip(const writer *w, uint32_t at, uint32_t end)
{
    while (at < end && blank(w->view->text[at]))
        at++;
    return at;
}

static uint32_t skip_back(const writer *w, uint32_t at, uint32_t begin)
{
    while (at > begin && blank(w->view->text[at - 1]))
        at--;
    return at;
}

/* [begin, end) without what `cut` covers, and without blanks at the edges. */
static laut_spans without(writer *w, uint32_t begin, uint32_t end, laut_spans cut)
{
    laut_span *s = lt_arena_alloc(&w->arena, (cut.count + 1) * sizeof *s);
    size_t n = 0;
    if (!s)
        return nothing;
    for (size_t i = 0; i <= cut.count; i++) {
        uint32_t to = i < cut.count && cut.at[i].begin < end ? cut.at[i].begin : end;
        uint32_t from = skip(w, begin, to);
        to = skip_back(w, to, from);
        if (from < to)
            s[n++] = (laut_span){from, to};
        if (i < cut.count && cut.at[i].end > begin)
            begin = cut.at[i].end;
    }
    return (laut_spans){s, n};
}

/* The spans with the last one ending at `end`, the first beginning at `begin`. */
static laut_spans stretched(writer *w, laut_spans old, uint32_t begin, uint32_t end)
{
    laut_span *s = lt_arena_alloc(&w->arena, old.count * sizeof *s);
    if (!s)
        return nothing;
    memcpy(s, old.at, old.count * sizeof *s);
    s[0].begin = begin;
    s[old.count - 1].end = end;
    return (laut_spans){s, old.count};
}

static laut_spans followed_by(writer *w, laut_spans old, laut_span last)
{
    laut_span *s = lt_arena_alloc(&w->arena, (old.count + 1) * sizeof *s);
    if (!s)
        return nothing;
    memcpy(s, old.at, old.count * sizeof *s);
    s[old.count] = last;
    return (laut_spans){s, old.count + 1};
}

/* ---------------------------------------------------------------- sentences */

/* The sentence that holds the byte, or the last one before it. */
static uint32_t sentence_at(const writer *w, uint32_t byte)
{
    size_t low = 0, high = w->view->sentence_count;
    while (high - low > 1 && high > low) {
        size_t middle = (low + high) / 2;
        *(w->view->sentences[middle].span.begin <= byte ? &low : &high) = middle;
    }
    return (uint32_t)low;
}

static laut_span sentence_span(const writer *w, uint32_t byte)
{
    if (!w->view->sentence_count)
        return (laut_span){0, (uint32_t)w->view->size};
    return w->view->sentences[sentence_at(w, byte)].span;
}

static uint32_t without_stop(const writer *w, uint32_t begin, uint32_t end)
{
    end = skip_back(w, end, begin);
    while (end > begin && stop(w->view->text[end - 1]))
        end--;
    return skip_back(w, end, begin);
}

/* ---------------------------------------------------------------- claims */

static const laut_claim *claim_at(const writer *w, uint32_t index)
{
    return index < w->view->claim_count ? &w->view->claims[index] : NULL;
}

static laut_spans speaker_of(const laut_claim *c)
{
    return c->speaker.count || !c->chain_count ? c->speaker : c->chain[0].words;
}

static uint32_t first_party(const laut_claim *c)
{
    return c->chain_count ? c->chain[0].party : LAUT_NONE;
}

static bool frameless(laut_kind kind)
{
    return kind == LAUT_INDIRECT_FREE_INDIRECT || kind == LAUT_FREE_INDIRECT;
}

static bool framed(const laut_claim *c)
{
    return (c->kind == LAUT_DIRECT || c->kind == LAUT_INDIRECT) && c->cue.count + c->frame.count;
}

/* The claim whose frame a claim hangs on: itself, what it carries on, its host. All of these
 * come before it. */
static void find_bases(writer *w)
{
    const lt_view *v = w->view;
    w->base = lt_arena_alloc(&w->arena, (v->claim_count + 1) * sizeof *w->base);
    w->root = lt_arena_alloc(&w->arena, (v->claim_count + 1) * sizeof *w->root);
    for (size_t i = 0; w->base && w->root && i < v->claim_count; i++) {
        uint32_t at = v->order[i];
        const laut_claim *c = &v->claims[at], *next = claim_at(w, c->continues);
        const laut_claim *up = next ? next : claim_at(w, c->parent);
        w->root[at] = c->cue.count || !up ? c : w->root[up - v->claims];
        if (!next && c->kind == LAUT_DIRECT)
            next = claim_at(w, c->parent);
        w->base[at] = framed(c) ? c : next ? w->base[next - v->claims] : NULL;
    }
}

/* Other claims are looked for this many places before and behind a claim. */
enum { NEAR = 24 };

static size_t near_first(const writer *w, const laut_claim *c)
{
    size_t rank = w->view->rank[c - w->view->claims];
    return rank > NEAR ? rank - NEAR : 0;
}

static const laut_claim *near_next(const writer *w, const laut_claim *c, size_t at)
{
    size_t rank = w->view->rank[c - w->view->claims];
    return at <= rank + NEAR && at < w->view->claim_count
               ? &w->view->claims[w->view->order[at]] : NULL;
}

static bool kin(const writer *w, const laut_claim *a, const laut_claim *b)
{
    return a == b || claim_at(w, a->parent) == b || claim_at(w, b->parent) == a;
}

/* Whether a claim that does not stand inside `c` has words in [begin, end). */
static bool taken(const writer *w, const laut_claim *c, uint32_t begin, uint32_t end)
{
    const laut_claim *other;
    for (size_t i = near_first(w, c); (other = near_next(w, c, i)); i++) {
        if (kin(w, c, other))
            continue;
        if (meets(other->content, begin, end) || meets(other->frame, begin, end))
            return true;
    }
    return false;
}

/* Where the words in [begin, end) begin that belong to no other claim than `c`, up to `end`: behind
 * the last of the others, a semicolon, a colon. */
static uint32_t free_from(const writer *w, const laut_claim *c, uint32_t begin, uint32_t end)
{
    const laut_claim *other;
    for (size_t i = near_first(w, c); (other = near_next(w, c, i)); i++) {
        if (kin(w, c, other))
            continue;
        const laut_spans *roles[] = {&other->content, &other->frame};
        for (int r = 0; r < 2; r++)
            for (size_t k = 0; k < roles[r]->count; k++)
                if (roles[r]->at[k].begin < end && roles[r]->at[k].end > begin)
                    begin = roles[r]->at[k].end < end ? roles[r]->at[k].end : end;
    }
    for (uint32_t i = end; i > begin; i--)
        if (w->view->text[i - 1] == ';' || w->view->text[i - 1] == ':')
            begin = i;
    return skip(w, begin, end);
}

/* Whether the rest of a sentence behind a frame goes with it: it holds no words of anybody. */
static bool rest_is_frame(const writer *w, const laut_claim *c, uint32_t begin, uint32_t end)
{
    const laut_claim *other;
    for (size_t i = near_first(w, c); (other = near_next(w, c, i)); i++)
        if (meets(other->content, begin, end) || meets(other->frame, begin, end))
            return false;
    return true;
}

static laut_spans frame_of(writer *w, const laut_claim *c)
{
    laut_spans f = c->frame;
    if (!f.count || !c->content.count)
        return f;
    const char *text = w->view->text;
    uint32_t begin = begin_of(f), end = end_of(f);
    laut_span s = sentence_span(w, begin);
    if (s.begin > begin || s.end < end)
        return f;
    bool before = begin_of(c->content) < begin, behind = end_of(c->content) > end;
    uint32_t left = skip_back(w, begin, s.begin), right = skip(w, end, s.end);
    bool comma_left = left > s.begin && text[left - 1] == ',';
    bool mark_right = right < s.end && (text[right] == ',' || text[right] == ':');
    bool ends_in_mark = text[end - 1] == ',' || text[end - 1] == ':';
    if (!before) {
        if (mark_right && !ends_in_mark && behind)
            end = right + 1;
        if (c->kind == LAUT_DIRECT || mark_right || ends_in_mark)
            begin = free_from(w, c, s.begin, begin);
    } else if (!behind) {
        if (comma_left)
            begin = left - 1;
        if (rest_is_frame(w, c, end, s.end))
            end = s.end;
        end = without_stop(w, begin, end);
    } else if (comma_left && mark_right) {
        begin = left - 1;
        end = right + 1;
    }
    return begin < end ? stretched(w, f, begin, end) : f;
}

/* ---------------------------------------------------------------- from claim to quotation */

static void push(writer *w, quotation q)
{
    quotation *out = lt_push(&w->arena, &w->quotations);
    if (out)
        *out = q;
}

/* A quoted part repeats its host, a quotation without a frame what it carries on. */
static void borrow(writer *w, const laut_claim *c, quotation *q)
{
    const laut_claim *host = claim_at(w, c->parent);
    if (host && first_party(host) != first_party(c))
        return;
    if (host && host->kind == LAUT_REPORTED) {
        q->cue = q->frame = nothing;
        return;
    }
    if (c->cue.count)
        return;
    const laut_claim *hangs_on = host ? host : claim_at(w, c->continues);
    if (!hangs_on)
        return;
    laut_spans named = speaker_of(hangs_on);
    if (named.count)
        q->speaker = named;
    const laut_claim *base = w->base[hangs_on - w->view->claims];
    if (base) {
        q->cue = base->cue;
        q->frame = frame_of(w, base);
    }
}

/* The content in one sentence, the frame in a later one: the word that it begins with, where it
 * is neither cue nor speaker, is the pronoun that stands for the content. */
static void take_pronoun(writer *w, const laut_claim *c, quotation *q)
{
    if (!c->frame.count || begin_of(c->frame) < end_of(c->content))
        return;
    uint32_t begin = begin_of(c->frame), end = end_of(c->frame);
    laut_span s = sentence_span(w, begin);
    if (s.begin < end_of(c->content) || s.begin > begin)
        return;
    uint32_t word = s.begin;
    while (word < end && !blank(w->view->text[word]) && w->view->text[word] != ',')
        word++;
    uint32_t rest = skip(w, word, end);
    if (rest_is_frame(w, c, end, s.end))
        end = s.end;
    end = without_stop(w, begin, end);
    if (begin > rest || end <= rest || meets(c->cue, s.begin, word) ||
        meets(speaker_of(c), s.begin, word) || meets(c->addressee, s.begin, word)) {
        q->frame = stretched(w, c->frame, begin, end > begin ? end : end_of(c->frame));
        return;
    }
    q->content = followed_by(w, q->content, (laut_span){s.begin, word});
    q->frame = stretched(w, c->frame, rest, end);
}

/* One word inside the sentence is the cue, and the speaker stands outside: the word says both. */
static void take_adverb(writer *w, const laut_claim *c, quotation *q)
{
    if (c->cue.count != 1 || !q->speaker.count)
        return;
    laut_span cue = c->cue.at[0], s = sentence_span(w, cue.begin);
    for (uint32_t i = cue.begin; i < cue.end; i++)
        if (blank(w->view->text[i]))
            return;
    bool alone = !c->frame.count ||
                 end_of(c->frame) - begin_of(c->frame) <= cue.end - cue.begin + 1;
    if (alone && !meets(q->speaker, s.begin, s.end))
        q->speaker = c->cue;
}

/* The whole sentence, unless others say something in it too. */
static void widen_act(writer *w, const laut_claim *c, quotation *q)
{
    laut_span s = sentence_span(w, begin_of(c->content));
    uint32_t begin = begin_of(c->content), end = end_of(c->content);
    q->cue = q->frame = nothing;
    if (end > s.end)
        return;
    if (taken(w, c, s.begin, begin))
        s.begin = begin;
    if (taken(w, c, end, s.end))
        s.end = end;
    q->content = one(w, s.begin, s.end);
}

/* The full stop belongs to what has no frame. */
static void widen_frameless(writer *w, quotation *q)
{
    uint32_t end = end_of(q->content);
    laut_span s = sentence_span(w, end ? end - 1 : 0);
    uint32_t to = skip(w, end, s.end);
    while (to < s.end && stop(w->view->text[to]))
        to++;
    if (to > end && skip(w, to, s.end) == s.end)
        q->content = stretched(w, q->content, begin_of(q->content), to);
    q->cue = q->frame = nothing;
}

/* Consecutive frameless sentences of one kind and one speaker are one quotation, and acts of one
 * speaker in one sentence. */
static bool join(writer *w, const laut_claim *c, const quotation *q)
{
    if (claim_at(w, c->parent))
        return false;
    for (uint32_t i = w->quotations.count; i-- > 0;) {
        quotation *last = &w->quotations.at[i];
        const laut_claim *before = claim_at(w, last->claim);
        if (claim_at(w, before->parent))
            continue;
        bool same = last->kind == q->kind && first_party(before) == first_party(c) &&
                    begin_of(q->content) >= end_of(last->content) &&
                    c->sentence <= last->last_sentence + (q->kind != LAUT_REPORTED);
        if (same && first_party(c) == LAUT_NONE)
            same = !last->speaker.count == !q->speaker.count;
        if (!same)
            return false;
        last->content = one(w, begin_of(last->content), end_of(q->content));
        last->last_sentence = q->last_sentence;
        return true;
    }
    return false;
}

/* The quotation of the one who reports what somebody else said: everything in the sentence but
 * the words that name the reporter. Returns false where the claim itself is to bear the
 * reporter's name, because the corpus does not tell the speaker apart. */
static bool second_hand(writer *w, const laut_claim *c, const quotation *inner)
{
    if (c->source == 0 || c->source >= c->chain_count)
        return true;
    const laut_link *said = &c->chain[0], *reports = &c->chain[c->source];
    const laut_claim *host = claim_at(w, c->parent);
    if (reports->party == said->party || !reports->words.count ||
        (host && first_party(host) == reports->party))
        return true;
    laut_span s = sentence_span(w, begin_of(c->content));
    const laut_claim *root = w->root[c - w->view->claims];
    if (root && root->kind != LAUT_DIRECT && overlap(reports->cue, root->cue)) /* it refers to the speaker */
        return false;
    if (!meets(reports->words, s.begin, s.end)) /* carried on: told where it was named */
        return true;

    quotation outer = {.kind = c->kind, .content = inner->content, .speaker = reports->words,
                       .claim = inner->claim, .last_sentence = inner->last_sentence};
    if (overlap(reports->cue, c->cue)) {
        /* It quotes the speaker: the content is the same. */
        outer.cue = inner->cue;
        outer.frame = inner->frame;
        push(w, outer);
        return true;
    }
    if (!reports->cue.count || !meets(reports->cue, s.begin, s.end))
        return true;
    const laut_claim *other;
    for (size_t i = near_first(w, c); (other = near_next(w, c, i)); i++) /* there already */
        if (first_party(other) == reports->party && overlap(other->cue, reports->cue))
            return true;
    uint32_t made = w->quotations.count;
    for (uint32_t i = made > NEAR ? made - NEAR : 0; i < made; i++)
        if (overlap(w->quotations.at[i].cue, reports->cue) &&
            overlap(w->quotations.at[i].speaker, reports->words))
            return true;
    uint32_t begin = begin_of(reports->words), end = end_of(reports->words);
    if (begin_of(reports->cue) < begin)
        begin = begin_of(reports->cue);
    if (end_of(reports->cue) > end)
        end = end_of(reports->cue);
    uint32_t left = skip_back(w, begin, s.begin), right = skip(w, end, s.end);
    if (left > s.begin && w->view->text[left - 1] == ',' && right < s.end &&
        (w->view->text[right] == ',' || stop(w->view->text[right]))) {
        begin = left - 1;
        end = right + (w->view->text[right] == ',');
    }
    outer.kind = LAUT_INDIRECT;
    outer.cue = reports->cue;
    outer.frame = one(w, begin, end);
    outer.content = without(w, s.begin, without_stop(w, s.begin, s.end), outer.frame);
    if (outer.content.count)
        push(w, outer);
    return true;
}

/* Confidence is precision in the corpus's own training articles and ours together. */
#define DOUBTFUL 0.3

static void add_claim(writer *w, uint32_t index)
{
    const laut_claim *c = &w->view->claims[index];
    if (!c->content.count || (c->confidence > 0 && c->confidence < DOUBTFUL) ||
        (c->kind == LAUT_REPORTED && c->act == LAUT_DENIAL))
        return;
    quotation q = {.kind = c->kind, .content = c->content, .speaker = speaker_of(c),
                   .cue = c->cue, .frame = frame_of(w, c), .addressee = c->addressee,
                   .claim = index, .last_sentence = sentence_at(w, end_of(c->content) - 1)};
    switch (c->kind) {
    case LAUT_DIRECT:
        borrow(w, c, &q);
        break;
    case LAUT_INDIRECT: {
        uint32_t last = c->content.at[c->content.count - 1].begin;
        uint32_t end = without_stop(w, last, end_of(c->content));
        if (end > last)
            q.content = stretched(w, c->content, begin_of(c->content), end);
        take_pronoun(w, c, &q);
        take_adverb(w, c, &q);
        break;
    }
    case LAUT_REPORTED:
        widen_act(w, c, &q);
        break;
    case LAUT_INDIRECT_FREE_INDIRECT:
    case LAUT_FREE_INDIRECT:
        widen_frameless(w, &q);
        break;
    }
    if (w->arena.failed || !q.content.count)
        return;
    uint32_t before = w->quotations.count;
    if (!second_hand(w, c, &q))
        q.speaker = c->chain[c->source].words;
    if ((frameless(c->kind) || c->kind == LAUT_REPORTED) && join(w, c, &q))
        return;
    push(w, q);
    /* Of two with the same content the corpus has the speaker's first, the reporter's second. */
    if (c->kind == LAUT_DIRECT && w->quotations.count == before + 2) {
        quotation *last = &w->quotations.at[before], reporter = last[0];
        last[0] = last[1];
        last[1] = reporter;
    }
}

/* ---------------------------------------------------------------- output */

static void role(const writer *w, lt_flow *f, const char *key, laut_spans spans, laut_unit unit)
{
    const laut_document *d = w->view->document;
    lt_key(f, key);
    if (!spans.count) {
        lt_null(f);
        return;
    }
    lt_open(f, '{');
    lt_key(f, "spans");
    lt_open(f, '[');
    for (size_t i = 0; i < spans.count; i++) {
        lt_open(f, '[');
        lt_number(f, laut_offset(d, spans.at[i].begin, unit));
        lt_number(f, laut_offset(d, spans.at[i].end, unit));
        lt_close(f, ']');
    }
    lt_close(f, ']');
    lt_close(f, '}');
}

int lt_write_wikinews(const lt_view *v, const laut_write_options *options, FILE *stream)
{
    writer w = {.view = v};
    lt_flow f = {0};
    find_bases(&w);
    for (size_t i = 0; w.base && w.root && i < v->claim_count; i++)
        add_claim(&w, v->order[i]);
    lt_open(&f, '{');
    lt_key(&f, "id");
    lt_text_or_null(&f, v->document->id);
    lt_key(&f, "claims");
    lt_open(&f, '[');
    for (uint32_t i = 0; i < w.quotations.count; i++) {
        const quotation *q = &w.quotations.at[i];
        lt_open(&f, '{');
        lt_key(&f, "kind");
        lt_plain(&f, laut_kind_name(q->kind));
        role(&w, &f, "content", q->content, options->unit);
        role(&w, &f, "speaker", q->speaker, options->unit);
        role(&w, &f, "cue", q->cue, options->unit);
        role(&w, &f, "frame", q->frame, options->unit);
        role(&w, &f, "addressee", q->addressee, options->unit);
        lt_close(&f, '}');
    }
    lt_close(&f, ']');
    lt_close(&f, '}');
    lt_flow_raw(&f, "\n", 1);
    bool failed = w.arena.failed || f.failed || fwrite(f.at, 1, f.size, stream) != f.size;
    lt_flow_free(&f);
    lt_arena_free(&w.arena);
    return failed ? -1 : 0;
}
