import { expect, it } from 'vitest';
import { buffersOf, joined, pack, unpack } from './packed.ts';
import { runAll, study } from './testing.ts';

const given = study({
  problems: ['branin', 'forrester'],
  strategies: ['grid', 'bayes'],
  budget: 7,
  repeats: 2,
});
const records = runAll(given);

it('packs and unpacks to the same runs, also after a clone, also joined from parts', () => {
  expect(unpack(pack(records))).toEqual(records);
  const sent = structuredClone(pack(records), { transfer: buffersOf(pack([])) });
  expect(unpack(sent)).toEqual(records);
  expect(unpack(joined([pack(records.slice(0, 3)), pack([]), pack(records.slice(3))]))).toEqual(records);
  expect(unpack(pack([]))).toEqual([]);
});

it('hands over every array', () => {
  const packed = pack(records);
  structuredClone(packed, { transfer: buffersOf(packed) });
  expect(packed.best.length + packed.problem.length + packed.thinkingSeconds.length).toBe(0);
});
