import { describe, expect, test } from 'vitest';
import { paintOf, readGradient } from './paint.ts';

describe('colours as browsers compute them', () => {
  test.each([
    ['rgb(27, 29, 33)', '#1b1d21', 1],
    ['rgba(27, 29, 33, 0.5)', '#1b1d21', 0.5],
    ['rgb(255 0 16 / 0.25)', '#ff0010', 0.25],
    ['rgba(0, 0, 0, 0)', 'none', 1],
    ['transparent', 'none', 1],
    ['none', 'none', 1],
    ['url("#s4-hatch")', 'url(#s4-hatch)', 1],
    ['url("http://localhost/page#s4-hatch")', 'url(#s4-hatch)', 1],
  ])('%s', (computed, colour, opacity) => expect(paintOf(computed)).toEqual({ colour, opacity }));
});

describe('gradients', () => {
  test('of a map’s colours', () => {
    const found = readGradient(
      'linear-gradient(90deg, rgb(68, 1, 84), rgb(33, 145, 140) 40%, rgb(253, 231, 37))',
    );
    expect(found).toEqual({
      repeating: false,
      angle: 90,
      stops: [
        { colour: 'rgb(68, 1, 84)', at: undefined },
        { colour: 'rgb(33, 145, 140)', at: '40%' },
        { colour: 'rgb(253, 231, 37)', at: undefined },
      ],
    });
  });
  test('of hatching: two places of one colour are two stops', () => {
    const found = readGradient(
      'repeating-linear-gradient(135deg, color(srgb 0.1 0.2 0.3 / 0.65) 0px 1.5px, rgba(0, 0, 0, 0) 1.5px 5px)',
    );
    expect(found).toMatchObject({ repeating: true, angle: 135 });
    expect(found!.stops.map(({ at }) => at)).toEqual(['0px', '1.5px', '1.5px', '5px']);
    expect(found!.stops[0].colour).toBe('color(srgb 0.1 0.2 0.3 / 0.65)');
  });
  test('from top to bottom, where no angle is named; of another kind none', () => {
    expect(readGradient('linear-gradient(rgb(1, 2, 3), rgb(1, 2, 3))')?.angle).toBe(180);
    expect(readGradient('radial-gradient(red, blue)')).toBeUndefined();
  });
});
