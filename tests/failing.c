/* See failing.h. */
#include "failing.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>

static atomic_bool armed;
static atomic_size_t count;
static size_t first;
static bool all;

void fail_from_here(size_t n, bool ever_after)
{
    first = n;
    all = ever_after;
    count = 0;
    armed = true;
}

size_t fail_no_more(void)
{
    armed = false;
    return count;
}

static bool fails(void)
{
    if (!armed)
        return false;
    size_t n = atomic_fetch_add(&count, 1) + 1;
    if (n != first && !(all && first && n > first))
        return false;
    errno = ENOMEM;
    return true;
}

/* AddressSanitizer's own, where it is linked in, else the C library's. */
void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t),
    *__libc_memalign(size_t, size_t);
__attribute__((weak)) void *__interceptor_malloc(size_t);
__attribute__((weak)) void *__interceptor_calloc(size_t, size_t);
__attribute__((weak)) void *__interceptor_realloc(void *, size_t);
__attribute__((weak)) void *__interceptor_aligned_alloc(size_t, size_t);

#define SHOWN __attribute__((visibility("default")))

SHOWN void *malloc(size_t size)
{
    if (fails())
        return NULL;
    return __interceptor_malloc ? __interceptor_malloc(size) : __libc_malloc(size);
}

SHOWN void *calloc(size_t n, size_t size)
{
    if (fails())
        return NULL;
    return __interceptor_calloc ? __interceptor_calloc(n, size) : __libc_calloc(n, size);
}

SHOWN void *realloc(void *p, size_t size)
{
    if (fails())
        return NULL;
    return __interceptor_realloc ? __interceptor_realloc(p, size) : __libc_realloc(p, size);
}

SHOWN void *aligned_alloc(size_t border, size_t size)
{
    if (fails())
        return NULL;
    return __interceptor_aligned_alloc ? __interceptor_aligned_alloc(border, size) : __libc_memalign(border, size);
}
