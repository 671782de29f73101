import { expect, test, type BrowserContext } from '@playwright/test';
import { formatNumber } from '#charts/format.ts';
import { boxText } from '#core/box.ts';
import { scenarioOf } from '#core/study/run-study.ts';
import { readResults, writeCsv, writeParquet } from '#core/study/results/index.ts';
import type { StudySummary } from '#core/study/summary.ts';
import { strategies } from '#core/strategies/index.ts';
import { violations } from './axe.ts';
import { ArenaPage, computed, fileOf, LONG, SMALL, studyOf } from './arena.ts';

// Whole studies, on machines that may be busy with others.
test.describe.configure({ timeout: 120_000 });

const study = studyOf(SMALL);
const small = computed(study);
const csv = [...writeCsv(study, small.records)].join('');
const NAMES = ['Grid', 'Binary', 'Random', 'Bayesian', 'Bayesian 2'];

/** How the page should say who stands where. */
const standing = ({ ranks }: StudySummary, of = ranks.mean) =>
  NAMES.map((name, s) => ({ name, rank: of[s] }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ name, rank }) => `${name} rank ${rank.toFixed(1)}`);

test.describe('the Arena', () => {
  let arena: ArenaPage;
  test.beforeEach(async ({ page }) => {
    arena = new ArenaPage(page);
    await arena.open();
  });
  test.afterEach(() => {
    expect(arena.problems, 'errors on the console').toEqual([]);
  });

  test('runs a study and says what the core computes, as of every trial', async ({ page }) => {
    await arena.give(SMALL);
    await arena.run();
    await arena.complete();
    expect(await arena.standing()).toEqual(standing(small.at()));
    await expect(arena.conclusions.locator('.lead')).toContainText(/^At trial 10, Bayesian .* 2 problems/);

    // The slider ranks everything anew.
    await arena.seek(2);
    const early = small.at({ trial: 2 });
    expect(await arena.standing()).toEqual(standing(early));
    expect(standing(early)).not.toEqual(standing(small.at()));
    const ranks = arena.figure('ranks').locator('[data-mark=cell]');
    await expect(ranks).toHaveCount(3 * NAMES.length);
    await expect(arena.figure('final-values').locator('h3')).toContainText('trial 2 on Forrester');

    // Of one problem.
    await page.getByLabel('Problem', { exact: true }).selectOption('Branin');
    await page.getByLabel('Counted over').selectOption('this problem');
    await expect(arena.conclusions.locator('.lead')).toContainText('on Branin');
    const branin = small.at({ trial: 2, problem: 1, scope: 'one' });
    expect(await arena.standing()).toEqual(standing(branin, branin.ranks.ranks.subarray(5)));

    // A sentence for each of the ten comparisons; ties are called ties.
    await page.getByText('All 10 comparisons, in words').click();
    const sentences = arena.conclusions.locator('[data-verdict]');
    await expect(sentences).toHaveCount(10);
    for (const sentence of await sentences.all()) {
      const said = (await sentence.textContent())!;
      if ((await sentence.getAttribute('data-verdict')) === 'tied') expect(said).toMatch(/ tied/);
      else expect(said).toMatch(/ beats .* of 7 paired runs/);
    }
  });

  test('downloads results as the command line would write them, and takes them again', async ({
    browser,
  }) => {
    await arena.give(SMALL);
    await arena.run();
    await arena.complete();
    const said = await arena.standing();
    const files = [await arena.downloadResults('CSV'), await arena.downloadResults('Parquet')];
    expect(files[0].bytes.toString()).toBe(csv);
    const read = await readResults(files[1].bytes, files[1].name);
    expect(read).toMatchObject({ study, records: { length: small.records.length } });

    for (const { name, bytes } of files) {
      // Where nothing is known of the study.
      const context = await browser.newContext();
      const other = new ArenaPage(await context.newPage());
      await other.open();
      await other.drop(fileOf(name, bytes));
      await other.complete();
      expect(await other.standing()).toEqual(said);
      // A file does not hold how long strategies thought.
      await expect(other.figure('budget-use')).toContainText('not measured');
      // It is kept like a study that was run.
      await other.page.reload();
      await other.complete();
      expect(await other.standing()).toEqual(said);
      expect(other.problems).toEqual([]);
      await context.close();
    }
  });

  test('shows results on the way, stops, goes on, and keeps all of it through a reload', async ({ page }) => {
    await arena.give(LONG);
    await arena.run();
    await expect(arena.conclusions).toBeVisible();
    await arena.is('running');
    await expect(page.getByRole('progressbar')).toHaveAttribute('max', '400');
    await expect(arena.study).toContainText(/\d+ of 400 runs Running · about \d+ (s|min) left/);
    await expect(arena.conclusions.locator('.lead')).toContainText('So far');

    // The study goes on while the reader is in the Lab.
    await page.getByRole('link', { name: 'Lab' }).click();
    await page.getByTestId('transport').waitFor();
    await page.getByRole('link', { name: 'Arena' }).click();
    await arena.is('running');

    await page.getByRole('button', { name: 'Stop' }).click();
    await arena.is('paused');
    const before = await arena.finished();
    expect(before).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Go on' }).click();
    await arena.is('running');
    await expect.poll(() => arena.finished()).toBeGreaterThan(before);

    // In the middle of it; what came in the last moment may not have been written yet.
    await page.reload();
    await arena.is('paused');
    expect(await arena.finished()).toBeGreaterThanOrEqual(before - 2);
    await expect(arena.conclusions).toBeVisible();
    await page.getByRole('button', { name: 'Go on' }).click();
    await arena.is('running');
    await page.getByRole('button', { name: 'Stop' }).click();
    // Forgotten only when that is confirmed.
    await page.getByRole('button', { name: 'Forget these results' }).click();
    await arena.is('paused');
    await page.getByRole('button', { name: 'Press again' }).click();
    await arena.is('empty');
    await page.reload();
    await arena.is('empty');
  });

  test('charts follow while a study runs: those on screen, and others once they are', async ({ page }) => {
    const drawn = (name: string) => arena.figure(name).innerHTML();
    // At this height the course is on screen, the fairness panel far below.
    await page.setViewportSize({ width: 1280, height: 900 });
    await arena.give(LONG);
    await arena.run();
    for (const [name, heading] of [
      ['regret', 'How low they get'],
      ['budget-use', 'Fairness'],
    ]) {
      await page.getByRole('heading', { name: heading }).scrollIntoViewIfNeeded();
      await arena.figure(name).scrollIntoViewIfNeeded();
      const before = await drawn(name);
      await expect.poll(() => drawn(name)).not.toBe(before);
    }
    await page.evaluate(() => scrollTo(0, 0));
    const left = await drawn('budget-use');
    const then = await arena.finished();
    await expect.poll(() => arena.finished()).toBeGreaterThan(then + 8);
    await arena.figure('budget-use').scrollIntoViewIfNeeded();
    await expect.poll(() => drawn('budget-use')).not.toBe(left);
    await page.evaluate(() => scrollTo(0, 0));
    await page.getByRole('button', { name: 'Stop' }).click();
    await arena.is('paused');
  });

  test('a stopped study ends with the results of one that was not', async ({ page }) => {
    const raw = { ...SMALL, strategies: ['random', 'bayes'], budget: 25, repeats: 12 };
    await arena.give(raw);
    await arena.run();
    await expect.poll(() => arena.finished()).toBeGreaterThan(0);
    // On a quick machine it may be over before the button can be pressed; nothing else may keep it from being pressed.
    await page
      .getByRole('button', { name: 'Stop' })
      .click({ timeout: 5000 })
      .catch(() => arena.is('done'));
    await page.reload();
    await arena.is(/paused|done/);
    if ((await arena.study.getAttribute('data-status')) === 'paused')
      await page.getByRole('button', { name: 'Go on' }).click();
    await arena.complete();
    const { bytes } = await arena.downloadResults('CSV');
    expect(bytes.toString()).toBe([...writeCsv(studyOf(raw), computed(studyOf(raw)).records)].join(''));
  });

  test('a study can be put together by hand, one strategy with several settings', async ({ page }) => {
    await page.getByText('Put it together yourself').click();
    const form = page.locator('.study');
    for (const name of ['By hand', 'Grid', 'Binary', 'Bayesian'])
      await form.getByRole('button', { name, exact: true }).click();
    await expect(arena.study).not.toContainText('cannot be run');
    await form.getByRole('button', { name: 'Random', exact: true }).click();
    await expect(form.getByRole('alert')).toContainText('strategies');
    await expect(form.getByRole('button', { name: 'Run the study' })).toBeDisabled();
    await form.getByRole('button', { name: 'Grid', exact: true }).click();
    await form.getByRole('button', { name: 'Let Grid take part once more' }).click();
    await page.locator('summary', { hasText: 'Grid 2' }).click();
    const entry = page
      .getByRole('listitem')
      .filter({ has: page.getByText('Name in charts and files').and(page.locator(':visible')) });
    await entry.getByRole('textbox', { name: 'Name in charts and files' }).fill('Coarse grid');
    await page.keyboard.press('Tab');
    await page.locator('summary', { hasText: 'Coarse grid' }).waitFor();
    await entry.getByRole('combobox').first().selectOption({ index: 1 });
    await expect(page.locator('summary', { hasText: 'Coarse grid' }).locator('small')).not.toBeEmpty();

    // The problems: out with the single ones, in with a set.
    await form.getByRole('button', { name: 'Noisy', exact: true }).click();
    await form.getByRole('button', { name: 'Measured', exact: true }).click();
    await form.getByRole('button', { name: 'Measured', exact: true }).click();
    await form.getByRole('textbox', { name: 'Repeats' }).fill('501');
    await expect(form.locator('.problem')).toContainText('500');
    await form.getByRole('textbox', { name: 'Repeats' }).fill('500');
    await expect(page.locator('.size')).toContainText('11 problems × 2 strategies × 500 repeats');
    await form.getByRole('textbox', { name: 'Repeats' }).fill('6');
    await form.getByRole('textbox', { name: 'Budget' }).fill('9');
    await arena.run();
    await arena.complete();
    expect((await arena.conclusions.locator('strong').allInnerTexts()).sort()).toEqual([
      'Coarse grid',
      'Grid',
    ]);
  });

  test('charts answer to pointer and keyboard, and legends switch series off', async ({ page }) => {
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
    const { median } = small.at().curves[3];
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
    const { repeat, regret } = small.at().points[2];
    const lowest = regret.indexOf(Math.min(...regret));
    await expect(tip).toContainText(`repeat ${repeat[lowest] + 1}: regret ${formatNumber(regret[lowest])}`);
    await page.keyboard.press('Enter');
    await page.getByTestId('panel-random').waitFor();
    expect(page.url()).toContain(`repeat=${repeat[lowest]}`);
    await page.goBack();
    await arena.is('done');
  });

  test('repeats are instances: said, and each opens in the Lab as that very instance', async ({ page }) => {
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
    await points.getByRole('slider', { name: 'Grid' }).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.getByTestId('panel-grid').waitFor();
    const { regret, repeat } = moved.at({ problem: 1 }).points[0];
    expect(new Set(regret).size).toBe(raw.repeats);
    const opened = repeat[regret.indexOf(Math.min(...regret))];
    const { box } = scenarioOf(studyOf(raw), { problem: 1, strategy: 0, repeat: opened });
    expect(page.url()).toContain(`repeat=${opened}`);
    expect(page.url()).toContain(`box=${boxText(box!)}`);
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
  });

  test('every figure has its numbers behind it, and can be taken along', async ({ page }) => {
    await arena.give(SMALL);
    await arena.run();
    await arena.complete();
    const summary = small.at();
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
      const drawn = await page.evaluate((text) => {
        const root = new DOMParser().parseFromString(text, 'image/svg+xml');
        return {
          error: root.querySelector('parsererror')?.textContent ?? '',
          size: [root.documentElement.getAttribute('width'), root.documentElement.getAttribute('height')].map(
            Number,
          ),
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
  });

  test('says everything in the other language, results included', async ({ page }) => {
    await arena.give(SMALL);
    await arena.run();
    await arena.complete();
    await arena.conclusions.locator('summary').click();
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
  });
});

test.describe('files that are wrong', () => {
  test('each is refused by name, and what was on screen stays', async ({ page }) => {
    const arena = new ArenaPage(page);
    await arena.open();
    await arena.drop(fileOf('results.csv', csv));
    await arena.complete();
    const said = await arena.standing();
    const parquet = Buffer.from(await writeParquet(study, small.records));
    const altered = Buffer.from(parquet);
    altered[200] ^= 1;
    const tooMany = { ...SMALL, budget: 100_000, repeats: 501 };
    for (const [file, ...sentences] of [
      [fileOf('cut.csv', csv.slice(0, csv.length / 2)), /cut\.csv breaks off: .* after \d+ complete rows/],
      [fileOf('cut.parquet', parquet.subarray(0, parquet.length - 100)), /cut\.parquet breaks off/],
      [fileOf('changed.csv', csv.replace(',ok,', ',OK,')), /changed\.csv, row 1, column status: “OK”/],
      [fileOf('changed.parquet', altered), /changed\.parquet was changed after it was written/],
      [fileOf('foreign.csv', 'a,b\n1,2\n'), /foreign\.csv is not a results file/],
      [fileOf('foreign.parquet', 'PAR1 something else PAR1'), /foreign\.parquet is not a results file/],
      [fileOf('picture.png', '\x89PNG'), /picture\.png is not a results file/],
      [fileOf('half.json', '{"problems": ['), /half\.json is not a JSON file/],
      [
        fileOf('list.json', '[1, 2]'),
        /list\.json holds a study that cannot be run/,
        /not a study of Trial by Trial/,
      ],
      [
        fileOf(
          'ids.json',
          JSON.stringify({ ...SMALL, problems: ['nowhere'], strategies: ['guess', 'random'] }),
        ),
        /ids\.json/,
        /nowhere at problems\.0\.id/,
        /guess at strategies\.0\.id.*random/,
      ],
      [fileOf('limits.json', JSON.stringify(tooMany)), /limits\.json/, /100000 at budget/, /501 at repeats/],
      [
        fileOf(
          'misfit.json',
          JSON.stringify({ ...SMALL, strategies: [{ id: 'grid', params: { levels: [[7]] } }] }),
        ),
        /misfit\.json/,
        /strategies\.0 cannot start on problem forrester/,
      ],
    ] as const) {
      await arena.drop(file);
      for (const sentence of sentences) await expect(arena.notices).toContainText(sentence);
      await arena.is('done');
      expect(await arena.standing()).toEqual(said);
      await page.getByRole('button', { name: 'Dismiss' }).click();
      await expect(arena.notices).toBeEmpty();
    }
    expect(arena.problems).toEqual([]);
  });

  test('a study that runs goes on', async ({ page }) => {
    const arena = new ArenaPage(page);
    await arena.open();
    await arena.give(LONG);
    await arena.run();
    await expect.poll(() => arena.finished()).toBeGreaterThan(0);
    await arena.drop(fileOf('foreign.csv', 'a,b\n1,2\n'));
    await expect(arena.notices).toContainText('foreign.csv');
    await arena.is('running');
    const before = await arena.finished();
    await expect.poll(() => arena.finished()).toBeGreaterThan(before);
    // One that can be opened takes its place.
    await arena.drop(fileOf('results.csv', csv));
    await arena.complete();
    expect(await arena.finished()).toBe(small.records.length);
    expect(arena.problems).toEqual([]);
  });
});

test.describe('where the browser does not keep results', () => {
  /** The study is run, said to be lost with the page, and lost with it; the sentence comes once. */
  async function runsWithout(
    context: BrowserContext,
    sentence: RegExp,
    prepare?: (arena: ArenaPage) => Promise<void>,
  ) {
    const arena = new ArenaPage(await context.newPage());
    await arena.open();
    await prepare?.(arena);
    await arena.give(SMALL);
    await arena.run();
    await arena.complete();
    await expect(arena.notices.getByRole('listitem')).toHaveCount(1);
    await expect(arena.notices).toContainText(sentence);
    await expect(arena.study).toContainText('Results are not kept when you leave');
    expect(await arena.standing()).toEqual(standing(small.at()));
    const { bytes } = await arena.downloadResults('CSV');
    expect(bytes.toString()).toBe(csv);
    expect(arena.problems).toEqual([]);
  }

  test('no room left', async ({ context }) => {
    await runsWithout(context, /no room left/, async (arena) => {
      const session = await context.newCDPSession(arena.page);
      const { origin } = new URL(arena.page.url());
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    });
  });

  test('another tab holds the database', async ({ context }) => {
    const other = await context.newPage();
    await other.goto('/#/lab');
    await other.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('trial-by-trial', 1);
          opening.onsuccess = () => {
            // Its connection stays open; whoever opens after this has to wait for it.
            indexedDB.deleteDatabase('trial-by-trial').onblocked = () => resolve();
          };
        }),
    );
    await runsWithout(context, /Another tab/);
  });

  for (const [what, property] of [
    ['is forbidden', `get() { throw new DOMException('denied', 'SecurityError'); }`],
    ['is not there', 'value: undefined'],
  ]) {
    test(`a database ${what}`, async ({ context }) => {
      await context.route(/keeper\.worker/, async (route) => {
        const response = await route.fetch();
        const deny = `Object.defineProperty(self, 'indexedDB', { ${property} });\n`;
        await route.fulfill({ response, body: deny + (await response.text()) });
      });
      await runsWithout(context, /does not keep results/);
    });
  }
});

test('a keeper of results that stops is replaced, and the study goes on', async ({ page }) => {
  const arena = new ArenaPage(page);
  await arena.open();
  await arena.give({ ...SMALL, repeats: 60 });
  await arena.run();
  await expect.poll(() => arena.finished()).toBeGreaterThan(0);
  const keeper = page.workers().find((worker) => worker.url().includes('keeper'))!;
  await keeper.evaluate(() => self.close());
  await expect(arena.notices).toContainText('was started again');
  // Whatever was under way when it stopped is computed again.
  await arena.is(/done|paused|running/);
  await expect(async () => {
    const goOn = page.getByRole('button', { name: 'Go on' });
    if (await goOn.isVisible()) await goOn.click();
    await arena.is('done', 5000);
  }).toPass({ timeout: 90_000 });
  const raw = studyOf({ ...SMALL, repeats: 60 });
  const { bytes } = await arena.downloadResults('CSV');
  expect(bytes.toString()).toBe([...writeCsv(raw, computed(raw).records)].join(''));
});

for (const [name, colorScheme, width, many] of [
  ['a phone, light', 'light', 390, false],
  ['a laptop, dark', 'dark', 1280, false],
  ['a phone, dark, all strategies', 'dark', 390, true],
  ['a laptop, light, all strategies', 'light', 1280, true],
] as const) {
  test(`has no serious accessibility violation: ${name}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
    const arena = new ArenaPage(await context.newPage());
    await arena.open();
    expect(await violations(arena.page)).toEqual([]);
    const all = { strategies: strategies.map(({ id }) => id), budget: 8, repeats: 3 };
    await arena.give({ ...SMALL, ...(many && all) });
    await arena.run();
    await arena.complete();
    await arena.page.getByText('Put it together yourself').click();
    await arena.conclusions.locator('summary').click();
    for (const table of await arena.page.getByText('Table behind the chart').all()) await table.click();
    await arena.drop(fileOf('foreign.csv', 'a,b\n1,2\n'));
    await expect(arena.notices).toContainText('foreign.csv');
    expect(await violations(arena.page)).toEqual([]);
    expect(await arena.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await context.close();
  });
}
