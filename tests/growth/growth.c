/* How the time for a byte grows with the size of hostile inputs.
 *
 *     growth [-s SIZE]… [-t SECONDS] [NAME…]     sizes in bytes; the shapes whose name begins with NAME
 *
 * A line a shape: microseconds per byte for each size, and the last by the first. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "hostile.h"
#include "laut.h"

/* In a process of its own, so that a stack that overflows or a time that runs out is one entry. */
static double measure(const laut_engine *engine, size_t shape, size_t size, unsigned limit)
{
    int ends[2];
    double seconds = -1;
    if (pipe(ends) < 0)
        return -1;
    pid_t child = fork();
    if (child == 0) {
        setrlimit(RLIMIT_CPU, &(struct rlimit){limit, limit});
        size_t made;
        char *text = hostile_text(shape, size, "corpus", &made);
        seconds = hostile_seconds(engine, text, made, size < 500000 ? 2 : 1) / (double)made;
        _exit(write(ends[1], &seconds, sizeof seconds) != sizeof seconds);
    }
    close(ends[1]);
    if (child < 0 || read(ends[0], &seconds, sizeof seconds) != sizeof seconds)
        seconds = -1;
    close(ends[0]);
    waitpid(child, NULL, 0);
    return seconds;
}

int main(int count, char **words)
{
    size_t sizes[16] = {100000, 300000, 1000000, 3000000, 10000000}, given = 0, n = 5;
    unsigned limit = 300;
    int option, status = 0;
    while ((option = getopt(count, words, "s:t:")) != -1) {
        if (option == 's' && given < 16)
            sizes[given++] = strtoul(optarg, NULL, 10);
        else if (option == 't')
            limit = (unsigned)strtoul(optarg, NULL, 10);
        else
            return 2;
    }
    if (given)
        n = given;
    laut_engine *engine;
    laut_errors errors;
    if (laut_engine_open(&engine, NULL, &errors) < 0)
        return 2;
    for (size_t i = 0; i < hostile_count(); i++) {
        int wanted = optind == count;
        for (int k = optind; k < count; k++)
            wanted |= strncmp(hostile_name(i), words[k], strlen(words[k])) == 0;
        if (!wanted)
            continue;
        printf("%-40s", hostile_name(i));
        double first = 0, last = 0;
        for (size_t k = 0; k < n && last >= 0; k++) {
            last = measure(engine, i, sizes[k], limit);
            if (k == 0)
                first = last;
            printf(last < 0 ? "  failed" : " %7.3f", last * 1e6);
            fflush(stdout);
        }
        printf(last < 0 ? "\n" : "   × %.2f\n", last / first);
        status |= last < 0 || last > 2 * first;
    }
    laut_engine_free(engine);
    return status;
}
