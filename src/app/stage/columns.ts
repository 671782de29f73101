/**
 * How many panels stand abreast: as many as are legible, in rows as even as can be (five where only four fit
 * are three and two).
 *
 * @param least the narrowest legible panel; all lengths in one unit
 */
export function columnsFor(count: number, width: number, least: number, gap: number): number {
  const fit = Math.max(1, Math.min(count, Math.floor((width + gap) / (least + gap))));
  return Math.ceil(count / Math.ceil(count / fit));
}
