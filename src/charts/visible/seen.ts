/** Which points of a long curve can be seen: a browser reads a path anew in every size, and thousands of points take long. */

/** Of a column of pixels: its first, its last, its lowest and its highest. */
const MOST = 4;

/**
 * M4: Jugel, Jerzak, Hackenbroich, Markl, “M4: A Visualization-Oriented Time Series Data Aggregation”, PVLDB 7(10), 2014,
 * section 4.2. A line through what is left is, to the pixel, the line through all.
 * @param count of points
 * @param x px of a point, rising or falling
 * @param lines values along each line through the points; a column in which one of them is not a finite number stays as it is
 * @returns indices, rising; all of them where there are no more than four a column
 */
export function seenOf(
  count: number,
  x: (i: number) => number,
  lines: readonly ((i: number) => number)[],
): number[] {
  if (count - 1 <= MOST * Math.abs(x(count - 1) - x(0))) return Array.from({ length: count }, (_, i) => i);
  const seen: number[] = [];
  for (let from = 0, to = 1; from < count; from = to++) {
    const column = Math.floor(x(from));
    while (to < count && Math.floor(x(to)) === column) to++;
    seen.push(...seenWithin(from, to, lines));
  }
  return seen;
}

/** Of one column, `from` included and `to` not. */
function seenWithin(from: number, to: number, lines: readonly ((i: number) => number)[]): number[] {
  const kept = new Set([from, to - 1]);
  for (const value of lines) {
    let [lowest, highest] = [from, from];
    for (let i = from; i < to; i++) {
      if (!Number.isFinite(value(i))) return Array.from({ length: to - from }, (_, k) => from + k);
      if (value(i) < value(lowest)) lowest = i;
      if (value(i) > value(highest)) highest = i;
    }
    kept.add(lowest).add(highest);
  }
  return [...kept].sort((a, b) => a - b);
}
