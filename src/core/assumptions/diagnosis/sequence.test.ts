import { describe, expect, it } from 'vitest';
import { stream } from '../../rng.ts';
import { chordAt, localMinima, widestPlateau, worstChord, worstHump, type Sequence } from './sequence.ts';

/** Random places and values, also with ties. */
function drawn(n: number, seed: number): Sequence {
  const rng = stream('sequence-test', seed);
  const t = Array.from({ length: n }, () => rng.next()).sort((a, b) => a - b);
  return { t, y: t.map(() => (seed % 2 ? rng.normal() : rng.below(5))) };
}

function largest({ t }: Sequence, violation: (a: number, b: number, c: number) => number): number {
  let found = 0;
  for (let a = 0; a < t.length; a++)
    for (let b = a + 1; b < t.length; b++)
      for (let c = b + 1; c < t.length; c++) found = Math.max(found, violation(a, b, c));
  return found;
}

describe('the worst chord and the worst hump', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))('are the worst of all triples (draw %s)', (seed) => {
    const sequence = drawn(3 + (seed % 17), seed);
    const { t, y } = sequence;
    const chord = worstChord(sequence);
    expect(chord?.violation ?? 0).toBeCloseTo(
      largest(sequence, (a, b, c) => y[b] - chordAt(t, y, a, b, c)),
      12,
    );
    if (chord) {
      expect(chord.a < chord.b && chord.b < chord.c).toBe(true);
      expect(y[chord.b] - chordAt(t, y, chord.a, chord.b, chord.c)).toBe(chord.violation);
    }
    const hump = worstHump(sequence);
    expect(hump?.violation ?? 0).toBe(largest(sequence, (a, b, c) => y[b] - Math.max(y[a], y[c])));
    if (hump) {
      expect(hump.a < hump.b && hump.b < hump.c).toBe(true);
      expect(y[hump.b] - Math.max(y[hump.a], y[hump.c])).toBe(hump.violation);
    }
  });

  it('find nothing where there is nothing', () => {
    const t = [0, 0.1, 0.4, 0.5, 0.9];
    expect(worstChord({ t, y: t.map((x) => x * x) })).toBeNull();
    expect(worstHump({ t, y: t.map((x) => -x) })).toBeNull();
    expect(worstHump({ t: [0, 1], y: [1, 2] })).toBeNull();
  });
});

describe('plateaus', () => {
  const t = [0, 1, 2, 3, 4, 5, 6];
  it('are stretches of equal values above the lowest', () => {
    expect(widestPlateau({ t, y: [5, 4, 4, 4, 2, 1, 3] }, 0, 1e-9, 2)).toEqual({ from: 1, to: 3, lowest: 5 });
    // At the bottom, too narrow, or not level.
    expect(widestPlateau({ t, y: [5, 4, 1, 1, 1, 2, 3] }, 0, 1e-9, 2)).toBeNull();
    expect(widestPlateau({ t, y: [5, 4, 4, 3, 2, 1, 3] }, 0, 1e-9, 2)).toBeNull();
    expect(widestPlateau({ t, y: [5, 4, 4 - 1e-9, 4 - 2e-9, 2, 1, 3] }, 1e-15, 1e-9, 2)).toBeNull();
  });
  it('choose the widest', () => {
    expect(widestPlateau({ t, y: [4, 4, 2, 2, 2, 1, 3] }, 0, 1e-9, 1)).toMatchObject({ from: 2, to: 4 });
  });
});

describe('local minima', () => {
  const count = (y: number[], least = 0) => localMinima({ t: y.map((_, i) => i), y }, least);
  it('count ends, and a flat bottom once, at its middle', () => {
    expect(count([3, 1, 2, 0, 4])).toEqual([1, 3]);
    expect(count([1, 2, 1])).toEqual([0, 2]);
    expect(count([3, 1, 1, 1, 2])).toEqual([2]);
    expect(count([3, 2, 2, 2, 1])).toEqual([4]);
    expect(count([7, 7, 7])).toEqual([1]);
    expect(count([])).toEqual([]);
  });
  it('leave out what rises by no more than rounding', () => {
    expect(count([3, 1, 1.001, 0.999, 2], 0.01)).toEqual([3]);
    expect(count([3, 1, 1.1, 0.999, 2], 0.01)).toEqual([1, 3]);
  });
});
