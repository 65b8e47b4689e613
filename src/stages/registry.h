/* Who was named so far: their names, roles and places in the text, and how they are looked up. What the stage of the parties
 * (parties.c) walks through the mentions with; all of it lives in the document's arena. */
#ifndef LT_REGISTRY_H
#define LT_REGISTRY_H

#include "document.h"
#include "engine/engine.h"

enum { MAX_NAME_WORDS = 6, MAX_ROLES = 6, MAX_MODIFIERS = 8, MAX_MEMBERS = 4, MAX_RIVALS = 4, MAX_BOTH = 4 };

/* Most parties are named, and most keys shared, so many times at most. */
enum { FEW = 2 };

/* A pronoun or description means somebody who was named lately: so many parties are looked back. Names
 * are looked up and go back to the start. */
enum { LOOK_BACK = LAUT_MAX_PARTIES };

typedef struct {
    laut_party_type type;
    lt_entry entry;                  /* of a listed name, or LAUT_NONE */
    unsigned column;                 /* which name of that row */
    lt_entry noun;                   /* row of its noun, or LAUT_NONE */
    char *name;                      /* see lt_name_of() */
    const lt_mention *phrase;        /* the phrase that gives its name, which most parties are never asked for; */
    uint64_t phrase_number;          /* its number; NULL where the name is there */
    uint64_t words[MAX_NAME_WORDS];  /* hashes of the folded words of a name */
    uint32_t word_count;
    uint32_t name_first;             /* token + 1 where the name began when he came, or 0 */
    lt_word roles[MAX_ROLES];        /* lemmas of its role nouns */
    uint32_t role_count;
    uint64_t modifiers[MAX_MODIFIERS]; /* adjectives and compound parts of its roles */
    uint32_t modifier_count;
    uint32_t figure;                 /* of its role, or 0: der 44-Jährige */
    uint32_t role_first, role_last;  /* tokens of the role that is shown */
    uint64_t genders;                /* still possible */
    bool accused;                    /* somebody reproached him: wirft Brandt Betrug vor */
    uint32_t owner;                  /* mention: whose Chef he is, or LAUT_NONE */
    uint32_t role_noun;              /* token + 1 of the noun that a body is called by besides its name (Umweltverband Nordwald), or 0 */
    uint32_t called_bare;            /* how often a surname alone meant him */
    bool bare;                       /* a name was all that was told of him when he came */
    bool faint;                      /* one bare word behind prepositions or in a quotation, which may be no person: zwischen Norderwarf und …, „Betreten verboten“ */
    bool plural, place, loud; /* loud: the name is known from a headline in capitals */
    uint32_t members[MAX_MEMBERS], member_count; /* A und B: the parties that it joins */
    uint32_t last, last_subject, last_speaker; /* tokens + 1 */
    uint32_t last_topic; /* the same, of a sentence that it begins without being its subject: Für Brandt ist das nichts */
    uint32_t older, newer;           /* those named before and after it, or LAUT_NONE; if `last` */
    int kinds;                       /* of body, that its noun says it is: bits, or NOT_ASKED */
    lt_vec(laut_span) spans;
    const lt_mention *called; /* the phrase that it is called by for good, or NULL */
} lt_person;

/* Parties that are as likely as the one that was chosen, which is among them. */
typedef struct { uint32_t at[MAX_RIVALS], count; } lt_rivals;

/* What parties are looked up by. */
typedef enum {
    BY_LAST_WORD, /* of a name: Brandt */
    BY_FIRST_AND_LAST, /* Ada Brandt */
    BY_ONLY_WORD, BY_FIRST_WORD, /* Halmwerk; Halmwerk Nord */
    BY_GIVEN_NAME, /* of a person who has a surname, too: Ada */
    BY_ENTRY, BY_ROLE, BY_MEMBERS
} lt_key_kind;

/* Those with one key, in the order of their numbers. */
typedef struct {
    uint64_t key;
    lt_vec(uint32_t) people;
} lt_bucket;

typedef struct {
    lt_document *d;
    lt_vec(lt_person) people;
    lt_bucket *buckets;        /* a hash table with open addressing; its size is a power of two */
    uint32_t bucket_room, bucket_count;
    uint32_t newest;        /* of those who were named, the last one; or LAUT_NONE */
    uint32_t named;         /* persons of whom the name was told */
    uint32_t wanted;        /* the mention that is resolved, where a claim needs it */
    bool short_sighted;     /* there were parties further back than is looked */
    uint32_t *party_of;     /* for each mention */
    uint8_t *how;           /* laut_resolved of each mention */
    uint32_t *told;         /* how many sentences were told up to each: those inside somebody's words are one */
    lt_rivals *rivals_of;      /* for each mention; none where its party is clear */
    lt_rivals rivals;          /* of the party that was looked for last */
    bool *busy;             /* against circles */
    lt_word both[MAX_BOTH]; /* lemmas that stand for two (beide), looked up when they are first needed */
    uint32_t both_count;
    bool both_known;
} lt_registry;

enum { NOT_ASKED = -1 };

/* ---------------------------------------------------------------- words */

static inline const lt_reading *lt_reading_at(const lt_document *d, uint32_t i, uint32_t k)
{
    return &d->readings.at[d->tokens.at[i].first_reading + k];
}

/* Hash of the folded text of a word. */
uint64_t lt_word_hash(const char *text, size_t size);

/* Hash of a token's folded form; `cut` bytes are taken off its end. */
uint64_t lt_token_hash(const lt_document *d, uint32_t i, size_t cut);

/* The, mein, kein: a word, and no mark. */
bool lt_is_determiner(const lt_document *d, uint32_t i);

/* andere (Gäste): a determiner by which somebody else is meant than who was named. */
bool lt_means_others(const lt_document *d, uint32_t i);

/* Whether a party with the role can be called by the noun: Branchenverband, der Verband. */
bool lt_is_same_head(const lt_document *d, lt_word role, lt_word noun);

/* Where the listed noun begins in a compound, in bytes of the folded word: behind Landes in Landesgesundheitsamtes; or 0. */
size_t lt_compound_border(const lt_document *d, uint32_t noun, uint32_t lemma);

/* Hash of what stands before the listed noun in a compound (Landes-gesundheitsamt), or 0. */
uint64_t lt_compound_part(const lt_document *d, const lt_mention *m);

/* Whether the clause of the token is told by the author: its subject is what the text is about. */
bool lt_is_in_main(const lt_document *d, uint32_t token);

/* Der Kapitän heißt Otto Grothe. */
bool lt_gives_name(const lt_document *d, uint32_t token);

/* ---------------------------------------------------------------- looking up */

uint64_t lt_registry_key(lt_key_kind kind, uint64_t a, uint64_t b);

static inline uint64_t lt_role_key(lt_word role, laut_party_type type) { return lt_registry_key(BY_ROLE, role, type); }

uint64_t lt_members_key(const uint32_t *members, uint32_t count);

/* Those who are filed under the key; never NULL. */
const lt_bucket *lt_look_up(const lt_registry *r, uint64_t key);

void lt_file_under(lt_registry *r, uint64_t key, uint32_t p);

/* Files the party under the words of its name. */
void lt_file_name(lt_registry *r, uint32_t p);

static inline uint32_t lt_newest_of(const lt_bucket *b)
{
    return b->people.count ? b->people.at[b->people.count - 1] : LAUT_NONE;
}

/* Those who were named, the last ones first. */
typedef struct { uint32_t next, left; } lt_walk;

static inline lt_walk lt_walk_back(const lt_registry *r) { return (lt_walk){r->newest, LOOK_BACK}; }

/* The next one, or LAUT_NONE. */
uint32_t lt_step_back(lt_registry *r, lt_walk *w);

/* How many sentences were told up to the token: a long quotation takes nobody further away. */
static inline uint32_t lt_told_at(const lt_registry *r, uint32_t token) { return r->told[r->d->sentence_of[token]]; }

/* ---------------------------------------------------------------- parties */

static inline bool lt_is_compatible(const lt_person *x, uint64_t genders)
{
    return !genders || x->genders & genders;
}

static inline bool lt_is_plural(const lt_mention *m)
{
    return m->next != LAUT_NONE || (m->features & LT_NUMBERS) == LT_F(pl);
}

/* The number of mention `index`, of which `m` may be the first part (A und B); a subject has that of its verb. */
uint64_t lt_number_of(const lt_document *d, const lt_mention *m, uint32_t index);

/* A party of which nothing is known but the mention; or NULL, where there is no memory. */
lt_person *lt_new_person(lt_registry *r, const lt_mention *m, uint32_t index);

/* Party `p` is named by mention `index`, or by its first part `m`. */
void lt_touch(lt_registry *r, uint32_t p, const lt_mention *m, uint32_t index);

/* The party has the role that stands in the tokens [first, noun]. */
void lt_add_role(lt_registry *r, lt_person *x, const lt_mention *m, uint32_t first, uint32_t noun);

bool lt_has_modifier(const lt_person *x, uint64_t modifier);

/* The text of tokens [first, last) with single blanks; quotation marks at its edges fall away. `cut` bytes are taken off its end
 * (a genitive's ending). In the document's arena; NULL where nothing is left. */
char *lt_text_of(lt_document *d, uint32_t first, uint32_t last, size_t cut);

/* The party is called by the phrase, whose number is known. */
void lt_name_by_phrase(lt_document *d, lt_person *x, const lt_mention *m, uint64_t number);

/* The party's name, or NULL. */
char *lt_name_of(lt_document *d, lt_person *x);

/* The name in a row of media, organisations, places or countries that the words at `token` mean (a row of a country holds its
 * capital, too); "" for other rows. `column` tells which it is. */
const char *lt_listed_name(const lt_document *d, lt_entry e, uint32_t token, unsigned *column);

/* The party whose name the mention tells: one that can be called so, or a new one; LAUT_NONE without memory. */
uint32_t lt_register_name(lt_registry *r, const lt_mention *m, uint32_t index);

#endif
