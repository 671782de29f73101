/** What the stage shows: one run of a scenario. The Lab is one; whoever mounts the stage brings one. */
import type { Problem, Scenario, TraceFile } from '#core/types.ts';
import type { Clock } from './clock/clock.svelte.ts';
import type { RunState } from './runs.svelte.ts';

export interface Staged {
  readonly scenario: Scenario;
  /** The scenario's objective with its parameters fixed. */
  readonly problem: Problem;
  /** One per strategy, by strategy id, in the scenario's order. */
  readonly runs: Record<string, RunState>;
  /** The trial that panels show, as far as their runs have come. */
  readonly clock: Clock;
  /** A file that is shown instead of a run. */
  readonly replayed: TraceFile | null;
  /** Nobody sees it, and no key is for it: it is photographed. */
  readonly apart?: boolean;
  /** Takes the reader's own trials, all of them, where these can be placed here. */
  place?: (points: number[][]) => void;
  /** Runs one failed or cancelled strategy again. */
  retry: (strategy: string) => void;
}
