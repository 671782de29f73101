import { expect, test, type Page } from './test.ts';
import { readFile } from 'node:fs/promises';
import { CLASSIC, DESIGNS, simulateCurse, type CurseCounts } from '#core/study/curse.ts';
import { drawnFirst } from './drawn-first.ts';
import { THOROUGH } from './visit.ts';

/** The tab as a person finds it, its example counted; no study has run. */
async function openCurse(page: Page, query = 'lang=en') {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (/^(error|warning)$/.test(message.type())) problems.push(message.text());
  });
  await page.goto(`/#/arena/dimensions?${query}`);
  const section = page.getByTestId('curse');
  await expect(section).toHaveAttribute('data-status', /done|paused/, { timeout: 50_000 });
  const cost = page.getByTestId('grid-cost');
  const hit = page.getByTestId('hit-target');
  return {
    section,
    cost,
    hit,
    words: page.getByTestId('hit-words'),
    problems,
    targets: async () => Number(await hit.getAttribute('data-targets')),
  };
}

function counted(dimensions: number, shape: 'cube' | 'box'): CurseCounts {
  let last: CurseCounts | undefined;
  const question = { ...CLASSIC, dimensions, shape, seed: 1 };
  for (const counts of simulateCurse(question, question.targets)) last = counts;
  return last!;
}

test('what grids cost is drawn before workers take the cores', async ({ page }) => {
  const drawn = await drawnFirst(page, 'curse', '[data-testid=grid-cost] svg.plot');
  const { hit } = await openCurse(page);
  await expect(hit).toHaveAttribute('data-targets', '1000');
  expect(await drawn()).toBe(true);
});

test('counts a preset: five designs, the law, and what the core counts', async ({ page }) => {
  const { section, hit, words, problems } = await openCurse(page);
  // Nobody has asked yet: the usual question is counted, and said to be an example.
  await expect(hit).toContainText('Example: the usual question');
  const law = hit.locator('[data-mark=reference]');
  await expect(law).toHaveCount(1);
  await expect(words).toContainText('1 − 0.99¹⁰⁰ = 63.4');
  await hit.getByRole('button', { name: '5 dimensions, random box' }).click();
  await expect(hit).not.toContainText('Example');
  await expect(section).toHaveAttribute('data-status', 'done', { timeout: 50_000 });
  await expect(hit).toHaveAttribute('data-targets', '1000');
  const lines = hit.locator('[data-mark=line]');
  expect(await lines.evaluateAll((all) => all.map((line) => line.getAttribute('data-series')))).toEqual([
    ...DESIGNS,
  ]);
  await expect(hit.locator('[data-mark=band]')).toHaveCount(5);
  await expect(law).toHaveCSS('stroke-dasharray', /\d/);
  await expect(hit.locator('svg.plot')).toContainText('exact law 1 − 0.99ᵀ');

  const { successes } = counted(5, 'box');
  for (const design of DESIGNS) {
    const share = (successes[design][99] / 10).toFixed(1);
    await expect(words.locator(`[data-design=${design}]`)).toContainText(`hit ${share}\u00a0%`);
  }
  await expect(words.locator('[data-design=grid]')).toContainText('Behind all others.');
  await expect(words.locator('[data-design=random]')).toContainText(/law is (in|out)side/);
  await expect(words).toContainText('3 × 3 × 2 × 2 × 2 levels: 72 points, 28 trials unused');

  // Another number of trials, by keyboard; and a design less.
  await words.getByRole('slider').press('End');
  await expect(words).toHaveAttribute('data-trials', '512');
  await expect(words.locator('[data-design=grid]')).toContainText(
    `hit ${(successes.grid[511] / 10).toFixed(1)}\u00a0%`,
  );
  await hit.getByRole('button', { name: 'Halton', exact: true }).click();
  await expect(lines).toHaveCount(4);
  await expect(words.locator('[data-design=halton]')).toHaveCount(0);
  await hit.getByText('Table behind the chart').click();
  await expect(hit.locator('tbody tr').first().locator('td')).toHaveCount(2 + 4 * 4);
  expect(problems).toEqual([]);
});

test('stops, keeps what is in through a visit to the Lab, and goes on', THOROUGH, async ({ page }) => {
  const { section, hit, words, targets, problems } = await openCurse(page);
  /** Presses “Stop” in the page itself as soon as more is counted: however fast the machine is. */
  const stopAbove = (counted: number) =>
    hit.evaluate(
      (element, least) =>
        new Promise<void>((resolve) => {
          const watch = new MutationObserver(() => {
            if (Number(element.dataset.targets) <= least) return;
            watch.disconnect();
            element.querySelector<HTMLButtonElement>('button.primary')!.click();
            resolve();
          });
          watch.observe(element, { attributes: true });
        }),
      counted,
    );
  const countAndStop = async (button: string, counted: number) => {
    const stopped = stopAbove(counted);
    await hit.getByRole('button', { name: button }).click();
    await stopped;
    await expect(section).toHaveAttribute('data-status', 'paused');
    const kept = await targets();
    expect(kept).toBeGreaterThan(counted);
    expect(kept).toBeLessThan(20_000);
    return kept;
  };

  await hit.getByText('Own settings').click();
  await hit.getByRole('textbox', { name: 'Targets' }).fill('20000');
  const kept = await countAndStop('Count 20,000 targets', 0);
  await expect(words.locator('li')).toHaveCount(5);

  await page.getByRole('link', { name: 'Lab' }).click();
  await expect(page.getByTestId('transport')).toBeVisible();
  await page.getByRole('link', { name: 'Arena' }).click();
  await expect(section).toHaveAttribute('data-status', 'paused');
  expect(await targets()).toBe(kept);
  const more = await countAndStop('Go on', kept);

  // Another preset in between loses nothing of it.
  await countAndStop('3 dimensions, cube', 0);
  await hit.getByText('Own settings').click();
  await hit.getByRole('combobox', { name: 'Shape' }).selectOption('Random box');
  await hit.getByRole('textbox', { name: 'Dimensions' }).fill('5');
  await expect(hit).toContainText('The settings were changed');
  await countAndStop('Count 20,000 targets', more);
  expect(problems).toEqual([]);
});

test(
  'comes back from a reload as it was: settings, counts, and what was stopped on the way',
  THOROUGH,
  async ({ page }) => {
    const { section, cost, hit, words, targets, problems } = await openCurse(page);
    await cost.getByRole('textbox', { name: 'Levels of each' }).fill('7');
    await hit.getByRole('button', { name: '3 dimensions, cube' }).click();
    await expect(section).toHaveAttribute('data-status', 'done', { timeout: 50_000 });
    await words.getByRole('slider').press('End');
    const before = await words.textContent();

    await page.reload();
    await expect(section).toHaveAttribute('data-status', 'done');
    await expect(cost).toContainText('7¹⁰');
    await expect(hit.getByRole('button', { name: '3 dimensions, cube' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    expect(await targets()).toBe(1000);
    expect(await words.textContent()).toBe(before);

    await hit.getByText('Own settings').click();
    await hit.getByRole('textbox', { name: 'Targets' }).fill('20000');
    await hit.getByRole('button', { name: 'Count 20,000 targets' }).click();
    await expect.poll(targets).toBeGreaterThan(1000);
    await page.reload();
    await expect(section).toHaveAttribute('data-status', /paused|done/);
    const kept = await targets();
    expect(kept).toBeGreaterThan(1000);
    if (kept < 20_000) await expect(hit.getByRole('button', { name: 'Go on' })).toBeEnabled();
    expect(problems).toEqual([]);
  },
);

test(
  'tells what a grid costs in trials, hours and money; says in words what cannot be, and keeps what was there',
  THOROUGH,
  async ({ page }) => {
    const { section, cost, hit, problems } = await openCurse(page);
    await expect(cost).toContainText('5¹⁰ = 9.77 million trials. On one machine they take 1,114 years');
    await expect(cost).toContainText('They cost $29.3 million.');
    await expect(cost).toContainText('affords 5 levels in at most 2 hyperparameters');
    const afforded = cost.getByTestId('afforded').locator('.levels td');
    await expect(afforded).toHaveText(['100', '10', '4', '3', '2', '2', '1', '1', '1', '1']);
    await expect(cost.locator('[data-mark=ring]')).toHaveCount(4);

    await cost.getByRole('textbox', { name: 'Levels of each' }).fill('50');
    await cost.getByRole('textbox', { name: 'Currency' }).fill('CHF');
    await expect(cost).toContainText('longer than the universe has existed');
    await cost.getByRole('button', { name: 'Money' }).click();
    await expect(cost.locator('svg.plot')).toContainText('Cost in CHF (log scale)');
    await expect(cost.locator('svg.plot')).toContainText('budget: 300 CHF');
    await expect(cost.locator('[data-mark=line]')).toHaveCount(5);

    // The dotted line moves to another number of hyperparameters.
    const reach = cost.locator('[data-reach]');
    const { width, height } = (await reach.boundingBox())!;
    await reach.click({ position: { x: width * 0.25, y: height / 2 } });
    await expect(cost.locator('svg.plot')).toHaveAttribute('data-at', '3');
    await expect(cost).toContainText('50³ = 125,000 trials');

    const download = page.waitForEvent('download');
    await cost.getByRole('button', { name: 'Download Size of a full grid as CSV' }).click();
    const csv = await readFile((await (await download).path())!, 'utf8');
    expect(csv).toContain('Hyperparameters,Levels,Trials,Machine-hours,Cost (CHF)');
    expect(csv).toContain('\r\n4,10,10000,10000,30000\r\n');
    expect(problems).toEqual([]);

    // What cannot be is said in words.
    const before = await cost.locator('.words').textContent();
    const price = cost.getByRole('textbox', { name: 'Price of a machine-hour' });
    await price.fill('-1');
    await expect(cost).toContainText('-1 is outside 0.001 to 10000; 3 stays in use.');
    await expect(price).toHaveAttribute('aria-invalid', 'true');
    await expect(price).toHaveValue('-1');
    const hours = cost.getByRole('textbox', { name: 'Hours per training run' });
    await hours.fill('two');
    await expect(cost).toContainText('“two” is not a number.');
    await cost.getByRole('textbox', { name: 'Levels of each' }).fill('2.5');
    await expect(cost).toContainText('2.5 is not a whole number.');
    expect(await cost.locator('.words').textContent()).toBe(before);

    await hit.getByText('Own settings').click();
    await hit.getByRole('textbox', { name: 'Targets' }).fill('1e9');
    await expect(hit).toContainText('1e9 is outside 1000 to 20000; 1000 stays in use.');
    await hit.getByRole('textbox', { name: 'Volume' }).fill('100');
    await expect(hit).toContainText('100 is outside 0.01 to 50; 1 stays in use.');
    await hit.getByRole('textbox', { name: 'Dimensions' }).fill('0');
    await expect(hit).toContainText('0 is outside 1 to 10; 5 stays in use.');
    // What is in use can be counted all the same.
    await hit.getByRole('textbox', { name: 'Seed' }).fill('2');
    await hit.getByRole('button', { name: 'Count 1,000 targets' }).click();
    await expect(section).toHaveAttribute('data-status', 'done', { timeout: 50_000 });
    expect(problems).toEqual([]);
  },
);
