/* German texts, analysed with the embedded rules, against tables of expectations.
 *
 *     static void render(FILE *out, const lt_document *d) { … what a stage found … }
 *
 *     static const example sentences[] = {
 *         {HERE, "Es regnet. Er geht.", "Es regnet. | Er geht."},
 *         {GAP, "…", "…"},             // known not to work yet: fails once it does
 *     };
 *     Test(sentences, full_stops) { CHECK(sentences, render); }
 *
 * A row that fails is reported with its line. The rows of a table share one process, since each
 * process loads the rules anew.
 */
#ifndef TESTS_GERMAN_H
#define TESTS_GERMAN_H

#include <stdio.h>

#include "document.h"

typedef struct {
    int line;
    bool gap;
    const char *text, *wanted;
} example;

#define HERE __LINE__, false
#define GAP __LINE__, true
#define ROWS(table) (sizeof(table) / sizeof *(table))
#define CHECK(table, render) check_examples(__FILE__, (table), ROWS(table), (render))

typedef void renderer(FILE *out, const lt_document *d);

void check_examples(const char *file, const example *rows, size_t count, renderer *render);

/* One row by itself: whether what came out is what was wanted. */
void check_row(const char *file, int line, bool gap, const char *text, const char *wanted,
               const char *got);

/* Say how many rows of a table are gaps. */
void note_gaps(const char *file, size_t gaps);

/* The engine with the embedded rules, opened once for each process. */
laut_engine *german(void);

laut_document *analysed(const char *text);
laut_document *analysed_bytes(const char *text, size_t size);

/* The first token that is written like this; LAUT_NONE if there is none. */
uint32_t token_of(const lt_document *d, const char *word);

/* Print the text of tokens [first, last), or of several ranges with " … " between. */
void put_tokens(FILE *out, const lt_document *d, uint32_t first, uint32_t last);
void put_ranges(FILE *out, const lt_document *d, lt_ranges r);
void put_spans(FILE *out, const lt_document *d, laut_spans s);

/* The text of an interned word; "?" for LT_NO_WORD. */
const char *word_text(const lt_document *d, lt_word w);

/* Print the names of the feature bits, each with a blank in front. */
void put_features(FILE *out, uint64_t features);

#endif
