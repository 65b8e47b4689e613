#!/bin/sh
# laut.h by itself is C11 and C++17, for gcc and for clang, without a warning.
. tests/package/common.sh

printf '#include <laut.h>\nint main(void) { return laut_format_named("json", (laut_format *)0) == 0; }\n' >"$t/a.c"
cp "$t/a.c" "$t/a.cc"
warnings="-pedantic -Wall -Wextra -Wshadow -Werror -fsyntax-only -Iinclude"
for compiler in gcc clang; do
    if have $compiler; then
        $compiler -std=c11 -Wstrict-prototypes $warnings "$t/a.c" || failed "$compiler: no C11"
    fi
done
for compiler in g++ clang++; do
    if have $compiler; then
        $compiler -std=c++17 $warnings "$t/a.cc" || failed "$compiler: no C++17"
    fi
done
finish
