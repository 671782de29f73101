/** Classics in any number of dimensions that are sums of functions of one hyperparameter, with their optimum off the centre. */
import { cos, pow, sin } from '../math/elementary.ts';
import { makeSpace, real, type Space } from '../space.ts';
import type { ObjectiveDefinition, Optimum, Point } from '../types.ts';
import { DIMENSION } from './any-dimension.ts';
import { once } from './polish.ts';

const PARAMS = { dimension: DIMENSION } as const;

const boxOf = (d: number, lo: number, hi: number): Space =>
  makeSpace(Array.from({ length: d }, (_, i) => real(`x${i + 1}`, lo, hi)));

const sumOf = (f: (x: number, i: number) => number) => (x: Point) => {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += f(x[i], i);
  return sum;
};

/** Newton’s method to the last digits, from a published minimiser. */
function root(f: (x: number) => number, slope: (x: number) => number, start: number): number {
  let x = start;
  for (let step = 0; step < 20; step++) x -= f(x) / slope(x);
  return x;
}

export const levy: ObjectiveDefinition = {
  id: 'levy',
  family: 'textbook-2d',
  params: PARAMS,
  source: 'Levy & Montalvo (1985), SIAM J. Sci. Stat. Comput. 6; Laguna & Martí (2005)',
  create({ dimension }) {
    const d = dimension as number;
    const square = (t: number) => t * t;
    return {
      space: boxOf(d, -10, 10),
      value(x) {
        const w = (i: number) => 1 + (x[i] - 1) / 4;
        let sum = square(sin(Math.PI * w(0)));
        for (let i = 0; i + 1 < d; i++) sum += square(w(i) - 1) * (1 + 10 * square(sin(Math.PI * w(i) + 1)));
        return sum + square(w(d - 1) - 1) * (1 + square(sin(2 * Math.PI * w(d - 1))));
      },
      // sin π is not quite 0 in floating point; its square is below 1e-31.
      optimum: { value: 0, at: [new Array<number>(d).fill(1)], kind: 'exact', tolerance: 1e-12 },
      facts: { convex: false, unimodal: false, separable: true, smooth: true },
    };
  },
};

/** −x sin √|x|: its lowest point in [−500, 500] solves tan s = −s / 2, s = √x. */
const schwefelBest = once(() => {
  const s = root(
    (t) => 2 * sin(t) + t * cos(t),
    (t) => 3 * cos(t) - t * sin(t),
    20.5175,
  );
  return { at: s * s, value: -s * s * sin(s) };
});

export const schwefel: ObjectiveDefinition = {
  id: 'schwefel',
  family: 'textbook-2d',
  params: PARAMS,
  source:
    'Schwefel (1981), Numerical Optimization of Computer Models, problem 2.26; 418.9829 to all its digits',
  create({ dimension }) {
    const d = dimension as number;
    const best = schwefelBest();
    return {
      space: boxOf(d, -500, 500),
      value: sumOf((x) => -best.value - x * sin(Math.sqrt(Math.abs(x)))),
      optimum: { value: 0, at: [new Array<number>(d).fill(best.at)], kind: 'exact', tolerance: 1e-10 },
      facts: { convex: false, unimodal: false, separable: true, smooth: true },
    };
  },
};

const tang = (x: number) => ((x * x - 16) * x * x + 5 * x) / 2;
const tangBest = once(() => {
  const at = root(
    (x) => (4 * x * x - 32) * x + 5,
    (x) => 12 * x * x - 32,
    -2.9035,
  );
  return { at, value: tang(at) };
});

export const styblinskiTang: ObjectiveDefinition = {
  id: 'styblinski-tang',
  family: 'textbook-2d',
  params: PARAMS,
  source: 'Styblinski & Tang (1990), Neural Networks 3(4)',
  create({ dimension }) {
    const d = dimension as number;
    const best = tangBest();
    const optimum: Optimum = {
      value: d * best.value,
      at: [new Array<number>(d).fill(best.at)],
      kind: 'exact',
      tolerance: 1e-11,
    };
    return {
      space: boxOf(d, -5, 5),
      value: sumOf(tang),
      optimum,
      facts: { convex: false, unimodal: false, separable: true, smooth: true },
    };
  },
};

const STEEPNESS = 20; // 2m, m = 10
const michalewiczTerm = (x: number, i: number) => -sin(x) * pow(sin(((i + 1) * x * x) / Math.PI), STEEPNESS);

/**
 * The lowest point of every term: a grid far finer than its narrowest valley (the i-th term has i of them, all wider
 * than 1/100), then golden section in the best cell and its neighbours.
 */
const michalewiczBest = once(() =>
  Array.from({ length: DIMENSION.max }, (_, i) => {
    const cells = 4000;
    let best = 0;
    for (let cell = 1; cell <= cells; cell++) {
      if (michalewiczTerm((cell / cells) * Math.PI, i) < michalewiczTerm((best / cells) * Math.PI, i))
        best = cell;
    }
    let lo = ((best - 1) / cells) * Math.PI;
    let hi = ((best + 1) / cells) * Math.PI;
    for (let step = 0; step < 80; step++) {
      const [a, b] = [lo + 0.382 * (hi - lo), lo + 0.618 * (hi - lo)];
      if (michalewiczTerm(a, i) < michalewiczTerm(b, i)) hi = b;
      else lo = a;
    }
    const at = (lo + hi) / 2;
    return { at, value: michalewiczTerm(at, i) };
  }),
);

export const michalewicz: ObjectiveDefinition = {
  id: 'michalewicz',
  family: 'textbook-2d',
  params: PARAMS,
  source: 'Michalewicz (1992), Genetic Algorithms + Data Structures = Evolution Programs; m = 10',
  create({ dimension }) {
    const d = dimension as number;
    const best = michalewiczBest().slice(0, d);
    return {
      space: boxOf(d, 0, Math.PI),
      value: sumOf(michalewiczTerm),
      optimum: {
        value: best.reduce((sum, { value }) => sum + value, 0),
        at: [best.map(({ at }) => at)],
        kind: 'numeric',
        tolerance: 1e-12,
      },
      // One term is the product of two functions with concave logarithms: one valley.
      facts: { convex: false, unimodal: d === 1, separable: true, smooth: true },
    };
  },
};
