/* eslint-disable svelte/prefer-svelte-reactivity -- maps and sets here are bookkeeping, or made anew with what they are derived from */
/**
 * The state of the Class page: the challenge that a teacher makes, the results that came back, and what is seen of them.
 * A worker finds, judges and replays; what was found is kept in this browser, and goes nowhere else.
 */
import { challengeCode, usualChallenge, type Challenge, type ProblemName } from '#core/play/challenge.ts';
import type { ClassAnswer, KeptResult, Revealed } from '#core/play/class-reading.ts';
import type { Source } from '#core/play/class-text.ts';
import { RUNS } from '#core/play/percentiles.ts';
import { say, type Message } from '#core/types.ts';
import { JobCancelled } from '#workers/client.ts';
import type { Job, WorkerPool } from '#workers/pool.ts';
import { errorMessage } from '../shared/errors.ts';
import { Clock } from '../stage/clock/clock.svelte.ts';
import { sourcesIn } from './files.ts';
import { bandOf, type Band } from './band.ts';
import { Landscape } from './landscape.svelte.ts';
import * as memories from './memory.ts';
import { RIVALS, type ClassOptions } from './options.ts';
import { challengeIn, isPlayer, merged, nothingIn, type Brought, type Listed } from './results.ts';
import { Rivals } from './rivals.svelte.ts';

const nextTask = () => new Promise((resolve) => setTimeout(resolve));

export class ClassRoom {
  #made = $state.raw<Challenge>(usualChallenge('two-knobs', 1));
  #draft = $state('');
  #chosen = $state('');
  #anonymous = $state(false);
  #shown = $state.raw<readonly string[]>([]);
  #listed = $state.raw<readonly Listed[]>([]);
  #answer = $state.raw<ClassAnswer | undefined>();
  /** Readings that are asked for and not over. */
  #waiting = $state(0);
  #brought = $state.raw<Brought | undefined>();
  #removed = $state.raw<readonly KeptResult[]>([]);
  /** What is kept here is a later version's. */
  #later = false;
  #notices = $state.raw<readonly Message[]>([]);
  #failure = $state.raw<Message | undefined>();
  #marked = $state<number | undefined>();

  /** Of the challenge that is looked at; those that count, in the order that they were found in. */
  readonly players = $derived(this.#listed.filter(isPlayer));
  /** All others, with what is wrong; players, best first. */
  readonly wrong = $derived(this.#listed.filter((one) => !isPlayer(one)));
  readonly ranked = $derived(this.players.toSorted((a, b) => a.rank - b.rank));
  readonly challenge = $derived.by((): Challenge | undefined => {
    const code = this.#answer?.challenge;
    return code === undefined ? undefined : challengeIn(code);
  });
  /** The class as one: quartiles of its players. */
  readonly band = $derived.by((): Band =>
    bandOf(
      this.players.map(({ course }) => course),
      this.challenge?.trials ?? 0,
    ),
  );
  /** Of those found, which one is lit up. */
  readonly marked = $derived(this.players.find(({ id }) => id === this.#marked));
  /** Numbers of players while nobody is named: in the order that they were found in. */
  readonly #numbers = $derived(new Map(this.#listed.map(({ id }, i) => [id, i + 1])));

  readonly clock: Clock;
  readonly rivals: Rivals;
  readonly #landscape: Landscape;
  readonly #pool: WorkerPool;
  readonly #memory: memories.Memory;
  readonly #bring: () => Promise<unknown>;
  readonly #repeats: number;
  readonly #chance: () => number;
  /** What is kept, all that is on its way to the page included. */
  #kept: readonly KeptResult[] = [];
  /** Not read so far. */
  #fresh: readonly Source[] = [];
  /** The last of them; they follow each other, so that none is lost. */
  #turn: Promise<unknown> = Promise.resolve();
  #job: Job<ClassAnswer> | undefined;
  #next = 1;

  constructor(options: ClassOptions) {
    this.#pool = options.pool;
    this.#landscape = new Landscape(options.pool);
    this.#memory = options.memory;
    this.#bring = options.bring ?? (() => Promise.resolve());
    this.#repeats = options.repeats ?? RUNS;
    this.#chance = options.chance ?? Math.random;
    this.rivals = new Rivals(options.rivals);
    this.clock = new Clock(0, () => Infinity, options.frames);
    this.#restore();
  }

  /** What the teacher makes. */
  get made(): Challenge {
    return this.#made;
  }
  get code(): string {
    return challengeCode(this.#made);
  }
  make(patch: Partial<Omit<Challenge, 'problem'>>): void {
    this.#made = { ...this.#made, ...patch };
    this.#keep();
  }
  /** Another problem, with as many trials as it usually has. */
  pose(problem: ProblemName): void {
    const { seed, help } = this.#made;
    this.#made = usualChallenge(problem, seed, help);
    this.#keep();
  }
  /** Another landscape, and other luck. */
  shuffle(): void {
    this.make({ seed: 1 + Math.floor(this.#chance() * 9999) });
  }

  /** What stands in the field for texts, read or not. */
  get draft(): string {
    return this.#draft;
  }
  set draft(text: string) {
    this.#draft = text;
    memories.rememberDraft(this.#memory, text);
  }
  get reading(): boolean {
    return this.#waiting > 0;
  }
  get brought(): Brought | undefined {
    return this.#brought;
  }
  get listed(): readonly Listed[] {
    return this.#listed;
  }
  /** Challenges that results are of, most first. */
  get played(): ClassAnswer['played'] {
    return this.#answer?.played ?? [];
  }
  /** Code of the one that is looked at. */
  get playing(): string | undefined {
    return this.#answer?.challenge;
  }
  get dimensions(): ClassAnswer['dimensions'] {
    return this.#answer?.dimensions ?? [];
  }

  /** Reads what stands in the field; where it holds results, the field is empty then. */
  async readDraft(): Promise<void> {
    const text = this.#draft;
    if (text.trim() === '') return;
    if ((await this.add([{ text }])) && this.#draft === text) this.draft = '';
  }

  async readFiles(files: readonly File[]): Promise<void> {
    const { sources, refused } = await sourcesIn(files);
    this.notify(...refused);
    if (sources.length > 0) await this.add(sources);
  }

  /** @returns whether results were found; what is wrong is said otherwise */
  async add(sources: readonly Source[]): Promise<boolean> {
    this.#fresh = [...this.#fresh, ...sources];
    this.#brought = undefined;
    const brought = await this.#read();
    if (!brought) return false;
    const found = brought.counted + brought.wrong + brought.known > 0;
    if (found) this.#brought = brought;
    else this.notify(nothingIn(sources));
    return found;
  }

  /** Another challenge of those that results are of. */
  look(code: string): void {
    this.#chosen = code;
    this.#marked = undefined;
    void this.#read();
  }

  rename(id: number, name: string): void {
    const renamed = name.replace(/\s+/g, ' ').trim();
    this.#kept = this.#kept.map((one) =>
      one.id === id ? { ...one, name: renamed, was: one.was ?? one.name } : one,
    );
    this.#listed = this.#listed.map((one) => (one.id === id ? { ...one, name: renamed } : one));
    this.#keep();
  }
  remove(...ids: number[]): void {
    const gone = new Set(ids);
    this.#removed = this.#kept.filter(({ id }) => gone.has(id));
    this.#kept = this.#kept.filter(({ id }) => !gone.has(id));
    this.#listed = this.#listed.filter(({ id }) => !gone.has(id));
    this.#brought = undefined;
    void this.#read();
  }
  /** All of them. */
  clear(): void {
    this.#chosen = '';
    this.remove(...this.#kept.map(({ id }) => id));
  }
  /** How many were removed last, and can come back. */
  get removed(): number {
    return this.#removed.length;
  }
  restoreRemoved(): void {
    // They come back where they stood.
    this.#kept = [...this.#kept, ...this.#removed].sort((a, b) => a.id - b.id);
    this.#removed = [];
    void this.#read();
  }

  get anonymous(): boolean {
    return this.#anonymous;
  }
  set anonymous(on: boolean) {
    this.#anonymous = on;
    this.#keep();
  }
  /** The number that somebody has in place of a name. */
  numberOf(id: number): number {
    return this.#numbers.get(id) ?? 0;
  }

  mark(id: number | undefined): void {
    this.#marked = id;
  }

  /** The landscape may be seen. */
  get revealed(): boolean {
    return this.playing !== undefined && this.#shown.includes(this.playing);
  }
  set revealed(on: boolean) {
    const { playing } = this;
    if (playing === undefined) return;
    const others = this.#shown.filter((code) => code !== playing);
    this.#shown = on ? [...others, playing] : others;
    this.#keep();
    this.#reveal();
  }
  /** The landscape, while it may be seen and once it is there. */
  get truth(): Revealed | undefined {
    return this.#landscape.there;
  }

  get notices(): readonly Message[] {
    return this.#notices;
  }
  notify(...messages: Message[]): void {
    this.#notices = [...this.#notices, ...messages];
  }
  dismissNotices(): void {
    this.#notices = [];
  }
  /** Why results could not be read, or the landscape is not there. */
  get failure(): Message | undefined {
    return this.#failure ?? this.#landscape.failure ?? this.rivals.failure;
  }
  /** Tries again what failed. */
  retry(): void {
    this.#failure = undefined;
    this.#pool.tryAgain();
    void this.#read();
    this.rivals.start();
  }

  dispose(): void {
    this.#job?.cancel();
    this.#landscape.dispose();
    this.rivals.stop();
    this.clock.dispose();
  }

  #restore(): void {
    this.#draft = memories.recallDraft(this.#memory);
    const kept = memories.recallClass(this.#memory);
    this.#later = memories.isLaterClass(this.#memory);
    if (this.#later) this.notify(say('problem.page-later'));
    if (!kept) return this.shuffle();
    this.#made = kept.made;
    this.#chosen = kept.chosen;
    this.#anonymous = kept.anonymous;
    this.#shown = kept.revealed;
    this.#kept = kept.results;
    this.#next = 1 + Math.max(0, ...kept.results.map(({ id }) => id));
    if (this.#kept.length > 0) void this.#read();
  }

  #keep(): void {
    if (this.#later) return;
    memories.rememberClass(this.#memory, {
      results: [...this.#kept],
      made: this.#made,
      chosen: this.#chosen,
      revealed: [...this.#shown],
      anonymous: this.#anonymous,
    });
  }

  /** Reads what is fresh, and judges all anew, when its turn comes. @returns undefined where that failed */
  #read(): Promise<Brought | undefined> {
    this.#keep();
    this.#waiting += 1;
    const turn = this.#turn.then(() => this.#readNow()).finally(() => (this.#waiting -= 1));
    this.#turn = turn;
    return turn;
  }

  async #readNow(): Promise<Brought | undefined> {
    const fresh = this.#fresh;
    const job = this.#pool.ask('class', {
      sources: [...fresh],
      kept: [...this.#kept],
      ...(this.#chosen !== '' && { challenge: this.#chosen }),
      made: this.code,
      strategies: RIVALS,
      repeats: this.#repeats,
    });
    this.#job = job;
    try {
      const [answer] = await Promise.all([job.result, this.#bring()]);
      // Hundreds of results took their time to arrive: they are shown in a task of their own, and so is what follows.
      await nextTask();
      this.#failure = undefined;
      this.#fresh = this.#fresh.slice(fresh.length);
      const brought = this.#take(answer);
      await nextTask();
      this.rivals.adopt(answer.study);
      this.#reveal();
      this.#keep();
      return brought;
    } catch (error) {
      if (!(error instanceof JobCancelled)) this.#failure = errorMessage(error);
      return undefined;
    }
  }

  #take(answer: ClassAnswer): Brought {
    const { listed, kept, brought } = merged(answer, this.#kept, () => this.#next++);
    this.#listed = listed;
    this.#kept = kept;
    const before = this.#answer?.challenge;
    this.#answer = answer;
    if (answer.challenge !== before) {
      this.#marked = undefined;
      this.clock.setLength(this.challenge?.trials ?? 0);
      this.clock.toEnd();
    }
    return brought;
  }

  #reveal(): void {
    this.#landscape.want(this.revealed ? this.playing : undefined);
  }
}
