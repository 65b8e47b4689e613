#!/bin/sh
# Print the C file that holds the rules below the directory $1 (see embedded.h).
# The assembler reads the files in: it takes no time and knows no limit on the length of strings.
set -eu
dir=${1%/}
cat <<'EOF'
/* Made by src/engine/embed.sh. */
#include "engine/embedded.h"

#define HOLD(n, path)                                                                           \
    __asm__(".pushsection .rodata\n"                                                            \
            "lt_rules_" #n ": .incbin \"" path "\"\n"                                           \
            ".byte 0\n"                                                                         \
            ".popsection\n");                                                                   \
    extern const char lt_rules_##n[] __attribute__((visibility("hidden")));

EOF
(cd "$dir" && find . -type f \( -name '*.laut' -o -name '*.tsv' \) | LC_ALL=C sort) | {
    n=0
    table=
    while read -r path; do
        path=${path#./}
        printf 'HOLD(%d, "%s/%s")\n' "$n" "$dir" "$path"
        table="$table    {\"$path\", lt_rules_$n, $(wc -c <"$dir/$path")},
"
        n=$((n + 1))
    done
    # An array of size 0 is no C: an empty entry, not counted, closes the table.
    printf '\nconst lt_embedded_file lt_embedded[] = {\n%s    {0},\n};\n' "$table"
    printf 'const size_t lt_embedded_count = %d;\n' "$n"
}
