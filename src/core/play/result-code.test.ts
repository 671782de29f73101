/** Codes of games: every game is read back to the same bytes, every damage is refused with its reason. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integer, log, real } from '../space.ts';
import { challengeCode, usualChallenge } from './challenge.ts';
import { placesNear, placesOf, pointAt, snapped } from './grid.ts';
import { axesOf, gameCode, PREFIX, readGame, type Game } from './result-code.ts';
import { anyGame, gameOf } from './testing.ts';

/** `FUZZ=100000 npx vitest run play/result-code` for more. */
const DAMAGED = Number(process.env.FUZZ ?? 10_000);
const DIGITS = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];
const keyOf = (code: string) => {
  const read = readGame(code);
  return 'problem' in read ? read.problem.key.replace('problem.result-', '') : 'read';
};

describe('the code of a game', () => {
  it('is read back: the same game, the same bytes', () => {
    fc.assert(
      fc.property(anyGame, (game) => {
        const code = gameCode(game);
        expect(code).toMatch(/^TbT[0-9A-Za-z]+$/);
        const read = readGame(code);
        expect(read).toEqual({ game });
        expect(gameCode((read as { game: Game }).game)).toBe(code);
      }),
      { numRuns: 500 },
    );
  });

  it('has at most 120 characters for 30 trials in two hyperparameters, wherever they are', () => {
    const challenge = { ...usualChallenge('two-knobs', 1_000_000), trials: 30 };
    for (const corner of [0, 1, 0.5]) {
      const moves = Array.from({ length: 30 }, () => [corner, corner]);
      expect(gameCode({ challenge, moves })).toHaveLength(117);
    }
    const tuner = { ...usualChallenge('tuner', 1), trials: 30 };
    const most = pointAt(axesOf(tuner), [1000, 1000]);
    expect(gameCode({ challenge: tuner, moves: Array.from({ length: 30 }, () => most) })).toHaveLength(117);
  });

  it('has another length for every number of trials', () => {
    for (const problem of ['one-knob', 'two-knobs', 'three-knobs'] as const) {
      const challenge = { ...usualChallenge(problem, 1), trials: 32 };
      const lengths = Array.from(
        { length: 32 },
        (_, i) =>
          gameCode({ challenge, moves: Array.from({ length: i + 1 }, () => axesOf(challenge).map(() => 0)) })
            .length,
      );
      expect(new Set(lengths).size).toBe(32);
    }
  });

  it('is refused after any damage, with the reason', () => {
    const at = fc.nat({ max: 1e6 });
    const digit = fc.constantFrom(...DIGITS);
    const damage = fc.oneof(
      fc.tuple(at, digit).map(
        ([i, other]) =>
          (code: string) =>
            put(code, i % code.length, 1, other),
      ),
      at.map((i) => (code: string) => put(code, i % code.length, 1, '')),
      fc.tuple(at, digit).map(
        ([i, other]) =>
          (code: string) =>
            put(code, i % (code.length + 1), 0, other),
      ),
      at.map((i) => (code: string) => {
        const j = i % (code.length - 1);
        return put(code, j, 2, code[j + 1] + code[j]);
      }),
      at.map((i) => (code: string) => code.slice(0, i % code.length)),
      fc.tuple(at, at).map(
        ([i, n]) =>
          (code: string) =>
            put(code, i % code.length, 1 + (n % 9), ''),
      ),
      fc.constant((code: string) => code.toLowerCase()),
      fc.constant((code: string) => code + code.slice(3)),
      at.map((i) => (code: string) => put(code, i % code.length, 1, '-')),
    );
    const reasons = new Map<string, number>();
    let refused = 0;
    fc.assert(
      fc.property(anyGame, damage, (game, damaged) => {
        const code = gameCode(game);
        const other = damaged(code);
        if (other === code) return;
        const reason = keyOf(other);
        expect(reason).not.toBe('read');
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
        refused += 1;
      }),
      { numRuns: DAMAGED * 1.1 },
    );
    expect(refused).toBeGreaterThanOrEqual(DAMAGED);
    expect([...reasons.keys()].sort()).toEqual(
      expect.arrayContaining(['character', 'damaged', 'foreign', 'length', 'short']),
    );
  });

  it('says of which challenge it is, where only the moves are damaged', () => {
    const challenge = usualChallenge('two-knobs', 9);
    const code = gameCode({ challenge, moves: [[0.5, 0.25]] });
    expect(readGame(put(code, 14, 1, code[14] === 'a' ? 'b' : 'a'))).toMatchObject({ challenge });
    expect(readGame(code.slice(0, -1))).toMatchObject({
      challenge,
      problem: { key: 'problem.result-length' },
    });
  });

  it('is not read beyond the trials of its challenge, nor without any', () => {
    const six = { ...usualChallenge('one-knob', 3), trials: 6 };
    const five = { ...six, trials: 5 };
    const moves = Array.from({ length: 6 }, (_, i) => [i / 10]);
    const code = gameCode({ challenge: six, moves });
    expect(keyOf(PREFIX + challengeCode(five) + code.slice(11))).toBe('length');
    expect(() => gameCode({ challenge: five, moves })).toThrow(RangeError);
    expect(() => gameCode({ challenge: five, moves: [] })).toThrow(RangeError);
    expect(() => gameCode({ challenge: five, moves: [[0.123456]] })).toThrow(/not on the grid/);
    expect(() => gameCode({ challenge: five, moves: [[0.5, 0.5]] })).toThrow(/not on the grid/);
  });
});

const put = (text: string, at: number, instead: number, other: string) =>
  text.slice(0, at) + other + text.slice(at + instead);

describe('the grid of a game', () => {
  it('takes every point to a place that stays where it is, half a part away at most', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (u, v) => {
          const axes = [log('rate', 1e-5, 0.1), real('dropout', 0, 0.9)];
          const x = [1e-5 * 10 ** (4 * u), 0.9 * v];
          const there = snapped(axes, x);
          expect(snapped(axes, there)).toEqual(there);
          expect(Math.abs(Math.log10(there[0] / x[0]) / 4)).toBeLessThan(0.5001e-3);
          expect(Math.abs(there[1] - x[1]) / 0.9).toBeLessThan(0.5001e-3);
        },
      ),
    );
  });

  it('has every whole number, and the ends of every range', () => {
    const axes = [integer('depth', -3, 6), log('rate', 1e-5, 0.1)];
    expect(placesOf(axes)).toEqual([10, 1001]);
    for (let k = -3; k <= 6; k++) expect(snapped(axes, [k, 1e-5])).toEqual([k, 1e-5]);
    expect(snapped(axes, [99, 1])).toEqual([6, 0.1]);
    expect(placesNear(axes, [-99, 0.1])).toEqual([0, 1000]);
  });

  it('has short numbers where ranges are from 0 to 1', () => {
    fc.assert(
      fc.property(gameOf(usualChallenge('two-knobs', 5)), ({ moves }) => {
        for (const value of moves.flat()) expect(value).toBe(Number(value.toFixed(3)));
      }),
    );
  });
});
