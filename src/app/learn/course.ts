/** Where chapters come from: one module a chapter and language, loaded when it is opened. */
import type { Chapter, Front } from '../../learn/types.ts';
import type { Language } from '../i18n/languages.ts';
import { fetchChapter } from './chapters.ts';
import { fetchFronts } from './fronts/index.ts';

export interface Course {
  /** What is known of the chapters that there are, in order. */
  fronts: (language: Language) => Promise<readonly Front[]>;
  /** @returns undefined where there is no such chapter */
  chapter: (id: string, language: Language) => Promise<Chapter> | undefined;
}

export const course: Course = {
  fronts: async (language) => (await fetchFronts(language)).toSorted((a, b) => a.order - b.order),
  chapter: fetchChapter,
};
