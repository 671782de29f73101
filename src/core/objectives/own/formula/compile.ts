import type { Point } from '../../../types.ts';
import type { Expression } from './expression.ts';
import { OPERATIONS } from './operations.ts';

/** Value of a formula at a point; NaN or ±∞ where it has none. */
export type Evaluate = (x: Point) => number;

/** A formula as nested functions: a tenth of a microsecond per operation, and nothing but core's own arithmetic. */
export function compile(expression: Expression): Evaluate {
  switch (expression.kind) {
    case 'number': {
      const { value } = expression;
      return () => value;
    }
    case 'variable': {
      const { index } = expression;
      return (x) => x[index];
    }
    case 'choice': {
      const [test, then, otherwise] = [expression.test, expression.then, expression.otherwise].map(compile);
      return (x) => {
        const chosen = test(x);
        return chosen !== chosen ? NaN : chosen !== 0 ? then(x) : otherwise(x);
      };
    }
    case 'call': {
      const operation = OPERATIONS[expression.name];
      const [first, second, ...rest] = expression.args.map(compile);
      if (!second) return (x) => operation(first(x));
      if (rest.length === 0) return (x) => operation(first(x), second(x));
      return (x) => operation(first(x), second(x), ...rest.map((evaluate) => evaluate(x)));
    }
  }
}
