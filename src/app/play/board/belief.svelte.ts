/**
 * What a model believes of the trials so far: the surrogate of Bayesian optimisation, handed the player’s trials as `manual`
 * hands them over. It is asked for one more trial, and what it looks at while it chooses is the help.
 */
import type { Challenge } from '#core/play/challenge.ts';
import { gameScenario } from '#core/play/replay.ts';
import type { Message, ModelView, Scenario, Trial } from '#core/types.ts';
import { launchRun, type Launched } from '#workers/launch.ts';
import type { WorkerPool } from '#workers/pool.ts';
import { errorMessage } from '../../shared/errors.ts';

export interface Believed {
  view: ModelView;
  /** What it was made from. */
  trials: readonly Trial[];
}

/** The run whose last trial is chosen by the model, with all before it the player’s. */
export function thinkingOf(challenge: Challenge, moves: readonly (readonly number[])[]): Scenario {
  const scenario = gameScenario({ challenge, moves: moves.map((x) => [...x]) });
  const [manual] = scenario.strategies;
  return {
    ...scenario,
    budget: moves.length + 1,
    // From the first trial on: no design of its own before.
    strategies: [{ ...manual, params: { ...manual.params, then: 'bayes', 'then.bayes.initial': 1 } }],
  };
}

export class Belief {
  #believed = $state.raw<Believed | undefined>();
  #problem = $state.raw<Message | undefined>();
  readonly #pool: WorkerPool;
  #launched: Launched | undefined;
  #asked = '';

  /** @param pool not disposed of here */
  constructor(pool: WorkerPool) {
    this.#pool = pool;
  }

  /** Of the trials so far, or of those before while it is being thought about. */
  get believed(): Believed | undefined {
    return this.#believed;
  }
  get problem(): Message | undefined {
    return this.#problem;
  }

  /** Follows a game. @param moves none: nothing is believed */
  follow(challenge: Challenge, moves: readonly (readonly number[])[]): void {
    const asked = JSON.stringify([challenge, moves]);
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#launched?.cancel();
    this.#problem = undefined;
    if (moves.length === 0) {
      this.#believed = undefined;
      return;
    }
    const scenario = thinkingOf(challenge, moves);
    let trials: Trial[] = [];
    this.#launched = launchRun(this.#pool, scenario, scenario.strategies[0], {
      onTrials: (fresh) => void trials.push(...fresh),
      onRestart: () => void (trials = []),
      onDone: () => {
        const view = trials.at(-1)?.view;
        if (view?.kind === 'model') this.#believed = { view, trials: trials.slice(0, -1) };
      },
      onFailed: (error) => (this.#problem = errorMessage(error)),
    });
  }
  retry(challenge: Challenge, moves: readonly (readonly number[])[]): void {
    this.#asked = '';
    this.#pool.tryAgain();
    this.follow(challenge, moves);
  }

  dispose(): void {
    this.#launched?.cancel();
    this.#asked = '';
  }
}
