import { expect, it } from 'vitest';
import { MOST_SEED } from './challenge.ts';
import { challengeOfDay, seedOfDay } from './daily.ts';

const days = Array.from({ length: 730 }, (_, i) => {
  const date = new Date(Date.UTC(2026, 0, 1 + i));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
});

it('every day has a seed of its own, all over the seeds that a challenge can have', () => {
  const seeds = days.map(seedOfDay);
  expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 1 && seed <= MOST_SEED)).toBe(true);
  // Of 730 of a million, a few may meet by chance: 0.27 pairs are to be expected.
  expect(new Set(seeds).size).toBeGreaterThanOrEqual(728);
  for (const [from, to] of [
    [0, 0.5],
    [0.5, 1],
  ])
    expect(seeds.filter((seed) => seed > from * MOST_SEED && seed <= to * MOST_SEED).length).toBeGreaterThan(
      300,
    );
});

it('is the same for everybody: what a class plays today does not change with a version', () => {
  expect(challengeOfDay({ year: 2026, month: 11, day: 27 })).toEqual({
    problem: 'two-knobs',
    trials: 15,
    help: 'blind',
    seed: seedOfDay({ year: 2026, month: 11, day: 27 }),
  });
  expect(seedOfDay({ year: 2026, month: 1, day: 11 })).not.toBe(seedOfDay({ year: 2026, month: 11, day: 1 }));
});
