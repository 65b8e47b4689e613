/* What the writers of a diff share. */
#ifndef LT_FORMATS_DIFF_H
#define LT_FORMATS_DIFF_H

#include "formats/formats.h"

enum { LT_CHANGE_KINDS = LAUT_CHANGE_ADDED + 1 };

typedef struct {
    lt_view before, after;
    const laut_change *changes;
    size_t count;
    size_t *next;                   /* of each change: the next one that goes with the same finding, else count */
    size_t counts[LT_CHANGE_KINDS]; /* findings of each kind; what goes with another one is not counted */
    int lost;
} lt_compared;

/* The speaker or the source of a claim, or NULL where there is none. */
const char *lt_compared_speaker(const lt_view *v, uint32_t claim);
const char *lt_compared_source(const lt_view *v, uint32_t claim);

/* Whether the change tells of parties, one of which was replaced by the other. */
bool lt_compared_replaces(const laut_change *c);

int lt_write_diff_text(const lt_compared *x, const laut_diff_write_options *options, FILE *stream);
int lt_write_diff_json(const lt_compared *x, const laut_diff_write_options *options, bool lines, FILE *stream);
int lt_write_diff_html(const lt_compared *x, const laut_diff_write_options *options, FILE *stream);
int lt_begin_diff_html(const laut_diff_write_options *options, FILE *stream);
int lt_end_diff_html(const laut_diff_write_options *options, FILE *stream);

#endif
