/** What a `tuners` figure draws. */
import type { ShareRow } from '#charts/arena/types.ts';
import { formatNumber } from '#charts/format.ts';
import type { MarkerShape, Series } from '#charts/types.ts';
import { quantile, wilsonInterval } from '#core/study/statistics/index.ts';
import type { TunersFigure } from '../../../../learn/figures.ts';
import { after, guesses, ranksOf, winsByLevel, type TunerClass } from '../../../../learn/tuners.ts';
import { t } from '../../../i18n/index.svelte.ts';
import { finePercent, whole } from '../../../shared/numbers.ts';

const MARKERS: readonly MarkerShape[] = ['circle', 'square', 'triangle', 'diamond', 'star'];
/** Of tuners whose experience is not said. */
const NOBODY = { colour: 'var(--ink-2)', marker: 'circle' } as const;

export const levelSeries = ({ levels }: TunersFigure): Series[] =>
  levels.map((experience, i) => ({
    id: `level-${i}`,
    label: t('learn.tuners.level', { experience: String(experience) }),
    colour: `var(--level-${i})`,
    marker: MARKERS[i],
  }));

/** The tuner's own, for lines and points: its number in the class, from 1. */
export const tunerSeries = (tuners: TunerClass, levels: readonly Series[], named: boolean): Series[] =>
  tuners.map(({ level }, i) => ({
    id: `tuner-${i}`,
    label: t('learn.tuners.tuner', { number: i + 1 }),
    ...(named ? { colour: levels[level].colour, marker: levels[level].marker } : NOBODY),
  }));

export interface Spread {
  lowest: number;
  median: number;
  highest: number;
}
export function spreadOf(values: readonly number[]): Spread {
  const sorted = Float64Array.from(values).sort();
  return { lowest: sorted[0], median: quantile(sorted, 0.5), highest: sorted[sorted.length - 1] };
}
export const saidSpread = ({ lowest, median, highest }: Spread): Record<keyof Spread, string> => ({
  lowest: formatNumber(lowest),
  median: formatNumber(median),
  highest: formatNumber(highest),
});

/** The axis of errors: ends fill it; where somebody began may lie above. */
const HIGHEST = 2.6;
export function errorDomain(tuners: TunerClass): { domain: [number, number]; scale: 'linear' | 'log' } {
  const { lowest, highest } = spreadOf(tuners.map((tuner) => after(tuner)));
  if (!(lowest > 0)) return { domain: [lowest, highest], scale: 'linear' };
  return { domain: [lowest * 0.97, Math.max(highest * 1.1, lowest * HIGHEST)], scale: 'log' };
}

export interface Dot {
  id: number;
  x: number;
  y: number;
  series: Series;
  description: string;
  strong: boolean;
}

/** The first class against the second. */
export function rematchDots([first, second]: readonly TunerClass[], series: readonly Series[]): Dot[] {
  const [now, again] = [ranksOf(first), ranksOf(second)];
  return series.map((one, i) => ({
    id: i,
    x: now[i],
    y: again[i],
    series: one,
    description: t('learn.tuners.ranks', { name: one.label, first: now[i], again: again[i] }),
    strong: now[i] === 1,
  }));
}

export function guessDots(classes: readonly TunerClass[], trials: number, series: Series): Dot[] {
  return guesses(classes, 0, trials).map(({ first, end }, i) => {
    return {
      ...{ id: i, x: first, y: end, series, strong: false },
      description: t('learn.tuners.guess', { first: formatNumber(first), end: formatNumber(end), trials }),
    };
  });
}

/** How many classes each level wins, and what its tuners end with in the middle. */
export function winRows(levels: readonly Series[], classes: readonly TunerClass[]): ShareRow[] {
  const wins = winsByLevel(levels.length, classes);
  const medians = levels.map((_, level) =>
    formatNumber(
      spreadOf(
        classes
          .flat()
          .filter((tuner) => tuner.level === level)
          .map((tuner) => after(tuner)),
      ).median,
    ),
  );
  return levels.map((series, i): ShareRow => {
    const share = classes.length > 0 ? wins[i] / classes.length : 0;
    const words = { name: series.label, wins: whole(wins[i]), classes: whole(classes.length) };
    const description = t('learn.tuners.wins', words);
    return {
      id: series.id,
      label: series.label,
      parts: [{ series, texture: 'plain', share, description }],
      interval: wilsonInterval(wins[i], Math.max(1, classes.length)),
      text:
        classes.length > 0 ? t('learn.tuners.won', { share: finePercent(share), median: medians[i] }) : '–',
      description,
    };
  });
}

/** The numbers behind the picture. */
export function tableRows({ show, levels }: TunersFigure, classes: readonly TunerClass[], named: boolean) {
  const [first, second] = classes;
  if (!first) return [];
  const again = show === 'rematch' && second ? ranksOf(second) : undefined;
  return ranksOf(first)
    .map((rank, i) => [
      rank,
      i + 1,
      named ? String(levels[first[i].level]) : '–',
      after(first[i], 1),
      after(first[i]),
      ...(again ? [again[i]] : []),
    ])
    .sort((a, b) => Number(a[0]) - Number(b[0]));
}
