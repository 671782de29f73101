/**
 * Operations whose arguments are the same expression. Interval arithmetic takes them for numbers that vary on their own
 * (the dependency problem: Moore, Kearfott & Cloud 2009, § 5.4); of one number, each has a range of its own, also where
 * two numbers would make it 0/0 or 0⁰.
 */
import { pow, sin } from '../../../math/elementary.ts';
import type { Expression } from './expression.ts';
import { add, holdsZero, LOOSE, multiply, ONE, POWER, unary, widened } from './interval.ts';
import { chain, wild, type Jet } from './jets.ts';
import { apply1 } from './jets-of-one.ts';
import { apply2, powerOf } from './jets-of-two.ts';

/** What stands twice in t · t, tᵗ or sin(t)/t, and what becomes of it there; undefined for everything else. */
export function repeated(expression: Expression): { of: Expression; apply: (t: Jet) => Jet } | undefined {
  if (expression.kind !== 'call') return undefined;
  const { name, args } = expression;
  const [first, second] = args;
  if (name === 'multiply' && same(first, second)) return { of: first, apply: (t) => powerOf(t, 2) };
  if (name === 'pow' && same(first, second)) return { of: first, apply: selfPower };
  if (name === 'divide' && first.kind === 'call' && first.name === 'sin' && same(first.args[0], second))
    return { of: second, apply: sinc };
  return undefined;
}

function same(a: Expression, b: Expression): boolean {
  if (a.kind === 'number') return b.kind === 'number' && Object.is(a.value, b.value);
  if (a.kind === 'variable') return b.kind === 'variable' && a.index === b.index;
  if (a.kind === 'choice')
    return (
      b.kind === 'choice' && same(a.test, b.test) && same(a.then, b.then) && same(a.otherwise, b.otherwise)
    );
  if (b.kind !== 'call' || a.name !== b.name || a.args.length !== b.args.length) return false;
  return a.args.every((argument, i) => same(argument, b.args[i]));
}

/** tᵗ = exp(t ln t) is lowest at 1/e, and 1 at 0. */
const SELF_POWER = { at: 0.36787944117144233, value: 0.6922006275553464 };

function selfPower(t: Jet): Jet {
  const { lo, hi } = t.v;
  if (!(lo >= 0) || Object.is(lo, -0) || t.v.lo > hi) return apply2('pow', t, t);
  const ends = [pow(lo, lo), pow(hi, hi)];
  const { at, value } = SELF_POWER;
  const inside = lo <= at * (1 + LOOSE) && hi >= at * (1 - LOOSE);
  const v = widened(Math.min(...ends, inside ? value : Infinity), Math.max(...ends), POWER);
  return chain(t, v, () => multiply(v, add(ONE, unary.log(t.v))));
}

/** sin(t)/t falls on both sides of 0 until here, and is nowhere lower. */
const SINC = { at: 4.493409457909064, value: -0.21723362821122166 };

/** At 0 itself there is no value, but the values beside it are near 1. */
function sinc(t: Jet): Jet {
  if (!holdsZero(t.v)) return apply2('divide', apply1('sin', t), t);
  const end = Math.max(-t.v.lo, t.v.hi);
  const least = end === 0 ? 1 : end < SINC.at ? sin(end) / end : SINC.value;
  return wild(widened(least, 1, LOOSE));
}
