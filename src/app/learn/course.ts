/** Where chapters come from: one module a chapter and language, loaded when it is opened. */
import type { Chapter, Front } from '../../learn/types.ts';
import type { Language } from '../i18n/languages.ts';

export interface Course {
  /** What is known of the chapters that there are, in order. */
  fronts: (language: Language) => Promise<readonly Front[]>;
  /** @returns undefined where there is no such chapter */
  chapter: (id: string, language: Language) => Promise<Chapter> | undefined;
}

const chapters = import.meta.glob<Chapter>('../../learn/*/*.md', { import: 'default' });
const fronts = import.meta.glob<Front>('../../learn/*/*.md', { import: 'default', query: '?front' });

const inOrder = (all: readonly Front[]): Front[] => [...all].sort((a, b) => a.order - b.order);

export const course: Course = {
  fronts: async (language) =>
    inOrder(
      await Promise.all(
        Object.entries(fronts).flatMap(([path, load]) => (path.endsWith(`/${language}.md`) ? [load()] : [])),
      ),
    ),
  chapter: (id, language) =>
    Object.entries(chapters).find(([path]) => path === `../../learn/${id}/${language}.md`)?.[1](),
};
