/** The table of a class as CSV, the same from page and command line. */
import { cell } from '../trace/table.ts';
import type { ClassLine } from './class-table.ts';

const COLUMNS = {
  name: 'name',
  code: 'code',
  challenge: 'challenge',
  trials: 'trials',
  best: 'best',
  gap: 'gap',
  trial: 'best_trial',
  rank: 'rank',
  status: 'status',
  source: 'file',
  line: 'line',
} as const satisfies Record<keyof ClassLine, string>;

/** RFC 4180. Fields of what could not be read are empty. */
export function classCsv(rows: readonly ClassLine[]): string {
  const names = Object.keys(COLUMNS) as (keyof ClassLine)[];
  const lines = rows.map((row) => names.map((name) => cell(row[name])).join(','));
  return `${[Object.values(COLUMNS).join(','), ...lines].join('\r\n')}\r\n`;
}
