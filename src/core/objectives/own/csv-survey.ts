/** What kind of columns a table has, and which of them are probably what. */
import { say, type Message } from '../../types.ts';
import { isGap, numberIn } from './csv-numbers.ts';
import { forEachRow, isRemark, type Separator } from './csv-rows.ts';

/** Columns of a file at most. */
export const MOST_COLUMNS = 200;

export interface CsvColumn {
  name: string;
  /** Cells that are numbers, and cells that are neither number nor gap. */
  numbers: number;
  texts: number;
  /** Of the numbers. */
  least: number;
  most: number;
  /** Enough numbers to be chosen. */
  numeric: boolean;
}

/** Which columns are what, by index. */
export interface CsvChoice {
  /** One or two. */
  hyperparameters: number[];
  error: number;
}

export interface Survey {
  columns: CsvColumn[];
  header: boolean;
  decimal: '.' | ',';
  rows: number;
}

/** The first walk through the text: what kind of columns there are. */
export function survey(text: string, separator: Separator): Survey | { problem: Message } {
  const columns: CsvColumn[] = [];
  let header: string[] | undefined;
  let rows = 0;
  let commas = 0;
  let wide = 0;
  const unclosed = forEachRow(text, separator, (fields) => {
    if (fields.length > MOST_COLUMNS) {
      wide = fields.length;
      return false;
    }
    if (rows === 0 && header === undefined) {
      if (isRemark(fields)) return true;
      const named =
        fields.some((field) => !isGap(field)) && fields.every((field) => numberIn(field) === undefined);
      header = named ? fields.map((field) => field.trim()) : [];
      if (named) return true;
    }
    rows += 1;
    for (let i = 0; i < fields.length; i++) {
      const field = fields[i];
      const column = (columns[i] ??= {
        name: '',
        numbers: 0,
        texts: 0,
        least: Infinity,
        most: -Infinity,
        numeric: false,
      });
      const x = numberIn(field);
      if (x === undefined) {
        if (!isGap(field)) column.texts += 1;
        continue;
      }
      if (field.includes(',')) commas += 1;
      column.numbers += 1;
      column.least = Math.min(column.least, x);
      column.most = Math.max(column.most, x);
    }
    return true;
  });
  if (wide > 0) return { problem: say('problem.csv-wide', { found: wide, most: MOST_COLUMNS }) };
  if (unclosed) return { problem: say('problem.csv-quote', { row: unclosed.unclosed }) };
  for (const [i, column] of columns.entries()) {
    column.name = header?.[i] || letters(i);
    // Now and then a word among numbers is a gap; a text with a number in it stays a text.
    column.numeric = column.numbers >= 2 && column.numbers >= 4 * column.texts;
  }
  return { columns, header: (header?.length ?? 0) > 0, decimal: commas > 0 ? ',' : '.', rows };
}

/** A, B, …, Z, AA, …: as in a spreadsheet. */
function letters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? letters(rest) : '') + String.fromCharCode(65 + (index % 26));
}

const COUNTER =
  /^(#|id|index|trial|trial_?id|number|no\.?|run|row|step|seed|repeat|unnamed.*|序号|编号|种子)?$/i;
const ERROR =
  /^(val(idation)?|test|dev|cv)?[ _-]*(err(or)?(_?rate)?|loss|rmse|mse|mae|nll|perplexity|regret)$/i;

/**
 * The error: the last column named like one, else the last with numbers. Hyperparameters: the first two others whose
 * values differ, no running numbers.
 */
export function suggestedChoice(columns: readonly CsvColumn[]): CsvChoice {
  const numeric = columns.flatMap((column, index) => (column.numeric ? [index] : []));
  const error = numeric.findLast((index) => ERROR.test(columns[index].name)) ?? numeric.at(-1)!;
  const others = numeric.filter((index) => index !== error);
  const varied = others.filter((index) => columns[index].most > columns[index].least);
  const telling = varied.filter((index) => !COUNTER.test(columns[index].name));
  const from = telling.length > 0 ? telling : varied.length > 0 ? varied : others;
  return { hyperparameters: from.slice(0, 2), error };
}
