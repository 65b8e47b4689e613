/* Stage 9: claims, as drafts: what the rules found, nested into each other, with frameless ones
 * carried on from what stands before, and reporters put outside the claims that they report.
 *
 * Who the speakers and sources are is the next stage's business (parties.c).
 */
#include <stdlib.h>
#include <string.h>

#include "document.h"
#include "engine/engine.h"
#include "engine/morphology.h"
#include "engine/rules.h"
#include "stages/extent.h"

/* ---------------------------------------------------------------- ranges */

static uint32_t size_of(const lt_ranges *r)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < r->count; i++)
        n += r->at[i].last - r->at[i].first;
    return n;
}

static uint32_t first_of(const lt_ranges *r) { return r->count ? r->at[0].first : UINT32_MAX; }
static uint32_t last_of(const lt_ranges *r) { return r->count ? r->at[r->count - 1].last : 0; }

static bool holds(const lt_ranges *r, uint32_t token)
{
    for (uint32_t i = 0; i < r->count; i++)
        if (token >= r->at[i].first && token < r->at[i].last)
            return true;
    return false;
}

static bool covers(const lt_ranges *outer, const lt_ranges *inner)
{
    for (uint32_t i = 0; i < inner->count; i++) {
        bool held = false;
        for (uint32_t k = 0; k < outer->count && !held; k++)
            held = outer->at[k].first <= inner->at[i].first && outer->at[k].last >= inner->at[i].last;
        if (!held)
            return false;
    }
    return inner->count > 0;
}

/* ---------------------------------------------------------------- drafts */

static lt_ranges words_of(lt_document *d, uint32_t mention)
{
    if (mention == LAUT_NONE)
        return (lt_ranges){0};
    lt_range *r = lt_arena_alloc(&d->arena, sizeof *r);
    if (!r)
        return (lt_ranges){0};
    *r = (lt_range){d->mentions.at[mention].first, d->mentions.at[mention].last};
    return (lt_ranges){r, 1};
}

static void add_source(lt_document *d, lt_draft *c, uint32_t mention, lt_ranges words, lt_ranges cue)
{
    if (mention == LAUT_NONE && !words.count)
        return;
    if (c->source_count == LT_MAX_SOURCES) {
        lt_truncate(d, LAUT_LIMIT_HANDS, first_of(&c->content), last_of(&c->content));
        return;
    }
    c->sources[c->source_count] = mention;
    c->source_words[c->source_count] = words;
    c->source_cues[c->source_count++] = cue;
}

/* Outer contents before inner ones; of equal ones the rule that came first. */
static int by_content(const void *x, const void *y)
{
    const lt_draft *a = x, *b = y;
    uint32_t fa = first_of(&a->content), fb = first_of(&b->content);
    uint32_t la = last_of(&a->content), lb = last_of(&b->content);
    if (fa != fb)
        return fa < fb ? -1 : 1;
    if (la != lb)
        return la > lb ? -1 : 1;
    return a->match < b->match ? -1 : a->match > b->match;
}

/* Sie verurteilten das „auf das Schärfste“: what is quoted is no cue, though it belongs to the verb. */
static lt_ranges outside(lt_document *d, lt_ranges cue, const lt_ranges *quoted)
{
    uint32_t n = 0;
    lt_range *at = lt_arena_alloc(&d->arena, size_of(&cue) * sizeof *at);
    for (uint32_t i = 0; at && i < cue.count; i++)
        for (uint32_t t = cue.at[i].first; t < cue.at[i].last; t++) {
            if (holds(quoted, t))
                continue;
            if (n && at[n - 1].last == t && t > cue.at[i].first)
                at[n - 1].last++;
            else
                at[n++] = (lt_range){t, t + 1};
        }
    return (lt_ranges){at, n};
}

static void make_drafts(lt_document *d)
{
    for (uint32_t i = 0; i < d->matches.count; i++) {
        const lt_match *m = &d->matches.at[i];
        if (m->beaten_by != LAUT_NONE || m->kind == LT_EMIT_SOURCE ||
            (m->kind != LT_EMIT_NO_COMMENT && !m->roles[LT_ROLE_CONTENT].count))
            continue;
        lt_draft *c = lt_push(&d->arena, &d->drafts);
        if (!c)
            return;
        *c = (lt_draft){.match = i, .kind = m->kind, .act = m->act, .medium = m->medium,
                        .sentence = m->sentence, .content = m->roles[LT_ROLE_CONTENT],
                        .cue = m->roles[LT_ROLE_CUE], .frame = m->roles[LT_ROLE_FRAME],
                        .addressee = m->roles[LT_ROLE_ADDRESSEE], .speaker = m->speaker,
                        .speaker_words = m->roles[LT_ROLE_SPEAKER], .continues = LAUT_NONE,
                        .parent = LAUT_NONE, .mouth = LAUT_NONE};
        if (!c->content.count) { /* a no-comment: its sentence */
            lt_range *r = lt_arena_alloc(&d->arena, sizeof *r);
            if (!r)
                return;
            *r = (lt_range){d->sentences.at[m->sentence].first, d->sentences.at[m->sentence].last};
            c->content = (lt_ranges){r, 1};
        }
        if (m->roles[LT_ROLE_CONTENT].count)
            c->sentence = d->sentence_of[first_of(&c->content)];
        if (c->kind == LT_EMIT_DIRECT && c->cue.count)
            c->cue = outside(d, c->cue, &c->content);
        if (!c->speaker_words.count)
            c->speaker_words = words_of(d, c->speaker);
        add_source(d, c, m->source, m->roles[LT_ROLE_SOURCE], c->cue);
    }
    if (d->drafts.count)
        qsort(d->drafts.at, d->drafts.count, sizeof *d->drafts.at, by_content);
}

/* Brandt habe versprochen, dass die Brücke komme, so Grothe: the words by which all of it is given to
 * somebody are no part of what is told within it. */
static void end_before_frames(lt_document *d)
{
    for (uint32_t i = 0; i < d->drafts.count; i++) {
        const lt_draft *outer = &d->drafts.at[i];
        uint32_t end = last_of(&outer->content);
        for (uint32_t k = i + 1; k < d->drafts.count && first_of(&d->drafts.at[k].content) < end; k++) {
            lt_ranges *r = &d->drafts.at[k].content;
            uint32_t last = r->count - 1;
            if (r->at[last].first >= end || r->at[last].last <= end || !holds(&outer->frame, r->at[last].last - 1))
                continue;
            lt_range *own = lt_arena_alloc(&d->arena, r->count * sizeof *own); /* the match keeps its ranges */
            if (!own)
                return;
            memcpy(own, r->at, r->count * sizeof *own);
            own[last].last = end;
            r->at = own;
        }
    }
}

/* The first draft that begins in the sentence or in the one before it. */
static uint32_t near(const lt_document *d, uint32_t sentence)
{
    uint32_t low = 0, high = d->drafts.count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (d->drafts.at[middle].sentence + 1 < sentence)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* … schrieb das Blatt, der „Bote“; nach Informationen des „Boten“: rather than somebody. */
static bool paper(const lt_document *d, uint32_t speaker)
{
    uint8_t type = speaker == LAUT_NONE ? LT_TYPE_PERSON : d->mentions.at[speaker].type;
    return type == LT_TYPE_MEDIA || type == LT_TYPE_ATTRIBUTION || (type == LT_TYPE_THING && d->mentions.at[speaker].named);
}

/* wie das Blatt unter Verweis auf Y meldete: Y speaks, the paper reports. A source that the rule calls
 * no speaker reports the claim as it is: ein Brief, aus dem das Blatt zitiert. */
static void put_mouths_in_front(lt_document *d)
{
    for (uint32_t i = 0; i < d->matches.count; i++) {
        const lt_match *s = &d->matches.at[i];
        if (s->kind != LT_EMIT_SOURCE || s->beaten_by != LAUT_NONE || s->clause == LAUT_NONE)
            continue;
        for (uint32_t k = near(d, s->sentence); k < d->drafts.count && d->drafts.at[k].sentence <= s->sentence + 1; k++) {
            lt_draft *c = &d->drafts.at[k];
            if (d->matches.at[c->match].clause != s->clause || c->kind == LT_EMIT_NO_COMMENT ||
                (c->speaker == s->speaker && !d->matches.at[c->match].carries) || c->source_count)
                continue;
            bool behind = d->matches.at[c->match].sentence != s->sentence;
            if (behind && s->roles[LT_ROLE_SPEAKER].count && !paper(d, c->speaker))
                continue;
            if (!s->roles[LT_ROLE_SPEAKER].count) {
                add_source(d, c, s->source, s->roles[LT_ROLE_SOURCE], (lt_ranges){0});
                continue;
            }
            add_source(d, c, c->speaker, c->speaker_words, c->cue);
            c->speaker = s->speaker;
            c->speaker_words = s->roles[LT_ROLE_SPEAKER];
            c->mouth = behind ? s->sentence : LAUT_NONE;
        }
    }
}

static bool verbal(const lt_document *d, const lt_draft *c)
{
    uint32_t clause = d->matches.at[c->match].clause;
    for (uint32_t i = 0; clause != LAUT_NONE && c->cue.count && i < d->clauses.at[clause].verb_count; i++)
        if (holds(&c->cue, d->clauses.at[clause].verbs[i]))
            return true;
    return false;
}

/* Wie das Blatt berichtet: the clause whose verb is the claim's cue stands beside what it reports. */
static bool beside(const lt_document *d, const lt_draft *c)
{
    uint32_t clause = d->matches.at[c->match].clause;
    const lt_clause *k = clause == LAUT_NONE ? NULL : &d->clauses.at[clause];
    return k && k->kind == LT_SUBORD && k->introducer != LAUT_NONE && holds(&c->cue, k->introducer);
}

/* Grothe, der dabei war, soll den Plan „verfehlt“ genannt haben, sagt X: X tells of the words, and of nothing else. */
static bool hearsay(const lt_document *d, const lt_draft *p, const lt_draft *m)
{
    uint32_t clause = d->matches.at[m->match].clause;
    const lt_clause *k = clause == LAUT_NONE ? NULL : &d->clauses.at[clause];
    if (!k || p->kind != LT_EMIT_INDIRECT || m->kind != LT_EMIT_DIRECT || p->speaker == LAUT_NONE || k->kind != LT_MAIN ||
        !(k->features & LT_F(modal)) || k->passive || k->verb_count < 3 || d->matches.at[p->match].clause == clause ||
        !covers(&p->content, &m->content) || !m->cue.count || !holds(&p->content, first_of(&m->cue)))
        return false;
    for (uint32_t i = 0; i < p->content.count; i++)
        for (uint32_t t = p->content.at[i].first; t < p->content.at[i].last; t++) {
            uint32_t c = d->clause_of[t];
            bool own = c == LAUT_NONE || c == clause || (d->clauses.at[c].kind == LT_RELATIVE && d->clauses.at[c].parent == clause);
            if (!own && !holds(&m->content, t) && d->tokens.at[t].kind == LT_WORD)
                return false;
        }
    return true;
}

static bool same_words(const lt_ranges *a, const lt_ranges *b) { return covers(a, b) && covers(b, a); }

/* Der Damm sei alt, soll Grothe gesagt haben. Das erzählen Gäste: they tell of his words, and claim them not themselves. */
static bool tells_again(const lt_document *d, const lt_draft *p, const lt_draft *m)
{
    uint32_t clause = d->matches.at[m->match].clause;
    return p->kind == LT_EMIT_INDIRECT && m->kind == LT_EMIT_INDIRECT && p->speaker != LAUT_NONE && clause != LAUT_NONE &&
           d->clauses.at[clause].kind == LT_MAIN && d->clauses.at[clause].features & LT_F(modal) && d->clauses.at[clause].verb_count > 2 &&
           m->cue.count && p->cue.count && d->sentence_of[first_of(&p->cue)] > d->sentence_of[first_of(&m->cue)] &&
           same_words(&p->content, &m->content);
}

/* Grothe sagte örtlichen Blättern zufolge, dass …; wie das Blatt berichtet, sagte Grothe, dass …: the phrase is said of the
 * saying. Its own claim gives way to a further hand in the chain of the other. */
static void chain_reporters(lt_document *d)
{
    uint32_t out = 0;
    bool *gone = lt_arena_alloc(&d->arena, d->drafts.count + 1);
    if (!gone)
        return;
    for (uint32_t i = 0; i < d->drafts.count; i++) {
        const lt_draft *p = &d->drafts.at[i];
        for (uint32_t k = near(d, p->sentence); k < d->drafts.count && d->drafts.at[k].sentence <= p->sentence && !gone[i]; k++) {
            lt_draft *m = &d->drafts.at[k];
            if (k == i || gone[k] || (!hearsay(d, p, m) && !tells_again(d, p, m)))
                continue;
            add_source(d, m, p->speaker, p->speaker_words, p->cue);
            gone[i] = true;
        }
        if (gone[i])
            continue;
        bool how = p->kind == LT_EMIT_INDIRECT && p->content.count && beside(d, p);
        if (p->kind != LT_EMIT_INDIRECT || !p->frame.count || (verbal(d, p) && !how))
            continue;
        uint32_t clause = d->clause_of[first_of(how ? &p->content : &p->frame)];
        how = how && clause != LAUT_NONE && d->clauses.at[clause].report != LAUT_NONE;
        if (verbal(d, p) && !how)
            continue;
        for (uint32_t k = near(d, p->sentence); k < d->drafts.count && d->drafts.at[k].sentence <= p->sentence + 1; k++) {
            lt_draft *m = &d->drafts.at[k];
            const lt_match *match = &d->matches.at[m->match];
            bool same = match->clause != LAUT_NONE && match->clause == clause && (verbal(d, m) || m->kind == LT_EMIT_NO_COMMENT);
            bool within = first_of(&m->frame) < first_of(&p->frame) && holds(&m->frame, first_of(&p->frame)); /* so Grothe laut „Bote“ */
            if (k == i || gone[k] || m->sentence > p->sentence + 1 || !(same || within))
                continue;
            if (how && (m->kind == LT_EMIT_REPORTED || m->kind == LT_EMIT_NO_COMMENT ||
                        (m->kind == LT_EMIT_DIRECT && d->tokens.at[first_of(&m->content) - 1].kind != LT_COLON)))
                continue; /* what it tells besides is lost with it */
            if (!m->cue.count || !holds(&p->content, first_of(&m->cue)) ||
                (m->kind != LT_EMIT_NO_COMMENT && holds(&m->content, first_of(&p->frame)) &&
                 m->kind != LT_EMIT_REPORTED))
                continue;
            add_source(d, m, p->speaker, p->speaker_words, p->cue);
            if (!m->addressee.count)
                m->addressee = p->addressee; /* …, wie er dem Sender sagte */
            gone[i] = true;
        }
    }
    for (uint32_t i = 0; i < d->drafts.count; i++)
        if (!gone[i])
            d->drafts.at[out++] = d->drafts.at[i];
    d->drafts.count = out;
}

/* Where the contents of the first drafts end, up to each: what looks back for a content that reaches to
 * a token stops where none can. */
static uint32_t *reaches(lt_document *d)
{
    uint32_t *reach = lt_arena_alloc(&d->arena, (d->drafts.count + 1) * sizeof *reach);
    for (uint32_t i = 0; reach && i < d->drafts.count; i++) {
        uint32_t last = last_of(&d->drafts.at[i].content);
        reach[i] = i && reach[i - 1] > last ? reach[i - 1] : last;
    }
    return reach;
}

static void nest(lt_document *d, const uint32_t *reach)
{
    for (uint32_t i = 0; i < d->drafts.count; i++) {
        lt_draft *c = &d->drafts.at[i];
        uint32_t best = UINT32_MAX, own = size_of(&c->content), last = last_of(&c->content);
        if (c->kind == LT_EMIT_NO_COMMENT)
            continue;
        for (uint32_t k = i; k-- > 0 && reach[k] >= last;) {
            const lt_draft *p = &d->drafts.at[k];
            if (p->sentence + 8 < c->sentence)
                break;
            uint32_t size = size_of(&p->content);
            if (p->kind != LT_EMIT_NO_COMMENT && size > own && size < best &&
                covers(&p->content, &c->content)) {
                best = size;
                c->parent = k;
            }
        }
    }
}

/* ---------------------------------------------------------------- carrying on */

static bool can_speak(const lt_mention *m)
{
    if (m->pronoun)
        return m->features & (LT_F(pers) | LT_F(dem)) && (m->features & LT_GENDERS) != LT_F(n);
    return m->type != LT_TYPE_THING && m->type != LT_TYPE_ATTRIBUTION && m->type != LT_TYPE_PLACE;
}

/* Whether what follows without a frame is taken for the subject's words: it is told that they say
 * something, or somebody known acts. A pronoun, and whoever is new, wait for a claim further up:
 * Das Amt warnte. Drei Helfer kamen. Es fehle an Booten. */
static bool leads(const lt_document *d, uint32_t clause, uint32_t subject)
{
    const lt_mention *m = &d->mentions.at[subject];
    if (m->pronoun)
        return false;
    bool opens = m->type == LT_TYPE_PERSON && d->sentences.at[m->sentence].paragraph && m->first == d->sentences.at[m->sentence].first;
    return d->clauses.at[clause].report != LAUT_NONE ||
           ((m->definite || m->named || (m->possessive && m->features & LT_F(sg)) || opens) && m->type != LT_TYPE_GROUP &&
            !d->clauses.at[clause].passive);
}

/* Kritik kommt von der Forscherin; Rückendeckung erhielt sie vom Landrat: whose words they are, or LAUT_NONE. */
static uint32_t giver(const lt_document *d, uint32_t clause)
{
    const lt_arguments *of = &d->arguments[clause];
    const lt_mention *by = of->oblique == LAUT_NONE ? NULL : &d->mentions.at[of->oblique];
    if (!by || by->pronoun || !can_speak(by) || by->preposition == LAUT_NONE || !lt_is_agent(d->engine, d->tokens.at[by->preposition].form))
        return LAUT_NONE;
    const uint32_t given[] = {of->subject, of->accusative};
    for (size_t i = 0; i < sizeof given / sizeof *given; i++)
        if (given[i] != LAUT_NONE && lt_entry_has(d->engine, d->mentions.at[given[i]].entry, LT_HAS(frame, giver)))
            return of->oblique;
    return LAUT_NONE;
}

/* Who the sentence is about: the last subject of its main clauses that can speak, or LAUT_NONE.
 * One that leads stays, unless another is told to say something. */
static uint32_t speaking_subject(const lt_document *d, uint32_t sentence, bool *lead)
{
    uint32_t found = LAUT_NONE;
    *lead = false;
    for (uint32_t i = d->first_clause[sentence]; i < d->first_clause[sentence + 1]; i++) {
        const lt_clause *c = &d->clauses.at[i];
        bool says = c->report != LAUT_NONE;
        if ((c->kind != LT_MAIN && c->kind != LT_FRAGMENT) || (*lead && !says))
            continue;
        uint32_t s = giver(d, i);
        if (s != LAUT_NONE) {
            found = s;
            *lead = true;
            continue;
        }
        s = c->passive ? d->arguments[i].agent : d->arguments[i].subject;
        if (s != LAUT_NONE && (can_speak(&d->mentions.at[s]) ||
                               (says && d->mentions.at[s].type == LT_TYPE_PLACE))) {
            found = s;
            *lead = leads(d, i, s);
        }
    }
    return found;
}

/* Er berichtete, sie habe gedroht: „…“: the claim whose content the frame of this one stands in, or
 * LAUT_NONE. */
static uint32_t teller(const lt_document *d, const uint32_t *reach, uint32_t i)
{
    const lt_draft *c = &d->drafts.at[i];
    if (c->kind != LT_EMIT_DIRECT || c->parent != LAUT_NONE || !c->cue.count)
        return LAUT_NONE;
    for (uint32_t k = i; k-- > 0 && d->drafts.at[k].sentence == c->sentence && reach[k] > first_of(&c->cue);) {
        const lt_draft *p = &d->drafts.at[k];
        if (!p->dropped && (p->kind == LT_EMIT_INDIRECT || p->kind == LT_EMIT_INDIRECT_FREE_INDIRECT) &&
            holds(&p->content, first_of(&c->cue)))
            return k;
    }
    return LAUT_NONE;
}

/* The claims so far that are no part of another: the last one that ends in each sentence, has its cue or names who speaks there. */
typedef struct {
    lt_document *d;
    const uint32_t *reach;
    uint32_t *last; /* of each sentence */
} past;

static void pass(past *p, uint32_t i)
{
    const lt_document *d = p->d;
    const lt_draft *c = &d->drafts.at[i];
    if (c->dropped || c->parent != LAUT_NONE || c->kind == LT_EMIT_NO_COMMENT || teller(d, p->reach, i) != LAUT_NONE)
        return;
    uint32_t last = last_of(&c->content);
    p->last[last ? d->sentence_of[last - 1] : c->sentence] = i;
    p->last[c->cue.count ? d->sentence_of[first_of(&c->cue)] : c->sentence] = i;
    if (c->mouth != LAUT_NONE)
        p->last[c->mouth] = i;
}

/* The claim of those that have passed that ends in the sentence (or reaches into it) and is no part of another. */
static uint32_t claim_in(const past *p, uint32_t sentence, uint32_t below)
{
    uint32_t k = p->last[sentence];
    if (k == LAUT_NONE || (k + 1 < below && p->d->drafts.at[k + 1].sentence + 12 < sentence))
        return LAUT_NONE; /* a quotation over many sentences */
    return k;
}

/* The last document that the sentence names: In der Studie werden Fälle aufgezählt. */
static uint32_t paper_in(const lt_document *d, uint32_t sentence)
{
    for (uint32_t i = d->first_clause[sentence + 1]; i-- > d->first_clause[sentence];) {
        uint32_t m = d->arguments[i].oblique;
        if (m != LAUT_NONE && d->mentions.at[m].type == LT_TYPE_DOCUMENT &&
            d->quote_of[d->mentions.at[m].first] == LAUT_NONE)
            return m;
    }
    return LAUT_NONE;
}

/* The claim has the hands of another one. */
static void take_over(lt_draft *c, const lt_draft *p)
{
    c->speaker = p->speaker;
    c->speaker_words = p->speaker_words;
    c->source_count = p->source_count;
    memcpy(c->sources, p->sources, sizeof c->sources);
    memcpy(c->source_words, p->source_words, sizeof c->source_words);
    memcpy(c->source_cues, p->source_cues, sizeof c->source_cues);
}

enum { REACH = 8 }; /* sentences that a frameless claim looks back */

/* Brandt schrieb, man müsse „alles prüfen und neu bewerten.“: who is told to say something in the
 * sentence of a quotation, in front of it; or LAUT_NONE. */
static uint32_t told_by(const lt_document *d, uint32_t token, uint32_t own)
{
    uint32_t sentence = d->sentence_of[token];
    for (uint32_t i = d->first_clause[sentence + 1]; i-- > d->first_clause[sentence];) {
        const lt_clause *c = &d->clauses.at[i];
        if (c->kind != LT_MAIN || c->report == LAUT_NONE || c->finite >= token || c->features & LT_F(subj1) ||
            d->quote_of[c->finite] != LAUT_NONE || i == own)
            continue; /* LAUT_NONE is behind every token; Der Post lautete: „…“ is not said by the Post */
        uint32_t s = c->passive ? d->arguments[i].agent : d->arguments[i].subject;
        if (s != LAUT_NONE && can_speak(&d->mentions.at[s]))
            return s;
    }
    return LAUT_NONE;
}

/* How many mentions stand in the sentence and those before it. */
static uint32_t mentions_up_to(const lt_document *d, uint32_t sentence)
{
    uint32_t low = 0, high = d->mentions.count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (d->mentions.at[middle].sentence <= sentence)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Otto Brandt lacht. Ob er bleibe? „Ja.“: a question in between */
static bool asks(const lt_document *d, uint32_t sentence)
{
    const lt_token *last = &d->tokens.at[d->sentences.at[sentence].last - 1];
    return last->kind == LT_STOP && d->text.bytes[last->begin] == '?';
}

/* Sie liest. … Sie winkt ab: most likely the same one. */
static bool same_pronoun(const lt_document *d, uint32_t a, uint32_t b)
{
    return d->mentions.at[a].lemma == d->mentions.at[b].lemma && d->mentions.at[a].features & d->mentions.at[b].features & LT_GENDERS;
}

/* Otto Brandt steht unter Druck. Er soll Akten gefälscht haben: that is told of him, not by him. */
static bool is_told_of(const lt_document *d, const lt_draft *c, uint32_t person)
{
    uint32_t clause = c->kind == LT_EMIT_FREE_INDIRECT && c->content.count ? d->clause_of[first_of(&c->content)] : LAUT_NONE;
    uint32_t subject = clause == LAUT_NONE ? LAUT_NONE : d->arguments[clause].subject;
    const lt_mention *who = &d->mentions.at[person], *of = subject == LAUT_NONE ? NULL : &d->mentions.at[subject];
    return of && of->pronoun && of->features & LT_F(pers) && who->type == LT_TYPE_PERSON && of->features & who->features & LT_NUMBERS &&
           (of->features & who->features & LT_GENDERS || !(who->features & LT_GENDERS));
}

/* Auf dem Schild steht: „…“ A sign says no more than that: what follows is somebody else's. */
static bool is_sign(const lt_document *d, uint32_t claim)
{
    uint32_t s = claim == LAUT_NONE || d->drafts.at[claim].kind != LT_EMIT_DIRECT ? LAUT_NONE : d->drafts.at[claim].speaker;
    return s != LAUT_NONE && lt_entry_has(d->engine, d->mentions.at[s].entry, LT_HAS(traits, sign));
}

/* 212 Beschwerden seien eingegangen: so many papers are none that says what follows. */
static bool counted(const lt_document *d, const lt_mention *m)
{
    bool number = false;
    for (uint32_t t = m->first; t < m->head; t++)
        number |= d->tokens.at[t].kind == LT_NUMBER;
    return number && (m->features & LT_NUMBERS) == LT_F(pl);
}

static bool is_definite(const lt_document *d, const lt_mention *m)
{
    return m->definite || (m->preposition != LAUT_NONE && d->tokens.at[m->preposition].sum.features & LT_F(contr)); /* im Papier */
}

/* Whether the sentence holds no words of anybody's: Die Werft widersprach; Otto Grothe kennt den Bericht. */
static bool says_nothing(const past *p, uint32_t sentence, uint32_t below)
{
    uint32_t k = claim_in(p, sentence, below);
    return !p->d->sentences.at[sentence].heading && (k == LAUT_NONE || p->d->drafts.at[k].kind == LT_EMIT_REPORTED);
}

/* An anderer Stelle heißt es: „…“: rather in a paper than by who was heard in between. */
static bool is_written(const lt_document *d, const lt_draft *c)
{
    uint32_t clause = d->matches.at[c->match].clause;
    return c->kind == LT_EMIT_DIRECT && c->cue.count && clause != LAUT_NONE && d->clauses.at[clause].report != LAUT_NONE &&
           lt_cell_has(lt_entry_cell(d->engine, d->clauses.at[clause].report, "frame"), "doc");
}

/* Whether what is known later on may be so from the mention: a document, or as much as one: Sie verwies auf
 * Zahlen des Amts. `said` is the claim in its sentence. */
static bool is_paper(const lt_document *d, uint32_t mention, uint32_t said)
{
    const lt_mention *m = &d->mentions.at[mention];
    uint32_t whose = m->type == LT_TYPE_ATTRIBUTION ? m->attribute : LAUT_NONE;
    bool figures = whose != LAUT_NONE && d->mentions.at[whose].type == LT_TYPE_ORGANIZATION &&
                   !(said != LAUT_NONE && d->drafts.at[said].speaker == mention);
    return (m->type == LT_TYPE_DOCUMENT || figures) && !lt_is_part_of_verb(d, m) && d->quote_of[m->first] == LAUT_NONE;
}

/* demnach: what the sentence before names as a document says it, or the one before that: In dem Bericht ist von
 * Rost die Rede. Die Werft widersprach. Demnach …: of the paper, still. But: Sein Vorwurf: … */
static uint32_t paper_meant(const past *p, uint32_t i)
{
    const lt_document *d = p->d;
    const lt_draft *c = &d->drafts.at[i];
    if (!c->cue.count || !c->sentence || *lt_possessive_owner(d, first_of(&c->cue)) ||
        (c->frame.count && c->frame.at[0].last - c->frame.at[0].first > 1 && *lt_possessive_owner(d, c->frame.at[0].first + 1))) /* nach seiner Rechnung */
        return LAUT_NONE;
    bool written = is_written(d, c);
    for (uint32_t m = mentions_up_to(d, c->sentence - 1); m-- > 0;) {
        uint32_t there = d->mentions.at[m].sentence, said = claim_in(p, there, i);
        bool far = there + 1 < c->sentence;
        if (there + 2 < c->sentence || (far && !written && !says_nothing(p, c->sentence - 1, i)))
            break;
        bool spoke = said != LAUT_NONE && d->drafts.at[said].speaker == m;
        if (counted(d, &d->mentions.at[m]) || (far && !spoke && !(written && is_definite(d, &d->mentions.at[m]))))
            continue;
        /* Laut Bericht ist Geld ohne schriftlichen Vertrag geflossen, die Werft habe gezahlt. Weiter heißt es: in the Bericht */
        if (!far && said != LAUT_NONE && d->drafts.at[said].carried && d->drafts.at[said].speaker != LAUT_NONE &&
            d->mentions.at[d->drafts.at[said].speaker].type == LT_TYPE_DOCUMENT && !is_definite(d, &d->mentions.at[m]))
            continue;
        if (is_paper(d, m, said))
            return m;
    }
    return LAUT_NONE;
}

/* The claim is the paper's; who passed on there what it says does so here. */
static void give_to_paper(const past *p, uint32_t i, uint32_t paper)
{
    lt_document *d = p->d;
    lt_draft *c = &d->drafts.at[i];
    lt_ranges words = c->speaker_words;
    uint32_t said = claim_in(p, d->mentions.at[paper].sentence, i);
    c->speaker = paper;
    c->speaker_words = words_of(d, paper);
    if (said != LAUT_NONE && d->drafts.at[said].speaker == paper)
        take_over(c, &d->drafts.at[said]);
    if (words.count)
        c->speaker_words = words;
}

/* An earlier claim of the same sentence: „…“, sagte sie, „…“ */
static uint32_t claim_beside(const lt_document *d, uint32_t i)
{
    const lt_draft *c = &d->drafts.at[i];
    for (uint32_t k = i; k-- > 0 && d->drafts.at[k].sentence == c->sentence;)
        if (!d->drafts.at[k].dropped && d->drafts.at[k].parent == LAUT_NONE && d->drafts.at[k].kind != LT_EMIT_NO_COMMENT &&
            !covers(&c->content, &d->drafts.at[k].content))
            return k;
    return LAUT_NONE;
}

/* Whose a frameless claim is. */
typedef struct {
    uint32_t previous; /* the claim that it goes on with */
    uint32_t about;    /* whom its own sentence, or one before, is about; or a document there */
    bool lead;         /* who speaks, whatever was claimed further up */
    uint32_t near;     /* how many sentences back is looked for whom it is about */
    bool unbroken;     /* nobody but the pronoun is the subject of the sentences between */
} origin;

/* What a person said is no statement that is known later on. */
static bool is_known(const lt_document *d, uint32_t claim)
{
    uint32_t voice = d->drafts.at[claim].speaker;
    return voice == LAUT_NONE || (d->mentions.at[voice].type != LT_TYPE_PERSON && !d->mentions.at[voice].pronoun);
}

/* Otto Grothe kennt das. Er winkt ab. „…“: whom the pronoun stands for, if it is somebody who has not spoken yet. */
static uint32_t subject_before(const lt_document *d, uint32_t sentence, origin *o)
{
    bool leads_there, asked = o->unbroken && o->about != LAUT_NONE && d->mentions.at[o->about].pronoun;
    uint32_t there = asked ? speaking_subject(d, sentence, &leads_there) : LAUT_NONE;
    o->unbroken = there != LAUT_NONE && d->mentions.at[there].pronoun && same_pronoun(d, o->about, there);
    return there != LAUT_NONE && leads_there && d->mentions.at[there].named ? there : LAUT_NONE;
}

/* Whom the sentence is about; or the paper that it names. */
static void look_at_subject(const lt_document *d, uint32_t sentence, origin *o)
{
    o->about = speaking_subject(d, sentence, &o->lead);
    o->near += o->about == LAUT_NONE && asks(d, sentence);
    if (o->about == LAUT_NONE) {
        o->about = paper_in(d, sentence);
        o->lead = o->about != LAUT_NONE;
    }
}

/* Looks into the sentence that stands so far back; whether it need go no further. Who has words of his own (den
 * Angaben zufolge) goes on with a claim only: Der Fahrer floh. Den Angaben zufolge …: not his. */
static bool look_back(const past *p, uint32_t i, uint32_t back, bool own, origin *o)
{
    const lt_document *d = p->d;
    uint32_t s = d->drafts.at[i].sentence - back;
    o->previous = claim_in(p, s, i);
    if (is_sign(d, o->previous)) {
        o->previous = LAUT_NONE;
        o->near++;
        return false;
    }
    if (o->previous != LAUT_NONE && own && back > 2 && !is_known(d, o->previous))
        o->previous = LAUT_NONE;
    if (o->previous != LAUT_NONE && !own && back <= o->near && d->drafts.at[o->previous].cue.count &&
        d->drafts.at[o->previous].speaker == LAUT_NONE && !d->drafts.at[o->previous].speaker_words.count) {
        look_at_subject(d, s, o); /* Die Stadt wies den Vorwurf zurück, sie habe gelogen. Das sei falsch: nobody's, then the town's */
        o->previous = o->lead ? LAUT_NONE : o->previous;
    }
    if (o->previous != LAUT_NONE || o->lead || d->sentences.at[s].heading)
        return true;
    if (own)
        return false;
    if (back > o->near) {
        uint32_t there = subject_before(d, s, o);
        if (there != LAUT_NONE)
            o->about = there;
        return there != LAUT_NONE;
    }
    look_at_subject(d, s, o);
    return o->lead;
}

static origin find_origin(const past *p, uint32_t i, bool own)
{
    const lt_document *d = p->d;
    const lt_draft *c = &d->drafts.at[i];
    origin o = {.previous = claim_beside(d, i), .about = LAUT_NONE, .near = 1, .unbroken = true};
    if (c->kind == LT_EMIT_DIRECT && o.previous == LAUT_NONE)
        o.about = told_by(d, first_of(&c->content), d->matches.at[c->match].clause);
    o.lead = o.about != LAUT_NONE;
    bool found = o.previous != LAUT_NONE || o.lead;
    for (uint32_t back = 1; back <= REACH && back <= c->sentence && !found; back++)
        found = look_back(p, i, back, own, &o);
    return o;
}

/* Das Blatt nannte sie laut. Sie selbst lacht. Es sei falsch: the pronoun cannot be who spoke. */
static bool is_another(const lt_document *d, uint32_t about, uint32_t claim)
{
    uint32_t voice = d->drafts.at[claim].speaker;
    const lt_mention *a = &d->mentions.at[about], *b = voice == LAUT_NONE ? NULL : &d->mentions.at[voice];
    return b && (b->type == LT_TYPE_PERSON || b->type == LT_TYPE_MEDIA) && a->pronoun && a->features & LT_F(pers) && (!(a->features & b->features & LT_GENDERS) || !(a->features & b->features & LT_NUMBERS));
}

/* A frameless claim has the speaker of what stands before it. */
static void carry_on(const past *p, uint32_t i)
{
    lt_document *d = p->d;
    lt_draft *c = &d->drafts.at[i];
    c->carried = true;
    /* den Angaben zufolge: these are the words, whosever they are */
    lt_ranges own = c->speaker != LAUT_NONE ? c->speaker_words : (lt_ranges){0};
    uint32_t paper = paper_meant(p, i);
    if (paper != LAUT_NONE) {
        give_to_paper(p, i, paper);
        return;
    }
    origin o = find_origin(p, i, own.count);
    if (o.about != LAUT_NONE && (o.previous == LAUT_NONE || !d->drafts.at[o.previous].speaker_words.count || is_another(d, o.about, o.previous))) {
        uint32_t clause = d->matches.at[c->match].clause;
        bool others = c->kind == LT_EMIT_REPORTED && clause != LAUT_NONE && d->clauses.at[clause].passive && !o.lead; /* Zwei Gäste starben. Als Ursache wird ein Kurzschluss vermutet */
        if (others || is_told_of(d, c, o.about))
            return;
        c->speaker = o.about;
        c->speaker_words = words_of(d, o.about);
        return;
    }
    if (o.previous == LAUT_NONE)
        return;
    c->continues = o.previous;
    take_over(c, &d->drafts.at[o.previous]);
    if (own.count)
        c->speaker_words = own;
}

/* Der Gast winkte ab. „…“, übersetzte der Dolmetscher: who hands it on here does so besides those who did before. */
static void carry_on_told(const past *p, uint32_t i)
{
    lt_document *d = p->d;
    const lt_draft own = d->drafts.at[i];
    carry_on(p, i);
    for (uint32_t k = 0; k < own.source_count; k++)
        add_source(d, &d->drafts.at[i], own.sources[k], own.source_words[k], own.source_cues[k]);
}

/* A quoted part has the speaker of the content that it stands in; without one it was no claim. */
static bool inherit(lt_document *d, uint32_t i)
{
    lt_draft *c = &d->drafts.at[i];
    if (c->parent == LAUT_NONE)
        return false;
    c->carried = d->drafts.at[c->parent].carried;
    take_over(c, &d->drafts.at[c->parent]);
    return true;
}

/* Dem Mann wird Betrug vorgeworfen: nobody is named who does so, but the text has named the body whose
 * business it is. Its words are no part of the claim, unless others were in their place. */
static void accuser(lt_document *d, lt_draft *c)
{
    uint32_t clause = d->matches.at[c->match].clause;
    bool nobody = c->speaker == LAUT_NONE && !c->speaker_words.count, paper = c->carried && c->continues == LAUT_NONE;
    if (!(nobody || paper) || c->kind == LT_EMIT_NO_COMMENT || clause == LAUT_NONE ||
        !d->clauses.at[clause].passive ||
        !lt_entry_has(d->engine, d->clauses.at[clause].report, LT_HAS(act, accusation)))
        return;
    uint32_t first = d->clauses.at[clause].first;
    for (uint32_t m = mentions_up_to(d, d->sentence_of[first]); m-- > 0 && d->mentions.at[m].sentence + REACH >= d->clauses.at[clause].sentence;)
        if (d->mentions.at[m].last <= first && d->quote_of[d->mentions.at[m].first] == LAUT_NONE && lt_entry_has(d->engine, d->mentions.at[m].entry, LT_HAS(traits, accuses))) {
            c->speaker = m;
            c->carried = true;
            if (paper)
                c->speaker_words = words_of(d, m);
            return;
        }
    /* Ihm wird Betrug vorgeworfen. Die Staatsanwaltschaft spricht von …: it is named in the next sentence, as its subject */
    uint32_t next = d->clauses.at[clause].sentence + 1;
    for (uint32_t m = next < d->sentences.count ? mentions_up_to(d, next - 1) : d->mentions.count;
         m < d->mentions.count && d->mentions.at[m].sentence == next; m++) {
        const lt_mention *x = &d->mentions.at[m];
        if (x->clause != LAUT_NONE && d->arguments[x->clause].subject == m && lt_entry_has(d->engine, x->entry, LT_HAS(traits, accuses))) {
            c->speaker = m;
            c->carried = true;
            if (paper)
                c->speaker_words = words_of(d, m);
            return;
        }
    }
    if (paper && c->speaker != LAUT_NONE && d->mentions.at[c->speaker].type == LT_TYPE_PERSON) { /* not the accused himself */
        c->speaker = LAUT_NONE;
        c->speaker_words = (lt_ranges){0};
        c->carried = false;
    }
}

static bool quoted_part(const lt_document *d, const lt_draft *c)
{
    if (c->kind != LT_EMIT_DIRECT)
        return false;
    uint32_t q = d->quote_of[first_of(&c->content)];
    return q != LAUT_NONE && !d->quotes.at[q].whole;
}

/* „Ein Hirte rief: ‚…‘“, sagt X; X sagte, Y habe das „…“ genannt: X reports what somebody else says. */
static bool keeps_speaker(const lt_document *d, const lt_draft *c)
{
    const lt_engine_rule *rule = d->matches.at[c->match].rule;
    return rule->inside || rule->reported;
}

/* Spieler erzählten; sie habe: how many a mention may be, by the verb where it is the subject. */
static uint64_t numbers(const lt_document *d, uint32_t mention)
{
    uint32_t clause = d->mentions.at[mention].clause;
    uint64_t both = LT_F(sg) | LT_F(pl), own = d->mentions.at[mention].features & both;
    uint64_t verb = clause != LAUT_NONE && d->arguments[clause].subject == mention ? d->clauses.at[clause].features & both : both;
    return own & verb ? own & verb : own;
}

/* Die Firma sagte, er habe versprochen, zu kommen: whether the pronoun is somebody else than whoever tells it. */
static bool somebody_else(const lt_document *d, const lt_draft *c)
{
    const lt_draft *p = c->parent == LAUT_NONE ? NULL : &d->drafts.at[c->parent];
    if (!p || p->speaker == LAUT_NONE)
        return p != NULL;
    uint64_t shared = d->mentions.at[c->speaker].features & d->mentions.at[p->speaker].features & LT_GENDERS;
    return !shared || !(numbers(d, c->speaker) & numbers(d, p->speaker));
}

/* Whether the frame of a quoted part is itself something that somebody is said to have said. */
static bool in_content(const lt_document *d, const lt_draft *c)
{
    if (c->parent == LAUT_NONE || !c->cue.count || keeps_speaker(d, c))
        return false;
    const lt_draft *p = &d->drafts.at[c->parent];
    /* er soll ihn als „feigen Lügner“ bezeichnet haben, bevor er ging: his words, whoever tells it */
    if (p->kind == LT_EMIT_FREE_INDIRECT && d->matches.at[p->match].clause == d->matches.at[c->match].clause)
        return false;
    return p->kind != LT_EMIT_DIRECT && p->kind != LT_EMIT_REPORTED && covers(&p->content, &c->cue);
}

/* Somebody rather than a paper: one who can be told of. */
static bool tells(const lt_mention *m)
{
    return m->type == LT_TYPE_PERSON || m->type == LT_TYPE_ORGANIZATION || m->type == LT_TYPE_GROUP || m->type == LT_TYPE_UNNAMED ||
           m->type == LT_TYPE_PLACE; /* die Behauptung Perus */
}

/* X sagte, der Chef habe ihr geraten, das Amt ruhen zu lassen: his words, of which X tells. */
static bool says_there(const lt_document *d, const lt_draft *c)
{
    const lt_draft *p = &d->drafts.at[c->parent];
    uint32_t clause = d->clause_of[c->cue.at[0].first];
    bool plain = clause != LAUT_NONE && d->clauses.at[clause].kind == LT_MAIN && !(d->clauses.at[clause].features & (LT_F(subj1) | LT_F(subj2)));
    /* Das Werk wies die Leute an, früh zu kommen, heißt es aus Firmenkreisen */
    if (clause == LAUT_NONE || (plain && (c->kind != LT_EMIT_INDIRECT || p->kind != LT_EMIT_INDIRECT || p->carried)))
        return false;
    bool said = lt_is(d, c->cue.at[0].first, LT_VERB) || lt_is(d, c->cue.at[0].last - 1, LT_NOUN); /* den Vorwurf, er lüge, habe sie vom Amt gehört */
    return said && !c->carried && c->speaker != LAUT_NONE && !d->mentions.at[c->speaker].pronoun &&
           tells(&d->mentions.at[c->speaker]) && p->kind != LT_EMIT_REPORTED && p->kind != LT_EMIT_DIRECT && covers(&p->content, &c->cue);
}

/* In dem Brief sei von „Zweifeln“ die Rede: the frameless claim around it says no more than whose words they are told by. */
static bool tells_only(const lt_document *d, const lt_draft *c)
{
    const lt_draft *p = c->parent == LAUT_NONE ? NULL : &d->drafts.at[c->parent];
    uint32_t clause = d->matches.at[c->match].clause;
    if (!p || p->kind != LT_EMIT_INDIRECT_FREE_INDIRECT || p->dropped || c->kind != LT_EMIT_DIRECT || !d->matches.at[c->match].rule->reported ||
        clause == LAUT_NONE || d->matches.at[p->match].clause != clause || c->speaker == LAUT_NONE || d->mentions.at[c->speaker].type != LT_TYPE_DOCUMENT)
        return false;
    for (uint32_t t = first_of(&p->content); t < last_of(&p->content); t++) {
        uint32_t k = d->clause_of[t];
        bool own = k == LAUT_NONE || k == clause || (d->clauses.at[k].kind == LT_RELATIVE && d->clauses.at[k].parent == clause);
        if (!own && !holds(&c->content, t) && d->tokens.at[t].kind == LT_WORD)
            return false;
    }
    return true;
}

/* The words take the place of the claim around them: who told that tells them. */
static void take_place(lt_document *d, lt_draft *c)
{
    lt_draft *p = &d->drafts.at[c->parent];
    if (p->speaker != LAUT_NONE && d->mentions.at[p->speaker].type != LT_TYPE_DOCUMENT) /* but: the paper itself, which somebody has told of */
        add_source(d, c, p->speaker, p->speaker_words, (lt_ranges){0});
    for (uint32_t k = 0; k < p->source_count; k++)
        add_source(d, c, p->sources[k], p->source_words[k], p->source_cues[k]);
    p->dropped = true;
    c->parent = p->parent;
}

/* The next word at or behind token i, or `last`. */
static uint32_t word_from(const lt_document *d, uint32_t i, uint32_t last)
{
    while (i < last && d->tokens.at[i].kind != LT_WORD && d->tokens.at[i].kind != LT_NUMBER)
        i++;
    return i;
}

/* Whether the words of range `part` stand in range `whole` in one piece. */
static bool repeats(const lt_document *d, lt_range part, lt_range whole)
{
    for (uint32_t start = word_from(d, whole.first, whole.last); start < whole.last;
         start = word_from(d, start + 1, whole.last)) {
        uint32_t a = word_from(d, part.first, part.last), b = start;
        while (a < part.last && b < whole.last && d->tokens.at[a].folded_size == d->tokens.at[b].folded_size &&
               memcmp(d->tokens.at[a].folded, d->tokens.at[b].folded, d->tokens.at[a].folded_size) == 0) {
            a = word_from(d, a + 1, part.last);
            b = word_from(d, b + 1, whole.last);
        }
        if (a == part.last)
            return true;
    }
    return false;
}

/* „Wir sind keine Helden“ above a text is said by whoever says it in the text. */
static void find_headline(lt_document *d)
{
    enum { TOP = 4, FEWEST = 3 }; /* sentences, words */
    for (uint32_t i = 0; i < d->drafts.count && d->drafts.at[i].sentence < TOP; i++) {
        lt_draft *c = &d->drafts.at[i];
        if (c->dropped || c->kind != LT_EMIT_DIRECT || c->speaker_words.count || !d->sentences.at[c->sentence].heading ||
            c->content.count != 1 || size_of(&c->content) < FEWEST + 2)
            continue;
        for (uint32_t k = i + 1; k < d->drafts.count && !c->speaker_words.count; k++) {
            const lt_draft *p = &d->drafts.at[k];
            bool found = false;
            for (uint32_t r = 0; !p->dropped && p->kind == LT_EMIT_DIRECT && p->speaker_words.count && r < p->content.count; r++)
                found |= repeats(d, c->content.at[0], p->content.at[r]);
            if (found)
                take_over(c, p);
        }
    }
}

int lt_claims_stage(lt_document *d, laut_error *error)
{
    make_drafts(d);
    end_before_frames(d);
    put_mouths_in_front(d);
    chain_reporters(d);
    uint32_t n = d->drafts.count;
    past p = {.d = d, .reach = reaches(d), .last = lt_arena_alloc(&d->arena, (d->sentences.count + 1) * sizeof *p.last)};
    uint32_t *now = lt_arena_alloc(&d->arena, (n + 1) * sizeof *now); /* new index of each draft */
    bool *part = lt_arena_alloc(&d->arena, n + 1); /* has the hands of the content that it stands in */
    if (d->arena.failed)
        return lt_out_of_memory(error);
    memset(p.last, 0xff, (d->sentences.count + 1) * sizeof *p.last);
    nest(d, p.reach);
    for (uint32_t i = 0; i < n; i++) {
        lt_draft *c = &d->drafts.at[i];
        if (i) {
            accuser(d, &d->drafts.at[i - 1]);
            pass(&p, i - 1);
        }
        while (c->parent != LAUT_NONE && d->drafts.at[c->parent].dropped)
            c->parent = d->drafts.at[c->parent].parent;
        if (d->matches.at[c->match].rule->reported && c->speaker != LAUT_NONE && d->mentions.at[c->speaker].pronoun &&
            d->mentions.at[c->speaker].features & LT_F(pers) && !somebody_else(d, c)) {
            c->dropped = true;
            continue;
        }
        /* Wie Brandt sagt, nennt die Stadt den Plan „völlig verfehlt“: Brandt's words */
        if (quoted_part(d, c) && in_content(d, c)) {
            c->cue = c->frame = c->addressee = (lt_ranges){0};
            part[i] = inherit(d, i);
            continue;
        }
        if (!d->matches.at[c->match].carries)
            continue;
        if (quoted_part(d, c) || (c->parent != LAUT_NONE && c->kind == LT_EMIT_DIRECT)) {
            part[i] = inherit(d, i);
            c->dropped = !part[i];
        } else {
            carry_on_told(&p, i);
        }
    }
    if (n)
        accuser(d, &d->drafts.at[n - 1]);
    find_headline(d);
    for (uint32_t i = 0; i < n; i++) {
        lt_draft *c = &d->drafts.at[i];
        if (tells_only(d, c)) {
            take_place(d, c);
            continue;
        }
        if (part[i]) /* X sagte, Y habe geschrieben, dass „…“ genüge: X tells of this, too */
            take_over(c, &d->drafts.at[c->parent]);
        if (c->parent != LAUT_NONE && c->cue.count && (keeps_speaker(d, c) || says_there(d, c)))
            add_source(d, c, d->drafts.at[c->parent].speaker, d->drafts.at[c->parent].speaker_words, (lt_ranges){0});
        uint32_t by = teller(d, p.reach, i);
        if (by != LAUT_NONE && !c->dropped)
            add_source(d, c, d->drafts.at[by].speaker, d->drafts.at[by].speaker_words, (lt_ranges){0});
    }
    uint32_t out = 0;
    for (uint32_t i = 0; i < n; i++) {
        lt_draft c = d->drafts.at[i];
        if (c.parent != LAUT_NONE)
            c.parent = now[c.parent];
        now[i] = c.dropped ? c.parent : out; /* what stood in a dropped one stands in what that stood in */
        if (c.dropped)
            continue;
        if (c.continues != LAUT_NONE)
            c.continues = now[c.continues];
        d->drafts.at[out++] = c;
    }
    d->drafts.count = out;
    return d->arena.failed ? lt_out_of_memory(error) : 0;
}
