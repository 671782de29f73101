import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IntParam, RealParam } from '#core/params.ts';
import { positionOf, SLIDER_STEPS, valueAt } from './slider.ts';

const params: (RealParam | IntParam)[] = [
  { kind: 'real', min: -2, max: 7, default: 0 },
  { kind: 'real', min: 0, max: 1, default: 0.5, step: 0.05 },
  { kind: 'real', min: 1e-6, max: 0.5, default: 1e-3, scale: 'log' },
  { kind: 'int', min: 1, max: 500, default: 30 },
  { kind: 'int', min: 0, max: 20, default: 3 },
];

test('a slider reaches both ends exactly and never leaves the limits', () => {
  for (const param of params) {
    expect(valueAt(param, 0)).toBe(param.min);
    expect(valueAt(param, SLIDER_STEPS)).toBe(param.max);
    for (let position = 0; position <= SLIDER_STEPS; position++) {
      const value = valueAt(param, position);
      expect(value).toBeGreaterThanOrEqual(param.min);
      expect(value).toBeLessThanOrEqual(param.max);
      if (param.kind === 'int') expect(value).toBe(Math.round(value));
    }
  }
});

test('a linear slider without steps stays where it was put', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: SLIDER_STEPS }), (position) => {
      expect(Math.abs(positionOf(params[0], valueAt(params[0], position)) - position)).toBeLessThanOrEqual(1);
    }),
  );
});

test('a wide whole number is set by ratio: half way along 1 to 500 is about 22', () => {
  expect(valueAt(params[3], SLIDER_STEPS / 2)).toBe(22);
});

test('a declared step is kept', () => {
  for (let position = 0; position <= SLIDER_STEPS; position++) {
    const steps = valueAt(params[1], position) / 0.05;
    expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-9);
  }
});
