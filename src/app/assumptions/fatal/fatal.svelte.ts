/* eslint-disable svelte/prefer-svelte-reactivity -- the map here is bookkeeping that nothing on screen reads */
/**
 * The state of the section on the fatal step: one run of every rule of binary search, and in how many of a thousand the
 * minimum is thrown away. Both follow the scenario while its dials are being turned.
 */
import { untrack } from 'svelte';
import {
  addFatalCounts,
  FATAL_RUNS,
  noFatalCounts,
  runsWorthMaking,
  spreadOf,
  type FatalCounts,
  type FatalQuestion,
} from '#core/assumptions/fatal-share.ts';
import type { FatalRuns, FatalRunsQuestion } from '#core/assumptions/fatal-runs.ts';
import type { Message, Scenario } from '#core/types.ts';
import { JobCancelled } from '#workers/client.ts';
import type { WorkerPool } from '#workers/pool.ts';
import { awaitsNetwork, errorMessage } from '../../shared/errors.ts';
import { Latest, type Telling, type Work } from '../../pacing/latest.ts';

/** `working`: what is on screen may still be that of an earlier question, or part of it. */
export type FatalStatus = 'idle' | 'working' | 'done' | 'failed';

export interface FatalOptions {
  pool: WorkerPool;
  /** Of each rule. */
  runs?: number;
}

interface Questions {
  runs: FatalRunsQuestion;
  share: FatalQuestion;
}

export class Fatal {
  #runs = $state.raw<{ question: FatalRunsQuestion; answer: FatalRuns } | undefined>(undefined);
  #runsError = $state.raw<Message | undefined>(undefined);
  #tally = $state.raw<{ question: FatalQuestion; counts: FatalCounts } | undefined>(undefined);
  #asked = $state.raw<Questions | undefined>(undefined);
  #status = $state<FatalStatus>('idle');
  #error = $state.raw<Message | undefined>(undefined);

  readonly #pool: WorkerPool;
  readonly #size: number;
  readonly #stopHoping: () => void;
  readonly #latestRuns = new Latest<FatalRunsQuestion>((question, tell) => this.#run(question, tell));
  readonly #latestShare = new Latest<FatalQuestion>((question, tell) => this.#count(question, tell));

  constructor({ pool, runs = FATAL_RUNS }: FatalOptions) {
    this.#pool = pool;
    this.#size = runs;
    this.#stopHoping = pool.onAgain(() => {
      if (awaitsNetwork(this.#error) || awaitsNetwork(this.#runsError)) this.#askAgain();
    });
  }

  /** One run of each rule, with the scenario that they are of: for a moment the one before. */
  get runs(): { question: FatalRunsQuestion; answer: FatalRuns } | undefined {
    return this.#runs;
  }
  /** Why the runs could not be made. */
  get runsError(): Message | undefined {
    return this.#runsError;
  }
  /** What has been counted, with its question. */
  get tally(): { question: FatalQuestion; counts: FatalCounts } | undefined {
    return this.#tally;
  }
  get status(): FatalStatus {
    return this.#status;
  }
  get error(): Message | undefined {
    return this.#error;
  }
  /** The counts on screen are of the scenario on screen. */
  get current(): boolean {
    return this.#tally !== undefined && this.#tally.question === this.#asked?.share;
  }

  /** Looks at this scenario; called at every change, also where nothing has changed that matters here. */
  adopt(scenario: Scenario): void {
    // As text: all of it is read where changes are watched, and what goes to a worker is plain data.
    const text = JSON.stringify(questionsOf(scenario, this.#size));
    untrack(() => {
      if (text !== JSON.stringify(this.#asked)) this.#begin(JSON.parse(text) as Questions);
    });
  }

  /** After a failure: asks again. */
  retry(): void {
    this.#pool.tryAgain();
    if (this.#error || this.#runsError) this.#askAgain();
  }
  #askAgain(): void {
    if (this.#asked) this.#begin(structuredClone(this.#asked));
  }

  dispose(): void {
    this.#stopHoping();
    this.#latestRuns.stop();
    this.#latestShare.stop();
  }

  #begin(asked: Questions): void {
    this.#asked = asked;
    this.#status = 'working';
    this.#error = this.#runsError = undefined;
    this.#latestRuns.ask(asked.runs);
    this.#latestShare.ask(asked.share);
  }

  #run(question: FatalRunsQuestion, { over }: Telling): Work {
    // Before the counting: it is soon done.
    const job = this.#pool.ask('fatal-runs', question, { priority: 1 });
    job.result
      .then(
        (answer) => {
          this.#runs = { question, answer };
          this.#runsError = undefined;
        },
        (error: unknown) => {
          if (!(error instanceof JobCancelled)) this.#runsError = errorMessage(error);
        },
      )
      .finally(over);
    return job;
  }

  /** Shares of the runs, as many as there are workers. */
  #count(question: FatalQuestion, { shown, over }: Telling): Work {
    const parts = new Map<number, FatalCounts>();
    const take = (first: number, counts: FatalCounts) => {
      parts.set(first, counts);
      const all = [...parts.values()].reduce(addFatalCounts, noFatalCounts(question.budget));
      this.#tally = { question, counts: all };
      if (all.runs === question.runs) this.#status = 'done';
      shown();
    };
    const jobs = sharesOf(question.runs, this.#pool.size).map(({ first, count }) => {
      const onPart = (counts: FatalCounts) => take(first, counts);
      const job = this.#pool.ask('fatal', { ...question, first, count }, { onPart });
      return { cancel: job.cancel, over: job.result.then(onPart) };
    });
    // Those that wait first, or a worker that is set free begins them.
    const cancel = () => jobs.toReversed().forEach((job) => job.cancel());
    void Promise.all(jobs.map((job) => job.over))
      .catch((error: unknown) => {
        if (error instanceof JobCancelled) return;
        cancel();
        // Overtaken by another question, whose answer is waited for.
        if (this.#asked?.share !== question) return;
        this.#error = errorMessage(error);
        this.#status = 'failed';
      })
      .finally(over);
    return { cancel };
  }
}

function questionsOf({ objective, noise, budget, seed, repeat, strategies }: Scenario, size: number) {
  const settings = { ...strategies.find(({ id }) => id === 'binary')?.params };
  delete settings.rule;
  const share = { objective, noise, budget, seed, settings };
  return {
    runs: { scenario: { objective, noise, budget, seed, repeat }, settings },
    share: { ...share, runs: runsWorthMaking(spreadOf(share), size) },
  };
}

function sharesOf(runs: number, workers: number): { first: number; count: number }[] {
  const size = Math.ceil(runs / workers);
  const shares: { first: number; count: number }[] = [];
  for (let first = 0; first < runs; first += size)
    shares.push({ first, count: Math.min(size, runs - first) });
  return shares;
}
