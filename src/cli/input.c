/* Reading: whole files as one text each, pages of HTML among them, or JSONL with one text a line. */
#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include "cli/cli.h"

static int worse(int a, int b) { return a > b ? a : b; }

/* ---------------------------------------------------------------- pieces */

static void problem(lt_chunk *out, const char *message)
{
    snprintf(out->problem, sizeof out->problem, "%s", message);
    out->size = 0;
}

/* The rest of the stream. */
static void read_whole(FILE *stream, lt_chunk *out)
{
    out->size = 0;
    for (;;) {
        if (out->size == out->room) {
            size_t wanted = out->room ? out->room * 2 : 1 << 16;
            char *more = realloc(out->bytes, wanted);
            if (!more) {
                problem(out, "out of memory");
                return;
            }
            out->bytes = more;
            out->room = wanted;
        }
        out->size += fread(out->bytes + out->size, 1, out->room - out->size, stream);
        if (out->size > LAUT_MAX_TEXT)
            problem(out, "too large");
        else if (ferror(stream))
            problem(out, strerror(errno));
        else if (!feof(stream))
            continue;
        return;
    }
}

/* The next line that is not blank; false at the end. */
static bool read_line(lt_reader *r, lt_chunk *out)
{
    for (;;) {
        errno = 0;
        ssize_t got = getline(&out->bytes, &out->room, r->stream);
        r->line++;
        out->line = r->line;
        if (got < 0) {
            if (feof(r->stream) && !ferror(r->stream))
                return false;
            problem(out, errno ? strerror(errno) : "cannot be read");
            return true;
        }
        out->size = (size_t)got;
        if (r->line == 1 && out->size >= 3 && memcmp(out->bytes, "\xEF\xBB\xBF", 3) == 0)
            memset(out->bytes, ' ', 3); /* the byte order mark */
        size_t blank = 0;
        while (blank < out->size && out->bytes[blank] && strchr(" \t\r\n", out->bytes[blank]))
            blank++;
        if (blank < out->size)
            return true;
    }
}

static void close_stream(lt_reader *r)
{
    if (r->stream && r->stream != stdin)
        fclose(r->stream);
    r->stream = NULL;
}

/* Open the next file. Returns 0, or -1 with the problem. */
static int open_next(lt_reader *r, lt_chunk *out)
{
    r->file = r->count ? r->files[r->next] : "-";
    r->next++;
    r->line = 0;
    out->file = r->file;
    if (strcmp(r->file, "-") == 0) {
        r->stream = stdin;
        return 0;
    }
    struct stat about;
    r->stream = fopen(r->file, "rb");
    if (!r->stream) {
        problem(out, strerror(errno));
        return -1;
    }
    if (fstat(fileno(r->stream), &about) == 0 && S_ISDIR(about.st_mode)) {
        problem(out, strerror(EISDIR));
        close_stream(r);
        return -1;
    }
    return 0;
}

void lt_reader_open(lt_reader *r, char **files, int count, lt_input_kind kind, const char *encoding)
{
    *r = (lt_reader){.files = files, .count = count, .kind = kind, .encoding = encoding};
}

void lt_reader_close(lt_reader *r) { close_stream(r); }

bool lt_reader_next(lt_reader *r, lt_chunk *out)
{
    out->problem[0] = '\0';
    out->line = 0;
    out->number = ++r->number;
    out->kind = r->kind;
    out->encoding = r->encoding;
    for (;;) {
        if (!r->stream) {
            if (r->next >= (r->count ? r->count : 1))
                return false;
            if (open_next(r, out) < 0)
                return true;
        }
        out->file = r->file;
        if (r->kind != LT_INPUT_JSONL) {
            read_whole(r->stream, out);
            close_stream(r);
            return true;
        }
        if (read_line(r, out)) {
            if (out->problem[0])
                close_stream(r);
            return true;
        }
        close_stream(r);
        out->line = 0;
    }
}

/* ---------------------------------------------------------------- texts */

static int refuse(const lt_chunk *chunk, FILE *messages, const char *message)
{
    if (messages == stderr)
        fflush(stdout);
    if (chunk->line)
        fprintf(messages, "%s:%zu: %s\n", chunk->file, chunk->line, message);
    else
        fprintf(messages, "%s: %s\n", chunk->file, message);
    return LT_WRONG;
}

static int take_record(const lt_chunk *chunk, json_t *record, lt_take *take, void *context,
                       FILE *messages, bool *stop)
{
    const json_t *text = json_object_get(record, "text"), *id = json_object_get(record, "id");
    char number[32];
    lt_input input = {.file = chunk->file, .line = chunk->line, .number = chunk->number, .read = chunk->size,
                      .record = record, .messages = messages};
    if (!json_is_object(record))
        return refuse(chunk, messages, "not a JSON object");
    if (!text)
        return refuse(chunk, messages, "\"text\" is missing");
    if (!json_is_string(text))
        return refuse(chunk, messages, "\"text\" is not a string");
    if (json_is_integer(id)) {
        snprintf(number, sizeof number, "%" JSON_INTEGER_FORMAT, json_integer_value(id));
        input.id = number;
    } else if (json_is_string(id)) {
        input.id = json_string_value(id);
        if (strlen(input.id) != json_string_length(id))
            return refuse(chunk, messages, "\"id\" holds a NUL character");
    } else if (id && !json_is_null(id)) {
        return refuse(chunk, messages, "\"id\" is not a string");
    }
    input.text = json_string_value(text);
    input.size = json_string_length(text);
    return take(context, &input, stop);
}

static int take_page(const lt_chunk *chunk, lt_take *take, void *context, FILE *messages, bool *stop)
{
    char *text;
    size_t size;
    laut_error error;
    if (laut_html_text(chunk->bytes, chunk->size, chunk->encoding, &text, &size, &error) < 0)
        return refuse(chunk, messages, error.message);
    lt_input input = {.id = chunk->file, .text = text, .size = size, .file = chunk->file,
                      .number = chunk->number, .messages = messages};
    int status = take(context, &input, stop);
    free(text);
    return status;
}

/* By what it begins with; where its name says so, any element will do. */
static bool is_page(const lt_chunk *chunk)
{
    static const char *const extensions[] = {".html", ".htm", ".xhtml"};
    if (laut_is_html(chunk->bytes, chunk->size))
        return true;
    const char *dot = strrchr(chunk->file, '.');
    size_t i = 0;
    while (i < chunk->size && chunk->bytes[i] && strchr(" \t\r\n\xEF\xBB\xBF", chunk->bytes[i]))
        i++;
    for (size_t k = 0; dot && i < chunk->size && chunk->bytes[i] == '<' && k < 3; k++)
        if (strcasecmp(dot, extensions[k]) == 0)
            return true;
    return false;
}

int lt_take_chunk(const lt_chunk *chunk, lt_take *take, void *context, FILE *messages, bool *stop)
{
    if (chunk->problem[0])
        return refuse(chunk, messages, chunk->problem);
    if (chunk->kind == LT_INPUT_HTML ||
        (chunk->kind == LT_INPUT_ANY && is_page(chunk)))
        return take_page(chunk, take, context, messages, stop);
    if (!chunk->line) {
        lt_input input = {.id = chunk->file, .text = chunk->bytes, .size = chunk->size,
                          .read = chunk->size, .file = chunk->file, .number = chunk->number, .messages = messages};
        return take(context, &input, stop);
    }
    json_error_t error;
    json_t *record = json_loadb(chunk->bytes, chunk->size, JSON_ALLOW_NUL, &error);
    if (!record) {
        char message[JSON_ERROR_TEXT_LENGTH + 64];
        for (char *c = error.text; *c; c++) /* it cites the line, which may hold anything */
            if ((unsigned char)*c < ' ' || *c == 127)
                *c = ' ';
        snprintf(message, sizeof message, "not JSON: %s (column %d)", error.text, error.column);
        return refuse(chunk, messages, message);
    }
    int status = take_record(chunk, record, take, context, messages, stop);
    json_decref(record);
    return status;
}

int lt_read_inputs(char **files, int count, lt_input_kind kind, const char *encoding, lt_take *take,
                   void *context)
{
    int status = LT_DONE;
    bool stop = false;
    lt_reader reader;
    lt_chunk chunk = {0};
    lt_reader_open(&reader, files, count, kind, encoding);
    while (!stop && lt_reader_next(&reader, &chunk))
        status = worse(status, lt_take_chunk(&chunk, take, context, stderr, &stop));
    lt_reader_close(&reader);
    free(chunk.bytes);
    return status;
}
