/**
 * Reads a trace file that somebody dropped on the page: checked deeply enough that no view can stumble over it.
 * The traces need not equal a re-run (they may come from another version), but their shape must be consistent.
 *
 * | key                          | values                      |
 * | ---------------------------- | --------------------------- |
 * | problem.not-a-trace-file     | –                           |
 * | problem.trace-version        | given, known                |
 * | problem.trace-scenario       | field (a notice's key)      |
 * | problem.trace-field          | field, expected             |
 */
import * as v from 'valibot';
import { problemOf } from './run.ts';
import { readScenario } from './scenario.ts';
import { say, type Message, type Trace, type TraceFile } from './types.ts';

/** More than a hand-made file would hold, and little enough for the page to draw. */
const MAX_TRIALS = 10_000;

const finite = v.pipe(v.number(), v.finite());
const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** All schemas of one space: vectors have its number of dimensions. */
function schemas(dim: number) {
  const unitPoint = v.pipe(v.array(fraction), v.length(dim));
  const axis = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(dim - 1));
  const message = v.object({
    key: v.pipe(v.string(), v.maxLength(100)),
    values: v.record(v.string(), v.union([v.number(), v.pipe(v.string(), v.maxLength(200))])),
  });
  const view = v.variant('kind', [
    v.object({
      kind: v.literal('bracket'),
      axis,
      lo: unitPoint,
      hi: unitPoint,
      probes: v.array(fraction),
      cut: v.exactOptional(v.object({ axis, lo: fraction, hi: fraction })),
    }),
    v.object({ kind: v.literal('lattice'), levels: v.pipe(v.array(v.array(fraction)), v.length(dim)) }),
    v.object({ kind: v.literal('step'), from: unitPoint, axis: v.nullable(axis), step: finite }),
    v.object({
      kind: v.literal('model'),
      kernel: v.picklist(['rbf', 'matern32', 'matern52']),
      lengthscales: v.pipe(v.array(v.pipe(finite, v.gtValue(0))), v.length(dim)),
      signalVariance: v.pipe(finite, v.gtValue(0)),
      noiseVariance: v.pipe(finite, v.minValue(0)),
      yMean: finite,
      yScale: v.pipe(finite, v.gtValue(0)),
      conditioned: count,
      jitter: v.pipe(finite, v.minValue(0)),
      logMarginalLikelihood: finite,
      acquisition: v.object({
        kind: v.picklist(['ei', 'log-ei', 'pi', 'lcb', 'thompson']),
        xi: finite,
        kappa: finite,
        best: finite,
        draw: v.exactOptional(count),
      }),
      predicted: v.object({ mean: finite, sd: v.pipe(finite, v.minValue(0)) }),
    }),
  ]);
  const trial = v.object({
    index: count,
    batch: count,
    unit: unitPoint,
    x: v.pipe(v.array(finite), v.length(dim)),
    y: v.nullable(finite),
    trueValue: v.nullable(finite),
    feasible: v.boolean(),
    best: v.nullable(finite),
    incumbent: v.pipe(v.number(), v.integer(), v.minValue(-1)),
    failure: v.exactOptional(v.string()),
    why: message,
    view: v.exactOptional(view),
  });
  return v.object({
    strategy: v.looseObject({ id: v.string() }),
    trials: v.pipe(v.array(trial), v.maxLength(MAX_TRIALS)),
    unused: count,
    closing: v.exactOptional(v.object({ why: message, view: v.exactOptional(view) })),
  });
}

const Outer = v.looseObject({
  format: v.literal('trial-by-trial/traces'),
  version: v.unknown(),
  scenario: v.unknown(),
  traces: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(32)),
});

/** The file, or why it cannot be shown, naming the field. */
export function readTraceFile(raw: unknown): { file: TraceFile } | { problem: Message } {
  const outer = v.safeParse(Outer, raw);
  if (!outer.success) {
    const field = v.getDotPath(outer.issues[0]);
    if (!field || field === 'format') return { problem: say('problem.not-a-trace-file') };
    return { problem: fieldProblem(field, outer.issues[0].message) };
  }
  if (outer.output.version !== 1) {
    return {
      problem: say('problem.trace-version', { given: String(outer.output.version).slice(0, 40), known: 1 }),
    };
  }
  const { scenario, notices } = readScenario(outer.output.scenario);
  if (outer.output.scenario === undefined || notices.length > 0) {
    const { key, values } = notices[0] ?? say('notice.not-a-scenario');
    const named = values.name ?? values.given ?? values.owner ?? '';
    return { problem: say('problem.trace-scenario', { field: String(named) || 'scenario', reason: key }) };
  }

  const schema = schemas(problemOf(scenario).space.dimensions.length);
  const traces: Trace[] = [];
  for (const [i, given] of outer.output.traces.entries()) {
    const read = v.safeParse(schema, given, { abortEarly: true });
    if (!read.success) {
      const issue = read.issues[0];
      return {
        problem: fieldProblem([`traces.${i}`, v.getDotPath(issue)].filter(Boolean).join('.'), issue.message),
      };
    }
    const { strategy, ...rest } = read.output;
    const choice = scenario.strategies.find(({ id }) => id === strategy.id);
    if (!choice || traces.some((trace) => trace.strategy.id === strategy.id)) {
      const chosen = scenario.strategies.map(({ id }) => id).join(', ');
      return {
        problem: fieldProblem(`traces.${i}.strategy.id`, `each of the scenario’s strategies once: ${chosen}`),
      };
    }
    // Settings come from the scenario, which has been validated.
    const trace: Trace = { ...rest, strategy: choice };
    const problem = inconsistency(trace, scenario.budget);
    if (problem) return { problem: fieldProblem(`traces.${i}.${problem[0]}`, problem[1]) };
    traces.push(trace);
  }
  return { file: { format: 'trial-by-trial/traces', version: 1, scenario, traces } };
}

const fieldProblem = (field: string, expected: string) => say('problem.trace-field', { field, expected });

/** What the types cannot say: numbering, budget, and references between trials. */
function inconsistency(
  { trials, unused }: Trace,
  budget: number,
): [field: string, expected: string] | undefined {
  if (trials.length + unused !== budget)
    return ['trials', `trials and unused to add up to the budget, ${budget}`];
  for (const [i, trial] of trials.entries()) {
    if (trial.index !== i) return [`trials.${i}.index`, String(i)];
    if (trial.incumbent > i) return [`trials.${i}.incumbent`, `an earlier trial, at most ${i}`];
    if (trial.view?.kind === 'model' && trial.view.conditioned > i) {
      return [`trials.${i}.view.conditioned`, `at most ${i}, the trials before it`];
    }
  }
  return undefined;
}
