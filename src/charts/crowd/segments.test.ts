import fc from 'fast-check';
import { expect, it } from 'vitest';
import { segmentsOf } from './segments.ts';

const path = fc.array(
  fc.tuple(fc.double({ min: 0, max: 900, noNaN: true }), fc.integer({ min: 0, max: 600 })),
  {
    maxLength: 6,
  },
);
const flat = (places: readonly (readonly [number, number])[]) => Float64Array.from(places.flat());
const tenth = (value: number) => Math.round(value * 10) / 10;

it('are the moves of everybody, trial by trial, whatever is asked for first', () => {
  fc.assert(
    fc.property(
      fc.array(path, { maxLength: 4 }),
      fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7]),
      (paths, asked) => {
        const segments = segmentsOf(paths.map(flat));
        const at = ([x, y]: readonly [number, number]) => `${tenth(x)},${tenth(y)}`;
        for (const trial of asked) {
          const there = paths.filter(({ length }) => trial >= 1 && length >= trial);
          const moves = (from: number) =>
            paths.flatMap((places) =>
              from >= 2 && places.length >= from ? [`M${at(places[from - 2])}L${at(places[from - 1])}`] : [],
            );
          expect(segments.count(trial)).toBe(there.length);
          expect(segments.dots(trial)).toBe(there.map((places) => `M${at(places[trial - 1])}h0`).join(''));
          expect(segments.steps(trial)).toBe(moves(trial).join(''));
          const before = Array.from({ length: Math.max(0, trial - 1) }, (_, i) => moves(i + 1).join(''));
          expect(segments.way(trial)).toBe(before.join(''));
        }
      },
    ),
  );
});
