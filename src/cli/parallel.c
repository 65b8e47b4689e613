/* Texts on several threads, and what comes of them in the order of the input.
 *
 *     reader ──> slots ──> workers ──> slots ──> writer
 *
 * The slots are a ring: the reader fills the next free one, any worker takes the next filled one,
 * the writer empties them in order. A slow reader of the output stops the writer, full slots stop
 * the reader: memory is bounded by the slots. The calling thread reads. */
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

typedef struct {
    lt_chunk chunk;
    sink out, messages; /* kept from text to text */
    int status;
    bool done, broken; /* broken: memory ran out for what was written */
} slot;

typedef struct {
    const lt_work *work;
    slot *slots;
    size_t slot_count;
    pthread_mutex_t lock;
    pthread_cond_t change;
    uint64_t filled, taken, written; /* texts so far */
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

static void *work(void *context)
{
    pool *p = context;
    void *state = p->work->begin(p->work->context);
    pthread_mutex_lock(&p->lock);
    if (!state) {
        p->stop = true;
        p->status = LT_WRONG;
        pthread_cond_broadcast(&p->change);
    }
    while (!p->stop) {
        if (p->taken == p->filled) {
            if (p->ended)
                break;
            pthread_cond_wait(&p->change, &p->lock);
            continue;
        }
        slot *s = &p->slots[p->taken++ % p->slot_count];
        pthread_mutex_unlock(&p->lock);
        bool stop = false;
        turn t = {p->work, state, s};
        empty_sink(&s->out);
        empty_sink(&s->messages);
        s->status = lt_take_chunk(&s->chunk, take, &t, s->messages.stream, &stop);
        bool failed = !filled_sink(&s->messages);
        if (!filled_sink(&s->out)) {
            s->out.size = 0; /* no half of a text */
            failed = true;
        }
        pthread_mutex_lock(&p->lock);
        s->broken = failed;
        if (failed)
            s->status = LT_WRONG;
        s->done = true;
        pthread_cond_broadcast(&p->change);
    }
    pthread_mutex_unlock(&p->lock);
    if (state)
        p->work->end(state);
    return NULL;
}

static void *write_all(void *context)
{
    pool *p = context;
    pthread_mutex_lock(&p->lock);
    while (!p->stop) {
        slot *s = &p->slots[p->written % p->slot_count];
        if (p->written == p->filled && p->ended)
            break;
        if (p->written == p->filled || !s->done) {
            pthread_cond_wait(&p->change, &p->lock);
            continue;
        }
        pthread_mutex_unlock(&p->lock);
        if (s->messages.size) {
            fflush(stdout);
            fwrite(s->messages.at, 1, s->messages.size, stderr);
        }
        if (s->broken)
            lt_cli_complain("out of memory");
        int emitted = s->out.size ? p->work->emit(p->work->context, s->out.at, s->out.size) : LT_DONE;
        lt_progress_step(p->progress, s->chunk.size);
        pthread_mutex_lock(&p->lock);
        if (s->status > p->status)
            p->status = s->status;
        if (emitted == LT_WRONG) {
            p->status = LT_WRONG;
            p->stop = true;
        }
        s->done = false;
        p->written++;
        pthread_cond_broadcast(&p->change);
    }
    pthread_mutex_unlock(&p->lock);
    return NULL;
}

static void read_all(pool *p, lt_reader *reader)
{
    for (;;) {
        pthread_mutex_lock(&p->lock);
        while (!p->stop && p->filled - p->written == p->slot_count)
            pthread_cond_wait(&p->change, &p->lock);
        bool stop = p->stop;
        slot *s = &p->slots[p->filled % p->slot_count];
        pthread_mutex_unlock(&p->lock);
        bool more = !stop && lt_reader_next(reader, &s->chunk);
        pthread_mutex_lock(&p->lock);
        if (more)
            p->filled++;
        else
            p->ended = true;
        pthread_cond_broadcast(&p->change);
        pthread_mutex_unlock(&p->lock);
        if (!more)
            return;
    }
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
        free(s->chunk.bytes);
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
    pthread_cond_init(&p.change, NULL);
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
    pthread_cond_broadcast(&p.change);
    pthread_mutex_unlock(&p.lock);
    for (unsigned i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
    if (writing)
        pthread_join(threads[jobs], NULL);
    pthread_cond_destroy(&p.change);
    pthread_mutex_destroy(&p.lock);
    close_slots(&p);
    free(threads);
    return p.status;
}
