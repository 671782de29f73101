/** A sweep: no landscape of a thousand has a value below its stated optimum, wherever one looks. */
import { expect, it } from 'vitest';
import { defaults } from '../params.ts';
import { stream, uniformPoint } from '../rng.ts';
import { landscape } from './landscape.ts';

const SEEDS = 1000;
const LOOKS = 100_000;
/** Of the looks: closely around the optimum. */
const NEAR = 1000;

it.each([1, 2, 3])(
  'is undercut by none of 10⁵ looks, over 1,000 seeds shared out (%d)',
  { timeout: 1_200_000 },
  (knobs) => {
    const rng = stream('landscape sweep', knobs);
    for (let number = knobs; number <= SEEDS; number += 3) {
      const { value, optimum } = landscape.create({
        ...defaults(landscape.params),
        ...{ knobs, number, unimportant: number % 4 === 0 },
        smoothness: [0.15, 0.25, 0.5, 1][number % 4],
      });
      let lowest = Infinity;
      for (let look = 0; look < LOOKS; look++) {
        const at =
          look < NEAR
            ? optimum.at[0].map((u) => Math.min(1, Math.max(0, u + 0.02 * (rng.next() - 0.5))))
            : uniformPoint(knobs, rng);
        lowest = Math.min(lowest, value(at));
      }
      expect(lowest, `number ${number}`).toBeGreaterThanOrEqual(optimum.value - optimum.tolerance);
    }
  },
);
