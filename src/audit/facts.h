/* What findings ask of a document as a whole: which claim covers a word, who speaks how much, who was
 * introduced before they spoke. Made once for a document, from its tables and the answer. */
#ifndef LT_FACTS_H
#define LT_FACTS_H

#include "document.h"
#include "engine/conditions.h"

/* How a pair of quotation marks looks. */
typedef enum {
    LT_STYLE_GERMAN,     /* „…“ */
    LT_STYLE_GUILLEMETS, /* »…« */
    LT_STYLE_CHEVRONS,   /* «…» */
    LT_STYLE_ENGLISH,    /* “…” */
    LT_STYLE_STRAIGHT,   /* "…" */
    LT_STYLE_MISMATCHED, /* „…”, “…“, „…" */
    LT_STYLE_SINGLE,     /* ‚…‘, ›…‹, '…' */
    LT_STYLE_COUNT
} lt_style;

typedef struct {
    lt_ranges content, cue, frame, speaker, addressee;
    uint32_t clause;    /* of the cue, else of the content; or LAUT_NONE */
    bool attributed;    /* somebody is found who speaks */
    bool nested;        /* lies in another claim */
    uint32_t mention;   /* its speaker's words here; or LAUT_NONE */
    uint32_t voice;     /* the same; in Angaben von X: X */
    uint32_t namesakes; /* persons named just before who have the office that its words name: der Anwalt */
    uint32_t fitting;   /* persons named just before whom its pronoun or calling fits as well: der Politiker */
    uint32_t voices;    /* who could speak: named in the sentence before, or before a colon in this one */
    bool anchored;      /* who speaks is named in the sentence before, or in this one before it */
    bool anonymous;     /* its speaker is somebody without name or body: ein Anwohner */
    bool leading;       /* in the headline or the first sentences of the lead */
    bool central, weak, confirmed; /* in headline or lead; nobody with a name at first hand; somebody says the same */
    bool second_hand;   /* a medium stands between the speaker and the text */
    uint32_t gap;       /* sentences of the author between it and what it carries on; 0 for others */
    uint32_t accused;   /* mention: whom an accusation is made against; or LAUT_NONE */
} lt_claim_fact;

typedef struct {
    uint32_t first;     /* its first claim, or LAUT_NONE */
    uint32_t claims, words;
    uint32_t side;      /* party that stands for all who speak for the same body */
    bool introduced;    /* by full name or role, before or with its first claim */
    bool known;         /* the project says that it needs no introduction */
    uint32_t addressed; /* the token behind which somebody has spoken to it, a medium; or 0 */
    bool reports;       /* is the source of a claim that somebody else speaks */
    bool doubtful;        /* a noun that was taken for the name of a body: die Pacht */
    bool speaks;          /* has a claim */
    bool nameless;        /* a body whose words say nothing of which one it is: der Verein, das Haus */
    bool counterpart;     /* one that is named by what it is to somebody else: der Hersteller */
    unsigned kinds;       /* of body, that its words tell: bits */
} lt_party_fact;

typedef struct lt_facts {
    lt_document *d;
    lt_claim_fact *claims;
    lt_party_fact *parties;
    uint32_t *claim_of;   /* of each token: the innermost attributed claim that has it in content or frame */
    uint32_t *said_in;    /* of each token: the innermost claim, attributed or not, that has it in its content */
    uint32_t lead;        /* the first sentence behind headline and lead */
    uint32_t *party_of;   /* of each mention: its party, or LAUT_NONE */
    bool *denied;         /* of each sentence: here, in the next two or soon in its paragraph somebody denies or does not comment */
    bool *lonely;         /* of each sentence of headline and lead: no named party says the same, here or later */
    uint32_t *first_mention; /* of each sentence, into by_sentence; and one behind the last */
    uint32_t *by_sentence;   /* mentions */
    uint32_t *stands;     /* of each mention of a body that says nothing: a party that is of it; or LAUT_NONE */
    uint32_t *office;     /* of each mention: the token of its office within a body (stages/offices.h), or LAUT_NONE */
    const char **role;    /* its row there */
    uint32_t *institutions; /* of each mention: the kinds of institution that its words are of: bits (institutions.c) */
    uint32_t only;          /* those of which nobody speaks for another one: fire brigades */
    uint32_t *posts;        /* of these: the row of lex/institutions.tsv of a post of which there is but one, or LAUT_NONE */
    uint32_t *meant;      /* of each mention: the mention that a pronoun most likely stands for; else itself */
    uint32_t *presumed;   /* of each token: the claim that it takes for granted as a participle; or LAUT_NONE */
    uint32_t *implied;    /* of these: the earlier clause, claim or not, that it takes for granted; or LAUT_NONE */
    uint32_t *takes_up;   /* of each mention: the earlier clause whose deed or object it takes for granted; or LAUT_NONE */
    uint32_t *carries;    /* of these: the words that it has from there besides */
    bool *told;           /* of each mention: a medium that somebody has spoken to in an earlier sentence */
    bool *answers;        /* of each mention: who is meant speaks, or is said to have said nothing */
    uint32_t *repeats;    /* of each clause: the hedged claim that it repeats as a fact, or LAUT_NONE */
    uint32_t *between;    /* of these: what somebody else says of it in between, or LAUT_NONE */
    uint32_t *echoes;     /* of each clause: an earlier clause that it repeats, or LAUT_NONE */
    uint64_t *keys;       /* of each token: what its word has in common with others of its kind or sense; or 0 */
    struct lt_same *same; /* words that are taken for one, by their hash (repeats.c) */
    uint32_t same_mask;
    uint32_t *shares;     /* of each assertion: content words that it has in common with the sentence before */
    uint8_t *styles;      /* of each quotation: lt_style */
    bool *repeated;       /* of each quotation in a heading: somebody says it, or half of its words, in the text */
    bool *stray;          /* of each token: a quotation mark that belongs to no pair */
    bool *sourced;        /* of each token: a number that stands in an attributed claim somewhere */
    lt_style style;       /* of most quotations */
    uint32_t typographic; /* quotations that are not straight */
    uint32_t words, sentences, unattributed; /* of the text without headings */
    uint32_t claim_count, sides, leader;     /* outermost claims; who speaks; the side with most words. Unnamed
                                                parties do not count */
    uint32_t answers_given;                  /* answers of an interview */
    uint32_t leader_words;
} lt_facts;

/* Lives as long as the document. NULL where memory ran out. */
lt_facts *lt_facts_of(lt_document *d, const char *const *known, size_t known_count);

/* The mention is one capitalised word of no lexicon, without an article: most likely a surname. */
bool lt_is_bare(const lt_document *d, const lt_mention *m);

/** Whether full name or office come with the mention or before it, or its word has stood in the text before. */
bool lt_is_introduced(const lt_facts *f, uint32_t mention);

/* Its noun stands in a lexicon as a whole, not as a compound that was taken apart. */
bool lt_is_listed_noun(const lt_document *d, const lt_mention *m);

/* Their names end in the same word. */
bool lt_same_surname(const lt_document *d, const lt_mention *a, const lt_mention *b);

/* Tokens that the spans touch. */
lt_ranges lt_tokens_of(lt_document *d, laut_spans spans);

/* What the files of this folder share. */
bool lt_is_word(const lt_document *d, uint32_t token); /* or a number */
bool lt_in_heading(const lt_document *d, uint32_t token);
bool lt_is_place_line(const lt_document *d, uint32_t sentence); /* says but where the story is from: Kiel (dpa) – */
uint32_t lt_behind_opening(const lt_document *d); /* the same behind headline and the first sentences of the lead */
uint64_t lt_hash_of(const char *text, size_t size); /* never one of the small numbers of known words */
int lt_by_key(const void *a, const void *b);   /* for qsort and bsearch over such hashes */
uint32_t lt_token_at(const lt_document *d, uint32_t byte); /* the first that ends behind it */
uint32_t lt_meant(const lt_facts *f, uint32_t mention);    /* whom a pronoun or description most likely means: a mention */
const lt_clause *lt_said_by(const lt_facts *f, uint32_t claim); /* of the first finite verb in its content, or NULL (repeats.c) */
/* Of what was said in one sentence, and is a fact in another: the sentences between them that are about it, and deny nothing (repeats.c). */
lt_ranges lt_meanwhile(const lt_facts *f, uint32_t from, uint32_t to, const lt_range *at, uint32_t count);
uint64_t lt_surname_of(const lt_document *d, const lt_mention *m);
uint64_t lt_genders_of(const lt_document *d, const lt_mention *m);
const lt_mention *lt_in_full(const lt_document *d, const lt_mention *m); /* the one that has the name in full, or m */
uint32_t lt_looked_back(const lt_document *d, const lt_mention *m);      /* the first mention in which an earlier name is looked for */
uint32_t lt_looked_ahead(const lt_document *d, const lt_mention *m);     /* the mention behind the last one in which a later name is looked for */
bool lt_may_be(const lt_document *d, const lt_mention *person, const lt_mention *calling, const char *offices);
uint32_t lt_side_of(const lt_facts *f, uint32_t party); /* the party that stands for its side */
void lt_find_sides(lt_facts *f);               /* sides.c */
void lt_find_answers(lt_facts *f);             /* answers.c */
void lt_find_repeats(lt_facts *f);             /* repeats.c */

#endif
