/** Whether the page stays usable: tasks over 50 ms on its thread while five strategies run and the clock plays. */
import type { Page } from '@playwright/test';
import { ADDRESS, inBuiltApp, settled, takeTasks } from './long-tasks.ts';
import { heading, table } from './measure.ts';

const OBJECTIVES = ['forrester', 'branin', 'gbr-diabetes', 'hartmann6'];
const BUDGET = 60;

export async function page(): Promise<void> {
  heading(`Long tasks on the page's thread: five strategies, ${BUDGET} trials; then playing them at 8×`);
  await inBuiltApp(async (tab) => {
    const rows = [['', 'computed in', 'tasks > 50 ms', 'longest', 'while playing', 'longest']];
    for (const objective of OBJECTIVES) rows.push(await measure(tab, objective));
    table(rows);
  });
}

/** Loads a trivial experiment first: what is measured is running, not loading. */
async function measure(tab: Page, objective: string): Promise<string[]> {
  await tab.goto(`${ADDRESS}#/lab?objective=quadratic&budget=1`);
  await tab.reload();
  await settled(tab);
  await tab.getByRole('combobox', { name: 'Speed' }).selectOption('8');
  await takeTasks(tab);
  const started = Date.now();
  await tab.evaluate(
    (hash) => (location.hash = hash),
    `#/lab?objective=${objective}&budget=${BUDGET}&seed=1`,
  );
  await tab.waitForFunction(
    (budget) =>
      document.querySelector('[data-part=race] [role=slider]')?.getAttribute('aria-valuemax') ===
      String(budget),
    BUDGET,
  );
  await settled(tab);
  const computed = Date.now() - started;
  const computing = await takeTasks(tab);
  await tab.getByTestId('transport').getByRole('button', { name: /play/i }).click();
  await tab.locator(`[data-testid=transport][data-trial="${BUDGET}"]`).waitFor({ timeout: 120_000 });
  return [objective, `${(computed / 1000).toFixed(1)} s`, ...computing, ...(await takeTasks(tab))];
}
