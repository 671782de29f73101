/** The reader’s next trial: where it may stand, and what becomes of the list. */
import { fromValue, toValue, type Dimension } from '#core/space.ts';
import { readNumber } from '#core/params.ts';
import type { Point } from '#core/types.ts';
import { formatNumber } from '#charts/format.ts';
import { formatWithin } from '#charts/labels.ts';
import { t } from '../../i18n/index.svelte.ts';
import type { PanelContext } from '../panel/context.ts';
import type { Aim } from './aim.svelte.ts';

// By one way with the rest: it comes in the same part of the page.
export { aimOf } from './aim.svelte.ts';

/** Of a range: a hand is no more exact than that. */
const EXACT = 1 / 500;

/** The shortest number near a value that a hand has aimed at; whole where that is asked for. */
export function neat(dimension: Dimension, value: number): number {
  const unit = fromValue(dimension, value);
  if (dimension.kind === 'integer') return toValue(dimension, unit);
  for (let digits = 1; digits <= 17; digits++) {
    const short = Number(value.toPrecision(digits));
    if (short < dimension.lo || short > dimension.hi) continue;
    if (Math.abs(fromValue(dimension, short) - unit) <= EXACT) return short;
  }
  return toValue(dimension, unit);
}

export const neatPoint = (dimensions: readonly Dimension[], values: Point): number[] =>
  values.map((value, axis) => neat(dimensions[axis], value));

/** Where the next trial stands: in the middle of what was not set, or was set for another problem. */
export const aimedAt = ({ at }: Pick<Aim, 'at'>, dimensions: readonly Dimension[]): number[] =>
  dimensions.map((dimension, axis) => {
    const set = at.length > dimensions.length ? undefined : at[axis];
    const { kind, lo, hi } = dimension;
    const fits = set !== undefined && set >= lo && set <= hi && (kind !== 'integer' || Number.isInteger(set));
    return fits ? set : neat(dimension, toValue(dimension, 0.5));
  });

/** “learning rate 0.01”. */
export function coordinateWords({ labels, problem }: PanelContext, axis: number, value: number): string {
  const { lo, hi } = problem.space.dimensions[axis];
  return t('panel.coordinate', { name: labels[axis], value: formatWithin(value, [lo, hi]) });
}

/** What is typed for one hyperparameter; `problem` says what is wrong with it. */
export function readCoordinate(
  { kind, lo, hi }: Dimension,
  text: string,
): { value: number } | { problem: 'number' | 'range' | 'whole' } {
  const value = readNumber(text.trim().replace(/，/g, ',').replace(/^−/, '-'));
  if (!Number.isFinite(value)) return { problem: 'number' };
  if (value < lo || value > hi) return { problem: 'range' };
  if (kind === 'integer' && !Number.isInteger(value)) return { problem: 'whole' };
  return { value: value + 0 };
}

/** With three and more, pictures turn one hyperparameter at a time, and the fields follow; with fewer, empty fields ask for a value. */
export const byKnobs = (dimensions: readonly Dimension[]): boolean => dimensions.length > 2;

/** What is typed moves the picture as soon as it can be read. */
export function typeAt(aim: Aim, dimensions: readonly Dimension[], axis: number, text: string): void {
  const read = readCoordinate(dimensions[axis], text);
  if (byKnobs(dimensions) && 'value' in read) aim.turn(axis, read.value);
  aim.type(axis, text);
}

/** The next trial as its fields say it; else the first of them that cannot be read, and why, in words. */
export function readTyped(
  aim: Aim,
  dimensions: readonly Dimension[],
  labels: readonly string[],
): { point: number[] } | { wrong: number; complaint: string } {
  const point = aimedAt(aim, dimensions);
  for (const [axis, dimension] of dimensions.entries()) {
    const given = aim.typed[axis];
    if (given === undefined && byKnobs(dimensions)) continue;
    const read = readCoordinate(dimension, given ?? '');
    if ('problem' in read) {
      const [lo, hi] = [formatNumber(dimension.lo), formatNumber(dimension.hi)];
      const words = { name: labels[axis], given: given ?? '', lo, hi };
      return { wrong: axis, complaint: t(`placing.${read.problem}`, words) };
    }
    point[axis] = read.value;
  }
  return { point };
}
