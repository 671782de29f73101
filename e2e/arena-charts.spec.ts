/** What the Arena shows: charts, their numbers, both languages, everybody. */
import { expect, test } from './test.ts';
import { formatNumber } from '#charts/format.ts';
import { boxText } from '#core/box.ts';
import { runScenario } from '#core/study/run-study.ts';
import { ArenaPage, computed, SMALL, studyOf } from './arena.ts';
import { openMenu } from './lab.ts';
import { NAMES, small, standing, study } from './small-study.ts';
import { THOROUGH } from './visit.ts';

// Whole studies, on machines that may be busy with others.
test.describe.configure({ timeout: 120_000 });

test.describe('the charts of the Arena', () => {
  let arena: ArenaPage;
  test.beforeEach(async ({ page }) => {
    arena = new ArenaPage(page);
    await arena.open();
  });
  test.afterEach(() => {
    expect(arena.problems, 'errors on the console').toEqual([]);
  });

  test('charts answer to pointer and keyboard, and legends switch series off', THOROUGH, async ({ page }) => {
    await arena.give(SMALL);
    await arena.run();
    await arena.complete();
    const tip = page.locator('.tooltip');

    // Curves: arrows walk the trials, Enter moves everything there.
    const curves = arena.figure('regret');
    const reader = curves.getByRole('slider');
    await reader.focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect(reader).toHaveAttribute('aria-valuetext', /^Trials spent 8\n/);
    await expect(tip).toContainText('Trials spent 8');
    const { median } = small().at().curves[3];
    await expect(tip).toContainText(`Bayesian  ${formatNumber(median[7])}`);
    await page.keyboard.press('Enter');
    await expect(arena.conclusions).toHaveAttribute('data-trial', '8');
    await page.keyboard.press('Escape');
    await expect(tip).toHaveCount(0);
    // A pointer reads, a drag moves.
    const box = (await reader.boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.4, box.y + 40);
    await expect(tip).toContainText(/Trials spent [45]\n?/);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 2, box.y + 40, { steps: 4 });
    await page.mouse.up();
    await expect(arena.conclusions).toHaveAttribute('data-trial', '10');

    // A pointer that rests on another figure reads that one, too.
    await page.mouse.move(0, 0);
    // Tables: arrows go from cell to cell.
    const cells = arena.figure('wins').locator('[data-mark=cell]');
    await expect(cells).toHaveCount(NAMES.length * (NAMES.length - 1));
    await arena.figure('wins').locator('[data-mark=cell][tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const current = arena.figure('wins').locator('[data-mark=cell]:focus');
    await expect(tip).toHaveText((await current.getAttribute('aria-label'))!, { useInnerText: true });
    await expect(tip).toContainText(/ (beats|tied)/);
    await cells.first().hover();
    await expect(tip).toHaveText((await cells.first().getAttribute('aria-label'))!, { useInnerText: true });

    // Legends: off in all figures at once.
    const marks = page.locator('#panels :is([data-mark=line], [data-mark=points])[data-series=random]');
    await expect(marks).toHaveCount(3);
    await curves.getByRole('button', { name: 'Random' }).click();
    await expect(marks).toHaveCount(0);
    await expect(cells).toHaveCount((NAMES.length - 1) * (NAMES.length - 2));
    await arena.figure('ranks').getByRole('button', { name: 'Random' }).click();
    await expect(marks).toHaveCount(3);

    // Points: from the lowest to the highest; Enter opens that run.
    const points = arena.figure('final-values');
    await points.getByRole('slider', { name: 'Random' }).focus();
    await page.keyboard.press('Home');
    const { repeat, regret } = small().at().points[2];
    const lowest = regret.indexOf(Math.min(...regret));
    await expect(tip).toContainText(`repeat ${repeat[lowest] + 1}: regret ${formatNumber(regret[lowest])}`);
    await page.keyboard.press('Enter');
    await page.getByTestId('panel-random').waitFor();
    expect(page.url()).toContain(`repeat=${repeat[lowest]}`);
    await page.goBack();
    await arena.is('done');
  });

  test(
    'repeats are instances: said, and each opens in the Lab as that very instance',
    THOROUGH,
    async ({ page }) => {
      const raw = { ...SMALL, instances: 'moved' };
      const moved = computed(studyOf(raw));
      await arena.give(raw);
      await page.getByText('Put it together yourself').click();
      await expect(page.getByLabel('Every repeat an instance of its own')).toBeChecked();
      await arena.run();
      await arena.complete();
      await expect(arena.conclusions.locator('.instances')).toContainText(
        'Every repeat is an instance of its own',
      );
      expect(await arena.standing()).toEqual(standing(moved.at()));

      // A grid without noise is another run in every repeat; one of them, in the Lab.
      await page.getByLabel('Problem', { exact: true }).selectOption('Branin');
      const points = arena.figure('final-values');
      await expect(points.locator('.note')).toContainText('that very instance');
      const row = points.getByRole('slider', { name: 'Grid' });
      const { regret, repeat } = moved.at({ problem: 1 }).points[0];
      expect(new Set(regret).size).toBe(raw.repeats);
      const opened = repeat[regret.indexOf(Math.min(...regret))];
      // The points of the other problem come a little later; the point being read is then another.
      await expect(async () => {
        await row.press('Home');
        await expect(row).toHaveAttribute(
          'aria-valuetext',
          new RegExp(`repeat ${opened + 1}: regret ${formatNumber(Math.min(...regret))}`),
          { timeout: 500 },
        );
      }).toPass();
      await row.press('Enter');
      await page.getByTestId('panel-grid').waitFor();
      const { box } = runScenario(studyOf(raw), { problem: 1, strategy: 0, repeat: opened });
      expect(page.url()).toContain(`repeat=${opened}`);
      expect(page.url()).toContain(`box=${boxText(box!)}`);
      await page.getByRole('button', { name: 'part of its ranges' }).click();
      const note = page.getByTestId('instance');
      await expect(note).toContainText(
        `from ${formatNumber(box!.lo[0], 4)} to ${formatNumber(box!.hi[0], 4)}, of −5 to 10`,
      );
      const { best } = moved.records.find(
        (one) => one.problem === 1 && one.strategy === 0 && one.repeat === opened,
      )!;
      await expect(page.getByTestId('panel-grid')).toContainText(formatNumber(best.at(-1)!, 4));

      // And back to the whole ranges.
      await note.getByRole('button', { name: 'Search the whole ranges' }).click();
      await expect(note).toHaveCount(0);
      await expect.poll(() => page.url()).not.toContain('box=');
    },
  );

  test(
    'every figure has its numbers behind it, and can be taken along; all is said in the other language',
    THOROUGH,
    async ({ page }) => {
      await arena.give(SMALL);
      await arena.run();
      await arena.complete();
      const summary = small().at();
      // Where drawings are opened: the app's own page makes nothing of a text.
      const desk = await page.context().newPage();
      const rows: Record<string, number> = {
        regret: study.budget,
        'final-values': NAMES.length * study.repeats,
        ranks: study.problems.length + 1,
        wins: NAMES.length * (NAMES.length - 1),
        'runtime-profile': study.budget,
        'expected-running-time': study.problems.length * NAMES.length,
        'budget-use': NAMES.length,
      };
      for (const [name, count] of Object.entries(rows)) {
        const figure = arena.figure(name);
        await figure.getByText('Table behind the chart').click();
        const table = figure.getByRole('table');
        await expect(table.locator('tbody tr')).toHaveCount(count);
        const taken = await arena.downloadFigure(name, 'CSV');
        expect(taken.name).toBe(`${name}.csv`);
        const [header, ...lines] = taken.bytes.toString().replace('\uFEFF', '').trim().split('\r\n');
        expect(lines).toHaveLength(count);
        expect(header.split(',').length).toBeGreaterThanOrEqual(await table.locator('th').count());

        const { bytes: svg } = await arena.downloadFigure(name, 'SVG');
        const drawn = await desk.evaluate((text) => {
          const root = new DOMParser().parseFromString(text, 'image/svg+xml');
          return {
            error: root.querySelector('parsererror')?.textContent ?? '',
            size: [
              root.documentElement.getAttribute('width'),
              root.documentElement.getAttribute('height'),
            ].map(Number),
            title: root.querySelector('text')?.textContent,
            texts: [...root.querySelectorAll('text')].map((one) => one.textContent),
            lines: root.querySelectorAll('[data-mark=line]').length,
            cells: root.querySelectorAll('[data-mark=cell]').length,
            unresolved: text.match(/var\(--|class="/)?.[0] ?? '',
          };
        }, svg.toString());
        expect(drawn).toMatchObject({ error: '', unresolved: '' });
        const title = (await figure.locator('h3').innerText()).replace(/\s+/g, ' ');
        expect(title.startsWith(drawn.title!.replace(/\s+/g, ' '))).toBe(true);
        expect(drawn.texts).toEqual(expect.arrayContaining(NAMES));
        if (/regret|profile/.test(name)) expect(drawn.lines).toBe(NAMES.length);
        if (name === 'ranks') expect(drawn.cells).toBe(count * NAMES.length);

        const { bytes: png } = await arena.downloadFigure(name, 'PNG');
        expect(png.subarray(1, 4).toString()).toBe('PNG');
        // Two pixels for each of the drawing's.
        expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(drawn.size.map((side) => 2 * side));
      }
      // The numbers are those of the core, unrounded, best strategy first.
      const { bytes } = await arena.downloadFigure('final-values', 'CSV');
      const taken = bytes.toString().trim().split('\r\n').slice(1);
      const best = NAMES.map((_, s) => s).sort((a, b) => summary.ranks.mean[a] - summary.ranks.mean[b])[0];
      expect(taken.slice(0, study.repeats)).toEqual(
        Array.from(summary.points[best].regret, (regret, i) =>
          [NAMES[best], i + 1, regret, summary.points[best].best[i]].join(),
        ),
      );

      // In the other language, too, results and tables included.
      await arena.conclusions.locator('summary').click();
      await openMenu(page);
      await page.getByRole('button', { name: '简体中文' }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', /^zh/);
      await expect(page.getByText('全部 10 对比较，用文字说明')).toBeVisible();
      await page.getByText('自己组合').click();
      const text = await page.locator('main').innerText();
      expect(text).not.toMatch(/\b(the|trial|is|of|and|with|ahead|tied|run|rank)\b/i);
      expect(text).toMatch(/不分高下/);
      // Titles of pictures and labels of marks, too.
      const labels = await page
        .locator('main [aria-label]')
        .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')!));
      for (const label of labels) expect(label).not.toMatch(/\b(the|trial|is|of|and|with|rank)\b/i);
    },
  );
});

for (const [tab, whole] of [
  ['', '[data-testid=example] [data-mark=line]'],
  ['/hours', '[data-testid=wall-clock][data-busy=false] [data-figure=makespans]'],
  ['/dimensions', '[data-testid=curse] [data-design=sobol]'],
])
  test(`the largest text of #/arena${tab} is in its first picture: browsers measure when that comes`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1350, height: 940 });
    await page.addInitScript(() => {
      const largest: string[] = [];
      Object.assign(window, { largest });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          largest.push(
            (entry as PerformanceEntry & { element: Element | null }).element?.textContent?.trim() ?? '',
          );
      }).observe({ type: 'largest-contentful-paint', buffered: true });
    });
    await page.goto(`/#/arena${tab}?lang=en`);
    await page.locator(whole).first().waitFor();
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    const lead = await page.locator('main h2 + p').first().textContent();
    const largest = await page.evaluate(() => (window as unknown as { largest: string[] }).largest);
    expect(largest.at(-1)).toBe(lead!.trim());
  });
