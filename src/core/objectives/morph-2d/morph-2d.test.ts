import { describe, expect, it } from 'vitest';
import { defaults } from '../../params.ts';
import { morph2d } from './index.ts';

const at = (params: Record<string, number>) => morph2d.create({ ...defaults(morph2d.params), ...params });

describe('the surface', () => {
  it('is the perfect bowl with all dials at 0', () => {
    const { value, facts } = at({ x1: 0.3, x2: 0.8 });
    expect(value([0.3, 0.8])).toBe(0);
    expect(value([0.5, 0.7])).toBeCloseTo(4 * 0.05, 12);
    expect(facts).toEqual({ convex: true, unimodal: true, separable: true, smooth: true });
  });

  it('is stretched along the turned axis', () => {
    const { value } = at({ x1: 0.5, x2: 0.5, conditioning: 100, rotation: 30 });
    const [c, s] = [Math.cos(Math.PI / 6), 0.5];
    expect(value([0.5 + 0.2 * c, 0.5 + 0.2 * s])).toBeCloseTo((4 * 0.04) / 100, 12);
    expect(value([0.5 - 0.2 * s, 0.5 + 0.2 * c])).toBeCloseTo(4 * 0.04, 12);
  });

  it('on the crease every single step climbs, and the joint step falls', () => {
    const { value, facts } = at({ x1: 0.5, x2: 0.5, crease: 1 });
    expect(facts).toEqual({ convex: true, unimodal: true, separable: false, smooth: false });
    const here = value([0.6, 0.6]);
    for (let step = 0.1; step > 1e-6; step /= 2) {
      for (const [d1, d2] of [
        [step, 0],
        [-step, 0],
        [0, step],
        [0, -step],
      ])
        expect(value([0.6 + d1, 0.6 + d2])).toBeGreaterThan(here);
      expect(value([0.6 - step, 0.6 - step])).toBeLessThan(here);
    }
  });

  it('has many valleys once the ripple outweighs the bowl, the deepest where the minimum is', () => {
    const { value, facts } = at({ x1: 0.3, x2: 0.4, ripple: 0.3, frequency: 4 });
    expect(facts).toMatchObject({ convex: false, unimodal: false, separable: true, smooth: true });
    expect(value([0.3, 0.4])).toBe(0);
    // The neighbouring floor, and the ridge between.
    expect(value([0.55, 0.4])).toBeLessThan(value([0.425, 0.4]));
    expect(value([0.55, 0.4])).toBeGreaterThan(0);
  });
});

it('says nothing of its valleys where no bend decides: not convex, and no level set curved the wrong way', () => {
  // Along the flat direction the ripple outweighs the bowl by a hair.
  const omega = 2 * Math.PI * 2;
  const { facts } = at({ conditioning: 20, frequency: 2, ripple: (8 / 20 / (omega * omega)) * 1.001 });
  expect(facts.convex).toBe(false);
  expect(facts.unimodal).toBeNull();
});
