/** Made-up games, each of which is played as one rule says, and what is said of it. */
import { describe, expect, it } from 'vitest';
import { adviceOf } from './advice.ts';
import { objectiveOf, usualChallenge, type Challenge } from './challenge.ts';
import { snapped } from './grid.ts';
import { problemOfChallenge, replay } from './replay.ts';

const one = usualChallenge('one-knob', 41);
const two = usualChallenge('two-knobs', 41);

/** @param units in the unit cube */
function told(challenge: Challenge, units: readonly (readonly number[])[], bayes?: number) {
  const problem = problemOfChallenge(challenge);
  const { dimensions } = problem.space;
  const moves = units.map((unit) => snapped(dimensions, problem.space.toReal(unit)));
  const { trace } = replay({ challenge, moves }, problem);
  return adviceOf({
    trials: trace.trials,
    problem,
    noisy: objectiveOf(challenge).noise.kind !== 'none',
    bayes,
  });
}
const optimumOf = (challenge: Challenge) => {
  const { optimum, space } = problemOfChallenge(challenge);
  return Array.from(space.toUnit(optimum.at[0]));
};
const inside = (u: number) => Math.min(1, Math.max(0, u));
/** The middle of the half in which the minimum is not. */
const wrongHalf = (u: number) => (u < 0.5 ? 0.75 : 0.25);

describe('advice', () => {
  const [best] = optimumOf(one);
  const [a, b] = optimumOf(two);
  const far = wrongHalf(best);

  it('says nothing of how somebody plays before there is anything to be seen', () => {
    expect(told(one, [[0.1], [0.5], [0.9]])).toEqual({ key: 'advice.few', values: {} });
  });

  it('names the part of a range that was looked at, where the minimum is not in it', () => {
    const eight = Array.from({ length: 8 }, (_, i) => [far - 0.21 + 0.06 * i]);
    expect(told(one, eight)).toEqual({
      key: 'advice.range',
      values: {
        axis: 0,
        from: `${Math.round(100 * (far - 0.21))}`,
        to: `${Math.round(100 * (far + 0.21))}`,
      },
    });
    // Of two knobs, the one of which it is so.
    const side = Array.from({ length: 15 }, (_, i) => [
      i / 14,
      wrongHalf(b) - 0.2 + (0.4 * ((i * 4) % 15)) / 14,
    ]);
    expect(told(two, side)).toMatchObject({ key: 'advice.range', values: { axis: 1 } });
  });

  it('says when somebody stopped looking elsewhere too early', () => {
    // Both ends first, then only around one place that is not it.
    const start = [[0], [1], [far]];
    const lowest = Math.min(...[0, 1, far].map((u) => problemOfChallenge(one).value([u])));
    const there = [0, 1, far].find((u) => problemOfChallenge(one).value([u]) === lowest)!;
    const stay = [0.03, 0.05, 0.07, 0.08, 0.09].map((step) => [there > 0.5 ? there - step : there + step]);
    expect(Math.abs(there - best)).toBeGreaterThan(0.2);
    expect(told(one, [...start, ...stay])).toMatchObject({
      key: 'advice.early',
      values: { trial: 3, count: 5 },
    });
  });

  it('counts questions that were asked again, where nothing is left to chance', () => {
    const spread = [0, 0.4, 1].map((u) => (Math.abs(u - best) < 0.15 ? inside(u + 0.3) : u));
    const again = [...spread, ...spread, ...spread.slice(0, 2)].map((u) => [u]);
    expect(told(one, again)).toEqual({ key: 'advice.repeats', values: { count: 5 } });
  });

  it('knows a leap in the dark from a find that earlier trials led to', () => {
    const away = [0, 0.25, 0.5, 0.75, 1].filter((u) => Math.abs(u - best) > 0.21).map((u) => [u]);
    expect(told(one, [...away, [best]].slice(-6))).toMatchObject({ key: 'advice.luck' });
    // The first trial of all, too.
    expect(told(one, [[best], ...away.slice(0, 4)])).toEqual({ key: 'advice.luck', values: { trial: 1 } });
    const led = [...away, [inside(best - 0.15)], [inside(best + 0.05)], [best]].slice(-8);
    expect(told(one, led)).toEqual({ key: 'advice.found', values: { trial: led.length } });
  });

  it('praises nobody for luck who was not better than those that learn', () => {
    const units = [
      [0.02, 0.03],
      [0.98, 0.03],
      [0.5, 0.97],
      [inside(a + (a < 0.5 ? 0.3 : -0.3)), inside(b + (b < 0.5 ? 0.3 : -0.3))],
    ];
    const key = (bayes?: number) => told(two, units, bayes).key;
    expect(key()).not.toBe('advice.luck');
    expect(key(0.5)).toBe(key());
  });

  it('says that one knob at a time was turned', () => {
    const corner = [wrongHalf(a) > 0.5 ? 1 : 0, wrongHalf(b) > 0.5 ? 1 : 0];
    let [u, v] = corner;
    const walk = [[u, v]];
    for (let i = 0; i < 12; i++) {
      if (i % 2 === 0) u = (u + 0.37) % 1;
      else v = (v + 0.41) % 1;
      walk.push([u, v]);
    }
    expect(told(two, walk)).toMatchObject({ key: 'advice.one-at-a-time', values: { count: 12, steps: 12 } });
  });

  it('says that the lowest measurement was luck, where another trial is truly better', () => {
    const tuner = usualChallenge('tuner', 7);
    const [rate, l2] = optimumOf(tuner);
    // A cloud around the minimum, not in it: differences are as small as the noise.
    const cloud = Array.from({ length: 12 }, (_, i) => [
      i === 0 ? 0 : i === 1 ? 1 : inside(rate + 0.09 * Math.sin(1 + 3 * i)),
      i === 0 ? 1 : i === 1 ? 0 : inside(l2 + 0.35 * Math.cos(2 * i)),
    ]);
    const problem = problemOfChallenge(tuner);
    const moves = cloud.map((unit) => snapped(problem.space.dimensions, problem.space.toReal(unit)));
    const { trials } = replay({ challenge: tuner, moves }, problem).trace;
    const truly = trials.reduce((x, y) => (y.trueValue! < x.trueValue! ? y : x)).index;
    const measured = trials.at(-1)!.incumbent;
    expect(measured).not.toBe(truly);
    // As if the minimum were lower than anything that was tried: nobody has found it.
    const lower = { ...problem, optimum: { ...problem.optimum, value: problem.optimum.value - 50 } };
    expect(adviceOf({ trials, problem: lower, noisy: true })).toEqual({
      key: 'advice.noise',
      values: { trial: measured + 1, better: truly + 1 },
    });
    expect(adviceOf({ trials, problem: lower, noisy: false }).key).not.toBe('advice.noise');
  });

  it('has something to say of any game', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const challenge = usualChallenge('two-knobs', seed);
      const units = Array.from({ length: 15 }, (_, i) => [(i * 0.618) % 1, (i * 0.382 + seed * 0.1) % 1]);
      expect(told(challenge, units).key).toMatch(/^advice\./);
    }
  });
});
