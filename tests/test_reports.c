/* src/engine/reports.c: verbs of saying with their companions, and the cue that they make. */
#include <criterion/criterion.h>

#include "engine/engine.h"
#include "german.h"

/* For each clause with a verb of saying: its act and the tokens of the cue. */
static void reports(FILE *out, const lt_document *d)
{
    const char *between = "";
    for (uint32_t i = 0; i < d->clauses.count; i++) {
        const lt_clause *c = &d->clauses.at[i];
        if (c->report == LAUT_NONE)
            continue;
        fprintf(out, "%s%s:", between, lt_entry_cell(d->engine, c->report, "act"));
        for (uint32_t k = 0; k < c->report_count; k++) {
            putc(' ', out);
            put_tokens(out, d, c->report_tokens[k], c->report_tokens[k] + 1);
        }
        between = "; ";
    }
}

static const example cues[] = {
    {HERE, "Sie sagte, dass es regnet.", "statement: sagte"},
    {HERE, "Sie hat gesagt, dass es regnet.", "statement: hat gesagt"},
    {HERE, "Sie kündigte einen Umbau an.", "announcement: kündigte an"},
    {HERE, "Sie hat einen Umbau angekündigt.", "announcement: hat angekündigt"},
    {HERE, "Sie gab bekannt, dass sie geht.", "announcement: gab bekannt"},
    {HERE, "Sie kam zu dem Schluss, dass es reicht.", "assessment: kam zu dem Schluss"},
    {HERE, "Sie wies den Antrag zurück.", "denial: wies zurück"},
    {HERE, "Sie räumte Fehler ein.", "admission: räumte ein"},
    {HERE, "Sie warf ihm vor, gelogen zu haben.", "accusation: warf vor"},
    {HERE, "Sie fragte, ob er komme.", "question: fragte"},
    {HERE, "Sie versprach, zu kommen.", "promise: versprach"},
    {HERE, "Sie warnte vor Glatteis.", "warning: warnte"},
    {HERE, "Sie äußerte sich besorgt.", "assessment: äußerte sich besorgt"},
    {HERE, "Er wies darauf hin, dass es spät sei.", "statement: wies darauf hin"},
    {HERE, "Ihm wird vorgeworfen, dass er log.", "accusation: wird vorgeworfen"},
    {HERE, "Sie forderte ihn auf, zu gehen.", "demand: forderte auf"},
    {HERE, "Sie lief nach Hause.", ""},
    {HERE, "Er kam zu dem Haus.", ""},
    {HERE, "Er gab ihr das Buch.", ""},
};
Test(reports, cues) { CHECK(cues, reports); }
