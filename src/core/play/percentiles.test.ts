/** Where a player stands: counted on runs of a study, ties halved. */
import { expect, it } from 'vitest';
import { SettingsError } from '../types.ts';
import { Accumulator, regretAt } from '../study/statistics/index.ts';
import { recordOf, runAll } from '../study/testing.ts';
import { usualChallenge } from './challenge.ts';
import { RUNS, standing, studyOf } from './percentiles.ts';
import { problemOfChallenge, replay } from './replay.ts';

const challenge = usualChallenge('one-knob', 5);

it('counts runs beaten, and half of those level', () => {
  const study = studyOf(challenge, ['random', 'grid'], 4);
  const results = new Accumulator(study);
  const { value } = problemOfChallenge(challenge).optimum;
  for (const [repeat, gap] of [4, 2, 2, 1].entries())
    results.add(recordOf({ problem: 0, strategy: 0, repeat }, [value + 8, value + gap]));
  const two = regretAt(results, results.runs(0, 0)[1], 8);
  expect(standing(results, 0, two)).toEqual({ runs: 4, beaten: 1, tied: 2, share: 0.5 });
  expect(standing(results, 0, 0)).toMatchObject({ beaten: 4, tied: 0, share: 1 });
  expect(standing(results, 0, 9)).toMatchObject({ beaten: 0, tied: 0, share: 0 });
  expect(standing(results, 0, two, 1)).toMatchObject({ beaten: 4, share: 1 });
  expect(standing(results, 1, two)).toMatchObject({ runs: 0, share: NaN });
});

it('is on the player’s own problem, at the same budget, in 200 runs', () => {
  const study = studyOf(challenge, ['random']);
  expect(study).toMatchObject({ repeats: RUNS, budget: 8, seed: 5 });
  expect(study.instances).toBeUndefined();
  const results = new Accumulator(study);
  for (const record of runAll(study)) results.add(record);
  const { at } = problemOfChallenge(challenge).optimum;
  const near = Math.round(at[0][0] * 10_000) / 10_000;
  const good = standing(results, 0, replay({ challenge, moves: [[near]] }).final.gap);
  expect(good).toMatchObject({ runs: 200, share: 1 });
  // A gap of one of the runs is level with it, and better than those behind it.
  const gaps = results.runs(0, 0).map((run) => regretAt(results, run, 8));
  const middle = [...gaps].sort((a, b) => a - b)[99];
  const there = standing(results, 0, middle);
  expect(there.tied).toBeGreaterThan(0);
  expect(there.share).toBeGreaterThan(0.45);
  expect(there.share).toBeLessThan(0.55);
});

it('refuses a strategy that cannot start', () => {
  expect(() => studyOf(challenge, ['nobody'])).toThrow(SettingsError);
});
