/* Who is of the same institution: Pfarrer Otto Grothe, die Küsterin, das Kirchenbüro are one side where the text knows but one parish,
 * though nobody says so (lex/institutions.tsv). */
#include <string.h>

#include "audit/sides.h"
#include "engine/engine.h"
#include "stages/offices.h"

/* ---------------------------------------------------------------- kinds */

enum { MAX_KINDS = 32 };

typedef struct {
    const lt_table *words;
    uint32_t word, kind, how;     /* columns */
    const char *kinds[MAX_KINDS]; /* their names, in the order in which they were met */
    unsigned count;
    uint32_t *rows, begins[257];  /* the rows in the order of the first bytes of their words, and where those of each byte begin */
} vocabulary;

static vocabulary vocabulary_of(const lt_document *d)
{
    vocabulary v = {.words = lt_engine_table(d->engine, "lex/institutions.tsv", NULL)};
    v.word = lt_column(v.words, "word");
    v.kind = lt_column(v.words, "institution");
    v.how = lt_column(v.words, "how");
    return v;
}

/* Counted, then put in their places. False without memory. */
static bool sort_rows(vocabulary *v, lt_document *d)
{
    uint32_t next[256], n = v->words->row_count;
    v->rows = lt_arena_alloc(&d->arena, (n + 1) * sizeof *v->rows);
    for (uint32_t r = 0; v->rows && r < n; r++)
        v->begins[(unsigned char)*lt_cell_at(v->words, r, v->word) + 1]++;
    for (unsigned c = 0; c < 256; c++)
        next[c] = v->begins[c + 1] += v->begins[c];
    for (uint32_t r = n; v->rows && r-- > 0;)
        v->rows[--next[(unsigned char)*lt_cell_at(v->words, r, v->word)]] = r;
    return v->rows != NULL;
}

/* The bit of the kind that the row names. */
static uint32_t bit_of(vocabulary *v, uint32_t row)
{
    const char *kind = lt_cell_at(v->words, row, v->kind);
    for (unsigned i = v->count; i-- > 0;)
        if (strcmp(v->kinds[i], kind) == 0)
            return UINT32_C(1) << i;
    if (v->count == MAX_KINDS)
        return 0;
    v->kinds[v->count] = kind;
    return UINT32_C(1) << v->count++;
}

/* The word of the row, or what ends in it, is one of the token's forms: die Küsterin, den Doktoranden. */
static bool is_word_of(const char *word, const lt_token *bare, uint32_t count)
{
    size_t n = strlen(word);
    for (uint32_t i = 0; i < count; i++)
        if (lt_is_role(word, n, &bare[i]) || (*word == '-' && lt_is_role(word + 1, n - 1, &bare[i])))
            return true;
    return false;
}

/* An institution of the kind stands before the mention in its sentence, or in the sentence before. */
static bool is_near(const lt_facts *f, uint32_t m, uint32_t kind)
{
    const lt_mention *x = f->d->mentions.at;
    for (uint32_t k = m; k-- > 0 && x[k].sentence + 1 >= x[m].sentence;)
        if (x[k].type == LT_TYPE_ORGANIZATION && f->institutions[k] & kind)
            return true;
    return false;
}

/* The row's word stands in the mention. */
static void take_row(lt_facts *f, vocabulary *v, uint32_t m, uint32_t row)
{
    const char *how = lt_cell_at(v->words, row, v->how);
    uint32_t kind = bit_of(v, row);
    if (!lt_cell_has(how, "near") || is_near(f, m, kind))
        f->institutions[m] |= kind;
    if (lt_cell_has(how, "one") || lt_cell_has(how, "sole"))
        f->posts[m] = row;
    if (lt_cell_has(how, "only"))
        f->only |= kind;
}

/* Of the mention, behind those before it; of a name those of the words around it. */
static void find_kinds(lt_facts *f, vocabulary *v, uint32_t m)
{
    const lt_document *d = f->d;
    const lt_mention *x = &d->mentions.at[m];
    for (uint32_t t = x->first; !x->pronoun && t < x->core_last && t < x->last; t++) {
        if (!(d->tokens.at[t].flags & LT_CAPITAL) || (x->type == LT_TYPE_PERSON && t >= x->name_first && t < x->name_last))
            continue;
        lt_token bare[LT_MAX_BARE_FORMS];
        uint32_t count = lt_bare_forms(d, &d->tokens.at[t], bare);
        const unsigned char begins[] = {'-', (unsigned char)*d->tokens.at[t].folded};
        for (unsigned k = 0; k < 2; k++)
            for (uint32_t i = v->begins[begins[k]]; i < v->begins[begins[k] + 1]; i++)
                if (is_word_of(lt_cell_at(v->words, v->rows[i], v->word), bare, count))
                    take_row(f, v, m, v->rows[i]);
    }
}

void lt_find_institutions(lt_facts *f)
{
    vocabulary v = vocabulary_of(f->d);
    if (!v.words || !sort_rows(&v, f->d))
        return;
    for (uint32_t m = 0; m < f->d->mentions.count; m++)
        find_kinds(f, &v, m);
}

bool lt_is_of_another_kind(const lt_facts *f, uint32_t m, uint32_t body)
{
    return f->institutions[m] & f->only && !(f->institutions[m] & f->institutions[body]);
}

/* ---------------------------------------------------------------- joining */

static bool is_named(const lt_facts *f, uint32_t m)
{
    const lt_mention *x = &f->d->mentions.at[m];
    return x->name_first < x->name_last;
}

/* Two heads are of two institutions: Intendant, Intendantin; nor are two counsels with a name of one. */
static bool are_two(const lt_facts *f, const vocabulary *v, uint32_t a, uint32_t b)
{
    if (lt_side_of(f, f->party_of[a]) == lt_side_of(f, f->party_of[b]) || !is_named(f, a) || !is_named(f, b))
        return false;
    const char *s = lt_cell_at(v->words, f->posts[a], v->word), *t = lt_cell_at(v->words, f->posts[b], v->word);
    size_t n = strlen(s), m = strlen(t);
    return lt_cell_has(lt_cell_at(v->words, f->posts[a], v->how), "sole") ||
           (strncmp(s, t, n < m ? n : m) == 0 && (n < m ? m - n : n - m) <= 2);
}

/* Nobody else's, as far as the words tell, or of the body itself. */
static bool is_unowned(const lt_facts *f, uint32_t m, uint32_t body)
{
    const lt_document *d = f->d;
    uint32_t owner = d->mentions.at[m].attribute;
    return lt_has_no_owner(d, &d->mentions.at[m], body) ||
           (body != LAUT_NONE && owner != LAUT_NONE && lt_is_named_body(f, owner) && lt_is_same_body(d, body, owner));
}

/* Vorsitzender des Kirchenvorstands: of a part of the same kind; no Institut für Moose, of which there may be another one. */
static bool is_of_part(const lt_facts *f, uint32_t m, uint32_t kind)
{
    uint32_t a = f->d->mentions.at[m].attribute;
    const lt_mention *owner = a == LAUT_NONE ? NULL : &f->d->mentions.at[a];
    return owner && f->institutions[a] & kind && !owner->named && owner->attribute == LAUT_NONE && owner->head + 1 == owner->last;
}

/* A named body of the kind besides `body`, or one by its seat: two clubs. What only tells whose somebody is does not count: die
 * Ärztin der Klinik Hude. */
static bool has_another(const lt_facts *f, uint32_t kind, uint32_t body)
{
    const lt_document *d = f->d;
    for (uint32_t m = 0; m < d->mentions.count; m++) {
        const lt_mention *x = &d->mentions.at[m];
        bool seat = x->type == LT_TYPE_ORGANIZATION && x->attribute != LAUT_NONE && d->mentions.at[x->attribute].type == LT_TYPE_PLACE; /* das Institut in Hude */
        if (!(seat || lt_is_named_body(f, m)) || !(f->institutions[m] & kind) || (body != LAUT_NONE && lt_is_same_body(d, body, m)))
            continue;
        if (x->owner == LAUT_NONE || f->party_of[m] != LAUT_NONE)
            return true;
    }
    return false;
}

/* The named body of the kind that the text names first; else LAUT_NONE. */
static uint32_t body_of_kind(const lt_facts *f, uint32_t kind)
{
    for (uint32_t m = 0; m < f->d->mentions.count; m++)
        if (f->institutions[m] & kind && lt_is_named_body(f, m) && (f->d->mentions.at[m].owner == LAUT_NONE || f->party_of[m] != LAUT_NONE))
            return m;
    return LAUT_NONE;
}

/* Joins who is of an institution of the kind, if there is but one. */
static void join_kind(lt_facts *f, const vocabulary *v, uint32_t kind)
{
    const lt_document *d = f->d;
    uint32_t body = body_of_kind(f, kind), all = LAUT_NONE, head = LAUT_NONE;
    if (has_another(f, kind, body))
        return;
    for (uint32_t m = 0; m < d->mentions.count; m++) {
        if (!(f->institutions[m] & kind) || f->posts[m] == LAUT_NONE || f->party_of[m] == LAUT_NONE || !is_unowned(f, m, body))
            continue;
        if (head != LAUT_NONE && are_two(f, v, head, m))
            return;
        if (head == LAUT_NONE || is_named(f, m))
            head = m;
    }
    for (uint32_t m = 0; m < d->mentions.count; m++) {
        const lt_mention *x = &d->mentions.at[m];
        bool is = !x->possessive && (f->institutions[m] & kind || is_of_part(f, m, kind));
        uint32_t p = !is ? LAUT_NONE : x->type == LT_TYPE_PERSON ? lt_bearer_of(f, m) : lt_party_of_body(f, m);
        if (p == LAUT_NONE || lt_denies(f, p) || d->parties.at[p].type == LAUT_UNNAMED || !(is_unowned(f, m, body) || is_of_part(f, m, kind)))
            continue;
        if (all != LAUT_NONE)
            lt_join_sides(f, p, all);
        all = p;
    }
}

/* Somebody else is named, or a body is what the sentence is about, here before the mention or in the sentence before. `side`: of those
 * who are not somebody else. */
static bool is_near_another(const lt_facts *f, uint32_t m, uint32_t side)
{
    const lt_document *d = f->d;
    for (uint32_t k = m; k-- > 0 && d->mentions.at[k].sentence + 1 >= d->mentions.at[m].sentence;) {
        const lt_mention *x = &d->mentions.at[k];
        uint32_t p = lt_party_of_body(f, k);
        bool subject = x->clause != LAUT_NONE && d->arguments[x->clause].subject == k && x->definite && !lt_is_generic(d, k) && !lt_is_department(d, k);
        bool body = x->type == LT_TYPE_ORGANIZATION && !x->pronoun && (subject || lt_is_named_body(f, k) || (p != LAUT_NONE && f->parties[p].speaks));
        if (body && (p == LAUT_NONE ? !f->institutions[k] : lt_side_of(f, p) != side))
            return true;
    }
    return false;
}

/* The only side that speaks for an institution; or LAUT_NONE. */
static uint32_t only_side(const lt_facts *f)
{
    uint32_t only = LAUT_NONE;
    for (uint32_t m = 0; m < f->d->mentions.count; m++) {
        uint32_t p = f->institutions[m] && f->party_of[m] != LAUT_NONE ? lt_party_of_body(f, m) : LAUT_NONE;
        if (p == LAUT_NONE || !f->parties[p].speaks)
            continue;
        if (only != LAUT_NONE && lt_side_of(f, only) != lt_side_of(f, p))
            return LAUT_NONE;
        only = p;
    }
    return only;
}

/* Die Pressestelle, der Vertrieb, die Leiterin: of whichever institution; of the only one that speaks in the text. */
static void join_parts(lt_facts *f)
{
    const lt_document *d = f->d;
    const lt_table *roles = lt_engine_table(d->engine, "lex/speaks-for.tsv", NULL);
    uint32_t house = only_side(f);
    for (uint32_t m = 0; house != LAUT_NONE && m < d->mentions.count; m++) {
        const lt_mention *x = &d->mentions.at[m];
        uint32_t p = f->party_of[m];
        bool part = p != LAUT_NONE && !x->named && !x->pronoun && d->parties.at[p].type == LAUT_ORGANIZATION && lt_is_department(d, m);
        bool office = p != LAUT_NONE && x->type == LT_TYPE_PERSON && !x->pronoun && roles && lt_has_plain_office(d, roles, x);
        if ((part || office) && lt_has_no_owner(d, x, LAUT_NONE) && !lt_denies(f, p) && !is_near_another(f, m, lt_side_of(f, house)))
            lt_join_sides(f, p, house);
    }
}

void lt_join_institutions(lt_facts *f)
{
    vocabulary v = vocabulary_of(f->d);
    if (!v.words)
        return;
    for (unsigned i = 0; i < MAX_KINDS; i++)
        join_kind(f, &v, UINT32_C(1) << i);
    join_parts(f);
}
