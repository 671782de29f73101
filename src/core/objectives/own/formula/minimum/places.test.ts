/** Lists of minimisers against formulas whose minimisers are known by how they were made. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromValue } from '../../../../space.ts';
import type { Optimum } from '../../../../types.ts';
import { formula } from '../../formula.ts';

const problemOf = (text: string, space = '') => formula.create({ formula: text, space });
const optimumOf = (text: string, space?: string): Optimum => problemOf(text, space).optimum;

/** What every list owes: within the tolerance of the value, and no place twice. */
function check(text: string, space: string): Optimum {
  const { optimum, value, space: box } = problemOf(text, space);
  for (const x of optimum.at) expect(value(x) - optimum.value, text).toBeLessThanOrEqual(optimum.tolerance);
  expect(new Set(optimum.at.map(String)).size, text).toBe(optimum.at.length);
  for (const x of optimum.at) {
    for (const other of optimum.at) {
      if (x === other) continue;
      const far = x.map((one, i) =>
        Math.abs(fromValue(box.dimensions[i], one) - fromValue(box.dimensions[i], other[i])),
      );
      expect(Math.max(...far), `${text} on ${space}: ${x} and ${other}`).toBeGreaterThan(1e-8);
    }
  }
  return optimum;
}

/** Places that are to be listed, all of them and no others; or the list says that there are more. */
function expectPlaces(text: string, space: string, places: readonly (readonly number[])[]): boolean {
  const found = check(text, space);
  if (found.more) return false;
  const shown = `${text} on ${space}: ${JSON.stringify(found)}`;
  const { dimensions } = problemOf(text, space).space;
  expect(found.at.length, shown).toBe(places.length);
  for (const place of places) {
    const near = found.at.some((x) =>
      x.every(
        (one, i) => Math.abs(fromValue(dimensions[i], one) - fromValue(dimensions[i], place[i])) < 1e-4,
      ),
    );
    expect(near, `${place} of ${shown}`).toBe(true);
  }
  return true;
}

describe('equal minima', () => {
  it.each<[string, string, number[]]>([
    ['sqrt(abs(x^2-0.5))', 'x -1 1', [-Math.SQRT1_2, Math.SQRT1_2]],
    ['sqrt(abs(x^2-0.5))', 'x -2 1', [-Math.SQRT1_2, Math.SQRT1_2]],
    ['sqrt(abs(x*(x-0.4)))', '', [0, 0.4]],
    ['sqrt(abs(x*(x-0.4)))', 'x -1 1', [0, 0.4]],
    ['abs(sin(20*x))^0.3', '', [0, 1, 2, 3, 4, 5, 6].map((k) => (k * Math.PI) / 20)],
    ['sqrt(abs((x-0.1)*(x-0.4)*(x-pi/4)))', '', [0.1, 0.4, Math.PI / 4]],
    ['abs(x^2-1/3)^0.25 + 2', 'x -1 1', [-Math.sqrt(1 / 3), Math.sqrt(1 / 3)]],
    ['abs(log10(x)^2-2)^0.5', 'x log 1e-3 1e3', [10 ** -Math.SQRT2, 10 ** Math.SQRT2]],
    ['(x-0.3)^2*(x-0.3003)^2', '', [0.3, 0.3003]],
    ['1e-13*cos(20*x)', '', [1, 3, 5].map((k) => (k * Math.PI) / 20)],
    ['min((x-0.2)^2, (x-0.7)^2 + 1e-13)', '', [0.2]],
    ['abs(x^2 - 20)', 'x integer -9 9', [-4, 4]],
    ['1e6 + (x - 0.3)^2', '', [0.3]],
    ['(x - 0.5)^20', '', [0.5]],
  ])('of %s on %s are all listed, each once', (text, space, places) => {
    expect(
      expectPlaces(
        text,
        space,
        places.map((x) => [x]),
      ),
    ).toBe(true);
  });

  it('of several hyperparameters are all listed, each once', () => {
    const schwefel = '418.9829*2 - x*sin(sqrt(abs(x))) - y*sin(sqrt(abs(y)))';
    expect(expectPlaces(schwefel, 'x -500 500; y -500 500', [[420.968746, 420.968746]])).toBe(true);
    const root = (c: number) => Math.sqrt(c);
    const signs = [-1, 1];
    expect(
      expectPlaces(
        'sqrt(abs(x1^2-0.5)) + sqrt(abs(x2^2-0.3)) + sqrt(abs(x3^2-0.2))',
        'x1 -1 1; x2 -1 1; x3 -1 1',
        signs.flatMap((a) =>
          signs.flatMap((b) => signs.map((c) => [a * root(0.5), b * root(0.3), c * root(0.2)])),
        ),
      ),
    ).toBe(true);
  });

  it('that only rounding makes equal are one place, a stretch, or too many to list', () => {
    for (const width of [0.005, 0.01, 0.03, 0.05, 0.07, 0.1, 0.2]) {
      for (const centre of [0.471, 0.5, 0.62]) {
        for (const space of ['', 'x -5 5', 'x 0 2', 'x -1 1']) {
          // Both ends are as far from the middle as each other, to the digit.
          if (centre === 0.5 && space === '') continue;
          const { at } = check(`exp(exp(-((x-${centre})/${width})^2))`, space);
          expect(at, `${centre} ${width} ${space}`).toHaveLength(1);
        }
      }
    }
  });

  it('that fill more than one stretch, or no box, are not said to fill one', () => {
    for (const text of [
      'sqrt(abs((x-0.3)*(y-0.6)))',
      'max(0, abs(abs(x-0.5)-0.3)-0.1)',
      'min(round(1000*abs(x-0.3)), round(1000*abs(x-0.7)))',
      'min(abs(x-0.2), max(0, abs(x-0.7)-0.1))',
      'max(floor(4*x), floor(4*y)) * max(0, x - y)',
    ]) {
      const { region, more } = check(text, '');
      expect([text, region, more]).toEqual([text, undefined, true]);
    }
    expect(optimumOf('round(1000*abs(x-0.3)) + 0.1').region!.lo[0]).toBeCloseTo(0.2995, 6);
  });

  it('are complete, or more are said to be there, and none stands twice, whatever the formula', () => {
    let [listed, made] = [0, 0];
    const number = (lo: number, hi: number) => fc.double({ min: lo, max: hi, noNaN: true });
    // Apart by more than a hundredth of the range.
    const roots = fc
      .uniqueArray(fc.integer({ min: 2, max: 78 }), { minLength: 1, maxLength: 5 })
      .chain((cells) => fc.tuple(...cells.map((cell) => number(cell / 80 + 1e-3, (cell + 0.2) / 80))));
    const line = fc.record({
      roots,
      power: fc.constantFrom(0.2, 0.3, 0.5, 0.75, 1, 1.5, 2, 4),
      how: fc.constantFrom('product', 'min'),
      around: fc.constantFrom('$', '3 + $', 'sqrt($)', '2*$ - 1', '$ + 1e-3*$^2', 'log(1 + $)'),
    });
    const textOf = (
      { roots: list, power, how, around }: typeof line extends fc.Arbitrary<infer T> ? T : never,
      name: string,
    ) => {
      const parts = list.map((root) => `(${name} - ${root})`);
      const inner =
        how === 'product'
          ? `abs(${parts.join('*')})^${power}`
          : `min(${parts.map((part) => `abs${part}^${power}`).join(', ')}, 9)`;
      return around.replaceAll('$', `(${inner})`);
    };
    // A crest that rounding cannot see parts nothing: places beside it are one level stretch.
    const parted = ({ roots: list, power, how }: typeof line extends fc.Arbitrary<infer T> ? T : never) => {
      const sorted = [...list].sort((a, b) => a - b);
      return sorted.slice(1).every((root, i) => {
        const crest = (root + sorted[i]) / 2;
        const parts = list.map((other) => Math.abs(crest - other));
        const inner =
          how === 'product'
            ? parts.reduce((product, part) => product * part, 1) ** power
            : Math.min(...parts) ** power;
        return inner > 1e-9;
      });
    };
    fc.assert(
      fc.property(line, line, fc.boolean(), (one, other, plane) => {
        fc.pre(parted(one) && parted(other));
        made += 1;
        if (!plane) {
          if (
            expectPlaces(
              textOf(one, 'x'),
              '',
              one.roots.map((root) => [root]),
            )
          )
            listed += 1;
          return;
        }
        const [first, second] = [
          { ...one, roots: one.roots.slice(0, 3) },
          { ...other, roots: other.roots.slice(0, 2) },
        ] as (typeof one)[];
        const places = first.roots.flatMap((x) => second.roots.map((y) => [x, y]));
        if (expectPlaces(`${textOf(first, 'x')} + ${textOf(second, 'y')}`, '', places)) listed += 1;
      }),
      { numRuns: 75 },
    );
    // Saying “more” of all of them would be no answer.
    expect(listed / made).toBeGreaterThan(0.6);
  });
});
