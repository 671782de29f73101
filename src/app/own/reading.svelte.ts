/** Reading what was entered in a worker: the page goes on, the latest question wins, and a stop stops it. */
import type { ReadResult, TableReading as Reading, Wanted } from '#core/objectives/own/index.ts';
import type { ParamValues } from '#core/params.ts';
import type { Message } from '#core/types.ts';
import { JobCancelled } from '#workers/client.ts';
import type { Job, WorkerPool } from '#workers/pool.ts';
import { errorMessage } from '../shared/errors.ts';
import type { Formulas } from '../opening/formulas.ts';

/** A table of trials. */
export class TableReading {
  #table = $state.raw<Reading | undefined>(undefined);
  #problem = $state.raw<Message | undefined>(undefined);
  #busy = $state(false);
  #job: Job<ReadResult> | undefined;
  readonly #pool: WorkerPool;

  /** @param pool its workers are let go when nothing is read any more */
  constructor(pool: WorkerPool) {
    this.#pool = pool;
  }

  /** What was read; of the question before, while one is open. */
  get table(): Reading | undefined {
    return this.#table;
  }
  get problem(): Message | undefined {
    return this.#problem;
  }
  get busy(): boolean {
    return this.#busy;
  }

  /** @returns the table; undefined where it is refused, or another question came first */
  async read(file: Blob, wanted: Wanted | null): Promise<Reading | undefined> {
    this.stop();
    this.#busy = true;
    const job = this.#pool.ask('table', { file, ...(wanted && { wanted }) });
    this.#job = job;
    try {
      const read = await job.result;
      if (this.#job !== job) return undefined;
      this.#problem = 'problem' in read ? read.problem : undefined;
      if (!('problem' in read)) this.#table = read;
      else if (!wanted) this.#table = undefined;
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
    this.#pool.release();
  }
}

/** A formula, on its way from what was typed to what is in force. */
export class FormulaReading {
  #job: Job<Message | undefined> | undefined;
  readonly #formulas: Pick<Formulas, 'learn'>;

  constructor(reader: Pick<Formulas, 'learn'>) {
    this.#formulas = reader;
  }

  /** @returns why it is refused, if it is; undefined where another question came first */
  async read(params: ParamValues): Promise<{ refused: Message | undefined } | undefined> {
    this.stop();
    const job = this.#formulas.learn(params);
    this.#job = job;
    try {
      const refused = await job.result;
      return this.#job === job ? { refused } : undefined;
    } catch {
      return undefined; // Given up.
    }
  }

  /** Gives up what is being read. */
  stop(): void {
    this.#job?.cancel();
    this.#job = undefined;
  }
}
