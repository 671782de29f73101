/** Values with their slopes, and what all operations on them have in common: see `enclose.ts`. */
import { add, EMPTY, isEmpty, multiply, ONE, ZERO, type Interval } from './interval.ts';

/** Null: the slopes are 0. */
export interface Jet {
  v: Interval;
  d: readonly Interval[] | null;
}

/** Whether the box that is being looked at has shown no gap, jump or infinity yet. One box at a time: no re-entry. */
let tame = true;
export const begin = (): void => {
  tame = true;
};
export const isTame = (): boolean => tame;
/** The mean value theorem does not hold on this box. */
export const spoil = (): void => {
  tame = false;
};

export const failed: Jet = { v: EMPTY, d: null };
/** Something fails on the box, jumps, or cannot be followed. */
export function wild(v: Interval): Jet {
  spoil();
  return { v, d: null };
}

/** Undefined where it depends. */
export const truthOf = ({ lo, hi }: Interval): boolean | undefined =>
  lo > 0 || hi < 0 ? true : lo === 0 && hi === 0 ? false : undefined;
export const truth = (holds: boolean | undefined): Jet =>
  holds === undefined ? wild({ lo: 0, hi: 1 }) : { v: holds ? ONE : ZERO, d: null };

/** Value and slopes of f(a), by the chain rule. */
export function chain(a: Jet, v: Interval, slope: (v: Interval) => Interval): Jet {
  if (isEmpty(v)) return failed;
  if (!Number.isFinite(v.lo) || !Number.isFinite(v.hi)) return wild(v);
  if (!a.d) return { v, d: null };
  const s = slope(v);
  return { v, d: a.d.map((d) => (d === ZERO ? ZERO : multiply(s, d))) };
}

/** Slopes of a function of two numbers: p a′ + q b′. */
export function combine(a: Jet, p: Interval, b: Jet, q: Interval): Jet['d'] {
  if (!a.d) return b.d && b.d.map((d) => (d === ZERO ? ZERO : multiply(q, d)));
  if (!b.d) return a.d.map((d) => (d === ZERO ? ZERO : multiply(p, d)));
  const right = b.d;
  return a.d.map((d, i) => {
    if (right[i] === ZERO) return d === ZERO ? ZERO : multiply(p, d);
    return d === ZERO ? multiply(q, right[i]) : add(multiply(p, d), multiply(q, right[i]));
  });
}

export function settled(jet: Jet): Jet {
  if (isEmpty(jet.v)) return failed;
  return Number.isFinite(jet.v.lo) && Number.isFinite(jet.v.hi) ? jet : wild(jet.v);
}
