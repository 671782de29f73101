/** The chapters' texts: one file a chapter and language. Asked for by the first file, too: keep it small. */
import type { Chapter } from '../../learn/types.ts';
import type { Language } from '../i18n/languages.ts';

const files = import.meta.glob<Chapter>('../../learn/*/*.md', { import: 'default' });
/** By path. What is there is there at once. */
const come = new Map<string, Promise<Chapter>>();

/** @returns undefined where there is no such chapter */
export function fetchChapter(id: string, language: Language): Promise<Chapter> | undefined {
  const path = `../../learn/${id}/${language}.md`;
  const load = new Map(Object.entries(files)).get(path);
  if (!load) return undefined;
  const coming = come.get(path) ?? load();
  come.set(path, coming);
  // Whoever needs what did not come asks again.
  coming.catch(() => come.delete(path));
  return coming;
}
