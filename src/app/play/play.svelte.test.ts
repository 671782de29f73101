/** Which game is open follows the address; help and rivals are those of the engine. */
import { describe, expect, it } from 'vitest';
import { challengeCode, readChallenge, usualChallenge } from '#core/play/challenge.ts';
import { runTrials } from '#core/run.ts';
import { spawnInProcess } from '#workers/in-process.ts';
import { WorkerPool } from '#workers/pool.ts';
import { Belief, thinkingOf } from './board/belief.svelte.ts';
import { Field, RIVALS } from './end/field.svelte.ts';
import { KeptGames } from './kept.ts';
import { Play } from './play.svelte.ts';

const pool = () => new WorkerPool({ size: 1, spawn: spawnInProcess });
function page(date = new Date(2026, 10, 27)) {
  let stored: string | null = null;
  const kept = new KeptGames(
    () => stored,
    (text) => (stored = text),
  );
  return new Play({ runs: pool(), many: pool(), kept, still: () => true, now: () => date, seed: () => 77 });
}
const two = usualChallenge('two-knobs', 5);

describe('the page', () => {
  it('opens what the address names, however it is typed, and the choice where it names none', () => {
    const play = page();
    play.open('');
    expect(play.game).toBeUndefined();
    const code = challengeCode(two);
    play.open(code.toLowerCase());
    expect(play.game?.challenge).toEqual(two);
    const { game } = play;
    play.open(code);
    expect(play.game).toBe(game);
    play.open('');
    expect([play.game, play.field]).toEqual([undefined, undefined]);
  });

  it('says what is wrong with a code, and keeps what was typed', () => {
    const play = page();
    play.open('8E0');
    expect(play.refused).toMatchObject({ typed: '8E0', why: { key: 'problem.challenge-short' } });
    expect(play.game).toBeUndefined();
    expect(play.typed('8E0-00u0')).toBeUndefined();
    expect(play.refused).toMatchObject({ typed: '8E0-00u0', why: { key: 'problem.challenge-character' } });
    expect(play.typed(challengeCode(two))).toBe(challengeCode(two));
    expect(play.refused).toBeUndefined();
  });

  it('goes on with a game that was left', () => {
    const play = page();
    play.open(challengeCode(two));
    play.game!.place([0.5, 0.5]);
    play.open('');
    expect(play.kept.open?.code).toBe(challengeCode(two));
    play.open(challengeCode(two));
    expect(play.game!.trials).toHaveLength(1);
  });

  it('goes on with a game whose page was left and came back', () => {
    const play = page();
    const visit = () => $effect.root(() => play.open(challengeCode(two)));
    const leave = visit();
    const { game } = play;
    game!.place([0.5, 0.5]);
    expect([game!.trials.length, game!.left]).toEqual([1, two.trials - 1]);
    leave();
    visit();
    expect(play.game).toBe(game);
    for (let made = 1; made < two.trials; made++) expect(game!.place([made / two.trials, 0.25])).toBe(true);
    expect([game!.trials.length, game!.left, game!.over]).toEqual([two.trials, 0, true]);
    expect(game!.place([0.5, 0.5])).toBe(false);
  });

  it('makes new games with the help and the players that were chosen; again is another problem of the same kind', () => {
    const play = page();
    play.help = 'mean';
    play.seat(2);
    play.name(0, 'Anna');
    const code = play.fresh('one-knob');
    expect(readChallenge(code)).toEqual({ challenge: usualChallenge('one-knob', 77, 'mean') });
    play.open(code);
    expect(play.game!.seats.map(({ name }) => name)).toEqual(['Anna', '']);
    play.open(challengeCode(two));
    play.names = [''];
    expect(readChallenge(play.again())).toEqual({ challenge: { ...two, seed: 77 } });
    expect(play.names).toEqual(['Anna', '']);
  });

  it('has as many players as fit', () => {
    const play = page();
    for (const [asked, got] of [
      [0, 1],
      [3, 3],
      [99, 6],
    ]) {
      play.seat(asked);
      expect(play.names).toHaveLength(got);
    }
  });

  it('has the problem of the day by the reader’s calendar', () => {
    const morning = page(new Date(2026, 10, 27, 0, 1)).today.code;
    expect(page(new Date(2026, 10, 27, 23, 59)).today.code).toBe(morning);
    expect(page(new Date(2026, 10, 28, 0, 1)).today.code).not.toBe(morning);
  });
});

describe('help', () => {
  it('is what Bayesian optimisation thinks that takes over at this trial, from the first one on', async () => {
    const belief = new Belief(pool());
    const moves = [[0.25, 0.5]];
    belief.follow(two, moves);
    await expect.poll(() => belief.believed?.trials.length).toBe(1);
    moves.push([0.75, 0.125]);
    belief.follow(two, moves);
    await expect.poll(() => belief.believed?.trials.length).toBe(2);
    const scenario = thinkingOf(two, moves);
    const trials = [...runTrials(scenario, scenario.strategies[0])];
    expect(trials).toHaveLength(3);
    expect(belief.believed!.view).toEqual(trials[2].view);
    expect(belief.believed!.view.conditioned).toBe(2);
    belief.follow(two, []);
    expect(belief.believed).toBeUndefined();
  });
});

describe('the field of rivals', () => {
  it('says where a player stands while runs come in, and can be stopped and gone on with', async () => {
    const field = new Field({ ...two, trials: 2 }, pool());
    expect(field.standingOf('random', 1, 3)).toBeUndefined();
    field.start();
    await expect.poll(() => field.run.finished).toBeGreaterThan(0);
    field.stop();
    const before = field.run.finished;
    field.start();
    await expect.poll(() => field.run.complete, { timeout: 30_000 }).toBe(true);
    expect(before).toBeLessThanOrEqual(field.total);
    for (const rival of RIVALS) {
      expect(field.standingOf(rival, 0, 3)).toMatchObject({ runs: 200, share: 1 });
      expect(field.standingOf(rival, Infinity, 3)).toMatchObject({ runs: 200, share: 0 });
    }
  }, 60_000);
});
