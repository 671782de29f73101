import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readScenario } from '../../scenario.ts';
import { drawn, knotsProblem } from './drawn.ts';

const curve = (places: number[], heights: number[], space = '') =>
  drawn.create({ knots: [places, heights], space });

describe('a drawn curve', () => {
  it('has its minimum at its lowest knot, exactly, on every scale', () => {
    for (const [space, at] of [
      ['', 0.25],
      ['x -2 6', 0],
      ['x log 1e-4 1', 1e-3],
    ] as const) {
      const { optimum, value } = curve([0, 0.25, 0.6, 1], [3, 0.1, 2, 1], space);
      expect(optimum).toMatchObject({ value: 0.1, kind: 'exact' });
      expect(optimum.at).toHaveLength(1);
      expect(optimum.at[0][0]).toBeCloseTo(at, 12);
      expect(value(optimum.at[0])).toBeCloseTo(0.1, 12);
    }
  });

  it('whose knot was typed as a value has its minimum at that value', () => {
    for (const [space, typed] of [
      ['x -1 1', 0.2],
      ['x log 1e-5 1', 1e-3],
      ['x log 3e-7 0.9', 2.5e-4],
      ['x 10 1e6', 333.3],
    ] as const) {
      const place = curve([0, 1], [1, 0], space).space.toUnit([typed])[0];
      const { optimum, value } = curve([0, place, 1], [3, 0.1, 2], space);
      expect(optimum.at).toEqual([[typed]]);
      expect(value([typed])).toBe(0.1);
    }
  });

  it('may rest at the bottom, between knots or beyond them', () => {
    expect(curve([0, 0.2, 0.5, 1], [1, 0, 0, 1]).optimum.region).toEqual({ lo: [0.2], hi: [0.5] });
    expect(curve([0.3, 1], [0, 1]).optimum.region).toEqual({ lo: [0], hi: [0.3] });
    expect(curve([0, 0.3, 0.5, 0.7, 1], [0, 1, 0, 1, 0]).optimum.at).toEqual([[0], [0.5], [1]]);
    expect(curve([0, 0.3, 0.6, 0.8], [0, 1, 2, 0]).optimum.more).toBe(true);
  });

  it('of whole numbers is lowest at one of them', () => {
    const { optimum, value } = curve([0, 0.5, 1], [2, 0, 1], 'x integer 1 4');
    expect(optimum.value).toBe(Math.min(...[1, 2, 3, 4].map((x) => value([x]))));
    expect(value(optimum.at[0])).toBe(optimum.value);
  });

  it('says what is true of it', () => {
    expect(curve([0, 0.4, 1], [1, 0, 1]).facts).toMatchObject({
      unimodal: true,
      smooth: true,
      separable: true,
    });
    expect(curve([0, 0.4, 0.6, 1], [1, 0, 1, 0.5]).facts.unimodal).toBe(false);
    expect(curve([0, 1], [0, 1]).facts).toMatchObject({ convex: true, unimodal: true });
    // Level beyond its last knot, and not at its minimum.
    expect(curve([0, 0.5], [0, 1]).facts).toMatchObject({ convex: false, unimodal: false, smooth: false });
  });

  it('is nowhere lower than that, whatever was drawn', () => {
    const knots = fc
      .uniqueArray(fc.integer({ min: 0, max: 10_000 }), { minLength: 2, maxLength: 64 })
      .chain((places) =>
        fc.tuple(
          fc.constant(places.sort((a, b) => a - b).map((place) => place / 10_000)),
          fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
            minLength: places.length,
            maxLength: places.length,
          }),
        ),
      );
    fc.assert(
      fc.property(knots, ([places, heights]) => {
        const { optimum, value } = curve(
          places,
          heights.map((y) => y + 0),
        );
        for (const at of optimum.at)
          expect(Math.abs(value(at) - optimum.value)).toBeLessThanOrEqual(optimum.tolerance);
        for (let i = 0; i <= 200; i++) expect(value([i / 200])).toBeGreaterThanOrEqual(optimum.value);
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, number[][], string]>([
    ['one list', [[0, 1]], 'lists'],
    ['lists of different lengths', [[0, 1], [1]], 'length'],
    ['one knot', [[0], [1]], 'few'],
    [
      'a knot off the axis',
      [
        [0, 1.2],
        [1, 2],
      ],
      'outside',
    ],
    [
      'knots from right to left',
      [
        [0, 0.7, 0.5],
        [1, 2, 3],
      ],
      'order',
    ],
    [
      'knots on top of each other',
      [
        [0, 0.5, 0.5],
        [1, 2, 3],
      ],
      'order',
    ],
    [
      'heights beyond all measure',
      [
        [0, 1],
        [1e200, 0],
      ],
      'height',
    ],
  ])('refuses %s', (_, knots, key) => {
    expect(knotsProblem(knots)?.key).toBe(`problem.drawn-${key}`);
    const { scenario, notices } = readScenario({ objective: { id: 'drawn', params: { knots } } });
    expect(notices.map((notice) => notice.key)).toEqual([`problem.drawn-${key}`]);
    expect(scenario.objective.params.knots).toEqual(drawn.params.knots.default);
    expect(() => drawn.create({ knots, space: '' })).toThrow();
  });
});
