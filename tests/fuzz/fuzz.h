/* What the fuzzers share. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "laut.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Keep standard error for fuzz_stop(): the fuzzers run with it closed. */
void fuzz_begin(void);

/* Say what is wrong and crash, so that the input is kept. */
_Noreturn void fuzz_stop(const char *format, ...) __attribute__((format(printf, 1, 2)));

#define FUZZ_CHECK(condition, ...) ((condition) ? (void)0 : fuzz_stop(__VA_ARGS__))

/* What laut_write() writes; to be freed. */
char *fuzz_written(const laut_document *d, laut_format format, laut_unit unit, int color, size_t *size);

/* Everything that can be asked of a document. */
void fuzz_document(const laut_document *d);

#endif
