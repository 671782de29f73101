/** From what a reader sets to the lines of grid sizes. */
import type { CurveLine, CurveMark, CurveReference } from '#charts/arena/types.ts';
import type { Series } from '#charts/types.ts';
import { affordedLevels, gridCost, type Large } from '#core/study/curse.ts';
import { t } from '../../../i18n/index.svelte.ts';
import { COST_LIMITS, type CostSettings } from '../settings.ts';
import { lookOf } from '../../../shared/series.ts';
import { inWords, sizeOf, trialsInWords } from '../../../shared/amounts.ts';
import { moneyInWords } from './amounts.ts';

/** Numbers of hyperparameters on the axis. */
export const MOST_DIMENSIONS = COST_LIMITS.dimensions.max;
const everyDimension = Array.from({ length: MOST_DIMENSIONS }, (_, i) => i + 1);

/** Levels that always have a line; the reader's are added. */
const USUAL_LEVELS = [2, 3, 5, 10];
export const levelsShown = (own: number): number[] =>
  [...new Set([...USUAL_LEVELS, own])].sort((a, b) => a - b);

/** The more levels, the longer the dashes. */
const DASHES: Record<number, string> = { 2: '1.5 4', 3: '5 4', 5: '10 4', 10: '16 4' };

/** All of them are grids; the reader's own is drawn solid. */
export const levelSeries = (levels: number, own: number): Series => {
  const { colour, marker } = lookOf('grid');
  const label = t('curse.cost.line', { count: levels });
  return { id: `levels-${levels}`, label, colour, marker, ...(levels !== own && { dash: DASHES[levels] }) };
};

const idOf = (levels: number) => `levels-${levels}`;

export const currencyOf = ({ currency }: CostSettings): string => currency ?? t('curse.cost.usual');

export const costOf = ({ hours, price }: CostSettings, levels: number, dimensions: number) =>
  gridCost(levels, dimensions, hours, price);

/** What one trial is in the unit of the axis. */
const rateOf = ({ unit, hours, price }: CostSettings): number =>
  unit === 'trials' ? 1 : unit === 'hours' ? hours : hours * price;

export function amountInWords(cost: CostSettings, amount: Large | number): string {
  if (cost.unit === 'trials') return trialsInWords(amount);
  return cost.unit === 'hours'
    ? t('arena.hours', { hours: inWords(amount) })
    : moneyInWords(amount, currencyOf(cost));
}

export interface CostFigure {
  lines: CurveLine[];
  marks: CurveMark[];
  budget: CurveReference;
  domain: [number, number];
}

export function costFigure(cost: CostSettings, hidden: readonly string[]): CostFigure {
  const rate = rateOf(cost);
  const shown = levelsShown(cost.levels).filter((levels) => !hidden.includes(idOf(levels)));
  const lines = shown.map((levels) => ({
    series: levelSeries(levels, cost.levels),
    values: everyDimension.map((d) => sizeOf(costOf(cost, levels, d)[cost.unit])),
    joined: true,
  }));
  const limit = cost.budget * rate;
  const marks = shown.flatMap((levels) => {
    // kˣ = N, also between whole numbers of hyperparameters.
    const reach = Math.log(cost.budget) / Math.log(levels);
    const onAxis = reach >= 1 && reach <= MOST_DIMENSIONS;
    return onAxis ? [{ series: levelSeries(levels, cost.levels), trial: reach, value: limit }] : [];
  });
  const largest = Math.max(limit, ...lines.flatMap(({ values }) => values));
  const label = t('curse.cost.yours', { amount: amountInWords(cost, limit) });
  return {
    lines,
    marks,
    budget: { label, values: everyDimension.map(() => limit), at: MOST_DIMENSIONS, place: 'below' },
    // Room below the smallest budget for its name.
    domain: [rate / 4, largest * 2],
  };
}

/** How far a budget gets: most hyperparameters that can have so many levels; 0 where not even one can. */
export function reachOf(budget: number, levels: number): number {
  let d = 0;
  while (d < MOST_DIMENSIONS && affordedLevels(budget, d + 1) >= levels) d += 1;
  return d;
}

/** For every number of hyperparameters: what the budget affords, and what that uses. */
export const affordable = (budget: number): { dimensions: number; levels: number; used: number }[] =>
  everyDimension.map((dimensions) => {
    const levels = affordedLevels(budget, dimensions);
    return { dimensions, levels, used: levels ** dimensions };
  });

/** Dimensions, levels, trials, hours, money: every point of the figure. */
export const costRows = (cost: CostSettings, hidden: readonly string[]): number[][] =>
  levelsShown(cost.levels)
    .filter((levels) => !hidden.includes(idOf(levels)))
    .flatMap((levels) =>
      everyDimension.map((d) => {
        const { trials, hours, money } = costOf(cost, levels, d);
        return [d, levels, sizeOf(trials), sizeOf(hours), sizeOf(money)];
      }),
    );
