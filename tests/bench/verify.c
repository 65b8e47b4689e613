/* How long `laut verify` takes for a draft of 50 quotations against transcripts of 1, 10 and 100 MB.
 *
 *     verify LAUT FOLDER CORPUS…
 *
 * The transcripts are made of the sentences of the articles with every seventh word exchanged, so that
 * no sentence stands there twice; a third of the quotations is verbatim, a third has a changed word, a
 * third has its words in another order. Of five runs the fastest counts: CPU time, start-up included. */
#define _DEFAULT_SOURCE /* wait4 */
#include <fcntl.h>
#include <jansson.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { RUNS = 5, QUOTATIONS = 50, MAX_PARAGRAPHS = 4096, MAX_WORDS = 400, EXCHANGED = 7 };

static const int sizes[] = {1, 10, 100}; /* MB */
static const char *const names[] = {"Ada Brandt", "Otto Grothe", "Malte Hansen", "Femke Dirksen", "Bodo Quast"};

static char *paragraphs[MAX_PARAGRAPHS];
static size_t paragraph_count;
static char **words;
static size_t word_count, word_room;

static uint32_t state = 1;

static uint32_t chance(uint32_t n) /* xorshift: the same transcripts each time */
{
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state % n;
}

static void *need(void *memory)
{
    if (!memory) {
        perror("verify");
        exit(2);
    }
    return memory;
}

static void read_corpus(const char *path)
{
    FILE *f = need(fopen(path, "r"));
    char *line = NULL, *rest, *mark;
    size_t room = 0;
    while (getline(&line, &room, f) > 0) {
        json_t *record = json_loads(line, 0, NULL);
        char *text = need(strdup(json_string_value(json_object_get(record, "text"))));
        rest = text;
        for (char *p; (p = strtok_r(rest, "\n", &rest)) && paragraph_count < MAX_PARAGRAPHS;) {
            while ((mark = strstr(p, "„")) || (mark = strstr(p, "“")))
                memmove(mark, mark + 3, strlen(mark + 3) + 1);
            if (strlen(p) > 150 && strlen(p) < 1500)
                paragraphs[paragraph_count++] = need(strdup(p));
        }
        free(text);
        json_decref(record);
    }
    free(line);
    fclose(f);
}

static size_t split(char *p, char **out)
{
    size_t n = 0;
    char *rest = p;
    for (char *w; n < MAX_WORDS && (w = strtok_r(rest, " ", &rest));)
        out[n++] = w;
    return n;
}

/* One turn with some of its words exchanged. */
static size_t make_turn(char **out, char **copy)
{
    *copy = need(strdup(paragraphs[chance((uint32_t)paragraph_count)]));
    size_t n = split(*copy, out);
    for (size_t i = 0; i < n; i++)
        if (chance(EXCHANGED) == 0)
            out[i] = words[chance((uint32_t)word_count)];
    return n;
}

static void write_draft(FILE *draft, char **w, size_t n, size_t number, const char *name)
{
    size_t length = 6 + chance(16);
    if (length > n)
        length = n;
    size_t from = chance((uint32_t)(n - length + 1));
    fputs("„", draft);
    for (size_t i = 0; i < length; i++) {
        const char *word = w[from + (number % 3 == 2 ? length - 1 - i : i)];
        size_t size = strlen(word) - (i + 1 == length && strchr(".,;:?!", word[strlen(word) - 1]) != NULL);
        fprintf(draft, "%s%.*s", i ? " " : "", (int)size, number % 3 == 1 && i == length / 2 ? "anders" : word);
    }
    fprintf(draft, "“, sagte %s.\n\n", name);
}

static void make(const char *folder, int size, char *draft_path, char *source_path)
{
    sprintf(draft_path, "%s/draft-%d.txt", folder, size);
    sprintf(source_path, "%s/transcript-%d.txt", folder, size);
    FILE *draft = need(fopen(draft_path, "w")), *source = need(fopen(source_path, "w"));
    size_t wanted = (size_t)size * 1000000, bytes = 0, quoted = 0;
    while (bytes < wanted) {
        char *w[MAX_WORDS], *copy;
        const char *name = names[chance(5)];
        size_t n = make_turn(w, &copy);
        bytes += (size_t)fprintf(source, "%s:", name);
        for (size_t i = 0; i < n; i++)
            bytes += (size_t)fprintf(source, " %s", w[i]);
        bytes += (size_t)fprintf(source, "\n\n");
        if (n > 8 && bytes * QUOTATIONS / wanted >= quoted + 1 && quoted < QUOTATIONS)
            write_draft(draft, w, n, quoted++, name);
        free(copy);
    }
    fclose(draft);
    fclose(source);
}

/* CPU seconds of one run; its peak memory in MB. */
static double run(const char *laut, const char *draft, const char *source, long *memory)
{
    struct rusage usage;
    int status;
    pid_t child = fork();
    if (child == 0) {
        int null = open("/dev/null", O_WRONLY);
        dup2(null, 1);
        execl(laut, laut, "verify", draft, "--against", source, (char *)NULL);
        _exit(127);
    }
    if (child < 0 || wait4(child, &status, 0, &usage) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) > 1) {
        fprintf(stderr, "verify: %s failed\n", laut);
        exit(2);
    }
    *memory = usage.ru_maxrss / 1024;
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        fprintf(stderr, "usage: verify LAUT FOLDER CORPUS...\n");
        return 2;
    }
    for (int i = 3; i < argc; i++)
        read_corpus(argv[i]);
    for (size_t i = 0; i < paragraph_count; i++) {
        char *w[MAX_WORDS];
        size_t n = split(need(strdup(paragraphs[i])), w);
        if (word_count + n > word_room)
            words = need(realloc(words, (word_room = 2 * word_room + n) * sizeof *words));
        memcpy(words + word_count, w, n * sizeof *w);
        word_count += n;
    }
    printf("a draft of %d quotations against transcripts, one thread, start-up included\n", QUOTATIONS);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        char draft[4096], source[4096];
        double best = 1e9;
        long memory = 0;
        make(argv[2], sizes[i], draft, source);
        for (int k = 0; k < RUNS; k++) {
            double t = run(argv[1], draft, source, &memory);
            best = t < best ? t : best;
        }
        printf("%4d MB  %6.2f s  %6.1f ns a byte  %4ld MB of memory%s\n", sizes[i], best, best * 1e3 / sizes[i], memory,
               sizes[i] == 10 ? "  (should be at most 1.5 s)" : "");
        unlink(source);
    }
    return 0;
}
