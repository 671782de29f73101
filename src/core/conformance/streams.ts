/** Strategies by themselves and side by side, and how much luck they use. */
import { problemOf, runTrials } from '../run.ts';
import type { Rng } from '../rng.ts';
import { finish } from '../testing.ts';
import type { Scenario, Strategy, Trace } from '../types.ts';

/** Each choice of the scenario by itself, by the strategy in the same place. */
export const alone = (scenario: Scenario, strategies: readonly Strategy[]): Trace[] =>
  strategies.map((strategy, i) =>
    finish({ ...scenario, strategies: [scenario.strategies[i]] }, problemOf(scenario), strategy),
  );

/** All at once, one trial each in turn. */
export function interleaved(scenario: Scenario, strategies: readonly Strategy[]): Trace[] {
  const problem = problemOf(scenario);
  const running = strategies.map((strategy, i) =>
    runTrials(scenario, scenario.strategies[i], problem, strategy),
  );
  const traces = new Array<Trace>(running.length);
  for (let left = running.length; left > 0;) {
    for (const [i, trials] of running.entries()) {
      if (traces[i]) continue;
      const step = trials.next();
      if (!step.done) continue;
      traces[i] = step.value;
      left -= 1;
    }
  }
  return traces;
}

/** A run's points and noise, and how many random numbers the strategy drew. */
export function drawsOf(scenario: Scenario, strategy: Strategy) {
  let draws = 0;
  const counting = (rng: Rng): Rng => {
    const count = <T extends unknown[]>(draw: (...given: T) => number) => {
      return (...given: T) => {
        draws += 1;
        return draw(...given);
      };
    };
    return { next: count(rng.next), normal: count(rng.normal), below: count(rng.below) };
  };
  const watched: Strategy = {
    ...strategy,
    search: (context) =>
      strategy.search({ ...context, stream: (purpose) => counting(context.stream(purpose)) }),
  };
  const { trials } = finish(scenario, problemOf(scenario), watched);
  return {
    draws,
    points: trials.map(({ unit }) => unit),
    noise: trials.map(({ y, trueValue }) => (y === null ? null : y - trueValue!)),
  };
}
