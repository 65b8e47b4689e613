/* laut [FILE…]: who said what. */
#include <stdlib.h>
#include <unistd.h>

#include "cli/cli.h"

typedef struct {
    const lt_options *options;
    const laut_engine *engine;
    laut_worker *worker;
    laut_write_options write;
    FILE *stream;
    bool second; /* texts for a reader are set apart by an empty line */
} job;

static int take(void *context, const lt_input *input, bool *stop)
{
    job *j = context;
    laut_document *document = lt_analyze_input(
        j->engine, input, &(laut_options){.publisher = j->options->publisher, .worker = j->worker});
    if (!document)
        return LT_WRONG;
    if (j->second && j->options->format == LAUT_FORMAT_TEXT)
        fputc('\n', j->stream);
    j->second = true;
    int written = laut_write(document, j->options->format, &j->write, j->stream);
    laut_document_free(document);
    if (written == 0)
        return LT_DONE;
    if (!ferror(j->stream))
        lt_cli_complain("out of memory");
    *stop = true; /* what the stream did not take it will not take later either */
    return LT_WRONG;
}

static bool wants_color(const lt_options *o, FILE *stream)
{
    if (o->color != LT_COLOR_AUTO)
        return o->color == LT_COLOR_ALWAYS;
    const char *no = getenv("NO_COLOR");
    return !(no && *no) && isatty(fileno(stream));
}

int lt_analyze_command(const lt_options *options)
{
    laut_engine *engine = lt_open_engine(options->rules);
    if (!engine)
        return LT_WRONG;
    lt_output out;
    int status = LT_WRONG;
    laut_worker *worker = lt_open_worker(engine);
    if (worker && lt_open_output(&out, options->output) == 0) {
        job j = {options, engine, worker, {options->offsets, wants_color(options, out.stream)},
                 out.stream, false};
        status = lt_read_inputs(options->files, options->file_count, options->input, take, &j);
        if (lt_close_output(&out) < 0)
            status = LT_WRONG;
    }
    laut_worker_free(worker);
    laut_engine_free(engine);
    return status;
}
