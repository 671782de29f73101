/** GIFs as another decoder finds them: colours, what changes, how long, and within how many bytes. */
import { decompressFrames, parseGIF } from 'gifuct-js';
import { describe, expect, test } from 'vitest';
import { Gif } from './gif.ts';

const [WIDTH, HEIGHT] = [64, 36];

/** A frame of one colour for each pixel. */
const frame = (
  colour: (x: number, y: number) => readonly [number, number, number],
  width = WIDTH,
  height = HEIGHT,
) => {
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < width * height; i++)
    pixels.set([...colour(i % width, Math.floor(i / width)), 255], 4 * i);
  return pixels;
};

/** Frames as they are seen, each over those before. */
function seen(bytes: Uint8Array<ArrayBuffer>) {
  const gif = parseGIF(bytes.slice().buffer);
  const frames = decompressFrames(gif, true);
  const whole = new Uint8ClampedArray(gif.lsd.width * gif.lsd.height * 4);
  return frames.map(({ patch, delay }) => {
    let changed = 0;
    for (let i = 0; i < patch.length; i += 4)
      if (patch[i + 3] > 0) {
        whole.set(patch.subarray(i, i + 4), i);
        changed += 1;
      }
    return { pixels: whole.slice(), delay, changed };
  });
}

describe('frames of few colours', () => {
  const INK = [27, 29, 33] as const;
  const PAPER = [251, 250, 247] as const;
  const still = frame(() => PAPER);
  const dotted = frame((x, y) => (x === 5 && y === 7 ? INK : PAPER));

  test('come back as they were, to the last bit, with their times', () => {
    const gif = new Gif({ width: WIDTH, height: HEIGHT, frames: 3, limit: 1e6 });
    gif.add(still, 800);
    gif.add(dotted, 500);
    gif.add(still, 2500);
    const frames = seen(gif.end());
    expect(frames.map(({ delay }) => delay)).toEqual([800, 500, 2500]);
    for (const [i, source] of [still, dotted, still].entries())
      expect(frames[i].pixels, `frame ${i}`).toEqual(source);
  });

  test('hold only what has changed', () => {
    const gif = new Gif({ width: WIDTH, height: HEIGHT, frames: 3, limit: 1e6 });
    gif.add(still, 100);
    gif.add(dotted, 100);
    gif.add(dotted, 100);
    expect(seen(gif.end()).map(({ changed }) => changed)).toEqual([WIDTH * HEIGHT, 1, 0]);
  });
});

describe('frames of more colours than a GIF has', () => {
  /** A map with inks on it, as panels have them. */
  const map = (shift: number) =>
    frame((x, y) =>
      y < 6 ? [27, 29, 33] : [(x * 4 + shift) % 256, (y * 7 + shift) % 256, (x * y + shift) % 256],
    );

  test('keep their inks as they are, and the rest nearly', () => {
    const gif = new Gif({ width: WIDTH, height: HEIGHT, frames: 2, limit: 1e6 });
    gif.add(map(0), 100);
    gif.add(map(9), 100);
    for (const [i, { pixels }] of seen(gif.end()).entries()) {
      const source = map(9 * i);
      let far = 0;
      for (let at = 0; at < source.length; at += 4) {
        const off = [0, 1, 2].map((c) => Math.abs(pixels[at + c] - source[at + c]));
        if (at < 6 * WIDTH * 4) expect(off).toEqual([0, 0, 0]);
        far = Math.max(far, ...off);
      }
      expect(far).toBeLessThan(64);
    }
  });

  test('have fewer of them where they would be too many bytes', () => {
    const noisy = (seed: number) =>
      frame(
        (x, y) =>
          [0, 1, 2].map((c) => ((x * 73 + y * 151 + c * 199 + seed * 31) * 2654435761) % 256) as [
            number,
            number,
            number,
          ],
      );
    const made = (limit: number) => {
      const gif = new Gif({ width: WIDTH, height: HEIGHT, frames: 20, limit });
      for (let i = 0; i < 20; i++) gif.add(noisy(i), 100);
      return { bytes: gif.end().length, most: gif.most };
    };
    const free = made(1e9);
    expect(free.most).toBe(255);
    const tight = made(free.bytes * 0.75);
    expect(tight.most).toBeLessThan(255);
    expect(tight.bytes).toBeLessThan(free.bytes * 0.9);
  });
});
