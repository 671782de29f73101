/** Tasks of a page's thread by the time that is its own: what other processes take of the machine meanwhile is no part of it. */
import type { Browser, Page } from '@playwright/test';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  /** Of the thread itself, in µs. */
  tdur?: number;
  cat?: string;
  args?: { name?: string };
}
/** A task, and the last mark (`performance.mark('step …')`) that was set before it began. */
export interface Task {
  ms: number;
  after: string;
}

/**
 * @returns the tasks that took longer than so many ms while something was done, recording included
 * @throws {Error} where there were so few that they cannot have been recorded
 */
export async function longTasks(
  browser: Browser,
  page: Page,
  ms: number,
  work: () => Promise<void>,
): Promise<Task[]> {
  // What Playwright puts into a page before it can ask anything of it is none of the page's tasks.
  await page.locator('body').evaluate(() => {});
  await browser.startTracing(page, { categories: ['toplevel', '__metadata', 'blink.user_timing'] });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const ofPage = traceEvents.filter(({ pid, tid }) => mains.has(`${pid} ${tid}`));
  const tasks = ofPage.filter(({ ph, name }) => ph === 'X' && name.includes('RunTask'));
  if (tasks.length <= 20) throw new Error(`Only ${tasks.length} tasks were recorded.`);
  const marks = ofPage.filter(({ cat, name }) => cat?.includes('user_timing') && name.startsWith('step '));
  return tasks
    .filter(({ tdur = 0 }) => tdur > ms * 1000)
    .map(({ ts, tdur = 0 }) => ({
      ms: tdur / 1000,
      after:
        marks
          .filter((mark) => mark.ts <= ts)
          .sort((a, b) => a.ts - b.ts)
          .at(-1)?.name ?? 'step 0',
    }));
}
