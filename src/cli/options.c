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
    "       laut audit [OPTION]… [DRAFT…]       sourcing problems of a draft (text or Markdown)\n"
    "       laut verify [OPTION]… DRAFT… --against FILE…  are its quotations what the sources say\n"
    "       laut diff [OPTION]… OLD NEW         what became of the claims between two versions\n"
    "\n"
    "Reads German news (text in UTF-8, HTML) and finds quotations, reported speech and sources.\n"
    "Without FILE, or where FILE is -, standard input is read. GOLD is a JSONL file of annotated\n"
    "articles or a directory of such files.\n"
    "\n"
    "  --format FORMAT    text (default), json, jsonl, html, csv, brat, tei, …\n"
    "  --list-formats     show all formats, with a line about each\n"
    "  --input KIND       text, html, any (default: html where a file is a page of HTML, else\n"
    "                     text), or jsonl: a document a line with `id` and `text`\n"
    "  --encoding NAME    of pages of HTML; without it they say it themselves\n"
    "  --offsets UNIT     codepoint (default), byte or utf16\n"
    "  --with-text        put the text itself into the output, too (json and jsonl)\n"
    "  --audit            findings of laut audit in the margin (html)\n"
    "  --lang LANGUAGE    de (default) or en: the language of html pages, of audit's messages\n"
    "  --against FILE…    (verify) the files behind it are sources: text, HTML, or JSONL by their name;\n"
    "                     verify has the formats text, json and html\n"
    "  --publisher NAME   who publishes the text; copied to the output\n"
    "  --rules DIR        use the rules in DIR instead of the built-in ones\n"
    "  -j, --jobs N       threads (default: as many as there are cores); the output is the same\n"
    "  --color WHEN       auto (default: on a terminal, unless NO_COLOR is set), always, never\n"
    "  -o, --output FILE  write FILE, which is replaced only when everything is written; if it ends\n"
    "                     with a slash, a directory with a file for each document\n"
    "  --write-confidence FILE  (eval) how often each rule fired and was right, as TSV\n"
    "  -h, --help         show this\n"
    "  --version          show the version\n"
    "\n"
    "For audit, besides:\n"
    "  --format FORMAT    text (default), json, or sarif (SARIF 2.1.0)\n"
    "  --input KIND       text or markdown (default: by the name, .md)\n"
    "  --fail-on LEVEL    error, warning (default) or never: what gives status 1\n"
    "  --select CODES     only these findings, with commas between\n"
    "  --ignore CODES     all findings but these\n"
    "  --baseline FILE    findings that are in FILE are known and not told\n"
    "  --write-baseline FILE  write what is found to FILE, as known\n"
    "  --config FILE      the project file (default: the nearest .laut.toml above the draft)\n"
    "  --house DIR        findings of the house besides (also for laut check)\n"
    "  --watch            audit the draft again whenever it is saved\n"
    "\n"
    "For diff:\n"
    "  --format FORMAT    text (default), json, jsonl or html\n"
    "\n"
    "Exit status: 0 done; 1 check, eval, audit, verify or diff found something wrong; 2 usage, or\n"
    "input or output that could not be read or written (everything else is still done).\n";

typedef enum {
    FORMAT, INPUT, OFFSETS, PUBLISHER, RULES, JOBS, COLOR, OUTPUT, CONFIDENCE, HELP, VERSION, LIST_FORMATS, WITH_TEXT,
    ENCODING, LANG, FAIL_ON, SELECT, IGNORE, BASELINE, WRITE_BASELINE, CONFIG, HOUSE, WATCH, WITH_AUDIT, AGAINST
} option_id;

enum {
    IN_ANALYZE = 1 << LT_ANALYZE, IN_EXPLAIN = 1 << LT_EXPLAIN, IN_CHECK = 1 << LT_CHECK,
    IN_EVAL = 1 << LT_EVAL, IN_AUDIT = 1 << LT_AUDIT, IN_VERIFY = 1 << LT_VERIFY,
    IN_DIFF = 1 << LT_DIFF,
    EVERYWHERE = IN_ANALYZE | IN_EXPLAIN | IN_CHECK | IN_EVAL | IN_AUDIT | IN_VERIFY | IN_DIFF
};

static const struct option {
    const char *name;
    char letter;
    option_id id;
    bool takes_value;
    unsigned commands; /* where it means something */
} known[] = {
    {"format", 0, FORMAT, true, IN_ANALYZE | IN_AUDIT | IN_VERIFY | IN_DIFF},
    {"input", 0, INPUT, true, IN_ANALYZE | IN_EXPLAIN | IN_AUDIT | IN_VERIFY | IN_DIFF},
    {"encoding", 0, ENCODING, true, IN_ANALYZE | IN_EXPLAIN | IN_VERIFY | IN_DIFF},
    {"offsets", 0, OFFSETS, true, IN_ANALYZE | IN_VERIFY | IN_DIFF},
    {"with-text", 0, WITH_TEXT, false, IN_ANALYZE},
    {"audit", 0, WITH_AUDIT, false, IN_ANALYZE},
    {"against", 0, AGAINST, false, IN_VERIFY},
    {"publisher", 0, PUBLISHER, true, IN_ANALYZE | IN_EXPLAIN},
    {"rules", 0, RULES, true, EVERYWHERE},
    {"jobs", 'j', JOBS, true, IN_ANALYZE | IN_EVAL},
    {"color", 0, COLOR, true, IN_ANALYZE | IN_AUDIT | IN_VERIFY | IN_DIFF},
    {"output", 'o', OUTPUT, true, EVERYWHERE},
    {"write-confidence", 0, CONFIDENCE, true, IN_EVAL},
    {"lang", 0, LANG, true, IN_ANALYZE | IN_AUDIT | IN_VERIFY | IN_DIFF},
    {"fail-on", 0, FAIL_ON, true, IN_AUDIT},
    {"select", 0, SELECT, true, IN_AUDIT},
    {"ignore", 0, IGNORE, true, IN_AUDIT},
    {"baseline", 0, BASELINE, true, IN_AUDIT},
    {"write-baseline", 0, WRITE_BASELINE, true, IN_AUDIT},
    {"config", 0, CONFIG, true, IN_AUDIT},
    {"house", 0, HOUSE, true, IN_AUDIT | IN_CHECK},
    {"watch", 0, WATCH, false, IN_AUDIT},
    {"help", 'h', HELP, false, EVERYWHERE},
    {"version", 0, VERSION, false, EVERYWHERE},
    {"list-formats", 0, LIST_FORMATS, false, EVERYWHERE},
};

static const char *const command_names[] = {
    [LT_ANALYZE] = "", [LT_EXPLAIN] = "explain", [LT_CHECK] = "check", [LT_EVAL] = "eval",
    [LT_AUDIT] = "audit", [LT_VERIFY] = "verify", [LT_DIFF] = "diff"};

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

static const char *give(lt_words_given *words, const char *value)
{
    if (words->count == LT_MAX_GIVEN)
        return "given so often: join codes with commas";
    words->at[words->count++] = value;
    return *value ? NULL : "a code";
}

/* Returns NULL, or what would have been right. */
static const char *set(lt_options *o, option_id id, const char *value)
{
    static const char *const inputs[] = {[LT_INPUT_TEXT] = "text", [LT_INPUT_JSONL] = "jsonl", [LT_INPUT_HTML] = "html",
                                         [LT_INPUT_ANY] = "any", [LT_INPUT_MARKDOWN] = "markdown"};
    static const char *const units[] = {"codepoint", "byte", "utf16"};
    static const char *const colors[] = {"auto", "always", "never"};
    size_t n = 0;
    switch (id) {
    case FORMAT:
        o->format_name = value; /* it hangs on the command, which may stand behind it */
        return NULL;
    case INPUT:
        if (!choose(value, inputs, sizeof inputs / sizeof *inputs, &n))
            return "text, html, jsonl or any";
        o->input = (lt_input_kind)n;
        o->has_input = true;
        return NULL;
    case ENCODING:
        o->encoding = value;
        return *value ? NULL : "the name of an encoding";
    case OFFSETS:
        if (!choose(value, units, 3, &n))
            return "codepoint, byte or utf16";
        o->offsets = (laut_unit)n;
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
    case LANG:
        o->has_language = true;
        return lt_language_named(value, &o->language) ? NULL : "de or en";
    case FAIL_ON:
        o->has_fail_on = true;
        return lt_fail_on_named(value, &o->fail_on) ? NULL : "error, warning or never";
    case SELECT:
        return give(&o->select, value);
    case IGNORE:
        return give(&o->ignore, value);
    case BASELINE:
        o->baseline = value;
        return *value ? NULL : "a file";
    case WRITE_BASELINE:
        o->write_baseline = value;
        return *value ? NULL : "a file";
    case CONFIG:
        o->config = value;
        return *value ? NULL : "a file";
    case HOUSE:
        o->house = value;
        return *value ? NULL : "a directory";
    case WATCH:
    case AGAINST:
    case HELP:
    case VERSION:
    case LIST_FORMATS:
    case WITH_TEXT:
    case WITH_AUDIT:
        break;
    }
    return NULL;
}

static void list_formats(FILE *stream)
{
    const laut_format_info *f;
    for (int i = 0; (f = laut_format_about((laut_format)i)); i++)
        fprintf(stream, "%-10s %s%s\n", f->name, f->description, f->stream ? "" : "; a file a document");
}

/* The same for the format, once the command is known. */
static const char *set_format(lt_options *o, const char *value)
{
    static const char *const diffs[] = {[LAUT_DIFF_TEXT] = "text", [LAUT_DIFF_JSON] = "json", [LAUT_DIFF_JSONL] = "jsonl",
                                        [LAUT_DIFF_HTML] = "html"};
    static const char *const reports[] = {
        [LAUT_REPORT_TEXT] = "text", [LAUT_REPORT_JSON] = "json", [LAUT_REPORT_SARIF] = "sarif"};
    static const char *const verifications[] = {
        [LAUT_VERIFY_TEXT] = "text", [LAUT_VERIFY_JSON] = "json", [LAUT_VERIFY_HTML] = "html"};
    size_t n = 0;
    switch (o->command) {
    case LT_AUDIT:
        if (!choose(value, reports, 3, &n))
            return "text, json or sarif";
        o->report_format = (laut_report_format)n;
        return NULL;
    case LT_VERIFY:
        if (!choose(value, verifications, 3, &n))
            return "text, json or html";
        o->verify_format = (laut_verify_format)n;
        return NULL;
    case LT_DIFF:
        if (!choose(value, diffs, sizeof diffs / sizeof *diffs, &n))
            return "text, json, jsonl or html";
        o->diff_format = (laut_diff_format)n;
        return NULL;
    default:
        return laut_format_named(value, &o->format) < 0 ? "among those of --list-formats" : NULL;
    }
}

/* What audit alone takes, and what it does not. */
static lt_parsed check_audit(const lt_options *o)
{
    bool audit = o->command == LT_AUDIT;
    if (o->audit && o->format != LAUT_FORMAT_HTML)
        return refuse("--audit is for", "--format html");
    if (o->input == LT_INPUT_MARKDOWN && !audit)
        return refuse("--input: 'markdown' is for", "laut audit");
    if (audit && o->has_input && o->input != LT_INPUT_TEXT && o->input != LT_INPUT_MARKDOWN)
        return refuse("--input: audit reads text or markdown", "");
    if (o->watch && (o->file_count != 1 || strcmp(o->files[0], "-") == 0))
        return refuse("--watch takes one file", "");
    return LT_GO;
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
    bool ended = false, first = true, help_wanted = false, version_wanted = false, list_wanted = false;
    int kept = 1; /* the other words are moved to the front of argv */
    int drafts = 0; /* of these, the words before --against */
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
        out->with_text |= k->id == WITH_TEXT;
        list_wanted |= k->id == LIST_FORMATS;
        out->watch |= k->id == WATCH;
        out->audit |= k->id == WITH_AUDIT;
        if (k->id == AGAINST && !out->against) {
            out->against = true;
            drafts = kept - 1;
        }
        const char *wanted = value ? set(out, k->id, value) : NULL;
        if (wanted) {
            lt_cli_complain("--%s: '%s' is not %s\nTry 'laut --help'.", k->name, value, wanted);
            return LT_STOP_WRONG;
        }
    }
    out->files = argv + 1;
    const char *expected = out->format_name ? set_format(out, out->format_name) : NULL;
    if (expected) {
        lt_cli_complain("--format: '%s' is not %s\nTry 'laut --help'.", out->format_name, expected);
        return LT_STOP_WRONG;
    }
    out->file_count = out->against ? drafts : kept - 1;
    out->sources = out->files + out->file_count;
    out->source_count = kept - 1 - out->file_count;

    if (help_wanted || version_wanted || list_wanted) {
        lt_output to;
        if (lt_open_output(&to, NULL) < 0)
            return LT_STOP_WRONG;
        if (help_wanted || version_wanted)
            fputs(help_wanted ? help : "laut " LAUT_VERSION "\n", to.stream);
        else
            list_formats(to.stream);
        return lt_close_output(&to) < 0 ? LT_STOP_WRONG : LT_STOP_DONE;
    }
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (used[i] && !(used[i]->commands & 1u << out->command)) {
            lt_cli_complain("--%s means nothing to 'laut%s%s'\nTry 'laut --help'.", used[i]->name,
                        out->command ? " " : "", command_names[out->command]);
            return LT_STOP_WRONG;
        }
    if (out->with_text && out->format != LAUT_FORMAT_JSON && out->format != LAUT_FORMAT_JSONL)
        return refuse("--with-text is for json and jsonl, not for", laut_format_about(out->format)->name);
    if (out->encoding && (out->input == LT_INPUT_JSONL || out->input == LT_INPUT_TEXT))
        return refuse("--encoding is for HTML; text and JSONL are UTF-8", "");
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
    if (out->command == LT_VERIFY && (!out->file_count || !out->source_count))
        return refuse("verify takes DRAFT… --against FILE…", "");
    return check_audit(out);
}
