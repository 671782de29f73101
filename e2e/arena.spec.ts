/** Studies in the Arena: put together, run, stopped, kept, taken along. */
import { expect, test } from './test.ts';
import { readResults, writeCsv } from '#core/study/results/index.ts';
import { ArenaPage, computed, fileOf, LONG, SMALL, studyOf } from './arena.ts';
import { csv, NAMES, small, standing, study } from './small-study.ts';
import { THOROUGH } from './visit.ts';

// Whole studies, on machines that may be busy with others.
test.describe.configure({ timeout: 120_000 });

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
    // Until then an example stands there, small and said to be one.
    const example = page.getByRole('region', { name: 'Example' });
    await expect(example).toContainText('180 runs that were made before. Press “Run the study” for yours');
    await expect(example.locator('[data-figure=regret] [data-mark=line]')).toHaveCount(5);
    await expect(example.locator('ol > li').first()).toContainText('Bayesian');
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(height).toBeLessThan(1600);
    const files = page.getByRole('button', { name: 'Open results or a study' });
    const before = (await files.boundingBox())!.y;
    await arena.give(SMALL);
    await arena.run();
    await arena.complete();
    await expect(example).toHaveCount(0);
    // What stood above and beside it is where it was.
    expect((await files.boundingBox())!.y).toBe(before);
    expect(await arena.standing()).toEqual(standing(small().at()));
    await expect(arena.conclusions.locator('.lead')).toContainText(/^At trial 10, Bayesian .* 2 problems/);

    // The slider ranks everything anew.
    await arena.seek(2);
    const early = small().at({ trial: 2 });
    expect(await arena.standing()).toEqual(standing(early));
    expect(standing(early)).not.toEqual(standing(small().at()));
    const ranks = arena.figure('ranks').locator('[data-mark=cell]');
    await expect(ranks).toHaveCount(3 * NAMES.length);
    await expect(arena.figure('final-values').locator('h3')).toContainText('trial 2 on Forrester');

    // Of one problem.
    await page.getByLabel('Problem', { exact: true }).selectOption('Branin');
    await page.getByLabel('Counted over').selectOption('this problem');
    await expect(arena.conclusions.locator('.lead')).toContainText('on Branin');
    const branin = small().at({ trial: 2, problem: 1, scope: 'one' });
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

  test(
    'downloads results as the command line would write them, and takes them again',
    THOROUGH,
    async ({ browser }) => {
      await arena.give(SMALL);
      await arena.run();
      await arena.complete();
      const said = await arena.standing();
      const files = [await arena.downloadResults('CSV'), await arena.downloadResults('Parquet')];
      expect(files[0].bytes.toString()).toBe(csv());
      const read = await readResults(files[1].bytes, files[1].name);
      expect(read).toMatchObject({ study, records: { length: small().records.length } });

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
        if (name.endsWith('.csv')) {
          await other.page.reload();
          await other.complete();
          expect(await other.standing()).toEqual(said);
        }
        expect(other.problems).toEqual([]);
        await context.close();
      }
    },
  );

  test(
    'shows results on the way, stops, goes on, and keeps all of it through a reload',
    THOROUGH,
    async ({ page }) => {
      await arena.give(LONG);
      await arena.run();
      await expect(arena.conclusions).toBeVisible();
      await arena.is('running');
      await expect(page.getByRole('progressbar')).toHaveAttribute('max', '400');
      await expect(arena.study).toContainText(/\d+ of 400 runs Running · about \d+ (s|min) left/);
      await expect(arena.conclusions.locator('.lead')).toContainText('So far');

      // The study goes on while the reader is elsewhere, and its tab says so.
      const tab = (name: string | RegExp) => page.getByRole('navigation').getByRole('link', { name });
      await tab('Dimensions').click();
      await page.getByTestId('curse').waitFor();
      await expect(tab('Study')).toHaveAccessibleName(/^Study running \d+\s?%$/);
      await page.getByRole('link', { name: 'Lab' }).click();
      await page.getByTestId('transport').waitFor();
      // The page is found as it was left.
      await page.getByRole('link', { name: 'Arena' }).click();
      await page.getByTestId('curse').waitFor();
      await tab(/^Study/).click();
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
    },
  );

  test(
    'charts follow while a study runs: those on screen, and others once they are',
    THOROUGH,
    async ({ page }) => {
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
    },
  );

  test(
    'each tab has its address, its place in the history and its scroll position',
    THOROUGH,
    async ({ page }) => {
      const current = page.getByRole('navigation', { name: 'The Arena' }).locator('[aria-current=page]');
      const tab = (name: string) => page.getByRole('navigation').getByRole('link', { name });
      const top = () => page.evaluate(() => scrollY);
      await expect(current).toHaveText('Study');
      await tab('Hours').click();
      await expect(page.getByTestId('wall-clock')).toHaveAttribute('data-busy', 'false');
      await expect(current).toHaveText('Hours');
      expect(page.url()).toMatch(/#\/arena\/hours\b/);
      await tab('Study').focus();
      await page.keyboard.press('Enter');
      await expect(current).toHaveText('Study');
      await expect(tab('Study')).toBeFocused();
      await page.goBack();
      await expect(current).toHaveText('Hours');
      // Before its parts are there, there is nothing to scroll.
      await expect(page.getByTestId('wall-clock')).toHaveAttribute('data-busy', 'false');
      await page.mouse.wheel(0, 400);
      await expect.poll(top).toBe(400);
      await page.evaluate(() => (location.hash = '#/arena/dimensions'));
      await page.getByTestId('curse').waitFor();
      await expect.poll(top).toBe(0);
      await page.goBack();
      await expect(current).toHaveText('Hours');
      await expect.poll(top).toBe(400);
      await page.goForward();
      await expect(current).toHaveText('Dimensions');
      await expect.poll(top).toBe(0);
      // A heading of the page that all three once were.
      await page.evaluate(() => (location.hash = '#/arena#wall-clock'));
      await expect(current).toHaveText('Hours');
      await expect.poll(() => page.url()).toMatch(/#\/arena\/hours\b/);
      // A file of results is shown where results are.
      await tab('Dimensions').click();
      await page.getByTestId('curse').waitFor();
      await arena.drop(fileOf('results.csv', csv()));
      await arena.complete();
      await expect(current).toHaveText('Study');
    },
  );

  test('a stopped study ends with the results of one that was not', THOROUGH, async ({ page }) => {
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

  test(
    'a study can be put together by hand, one strategy with several settings',
    THOROUGH,
    async ({ page }) => {
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

      // What is asked first holds for all problems that have the setting.
      const about = page.getByRole('group', { name: 'What the study is about' });
      await expect(about).toContainText('Now: 1–6. Fixed in these problems');
      await expect(about.getByLabel('Hyperparameters')).toBeDisabled();
      await form.getByRole('button', { name: /^Few knobs matter \(2–20\)/ }).click();
      const few = page.locator('[data-suite=low-effective-dimension]');
      await expect(few).toContainText('Branin, hidden in 20-D 20');
      await expect(about).toContainText('5 of 12 problems can have any number');
      await about.getByLabel('Hyperparameters').selectOption('12');
      // Branin in six and in twenty come to the same.
      await expect(few).toContainText('Important and unimportant 2, Quadratic, hidden in 12-D 12');
      await expect(page.locator('.size')).toContainText('10 problems × 2 strategies');
      await about.getByLabel('Noise').selectOption('0.05');
      await expect(about).toContainText('σ is 5 % of the median regret of a random point');
      await expect(few).toContainText(/Branin, hidden in 12-D, σ [\d.]+ 12/);
      await about.getByLabel('Hyperparameters').selectOption('');
      await about.getByLabel('Noise').selectOption('');
      await form.getByRole('button', { name: /^Few knobs matter \(/ }).click();

      // The problems: out with the single ones, in with a set.
      await form.getByRole('button', { name: /^Noisy/ }).click();
      await form.getByRole('button', { name: /^Measured/ }).click();
      await form.getByRole('button', { name: /^Measured/ }).click();
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
    },
  );
});
