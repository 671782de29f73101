/**
 * A problem of few dimensions hidden in many: the others have no effect at all. What random search and models with a
 * lengthscale per dimension make use of (Bergstra & Bengio 2012, § 2.1, low effective dimension; Wang et al. 2016, Bayesian
 * Optimization in a Billion Dimensions via Random Embeddings, with the axes left straight).
 */
import { defaults } from '../params.ts';
import { shuffle, stream } from '../rng.ts';
import { makeSpace, real } from '../space.ts';
import type { ObjectiveDefinition, Point, Problem } from '../types.ts';
import { branin } from './branin.ts';
import { hartmann6 } from './hartmann6.ts';
import { doubleWell, forrester, quadratic } from './one-dimension.ts';
import { himmelblau, rosenbrock, sixHumpCamel } from './interaction.ts';

const HIDDEN: readonly ObjectiveDefinition[] = [
  branin,
  quadratic,
  forrester,
  doubleWell,
  sixHumpCamel,
  rosenbrock,
  himmelblau,
  hartmann6,
];

/**
 * @param dimension of the whole problem, at least the hidden one's
 * @param axes which of them the hidden problem's hyperparameters are, in its order
 * @returns a problem on [0, 1]ᵈⁱᵐᵉⁿˢⁱᵒⁿ, where nothing tells which hyperparameters matter
 * @throws {Error} where the axes are not different dimensions, one for each of the hidden problem's
 */
export function embed(hidden: Problem, dimension: number, axes: readonly number[]): Problem {
  const inside = axes.every((axis) => Number.isInteger(axis) && axis >= 0 && axis < dimension);
  if (!inside || new Set(axes).size !== axes.length || axes.length !== hidden.space.dimensions.length) {
    throw new Error(
      `A problem of ${hidden.space.dimensions.length} dimensions cannot lie along axes ${axes.join(', ')} of ${dimension}; expected as many different ones.`,
    );
  }
  const free = Array.from({ length: dimension }, (_, axis) => axis).filter((axis) => !axes.includes(axis));
  const inner = (x: Point) => hidden.space.toReal(axes.map((axis) => x[axis]));
  const outer = (point: Point) => {
    const x = new Array<number>(dimension).fill(0.5);
    hidden.space.toUnit(point).forEach((u, i) => (x[axes[i]] = u));
    return x;
  };
  const { optimum, feasible, measuredNoise, facts } = hidden;
  const { region } = optimum;
  return {
    space: makeSpace(Array.from({ length: dimension }, (_, i) => real(`x${i + 1}`, 0, 1))),
    value: (x) => hidden.value(inner(x)),
    ...(feasible && { feasible: (x: Point) => feasible(inner(x)) }),
    ...(measuredNoise && {
      measuredNoise: (x: Point, rng: Parameters<typeof measuredNoise>[1]) => measuredNoise(inner(x), rng),
    }),
    optimum: {
      ...optimum,
      at: optimum.at.map(outer),
      ...(region && { region: { lo: outer(region.lo), hi: outer(region.hi) } }),
      ...(free.length > 0 && { free }),
      // The way through the unit cube and back costs a rounding.
      tolerance: Math.max(optimum.tolerance, 1e-12),
    },
    facts,
  };
}

export const embedInMore: ObjectiveDefinition = {
  id: 'embed',
  family: 'many-dimensions',
  params: {
    hidden: { kind: 'choice', options: HIDDEN.map(({ id }) => id), default: branin.id },
    /** Of the whole problem; a hidden problem that has more keeps its own. */
    dimension: { kind: 'int', min: 1, max: 20, default: 6 },
    /** Which hyperparameters matter: drawn anew for every number. */
    placement: { kind: 'int', min: 0, max: 1000, default: 1 },
  },
  numberedBy: { param: 'placement', differIn: 'axes' },
  source: 'Bergstra & Bengio (2012), JMLR 13, § 2.1; the hidden function’s own source',
  create({ hidden: id, dimension, placement }) {
    const definition = HIDDEN.find((candidate) => candidate.id === id)!;
    const hidden = definition.create(defaults(definition.params));
    const own = hidden.space.dimensions.length;
    const whole = Math.max(own, dimension as number);
    const order = shuffle(
      Array.from({ length: whole }, (_, axis) => axis),
      stream('embed', placement as number),
    );
    return embed(hidden, whole, order.slice(0, own));
  },
};
