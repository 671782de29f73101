/** A game again, on the engine: `manual` with the player’s points, and the noise that any run of this seed has. */
import { problemOf, runTrials } from '../run.ts';
import { regretFloor } from '../study/statistics/index.ts';
import type { Choice, Problem, Scenario, Trace } from '../types.ts';
import { scenarioOf, type Challenge } from './challenge.ts';
import type { Game } from './result-code.ts';

export interface Replay {
  trace: Trace;
  /** After every trial: the lowest noise-free value so far, in the problem’s units. */
  best: number[];
  final: Final;
}

/** What a game came to, as races and studies judge it: by the best point tried, without the noise. */
export interface Final {
  value: number;
  /** {@link gapOf} the value. */
  gap: number;
  /** 1-based: the trial that the value is of. */
  trial: number;
}

const choiceOf = ({ moves }: Game): Choice => ({ id: 'manual', params: { points: moves, then: 'none' } });

/** The scenario of a game: opened in the Lab, it shows the same trials. */
export const gameScenario = (game: Game): Scenario => ({
  ...scenarioOf(game.challenge),
  strategies: [choiceOf(game)],
});

/** How far a value is above the minimum, as `regretAt` of studies counts: what is smaller than means anything is level. */
export const gapOf = (problem: Problem, value: number): number =>
  Math.max(regretFloor(problem), value - problem.optimum.value);

/** @param problem of the challenge, where somebody has it: a class shares one */
export function replay(game: Game, problem: Problem = problemOf(scenarioOf(game.challenge))): Replay {
  const scenario = gameScenario(game);
  const trials = runTrials(scenario, scenario.strategies[0], problem);
  let step = trials.next();
  while (!step.done) step = trials.next();
  const trace = step.value;
  // Every point of a game’s problems has a value, and none is infeasible.
  const best = trace.trials.map((trial) => trial.best!);
  const value = best[best.length - 1];
  return { trace, best, final: { value, gap: gapOf(problem, value), trial: best.indexOf(value) + 1 } };
}

export const problemOfChallenge = (challenge: Challenge): Problem => problemOf(scenarioOf(challenge));
