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
    const laut_format_info *format;
    lt_directory *directory; /* or NULL: all go to `out` */
    bool several; /* there may be more than one text */
    bool second; /* texts for a reader are set apart by an empty line */
    lt_progress progress;
} job;

static int write_document(const job *j, const laut_document *document, laut_worker *worker, const lt_input *input,
                          FILE *out)
{
    laut_write_options how = j->write;
    laut_report *report = NULL;
    how.part = j->several ? input->number : 0;
    if (j->options->audit) {
        size_t size;
        const char *text = laut_text(document, &size);
        laut_audit_options what = {.language = how.language, .worker = worker};
        laut_error error;
        if (laut_audit(j->engine, text, size, &what, &report, &error) < 0)
            return -1;
        how.findings = laut_findings(report, &how.finding_count);
    }
    int written = laut_write(document, j->options->format, &how, out);
    laut_report_free(report);
    return written;
}

/* Analyse a text and write what comes of it. */
static int answer(const job *j, laut_worker *worker, const lt_input *input, FILE *out)
{
    laut_options how = {.publisher = j->options->publisher, .worker = worker};
    laut_document *document = lt_analyze_input(j->engine, input, &how);
    if (!document)
        return LT_WRONG;
    if (j->directory) {
        size_t size;
        const char *text = laut_text(document, &size);
        lt_pack(out, input, j->format->text_extension ? text : NULL, size);
    }
    int written = write_document(j, document, worker, input, out);
    laut_document_free(document);
    if (written == 0)
        return LT_DONE;
    if (!ferror(out)) /* else it is said where the stream is */
        fprintf(input->messages, "laut: out of memory\n");
    return LT_WRONG;
}

/* What goes before a document of a file; false where the format has no room for a second one. */
static bool set_apart(job *j)
{
    if (j->second && !j->format->stream) {
        lt_cli_complain("a file of %s holds one document: name a directory, as in --output DIR/",
                        j->format->name);
        return false;
    }
    if (j->second && j->options->format == LAUT_FORMAT_TEXT)
        fputc('\n', j->out->stream);
    j->second = true;
    return true;
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
    if (!set_apart(j)) {
        laut_document_free(document);
        *stop = true;
        return LT_WRONG;
    }
    errno = 0;
    int written = write_document(j, document, j->worker, input, j->out->stream);
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
    if (j->directory)
        return lt_unpack(j->directory, bytes, size);
    if (!set_apart(j))
        return LT_WRONG;
    errno = 0;
    if (fwrite(bytes, 1, size, j->out->stream) == size)
        return LT_DONE;
    j->out->code = errno;
    return LT_WRONG;
}

/* ---------------------------------------------------------------- the command */

static bool may_be_several(const lt_options *o) { return o->input == LT_INPUT_JSONL || o->file_count > 1; }

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

static int read_all(job *j, unsigned jobs)
{
    const lt_options *o = j->options;
    if (j->worker)
        return lt_read_inputs(o->files, o->file_count, o->input, o->encoding, take, j);
    lt_reader reader;
    lt_reader_open(&reader, o->files, o->file_count, o->input, o->encoding);
    int status = lt_run_parallel(&reader, jobs, &(lt_work){j, begin, end, run, emit}, &j->progress);
    lt_reader_close(&reader);
    return status;
}

/* All documents into one file, or to standard output. */
static int into_file(job *j, unsigned jobs)
{
    lt_output out;
    if (lt_open_output(&out, j->options->output) < 0)
        return LT_WRONG;
    j->out = &out;
    j->write.color = lt_wants_color(j->options, out.stream);
    fputs(j->format->head, out.stream);
    int status = write_around(j, laut_write_begin);
    if (status == LT_DONE)
        status = read_all(j, jobs);
    if (write_around(j, laut_write_end) != LT_DONE)
        status = LT_WRONG;
    return lt_close_output(&out) < 0 ? LT_WRONG : status;
}

/* Each into a file of its own. */
static int into_directory(job *j, unsigned jobs)
{
    lt_directory directory;
    if (lt_open_directory(&directory, j->options->output, j->format) < 0)
        return LT_WRONG;
    j->directory = &directory;
    int status = read_all(j, jobs);
    lt_close_directory(&directory);
    return status;
}

int lt_analyze_command(const lt_options *options)
{
    laut_engine *engine = lt_open_engine(options->rules, options->audit);
    if (!engine)
        return LT_WRONG;
    bool directory = lt_names_directory(options->output);
    unsigned jobs = thread_count(options);
    laut_worker *worker = jobs == 1 && !directory ? lt_open_worker(engine) : NULL;
    int status = LT_WRONG;
    if (worker || jobs > 1 || directory) {
        job j = {.options = options, .engine = engine, .worker = worker,
                 .format = laut_format_about(options->format), .several = may_be_several(options) && !directory,
                 .write = {.unit = options->offsets, .with_text = options->with_text,
                           .language = options->language}};
        lt_progress_begin(&j.progress, options->files, options->file_count);
        status = directory ? into_directory(&j, jobs) : into_file(&j, jobs);
        lt_progress_end(&j.progress);
    }
    laut_worker_free(worker);
    laut_engine_free(engine);
    return status;
}
