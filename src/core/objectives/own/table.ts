import type { ParamValues } from '../../params.ts';
import { fromValue, makeSpace, type Dimension } from '../../space.ts';
import {
  say,
  SettingsError,
  type Message,
  type ObjectiveDefinition,
  type Optimum,
  type Point,
  type Problem,
} from '../../types.ts';
import { turned } from '../../sense.ts';
import { curveProblem, exactTolerance } from './interpolation/curve.ts';
import { picturedRange } from './exploded.ts';
import { LONGEST_SPACE } from './formula/limits.ts';
import { kept } from './kept.ts';
import { shepard, type Scattered } from './interpolation/shepard.ts';
import { dimension, rangeProblem, readSpace, type SpaceEntry } from './space-text.ts';
import { triangulate } from './interpolation/triangulation.ts';

/** Different points at most, each with the mean of its trials. */
export const MOST_POINTS = 2000;

/** Hyperparameters at most. */
export const MOST_KNOBS = 6;

/**
 * Trials that somebody really ran: columns of one to six hyperparameters, then the objective, in its own units. Between
 * them, monotone cubics in one dimension, planes on Delaunay triangles in two, weights by inverse distance in more, all in
 * the unit coordinates of the hyperparameters' scales; outside of the hull of trials along one or two, the value at its
 * nearest point. The best value is that of the best trial. Where `direction` says `maximise`, the problem's values are
 * the negatives of the table's.
 *
 * | key                     | values                                    |
 * | ----------------------- | ----------------------------------------- |
 * | problem.table-columns   | found: columns that are not two to seven  |
 * | problem.table-length    | lengths: how many numbers in each         |
 * | problem.table-few       | –                                         |
 * | problem.table-constant  | name                                      |
 * | problem.table-ends      | name, lo, hi: as problem.space-order      |
 * | problem.table-log       | name, given                               |
 * | problem.table-whole     | name, given                               |
 * | problem.table-range     | name, given, lo, hi                       |
 * | problem.table-tall      | given, most                               |
 */
export const table: ObjectiveDefinition = {
  id: 'table',
  family: 'own',
  params: {
    trials: {
      kind: 'lists',
      default: [
        [1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 0.1, 0.3],
        [0.412, 0.287, 0.163, 0.094, 0.071, 0.083, 0.218, 0.901],
      ],
      maxLists: MOST_KNOBS + 1,
      maxItems: MOST_POINTS,
      examples: [
        [
          [1, 10, 100, 1, 10, 100, 1, 10, 100, 32],
          [0.1, 0.1, 0.1, 0.3, 0.3, 0.3, 0.5, 0.5, 0.5, 0.2],
          [0.9, 0.5, 0.6, 0.4, 0.31, 0.44, 0.7, 0.35, 0.52, 0.28],
        ],
        [
          [2, 4, 4, 8],
          [3, 1, 2, 5],
        ],
        [
          [0.001, 0.01, 0.1, 0.003, 0.03],
          [0.1, 0.3, 0.5, 0.2, 0.2],
          [64, 128, 64, 256, 128],
          [0.182, 0.141, 0.323, 0.127, 0.205],
        ],
      ],
    },
    space: {
      kind: 'text',
      default: 'learning_rate log',
      maxLength: LONGEST_SPACE,
      check: (text) => {
        const read = readSpace(text);
        return 'problem' in read ? read.problem : undefined;
      },
      examples: ['', 'learning_rate log; dropout'],
    },
    direction: { kind: 'choice', options: ['minimise', 'maximise'], default: 'minimise' },
    /** What was measured, in the words of the table: a label. */
    measure: { kind: 'text', default: '', maxLength: 120, examples: ['val_accuracy'] },
  },
  source:
    'the reader’s own trials; monotone cubics by Fritsch & Carlson (1980), Delaunay triangles by delaunator, inverse distances by Shepard (1968)',
  check(params) {
    const made = remembered(tableKey(params));
    return 'problem' in made ? made.problem : undefined;
  },
  create(params) {
    const made = remembered(tableKey(params));
    if ('problem' in made) throw new SettingsError(made.problem);
    return made.made;
  },
};

const tableKey = ({ trials, space, direction }: ParamValues) => JSON.stringify([trials, space, direction]);

const remembered = kept(8, (key): { made: Problem } | { problem: Message } => {
  const [given, text, direction] = JSON.parse(key) as [number[][], string, string | null];
  const space = readSpace(text);
  if ('problem' in space) return space;
  const said = columnsProblem(given);
  if (said) return { problem: said };
  const dimensions: Dimension[] = [];
  for (const [i, values] of given.slice(0, -1).entries()) {
    const made = dimensionOf(values, space.entries[i], fallbackName(i));
    if ('key' in made) return { problem: made };
    dimensions.push(made);
  }
  const sense = direction === 'maximise' ? direction : 'minimise';
  const trials = averaged(dimensions, [...given.slice(0, -1), given.at(-1)!.map((y) => turned(y, sense))]);
  const pictured = picturedRange(trials.y);
  return {
    made: {
      ...makeProblem(dimensions, trials),
      ...(sense === 'maximise' && { sense }),
      ...(pictured && { pictured }),
    },
  };
});

/** Of a hyperparameter that the domain's text does not name. */
export const fallbackName = (i: number): string => (i === 0 ? 'x' : i === 1 ? 'y' : `x${i + 1}`);

/** Sums of all trials stay finite. */
const TALLEST = 1e300;

function columnsProblem(columns: readonly (readonly number[])[]): Message | undefined {
  if (columns.length < 2 || columns.length > MOST_KNOBS + 1)
    return say('problem.table-columns', { found: columns.length });
  const lengths = columns.map((column) => column.length);
  if (lengths.some((length) => length !== lengths[0])) {
    return say('problem.table-length', { lengths: lengths.join(', ') });
  }
  if (lengths[0] < 2) return say('problem.table-few');
  const tall = columns.at(-1)!.find((y) => Math.abs(y) > TALLEST);
  return tall === undefined ? undefined : say('problem.table-tall', { given: tall, most: TALLEST });
}

/** A hyperparameter's axis: as the space says, else from its lowest to its highest value. */
function dimensionOf(
  values: readonly number[],
  entry: SpaceEntry | undefined,
  fallback: string,
): Dimension | Message {
  const name = entry?.name ?? fallback;
  const scale = entry?.scale ?? 'linear';
  const least = values.reduce((a, b) => Math.min(a, b));
  const most = values.reduce((a, b) => Math.max(a, b));
  if (scale === 'log' && !(least > 0)) return say('problem.table-log', { name, given: least });
  if (scale === 'integer') {
    const broken = values.find((x) => !Number.isInteger(x));
    if (broken !== undefined) return say('problem.table-whole', { name, given: broken });
  }
  const { lo, hi } = entry?.range ?? { lo: least, hi: most };
  const outside = least < lo ? least : most > hi ? most : undefined;
  if (outside !== undefined) return say('problem.table-range', { name, given: outside, lo, hi });
  const unfit = rangeProblem(scale, lo, hi, 0);
  if (unfit && hi > lo) return say('problem.table-ends', { ...unfit.values, name });
  if (unfit) return say('problem.table-constant', { name });
  return dimension(name, scale, lo, hi);
}

interface Trials {
  units: number[][];
  x: number[][];
  y: number[];
}

function makeProblem(dimensions: Dimension[], { units, x, y }: Trials): Problem {
  if (dimensions.length === 1) {
    const order = y.map((_, i) => i).sort((a, b) => units[a][0] - units[b][0]);
    return curveProblem(
      dimensions[0],
      order.map((i) => units[i][0]),
      order.map((i) => y[i]),
      order.map((i) => x[i][0]),
    );
  }
  const space = makeSpace(dimensions);
  const facts = { convex: null, unimodal: null, separable: null, smooth: false };
  const points = Float64Array.from(units.flat());
  if (dimensions.length > 2) {
    const weighted = shepard(points, dimensions.length, y);
    const value = (at: Point) => weighted.value(space.toUnit(at));
    return { space, value, optimum: lowestTrials({ x, y }, levelAmong(y, weighted)), facts };
  }
  const surface = triangulate(points, y);
  const [first, second] = dimensions;
  // At a trial its own value, also where a sliver of a triangle would round it.
  const own = new Map<number, Map<number, number>>();
  units.forEach(([u, v], i) => own.set(u, (own.get(u) ?? new Map<number, number>()).set(v, y[i])));
  return {
    space,
    value([a, b]) {
      const [u, v] = [fromValue(first, a), fromValue(second, b)];
      return own.get(u)?.get(v) ?? surface.value(u, v);
    },
    optimum: lowestOf({ units, x, y }, surface),
    facts,
  };
}

/** Places as fine as this, as a share of an axis, are told apart. */
const FINE = 1e9;

/** Trials at the same place count as one with their mean. */
function averaged(dimensions: readonly Dimension[], columns: readonly (readonly number[])[]): Trials {
  const places = new Map<string, { unit: number[]; x: number[]; all: number[] }>();
  const error = columns.at(-1)!;
  for (let row = 0; row < error.length; row++) {
    const x = dimensions.map((_, i) => columns[i][row]);
    const unit = x.map((value, i) => fromValue(dimensions[i], value));
    const key = unit.map((u) => Math.round(u * FINE)).join();
    const place = places.get(key);
    if (place) place.all.push(error[row]);
    else places.set(key, { unit, x, all: [error[row]] });
  }
  const all = [...places.values()];
  return {
    units: all.map(({ unit }) => unit),
    x: all.map((place) => place.x),
    y: all.map((place) => meanOf(place.all)),
  };
}

/** Never outside of what it is the mean of: that of three times 0.1 is 0.1. */
export function meanOf(values: readonly number[]): number {
  let [sum, least, most] = [0, Infinity, -Infinity];
  for (const value of values) {
    sum += value;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const mean = Number.isFinite(sum)
    ? sum / values.length
    : values.reduce((total, value) => total + value / values.length, 0);
  return Math.min(most, Math.max(least, mean));
}

/** Equally low trials that are named. */
const MOST_LISTED = 24;

/** The lowest trials, in the table's own coordinates; `level`: places between or beside them are as low. */
function lowestTrials({ x, y }: Omit<Trials, 'units'>, level: boolean): Optimum {
  const value = y.reduce((a, b) => Math.min(a, b));
  const lowest = y.flatMap((height, i) => (height === value ? [i] : []));
  return {
    value,
    at: lowest.slice(0, MOST_LISTED).map((i) => x[i]),
    kind: 'exact',
    tolerance: exactTolerance(y, value),
    ...((level || lowest.length > MOST_LISTED) && { more: true as const }),
  };
}

/** Whether there may be a place where only equally low trials have a say. */
function levelAmong(y: readonly number[], { fewest }: Scattered): boolean {
  const value = y.reduce((a, b) => Math.min(a, b));
  return y.filter((height) => height === value).length >= fewest;
}

/** Edges between the lowest trials, and what lies nearest to them outside of the hull, are as low. */
function lowestOf(trials: Trials, { value: surface, joined }: ReturnType<typeof triangulate>): Optimum {
  const { units, y } = trials;
  const value = y.reduce((a, b) => Math.min(a, b));
  const lowest = y.flatMap((height, i) => (height === value ? [i] : []));
  const edged = lowest.length <= MOST_LISTED && lowest.some((i) => lowest.some((j) => i < j && joined(i, j)));
  const beside = lowest.some((i) =>
    [-1, 0, 1].some((du) =>
      [-1, 0, 1].some((dv) => {
        const [u, v] = [units[i][0] + 1e-6 * du, units[i][1] + 1e-6 * dv];
        return (du !== 0 || dv !== 0) && u >= 0 && u <= 1 && v >= 0 && v <= 1 && surface(u, v) === value;
      }),
    ),
  );
  return lowestTrials(trials, edged || beside);
}
