/** Twelve points on a plane: placed by mouse, by touch and by keys, kept, and met again. */
import { expect, test, type Page } from './test.ts';
import { violations } from './axe.ts';
import { THOROUGH, visit } from './visit.ts';

const bet = (page: Page) => page.locator('[data-predict=places]');
const open = async (page: Page, section = 'twelve-runs') => {
  await visit(page, `#/learn/tuning/${section}?lang=en`);
  await expect(page.locator('[data-part=figure]')).toHaveAttribute('data-stated', section);
};
const placed = (page: Page, count: number) =>
  expect(bet(page).locator('[data-mark=placed]')).toHaveCount(count);
/** A place on the plane, by shares of its width and height. */
async function spot(page: Page, across: number, up: number) {
  const pad = bet(page).getByRole('application');
  // On a phone the figure covers the upper half.
  await pad.evaluate((element) => element.scrollIntoView({ block: 'end', behavior: 'instant' }));
  const box = (await pad.boundingBox())!;
  return [box.x + across * box.width, box.y + (1 - up) * box.height] as const;
}
const undo = (page: Page) => bet(page).getByRole('button', { name: 'Take the last away' });

test(
  'by mouse and by keys, twelve and no more; they stay, and the chapter uses them',
  THOROUGH,
  async ({ page }) => {
    await open(page);
    const commit = bet(page).getByRole('button', { name: 'Commit' });
    for (let i = 0; i < 5; i++) await page.mouse.click(...(await spot(page, 0.55 + 0.04 * i, 0.4)));
    await placed(page, 5);
    await undo(page).click();
    await placed(page, 4);
    const pad = bet(page).getByRole('application');
    await pad.focus();
    await page.keyboard.press('ArrowUp');
    await expect(bet(page).locator('[data-mark=crosshair]')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Backspace');
    await placed(page, 4);
    for (let i = 0; i < 9; i++) {
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Enter');
      if (i < 7) await expect(commit).toBeDisabled();
    }
    await placed(page, 12);
    // Neither committed nor lost.
    await page.reload();
    await placed(page, 12);
    await undo(page).click();
    await expect(commit).toBeDisabled();
    await page.reload();
    await placed(page, 11);
    await page.mouse.click(...(await spot(page, 0.3, 0.7)));
    await placed(page, 12);
    await commit.click();
    await expect(bet(page).locator('[data-part=answer]')).toBeVisible();
    await expect(undo(page)).toHaveCount(0);

    await page.reload();
    await placed(page, 12);
    await open(page, 'winner');
    const seeds = page.locator('[data-part=seeds]');
    await expect(seeds).toHaveAttribute('data-own', 'true');
    await expect(seeds).toContainText('Your points.');
    await expect(seeds.locator('[data-mark=column]')).toHaveCount(12);
  },
);

test('without a bet, random points stand in', async ({ page }) => {
  await open(page, 'winner');
  await expect(page.locator('[data-part=seeds]')).toContainText(
    'The winner, trial 1, reported 0.0379; the mean of its seeds is 0.0424. Trial 5 was truly better',
  );
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
  test('by touch; cleared at once', async ({ page }) => {
    await open(page);
    for (let i = 0; i < 3; i++) await page.touchscreen.tap(...(await spot(page, 0.3 + 0.2 * i, 0.6)));
    await placed(page, 3);
    await bet(page).getByRole('button', { name: 'Clear' }).click();
    await placed(page, 0);
  });
});

test('a setting is moved, and the number of trials', THOROUGH, async ({ page }) => {
  await open(page, 'one-setting');
  const seeds = page.locator('[data-part=seeds]');
  await expect(seeds).toContainText('lowest 57.9, highest 63');
  await seeds.getByRole('slider').press('End');
  await expect(seeds).not.toContainText('lowest 57.9');
  await page.getByRole('button', { name: 'Reset to the text' }).click();
  await expect(seeds).toContainText('lowest 57.9');
  await open(page, 'five-hundred');
  const winners = page.locator('[data-part=winners]');
  await expect(winners).toContainText('Runs: 500. Reported too low: 80');
  await winners.getByRole('slider', { name: 'Trials per run' }).press('Home');
  await expect(winners).toContainText('Reported too low: 51');
});

for (const section of ['twelve-runs', 'winner', 'five-hundred'])
  test(
    `nothing of ${section} keeps anybody out`,
    section === 'twelve-runs' ? {} : THOROUGH,
    async ({ page }) => {
      await open(page, section);
      expect(await violations(page)).toEqual([]);
    },
  );
