import { expect, it } from 'vitest';
import { pack } from '#core/study/packed.ts';
import { planRuns } from '#core/study/plan.ts';
import { recordOf, study } from '#core/study/testing.ts';
import { StudyProgress } from './study-progress.ts';

const given = study({ problems: ['branin', 'forrester'], strategies: ['random', 'grid'], repeats: 3 });
const keys = planRuns(given);
const packed = (places: readonly number[]) => pack(places.map((place) => recordOf(keys[place], [1])));

it('knows which runs are missing, in the order of the plan', () => {
  const progress = new StudyProgress(given, [0, 5, 5]);
  expect([progress.finished, progress.total]).toEqual([2, 12]);
  progress.take(packed([11, 1, 0]));
  expect(progress.finished).toBe(4);
  const missing = progress.missing();
  expect(missing).toHaveLength(8);
  expect([...missing]).toEqual([2, 3, 4, 6, 7, 8, 9, 10].map((place) => keys[place]));
});

it('deals on from where it was while runs come in', () => {
  const progress = new StudyProgress(given);
  const dealt = progress.missing()[Symbol.iterator]();
  const seen = Array.from({ length: 12 }, (_, i) => {
    const { value } = dealt.next();
    if (i % 2 === 1) progress.take(packed([i, i - 1]));
    return value;
  });
  expect(seen).toEqual(keys);
  expect(dealt.next().done).toBe(true);
  expect([progress.finished, progress.missing().length]).toEqual([12, 0]);
});
