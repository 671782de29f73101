/**
 * Many runs in a handful of arrays: what passes between threads and is kept between visits. A hundred thousand small
 * arrays would take a page longer to receive than to draw.
 */
import type { RunRecord } from './types.ts';

/** Runs one after the other; entry r of the first five belongs to run r, the others hold all trials in a row. */
export interface PackedRuns {
  problem: Uint16Array<ArrayBuffer>;
  strategy: Uint16Array<ArrayBuffer>;
  repeat: Uint16Array<ArrayBuffer>;
  /** Trials of the run. */
  length: Uint32Array<ArrayBuffer>;
  unused: Uint32Array<ArrayBuffer>;
  thinkingSeconds: Float64Array<ArrayBuffer>;
  y: Float64Array<ArrayBuffer>;
  value: Float64Array<ArrayBuffer>;
  best: Float64Array<ArrayBuffer>;
  flags: Uint8Array<ArrayBuffer>;
  batch: Uint16Array<ArrayBuffer>;
}

/** Every column: its kind, and whether it has an entry for each run or for each trial. */
export const COLUMNS = [
  ['problem', Uint16Array, 'run'],
  ['strategy', Uint16Array, 'run'],
  ['repeat', Uint16Array, 'run'],
  ['length', Uint32Array, 'run'],
  ['unused', Uint32Array, 'run'],
  ['thinkingSeconds', Float64Array, 'run'],
  ['y', Float64Array, 'trial'],
  ['value', Float64Array, 'trial'],
  ['best', Float64Array, 'trial'],
  ['flags', Uint8Array, 'trial'],
  ['batch', Uint16Array, 'trial'],
] as const satisfies readonly [keyof PackedRuns, unknown, 'run' | 'trial'][];

export function pack(records: readonly RunRecord[]): PackedRuns {
  const trials = records.reduce((sum, { y }) => sum + y.length, 0);
  const packed: PackedRuns = {
    problem: Uint16Array.from(records, ({ problem }) => problem),
    strategy: Uint16Array.from(records, ({ strategy }) => strategy),
    repeat: Uint16Array.from(records, ({ repeat }) => repeat),
    length: Uint32Array.from(records, ({ y }) => y.length),
    unused: Uint32Array.from(records, ({ unused }) => unused),
    thinkingSeconds: Float64Array.from(records, ({ thinkingSeconds }) => thinkingSeconds),
    y: new Float64Array(trials),
    value: new Float64Array(trials),
    best: new Float64Array(trials),
    flags: new Uint8Array(trials),
    batch: new Uint16Array(trials),
  };
  let at = 0;
  for (const { y, value, best, flags, batch } of records) {
    packed.y.set(y, at);
    packed.value.set(value, at);
    packed.best.set(best, at);
    packed.flags.set(flags, at);
    packed.batch.set(batch, at);
    at += y.length;
  }
  return packed;
}

/** The runs again, as views of the packed arrays: nothing is copied. */
export function unpack(packed: PackedRuns): RunRecord[] {
  let from = 0;
  return Array.from(packed.length, (length, r) => {
    const to = from + length;
    const record: RunRecord = {
      problem: packed.problem[r],
      strategy: packed.strategy[r],
      repeat: packed.repeat[r],
      y: packed.y.subarray(from, to),
      value: packed.value.subarray(from, to),
      best: packed.best.subarray(from, to),
      flags: packed.flags.subarray(from, to),
      batch: packed.batch.subarray(from, to),
      unused: packed.unused[r],
      thinkingSeconds: packed.thinkingSeconds[r],
    };
    from = to;
    return record;
  });
}

/** What can be handed over instead of copied. */
export const buffersOf = (packed: PackedRuns): ArrayBuffer[] =>
  Object.values(packed as unknown as Record<string, Float64Array<ArrayBuffer>>).map(({ buffer }) => buffer);

/** Several packs as one. */
export const joined = (packs: readonly PackedRuns[]): PackedRuns =>
  packs.length === 1 ? packs[0] : pack(packs.flatMap(unpack));
