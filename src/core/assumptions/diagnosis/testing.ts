/** For the tests of this folder: problems by their formula, and the diagnosis in one go. */
import { makeSpace, real, type Dimension } from '../../space.ts';
import type { Point, Problem } from '../../types.ts';
import { distance } from './cells.ts';
import { diagnose, type Diagnosis, type DiagnosisOptions, type Spot } from './index.ts';

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

/** The first impression alone. */
export function coarseOf(problem: Problem): Diagnosis {
  const steps = diagnose(problem, QUIET);
  for (;;) {
    const step = steps.next();
    if (step.value) return step.value;
  }
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

/**
 * That no two verdicts of a diagnosis contradict each other, nor one what the problem knows of itself.
 * @throws {Error} with both statements
 */
export function expectOneVoice(found: Diagnosis, problem: Problem, name = ''): void {
  const { convex, unimodal, separable, lipschitz, minima, sensitivity, resolution } = found;
  const { tolerance, range } = resolution;
  const [low, high] = range;
  const d = problem.space.dimensions.length;
  const agree = (holds: boolean, said: string) => {
    if (!holds) throw new Error(`${name}: ${said}: ${JSON.stringify({ ...found, picture: 0, profiles: 0 })}`);
  };
  if (unimodal.holds === 'no') agree(convex.holds === 'no', 'convex, but not one valley');
  if (unimodal.holds === 'yes') agree(minima.count === 1, 'one valley, but not one minimum');
  if (minima.count > 1) agree(unimodal.holds !== 'yes', 'several minima, but one valley');
  if (d === 1 && unimodal.holds === 'no' && unimodal.witness.kind === 'hump')
    agree(minima.count > 1, 'two valleys, but one minimum');
  if (minima.level) agree(high - low <= tolerance, 'level everywhere, but with different values');
  if (problem.facts.unimodal !== true && problem.space.dimensions.some(({ kind }) => kind === 'real'))
    agree(!minima.proved, 'a count that nothing proves');
  if (minima.count > 0) agree(minima.spots[0].value <= low, 'a value below the lowest minimum');
  if (lipschitz.holds === 'yes') {
    const rise = high - low - tolerance;
    agree(lipschitz.constant * Math.sqrt(d) >= rise * (1 - 1e-9), 'less steep than its range');
    if (lipschitz.constant === 0)
      agree(high - low <= tolerance, 'the same everywhere, but with different values');
    const { a, b } = lipschitz;
    const slope = Math.abs(a.value - b.value) / distance(a.unit, b.unit);
    if (lipschitz.constant > 0) agree(slope >= lipschitz.constant, 'a bound above its own slope');
  }
  if ('unknown' in sensitivity) {
    if (sensitivity.unknown === 'constant')
      agree(high - low <= tolerance, 'nothing to explain, but different values');
  } else {
    for (const [i, first] of sensitivity.first.entries()) {
      const total = sensitivity.total[i];
      agree(first >= 0 && first <= total, 'a knob explains more alone than in all');
      if (separable.holds === 'yes') agree(first === total, 'separable, but with interactions');
    }
  }
  const spots = witnessSpots(found);
  for (const { unit, value } of spots) {
    const there = problem.value(problem.space.toReal(unit));
    agree(Object.is(there, value) || there === value, 'a witness that has another value');
  }
  // Between equal minima that are listed there is a crest, or there are no two of them.
  const { at, more, region, free, value, certified } = problem.optimum;
  if (more || region || free || certified === false) return;
  agree(low <= value + problem.optimum.tolerance, 'a minimum that was not met');
  const units = at.map((x) => problem.space.toUnit(x));
  for (const [i, a] of units.entries()) {
    for (const c of units.slice(i + 1)) {
      if (problem.space.dimensions.some(({ kind }) => kind === 'integer')) continue;
      const between = Array.from({ length: 31 }, (_, k) => a.map((u, j) => u + ((k + 1) / 32) * (c[j] - u)));
      const crest = Math.max(...between.map((unit) => problem.value(problem.space.toReal(unit))));
      const over =
        crest - Math.max(problem.value(problem.space.toReal(a)), problem.value(problem.space.toReal(c)));
      if (over > tolerance) agree(unimodal.holds === 'no', 'two minima are known, but one valley');
    }
  }
}

function witnessSpots({ convex, unimodal, separable }: Diagnosis): Spot[] {
  const spots: Spot[] = [];
  if (convex.holds === 'no') spots.push(convex.witness.a, convex.witness.b, convex.witness.c);
  if (unimodal.holds === 'no') spots.push(unimodal.witness.a, unimodal.witness.b);
  if (separable.holds === 'no') spots.push(...separable.witness.corners);
  return spots;
}
