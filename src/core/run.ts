/**
 * The run loop. It alone counts evaluations, adds noise, knows the true value and stops at the budget:
 * a strategy cannot see the optimum, other strategies, or more budget than it was given.
 */
import { narrowed } from './box.ts';
import { getObjective } from './objectives/index.ts';
import { readParams } from './params.ts';
import { stream, type Rng } from './rng.ts';
import { fromValue, toValue, type Space } from './space.ts';
import { getStrategy } from './strategies/index.ts';
import type {
  Choice,
  Closing,
  Noise,
  Outcome,
  Point,
  Problem,
  Proposal,
  Scenario,
  Strategy,
  Trace,
  TraceFile,
  Trial,
} from './types.ts';

/** The objective of a scenario with its parameters fixed, in its box. Throws where the registry does not know the id. */
export function problemOf({ objective, box }: Pick<Scenario, 'objective' | 'box'>): Problem {
  const definition = getObjective(objective.id);
  const problem = definition.create(readParams(definition.params, objective.params, objective.id).values);
  return box ? narrowed(problem, box) : problem;
}

/** Every strategy of the scenario, one after another. Pure: the same scenario gives the same traces. */
export function run(scenario: Scenario): TraceFile {
  const traces = scenario.strategies.map((choice) => {
    const trials = runTrials(scenario, choice);
    for (;;) {
      const step = trials.next();
      if (step.done) return step.value;
    }
  });
  return { format: 'trial-by-trial/traces', version: 1, scenario, traces };
}

/**
 * One strategy, trial by trial: yields each trial as it happens and returns the whole trace. A problem or a strategy
 * of the caller's own may stand in for the registered one.
 * @throws {Error} where the strategy itself breaks its contract (a point outside the cube); a failing
 *   objective does not throw: that trial is recorded as failed and the run goes on.
 */
export function* runTrials(
  scenario: Scenario,
  choice: Choice,
  problem: Problem = problemOf(scenario),
  strategy: Strategy = getStrategy(choice.id),
): Generator<Trial, Trace, void> {
  const { budget, seed, repeat, objective, noise } = scenario;
  const label = [seed, choice.id, objective.id, repeat] as const;
  const noiseRng = stream(...label, 'noise');
  const { dimensions } = problem.space;

  const search = strategy.search({
    dim: dimensions.length,
    space: problem.space,
    dimensions,
    budget,
    given: [],
    params: readParams(strategy.params, choice.params, choice.id).values,
    stream: (purpose) => stream(...label, purpose),
  });

  const trials: Trial[] = [];
  let best: number | null = null;
  let incumbent = -1;
  let closing: Closing | undefined;

  let step = search.next();
  for (let batch = 0; !step.done && trials.length < budget; batch++) {
    const asked: readonly Proposal[] = Array.isArray(step.value) ? step.value : [step.value as Proposal];
    if (asked.length === 0) throw new Error(`Strategy ${choice.id} asked for an empty batch.`);
    const outcomes: Outcome[] = [];
    const affordable = Math.min(asked.length, budget - trials.length);
    for (let place = 0; place < affordable; place++) {
      const trial = evaluate(problem, asked[place], choice.id, noise, noiseRng);
      trial.index = trials.length;
      trial.batch = batch;
      if (trial.y !== null && trial.feasible) {
        if (incumbent < 0 || trial.y < trials[incumbent].y!) incumbent = trial.index;
        if (best === null || trial.trueValue! < best) best = trial.trueValue;
      }
      trial.best = best;
      trial.incumbent = incumbent;
      trials.push(trial);
      outcomes.push({
        unit: trial.unit,
        y: trial.y ?? Infinity,
        failed: trial.y === null,
        feasible: trial.feasible,
      });
      yield trial;
    }
    step = search.next(outcomes);
  }
  if (step.done && step.value) closing = step.value;
  else search.return();

  return { strategy: choice, trials, unused: budget - trials.length, ...(closing && { closing }) };
}

/** Evaluates one proposal; index, batch, best and incumbent are filled in by the loop. */
function evaluate(problem: Problem, proposal: Proposal, strategy: string, noise: Noise, rng: Rng): Trial {
  const { space } = problem;
  if (!inCube(proposal.unit, space.dimensions.length)) {
    throw new Error(
      `Strategy ${strategy} asked for [${proposal.unit.join(', ')}], which is not in the unit cube.`,
    );
  }
  const x = proposal.x
    ? chosenValues(space, proposal.unit, proposal.x, strategy)
    : space.toReal(proposal.unit);
  const unit = asEvaluated(space, proposal.unit, x);
  const trial: Trial = {
    index: 0,
    batch: 0,
    unit,
    x,
    y: null,
    trueValue: null,
    feasible: true,
    best: null,
    incumbent: -1,
    why: proposal.why,
  };
  if (proposal.view) trial.view = proposal.view;
  try {
    // A copy: what the trace keeps is not the objective's to change.
    const trueValue: unknown = problem.value(x.slice());
    if (typeof trueValue !== 'number' || !Number.isFinite(trueValue)) {
      throw new Error(`the objective returned ${described(trueValue)}`);
    }
    const y = trueValue + drawNoise(problem, x, trueValue, noise, rng);
    if (!Number.isFinite(y)) throw new Error(`the noise made the observation ${y}`);
    trial.feasible = problem.feasible?.(x) ?? true;
    trial.trueValue = trueValue;
    trial.y = y;
  } catch (error) {
    trial.feasible = false;
    trial.failure = failureOf(error);
  }
  return trial;
}

/** A failure's own words, at most this many characters of them. */
const LONGEST_FAILURE = 1000;

/** Why an evaluation failed, whatever was thrown: never empty, never an exception of its own. */
function failureOf(thrown: unknown): string {
  const message: unknown = thrown instanceof Error ? thrown.message : thrown;
  if (typeof message !== 'string') return `the objective threw ${described(message)}`;
  if (message.trim() === '') return 'the objective threw an error without a message';
  return message.length > LONGEST_FAILURE ? `${message.slice(0, LONGEST_FAILURE)}…` : message;
}

/** A value that should have been something else. */
function described(value: unknown): string {
  switch (typeof value) {
    case 'number':
    case 'undefined':
    case 'boolean':
      return String(value);
    case 'string':
      return 'text instead of a number';
    case 'object':
      return value === null ? 'null' : 'an object';
    default:
      return `a ${typeof value}`;
  }
}

function inCube(unit: Point, d: number): boolean {
  if (unit.length !== d) return false;
  for (let i = 0; i < d; i++) if (!(unit[i] >= 0 && unit[i] <= 1)) return false;
  return true;
}

/** Rounding leaves less than this between a coordinate and that of its value. */
const SAME_PLACE = 1e-9;

/** Values that a strategy chose itself: where its coordinates say, and such as the hyperparameters take. */
function chosenValues({ dimensions }: Space, unit: Point, x: Point, strategy: string): number[] {
  for (let i = 0; i < dimensions.length; i++) {
    const { kind, lo, hi } = dimensions[i];
    const taken = x[i] >= lo && x[i] <= hi && (kind === 'real' || Number.isInteger(x[i]));
    // A whole number is one wherever in its cell it was asked for.
    const place = kind === 'integer' ? fromValue(dimensions[i], toValue(dimensions[i], unit[i])) : unit[i];
    if (taken && Math.abs(fromValue(dimensions[i], x[i]) - place) <= SAME_PLACE) continue;
    throw new Error(
      `Strategy ${strategy} asked for the values [${x.join(', ')}], which are not those of [${unit.join(', ')}].`,
    );
  }
  return Array.from({ length: dimensions.length }, (_, i) => x[i]);
}

/** The point itself: its integers in the middle of their cells, a value chosen as one at its own coordinate. */
function asEvaluated({ dimensions }: Space, asked: Point, x: Point): number[] {
  const unit = asked.slice();
  for (let i = 0; i < unit.length; i++) {
    const moved = dimensions[i].kind === 'integer' || x[i] !== toValue(dimensions[i], asked[i]);
    if (moved) unit[i] = fromValue(dimensions[i], x[i]);
  }
  return unit;
}

/** One draw of the observation noise at x, in the units of the value. */
export function drawNoise(problem: Problem, x: Point, trueValue: number, noise: Noise, rng: Rng): number {
  switch (noise.kind) {
    case 'none':
      return 0;
    case 'gaussian':
      return noise.sd * rng.normal();
    case 'proportional':
      return noise.sd * Math.abs(trueValue) * rng.normal();
    case 'measured':
      return problem.measuredNoise?.(x, rng) ?? 0;
  }
}
