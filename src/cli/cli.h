/* What the files of the command share.
 *
 * A subcommand is a function from options to an exit status. Messages go to standard error and
 * name their file; the inputs behind a bad one are still done.
 */
#ifndef LT_CLI_H
#define LT_CLI_H

#include <stdbool.h>
#include <stddef.h>

#include "audit/project.h"
#include "laut.h"

/* ---------------------------------------------------------------- exit status */

enum {
    LT_DONE = 0,
    LT_FOUND = 1, /* check, eval, audit, verify, diff: something is not as it should be */
    LT_WRONG = 2  /* usage, unreadable or invalid input, output that cannot be written */
};

/* `laut: message` on standard error. */
void lt_cli_complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Rule errors as a compiler prints them: place, line, caret. */
void lt_complain_rules(const laut_errors *errors);

/* ---------------------------------------------------------------- options.c */

typedef enum { LT_ANALYZE, LT_EXPLAIN, LT_CHECK, LT_EVAL, LT_AUDIT, LT_VERIFY, LT_DIFF } lt_command;

/* LT_INPUT_ANY: a file that is a page of HTML is read as one, any other is text. */
typedef enum { LT_INPUT_ANY, LT_INPUT_TEXT, LT_INPUT_JSONL, LT_INPUT_HTML, LT_INPUT_MARKDOWN } lt_input_kind;

/* The values of an option that may be repeated. */
enum { LT_MAX_GIVEN = 64 };
typedef struct {
    const char *at[LT_MAX_GIVEN];
    int count;
} lt_words_given;

typedef struct {
    lt_command command;
    lt_input_kind input;
    const char *encoding;         /* of pages, or NULL where they say it themselves */
    const char *format_name;      /* or NULL */
    laut_format format;
    laut_verify_format verify_format;
    laut_diff_format diff_format;
    laut_unit offsets;
    enum { LT_COLOR_AUTO, LT_COLOR_ALWAYS, LT_COLOR_NEVER } color;
    bool with_text;
    const char *rules;            /* directory, or NULL for the embedded rules */
    const char *publisher;        /* or NULL */
    const char *output;           /* file, or NULL for standard output */
    const char *write_confidence; /* file, or NULL */
    unsigned jobs;
    /* audit */
    bool audit; /* of the html format: findings in the margin */
    laut_report_format report_format;
    bool has_input, watch, has_language, has_fail_on;
    laut_language language;
    lt_fail_on fail_on;
    lt_words_given select, ignore; /* codes, separated by commas */
    const char *config, *house, *baseline, *write_baseline; /* or NULL */
    char **files;
    int file_count;
    bool against;                 /* --against was there: sources follow */
    char **sources;
    int source_count;
} lt_options;

typedef enum { LT_GO, LT_STOP_DONE, LT_STOP_WRONG } lt_parsed;

/* Reads the command line; prints the answer to --help and --version, and what is wrong with it. */
lt_parsed lt_parse_options(int argc, char **argv, lt_options *out);

/* ---------------------------------------------------------------- input.c */

/* A piece of the input that holds one text: a file, or a line of JSONL. */
typedef struct {
    const char *file;
    size_t line;       /* of the file, 1-based; 0 where the piece is the whole file */
    size_t number;     /* of the piece in the input, 1-based */
    lt_input_kind kind;
    const char *encoding;
    char *bytes;       /* kept from piece to piece; to be freed by who owns the chunk */
    size_t size, room;
    char problem[256]; /* why there are no bytes, or "" */
} lt_chunk;

/* Reads files in order (`-`, or no file at all, is standard input), piece by piece. */
typedef struct {
    char **files;
    int count, next;
    lt_input_kind kind;
    const char *encoding; /* of pages, or NULL */
    FILE *stream; /* open, or NULL */
    const char *file;
    size_t line, number;
} lt_reader;

void lt_reader_open(lt_reader *r, char **files, int count, lt_input_kind kind, const char *encoding);
bool lt_reader_next(lt_reader *r, lt_chunk *out); /* false at the end */
void lt_reader_close(lt_reader *r);

/* One text of the input. */
typedef struct {
    const char *id; /* NULL where there is none */
    const char *text;
    size_t size;
    size_t read;      /* bytes of the input that hold it */
    const char *file; /* for messages */
    size_t line;      /* of the file, where the input is JSONL; else 0 */
    size_t number;    /* of its piece */
    void *record;     /* json_t of the line, where the input is JSONL; else NULL */
    FILE *messages;   /* what is wrong with it is said there */
} lt_input;

/* Called for each text; returns an exit status. A status of LT_WRONG does not end the reading,
 * unless `*stop` is set. */
typedef int lt_take(void *context, const lt_input *input, bool *stop);

/* Hand on the text of a piece; complain to `messages` where there is none. */
int lt_take_chunk(const lt_chunk *chunk, lt_take *take, void *context, FILE *messages, bool *stop);

/* Read the files and hand on their texts, one after the other. Returns the worst status. */
int lt_read_inputs(char **files, int count, lt_input_kind kind, const char *encoding, lt_take *take,
                   void *context);

/* `file` or `file:line`, for messages about an input. */
const char *lt_input_place(const lt_input *input, char *out, size_t size);

/* ---------------------------------------------------------------- parallel.c */

/* What is done with texts on several threads. */
typedef struct {
    void *context;
    void *(*begin)(void *context);      /* a thread's own state, NULL after a message */
    void (*end)(void *state);
    /* Write what comes of a text to `out`. Called on many threads at once. */
    int (*run)(void *context, void *state, const lt_input *input, FILE *out);
    /* What came of the next text, in the order of the input. LT_WRONG ends all. */
    int (*emit)(void *context, const char *bytes, size_t size);
} lt_work;

/* Do the work on `jobs` threads, in bounded memory however long the input is. Returns the worst
 * status. */
struct lt_progress;
int lt_run_parallel(lt_reader *reader, unsigned jobs, const lt_work *work, struct lt_progress *progress);

/* ---------------------------------------------------------------- progress.c */

/* Shows on a terminal how far long work has come: articles, MB/s, the time left where the size of
 * the input is known. */
typedef struct lt_progress {
    bool shown, active;
    double began, last;
    uint64_t texts, bytes, total; /* total: 0 where it is not known */
} lt_progress;

void lt_progress_begin(lt_progress *p, char **files, int count);
void lt_progress_step(lt_progress *p, size_t bytes);
void lt_progress_end(lt_progress *p);

/* ---------------------------------------------------------------- output.c */

typedef struct {
    FILE *stream;
    const char *name; /* as the user called it, or NULL for standard output */
    char *target, *beside; /* files to rename between, or NULL */
    int code;              /* errno of the write that failed, where it is known; else 0 */
} lt_output;

/* Open `name`, or standard output where it is NULL. A file is written beside itself and takes
 * its place only when it is complete. */
int lt_open_output(lt_output *out, const char *name);

/* Returns -1, with a message, where not everything could be written. */
int lt_close_output(lt_output *out);

/* ---------------------------------------------------------------- directory.c */

/* Where each document becomes a file. */
typedef struct {
    const char *path; /* ends with a slash */
    const laut_format_info *format;
    void *names; /* json_t: those that were given to files */
} lt_directory;

bool lt_names_directory(const char *output); /* ends with a slash */

/* Makes the directory where it is missing. Returns -1 after a message. */
int lt_open_directory(lt_directory *d, const char *path, const laut_format_info *format);
void lt_close_directory(lt_directory *d);

/* Begin the record of a document, with its text where that goes into a file beside; else NULL. */
void lt_pack(FILE *out, const lt_input *input, const char *text, size_t size);

/* Write the files of a record. Returns an exit status, after a message. */
int lt_unpack(lt_directory *d, const char *bytes, size_t size);

/* ---------------------------------------------------------------- subcommands */

int lt_analyze_command(const lt_options *options);
int lt_explain_command(const lt_options *options);
int lt_check_command(const lt_options *options);
int lt_eval_command(const lt_options *options);
int lt_diff_command(const lt_options *options);

/* Whether the options and the stream ask for colours. */
bool lt_wants_color(const lt_options *options, FILE *stream);
int lt_audit_command(const lt_options *options);
int lt_verify_command(const lt_options *options);

/* ---------------------------------------------------------------- watch.c */

/* Run at once, and again whenever the file is saved. Returns only where it cannot be watched. */
int lt_watch(const char *file, int (*run)(void *context), void *context);

/* The engine with the rules that the options name, with findings where there will be an audit; or NULL after a
 * message. */
laut_engine *lt_open_engine(const char *rules, bool findings);

/* What this thread keeps, or NULL after a message. */
laut_worker *lt_open_worker(const laut_engine *engine);

/* Analyse an input, whose id goes before that of the options; NULL after a message. */
laut_document *lt_analyze_input(const laut_engine *engine, const lt_input *input,
                                const laut_options *how);

#endif
