import { describe, expect, it } from 'vitest';
import { minimiserBoxes } from '../minimisers.ts';
import type { ParamValues } from '../params.ts';
import { stream } from '../rng.ts';
import type { Problem } from '../types.ts';
import { objectives } from './index.ts';
import { descend, gridOf, onUnitCube, randomUnit, settings } from './testing.ts';

const problem = (id: string, params: ParamValues = {}) =>
  objectives.find((objective) => objective.id === id)!.create(params);

/** Largest distance in one unit coordinate to the nearest minimiser, or to the box they fill. */
const distance = (problem: Problem, unit: readonly number[]): number =>
  Math.min(
    ...minimiserBoxes(problem).map(({ lo, hi }) =>
      Math.max(...unit.map((u, i) => Math.max(lo[i] - u, u - hi[i], 0))),
    ),
  );

describe.each(objectives.map((objective) => [objective.id, objective] as const))('%s', (id, objective) => {
  const rng = stream('optimum-test', id);
  const tried = settings(objective.params, rng, Object.keys(objective.params).length > 0 ? 5 : 0);

  it('attains the stated minimum at every stated minimiser, inside the space, where it is feasible', () => {
    for (const params of tried) {
      const { space, optimum, value, feasible } = objective.create(params);
      expect(optimum.at.length).toBeGreaterThan(0);
      for (const point of optimum.at) {
        space.dimensions.forEach(({ lo, hi }, i) => {
          expect(point[i]).toBeGreaterThanOrEqual(lo);
          expect(point[i]).toBeLessThanOrEqual(hi);
        });
        expect(Math.abs(value(point) - optimum.value)).toBeLessThanOrEqual(optimum.tolerance);
        // Also by the way the run loop gets there, through the unit cube.
        expect(value(space.toReal(space.toUnit(point))) - optimum.value).toBeLessThan(1e-9);
        expect(feasible?.(point) ?? true).toBe(true);
      }
    }
  });

  it('has nothing below it, and no other minimiser, on a dense grid or by local search', () => {
    const share = Math.ceil(60_000 / tried.length);
    const searches = Math.max(4, Math.ceil(250 / tried.length));
    for (const params of tried) {
      const one = objective.create(params);
      const f = onUnitCube(one);
      const d = one.space.dimensions.length;
      const { value, tolerance } = one.optimum;
      let lowest = Infinity;
      let start = randomUnit(d, rng);
      // A grid of more than six dimensions is all corners.
      const points = d > 6 ? Array.from({ length: share }, () => randomUnit(d, rng)) : gridOf(d, share);
      for (const unit of points) {
        const y = f(unit);
        if (y < lowest) [lowest, start] = [y, unit];
      }
      const starts = [
        start,
        ...Array.from({ length: Math.min(searches, d > 2 ? 10 : 25) }, () => randomUnit(d, rng)),
      ];
      for (const from of starts) {
        const end = descend(f, from);
        lowest = Math.min(lowest, end.value);
        // Measured landscapes tie along whole edges between equal nodes; their own test lists the nodes.
        if (objective.family !== 'measured' && !one.optimum.more && end.value <= value + 1e-9) {
          expect(distance(one, end.unit), JSON.stringify({ params, end })).toBeLessThan(2e-3);
        }
      }
      expect(lowest, JSON.stringify(params)).toBeGreaterThanOrEqual(value - tolerance);
    }
  });
});

it('follows its settings: the minimum moves with them', () => {
  expect(problem('quadratic', { minimum: 0.8 }).optimum.at).toEqual([[0.8]]);
  const wells = (tilt: number) => problem('double-well', { tilt }).optimum.at.map(([x]) => Math.sign(x));
  expect(wells(0.3)).toEqual([-1]);
  expect(wells(-0.3)).toEqual([1]);
  expect(wells(0)).toEqual([-1, 1]);
});

it('agrees with the published minima to their printed digits', () => {
  expect(problem('forrester').optimum.value).toBeCloseTo(-6.02074, 5);
  expect(problem('branin').optimum.value).toBeCloseTo(0.397887, 6);
  expect(problem('six-hump-camel').optimum.value).toBeCloseTo(-1.031628453, 8);
  expect(problem('hartmann6').optimum.value).toBeCloseTo(-3.32237, 5);
});

it.each(['forrester', 'six-hump-camel', 'hartmann6'])('%s: the gradient vanishes at the minimisers', (id) => {
  const { value, optimum } = problem(id);
  const h = 1e-5;
  for (const at of optimum.at) {
    at.forEach((_, i) => {
      const shifted = (change: number) => value(at.map((x, j) => (j === i ? x + change : x)));
      expect(Math.abs(shifted(h) - shifted(-h)) / (2 * h)).toBeLessThan(1e-5);
      expect(shifted(h) + shifted(-h) - 2 * value(at)).toBeGreaterThan(0);
    });
  }
});

it('forrester: a Lipschitz bound leaves no room below the stated minimum', () => {
  // |f′| ≤ 12 |6x − 2| + 12 (6x − 2)², so an interval [a, b] holds nothing below f(middle) − L (b − a) / 2.
  const { value, optimum } = problem('forrester');
  const open: [number, number][] = [[0, 1]];
  let bound = Infinity;
  while (open.length > 0) {
    const [a, b] = open.pop()!;
    const widest = Math.max(Math.abs(6 * a - 2), Math.abs(6 * b - 2));
    const middle = (a + b) / 2;
    const least = value([middle]) - 12 * (widest + widest * widest) * ((b - a) / 2);
    if (least > optimum.value - 1e-4) bound = Math.min(bound, least);
    else {
      expect(b - a).toBeGreaterThan(1e-9);
      open.push([a, middle], [middle, b]);
    }
  }
  expect(bound).toBeGreaterThanOrEqual(optimum.value - 1e-4);
});
