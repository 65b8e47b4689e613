# What the tests of this directory share. Each is run from the top directory, with BUILD and MAKE.
set -u
status=0
t=$(mktemp -d)
trap 'rm -rf "$t"' EXIT

name=$(basename "$0" .sh)

failed() {
    echo "tests/package/$name.sh: $*" >&2
    status=1
}

# Is the program there? What cannot be tried is said.
have() {
    command -v "$1" >/dev/null && return
    echo "tests/package/$name.sh: without $1"
    return 1
}

# same WHAT WANTED FOUND: two lists of lines.
same() {
    printf '%s\n' "$2" >"$t/wanted"
    printf '%s\n' "$3" >"$t/found"
    diff -u "$t/wanted" "$t/found" >"$t/diff" && return
    failed "$1"
    sed 1,2d "$t/diff" >&2
}

finish() {
    [ $status != 0 ] || echo "tests/package/$name.sh: passed"
    exit $status
}

# ---------------------------------------------------------------- what the command takes

case $BUILD in /*) laut=$BUILD/laut ;; *) laut=$PWD/$BUILD/laut ;; esac

commands() { "$laut" --help | sed -n 's/^\(Usage:\)\? *laut \([a-z][a-z-]*\) .*/\2/p'; }

# usage COMMAND: every help that there is for it.
usage() { { "$laut" --help; [ -z "$1" ] || "$laut" "$1" --help; } | sort -u; }

# letters_and_options COMMAND: lines of "-o --output" or "--input".
letters_and_options() {
    usage "$1" | sed -n 's/^  *\(-[a-z]\), \(--[a-z-]*\).*/\1 \2/p; s/^  *\(--[a-z-]*\).*/\1/p' | LC_ALL=C sort -u
}

all_letters_and_options() {
    for c in '' $(commands); do letters_and_options "$c"; done | LC_ALL=C sort -u
}

# values OPTION [COMMAND]: the words that may stand behind it; nothing where any text, number or file may. They are
# taken from the message about a wrong one.
values() {
    expected=$(cd "$t" && "$laut" ${2-} "$1=?" ./none 2>&1 </dev/null | sed -n "s/.*: '?' is not //p")
    case $expected in
    *--list-formats*) "$laut" --list-formats | sed 's/ .*//' ;;
    '' | 'a '*) ;;
    *) echo "$expected" | sed 's/, / /g; s/ or / /g' | tr ' ' '\n' ;;
    esac | LC_ALL=C sort
}

# taken COMMAND: the options that mean something to it.
taken() {
    letters_and_options "$1" | sed 's/.* //' | while read -r option; do
        value=
        if usage "$1" | grep -Eq -- "$option [A-Z]"; then
            value=$(values "$option" "$1" | head -n 1)
            [ -n "$value" ] || value=1
        fi
        # The input is not there, so that nothing more happens.
        said=$(cd "$t" && timeout 5 "$laut" $1 $option $value ./none 2>&1 </dev/null)
        case $said in
        *"means nothing to"*) ;;
        *" is not "*) failed "no value is known for $option" ;;
        *) echo "$option" ;;
        esac
    done
}
