import { describe, expect, test } from 'vitest';
import type { Film } from '#workers/film/client.ts';
import { FilmError } from '#workers/film/client.ts';
import { durations, Filming, makesNoVideo, secondsOf } from './filming.svelte.ts';

const WISH = { format: 'gif', width: 64, height: 36, speed: 2, until: 3 } as const;
const picture = { svg: '', width: 64, height: 36 };
const bitmap = async () => ({}) as ImageBitmap;

/** A worker that takes frames as it is told. */
function fake(parts: Partial<Pick<Film, 'begin' | 'add' | 'end'>> = {}) {
  const heard: string[] = [];
  const film = {
    begin: async () => void heard.push('begin'),
    add: async (_: ImageBitmap, ms: number) => heard.push(`frame ${ms}`),
    end: async () => ({ bytes: new Uint8Array(7), type: 'image/gif', extension: 'gif' }),
    dispose: () => void heard.push('dispose'),
    ...parts,
  } as unknown as Film;
  return { film, heard };
}

test('the first picture can be taken in, the last one stays', () => {
  expect(durations({ speed: 2, until: 3 })).toEqual([800, 500, 500, 2500]);
  expect(durations({ speed: 0.25, until: 1 })).toEqual([4000, 4000]);
  expect(secondsOf({ speed: 2, until: 3 })).toBe(4.3);
});

describe('an animation', () => {
  test('has a picture of every trial, of none first, in order', async () => {
    const { film, heard } = fake();
    const filming = new Filming(() => film);
    const shot: number[] = [];
    const file = await filming.run(WISH, async (t) => (shot.push(t), picture), bitmap);
    expect(shot).toEqual([0, 1, 2, 3]);
    expect(heard).toEqual(['begin', 'frame 800', 'frame 500', 'frame 500', 'frame 2500', 'dispose']);
    expect(file?.extension).toBe('gif');
    expect([filming.status, filming.done, filming.total, filming.bytes]).toEqual(['done', 4, 4, 7]);
  });

  test('that is cancelled gives no file, and lets the worker go', async () => {
    const { film, heard } = fake();
    const filming = new Filming(() => film);
    const file = await filming.run(
      WISH,
      async (t) => {
        if (t === 2) filming.cancel();
        return picture;
      },
      bitmap,
    );
    expect(file).toBeUndefined();
    expect(filming.status).toBe('cancelled');
    expect(heard).toContain('dispose');
    expect(heard.filter((one) => one.startsWith('frame'))).toHaveLength(2);
  });

  test('that cannot be made says why, and the next one is made', async () => {
    const refused = fake({ begin: () => Promise.reject(new FilmError('no-encoder', 'avc: no')) });
    const films = [refused.film, fake().film];
    const filming = new Filming(() => films.shift()!);
    expect(await filming.run({ ...WISH, format: 'video' }, async () => picture, bitmap)).toBeUndefined();
    expect(filming.status).toBe('failed');
    expect(makesNoVideo(filming.error)).toBe(true);
    expect(refused.heard).toEqual(['dispose']);
    expect(await filming.run(WISH, async () => picture, bitmap)).toBeDefined();
    expect(filming.error).toBeUndefined();
  });
});
