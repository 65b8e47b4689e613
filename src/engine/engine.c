#define _POSIX_C_SOURCE 200809L /* opendir, stat */

#include "engine/engine.h"

#include <dirent.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/unorm2.h>
#include <sys/stat.h>

#include "base/hash.h"
#include "engine/morphology.h"
#include "engine/reports.h"

int lt_names_build(laut_engine *engine, laut_errors *errors);

/* ---------------------------------------------------------------- errors */

static bool continuation(char c) { return ((unsigned char)c & 0xC0) == 0x80; }

/* Copy `size` bytes into a buffer, cut at the end of a character, control characters blanked. */
static void put(char *out, size_t room, const char *text, size_t size)
{
    if (size >= room) {
        size = room - 1;
        while (size && continuation(text[size]))
            size--;
    }
    for (size_t i = 0; i < size; i++)
        out[i] = (unsigned char)text[i] < ' ' ? ' ' : text[i];
    out[size] = '\0';
}

static laut_error *new_error(laut_errors *errors, laut_error_code code, const char *file)
{
    if (!errors || errors->count == LAUT_MAX_ERRORS)
        return NULL;
    laut_error *e = &errors->list[errors->count++];
    memset(e, 0, sizeof *e);
    e->code = code;
    put(e->file, sizeof e->file, file, strlen(file));
    return e;
}

bool lt_complain(laut_errors *errors, const char *file, const char *text, size_t size, size_t at,
                 const char *format, ...)
{
    laut_error *e = new_error(errors, LAUT_ERROR_RULE, file);
    if (!e)
        return false;
    if (at > size)
        at = size;
    size_t begin = 0;
    e->line = 1;
    for (size_t i = 0; i < at; i++)
        if (text[i] == '\n') {
            e->line++;
            begin = i + 1;
        }
    e->column = 1;
    for (size_t i = begin; i < at; i++)
        e->column += !continuation(text[i]);
    size_t end = begin;
    while (end < size && text[end] != '\n' && text[end] != '\r')
        end++;
    put(e->source, sizeof e->source, text + begin, end - begin);
    e->offset = at;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(e->message, sizeof e->message, format, arguments);
    va_end(arguments);
    return false;
}

static int file_error(laut_errors *errors, const char *path, const char *what)
{
    laut_error *e = new_error(errors, LAUT_ERROR_FILE, path);
    if (e)
        snprintf(e->message, sizeof e->message, "%.400s", what);
    return -1;
}

/* What else was found wrong may be so only because memory ran out. */
static int no_memory(laut_errors *errors)
{
    errors->count = 0;
    laut_error *e = new_error(errors, LAUT_ERROR_MEMORY, "");
    snprintf(e->message, sizeof e->message, "out of memory");
    return -1;
}

static int icu_error(laut_errors *errors, const char *name)
{
    errors->count = 0;
    laut_error *e = new_error(errors, LAUT_ERROR_INTERNAL, "");
    snprintf(e->message, sizeof e->message, "ICU: %s", name);
    return -1;
}

static int by_place(const void *a, const void *b)
{
    const laut_error *x = a, *y = b;
    int order = strcmp(x->file, y->file);
    if (!order)
        order = (x->line > y->line) - (x->line < y->line);
    return order ? order : (x->column > y->column) - (x->column < y->column);
}

/* ---------------------------------------------------------------- tables */

const lt_table *lt_engine_table(const laut_engine *engine, const char *path, uint32_t *index)
{
    enum { TELLING = 4 }; /* lex/: what is behind it tells them apart, and each is longer */
    for (uint32_t i = 0; i < engine->tables.count; i++)
        if (engine->tables.at[i]->path[TELLING] == path[TELLING] && strcmp(engine->tables.at[i]->path, path) == 0) {
            if (index)
                *index = i;
            return engine->tables.at[i];
        }
    return NULL;
}

const char *lt_entry_cell(const laut_engine *engine, lt_entry entry, const char *column)
{
    if (entry == LAUT_NONE || lt_entry_table(entry) >= engine->tables.count)
        return "";
    return lt_cell(engine->tables.at[lt_entry_table(entry)], lt_entry_row(entry), column);
}

/* ---------------------------------------------------------------- cells as bits */

static uint32_t number_of(lt_cell_values *v, lt_piece value)
{
    for (uint32_t i = 0; i < v->count; i++)
        if (v->values[i].size == value.size && memcmp(v->values[i].at, value.at, value.size) == 0)
            return i;
    if (v->count == LT_CELL_VALUES) {
        v->too_many = true;
        return 0;
    }
    v->values[v->count] = value;
    return v->count++;
}

static bool number_cells(laut_engine *engine, lt_table *t, uint32_t column, lt_cell_values *v)
{
    uint64_t *masks = lt_arena_alloc(&engine->arena, (t->row_count + 1) * sizeof *masks);
    t->masks[v - engine->cells] = masks;
    const char *before = "";
    for (uint32_t r = 0; masks && r < t->row_count && !v->too_many; r++) {
        const char *cell = lt_cell_at(t, r, column);
        if (strcmp(cell, before) == 0) { /* as in most rows */
            masks[r] = r ? masks[r - 1] : 0;
            continue;
        }
        before = cell;
        lt_piece pieces[LT_CELL_VALUES];
        uint32_t n = lt_pieces(cell, pieces, LT_CELL_VALUES);
        for (uint32_t i = 0; i < n && i < LT_CELL_VALUES; i++)
            masks[r] |= UINT64_C(1) << number_of(v, pieces[i]);
    }
    return masks && !v->too_many;
}

int lt_cell_column(laut_engine *engine, const char *column)
{
    for (uint32_t i = 0; i < engine->cell_column_count; i++)
        if (strcmp(engine->cells[i].column, column) == 0)
            return engine->cells[i].too_many ? -1 : (int)i;
    if (engine->cell_column_count == LT_CELL_COLUMNS)
        return -1;
    lt_cell_values *v = &engine->cells[engine->cell_column_count++];
    v->column = column;
    for (uint32_t t = 0; t < engine->tables.count && !v->too_many; t++)
        for (uint32_t c = 0; c < engine->tables.at[t]->column_count; c++)
            if (strcmp(engine->tables.at[t]->columns[c], column) == 0 &&
                !number_cells(engine, engine->tables.at[t], c, v))
                v->too_many = true;
    return v->too_many ? -1 : (int)(v - engine->cells);
}

uint64_t lt_cell_bit(const laut_engine *engine, int column, const char *value)
{
    const lt_cell_values *v = &engine->cells[column];
    for (uint32_t i = 0; i < v->count; i++)
        if (strlen(value) == v->values[i].size && memcmp(v->values[i].at, value, v->values[i].size) == 0)
            return UINT64_C(1) << i;
    return 0;
}

uint64_t lt_cell_bits(const laut_engine *engine, lt_entry entry, int column)
{
    if (entry == LAUT_NONE || lt_entry_table(entry) >= engine->tables.count)
        return 0;
    const lt_table *t = engine->tables.at[lt_entry_table(entry)];
    const uint64_t *masks = t->masks[column];
    return masks && lt_entry_row(entry) < t->row_count ? masks[lt_entry_row(entry)] : 0;
}

static void number_asked(laut_engine *engine)
{
#define ASKED(column, value) {#column, #value, 0, 0},
    static const lt_asked asked[] = {LT_EACH_VALUE(ASKED)};
    memcpy(engine->asked, asked, sizeof asked);
    for (uint32_t i = 0; i < LT_HAS_COUNT; i++) {
        lt_asked *a = &engine->asked[i];
        a->number = lt_cell_column(engine, a->column);
        a->bit = a->number < 0 ? 0 : lt_cell_bit(engine, a->number, a->value);
    }
}

bool lt_entry_has(const laut_engine *engine, lt_entry entry, lt_has what)
{
    const lt_asked *a = &engine->asked[what];
    return a->number < 0 ? lt_cell_has(lt_entry_cell(engine, entry, a->column), a->value)
                         : (lt_cell_bits(engine, entry, a->number) & a->bit) != 0;
}

/* ---------------------------------------------------------------- loading */

static bool ends_with(const char *text, const char *end)
{
    size_t a = strlen(text), b = strlen(end);
    return a > b && strcmp(text + a - b, end) == 0;
}

/* Where the findings of an audit are, below the directory of a language. */
#define FINDINGS "audit"

/* The path by which rules name a table: from its last folder on, lex/verbs.tsv. */
static const char *table_path(const char *path)
{
    const char *name = strrchr(path, '/');
    if (!name)
        return path;
    while (name > path && name[-1] != '/')
        name--;
    return name;
}

static void sort_files(const lt_embedded_file **files, size_t count)
{
    for (size_t i = 1; i < count; i++) /* few, and mostly in order */
        for (size_t k = i; k && strcmp(files[k - 1]->path, files[k]->path) > 0; k--) {
            const lt_embedded_file *f = files[k];
            files[k] = files[k - 1];
            files[k - 1] = f;
        }
}

static void load_table(laut_engine *engine, const lt_embedded_file *file, laut_errors *errors)
{
    lt_arena *a = &engine->arena;
    const char *path = lt_arena_copy(a, file->path, strlen(file->path));
    lt_table *table = path ? lt_table_parse(a, path, file->text, file->size, errors) : NULL;
    if (!table)
        return;
    table->file = path;
    table->path = table_path(path);
    if (engine->tables.count == LT_MAX_TABLES) {
        file_error(errors, path, "too many tables");
        return;
    }
    lt_table **slot = lt_push(a, &engine->tables);
    if (slot)
        *slot = table;
}

/* The row's speaker column: how the speaker was found. */
static int how_named(const char *name)
{
    for (int how = 0; how < LT_HOW_NONE; how++)
        if (strcmp(laut_resolved_name((laut_resolved)how), name) == 0)
            return how;
    return LT_HOW_NONE;
}

/* How often a rule fired and was right on annotated text, for each way in which the speaker was
 * found. The precision of the rule as a whole, by Laplace's rule of succession, is where each way
 * begins; its own cases move it, as if PRIOR cases had gone before. Rules that the table names and
 * that are there no longer do no harm. */
static void load_confidence(laut_engine *engine)
{
    enum { PRIOR = 4 };
    const lt_table *t = lt_engine_table(engine, LT_CONFIDENCE_TABLE, NULL);
    uint32_t rules = lt_column(t, "rule");
    uint32_t *hashes = lt_arena_alloc(&engine->arena, (t ? t->row_count + 1 : 1) * sizeof *hashes);
    for (uint32_t row = 0; t && hashes && row < t->row_count; row++)
        hashes[row] = lt_hash(lt_cell_at(t, row, rules), strlen(lt_cell_at(t, row, rules)));
    for (uint32_t i = 0; t && hashes && i < engine->rules.list.count; i++) {
        lt_engine_rule *rule = engine->rules.list.at[i];
        uint32_t hash = lt_hash(rule->name, strlen(rule->name));
        double fired[LT_HOW_COUNT] = {0}, right[LT_HOW_COUNT] = {0}, all_fired = 0, all_right = 0;
        for (uint32_t row = 0; row < t->row_count; row++) {
            if (hashes[row] != hash || strcmp(rule->name, lt_cell_at(t, row, rules)) != 0)
                continue;
            int how = how_named(lt_cell(t, row, "speaker"));
            double f = strtod(lt_cell(t, row, "fired"), NULL), r = strtod(lt_cell(t, row, "right"), NULL);
            if (!(f > 0 && r >= 0 && r <= f))
                continue;
            fired[how] += f;
            right[how] += r;
            all_fired += f;
            all_right += r;
        }
        double whole = (all_right + 1) / (all_fired + 2);
        for (int how = 0; how < LT_HOW_COUNT && all_fired > 0; how++)
            rule->confidence[how] = (right[how] + PRIOR * whole) / (fired[how] + PRIOR);
    }
}

int lt_engine_load(laut_engine *engine, const lt_embedded_file *files, size_t count,
                   laut_errors *errors)
{
    lt_arena *a = &engine->arena;
    laut_errors ignored = {0};
    if (!errors)
        errors = &ignored;
    errors->count = 0;
    const lt_embedded_file **sorted = lt_arena_alloc(a, (count + 1) * sizeof *sorted);
    lt_source **sources = lt_arena_alloc(a, (count + 1) * sizeof *sources);
    if (!sorted || !sources || !lt_vocabulary_init(&engine->vocabulary, a))
        return no_memory(errors);
    for (size_t i = 0; i < count; i++)
        sorted[i] = &files[i];
    sort_files(sorted, count);
    size_t source_count = 0;
    for (size_t i = 0; i < count; i++) {
        const lt_embedded_file *f = sorted[i];
        if (f->size > LT_MAX_FILE)
            file_error(errors, f->path, "too large for a file of rules");
        else if (ends_with(f->path, ".tsv"))
            load_table(engine, f, errors);
        else if (ends_with(f->path, ".laut")) {
            lt_source *s = lt_arena_alloc(a, sizeof *s);
            if (!s)
                break;
            *s = (lt_source){lt_arena_copy(a, f->path, strlen(f->path)),
                             lt_arena_copy(a, f->text, f->size), f->size, (uint32_t)source_count};
            sources[source_count++] = s;
        }
    }
    if (a->failed)
        return no_memory(errors);
    lt_rules_parse(engine, sources, source_count, errors);
    if (a->failed)
        return no_memory(errors);
    if (errors->count) {
        qsort(errors->list, errors->count, sizeof *errors->list, by_place);
        return -1;
    }
    load_confidence(engine);
    return 0;
}

/* ---------------------------------------------------------------- directories */

typedef struct {
    lt_arena *arena;
    laut_errors *errors;
    lt_vec(lt_embedded_file) files;
    size_t rule_files;
    bool findings; /* those in audit/, too */
} directory;

static int read_file(directory *d, const char *path)
{
    FILE *stream = fopen(path, "rb");
    if (!stream)
        return file_error(d->errors, path, strerror(errno));
    char *text = NULL;
    size_t size = 0, room = 0;
    for (;;) {
        if (size == room) {
            room = room ? room * 2 : 1 << 16;
            char *fresh = lt_arena_alloc(d->arena, room);
            if (!fresh)
                break;
            if (size)
                memcpy(fresh, text, size);
            text = fresh;
        }
        size_t got = fread(text + size, 1, room - size, stream);
        size += got;
        if (!got || size > LT_MAX_FILE)
            break;
    }
    int failed = ferror(stream) ? file_error(d->errors, path, strerror(errno)) : 0;
    fclose(stream);
    lt_embedded_file *f = failed || d->arena->failed ? NULL : lt_push(d->arena, &d->files);
    if (f)
        *f = (lt_embedded_file){path, text, size};
    return failed;
}

static char *join(lt_arena *arena, const char *folder, const char *name)
{
    size_t n = strlen(folder), m = strlen(name);
    while (n > 1 && folder[n - 1] == '/')
        n--;
    char *path = lt_arena_alloc(arena, n + m + 2);
    if (path) {
        memcpy(path, folder, n);
        path[n] = '/';
        memcpy(path + n + 1, name, m);
    }
    return path;
}

/* Read the files whose names end so. A folder that is not there holds none. */
static int read_folder(directory *d, const char *folder, const char *end)
{
    int failed = 0;
    DIR *stream = opendir(folder);
    if (!stream)
        return errno == ENOENT ? 0 : file_error(d->errors, folder, strerror(errno));
    for (struct dirent *e; (e = readdir(stream));) {
        if (e->d_name[0] == '.' || !ends_with(e->d_name, end))
            continue;
        const char *path = join(d->arena, folder, e->d_name);
        if (!path)
            break;
        failed |= read_file(d, path);
        d->rule_files += ends_with(e->d_name, ".laut");
    }
    closedir(stream);
    return failed;
}

/* DIR/de, or DIR itself where it holds the rule files. */
static int read_directory(directory *d, const char *path)
{
    struct stat status;
    if (stat(path, &status) < 0)
        return file_error(d->errors, path, strerror(errno));
    if (!S_ISDIR(status.st_mode))
        return file_error(d->errors, path, "not a directory");
    const char *base = path;
    int failed = read_folder(d, base, ".laut");
    if (!failed && !d->rule_files) {
        base = join(d->arena, path, "de");
        failed = base ? read_folder(d, base, ".laut") : 0;
    }
    if (!failed && !d->arena->failed && !d->rule_files)
        return file_error(d->errors, path, "no rule files (*.laut, de/*.laut) in this directory");
    const char *lexica = base ? join(d->arena, base, "lex") : NULL;
    const char *findings = base && d->findings ? join(d->arena, base, FINDINGS) : NULL;
    if (!failed && lexica)
        failed = read_folder(d, lexica, ".tsv");
    if (!failed && findings)
        failed = read_folder(d, findings, ".laut");
    return d->arena->failed ? no_memory(d->errors) : failed;
}

/* What ICU loads when it is first asked for, it loads now, where a failure can be told. */
static void prepare_icu(laut_engine *engine, UErrorCode *status)
{
    unorm2_getNFCInstance(status); /* see base/fold.c */
    UBreakIterator *breaks = ubrk_open(UBRK_WORD, "de", NULL, 0, status);
    int32_t size = ubrk_getBinaryRules(breaks, NULL, 0, status);
    engine->word_breaks = U_SUCCESS(*status) ? lt_arena_alloc(&engine->arena, (size_t)size) : NULL;
    if (engine->word_breaks)
        engine->word_breaks_size = ubrk_getBinaryRules(breaks, engine->word_breaks, size, status);
    if (breaks)
        ubrk_close(breaks);
}

UBreakIterator *lt_open_word_breaks(const laut_engine *engine, UErrorCode *status)
{
    return ubrk_openBinaryRules(engine->word_breaks, engine->word_breaks_size, NULL, 0, status);
}

int lt_engine_open(laut_engine **out, const lt_embedded_file *files, size_t count,
                   laut_errors *errors)
{
    *out = NULL;
    laut_engine *engine = calloc(1, sizeof *engine);
    if (!engine)
        return no_memory(errors);
    engine->arena.wide = LT_WIDE;
    int failed = lt_engine_load(engine, files, count, errors);
    engine->vocabulary.lexical = true; /* the rules are read, the lexica follow */
    if (!failed)
        number_asked(engine);
    if (!failed)
        lt_load_stems(engine);
    if (!failed)
        failed = lt_morphology_build(engine, errors);
    if (!failed)
        failed = lt_reports_build(engine, errors);
    if (!failed)
        failed = lt_names_build(engine, errors);
    UErrorCode status = U_ZERO_ERROR;
    if (!failed)
        prepare_icu(engine, &status);
    if (engine->arena.failed || status == U_MEMORY_ALLOCATION_ERROR)
        failed = no_memory(errors);
    else if (U_FAILURE(status))
        failed = icu_error(errors, u_errorName(status));
    else if (failed && !errors->count)
        no_memory(errors);
    if (failed) {
        laut_engine_free(engine);
        return -1;
    }
    *out = engine;
    return 0;
}

static int open_engine(laut_engine **out, const char *rules, const char *house, bool findings, laut_errors *errors)
{
    laut_errors ignored;
    if (!errors)
        errors = &ignored;
    errors->count = 0;
    *out = NULL;
    lt_arena files = {0}; /* the engine copies what it keeps */
    directory d = {.arena = &files, .errors = errors, .findings = findings};
    int failed = rules ? read_directory(&d, rules) : 0;
    for (size_t i = 0; !failed && !rules && i < lt_embedded_count; i++) {
        if (!findings && strstr(lt_embedded[i].path, "/" FINDINGS "/"))
            continue;
        lt_embedded_file *f = lt_push(&files, &d.files);
        if (f)
            *f = lt_embedded[i];
    }
    if (!failed && house) {
        const char *lexica = join(&files, house, "lex");
        d.rule_files = 0;
        failed = read_folder(&d, house, ".laut");
        if (!failed && lexica)
            failed = read_folder(&d, lexica, ".tsv");
        if (!failed && !files.failed && !d.rule_files)
            failed = file_error(errors, house, "no findings (*.laut) in this directory");
    }
    if (!failed && files.failed)
        failed = no_memory(errors);
    if (!failed)
        failed = lt_engine_open(out, d.files.at, d.files.count, errors);
    if (!failed)
        (*out)->findings = findings;
    lt_arena_free(&files);
    return failed;
}

int laut_engine_open(laut_engine **out, const char *rules, laut_errors *errors)
{
    return open_engine(out, rules, NULL, true, errors);
}

int laut_engine_open_house(laut_engine **out, const char *rules, const char *house, laut_errors *errors)
{
    return open_engine(out, rules, house, true, errors);
}

int laut_engine_open_claims(laut_engine **out, const char *rules, laut_errors *errors)
{
    return open_engine(out, rules, NULL, false, errors);
}

void *lt_engine_lines(laut_engine *engine, size_t size)
{
    enum { LINE = 64, BLOCK = 1024 * LINE };
    size = (size + LINE - 1) / LINE * LINE;
    if (engine->lines.left < size) {
        char *block = lt_arena_alloc(&engine->arena, BLOCK + LINE);
        if (!block)
            return NULL;
        engine->lines.at = block + (LINE - (uintptr_t)block % LINE) % LINE;
        engine->lines.left = BLOCK;
    }
    void *p = engine->lines.at;
    engine->lines.at += size;
    engine->lines.left -= size;
    return p;
}

void laut_engine_free(laut_engine *engine)
{
    if (!engine)
        return;
    for (uint32_t i = 0; i < engine->rules.regexes.count; i++)
        lt_regex_free(engine->rules.regexes.at[i]);
    lt_arena_free(&engine->arena);
    free(engine);
}
