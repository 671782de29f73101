import { describe, expect, it } from 'vitest';
import { stream } from '../rng.ts';
import { latinHypercube } from '../sampling/latin-hypercube.ts';
import { randomTarget, type Target } from './curse.ts';
import { LatinHits } from './latin-hits.ts';

const DRAWS = 6000;

function share(hit: () => boolean): number {
  let hits = 0;
  for (let i = 0; i < DRAWS; i++) if (hit()) hits += 1;
  return hits / DRAWS;
}
const inside = ({ lo, hi }: Target, point: readonly number[]) =>
  point.every((u, j) => u >= lo[j] && u < hi[j]);

describe('hits of Latin hypercubes', () => {
  it.each([
    [1, 2, 'cube'],
    [2, 2, 'box'],
    [7, 3, 'cube'],
    [16, 2, 'box'],
    [40, 5, 'cube'],
  ] as const)('are as likely as those of whole designs: %i points in %i dimensions, %s', (n, d, shape) => {
    const target = randomTarget(d, 0.04, shape, stream('target', n, d));
    const rng = stream('hits', n, d);
    const hits = new LatinHits(40);
    const quick = share(() => hits.has(n, target, rng));
    const whole = share(() => latinHypercube(n, d, rng).some((point) => inside(target, point)));
    const p = (quick + whole) / 2;
    expect(p).toBeGreaterThan(0.01);
    // Three and a half standard errors of the difference of two shares.
    expect(Math.abs(quick - whole)).toBeLessThan(3.5 * Math.sqrt((2 * p * (1 - p)) / DRAWS));
  });

  it('are certain in the whole cube, and on a line where the target covers a slice', () => {
    const hits = new LatinHits(8);
    const rng = stream('certain');
    for (let i = 0; i < 200; i++) {
      expect(hits.has(1 + (i % 8), { lo: [0, 0, 0], hi: [1, 1, 1] }, rng)).toBe(true);
      expect(hits.has(8, { lo: [0.3], hi: [0.3 + 0.25] }, rng)).toBe(true);
      expect(hits.has(8, { lo: [0.3, 0.5], hi: [0.3, 0.9] }, rng)).toBe(false);
    }
  });

  it('do not depend on what was drawn before', () => {
    const target = randomTarget(3, 0.05, 'cube', stream('same'));
    const used = new LatinHits(30);
    for (let i = 0; i < 50; i++) used.has(30, target, stream('before', i));
    for (let i = 0; i < 50; i++) {
      expect(used.has(20, target, stream('now', i))).toBe(
        new LatinHits(20).has(20, target, stream('now', i)),
      );
    }
  });
});
