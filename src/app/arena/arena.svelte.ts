/**
 * The state of the Arena: a study being put together (`draft`), a study on screen, and the runs between them. Results live with
 * the keeper (`workers/results`); the page holds what the charts show.
 */
import { quote } from '#core/params.ts';
import type { StudySummary, StudyView } from '#core/study/summary.ts';
import type { Study } from '#core/study/types.ts';
import { say, type Message } from '#core/types.ts';
import type { WorkerPool } from '#workers/pool.ts';
import { KeeperClient, KeeperGone, type SpawnKeeper } from '#workers/results/client.ts';
import type { FileFormat, Held } from '#workers/results/protocol.ts';
import { errorMessage } from '../shared/errors.ts';
import { Follower } from '../pacing/follower.ts';
import type { Opening } from '../opening/opening.ts';
import * as memory from '../shared/storage.ts';
import { Curse } from './dimensions/curse.svelte.ts';
import { StudyDraft } from './study/draft.svelte.ts';
import type { Sketch } from './study/study-sketch.ts';
import { StudyRuns } from './study/runs.svelte.ts';
import { Hours } from './hours/hours.svelte.ts';
import { readLink } from './study/link.ts';

/** `paused`: some runs are missing, nothing is being computed. */
export type ArenaStatus = 'empty' | 'loading' | 'running' | 'paused' | 'done';

export interface ArenaOptions {
  /** For the study and its hours, and for the curse; not disposed of here. */
  pool: WorkerPool;
  dimensions: WorkerPool;
  opening: Opening;
  spawnKeeper?: SpawnKeeper;
  sketch?: Sketch;
  now?: () => number;
}

/** Largest results file that is opened, in bytes: some ten million rows. */
export const LARGEST_RESULTS = 1024 * 1024 * 1024;

export class Arena {
  #study = $state.raw<Study | undefined>(undefined);
  #status = $state<ArenaStatus>('empty');
  #notices = $state.raw<Message[]>([]);
  #remembers = $state(true);
  #view = $state.raw<StudyView>({
    ...{ trial: 1, problem: 0, scope: 'all', target: 0.01, judged: 'tried' },
  });
  #summary = $state.raw<StudySummary | undefined>(undefined);
  #same = $derived.by(() => {
    const { study } = this.draft;
    return study !== undefined && JSON.stringify(study) === JSON.stringify(this.#study);
  });

  readonly draft: StudyDraft;
  /** The study on several machines, in hours. */
  readonly hours: Hours;
  /** What grids cost, and how often designs hit a small target. Needs no study. */
  readonly curse: Curse;
  readonly #opening: Opening;
  readonly #keeper: KeeperClient;
  readonly #follower: Follower;
  readonly #runs: StudyRuns;
  /** Settled when nothing is being loaded. */
  #loaded: Promise<void> = Promise.resolve();
  #recovering = false;

  constructor({
    pool,
    dimensions,
    opening,
    spawnKeeper,
    sketch,
    now = () => performance.now(),
  }: ArenaOptions) {
    this.#opening = opening;
    this.hours = new Hours({ pool });
    this.curse = new Curse({ pool: dimensions, memory });
    this.draft = new StudyDraft(sketch);
    this.#keeper = new KeeperClient(
      {
        storage: (problem) => {
          this.#remembers = false;
          this.notify(problem);
        },
        said: (message) => this.notify(message),
        gone: (reason, loaded) => void this.#recover(reason, loaded),
      },
      spawnKeeper,
    );
    this.#follower = new Follower({ now, ask: () => this.#summarise() });
    this.#runs = new StudyRuns({
      ...{ pool, now },
      onRuns: (packed) => {
        this.#keeper.add(packed);
        // Until something can be said, somebody waits for it.
        const said = this.#summary?.ranks.repeats.some((repeats) => repeats > 0);
        this.#follower.changed(said ? 'results' : 'view');
      },
      onFailure: (...said) => this.notify(...said),
      onOver: () => {
        this.#settle();
        this.#keep();
        this.#follower.changed('view');
      },
    });
  }

  /** The study whose results are on screen. */
  get study(): Study | undefined {
    return this.#study;
  }
  /** The results on screen are those of the sketch. */
  get current(): boolean {
    return this.#same;
  }
  get status(): ArenaStatus {
    return this.#status;
  }
  get notices(): readonly Message[] {
    return this.#notices;
  }
  /** Runs that are in, and all runs of the study on screen. */
  get finished(): number {
    return this.#runs.finished;
  }
  get total(): number {
    return this.#runs.total;
  }
  get secondsLeft(): number | undefined {
    return this.#runs.secondsLeft;
  }
  /** Whether the browser keeps results; a notice has said why not. */
  get remembers(): boolean {
    return this.#remembers;
  }
  get view(): StudyView {
    return this.#view;
  }
  /** May lag behind the view for as long as it takes to compute. */
  get summary(): StudySummary | undefined {
    return this.#summary;
  }

  look(patch: Partial<StudyView>): void {
    this.#view = { ...this.#view, ...patch };
    if (this.#study) this.#follower.changed('view');
  }
  notify(...messages: Message[]): void {
    const known = this.#notices.map((notice) => JSON.stringify(notice));
    const fresh = messages.filter((message) => !known.includes(JSON.stringify(message)));
    if (fresh.length > 0) this.#notices = [...this.#notices, ...fresh];
  }
  dismissNotices(): void {
    this.#notices = [];
  }

  /** Shows what was on screen when the page was left. */
  async restore(): Promise<void> {
    await this.#loading(async () => {
      const held = await this.#keeper.ask('restore', null);
      await this.#opening.known(held?.study);
      if (held) this.#hold(held, true);
    });
  }

  /** Runs the sketch, or what is missing of it. */
  async run(): Promise<void> {
    const { study: drafted } = this.draft;
    if (!drafted || this.#status === 'running' || this.#status === 'loading') return;
    this.#keeper.tryAgain();
    const started = await this.#loading(async () => {
      this.#hold(await this.#keeper.ask('start', drafted), false);
    });
    if (started) this.#resume();
  }

  /** Stops computing; what is in stays, and {@link run} goes on from there. */
  cancel(): void {
    const running = this.#status === 'running';
    this.#runs.stop();
    this.#settle();
    if (running) this.#keep();
  }

  /**
   * Opens a results file, or a study's settings, that the reader chose or dropped. One that is refused changes nothing:
   * a study that was running goes on.
   * @returns whether it was taken
   */
  async openFile(file: File): Promise<boolean> {
    if (file.size > LARGEST_RESULTS) {
      const mb = (bytes: number) => Math.round(bytes / 1024 / 1024);
      const values = { name: file.name, size: mb(file.size), limit: mb(LARGEST_RESULTS) };
      this.notify(say('notice.results-too-large', values));
      return false;
    }
    if (/\.json$/i.test(file.name) || file.type === 'application/json') return this.#openStudy(file);
    await this.#loaded;
    const running = this.#status === 'running';
    // Runs that arrive must not meet the keeper while it turns to another study.
    if (running) this.cancel();
    let taken = false;
    await this.#loading(async () => {
      const opened = await this.#keeper.ask('open', { name: file.name, file: file.slice() });
      if ('problem' in opened) this.notify(opened.problem);
      else {
        await this.#opening.known(opened.study);
        this.#hold(opened, true);
        taken = true;
      }
    });
    if (running && !taken) this.#resume();
    return taken;
  }

  /** Takes a study from a link into the draft: what is on screen stays until the reader runs it. */
  async openLink(text: string): Promise<void> {
    const read = await readLink(text, this.#opening);
    // What was on screen when the page was left comes first, not over it.
    await this.#loaded;
    if ('problems' in read) return this.notify(...read.problems);
    this.draft.adopt(read.study);
    if (read.machines !== undefined) this.hours.set({ machines: read.machines });
  }

  /** All results on screen as a file. */
  exportResults(format: FileFormat): Promise<Blob> {
    return this.#keeper.ask('export', format);
  }

  /** Clears the screen and forgets the study's results for good. */
  async forget(): Promise<void> {
    this.cancel();
    await this.#loading(async () => {
      await this.#keeper.ask('forget', null);
      this.#study = undefined;
      this.#summary = undefined;
      this.#runs.clear();
      this.#status = 'empty';
    });
  }

  dispose(): void {
    this.#follower.stop();
    this.#runs.stop();
    this.curse.dispose();
    this.#keeper.dispose();
  }

  async #openStudy(file: File): Promise<boolean> {
    let raw: unknown;
    try {
      raw = JSON.parse(await file.text());
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      this.notify(say('notice.file-unreadable', { name: quote(file.name), detail }));
      return false;
    }
    const read = await this.#opening.study(raw);
    if ('problems' in read) {
      this.notify(say('notice.study-refused', { name: quote(file.name) }), ...read.problems);
      return false;
    }
    this.draft.adopt(read.study);
    return true;
  }

  /** Something that changes what is on screen; a failure leaves what was there. @returns whether it succeeded */
  async #loading(work: () => Promise<void>): Promise<boolean> {
    const before = this.#status;
    this.#status = 'loading';
    let over!: () => void;
    this.#loaded = new Promise((resolve) => (over = resolve));
    let succeeded = true;
    try {
      await work();
    } catch (error) {
      succeeded = false;
      if (!(error instanceof KeeperGone)) this.notify(errorMessage(error));
    }
    if (this.#status === 'loading') this.#status = before === 'running' ? 'paused' : before;
    over();
    return succeeded;
  }

  #hold({ study, done }: Held, adopt: boolean): void {
    const another = JSON.stringify(study) !== JSON.stringify(this.#study);
    this.#study = study;
    if (adopt) this.draft.adopt(study);
    this.#runs.hold(study, done);
    if (another) {
      this.#summary = undefined;
      const { scope, target, judged } = this.#view;
      this.#view = { trial: study.budget, problem: 0, scope, target, judged };
    }
    this.#settle();
    this.#follower.changed('view');
  }

  #resume(): void {
    if (this.#runs.start()) this.#status = 'running';
    else this.#settle();
  }

  /** Nothing is being computed. */
  #settle(): void {
    this.#status = !this.#study ? 'empty' : this.#runs.complete ? 'done' : 'paused';
  }

  /** No more will come: it is written at once, because the page may be left now. */
  #keep(): void {
    this.#keeper.ask('flush', null).catch(ignoreLoss);
  }

  async #summarise(): Promise<void> {
    const study = this.#study;
    try {
      const summary = await this.#keeper.ask('summary', this.#view);
      if (summary && this.#study === study) this.#summary = summary;
    } catch (error) {
      if (!(error instanceof KeeperGone)) this.notify(errorMessage(error));
    }
  }

  /** The keeper is gone: another one takes what the database has; the rest is computed again. */
  async #recover(reason: string, loaded: boolean): Promise<void> {
    if (!loaded) {
      // Asking again at once would load it no better: the reader does, with the next run or file.
      this.notify(say('error.worker-unavailable'));
      return;
    }
    this.notify(say('error.keeper-gone', { detail: reason }));
    const study = this.#study;
    if (!study || this.#recovering) return;
    this.#recovering = true;
    await this.#loaded;
    const running = this.#status === 'running';
    this.cancel();
    const found = await this.#loading(async () => {
      this.#hold(await this.#keeper.ask('start', study), false);
    });
    this.#recovering = false;
    if (found && running) this.#resume();
  }
}

/** Its own notice has been given by the keeper's client. */
const ignoreLoss = () => {};
