/** Links of a lecturer: the stage as it is asked for, playing or not, one picture large, with less on it; and back to that. */
import { expect, test, type Page } from './test.ts';
import { HIDEABLE, type Hideable } from '../src/app/address/hiding.ts';
import { LabPage, openMenu } from './lab.ts';
import { THOROUGH, visit } from './visit.ts';

test.describe('a link to the stage', () => {
  test.describe.configure({ mode: 'default' });
  let lab: LabPage;
  let page: Page;
  test.beforeAll(async ({ browser }) => {
    page = await browser.newPage();
    lab = new LabPage(page);
  });
  test.afterAll(() => page.close());
  test.afterEach(() => {
    expect(lab.problems, 'errors on the console').toEqual([]);
  });

  const QUERY = 'lang=en&objective=branin&budget=12&strategies=grid,random';
  const play = () => lab.transport.getByRole('button', { name: 'Play' });
  const pause = () => lab.transport.getByRole('button', { name: 'Pause' });
  const large = () => page.locator('[data-part=panel].large');

  test('opens it at a trial, playing or paused, with one picture large, and says so in the address', async () => {
    await lab.open(`${QUERY}&t=4&focus=random`);
    await lab.finished();
    await expect(lab.transport).toHaveAttribute('data-trial', '4');
    await expect(play()).toBeVisible();
    await expect(large()).toHaveAttribute('data-strategy', 'random');

    const entries = await page.evaluate(() => history.length);
    await page.keyboard.press('Escape');
    await expect(large()).toHaveCount(0);
    await expect(page).not.toHaveURL(/focus/);
    const head = (id: string) => lab.panel(id).getByRole('button').first();
    for (const [id, enlarge] of [
      ['grid', () => page.keyboard.press('1')],
      ['random', () => head('random').click()],
      ['grid', () => head('grid').press('Enter')],
    ] as const) {
      await enlarge();
      await expect(large()).toHaveAttribute('data-strategy', id);
      await expect(page).toHaveURL(new RegExp(`t=4&focus=${id}`));
    }
    expect(await page.evaluate(() => history.length)).toBe(entries);
    await page.reload();
    await expect(large()).toHaveAttribute('data-strategy', 'grid');

    await lab.open(`${QUERY}&t=9&play=1`);
    await expect(lab.transport).toHaveAttribute('data-trial', '12');
    await lab.open(`${QUERY.replace('12', '400')}&t=5&play=1`);
    await expect(pause()).toBeVisible();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await lab.open(`${QUERY}&t=3&play=1`);
    await expect(play()).toBeVisible();
    await expect(lab.transport).toHaveAttribute('data-trial', '3');
    await page.emulateMedia({ reducedMotion: 'no-preference' });
  });

  /** What is gone with each name, and keys that do nothing then. */
  const GONE: Record<Hideable, { what: string; keys: string[] }> = {
    pages: { what: 'header nav, header h1 a', keys: [] },
    menu: { what: 'header .opener', keys: ['p', '?'] },
    watched: { what: '.watched p', keys: [] },
    setup: { what: '[aria-controls=set-up], [data-part=drawer]', keys: ['s'] },
    truth: { what: '[data-mark=optimum], [data-testid=leaderboard] .faint', keys: ['h'] },
    pictures: { what: '[data-part=panel]', keys: ['1'] },
    sentences: { what: '[data-part=why]', keys: [] },
    race: { what: '[data-part=race]', keys: [] },
    ranking: { what: '[data-part=ranking], [data-part=panel] .rank', keys: [] },
    moments: { what: '[data-mark=moment]', keys: [',', '.'] },
    player: { what: '[data-part=clock], .pace', keys: [] },
    reset: { what: 'header button:text-is("Reset")', keys: ['r'] },
  };

  test('takes off it what it names, with the keys of that; the clock goes on', THOROUGH, async () => {
    await lab.open(`${QUERY}&t=1`);
    await lab.finished();
    await lab.openSetup();
    await openMenu(page);
    await lab.press('End');
    for (const { what } of Object.values(GONE))
      for (const one of what.split(', ')) await expect(page.locator(one).first(), one).toBeAttached();
    for (const name of HIDEABLE) {
      const { what, keys } = GONE[name];
      if (name === 'pictures') await visit(page, `#/lab?${QUERY}&t=12&hide=${name}`);
      else await lab.open(`${QUERY}&t=12&hide=${name}`);
      if (name !== 'menu') await openMenu(page);
      // Of what there is, something shows the clock's trial.
      const stage = name === 'pictures' ? page.getByTestId('race') : lab.panel('grid');
      await page.keyboard.press('ArrowLeft');
      await expect(stage).toHaveAttribute('data-trial', '11');
      await expect(page.locator(what), name).toHaveCount(0);
      await expect(page).toHaveURL(new RegExp(`t=11&hide=${name}$`));
      const before = page.url();
      for (const key of keys) await page.keyboard.press(key);
      await expect(page.locator(`${what}, dialog[open], [data-presenter]`), name).toHaveCount(0);
      await expect(page).toHaveURL(before);
      await expect(stage).toHaveAttribute('data-trial', '11');
    }
    // All at once: pictures alone, as large as the window, and a way on.
    await lab.open(`${QUERY}&t=4&hide=${HIDEABLE.filter((name) => name !== 'pictures').join()}`);
    await expect(lab.panels()).toHaveCount(2);
    const { height } = (await lab.panel('grid').boundingBox())!;
    expect(height).toBeGreaterThan(0.85 * page.viewportSize()!.height);
    await page.keyboard.press('ArrowRight');
    await expect(lab.panel('grid')).toHaveAttribute('data-trial', '5');
    // On a phone nothing falls into a place that is empty.
    await page.setViewportSize({ width: 390, height: 844 });
    for (const name of ['race', 'player', 'race,player']) {
      await lab.open(`${QUERY}&hide=${name}`);
      const apart = () =>
        page
          .locator('.stage > :is(.clock, .race), [data-part=panel]')
          .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect()))
          .then((boxes) =>
            boxes.every((a) => boxes.every((b) => a === b || a.bottom <= b.top + 1 || b.bottom <= a.top + 1)),
          );
      await expect.poll(apart, name).toBe(true);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    // Nothing is hidden on other pages, and it is as it was afterwards.
    await lab.open(`${QUERY}&hide=pages,menu`);
    await page.evaluate(() => (location.hash = location.hash.replace('/lab', '/assumptions')));
    await expect(page.locator('header nav a, header .opener')).toHaveCount(6);
    await page.locator('header nav a').first().click();
    await expect(page).toHaveURL(/#\/lab.*hide=pages,menu/);
    await expect(page.locator('header nav a, header .opener')).toHaveCount(0);
  });

  test('says in both languages which names it does not know, and which there are', async () => {
    for (const [lang, hidden, focused] of [
      [
        'en',
        /hide: nothing is called “clouds”.*Known: pages, menu, .*reset/,
        /focus: “tpe” is none .*grid, random/,
      ],
      [
        'zh',
        /hide：没有名为“clouds”的部分.*pages, menu, .*reset/,
        /focus：显示的策略中没有“tpe”.*grid, random/,
      ],
    ] as const) {
      await lab.open(`${QUERY.replace('en', lang)}&hide=clouds,race&focus=tpe`);
      const notices = page.getByTestId('notices');
      await expect(notices).toContainText(hidden);
      await expect(notices).toContainText(focused);
      await expect(page.locator('[data-part=race]')).toHaveCount(0);
      await expect(large()).toHaveCount(0);
    }
  });

  test(
    'is come back to by Reset, from what was set, stepped and enlarged; and back again',
    THOROUGH,
    async () => {
      await lab.open(`${QUERY}&seed=3&t=4&focus=random&hide=race`);
      await lab.finished();
      await openMenu(page);
      const reset = page.getByRole('button', { name: 'Reset', exact: true });
      const undo = page.getByRole('button', { name: 'Undo the reset' });
      await expect(page.getByRole('button', { name: 'Presenter' })).toBeVisible();
      await expect(reset).toHaveCount(0);

      await lab.press('Escape');
      await lab.press('End');
      await lab.press('h');
      await lab.openSetup();
      await lab.drawer.getByRole('button', { name: 'Bayesian' }).click();
      await lab.drawer.locator('[data-control=seed] input').fill('77');
      await lab.drawer.getByRole('button', { name: 'Close' }).click();
      await expect(page).toHaveURL(/seed=77.*strategies=grid,random,bayes.*t=12.*truth=hidden/);
      const changed = page.url();

      // Also after a reload.
      await page.reload();
      await openMenu(page);
      await reset.click();
      await expect(page).toHaveURL(/seed=3&strategies=grid,random&.*t=4&focus=random&hide=race$/);
      await expect(large()).toHaveAttribute('data-strategy', 'random');
      await expect(lab.transport).toHaveAttribute('data-trial', '4');
      await expect(reset).toHaveCount(0);
      await undo.click();
      await expect(page).toHaveURL(changed);
      await expect(lab.panel('bayes')).toBeVisible();
      await lab.press('r');
      await expect(page).toHaveURL(/seed=3/);
      await lab.press('r');
      await expect(page).toHaveURL(changed);
      await page.goBack();
      await expect(page).toHaveURL(/seed=3/);
    },
  );
});
