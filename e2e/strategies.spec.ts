/** Strategies beyond the five: all at once, and what each of them shows. */
import { expect, test, type Locator, type Page } from './test.ts';
import { strategies } from '#core/strategies/index.ts';
import { LabPage } from './lab.ts';
import { THOROUGH } from './visit.ts';

const ALL = strategies.map(({ id }) => id);

test.describe('all strategies at once', () => {
  for (const [dimensions, query] of [
    ['one hyperparameter', 'objective=forrester&budget=14'],
    ['two hyperparameters', 'objective=branin&budget=16'],
    ['six hyperparameters', 'objective=hartmann6&budget=18'],
  ]) {
    test(
      `run and are stepped through: ${dimensions}`,
      dimensions !== 'one hyperparameter' ? THOROUGH : {},
      async ({ page }) => {
        test.slow();
        const lab = new LabPage(page);
        await lab.open(`${query}&strategies=${ALL.join(',')}&manual.then=random`);
        await lab.finished();
        await expect(lab.panels()).toHaveCount(ALL.length);
        await lab.press('Home');
        const budget = Number(/budget=(\d+)/.exec(query)![1]);
        for (let t = 1; t <= budget; t++) {
          await page.keyboard.press('ArrowRight');
          await expect(lab.transport).toHaveAttribute('data-trial', String(t));
        }
        // Beyond the first five, panels follow the clock one after the other.
        await expect.poll(async () => [...new Set(await lab.shown())]).toEqual([String(budget)]);
        await expect(page.locator('[data-testid^=panel-] [role=alert]')).toHaveCount(0);
        await expect(page.getByTestId('race').locator('[data-mark=line]')).toHaveCount(ALL.length);
        const standings = page.getByTestId('leaderboard').locator('tbody tr');
        await expect(standings).toHaveCount(ALL.length);
        // Every strategy has a marker that no other has.
        const markers = await standings
          .locator('svg path')
          .evaluateAll((paths) =>
            paths.map((path) => `${path.getAttribute('d')} ${path.getAttribute('fill') === 'none'}`),
          );
        expect(new Set(markers).size).toBe(ALL.length);
        expect(lab.problems).toEqual([]);
      },
    );
  }
});

test.describe('views', () => {
  const marks = (panel: Locator, name: string) => panel.locator(`[data-mark="${name}"]`);
  // A link says all that these tests ask for: they share a page. Where one fails, the next has a new one.
  test.describe.configure({ mode: 'default' });
  let lab: LabPage;
  let page: Page;
  test.beforeAll(async ({ browser }) => {
    page = await browser.newPage();
    lab = new LabPage(page);
  });
  test.afterAll(() => page.close());
  test.afterEach(() => {
    expect(lab.problems, 'errors on the console').toEqual([]);
  });
  /** Opens the Lab with one strategy at a trial. */
  async function show(strategy: string, objective: string, t: number, more = ''): Promise<Locator> {
    await lab.open(`objective=${objective}&budget=24&t=${t}&strategies=${strategy}${more}`);
    await lab.finished();
    return lab.panel(strategy);
  }

  test('slices: one more is filled with every trial', async () => {
    const panel = await show('latin-hypercube', 'branin', 9);
    const strips = marks(panel, 'strata');
    await expect(strips).toHaveCount(2);
    for (const strip of await strips.all()) {
      await expect(strip.locator('rect')).toHaveCount(24);
      await expect(strip.locator('.filled')).toHaveCount(9);
    }
    await lab.press('ArrowRight');
    for (const strip of await strips.all()) await expect(strip.locator('.filled')).toHaveCount(10);
    const many = await show('sobol', 'hartmann6', 16);
    await expect(marks(many, 'strata')).toHaveCount(6);
    await expect(marks(many, 'strata').first().locator('.filled')).toHaveCount(16);
  });

  test('simplex: a triangle with its best corner on a plane, a segment on a line, a band in six dimensions', async () => {
    let panel = await show('nelder-mead', 'branin', 8);
    await expect(marks(panel, 'simplex')).toHaveAttribute('data-corners', '3');
    await expect(marks(panel, 'simplex-best')).toHaveCount(1);
    panel = await show('nelder-mead', 'forrester', 8);
    await expect(marks(panel, 'simplex')).toHaveAttribute('data-corners', '2');
    panel = await show('nelder-mead', 'hartmann6', 12);
    await expect(marks(panel, 'simplex-corner')).toHaveCount(7);
  });

  test('normal distribution: ellipses, a bell, whiskers; and the trials of one generation', async () => {
    let panel = await show('cma-es', 'branin', 9);
    await expect(marks(panel, 'ellipse')).toHaveCount(2);
    // Both in one look: the plot may be given another size between two.
    const widths = await marks(panel, 'ellipse').evaluateAll((paths: SVGGraphicsElement[]) =>
      Object.fromEntries(paths.map((path) => [path.dataset.sigmas, path.getBBox().width])),
    );
    expect(widths[2] / widths[1]).toBeCloseTo(2, 1);
    // Generations of six: trials 7 and 8 were drawn together with trial 9.
    await expect(marks(panel, 'mate')).toHaveCount(2);
    panel = await show('cma-es', 'forrester', 9);
    await expect(marks(panel, 'density-good')).toHaveCount(1);
    panel = await show('cma-es', 'hartmann6', 9);
    await expect(marks(panel, 'whisker')).toHaveCount(6);
  });

  test('two densities: under the curve, as contours or ratio on the plane, along every axis', async () => {
    let panel = await show('tpe', 'forrester', 16);
    await expect(marks(panel, 'density-good')).toHaveCount(1);
    await expect(marks(panel, 'density-rest')).toHaveCount(1);
    const chosen = await marks(panel, 'chosen').getAttribute('data-at');
    const sixteenth = await panel.locator('[data-mark=sample][data-number="16"]').getAttribute('aria-label');
    expect(sixteenth).toContain(Number(chosen).toPrecision(3).replace(/0+$/, ''));
    // The same densities, as of the next trial.
    const before = await marks(panel, 'density-good').getAttribute('d');
    await lab.openSetup();
    await page.getByLabel('Model').selectOption('after');
    await expect(marks(panel, 'density-good')).not.toHaveAttribute('d', before!);

    panel = await show('tpe', 'branin', 16);
    await expect(panel.locator('[data-mark=level-set][data-role=good] .level')).toHaveCount(4);
    await expect(panel.locator('[data-mark=level-set][data-role=rest] .level')).toHaveCount(4);
    await lab.openSetup();
    await page.getByLabel('Field').selectOption('acquisition');
    await expect(marks(panel, 'level-set')).toHaveCount(0);
    await expect(panel).toContainText('ln l − ln g');

    panel = await show('tpe', 'hartmann6', 16);
    await expect(marks(panel, 'density-good')).toHaveCount(6);
    await expect(marks(panel, 'density-rest')).toHaveCount(6);
  });

  test('pretended values: ghosts at the points still being trained', async () => {
    const panel = await show('batch-bayes', 'forrester', 12);
    const pretended = async () => {
      const ghosts = await marks(panel, 'ghost').all();
      return Promise.all(ghosts.map((ghost) => ghost.getAttribute('data-number')));
    };
    const seen = new Set<number>();
    for (let t = 12; t < 20; t++) {
      await expect(lab.transport).toHaveAttribute('data-trial', String(t));
      const numbers = (await pretended()).map(Number);
      // They are the trials right before this one.
      expect(numbers).toEqual(numbers.map((_, i) => t - numbers.length + i));
      seen.add(numbers.length);
      await lab.press('ArrowRight');
    }
    expect(seen).toEqual(new Set([0, 1, 2, 3]));
  });

  test('brackets of k-section show what is left along every axis', async () => {
    const panel = await show('k-section', 'hartmann6', 24);
    await expect(marks(panel, 'range')).toHaveCount(6);
    const [lo, hi] = await marks(panel, 'range')
      .first()
      .evaluate((range: SVGElement) => [Number(range.dataset.lo), Number(range.dataset.hi)]);
    expect(hi - lo).toBeLessThan(1);
  });
});

test('the picker unfolds in groups, and a strategy that is switched on stays in sight', async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open('objective=quadratic&budget=6');
  await lab.finished();
  await expect(lab.panels()).toHaveCount(5);
  await lab.openSetup();
  const more = page.getByRole('button', { name: /\d+ more/ });
  await expect(more).toHaveAttribute('aria-expanded', 'false');
  await more.click();
  const groups = page.getByTestId('more-strategies');
  await expect(groups.getByRole('group')).toHaveCount(4);
  await expect(groups.getByRole('button')).toHaveCount(ALL.length - 5);
  await groups.getByRole('button', { name: 'CMA-ES' }).click();
  await expect(lab.panel('cma-es')).toHaveAttribute('data-status', 'done');
  await page.getByRole('button', { name: 'Fewer' }).click();
  await expect(page.getByRole('button', { name: 'CMA-ES', pressed: true })).toBeVisible();
  expect(lab.problems).toEqual([]);
});
