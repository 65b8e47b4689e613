/* Messages on standard error, and what the subcommands do alike around an engine. */
#include <stdarg.h>
#include <string.h>

#include "cli/cli.h"

void lt_cli_complain(const char *format, ...)
{
    va_list values;
    va_start(values, format);
    fflush(stdout);
    fputs("laut: ", stderr);
    vfprintf(stderr, format, values);
    fputc('\n', stderr);
    va_end(values);
}

/* A caret under the column, which counts code points; tabs stay tabs so that it lines up. */
static void point_at(const char *line, uint32_t column)
{
    uint32_t at = 1;
    fprintf(stderr, "  %s\n  ", line);
    for (const char *c = line; *c && at < column; c++) {
        if (((unsigned char)*c & 0xC0) == 0x80)
            continue;
        fputc(*c == '\t' ? '\t' : ' ', stderr);
        at++;
    }
    fputs("^\n", stderr);
}

void lt_complain_rules(const laut_errors *errors)
{
    fflush(stdout);
    for (size_t i = 0; i < errors->count && i < LAUT_MAX_ERRORS; i++) {
        const laut_error *e = &errors->list[i];
        fputs(e->file[0] ? e->file : "laut", stderr);
        if (e->line)
            fprintf(stderr, ":%u", e->line);
        if (e->line && e->column)
            fprintf(stderr, ":%u", e->column);
        fprintf(stderr, ": %s\n", e->message);
        if (e->source[0] && e->column)
            point_at(e->source, e->column);
    }
    if (errors->count >= LAUT_MAX_ERRORS)
        lt_cli_complain("only the first %d errors are shown", LAUT_MAX_ERRORS);
}

laut_engine *lt_open_engine(const char *rules, bool findings)
{
    laut_engine *engine;
    laut_errors errors;
    memset(&errors, 0, sizeof errors);
    if ((findings ? laut_engine_open : laut_engine_open_claims)(&engine, rules, &errors) == 0)
        return engine;
    if (errors.count)
        lt_complain_rules(&errors);
    else
        lt_cli_complain("the rules cannot be loaded");
    return NULL;
}

const char *lt_input_place(const lt_input *input, char *out, size_t size)
{
    if (input->line)
        snprintf(out, size, "%s:%zu", input->file, input->line);
    else
        snprintf(out, size, "%s", input->file);
    return out;
}

laut_worker *lt_open_worker(const laut_engine *engine)
{
    laut_worker *worker;
    laut_error error;
    if (laut_worker_open(&worker, engine, &error) < 0)
        lt_cli_complain("%s", error.message);
    return worker;
}

laut_document *lt_analyze_input(const laut_engine *engine, const lt_input *input,
                                const laut_options *how)
{
    laut_options options = *how;
    options.id = input->id;
    laut_document *document;
    laut_error error;
    memset(&error, 0, sizeof error);
    if (laut_analyze(engine, input->text, input->size, &options, &document, &error) == 0)
        return document;
    char place[4200];
    if (input->messages == stderr)
        fflush(stdout);
    fprintf(input->messages, "%s: %s\n", lt_input_place(input, place, sizeof place), error.message);
    return NULL;
}
