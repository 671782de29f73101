/** Strokes of the patterns that tell classes apart, on a tile of 8 × 8; the first has none. */
export const STROKES = [
  '',
  'M-2,2L2,-2M0,8L8,0M6,10L10,6',
  'M0,2H8M0,6H8',
  'M2,2h0.01M6,6h0.01',
  'M-2,6L2,10M0,0L8,8M6,-2L10,2',
  'M2,0V8M6,0V8',
  'M0,4H8M4,0V8',
] as const;
/** The one that is made of dots. */
export const DOTS = 3;
export const PATTERNS = STROKES.length;
