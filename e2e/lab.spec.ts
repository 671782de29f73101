import { expect, test, type Page } from './test.ts';
import { readFile } from 'node:fs/promises';
import { run } from '#core/run.ts';
import { readScenario } from '#core/scenario.ts';
import { LabPage, openMenu, STRATEGIES } from './lab.ts';
import { THOROUGH } from './visit.ts';

test.describe('the Lab', () => {
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

  test('runs all five strategies to the budget on one clock', async () => {
    await lab.open('objective=branin&budget=32&seed=3');
    await lab.finished();
    await lab.press('End');
    await expect(lab.transport).toHaveAttribute('data-trial', '32');
    await expect(lab.panels()).toHaveCount(STRATEGIES.length);
    expect(new Set(await lab.shown())).toEqual(new Set(['32']));
    // Every strategy spent exactly the budget; the grid says what it left over.
    const samples = (id: string) => lab.panel(id).locator('[data-mark=sample]');
    for (const id of ['babysit', 'binary', 'random', 'bayes']) await expect(samples(id)).toHaveCount(32);
    await expect(samples('grid')).toHaveCount(30);
    await expect(lab.panel('grid')).toContainText('2 of 32');
    await expect(page.getByTestId('leaderboard').getByRole('row')).toHaveCount(STRATEGIES.length + 1);
  });

  test('steps and scrubs; going back shows exactly what was there', async () => {
    await lab.open('objective=branin&budget=20&seed=5');
    await lab.finished();
    await lab.press('Home');
    const seen = async () => {
      expect(new Set(await lab.shown()).size).toBe(1);
      return page
        .locator('[data-testid^=panel-] [data-mark=sample]')
        .evaluateAll((marks) => marks.map((m) => m.getAttribute('aria-label')));
    };
    await expect(lab.transport).toHaveAttribute('data-trial', '0');
    expect(await seen()).toEqual([]);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(lab.transport).toHaveAttribute('data-trial', '3');
    const third = await seen();
    expect(third).toHaveLength(3 * STRATEGIES.length);
    await page.keyboard.press('End');
    await expect(lab.transport).toHaveAttribute('data-trial', '20');
    await lab.seek(3);
    await expect(lab.transport).toHaveAttribute('data-trial', '3');
    expect(await seen()).toEqual(third);
    await page.keyboard.press('ArrowLeft');
    await expect(lab.transport).toHaveAttribute('data-trial', '2');
  });

  test('plays by key and button, and stops at the end', async () => {
    await lab.open('objective=quadratic&budget=12');
    await lab.finished();
    const { speed } = lab;
    await lab.press('Space');
    await expect(lab.transport.getByRole('button', { name: 'Pause' })).toBeVisible();
    await speed.selectOption('8');
    await expect(lab.transport).toHaveAttribute('data-trial', '12');
    await expect(lab.transport.getByRole('button', { name: 'Play' })).toBeVisible();
    // From the end, playing starts over.
    await speed.selectOption('0.25');
    await lab.transport.getByRole('button', { name: 'Play' }).click();
    await expect(lab.transport).toHaveAttribute('data-trial', '0');
    await speed.selectOption('8');
    await expect(lab.transport).toHaveAttribute('data-trial', '12');
    expect(page.url()).toContain('quadratic');
  });

  test('binary search narrows its bracket, and says when it lost the optimum', async () => {
    await lab.open('objective=rippled-bowl&budget=16');
    await lab.finished();
    await lab.press('Home');
    const bracket = lab.panel('binary').locator('[data-mark=bracket]');
    const widths: number[] = [];
    for (let trial = 1; trial <= 15; trial++) {
      await page.keyboard.press('ArrowRight');
      await expect(lab.transport).toHaveAttribute('data-trial', String(trial));
      const [lo, hi] = await bracket.evaluate((b) => [Number(b.dataset.lo), Number(b.dataset.hi)]);
      widths.push(hi - lo);
    }
    expect(widths.slice(0, 2)).toEqual([1, 1]);
    for (let i = 2; i < widths.length; i++) expect(widths[i] / widths[i - 1]).toBeCloseTo(0.618034, 5);
    // The end shows what the last comparison left, too: two cuts further than at trial 15.
    await page.keyboard.press('End');
    await expect(lab.transport).toHaveAttribute('data-trial', '16');
    const left = await bracket.evaluate((b) => Number(b.dataset.hi) - Number(b.dataset.lo));
    expect(left / widths[14]).toBeCloseTo(0.618034 ** 2, 5);
    await expect(lab.panel('binary')).toContainText(/At trial \d+ it threw away the interval/);
  });

  test('the posterior band is drawn and passes through noiseless samples', async () => {
    await lab.open('objective=forrester&budget=14&seed=2&t=12');
    await lab.finished();
    const panel = lab.panel('bayes');
    await expect(panel.locator('[data-mark=band]')).toBeVisible();
    // One trial's curve becomes the next one's: where it is on the way, it is neither.
    await panel.evaluate((root) =>
      Promise.all(root.getAnimations({ subtree: true }).map(({ finished }) => finished)),
    );
    const gaps = await panel.evaluate((root) => {
      const mean = root.querySelector<SVGPathElement>('[data-mark=mean]')!;
      const matrix = mean.getScreenCTM()!;
      const length = mean.getTotalLength();
      const points = Array.from({ length: 4000 }, (_, i) =>
        mean.getPointAtLength((i / 3999) * length).matrixTransform(matrix),
      );
      // The sample on screen is not yet known to the model that chose it.
      return (
        [...root.querySelectorAll<SVGGElement>('[data-mark=sample]')]
          .filter((mark) => Number(mark.dataset.number) < 12)
          // What lies beyond the picture is drawn at its edge.
          .filter((mark) => !mark.querySelector('[data-mark=beyond]'))
          .map((mark) => {
            const origin = new DOMPoint(0, 0).matrixTransform(mark.getScreenCTM()!);
            return Math.min(...points.map((p) => Math.hypot(p.x - origin.x, p.y - origin.y)));
          })
      );
    });
    expect(gaps.length).toBeGreaterThanOrEqual(9);
    for (const gap of gaps) expect(gap).toBeLessThan(2);
  });

  test('a sample tells its number, hyperparameters and value on hover and on focus', async () => {
    await lab.open('objective=dropout-learning-rate&budget=10&seed=2&t=6');
    await lab.finished();
    const sample = lab.panel('random').locator('[data-mark=sample][data-number="4"]');
    const description = await sample.getAttribute('aria-label');
    expect(description).toMatch(/4.*dropout.*learning rate/i);
    await sample.hover();
    await expect(page.locator('.tooltip').first()).toBeVisible();
    await page.mouse.move(0, 0);
    // One tab stop per chart; arrows with Shift then walk the samples and leave the clock alone.
    await lab.panel('random').locator('[data-mark=sample][tabindex="0"]').focus();
    await page.keyboard.press('Shift+ArrowLeft');
    await expect(lab.transport).toHaveAttribute('data-trial', '6');
    await expect(page.locator('.tooltip').first()).toBeVisible();
  });

  test('a hidden function stays hidden until it is shown', async () => {
    await lab.open('objective=forrester&budget=12&t=8&truth=hidden&paths=3');
    await lab.finished();
    await expect(page.locator('[data-mark=truth]')).toHaveCount(0);
    await expect(page.locator('[data-mark=optimum]')).toHaveCount(0);
    // A few functions drawn from the posterior, on request.
    await expect(lab.panel('bayes').locator('[data-mark=path]')).toHaveCount(3);
    await lab.openSetup();
    await page.getByRole('checkbox', { name: 'True function' }).check();
    await expect(page.locator('[data-mark=truth]')).toHaveCount(STRATEGIES.length);
  });

  test('gives the identical trace in the page’s worker and in Node', async () => {
    const query = 'objective=dropout-learning-rate&budget=24&seed=11&noise=0.02';
    await lab.open(query);
    await lab.finished();
    await lab.openSetup('keep');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /JSON/ }).click(),
    ]);
    const file = JSON.parse(await readFile(await download.path(), 'utf8'));
    const { scenario, notices } = readScenario(file.scenario);
    expect(notices).toEqual([]);
    expect(file).toEqual(JSON.parse(JSON.stringify(run(scenario))));
  });

  test('a reload restores the experiment', async () => {
    await lab.open('objective=himmelblau&budget=18&seed=9&strategies=grid,random&t=7');
    await lab.finished();
    await expect(lab.panels()).toHaveCount(2);
    await page.reload();
    await lab.finished();
    await expect(lab.panels()).toHaveCount(2);
    await expect(lab.transport).toHaveAttribute('data-trial', '7');
    expect(page.url()).toContain('seed=9');
  });

  test('a downloaded trace replays when dropped on the page', async () => {
    await lab.open('objective=six-hump-camel&budget=9&seed=4');
    await lab.finished();
    await lab.openSetup('keep');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /JSON/ }).click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    await lab.open('objective=quadratic');
    await lab.drop('trace.json', text);
    await expect(lab.panel('random')).toHaveAttribute('data-status', 'replayed');
    await lab.press('End');
    await expect(lab.transport).toHaveAttribute('data-trial', '9');
    await lab.drop('broken.json', text.slice(0, 500));
    await expect(page.getByTestId('notices')).toContainText('broken.json');
    await lab.drop('foreign.json', '{"hello": "world"}');
    await expect(page.getByTestId('notices')).toContainText(/trace file/i);
    // Nothing that was there is lost.
    await expect(lab.panel('random').locator('[data-mark=sample]')).toHaveCount(9);
  });

  test('CSV has a row per trial', async () => {
    await lab.open('objective=branin&budget=5&strategies=random,bayes');
    await lab.finished();
    await lab.openSetup('keep');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /CSV/ }).click(),
    ]);
    const [header, ...rows] = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
    expect(header).toContain('x1,x2,y,true_value,best');
    expect(rows).toHaveLength(10);
  });
});

test.describe('when things go wrong', () => {
  test('a link that is wrong in some way shows a notice and a working Lab', THOROUGH, async ({ page }) => {
    const lab = new LabPage(page);
    for (const [what, query] of [
      ['an unknown objective', 'objective=nowhere'],
      ['a budget beyond all limits', 'objective=branin&budget=1e12'],
      ['unknown strategies', 'strategies=foo,bar'],
      ['malformed percent signs', 'objective=%E0%A4%A&seed=%'],
      ['prototype names', '__proto__.x=1&constructor=2&objective=branin'],
      ['a setting out of range', 'objective=rotated-quadratic&objective.angle=9999'],
    ]) {
      await test.step(what, async () => {
        // Nothing of the one before is there: what is shown is of this link.
        await page.goto('about:blank');
        await lab.open(query);
        await expect(page.getByTestId('notices')).not.toBeEmpty();
        await expect(lab.panel('random')).toHaveAttribute('data-status', 'done');
        expect(lab.problems).toEqual([]);
      });
    }
  });

  test('a killed worker is replaced, the panel says so, and Retry works', async ({ page }) => {
    const lab = new LabPage(page);
    await lab.open('objective=hartmann6&budget=150&strategies=random,bayes');
    await expect(lab.panel('bayes')).toHaveAttribute('data-status', 'running');
    // Whichever worker is busy with the long run: a worker that closes itself sends no event.
    await expect
      .poll(async () => {
        await Promise.allSettled(page.workers().map((worker) => worker.evaluate(() => self.close())));
        return lab.panel('bayes').getAttribute('data-status');
      })
      .toBe('failed');
    const retry = lab.panel('bayes').getByRole('button', { name: /retry|again/i });
    await expect(lab.panel('bayes').getByRole('alert')).toBeVisible();
    await retry.click();
    await expect(lab.panel('bayes')).toHaveAttribute('data-status', 'done', { timeout: 60_000 });
    await expect(lab.panel('random')).toHaveAttribute('data-status', 'done');
  });

  test('changing the scenario cancels what is running', async ({ page }) => {
    const lab = new LabPage(page);
    await lab.open('objective=hartmann6&budget=300&strategies=random,bayes');
    await expect(lab.panel('bayes')).toHaveAttribute('data-status', 'running');
    await page.goto('/#/lab?objective=quadratic&budget=8&strategies=random,bayes');
    await lab.finished();
    await lab.press('End');
    await expect(lab.transport).toHaveAttribute('data-trial', '8');
  });
});

test.describe('languages', () => {
  test('switch everywhere, keep the experiment, and follow the browser', async ({ page, browser }) => {
    const lab = new LabPage(page);
    await lab.open('objective=branin&budget=12&t=5');
    await lab.finished();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await openMenu(page);
    await page.getByRole('button', { name: '简体中文' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', /^zh/);
    await expect(page).toHaveTitle(/逐次试验/);
    await expect(lab.panel('random').getByRole('heading')).toHaveText('随机');
    await expect(lab.transport).toHaveAttribute('data-trial', '5');
    // Only names stay as they are: no sentence of the other language is left on the page.
    const text = await page.locator('main').innerText();
    expect(text).not.toMatch(/\b(the|trial|is|of|and)\b/i);
    await page.reload();
    await lab.finished();
    await expect(page.locator('html')).toHaveAttribute('lang', /^zh/);

    const chinese = await browser.newContext({ locale: 'zh-CN' });
    const fresh = new LabPage(await chinese.newPage());
    await fresh.open();
    await expect(fresh.page.locator('html')).toHaveAttribute('lang', /^zh/);
    await chinese.close();
  });
});

test('help is about the page that is open, in the language that is read', THOROUGH, async ({ page }) => {
  for (const [path, title, chinese] of [
    ['lab', 'How to use the Lab', '实验室怎么用'],
    ['arena', 'How to use the Arena', '竞技场怎么用'],
    ['arena/hours', 'How to use the hours', '墙钟时间怎么用'],
    ['arena/dimensions', 'How to use the dimensions', '维数灾难怎么用'],
    ['assumptions', 'How to use the Assumptions page', '前提页怎么用'],
  ]) {
    for (const [lang, name, heading, close] of [
      ['en', 'Help', title, 'Close'],
      ['zh', '帮助', chinese, '关闭'],
    ]) {
      await page.goto(`/#/${path}?lang=${lang}`);
      await openMenu(page);
      await page.getByRole('button', { name, exact: true }).click();
      await expect(page.getByRole('dialog', { name: heading })).toBeVisible();
      await page.getByRole('button', { name: close, exact: true }).click();
      await expect(page.getByRole('dialog')).toBeHidden();
    }
  }
});
