/* Texts on several threads, and what comes of them in the order of the input.
 *
 *     reader ──> slots ──> workers ──> slots ──> writer
 *
 * The slots are a ring: the reader fills the next free one, any worker takes the next filled one,
 * the writer empties them in order. A slow reader of the output stops the writer, full slots stop
 * the reader: memory is bounded by the slots. The calling thread reads.
 *
 * A slot holds several texts, for threads that wake each other for each of them spend a sixth of
 * their time on that. A worker that has nothing to do takes the slot that is being filled as it is:
 * no text waits for others that may be long in coming. */
#define _GNU_SOURCE /* fopencookie */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

/* A stream into memory. That of the C library does not say so when it could not grow. */
typedef struct {
    FILE *stream;
    char *at;
    size_t size, room;
} sink;

enum { BATCH = 16 /* texts */, BATCH_BYTES = 1 << 16, /* of a slot: with the one that reaches this it is full */
       LARGE = 1 << 18 /* bytes: larger room for a text is not kept */ };

typedef struct {
    lt_chunk chunks[BATCH];
    size_t ends[BATCH];   /* of what comes of each, in `out` */
    size_t told[BATCH];   /* the same, in `messages` */
    bool broken[BATCH];   /* memory ran out for what was written */
    size_t count, bytes;
    sink out, messages; /* kept from text to text */
    int status;
    bool done;
} slot;

typedef struct {
    const lt_work *work;
    slot *slots;
    size_t slot_count;
    pthread_mutex_t lock;
    pthread_cond_t filling, emptying, finishing; /* what workers, the reader and the writer wait for */
    uint64_t filled, taken, written; /* slots so far; the one numbered `filled` is being filled */
    unsigned idle; /* workers that wait */
    bool ended; /* no more will be filled */
    bool stop;  /* nothing more is to be done */
    int status;
    lt_progress *progress;
} pool;

typedef struct {
    const lt_work *work;
    void *state;
    slot *slot;
} turn;

static slot *slot_at(const pool *p, uint64_t number) { return &p->slots[number % p->slot_count]; }

static void wake_all(pool *p)
{
    pthread_cond_broadcast(&p->filling);
    pthread_cond_broadcast(&p->emptying);
    pthread_cond_broadcast(&p->finishing);
}

static ssize_t pour(void *context, const char *bytes, size_t size)
{
    sink *k = context;
    if (k->room - k->size < size) {
        size_t room = k->room * 2 > k->size + size ? k->room * 2 : k->size + size;
        char *at = realloc(k->at, room);
        if (!at)
            return 0;
        k->at = at;
        k->room = room;
    }
    memcpy(k->at + k->size, bytes, size);
    k->size += size;
    return (ssize_t)size;
}

static bool open_sink(sink *k)
{
    k->stream = fopencookie(k, "w", (cookie_io_functions_t){.write = pour});
    return k->stream != NULL;
}

static void close_sink(sink *k)
{
    if (k->stream)
        fclose(k->stream);
    free(k->at);
}

/* What the last text wrote gives way. */
static void empty_sink(sink *k)
{
    clearerr(k->stream);
    k->size = 0;
}

/* Whether all that was written is there. */
static bool filled_sink(sink *k) { return fflush(k->stream) == 0 && !ferror(k->stream); }

static int take(void *context, const lt_input *input, bool *stop)
{
    const turn *t = context;
    (void)stop;
    return t->work->run(t->work->context, t->state, input, t->slot->out.stream);
}

/* The slot's texts, one after the other. */
static void work_on(pool *p, void *state, slot *s)
{
    turn t = {p->work, state, s};
    empty_sink(&s->out);
    empty_sink(&s->messages);
    s->status = LT_DONE;
    for (size_t i = 0; i < s->count; i++) {
        bool stop = false;
        size_t before = s->out.size;
        int status = lt_take_chunk(&s->chunks[i], take, &t, s->messages.stream, &stop);
        s->broken[i] = !filled_sink(&s->messages);
        if (!filled_sink(&s->out)) {
            clearerr(s->out.stream);
            s->out.size = before; /* no half of a text */
            s->broken[i] = true;
        }
        s->ends[i] = s->out.size;
        s->told[i] = s->messages.size;
        if (s->broken[i])
            status = LT_WRONG;
        if (status > s->status)
            s->status = status;
    }
}

/* The next slot with texts, which nobody else takes; NULL at the end. Called under the lock. */
static slot *next_slot(pool *p)
{
    while (!p->stop) {
        if (p->taken == p->filled && slot_at(p, p->filled)->count && p->filled - p->written < p->slot_count)
            p->filled++; /* rather some texts now than all of them later */
        if (p->taken < p->filled)
            return slot_at(p, p->taken++);
        if (p->ended)
            return NULL;
        p->idle++;
        pthread_cond_wait(&p->filling, &p->lock);
        p->idle--;
    }
    return NULL;
}

static void *work(void *context)
{
    pool *p = context;
    void *state = p->work->begin(p->work->context);
    pthread_mutex_lock(&p->lock);
    if (!state) {
        p->stop = true;
        p->status = LT_WRONG;
        wake_all(p);
    }
    for (slot *s; (s = next_slot(p)) != NULL;) {
        pthread_mutex_unlock(&p->lock);
        work_on(p, state, s);
        pthread_mutex_lock(&p->lock);
        s->done = true;
        pthread_cond_signal(&p->finishing);
    }
    pthread_mutex_unlock(&p->lock);
    if (state)
        p->work->end(state);
    return NULL;
}

/* Returns LT_WRONG where nothing more can be written. */
static int write_slot(pool *p, slot *s)
{
    int emitted = LT_DONE;
    for (size_t i = 0, from = 0, told = 0; i < s->count && emitted != LT_WRONG; from = s->ends[i], told = s->told[i++]) {
        if (s->told[i] > told) {
            fflush(stdout);
            fwrite(s->messages.at + told, 1, s->told[i] - told, stderr);
        }
        if (s->broken[i])
            lt_cli_complain("out of memory");
        if (s->ends[i] > from)
            emitted = p->work->emit(p->work->context, s->out.at + from, s->ends[i] - from);
        lt_progress_step(p->progress, s->chunks[i].size);
    }
    return emitted;
}

static void clear_slot(slot *s)
{
    for (size_t i = 0; i < s->count; i++)
        if (s->chunks[i].room > LARGE) {
            free(s->chunks[i].bytes);
            s->chunks[i].bytes = NULL;
            s->chunks[i].room = 0;
        }
    s->count = s->bytes = 0;
    s->done = false;
}

static void *write_all(void *context)
{
    pool *p = context;
    pthread_mutex_lock(&p->lock);
    while (!p->stop) {
        slot *s = slot_at(p, p->written);
        if (p->written == p->filled && p->ended)
            break;
        if (p->written == p->filled || !s->done) {
            pthread_cond_wait(&p->finishing, &p->lock);
            continue;
        }
        pthread_mutex_unlock(&p->lock);
        int emitted = write_slot(p, s);
        pthread_mutex_lock(&p->lock);
        if (s->status > p->status)
            p->status = s->status;
        clear_slot(s);
        p->written++;
        if (emitted == LT_WRONG) {
            p->status = LT_WRONG;
            p->stop = true;
            wake_all(p);
        }
        pthread_cond_signal(&p->emptying);
    }
    pthread_mutex_unlock(&p->lock);
    return NULL;
}

static void read_all(pool *p, lt_reader *reader)
{
    lt_chunk next = {0}; /* what is read next, until there is a slot for it */
    while (lt_reader_next(reader, &next)) {
        pthread_mutex_lock(&p->lock);
        while (!p->stop && p->filled - p->written == p->slot_count)
            pthread_cond_wait(&p->emptying, &p->lock);
        bool stop = p->stop;
        if (!stop) {
            slot *s = slot_at(p, p->filled);
            lt_chunk free_one = s->chunks[s->count];
            s->chunks[s->count++] = next;
            next = free_one;
            s->bytes += s->chunks[s->count - 1].size;
            if (p->idle || s->count == BATCH || s->bytes >= BATCH_BYTES)
                p->filled++;
            if (p->idle)
                pthread_cond_signal(&p->filling);
        }
        pthread_mutex_unlock(&p->lock);
        if (stop)
            break;
    }
    free(next.bytes);
    pthread_mutex_lock(&p->lock);
    if (!p->stop && p->filled - p->written < p->slot_count && slot_at(p, p->filled)->count)
        p->filled++;
    p->ended = true;
    wake_all(p);
    pthread_mutex_unlock(&p->lock);
}

static bool open_slots(pool *p, unsigned jobs)
{
    p->slot_count = (size_t)jobs * 4;
    p->slots = calloc(p->slot_count, sizeof *p->slots);
    for (size_t i = 0; p->slots && i < p->slot_count; i++) {
        slot *s = &p->slots[i];
        if (!open_sink(&s->out) || !open_sink(&s->messages))
            return false;
    }
    return p->slots != NULL;
}

static void close_slots(pool *p)
{
    for (size_t i = 0; p->slots && i < p->slot_count; i++) {
        slot *s = &p->slots[i];
        close_sink(&s->out);
        close_sink(&s->messages);
        for (size_t k = 0; k < BATCH; k++)
            free(s->chunks[k].bytes);
    }
    free(p->slots);
}

int lt_run_parallel(lt_reader *reader, unsigned jobs, const lt_work *todo,
                    struct lt_progress *progress)
{
    pool p = {.work = todo, .status = LT_DONE, .progress = progress};
    pthread_t *threads = calloc(jobs + 1, sizeof *threads);
    unsigned started = 0;
    if (!threads || !open_slots(&p, jobs)) {
        lt_cli_complain("out of memory");
        close_slots(&p);
        free(threads);
        return LT_WRONG;
    }
    pthread_mutex_init(&p.lock, NULL);
    pthread_cond_init(&p.filling, NULL);
    pthread_cond_init(&p.emptying, NULL);
    pthread_cond_init(&p.finishing, NULL);
    bool writing = pthread_create(&threads[jobs], NULL, write_all, &p) == 0;
    while (writing && started < jobs && pthread_create(&threads[started], NULL, work, &p) == 0)
        started++;
    if (!started) {
        lt_cli_complain("no thread can be started");
        p.stop = true;
        p.status = LT_WRONG;
    } else {
        read_all(&p, reader);
    }
    pthread_mutex_lock(&p.lock);
    p.ended = true;
    wake_all(&p);
    pthread_mutex_unlock(&p.lock);
    for (unsigned i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
    if (writing)
        pthread_join(threads[jobs], NULL);
    pthread_cond_destroy(&p.filling);
    pthread_cond_destroy(&p.emptying);
    pthread_cond_destroy(&p.finishing);
    pthread_mutex_destroy(&p.lock);
    close_slots(&p);
    free(threads);
    return p.status;
}
