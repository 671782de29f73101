/** One screen: everything that belongs to a trial is on it, nothing is cut, nothing lies over anything else. */
import { expect, test, type Page } from '@playwright/test';
import { LabPage, openMenu } from './lab.ts';

const SIZES = [
  [1024, 640],
  [1280, 720],
  [1366, 768],
  [1920, 1080],
] as const;

/** What is wrong with the layout, in words; runs in the page. */
function faults(plots: number): string[] {
  const found: string[] = [];
  const boxes = [...document.querySelectorAll<HTMLElement>('[data-part]')]
    .filter(({ dataset }) => /^(plot|why|race|clock)$/.test(dataset.part!))
    .map((element) => ({ name: element.dataset.part!, element, box: element.getBoundingClientRect() }));
  const count = (name: string) => boxes.filter((one) => one.name === name).length;
  for (const [name, expected] of [
    ['plot', plots],
    ['why', plots],
    ['race', 1],
    ['clock', 1],
  ] as const)
    if (count(name) !== expected) found.push(`${count(name)} × ${name}`);
  for (const { name, box } of boxes) {
    if (box.width < 40 || box.height < 20) found.push(`${name} is ${box.width}×${box.height}`);
    if (box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight)
      found.push(`${name} leaves the screen: ${[box.left, box.top, box.right, box.bottom].join(' ')}`);
  }
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(i + 1)) {
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      if (across > 1 && down > 1) found.push(`${a.name} lies over ${b.name} by ${across}×${down}`);
    }
  const { scrollWidth, scrollHeight } = document.documentElement;
  if (scrollWidth > innerWidth || scrollHeight > innerHeight)
    found.push(`the page scrolls: ${scrollWidth}×${scrollHeight}`);
  const stage = document.querySelector('[data-part=stage]')!;
  for (const element of stage.querySelectorAll<HTMLElement>('*')) {
    const words = [...element.childNodes]
      .filter(({ nodeType }) => nodeType === 3)
      .map((node) => node.textContent!.trim())
      .join(' ')
      .trim();
    if (words === '' || element.closest('.visually-hidden, title')) continue;
    if (element instanceof SVGElement && words.endsWith('…')) found.push(`cut off: ${words}`);
  }
  for (const { name, element } of boxes)
    if (element.scrollHeight > element.clientHeight + 1 && name === 'why')
      found.push(`clipped: ${element.textContent}`);
  for (const line of document.querySelectorAll<HTMLElement>('header, [data-part=clock], [data-part=caption]'))
    if (line.scrollWidth > line.clientWidth + 1) found.push(`clipped: ${line.textContent}`);
  return found;
}

/** From trial 0; all steps within a frame, so that the stage is drawn once. */
const stepTo = (page: Page, trial: number) =>
  page.evaluate((steps) => {
    const at = document.activeElement ?? document.body;
    for (let i = 0; i < steps; i++)
      at.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }));
  }, trial);

const share = (page: Page) =>
  page.evaluate(() => {
    const parts = [...document.querySelectorAll('[data-part=plot], [data-part=race]')];
    const area = parts
      .map((part) => part.getBoundingClientRect())
      .reduce((sum, { width, height }) => sum + width * height, 0);
    return area / (innerWidth * innerHeight);
  });

test.describe('a stage', () => {
  test.describe.configure({ timeout: 240_000 });
  for (const [dimension, objective] of [
    ['one hyperparameter', 'forrester'],
    ['two hyperparameters', 'branin'],
  ] as const) {
    for (const lang of ['en', 'zh']) {
      test(`holds all that belongs to a trial: ${dimension}, ${lang}`, async ({ page }) => {
        const lab = new LabPage(page);
        for (const presenter of [0, 1]) {
          await lab.open(`objective=${objective}&lang=${lang}&presenter=${presenter}`);
          await lab.finished();
          for (const [width, height] of SIZES) {
            await page.setViewportSize({ width, height });
            for (const [key, t] of [
              ['Home', 0],
              ['', 15],
              ['End', 30],
            ] as const) {
              if (key !== '') await page.keyboard.press(key);
              else await stepTo(page, t);
              await expect(lab.transport).toHaveAttribute('data-trial', String(t));
              const said = `${width}×${height}, presenter ${presenter}, trial ${t}`;
              // What is laid out anew follows its box in a frame or two.
              await expect.poll(() => page.evaluate(faults, 5), said).toEqual([]);
            }
            if (width === 1280) expect(await share(page)).toBeGreaterThanOrEqual(0.45);
          }
        }
        expect(lab.problems).toEqual([]);
      });
    }
  }

  test('holds fourteen small multiples, sorted by rank, and one picture enlarged', async ({ page }) => {
    const lab = new LabPage(page);
    await page.setViewportSize({ width: 1920, height: 1080 });
    await lab.open(
      'objective=branin&budget=14&t=14&strategies=babysit,grid,binary,random,bayes,latin-hypercube,halton,sobol,nelder-mead,annealing,cma-es,k-section,tpe,batch-bayes',
    );
    await lab.finished();
    await lab.press('End');
    const inside = () =>
      page.evaluate(
        () =>
          document.documentElement.scrollHeight <= innerHeight &&
          [...document.querySelectorAll('[data-part=plot]')].every((plot) => {
            const { top, bottom, width } = plot.getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight && width > 100;
          }),
      );
    await expect.poll(inside).toBe(true);
    await page.keyboard.press('1');
    await expect.poll(inside).toBe(true);
    await expect(page.locator('[data-part=why]')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-part=why]')).toHaveCount(0);
  });

  test('enlarges a picture by click, by Enter and by its digit', async ({ page }) => {
    const lab = new LabPage(page);
    await lab.open('objective=forrester&budget=12&t=8&strategies=grid,random,bayes');
    await lab.finished();
    const wide = async (id: string) => (await lab.panel(id).locator('[data-part=plot]').boundingBox())!.width;
    const small = await wide('bayes');
    for (const enlarge of [
      () => lab.panel('bayes').getByRole('button', { name: 'Bayesian' }).click(),
      () => lab.panel('bayes').getByRole('button', { name: 'Bayesian' }).press('Enter'),
      () => page.keyboard.press('3'),
    ]) {
      await enlarge();
      await expect.poll(() => wide('bayes')).toBeGreaterThan(1.5 * small);
      await page.keyboard.press('Escape');
      await expect.poll(() => wide('bayes')).toBeLessThan(1.1 * small);
    }
    await expect(lab.transport).toHaveAttribute('data-trial', '8');
  });

  for (const [width, height] of [
    [390, 844],
    [320, 640],
  ] as const) {
    test(`is a picture, its sentence and the clock on a phone of ${width}×${height}`, async ({ page }) => {
      const lab = new LabPage(page);
      await page.setViewportSize({ width, height });
      for (const query of ['objective=forrester&t=9', 'objective=branin&t=9&lang=zh']) {
        await lab.open(query);
        await lab.finished();
        for (const id of ['babysit', 'bayes']) {
          await page
            .locator('.tabs button')
            .nth(id === 'bayes' ? 4 : 0)
            .click();
          const inside = () =>
            page.evaluate((strategy) => {
              const parts = [
                ...document.querySelectorAll(
                  `[data-strategy=${strategy}] :is([data-part=plot], [data-part=why]), [data-part=race], [data-part=clock]`,
                ),
              ];
              return [
                parts.length,
                parts.every((part) => part.getBoundingClientRect().bottom <= innerHeight + 1),
                document.documentElement.scrollWidth <= innerWidth,
              ];
            }, id);
          await expect.poll(inside).toEqual([4, true, true]);
        }
      }
      expect(lab.problems).toEqual([]);
    });
  }
});

test.describe('keys', () => {
  test('drive the clock from wherever the focus is, but for text fields', async ({ page }) => {
    const lab = new LabPage(page);
    await lab.open('objective=branin&budget=12&strategies=grid,random,bayes');
    await lab.finished();
    await lab.openSetup();
    const truth = page.getByRole('checkbox', { name: 'True function' });
    const problem = lab.drawer.getByRole('combobox').first();
    const chip = lab.drawer.getByRole('button', { name: 'Sobol' });
    for (const touch of [
      () => truth.click(),
      () => lab.drawer.getByRole('button', { name: /\d+ more/ }).click(),
      () => chip.click(),
      () => problem.focus(),
      () => lab.speed.focus(),
    ]) {
      await touch();
      await lab.finished();
      await page.keyboard.press('Home');
      await expect(lab.transport).toHaveAttribute('data-trial', '0');
      await page.keyboard.press('ArrowRight');
      await expect(lab.transport).toHaveAttribute('data-trial', '1');
      await page.keyboard.press('End');
      await expect(lab.transport).toHaveAttribute('data-trial', '12');
      await page.keyboard.press('Space');
      await expect(lab.transport.getByRole('button', { name: 'Pause' })).toBeVisible();
      await page.keyboard.press('Space');
      await expect(lab.transport.getByRole('button', { name: 'Play' })).toBeVisible();
    }
    await expect(problem).toHaveValue('branin');
    await expect(truth).not.toBeChecked();
    await page.keyboard.press('End');
    await lab.drawer.locator('[data-control=budget] input').press('Home');
    await expect(lab.transport).toHaveAttribute('data-trial', '12');
  });

  test('step in three beats, jump without; a model’s map in focus has beside it where it would try next', async ({
    page,
  }) => {
    const lab = new LabPage(page);
    await lab.open('objective=branin&strategies=random,bayes&budget=12&t=7');
    await lab.finished();
    const bayes = page.locator('[data-strategy=bayes]');
    /** Ms that the newest sample takes to come; undefined where it stands. */
    const landing = () =>
      bayes
        .locator('[data-part=plot] [data-mark=sample].current > g')
        .evaluate((mark) => mark.getAnimations()[0]?.effect?.getTiming().duration);
    await expect(bayes.locator('[data-mark=sample]')).toHaveCount(7);
    await page.keyboard.press('ArrowRight');
    await expect(bayes.locator('[data-mark=sample]')).toHaveCount(8);
    expect(await landing()).toBe(500);
    await page.keyboard.press('End');
    await expect(bayes.locator('[data-mark=sample]')).toHaveCount(12);
    expect(await landing()).toBeUndefined();

    await page.keyboard.press('2');
    const beside = bayes.locator('[data-part=beside]');
    await expect(beside.getByLabel('Log expected improvement')).toBeInViewport({ ratio: 1 });
    await expect(beside.locator('[data-mark=sample]')).toHaveCount(12);
    const [map, plot] = [await beside.boundingBox(), await bayes.locator('[data-part=plot]').boundingBox()];
    expect(map!.x).toBeGreaterThanOrEqual(plot!.x + plot!.width);
    await page.keyboard.press('Home');
    await expect(bayes.getByText('no model until trial 7')).toBeVisible();
  });

  test('go from moment to moment, turn the truth off, larger type and a black screen on, and say so', async ({
    page,
  }) => {
    const lab = new LabPage(page);
    await lab.open('objective=double-well&seed=3&budget=12');
    await lab.finished();
    const marks = page.locator('[data-mark=moment]');
    const caption = page.locator('[data-part=caption]');
    await test.step('marks come as the clock passes them, and are said', async () => {
      await expect(marks).toHaveCount(0);
      await page.keyboard.press('.');
      await expect(lab.transport).toHaveAttribute('data-trial', '1');
      await page.keyboard.press('Shift+PageDown');
      await expect(lab.transport).toHaveAttribute('data-trial', '2');
      await expect(caption).toContainText('Binary throws the true minimum away');
      await expect(marks).toHaveCount(2);
      await page.keyboard.press(',');
      await expect(lab.transport).toHaveAttribute('data-trial', '1');
      await page.keyboard.press('End');
      await expect(lab.transport).toHaveAttribute('data-trial', '12');
      const lost = page.locator('[data-mark=moment][data-kind=lost]');
      await lost.hover();
      await expect(page.locator('.tooltip')).toContainText('Binary throws the true minimum away');
      await lost.click();
      await expect(lab.transport).toHaveAttribute('data-trial', '2');
      await lost.focus();
      await page.keyboard.press('Shift+ArrowLeft');
      await expect(marks.first()).toBeFocused();
    });
    await test.step('what tells the truth goes with it', async () => {
      await page.keyboard.press('End');
      await page.keyboard.press('h');
      await expect(page).toHaveURL(/truth=hidden/);
      await expect(page.locator('[data-mark=moment]:is([data-kind=lost], [data-kind=within])')).toHaveCount(
        0,
      );
      await page.keyboard.press('h');
      await expect(page).not.toHaveURL(/truth/);
    });
    await test.step('presenter, black screen, guide', async () => {
      await page.keyboard.press('p');
      await expect(page.locator('html')).toHaveAttribute('data-presenter');
      await page.keyboard.press('b');
      const black = page.getByRole('button', { name: 'Back to the stage' });
      await expect(black).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(black).toBeHidden();
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toContainText('a black screen');
      // The dialog has its keys for itself.
      await page.keyboard.press('p');
      await expect(page.locator('html')).toHaveAttribute('data-presenter');
    });
    expect(lab.problems).toEqual([]);
  });

  test('lead first to the clock, then to the pictures', async ({ page }) => {
    const lab = new LabPage(page);
    await lab.open('objective=forrester&budget=8&strategies=grid,random');
    await lab.finished();
    const focused = () =>
      page.evaluate(() => {
        const { activeElement: one } = document;
        return (
          one?.closest('[data-strategy]')?.getAttribute('data-strategy') ??
          one?.getAttribute('aria-label') ??
          one?.textContent
        );
      });
    const stops: (string | null | undefined)[] = [];
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press('Tab');
      stops.push(await focused());
    }
    expect(stops).toEqual(['Skip to the panels', 'Play', 'grid', 'random']);
  });

  test('the set-up drawer opens where a word is pressed, keeps what is in it, and gives the focus back', async ({
    page,
  }) => {
    const lab = new LabPage(page);
    await lab.open('objective=forrester&budget=8&strategies=grid');
    await lab.finished();
    await page.getByRole('button', { name: '8 trials' }).click();
    await expect(lab.drawer.locator('[data-control=budget] input')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(lab.drawer).toBeHidden();
    await expect(page.getByRole('button', { name: '8 trials' })).toBeFocused();
    await page.keyboard.press('s');
    await expect(lab.drawer).toBeVisible();
    await openMenu(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Presenter' })).toBeHidden();
  });
});
