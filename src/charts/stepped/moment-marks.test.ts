import { expect, it } from 'vitest';
import { shownInFull, signOf } from './moment-marks.ts';

it('every kind of moment has a sign of its own, one that nobody knows a plain one', () => {
  const signs = ['lost', 'leader', 'within', 'restart', 'unused', 'surprise'].map(signOf);
  expect(new Set(signs).size).toBe(6);
  expect(signs).not.toContain(signOf('no such kind'));
});

it('the heaviest of neighbours is shown in full, the first of equals', () => {
  const at = (places: number[]) => (i: number) => places[i];
  const marks = (...weights: number[]) => weights.map((weight) => ({ weight }));
  expect(shownInFull(marks(1, 3, 2), at([0, 5, 10]), 8)).toEqual([false, true, false]);
  expect(shownInFull(marks(1, 3, 2), at([0, 8, 16]), 8)).toEqual([true, true, true]);
  expect(shownInFull(marks(2, 2, 2), at([0, 5, 10]), 8)).toEqual([true, false, true]);
  expect(shownInFull([], at([]), 8)).toEqual([]);
});
