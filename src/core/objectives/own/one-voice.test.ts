/** A diagnosis speaks with one voice: instances that it once contradicted itself on, and formulas made at random. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formula } from './formula.ts';
import { textOf, treeArbitrary } from './formula/testing.ts';
import { both, coarseOf, diagnosisOf, expectOneVoice } from '../../assumptions/diagnosis/testing.ts';

const problemOf = (text: string, space = '') => formula.create({ formula: text, space });
function look(text: string, space = '') {
  const problem = problemOf(text, space);
  const [coarse, fine] = both(problem);
  for (const one of [coarse, fine]) expectOneVoice(one, problem, text);
  return fine;
}

describe('verdicts', () => {
  it.each(['1 - x^6', '1 - x^20', '1 - x^200', 'exp(-1/x^2)', '1 - exp(-((x-0.5)/0.02)^2)', '(x - 0.5)^40'])(
    'take equal values of %s for what they are, rounding, and not for ties',
    (text) => {
      expect(look(text).unimodal.holds).toBe('yes');
    },
  );

  it('call real shelves ties, also beside stretches that are level by rounding', () => {
    for (const text of [
      'floor(10*x)',
      'x < 0.4 ? 1 - x : x < 0.6 ? 0.6 : 1.2 - x',
      'max(0.3, 1 - x) - max(0, x - 0.8)',
    ]) {
      const { unimodal } = look(text);
      expect(unimodal.holds === 'no' && unimodal.witness.kind, text).toBe('plateau');
    }
  });

  it('see a well off their levels and points, once another has met it', () => {
    for (const width of [1e-5, 1e-9]) {
      const text = `1 - exp(-((x-0.3)^2 + (y-0.77)^2)/${width})`;
      const { separable, lipschitz, sensitivity } = look(text);
      expect(separable.holds, text).toBe('no');
      expect(lipschitz.holds === 'yes' && lipschitz.constant > 100, text).toBe(true);
      expect(sensitivity).not.toEqual({ unknown: 'constant' });
    }
    const narrow = look('1 - exp(-((x-0.123456)/1e-6)^2)');
    expect(narrow.lipschitz.holds === 'yes' && narrow.lipschitz.constant > 1e4).toBe(true);
    expect(narrow.sensitivity).toEqual({ unknown: 'narrow' });
    const beside = look('x^2 + y^2 - 3*exp(-((x-0.31)^2 + (y-0.77)^2)/1e-5)');
    expect([beside.separable.holds, beside.unimodal.holds, beside.minima.count]).toEqual(['no', 'no', 2]);
  });

  it('count minima that repeat in step with the grid, and say where looking closer keeps finding more', () => {
    for (const [text, count] of [
      ['cos(2*pi*1500*x)', 1500],
      ['cos(2*pi*2048*x)', 2048],
      ['cos(2*pi*4096*x)', 4096],
    ] as const) {
      const { minima } = look(text);
      expect(minima.proved).toBe(false);
      expect(minima.count, text).toBeLessThanOrEqual(count);
      if (!minima.more) expect(minima.count, text).toBe(count);
    }
    expect(look('x*sin(1/x)').minima.more).toBe(true);
    expect(look('(x - 0.3)^2').minima).toMatchObject({ count: 1, more: false, proved: false });
    expect(look('(x - 4.2)^2', 'x integer 1 10').minima).toMatchObject({ count: 1, proved: true });
    expect(look('3').minima).toMatchObject({ count: 1, level: true });
  });

  it.each<[string, string, number]>([
    ['x', '', 1],
    ['x', 'x 1e6 1000001', 1],
    ['abs(x - 0.3)', '', 1],
    ['x/3 + 1e6 - 1e6', '', 1 / 3],
    ['exp(3*x)', '', 3 * Math.exp(3)],
    ['sin(20*x)', '', 20],
    ['log10(x)', 'x log 1e-3 1e4', 7],
    ['3*x + 4*y', '', 5],
    ['1 - x^6', '', 6],
    ['1e6 + x', '', 1],
  ])('bound the slope of %s on %s from below, and never above it', (text, space, truth) => {
    const { lipschitz } = look(text, space);
    expect(lipschitz.holds).toBe('yes');
    if (lipschitz.holds !== 'yes') return;
    expect(lipschitz.constant).toBeLessThanOrEqual(truth);
    expect(lipschitz.constant).toBeGreaterThan(truth * (1 - 1e-3));
  });

  it('see a small bump where values are small, and none in the rounding of large ones', () => {
    const bump = '1e12*max(0, x - 0.5)^2 + (x - 0.2)^2 + 0.02*cos(40*x)';
    const { unimodal, minima } = look(bump);
    expect([unimodal.holds, minima.count > 1]).toEqual(['no', true]);
    for (const text of ['x/3 + 1e9 - 1e9', '(x - 0.3)^2 + 1e6', '(x + 1e5)^2 - x^2 - 1e10'])
      expect(look(text).convex.holds, text).toBe('yes');
  });

  it('tell the smallest numbers beside the largest', () => {
    // A random test found the first.
    for (const least of ['-5e-324', '5e-324']) {
      const text = `(x > 0) ? -1e+300 : ${least}`;
      const problem = problemOf(text, 'x -3 3; y log 1e-3 10');
      for (const found of [coarseOf(problem), diagnosisOf(problem)]) expectOneVoice(found, problem, text);
    }
  });

  it('of random formulas never contradict each other', () => {
    let seen = 0;
    fc.assert(
      fc.property(
        treeArbitrary(),
        fc.constantFrom('', 'x -3 3; y log 1e-3 10', 'x integer -4 9'),
        (tree, space) => {
          const text = textOf(tree);
          const params = { formula: text, space };
          if (text.length > 300 || formula.check!(params)) return;
          const problem = problemOf(text, space);
          if (problem.space.dimensions.length > 2) return;
          seen += 1;
          // Often the first impression, which has less to go by; now and then the closer look.
          expectOneVoice(seen % 8 === 0 ? diagnosisOf(problem) : coarseOf(problem), problem, text);
        },
      ),
      { numRuns: 200 },
    );
    expect(seen).toBeGreaterThan(50);
  }, 120_000);
});
