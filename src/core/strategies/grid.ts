import type { Rng } from '../rng.ts';
import { fromValue, toValue, type Dimension } from '../space.ts';
import { say, SettingsError, type Strategy } from '../types.ts';

/**
 * Grid search: the full factorial of a few levels per hyperparameter.
 *
 * Levels chosen from the budget: all counts start at 1, and the smallest count (the earlier dimension where
 * several are smallest) grows by one as long as the product stays within the budget; 32 trials in two dimensions
 * give 6 × 5 = 30, and 2 trials stay unused. An integer dimension never gets more levels than it has values.
 */
export const grid: Strategy = {
  id: 'grid',
  params: {
    /** Hyperparameter values, one list per dimension; an empty list is chosen from the budget. */
    levels: { kind: 'lists', default: [] },
    placement: { kind: 'choice', options: ['endpoints', 'centres'], default: 'endpoints' },
    order: { kind: 'choice', options: ['lexicographic', 'shuffled'], default: 'lexicographic' },
  },
  oblivious: true,
  source: 'Full factorial design; Fisher (1935), The Design of Experiments',
  *search({ dimensions, budget, params, stream }) {
    const levels = chooseLevels(
      dimensions,
      budget,
      params.levels as number[][],
      params.placement === 'centres',
    );
    const values = levels.map((list) => list.map(({ value }) => value));
    const units = levels.map((list) => list.map(({ unit }) => unit));
    const counts = levels.map((list) => list.length);
    const total = counts.reduce((product, count) => product * count, 1);
    const size = counts.join(' × ');
    const view = { kind: 'lattice', levels: units } as const;
    const order = params.order === 'shuffled' ? shuffledIndices(total, stream('order')) : indices(total);

    let point = 0;
    for (const index of order) {
      point += 1;
      const why = say('grid.point', { point, total, size });
      yield { unit: latticePoint(units, index), x: latticePoint(values, index), why, view };
    }
    return { why: say('grid.complete', { total, size }), view };
  },
};

interface Level {
  unit: number;
  /** As typed, where it was. */
  value: number;
}

/** Ascending, one list per dimension. */
function chooseLevels(
  dimensions: readonly Dimension[],
  budget: number,
  byHand: readonly number[][],
  centres: boolean,
): Level[][] {
  if (byHand.length > dimensions.length) {
    throw new SettingsError(
      say('problem.grid-too-many-lists', { given: byHand.length, dimensions: dimensions.length }),
    );
  }
  const fixed = dimensions.map((dimension, axis) => readLevels(dimension, axis, byHand[axis] ?? []));
  const spent = fixed.reduce((product, list) => product * Math.max(1, list.length), 1);
  const caps = dimensions.map((dimension, axis) => (fixed[axis].length > 0 ? 1 : valueCount(dimension)));
  const counts = levelCounts(caps, Math.max(1, Math.floor(budget / spent)));
  return dimensions.map((dimension, axis) =>
    fixed[axis].length > 0 ? fixed[axis] : spread(dimension, counts[axis], centres),
  );
}

const valueCount = ({ kind, lo, hi }: Dimension) => (kind === 'integer' ? hi - lo + 1 : Infinity);

/** Counts as equal as their caps allow, with a product of at most `budget`. */
export function levelCounts(caps: readonly number[], budget: number): number[] {
  const counts = caps.map(() => 1);
  let product = 1;
  for (;;) {
    let smallest = -1;
    for (let i = 0; i < counts.length; i++) {
      if (counts[i] < caps[i] && (smallest < 0 || counts[i] < counts[smallest])) smallest = i;
    }
    if (smallest < 0) return counts;
    const grown = (product / counts[smallest]) * (counts[smallest] + 1);
    if (grown > budget) return counts;
    counts[smallest] += 1;
    product = grown;
  }
}

function readLevels(dimension: Dimension, axis: number, values: readonly number[]): Level[] {
  const { lo, hi } = dimension;
  const outside = values.find((value) => value < lo || value > hi);
  if (outside !== undefined) {
    throw new SettingsError(say('problem.grid-level-outside', { axis, given: outside, lo, hi }));
  }
  const taken = dimension.kind === 'integer' ? values.map(Math.round) : values;
  return [...new Set(taken)]
    .sort((a, b) => a - b)
    .map((value) => ({ unit: fromValue(dimension, value), value }));
}

function spread(dimension: Dimension, count: number, centres: boolean): Level[] {
  const even = (i: number) => (count === 1 ? 0.5 : centres ? (i + 0.5) / count : i / (count - 1));
  return Array.from({ length: count }, (_, i) => {
    const { kind, lo, hi } = dimension;
    if (kind === 'real') return { unit: even(i), value: toValue(dimension, even(i)) };
    // Distinct, because there are at least `count` values: neighbours are one value or more apart before rounding,
    // and one exactly only where nothing needs rounding.
    const value = centres ? toValue(dimension, even(i)) : lo + Math.round(even(i) * (hi - lo));
    return { unit: fromValue(dimension, value), value };
  });
}

/** The last dimension varies fastest, as in a nested loop. */
function latticePoint(levels: readonly number[][], index: number): number[] {
  const unit = new Array<number>(levels.length);
  for (let axis = levels.length - 1, rest = index; axis >= 0; axis--) {
    const list = levels[axis];
    unit[axis] = list[rest % list.length];
    rest = Math.floor(rest / list.length);
  }
  return unit;
}

function* indices(total: number): Generator<number> {
  for (let i = 0; i < total; i++) yield i;
}

/** Fisher–Yates on demand: a hand-made grid may have far more points than the budget or the memory. */
function* shuffledIndices(total: number, rng: Rng): Generator<number> {
  const moved = new Map<number, number>();
  for (let i = 0; i < total; i++) {
    const j = i + rng.below(total - i);
    yield moved.get(j) ?? j;
    moved.set(j, moved.get(i) ?? i);
    moved.delete(i);
  }
}
