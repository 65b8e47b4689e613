/* Lexica: tab-separated tables with a header line (rules/README.md, "Lexica").
 *
 * A table keeps its cells as they stand; each stage that needs one builds its own index from it.
 * Cells hold values separated by blanks.
 */
#ifndef LT_LEXICON_H
#define LT_LEXICON_H

#include "base/arena.h"
#include "engine/vocabulary.h"
#include "laut.h"

#define LT_MAX_COLUMNS 8
enum { LT_CELL_COLUMNS = 8, LT_CELL_VALUES = 64 };

typedef struct { const char *at; size_t size; } lt_piece;

typedef struct {
    const char *path;      /* as rules name it: lex/reporting-verbs.tsv */
    const char *file;      /* as the user knows it, for errors */
    const char *columns[LT_MAX_COLUMNS];
    uint32_t column_count;
    uint32_t row_count;
    const char *text;      /* of the cells, each ends with a NUL */
    uint32_t *rows;        /* for each row: where in the text its cells begin, in bytes, and behind them its line */
    uint8_t *types;        /* of each row: the lt_mention_type of its word, where the table tells (names.c), or NULL */
    uint64_t *masks[LT_CELL_COLUMNS]; /* for each numbered column (lt_cell_column) and row: the values of
                                         its cell as bits; or NULL */
    uint8_t by_letter[32];            /* for a name's first letter % 32: the first such column */
} lt_table;

/* The values that stand in the columns of one name, numbered: a test on them is one of bits. */
typedef struct {
    const char *column;
    lt_piece values[LT_CELL_VALUES];
    uint32_t count;
    bool too_many; /* then there are no bits */
} lt_cell_values;

/* A row of a table, as readings and mentions remember it: the table's index in the engine and the
 * row in one number; LAUT_NONE is none. */
typedef uint32_t lt_entry;
static inline lt_entry lt_make_entry(uint32_t table, uint32_t row) { return table << 24 | row; }
static inline uint32_t lt_entry_table(lt_entry e) { return e >> 24; }
static inline uint32_t lt_entry_row(lt_entry e) { return e & 0xffffff; }

/* Values of cells that stages ask for, found once as bits: LT_HAS(traits, title). */
#define LT_EACH_BODY(X, column) /* what kind of organization a body is */                        \
    X(column, court) X(column, government) X(column, authority) X(column, army) X(column, party)   \
    X(column, union) X(column, sport) X(column, religion) X(column, education) X(column, health)   \
    X(column, company) X(column, ngo)
#define LT_EACH_VALUE(X)                                                                         \
    LT_EACH_BODY(X, traits) LT_EACH_BODY(X, kind)                                                  \
    X(traits, form) X(traits, word) X(traits, adj) X(traits, title) X(traits, talk)                \
    X(traits, accuses) X(traits, generic) X(traits, spokes) X(traits, plain) X(traits, body) X(traits, press) \
    X(traits, counsel) X(traits, relational) X(traits, organ) X(traits, label) X(traits, witness) X(traits, sign) X(traits, net) X(traits, group) \
    X(traits, office) X(traits, origin) X(traits, news) X(traits, owned) X(traits, written) X(traits, station) X(traits, study) X(kind, content) X(kind, spoken) X(kind, place) X(kind, time) X(kind, conn) X(act, accusation) X(act, demand) X(frame, acc) X(frame, dat) X(frame, giver) X(frame, np) X(frame, front)                 \
    X(gender, m) X(gender, f) X(gender, n) X(gender, pl)
#define LT_HAS(column, value) LT_HAS_##column##_##value
#define LT_HAS_ITEM(column, value) LT_HAS(column, value),
typedef enum { LT_EACH_VALUE(LT_HAS_ITEM) LT_HAS_COUNT } lt_has;

/* How one of them is looked for. */
typedef struct {
    const char *column, *value;
    int number;   /* lt_cell_column(), or -1 */
    uint64_t bit; /* lt_cell_bit() */
} lt_asked;

/* The cell, or "" where the table lacks the column. */
const char *lt_cell(const lt_table *table, uint32_t row, const char *column);

/* The same where many rows are asked for one column: its number, LT_MAX_COLUMNS if the table (or NULL) lacks it. */
uint32_t lt_column(const lt_table *table, const char *column);
static inline const char *lt_cell_at(const lt_table *table, uint32_t row, uint32_t column)
{
    return column < LT_MAX_COLUMNS ? table->text + table->rows[(size_t)row * (table->column_count + 1) + column] : "";
}

/* The row's line in its file, for errors. */
static inline uint32_t lt_row_line(const lt_table *table, uint32_t row)
{
    return table->rows[(size_t)row * (table->column_count + 1) + table->column_count];
}

/* Whether one of the cell's blank-separated values is `value`. */
bool lt_cell_has(const char *cell, const char *value);

/* The blank-separated values of a cell, as far as there is room. Returns how many there are. */
uint32_t lt_pieces(const char *cell, lt_piece *out, uint32_t room);

/* The same for a cell that may hold no more than there is room for: else adds an error, returns 0. */
uint32_t lt_row_pieces(const lt_table *table, uint32_t row, const char *column, lt_piece *out,
                       uint32_t room, laut_errors *errors);

/* Parse the text of a table. Adds to `errors` and returns NULL if it is not one. */
lt_table *lt_table_parse(lt_arena *arena, const char *path, const char *text, size_t size,
                         laut_errors *errors);

#endif
