import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stream } from '../../../../rng.ts';
import { makeSpace } from '../../../../space.ts';
import type { Optimum } from '../../../../types.ts';
import { compile } from '../compile.ts';
import { minimumOf } from './minimum.ts';
import { variableNames } from '../operations.ts';
import { parseFormula } from '../parse.ts';
import { dimension, variableSpace } from '../../space-text.ts';
import { textOf, treeArbitrary } from '../testing.ts';

function setUp(text: string, spaceText = '') {
  const parsed = parseFormula(text);
  const space = variableSpace(spaceText);
  if ('problem' in parsed || 'problem' in space) throw new Error(text);
  const dimensions = variableNames(parsed.formula).map((name, i) => {
    const entry = space.entries[i];
    return dimension(name, entry?.scale ?? 'linear', entry?.range?.lo ?? 0, entry?.range?.hi ?? 1);
  });
  return { formula: parsed.formula, dimensions, f: compile(parsed.formula.expression) };
}
function optimum(text: string, space?: string): Optimum {
  const { formula, dimensions } = setUp(text, space);
  const found = minimumOf(formula, dimensions);
  if ('problem' in found) throw new Error(JSON.stringify(found.problem));
  return found.optimum;
}
function refusal(text: string, space?: string) {
  const { formula, dimensions } = setUp(text, space);
  const found = minimumOf(formula, dimensions);
  return 'problem' in found ? found.problem : undefined;
}
const near = (a: readonly number[], b: readonly number[]) =>
  a.every((x, i) => Math.abs(x - b[i]) < 1e-5 * (1 + Math.abs(b[i])));

describe('the minimum of a formula', () => {
  it.each<[string, string, number, number[][]]>([
    ['(x - 0.3)^2', '', 0, [[0.3]]],
    ['(6*x - 2)^2*sin(12*x - 4)', '', -6.020740055766, [[0.757248758]]],
    ['cos(20*x)', '', -1, [[Math.PI / 20], [(3 * Math.PI) / 20], [Math.PI / 4]]],
    ['(log10(x) + 3)^2', 'x log 1e-5 1', 0, [[1e-3]]],
    ['(x - 4.2)^2', 'x integer 1 10', 0.04, [[4]]],
    [
      '(x - 4.5)^2 + (y - 2)^2',
      'x integer 1 10; y log 0.01 100',
      0.25,
      [
        [4, 2],
        [5, 2],
      ],
    ],
    ['x < 0.3 ? (x - 0.5)^2 : 1', '', 0.04, [[0.3]]],
    ['abs(x - y) + 0.1*abs(x + y - 1)', '', 0, [[0.5, 0.5]]],
    ['x^0.3*y - y^2', '', -1, [[0, 1]]],
    ['x^x', '', Math.exp(-1 / Math.E), [[1 / Math.E]]],
    ['sin(x)/x', 'x -2 3', Math.sin(3) / 3, [[3]]],
    ['sin(2*pi*(x - 2))/(2*pi*(x - 2)) + 0.1*x', 'x 0 4', -0.089338144813887, [[1.2729879]]],
    [
      '(y - 5.1/(4*pi^2)*x^2 + 5/pi*x - 6)^2 + 10*(1 - 1/(8*pi))*cos(x) + 10',
      'x -5 10; y 0 15',
      0.39788735772974,
      [
        [-Math.PI, 12.275],
        [Math.PI, 2.275],
        [3 * Math.PI, 2.475],
      ],
    ],
    [
      '(x^2 + y - 11)^2 + (x + y^2 - 7)^2',
      'x -6 6; y -6 6',
      0,
      [
        [3, 2],
        [-2.805118, 3.131313],
        [-3.77931, -3.283186],
        [3.584428, -1.848127],
      ],
    ],
    [
      'x1*x2*x3 - sin(5*x1 + 3*x2)*cos(4*x3 + x4) + x5*x6 - x4^2',
      'x1 -2 2; x2 -2 2; x3 -2 2; x4 -2 2; x5 -2 2; x6 -2 2',
      -16.726659268857524,
      [
        [-2, 2, 2, -2, 2, -2],
        [-2, 2, 2, -2, -2, 2],
      ],
    ],
  ])('%s on %s is known, certified, and every place of it is listed', (text, space, value, places) => {
    const found = optimum(text, space);
    expect(found.kind).toBe('numeric');
    expect(found.certified).toBeUndefined();
    expect(found.more).toBeUndefined();
    expect(Math.abs(found.value - value)).toBeLessThan(1e-9 * (1 + Math.abs(value)));
    expect(found.tolerance).toBeLessThan(1e-6 * (1 + Math.abs(value)));
    expect(found.at).toHaveLength(places.length);
    for (const place of places)
      expect(
        found.at.some((at) => near(at, place)),
        String(place),
      ).toBe(true);
  });

  it('may fill a region, leave a variable free, or lie in more places than can be listed', () => {
    const flat = optimum('max(0, abs(x - 0.5) - 0.1)');
    expect(flat.region!.lo[0]).toBeCloseTo(0.4, 9);
    expect(flat.region!.hi[0]).toBeCloseTo(0.6, 9);
    const free = optimum('x1 + x3');
    expect([free.free, free.at]).toEqual([[1], [[0, 0.5, 0]]]);
    expect(optimum('3').free).toEqual([0]);
    const many = optimum('sin(1000*x)');
    expect([many.value, many.more]).toEqual([-1, true]);
  });

  it('that cannot be proven is said to be the lowest value found, with a finite tolerance', () => {
    const sines = Array.from({ length: 30 }, (_, i) => `sin(${i + 1}*x + ${(i * i) % 7}*y)`).join('+');
    for (const [text, space] of [
      ['x^2/x', 'x -1 1'],
      ['sin(2*x)/x', 'x -1 1'],
      [sines, ''],
    ]) {
      const found = optimum(text, space);
      expect(found.certified, text).toBe(false);
      expect(found.more).toBe(true);
      expect(found.tolerance).toBeLessThan(1e-9 * (1 + Math.abs(found.value)));
      if (found.lowerBound !== undefined) expect(found.lowerBound).toBeLessThan(found.value);
    }
    expect(optimum(sines).lowerBound).toBeGreaterThan(-30.1);
    expect(optimum('sin(2*x)/x').lowerBound).toBe(0);
  });

  it('is refused where there is none', () => {
    const abysses: [string, string, RegExp][] = [
      ['log(x)', '', /^x = 0$/],
      ['1/(x - 0.3)', '', /^x = 0\.3$/],
      ['tan(x)', 'x 0 3', /^x = 1\.571$/],
      ['-exp(1000*x)', '', /^x = 1$/],
      ['1/(x - y)', '', /^x = .*, y = /],
    ];
    for (const [text, space, place] of abysses) {
      const said = refusal(text, space);
      expect(said?.key, text).toBe('problem.formula-abyss');
      expect(said?.values.place).toMatch(place);
    }
    for (const text of ['sqrt(-1 - x)', 'log(x - 5)', '1/0', '0/0', 'asin(2 + x)']) {
      expect(refusal(text)?.key, text).toBe('problem.formula-never');
    }
    expect(refusal('log(x)', 'x log 1e-5 1')).toBeUndefined();
    expect(refusal('1/x')).toBeUndefined();
    expect(refusal('max(-5, log(x))')).toBeUndefined();
  });

  it('lies below every value that anybody finds, by no more than it says', () => {
    const rng = stream('minimum-test');
    let certified = 0;
    let bounded = 0;
    fc.assert(
      fc.property(
        treeArbitrary(),
        fc.constantFrom('', 'x -3 3; y log 1e-3 10', 'x integer -4 9'),
        (tree, space) => {
          const text = textOf(tree);
          if (text.length > 2000) return;
          const { formula, dimensions, f } = setUp(text, space);
          const found = minimumOf(formula, dimensions);
          if ('problem' in found) return;
          const { value, tolerance, certified: stated, lowerBound, at } = found.optimum;
          expect(f(at[0]) + 0).toBe(value);
          const bound = stated === false ? (lowerBound ?? -Infinity) : value - tolerance;
          if (stated !== false) certified += 1;
          else if (lowerBound !== undefined) bounded += 1;
          const { toReal, toUnit } = makeSpace(dimensions);
          const home = toUnit(at[0]);
          for (let n = 0; n < 60; n++) {
            const size = 10 ** (-8 * rng.next());
            const u = home.map((h) =>
              n % 2 ? rng.next() : Math.min(1, Math.max(0, h + size * (rng.next() - 0.5))),
            );
            const tried = f(toReal(u));
            if (Number.isFinite(tried) && tried < bound) {
              expect.fail(`${text} on ${space}: ${tried} at ${toReal(u)} lies below ${bound}`);
            }
          }
        },
      ),
      { numRuns: 200 },
    );
    // Otherwise nothing was tested.
    expect(certified).toBeGreaterThan(100);
    expect(bounded).toBeGreaterThan(1);
  });
});
