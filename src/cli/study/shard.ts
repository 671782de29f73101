/** Which part of a study: shard i of n, written i/n. */
import { UsageError } from '../usage.ts';

export interface Shard {
  i: number;
  n: number;
}

export const WHOLE: Shard = { i: 1, n: 1 };
export const shardName = ({ i, n }: Shard): string => (n === 1 ? 'the whole study' : `shard ${i}/${n}`);

/** @throws {UsageError} */
export function readShard(text: string): Shard {
  const [, i, n] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const shard = { i: Number(i), n: Number(n) };
  if (i === undefined || shard.i < 1 || shard.i > shard.n)
    throw new UsageError(`--shard takes i/n with 1 ≤ i ≤ n, such as 2/4; got “${text}”.`);
  return shard;
}
