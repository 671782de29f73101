/** One run of a diagram: whether it reached the target. */
import { problemOf, runTrials } from '../../run.ts';
import type { Problem, Trial } from '../../types.ts';
import { goalOf, gridOf, cellScenario, type Grid } from './cells.ts';
import { lastOf } from './last.ts';
import { placeOf } from './plan.ts';
import { OUTCOME, type Outcome, type PhaseQuestion } from './types.ts';

/** Makes runs of a question by their numbers, keeping what neighbours in the plan have in common. */
export interface Runner {
  grid: Grid;
  /**
   * Pauses after every trial: whoever runs it may look up in between, or give up. What the outcome is follows from the
   * question and the number alone.
   * @throws {Error} where the strategy breaks its contract
   */
  steps: (run: number) => Generator<void, Outcome, void>;
}

export function makeRunner(question: PhaseQuestion): Runner {
  const grid = gridOf(question);
  const goal = lastOf((cell: number) => goalOf(grid, cell), String);
  const problem = lastOf(problemOf, ({ objective }) => JSON.stringify(objective));
  return {
    grid,
    *steps(run) {
      const { cell, strategy, repeat } = placeOf(grid, run);
      const scenario = cellScenario(grid, cell, repeat);
      const { id, params } = question.strategies[strategy];
      const target = problem(scenario);
      const trials = runTrials(scenario, { id, params }, target);
      const reached = reachedBy(target, goal(cell));
      try {
        for (;;) {
          const step = trials.next();
          if (step.done)
            return outcome(question.judged === 'deployed' && reached(deployed(step.value.trials)));
          // The best value only falls: once there, the rest of the budget cannot change the outcome.
          if (question.judged === 'tried' && reached(step.value.best)) return OUTCOME.reached;
          yield;
        }
      } finally {
        // Lets the strategy's generator clean up.
        trials.return(undefined as never);
      }
    },
  };
}

/** Runs to the end. */
export function runOutcome(runner: Runner, run: number): Outcome {
  const steps = runner.steps(run);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const outcome = (reached: boolean): Outcome => (reached ? OUTCOME.reached : OUTCOME.missed);

/** A regret below the tolerance of the known optimum cannot be told from it. */
const reachedBy =
  ({ optimum }: Problem, goal: number) =>
  (value: number | null): boolean =>
    value !== null && value - optimum.value <= Math.max(goal, optimum.tolerance);

/** The true value of the trial that a person would deploy: the lowest feasible observation. */
function deployed(trials: readonly Trial[]): number | null {
  const incumbent = trials.length > 0 ? trials[trials.length - 1].incumbent : -1;
  return incumbent < 0 ? null : trials[incumbent].trueValue;
}
