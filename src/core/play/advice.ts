/**
 * One honest sentence of advice to whoever has played a game: the first rule that fits what was done. Rules look at the
 * trials, in the unit cube, and at the landscape, which is no secret any more.
 */
import type { Dimension } from '../space.ts';
import { say, type Message, type Problem, type Trial } from '../types.ts';
import { valueRangeOf } from '../value-range.ts';

export interface Played {
  trials: readonly Trial[];
  problem: Problem;
  /** What is observed is not the true value. */
  noisy: boolean;
  /** Of runs of Bayesian optimisation at the same budget, the share that the player was better than; absent: not known yet. */
  bayes?: number | undefined;
}

/** Nearer than this along every axis, two points ask the same question. */
const SAME = 0.02;
/** Within this of a point one looks around it. */
const AROUND = 0.1;
/** Further than this from all points before, a good find was not led to. */
const FAR = 0.2;
/** Of the range of values above the minimum: as good as found. */
const FOUND = 0.02;
/** Fewer trials tell nothing of how somebody plays. */
const FEW = 4;

/** The largest difference along an axis. */
const apart = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((u, i) => Math.abs(u - b[i])));
const nearest = (from: readonly number[], others: readonly Trial[]): number =>
  Math.min(Infinity, ...others.map(({ unit }) => apart(from, unit)));

interface Looked extends Played {
  /** Places of the minimum in the unit cube. */
  optima: readonly number[][];
  /** The trial with the lowest true value: what the game is judged by. */
  best: Trial;
  found: boolean;
  /** Nothing tried before lies near the best one. */
  jumped: boolean;
}

/**
 * | key                   | values                                                         |
 * | --------------------- | -------------------------------------------------------------- |
 * | advice.few            | –                                                              |
 * | advice.luck           | trial                                                          |
 * | advice.found          | trial                                                          |
 * | advice.range          | axis; from, to: per cent of its range; all trials lie there    |
 * | advice.early          | trial: after which only the neighbourhood of one point was tried, count: trials spent there |
 * | advice.repeats        | count: trials that asked again what was known                  |
 * | advice.noise          | trial: measured best, better: truly best                       |
 * | advice.one-at-a-time  | count, steps                                                   |
 * | advice.refine         | trial                                                          |
 * | advice.plain          | trial                                                          |
 */
export function adviceOf(played: Played): Message {
  const { trials } = played;
  if (trials.length < FEW) return say('advice.few');
  const looked = look(played);
  for (const rule of RULES) {
    const advice = rule(looked);
    if (advice) return advice;
  }
  return say('advice.plain', { trial: looked.best.index + 1 });
}

function look(played: Played): Looked {
  const { trials, problem } = played;
  const best = trials.reduce((a, b) => (b.trueValue! < a.trueValue! ? b : a));
  const [, highest] = valueRangeOf(problem);
  const { value, at } = problem.optimum;
  return {
    ...played,
    best,
    optima: at.map((x) => Array.from(problem.space.toUnit(x))),
    found: best.trueValue! - value <= FOUND * (highest - value),
    jumped: nearest(best.unit, trials.slice(0, best.index)) > FAR,
  };
}

type Rule = (looked: Looked) => Message | undefined;

const RULES: readonly Rule[] = [
  // A leap into the dark that beat whoever learns: well done, and nothing to be learnt from.
  ({ best, jumped, found, bayes }) =>
    jumped && (found || (bayes ?? 0) >= 0.75) ? say('advice.luck', { trial: best.index + 1 }) : undefined,
  ({ best, found }) => (found ? say('advice.found', { trial: best.index + 1 }) : undefined),
  unseenRange,
  stayedEarly,
  askedAgain,
  trustedNoise,
  oneAtATime,
  ({ trials, best }) => {
    const later = trials.slice(best.index + 1);
    return later.length >= 2 && nearest(best.unit, later) > AROUND
      ? say('advice.refine', { trial: best.index + 1 })
      : undefined;
  },
];

/** One half of an axis at most was tried, and no minimum lies there. */
function unseenRange({ trials, optima, problem }: Looked): Message | undefined {
  const { dimensions }: { dimensions: readonly Dimension[] } = problem.space;
  for (const axis of dimensions.keys()) {
    const tried = trials.map(({ unit }) => unit[axis]);
    const [from, to] = [Math.min(...tried), Math.max(...tried)];
    const missed = optima.every((at) => at[axis] < from - SAME || at[axis] > to + SAME);
    if (to - from <= 0.5 && missed)
      return say('advice.range', { axis, from: `${Math.round(100 * from)}`, to: `${Math.round(100 * to)}` });
  }
  return undefined;
}

/** The second half of the trials, or more, stands around one point that is no minimum's neighbour. */
function stayedEarly({ trials, optima }: Looked): Message | undefined {
  for (let count = trials.length - 1; count >= trials.length / 2; count--) {
    const before = trials[trials.length - count - 1];
    const incumbent = trials[before.incumbent];
    const stayed = trials.slice(-count).every(({ unit }) => apart(unit, incumbent.unit) <= AROUND);
    if (stayed && optima.every((at) => apart(at, incumbent.unit) > 2 * AROUND))
      return say('advice.early', { trial: before.index + 1, count });
  }
  return undefined;
}

/** Without noise the same question has the same answer. */
function askedAgain({ trials, noisy }: Looked): Message | undefined {
  if (noisy) return undefined;
  const again = trials.filter(({ unit }, i) => nearest(unit, trials.slice(0, i)) <= SAME).length;
  return again >= Math.max(2, trials.length / 5) ? say('advice.repeats', { count: again }) : undefined;
}

/** What was measured lowest is not what is lowest. */
function trustedNoise({ trials, best, noisy }: Looked): Message | undefined {
  const measured = trials[trials.length - 1].incumbent;
  return noisy && measured >= 0 && measured !== best.index
    ? say('advice.noise', { trial: measured + 1, better: best.index + 1 })
    : undefined;
}

/** Nearly every step turned one knob only. */
function oneAtATime({ trials, problem }: Looked): Message | undefined {
  if (problem.space.dimensions.length < 2) return undefined;
  const steps = trials.length - 1;
  const single = trials
    .slice(1)
    .filter(
      ({ unit }, i) => unit.filter((u, axis) => Math.abs(u - trials[i].unit[axis]) > SAME).length === 1,
    );
  return single.length >= 0.7 * steps
    ? say('advice.one-at-a-time', { count: single.length, steps })
    : undefined;
}
