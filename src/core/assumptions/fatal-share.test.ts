import { describe, expect, it } from 'vitest';
import { getObjective } from '../objectives/index.ts';
import { defaults } from '../params.ts';
import { problemOf, run } from '../run.ts';
import { wilsonInterval } from '../study/statistics/index.ts';
import {
  addFatalCounts,
  FATAL_RULES,
  fatalScenario,
  noFatalCounts,
  runsWorthMaking,
  simulateFatal,
  spreadOf,
  type FatalCounts,
  type FatalQuestion,
} from './fatal-share.ts';
import { fatalStep } from './fatal-step.ts';

const ask = (question: Partial<FatalQuestion> & { id?: string; params?: Record<string, number> }) => {
  const { id = 'morph', params = {}, ...rest } = question;
  return {
    objective: { id, params },
    noise: { kind: 'none' },
    budget: 20,
    seed: 1,
    runs: 300,
    ...rest,
  } as FatalQuestion;
};
function count(question: FatalQuestion, chunk = 50, from?: FatalCounts): FatalCounts {
  let last: FatalCounts | undefined;
  for (const counts of simulateFatal(question, chunk, from)) last = counts;
  return last!;
}

describe('with one valley and no noise nothing is thrown away', () => {
  it.each<[string, string, Record<string, number>]>([
    ['a bowl', 'morph', {}],
    ['a skewed bowl with heavy tails and a cliff', 'morph', { skew: 0.8, tails: 20, cliff: 0.7, edge: 0.05 }],
    ['ripples that leave one valley', 'morph', { ripple: 0.02, frequency: 6 }],
    ['a kink', 'absolute-value', {}],
    ['Linex', 'skewed-u', { skew: 8 }],
    ['a flat bottom', 'flat-bottom', { width: 0.3 }],
    ['a cliff', 'cliff', {}],
    ['two knobs that do not interact', 'morph-2d', { conditioning: 300 }],
  ])('%s', (_, id, params) => {
    expect(getObjective(id).create({ ...defaults(getObjective(id).params), ...params }).facts.unimodal).toBe(
      true,
    );
    for (const budget of [2, 9, 40]) {
      const { runs, rules } = count(ask({ id, params, budget, runs: 200 }));
      expect(runs).toBe(200);
      for (const rule of FATAL_RULES) expect(rules[rule].lost, `${rule}, ${budget}`).toBe(0);
    }
  });
});

describe('one comparison of ternary, worked out by hand', () => {
  const [A, B] = [1 / 3, 2 / 3];
  /** All placements of the minimum, finely. */
  const placements = Array.from({ length: 20_000 }, (_, i) => 0.05 + (0.9 * (i + 0.5)) / 20_000);
  const mean = (chance: (minimum: number) => number) =>
    placements.reduce((sum, minimum) => sum + chance(minimum), 0) / placements.length;
  /** Standard error of a share of 1000, at most; strata make it smaller. */
  const WIDE = 4 * Math.sqrt(0.25 / 1000);

  it('ties where both probes stand on the plateau left of the minimum', () => {
    const rest = Math.sqrt(0.02 / 4);
    const expected = (0.95 - Math.max(0.05, B + rest) - Math.max(0, 0.95 - (A + rest + 0.5))) / 0.9;
    const params = { plateau: 0.5, height: 0.02 };
    const { lost, causes, trials } = count(ask({ params, budget: 2, runs: 1000 })).rules.ternary;
    // One run in each of 1000 slices of the range: off by one slice at each end.
    expect(Math.abs(lost / 1000 - expected)).toBeLessThan(0.002);
    expect(causes).toEqual({ shape: 0, interaction: 0, tie: lost, noise: 0 });
    expect([...trials]).toEqual([0, lost]);
  });

  it('is wrong by noise as often as the normal distribution says', () => {
    const sd = 1;
    const phi = (z: number) => {
      // Abramowitz & Stegun (1964), 7.1.26, to 1.5e-7.
      const t = 1 / (1 + 0.3275911 * (Math.abs(z) / Math.SQRT2));
      const tail =
        t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
      const erf = 1 - tail * Math.exp((-z * z) / 2);
      return 0.5 * (1 + Math.sign(z) * erf);
    };
    const expected = mean((m) => {
      const difference = 4 * (A - m) ** 2 - 4 * (B - m) ** 2;
      if (m > A && m < B) return 0;
      return phi(-Math.abs(difference) / (sd * Math.SQRT2));
    });
    const question = ask({ noise: { kind: 'gaussian', sd }, budget: 2, runs: 1000 });
    const { lost, causes } = count(question).rules.ternary;
    expect(Math.abs(lost / 1000 - expected)).toBeLessThan(WIDE);
    expect(causes.noise).toBe(lost);
    expect(lost).toBeGreaterThan(50);
  });

  it('is misled by ripples where the values say so', () => {
    const params = { ripple: 0.5, frequency: 4.5 };
    const f = (x: number, m: number) => 4 * (x - m) ** 2 + 0.5 * (1 - Math.cos(2 * Math.PI * 4.5 * (x - m)));
    const expected = mean((m) => (f(A, m) <= f(B, m) ? (m > B ? 1 : 0) : m < A ? 1 : 0));
    const { lost, causes } = count(ask({ params, budget: 2, runs: 1000 })).rules.ternary;
    expect(Math.abs(lost / 1000 - expected)).toBeLessThan(0.006);
    expect(causes.shape).toBe(lost);
    expect(lost).toBeGreaterThan(20);
    const [low, high] = wilsonInterval(lost, 1000);
    expect(low < expected && expected < high).toBe(true);
  });
});

describe('runs', () => {
  const question = ask({
    params: { ripple: 0.1, valley: 0.6 },
    noise: { kind: 'proportional', sd: 0.3 },
    runs: 60,
  });
  const whole = count(question);

  it('are the same in one go, resumed, and dealt in shares', () => {
    const steps = simulateFatal(question, 7);
    steps.next();
    const some = structuredClone(steps.next().value as FatalCounts);
    expect(some.runs).toBe(14);
    expect(count(question, 11, some)).toEqual(whole);
    const shares = [{ first: 0, count: 13 }, { first: 13, count: 40 }, { first: 53 }].map((share) =>
      count({ ...question, ...share }),
    );
    expect(shares.reduceRight(addFatalCounts, noFatalCounts(question.budget))).toEqual(whole);
  });

  it('can be opened: run by run they are scenarios that lose what was counted', () => {
    const lost = FATAL_RULES.map(() => 0);
    for (let i = 0; i < question.runs; i++) {
      const scenario = fatalScenario(question, i);
      for (const [r, trace] of run(scenario).traces.entries()) {
        expect(trace.strategy.params.rule).toBe(FATAL_RULES[r]);
        if (fatalStep(trace, problemOf(scenario))) lost[r] += 1;
      }
    }
    expect(lost).toEqual(FATAL_RULES.map((rule) => whole.rules[rule].lost));
    expect(lost.some((n) => n > 10)).toBe(true);
  });

  it('place the minimum once in every slice of its range, and leave the shape as it is', () => {
    const placed = Array.from({ length: 60 }, (_, i) => fatalScenario(question, i).objective.params);
    const slices = placed.map(({ minimum }) => Math.floor((60 * ((minimum as number) - 0.05)) / 0.9));
    expect(slices.sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i));
    expect(new Set(placed.map(({ ripple }) => ripple))).toEqual(new Set([0.1]));
    const both = fatalScenario(ask({ id: 'morph-2d' }), 3).objective.params;
    expect(both.x1).not.toBe(both.x2);
  });

  it('differ by noise alone where nothing moves the minimum, and without noise not at all', () => {
    const fixed = ask({ id: 'forrester', runs: 20 });
    expect(spreadOf(fixed)).toEqual({ placedBy: [], noisy: false });
    expect(runsWorthMaking(spreadOf(fixed), 1000)).toBe(1);
    const { rules } = count(fixed);
    for (const rule of FATAL_RULES) expect([0, 20]).toContain(rules[rule].lost);
    const noisy = ask({ id: 'face-detector', budget: 4, runs: 20, noise: { kind: 'gaussian', sd: 0.05 } });
    expect(runsWorthMaking(spreadOf(noisy), 1000)).toBe(1000);
    const { lost } = count(noisy).rules.golden;
    expect(lost).toBeGreaterThan(0);
    expect(lost).toBeLessThan(20);
  });

  it('take the other settings of the search', () => {
    const wide = count({ ...question, settings: { gap: 0.5 } }).rules;
    expect(wide.bisection).not.toEqual(whole.rules.bisection);
    expect(wide.golden).toEqual(whole.rules.golden);
  });

  it.each([
    { runs: 0 },
    { runs: 2.5 },
    { runs: 10, first: 10 },
    { runs: 10, first: 3, count: 8 },
    { budget: 0 },
  ])('are refused: %o', (wrong) => {
    expect(() => simulateFatal(ask(wrong), 1).next()).toThrow(/expected whole numbers/);
  });
});
