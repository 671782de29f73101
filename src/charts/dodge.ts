/** Labels that do not overlap. */

/**
 * Moves label positions as little as possible (least squares) so that neighbours are at least `gap` apart and
 * all stay within [lo, hi]: with qᵢ = pᵢ − i·gap the constraint is qᵢ ≤ qᵢ₊₁, so pool adjacent violators
 * (isotonic regression). Returned in the order given. Labels that cannot all fit share the room evenly.
 */
export function dodge(positions: readonly number[], gap: number, lo = -Infinity, hi = Infinity): number[] {
  const n = positions.length;
  const step = n > 1 ? Math.min(gap, (hi - lo) / (n - 1)) : gap;
  const order = positions.map((_, i) => i).sort((a, b) => positions[a] - positions[b] || a - b);
  const blocks: { sum: number; count: number }[] = [];
  order.forEach((index, rank) => {
    blocks.push({ sum: positions[index] - rank * step, count: 1 });
    while (blocks.length > 1) {
      const last = blocks[blocks.length - 1];
      const before = blocks[blocks.length - 2];
      if (before.sum / before.count <= last.sum / last.count) break;
      before.sum += last.sum;
      before.count += last.count;
      blocks.pop();
    }
  });
  const placed = new Array<number>(n);
  let rank = 0;
  for (const { sum, count } of blocks) {
    for (let i = 0; i < count; i++, rank++) {
      // Clamping q to [lo, hi − (n−1)·step] keeps the order and the gaps.
      const q = Math.min(Math.max(sum / count, lo), hi - (n - 1) * step);
      placed[order[rank]] = q + rank * step;
    }
  }
  return placed;
}

export interface LabelledPoint {
  x: number;
  y: number;
  /** Size of the mark, which no label covers. */
  radius: number;
}

export interface LabelRequest extends LabelledPoint {
  width: number;
  height: number;
}

export interface PlacedLabel {
  /** Index of the request. */
  index: number;
  /** Middle of the label. */
  x: number;
  y: number;
}

interface Rectangle {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

const overlap = (a: Rectangle, b: Rectangle) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

/**
 * Places labels beside their points, first come first served, where they cover neither a point nor an earlier
 * label nor leave the bounds; a label with no such place is left out.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  points: readonly LabelledPoint[],
  bounds: Rectangle,
): PlacedLabel[] {
  const taken: Rectangle[] = points.map(({ x, y, radius }) => ({
    x0: x - radius,
    x1: x + radius,
    y0: y - radius,
    y1: y + radius,
  }));
  const placed: PlacedLabel[] = [];
  requests.forEach(({ x, y, radius, width, height }, index) => {
    const dx = radius + width / 2 + 1;
    const dy = radius + height / 2;
    const diagonal = radius * 0.6;
    const places = [
      [x, y - dy],
      [x + dx, y - diagonal],
      [x - dx, y - diagonal],
      [x, y + dy],
      [x + dx, y + diagonal],
      [x - dx, y + diagonal],
    ];
    for (const [cx, cy] of places) {
      const box = { x0: cx - width / 2, x1: cx + width / 2, y0: cy - height / 2, y1: cy + height / 2 };
      const inside = box.x0 >= bounds.x0 && box.x1 <= bounds.x1 && box.y0 >= bounds.y0 && box.y1 <= bounds.y1;
      if (inside && !taken.some((other) => overlap(box, other))) {
        taken.push(box);
        placed.push({ index, x: cx, y: cy });
        return;
      }
    }
  });
  return placed;
}
