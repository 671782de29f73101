/** The state of the Play page: which game is open, as the address names it, and what helps and judges its player. */
import { challengeCode, MOST_SEED, readChallenge, usualChallenge } from '#core/play/challenge.ts';
import type { Challenge, Help } from '#core/play/challenge.ts';
import { challengeOfDay } from '#core/play/daily.ts';
import { say, type Message } from '#core/types.ts';
import type { WorkerPool } from '#workers/pool.ts';
import { lasting } from '../opening/lasting.svelte.ts';
import { Field } from './end/field.svelte.ts';
import { Game } from './game.svelte.ts';
import { KeptGames, MOST_SEATS } from './kept.ts';

export interface PlayOptions {
  /** Of what is on screen now: the model that helps. Not disposed of here. */
  runs: WorkerPool;
  /** Of many runs. Not disposed of here. */
  many: WorkerPool;
  kept?: KeptGames;
  still?: () => boolean;
  now?: () => Date;
  /** Of another game: any. */
  seed?: () => number;
}

export class Play {
  readonly kept: KeptGames;
  /** For what helps whoever plays. */
  readonly runs: WorkerPool;
  readonly #many: WorkerPool;
  readonly #still: () => boolean;
  readonly #now: () => Date;
  readonly #seed: () => number;
  #notices = $state.raw<readonly Message[]>([]);
  #game = $state.raw<Game | undefined>();
  #end = (): void => {};
  #field = $state.raw<Field | undefined>();
  #refused = $state.raw<{ typed: string; why: Message } | undefined>();
  /** The help that the next game comes with. */
  help = $state<Help>('blind');
  /** Who plays the next game. */
  names = $state.raw<readonly string[]>(['']);

  constructor({
    runs,
    many,
    kept = new KeptGames(),
    still = () => false,
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- is asked anew whenever the page is shown
    now = () => new Date(),
    seed = () => 1 + Math.floor(Math.random() * MOST_SEED),
  }: PlayOptions) {
    this.kept = kept;
    this.runs = runs;
    this.#many = many;
    this.#still = still;
    this.#now = now;
    this.#seed = seed;
    if (kept.later) this.#notices = [say('problem.page-later')];
  }

  /** What the reader should know of what is kept. */
  get notices(): readonly Message[] {
    return this.#notices;
  }
  dismissNotices(): void {
    this.#notices = [];
  }

  /** undefined: one is being chosen. */
  get game(): Game | undefined {
    return this.#game;
  }
  /** Strategies on the problem of the game that is open. */
  get field(): Field | undefined {
    return this.#field;
  }
  /** A code that names no challenge, as it was typed, and why. */
  get refused(): { typed: string; why: Message } | undefined {
    return this.#refused;
  }

  /** Opens what an address names: '' is the choice of games. A game that was begun goes on. */
  open(code: string): void {
    this.#refused = undefined;
    if (code === '') return this.#leave();
    const read = readChallenge(code);
    if ('problem' in read) {
      this.#leave();
      this.#refused = { typed: code, why: read.problem };
      return;
    }
    const { challenge } = read;
    if (this.#game?.code === challengeCode(challenge)) return;
    this.#leave();
    const { kept, names } = this;
    // A page that shows it comes and goes.
    [this.#game, this.#end] = lasting(() => new Game(challenge, { kept, names, still: this.#still }));
    this.#field = new Field(challenge, this.#many);
  }
  #leave(): void {
    this.#game?.dispose();
    this.#end();
    this.#field?.stop();
    this.#game = undefined;
    this.#field = undefined;
  }
  /** It is not on screen. */
  pause(): void {
    this.#field?.stop();
  }

  /** @returns the code that a game of it is opened by; undefined where that says what is wrong */
  typed(text: string): string | undefined {
    const read = readChallenge(text);
    if ('challenge' in read) {
      this.#refused = undefined;
      return challengeCode(read.challenge);
    }
    this.#refused = { typed: text, why: read.problem };
    return undefined;
  }

  /** A new game of a kind, with the help that was chosen. */
  fresh(problem: Challenge['problem']): string {
    return challengeCode(usualChallenge(problem, this.#seed(), this.help));
  }
  /** As the one that is open, on another problem. */
  again(): string {
    const { challenge, seats } = this.#game!;
    this.names = seats.map(({ name }) => name);
    return challengeCode({ ...challenge, seed: this.#seed() });
  }
  get today(): { code: string; date: Date } {
    const date = this.#now();
    const day = { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
    return { code: challengeCode(challengeOfDay(day)), date };
  }

  /** So many play, at most {@link MOST_SEATS}; names stay. */
  seat(count: number): void {
    const seats = Math.min(MOST_SEATS, Math.max(1, Math.round(count)));
    this.names = Array.from({ length: seats }, (_, i) => this.names[i] ?? '');
  }
  name(seat: number, name: string): void {
    this.names = this.names.with(seat, name);
  }

  dispose(): void {
    this.#leave();
  }
}
