/** The facts of many runs, all of which are made again. */
import { describe, expect, it } from 'vitest';
import { declaredFacts } from './facts.ts';
import { chapterIds, keptFacts } from './library.ts';

/** Hundreds of runs of models take their time. */
const PATIENCE = 20 * 60_000;
const kept = keptFacts();
describe.each(chapterIds())('%s', async (chapter) => {
  const declared = Object.entries(await declaredFacts(chapter));
  it(
    'of many runs',
    () => {
      for (const [id, { value, repeats = 1, sample }] of declared)
        if (sample !== undefined) expect(value(repeats), id).toBe(kept[chapter][id].value);
    },
    PATIENCE,
  );
});
