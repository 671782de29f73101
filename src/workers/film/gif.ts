/**
 * Frames as a GIF. A frame holds what has changed since the one before, in a palette of its own: of few colours all are kept
 * as they are, of many the most frequent ones, so that inks and grounds are what the theme says; the rest is quantised.
 */
import { GIFEncoder, nearestColorIndex, quantize, type Palette } from 'gifenc';

/** One of the 256 is for what stays as it was. */
const MOST = 255;
const FEWEST = 31;
/** Pixels that are looked at to choose colours. */
const SAMPLED = 200_000;
const RGB = 0xffffff;

export interface GifPlan {
  width: number;
  height: number;
  /** To come. */
  frames: number;
  /** Bytes that it is to stay within: colours become fewer where it would not. */
  limit: number;
}

export class Gif {
  readonly #plan: GifPlan;
  readonly #encoder = GIFEncoder({ initialCapacity: 1 << 20 });
  #before: Uint32Array | undefined;
  #done = 0;
  #most = MOST;
  #first = 0;

  constructor(plan: GifPlan) {
    this.#plan = plan;
  }

  /** Colours that a frame may have by now. */
  get most(): number {
    return this.#most;
  }

  /**
   * @param rgba opaque pixels, row by row
   * @param ms that it stays on screen
   * @returns bytes so far
   */
  add(rgba: Uint8ClampedArray, ms: number): number {
    const { width, height } = this.#plan;
    const now = new Uint32Array(rgba.buffer, rgba.byteOffset, width * height).slice();
    const { counts, changed } = changesOf(now, this.#before);
    const { palette, indexOf } = coloursOf(counts, changed, this.#most);
    const same = palette.length;
    const index = new Uint8Array(now.length);
    const before = this.#before;
    for (let i = 0; i < now.length; i++)
      index[i] = before && before[i] === now[i] ? same : indexOf(now[i] & RGB);
    this.#encoder.writeFrame(index, width, height, {
      palette: [...palette, [0, 0, 0]],
      delay: Math.max(20, ms),
      repeat: 0,
      dispose: 1,
      ...(before && { transparent: true, transparentIndex: same }),
    });
    this.#before = now;
    const bytes = this.#encoder.bytesView().length;
    if (this.#done === 0) this.#first = bytes;
    this.#done += 1;
    this.#save(bytes);
    return bytes;
  }

  /** Goes on with fewer colours where frames like those so far would be too many bytes. */
  #save(bytes: number): void {
    const { frames, limit } = this.#plan;
    if (this.#done < 2) {
      if (bytes * frames > 4 * limit) this.#most = (this.#most + 1) / 2 - 1;
      return;
    }
    const each = (bytes - this.#first) / (this.#done - 1);
    const awaited = bytes + each * (frames - this.#done);
    if (awaited > limit * 0.95 && this.#most > FEWEST) this.#most = (this.#most + 1) / 2 - 1;
  }

  end(): Uint8Array<ArrayBuffer> {
    this.#encoder.finish();
    return this.#encoder.bytes();
  }
}

/** Colours of what has changed, and how often each is there. */
function changesOf(now: Uint32Array, before: Uint32Array | undefined) {
  const counts = new Map<number, number>();
  let changed = 0;
  for (let i = 0; i < now.length; i++) {
    if (before && before[i] === now[i]) continue;
    const colour = now[i] & RGB;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
    changed += 1;
  }
  return { counts, changed };
}

const parts = (colour: number): number[] => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];

/** @returns a palette of at most so many colours, and of a colour the place of the one that stands for it */
function coloursOf(counts: ReadonlyMap<number, number>, changed: number, most: number) {
  const often = [...counts].sort((a, b) => b[1] - a[1]);
  const exact = often.slice(0, often.length <= most ? most : most >> 1).map(([colour]) => colour);
  const places = new Map(exact.map((colour, i) => [colour, i]));
  const rest = often.slice(exact.length);
  const palette: Palette = exact.map(parts);
  if (rest.length > 0) palette.push(...quantize(sampled(rest, changed), most - exact.length));
  if (palette.length === 0) palette.push([0, 0, 0]);
  const indexOf = (colour: number): number => {
    let place = places.get(colour);
    if (place === undefined) places.set(colour, (place = nearestColorIndex(palette, parts(colour))));
    return place;
  };
  return { palette, indexOf };
}

/** As pixels, each colour as often as it is there, or as its share. */
function sampled(rest: readonly (readonly [number, number])[], changed: number): Uint8Array {
  const share = Math.min(1, SAMPLED / changed);
  const pixels: number[] = [];
  for (const [colour, count] of rest) {
    const [r, g, b] = parts(colour);
    for (let n = Math.max(1, Math.round(count * share)); n > 0; n--) pixels.push(r, g, b, 255);
  }
  return Uint8Array.from(pixels);
}
