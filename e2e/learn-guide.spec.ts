/** The guide: six answers, an order of strategies, the study run live, its ties, its hours, and its door to the Arena. */
import { expect, test, type Page } from './test.ts';
import { everybodyCanUse, lookAs } from './axe.ts';
import { THOROUGH, visit } from './visit.ts';

const figure = (page: Page) => page.locator('[data-part=figure]');
const guide = (page: Page) => page.locator('[data-part=guide]');
const through = (page: Page) =>
  expect(guide(page)).toHaveAttribute('data-busy', 'false', { timeout: 60_000 });
const order = (page: Page) =>
  page
    .locator('[data-predict=ranking] li')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.name));
const ranked = (page: Page) =>
  guide(page)
    .locator('[data-rank]')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.strategy));

test(
  'answers choose what is compared, stay from section to section, and go back to the text',
  THOROUGH,
  async ({ page }) => {
    await visit(page, '#/learn/choosing/six-questions?lang=en');
    await expect(guide(page).locator('[data-strategy=nelder-mead]')).toBeVisible();
    await guide(page).locator('[data-question=knobs]').selectOption('one');
    await expect(guide(page).locator('[data-strategy=binary]')).toBeVisible();
    await expect(guide(page).locator('[data-strategy=nelder-mead]')).toHaveCount(0);
    await expect(figure(page)).toHaveAttribute('data-differs', 'true');
    await page.reload();
    await expect(guide(page).locator('[data-question=knobs]')).toHaveValue('one');
    await visit(page, '#/learn/choosing/the-study?lang=en');
    await through(page);
    expect(await ranked(page)).toContain('binary');
    await page.getByRole('button', { name: 'Reset to the text' }).click();
    await expect(guide(page).locator('[data-strategy=nelder-mead]')).toBeVisible();
    await expect(figure(page)).toHaveAttribute('data-differs', 'false');
  },
);

test(
  'an order is made by buttons, keys and drag, and compared with the study',
  THOROUGH,
  async ({ page }) => {
    await visit(page, '#/learn/choosing/your-ranking?lang=en');
    const bet = page.locator('[data-predict=ranking]');
    await expect(bet.getByRole('button', { name: 'Commit' })).toBeDisabled();
    await expect.poll(() => order(page)).toEqual(['random', 'bayes', 'grid', 'nelder-mead', 'tpe']);
    await bet.getByRole('button', { name: 'Bayesian up' }).click();
    expect(await order(page)).toEqual(['bayes', 'random', 'grid', 'nelder-mead', 'tpe']);
    await bet.getByRole('button', { name: /^Nelder–Mead, place 4/ }).focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await order(page)).toEqual(['bayes', 'nelder-mead', 'random', 'grid', 'tpe']);
    const handle = bet.getByRole('button', { name: /^TPE, place 5/ });
    await handle.scrollIntoViewIfNeeded();
    const [from, to] = [(await handle.boundingBox())!, (await bet.locator('li').nth(2).boundingBox())!];
    await page.mouse.move(from.x + 60, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, to.y + 4, { steps: 8 });
    await page.mouse.up();
    expect(await order(page)).toEqual(['bayes', 'nelder-mead', 'tpe', 'random', 'grid']);
    await bet.getByRole('button', { name: 'Commit' }).click();
    await expect(bet.locator('[data-part=agreement]')).toContainText('two sections on');
    await expect(bet.getByRole('button', { name: 'TPE up' })).toHaveCount(0);

    await visit(page, '#/learn/choosing/the-study?lang=en');
    await through(page);
    await expect(guide(page).locator('[data-part=agreement]')).toContainText('almost that of the study');
    await expect(bet.locator('[data-part=agreement]')).toContainText('you had 8 right');
    // Other answers ask anew, and what was said of these stays.
    await guide(page).locator('summary').click();
    await guide(page).locator('[data-question=price]').selectOption('seconds');
    await expect(bet.locator('li[data-name=cma-es]')).toBeVisible();
    await expect(bet.getByRole('button', { name: 'Commit' })).toBeVisible();
    await guide(page).locator('[data-question=price]').selectOption('hours');
    await expect(bet.locator('[data-part=agreement]')).toContainText('almost that of the study');
  },
);

test('the study says its ties, as of any trial, and by hours', THOROUGH, async ({ page }) => {
  await visit(page, '#/learn/choosing/the-study?lang=en');
  await through(page);
  await expect(guide(page).locator('[data-part=lead]')).toHaveText(
    'At trial 25, Bayesian has the best mean rank over 2 problems, but it is tied with Nelder–Mead.',
  );
  await guide(page).getByRole('slider').focus();
  await page.keyboard.press('Home');
  await expect(guide(page).locator('[data-part=lead]')).toContainText('At trial 1, ');
  await expect(figure(page)).toHaveAttribute('data-differs', 'true');

  await visit(page, '#/learn/choosing/hours?lang=en');
  await through(page);
  await expect(guide(page).locator('[data-part=lead]')).toContainText('After 6 h on 8 machines, ');
  await expect(guide(page).locator('[data-strategy=random]')).toContainText('tied with Batch Bayes');
  await guide(page).getByRole('button', { name: 'Equal trials' }).click();
  await expect(guide(page).locator('[data-part=lead]')).toHaveText(/At trial 32, Bayesian leads/);
  expect((await ranked(page))[0]).toBe('bayes');
});

test('its door brings the Arena the same study', THOROUGH, async ({ page }) => {
  await visit(page, '#/learn/choosing/hours?lang=en');
  await page.getByRole('link', { name: 'Open this study in the Arena' }).click();
  await expect(page).toHaveURL(/#\/arena(?!.*study=)/);
  await expect(page.getByRole('region', { name: 'Notices' })).toHaveCount(0);
  const panel = page.locator('#panels').locator('..');
  await page.getByText('Put it together yourself').click();
  await expect(panel).toContainText('Six-hump camel');
  await expect(page.getByLabel('Budget', { exact: true })).toHaveValue('32');
});

test(
  'the twelve points of the first chapter stand beside the five; without them the five run alone',
  THOROUGH,
  async ({ page }) => {
    const five = ['babysit', 'grid', 'binary', 'random', 'bayes'];
    await visit(page, '#/learn/choosing/your-twelve?lang=en');
    const note = page.locator('[data-part=beside]');
    await expect(note).toContainText('You have placed no points');
    await expect(note.getByRole('link', { name: 'Place them' })).toHaveAttribute('href', /#\/learn\/tuning/);
    for (const id of five) await expect(figure(page).locator(`[data-strategy=${id}]`).first()).toBeVisible();
    await expect(figure(page).locator('[data-strategy=manual]')).toHaveCount(0);
    // Before the page is there: one that is open keeps what it knows whenever it likes.
    await page.addInitScript(() => {
      const points = Array.from({ length: 12 }, (_, i) => `${0.01 * (i + 1)},0.001`).join(';');
      localStorage.setItem(
        'trial-by-trial/learn',
        JSON.stringify({ read: [], said: { 'tuning/places': points } }),
      );
    });
    await page.reload();
    await expect(note).toHaveAttribute('data-own', 'true');
    for (const id of ['manual', ...five])
      await expect(figure(page).locator(`[data-strategy=${id}]`).first()).toBeVisible();
    await expect(figure(page)).toHaveAttribute('data-differs', 'false');
  },
);

test(
  'what the reader holds stays as it is when code comes that its figure does not wait for',
  THOROUGH,
  async ({ page }) => {
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    let held = 0;
    // The order that the chapter asks for brings the guide; this section shows the stage.
    await page.route('**/*.js', async (route) => {
      const response = await route.fetch();
      if ((await response.text()).includes('data-question')) {
        held += 1;
        await released;
      }
      await route.fulfill({ response });
    });
    await visit(page, '#/learn/choosing/your-twelve?lang=en');
    await expect(figure(page).locator('[data-strategy=random]').first()).toBeVisible();
    await expect(figure(page)).toHaveAttribute('data-differs', 'false');
    await figure(page).getByRole('slider', { name: 'Trial' }).first().press('Home');
    await expect(figure(page)).toHaveAttribute('data-differs', 'true');
    const state = await figure(page).getAttribute('data-state');
    expect(held).toBe(1);
    release();
    await expect(page.locator('[data-predict=ranking] li').first()).toBeAttached();
    await expect(figure(page)).toHaveAttribute('data-differs', 'true');
    expect(await figure(page).getAttribute('data-state')).toBe(state);
  },
);

for (const [lang, colorScheme, width] of [
  ['en', 'light', 1280],
  ['zh', 'dark', 390],
] as const)
  test(`everybody can use it (${lang}, ${width})`, THOROUGH, async ({ page }) => {
    await lookAs(page, { colorScheme, width });
    for (const section of ['your-ranking', 'the-study']) {
      const hash = `#/learn/choosing/${section}?lang=${lang}`;
      await visit(page, hash);
      await through(page);
      await everybodyCanUse(page, { colorScheme, width }, hash);
    }
  });
