/* The command `laut`. */
#include <fcntl.h>
#include <unistd.h>

#include "cli/cli.h"

/* A closed standard stream would give its number to the next file that is opened, and what is
 * meant for the stream would end up there. */
static void fill_standard_streams(void)
{
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) < 0)
            _exit(LT_WRONG);
}

int main(int argc, char **argv)
{
    static int (*const commands[])(const lt_options *) = {
        [LT_ANALYZE] = lt_analyze_command,
        [LT_EXPLAIN] = lt_explain_command,
        [LT_CHECK] = lt_check_command,
        [LT_EVAL] = lt_eval_command,
        [LT_AUDIT] = lt_audit_command,
        [LT_VERIFY] = lt_verify_command,
        [LT_DIFF] = lt_diff_command,
    };
    fill_standard_streams();
    lt_options options;
    switch (lt_parse_options(argc, argv, &options)) {
    case LT_STOP_DONE:
        return LT_DONE;
    case LT_STOP_WRONG:
        return LT_WRONG;
    case LT_GO:
        break;
    }
    return commands[options.command](&options);
}
