/** The list of chapters: one file a language. Asked for by the first file, too: keep it small. */
import type { Front } from '../../../learn/types.ts';
import type { Language } from '../../i18n/languages.ts';

const files: Readonly<Record<Language, () => Promise<{ fronts: readonly Front[] }>>> = {
  en: () => import('./en.ts'),
  zh: () => import('./zh.ts'),
};
const come = new Map<Language, readonly Front[]>();

/** In no order. What is there is there at once: an `import()` would take as long as a frame. */
export async function fetchFronts(language: Language): Promise<readonly Front[]> {
  let fronts = come.get(language);
  if (!fronts) come.set(language, (fronts = (await files[language]()).fronts));
  return fronts;
}
