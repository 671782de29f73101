/** f21 and f22: the lower envelope of many Gaussian peaks of different heights and shapes (Gallagher & Yuan 2006). */
import { exp, pow } from '../../math/elementary.ts';
import { rotation, uniform } from './instance.ts';
import { oscillated, outside } from './transforms.ts';

interface Landscape {
  peaks: number;
  /** Square root of the global peak’s condition number; the others’ reach from 1 to 1000. */
  global: number;
  /** Peaks lie in [−offset, width − offset]ᵈ. */
  width: number;
  offset: number;
}

/** Height of the lowest and of the highest local peak; the global one is 10. */
const LOWEST = 1.1;
const HIGHEST = 9.1;

/** Indices in ascending order of the numbers. */
const ranking = (values: Float64Array): number[] =>
  Array.from(values.keys()).sort((a, b) => values[a] - values[b] || a - b);

export function gallagher(
  d: number,
  seed: number,
  { peaks, global, width, offset }: Landscape,
): { excess: (x: ArrayLike<number>) => number; at: Float64Array } {
  const r = rotation(d, seed);
  const order = ranking(uniform(peaks - 1, seed));
  const heights = Float64Array.from({ length: peaks }, (_, i) =>
    i === 0 ? 10 : ((i - 1) / (peaks - 2)) * (HIGHEST - LOWEST) + LOWEST,
  );
  const scales = Array.from({ length: peaks }, (_, i) => {
    const own = i === 0 ? global : pow(1000, order[i - 1] / (peaks - 2));
    const places = ranking(uniform(d, seed + 1000 * i));
    return Float64Array.from(places, (place) => pow(own, place / (d - 1) - 0.5));
  });
  const draws = uniform(d * peaks, seed);
  const position = (peak: number, j: number) =>
    (width * draws[peak * d + j] - offset) * (peak === 0 ? 0.8 : 1);
  /** Peaks in rotated coordinates. */
  const centres = Array.from({ length: peaks }, (_, peak) =>
    Float64Array.from({ length: d }, (_, i) => {
      let sum = 0;
      for (let k = 0; k < d; k++) sum += r[i][k] * position(peak, k);
      return sum;
    }),
  );

  const z = new Float64Array(d);
  const excess = (x: ArrayLike<number>) => {
    for (let i = 0; i < d; i++) {
      let sum = 0;
      for (let j = 0; j < d; j++) sum += r[i][j] * x[j];
      z[i] = sum;
    }
    let highest = 0;
    for (let peak = 0; peak < peaks; peak++) {
      const centre = centres[peak];
      const own = scales[peak];
      let distance = 0;
      for (let j = 0; j < d; j++) distance += own[j] * (z[j] - centre[j]) * (z[j] - centre[j]);
      highest = Math.max(highest, heights[peak] * exp((-0.5 / d) * distance));
    }
    const depth = oscillated(10 - highest);
    return depth * depth + outside(x);
  };
  return { excess, at: Float64Array.from({ length: d }, (_, j) => position(0, j)) };
}
