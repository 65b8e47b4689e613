/* laut diff: pairs of texts with known changes (tests/diff/README.md), the interface, the output. */
#include <criterion/criterion.h>
#include <glob.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "schema.h"
#include "support.h"

static laut_engine *engine;

static void open_engine(void)
{
    laut_errors errors;
    cr_assert_eq(laut_engine_open(&engine, NULL, &errors), 0);
}

static void close_engine(void) { laut_engine_free(engine); }

TestSuite(diff, .init = open_engine, .fini = close_engine, .timeout = 120);

static laut_document *analyze(const char *text, size_t size, const char *id)
{
    laut_document *d;
    laut_error error;
    cr_assert_eq(laut_analyze(engine, text, size, &(laut_options){.id = id}, &d, &error), 0, "%s", error.message);
    return d;
}

typedef struct {
    laut_document *before, *after;
    laut_diff *diff;
    const laut_change *changes;
    size_t count;
} compared;

static compared compare(const char *before, const char *after)
{
    compared c = {analyze(before, strlen(before), "old"), analyze(after, strlen(after), "new"), NULL, NULL, 0};
    laut_error error;
    cr_assert_eq(laut_diff_open(&c.diff, c.before, c.after, &error), 0, "%s", error.message);
    c.changes = laut_changes(c.diff, &c.count);
    return c;
}

static void done(compared *c)
{
    laut_diff_free(c->diff);
    laut_document_free(c->before);
    laut_document_free(c->after);
}

static char *written_diff(const laut_diff *diff, laut_diff_format format, const laut_diff_write_options *options)
{
    char *out;
    size_t size;
    FILE *stream = open_memstream(&out, &size);
    cr_assert(stream);
    cr_assert_eq(laut_diff_write(diff, format, options, stream), 0);
    fclose(stream);
    return out;
}

/* ---------------------------------------------------------------- pairs */

/* Cut the string at the mark and return what is behind it. */
static char *cut(char *s, const char *mark)
{
    char *at = strstr(s, mark);
    cr_assert(at, "no %s", mark);
    *at = '\0';
    return at + strlen(mark);
}

static char *trim(char *s)
{
    while (*s == ' ')
        s++;
    char *end = s + strlen(s);
    while (end > s && end[-1] == ' ')
        *--end = '\0';
    return s;
}

/* Whether the words stand in the text where the spans are, at least in part. */
static bool touches(const char *text, const char *words, laut_spans spans)
{
    if (!*words)
        return spans.count == 0;
    const char *at = strstr(text, words);
    cr_assert(at, "not in the text: %s", words);
    for (; at; at = strstr(at + 1, words)) {
        size_t begin = (size_t)(at - text), end = begin + strlen(words);
        for (size_t i = 0; i < spans.count; i++)
            if (spans.at[i].begin < end && spans.at[i].end > begin)
                return true;
    }
    return false;
}

typedef struct { size_t known, found, other; } score;

/* Strike out the change that a line names, if it is there. */
static bool strike(const compared *c, bool *used, const char *kind, const char *old, const char *new)
{
    for (size_t i = 0; i < c->count; i++) {
        const laut_change *x = &c->changes[i];
        if (used[i] || x->cause != LAUT_NONE || strcmp(laut_change_name(x->kind), kind) != 0 ||
            !touches(laut_text(c->before, &(size_t){0}), old, x->words_before) ||
            !touches(laut_text(c->after, &(size_t){0}), new, x->words_after))
            continue;
        used[i] = true;
        return true;
    }
    return false;
}

static void check_pair(const char *path, score *s)
{
    size_t size;
    char *before = read_file(path, &size);
    cr_assert(before, "%s", path);
    before += strlen("== old\n");
    char *after = cut(before, "== new\n"), *lines = cut(after, "== changes\n");
    compared c = compare(before, after);
    bool *used = calloc(c.count + 1, sizeof *used);
    for (char *line = strtok(lines, "\n"); line; line = strtok(NULL, "\n")) {
        char *old = cut(line, "|"), *new = cut(old, "|");
        s->known++;
        if (strike(&c, used, trim(line), trim(old), trim(new)))
            s->found++;
        else
            fprintf(stderr, "%s: not found: %s | %s | %s\n", path, trim(line), trim(old), trim(new));
    }
    for (size_t i = 0; i < c.count; i++) {
        const laut_change *x = &c.changes[i];
        if (used[i] || x->kind == LAUT_CHANGE_KEPT || x->cause != LAUT_NONE)
            continue;
        s->other++;
        laut_spans where = x->words_after.count ? x->words_after : x->words_before;
        const char *text = x->words_after.count ? after : before;
        fprintf(stderr, "%s: named besides: %s: %.*s\n", path, laut_change_name(x->kind),
                (int)(where.at[0].end - where.at[0].begin), text + where.at[0].begin);
    }
    free(used);
    done(&c);
    free(before - strlen("== old\n"));
}

static score check_half(const char *half)
{
    char pattern[64];
    glob_t files;
    score s = {0};
    snprintf(pattern, sizeof pattern, "tests/diff/%s/*.txt", half);
    cr_assert_eq(glob(pattern, 0, NULL, &files), 0);
    cr_expect_eq(files.gl_pathc, 12);
    for (size_t i = 0; i < files.gl_pathc; i++)
        check_pair(files.gl_pathv[i], &s);
    fprintf(stderr, "diff, %s pairs: %zu of %zu changes found and named right, %zu others named\n", half, s.found,
            s.known, s.other);
    globfree(&files);
    return s;
}

Test(diff, open_pairs)
{
    score s = check_half("open");
    cr_expect_eq(s.found, s.known);
    cr_expect_eq(s.other, 0);
}

Test(diff, blind_pairs)
{
    score s = check_half("blind");
    cr_expect_eq(s.found, s.known);
    cr_expect_eq(s.other, 0);
}

/* ---------------------------------------------------------------- the interface */

Test(diff, a_text_beside_itself_has_no_changes)
{
    glob_t files;
    cr_assert_eq(glob("corpus/*.jsonl", 0, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        json_t *article = json_load_file(files.gl_pathv[i], 0, NULL);
        const char *text = json_string_value(json_object_get(article, "text"));
        cr_assert(text, "%s", files.gl_pathv[i]);
        compared c = compare(text, text);
        for (size_t k = 0; k < c.count; k++)
            cr_expect_eq(c.changes[k].kind, LAUT_CHANGE_KEPT, "%s: %s", files.gl_pathv[i],
                         laut_change_name(c.changes[k].kind));
        cr_expect_eq(laut_diff_lost(c.diff), 0);
        done(&c);
        json_decref(article);
    }
    globfree(&files);
}

Test(diff, an_empty_text)
{
    static const char text[] = "Die Brücke sei sicher, sagte Ada Brandt.";
    compared c = compare("", text);
    cr_assert_eq(c.count, 1);
    cr_expect_eq(c.changes[0].kind, LAUT_CHANGE_ADDED);
    done(&c);
    c = compare(text, "");
    cr_assert_eq(c.count, 1);
    cr_expect_eq(c.changes[0].kind, LAUT_CHANGE_DROPPED);
    cr_expect_eq(c.changes[0].lost, 0);
    done(&c);
    c = compare("", "");
    cr_expect_eq(c.count, 0);
    char *out = written_diff(c.diff, LAUT_DIFF_TEXT, NULL);
    cr_expect_str_eq(out, "old → new: 0 claims kept, no changes\n");
    free(out);
    done(&c);
}
