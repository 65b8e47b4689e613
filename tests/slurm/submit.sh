#!/bin/sh
# submit.sh ARCHIVE OUT [SBATCH-OPTION…]: analyse an archive on a Slurm cluster.
#
# Every *.jsonl below ARCHIVE is a shard and becomes a file of the same name below OUT. Shards that are
# there already are left out, so the same command again does what is missing. Both directories must
# be the same on all nodes. LAUT is the command (default: laut).
set -eu
[ $# -ge 2 ] || { echo "Usage: submit.sh ARCHIVE OUT [SBATCH-OPTION…]" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
archive=$(cd "$1" && pwd)
mkdir -p "$2/.shards"
out=$(cd "$2" && pwd)
shift 2
case $out/ in
"$archive"/*) echo "$out must not be a part of $archive" >&2; exit 2 ;;
esac

lists=$(mktemp -d "$out/.shards/XXXXXX")
(cd "$archive" && find . -type f -name '*.jsonl') | sed 's|^\./||' | LC_ALL=C sort |
    while IFS= read -r shard; do
        [ -e "$out/$shard" ] || printf '%s\n' "$shard"
    done >"$lists/all"
missing=$(wc -l <"$lists/all")
if [ "$missing" -eq 0 ]; then
    rm -r "$lists"
    echo "all shards are done"
    exit 0
fi

# A list never changes once it is submitted: a requeued task must find its line again.
most=$(scontrol show config | sed -n 's/^MaxArraySize *= *//p')
split -l $((${most:-1001} - 1)) -a 4 "$lists/all" "$lists/part-"
rm "$lists/all"
for list in "$lists"/part-*; do
    sbatch --array="1-$(($(wc -l <"$list")))" --output="$lists/%A_%a.log" "$@" \
        "$here/laut-archive.sbatch" "$archive" "$out" "$list"
done
echo "$missing shards; their logs are in $lists"
