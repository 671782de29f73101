/** What was left is let go: of a page that nobody sees, nothing that was drawn is held on to. */
import { expect, test } from './test.ts';
import { PLACES } from './everywhere.ts';
import { THOROUGH, visit } from './visit.ts';

interface Left {
  left: [string, WeakRef<Element>][];
}

/** A section for each kind of figure that a chapter does not begin with. */
const SECTIONS = [
  'grid/placements',
  'grid/bill',
  'binary/thousand-places',
  'bayesian/prior',
  'choosing/your-ranking',
  'tuning/one-setting',
  'tuning/five-hundred',
  'tuning/price',
].map((place) => ({
  at: `#/learn/${place}`,
  shown: ['[data-part=figure] [data-part][data-busy=false]'],
}));

test('a page that was left is let go', THOROUGH, async ({ page }) => {
  test.setTimeout(400_000);
  const session = await page.context().newCDPSession(page);
  await visit(page, '#/class');
  for (const { at, shown } of [...PLACES, ...SECTIONS])
    await test.step(at, async () => {
      if (at === '#/class') return;
      await visit(page, at);
      for (const selector of shown) await page.locator(selector).first().waitFor({ state: 'attached' });
      await page.evaluate(() => {
        const drawn = document.querySelectorAll('main > *, main svg.plot, main [data-part], main button');
        (window as unknown as Left).left = [...drawn].map((one) => [
          `${one.tagName}.${one.getAttribute('class')} ${one.getAttribute('data-part') ?? ''}`,
          new WeakRef(one),
        ]);
      });
      await visit(page, '#/class');
      await page.getByTestId('class-bring').waitFor();
      await expect.soft
        .poll(
          async () => {
            await session.send('HeapProfiler.collectGarbage');
            return page.evaluate(() =>
              (window as unknown as Left).left.filter(([, one]) => one.deref()).map(([name]) => name),
            );
          },
          { message: at, timeout: 15_000 },
        )
        .toEqual([]);
    });
});
