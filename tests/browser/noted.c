/* noted ARTICLE NOTES: the HTML report of a text with notes in its margin, for the browser's test.
 *
 * A line of NOTES is SEVERITY, CODE, MESSAGE and the WORDS that are meant, with tabs between them;
 * without words the note is about the text as a whole. */
#include <stdlib.h>
#include <string.h>

#include "formats/formats.h"

enum { ROOM = 1 << 16, NOTES = 64 };

static size_t read_all(const char *path, char *out)
{
    FILE *f = fopen(path, "rb");
    size_t size = f ? fread(out, 1, ROOM - 1, f) : 0;
    if (f)
        fclose(f);
    out[size] = '\0';
    return size;
}

static laut_finding note_of(char *line, const char *text)
{
    static const char *const severities[] = {"info", "warning", "error"};
    laut_finding n = {.code = "", .message = ""};
    char *cells[4] = {line};
    for (int i = 1; i < 4; i++)
        if ((cells[i] = cells[i - 1] ? strchr(cells[i - 1], '\t') : NULL))
            *cells[i]++ = '\0';
    for (int i = 0; i < 3; i++)
        if (strcmp(cells[0], severities[i]) == 0)
            n.severity = (laut_severity)i;
    n.code = cells[1] ? cells[1] : "";
    n.message = cells[2] ? cells[2] : "";
    const char *place = cells[3] && *cells[3] ? strstr(text, cells[3]) : NULL;
    if (place)
        n.span = (laut_span){(uint32_t)(place - text), (uint32_t)(place - text + strlen(cells[3]))};
    return n;
}

int main(int argc, char **argv)
{
    static char text[ROOM], list[ROOM];
    static laut_finding notes[NOTES];
    size_t size = argc == 3 ? read_all(argv[1], text) : 0, count = 0;
    laut_engine *engine;
    laut_document *document;
    lt_view view;
    if (!size || !read_all(argv[2], list) || laut_engine_open(&engine, NULL, NULL) < 0 ||
        laut_analyze(engine, text, size, &(laut_options){.id = argv[1]}, &document, NULL) < 0 ||
        lt_view_open(&view, document) < 0)
        return 1;
    for (char *line = strtok(list, "\n"); line && count < NOTES; line = strtok(NULL, "\n"))
        notes[count++] = note_of(line, text);
    int failed = lt_write_html(&view, &(laut_write_options){.unit = LAUT_CODEPOINT, .findings = notes,
                                                            .finding_count = count}, stdout);
    lt_view_close(&view);
    laut_document_free(document);
    laut_engine_free(engine);
    return failed ? 1 : 0;
}
