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

/* What record.c reads by itself, and what it leaves to jansson: both are the same. */
Test(input, plain_lines_are_read_as_jansson_reads_them)
{
    static const char *const lines[] = {
        "{\"id\":\"a\",\"text\":\"Eins\"}", " { \"text\" : \"Eins\" , \"id\" : \"a\" }\t\r", "{\"text\":\"\"}", "{\"text\":\"a\"} ",
        "{\"text\":\"\\\"So\\\", sagt\\/e\\b\\f\\n\\r\\t \\\\ sie.\",\"id\":\"b\\\"c\"}", "{\"text\":\"F\xC3\xA4hre in K\xC3\xB6ln, \xE2\x80\x9Eja\xE2\x80\x9C \xF0\x9F\x9A\xA2\"}",
        "{\"text\":\"Zw\\u00f6lf\"}", "{\"text\":\"a\",\"text\":\"b\"}", "{\"id\":\"a\",\"id\":\"b\",\"text\":\"c\"}", "{\"te\\u0078t\":\"a\"}",
        "{\"text\":\"a\",\"id\":7}", "{\"text\":\"a\",\"more\":[\"b\"]}", "{\"text\":\"a\",\"id\":null}", "{}", "{\"id\":\"a\"}", "{\"text\":null}",
        "{\"text\":\"a\",}", "{\"text\":\"a\"", "{\"text\":\"a", "{\"text\":\"a\\", "{\"text\":\"a\\x\"}", "{\"text\":\"a\tb\"}", "{\"text\":\"a\"}}",
        "{\"text\":\"a\" \"id\":\"b\"}", "{\"text\" \"a\"}", "{\"text\":\"\xC3\"}", "{\"text\":\"abcdefg\xC3\xA4\xA4\"}", "{\"text\":\"\xED\xA0\x80\"}",
        "{\"text\":\"\xC0\x80\"}", "{\"text\":\"\xF4\x90\x80\x80\"}", "{\"text\":\"a\x7F\"}", "\"text\"", "{", "{\"", "{\"text\":\"12345678\\\"", "[\"text\"]",
        "{\"\":\"\",\"text\":\"a\",\"Text\":\"b\"}", "{,\"text\":\"a\"}", "{\"text\":\"a\"}\xC2\xA0",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        taken all[2];
        for (int k = 0; k < 2; k++) {
            static const lt_input_kind kinds[] = {LT_INPUT_JSONL, LT_INPUT_RECORDS};
            char line[256];
            FILE *none = fopen("/dev/null", "w");
            bool stop;
            all[k] = (taken){0};
            snprintf(line, sizeof line, "%s\n", lines[i]);
            lt_chunk chunk = {.file = "f", .line = 1, .kind = kinds[k], .bytes = line, .size = strlen(line)};
            all[k].status = lt_take_chunk(&chunk, take, &all[k], none, &stop);
            fclose(none);
        }
        cr_expect_eq(all[0].status, all[1].status, "%s", lines[i]);
        cr_expect_str_eq(all[0].log, all[1].log, "%s", lines[i]);
    }
}

Test(input, what_is_plain)
{
    char plain[] = "{\"more\":\"x\",\"text\":\"So,\\nsagt sie\",\"id\":\"\\\"a\\\"\"}\n";
    lt_record record;
    cr_assert(lt_read_record(plain, sizeof plain - 1, &record));
    cr_expect_eq(record.size, strlen("So,\nsagt sie"));
    cr_expect_arr_eq(record.text, "So,\nsagt sie", record.size);
    cr_expect_str_eq(record.id, "\"a\"");
    char other[] = "{\"text\":\"a\\nb\",\"id\":3}", same[sizeof other];
    memcpy(same, other, sizeof other);
    cr_expect(!lt_read_record(other, sizeof other - 1, &record));
    cr_expect_str_eq(other, same, "a line that is jansson's was changed");
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
