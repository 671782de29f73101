/** What is taken along: pictures that stand alone and look as the page does, an animation of the run, data, a QR code. */
import jsqr from 'jsqr';
import { ALL_FORMATS, BufferSource, Input } from 'mediabunny';
import { expect, test } from './test.ts';
import { LabPage } from './lab.ts';
import {
  dialog,
  different,
  film,
  framesOf,
  openTake,
  pixelsOf,
  png,
  standing,
  taken,
  topIn,
} from './take.ts';
import { THOROUGH, visit } from './visit.ts';

// Jsqr was compiled for another module system.
const decode = 'default' in jsqr ? (jsqr.default as unknown as typeof jsqr) : jsqr;

test('a stage, a panel, the data and the link are taken from the Lab', async ({ page, context }) => {
  // Of no policy: files are opened by themselves.
  const desk = await context.newPage();
  const lab = new LabPage(page);
  await lab.open('objective=branin&strategies=random,grid&budget=20&t=7&theme=dark&hide=player');
  await lab.finished();
  await lab.page.mouse.move(0, 0);
  const stage = page.locator('[data-part=stage]');
  const onScreen = await stage.screenshot();
  const { width, height } = (await stage.boundingBox())!;
  const controls = page.getByTestId('race').locator('.switches');
  const hidden = await controls.screenshot();
  expect(hidden.length).toBeGreaterThan(0);
  await openTake(page);

  await test.step('the stage as SVG stands alone', async () => {
    const { name, bytes } = await taken(page, page.getByRole('button', { name: 'Save as SVG' }));
    expect(name).toBe('trial-by-trial_branin_seed-1_trial-7.svg');
    const found = await standing(desk, bytes);
    expect(found).toMatchObject({ error: '', unresolved: '', title: 'Branin', font: true, lost: [] });
    expect(found.images).toEqual(['data:image/png;base64,']);
    expect(found.marks).toBe(14);
    expect(found.texts.join('\n')).toContain('2 knobs · 20 trials · no noise · seed 1');
    expect(found.texts).toContain('trial 7 of 20');
    for (const words of ['Random', 'Grid', 'Simple regret']) expect(found.texts).toContain(words);
    // What is pressed is no part of a picture.
    expect(found.texts.join()).not.toMatch(/Show to the end|Take away/);
    expect(found.link).toMatch(/#\/lab\?.*objective=branin.*t=7/);
    expect(found.texts.at(-1)).toContain('#/lab?objective=branin');
  });

  await test.step('as PNG it looks as on screen', async () => {
    const { bytes } = await taken(page, page.getByRole('button', { name: 'Save as PNG' }));
    const [wide, tall] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    expect(Math.abs(wide - 2 * (width + 32))).toBeLessThanOrEqual(4);
    const half = await desk.evaluate(
      async ({ src, wide, tall }) => {
        const image = new Image();
        image.src = src;
        await image.decode();
        const canvas = Object.assign(document.createElement('canvas'), { width: wide, height: tall });
        canvas.getContext('2d')!.drawImage(image, 0, 0, wide, tall);
        return canvas.toDataURL();
      },
      { src: png(bytes), wide: wide / 2, tall: tall / 2 },
    );
    const { share } = await topIn(desk, half, onScreen, Math.round(width), Math.round(height) - 4);
    // All that differs are the race's switches.
    expect(share).toBeLessThan(0.01);
    expect(share).toBeGreaterThan(0);
  });

  await test.step('a panel by itself', async () => {
    await dialog(page).getByLabel('What', { exact: true }).selectOption('random');
    const { name, bytes } = await taken(page, page.getByRole('button', { name: 'Save as SVG' }));
    expect(name).toBe('trial-by-trial_branin_random_seed-1_trial-7.svg');
    const found = await standing(desk, bytes);
    expect(found).toMatchObject({ error: '', unresolved: '', font: true, lost: [], marks: 7 });
    expect(found.title).toMatch(/^Branin · Random/);
    expect(found.texts).not.toContain('Grid');
    await dialog(page).getByLabel('What', { exact: true }).selectOption('stage');
  });

  await test.step('trials as CSV, traces as JSON', async () => {
    const csv = await taken(page, page.getByRole('button', { name: 'Trials as CSV' }));
    expect(csv.name).toBe('trial-by-trial_branin_budget-20_seed-1.csv');
    expect(
      csv.bytes
        .toString()
        .trim()
        .split('\n')
        .filter((line) => /random/.test(line)),
    ).toHaveLength(20);
    const json = await taken(page, page.getByRole('button', { name: 'Traces as JSON' }));
    const file = JSON.parse(json.bytes.toString()) as { traces: { trials: unknown[] }[] };
    expect(file.traces.map(({ trials }) => trials.length)).toEqual([20, 20]);
  });

  await test.step('the QR code is the link', async () => {
    const link = await dialog(page).getByLabel('Link to what is on screen').inputValue();
    expect(link).toMatch(/objective=branin/);
    const { bytes } = await taken(page, page.getByRole('button', { name: 'QR code as PNG' }));
    const { data, side } = await pixelsOf(desk, png(bytes), 320);
    expect(decode(data, side, side)?.data).toBe(link);
  });

  await test.step('and the stage is as it was', async () => {
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Take away' })).toBeFocused();
    expect((await lab.shown()).every((trial) => trial === '7')).toBe(true);
    expect(lab.problems).toEqual([]);
  });
});

test(
  'a run of thirty trials is an animation that shows what the stage does',
  THOROUGH,
  async ({ page, context }) => {
    // Of no policy: files are opened by themselves.
    const desk = await context.newPage();
    test.setTimeout(180_000);
    const lab = new LabPage(page);
    await lab.open('strategies=random,binary,bayes&budget=30&t=12&hide=player');
    await lab.finished();
    const stage = page.locator('[data-part=stage]');
    const { width, height } = (await stage.boundingBox())!;
    const [wide, tall] = [Math.round(width), Math.round(height)];
    await openTake(page);

    await test.step('it can be cancelled', async () => {
      let downloads = 0;
      page.on('download', () => (downloads += 1));
      await film(page).getByRole('button', { name: 'Make the animation' }).click();
      await expect(film(page)).toContainText(/Picture [2-9] of 31/, { timeout: 60_000 });
      await page.keyboard.press('Escape');
      await expect(film(page)).toHaveAttribute('data-status', 'cancelled');
      await expect(film(page).getByRole('status')).toHaveText(/nothing was saved/);
      await expect(page.locator('[data-part=off-stage]')).toHaveCount(0);
      expect(downloads).toBe(0);
    });

    await film(page).getByLabel('Size').selectOption('screen');
    const { name, bytes } = await taken(page, film(page).getByRole('button', { name: 'Make the animation' }));
    expect(name).toBe('trial-by-trial_forrester_seed-1_to-trial-30.gif');
    expect(bytes.length).toBeLessThan(10e6);
    await expect(film(page).getByRole('status')).toContainText(`Saved ${name}`);
    // The reader's own clock has not moved.
    await page.keyboard.press('Escape');
    expect((await lab.shown()).every((trial) => trial === '12')).toBe(true);

    const trials = [3, 17, 30];
    const gif = await framesOf(desk, bytes, trials);
    expect(gif.count).toBe(31);
    expect(gif.delays.slice(1, 30).every((delay) => delay === 500)).toBe(true);
    expect(gif.width).toBeGreaterThanOrEqual(wide + 32);
    const shares = [];
    const others = [];
    let top: number | undefined;
    for (const [i, trial] of trials.entries()) {
      await lab.seek(trial);
      await page.mouse.move(0, 0);
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await expect(stage).toHaveAttribute('data-busy', 'false');
      await page.waitForFunction(() =>
        document.getAnimations().every(({ playState }) => playState !== 'running'),
      );
      const onScreen = await stage.screenshot();
      const at = (picture: string, y: number) =>
        different(
          desk,
          { src: picture, from: [16, y, wide, tall] },
          { src: png(onScreen), from: [0, 0, wide, tall] },
          [wide, tall],
        );
      top ??= (await topIn(desk, gif.pictures[i], onScreen, wide, tall)).top;
      shares.push(await at(gif.pictures[i], top));
      others.push(await at(gif.pictures[(i + 1) % 3], top));
    }
    // Of another trial much more differs than what two ways to draw the same do.
    for (const [i, share] of shares.entries()) {
      expect(share).toBeLessThan(0.012);
      expect(others[i]).toBeGreaterThan(3 * share);
    }
    expect(lab.problems).toEqual([]);
  },
);

test(
  'a video plays as long as it says; figures of chapters are taken, too',
  THOROUGH,
  async ({ page, context }) => {
    // Of no policy: files are opened by themselves.
    const desk = await context.newPage();
    test.setTimeout(180_000);
    const lab = new LabPage(page);
    await lab.open('strategies=random&budget=8');
    await lab.finished();
    await openTake(page);
    await film(page).getByLabel('Format').selectOption('video');
    await film(page).getByLabel('Size').selectOption('960x540');
    await film(page).getByLabel('Up to trial').fill('40');
    await expect(film(page)).toContainText('Enter a whole number from 1 to 8');
    await expect(film(page).getByRole('button', { name: 'Make the animation' })).toBeDisabled();
    await film(page).getByLabel('Up to trial').fill('5');
    const { name, bytes } = await taken(page, film(page).getByRole('button', { name: 'Make the animation' }));
    expect(name).toMatch(/to-trial-5\.(mp4|webm)$/);
    const input = new Input({ source: new BufferSource(new Uint8Array(bytes)), formats: ALL_FORMATS });
    const track = (await input.getPrimaryVideoTrack())!;
    expect([track.displayWidth, track.displayHeight]).toEqual([960, 540]);
    // 0.8 s of none, four of half a second, and the last.
    expect(await input.computeDuration()).toBeCloseTo(0.8 + 4 * 0.5 + 2.5, 1);

    await page.keyboard.press('Escape');
    // A figure is called as its section is; a run, as everywhere, as its problem.
    for (const [place, run] of [['bayesian/prior'], ['grid/bill'], ['tuning', 'Neural network on digits']]) {
      await visit(page, `#/learn/${place}`);
      await page.locator('[data-part=figure]').waitFor();
      await expect(page.locator('[data-part=figure] [data-part][data-busy=false]').first()).toBeVisible();
      // Drawn in a task of its own.
      const said = () =>
        page
          .locator('[data-part=figure] .picture *')
          .evaluateAll(
            (all) =>
              all.filter(({ childNodes }) =>
                [...childNodes].some((one) => one.nodeType === 3 && one.nodeValue!.trim()),
              ).length,
          );
      await expect.poll(said).toBeGreaterThan(5);
      await openTake(page);
      const svg = await taken(page, page.getByRole('button', { name: 'Save as SVG' }));
      const found = await standing(desk, svg.bytes);
      expect(found).toMatchObject({ error: '', unresolved: '', font: true, lost: [] });
      const section = await page.locator('[data-part=figure]').getAttribute('aria-label');
      expect(`Figure: ${found.title}`).toBe(run ? `Figure: ${run}` : section);
      expect(found.texts.length, `${place}: ${found.texts.join('/')}`).toBeGreaterThan(5);
      expect(found.texts.slice(-2).join('')).toMatch(/Trial by Trial · http/);
      await page.keyboard.press('Escape');
    }
    expect(lab.problems).toEqual([]);
  },
);

test('who leaves while a picture is being made gets none, and nothing fails', THOROUGH, async ({ page }) => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await visit(page, '#/learn/tuning?lang=en');
  await page.locator('[data-part=figure] [data-part][data-busy=false]').first().waitFor();
  await openTake(page);
  // The typeface, which goes into the picture, takes a while.
  await page.route(/\.woff2$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700));
    await route.continue();
  });
  const saved: string[] = [];
  page.on('download', (download) => saved.push(download.suggestedFilename()));
  await page.getByRole('button', { name: 'Save as SVG' }).evaluate((button: HTMLElement) => {
    button.click();
    location.hash = '#/learn';
  });
  await page.locator('[data-chapter=tuning]').first().waitFor();
  await page.waitForTimeout(1500);
  expect(saved).toEqual([]);
  expect(problems).toEqual([]);
});
