#!/bin/bash
# The pages README.md and rules/README.md tell the truth: what stands behind a `$` in a console block is
# run, one after the other, and prints what the block shows. A block of code is the file that the text
# around it calls so: who.c, who.py, mine/de/believe.laut.
. tests/package/common.sh

root=$t/root
$MAKE --no-print-directory install BUILD="$BUILD" DESTDIR="$root" PREFIX=/usr/local >"$t/log" 2>&1 || cat "$t/log" >&2
export PKG_CONFIG_PATH=$root/usr/local/lib/pkgconfig PKG_CONFIG_SYSROOT_DIR=$root
export LD_LIBRARY_PATH=$root/usr/local/lib LAUT_LIBRARY=$root/usr/local/lib/liblaut.so.0
export PYTHONPATH=$PWD/src/python PYTHONDONTWRITEBYTECODE=1

mkdir "$t/top"
cp -R corpus rules "$t/top"
mkdir "$t/top/build" && ln -s "$laut" "$t/top/build/laut"
top=$PWD
ran=0

# The block is in $t/block, its kind in $1; names come from the text before it.
take() {
    case $1 in
    c | python) cp "$t/block" "$t/top/$named" ;;
    laut) case $named in *.laut) mkdir -p "$t/top/$(dirname "$named")"; cp "$t/block" "$t/top/$named" ;; esac ;;
    '') # a line in the place of the one that begins like it
        word=$(awk '{ print $1; exit }' "$t/block")
        [ "$word" != match ] || ! [ -e "$t/top/$named" ] ||
            sed -i "/^  match /{r $t/block
                d}" "$t/top/$named" ;;
    console)
        # what a `cat` shows of a file that is not there is that file
        file=
        while IFS= read -r line; do
            case $line in
            '$ cat '*) file=$t/top/${line#"$ cat "}; [ ! -e "$file" ] || file= ;;
            '$ '*) file= ;;
            *) [ -z "$file" ] || printf '%s\n' "$line" >>"$file" ;;
            esac
        done <"$t/block"
        : >"$t/shown"
        while IFS= read -r line; do
            printf '%s\n' "$line" >>"$t/shown"
            case $line in '$ '*)
                printf '%s\n' "$line" >>"$t/printed"
                (cd "$t/top" && bash -c "${line#* }") >>"$t/printed" 2>&1
                ran=$((ran + 1)) ;;
            esac
        done <"$t/block"
        diff -u "$t/shown" "$t/printed" >"$t/diff" || { failed "$page:$at"; sed 1,2d "$t/diff" >&2; }
        : >"$t/printed" ;;
    esac
}

for page in README.md rules/README.md; do
    number=0 kind=none named=none
    : >"$t/printed"
    while IFS= read -r line; do
        number=$((number + 1))
        case $line in
        '```'*)
            if [ "$kind" = none ]; then
                kind=${line#'```'} at=$number
                : >"$t/block"
            else
                take "$kind"
                kind=none
            fi ;;
        *)
            if [ "$kind" != none ]; then
                printf '%s\n' "$line" >>"$t/block"
            else
                file=$(printf '%s\n' "$line" | grep -o '`\(who\.c\|who\.py\|mine/de/[a-z]*\.laut\)`' | tr -d '`')
                [ -z "$file" ] || named=$file
            fi ;;
        esac
    done <"$top/$page"
done
[ $ran -ge 10 ] || failed "only $ran commands were found"
finish
