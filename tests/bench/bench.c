/* bench LAUT FLOOR ARTICLES SHORT: how fast laut is, and how much memory it takes.
 *
 * Every figure that hangs on the machine is a ratio of two runs one right after the other, in
 * alternating order: what else the machine does hits both. The environment variable BENCH_RUNS is
 * how many such pairs are run. */
#define _DEFAULT_SOURCE /* wait4 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MAX_RUNS = 100, STARTS = 20, TIMES = 10 };

typedef struct {
    double wall, cpu; /* seconds */
    double peak;      /* MB */
} cost;

typedef struct {
    double at[MAX_RUNS];
    int count;
} sample;

static void die(const char *what)
{
    perror(what);
    exit(2);
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* ---------------------------------------------------------------- samples */

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void add(sample *s, double value)
{
    s->at[s->count++] = value;
    qsort(s->at, (size_t)s->count, sizeof *s->at, ascending);
}

static double median(const sample *s)
{
    return (s->at[(s->count - 1) / 2] + s->at[s->count / 2]) / 2;
}

/* ---------------------------------------------------------------- runs */

static pid_t start(char **command, int out)
{
    pid_t child = fork();
    if (child < 0)
        die("fork");
    if (child == 0) {
        if (dup2(out, STDOUT_FILENO) < 0)
            die("dup2");
        execv(command[0], command);
        die(command[0]);
    }
    return child;
}

static cost finish(pid_t child, const char *name, double began)
{
    int status;
    struct rusage used;
    if (wait4(child, &status, 0, &used) < 0)
        die("wait4");
    if (status != 0) {
        fprintf(stderr, "bench: %s did not do all\n", name);
        exit(2);
    }
    return (cost){now() - began,
                  (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
                      (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6,
                  (double)used.ru_maxrss * 1024 / 1e6};
}

static cost run(char **command)
{
    int out = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (out < 0)
        die("/dev/null");
    double began = now();
    pid_t child = start(command, out);
    close(out);
    return finish(child, command[0], began);
}

/* Milliseconds from the start of the command until a claim can be read. */
static double first_claim(char **command, double *cpu)
{
    char read_so_far[1 << 16] = "";
    size_t size = 0;
    int ends[2];
    if (pipe(ends) < 0)
        die("pipe");
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    double began = now();
    pid_t child = start(command, ends[1]);
    close(ends[1]);
    while (!strstr(read_so_far, "\"kind\"")) {
        ssize_t got = read(ends[0], read_so_far + size, sizeof read_so_far - 1 - size);
        if (got <= 0) {
            fprintf(stderr, "bench: no claim in the short article\n");
            exit(2);
        }
        size += (size_t)got;
        read_so_far[size] = '\0';
    }
    double passed = now() - began;
    while (read(ends[0], read_so_far, sizeof read_so_far) > 0)
        ;
    close(ends[0]);
    *cpu = finish(child, command[0], began).cpu * 1e3;
    return passed * 1e3;
}

/* ---------------------------------------------------------------- the figures */

enum { NO_BAR, AT_MOST, AT_LEAST };

static void print(const char *what, const char *figure, double value, int side, double bar)
{
    printf("%-38s %-28s", what, figure);
    if (side)
        printf(" %s %g%s", side == AT_MOST ? "at most" : "at least", bar,
               (side == AT_MOST ? value > bar : value < bar) ? "  MISSED" : "");
    putchar('\n');
    fflush(stdout);
}

static void print_sample(const char *what, const sample *s, const char *unit, int side, double bar)
{
    char figure[80];
    snprintf(figure, sizeof figure, "%.2f%s (%.2f to %.2f)", median(s), unit, s->at[0],
             s->at[s->count - 1]);
    print(what, figure, median(s), side, bar);
}

static void print_peak(const char *what, const cost *c, double bar)
{
    char figure[40];
    snprintf(figure, sizeof figure, "%.1f MB", c->peak);
    print(what, figure, c->peak, AT_MOST, bar);
}

static void print_speed(const char *what, double seconds, double bytes, double articles)
{
    char figure[80];
    snprintf(figure, sizeof figure, "%.1f MB/s, %.0f articles/s", bytes / seconds / 1e6,
             articles / seconds);
    print(what, figure, 0, NO_BAR, 0);
}

static double count_lines(const char *file)
{
    FILE *f = fopen(file, "rb");
    double n = 0;
    if (!f)
        die(file);
    for (int c; (c = getc(f)) != EOF;)
        n += c == '\n';
    fclose(f);
    return n;
}

int main(int argc, char **argv)
{
    if (argc != 5) {
        fprintf(stderr, "Usage: bench LAUT FLOOR ARTICLES SHORT\n");
        return 2;
    }
    char *laut = argv[1], *articles = argv[3];
    const char *wanted = getenv("BENCH_RUNS");
    int runs = wanted ? atoi(wanted) : 7;
    runs = runs < 1 ? 1 : runs > MAX_RUNS ? MAX_RUNS : runs;
    struct stat about;
    if (stat(articles, &about) < 0)
        die(articles);
    double bytes = (double)about.st_size, lines = count_lines(articles);
    printf("%.0f articles of %.0f bytes, %ld cores, %d pairs of runs: median (least to most)\n\n",
           lines, bytes / lines, sysconf(_SC_NPROCESSORS_ONLN), runs);

    char *base[] = {argv[2], articles, NULL};
    char *one[6 + TIMES + 1] = {laut, "--input=jsonl", "--format=jsonl", "--jobs=1", articles};
    char *two[6 + TIMES + 1] = {laut, "--input=jsonl", "--format=jsonl", "--jobs=2", articles};
    char *brief[] = {laut, "--format=jsonl", argv[4], NULL};

    sample ratio = {0}, cpu = {0}, floor_cpu = {0};
    cost of_one = {0}, of_two = {0};
    for (int i = 0; i < runs; i++) {
        cost f = {0};
        if (i % 2)
            f = run(base);
        of_one = run(one);
        if (i % 2 == 0)
            f = run(base);
        add(&ratio, of_one.cpu / f.cpu);
        add(&cpu, of_one.cpu);
        add(&floor_cpu, f.cpu);
    }
    print_sample("CPU time, laut : floor", &ratio, "", AT_MOST, 3);
    print_speed("  laut, one thread, by CPU time", median(&cpu), bytes, lines);
    print_speed("  floor, by CPU time", median(&floor_cpu), bytes, lines);

    sample gain = {0}, price = {0}, wall = {0};
    for (int i = 0; i < runs; i++) {
        cost a = {0};
        if (i % 2)
            a = run(one);
        of_two = run(two);
        if (i % 2 == 0)
            a = run(one);
        add(&gain, a.wall / of_two.wall);
        add(&price, of_two.cpu / a.cpu);
        add(&wall, of_two.wall);
    }
    print_sample("throughput, two threads : one", &gain, "", AT_LEAST, 1.8);
    print_sample("  their CPU time, two : one", &price, "", NO_BAR, 0);
    print_speed("  laut, two threads, by the clock", median(&wall), bytes, lines);

    print_peak("peak memory, one thread", &of_one, 64 + 8);
    print_peak("peak memory, two threads", &of_two, 64 + 2 * 8);
    for (int i = 1; i < TIMES; i++)
        one[4 + i] = two[4 + i] = articles;
    of_one = run(one);
    of_two = run(two);
    print_peak("  ten times the input, one thread", &of_one, 64 + 8);
    print_peak("  ten times the input, two threads", &of_two, 64 + 2 * 8);

    sample starts = {0}, used = {0};
    for (int i = 0; i < STARTS; i++) {
        double ms;
        add(&starts, first_claim(brief, &ms));
        add(&used, ms);
    }
    print_sample("start to the first claim", &starts, " ms", AT_MOST, 30);
    print_sample("  CPU time of the whole run", &used, " ms", NO_BAR, 0);
    return 0;
}
