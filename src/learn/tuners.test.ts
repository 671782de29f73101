import { describe, expect, it } from 'vitest';
import { runOne } from '#core/study/run-study.ts';
import {
  after,
  classesOf,
  guesses,
  heldIn,
  rankCorrelation,
  ranksOf,
  rematchRanks,
  tunerKeys,
  tunersStudy,
  winnerOf,
  winsByLevel,
} from './tuners.ts';

const DIGITS = {
  lab: 'objective=mlp-digits&budget=12&seed=48',
  levels: [0, 0.25, 0.5, 0.75, 1],
  each: 8,
  classes: 2,
};
const tuner = (level: number, ...held: number[]) => ({ level, held: Float64Array.from(held) });

describe('classes of tuners', () => {
  it('have as many of each level as is said, and no two with the same luck', () => {
    const keys = tunerKeys(DIGITS, 0, 2);
    expect(keys).toHaveLength(80);
    expect(new Set(keys.map(({ repeat }) => repeat)).size).toBe(80);
    for (const level of DIGITS.levels.keys())
      expect(keys.filter(({ strategy }) => strategy === level)).toHaveLength(16);
  });

  it('are the same whichever part of them is run', () => {
    const study = tunersStudy(DIGITS);
    const [key] = tunerKeys(DIGITS, 1, 2);
    expect(classesOf(DIGITS)[1][0].held).toEqual(heldIn(runOne(study, key, () => 0)));
    expect(classesOf({ ...DIGITS, classes: 1 })[0]).toEqual(classesOf(DIGITS)[0]);
  });

  it('hold what looked best, not what was best', () => {
    const run = { y: [3, 1, 2], value: [3, 2.5, 1], flags: [0, 0, 0] };
    expect([...heldIn(run as never)]).toEqual([3, 2.5, 2.5]);
  });

  it('are won, in the chapter, by somebody without experience: what its bet says', () => {
    const [first] = classesOf(DIGITS);
    expect(DIGITS.levels[first[winnerOf(first)].level]).toBe(0);
    // The links of the teacher's notes.
    expect(winnerOf(first)).toBe(5);
  });
});

it('ranks: the lowest end first', () => {
  const classes = [
    [tuner(0, 5, 3), tuner(1, 4, 1), tuner(1, 2, 2)],
    [tuner(0, 5, 1), tuner(1, 4, 3), tuner(1, 2, 2)],
  ];
  expect(ranksOf(classes[0])).toEqual([3, 1, 2]);
  expect(winsByLevel(2, classes)).toEqual([1, 1]);
  expect(rematchRanks(classes)).toEqual([3]);
  expect(guesses(classes, 1, 2)).toEqual([
    { first: 4, end: 1 },
    { first: 2, end: 2 },
    { first: 4, end: 3 },
    { first: 2, end: 2 },
  ]);
  expect(after(classes[0][0], 1)).toBe(5);
});

it('correlates ranks, alike ones sharing theirs', () => {
  const pairs = (ends: number[]) => ends.map((end, i) => ({ first: i, end }));
  expect(rankCorrelation(pairs([1, 2, 9]))).toBe(1);
  expect(rankCorrelation(pairs([9, 2, 1]))).toBe(-1);
  expect(rankCorrelation(pairs([1, 1, 2]))).toBeCloseTo(Math.sqrt(3) / 2);
});
