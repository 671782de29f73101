/** Reads a trace file that the reader dropped or chose. */
import { readTraceFile } from '#core/trace/file.ts';
import { say, type Message, type TraceFile } from '#core/types.ts';
import { whySentences } from '../i18n/index.svelte.ts';
import { formulas } from './formulas.ts';

/** Largest trace file that is read, in bytes: some 20,000 trials with their views. */
export const LARGEST_FILE = 32 * 1024 * 1024;

/** The file, or why it cannot be shown. */
export async function openTraces(file: File): Promise<{ file: TraceFile } | { problem: Message }> {
  if (file.size > LARGEST_FILE) {
    const limit = LARGEST_FILE / 1024 / 1024;
    return {
      problem: say('notice.file-too-large', { name: file.name, size: file.size / 1024 / 1024, limit }),
    };
  }
  let raw: unknown;
  try {
    raw = JSON.parse(await file.text());
  } catch (error) {
    return { problem: say('notice.file-unreadable', { name: file.name, detail: detailOf(error) }) };
  }
  await formulas.ready([objectiveOf(raw)]);
  return readTraceFile(raw, whySentences);
}

/** What a file that may be one of traces calls its problem. */
const objectiveOf = (raw: unknown): unknown =>
  (raw as { scenario?: { objective?: unknown } } | null)?.scenario?.objective;

const detailOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
