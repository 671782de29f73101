/** From a diagnosis to what the charts of the Assumptions page draw. */
import { formatNumber } from '#charts/format.ts';
import { paddedDomain } from '#charts/scales.ts';
import type { Axis, Band, Curve, Field, Sample, Slice } from '#charts/types.ts';
import type { Diagnosis, Picture } from '#core/assumptions/diagnosis/index.ts';
import { senseOf } from '#core/sense.ts';
import { toValue, type Dimension } from '#core/space.ts';
import type { Noise } from '#core/types.ts';
import { t } from '../../i18n/index.svelte.ts';
import { colouredOf } from '../../stage/panel/landscape.ts';
import { placeOf, type Subject } from './words.ts';

type CurvePicture = Extract<Picture, { kind: 'curve' }>;
type FieldPicture = Extract<Picture, { kind: 'field' }>;
type SlicesPicture = Extract<Picture, { kind: 'slices' }>;

export const pictureCurve = ({ unit, values }: CurvePicture, dimension: Dimension): Curve => ({
  x: unit.map((u) => toValue(dimension, u)),
  y: values,
});

/** Standard deviation of an observation; 0 where it has no formula. */
function sdOf(noise: Noise, value: number): number {
  if (noise.kind === 'gaussian') return noise.sd;
  return noise.kind === 'proportional' ? noise.sd * Math.abs(value) : 0;
}

/** Where 95 of 100 observations lie; null without noise, or where it has no formula. */
export function bandOf({ noise, dimensions }: Diagnosis, picture: CurvePicture): Band | null {
  if (noise.kind !== 'gaussian' && noise.kind !== 'proportional') return null;
  const { x, y } = pictureCurve(picture, dimensions[0]);
  return { x, mean: y, sd: Array.from(y, (value) => sdOf(noise, value)) };
}

/** One noisy look, as samples. */
export function lookOf({ look, dimensions }: Diagnosis, subject: Subject): Sample[] {
  const { unit = [], observed = [] } = look?.example ?? {};
  return unit.map((u, i) => ({
    number: i + 1,
    x: [toValue(dimensions[0], u)],
    y: observed[i],
    feasible: true,
    get description() {
      return t('assumptions.lookAt', {
        number: i + 1,
        at: placeOf(subject, [u]),
        value: formatNumber(observed[i], 4),
      });
    },
  }));
}

/** All values that are drawn; the noise around them counts as far as the look shows it. */
export function domainOf({ picture, look, noise, pictured }: Diagnosis): [number, number] {
  const values =
    picture.kind === 'slices' ? picture.values.flatMap((one) => Array.from(one)) : picture.values;
  const drawn = Array.from(values);
  const band = drawn.flatMap((value) => {
    const sd = sdOf(noise, value);
    return sd > 0 ? [value - 2 * sd, value + 2 * sd] : [];
  });
  const all = [...drawn, ...band, ...(look?.example?.observed ?? [])];
  const [lo, hi] = pictured ?? [-Infinity, Infinity];
  return paddedDomain(all.map((value) => Math.min(hi, Math.max(lo, value))));
}

export const fieldOf = (
  { columns, rows, values }: FieldPicture,
  label: string,
  { pictured, sense }: Pick<Diagnosis, 'pictured' | 'sense'> = {},
): Field => ({ columns, rows, label, ...colouredOf(values, pictured, senseOf({ sense })) });

export const slicesOf = (
  { through, unit, values }: SlicesPicture,
  axes: readonly Axis[],
  dimensions: readonly Dimension[],
): Slice[] =>
  axes.map((axis, i) => ({
    axis,
    curve: { x: unit[i].map((u) => toValue(dimensions[i], u)), y: values[i] },
    at: toValue(dimensions[i], through.unit[i]),
  }));

/** Known global minimisers, as far as they are few. */
const MOST_OPTIMA = 12;
export function optimaOf({ optimum, dimensions }: Diagnosis, label: string) {
  return optimum.at.slice(0, MOST_OPTIMA).map((at) => ({
    x: at,
    y: dimensions.length === 1 ? optimum.value : undefined,
    description: label,
  }));
}

/** Rows of a table: hyperparameter values and the function’s, at most some hundred. */
const MOST_ROWS = 576;
export function tableOf({ picture, dimensions }: Diagnosis): (number | null)[][] {
  const known = (value: number) => (Number.isNaN(value) ? null : value);
  if (picture.kind === 'curve') {
    const every = Math.ceil(picture.unit.length / MOST_ROWS);
    return Array.from(picture.unit).flatMap((u, i) =>
      i % every === 0 ? [[toValue(dimensions[0], u), known(picture.values[i])]] : [],
    );
  }
  if (picture.kind === 'field') {
    const { columns, rows, values } = picture;
    const every = Math.ceil(Math.sqrt((columns * rows) / MOST_ROWS));
    const table: (number | null)[][] = [];
    for (let row = 0; row < rows; row += every) {
      for (let column = 0; column < columns; column += every) {
        table.push([
          toValue(dimensions[0], (column + 0.5) / columns),
          toValue(dimensions[1], (row + 0.5) / rows),
          known(values[row * columns + column]),
        ]);
      }
    }
    return table;
  }
  return picture.unit.flatMap((unit, axis) =>
    Array.from(unit).flatMap((u, i) =>
      i % 4 === 0
        ? [
            [
              ...dimensions.map((dimension, k) =>
                toValue(dimension, k === axis ? u : picture.through.unit[k]),
              ),
              known(picture.values[axis][i]),
            ],
          ]
        : [],
    ),
  );
}
