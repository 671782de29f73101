/** Operations on one value with its slopes. */
import {
  abs,
  add,
  divide,
  isEmpty,
  multiply,
  negate,
  ONE,
  sqrt,
  square,
  subtract,
  unary,
  ZERO,
} from './interval.ts';
import { chain, failed, spoil, truth, truthOf, wild, type Jet } from './jets.ts';
import { LARGEST_ANGLE, type OperationName } from './operations.ts';

const constant = (x: number) => ({ lo: x, hi: x });
const MINUS_ONE = constant(-1);
const TWO = constant(2);
const LN2 = constant(Math.LN2);
const LN10 = constant(Math.LN10);

export function apply1(name: OperationName, a: Jet): Jet {
  if (isEmpty(a.v)) return failed;
  const { v } = a;
  const domain = DOMAINS[name];
  if (domain && (v.lo < domain[0] || v.hi > domain[1])) spoil();
  switch (name) {
    case 'negate':
      return { v: negate(v), d: a.d && a.d.map((d) => (d === ZERO ? ZERO : negate(d))) };
    case 'not': {
      const holds = truthOf(v);
      return truth(holds === undefined ? undefined : !holds);
    }
    case 'sign':
    case 'floor':
    case 'ceil':
    case 'round': {
      const values = unary[name](v);
      return values.lo === values.hi ? { v: values, d: null } : wild(values);
    }
    case 'exp':
      return chain(a, unary.exp(v), (e) => e);
    case 'expm1':
      return chain(a, unary.expm1(v), () => unary.exp(v));
    case 'log':
      return chain(a, unary.log(v), () => divide(ONE, v));
    case 'log1p':
      return chain(a, unary.log1p(v), () => divide(ONE, add(ONE, v)));
    case 'log2':
      return chain(a, unary.log2(v), () => divide(ONE, multiply(v, LN2)));
    case 'log10':
      return chain(a, unary.log10(v), () => divide(ONE, multiply(v, LN10)));
    case 'sqrt':
      return chain(a, sqrt(v), (root) => divide(ONE, multiply(TWO, root)));
    case 'cbrt':
      return chain(a, unary.cbrt(v), (root) => divide(ONE, multiply(constant(3), square(root))));
    case 'abs':
      return chain(a, abs(v), () => (v.lo >= 0 ? ONE : v.hi <= 0 ? MINUS_ONE : { lo: -1, hi: 1 }));
    case 'relu':
      return chain(a, unary.relu(v), () => (v.lo >= 0 ? ONE : v.hi <= 0 ? ZERO : { lo: 0, hi: 1 }));
    case 'sin':
      return chain(a, unary.sin(v), () => unary.cos(v));
    case 'cos':
      return chain(a, unary.cos(v), () => negate(unary.sin(v)));
    case 'tan':
      return chain(a, unary.tan(v), (t) => add(ONE, square(t)));
    case 'asin':
    case 'acos': {
      const slope = () => divide(ONE, sqrt(subtract(ONE, square(v))));
      return chain(a, unary[name](v), () => (name === 'asin' ? slope() : negate(slope())));
    }
    case 'atan':
      return chain(a, unary.atan(v), () => divide(ONE, add(ONE, square(v))));
    case 'sinh':
      return chain(a, unary.sinh(v), () => unary.cosh(v));
    case 'cosh':
      return chain(a, unary.cosh(v), () => unary.sinh(v));
    case 'tanh':
      return chain(a, unary.tanh(v), (t) => subtract(ONE, square(t)));
    case 'sigmoid':
      return chain(a, unary.sigmoid(v), (s) => multiply(s, subtract(ONE, s)));
    default:
      throw new Error(`No operation of one number is called ${name}.`);
  }
}

/** Outside of these an operation fails. */
const DOMAINS: Partial<Record<OperationName, readonly [number, number]>> = {
  log: [Number.MIN_VALUE, Infinity],
  log2: [Number.MIN_VALUE, Infinity],
  log10: [Number.MIN_VALUE, Infinity],
  log1p: [-1, Infinity],
  sqrt: [0, Infinity],
  asin: [-1, 1],
  acos: [-1, 1],
  sin: [-LARGEST_ANGLE, LARGEST_ANGLE],
  cos: [-LARGEST_ANGLE, LARGEST_ANGLE],
};
