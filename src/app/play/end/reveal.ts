/** After the game: the player’s trials on the stage beside strategies, what mattered in them, and what they came to. */
import { adviceOf } from '#core/play/advice.ts';
import { gameScenario, type Replay } from '#core/play/replay.ts';
import { gameCode } from '#core/play/result-code.ts';
import { HELPS, objectiveOf, type Help } from '#core/play/challenge.ts';
import { momentsOf, type Moment } from '#core/moments/index.ts';
import type { Message, Scenario } from '#core/types.ts';
import type { Staged } from '../../stage/staged.ts';
import type { Field } from './field.svelte.ts';
import type { Game } from '../game.svelte.ts';
import type { KeptGames, Past } from '../kept.ts';

/** A run of a scenario that can be exchanged: the Lab's, brought by whoever may know it. */
export interface Player extends Staged {
  readonly busy: boolean;
  adopt: (scenario: Scenario) => void;
  start: () => void;
  cancel: () => void;
  dispose: () => void;
}

/** Who is on the stage beside the player, each at its defaults. */
export const BESIDE = ['random', 'grid', 'bayes'] as const;

/** The game as an experiment of the Lab, with strategies beside it. */
export function besideOthers(game: Game, seat: number): Scenario {
  const scenario = gameScenario(played(game, seat));
  return {
    ...scenario,
    strategies: [...scenario.strategies, ...BESIDE.map((id) => ({ id, params: {} }))],
  };
}
export const played = ({ challenge, seats }: Game, seat: number) => ({
  challenge,
  moves: seats[seat].moves.map((x) => [...x]),
});

/** The stage as one looks at it: nothing can be placed any more. */
export const toLookAt = (player: Player): Staged => ({
  get scenario() {
    return player.scenario;
  },
  get problem() {
    return player.problem;
  },
  get runs() {
    return player.runs;
  },
  clock: player.clock,
  replayed: null,
  retry: (strategy) => player.retry(strategy),
});

/** What concerns the player, once all have ended. */
export function ownMoments({ runs, problem }: Staged): Moment[] {
  const all = Object.values(runs);
  if (!all.every(({ trace }) => trace)) return [];
  return momentsOf(
    all.map(({ trace }) => trace!),
    problem,
  ).filter(
    ({ strategy, kind, message }) =>
      kind !== 'unused' &&
      (strategy === 'manual' || `${message.values.strategy}`.split(',').includes('manual')),
  );
}

/** @param bayes share of its runs that the player was better than, once it is known */
export const advise = (game: Game, { trace }: Replay, bayes: number | undefined): Message =>
  adviceOf({
    trials: trace.trials,
    problem: game.problem,
    noisy: objectiveOf(game.challenge).noise.kind !== 'none',
    bayes,
  });

export interface Worth {
  help: Help;
  games: number;
  /** Of random searches, on average. */
  share: number;
}
/** What this device’s own games of a kind came to, by help; empty where there is nothing to compare. */
export function worthOf(past: readonly Past[], problem: Past['problem']): Worth[] {
  const levels = HELPS.flatMap((help): Worth[] => {
    const shares = past
      .filter((one) => one.problem === problem && one.help === help)
      .map(({ share }) => share);
    if (shares.length === 0) return [];
    return [{ help, games: shares.length, share: shares.reduce((a, b) => a + b) / shares.length }];
  });
  return levels.length > 1 ? levels : [];
}

/** Remembers what a game of one’s own came to, once all random searches are in. Turns at one device are no one’s own. */
export function remember(kept: KeptGames, game: Game, field: Field): void {
  const [replay] = game.replays;
  if (!replay || game.seats.length > 1 || !field.run.complete) return;
  const { problem, help } = game.challenge;
  const share = field.standingOf('random', replay.final.gap, replay.best.length)?.share;
  if (share !== undefined) kept.finish({ game: gameCode(played(game, 0)), problem, help, share });
}

export interface Place {
  seat: number;
  name: string;
  replay: Replay;
  /** Equal gaps share a rank. */
  rank: number;
}
/** Who was nearest to the minimum first. */
export function placesOf(game: Game, nameOf: (seat: number) => string): Place[] {
  const { replays } = game;
  return replays
    .map((replay, seat) => ({
      ...{ seat, replay, name: nameOf(seat) },
      rank: 1 + replays.filter(({ final }) => final.gap < replay.final.gap).length,
    }))
    .sort((a, b) => a.rank - b.rank || a.seat - b.seat);
}
