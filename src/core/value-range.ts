/**
 * The range of a problem's values, as pictures and sentences take it: from the lowest value that is known to the highest
 * that was sampled, in the engine's sense.
 */
import { haltonPoint } from './sampling/halton.ts';
import { toValue, type Dimension } from './space.ts';
import { safeValue, SURFACE, surfaceSteps } from './pictures/surface.ts';
import type { Problem } from './types.ts';

const CURVE_POINTS = 401;
const PROBES = 600;
/** Dimensions beyond these share the bases of the first ones. */
const BASES = 10;

/** Unit coordinates along a dimension: evenly spaced, or the middle of each integer's cell. */
export function ticksAlong(dimension: Dimension, count = CURVE_POINTS): number[] {
  if (dimension.kind === 'integer') {
    const cells = dimension.hi - dimension.lo + 1;
    return Array.from({ length: cells }, (_, i) => (i + 0.5) / cells);
  }
  return Array.from({ length: count }, (_, i) => i / (count - 1));
}

/**
 * Values all over the cube, NaN where the evaluation fails: along the one dimension, at the centres of a surface's cells,
 * or at some hundred points of Halton's sequence.
 */
export function sampledValues(problem: Problem): ArrayLike<number> {
  const { dimensions, toReal } = problem.space;
  if (dimensions.length === 1) {
    return ticksAlong(dimensions[0]).map((u) => safeValue(problem, [toValue(dimensions[0], u)]));
  }
  if (dimensions.length === 2) {
    const steps = surfaceSteps(problem, SURFACE);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  }
  return Array.from({ length: PROBES }, (_, n) => {
    const spread = haltonPoint(n + 1, Math.min(BASES, dimensions.length));
    return safeValue(problem, toReal(dimensions.map((_, i) => spread[i % BASES])));
  });
}

/**
 * Lowest and highest value worth showing, equal where the values are. What exploded (`Problem.pictured`) has no part in it.
 * @param values sampled over the cube, in the engine's sense
 */
export function rangeOfValues(
  { optimum, pictured }: Pick<Problem, 'optimum' | 'pictured'>,
  values: ArrayLike<number>,
): readonly [lo: number, hi: number] {
  const [least, most] = pictured ?? [-Infinity, Infinity];
  let lo = optimum.value;
  let hi = lo;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value < lo) lo = Math.max(value, least);
    if (value > hi) hi = Math.min(value, most);
  }
  return [lo, hi];
}

const known = new WeakMap<Problem, readonly [number, number]>();

/** {@link rangeOfValues} of a problem that nobody has sampled yet: some hundred to some thousand evaluations, made once. */
export function valueRangeOf(problem: Problem): readonly [lo: number, hi: number] {
  let range = known.get(problem);
  if (!range) known.set(problem, (range = rangeOfValues(problem, sampledValues(problem))));
  return range;
}
