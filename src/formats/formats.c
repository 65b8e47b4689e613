/* The table of the formats: everything that the rest of the house knows about them. A new one is a
 * file beside this one, a line of `laut_format`, and a row here. */
#include <string.h>

#include "formats/formats.h"

static int write_json(const lt_view *v, const laut_write_options *options, FILE *stream)
{
    return lt_write_json(v, options, true, stream);
}

static int write_jsonl(const lt_view *v, const laut_write_options *options, FILE *stream)
{
    return lt_write_json(v, options, false, stream);
}

/* What brat shows, and what it lets an annotator draw. */
static const char brat_configuration[] =
    "[entities]\n"
    "Direct\nIndirect\nReported\nIndirect_free_indirect\nFree_indirect\n"
    "Person\nOrganization\nMedia\nDocument\nGroup\nUnnamed\nParty\nAddressee\nCue\n"
    "\n[relations]\n"
    "<CLAIM>=Direct|Indirect|Reported|Indirect_free_indirect|Free_indirect\n"
    "<PARTY>=Person|Organization|Media|Document|Group|Unnamed|Party\n"
    "Speaker\tArg1:<CLAIM>, Arg2:<PARTY>\n"
    "Source\tArg1:<CLAIM>, Arg2:<PARTY>\n"
    "Addressee\tArg1:<CLAIM>, Arg2:Addressee\n"
    "Cue\tArg1:<CLAIM>, Arg2:Cue\n"
    "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n"
    "\n[events]\n"
    "\n[attributes]\n"
    "<CLAIM>=Direct|Indirect|Reported|Indirect_free_indirect|Free_indirect\n"
    "Act\tArg:<CLAIM>, Value:statement|announcement|demand|denial|admission|accusation|question|promise|"
    "warning|assessment\n"
    "Medium\tArg:<CLAIM>, Value:speech|writing|thought|unknown\n";

static const struct {
    laut_format_info about;
    lt_writer *write;
} table[] = {
    [LAUT_FORMAT_TEXT] = {
        {.name = "text", .extension = ".txt", .stream = 1, .head = "",
         .description = "for a reader: who said what, a few lines a claim"},
        lt_write_text},
    [LAUT_FORMAT_JSON] = {
        {.name = "json", .extension = ".json", .stream = 1, .head = "",
         .description = "everything, as one indented object a document (src/formats/schema.json)"},
        write_json},
    [LAUT_FORMAT_JSONL] = {
        {.name = "jsonl", .extension = ".jsonl", .stream = 1, .head = "",
         .description = "the same object on one line a document"},
        write_jsonl},
    [LAUT_FORMAT_WIKINEWS] = {
        {.name = "wikinews", .extension = ".jsonl", .stream = 1, .head = "",
         .description = "conventions of the Wikinews quotation corpus, one line a document"},
        lt_write_wikinews},
    [LAUT_FORMAT_CSV] = {
        {.name = "csv", .extension = ".csv", .stream = 1, .head = LT_CSV_HEAD,
         .description = "spreadsheet (RFC 4180, with a byte order mark), a row a claim"},
        lt_write_csv},
    [LAUT_FORMAT_TSV] = {
        {.name = "tsv", .extension = ".tsv", .stream = 1, .head = LT_TSV_HEAD,
         .description = "the same with tabs, line feeds and no mark, for the command line"},
        lt_write_tsv},
    [LAUT_FORMAT_MASK] = {
        {.name = "mask", .extension = ".txt", .head = "",
         .description = "the text with direct quotations blanked in place, for prose linters"},
        lt_write_mask},
    [LAUT_FORMAT_CITRON] = {
        {.name = "citron", .extension = ".json", .stream = 1, .head = "",
         .description = "quotes with the keys of BBC Citron, one line a document"},
        lt_write_citron},
    [LAUT_FORMAT_W3C] = {
        {.name = "w3c", .extension = ".jsonld", .stream = 1, .head = "",
         .description = "W3C Web Annotations (JSON-LD), one line a document"},
        lt_write_w3c},
    [LAUT_FORMAT_SCHEMAORG] = {
        {.name = "schemaorg", .extension = ".jsonld", .stream = 1, .head = "",
         .description = "Quotation and Claim of schema.org (JSON-LD), one line a document"},
        lt_write_schemaorg},
    [LAUT_FORMAT_TEI] = {
        {.name = "tei", .extension = ".xml", .head = "",
         .description = "TEI P5: the text with <said>, <quote> and <q> in it"},
        lt_write_tei},
    [LAUT_FORMAT_BRAT] = {
        {.name = "brat", .extension = ".ann", .head = "", .text_extension = ".txt",
         .beside = "annotation.conf", .beside_text = brat_configuration,
         .description = "standoff annotation for brat, beside the text"},
        lt_write_brat},
    [LAUT_FORMAT_CAS] = {
        {.name = "cas", .extension = ".json", .head = "",
         .description = "UIMA CAS JSON for INCEpTION: text, sentences, spans and links"},
        lt_write_cas},
    [LAUT_FORMAT_HTML] = {
        {.name = "html", .extension = ".html", .stream = 1, .head = "",
         .description = "a page for a browser that shows the text with its claims"},
        lt_write_html},
};

enum { COUNT = sizeof table / sizeof *table };

int laut_format_named(const char *name, laut_format *out)
{
    for (size_t i = 0; i < COUNT; i++)
        if (strcmp(table[i].about.name, name) == 0) {
            *out = (laut_format)i;
            return 0;
        }
    return -1;
}

const laut_format_info *laut_format_about(laut_format format)
{
    return (size_t)format < COUNT ? &table[format].about : NULL;
}

lt_writer *lt_format_writer(laut_format format) { return table[format].write; }
