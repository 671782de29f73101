import { describe, expect, it } from 'vitest';
import { knotsProblem, MOST_KNOTS } from '#core/objectives/own/index.ts';
import { problemOf } from '#core/run.ts';
import { drawOver, heightsOver, simplify, withKnot, type Knot } from './strokes.ts';

const level = [
  [0, 1],
  [1, 1],
];
/** A hand that draws `f` from one place to another, with as many points as a pointer gives. */
const hand = (f: (u: number) => number, from = 0, to = 1, points = 150): Knot[] =>
  Array.from({ length: points + 1 }, (_, i) => {
    const u = from + ((to - from) * i) / points;
    return [u, f(u)] as const;
  });
const valueAt = (knots: number[][], u: number) =>
  problemOf({ objective: { id: 'drawn', params: { knots, space: '' } } }).value([u]);

describe('a stroke over a curve', () => {
  it('gives knots whose curve is the stroke, to what a hand can draw', () => {
    const f = (u: number) => 0.5 + 0.4 * Math.sin(9 * u);
    const curve = drawOver(level, hand(f), 1);
    expect(knotsProblem(curve)).toBeUndefined();
    expect(curve[0].length).toBeLessThanOrEqual(MOST_KNOTS);
    for (let u = 0; u <= 1; u += 0.01) expect(Math.abs(valueAt(curve, u) - f(u))).toBeLessThan(0.01);
  });

  it('replaces what it passes over and leaves the rest', () => {
    const valley = drawOver(
      level,
      hand((u) => (u - 0.5) ** 2),
      1,
    );
    const curve = drawOver(
      valley,
      hand(() => 0.8, 0.6, 0.7),
      1,
    );
    expect(valueAt(curve, 0.65)).toBeCloseTo(0.8, 3);
    for (const u of [0.1, 0.3, 0.5, 0.55, 0.75, 0.9]) {
      expect(Math.abs(valueAt(curve, u) - valueAt(valley, u)), `at ${u}`).toBeLessThan(0.01);
    }
  });

  it('from right to left gives the same curve, and what is drawn last counts', () => {
    const f = (u: number) => u * (1 - u);
    expect(drawOver(level, hand(f).toReversed(), 1)).toEqual(drawOver(level, hand(f), 1));
    const twice = [...hand(() => 0.2), ...hand(() => 0.9, 1, 0.5)];
    const curve = drawOver(level, twice, 1);
    expect(valueAt(curve, 0.25)).toBeCloseTo(0.2, 3);
    expect(valueAt(curve, 0.75)).toBeCloseTo(0.9, 3);
  });

  it('a fast hand leaves no gaps', () => {
    expect(
      heightsOver([
        [0, 0],
        [1, 1],
      ]),
    ).toHaveLength(401);
    expect(
      valueAt(
        drawOver(
          level,
          [
            [0, 0],
            [1, 4],
          ],
          4,
        ),
        0.5,
      ),
    ).toBeCloseTo(2, 2);
  });

  it('a tap sets one knot', () => {
    expect(drawOver(level, [[0.5, 0.25]], 1)).toEqual([
      [0, 0.5, 1],
      [1, 0.25, 1],
    ]);
    // And moves one that is there.
    expect(
      drawOver(
        [
          [0, 0.5, 1],
          [1, 0.25, 1],
        ],
        [[0.505, 0.5]],
        1,
      )[0],
    ).toHaveLength(3);
  });

  it('stays a curve that can be used, whatever is scribbled', () => {
    let curve = level;
    let state = 7;
    const draw = () => (state = (state * 16807) % 2147483647) / 2147483647;
    for (let n = 0; n < 100; n++) {
      const stroke = Array.from(
        { length: 1 + Math.floor(draw() * 12) },
        () => [draw() * 1.4 - 0.2, draw() * 5] as const,
      );
      curve = drawOver(curve, stroke, 5);
      expect(knotsProblem(curve), JSON.stringify(stroke)).toBeUndefined();
    }
  });
});

describe('simplify', () => {
  it('keeps the ends and the corner of a bend', () => {
    const bend: Knot[] = hand((u) => Math.abs(u - 0.4), 0, 1, 20);
    expect(simplify(bend, 3)).toEqual([bend[0], bend[8], bend[20]]);
    expect(simplify(bend, 64, 1e-9)).toHaveLength(3);
  });
});

describe('one knot more', () => {
  it('goes where there is most room, without changing the curve there', () => {
    const curve = withKnot([
      [0, 0.2, 1],
      [1, 0, 1],
    ])!;
    expect(curve[0]).toEqual([0, 0.2, 0.6, 1]);
    expect(curve[1][2]).toBeCloseTo(
      valueAt(
        [
          [0, 0.2, 1],
          [1, 0, 1],
        ],
        0.6,
      ),
      5,
    );
    expect(knotsProblem(curve)).toBeUndefined();
    expect(
      withKnot([
        [0.5, 0.9],
        [0, 1],
      ])![0],
    ).toEqual([0, 0.5, 0.9]);
  });
  it('says when there is no room left', () => {
    const full = Array.from({ length: MOST_KNOTS }, (_, i) => i / (MOST_KNOTS - 1));
    expect(withKnot([full, full])).toBeUndefined();
  });
});
