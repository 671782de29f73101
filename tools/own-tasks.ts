/** Tasks of a page's thread by the time that is its own: what other processes take of the machine meanwhile is no part of it. */
import type { Browser, Page } from '@playwright/test';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  /** In µs. */
  dur?: number;
  /** Of the thread itself, in µs. */
  tdur?: number;
  cat?: string;
  args?: { name?: string; chrome_mojo_event_info?: { mojo_interface_tag?: string } };
}
/** What tells a page's thread to start a worker: none of the page's code runs in it, and one in fifteen takes 50 to 170 ms. */
const startsWorker = ({ name, args }: TraceEvent) =>
  name === 'Receive mojo message' &&
  args?.chrome_mojo_event_info?.mojo_interface_tag === 'blink.mojom.DedicatedWorkerHostFactoryClient';
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
  const starts = ofPage.filter(startsWorker);
  const ownTime = ({ ts, dur = 0, tdur = 0 }: TraceEvent) =>
    starts
      .filter((start) => start.ts >= ts && start.ts < ts + dur)
      .reduce((left, start) => left - (start.tdur ?? 0), tdur) / 1000;
  return tasks
    .map((task) => ({ ts: task.ts, ms: ownTime(task) }))
    .filter((task) => task.ms > ms)
    .map(({ ts, ms: long }) => ({
      ms: long,
      after:
        marks
          .filter((mark) => mark.ts <= ts)
          .sort((a, b) => a.ts - b.ts)
          .at(-1)?.name ?? 'step 0',
    }));
}
