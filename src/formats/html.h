/* What the files of the HTML report share: html.c writes the page and what stands beside the
 * text, html_text.c the text with its marks. */
#ifndef LT_HTML_H
#define LT_HTML_H

#include "formats/formats.h"
#include "formats/fragments.h"

enum { LT_COLOURS = 12 }; /* page.css has as many; parties behind the twelfth share a grey */

/* A party in the list beside the text. */
typedef struct {
    uint32_t party;    /* index into the view's parties */
    uint32_t claims;   /* that it is the speaker of */
    uint32_t reports;  /* claims and refusals that it is the source of */
    uint32_t silences; /* refusals to comment */
    uint64_t words;    /* characters without blanks of which it is the innermost speaker */
} lt_listed;

typedef struct {
    lt_html html;
    const lt_view *view;
    size_t number;        /* of the document in the page, from 1 */
    laut_finding *notes;       /* in the order of the text */
    size_t note_count;
    lt_listed *listed;    /* who says most first; then as the text names them */
    uint32_t *place;      /* of each party in `listed` */
    uint32_t *depth;      /* of each claim: how many are around it */
    uint64_t nobody_words; /* as `words`, where nobody knows the speaker */
    uint64_t characters;  /* of the text, without blanks */
} lt_page;

/* The colour of a party's marks and of its entry: the class p1, p2, …; p0 where there is none. */
void lt_page_colour(const lt_page *p, uint32_t party, char out[8]);

/* What a claim is called in text and list: the letter of its speaker and its number. A14; ?3 */
void lt_page_key(const lt_page *p, const laut_link *chain, size_t chain_count, char *out, size_t size,
                 uint32_t rank);

/* Write the text, paragraph by paragraph, with its marks and, beside each paragraph, its notes.
 * Returns -1 where memory ran out. */
int lt_page_text(lt_page *p);

/* Fill `words`, `nobody_words` and `characters`. The same. */
int lt_page_measure(lt_page *p);

/* The class of a note, and what the page calls it. */
const char *lt_page_severity(const laut_finding *n);
const char *lt_page_severity_name(const lt_page *p, const laut_finding *n);

/* Write a note into the margin. */
void lt_page_note(lt_page *p, size_t index);

#endif
