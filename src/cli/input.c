/* Reading: whole files as one text each, or JSONL with one text a line. */
#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include "cli/cli.h"

static int failed(const char *file, const char *message)
{
    fflush(stdout);
    fprintf(stderr, "%s: %s\n", file, message);
    return LT_WRONG;
}

static int worse(int a, int b) { return a > b ? a : b; }

/* ---------------------------------------------------------------- text */

static int read_text(FILE *stream, const char *file, lt_take *take, void *context, bool *stop)
{
    char *text = NULL;
    size_t size = 0, room = 0;
    int status;
    for (;;) {
        if (size == room) {
            size_t wanted = room ? room * 2 : 1 << 16;
            char *more = realloc(text, wanted);
            if (!more) {
                free(text);
                return failed(file, "out of memory");
            }
            text = more;
            room = wanted;
        }
        size += fread(text + size, 1, room - size, stream);
        if (size > LAUT_MAX_TEXT) {
            free(text);
            return failed(file, "too large");
        }
        if (ferror(stream)) {
            status = failed(file, strerror(errno));
            free(text);
            return status;
        }
        if (feof(stream))
            break;
    }
    lt_input input = {.id = file, .text = text, .size = size, .file = file};
    status = take(context, &input, stop);
    free(text);
    return status;
}

/* ---------------------------------------------------------------- JSONL */

static int bad_line(const char *file, size_t line, const char *message)
{
    fflush(stdout);
    fprintf(stderr, "%s:%zu: %s\n", file, line, message);
    return LT_WRONG;
}

static int take_record(const char *file, size_t line, json_t *record, lt_take *take,
                       void *context, bool *stop)
{
    const json_t *text = json_object_get(record, "text"), *id = json_object_get(record, "id");
    char number[32];
    lt_input input = {.file = file, .line = line, .record = record};
    if (!json_is_object(record))
        return bad_line(file, line, "not a JSON object");
    if (!text)
        return bad_line(file, line, "\"text\" is missing");
    if (!json_is_string(text))
        return bad_line(file, line, "\"text\" is not a string");
    if (json_is_integer(id)) {
        snprintf(number, sizeof number, "%" JSON_INTEGER_FORMAT, json_integer_value(id));
        input.id = number;
    } else if (json_is_string(id)) {
        input.id = json_string_value(id);
        if (strlen(input.id) != json_string_length(id))
            return bad_line(file, line, "\"id\" holds a NUL character");
    } else if (id && !json_is_null(id)) {
        return bad_line(file, line, "\"id\" is not a string");
    }
    input.text = json_string_value(text);
    input.size = json_string_length(text);
    return take(context, &input, stop);
}

static int read_jsonl(FILE *stream, const char *file, lt_take *take, void *context, bool *stop)
{
    char *bytes = NULL;
    size_t room = 0;
    int status = LT_DONE;
    for (size_t line = 1; !*stop; line++) {
        errno = 0;
        ssize_t got = getline(&bytes, &room, stream);
        if (got < 0) {
            if (!feof(stream) || ferror(stream))
                status = worse(status, bad_line(file, line, strerror(errno)));
            break;
        }
        const char *at = bytes;
        size_t size = (size_t)got;
        if (line == 1 && size >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0) {
            at += 3;
            size -= 3;
        }
        size_t blank = 0;
        while (blank < size && strchr(" \t\r\n", at[blank]) && at[blank])
            blank++;
        if (blank == size)
            continue;
        json_error_t error;
        json_t *record = json_loadb(at, size, JSON_ALLOW_NUL, &error);
        if (!record) {
            char message[JSON_ERROR_TEXT_LENGTH + 64];
            snprintf(message, sizeof message, "not JSON: %s (column %d)", error.text,
                     error.column);
            status = worse(status, bad_line(file, line, message));
            continue;
        }
        status = worse(status, take_record(file, line, record, take, context, stop));
        json_decref(record);
    }
    free(bytes);
    return status;
}

/* ---------------------------------------------------------------- files */

static int read_stream(FILE *stream, const char *file, lt_input_kind kind, lt_take *take,
                       void *context, bool *stop)
{
    return (kind == LT_INPUT_JSONL ? read_jsonl : read_text)(stream, file, take, context, stop);
}

int lt_read_inputs(char **files, int count, lt_input_kind kind, lt_take *take, void *context)
{
    int status = LT_DONE;
    bool stop = false;
    if (count == 0)
        return read_stream(stdin, "-", kind, take, context, &stop);
    for (int i = 0; i < count && !stop; i++) {
        const char *file = files[i];
        if (strcmp(file, "-") == 0) {
            status = worse(status, read_stream(stdin, file, kind, take, context, &stop));
            continue;
        }
        FILE *stream = fopen(file, "rb");
        struct stat about;
        if (!stream) {
            status = failed(file, strerror(errno));
        } else if (fstat(fileno(stream), &about) == 0 && S_ISDIR(about.st_mode)) {
            status = failed(file, strerror(EISDIR));
        } else {
            status = worse(status, read_stream(stream, file, kind, take, context, &stop));
        }
        if (stream)
            fclose(stream);
    }
    return status;
}
