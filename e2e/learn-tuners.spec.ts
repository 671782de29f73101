/** Classes of simulated tuners: names by mouse and by key, a rank to bet on, a slider, a table. */
import { expect, test, type Page } from './test.ts';
import { violations } from './axe.ts';
import { THOROUGH, visit } from './visit.ts';

const open = async (page: Page, section: string) => {
  await visit(page, `#/learn/trial-and-error/${section}?lang=en`);
  const tuners = page.locator(`figure[data-stated="${section}"] [data-part=tuners]`);
  await expect(tuners).toHaveAttribute('data-busy', 'false');
  return tuners;
};
const figure = (page: Page) => page.locator('[data-part=figure]');

test('names are hidden, shown by key, and hidden again by the text', THOROUGH, async ({ page }) => {
  const tuners = await open(page, 'forty');
  await expect(tuners.locator('[data-mark=line]')).toHaveCount(41);
  const colours = () =>
    tuners
      .locator('[data-mark=line]')
      .evaluateAll((lines) => new Set(lines.map((line) => line.getAttribute('stroke'))).size);
  expect(await colours()).toBe(1);
  await tuners.getByRole('checkbox').press('Space');
  expect(await colours()).toBe(5);
  await expect(figure(page)).toHaveAttribute('data-differs', 'true');
  await page.getByRole('button', { name: 'Reset to the text' }).click();
  expect(await colours()).toBe(1);
  await tuners.getByText('Table').click();
  await expect(tuners.locator('tbody tr')).toHaveCount(40);
  await expect(tuners.locator('tbody')).not.toContainText('0.25');
});

test('the rank in the rematch is bet on by keys, and comes', THOROUGH, async ({ page }) => {
  await open(page, 'names');
  const bet = page.locator('[data-predict=again]');
  await bet.getByRole('slider').press('Home');
  await expect(bet.locator('output')).toHaveText('1');
  await bet.getByRole('button', { name: 'Commit' }).press('Enter');
  await expect(bet.locator('[data-part=answer]')).toContainText('You said 1; it is 22.');
  const tuners = await open(page, 'rematch');
  await expect(tuners).toContainText('rank 22 of 40');
  await expect(tuners.locator('[data-mark=dots]')).toHaveAttribute('data-count', '40');
});

test('a first guess is all there is after one trial', THOROUGH, async ({ page }) => {
  const tuners = await open(page, 'first-guess');
  await expect(tuners).toContainText('rank correlation 0.086');
  await tuners.getByRole('slider', { name: 'Trials made' }).press('Home');
  await expect(tuners).toContainText('rank correlation 1');
});

for (const section of ['names', 'fifty-classes'])
  test(`nothing of ${section} keeps anybody out`, THOROUGH, async ({ page }) => {
    await open(page, section);
    expect(await violations(page)).toEqual([]);
  });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });
  test('what the clock says has a line of its own, over its buttons', async ({ page }) => {
    await visit(page, '#/learn/trial-and-error/stuck?lang=en');
    await expect(figure(page)).toHaveAttribute('data-stated', 'stuck');
    const caption = page.locator('[data-part=caption]');
    await expect(caption).toContainText('By hand is stuck');
    const [said, clock, door] = await Promise.all(
      [caption, page.locator('[data-part=clock]'), page.locator('[data-part=door]')].map(
        async (one) => (await one.boundingBox())!,
      ),
    );
    expect([said.height < 30, said.width > 300]).toEqual([true, true]);
    expect(clock.y + clock.height).toBeLessThanOrEqual(door.y + 1);
  });
  test('no line begins with the sign behind a term', async ({ page }) => {
    await visit(page, '#/learn/choosing/hours?lang=zh');
    const kept = page.locator('article .kept:has(button)');
    await expect(kept.first()).toBeVisible();
    const apart = await kept.evaluateAll((all) =>
      all.filter((one) => {
        const sign = document.createRange();
        sign.selectNodeContents([...one.childNodes].findLast(({ nodeType }) => nodeType === Node.TEXT_NODE)!);
        const at = sign.getBoundingClientRect();
        return at.width > 0 && at.top >= one.querySelector('button')!.getBoundingClientRect().bottom;
      }),
    );
    expect(apart.map(String)).toEqual([]);
  });
});
