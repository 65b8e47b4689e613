#!/bin/sh
# The shared library exports the functions that laut.h declares with LAUT_API, and nothing else.
. tests/package/common.sh

declared=$(sed -n 's/^LAUT_API .*\(laut_[a-z0-9_]*\)(.*/\1/p' include/laut.h | LC_ALL=C sort)
exported=$(nm -D --defined-only "$BUILD/liblaut.so" | sed 's/.* //' | LC_ALL=C sort)

[ "$(grep -c '^LAUT_API ' include/laut.h)" = "$(echo "$declared" | wc -l)" ] ||
    failed "a declaration with LAUT_API in laut.h has no name on its first line"
same "declared (-) and exported (+) functions differ" "$declared" "$exported"

# A function without LAUT_API would be declared, but not exported.
same "functions of laut.h without LAUT_API" "" \
    "$(grep -E '^[a-z].*[ *]laut_[a-z0-9_]+\(' include/laut.h)"

so=$(readelf -d "$BUILD/liblaut.so" | sed -n 's/.*SONAME.*\[\(.*\)\]/\1/p')
case $so in
liblaut.so.[0-9]*) [ -e "$BUILD/$so" ] || failed "$so is not beside the library" ;;
*) failed "the library has the soname '$so'" ;;
esac
finish
