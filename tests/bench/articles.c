/* articles COUNT CORPUS…: COUNT articles of 1.4 to 1.8 KB as JSONL, for `make bench` and for the
 * archive of `make slurm-test`.
 *
 * An article is put together from runs of paragraphs of the annotated articles. Which ones is
 * drawn from numbers that are the same in every run. */
#include <jansson.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LEAST = 1400, MOST = 1800 };

typedef struct {
    char *begin;
    size_t size;
    int last; /* of its article */
} paragraph;

static paragraph *paragraphs;
static size_t count;

static void die(const char *what, const char *why)
{
    fprintf(stderr, "articles: %s: %s\n", what, why);
    exit(2);
}

static void add_paragraphs(char *text)
{
    for (char *end; *text; text = end) {
        text += strspn(text, "\n");
        end = strstr(text, "\n\n");
        end = end ? end : text + strlen(text);
        if (end == text)
            break;
        paragraphs = realloc(paragraphs, (count + 1) * sizeof *paragraphs);
        if (!paragraphs)
            die("paragraphs", "out of memory");
        paragraphs[count++] = (paragraph){text, (size_t)(end - text), 0};
    }
    if (count)
        paragraphs[count - 1].last = 1;
}

static void read_articles(const char *file)
{
    json_error_t error;
    FILE *f = fopen(file, "rb");
    if (!f)
        die(file, "cannot be read");
    json_t *article;
    while ((article = json_loadf(f, JSON_DISABLE_EOF_CHECK, &error))) {
        const char *text = json_string_value(json_object_get(article, "text"));
        if (!text)
            die(file, "an article without a text");
        add_paragraphs(strdup(text)); /* kept until the end */
        json_decref(article);
    }
    fclose(f);
}

/* Knuth's MMIX generator; the upper bits are the good ones. */
static size_t draw(size_t below)
{
    static uint64_t state = 1;
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (size_t)(state >> 33) % below;
}

int main(int argc, char **argv)
{
    unsigned long wanted = argc > 2 ? strtoul(argv[1], NULL, 10) : 0;
    if (!wanted) {
        fprintf(stderr, "Usage: articles COUNT CORPUS…\n");
        return 2;
    }
    for (int i = 2; i < argc; i++)
        read_articles(argv[i]);
    if (!count)
        die(argv[2], "no paragraphs");
    for (unsigned long n = 1; n <= wanted; n++) {
        char text[MOST + 1];
        size_t size = 0;
        while (size < LEAST)
            for (size_t i = draw(count); size < LEAST; i++) {
                const paragraph *p = &paragraphs[i];
                if (size + 2 + p->size > MOST)
                    break;
                if (size)
                    text[size++] = '\n', text[size++] = '\n';
                memcpy(text + size, p->begin, p->size);
                size += p->size;
                if (p->last)
                    break;
            }
        json_t *article = json_pack("{s:o, s:s#}", "id", json_sprintf("article-%06lu", n),
                                    "text", text, size);
        if (!article || json_dumpf(article, stdout, JSON_COMPACT) < 0)
            die("standard output", "cannot be written");
        putchar('\n');
        json_decref(article);
    }
    if (fflush(stdout) || ferror(stdout))
        die("standard output", "cannot be written");
    return 0;
}
