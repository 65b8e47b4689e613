/* The engine: everything that is loaded once and then only read. */
#ifndef LT_ENGINE_H
#define LT_ENGINE_H

#include "base/arena.h"
#include "engine/embedded.h"
#include "engine/lexicon.h"
#include "engine/rules.h"
#include "engine/stems.h"
#include "engine/vocabulary.h"
#include "laut.h"

#include <unicode/utypes.h>

struct UBreakIterator;
struct lt_morphology;
struct lt_reports;
struct lt_names;

#define LT_MAX_TABLES 255 /* an lt_entry keeps the table in eight bits, and LAUT_NONE is no row */
#define LT_MAX_FILE ((size_t)1 << 28) /* bytes of a file of rules */

/* Where rules/de/lex says how well each rule was measured to work. */
#define LT_CONFIDENCE_TABLE "lex/confidence.tsv"

struct laut_engine {
    lt_arena arena;
    struct { char *at; size_t left; } lines; /* see lt_engine_lines() */
    lt_vocabulary vocabulary;
    lt_vec(lt_table *) tables; /* in name order; the index is lt_entry_table() */
    lt_cell_values cells[LT_CELL_COLUMNS];
    uint32_t cell_column_count;
    lt_asked asked[LT_HAS_COUNT];
    lt_rules rules;
    struct lt_morphology *morphology;
    struct lt_reports *reports;
    struct lt_names *names;
    lt_stems stems;
    unsigned char *word_breaks; /* ICU's compiled rules */
    int32_t word_breaks_size;
    bool findings; /* those of the rules were loaded, too */
};

/* Tables and rules from the texts of files, in any order; morphology and names are left out.
 * Paths are relative to the directory of a language: direct.laut, lex/verbs.tsv. The engine is
 * freed by laut_engine_free(), also after a failure. */
int lt_engine_load(laut_engine *engine, const lt_embedded_file *files, size_t count,
                   laut_errors *errors);

/* A whole engine from such files, as laut_engine_open() makes it. */
int lt_engine_open(laut_engine **out, const lt_embedded_file *files, size_t count,
                   laut_errors *errors);

/* Whether the value is one of those in the row's cell; false for LAUT_NONE and missing columns. */
bool lt_entry_has(const laut_engine *engine, lt_entry entry, lt_has what);

/* Memory in the engine's arena for what rules are made of: zeroed, on cache lines of its own, and side by
 * side with the others of its kind, not among texts and examples. NULL if memory ran out. */
void *lt_engine_lines(laut_engine *engine, size_t size);

/* An iterator of words: of these rules opening is cheap, and unlike a clone of ICU 72 it does not crash
 * where memory runs out. */
struct UBreakIterator *lt_open_word_breaks(const laut_engine *engine, UErrorCode *status);

/* The table with that path (lex/verbs.tsv), or NULL; its index for lt_make_entry(). */
const lt_table *lt_engine_table(const laut_engine *engine, const char *path, uint32_t *index);

/* The cell of a row that readings or mentions remember; "" for LAUT_NONE and missing columns. */
const char *lt_entry_cell(const laut_engine *engine, lt_entry entry, const char *column);

/* The number of a column among those whose values are bits, or -1 where it has too many. Used while
 * rules are loaded. */
int lt_cell_column(laut_engine *engine, const char *column);

/* The bit of a value of such a column; 0 where no row has it. */
uint64_t lt_cell_bit(const laut_engine *engine, int column, const char *value);

/* All bits of a row's cell; 0 for LAUT_NONE and missing columns. */
uint64_t lt_cell_bits(const laut_engine *engine, lt_entry entry, int column);

/* Add an error with its place; `text` is that of the whole file, for the line that is shown.
 * Returns false, so that a parser may return it. `at` is a byte offset. */
bool lt_complain(laut_errors *errors, const char *file, const char *text, size_t size, size_t at,
                 const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 6, 7)))
#endif
    ;

#endif
