/** The course: every section by link and by scroll, bets by mouse and by keyboard, in both languages. */
import { expect, test, type Page } from './test.ts';
import { chapterIds, chapterIn } from '../tools/learn/library.ts';
import { gzipSync } from 'node:zlib';
import { everybodyCanUse, lookAs } from './axe.ts';
import { THOROUGH, visit } from './visit.ts';

const figure = (page: Page) => page.locator('[data-part=figure]');

/** The figure is as the section states it. */
async function isStated(page: Page, chapter: string, section: string) {
  const { figure: stated } = chapterIn(chapter, 'en').sections.find(({ id }) => id === section)!;
  await expect(figure(page).getByRole('alert')).toHaveCount(0);
  await expect(figure(page)).toHaveAttribute('data-stated', section);
  await expect(figure(page)).toHaveAttribute('data-differs', 'false');
  if (stated.kind === 'stage') {
    const t = /[?&]t=(\d+)/.exec(`?${stated.lab}`)?.[1] ?? '0';
    await expect(page.locator('[data-part=clock]')).toHaveAttribute('data-trial', t);
    const [, strategies = ''] = /strategies=([\w,-]+)/.exec(stated.lab) ?? [];
    for (const id of strategies.split(','))
      await expect(figure(page).locator(`[data-strategy=${id}]`).first()).toBeVisible();
    await expect(figure(page).locator('[data-lit]')).toHaveCount(stated.lit.length > 0 ? 1 : 0);
  } else
    await expect(figure(page).locator(`[data-part=${stated.kind}]`)).toHaveAttribute('data-busy', 'false', {
      // The guide's study runs to its end.
      timeout: 60_000,
    });
}

function watch(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  return problems;
}

/** What figures have to do is the same in all chapters, and their texts are checked when they are made: others are sweeps. */
const WALKED = { chapter: 'tuning', lang: 'en' };

for (const chapter of chapterIds())
  for (const lang of ['en', 'zh'] as const) {
    const once = chapter === WALKED.chapter && lang === WALKED.lang ? {} : THOROUGH;
    test(
      `${chapter} (${lang}): every section by link, by scroll and by the way back`,
      once,
      async ({ page }) => {
        const problems = watch(page);
        const { title, sections } = chapterIn(chapter, lang);
        await visit(page, `#/learn?lang=${lang}`);
        await page.locator(`[data-chapter=${chapter}]`).click();
        await expect(page.getByRole('article').getByRole('heading', { level: 2 }).first()).toHaveText(title);
        await isStated(page, chapter, sections[0].id);
        for (const { id } of sections.toReversed()) {
          await visit(page, `#/learn/${chapter}/${id}?lang=${lang}`);
          await isStated(page, chapter, id);
          await expect(page.locator(`#section-${id} h3`)).toBeInViewport();
        }
        await page.goBack();
        await isStated(page, chapter, sections[1].id);
        await page.evaluate(() => scrollTo(0, 0));
        await isStated(page, chapter, sections[0].id);
        for (const { id } of sections) {
          await page
            .locator(`#section-${id}`)
            .evaluate((section) =>
              scrollTo(0, section.getBoundingClientRect().top + scrollY - innerHeight * 0.3),
            );
          await isStated(page, chapter, id);
          await expect(page).toHaveURL(new RegExp(`#/learn/${chapter}/${id}`));
        }
        expect(problems).toEqual([]);
      },
    );
  }

test('a figure that was taken hold of goes back to the text', async ({ page }) => {
  await visit(page, '#/learn/random/one-run?lang=en');
  await isStated(page, 'random', 'one-run');
  await page.getByRole('button', { name: 'One trial back' }).click();
  await expect(figure(page)).toHaveAttribute('data-differs', 'true');
  await page.getByRole('button', { name: 'Reset to the text' }).click();
  await isStated(page, 'random', 'one-run');
  await page.getByRole('link', { name: 'Open this in the Lab' }).click();
  await expect(page).toHaveURL(/#\/lab\?objective=important-unimportant&budget=9.*t=9/);
  await page.goBack();
  await isStated(page, 'random', 'one-run');
});

test('bets are placed by keyboard and by mouse, and stay', THOROUGH, async ({ page }) => {
  await visit(page, '#/learn/random/one-run?lang=en');
  const share = page.locator('[data-predict=ahead]');
  await expect(share.locator('[data-part=answer]')).toHaveCount(0);
  await expect(share.getByRole('button', { name: 'Commit' })).toBeDisabled();
  await share.getByRole('slider').focus();
  for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowRight');
  await expect(share.locator('output')).toHaveText('60 %');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(share.locator('[data-part=answer]')).toContainText('You said 60 %; it is 96 %.');
  await expect(share.getByRole('slider')).toBeDisabled();

  const choice = page.locator('[data-predict=equal]');
  await choice.scrollIntoViewIfNeeded();
  await choice.getByText('The grid of cell centres').click();
  await choice.getByRole('button', { name: 'Commit' }).click();
  await expect(choice.locator('[data-part=answer]')).toContainText('So it came.');

  await page.reload();
  await expect(share.locator('[data-part=answer]')).toContainText('You said 60 %');
  await page.getByRole('link', { name: 'Learn', exact: true }).first().click();
  await expect(page.locator('.contents')).toContainText('Bets placed: 2 of 2');
});

test('a place is pointed at in the picture, by the slider, or by keys', async ({ page }) => {
  await visit(page, '#/learn/grid/planned?lang=en');
  const bet = page.locator('[data-predict=best-rate]');
  await isStated(page, 'grid', 'planned');
  await bet.getByRole('slider').focus();
  await page.keyboard.press('ArrowRight');
  await expect(bet.locator('output')).not.toHaveText('–');
  const before = await bet.locator('output').textContent();
  const picture = (await figure(page).locator('[data-part=plot] svg.plot').first().boundingBox())!;
  await page.mouse.click(picture.x + picture.width * 0.6, picture.y + picture.height * 0.3);
  await expect(bet.locator('output')).not.toHaveText(before!);
  await expect(figure(page).locator('[data-part=pointed]')).toHaveAttribute('data-count', '1');
  await bet.getByRole('button', { name: 'Commit' }).click();
  await expect(bet.locator('[data-part=answer]')).toContainText('it is 0.001.');
});

test('an answer can be had without a bet; terms say what they mean; a place that is not there is said', async ({
  page,
}) => {
  await visit(page, '#/learn/random/one-run?lang=en');
  const share = page.locator('[data-predict=ahead]');
  await share.getByRole('button', { name: 'Show me' }).click();
  await expect(share.locator('[data-part=answer]')).toBeVisible();
  await expect(share.getByRole('button', { name: 'Commit' })).toBeVisible();
  const term = page.getByRole('button', { name: 'Regret', exact: true });
  await term.click();
  await expect(page.getByRole('note')).toContainText('遗憾');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('note')).toHaveCount(0);
  await visit(page, '#/learn/random/nowhere?lang=en');
  await expect(page.getByTestId('notices')).toContainText('random/nowhere');
  await visit(page, '#/learn/astrology?lang=en');
  await expect(page.getByTestId('notices')).toContainText('astrology');
  await expect(page.locator('[data-chapter=random]')).toBeVisible();
});

for (const [turn, chapter] of chapterIds().entries())
  test(
    `${chapter}: arrives in little, once the Lab is there`,
    turn === 0 ? {} : THOROUGH,
    async ({ page }) => {
      const sizes: Promise<number>[] = [];
      await page.goto('/#/lab?lang=en&strategies=random&budget=4');
      // All that comes at leisure, three seconds after the rest, is there: for five nothing has been asked for.
      const asked = () => page.evaluate(() => performance.getEntriesByType('resource').length);
      await expect
        .poll(
          async () => {
            const before = await asked();
            await page.waitForTimeout(5000);
            return (await asked()) - before;
          },
          { timeout: 45_000 },
        )
        .toBe(0);
      // From now on nothing comes at leisure: what other chapters need is nobody's wait.
      await page.evaluate(() => (window.requestIdleCallback = () => 0));
      page.on('response', (response) => {
        const { pathname } = new URL(response.url());
        if (!/\.(js|css)$/.test(pathname) || /worker/.test(pathname)) return;
        sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
      });
      await visit(page, `#/learn/${chapter}?lang=en`);
      await expect(figure(page).locator('[data-strategy]').first()).toBeVisible();
      await page.waitForLoadState('networkidle');
      const kilobytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1024;
      test.info().annotations.push({ type: 'KB', description: kilobytes.toFixed(1) });
      expect(kilobytes).toBeGreaterThan(1);
      expect(kilobytes).toBeLessThan(60);
    },
  );

test(
  'a section where nothing has been tried follows one with trials: its figure is drawn',
  THOROUGH,
  async ({ page }) => {
    for (const section of ['when-it-fails', 'your-turn']) {
      await visit(page, `#/learn/binary/${section}?lang=en`);
      await isStated(page, 'binary', section);
      await expect(figure(page).locator('[data-mark=truth], [data-mark=sample]').first()).toBeVisible();
    }
    await expect(figure(page).getByRole('alert')).toHaveCount(0);
  },
);

test('a picture by itself has all of its figure, on a projector, too', THOROUGH, async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  for (const larger of ['', '&presenter=1'])
    for (const section of ['not-knowing', 'two-knobs']) {
      await visit(page, `#/learn/bayesian/${section}?lang=en${larger}`);
      await isStated(page, 'bayesian', section);
      const [whole, panel] = [figure(page), figure(page).locator('[data-part=panel]')];
      await expect(panel).toBeVisible();
      const share = (await panel.boundingBox())!.width / (await whole.boundingBox())!.width;
      expect(share).toBeGreaterThan(0.85);
    }
});

test('the figure is in the first screen, whole', THOROUGH, async ({ page }) => {
  for (const [width, height] of [
    [1280, 720],
    [390, 844],
  ]) {
    await page.setViewportSize({ width, height });
    for (const section of ['', '/one-run', '/importance']) {
      await visit(page, `#/learn/random${section}?lang=en`);
      await expect(figure(page)).toBeInViewport({ ratio: 1 });
      const box = (await figure(page).boundingBox())!;
      expect(box.height * box.width).toBeGreaterThan(width * height * (width < 900 ? 0.4 : 0.4));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  }
});

test(
  'a chapter prints as a handout: every section with its figure, none of them cut',
  THOROUGH,
  async ({ page }) => {
    await page.setViewportSize({ width: 1000, height: 900 });
    await visit(page, '#/learn/random/sixty?lang=en');
    await page.evaluate(() => (window.print = () => void (document.title = 'printed')));
    await expect(figure(page)).toHaveAttribute('data-stated', 'sixty');
    await page.keyboard.press('Control+p');
    await expect(page).toHaveTitle('printed', { timeout: 90_000 });
    // Who has printed is where they were.
    await expect(figure(page)).toHaveAttribute('data-stated', 'sixty');
    await page.emulateMedia({ media: 'print' });
    await expect(figure(page)).toBeHidden();
    await expect(page.locator('header nav')).toBeHidden();
    const { sections } = chapterIn('random', 'en');
    for (const { id } of sections) {
      const still = page.locator(`#still-${id}`);
      await expect(still).toBeVisible();
      await expect(still.locator('svg').first()).toBeVisible();
      const [height, breaks, wide] = await still.evaluate((element) => [
        element.getBoundingClientRect().height,
        getComputedStyle(element).breakInside,
        element.scrollWidth > element.clientWidth + 1,
      ]);
      // A page of A4 is 1047 px high without its margins.
      expect(height, id).toBeLessThan(900);
      expect([breaks, wide], id).toEqual(['avoid', false]);
    }
    // Whose run it is, is said on paper too, though nothing can be pressed there.
    const heads = await page.locator('.still :is(h2, h3, h4)').allInnerTexts();
    expect(heads.length).toBeGreaterThan(0);
    expect(heads.filter((text) => text.trim() === '')).toEqual([]);
    await expect(page.locator('.still button')).toHaveCount(0);
    // A figure of a few lines takes no more of a page than these.
    const rooms = await page.locator('.still [data-part=share]').evaluateAll((all) =>
      all.map((part) => {
        const tops = [...part.children].map((child) => child.getBoundingClientRect());
        return part.clientHeight - (tops[tops.length - 1].bottom - tops[0].top);
      }),
    );
    expect(rooms.length).toBeGreaterThan(0);
    expect(Math.max(...rooms)).toBeLessThan(100);
    // A map lies under its dots, also as an image.
    const away = await page.locator('.still img').evaluateAll((all) =>
      all.map((image) => {
        const [map, plot] = [image, image.parentElement!.querySelector('svg')!].map((one) =>
          one.getBoundingClientRect(),
        );
        return map.top < plot.top - 1 || map.bottom > plot.bottom + 1;
      }),
    );
    expect(away.length).toBeGreaterThan(0);
    expect(away).not.toContain(true);
    expect(
      await page
        .locator('.still [id]')
        .evaluateAll((all) => all.length - new Set(all.map(({ id }) => id)).size),
    ).toBe(0);
  },
);

test('a figure sticks out nowhere while it still computes', async ({ page }) => {
  await lookAs(page, { colorScheme: 'light', width: 390 });
  // Nothing comes from the workers.
  await page.route('**/*worker*.js', () => {});
  for (const section of ['two-shadows', 'one-run']) {
    await visit(page, `#/learn/random/${section}?lang=zh`);
    await expect(page.locator('[data-part=caption]')).toContainText('正在计算第 1 次试验');
    expect(await page.evaluate(() => document.documentElement.scrollWidth), section).toBe(390);
  }
});

test('the course has no serious accessibility violation', THOROUGH, async ({ page }) => {
  for (const [colorScheme, width, hash] of [
    ['light', 1280, '#/learn?lang=en'],
    ['dark', 390, '#/learn/random/two-shadows?lang=zh'],
    ['light', 390, '#/learn/random/importance?lang=en'],
    ['dark', 1280, '#/learn/random/one-run?lang=en'],
  ] as const) {
    await lookAs(page, { colorScheme, width });
    await visit(page, hash);
    await expect(page.locator('.contents, [data-part=figure]').first()).toBeVisible();
    const details = page.locator('[data-part=teachers] summary');
    if (await details.count()) await details.click();
    await everybodyCanUse(page, { colorScheme, width }, hash);
  }
});
