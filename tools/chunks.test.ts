import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHUNKS, chunkGroups, isOf } from './chunks.ts';

describe('files that stand together in the built page', () => {
  it('are there: one that has another name would fall out in silence', () => {
    const missing = Object.values(CHUNKS)
      .flat()
      .filter((path) => !existsSync(path));
    expect(missing).toEqual([]);
  });

  it('are each in one place', () => {
    const all = Object.values(CHUNKS).flat();
    expect(all.filter((path, i) => all.indexOf(path) !== i)).toEqual([]);
  });

  it('are known by their addresses in the bundler, with their styles, and not what was made of them otherwise', () => {
    expect(isOf('/somewhere/src/app/stage/Stage.svelte', CHUNKS.stage)).toBe(true);
    expect(isOf('/somewhere/src/app/stage/Stage.svelte?svelte&type=style&lang.css', CHUNKS.stage)).toBe(true);
    expect(isOf('/somewhere/src/app/stage/StageFigure.svelte', CHUNKS.stage)).toBe(false);
    expect(isOf('/somewhere/src/core/placing.ts?whole', CHUNKS.study)).toBe(false);
    expect(isOf('/somewhere/src/app/settings/ParamForm.svelte', CHUNKS.forms)).toBe(true);
    // Texts stay with their language.
    expect(isOf('/somewhere/src/app/home/texts.zh.ts', CHUNKS.home)).toBe(false);
    expect(chunkGroups().some(({ test }) => test('/somewhere/src/app/home/texts.zh.ts'))).toBe(false);
  });
});
