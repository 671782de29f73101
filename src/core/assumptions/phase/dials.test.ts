import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { objectives } from '../../objectives/index.ts';
import { defaults, readParam } from '../../params.ts';
import { dialsOf, limitsOf, suggestAxis, valuesOf } from './dials.ts';
import { axisOf, questionOf } from './testing.ts';
import { checkQuestion } from './check.ts';

const question = questionOf({ objective: 'rippled-bowl' });

describe('dials', () => {
  it('are the numeric parameters that have an effect, and the scenario’s own numbers', () => {
    expect(dialsOf(question.base.objective)).toEqual([
      'objective.minimum',
      'objective.ripple',
      'objective.frequency',
      'noise',
      'budget',
      'target',
    ]);
    // A choice is no dial.
    expect(dialsOf(questionOf({ objective: 'embed' }).base.objective)).toEqual([
      'objective.dimension',
      'objective.placement',
      'noise',
      'budget',
      'target',
    ]);
  });

  it('have the limits of what they turn', () => {
    expect(limitsOf('objective.ripple', question)).toMatchObject({ min: 0, max: 0.5 });
    expect(limitsOf('budget', question)).toMatchObject({ kind: 'int', min: 1, max: 500 });
    expect(limitsOf('target', question)!.max).toBe(1e6);
    expect(limitsOf('target', { ...question, target: { kind: 'share', value: 0.1 } })!.max).toBe(1);
    expect(limitsOf('objective.tilt', question)).toBeUndefined();
    expect(limitsOf('objective.constructor', question)).toBeUndefined();
  });

  it('come with a range to start from, for every objective', () => {
    for (const { id, params } of objectives) {
      const asked = questionOf({ objective: { id, params: defaults(params) }, strategies: ['random'] });
      const dials = dialsOf(asked.base.objective);
      for (const dial of dials) {
        const other = dial === 'budget' ? 'noise' : 'budget';
        const [x, y] = [suggestAxis(dial, asked, 5), suggestAxis(other, asked, 5)];
        expect(checkQuestion({ ...asked, x, y })).toEqual([]);
      }
    }
  });
});

describe('the values of an axis', () => {
  it('run from end to end, in steps of the scale, with no more digits than it takes', () => {
    expect(valuesOf(axisOf('objective.ripple', 0, 0.5, 4), question)).toEqual([0, 0.167, 0.333, 0.5]);
    expect(valuesOf(axisOf('noise', 0.001, 1, 4, 'log'), question)).toEqual([0.001, 0.01, 0.1, 1]);
    expect(valuesOf(axisOf('objective.ripple', 0.1, 0.100003, 4), question)).toEqual([
      0.1, 0.100001, 0.100002, 0.100003,
    ]);
  });

  it('are whole numbers, once each, where only those are taken', () => {
    expect(valuesOf(axisOf('budget', 2, 5, 12), question)).toEqual([2, 3, 4, 5]);
    expect(valuesOf(axisOf('budget', 1, 100, 5, 'log'), question)).toEqual([1, 3, 10, 32, 100]);
  });

  it('are ascending, different, within the range, and taken as they are by the objective', () => {
    const limits = limitsOf('objective.ripple', question)!;
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 0.4, noNaN: true }),
        fc.double({ min: 1e-5, max: 0.1, noNaN: true }),
        fc.integer({ min: 2, max: 64 }),
        fc.constantFrom('linear' as const, 'log' as const),
        (lo, length, cells, scale) => {
          const values = valuesOf(axisOf('objective.ripple', lo, lo + length, cells, scale), question);
          expect(values.length).toBe(cells);
          expect([values[0], values[cells - 1]]).toEqual([lo, lo + length]);
          values.slice(1).forEach((value, i) => expect(value).toBeGreaterThan(values[i]));
          for (const value of values) expect(readParam(limits, String(value))).toEqual({ value });
        },
      ),
    );
  });
});
