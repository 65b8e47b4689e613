#!/bin/sh
# The manual pages: laut(1) has every command, option and format of the command and no others, and
# both pages are shown without a warning.
. tests/package/common.sh
page=src/packaging/laut.1

# items SECTION: the .It lines of a section, without macros.
items() {
    awk -v wanted="$1" '/^\.S[hs] / { inside = substr($0, 5) == wanted } inside && /^\.It / { print substr($0, 5) }' $page
}

same "options in --help (-) and in laut(1) (+)" "$(all_letters_and_options)" \
    "$(items OPTIONS | sed 's/^Fl \([a-z]\) , Fl -/-\1 --/; s/^Fl -/--/; s/ Ar .*//' | LC_ALL=C sort)"
same "options with a value in --help (-) and in laut(1) (+)" \
    "$(usage '' | grep -Eo -- '--[a-z-]+ [A-Z]+' | sed 's/ .*//' | LC_ALL=C sort -u)" \
    "$(items OPTIONS | sed -n 's/.*Fl -\([a-z-]*\) Ar .*/--\1/p' | LC_ALL=C sort)"
same "commands in --help (-) and in laut(1) (+)" "$(commands)" "$(items COMMANDS | sed 's/Cm \([a-z-]*\).*/\1/')"
for command in $(commands); do
    grep -A 1 '^\.Nm$' $page | grep -qx "\.Cm $command" || failed "laut(1): $command is not in the synopsis"
done
same "formats (-) and those in laut(1) (+)" "$(values --format)" \
    "$(items FORMATS | sed 's/^Cm //; s/ .*//' | LC_ALL=C sort)"
# What may stand behind an option is named where the option is.
for option in $(all_letters_and_options | sed 's/.* //'); do
    [ "$option" != --format ] || continue
    for value in $(values "$option"); do
        sed -n "/^\.It .*Fl -${option#--} /,/^\.\(It\|El\)/p" $page | sed 1,1b | grep -q "^\.Cm $value\b" ||
            failed "laut(1): $option does not name $value"
    done
done
same "limits of laut.h (-) and in laut(1) (+)" \
    "$(sed -n 's/^static const char \*const limits.*{\(.*\)};/\1/p' src/terms.c | tr -d '" ' | tr ',' '\n')" \
    "$(items Limits | sed 's/^Cm //')"
same "kinds of laut.h (-) and in laut(1) (+)" "$(sed -n '/^typedef enum.*the kinds/,/^}/s/^ *LAUT_\([A-Z_]*\),*$/\1/p' include/laut.h |
    tr A-Z a-z)" "$(items 'Kinds of claims' | sed 's/^Cm //')"
# Every heading and the first column of every table of the reference has come into laut-rules(5).
for heading in $(awk '/^```/ { fence = !fence } !fence && sub(/^###? /, "") { gsub(/ /, "_"); print }' rules/README.md); do
    grep -Eiq "^\.S[HS] $(echo "$heading" | tr _ ' ')\$" "$BUILD/man/laut-rules.5" ||
        failed "laut-rules(5): no section $heading"
done
rows=$(grep '^|' rules/README.md | grep -vc -- '^| *--')
heads=$(grep -c '^| *--' rules/README.md)
[ "$(grep -c '^\.TP' "$BUILD/man/laut-rules.5")" = $((rows - heads + 1)) ] || failed "laut-rules(5): rows are missing"

for file in $page "$BUILD/man/laut-rules.5"; do
    if have mandoc; then
        # Those of the style are about the length of lines, and about pages that are not installed here.
        mandoc -T lint -W warning -K utf-8 "$file" >"$t/log" || true
        [ ! -s "$t/log" ] || { failed "mandoc"; cat "$t/log" >&2; }
    fi
    if have groff; then
        groff -ww -mandoc -Kutf8 -Tutf8 "$file" 2>"$t/log" >/dev/null
        [ ! -s "$t/log" ] || { failed "groff"; cat "$t/log" >&2; }
    fi
    if have man; then
        LC_ALL=C.UTF-8 man --warnings -l "$file" 2>"$t/log" >"$t/page"
        [ ! -s "$t/log" ] || { failed "man"; cat "$t/log" >&2; }
        [ "$(wc -l <"$t/page")" -gt 100 ] || failed "man shows little of $file"
    fi
done
finish
