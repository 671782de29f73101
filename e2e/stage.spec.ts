/** One screen: everything that belongs to a trial is on it, nothing is cut, nothing lies over anything else. */
import { expect, test, type Page } from './test.ts';
import { LabPage } from './lab.ts';
import { THOROUGH } from './visit.ts';

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
      test(
        `holds all that belongs to a trial: ${dimension}, ${lang}`,
        lang === 'en' && objective === 'branin' ? {} : THOROUGH,
        async ({ page }) => {
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
        },
      );
    }
  }

  test(
    'holds fourteen small multiples, sorted by rank, and one picture enlarged',
    THOROUGH,
    async ({ page }) => {
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
    },
  );

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

  test(
    'a band that has no room fades out at the edge, with an arrow that it goes on; one that has is whole',
    THOROUGH,
    async ({ page }) => {
      const lab = new LabPage(page);
      await lab.open('objective=cliff&budget=12&t=9&lang=en&strategies=random,bayes');
      await lab.finished();
      const bayes = lab.panel('bayes');
      const fill = () =>
        bayes.locator('[data-mark=band]').evaluate((band) => getComputedStyle(band).fill.slice(0, 3));
      await expect(bayes.locator('[data-mark=band-beyond]').first()).toBeVisible();
      expect(await fill()).toBe('url');
      const edge = bayes.locator('linearGradient stop').first();
      expect(await edge.evaluate((stop) => getComputedStyle(stop).stopOpacity)).toBe('0');
      await lab.open('objective=quadratic&budget=12&t=12&lang=en&strategies=random,bayes');
      await lab.finished();
      await expect.poll(fill).toBe('rgb');
      await expect(bayes.locator('[data-mark=band-beyond]')).toHaveCount(0);
      expect(lab.problems).toEqual([]);
    },
  );

  test(
    'goes as far as the fastest has come; a slow one says so, and nothing is claimed of it',
    THOROUGH,
    async ({ page }) => {
      const lab = new LabPage(page);
      await page.setViewportSize({ width: 1280, height: 720 });
      await lab.open('objective=forrester&budget=500&lang=en&strategies=random,grid,bayes');
      const slow = lab.panel('bayes');
      await expect(lab.panel('random')).toHaveAttribute('data-status', 'done');
      await expect(slow).toHaveAttribute('data-status', 'running');
      const before = await slow.locator('[data-part=plot]').boundingBox();
      await lab.press('End');
      await expect(slow.locator('[data-part=why]')).toContainText(/Computing trial \d+ …/);
      const told = () =>
        page.evaluate(() => {
          const of = (part: string) => document.querySelector<HTMLElement>(part)!;
          const panel = of('[data-strategy=bayes]');
          const [, computed] = /Computing trial (\d+) …/.exec(panel.querySelector('.why')!.textContent)!;
          const lines = [...of('[data-part=race]').querySelectorAll<SVGPathElement>('[data-mark=line]')];
          const ends = Object.fromEntries(
            lines.map((line) => [line.dataset.series, line.getBoundingClientRect().right]),
          );
          return {
            clock: of('[data-part=clock]').dataset.trial,
            status: panel.dataset.status,
            behind: Number(computed) - Number(panel.dataset.trial),
            sentence: panel.querySelector('.why')!.textContent,
            head: panel.querySelector('header')!.textContent,
            row: [...document.querySelectorAll('[data-part=ranking] tbody tr')].map((row) =>
              row.textContent.replace(/\s+/g, ' ').trim(),
            ),
            shorter: ends.random - ends.bayes,
            unused: document.querySelectorAll('[data-part=race] [data-mark=unused]').length,
            caption: of('[data-part=caption]').textContent,
          };
        });
      const said = await told();
      expect(said).toMatchObject({ clock: '500', status: 'running', behind: 1, unused: 0 });
      // Of the trial that it is at, with its number.
      expect(said.sentence).toMatch(/Trial \d+\./);
      expect(said.head).toMatch(/Bayesian …/);
      expect(said.row).toHaveLength(3);
      expect(said.row[2]).toMatch(/^… Bayesian\s*Trial \d+ …/);
      expect(said.row[0]).toMatch(/^1 /);
      expect(said.shorter).toBeGreaterThan(100);
      expect(said.caption).not.toMatch(/Bayesian/);
      // What is said of waiting takes nobody's room.
      expect(await slow.locator('[data-part=plot]').boundingBox()).toEqual(before);

      await lab.press('Home');
      await expect(slow).toHaveAttribute('data-trial', '0');
      await lab.press('ArrowRight');
      await expect(slow).toHaveAttribute('data-trial', '1');
      await expect(slow.locator('[data-part=why]')).not.toContainText('Computing');
      await lab.press('End');
      // Stopped on its way, it still has no rank at a trial that it has not come to.
      await page.getByRole('button', { name: 'Stop' }).click();
      await expect(slow).toHaveAttribute('data-status', 'cancelled');
      await expect(slow).toContainText('Stopped after');
      expect((await page.locator('[data-part=ranking] tbody tr').allInnerTexts())[2]).toMatch(
        /^–\s+Bayesian/,
      );
      expect(lab.problems).toEqual([]);
    },
  );

  for (const [width, height] of [
    [390, 844],
    [320, 640],
  ] as const) {
    test(
      `is a picture, its sentence and the clock on a phone of ${width}×${height}`,
      width < 390 ? THOROUGH : {},
      async ({ page }) => {
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
          // What happens is said in one line, above the buttons, at any trial, and nothing moves for it.
          const said = () =>
            page.evaluate(() => {
              const line = document.querySelector<HTMLElement>('[data-part=caption]')!;
              const [clock, box] = [line.closest('[data-part=clock]')!, line].map((one) =>
                one.getBoundingClientRect(),
              );
              return {
                words: line.innerText.trim().length > 3,
                inside: line.scrollWidth <= line.clientWidth && box.bottom <= innerHeight,
                top: box.top - clock.top,
                height: box.height,
                plot: document.querySelector('[data-part=plot]')!.getBoundingClientRect().height,
              };
            });
          const first = await said();
          expect(first).toMatchObject({ words: true, inside: true });
          expect(first.height).toBeLessThan(24);
          for (let trial = 10; trial <= 30; trial++) {
            await page.keyboard.press('ArrowRight');
            await expect(lab.transport).toHaveAttribute('data-trial', String(trial));
            expect(await said(), `trial ${trial}`).toEqual(first);
          }
        }
        expect(lab.problems).toEqual([]);
      },
    );
  }
});
