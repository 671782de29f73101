import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import { encloser, type Enclosure } from './enclose.ts';
import { isEmpty, unary, type Interval } from './interval.ts';
import { parseFormula } from './parse.ts';
import { textOf, treeArbitrary } from './testing.ts';

function read(text: string) {
  const parsed = parseFormula(text);
  if ('problem' in parsed) throw new Error(`${text}: ${JSON.stringify(parsed.problem)}`);
  const { expression } = parsed.formula;
  return { f: compile(expression), F: encloser(expression, 2) };
}

const coordinate = fc.oneof(
  fc.double({ min: -4, max: 4, noNaN: true }),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(0, 1e-320, 1e9, -1e9, 1e16, 1e300),
);
const side = fc
  .tuple(coordinate, coordinate)
  // A hyperparameter is never −0.
  .map(([a, b]): Interval => ({ lo: Math.min(a, b) + 0, hi: Math.max(a, b) + 0 }));
const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 });

/** Corners, and points inside. */
function pointsIn(box: readonly Interval[], inside: readonly number[]): number[][] {
  const [x, y] = box;
  const corners = [x.lo, x.hi].flatMap((a) => [y.lo, y.hi].map((b) => [a, b]));
  const mix = ({ lo, hi }: Interval, t: number) => Math.min(hi, Math.max(lo, lo + t * (hi - lo))) + 0;
  const drawn = inside.flatMap((_, i) => (i % 2 === 0 ? [[mix(x, inside[i]), mix(y, inside[i + 1])]] : []));
  return [...corners, ...drawn];
}

/** The mean value form from `c` to `p`, as an interval. */
function meanValue({ slopes }: Enclosure, fc: number, c: readonly number[], p: readonly number[]): Interval {
  let [lo, hi] = [fc, fc];
  slopes.forEach((slope, i) => {
    const step = p[i] - c[i];
    if (step === 0) return;
    lo += Math.min(slope.lo * step, slope.hi * step);
    hi += Math.max(slope.lo * step, slope.hi * step);
  });
  return { lo, hi };
}

describe('the enclosure of a formula on a box', () => {
  const check = (smooth: boolean, numRuns: number, formulas = (of: string) => [of]) => {
    let tame = 0;
    const hold = (text: string, box: readonly Interval[], inside: readonly number[]) => {
      const { f, F } = read(text);
      const enclosed = F(box);
      const { values } = enclosed;
      expect([Number.isNaN(values.lo), Number.isNaN(values.hi)]).toEqual([false, false]);
      if (enclosed.tame) tame += 1;
      const points = pointsIn(box, inside);
      const [centre] = points;
      for (const point of points) {
        const at = f(point);
        const where = `${text} at ${point} of ${JSON.stringify(box)}`;
        if (at !== at) {
          if (enclosed.tame) expect.fail(`${where} fails, though it was said to be tame`);
          continue;
        }
        if (!(at >= values.lo && at <= values.hi)) {
          expect.fail(`${where} is ${at}, outside of ${values.lo} … ${values.hi}`);
        }
        if (!enclosed.tame) continue;
        const { lo, hi } = meanValue(enclosed, f(centre), centre, point);
        // Rounding of the form itself, which the search for the minimum takes into account.
        const slack = 1e-9 * (1 + Math.abs(values.lo) + Math.abs(values.hi));
        if (at < lo - slack || at > hi + slack)
          expect.fail(`${where} is ${at}, its slopes say ${lo} … ${hi}`);
      }
    };
    fc.assert(
      fc.property(treeArbitrary(smooth), side, side, shares, (tree, x, y, inside) => {
        for (const text of formulas(textOf(tree))) if (text.length <= 2000) hold(text, [x, y], inside);
      }),
      { numRuns },
    );
    return tame;
  };

  it('holds every value, of every operation, on thousands of boxes', () => {
    expect(check(false, 4000)).toBeGreaterThan(400);
  });

  it('holds every value and slope of formulas without jumps', () => {
    expect(check(true, 2000)).toBeGreaterThan(200);
  });

  it('holds every value and slope where both arguments are the same', () => {
    expect(
      check(true, 1000, (of) => [`(${of})^(${of})`, `sin(${of})/(${of})`, `(${of})*(${of})`]),
    ).toBeGreaterThan(130);
  });

  it.each<[string, Interval, number, number]>([
    ['x^2', { lo: -1, hi: 2 }, 0, 4],
    ['x*x', { lo: -1, hi: 2 }, 0, 4],
    ['abs(x)', { lo: -3, hi: 1 }, 0, 3],
    ['sin(x)', { lo: 1, hi: 2 }, Math.sin(1), 1],
    ['cos(x)', { lo: 1, hi: 9 }, -1, 1],
    ['1/x', { lo: 0, hi: 2 }, 0.5, Infinity],
    ['exp(x)', { lo: 0, hi: 1 }, 1, Math.E],
    ['log(x)', { lo: -1, hi: 1 }, -Infinity, 0],
    ['mod(x, 2)', { lo: 2.5, hi: 3.5 }, 0.5, 1.5],
    ['mod(x, 2)', { lo: 1.5, hi: 2.5 }, 0, 2],
    ['floor(x)', { lo: 0.5, hi: 2.5 }, 0, 2],
    ['x < 1', { lo: 2, hi: 3 }, 0, 0],
    ['x < 1 ? -5 : x', { lo: 2, hi: 3 }, 2, 3],
    ['x < 1 ? -5 : x', { lo: 0, hi: 3 }, -5, 3],
    ['max(x, 1)', { lo: 0, hi: 3 }, 1, 3],
    ['hypot(x, 3)', { lo: 0, hi: 4 }, 3, 5],
    ['x^-2', { lo: 1, hi: 2 }, 0.25, 1],
    ['x^x', { lo: 0, hi: 0.25 }, Math.SQRT1_2, 1],
    ['x^x', { lo: 0.25, hi: 2 }, Math.exp(-1 / Math.E), 4],
    ['x^x', { lo: 1, hi: 2 }, 1, 4],
    ['sin(x)/x', { lo: -1, hi: 0.5 }, Math.sin(1), 1],
    ['sin(x)/x', { lo: 0, hi: 0 }, 1, 1],
    ['sin(x)/x', { lo: -5, hi: 1 }, -0.21723362821122166, 1],
    ['x^3', { lo: -2, hi: 1 }, -8, 1],
  ])('of %s is no wider than it has to be', (text, x, lo, hi) => {
    const { values } = read(text).F([x, { lo: 0, hi: 0 }]);
    for (const [bound, exact] of [
      [values.lo, lo],
      [values.hi, hi],
    ]) {
      if (Number.isFinite(exact)) expect(Math.abs(bound - exact)).toBeLessThan(1e-11);
      else expect(bound).toBe(exact);
    }
  });

  it('is empty where nothing can be evaluated, and knows where the formula is continuous', () => {
    const x = { lo: -2, hi: -1 };
    expect(isEmpty(read('log(x)').F([x, x]).values)).toBe(true);
    const tame = (text: string) => read(text).F([{ lo: -1, hi: 1 }, x]).tame;
    expect(['x^2 + abs(x)', 'min(x, 0)', 'x < 2 ? x : 0'].map(tame)).toEqual([true, true, true]);
    const wild = ['sqrt(x)', '1/x', 'floor(x)', 'x < 0 ? 1 : 2', 'tan(2*x)', 'asin(2*x)', 'x^y'];
    expect(wild.map(tame)).toEqual(new Array(7).fill(false));
  });
});

it('intervals of elementary functions hold what is computed at thousands of points', () => {
  for (const [name, F] of Object.entries(unary)) {
    const [from, to] = { log: [1e-9, 50], log1p: [-0.999, 9], log2: [1e-9, 9], log10: [1e-9, 9] }[name] ?? [
      -1, 1,
    ];
    const { f } = read(`${name}(x)`);
    for (let n = 0; n < 40; n++) {
      const lo = from + (n / 40) * (to - from);
      const box = { lo, hi: lo + (to - lo) * ((n % 7) + 1) * 0.01 };
      const { lo: least, hi: most } = F(box);
      for (let i = 0; i <= 50; i++) {
        const y = f([box.lo + (i / 50) * (box.hi - box.lo)]);
        expect(y !== y || (y >= least && y <= most), `${name} ${JSON.stringify(box)}`).toBe(true);
      }
    }
  }
});
