/** Runs what is claimed of one problem. */
import { define, lookUp } from '../look-up.ts';
import { diagnose, type Diagnosis } from '../assumptions/diagnosis/index.ts';
import { FATAL_RUNS, simulateFatal, type FatalCounts } from '../assumptions/fatal-share.ts';
import { fatalStep } from '../assumptions/fatal-step.ts';
import { getObjective } from '../objectives/index.ts';
import { defaults, type ParamValues } from '../params.ts';
import { stream } from '../rng.ts';
import { problemOf, runTrials } from '../run.ts';
import { getStrategy } from '../strategies/index.ts';
import type { Problem, Scenario, Trace } from '../types.ts';
import type { Range, ScenarioClaim } from './types.ts';

/** What a claim is about: the page adds its own strategies and settings. */
export type Subject = Pick<Scenario, 'objective' | 'noise' | 'budget' | 'seed'>;

/** Repeats behind a median, and seeds behind a share. */
const REPEATS = 200;
/** Steps that are tried from a point along every axis: over the whole range, and so much smaller ones around it. */
const STEPS = 4096;
const SMALL_STEP = 1e-6;

const within = (value: number, [from, to]: Range) => value >= from && value <= to;
const said = (value: number, [from, to]: Range) => `${value}, not ${from} to ${to}`;

/** Checks claims about one problem one by one, and computes what they share once. */
export class ScenarioClaims {
  readonly #subject: Subject;
  #diagnosis: Diagnosis | undefined;
  #counts: FatalCounts | undefined;

  constructor(subject: Subject) {
    const { id, params } = subject.objective;
    const complete = { ...defaults(getObjective(id).params), ...params };
    this.#subject = { ...subject, objective: { id, params: complete } };
  }

  /** @returns what is found instead; undefined where the claim holds */
  complaint(claim: ScenarioClaim): string | undefined {
    switch (claim.kind) {
      case 'verdict': {
        const found = this.#diagnosed[claim.verdict];
        if (found.holds !== claim.holds) return `${claim.verdict}: ${found.holds}`;
        if (claim.by && !(found.holds === 'no' && found.witness.kind === claim.by))
          return `${claim.verdict} by ${found.holds === 'no' ? found.witness.kind : 'nothing'}`;
        return undefined;
      }
      case 'minima': {
        const { count, more } = this.#diagnosed.minima;
        return count === claim.count && !more ? undefined : `${count}${more ? ' or more' : ''} minima`;
      }
      case 'minimum-at': {
        const { at } = this.#problem.optimum;
        const near = at.some((x) => x.every((value, axis) => agrees(value, claim.at[axis])));
        return near ? undefined : `the minimum lies at ${at.map((x) => `(${x.join(', ')})`).join(' ')}`;
      }
      case 'lost-at': {
        const { objective, noise, budget, seed } = this.#subject;
        const choice = { id: 'binary', params: { rule: claim.rule } };
        const scenario: Scenario = {
          ...{ version: 1, objective, noise, budget, seed, repeat: 0 },
          strategies: [choice],
        };
        const fatal = fatalStep(traceOf(scenario, this.#problem), this.#problem);
        const right =
          (fatal?.trial ?? null) === claim.trial && (!claim.cause || fatal?.cause === claim.cause);
        return right ? undefined : `lost at ${fatal?.trial ?? 'no trial'} by ${fatal?.cause ?? 'nothing'}`;
      }
      case 'lost-share': {
        const { runs, rules } = this.#lost;
        const { lost, causes } = rules[claim.rule];
        const share = (claim.cause ? causes[claim.cause] : lost) / runs;
        return within(share, claim.share) ? undefined : `lost in ${said(share, claim.share)}`;
      }
      case 'looks': {
        const noisy = this.#diagnosed.look?.noisy?.[claim.verdict];
        const share = noisy ? noisy.hits / noisy.draws : NaN;
        return within(share, claim.share) ? undefined : `a share of ${said(share, claim.share)}`;
      }
      case 'stuck':
        return this.#leadsDown(claim.at);
      case 'costs': {
        const { id, params } = this.#subject.objective;
        const here = this.#median(claim.strategy, params);
        const there = this.#median(claim.strategy, { ...params, ...claim.instead });
        const times = here / there;
        return within(times, claim.times)
          ? undefined
          : `${id}: ${here} against ${there}, ${said(times, claim.times)}`;
      }
      case 'reaches': {
        const { strategy, regret, trials } = claim;
        const { value, tolerance } = this.#problem.optimum;
        const reached = count(REPEATS, (repeat) => {
          const best = this.#best(strategy, this.#subject.objective.params, repeat, trials);
          return best - value <= Math.max(regret, tolerance);
        });
        return within(reached / REPEATS, claim.share)
          ? undefined
          : `reached in ${said(reached / REPEATS, claim.share)}`;
      }
    }
  }

  get #problem(): Problem {
    return problemOf(this.#subject);
  }

  get #diagnosed(): Diagnosis {
    if (this.#diagnosis) return this.#diagnosis;
    const { noise, budget, seed } = this.#subject;
    const steps = diagnose(this.#problem, { noise, budget, seed });
    for (;;) {
      const step = steps.next();
      if (step.done) return (this.#diagnosis = step.value);
    }
  }

  /** Without its own noise a share says how it depends on the placement; with noise, on both. */
  get #lost(): FatalCounts {
    if (!this.#counts)
      for (const counts of simulateFatal({ ...this.#subject, runs: FATAL_RUNS }, FATAL_RUNS))
        this.#counts = counts;
    return this.#counts!;
  }

  /** Lowest true value after some trials, the minimum placed anew by every repeat where the problem can be placed. */
  #best(strategy: string, params: ParamValues, repeat: number, trials: number): number {
    const [id, rule] = strategy.split(':');
    const { objective, noise, seed } = this.#subject;
    const { params: declared, placedBy = [] } = getObjective(objective.id);
    const placed = { ...params };
    for (const name of placedBy) {
      const range = lookUp(declared, name);
      if (range?.kind !== 'real') continue;
      const share = stream(seed, 'claim', name, repeat).next();
      define(placed, name, range.min + share * (range.max - range.min));
    }
    const scenario: Scenario = {
      ...{ version: 1, noise, budget: trials, seed, repeat },
      objective: { id: objective.id, params: placed },
      strategies: [{ id, params: { ...defaults(getStrategy(id).params), ...(rule && { rule }) } }],
    };
    const problem = problemOf(scenario);
    const best = traceOf(scenario, problem).trials.at(-1)?.best ?? Infinity;
    // Relative to where this placement has its minimum, so that placements can be compared.
    return best - problem.optimum.value + this.#problem.optimum.value;
  }

  #median(strategy: string, params: ParamValues): number {
    const { budget } = this.#subject;
    const regrets = Array.from(
      { length: REPEATS },
      (_, repeat) => this.#best(strategy, params, repeat, budget) - this.#problem.optimum.value,
    );
    return regrets.toSorted((a, b) => a - b)[REPEATS / 2];
  }

  #leadsDown(at: readonly number[]): string | undefined {
    const { space, value, optimum } = this.#problem;
    const unit = space.toUnit([...at]);
    const here = value(space.toReal(unit));
    if (!(here > optimum.value + 1e-3)) return 'it is a minimum';
    for (const axis of unit.keys()) {
      for (let i = 0; i <= STEPS; i++) {
        for (const to of [i / STEPS, unit[axis] + (i - STEPS / 2) * SMALL_STEP]) {
          if (to < 0 || to > 1) continue;
          const y = value(space.toReal(unit.with(axis, to)));
          if (y < here) return `knob ${axis + 1} leads down to ${y} from ${here}`;
        }
      }
    }
    return undefined;
  }
}

function traceOf(scenario: Scenario, problem: Problem): Trace {
  const trials = runTrials(scenario, scenario.strategies[0], problem);
  for (;;) {
    const step = trials.next();
    if (step.done) return step.value;
  }
}

const count = (n: number, holds: (i: number) => boolean): number =>
  Array.from({ length: n }, (_, i) => holds(i)).filter(Boolean).length;

/** To the digits that are given: 0.31 is anything that rounds to it. */
function agrees(value: number, given: number): boolean {
  const digits = (String(given).split('.')[1] ?? '').length;
  return value.toFixed(digits) === given.toFixed(digits);
}
