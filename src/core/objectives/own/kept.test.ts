import { expect, it } from 'vitest';
import { kept } from './kept.ts';

it('remembers the latest results, and forgets what was not asked for the longest', () => {
  const computed: string[] = [];
  const length = kept(2, (key) => {
    computed.push(key);
    return key.length;
  });
  expect([length('a'), length('bb'), length('a'), length('ccc'), length('a')]).toEqual([1, 2, 1, 3, 1]);
  expect(computed).toEqual(['a', 'bb', 'ccc']);
  expect(['a', 'bb', 'ccc'].map(length.knows)).toEqual([true, false, true]);
});

it('takes what was computed elsewhere, also what is undefined', () => {
  const failing = kept<number | undefined>(2, () => {
    throw new Error('Nothing was to be computed.');
  });
  failing.learn('a', 7);
  failing.learn('b', undefined);
  expect([failing('a'), failing('b')]).toEqual([7, undefined]);
  // What is learnt anew takes no second place.
  failing.learn('b', 8);
  expect([failing('a'), failing('b')]).toEqual([7, 8]);
});
