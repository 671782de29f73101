import type { ParamValues } from '../../params.ts';
import { makeSpace, type Dimension } from '../../space.ts';
import { SettingsError, type Message, type ObjectiveDefinition, type Problem } from '../../types.ts';
import { compile } from './compile.ts';
import type { Formula } from './expression.ts';
import { kept } from './kept.ts';
import { minimumOf } from './minimum.ts';
import { variableNames } from './operations.ts';
import { LONGEST_FORMULA, parseFormula } from './parse-formula.ts';
import { dimension, LONGEST_SPACE, variableSpace } from './space-text.ts';

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
  check: (params) => problemIn(remembered(keyOf(params))),
  create(params) {
    const made = remembered(keyOf(params));
    if ('problem' in made) throw new SettingsError(made.problem);
    return made.made;
  },
};

const keyOf = ({ formula: text, space }: ParamValues) => JSON.stringify([text, space]);

const remembered = kept(32, (key): { made: Problem } | { problem: Message } => {
  const [text, spaceText] = JSON.parse(key) as [string, string];
  const read = parseFormula(text);
  if ('problem' in read) return read;
  const space = variableSpace(spaceText);
  if ('problem' in space) return space;
  const dimensions = variableNames(read.formula).map((name, i) => {
    const entry = space.entries[i];
    return dimension(name, entry?.scale ?? 'linear', entry?.range?.lo ?? 0, entry?.range?.hi ?? 1);
  });
  return makeProblem(read.formula, dimensions);
});

function makeProblem(read: Formula, dimensions: Dimension[]): { made: Problem } | { problem: Message } {
  const minimum = minimumOf(read, dimensions);
  if ('problem' in minimum) return minimum;
  return {
    made: {
      space: makeSpace(dimensions),
      value: compile(read.expression),
      optimum: minimum.optimum,
      // The Assumptions page looks; a formula does not say.
      facts: { convex: null, unimodal: null, separable: read.dimension === 1 || null, smooth: null },
    },
  };
}
