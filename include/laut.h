/* laut: who said what, and who reports it.
 *
 * laut reads a German text and returns its claims: contents that the text attributes to
 * somebody other than its author, each with the speaker who said it and the source that reports
 * it. Everything runs offline, by rules that are data (`rules/`, embedded in the library).
 *
 *     laut_engine *engine;
 *     laut_errors errors;
 *     if (laut_engine_open(&engine, NULL, &errors) < 0)
 *         ...                                             // errors.list[0].message
 *     laut_document *document;
 *     if (laut_analyze(engine, text, size, NULL, &document, &errors.list[0]) == 0) {
 *         size_t count;
 *         const laut_claim *claims = laut_claims(document, &count);
 *         ...
 *         laut_document_free(document);
 *     }
 *     laut_engine_free(engine);
 *
 * Conventions
 *   - A function that can fail returns 0 or -1 and describes the failure in an error that the
 *     caller owns. Out-parameters are set to NULL on failure.
 *   - An engine is immutable: any number of threads may analyse with the same one. A document
 *     belongs to one thread at a time. There are no globals.
 *   - Everything that a document returns lives as long as the document; nothing that it returns
 *     is to be freed. The text is copied in, so the caller's buffer may go.
 *   - Offsets are byte offsets into the text as it was passed, half open; laut_offset() turns
 *     them into code points or UTF-16 units.
 *   - Strings are UTF-8 and end with a NUL. Spans may hold any text, NUL bytes included.
 */
#ifndef LAUT_H
#define LAUT_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

#define LAUT_VERSION "0.1.0"
#define LAUT_SCHEMA 1 /* version of the JSON output, see src/formats/schema.json */

#if defined(__GNUC__)
#define LAUT_API __attribute__((visibility("default")))
#else
#define LAUT_API
#endif

/* ---------------------------------------------------------------- errors */

typedef enum {
    LAUT_OK = 0,
    LAUT_ERROR_MEMORY,   /* an allocation failed */
    LAUT_ERROR_INPUT,    /* the text is not UTF-8, or too large; `offset` says where */
    LAUT_ERROR_FILE,     /* a file cannot be opened, read or written */
    LAUT_ERROR_RULE,     /* a rule or lexicon file is wrong; file, line and column say where */
    LAUT_ERROR_INTERNAL  /* ICU or PCRE2 failed in a way that is not the caller's doing */
} laut_error_code;

typedef struct {
    laut_error_code code;
    char file[256];     /* the file concerned, or "" */
    uint32_t line;      /* 1-based, 0 where it has no meaning */
    uint32_t column;    /* 1-based, in code points */
    size_t offset;      /* byte offset into the text (LAUT_ERROR_INPUT) */
    char message[512];  /* one line: what is wrong and what was expected */
    char source[256];   /* the line concerned, shortened, or "" */
} laut_error;

#define LAUT_MAX_ERRORS 20

/* What is wrong with a directory of rules, in file order. */
typedef struct {
    size_t count;
    laut_error list[LAUT_MAX_ERRORS];
} laut_errors;

/* ---------------------------------------------------------------- engine */

typedef struct laut_engine laut_engine;

/* Load rules and lexica: from the directory `rules`, or the embedded ones where it is NULL.
 * Nothing is loaded from a directory that has an error. */
LAUT_API int laut_engine_open(laut_engine **out, const char *rules, laut_errors *errors);

/* The same without the findings, for who does not audit: the claims are those that laut_engine_open()
 * gives, in two thirds of its time. laut_audit() fails with such an engine (LAUT_ERROR_INPUT). */
LAUT_API int laut_engine_open_claims(laut_engine **out, const char *rules, laut_errors *errors);
LAUT_API void laut_engine_free(laut_engine *engine);

/* The same, with the findings in the directory `house` besides: *.laut with `finding` blocks, their
 * lexica in lex/. */
LAUT_API int laut_engine_open_house(laut_engine **out, const char *rules, const char *house,
                                    laut_errors *errors);

/* ---------------------------------------------------------------- claims */

typedef enum { /* see the README for the kinds, with examples */
    LAUT_DIRECT,
    LAUT_INDIRECT,
    LAUT_REPORTED,
    LAUT_INDIRECT_FREE_INDIRECT,
    LAUT_FREE_INDIRECT
} laut_kind;

typedef enum { LAUT_SPEECH, LAUT_WRITING, LAUT_THOUGHT, LAUT_MEDIUM_UNKNOWN } laut_medium;

typedef enum {
    LAUT_STATEMENT, LAUT_ANNOUNCEMENT, LAUT_DEMAND, LAUT_DENIAL, LAUT_ADMISSION,
    LAUT_ACCUSATION, LAUT_QUESTION, LAUT_PROMISE, LAUT_WARNING, LAUT_ASSESSMENT
} laut_act;

typedef enum { /* how the speaker of a claim was found */
    LAUT_BY_NAME,        /* the words name the party */
    LAUT_BY_DESCRIPTION, /* a role or noun phrase that stands for a party: die Ministerin */
    LAUT_BY_PRONOUN,     /* er, seine */
    LAUT_CONTINUED,      /* taken over from an earlier claim or subject */
    LAUT_AMBIGUOUS,      /* several parties are equally likely, see laut_link.candidates */
    LAUT_UNRESOLVED      /* words name somebody, but nobody knows whom */
} laut_resolved;

typedef enum {
    LAUT_PERSON, LAUT_ORGANIZATION, LAUT_MEDIA, LAUT_DOCUMENT, LAUT_GROUP, LAUT_UNNAMED
} laut_party_type;

/* Bytes [begin, end) of the text. */
typedef struct { uint32_t begin, end; } laut_span;

/* Ordered, disjoint spans, except for laut_party.mentions; count 0 where there is none. */
typedef struct { const laut_span *at; size_t count; } laut_spans;

#define LAUT_NONE UINT32_MAX /* no index */

/* Somebody who says or reports something, however often and however called in the text. */
typedef struct {
    const char *name;         /* fullest proper name without title, else the head phrase */
    const char *role;         /* der ukrainische Präsident, or NULL */
    laut_party_type type;
    laut_spans mentions;      /* in the order in which they were resolved, which is nearly that of the
                                 text; they may overlap: Angaben der Polizei, der Polizei */
} laut_party;

/* One hand of the chain that brings a statement to the reader. */
typedef struct {
    uint32_t party;           /* index into laut_parties() */
    laut_spans words;         /* the words that name the party here */
    laut_spans cue;
    laut_resolved resolved;
    const uint32_t *candidates; /* parties, where resolved is LAUT_AMBIGUOUS */
    size_t candidate_count;
} laut_link;

typedef struct {
    laut_kind kind;
    laut_medium medium;
    laut_act act;
    laut_spans content;       /* what is claimed, quotation marks included */
    laut_spans cue;           /* sagte; kündigte … an; nach */
    laut_spans frame;         /* the whole introducing expression, cue and speaker included */
    laut_spans speaker;       /* the words that name the speaker; may stand in another sentence */
    laut_spans addressee;     /* whom it was said to */
    const laut_link *chain;   /* from who said it to who reports it; empty if nobody is found */
    size_t chain_count;
    uint32_t source;          /* index into chain of the reporting party, or LAUT_NONE */
    uint32_t parent;          /* index of the claim whose content holds this one, or LAUT_NONE */
    uint32_t continues;       /* index of the claim that a frameless one carries on */
    uint32_t sentence;        /* index into laut_sentences() of its first word */
    double confidence;        /* measured precision of the rule where its speaker is found in
                                 this way, 0 where it was never measured */
    const char *rule;
} laut_claim;

/* Somebody is said to have said nothing. */
typedef struct {
    laut_spans sentence;      /* the span of the whole sentence */
    laut_spans words;         /* the words that name the party */
    const laut_link *chain;
    size_t chain_count;
    uint32_t source;          /* as in laut_claim */
    uint32_t sentence_index;
    const char *rule;
} laut_no_comment;

typedef struct {
    laut_span span;
    const uint32_t *claims;   /* claims whose content begins in this sentence */
    size_t claim_count;
} laut_sentence;

/* Limits keep the time for a byte the same however long and strange a text is. News comes nowhere near
 * them; where one was reached, the document says so. */
#define LAUT_MAX_SENTENCE 1024 /* tokens; a longer sentence is cut, if possible at a comma */
#define LAUT_MAX_WORD 160      /* bytes; a longer word is not looked up */
#define LAUT_MAX_CLAUSES 32    /* clauses inside each other; what follows further ones goes with those around */
#define LAUT_MAX_PARTIES 1024  /* parties that a pronoun or description looks back; a name: of those that share a word of it */
#define LAUT_MAX_HANDS 5       /* of a chain: who said it, and who passed it on; further ones are left out */
#define LAUT_MAX_STEPS 50000   /* of one try of a rule, which then counts as not matched; so does a regular
                                  expression of a rule that takes twice as many on one word */

typedef enum {
    LAUT_LIMIT_SENTENCE, LAUT_LIMIT_WORD, LAUT_LIMIT_CLAUSES, LAUT_LIMIT_PARTIES, LAUT_LIMIT_HANDS,
    LAUT_LIMIT_STEPS
} laut_limit;

/* A limit was reached in this part of the text. */
typedef struct {
    laut_limit what;
    laut_span span;
} laut_truncation;

/* ---------------------------------------------------------------- documents */

typedef struct laut_document laut_document;

/* What one thread keeps from document to document (memory, open iterators, words that it met
 * before): without it every document begins anew, with it the same comes out faster. */
typedef struct laut_worker laut_worker;

LAUT_API int laut_worker_open(laut_worker **out, const laut_engine *engine, laut_error *error);

/* Frees the worker. Its documents must have been freed before, the engine must still be there. */
LAUT_API void laut_worker_free(laut_worker *worker);

typedef struct {
    const char *id;           /* copied; appears in the output */
    const char *publisher;    /* who publishes the text, or NULL */
    int trace;                /* not 0: keep what laut_explain() needs (slower) */
    laut_worker *worker;      /* of this thread and the same engine, or NULL */
} laut_options;

#define LAUT_MAX_TEXT ((size_t)1 << 30) /* bytes; more is refused with LAUT_ERROR_INPUT */

/* Analyse `size` bytes of UTF-8. A byte order mark at the start is skipped but counted. */
LAUT_API int laut_analyze(const laut_engine *engine, const char *text, size_t size,
                          const laut_options *options, laut_document **out, laut_error *error);
LAUT_API void laut_document_free(laut_document *document);

LAUT_API const char *laut_text(const laut_document *document, size_t *size);
LAUT_API const laut_claim *laut_claims(const laut_document *document, size_t *count);
LAUT_API const laut_no_comment *laut_no_comments(const laut_document *document, size_t *count);
LAUT_API const laut_party *laut_parties(const laut_document *document, size_t *count);
LAUT_API const laut_sentence *laut_sentences(const laut_document *document, size_t *count);

/* In the order of the text; none for nearly every text. */
LAUT_API const laut_truncation *laut_truncations(const laut_document *document, size_t *count);

/* 1-based line and column (code points) of a byte offset. */
LAUT_API void laut_position(const laut_document *document, uint32_t byte, uint32_t *line,
                            uint32_t *column);

typedef enum { LAUT_CODEPOINT, LAUT_BYTE, LAUT_UTF16 } laut_unit;

/* The offset of the character at `byte` in another unit. */
LAUT_API uint32_t laut_offset(const laut_document *document, uint32_t byte, laut_unit unit);

/* The names of the values above as they stand in the output ("indirect", "speech", …). */
LAUT_API const char *laut_kind_name(laut_kind kind);
LAUT_API const char *laut_medium_name(laut_medium medium);
LAUT_API const char *laut_act_name(laut_act act);
LAUT_API const char *laut_resolved_name(laut_resolved resolved);
LAUT_API const char *laut_party_type_name(laut_party_type type);
LAUT_API const char *laut_limit_name(laut_limit limit);

/* ---------------------------------------------------------------- output */

typedef enum {
    LAUT_FORMAT_TEXT,     /* for a reader */
    LAUT_FORMAT_JSON,     /* one indented object */
    LAUT_FORMAT_JSONL,    /* the same object on one line */
    LAUT_FORMAT_WIKINEWS, /* conventions of the Wikinews quotation corpus, one line */
    LAUT_FORMAT_CSV,      /* RFC 4180, a claim a row */
    LAUT_FORMAT_TSV,
    LAUT_FORMAT_MASK,     /* the text with its direct quotations blanked */
    LAUT_FORMAT_CITRON,   /* the keys of BBC Citron, one line */
    LAUT_FORMAT_W3C,      /* Web Annotation as JSON-LD, one line */
    LAUT_FORMAT_SCHEMAORG, /* JSON-LD, one line */
    LAUT_FORMAT_TEI,      /* TEI P5, a file a document */
    LAUT_FORMAT_BRAT,     /* standoff annotation, a file a document */
    LAUT_FORMAT_CAS,      /* UIMA CAS JSON, a file a document */
    LAUT_FORMAT_HTML      /* a report to read in a browser: one page that needs nothing beside it */
} laut_format;

/* Returns 0 and the format that `name` stands for ("text", "json", …), or -1. */
LAUT_API int laut_format_named(const char *name, laut_format *out);

typedef struct {
    const char *name;
    const char *description;    /* one line */
    const char *extension;      /* of a file that holds it: ".json" */
    int stream;                 /* not 0: a file may hold many documents, one behind the other */
    const char *head;           /* stands once before the documents of a file; "" for most formats */
    const char *text_extension; /* of a file with the text alone that belongs beside it, or NULL */
    const char *beside;         /* name of a file that belongs into the same directory, or NULL */
    const char *beside_text;    /* what that file holds */
} laut_format_info;

/* What there is to know of a format; NULL behind the last one, so that they can be counted from 0. */
LAUT_API const laut_format_info *laut_format_about(laut_format format);

typedef enum { LAUT_GERMAN, LAUT_ENGLISH } laut_language; /* of messages and reports */

typedef enum { LAUT_SEVERITY_NOTE, LAUT_SEVERITY_WARNING, LAUT_SEVERITY_ERROR } laut_severity;

/* Something in the sourcing of a draft that its author should look at. */
typedef struct {
    const char *code;         /* stable: unnamed-source */
    laut_severity severity;
    laut_span span;           /* bytes of the draft; empty where it is about the draft as a whole */
    const char *message;      /* one sentence or two: what is wrong, what to do */
    uint64_t fingerprint;     /* of code and words, whatever stands above them: for baselines */
    uint32_t rule;            /* index into laut_finding_kinds() */
} laut_finding;

typedef struct {
    laut_unit unit;       /* of offsets, where the format does not demand another one */
    int color;            /* not 0: ANSI colours (text format) */
    int with_text;        /* not 0: the text itself, too (json and jsonl) */
    laut_language language; /* of what is said around the text (html) */
    size_t part;          /* from 1: the number of the document in an output of several, see
                             laut_write_begin(); 0: the document is an output by itself */
    const laut_finding *findings; /* what stands in the margin (html), see laut_audit(); or NULL */
    size_t finding_count;
} laut_write_options;

/* Write the document to `stream`, without the head. Returns -1 where the stream failed or memory ran out.
 * A stream of open_memstream() cannot tell: in glibc neither ferror() nor fflush() nor fclose() say so
 * where its memory could not grow, and what came last is missing. Where that matters, give it a stream
 * that reports failures: a file, fmemopen(), or fopencookie() with a function that returns 0. */
LAUT_API int laut_write(const laut_document *document, laut_format format,
                        const laut_write_options *options, FILE *stream);

/* Write what stands before and behind several documents in one output (html), each of which is
 * written with a `part` of its own in the options; nothing in the other formats. Return -1 where
 * the stream failed or memory ran out. */
LAUT_API int laut_write_begin(laut_format format, const laut_write_options *options, FILE *stream);
LAUT_API int laut_write_end(laut_format format, const laut_write_options *options, FILE *stream);

/* ---------------------------------------------------------------- pages */

/* Whether the bytes are a page of HTML: they begin with its document type or its outer elements. */
LAUT_API int laut_is_html(const char *bytes, size_t size);

/* The readable text of a page of HTML, for laut_analyze(): UTF-8 with a NUL behind its `*text_size`
 * bytes, to be freed with free(). `encoding` is its name ("windows-1252"), or NULL where the page
 * itself says it. What offsets count is this text, not the page. LAUT_ERROR_INPUT: there is no such
 * encoding, no readable text, or elements are nested beyond measure. Broken markup is read as
 * browsers read it. */
LAUT_API int laut_html_text(const char *html, size_t size, const char *encoding, char **text,
                            size_t *text_size, laut_error *error);

/* ---------------------------------------------------------------- two versions */

/* What became of the claims between two versions of a text: an article and its correction, an agency
 * report and what was made of it.
 *
 *     laut_diff *diff;
 *     if (laut_diff_open(&diff, before, after, &error) == 0) {   // two documents of one engine
 *         size_t count;
 *         const laut_change *changes = laut_changes(diff, &count);
 *         ...
 *         laut_diff_free(diff);                                  // before the documents
 *     }
 *
 * Contents are aligned by their words (src/diff/align.c has the method and its source), parties by name,
 * surname and role. How claims are worded, framed and ordered does not count.
 */
typedef struct laut_diff laut_diff;

/* What happened to a claim. Each claim has one entry at most, and it is the first of these that holds:
 * `added` and `dropped` only where nothing of the other version corresponds, not even words of its author. */
typedef enum {
    LAUT_CHANGE_KEPT,      /* no change */
    LAUT_CHANGE_HARDENED,  /* attributed before, the author's own statement after */
    LAUT_CHANGE_SOFTENED,  /* the author's own statement before, attributed after */
    LAUT_CHANGE_QUOTATION, /* the words of a quotation were changed, added, or left out of its middle */
    LAUT_CHANGE_NUMBER,    /* the same number comes from somebody else */
    LAUT_CHANGE_SHORTENED, /* hands of the chain are missing: second-hand became first-hand */
    LAUT_CHANGE_SPEAKER,   /* somebody else is said to have said it */
    LAUT_CHANGE_SOURCE,    /* somebody else reports it, or somebody now does */
    LAUT_CHANGE_DROPPED,
    LAUT_CHANGE_ADDED
} laut_change_kind;

/* Words of a quotation that are the same in both versions, or differ; one of the two may be empty. */
typedef struct {
    int same;
    laut_span before, after;   /* bytes of either text */
} laut_wording;

typedef struct {
    laut_change_kind kind;
    int lost;                  /* not 0: an attribution was lost (hardened, shortened, another speaker, a
                                  source replaced, a number from somebody else) or a quotation altered */
    uint32_t before, after;    /* indices into laut_claims() of either document, or LAUT_NONE: the author's
                                  own words, or nothing */
    laut_spans words_before, words_after; /* the contents, or the author's words; empty where there are none */
    uint32_t party_before, party_after; /* number, shortened, speaker, source: who was replaced by whom, indices
                                  into laut_parties() of either document. LAUT_NONE: nobody, or somebody who
                                  only appears as the medium that was spoken to; the words tell */
    laut_spans hand_before, hand_after; /* the words that name them there; empty: nobody */
    uint32_t cause;            /* index of the change that this one goes with: the same speaker was replaced
                                  for contents that carry each other on, or it is a quotation inside an altered
                                  one. LAUT_NONE: a finding of its own */
    const laut_wording *wording; /* quotation: word by word, in order; else NULL */
    size_t wording_count;
} laut_change;

/* Compare. Both documents must be of the same engine and live as long as the diff; they are only read. The
 * time is that of sorting: n log n in the number of claims and sentences. LAUT_ERROR_MEMORY, or
 * LAUT_ERROR_INPUT where the engines differ. */
LAUT_API int laut_diff_open(laut_diff **out, const laut_document *before, const laut_document *after,
                            laut_error *error);
LAUT_API void laut_diff_free(laut_diff *diff);

/* In the order of the first text, what was added at its place among them; kept ones included. They live
 * as long as the diff. */
LAUT_API const laut_change *laut_changes(const laut_diff *diff, size_t *count);

/* Whether an attribution was lost or a quotation altered: one of the changes has `lost`. */
LAUT_API int laut_diff_lost(const laut_diff *diff);

/* The name as it stands in the output ("kept", "hardened", …). */
LAUT_API const char *laut_change_name(laut_change_kind kind);

typedef enum {
    LAUT_DIFF_TEXT,       /* for a reader: the changes, quotations word by word */
    LAUT_DIFF_JSON,       /* one indented object, see src/formats/diff-schema.json */
    LAUT_DIFF_JSONL,      /* the same object on one line */
    LAUT_DIFF_HTML        /* a page with the texts side by side that needs nothing beside it */
} laut_diff_format;

typedef struct {
    laut_unit unit;        /* of offsets (json) */
    int color;             /* not 0: ANSI colours (text) */
    laut_language language; /* of what is said around the words (html) */
    size_t part;           /* from 1: the number of the diff in an output of several, see
                              laut_diff_write_begin(); 0: it is an output by itself */
} laut_diff_write_options;

/* Write the changes. `options` may be NULL. Returns -1 where the stream failed or memory ran out. */
LAUT_API int laut_diff_write(const laut_diff *diff, laut_diff_format format,
                             const laut_diff_write_options *options, FILE *stream);

/* Write what stands before and behind several diffs in one output (html), each of which is written with a
 * `part` of its own in the options; nothing in the other formats. Return -1 where the stream failed or
 * memory ran out. */
LAUT_API int laut_diff_write_begin(laut_diff_format format, const laut_diff_write_options *options, FILE *stream);
LAUT_API int laut_diff_write_end(laut_diff_format format, const laut_diff_write_options *options, FILE *stream);

/* ---------------------------------------------------------------- rules at work */

/* Print to `stream` which rules matched, were beaten or nearly matched in the sentences of line
 * `line` (1-based; 0 for all). The document must have been made with options.trace. */
LAUT_API int laut_explain(const laut_document *document, uint32_t line, FILE *stream);

typedef struct {
    size_t rules, examples, counterexamples;
    size_t failed;        /* examples and counter-examples that came out wrong */
    size_t unproven;      /* rules without an example or without a counter-example */
    size_t gaps;          /* examples marked as known gaps */
    size_t gaps_closed;   /* known gaps that work by now */
} laut_check_result;

/* Run every rule's examples and counter-examples and report what fails to `stream`. */
LAUT_API int laut_check(const laut_engine *engine, FILE *stream, laut_check_result *result,
                        laut_error *error);

/* ---------------------------------------------------------------- audit */

/* A finding as rules/ declares it. Several may have the same code. */
typedef struct {
    const char *code;
    laut_severity severity;
    const char *file;         /* of rules, with the line */
    uint32_t line;
} laut_finding_kind;

LAUT_API const laut_finding_kind *laut_finding_kinds(const laut_engine *engine, size_t *count);

/* What a party has in the sourcing. */
typedef struct {
    const char *name;
    laut_party_type type;
    uint32_t claims;          /* outermost ones that it speaks */
    uint32_t words;           /* of the text, in these claims */
} laut_party_share;

typedef struct {
    uint32_t words, sentences;
    uint32_t unattributed;    /* sentences without a word of an attributed claim; headings do not count */
    uint32_t claims;          /* outermost ones, with a speaker */
    uint32_t direct;          /* of these, or with a direct part */
    uint32_t named, unnamed, second_hand; /* parties: speakers by name, without; claims through a medium */
    uint32_t accused, replies; /* parties that are accused; of these, those that answer or are said not to */
    const laut_party_share *parties; /* those that speak, the largest share first */
    size_t party_count;
} laut_sourcing;

typedef struct {
    const char *code;
    int64_t limit;
} laut_finding_limit;

typedef struct {
    const char *id;
    int markdown;             /* not 0: markup, code, block quotes and tables are no prose */
    laut_language language;
    const char *const *select; /* these codes only; NULL: all */
    size_t select_count;
    const char *const *ignore;
    size_t ignore_count;
    const laut_finding_limit *limits; /* go before those of the rules */
    size_t limit_count;
    const char *const *known;  /* names of parties that need no introduction */
    size_t known_count;
    laut_worker *worker;
} laut_audit_options;

typedef struct laut_report laut_report;

/* Audit `size` bytes of UTF-8: analyse them and look for all findings of the rules, which the engine must
 * have been opened with. The report owns what it returns. */
LAUT_API int laut_audit(const laut_engine *engine, const char *text, size_t size,
                        const laut_audit_options *options, laut_report **out, laut_error *error);
LAUT_API void laut_report_free(laut_report *report);

/* Ordered by place. */
LAUT_API const laut_finding *laut_findings(const laut_report *report, size_t *count);
LAUT_API const laut_sourcing *laut_report_sourcing(const laut_report *report);

/* The draft as it was passed: for laut_text(), laut_position() and laut_offset(). It has no claims. */
LAUT_API const laut_document *laut_report_draft(const laut_report *report);

/* Drop the findings whose fingerprints are among `known` (each takes away one). Returns how many. */
LAUT_API size_t laut_report_subtract(laut_report *report, const uint64_t *known, size_t count);

typedef enum { LAUT_REPORT_TEXT, LAUT_REPORT_JSON, LAUT_REPORT_SARIF } laut_report_format;

typedef struct {
    laut_report_format format;
    laut_language language;
    int color;                /* text: colour, and the source line with a caret */
} laut_report_options;

/* Write the reports of several drafts, with the names of their files. Returns -1 where the stream
 * failed or memory ran out. */
LAUT_API int laut_write_reports(const laut_engine *engine, const laut_report *const *reports,
                                const char *const *names, size_t count,
                                const laut_report_options *options, FILE *stream);

LAUT_API const char *laut_severity_name(laut_severity severity);

/* ---------------------------------------------------------------- verify */

/* Are the quotations of a draft what the sources say? A verification holds the quotations of one
 * draft; any number of sources is read past it, each of them once, in pieces of any size. What it
 * keeps depends on the draft, not on the sources.
 *
 *     laut_verification *v;
 *     laut_verify_open(&v, engine, draft, NULL, &error);      // draft: a laut_document
 *     laut_verify_source(v, "protocol.txt", text, size, &error);
 *     size_t count;
 *     const laut_quotation *quotations = laut_quotations(v, &count, &error);
 *     laut_verify_free(v);                                     // before the draft
 */
typedef struct laut_verification laut_verification;

typedef enum {
    LAUT_VERBATIM,
    LAUT_TYPOGRAPHY,    /* verbatim but for typography, hyphenation, spacing or capitals */
    LAUT_SHORTENED,     /* something was left out, marked or not; nothing else was changed */
    LAUT_ALTERED,       /* words were changed or added, or left out so that the sense is another one */
    LAUT_STITCHED,      /* each part is verbatim, but they come from separate places */
    LAUT_OTHER_SPEAKER, /* found, but the source says that somebody else said it */
    LAUT_NOT_FOUND,
    LAUT_EVIDENCE       /* no verdict: an indirect content, with the passages nearest to it */
} laut_verdict;

enum { /* what differs in typography; bits */
    LAUT_DIFFERS_MARKS = 1,        /* quotation marks */
    LAUT_DIFFERS_PUNCTUATION = 2,  /* commas, dashes, … */
    LAUT_DIFFERS_HYPHENATION = 4,
    LAUT_DIFFERS_SPACING = 8,
    LAUT_DIFFERS_CAPITALS = 16,
    LAUT_DIFFERS_CHARACTERS = 32,  /* apostrophes, composed letters, groups of digits */
    LAUT_DIFFERS_INSERTION = 64    /* the draft has something in square brackets, which is its editor's */
};

typedef enum {
    LAUT_SAME,      /* but for typography */
    LAUT_CHANGED,   /* one word stands for another */
    LAUT_ADDED,     /* in the draft only */
    LAUT_DROPPED,   /* in the source only, though no mark says so */
    LAUT_OMITTED,   /* in the source only, and the draft marks it: […] */
    LAUT_INSERTED   /* in the draft only, in square brackets */
} laut_edit_kind;

/* A stretch of words of the draft beside one of the source; one of them is empty in some kinds. */
typedef struct {
    laut_edit_kind kind;
    laut_span draft;       /* bytes of the draft */
    laut_span source;      /* bytes of laut_passage.text */
} laut_edit;

typedef enum {
    LAUT_SPEAKER_UNKNOWN,  /* the source or the draft does not say, or they cannot be compared */
    LAUT_SPEAKER_SAME,
    LAUT_SPEAKER_OTHER
} laut_speaker_match;

/* A place in a source. */
typedef struct {
    const char *source;    /* its name, as passed */
    uint64_t begin, end;   /* bytes of the source */
    uint64_t codepoint, utf16; /* of `begin`, in these units */
    uint64_t line;         /* of the source, from 1 */
    const char *text;      /* the passage; ends with a NUL */
    size_t size;
    laut_span quoted;      /* bytes of the draft: the part of the quotation that it is compared with */
    laut_verdict wording;  /* what it would be but for the speaker */
    double similarity;     /* 0 to 1: 1 - word edit distance / length, words weighted by their letters */
    unsigned typography;   /* bits LAUT_DIFFERS_… */
    const laut_edit *edits;  /* in order; the whole quotation */
    size_t edit_count;
    laut_speaker_match match;
    const char *speaker;   /* whom the source names, or NULL */
} laut_passage;

typedef struct {
    laut_spans content;    /* in the draft, quotation marks included */
    uint32_t claim;        /* index into laut_claims(), or LAUT_NONE: nobody is said to have said it */
    uint32_t part, parts;  /* of a quotation of more than LAUT_MAX_QUOTATION words, from 1; 1 of 1 */
    laut_verdict verdict;
    const laut_passage *passages; /* the best one first; the parts where it is stitched; none where
                                     nothing is near */
    size_t passage_count;
    uint64_t places;       /* how often the sources have its words, however it is said there */
} laut_quotation;

#define LAUT_MAX_QUOTATION 400 /* words; a longer quotation is verified in parts */
#define LAUT_MAX_PLACES 32     /* of one quotation that are kept; beyond, nobody is called another speaker
                                  unless all of them were asked */

typedef struct {
    int quotations_only;   /* not 0: without the indirect contents */
} laut_verify_options;

/* Prepare the quotations of a draft. Engine and draft must live as long as the verification.
 * LAUT_ERROR_RULE: the rules lack what says what typography is. */
LAUT_API int laut_verify_open(laut_verification **out, const laut_engine *engine,
                              const laut_document *draft, const laut_verify_options *options,
                              laut_error *error);
LAUT_API void laut_verify_free(laut_verification *verification);

/* Read a source past it: begin, feed any number of times, end. The name is copied. LAUT_ERROR_INPUT: it
 * is not UTF-8, `offset` says where; what stands before counts, the rest of the source is not read. */
LAUT_API int laut_verify_begin(laut_verification *verification, const char *name, laut_error *error);
LAUT_API int laut_verify_feed(laut_verification *verification, const char *bytes, size_t size,
                              laut_error *error);
LAUT_API int laut_verify_end(laut_verification *verification, laut_error *error);

/* The same for a source in memory. */
LAUT_API int laut_verify_source(laut_verification *verification, const char *name, const char *text,
                                size_t size, laut_error *error);

/* The quotations in the order in which they begin, with what was found in the sources so far; an
 * outer one before those inside. They live until the next call with the same verification. NULL
 * where memory ran out; count 0 where the draft has none. */
LAUT_API const laut_quotation *laut_quotations(laut_verification *verification, size_t *count,
                                               laut_error *error);

/* The names of the values above as they stand in the output ("verbatim", "changed", …). */
LAUT_API const char *laut_verdict_name(laut_verdict verdict);
LAUT_API const char *laut_edit_name(laut_edit_kind kind);
LAUT_API const char *laut_speaker_match_name(laut_speaker_match match);

/* The name of one bit, or NULL where there is no such bit. */
LAUT_API const char *laut_typography_name(unsigned bit);

typedef enum { LAUT_VERIFY_TEXT, LAUT_VERIFY_JSON, LAUT_VERIFY_HTML } laut_verify_format;

typedef struct {
    laut_unit unit;
    int color;             /* not 0: ANSI colours (text) */
    laut_language language; /* of what is said around the words (html) */
    const char *draft;     /* its name, or NULL for the id of the draft */
    size_t sources;        /* how many were read, for the report */
} laut_verify_write_options;

/* Write the quotations and what was found. Returns -1 where the stream failed or memory ran out. */
LAUT_API int laut_verify_write(laut_verification *verification, laut_verify_format format,
                               const laut_verify_write_options *options, FILE *stream);

#ifdef __cplusplus
}
#endif
#endif
