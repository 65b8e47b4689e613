/* laut_audit(): a draft, its prose analysed, what is found in it, and its sourcing in figures. */
#include "audit/report.h"

#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------------- findings */

/* The words, blanks as one: a line that was wrapped anew is the same. */
static uint64_t fingerprint(const char *code, const char *words, size_t size)
{
    uint64_t h = UINT64_C(14695981039346656037);
    for (const char *c = code; *c; c++)
        h = (h ^ (unsigned char)*c) * UINT64_C(1099511628211);
    bool blank = true;
    for (size_t i = 0; i < size; i++) {
        bool now = (unsigned char)words[i] <= ' ';
        if (!now || !blank)
            h = (h ^ (now ? ' ' : (unsigned char)words[i])) * UINT64_C(1099511628211);
        blank = now;
    }
    return h;
}

static int by_place(const void *a, const void *b)
{
    const laut_finding *x = a, *y = b;
    if (x->span.begin != y->span.begin)
        return x->span.begin < y->span.begin ? -1 : 1;
    if (x->span.end != y->span.end)
        return x->span.end < y->span.end ? -1 : 1;
    return strcmp(x->code, y->code);
}

static bool suppressed(const lt_manuscript *m, const laut_finding *f)
{
    for (uint32_t i = 0; i < m->suppressions.count; i++) {
        const lt_suppression *s = &m->suppressions.at[i];
        if (strcmp(s->code, f->code) == 0 &&
            (s->everywhere || (f->span.begin < s->where.end && s->where.begin < f->span.end)))
            return true;
    }
    return false;
}

static bool keep(laut_report *r, const lt_manuscript *m, const lt_document *d, const lt_hits *hits)
{
    for (uint32_t i = 0; i < hits->count; i++) {
        const lt_hit *h = &hits->at[i];
        laut_finding f = {.code = h->rule->rule.name, .severity = (laut_severity)h->rule->severity,
                          .span = lt_manuscript_span(m, h->plain), .message = h->message, .rule = h->index};
        f.fingerprint = fingerprint(f.code, d->text.bytes + h->plain.begin, h->plain.end - h->plain.begin);
        if (h->dropped || suppressed(m, &f))
            continue;
        laut_finding *slot = lt_push(&r->arena, &r->findings);
        if (!slot)
            return false;
        *slot = f;
    }
    if (r->findings.count)
        qsort(r->findings.at, r->findings.count, sizeof *r->findings.at, by_place);
    return true;
}

/* ---------------------------------------------------------------- sourcing */

static int by_words(const void *a, const void *b)
{
    const laut_party_share *x = a, *y = b;
    if (x->words != y->words)
        return x->words > y->words ? -1 : 1;
    return strcmp(x->name, y->name);
}

static bool measure(laut_report *r, const lt_document *d, const lt_facts *f)
{
    laut_sourcing *s = &r->sourcing;
    laut_party_share *shares = lt_arena_alloc(&r->arena, (d->parties.count + 1) * sizeof *shares);
    bool *direct = lt_arena_alloc(&r->arena, d->claims.count + 1);
    if (!shares || !direct)
        return false;
    s->words = f->words;
    s->sentences = f->sentences;
    s->unattributed = f->unattributed;
    for (uint32_t i = 0; i < d->claims.count; i++) {
        const laut_claim *c = &d->claims.at[i];
        uint32_t outer = i;
        while (d->claims.at[outer].parent != LAUT_NONE)
            outer = d->claims.at[outer].parent;
        direct[outer] |= c->kind == LAUT_DIRECT;
        if (f->claims[i].accused != LAUT_NONE) {
            s->accused++;
            s->replies += f->answers[f->claims[i].accused];
        }
    }
    for (uint32_t i = 0; i < d->claims.count; i++) {
        const laut_claim *c = &d->claims.at[i];
        if (!f->claims[i].attributed || f->claims[i].nested)
            continue;
        s->claims++;
        s->direct += direct[i];
        s->second_hand += c->source != LAUT_NONE && c->source > 0 &&
                          d->parties.at[c->chain[c->source].party].type == LAUT_MEDIA;
    }
    for (uint32_t p = 0; p < d->parties.count; p++) {
        const laut_party *x = &d->parties.at[p];
        if (!f->parties[p].claims)
            continue;
        *(x->type == LAUT_UNNAMED || x->type == LAUT_GROUP ? &s->unnamed : &s->named) += 1;
        char *name = lt_arena_copy(&r->arena, x->name, strlen(x->name));
        if (!name)
            return false;
        shares[s->party_count++] = (laut_party_share){name, x->type, f->parties[p].claims, f->parties[p].words};
    }
    if (s->party_count)
        qsort(shares, s->party_count, sizeof *shares, by_words);
    s->parties = shares;
    return true;
}

/* ---------------------------------------------------------------- the report */

static int audit(laut_report *r, const char *text, size_t size, const laut_audit_options *o, laut_error *error)
{
    laut_document *d;
    lt_manuscript m;
    lt_hits hits = {0};
    if (!(r->draft = calloc(1, sizeof *r->draft)))
        return lt_out_of_memory(error);
    if (lt_text_stage(r->draft, text, size, error) < 0)
        return -1;
    if (lt_manuscript_read(&m, &r->arena, r->draft->text.bytes, size, o->markdown) < 0)
        return lt_out_of_memory(error);
    laut_options how = {.id = o->id, .worker = o->worker};
    if (laut_analyze(r->engine, m.plain, m.size, &how, &d, error) < 0)
        return -1;
    lt_facts *facts = lt_facts_of(d, o->known, o->known_count);
    bool good = facts && lt_find_all(d, facts, o, &r->arena, &hits) == 0 && keep(r, &m, d, &hits) &&
                measure(r, d, facts) && !r->arena.failed;
    laut_document_free(d);
    return good ? 0 : lt_out_of_memory(error);
}

int laut_audit(const laut_engine *engine, const char *text, size_t size, const laut_audit_options *options,
               laut_report **out, laut_error *error)
{
    static const laut_audit_options defaults = {0};
    laut_error ignored;
    if (!error)
        error = &ignored;
    memset(error, 0, sizeof *error);
    *out = NULL;
    if (!engine->findings) {
        error->code = LAUT_ERROR_INPUT;
        snprintf(error->message, sizeof error->message, "the engine was opened without findings");
        return -1;
    }
    laut_report *r = calloc(1, sizeof *r);
    if (!r)
        return lt_out_of_memory(error);
    r->engine = engine;
    if (audit(r, text, size, options ? options : &defaults, error) < 0) {
        laut_report_free(r);
        return -1;
    }
    *out = r;
    return 0;
}

void laut_report_free(laut_report *r)
{
    if (!r)
        return;
    laut_document_free(r->draft);
    lt_arena_free(&r->arena);
    free(r);
}

const laut_finding *laut_findings(const laut_report *r, size_t *count)
{
    *count = r->findings.count;
    return r->findings.at;
}

const laut_sourcing *laut_report_sourcing(const laut_report *r) { return &r->sourcing; }
const laut_document *laut_report_draft(const laut_report *r) { return r->draft; }

size_t laut_report_subtract(laut_report *r, const uint64_t *known, size_t count)
{
    size_t kept = 0, all = r->findings.count;
    bool *used = count ? calloc(count, sizeof *used) : NULL;
    for (size_t i = 0; i < all; i++) {
        bool found = false;
        for (size_t k = 0; used && k < count && !found; k++)
            if (!used[k] && known[k] == r->findings.at[i].fingerprint)
                found = used[k] = true;
        if (!found)
            r->findings.at[kept++] = r->findings.at[i];
    }
    free(used);
    r->findings.count = (uint32_t)kept;
    return all - kept;
}

const laut_finding_kind *laut_finding_kinds(const laut_engine *engine, size_t *count)
{
    *count = engine->rules.findings.count;
    return engine->rules.kinds;
}

const char *laut_severity_name(laut_severity severity)
{
    return severity == LAUT_SEVERITY_ERROR ? "error" : severity == LAUT_SEVERITY_WARNING ? "warning" : "note";
}

const char *lt_label(const laut_engine *engine, const char *name, laut_language language)
{
    for (uint32_t i = 0; i < engine->rules.labels.count; i++)
        if (strcmp(engine->rules.labels.at[i].name, name) == 0)
            return engine->rules.labels.at[i].text[language == LAUT_ENGLISH ? LAUT_ENGLISH : LAUT_GERMAN];
    return name;
}
