/**
 * The state of the Lab: one scenario, one run per strategy, one clock. Pages read it and call its methods.
 */
import { unboxed } from '#core/box.ts';
import { defaultNoiseOf } from '#core/objectives/index.ts';
import type { ParamValue } from '#core/params.ts';
import { problemOf } from '#core/run.ts';
import { defaultScenario, readScenario } from '#core/scenario.ts';
import type { Choice, Message, Problem, Scenario, TraceFile } from '#core/types.ts';
import type { WorkerPool } from '#workers/pool.ts';
import type { Choosing, Opening } from '../opening/opening.ts';
import type { Frames } from '../pacing/frames.ts';
import { Clock } from '../stage/clock/clock.svelte.ts';
import { Runs, type RunState } from '../stage/runs.svelte.ts';
import type { Staged } from '../stage/staged.ts';

export interface LabOptions {
  scenario?: Scenario;
  /** Runs the simulation; not disposed of here. */
  pool: WorkerPool;
  opening: Opening;
  frames?: Frames;
  /** How long a change waits for the next one before the runs start, in ms: a slider being dragged. */
  settle?: number;
}

export class Lab implements Staged {
  #scenario = $state.raw<Scenario>(defaultScenario());
  #notices = $state.raw<Message[]>([]);
  #replayed = $state.raw<TraceFile | null>(null);
  #problem = $derived<Problem>(problemOf(this.#scenario));
  /** The trial that panels show, as far as their runs have come. */
  readonly clock: Clock;

  readonly #runs: Runs;
  readonly #opening: Opening;
  readonly #choosing: Choosing;

  constructor({ scenario, pool, opening, frames, settle = 120 }: LabOptions) {
    if (scenario) this.#scenario = scenario;
    this.#opening = opening;
    this.#choosing = opening.choosing();
    this.#runs = new Runs({ pool, frames, settle });
    this.clock = new Clock(this.#scenario.budget, () => this.available, frames);
    this.#runs.arrange(this.#scenario);
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
    return this.#runs.all;
  }
  /** The scenario's objective with its parameters fixed. */
  get problem(): Problem {
    return this.#problem;
  }
  /** A dropped file that is shown instead of a run, until the scenario is changed. */
  get replayed(): TraceFile | null {
    return this.#replayed;
  }
  /** Trials of the strategy that has come furthest; the budget where one has ended, or none is running. */
  get available(): number {
    return this.#runs.reached(this.#scenario.budget);
  }
  /** Whether anything is still being computed. */
  get busy(): boolean {
    return this.#runs.busy;
  }
  /** What can be downloaded: the scenario with every finished trace; null while there is none. */
  get file(): TraceFile | null {
    if (this.#replayed) return this.#replayed;
    const traces = Object.values(this.#runs.all).flatMap((run) => run.trace ?? []);
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
    this.#runs.arrange(scenario);
    this.#runs.startSoon();
    return true;
  }

  /** Sets one parameter of the objective or of a strategy, by the owner's id. */
  setParam(owner: string, name: string, value: ParamValue): void {
    const set = (choice: Choice): Choice =>
      choice.id === owner ? { ...choice, params: { ...choice.params, [name]: value } } : choice;
    const { objective, strategies } = this.#scenario;
    this.update({ objective: set(objective), strategies: strategies.map(set) });
  }

  /** The reader's own trials, all of them: runs of others stay as they are, and the clock shows as many trials of each. */
  place(points: number[][]): void {
    this.setParam('manual', 'points', points);
    this.start();
    this.clock.seek(points.length);
  }

  /** Another objective, at its defaults and with the noise it comes with. */
  setObjective(id: string): void {
    this.#choose({ id, params: {} }, (objective) =>
      this.replace({ ...unboxed(this.#scenario), objective, noise: defaultNoiseOf(id) }),
    );
  }

  /** An objective with all its settings at once; another one than before gets the noise it comes with. */
  setProblem(objective: Choice): void {
    this.#choose(objective, () => {
      const { scenario } = this;
      // What a part of another problem's ranges was is no part of these.
      if (objective.id === scenario.objective.id) this.update({ objective });
      else this.replace({ ...unboxed(scenario), objective, noise: defaultNoiseOf(objective.id) });
    });
  }
  /** Once what it needs is there, unless the reader has gone on to something else. */
  #choose(objective: Choice, take: (objective: Choice) => void): void {
    const { scenario } = this;
    this.#choosing.choose(
      objective,
      () => this.#scenario === scenario,
      () => take(objective),
      (why) => this.notify(why),
    );
  }

  /** Searches all of the problem's ranges again. */
  widen(): void {
    this.replace(unboxed(this.#scenario));
  }

  /** Starts every run that is waiting or was cancelled. */
  start(): void {
    this.#runs.start();
  }

  /** Stops what is running; what has been computed stays. */
  cancel(): void {
    this.#runs.cancel();
  }

  /** Runs one failed or cancelled strategy again. */
  retry(strategy: string): void {
    this.#runs.retry(strategy);
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
    const read = await this.#opening.traces(file);
    if ('problem' in read) {
      this.#notices = [read.problem];
      return false;
    }
    this.replay(read.file);
    return true;
  }

  /** Stops everything for good. */
  dispose(): void {
    this.#choosing.cancel();
    this.#runs.dispose();
    this.clock.dispose();
  }

  /** Shows the runs of a file, until the scenario is changed. */
  replay(file: TraceFile): void {
    this.#notices = [];
    this.#scenario = file.scenario;
    this.#runs.show(file);
    this.#replayed = file;
    this.clock.setLength(file.scenario.budget);
    this.clock.toStart();
  }
}
