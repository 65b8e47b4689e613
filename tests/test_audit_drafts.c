/* Recall and precision of laut audit over tests/drafts/ (its README says what the files hold). The figures
 * are printed, and of open drafts what is missed; of the blind ones nobody is to see it by running the tests. Behind them the same for the short ones, each file for its codes. */
#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "laut.h"

enum { MOST = 200, DRAFTS = 64, LINE = 4096 };

typedef struct {
    char code[64], words[512];
    bool document;     /* "-": the code alone counts */
    uint32_t begin, end;
} entry;

typedef struct { entry at[MOST]; size_t count; } entries;
typedef struct { unsigned answered, missed, right, wrong, near, near_hit; } score;

static char *read_all(const char *path, size_t *size)
{
    FILE *stream = fopen(path, "rb");
    cr_assert(stream, "%s is missing", path);
    char *text = calloc(1, 1 << 20);
    *size = fread(text, 1, (1 << 20) - 1, stream);
    fclose(stream);
    return text;
}

/* Where the words stand; `#2` behind them is the second occurrence. */
static void locate(entry *e, const char *text, const char *path)
{
    unsigned wanted = 1;
    char *mark = strrchr(e->words, '#');
    e->document = strcmp(e->words, "-") == 0;
    if (e->document)
        return;
    if (mark && mark[1] >= '1' && mark[1] <= '9' && !mark[2]) {
        wanted = (unsigned)(mark[1] - '0');
        *mark = '\0';
    }
    const char *p = text;
    for (unsigned k = 0; (p = strstr(p, e->words)) && ++k < wanted;)
        p++;
    cr_assert(p, "%s: the draft lacks “%s”", path, e->words);
    e->begin = (uint32_t)(p - text);
    e->end = e->begin + (uint32_t)strlen(e->words);
}

static void entry_of(const char *line, const char *text, const char *path, entries *out)
{
    entry *e = &out->at[out->count];
    cr_assert(out->count < MOST && sscanf(line, "%63[^\t]\t%511[^\t]\t", e->code, e->words) == 2, "%s: not code, words, reason: %s", path, line);
    locate(e, text, path);
    out->count++;
}

static void read_entries(const char *path, const char *text, entries *out)
{
    char line[LINE];
    FILE *stream = fopen(path, "rb");
    cr_assert(stream, "%s is missing", path);
    out->count = 0;
    while (fgets(line, sizeof line, stream))
        if (line[0] != '\n')
            entry_of(line, text, path, out);
    fclose(stream);
}

static bool answers(const laut_finding *f, const entry *e)
{
    return strcmp(f->code, e->code) == 0 && (e->document || (f->span.begin < e->end && e->begin < f->span.end));
}

/* Counts what of `faults` is found and what else is. Of a file for some `codes` (NULL: all) other findings do not count. */
static void compare(const laut_engine *engine, const char *name, const char *text, size_t size, bool markdown, const char *codes,
                    const entries *faults, const entries *near, bool blind, score *s)
{
    size_t count;
    laut_report *report;
    laut_error error;
    laut_audit_options how = {.markdown = markdown};
    cr_assert_eq(laut_audit(engine, text, size, &how, &report, &error), 0, "%s: %s", name, error.message);
    const laut_finding *f = laut_findings(report, &count);
    for (size_t i = 0; i < faults->count; i++) {
        bool found = false;
        for (size_t k = 0; k < count && !found; k++)
            found = answers(&f[k], &faults->at[i]);
        s->answered += found;
        s->missed += !found;
        if (!found && !blind)
            printf("  %s: missed %s “%s”\n", name, faults->at[i].code, faults->at[i].words);
    }
    for (size_t k = 0; k < count; k++) {
        bool right = false;
        for (size_t i = 0; i < faults->count && !right; i++)
            right = answers(&f[k], &faults->at[i]);
        if (codes && !right && !strstr(codes, f[k].code))
            continue;
        s->right += right;
        s->wrong += !right;
        if (!right && !blind)
            printf("  %s: false %s “%.*s”\n", name, f[k].code, (int)(f[k].span.end - f[k].span.begin), text + f[k].span.begin);
    }
    for (size_t i = 0; i < near->count; i++) {
        bool hit = false;
        for (size_t k = 0; k < count && !hit; k++)
            hit = answers(&f[k], &near->at[i]);
        s->near++;
        s->near_hit += hit;
    }
    laut_report_free(report);
}

static void judge(const laut_engine *engine, const char *folder, const char *name, bool blind, score *s)
{
    char path[512];
    size_t size;
    static entries faults, near;
    const char *dot = strrchr(name, '.');
    snprintf(path, sizeof path, "%s/%s", folder, name);
    char *text = read_all(path, &size);
    snprintf(path, sizeof path, "%s/%.*s.faults", folder, (int)(dot - name), name);
    read_entries(path, text, &faults);
    snprintf(path, sizeof path, "%s/%.*s.near", folder, (int)(dot - name), name);
    read_entries(path, text, &near);
    compare(engine, name, text, size, strcmp(dot, ".md") == 0, NULL, &faults, &near, blind, s);
    free(text);
}

/* A file of short drafts: `codes CODE…`, then for each `=== ID`, the text, `--- faults` and its entries. Returns how many. */
static size_t judge_short(const laut_engine *engine, const char *path, score *s)
{
    static const entries none;
    static entries faults;
    static char text[1 << 16], line[LINE];
    char codes[LINE], name[64] = "";
    size_t size = 0, count = 0;
    bool listing = false, more = true;
    FILE *stream = fopen(path, "rb");
    cr_assert(stream && fgets(codes, sizeof codes, stream) && strncmp(codes, "codes ", 6) == 0, "%s: no codes", path);
    while (more) {
        more = fgets(line, sizeof line, stream) != NULL;
        if (!more || strncmp(line, "=== ", 4) == 0) {
            if (count)
                compare(engine, name, text, size, false, codes, &faults, &none, false, s);
            count += more;
            sscanf(line, "=== %63s", name);
            text[size = faults.count = 0] = '\0';
            listing = false;
        } else if (strcmp(line, "--- faults\n") == 0) {
            listing = true;
        } else if (listing && line[0] != '\n') {
            entry_of(line, text, path, &faults);
        } else if (!listing) {
            size_t n = strlen(line);
            cr_assert(size + n < sizeof text, "%s: %s is too long", path, name);
            memcpy(text + size, line, n + 1);
            size += n;
        }
    }
    fclose(stream);
    return count;
}

static void print_score(const char *what, size_t count, const score *s)
{
    printf("audit, %s: %zu drafts, recall %.3f (%u of %u faults), precision %.3f (%u of %u findings), "
           "near misses told %u of %u\n", what, count, (double)s->answered / (s->answered + s->missed), s->answered,
           s->answered + s->missed, (double)s->right / (s->right + s->wrong), s->right, s->right + s->wrong, s->near_hit, s->near);
    fflush(stdout);
}

static int by_name(const void *a, const void *b) { return strcmp(a, b); }

static void measure(const laut_engine *engine, unsigned from, unsigned to, const char *what, bool blind, score *s)
{
    static const char folder[] = "tests/drafts";
    static char names[DRAFTS][256];
    size_t count = 0;
    DIR *stream = opendir(folder);
    cr_assert(stream, "run the tests in the repository's folder");
    for (struct dirent *d; (d = readdir(stream));) {
        const char *dot = strrchr(d->d_name, '.');
        unsigned number = (unsigned)strtoul(d->d_name, NULL, 10);
        if (dot && (strcmp(dot, ".md") == 0 || strcmp(dot, ".txt") == 0) && number >= from && number <= to && count < DRAFTS)
            snprintf(names[count++], sizeof names[0], "%s", d->d_name);
    }
    closedir(stream);
    qsort(names, count, sizeof names[0], by_name);
    *s = (score){0};
    for (size_t i = 0; i < count; i++)
        judge(engine, folder, names[i], blind, s);
    if (count)
        print_score(what, count, s);
}

/* What must hold of each set, in per cent; of the blind ones the figures are only printed. */
static const struct {
    unsigned from, to;
    const char *what;
    unsigned recall, precision;
    bool blind;
} sets[] = {
    {1, 5, "open drafts", 90, 90, false},
    {11, 15, "later open drafts", 90, 90, false},
    {21, 33, "third open drafts", 95, 97, false},
    {41, 58, "fourth open drafts", 93, 97, false},
    {59, 118, "fifth open drafts", 91, 96, false}, /* many want knowledge of the world */
    {119, 128, "sixth open drafts", 97, 97, false},
    {137, 146, "regional open drafts", 95, 97, false},
    {147, 156, "hard open drafts", 82, 96, false},
    {157, 180, "open drafts of one side", 96, 96, false},
    {181, 190, "seventh open drafts", 90, 97, false},
    {191, 200, "eighth open drafts", 90, 96, false},
    {201, 216, "open drafts of entangled sides", 70, 88, false},
    {217, 248, "ninth open drafts", 93, 96, false},
    {249, 264, "tenth open drafts", 94, 97, false},
    {265, 272, "open drafts of long sentences", 75, 93, false},
    {273, 288, "eleventh open drafts", 91, 95, false},
    {289, 304, "twelfth open drafts", 90, 96, false},
    {313, 322, "thirteenth open drafts", 90, 94, false},
    {323, 332, "fourteenth open drafts", 94, 93, false},
    {16, 20, "open drafts that were blind", 90, 95, false},
    {34, 40, "more that were blind", 82, 95, false},
    {129, 136, "the last that were blind", 88, 96, false},
    {349, 356, "fifteenth open drafts", 80, 90, false},
    {365, 372, "sixteenth open drafts", 80, 90, false},
    {6, 10, "the first drafts, that were blind", 85, 95, false},
    {305, 312, "later blind drafts", 90, 97, true},
    {333, 340, "last blind drafts", 90, 95, true},
    {341, 348, "newest blind drafts", 80, 90, true},
    {357, 364, "blind drafts of the last hand", 80, 90, true},
    {373, 380, "seventeenth open drafts", 80, 90, false},
    {381, 388, "blind drafts of national papers", 80, 90, true},
    {389, 396, "eighteenth open drafts", 88, 95, false},
    {397, 404, "nineteenth open drafts", 88, 95, false},
    {405, 412, "twentieth open drafts", 80, 90, false},
    {413, 420, "twenty-first open drafts", 80, 90, false},
};

Test(audit_drafts, recall_and_precision)
{
    laut_engine *engine;
    laut_errors errors;
    cr_assert_eq(laut_engine_open(&engine, NULL, &errors), 0);
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
        score s;
        measure(engine, sets[i].from, sets[i].to, sets[i].what, sets[i].blind, &s);
        cr_assert(s.answered + s.missed > 0, "no drafts %u to %u", sets[i].from, sets[i].to);
        cr_expect_geq(s.answered * 100, (s.answered + s.missed) * sets[i].recall, "%s: recall", sets[i].what);
        cr_expect_geq(s.right * 100, (s.right + s.wrong) * sets[i].precision, "%s: precision", sets[i].what);
        if (i == 0)
            cr_expect_eq(s.near_hit, 0);
    }
    laut_engine_free(engine);
}

static const struct {
    const char *file;
    unsigned recall, precision; /* that must hold, in per cent */
} shorts[] = {
    {"figures-1", 85, 97},
    {"figures-2", 85, 97},
    {"second-hand", 93, 97},
    {"unnamed", 93, 97},
    {"hearsay", 60, 95},
    {"hearsay-2", 45, 95},
    {"speakers", 90, 95},
    {"accusations", 82, 93},
    {"one-source-1", 78, 92},
    {"one-source-2", 68, 92},
};

Test(audit_drafts, short_ones)
{
    laut_engine *engine;
    laut_errors errors;
    cr_assert_eq(laut_engine_open(&engine, NULL, &errors), 0);
    for (size_t i = 0; i < sizeof shorts / sizeof *shorts; i++) {
        char path[256];
        score s = {0};
        snprintf(path, sizeof path, "tests/drafts/short/%s.txt", shorts[i].file);
        size_t count = judge_short(engine, path, &s);
        cr_assert(s.answered + s.missed > 0, "%s: no faults", path);
        print_score(shorts[i].file, count, &s);
        cr_expect_geq(s.answered * 100, (s.answered + s.missed) * shorts[i].recall, "%s: recall", path);
        cr_expect_geq(s.right * 100, (s.right + s.wrong) * shorts[i].precision, "%s: precision", path);
    }
    laut_engine_free(engine);
}
