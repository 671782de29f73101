/** A class for tests: games of a challenge, each with a name, the same in every run. */
import { usualChallenge, type Challenge } from '#core/play/challenge.ts';
import { gameText } from '#core/play/class-text.ts';
import { pointAt, placesOf } from '#core/play/grid.ts';
import { axesOf, type Game } from '#core/play/result-code.ts';
import { stream } from '#core/rng.ts';

export const CHALLENGE = usualChallenge('two-knobs', 8);

export function gamesOf(count: number, challenge: Challenge = CHALLENGE, trials = challenge.trials): Game[] {
  const rng = stream(`a class of ${JSON.stringify(challenge)}, ${trials}`);
  const dimensions = axesOf(challenge);
  const places = placesOf(dimensions);
  return Array.from({ length: count }, () => ({
    challenge,
    moves: Array.from({ length: trials }, () =>
      pointAt(
        dimensions,
        places.map((n) => rng.below(n)),
      ),
    ),
  }));
}

/** One line for each, as a chat has them: `Player 1: TbT…`. */
export const chatOf = (games: readonly Game[]): string[] =>
  games.map((game, i) => gameText(game, `Player ${i + 1}`));

/** With its last character changed for another. */
export const damaged = (line: string): string => line.slice(0, -1) + (line.endsWith('0') ? '1' : '0');
