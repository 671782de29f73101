/**
 * Trials needed to reach a target: the view of COCO (Hansen, Auger, Ros, Mersmann, Tušar & Brockhoff 2021, COCO: a
 * platform for comparing continuous optimizers in a black-box setting, Optimization Methods and Software 36).
 */
import { pow } from '../../math/elementary.ts';
import { problemOf } from '../../run.ts';
import { stream, uniformPoint } from '../../rng.ts';
import type { Choice } from '../../types.ts';
import type { RunRecord, Study } from '../types.ts';
import { regretAt, type Accumulator } from './accumulator.ts';
import { quantile } from './quantiles.ts';

/**
 * The trial (1-based) from which on the regret is ≤ target, up to trial `until`; ∞ where it is not. Best values never rise:
 * there it is the first such trial. What would be deployed may get worse again, and then has not arrived.
 */
export function runtimeTo(results: Accumulator, run: RunRecord, target: number, until = Infinity): number {
  if (results.judged === 'deployed') {
    const last = Math.min(until, run.best.length);
    let from = last + 1;
    while (from > 1 && regretAt(results, run, from - 1) <= target) from -= 1;
    return from > last ? Infinity : from;
  }
  // Best values never rise: bisection over trials.
  let [low, high] = [1, run.best.length + 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (regretAt(results, run, middle) <= target) high = middle;
    else low = middle + 1;
  }
  return low > run.best.length ? Infinity : low;
}

/**
 * Expected running time: evaluations that all runs made until they reached the target or ended, per success (Auger &
 * Hansen 2005, Performance evaluation of an advanced local search evolutionary algorithm, CEC, eq. 2; COCO's
 * ERT = #FEs(f ≥ target) / #successes: Hansen et al. 2021, § 5.1). A run that ended before its budget counts with the
 * evaluations that it made. In trials; ∞ without success, NaN without runs.
 * @param budget as if runs had been stopped after so many trials; by default the study's
 */
export function expectedRunningTime(
  results: Accumulator,
  problem: number,
  strategy: number,
  target: number,
  budget = results.study.budget,
): { ert: number; successes: number; runs: number } {
  const runs = results.runs(problem, strategy);
  const until = results.judged === 'deployed' ? budget : Infinity;
  const runtimes = results.keep(problem, strategy, `runtimes to ${target} until ${until}`, () =>
    Float64Array.from(runs, (run) => runtimeTo(results, run, target, until)),
  );
  let spent = 0;
  let successes = 0;
  for (let r = 0; r < runtimes.length; r++) {
    if (runtimes[r] <= budget) successes += 1;
    spent += Math.min(runtimes[r], runs[r].best.length, budget);
  }
  return { ert: runtimes.length === 0 ? NaN : spent / successes, successes, runs: runtimes.length };
}

/** The share of all (run, target) pairs that a strategy has reached after 1, 2, …, budget trials; entry i: i + 1 trials. */
export interface RuntimeProfile {
  pairs: number;
  share: Float64Array;
}

/**
 * Empirical distribution function of runtimes over all runs and targets of a strategy: COCO's runtime (or data)
 * profile.
 * @param targets a list of regrets for every problem
 * @param problems which problems to aggregate; by default all
 */
export function runtimeProfile(
  results: Accumulator,
  strategy: number,
  targets: readonly (readonly number[])[],
  problems: readonly number[] = results.study.problems.map((_, problem) => problem),
): RuntimeProfile {
  const { budget } = results.study;
  const share = new Float64Array(budget);
  let pairs = 0;
  for (const problem of problems) {
    const aims = targets[problem];
    const solved = results.keep(problem, strategy, `reached of ${aims.join()}`, () =>
      reachedAt(results, results.runs(problem, strategy), aims),
    );
    pairs += results.runs(problem, strategy).length * aims.length;
    for (let i = 0; i < budget; i++) share[i] += solved[i];
  }
  return { pairs, share: share.map((count) => count / pairs) };
}

/** How many (run, target) pairs are at or below their target after trial 1, 2, …, budget. */
function reachedAt(
  results: Accumulator,
  runs: readonly RunRecord[],
  targets: readonly number[],
): Uint32Array {
  const reached = new Uint32Array(results.study.budget);
  const ascending = Float64Array.from(targets).sort();
  for (const run of runs) {
    let count = 0;
    for (let i = 0; i < reached.length; i++) {
      // A run that has ended stays where it is.
      if (i === 0 || (i < run.best.length && run.best[i] !== run.best[i - 1]))
        count = ascending.length - firstFrom(ascending, regretAt(results, run, i + 1));
      reached[i] += count;
    }
  }
  return reached;
}

/** The first place in an ascending list with a value ≥ the given one. */
function firstFrom(ascending: Float64Array, value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] >= value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** `count` targets from `from` down to `to`, evenly on a log scale. */
export const logTargets = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) =>
    count === 1 ? to : i === count - 1 ? to : from * pow(to / from, i / (count - 1)),
  );

const PROBES = 1023;

/**
 * What is a large regret on each problem: the median over uniform points, failed and infeasible ones as +∞. Targets
 * that are fractions of it mean the same on problems of different units. The same for all seeds.
 */
export const regretScales = ({ problems }: Pick<Study, 'problems'>): Float64Array =>
  Float64Array.from(problems, ({ objective }) => medianRegret(objective));

function medianRegret(objective: Choice): number {
  const { space, value, feasible, optimum } = problemOf({ objective });
  const rng = stream('regret-scale', objective.id);
  const regrets = Float64Array.from({ length: PROBES }, () => {
    const x = space.toReal(uniformPoint(space.dimensions.length, rng));
    try {
      const found = value(x);
      return Number.isFinite(found) && (feasible?.(x) ?? true) ? found - optimum.value : Infinity;
    } catch {
      return Infinity;
    }
  });
  return quantile(regrets.sort(), 0.5);
}

/** 1 stands for a scale where more than half of the points are infeasible, or as good as the optimum. */
const usable = (scale: number): number => (scale > 0 && scale < Infinity ? scale : 1);

/** The scale of one objective by itself, as targets use it. */
export const typicalRegret = (objective: Choice): number => usable(medianRegret(objective));

/** From the typical regret of a random point down to a ten-thousandth of it: 5 a decade, as in COCO. */
export const DEFAULT_TARGETS = { from: 1, to: 1e-4, count: 21 };

/** For every problem its list of targets. Where more than half of the points are infeasible, 1 stands for the scale. */
export function relativeTargets(
  study: Study,
  { from, to, count } = DEFAULT_TARGETS,
  scales: ArrayLike<number> = regretScales(study),
): number[][] {
  return Array.from(scales, (scale) => {
    const unit = usable(scale);
    return logTargets(from * unit, to * unit, count);
  });
}
