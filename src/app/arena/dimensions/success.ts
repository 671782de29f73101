/** From counts of hits to lines, and to what can be concluded from them. */
import type { CurveLine, CurveReference } from '#charts/arena/types.ts';
import { superscript } from '#charts/format.ts';
import type { Series } from '#charts/types.ts';
import {
  DESIGNS,
  latinTrials,
  randomSuccess,
  type CurseCounts,
  type CurseQuestion,
  type Design,
} from '#core/study/curse.ts';
import { wilsonInterval } from '#core/study/statistics/index.ts';
import { t } from '../../i18n/index.svelte.ts';
import { seriesOf } from '../../shared/series.ts';

/** Designs are strategies: they keep their names, colours and markers. */
export const designSeries = (): Series[] => DESIGNS.map(seriesOf);

/** 1 − 0.99ᵀ, or with a number of trials in its place. */
export const lawFormula = (volume: number, trials?: number): string =>
  `1 − ${Number((1 - volume).toPrecision(6))}${trials === undefined ? 'ᵀ' : superscript(trials)}`;

/** Sizes at which all designs have been counted. */
export const stopsOf = ({ maxTrials }: CurseQuestion): number[] => latinTrials(maxTrials);

/** The stop nearest to a number of trials, by ratio. */
export const nearestStop = (stops: readonly number[], trials: number): number => {
  const away = (stop: number) => Math.abs(Math.log(stop / trials));
  return stops.reduce((nearest, stop) => (away(stop) < away(nearest) ? stop : nearest));
};

export interface Hit {
  design: Design;
  hits: number;
  share: number;
  low: number;
  high: number;
}

export function hitOf({ targets, successes }: CurseCounts, design: Design, trials: number): Hit {
  const hits = successes[design][trials - 1];
  const [low, high] = wilsonInterval(hits, targets);
  return { design, hits, share: hits / targets, low, high };
}

/** Pixels of a doubling on a screen of 1920: lines have no more points than that. */
const A_DOUBLING = 96;
/** Trials that lines have a point at: the stops, and where one begins that has a pixel of its own. */
export function pointsOf(question: CurseQuestion): number[] {
  const stops = new Set(stopsOf(question));
  const pixel = (trials: number) => Math.floor(A_DOUBLING * Math.log2(trials));
  const all = Array.from({ length: question.maxTrials }, (_, i) => i + 1);
  return all.filter((trials) => stops.has(trials) || pixel(trials) > pixel(trials - 1));
}

/** Lines with their intervals; a Latin hypercube has values at the stops only. */
export function successLines(
  question: CurseQuestion,
  counts: CurseCounts,
  series: readonly Series[],
  hidden: readonly string[],
): CurveLine[] {
  if (counts.targets === 0) return [];
  const [points, stops] = [pointsOf(question), stopsOf(question)];
  return DESIGNS.flatMap((design, i) => {
    if (hidden.includes(design)) return [];
    const [values, lower, upper] = [0, 1, 2].map(() => new Float64Array(question.maxTrials).fill(NaN));
    for (const trials of design === 'latin-hypercube' ? stops : points) {
      const { share, low, high } = hitOf(counts, design, trials);
      values[trials - 1] = share;
      lower[trials - 1] = low;
      upper[trials - 1] = high;
    }
    return [{ series: series[i], values, lower, upper, joined: true }];
  });
}

/** The law of random points, named where it has climbed halfway. */
export function lawLine(question: CurseQuestion): CurveReference {
  const { volume, maxTrials } = question;
  const values = new Float64Array(maxTrials).fill(NaN);
  const points = pointsOf(question);
  for (const trials of points) values[trials - 1] = randomSuccess(volume, trials);
  const half = values.findIndex((chance) => chance >= 0.55);
  return {
    label: t('curse.hit.law', { formula: lawFormula(volume) }),
    values,
    // A small target may not be hit that often by the last trial.
    at: half < 0 ? maxTrials : points.find((trials) => trials > half && trials >= Math.sqrt(maxTrials))!,
    place: 'left',
    pointed: true,
  };
}

export interface Standing extends Hit {
  ahead: Design[];
  tied: Design[];
}

/** Designs by what they hit; two are tied where their intervals overlap. */
export function standingsAt(counts: CurseCounts, trials: number, hidden: readonly string[]): Standing[] {
  const all = DESIGNS.filter((design) => !hidden.includes(design)).map((design) =>
    hitOf(counts, design, trials),
  );
  all.sort((a, b) => b.hits - a.hits);
  return all.map((one) => ({
    ...one,
    ahead: all.filter((other) => other.high < one.low).map(({ design }) => design),
    tied: all
      .filter((other) => other !== one && other.high >= one.low && other.low <= one.high)
      .map(({ design }) => design),
  }));
}

/** Trials, law, and for each design that is shown its hits, share and interval, at every stop. */
export function successRows(
  question: CurseQuestion,
  counts: CurseCounts,
  hidden: readonly string[],
): number[][] {
  const shown = DESIGNS.filter((design) => !hidden.includes(design));
  return stopsOf(question).map((trials) => [
    trials,
    randomSuccess(question.volume, trials),
    ...shown.flatMap((design) => {
      const { hits, share, low, high } = hitOf(counts, design, trials);
      return [hits, share, low, high];
    }),
  ]);
}
