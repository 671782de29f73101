/** What studies, settings and results files are refused for, in the command line's language. */
import type { Message } from '#core/types.ts';
import { ownSentence } from '../own.ts';

const WHOLE_NUMBERS = new Set<unknown>(['budget', 'repeats', 'seed']);
const LISTS = new Set<unknown>(['problems', 'strategies']);

/** What is expected of a field is given in signs; some fields need a word with them. */
function expectedOf({ field, expected }: Message['values']): string {
  if (WHOLE_NUMBERS.has(field)) return `${expected}, a whole number`;
  if (LISTS.has(field)) return `a list of ${String(expected).replace(/[[\]]/g, '')} entries`;
  if (/^(problems|strategies)\.\d+\.name$/.test(`${field}`)) return `${expected} characters on one line`;
  return `${expected}`;
}

/** All refusals of a study on one line: what does not fit is followed by why. */
export function sentence(message: Message): string {
  const { key, values } = message;
  const { field, given, expected, name, problem } = values;
  switch (key) {
    case 'problem.study-not-a-study':
      return 'not a study: a JSON object with problems, strategies, budget, repeats and seed is expected.';
    case 'problem.study-missing':
      return `${field} is missing; expected ${expected}.`;
    case 'problem.study-unknown':
      // Of an unknown key, the path says it already.
      return `${given !== '' && String(field).endsWith(String(given)) ? field : `${field}: “${given}”`} is not known; known are ${expected}.`;
    case 'problem.study-value':
      return `${field} is ${given === '' ? 'empty' : given}; expected ${expectedOf(values)}.`;
    case 'problem.study-duplicate-name':
      return `${field}: the name ${given} is there twice.`;
    case 'problem.study-too-large':
      return `the study would make ${given} trials; ${expected} are the most: lower budget, repeats or the lists.`;
    case 'problem.study-misfit':
      return `${field} cannot start on problem ${problem}:`;
    case 'problem.grid-too-many-lists':
      return `grid.levels holds ${given} lists of levels, but the objective has ${values.dimensions} hyperparameters.`;
    case 'problem.grid-level-outside':
      return `grid.levels: ${given} lies outside ${values.lo} … ${values.hi}, the range of hyperparameter ${Number(values.axis) + 1}.`;
    case 'problem.results-foreign':
      return `${name} is no results file of this program.`;
    case 'problem.results-version':
      return `${name} has version ${given} of the results format; version ${values.known} can be read.`;
    case 'problem.results-truncated':
      return `${name} breaks off after ${values.row} complete rows.`;
    case 'problem.results-study':
      return `${name} holds a study that is refused: ${field} is ${given}; expected ${expected}.`;
    case 'problem.results-damaged':
      return `${name} is damaged and cannot be read at: ${values.place}.`;
    case 'problem.results-row':
      return `${name}, row ${values.row}, column ${values.column}: ${given} cannot stand there; expected ${expected}.`;
    case 'problem.results-altered':
      return `${name} was changed after it was written: its contents give ${given}, the file says ${expected}.`;
    case 'problem.study-refused':
      return `${field} is refused:`;
    default:
      return (
        ownSentence(message) ?? `A setting does not fit the problem (${key}): ${JSON.stringify(values)}.`
      );
  }
}

/** Refusals whose reason follows, in a message of its own. */
const WITH_REASON = ['problem.study-misfit', 'problem.study-refused'];

/** The first refusal, with its reason. */
export const firstRefusal = ([first, second]: readonly Message[]): string =>
  WITH_REASON.includes(first.key) ? `${sentence(first)} ${sentence(second)}` : sentence(first);

export const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
