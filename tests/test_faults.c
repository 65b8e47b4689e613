/* What goes wrong around the command: signals, readers that go away or are slow, full disks, folders that
 * cannot be read. And what must make no difference: threads, locales, time zones. */
#define _DEFAULT_SOURCE /* wait4 */
#include <criterion/criterion.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "support.h"

#define LINES "yes '{\"id\":\"a\",\"text\":\"Die Polizei sagte: „Es brennt.“\"}'"

static void expect(const char *command, int status, const char *out, const char *err)
{
    run_result r = run(command);
    cr_expect_eq(r.status, status, "%s\nexits with %d: %s", command, r.status, r.err);
    cr_expect_str_eq(r.out, out, "%s\nsays: %s", command, r.out);
    cr_expect_str_eq(r.err, err, "%s\ncomplains: %s", command, r.err);
    run_free(&r);
}

TestSuite(faults, .timeout = 300);

/* ---------------------------------------------------------------- signals */

/* The command writes to $T/o until the signal comes. The one who feeds it sends it, as soon as there
 * is a file beside (or after a minute, so that the test ends). */
#define INTERRUPTED(signal, jobs)                                                                \
    "echo old >$T/o; { { n=0; until ls $T/o.?* >$T/seen 2>&1 || test $n = 600; do "                \
    "echo '{\"text\":\"Ja.\"}'; sleep .1; n=$((n + 1)); done; "                                  \
    "kill -" signal " $(cat $T/pid); while :; do echo; sleep .1; done; } | "                       \
    "sh -c 'echo $$ >$T/pid; exec $LAUT --input jsonl --jobs " jobs " -o $T/o 2>$T/err'; "       \
    "echo $?; } 2>/dev/null; cat $T/err; rm $T/err; grep -c 'o\\.' $T/seen; rm $T/seen $T/pid; ls $T; cat $T/o"

#define LEFT_ALONE(status) status "\n1\no\nold\n"

Test(faults, a_signal_leaves_no_file)
{
    expect(INTERRUPTED("INT", "1"), 0, LEFT_ALONE("130"), "");
    expect(INTERRUPTED("TERM", "2"), 0, LEFT_ALONE("143"), "");
    expect(INTERRUPTED("HUP", "2"), 0, LEFT_ALONE("129"), "");
}

/* A signal that is ignored stays so: nohup. */
Test(faults, an_ignored_signal_is_ignored)
{
    expect("trap '' HUP; { echo '{\"text\":\"Ja.\"}'; until ls $T/o.?* >/dev/null 2>&1; do sleep .1; done; "
           "kill -HUP $(cat $T/pid); sleep .2; echo '{\"text\":\"Ja.\"}'; } | "
           "sh -c 'echo $$ >$T/pid; exec $LAUT --input jsonl -o $T/o'; echo $?; cat $T/o", 0,
           "0\nno claims\n\nno claims\n", "");
}

/* ---------------------------------------------------------------- a terminal */

/* What a command shows on a terminal (without what `script` says of itself): < is a carriage return, | erases
 * the line. */
#define ON_A_TERMINAL(command)                                                                    \
    "cat >$T/c <<'END'\n" command "\nEND\n"                                                       \
    "SHELL=/bin/sh script -qec \"sh $T/c\" $T/tty >/dev/null 2>&1 </dev/null; "                     \
    "grep -av '^Script ' $T/tty | tr '\\r' '<' | sed 's/\033\\[K/|/g; /^$/d' >$T/shown; "

#define TEXT "{\"text\":\"Ja.\"}"

/* Where nobody knows how much is to come: articles and speed, and in the end nothing of it stays. */
Test(faults, progress_is_shown_on_a_terminal)
{
    expect(ON_A_TERMINAL("n=0; until grep -aq 'articles.*articles' $T/tty || test $n = 300; do echo '" TEXT "'; sleep .1; "
                         "n=$((n + 1)); done | $LAUT --input jsonl --jobs 2 >$T/o")
           "grep -oE '^<\\|[0-9]+ articles, 0\\.0 MB/s<' $T/shown | tr -d 0-9; grep -c left $T/shown; "
           "grep -c '<|$' $T/shown; head -n 1 $T/o", 0, "<| articles, . MB/s<\n0\n1\nno claims\n", "");
}

/* Where it is known: the time left, too. The command ends as soon as that is there. */
Test(faults, the_time_left_is_shown)
{
    for (int jobs = 1; jobs <= 2; jobs++) {
        char command[1024];
        snprintf(command, sizeof command,
                 LINES " | head -n 1000000 >$T/in; "
                 "{ n=0; until grep -aq left $T/tty || test $n = 300; do sleep .1; n=$((n + 1)); done; "
                 "kill -INT $(cat $T/pid); } 2>/dev/null & "
                 ON_A_TERMINAL("echo $$ >$T/pid; exec $LAUT --input jsonl --jobs %d $T/in >/dev/null")
                 "grep -oE '<.[0-9]+ articles, [0-9]+\\.[0-9] MB/s, [0-9]+:[0-9][0-9] left' $T/shown | "
                 "head -n 1 | tr -d 0-9", jobs);
        expect(command, 0, "<| articles, . MB/s, : left\n", "");
    }
}

/* Where the results run over the same terminal, or there is none, nothing is shown. */
Test(faults, no_progress_among_the_results)
{
    expect(ON_A_TERMINAL("{ sleep 1.3; echo '" TEXT "'; } | $LAUT --input jsonl --jobs 2 --color never") "cat $T/shown", 0,
           "no claims<\n", "");
    expect("{ sleep 1.3; echo '" TEXT "'; } | $LAUT --input jsonl --jobs 2 >$T/o", 0, "", "");
}

/* ---------------------------------------------------------------- output that is not taken */

/* Bytes in the pipe, the buffers of the streams, the texts that are under way. */
#define UNDER_WAY (1 << 20)

/* The input is a file of which we share the position with the command. */
static void slow_reader(const char *jobs)
{
    enum { COUNT = 150000 };
    static const char line[] = "{\"id\":\"a\",\"text\":\"Die Polizei sagte: „Es brennt.“\"}\n";
    FILE *file = tmpfile();
    int ends[2];
    cr_assert(file && pipe(ends) == 0);
    for (int i = 0; i < COUNT; i++)
        fputs(line, file);
    rewind(file);
    int in = fileno(file);
    pid_t child = fork();
    if (child == 0) {
        dup2(in, STDIN_FILENO);
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execl(LAUT_BINARY, LAUT_BINARY, "--input", "jsonl", "--format", "jsonl", "--jobs", jobs, (char *)NULL);
        _exit(127);
    }
    close(ends[1]);
    static char buffer[1 << 16];
    ssize_t got = read(ends[0], buffer, 100);
    cr_assert_eq(got, 100);
    off_t taken = 0;
    for (off_t before = -1; taken != before; taken = lseek(in, 0, SEEK_CUR)) {
        before = taken;
        nanosleep(&(struct timespec){.tv_nsec = 700000000}, NULL);
    }
    cr_expect(taken > 0 && taken < UNDER_WAY, "--jobs %s: %ld bytes are read though nobody takes the output", jobs, (long)taken);
    size_t lines = 0;
    while ((got = read(ends[0], buffer, sizeof buffer)) > 0)
        for (ssize_t i = 0; i < got; i++)
            lines += buffer[i] == '\n';
    close(ends[0]);
    fclose(file);
    if (taken >= UNDER_WAY)
        kill(child, SIGKILL);
    int status;
    struct rusage used;
    cr_assert_eq(wait4(child, &status, 0, &used), child);
    cr_expect_eq(status, 0);
    cr_expect_eq(lines, COUNT);
#ifndef SANITIZED
    cr_expect_lt(used.ru_maxrss, 80 * 1024, "--jobs %s: %ld KB", jobs, used.ru_maxrss);
#endif
}

Test(faults, a_slow_reader_is_waited_for)
{
    slow_reader("1");
    slow_reader("2");
}

Test(faults, a_reader_that_goes_away_ends_it_quietly)
{
    expect("{ " LINES " | $LAUT --input jsonl --jobs 1; echo $? >$T/s; } | head -n 1; cat $T/s", 0,
           "a: 1 claim\n141\n", "");
    expect("{ " LINES " | $LAUT --input jsonl --jobs 2; echo $? >$T/s; } | head -n 1; cat $T/s", 0,
           "a: 1 claim\n141\n", "");
}

Test(faults, a_full_disk_is_told_once)
{
    static const char said[] = "laut: standard output: No space left on device\n";
    /* the input has no end */
    expect(LINES " | $LAUT --input jsonl --jobs 1 >/dev/full", 2, "", said);
    expect(LINES " | $LAUT --input jsonl --jobs 2 >/dev/full", 2, "", said);
    expect(LINES " | $LAUT --input jsonl --jobs 2 -o /dev/full", 2, "",
           "laut: /dev/full: No space left on device\n");
    expect(LINES " | $LAUT --input jsonl --jobs 2 >&-", 2, "",
           "laut: standard output: Bad file descriptor\n");
}

/* A file that cannot grow is as a disk that is full: what was there stays, and nothing is left beside. */
#define NO_ROOM "cd $T; echo old >o; ulimit -f 16; " LINES " 2>/dev/null | head -n 20000 | " \
                "$LAUT --input jsonl --jobs 2 -o o; echo $?; ls; cat o"

Test(faults, a_full_disk_leaves_the_old_file)
{
    expect("trap '' XFSZ; " NO_ROOM, 0, "2\no\nold\n", "laut: o: File too large\n");
    expect("exec 2>/dev/null; " NO_ROOM, 0, "153\no\nold\n", "");
}

/* Root may read everything, unless it gives that up. */
#define WITHOUT_PRIVILEGE                                                                        \
    "test $(id -u) != 0 || LAUT=\"setpriv --bounding-set=-dac_override,-dac_read_search $LAUT\"; "

Test(faults, a_folder_that_cannot_be_read)
{
    expect(WITHOUT_PRIVILEGE "cd $T; mkdir r; echo Ja. >a; chmod 0 r; $LAUT --rules r a; "
           "s=$?; chmod 700 r; exit $s", 2, "", "r: Permission denied\n");
    expect(WITHOUT_PRIVILEGE "cd $T; mkdir r; chmod 0 r; $LAUT check r; s=$?; chmod 700 r; exit $s", 2, "",
           "r: Permission denied\n");
    expect(WITHOUT_PRIVILEGE "cd $T; mkdir r; chmod 0 r; $LAUT eval r; s=$?; chmod 700 r; exit $s", 2, "",
           "r: Permission denied\n");
    expect(WITHOUT_PRIVILEGE "cd $T; mkdir r; echo Ja. >r/a; chmod 0 r; $LAUT r/a; s=$?; chmod 700 r; exit $s",
           2, "", "r/a: Permission denied\n");
    expect(WITHOUT_PRIVILEGE "cd $T; mkdir r; chmod 500 r; echo Ja. >a; $LAUT -o r/o a; s=$?; "
           "chmod 700 r; ls r; exit $s", 2, "", "laut: r/o: Permission denied\n");
}

/* ---------------------------------------------------------------- the same for the same */

/* The number of different outputs. */
#define DIFFERENT(loop)                                                                          \
    "for x in " loop " | cksum; done | sort -u | wc -l"
#define ALL "cat corpus/*.jsonl corpus/*.jsonl | "

Test(faults, threads_make_no_difference)
{
    const laut_format_info *about;
    for (int i = 0; (about = laut_format_about((laut_format)i)); i++) {
        char command[256];
        snprintf(command, sizeof command,
                 DIFFERENT("1 2 8; do { " ALL "$LAUT --input jsonl --format %s --jobs $x%s; }"), about->name,
                 about->stream ? "" : " -o $T/$x/; (cd $T/$x; ls; cat *)");
        expect(command, 0, "1\n", "");
    }
    expect(DIFFERENT("1 2 8; do { echo broken; echo '{'; cat corpus/1*.jsonl; echo '[]'; } | "
                     "$LAUT --input jsonl --jobs $x 2>&1"), 0, "1\n", "");
}

/* A locale that is not installed is still one that ICU takes from the environment. */
Test(faults, locales_and_time_zones_make_no_difference)
{
    expect(DIFFERENT("C C.UTF-8 de_DE.UTF-8 tr_TR.UTF-8 th_TH ja_JP.eucJP; do " ALL
                     "LC_ALL=$x LANG=$x $LAUT --input jsonl --format json"), 0, "1\n", "");
    expect(DIFFERENT("UTC Asia/Kathmandu America/St_Johns nonsense; do " ALL
                     "TZ=$x $LAUT --input jsonl --format json"), 0, "1\n", "");
}
