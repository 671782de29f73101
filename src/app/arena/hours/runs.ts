/**
 * The runs behind the wall-clock section: those that are wanted go through the pool in the order in which they are
 * wanted, those that no longer are give way, and what is finished is kept for a while.
 */
import { runScenario } from '#core/study/run-study.ts';
import { scheduledTrials, type ScheduledTrial } from '#core/study/schedule.ts';
import type { Study, StudyStrategy } from '#core/study/types.ts';
import type { Message, Scenario } from '#core/types.ts';
import { launchRun, type Launched } from '#workers/launch.ts';
import type { WorkerPool } from '#workers/pool.ts';
import { awaitsNetwork, errorMessage } from '../../shared/errors.ts';

export type RunStatus = 'waiting' | 'running' | 'done' | 'failed';

/** Changes as it goes on; only finished ones have all their trials and a time of thinking. */
export interface HoursRun {
  readonly strategy: StudyStrategy;
  readonly scenario: Scenario;
  status: RunStatus;
  trials: ScheduledTrial[];
  thinkingSeconds: number;
  error?: Message | undefined;
}

/** Trials of runs that are kept though nobody wants them. */
const KEPT = 100_000;

export class HoursRuns {
  readonly #pool: WorkerPool;
  readonly #onchange: (run: HoursRun) => void;
  /** By everything that a run depends on; in order of use, oldest first. */
  readonly #known = new Map<string, HoursRun>();
  readonly #launched = new Map<HoursRun, Launched>();
  #wanted: ReadonlySet<HoursRun> = new Set();
  #urgent: ReadonlySet<HoursRun> = new Set();
  #queue: HoursRun[] = [];

  /** @param onchange a run has got further, has finished or has failed */
  constructor(pool: WorkerPool, onchange: (run: HoursRun) => void) {
    this.#pool = pool;
    this.#onchange = onchange;
    pool.onAgain(() => this.#repeat(({ error }) => awaitsNetwork(error)));
  }

  /** One repeat of every strategy on a problem: known runs, or new ones, which wait until they are wanted. */
  of(study: Study, problem: number, repeat: number): HoursRun[] {
    return study.strategies.map((entrant, strategy) => {
      const scenario = runScenario(study, { problem, strategy, repeat });
      const key = JSON.stringify([entrant.name, scenario]);
      const run: HoursRun = this.#known.get(key) ?? {
        strategy: entrant,
        scenario,
        status: 'waiting',
        trials: [],
        thinkingSeconds: NaN,
      };
      this.#known.delete(key);
      this.#known.set(key, run);
      return run;
    });
  }

  /** These, and no others, from now on; they start with {@link start}. The urgent ones go first, before a study's. */
  want(urgent: readonly HoursRun[], others: readonly HoursRun[] = []): void {
    this.#urgent = new Set(urgent);
    this.#wanted = new Set([...urgent, ...others]);
    for (const run of [...this.#launched.keys()]) if (!this.#wanted.has(run)) this.#drop(run);
    this.#forget();
    this.#queue = [...this.#wanted].filter(({ status }) => status === 'waiting');
  }

  /** Nobody looks: none is wanted, and only what was on screen is kept for whoever may come back. */
  leave(): void {
    const shown = this.#urgent;
    this.want([]);
    this.#forget(0, shown);
  }

  /** Each worker has its next run waiting, and no more: what is no longer wanted has not been sent. */
  start(): void {
    while (this.#launched.size < this.#pool.size * 2) {
      const run = this.#queue.shift();
      if (!run) return;
      this.#launch(run);
    }
  }

  /** Runs again what has failed. */
  retry(): void {
    this.#pool.tryAgain();
    this.#repeat(() => true);
  }
  #repeat(which: (run: HoursRun) => boolean): void {
    const failed = [...this.#wanted].filter((run) => run.status === 'failed' && which(run));
    if (failed.length === 0) return;
    failed.forEach(reset);
    this.want([...this.#urgent], [...this.#wanted]);
    this.start();
  }

  /**
   * @param spare trials that are kept, of the runs that were used last
   * @param kept finished runs that are kept whatever they have
   */
  #forget(spare = KEPT, kept: ReadonlySet<HoursRun> = new Set()): void {
    for (const [key, run] of [...this.#known].reverse()) {
      if (this.#wanted.has(run) || (kept.has(run) && run.status === 'done')) continue;
      spare -= run.trials.length;
      if (run.status !== 'done' || spare < 0) this.#known.delete(key);
    }
  }

  #launch(run: HoursRun): void {
    run.status = 'running';
    const { scenario } = run;
    let arrived: ScheduledTrial[] = [];
    const over = (outcome: Partial<HoursRun>) => {
      Object.assign(run, outcome);
      this.#launched.delete(run);
      this.#onchange(run);
      this.start();
    };
    this.#launched.set(
      run,
      launchRun(this.#pool, scenario, scenario.strategies[0], {
        priority: this.#urgent.has(run) ? 1 : 0,
        onTrials: (fresh) => {
          arrived.push(...scheduledTrials(fresh));
          run.trials = arrived;
          this.#onchange(run);
        },
        onRestart: () => (arrived = []),
        onDone: ({ thinkingSeconds }) => over({ status: 'done', trials: arrived, thinkingSeconds }),
        onFailed: (error) => over({ status: 'failed', trials: [], error: errorMessage(error) }),
        onGone: () => over(UNTOUCHED),
      }),
    );
  }

  /** Cancels a run's job; whatever it still sends is ignored. */
  #drop(run: HoursRun): void {
    this.#launched.get(run)?.cancel();
    this.#launched.delete(run);
    reset(run);
  }
}

const UNTOUCHED: Partial<HoursRun> = { status: 'waiting', trials: [], error: undefined };

function reset(run: HoursRun): void {
  Object.assign(run, UNTOUCHED, { trials: [] });
}
