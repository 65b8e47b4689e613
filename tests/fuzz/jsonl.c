/* Any bytes as a file of JSONL (or of text), through the reader of the command: on one thread and on
 * several, which must agree. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/utf8.h>

#include "cli/cli.h"
#include "fuzz.h"

typedef struct {
    FILE *stream;
    size_t texts;
} log_book;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    fuzz_begin();
    return 0;
}

/* What was read of a text, in full. */
static int note(const lt_input *in, FILE *out)
{
    char place[64];
    for (int32_t i = 0; in->line && i < (int32_t)in->size;) {
        UChar32 c;
        U8_NEXT(in->text, i, (int32_t)in->size, c);
        FUZZ_CHECK(c >= 0, "JSON that is not UTF-8 is handed on");
    }
    fprintf(out, "%s|%s|", lt_input_place(in, place, sizeof place), in->id ? in->id : "");
    fwrite(in->text, 1, in->size, out);
    fputc('\n', out);
    return LT_DONE;
}

static int take(void *context, const lt_input *in, bool *stop)
{
    log_book *l = context;
    (void)stop;
    l->texts++;
    return note(in, l->stream);
}

static void *begin(void *context) { return context; }
static void end(void *state) { (void)state; }

static int run(void *context, void *state, const lt_input *in, FILE *out)
{
    (void)context;
    (void)state;
    return note(in, out);
}

static int emit(void *context, const char *bytes, size_t size)
{
    log_book *l = context;
    return fwrite(bytes, 1, size, l->stream) == size ? LT_DONE : LT_WRONG;
}

/* A reader that has opened the bytes as its only file. */
static void open_bytes(lt_reader *r, const char *bytes, size_t size, lt_input_kind kind)
{
    static char name[] = "fuzz", *files[] = {name};
    lt_reader_open(r, files, 1, kind, NULL);
    r->next = 1;
    r->file = name;
    r->stream = fmemopen((void *)bytes, size, "rb");
    FUZZ_CHECK(r->stream, "no stream");
}

static void read_as(lt_input_kind kind, const char *bytes, size_t size)
{
    char *one = NULL, *two = NULL, *refused = NULL;
    size_t one_size, two_size, refused_size, lines = 0;
    log_book a = {open_memstream(&one, &one_size), 0}, b = {open_memstream(&two, &two_size), 0};
    FILE *messages = open_memstream(&refused, &refused_size);
    int status = LT_DONE, other;
    lt_reader reader;
    lt_chunk chunk = {0};
    bool stop = false;

    open_bytes(&reader, bytes, size, kind);
    while (lt_reader_next(&reader, &chunk)) {
        int got = lt_take_chunk(&chunk, take, &a, messages, &stop);
        status = got > status ? got : status;
        lines++;
    }
    lt_reader_close(&reader);
    free(chunk.bytes);
    fclose(messages);

    lt_progress progress = {0};
    lt_work work = {&b, begin, end, run, emit};
    open_bytes(&reader, bytes, size, kind);
    other = lt_run_parallel(&reader, 2, &work, &progress);
    lt_reader_close(&reader);

    fclose(a.stream);
    fclose(b.stream);
    size_t complaints = 0;
    for (size_t i = 0; i < refused_size; i++)
        complaints += refused[i] == '\n';
    FUZZ_CHECK(a.texts + complaints == lines, "%zu pieces, %zu texts, %zu messages: %s", lines, a.texts,
               complaints, refused);
    FUZZ_CHECK(complaints ? status == LT_WRONG : status == LT_DONE, "status %d: %s", status, refused);
    FUZZ_CHECK(other == status, "status %d on one thread, %d on two", status, other);
    FUZZ_CHECK(one_size == two_size && memcmp(one, two, one_size) == 0,
               "one thread reads\n%s\ntwo read\n%s", one, two);
    free(one);
    free(two);
    free(refused);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!size) /* fmemopen() refuses it */
        return 0;
    read_as(LT_INPUT_JSONL, (const char *)data, size);
    read_as(LT_INPUT_TEXT, (const char *)data, size);
    return 0;
}
