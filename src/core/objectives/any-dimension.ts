/** Classics that exist in any number of dimensions, with their optimum in the centre unless it is shifted. */
import { cos, exp } from '../math/elementary.ts';
import type { ParamValues } from '../params.ts';
import { makeSpace, real, type Space } from '../space.ts';
import type { ObjectiveDefinition, Optimum } from '../types.ts';

export const DIMENSION = { kind: 'int', min: 1, max: 20, default: 2 } as const;

const PARAMS = {
  dimension: DIMENSION,
  /** Moves the optimum off the centre of the box, which grids, midpoints and folklore find for free. */
  shift: { kind: 'real', min: -0.4, max: 0.4, default: 0, step: 0.01 },
} as const;

function box(
  { dimension, shift }: ParamValues,
  half: number,
): { space: Space; centre: number; optimum: Optimum } {
  const d = dimension as number;
  const centre = (shift as number) * 2 * half;
  return {
    centre,
    space: makeSpace(Array.from({ length: d }, (_, i) => real(`x${i + 1}`, -half, half))),
    optimum: { value: 0, at: [new Array<number>(d).fill(centre)], kind: 'exact', tolerance: 1e-12 },
  };
}

export const ackley: ObjectiveDefinition = {
  id: 'ackley',
  family: 'textbook-2d',
  params: PARAMS,
  placedBy: ['shift'],
  source: 'Ackley (1987), A Connectionist Machine for Genetic Hillclimbing; a = 20, b = 0.2, c = 2π',
  create: (params) => {
    const { space, centre, optimum } = box(params, 32.768);
    return {
      space,
      value(x) {
        let squares = 0;
        let waves = 0;
        for (let i = 0; i < x.length; i++) {
          const t = x[i] - centre;
          squares += t * t;
          waves += cos(2 * Math.PI * t);
        }
        return 20 + Math.E - 20 * exp(-0.2 * Math.sqrt(squares / x.length)) - exp(waves / x.length);
      },
      optimum,
      facts: { convex: false, unimodal: false, separable: isOneDimensional(params), smooth: false },
    };
  },
};

export const rastrigin: ObjectiveDefinition = {
  id: 'rastrigin',
  family: 'textbook-2d',
  params: PARAMS,
  placedBy: ['shift'],
  source: 'Rastrigin (1974), Systems of Extremal Control; Mühlenbein et al. (1991)',
  create: (params) => {
    const { space, centre, optimum } = box(params, 5.12);
    return {
      space,
      value(x) {
        let sum = 0;
        for (let i = 0; i < x.length; i++) {
          const t = x[i] - centre;
          sum += t * t + 10 * (1 - cos(2 * Math.PI * t));
        }
        return sum;
      },
      optimum,
      facts: { convex: false, unimodal: false, separable: true, smooth: true },
    };
  },
};

export const griewank: ObjectiveDefinition = {
  id: 'griewank',
  family: 'textbook-2d',
  params: PARAMS,
  placedBy: ['shift'],
  source: 'Griewank (1981), Journal of Optimization Theory and Applications 34',
  create: (params) => {
    const { space, centre, optimum } = box(params, 600);
    return {
      space,
      value(x) {
        let squares = 0;
        let waves = 1;
        for (let i = 0; i < x.length; i++) {
          const t = x[i] - centre;
          squares += t * t;
          waves *= cos(t / Math.sqrt(i + 1));
        }
        return 1 + squares / 4000 - waves;
      },
      optimum,
      facts: { convex: false, unimodal: false, separable: isOneDimensional(params), smooth: true },
    };
  },
};

/** Every function of one variable is a sum of functions of one variable. */
const isOneDimensional = ({ dimension }: ParamValues) => dimension === 1;
