/** The Arena’s hours: the same trials on several machines, in hours. */
import { expect, test, type Locator, type Page } from './test.ts';
import { readFile } from 'node:fs/promises';
import { drawnFirst } from './drawn-first.ts';
import { THOROUGH } from './visit.ts';

/** The section as a person finds it; no study has been run. */
class Section {
  readonly page: Page;
  readonly root: Locator;
  readonly problems: string[] = [];

  constructor(page: Page) {
    this.page = page;
    this.root = page.getByTestId('wall-clock');
    page.on('pageerror', (error) => this.problems.push(error.message));
    page.on('console', (message) => {
      if (/^(error|warning)$/.test(message.type())) this.problems.push(message.text());
    });
  }
  async open(query = '') {
    await this.page.goto(`/#/arena/hours${query}`);
    await this.ready();
  }
  async ready() {
    await expect(this.root).toHaveAttribute('data-busy', 'false', { timeout: 60_000 });
  }
  /** Unfolds what is asked second. */
  async unfold() {
    await this.root.getByText('How long training and thinking take').click();
  }
  entry(name: string): Locator {
    return this.root.getByRole('textbox', { name, exact: true });
  }
  figure(name: string): Locator {
    return this.root.locator(`[data-figure=${name}]`);
  }
  lane(strategy: string): Locator {
    return this.figure('machines').locator(`svg[data-series=${strategy}]`);
  }
  words(): Locator {
    return this.root.getByRole('status', { name: 'What is seen' });
  }
  /** The numbers behind the table of totals, by strategy and column. */
  async totals(): Promise<Record<string, Record<string, number>>> {
    await this.ready();
    const details = this.figure('makespans').locator('details');
    if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
    // The table is made when it is opened.
    await details.locator('tbody tr').first().waitFor();
    const { heads, rows } = await details.evaluate((table) => {
      const texts = (within: Element, which: string) =>
        [...within.querySelectorAll(which)].map((cell) => cell.textContent);
      return {
        heads: texts(table, 'th'),
        rows: [...table.querySelectorAll('tbody tr')].map((row) => texts(row, 'td')),
      };
    });
    return Object.fromEntries(
      rows.map(([name, ...cells]) => [
        name.trim(),
        Object.fromEntries(cells.map((cell, i) => [heads[i + 1].trim(), Number(cell)])),
      ]),
    );
  }
}

let section: Section;
test.beforeEach(({ page }) => {
  section = new Section(page);
});
test.afterEach(() => {
  expect(section.problems, 'errors on the console').toEqual([]);
});

/** A budget that four machines can share evenly. */
async function openWith32Trials() {
  const { page, root } = section;
  await page.goto('/#/arena');
  await page.getByRole('textbox', { name: 'Budget', exact: true }).fill('32');
  await page.getByRole('link', { name: 'Hours' }).click();
  await section.ready();
  await expect(root).toContainText('32 trials for every strategy');
}

test('every figure is set up before workers take the cores', async ({ page }) => {
  const drawn = await drawnFirst(page, 'run', '[data-figure=makespans] svg.plot');
  await section.open('?lang=en');
  await expect(section.lane('grid').first()).toBeVisible();
  expect(await drawn()).toBe(true);
});

test('constant times: random fills four machines, binary search waits on one', async () => {
  await openWith32Trials();
  await section.unfold();
  await section.root.getByLabel('Training takes').selectOption('constant');
  const totals = await section.totals();
  expect(totals.Random).toMatchObject({
    Trials: 32,
    'Machine-hours': 32,
    'Makespan (h)': 8,
    'Idle share': 0,
  });
  expect(totals.Binary).toMatchObject({ 'Machine-hours': 32, 'Makespan (h)': 32, 'Idle share': 0.75 });
  await expect(section.words()).toContainText('Random (8 h) keep all of them busy');
  await expect(section.words()).toContainText('of 4 machines, 3 stand idle');
  // On one machine nobody is faster.
  await section.entry('Machines').fill('1');
  const alone = await section.totals();
  expect([alone.Random['Makespan (h)'], alone.Binary['Makespan (h)']]).toEqual([32, 32]);
});

test('one click adds what is made for several machines, and it lies between', THOROUGH, async () => {
  await section.open();
  await section.unfold();
  await section.root.getByLabel('Add what is made for several machines').check();
  await section.ready();
  for (const machines of [4, 8]) {
    await section.entry('Machines').fill(String(machines));
    // They ask for as many points as there are machines.
    await expect(section.lane('k-section')).toContainText(`k-section ×${machines}`);
    const totals = await section.totals();
    const between = [totals[`k-section ×${machines}`], totals[`Batch Bayes ×${machines}`]];
    for (const one of between) {
      expect(one['Makespan (h)']).toBeGreaterThan(totals.Random['Makespan (h)']);
      expect(one['Makespan (h)']).toBeLessThan(totals.Binary['Makespan (h)']);
    }
    await expect(section.words()).toContainText(/In between, on average: .*k-section/);
  }
  await section.root.getByLabel('Strategies that ask in batches').uncheck();
  await expect(section.lane('k-section')).toContainText('k-section ×4');
});

test(
  'the chart follows the machines, and tells each trial by pointer and keyboard',
  THOROUGH,
  async ({ page }) => {
    await section.open();
    const random = section.lane('random');
    const bars = random.locator('[data-mark=bars]');
    await expect(bars).toHaveAttribute('data-count', '30');
    const before = await bars.getAttribute('d');
    const rows = (path: string) => new Set([...path.matchAll(/M[\d.]+,([\d.]+)/g)].map(([, y]) => y)).size;
    expect(rows(before!)).toBe(4);
    await section.entry('Machines').fill('7');
    await expect(bars).not.toHaveAttribute('d', before!);
    expect(rows((await bars.getAttribute('d'))!)).toBe(7);
    expect(rows((await section.lane('binary').locator('[data-mark=bars]').getAttribute('d'))!)).toBe(1);

    const slider = random.getByRole('slider');
    await slider.focus();
    await page.keyboard.press('Home');
    await expect(slider).toHaveAttribute('aria-valuetext', /^Trial 1 on machine 1: 0 to .* h.*, value/);
    await page.keyboard.press('ArrowRight');
    await expect(slider).toHaveAttribute('aria-valuenow', '2');
    await expect(section.figure('machines')).toContainText('Trial 2 on machine 2');
    await page.keyboard.press('Escape');
    const box = (await section.lane('binary').getByRole('slider').boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height - 4);
    await expect(section.figure('machines')).toContainText(/Machine 7 is idle from 0 to/);
    // Another schedule comes under a pointer that rests: what is said is of the new one.
    const idle = await section.figure('machines').locator('.tooltip').textContent();
    await section.root.getByLabel('Training takes').evaluate((select: HTMLSelectElement) => {
      select.value = [...select.options].find(({ value }) => value !== select.value)!.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await expect(section.figure('machines').locator('.tooltip')).toHaveText(/Machine 7 is idle from 0 to/);
    await expect(section.figure('machines').locator('.tooltip')).not.toHaveText(idle!);
  },
);

test(
  'thinking is shown apart, and costs what was entered; who goes where training takes longer pays',
  THOROUGH,
  async () => {
    await section.open();
    await section.unfold();
    await section.root.getByLabel('Training takes').selectOption('constant');
    await expect(section.lane('bayes').locator('[data-mark=thinking]')).toHaveCount(0);
    await section.root.getByLabel('Thinking', { exact: true }).selectOption('given');
    await section.entry('Seconds per suggestion').fill('1800');
    const { Bayesian } = await section.totals();
    expect(Bayesian).toMatchObject({ 'Thinking (h)': 15, 'Makespan (h)': 45, 'Machine-hours': 30 });
    const thoughts = await section.lane('bayes').locator('[data-mark=thinking]').getAttribute('d');
    expect([...thoughts!.matchAll(/M/g)].length).toBe(30);
    await expect(section.figure('machines').locator('[data-key=thinking]')).toContainText(
      'the strategy thinks',
    );
    // A design goes on thinking while its first trials train.
    const design = await section.lane('random').locator('[data-mark=thinking]').getAttribute('d');
    expect([...design!.matchAll(/M/g)].length).toBe(1);
    await section.root.getByLabel('Thinking', { exact: true }).selectOption('measured');
    expect((await section.totals()).Bayesian['Makespan (h)']).toBeCloseTo(30, 1);

    // Training may take longer along a hyperparameter.
    const before = await section.totals();
    expect(new Set(Object.values(before).map((one) => one['Machine-hours'])).size).toBe(1);
    await section.root.getByLabel('Longer along a hyperparameter').selectOption('0');
    await section.entry('Upper end against lower end').fill('20');
    const after = await section.totals();
    expect(new Set(Object.values(after).map((one) => one['Machine-hours'])).size).toBeGreaterThan(3);
    await expect(section.words()).toContainText(/Training costs [\d.]+ to [\d.]+ machine-hours/);
  },
);

test('curves: hours or machine-hours, one repeat or the median of all', THOROUGH, async ({ page }) => {
  await section.open();
  const curves = section.root.locator('[data-figure^=regret-against]');
  const ends = () =>
    curves.locator('[data-mark=end]').evaluateAll((all) => all.map((mark) => mark.getAttribute('transform')));
  const hours = await ends();
  expect(hours.length).toBe(5);
  await section.root.getByRole('button', { name: 'machine-hours' }).click();
  await expect(curves.getByRole('heading')).toContainText('Simple regret against machine-hours');
  // All have spent the same machine-hours in the end: their markers stand above one another.
  const across = (await ends()).map((place) => /\(([\d.]+)/.exec(place!)![1]);
  expect(new Set(across).size).toBe(1);
  await section.root.getByRole('button', { name: 'median of 30 repeats' }).click();
  await expect(curves.getByRole('heading')).toContainText('median and middle half of 30 repeats');
  await expect(curves.locator('[data-mark=band]')).toHaveCount(5);
  await expect(section.root.getByText(/of 150 runs/)).toHaveCount(0, { timeout: 60_000 });
  await curves.getByRole('slider').focus();
  await page.keyboard.press('End');
  await expect(curves.getByRole('slider')).toHaveAttribute(
    'aria-valuetext',
    /machine-hours; .*Bayesian {2}\S+ {2}\[\S+, \S+\]/,
  );

  // What is wrong is said in words, and what was there stays.
  const before = await section.totals();
  await section.unfold();
  for (const [name, given, said] of [
    ['Machines', '0', '0 is outside 1 to 64; 4 stays in use.'],
    ['Machines', '2.5', '2.5 is not a whole number. Enter one from 1 to 64; 4 stays in use.'],
    [
      'Hours per training run',
      'long',
      '“long” is not a number. Enter a number from 0.01 to 1000; 1 stays in use.',
    ],
    ['Spread σ', '9', '9 is outside 0.05 to 2; 0.5 stays in use.'],
  ]) {
    await section.entry(name).fill(given);
    await expect(section.root).toContainText(said);
    await expect(section.entry(name)).toHaveValue(given);
  }
  expect(await section.totals()).toEqual(before);
});

test('a long table is read a page at a time, and each page is short', THOROUGH, async ({ page }) => {
  await page.goto('/#/arena?lang=en&objective=quadratic');
  const budget = page.getByRole('textbox', { name: 'Budget', exact: true });
  await budget.fill('400');
  await page.getByRole('link', { name: 'Hours' }).click();
  await section.ready();
  const table = section.figure('machines').locator('details.chart-table');
  await table.locator('summary').click();
  const rows = table.locator('tbody tr');
  const said = table.getByRole('status');
  const [earlier, later] = ['Earlier rows', 'Later rows'].map((name) => table.getByRole('button', { name }));
  await expect(said).toContainText('Rows 1 to 150 of ');
  const count = Number((await said.innerText()).split(' ').at(-1));
  expect(count).toBeGreaterThan(400);
  await expect(earlier).toBeDisabled();
  const seen = new Set<string>();
  for (let from = 1; ; from += 150) {
    await expect(said).toHaveText(`Rows ${from} to ${Math.min(from + 149, count)} of ${count}`);
    const texts = await rows.allInnerTexts();
    expect(texts.length).toBeLessThanOrEqual(150);
    for (const text of texts) seen.add(text);
    if (await later.isDisabled()) break;
    await later.click();
  }
  // Each row was there once: strategy, trial, machine and hours tell them apart.
  expect(seen.size).toBe(count);
  await earlier.click();
  await expect(later).toBeEnabled();
});

test('the legend hides a strategy everywhere; the picture takes marks and key along', THOROUGH, async () => {
  await section.open();
  const machines = section.figure('machines');
  await machines
    .getByRole('group', { name: /^Legend/ })
    .getByRole('button', { name: 'Binary' })
    .click();
  await expect(section.lane('binary')).toHaveCount(0);
  expect(Object.keys(await section.totals())).not.toContain('Binary');
  await expect(section.words()).not.toContainText('Binary');
  const download = section.page.waitForEvent('download');
  await machines.getByRole('button', { name: /SVG/ }).click();
  const svg = await readFile(await (await download).path(), 'utf8');
  for (const part of ['idle machine', 'brought the best value', 'Bayesian', 'data-mark="bars"'])
    expect(svg).toContain(part);
  expect(svg).not.toContain('Binary');
});

test(
  'a study that was run is what is shown; the repeat and the problem can be chosen',
  THOROUGH,
  async ({ page }) => {
    await page.goto('/#/arena');
    await page.getByRole('textbox', { name: 'Repeats', exact: true }).fill('3');
    await page.getByRole('textbox', { name: 'Budget', exact: true }).fill('9');
    await page.getByRole('button', { name: 'Run the study' }).click();
    await expect(page.getByTestId('study')).toHaveAttribute('data-status', 'done', { timeout: 60_000 });
    // A draft changes nothing on screen.
    await page.getByRole('textbox', { name: 'Budget', exact: true }).fill('11');
    await page.getByRole('link', { name: 'Hours' }).click();
    await section.ready();
    await expect(section.root).toContainText('of the study on screen: 9 trials');
    const bars = section.lane('random').locator('[data-mark=bars]');
    await expect(bars).toHaveAttribute('data-count', '9');
    const first = await bars.getAttribute('d');
    await expect(section.root.getByLabel('Which repeat').locator('option')).toHaveCount(3);
    await section.root.getByLabel('Which repeat').selectOption({ label: '3' });
    await section.ready();
    await expect(section.figure('machines').getByRole('heading')).toContainText('repeat 3');
    await expect(bars).not.toHaveAttribute('d', first!);
    await section.root.getByLabel('Which problem').selectOption({ label: 'Branin' });
    await section.ready();
    await expect(section.figure('machines').getByRole('heading')).toContainText('Branin');
  },
);
