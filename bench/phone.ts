/**
 * How long a page keeps a phone from answering while it comes: its tasks beyond 50 ms, summed, with the browser's own
 * slowing of the processor. Lighthouse says the same, of a page that is recorded meanwhile: on two cores the recording, the
 * browser and the page take turns, and each task is counted with what it waited.
 */
import type { Browser } from '@playwright/test';

/** As Lighthouse's phone: how many times as slow, how large, and points to a px. */
const SLOWER = 4;
const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75 };
/** Until then a page has come. */
const WATCHED = 8000;
/** Ms that a task may take: what is beyond keeps the page from answering. */
const ALLOWED = 50;

export interface Coming {
  /** When something is seen, and when the largest text or picture is, in ms. */
  first: number;
  largest: number;
  /** In ms. */
  blocked: number;
}

/** One visit, with nothing kept from an earlier one. */
export async function comingOnAPhone(browser: Browser, address: string): Promise<Coming> {
  const context = await browser.newContext(PHONE);
  try {
    const tab = await context.newPage();
    const session = await context.newCDPSession(tab);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await tab.addInitScript(() => {
      const noted = { first: 0, largest: 0, tasks: [] as [start: number, ms: number][] };
      (window as unknown as { noted: typeof noted }).noted = noted;
      // Without a function that has a name: what runs this file would mark it by a helper that no page has.
      for (const type of ['longtask', 'largest-contentful-paint', 'paint'])
        new PerformanceObserver((list) => {
          for (const { name, startTime, duration } of list.getEntries()) {
            if (type === 'longtask') noted.tasks.push([startTime, duration]);
            else if (type !== 'paint') noted.largest = startTime;
            else if (name === 'first-contentful-paint') noted.first = startTime;
          }
        }).observe({ type, buffered: true });
    });
    await tab.goto(address);
    await tab.waitForTimeout(WATCHED);
    const { first, largest, tasks } = await tab.evaluate(
      () =>
        (window as unknown as { noted: { first: number; largest: number; tasks: [number, number][] } }).noted,
    );
    if (!(first > 0)) throw new Error('No first picture was noted.');
    const blocked = tasks.reduce(
      (sum, [start, ms]) => sum + Math.max(0, Math.min(ms, start + ms - first) - ALLOWED),
      0,
    );
    return { first, largest, blocked };
  } finally {
    await context.close();
  }
}
