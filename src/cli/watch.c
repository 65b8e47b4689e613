/* --watch: do it again whenever the file is saved.
 *
 * Its directory is watched, not the file: editors write a new file and rename it. */
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "cli/cli.h"

enum { QUIET = 60 /* ms without another event: a save is often several */ };

/* Waits for an event and reads all that come soon after it. Returns whether one was about `name`, or -1. */
static int wait_for(int fd, const char *name)
{
    _Alignas(struct inotify_event) char buffer[4096];
    int found = 0;
    struct pollfd p = {.fd = fd, .events = POLLIN};
    for (int timeout = -1;; timeout = QUIET) {
        int ready = poll(&p, 1, timeout);
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready == 0)
            return found;
        ssize_t got = ready < 0 ? -1 : read(fd, buffer, sizeof buffer);
        if (got <= 0)
            return -1;
        for (char *at = buffer; at < buffer + got;) {
            const struct inotify_event *e = (const struct inotify_event *)(void *)at;
            if (e->mask & IN_IGNORED) /* the directory is gone */
                return -1;
            found |= e->len && strcmp(e->name, name) == 0;
            at += sizeof *e + e->len;
        }
    }
}

int lt_watch(const char *file, int (*run)(void *context), void *context)
{
    const char *slash = strrchr(file, '/');
    const char *name = slash ? slash + 1 : file;
    char *folder = slash ? strdup(file) : strdup(".");
    if (folder && slash)
        folder[slash == file ? 1 : slash - file] = '\0';
    int fd = folder ? inotify_init1(IN_CLOEXEC) : -1;
    if (fd < 0 || inotify_add_watch(fd, folder, IN_CLOSE_WRITE | IN_MOVED_TO) < 0) {
        lt_cli_complain("%s: cannot be watched: %s", file, strerror(errno));
        if (fd >= 0)
            close(fd);
        free(folder);
        return LT_WRONG;
    }
    int changed = 1;
    for (bool again = false; changed >= 0; again = true) {
        if (changed) {
            if (again)
                fputc('\n', stdout);
            run(context);
            fflush(stdout);
        }
        changed = wait_for(fd, name);
    }
    lt_cli_complain("%s: cannot be watched any longer", file);
    close(fd);
    free(folder);
    return LT_WRONG;
}
