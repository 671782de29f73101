/**
 * ln and cos to the last bit, or so close that only one argument in many thousands rounds the other way: computed with
 * twice the digits (double-double arithmetic: Dekker 1971, Numerische Mathematik 18; Hida, Li & Bailey 2001) and rounded
 * once. Ten times slower than `elementary.ts`: for numbers that must equal those of a C library, such as the rotations
 * of the BBOB suite, where f19 makes 10⁶ of every error.
 */
import { log as nearLog } from './elementary.ts';

/** An unevaluated sum hi + lo with |lo| at most half a unit in the last place of hi. */
type Pair = readonly [hi: number, lo: number];

const PI_HALF: Pair = [1.5707963267948966, 6.123233995736766e-17];
const LN2: Pair = [0.6931471805599453, 2.3190468138462996e-17];

function sum(a: number, b: number): Pair {
  const s = a + b;
  const part = s - a;
  return [s, a - (s - part) + (b - part)];
}

const SPLITTER = 134217729; // 2²⁷ + 1

function product(a: number, b: number): Pair {
  const p = a * b;
  const ca = SPLITTER * a;
  const ah = ca - (ca - a);
  const al = a - ah;
  const cb = SPLITTER * b;
  const bh = cb - (cb - b);
  const bl = b - bh;
  return [p, ah * bh - p + ah * bl + al * bh + al * bl];
}

function add([a, al]: Pair, [b, bl]: Pair): Pair {
  const [s, e] = sum(a, b);
  return sum(s, e + al + bl);
}

function multiply([a, al]: Pair, [b, bl]: Pair): Pair {
  const [p, e] = product(a, b);
  return sum(p, e + a * bl + al * b);
}

/** a / n for a small whole n. */
function over([a, al]: Pair, n: number): Pair {
  const q = a / n;
  const [p, e] = product(q, n);
  return sum(q, (a - p - e + al) / n);
}

/** Σ xⁱ/i!·sign over i = first, first + 2, …: cosine (first 0) and sine (first 1), |x| ≤ π/4. */
function circular(x: Pair, first: 0 | 1): Pair {
  const square = multiply(x, x);
  let term: Pair = first === 0 ? [1, 0] : x;
  let total = term;
  for (let i = first + 1; i < 30; i += 2) {
    const next = over(over(multiply(term, square), i), i + 1);
    term = [-next[0], -next[1]];
    total = add(total, term);
  }
  return total;
}

/** cos x for 0 ≤ x ≤ 100. */
export function preciseCos(x: number): number {
  const quarter = Math.floor(x / PI_HALF[0] + 0.5);
  const turned = multiply(PI_HALF, [quarter, 0]);
  const rest = add([x, 0], [-turned[0], -turned[1]]);
  const [value] = circular(rest, quarter % 2 === 0 ? 0 : 1);
  return quarter % 4 === 1 || quarter % 4 === 2 ? -value : value;
}

/** eˣ, |x| below 700. */
function exponential(x: number): Pair {
  const k = Math.floor(x / LN2[0] + 0.5);
  const shift = multiply(LN2, [k, 0]);
  const rest = add([x, 0], [-shift[0], -shift[1]]);
  // e^(r / 512) by its series, then nine squarings.
  const small: Pair = [rest[0] / 512, rest[1] / 512];
  let term: Pair = [1, 0];
  let total: Pair = [1, 0];
  for (let i = 1; i < 12; i++) {
    term = over(multiply(term, small), i);
    total = add(total, term);
  }
  for (let i = 0; i < 9; i++) total = multiply(total, total);
  let scale = 1;
  for (let i = 0; i < Math.abs(k); i++) scale *= k > 0 ? 2 : 0.5;
  return [total[0] * scale, total[1] * scale];
}

/** ln x for 10⁻³⁰⁰ < x < 10³⁰⁰: one step of Newton’s method from the nearest double, with twice the digits. */
export function preciseLog(x: number): number {
  const y = nearLog(x);
  const ratio = multiply(exponential(-y), [x, 0]);
  return y + (ratio[0] - 1 + ratio[1]);
}
