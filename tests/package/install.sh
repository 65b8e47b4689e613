#!/bin/sh
# make install into a directory; a program and a module that use what is there; make uninstall.
. tests/package/common.sh

dest=$t/dest
prefix=/opt/laut
root=$dest$prefix
tree() {
    $MAKE --no-print-directory "$1" BUILD="$BUILD" DESTDIR="$dest" PREFIX=$prefix >"$t/log" 2>&1 ||
        { failed "make $1"; cat "$t/log" >&2; }
}
tree install

# The command, moved away from where it was built.
printf 'Die Brücke sei sicher, sagte Ada Brandt dem Sender „Elbwelle“ zufolge.\n' >"$t/a"
"$root/bin/laut" "$t/a" | grep -q 'Ada Brandt · source: Elbwelle' || failed "the installed command finds no claim"
"$root/bin/laut" check "$root/share/laut/rules" | grep -q ' 0 failed' || failed "the installed rules do not hold"

# A program that knows the library by pkg-config alone, shared and static, in C and in C++. The tree
# stands elsewhere than it will, so that its prefix is told.
cat >"$t/who.c" <<'END'
#include <laut.h>
#include <string.h>

int main(void)
{
    static const char text[] = "Die Brücke sei sicher, sagte Ada Brandt dem Sender „Elbwelle“ zufolge.";
    laut_errors errors;
    laut_engine *engine;
    if (laut_engine_open(&engine, NULL, &errors) < 0)
        return 1;
    laut_document *document;
    if (laut_analyze(engine, text, strlen(text), NULL, &document, &errors.list[0]) < 0)
        return 1;
    size_t count;
    const laut_party *parties = laut_parties(document, &count);
    const laut_claim *claims = laut_claims(document, &count);
    for (size_t i = 0; i < count; i++)
        printf("%s: %s\n", laut_kind_name(claims[i].kind), parties[claims[i].chain[0].party].name);
    laut_document_free(document);
    laut_engine_free(engine);
    return 0;
}
END
cp "$t/who.c" "$t/who.cc"
if have pkg-config; then
    export PKG_CONFIG_PATH="$root/lib/pkgconfig"
    pkg="pkg-config --define-variable=prefix=$root --define-variable=libdir=$root/lib \
        --define-variable=includedir=$root/include"
    [ "$($pkg --modversion laut)" = "$("$root/bin/laut" --version | sed 's/laut //')" ] ||
        failed "pkg-config and laut tell different versions"
    for way in "gcc -std=c11 who.c shared" "g++ -std=c++17 who.cc shared" "gcc -std=c11 who.c static"; do
        set -- $way
        have "$1" || continue
        rm -f "$t/who"
        case $4 in
        # What stands behind -llaut is as shared as ever: Debian has no static ICU without its tables.
        static) libs=$($pkg --static --libs laut | sed 's/-llaut/-l:liblaut.a/') ;;
        *) libs=$($pkg --libs laut) ;;
        esac
        "$1" "$2" $($pkg --cflags laut) "$t/$3" $libs -o "$t/who" || failed "$way: does not build"
        needed=$(readelf -d "$t/who" 2>/dev/null | grep -c 'NEEDED.*liblaut\.so\.')
        [ "$needed" = "$([ "$4" = shared ] && echo 1 || echo 0)" ] || failed "$way: NEEDED is wrong"
        said=$(LD_LIBRARY_PATH="$root/lib" "$t/who")
        [ "$said" = "indirect: Ada Brandt" ] || failed "$way: says '$said'"
    done
fi

# The module, which finds the library of its own tree.
if have python3; then
    said=$(cd "$t" && env -u LAUT_LIBRARY PYTHONPATH="$root/lib/python3/dist-packages" python3 -c '
import laut, sys
print(laut.__file__, laut._lib._name, [c.speaker.name for c in laut.analyze(open("a").read()).claims])')
    [ "$said" = "$root/lib/python3/dist-packages/laut/__init__.py $root/lib/liblaut.so.0 ['Ada Brandt']" ] ||
        failed "the installed module says '$said'"
fi

# man finds the pages.
if have man; then
    for page in 1:laut 5:laut-rules; do
        found=$(MANPATH="$root/share/man" man -w "${page%%:*}" "${page#*:}")
        [ "$found" = "$root/share/man/man${page%%:*}/${page#*:}.${page%%:*}" ] || failed "man -w says '$found'"
    done
fi

# Paths of this tree must not have got into the files.
! grep -l "$t" -r "$root" --exclude-dir=__pycache__ >"$t/log" || { failed "DESTDIR stands in"; cat "$t/log" >&2; }

tree uninstall
[ -z "$(find "$dest" ! -type d)" ] || { failed "uninstall leaves"; find "$dest" ! -type d >&2; }
for dir in share/laut lib/python3/dist-packages/laut; do
    [ ! -e "$root/$dir" ] || failed "uninstall leaves $dir"
done
finish
