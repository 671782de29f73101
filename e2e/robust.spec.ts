/** What comes from outside may be damaged, missing or hostile: there is a page, it says why, and a good link works. */
import { expect, test, type Page } from './test.ts';
import { run } from '#core/run.ts';
import { readScenario } from '#core/scenario.ts';
import { strategies } from '#core/strategies/index.ts';
import { luckOf, mutated, mutatedText } from '../src/app/fuzz/mutate-testing.ts';
import { LabPage } from './lab.ts';
import { THOROUGH, visit } from './visit.ts';

// Each of these tests is many visits.
test.describe.configure({ timeout: 240_000 });

const GOOD = '#/lab?objective=branin&budget=6&strategies=grid,random';

/** The page is there, and does what a good link asks for. */
async function goodLinkWorks(page: Page) {
  await page.evaluate((hash) => (location.hash = hash), GOOD);
  const panels = page.locator('[data-testid^=panel-]');
  await expect(panels).toHaveCount(2);
  await expect
    .poll(() => panels.evaluateAll((all) => all.map((panel) => panel.getAttribute('data-status'))))
    .toEqual(['done', 'done']);
  await expect(page.locator('.crash')).toHaveCount(0);
}

const notices = (page: Page) => page.getByTestId('notices');

test(
  'names that every object answers to are names of columns, in the Lab, on the Assumptions page and after a reload',
  THOROUGH,
  async ({ page }) => {
    const lab = new LabPage(page);
    for (const name of ['constructor', '__proto__', 'toString']) {
      await test.step(name, async () => {
        const table = `objective=table&objective.trials=1,2,3,4;4,5,6,4;3,1,2,4&objective.space=${name}; ${name}2`;
        await lab.open(`${encodeURI(table)}&budget=4&strategies=grid,random`);
        await lab.finished();
        await page.reload();
        await lab.finished();
        await expect(lab.panels().first()).toContainText(name);
        await page.goto(`/#/assumptions?${encodeURI(table)}`);
        await expect(page.getByRole('main')).toContainText(name);
        await expect(page.locator('.crash')).toHaveCount(0);
        await goodLinkWorks(page);
        expect(lab.problems).toEqual([]);
      });
    }
  },
);

test('20,000 unknown strategies in a link are a few lines', THOROUGH, async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open('budget=5');
  const many = Array.from({ length: 20_000 }, (_, i) => `s${i}`).join();
  await page.evaluate((hash) => (location.hash = hash), `#/lab?strategies=${many}`);
  await expect(notices(page)).toContainText('and 19997 more like this');
  expect(await notices(page).getByRole('listitem').count()).toBeLessThan(8);
  expect((await notices(page).boundingBox())!.height).toBeLessThan(900);
  await goodLinkWorks(page);
});

test('what a link says twice, or to the wrong page, is told', async ({ page }) => {
  await page.goto('/#/lab?budget=NaN&budget=5');
  await expect(notices(page)).toContainText('“budget” stands in the link more than once');
  await page.goto('about:blank');
  await page.goto('/#/arena?budget=0&objective=nowhere');
  await expect(notices(page)).toContainText('nowhere');
  await expect(notices(page)).toContainText('budget = 0 is out of range');
  await expect(notices(page)).toContainText('belongs to the Lab');
});

test(
  'a worker file that cannot be loaded is asked for a few times, said, and loaded at a press',
  THOROUGH,
  async ({ page }) => {
    let asked = 0;
    await page.route(/worker[^/]*\.js/, (route) => {
      asked += 1;
      return route.abort();
    });
    await page.goto('/#/lab?objective=branin&budget=6&strategies=grid,random,bayes');
    const alert = page.getByTestId('panel-grid').getByRole('alert');
    await expect(alert).toContainText('could not be loaded');
    // Moving about on the page asks for pictures again and again.
    for (let i = 0; i < 20; i++) {
      await page.evaluate((budget) => (location.hash = `#/lab?objective=branin&budget=${budget}`), 7 + i);
      await page.waitForTimeout(250);
    }
    expect(asked).toBeLessThan(30);
    await page.unroute(/worker[^/]*\.js/);
    await page.getByTestId('panel-grid').getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByTestId('panel-grid')).toHaveAttribute('data-status', 'done');
    await goodLinkWorks(page);
  },
);

for (const name of ['Assumptions', 'Arena']) {
  test(
    `${name}, offline before its first visit, says that it needs the network once, and comes with it`,
    THOROUGH,
    async ({ page, context }) => {
      // Nothing comes because nobody waits: what stands there is what the page asked for.
      await page.addInitScript(() => (window.requestIdleCallback = () => 0));
      await page.goto('/#/lab');
      await page.locator('[data-testid^=panel-]').first().waitFor();
      await context.setOffline(true);
      await page.getByRole('link', { name, exact: true }).first().click();
      await expect(page.getByRole('alert')).toContainText('needs the network once');
      await context.setOffline(false);
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByText('needs the network once')).toHaveCount(0);
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
      // With its style: all of what a visit online brings, what comes later, too.
      const last = name === 'Arena' ? page.getByTestId('example') : page.getByRole('main');
      await expect(last).toBeVisible();
      await page.waitForLoadState('networkidle');
      const styles = () =>
        page.evaluate(() =>
          [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')]
            .filter(({ sheet }) => (sheet?.cssRules.length ?? 0) > 0)
            .map(({ href }) => href)
            .sort(),
        );
      const retried = await styles();
      expect(retried.length).toBeGreaterThan(1);
      await page.reload();
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
      await expect(last).toBeVisible();
      await page.waitForLoadState('networkidle');
      // What else is there is the Lab’s, where the visit began.
      expect(retried).toEqual(expect.arrayContaining(await styles()));
    },
  );
}

test('going from page to page leaves nothing on the console', THOROUGH, async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open('objective=branin&budget=6');
  for (const name of ['Arena', 'Assumptions', 'Lab', 'Arena', 'Lab', 'Assumptions', 'Lab']) {
    await page.getByRole('link', { name, exact: true }).first().click();
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
    // Whatever is late.
    await page.waitForTimeout(400);
  }
  expect(lab.problems).toEqual([]);
});

test(
  'a list or a field that is left open goes with its page, and nothing fails',
  THOROUGH,
  async ({ page }) => {
    const lab = new LabPage(page);
    await lab.open('objective=branin&budget=4&strategies=random');
    const fields = page.locator('select, input:not([type=checkbox], [type=radio], [type=file]), textarea');
    for (const at of ['#/lab?budget=4&strategies=random', '#/arena', '#/assumptions?budget=4', '#/class'])
      for (let which = 0, found = 1; which < Math.min(found, 6); which++)
        await test.step(`${at}, ${which}`, async () => {
          await visit(page, at);
          if (at.startsWith('#/lab')) await lab.openSetup();
          // In a list the choice is another one, and not yet made; in a field a letter more.
          const there = page.getByRole('main').locator(fields).filter({ visible: true });
          await expect(there.first()).toBeVisible();
          found = await there.count();
          await there.nth(which).focus();
          for (const key of ['Enter', 'End', '7']) await page.keyboard.press(key);
          await page.evaluate(() => (location.hash = '#/play'));
          await expect(page.locator('[data-game]').first()).toBeVisible();
          expect(lab.problems).toEqual([]);
        });
  },
);

test('a group of dials that folds while its page goes is heard by nobody', THOROUGH, async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open('objective=branin&budget=4&strategies=random');
  await visit(page, '#/play');
  await page.locator('[data-game]').first().waitFor();
  await visit(page, '#/assumptions?budget=4');
  // What is typed is taken as the page goes.
  await page.locator('details[data-group][open] input:not([type=range])').first().focus();
  for (const key of ['End', '7']) await page.keyboard.press(key);
  await page.evaluate(() => {
    const groups = [...document.querySelectorAll<HTMLDetailsElement>('details[data-group]')];
    // The page goes now; that they were folded is said in a task after that.
    new MutationObserver((_, observer) => {
      if (groups[0].isConnected) return;
      observer.disconnect();
      for (const group of groups) group.open = !group.open;
    }).observe(document.body, { childList: true, subtree: true });
    location.hash = '#/play';
  });
  await expect(page.locator('[data-game]').first()).toBeVisible();
  await page.waitForTimeout(300);
  expect(lab.problems).toEqual([]);
});

test(
  'a problem whose code does not come is refused in a sentence, and taken once it does',
  THOROUGH,
  async ({ page, context }) => {
    const lab = new LabPage(page);
    await lab.open('objective=forrester&budget=5&strategies=random');
    await lab.finished();
    await lab.openSetup('problems');
    const problem = lab.drawer.locator('[data-problem=hartmann6]');
    await problem.waitFor();
    await context.setOffline(true);
    await problem.click();
    await expect(page.getByTestId('notices')).toContainText('needs the network once');
    await expect(page).toHaveURL(/objective=forrester/);
    await context.setOffline(false);
    await problem.click();
    await expect(page).toHaveURL(/objective=hartmann6/);
    await lab.finished();
  },
);

test('damaged links and files, one after the other, leave a page that works', THOROUGH, async ({ page }) => {
  const thrown: string[] = [];
  page.on('pageerror', ({ message }) => thrown.push(message));
  const lab = new LabPage(page);
  await lab.open(GOOD.split('?')[1]);
  await lab.finished();
  const links = [
    '#/lab?objective=branin&budget=6&noise=10%25&strategies=grid,tpe&grid.levels=0.4,0.5;1,2',
    '#/lab?objective=table&objective.trials=1,2,3;4,5,6;7,8,9&objective.space=a log;b&budget=5&strategies=random',
    '#/assumptions?objective=morph&objective.ripple=0.1&phase.x=budget,4,8,3',
  ];
  const tokens = [
    '&',
    '=',
    ';',
    ',',
    '1e308',
    '-1e308',
    '1e-320',
    'NaN',
    '__proto__',
    '&budget=',
    '%E4',
    '0',
    '-',
  ];
  // A dozen of each: thousands are read and drawn in unit tests (src/app/fuzz).
  const hashes = Array.from({ length: 12 * links.length }, (_, i) =>
    mutatedText(links[i % links.length], luckOf('page links', i), tokens),
  );
  // In the page itself: one message for each would take longer than the page does.
  await page.evaluate(async (all) => {
    for (const hash of all) {
      location.hash = hash;
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }, hashes);
  await goodLinkWorks(page);

  const files = strategies.flatMap(({ id }) =>
    ['forrester', 'branin'].map((objective) =>
      run(readScenario({ objective, budget: 7, strategies: [id] }).scenario),
    ),
  );
  const texts = files.map((file, i) =>
    JSON.stringify({ ...file, traces: mutated(file.traces, luckOf('page files', i)) }),
  );
  await page.evaluate(async (all) => {
    for (const text of all) {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'traces.json', { type: 'application/json' }));
      for (const type of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }, texts);
  await goodLinkWorks(page);
  await page.reload();
  await goodLinkWorks(page);
  expect(thrown).toEqual([]);
});

for (const [chapter, first, next, part] of [
  ['choosing', 'your-twelve', 'the-study', 'guide'],
  ['trial-and-error', 'stuck', 'forty', 'tuners'],
])
  test(
    `a chapter (${chapter}) that was opened online is read on without the network`,
    THOROUGH,
    async ({ page, context }) => {
      const lab = new LabPage(page);
      // Leisure is there at once.
      await page.addInitScript(() => (window.requestIdleCallback = (bring) => window.setTimeout(bring)));
      // Elsewhere first: the course is opened when all that was declared by then has come.
      await page.goto('/#/lab?lang=en&objective=forrester&budget=5&strategies=random');
      await lab.finished();
      await nothingMoreComes(page);
      await page.evaluate((hash) => (location.hash = hash), `#/learn/${chapter}/${first}?lang=en`);
      await expect(page.locator(`figure[data-stated=${first}]`)).toBeVisible();
      await nothingMoreComes(page);
      await context.setOffline(true);
      await page.evaluate((hash) => (location.hash = hash), `#/learn/${chapter}/${next}?lang=en`);
      await expect(page.locator(`figure[data-stated=${next}] [data-part=${part}]`)).toHaveAttribute(
        'data-busy',
        'false',
      );
      await expect(page.getByText('needs the network once')).toHaveCount(0);
    },
  );

/** For two seconds no file was asked for. */
async function nothingMoreComes(page: Page) {
  await expect
    .poll(
      () =>
        page.evaluate(() =>
          Math.min(...performance.getEntriesByType('resource').map((r) => performance.now() - r.startTime)),
        ),
      { timeout: 60_000 },
    )
    .toBeGreaterThan(2000);
}
