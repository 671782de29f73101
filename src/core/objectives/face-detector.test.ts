import { describe, expect, it } from 'vitest';
import { both } from '../assumptions/diagnosis/testing.ts';
import { fatalStep } from '../assumptions/fatal-step.ts';
import { defaults } from '../params.ts';
import { problemOf, run } from '../run.ts';
import { readScenario } from '../scenario.ts';
import { faceDetector } from './face-detector.ts';

const RECALLS = [0.8, 0.86, 0.9, 0.91, 0.92, 0.93, 0.94, 0.955];
/** From here on the rule allows everything: the classifier never gets less than a third of the gradient. */
const LENIENT = 0.85;
const ALPHAS = Array.from({ length: 10_001 }, (_, i) => i * 1e-4);
const DEFAULT = defaults(faceDetector.params).recall as number;

/** The loss that is taught, L_cls + α (L_box + L_landmark), and what its three heads make of their shares of the gradient. */
function plain(alpha: number): { error: number; recall: number } {
  const weights = { cls: 1, box: alpha, landmark: alpha };
  const total = weights.cls + weights.box + weights.landmark;
  const head = (weight: number, floor: number, span: number, tau: number) =>
    floor + span * Math.exp(-weight / total / tau);
  const miss = head(weights.cls, 0.03, 0.6, 0.2);
  const box = head(weights.box, 0.1, 0.45, 0.12);
  const landmark = head(weights.landmark, 0.05, 0.35, 0.12);
  return { error: 0.4 * miss + 0.35 * box + 0.25 * landmark, recall: 1 - miss };
}

describe.each(RECALLS)('minimum recall %s', (recall) => {
  const { value, feasible, optimum, facts } = faceDetector.create({ recall });
  const kept = ALPHAS.filter((alpha) => feasible!([alpha]));
  const broken = ALPHAS.filter((alpha) => !feasible!([alpha]));

  it('allows every α up to a limit and none beyond it', () => {
    expect(kept.length).toBeGreaterThan(0);
    expect(broken.length > 0).toBe(recall > LENIENT);
    expect(Math.max(...kept)).toBeLessThan(Math.min(...broken));
    for (const alpha of ALPHAS) {
      if (Math.abs(plain(alpha).recall - recall) > 1e-9)
        expect(feasible!([alpha])).toBe(plain(alpha).recall > recall);
    }
  });

  it('has its best permitted α as the minimum of all that a strategy sees: the penalty is exact', () => {
    const best = Math.min(...kept.map((alpha) => value([alpha])));
    expect(best).toBeGreaterThanOrEqual(optimum.value);
    expect(best - optimum.value).toBeLessThan(3e-4);
    expect(Math.min(...broken.map((alpha) => value([alpha])))).toBeGreaterThan(optimum.value);
    expect(feasible!(optimum.at[0])).toBe(true);
  });

  it('is the error of three heads that share the gradient, and the same 0.3 more wherever the rule is broken', () => {
    for (const alpha of kept) expect(value([alpha])).toBeCloseTo(plain(alpha).error, 12);
    for (const alpha of broken) expect(value([alpha])).toBeCloseTo(plain(alpha).error + 0.3, 12);
  });

  it('has one valley exactly where the values fall and then rise', () => {
    const values = ALPHAS.map((alpha) => value([alpha]));
    const turns = values.filter((y, i) => i > 1 && y < values[i - 1] && values[i - 1] > values[i - 2]);
    expect(facts.unimodal).toBe(turns.length === 0);
  });
});

it('has one valley and a range that is not feasible at its default', () => {
  const problem = faceDetector.create(defaults(faceDetector.params));
  const [[best]] = problem.optimum.at;
  expect(problem.facts.unimodal).toBe(true);
  expect(both(problem).map(({ unimodal }) => unimodal.holds)).toEqual(['yes', 'yes']);
  expect(problem.feasible!([best])).toBe(true);
  // The best α lies inside of what is allowed, not on its edge.
  expect(problem.feasible!([best + 0.05])).toBe(true);
  expect(problem.feasible!([0.9])).toBe(false);
});

it.each([0.92, 0.93, 0.94, 0.95])('shows the jump on the way down at a recall of %s', (recall) => {
  const problem = faceDetector.create({ recall });
  const [[best]] = problem.optimum.at;
  expect(problem.facts.unimodal).toBe(false);
  expect(both(problem).map(({ unimodal }) => unimodal.holds)).toEqual(['no', 'no']);
  expect(problem.feasible!([best])).toBe(true);
  expect(problem.feasible!([best + 1e-6])).toBe(false);
  // Up by about 0.3, and then still falling: three points that no single valley has.
  expect(problem.value([best + 1e-6])).toBeGreaterThan(problem.value([best]) + 0.29);
  expect(problem.value([0.55])).toBeLessThan(problem.value([best + 1e-6]));
});

it('loses its single valley between 0.91 and 0.915, as the text of the setting says', () => {
  const unimodal = (recall: number) => faceDetector.create({ recall }).facts.unimodal;
  expect([0.8, 0.9, 0.91, 0.915, 0.955].map(unimodal)).toEqual([true, true, true, false, false]);
});

it('starves heads at either end: without a rule the error rises towards both', () => {
  const { value, optimum } = faceDetector.create({ recall: 0.8 });
  const [[best]] = optimum.at;
  expect(best).toBeGreaterThan(0.5);
  expect(best).toBeLessThan(0.6);
  expect(value([0.02])).toBeGreaterThan(value([best]) + 0.1);
  expect(value([1])).toBeGreaterThan(value([best]) + 0.01);
});

it('takes the weights of MTCNN’s first two networks, 1 : 0.5 : 0.5, for what textbooks say', () => {
  const [alpha] = faceDetector.create(defaults(faceDetector.params)).space.dimensions;
  expect([alpha.lo, alpha.hi, alpha.folklore]).toEqual([0, 1, 0.5]);
});

it('reads scenarios made with the recall of before', () => {
  const { scenario, notices } = readScenario({
    objective: { id: 'face-detector', params: { recall: 0.93 } },
  });
  expect(notices).toEqual([]);
  expect(scenario.objective.params).toEqual({ recall: 0.93 });
});

describe('with binary search', () => {
  const lostAt = (recall: number, rule: string) => {
    const { scenario } = readScenario({
      objective: { id: 'face-detector', params: { recall } },
      budget: 12,
      strategies: [{ id: 'binary', params: { rule } }],
    });
    const [trace] = run(scenario).traces;
    return fatalStep(trace, problemOf(scenario))?.trial;
  };
  const rules = ['bisection', 'ternary', 'golden', 'fibonacci'];

  it('is never lost while there is one valley', () => {
    for (const recall of [0.8, 0.85, DEFAULT, 0.91])
      expect(rules.map((rule) => lostAt(recall, rule))).toEqual(rules.map(() => undefined));
  });

  it('is lost one rule after another as the rule grows stricter', () => {
    expect(rules.map((rule) => lostAt(0.93, rule))).toEqual([2, undefined, undefined, undefined]);
    expect(rules.map((rule) => lostAt(0.94, rule))).toEqual([2, undefined, 2, 2]);
    expect(rules.map((rule) => lostAt(0.95, rule))).toEqual([2, 2, 2, 2]);
  });
});
