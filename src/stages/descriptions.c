/* Whom a description means: der Coach, die parteilose Politikerin, das Unternehmen, das Blatt, die Behörden. */
#include <string.h>

#include "base/fold.h"
#include "stages/ages.h"
#include "stages/nouns.h"
#include "stages/offices.h"
#include "stages/resolve.h"
#include "stages/spokes.h"

enum { STATE = 15, COMPANY = 1 << 10, HOUSES = 7 << 7 }; /* the first four of them; the eleventh; churches, schools, clinics */

/* What kinds of organization a row of heads or organisations says that a body is, as bits. */
unsigned lt_body_kinds(const lt_document *d, lt_entry e)
{
#define OF_COLUMN(column, value) LT_HAS(column, value),
    static const lt_has traits[] = {LT_EACH_BODY(OF_COLUMN, traits)}, of_kind[] = {LT_EACH_BODY(OF_COLUMN, kind)};
    unsigned kinds = 0, count = sizeof traits / sizeof *traits;
    if (e == LAUT_NONE)
        return 0;
    const lt_asked *a = d->engine->asked;
    if (a[traits[0]].number < 0 || a[of_kind[0]].number < 0) { /* rules whose columns have no bits */
        for (unsigned i = 0; i < count; i++)
            kinds |= (unsigned)(lt_entry_has(d->engine, e, traits[i]) || lt_entry_has(d->engine, e, of_kind[i])) << i;
        return kinds;
    }
    uint64_t x = lt_cell_bits(d->engine, e, a[traits[0]].number), y = lt_cell_bits(d->engine, e, a[of_kind[0]].number);
    for (unsigned i = 0; i < count && (x || y); i++)
        kinds |= (unsigned)((x & a[traits[i]].bit) || (y & a[of_kind[i]].bit)) << i;
    return kinds;
}

/* Those of a party's noun, which most parties are never asked for. */
static unsigned kinds_of(const lt_document *d, lt_person *x)
{
    if (x->kinds == NOT_ASKED)
        x->kinds = (int)lt_body_kinds(d, x->noun);
    return (unsigned)x->kinds;
}

/* Whether a general word (das Unternehmen, die Behörde) can stand for a body. Halmwerk, of which only the
 * name is known, may be anything but a part of the state. */
bool lt_is_same_kind(const lt_document *d, unsigned a, lt_person *x)
{
    unsigned b = kinds_of(d, x);
    if (a && b)
        return (a & b) != 0;
    if (a & COMPANY && !b && !x->word_count && lt_entry_has(d->engine, x->noun, LT_HAS(traits, body)))
        return false; /* der Betriebsrat is no company */
    if (a && !(a & ~(unsigned)HOUSES))
        return false; /* die Hochschule is nobody of whom only the name is known */
    return a ? x->noun != LAUT_NONE || !(a & STATE) : !(b & STATE);
}

/* Whether the noun can stand for anybody of its kind: die Behörde, but not das Landesamt, which is only a
 * compound of a general word. */
static bool is_general_word(const lt_document *d, const lt_mention *m)
{
    if (m->lemma == LT_NO_WORD || !lt_entry_has(d->engine, m->entry, LT_HAS(traits, generic)))
        return false;
    char word[LT_MAX_WORD];
    const char *cell = lt_entry_cell(d->engine, m->entry, "word");
    return lt_fold(cell, strlen(cell), word) == d->engine->vocabulary.words.at[m->lemma].size;
}

/* Whether somebody has an office of those: Trainer Otto Grothe, of whom der Coach may be said. */
static bool holds_one_of(const lt_document *d, const lt_person *x, const char *offices)
{
    for (uint32_t k = 0; k < x->role_count; k++) {
        const lt_vocable *role = &d->engine->vocabulary.words.at[x->roles[k]];
        if (role->size < LT_MAX_WORD &&
            lt_is_one_of(d, offices, &(lt_token){.folded = role->text, .folded_size = (uint8_t)role->size}))
            return true;
    }
    return false;
}

/* Politikerin Ada Brandt, of whom die Abgeordnete may be said. */
static bool may_hold(const lt_document *d, const lt_person *x, const lt_mention *m)
{
    for (uint32_t k = 0; k < x->role_count; k++) {
        const lt_vocable *role = &d->engine->vocabulary.words.at[x->roles[k]];
        const char *offices = role->size < LT_MAX_WORD
                            ? lt_offices_of(d, &(lt_token){.folded = role->text, .folded_size = (uint8_t)role->size}) : NULL;
        if (offices && lt_is_one_of(d, offices, &d->tokens.at[m->head]))
            return true;
    }
    return false;
}

/* Whether somebody stands for a body that was named: das Gericht, der Richter. */
static bool is_of_body(lt_registry *r, const lt_mention *m)
{
    lt_document *d = r->d;
    uint32_t index;
    const lt_table *t = lt_engine_table(d->engine, "lex/kin.tsv", &index);
    uint32_t persons = lt_column(t, "person"), bodies = lt_column(t, "body");
    const lt_token *head = &d->tokens.at[m->head];
    for (uint32_t row = 0; t && row < t->row_count; row++) {
        const char *who = lt_cell_at(t, row, persons), *what = lt_cell_at(t, row, bodies);
        size_t n = strlen(who);
        if (*who == '-' || n != head->folded_size || memcmp(who, head->folded, n) != 0)
            continue;
        lt_word body = lt_find_word(&d->engine->vocabulary, what, strlen(what));
        const lt_bucket *b = body == LT_NO_WORD ? NULL : lt_look_up(r, lt_role_key(body, LAUT_ORGANIZATION));
        for (uint32_t i = 0; b && i < b->people.count; i++)
            if (r->people.at[b->people.at[i]].last && r->people.at[b->people.at[i]].last <= m->first)
                return true;
    }
    return false;
}

/* Wie ein Bauer den Hanf brachte (a headline). Karsten Vehse steht auf dem Feld. … sagt der Bauer: he who has a name by then. */
static bool is_announced(const lt_document *d, const lt_person *x)
{
    return x->type == LAUT_PERSON && !x->word_count && !x->plural && d->sentences.at[d->sentence_of[x->last - 1]].heading;
}

/* The only one of whom the text has told the name so far. */
static bool is_alone(const lt_registry *r, const lt_person *x)
{
    return r->named == 1 && x->type == LAUT_PERSON && x->word_count > 0;
}

/* An office of its own, which somebody who was named may turn out to have; nobody who speaks or stands for others. */
static bool may_introduce(const lt_document *d, const lt_mention *m)
{
    return m->type == LT_TYPE_PERSON && lt_entry_has(d->engine, m->entry, LT_HAS(traits, title)) &&
           !lt_entry_has(d->engine, m->entry, LT_HAS(traits, spokes)) && !lt_entry_has(d->engine, m->entry, LT_HAS(traits, counsel)) &&
           !lt_entry_has(d->engine, m->entry, LT_HAS(traits, relational)) && !lt_entry_has(d->engine, m->entry, LT_HAS(traits, accuses));
}

/* Whether both are called by the same word, with or without an ending. */
static bool same_word(const lt_document *d, const lt_mention *a, const lt_mention *b)
{
    const lt_token *s = &d->tokens.at[a->name_first < a->name_last ? a->name_last - 1 : a->head];
    const lt_token *t = &d->tokens.at[b->name_first < b->name_last ? b->name_last - 1 : b->head];
    size_t n = s->folded_size < t->folded_size ? s->folded_size : t->folded_size;
    return n > 3 && memcmp(s->folded, t->folded, n - 1) == 0;
}

/* Der Chef der Bank is not der Chef der Partei; but der Chef des Hauses may be. */
static bool same_owner(const lt_registry *r, const lt_mention *m, const lt_person *x)
{
    const lt_document *d = r->d;
    if (m->attribute == LAUT_NONE || x->owner == LAUT_NONE)
        return true;
    const lt_mention *mine = &d->mentions.at[m->attribute], *theirs = &d->mentions.at[x->owner];
    uint32_t p = r->party_of[m->attribute], q = r->party_of[x->owner];
    if (mine->type != LT_TYPE_ORGANIZATION || theirs->type != LT_TYPE_ORGANIZATION || mine->pronoun || theirs->pronoun || (p != LAUT_NONE && p == q))
        return true;
    if (is_general_word(d, mine) || is_general_word(d, theirs)) {
        unsigned a = lt_body_kinds(d, mine->entry), b = lt_body_kinds(d, theirs->entry);
        return !a || !b || a & b;
    }
    /* die Kommission der Fakultät der Universität Kiel may be that of the Universität Kiel */
    for (const lt_mention *a = mine; a; a = a->attribute == LAUT_NONE ? NULL : &d->mentions.at[a->attribute])
        for (const lt_mention *b = theirs; b; b = b->attribute == LAUT_NONE ? NULL : &d->mentions.at[b->attribute])
            if (same_word(d, a, b))
                return true;
    return false;
}

/* Anders sieht das Bild von Ada Brandt aus. Die Abgeordnete vom Bündnis Elbe …: named for the first time right before. */
static bool just_named(const lt_document *d, const lt_person *x, const lt_mention *m)
{
    return x->word_count > 1 && !x->role_count && x->spans.count == 1 && d->sentence_of[x->last - 1] + 1 == m->sentence && m->first == d->sentences.at[m->sentence].first &&
           !d->sentences.at[m->sentence].paragraph;
}

/* What is asked of each description. */
typedef struct {
    lt_registry *r;
    const lt_mention *m;
    uint64_t number;
    unsigned kinds;  /* of body, that its noun means; bits */
    uint32_t figure; /* der 44-Jährige */
    bool announced;  /* who was announced in a headline is meant, too */
    bool passed;     /* somebody was not looked at, since he was */
    uint32_t whom;   /* party of a pronoun beside the subject: Der Arzt hat ihm geraten, …; or LAUT_NONE */
} sought;

static bool is_trait(const sought *s, lt_has trait) { return lt_entry_has(s->r->d->engine, s->m->entry, trait); }

/* Whether the party's role can be called by the noun: der Verband, of the Branchenverband. `exact`: it is the word itself. */
static bool has_role(const sought *s, const lt_person *x, bool *exact)
{
    const lt_document *d = s->r->d;
    bool same = false;
    *exact = false;
    for (uint32_t k = 0; k < x->role_count; k++) {
        same |= lt_is_same_head(d, x->roles[k], s->m->lemma) &&
                (x->roles[k] == s->m->lemma || lt_entry_has(d->engine, x->noun, LT_HAS(traits, accuses)) == is_trait(s, LT_HAS(traits, accuses))); /* no Anwalt */
        *exact |= x->roles[k] == s->m->lemma;
    }
    return same;
}

/* der Umweltverband Grünes Land, der Bauernverband: two compounds of one noun, of which neither ends in the other (der
 * Landesbauernverband Nord, der Bauernverband). */
static bool is_another_compound(const lt_document *d, const lt_mention *m, uint32_t noun)
{
    const char *a = d->tokens.at[m->head].folded, *b = d->tokens.at[noun].folded;
    size_t at_a = lt_compound_border(d, m->head, m->lemma), at_b = lt_compound_border(d, noun, m->lemma);
    size_t less = at_a < at_b ? at_a : at_b;
    return at_a && at_b && memcmp(a + at_a - less, b + at_b - less, less) != 0;
}

/* Das Ministerium für Verkehr, das Ministerium für Umwelt; das Amt in Kiel, das Amt in Hude: the noun behind the same
 * preposition is another one. */
static bool is_of_another_field(const lt_document *d, const lt_mention *m, const lt_person *x)
{
    if (m->type != LT_TYPE_ORGANIZATION || m->attribute == LAUT_NONE || x->owner == LAUT_NONE)
        return false;
    const lt_mention *own = &d->mentions.at[m->attribute], *other = &d->mentions.at[x->owner];
    return own->preposition != LAUT_NONE && other->preposition != LAUT_NONE && !own->pronoun && !other->pronoun &&
           d->tokens.at[own->preposition].form == d->tokens.at[other->preposition].form && !same_word(d, own, other);
}

/* Who has the role that the noun names, and of them who has most of its adjectives. */
static uint32_t by_role(sought *s)
{
    lt_registry *r = s->r;
    const lt_document *d = r->d;
    const lt_mention *m = s->m;
    uint64_t modifiers[MAX_MODIFIERS];
    uint32_t n = 0;
    for (uint32_t i = m->first; i < m->head && n < MAX_MODIFIERS; i++)
        for (uint32_t k = 0; k < d->tokens.at[i].reading_count; k++)
            if (lt_reading_at(d, i, k)->category == LT_ADJ && lt_reading_at(d, i, k)->lemma != LT_NO_WORD) {
                modifiers[n++] = lt_reading_at(d, i, k)->lemma;
                break;
            }
    uint64_t compound = lt_compound_part(d, m);
    if (compound) /* else it matters only to by_other_word() */
        s->kinds = lt_body_kinds(d, m->entry);
    uint32_t best = LAUT_NONE;
    uint64_t best_score = 0;
    lt_walk w = lt_walk_back(r);
    for (uint32_t p; (p = lt_step_back(r, &w)) != LAUT_NONE;) {
        const lt_person *x = &r->people.at[p];
        if (x->last > m->first + 1)
            continue;
        if (!n && x->last < best_score)
            break; /* nothing counts but who was named last */
        if (!s->announced && is_announced(d, x)) {
            s->passed = true;
            continue;
        }
        bool exact, same_role = has_role(s, x, &exact);
        if (same_role && is_of_another_field(d, m, x))
            continue;
        /* das Gesundheitsamt, das Landesgesundheitsamt: two parts of the state; Lehrerverband, Elternverband; two Kreise */
        bool kept = m->type == LT_TYPE_UNNAMED || (m->type == LT_TYPE_ORGANIZATION && x->modifier_count);
        if (compound && (s->kinds & STATE || kept) && !x->word_count &&
            !lt_has_modifier(x, compound))
            continue;
        /* eine Frau; die Fährfrau is rather somebody who has a name */
        if (compound && m->type == LT_TYPE_PERSON && !x->word_count && lt_entry_has(d->engine, x->noun, LT_HAS(traits, plain)))
            continue;
        if (compound && m->type == LT_TYPE_ORGANIZATION && x->word_count && x->role_noun && is_another_compound(d, m, x->role_noun - 1))
            continue;
        /* ihr Anwalt, when another one has not spoken for a while */
        same_role &= !m->possessive || d->sentence_of[x->last - 1] + 4 >= m->sentence;
        /* Kreise der Kommission are no Delegationskreise */
        same_role &= m->attribute == LAUT_NONE || x->word_count || exact || !x->role_count;
        if (!same_role || !same_owner(r, m, x) || (s->figure && x->figure && s->figure != x->figure) || !(s->number & (x->plural ? LT_F(pl) : LT_F(sg))))
            continue;
        if (x->type == LAUT_PERSON && (!lt_is_compatible(x, m->features & LT_GENDERS) || (m->type == LT_TYPE_ORGANIZATION && !exact)))
            continue; /* der Rat is not the Stadtbaurat */
        uint32_t common = 0;
        for (uint32_t a = 0; a < n; a++)
            for (uint32_t b = 0; b < x->modifier_count; b++)
                common += modifiers[a] == x->modifiers[b];
        if (n && x->modifier_count && !common)
            continue;
        uint64_t score = ((uint64_t)common << 32) + x->last;
        if (score > best_score || (score == best_score && (best == LAUT_NONE || p > best))) {
            best_score = score;
            best = p;
        }
    }
    return best;
}

/* Grothes Anwalt Otto Veit klagt. Seinem Verteidiger zufolge …: who answers for him goes by another word. */
static uint32_t counsel_of(const sought *s)
{
    const lt_mention *m = s->m;
    if (!m->possessive || !is_trait(s, LT_HAS(traits, counsel)) || s->number & LT_F(pl))
        return LAUT_NONE;
    lt_walk w = lt_walk_back(s->r);
    for (uint32_t p; (p = lt_step_back(s->r, &w)) != LAUT_NONE;) {
        const lt_person *x = &s->r->people.at[p];
        if (x->type == LAUT_PERSON && !x->plural && x->word_count && x->last <= m->first && lt_is_compatible(x, m->features & LT_GENDERS) &&
            x->owner != LAUT_NONE && lt_entry_has(s->r->d->engine, x->noun, LT_HAS(traits, counsel)) && same_owner(s->r, m, x))
            return p;
    }
    return LAUT_NONE;
}

/* Das Gericht wirft Otto Brandt Betrug vor. Der Angeklagte schweigt. */
static uint32_t who_was_accused(const sought *s)
{
    lt_registry *r = s->r;
    if (s->m->type != LT_TYPE_PERSON || !(s->number & LT_F(sg)) || !is_trait(s, LT_HAS(traits, plain)) || !is_trait(s, LT_HAS(traits, adj)))
        return LAUT_NONE;
    lt_walk w = lt_walk_back(r);
    for (uint32_t p; (p = lt_step_back(r, &w)) != LAUT_NONE;) {
        const lt_person *x = &r->people.at[p];
        if (x->accused && x->word_count && x->type == LAUT_PERSON && !x->plural && lt_is_compatible(x, s->m->features & LT_GENDERS))
            return p;
    }
    return LAUT_NONE;
}

/* Die Beamten: the body that they belong to, if it was named. */
static uint32_t body_of_staff(const sought *s)
{
    lt_registry *r = s->r;
    const lt_document *d = r->d;
    uint32_t table_index;
    bool many = s->m->lemma != LT_NO_WORD && s->number & LT_F(pl);
    const lt_table *t = many ? lt_engine_table(d->engine, "lex/staff.tsv", &table_index) : NULL;
    for (uint32_t row = 0; t && row < t->row_count; row++) {
        const char *staff = lt_cell(t, row, "staff"), *bodies = lt_cell(t, row, "body");
        if (strcmp(d->engine->vocabulary.words.at[s->m->lemma].text, staff) != 0)
            continue;
        lt_word body = lt_find_word(&d->engine->vocabulary, bodies, strlen(bodies));
        if (body == LT_NO_WORD)
            continue;
        const lt_bucket *b = lt_look_up(r, lt_role_key(body, LAUT_ORGANIZATION));
        for (uint32_t i = 0; i < b->people.count; i++)
            if (r->people.at[b->people.at[i]].last && r->people.at[b->people.at[i]].last <= s->m->first)
                return b->people.at[i];
    }
    return LAUT_NONE;
}

/* Polizei und Feuerwehr: die Behörden. */
static uint32_t bodies_together(const sought *s)
{
    lt_registry *r = s->r;
    uint32_t best = LAUT_NONE;
    if (s->m->type != LT_TYPE_ORGANIZATION || !(s->number & LT_F(pl)) || !is_trait(s, LT_HAS(traits, generic)))
        return LAUT_NONE;
    lt_walk w = lt_walk_back(r);
    for (uint32_t p; (p = lt_step_back(r, &w)) != LAUT_NONE;) {
        const lt_person *x = &r->people.at[p];
        uint32_t same = 0;
        while (same < x->member_count && s->kinds & kinds_of(r->d, &r->people.at[x->members[same]]))
            same++;
        if (x->member_count && same == x->member_count && x->last <= s->m->first && (best == LAUT_NONE || p > best))
            best = p;
    }
    return best;
}

/* What is asked of a description that is another word for somebody: die parteilose Politikerin, das Unternehmen, das Blatt. */
typedef struct {
    laut_party_type wanted;
    bool generic; /* das Unternehmen */
    bool bound;   /* it says of whom or of what: die Leiterin der Festspiele */
    bool far;     /* der 54-Jährige, der Schwede: said of somebody further back, too */
    bool plain;   /* der Beschuldigte, der Mann */
    bool once;    /* die frühere Ministerin: of whom now another office is known */
    const char *offices; /* those that the word covers: der Politiker; or NULL */
} other_word;

/* How far back the description may reach, in sentences that are told. */
static uint32_t reach_of(const other_word *o) { return o->generic ? 6 : 3; }

/* Der Ökonom Otto Grothe hält das für teuer. … glaubt der Experte vom Institut; so die Leiterin der Studie: who has just
 * spoken, since somebody new would have a name. */
static bool is_expert_before(const sought *s, const lt_person *x)
{
    const lt_registry *r = s->r;
    const lt_mention *m = s->m, *of = &r->d->mentions.at[m->attribute];
    bool work = of->type == LT_TYPE_DOCUMENT || of->type == LT_TYPE_ATTRIBUTION;
    bool expert = is_trait(s, LT_HAS(traits, office)) ? work : is_trait(s, LT_HAS(traits, group)) && of->preposition != LAUT_NONE;
    uint32_t strong = lt_stronger(x);
    return expert && m->definite && x->type == LAUT_PERSON && x->word_count > 1 && strong && lt_told_at(r, strong - 1) + 2 >= r->told[m->sentence];
}

/* Die Ärztin warnt. Die Mutter habe gesagt, das Kind sei blau: whoever has just spoken tells what somebody else said. */
static bool tells_of(const lt_document *d, const lt_mention *m, const lt_person *x)
{
    const lt_clause *c = m->clause == LAUT_NONE ? NULL : &d->clauses.at[m->clause];
    uint32_t subject = c ? d->arguments[m->clause].subject : LAUT_NONE;
    return c && c->kind == LT_MAIN && c->report != LAUT_NONE && c->features & LT_F(subj1) && subject != LAUT_NONE &&
           &d->mentions.at[subject] == m && x->last_speaker && d->sentence_of[x->last_speaker - 1] < m->sentence && d->sentence_of[x->last_speaker - 1] + 2 >= m->sentence;
}

/* Der Investor, der Händler: a word for a person that firms go by, too. */
static bool is_trader(const lt_document *d, lt_person *x)
{
    return x->type == LAUT_PERSON && kinds_of(d, x) & COMPANY;
}

/* Der Investor Kontor Rhein … das Unternehmen: that stands in front of what is no given name. */
static bool may_be_firm(const lt_document *d, const lt_person *x)
{
    return x->word_count && x->name_first && !given_name(d, x->name_first - 1) && !lt_is_surname(d, x->name_first - 1, x->name_first);
}

/* Whether the description may mean that party, whose noun, number and gender it asks for. */
static bool may_mean(const sought *s, const other_word *o, lt_person *x)
{
    const lt_registry *r = s->r;
    const lt_document *d = r->d;
    const lt_mention *m = s->m;
    bool body = o->wanted == LAUT_ORGANIZATION, person = o->wanted == LAUT_PERSON;
    if (o->bound && !just_named(d, x, m) && !is_expert_before(s, x) &&
        (!x->bare || !x->last_subject ||
         ((d->sentence_of[x->last_subject - 1] + 1 < m->sentence || d->sentences.at[m->sentence].paragraph) && !is_alone(r, x))))
        return false;
    /* die Grünen, die Partei: only a body whose kind is known may be plural */
    bool certain = (s->kinds & kinds_of(d, x)) != 0;
    if (body && x->type == LAUT_PERSON && is_trader(d, x) && !may_be_firm(d, x))
        return false;
    if (body && lt_entry_has(d->engine, x->noun, LT_HAS(traits, organ)))
        return false; /* das Unternehmen is not its Vorstand */
    if (body && !x->word_count && is_trait(s, LT_HAS(traits, body)) && !lt_entry_has(d->engine, x->noun, LT_HAS(traits, body)) &&
        lt_entry_has(d->engine, x->noun, LT_HAS(traits, generic)))
        return false; /* an Deck liegt eine Kette; die Reederei is another one */
    if ((x->type != o->wanted && !certain) || (x->plural && !certain) || x->last > m->first + 1 ||
        (person && !lt_is_compatible(x, m->features & LT_GENDERS)) ||
        (body && (x->place || (!x->word_count && !(o->generic && (x->last_subject || certain))))))
        return false;
    /* ein Sprecher of hers is not the politician */
    if (person && !x->word_count && lt_entry_has(d->engine, x->noun, LT_HAS(traits, spokes)))
        return false;
    /* Das Endergebnis steht aus. In dem vorläufigen Bericht heißt es …: none that has said nothing */
    if (o->wanted == LAUT_DOCUMENT && m->first + 1 < m->head && !x->last_speaker)
        return false;
    if (person && tells_of(d, m, x))
        return false;
    if (lt_is_named_in_content(d, x, m->first) || (s->whom != LAUT_NONE && x == &r->people.at[s->whom]))
        return false;
    /* der 44-Jährige is not the 27-Jährige */
    if (s->figure && x->figure && s->figure != x->figure)
        return false;
    /* der Alte: rather the father than the doctor */
    if (is_trait(s, LT_HAS(traits, relational)) && is_trait(s, LT_HAS(traits, adj)) && !x->word_count && lt_entry_has(d->engine, x->noun, LT_HAS(traits, title)))
        return false;
    /* der Beschuldigte, der Mann: nobody who was named with an office */
    if (o->plain && x->role_count && lt_entry_has(d->engine, x->noun, LT_HAS(traits, title)) && !(is_trait(s, LT_HAS(traits, witness)) && is_alone(r, x)))
        return false;
    return true;
}

/* Whether the offices that it has are no obstacle to that. `holds`: the word covers one of them. */
static bool fits_office(const sought *s, const other_word *o, lt_person *x, bool holds)
{
    const lt_document *d = s->r->d;
    const lt_mention *m = s->m;
    if (o->wanted == LAUT_ORGANIZATION)
        return lt_is_same_kind(d, s->kinds, x);
    if (o->wanted != LAUT_PERSON || !x->role_count || holds || (o->bound && is_expert_before(s, x)))
        return true;
    uint32_t latest = lt_stronger(x);
    if (o->once && x->word_count && latest && lt_told_at(s->r, latest - 1) + 2 >= s->r->told[m->sentence])
        return true;
    /* Abgeordneter Otto Grothe is der Politiker, der 54-Jährige, but not der Anstaltsleiter */
    if (is_trait(s, LT_HAS(traits, office)) && !may_hold(d, x, m))
        return false;
    /* Verteidiger Otto Grothe is no Bauleiter */
    if (lt_entry_has(d->engine, x->noun, LT_HAS(traits, counsel)) && is_trait(s, LT_HAS(traits, title)) && !s->figure)
        return false;
    /* Ministerin Ada Brandt is no Übersetzerin, whose words these are */
    bool told = m->owner != LAUT_NONE && d->mentions.at[m->owner].type == LT_TYPE_ATTRIBUTION;
    return !told || o->offices || !is_trait(s, LT_HAS(traits, title));
}

/* Bauleiter Jan Wolf and Prüfer Otto Grothe kamen. … meint der Ingenieur: either of them, as far as one knows. */
static void find_rivals(const sought *s, const other_word *o, uint32_t best)
{
    lt_registry *r = s->r;
    const lt_document *d = r->d;
    r->rivals.count = 0;
    if (best == LAUT_NONE || o->wanted != LAUT_PERSON || o->far)
        return;
    bool known = o->offices && holds_one_of(d, &r->people.at[best], o->offices);
    lt_walk w = lt_walk_back(r);
    for (uint32_t p; (p = lt_step_back(r, &w)) != LAUT_NONE;) {
        const lt_person *x = &r->people.at[p];
        if (d->sentence_of[x->last - 1] < d->sentence_of[r->people.at[best].last - 1])
            break;
        if (p != best && !x->plural && lt_is_compatible(x, s->m->features & LT_GENDERS) && lt_are_rivalling(d, &r->people.at[best], x, s->m->sentence) &&
            known == (o->offices && holds_one_of(d, x, o->offices)))
            lt_add_rival(r, best, p);
    }
}

/* Die Helios GmbH will bauen. … erklärte die Firma: the only one of that kind that the text has named, however far back. */
static uint32_t only_of_kind(const sought *s)
{
    lt_registry *r = s->r;
    uint32_t only = LAUT_NONE;
    lt_walk w = lt_walk_back(r);
    for (uint32_t p; (p = lt_step_back(r, &w)) != LAUT_NONE;) {
        lt_person *x = &r->people.at[p];
        if (x->type != LAUT_ORGANIZATION || !x->word_count || x->place || x->last > s->m->first || !(s->kinds & kinds_of(r->d, x)))
            continue;
        if (only != LAUT_NONE)
            return LAUT_NONE;
        only = p;
    }
    return only;
}

/* Der Coach: the only one whose office it is, however far back. */
static uint32_t only_holder(const sought *s, const char *offices)
{
    lt_registry *r = s->r;
    uint32_t only = LAUT_NONE;
    lt_walk w = lt_walk_back(r);
    for (uint32_t p; offices && (p = lt_step_back(r, &w)) != LAUT_NONE;) {
        const lt_person *x = &r->people.at[p];
        if (x->type != LAUT_PERSON || x->plural || x->last > s->m->first || !lt_is_compatible(x, s->m->features & LT_GENDERS) ||
            !holds_one_of(r->d, x, offices))
            continue;
        if (only != LAUT_NONE)
            return LAUT_NONE;
        only = p;
    }
    return only;
}

/* Ada Brandt singt wieder. … Noch im Mai hatte die 38-Jährige geklagt: the only one with a name so far, however far back, where
 * nobody without one came since. */
static uint32_t only_named(const sought *s)
{
    lt_registry *r = s->r;
    const lt_document *d = r->d;
    uint32_t only = LAUT_NONE;
    lt_walk w = lt_walk_back(r);
    for (uint32_t p; (p = lt_step_back(r, &w)) != LAUT_NONE;) {
        const lt_person *x = &r->people.at[p];
        if (x->type != LAUT_PERSON || x->plural || x->last > s->m->first || !lt_is_compatible(x, s->m->features & LT_GENDERS))
            continue;
        if (only != LAUT_NONE ? x->word_count > 0 : !x->word_count || x->faint || (x->figure && x->figure != s->figure) ||
            lt_entry_has(d->engine, x->noun, LT_HAS(traits, spokes)) || lt_entry_has(d->engine, x->noun, LT_HAS(traits, counsel)) ||
            lt_entry_has(d->engine, x->noun, LT_HAS(traits, accuses)))
            return LAUT_NONE;
        if (only == LAUT_NONE)
            only = p;
    }
    return only;
}

/* Whether one of the adjectives in the phrase is in the table, by its lemma, or by the stem of a comparative (frühere). */
static bool has_adjective_of(const lt_document *d, const lt_mention *m, const char *table)
{
    const lt_table *t = lt_engine_table(d->engine, table, NULL);
    for (uint32_t row = 0; t && row < t->row_count; row++) {
        const char *cell = lt_cell(t, row, "lemma");
        char stem[LT_MAX_WORD];
        size_t size = lt_fold(cell, strlen(cell), stem);
        lt_word other = lt_find_word(&d->engine->vocabulary, cell, strlen(cell));
        for (uint32_t i = m->first; i < m->head; i++) {
            const lt_token *w = &d->tokens.at[i];
            for (uint32_t k = 0; k < w->reading_count; k++) {
                const lt_reading *r = lt_reading_at(d, i, k);
                if (r->category == LT_ADJ && ((other != LT_NO_WORD && r->lemma == other) ||
                                              (r->features & LT_F(comp) && w->folded_size >= size && w->folded_size <= size + 2 && memcmp(w->folded, stem, size) == 0)))
                    return true;
            }
        }
    }
    return false;
}

/* die damalige Kammer: an adjective says that it is another one. */
static bool means_another(const lt_document *d, const lt_mention *m)
{
    return has_adjective_of(d, m, "lex/others.tsv");
}

/* der Eigentümer, ein Imker aus dem Allgäu: whoever is told to be something so is new here. */
static bool is_explained(const lt_document *d, const lt_mention *m)
{
    uint32_t i = (uint32_t)(m - d->mentions.at);
    while (i < d->mentions.count && d->mentions.at[i].first <= m->last)
        i++;
    const lt_mention *n = i < d->mentions.count && d->tokens.at[m->last].kind == LT_COMMA ? &d->mentions.at[i] : NULL;
    return n && n->first == m->last + 1 && n->sentence == m->sentence && n->type == LT_TYPE_PERSON && n->features & LT_F(indef) &&
           !n->pronoun && n->next == LAUT_NONE;
}

/* Whether the description can be another word for somebody; and what it asks of him. */
static bool is_other_word(const sought *s, other_word *o)
{
    const lt_document *d = s->r->d;
    const lt_mention *m = s->m;
    const lt_mention *where = m->attribute != LAUT_NONE ? &d->mentions.at[m->attribute] : NULL;
    bool from = where && /* das Unternehmen aus Kiel; ruft die Bäuerin aus dem Nebenraum */
                (where->type == LT_TYPE_PLACE || (where->type == LT_TYPE_THING && where->preposition != LAUT_NONE && where->definite)) &&
                where->first > m->head; /* but: Russlands Botschafter */
    switch ((lt_mention_type)m->type) {
    case LT_TYPE_PERSON: o->wanted = LAUT_PERSON; break;
    case LT_TYPE_ORGANIZATION: o->wanted = LAUT_ORGANIZATION; break;
    case LT_TYPE_MEDIA: o->wanted = LAUT_MEDIA; break;
    case LT_TYPE_DOCUMENT: o->wanted = LAUT_DOCUMENT; break;
    default: return false;
    }
    if (m->possessive || s->number & LT_F(pl))
        return false;
    o->generic = is_general_word(d, m);
    if (means_another(d, m))
        return false;
    if (is_trait(s, LT_HAS(traits, spokes)) || (!o->generic && (o->wanted == LAUT_DOCUMENT || is_trait(s, LT_HAS(traits, body)))))
        return false;
    /* Ada Brandt steht am Ufer. … ruft die Leiterin der Festspiele: of whom so far no office is known */
    o->bound = m->attribute != LAUT_NONE && !from;
    o->offices = o->wanted == LAUT_PERSON ? lt_offices_of(d, &d->tokens.at[m->head]) : NULL;
    if (o->wanted == LAUT_PERSON && !o->offices && is_explained(d, m))
        return false;
    if ((o->bound && !may_introduce(d, m)) || (o->wanted == LAUT_PERSON && !o->offices && is_of_body(s->r, m)))
        return false;
    o->plain = is_trait(s, LT_HAS(traits, plain));
    o->once = o->wanted == LAUT_PERSON && m->definite && has_adjective_of(d, m, "lex/once.tsv");
    o->far = s->figure || is_trait(s, LT_HAS(traits, origin));
    return true;
}

/* Der Hausarzt hat ihm geraten, …: whoever was told of so far is rather the one who was advised. */
static bool does_to_somebody(const sought *s)
{
    const lt_document *d = s->r->d;
    const lt_mention *m = s->m;
    if (m->clause == LAUT_NONE || d->arguments[m->clause].subject == LAUT_NONE || &d->mentions.at[d->arguments[m->clause].subject] != m)
        return false;
    const uint32_t objects[] = {d->arguments[m->clause].dative, d->arguments[m->clause].accusative};
    for (size_t i = 0; i < sizeof objects / sizeof *objects; i++) {
        const lt_mention *o = objects[i] == LAUT_NONE ? NULL : &d->mentions.at[objects[i]];
        if (o && o->pronoun && o->features & LT_F(pers) && o->features & LT_F(sg) && o->features & m->features & LT_GENDERS)
            return true;
    }
    return false;
}

/* Whether somebody is the subject in front of a colon, and the mention stands behind it. */
static bool is_before_colon(const lt_document *d, const lt_person *x, const lt_mention *m)
{
    if (!x->last_subject || x->last_subject > m->first || d->sentence_of[x->last_subject - 1] != m->sentence)
        return false;
    for (uint32_t t = x->last_subject; t < m->first; t++)
        if (d->tokens.at[t].kind == LT_COLON)
            return true;
    return false;
}

/* The party that was subject or speaker last and may be meant by the other word. */
static uint32_t by_other_word(sought *s)
{
    lt_registry *r = s->r;
    const lt_document *d = r->d;
    const lt_mention *m = s->m;
    other_word o;
    if (!is_other_word(s, &o))
        return LAUT_NONE;
    bool person = o.wanted == LAUT_PERSON;
    uint32_t best = LAUT_NONE, weak = LAUT_NONE, weak_count = 0; /* weak: only named */
    uint32_t unnamed = LAUT_NONE, unnamed_count = 0; /* Gegen den Fahrer wird ermittelt. … Der Mann bestreitet das */
    uint64_t best_score = 0;
    lt_walk w = lt_walk_back(r);
    for (uint32_t p; (p = lt_step_back(r, &w)) != LAUT_NONE;) {
        lt_person *x = &r->people.at[p];
        if (!s->announced && is_announced(d, x)) {
            s->passed = true;
            continue;
        }
        bool only = o.bound && is_alone(r, x);
        /* what was not named in the last sentences cannot be meant, and all before it neither */
        if (lt_told_at(r, x->last - 1) + reach_of(&o) < r->told[m->sentence] && !only)
            break;
        if (!may_mean(s, &o, x))
            continue;
        /* Sein Mandant sei krank, sagte der Jurist: not somebody who is new in the same sentence; but Brandt ist anderer Meinung:
         * Die Ärztin sagte, … */
        if (x->spans.count && x->spans.at[0].begin >= d->tokens.at[d->sentences.at[m->sentence].first].begin && !is_before_colon(d, x, m)) {
            weak_count += person && x->word_count > 0; /* but nobody else is meant for sure, either */
            continue;
        }
        bool holds = o.offices && x->role_count && holds_one_of(d, x, o.offices);
        if (!fits_office(s, &o, x, holds))
            continue;
        uint32_t strong = holds ? x->last : lt_stronger(x);
        if (o.wanted == LAUT_MEDIA || o.wanted == LAUT_DOCUMENT || (o.generic && o.wanted == LAUT_ORGANIZATION))
            strong = x->last;
        if (!only && (!strong || lt_told_at(r, strong - 1) + reach_of(&o) < r->told[m->sentence])) {
            if (person && x->word_count > o.far && lt_told_at(r, x->last - 1) + (o.far ? 3 : 1) >= r->told[m->sentence]) {
                weak = p;
                weak_count++;
            } else if (person && !x->word_count && lt_told_at(r, x->last - 1) + 3 >= r->told[m->sentence]) {
                unnamed = p;
                unnamed_count++;
            }
            continue;
        }
        /* Sein Vorgänger ging. … sagte der 59-Jährige: rather somebody who has a name */
        /* but: Ein Retter sagte, es brenne. … sagte der 19-Jährige */
        bool speaks = person && s->figure && x->last_speaker && lt_told_at(r, x->last_speaker - 1) + 1 >= r->told[m->sentence];
        uint64_t score = strong + (holds ? (uint64_t)1 << 33 : 0) + (person && (x->word_count || speaks) ? (uint64_t)1 << 32 : 0);
        if (o.wanted == LAUT_ORGANIZATION && is_trader(d, x))
            score = 0; /* rather a body that was told to be one */
        /* Ein Fahrer floh. „…“, sagte Einsatzleiter Grothe. Gegen den 52-Jährigen wird ermittelt: rather him who did something */
        if (person && s->figure && m->preposition != LAUT_NONE && x->last_speaker >= x->last_subject && x->role_count &&
            lt_entry_has(d->engine, x->noun, LT_HAS(traits, title)))
            score = 0;
        if (score > best_score || (score == best_score && (best == LAUT_NONE || p > best))) {
            best_score = score;
            best = p;
        }
    }
    /* Geschäftsführerin Ada Brandt sprach. Anders klingt das bei Eva Pohl. Die Köchin …: who was named last and has no other office */
    if (best != LAUT_NONE && weak != LAUT_NONE && weak_count == 1 && r->people.at[weak].word_count > 1 && !r->people.at[weak].role_count && r->people.at[best].role_count &&
        !(o.offices && holds_one_of(d, &r->people.at[best], o.offices)) &&
        d->sentence_of[r->people.at[best].last - 1] < d->sentence_of[r->people.at[weak].last - 1])
        best = weak;
    /* Trainer Jan Wolf ging. … Das sagte Sportdirektor Otto Grothe. … so der Coach: who has the office, before who has another one */
    if (best != LAUT_NONE && person && o.offices && r->people.at[best].role_count && !holds_one_of(d, &r->people.at[best], o.offices)) {
        uint32_t holder = only_holder(s, o.offices);
        best = holder == LAUT_NONE ? best : holder;
    }
    if (best != LAUT_NONE && person && !o.plain && !o.far && !(o.offices && holds_one_of(d, &r->people.at[best], o.offices)) && does_to_somebody(s))
        return LAUT_NONE;
    find_rivals(s, &o, best);
    if (best == LAUT_NONE && o.wanted == LAUT_ORGANIZATION)
        return o.generic && s->kinds ? only_of_kind(s) : LAUT_NONE;
    if (best != LAUT_NONE || !person)
        return best;
    /* Für den Treffer sorgte der Pass von Otto Grothe. … so der Mittelfeldmann: nobody else was named there */
    if (weak_count == 1 && (o.far || is_trait(s, LT_HAS(traits, title))))
        return weak;
    if (!weak_count && unnamed_count == 1 && (o.plain || s->figure || s->whom != LAUT_NONE))
        return unnamed;
    return s->figure ? only_named(s) : only_holder(s, o.offices);
}

/* Whether party `p` was not named in the paragraph. */
static bool is_of_earlier_paragraph(const sought *s, uint32_t p)
{
    const lt_document *d = s->r->d;
    uint32_t first = s->m->sentence;
    while (first > 0 && !d->sentences.at[first].paragraph)
        first--;
    return d->sentence_of[s->r->people.at[p].last - 1] < first;
}

static uint32_t meant_by(sought *s)
{
    const lt_document *d = s->r->d;
    const lt_mention *m = s->m;
    uint32_t p = by_role(s);
    bool bare = m->preposition != LAUT_NONE && !lt_is_determiner(d, m->first) && s->number & LT_F(sg) && is_general_word(d, m) &&
                d->tokens.at[m->head].form == m->lemma; /* laut Behörde */
    if (!s->kinds)
        s->kinds = lt_body_kinds(d, m->entry);
    /* Die Firma Hanfeld siegt. ¶ Der Hersteller Aquadora klagt. Fragen ließ die Firma unbeantwortet: who was named last, whatever he was called */
    if (p != LAUT_NONE && m->definite && s->kinds & COMPANY && is_general_word(d, m) && is_of_earlier_paragraph(s, p)) {
        uint32_t other = by_other_word(s);
        return other == LAUT_NONE || is_of_earlier_paragraph(s, other) ? p : other;
    }
    if (p != LAUT_NONE || !(m->definite || bare))
        return p;
    if ((p = counsel_of(s)) != LAUT_NONE || (p = who_was_accused(s)) != LAUT_NONE || (p = body_of_staff(s)) != LAUT_NONE || (p = bodies_together(s)) != LAUT_NONE)
        return p;
    return by_other_word(s);
}

/* Der Arzt hat ihm geraten, …: who ihm is, and the Arzt is not; or LAUT_NONE. */
static uint32_t whom_beside(lt_registry *r, const lt_mention *m, uint32_t index)
{
    const lt_document *d = r->d;
    if (m->type != LT_TYPE_PERSON || !lt_entry_has(d->engine, m->entry, LT_HAS(traits, relational)) || lt_entry_has(d->engine, m->entry, LT_HAS(traits, plain)) ||
        m->clause == LAUT_NONE || d->arguments[m->clause].subject != index)
        return LAUT_NONE;
    for (uint32_t i = index > 6 ? index - 6 : 0; i < d->mentions.count && i < index + 6; i++) {
        const lt_mention *o = &d->mentions.at[i];
        if (i != index && o->clause == m->clause && o->pronoun && o->features & LT_F(pers) && !(o->features & LT_F(nom)) && o->features & LT_F(sg) &&
            o->features & (LT_F(m) | LT_F(f)) && o->owner == LAUT_NONE && o->preposition == LAUT_NONE)
            return lt_pronoun_party(r, i);
    }
    return LAUT_NONE;
}

/* Bakari Lund (24) traf Nils Paulsen (31). … sagte der 31-Jährige: the one who is so old, if it is one. */
static uint32_t somebody_so_old(const sought *s)
{
    uint32_t found = LAUT_NONE;
    lt_walk w = lt_walk_back(s->r);
    for (uint32_t p; (p = lt_step_back(s->r, &w)) != LAUT_NONE;) {
        const lt_person *x = &s->r->people.at[p];
        if (x->figure != s->figure || x->plural || x->type != LAUT_PERSON || x->last > s->m->first || !lt_is_compatible(x, s->m->features & LT_GENDERS))
            continue;
        if (found != LAUT_NONE)
            return LAUT_NONE;
        found = p;
    }
    return found;
}

uint32_t lt_by_description(lt_registry *r, const lt_mention *m, uint32_t index)
{
    sought s = {.r = r, .m = m, .number = lt_number_of(r->d, m, index), .figure = lt_figure_of(r->d, m->head), .whom = whom_beside(r, m, index)};
    if (s.figure && s.number & LT_F(sg))
        s.number = LT_F(sg); /* nach Angaben der 48-Jährigen: hardly of several */
    uint32_t p = s.figure && m->definite ? somebody_so_old(&s) : LAUT_NONE;
    /* nach Angaben der Vorsitzenden: hers, where there is one */
    if (p == LAUT_NONE && m->type == LT_TYPE_PERSON && m->definite && s.number == (LT_F(sg) | LT_F(pl)) && m->features & LT_F(f)) {
        s.number = LT_F(sg);
        p = meant_by(&s);
        if (p != LAUT_NONE && (r->people.at[p].type != LAUT_PERSON || r->people.at[p].plural || (r->people.at[p].genders & LT_GENDERS) != LT_F(f)))
            p = LAUT_NONE;
        s.number = LT_F(sg) | LT_F(pl);
    }
    if (p == LAUT_NONE)
        p = meant_by(&s);
    if (p == LAUT_NONE && s.passed && m->definite) { /* but: eine Sprecherin: nobody who is named further down */
        s.announced = true;
        p = meant_by(&s);
    }
    if (p != LAUT_NONE && m->type == LT_TYPE_ORGANIZATION && is_trader(r->d, &r->people.at[p]))
        r->people.at[p].type = LAUT_ORGANIZATION; /* der Investor Kontor Rhein … das Unternehmen */
    /* Das Kreisamt prüft das. Die Behörde warnt, wie sie mitteilte: a body goes by the gender of each of its words */
    if (p != LAUT_NONE && r->people.at[p].type == LAUT_ORGANIZATION && m->type == LT_TYPE_ORGANIZATION)
        r->people.at[p].genders |= m->features & LT_GENDERS;
    return p;
}

uint32_t lt_new_description(lt_registry *r, const lt_mention *m, uint32_t index)
{
    lt_document *d = r->d;
    char *of_body = lt_spokes_name(r, m); /* may find other parties */
    lt_person *x = lt_new_person(r, m, index);
    if (!x)
        return LAUT_NONE;
    lt_name_by_phrase(d, x, m, lt_number_of(d, m, index));
    if (of_body) {
        x->name = of_body;
        x->phrase = NULL;
    }
    lt_add_role(r, x, m, m->first, m->head);
    if (!x->figure && m->type == LT_TYPE_PERSON)
        x->figure = lt_age_of(d, m);
    return (uint32_t)(x - r->people.at);
}

/* The body in front of a hyphen, which a lexicon has: UN-Angaben. */
