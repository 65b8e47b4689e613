/* laut check [RULES]: are the rules well-formed, and do they do what their examples say? */
#include <string.h>

#include "cli/cli.h"

int lt_check_command(const lt_options *options)
{
    const char *rules = options->file_count ? options->files[0] : options->rules;
    laut_engine *engine;
    laut_errors errors;
    memset(&errors, 0, sizeof errors);
    if (laut_engine_open_house(&engine, rules, options->house, &errors) < 0) {
        lt_complain_rules(&errors);
        bool found = errors.count && errors.list[0].code == LAUT_ERROR_RULE;
        return found ? LT_FOUND : LT_WRONG;
    }
    lt_output out;
    int status = LT_WRONG;
    if (lt_open_output(&out, options->output) == 0) {
        laut_check_result r;
        laut_error error;
        memset(&r, 0, sizeof r);
        memset(&error, 0, sizeof error);
        if (laut_check(engine, out.stream, &r, &error) == 0) {
            fprintf(out.stream,
                    "%zu rules, %zu examples, %zu counter-examples: %zu failed, "
                    "%zu rules unproven, %zu known gaps (%zu closed)\n",
                    r.rules, r.examples, r.counterexamples, r.failed, r.unproven, r.gaps,
                    r.gaps_closed);
            status = r.failed || r.unproven ? LT_FOUND : LT_DONE;
        } else {
            lt_cli_complain("%s", error.message);
        }
        if (lt_close_output(&out) < 0)
            status = LT_WRONG;
    }
    laut_engine_free(engine);
    return status;
}
