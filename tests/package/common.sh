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
