/** What a picture depends on beside the app: the browser and the fonts of the machine. */
import type { Browser } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const INTER = '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2';
const TOKENS = join(import.meta.dirname, '../../src/app/styles/tokens.css');
const MONO = 'ui-monospace, monospace';

/** By what is looked at: the browser's version, and of every font how it sets a few words. */
export type Fingerprint = Readonly<Record<string, string>>;

/** How the browser sets words of every font that the app asks for, and draws a line. */
export async function fingerprintOf(browser: Browser): Promise<Fingerprint> {
  const [inter, tokens] = await Promise.all([
    readFile(require.resolve(INTER), 'base64'),
    readFile(TOKENS, 'utf8'),
  ]);
  const stack = (name: string) => new RegExp(`--font-${name}: ([^;]+);`).exec(tokens)![1];
  const latin = stack('latin');
  const probes = {
    Latin: [`15px ${latin}`, 'Handgloves 0.0123456789 (trial 12 of 30)'],
    'bold Latin': [`600 21px ${latin}`, 'Who finds the valley first?'],
    symbols: [`15px ${latin}`, '10⁻⁹ x₁ ± 2σ ≤ √ → ▶ ⛶ …'],
    汉字: [`15px 'Inter Variable', ${stack('chinese')}`, '逐次试验：“谁先找到谷底？”——第 12 次'],
    'bold 汉字': [`600 21px 'Inter Variable', ${stack('chinese')}`, '学习率与验证误差'],
    monospace: [`15px ${MONO}`, '0.5 * sin(10x) + x^2'],
  };
  const page = await browser.newPage();
  try {
    await page.setContent(
      `<style>@font-face { font-family: 'Inter Variable'; font-weight: 100 900; src: url(data:font/woff2;base64,${inter}); }</style><canvas lang="zh-Hans" width="480" height="40">`,
    );
    const drawn = await page.evaluate(async (asked) => {
      const canvas = document.querySelector('canvas')!;
      const context = canvas.getContext('2d', { willReadFrequently: true })!;
      /** FNV-1a of all that was drawn. */
      const hash = () => {
        let sum = 0x811c9dc5;
        for (const byte of context.getImageData(0, 0, 480, 40).data)
          sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
        context.clearRect(0, 0, 480, 40);
        return sum.toString(16).padStart(8, '0');
      };
      await Promise.all(
        ['400 15px', '600 21px'].map((font) => document.fonts.load(`${font} 'Inter Variable'`)),
      );
      const found: Record<string, string> = {};
      for (const [name, [font, words]] of Object.entries(asked)) {
        context.font = font;
        context.fillText(words, 2, 28);
        found[name] = `${context.measureText(words).width.toFixed(2)} ${hash()}`;
      }
      context.lineWidth = 2.5;
      context.bezierCurveTo(3, 3, 200, 60, 470, 7);
      context.stroke();
      return { ...found, lines: hash() };
    }, probes);
    return { Chromium: browser.version().split('.')[0], ...drawn };
  } finally {
    await page.close();
  }
}

/** What differs, in words; empty where pictures can be compared. */
export function differences(here: Fingerprint, theirs: Fingerprint): string {
  const differ = [...new Set([...Object.keys(here), ...Object.keys(theirs)])].filter(
    (name) => here[name] !== theirs[name],
  );
  return differ
    .map((name) => (name === 'Chromium' ? `Chromium ${theirs[name]} there, ${here[name]} here` : name))
    .join(', ');
}
