/**
 * Random streams: one independent stream per label, so that adding a strategy never changes another's luck.
 *
 * `alea` (Johannes Baagøe's multiply-with-carry generator, shipped with seedrandom) is chosen over
 * seedrandom's default ARC4 because a study starts hundreds of thousands of streams, and ARC4's set-up is slow.
 */
import { cos, log, sin } from './math/elementary.ts';
import alea from 'seedrandom/lib/alea.js';

export interface Rng {
  /** Uniform on [0, 1). */
  next: () => number;
  /** Standard normal (Box–Muller, both values used). */
  normal: () => number;
  /** Uniform integer in {0, …, n − 1}. */
  below: (n: number) => number;
}

/** The stream of a label; the same parts always give the same numbers. */
export function stream(...label: readonly (string | number)[]): Rng {
  // JSON keeps ('a', 'bc') and ('ab', 'c') apart.
  const next = alea(JSON.stringify(label)) as () => number;
  let spare: number | undefined;
  return {
    next,
    below: (n) => Math.floor(next() * n),
    normal() {
      if (spare !== undefined) {
        const kept = spare;
        spare = undefined;
        return kept;
      }
      // 1 − u lies in (0, 1], where the logarithm is finite.
      const radius = Math.sqrt(-2 * log(1 - next()));
      const angle = 2 * Math.PI * next();
      spare = radius * sin(angle);
      return radius * cos(angle);
    },
  };
}

/** A point drawn uniformly from the unit cube. */
export function uniformPoint(d: number, rng: Rng): number[] {
  const unit: number[] = [];
  for (let i = 0; i < d; i++) unit.push(rng.next());
  return unit;
}

/** Fisher–Yates; returns the same array, shuffled in place. */
export function shuffle<T>(items: T[], rng: Rng): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = rng.below(i + 1);
    [items[i], items[j]] = [items[j], items[i]];
  }
  return items;
}
