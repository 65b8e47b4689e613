/* The command line. Options may stand anywhere; `--` ends them; the first other word may name a
 * subcommand. */
#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

static const char help[] =
    "Usage: laut [OPTION]… [FILE…]              who said what, and who reports it\n"
    "       laut explain [OPTION]… FILE[:LINE]  which rules fired there, or nearly did, and why\n"
    "       laut check [RULES]                  validate rules and run their examples\n"
    "       laut eval [OPTION]… GOLD…           score against annotated articles\n"
    "       laut diff [OPTION]… OLD NEW         what became of the claims between two versions\n"
    "\n"
    "Reads German news text (UTF-8) and finds quotations, reported speech and sources.\n"
    "Without FILE, or where FILE is -, standard input is read. GOLD is a JSONL file of annotated\n"
    "articles or a directory of such files.\n"
    "\n"
    "  --format FORMAT    text (default), json, jsonl, wikinews (the conventions of the\n"
    "                     Wikinews quotation corpus, one line a document), or html (a page\n"
    "                     that shows the articles with their claims); diff: all but wikinews\n"
    "  --input KIND       text (default), or jsonl: a document a line with `id` and `text`\n"
    "  --offsets UNIT     codepoint (default), byte or utf16\n"
    "  --lang LANGUAGE    of the html page: de (default) or en\n"
    "  --publisher NAME   who publishes the text; copied to the output\n"
    "  --rules DIR        use the rules in DIR instead of the built-in ones\n"
    "  -j, --jobs N       threads (default: as many as there are cores); the output is the same\n"
    "  --color WHEN       auto (default: on a terminal, unless NO_COLOR is set), always, never\n"
    "  -o, --output FILE  write FILE, which is replaced only when everything is written\n"
    "  --write-confidence FILE  (eval) how often each rule fired and was right, as TSV\n"
    "  -h, --help         show this\n"
    "  --version          show the version\n"
    "\n"
    "Exit status: 0 done; 1 check, eval or diff found something wrong; 2 usage, or input or output\n"
    "that could not be read or written (everything else is still done).\n";

typedef enum {
    FORMAT, INPUT, OFFSETS, LANGUAGE, PUBLISHER, RULES, JOBS, COLOR, OUTPUT, CONFIDENCE, HELP, VERSION
} option_id;

enum {
    IN_ANALYZE = 1 << LT_ANALYZE, IN_EXPLAIN = 1 << LT_EXPLAIN, IN_CHECK = 1 << LT_CHECK,
    IN_EVAL = 1 << LT_EVAL, IN_DIFF = 1 << LT_DIFF,
    EVERYWHERE = IN_ANALYZE | IN_EXPLAIN | IN_CHECK | IN_EVAL | IN_DIFF
};

static const struct option {
    const char *name;
    char letter;
    option_id id;
    bool takes_value;
    unsigned commands; /* where it means something */
} known[] = {
    {"format", 0, FORMAT, true, IN_ANALYZE | IN_DIFF},
    {"input", 0, INPUT, true, IN_ANALYZE | IN_EXPLAIN | IN_DIFF},
    {"offsets", 0, OFFSETS, true, IN_ANALYZE | IN_DIFF},
    {"lang", 0, LANGUAGE, true, IN_ANALYZE | IN_DIFF},
    {"publisher", 0, PUBLISHER, true, IN_ANALYZE | IN_EXPLAIN},
    {"rules", 0, RULES, true, EVERYWHERE},
    {"jobs", 'j', JOBS, true, IN_ANALYZE | IN_EVAL},
    {"color", 0, COLOR, true, IN_ANALYZE | IN_DIFF},
    {"output", 'o', OUTPUT, true, EVERYWHERE},
    {"write-confidence", 0, CONFIDENCE, true, IN_EVAL},
    {"help", 'h', HELP, false, EVERYWHERE},
    {"version", 0, VERSION, false, EVERYWHERE},
};

static const char *const command_names[] = {
    [LT_ANALYZE] = "", [LT_EXPLAIN] = "explain", [LT_CHECK] = "check", [LT_EVAL] = "eval",
    [LT_DIFF] = "diff"};

static lt_parsed refuse(const char *what, const char *word)
{
    lt_cli_complain("%s%s%s\nTry 'laut --help'.", what, *word ? " " : "", word);
    return LT_STOP_WRONG;
}

/* Finds `value` among `names`. */
static bool choose(const char *value, const char *const *names, size_t count, size_t *out)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], value) == 0) {
            *out = i;
            return true;
        }
    return false;
}

static bool parse_count(const char *s, unsigned *out)
{
    char *end;
    errno = 0;
    unsigned long n = isdigit((unsigned char)*s) ? strtoul(s, &end, 10) : 0;
    if (!n || *end || errno || n > UINT_MAX)
        return false;
    *out = (unsigned)n;
    return true;
}

/* Returns NULL, or what would have been right. */
static const char *set(lt_options *o, option_id id, const char *value)
{
    static const char *const inputs[] = {"text", "jsonl"};
    static const char *const units[] = {"codepoint", "byte", "utf16"};
    static const char *const languages[] = {"de", "en"};
    static const char *const diff_formats[] = {"text", "json", "jsonl", "html"};
    static const char *const colors[] = {"auto", "always", "never"};
    size_t n = 0;
    switch (id) {
    case FORMAT:
        if (o->command == LT_DIFF) { /* the first word names the command */
            if (!choose(value, diff_formats, 4, &n))
                return "text, json, jsonl or html";
            o->diff_format = (laut_diff_format)n;
            return NULL;
        }
        return laut_format_named(value, &o->format) < 0 ? "text, json, jsonl, wikinews or html" : NULL;
    case INPUT:
        if (!choose(value, inputs, 2, &n))
            return "text or jsonl";
        o->input = n ? LT_INPUT_JSONL : LT_INPUT_TEXT;
        return NULL;
    case OFFSETS:
        if (!choose(value, units, 3, &n))
            return "codepoint, byte or utf16";
        o->offsets = (laut_unit)n;
        return NULL;
    case LANGUAGE:
        if (!choose(value, languages, 2, &n))
            return "de or en";
        o->language = languages[n];
        return NULL;
    case COLOR:
        if (!choose(value, colors, 3, &n))
            return "auto, always or never";
        o->color = n;
        return NULL;
    case JOBS:
        return parse_count(value, &o->jobs) ? NULL : "a number from 1";
    case PUBLISHER:
        o->publisher = value;
        return NULL;
    case RULES:
        o->rules = value;
        return NULL;
    case OUTPUT:
        o->output = value;
        return *value ? NULL : "a file";
    case CONFIDENCE:
        o->write_confidence = value;
        return *value ? NULL : "a file";
    case HELP:
    case VERSION:
        break;
    }
    return NULL;
}

/* The option that `word` names; sets where its value is written in the same word. */
static const struct option *find(const char *word, const char **value)
{
    *value = NULL;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        const struct option *k = &known[i];
        if (word[1] == '-') {
            size_t n = strlen(k->name);
            if (strncmp(word + 2, k->name, n) == 0 && (!word[2 + n] || word[2 + n] == '=')) {
                *value = word[2 + n] ? word + 3 + n : NULL;
                return k;
            }
        } else if (k->letter && word[1] == k->letter) {
            *value = word[2] ? word + 2 : NULL;
            return k;
        }
    }
    return NULL;
}

lt_parsed lt_parse_options(int argc, char **argv, lt_options *out)
{
    *out = (lt_options){.jobs = 0};
    const struct option *used[sizeof known / sizeof *known] = {0};
    bool ended = false, first = true, help_wanted = false, version_wanted = false;
    int kept = 1; /* the other words are moved to the front of argv */
    for (int i = 1; i < argc; i++) {
        const char *word = argv[i], *value;
        if (!ended && strcmp(word, "--") == 0) {
            ended = true;
            continue;
        }
        if (ended || word[0] != '-' || !word[1]) {
            size_t command;
            if (!ended && first && choose(word, command_names, sizeof command_names / sizeof *command_names, &command) && command)
                out->command = (lt_command)command;
            else
                argv[kept++] = argv[i];
            first = false;
            continue;
        }
        const struct option *k = find(word, &value);
        if (!k)
            return refuse("unknown option", word);
        if (k->takes_value && !value && ++i < argc)
            value = argv[i];
        if (k->takes_value && !value)
            return refuse("a value is missing behind", word);
        if (!k->takes_value && value)
            return refuse("no value is allowed in", word);
        used[k - known] = k;
        help_wanted |= k->id == HELP;
        version_wanted |= k->id == VERSION;
        const char *expected = value ? set(out, k->id, value) : NULL;
        if (expected) {
            lt_cli_complain("--%s: '%s' is not %s\nTry 'laut --help'.", k->name, value, expected);
            return LT_STOP_WRONG;
        }
    }
    out->files = argv + 1;
    out->file_count = kept - 1;

    if (help_wanted || version_wanted) {
        lt_output to;
        if (lt_open_output(&to, NULL) < 0)
            return LT_STOP_WRONG;
        fputs(help_wanted ? help : "laut " LAUT_VERSION "\n", to.stream);
        return lt_close_output(&to) < 0 ? LT_STOP_WRONG : LT_STOP_DONE;
    }
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (used[i] && !(used[i]->commands & 1u << out->command)) {
            lt_cli_complain("--%s means nothing to 'laut%s%s'\nTry 'laut --help'.", used[i]->name,
                        out->command ? " " : "", command_names[out->command]);
            return LT_STOP_WRONG;
        }
    if (out->command == LT_CHECK && out->file_count > 1)
        return refuse("check takes one directory, not also", out->files[1]);
    if (out->command == LT_CHECK && out->file_count && out->rules)
        return refuse("check takes one directory, not also --rules", out->rules);
    if (out->command == LT_EXPLAIN && out->file_count != 1)
        return refuse("explain takes one FILE or FILE:LINE", "");
    if (out->command == LT_DIFF && out->file_count != 2)
        return refuse("diff takes two files: OLD NEW", "");
    if (out->command == LT_EVAL && !out->file_count)
        return refuse("eval takes annotated articles: files or directories", "");
    return LT_GO;
}
