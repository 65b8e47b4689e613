#define _GNU_SOURCE /* memmem */
#include "formats/fragments.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "engine/embedded.h"

#define BEGINNING "<!-- fragment "
#define BEHIND_NAME " -->\n"

static const lt_embedded_file *file_of(const lt_embedded_file *files, size_t count, const char *path)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(files[i].path, path) == 0)
            return &files[i];
    return NULL;
}

/* ---------------------------------------------------------------- text */

static const char *entity(char c)
{
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return NULL;
    }
}

static bool is_allowed(UChar32 c)
{
    return c == '\t' || c == '\n' || (c >= 0 && u_charType(c) != U_CONTROL_CHAR);
}

void lt_html_text(lt_html *h, const char *text, size_t size)
{
    size_t done = 0;
    for (int32_t i = 0; i < (int32_t)size;) {
        size_t at = (size_t)i;
        UChar32 c;
        U8_NEXT(text, i, (int32_t)size, c);
        const char *instead = c >= 0 && c < 0x80 ? entity((char)c) : NULL;
        if (!instead && is_allowed(c))
            continue;
        /* CR LF: the browser would take the CR for a line break of its own */
        if (c == '\r')
            instead = "";
        fwrite(text + done, 1, at - done, h->stream);
        fputs(instead ? instead : "\xEF\xBF\xBD", h->stream);
        done = (size_t)i;
    }
    fwrite(text + done, 1, size - done, h->stream);
}

/* ---------------------------------------------------------------- messages */

const char *lt_html_say(const lt_html *h, const char *key)
{
    for (uint32_t row = 0; row < h->messages->row_count; row++)
        if (strcmp(lt_cell(h->messages, row, "key"), key) == 0)
            return lt_cell(h->messages, row, h->language);
    return key;
}

void lt_html_count(lt_html *h, const char *key, size_t number)
{
    char full[64], digits[24];
    snprintf(full, sizeof full, "%s.%s", key, number == 1 ? "one" : "many");
    const char *message = lt_html_say(h, full), *place = strstr(message, "{n}");
    size_t size = (size_t)snprintf(digits, sizeof digits, "%zu", number);
    lt_html_text(h, message, place ? (size_t)(place - message) : strlen(message));
    if (place) {
        lt_html_text(h, digits, size);
        lt_html_text(h, place + 3, strlen(place + 3));
    }
}

/* ---------------------------------------------------------------- fragments */

static void find_fragments(lt_html *h, const char *page, size_t size)
{
    const char *end = page + size, *at = memmem(page, size, BEGINNING, strlen(BEGINNING));
    while (at && h->fragment_count < LT_MAX_FRAGMENTS) {
        const char *name = at + strlen(BEGINNING);
        const char *behind = memmem(name, (size_t)(end - name), BEHIND_NAME, strlen(BEHIND_NAME));
        if (!behind)
            return;
        const char *body = behind + strlen(BEHIND_NAME);
        at = memmem(body, (size_t)(end - body), BEGINNING, strlen(BEGINNING));
        size_t length = (size_t)((at ? at : end) - body);
        h->fragments[h->fragment_count].name = (lt_piece){name, (size_t)(behind - name)};
        h->fragments[h->fragment_count++].body = (lt_piece){body, length ? length - 1 : 0};
    }
}

int lt_html_open(lt_html *h, const char *page_name, const char *messages, laut_language language, FILE *stream)
{
    *h = (lt_html){.stream = stream, .language = language == LAUT_ENGLISH ? "en" : "de"};
    const lt_embedded_file *m = file_of(lt_embedded, lt_embedded_count, messages);
    const lt_embedded_file *page = file_of(lt_report, lt_report_count, page_name);
    laut_errors errors = {0};
    h->messages = m ? lt_table_parse(&h->arena, messages, m->text, m->size, &errors) : NULL;
    if (!h->messages || !page)
        return -1;
    find_fragments(h, page->text, page->size);
    return 0;
}

void lt_html_close(lt_html *h) { lt_arena_free(&h->arena); }

static bool is(lt_piece p, const char *word)
{
    return strlen(word) == p.size && memcmp(p.at, word, p.size) == 0;
}

static const lt_field *field_of(const lt_field *fields, lt_piece name)
{
    for (; fields->name; fields++)
        if (is(name, fields->name))
            return fields->text || fields->count_of || fields->has_number || fields->put ? fields : NULL;
    return NULL;
}

static void put_field(lt_html *h, const lt_field *f)
{
    if (f->text)
        lt_html_text(h, f->text, strlen(f->text));
    else if (f->count_of)
        lt_html_count(h, f->count_of, f->number);
    else if (f->has_number)
        fprintf(h->stream, "%zu", f->number);
    else
        f->put(f->context);
}

static void fill(lt_html *h, lt_piece text, const lt_field *fields);

/* A file of the report: {{file.css}} as it is, {{file.html}} filled in like a fragment. */
static void put_file(lt_html *h, lt_piece name, const lt_field *fields)
{
    static const char ending[] = ".html";
    size_t n = sizeof ending - 1;
    for (size_t i = 0; i < lt_report_count; i++) {
        const lt_embedded_file *f = &lt_report[i];
        if (!is(name, f->path))
            continue;
        if (name.size > n && memcmp(name.at + name.size - n, ending, n) == 0)
            fill(h, (lt_piece){f->text, f->size - 1}, fields);
        else
            fwrite(f->text, 1, f->size, h->stream);
        return;
    }
}

/* What stands in {{ }}. */
static void put_place(lt_html *h, lt_piece place, const lt_field *fields)
{
    const lt_field *f = field_of(fields, place);
    if (f) {
        put_field(h, f);
    } else if (place.at[0] == '#') {
        char key[64];
        snprintf(key, sizeof key, "%.*s", (int)place.size - 1, place.at + 1);
        const char *message = lt_html_say(h, key);
        lt_html_text(h, message, strlen(message));
    } else {
        put_file(h, place, fields);
    }
}

static void fill(lt_html *h, lt_piece text, const lt_field *fields)
{
    const char *at = text.at, *end = at + text.size;
    unsigned depth = 0, hidden = 0; /* conditions around; from which depth on nothing is written */
    while (at < end) {
        const char *open = memmem(at, (size_t)(end - at), "{{", 2);
        const char *close = open ? memmem(open, (size_t)(end - open), "}}", 2) : NULL;
        if (!hidden)
            fwrite(at, 1, (size_t)((close ? open : end) - at), h->stream);
        if (!close)
            return;
        lt_piece place = {open + 2, (size_t)(close - open) - 2};
        at = close + 2;
        if (place.at[0] == '?') {
            depth++;
            if (!hidden && !field_of(fields, (lt_piece){place.at + 1, place.size - 1}))
                hidden = depth;
        } else if (place.at[0] == '/') {
            if (hidden == depth)
                hidden = 0;
            depth--;
        } else if (!hidden) {
            put_place(h, place, fields);
        }
    }
}

void lt_html_fill(lt_html *h, const char *fragment, const lt_field *fields)
{
    size_t n = 0;
    while (n < h->fragment_count && !is(h->fragments[n].name, fragment))
        n++;
    if (n < h->fragment_count)
        fill(h, h->fragments[n].body, fields);
}
