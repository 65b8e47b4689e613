/* JSON as it flows: values are written one after the other into a buffer, without a tree.
 *
 *     lt_open(f, '{'); lt_key(f, "id"); lt_string(f, id, size); lt_close(f, '}');
 *
 * Commas are set by themselves. Failure is sticky: `failed` is checked once at the end. */
#ifndef LT_FLOW_H
#define LT_FLOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

typedef struct {
    char *at;          /* to be freed by lt_flow_free() */
    size_t size, room;
    bool comma;        /* before the next value or key */
    bool failed;       /* memory ran out */
} lt_flow;

void lt_flow_free(lt_flow *f);
bool lt_flow_grow(lt_flow *f, size_t more);

/* Room for so many bytes more; false if memory ran out. */
static inline bool lt_flow_room(lt_flow *f, size_t more)
{
    return f->room - f->size >= more || lt_flow_grow(f, more);
}

static inline void lt_flow_byte(lt_flow *f, char c)
{
    if (lt_flow_room(f, 1))
        f->at[f->size++] = c;
}

void lt_flow_raw(lt_flow *f, const char *text, size_t size); /* as it is */
void lt_flow_text(lt_flow *f, const char *text); /* the same, up to its NUL */
void lt_flow_utf8(lt_flow *f, const char *text); /* the same; bytes that are not UTF-8 become U+FFFD */
void lt_flow_digits(lt_flow *f, uint64_t n);

/* What has flowed goes to the stream, and the buffer is freed. Returns -1 where either failed. */
int lt_flow_end(lt_flow *f, FILE *stream);

static inline void lt_set_off(lt_flow *f) /* from what stands before */
{
    if (f->comma)
        lt_flow_byte(f, ',');
    f->comma = true;
}

static inline void lt_open(lt_flow *f, char bracket)
{
    lt_set_off(f);
    lt_flow_byte(f, bracket);
    f->comma = false;
}

static inline void lt_close(lt_flow *f, char bracket)
{
    lt_flow_byte(f, bracket);
    f->comma = true;
}

void lt_key(lt_flow *f, const char *key); /* a plain word */
void lt_null(lt_flow *f);
void lt_number(lt_flow *f, uint64_t n);
void lt_two_numbers(lt_flow *f, uint64_t a, uint64_t b); /* a list of two numbers */
void lt_numbered(lt_flow *f, char letter, uint64_t n); /* "p1", "c14" */
void lt_thousandths(lt_flow *f, double value); /* from 0 to 1, with three decimals at most */
void lt_string(lt_flow *f, const char *text, size_t size); /* UTF-8 */
void lt_plain(lt_flow *f, const char *text); /* ASCII without quotation marks, ends with a NUL */

/* Where keys come in one order, they stand there with all marks around them, and the compiler copies what
 * it knows: LT_KEY(f, "{\"text\":"). A value follows. */
#define LT_KEY(f, marks) lt_flow_key((f), "" marks, sizeof marks - 1)

static inline void lt_flow_key(lt_flow *f, const char *marks, size_t size)
{
    if (lt_flow_room(f, size)) {
        memcpy(f->at + f->size, marks, size);
        f->size += size;
    }
    f->comma = false;
}

/* A string that begins or goes on, piece by piece, and ends. */
void lt_string_begin(lt_flow *f);
void lt_string_piece(lt_flow *f, const char *text, size_t size);
void lt_string_end(lt_flow *f);

/* A NUL-terminated text, or null for NULL. Bytes that are not UTF-8 (a file may be called
 * anything) become U+FFFD. */
void lt_text_or_null(lt_flow *f, const char *text);

#endif
