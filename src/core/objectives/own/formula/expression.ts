/** A formula as data: what `parse.ts` makes of a text, and `compile.ts` and `enclose.ts` make functions of. */
import type { OperationName } from './operations.ts';

export type Expression =
  | { kind: 'number'; value: number }
  | { kind: 'variable'; index: number }
  /** Functions and operators alike: `add(x, 1)`. */
  | { kind: 'call'; name: OperationName; args: readonly Expression[] }
  | { kind: 'choice'; test: Expression; then: Expression; otherwise: Expression };

export interface Formula {
  expression: Expression;
  /** Highest variable used; at least 1. */
  dimension: number;
  /** Whether each variable up to there occurs. */
  used: readonly boolean[];
  /** Written x1, x2, … rather than x, y. */
  numbered: boolean;
  /** Operations, numbers and variables: how long it takes to evaluate. */
  size: number;
}
