/** Files that the reader takes home. */
import type { Source } from '#charts/picture/index.ts';
import { tracesToCsv } from '#core/trace/table.ts';
import { writtenFile } from '#core/trace/turned.ts';
import type { TraceFile } from '#core/types.ts';
import { t } from '../i18n/index.svelte.ts';

export type TraceFormat = 'json' | 'csv';

const mediaTypes: Record<TraceFormat, string> = {
  json: 'application/json',
  csv: 'text/csv;charset=utf-8',
};

/** `trial-by-trial_branin_budget-40_seed-1.json`: sorts by problem, and tells what is inside. */
export function fileName({ scenario, traces }: TraceFile, format: TraceFormat): string {
  const { objective, budget, seed, repeat } = scenario;
  const parts = ['trial-by-trial', objective.id];
  if (traces.length === 1) parts.push(traces[0].strategy.id);
  parts.push(`budget-${budget}`, `seed-${seed}`);
  if (repeat > 0) parts.push(`repeat-${repeat}`);
  return `${parts.map((part) => part.replace(/[^\w.-]+/g, '-')).join('_')}.${format}`;
}

/** The file's content. CSV starts with a byte-order mark: without it Excel reads UTF-8 as something else. */
export const fileText = (file: TraceFile, format: TraceFormat): string =>
  format === 'json' ? `${JSON.stringify(writtenFile(file), null, 1)}\n` : `\uFEFF${tracesToCsv(file)}`;

/** Offers the traces as a download. */
export function download(file: TraceFile, format: TraceFormat): void {
  save(new Blob([fileText(file, format)], { type: mediaTypes[format] }), fileName(file, format));
}

/** Where a picture comes from. @param link by default what stands in the address bar */
export const sourceHere = (link = location.href): Source => ({ name: t('app.name'), link });

/** Offers anything as a download. */
export function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the blob after this task; a minute is plenty even for a save dialogue.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
