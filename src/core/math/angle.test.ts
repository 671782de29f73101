import { expect, it } from 'vitest';
import { stream } from '../rng.ts';
import { reduceExactly, reduceHugeAngle } from './angle.ts';

it('reduces large angles as exact arithmetic does', () => {
  const rng = stream('angle-test');
  const [fast, exact] = [
    { head: 0, tail: 0 },
    { head: 0, tail: 0 },
  ];
  for (let i = 0; i < 20_000; i++) {
    // Every third one as near to a multiple of π/2 as doubles get.
    const drawn = (rng.next() < 0.5 ? -1 : 1) * 10 ** (6 + 8.7 * rng.next());
    const x = i % 3 === 0 ? Math.round(drawn) * (Math.PI / 2) : drawn;
    const quadrants = [reduceHugeAngle(x, fast), reduceExactly(x, exact)];
    expect(quadrants[0]).toBe(quadrants[1]);
    const gap = Math.abs(fast.head - exact.head + (fast.tail - exact.tail));
    expect(gap).toBeLessThanOrEqual(1e-28 + 1e-30 * Math.abs(exact.head));
  }
});
