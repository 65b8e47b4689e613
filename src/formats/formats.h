/* What the writers share: a document and its claims in the order of their content. */
#ifndef LT_FORMATS_H
#define LT_FORMATS_H

#include "document.h"
#include "formats/notes.h"

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

/* Each returns -1 where the stream failed or memory ran out. */
int lt_write_text(const lt_view *v, const laut_write_options *options, FILE *stream);
int lt_write_json(const lt_view *v, const laut_write_options *options, bool indented,
                  FILE *stream);
int lt_write_wikinews(const lt_view *v, const laut_write_options *options, FILE *stream);
int lt_write_html(const lt_view *v, const laut_write_options *options, const lt_note *notes,
                  size_t note_count, FILE *stream); /* the notes in any order */
int lt_begin_html(const laut_write_options *options, FILE *stream);
int lt_end_html(const laut_write_options *options, FILE *stream);

#endif
