/**
 * Files that are dropped on the page. A file that nothing takes would be opened by the browser in place of the page: the
 * shell refuses that everywhere, and a field or a page claims what it takes.
 */

import { say, type Message } from '#core/types.ts';

const claimed = new WeakSet<Event>();

/** A field took the files: the page leaves them alone. */
export const claim = (event: Event): void => void claimed.add(event);
export const isClaimed = (event: Event): boolean => claimed.has(event);

export const carriesFile = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') ?? false;

/** `traces`: a run to replay; `table`: trials as a table, in whatever format, or what its reader will refuse by name. */
export type Content = 'traces' | 'table';

/** Looked at, of a file whose name leaves it open, in characters. */
const BEGINNING = 4096;

/** What a file is meant to be: by its name, else by how it begins. Never fails. */
export async function contentOf(file: File): Promise<Content> {
  if (/\.(csv|tsv|tab|txt|xlsx?|ods|parquet)$/i.test(file.name)) return 'table';
  if (/^text\/(csv|tab-separated-values)/.test(file.type)) return 'table';
  let beginning: string;
  try {
    beginning = (await file.slice(0, BEGINNING).text()).replace(/^\uFEFF/, '').trimStart();
  } catch {
    return 'traces';
  }
  // Other programs' trials as JSON: a list of records, records one a line, or HiPlot's.
  if (
    beginning.startsWith('[') ||
    /^\{\s*"datapoints"/.test(beginning) ||
    /^\{[^\n]*\}\r?\n\{/.test(beginning)
  )
    return 'table';
  return beginning.startsWith('{') || /\.json$/i.test(file.name) ? 'traces' : 'table';
}

/** One file is taken at a time. */
export const severalFiles = ({ name }: Pick<File, 'name'>, others: number): Message[] =>
  others > 0 ? [say('notice.file-several', { name, others })] : [];
