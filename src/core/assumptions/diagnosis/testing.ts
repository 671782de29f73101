/** For the tests of this folder: problems by their formula, and the diagnosis in one go. */
import { makeSpace, real, type Dimension } from '../../space.ts';
import type { Point, Problem } from '../../types.ts';
import { diagnose, type Diagnosis, type DiagnosisOptions } from './index.ts';

const QUIET: DiagnosisOptions = { noise: { kind: 'none' }, budget: 30, seed: 1 };

/** On [0, 1]ᵈ where no dimensions are given. What it says of its optimum is a guess, as for any unknown function. */
export function problemFrom(
  value: (...x: number[]) => number,
  dimensions: readonly Dimension[] = Array.from({ length: value.length }, (_, i) => real(`x${i + 1}`, 0, 1)),
): Problem {
  return {
    space: makeSpace(dimensions),
    value: (x: Point) => value(...x),
    optimum: { value: 0, at: [dimensions.map(({ lo }) => lo)], kind: 'numeric', tolerance: 1 },
    facts: { convex: false, unimodal: false, separable: false, smooth: false },
  };
}

/** The coarse one and the final one. */
export function both(problem: Problem, options: Partial<DiagnosisOptions> = {}): [Diagnosis, Diagnosis] {
  const steps = diagnose(problem, { ...QUIET, ...options });
  let coarse: Diagnosis | undefined;
  for (;;) {
    const step = steps.next();
    if (step.done) return [coarse!, step.value];
    coarse ??= step.value;
  }
}

export const diagnosisOf = (problem: Problem, options: Partial<DiagnosisOptions> = {}): Diagnosis =>
  both(problem, options)[1];
