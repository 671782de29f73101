import { describe, expect, it } from 'vitest';
import { holm, signTest } from './index.ts';

describe('tests', () => {
  it('of signs are exact', () => {
    expect(signTest(8, 2)).toBeCloseTo((2 * (1 + 10 + 45)) / 1024, 14);
    expect(signTest(0, 6)).toBeCloseTo(2 / 64, 15);
    expect([signTest(5, 5), signTest(0, 0)]).toEqual([1, 1]);
    // Far out and many: the normal approximation, with continuity correction, for 51 500 of 100 000.
    expect(signTest(51_500, 48_500) / 2.6e-21).toBeGreaterThan(0.5);
    expect(signTest(51_500, 48_500) / 2.6e-21).toBeLessThan(2);
  });
  it('are adjusted as by R’s p.adjust', () => {
    expect(holm([0.01, 0.04, 0.03, 0.005]).map((p) => Number(p.toFixed(12)))).toEqual([
      0.03, 0.06, 0.06, 0.02,
    ]);
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
  });
});
