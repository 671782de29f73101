/* eslint-disable svelte/prefer-svelte-reactivity -- the maps here are bookkeeping that nothing on screen reads */
/**
 * The state of the Arena's section on the curse of dimension: what a grid would cost, and how often designs hit a small
 * target.
 */
import { Recent } from '#core/recent.ts';
import { addCounts, CLASSIC, type CurseCounts, type CurseQuestion } from '#core/study/curse.ts';
import type { Message } from '#core/types.ts';
import { dealCurse, sharesOf, type Share } from '#workers/deal/curse.ts';
import type { WorkerPool } from '#workers/pool.ts';
import {
  MOST_TALLIES,
  recallChoices,
  recallTallies,
  rememberChoices,
  rememberTallies,
  type Memory,
} from './memory.ts';
import {
  DEFAULT_COST,
  DEFAULT_CURSE,
  type CostSettings,
  type CurseSettings,
  type Preset,
} from './settings.ts';
import { begin, questionKey, restOf, type HitCounts } from './tally.ts';
import { LongRun } from '../../pacing/long-run.svelte.ts';
import { errorMessage } from '../../shared/errors.ts';

/** `paused`: some targets are missing, nothing is being counted. */
export type CurseStatus = 'empty' | 'running' | 'paused' | 'done';

export interface CurseOptions {
  /** Its workers are let go when nothing is counted. */
  pool: WorkerPool;
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
  #tally = $state.raw<HitCounts | undefined>(undefined);
  #notices = $state.raw<Message[]>([]);
  #trials = $state(100);
  #example = $state(false);

  readonly #maxTrials: number;
  readonly #pool: WorkerPool;
  readonly #run: LongRun;
  readonly #memory: Memory | undefined;
  /** What was counted last, by its question: to look at again, or to add targets to. */
  readonly #kept = new Recent<string, HitCounts>(MOST_TALLIES);

  constructor(options: CurseOptions) {
    const { pool, now = () => performance.now() } = options;
    this.#maxTrials = options.maxTrials ?? CLASSIC.maxTrials;
    this.#pool = pool;
    this.#run = new LongRun({ now, every: REFRESH_EVERY });
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
    return this.#tally !== undefined && questionKey(this.#tally.question) === questionKey(this.asked);
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
    return this.#tally?.counts.targets ?? 0;
  }
  get total(): number {
    return this.#tally?.question.targets ?? 0;
  }
  get status(): CurseStatus {
    if (!this.#tally) return 'empty';
    if (this.#run.running) return 'running';
    return this.#tally.missing.length > 0 ? 'paused' : 'done';
  }
  get notices(): readonly Message[] {
    return this.#notices;
  }
  get secondsLeft(): number | undefined {
    return this.#run.secondsLeft;
  }
  /** The number of trials that sentences speak of. */
  get trials(): number {
    return this.#trials;
  }
  look(trials: number): void {
    this.#trials = trials;
    this.#rememberChoices();
  }

  /**
   * It comes on screen: where nobody has asked or set anything, the usual question is counted, which takes a second or
   * two, so that there is something to see.
   */
  begin(): void {
    const untouched = JSON.stringify(this.#settings) === JSON.stringify(DEFAULT_CURSE);
    if (this.#tally || !untouched) return;
    this.run();
    this.#example = true;
  }
  /** What is on screen is what {@link begin} asked. */
  get example(): boolean {
    return this.#example;
  }

  /** Counts one of the classic presets; what was being counted is kept as it is. */
  choose({ dimensions, shape }: Preset): void {
    this.cancel();
    this.edit({ dimensions, shape, volume: CLASSIC.volume });
    this.run();
  }

  /** Counts what is missing for the settings: nothing where they have been counted before. */
  run(): void {
    if (this.#run.running) return;
    this.#example = false;
    this.#notices = [];
    const question = this.asked;
    const tally = this.#kept.get(questionKey(question)) ?? begin(question, this.#kept.values());
    this.#show(tally);
    if (tally.missing.length > 0) this.#count(tally);
  }

  /** Stops counting; what is in stays, and {@link run} goes on from there. */
  cancel(): void {
    this.#run.stop();
    this.#pool.release();
  }

  dispose(): void {
    this.cancel();
  }

  #show(tally: HitCounts): void {
    this.#kept.set(questionKey(tally.question), tally);
    if (this.#memory) rememberTallies(this.#memory, [...this.#kept.values()]);
    this.#tally = tally;
  }

  /** As it was when the page was left; what was being counted then waits to be gone on with. */
  #recall(memory: Memory): void {
    const { settings, cost, trials } = recallChoices(memory) ?? {};
    this.#settings = settings ?? DEFAULT_CURSE;
    this.#cost = cost ?? DEFAULT_COST;
    this.#trials = trials ?? this.#trials;
    const tallies = recallTallies(memory, this.#maxTrials);
    for (const tally of tallies) this.#kept.set(questionKey(tally.question), tally);
    const last = tallies.at(-1);
    if (last) this.#show(last);
  }
  #rememberChoices(): void {
    const { settings, cost, trials } = this;
    if (this.#memory) rememberChoices(this.#memory, { settings, cost, trials });
  }

  #count(start: HitCounts): void {
    const { question } = start;
    const pool = this.#pool;
    const shares = sharesOf(start.missing, pool.size);
    const parts = new Map<Share, CurseCounts>();
    const countedNow = () => [...parts.values()].reduce((sum, { targets }) => sum + targets, 0);
    this.#run.begin({
      total: question.targets,
      finished: () => start.counts.targets + countedNow(),
      deal: (changed) =>
        dealCurse(pool, question, shares, {
          onCounts: (share, counts) => {
            parts.set(share, counts);
            changed();
          },
          // The first tells what is wrong; the others go on, and `run` asks again for what is missing.
          onFailure: (_, error) => {
            if (this.#notices.length === 0) this.#notices = [errorMessage(error)];
          },
        }),
      // What is in becomes the tally; the rest is missing.
      refresh: () => {
        const counts = [...parts.values()].reduce(addCounts, start.counts);
        const missing = shares.flatMap((share) => restOf(share, parts.get(share)?.targets ?? 0));
        this.#show({ question, counts, missing });
      },
      over: () => pool.release(),
    });
  }
}
