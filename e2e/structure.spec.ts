/**
 * Every page as it is found: nothing opened, in every width that `accessibility.spec.ts` does not show it in before it is. Headings
 * make an outline, what names another element finds it, and a finger meets what it aims at.
 */
import { expect, test } from './test.ts';
import { everybodyCanUse, lookAs } from './axe.ts';
import { PLACES } from './everywhere.ts';
import { LabPage } from './lab.ts';
import { openTake, dialog } from './take.ts';
import { THOROUGH, visit } from './visit.ts';

for (const [name, look, lang] of [
  ['a laptop', { colorScheme: 'light', width: 1280 }, 'en'],
  ['a phone', { colorScheme: 'light', width: 390 }, 'zh'],
] as const)
  test(
    `every page has an outline, and no accessibility violation as it is found on ${name}`,
    THOROUGH,
    async ({ page }) => {
      test.setTimeout(240_000);
      await lookAs(page, look);
      for (const { at, shown } of PLACES)
        await test.step(at, async () => {
          await visit(page, `${at}${at.includes('?') ? '&' : '?'}lang=${lang}`);
          for (const selector of shown) await page.locator(selector).first().waitFor({ state: 'attached' });
          await everybodyCanUse(page, look, `${at} on ${name}`);
        });
    },
  );

test('what is taken along from the Lab has an outline, too', THOROUGH, async ({ page }) => {
  const look = { colorScheme: 'light', width: 1280 } as const;
  const lab = new LabPage(page);
  await lookAs(page, look);
  await lab.open('objective=branin&budget=8&strategies=random&lang=en');
  await lab.finished();
  await openTake(page);
  await expect(dialog(page).locator('h3').first()).toBeVisible();
  await everybodyCanUse(page, look, 'taking a run along');
});

test('no chart stays as wide as it was in a window that gets narrower', THOROUGH, async ({ page }) => {
  test.setTimeout(240_000);
  for (const { at, shown } of PLACES)
    await test.step(at, async () => {
      await page.setViewportSize({ width: 1280, height: 900 });
      await visit(page, `${at}${at.includes('?') ? '&' : '?'}lang=en`);
      for (const selector of shown) await page.locator(selector).first().waitFor({ state: 'attached' });
      await page.setViewportSize({ width: 390, height: 844 });
      // Tables of numbers are wider than a phone, and are scrolled by themselves.
      const widest = () =>
        page.locator('svg.plot').evaluateAll((all) => {
          const scrolled = (svg: Element) => {
            for (let box = svg.parentElement; box; box = box.parentElement)
              if (/auto|scroll/.test(getComputedStyle(box).overflowX)) return box.clientWidth <= 390;
            return false;
          };
          return Math.max(0, ...all.filter((svg) => !scrolled(svg)).map((svg) => svg.clientWidth));
        });
      await expect.soft.poll(widest, { timeout: 5_000 }).toBeLessThanOrEqual(390);
    });
});
