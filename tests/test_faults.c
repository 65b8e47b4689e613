/* What goes wrong around the command: signals, readers that go away, full disks, folders that cannot
 * be read. And what must make no difference: threads, locales, time zones. */
#include <criterion/criterion.h>
#include <string.h>

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

/* ---------------------------------------------------------------- output that is not taken */

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
    static const char *const formats[] = {"text", "json", "jsonl", "wikinews", "html"};
    for (size_t i = 0; i < 5; i++) {
        char command[256];
        snprintf(command, sizeof command,
                 DIFFERENT("1 2 5; do " ALL "$LAUT --input jsonl --format %s --jobs $x"), formats[i]);
        expect(command, 0, "1\n", "");
    }
    expect(DIFFERENT("1 2 5; do { echo broken; echo '{'; cat corpus/1*.jsonl; echo '[]'; } | "
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
