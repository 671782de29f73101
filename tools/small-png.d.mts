export interface Pixels {
  width: number;
  height: number;
  /** Three bytes a pixel, row by row. */
  rgb: Uint8Array;
}
export function decode(png: Buffer): Pixels;
export function encode(pixels: Pixels): Buffer;
export function smaller(png: Buffer): Buffer;
