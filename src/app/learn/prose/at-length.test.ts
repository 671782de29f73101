import { describe, expect, it } from 'vitest';
import { languageIds } from '../../i18n/languages.ts';
import { course } from '../course.ts';
import { courseSaid } from '../said.ts';
import { atLength } from './at-length.ts';

/** Every text of a value, by the way to it. */
function textsOf(value: unknown, way = ''): [way: string, text: string][] {
  if (typeof value === 'string') return [[way, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsOf(inner, `${way}/${name}`));
}
/** What a reader sees as words, by the way to it: pieces of prose have a number, the others these names. */
const isSaid = (way: string): boolean =>
  /\/(title|question|text|form|definition|\d+)$/.test(way) &&
  !/\/(figure|prediction|predictions|references|truths)\//.test(way);

describe.each(languageIds)('chapters at greater length, in %s', (language) => {
  it('say all of it so, and are otherwise what they were', async () => {
    for (const { id } of await course.fronts(language)) {
      const chapter = (await course.chapter(id, language))!;
      const before = textsOf(chapter);
      const after = textsOf(atLength(chapter, 'double'));
      expect(after.map(([way]) => way)).toEqual(before.map(([way]) => way));
      let longer = 0;
      for (const [i, [way, text]] of before.entries()) {
        const [, now] = after[i];
        if (now === text) continue;
        expect(isSaid(way), `${id}: ${way}`).toBe(true);
        expect(now.length, `${id}: ${way}`).toBeGreaterThanOrEqual(2 * text.length);
        longer += 1;
      }
      // Blanks between formulas, and what is code, stay.
      const said = before.filter(([way, text]) => isSaid(way) && text.trim() !== '');
      expect(said.length - longer).toBeLessThan(said.length / 10);
      expect(longer).toBeGreaterThan(50);
    }
  });

  it('are what an address asks for, from the list on', async () => {
    let how: 'usual' | 'double' = 'usual';
    const said = courseSaid(course, () => how);
    const [usual] = await said.fronts(language);
    expect(await said.chapter(usual.id, language)).toBe(await course.chapter(usual.id, language));
    how = 'double';
    const [double] = await said.fronts(language);
    expect(double.title.length).toBeGreaterThanOrEqual(2 * usual.title.length);
    expect(double.id).toBe(usual.id);
    expect((await said.chapter(usual.id, language))!.title).toBe(double.title);
    expect(said.chapter('astrology', language)).toBeUndefined();
  });
});
