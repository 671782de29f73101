import { describe, expect, it } from 'vitest';
import { circleIn, noCircles } from './circles.ts';

const of = (imports: Record<string, string[]>) => circleIn(new Map(Object.entries(imports)));

describe('circles between files', () => {
  it('are named, with the file that closes them', () => {
    expect(of({ page: ['part'], part: ['maps'], maps: ['page'] })).toEqual(['page', 'part', 'maps', 'page']);
    expect(of({ first: ['page'], page: ['part'], part: ['page'] })).toEqual(['page', 'part', 'page']);
    expect(of({ alone: ['alone'] })).toEqual(['alone', 'alone']);
  });

  it('are none where two ask for the same, or for what is not built', () => {
    expect(of({ page: ['part', 'maps'], part: ['maps'], maps: [], other: ['page', 'part'] })).toBeUndefined();
    expect(of({ page: ['elsewhere'] })).toBeUndefined();
  });

  it('end the build, with their names and what is in them', () => {
    const chunk = (fileName: string, ...imports: string[]) => ({
      ...{ type: 'chunk', fileName, imports },
      moduleIds: [`/somewhere/src/app/${fileName}.ts`],
    });
    const build = (...chunks: ReturnType<typeof chunk>[]) => {
      const { generateBundle } = noCircles() as unknown as {
        generateBundle: (options: unknown, bundle: unknown) => void;
      };
      const error = (words: string) => {
        throw new Error(words);
      };
      generateBundle.call({ error }, {}, Object.fromEntries(chunks.map((one) => [one.fileName, one])));
    };
    build(chunk('page', 'part'), chunk('part'));
    expect(() => build(chunk('page', 'part'), chunk('part', 'page'))).toThrow(
      'page (src/app/page.ts) → part (src/app/part.ts) → page',
    );
  });
});
