/**
 * The state of the Arena's wall-clock section: one problem of a study, one repeat of it, every strategy, on several
 * machines. A study's results hold no points, and batches depend on the number of machines; so the few runs that are
 * needed are computed anew, in the Arena's workers. What is finished is kept: stepping back and forth is immediate.
 */
import { untrack } from 'svelte';
import { problemOf } from '#core/run.ts';
import { senseOf } from '#core/sense.ts';
import { getStrategy } from '#core/strategies/index.ts';
import { optimaOf } from '#core/study/instances.ts';
import { schedule, trainingHours, type Schedule, type ScheduledTrial } from '#core/study/schedule.ts';
import { regretFloor, type Judged } from '#core/study/statistics/index.ts';
import { bestSteps, quartileSteps, type QuartileSteps } from '#core/study/steps.ts';
import type { Study, StudyStrategy } from '#core/study/types.ts';
import type { Message, Sense } from '#core/types.ts';
import type { WorkerPool } from '#workers/pool.ts';
import { FrameBatch } from '../../pacing/frame-batch.ts';
import type { Frames } from '../../pacing/frames.ts';
import { HoursRuns, type HoursRun, type RunStatus } from './runs.ts';
import { DEFAULT_HOURS, entrantsOf, thinkingHours, trainingTimeOf, type HoursSettings } from './settings.ts';

/** What curves are drawn against. */
export type Along = 'hours' | 'machineHours';

/** One strategy's run as it is on screen; never changed, but replaced. */
export interface Lane {
  strategy: StudyStrategy;
  status: RunStatus;
  /** Trials that have arrived. */
  arrived: number;
  /** Both present when done. */
  trials?: readonly ScheduledTrial[];
  schedule?: Schedule;
  /** Present when failed. */
  error?: Message;
}

export interface HoursOptions {
  /** Shared with the study; not disposed of here. */
  pool: WorkerPool;
  frames?: Frames;
  /** How long a change waits for the next one before runs start, in ms: a slider being dragged. */
  settle?: number;
}

/** Trials that medians are taken over at most: what a page can schedule anew while a slider is dragged. */
export const MAX_COUNTED = 60_000;
/** Medians follow their runs at most this often, in ms. */
const REFRESH_EVERY = 400;

export class Hours {
  #settings = $state.raw<HoursSettings>(DEFAULT_HOURS);
  #study = $state.raw<Study | undefined>(undefined);
  #problem = $state(0);
  #judged = $state<Judged>('tried');
  #entrants = $derived(this.#study ? entrantsOf(this.#study, this.#settings) : []);
  #optimumOf = $derived(this.#study && optimaOf(this.#study));
  #target = $derived(this.#study && problemOf(this.#study.problems[this.#problem]));
  /** Moved on when a run on screen, or one that only medians count, has changed. */
  #shown = $state(0);
  #counted = $state(0);
  #lanes = $derived.by(() => {
    void this.#shown;
    return this.#chosen.map((run) => this.#laneOf(run));
  });

  readonly #runs: HoursRuns;
  readonly #settle: number;
  readonly #frames: Frames | undefined;
  #batch: FrameBatch | undefined;
  /** By strategy. */
  #chosen: HoursRun[] = [];
  /** By repeat, then strategy; none unless medians are asked for. */
  #others: HoursRun[][] = [];
  #made = new WeakMap<HoursRun, { how: string; lane: Lane }>();
  /** Runs start with what is wanted, see {@link begin}. */
  #begun = false;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #refreshing: ReturnType<typeof setTimeout> | undefined;

  constructor({ pool, frames, settle = 120 }: HoursOptions) {
    this.#runs = new HoursRuns(pool, (run) => this.#changed(run));
    this.#settle = settle;
    this.#frames = frames;
  }

  get settings(): HoursSettings {
    return this.#settings;
  }
  /** What is shown; undefined before {@link adopt}. */
  get study(): Study | undefined {
    return this.#study;
  }
  get problem(): number {
    return this.#problem;
  }
  /** Whose regret is followed. */
  get judged(): Judged {
    return this.#judged;
  }
  /** 0-based; that of the settings, or the study's last where it has fewer. */
  get repeat(): number {
    return Math.min(this.#settings.repeat, (this.#study?.repeats ?? 1) - 1);
  }
  /** One per strategy. */
  get lanes(): readonly Lane[] {
    return this.#lanes;
  }
  get busy(): boolean {
    return this.#lanes.some(({ status }) => status === 'waiting' || status === 'running');
  }

  set(patch: Partial<HoursSettings>): void {
    this.#settings = { ...this.#settings, ...patch };
    this.#arrange();
  }

  /** What is to be shown; may be called from an effect at every change. */
  adopt(study: Study, problem: number, judged: Judged = 'tried'): void {
    untrack(() => {
      const within = Math.min(problem, study.problems.length - 1);
      // The same runs: only what is read off them changes.
      if (judged !== this.#judged) {
        this.#judged = judged;
        this.#shown += 1;
        this.#counted += 1;
      }
      if (study === this.#study && within === this.#problem) return;
      this.#study = study;
      this.#problem = within;
      this.#arrange();
    });
  }

  /** Runs start, from now on whenever others are wanted: workers would take the cores from a page that is being set up. */
  begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    this.#runs.start();
  }

  /** Nobody looks: what is under way is given up, what was on screen stays. */
  cancel(): void {
    untrack(() => {
      this.#begun = false;
      clearTimeout(this.#settling);
      clearTimeout(this.#refreshing);
      this.#refreshing = undefined;
      this.#runs.leave();
      // Schedules are made anew within a frame.
      this.#made = new WeakMap();
      this.#batch?.dispose();
      this.#batch = undefined;
      this.#study = undefined;
      this.#chosen = [];
      this.#others = [];
    });
  }

  /** Runs again what has failed. */
  retry(): void {
    this.#runs.retry();
    this.#shown += 1;
  }

  /** Repeats that {@link quartiles} can count: as many as the study has, or a page can take. */
  get countable(): number {
    const { budget, repeats } = this.#study ?? { budget: 1, repeats: 1 };
    return Math.min(repeats, Math.max(1, Math.floor(MAX_COUNTED / (budget * this.#entrants.length))));
  }

  /** How many of the runs that medians count are in, have failed, and are wanted. */
  get counted(): { done: number; failed: number; of: number } {
    void this.#counted;
    const all = this.#others.flat();
    const having = (status: RunStatus) => all.filter((run) => run.status === status).length;
    return { done: having('done'), failed: having('failed'), of: all.length };
  }

  /** Regret against hours or machine-hours: of the one repeat, or quartiles over repeats as far as they are in. */
  quartiles(along: Along): QuartileSteps[] {
    void this.#counted;
    const { overall } = this.#settings;
    const regrets = overall ? this.#others.map((_, repeat) => this.toRegret(repeat)) : [this.toRegret()];
    return this.lanes.map((lane, s) => {
      const lanes = overall ? this.#others.map((runs) => this.#laneOf(runs[s])) : [lane];
      return quartileSteps(
        lanes.flatMap(({ schedule: known }, i) =>
          known ? [bestSteps(known.progress, along, regrets[i])] : [],
        ),
      );
    });
  }

  /** Of the problem. */
  get sense(): Sense {
    return senseOf(this.#target ?? {});
  }

  /**
   * What makes a best value of a repeat, by default the one on screen, simple regret; not below what the minimum is known
   * to. It stays that of this problem.
   */
  toRegret(repeat = this.repeat): (best: number) => number {
    const optimum = this.#optimumOf!({ problem: this.#problem, repeat });
    const floor = regretFloor(this.#target!);
    return (best) => Math.max(best - optimum, floor);
  }

  #laneOf(run: HoursRun): Lane {
    const { strategy, status, trials, error } = run;
    if (status !== 'done') return { strategy, status, arrived: trials.length, ...(error && { error }) };
    const { machines } = this.#settings;
    const time = trainingTimeOf(this.#settings, this.#target!.space.dimensions.length);
    const measured = { seconds: run.thinkingSeconds, trials: trials.length };
    const thinking = thinkingHours(this.#settings, measured);
    const judged = this.#judged;
    const how = JSON.stringify([machines, time, thinking, judged]);
    const known = this.#made.get(run);
    if (known?.how === how) return known.lane;
    const { seed, repeat } = run.scenario;
    const oblivious = getStrategy(strategy.id).oblivious ?? false;
    const hours = trainingHours(trials, time, [seed, repeat]);
    const made = schedule(trials, { machines, hours, thinking, oblivious, judged });
    const lane: Lane = { strategy, status, arrived: trials.length, trials, schedule: made };
    this.#made.set(run, { how, lane });
    return lane;
  }

  /** Which runs are needed; those that no longer are give way. */
  #arrange(): void {
    const study = this.#study;
    if (!study) return;
    const field: Study = { ...study, strategies: this.#entrants };
    const { repeat } = this;
    const repeats = this.#settings.overall ? this.countable : 0;
    this.#chosen = this.#runs.of(field, this.#problem, repeat);
    this.#others = Array.from({ length: repeats }, (_, r) =>
      r === repeat ? this.#chosen : this.#runs.of(field, this.#problem, r),
    );
    this.#runs.want(this.#chosen, this.#others.flat());
    this.#shown += 1;
    this.#counted += 1;
    if (!this.#begun) return;
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#runs.start(), this.#settle);
  }

  #changed(run: HoursRun): void {
    if (this.#chosen.includes(run)) {
      this.#batch ??= new FrameBatch(this.#frames);
      this.#batch.add(this, () => (this.#shown += 1));
    }
    if (!this.#settings.overall) return;
    this.#refreshing ??= setTimeout(() => {
      this.#refreshing = undefined;
      this.#counted += 1;
    }, REFRESH_EVERY);
  }
}
