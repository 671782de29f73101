/**
 * The state of the Arena: a study being put together, a study on screen, and the runs between them. Results live with
 * the keeper (`workers/results`); the page holds what the charts show.
 */
import { quote } from '../../core/params.ts';
import type { PackedRuns } from '../../core/study/packed.ts';
import { planIndex, planRuns } from '../../core/study/plan.ts';
import { readStudy } from '../../core/study/read-study.ts';
import type { StudySummary, StudyView } from '../../core/study/summary.ts';
import type { RunKey, Study } from '../../core/study/types.ts';
import { say, type Message } from '../../core/types.ts';
import { dealStudy, type Deal } from '../../workers/deal.ts';
import { WorkerPool } from '../../workers/pool.ts';
import { KeeperClient, type SpawnKeeper } from '../../workers/results/client.ts';
import type { FileFormat, Held } from '../../workers/results/protocol.ts';
import { errorMessage } from './errors.ts';
import { DEFAULT_SKETCH, sketchOf, type Sketch } from './sketch.ts';
import { WallClock } from './wall-clock.svelte.ts';

/** `paused`: some runs are missing, nothing is being computed. */
export type ArenaStatus = 'empty' | 'loading' | 'running' | 'paused' | 'done';

export interface ArenaOptions {
  pool?: WorkerPool;
  spawnKeeper?: SpawnKeeper;
  sketch?: Sketch;
  now?: () => number;
}

/** Charts follow results at most this often, in ms; and never take more than a fifth of a core. */
const REFRESH_EVERY = 500;
/** Largest results file that is opened, in bytes: some ten million rows. */
export const LARGEST_RESULTS = 1024 * 1024 * 1024;
/** Before this, in seconds, nobody can say how long the rest will take. */
const ESTIMATE_AFTER = 1;

export class Arena {
  #sketch = $state.raw<Sketch>(DEFAULT_SKETCH);
  #read = $derived(readStudy(this.#sketch));
  #study = $state.raw<Study | undefined>(undefined);
  #status = $state<ArenaStatus>('empty');
  #notices = $state.raw<Message[]>([]);
  #finished = $state(0);
  #secondsLeft = $state<number | undefined>(undefined);
  #view = $state.raw<StudyView>({ trial: 1, problem: 0, scope: 'all', target: 0.01 });
  #summary = $state.raw<StudySummary | undefined>(undefined);
  #total = $derived.by(() => (this.#study ? totalRuns(this.#study) : 0));
  #same = $derived.by(
    () => 'study' in this.#read && JSON.stringify(this.#read.study) === JSON.stringify(this.#study),
  );

  readonly pool: WorkerPool;
  readonly #keeper: KeeperClient;
  readonly #now: () => number;
  #done = new Set<number>();
  #deal: Deal | undefined;
  #started = 0;
  #asking = false;
  #stale = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #disposed = false;

  constructor({ pool, spawnKeeper, sketch, now = () => performance.now() }: ArenaOptions = {}) {
    this.pool = pool ?? new WorkerPool();
    this.#now = now;
    if (sketch) this.#sketch = sketch;
    this.#keeper = new KeeperClient((problem) => this.notify(problem), spawnKeeper);
  }

  /** What is being put together; a study once {@link refusals} is empty. */
  get sketch(): Sketch {
    return this.#sketch;
  }
  /** Why the sketch cannot be run. */
  get refusals(): readonly Message[] {
    return 'problems' in this.#read ? this.#read.problems : [];
  }
  /** The sketch as a study. */
  get drafted(): Study | undefined {
    return 'study' in this.#read ? this.#read.study : undefined;
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
    return this.#finished;
  }
  get total(): number {
    return this.#total;
  }
  get secondsLeft(): number | undefined {
    return this.#secondsLeft;
  }
  get view(): StudyView {
    return this.#view;
  }
  /** May lag behind the view for as long as it takes to compute. */
  get summary(): StudySummary | undefined {
    return this.#summary;
  }
  #wallClock: WallClock | undefined;
  /** The study on several machines, in hours. */
  get wallClock(): WallClock {
    return (this.#wallClock ??= new WallClock({ pool: this.pool }));
  }

  edit(patch: Partial<Sketch>): void {
    this.#sketch = { ...this.#sketch, ...patch };
  }
  look(patch: Partial<StudyView>): void {
    this.#view = { ...this.#view, ...patch };
    this.#refresh(0);
  }
  notify(...messages: Message[]): void {
    const known = new Set(this.#notices.map((notice) => JSON.stringify(notice)));
    const fresh = messages.filter((message) => !known.has(JSON.stringify(message)));
    if (fresh.length > 0) this.#notices = [...this.#notices, ...fresh];
  }
  dismissNotices(): void {
    this.#notices = [];
  }

  /** Shows what was on screen when the page was left. */
  async restore(): Promise<void> {
    await this.#loading(async () => {
      const held = await this.#keeper.ask('restore', null);
      if (held && this.#status === 'loading') this.#hold(held, true);
    });
  }

  /** Runs the sketch, or what is missing of it. */
  async run(): Promise<void> {
    const { drafted } = this;
    if (!drafted || this.#status === 'running') return;
    await this.#loading(async () => {
      this.#hold(await this.#keeper.ask('start', drafted), false);
    });
    if (this.#study) this.#resume();
  }

  /** Stops computing; what is in stays, and {@link run} goes on from there. */
  cancel(): void {
    this.#deal?.cancel();
    this.#deal = undefined;
    this.#settle();
  }

  /** Opens a results file, or a study's settings, that the reader chose or dropped. @returns whether it was taken */
  async openFile(file: File): Promise<boolean> {
    if (file.size > LARGEST_RESULTS) {
      const mb = (bytes: number) => Math.round(bytes / 1024 / 1024);
      const values = { name: file.name, size: mb(file.size), limit: mb(LARGEST_RESULTS) };
      this.notify(say('notice.results-too-large', values));
      return false;
    }
    if (/\.json$/i.test(file.name) || file.type === 'application/json') return this.#openStudy(file);
    this.cancel();
    let taken = false;
    await this.#loading(async () => {
      const bytes = await file.arrayBuffer();
      const opened = await this.#keeper.ask('open', { name: file.name, bytes }, [bytes]);
      if ('problem' in opened) this.notify(opened.problem);
      else {
        this.#hold(opened, true);
        taken = true;
      }
    });
    return taken;
  }

  /** All results on screen as a file. */
  exportResults(format: FileFormat): Promise<Blob> {
    return this.#keeper.ask('export', format);
  }

  /** Clears the screen and forgets the study's results for good. */
  async forget(): Promise<void> {
    this.cancel();
    await this.#keeper.ask('forget', null);
    this.#study = undefined;
    this.#summary = undefined;
    this.#done = new Set();
    this.#finished = 0;
    this.#status = 'empty';
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#timer);
    this.#deal?.cancel();
    this.pool.dispose();
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
    const read = readStudy(raw);
    if ('problems' in read) {
      this.notify(say('notice.study-refused', { name: quote(file.name) }), ...read.problems);
      return false;
    }
    this.#sketch = sketchOf(read.study);
    return true;
  }

  /** Something that changes what is on screen; a failure leaves what was there. */
  async #loading(work: () => Promise<void>): Promise<void> {
    const before = this.#status;
    this.#status = 'loading';
    try {
      await work();
    } catch (error) {
      this.notify(errorMessage(error));
    }
    if (this.#status === 'loading') this.#status = before === 'running' ? 'paused' : before;
  }

  #hold({ study, done }: Held, adopt: boolean): void {
    const another = JSON.stringify(study) !== JSON.stringify(this.#study);
    this.#study = study;
    if (adopt) this.#sketch = sketchOf(study);
    this.#done = new Set(done);
    this.#finished = done.length;
    if (another) {
      this.#summary = undefined;
      const { scope, target } = this.#view;
      this.#view = { trial: study.budget, problem: 0, scope, target };
    }
    this.#settle();
    this.#refresh(0);
  }

  #resume(): void {
    const study = this.#study!;
    const missing = planRuns(study).filter((key) => !this.#done.has(planIndex(study, key)));
    if (missing.length === 0) return this.#settle();
    this.#status = 'running';
    this.#started = this.#now();
    this.#secondsLeft = undefined;
    const before = this.#done.size;
    let failed = 0;
    const deal = dealStudy(this.pool, study, missing, {
      onPart: (packed) => {
        this.#take(packed);
        this.#estimate(this.#done.size - before, missing.length);
      },
      onFailure: (key, error) => {
        failed += 1;
        // The first few tell what is wrong; five hundred of the same would drown it.
        if (failed <= 3) this.notify(this.#failure(key), errorMessage(error));
      },
    });
    this.#deal = deal;
    void deal.over.then(() => {
      if (this.#deal !== deal) return;
      this.#deal = undefined;
      this.#settle();
      this.#refresh(0);
    });
  }

  #failure({ problem, strategy, repeat }: RunKey): Message {
    const { problems, strategies } = this.#study!;
    return say('error.study-run', {
      problem: problems[problem].name,
      strategy: strategies[strategy].name,
      repeat: repeat + 1,
    });
  }

  #take(packed: PackedRuns): void {
    const study = this.#study!;
    for (let r = 0; r < packed.length.length; r++) {
      const key = { problem: packed.problem[r], strategy: packed.strategy[r], repeat: packed.repeat[r] };
      this.#done.add(planIndex(study, key));
    }
    this.#finished = this.#done.size;
    this.#keeper.add(packed);
    this.#refresh(REFRESH_EVERY);
  }

  /** All problems and strategies come once before any comes again: what is done is a fair sample of what is left. */
  #estimate(done: number, of: number): void {
    const seconds = (this.#now() - this.#started) / 1000;
    if (seconds >= ESTIMATE_AFTER && done > 0) this.#secondsLeft = (seconds * (of - done)) / done;
  }

  #settle(): void {
    this.#secondsLeft = undefined;
    if (this.#study) this.#status = this.#done.size >= totalRuns(this.#study) ? 'done' : 'paused';
    else this.#status = 'empty';
  }

  /** Asks the keeper what charts show, once at a time; what changed meanwhile is asked for afterwards. */
  #refresh(delay: number): void {
    if (this.#disposed || !this.#study) return;
    this.#stale = true;
    if (this.#asking) return;
    if (this.#timer !== undefined && delay > 0) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), delay);
  }

  async #ask(): Promise<void> {
    this.#timer = undefined;
    this.#asking = true;
    this.#stale = false;
    const asked = this.#now();
    const study = this.#study;
    const view = this.#view;
    try {
      const summary = await this.#keeper.ask('summary', view);
      if (summary && this.#study === study) this.#summary = summary;
    } catch (error) {
      this.notify(errorMessage(error));
    }
    this.#asking = false;
    const took = this.#now() - asked;
    if (this.#stale) this.#refresh(this.#view === view ? Math.max(REFRESH_EVERY, 4 * took) : 0);
  }
}

const totalRuns = ({ problems, strategies, repeats }: Study): number =>
  problems.length * strategies.length * repeats;
