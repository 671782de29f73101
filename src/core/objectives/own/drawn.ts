import type { ParamValues } from '../../params.ts';
import { say, SettingsError, type Message, type ObjectiveDefinition, type Problem } from '../../types.ts';
import { curveProblem } from './interpolation/curve.ts';
import { LONGEST_SPACE } from './formula/limits.ts';
import { kept } from './kept.ts';
import { dimension, variableSpace } from './space-text.ts';

/** Knots at most: a stroke of the hand is simplified to these. */
export const MOST_KNOTS = 64;
/** Knots closer than this, as a share of the axis, are the same to the eye. */
export const CLOSEST_KNOTS = 1e-4;

/**
 * A curve drawn by hand, through knots. Their places are shares of the axis, 0 to 1, so that the curve keeps its shape
 * when the axis gets another range or scale.
 *
 * | key                    | values                                  |
 * | ---------------------- | --------------------------------------- |
 * | problem.drawn-lists    | found: lists that are not two           |
 * | problem.drawn-length   | places, heights: how many of each       |
 * | problem.drawn-few      | –                                       |
 * | problem.drawn-outside  | given                                   |
 * | problem.drawn-order    | knot, given, before                     |
 */
export const drawn: ObjectiveDefinition = {
  id: 'drawn',
  family: 'own',
  params: {
    /** Places, then heights. */
    knots: {
      kind: 'lists',
      default: [
        [0, 0.16, 0.3, 0.45, 0.62, 0.78, 0.9, 1],
        [1.15, 0.62, 0.35, 0.58, 0.42, 0.1, 0.4, 1],
      ],
      maxLists: 2,
      maxItems: MOST_KNOTS,
      examples: [
        [
          [0, 1],
          [1, 0],
        ],
        [
          [0.1, 0.4, 0.6, 0.95],
          [2, -1, -1, 3],
        ],
      ],
    },
    space: {
      kind: 'text',
      default: '',
      maxLength: LONGEST_SPACE,
      check: (text) => {
        const read = variableSpace(text);
        return 'problem' in read ? read.problem : undefined;
      },
      examples: ['x log 1e-5 1', 'x integer 1 12'],
    },
  },
  source: 'the reader’s own; monotone cubics by Fritsch & Carlson (1980), SIAM J. Numer. Anal. 17(2)',
  check: ({ knots }) => knotsProblem(knots as number[][]),
  create(params) {
    const problem = knotsProblem(params.knots as number[][]);
    if (problem) throw new SettingsError(problem);
    return remembered(drawingKey(params));
  },
};

/** Why knots are no curve; undefined where they are. */
export function knotsProblem(knots: readonly (readonly number[])[]): Message | undefined {
  if (knots.length !== 2) return say('problem.drawn-lists', { found: knots.length });
  const [places, heights] = knots;
  if (places.length !== heights.length) {
    return say('problem.drawn-length', { places: places.length, heights: heights.length });
  }
  if (places.length < 2) return say('problem.drawn-few');
  const outside = places.find((u) => u < 0 || u > 1);
  if (outside !== undefined) return say('problem.drawn-outside', { given: outside });
  const knot = places.findIndex((u, i) => i > 0 && !(u - places[i - 1] >= CLOSEST_KNOTS * (1 - 1e-9)));
  if (knot > 0)
    return say('problem.drawn-order', { knot: knot + 1, given: places[knot], before: places[knot - 1] });
  const tall = heights.find((y) => Math.abs(y) > TALLEST);
  return tall === undefined ? undefined : say('problem.drawn-height', { given: tall, most: TALLEST });
}

/** So that slopes and noise keep their digits. */
export const TALLEST = 1e12;

const drawingKey = ({ knots, space }: ParamValues) => JSON.stringify([knots, space]);

const remembered = kept(32, (key): Problem => {
  const [[places, heights], text] = JSON.parse(key) as [number[][], string];
  const space = variableSpace(text);
  const entry = 'entries' in space ? space.entries[0] : undefined;
  const { lo, hi } = entry?.range ?? { lo: 0, hi: 1 };
  return curveProblem(dimension('x', entry?.scale ?? 'linear', lo, hi), places, heights);
});
