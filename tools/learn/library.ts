/** The course as it lies in `src/learn`: which chapters there are, and what they may refer to. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { glossaries } from '../../src/app/i18n/glossaries.ts';
import { factsOf, languageIds, type Language } from '../../src/app/i18n/languages.ts';
import { references } from '../../src/learn/references.ts';
import type { Chapter, TermCard } from '../../src/learn/types.ts';
import { compile, type Sources } from './compile.ts';
import { LearnError, known } from './refusal.ts';
import { readSheet } from './sheet.ts';

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const FACTS = join(ROOT, 'src/learn/facts.json');

/** A value, and the scenario or study that it came from; of many runs, the same of a few, too. */
export interface KeptFact {
  value: number;
  from: string;
  sample?: { repeats: number; value: number };
}
/** By chapter and id. */
export type KeptFacts = Readonly<Record<string, Readonly<Record<string, KeptFact>>>>;

export const keptFacts = (): KeptFacts =>
  existsSync(FACTS) ? (JSON.parse(readFileSync(FACTS, 'utf8')) as KeptFacts) : {};

/** Folders of `src/learn` that hold a chapter. */
export const chapterIds = (): string[] =>
  readdirSync(join(ROOT, 'src/learn'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(entry.parentPath, entry.name, 'chapter.yaml')))
    .map(({ name }) => name)
    .sort();

const cardsIn = (language: Language): Record<string, TermCard> =>
  Object.fromEntries(
    Object.entries(glossaries[language]).map(([id, { form, definition }]) => [
      id,
      {
        form,
        definition,
        elsewhere: languageIds
          .filter((other) => other !== language)
          .map((other) => ({
            language: factsOf(other).tag,
            form: glossaries[other][id as keyof (typeof glossaries)[Language]].form,
          })),
      },
    ]),
  );

const strategies = (): Set<string> =>
  new Set(readdirSync(join(ROOT, 'src/app/i18n/texts/strategies')).map((name) => basename(name, '.ts')));

/** What a chapter is compiled from, besides its Markdown. */
export const sheetPath = (chapter: string): string => join(ROOT, 'src/learn', chapter, 'chapter.yaml');

/** @param path `…/src/learn/<chapter>/<language>.md` @throws {LearnError} */
export function compileFile(path: string, text = readFileSync(path, 'utf8')): Chapter {
  const file = relative(ROOT, path).replaceAll('\\', '/');
  const id = basename(dirname(path));
  const language = languageIds.find((one) => one === basename(path, '.md'));
  if (!language)
    throw new LearnError(
      file,
      undefined,
      `a chapter's texts are named after languages: ${known(languageIds)}.`,
    );
  const sheet = readSheet(readFileSync(sheetPath(id), 'utf8'), `src/learn/${id}/chapter.yaml`);
  const facts = Object.fromEntries(
    Object.entries(keptFacts()[id] ?? {}).map(([name, { value }]) => [name, value]),
  );
  const sources: Sources = { facts, cards: cardsIn(language), references, strategies: strategies() };
  return compile(text, file, id, sheet, sources);
}

/** Of a chapter, in one language. */
export const chapterIn = (id: string, language: Language): Chapter =>
  compileFile(join(ROOT, 'src/learn', id, `${language}.md`));
