/* laut verify DRAFT… --against FILE…: did they really say it like that? */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"

enum {
    BLOCK = 1 << 16, /* bytes that are read at once */
    BATCH = 32       /* drafts that go through the sources together: memory is bounded however many there are */
};

typedef struct {
    laut_document *document;
    laut_verification *verification;
} draft;

typedef struct {
    const lt_options *options;
    laut_engine *engine;
    laut_worker *worker;
    lt_output *out;
    draft drafts[BATCH];
    size_t count;
    size_t sources;
    bool again;  /* the sources were read before: what is wrong with them was said */
    bool second; /* drafts for a reader are set apart by an empty line */
} job;

static int finish_batch(job *j);

/* ---------------------------------------------------------------- drafts */

static bool reads_stdin(const lt_options *o)
{
    for (int i = 0; i < o->source_count; i++)
        if (strcmp(o->sources[i], "-") == 0)
            return true;
    return false;
}

static int take_draft(void *context, const lt_input *input, bool *stop)
{
    job *j = context;
    laut_options how = {.publisher = j->options->publisher, .worker = j->worker};
    laut_document *document = lt_analyze_input(j->engine, input, &how);
    laut_error error;
    char place[4200];
    if (!document)
        return LT_WRONG;
    if (j->count == BATCH) {
        lt_cli_complain("%s: more than %d drafts need sources that can be read again", lt_input_place(input, place, sizeof place), BATCH);
        laut_document_free(document);
        return LT_WRONG;
    }
    draft *d = &j->drafts[j->count];
    if (laut_verify_open(&d->verification, j->engine, document, NULL, &error) < 0) {
        if (error.file[0])
            lt_cli_complain("%s:%u: %s", error.file, error.line, error.message);
        else
            lt_cli_complain("%s: %s", lt_input_place(input, place, sizeof place), error.message);
        laut_document_free(document);
        return LT_WRONG;
    }
    d->document = document;
    j->count++;
    size_t quotations;
    if (laut_quotations(d->verification, &quotations, &error) && !quotations)
        fprintf(stderr, "%s: no quotation in the draft\n", lt_input_place(input, place, sizeof place));
    if (j->count < BATCH || reads_stdin(j->options))
        return LT_DONE;
    int status = finish_batch(j);
    *stop = j->out->code != 0;
    return status;
}

/* ---------------------------------------------------------------- sources */

/* What is wrong with a source, said once. */
static int complain(const job *j, const char *place, const char *message)
{
    if (!j->again) {
        fflush(stdout);
        fprintf(stderr, "%s: %s\n", place, message);
    }
    return LT_WRONG;
}

static int begin_source(job *j, const char *name, const char *place)
{
    laut_error error;
    int status = LT_DONE;
    for (size_t i = 0; i < j->count; i++)
        if (laut_verify_begin(j->drafts[i].verification, name, &error) < 0)
            status = complain(j, place, error.message);
    j->sources++;
    return status;
}

static int end_source(job *j, const char *place, bool told)
{
    laut_error error;
    int status = LT_DONE;
    for (size_t i = 0; i < j->count; i++)
        if (laut_verify_end(j->drafts[i].verification, &error) < 0 && !told) {
            status = complain(j, place, error.message);
            told = true; /* the other drafts say the same of it */
        }
    return status;
}

static int feed_source(job *j, const char *bytes, size_t size, laut_error *error)
{
    int failed = 0;
    for (size_t i = 0; i < j->count; i++)
        if (laut_verify_feed(j->drafts[i].verification, bytes, size, error) < 0)
            failed = -1;
    return failed;
}

static int take_record(void *context, const lt_input *input, bool *stop)
{
    job *j = context;
    char place[4200];
    laut_error error;
    (void)stop;
    lt_input_place(input, place, sizeof place);
    if (!input->size)
        return complain(j, place, "the source is empty");
    int status = begin_source(j, input->id ? input->id : place, place);
    bool told = feed_source(j, input->text, input->size, &error) < 0;
    if (told)
        status = complain(j, place, error.message);
    int end = end_source(j, place, told);
    return status > end ? status : end;
}

/* A file as one text, block by block: it may be larger than the memory. */
static int read_text(job *j, const char *file)
{
    static char block[BLOCK];
    FILE *stream = strcmp(file, "-") == 0 ? stdin : fopen(file, "rb");
    laut_error error;
    size_t n, all = 0;
    if (!stream)
        return complain(j, file, strerror(errno));
    int status = begin_source(j, file, file);
    bool told = false;
    errno = 0;
    while ((n = fread(block, 1, sizeof block, stream))) {
        all += n;
        if (feed_source(j, block, n, &error) < 0) {
            status = complain(j, file, error.message);
            told = true;
            break;
        }
    }
    if (ferror(stream)) {
        status = complain(j, file, strerror(errno ? errno : EIO));
    } else if (!all) {
        status = complain(j, file, "the source is empty");
    }
    if (stream != stdin)
        fclose(stream);
    int end = end_source(j, file, told);
    return status > end ? status : end;
}

static bool ends_with(const char *s, const char *end)
{
    size_t n = strlen(s), m = strlen(end);
    return n >= m && strcmp(s + n - m, end) == 0;
}

/* The one place where a source is read: what it is, is told by its name. */
/* Whether a file begins as a page of HTML does. */
static bool is_page(const char *file)
{
    char head[1024];
    FILE *stream = strcmp(file, "-") == 0 ? NULL : fopen(file, "rb");
    size_t n = stream ? fread(head, 1, sizeof head, stream) : 0;
    if (stream)
        fclose(stream);
    return n && laut_is_html(head, n);
}

static int read_source(job *j, char *file)
{
    if (is_page(file))
        return lt_read_inputs(&file, 1, LT_INPUT_HTML, j->options->encoding, take_record, j);
    if (ends_with(file, ".jsonl") || ends_with(file, ".ndjson"))
        return lt_read_inputs(&file, 1, LT_INPUT_JSONL, NULL, take_record, j);
    return read_text(j, file);
}

/* ---------------------------------------------------------------- the command */

static int write_all(job *j)
{
    int status = LT_DONE;
    laut_verify_write_options how = {.unit = j->options->offsets, .color = lt_wants_color(j->options, j->out->stream),
                                     .language = j->options->language, .sources = j->sources};
    for (size_t i = 0; i < j->count; i++) {
        size_t count;
        laut_error error;
        if (j->second && j->options->verify_format == LAUT_VERIFY_TEXT)
            fputc('\n', j->out->stream);
        j->second = true;
        errno = 0;
        if (laut_verify_write(j->drafts[i].verification, j->options->verify_format, &how, j->out->stream) < 0) {
            if (ferror(j->out->stream))
                j->out->code = errno ? errno : EIO;
            else
                lt_cli_complain("out of memory");
            return LT_WRONG;
        }
        const laut_quotation *q = laut_quotations(j->drafts[i].verification, &count, &error);
        for (size_t k = 0; q && k < count; k++)
            if (q[k].verdict != LAUT_VERBATIM && q[k].verdict != LAUT_EVIDENCE)
                status = LT_FOUND;
    }
    return status;
}

/* Read the sources past the drafts, write what comes of it, and drop them. */
static int finish_batch(job *j)
{
    int status = LT_DONE;
    j->sources = 0;
    for (int i = 0; j->count && i < j->options->source_count; i++) {
        int one = read_source(j, j->options->sources[i]);
        status = one > status ? one : status;
    }
    int written = write_all(j);
    for (size_t i = 0; i < j->count; i++) {
        laut_verify_free(j->drafts[i].verification);
        laut_document_free(j->drafts[i].document);
    }
    j->again |= j->count > 0;
    j->count = 0;
    return written > status ? written : status;
}

int lt_verify_command(const lt_options *options)
{
    lt_output out;
    job j = {.options = options, .out = &out};
    int status = LT_WRONG;
    j.engine = lt_open_engine(options->rules, false);
    j.worker = j.engine ? lt_open_worker(j.engine) : NULL;
    if (j.worker && lt_open_output(&out, options->output) == 0) {
        status = lt_read_inputs(options->files, options->file_count, options->input, options->encoding, take_draft, &j);
        int last = finish_batch(&j);
        status = last > status ? last : status;
        if (lt_close_output(&out) < 0)
            status = LT_WRONG;
    }
    laut_worker_free(j.worker);
    laut_engine_free(j.engine);
    return status;
}
