/** What a page costs until it is there, over a slow line: bytes, requests, time to the first picture, layout shift. */
import { chromium, type Browser } from '@playwright/test';
import { build } from 'vite';
import { ensureBrowser, launchArguments } from '../../tools/browser.mjs';
import { heading, print, table } from '../measure.ts';
import { serveCompressed, type Served } from './serve.ts';
import { LINE, visit, type Visit } from './visit.ts';

/** Pages, by their addresses. */
const PAGES = {
  'front door': '#/',
  lab: '#/lab',
  'lab, 2 knobs': '#/lab?objective=branin',
  arena: '#/arena',
  'arena, hours': '#/arena/hours',
  'arena, dimensions': '#/arena/dimensions',
  assumptions: '#/assumptions',
};
const TIMES = 3;

/** @param parent a folder with the build of an earlier commit, to be measured beside this one */
export async function arrival(parent?: string): Promise<void> {
  heading(
    `Arriving: ${LINE.down / 1e6} Mbit/s down, ${LINE.up / 1e3} kbit/s up, ${LINE.latency} ms, ${LINE.cpu}× slower CPU`,
  );
  const { executablePath } = await ensureBrowser();
  await build({ logLevel: 'error' });
  const browser = await chromium.launch({ args: launchArguments, ...(executablePath && { executablePath }) });
  try {
    await measured(browser, 'dist', 'this build');
    if (parent !== undefined) await measured(browser, parent, `before (${parent})`);
  } catch (error) {
    print(`The pages could not be measured: ${(error as Error).message.split('\n')[0]}`);
  } finally {
    await browser.close();
  }
  print(
    'Sizes are those of gzip -9, as the files are served; “until” is until the first picture is drawn, which the next frame shows.',
  );
}

async function measured(browser: Browser, folder: string, title: string): Promise<void> {
  const server = await serveCompressed(folder);
  const rows = [
    [
      title,
      'JS until',
      'of workers',
      'requests',
      'JS in all',
      'of workers',
      'requests',
      'first paint',
      'first picture',
      'shift',
    ],
  ];
  try {
    for (const [name, hash] of Object.entries(PAGES)) {
      const visits: Visit[] = [];
      for (let i = 0; i < TIMES; i++) visits.push(await visit(browser, server, hash));
      // The middle one in time; what is transferred hardly differs.
      const [, middle] = visits.sort((a, b) => (a.picture || a.paint) - (b.picture || b.paint));
      rows.push([name, ...cells(middle)]);
    }
  } finally {
    server.close();
  }
  table(rows);
}

function cells({ before, all, paint, picture, shift }: Visit): string[] {
  return [
    kilobytes(before, 'page'),
    kilobytes(before, 'worker'),
    String(before.length),
    kilobytes(all, 'page'),
    kilobytes(all, 'worker'),
    String(all.length),
    seconds(paint),
    seconds(picture),
    shift.toFixed(3),
  ];
}

const seconds = (ms: number): string => (Number.isNaN(ms) ? '–' : `${(ms / 1000).toFixed(1)} s`);
/** Compressed JavaScript; a file that several workers ask for counts each time. */
const kilobytes = (served: readonly Served[], who: Served['by']): string =>
  `${(
    served
      .filter(({ path, by }) => by === who && path.endsWith('.js'))
      .reduce((sum, { bytes }) => sum + bytes, 0) / 1000
  ).toFixed(0)} kB`;
