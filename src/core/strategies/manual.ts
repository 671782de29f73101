/**
 * The reader’s own trials: a list of points, in the problem’s units, in the order in which they were placed. Somebody may
 * take over from there, who is given them (`relay/parts.ts`); where nobody does, the run waits after the last point, and
 * what is left of the budget is not spent: a comparison at the same budget needs all of them placed, or a successor.
 */
import type { Dimension } from '../space.ts';
import { say, SettingsError, type Message, type Outcome, type Point, type Strategy } from '../types.ts';
import { idsOf, passedOn, successorOf, successors, takeOver } from './relay/parts.ts';

/** As many as the longest budget. */
const MOST_POINTS = 500;

export const manual: Strategy = {
  id: 'manual',
  params: {
    points: { kind: 'points', most: MOST_POINTS, default: [] },
    then: { kind: 'choice', options: ['none', ...idsOf(successors)], default: 'none' },
    ...passedOn('then', successors),
  },
  relays: true,
  waits: true,
  source: 'Whoever places the trials',
  *search(context) {
    const { space, dimensions, budget, params } = context;
    const points = params.points as number[][];
    const wrong = fault(points, dimensions, budget);
    if (wrong) throw new SettingsError(wrong);
    const successor = successorOf(context);
    const given: Outcome[] = [];
    for (const x of points)
      given.push(
        ...(yield { unit: space.toUnit(x), x, why: say('manual.own', { point: given.length + 1 }) }),
      );
    if (successor) return yield* takeOver('manual', successor, given, context);
    return given.length < budget
      ? { why: say('manual.waiting', { count: given.length, left: budget - given.length }) }
      : undefined;
  },
};

/** What is wrong with the first point that does not fit. */
function fault(
  points: readonly Point[],
  dimensions: readonly Dimension[],
  budget: number,
): Message | undefined {
  for (const [i, x] of points.entries()) {
    const point = i + 1;
    if (x.length !== dimensions.length) {
      return say('problem.manual-coordinates', { point, given: x.length, dimensions: dimensions.length });
    }
    for (const [axis, { kind, lo, hi }] of dimensions.entries()) {
      const given = x[axis];
      if (given < lo || given > hi) return say('problem.manual-outside', { point, axis, given, lo, hi });
      if (kind === 'integer' && !Number.isInteger(given)) {
        return say('problem.manual-not-whole', { point, axis, given });
      }
    }
  }
  if (points.length > budget) return say('problem.manual-too-many', { given: points.length, budget });
  return undefined;
}
