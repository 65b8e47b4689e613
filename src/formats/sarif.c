/* SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format", 27 March 2020): what code-scanning
 * services read. Columns are code points, which `columnKind` declares; the end column is behind the
 * last character (§ 3.30.8). */
#include "formats/findings.h"

#include <inttypes.h>
#include <string.h>

#define SCHEMA "https://json.schemastore.org/sarif-2.1.0.json"
#define INFORMATION "https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html"

/* The place of each code among the rules of the tool: blocks of one code are one rule. */
static size_t rule_index(const laut_finding_kind *kinds, uint32_t kind)
{
    size_t index = 0;
    for (uint32_t i = 0; i <= kind; i++) {
        bool seen = false;
        for (uint32_t k = 0; k < i && !seen; k++)
            seen = strcmp(kinds[i].code, kinds[k].code) == 0;
        if (strcmp(kinds[i].code, kinds[kind].code) == 0)
            return index;
        index += !seen;
    }
    return index;
}

/* Severities have the names of SARIF's levels. */
static json_t *rules(const laut_engine *engine, const laut_finding_kind *kinds, size_t count, laut_language language)
{
    json_t *out = json_array();
    for (size_t i = 0; i < count && out; i++) {
        if (rule_index(kinds, (uint32_t)i) != json_array_size(out))
            continue;
        json_t *rule = json_pack("{s:s, s:{s:s}, s:{s:s}}", "id", kinds[i].code, "shortDescription", "text",
                                 lt_label(engine, kinds[i].code, language),
                                 "defaultConfiguration", "level", laut_severity_name(kinds[i].severity));
        if (!rule || json_array_append_new(out, rule) < 0) {
            json_decref(out);
            return NULL;
        }
    }
    return out;
}

/* A relative URI reference: what RFC 3986 reserves in a path is encoded. */
static json_t *uri_of(const char *name)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
    char out[4096 * 3 + 8];
    size_t n = 0;
    if (strcmp(name, "-") == 0)
        name = "stdin";
    if (name[0] == '/') {
        memcpy(out, "file://", 7);
        n = 7;
    }
    while (strncmp(name, "./", 2) == 0)
        name += 2;
    for (; *name && n + 4 < sizeof out; name++)
        if (strchr(plain, *name))
            out[n++] = *name;
        else
            n += (size_t)snprintf(out + n, 4, "%%%02X", (unsigned char)*name);
    return json_stringn(out, n);
}

static json_t *result(const laut_finding_kind *kinds, const laut_report *r, const char *name, const laut_finding *f)
{
    char hex[20];
    snprintf(hex, sizeof hex, "%016" PRIx64, f->fingerprint);
    json_t *location = json_pack("{s:{s:o}}", "artifactLocation", "uri", uri_of(name));
    if (location && f->span.end > f->span.begin) {
        lt_region x = lt_region_of(r, f);
        json_t *region = json_pack("{s:i, s:i, s:i, s:i}", "startLine", (int)x.line, "startColumn", (int)x.column,
                                   "endLine", (int)x.end_line, "endColumn", (int)x.end_column);
        if (!region || json_object_set_new(location, "region", region) < 0) {
            json_decref(location);
            return NULL;
        }
    }
    return json_pack("{s:s, s:i, s:s, s:{s:s}, s:[{s:o}], s:{s:s}}", "ruleId", f->code, "ruleIndex",
                     (int)rule_index(kinds, f->rule), "level", laut_severity_name(f->severity), "message", "text", f->message,
                     "locations", "physicalLocation", location, "partialFingerprints", "laut/v1", hex);
}

int lt_write_sarif(const laut_engine *engine, const laut_report *const *reports, const char *const *names,
                   size_t count, laut_language language, FILE *stream)
{
    size_t kind_count;
    const laut_finding_kind *kinds = laut_finding_kinds(engine, &kind_count);
    json_t *results = json_array();
    for (size_t i = 0; i < count; i++)
        for (uint32_t k = 0; k < reports[i]->findings.count; k++)
            if (json_array_append_new(results, result(kinds, reports[i], names[i], &reports[i]->findings.at[k])) < 0) {
                json_decref(results);
                return -1;
            }
    json_t *driver = json_pack("{s:s, s:s, s:s, s:o}", "name", "laut", "version", LAUT_VERSION, "informationUri", INFORMATION,
                               "rules", rules(engine, kinds, kind_count, language));
    json_t *run = json_pack("{s:{s:o}, s:s, s:s, s:o}", "tool", "driver", driver, "columnKind", "unicodeCodePoints",
                            "language", language == LAUT_ENGLISH ? "en" : "de", "results", results);
    json_t *root = json_pack("{s:s, s:s, s:[o]}", "$schema", SCHEMA, "version", "2.1.0", "runs", run);
    int failed = root ? json_dumpf(root, stream, JSON_INDENT(2)) : -1;
    json_decref(root);
    return failed < 0 || fputc('\n', stream) == EOF ? -1 : 0;
}
