/** What the tests of games share. */
import fc from 'fast-check';
import { HELPS, MOST_SEED, MOST_TRIALS, PROBLEMS, type Challenge } from './challenge.ts';
import { pointAt, placesOf } from './grid.ts';
import { axesOf, type Game } from './result-code.ts';

export const anyChallenge: fc.Arbitrary<Challenge> = fc.record({
  problem: fc.constantFrom(...PROBLEMS.map(({ name }) => name)),
  trials: fc.integer({ min: 1, max: MOST_TRIALS }),
  help: fc.constantFrom(...HELPS),
  seed: fc.integer({ min: 1, max: MOST_SEED }),
});

export const anyGame: fc.Arbitrary<Game> = anyChallenge.chain((challenge) => gameOf(challenge));

export function gameOf(challenge: Challenge): fc.Arbitrary<Game> {
  const dimensions = axesOf(challenge);
  const move = fc
    .tuple(...placesOf(dimensions).map((n) => fc.integer({ min: 0, max: n - 1 })))
    .map((at) => pointAt(dimensions, at));
  return fc.array(move, { minLength: 1, maxLength: challenge.trials }).map((moves) => ({ challenge, moves }));
}
