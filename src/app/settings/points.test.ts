import { describe, expect, it } from 'vitest';
import { integer, real } from '#core/space.ts';
import { parsePoints, pointsText } from './points.ts';

const plane = [real('a', -5, 10), real('b', 0, 15)];

describe('points, one a line', () => {
  it('are read with any usual sign between numbers, and written so that they are read again', () => {
    const points = [
      [2.5, 7],
      [-1, 0.125],
    ];
    for (const text of ['2.5, 7\n-1, 0.125', '2.5 7;−1 0.125', ' 2.5，7；\n\n-1、1.25e-1\n'])
      expect(parsePoints(text, plane)).toEqual({ points });
    expect(parsePoints(pointsText(points), plane)).toEqual({ points });
    expect(parsePoints('  \n', plane)).toEqual({ points: [] });
  });

  it('are refused at the first line that is wrong', () => {
    expect(parsePoints('1, 1\n1', plane)).toEqual({ line: 2, wrong: 'form', given: '1', axis: 0 });
    expect(parsePoints('1, a', plane)).toMatchObject({ line: 1, wrong: 'form' });
    expect(parsePoints('1, 1\n2, 15.5', plane)).toEqual({
      line: 2,
      wrong: 'outside',
      given: '15.5',
      axis: 1,
    });
    expect(parsePoints('2.5', [integer('k', 1, 9)])).toMatchObject({ wrong: 'whole', given: '2.5' });
  });
});
