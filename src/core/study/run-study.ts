/** One run of a study, and what is kept of it. */
import { runTrials } from '../run.ts';
import { getStrategy } from '../strategies/index.ts';
import { instanceOf } from './instances.ts';
import type { Choice, Outcome, Proposal, Role, Scenario, Search, Strategy, Trace } from '../types.ts';
import { FLAG, type RunKey, type RunRecord, type Study } from './types.ts';

/** Seconds since any fixed moment; only differences are used. */
export type Clock = () => number;

/**
 * The scenario of a run: opened in the Lab, it shows the same trials. Random streams are labelled by seed, strategy id,
 * objective id and repeat: in one repeat two settings of one strategy draw the same random points and the same noise, trial by
 * trial, on all problems of the objective. Different strategies share the problem and nothing else.
 */
export function runScenario(study: Study, { problem, strategy, repeat }: RunKey): Scenario {
  const { noise } = study.problems[problem];
  const { budget, seed } = study;
  const instance = instanceOf(study, { problem, repeat });
  return { version: 1, ...instance, noise, budget, seed, repeat, strategies: [choiceOf(study, strategy)] };
}

const choiceOf = ({ strategies }: Study, strategy: number): Choice => {
  const { id, params } = strategies[strategy];
  return { id, params };
};

/**
 * Runs one strategy once. All of the record but `thinkingSeconds` follows from the study and the key alone.
 * @param now the platform's clock, in seconds; the core has none of its own
 * @throws {SettingsError} where the strategy's settings do not fit the problem (`readStudy` refuses such studies)
 * @throws {Error} where the strategy breaks its contract
 */
export function runOne(study: Study, key: RunKey, now: Clock): RunRecord {
  const steps = runSteps(study, key, now);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** {@link runOne}, pausing after every trial: whoever runs it may look up in between, or give up. */
export function* runSteps(study: Study, key: RunKey, now: Clock): Generator<void, RunRecord, void> {
  const scenario = runScenario(study, key);
  const [choice] = scenario.strategies;
  const watch: Watch = { seconds: 0, roles: [] };
  const trials = runTrials(scenario, choice, undefined, watched(getStrategy(choice.id), now, watch));
  try {
    for (;;) {
      const step = trials.next();
      if (step.done) return record(key, step.value, watch);
      yield;
    }
  } finally {
    // Lets the strategy's generator clean up where the run is given up.
    trials.return(undefined as never);
  }
}

export interface Watch {
  /** Time spent inside the strategy. */
  seconds: number;
  /** What it said of its proposals: entry i of trial i + 1. The last batch may be longer than the budget. */
  roles: (Role | undefined)[];
}

/** The same strategy, watched while it works. */
export function watched(strategy: Strategy, now: Clock, watch: Watch): Strategy {
  return {
    ...strategy,
    *search(context): Search {
      const search = strategy.search(context);
      let outcomes: readonly Outcome[] = [];
      try {
        for (;;) {
          const start = now();
          const step = search.next(outcomes);
          watch.seconds += now() - start;
          if (step.done) return step.value;
          const asked: readonly Proposal[] = Array.isArray(step.value) ? step.value : [step.value];
          for (const { role } of asked) watch.roles.push(role);
          outcomes = yield step.value;
        }
      } finally {
        search.return();
      }
    },
  };
}

const ROLE_FLAGS: Record<Role, number> = { initial: FLAG.initial, 'second-probe': FLAG.secondProbe };

function record(key: RunKey, { trials, unused }: Trace, { seconds, roles }: Watch): RunRecord {
  const n = trials.length;
  const made: RunRecord = {
    ...{ problem: key.problem, strategy: key.strategy, repeat: key.repeat },
    y: new Float64Array(n),
    value: new Float64Array(n),
    best: new Float64Array(n),
    flags: new Uint8Array(n),
    batch: new Uint16Array(n),
    unused,
    thinkingSeconds: seconds,
  };
  const seen = new Set<string>();
  for (const [i, trial] of trials.entries()) {
    made.y[i] = trial.y ?? NaN;
    made.value[i] = trial.trueValue ?? NaN;
    made.best[i] = trial.best ?? NaN;
    made.batch[i] = trial.batch;
    const x = trial.x.join();
    made.flags[i] =
      (trial.y === null ? FLAG.failed : trial.feasible ? 0 : FLAG.infeasible) |
      (seen.has(x) ? FLAG.repeated : 0) |
      (roles[i] ? ROLE_FLAGS[roles[i]] : 0);
    seen.add(x);
  }
  return made;
}
