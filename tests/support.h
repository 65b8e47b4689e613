/* What the tests share: documents made by hand, output in memory, and the command. */
#ifndef SUPPORT_H
#define SUPPORT_H

#include "document.h"

/* ---- documents without an analysis: sentences end at full stops ---- */

laut_document *make_document(const char *text);

/* The span of the `n`th place (from 1) where the words stand; of several: in order. */
laut_spans at(laut_document *d, const char *words, int n);
laut_spans at_two(laut_document *d, const char *first, const char *second);

uint32_t add_party(laut_document *d, const char *name, laut_party_type type);

/* A claim with this content, without anything else; fill it before adding the next one. */
laut_claim *add_claim(laut_document *d, laut_kind kind, laut_spans content);

/* Append a hand to the chain of the last claim. */
laut_link *add_hand(laut_document *d, laut_claim *c, uint32_t party, laut_spans words,
                    laut_spans cue);

void finish(laut_document *d); /* fills the claims of the sentences */

/* ---- output ---- */

/* What laut_write() writes; to be freed. */
char *written(const laut_document *d, laut_format format, laut_unit unit, int color);

char *read_file(const char *path, size_t *size);

/* ---- the command ---- */

typedef struct {
    int status;
    char *out, *err;
    size_t out_size;
} run_result;

/* Run the shell command with $LAUT as the command and $T as an empty directory of its own. */
run_result run(const char *command);
void run_free(run_result *r);

typedef struct {
    const char *command;
    int status;
    const char *out, *err; /* what the streams must hold; NULL: nothing at all */
} expectation;

void expect_all(const expectation *table, size_t count);

#endif
