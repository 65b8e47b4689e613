/* Who is of the same institution: Pfarrer Otto Grothe, die Küsterin, das Kirchenbüro are one side where the text knows but one parish,
 * though nobody says so (lex/institutions.tsv). */
#include <string.h>

#include "audit/sides.h"
#include "engine/engine.h"
#include "stages/offices.h"

enum { MAX_KINDS = 32 };

typedef struct {
    lt_facts *f;
    const lt_table *words;
    uint32_t word, kind, how;      /* columns */
    const char *kinds[MAX_KINDS];  /* their names, in the order of the table */
    unsigned kind_count;
    uint32_t *of_mention, *of_party; /* kinds of institution: bits */
} institutions;

/* The bit of the kind that the row names. */
static uint32_t bit_of(institutions *x, uint32_t row)
{
    const char *kind = lt_cell_at(x->words, row, x->kind);
    for (unsigned i = x->kind_count; i-- > 0;)
        if (strcmp(x->kinds[i], kind) == 0)
            return UINT32_C(1) << i;
    if (x->kind_count == MAX_KINDS)
        return 0;
    x->kinds[x->kind_count] = kind;
    return UINT32_C(1) << x->kind_count++;
}

/* The word of the row, or what ends in it, is one of the token's forms: die Küsterin, den Doktoranden. */
static bool is_word_of(const char *word, const lt_token *bare, uint32_t count)
{
    if (*word != '-' && *word != *bare->folded)
        return false;
    size_t n = strlen(word);
    for (uint32_t i = 0; i < count; i++)
        if (lt_is_role(word, n, &bare[i]) || (*word == '-' && lt_is_role(word + 1, n - 1, &bare[i])))
            return true;
    return false;
}

/* An institution of the kind stands before the mention in its sentence, or in the sentence before. */
static bool is_near(const institutions *x, uint32_t m, uint32_t kind)
{
    const lt_document *d = x->f->d;
    for (uint32_t k = m; k-- > 0 && d->mentions.at[k].sentence + 1 >= d->mentions.at[m].sentence;)
        if (d->mentions.at[k].type == LT_TYPE_ORGANIZATION && x->of_mention[k] & kind)
            return true;
    return false;
}

/* The kinds of institution that the noun of the mention is of; of a name those of the words around it. `office`: the row of a post of
 * which an institution has but one, or LAUT_NONE. Those before it are known. */
static uint32_t kinds_of(institutions *x, uint32_t m, uint32_t *office)
{
    const lt_document *d = x->f->d;
    const lt_mention *y = &d->mentions.at[m];
    uint32_t kinds = 0;
    *office = LAUT_NONE;
    if (y->pronoun)
        return 0;
    for (uint32_t t = y->first; t < y->core_last && t < y->last; t++) {
        const lt_token *noun = &d->tokens.at[t];
        if (!(noun->flags & LT_CAPITAL) || (y->type == LT_TYPE_PERSON && t >= y->name_first && t < y->name_last))
            continue;
        lt_token bare[LT_MAX_BARE_FORMS];
        uint32_t count = lt_bare_forms(d, noun, bare);
        for (uint32_t r = 0; r < x->words->row_count; r++) {
            if (!is_word_of(lt_cell_at(x->words, r, x->word), bare, count))
                continue;
            const char *how = lt_cell_at(x->words, r, x->how);
            uint32_t kind = bit_of(x, r);
            if (strcmp(how, "near") != 0 || is_near(x, m, kind))
                kinds |= kind;
            if (strcmp(how, "one") == 0)
                *office = r;
        }
    }
    return kinds;
}

/* Intendant, Intendantin. */
static bool is_same_office(const institutions *x, uint32_t a, uint32_t b)
{
    const char *s = lt_cell_at(x->words, a, x->word), *t = lt_cell_at(x->words, b, x->word);
    size_t n = strlen(s), m = strlen(t);
    return strncmp(s, t, n < m ? n : m) == 0 && (n < m ? m - n : n - m) <= 2;
}

/* Who speaks or is heard of is of some body that the words do not tell. */
static bool is_unowned(const lt_facts *f, uint32_t m, uint32_t body)
{
    const lt_document *d = f->d;
    const lt_mention *x = &d->mentions.at[m];
    uint32_t owner = x->attribute;
    return lt_has_no_owner(d, x, body) || (body != LAUT_NONE && owner != LAUT_NONE && lt_is_named_body(f, owner) && lt_is_same_body(d, body, owner));
}

/* Vorsitzender des Kirchenvorstands: of a part of the same kind; no Institut für Moose, of which there may be another one. */
static bool is_of_part(const institutions *x, uint32_t m, uint32_t kind)
{
    const lt_document *d = x->f->d;
    uint32_t a = d->mentions.at[m].attribute;
    const lt_mention *owner = a == LAUT_NONE ? NULL : &d->mentions.at[a];
    return owner && x->of_mention[a] & kind && !owner->named && owner->attribute == LAUT_NONE && owner->head + 1 == owner->last;
}

/* A named body of the kind, or of none that one knows, besides `body`: two clubs. What only tells whose somebody is does not count: die
 * Ärztin der Klinik Hude. */
static bool has_another(const institutions *x, uint32_t kind, uint32_t body)
{
    const lt_facts *f = x->f;
    const lt_document *d = f->d;
    for (uint32_t m = 0; m < d->mentions.count; m++) {
        const lt_mention *y = &d->mentions.at[m];
        bool seat = y->type == LT_TYPE_ORGANIZATION && y->attribute != LAUT_NONE && d->mentions.at[y->attribute].type == LT_TYPE_PLACE; /* das Institut in Hude */
        if (!(seat || lt_is_named_body(f, m)) || !(x->of_mention[m] & kind) || (body != LAUT_NONE && lt_is_same_body(d, body, m)))
            continue;
        bool owns = y->owner != LAUT_NONE && f->party_of[m] == LAUT_NONE;
        if (!owns)
            return true;
    }
    return false;
}

/* The named body of the kind that the text names first; else LAUT_NONE. */
static uint32_t body_of_kind(const institutions *x, uint32_t kind)
{
    for (uint32_t m = 0; m < x->f->d->mentions.count; m++)
        if (x->of_mention[m] & kind && lt_is_named_body(x->f, m) &&
            (x->f->d->mentions.at[m].owner == LAUT_NONE || x->f->party_of[m] != LAUT_NONE))
            return m;
    return LAUT_NONE;
}

/* Joins who is of an institution of the kind, if there is but one. */
static void join_kind(institutions *x, uint32_t kind, const uint32_t *office)
{
    lt_facts *f = x->f;
    const lt_document *d = f->d;
    uint32_t body = body_of_kind(x, kind), all = LAUT_NONE, head = LAUT_NONE;
    if (has_another(x, kind, body))
        return;
    for (uint32_t m = 0; m < d->mentions.count; m++) { /* two heads: of two institutions */
        if (!(x->of_mention[m] & kind) || office[m] == LAUT_NONE || f->party_of[m] == LAUT_NONE || !is_unowned(f, m, body))
            continue;
        if (head != LAUT_NONE && is_same_office(x, office[head], office[m]) && lt_side_of(f, f->party_of[head]) != lt_side_of(f, f->party_of[m]) &&
            d->mentions.at[head].name_first < d->mentions.at[head].name_last && d->mentions.at[m].name_first < d->mentions.at[m].name_last)
            return;
        head = m;
    }
    for (uint32_t m = 0; m < d->mentions.count; m++) {
        bool is = !d->mentions.at[m].possessive && (x->of_mention[m] & kind || is_of_part(x, m, kind));
        uint32_t p = !is ? LAUT_NONE : d->mentions.at[m].type == LT_TYPE_PERSON ? lt_bearer_of(f, m) : lt_party_of_body(f, m);
        if (p == LAUT_NONE || lt_denies(f, p) || d->parties.at[p].type == LAUT_UNNAMED || !(is_unowned(f, m, body) || is_of_part(x, m, kind)))
            continue;
        if (all != LAUT_NONE)
            lt_join_sides(f, p, all);
        all = p;
    }
}

/* Somebody else is named, or a body is what the sentence is about, here before the mention or in the sentence before. `side`: of those
 * who are not somebody else. */
static bool is_near_another(const institutions *x, uint32_t m, uint32_t side)
{
    const lt_facts *f = x->f;
    const lt_document *d = f->d;
    for (uint32_t k = m; k-- > 0 && d->mentions.at[k].sentence + 1 >= d->mentions.at[m].sentence;) {
        const lt_mention *y = &d->mentions.at[k];
        uint32_t p = lt_party_of_body(f, k);
        bool subject = y->clause != LAUT_NONE && d->arguments[y->clause].subject == k && y->definite && !lt_is_generic(d, k) && !lt_is_department(d, k);
        bool body = y->type == LT_TYPE_ORGANIZATION && !y->pronoun && (subject || lt_is_named_body(f, k) || (p != LAUT_NONE && f->parties[p].speaks));
        if (body && (p == LAUT_NONE ? !x->of_mention[k] : lt_side_of(f, p) != side))
            return true;
    }
    return false;
}

/* Die Pressestelle, der Vertrieb, die Leiterin: of whichever institution; of the only one that speaks in the text. */
static void join_parts(institutions *x)
{
    lt_facts *f = x->f;
    const lt_document *d = f->d;
    const lt_table *roles = lt_engine_table(d->engine, "lex/speaks-for.tsv", NULL);
    uint32_t house = LAUT_NONE;
    for (uint32_t m = 0; m < d->mentions.count; m++) {
        uint32_t p = x->of_mention[m] ? lt_party_of_body(f, m) : LAUT_NONE;
        if (p == LAUT_NONE || !f->parties[p].speaks || f->party_of[m] == LAUT_NONE)
            continue;
        if (house != LAUT_NONE && lt_side_of(f, house) != lt_side_of(f, p))
            return;
        house = p;
    }
    for (uint32_t m = 0; house != LAUT_NONE && m < d->mentions.count; m++) {
        const lt_mention *y = &d->mentions.at[m];
        uint32_t p = f->party_of[m];
        bool part = p != LAUT_NONE && !y->named && !y->pronoun && d->parties.at[p].type == LAUT_ORGANIZATION && lt_is_department(d, m);
        bool office = p != LAUT_NONE && y->type == LT_TYPE_PERSON && !y->pronoun && roles && lt_has_plain_office(d, roles, y);
        if ((part || office) && lt_has_no_owner(d, y, LAUT_NONE) && !lt_denies(f, p) && !is_near_another(x, m, lt_side_of(f, house)))
            lt_join_sides(f, p, house);
    }
}

void lt_find_institutions(lt_facts *f)
{
    lt_document *d = f->d;
    institutions x = {.f = f, .words = lt_engine_table(d->engine, "lex/institutions.tsv", NULL)};
    uint32_t *office = lt_arena_alloc(&d->arena, (d->mentions.count + 1) * sizeof *office);
    x.of_mention = lt_arena_alloc(&d->arena, (d->mentions.count + 1) * sizeof *x.of_mention);
    if (!x.words || !office || !x.of_mention)
        return;
    x.word = lt_column(x.words, "word");
    x.kind = lt_column(x.words, "kind");
    x.how = lt_column(x.words, "how");
    for (uint32_t m = 0; m < d->mentions.count; m++)
        x.of_mention[m] = kinds_of(&x, m, &office[m]);
    for (unsigned i = 0; i < x.kind_count; i++)
        join_kind(&x, UINT32_C(1) << i, office);
    join_parts(&x);
}
