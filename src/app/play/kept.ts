/**
 * The games of this device, as its browser keeps them: moves only, since whoever has these has the game. An address names
 * the challenge and nothing else, so that it can be handed on without giving a game away.
 */
import * as v from 'valibot';
import { HELPS, MOST_TRIALS, PROBLEMS, readChallenge } from '#core/play/challenge.ts';
import { gameCode, readGame } from '#core/play/result-code.ts';
import type { Challenge, Help, ProblemName } from '#core/play/challenge.ts';
import { isLater, recall, remember } from '../shared/storage.ts';

const NAME = 'play';
/** As many games are kept as somebody may want to come back to. */
const MOST_GAMES = 24;
export const MOST_SEATS = 6;
/** As names of results may have. */
export const LONGEST_NAME = 60;

/** Who plays, and what they have tried, on the grid of the game. */
export interface Seat {
  name: string;
  moves: readonly (readonly number[])[];
}
export interface KeptGame {
  /** Of the challenge. */
  code: string;
  seats: readonly Seat[];
  /** How many of them have seen their last result: the next one plays, or all is revealed. */
  seen: number;
}
/** What a finished game came to. */
export interface Past {
  /** Of the challenge, and of the game: a game counts once. */
  game: string;
  problem: ProblemName;
  help: Help;
  /** Share of random searches that it was better than. */
  share: number;
}

/** To be raised when what is kept has another shape; none is the first. */
const VERSION = 1;
const Text = v.pipe(v.string(), v.maxLength(400));
const File = v.object({
  version: v.optional(v.literal(VERSION), VERSION),
  games: v.array(
    v.object({
      code: Text,
      seats: v.pipe(
        v.array(
          v.object({
            name: v.pipe(v.string(), v.maxLength(LONGEST_NAME)),
            // As result codes, which are checked to the last bit; empty before the first move.
            moves: Text,
          }),
        ),
        v.minLength(1),
        v.maxLength(MOST_SEATS),
      ),
      seen: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_SEATS)),
    }),
  ),
  past: v.array(
    v.object({
      game: Text,
      problem: v.picklist(PROBLEMS.map(({ name }) => name)),
      help: v.picklist(HELPS),
      share: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    }),
  ),
});
type File = v.InferOutput<typeof File>;

const NOTHING: File = { version: VERSION, games: [], past: [] };

export class KeptGames {
  #file: File;
  /** A later version of the page has kept its own here: they are left alone, and this one keeps nothing. */
  readonly later: boolean;
  readonly #write: (text: string) => void;

  constructor(
    read: () => string | null = () => recall(NAME),
    write: (text: string) => void = (text) => remember(NAME, text),
  ) {
    const text = read();
    this.later = isLater(text, VERSION);
    this.#write = this.later ? () => {} : write;
    this.#file = readFile(text);
  }

  /** The game of a challenge, if one was begun on this device and can be read. */
  of(code: string): KeptGame | undefined {
    const kept = this.#file.games.find((game) => game.code === code);
    const read = readChallenge(code);
    if (!kept || !('challenge' in read)) return undefined;
    const seats = kept.seats.map(({ name, moves }) => ({ name, moves: movesIn(moves, code) }));
    if (seats.some(({ moves }) => !moves)) return undefined;
    return { code, seats: seats as Seat[], seen: Math.min(kept.seen, seats.length) };
  }
  /** The one that was played last, where it is not over. */
  get open(): KeptGame | undefined {
    const [last] = this.#file.games;
    const game = last && this.of(last.code);
    const begun = game && (game.seen > 0 || game.seats.some(({ moves }) => moves.length > 0));
    return begun && game.seen < game.seats.length ? game : undefined;
  }

  keep(challenge: Challenge, { code, seats, seen }: KeptGame): void {
    const written = {
      code,
      seats: seats.map(({ name, moves }) => ({
        name,
        moves: moves.length === 0 ? '' : gameCode({ challenge, moves: moves.map((x) => [...x]) }),
      })),
      seen,
    };
    const others = this.#file.games.filter((game) => game.code !== code);
    this.#save({ ...this.#file, games: [written, ...others].slice(0, MOST_GAMES) });
  }

  /** Oldest first. */
  get past(): readonly Past[] {
    return this.#file.past;
  }
  finish(past: Past): void {
    if (this.#file.past.some(({ game }) => game === past.game)) return;
    this.#save({ ...this.#file, past: [...this.#file.past, past].slice(-400) });
  }

  #save(file: File): void {
    this.#file = file;
    this.#write(JSON.stringify(file));
  }
}

/** What another version has kept, or what is broken, is nothing. */
function readFile(text: string | null): File {
  try {
    const read = v.safeParse(File, JSON.parse(text ?? 'null'));
    return read.success ? read.output : NOTHING;
  } catch {
    return NOTHING;
  }
}

function movesIn(text: string, code: string): readonly number[][] | undefined {
  if (text === '') return [];
  const read = readGame(text);
  if (!('game' in read) || !text.includes(code) || read.game.moves.length > MOST_TRIALS) return undefined;
  return read.game.moves;
}
