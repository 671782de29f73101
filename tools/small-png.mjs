// PNG files of screenshots, smaller. What a comparison with tolerance does not see is left out: colours are rounded to
// steps of eight levels, which gives long runs of equal bytes. Only what Chromium and this file write is read: eight
// bits, RGB, RGBA or a palette, not interlaced (PNG specification, third edition, https://www.w3.org/TR/png-3/).
import { deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const STEP = 8;
/** Levels of a rounded channel; white stays white. */
const ROUNDED = Uint8Array.from({ length: 256 }, (_, v) => Math.min(255, Math.round(v / STEP) * STEP));

/** Of the pixel at the left, above, and above left: the one that is nearest to left + above − above left. */
function paeth(left, above, corner) {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}
/** What a filter expects of a byte, by the filter's number. */
const EXPECTED = [
  () => 0,
  (left) => left,
  (_left, above) => above,
  (left, above) => (left + above) >> 1,
  paeth,
];

/** @returns {{ width: number, height: number, rgb: Uint8Array }} `rgb`: three bytes a pixel, row by row */
export function decode(png) {
  if (!png.subarray(0, 8).equals(SIGNATURE)) throw new Error('This is no PNG file.');
  const parts = [];
  let header;
  let palette;
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const type = png.toString('latin1', at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    if (type === 'IHDR') header = data;
    if (type === 'PLTE') palette = data;
    if (type === 'IDAT') parts.push(data);
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, kind, , , interlaced] = header.subarray(8);
  const size = { 2: 3, 3: 1, 6: 4 }[kind];
  if (depth !== 8 || size === undefined || interlaced)
    throw new Error(
      `A PNG file of ${depth} bits and kind ${kind} is not read: 8 bits, RGB, RGBA or a palette are.`,
    );
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * size;
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const expected = EXPECTED[raw[y * (stride + 1)]];
    for (let i = 0; i < stride; i++) {
      const at = y * stride + i;
      const left = i >= size ? rows[at - size] : 0;
      const above = y > 0 ? rows[at - stride] : 0;
      const corner = i >= size && y > 0 ? rows[at - stride - size] : 0;
      rows[at] = raw[y * (stride + 1) + 1 + i] + expected(left, above, corner);
    }
  }
  return { width, height, rgb: rgbOf(rows, size, palette) };
}

function rgbOf(rows, size, palette) {
  if (size === 4) return rows.filter((_, i) => i % 4 !== 3);
  if (size === 3) return rows;
  const rgb = new Uint8Array(3 * rows.length);
  for (const [i, index] of rows.entries()) rgb.set(palette.subarray(3 * index, 3 * index + 3), 3 * i);
  return rgb;
}

const CHECKSUMS = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n;
});
function chunk(type, data) {
  const whole = Buffer.alloc(12 + data.length);
  whole.writeUInt32BE(data.length, 0);
  whole.write(type, 4, 'latin1');
  data.copy(whole, 8);
  let sum = 0xffffffff;
  for (const byte of whole.subarray(4, 8 + data.length)) sum = CHECKSUMS[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  whole.writeUInt32BE((sum ^ 0xffffffff) >>> 0, 8 + data.length);
  return whole;
}

/** Rows as they are, or as differences, whichever is smaller in all. */
export function encode({ width, height, rgb }) {
  const stride = width * 3;
  const colours = new Map();
  const indices = new Uint8Array(width * height);
  for (let i = 0; i < indices.length && colours.size <= 256; i++) {
    const colour = (rgb[3 * i] << 16) | (rgb[3 * i + 1] << 8) | rgb[3 * i + 2];
    if (!colours.has(colour)) colours.set(colour, colours.size);
    indices[i] = colours.get(colour);
  }
  const indexed = colours.size <= 256;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, indexed ? 3 : 2, 0, 0, 0], 8);
  const palette = Buffer.from(
    [...colours.keys()].flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]),
  );
  const data = indexed ? plain(indices, width, height) : filtered(rgb, stride, height);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    ...(indexed ? [chunk('PLTE', palette)] : []),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const packed = (rows) => deflateSync(rows, { level: 9, memLevel: 9 });

function plain(bytes, stride, height) {
  const rows = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y++)
    rows.set(bytes.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1);
  return packed(rows);
}

/** Every row by the filter that leaves least, or none at all. */
function filtered(rgb, stride, height) {
  const rows = Buffer.alloc((stride + 1) * height);
  const tried = Buffer.alloc(stride);
  for (let y = 0; y < height; y++) {
    let least = Infinity;
    for (const [number, expected] of EXPECTED.entries()) {
      let sum = 0;
      for (let i = 0; i < stride; i++) {
        const at = y * stride + i;
        const left = i >= 3 ? rgb[at - 3] : 0;
        const above = y > 0 ? rgb[at - stride] : 0;
        tried[i] = rgb[at] - expected(left, above, i >= 3 && y > 0 ? rgb[at - stride - 3] : 0);
        sum += tried[i] < 128 ? tried[i] : 256 - tried[i];
      }
      if (sum >= least) continue;
      least = sum;
      rows[y * (stride + 1)] = number;
      rows.set(tried, y * (stride + 1) + 1);
    }
  }
  const [unfiltered, chosen] = [plain(rgb, stride, height), packed(rows)];
  return chosen.length < unfiltered.length ? chosen : unfiltered;
}

/** The same picture for a comparison with tolerance, in fewer bytes. */
export function smaller(png) {
  const { width, height, rgb } = decode(png);
  return encode({ width, height, rgb: rgb.map((v) => ROUNDED[v]) });
}
