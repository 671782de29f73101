/* eslint-disable svelte/prefer-svelte-reactivity -- the maps here are bookkeeping that nothing on screen reads */
/**
 * The runs of one scenario, one per strategy, as they come in from the workers. A run that a change of the scenario does
 * not touch is kept: a strategy's luck depends on its own settings only.
 */
import { define, lookUp } from '#core/look-up.ts';
import type { Choice, Message, Scenario, Trace, TraceFile, Trial } from '#core/types.ts';
import { launchRun, type Launched } from '#workers/launch.ts';
import type { WorkerPool } from '#workers/pool.ts';
import { FrameBatch } from '../pacing/frame-batch.ts';
import type { Frames } from '../pacing/frames.ts';
import { awaitsNetwork, errorMessage } from '../shared/errors.ts';

export type RunStatus = 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';

interface Now {
  status: RunStatus;
  trials: Trial[];
  /** Present when done. */
  trace?: Trace | undefined;
  /** Present when failed. */
  error?: Message | undefined;
}
const BEFORE: Now = { status: 'waiting', trials: [] };

/**
 * What one strategy has done so far: reactive, and replaced, never changed in place. It is one value: a page of panels takes
 * milliseconds to hear of a change, and a run that ends changes all of it.
 */
export class RunState {
  readonly choice: Choice;
  /** Everything the run depends on: two runs with the same key are the same run. */
  readonly key: string;
  #now = $state.raw<Now>(BEFORE);
  constructor(choice: Choice, key: string) {
    this.choice = choice;
    this.key = key;
  }
  get status(): RunStatus {
    return this.#now.status;
  }
  get trials(): Trial[] {
    return this.#now.trials;
  }
  get trace(): Trace | undefined {
    return this.#now.trace;
  }
  get error(): Message | undefined {
    return this.#now.error;
  }
  /** What is not named stays. */
  change(now: Partial<Now>): void {
    this.#now = { ...this.#now, ...now };
  }
  reset(): void {
    this.#now = BEFORE;
  }
  /** It is being computed, or will be. */
  get pending(): boolean {
    return this.status === 'waiting' || this.status === 'running';
  }
  /** Nothing is known of it after `t` trials: it has not come so far, and it has not ended before. */
  behind(t: number): boolean {
    return !this.trace && this.trials.length < t;
  }
}

export interface RunsOptions {
  pool: WorkerPool;
  frames?: Frames | undefined;
  /** How long a change waits for the next one before the runs start, in ms: a slider being dragged. */
  settle?: number;
}

const stopped = ({ status }: RunState): boolean => status === 'failed' || status === 'cancelled';

export class Runs {
  #all = $state.raw<Record<string, RunState>>({});

  readonly #pool: WorkerPool;
  readonly #batch: FrameBatch;
  readonly #settle: number;
  #settling: ReturnType<typeof setTimeout> | undefined;
  readonly #launched = new Map<RunState, Launched>();
  #scenario: Scenario | undefined;
  #disposed = false;
  readonly #stopHoping: () => void;

  constructor({ pool, frames, settle = 120 }: RunsOptions) {
    this.#pool = pool;
    this.#batch = new FrameBatch(frames);
    this.#settle = settle;
    this.#stopHoping = pool.onAgain(() => {
      for (const run of Object.values(this.#all)) if (awaitsNetwork(run.error)) this.#repeat(run);
    });
  }

  /** By strategy id, in the scenario's order. */
  get all(): Record<string, RunState> {
    return this.#all;
  }
  get busy(): boolean {
    return Object.values(this.#all).some((run) => run.pending);
  }
  /** Trials of the run that has come furthest; `budget` where one has ended, or none goes on. */
  reached(budget: number): number {
    const all = Object.values(this.#all);
    if (!this.busy || all.some(({ trace }) => trace)) return budget;
    return Math.min(budget, Math.max(...all.map(({ trials }) => trials.length)));
  }

  /** One run per strategy: kept where nothing it depends on has changed, new and waiting otherwise. */
  arrange(scenario: Scenario): void {
    this.#scenario = scenario;
    const runs = scenario.strategies.map((choice) => {
      const key = runKey(scenario, choice);
      const kept = lookUp(this.#all, choice.id);
      return kept?.key === key ? kept : new RunState(choice, key);
    });
    this.#replace(runs);
  }

  /** Shows finished runs from elsewhere instead. */
  show({ scenario, traces }: TraceFile): void {
    clearTimeout(this.#settling);
    this.#scenario = undefined;
    const runs = traces.map((trace) => {
      const run = new RunState(trace.strategy, `file ${runKey(scenario, trace.strategy)}`);
      run.change({ status: 'done', trials: trace.trials, trace });
      return run;
    });
    this.#replace(runs);
  }

  /** {@link start}, once nothing has changed for a while. */
  startSoon(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.start(), this.#settle);
  }

  /** Starts every run that is waiting or was cancelled. */
  start(): void {
    clearTimeout(this.#settling);
    for (const run of Object.values(this.#all)) {
      if (run.status === 'cancelled') run.reset();
      if (run.status === 'waiting') this.#launch(run);
    }
  }

  /** Stops what is running; what has been computed stays. */
  cancel(): void {
    clearTimeout(this.#settling);
    this.#batch.flush();
    for (const run of Object.values(this.#all)) {
      if (!run.pending) continue;
      this.#drop(run);
      run.change({ status: 'cancelled' });
    }
  }

  /** Runs one failed or cancelled strategy again. */
  retry(strategy: string): void {
    const run = lookUp(this.#all, strategy);
    if (!run || !stopped(run)) return;
    this.#pool.tryAgain();
    this.#repeat(run);
  }
  #repeat(run: RunState): void {
    if (!stopped(run)) return;
    run.reset();
    this.#launch(run);
  }

  dispose(): void {
    this.#disposed = true;
    this.#stopHoping();
    clearTimeout(this.#settling);
    for (const run of [...this.#launched.keys()]) this.#drop(run);
    this.#batch.dispose();
  }

  #replace(runs: readonly RunState[]): void {
    for (const run of Object.values(this.#all)) if (!runs.includes(run)) this.#drop(run);
    const all: Record<string, RunState> = {};
    for (const run of runs) define(all, run.choice.id, run);
    this.#all = all;
  }

  #launch(run: RunState): void {
    const scenario = this.#scenario;
    if (this.#disposed || !scenario || this.#launched.has(run)) return;
    let arrived: Trial[] = [];
    const show = () => {
      if (arrived.length === run.trials.length) return;
      run.change({ status: 'running', trials: arrived.slice() });
    };
    const over = () => {
      this.#batch.remove(run);
      this.#launched.delete(run);
    };
    this.#launched.set(
      run,
      launchRun(this.#pool, scenario, run.choice, {
        onTrials: (fresh) => {
          arrived.push(...fresh);
          this.#batch.add(run, show);
        },
        onRestart: () => (arrived = []),
        onDone: ({ unused, closing }) => {
          over();
          const trace = { strategy: run.choice, trials: arrived, unused, ...(closing && { closing }) };
          run.change({ status: 'done', trials: arrived, trace });
        },
        onFailed: (error) => {
          show();
          over();
          run.change({ status: 'failed', error: errorMessage(error) });
        },
      }),
    );
  }

  /** Cancels a run's job; whatever it still sends is ignored. */
  #drop(run: RunState): void {
    this.#batch.remove(run);
    this.#launched.get(run)?.cancel();
    this.#launched.delete(run);
  }
}

/** Streams are derived by label (`core/rng.ts`), so a run depends on its own strategy's settings only. */
const runKey = ({ strategies: _, ...question }: Scenario, choice: Choice): string =>
  JSON.stringify([question, choice]);
