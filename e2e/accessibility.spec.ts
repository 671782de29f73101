import { expect, test, type Page } from '@playwright/test';
import { strategies } from '#core/strategies/index.ts';
import { violations } from './axe.ts';
import { AssumptionsPage } from './assumptions.ts';
import { LabPage } from './lab.ts';

const all = `strategies=${strategies.map(({ id }) => id).join(',')}`;

for (const [name, colorScheme, width, query] of [
  ['a phone, light, one dimension', 'light', 390, 'objective=forrester&t=9'],
  ['a laptop, dark, two dimensions', 'dark', 1280, 'objective=branin&t=12'],
  ['a projector, light, six dimensions', 'light', 1920, 'objective=hartmann6&budget=12&t=8'],
  ['a phone, dark, all strategies', 'dark', 390, `objective=branin&budget=14&t=12&${all}`],
  ['a laptop, light, all strategies', 'light', 1280, `objective=forrester&budget=14&t=12&${all}`],
] as const) {
  test(`has no serious accessibility violation: ${name}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
    const lab = new LabPage(await context.newPage());
    await lab.open(query);
    await lab.finished();
    await lab.openSetup();
    const more = lab.page.getByRole('button', { name: /\d+ more/ });
    if (await more.isVisible()) await more.click();
    await check(lab.page, width);
    await context.close();
  });
}

for (const [name, colorScheme, width, query] of [
  ['a phone, light, a rippled curve with noise', 'light', 390, 'objective.ripple=0.12&noise=0.03'],
  [
    'a laptop, dark, an interaction',
    'dark',
    1280,
    'objective=morph-2d&objective.rotation=30&objective.conditioning=20',
  ],
  ['a projector, light, six dimensions', 'light', 1920, 'objective=hartmann6&presenter=1'],
  ['a phone, dark, a map', 'dark', 390, 'objective=morph-2d&objective.ripple=0.2&lang=zh'],
] as const) {
  test(`has no serious accessibility violation: Assumptions, ${name}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
    const assumptions = new AssumptionsPage(await context.newPage());
    await assumptions.open(query);
    await check(assumptions.page, width);
    await context.close();
  });
}

async function check(page: Page, width: number) {
  expect(await violations(page)).toEqual([]);
  // Nothing sticks out of the page sideways.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
}
