/** Operations on two and more values with their slopes. */
import {
  add,
  divide,
  fixedPower,
  holdsZero,
  hull,
  isEmpty,
  mod,
  multiply,
  negate,
  ONE,
  power,
  sqrt,
  square,
  subtract,
  unary,
  ZERO,
  type Interval,
} from './interval.ts';
import { chain, combine, failed, settled, spoil, truth, truthOf, wild, type Jet } from './jets.ts';
import type { OperationName } from './operations.ts';

const constant = (x: number): Interval => ({ lo: x, hi: x });
const MINUS_ONE = constant(-1);

export function apply2(name: OperationName, a: Jet, b: Jet): Jet {
  // Whatever to the power of 0 is 1, even what failed.
  if (name === 'pow' && holdsZero(b.v) && isEmpty(a.v)) return wild(ONE);
  if (isEmpty(a.v) || isEmpty(b.v)) return failed;
  switch (name) {
    case 'add':
      return settled({ v: add(a.v, b.v), d: combine(a, ONE, b, ONE) });
    case 'subtract':
      return settled({ v: subtract(a.v, b.v), d: combine(a, ONE, b, MINUS_ONE) });
    case 'multiply':
      return settled({ v: multiply(a.v, b.v), d: combine(a, b.v, b, a.v) });
    case 'divide': {
      const v = divide(a.v, b.v);
      if (holdsZero(b.v)) return wild(v);
      const reciprocal = divide(ONE, b.v);
      return settled({ v, d: combine(a, reciprocal, b, negate(multiply(v, reciprocal))) });
    }
    case 'mod': {
      const { values, whole } = mod(a.v, b.v);
      return whole && !b.d ? { v: values, d: a.d } : wild(values);
    }
    case 'pow':
      if (!b.d && b.v.lo === b.v.hi) return powerOf(a, b.v.lo);
      return generalPower(a, b);
    case 'less':
      return truth(a.v.hi < b.v.lo ? true : a.v.lo >= b.v.hi ? false : undefined);
    case 'lessOrEqual':
      return truth(a.v.hi <= b.v.lo ? true : a.v.lo > b.v.hi ? false : undefined);
    case 'greater':
      return truth(a.v.lo > b.v.hi ? true : a.v.hi <= b.v.lo ? false : undefined);
    case 'greaterOrEqual':
      return truth(a.v.lo >= b.v.hi ? true : a.v.hi < b.v.lo ? false : undefined);
    case 'equal':
      return truth(equality(a.v, b.v));
    case 'unequal': {
      const same = equality(a.v, b.v);
      return truth(same === undefined ? undefined : !same);
    }
    case 'and': {
      const [p, q] = [truthOf(a.v), truthOf(b.v)];
      return truth(p === false || q === false ? false : p && q);
    }
    case 'or': {
      const [p, q] = [truthOf(a.v), truthOf(b.v)];
      return truth(p || q ? true : p === false && q === false ? false : undefined);
    }
    default:
      throw new Error(`No operation of two numbers is called ${name}.`);
  }
}

function equality(a: Interval, b: Interval): boolean | undefined {
  if (a.hi < b.lo || b.hi < a.lo) return false;
  return a.lo === a.hi && b.lo === b.hi ? true : undefined;
}

/** aⁿ for a fixed n. */
export function powerOf(a: Jet, n: number): Jet {
  if (n === 0) return { v: ONE, d: null };
  if (isEmpty(a.v)) return failed;
  const { lo } = a.v;
  if ((lo < 0 && !Number.isInteger(n)) || (n < 0 && holdsZero(a.v))) spoil();
  // From here on n − 1 is no longer computed as another number than n.
  if (Math.abs(n) > 4503599627370496) spoil();
  return chain(a, fixedPower(a.v, n), () => multiply(constant(n), fixedPower(a.v, n - 1)));
}

function generalPower(a: Jet, b: Jet): Jet {
  const v = power(a.v, b.v);
  if (isEmpty(v)) return failed;
  if (!(a.v.lo > 0)) return wild(v);
  return settled({
    v,
    d: combine(a, divide(multiply(v, b.v), a.v), b, multiply(v, unary.log(a.v))),
  });
}

export function extreme(name: 'min' | 'max', a: Jet, b: Jet): Jet {
  if (isEmpty(a.v) || isEmpty(b.v)) return failed;
  if (name === 'min' ? a.v.hi < b.v.lo : a.v.lo > b.v.hi) return a;
  if (name === 'min' ? b.v.hi < a.v.lo : b.v.lo > a.v.hi) return b;
  const pick = name === 'min' ? Math.min : Math.max;
  const v = { lo: pick(a.v.lo, b.v.lo), hi: pick(a.v.hi, b.v.hi) };
  if (!a.d && !b.d) return { v, d: null };
  const [p, q] = [a.d, b.d];
  const count = (p ?? q)!.length;
  return { v, d: Array.from({ length: count }, (_, i) => hull(p?.[i] ?? ZERO, q?.[i] ?? ZERO)) };
}

/** √(Σ aᵢ²); along its argument i it rises by aᵢ / √…, at most 1. */
export function length(parts: readonly Jet[]): Jet {
  if (parts.some(({ v }) => isEmpty(v))) return failed;
  const total = parts.map(({ v }) => square(v)).reduce(add);
  const root = sqrt(total);
  // As computed, the scaling costs some ulp more.
  const spare = 32 * 2.220446049250313e-16;
  const v = { lo: root.lo * (1 - spare), hi: root.hi * (1 + spare) };
  if (!Number.isFinite(v.hi)) return wild(v);
  const slopes = parts.map((part) => {
    const { lo, hi } = divide(part.v, v);
    return { lo: Math.max(-1, lo), hi: Math.min(1, hi) };
  });
  const sum = parts.reduce<Jet>((so, part, i) => ({ v, d: combine(so, ONE, part, slopes[i]) }), {
    v,
    d: null,
  });
  return sum;
}
