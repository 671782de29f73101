import type { ParamValues } from '../../params.ts';
import { makeSpace, type Dimension } from '../../space.ts';
import { SettingsError, type Message, type ObjectiveDefinition, type Problem } from '../../types.ts';
import { compile } from './formula/compile.ts';
import type { Formula } from './formula/expression.ts';
import { kept } from './kept.ts';
import { minimumOf, minimumSteps, type Minimum } from './formula/minimum/minimum.ts';
import { variableNames } from './formula/operations.ts';
import { LONGEST_FORMULA, LONGEST_SPACE } from './formula/limits.ts';
import { parseFormula } from './formula/parse.ts';
import { dimension, variableSpace } from './space-text.ts';

const problemIn = (read: object): Message | undefined =>
  'problem' in read ? (read.problem as Message) : undefined;

/** A function that the reader types: `(x - 0.3)^2 + 0.1*sin(20*x)`. */
export const formula: ObjectiveDefinition = {
  id: 'formula',
  family: 'own',
  params: {
    formula: {
      kind: 'text',
      default: '(x - 0.3)^2 + 0.1*sin(20*x)',
      maxLength: LONGEST_FORMULA,
      check: (text) => problemIn(parseFormula(text)),
      examples: [
        'abs(x - 0.4)^1.5',
        '(x - y)^2 + 0.3*cos(9*x*y)',
        'x1^2 + 0.5*x3',
        'x < 0.7 ? (x - 0.6)^2 : 1',
      ],
    },
    /** Domains by variable; 0 … 1, linear, where it says nothing. */
    space: {
      kind: 'text',
      default: '',
      maxLength: LONGEST_SPACE,
      check: (text) => problemIn(variableSpace(text)),
      examples: ['x log 1e-5 1', 'x integer 1 10; y -2 2'],
    },
  },
  source: 'the reader’s own; parsed by jsep, bounded by interval arithmetic (Hansen & Walster 2004)',
  check: (params) => problemIn(minimumOfKey(formulaKey(params))),
  create(params) {
    const made = remembered(formulaKey(params));
    if ('problem' in made) throw new SettingsError(made.problem);
    return made.made;
  },
};

const formulaKey = ({ formula: text, space }: ParamValues) => JSON.stringify([text, space]);

/** What is to be minimised, and where; or why the settings cannot be read. */
function readKey(key: string): { formula: Formula; dimensions: Dimension[] } | { problem: Message } {
  const [text, spaceText] = JSON.parse(key) as [string, string];
  const read = parseFormula(text);
  if ('problem' in read) return read;
  const space = variableSpace(spaceText);
  if ('problem' in space) return space;
  const dimensions = variableNames(read.formula).map((name, i) => {
    const entry = space.entries[i];
    return dimension(name, entry?.scale ?? 'linear', entry?.range?.lo ?? 0, entry?.range?.hi ?? 1);
  });
  return { formula: read.formula, dimensions };
}

/** Small beside the time that it took to find them. */
const minimumOfKey = kept(256, (key): Minimum => {
  const read = readKey(key);
  return 'problem' in read ? read : minimumOf(read.formula, read.dimensions);
});

const remembered = kept(32, (key): { made: Problem } | { problem: Message } => {
  const read = readKey(key);
  if ('problem' in read) return read;
  const minimum = minimumOfKey(key);
  if ('problem' in minimum) return minimum;
  return {
    made: {
      space: makeSpace(read.dimensions),
      value: compile(read.formula.expression),
      optimum: minimum.optimum,
      // The Assumptions page looks; a formula does not say.
      facts: { convex: null, unimodal: null, separable: read.formula.dimension === 1 || null, smooth: null },
    },
  };
});

/**
 * Finding the minimum is what takes long about a formula, and a page has no time for it: a worker takes these steps, the
 * page learns what they give, and checks and makes the objective at once.
 */
export const formulaMinimum = {
  known: (params: ParamValues): boolean => minimumOfKey.knows(formulaKey(params)),
  learn: (params: ParamValues, minimum: Minimum): void => minimumOfKey.learn(formulaKey(params), minimum),
  *steps(params: ParamValues): Generator<void, Minimum, void> {
    const key = formulaKey(params);
    if (minimumOfKey.knows(key)) return minimumOfKey(key);
    const read = readKey(key);
    const minimum = 'problem' in read ? read : yield* minimumSteps(read.formula, read.dimensions);
    minimumOfKey.learn(key, minimum);
    return minimum;
  },
};
