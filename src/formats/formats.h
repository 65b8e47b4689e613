/* What the writers share: a document and its claims in the order of their content. */
#ifndef LT_FORMATS_H
#define LT_FORMATS_H

#include "document.h"
#include "formats/flow.h"

typedef struct {
    const laut_document *document;
    const char *text;
    size_t size;
    const laut_claim *claims;
    size_t claim_count;
    laut_no_comment *no_comments; /* a copy, in the order of the text */
    size_t no_comment_count;
    const laut_party *parties;
    size_t party_count;
    const laut_sentence *sentences;
    size_t sentence_count;
    const laut_truncation *truncations;
    size_t truncation_count;
    uint32_t *order; /* claims by content: earlier first, outer before inner */
    uint32_t *rank;  /* place of each claim in `order` */
} lt_view;

int lt_view_open(lt_view *v, const laut_document *document);
void lt_view_close(lt_view *v);

/* The party of a link, or NULL where nobody knows it. */
const laut_party *lt_view_party(const lt_view *v, const laut_link *link);

/* ---------------------------------------------------------------- what a claim shows (claim.c) */

/* Who said it, and who reports it; NULL where nobody is found, or the text itself reports. */
const laut_link *lt_claim_speaker(const laut_claim *c);
const laut_link *lt_claim_source(const laut_claim *c);

/* The words that name the speaker here, be they those of the claim or of its chain. */
laut_spans lt_claim_speaker_words(const laut_claim *c);

/* How the speaker was found; "" where the text names nobody. */
const char *lt_claim_resolved(const laut_claim *c);

/* The name of the party of a link; "" where there is no link, or nobody knows the party. */
const char *lt_link_name(const lt_view *v, const laut_link *link);

/* The words of the spans as they stand in the text, with a blank between two spans. */
void lt_flow_words(lt_flow *f, const lt_view *v, laut_spans spans);

/* The same as a JSON string. */
void lt_string_words(lt_flow *f, const lt_view *v, laut_spans spans);

/* The number of a claim in the output, from 1, after its letter: c14. */
void lt_flow_claim(lt_flow *f, const lt_view *v, uint32_t claim);

/* ---------------------------------------------------------------- the writers */

/* Each returns -1 where the stream failed or memory ran out. */
typedef int lt_writer(const lt_view *v, const laut_write_options *options, FILE *stream);

lt_writer *lt_format_writer(laut_format format);

lt_writer lt_write_text, lt_write_wikinews, lt_write_csv, lt_write_tsv, lt_write_mask, lt_write_citron,
    lt_write_w3c, lt_write_schemaorg, lt_write_tei, lt_write_brat, lt_write_cas, lt_write_html;
int lt_write_json(const lt_view *v, const laut_write_options *options, bool indented,
                  FILE *stream);
int lt_begin_html(const laut_write_options *options, FILE *stream);
int lt_end_html(const laut_write_options *options, FILE *stream);

#define LT_ROW_HEAD(separator, end)                                                              \
    "document" separator "claim" separator "kind" separator "medium" separator "act" separator   \
    "content" separator "speaker" separator "speaker_words" separator "resolved" separator       \
    "source" separator "source_words" separator "cue" separator "addressee" separator "line"     \
    separator "spans" separator "parent" separator "continues" separator "confidence" separator  \
    "rule" separator "publisher" end
#define LT_CSV_HEAD "\xEF\xBB\xBF" LT_ROW_HEAD(",", "\r\n")
#define LT_TSV_HEAD LT_ROW_HEAD("\t", "\n")

#endif
