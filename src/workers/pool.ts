/**
 * The page's pool of simulation workers: a queue, one job per worker, cancel, and a watch over each.
 *
 * What can go wrong with a worker, and how it is noticed:
 *
 * | it                                | noticed by                                        | after          |
 * | --------------------------------- | ------------------------------------------------- | -------------- |
 * | throws outside a job              | its `error` event                                 | at once        |
 * | closes itself, is killed          | its Web Lock (pool/watch.ts)                      | at once        |
 * | is gone, where there are no locks | no `accepted` to a job: sent once more, elsewhere | `acceptWithin` |
 * | hangs in a job                    | no sign of life                                   | `silentFor`    |
 * | does not react to a cancel        | no answer to it                                   | `cancelWithin` |
 *
 * | its code cannot be loaded         | its `error` event before it is ready              | at once        |
 *
 * Each time the worker is stopped and its place filled with a new one when the next job needs it; where its code could
 * not be loaded, after a while (pool/starts.ts), and until then jobs fail at once. A job that
 * was lost fails with a {@link JobError}; jobs on other workers, and those in the queue, go on.
 */
import {
  JobCancelled,
  JobError,
  spawnSimulationWorker,
  type SpawnWorker,
  type WorkerLink,
} from './client.ts';
import {
  DEFAULT_LIMITS,
  poolSize,
  type Job,
  type JobOptions,
  type Limits,
  type PoolOptions,
} from './pool/options.ts';
import { entryOf, Queue, type Entry } from './pool/queue.ts';
import { pageStarts, Starts } from './pool/starts.ts';
import { NOT_LOADED } from './pool/watch.ts';
import type { Ask, FromWorker, JobFailure, RequestName, Result } from './protocol.ts';

export { poolSize } from './pool/options.ts';
export type { Job, JobOptions, Limits, PoolOptions } from './pool/options.ts';

interface Slot {
  link: WorkerLink;
  /** When it was started, as {@link Starts} counts. */
  epoch: number;
  ready: boolean;
  /** The job it has; kept after a cancel until the worker says that it is free. */
  entry: Entry | undefined;
  accepted: boolean;
  cancelled: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export class WorkerPool {
  readonly size: number;
  readonly #spawn: SpawnWorker;
  readonly #limits: Limits;
  readonly #starts: Starts;
  readonly #slots = new Set<Slot>();
  readonly #queue = new Queue();
  #jobs = 0;
  #width: number;
  #wasBusy = false;
  readonly #listening = new Set<() => void>();
  #held = false;
  #disposed = false;

  constructor({
    size = poolSize(),
    spawn = spawnSimulationWorker,
    limits,
    starts = spawn === spawnSimulationWorker ? pageStarts : new Starts(),
  }: PoolOptions = {}) {
    this.#starts = starts;
    this.size = this.#width = size;
    this.#spawn = spawn;
    this.#limits = { ...DEFAULT_LIMITS, ...limits };
  }

  /** At work, or with jobs that wait. */
  get busy(): boolean {
    return !this.#queue.empty || [...this.#slots].some(({ entry }) => entry);
  }
  /** Called whenever {@link busy} has changed. */
  onBusy: () => void = () => {};

  /** How many workers may be at work at once, from 1 to {@link size}; those that are go on with the job they have. */
  get width(): number {
    return this.#width;
  }
  set width(width: number) {
    this.#width = Math.min(this.size, Math.max(1, width));
    this.#dispatch();
  }

  /** Jobs wait: none is begun, nor a worker started. */
  get held(): boolean {
    return this.#held;
  }
  set held(held: boolean) {
    this.#held = held;
    this.#dispatch();
  }

  /** Starts workers before there is anything to do: whoever asks then need not wait for their code. */
  warm(): void {
    if (this.#starts.doubtful || this.#starts.resting) return;
    try {
      while (!this.#disposed && this.#slots.size < this.#width) this.#watch(this.#add());
    } catch {
      // Whoever asks is told.
    }
  }

  /** Stops the workers that have nothing to do: what comes next starts others. */
  release(): void {
    for (const slot of [...this.#slots]) if (!slot.entry || slot.cancelled) this.#remove(slot);
    this.#tellBusy();
  }

  /** How many workers there are now. */
  get workers(): number {
    return this.#slots.size;
  }

  ask<Name extends RequestName>(
    request: Name,
    ask: Ask<Name>,
    options: JobOptions<Name> = {},
  ): Job<Result<Name>> {
    const { entry, result } = entryOf(++this.#jobs, request, ask, options);
    if (this.#disposed) {
      entry.reject(new JobCancelled());
    } else {
      this.#queue.add(entry);
      this.#dispatch();
      this.#tellBusy();
    }
    return { result, cancel: () => this.#cancel(entry) };
  }

  /** Somebody asks by hand: a worker that could not be loaded is tried again now. */
  tryAgain(): void {
    this.#starts.again();
  }

  /**
   * @param ask called when a worker that could not be loaded may be there now (the network is back, somebody asked by
   * hand): whoever shows such a failure asks again. @returns stops that; the end of the pool does too
   */
  onAgain(ask: () => void): () => void {
    const stop = this.#starts.onAgain(ask);
    this.#listening.add(stop);
    return () => {
      this.#listening.delete(stop);
      stop();
    };
  }

  /** Stops every worker; open jobs are cancelled. */
  dispose(): void {
    this.#disposed = true;
    for (const stop of this.#listening) stop();
    for (const entry of this.#queue.removeAll()) entry.reject(new JobCancelled());
    for (const slot of [...this.#slots]) {
      slot.entry?.reject(new JobCancelled());
      this.#remove(slot);
    }
  }

  #tellBusy(): void {
    const { busy } = this;
    if (busy === this.#wasBusy || this.#disposed) return;
    this.#wasBusy = busy;
    this.onBusy();
  }

  /** Gives waiting jobs to free workers, and starts workers while there is room. */
  #dispatch(): void {
    while (!this.#queue.empty && !this.#disposed && !this.#held) {
      if ([...this.#slots].filter(({ entry }) => entry).length >= this.#width) return;
      let slot: Slot | undefined = [...this.#slots].find((s) => !s.entry);
      if (!slot && this.#slots.size >= this.size) return;
      // The first one that is started again tells whether the others can be.
      if (!slot && this.#starts.doubtful && [...this.#slots].some(({ ready }) => !ready)) return;
      const entry = this.#queue.next()!;
      if (!slot && this.#starts.resting) {
        entry.reject(new JobError(unavailable('it could not be loaded a moment ago')));
        continue;
      }
      try {
        slot ??= this.#add();
        this.#give(slot, entry);
      } catch (error) {
        // The browser refuses to start a worker at all.
        const message = `A simulation worker could not be started: ${textOf(error)}`;
        entry.reject(new JobError({ code: 'worker-crashed', message, details: {} }));
      }
    }
  }

  #give(slot: Slot, entry: Entry): void {
    slot.entry = entry;
    slot.accepted = slot.cancelled = false;
    this.#watch(slot);
    try {
      slot.link.send(entry.ask);
    } catch (error) {
      // What was asked cannot be copied to a worker: the job's own fault.
      this.#free(slot);
      entry.reject(new JobError({ code: 'run-failed', message: textOf(error), details: {} }));
    }
  }

  #add(): Slot {
    const slot: Slot = {
      link: undefined as unknown as WorkerLink,
      epoch: this.#starts.epoch,
      ready: false,
      entry: undefined,
      accepted: false,
      cancelled: false,
      timer: undefined,
    };
    slot.link = this.#spawn({
      message: (message) => this.#hear(slot, message),
      gone: (reason) =>
        this.#lose(
          slot,
          slot.ready || reason !== NOT_LOADED
            ? {
                code: 'worker-crashed',
                message: `The simulation worker stopped: ${reason}.`,
                details: {},
              }
            : unavailable(reason),
        ),
    });
    this.#slots.add(slot);
    return slot;
  }

  #hear(slot: Slot, message: FromWorker): void {
    if (!this.#slots.has(slot)) return;
    if (message.type === 'ready') {
      slot.ready = true;
      this.#starts.succeeded();
      if (slot.entry) this.#watch(slot);
      else clearTimeout(slot.timer);
      // Others may have waited for how this start goes.
      this.#dispatch();
      return;
    }
    const { entry } = slot;
    if (!entry || message.job !== entry.id) return; // A late word about a job that is over.
    slot.accepted = true;
    const over = message.type === 'done' || message.type === 'failed' || message.type === 'cancelled';
    if (over) this.#free(slot);
    else if (!slot.cancelled) this.#watch(slot);
    if (!slot.cancelled || over) this.#tell(entry, message);
    if (over) {
      this.#dispatch();
      this.#tellBusy();
    }
  }

  /** After a cancel the promise is settled, and parts are no longer passed on. */
  #tell(entry: Entry, message: FromWorker): void {
    if (message.type === 'part') entry.onPart(message.part);
    else if (message.type === 'done') entry.resolve(message.result);
    else if (message.type === 'failed') entry.reject(new JobError(message.error));
    else if (message.type === 'cancelled') entry.reject(new JobCancelled());
  }

  #cancel(entry: Entry): void {
    entry.reject(new JobCancelled());
    this.#queue.remove(entry);
    this.#tellBusy();
    const slot = [...this.#slots].find((s) => s.entry === entry);
    if (!slot || slot.cancelled) return;
    slot.cancelled = true;
    slot.link.send({ type: 'cancel', job: entry.id });
    this.#watch(slot);
  }

  /** Starts the wait for the worker's next sign of life; the limit depends on what is expected. */
  #watch(slot: Slot): void {
    clearTimeout(slot.timer);
    const { readyWithin, acceptWithin, silentFor, cancelWithin } = this.#limits;
    // A worker whose code is still loading can react to nothing, and is not thrown away for it.
    const limit = !slot.ready
      ? readyWithin
      : slot.cancelled
        ? cancelWithin
        : slot.accepted
          ? silentFor
          : acceptWithin;
    slot.timer = setTimeout(() => {
      const hung = slot.accepted && !slot.cancelled;
      this.#lose(slot, {
        code: hung ? 'worker-hung' : 'worker-crashed',
        message: `The simulation worker gave no sign of life for ${limit / 1000} s.`,
        details: { seconds: limit / 1000 },
      });
    }, limit);
  }

  #free(slot: Slot): void {
    clearTimeout(slot.timer);
    slot.entry = undefined;
  }

  #remove(slot: Slot): void {
    this.#free(slot);
    this.#slots.delete(slot);
    slot.link.terminate();
  }

  /** The worker is gone or must go; what it was doing fails, or is sent once more where it never arrived. */
  #lose(slot: Slot, failure: JobFailure): void {
    if (!this.#slots.has(slot)) return;
    const { entry, cancelled, accepted, ready, epoch } = slot;
    this.#remove(slot);
    if (!ready) this.#starts.failed(epoch);
    // Begun before the network was back: that it failed is no news.
    const early = !ready && epoch < this.#starts.epoch;
    if (entry && !cancelled) {
      if ((ready || early) && !accepted && !entry.resent) {
        entry.resent = true;
        entry.onRestart();
        this.#queue.addFirst(entry);
      } else {
        entry.reject(new JobError(failure));
      }
    }
    this.#dispatch();
    this.#tellBusy();
  }
}

const unavailable = (reason: string): JobFailure => ({
  code: 'worker-unavailable',
  message: `The simulation worker could not be loaded: ${reason}.`,
  details: {},
});

const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
