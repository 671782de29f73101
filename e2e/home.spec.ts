/** The front door: the point in five seconds, without a click; every story; the doors; and older links that still open. */
import { expect, test } from './test.ts';
import { everybodyCanReadItProjected, everybodyCanUse, lookAs } from './axe.ts';
import { THOROUGH } from './visit.ts';

test('plays by itself, is about learning rate and validation error, and says what happens', async ({
  page,
}) => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto('/');
  const stage = page.locator('[data-part=stage]');
  await expect(stage.locator('[data-part=panel]')).toHaveCount(5);
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(
    'Each point is one training run of hours. Who finds the valley first?',
  );
  await expect(stage.locator('[data-strategy=babysit]')).toContainText('validation error');
  await expect(stage.locator('[data-strategy=babysit]')).toContainText('learning rate');
  await expect(page.locator('[data-part=clock]')).not.toHaveAttribute('data-trial', '0');
  await expect(page.locator('[data-part=caption]')).toContainText('within 10 %');
  await test.step('pictures, race and clock are on screen together, with the doors below', async () => {
    await page.setViewportSize({ width: 1280, height: 720 });
    const inside = () =>
      page.evaluate(() => {
        const parts = [...document.querySelectorAll('[data-part=plot], [data-part=race], [data-part=clock]')];
        const door = document.querySelector('.doors strong')!.getBoundingClientRect();
        return [
          parts.length,
          parts.every((part) => part.getBoundingClientRect().bottom <= innerHeight),
          door.bottom < innerHeight,
          document.documentElement.scrollWidth <= innerWidth,
        ];
      });
    await expect.poll(inside).toEqual([7, true, true, true]);
  });
  await test.step('on a phone: the picture, the race, the clock and what it says', async () => {
    for (const [width, height] of [
      [390, 844],
      [320, 640],
    ]) {
      await page.setViewportSize({ width, height });
      const below = () =>
        page.evaluate(() =>
          [
            ...document.querySelectorAll<HTMLElement>(
              '.large [data-part=plot], [data-part=race], [data-part=clock], [data-part=caption]',
            ),
          ].map((part) => {
            const { bottom, height } = part.getBoundingClientRect();
            return [part.dataset.part, height > 15 && bottom <= innerHeight];
          }),
        );
      await expect
        .poll(async () => Object.fromEntries(await below()))
        .toEqual({ plot: true, race: true, clock: true, caption: true });
    }
    await page.setViewportSize({ width: 1280, height: 720 });
  });
  await test.step('the end of a story says what was seen; the next one follows', async () => {
    await page.keyboard.press('End');
    await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(/binary search came nearest/);
    await page.getByRole('button', { name: 'A knob that does not matter' }).click();
    await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(/Two knobs, nine trials/);
    await expect(stage.locator('canvas, [data-mark=level-set], [data-mark=contours]').first()).toBeAttached();
  });
  await test.step('the doors lead on, the name leads back, and the Lab is as it was', async () => {
    await page.getByRole('link', { name: 'Open this run in the Lab' }).click();
    await expect(page).toHaveURL(/#\/lab\?objective=important-unimportant/);
    await expect(page.getByRole('button', { name: 'seed 7' })).toBeVisible();
    await page.getByRole('link', { name: 'Trial by Trial' }).click();
    await expect(page).toHaveURL(/\/#\/$/);
    // To every page, each with what it is called above.
    const names = (of: string) => page.locator(of).allTextContents();
    expect((await names('.doors strong')).sort()).toEqual((await names('header nav a')).sort());
    await page.getByRole('link', { name: 'Lab', exact: true }).click();
    await expect(page.getByRole('button', { name: 'seed 7' })).toBeVisible();
  });
  await test.step('a link without a page that names an experiment is the Lab’s, as before', async () => {
    await page.evaluate(() => (location.hash = '#/?objective=branin&budget=8'));
    await expect(page.getByRole('button', { name: '8 trials' })).toBeVisible();
  });
  expect(problems).toEqual([]);
});

test('shows the end and stays there where nothing may move; in Chinese, too', THOROUGH, async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/#/?lang=zh');
  await expect(page.locator('[data-part=clock]')).toHaveAttribute('data-trial', '12');
  await expect(page.getByRole('heading', { level: 2 }).first()).toContainText('这一回二分法离谷底最近');
  await expect(page.getByRole('button', { name: '播放' })).toBeVisible();
  await expect(page.locator('[data-strategy=babysit]')).toContainText('学习率');
  for (const [colorScheme, width] of [
    ['light', 390],
    ['dark', 1280],
  ] as const) {
    await lookAs(page, { colorScheme, width });
    await everybodyCanUse(page, { colorScheme, width }, `the front door, ${width} px`);
  }
  await everybodyCanReadItProjected(page, 'the front door');
});
