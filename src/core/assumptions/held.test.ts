import { describe, expect, it } from 'vitest';
import { problemOf, run } from '../run.ts';
import { readScenario } from '../scenario.ts';
import { integer } from '../space.ts';
import { problem } from '../testing.ts';
import type { BracketView, Problem } from '../types.ts';
import { fatalStep, holdsOptimum } from './fatal-step.ts';

const RULES = ['golden', 'fibonacci', 'bisection', 'ternary'];

describe('a bracket that still holds a place as good as the minimum', () => {
  const formulaOf = (text: string, space: string) => ({ id: 'formula', params: { formula: text, space } });

  it.each([
    // Minimisers that no double reaches.
    ['sqrt(abs(x^2-0.5))', 'x -1 1'],
    ['sqrt(abs(x*(x-0.4)))', ''],
    ['sqrt(abs(x*(x-0.4)))', 'x -1 1'],
    ['abs(sin(20*x))^0.3', ''],
    ['abs(sin(9*x))', ''],
    ['abs(x^2-1/3)^0.25', 'x -1 1'],
    // As good as the minimum to its tolerance, and not listed.
    ['(x - 0.5)^20', ''],
    ['min((x-0.2)^2, (x-0.7)^2 + 1e-13)', ''],
    ['sqrt(abs(x^2-0.5)) + sqrt(abs(y^2-0.3))', 'x -1 1; y -1 1'],
  ])('has not lost it: %s on %s', (text, space) => {
    let lost = 0;
    for (const rule of RULES) {
      for (const budget of [12, 40]) {
        const objective = formulaOf(text, space);
        const { scenario } = readScenario({
          objective,
          budget,
          strategies: [{ id: 'binary', params: { rule } }],
        });
        const target = problemOf(scenario);
        const [trace] = run(scenario).traces;
        const fatal = fatalStep(trace, target);
        if (!fatal) continue;
        lost += 1;
        const { value, tolerance } = target.optimum;
        // From then on no trial comes as near to the minimum as its tolerance.
        for (const { trueValue } of trace.trials.slice(fatal.trial))
          expect(trueValue! - value).toBeGreaterThan(tolerance);
        expect(target.value(fatal.minimum) - value).toBeLessThanOrEqual(tolerance);
      }
    }
    // Equal valleys on both sides: whichever side is kept, one of them stays.
    if (space.length < 9) expect(lost).toBe(0);
  });

  it('is said to have lost it where it has, and the minimum that it names was in it before', () => {
    const target = problemOf(
      readScenario({ objective: formulaOf('min(abs(x-0.2), abs(x-0.7)+0.05)', '') }).scenario,
    );
    const view = (lo: number, hi: number): BracketView => ({
      kind: 'bracket',
      axis: 0,
      lo: [lo],
      hi: [hi],
      probes: [],
    });
    const holds = holdsOptimum(target);
    expect([holds(view(0, 0.5)), holds(view(0.3, 1)), holds(view(0.2, 0.2))]).toEqual([true, false, true]);
  });

  it('is searched for what it holds once, whoever asks', () => {
    const plain = problemOf(readScenario({ objective: formulaOf('abs(x^2-1/3)^0.25', 'x -1 1') }).scenario);
    let evaluations = 0;
    const target: Problem = { ...plain, value: (x) => (evaluations++, plain.value(x)) };
    const boxes = [-0.9, -0.2, 0.3].map((lo) => ({ lo: [(lo + 1) / 2], hi: [(lo + 1.1) / 2] }));
    const first = boxes.map(holdsOptimum(target));
    const once = evaluations;
    expect(once).toBeGreaterThan(100);
    expect(boxes.map(holdsOptimum(target))).toEqual(first);
    expect(evaluations).toBe(once);
  });

  it('is a question of whole numbers where those are searched', () => {
    const table = [5, 3, 1, 2, 4, 1, 6, 7];
    const plain = problem([integer('n', 0, 7)], ([n]) => table[n]);
    const target: Problem = { ...plain, optimum: { ...plain.optimum, value: 1, at: [[2]], tolerance: 0 } };
    const holds = holdsOptimum(target);
    // From the middle of one cell to that of another, and from edge to edge: 5 is as good as 2.
    for (const [lo, hi, expected] of [
      [4, 7, true],
      [6, 8, false],
      [3, 5, false],
      [5, 6, true],
    ] as const)
      expect(holds({ lo: [lo / 8], hi: [hi / 8] }), `${lo} ${hi}`).toBe(expected);
  });
});
