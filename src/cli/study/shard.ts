/** Which part of a study: shard i of n, written i/n. */
import * as v from 'valibot';
import { planRuns, shardOf } from '#core/study/plan.ts';
import type { RunKey, Study } from '#core/study/types.ts';
import { UsageError } from '../usage.ts';

const MOST = 1_000_000;

export interface Shard {
  i: number;
  n: number;
}

/** i and n, as files have them. */
export const ShardOf = v.pipe(
  v.tuple([v.pipe(v.number(), v.integer(), v.minValue(1)), v.pipe(v.number(), v.integer())]),
  v.check(([i, n]) => i <= n && n <= MOST),
);

export const WHOLE: Shard = { i: 1, n: 1 };

export const shardName = ({ i, n }: Shard): string => (n === 1 ? 'the whole study' : `shard ${i}/${n}`);

/** None where there are more shards than runs. */
export const runsOfShard = (study: Study, { i, n }: Shard): RunKey[] => shardOf(planRuns(study), i, n);

/** @throws {UsageError} */
export function readShard(text: string): Shard {
  const [, i, n] = /^(\d{1,7})\/(\d{1,7})$/.exec(text) ?? [];
  const shard = { i: Number(i), n: Number(n) };
  if (i === undefined || shard.i < 1 || shard.i > shard.n || shard.n > MOST)
    throw new UsageError(`--shard takes i/n with 1 ≤ i ≤ n ≤ ${MOST}, such as 2/4; got “${text}”.`);
  return shard;
}
