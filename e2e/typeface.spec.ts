/** When the typeface comes: it is half as large as all that the first picture needs. */
import { expect, test } from './test.ts';
import { visit } from './visit.ts';

const TYPEFACE = /\/inter-[^/]*\.woff2$/;
const isThere = () =>
  [...document.fonts].some(({ family, status }) => family.includes('Inter Variable') && status === 'loaded');

for (const [name, hash] of [
  ['the front door', '#/'],
  ['the Lab', '#/lab'],
  ['the Arena', '#/arena'],
  ['the choice of games', '#/play'],
])
  test(`${name} asks for its typeface once its first picture is seen`, async ({ page }) => {
    await page.goto(`/${hash}`);
    await page.waitForFunction(isThere);
    const [asked, seen] = await page.evaluate(() => [
      performance.getEntriesByType('resource').find(({ name }) => name.endsWith('.woff2'))!.startTime,
      performance.getEntriesByName('first-contentful-paint')[0].startTime,
    ]);
    expect(asked).toBeGreaterThanOrEqual(seen);
    // Words are set in it.
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Inter Variable');
  });

test('prose asks for its typeface beside its files: its lines would break anew while they are read', async ({
  page,
}) => {
  // Never answered: nothing is set in it yet.
  await page.route(/\/assets\/page-[^/]*\.js$/, () => {});
  const asked = page.waitForRequest(TYPEFACE);
  await page.goto('/#/learn/random?lang=en');
  await asked;
});

test('a page stands without its typeface, and asks for it once', async ({ page }) => {
  let asked = 0;
  await page.route(TYPEFACE, (route) => {
    asked += 1;
    return route.abort();
  });
  const problems: Error[] = [];
  page.on('pageerror', (error) => problems.push(error));
  await visit(page, '#/play');
  await expect(page.locator('[data-game=dropout]')).toBeVisible();
  await expect.poll(() => asked).toBe(1);
  await visit(page, '#/class');
  await expect(page.getByTestId('class-bring')).toBeVisible();
  expect(asked).toBe(1);
  expect(problems).toEqual([]);
});
