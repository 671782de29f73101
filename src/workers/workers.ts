/**
 * The one owner of the page's workers. Each kind of work has a lane of its own, so that none waits for another that it has
 * nothing to do with; what is on screen goes first, and what goes on behind it makes room meanwhile.
 */
import { spawnSimulationWorker, type SpawnWorker } from './client.ts';
import { WorkerPool, poolSize } from './pool.ts';
import { whenRefused } from './pool/refused.ts';

const cores = (): number => globalThis.navigator?.hardwareConcurrency ?? 2;
const everyCore = (): number => Math.max(2, cores());

/** How many workers each kind of work has, and why where it is not the usual number. */
const SIZES = {
  /** The Lab's runs. */
  runs: poolSize,
  /** Few and small; of their own, so that pictures never wait for runs. */
  pictures: () => 1,
  /** Certified minima: asked for one at a time, by whatever opens a scenario. */
  formulas: () => 1,
  /** A table that is being read. */
  tables: () => 1,
  /** A second worker takes over while the first one is being interrupted. */
  diagnosis: () => 2,
  /** Fatal step and phase diagrams: the diagnosis never waits for them. */
  assumptions: poolSize,
  /** All cores: while a study runs, the page itself has little to do. */
  arena: everyCore,
  /** The curse of dimension. */
  dimensions: poolSize,
  /** Results of a class, and the landscape that it searched. */
  class: () => 1,
  /** What chapters count before the reader's eyes. */
  learn: poolSize,
  /** Strategies on the problem that was played: nothing else goes on meanwhile. */
  play: everyCore,
} satisfies Record<string, () => number>;

export type LaneName = keyof typeof SIZES;

export class Workers {
  readonly #spawn: SpawnWorker;
  readonly #lanes = new Map<LaneName, WorkerPool>();
  #front: readonly LaneName[] = [];
  readonly #waiting = new Set<() => void>();
  #held = false;
  #spared = false;
  #disposed = false;
  #refused = false;
  #onRefused = (): void => {};

  constructor({ spawn = spawnSimulationWorker }: { spawn?: SpawnWorker } = {}) {
    this.#spawn = spawn;
    whenRefused(() => {
      this.#refused = true;
      this.#onRefused();
    });
  }

  /** @param tell called as soon as the browser refuses workers, also where it has done so already */
  onRefused(tell: () => void): void {
    this.#onRefused = tell;
    if (this.#refused) tell();
  }

  /** The workers for a kind of work: always the same ones. They are started when the first job comes. */
  lane(name: LaneName): WorkerPool {
    let pool = this.#lanes.get(name);
    if (!pool) {
      pool = new WorkerPool({ size: SIZES[name](), spawn: this.#spawn });
      pool.onBusy = () => this.#share();
      pool.held = this.#held;
      this.#lanes.set(name, pool);
      if (this.#disposed) pool.dispose();
      this.#share();
    }
    return pool;
  }

  /** Resolves when none of them has anything to do. */
  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.add(resolve);
      this.#tell();
    });
  }
  #tell(): void {
    if ([...this.#lanes.values()].some(({ busy }) => busy)) return;
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }

  /** What is on screen goes first: while it works, every other lane has one worker at most. None: all are equal. */
  front(...names: LaneName[]): void {
    this.#front = names;
    this.#share();
  }

  /** Jobs wait for that, whatever comes of it: whoever begins needs the cores for something else first. */
  hold(until: Promise<unknown>): void {
    const set = (held: boolean) => {
      this.#held = held;
      for (const pool of this.#lanes.values()) pool.held = held;
    };
    set(true);
    void until.catch(() => {}).then(() => set(false));
  }

  /** One core is left to the page until then: while it comes it has much to do, and two that work on two cores take all its time. */
  spare(until: Promise<unknown>): void {
    const set = (spared: boolean) => {
      this.#spared = spared;
      this.#share();
    };
    set(true);
    void until.catch(() => {}).then(() => set(false));
  }

  /** Stops every worker; open jobs are cancelled. */
  dispose(): void {
    this.#disposed = true;
    for (const pool of this.#lanes.values()) pool.dispose();
  }

  #share(): void {
    const urgent = this.#front.some((name) => this.#lanes.get(name)?.busy);
    for (const [name, pool] of this.#lanes) {
      const most = this.#spared ? Math.max(1, cores() - 1) : pool.size;
      const width = urgent && !this.#front.includes(name) ? 1 : Math.min(pool.size, most);
      if (pool.width !== width) pool.width = width;
    }
    this.#tell();
  }
}
