import { describe, expect, it } from 'vitest';
import { stream } from '../../rng.ts';
import { picturedRange } from './exploded.ts';

describe('what a picture of trials has room for', () => {
  it.each([
    ['one loss of 10³⁰', [0.5, 1e30, 0.4, 0.6], [0.4, 0.6]],
    ['one of three', [0.5, 1e30, 0.4], [0.4, 0.5]],
    ['most of them', [0.5, 3.4e38, 0.4, 2e9, 0.6, 7e20, 1e300, 8e4], [0.4, 0.6]],
    ['an accuracy, turned, with a broken log', [-0.9, -0.8, -0.85, 1e12], [-0.9, -0.8]],
  ])('leaves out %s', (_, y, range) => expect(picturedRange(y)).toEqual(range));

  it.each([
    ['errors of two decades', [0.412, 0.287, 0.163, 0.094, 0.071, 0.083, 0.218, 0.901]],
    ['equal ones', [0.3, 0.3, 0.3]],
    ['two', [0.3, 1e30]],
    ['zeros and a one', [0, 0, 0, 1]],
    ['tiny ones', [1e-320, 3e-320, 2e-320]],
    ['a best one far below', [-1e30, 0.4, 0.5, 0.6]],
  ])('is all of %s', (_, y) => expect(picturedRange(y)).toBeUndefined());

  it('is all of normal, uniform and log-uniform values over three decades', () => {
    const rng = stream('pictured');
    for (let k = 0; k < 300; k++) {
      const n = 3 + rng.below(60);
      for (const draw of [() => rng.normal(), () => rng.next(), () => 10 ** (-1.5 * rng.next())])
        expect(picturedRange(Array.from({ length: n }, draw))).toBeUndefined();
    }
  });
});
