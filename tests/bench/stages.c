/* stages PASSES FILE: where the time goes. Does what laut does with each article of the file, stage
 * by stage, and prints the share of each in the whole. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <time.h>

#include "document.h"
#include "engine/worker.h"

enum { READ = LT_STAGE_COUNT, TEXT, WRITE, FREE, PART_COUNT }; /* behind those of lt_stages */

static double spent[PART_COUNT], since;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* What has passed since the last call is the part's. */
static void count_for(int part)
{
    double t = now();
    spent[part] += t - since;
    since = t;
}

static int fail(const char *what, const char *why)
{
    fprintf(stderr, "stages: %s: %s\n", what, why);
    return 2;
}

/* As laut_analyze() and laut_write(). */
static int analyse(const laut_engine *engine, laut_worker *worker, const json_t *article, FILE *out)
{
    const json_t *said = json_object_get(article, "text");
    laut_error error = {0};
    lt_document *d = calloc(1, sizeof *d);
    if (!d || !json_is_string(said))
        return fail("article", d ? "has no text" : "out of memory");
    d->engine = engine;
    d->worker = worker;
    d->arena.pool = &worker->pool;
    d->id = json_string_value(json_object_get(article, "id"));
    int failed = lt_text_stage(d, json_string_value(said), json_string_length(said), &error);
    count_for(TEXT);
    for (int i = 0; !failed && i < LT_STAGE_COUNT; i++) {
        failed = lt_stages[i].run(d, &error);
        count_for(i);
    }
    if (failed)
        return fail("article", error.message);
    failed = laut_write(d, LAUT_FORMAT_JSONL, &(laut_write_options){0}, out);
    count_for(WRITE);
    laut_document_free(d);
    count_for(FREE);
    return failed ? fail("output", "cannot be written") : 0;
}

static int pass(const laut_engine *engine, laut_worker *worker, const char *file, FILE *out)
{
    FILE *f = fopen(file, "rb");
    if (!f)
        return fail(file, "cannot be read");
    char *line = NULL;
    size_t room = 0;
    int status = 0;
    since = now();
    for (ssize_t size; !status && (size = getline(&line, &room, f)) > 0;) {
        json_error_t error;
        json_t *article = json_loadb(line, (size_t)size, JSON_ALLOW_NUL, &error);
        if (!article)
            status = fail(file, error.text);
        count_for(READ);
        if (article)
            status = analyse(engine, worker, article, out);
        json_decref(article);
        count_for(READ);
    }
    free(line);
    fclose(f);
    return status;
}

static void print(const char *name, int part, double all)
{
    double share = 100 * spent[part] / all;
    printf("  %-14s %5.1f %%  %.*s\n", name, share, (int)(share + .5),
           "##################################################"
           "##################################################");
}

int main(int argc, char **argv)
{
    int passes = argc == 3 ? atoi(argv[1]) : 0;
    if (passes < 1) {
        fprintf(stderr, "Usage: stages PASSES FILE\n");
        return 2;
    }
    laut_engine *engine;
    laut_worker *worker;
    laut_errors errors;
    if (laut_engine_open(&engine, NULL, &errors) < 0)
        return fail("rules", errors.list[0].message);
    if (laut_worker_open(&worker, engine, &errors.list[0]) < 0)
        return fail("worker", errors.list[0].message);
    FILE *out = fopen("/dev/null", "wb");
    if (!out)
        return fail("/dev/null", "cannot be written");
    for (int i = 0; i < passes; i++)
        if (pass(engine, worker, argv[2], out) != 0)
            return 2;
    fclose(out);
    laut_worker_free(worker);
    laut_engine_free(engine);

    double all = 0;
    for (int i = 0; i < PART_COUNT; i++)
        all += spent[i];
    print("reading JSON", READ, all);
    print("text", TEXT, all);
    for (int i = 0; i < LT_STAGE_COUNT; i++)
        print(lt_stages[i].name, i, all);
    print("writing JSON", WRITE, all);
    print("freeing", FREE, all);
    return 0;
}
