/** The list of chapters: one file a language. Asked for by the first file, too: keep it small. */
import type { Front } from '../../../learn/types.ts';
import type { Language } from '../../i18n/languages.ts';

const files: Readonly<Record<Language, () => Promise<{ fronts: readonly Front[] }>>> = {
  en: () => import('./en.ts'),
  zh: () => import('./zh.ts'),
};

/** In no order. */
export const fetchFronts = async (language: Language): Promise<readonly Front[]> =>
  (await files[language]()).fronts;
