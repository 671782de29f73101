/** Traces as a table: one row per trial, RFC 4180. */
import { problemOf } from '../run.ts';
import { senseOf } from '../sense.ts';
import { turnedTrace } from './turned.ts';
import type { TraceFile } from '../types.ts';

const COLUMNS = [
  'strategy',
  'trial',
  'batch',
  'y',
  'true_value',
  'best',
  'feasible',
  'failure',
  'why',
] as const;

/**
 * `why` is the key of the reason: stable, and the same in every language. Values are in the objective's own sense; a
 * column says which that is where it is to maximise.
 */
export function tracesToCsv({ scenario, traces }: TraceFile): string {
  const problem = problemOf(scenario);
  const sense = senseOf(problem);
  const names = problem.space.dimensions.map(({ id }) => id);
  const [strategy, trial, batch, ...rest] = COLUMNS;
  const last = problem.sense ? ['sense'] : [];
  const lines = [[strategy, trial, batch, ...names, ...rest, ...last].map(cell).join(',')];
  for (const trace of traces) {
    for (const t of turnedTrace(trace, sense).trials) {
      const row = [
        trace.strategy.id,
        t.index + 1,
        t.batch + 1,
        ...t.x,
        t.y,
        t.trueValue,
        t.best,
        t.feasible,
        t.failure ?? null,
        t.why.key,
        ...(problem.sense ? [sense] : []),
      ];
      lines.push(row.map(cell).join(','));
    }
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** A field of a CSV file. */
export function cell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  // A spreadsheet would run a text that starts like a formula; the apostrophe keeps it a text.
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
