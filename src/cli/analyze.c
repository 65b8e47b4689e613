/* laut [FILE…]: who said what. */
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/cli.h"

typedef struct {
    const lt_options *options;
    const laut_engine *engine;
    laut_worker *worker; /* of the only thread */
    laut_write_options write;
    lt_output *out;
    bool several; /* there may be more than one text */
    bool second; /* texts for a reader are set apart by an empty line */
    lt_progress progress;
} job;

static int write_document(const job *j, const laut_document *document, const lt_input *input, FILE *out)
{
    laut_write_options how = j->write;
    how.part = j->several ? input->number : 0;
    return laut_write(document, j->options->format, &how, out);
}

/* Analyse a text and write what comes of it. */
static int answer(const job *j, laut_worker *worker, const lt_input *input, FILE *out)
{
    laut_options how = {.publisher = j->options->publisher, .worker = worker};
    laut_document *document = lt_analyze_input(j->engine, input, &how);
    if (!document)
        return LT_WRONG;
    int written = write_document(j, document, input, out);
    laut_document_free(document);
    if (written == 0)
        return LT_DONE;
    if (!ferror(out)) /* else it is said where the stream is */
        fprintf(input->messages, "laut: out of memory\n");
    return LT_WRONG;
}

static void set_apart(job *j)
{
    if (j->second && j->options->format == LAUT_FORMAT_TEXT)
        fputc('\n', j->out->stream);
    j->second = true;
}

/* ---------------------------------------------------------------- one thread */

static int take(void *context, const lt_input *input, bool *stop)
{
    job *j = context;
    laut_options how = {.publisher = j->options->publisher, .worker = j->worker};
    laut_document *document = lt_analyze_input(j->engine, input, &how);
    lt_progress_step(&j->progress, input->read);
    if (!document)
        return LT_WRONG;
    set_apart(j);
    errno = 0;
    int written = write_document(j, document, input, j->out->stream);
    if (written < 0 && ferror(j->out->stream))
        j->out->code = errno;
    else if (written < 0)
        lt_cli_complain("out of memory");
    laut_document_free(document);
    if (written == 0)
        return LT_DONE;
    *stop = true; /* what the stream did not take it will not take later either */
    return LT_WRONG;
}

/* ---------------------------------------------------------------- several */

static void *begin(void *context)
{
    const job *j = context;
    return lt_open_worker(j->engine);
}

static void end(void *worker) { laut_worker_free(worker); }

static int run(void *context, void *worker, const lt_input *input, FILE *out)
{
    return answer(context, worker, input, out);
}

static int emit(void *context, const char *bytes, size_t size)
{
    job *j = context;
    set_apart(j);
    errno = 0;
    if (fwrite(bytes, 1, size, j->out->stream) == size)
        return LT_DONE;
    j->out->code = errno;
    return LT_WRONG;
}

/* ---------------------------------------------------------------- the command */

static bool may_be_several(const lt_options *o) { return o->input != LT_INPUT_TEXT || o->file_count > 1; }

/* Write what stands before or behind several texts. */
static int write_around(job *j, int (*write)(laut_format, const laut_write_options *, FILE *))
{
    errno = 0;
    if (!j->several || write(j->options->format, &j->write, j->out->stream) == 0)
        return LT_DONE;
    if (ferror(j->out->stream))
        j->out->code = errno;
    else
        lt_cli_complain("out of memory");
    return LT_WRONG;
}

/* As many threads as there are cores; one where there is but one text. */
static unsigned thread_count(const lt_options *o)
{
    if (!may_be_several(o))
        return 1;
    long cores = o->jobs ? (long)o->jobs : sysconf(_SC_NPROCESSORS_ONLN);
    return cores < 1 ? 1 : cores > 256 ? 256 : (unsigned)cores;
}

int lt_analyze_command(const lt_options *options)
{
    laut_engine *engine = lt_open_engine(options->rules);
    if (!engine)
        return LT_WRONG;
    lt_output out;
    int status = LT_WRONG;
    unsigned jobs = thread_count(options);
    laut_worker *worker = jobs == 1 ? lt_open_worker(engine) : NULL;
    if ((worker || jobs > 1) && lt_open_output(&out, options->output) == 0) {
        job j = {.options = options, .engine = engine, .worker = worker, .out = &out,
                 .several = may_be_several(options),
                 .write = {.unit = options->offsets, .color = lt_wants_color(options, out.stream),
                           .language = options->language}};
        int begun = write_around(&j, laut_write_begin);
        lt_progress_begin(&j.progress, options->files, options->file_count);
        if (begun != LT_DONE) {
            /* it is said already */
        } else if (worker) {
            status = lt_read_inputs(options->files, options->file_count, options->input, take, &j);
        } else {
            lt_reader reader;
            lt_reader_open(&reader, options->files, options->file_count, options->input);
            status = lt_run_parallel(&reader, jobs, &(lt_work){&j, begin, end, run, emit}, &j.progress);
            lt_reader_close(&reader);
        }
        lt_progress_end(&j.progress);
        if (write_around(&j, laut_write_end) != LT_DONE)
            status = LT_WRONG;
        if (lt_close_output(&out) < 0)
            status = LT_WRONG;
    }
    laut_worker_free(worker);
    laut_engine_free(engine);
    return status;
}
