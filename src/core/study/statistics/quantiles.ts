/**
 * The p-quantile of ascending values, by linear interpolation between order statistics at (n − 1) p (Hyndman & Fan
 * 1996, The American Statistician 50, definition 7). +∞ among the values is a value like others; NaN without values.
 */
export function quantile(ascending: ArrayLike<number>, p: number): number {
  const n = ascending.length;
  if (n === 0) return NaN;
  const place = (n - 1) * p;
  const below = Math.floor(place);
  const low = ascending[below];
  const high = ascending[Math.min(n - 1, below + 1)];
  const share = place - below;
  // Beside infinity, interpolation has nowhere to stop; and ∞ − ∞ is not a number.
  return share === 0 || low === high ? low : low + share * (high - low);
}

/** 25, 50 and 75 %. */
export const QUARTILES = [0.25, 0.5, 0.75] as const;
