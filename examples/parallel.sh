#!/usr/bin/env bash
# A study in shards under GNU parallel, on this machine or on many, and then merged.
#
#   examples/parallel.sh STUDY.json DIR SHARDS [OPTIONS OF PARALLEL…]
#
# On this machine, as many shards at once as it has cores:
#
#   examples/parallel.sh examples/study.json results 8
#
# On several machines that have this folder and DIR at the same path (a shared disk, say), as many shards at once as
# each has cores; “:” is this machine, “4/host” takes four at once, hosts.txt has one host a line:
#
#   examples/parallel.sh examples/study.json results 64 --sshlogin :,host1,4/user@host2
#   examples/parallel.sh examples/study.json results 64 --sshloginfile hosts.txt
#
# Where they have the program at the same path, but share no disk, rsync sends the study and fetches the results:
#
#   examples/parallel.sh "$PWD/study.json" "$PWD/results" 64 --sshloginfile hosts.txt \
#     --transferfile "$PWD/study.json" --return "$PWD/results/shards/{}-of-64"
#
# Node.js and npm have to be on the PATH that `ssh host` has, and the program has the same version everywhere: shards of
# another one are not merged. Cut off at any moment, the same command continues: what is finished is not done again. The
# results are those of `sim study` without shards, byte for byte.
set -euo pipefail

if [ $# -lt 3 ] || ! [[ $3 =~ ^[1-9][0-9]{0,5}$ ]]; then
  echo "Usage: $0 STUDY.json DIR SHARDS [OPTIONS OF PARALLEL…], with SHARDS a number from 1." >&2
  exit 2
fi
# There is another program of this name, in moreutils.
if ! parallel --version 2>/dev/null | grep -q '^GNU parallel'; then
  echo "GNU parallel is needed: install it, with apt-get install parallel or brew install parallel." >&2
  exit 2
fi

absolute() { case $1 in /*) printf '%s\n' "$1" ;; *) printf '%s\n' "$PWD/$1" ;; esac }
root=$(cd "$(dirname "$0")/.." && pwd)
study=$(absolute "$1")
out=$(absolute "$2")
shards=$3
shift 3

parallel --quote --workdir "$root" --halt soon,fail=1 "$@" \
  npm run -s sim -- study "$study" --out "$out/shards/{}-of-$shards" --shard "{}/$shards" --workers 1 \
  ::: $(seq "$shards")

cd "$root"
npm run -s sim -- merge "$out"/shards/*-of-"$shards" --out "$out"
