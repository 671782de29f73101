/** Trials whose training exploded: usable like any other, but no picture could show them beside the others. */

/** This many values and this share of all, the lowest ones, are what a picture is for; of few, all but one. */
const FEWEST = 3;
const SHARE = 0.25;
/** How far above these a value has room, in their spread or in a share of their size. */
const FAR = 100;
const SIZE = 0.25;

/**
 * Lowest and highest value of those that a picture has room for; undefined where that is all of them.
 * @param y minimised, finite
 */
export function picturedRange(y: readonly number[]): readonly [number, number] | undefined {
  const sorted = [...y].sort((a, b) => a - b);
  const [lo, most] = [sorted[0], sorted[sorted.length - 1]];
  // Of two values none is unusual, and beside zeros everything is far.
  if (y.length < FEWEST) return undefined;
  const usual = sorted[Math.min(y.length - 1, Math.max(FEWEST, Math.ceil(SHARE * y.length))) - 1];
  const room = Math.max(usual - lo, SIZE * Math.abs(usual));
  const fence = usual + FAR * room;
  if (!(room > 0) || !(most > fence)) return undefined;
  return [lo, sorted.findLast((value) => value <= fence)!];
}
