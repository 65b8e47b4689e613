#include "audit/baseline.h"

#include <errno.h>
#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

struct lt_baseline {
    json_t *drafts; /* name: array of findings */
};

enum { VERSION = 1 };

lt_baseline *lt_baseline_new(void)
{
    lt_baseline *b = malloc(sizeof *b);
    if (b && !(b->drafts = json_object())) {
        free(b);
        b = NULL;
    }
    return b;
}

void lt_baseline_free(lt_baseline *b)
{
    if (b)
        json_decref(b->drafts);
    free(b);
}

static lt_baseline *refuse(laut_error *error, const char *file, laut_error_code code, const char *message)
{
    memset(error, 0, sizeof *error);
    error->code = code;
    snprintf(error->file, sizeof error->file, "%s", file);
    snprintf(error->message, sizeof error->message, "%s", message);
    return NULL;
}

static bool parse_fingerprint(const json_t *finding, uint64_t *out)
{
    const char *text = json_string_value(json_object_get(finding, "fingerprint"));
    char *end;
    *out = text ? strtoull(text, &end, 16) : 0;
    return text && *text && !*end;
}

/* NULL, or what is wrong with it. */
static const char *wrong(json_t *root, json_t *drafts)
{
    const char *name;
    json_t *list, *finding;
    size_t i;
    uint64_t ignored;
    if (json_integer_value(json_object_get(root, "baseline")) != VERSION)
        return "not a baseline of this version: expected \"baseline\": 1";
    if (!json_is_object(drafts))
        return "expected an object \"drafts\"";
    json_object_foreach(drafts, name, list) {
        if (!json_is_array(list))
            return "expected an array of findings for each draft";
        json_array_foreach(list, i, finding)
            if (!parse_fingerprint(finding, &ignored))
                return "expected a \"fingerprint\" of hexadecimal digits in each finding";
    }
    return NULL;
}

lt_baseline *lt_baseline_read(const char *file, laut_error *error)
{
    json_error_t problem;
    FILE *stream = fopen(file, "rb");
    if (!stream)
        return refuse(error, file, LAUT_ERROR_FILE, strerror(errno));
    json_t *root = json_loadf(stream, 0, &problem);
    fclose(stream);
    if (!root) {
        char message[JSON_ERROR_TEXT_LENGTH + 16];
        snprintf(message, sizeof message, "not JSON: %s", problem.text);
        refuse(error, file, LAUT_ERROR_INPUT, message);
        error->line = problem.line > 0 ? (uint32_t)problem.line : 0;
        error->column = problem.column > 0 ? (uint32_t)problem.column : 0;
        return NULL;
    }
    json_t *drafts = json_object_get(root, "drafts");
    const char *message = wrong(root, drafts);
    lt_baseline *b = message ? NULL : malloc(sizeof *b);
    if (b)
        b->drafts = json_incref(drafts);
    json_decref(root);
    return b ? b : refuse(error, file, message ? LAUT_ERROR_INPUT : LAUT_ERROR_MEMORY, message ? message : "out of memory");
}

int lt_baseline_apply(const lt_baseline *b, const char *draft, laut_report *report)
{
    const json_t *list = json_object_get(b->drafts, draft);
    size_t count = json_array_size(list);
    if (!count)
        return 0;
    uint64_t *known = calloc(count, sizeof *known);
    if (!known)
        return -1;
    for (size_t i = 0; i < count; i++)
        parse_fingerprint(json_array_get(list, i), &known[i]);
    laut_report_subtract(report, known, count);
    free(known);
    return 0;
}

int lt_baseline_add(lt_baseline *b, const char *draft, const laut_report *report)
{
    size_t count;
    const laut_finding *f = laut_findings(report, &count);
    const char *text = laut_text(laut_report_draft(report), NULL);
    json_t *list = json_array();
    for (size_t i = 0; list && i < count; i++) {
        char hex[20];
        snprintf(hex, sizeof hex, "%016" PRIx64, f[i].fingerprint);
        json_t *x = json_pack("{s:s, s:s%, s:s}", "code", f[i].code, "words", text + f[i].span.begin,
                              (size_t)(f[i].span.end - f[i].span.begin), "fingerprint", hex);
        if (!x || json_array_append_new(list, x) < 0) {
            json_decref(list);
            return -1;
        }
    }
    return list ? json_object_set_new(b->drafts, draft, list) : -1;
}

int lt_baseline_write(const lt_baseline *b, FILE *stream)
{
    json_t *root = json_pack("{s:i, s:O}", "baseline", VERSION, "drafts", b->drafts);
    int failed = root ? json_dumpf(root, stream, JSON_INDENT(2) | JSON_SORT_KEYS) : -1;
    json_decref(root);
    return failed < 0 || fputc('\n', stream) == EOF ? -1 : 0;
}
