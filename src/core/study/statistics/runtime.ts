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

/** The first trial (1-based) with regret ≤ target; ∞ where no trial of the run reached it. */
export function runtimeTo(results: Accumulator, run: RunRecord, target: number): number {
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
  const runtimes = results.keep(problem, strategy, `runtimes to ${target}`, () =>
    Float64Array.from(runs, (run) => runtimeTo(results, run, target)),
  );
  let spent = 0;
  let successes = 0;
  for (let r = 0; r < runtimes.length; r++) {
    if (runtimes[r] <= budget) successes += 1;
    spent += Math.min(runtimes[r], runs[r].best.length, budget);
  }
  return { ert: runtimes.length === 0 ? NaN : spent / successes, successes, runs: runtimes.length };
}

/** The share of all (run, target) pairs that a strategy solved within 1, 2, …, budget trials; entry i: i + 1 trials. */
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
    const solved = results.keep(problem, strategy, `solved of ${aims.join()}`, () =>
      solvedAt(results, results.runs(problem, strategy), aims),
    );
    pairs += results.runs(problem, strategy).length * aims.length;
    for (let i = 0; i < budget; i++) share[i] += solved[i];
  }
  let solved = 0;
  for (let i = 0; i < budget; i++) {
    solved += share[i];
    share[i] = solved / pairs;
  }
  return { pairs, share };
}

/** How many (run, target) pairs are solved at trial 1, 2, …, budget. */
function solvedAt(results: Accumulator, runs: readonly RunRecord[], targets: readonly number[]): Uint32Array {
  const solved = new Uint32Array(results.study.budget);
  for (const run of runs) {
    for (const target of targets) {
      const runtime = runtimeTo(results, run, target);
      if (runtime <= solved.length) solved[runtime - 1] += 1;
    }
  }
  return solved;
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
