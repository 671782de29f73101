/** Whether a formula may be typed, or come with a link, without the page waiting for its certified minimum. */
import type { Page } from '@playwright/test';
import { counted, takeTasks } from './builds.ts';
import { ADDRESS, inBuiltApp, settled } from './long-tasks.ts';
import { heading, table } from './measure.ts';

/** As long as a formula may be, but for {@link MORE}. */
const LONGEST = 1990;
/** Makes another formula, of which nothing is known. */
const MORE = ' + 0.5';
function sines(names: readonly string[]): string {
  let text = names.join(' + ');
  for (let i = 1; ; i++) {
    const [a, b] = [names[i % names.length], names[(i + 1) % names.length]];
    const term = ` + sin(${i}*${a} + ${i % 7}*${b})/${i}`;
    if (text.length + term.length > LONGEST) return text;
    text += term;
  }
}

const FORMULAS: Record<string, string> = {
  'short, x': '(x - 0.31)^2 + 0.1*sin(19*x)',
  'short, x and y': '(x - y)^2 + 0.3*cos(9*x*y)',
  'longest, x': sines(['x']),
  'longest, x and y': sines(['x', 'y']),
  'longest, x1 to x6': sines(['x1', 'x2', 'x3', 'x4', 'x5', 'x6']),
};
const ONE = 'objective=formula&budget=1&strategies=random';

export async function formulas(): Promise<void> {
  heading("Long tasks on the page's thread: a formula is typed; then another one comes with a link");
  await inBuiltApp(async (tab) => {
    const rows = [['', 'in use after', 'tasks > 50 ms', 'longest', 'with a link', 'longest']];
    for (const [name, formula] of Object.entries(FORMULAS)) rows.push(await measure(tab, name, formula));
    table(rows);
  });
}

async function measure(tab: Page, name: string, formula: string): Promise<string[]> {
  await tab.goto(`${ADDRESS}#/lab?${ONE}&objective.formula=x`);
  await tab.reload();
  await settled(tab);
  await takeTasks(tab);
  const started = Date.now();
  await tab.getByTestId('formula').fill(formula);
  await inUse(tab, formula);
  const took = Date.now() - started;
  await settled(tab);
  const typed = await takeTasks(tab);
  const another = formula + MORE;
  const query = `${ONE}&objective.formula=${encodeURIComponent(another)}`;
  await tab.evaluate((hash) => (location.hash = hash), `#/lab?${query}`);
  await inUse(tab, another);
  await settled(tab);
  return [name, `${(took / 1000).toFixed(1)} s`, ...counted(typed), ...counted(await takeTasks(tab))];
}

const inUse = (tab: Page, formula: string) =>
  tab.waitForFunction(
    (text) =>
      document.querySelector<HTMLTextAreaElement>('[data-testid=formula]')?.value === text &&
      document.querySelector('[data-testid=formula-state]')?.textContent?.startsWith('✓'),
    formula,
    { timeout: 60_000 },
  );
