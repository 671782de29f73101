/** The facts of many runs, all of which are made again. */
import { describe, expect, it } from 'vitest';
import { declaredFacts } from './facts.ts';
import { chapterIds, keptFacts } from './library.ts';

/** Hundreds of runs of models take their time. */
const PATIENCE = 20 * 60_000;
const kept = keptFacts();
describe.each(chapterIds())('%s', async (chapter) => {
  const many = Object.entries(await declaredFacts(chapter)).filter(([, { sample }]) => sample !== undefined);
  it.runIf(many.length > 0).each(many)(
    '%s',
    (id, { value, repeats = 1 }) => {
      expect(value(repeats)).toBe(kept[chapter][id].value);
    },
    PATIENCE,
  );
});
