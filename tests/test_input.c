/* src/cli/input.c: files and JSONL, good and bad. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"
#include "support.h"

typedef struct {
    char log[4096];
    int status;
} taken;

static int take(void *context, const lt_input *in, bool *stop)
{
    taken *t = context;
    size_t used = strlen(t->log);
    snprintf(t->log + used, sizeof t->log - used, "[%s:%zu %s %zu %.*s]", in->file ? "f" : "?",
             in->line, in->id ? in->id : "-", in->size, in->size < 20 ? (int)in->size : 20,
             in->text);
    *stop = t->status < 0;
    return t->status < 0 ? LT_WRONG : t->status;
}

/* The log of reading a file with this content. */
static taken read_content(const char *content, size_t size, lt_input_kind kind, int wanted)
{
    char path[] = "/tmp/laut-input-XXXXXX", *files[] = {path};
    int fd = mkstemp(path);
    FILE *f = fdopen(fd, "wb");
    fwrite(content, 1, size, f);
    fclose(f);
    taken t = {0};
    fclose(stderr);
    stderr = fopen("/dev/null", "w");
    cr_expect_eq(lt_read_inputs(files, 1, kind, NULL, take, &t), wanted);
    if (kind == LT_INPUT_TEXT) /* the id is the file */
        cr_expect(strstr(t.log, path));
    remove(path);
    return t;
}

Test(input, lines_of_json)
{
    static const char lines[] =
        "\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"Eins\",\"more\":[1]}\r\n"
        "\n"
        "  \t\n"
        "{\"text\":\"Zw\\u00f6lf\",\"id\":3}\n"
        "{\"id\":null,\"text\":\"\"}\n"
        "{\"text\":\"x\\u0000y\"}";
    taken t = read_content(lines, sizeof lines - 1, LT_INPUT_JSONL, LT_DONE);
    cr_expect_str_eq(t.log, "[f:1 a 4 Eins][f:4 3 6 Zwölf][f:5 - 0 ][f:6 - 3 x]");
}

Test(input, broken_lines_do_not_stop_the_others)
{
    static const char lines[] =
        "{\"text\":\"1\"}\nnothing\n[1]\n{\"id\":\"a\"}\n{\"text\":1}\n{\"text\":\"a\",\"id\":[]}\n"
        "{\"text\":\"a\",\"id\":\"b\\u0000\"}\n{\"text\":\"\xFF\"}\n{\"text\":\"\\ud800\"}\n"
        "{\"text\":\"a\"} {}\n{\"text\":\"2\"}\n{\"text\":\"3\"";
    taken t = read_content(lines, sizeof lines - 1, LT_INPUT_JSONL, LT_WRONG);
    cr_expect_str_eq(t.log, "[f:1 - 1 1][f:11 - 1 2]");
}

Test(input, a_text_is_the_whole_file)
{
    taken t = read_content("A\0B\r\n", 5, LT_INPUT_TEXT, LT_DONE);
    cr_expect(strstr(t.log, " 5 A]"), "%s", t.log);
    t = read_content("", 0, LT_INPUT_TEXT, LT_DONE);
    cr_expect(strstr(t.log, " 0 ]"), "%s", t.log);
}

Test(input, a_long_line)
{
    size_t size = 10 << 20;
    char *line = malloc(size);
    memset(line, 'a', size);
    memcpy(line, "{\"text\":\"", 9);
    memcpy(line + size - 2, "\"}", 2);
    taken t = read_content(line, size, LT_INPUT_JSONL, LT_DONE);
    cr_expect(strstr(t.log, "[f:1 - 10485749 aaaaaaaaaaaaaaaaaaaa]"), "%s", t.log);
    t = read_content(line, size, LT_INPUT_TEXT, LT_DONE);
    cr_expect(strstr(t.log, " 10485760 "), "%s", t.log);
    free(line);
}

Test(input, names_its_place)
{
    char place[64];
    lt_input in = {.file = "a.jsonl", .line = 7};
    cr_expect_str_eq(lt_input_place(&in, place, sizeof place), "a.jsonl:7");
    in.line = 0;
    cr_expect_str_eq(lt_input_place(&in, place, sizeof place), "a.jsonl");
}
