/** Where chapters come from: one module a chapter and language, loaded when it is opened. */
import type { Chapter, Front } from '../../learn/types.ts';
import type { Language } from '../i18n/languages.ts';
import { fetchFronts } from './fronts/index.ts';

export interface Course {
  /** What is known of the chapters that there are, in order. */
  fronts: (language: Language) => Promise<readonly Front[]>;
  /** @returns undefined where there is no such chapter */
  chapter: (id: string, language: Language) => Promise<Chapter> | undefined;
}

const chapters = import.meta.glob<Chapter>('../../learn/*/*.md', { import: 'default' });
/** By path. What is there is there at once. */
const come = new Map<string, Promise<Chapter>>();

export const course: Course = {
  fronts: async (language) => (await fetchFronts(language)).toSorted((a, b) => a.order - b.order),
  chapter(id, language) {
    const path = `../../learn/${id}/${language}.md`;
    const load = new Map(Object.entries(chapters)).get(path);
    if (!load) return undefined;
    const coming = come.get(path) ?? load();
    come.set(path, coming);
    // Whoever needs what did not come asks again.
    coming.catch(() => come.delete(path));
    return coming;
  },
};
