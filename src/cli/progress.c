/* How far long work has come, on one line of the terminal that is written over. */
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cli/cli.h"

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Known where all files are plain ones. */
static uint64_t size_of(char **files, int count)
{
    uint64_t total = 0;
    for (int i = 0; i < count; i++) {
        struct stat about;
        if (stat(files[i], &about) < 0 || !S_ISREG(about.st_mode))
            return 0;
        total += (uint64_t)about.st_size;
    }
    return total;
}

void lt_progress_begin(lt_progress *p, char **files, int count)
{
    *p = (lt_progress){.began = now()};
    /* where results run over the same terminal they say enough */
    p->active = isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO);
    if (p->active)
        p->total = size_of(files, count);
}

void lt_progress_step(lt_progress *p, size_t bytes)
{
    p->texts++;
    p->bytes += bytes;
    if (!p->active)
        return;
    double t = now(), run = t - p->began;
    if (run < 1 || t - p->last < .25)
        return;
    p->last = t;
    p->shown = true;
    double speed = (double)p->bytes / run;
    fprintf(stderr, "\r\033[K%llu articles, %.1f MB/s", (unsigned long long)p->texts, speed / 1e6);
    if (p->total > p->bytes && speed > 0) {
        unsigned long left = (unsigned long)((double)(p->total - p->bytes) / speed + .5);
        fprintf(stderr, ", %lu:%02lu left", left / 60, left % 60);
    }
    fflush(stderr);
}

void lt_progress_end(lt_progress *p)
{
    if (p->shown)
        fputs("\r\033[K", stderr);
    p->shown = false;
}
