/** A game as its players make it: turn by turn, on the grid, and as it was after a reload. */
import { beforeEach, describe, expect, it } from 'vitest';
import { snapped } from '#core/play/grid.ts';
import { usualChallenge } from '#core/play/challenge.ts';
import { replay } from '#core/play/replay.ts';
import { readGame, gameCode } from '#core/play/result-code.ts';
import { Game } from './game.svelte.ts';
import { KeptGames } from './kept.ts';

const challenge = { ...usualChallenge('two-knobs', 5), trials: 3 };
let stored: string | null = null;
const games = () =>
  new KeptGames(
    () => stored,
    (text) => (stored = text),
  );
const game = (names: readonly string[] = [''], still = true) =>
  new Game(challenge, { kept: games(), names, still: () => still });

beforeEach(() => void (stored = null));

describe('a game', () => {
  it('tries places of its grid, and has the values that a replay has', () => {
    const one = game();
    expect(one.trials).toEqual([]);
    expect(one.place([0.12345, 0.98765])).toBe(true);
    const { dimensions } = one.problem.space;
    expect(one.trials[0].x).toEqual(snapped(dimensions, [0.12345, 0.98765]));
    one.place([0.5, 0.5]);
    const moves = one.moves.map((x) => [...x]);
    expect(one.trials).toEqual(replay({ challenge, moves }).trace.trials);
    expect(readGame(gameCode({ challenge, moves }))).toEqual({ game: { challenge, moves } });
    expect(one.left).toBe(1);
  });

  it('ends with its last trial, is revealed when that was seen, and takes no trial more', () => {
    const one = game();
    for (const u of [0.1, 0.5, 0.9]) {
      expect(one.over).toBe(false);
      expect(one.replays).toEqual([]);
      one.place([u, u]);
    }
    expect([one.over, one.left, one.revealed]).toEqual([true, 0, false]);
    expect(one.place([0.3, 0.3])).toBe(false);
    one.goOn();
    expect(one.revealed).toBe(true);
    expect(one.replays[0].trace.trials).toEqual(one.trials);
    expect(one.place([0.3, 0.3])).toBe(false);
  });

  it('can be ended early, once there is a result: the trials made are the game', () => {
    const two = game(['Anna', 'Ben']);
    two.endHere();
    expect([two.endable, two.turn]).toEqual([false, 0]);
    two.place([0.1, 0.1]);
    expect(two.endable).toBe(true);
    two.endHere();
    expect([two.turn, two.revealed, two.trials]).toEqual([1, false, []]);
    // Also after a reload.
    const again = game();
    expect([again.turn, again.endable]).toEqual([1, false]);
    for (const u of [0.2, 0.7]) again.place([u, u]);
    again.endHere();
    expect([again.revealed, again.endable]).toEqual([true, false]);
    expect(again.place([0.5, 0.5])).toBe(false);
    again.endHere();
    expect(again.replays.map(({ trace }) => trace.trials.length)).toEqual([1, 2]);
    const moves = again.seats[1].moves.map((x) => [...x]);
    expect(readGame(gameCode({ challenge, moves }))).toEqual({ game: { challenge, moves } });
  });

  it('is not ended while a model is trained', async () => {
    const one = new Game(challenge, { kept: games(), beat: 20 });
    one.place([0.1, 0.2]);
    expect(one.endable).toBe(false);
    one.endHere();
    expect(one.revealed).toBe(false);
    await expect.poll(() => one.endable).toBe(true);
  });

  it('cannot be revealed before', () => {
    const one = game();
    one.place([0.1, 0.1]);
    one.goOn();
    expect(one.revealed).toBe(false);
  });

  it('is as it was after a reload, a trial in training included', () => {
    const before = game([''], false);
    before.place([0.1, 0.1]);
    expect(before.training).toBe(true);
    before.dispose();
    const after = game();
    expect(after.trials).toHaveLength(1);
    expect(after.trials[0].x).toEqual(before.seats[0].moves[0]);
    expect(after.left).toBe(2);
  });

  it('is played in turns: nobody sees the trials of another before the end', () => {
    const two = game(['Anna', '']);
    for (const u of [0.1, 0.5, 0.9]) two.place([u, u]);
    expect([two.turn, two.over, two.revealed]).toEqual([0, true, false]);
    two.goOn();
    expect([two.turn, two.trials, two.left, two.replays]).toEqual([1, [], 3, []]);
    // A reload in between hands over nothing.
    const again = game();
    expect([again.turn, again.trials.length, again.seats[0].name]).toEqual([1, 0, 'Anna']);
    for (const u of [0.2, 0.4, 0.6]) again.place([u, u]);
    again.goOn();
    expect(again.revealed).toBe(true);
    expect(again.replays.map(({ trace }) => trace.trials.length)).toEqual([3, 3]);
  });
});

describe('training', () => {
  it('takes a beat: until then there is no result, and no other trial', async () => {
    const one = new Game(challenge, { kept: games(), beat: 40 });
    one.place([0.1, 0.2]);
    expect([one.training, one.trials, one.pending, one.left]).toEqual([true, [], [0.1, 0.2], 2]);
    expect(one.place([0.3, 0.3])).toBe(false);
    await expect.poll(() => one.training).toBe(false);
    expect([one.trials.length, one.pending]).toEqual([1, undefined]);
    one.place([0.3, 0.3]);
    await expect.poll(() => one.trials.length).toBe(2);
    one.place([0.4, 0.4]);
    // The last result is seen before anything is revealed.
    expect([one.left, one.over]).toEqual([0, false]);
    one.goOn();
    expect(one.revealed).toBe(false);
    await expect.poll(() => one.over).toBe(true);
  });
});
