import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minimise, type Differentiable } from './optimise.ts';

const rosenbrock: Differentiable = ([x, y], gradient) => {
  gradient[0] = -400 * x * (y - x * x) - 2 * (1 - x);
  gradient[1] = 200 * (y - x * x);
  return 100 * (y - x * x) ** 2 + (1 - x) ** 2;
};

const precise = { maxIterations: 400, gradientTolerance: 1e-10, valueTolerance: 0 };

describe('minimise', () => {
  it('goes down Rosenbrock’s valley', () => {
    const { x, value, evaluations } = minimise(rosenbrock, [-1.2, 1], [-5, -5], [5, 5], precise);
    expect(value).toBeLessThan(1e-16);
    expect(x[0]).toBeCloseTo(1, 7);
    expect(x[1]).toBeCloseTo(1, 7);
    expect(evaluations).toBeLessThan(150);
  });

  it('stops at the bound that cuts the valley off', () => {
    // On x = 0.5 the minimum is y = 0.25.
    const { x } = minimise(rosenbrock, [-1.2, 1], [-5, -5], [0.5, 5], precise);
    expect(x[0]).toBe(0.5);
    expect(x[1]).toBeCloseTo(0.25, 7);
    // On y = −1 the minimum solves 400 x (1 + x²) = 2 (1 − x).
    const { x: low } = minimise(rosenbrock, [2, -2], [-5, -5], [5, -1], precise);
    expect(low[1]).toBe(-1);
    expect(400 * low[0] * (1 + low[0] * low[0])).toBeCloseTo(2 * (1 - low[0]), 6);
  });

  it('solves quadratics in a box to their optimality conditions', () => {
    const number = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 9, maxLength: 9 }),
        fc.array(number, { minLength: 3, maxLength: 3 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
        (entries, linear, start) => {
          // A = B Bᵀ + 0.1 I
          const a = (i: number, j: number) =>
            [0, 1, 2].reduce((sum, k) => sum + entries[3 * i + k] * entries[3 * j + k], i === j ? 0.1 : 0);
          const f: Differentiable = (x, gradient) => {
            let value = 0;
            for (let i = 0; i < 3; i++) {
              let ax = 0;
              for (let j = 0; j < 3; j++) ax += a(i, j) * x[j];
              gradient[i] = ax + linear[i];
              value += 0.5 * x[i] * ax + linear[i] * x[i];
            }
            return value;
          };
          const { x, value } = minimise(f, start, [0, 0, 0], [1, 1, 1], precise);
          const gradient = new Float64Array(3);
          expect(f(x, gradient)).toBe(value);
          // Karush–Kuhn–Tucker: no slope inside, an outward slope at a bound.
          x.forEach((u, i) => {
            if (u > 0) expect(gradient[i]).toBeLessThan(1e-5);
            if (u < 1) expect(gradient[i]).toBeGreaterThan(-1e-5);
          });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('leaves alone what the bounds hold fixed', () => {
    const { x } = minimise(rosenbrock, [0.3, 0.7], [0.3, -5], [0.3, 5], precise);
    expect(x[0]).toBe(0.3);
    expect(x[1]).toBeCloseTo(0.09, 8);
  });

  it('steps back from where the function cannot be evaluated, and says so where it starts there', () => {
    const f: Differentiable = ([x], gradient) => {
      gradient[0] = 1 - 1 / x;
      return x > 0 ? x - Math.log(x) : NaN;
    };
    expect(minimise(f, [4], [-10], [10], precise).x[0]).toBeCloseTo(1, 7);
    expect(minimise(f, [-4], [-10], [10]).value).toBe(Infinity);
  });
});
