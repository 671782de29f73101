/** A run of one rule as its chart takes it: hyperparameter values along the dimension that is looked along. */
import { formatNumber } from '#charts/format.ts';
import type { Interval, Ladder, Optimum as Marked, Rung, Sample } from '#charts/types.ts';
import type { RuleRun } from '#core/assumptions/fatal-runs.ts';
import { turned } from '#core/sense.ts';
import { toValue, type Space } from '#core/space.ts';
import { turnedTrial } from '#core/trace/turned.ts';
import type { BracketView, Optimum, Sense, Trial, View } from '#core/types.ts';
import { bracketInterval, samplesOf } from '../../stage/panel/panel-data.ts';
import { place } from '../../stage/panel/landscape.ts';

/** Rungs that a ladder has room for. */
const MOST_RUNGS = 14;

export interface RulePicture {
  samples: Sample[];
  /** The trial at which the minimum went, and the others that it was compared with. */
  current: number | null;
  together: number[];
  bracket: Interval | null;
  ladder: Ladder | undefined;
  optima: Marked[];
}

export interface PictureWords {
  ladder: string;
  /** Beside the rung that lost the minimum. */
  note: string | undefined;
  describe: (trial: Trial) => string;
  optimum: string;
}

/** A run with its values in the objective's own sense. */
export const turnedRun = (run: RuleRun, sense: Sense): RuleRun =>
  sense === 'minimise'
    ? run
    : {
        ...run,
        trials: run.trials.map((trial) => turnedTrial(trial, sense)),
        line: { x: run.line.x, y: run.line.y.map((y) => turned(y, sense)) },
      };

/** The moment that is shown: right after the fatal cut, else the end. */
export function pictureOf(run: RuleRun, optimum: Optimum, space: Space, words: PictureWords): RulePicture {
  const { trials, fatal, axis } = run;
  const { dimensions } = space;
  const shown = fatal?.trial ?? trials.length;
  const view = bracketAfter(run, shown);
  const onLine = trials.slice(0, shown).filter(isOnLine(run));
  const asSamples = samplesOf(onLine, words.describe);
  return {
    // The chart has one axis.
    samples: asSamples.map((sample, i) => ({
      ...sample,
      description: words.describe(onLine[i]),
      x: [sample.x[axis]],
    })),
    current: fatal?.trial ?? null,
    together: fatal?.compared.map(({ trial }) => trial) ?? [],
    bracket: view ? bracketInterval(view, dimensions, axis) : null,
    ladder: ladderOf(run, space, words),
    // Equally good places may differ in other hyperparameters only.
    optima: [...new Set(optimum.at.map((x) => x[axis]))].map((x) => ({
      x: [x],
      y: valueOn(run, x),
      description: words.optimum,
    })),
  };
}

const bracketAfter = ({ trials, closing }: RuleRun, shown: number): BracketView | undefined => {
  const view: View | undefined = trials[shown]?.view ?? closing?.view;
  return view?.kind === 'bracket' ? view : undefined;
};

/** Whether a trial lies on the line that is drawn: all other hyperparameters as at the moment that is shown. */
function isOnLine({ trials, fatal, axis }: RuleRun): (trial: Trial) => boolean {
  const last = fatal ? trials[fatal.trial - 1] : trials[trials.at(-1)?.incumbent ?? -1];
  return ({ unit }) => !last || unit.every((u, j) => j === axis || u === last.unit[j]);
}

/** The true value on the line, at its nearest point. */
function valueOn({ line }: RuleRun, x: number): number {
  let nearest = 0;
  for (let i = 1; i < line.x.length; i++) {
    if (Math.abs(line.x[i] - x) < Math.abs(line.x[nearest] - x)) nearest = i;
  }
  return line.y[nearest];
}

function ladderOf(run: RuleRun, space: Space, words: PictureWords): Ladder | undefined {
  const { trials, closing, axis, fatal } = run;
  const dimension = space.dimensions[axis];
  const rungs: Rung[] = [];
  /** @param index of the trial that found this bracket: the fatal one’s cut is seen by the next. */
  const add = (view: View | undefined, number: number, index: number) => {
    if (view?.kind !== 'bracket') return;
    const [lo, hi] = [place(dimension, view.lo[axis]), place(dimension, view.hi[axis])];
    const before = rungs.at(-1);
    if (before && before.lo === lo && before.hi === hi) return;
    const kept = !fatal || index < fatal.trial;
    const first = !kept && (!before || before.holds);
    rungs.push({
      number,
      lo,
      hi,
      holds: kept,
      ...(first && words.note !== undefined && { note: words.note }),
    });
  };
  for (const { view, index } of trials) add(view, index + 1, index);
  add(closing?.view, trials.length, trials.length);
  if (rungs.length === 0) return undefined;
  const kept = keptRungs(rungs);
  return { label: words.ladder, rungs: kept, slots: MOST_RUNGS };
}

/** Of many rungs the first ones and the last; and the one that lost the minimum, with the one before it. */
function keptRungs(rungs: readonly Rung[]): Rung[] {
  if (rungs.length <= MOST_RUNGS) return [...rungs];
  const lost = rungs.findIndex(({ holds }) => !holds);
  const wanted = new Set([lost - 1, lost, rungs.length - 1].filter((i) => i >= 0));
  for (let i = 0; wanted.size < MOST_RUNGS; i++) wanted.add(i);
  return rungs.filter((_, i) => wanted.has(i));
}

/** How wide what is left is, in hyperparameter values; of integers, how many. */
export function widthLeft(run: RuleRun, space: Space): string {
  const view = bracketAfter(run, run.trials.length);
  if (!view) return '–';
  const { lo, hi } = bracketInterval(view, space.dimensions, run.axis);
  return formatNumber(hi - lo, 2);
}

export const valueOf = (unit: number, space: Space, axis: number): number =>
  toValue(space.dimensions[axis], unit);
