import { describe, expect, it } from 'vitest';
import { faceDetector } from './face-detector.ts';

const RECALLS = [0.8, 0.86, 0.9, 0.92, 0.93, 0.94, 0.955];
const ALPHAS = Array.from({ length: 9801 }, (_, i) => 0.01 + i * 1e-4);

describe.each(RECALLS)('minimum recall %s', (recall) => {
  const { value, feasible, optimum } = faceDetector.create({ recall });
  const kept = ALPHAS.filter((alpha) => feasible!([alpha]));
  const broken = ALPHAS.filter((alpha) => !feasible!([alpha]));

  it('allows every α up to a limit and none beyond it', () => {
    expect(kept.length).toBeGreaterThan(0);
    expect(broken.length).toBeGreaterThan(0);
    expect(Math.max(...kept)).toBeLessThan(Math.min(...broken));
  });

  it('has its best permitted α as the minimum of all that a strategy sees: the penalty is exact', () => {
    const best = Math.min(...kept.map((alpha) => value([alpha])));
    expect(best).toBeGreaterThanOrEqual(optimum.value);
    expect(best - optimum.value).toBeLessThan(3e-4);
    expect(Math.min(...broken.map((alpha) => value([alpha])))).toBeGreaterThan(optimum.value);
    expect(feasible!(optimum.at[0])).toBe(true);
  });

  it('adds the same 0.3 wherever the rule is broken, and nothing elsewhere', () => {
    // Without a rule that bites, the plain error is what remains.
    const plain = (alpha: number) =>
      0.7 * (0.1 + 0.45 * Math.exp(-alpha / 0.15)) + 0.3 * (0.04 + 0.5 * Math.exp(-(1 - alpha) / 0.2));
    for (const alpha of kept) expect(value([alpha])).toBeCloseTo(plain(alpha), 12);
    for (const alpha of broken) expect(value([alpha])).toBeCloseTo(plain(alpha) + 0.3, 12);
  });
});

it('starves one head at either end: the error rises towards both', () => {
  const { value, optimum } = faceDetector.create({ recall: 0.8 });
  const [[best]] = optimum.at;
  expect(best).toBeGreaterThan(0.4);
  expect(best).toBeLessThan(0.6);
  expect(value([0.02])).toBeGreaterThan(value([best]) + 0.1);
  expect(value([0.75])).toBeGreaterThan(value([best]) + 0.02);
});

it('puts the best α on the edge of what a strict rule allows', () => {
  const { feasible, optimum } = faceDetector.create({ recall: 0.93 });
  const [[best]] = optimum.at;
  expect(feasible!([best])).toBe(true);
  expect(feasible!([best + 1e-6])).toBe(false);
});
