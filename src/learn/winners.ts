/** Many runs, and the setting that each would hand in: what was reported of it, and what it is truly worth. */
import { FLAG, type RunRecord, type Study } from '#core/study/types.ts';
import { runOne } from '#core/study/run-study.ts';
import { studyOf } from './counting.ts';
import type { WinnersFigure } from './figures.ts';

type Asked = Pick<WinnersFigure, 'lab' | 'of' | 'repeats'>;

export const winnersStudy = ({ lab, of, repeats }: Asked): Study =>
  studyOf({ kind: 'share', lab, of, against: [], repeats, placed: 'fixed' });

/** What a run holds after so many of its trials; entry i is after i + 1. */
export interface Winners {
  /** Observed of the setting that looked best. */
  reported: Float64Array;
  /** Its true value. */
  worth: Float64Array;
  /** The lowest true value among the settings tried. */
  best: Float64Array;
}
export function winnersIn({ y, value, best, flags }: RunRecord): Winners {
  const made = {
    reported: new Float64Array(y.length),
    worth: new Float64Array(y.length),
    best: Float64Array.from(best),
  };
  let [lowest, worth] = [Infinity, NaN];
  for (let i = 0; i < y.length; i++) {
    if (y[i] < lowest && (flags[i] & FLAG.infeasible) === 0) [lowest, worth] = [y[i], value[i]];
    made.reported[i] = lowest;
    made.worth[i] = worth;
  }
  return made;
}

const kept = new Map<string, Winners[]>();
/** The first runs, each made once: for facts. */
export function winnersOf(figure: Asked, count = figure.repeats): Winners[] {
  const study = winnersStudy(figure);
  const key = JSON.stringify({ ...study, repeats: 0 });
  const made = kept.get(key) ?? [];
  kept.set(key, made);
  while (made.length < count)
    made.push(winnersIn(runOne(study, { problem: 0, strategy: 0, repeat: made.length }, () => 0)));
  return made.slice(0, count);
}

export interface Reports {
  reported: Float64Array;
  worth: Float64Array;
  /** Shares of the runs: reported lower than it is worth; not the best of those that were tried. */
  tooLow: number;
  wrong: number;
  /** By how much, on average: worth − reported. */
  by: number;
}
/** After so many trials. */
export function reportsAt(runs: readonly Winners[], trials: number): Reports {
  const reported = Float64Array.from(runs, (run) => run.reported[trials - 1]);
  const worth = Float64Array.from(runs, (run) => run.worth[trials - 1]);
  const share = (test: (i: number) => boolean) => runs.filter((_, i) => test(i)).length / runs.length;
  return {
    ...{ reported, worth },
    tooLow: share((i) => reported[i] < worth[i]),
    wrong: share((i) => worth[i] > runs[i].best[trials - 1]),
    by: worth.reduce((sum, value, i) => sum + value - reported[i], 0) / runs.length,
  };
}
