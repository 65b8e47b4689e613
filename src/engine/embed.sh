#!/bin/sh
# Print the C file that holds the files below the directory $2 whose names end with one of the
# suffixes $3 …, as the table $1 (see embedded.h).
# The assembler reads the files in: it takes no time and knows no limit on the length of strings.
set -eu
table=$1
dir=${2%/}
shift 2
cat <<EOF
/* Made by src/engine/embed.sh. */
#include "engine/embedded.h"

#define HOLD(n, path)                                                                           \\
    __asm__(".pushsection .rodata\n"                                                            \\
            "${table}_" #n ": .incbin \"" path "\"\n"                                           \\
            ".byte 0\n"                                                                         \\
            ".popsection\n");                                                                   \\
    extern const char ${table}_##n[] __attribute__((visibility("hidden")));

EOF
names=
for suffix in "$@"; do
    names="$names${names:+ -o }-name *.$suffix"
done
set -f # the patterns are for find
(cd "$dir" && find . -type f \( $names \) | LC_ALL=C sort) | {
    n=0
    rows=
    while read -r path; do
        path=${path#./}
        printf 'HOLD(%d, "%s/%s")\n' "$n" "$dir" "$path"
        rows="$rows    {\"$path\", ${table}_$n, $(wc -c <"$dir/$path")},
"
        n=$((n + 1))
    done
    # An array of size 0 is no C: an empty entry, not counted, closes the table.
    printf '\nconst lt_embedded_file %s[] = {\n%s    {0},\n};\n' "$table" "$rows"
    printf 'const size_t %s_count = %d;\n' "$table" "$n"
}
