import { describe, expect, it } from 'vitest';
import { deflateSync } from 'node:zlib';
import { decode, encode, smaller, type Pixels } from './small-png.mjs';

const [width, height] = [37, 23];
const made = (of: (x: number, y: number, channel: number) => number): Pixels => ({
  ...{ width, height },
  rgb: Uint8Array.from({ length: width * height * 3 }, (_, i) =>
    of(Math.floor(i / 3) % width, Math.floor(i / 3 / width), i % 3),
  ),
});
/** More than 256 colours, in slopes that every filter does something with. */
const slopes = made((x, y, channel) => (x * (7 + channel) + y * y * 3 + (x * y) / 2) & 255);
const flat = made((x, y, channel) => (x > y ? 255 : 40 * channel));

/** As a browser writes it: with transparency, each row by another filter. */
function asBrowser({ rgb }: Pixels): Buffer {
  const at = (x: number, y: number, c: number) =>
    x < 0 || y < 0 ? 0 : c === 3 ? 255 : rgb[3 * (y * width + x) + c];
  const paeth = (a: number, b: number, c: number) =>
    [a, b, c].reduce((best, one) => (Math.abs(a + b - c - one) < Math.abs(a + b - c - best) ? one : best));
  const rows = Array.from({ length: height }, (_, y) => [
    y % 5,
    ...Array.from({ length: width * 4 }, (_, i) => {
      const [x, c] = [Math.floor(i / 4), i % 4];
      const [left, above, corner] = [at(x - 1, y, c), at(x, y - 1, c), at(x - 1, y - 1, c)];
      return at(x, y, c) - [0, left, above, (left + above) >> 1, paeth(left, above, corner)][y % 5];
    }),
  ]);
  const png = encode({ width, height, rgb });
  const [start, end] = [png.indexOf('IDAT') - 4, png.indexOf('IEND') - 4];
  const header = Buffer.from(png.subarray(0, start));
  header[25] = 6;
  const data = deflateSync(Uint8Array.from(rows.flat()));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([header, length, Buffer.from('IDAT'), data, Buffer.alloc(4), png.subarray(end)]);
}

describe('PNG files of screenshots', () => {
  it('are read as a browser writes them, by every filter', () => {
    expect(decode(asBrowser(slopes))).toEqual(slopes);
  });

  it('keep their pixels but for the last levels, white and black too, and few colours as a palette', () => {
    expect(decode(encode(slopes))).toEqual(slopes);
    expect(encode(slopes)[25]).toBe(2);
    expect(decode(encode(flat))).toEqual(flat);
    expect(encode(flat)[25]).toBe(3);
    const rounded = decode(smaller(asBrowser(slopes))).rgb;
    expect(Math.max(...rounded.map((value, i) => Math.abs(value - slopes.rgb[i])))).toBe(4);
    const extremes = made((x) => (x % 2 ? 255 : 0));
    expect(decode(smaller(asBrowser(extremes)))).toEqual(extremes);
  });

  it('are refused where they are none, or of another kind', () => {
    expect(() => decode(Buffer.from('no picture at all'))).toThrow('no PNG');
    const deep = encode(flat);
    deep[24] = 16;
    expect(() => decode(deep)).toThrow('16 bits');
  });
});
