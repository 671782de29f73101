#!/usr/bin/env bash
#SBATCH --job-name=trial-by-trial
#SBATCH --cpus-per-task=1
#SBATCH --mem=4G
#SBATCH --time=02:00:00
#SBATCH --requeue
#SBATCH --open-mode=append
# A study as a Slurm array job, shard i of n in task i, and a second job that merges the shards once all are done.
# On a machine that submits jobs, with this folder and DIR on a disk that the nodes see too:
#
#   examples/slurm.sh STUDY.json DIR SHARDS
#
# What the lines above ask for is changed there, or by variables that sbatch reads: SBATCH_PARTITION=long,
# SBATCH_ACCOUNT=…, SBATCH_TIMELIMIT=12:00:00. Jobs inherit the PATH: where Node.js is a module, load it before. Most
# clusters take up to 1000 shards.
#
# A task that runs out of time, or whose node fails, leaves what it has finished. The same command continues; or, from
# this folder, only the tasks that failed, and then the merge:
#
#   sbatch --array=3,7 examples/slurm.sh STUDY.json DIR SHARDS
#   npm run -s sim -- merge DIR/shards/*-of-SHARDS --out DIR
set -euo pipefail

if [ $# -lt 3 ] || ! [[ $3 =~ ^[1-9][0-9]{0,5}$ ]]; then
  echo "Usage: $0 STUDY.json DIR SHARDS, with SHARDS a number from 1." >&2
  exit 2
fi
study=$1 out=$2 shards=$3

if [ -n "${SLURM_ARRAY_TASK_ID:-}" ]; then
  # A task of the array. Slurm runs a copy of this script, in the folder that it was submitted from.
  npm run -s sim -- study "$study" --out "$out/shards/$SLURM_ARRAY_TASK_ID-of-$shards" \
    --shard "$SLURM_ARRAY_TASK_ID/$shards" --workers "${SLURM_CPUS_PER_TASK:-1}"
elif [ "${4:-}" = merge ]; then
  npm run -s sim -- merge "$out"/shards/*-of-"$shards" --out "$out"
else
  absolute() { case $1 in /*) printf '%s\n' "$1" ;; *) printf '%s\n' "$PWD/$1" ;; esac }
  root=$(cd "$(dirname "$0")/.." && pwd)
  study=$(absolute "$study")
  out=$(absolute "$out")
  mkdir -p "$out/logs"
  submit() { sbatch --parsable --chdir="$root" "$@"; }
  command=("$root/examples/slurm.sh" "$study" "$out" "$shards")
  # Of several clusters, a number is followed by “;” and the cluster.
  tasks=$(submit --array="1-$shards" --output="$out/logs/shard-%a.log" "${command[@]}")
  merge=$(submit --dependency="afterok:${tasks%%;*}" --kill-on-invalid-dep=yes \
    --output="$out/logs/merge.log" "${command[@]}" merge)
  echo "Submitted: array ${tasks%%;*}, 1-$shards, then merge ${merge%%;*}; logs in $out/logs"
fi
