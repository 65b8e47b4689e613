/* What the files of `laut diff` share: a version as a list of statements.
 *
 * A statement is the content of a claim, or what the author says in a sentence without attributing it to
 * anybody; besides, the frame of a claim and the whole sentence that it stands in, since what is told as an act
 * in one version may introduce another content in the other, or stand beside it. statements.c lists them, align.c
 * pairs those of two versions, parties.c compares who is behind them, wording.c compares quotations word by word,
 * diff.c names what changed.
 */
#ifndef LT_DIFF_H
#define LT_DIFF_H

#include "document.h"

typedef struct {
    uint64_t key;      /* hash of the lemma, of the number, or of the stem */
    bool number;
    bool named, cued;  /* it only names the speaker; it belongs to the cue */
    double weight;     /* how much it tells of what is stated; how rare it is comes on top */
    double whole;      /* the same whatever it is there for: of names and cues, too */
} lt_stated;

typedef struct {
    uint32_t claim;    /* index, or LAUT_NONE: the author's own */
    bool frame;        /* the claim's frame: Grothe verteidigte den Plan: „…“ */
    uint32_t sentence;
    laut_spans spans;
    lt_stated *words;  /* in the order of their keys, each key once; function words are left out */
    uint32_t word_count;
    double weight, whole; /* of all words, rareness included */
    double told;       /* of the words but those for the speaker and the cue */
    uint32_t partner;  /* index of the statement of the other version, or LAUT_NONE */
    bool merged;       /* the partner has a nearer one besides */
} lt_statement;

/* Words that name somebody, each once. */
enum { LT_MAX_NAMES = 24 };
typedef struct {
    const lt_token *at[LT_MAX_NAMES];
    uint32_t count;
} lt_names;

/* A row of lex/kin.tsv. */
typedef struct {
    const char *person, *body;
    size_t person_size, body_size;
    bool end;
} lt_kin;

/* A word (the hash of its lemma), what stands for all words of its row in lex/paraphrases.tsv, and the stem of the verb
 * that a noun is made from, or 0. */
typedef struct { uint64_t word, key, stem; } lt_paraphrase;

/* Whether two parties are the same; their indices plus 1. */
enum { LT_KNOWN_PAIRS = 1 << 13 };
typedef struct {
    uint32_t before, after;
    bool same;
} lt_known_pair;

typedef struct {
    const laut_document *document;
    lt_vec(lt_statement) statements; /* claims in their order, then the author's in the order of sentences, then
                                        frames */
    uint32_t *frame_of;              /* of each claim: the statement that is its frame, or LAUT_NONE */
    uint32_t *rank;                  /* of each statement in the order of the text */
    uint32_t *paragraph_of;          /* of each sentence */
    uint64_t *paragraphs, *sorted;   /* hashes of their words; the same in their order */
    uint32_t paragraph_count;
    bool *said;                      /* of each token: it stands in a content that does not name its speaker */
    uint8_t *traits;                 /* of each token: what mentions begin there (parties.c) */
    laut_span *told;                 /* of each token: a title in the dative that begins there, or nothing */
    bool *person, *named;            /* of each party: a person who is called by name; called by name */
    lt_names *called, *titles;       /* of each party: all words for it; of a medium, those of its name */
    lt_paraphrase *paraphrases;      /* a hash table of so many slots, a power of two */
    uint32_t paraphrase_slots;
    lt_kin *kin;                     /* who stands for which body; ends with NULL */
    lt_known_pair *known;           /* of the earlier version: parties that were compared last */
    lt_names *body;                  /* of each party: those of the body for which a person speaks by office */
} lt_version;

typedef struct {
    laut_change change;
    uint32_t place, turn; /* order: place in the first text; among those added there, in the second */
} lt_found;

struct laut_diff {
    lt_arena arena;
    lt_version before, after;
    laut_change *changes;
    size_t count;
};

/* Each returns false where memory ran out. `other`: the version that was listed before, or NULL. */
bool lt_list_statements(lt_version *v, const lt_version *other, const laut_document *d, lt_arena *arena);
bool lt_align_statements(lt_version *before, lt_version *after, lt_arena *arena);
bool lt_read_parties(lt_version *v, lt_arena *arena);

/* Whether the paragraphs of two statements have the same words and were at most moved: what stands before each
 * of them stands somewhere in the other version, too. */
bool lt_only_moved(const lt_version *before, const lt_statement *a, const lt_version *after, const lt_statement *b);

/* Whether the words of `part` stand in `whole`, as far as three fifths of their weight. */
bool lt_states(const lt_statement *whole, const lt_statement *part);

/* Whether a span lies in one of the others. */
bool lt_lies_in(laut_span span, laut_spans spans);

/* The tokens that lie in the bytes of a span. */
lt_range lt_tokens_in(const laut_document *d, laut_span span);

/* The digits of the number that begins at the token, without what stands between their groups (1.200, 1 200),
 * in `out` (LT_MAX_WORD bytes). Returns the token behind it. */
uint32_t lt_number_at(const laut_document *d, uint32_t token, char *out);

/* One of those through whose hands a claim went: of its chain, or the medium that it was said to. */
typedef struct {
    uint32_t party;           /* or LAUT_NONE */
    const laut_link *link;    /* or NULL: the medium */
    laut_spans words;
} lt_hand;

enum { LT_MAX_CHAIN = LAUT_MAX_HANDS + 1 };

/* Who said it. Returns false where nobody is known to. */
bool lt_speaker_of(const laut_claim *c, lt_hand *out);

/* From who said it to who reports it. Returns their number. */
uint32_t lt_hands_of(const lt_version *v, const laut_claim *c, lt_hand out[LT_MAX_CHAIN]);

/* Whether they are the same, or cannot be told apart because nobody knows who one of them is. */
bool lt_same_hand(const lt_version *before, const lt_hand *a, const lt_version *after, const lt_hand *b);

/* Whether one is a person who speaks for the other one: Der Verein widersprach. Vorsitzender Ole Brinkmann sagte … */
bool lt_speaks_for(const lt_version *v, const lt_hand *person, const lt_version *other, const lt_hand *body);

/* Whether words of the version `v` name a hand of the other one, or of the same. */
bool lt_names_hand(const lt_version *other, const lt_hand *hand, const lt_version *v, laut_spans words);

/* The same of the words of a mention of `v`. */
bool lt_mention_names_hand(const lt_version *other, const lt_hand *hand, const lt_version *v, uint32_t mention);

/* Whether two mentions, one of each version, have no word in common that names somebody. */
bool lt_are_others(const lt_version *before, uint32_t a, const lt_version *after, uint32_t b);

/* Bytes from the first to the last word of the mention. */
laut_span lt_span_of(const laut_document *d, const lt_mention *m);

/* The same, but not where they only tell where something is: die Zahl der Gläubigen im Bistum. */
bool lt_names_actor(const lt_version *other, const lt_hand *hand, const lt_version *v, laut_spans words);

/* What of a quotation was altered; count 0 where nothing was, or where it was only cut at its ends. */
bool lt_compare_wording(const laut_document *before, laut_spans a, const laut_document *after, laut_spans b,
                        lt_arena *arena, laut_wording **out, size_t *count);

#endif
