/** One strategy's run in a worker. The one way to start it: for the Lab, for hours, for whatever shows runs. */
import type { Choice, Scenario, Trial } from '#core/types.ts';
import { JobCancelled } from './client.ts';
import type { WorkerPool } from './pool.ts';
import type { Result } from './protocol.ts';

export interface LaunchOptions {
  /** Against what else the pool is asked for; default 0. */
  priority?: number;
  /** More trials have come. */
  onTrials: (fresh: readonly Trial[]) => void;
  /** Its worker was lost: it is being run again, from its first trial. */
  onRestart: () => void;
  onDone: (end: Result<'run'>) => void;
  /** Not called for one that was cancelled by the pool itself; see `onGone`. */
  onFailed: (error: unknown) => void;
  /** The pool gave it up: nothing came of it, and nothing is wrong with it. By default a failure. */
  onGone?: () => void;
}

export interface Launched {
  /** Gives it up; nothing more is heard of it. */
  cancel: () => void;
}

export function launchRun(
  pool: WorkerPool,
  scenario: Scenario,
  strategy: Choice,
  { priority = 0, onTrials, onRestart, onDone, onFailed, onGone }: LaunchOptions,
): Launched {
  let live = true;
  const job = pool.ask(
    'run',
    { scenario, strategy },
    {
      priority,
      onPart: (trials) => live && onTrials(trials),
      onRestart: () => live && onRestart(),
    },
  );
  job.result.then(
    (end) => {
      if (!live) return;
      live = false;
      onDone(end);
    },
    (error: unknown) => {
      if (!live) return;
      live = false;
      if (onGone && error instanceof JobCancelled) onGone();
      else onFailed(error);
    },
  );
  return {
    cancel() {
      live = false;
      job.cancel();
    },
  };
}
