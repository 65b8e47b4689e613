/* See support.h. */
#include "support.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* ---------------------------------------------------------------- documents */

laut_document *make_document(const char *text)
{
    laut_document *d = calloc(1, sizeof *d);
    laut_error error;
    cr_assert(d && lt_text_stage(d, text, strlen(text), &error) == 0);
    uint32_t size = d->text.size, begin = 0;
    for (uint32_t i = 0; i < size; i++) {
        if (text[i] != '.')
            continue;
        lt_sentence *s = lt_push(&d->arena, &d->sentences);
        *s = (lt_sentence){.first = begin, .last = i + 1};
        for (begin = i + 1; text[begin] == ' ' || text[begin] == '\n';)
            begin++;
    }
    d->sentence_views = lt_arena_alloc(&d->arena, (d->sentences.count + 1) * sizeof(laut_sentence));
    for (uint32_t i = 0; i < d->sentences.count; i++)
        d->sentence_views[i].span = (laut_span){d->sentences.at[i].first, d->sentences.at[i].last};
    return d;
}

static laut_span find(laut_document *d, const char *words, int n)
{
    const char *p = d->text.bytes;
    while ((p = strstr(p, words)) && --n > 0)
        p++;
    cr_assert(p, "the text lacks: %s", words);
    uint32_t begin = (uint32_t)(p - d->text.bytes);
    return (laut_span){begin, begin + (uint32_t)strlen(words)};
}

laut_spans at(laut_document *d, const char *words, int n)
{
    laut_span *s = lt_arena_alloc(&d->arena, sizeof *s);
    s[0] = find(d, words, n);
    return (laut_spans){s, 1};
}

laut_spans at_two(laut_document *d, const char *first, const char *second)
{
    laut_span *s = lt_arena_alloc(&d->arena, 2 * sizeof *s);
    s[0] = find(d, first, 1);
    s[1] = find(d, second, 1);
    return (laut_spans){s, 2};
}

uint32_t add_party(laut_document *d, const char *name, laut_party_type type)
{
    laut_party *p = lt_push(&d->arena, &d->parties);
    *p = (laut_party){.name = name, .type = type};
    return d->parties.count - 1;
}

static uint32_t sentence_of(const laut_document *d, uint32_t byte)
{
    uint32_t n = 0;
    while (n + 1 < d->sentences.count && d->sentences.at[n + 1].first <= byte)
        n++;
    return n;
}

laut_claim *add_claim(laut_document *d, laut_kind kind, laut_spans content)
{
    laut_claim *c = lt_push(&d->arena, &d->claims);
    *c = (laut_claim){.kind = kind, .content = content, .source = LAUT_NONE, .parent = LAUT_NONE,
                      .continues = LAUT_NONE, .sentence = sentence_of(d, content.at[0].begin),
                      .rule = "test.rule"};
    return c;
}

laut_link *add_hand(laut_document *d, laut_claim *c, uint32_t party, laut_spans words,
                    laut_spans cue)
{
    laut_link *chain = lt_arena_alloc(&d->arena, (c->chain_count + 1) * sizeof *chain);
    if (c->chain_count)
        memcpy(chain, c->chain, c->chain_count * sizeof *chain);
    else
        c->speaker = words;
    laut_link *l = &chain[c->chain_count++];
    *l = (laut_link){.party = party, .words = words, .cue = cue};
    c->chain = chain;
    return l;
}

void finish(laut_document *d)
{
    for (uint32_t i = 0; i < d->sentences.count; i++) {
        laut_sentence *s = &d->sentence_views[i];
        uint32_t *list = lt_arena_alloc(&d->arena, (d->claims.count + 1) * sizeof *list);
        for (uint32_t k = 0; k < d->claims.count; k++)
            if (d->claims.at[k].sentence == i)
                list[s->claim_count++] = k;
        s->claims = list;
    }
}

/* ---------------------------------------------------------------- output */

char *written(const laut_document *d, laut_format format, laut_unit unit, int color)
{
    char *out = NULL;
    size_t size;
    FILE *stream = open_memstream(&out, &size);
    laut_write_options options = {.unit = unit, .color = color};
    cr_assert_eq(laut_write(d, format, &options, stream), 0);
    fclose(stream);
    return out;
}

char *read_file(const char *path, size_t *size)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        return NULL;
    char *out = NULL, buffer[4096];
    size_t count = 0, n;
    FILE *stream = open_memstream(&out, &count);
    while ((n = fread(buffer, 1, sizeof buffer, f)))
        fwrite(buffer, 1, n, stream);
    fclose(f);
    fclose(stream);
    if (size)
        *size = count;
    return out;
}

/* ---------------------------------------------------------------- the command */

run_result run(const char *command)
{
    char directory[] = "/tmp/laut-test-XXXXXX", path[64], *line;
    cr_assert(mkdtemp(directory));
    size_t size = strlen(command) + 512;
    line = malloc(size);
    snprintf(line, size,
             "LAUT=$(realpath %s); T=%s; export LAUT T; mkdir $T/t; exec >$T/out 2>$T/err; T=$T/t; %s",
             LAUT_BINARY, directory, command);
    int status = system(line);
    run_result r = {.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1};
    snprintf(path, sizeof path, "%s/out", directory);
    r.out = read_file(path, &r.out_size);
    snprintf(path, sizeof path, "%s/err", directory);
    r.err = read_file(path, NULL);
    snprintf(line, size, "rm -rf %s", directory);
    cr_assert_eq(system(line), 0);
    free(line);
    cr_assert(r.out && r.err);
    return r;
}

void run_free(run_result *r)
{
    free(r->out);
    free(r->err);
}

static void check(const char *stream, const char *got, const char *wanted, const char *command)
{
    if (wanted)
        cr_expect(strstr(got, wanted), "%s\n%s lacks: %s\nit is: %.800s", command, stream, wanted, got);
    else
        cr_expect_str_empty(got, "%s\n%s is: %s", command, stream, got);
}

void expect_all(const expectation *table, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const expectation *e = &table[i];
        run_result r = run(e->command);
        cr_expect_eq(r.status, e->status, "%s\nexits with %d: %s", e->command, r.status, r.err);
        check("standard output", r.out, e->out, e->command);
        check("standard error", r.err, e->err, e->command);
        run_free(&r);
    }
}
