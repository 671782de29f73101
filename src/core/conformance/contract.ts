/**
 * The contract of a strategy, as checks that any strategy can be put to: the registered ones, which have to pass, and
 * broken ones, which must not (broken.test.ts).
 */
import { expect } from 'vitest';
import { problemOf, runTrials } from '../run.ts';
import { fromValue } from '../space.ts';
import { readTraceFile } from '../trace/file.ts';
import { writtenFile } from '../trace/turned.ts';
import type { Problem, Scenario, Strategy, Trace, Trial } from '../types.ts';

/** A problem that counts how often it is evaluated. */
export interface Counted extends Problem {
  evaluations: () => number;
}

export function counted(problem: Problem): Counted {
  let evaluations = 0;
  return {
    ...problem,
    value(x) {
      evaluations += 1;
      return problem.value(x);
    },
    evaluations: () => evaluations,
  };
}

/** Runs the first strategy of a scenario; `told`: every trial as it was at the moment it happened. */
export function observe(scenario: Scenario, target: Problem, strategy?: Strategy) {
  const trials = runTrials(scenario, scenario.strategies[0], target, strategy);
  const told: Trial[] = [];
  for (;;) {
    const step = trials.next();
    if (step.done) return { trace: step.value, told };
    told.push(structuredClone(step.value));
  }
}

/**
 * @param target counted, so that an evaluation behind the run loop's back is noticed
 * @param strategy stands in for the registered one
 */
export function expectContract(
  scenario: Scenario,
  target: Counted = counted(problemOf(scenario)),
  strategy?: Strategy,
): Trace {
  const before = target.evaluations();
  const { trace, told } = observe(scenario, target, strategy);
  expect(target.evaluations() - before, 'evaluations').toBe(trace.trials.length);
  const wrong = complaints(trace, scenario, target);
  if (wrong.length > 0) expect.fail(wrong.join('\n'));
  expect(told, 'what was said of a trial is not changed later').toEqual(trace.trials);
  expectPlain(scenario, trace);
  return trace;
}

/** Another run does the same to the last bit. */
export function expectDeterministic(
  scenario: Scenario,
  target: () => Problem,
  strategy: Strategy | undefined,
  trace: Trace,
): void {
  expect(observe(scenario, target(), strategy).trace, 'the same run again').toEqual(trace);
}

/** What crosses to the page, and what is written to a file and read again, is the same trace. */
export function expectPlain(scenario: Scenario, trace: Trace): void {
  expect(structuredClone(trace), 'structured clone').toEqual(trace);
  const file = { format: 'trial-by-trial/traces' as const, version: 1 as const, scenario, traces: [trace] };
  // In the objective's own sense: of what is maximised, the engine minimises the negative.
  const written = JSON.stringify(writtenFile(file));
  expect(readTraceFile(JSON.parse(written)), 'trace file').toEqual({ file });
}

/** Everything that is wrong with a trace by itself, in words. */
export function complaints(trace: Trace, { budget }: Scenario, problem: Problem): string[] {
  const found = [...notPlain(trace, 'trace')];
  const { trials, unused } = trace;
  if (!(Number.isInteger(unused) && unused >= 0 && trials.length + unused === budget)) {
    found.push(`budget: ${trials.length} trials and ${unused} unused of ${budget}`);
  }
  let batch = -1;
  let best: number | null = null;
  let incumbent = -1;
  for (const [i, trial] of trials.entries()) {
    const complain = (text: string) => found.push(`trial ${i}: ${text}`);
    if (trial.index !== i) complain(`index ${trial.index}`);
    if (trial.batch !== batch && trial.batch !== batch + 1) complain(`batch ${trial.batch} after ${batch}`);
    batch = trial.batch;
    for (const text of misplaced(trial, problem)) complain(text);
    for (const text of misreported(trial, problem)) complain(text);
    if (trial.y !== null && trial.feasible) {
      if (incumbent < 0 || trial.y < trials[incumbent].y!) incumbent = i;
      best = Math.min(best ?? Infinity, trial.trueValue!);
    }
    if (trial.best !== best) complain(`best ${trial.best}, not ${best}`);
    if (trial.incumbent !== incumbent) complain(`incumbent ${trial.incumbent}, not ${incumbent}`);
  }
  return found;
}

function* misplaced({ unit, x }: Trial, { space }: Problem): Generator<string> {
  const d = space.dimensions.length;
  if (unit.length !== d || x.length !== d) yield `${unit.length} and ${x.length} coordinates of ${d}`;
  const mapped = space.toReal(unit);
  for (const [axis, { kind, lo, hi }] of space.dimensions.entries()) {
    if (!(unit[axis] >= 0 && unit[axis] <= 1)) yield `unit[${axis}] = ${unit[axis]}`;
    if (!(x[axis] >= lo && x[axis] <= hi)) yield `x[${axis}] = ${x[axis]}, out of ${lo} … ${hi}`;
    if (kind === 'integer' && !Number.isInteger(x[axis])) yield `x[${axis}] = ${x[axis]}, not whole`;
    // A value that was chosen as one stands at its own coordinate, the way back from which may cost a bit.
    const same = mapped[axis] === x[axis] || fromValue(space.dimensions[axis], x[axis]) === unit[axis];
    if (!same) yield `unit and x differ along ${axis}`;
  }
}

/** A trial has either both values or a reason why it failed. */
function* misreported(trial: Trial, problem: Problem): Generator<string> {
  const { y, trueValue, feasible, failure, x } = trial;
  if (y === null || trueValue === null) {
    if (y !== trueValue) yield `y ${y}, true value ${trueValue}`;
    if (feasible) yield 'failed and feasible';
    if (typeof failure !== 'string' || failure.trim() === '') yield 'failed without a reason';
    return;
  }
  if (failure !== undefined) yield `has a value and a failure, “${failure}”`;
  if (feasible !== (problem.feasible?.(x) ?? true)) yield `feasible: ${feasible}`;
}

/** Places of numbers that are not finite and of values that JSON does not have. */
export function* notPlain(value: unknown, path: string): Generator<string> {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) yield `${path} is ${value}`;
  } else if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) yield* notPlain(value[i], `${path}[${i}]`);
  } else if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    for (const [key, inner] of Object.entries(value)) yield* notPlain(inner, `${path}.${key}`);
  } else {
    yield `${path} is ${typeof value === 'object' ? `a ${value.constructor?.name}` : typeof value}`;
  }
}
