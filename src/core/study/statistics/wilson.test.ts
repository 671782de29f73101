import { describe, expect, it } from 'vitest';
import { stream } from '../../rng.ts';
import { wilsonInterval } from './wilson.ts';

describe('Wilson’s interval', () => {
  // R. G. Newcombe (1998), Statistics in Medicine 17, 857–872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is as published', (successes, total, low, high) => {
    const [a, b] = wilsonInterval(successes, total);
    expect(a).toBeCloseTo(low, 4);
    expect(b).toBeCloseTo(high, 4);
  });

  it('mirrors, ends at 0 and 1 exactly, and knows nothing without counts', () => {
    const [low, high] = wilsonInterval(3, 40);
    const mirrored = wilsonInterval(37, 40);
    expect(mirrored[0]).toBeCloseTo(1 - high, 14);
    expect(mirrored[1]).toBeCloseTo(1 - low, 14);
    expect(wilsonInterval(0, 7)[0]).toBe(0);
    expect(wilsonInterval(7, 7)[1]).toBe(1);
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
  });

  it('holds the truth about 95 times in 100', () => {
    const rng = stream('wilson');
    let held = 0;
    for (let i = 0; i < 4000; i++) {
      let successes = 0;
      for (let j = 0; j < 60; j++) if (rng.next() < 0.3) successes += 1;
      const [low, high] = wilsonInterval(successes, 60);
      if (low <= 0.3 && 0.3 <= high) held += 1;
    }
    expect(held / 4000).toBeGreaterThan(0.93);
    expect(held / 4000).toBeLessThan(0.97);
  });
});
