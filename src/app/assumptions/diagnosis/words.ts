/** How points and numbers of a diagnosis are said. */
import { formatNumber } from '#charts/format.ts';
import { formatWithin } from '#charts/labels.ts';
import type { Spot } from '#core/assumptions/diagnosis/index.ts';
import { senseOf } from '#core/sense.ts';
import { toValue, type Dimension } from '#core/space.ts';
import type { Sense } from '#core/types.ts';
import { dimensionLabels, t } from '../../i18n/index.svelte.ts';
import { apart } from '../../shared/labels.ts';
import type { Answer } from '../assumptions.svelte.ts';

/** What a diagnosis is said of. */
export interface Subject {
  dimensions: readonly Dimension[];
  /** Names of the hyperparameters. */
  labels: readonly string[];
  /** Values up to this are rounding. */
  tolerance: number;
  /** Whether its valleys are peaks. */
  sense: Sense;
}

export const subjectOf = ({ scenario, diagnosis }: Answer): Subject => ({
  dimensions: diagnosis.dimensions,
  labels: dimensionLabels(scenario.objective.id, diagnosis.dimensions),
  tolerance: diagnosis.resolution.tolerance,
  sense: senseOf(diagnosis),
});

/** A ten-thousandth of a linear axis is nothing. */
const NOTHING = 1e-4;

export function coordinate({ dimensions }: Subject, axis: number, unit: readonly number[]): string {
  const dimension = dimensions[axis];
  const value = toValue(dimension, unit[axis]);
  const { scale, lo, hi } = dimension;
  return formatWithin(scale === 'linear' && Math.abs(value) < NOTHING * (hi - lo) ? 0 : value, [lo, hi]);
}

/** “x = 0.31”; of several hyperparameters “(x₁ = 0.31, x₂ = 2)”. */
export function placeOf(subject: Subject, unit: readonly number[]): string {
  const named = subject.labels.map((name, axis) =>
    t('assumptions.at1', { name, value: coordinate(subject, axis, unit) }),
  );
  return named.length === 1 ? named[0] : t('assumptions.pair', { list: named.join(t('assumptions.comma')) });
}

/** A value, which is 0 where it is no more than rounding. */
export const plain = (value: number, { tolerance }: Subject): number =>
  Math.abs(value) <= tolerance ? 0 : value;

/** Accessible name of a witness’s point. */
export const describeSpot = (subject: Subject, name: string, { unit, value }: Spot): string =>
  t('assumptions.spot', { name, at: placeOf(subject, unit), value: formatNumber(plain(value, subject), 4) });

/** Several values that a sentence sets against each other; those that are no more than rounding are 0, unless none is left. */
export function plainApart(subject: Subject, values: readonly number[]): string[] {
  const said = values.map((value) => plain(value, subject));
  return apart(new Set(said).size < new Set(values).size ? values : said);
}

/** A lower bound in digits that do not say more: rounded down. */
export function atLeast(bound: number, digits = 3): string {
  const said = Number(bound.toExponential(digits - 1));
  if (!(said > bound)) return formatNumber(said, digits);
  // One in the last digit less; below a power of ten that digit stands one place further to the right.
  const exponent = Math.floor(Math.log10(said) + 1e-12);
  const less = said - 10 ** (exponent - digits + 1);
  return formatNumber(Number(less.toExponential(digits - 1)), digits);
}

/**
 * No blank beside a full-width bracket or between two Chinese words: a place in a Chinese sentence may be a pair or a single
 * value, and what it begins with a Latin letter or a word.
 */
export const tidy = (sentence: string): string =>
  sentence
    .replace(/） /g, '）')
    .replace(/ （/g, '（')
    .replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, '$1');
