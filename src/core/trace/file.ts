/**
 * Reads a trace file that somebody dropped on the page: checked deeply enough that no view can stumble over it.
 * The traces need not equal a re-run (they may come from another version), but their shape must be consistent, their
 * numbers ones that the scenario allows (`views.ts`), and their sentences ones that the strategies have.
 *
 * | key                          | values                      |
 * | ---------------------------- | --------------------------- |
 * | problem.not-a-trace-file     | –                           |
 * | problem.trace-version        | given, known                |
 * | problem.trace-scenario       | field                       |
 * | problem.trace-field          | field, expected             |
 */
import * as v from 'valibot';
import { quote } from '../params.ts';
import { problemOf } from '../run.ts';
import { LIMITS, readScenario } from '../scenario.ts';
import type { Dimension } from '../space.ts';
import { senseOf } from '../sense.ts';
import { faultOf } from './views.ts';
import { turnedTrace, writtenFile } from './turned.ts';
import { say, type Closing, type Message, type Trace, type TraceFile } from '../types.ts';

/** A trace holds at most this many trials, a dimension at most this many grid levels. */
const LONGEST = LIMITS.budget.max;
/** A sentence has at most this many blanks. */
const MOST_VALUES = 20;
/** Rounding at the ends of a range, as a share of it. */
const SLACK = 1e-9;

const finite = v.pipe(v.number(), v.finite());
const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** All schemas of one space: vectors have its number of dimensions. */
function schemas(dim: number) {
  const unitPoint = v.pipe(v.array(fraction), v.length(dim));
  const axis = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(dim - 1));
  const message = v.object({
    key: v.pipe(v.string(), v.maxLength(100)),
    values: v.pipe(
      v.record(v.string(), v.union([finite, v.pipe(v.string(), v.maxLength(200))])),
      v.maxEntries(MOST_VALUES),
    ),
  });
  const view = v.variant('kind', [
    v.object({
      kind: v.literal('bracket'),
      axis,
      lo: unitPoint,
      hi: unitPoint,
      probes: v.pipe(v.array(fraction), v.maxLength(LONGEST)),
      cut: v.exactOptional(v.object({ axis, lo: fraction, hi: fraction })),
    }),
    v.object({
      kind: v.literal('lattice'),
      levels: v.pipe(v.array(v.pipe(v.array(fraction), v.minLength(1), v.maxLength(LONGEST))), v.length(dim)),
    }),
    v.object({
      kind: v.literal('strata'),
      counts: v.pipe(v.array(v.pipe(count, v.minValue(1))), v.length(dim)),
    }),
    v.object({ kind: v.literal('step'), from: unitPoint, axis: v.nullable(axis), step: finite }),
    v.object({
      kind: v.literal('simplex'),
      vertices: v.pipe(v.array(unitPoint), v.minLength(1), v.maxLength(dim + 1)),
    }),
    v.object({
      kind: v.literal('gaussian'),
      mean: v.pipe(v.array(finite), v.length(dim)),
      covariance: v.pipe(v.array(finite), v.length(dim * dim)),
    }),
    v.object({
      kind: v.literal('parzen'),
      conditioned: count,
      good: v.pipe(v.array(count), v.maxLength(LONGEST)),
      multivariate: v.boolean(),
      bandwidth: v.picklist(['neighbours', 'scott']),
      priorWeight: v.pipe(finite, v.gtValue(0)),
    }),
    v.object({
      kind: v.literal('model'),
      kernel: v.picklist(['rbf', 'matern32', 'matern52']),
      lengthscales: v.pipe(v.array(v.pipe(finite, v.gtValue(0))), v.length(dim)),
      signalVariance: v.pipe(finite, v.gtValue(0)),
      noiseVariance: v.pipe(finite, v.minValue(0)),
      yMean: finite,
      yScale: v.pipe(finite, v.gtValue(0)),
      conditioned: count,
      fantasies: v.exactOptional(v.pipe(v.array(finite), v.maxLength(LONGEST))),
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
    failure: v.exactOptional(v.pipe(v.string(), v.maxLength(10_000))),
    why: message,
    view: v.exactOptional(view),
  });
  return v.object({
    strategy: v.looseObject({ id: v.string() }),
    trials: v.pipe(v.array(trial), v.maxLength(LONGEST)),
    unused: count,
    closing: v.exactOptional(v.object({ why: message, view: v.exactOptional(view) })),
  });
}

const Outer = v.looseObject({
  format: v.literal('trial-by-trial/traces'),
  version: v.unknown(),
  scenario: v.unknown(),
  traces: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(32)),
  sense: v.exactOptional(v.picklist(['minimise', 'maximise'])),
});

const STATED = ['objective', 'noise', 'budget', 'seed', 'strategies'];

/** One strategy's trace with its trials on top, in the objective's own sense: what the command line prints. */
export function oneTrace(file: TraceFile) {
  const { version, scenario, traces, sense } = writtenFile(file);
  const [{ strategy, trials, unused, closing }] = traces;
  const objective = scenario.objective.id;
  return {
    ...{ format: ONE, version, ...(sense && { sense }), scenario, strategy: strategy.id, objective },
    ...{ trials, unused, closing },
  };
}
const ONE = 'trial-by-trial/trace';

/** {@link oneTrace} undone; anything else passes. */
function gather(raw: unknown): unknown {
  const one = v.safeParse(v.looseObject({ format: v.literal(ONE), strategy: v.string() }), raw);
  if (!one.success) return raw;
  const { version, sense, scenario, strategy, trials, unused, closing } = one.output;
  const trace = { strategy: { id: strategy }, trials, unused, ...(closing !== undefined && { closing }) };
  return {
    ...{ format: 'trial-by-trial/traces', version, scenario, traces: [trace] },
    ...(sense !== undefined && { sense }),
  };
}

/**
 * What a strategy has sentences for.
 * @returns what is expected of a sentence's key or value, by its path; undefined where the sentence is one of them
 */
export type Sentences = (
  strategy: string,
  why: Message,
) => [field: 'key' | `values.${string}`, expected: string] | undefined;

/**
 * The file, or why it cannot be shown, naming the field.
 * @param sentences of whoever will say them; where nobody will, any are taken
 */
export function readTraceFile(
  raw: unknown,
  sentences: Sentences = () => undefined,
): { file: TraceFile } | { problem: Message } {
  const outer = v.safeParse(Outer, gather(raw));
  if (!outer.success) {
    const field = v.getDotPath(outer.issues[0]);
    if (!field || field === 'format') return { problem: say('problem.not-a-trace-file') };
    return { problem: fieldProblem(field, wanted(outer.issues[0])) };
  }
  if (outer.output.version !== 1) {
    return { problem: say('problem.trace-version', { given: quote(outer.output.version), known: 1 }) };
  }
  const { scenario, notices } = readScenario(outer.output.scenario);
  if (notices.length > 0) {
    const { field, name, owner, given } = notices[0].values;
    return {
      problem: say('problem.trace-scenario', { field: field ?? name ?? owner ?? given ?? 'scenario' }),
    };
  }
  // A link may leave things out; a file that does has lost them, and other defaults would fit other traces.
  const absent = STATED.find((name) => !Object.hasOwn(outer.output.scenario ?? {}, name));
  if (absent) return { problem: say('problem.trace-scenario', { field: absent }) };

  const made = problemOf(scenario);
  const { dimensions } = made.space;
  const sense = senseOf(made);
  if ((outer.output.sense ?? sense) !== sense) return { problem: fieldProblem('sense', sense) };
  const schema = schemas(dimensions.length);
  const traces: Trace[] = [];
  for (const [i, given] of outer.output.traces.entries()) {
    const read = v.safeParse(schema, given, { abortEarly: true });
    if (!read.success) {
      const issue = read.issues[0];
      return {
        problem: fieldProblem([`traces.${i}`, v.getDotPath(issue)].filter(Boolean).join('.'), wanted(issue)),
      };
    }
    const { strategy, ...rest } = read.output;
    const choice = scenario.strategies.find(({ id }) => id === strategy.id);
    if (!choice || traces.some((trace) => trace.strategy.id === strategy.id)) {
      const left = scenario.strategies.filter(({ id }) => !traces.some((trace) => trace.strategy.id === id));
      const expected = left.map(({ id }) => id).join(' | ') || '–';
      return { problem: fieldProblem(`traces.${i}.strategy.id`, expected) };
    }
    // Settings come from the scenario, which has been validated.
    const trace: Trace = turnedTrace({ ...rest, strategy: choice }, sense);
    const problem = inconsistency(trace, scenario.budget, dimensions) ?? unsayable(trace, sentences);
    if (problem) return { problem: fieldProblem(`traces.${i}.${problem[0]}`, problem[1]) };
    traces.push(trace);
  }
  return { file: { format: 'trial-by-trial/traces', version: 1, scenario, traces } };
}

const fieldProblem = (field: string, expected: string) => say('problem.trace-field', { field, expected });

/** What valibot would have taken, in its own notation, which needs no language. */
const wanted = ({ expected, received }: { expected: string | null; received: string }) =>
  expected ?? `≠ ${received}`;

/** The first sentence that nobody has. */
function unsayable(
  { strategy, trials, closing }: Trace,
  sentences: Sentences,
): [field: string, expected: string] | undefined {
  for (const [place, { why }] of [
    ...trials.map((trial): [string, Closing] => [`trials.${trial.index}`, trial]),
    ...(closing ? [['closing', closing] as [string, Closing]] : []),
  ]) {
    const wrong = sentences(strategy.id, why);
    if (wrong) return [`${place}.why.${wrong[0]}`, wrong[1]];
  }
  return undefined;
}

/** What the types cannot say: numbering, budget, and references between trials. */
function inconsistency(
  { trials, unused, closing }: Trace,
  budget: number,
  dimensions: readonly Dimension[],
): [field: string, expected: string] | undefined {
  if (trials.length + unused !== budget) return ['trials', `trials.length + unused = ${budget}`];
  const size = { budget, dim: dimensions.length };
  let best: number | null = null;
  let incumbent = -1;
  let batch = -1;
  for (const [i, trial] of trials.entries()) {
    const { y, trueValue, x, view } = trial;
    if (trial.index !== i) return [`trials.${i}.index`, String(i)];
    // Batches follow each other.
    if (trial.batch !== batch && trial.batch !== batch + 1)
      return [`trials.${i}.batch`, [batch, batch + 1].filter((one) => one >= 0).join(' | ')];
    ({ batch } = trial);
    for (const [axis, { lo, hi }] of dimensions.entries()) {
      const slack = SLACK * (hi - lo);
      if (!(x[axis] >= lo - slack && x[axis] <= hi + slack))
        return [`trials.${i}.x.${axis}`, `${lo} … ${hi}`];
    }
    if ((y === null) !== (trueValue === null)) return [`trials.${i}.y`, y === null ? 'number' : 'null'];
    if (y !== null && trial.feasible) {
      if (incumbent < 0 || y < trials[incumbent].y!) incumbent = i;
      if (best === null || trueValue! < best) best = trueValue;
    }
    // Ranking and race look trials up by these.
    if (trial.best !== best) return [`trials.${i}.best`, String(best)];
    if (trial.incumbent !== incumbent) return [`trials.${i}.incumbent`, String(incumbent)];
    const fault = view && faultOf(view, trials, i, size);
    if (fault) return [`trials.${i}.view.${fault[0]}`, fault[1]];
  }
  const fault = closing?.view && faultOf(closing.view, trials, trials.length, size);
  return fault && [`closing.view.${fault[0]}`, fault[1]];
}
