import { describe, expect, it } from 'vitest';
import { stream } from '../rng.ts';
import { cos, exp, expm1, log, log10, log1p, log2, pow, sin, tanh } from './elementary.ts';

/** Distance in units in the last place of the reference. */
function ulps(value: number, reference: number): number {
  if (Object.is(value, reference)) return 0;
  const gap = Math.max(2 ** (Math.floor(Math.log2(Math.abs(reference))) - 52), 5e-324);
  return Math.abs(value - reference) / gap;
}

const draws = (label: string, n = 20_000) => {
  const rng = stream(label);
  return Array.from({ length: n }, rng.next);
};

// The engine's own functions err by up to 1 ulp themselves.
const cases: [string, (x: number) => number, (x: number) => number, (u: number) => number, number][] = [
  ['exp', exp, Math.exp, (u) => u * 1400 - 700, 2],
  ['exp near 0', exp, Math.exp, (u) => u * 2 - 1, 2],
  ['log', log, Math.log, (u) => Math.exp(u * 1400 - 700), 2],
  ['log near 1', log, Math.log, (u) => 0.5 + u, 2],
  ['expm1', expm1, Math.expm1, (u) => (u - 0.5) * 4, 5],
  ['expm1 near 0', expm1, Math.expm1, (u) => (u - 0.5) * 1e-6, 5],
  ['log1p', log1p, Math.log1p, (u) => u * 3 - 0.9, 5],
  ['log1p near 0', log1p, Math.log1p, (u) => (u - 0.5) * 1e-6, 5],
  ['log10', log10, Math.log10, (u) => u * 1e6 + 2, 3],
  ['log2', log2, Math.log2, (u) => u * 1e6 + 2, 3],
  ['tanh', tanh, Math.tanh, (u) => u * 10 - 5, 6],
];

describe('elementary functions', () => {
  it.each(cases)('%s agrees with the engine to its stated accuracy', (name, ours, engine, map, bound) => {
    const worst = Math.max(...draws(name).map((u) => ulps(ours(map(u)), engine(map(u)))));
    expect(worst).toBeLessThanOrEqual(bound);
  });

  it.each([
    ['small', 20, 1e-300],
    ['medium', 1e6, 1e-300],
    ['huge', 1e300, 1e-300],
  ])('sin and cos agree with the engine at %s angles', (name, range) => {
    for (const u of draws(`angle ${name}`, 4000)) {
      const x = (2 * u - 1) * range;
      // Near a zero the engine's own rounding dominates in ulp; the absolute error is what matters there.
      expect(Math.abs(sin(x) - Math.sin(x))).toBeLessThanOrEqual(2.3e-16);
      expect(Math.abs(cos(x) - Math.cos(x))).toBeLessThanOrEqual(2.3e-16);
    }
  });

  it('keeps relative accuracy at the zeros of sine', () => {
    // sin(π rounded to a double) is that rounding error, known to be 1.2246467991473531772e-16.
    expect(sin(Math.PI)).toBeCloseTo(1.2246467991473532e-16, 30);
    expect(cos(Math.PI / 2)).toBeCloseTo(6.123233995736766e-17, 30);
    // A double famously close to a multiple of π/2 (Muller et al., Handbook of Floating-Point Arithmetic).
    expect(cos(6381956970095103 * 2 ** 797)).toBeCloseTo(-4.687165924254628e-19, 32);
  });

  it('pow', () => {
    for (const u of draws('pow')) {
      const x = u * 50;
      expect(ulps(pow(x, 2.5), x ** 2.5)).toBeLessThanOrEqual(2 * (1 + Math.abs(2.5 * Math.log(x))) + 2);
      expect(ulps(pow(x - 25, 3), (x - 25) ** 3)).toBeLessThanOrEqual(3);
    }
    expect([pow(0, 0), pow(0, 2), pow(0, -1), pow(-8, 1 / 3), pow(2, -3), pow(-2, 65)]).toEqual([
      1,
      0,
      Infinity,
      NaN,
      0.125,
      -(2 ** 65),
    ]);
    expect(pow(10, -4)).toBe(1e-4);
  });

  it('has the limits of the real functions', () => {
    expect([exp(0), exp(1000), exp(-1000), exp(NaN), exp(Infinity), exp(-Infinity)]).toEqual([
      1,
      Infinity,
      0,
      NaN,
      Infinity,
      0,
    ]);
    expect([log(1), log(0), log(-1), log(Infinity), log(NaN)]).toEqual([0, -Infinity, NaN, Infinity, NaN]);
    expect(exp(-745)).toBe(5e-324);
    expect(ulps(exp(709.7), Math.exp(709.7))).toBeLessThanOrEqual(2);
    expect(ulps(log(5e-324), Math.log(5e-324))).toBeLessThanOrEqual(1);
    expect([sin(0), cos(0), sin(Infinity), cos(NaN)]).toEqual([0, 1, NaN, NaN]);
    expect(Object.is(sin(-0), -0)).toBe(true);
    expect([tanh(50), tanh(-50), expm1(1000), expm1(-1000), log1p(-1)]).toEqual([
      1,
      -1,
      Infinity,
      -1,
      -Infinity,
    ]);
  });
});
