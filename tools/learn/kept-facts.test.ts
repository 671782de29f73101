/** Facts are what runs say: each is worked out again, of many runs a few (`all-facts.test.ts` makes all of them). */
import { describe, expect, it } from 'vitest';
import { declaredFacts } from './facts.ts';
import { chapterIds, keptFacts } from './library.ts';

const kept = keptFacts();

it('are those of the chapters that there are', () => {
  expect(Object.keys(kept).sort()).toEqual(chapterIds());
});

describe.each(chapterIds())('%s', async (chapter) => {
  const declared = await declaredFacts(chapter);

  it('declares what is kept', () => {
    expect(Object.keys(kept[chapter]).sort()).toEqual(Object.keys(declared).sort());
  });

  it.each(Object.entries(declared))('%s', (id, { from, value, repeats = 1, sample }) => {
    const fact = kept[chapter][id];
    expect(fact.from).toBe(from);
    expect(fact.sample?.repeats).toBe(sample);
    if (fact.sample) expect(value(fact.sample.repeats)).toBe(fact.sample.value);
    else expect(value(repeats)).toBe(fact.value);
  });
});
