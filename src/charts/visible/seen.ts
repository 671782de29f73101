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
  const all = Array.from({ length: count }, (_, i) => i);
  if (count - 1 <= MOST * Math.abs(x(count - 1) - x(0))) return all;
  const seen = new Set<number>();
  let column: number[] = [];
  for (const i of all) {
    column.push(i);
    if (i + 1 < count && Math.floor(x(i)) === Math.floor(x(i + 1))) continue;
    seen.add(column[0]).add(i);
    for (const line of lines) {
      const values = column.map(line);
      if (values.every(Number.isFinite))
        for (const most of [Math.min(...values), Math.max(...values)]) seen.add(column[values.indexOf(most)]);
      else for (const one of column) seen.add(one);
    }
    column = [];
  }
  return all.filter((i) => seen.has(i));
}
