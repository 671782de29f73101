/* eslint-disable svelte/prefer-svelte-reactivity -- maps and sets here are bookkeeping, or made anew with what they are derived from */
/**
 * The state of the Class page: the challenge that a teacher makes, the results that came back, and what is seen of them.
 * A worker finds, judges and replays; what was found is kept in this browser, and goes nowhere else.
 */
import { quote } from '#core/params.ts';
import {
  challengeCode,
  readChallenge,
  usualChallenge,
  type Challenge,
  type ProblemName,
} from '#core/play/challenge.ts';
import type { ClassAnswer, ClassEntry, KeptResult, Revealed } from '#core/play/class-reading.ts';
import type { Source } from '#core/play/class-text.ts';
import { RUNS } from '#core/play/percentiles.ts';
import { say, type Message } from '#core/types.ts';
import { JobCancelled } from '#workers/client.ts';
import type { Job, WorkerPool } from '#workers/pool.ts';
import type { Frames } from '../pacing/frames.ts';
import { errorMessage } from '../shared/errors.ts';
import { Clock } from '../stage/clock/clock.svelte.ts';
import { recallClass, recallDraft, rememberClass, rememberDraft, type Memory } from './memory.ts';
import { bandOf, Rivals, type Band } from './rivals.svelte.ts';

/** The strategies of the course. */
export const RIVALS = ['binary', 'grid', 'babysit', 'random', 'bayes'];
/** A chat of a school year; what is larger is no chat. In characters. */
export const LARGEST_TEXT = 20_000_000;

/** A result on the page. */
export interface Listed extends ClassEntry {
  id: number;
}
/** One that counts. */
export interface Player extends Listed {
  points: number[][];
  course: number[];
  best: number;
  rank: number;
}

/** What the last texts brought. */
export interface Brought {
  /** New results that count, and others. */
  counted: number;
  wrong: number;
  /** That were there already. */
  known: number;
}

export interface ClassOptions {
  /** Reads and replays; not disposed of here. */
  pool: WorkerPool;
  /** Runs strategies; not disposed of here. */
  rivals: WorkerPool;
  memory: Memory;
  frames?: Frames;
  repeats?: number;
  /** 0 ≤ x < 1: which landscape a new challenge is about. */
  chance?: () => number;
}

const isPlayer = (one: Listed): one is Player => one.points !== undefined;

export class ClassRoom {
  #made = $state.raw<Challenge>(usualChallenge('two-knobs', 1));
  #draft = $state('');
  #chosen = $state('');
  #anonymous = $state(false);
  #shown = $state.raw<readonly string[]>([]);
  #listed = $state.raw<readonly Listed[]>([]);
  #answer = $state.raw<ClassAnswer | undefined>();
  #truth = $state.raw<Revealed | undefined>();
  /** Readings that are asked for and not over. */
  #waiting = $state(0);
  #brought = $state.raw<Brought | undefined>();
  #removed = $state.raw<readonly KeptResult[]>([]);
  #notices = $state.raw<readonly Message[]>([]);
  #failure = $state.raw<Message | undefined>();
  #marked = $state<number | undefined>();

  /** Of the challenge that is looked at; those that count, in the order that they were found in. */
  readonly players = $derived(this.#listed.filter(isPlayer));
  /** All others, with what is wrong. */
  readonly wrong = $derived(this.#listed.filter((one) => !isPlayer(one)));
  /** Best first. */
  readonly ranked = $derived(this.players.toSorted((a, b) => a.rank - b.rank));
  readonly challenge = $derived.by((): Challenge | undefined => {
    const code = this.#answer?.challenge;
    const read = code === undefined ? undefined : readChallenge(code);
    return read && 'challenge' in read ? read.challenge : undefined;
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
  readonly #pool: WorkerPool;
  readonly #memory: Memory;
  readonly #repeats: number;
  readonly #chance: () => number;
  /** What is kept, all that is on its way to the page included. */
  #kept: readonly KeptResult[] = [];
  /** Not read so far. */
  #fresh: readonly Source[] = [];
  /** The last of them; they follow each other, so that none is lost. */
  #turn: Promise<unknown> = Promise.resolve();
  #job: Job<ClassAnswer> | undefined;
  #looking: Job<Revealed> | undefined;
  #next = 1;

  constructor({ pool, rivals, memory, frames, repeats = RUNS, chance = Math.random }: ClassOptions) {
    this.#pool = pool;
    this.#memory = memory;
    this.#repeats = repeats;
    this.#chance = chance;
    this.rivals = new Rivals(rivals);
    this.clock = new Clock(0, () => Infinity, frames);
    this.#restore();
  }

  // ------------------------------------------------------------------------------------------------ the challenge

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

  // ---------------------------------------------------------------------------------------------------- results

  /** What stands in the field for texts, read or not. */
  get draft(): string {
    return this.#draft;
  }
  set draft(text: string) {
    this.#draft = text;
    rememberDraft(this.#memory, text);
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

  /** Files of any kind of text. */
  async readFiles(files: readonly File[]): Promise<void> {
    const sources: Source[] = [];
    for (const file of files) {
      if (file.size > LARGEST_TEXT) {
        const mb = (size: number) => Math.max(1, Math.round(size / 1e6));
        this.notify(
          say('notice.class-large', {
            name: quote(file.name),
            size: mb(file.size),
            limit: mb(LARGEST_TEXT),
          }),
        );
        continue;
      }
      try {
        sources.push({ name: file.name, text: await file.text() });
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        this.notify(say('notice.class-unreadable', { name: quote(file.name), detail }));
      }
    }
    if (sources.length > 0) await this.add(sources);
  }

  /** @returns whether results were found; what is wrong is said otherwise */
  async add(sources: readonly Source[]): Promise<boolean> {
    this.#fresh = [...this.#fresh, ...sources];
    this.#brought = undefined;
    const brought = await this.#read();
    if (!brought) return false;
    const found = brought.counted + brought.wrong + brought.known;
    if (found > 0) this.#brought = brought;
    else {
      const named = sources.flatMap(({ name }) => (name === undefined ? [] : [quote(name)]));
      this.notify(
        named.length > 0 ? say('notice.class-none-in', { name: named.join(', ') }) : say('notice.class-none'),
      );
    }
    return found > 0;
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

  // ------------------------------------------------------------------------------------------------ what is seen

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
    return this.revealed && this.#truth?.challenge === this.playing ? this.#truth : undefined;
  }

  // --------------------------------------------------------------------------------------------------- messages

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
    return this.#failure ?? this.rivals.failure;
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
    this.#looking?.cancel();
    this.rivals.stop();
    this.clock.dispose();
  }

  // ----------------------------------------------------------------------------------------------------- within

  #restore(): void {
    this.#draft = recallDraft(this.#memory);
    const kept = recallClass(this.#memory);
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
    rememberClass(this.#memory, {
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
      const answer = await job.result;
      // Hundreds of results took their time to arrive: they are shown in a task of their own.
      await new Promise((resolve) => setTimeout(resolve));
      this.#failure = undefined;
      this.#fresh = this.#fresh.slice(fresh.length);
      return this.#take(answer);
    } catch (error) {
      if (!(error instanceof JobCancelled)) this.#failure = errorMessage(error);
      return undefined;
    }
  }

  #take(answer: ClassAnswer): Brought {
    const brought: Brought = { counted: 0, wrong: 0, known: answer.known };
    const kept = new Map(this.#kept.map((one) => [one.id, one]));
    this.#listed = answer.entries.flatMap((entry): Listed[] => {
      const { id, code, name, source, line } = entry;
      if (id !== undefined) {
        // Somebody may have been given another name meanwhile, or be gone.
        const now = kept.get(id);
        return now ? [{ ...entry, id, name: now.name }] : [];
      }
      if (entry.points) brought.counted += 1;
      else brought.wrong += 1;
      const found = { id: this.#next++, code, name, line, ...(source !== null && { source }) };
      kept.set(found.id, found);
      return [{ ...entry, id: found.id }];
    });
    this.#kept = [...kept.values()];
    const before = this.#answer?.challenge;
    this.#answer = answer;
    if (answer.challenge !== before) {
      this.#marked = undefined;
      this.clock.setLength(this.challenge?.trials ?? 0);
      this.clock.toEnd();
    }
    this.rivals.adopt(answer.study);
    this.#reveal();
    this.#keep();
    return brought;
  }

  #reveal(): void {
    const { playing, revealed } = this;
    if (!revealed) {
      this.#looking?.cancel();
      this.#looking = undefined;
      // It is not on the page any more.
      this.#truth = undefined;
      return;
    }
    if (this.#truth?.challenge === playing || this.#looking) return;
    const job = this.#pool.ask('reveal', { challenge: playing! });
    this.#looking = job;
    job.result
      .then(
        (truth) => (this.#truth = truth),
        (error: unknown) => {
          if (!(error instanceof JobCancelled)) this.#failure = errorMessage(error);
        },
      )
      .finally(() => {
        if (this.#looking !== job) return;
        this.#looking = undefined;
        if (this.playing !== playing) this.#reveal();
      });
  }
}
