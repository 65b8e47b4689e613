/* laut explain FILE[:LINE]: which rules fired there, or nearly did. With JSONL the line is that
 * of a document, and the whole of it is explained. */
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"

typedef struct {
    const laut_engine *engine;
    const char *publisher;
    uint32_t line; /* 0 for all */
    FILE *stream;
    bool found;
} job;

static int take(void *context, const lt_input *input, bool *stop)
{
    job *j = context;
    if (input->line && j->line && input->line != j->line)
        return LT_DONE;
    j->found = true;
    laut_document *document = lt_analyze_input(j->engine, input,
                                               &(laut_options){.publisher = j->publisher, .trace = 1});
    if (!document)
        return LT_WRONG;
    uint32_t last = 1, column;
    laut_position(document, (uint32_t)input->size, &last, &column);
    if (!input->line && j->line > last) {
        fprintf(stderr, "%s: has only %u lines\n", input->file, last);
        laut_document_free(document);
        return LT_WRONG;
    }
    int done = laut_explain(document, input->line ? 0 : j->line, j->stream);
    laut_document_free(document);
    *stop = done < 0 || (input->line && j->line);
    return done < 0 ? LT_WRONG : LT_DONE;
}

/* Cut `:LINE` off, unless there is a file that is called so as a whole. Returns the line or 0. */
static uint32_t split_line(char *file)
{
    char *colon = strrchr(file, ':'), *end;
    if (!colon || colon == file || !isdigit((unsigned char)colon[1]) || access(file, F_OK) == 0)
        return 0;
    errno = 0;
    unsigned long line = strtoul(colon + 1, &end, 10);
    if (*end || errno || line == 0 || line > UINT32_MAX)
        return 0;
    *colon = '\0';
    return (uint32_t)line;
}

int lt_explain_command(const lt_options *options)
{
    laut_engine *engine = lt_open_engine(options->rules, false);
    if (!engine)
        return LT_WRONG;
    lt_output out;
    int status = LT_WRONG;
    if (lt_open_output(&out, options->output) == 0) {
        job j = {engine, options->publisher, split_line(options->files[0]), out.stream, false};
        status = lt_read_inputs(options->files, 1, options->input, options->encoding, take, &j);
        if (status == LT_DONE && !j.found) {
            fprintf(stderr, "%s: there is no document on line %u\n", options->files[0], j.line);
            status = LT_WRONG;
        }
        if (lt_close_output(&out) < 0)
            status = LT_WRONG;
    }
    laut_engine_free(engine);
    return status;
}
