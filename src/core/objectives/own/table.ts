import type { ParamValues } from '../../params.ts';
import { fromValue, makeSpace, type Dimension } from '../../space.ts';
import {
  say,
  SettingsError,
  type Message,
  type ObjectiveDefinition,
  type Optimum,
  type Problem,
} from '../../types.ts';
import { curveProblem, scaleOf } from './curve.ts';
import { kept } from './kept.ts';
import { dimension, LONGEST_SPACE, rangeProblem, readSpace, type SpaceEntry } from './space-text.ts';
import { triangulate } from './triangulation.ts';

/** Different points at most, each with the mean of its trials. */
export const MOST_POINTS = 2000;

/**
 * Trials that somebody really ran: columns of one or two hyperparameters, then the error. Between them, monotone cubics
 * in one dimension and planes on Delaunay triangles in two, both in the unit coordinates of the hyperparameters' scales;
 * outside of the trials' hull, the value at its nearest point. The lowest value is that of the lowest trial.
 *
 * | key                     | values                                    |
 * | ----------------------- | ----------------------------------------- |
 * | problem.table-columns   | found: columns that are not two or three  |
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
      maxLists: 3,
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
  },
  source:
    'the reader’s own trials; monotone cubics by Fritsch & Carlson (1980), Delaunay triangles by delaunator',
  check(params) {
    const made = remembered(keyOf(params));
    return 'problem' in made ? made.problem : undefined;
  },
  create(params) {
    const made = remembered(keyOf(params));
    if ('problem' in made) throw new SettingsError(made.problem);
    return made.made;
  },
};

const keyOf = ({ trials, space }: ParamValues) => JSON.stringify([trials, space]);

const remembered = kept(8, (key): { made: Problem } | { problem: Message } => {
  const [columns, text] = JSON.parse(key) as [number[][], string];
  const space = readSpace(text);
  if ('problem' in space) return space;
  const said = columnsProblem(columns);
  if (said) return { problem: said };
  const dimensions: Dimension[] = [];
  for (const [i, values] of columns.slice(0, -1).entries()) {
    const made = dimensionOf(values, space.entries[i], i === 0 ? 'x' : 'y');
    if ('key' in made) return { problem: made };
    dimensions.push(made);
  }
  return { made: makeProblem(dimensions, columns) };
});

/** So that differences keep their digits. */
const TALLEST = 1e12;

function columnsProblem(columns: readonly (readonly number[])[]): Message | undefined {
  if (columns.length < 2 || columns.length > 3)
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

function makeProblem(dimensions: Dimension[], columns: readonly (readonly number[])[]): Problem {
  const { units, x, y } = averaged(dimensions, columns);
  if (dimensions.length === 1) {
    const order = y.map((_, i) => i).sort((a, b) => units[a][0] - units[b][0]);
    return curveProblem(
      dimensions[0],
      order.map((i) => units[i][0]),
      order.map((i) => y[i]),
    );
  }
  const surface = triangulate(Float64Array.from(units.flat()), y);
  const [first, second] = dimensions;
  // At a trial its own value, also where a sliver of a triangle would round it.
  const own = new Map<number, Map<number, number>>();
  units.forEach(([u, v], i) => own.set(u, (own.get(u) ?? new Map<number, number>()).set(v, y[i])));
  return {
    space: makeSpace(dimensions),
    value([a, b]) {
      const [u, v] = [fromValue(first, a), fromValue(second, b)];
      return own.get(u)?.get(v) ?? surface.value(u, v);
    },
    optimum: lowestOf({ units, x, y }, surface),
    facts: { convex: null, unimodal: null, separable: null, smooth: false },
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

/** The lowest trials. Edges between them, and what lies nearest to them outside of the hull, are as low. */
function lowestOf(
  { units, x, y }: Trials,
  { value: surface, joined }: ReturnType<typeof triangulate>,
): Optimum {
  const value = y.reduce((a, b) => Math.min(a, b));
  const lowest = y.flatMap((height, i) => (height === value ? [i] : []));
  const many = lowest.length > MOST_LISTED;
  const edged = many || lowest.some((i) => lowest.some((j) => i < j && joined(i, j)));
  const beside = lowest.some((i) =>
    [-1, 0, 1].some((du) =>
      [-1, 0, 1].some((dv) => {
        const [u, v] = [units[i][0] + 1e-6 * du, units[i][1] + 1e-6 * dv];
        return (du !== 0 || dv !== 0) && u >= 0 && u <= 1 && v >= 0 && v <= 1 && surface(u, v) === value;
      }),
    ),
  );
  return {
    value,
    at: lowest.slice(0, MOST_LISTED).map((i) => x[i]),
    kind: 'exact',
    tolerance: 1e-12 * scaleOf(y),
    ...((edged || beside) && { more: true as const }),
  };
}
