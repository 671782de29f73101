/**
 * Instances: what a problem is in each repeat of a study, so that no strategy is judged by one placement of one minimum
 * (Hansen, Auger, Ros, Mersmann, Tušar & Brockhoff 2021, COCO, § 2: instances).
 *
 * - Where parameters place the minimum, they are drawn anew, uniform over their ranges; COCO's own problems are taken
 *   instance by instance.
 * - Elsewhere both ends of every range move inwards by up to a tenth of it, at random, in the hyperparameter's own scale;
 *   ends of whole numbers by whole steps, and ends of what was measured to measured values. No end moves past a known
 *   minimiser, nor past a level that a strategy of the study was given by hand.
 *
 * An instance follows from the study's seed, the objective and the repeat: it is the same for all strategies.
 */
import { define, lookUp } from '../look-up.ts';
import { minimisersAlong } from '../box.ts';
import { log, log10 } from '../math/elementary.ts';
import { getObjective } from '../objectives/index.ts';
import type { IntParam, RealParam } from '../params.ts';
import { placed, placersOf } from '../placing.ts';
import { stream, type Rng } from '../rng.ts';
import { problemOf } from '../run.ts';
import { fromValue, toValue, type Dimension } from '../space.ts';
import { getStrategy } from '../strategies/index.ts';
import type { Box, Choice, Problem, Scenario } from '../types.ts';
import type { RunKey, Study } from './types.ts';

/** How far an end moves at most, as a share of the range in its scale. */
export const FARTHEST = 0.1;

/** A tenth is a tenth, whatever its last digits. */
const NEGLIGIBLE = 1e-9;

type Instance = Pick<Scenario, 'objective' | 'box'>;
type Place = Pick<RunKey, 'problem' | 'repeat'>;

/** What a problem of the study is in a repeat. */
export function instanceOf(study: Study, { problem, repeat }: Place): Instance {
  const { objective } = study.problems[problem];
  if (study.instances !== 'moved') return { objective };
  const there = placedIn(objective, study.seed, repeat);
  if (movesByParameter(objective)) return { objective: there };
  const box = boxIn(reachesOf(study, problem, there), stream(study.seed, 'instance', objective.id, repeat));
  return box ? { objective: there, box } : { objective: there };
}

/** Whether parameters take the minimum elsewhere: then the box may stay. */
function movesByParameter({ id }: Choice): boolean {
  const { placedBy = [], numberedBy } = getObjective(id);
  return placedBy.length > 0 || numberedBy?.differIn === 'minimum';
}

function placedIn(objective: Choice, seed: number, repeat: number): Choice {
  const names = placersOf(objective);
  if (names.length === 0) return objective;
  const declared = getObjective(objective.id).params;
  const params = { ...objective.params };
  for (const name of names)
    define(
      params,
      name,
      placed(lookUp(declared, name) as RealParam | IntParam, lookUp(params, name) as number, repeat, () =>
        stream(seed, 'instance', objective.id, name, repeat).next(),
      ),
    );
  return { id: objective.id, params };
}

/** How far the ends of one range may move. */
interface Reach {
  dimension: Dimension;
  lo: End;
  hi: End;
}
/** Anywhere as far as `bound`; or to one of `count` places, the end as it is being the first. */
type End = { bound: number } | { count: number; at: (place: number) => number };

const known = new WeakMap<Study, (readonly Reach[] | undefined)[]>();

/** @param there the objective in the repeat: where nothing places it, the same for all of them */
function reachesOf(study: Study, index: number, there: Choice): readonly Reach[] {
  if (there !== study.problems[index].objective) return reachesIn(problemOf({ objective: there }), study);
  let reaches = known.get(study);
  if (!reaches) known.set(study, (reaches = []));
  return (reaches[index] ??= reachesIn(problemOf({ objective: there }), study));
}

function reachesIn({ space, optimum, measuredAt }: Problem, study: Study): Reach[] {
  return space.dimensions.map((dimension, axis) => {
    const kept = [
      ...(optimum.free?.includes(axis) ? [] : minimisersAlong(optimum, axis)),
      ...levelsByHand(study, axis),
    ];
    const end = (side: 'lo' | 'hi') => endOf(dimension, kept, measuredAt?.[axis], side);
    return { dimension, lo: end('lo'), hi: end('hi') };
  });
}

/** Levels and points are hyperparameter values: what is typed is tried as it is typed. */
const levelsByHand = ({ strategies }: Study, axis: number): number[] =>
  strategies.flatMap(({ id, params }) =>
    Object.entries(getStrategy(id).params).flatMap(([name, { kind }]) => {
      const values = (lookUp(params, name) as number[][] | undefined) ?? [];
      if (kind === 'points') return values.flatMap((point) => point.slice(axis, axis + 1));
      return kind === 'lists' ? (values[axis] ?? []) : [];
    }),
  );

function endOf(
  dimension: Dimension,
  kept: readonly number[],
  measured: readonly number[] | undefined,
  side: 'lo' | 'hi',
): End {
  const upper = side === 'hi';
  const outermost = upper ? Math.max(...kept) : Math.min(...kept);
  const from = dimension[side];
  if (measured) {
    const near = measured.filter((value) => {
      const share = shareOf(dimension, value, upper);
      // The outermost measurement may lie a rounding beside the end.
      const outside = upper ? value >= outermost : value <= outermost;
      return share > NEGLIGIBLE && share <= FARTHEST + NEGLIGIBLE && outside;
    });
    const places = [from, ...(upper ? near.reverse() : near)];
    return { count: places.length, at: (place) => places[place] };
  }
  if (dimension.kind === 'integer') {
    const tenth = Math.floor((dimension.hi - dimension.lo) * FARTHEST + NEGLIGIBLE);
    const most = Math.max(0, Math.min(tenth, Math.floor(Math.abs(outermost - from))));
    return { count: most + 1, at: (place) => (upper ? from - place : from + place) };
  }
  const tenth = toValue(dimension, upper ? 1 - FARTHEST : FARTHEST);
  return { bound: upper ? Math.max(tenth, outermost) : Math.min(tenth, outermost) };
}

/** How far a value lies from an end, as a share of the range. */
function shareOf({ scale, lo, hi }: Dimension, value: number, upper: boolean): number {
  const share = scale === 'log' ? log(value / lo) / log(hi / lo) : (value - lo) / (hi - lo);
  return upper ? 1 - share : share;
}

/** @returns undefined where no end moves */
function boxIn(reaches: readonly Reach[], rng: Rng): Box | undefined {
  const box: Box = { lo: [], hi: [] };
  // Two draws a dimension, used or not: what one range allows changes no other.
  for (const { dimension, lo, hi } of reaches) {
    box.lo.push(moved(dimension, lo, rng.next(), false));
    box.hi.push(moved(dimension, hi, rng.next(), true));
  }
  const still = reaches.every(({ dimension: { lo, hi } }, i) => lo === box.lo[i] && hi === box.hi[i]);
  return still ? undefined : box;
}

function moved(dimension: Dimension, end: End, draw: number, upper: boolean): number {
  if ('count' in end) return end.at(Math.floor(draw * end.count));
  const to = fromValue(dimension, end.bound);
  const exact = toValue(dimension, upper ? 1 - draw * (1 - to) : draw * to);
  const [least, most] = upper ? [end.bound, dimension.hi] : [dimension.lo, end.bound];
  const readable = rounded(dimension, exact);
  if (readable >= least && readable <= most) return readable;
  return Math.min(most, Math.max(least, exact));
}

/** To a ten-thousandth of the range: so many digits a link can be read with. */
function rounded({ scale, lo, hi }: Dimension, value: number): number {
  const step = 1e-4 * (scale === 'log' ? value * log(hi / lo) : hi - lo);
  const digits = Math.max(1, Math.ceil(log10(Math.abs(value) / step)));
  // By the standard, `toPrecision` is exact.
  return digits <= 15 ? Number(value.toPrecision(digits)) + 0 : value;
}

/** The lowest value of every problem, in every repeat. Found when asked for: it may take a while. */
export function optimaOf(study: Study): (place: Place) => number {
  const { problems, repeats } = study;
  const shared = problems.map(
    ({ objective }) => study.instances !== 'moved' || placersOf(objective).length === 0,
  );
  const values = new Float64Array(problems.length * repeats).fill(NaN);
  return ({ problem, repeat }) => {
    // A box holds the minimiser.
    const place = problem * repeats + (shared[problem] ? 0 : repeat);
    if (Number.isNaN(values[place]))
      values[place] = problemOf({
        objective: shared[problem]
          ? problems[problem].objective
          : placedIn(problems[problem].objective, study.seed, repeat),
      }).optimum.value;
    return values[place];
  };
}
