/** What a reader takes along, looked at by others than those who made it. */
import { readFile } from 'node:fs/promises';
import { decompressFrames, parseGIF } from 'gifuct-js';
import { expect, type Locator, type Page } from './test.ts';

export const dialog = (page: Page) => page.locator('[data-part=take-away]');
export const film = (page: Page) => page.locator('[data-part=take-film]');

export async function openTake(page: Page) {
  await page.getByRole('button', { name: 'Take away' }).click();
  await expect(dialog(page).getByRole('heading', { level: 2 })).toBeVisible();
}

export async function taken(page: Page, button: Locator) {
  const coming = page.waitForEvent('download', { timeout: 90_000 });
  await button.click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** An SVG as whoever opens it by itself finds it. */
export const standing = (desk: Page, svg: Buffer) =>
  desk.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    const images = [...root.querySelectorAll('image')].map((one) => one.getAttribute('href')!.slice(0, 22));
    const ids = new Set([...root.querySelectorAll('[id]')].map(({ id }) => id));
    const named = [...text.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);
    return {
      error: root.querySelector('parsererror')?.textContent ?? '',
      title: root.querySelector('title')?.textContent,
      texts: [...root.querySelectorAll('text')].map((one) => one.textContent ?? ''),
      link: root.querySelector('a')?.getAttribute('href'),
      unresolved: /var\(--|class="|<foreignObject|color-mix|href="(?!data:|http)[^"]*"/.exec(text)?.[0] ?? '',
      // The face of the page, in the file.
      font: /@font-face\{font-family:'Inter Variable'[^}]*src:url\(data:font\/woff2;base64,/.test(text),
      images: [...new Set(images)],
      lost: named.filter((id) => !ids.has(id)),
      size: ['width', 'height'].map((side) => Number(root.getAttribute(side))),
      marks: root.querySelectorAll('[data-mark=sample]').length,
    };
  }, svg.toString());

export interface Bitmap {
  /** A picture's address. */
  src: string;
  /** Px of it that are looked at, and in how many they are drawn. */
  from: [x: number, y: number, width: number, height: number];
}
export const png = (bytes: Buffer): string => `data:image/png;base64,${bytes.toString('base64')}`;

/**
 * The share of pixels that a reader would call different: edges of letters may fall a little otherwise, so both are looked
 * at in blocks of four by four.
 */
export const different = (
  desk: Page,
  a: Bitmap,
  b: Bitmap,
  [width, height]: [number, number],
): Promise<number> =>
  desk.evaluate(
    async ({ pictures, width, height }) => {
      const BLOCK = 4;
      const [columns, rows] = [Math.floor(width / BLOCK), Math.floor(height / BLOCK)];
      const seen: Uint8ClampedArray[] = [];
      for (const { src, from } of pictures) {
        const image = new Image();
        image.src = src;
        await image.decode();
        const canvas = Object.assign(document.createElement('canvas'), { width: columns, height: rows });
        const context = canvas.getContext('2d')!;
        context.imageSmoothingQuality = 'high';
        context.drawImage(image, ...from, 0, 0, columns, rows);
        seen.push(context.getImageData(0, 0, columns, rows).data);
      }
      let differ = 0;
      for (let i = 0; i < seen[0].length; i += 4)
        if ([0, 1, 2].some((c) => Math.abs(seen[0][i + c] - seen[1][i + c]) > 48)) differ += 1;
      return differ / (columns * rows);
    },
    { pictures: [a, b], width, height },
  );

/** The frames of a GIF, each over the ones before, as addresses of pictures. */
export async function framesOf(desk: Page, bytes: Buffer, wanted: readonly number[]) {
  const gif = parseGIF(new Uint8Array(bytes).buffer);
  const frames = decompressFrames(gif, true);
  const { width, height } = gif.lsd;
  const whole = new Uint8ClampedArray(width * height * 4);
  const shown: string[] = [];
  frames.forEach(({ patch, dims }, at) => {
    for (let y = 0; y < dims.height; y++)
      for (let x = 0; x < dims.width; x++) {
        const from = 4 * (y * dims.width + x);
        if (patch[from + 3] === 0) continue;
        whole.set(patch.subarray(from, from + 4), 4 * ((y + dims.top) * width + x + dims.left));
      }
    if (wanted.includes(at)) shown.push(Buffer.from(whole).toString('base64'));
  });
  const pictures = [];
  for (const rgba of shown)
    pictures.push(
      await desk.evaluate(
        ({ rgba, width, height }) => {
          const canvas = Object.assign(document.createElement('canvas'), { width, height });
          const pixels = Uint8ClampedArray.from(atob(rgba), (one) => one.charCodeAt(0));
          canvas.getContext('2d')!.putImageData(new ImageData(pixels, width), 0, 0);
          return canvas.toDataURL();
        },
        { rgba, width, height },
      ),
    );
  return { width, height, count: frames.length, delays: frames.map(({ delay }) => delay), pictures };
}

/** Where in a picture the stage begins: below the title, which is as high as its words need. */
export async function topIn(desk: Page, picture: string, stage: Buffer, width: number, height: number) {
  const found = [];
  for (let top = 28; top <= 60; top++) {
    const share = await different(
      desk,
      { src: picture, from: [16, top, width, height] },
      { src: png(stage), from: [0, 0, width, height] },
      [width, height],
    );
    found.push({ top, share });
  }
  return found.sort((a, b) => a.share - b.share)[0];
}

/** A square picture, drawn in so many px a side. Handed over as text: a list of numbers takes minutes. */
export async function pixelsOf(desk: Page, src: string, side: number) {
  const text = await desk.evaluate(
    async ({ src, side }) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0, side, side);
      const { data } = context.getImageData(0, 0, side, side);
      let said = '';
      for (let i = 0; i < data.length; i += 0x8000)
        said += String.fromCharCode(...data.subarray(i, i + 0x8000));
      return btoa(said);
    },
    { src, side },
  );
  return { data: Uint8ClampedArray.from(Buffer.from(text, 'base64')), side };
}
