/**
 * One challenge, played by one or more on this device, one after another. What is on screen knows the trials of whoever
 * plays; the landscape is asked for their values only.
 */
import { challengeCode, objectiveOf, type Challenge } from '#core/play/challenge.ts';
import { snapped } from '#core/play/grid.ts';
import { problemOfChallenge, replay, type Replay } from '#core/play/replay.ts';
import type { Problem, Trial } from '#core/types.ts';
import type { KeptGame, KeptGames, Seat } from './kept.ts';

/** How long a model “trains”, in ms: a beat, not a wait. */
const BEAT = 650;

export interface GameOptions {
  kept: KeptGames;
  /** Names of whoever plays, where nothing is kept of this challenge; '' for one who gives none. */
  names?: readonly string[];
  /** Nothing may move by itself: results come at once. */
  still?: () => boolean;
  beat?: number;
}

export class Game {
  readonly challenge: Challenge;
  readonly code: string;
  readonly problem: Problem;
  readonly objective: string;
  readonly #kept: KeptGames;
  readonly #still: () => boolean;
  readonly #beat: number;
  #seats = $state.raw<readonly Seat[]>([]);
  #seen = $state(0);
  /** The last move is being “trained”: its result is not told yet. */
  #training = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(challenge: Challenge, { kept, names = [''], still = () => false, beat = BEAT }: GameOptions) {
    this.challenge = challenge;
    this.code = challengeCode(challenge);
    this.objective = objectiveOf(challenge).objective.id;
    this.problem = problemOfChallenge(challenge);
    this.#kept = kept;
    this.#still = still;
    this.#beat = beat;
    const before = kept.of(this.code);
    this.#seats = before?.seats ?? names.map((name) => ({ name, moves: [] }));
    this.#seen = before?.seen ?? 0;
  }

  get seats(): readonly Seat[] {
    return this.#seats;
  }
  /** Whose turn it is, by place. */
  get turn(): number {
    return Math.min(this.#seen, this.#seats.length - 1);
  }
  get training(): boolean {
    return this.#training;
  }
  /** Everybody has played, and seen the last result. */
  get revealed(): boolean {
    return this.#seen >= this.#seats.length;
  }
  /** Whether anything was tried by anybody. */
  get begun(): boolean {
    return this.#seats.some(({ moves }) => moves.length > 0);
  }

  /** Of whoever plays, without the one that is being trained. */
  readonly moves = $derived.by(() => {
    const { moves } = this.#seats[this.turn];
    return this.#training ? moves.slice(0, -1) : moves;
  });
  readonly trials = $derived.by((): readonly Trial[] => this.#replayed(this.moves)?.trace.trials ?? []);
  readonly left = $derived.by(() => this.challenge.trials - this.#seats[this.turn].moves.length);
  /** The point that is being trained. */
  readonly pending = $derived.by(() => (this.#training ? this.#seats[this.turn].moves.at(-1) : undefined));
  /** All trials of whoever plays are made, and told. */
  readonly over = $derived.by(() => this.left <= 0 && !this.#training);

  /** What each has played; empty while that is anybody’s secret. */
  readonly replays = $derived.by((): readonly Replay[] =>
    this.revealed ? this.#seats.flatMap(({ moves }) => this.#replayed(moves) ?? []) : [],
  );

  #replayed(moves: Seat['moves']): Replay | undefined {
    if (moves.length === 0) return undefined;
    return replay({ challenge: this.challenge, moves: moves.map((x) => [...x]) }, this.problem);
  }

  /** Makes the next trial at the nearest place of the game’s grid. @returns whether one was due */
  place(x: readonly number[]): boolean {
    if (this.#training || this.left <= 0 || this.revealed) return false;
    const move = snapped(this.problem.space.dimensions, x);
    this.#seats = this.#seats.map((seat, i) =>
      i === this.turn ? { ...seat, moves: [...seat.moves, move] } : seat,
    );
    // A reload in the middle of the beat takes nothing back.
    this.#keep();
    if (!this.#still()) {
      this.#training = true;
      this.#timer = setTimeout(() => (this.#training = false), this.#beat);
    }
    return true;
  }

  /** The last result was seen: the next one plays, or all is revealed. */
  goOn(): void {
    if (this.over) this.#pass();
  }

  /** There is something to end, and something to be seen of it: a result, and trials that are left. */
  readonly endable = $derived.by(
    () => !this.revealed && !this.#training && this.moves.length > 0 && this.left > 0,
  );
  /** Whoever plays makes no trial more: those that were made are the game, and its code holds just them. */
  endHere(): void {
    if (this.endable) this.#pass();
  }
  #pass(): void {
    if (this.revealed) return;
    this.#seen += 1;
    this.#keep();
  }

  rename(seat: number, name: string): void {
    this.#seats = this.#seats.map((one, i) => (i === seat ? { ...one, name } : one));
    this.#keep();
  }

  #keep(): void {
    const game: KeptGame = { code: this.code, seats: this.#seats, seen: this.#seen };
    this.#kept.keep(this.challenge, game);
  }
  dispose(): void {
    clearTimeout(this.#timer);
    this.#training = false;
  }
}
