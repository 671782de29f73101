/** Works out the facts of chapters: for `npm run learn:facts`, which keeps them, and for the tests, which compare. */
import { readFileSync } from 'node:fs';
import type { FactDeclaration, Facts } from '../../src/learn/facts.ts';
import { chapterIds, sheetPath, type KeptFact } from './library.ts';
import { readSheet } from './sheet.ts';

/** What a chapter declares, by id. */
export async function declaredFacts(chapter: string): Promise<Readonly<Record<string, FactDeclaration>>> {
  const { facts } = (await import(`../../src/learn/${chapter}/facts.ts`)) as { facts: Facts };
  const { figures } = readSheet(
    readFileSync(sheetPath(chapter), 'utf8'),
    `src/learn/${chapter}/chapter.yaml`,
  );
  return facts(figures);
}

export function workedOut({ from, value, repeats = 1, sample }: FactDeclaration): KeptFact {
  return {
    value: value(repeats),
    from,
    ...(sample !== undefined && { sample: { repeats: sample, value: value(sample) } }),
  };
}

/** @param only chapters; all where none is named */
export async function allFacts(
  only: readonly string[],
  before: Readonly<Record<string, Readonly<Record<string, KeptFact>>>>,
): Promise<Record<string, Record<string, KeptFact>>> {
  const made: Record<string, Record<string, KeptFact>> = {};
  for (const chapter of chapterIds()) {
    if (only.length > 0 && !only.includes(chapter)) {
      if (before[chapter]) made[chapter] = { ...before[chapter] };
      continue;
    }
    const declared = await declaredFacts(chapter);
    made[chapter] = Object.fromEntries(Object.entries(declared).map(([id, fact]) => [id, workedOut(fact)]));
  }
  return made;
}
