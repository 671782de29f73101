/** Keys drive the stage from anywhere, and lead to its parts. */
import { expect, test } from './test.ts';
import { THOROUGH } from './visit.ts';
import { LabPage, openMenu } from './lab.ts';

test.describe('keys', () => {
  test('drive the clock from wherever the focus is, but for text fields', async ({ page }) => {
    const lab = new LabPage(page);
    await lab.open('objective=branin&budget=12&strategies=grid,random,bayes');
    await lab.finished();
    await lab.openSetup();
    const truth = page.getByRole('checkbox', { name: 'True function' });
    const problem = lab.drawer.getByRole('combobox').first();
    const chip = lab.drawer.getByRole('button', { name: 'Sobol' });
    for (const touch of [
      () => truth.click(),
      () => lab.drawer.getByRole('button', { name: /\d+ more/ }).click(),
      () => chip.click(),
      () => problem.focus(),
      () => lab.speed.focus(),
    ]) {
      await touch();
      await lab.finished();
      await page.keyboard.press('Home');
      await expect(lab.transport).toHaveAttribute('data-trial', '0');
      await page.keyboard.press('ArrowRight');
      await expect(lab.transport).toHaveAttribute('data-trial', '1');
      await page.keyboard.press('End');
      await expect(lab.transport).toHaveAttribute('data-trial', '12');
      await page.keyboard.press('Space');
      await expect(lab.transport.getByRole('button', { name: 'Pause' })).toBeVisible();
      await page.keyboard.press('Space');
      await expect(lab.transport.getByRole('button', { name: 'Play' })).toBeVisible();
    }
    await expect(problem).toHaveValue('branin');
    await expect(truth).not.toBeChecked();
    await page.keyboard.press('End');
    await lab.drawer.locator('[data-control=budget] input').press('Home');
    await expect(lab.transport).toHaveAttribute('data-trial', '12');
  });

  test(
    'step in three beats, jump without; a model’s map in focus has beside it where it would try next',
    THOROUGH,
    async ({ page }) => {
      const lab = new LabPage(page);
      await lab.open('objective=branin&strategies=random,bayes&budget=12&t=7');
      await lab.finished();
      const bayes = page.locator('[data-strategy=bayes]');
      const tried = bayes.locator('[data-part=plot] [data-mark=sample]');
      await expect(tried).toHaveCount(7);
      // Marks that fall, by the milliseconds that they take: they may have landed before somebody looks.
      const fallen = await page.evaluateHandle(() => {
        const said: unknown[] = [];
        const { animate } = Element.prototype;
        Element.prototype.animate = function (frames, options) {
          if (this.closest('[data-mark=sample]')) said.push((options as KeyframeAnimationOptions).duration);
          return animate.call(this, frames, options);
        };
        return said;
      });
      await page.keyboard.press('ArrowRight');
      await expect(tried).toHaveCount(8);
      await expect.poll(() => fallen.jsonValue()).toEqual([500, 500]);
      await page.keyboard.press('End');
      await expect(tried).toHaveCount(12);
      expect(await fallen.jsonValue()).toHaveLength(2);

      await page.keyboard.press('2');
      const beside = bayes.locator('[data-part=beside]');
      await expect(beside.getByLabel('Log expected improvement')).toBeInViewport({ ratio: 1 });
      await expect(beside.locator('[data-mark=sample]')).toHaveCount(12);
      const [map, plot] = [await beside.boundingBox(), await bayes.locator('[data-part=plot]').boundingBox()];
      expect(map!.x).toBeGreaterThanOrEqual(plot!.x + plot!.width);
      await page.keyboard.press('Home');
      await expect(bayes.getByText('no model until trial 7')).toBeVisible();
    },
  );

  test('go from moment to moment, turn the truth off, larger type and a black screen on, and say so', async ({
    page,
  }) => {
    const lab = new LabPage(page);
    await lab.open('objective=double-well&seed=3&budget=12');
    await lab.finished();
    const marks = page.locator('[data-mark=moment]');
    const caption = page.locator('[data-part=caption]');
    await test.step('marks come as the clock passes them, and are said', async () => {
      await expect(marks).toHaveCount(0);
      await page.keyboard.press('.');
      await expect(lab.transport).toHaveAttribute('data-trial', '1');
      await page.keyboard.press('Shift+PageDown');
      await expect(lab.transport).toHaveAttribute('data-trial', '2');
      await expect(caption).toContainText('Binary throws the true minimum away');
      await expect(marks).toHaveCount(2);
      await page.keyboard.press(',');
      await expect(lab.transport).toHaveAttribute('data-trial', '1');
      await page.keyboard.press('End');
      await expect(lab.transport).toHaveAttribute('data-trial', '12');
      const lost = page.locator('[data-mark=moment][data-kind=lost]');
      await lost.hover();
      await expect(page.locator('.tooltip')).toContainText('Binary throws the true minimum away');
      await lost.click();
      await expect(lab.transport).toHaveAttribute('data-trial', '2');
      await lost.focus();
      await page.keyboard.press('Shift+ArrowLeft');
      await expect(marks.first()).toBeFocused();
    });
    await test.step('what tells the truth goes with it', async () => {
      await page.keyboard.press('End');
      await page.keyboard.press('h');
      await expect(page).toHaveURL(/truth=hidden/);
      await expect(page.locator('[data-mark=moment]:is([data-kind=lost], [data-kind=within])')).toHaveCount(
        0,
      );
      await page.keyboard.press('h');
      await expect(page).not.toHaveURL(/truth/);
    });
    await test.step('presenter, black screen, guide', async () => {
      await page.keyboard.press('p');
      await expect(page.locator('html')).toHaveAttribute('data-presenter');
      await page.keyboard.press('b');
      const black = page.getByRole('button', { name: 'Back to the stage' });
      await expect(black).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(black).toBeHidden();
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toContainText('a black screen');
      // The dialog has its keys for itself.
      await page.keyboard.press('p');
      await expect(page.locator('html')).toHaveAttribute('data-presenter');
    });
    expect(lab.problems).toEqual([]);
  });

  test('lead first to the clock, then to the pictures', async ({ page }) => {
    const lab = new LabPage(page);
    await lab.open('objective=forrester&budget=8&strategies=grid,random');
    await lab.finished();
    const focused = () =>
      page.evaluate(() => {
        const { activeElement: one } = document;
        return (
          one?.closest('[data-strategy]')?.getAttribute('data-strategy') ??
          one?.getAttribute('aria-label') ??
          one?.textContent
        );
      });
    const stops: (string | null | undefined)[] = [];
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press('Tab');
      stops.push(await focused());
    }
    expect(stops).toEqual(['Skip to the panels', 'Play', 'grid', 'random']);
  });

  test('the set-up drawer opens where a word is pressed, keeps what is in it, and gives the focus back', async ({
    page,
  }) => {
    const lab = new LabPage(page);
    await lab.open('objective=forrester&budget=8&strategies=grid');
    await lab.finished();
    await page.getByRole('button', { name: '8 trials' }).click();
    await expect(lab.drawer.locator('[data-control=budget] input')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(lab.drawer).toBeHidden();
    await expect(page.getByRole('button', { name: '8 trials' })).toBeFocused();
    await page.keyboard.press('s');
    await expect(lab.drawer).toBeVisible();
    await openMenu(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Presenter' })).toBeHidden();
  });
});
