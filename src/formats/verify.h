/* What the writers of a verification share. */
#ifndef LT_FORMATS_VERIFY_H
#define LT_FORMATS_VERIFY_H

#include "formats/formats.h"

enum { LT_VERDICTS = LAUT_EVIDENCE + 1 };

typedef struct {
    lt_view view;                 /* of the draft */
    const char *draft;            /* its name, or "" */
    size_t sources;
    const laut_quotation *quotations;
    size_t count;
    size_t counts[LT_VERDICTS];   /* how many have each verdict */
} lt_verified;

/* Who is said to have said a quotation, or NULL. */
const char *lt_verified_speaker(const lt_verified *v, const laut_quotation *q);


int lt_write_verified_text(const lt_verified *v, const laut_verify_write_options *options, FILE *stream);
int lt_write_verified_json(const lt_verified *v, const laut_verify_write_options *options, FILE *stream);
int lt_write_verified_html(const lt_verified *v, const laut_verify_write_options *options, FILE *stream);

#endif
