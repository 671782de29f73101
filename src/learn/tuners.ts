/**
 * Classes of simulated tuners, for `tuners` figures: all of them tune the same problem by trial and error, with different
 * experience and different luck. The same in the page's workers, in the facts and in their tests.
 *
 * A tuner is a run of `babysit`. Its number is its repeat, so that no two share their luck, and that anybody can open it in
 * the Lab: class c has the tuners c · n … c · n + n − 1; within a class they are in the order of levels.
 */
import { readStudy } from '#core/study/read-study.ts';
import { runOne } from '#core/study/run-study.ts';
import { FLAG, type RunKey, type RunRecord, type Study } from '#core/study/types.ts';
import { scenarioOf } from './counting.ts';
import type { TunersFigure } from './figures.ts';

type Asked = Pick<TunersFigure, 'lab' | 'levels' | 'each' | 'classes'>;

/** What is kept of a tuner, in the objective's units. */
export interface Tuner {
  /** Index of the level of experience. */
  level: number;
  /** True error of the setting that has looked best so far; entry i is after i + 1 trials. NaN while there is none. */
  held: Float64Array;
}
export type TunerClass = readonly Tuner[];

/** Tuners in a class. */
export const sizeOf = ({ levels, each }: Pick<Asked, 'levels' | 'each'>): number => levels.length * each;

/** @throws {Error} where the figure does not make one */
export function tunersStudy(figure: Asked): Study {
  const { objective, noise, budget, seed } = scenarioOf(figure.lab);
  const read = readStudy({
    problems: [{ objective, noise }],
    strategies: figure.levels.map((experience, i) => ({
      id: 'babysit',
      params: { experience },
      name: `${i}`,
    })),
    ...{ budget, seed, repeats: 1 },
  });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return { ...read.study, repeats: figure.classes * sizeOf(figure) };
}

/** The runs of some classes, class by class. @param to exclusive */
export function tunerKeys(figure: Asked, from: number, to: number): RunKey[] {
  const size = sizeOf(figure);
  return Array.from({ length: (to - from) * size }, (_, i) => {
    const repeat = from * size + i;
    return { problem: 0, strategy: Math.floor((repeat % size) / figure.each), repeat };
  });
}

/**
 * What a tuner would hand in: the setting with the lowest error *seen*, and what it is truly worth. With noise it is not always
 * the best that was tried, and it may get worse.
 */
export function heldIn({ y, value, flags }: Pick<RunRecord, 'y' | 'value' | 'flags'>): Float64Array {
  const held = new Float64Array(y.length);
  let [lowest, worth] = [Infinity, NaN];
  for (let i = 0; i < y.length; i++) {
    if (y[i] < lowest && (flags[i] & FLAG.infeasible) === 0) [lowest, worth] = [y[i], value[i]];
    held[i] = worth;
  }
  return held;
}

const kept = new Map<string, TunerClass>();
/** The first classes of a figure, each made once: for facts. */
export function classesOf(figure: Asked, count = figure.classes): TunerClass[] {
  const study = tunersStudy({ ...figure, classes: count });
  return Array.from({ length: count }, (_, c) => {
    const key = JSON.stringify([{ ...study, repeats: 0 }, figure.each, c]);
    let made = kept.get(key);
    if (!made) {
      made = tunerKeys(figure, c, c + 1).map((run) => ({
        level: run.strategy,
        held: heldIn(runOne(study, run, () => 0)),
      }));
      kept.set(key, made);
    }
    return made;
  });
}

/** What somebody's setting is truly worth after so many trials. */
export const after = ({ held }: Tuner, trials = held.length): number =>
  held[Math.min(trials, held.length) - 1];

/** By tuner: 1 is the lowest end; the tuner with the lower number is ahead where two are alike. */
export function ranksOf(tuners: TunerClass): number[] {
  const ends = tuners.map((tuner) => after(tuner));
  const order = ends.map((_, i) => i).sort((a, b) => ends[a] - ends[b] || a - b);
  const ranks = new Array<number>(ends.length);
  for (const [place, i] of order.entries()) ranks[i] = place + 1;
  return ranks;
}
/** Who ends lowest: place in the class. */
export const winnerOf = (tuners: TunerClass): number => ranksOf(tuners).indexOf(1);

/** By level: in how many classes one of it ends lowest. */
export function winsByLevel(levels: number, classes: readonly TunerClass[]): number[] {
  const wins = new Array<number>(levels).fill(0);
  for (const tuners of classes) wins[tuners[winnerOf(tuners)].level] += 1;
  return wins;
}

/** Of every class but the last: the rank that its winner has in the next one. */
export const rematchRanks = (classes: readonly TunerClass[]): number[] =>
  classes.slice(0, -1).map((tuners, c) => ranksOf(classes[c + 1])[winnerOf(tuners)]);

/** True error of the first guess, and of what is held after so many trials: of those of one level. */
export const guesses = (
  classes: readonly TunerClass[],
  level: number,
  trials: number,
): { first: number; end: number }[] =>
  classes
    .flat()
    .filter((tuner) => tuner.level === level)
    .map((tuner) => ({ first: after(tuner, 1), end: after(tuner, trials) }));

/** Spearman's: of the ranks; those that are alike have the mean of theirs. NaN where one side does not vary. */
export function rankCorrelation(pairs: readonly { first: number; end: number }[]): number {
  const [a, b] = [meanRanks(pairs.map(({ first }) => first)), meanRanks(pairs.map(({ end }) => end))];
  const middle = (pairs.length + 1) / 2;
  let [both, left, right] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    both += (a[i] - middle) * (b[i] - middle);
    left += (a[i] - middle) ** 2;
    right += (b[i] - middle) ** 2;
  }
  return both / Math.sqrt(left * right);
}
function meanRanks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a] - values[b]);
  const ranks = new Array<number>(values.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && values[order[to]] === values[order[from]]) to += 1;
    for (let i = from; i < to; i++) ranks[order[i]] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}
