/* eslint-disable svelte/prefer-svelte-reactivity -- the maps here are bookkeeping that nothing on screen reads */
/**
 * The state of the Lab: one scenario, one run per strategy, one clock. Pages read it and call its methods.
 */
import { unboxed } from '#core/box.ts';
import { define, lookUp } from '#core/look-up.ts';
import { defaultNoiseOf } from '#core/objectives/index.ts';
import type { ParamValue } from '#core/params.ts';
import { problemOf } from '#core/run.ts';
import { defaultScenario, readScenario } from '#core/scenario.ts';
import {
  type Choice,
  type Message,
  type Problem,
  type Scenario,
  type Trace,
  type TraceFile,
  type Trial,
} from '#core/types.ts';
import { WorkerPool, type Job } from '#workers/pool.ts';
import { Clock } from '../stage/clock.svelte.ts';
import type { Frames } from '../pacing/frames.ts';
import { awaitsNetwork, errorMessage } from '../shared/errors.ts';
import { FrameBatch } from '../pacing/frame-batch.ts';
import { openTraces } from '../opening/open-traces.ts';
import { Choosing } from '../opening/formulas.ts';

export type RunStatus = 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';

/** What one strategy has done so far. Its fields are reactive; its arrays are replaced, never changed in place. */
export class RunState {
  readonly choice: Choice;
  /** Everything the run depends on: two runs with the same key are the same run. */
  readonly key: string;
  status = $state<RunStatus>('waiting');
  trials = $state.raw<Trial[]>([]);
  /** Present when done. */
  trace = $state.raw<Trace | undefined>(undefined);
  /** Present when failed. */
  error = $state.raw<Message | undefined>(undefined);
  constructor(choice: Choice, key: string) {
    this.choice = choice;
    this.key = key;
  }
}

export interface LabOptions {
  scenario?: Scenario;
  /** Runs the simulation; a test gives its own. Disposed of with the Lab. */
  pool?: WorkerPool;
  frames?: Frames;
  /** How long a change waits for the next one before the runs start, in ms: a slider being dragged. */
  settle?: number;
}

export class Lab {
  #scenario = $state.raw<Scenario>(defaultScenario());
  #notices = $state.raw<Message[]>([]);
  #runs = $state.raw<Record<string, RunState>>({});
  #replayed = $state.raw<TraceFile | null>(null);
  #problem = $derived<Problem>(problemOf(this.#scenario));
  #available = $derived.by(() => {
    const unfinished = Object.values(this.#runs).filter(
      (r) => r.status === 'waiting' || r.status === 'running',
    );
    return Math.min(this.#scenario.budget, ...unfinished.map((r) => r.trials.length));
  });

  /** How many trials every panel shows. */
  readonly clock: Clock;

  readonly #pool: WorkerPool;
  readonly #batch: FrameBatch;
  readonly #settle: number;
  #settling: ReturnType<typeof setTimeout> | undefined;
  readonly #jobs = new Map<RunState, Job<unknown>>();
  #disposed = false;
  readonly #choosing = new Choosing();

  constructor({ scenario, pool, frames, settle = 120 }: LabOptions = {}) {
    if (scenario) this.#scenario = scenario;
    this.#pool = pool ?? new WorkerPool();
    this.#settle = settle;
    this.#batch = new FrameBatch(frames);
    this.clock = new Clock(this.#scenario.budget, () => this.#available, frames);
    this.#arrange();
    this.#pool.onAgain(() => {
      for (const run of Object.values(this.#runs)) if (awaitsNetwork(run.error)) this.#repeat(run);
    });
  }

  /** The question. Change it with {@link update} or {@link setParam}. */
  get scenario(): Scenario {
    return this.#scenario;
  }
  /** What the reader should know about what was entered; newest last. */
  get notices(): Message[] {
    return this.#notices;
  }
  /** One per strategy of the scenario, by strategy id, in the scenario's order. */
  get runs(): Record<string, RunState> {
    return this.#runs;
  }
  /** The scenario's objective with its parameters fixed. */
  get problem(): Problem {
    return this.#problem;
  }
  /** A dropped file that is shown instead of a run, until the scenario is changed. */
  get replayed(): TraceFile | null {
    return this.#replayed;
  }
  /** Trials that every strategy still running has reached; the budget where none is running. */
  get available(): number {
    return this.#available;
  }
  /** Whether anything is still being computed. */
  get busy(): boolean {
    return Object.values(this.#runs).some((r) => r.status === 'waiting' || r.status === 'running');
  }
  /** What can be downloaded: the scenario with every finished trace; null while there is none. */
  get file(): TraceFile | null {
    if (this.#replayed) return this.#replayed;
    const traces = Object.values(this.#runs).flatMap((run) => run.trace ?? []);
    if (traces.length === 0) return null;
    return { format: 'trial-by-trial/traces', version: 1, scenario: this.#scenario, traces };
  }

  /**
   * Changes the scenario: what is out of range is clamped, with a notice. Runs that the change does not touch
   * are kept (a strategy's luck depends on its own settings only); the others are cancelled and start anew.
   *
   * The clock: another objective is another question, so it goes back to 0 and pauses, for the class to guess.
   * Any other change keeps its place (at most the new budget), to compare the same trial under two settings.
   */
  update(patch: Partial<Scenario>): void {
    this.replace({ ...this.#scenario, ...patch });
  }

  /**
   * Takes a whole scenario from outside (a link, a file, an example), as {@link update}.
   * @returns whether anything changed
   */
  replace(raw: unknown): boolean {
    const { scenario, notices } = readScenario(raw);
    this.#notices = notices;
    return this.adopt(scenario);
  }

  /** Takes a scenario that {@link readScenario} has already read. @returns whether anything changed */
  adopt(scenario: Scenario): boolean {
    if (!this.#replayed && JSON.stringify(scenario) === JSON.stringify(this.#scenario)) return false;
    const sameQuestion = scenario.objective.id === this.#scenario.objective.id;
    this.#replayed = null;
    this.#scenario = scenario;
    this.clock.setLength(scenario.budget);
    if (!sameQuestion) this.clock.toStart();
    this.#arrange();
    this.#startSoon();
    return true;
  }

  /** Sets one parameter of the objective or of a strategy, by the owner's id. */
  setParam(owner: string, name: string, value: ParamValue): void {
    const set = (choice: Choice): Choice =>
      choice.id === owner ? { ...choice, params: { ...choice.params, [name]: value } } : choice;
    const { objective, strategies } = this.#scenario;
    this.update({ objective: set(objective), strategies: strategies.map(set) });
  }

  /** Another objective, at its defaults and with the noise it comes with. */
  setObjective(id: string): void {
    this.replace({
      ...unboxed(this.#scenario),
      ...{ objective: { id, params: {} }, noise: defaultNoiseOf(id) },
    });
  }

  /** An objective with all its settings at once; another one than before gets the noise it comes with. */
  setProblem(objective: Choice): void {
    const { scenario } = this;
    this.#choosing.choose(
      objective,
      () => this.#scenario === scenario,
      () => {
        // What a part of another problem's ranges was is no part of these.
        if (objective.id === scenario.objective.id) this.update({ objective });
        else this.replace({ ...unboxed(scenario), objective, noise: defaultNoiseOf(objective.id) });
      },
    );
  }

  /** Searches all of the problem's ranges again. */
  widen(): void {
    this.replace(unboxed(this.#scenario));
  }

  /** Starts every run that is waiting or was cancelled. */
  start(): void {
    clearTimeout(this.#settling);
    this.#settling = undefined;
    if (this.#disposed || this.#replayed) return;
    for (const run of Object.values(this.#runs)) {
      if (run.status === 'cancelled') reset(run);
      if (run.status === 'waiting') this.#launch(run);
    }
  }

  /** Stops what is running; what has been computed stays. */
  cancel(): void {
    clearTimeout(this.#settling);
    this.#settling = undefined;
    this.#batch.flush();
    for (const run of Object.values(this.#runs)) {
      if (run.status !== 'waiting' && run.status !== 'running') continue;
      this.#drop(run);
      run.status = 'cancelled';
    }
  }

  /** Runs one failed or cancelled strategy again. */
  retry(strategy: string): void {
    const run = lookUp(this.#runs, strategy);
    if (!run || (run.status !== 'failed' && run.status !== 'cancelled')) return;
    this.#pool.tryAgain();
    this.#repeat(run);
  }
  #repeat(run: RunState): void {
    if (run.status !== 'failed' && run.status !== 'cancelled') return;
    reset(run);
    this.#launch(run);
  }

  dismissNotices(): void {
    this.#notices = [];
  }
  /** Tells the reader something, besides what was there. */
  notify(...messages: Message[]): void {
    if (messages.length > 0) this.#notices = [...this.#notices, ...messages];
  }

  /** Replays a trace file that the reader dropped or chose. @returns whether it could be read */
  async openFile(file: File): Promise<boolean> {
    const read = await openTraces(file);
    if ('problem' in read) {
      this.#notices = [read.problem];
      return false;
    }
    this.#show(read.file);
    return true;
  }

  /** Stops everything for good, workers included. */
  dispose(): void {
    this.#disposed = true;
    this.#choosing.cancel();
    clearTimeout(this.#settling);
    for (const run of [...this.#jobs.keys()]) this.#drop(run);
    this.#batch.dispose();
    this.clock.dispose();
    this.#pool.dispose();
  }

  /** One run per strategy: kept where nothing it depends on has changed, new and waiting otherwise. */
  #arrange(): void {
    const before = this.#runs;
    const runs: Record<string, RunState> = {};
    for (const choice of this.#scenario.strategies) {
      const key = runKey(this.#scenario, choice);
      const kept = lookUp(before, choice.id);
      define(runs, choice.id, kept?.key === key ? kept : new RunState(choice, key));
    }
    for (const run of Object.values(before)) if (lookUp(runs, run.choice.id) !== run) this.#drop(run);
    this.#runs = runs;
  }

  #startSoon(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.start(), this.#settle);
  }

  #launch(run: RunState): void {
    if (this.#jobs.has(run)) return;
    const scenario = this.#scenario;
    const arrived: Trial[] = [];
    const show = () => {
      if (this.#jobs.get(run) !== job || arrived.length === run.trials.length) return;
      run.status = 'running';
      run.trials = arrived.slice();
    };
    const job = this.#pool.ask(
      'run',
      { scenario, strategy: run.choice },
      {
        onPart: (trials) => {
          arrived.push(...trials);
          this.#batch.add(run, show);
        },
        // The job is being run again from its first trial.
        onRestart: () => arrived.splice(0),
      },
    );
    this.#jobs.set(run, job);
    job.result.then(
      ({ unused, closing }) => {
        if (this.#jobs.get(run) !== job) return;
        this.#batch.remove(run);
        this.#jobs.delete(run);
        run.trials = arrived;
        run.trace = { strategy: run.choice, trials: arrived, unused, ...(closing && { closing }) };
        run.status = 'done';
      },
      (error: unknown) => {
        if (this.#jobs.get(run) !== job) return;
        show();
        this.#batch.remove(run);
        this.#jobs.delete(run);
        run.error = errorMessage(error);
        run.status = 'failed';
      },
    );
  }

  /** Cancels a run's job; whatever it still sends is ignored. */
  #drop(run: RunState): void {
    const job = this.#jobs.get(run);
    this.#jobs.delete(run);
    this.#batch.remove(run);
    job?.cancel();
  }

  #show(file: TraceFile): void {
    clearTimeout(this.#settling);
    for (const run of Object.values(this.#runs)) this.#drop(run);
    const runs: Record<string, RunState> = {};
    for (const trace of file.traces) {
      const run = new RunState(trace.strategy, `file ${runKey(file.scenario, trace.strategy)}`);
      run.trials = trace.trials;
      run.trace = trace;
      run.status = 'done';
      define(runs, trace.strategy.id, run);
    }
    this.#notices = [];
    this.#scenario = file.scenario;
    this.#runs = runs;
    this.#replayed = file;
    this.clock.setLength(file.scenario.budget);
    this.clock.toStart();
  }
}

function reset(run: RunState): void {
  run.trials = [];
  run.trace = undefined;
  run.error = undefined;
  run.status = 'waiting';
}

/** Streams are derived by label (`core/rng.ts`), so a run depends on its own strategy's settings only. */
const runKey = ({ strategies: _, ...question }: Scenario, choice: Choice): string =>
  JSON.stringify([question, choice]);
