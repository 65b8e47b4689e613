/* HTML from fragments: pieces of src/formats/report/page.html with places that the writer fills.
 *
 *     <!-- fragment party -->
 *     <li class="{{class}}">{{name}} <small>{{#share}}</small>{{?role}}, {{role}}{{/}}</li>
 *
 * `{{name}}` is the field of that name, `{{#key}}` what the page says for that key
 * (rules/de/report.tsv), and what stands between `{{?name}}` and `{{/}}` is left out where the
 * field is missing; these may nest. `{{file.css}}` is a file of the folder as it is, and `{{file.html}}`
 * one that is filled like a fragment. Every text is escaped, so that it is safe as content and
 * within the quotes of an attribute; nothing but a `put` can write markup.
 */
#ifndef LT_FRAGMENTS_H
#define LT_FRAGMENTS_H

#include <stdio.h>

#include "engine/lexicon.h"
#include "laut.h"

enum { LT_MAX_FRAGMENTS = 48 };

typedef struct {
    FILE *stream;
    const char *language;   /* the column of the messages: "de", "en" */
    lt_arena arena;         /* of the messages */
    const lt_table *messages;
    struct { lt_piece name, body; } fragments[LT_MAX_FRAGMENTS];
    size_t fragment_count;
} lt_html;

/* One of these is what stands in its place; a field with none of them counts as missing. */
typedef struct {
    const char *name;
    const char *text;             /* ends with a NUL */
    const char *count_of;         /* a key: KEY.one or KEY.many, with `number` for its {n} */
    bool has_number;
    size_t number;
    void (*put)(void *context);
    void *context;
} lt_field;

#define LT_TEXT(name, value) ((lt_field){(name), .text = (value)})
#define LT_NUMBER(name, value) ((lt_field){(name), .has_number = true, .number = (value)})
#define LT_COUNT(name, key, value) ((lt_field){(name), .count_of = (key), .number = (value)})
#define LT_PUT(name, function, data) ((lt_field){(name), .put = (function), .context = (data)})

/* The fragments of a page of report/ (page.html), and what it says (rules/, de/report.tsv). Returns -1 where
 * memory ran out. */
int lt_html_open(lt_html *h, const char *page, const char *messages, laut_language language, FILE *stream);
void lt_html_close(lt_html *h);

/* Write a fragment; `fields` ends with one that has no name. */
void lt_html_fill(lt_html *h, const char *fragment, const lt_field *fields);
#define LT_FILL(h, fragment, ...) lt_html_fill((h), (fragment), (lt_field[]){__VA_ARGS__, {0}})

/* Write text as text. Control characters and bytes that are not UTF-8 become U+FFFD. */
void lt_html_text(lt_html *h, const char *text, size_t size);

/* What the page says for a key; the key itself where the table lacks it. */
const char *lt_html_say(const lt_html *h, const char *key);

/* The same, written, with a number in the place of {n}: KEY.one for 1, else KEY.many. */
void lt_html_count(lt_html *h, const char *key, size_t number);

#endif
