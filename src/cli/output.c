/* Writing: standard output, or a file that appears complete or not at all. */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"

static int failed(const lt_output *out, int code)
{
    lt_cli_complain("%s: %s", out->name ? out->name : "standard output", strerror(code));
    return -1;
}

static void forget(lt_output *out)
{
    free(out->target);
    free(out->beside);
    out->target = out->beside = NULL;
}

/* ---------------------------------------------------------------- signals */

/* What ends the command while it writes must not leave half a file. */
static const int endings[] = {SIGHUP, SIGINT, SIGTERM, SIGPIPE, SIGXCPU, SIGXFSZ};
enum { ENDINGS = sizeof endings / sizeof *endings };

static char *volatile unfinished; /* the file that is written beside, while it is */

/* The handler is in force once: the signal that it raises ends the process as if it had not been. */
static void give_up(int signal)
{
    if (unfinished)
        unlink(unfinished);
    raise(signal);
}

static void set_of_endings(sigset_t *set)
{
    sigemptyset(set);
    for (size_t i = 0; i < ENDINGS; i++)
        sigaddset(set, endings[i]);
}

/* A signal that is ignored (nohup) stays so. */
static void watch(char *file)
{
    struct sigaction how = {.sa_handler = give_up, .sa_flags = (int)SA_RESETHAND}, old;
    set_of_endings(&how.sa_mask);
    unfinished = file;
    for (size_t i = 0; i < ENDINGS; i++)
        if (sigaction(endings[i], NULL, &old) == 0 && old.sa_handler == SIG_DFL)
            sigaction(endings[i], &how, NULL);
}

static void unwatch(void)
{
    struct sigaction old;
    for (size_t i = 0; i < ENDINGS; i++)
        if (sigaction(endings[i], NULL, &old) == 0 && old.sa_handler == give_up)
            signal(endings[i], SIG_DFL);
    unfinished = NULL;
}

/* A file of a new name, which no signal leaves behind. */
static int make_file(char *name)
{
    sigset_t set, before;
    set_of_endings(&set);
    sigprocmask(SIG_BLOCK, &set, &before);
    int fd = mkstemp(name);
    int code = errno;
    if (fd >= 0)
        watch(name);
    sigprocmask(SIG_SETMASK, &before, NULL);
    errno = code;
    return fd;
}

/* ---------------------------------------------------------------- files */

/* Opens a new file in the directory of the target, with the target's permissions. */
static int open_beside(lt_output *out, const struct stat *old)
{
    /* A link stays a link: what it points at is replaced. */
    out->target = old ? realpath(out->name, NULL) : strdup(out->name);
    size_t size = out->target ? strlen(out->target) + sizeof ".XXXXXX" : 0;
    out->beside = out->target ? malloc(size) : NULL;
    if (!out->beside)
        return failed(out, errno);
    snprintf(out->beside, size, "%s.XXXXXX", out->target);
    int fd = make_file(out->beside);
    if (fd < 0)
        return failed(out, errno);
    mode_t mask = umask(0);
    umask(mask);
    mode_t mode = old ? old->st_mode & 0777 : 0666 & ~mask;
    if (fchmod(fd, mode) < 0 || !(out->stream = fdopen(fd, "wb"))) {
        failed(out, errno);
        close(fd);
        unlink(out->beside);
        unwatch();
        return -1;
    }
    return 0;
}

int lt_open_output(lt_output *out, const char *name)
{
    *out = (lt_output){.stream = stdout, .name = name};
    if (!name)
        return 0;
    struct stat about;
    bool exists = stat(name, &about) == 0;
    if (exists && !S_ISREG(about.st_mode)) { /* a device or pipe cannot be replaced */
        out->stream = fopen(name, "wb");
        return out->stream ? 0 : failed(out, errno);
    }
    if (open_beside(out, exists ? &about : NULL) == 0)
        return 0;
    forget(out);
    return -1;
}

int lt_close_output(lt_output *out)
{
    errno = 0;
    bool bad = fflush(out->stream) != 0 || ferror(out->stream);
    int code = out->code ? out->code : errno ? errno : EIO;
    if (out->stream != stdout && fclose(out->stream) != 0 && !bad) {
        bad = true;
        code = errno;
    }
    if (out->beside && !bad && rename(out->beside, out->target) < 0) {
        bad = true;
        code = errno;
    }
    if (bad && out->beside)
        unlink(out->beside);
    if (out->beside)
        unwatch();
    if (bad)
        failed(out, code);
    forget(out);
    return bad ? -1 : 0;
}

bool lt_wants_color(const lt_options *o, FILE *stream)
{
    if (o->color != LT_COLOR_AUTO)
        return o->color == LT_COLOR_ALWAYS;
    const char *no = getenv("NO_COLOR");
    return !(no && *no) && isatty(fileno(stream));
}
