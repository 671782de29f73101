/**
 * Interval arithmetic (Moore 1966; Moore, Kearfott & Cloud 2009): the result of every function here holds the values of
 * its operation at all points of its arguments, as real numbers and as core computes them. Numbers cannot be rounded
 * outwards in JavaScript, so each bound is moved outwards by more than the operation's error: one ulp for + − × ÷ √,
 * which IEEE 754 rounds correctly, `LOOSE` for the elementary functions, whose tests allow them less.
 *
 * Bounds are extended reals: an operation may overflow, 1/0 is ∞. NaN is a failed evaluation and belongs to no interval;
 * where all evaluations fail, the interval is {@link EMPTY}. A lower bound of +0 says that no value is −0 either, whose
 * reciprocal is −∞.
 */
import { cos, exp, expm1, log, log10, log1p, log2, pow, sin, tanh } from '../../../math/elementary.ts';
import { acos, asin, atan, cbrt, cosh, sigmoid, sinh, tan } from '../../../math/more-elementary.ts';
import { LARGEST_ANGLE, mod as remainder } from './operations.ts';

export interface Interval {
  readonly lo: number;
  readonly hi: number;
}

const ULP = 2.220446049250313e-16;
/** Relative widening for elementary functions: twenty ulp. */
export const LOOSE = 20 * ULP;
/** For powers, which lose a digit or three with large exponents: see `pow`. */
export const POWER = 1e-12;
const SMALLEST = 5e-324;

export const EMPTY: Interval = { lo: Infinity, hi: -Infinity };
export const WHOLE: Interval = { lo: -Infinity, hi: Infinity };
export const ZERO: Interval = { lo: 0, hi: 0 };
export const ONE: Interval = { lo: 1, hi: 1 };

export const isEmpty = ({ lo, hi }: Interval): boolean => !(lo <= hi);
export const point = (x: number): Interval => (x !== x ? EMPTY : { lo: x, hi: x });
export const holdsZero = ({ lo, hi }: Interval): boolean => lo <= 0 && hi >= 0;

function down(x: number, by: number): number {
  // A sum that is 0 is exact, and what underflows to +0 is positive.
  if (x === 0) return Object.is(x, -0) ? -SMALLEST : 0;
  return x === Infinity ? Number.MAX_VALUE : x - Math.abs(x) * by - SMALLEST;
}
function up(x: number, by: number): number {
  if (x === 0) return Object.is(x, -0) ? -0 : SMALLEST;
  return x === -Infinity ? -Number.MAX_VALUE : x + Math.abs(x) * by + SMALLEST;
}
export const widened = (lo: number, hi: number, by: number): Interval => ({
  lo: down(lo, by),
  hi: up(hi, by),
});

export const hull = (a: Interval, b: Interval): Interval => ({
  lo: Math.min(a.lo, b.lo),
  hi: Math.max(a.hi, b.hi),
});
export const negate = ({ lo, hi }: Interval): Interval => ({ lo: -hi, hi: -lo });

export function add(a: Interval, b: Interval): Interval {
  const lo = a.lo + b.lo;
  const hi = a.hi + b.hi;
  // ∞ − ∞ fails; what is left of such an interval lies anywhere.
  return widened(lo !== lo ? -Infinity : lo, hi !== hi ? Infinity : hi, ULP);
}
export const subtract = (a: Interval, b: Interval): Interval => add(a, negate(b));

/** From the values at the corners of two intervals; those that fail count for nothing. */
function corners(values: readonly number[], by: number): Interval {
  let lo = Infinity;
  let hi = -Infinity;
  for (const x of values) {
    if (x !== x) continue;
    lo = Math.min(lo, x);
    hi = Math.max(hi, x);
  }
  return lo <= hi ? widened(lo, hi, by) : EMPTY;
}

/** 0 · ∞ fails, but next to it lies 0 · a. */
const product = (a: number, b: number): number => (a === 0 || b === 0 ? finite(a) * finite(b) : a * b);
const finite = (x: number): number => Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, x));

export const multiply = (a: Interval, b: Interval): Interval =>
  corners([product(a.lo, b.lo), product(a.lo, b.hi), product(a.hi, b.lo), product(a.hi, b.hi)], ULP);

export function divide(a: Interval, b: Interval): Interval {
  if (b.lo > 0 || b.hi < 0) {
    // ∞/∞ fails, but next to it lies a/∞.
    const tops = [a.lo, a.hi, finite(a.lo), finite(a.hi)];
    return corners(
      tops.flatMap((top) => [top / b.lo, top / b.hi]),
      ULP,
    );
  }
  // One-sided: the reciprocal is, and 0/0 fails. −0 on the positive side would give −∞.
  if (Object.is(b.lo, 0)) return multiply(a, { lo: down(1 / b.hi, ULP), hi: Infinity });
  if (Object.is(b.hi, -0)) return multiply(a, { lo: -Infinity, hi: up(1 / b.lo, ULP) });
  return WHOLE;
}

/** Distance from 0. */
export function abs({ lo, hi }: Interval): Interval {
  if (lo >= 0) return { lo: lo + 0, hi: hi + 0 };
  return hi <= 0 ? { lo: -hi, hi: -lo } : { lo: 0, hi: Math.max(-lo, hi) };
}
export function square(a: Interval): Interval {
  const { lo, hi } = abs(a);
  return widened(lo * lo, hi * hi, ULP);
}
export function sqrt({ lo, hi }: Interval): Interval {
  if (hi < 0) return EMPTY;
  return widened(lo > 0 || Object.is(lo, 0) ? Math.sqrt(lo) : -0, Math.sqrt(hi), ULP);
}

type Real = (x: number) => number;
const rising =
  (f: Real) =>
  ({ lo, hi }: Interval): Interval =>
    widened(f(lo), f(hi), LOOSE);
const falling =
  (f: Real) =>
  ({ lo, hi }: Interval): Interval =>
    widened(f(hi), f(lo), LOOSE);
/** The part of an interval where a function is defined. */
const within =
  (least: number, most: number, f: (a: Interval) => Interval) =>
  ({ lo, hi }: Interval): Interval =>
    hi < least || lo > most ? EMPTY : f({ lo: Math.max(lo, least), hi: Math.min(hi, most) });

const exact =
  (f: Real) =>
  ({ lo, hi }: Interval): Interval => ({ lo: f(lo), hi: f(hi) });

/** Functions of one number. */
export const unary = {
  exp: rising(exp),
  expm1: rising(expm1),
  log: within(0, Infinity, rising(log)),
  log1p: within(-1, Infinity, rising(log1p)),
  log2: within(0, Infinity, rising(log2)),
  log10: within(0, Infinity, rising(log10)),
  sqrt,
  cbrt: rising(cbrt),
  abs,
  sign: exact(Math.sign),
  floor: exact(Math.floor),
  ceil: exact(Math.ceil),
  round: exact(Math.round),
  asin: within(-1, 1, rising(asin)),
  acos: within(-1, 1, falling(acos)),
  atan: rising(atan),
  sinh: rising(sinh),
  tanh: rising(tanh),
  sigmoid: rising(sigmoid),
  relu: exact((x) => Math.max(0, x)),
  cosh(a: Interval): Interval {
    const { lo, hi } = abs(a);
    return widened(cosh(lo), cosh(hi), LOOSE);
  },
  sin: (a: Interval): Interval => wave(a, sin, 0.25),
  cos: (a: Interval): Interval => wave(a, cos, 0),
  tan({ lo, hi }: Interval): Interval {
    const turns = [lo / Math.PI - 0.5, hi / Math.PI - 0.5];
    if (!(near(lo) && near(hi)) || crosses(turns[0], turns[1])) return WHOLE;
    return widened(tan(lo), tan(hi), LOOSE);
  },
} as const satisfies Record<string, (a: Interval) => Interval>;

/** Up to here the place of an angle in its turn is known to a millionth. */
const near = (x: number) => Math.abs(x) < 1e9;

/** Whether a whole number lies between two numbers of turns, or so near that rounding might hide it. */
function crosses(from: number, to: number): boolean {
  const slack = 4e-15 * (1 + Math.max(Math.abs(from), Math.abs(to)));
  return Math.floor(to + slack) >= from - slack;
}

/** Sine or cosine. @param top where in its turn it is 1 */
function wave({ lo, hi }: Interval, f: Real, top: number): Interval {
  if (lo > LARGEST_ANGLE || hi < -LARGEST_ANGLE) return EMPTY;
  if (!near(lo) || !near(hi)) return { lo: -1, hi: 1 };
  const [from, to] = [lo / (2 * Math.PI) - top, hi / (2 * Math.PI) - top];
  const [start, end] = [f(lo), f(hi)];
  const { lo: least, hi: most } = widened(Math.min(start, end), Math.max(start, end), LOOSE);
  return {
    lo: crosses(from - 0.5, to - 0.5) ? -1 : Math.max(-1, least),
    hi: crosses(from, to) ? 1 : Math.min(1, most),
  };
}

/** xⁿ for a fixed n. */
export function fixedPower(a: Interval, n: number): Interval {
  if (n === 0) return ONE;
  if (isEmpty(a)) return EMPTY;
  if (n === 1) return a;
  if (Number.isInteger(n)) {
    if (n < 0) return divide(ONE, fixedPower(a, -n));
    const by = n <= 64 ? (n + 2) * ULP : POWER;
    if (n % 2 === 0) {
      const { lo, hi } = abs(a);
      return widened(pow(lo, n), pow(hi, n), by);
    }
    return widened(pow(a.lo, n), pow(a.hi, n), by);
  }
  if (a.hi < 0) return EMPTY;
  if (!Number.isFinite(n)) return { lo: 0, hi: Infinity };
  const [low, high] = [pow(Math.max(0, a.lo), n), pow(Math.max(0, a.hi), n)];
  return n > 0 ? widened(low, high, POWER) : widened(high, low, POWER);
}

/** xʸ where both vary: monotone in each of them for x ≥ 0, so the corners hold the extremes. */
export function power(a: Interval, b: Interval): Interval {
  if (b.lo === b.hi) return fixedPower(a, b.lo);
  if (a.lo < 0 || Object.is(a.lo, -0)) {
    // Whole exponents give negative numbers a power of either sign.
    const { hi } = power(abs(a), b);
    return { lo: -hi, hi };
  }
  // 1^∞ fails, but next to it lies 1.
  const exponents = [b.lo, b.hi, finite(b.lo), finite(b.hi)];
  return corners(
    exponents.flatMap((n) => [pow(a.lo, n), pow(a.hi, n), pow(finite(a.hi), n)]),
    POWER,
  );
}

/** a − b ⌊a/b⌋; exact where a stays within one period of a fixed b. */
export function mod(a: Interval, b: Interval): { values: Interval; whole: boolean } {
  if (b.lo === b.hi && b.lo !== 0 && Number.isFinite(b.lo)) {
    const [low, high] = [remainder(a.lo, b.lo), remainder(a.hi, b.lo)];
    if (a.hi - a.lo < 0.999 * Math.abs(b.lo) && low <= high && !touches(low, high, b.lo)) {
      return { values: widened(low, high, ULP), whole: true };
    }
  }
  return { values: { lo: Math.min(0, b.lo), hi: Math.max(0, b.hi) }, whole: false };
}
/** A remainder at the end of its period, where the next number starts anew. */
const touches = (low: number, high: number, b: number) => (b > 0 ? high >= b : low <= b);
