#include "engine/lexicon.h"

#include <stdio.h>
#include <string.h>
#include <unicode/utf8.h>

#include "engine/engine.h"

const char *lt_cell(const lt_table *table, uint32_t row, const char *column)
{
    if (!table || row >= table->row_count)
        return "";
    for (uint32_t c = table->by_letter[column[0] & 31]; c < table->column_count; c++)
        if (table->columns[c][0] == column[0] && strcmp(table->columns[c], column) == 0)
            return lt_cell_at(table, row, c);
    return "";
}

uint32_t lt_column(const lt_table *table, const char *column)
{
    for (uint32_t c = 0; table && c < table->column_count; c++)
        if (strcmp(table->columns[c], column) == 0)
            return c;
    return LT_MAX_COLUMNS;
}

bool lt_cell_has(const char *cell, const char *value)
{
    while (*cell) {
        const char *v = value;
        while (*cell == *v && *v && *v != ' ') {
            cell++;
            v++;
        }
        if (!*v && v > value && (*cell == ' ' || !*cell))
            return true;
        while (*cell && *cell != ' ')
            cell++;
        while (*cell == ' ')
            cell++;
    }
    return false;
}

uint32_t lt_pieces(const char *cell, lt_piece *out, uint32_t room)
{
    uint32_t n = 0;
    for (;; n++) {
        while (*cell == ' ')
            cell++;
        if (!*cell)
            return n;
        const char *begin = cell;
        while (*cell && *cell != ' ')
            cell++;
        if (n < room)
            out[n] = (lt_piece){begin, (size_t)(cell - begin)};
    }
}

uint32_t lt_row_pieces(const lt_table *table, uint32_t row, const char *column, lt_piece *out,
                       uint32_t room, laut_errors *errors)
{
    uint32_t n = lt_pieces(lt_cell(table, row, column), out, room);
    if (n <= room)
        return n;
    if (errors->count < LAUT_MAX_ERRORS) {
        laut_error *e = &errors->list[errors->count++];
        memset(e, 0, sizeof *e);
        e->code = LAUT_ERROR_RULE;
        e->line = lt_row_line(table, row);
        e->column = 1;
        snprintf(e->file, sizeof e->file, "%s", table->path);
        snprintf(e->message, sizeof e->message, "more than %u values in the column `%.100s`", room, column);
    }
    return 0;
}

typedef struct {
    lt_arena *arena;
    laut_errors *errors;
    const char *path, *text;
    size_t size;
    char *copy; /* of the text, cut into cells by NULs */
    lt_table *table;
    lt_vec(uint32_t) rows; /* as lt_table has them */
} reading;

static bool header(reading *r, size_t begin, size_t end)
{
    lt_table *t = r->table;
    memset(t->by_letter, LT_MAX_COLUMNS, sizeof t->by_letter);
    for (size_t at = begin; at <= end;) {
        const char *tab = memchr(r->text + at, '\t', end - at);
        size_t stop = tab ? (size_t)(tab - r->text) : end;
        if (stop == at)
            return lt_complain(r->errors, r->path, r->text, r->size, at,
                               "a column without a name in the header");
        if (t->column_count == LT_MAX_COLUMNS)
            return lt_complain(r->errors, r->path, r->text, r->size, at,
                               "too many columns: there may be %d", LT_MAX_COLUMNS);
        const char *name = lt_arena_copy(r->arena, r->text + at, stop - at);
        if (!name)
            return false;
        for (uint32_t c = 0; c < t->column_count; c++)
            if (strcmp(t->columns[c], name) == 0)
                return lt_complain(r->errors, r->path, r->text, r->size, at,
                                   "two columns are called `%s`", name);
        uint8_t *first = &t->by_letter[name[0] & 31];
        if (*first == LT_MAX_COLUMNS)
            *first = (uint8_t)t->column_count;
        t->columns[t->column_count++] = name;
        at = stop + 1;
    }
    return true;
}

static bool row(reading *r, size_t begin, size_t end, uint32_t line)
{
    uint32_t count = 0;
    for (size_t at = begin; at <= end;) {
        const char *tab = memchr(r->text + at, '\t', end - at);
        size_t stop = tab ? (size_t)(tab - r->text) : end;
        uint32_t *cell = ++count > r->table->column_count ? NULL : lt_push(r->arena, &r->rows);
        if (cell) {
            *cell = (uint32_t)at;
            r->copy[stop] = '\0';
        }
        at = stop + 1;
    }
    if (count != r->table->column_count)
        return lt_complain(r->errors, r->path, r->text, r->size, begin,
                           "%u cells, but the header has %u columns", count,
                           r->table->column_count);
    uint32_t *l = lt_push(r->arena, &r->rows);
    if (l)
        *l = line;
    return l != NULL;
}

/* Eight bytes of ASCII, none of them NUL. */
static bool are_plain(const char *text)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), tops = UINT64_C(0x8080808080808080);
    uint64_t word;
    memcpy(&word, text, sizeof word);
    return !(word & tops) && !((word - ones) & tops);
}

lt_table *lt_table_parse(lt_arena *arena, const char *path, const char *text, size_t size,
                         laut_errors *errors)
{
    reading r = {.arena = arena, .errors = errors, .path = path, .text = text, .size = size};
    for (int32_t i = 0; i < (int32_t)size;) {
        int32_t at = i;
        UChar32 c;
        if ((size_t)i + sizeof(uint64_t) <= size && are_plain(text + i)) { /* most are ASCII */
            i += (int32_t)sizeof(uint64_t);
            continue;
        }
        if (text[i] > 0) {
            i++;
            continue;
        }
        U8_NEXT(text, i, (int32_t)size, c);
        if (c <= 0) {
            lt_complain(errors, path, text, size, (size_t)at,
                        c ? "not UTF-8" : "a NUL byte in the table");
            return NULL;
        }
    }
    r.table = lt_arena_alloc(arena, sizeof *r.table);
    r.copy = lt_arena_copy(arena, text, size);
    if (!r.table || !r.copy)
        return NULL;
    r.table->path = path;
    bool good = true;
    uint32_t line = 0;
    size_t at = size >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    while (at < size && !arena->failed) {
        const char *newline = memchr(text + at, '\n', size - at);
        size_t next = newline ? (size_t)(newline - text) + 1 : size;
        size_t end = newline ? next - 1 : size;
        if (end > at && text[end - 1] == '\r')
            end--;
        line++;
        if (end > at && text[at] != '#') {
            if (r.table->column_count)
                good &= row(&r, at, end, line);
            else if (!header(&r, at, end))
                return NULL; /* every row would be wrong, too */
        }
        at = next;
    }
    if (!r.table->column_count && !arena->failed)
        good = lt_complain(errors, path, text, size, size, "no header line with column names");
    lt_fit(arena, &r.rows);
    r.table->text = r.copy;
    r.table->rows = r.rows.at;
    r.table->row_count = r.rows.count / (r.table->column_count + 1);
    return good && !arena->failed ? r.table : NULL;
}
