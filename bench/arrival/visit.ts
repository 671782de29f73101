/** One visit to a page over a slow line, by somebody who has never been there. */
import type { Browser } from '@playwright/test';
import type { Served, Server } from './serve.ts';

/**
 * “Fast 3G, 4× slower CPU”: Lighthouse’s throttling of a mid-range phone on a slow line (`mobileSlow4G` in its
 * `core/config/constants.js`, until 2018 “Fast 3G”, after WebPageTest’s profile of that name).
 */
export const LINE = {
  /** Bits per second. */
  down: 1.6e6,
  up: 750e3,
  /** From a request to the first byte of its answer, in ms. */
  latency: 150,
  /** How many times slower the page's thread is; its workers are not. */
  cpu: 4,
};

export interface Visit {
  /** When the first picture stood there, in ms after the navigation began; NaN where there was none. */
  picture: number;
  /** First contentful paint, likewise. */
  paint: number;
  /** Sum of all layout shifts (CLS, without its windows). */
  shift: number;
  /** What was asked for before the page had drawn the first picture, which the next frame shows; all, where none came. */
  before: Served[];
  all: Served[];
}

/** What the page notes of itself. */
interface Noted {
  /** It is in the page; what is asked for from here on has not kept it waiting. */
  drawn: number;
  /** It is on screen. */
  picture: number;
  shift: number;
  last: number;
}

const PATIENCE = 90_000;
/** Nothing has come, nothing has moved for so long, in ms: the page has arrived. */
const QUIET = 3000;

/** @param hash of the address, from `#` */
export async function visit(browser: Browser, server: Server, hash: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'en-GB' });
  try {
    const tab = await context.newPage();
    // What runs this file marks functions by a helper that the page does not have.
    await tab.addInitScript('globalThis.__name = (named) => named;');
    await tab.addInitScript(note);
    const devtools = await context.newCDPSession(tab);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: LINE.latency,
      downloadThroughput: LINE.down / 8,
      uploadThroughput: LINE.up / 8,
    });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: LINE.cpu });
    server.served.length = 0;
    await tab.goto(`${server.address}${hash}`, { timeout: PATIENCE });
    const until = Date.now() + PATIENCE;
    for (let asked = -1; Date.now() < until; asked = server.served.length) {
      const { idle } = await tab.evaluate(() => {
        const seen = (window as unknown as { arrival: Noted }).arrival;
        return { idle: performance.now() - seen.last };
      });
      if (idle > QUIET && asked === server.served.length) break;
      await tab.waitForTimeout(1000);
    }
    const noted = await tab.evaluate(() => {
      const { drawn, picture, shift } = (window as unknown as { arrival: Noted }).arrival;
      const [first] = performance.getEntriesByName('first-contentful-paint');
      return { drawn, picture, shift, paint: first?.startTime ?? NaN, origin: performance.timeOrigin };
    });
    const all = [...server.served];
    const { drawn, picture, shift, paint, origin } = noted;
    const before = Number.isNaN(drawn) ? all : all.filter(({ at }) => at < origin + drawn);
    return { picture, shift, paint, before, all };
  } finally {
    await context.close();
  }
}

/** Runs in the page, before its own code. */
function note(): void {
  const noted: Noted = { drawn: NaN, picture: NaN, shift: 0, last: 0 };
  (window as unknown as { arrival: Noted }).arrival = noted;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
      noted.shift += entry.value;
      noted.last = performance.now();
    }
  }).observe({ type: 'layout-shift', buffered: true });
  // A picture is drawn: an SVG as large as a chart, on screen or below, with something in it.
  const drawn = () =>
    [...document.querySelectorAll('main svg')].some((svg) => {
      const { width, height } = svg.getBoundingClientRect();
      return width >= 120 && height >= 80 && svg.querySelector('path, circle, line, rect, image') !== null;
    });
  let left = 0;
  const look = () => {
    const count = document.querySelectorAll('*').length;
    if (count !== left) noted.last = performance.now();
    left = count;
    if (!drawn()) return void requestAnimationFrame(look);
    noted.drawn = performance.now();
    // It stands there with the frame after the one in which it is found.
    requestAnimationFrame(() => (noted.picture = performance.now()));
  };
  const watch = () => {
    look();
    new MutationObserver(() => (noted.last = performance.now())).observe(document, {
      childList: true,
      subtree: true,
    });
  };
  if (document.documentElement) watch();
  else document.addEventListener('readystatechange', watch, { once: true });
}
