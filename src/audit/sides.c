/* Who speaks for whom: the parties that an audit takes for one side, since they speak for the same body. */
#include "audit/sides.h"

#include <string.h>
#include <strings.h>

#include "stages/extent.h"
#include "stages/offices.h"

uint32_t lt_side_of(const lt_facts *f, uint32_t p)
{
    while (f->parties[p].side != p)
        p = f->parties[p].side;
    return p;
}

void lt_join_sides(lt_facts *f, uint32_t p, uint32_t q)
{
    uint32_t x = lt_side_of(f, p), y = lt_side_of(f, q);
    if (x != y)
        f->parties[x > y ? x : y].side = x > y ? y : x;
}

/* The same, if there is one to join. */
static void join_to(lt_facts *f, uint32_t of, uint32_t p)
{
    if (of != LAUT_NONE)
        lt_join_sides(f, p, of);
}

/* Its party; of an apposition that of the name before it: Otto Grothe, der Vorsitzende der Waldfreunde. */
uint32_t lt_bearer_of(const lt_facts *f, uint32_t m)
{
    const lt_mention *x = &f->d->mentions.at[m];
    return f->party_of[m] == LAUT_NONE && m && x[-1].first < x->first && x[-1].last >= x->last && !x[-1].pronoun &&
           x[-1].name_last < x->first && x->type == LT_TYPE_PERSON ? f->party_of[m - 1] : f->party_of[m];
}

/* The token of its office within a body, and the row of that; or LAUT_NONE. */
static uint32_t office_of(const lt_facts *f, uint32_t m, const char **role)
{
    *role = f->role[m];
    return f->office[m];
}

static bool has_office_within(const lt_facts *f, uint32_t m)
{
    return f->office[m] != LAUT_NONE;
}

static bool is_same_word(const lt_token *a, const lt_token *b)
{
    return a->folded_size == b->folded_size && memcmp(a->folded, b->folded, a->folded_size) == 0;
}

bool lt_ends_as(const lt_token *t, const char *end)
{
    size_t n = strlen(end);
    return t->folded_size >= n && memcmp(t->folded + t->folded_size - n, end, n) == 0;
}

/* Des Ministeriums, des Amtes: the other word with an ending. */
static bool is_case_of(const lt_token *a, const lt_token *b)
{
    return a->folded_size > b->folded_size && a->folded_size <= b->folded_size + 2u && a->folded[a->folded_size - 1] == 's' &&
           memcmp(a->folded, b->folded, b->folded_size) == 0;
}

/* Die Waldfreunde Hude, die Waldfreunde; but not die Gemeinde Hude, die Gemeinde Kiel. */
static bool is_same_name(const lt_document *d, const lt_mention *a, const lt_mention *b)
{
    const lt_token *t = d->tokens.at;
    if (!is_same_word(&t[a->head], &t[b->head]) && !is_case_of(&t[a->head], &t[b->head]) && !is_case_of(&t[b->head], &t[a->head]))
        return false;
    for (uint32_t i = 1; a->head + i < a->core_last && b->head + i < b->core_last; i++)
        if (!is_same_word(&t[a->head + i], &t[b->head + i]))
            return false;
    return true;
}

enum { MAX_PREFIX = 64 };

/* What stands before the office in a compound, without the letter that joins them: Verband-s-präsident. Its bytes. */
static size_t before_office(const lt_token *token, size_t role, char prefix[static MAX_PREFIX])
{
    size_t n = token->folded_size - role;
    while (n && (token->folded[n - 1] == '-' || (n > 4 && token->folded[n - 1] == 's')))
        n--;
    if (n < 3 || n >= MAX_PREFIX)
        return 0;
    memcpy(prefix, token->folded, n);
    prefix[n] = '\0';
    return n;
}

/* Elbstrom-Chef Otto Grothe: the office has the name of the body in it. */
static bool is_chief_of(const lt_facts *f, uint32_t m, const lt_mention *body)
{
    const lt_document *d = f->d;
    const char *role;
    uint32_t office = office_of(f, m, &role);
    const lt_token *x = office == LAUT_NONE ? NULL : &d->tokens.at[office];
    for (uint32_t t = body->first; x && t < body->last; t++) {
        const lt_token *name = &d->tokens.at[t];
        if (name->flags & LT_CAPITAL && x->folded_size > name->folded_size && memcmp(x->folded, name->folded, name->folded_size) == 0 &&
            (name->folded_size > 3 || x->folded[name->folded_size] == '-')) /* IG-Sprecherin */
            return true;
        /* Festspielsprecher: of the Seefestspiele */
        char prefix[MAX_PREFIX];
        size_t n = *role == '-' ? before_office(x, strlen(role) - 1, prefix) : 0;
        if (n > 5 && name->flags & LT_CAPITAL && strstr(name->folded, prefix))
            return true;
    }
    return false;
}

/* Das Unternehmen, die Firma: whichever is meant. */
bool lt_is_generic(const lt_document *d, uint32_t mention)
{
    const lt_mention *x = &d->mentions.at[mention];
    return x->type == LT_TYPE_ORGANIZATION && x->definite && !x->pronoun && x->entry != LAUT_NONE && x->attribute == LAUT_NONE &&
           (lt_cell_has(lt_entry_cell(d->engine, x->entry, "traits"), "generic") || lt_cell_has(lt_entry_cell(d->engine, x->entry, "traits"), "company"));
}

/* Der Hersteller, der Betreiber: what a body is to somebody else, who may speak before it does. */
static bool is_counterpart(const lt_document *d, uint32_t mention)
{
    return lt_cell_has(lt_entry_cell(d->engine, d->mentions.at[mention].entry, "traits"), "title");
}

/* Die Pressestelle, das Haus: a word for whichever body, which is an office of its own (lex/speaks-for.tsv). */
static bool is_house(const lt_facts *f, uint32_t m)
{
    const lt_mention *x = &f->d->mentions.at[m];
    return x->type != LT_TYPE_PERSON && x->definite && !x->named && has_office_within(f, m);
}

/* Der Verein, die Pressestelle des Hauses: the words say nothing of which body it is; die Mannschaft … der Klub: some say more of it
 * than others, and are no name. */
static bool is_nameless(const lt_facts *f, uint32_t m)
{
    const lt_document *d = f->d;
    const lt_mention *x = &d->mentions.at[m];
    if (is_house(f, m) && (x->attribute == LAUT_NONE || is_house(f, x->attribute)))
        return true;
    return x->type == LT_TYPE_ORGANIZATION && x->definite && x->features & LT_F(sg) && x->head <= x->first + 1 && !x->named &&
           x->attribute == LAUT_NONE && x->entry != LAUT_NONE && !is_counterpart(d, m);
}

/* What kind of body its noun says it is: bits. */
static unsigned kinds_of(const lt_document *d, const lt_mention *m)
{
#define OF_TRAITS(column, value) LT_HAS(column, value),
    static const lt_has traits[] = {LT_EACH_BODY(OF_TRAITS, traits)};
    unsigned kinds = 0;
    for (unsigned i = 0; m->entry != LAUT_NONE && i < sizeof traits / sizeof *traits; i++)
        kinds |= (unsigned)lt_entry_has(d->engine, m->entry, traits[i]) << i;
    return kinds;
}

/* The office of each mention, and what the words of each party say of it. */
static void look_at_words(lt_facts *f)
{
    const lt_document *d = f->d;
    bool *names = lt_arena_alloc(&f->d->arena, d->parties.count + 1);
    for (uint32_t m = 0; names && m < d->mentions.count; m++)
        f->office[m] = d->mentions.at[m].pronoun ? LAUT_NONE : lt_office(d, &d->mentions.at[m], &f->role[m]);
    for (uint32_t m = 0; names && m < d->mentions.count; m++) {
        const lt_mention *x = &d->mentions.at[m];
        if (f->party_of[m] == LAUT_NONE || x->pronoun || x->type == LT_TYPE_ATTRIBUTION)
            continue;
        lt_party_fact *p = &f->parties[f->party_of[m]];
        bool generic = lt_is_generic(d, m);
        p->counterpart |= generic && is_counterpart(d, m);
        p->kinds |= x->type == LT_TYPE_ORGANIZATION ? kinds_of(d, x) : 0;
        p->nameless |= generic || is_house(f, m);
        names[f->party_of[m]] |= !is_nameless(f, m);
    }
    for (uint32_t i = 0; i < d->claims.count; i++)
        if (f->claims[i].attributed)
            f->parties[d->claims.at[i].chain[0].party].speaks = true;
    for (uint32_t p = 0; names && p < d->parties.count; p++)
        f->parties[p].nameless &= !names[p];
}

/* The body of the mention: its party, or one that is of it though it has not spoken itself. */
uint32_t lt_party_of_body(const lt_facts *f, uint32_t m)
{
    const lt_document *d = f->d;
    const lt_mention *x = &d->mentions.at[m];
    if (f->party_of[m] != LAUT_NONE || f->stands[m] != LAUT_NONE || x->type != LT_TYPE_ORGANIZATION || x->pronoun)
        return f->party_of[m] != LAUT_NONE ? f->party_of[m] : f->stands[m];
    for (uint32_t k = lt_looked_back(d, x); k < lt_looked_ahead(d, x); k++) {
        const lt_mention *y = &d->mentions.at[k], *a = y->attribute == LAUT_NONE ? NULL : &d->mentions.at[y->attribute];
        if (f->party_of[k] == LAUT_NONE || y->pronoun)
            continue;
        bool body = y->type == LT_TYPE_ORGANIZATION && is_same_name(d, x, y) && !(x->named && lt_is_generic(d, k));
        bool of_it = a && a->type == LT_TYPE_ORGANIZATION && has_office_within(f, k) && is_same_name(d, x, a);
        bool chief = !a && d->parties.at[f->party_of[k]].type == LAUT_PERSON && is_chief_of(f, k, x);
        if (body || of_it || chief)
            return f->party_of[k];
    }
    return LAUT_NONE;
}

/* Die Kundin der Bank, ein Kritiker des Vereins: what they are to the body says that they are not of it. */
static bool is_outsider(const lt_document *d, const lt_mention *m)
{
    const lt_table *nouns = lt_engine_table(d->engine, "lex/outsiders.tsv", NULL);
    for (uint32_t t = m->first; t < m->core_last && t < m->last; t++)
        for (uint32_t r = 0; nouns && r < nouns->row_count && d->tokens.at[t].flags & LT_CAPITAL && (t < m->name_first || t >= m->name_last); r++)
            if (lt_is_one_of(d, lt_cell(nouns, r, "noun"), &d->tokens.at[t]))
                return true;
    return false;
}

/* Who speaks for whom: die Sprecherin des Ministeriums, der Chef der Firma. */
static void find_owned(lt_facts *f)
{
    const lt_document *d = f->d;
    for (uint32_t m = 0; m < d->mentions.count; m++) {
        uint32_t p = lt_bearer_of(f, m), a = d->mentions.at[m].attribute;
        uint32_t of = p == LAUT_NONE || a == LAUT_NONE ? LAUT_NONE : f->party_of[a];
        const lt_mention *x = &d->mentions.at[m];
        bool by_name = x->first == x->name_first && x->name_first < x->name_last; /* Ada Brandt vom Ministerium */
        if (p != LAUT_NONE && a != LAUT_NONE && of == LAUT_NONE &&
            (by_name || x->type == LT_TYPE_DOCUMENT || has_office_within(f, m)))
            of = lt_party_of_body(f, a); /* ein Sprecher des Ministeriums, of which the headline speaks */
        if (of != LAUT_NONE && !is_outsider(d, x))
            lt_join_sides(f, p, of);
        else if (p != LAUT_NONE && a != LAUT_NONE && f->stands[a] == LAUT_NONE && d->mentions.at[a].named && d->mentions.at[a].type == LT_TYPE_ORGANIZATION &&
                 f->parties[p].speaks && !is_outsider(d, x) && x->features & LT_F(pl))
            f->stands[a] = p; /* Forscher der Hochschule Hude … die Hochschule */
    }
}

/* Die Wartin der Waldfreunde Hude, der Vorsitzende der Waldfreunde: both hold an office of what is called so. */
static void find_colleagues(lt_facts *f)
{
    const lt_document *d = f->d;
    for (uint32_t m = 0; m < d->mentions.count; m++) {
        uint32_t p = lt_bearer_of(f, m), a = d->mentions.at[m].attribute;
        if (p == LAUT_NONE || a == LAUT_NONE || d->mentions.at[a].pronoun || !has_office_within(f, m))
            continue;
        for (uint32_t k = lt_looked_back(d, &d->mentions.at[m]); k < m; k++) {
            uint32_t q = lt_bearer_of(f, k), b = d->mentions.at[k].attribute;
            if (q != LAUT_NONE && b != LAUT_NONE && has_office_within(f, k) && is_same_name(d, &d->mentions.at[a], &d->mentions.at[b]))
                lt_join_sides(f, p, q);
        }
    }
}

/* The traits of the kind of body of that name, or that it ends in (Mieterbund-Sprecher); or NULL. */
static const char *traits_of_body(const lt_document *d, const char *name, size_t size)
{
    const lt_table *heads = lt_engine_table(d->engine, "lex/heads.tsv", NULL);
    uint32_t words = lt_column(heads, "word"), types = lt_column(heads, "type");
    for (uint32_t r = 0; heads && r < heads->row_count; r++) {
        const char *word = lt_cell_at(heads, r, words);
        size_t n = *word == '-' ? strlen(word) : 0;
        bool end = n > 4 && size > n && memcmp(name + size - (n - 1), word + 1, n - 1) == 0;
        if ((end || (strncasecmp(word, name, size) == 0 && !word[size + (word[size] == 'e')])) && strcmp(lt_cell_at(heads, r, types), "organization") == 0)
            return lt_cell(heads, r, "traits");
    }
    return NULL;
}

/* What stands before the office in a compound names another body: Polizeisprecher, Feuerwehrchef. */
static bool is_of_another(const lt_document *d, const lt_mention *body, const lt_token *token, size_t role)
{
    char prefix[MAX_PREFIX];
    size_t n = before_office(token, role, prefix);
    if (!n)
        return false;
    for (uint32_t t = body->first; t < body->last; t++)
        if (strstr(d->tokens.at[t].folded, prefix)) /* Klinikchef: of the Küstenklinik */
            return false;
    const char *traits = traits_of_body(d, prefix, n);
    return traits && !lt_cell_has(traits, "generic") && !lt_cell_has(traits, "organ"); /* Vorstandschefin */
}

/* The noun of the mention is an office within the body. */
static bool speaks_for_body(const lt_facts *f, uint32_t m, const lt_mention *body)
{
    const lt_document *d = f->d;
    const char *role;
    uint32_t t = office_of(f, m, &role);
    return t != LAUT_NONE && (*role != '-' || !is_of_another(d, body, &d->tokens.at[t], strlen(role) - 1));
}

static bool is_subject(const lt_document *d, uint32_t m)
{
    uint32_t clause = d->mentions.at[m].clause;
    return clause != LAUT_NONE && d->arguments[clause].subject == m;
}

/* Geschäftsführer Otto Grothe, without an owner: of the body that the text is about, if no other one was
 * named in between. */
static void find_offices(lt_facts *f)
{
    const lt_document *d = f->d;
    uint32_t body = LAUT_NONE, last = LAUT_NONE, words = LAUT_NONE;
    bool any = false;
    for (uint32_t m = 0; m < d->mentions.count; m++) {
        const lt_mention *x = &d->mentions.at[m];
        uint32_t p = f->party_of[m];
        if (p != LAUT_NONE ? d->parties.at[p].type == LAUT_ORGANIZATION : x->type == LT_TYPE_ORGANIZATION && is_subject(d, m)) {
            last = p;
            if (!any) {
                body = p;
                words = m;
            }
            any = true;
        } else if (p != LAUT_NONE && d->parties.at[p].type == LAUT_PERSON && body != LAUT_NONE && last == body &&
                   x->attribute == LAUT_NONE && speaks_for_body(f, m, &d->mentions.at[words]) && !lt_is_of_another_kind(f, m, words)) {
            lt_join_sides(f, p, body);
        }
    }
}

/* Elternsprecherin, Kreisvorsitzender: what stands before the office says that it is none within the body. */
static bool is_outside(const lt_document *d, const char *prefix)
{
    const lt_table *t = lt_engine_table(d->engine, "lex/outside-offices.tsv", NULL);
    uint32_t column = lt_column(t, "prefix");
    for (uint32_t r = 0; t && r < t->row_count; r++)
        if (strcmp(lt_cell_at(t, r, column), prefix) == 0)
            return true;
    return false;
}

/* The noun of the mention is one of the offices itself, that of whichever body (Verbandspräsident), or of a part of it (Laborleiterin),
 * no compound that may name another one (Polizeisprecher, Elternsprecherin). */
bool lt_has_plain_office(const lt_document *d, const lt_table *roles, const lt_mention *m)
{
    uint32_t column = lt_column(roles, "role");
    for (uint32_t t = m->first; t < m->core_last && t < m->last; t++)
        for (uint32_t r = 0; r < roles->row_count && (t < m->name_first || t >= m->name_last); r++) {
            const char *role = lt_cell_at(roles, r, column);
            char prefix[MAX_PREFIX];
            if (!(d->tokens.at[t].flags & LT_CAPITAL) || (*role != '-' && *role != *d->tokens.at[t].folded) ||
                (!m->possessive && m->owner == LAUT_NONE ? !lt_is_role(role, strlen(role), &d->tokens.at[t]) : !lt_is_one_of(d, role, &d->tokens.at[t])))
                continue; /* nach Angaben ihres Managers, nach Worten des Direktors Otto Grothe */
            size_t n = *role == '-' ? before_office(&d->tokens.at[t], strlen(role) - 1, prefix) : 0;
            const char *traits = n ? traits_of_body(d, prefix, n) : NULL;
            if (*role != '-' || (traits ? lt_cell_has(traits, "generic") || lt_cell_has(traits, "organ") : n && !is_outside(d, prefix)))
                return true;
        }
    return false;
}

/* Der Heizungsbauer Elbstrom baut an. … teilte das Unternehmen mit: a name of one word, which nobody bears in full, is its. */
static uint32_t firm_before(const lt_facts *f, uint32_t generic)
{
    const lt_document *d = f->d;
    const lt_mention *x = &d->mentions.at[generic];
    for (uint32_t m = lt_looked_back(d, x); m < generic; m++) {
        const lt_mention *y = &d->mentions.at[m];
        uint32_t p = f->party_of[m];
        if (p == LAUT_NONE || d->parties.at[p].type != LAUT_PERSON || y->pronoun || !is_subject(d, m) || d->sentences.at[y->sentence].heading)
            continue;
        bool firm = y->name_last == y->name_first + 1 && y->name_last == y->last && (y->definite || y->first == y->name_first) &&
                    y->sentence + 2 >= x->sentence;
        for (uint32_t k = lt_looked_back(d, y); k < lt_looked_ahead(d, y) && firm; k++)
            firm = f->party_of[k] != p || d->mentions.at[k].name_last <= d->mentions.at[k].name_first + 1;
        return firm ? p : LAUT_NONE;
    }
    return LAUT_NONE;
}

static bool is_silent(const lt_facts *f, uint32_t party)
{
    return party == LAUT_NONE || !f->parties[party].speaks;
}

/* How many bodies have a claim. */
static uint32_t speaking_bodies(const lt_facts *f)
{
    uint32_t count = 0;
    for (uint32_t p = 0; p < f->d->parties.count; p++)
        count += f->d->parties.at[p].type == LAUT_ORGANIZATION && f->parties[p].speaks;
    return count;
}

/* Hafendirektor Otto Grothe, Prokuristin Ada Brandt, ein Sprecher des Unternehmens: where no body has a name, das Unternehmen
 * is theirs. */
static void find_offices_of_generic(lt_facts *f)
{
    const lt_document *d = f->d;
    uint32_t body = LAUT_NONE;
    for (uint32_t m = 0; m < d->mentions.count && (body == LAUT_NONE || f->party_of[body] == LAUT_NONE); m++) {
        if (lt_is_generic(d, m) && !is_counterpart(d, m) && (body == LAUT_NONE || f->party_of[m] != LAUT_NONE))
            body = m;
    }
    bool alone = body == LAUT_NONE && speaking_bodies(f) == 1;
    for (uint32_t m = 0; alone && m < d->mentions.count && body == LAUT_NONE; m++) /* der Hersteller, if nobody else speaks */
        if (lt_is_generic(d, m) && !is_silent(f, f->party_of[m]))
            body = m;
    uint32_t of = body == LAUT_NONE ? LAUT_NONE : f->party_of[body];
    uint32_t firm = of == LAUT_NONE ? LAUT_NONE : firm_before(f, body);
    if (firm != LAUT_NONE)
        lt_join_sides(f, of, firm);
    for (uint32_t m = 0; body != LAUT_NONE && m < d->mentions.count; m++) {
        const lt_mention *x = &d->mentions.at[m];
        uint32_t p = f->party_of[m];
        if (p == LAUT_NONE || d->parties.at[p].type != LAUT_PERSON || x->pronoun || (x->attribute != LAUT_NONE && !lt_is_generic(d, x->attribute)) ||
            !speaks_for_body(f, m, &d->mentions.at[body]) || lt_is_of_another_kind(f, m, body))
            continue;
        if (of != LAUT_NONE)
            lt_join_sides(f, p, of);
        else
            of = p;
    }
}

/* Die Pacht, die Molke: a noun of no lexicon, which was taken for the name of a body. */
static bool is_doubtful(const lt_document *d, const lt_mention *m)
{
    return m->type == LT_TYPE_ORGANIZATION && m->definite && m->entry == LAUT_NONE && !(d->tokens.at[m->head].flags & LT_ALL_CAPITAL);
}

/* Those of whom no claim has such a noun for its speaker: die Hansalinie teilte mit. */
static void find_doubtful(lt_facts *f)
{
    const lt_document *d = f->d;
    bool *sure = lt_arena_alloc(&f->d->arena, d->parties.count + 1);
    if (!sure)
        return;
    for (uint32_t m = 0; m < d->mentions.count; m++) {
        const lt_mention *x = &d->mentions.at[m];
        uint32_t p = f->party_of[m];
        bool generic = x->entry != LAUT_NONE && lt_cell_has(lt_entry_cell(d->engine, x->entry, "traits"), "generic");
        if (p == LAUT_NONE || x->pronoun || generic)
            continue;
        f->parties[p].doubtful |= is_doubtful(d, x);
        sure[p] |= !is_doubtful(d, x);
    }
    for (uint32_t i = 0; i < d->claims.count; i++)
        if (f->claims[i].mention != LAUT_NONE && is_doubtful(d, &d->mentions.at[f->claims[i].mention]))
            sure[d->claims.at[i].chain[0].party] = true;
    for (uint32_t p = 0; p < d->parties.count; p++)
        f->parties[p].doubtful &= !sure[p];
}

/* Der Verband warnt. … heißt es in einer Mitteilung: what a body gives out of its own, and nobody says which one. */
static bool is_release(const lt_document *d, const lt_claim_fact *x)
{
    const lt_mention *m = x->mention == LAUT_NONE ? NULL : &d->mentions.at[x->mention];
    return m && m->type == LT_TYPE_DOCUMENT && (m->attribute == LAUT_NONE || lt_is_generic(d, m->attribute)) && !m->possessive && m->entry != LAUT_NONE &&
           lt_cell_has(lt_entry_cell(d->engine, m->entry, "traits"), "release");
}

/* Of the side that spoke before are a release, and what a doubtful body is thought to say, because it stands before the words or
 * die Firma is taken for it. */
static void join_to_last(lt_facts *f)
{
    const lt_document *d = f->d;
    for (uint32_t i = 0, before = LAUT_NONE; i < d->claims.count; i++) {
        uint32_t p = f->claims[i].attributed ? d->claims.at[i].chain[0].party : LAUT_NONE;
        if (p == LAUT_NONE)
            continue;
        if (!f->parties[p].doubtful && !is_release(d, &f->claims[i]))
            before = p;
        else if (before != LAUT_NONE)
            lt_join_sides(f, p, before);
    }
}

/* With the capitalised word before it: die Helios Nord GmbH, of which but Nord GmbH was taken for the name. */
static uint32_t first_of_name(const lt_document *d, const lt_mention *m)
{
    return m->first && d->tokens.at[m->first - 1].flags & LT_CAPITAL && d->sentence_of[m->first - 1] == m->sentence ? m->first - 1 : m->first;
}

/* They share a word of their names, or stand side by side: die Helios Nord GmbH, Helios. */
bool lt_is_same_body(const lt_document *d, uint32_t a, uint32_t b)
{
    const lt_mention *x = &d->mentions.at[a], *y = &d->mentions.at[b];
    if (y->first == x->last)
        return true;
    for (uint32_t t = first_of_name(d, x); t < x->last; t++)
        for (uint32_t u = first_of_name(d, y); u < y->last; u++)
            if (d->tokens.at[t].flags & LT_CAPITAL && d->tokens.at[u].flags & LT_CAPITAL &&
                (t != x->first || !x->definite) && (u != y->first || !y->definite) &&
                is_same_word(&d->tokens.at[t], &d->tokens.at[u]))
                return true;
    return false;
}

bool lt_is_named_body(const lt_facts *f, uint32_t m)
{
    const lt_document *d = f->d;
    const lt_mention *x = &d->mentions.at[m];
    return x->type == LT_TYPE_ORGANIZATION && !x->pronoun && x->named && d->quote_of[x->first] == LAUT_NONE &&
           !(is_doubtful(d, x) && (f->party_of[m] == LAUT_NONE || f->parties[f->party_of[m]].doubtful));
}

/* Amtsgericht Kiel, Gemeinde Hude: no managing director is of them. */
static bool is_of_state(const lt_document *d, const lt_mention *m)
{
    const char *traits = m->entry == LAUT_NONE ? "" : lt_entry_cell(d->engine, m->entry, "traits");
    return lt_cell_has(traits, "court") || lt_cell_has(traits, "authority") || lt_cell_has(traits, "government");
}

/* The text is about the one body, which its lead names; the other comes later, and has no claim: Die Sparkasse Kiel hat ihre
 * Kredite gekündigt. Or it is of the state and was named before: Gemeinderat Hude berät über Windräder (a headline). */
static bool is_by_the_way(const lt_facts *f, uint32_t m, uint32_t body)
{
    const lt_document *d = f->d;
    const lt_mention *x = &d->mentions.at[m];
    return is_silent(f, f->party_of[m]) && d->mentions.at[body].sentence < f->lead &&
           (x->sentence >= f->lead || is_of_state(d, x));
}

/* The verb of the clause says that its subject is of that body: leitet die Mühle, hat für den Verein gerechnet. */
static bool works_for(const lt_document *d, const lt_table *verbs, uint32_t clause, uint32_t body)
{
    const lt_clause *c = &d->clauses.at[clause];
    const lt_mention *y = &d->mentions.at[body];
    for (uint32_t r = 0; verbs && r < verbs->row_count; r++) {
        const char *verb = lt_cell(verbs, r, "verb"), *how = lt_cell(verbs, r, "body");
        if (lt_find_word(&d->engine->vocabulary, verb, strlen(verb)) != c->lemma)
            continue;
        bool acc = strcmp(how, "acc") == 0, dat = strcmp(how, "dat") == 0;
        const lt_token *p = y->preposition == LAUT_NONE ? NULL : &d->tokens.at[y->preposition];
        if (acc || dat ? !p && y->features & (acc ? LT_F(acc) : LT_F(dat)) && d->arguments[clause].subject != body
                       : p && p->folded_size == strlen(how) && lt_ends_as(p, how))
            return true;
    }
    return false;
}

/* The body that stands with the noun as its attribute, or behind it: Forscherin an der Universität, ihre Gruppe am Institut. */
static uint32_t body_behind(const lt_document *d, uint32_t m)
{
    const lt_mention *x = &d->mentions.at[m];
    for (uint32_t a = x->attribute; a != LAUT_NONE; a = d->mentions.at[a].attribute) /* Trainerin der Handballerinnen vom TV Hude */
        if (d->mentions.at[a].type == LT_TYPE_ORGANIZATION)
            return a;
    if (x->attribute != LAUT_NONE)
        return LAUT_NONE;
    bool next = m + 1 < d->mentions.count && d->mentions.at[m + 1].preposition == x->last && d->mentions.at[m + 1].type == LT_TYPE_ORGANIZATION;
    return next ? m + 1 : LAUT_NONE;
}

/* Whom the subject means; in what somebody says of herself, herself: Sie habe mit ihrer Gruppe gemessen. */
static uint32_t told_of(const lt_facts *f, uint32_t subject)
{
    const lt_document *d = f->d;
    const lt_mention *x = &d->mentions.at[subject];
    uint32_t c = f->said_in[x->first];
    if (!x->pronoun || f->party_of[subject] != LAUT_NONE || c == LAUT_NONE || !f->claims[c].attributed || !(x->features & LT_F(pers)))
        return f->party_of[lt_meant(f, subject)];
    return d->claims.at[c].chain[0].party;
}

/* Ist, bleibt, wird: what follows says what somebody is. */
static bool is_copula(const lt_document *d, const lt_table *verbs, const lt_clause *c)
{
    bool is = c->finite != LAUT_NONE && d->tokens.at[c->finite].sum.features & LT_F(copula);
    for (uint32_t r = 0; verbs && r < verbs->row_count && !is; r++)
        is = strcmp(lt_cell(verbs, r, "body"), "nom") == 0 &&
             lt_find_word(&d->engine->vocabulary, lt_cell(verbs, r, "verb"), strlen(lt_cell(verbs, r, "verb"))) == c->lemma;
    return is;
}

/* Beide bei der Werft angestellt: the participle behind the body says the same of who was named before it. */
static bool is_employed(const lt_document *d, const lt_table *verbs, uint32_t body)
{
    const lt_mention *x = &d->mentions.at[body];
    const lt_token *p = x->preposition == LAUT_NONE ? NULL : &d->tokens.at[x->preposition];
    for (uint32_t r = 0; p && x->last < d->tokens.count && verbs && r < verbs->row_count; r++) {
        const char *verb = lt_cell(verbs, r, "verb"), *how = lt_cell(verbs, r, "body");
        if (p->folded_size != strlen(how) || !lt_ends_as(p, how))
            continue;
        for (uint32_t k = 0; k < d->tokens.at[x->last].reading_count; k++) {
            const lt_reading *a = &d->readings.at[d->tokens.at[x->last].first_reading + k];
            if (a->category == LT_VERB && a->features & LT_F(participle) && a->lemma != LT_NO_WORD &&
                a->lemma == lt_find_word(&d->engine->vocabulary, verb, strlen(verb)))
                return true;
        }
    }
    return false;
}

/* Ada Brandt steht dem Vorstand vor: of the only named body that the text is about; or LAUT_NONE. */
static uint32_t body_of_organ(const lt_facts *f, uint32_t m)
{
    const lt_document *d = f->d;
    if (d->mentions.at[m].named || !lt_cell_has(lt_entry_cell(d->engine, d->mentions.at[m].entry, "traits"), "organ"))
        return LAUT_NONE;
    bool one = true;
    uint32_t first = 0, body = lt_main_body(f, &one, &first);
    return one ? body : LAUT_NONE;
}

/* Otto Grothe leitet die Mühle; Ada Brandt ist Forscherin am Institut; sie habe mit ihrer Gruppe am Institut gemessen. */
static void find_workers(lt_facts *f)
{
    const lt_document *d = f->d;
    const lt_table *verbs = lt_engine_table(d->engine, "lex/works-for.tsv", NULL);
    for (uint32_t m = 0; m < d->mentions.count; m++) {
        const lt_mention *x = &d->mentions.at[m];
        bool employed = x->type == LT_TYPE_ORGANIZATION && is_employed(d, verbs, m);
        for (uint32_t k = lt_looked_back(d, x); employed && k < lt_looked_ahead(d, x); k++) {
            uint32_t p = f->party_of[k];
            if (p == LAUT_NONE || d->parties.at[p].type != LAUT_PERSON)
                continue;
            const lt_mention *full = lt_in_full(d, &d->mentions.at[k]);
            if (full->sentence != x->sentence || full->first > x->first)
                continue;
            uint32_t of = lt_party_of_body(f, m);
            if (of != LAUT_NONE)
                lt_join_sides(f, p, of);
            else
                f->stands[m] = p;
        }
        const lt_clause *c = x->clause == LAUT_NONE ? NULL : &d->clauses.at[x->clause];
        uint32_t subject = c ? d->arguments[x->clause].subject : LAUT_NONE;
        if (subject == LAUT_NONE || c->negated || subject == m || x->pronoun)
            continue;
        uint32_t p = told_of(f, subject);
        if (p == LAUT_NONE || d->parties.at[p].type != LAUT_PERSON)
            continue;
        uint32_t body = body_behind(d, m);
        bool is_one = is_copula(d, verbs, c) && x->features & LT_F(nom) && !x->named &&
                      x->preposition == LAUT_NONE;
        if (x->type == LT_TYPE_ORGANIZATION && works_for(d, verbs, x->clause, m))
            body = body != LAUT_NONE && lt_party_of_body(f, body) != LAUT_NONE ? body : m;
        else if (x->type != LT_TYPE_PERSON && body != LAUT_NONE && works_for(d, verbs, x->clause, m)) /* leitet die Schuldnerhilfe des Vereins */
            ;
        else if (!(x->possessive || is_one) || (x->type != LT_TYPE_PERSON && x->type != LT_TYPE_GROUP))
            continue;
        if (body == LAUT_NONE || is_outsider(d, x))
            continue;
        uint32_t organ = body == m ? body_of_organ(f, m) : LAUT_NONE;
        uint32_t of = lt_party_of_body(f, organ != LAUT_NONE ? organ : body);
        if (of != LAUT_NONE)
            lt_join_sides(f, p, of);
        else
            f->stands[body] = p;
    }
}

/* Der Landesverband winkt ab: not the body that the text is about, nor a part of it. */
static bool is_another_body(const lt_facts *f, uint32_t m, uint32_t body)
{
    const lt_document *d = f->d;
    const lt_mention *x = &d->mentions.at[m];
    if (body == LAUT_NONE || x->entry == LAUT_NONE || lt_is_generic(d, m) || lt_cell_has(lt_entry_cell(d->engine, x->entry, "traits"), "organ"))
        return false;
    bool same = is_same_name(d, &d->mentions.at[body], x) || (f->party_of[m] != LAUT_NONE && f->party_of[m] == f->party_of[body]);
    return !same && !x->possessive && (f->party_of[m] == LAUT_NONE || !f->parties[f->party_of[m]].nameless);
}

/* Die Lindenschule in Hude wird erneuert: the body that the lead is about, though it has no name of its own. */
static uint32_t common_body(const lt_facts *f)
{
    const lt_document *d = f->d;
    for (uint32_t m = 0; m < d->mentions.count && d->mentions.at[m].sentence < f->lead; m++) {
        const lt_mention *x = &d->mentions.at[m];
        if (x->type == LT_TYPE_ORGANIZATION && x->definite && !x->possessive && is_subject(d, m) && !d->sentences.at[x->sentence].heading)
            return lt_is_generic(d, m) || is_of_state(d, x) || x->entry == LAUT_NONE ? LAUT_NONE : m;
    }
    return LAUT_NONE;
}

/* The named body that the text is about: der Verein, das Unternehmen; `*one`: there is no other one, `*first`: the sentence that
 * first names it. */
uint32_t lt_main_body(const lt_facts *f, bool *one, uint32_t *first)
{
    const lt_document *d = f->d;
    uint32_t body = LAUT_NONE;
    for (uint32_t m = 0; m < d->mentions.count; m++) {
        if (!lt_is_named_body(f, m))
            continue;
        if (body != LAUT_NONE && !is_of_state(d, &d->mentions.at[m]) && is_by_the_way(f, body, m))
            body = LAUT_NONE;
        bool same = body == LAUT_NONE || lt_is_same_body(d, body, m);
        *one &= same || is_by_the_way(f, m, body);
        *first = body == LAUT_NONE ? d->mentions.at[m].sentence : *first;
        body = body == LAUT_NONE || (same && f->party_of[m] != LAUT_NONE) ? m : body;
    }
    return body;
}

/* Teilte Elbstrom mit: who holds an office there stands for whatever is called so. */
static void stand_for(lt_facts *f, uint32_t body, uint32_t holder)
{
    const lt_document *d = f->d;
    for (uint32_t m = 0; m < d->mentions.count; m++) {
        if (f->party_of[m] != LAUT_NONE && d->parties.at[f->party_of[m]].type == LAUT_ORGANIZATION && lt_is_same_body(d, body, m))
            lt_join_sides(f, f->party_of[m], holder);
        if (f->party_of[m] == LAUT_NONE && lt_is_named_body(f, m) && lt_is_same_body(d, body, m))
            f->stands[m] = holder;
    }
}

/* The noun without the ending of its genitive: des Bauamts; a plural is none (die Gemeinden). */
lt_token lt_bare_noun(const lt_document *d, const lt_mention *m)
{
    lt_token word = d->tokens.at[m->head], bare = word;
    if (m->lemma == LT_NO_WORD)
        return word;
    bare.folded = d->engine->vocabulary.words.at[m->lemma].text;
    bare.folded_size = (uint8_t)d->engine->vocabulary.words.at[m->lemma].size;
    return is_case_of(&word, &bare) ? bare : word;
}

/* Das Personalressort, die Bücher: a part of a body. */
bool lt_is_department(const lt_document *d, uint32_t m)
{
    const lt_table *nouns = lt_engine_table(d->engine, "lex/departments.tsv", NULL);
    const lt_token noun = lt_bare_noun(d, &d->mentions.at[m]);
    for (uint32_t r = 0; nouns && r < nouns->row_count; r++) {
        const char *word = lt_cell(nouns, r, "noun");
        if (*word == '-' ? lt_ends_as(&noun, word + 1) : strlen(word) == noun.folded_size && lt_ends_as(&noun, word))
            return true;
    }
    return false;
}

/* Nobody else's: without an owner, or of a part of whatever body is meant (Chefarzt der Kardiologie), or of the Anstalt, where it
 * is the Versuchsanstalt. */
bool lt_has_no_owner(const lt_document *d, const lt_mention *m, uint32_t body)
{
    const lt_mention *owner = m->attribute == LAUT_NONE ? NULL : &d->mentions.at[m->attribute];
    if (!owner || lt_is_generic(d, m->attribute) || (owner->type == LT_TYPE_THING && !owner->named && !owner->pronoun))
        return true;
    if (body == LAUT_NONE || owner->type != LT_TYPE_ORGANIZATION || owner->named || owner->pronoun || !owner->definite)
        return false;
    const lt_token noun = lt_bare_noun(d, owner), *of = &d->tokens.at[d->mentions.at[body].head];
    return of->folded_size >= noun.folded_size && memcmp(of->folded + of->folded_size - noun.folded_size, noun.folded, noun.folded_size) == 0;
}

/* Arne Boysen ist Chefarzt; Jonte Petrich führt das Personalressort: the party of whom the clause tells an office. */
static uint32_t told_office(const lt_facts *f, const lt_table *roles, uint32_t m, uint32_t body)
{
    const lt_document *d = f->d;
    const lt_mention *x = &d->mentions.at[m];
    const lt_clause *c = x->clause == LAUT_NONE ? NULL : &d->clauses.at[x->clause];
    const lt_table *verbs = lt_engine_table(d->engine, "lex/works-for.tsv", NULL);
    uint32_t subject = c ? d->arguments[x->clause].subject : LAUT_NONE, bearer = f->party_of[m] == LAUT_NONE ? lt_bearer_of(f, m) : LAUT_NONE;
    if (x->pronoun || x->named || x->preposition != LAUT_NONE || !lt_has_no_owner(d, x, body))
        return LAUT_NONE;
    if (bearer != LAUT_NONE && lt_has_plain_office(d, roles, x)) /* Otto Grothe, Geschäftsführer des Hauses */
        return bearer;
    if (subject == LAUT_NONE || subject == m || c->negated)
        return LAUT_NONE;
    bool is_one = x->type == LT_TYPE_PERSON && x->features & LT_F(nom) && is_copula(d, verbs, c) && lt_has_plain_office(d, roles, x);
    bool leads = x->type != LT_TYPE_PERSON && works_for(d, verbs, x->clause, m) && lt_is_department(d, m);
    uint32_t p = is_one || leads ? told_of(f, subject) : LAUT_NONE;
    return p != LAUT_NONE && d->parties.at[p].type == LAUT_PERSON ? p : LAUT_NONE;
}

bool lt_is_pointing(const lt_document *d, const lt_mention *m)
{
    return m->first < m->head && lt_pointing(d, m->first);
}

/* Beim Schwimmverein … sagte dessen Vorsitzender: the body that was named last, if the possessive points to it; else LAUT_NONE. `points`:
 * whether it does so. */
static uint32_t pointed_at(const lt_facts *f, uint32_t m, bool *points)
{
    const lt_document *d = f->d;
    const lt_mention *x = &d->mentions.at[m];
    *points = lt_is_pointing(d, x);
    for (uint32_t k = m; *points && k-- > 0 && d->mentions.at[k].sentence + 1 >= x->sentence;)
        if (d->mentions.at[k].type == LT_TYPE_ORGANIZATION && !d->mentions.at[k].pronoun && d->mentions.at[k].features & LT_F(sg))
            return lt_party_of_body(f, k);
    return LAUT_NONE;
}

/* Im Kleingartenverein Abendfrieden wird gestritten … die Vorsitzende Ada Brandt, Kassenwart Otto Grothe: where the text
 * is about one body, and wherever in the sentence, those who have an office and no owner are of it. Ihre
 * Stellvertreterin is of the same side as she. */
static void find_inner_offices(lt_facts *f)
{
    const lt_document *d = f->d;
    const lt_table *roles = lt_engine_table(d->engine, "lex/speaks-for.tsv", NULL);
    uint32_t holder = LAUT_NONE, person = LAUT_NONE, owner = LAUT_NONE, other = LAUT_NONE, subject = LAUT_NONE, first = 0;
    bool one = true;
    uint32_t body = lt_main_body(f, &one, &first);
    if (body == LAUT_NONE || d->mentions.at[body].sentence >= f->lead) /* … mit einem Konzept des Büros Helios */
        find_offices_of_generic(f);
    body = body == LAUT_NONE ? common_body(f) : body;
    if (body != LAUT_NONE && f->party_of[body] == LAUT_NONE)
        holder = lt_party_of_body(f, body);
    for (uint32_t m = 0; roles && m < d->mentions.count; m++) {
        const lt_mention *x = &d->mentions.at[m];
        uint32_t p = f->party_of[m];
        if (lt_is_named_body(f, m))
            other = lt_is_same_body(d, body, m) || is_of_state(d, x) ? LAUT_NONE : m;
        if (x->type == LT_TYPE_ORGANIZATION && is_subject(d, m) && x->definite) /* das Ministerium prüft, sagte ein Sprecher */
            subject = is_another_body(f, m, body) ? m : LAUT_NONE;
        if (p != LAUT_NONE && body != LAUT_NONE && lt_is_generic(d, m) && p != f->party_of[body])
            other = f->parties[p].counterpart ? m : other; /* der Hersteller … das Unternehmen … Geschäftsführer Otto Grothe */
        bool of_other = (other != LAUT_NONE && d->mentions.at[other].sentence + 1 >= x->sentence) ||
                        (subject != LAUT_NONE && d->mentions.at[subject].sentence + 1 >= x->sentence &&
                         ((!x->definite && !x->named) || !is_of_state(d, &d->mentions.at[subject])));
        uint32_t told = one && body != LAUT_NONE && first <= x->sentence ? told_office(f, roles, m, body) : LAUT_NONE;
        if (told != LAUT_NONE && (other == LAUT_NONE || d->mentions.at[other].sentence + 1 < x->sentence)) {
            join_to(f, f->party_of[body] != LAUT_NONE ? f->party_of[body] : holder, told);
            holder = told;
        }
        if (p == LAUT_NONE || x->pronoun || (x->type == LT_TYPE_ATTRIBUTION && x->attribute != LAUT_NONE)) /* Angaben seines Sprechers */
            continue;
        bool organ = d->parties.at[p].type == LAUT_ORGANIZATION; /* die Geschäftsführung */
        bool team = d->parties.at[p].type == LAUT_GROUP && x->features & LT_F(sg) && x->entry != LAUT_NONE && x->definite && x->attribute == LAUT_NONE &&
                    lt_entry_has(d->engine, x->entry, LT_HAS(traits, body));
        if ((team || (organ && x->possessive)) && !x->named && person != LAUT_NONE) /* Ada Brandt … ihr Team, die Gruppe */
            lt_join_sides(f, p, person);
        if (!organ && d->parties.at[p].type != LAUT_PERSON)
            continue;
        bool office = lt_has_no_owner(d, x, body) && /* ein Sprecher des Unternehmens */
                      (lt_has_plain_office(d, roles, x) || (!organ && body != LAUT_NONE && is_chief_of(f, m, &d->mentions.at[body])));
        bool points;
        uint32_t whose = office && x->possessive ? pointed_at(f, m, &points) : LAUT_NONE;
        if (office && x->possessive && points) {
            join_to(f, whose, p);
        } else if (office && x->possessive && (owner != LAUT_NONE || person != LAUT_NONE)) {
            lt_join_sides(f, p, owner != LAUT_NONE ? owner : person);
        } else if (office && one && !of_other && body != LAUT_NONE && first <= x->sentence && !lt_is_of_another_kind(f, m, body)) { /* ihre Gründerin: of a body that has not spoken */
            join_to(f, f->party_of[body] != LAUT_NONE ? f->party_of[body] : holder, p);
            holder = p;
        }
        if (organ) { /* Die Initiative klagt. Ihre Sprecherin … */
            owner = is_subject(d, m) ? p : owner;
            continue;
        }
        person = p;
        owner = LAUT_NONE;
    }
    if (holder != LAUT_NONE)
        stand_for(f, body, holder);
}

/* Ada Brandt und Otto Grothe, if they are of one side. */
static void find_pairs(lt_facts *f)
{
    const lt_document *d = f->d;
    for (uint32_t m = 0; m < d->mentions.count; m++) {
        uint32_t p = f->party_of[m], next = d->mentions.at[m].next;
        if (p == LAUT_NONE || next == LAUT_NONE || f->party_of[next] == LAUT_NONE || f->party_of[next] == p)
            continue;
        for (uint32_t k = lt_looked_back(d, &d->mentions.at[m]); k < m; k++)
            if (f->party_of[k] != LAUT_NONE && f->party_of[k] != p && d->mentions.at[k].name_first < d->mentions.at[k].name_last &&
                d->mentions.at[m].name_first < d->mentions.at[m].name_last &&
                lt_surname_of(d, &d->mentions.at[k]) == lt_surname_of(d, &d->mentions.at[m]) &&
                lt_side_of(f, f->party_of[k]) == lt_side_of(f, f->party_of[next]))
                lt_join_sides(f, p, f->party_of[k]);
    }
}

/* Die Intendantin der Seefestspiele … Festspielsprecher Otto Grothe: his office has in it what hers is of. */
static void find_compound_offices(lt_facts *f)
{
    const lt_document *d = f->d;
    for (uint32_t m = 0; m < d->mentions.count; m++) {
        const lt_mention *x = &d->mentions.at[m];
        const char *role;
        uint32_t t = f->party_of[m] == LAUT_NONE || x->type != LT_TYPE_PERSON || x->pronoun || x->attribute != LAUT_NONE ? LAUT_NONE : office_of(f, m, &role);
        char prefix[MAX_PREFIX];
        size_t n = t != LAUT_NONE && *role == '-' ? before_office(&d->tokens.at[t], strlen(role) - 1, prefix) : 0;
        for (uint32_t k = lt_looked_back(d, x); n > 5 && k < lt_looked_ahead(d, x); k++) {
            uint32_t a = d->mentions.at[k].attribute;
            if (a != LAUT_NONE && f->party_of[k] != LAUT_NONE && strstr(d->tokens.at[d->mentions.at[a].head].folded, prefix))
                lt_join_sides(f, f->party_of[m], f->party_of[k]);
        }
    }
}

/* Who of that surname was named in full before; or the mention itself. */
static uint32_t bearer_before(const lt_document *d, uint32_t m)
{
    for (uint32_t k = lt_looked_back(d, &d->mentions.at[m]); k < m; k++)
        if (d->mentions.at[k].type == LT_TYPE_PERSON && d->mentions.at[k].name_last > d->mentions.at[k].name_first + 1 &&
            lt_same_surname(d, &d->mentions.at[k], &d->mentions.at[m]))
            return k;
    return m;
}

/* Geschäftsführer Otto Grothe … so der Geschäftsführer: he is known by that word. Nora Wiebe … Wiebe, which is a given name,
 * too. */
static void find_holders(lt_facts *f)
{
    const lt_document *d = f->d;
    for (uint32_t m = 0; m < d->mentions.count; m++) {
        const lt_mention *x = &d->mentions.at[m];
        uint32_t p = f->party_of[m], full = x->name_first < x->name_last && x->type == LT_TYPE_PERSON ? (uint32_t)(lt_in_full(d, x) - d->mentions.at) : m;
        if (full == m && p != LAUT_NONE && x->name_last > x->name_first + 1 && !(d->tokens.at[x->name_first].flags & LT_CAPITAL))
            full = bearer_before(d, m); /* der alte Rauh */
        if (p != LAUT_NONE && full != m && f->party_of[full] != LAUT_NONE && d->parties.at[f->party_of[full]].type == LAUT_PERSON)
            lt_join_sides(f, p, f->party_of[full]);
        bool kin = x->possessive || (x->entry != LAUT_NONE && lt_cell_has(lt_entry_cell(d->engine, x->entry, "traits"), "relational"));
        for (uint32_t k = lt_looked_back(d, x); p != LAUT_NONE && kin && k < m; k++) /* seine Frau Ada Rabe: a family firm */
            if (f->party_of[k] != LAUT_NONE && f->party_of[k] != p && d->mentions.at[k].type == LT_TYPE_PERSON && lt_same_surname(d, x, &d->mentions.at[k]))
                lt_join_sides(f, p, f->party_of[k]);
        if (p == LAUT_NONE || !x->definite || x->pronoun || x->named || x->attribute != LAUT_NONE ||
            (x->type != LT_TYPE_PERSON && x->type != LT_TYPE_GROUP))
            continue;
        const lt_token *word = &d->tokens.at[x->head];
        for (uint32_t k = lt_looked_back(d, x); k < d->mentions.count && d->mentions.at[k].sentence < x->sentence; k++) {
            const lt_mention *y = &d->mentions.at[k];
            if (f->party_of[k] == LAUT_NONE || f->party_of[k] == p || y->name_first >= y->name_last || y->type != LT_TYPE_PERSON)
                continue;
            for (uint32_t t = y->first; t < y->name_first; t++)
                if (d->tokens.at[t].flags & LT_CAPITAL && is_same_word(&d->tokens.at[t], word))
                    lt_join_sides(f, p, f->party_of[k]);
        }
    }
}

/* Der Meister, die Forscherin: what somebody may be called who is known by name; no office that another one may hold. */
static bool may_describe(const lt_document *d, const lt_mention *m)
{
    static const char *const others[] = {"office", "relational", "spokes", "counsel", "accuses"};
    if (m->pronoun || m->named || !m->definite || !(m->features & LT_F(sg)) || m->attribute != LAUT_NONE ||
        (m->type != LT_TYPE_PERSON && m->entry != LAUT_NONE) || (m->type != LT_TYPE_PERSON && lt_is_listed_noun(d, m)))
        return false; /* der Gießer is in no lexicon */
    for (size_t i = 0; m->entry != LAUT_NONE && i < sizeof others / sizeof *others; i++)
        if (lt_cell_has(lt_entry_cell(d->engine, m->entry, "traits"), others[i]))
            return false;
    return true;
}

/* Otto Grothe gießt Glocken … sagt der Gießer: where no one else was introduced by that word, it is he who was named last
 * and speaks in the text. */
static void find_callings(lt_facts *f)
{
    const lt_document *d = f->d;
    bool *speaks = lt_arena_alloc(&f->d->arena, d->parties.count + 1), *known = lt_arena_alloc(&f->d->arena, d->parties.count + 1);
    if (!speaks || !known)
        return;
    for (uint32_t i = 0; i < d->claims.count; i++)
        if (f->claims[i].attributed)
            speaks[d->claims.at[i].chain[0].party] = true;
    for (uint32_t m = 0; m < d->mentions.count; m++) {
        const lt_mention *x = &d->mentions.at[m];
        uint32_t p = f->party_of[m];
        if (p == LAUT_NONE || x->pronoun)
            continue;
        if (!known[p] && speaks[p] && may_describe(d, x)) {
            const char *offices = lt_offices_of(d, &d->tokens.at[x->head]);
            for (uint32_t k = m, until = lt_looked_back(d, x); k-- > until;) {
                const lt_mention *y = &d->mentions.at[k], *full = lt_in_full(d, y);
                uint32_t q = f->party_of[k];
                if (y->pronoun || y->name_first >= y->name_last || full->type != LT_TYPE_PERSON || q == LAUT_NONE || q == p ||
                    !speaks[q] || d->parties.at[q].type != LAUT_PERSON || !(lt_genders_of(d, full) & x->features))
                    continue;
                if (lt_may_be(d, full, x, offices ? offices : ""))
                    lt_join_sides(f, p, q);
                break;
            }
        }
        known[p] |= !(x->features & LT_F(pl)) || x->definite || x->named || x->features & LT_F(indef) ||
                    x->head == x->first; /* der Gießer is none of acht Gießer */
    }
}

/* What stands before `end` in the word, and before `other` in the other one, does not differ: Justizministerin, Justizministerium;
 * or one of them has nothing before it. */
static bool is_same_kind(const lt_token *a, const char *end, const lt_token *b, const char *other)
{
    size_t n = a->folded_size - strlen(end), m = b->folded_size - strlen(other);
    return !n || !m || (n == m && memcmp(a->folded, b->folded, n) == 0);
}

/* Whose side the mention is on: its own party, or who speaks for it: der Leiter des Bauamts. */
static uint32_t holder_of(const lt_facts *f, uint32_t m)
{
    const lt_document *d = f->d;
    uint32_t owner = d->mentions.at[m].owner, p = lt_party_of_body(f, m);
    bool office = p == LAUT_NONE && owner != LAUT_NONE && has_office_within(f, owner);
    return office ? lt_bearer_of(f, owner) : p;
}

/* The body of that kind, LAUT_NONE if there is none: a mention; `*one`: there are not several. */
static uint32_t body_called(const lt_facts *f, const char *what, bool *one)
{
    const lt_document *d = f->d;
    uint32_t body = LAUT_NONE;
    *one = true;
    for (uint32_t m = 0; *one && m < d->mentions.count; m++) {
        const lt_mention *x = &d->mentions.at[m];
        if (x->type != LT_TYPE_ORGANIZATION || x->pronoun)
            continue;
        const lt_token noun = lt_bare_noun(d, x);
        uint32_t p = lt_ends_as(&noun, what) ? holder_of(f, m) : LAUT_NONE;
        if (p == LAUT_NONE)
            continue;
        *one = body == LAUT_NONE || lt_side_of(f, holder_of(f, body)) == lt_side_of(f, p);
        body = m;
    }
    return body;
}

/* The mention is of a person with that office, and tells of no other body. */
static bool has_office(const lt_facts *f, uint32_t m, const char *who)
{
    const lt_document *d = f->d;
    const lt_mention *x = &d->mentions.at[m];
    if (f->party_of[m] == LAUT_NONE || d->parties.at[f->party_of[m]].type != LAUT_PERSON || x->attribute != LAUT_NONE)
        return false;
    for (uint32_t t = x->first; t < x->core_last && t < x->last; t++)
        if ((t < x->name_first || t >= x->name_last) && d->tokens.at[t].folded_size == strlen(who) && lt_ends_as(&d->tokens.at[t], who))
            return true;
    return false;
}

/* Oberstaatsanwältin Ada Brandt, Staatsanwalt Otto Grothe, die Staatsanwaltschaft: where no other such body speaks. Without
 * any, the mayor and the head of an office, unless there are two mayors. */
static void find_kin(lt_facts *f)
{
    const lt_document *d = f->d;
    const lt_table *kin = lt_engine_table(d->engine, "lex/kin.tsv", NULL);
    uint32_t of = LAUT_NONE; /* who stands for a body that has not spoken itself */
    bool one = true;
    for (uint32_t r = 0; kin && r < kin->row_count; r++) {
        const char *who = lt_cell(kin, r, "person"), *what = lt_cell(kin, r, "body");
        if (r == 0 || strcmp(what, lt_cell(kin, r - 1, "body")) != 0)
        {
            uint32_t body = body_called(f, what, &one);
            of = body == LAUT_NONE ? LAUT_NONE : lt_party_of_body(f, body);
        }
        bool known = of != LAUT_NONE && d->parties.at[of].type == LAUT_ORGANIZATION;
        uint32_t holder = LAUT_NONE;
        bool single = *who != '-' && one;
        for (uint32_t m = 0; single && m < d->mentions.count; m++)
            if (has_office(f, m, who)) {
                single = known || holder == LAUT_NONE || lt_side_of(f, holder) == lt_side_of(f, f->party_of[m]);
                holder = f->party_of[m];
                if (known)
                    lt_join_sides(f, holder, of);
            }
        if (single && !known && holder != LAUT_NONE) {
            if (of != LAUT_NONE)
                lt_join_sides(f, holder, of);
            of = holder;
        }
    }
}

/* The mention has such a post and tells of no body, or is such a body; the noun that says so. */
static bool has_post(const lt_document *d, const lt_mention *x, const char *post, lt_token *noun)
{
    *noun = lt_bare_noun(d, x);
    if (x->type == LT_TYPE_ORGANIZATION)
        return lt_ends_as(noun, post);
    if (x->attribute != LAUT_NONE || x->pronoun || !(x->definite || x->named) || !(x->features & LT_F(sg)))
        return false;
    for (uint32_t t = x->first; t < x->core_last && t < x->last; t++) {
        *noun = d->tokens.at[t];
        if ((t < x->name_first || t >= x->name_last) && noun->flags & LT_CAPITAL && lt_ends_as(noun, post))
            return true;
    }
    return false;
}

/* Das russische Außenministerium: one of several. */
static bool is_described(const lt_facts *f, uint32_t party)
{
    const lt_document *d = f->d;
    for (uint32_t m = 0; m < d->mentions.count; m++) {
        const lt_mention *x = &d->mentions.at[m];
        if (f->party_of[m] == party && x->type == LT_TYPE_ORGANIZATION && x->head > x->first + 1 && !(d->tokens.at[x->head - 1].flags & LT_CAPITAL))
            return true;
    }
    return false;
}

/* Amtsärztin Ada Brandt, das Kreisgesundheitsamt: where there is no other such body. */
static void find_posts(lt_facts *f)
{
    const lt_document *d = f->d;
    const lt_table *posts = lt_engine_table(d->engine, "lex/posts.tsv", NULL);
    for (uint32_t r = 0; posts && r < posts->row_count; r++) {
        const char *post = lt_cell(posts, r, "post"), *what = lt_cell(posts, r, "body");
        bool one;
        uint32_t body = body_called(f, what, &one), of = body == LAUT_NONE ? LAUT_NONE : holder_of(f, body);
        one &= body == LAUT_NONE || !is_described(f, of);
        const lt_token head = of == LAUT_NONE ? (lt_token){0} : lt_bare_noun(d, &d->mentions.at[body]);
        for (uint32_t m = 0; of != LAUT_NONE && one && m < d->mentions.count; m++) {
            lt_token noun;
            bool is = has_post(d, &d->mentions.at[m], post, &noun) && is_same_kind(&noun, post, &head, what);
            uint32_t p = is ? holder_of(f, m) : LAUT_NONE;
            if (p != LAUT_NONE)
                lt_join_sides(f, p, of);
        }
    }
}

/* How the word speaks for a house (lex/household.tsv); or "". */
static const char *in_household(const lt_document *d, const lt_token *word)
{
    const lt_table *t = lt_engine_table(d->engine, "lex/household.tsv", NULL);
    for (uint32_t r = 0; t && r < t->row_count; r++)
        if (strlen(lt_cell(t, r, "word")) == word->folded_size && lt_ends_as(word, lt_cell(t, r, "word")))
            return lt_cell(t, r, "how");
    return "";
}

/* Die Rabes: the surname of somebody, in the plural. */
static bool is_family_of(const lt_document *d, const lt_mention *family, const lt_mention *m)
{
    const lt_token *x = &d->tokens.at[family->head], *name = m->name_first < m->name_last ? &d->tokens.at[m->name_last - 1] : NULL;
    return name && family->definite && x->folded_size == name->folded_size + 1u && x->folded[x->folded_size - 1] == 's' &&
           memcmp(x->folded, name->folded, name->folded_size) == 0;
}

/* Ihr Mann bestreitet das: not of her side. */
bool lt_denies(const lt_facts *f, uint32_t party)
{
    const lt_document *d = f->d;
    for (uint32_t i = 0; i < d->claims.count; i++)
        if (f->claims[i].attributed && d->claims.at[i].chain[0].party == party &&
            (d->claims.at[i].act == LAUT_DENIAL || d->claims.at[i].act == LAUT_ACCUSATION))
            return true;
    return false;
}

/* Ihr Mann ergänzt; das Paar will nicht wachsen; sagen die Rabes: of one side with who was named before. */
static void find_household(lt_facts *f)
{
    enum { NEAR = 2 }; /* sentences */
    const lt_document *d = f->d;
    for (uint32_t m = 0; m < d->mentions.count; m++) {
        const lt_mention *x = &d->mentions.at[m];
        uint32_t p = f->party_of[m];
        if (p == LAUT_NONE || x->pronoun || x->attribute != LAUT_NONE)
            continue;
        const char *how = in_household(d, &d->tokens.at[x->name_first < x->name_last && x->name_first > x->first ? x->name_first - 1 : x->head]);
        bool together = strcmp(how, "together") == 0 && x->definite, named = x->name_first < x->name_last;
        bool kin = x->possessive && !lt_denies(f, p) && (strcmp(how, "spouse") == 0 || (strcmp(how, "kin") == 0 && !named));
        bool family = x->definite && x->features & LT_F(nom) && lt_ends_as(&d->tokens.at[x->head], "s"); /* die Rabes */
        if (!together && !kin && !family)
            continue;
        for (uint32_t k = m, until = lt_looked_back(d, x), found = LAUT_NONE; k-- > until;) {
            const lt_mention *y = &d->mentions.at[k];
            bool person = y->type == LT_TYPE_PERSON || (y->pronoun && y->features & LT_F(pers) && y->features & LT_F(sg));
            uint32_t q = f->party_of[person ? lt_meant(f, k) : k];
            if (q == p || y->last > x->first)
                continue;
            if (q != LAUT_NONE && is_family_of(d, x, y))
                lt_join_sides(f, p, q);
            if (found == LAUT_NONE && person && (together ? q != LAUT_NONE : kin && y->sentence + NEAR >= x->sentence)) {
                found = k; /* seine Frau: of whom was named last, whether he speaks or not */
                if (q != LAUT_NONE)
                    lt_join_sides(f, p, q);
            }
        }
    }
}

/* Trainer Otto Grothe of SV Hude … nach Angaben des Vereins: of the side that was named last, if it is of that kind, and no other
 * body of the kind was named behind it. */
static void find_nameless(lt_facts *f)
{
    const lt_document *d = f->d;
    unsigned *kinds_of_side = lt_arena_alloc(&f->d->arena, (d->parties.count + 1) * sizeof *kinds_of_side);
    for (uint32_t p = 0; kinds_of_side && p < d->parties.count; p++)
        kinds_of_side[lt_side_of(f, p)] |= f->parties[p].kinds;
    for (uint32_t i = 0, before = LAUT_NONE; kinds_of_side && i < d->claims.count; i++) {
        uint32_t p = f->claims[i].attributed ? d->claims.at[i].chain[0].party : LAUT_NONE, m = f->claims[i].voice;
        if (p == LAUT_NONE)
            continue;
        bool nameless = d->parties.at[p].type == LAUT_ORGANIZATION && m != LAUT_NONE && before != LAUT_NONE && f->parties[p].nameless;
        unsigned kinds = nameless ? kinds_of(d, &d->mentions.at[m]) : 0;
        if (nameless && !kinds)
            lt_join_sides(f, p, before);
        for (uint32_t k = m, until = nameless && kinds ? lt_looked_back(d, &d->mentions.at[m]) : m; k != LAUT_NONE && k-- > until;) {
            const lt_mention *y = &d->mentions.at[k];
            bool other = y->type == LT_TYPE_ORGANIZATION && y->named && kinds & kinds_of(d, y);
            uint32_t q = other ? lt_party_of_body(f, k) : f->party_of[k];
            if (q != LAUT_NONE && q != p && (other || kinds & kinds_of_side[lt_side_of(f, q)]))
                lt_join_sides(f, p, q);
            else if (!other)
                continue;
            break;
        }
        before = p;
    }
}

/* Die Intendantin kniet auf dem Läufer. „…“, sagt Ada Brandt: who opens the text by what she is, and is named next. */
static void find_opening(lt_facts *f)
{
    const lt_document *d = f->d;
    uint32_t m = 0, k = 0;
    while (m < d->mentions.count && (f->party_of[m] == LAUT_NONE || d->sentences.at[d->mentions.at[m].sentence].heading))
        m++;
    if (m == d->mentions.count)
        return;
    const lt_mention *x = &d->mentions.at[m];
    uint32_t p = f->party_of[m];
    if (x->type != LT_TYPE_PERSON || x->pronoun || x->named || !x->definite || x->attribute != LAUT_NONE || !(x->features & LT_F(sg)))
        return;
    for (k = m + 1; k < d->mentions.count && (f->party_of[k] == LAUT_NONE || f->party_of[k] == p);)
        k++;
    const lt_mention *y = k < d->mentions.count ? &d->mentions.at[k] : x;
    bool by_name = y->type == LT_TYPE_PERSON && y->name_last > y->name_first + 1 && y->first == y->name_first && y->last == y->name_last;
    for (uint32_t i = 0; i < d->claims.count && by_name && y->sentence <= x->sentence + 1; i++)
        if (f->claims[i].mention == k && lt_genders_of(d, y) & x->features)
            lt_join_sides(f, p, f->party_of[k]);
}

/* Intendantin Ada Brandt … Pressesprecher Otto Grothe: where no body speaks, and none is named, his is hers. */
static void find_spokesmen(lt_facts *f)
{
    const lt_document *d = f->d;
    for (uint32_t m = speaking_bodies(f) ? d->mentions.count : 0, chief = LAUT_NONE; m < d->mentions.count; m++) {
        const lt_mention *x = &d->mentions.at[m];
        if (lt_is_named_body(f, m))
            return;
        if (f->party_of[m] == LAUT_NONE || x->type != LT_TYPE_PERSON || x->pronoun || x->attribute != LAUT_NONE || x->entry == LAUT_NONE ||
            !has_office_within(f, m))
            continue;
        if (!lt_cell_has(lt_entry_cell(d->engine, x->entry, "traits"), "spokes"))
            chief = f->party_of[m];
        else if (chief != LAUT_NONE && x->named)
            lt_join_sides(f, f->party_of[m], chief);
    }
}

/* „…“, sagte Vell. Die Sprecherin des Amtes stellte klar, …: of whom nothing was told but the name, what he is comes right behind, as
 * the subject of the next sentence, and was not there before. */
static void find_told_later(lt_facts *f)
{
    const lt_document *d = f->d;
    for (uint32_t i = 0; i < d->claims.count; i++) {
        uint32_t m = f->claims[i].mention, p = m == LAUT_NONE || !f->claims[i].attributed ? LAUT_NONE : d->claims.at[i].chain[0].party;
        if (p == LAUT_NONE || d->parties.at[p].type != LAUT_PERSON || d->parties.at[p].mentions.count == 0)
            continue;
        const lt_mention *x = &d->mentions.at[m];
        if (!x->named || x->first != x->name_first || x->name_last != x->name_first + 1 || lt_is_introduced(f, m))
            continue;
        for (uint32_t k = m + 1; k < d->mentions.count && d->mentions.at[k].sentence <= x->sentence + 1; k++) {
            const lt_mention *y = &d->mentions.at[k];
            uint32_t q = f->party_of[k];
            if (y->sentence != x->sentence + 1 || d->sentences.at[y->sentence].paragraph || !is_subject(d, k))
                continue;
            if (y->type == LT_TYPE_PERSON && y->definite && !y->named && !y->pronoun && !y->possessive && y->features & LT_F(sg) && q != LAUT_NONE && q != p &&
                lt_genders_of(d, x) & y->features && d->parties.at[q].mentions.at[0].begin == d->tokens.at[y->first].begin)
                lt_join_sides(f, p, q);
            break;
        }
    }
}

/* Zwischen Weser und Elbe gibt es keine ältere … sagt sie: who is but a name behind a preposition has not spoken, but who did before. */
static void find_strays(lt_facts *f)
{
    const lt_document *d = f->d;
    bool *sure = lt_arena_alloc(&f->d->arena, d->parties.count + 1);
    for (uint32_t m = 0; sure && m < d->mentions.count; m++) {
        const lt_mention *x = &d->mentions.at[m];
        bool stray = x->preposition != LAUT_NONE && x->first == x->name_first && x->name_first < x->name_last && x->entry == LAUT_NONE;
        if (f->party_of[m] != LAUT_NONE && !x->pronoun)
            sure[f->party_of[m]] |= !stray;
    }
    for (uint32_t i = 0, before = LAUT_NONE, last = LAUT_NONE; sure && i < d->claims.count; i++) {
        uint32_t p = f->claims[i].attributed ? d->claims.at[i].chain[0].party : LAUT_NONE, m = f->claims[i].mention;
        if (p == LAUT_NONE || m == LAUT_NONE)
            continue;
        bool pronoun = d->mentions.at[m].pronoun;
        if (pronoun && d->mentions.at[m].features & LT_F(pers) && !sure[p] && d->parties.at[p].type == LAUT_PERSON && before != LAUT_NONE &&
            lt_genders_of(d, lt_in_full(d, &d->mentions.at[last])) & d->mentions.at[m].features)
            lt_join_sides(f, p, before);
        if (!pronoun) {
            before = p;
            last = m;
        }
    }
}

void lt_find_sides(lt_facts *f)
{
    look_at_words(f);
    lt_find_institutions(f);
    find_doubtful(f);
    find_owned(f);
    find_colleagues(f);
    find_offices(f);
    find_workers(f);
    find_inner_offices(f);
    find_pairs(f);
    find_compound_offices(f);
    find_holders(f);
    find_callings(f);
    find_kin(f);
    find_posts(f);
    find_household(f);
    find_nameless(f);
    find_opening(f);
    find_told_later(f);
    find_strays(f);
    find_spokesmen(f);
    join_to_last(f);
}
