/** A problem on a part of its ranges: the same function, searched in a smaller box that still holds its minimum. */
import { readNumber, quote } from './params.ts';
import { makeSpace, type Dimension } from './space.ts';
import { say, type Box, type Facts, type Message, type Problem, type Scenario } from './types.ts';

/** The short form of links: `-4.3..4.9,1e-4..0.82`, an interval for each hyperparameter. */
export const boxText = ({ lo, hi }: Box): string => lo.map((end, i) => `${end}..${hi[i]}`).join();

/**
 * Reads a box from its stored or its short form, and holds it against the problem. Nothing throws.
 *
 * | key                 | values                                                   |
 * | ------------------- | -------------------------------------------------------- |
 * | notice.box-form     | field, given, dimensions: intervals that are expected    |
 * | notice.box-range    | field, given, axis, lo, hi: what the interval may span   |
 * | notice.box-whole    | field, given, axis                                       |
 * | notice.box-measured | field, given, axis, near: the nearest measured value     |
 * | notice.box-minimum  | field, given, axis, at: a minimiser that is left outside |
 */
export function readBox(given: unknown, problem: Problem): { box: Box } | { problem: Message } {
  const box = boxOf(given, problem.space.dimensions.length);
  if (!box) {
    const dimensions = problem.space.dimensions.length;
    return { problem: say('notice.box-form', { field: 'box', given: quote(given), dimensions }) };
  }
  const said = misfitOf(box, problem);
  return said ? { problem: said } : { box };
}

function boxOf(given: unknown, dimensions: number): Box | undefined {
  const ends = typeof given === 'string' ? intervalsOf(given) : given;
  if (typeof ends !== 'object' || ends === null) return undefined;
  const { lo, hi } = ends as Partial<Record<keyof Box, unknown>>;
  const list = (numbers: unknown): number[] | undefined =>
    Array.isArray(numbers) && numbers.length === dimensions
      ? // Adding 0 turns −0, which text does not keep, into 0.
        numbers.map((number) => readNumber(number) + 0)
      : undefined;
  const [from, to] = [list(lo), list(hi)];
  if (!from || !to || ![...from, ...to].every(Number.isFinite)) return undefined;
  return { lo: from, hi: to };
}

function intervalsOf(text: string): Record<keyof Box, unknown[]> | undefined {
  const intervals = text.split(',').map((interval) => interval.split('..'));
  if (intervals.some((ends) => ends.length !== 2)) return undefined;
  return { lo: intervals.map(([lo]) => lo), hi: intervals.map(([, hi]) => hi) };
}

/** Why a box is none of the problem's. */
function misfitOf({ lo, hi }: Box, { space, optimum, measuredAt }: Problem): Message | undefined {
  for (const [axis, dimension] of space.dimensions.entries()) {
    const [from, to] = [lo[axis], hi[axis]];
    const values = { field: 'box', given: `${from}..${to}`, axis };
    if (from < dimension.lo || to > dimension.hi || !(from < to))
      return say('notice.box-range', { ...values, lo: dimension.lo, hi: dimension.hi });
    if (dimension.kind === 'integer' && !(Number.isInteger(from) && Number.isInteger(to)))
      return say('notice.box-whole', values);
    const levels = measuredAt?.[axis];
    const off = levels && [from, to].find((end) => !isEnd(end, dimension, levels));
    if (off !== undefined) return say('notice.box-measured', { ...values, near: nearest(levels!, off) });
    if (optimum.free?.includes(axis)) continue;
    const outside = minimisersAlong(optimum, axis).find((x) => x < from || x > to);
    if (outside !== undefined) return say('notice.box-minimum', { ...values, at: outside });
  }
  return undefined;
}

/** The scenario in all of its objective's ranges. */
export function unboxed(scenario: Scenario): Scenario {
  const whole = { ...scenario };
  delete whole.box;
  return whole;
}

/** What is measured reaches from its first to its last value; the range may end a rounding beside them. */
const isEnd = (end: number, { lo, hi }: Dimension, levels: readonly number[]): boolean =>
  end === lo || end === hi || levels.includes(end);

const nearest = (levels: readonly number[], x: number): number =>
  levels.reduce((near, level) => (Math.abs(level - x) < Math.abs(near - x) ? level : near));

/** Where the known minimisers lie along one axis, the ends of their region among them. */
export const minimisersAlong = ({ at, region }: Problem['optimum'], axis: number): number[] => [
  ...at.map((x) => x[axis]),
  ...(region ? [region.lo[axis], region.hi[axis]] : []),
];

/** The problem within the box, which {@link readBox} has taken. */
export function narrowed(problem: Problem, { lo, hi }: Box): Problem {
  const dimensions = problem.space.dimensions.map((dimension, i): Dimension => {
    const { folklore } = dimension;
    // Who is told a value that may not be tried takes the nearest that may.
    const told = folklore !== undefined && { folklore: Math.min(hi[i], Math.max(lo[i], folklore)) };
    return { ...dimension, lo: lo[i], hi: hi[i], ...told };
  });
  const { measuredAt } = problem;
  return {
    ...problem,
    space: makeSpace(dimensions),
    facts: factsWithin(problem.facts),
    ...(measuredAt && {
      measuredAt: measuredAt.map((levels, i) => levels.filter((level) => level >= lo[i] && level <= hi[i])),
    }),
  };
}

/** What is true everywhere is true in a part. What is not may fail only outside of it: there, nothing is known. */
const factsWithin = (facts: Facts): Facts => {
  const kept = (fact: boolean | null) => fact || null;
  return {
    convex: kept(facts.convex),
    unimodal: kept(facts.unimodal),
    separable: kept(facts.separable),
    smooth: kept(facts.smooth),
  };
};
