/** Reading a table of trials in a worker: the page goes on, the latest question wins, and a stop stops it. */
import type { CsvChoice, CsvTable } from '../../core/objectives/own/index.ts';
import type { Message } from '../../core/types.ts';
import { JobCancelled } from '../../workers/client.ts';
import { WorkerPool, type Job } from '../../workers/pool.ts';
import { errorMessage } from './errors.ts';

export class TableReading {
  #table = $state.raw<CsvTable | undefined>(undefined);
  #problem = $state.raw<Message | undefined>(undefined);
  #busy = $state(false);
  #job: Job<CsvTable | { problem: Message }> | undefined;
  #pool: WorkerPool | undefined;
  readonly #makePool: () => WorkerPool;

  constructor(makePool = () => new WorkerPool({ size: 1 })) {
    this.#makePool = makePool;
  }

  /** What was read; of the question before, while one is open. */
  get table(): CsvTable | undefined {
    return this.#table;
  }
  get problem(): Message | undefined {
    return this.#problem;
  }
  get busy(): boolean {
    return this.#busy;
  }

  /** @returns the table; undefined where it is refused, or another question came first */
  async read(file: Blob, choice: CsvChoice | null): Promise<CsvTable | undefined> {
    this.stop();
    this.#pool ??= this.#makePool();
    this.#busy = true;
    const job = this.#pool.ask('table', { file, ...(choice && { choice }) });
    this.#job = job;
    try {
      const read = await job.result;
      if (this.#job !== job) return undefined;
      this.#problem = 'problem' in read ? read.problem : undefined;
      if (!('problem' in read)) this.#table = read;
      else if (!choice) this.#table = undefined;
      return 'problem' in read ? undefined : read;
    } catch (error) {
      if (this.#job === job && !(error instanceof JobCancelled)) this.#problem = errorMessage(error);
      return undefined;
    } finally {
      if (this.#job === job) this.#busy = false;
    }
  }

  /** Gives up what is being read. */
  stop(): void {
    this.#job?.cancel();
    this.#job = undefined;
    this.#busy = false;
  }

  /** Forgets what was read. */
  clear(): void {
    this.stop();
    this.#table = undefined;
    this.#problem = undefined;
  }

  dispose(): void {
    this.stop();
    this.#pool?.dispose();
    this.#pool = undefined;
  }
}
