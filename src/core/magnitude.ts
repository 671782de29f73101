/**
 * Units for values of any size. Squares, products and absolute tolerances are made for values of about 1; a problem in
 * other units is computed in these and said in its own. Units are powers of two, so that nothing is rounded, and 1 for
 * all but extreme values, so that these are computed as they stand.
 */
import { powerOfTwo, TAME, tameUnit } from './math/power-of-two.ts';
import { haltonPoint } from './sampling/halton.ts';
import type { Problem } from './types.ts';

/** Places that are looked at for the size of a problem’s values. */
const LOOKS = 32;
const PRIMES = 6;
/** Values that differ by less than this all over the box are small to absolute tolerances. */
const SMALL = 9.5367431640625e-7;

/**
 * The power of two in whose units the values of a problem differ by about 1; 1 where they do anyway, or where they are
 * all the same. Some dozen evaluations, at places that do not depend on anything else.
 */
export function unitOf({ space, value }: Pick<Problem, 'space' | 'value'>): number {
  const { dimensions, toReal } = space;
  let [lo, hi] = [Infinity, -Infinity];
  for (let n = 0; n < LOOKS; n++) {
    const spread = haltonPoint(n + 1, Math.min(PRIMES, dimensions.length));
    try {
      const y = value(toReal(dimensions.map((_, i) => (n < 2 ? n : spread[i % PRIMES]))));
      if (!Number.isFinite(y)) continue;
      lo = Math.min(lo, y);
      hi = Math.max(hi, y);
    } catch {
      // Where there is no value, there is nothing to measure.
    }
  }
  return unitFor(lo, hi);
}

/** {@link unitOf} from the lowest and the highest of some values. */
export function unitFor(lo: number, hi: number): number {
  const width = hi / 2 - lo / 2;
  if (!(width > 0)) return lo === hi ? tameUnit(Math.abs(lo)) : 1;
  if (width >= SMALL / 2 && width <= TAME) return 1;
  return Math.min(2 * powerOfTwo(width), powerOfTwo(Number.MAX_VALUE));
}

/** The problem with its values told in `unit`s; everything said of its minimum with them. */
export function inUnits<Given extends Problem>(problem: Given, unit: number): Given {
  if (unit === 1) return problem;
  const { value, measuredNoise, optimum } = problem;
  const { lowerBound } = optimum;
  return {
    ...problem,
    value: (x) => value(x) / unit,
    ...(measuredNoise && {
      measuredNoise: (...args: Parameters<typeof measuredNoise>) => measuredNoise(...args) / unit,
    }),
    optimum: {
      ...optimum,
      value: optimum.value / unit,
      tolerance: optimum.tolerance / unit,
      ...(lowerBound !== undefined && { lowerBound: lowerBound / unit }),
    },
  };
}
