/* A hash of short texts: words and names. Not the same on all machines, so nothing that is written may
 * hang on it. */
#ifndef LT_HASH_H
#define LT_HASH_H

#include <stdint.h>
#include <string.h>

static inline uint64_t lt_hash_bytes(const char *at, size_t n)
{
    uint64_t v = 0;
    memcpy(&v, at, n);
    return v;
}

/* Multiply and fold, eight bytes at a time; the last ones may be taken twice. */
static inline uint32_t lt_hash(const char *text, size_t size)
{
    const uint64_t k = UINT64_C(0x9E3779B97F4A7C15); /* 2^64 by the golden ratio (Knuth 6.4) */
    uint64_t h = size * k;
    for (size_t i = 0; i + 8 < size; i += 8) {
        h = (h ^ lt_hash_bytes(text + i, 8)) * k;
        h ^= h >> 32;
    }
    if (size >= 8)
        h ^= lt_hash_bytes(text + size - 8, 8);
    else if (size >= 4)
        h ^= lt_hash_bytes(text, 4) << 32 | lt_hash_bytes(text + size - 4, 4);
    else if (size)
        h ^= (uint64_t)(unsigned char)text[0] << 16 | (uint64_t)(unsigned char)text[size / 2] << 8 |
             (unsigned char)text[size - 1];
    h *= k;
    return (uint32_t)(h >> 32) ^ (uint32_t)h;
}

#endif
