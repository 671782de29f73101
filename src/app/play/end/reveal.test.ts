import { describe, expect, it } from 'vitest';
import { usualChallenge } from '#core/play/challenge.ts';
import { runTrials } from '#core/run.ts';
import { readScenario } from '#core/scenario.ts';
import type { Trace } from '#core/types.ts';
import { Game } from '../game.svelte.ts';
import { KeptGames, type Past } from '../kept.ts';
import { besideOthers, ownMoments, placesOf, worthOf } from './reveal.ts';

const challenge = { ...usualChallenge('two-knobs', 5), trials: 4 };
function finished(...players: readonly (readonly number[])[][]) {
  const kept = new KeptGames(
    () => null,
    () => {},
  );
  const game = new Game(challenge, { kept, names: players.map((_, i) => `P${i}`), still: () => true });
  for (const moves of players) {
    for (const x of moves) game.place(x);
    game.goOn();
  }
  expect(game.revealed).toBe(true);
  return game;
}
const around = (u: number, v: number) => [0, 0.1, 0.2, 0.3].map((step) => [u + step, v + step]);

describe('the end of a game', () => {
  it('is an experiment of the Lab: the player’s very trials, beside strategies at the same budget', () => {
    const game = finished(around(0.1, 0.2));
    const scenario = besideOthers(game, 0);
    const read = readScenario(JSON.parse(JSON.stringify(scenario)));
    expect(read.notices).toEqual([]);
    expect(read.scenario.budget).toBe(4);
    const traces = read.scenario.strategies.map((choice): Trace => {
      const trials = runTrials(read.scenario, choice);
      for (;;) {
        const step = trials.next();
        if (step.done) return step.value;
      }
    });
    expect(traces[0].trials).toEqual(game.replays[0].trace.trials);
    const runs = Object.fromEntries(
      traces.map((trace) => [trace.strategy.id, { choice: trace.strategy, trials: trace.trials, trace }]),
    );
    const staged = { runs, problem: game.problem } as unknown as Parameters<typeof ownMoments>[0];
    for (const { message, kind } of ownMoments(staged)) {
      expect(`${message.values.strategy}`).toContain('manual');
      expect(kind).not.toBe('unused');
    }
    // While one is being computed, nobody knows who leads.
    const open = { runs: { ...runs, bayes: { ...runs.bayes, trace: undefined } }, problem: game.problem };
    expect(ownMoments(open as unknown as typeof staged)).toEqual([]);
  });

  it('ranks players by how near they came; equal ones share a rank', () => {
    const { at } = finished(around(0, 0)).problem.optimum;
    const near = [...around(0, 0).slice(0, 3), at[0].map((u) => Math.min(1, Math.max(0, u)))];
    const game = finished(around(0, 0), near, around(0, 0));
    expect(placesOf(game, (seat) => `P${seat}`).map(({ seat, rank }) => [seat, rank])).toEqual([
      [1, 1],
      [0, 2],
      [2, 2],
    ]);
  });

  it('compares help only where there are games with different help', () => {
    const past = (help: Past['help'], share: number, problem: Past['problem'] = 'tuner'): Past => ({
      ...{ help, share, problem },
      game: `${help} ${share}`,
    });
    expect(worthOf([past('blind', 0.5), past('blind', 1)], 'tuner')).toEqual([]);
    expect(worthOf([past('blind', 0.5), past('mean', 1, 'one-knob')], 'tuner')).toEqual([]);
    expect(worthOf([past('mean', 0.75), past('blind', 0.25), past('blind', 0.75)], 'tuner')).toEqual([
      { help: 'blind', games: 2, share: 0.5 },
      { help: 'mean', games: 1, share: 0.75 },
    ]);
  });
});
