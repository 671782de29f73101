/** Files with results, of any kind of text. */
import { quote } from '#core/params.ts';
import type { Source } from '#core/play/class-text.ts';
import { say, type Message } from '#core/types.ts';

/** A chat of a school year; what is larger is no chat. In bytes. */
const LARGEST = 20_000_000;

/** @returns the texts, and what is to be said of files that have none */
export async function sourcesIn(files: readonly File[]): Promise<{ sources: Source[]; refused: Message[] }> {
  const sources: Source[] = [];
  const refused: Message[] = [];
  for (const file of files) {
    const name = quote(file.name);
    if (file.size > LARGEST) {
      const mb = (size: number) => Math.round(size / 1e6);
      refused.push(say('notice.class-large', { name, size: mb(file.size), limit: mb(LARGEST) }));
      continue;
    }
    try {
      sources.push({ name: file.name, text: await file.text() });
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      refused.push(say('notice.class-unreadable', { name, detail }));
    }
  }
  return { sources, refused };
}
