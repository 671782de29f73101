/** One run of every rule of binary search on one scenario, each with its fatal step and the line on which it happened. */
import { readParams, type ParamValues } from '../params.ts';
import { problemOf, runTrials } from '../run.ts';
import { toValue } from '../space.ts';
import { getStrategy } from '../strategies/index.ts';
import type { Closing, Optimum, Point, Problem, Scenario, Trial, View } from '../types.ts';
import { FATAL_RULES, type FatalRule } from './fatal-share.ts';
import { fatalStep, type FatalStep } from './fatal-step.ts';
import { heldBy, knowsAll } from './held.ts';

export interface FatalRunsQuestion {
  scenario: Pick<Scenario, 'objective' | 'noise' | 'budget' | 'seed' | 'repeat'>;
  /** Settings of binary search other than its rule; what is left out takes its default. */
  settings?: ParamValues;
}

export interface RuleRun {
  rule: FatalRule;
  trials: Trial[];
  closing?: Closing;
  /** null: the minimum was kept. */
  fatal: FatalStep | null;
  /** What was kept is no listed minimum, but within this of its value; absent where it is one, or was lost. */
  asGood?: number;
  /** The dimension to look along: that of the fatal step, else the first. */
  axis: number;
  /**
   * The true values along that dimension, as hyperparameter values; NaN where the evaluation fails. The others stand where
   * they stood at the fatal step, else at the best observation.
   */
  line: { x: number[]; y: number[] };
}

export interface FatalRuns {
  rules: RuleRun[];
  optimum: Optimum;
}

/** Points of a line; of an integer all values, up to as many. */
const POINTS = 301;
/** Evaluations of a line between two pauses. */
const PAUSE = 16;

/** Pauses after every trial: whoever runs it may look up in between, or give up. */
export function* fatalRuns({ scenario, settings }: FatalRunsQuestion): Generator<void, FatalRuns, void> {
  const problem = problemOf(scenario);
  const rules: RuleRun[] = [];
  for (const rule of FATAL_RULES) {
    const { values } = readParams(getStrategy('binary').params, { ...settings, rule }, 'binary');
    const choice = { id: 'binary', params: values };
    const steps = runTrials({ version: 1, strategies: [choice], ...scenario }, choice, problem);
    try {
      for (;;) {
        const step = steps.next();
        if (!step.done) {
          yield;
          continue;
        }
        const { trials, closing } = step.value;
        const fatal = fatalStep(step.value, problem);
        const axis = fatal?.axis ?? 0;
        const line = yield* lineOf(problem, axis, throughOf(problem, trials, fatal));
        const asGood = fatal ? undefined : keptWithin(problem, closing?.view ?? trials.at(-1)?.view);
        const run = { rule, trials, ...(closing && { closing }), fatal, axis, line };
        rules.push({ ...run, ...(asGood !== undefined && { asGood }) });
        break;
      }
    } finally {
      // Lets the strategy's generator clean up where the runs are given up.
      steps.return(undefined as never);
    }
  }
  return { rules, optimum: problem.optimum };
}

function keptWithin(problem: Problem, view: View | undefined): number | undefined {
  if (view?.kind !== 'bracket' || !knowsAll(problem)) return undefined;
  return heldBy(problem)(view)?.listed === false ? problem.optimum.tolerance : undefined;
}

function throughOf({ space }: Problem, trials: readonly Trial[], fatal: FatalStep | null): Point {
  const last = fatal ? trials[fatal.trial - 1] : trials[trials.length - 1];
  const chosen = fatal ? last : trials[last?.incumbent ?? -1];
  return chosen?.unit ?? space.dimensions.map(() => 0.5);
}

function* lineOf(
  { space, value }: Problem,
  axis: number,
  through: Point,
): Generator<void, RuleRun['line'], void> {
  const dimension = space.dimensions[axis];
  const cells = dimension.kind === 'integer' ? dimension.hi - dimension.lo + 1 : Infinity;
  const line: RuleRun['line'] = { x: [], y: [] };
  const count = Math.min(cells, POINTS);
  for (let i = 0; i < count; i++) {
    const u = cells <= POINTS ? (i + 0.5) / count : count > 1 ? i / (count - 1) : 0.5;
    line.x.push(toValue(dimension, u));
    line.y.push(safely(value, space.toReal(through.with(axis, u))));
    if (i % PAUSE === PAUSE - 1) yield;
  }
  return line;
}

function safely(value: Problem['value'], x: Point): number {
  try {
    const y = value(x);
    return Number.isFinite(y) ? y : NaN;
  } catch {
    return NaN;
  }
}
