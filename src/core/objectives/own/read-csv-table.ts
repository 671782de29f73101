/**
 * Reads trials out of a table that somebody exported: commas, semicolons, tabs or blanks, decimal points or commas,
 * quotes, a header or none, gaps, texts, the same point several times. What was chosen is part of the answer, so that the
 * reader can choose otherwise.
 *
 * Own code, no library: of the CSV readers at hand, d3-dsv builds its row converters with `new Function`; and what there
 * is to be known here (which columns, which decimal sign, what a gap is) none of them knows.
 *
 * | key                     | values                                           |
 * | ----------------------- | ------------------------------------------------ |
 * | problem.csv-empty       | –                                                |
 * | problem.csv-not-text    | –                                                |
 * | problem.csv-large       | size, limit: megabytes                           |
 * | problem.csv-quote       | row                                              |
 * | problem.csv-wide        | found, most: columns                             |
 * | problem.csv-columns     | found: columns with numbers                      |
 * | problem.csv-choice      | –                                                |
 * | problem.csv-few         | rows, gaps                                       |
 * | problem.csv-constant    | name                                             |
 * | problem.csv-points      | row, most                                        |
 */
import { say, type Message } from '../../types.ts';
import { numberIn } from './csv-numbers.ts';
import { forEachRow, guessSeparator, isRemark, type Separator } from './csv-rows.ts';
import { suggestedChoice, survey, type CsvChoice, type CsvColumn, type Survey } from './csv-survey.ts';
import { decodeText } from './decode-text.ts';
import { MOST_INTEGERS, type ScaleName } from './space-text.ts';
import { meanOf, MOST_POINTS } from './table.ts';

export interface CsvTable {
  columns: CsvColumn[];
  choice: CsvChoice;
  separator: Separator;
  decimal: '.' | ',';
  header: boolean;
  /** Rows under the header; how many of them lack a number; how many repeat a point. */
  rows: number;
  gaps: number;
  repeats: number;
  /** The objective’s lists: hyperparameters, then the mean error of each point. */
  trials: number[][];
  /** What the hyperparameters’ values look like. */
  scales: ScaleName[];
  /** Names as the domain’s text takes them. */
  names: string[];
}

/** Bytes of a file at most. */
export const LARGEST_TABLE = 128 * 1024 * 1024;

/** A file’s bytes, as {@link readCsvTable}. */
export function readCsvBytes(bytes: Uint8Array, wanted?: CsvChoice): CsvTable | { problem: Message } {
  const megabytes = (size: number) => Math.ceil(size / 1024 / 1024);
  if (bytes.length > LARGEST_TABLE) {
    return {
      problem: say('problem.csv-large', { size: megabytes(bytes.length), limit: megabytes(LARGEST_TABLE) }),
    };
  }
  return readCsvTable(decodeText(bytes), wanted);
}

/** Never throws. @param wanted the reader's choice of columns; by default the last with numbers is the error */
export function readCsvTable(given: string, wanted?: CsvChoice): CsvTable | { problem: Message } {
  // Lines of old Macintosh files.
  const text = given.includes('\n') ? given : given.replaceAll('\r', '\n');
  if (text.trim().replace(/^\uFEFF/, '') === '') return { problem: say('problem.csv-empty') };
  if (text.slice(0, 10_000).includes('\0')) return { problem: say('problem.csv-not-text') };
  const separator = guessSeparator(text);
  const surveyed = survey(text, separator);
  if ('problem' in surveyed) return surveyed;
  const { columns } = surveyed;
  const numeric = columns.filter((column) => column.numeric).length;
  if (numeric < 2) return { problem: say('problem.csv-columns', { found: numeric }) };
  const choice = wanted ?? suggestedChoice(columns);
  if (!fits(choice, columns)) return { problem: say('problem.csv-choice') };
  const collected = collect(text, separator, surveyed, choice);
  if ('problem' in collected) return collected;
  const { trials } = collected;
  const flat = choice.hyperparameters.find((_, i) => new Set(trials[i]).size < 2);
  if (trials[0].length >= 2 && flat !== undefined) {
    return { problem: say('problem.csv-constant', { name: columns[flat].name }) };
  }
  if (trials[0].length < 2) {
    return { problem: say('problem.csv-few', { rows: surveyed.rows, gaps: collected.gaps }) };
  }
  return {
    ...surveyed,
    ...collected,
    choice,
    separator,
    scales: trials.slice(0, -1).map(scaleOf),
    names: distinctNames(choice.hyperparameters.map((index) => columns[index].name)),
  };
}

const fits = ({ hyperparameters, error }: CsvChoice, columns: readonly CsvColumn[]): boolean => {
  const all = [...hyperparameters, error];
  return (
    hyperparameters.length >= 1 &&
    hyperparameters.length <= 2 &&
    new Set(all).size === all.length &&
    all.every((index) => columns[index]?.numeric)
  );
};

interface Point {
  x: number[];
  errors: number[];
}
type Collected = Pick<CsvTable, 'gaps' | 'repeats' | 'trials'>;

/** The second walk: the points themselves, each once with the mean of its errors. */
function collect(
  text: string,
  separator: Separator,
  { header }: Survey,
  { hyperparameters, error }: CsvChoice,
): Collected | { problem: Message } {
  // By the first hyperparameter, then by the second, if there is one.
  const places = new Map<number, Map<number, Point>>();
  const all: Point[] = [];
  const [first, second] = hyperparameters;
  let gaps = 0;
  let repeats = 0;
  let crowded = 0;
  let started = !header;
  forEachRow(text, separator, (fields, line) => {
    if (!started) {
      started = !isRemark(fields);
      return true;
    }
    const a = numberIn(fields[first] ?? '');
    const b = second === undefined ? 0 : numberIn(fields[second] ?? '');
    const y = numberIn(fields[error] ?? '');
    if (a === undefined || b === undefined || y === undefined) {
      gaps += 1;
      return true;
    }
    let along = places.get(a);
    if (!along) places.set(a, (along = new Map()));
    const point = along.get(b);
    if (point) {
      point.errors.push(y);
      repeats += 1;
    } else if (all.length < MOST_POINTS) {
      const fresh = { x: [a, b], errors: [y] };
      along.set(b, fresh);
      all.push(fresh);
    } else {
      crowded = line;
      return false;
    }
    return true;
  });
  if (crowded > 0) return { problem: say('problem.csv-points', { row: crowded, most: MOST_POINTS }) };
  return {
    gaps,
    repeats,
    trials: [
      ...hyperparameters.map((_, i) => all.map(({ x }) => x[i])),
      all.map(({ errors }) => meanOf(errors)),
    ],
  };
}

/** Spread over factors of a hundred and more, values were chosen on a log scale; few whole ones are whole numbers. */
function scaleOf(values: readonly number[]): ScaleName {
  const least = values.reduce((a, b) => Math.min(a, b));
  const most = values.reduce((a, b) => Math.max(a, b));
  if (least > 0 && most / least >= 100) return 'log';
  return values.every(Number.isInteger) && most - least < Math.min(MOST_INTEGERS, 200) ? 'integer' : 'linear';
}

/** A name is one word in the domain’s text. */
function distinctNames(names: readonly string[]): string[] {
  const used: string[] = [];
  for (const name of names) {
    const word = name.replace(/[\s;；]+/g, '_').slice(0, 40) || 'x';
    used.push(used.includes(word) ? `${word}_2` : word);
  }
  return used;
}
