import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { modulesOf } from './modules.ts';

/** Reads the path as a camera would see it: `scale` pixels a module. */
function seen(text: string, scale = 3): string | undefined {
  const { size, path } = modulesOf(text);
  const side = size * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++)
      for (let column = Number(x) * scale; column < (Number(x) + Number(width)) * scale; column++)
        pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
  return jsQR(pixels, side, side)?.data;
}

describe('a QR code', () => {
  it('is read by another library as the text that it was made of', () => {
    for (const text of [
      'https://example.org/trial-by-trial/#/play/9X0ABCDE',
      `https://example.org/#/class?results=${'TbT9X0ABCDE7zK'.repeat(9)}&name=%E7%8E%8B`,
      '王: TbT9X0ABCDE7zK',
    ])
      expect(seen(text)).toBe(text);
  });

  it('has four modules of white around it', () => {
    const { size, path } = modulesOf('TbT');
    for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
      expect(Math.min(Number(x), Number(y))).toBeGreaterThanOrEqual(4);
      expect(Math.max(Number(x) + Number(width), Number(y) + 1)).toBeLessThanOrEqual(size - 4);
    }
  });

  it('refuses what no code holds', () => {
    expect(() => modulesOf('x'.repeat(3000))).toThrow(RangeError);
  });
});
