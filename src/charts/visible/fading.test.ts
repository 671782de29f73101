import { scaleLinear } from 'd3';
import { expect, it } from 'vitest';
import { fadingOf } from './fading.ts';

const frame = { x: scaleLinear([0, 10], [0, 100]), y: scaleLinear([0, 10], [100, 0]), top: 0, bottom: 100 };
const x = Array.from({ length: 11 }, (_, i) => i);
const bandOf = (mean: number[], sd = 1) => ({ x, mean, sd: x.map(() => sd) });

it('a band goes on where mean ± 2 sd leaves the plot, once for each stretch, and nowhere else', () => {
  expect(fadingOf(null, frame)).toEqual([]);
  expect(fadingOf(bandOf(x.map(() => 5)), frame)).toEqual([]);
  // Just inside at both ends.
  expect(fadingOf(bandOf(x.map((_, i) => (i < 5 ? 8 : 2))), frame)).toEqual([]);
  expect(fadingOf(bandOf([9, 9, 9, 5, 5, 5, 5, 5, 9, 9, 9]), frame)).toEqual([
    { beyond: 'above', x: 10 },
    { beyond: 'above', x: 90 },
  ]);
  expect(fadingOf(bandOf([5, 5, 5, 5, 1, 1, 1, 5, 5, 5, 5]), frame)).toEqual([{ beyond: 'below', x: 50 }]);
  // The whole of it, at both edges.
  expect(
    fadingOf(
      bandOf(
        x.map(() => 5),
        4,
      ),
      frame,
    ).map(({ beyond }) => beyond),
  ).toEqual(['above', 'below']);
});
