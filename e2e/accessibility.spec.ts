import { expect, test } from '@playwright/test';
import { strategies } from '../src/core/strategies/index.ts';
import { violations } from './axe.ts';
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
    const more = lab.page.getByRole('button', { name: /\d+ more/ });
    if (await more.isVisible()) await more.click();
    expect(await violations(lab.page)).toEqual([]);
    // Nothing sticks out of the page sideways.
    expect(await lab.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await context.close();
  });
}
