/**
 * Whether a chapter of the course scrolls: tasks over 50 ms on the page's thread from its first section to its last, by the
 * clock and by the time that is the page's own: beside it, workers run the studies of its figures on all cores.
 */
import { chapterIds } from '../tools/learn/library.ts';
import { longTasks } from '../tools/own-tasks.ts';
import { counted, takeTasks } from './builds.ts';
import { ADDRESS, inBuiltApp } from './long-tasks.ts';
import { heading, table } from './measure.ts';

/** Px that a turn of the wheel moves, and ms between two: a reader who skims. */
const STEP = 120;
const PAUSE = 120;

export async function learn(): Promise<void> {
  heading('Long tasks on the page’s thread: a chapter, scrolled through');
  const rows = [['', 'height', 'in', 'tasks > 50 ms', 'longest', 'of its own', 'longest']];
  await inBuiltApp(async (tab) => {
    await tab.setViewportSize({ width: 1280, height: 720 });
    for (const chapter of chapterIds()) {
      await tab.goto('about:blank');
      await tab.goto(`${ADDRESS}#/learn/${chapter}?lang=en`);
      await tab.locator('[data-part=figure][data-stated]').waitFor();
      await tab.waitForTimeout(2000);
      await takeTasks(tab);
      const started = Date.now();
      await tab.mouse.move(200, 400);
      const height = await tab.evaluate(() => document.documentElement.scrollHeight);
      const own = await longTasks(tab.context().browser()!, tab, 50, async () => {
        for (let y = 0; y < height; y += STEP) {
          await tab.mouse.wheel(0, STEP);
          await tab.waitForTimeout(PAUSE);
        }
      });
      const seconds = (Date.now() - started) / 1000;
      rows.push([
        ...[chapter, `${height} px`, `${seconds.toFixed(0)} s`],
        ...counted(await takeTasks(tab)),
        ...counted(own.map(({ ms }) => ms)),
      ]);
    }
  });
  table(rows);
}
