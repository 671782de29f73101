import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dodge, placeLabels } from './dodge.ts';

const positions = fc.array(fc.double({ min: -50, max: 350, noNaN: true }), { minLength: 1, maxLength: 12 });

describe('dodge', () => {
  it('leaves labels that do not overlap', () => expect(dodge([100, 10, 50], 20)).toEqual([100, 10, 50]));
  it('spreads labels at one place around it', () => expect(dodge([50, 50, 50], 10)).toEqual([40, 50, 60]));
  it('moves as little as possible in total', () => {
    // 0 and 2 share a move of 8; 40 is not concerned.
    expect(dodge([0, 2, 40], 10)).toEqual([-4, 6, 40]);
  });

  it('keeps the gap, the order and the bounds', () => {
    fc.assert(
      fc.property(positions, (wanted) => {
        const placed = dodge(wanted, 20, 0, 300);
        const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b] || a - b);
        order.forEach((index, rank) => {
          expect(placed[index]).toBeGreaterThanOrEqual(-1e-9);
          expect(placed[index]).toBeLessThanOrEqual(300 + 1e-9);
          if (rank > 0) expect(placed[index] - placed[order[rank - 1]]).toBeGreaterThanOrEqual(20 - 1e-9);
        });
      }),
    );
  });

  it('shares the room where it is too small for the gap', () =>
    expect(dodge([1, 2, 3], 20, 0, 10)).toEqual([0, 5, 10]));
});

describe('placeLabels', () => {
  const bounds = { x0: 0, x1: 300, y0: 0, y1: 200 };
  const request = (x: number, y: number) => ({ x, y, radius: 5, width: 16, height: 12 });

  it('covers no point, no other label, and stays inside', () => {
    const point = fc.record({ x: fc.integer({ min: 0, max: 300 }), y: fc.integer({ min: 0, max: 200 }) });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 25 }), (points) => {
        const marks = points.map(({ x, y }) => request(x, y));
        const placed = placeLabels(marks, marks, bounds);
        placed.forEach((label, i) => {
          expect(label.x - 8).toBeGreaterThanOrEqual(0);
          expect(label.x + 8).toBeLessThanOrEqual(300);
          expect(label.y - 6).toBeGreaterThanOrEqual(0);
          expect(label.y + 6).toBeLessThanOrEqual(200);
          for (const { x, y } of points)
            expect(Math.abs(label.x - x) >= 13 || Math.abs(label.y - y) >= 11).toBe(true);
          for (const other of placed.slice(0, i))
            expect(Math.abs(label.x - other.x) >= 16 || Math.abs(label.y - other.y) >= 12).toBe(true);
        });
      }),
    );
  });

  it('labels a lone point, above it', () => {
    const [label] = placeLabels([request(100, 100)], [request(100, 100)], bounds);
    expect(label).toMatchObject({ index: 0, x: 100 });
    expect(label.y).toBeLessThan(100);
  });

  it('leaves out a label that has no place', () => {
    const crowd = Array.from({ length: 400 }, (_, i) =>
      request((i % 20) * 8 + 40, Math.floor(i / 20) * 8 + 20),
    );
    expect(placeLabels([crowd[210]], crowd, bounds)).toEqual([]);
  });
});
