/* A cursor over a statement of a rule file, and complaints that say where. */
#ifndef LT_READER_H
#define LT_READER_H

#include "engine/engine.h"

typedef struct {
    laut_engine *engine;
    laut_errors *errors;
    struct lt_loader *loader; /* of rules.c: what is defined */
    const lt_source *source;
    uint32_t at, end;  /* bytes of the file: the next one, and the statement's end */
    uint32_t depth;    /* of parentheses and macros */
    bool audit;        /* in a finding: claims, parties and `limit` have a meaning */
} lt_reader;

/* Skip blanks, line breaks and comments. */
void lt_skip(lt_reader *r);

/* Whether the next thing (blanks skipped) is this mark; `accept` consumes it. */
bool lt_sees(lt_reader *r, const char *mark);
bool lt_accept(lt_reader *r, const char *mark);
bool lt_expect(lt_reader *r, const char *mark, const char *where); /* complains */
bool lt_at_end(lt_reader *r);
uint32_t lt_next_place(lt_reader *r); /* of the next thing; at the end, behind the last one */

typedef struct { const char *at; uint32_t size, begin; } lt_name;

/* A name (letters, digits, _); size 0 if there is none. */
lt_name lt_read_name(lt_reader *r);
/* Everything up to the next blank or one of `stops`. */
lt_name lt_read_word(lt_reader *r, const char *stops);
/* What stands between two delimiters, the first of which is next; \ protects one. `at` is NULL
 * after a complaint. */
lt_name lt_read_delimited(lt_reader *r, char delimiter, const char *what);
/* A number; complains. */
bool lt_read_number(lt_reader *r, int64_t *out, const char *what);

bool lt_name_is(lt_name n, const char *text);
char *lt_name_copy(lt_reader *r, lt_name n);
/* The name's word in the vocabulary, folded. LT_NO_WORD after a complaint. */
lt_word lt_name_intern(lt_reader *r, lt_name n);

/* Complain at a byte of the file. Returns false. */
#define lt_complain_at(r, place, ...)                                                           \
    lt_complain((r)->errors, (r)->source->path, (r)->source->text, (r)->source->size, (place),   \
                __VA_ARGS__)

/* The set of `$NAME`: complains if there is none. */
bool lt_read_set(lt_reader *r, uint32_t *set);
/* A regular expression /…/, compiled; NULL after a complaint. `*words` are those that it stands for, or NULL. */
lt_regex *lt_read_regex(lt_reader *r, lt_alternation **words);

/* The candidate that looks most like a name, for "did you mean". */
typedef struct {
    lt_name wanted;
    char best[48], message[80];
    uint32_t distance;
} lt_suggestion;
void lt_suggest(void *suggestion, const char *candidate);
/* "; did you mean `…`?" or "". The result lies in the suggestion. */
const char *lt_suggested(lt_suggestion *s);

/* let NAME(parameter) = condition. It is read anew wherever it is used, for what it says depends on
 * the argument's type. */
typedef struct {
    lt_name name, parameter;
    const lt_source *source;
    uint32_t begin, end; /* bytes of the file: the condition */
    bool used;
    bool broken; /* complained about; its other uses are not */
} lt_condition;

/* The condition of that name, or NULL without a complaint, with what looks like it suggested. */
lt_condition *lt_find_condition(lt_reader *r, lt_name name, lt_suggestion *s);

#endif
