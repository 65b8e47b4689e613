/* In whose mouth a passage is: the label of a transcript's turn (Ada Brandt: …), else what the engine
 * finds in the text around it. And whether that is who the draft says.
 *
 * Care goes before zeal: two speakers are different only where both are called by names that do not go
 * together, or where a transcript has the draft's speaker under another label. What cannot be compared
 * (die Sprecherin, Otto Grothe) is unknown.
 */
#ifndef LT_SPEAKERS_H
#define LT_SPEAKERS_H

#include "document.h"
#include "verify/words.h"

typedef struct {
    const char *name, *role; /* or NULL */
    bool named;              /* name is a person's proper name */
} lt_who;

typedef lt_vec(lt_who) lt_whos;

/* Whether each party of a document is a person whom it calls by name. NULL where memory ran out. */
bool *lt_named_parties(const laut_document *d, lt_arena *arena);

/* Who is said to have said what a claim holds, and whoever passed it on or quotes it: any of them may be
 * whom a source names. */
bool lt_who_said(const laut_document *d, const bool *named, uint32_t claim, lt_arena *arena, lt_whos *out);

laut_speaker_match lt_match_speakers(const laut_engine *engine, const lt_typography *t, const lt_whos *draft,
                                     const lt_who *source);

/* The label of a turn at the beginning of a line. Returns false where there is none. */
bool lt_find_label(const char *text, uint32_t size, uint32_t at, laut_span *label);

/* Who a label is. */
int lt_label_who(const laut_engine *engine, const char *label, lt_arena *arena, lt_who *out, laut_error *error);

/* Whose words the bytes [begin, end) of an analysed text are; false where it does not say. */
bool lt_mouth(const laut_document *d, const bool *named, uint32_t begin, uint32_t end, lt_arena *arena,
              lt_who *out);

#endif
