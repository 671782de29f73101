/** A reading as the page's editor takes it: one or two hyperparameters and the error. */
import type { Message } from '../../../types.ts';
import type { ScaleName } from '../space-text.ts';
import { readTableBytes } from './read.ts';
import type { Decimal, Separator } from './types.ts';

export interface CsvColumn {
  name: string;
  least: number;
  most: number;
  numeric: boolean;
}
export interface CsvChoice {
  hyperparameters: number[];
  error: number;
}
export interface CsvTable {
  columns: CsvColumn[];
  choice: CsvChoice;
  separator: Separator;
  decimal: Decimal;
  header: boolean;
  rows: number;
  gaps: number;
  repeats: number;
  trials: number[][];
  scales: ScaleName[];
  names: string[];
}

export function readCsvBytes(bytes: Uint8Array, choice?: CsvChoice): CsvTable | { problem: Message } {
  const wanted = choice && { hyperparameters: choice.hyperparameters, objective: choice.error };
  const read = readTableBytes(bytes, wanted);
  if ('problem' in read) return read;
  if (read.hyperparameters.length > 2) {
    return readCsvBytes(bytes, {
      hyperparameters: read.hyperparameters.slice(0, 2),
      error: read.objective,
    });
  }
  const { columns, separator, decimal, header, rows, points, scales, names, leftOut } = read;
  return {
    columns: columns.map(({ name, kind, lo = 0, hi = 0 }) => ({
      name,
      least: lo,
      most: hi,
      numeric: kind === 'number',
    })),
    choice: { hyperparameters: read.hyperparameters, error: read.objective },
    separator,
    decimal,
    header,
    rows,
    gaps: leftOut.reduce((sum, { count }) => sum + count, 0),
    repeats: points.reduce((sum, { count }) => sum + count - 1, 0),
    trials: [...names.map((_, i) => points.map(({ x }) => x[i])), points.map(({ y }) => y)],
    scales,
    names,
  };
}
