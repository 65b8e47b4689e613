/* laut diff OLD NEW: what became of the claims between two versions. Two texts, or JSONL with any number of
 * documents that are paired by their id. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

/* A text of the first file, until its counterpart comes. */
typedef struct {
    char *id, *text;
    size_t size, line;
    bool used;
} earlier;

typedef struct {
    const lt_options *options;
    laut_engine *engine;
    laut_worker *worker;
    lt_output *out;
    earlier *at;
    size_t count, room;
    laut_diff_write_options write;
    size_t done; /* diffs; for a reader they are set apart by an empty line */
    bool stopped;
    int status;  /* LT_FOUND where an attribution was lost */
} job;

static int complain(const lt_input *input, const char *what, const char *id)
{
    char place[4200];
    fflush(stdout);
    fprintf(stderr, "%s: %s%s\n", lt_input_place(input, place, sizeof place), what, id);
    return LT_WRONG;
}

/* ---------------------------------------------------------------- the first file */

static int keep(void *context, const lt_input *input, bool *stop)
{
    job *j = context;
    (void)stop;
    if (input->line && !input->id)
        return complain(input, "\"id\" is missing: documents are paired by it", "");
    if (j->count == j->room) {
        size_t room = j->room ? j->room * 2 : 64;
        earlier *more = realloc(j->at, room * sizeof *more);
        if (!more)
            return complain(input, "out of memory", "");
        j->at = more;
        j->room = room;
    }
    earlier *e = &j->at[j->count];
    *e = (earlier){.id = strdup(input->id ? input->id : ""), .text = malloc(input->size + 1), .size = input->size,
                   .line = input->line};
    if (!e->id || !e->text) {
        free(e->id);
        free(e->text);
        return complain(input, "out of memory", "");
    }
    if (input->size)
        memcpy(e->text, input->text, input->size);
    j->count++;
    return LT_DONE;
}

static int by_id(const void *a, const void *b)
{
    const earlier *x = a, *y = b;
    int order = strcmp(x->id, y->id);
    return order ? order : x->line < y->line ? -1 : x->line > y->line;
}

/* Sort, and complain of an id that stands twice. */
static int order(job *j)
{
    int status = LT_DONE;
    if (j->count)
        qsort(j->at, j->count, sizeof *j->at, by_id);
    for (size_t i = 1; i < j->count; i++)
        if (strcmp(j->at[i - 1].id, j->at[i].id) == 0) {
            lt_input input = {.file = j->options->files[0], .line = j->at[i].line};
            j->at[i].used = true; /* the first one counts */
            status = complain(&input, "there was a document before with the id ", j->at[i].id);
        }
    return status;
}

/* The first of those with this id, or NULL. */
static earlier *find(const job *j, const char *id)
{
    size_t low = 0, high = j->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(j->at[middle].id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < j->count && strcmp(j->at[low].id, id) == 0 ? &j->at[low] : NULL;
}

/* ---------------------------------------------------------------- pairs */

/* What the stream did not take it will not take later either. */
static int check_written(job *j, int written)
{
    if (written == 0)
        return LT_DONE;
    if (ferror(j->out->stream))
        j->out->code = errno;
    else
        lt_cli_complain("out of memory");
    j->stopped = true;
    return LT_WRONG;
}

static int write_diff(job *j, const laut_diff *diff)
{
    if (j->done++ && j->options->diff_format == LAUT_DIFF_TEXT)
        fputc('\n', j->out->stream);
    j->write.part = j->done;
    errno = 0;
    return check_written(j, laut_diff_write(diff, j->options->diff_format, &j->write, j->out->stream));
}

static int write_around(job *j, int (*write)(laut_diff_format, const laut_diff_write_options *, FILE *))
{
    errno = 0;
    return check_written(j, write(j->options->diff_format, &j->write, j->out->stream));
}

static int compare(job *j, const earlier *e, const lt_input *input)
{
    laut_options how = {.worker = j->worker};
    lt_input first = {.id = input->line ? input->id : e->id, .text = e->text, .size = e->size,
                      .file = j->options->files[0], .line = e->line, .messages = stderr};
    laut_document *before = lt_analyze_input(j->engine, &first, &how);
    laut_document *after = lt_analyze_input(j->engine, input, &how);
    int status = LT_WRONG;
    laut_diff *diff;
    laut_error error;
    if (before && after && laut_diff_open(&diff, before, after, &error) == 0) {
        status = write_diff(j, diff);
        if (laut_diff_lost(diff))
            j->status = LT_FOUND;
        laut_diff_free(diff);
    } else if (before && after) {
        complain(input, error.message, "");
    }
    laut_document_free(after);
    laut_document_free(before);
    return status;
}

static int take(void *context, const lt_input *input, bool *stop)
{
    job *j = context;
    earlier *e = NULL;
    if (!input->line && !j->count)
        return LT_WRONG; /* it was said why */
    if (input->line && !input->id)
        return complain(input, "\"id\" is missing: documents are paired by it", "");
    e = input->line ? find(j, input->id) : &j->at[0];
    if (!e)
        return complain(input, "the first file has no document with the id ", input->id);
    if (e->used)
        return complain(input, "there was a document before with the id ", input->id);
    e->used = true;
    int status = compare(j, e, input);
    *stop = j->stopped;
    return status;
}

static int name_unpaired(const job *j)
{
    int status = LT_DONE;
    for (size_t i = 0; !j->stopped && i < j->count; i++)
        if (j->at[i].line && !j->at[i].used) {
            lt_input input = {.file = j->options->files[0], .line = j->at[i].line};
            status = complain(&input, "the second file has no document with the id ", j->at[i].id);
        }
    return status;
}

/* ---------------------------------------------------------------- the command */

static int worse(int a, int b) { return a > b ? a : b; }

int lt_diff_command(const lt_options *options)
{
    if (strcmp(options->files[0], "-") == 0 && strcmp(options->files[1], "-") == 0) {
        lt_cli_complain("only one of both files can be standard input");
        return LT_WRONG;
    }
    laut_engine *engine = lt_open_engine(options->rules, false);
    if (!engine)
        return LT_WRONG;
    lt_output out;
    int status = LT_WRONG;
    laut_worker *worker = lt_open_worker(engine);
    if (worker && lt_open_output(&out, options->output) == 0) {
        job j = {.options = options, .engine = engine, .worker = worker, .out = &out,
                 .write = {.unit = options->offsets, .language = options->language,
                           .color = lt_wants_color(options, out.stream)}};
        status = lt_read_inputs(options->files, 1, options->input, options->encoding, keep, &j);
        status = worse(status, order(&j));
        status = worse(status, write_around(&j, laut_diff_write_begin));
        if (!j.stopped)
            status = worse(status, lt_read_inputs(options->files + 1, 1, options->input, options->encoding, take, &j));
        status = worse(status, name_unpaired(&j));
        if (!j.stopped)
            status = worse(status, write_around(&j, laut_diff_write_end));
        status = worse(status, j.status);
        for (size_t i = 0; i < j.count; i++) {
            free(j.at[i].id);
            free(j.at[i].text);
        }
        free(j.at);
        if (lt_close_output(&out) < 0)
            status = LT_WRONG;
    }
    laut_worker_free(worker);
    laut_engine_free(engine);
    return status;
}
