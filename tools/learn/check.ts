/** What the course asks of its readers, chapter by chapter, in their order. */
import type { Language } from '../../src/app/i18n/languages.ts';
import { chapterIds, chapterIn } from './library.ts';
import { statisticsOf, usedTooEarly, type Statistics } from './statistics.ts';

export interface Checked {
  chapter: string;
  statistics: Statistics;
  /** Terms that stand in the text before they are introduced, here or in a chapter before. */
  tooEarly: string[];
}

export function checked(language: Language, glossary: Readonly<Record<string, { form: string }>>): Checked[] {
  const forms = Object.fromEntries(Object.entries(glossary).map(([id, { form }]) => [id, form]));
  const chapters = chapterIds()
    .map((id) => chapterIn(id, language))
    .sort((a, b) => a.order - b.order);
  const introduced = new Set<string>();
  return chapters.map((chapter) => {
    const tooEarly = usedTooEarly(chapter, forms, introduced);
    for (const id of Object.keys(chapter.terms)) introduced.add(id);
    return { chapter: chapter.id, statistics: statisticsOf(chapter), tooEarly };
  });
}
