/* See fuzz.h. */
#include "fuzz.h"

#include <jansson.h>
#include <libxml/parser.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/schema.h"
#include "tests/sound.h"

static int messages = STDERR_FILENO;
static json_t *schema;

void fuzz_begin(void)
{
    char problem[512];
    messages = dup(STDERR_FILENO);
    schema = schema_load(problem, sizeof problem);
    FUZZ_CHECK(schema, "%s", problem);
}

void fuzz_stop(const char *format, ...)
{
    va_list values;
    va_start(values, format);
    vdprintf(messages, format, values);
    va_end(values);
    dprintf(messages, "\n");
    abort();
}

char *fuzz_written(const laut_document *d, laut_format format, laut_unit unit, int color, size_t *size)
{
    char *out = NULL;
    size_t count = 0;
    FILE *stream = open_memstream(&out, &count);
    laut_write_options options = {.unit = unit, .color = color, .part = 1};
    FUZZ_CHECK(laut_write(d, format, &options, stream) == 0, "cannot be written");
    fclose(stream);
    if (size)
        *size = count;
    return out;
}

static json_t *parsed(const char *output, const char *what)
{
    json_error_t error;
    json_t *value = json_loads(output, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &error);
    FUZZ_CHECK(value, "%s is not JSON: %s", what, error.text);
    return value;
}

/* Whatever the text holds, every tag of the page closes the last one that is open. */
static void check_page(char *page)
{
    char *open = malloc(strlen(page) + 1);
    size_t depth = 0;
    FUZZ_CHECK(open, "out of memory");
    for (char *p = page; (p = strchr(p, '<')); p++) {
        char *end = strchr(p, '>');
        FUZZ_CHECK(end, "a tag without an end: %.60s", p);
        if (p[1] == '/')
            FUZZ_CHECK(depth && open[--depth] == p[2], "this tag closes another one: %.60s", p);
        else if (end[-1] != '/')
            open[depth++] = p[1];
    }
    FUZZ_CHECK(!depth, "a tag stays open");
    free(open);
    free(page);
}

static bool one_of(laut_format f, const laut_format *list, size_t count)
{
    size_t i = 0;
    while (i < count && list[i] != f)
        i++;
    return i < count;
}

/* In the formats of other programs: JSON is JSON, XML well-formed, and what is masked as long as it was. */
static void fuzz_others(const laut_document *d)
{
    static const laut_format as_json[] = {LAUT_FORMAT_CITRON, LAUT_FORMAT_W3C, LAUT_FORMAT_SCHEMAORG, LAUT_FORMAT_CAS};
    const laut_format_info *about;
    for (int f = LAUT_FORMAT_CSV; (about = laut_format_about((laut_format)f)); f++) {
        size_t size, text_size;
        char *out = fuzz_written(d, (laut_format)f, LAUT_BYTE, 0, &size);
        if (one_of((laut_format)f, as_json, sizeof as_json / sizeof *as_json)) {
            json_decref(parsed(out, about->name));
        } else if (f == LAUT_FORMAT_TEI) {
            xmlDocPtr xml = xmlReadMemory(out, (int)size, NULL, NULL,
                                          XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_HUGE);
            FUZZ_CHECK(xml, "tei is not well-formed: %s", out);
            xmlFreeDoc(xml);
        } else if (f == LAUT_FORMAT_MASK) {
            laut_text(d, &text_size);
            FUZZ_CHECK(size == text_size, "%zu bytes are masked as %zu", text_size, size);
        }
        free(out);
    }
}

void fuzz_document(const laut_document *d)
{
    char problem[512];
    FUZZ_CHECK(sound(d, problem), "%s", problem);
    for (int unit = LAUT_CODEPOINT; unit <= LAUT_UTF16; unit++) {
        char *line = fuzz_written(d, LAUT_FORMAT_JSONL, (laut_unit)unit, 0, NULL);
        char *indented = fuzz_written(d, LAUT_FORMAT_JSON, (laut_unit)unit, 0, NULL);
        char *corpus = fuzz_written(d, LAUT_FORMAT_WIKINEWS, (laut_unit)unit, 0, NULL);
        json_t *a = parsed(line, "jsonl"), *b = parsed(indented, "json"), *c = parsed(corpus, "wikinews");
        FUZZ_CHECK(strchr(line, '\n') == line + strlen(line) - 1, "jsonl is not one line");
        FUZZ_CHECK(strchr(corpus, '\n') == corpus + strlen(corpus) - 1, "wikinews is not one line");
        FUZZ_CHECK(json_equal(a, b), "json and jsonl differ");
        FUZZ_CHECK(schema_holds(schema, a, problem, sizeof problem), "schema: %s", problem);
        json_decref(a);
        json_decref(b);
        json_decref(c);
        free(line);
        free(indented);
        free(corpus);
    }
    fuzz_others(d);
    for (int color = 0; color <= 1; color++)
        free(fuzz_written(d, LAUT_FORMAT_TEXT, LAUT_CODEPOINT, color, NULL));
    check_page(fuzz_written(d, LAUT_FORMAT_HTML, LAUT_CODEPOINT, 0, NULL));
}
