/** Parts of the definitions that no listed point of the excerpt depends on. */
import { describe, expect, it } from 'vitest';
import { bbob } from './suite.ts';
import { outside } from './transforms.ts';

describe('the penalty', () => {
  it('is the squared distance to the box [−5, 5]ᵈ', () => {
    expect(outside([5, -5, 0, 4.99])).toBe(0);
    expect(outside([6, -7, 5])).toBe(5);
    expect(outside([-5.5])).toBe(0.25);
  });
});

// Hansen et al. (2009): f21’s global peak lies in [−4, 4]ᵈ, f22’s in [−3.92, 3.92]ᵈ; the others’ in the whole box.
describe.each([
  [21, 4],
  [22, 3.92],
])('the global peak of f%i', (f, reach) => {
  it(`lies within ±${reach}, anywhere`, () => {
    let farthest = 0;
    for (let instance = 1; instance <= 10; instance++) {
      for (const x of bbob(f, 20, instance).optimum.at) farthest = Math.max(farthest, Math.abs(x));
    }
    expect(farthest).toBeLessThanOrEqual(reach);
    expect(farthest).toBeGreaterThan(0.97 * reach);
  });
});
