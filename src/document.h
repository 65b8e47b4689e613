/* The tables of a document, in the order in which the stages fill them.
 *
 * Each stage reads the tables above its own and writes one. Positions in the text are bytes;
 * positions in a sentence are indices of tokens; a range of tokens is [first, last).
 */
#ifndef LT_DOCUMENT_H
#define LT_DOCUMENT_H

#include <stdbool.h>

#include "base/arena.h"
#include "engine/vocabulary.h"
#include "laut.h"

struct lt_engine_rule;

/* ---- text: UTF-8 checked, lines found ---- */

typedef struct {
    const char *bytes; /* copied, ends with a NUL */
    uint32_t size;
    lt_vec(uint32_t) lines; /* byte offset of each line's first character */
    /* Every 32 bytes: code points and UTF-16 units before that byte. */
    uint32_t *codepoints, *utf16;
} lt_text;

/* ---- tokens: words and marks ---- */

typedef enum {
    LT_WORD,       /* letters: Haus, US-Präsident, Gehst’s */
    LT_NUMBER,     /* 54, 1.200, 3,5 */
    LT_COMMA, LT_STOP /* . ! ? … */, LT_COLON, LT_SEMICOLON, LT_DASH,
    LT_OPEN, LT_CLOSE, /* ( ) [ ] */
    LT_MARK,       /* any quotation mark */
    LT_OTHER
} lt_token_kind;

enum { /* token flags */
    LT_CAPITAL = 1,      /* first letter is upper case */
    LT_ALL_CAPITAL = 2,  /* at least two letters, all upper case */
    LT_SPACE_BEFORE = 4,
    LT_LINE_BEFORE = 8,  /* a line break before it */
    LT_PARA_BEFORE = 16, /* an empty line or a headline before it, or the start of the text */
    LT_ABBREVIATION = 32, /* its full stop belongs to it: z. B. */
    LT_ORDINAL = 64,     /* 3. */
    LT_NO_END = 128      /* an abbreviation that never ends a sentence: Dr. */
};

/* Case, gender and number that a phrase may have, as bits (engine/summary.h). */
typedef uint16_t lt_agreement;

/* What all readings of a word have together (engine/summary.h): what is not here no reading has. */
typedef struct {
    uint64_t features;
    uint64_t words;      /* bits of the marks of its form and lemmas (engine/starts.h) */
    uint32_t is;         /* what it can be in a clause */
    uint16_t categories; /* a bit for each lt_category */
    lt_agreement det, adj; /* as a determiner; as an adjective in front of a noun */
    bool listed;         /* rules look for its form or a lemma, by name or in a list */
    bool lexical;        /* a lexicon has its form */
} lt_summary;

typedef struct {
    uint32_t begin, end;    /* bytes */
    uint8_t kind;           /* lt_token_kind */
    uint8_t flags;
    uint8_t folded_size;
    bool begins_name;       /* a name may begin with it (engine/names.h) */
    lt_word form;           /* as a word of the vocabulary; LT_NO_WORD if unknown (readings) */
    const char *folded;     /* the same in lower case (base/fold.h), ends with a NUL; "" where it is too long */
    uint32_t first_reading; /* into readings */
    uint16_t reading_count; /* 0 for marks */
    lt_summary sum;         /* of its readings */
} lt_token;

/* ---- readings: all analyses of a word ---- */

typedef enum {
    LT_NOUN, LT_NAME, LT_VERB, LT_ADJ, LT_ADV, LT_DET, LT_PRON, LT_PREP, LT_CONJ, LT_SUB,
    LT_PART, LT_NUM, LT_CAT_COUNT
} lt_category;

/* Features: names as in rules/README.md. A dimension with several bits set means "any of". */
#define LT_FEATURES(X)                                                                          \
    X(nom) X(gen) X(dat) X(acc)                                                                 \
    X(m) X(f) X(n)                                                                              \
    X(sg) X(pl)                                                                                 \
    X(p1) X(p2) X(p3)                                                                           \
    X(fin) X(inf) X(zuinf) X(participle) X(ppres) X(imp)                                        \
    X(pres) X(pret) X(ind) X(subj1) X(subj2)                                                    \
    X(aux) X(modal) X(copula)                                                                   \
    X(def) X(indef) X(poss) X(dem) X(rel) X(interrog) X(pers) X(refl) X(recip)           \
    X(post) X(circum) X(contr) X(and) X(but) X(negation) X(proadv)                              \
    X(that) X(whether) X(cause) X(time) X(cond) X(conc) X(comp) X(final) X(cons) X(manner)      \
    X(verbfinal) X(degree) X(sup) X(emph) X(answer) X(pred) X(weak) X(strong) X(person) X(prefix) X(guess) X(aside)

enum {
#define X(name) LT_BIT_##name,
    LT_FEATURES(X)
#undef X
    LT_FEATURE_COUNT
};

#define LT_F(name) (UINT64_C(1) << LT_BIT_##name)
#define LT_CASES (LT_F(nom) | LT_F(gen) | LT_F(dat) | LT_F(acc))
#define LT_GENDERS (LT_F(m) | LT_F(f) | LT_F(n))
#define LT_NUMBERS (LT_F(sg) | LT_F(pl))
#define LT_PERSONS (LT_F(p1) | LT_F(p2) | LT_F(p3))

typedef struct {
    lt_word lemma;     /* LT_NO_WORD where no lexicon has it */
    uint8_t category;  /* lt_category */
    uint64_t features;
    uint32_t entry;    /* row of the lexicon that it comes from (heads, names …), or LAUT_NONE */
} lt_reading;

/* ---- sentences ---- */

typedef struct {
    uint32_t first, last; /* tokens */
    bool paragraph;       /* begins a paragraph */
    bool heading;         /* a line of its own without a full stop */
} lt_sentence;

/* ---- quotes: spans in quotation marks ---- */

typedef enum { LT_SPEECH, LT_TITLE, LT_SCARE } lt_quote_kind;

typedef struct {
    uint32_t first, last; /* tokens, both marks included where they are there */
    uint32_t parent;      /* quotation around it, or LAUT_NONE */
    uint8_t kind;         /* lt_quote_kind */
    uint8_t level;        /* 0 outermost */
    bool whole;           /* holds whole sentences: analysed apart from the sentence around it */
    bool unclosed;        /* its mark was recovered at the paragraph's end */
    bool answer;          /* an answer in an interview, which may have no marks */
    uint32_t answerer;    /* mention: who gives it; or LAUT_NONE */
    uint32_t words, lower; /* words, and those that begin with a lower-case letter */
} lt_quote;

/* ---- clauses: topological fields ---- */

typedef enum {
    LT_MAIN,      /* verb second, verb first or a bare fragment of one */
    LT_SUBORD,    /* introduced by a subordinator, verb last */
    LT_RELATIVE,
    LT_QUESTION,  /* embedded question: wann er kommt, ob er kommt */
    LT_INFINITIVE, /* zu-infinitive */
    LT_FRAGMENT   /* no verb */
} lt_clause_kind;

typedef struct { uint32_t first, last; } lt_range;

typedef struct {
    uint8_t kind;          /* lt_clause_kind */
    bool verb_first, verb_last;
    bool negated, passive, perfect, coordinated; /* coordinated: shares the introducer or subject
                                                    of the clause `link` */
    uint32_t sentence;
    uint32_t parent;       /* clause that it depends on, or LAUT_NONE */
    uint32_t link;         /* clause that it is coordinated with (und …), or LAUT_NONE */
    const lt_range *segments; /* its own tokens, without clauses inside and without the commas
                                 around; in order */
    uint32_t segment_count;
    uint32_t first, last;  /* tokens from its first to behind its last, clauses inside included */
    uint32_t introducer;   /* token: dass, weil, der, wann; or LAUT_NONE */
    uint32_t finite;       /* token, or LAUT_NONE */
    uint32_t verb;         /* token of the full verb (infinitive, participle or finite) */
    const uint32_t *verbs; /* all tokens of the verb complex, separable prefix included */
    uint32_t verb_count;
    lt_word lemma;         /* of the full verb, prefix included; LT_NO_WORD if unknown */
    uint64_t features;     /* of the finite verb: person, number, mood, tense, modal … */
    uint32_t report;       /* lt_entry of the reporting verb that verb and companions give, or
                              LAUT_NONE */
    const uint32_t *report_tokens; /* cue: verbs and companions, in order */
    uint32_t report_count;
} lt_clause;

/* ---- mentions: noun phrases and pronouns ---- */

typedef enum {
    LT_TYPE_PERSON = LAUT_PERSON, LT_TYPE_ORGANIZATION, LT_TYPE_MEDIA, LT_TYPE_DOCUMENT,
    LT_TYPE_GROUP, LT_TYPE_UNNAMED,
    LT_TYPE_PLACE,       /* a country or town: speaks as a government, by metonymy */
    LT_TYPE_ATTRIBUTION, /* Angaben (der Polizei): the party is its attribute */
    LT_TYPE_THING        /* anything else: cannot speak */
} lt_mention_type;

typedef struct {
    uint32_t first, last;   /* tokens, the maximal phrase with its attributes */
    uint32_t core_last;     /* end of the phrase without attributes behind its head and name */
    uint32_t head;          /* token: its noun, the last word of its name, or its pronoun */
    uint32_t name_first, name_last; /* tokens of a proper name in it; equal if none */
    uint32_t attribute;     /* mention: der Polizei in Angaben der Polizei; or LAUT_NONE */
    uint32_t owner;         /* mention that it is an attribute, conjunct or apposition of */
    uint32_t next;          /* next conjunct: A und B; or LAUT_NONE */
    uint32_t preposition;   /* token that governs it, or LAUT_NONE */
    uint32_t clause, sentence;
    uint64_t features;      /* case, gender, number, person still possible; pers poss dem rel … */
    uint8_t type;           /* lt_mention_type */
    bool named, pronoun, definite, possessive; /* possessive: its determiner is one (seine) */
    bool surname; /* a surname by itself, whatever given name it might be: Orhan for Yasemin Orhan */
    lt_word lemma;          /* of the head */
    uint32_t entry;         /* lt_entry of the head or name, or LAUT_NONE */
} lt_mention;

/* Who does what in a clause: mentions, or LAUT_NONE. One for each clause; filled together with
 * the mentions. */
typedef struct {
    uint32_t subject, dative, accusative, genitive;
    uint32_t oblique;      /* the first behind a preposition that can speak: in dem Bericht */
    uint32_t agent;        /* of a passive: von X, durch X */
    uint32_t addressee;    /* of a reporting verb: der Presse, gegenüber X, an X (appellieren) */
    bool inherited;        /* the subject stands in the clause that this one is coordinated with */
} lt_arguments;

/* ---- matches: what the rules found ---- */

enum { LT_ROLE_CONTENT, LT_ROLE_CUE, LT_ROLE_FRAME, LT_ROLE_SPEAKER, LT_ROLE_ADDRESSEE,
       LT_ROLE_SOURCE, LT_ROLE_COUNT };

typedef struct { const lt_range *at; uint32_t count; } lt_ranges; /* tokens */

typedef enum {
    LT_EMIT_DIRECT = LAUT_DIRECT, LT_EMIT_INDIRECT, LT_EMIT_REPORTED,
    LT_EMIT_INDIRECT_FREE_INDIRECT, LT_EMIT_FREE_INDIRECT,
    LT_EMIT_NO_COMMENT,
    LT_EMIT_SOURCE  /* says only who reports the claim whose frame it stands in */
} lt_emit_kind;

typedef struct {
    const struct lt_engine_rule *rule;
    uint8_t kind;                    /* lt_emit_kind */
    uint8_t act, medium;             /* laut_act, laut_medium; 255 where the rule does not say */
    uint32_t sentence;
    uint32_t first, last;            /* tokens that the pattern covered */
    lt_ranges roles[LT_ROLE_COUNT];
    uint32_t speaker, source, addressee; /* mentions, where the role is one; or LAUT_NONE */
    uint32_t clause;                 /* clause of the cue, or LAUT_NONE */
    uint32_t beaten_by;              /* match that it lost against, or LAUT_NONE */
    uint32_t instance;               /* the same for what one rule emits at one place */
    bool carries;                    /* takes its speaker and source from what went before */
} lt_match;

/* ---- drafts: claims whose parties are not known yet ---- */

enum { LT_MAX_SOURCES = LAUT_MAX_HANDS - 1 };

typedef struct {
    uint32_t match;       /* index into matches */
    uint8_t kind;         /* lt_emit_kind: a claim's kind, or LT_EMIT_NO_COMMENT */
    uint8_t act, medium;
    uint32_t sentence;
    lt_ranges content, cue, frame, addressee;
    uint32_t speaker;     /* mention, or LAUT_NONE */
    lt_ranges speaker_words;
    uint32_t continues;   /* draft whose chain this one takes over, or LAUT_NONE */
    bool carried;         /* its speaker comes from elsewhere (continues, or a subject before it) */
    uint32_t parent;      /* draft whose content holds this one, or LAUT_NONE */
    uint32_t mouth;       /* sentence behind it that names who speaks, or LAUT_NONE */
    bool dropped;         /* a quoted part of nobody's content: no claim after all */
    uint32_t source_count;
    uint32_t sources[LT_MAX_SOURCES];     /* mentions, from the inner to the outer */
    lt_ranges source_words[LT_MAX_SOURCES], source_cues[LT_MAX_SOURCES];
} lt_draft;

/* ---- the document ---- */

struct laut_document {
    lt_arena arena;
    const struct laut_engine *engine;
    struct laut_worker *worker; /* or NULL */
    const char *id, *publisher;
    bool tracing;
    bool small; /* a text in small letters; its nouns and names are marked as capitals nevertheless */
    lt_text text;
    lt_vec(lt_token) tokens;
    lt_vec(lt_reading) readings;
    lt_vec(lt_sentence) sentences;
    lt_vec(lt_quote) quotes;
    uint32_t *sentence_of, *quote_of, *clause_of;    /* for each token; or LAUT_NONE */
    lt_vec(lt_clause) clauses;
    uint32_t *first_clause;                          /* of each sentence, and one behind the last */
    lt_vec(lt_mention) mentions;
    lt_arguments *arguments;                         /* for each clause */
    uint32_t *surnames, surname_slots;               /* hashes, see stages/nouns.h */
    uint8_t *traits;                                 /* of each token, see stages/nouns.h */
    bool *claimed;                                   /* for each sentence: a match ends in it, or has its cue there */
    lt_vec(lt_match) matches;
    lt_vec(lt_draft) drafts;
    struct lt_trace *trace;
    /* the answer */
    lt_vec(laut_claim) claims;
    lt_vec(laut_no_comment) no_comments;
    lt_vec(laut_party) parties;
    laut_sentence *sentence_views;
    lt_vec(laut_truncation) truncations;
};

/* Whether a reading of token `i` has the category. */
static inline bool lt_is(const struct laut_document *d, uint32_t i, lt_category category)
{
    return d->tokens.at[i].sum.categories >> category & 1;
}

/* Whether a reading of token `i` is of that category and has all those features. */
static inline bool lt_reads(const struct laut_document *d, uint32_t i, lt_category category, uint64_t features)
{
    const lt_token *t = &d->tokens.at[i];
    for (uint32_t k = 0; k < t->reading_count; k++) {
        const lt_reading *r = &d->readings.at[t->first_reading + k];
        if (r->category == category && (r->features & features) == features)
            return true;
    }
    return false;
}

/* The token is one letter with its full stop: Otto B., Terminal B. */
static inline bool lt_is_initial(const lt_token *t)
{
    return t->flags & LT_ABBREVIATION && t->flags & LT_CAPITAL && t->end - t->begin == 2;
}

/* The stages, one file each. Each returns 0, or -1 with the error filled. */
typedef struct laut_document lt_document;

int lt_text_stage(lt_document *d, const char *text, size_t size, laut_error *error);
int lt_tokens_stage(lt_document *d, laut_error *error);
int lt_readings_stage(lt_document *d, laut_error *error);
int lt_sentences_stage(lt_document *d, laut_error *error);
int lt_quotes_stage(lt_document *d, laut_error *error);
int lt_clauses_stage(lt_document *d, laut_error *error);
int lt_mentions_stage(lt_document *d, laut_error *error);
int lt_matches_stage(lt_document *d, laut_error *error);
int lt_claims_stage(lt_document *d, laut_error *error);
int lt_parties_stage(lt_document *d, laut_error *error);

/* The stages behind the first, in their order. */
typedef struct {
    const char *name;
    int (*run)(lt_document *d, laut_error *error);
} lt_stage;

enum { LT_STAGE_COUNT = 9 };
extern const lt_stage lt_stages[LT_STAGE_COUNT];

/* A limit was reached at the tokens [first, last). Places that are near to each other become one. */
void lt_truncate(lt_document *d, laut_limit what, uint32_t first, uint32_t last);

int lt_out_of_memory(laut_error *error); /* fills the error, returns -1 */

#endif
