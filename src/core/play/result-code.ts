/**
 * A game is its challenge and its moves: whoever has them can replay it. Its code is made of letters and digits only, so
 * that no chat program and no Markdown takes a part of it for something else, and a double click takes all of it:
 *
 * | characters | what                                                                     |
 * | ---------- | ------------------------------------------------------------------------ |
 * | 3          | {@link PREFIX}, by which it is found in any text                         |
 * | 8          | the challenge, as it is typed, with its version                          |
 * | the rest   | the moves and a CRC-32, as one number in base 62                         |
 *
 * The number is ((m₁ · n₂ + m₂) · n₃ + …) · 2³² + CRC: mᵢ is the place of a coordinate on its axis of nᵢ places (`grid.ts`),
 * trial by trial. A move takes at least 9.97 bits, a character 5.95, so every number of trials has a length of its own,
 * which is all that says how many there are. The CRC is that of the three parts before it. Thirty trials in two
 * hyperparameters take 3 + 8 + ⌈(60 · 9.97 + 32) / 5.95⌉ = 117 characters.
 *
 * The player's name is no part of it; it stands before it in the text (`class-text.ts`).
 */
import { getObjective } from '../objectives/index.ts';
import type { Dimension } from '../space.ts';
import { crc32 } from '../study/results/crc32.ts';
import { say, type Message, type Point } from '../types.ts';
import {
  challengeCode,
  LENGTH,
  MOST_TRIALS,
  objectiveOf,
  readChallenge,
  VERSION,
  type Challenge,
  type ProblemName,
} from './challenge.ts';
import { placesNear, placesOf, pointAt } from './grid.ts';

/** A move is a point of the problem, in hyperparameter values, on the grid of the game. */
export interface Game {
  challenge: Challenge;
  moves: number[][];
}

export const PREFIX = 'TbT';
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE = 62n;
const CHECK = 1n << 32n;

/** Axes do not hang on the seed: one problem of a kind tells those of all. */
const axes = new Map<ProblemName, readonly Dimension[]>();
export function axesOf(challenge: Challenge): readonly Dimension[] {
  let known = axes.get(challenge.problem);
  if (!known) {
    const { objective } = objectiveOf({ ...challenge, seed: 1 });
    known = getObjective(objective.id).create(objective.params).space.dimensions;
    axes.set(challenge.problem, known);
  }
  return known;
}

/** By problem: the lengths of 0, 1, 2, … moves. */
const lengths = new Map<ProblemName, number[]>();
function lengthsOf(challenge: Challenge): number[] {
  let known = lengths.get(challenge.problem);
  if (!known) {
    const each = placesOf(axesOf(challenge)).reduce((product, n) => product * BigInt(n), 1n);
    known = [];
    for (let moves = 0, kinds = CHECK; moves <= MOST_TRIALS; moves++, kinds *= each)
      known.push(inDigits(kinds - 1n).length);
    lengths.set(challenge.problem, known);
  }
  return known;
}

function inDigits(number: bigint): string {
  let text = '';
  for (let rest = number; rest > 0n; rest /= BASE) text = DIGITS[Number(rest % BASE)] + text;
  return text;
}

function numberOf(text: string): bigint {
  let number = 0n;
  // Eight digits at once are a whole number that is exact.
  for (let at = 0; at < text.length; at += 8) {
    const part = text.slice(at, at + 8);
    let [value, kinds] = [0, 1];
    for (const digit of part) {
      value = value * 62 + DIGITS.indexOf(digit);
      kinds *= 62;
    }
    number = number * BigInt(kinds) + BigInt(value);
  }
  return number;
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** @param moves their places, in a row */
const checkOf = (head: string, moves: readonly number[]): number =>
  crc32(bytesOf(`${head}:${moves.join(',')}`));

/**
 * The code of a game.
 * @throws {RangeError} where it has no moves or more than trials, or a move is not on the grid (`snapped` brings it there)
 */
export function gameCode({ challenge, moves }: Game): string {
  const dimensions = axesOf(challenge);
  const places = placesOf(dimensions);
  if (moves.length < 1 || moves.length > challenge.trials)
    throw new RangeError(`A game of ${challenge.trials} trials cannot have ${moves.length} moves.`);
  const row = moves.flatMap((x) => placesOnGrid(dimensions, x));
  const head = PREFIX + challengeCode(challenge);
  const number = row.reduce((sum, place, i) => sum * BigInt(places[i % places.length]) + BigInt(place), 0n);
  const tail = inDigits(number * CHECK + BigInt(checkOf(head, row)));
  return head + tail.padStart(lengthsOf(challenge)[moves.length], DIGITS[0]);
}

function placesOnGrid(dimensions: readonly Dimension[], x: Point): number[] {
  const at = placesNear(dimensions, x);
  const there = pointAt(dimensions, at);
  if (x.length !== there.length || there.some((value, i) => value !== x[i]))
    throw new RangeError(`The move [${x.join(', ')}] is not on the grid of the game.`);
  return at;
}

/**
 * Reads a code, as it was copied: nothing is guessed, nothing throws.
 *
 * | key                       | values                                                          |
 * | ------------------------- | --------------------------------------------------------------- |
 * | problem.result-foreign    | –                                                               |
 * | problem.result-short      | given: characters                                               |
 * | problem.result-character  | given, at: 0-based                                              |
 * | problem.result-version    | given, known                                                    |
 * | problem.result-length     | given: characters                                               |
 * | problem.result-damaged    | –                                                               |
 *
 * `challenge` is given where the code is damaged behind it.
 */
export function readGame(code: string): { game: Game } | { problem: Message; challenge?: Challenge } {
  if (!code.startsWith(PREFIX)) return { problem: say('problem.result-foreign') };
  const strange = /[^0-9A-Za-z]/u.exec(code);
  if (strange) return { problem: say('problem.result-character', { given: strange[0], at: strange.index }) };
  const head = code.slice(0, PREFIX.length + LENGTH);
  const tail = code.slice(head.length);
  if (tail === '') return { problem: say('problem.result-short', { given: code.length }) };
  const read = readChallenge(head.slice(PREFIX.length));
  if ('problem' in read)
    return {
      problem:
        read.problem.key === 'problem.challenge-version'
          ? say('problem.result-version', { given: read.problem.values.given, known: VERSION })
          : say('problem.result-damaged'),
    };
  const { challenge } = read;
  const count = lengthsOf(challenge).indexOf(tail.length);
  if (count < 1 || count > challenge.trials)
    return { challenge, problem: say('problem.result-length', { given: code.length }) };
  const dimensions = axesOf(challenge);
  const places = placesOf(dimensions);
  const number = numberOf(tail);
  let rest = number / CHECK;
  const row = new Array<number>(count * places.length);
  for (let i = row.length - 1; i >= 0; i--) {
    const n = BigInt(places[i % places.length]);
    row[i] = Number(rest % n);
    rest /= n;
  }
  const whole = rest === 0n && Number(number % CHECK) === checkOf(head, row);
  // Letters that are read as others when a challenge is typed are damage here.
  if (!whole || head !== PREFIX + challengeCode(challenge))
    return { challenge, problem: say('problem.result-damaged') };
  const moves = Array.from({ length: count }, (_, t) =>
    pointAt(dimensions, row.slice(t * places.length, (t + 1) * places.length)),
  );
  return { game: { challenge, moves } };
}
