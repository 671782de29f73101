/**
 * What formulas are made of. A closed list: looked up by own key in maps, so that `constructor` and its kin are unknown
 * names like any other. All of it built from core's own elementary functions: page, worker and Node agree bit for bit.
 *
 * A comparison is 1 or 0; `&&`, `||`, `!` and `c ? a : b` take every number but 0 for true. NaN is neither: it passes
 * through all of them, so that an evaluation that went wrong is seen to have failed.
 */
import { cos, exp, expm1, log, log10, log1p, log2, pow, sin, tanh } from '../../../math/elementary.ts';
import { MOST_VARIABLES } from './limits.ts';
import { acos, asin, atan, cbrt, cosh, hypot, sigmoid, sinh, tan } from '../../../math/more-elementary.ts';

type Value = (...args: number[]) => number;

/**
 * Angles beyond 2⁵⁰ fail: the next number is a good part of a turn away, so their sine says nothing, and it would take
 * a hundred times as long.
 */
export const LARGEST_ANGLE = 1125899906842624;
const angle = (f: (x: number) => number) => (x: number) => (Math.abs(x) <= LARGEST_ANGLE ? f(x) : NaN);

/** Remainder with the divisor's sign: a − b ⌊a/b⌋, exact but for one rounding; never −0. */
export function mod(a: number, b: number): number {
  const rest = (a % b) + 0;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
}

const truth = (holds: boolean, a: number, b: number) => (a !== a || b !== b ? NaN : holds ? 1 : 0);

const values = {
  negate: (a) => -a,
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  mod,
  pow,
  less: (a, b) => truth(a < b, a, b),
  lessOrEqual: (a, b) => truth(a <= b, a, b),
  greater: (a, b) => truth(a > b, a, b),
  greaterOrEqual: (a, b) => truth(a >= b, a, b),
  equal: (a, b) => truth(a === b, a, b),
  unequal: (a, b) => truth(a !== b, a, b),
  and: (a, b) => truth(a !== 0 && b !== 0, a, b),
  or: (a, b) => truth(a !== 0 || b !== 0, a, b),
  not: (a) => truth(a === 0, a, a),
  exp,
  expm1,
  log,
  log1p,
  log2,
  log10,
  sqrt: (a) => Math.sqrt(a),
  cbrt,
  abs: (a) => Math.abs(a),
  sign: (a) => Math.sign(a),
  floor: (a) => Math.floor(a),
  ceil: (a) => Math.ceil(a),
  round: (a) => Math.round(a),
  min: (...args) => Math.min(...args),
  max: (...args) => Math.max(...args),
  hypot: (...args) => hypot(...args),
  sin: angle(sin),
  cos: angle(cos),
  tan: angle(tan),
  asin,
  acos,
  atan,
  sinh,
  cosh,
  tanh,
  sigmoid,
  relu: (a) => Math.max(0, a),
} as const satisfies Record<string, Value>;

export type OperationName = keyof typeof values;
export const OPERATIONS: Readonly<Record<OperationName, Value>> = values;

/** Fewest and most arguments. */
type Arity = readonly [least: number, most: number];
const one: Arity = [1, 1];
const two: Arity = [2, 2];
const MANY: Arity = [1, 16];

/** What can be called by name; `ln` and `log` are the same. */
export const FUNCTIONS: ReadonlyMap<string, { operation: OperationName; arity: Arity }> = new Map(
  (
    [
      ['exp', 'exp', one],
      ['ln', 'log', one],
      ['log', 'log', one],
      ['log2', 'log2', one],
      ['log10', 'log10', one],
      ['log1p', 'log1p', one],
      ['expm1', 'expm1', one],
      ['sqrt', 'sqrt', one],
      ['cbrt', 'cbrt', one],
      ['pow', 'pow', two],
      ['abs', 'abs', one],
      ['sign', 'sign', one],
      ['floor', 'floor', one],
      ['ceil', 'ceil', one],
      ['round', 'round', one],
      ['mod', 'mod', two],
      ['min', 'min', MANY],
      ['max', 'max', MANY],
      ['hypot', 'hypot', MANY],
      ['sin', 'sin', one],
      ['cos', 'cos', one],
      ['tan', 'tan', one],
      ['asin', 'asin', one],
      ['acos', 'acos', one],
      ['atan', 'atan', one],
      ['sinh', 'sinh', one],
      ['cosh', 'cosh', one],
      ['tanh', 'tanh', one],
      ['sigmoid', 'sigmoid', one],
      ['relu', 'relu', one],
    ] as const
  ).map(([name, operation, arity]) => [name, { operation, arity }]),
);

export const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ['pi', Math.PI],
  ['π', Math.PI],
  ['tau', 2 * Math.PI],
  ['τ', 2 * Math.PI],
  ['e', Math.E],
]);

/** Binary operators with what binds tighter higher up; powers bind tighter than all of them and are read by themselves. */
export const OPERATORS: ReadonlyMap<string, OperationName> = new Map([
  ['||', 'or'],
  ['&&', 'and'],
  ['==', 'equal'],
  ['!=', 'unequal'],
  ['<=', 'lessOrEqual'],
  ['>=', 'greaterOrEqual'],
  ['<', 'less'],
  ['>', 'greater'],
  ['+', 'add'],
  ['-', 'subtract'],
  ['*', 'multiply'],
  ['/', 'divide'],
  ['%', 'mod'],
]);

interface Variable {
  index: number;
  /** Written with its number. */
  numbered: boolean;
}
/** `x` is `x1` and `y` is `x2`; which of the two spellings is used is up to the formula. */
export const VARIABLES: ReadonlyMap<string, Variable> = new Map<string, Variable>([
  ['x', { index: 0, numbered: false }],
  ['y', { index: 1, numbered: false }],
  ...Array.from(
    { length: MOST_VARIABLES },
    (_, index) => [`x${index + 1}`, { index, numbered: true }] as const,
  ),
]);

/** Names of a formula's variables, in order. */
export const variableNames = ({ dimension, numbered }: { dimension: number; numbered: boolean }): string[] =>
  numbered ? Array.from({ length: dimension }, (_, i) => `x${i + 1}`) : ['x', 'y'].slice(0, dimension);
