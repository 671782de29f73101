import { expect, test } from './test.ts';
import { readFile } from 'node:fs/promises';
import { problemOf, run } from '#core/run.ts';
import { queryToRaw } from '#core/query.ts';
import { readScenario } from '#core/scenario.ts';
import type { Scenario } from '#core/types.ts';
import { everybodyCanUse, lookAs } from './axe.ts';
import { PhaseDiagrams } from './phase.ts';
import { THOROUGH } from './visit.ts';

/** The scenario that an address of the Lab holds. */
function scenarioAt(url: string): Scenario {
  const [, query] = url.split('#/lab?');
  const { scenario, notices } = readScenario(queryToRaw(query, ['t', 'lang']));
  expect(notices).toEqual([]);
  return scenario;
}

test.describe('phase diagrams', () => {
  let phase: PhaseDiagrams;
  test.beforeEach(({ page }) => {
    phase = new PhaseDiagrams(page);
  });
  test.afterEach(() => {
    expect(phase.problems, 'errors on the console').toEqual([]);
  });

  test(
    'a cell leads to its very scenario, by pointer and keyboard; the maps are there on the way back, and can be taken along',
    THOROUGH,
    async ({ page }) => {
      await phase.open();
      await phase.preset('Minimum × budget, with theory');
      await phase.done();
      await expect(phase.section.locator('.theory strong')).toHaveText(/, ([1-9]\d*) of \1 runs ended so\.$/);
      const seen = new Set<number>();
      for (const [rule, x, y] of [
        ['Fibonacci', 0.31, 0.12],
        ['golden section', 0.62, 0.5],
      ] as const) {
        const at = await phase.point(phase.map(`Binary: ${rule}`), x, y);
        const line = phase.readout.getByRole('listitem').filter({ hasText: rule });
        const said = Number(/(\d) of 1:/.exec(await line.innerText())![1]);
        await page.mouse.click(at.x, at.y);
        await expect(page).toHaveURL(/#\/lab\?/);
        const scenario = scenarioAt(page.url());
        const { traces } = run(scenario);
        const binary = traces.find(({ strategy }) => strategy.id === 'binary')!;
        expect(binary.strategy.params.rule).toBe(rule === 'Fibonacci' ? 'fibonacci' : 'golden');
        expect(binary.trials.length).toBe(scenario.budget);
        const regret = binary.trials.at(-1)!.best! - problemOf(scenario).optimum.value;
        expect(said).toBe(regret <= 0.001 ? 1 : 0);
        seen.add(said);
        await page.goBack();
        await expect(phase.bar).toHaveAttribute('data-status', 'done');
        await expect(phase.map(`Binary: ${rule}`)).toBeVisible();
      }
      expect([...seen].sort()).toEqual([0, 1]);

      // By keyboard; Enter opens the cell.
      const map = phase.map('Binary: ternary');
      await map.focus();
      for (const key of ['End', 'ArrowUp', 'ArrowUp', 'ArrowLeft']) await page.keyboard.press(key);
      await expect(map).toHaveAttribute('aria-label', /Minimum at 0\.9269, Budget \(trials\) 4\n/);
      await expect(phase.readout.getByRole('heading')).toHaveText('Minimum at 0.9269, Budget (trials) 4');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/#\/lab\?/);
      const { objective, budget, strategies } = scenarioAt(page.url());
      expect([objective.params.minimum, budget]).toEqual([0.9269, 4]);
      expect(strategies.find(({ id }) => id === 'binary')!.params.rule).toBe('ternary');
      await page.goBack();
      await expect(map).toBeVisible();

      // Figures hold what is on screen.
      const figure = page.locator('[data-figure=phase-diagram]');
      const take = async (format: string) => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          figure.getByRole('button', { name: new RegExp(`${format}$`) }).click(),
        ]);
        expect(download.suggestedFilename()).toBe(`phase-diagram.${format.toLowerCase()}`);
        return readFile(await download.path());
      };
      const csv = (await take('CSV')).toString('utf8').trim().split('\r\n');
      expect(csv.length).toBe(40 * 32 + 1);
      expect(csv[1].split(',').length).toBe(csv[0].match(/(?:^|,)("[^"]*"|[^,]*)/g)!.length);
      const svg = (await take('SVG')).toString('utf8');
      expect(svg.match(/<svg/g)).toHaveLength(1);
      expect(svg).toContain('Binary: Fibonacci');
      expect(svg).not.toContain('data-reach');
      expect((await take('PNG')).subarray(1, 4).toString()).toBe('PNG');
      // The legend switches a strategy off, in both figures.
      await figure.getByRole('button', { name: 'Grid', exact: true }).click();
      await expect(phase.map('Grid')).toHaveCount(0);
      await expect(phase.section.locator('a[data-mark=map]')).toHaveCount(5);
    },
  );

  test(
    'computing can be stopped and goes on; the repeat that the Lab opens can be chosen',
    THOROUGH,
    async () => {
      await phase.open();
      await phase.preset('Ripple × noise');
      await expect.poll(() => phase.finished()).toBeGreaterThan(0);
      await phase.section.getByRole('button', { name: 'Stop' }).click();
      await expect(phase.bar).toHaveAttribute('data-status', 'paused');
      const finished = await phase.finished();
      // A coarse map of every strategy is there already.
      await expect(phase.map()).toBeVisible();
      await phase.point(phase.map('Grid'), 0.05, 0.05);
      await phase.readout.getByLabel('Repeat for the Lab').selectOption('3');
      await expect(phase.readout.getByTestId('phase-lab')).toHaveAttribute('href', /repeat=2/);
      await phase.section.getByRole('button', { name: 'Go on' }).click();
      await expect.poll(() => phase.finished()).toBeGreaterThan(finished);
      await phase.section.getByRole('button', { name: 'Stop' }).click();
    },
  );

  test(
    'what cannot be asked is said in a sentence, and nothing that was entered is lost',
    THOROUGH,
    async () => {
      await phase.open('objective=rippled-bowl');
      await phase.change();
      const alert = phase.bar.getByRole('alert');
      const compute = phase.section.getByRole('button', { name: 'Compute the maps' });
      await expect(compute).toBeEnabled();
      await phase.section.getByTestId('dial-y').selectOption('objective.ripple');
      await expect(alert).toContainText('Both axes turn Ripple height. Choose another dial for one of them.');
      await expect(compute).toBeDisabled();
      await phase.section.getByTestId('dial-y').selectOption('budget');
      await expect(alert).toHaveCount(0);
      for (const name of ['Across', 'Upwards'])
        await phase.section.getByRole('group', { name }).getByLabel('Cells').fill('64');
      await phase.section.getByRole('textbox', { name: 'Repeats per cell' }).fill('500');
      await expect(alert).toContainText(/That makes \d+ runs .* Lower the cells first/);
      const target = phase.section.getByRole('textbox', { name: 'Target' });
      await target.fill('-1');
      await expect(target).toHaveValue('-1');
      await expect(phase.section.getByText('−1 is outside')).toHaveCount(0);
      await expect(phase.section.getByText('-1 is outside 10⁻⁶ to 1; 0.01 stays in use.')).toBeVisible();
      await phase.section.getByRole('textbox', { name: 'Repeats per cell' }).fill('2');
      await phase.section.getByRole('button', { name: 'Bayesian', exact: true }).first().click();
      for (const name of ['Across', 'Upwards'])
        await phase.section.getByRole('group', { name }).getByLabel('Cells').fill('4');
      await compute.click();
      await phase.done();
      expect(await phase.finished()).toBe(4 * 4 * 3 * 2);
    },
  );

  test(
    'the question is in the link: opened elsewhere it is the same, and waits to be asked',
    THOROUGH,
    async ({ page, browser }) => {
      await phase.open('objective=rippled-bowl');
      await expect(page).not.toHaveURL(/phase\./);
      await phase.change();
      await phase.section.getByTestId('dial-x').selectOption('budget');
      await phase.section.getByRole('group', { name: 'Across' }).getByLabel('Cells').fill('3');
      await phase.section.getByRole('group', { name: 'Upwards' }).getByLabel('Cells').fill('4');
      await phase.section.getByRole('textbox', { name: 'Repeats per cell' }).fill('5');
      await phase.section.getByRole('button', { name: 'Bayesian', exact: true }).first().click();
      await expect(page).toHaveURL(/phase\.x=budget,4,64,3,log&.*phase\.repeats=5&phase\.strategies=grid,/);

      const context = await browser.newContext({ baseURL: new URL(page.url()).origin });
      const elsewhere = new PhaseDiagrams(await context.newPage());
      await elsewhere.page.goto(page.url());
      await expect(elsewhere.bar).toHaveAttribute('data-status', 'empty');
      expect(await elsewhere.finished()).toBe(0);
      await expect(elsewhere.page.getByRole('button', { name: 'Dismiss' })).toHaveCount(0);
      // Nobody has to look for it.
      await expect(elsewhere.section.getByTestId('dial-x')).toHaveValue('budget');
      await expect(elsewhere.section.getByRole('group', { name: 'Across' }).getByLabel('Cells')).toHaveValue(
        '3',
      );
      await expect(elsewhere.section.getByRole('textbox', { name: 'Repeats per cell' })).toHaveValue('5');
      for (const [name, pressed] of [
        ['Bayesian', 'false'],
        ['Random', 'true'],
      ] as const)
        await expect(elsewhere.section.getByRole('button', { name, exact: true })).toHaveAttribute(
          'aria-pressed',
          pressed,
        );
      await expect(elsewhere.page).toHaveURL(page.url());
      await elsewhere.section.getByRole('button', { name: 'Compute the maps' }).click();
      await elsewhere.done();
      expect(await elsewhere.finished()).toBe(3 * 4 * 3 * 5);

      // What is wrong in a link is said, and the rest of it holds.
      await elsewhere.page.goto(page.url().replace('phase.x=budget', 'phase.x=weather'));
      await expect(elsewhere.page.getByText('“weather,4,64,3,log” cannot be read')).toBeVisible();
      await expect(elsewhere.section.getByTestId('dial-x')).toHaveValue('objective.ripple');
      await expect(elsewhere.section.getByRole('textbox', { name: 'Repeats per cell' })).toHaveValue('5');
      expect(elsewhere.problems).toEqual([]);
      await context.close();
    },
  );

  test('nothing stands in the way of assistive technology', THOROUGH, async ({ page }) => {
    const width = 1280;
    await lookAs(page, { colorScheme: 'light', width });
    await phase.open('lang=zh');
    await phase.preset('最小值位置 × 预算（附理论）');
    await phase.done();
    await phase.section.getByText('修改问题').click();
    for (const colorScheme of ['light', 'dark'] as const) {
      await lookAs(page, { colorScheme, width });
      await page.locator('section.phase a[data-mark=map]').first().focus();
      await expect(phase.readout).toContainText('在实验室中打开');
      await everybodyCanUse(page, { colorScheme, width }, colorScheme);
    }
  });
});
