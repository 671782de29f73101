// `npm run pictures`: the picture and the animation of the README, photographed from the built app. Whoever changes how the
// stage looks takes them anew.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import gifenc from 'gifenc';
import { preview } from 'vite';
import { ensureBrowser, launchArguments } from './browser.mjs';
import { decode, smaller } from './small-png.mjs';
import { BUILD, execute } from './steps.mjs';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../docs/pictures');
const PICTURE = {
  hash: '#/lab?lang=en&objective=mlp-digits&budget=20&t=14&numbers=0',
  size: { width: 1280, height: 720 },
};
const ANIMATION = {
  hash: '#/lab?lang=en&objective=forrester&budget=20&strategies=grid,binary,random,bayes&numbers=0&hide=moments,player&embed=1',
  size: { width: 880, height: 520 },
  trials: 20,
  /** Ms a trial stays; the last one. */
  each: 450,
  last: 2500,
};
/** Of the animation; the last colour is what stays as it was. */
const COLOURS = 255;

if (!process.env.E2E_BUILT) {
  const { ok } = await execute(BUILD[1], BUILD.slice(2), { shown: true });
  if (!ok) process.exit(1);
}
const { executablePath } = await ensureBrowser();
const server = await preview({ preview: { host: 'localhost', port: 0 }, logLevel: 'warn' });
const browser = await chromium.launch({ args: launchArguments, ...(executablePath && { executablePath }) });

/** The stage with every run at its end. */
async function open({ hash, size }) {
  const page = await browser.newPage({ viewport: size, reducedMotion: 'reduce' });
  await page.goto(`${server.resolvedUrls.local[0]}${hash}`);
  await page.waitForFunction(() => {
    const panels = [...document.querySelectorAll('[data-testid^=panel-]')];
    return panels.length > 0 && panels.every(({ dataset }) => dataset.status === 'done');
  });
  return page;
}
/** Drawn, and at rest. */
async function photograph(page) {
  await page.waitForFunction(() => !document.querySelector('[data-busy=true]'));
  await page.waitForTimeout(300);
  return page.screenshot();
}

function save(name, bytes) {
  writeFileSync(join(FOLDER, name), bytes);
  console.log(`docs/pictures/${name}: ${(bytes.length / 1000).toFixed(0)} kB`);
}

mkdirSync(FOLDER, { recursive: true });
const still = await open(PICTURE);
save('stage.png', smaller(await photograph(still)));

const page = await open(ANIMATION);
const frames = [];
for (let trial = 0; trial <= ANIMATION.trials; trial++) {
  if (trial > 0) await page.keyboard.press('ArrowRight');
  frames.push(decode(await photograph(page)));
}
save('run.gif', animated(frames));
await browser.close();
await server.close();

/** A palette of all frames; of each only what has changed. */
function animated(pictures) {
  const { GIFEncoder, quantize, applyPalette } = gifenc;
  const withAlpha = ({ rgb }) => {
    const rgba = new Uint8ClampedArray((rgb.length / 3) * 4).fill(255);
    for (let i = 0, k = 0; i < rgb.length; i += 3, k += 4) rgba.set(rgb.subarray(i, i + 3), k);
    return rgba;
  };
  const [{ width, height }] = pictures;
  const sample = [pictures.at(1), pictures.at(-1)].map(withAlpha);
  const all = new Uint8ClampedArray(sample[0].length * 2);
  sample.forEach((one, i) => all.set(one, i * one.length));
  const palette = quantize(all, COLOURS, { format: 'rgb565' });
  const gif = GIFEncoder();
  let before;
  pictures.forEach((picture, i) => {
    const index = applyPalette(withAlpha(picture), palette, 'rgb565');
    const shown = before ? index.map((colour, k) => (colour === before[k] ? COLOURS : colour)) : index;
    gif.writeFrame(shown, width, height, {
      palette: [...palette, ...Array(COLOURS + 1 - palette.length).fill([0, 0, 0])],
      delay: i === pictures.length - 1 ? ANIMATION.last : ANIMATION.each,
      ...(before && { transparent: true, transparentIndex: COLOURS, dispose: 1 }),
    });
    before = index;
  });
  gif.finish();
  return gif.bytes();
}
