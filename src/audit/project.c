/* The project file: a subset of TOML, which Debian has no C library for. Keys are plain or quoted; values
 * are strings, whole numbers and arrays of strings; [limits] is the only table. */
#include "audit/project.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unicode/utf8.h>
#include <unistd.h>

#include "engine/engine.h"

typedef struct {
    lt_project *project;
    laut_errors *errors;
    const char *text;
    size_t size, at;
    bool in_limits;
} toml;

typedef struct { const char *text; size_t begin; } word; /* text NULL after a complaint */

/* ---------------------------------------------------------------- reading */

#define complain(t, place, ...)                                                                       \
    lt_complain((t)->errors, (t)->project->path, (t)->text, (t)->size, (place), __VA_ARGS__)

static char here(const toml *t) { return t->at < t->size ? t->text[t->at] : '\0'; }

static void skip_blanks(toml *t)
{
    while (here(t) == ' ' || here(t) == '\t')
        t->at++;
}

/* Blanks, comments and line breaks. */
static void skip_lines(toml *t)
{
    for (;;) {
        skip_blanks(t);
        if (here(t) == '#')
            while (t->at < t->size && here(t) != '\n')
                t->at++;
        if (here(t) != '\n' && here(t) != '\r')
            return;
        t->at++;
    }
}

static bool end_of_line(toml *t)
{
    skip_blanks(t);
    if (here(t) == '#')
        while (t->at < t->size && here(t) != '\n')
            t->at++;
    if (t->at >= t->size || here(t) == '\n' || here(t) == '\r')
        return true;
    return complain(t, t->at, "expected the end of the line");
}

static bool escape(toml *t, char *out, size_t *n)
{
    static const char names[] = "\"\\nt", values[] = "\"\\\n\t";
    const char *p = here(t) ? strchr(names, here(t)) : NULL;
    if (!p)
        return complain(t, t->at - 1, "expected one of \\\" \\\\ \\n \\t");
    out[(*n)++] = values[p - names];
    t->at++;
    return true;
}

static word read_string(toml *t)
{
    char quote = here(t);
    word w = {NULL, t->at};
    if (quote != '"' && quote != '\'') {
        complain(t, t->at, "expected a string in quotation marks");
        return w;
    }
    char *out = lt_arena_alloc(&t->project->arena, t->size - t->at + 1);
    size_t n = 0;
    for (t->at++; out && t->at < t->size && here(t) != '\n' && here(t) != quote;) {
        char c = t->text[t->at++];
        if (c == '\\' && quote == '"') {
            if (!escape(t, out, &n))
                return w;
        } else {
            out[n++] = c;
        }
    }
    if (out && here(t) != quote) {
        complain(t, w.begin, "the string does not end on this line");
        return w;
    }
    t->at++;
    w.text = out;
    return w;
}

static word read_key(toml *t)
{
    if (here(t) == '"' || here(t) == '\'')
        return read_string(t);
    word w = {NULL, t->at};
    while ((here(t) >= 'a' && here(t) <= 'z') || (here(t) >= 'A' && here(t) <= 'Z') ||
           (here(t) >= '0' && here(t) <= '9') || here(t) == '-' || here(t) == '_')
        t->at++;
    if (t->at == w.begin)
        complain(t, w.begin, "expected a key");
    else
        w.text = lt_arena_copy(&t->project->arena, t->text + w.begin, t->at - w.begin);
    return w;
}

static bool read_list(toml *t, lt_names_list *out)
{
    size_t begin = t->at;
    if (here(t) != '[')
        return complain(t, t->at, "expected an array of strings: [\"…\", \"…\"]");
    t->at++;
    for (;;) {
        skip_lines(t);
        if (here(t) == ']')
            break;
        if (t->at >= t->size)
            return complain(t, begin, "the array has no end: `]` is missing");
        word w = read_string(t);
        const char **slot = w.text ? lt_push(&t->project->arena, out) : NULL;
        if (!slot)
            return false;
        *slot = w.text;
        skip_lines(t);
        if (here(t) == ',')
            t->at++;
        else if (here(t) != ']' && t->at < t->size)
            return complain(t, t->at, "expected `,` or `]` in the array");
    }
    t->at++;
    return true;
}

static bool read_number(toml *t, int64_t *out)
{
    size_t begin = t->at;
    *out = 0;
    while (here(t) >= '0' && here(t) <= '9' && t->at - begin < 9)
        *out = *out * 10 + (t->text[t->at++] - '0');
    return t->at > begin || complain(t, begin, "expected a whole number");
}

/* ---------------------------------------------------------------- keys */

/* A path of the project file counts from its directory. */
static const char *relative(toml *t, const char *path)
{
    const char *slash = strrchr(t->project->path, '/');
    size_t n = slash && path[0] != '/' ? (size_t)(slash - t->project->path) + 1 : 0, m = strlen(path);
    char *out = lt_arena_alloc(&t->project->arena, n + m + 1);
    if (out) {
        memcpy(out, t->project->path, n);
        memcpy(out + n, path, m);
    }
    return out;
}

bool lt_language_named(const char *name, laut_language *out)
{
    *out = strcmp(name, "en") == 0 ? LAUT_ENGLISH : LAUT_GERMAN;
    return strcmp(name, "en") == 0 || strcmp(name, "de") == 0;
}

bool lt_fail_on_named(const char *name, lt_fail_on *out)
{
    static const char *const names[] = {
        [LT_FAIL_ERROR] = "error", [LT_FAIL_WARNING] = "warning", [LT_FAIL_NEVER] = "never"};
    for (int i = 0; i < 3; i++)
        if (strcmp(names[i], name) == 0) {
            *out = (lt_fail_on)i;
            return true;
        }
    return false;
}

static bool read_value(toml *t, word key)
{
    lt_project *p = t->project;
    static const char keys[] = "language, fail-on, select, ignore, known, house, baseline, or [limits]";
    word w;
    if (t->in_limits) {
        laut_finding_limit *l = lt_push(&p->arena, &p->limits);
        if (!l)
            return false;
        l->code = key.text;
        return read_number(t, &l->limit);
    }
    if (strcmp(key.text, "select") == 0)
        return read_list(t, &p->select);
    if (strcmp(key.text, "ignore") == 0)
        return read_list(t, &p->ignore);
    if (strcmp(key.text, "known") == 0)
        return read_list(t, &p->known);
    if (strcmp(key.text, "language") == 0) {
        p->has_language = true;
        return (w = read_string(t)).text &&
               (lt_language_named(w.text, &p->language) || complain(t, w.begin, "expected \"de\" or \"en\""));
    }
    if (strcmp(key.text, "fail-on") == 0) {
        p->has_fail_on = true;
        return (w = read_string(t)).text && (lt_fail_on_named(w.text, &p->fail_on) ||
                                             complain(t, w.begin, "expected \"error\", \"warning\" or \"never\""));
    }
    if (strcmp(key.text, "house") == 0 || strcmp(key.text, "baseline") == 0) {
        if (!(w = read_string(t)).text)
            return false;
        *(key.text[0] == 'h' ? &p->house : &p->baseline) = relative(t, w.text);
        return true;
    }
    return complain(t, key.begin, "unknown key `%s`: expected %s", key.text, keys);
}

static bool read_table(toml *t)
{
    size_t begin = t->at++;
    skip_blanks(t);
    word w = read_key(t);
    if (!w.text)
        return false;
    skip_blanks(t);
    if (here(t) != ']')
        return complain(t, t->at, "expected `]` behind the table's name");
    t->at++;
    t->in_limits = strcmp(w.text, "limits") == 0;
    return t->in_limits || complain(t, begin, "unknown table [%s]: expected [limits]", w.text);
}

static void read_all(toml *t)
{
    for (size_t i = 0; i < t->size;) {
        int32_t k = (int32_t)i;
        UChar32 c;
        U8_NEXT(t->text, k, (int32_t)t->size, c);
        if (c <= 0) {
            complain(t, i, c ? "not UTF-8" : "a NUL byte");
            return;
        }
        i = (size_t)k;
    }
    while (skip_lines(t), t->at < t->size) {
        bool good;
        if (here(t) == '[') {
            good = read_table(t);
        } else {
            word key = read_key(t);
            good = key.text != NULL;
            if (good) {
                skip_blanks(t);
                good = here(t) == '=' || complain(t, t->at, "expected `=` behind the key");
            }
            if (good) {
                t->at++;
                skip_blanks(t);
                good = read_value(t, key);
            }
        }
        if (good)
            good = end_of_line(t);
        if (t->project->arena.failed)
            return;
        if (!good) /* the next line may be good */
            while (t->at < t->size && here(t) != '\n')
                t->at++;
    }
}

/* ---------------------------------------------------------------- files */

const char *lt_project_find(lt_arena *arena, const char *draft)
{
    char *start = realpath(strcmp(draft, "-") == 0 ? "." : draft, NULL);
    if (!start)
        return NULL;
    size_t n = strlen(start);
    char *path = lt_arena_alloc(arena, n + sizeof LT_PROJECT_NAME + 2);
    if (path)
        memcpy(path, start, n);
    free(start);
    struct stat about;
    if (path && stat(path, &about) == 0 && !S_ISDIR(about.st_mode))
        while (n && path[n - 1] != '/')
            n--;
    if (path && n && path[n - 1] != '/')
        path[n++] = '/';
    while (path && n) {
        memcpy(path + n, LT_PROJECT_NAME, sizeof LT_PROJECT_NAME);
        if (stat(path, &about) == 0 && S_ISREG(about.st_mode))
            return path;
        for (n--; n && path[n - 1] != '/';)
            n--;
    }
    return NULL;
}

static bool fail(lt_project *p, laut_errors *errors, int code)
{
    laut_error *e = &errors->list[errors->count < LAUT_MAX_ERRORS ? errors->count++ : LAUT_MAX_ERRORS - 1];
    memset(e, 0, sizeof *e);
    e->code = LAUT_ERROR_FILE;
    snprintf(e->file, sizeof e->file, "%s", p->path ? p->path : LT_PROJECT_NAME);
    snprintf(e->message, sizeof e->message, "%s", strerror(code));
    return false;
}

int lt_project_read(lt_project *p, const char *path, laut_errors *errors)
{
    enum { LARGEST = 1 << 20 };
    *p = (lt_project){.fail_on = LT_FAIL_ERROR};
    errors->count = 0;
    p->path = lt_arena_copy(&p->arena, path, strlen(path));
    char *text = lt_arena_alloc(&p->arena, LARGEST + 1);
    FILE *stream = fopen(path, "rb");
    if (!p->path || !text || !stream) {
        fail(p, errors, stream ? ENOMEM : errno);
        if (stream)
            fclose(stream);
        return -1;
    }
    size_t size = fread(text, 1, LARGEST + 1, stream);
    int code = ferror(stream) ? errno : size > LARGEST ? EFBIG : 0;
    fclose(stream);
    if (code) {
        fail(p, errors, code);
        return -1;
    }
    toml t = {.project = p, .errors = errors, .text = text, .size = size};
    read_all(&t);
    if (p->arena.failed)
        fail(p, errors, ENOMEM);
    return errors->count ? -1 : 0;
}

void lt_project_free(lt_project *p) { lt_arena_free(&p->arena); }
