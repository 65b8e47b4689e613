#!/usr/bin/env bash
# test.sh LAUT ARTICLES: an archive on a Slurm of two nodes on this machine, whose workers are killed
# with -9 in the middle of their shards. Nothing may be lost and nothing be there twice. The same
# with GNU parallel.
#
# Everything is in a directory of its own, on ports of its own; needs neither systemd nor a host name
# that resolves.
set -euo pipefail
laut=$(realpath "$1") articles=$(realpath "$2")
here=$(cd "$(dirname "$0")" && pwd)
PATH=$PATH:/usr/sbin:/sbin

for command in munged slurmctld slurmd sbatch parallel; do
    command -v "$command" >/dev/null || { echo "slurm-test: skipped, there is no $command"; exit 0; }
done

T=$(mktemp -d)
chmod 755 "$T" # munged wants it
export SLURM_CONF=$T/slurm.conf LAUT=$laut
daemons=()

say() { echo "slurm-test: $*"; }

fail()
{
    exec >&2
    say "FAILED: $*"
    for log in "$T"/*.log "$T"/out/.shards/*/*.log; do
        [ ! -s "$log" ] || { echo "--- $log"; tail -n 20 "$log"; }
    done
    exit 1
}

# Ours are the processes that know our directory; a daemon of somebody else's Slurm does not.
ours() { grep -alsF -- "$T/" /proc/[0-9]*/environ /proc/[0-9]*/cmdline | cut -d/ -f3 | sort -un; }

clean_up()
{
    exec 2>/dev/null # bash tells of every process that is killed
    scancel --quiet --user="$(id -un)" || true
    for pid in ${daemons[@]+"${daemons[@]}"}; do kill -9 "$pid" || true; done
    for pid in $(ours); do [ "$pid" = $$ ] || kill -9 "$pid" || true; done
    wait || true
    rm -rf "$T"
}
trap clean_up EXIT
trap 'exit 1' HUP INT PIPE TERM

# wait_for SECONDS WHAT COMMAND…
wait_for()
{
    local end=$((SECONDS + $1)) what=$2
    shift 2
    until "$@"; do
        [ $SECONDS -lt $end ] || fail "no $what"
        sleep .1
    done
}

# ---------------------------------------------------------------- the archive, and a single run

mkdir -p "$T/archive/2001" "$T/archive/2002"
"$articles" 26000 "$here"/../../corpus/*.jsonl >"$T/all"
sed -n 1,12000p "$T/all" >"$T/archive/2001/long one.jsonl"
sed -n 12001,24000p "$T/all" >"$T/archive/2002/other.jsonl"
sed -n 24001,25000p "$T/all" >"$T/archive/2001/short.jsonl"
sed -n 25001,26000p "$T/all" >"$T/archive/2002/short.jsonl"
"$laut" --input jsonl --format jsonl "$T/all" | LC_ALL=C sort >"$T/expected"
[ "$(wc -l <"$T/expected")" -eq 26000 ] || fail "the single run is not whole"

# same DIRECTORY: what stands in it is what the single run wrote.
same()
{
    [ "$(find "$1" -name '*.jsonl' | wc -l)" -eq 4 ] || fail "not the four shards in $1"
    find "$1" -name '*.jsonl' -exec cat {} + | LC_ALL=C sort | cmp - "$T/expected" ||
        fail "$1 is not what the single run wrote"
    [ -z "$(find "$1" -name '*.partial*')" ] || fail "remains in $1"
}

# ---------------------------------------------------------------- a cluster

free_ports() # three ports in a row that nobody listens on
{
    local base p
    for base in $(seq $((20000 + $$ % 1000 * 10)) 10 39990); do
        for p in 0 1 2; do
            ! (: <"/dev/tcp/127.0.0.1/$((base + p))") 2>/dev/null || continue 2
        done
        echo "$base"
        return
    done
}

port=$(free_ports)
host=$(uname -n)
host=${host%%.*}
me=$(id -un)
cat >"$SLURM_CONF" <<END
ClusterName=laut
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$port
SlurmUser=$me
SlurmdUser=$me
AuthType=auth/munge
AuthInfo=socket=$T/munge.socket
CredType=cred/munge
StateSaveLocation=$T/state
SlurmdSpoolDir=$T/spool-%n
SlurmctldPidFile=$T/slurmctld.pid
SlurmdPidFile=$T/slurmd-%n.pid
SlurmctldLogFile=$T/slurmctld.log
SlurmdLogFile=$T/slurmd-%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SlurmdParameters=config_overrides
SchedulerParameters=batch_sched_delay=1,sched_interval=5
ReturnToService=2
JobRequeue=1
RequeueExit=75,137
KillWait=2
NodeName=n1 NodeHostname=$host NodeAddr=127.0.0.1 Port=$((port + 1)) CPUs=1
NodeName=n2 NodeHostname=$host NodeAddr=127.0.0.1 Port=$((port + 2)) CPUs=1
PartitionName=main Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP
END
mkdir "$T/state" "$T/spool-n1" "$T/spool-n2"
(umask 077 && head -c 1024 /dev/urandom >"$T/munge.key")

munged --foreground --key-file="$T/munge.key" --socket="$T/munge.socket" \
    --pid-file="$T/munged.pid" --seed-file="$T/munge.seed" --log-file="$T/munged.log" \
    >"$T/munged.out.log" 2>&1 &
daemons+=($!)
wait_for 20 "munge" test -S "$T/munge.socket"
slurmctld -D >"$T/slurmctld.out.log" 2>&1 &
daemons+=($!)
for node in n1 n2; do
    slurmd -D -N $node >"$T/slurmd-$node.out.log" 2>&1 &
    daemons+=($!)
done
idle() { [ "$(sinfo --noheader --format=%T --Node 2>/dev/null | grep -c '^idle$')" -eq 2 ]; }
wait_for 60 "two idle nodes" idle
say "munge, slurmctld and two slurmd run, on ports $port to $((port + 2))"

# ---------------------------------------------------------------- workers are killed

# The process that writes a file: one of its words is the file. (No word of grep is, with ^ and $.)
# That some other process ended while grep read is no failure.
worker()
{
    local found
    found=$({ grep -alsz -- "^$1.partial$" /proc/[0-9]*/cmdline || true; } | cut -d/ -f3)
    [ -n "$found" ] && echo "${found%%[!0-9]*}"
}

parent() { sed -n 's/^PPid:[[:space:]]*//p' "/proc/$1/status"; }

# Stop the worker that writes a file where some of it is written, but not all. Its number goes to
# $stopped.
stop_in_the_middle()
{
    local file=$1 beside written=0
    wait_for 60 "worker on $file" worker "$file" >/dev/null
    stopped=$(worker "$file") || fail "$file was done before its worker could be stopped"
    while [ "$written" -eq 0 ]; do
        kill -CONT "$stopped" 2>/dev/null && sleep .03 && kill -STOP "$stopped" 2>/dev/null ||
            fail "$file was done before its worker could be stopped"
        beside=$(find "${file%/*}" -path "$file.partial.??????")
        [ -z "$beside" ] || written=$(stat -c %s "$beside")
    done
    [ ! -e "$file" ] || fail "$file is there before it is whole"
    middles+=("$written $file")
}

# Every worker was stopped before it had written all.
check_middles()
{
    local middle whole
    for middle in "${middles[@]}"; do
        whole=$(stat -c %s "${middle#* }") || fail "${middle#* } is missing"
        [ "${middle%% *}" -lt "$whole" ] || fail "the worker on ${middle#* } was killed too late"
        say "  killed after ${middle%% *} of $whole bytes of ${middle##*/}"
    done
    middles=()
}

submit() { "$here/submit.sh" "$T/archive" "$T/out"; }

# What is requeued waits for two minutes; we do not.
ended()
{
    squeue --noheader --array --states=PENDING --format='%F_%K %r' | while read -r job why; do
        [ "$why" != BeginTime ] || scontrol update jobid="$job" starttime=now || true
    done
    [ -z "$(squeue --noheader)" ]
}

middles=()
submit >/dev/null
for shard in "2001/long one.jsonl" 2002/other.jsonl; do
    stop_in_the_middle "$T/out/$shard"
    kill -9 "$stopped"
done
wait_for 300 "end of the tasks" ended
restarts=$(scontrol show job | grep -c 'Restarts=1 ') || true
[ "$restarts" -eq 2 ] || fail "$restarts tasks were requeued, not 2"
same "$T/out"
say "two workers killed, two tasks requeued: sorted, the output is that of a single run"
check_middles

# Done again, only what is missing is done. A task that is killed as a whole is not requeued: that
# shard is missing, too, until the next time.
submit | grep -q "^all shards are done" || fail "a rerun finds something to do"
rm "$T/out/2001/long one.jsonl"
touch "$T/before"
submit | grep -q "^1 shards" || fail "not just the missing shard is done"
stop_in_the_middle "$T/out/2001/long one.jsonl"
kill -9 "$(parent "$stopped")"
wait_for 60 "end of the task" ended
[ ! -e "$T/out/2001/long one.jsonl" ] || fail "a shard is there though its task was killed"
submit | grep -q "^1 shards" || fail "not just the missing shard is done"
wait_for 60 "end of the task" ended
[ "$(find "$T/out" -name '*.jsonl' -newer "$T/before" | wc -l)" -eq 1 ] || fail "a finished shard was done again"
same "$T/out"
say "a task killed and the archive submitted again: only what was missing is done, and all is there"
check_middles

# ---------------------------------------------------------------- GNU parallel

(cd "$T/archive" && find . -name '*.jsonl') |
    parallel --will-cite --jobs 2 --retries 3 "$here/laut-archive.sbatch" "$T/archive" "$T/parallel" \
        >"$T/parallel.log" 2>&1 &
running=$!
stop_in_the_middle "$T/parallel/./2002/other.jsonl"
kill -9 "$stopped"
wait "$running" || fail "parallel did not do all"
same "$T/parallel"
say "the same with GNU parallel, a worker killed"
check_middles

# Lines that cannot be read do not pass for a finished shard.
mkdir "$T/broken"
{ head -n 2 "$T/all"; echo '{"id": "broken"'; } >"$T/broken/x.jsonl"
status=0
"$here/laut-archive.sbatch" "$T/broken" "$T/parallel" x.jsonl 2>"$T/broken.log" || status=$?
[ "$status" -eq 2 ] && [ ! -e "$T/parallel/x.jsonl" ] && grep -q 'x\.jsonl:3: ' "$T/broken.log" &&
    [ "$(wc -l <"$T/parallel/x.jsonl.partial")" -eq 2 ] || fail "a broken line is passed over"
say "passed"
