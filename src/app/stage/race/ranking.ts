/** Who is ahead at a trial, by the lowest feasible true value, of those that have come to it. */
import type { Trial } from '#core/types.ts';

export interface Standing {
  id: string;
  /** 1-based; equal values share a rank. null: nothing found yet, or {@link behind}. */
  rank: number | null;
  tied: boolean;
  best: number | null;
  /** best − true minimum. */
  regret: number | null;
  /** 1-based number of the trial that found it. */
  found: number | null;
  /** What it has found by this trial is not known: it is being computed, or was stopped before. */
  behind: boolean;
}

export interface Ranked {
  id: string;
  trials: readonly Trial[];
  /** It has not ended: nothing is known after the last of its trials. */
  open?: boolean;
}

/** @param optimum the true minimum's value */
export function ranking(runs: readonly Ranked[], t: number, optimum: number): Standing[] {
  const standings = runs.map(({ id, trials, open = false }): Standing => {
    const behind = open && trials.length < t;
    const best = behind ? null : (trials[Math.min(t, trials.length) - 1]?.best ?? null);
    return {
      id,
      behind,
      rank: null,
      tied: false,
      best,
      // A minimum found numerically may be missed by its tolerance, on either side.
      regret: best === null ? null : Math.max(0, best - optimum),
      found: best === null ? null : trials.findIndex((trial) => trial.best === best) + 1,
    };
  });
  standings.sort((a, b) => (a.best ?? Infinity) - (b.best ?? Infinity) || 0);
  for (const standing of standings) {
    if (standing.best === null) continue;
    standing.rank =
      1 + standings.filter((other) => other.best !== null && other.best < standing.best!).length;
    standing.tied = standings.some((other) => other !== standing && other.best === standing.best);
  }
  return standings;
}
