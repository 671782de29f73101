/** A belief in the reader’s hands, by keys. */
import { expect, test, type Page } from './test.ts';
import { violations } from './axe.ts';
import { THOROUGH, visit } from './visit.ts';

const open = async (page: Page, section: string) => {
  await visit(page, `#/learn/bayesian/${section}`);
  await expect(page.locator(`figure[data-stated="${section}"] [data-part=belief]`)).toHaveAttribute(
    'data-busy',
    'false',
  );
};
const handles = (page: Page) => page.locator('[data-mark=handle]');

test('everything can be done with keys', async ({ page }) => {
  await open(page, 'four-bets');
  const bet = page.locator('[data-mark=bet][data-bet=ei]');
  const stated = await bet.getAttribute('data-argmax');
  const first = handles(page).first();
  const value = Number(await first.getAttribute('aria-valuenow'));
  await first.focus();
  await page.keyboard.press('Shift+ArrowDown');
  expect(Number(await first.getAttribute('aria-valuenow'))).toBeLessThan(value);
  await page.keyboard.press('Delete');
  await expect(handles(page)).toHaveCount(6);
  await page.getByRole('button', { name: 'Add one' }).press('Enter');
  await expect(handles(page)).toHaveCount(7);
  await page.getByRole('slider', { name: 'ξ' }).press('End');
  await expect(bet).not.toHaveAttribute('data-argmax', stated!);
});

test('the lengthscale is turned, and its likelihood says what that is worth', THOROUGH, async ({ page }) => {
  await open(page, 'lengthscale');
  const said = page.getByText(/log marginal likelihood/);
  await expect(said).toContainText('−10.9');
  await page.getByRole('slider', { name: 'Lengthscale ℓ' }).press('End');
  await expect(said).toContainText('ℓ = 1:');
});

for (const section of ['prior', 'four-bets', 'lengthscale'])
  test(`nothing of ${section} keeps anybody out`, THOROUGH, async ({ page }) => {
    await open(page, section);
    expect(await violations(page)).toEqual([]);
  });
