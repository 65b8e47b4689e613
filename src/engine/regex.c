#include "engine/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct lt_regex {
    pcre2_code *code;
    atomic_bool translated; /* into machine code, as far as the machine can */
};

struct lt_regex_room {
    pcre2_match_context *limits;
    pcre2_match_data *data;
    bool gave_up;
};

/* A word is short: a pattern that needs more steps than this is running away. */
enum { MATCH_LIMIT = 100000, DEPTH_LIMIT = 1000, HEAP_LIMIT = 1024 /* KiB */ };

lt_regex *lt_regex_compile(const char *pattern, size_t size, char *message, size_t *place)
{
    int code;
    PCRE2_SIZE at = 0;
    *place = 0;
    message[0] = '\0';
    lt_regex *regex = malloc(sizeof *regex);
    if (!regex)
        return NULL;
    regex->code = pcre2_compile((PCRE2_SPTR)pattern, size,
                                PCRE2_UTF | PCRE2_UCP | PCRE2_ANCHORED | PCRE2_ENDANCHORED |
                                    PCRE2_NEVER_BACKSLASH_C,
                                &code, &at, NULL);
    if (!regex->code) {
        if (code != PCRE2_ERROR_HEAP_FAILED &&
            pcre2_get_error_message(code, (PCRE2_UCHAR *)message, 256) < 0)
            snprintf(message, 256, "PCRE2 error %d", code);
        *place = at;
        free(regex);
        return NULL;
    }
    atomic_init(&regex->translated, false);
    return regex;
}

void lt_regex_free(lt_regex *regex)
{
    if (regex)
        pcre2_code_free(regex->code);
    free(regex);
}

lt_regex_room *lt_regex_room_new(void)
{
    lt_regex_room *room = malloc(sizeof *room);
    if (!room)
        return NULL;
    room->gave_up = false;
    room->limits = pcre2_match_context_create(NULL);
    room->data = pcre2_match_data_create(1, NULL);
    if (!room->limits || !room->data) {
        lt_regex_room_free(room);
        return NULL;
    }
    pcre2_set_match_limit(room->limits, MATCH_LIMIT);
    pcre2_set_depth_limit(room->limits, DEPTH_LIMIT);
    pcre2_set_heap_limit(room->limits, HEAP_LIMIT);
    return room;
}

void lt_regex_room_free(lt_regex_room *room)
{
    if (room) {
        pcre2_match_context_free(room->limits);
        pcre2_match_data_free(room->data);
    }
    free(room);
}

/* Translating takes longer than all the rest of loading a rule, and most patterns are those of findings, which
 * only an audit looks for: so it waits for the first match. Without JIT (not every machine has it) matching is
 * slower and otherwise the same. */
static void translate(lt_regex *regex)
{
    static pthread_mutex_t one = PTHREAD_MUTEX_INITIALIZER;
    pthread_mutex_lock(&one);
    if (!atomic_load_explicit(&regex->translated, memory_order_relaxed))
        pcre2_jit_compile(regex->code, PCRE2_JIT_COMPLETE);
    atomic_store_explicit(&regex->translated, true, memory_order_release);
    pthread_mutex_unlock(&one);
}

bool lt_regex_matches(lt_regex *regex, lt_regex_room *room, const char *text, size_t size)
{
    if (!atomic_load_explicit(&regex->translated, memory_order_acquire))
        translate(regex);
    /* The text was checked to be UTF-8 when the document was made. */
    int result = pcre2_match(regex->code, (PCRE2_SPTR)text, size, 0, PCRE2_NO_UTF_CHECK, room->data,
                             room->limits);
    room->gave_up |= result < 0 && result != PCRE2_ERROR_NOMATCH;
    return result >= 0;
}

bool lt_regex_gave_up(lt_regex_room *room)
{
    bool gave_up = room->gave_up;
    room->gave_up = false;
    return gave_up;
}
