/**
 * What a formula can be on a box: an interval that holds all its values, and one per variable that holds its slopes
 * (automatic differentiation forwards, Rall 1981, in interval arithmetic; at a kink the slopes of both sides: Clarke's
 * generalised gradient, for which the mean value theorem holds, Lebourg 1975).
 */
import type { Expression } from './expression.ts';
import { hull, isEmpty, ONE, point, ZERO, type Interval } from './interval.ts';
import { begin, failed, isTame, spoil, truthOf, wild, type Jet } from './jets.ts';
import { apply1 } from './jets-of-one.ts';
import { apply2, extreme, length } from './jets-of-two.ts';
import { repeated } from './repeated.ts';

export interface Enclosure {
  /** Holds every value of the formula on the box that is a number, also infinite ones; empty where there is none. */
  values: Interval;
  /** Slopes by variable, for the mean value theorem: meaningless unless `tame`. */
  slopes: readonly Interval[];
  /** Defined, finite and continuous all over the box. */
  tame: boolean;
}

export type Enclose = (box: readonly Interval[]) => Enclosure;
type Step = (box: readonly Interval[]) => Jet;

export function encloser(expression: Expression, dimension: number): Enclose {
  const step = stepOf(expression, dimension);
  const flat = new Array<Interval>(dimension).fill(ZERO);
  return (box) => {
    begin();
    const { v, d } = step(box);
    if (!Number.isFinite(v.lo) || !Number.isFinite(v.hi)) spoil();
    return { values: v, slopes: d ?? flat, tame: isTame() };
  };
}

function stepOf(expression: Expression, dimension: number): Step {
  switch (expression.kind) {
    case 'number': {
      const jet: Jet = { v: point(expression.value), d: null };
      return Number.isFinite(expression.value) ? () => jet : () => wild(jet.v);
    }
    case 'variable': {
      const { index } = expression;
      const d = Array.from({ length: dimension }, (_, i) => (i === index ? ONE : ZERO));
      return (box) => ({ v: box[index], d });
    }
    case 'choice': {
      const [test, then, otherwise] = [expression.test, expression.then, expression.otherwise].map((part) =>
        stepOf(part, dimension),
      );
      return (box) => {
        const { v } = test(box);
        if (isEmpty(v)) return failed;
        const chosen = truthOf(v);
        if (chosen !== undefined) return chosen ? then(box) : otherwise(box);
        spoil();
        return { v: hull(then(box).v, otherwise(box).v), d: null };
      };
    }
    case 'call': {
      const { name, args } = expression;
      const twice = repeated(expression);
      if (twice) {
        const part = stepOf(twice.of, dimension);
        return (box) => twice.apply(part(box));
      }
      const parts = args.map((part) => stepOf(part, dimension));
      if (name === 'min' || name === 'max') {
        return (box) => parts.slice(1).reduce((a, part) => extreme(name, a, part(box)), parts[0](box));
      }
      if (name === 'hypot') return (box) => length(parts.map((part) => part(box)));
      const [first, second] = parts;
      if (!second) return (box) => apply1(name, first(box));
      return (box) => apply2(name, first(box), second(box));
    }
  }
}
