/** Why a study is refused, as `read-study.ts` lists it: of a field, by its path. */
import { quote } from '../params.ts';
import { say, type Message } from '../types.ts';

/** What was given, so that it can be seen where it is empty. */
const shown = (given: unknown): string => (typeof given === 'number' ? `${given}` : quote(given) || '“”');

export const unfit = (field: string, given: unknown, expected: string): Message =>
  say('problem.study-value', { field, given: shown(given), expected });
/** What takes whole numbers. */
export const unfitWhole = (field: string, given: unknown, expected: string): Message =>
  say('problem.study-whole', { field, given: shown(given), expected });
/** What takes a list. @param expected how many entries */
export const unfitList = (field: string, given: unknown, expected: string): Message =>
  say('problem.study-list', { field, given: shown(given), expected });
/** What takes a text on one line. @param expected how many characters */
export const unfitLine = (field: string, given: unknown, expected: string): Message =>
  say('problem.study-line', { field, given: shown(given), expected });

export function unknownKeys(given: object, known: readonly string[], at: string, refused: Message[]): void {
  for (const key of Object.keys(given)) {
    if (known.includes(key)) continue;
    refused.push(say('problem.study-unknown-key', { field: at + quote(key), expected: known.join(', ') }));
  }
}

interface Place {
  /** Path of the id and its params, and of the entry they belong to. */
  at: string;
  entry: string;
  params: unknown;
}

const UNKNOWN = ['notice.unknown-objective', 'notice.unknown-strategy'];

/** Of an unknown id only that is said: all other notices are about what was used instead. */
export function refuse(notices: readonly Message[], place: Place, refused: Message[]): void {
  const unknown = notices.find(({ key }) => UNKNOWN.includes(key));
  for (const notice of unknown ? [unknown] : notices) {
    // A text or settings that are refused in words of their own: where, then why.
    if (notice.key.startsWith('problem.'))
      refused.push(say('problem.study-refused', { field: `${place.at}.params` }));
    refused.push(notice.key.startsWith('problem.') ? notice : refusal(notice, place));
  }
}

/** A scenario's notice, which says what was repaired, as a refusal of the field. */
function refusal({ key, values }: Message, { at, entry, params }: Place): Message {
  const { name = '', given = '', expected = '', known = '' } = values;
  const local = String(name);
  switch (key) {
    case 'notice.unknown-objective':
    case 'notice.unknown-strategy':
      return say('problem.study-unknown', { field: `${at}.id`, given, expected: known });
    case 'notice.unknown-param':
      return say('problem.study-unknown-key', { field: `${at}.params.${local}`, expected: known });
    case 'notice.params-not-an-object':
      return unfit(`${at}.params`, params, '{ … }');
    case 'notice.no-measured-noise':
      return unfit(`${entry}.noise`, 'measured', 'none | sd | sd%');
    default: {
      // Out of range or unreadable: `noise`, or `owner.parameter`.
      const dot = local.indexOf('.');
      const field = dot < 0 ? `${entry}.${local}` : `${at}.params.${local.slice(dot + 1)}`;
      return key === 'notice.rounded'
        ? unfitWhole(field, given, `${expected}`)
        : unfit(field, given, `${expected}`);
    }
  }
}
