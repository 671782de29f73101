/* eslint-disable svelte/prefer-svelte-reactivity -- the maps here are bookkeeping that nothing on screen reads */
/**
 * The state of the Arena's section on the curse of dimension: what a grid would cost, and how often designs hit a small
 * target. Nothing is counted before somebody asks.
 */
import { addCounts, CLASSIC, type CurseCounts, type CurseQuestion } from '#core/study/curse.ts';
import type { Message } from '#core/types.ts';
import { dealCurse, sharesOf, type Share } from '#workers/deal/curse.ts';
import type { Deal } from '#workers/deal.ts';
import { WorkerPool } from '#workers/pool.ts';
import { recallChoices, recallTallies, rememberChoices, rememberTallies, type Memory } from './memory.ts';
import {
  DEFAULT_COST,
  DEFAULT_CURSE,
  type CostSettings,
  type CurseSettings,
  type Preset,
} from './settings.ts';
import { begin, keyOf, restOf, type Tally } from './tally.ts';
import { errorMessage } from '../../shared/errors.ts';

/** `paused`: some targets are missing, nothing is being counted. */
export type CurseStatus = 'empty' | 'running' | 'paused' | 'done';

export interface CurseOptions {
  /** A pool for one run; its workers live no longer. */
  makePool?: () => WorkerPool;
  /** Designs of 1 … this many trials are counted. */
  maxTrials?: number;
  /** Where settings and counts outlive the page; without it they do not. */
  memory?: Memory | undefined;
  now?: () => number;
}

/** Charts follow counts at most this often, in ms. */
const REFRESH_EVERY = 150;

export class Curse {
  #cost = $state.raw<CostSettings>(DEFAULT_COST);
  #settings = $state.raw<CurseSettings>(DEFAULT_CURSE);
  #tally = $state.raw<Tally | undefined>(undefined);
  #status = $state<CurseStatus>('empty');
  #notices = $state.raw<Message[]>([]);
  #secondsLeft = $state<number | undefined>(undefined);
  #trials = $state(100);

  readonly #maxTrials: number;
  readonly #makePool: () => WorkerPool;
  readonly #now: () => number;
  readonly #memory: Memory | undefined;
  /** Everything counted so far, by its question: to look at again, or to add targets to. What was shown last is last. */
  readonly #kept = new Map<string, Tally>();
  #pool: WorkerPool | undefined;
  #deal: Deal | undefined;
  #refresh: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: CurseOptions = {}) {
    const { makePool = () => new WorkerPool(), now = () => performance.now() } = options;
    this.#maxTrials = options.maxTrials ?? CLASSIC.maxTrials;
    this.#makePool = makePool;
    this.#now = now;
    this.#memory = options.memory;
    if (this.#memory) this.#recall(this.#memory);
  }

  get cost(): CostSettings {
    return this.#cost;
  }
  reckon(patch: Partial<CostSettings>): void {
    this.#cost = { ...this.#cost, ...patch };
    this.#rememberChoices();
  }

  get settings(): CurseSettings {
    return this.#settings;
  }
  edit(patch: Partial<CurseSettings>): void {
    this.#settings = { ...this.#settings, ...patch };
    this.#rememberChoices();
  }
  /** Takes the settings back to those of what is on screen. */
  back(): void {
    if (!this.question) return;
    const { dimensions, volume, shape, targets, seed } = this.question;
    this.edit({ dimensions, volume, shape, targets, seed });
  }
  /** The settings as a question. */
  get asked(): CurseQuestion {
    return { ...this.#settings, maxTrials: this.#maxTrials };
  }
  /** What is on screen was asked with these settings. */
  get current(): boolean {
    return this.#tally !== undefined && keyOf(this.#tally.question) === keyOf(this.asked);
  }
  /** The question whose counts are on screen. */
  get question(): CurseQuestion | undefined {
    return this.#tally?.question;
  }
  get counts(): CurseCounts | undefined {
    return this.#tally?.counts;
  }
  /** Targets that are counted, and all targets of the question on screen. */
  get finished(): number {
    return this.counts?.targets ?? 0;
  }
  get total(): number {
    return this.question?.targets ?? 0;
  }
  get status(): CurseStatus {
    return this.#status;
  }
  get notices(): readonly Message[] {
    return this.#notices;
  }
  get secondsLeft(): number | undefined {
    return this.#secondsLeft;
  }
  /** The number of trials that sentences speak of. */
  get trials(): number {
    return this.#trials;
  }
  look(trials: number): void {
    this.#trials = trials;
    this.#rememberChoices();
  }

  /** Counts one of the classic presets; what was being counted is kept as it is. */
  choose({ dimensions, shape }: Preset): void {
    this.cancel();
    this.edit({ dimensions, shape, volume: CLASSIC.volume });
    this.run();
  }

  /** Counts what is missing for the settings: nothing where they have been counted before. */
  run(): void {
    if (this.#status === 'running') return;
    this.#notices = [];
    const question = this.asked;
    const tally = this.#kept.get(keyOf(question)) ?? begin(question, this.#kept.values());
    this.#show(tally);
    if (tally.missing.length > 0) this.#count(tally);
  }

  /** Stops counting; what is in stays, and {@link run} goes on from there. */
  cancel(): void {
    this.#deal?.cancel();
    this.#deal = undefined;
    this.#settle();
  }

  dispose(): void {
    this.cancel();
  }

  #show(tally: Tally): void {
    const key = keyOf(tally.question);
    this.#kept.delete(key);
    this.#kept.set(key, tally);
    if (this.#memory) rememberTallies(this.#memory, [...this.#kept.values()]);
    this.#tally = tally;
    this.#status = this.#deal ? 'running' : tally.missing.length > 0 ? 'paused' : 'done';
  }

  /** As it was when the page was left; what was being counted then waits to be gone on with. */
  #recall(memory: Memory): void {
    const { settings, cost, trials } = recallChoices(memory) ?? {};
    this.#settings = settings ?? DEFAULT_CURSE;
    this.#cost = cost ?? DEFAULT_COST;
    this.#trials = trials ?? this.#trials;
    const tallies = recallTallies(memory, this.#maxTrials);
    for (const tally of tallies) this.#kept.set(keyOf(tally.question), tally);
    const last = tallies.at(-1);
    if (last) this.#show(last);
  }
  #rememberChoices(): void {
    const { settings, cost, trials } = this;
    if (this.#memory) rememberChoices(this.#memory, { settings, cost, trials });
  }

  #count(start: Tally): void {
    const { question } = start;
    this.#pool = this.#makePool();
    const shares = sharesOf(start.missing, this.#pool.size);
    const parts = new Map<Share, CurseCounts>();
    const began = this.#now();
    /** What is in becomes the tally; the rest is missing. */
    const refresh = () => {
      this.#timer = undefined;
      const counts = [...parts.values()].reduce(addCounts, start.counts);
      const missing = shares.flatMap((share) => restOf(share, parts.get(share)?.targets ?? 0));
      const done = counts.targets - start.counts.targets;
      const left = question.targets - counts.targets;
      if (done > 0) this.#secondsLeft = ((this.#now() - began) / 1000) * (left / done);
      this.#show({ question, counts, missing });
    };
    this.#refresh = refresh;
    const deal = dealCurse(this.#pool, question, shares, {
      onCounts: (share, counts) => {
        parts.set(share, counts);
        this.#timer ??= setTimeout(refresh, REFRESH_EVERY);
      },
      // The first tells what is wrong; the others go on, and `run` asks again for what is missing.
      onFailure: (_, error) => {
        if (this.#notices.length === 0) this.#notices = [errorMessage(error)];
      },
    });
    this.#deal = deal;
    this.#status = 'running';
    void deal.over.then(() => {
      if (this.#deal !== deal) return;
      this.#deal = undefined;
      this.#settle();
    });
  }

  #settle(): void {
    clearTimeout(this.#timer);
    this.#refresh?.();
    this.#refresh = undefined;
    this.#secondsLeft = undefined;
    this.#pool?.dispose();
    this.#pool = undefined;
  }
}
