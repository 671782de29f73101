import { describe, expect, it } from 'vitest';
import { stream } from '../../rng.ts';
// Values printed by the COCO platform's own C code.
import excerpt from './coco-excerpt.json' with { type: 'json' };
import { BBOB_FUNCTIONS } from './count.ts';
import { bbob } from './suite.ts';

describe('the BBOB functions', () => {
  it.each(
    excerpt.map((entry) => [`f${entry.function}, d = ${entry.dimension}, instance ${entry.instance}`, entry]),
  )('%s agrees with COCO within 1e-9', (_, entry) => {
    if (typeof entry === 'string') throw new Error('an entry of the excerpt');
    const f = bbob(entry.function, entry.dimension, entry.instance);
    for (const { x, f: listed } of entry.points) {
      expect(Math.abs(f.value(x) - listed) / Math.abs(listed)).toBeLessThanOrEqual(1e-9);
    }
  });

  it.each(Array.from({ length: BBOB_FUNCTIONS }, (_, i) => i + 1))(
    'f%i has its minimum where it says',
    (f) => {
      const rng = stream('bbob', f);
      for (const d of [2, 3, 20]) {
        const { value, optimum } = bbob(f, d, 4);
        expect(Math.abs(value(optimum.at) - optimum.value)).toBeLessThanOrEqual(1e-9);
        for (let i = 0; i < 2000; i++) {
          const spread = i % 2 ? 10 : 0.01;
          const x = optimum.at.map((at) => Math.min(5, Math.max(-5, at + spread * (rng.next() - 0.5))));
          expect(value(x)).toBeGreaterThanOrEqual(optimum.value - 1e-9);
        }
      }
    },
  );
});
