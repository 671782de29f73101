/**
 * How often the rules of binary search throw the minimum away: counted over all placements of the minimum and many seeds.
 *
 * Run i has the seed's repetition i, so that it can be opened in the Lab, and a placement of its own: placements are a Latin
 * hypercube over the ranges of the parameters that move the minimum (one dimension: one in each of 1000 equal slices).
 * All rules face the same runs. Where nothing moves the minimum, runs differ by their noise alone; without noise, not at all.
 */
import { define, lookUp } from '../look-up.ts';
import { getObjective } from '../objectives/index.ts';
import { readParams, type ParamValues } from '../params.ts';
import { stream } from '../rng.ts';
import { runTrials } from '../run.ts';
import { latinHypercube } from '../sampling/latin-hypercube.ts';
import { getStrategy } from '../strategies/index.ts';
import type { Choice, Noise, Problem, Scenario, Trace, Trial } from '../types.ts';
import { FATAL_CAUSES, fatalStep, holdsOptimum, type FatalCause } from './fatal-step.ts';

/** In the order in which they are taught. */
export const FATAL_RULES = ['bisection', 'ternary', 'golden', 'fibonacci'] as const;
export type FatalRule = (typeof FATAL_RULES)[number];

export const FATAL_RUNS = 1000;

export interface FatalQuestion {
  objective: Choice;
  noise: Noise;
  budget: number;
  seed: number;
  /** Settings of binary search other than its rule; what is left out takes its default. */
  settings?: ParamValues;
  /** How many runs there are in all. */
  runs: number;
  /** Counted here: `count` of them, from the `first` on; all, if left out. */
  first?: number;
  count?: number;
}

/** Of one rule. */
export interface FatalTally {
  /** Runs that threw the minimum away, */
  lost: number;
  /** by cause: their sum is less where a trace does not hold the cause, which happens among integers. */
  causes: Record<FatalCause, number>;
  /** Entry i: how many threw it away at trial i + 1. */
  trials: Uint32Array;
}

export interface FatalCounts {
  /** Runs made so far, of each rule. */
  runs: number;
  rules: Record<FatalRule, FatalTally>;
}

/** What makes one run differ from another. */
export interface FatalSpread {
  /** Parameters that place the minimum. */
  placedBy: readonly string[];
  noisy: boolean;
}

export const spreadOf = ({ objective, noise }: Pick<FatalQuestion, 'objective' | 'noise'>): FatalSpread => ({
  placedBy: getObjective(objective.id).placedBy ?? [],
  noisy: noise.kind !== 'none',
});

/** Where nothing differs, one run says all. */
export const runsWorthMaking = (spread: FatalSpread, runs: number): number =>
  spread.noisy || spread.placedBy.length > 0 ? runs : 1;

const perRule = <T>(one: (rule: FatalRule) => T) =>
  Object.fromEntries(FATAL_RULES.map((rule) => [rule, one(rule)])) as Record<FatalRule, T>;
const perCause = (one: (cause: FatalCause) => number) =>
  Object.fromEntries(FATAL_CAUSES.map((cause) => [cause, one(cause)])) as Record<FatalCause, number>;

/** Of no run at all. */
export const noFatalCounts = (budget: number): FatalCounts => ({
  runs: 0,
  rules: perRule(() => ({ lost: 0, causes: perCause(() => 0), trials: new Uint32Array(budget) })),
});

/** Counts of different runs of one question, as if they had been counted together. */
export const addFatalCounts = (a: FatalCounts, b: FatalCounts): FatalCounts => ({
  runs: a.runs + b.runs,
  rules: perRule((rule) => {
    const [one, other] = [a.rules[rule], b.rules[rule]];
    return {
      lost: one.lost + other.lost,
      causes: perCause((cause) => one.causes[cause] + other.causes[cause]),
      trials: one.trials.map((count, i) => count + other.trials[i]),
    };
  }),
});

/**
 * Counts run by run, in chunks: yields the counts so far (one object, updated in place) after each `chunk` runs and at the
 * end. A run follows from the question and its number alone, so counting can stop and go on from what was yielded, or be
 * split into shares (`first`, `count`), and gives the same as in one go.
 *
 * @param from counts to go on from, of the same question
 * @throws {RangeError} where the question’s numbers make no sense; {Error} where the registry does not know the objective
 */
export function* simulateFatal(
  question: FatalQuestion,
  chunk: number,
  from?: FatalCounts,
): Generator<FatalCounts, void, void> {
  const { runs, first = 0, count = runs - first, budget } = question;
  const whole = [runs, count, chunk, budget, first + 1].every((n) => Number.isInteger(n) && n >= 1);
  if (!whole || first + count > runs) {
    throw new RangeError(
      `Runs ${runs}, of which ${count} from ${first} on, chunk ${chunk}, budget ${budget}; expected whole numbers ≥ 1, a first run ≥ 0, and no more than there are.`,
    );
  }
  const counts = from ?? noFatalCounts(budget);
  const placements = placementsOf(question);
  while (counts.runs < count) {
    const scenario = lineScenario(question, first + counts.runs, placements);
    const problem = problemOf(scenario);
    const holds = holdsOptimum(problem);
    for (const [i, rule] of FATAL_RULES.entries()) {
      const fatal = fatalStep(untilLost(scenario, scenario.strategies[i], problem, holds), problem, holds);
      if (!fatal) continue;
      const tally = counts.rules[rule];
      tally.lost += 1;
      tally.trials[fatal.trial - 1] += 1;
      if (fatal.cause) tally.causes[fatal.cause] += 1;
    }
    counts.runs += 1;
    if (counts.runs % chunk === 0 || counts.runs === count) yield counts;
  }
}

/** Run number `index` of a question as a scenario, with one strategy per rule. */
export const fatalScenario = (question: FatalQuestion, index: number): Scenario =>
  lineScenario(question, index, placementsOf(question));

function lineScenario(question: FatalQuestion, index: number, placements: readonly number[][]): Scenario {
  const { objective, noise, budget, seed, settings } = question;
  const definition = getObjective(objective.id);
  const { values } = readParams(definition.params, objective.params, objective.id);
  for (const [axis, name] of (definition.placedBy ?? []).entries()) {
    const range = lookUp(definition.params, name);
    if (range?.kind === 'real')
      define(values, name, range.min + placements[index][axis] * (range.max - range.min));
  }
  return {
    version: 1,
    objective: { id: objective.id, params: values },
    noise,
    budget,
    seed,
    repeat: index,
    strategies: FATAL_RULES.map((rule) => ({ id: 'binary', params: { ...settings, rule } })),
  };
}

const placementsOf = ({ objective, runs, seed }: FatalQuestion): number[][] =>
  latinHypercube(runs, getObjective(objective.id).placedBy?.length ?? 0, stream(seed, 'fatal', 'placements'));

const problemOf = ({ objective }: Scenario): Problem => getObjective(objective.id).create(objective.params);

/** A run, up to the trial whose bracket no longer holds the minimum: what is lost stays lost. */
function untilLost(
  scenario: Scenario,
  choice: Choice,
  problem: Problem,
  holds: ReturnType<typeof holdsOptimum>,
): Pick<Trace, 'trials' | 'closing'> {
  const made: Trial[] = [];
  const trials = runTrials(scenario, choice, problem, getStrategy(choice.id));
  for (;;) {
    const step = trials.next();
    if (step.done) return step.value;
    made.push(step.value);
    if (step.value.view?.kind !== 'bracket' || holds(step.value.view)) continue;
    // Lets the strategy's generator clean up.
    trials.return(undefined as never);
    return { trials: made };
  }
}
