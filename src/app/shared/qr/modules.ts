/** A text as the squares of a QR code (ISO/IEC 18004). */
import { encode } from 'uqr';

/** Modules of white around the code, as the standard asks. */
const QUIET = 4;

export interface Modules {
  /** Modules along a side, the white around them included. */
  size: number;
  /** The dark ones, as an SVG path in modules. */
  path: string;
}

/** The same as a picture of so many px a side. Black on white in every theme: some cameras read no other. */
export function qrSvg(text: string, side: number): { svg: string; width: number; height: number } {
  const { size, path } = modulesOf(text);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${size} ${size}" ` +
    `shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#ffffff"/><path d="${path}" fill="#000000"/></svg>`;
  return { svg, width: side, height: side };
}

/**
 * Corrected up to 15 % of damage, or more where that makes the code no larger.
 * @throws {RangeError} where the text is too long for any code
 */
export function modulesOf(text: string): Modules {
  const { size, data } = encode(text, { ecc: 'M', boostEcc: true, border: QUIET });
  // Neighbours in a row are one rectangle: seams between squares would show where they are scaled.
  const path = data.flatMap((row, y) => {
    const runs: string[] = [];
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      const from = x;
      while (x + 1 < size && row[x + 1]) x += 1;
      runs.push(`M${from} ${y}h${x + 1 - from}v1h${from - x - 1}z`);
    }
    return runs;
  });
  return { size, path: path.join('') };
}
