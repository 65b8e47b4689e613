/* laut audit FILE…: what in the sourcing of a draft its author should look at. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "audit/baseline.h"
#include "audit/project.h"
#include "cli/cli.h"

typedef struct {
    const lt_options *options;
    lt_project project;
    bool has_project;
    lt_names_list select, ignore;
    laut_engine *engine;
    laut_worker *worker;
    lt_baseline *known, *fresh; /* to take away; to write */
    const char *known_file, *fresh_file;
    laut_audit_options how;
    lt_fail_on fail_on;
    laut_report **reports;
    char **names;
    size_t count, room;
} job;

/* ---------------------------------------------------------------- settings */

/* `--select a,b --select c`, else what the project says. */
static bool split(job *j, const lt_words_given *given, lt_names_list *out, const lt_names_list *otherwise)
{
    for (int i = 0; i < given->count; i++)
        for (const char *p = given->at[i]; *p;) {
            size_t n = strcspn(p, ",");
            const char **slot = n ? lt_push(&j->project.arena, out) : NULL;
            if (slot && !(*slot = lt_arena_copy(&j->project.arena, p, n)))
                return false;
            p += n + (p[n] == ',');
        }
    if (!given->count)
        *out = *otherwise;
    return !j->project.arena.failed;
}

/* A code that no finding has is most likely misspelt. */
static bool codes_exist(const job *j, const lt_names_list *list, const char *where)
{
    size_t count;
    const laut_finding_kind *kinds = laut_finding_kinds(j->engine, &count);
    for (uint32_t i = 0; i < list->count; i++) {
        bool found = false;
        for (size_t k = 0; k < count && !found; k++)
            found = strcmp(kinds[k].code, list->at[i]) == 0;
        if (!found) {
            lt_cli_complain("%s: there is no finding '%s'", where, list->at[i]);
            return false;
        }
    }
    return true;
}

static bool read_project(job *j)
{
    const lt_options *o = j->options;
    lt_arena found = {0};
    const char *path = o->config ? o->config : lt_project_find(&found, o->file_count ? o->files[0] : "-");
    bool good = true;
    for (int i = 1; !o->config && good && i < o->file_count; i++) {
        const char *other = lt_project_find(&found, o->files[i]);
        if ((other != NULL) != (path != NULL) || (other && strcmp(other, path) != 0)) {
            lt_cli_complain("%s: belongs to another project (%s) than %s (%s); audit them apart, or name one with --config",
                            o->files[i], other ? other : "none", o->files[0], path ? path : "none");
            good = false;
        }
    }
    if (good && path) {
        laut_errors errors;
        memset(&errors, 0, sizeof errors);
        good = lt_project_read(&j->project, path, &errors) == 0;
        if (!good)
            lt_complain_rules(&errors);
    }
    lt_arena_free(&found);
    return good;
}

static bool open_baselines(job *j)
{
    const lt_options *o = j->options;
    j->known_file = o->baseline ? o->baseline : j->project.baseline;
    j->fresh_file = o->write_baseline;
    if (j->fresh_file) {
        if (!(j->fresh = lt_baseline_new()))
            lt_cli_complain("out of memory");
        return j->fresh != NULL; /* what is accepted anew is all that there is */
    }
    laut_error error;
    if (j->known_file && !(j->known = lt_baseline_read(j->known_file, &error))) {
        laut_errors errors = {.count = 1};
        errors.list[0] = error;
        lt_complain_rules(&errors);
        return false;
    }
    return true;
}

static bool set_up(job *j)
{
    const lt_options *o = j->options;
    if (!read_project(j))
        return false;
    lt_project *p = &j->project;
    const char *house = o->house ? o->house : p->house;
    laut_errors errors;
    memset(&errors, 0, sizeof errors);
    if (laut_engine_open_house(&j->engine, o->rules, house, &errors) < 0) {
        lt_complain_rules(&errors);
        return false;
    }
    if (!split(j, &o->select, &j->select, &p->select) || !split(j, &o->ignore, &j->ignore, &p->ignore)) {
        lt_cli_complain("out of memory");
        return false;
    }
    if (!codes_exist(j, &j->select, "select") || !codes_exist(j, &j->ignore, "ignore"))
        return false;
    lt_names_list limited = {0};
    for (uint32_t i = 0; i < p->limits.count; i++) {
        const char **slot = lt_push(&p->arena, &limited);
        if (slot)
            *slot = p->limits.at[i].code;
    }
    if (!codes_exist(j, &limited, "limits"))
        return false;
    j->fail_on = o->has_fail_on ? o->fail_on : p->has_fail_on ? p->fail_on : LT_FAIL_WARNING;
    j->how = (laut_audit_options){
        .language = o->has_language ? o->language : p->has_language ? p->language : LAUT_GERMAN,
        .select = j->select.at, .select_count = j->select.count, .ignore = j->ignore.at, .ignore_count = j->ignore.count,
        .limits = p->limits.at, .limit_count = p->limits.count, .known = p->known.at, .known_count = p->known.count};
    return (j->worker = lt_open_worker(j->engine)) && open_baselines(j);
}

static void drop_reports(job *j)
{
    for (size_t i = 0; i < j->count; i++) {
        laut_report_free(j->reports[i]);
        free(j->names[i]);
    }
    j->count = 0;
}

static void tear_down(job *j)
{
    drop_reports(j);
    free(j->reports);
    free(j->names);
    lt_baseline_free(j->known);
    lt_baseline_free(j->fresh);
    laut_worker_free(j->worker);
    laut_engine_free(j->engine);
    lt_project_free(&j->project);
}

/* ---------------------------------------------------------------- drafts */

static bool is_markdown(const lt_options *o, const char *file)
{
    if (o->has_input)
        return o->input == LT_INPUT_MARKDOWN;
    const char *dot = strrchr(file, '.');
    return dot && (strcmp(dot, ".md") == 0 || strcmp(dot, ".markdown") == 0);
}

/* The draft as the baseline calls it: its path from the baseline's directory on, so that it is the same
 * from wherever laut is called, and in every copy of the project. */
static void name_for_baseline(const char *baseline, const char *draft, char *out, size_t size)
{
    char folder[PATH_MAX], *whole = strcmp(draft, "-") == 0 ? NULL : realpath(draft, NULL);
    const char *slash = strrchr(baseline, '/');
    snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - baseline) + 1 : 2, slash ? baseline : "./");
    char *base = realpath(folder, NULL);
    if (!whole || !base) {
        snprintf(out, size, "%s", draft);
    } else {
        size_t same = 0, n = 0; /* same: behind the last `/` that both have in common */
        for (size_t i = 0; base[i] == whole[i] || (!base[i] && whole[i] == '/'); i++) {
            if (whole[i] == '/')
                same = i + 1;
            if (!base[i])
                break;
        }
        const char *rest = strlen(base) >= same ? base + same : "";
        for (const char *c = rest; *c && n + 4 < size; c += strcspn(c, "/"), c += *c == '/')
            n += (size_t)snprintf(out + n, size - n, "../");
        snprintf(out + n, size - n, "%s", whole + same);
    }
    free(whole);
    free(base);
}

static bool keep(job *j, laut_report *report, const char *file)
{
    if (j->count == j->room) {
        size_t room = j->room ? j->room * 2 : 8;
        laut_report **reports = realloc(j->reports, room * sizeof *reports);
        if (reports)
            j->reports = reports;
        char **names = reports ? realloc(j->names, room * sizeof *names) : NULL;
        if (names)
            j->names = names;
        if (!names)
            return false;
        j->room = room;
    }
    if (!(j->names[j->count] = strdup(file)))
        return false;
    j->reports[j->count++] = report;
    return true;
}

static int take(void *context, const lt_input *input, bool *stop)
{
    job *j = context;
    laut_error error;
    laut_report *report;
    (void)stop;
    j->how.id = input->id;
    j->how.markdown = is_markdown(j->options, input->file);
    j->how.worker = j->worker;
    if (laut_audit(j->engine, input->text, input->size, &j->how, &report, &error) < 0) {
        fprintf(stderr, "%s: %s\n", input->file, error.message);
        return LT_WRONG;
    }
    char name[PATH_MAX];
    int failed = 0;
    if (j->known) {
        name_for_baseline(j->known_file, input->file, name, sizeof name);
        failed = lt_baseline_apply(j->known, name, report);
    }
    if (j->fresh) {
        name_for_baseline(j->fresh_file, input->file, name, sizeof name);
        failed = lt_baseline_add(j->fresh, name, report);
    }
    if (failed < 0 || !keep(j, report, input->file)) {
        laut_report_free(report);
        lt_cli_complain("out of memory");
        return LT_WRONG;
    }
    return LT_DONE;
}

static bool fails(const job *j)
{
    if (j->fail_on == LT_FAIL_NEVER || j->fresh)
        return false;
    laut_severity least = j->fail_on == LT_FAIL_ERROR ? LAUT_SEVERITY_ERROR : LAUT_SEVERITY_WARNING;
    for (size_t i = 0; i < j->count; i++) {
        size_t count;
        const laut_finding *f = laut_findings(j->reports[i], &count);
        for (size_t k = 0; k < count; k++)
            if (f[k].severity >= least)
                return true;
    }
    return false;
}

static int write_baseline(job *j)
{
    lt_output out;
    if (lt_open_output(&out, j->fresh_file) < 0)
        return LT_WRONG;
    int failed = lt_baseline_write(j->fresh, out.stream);
    if (lt_close_output(&out) < 0)
        return LT_WRONG;
    if (failed < 0)
        lt_cli_complain("%s: cannot be written", j->fresh_file);
    return failed < 0 ? LT_WRONG : LT_DONE;
}

/* All drafts once. */
static int audit_once(void *context)
{
    job *j = context;
    const lt_options *o = j->options;
    drop_reports(j);
    int status = lt_read_inputs(o->files, o->file_count, LT_INPUT_TEXT, NULL, take, j);
    lt_output out;
    if (lt_open_output(&out, o->output) < 0)
        return LT_WRONG;
    laut_report_options how = {.format = o->report_format,
                               .language = j->how.language, .color = lt_wants_color(o, out.stream)};
    int failed = laut_write_reports(j->engine, (const laut_report *const *)j->reports, (const char *const *)j->names,
                                    j->count, &how, out.stream);
    if (failed < 0 && !ferror(out.stream))
        lt_cli_complain("out of memory");
    if (lt_close_output(&out) < 0 || failed < 0)
        return LT_WRONG;
    if (j->fresh && status == LT_DONE)
        status = write_baseline(j);
    return status != LT_DONE ? status : fails(j) ? LT_FOUND : LT_DONE;
}

int lt_audit_command(const lt_options *options)
{
    job j = {.options = options};
    int status = LT_WRONG;
    if (set_up(&j))
        status = options->watch ? lt_watch(options->files[0], audit_once, &j) : audit_once(&j);
    tear_down(&j);
    return status;
}
