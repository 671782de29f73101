import { expect, it } from 'vitest';
import golden from './sobol-golden.json' with { type: 'json' };
import { sobol, SOBOL_MAX_DIMENSION } from './sobol.ts';

// One of the first 2ᵏ points in every slice: any table of odd numbers does that. This one is Joe and Kuo’s.
it('is the sequence that others compute, in all dimensions', () => {
  const points = sobol(SOBOL_MAX_DIMENSION);
  for (let index = 0; index <= 1365; index++) {
    const point = points.next().value;
    const listed = golden.points.find((one) => one.index === index);
    if (listed)
      expect(
        point.map((u) => u * 2048),
        `point ${index}`,
      ).toEqual(listed.point);
  }
  expect(golden.points[0].point).toHaveLength(SOBOL_MAX_DIMENSION);
});
