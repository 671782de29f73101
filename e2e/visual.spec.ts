/**
 * How it looks: every page and the gallery, each state at each width, in themes and languages in turn, against pictures in
 * `visual/pictures`. `npm run test:visual -- --update` takes them anew.
 */
import { expect, test as base, type Page } from './test.ts';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ArenaPage } from './arena.ts';
import { AssumptionsPage } from './assumptions.ts';
import { chooseTheme } from './axe.ts';
import { usualChallenge } from '#core/play/challenge.ts';
import { ClassPage, pasted } from './class.ts';
import { LabPage } from './lab.ts';
import { PlayPage } from './play.ts';
import { differences, fingerprintOf, type Fingerprint } from './visual/fingerprint.ts';
import { buildGallery, openGallery } from './visual/gallery.ts';
import { LANGUAGES, LOOKS, looksOf, nameOf, THEMES, WIDTHS, type Look } from './visual/set.ts';
import { visit } from './visit.ts';

const FOLDER = join(import.meta.dirname, 'visual/pictures');
const FINGERPRINT = join(FOLDER, 'fingerprint.json');
/** What the repository bears. */
const MOST_PICTURES = 80;
const MOST_BYTES = 6e6;
const updating = process.env.UPDATE_PICTURES !== undefined;

const test = base.extend<object, { here: Fingerprint; unlike: string }>({
  here: [({ browser }, use) => fingerprintOf(browser).then(use), { scope: 'worker' }],
  /** Why pictures of this machine cannot be compared with those that are stored; empty where they can. */
  unlike: [
    async ({ here }, use) => {
      const stored = existsSync(FINGERPRINT)
        ? (JSON.parse(readFileSync(FINGERPRINT, 'utf8')) as Fingerprint)
        : {};
      await use(updating ? '' : differences(here, stored));
    },
    { scope: 'worker' },
  ],
});
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('the set: few pictures, small ones, and any two of state, width, theme and language together', async ({
  here,
  unlike,
}) => {
  const names = new Set(LOOKS.map(nameOf));
  const stored = () => readdirSync(FOLDER).filter((name) => name.endsWith('.png'));
  if (updating) {
    writeFileSync(FINGERPRINT, `${JSON.stringify(here, null, 2)}\n`);
    for (const name of stored()) if (!names.has(name)) rmSync(join(FOLDER, name));
    return;
  }
  if (unlike)
    console.log(
      `Visual tests are skipped: pictures depend on browser and fonts, and those that are stored had others (${unlike}). To see what a change does to the look on this machine, take pictures of your own before it, \`npm run test:visual -- --update\`, and compare after it, \`npm run test:visual\`; do not commit them.`,
    );
  expect(stored().sort()).toEqual([...names].sort());
  expect(names.size).toBeLessThanOrEqual(MOST_PICTURES);
  const bytes = stored().reduce((sum, name) => sum + statSync(join(FOLDER, name)).size, 0);
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES);

  const states = [...new Set(LOOKS.map(({ state }) => state))];
  const kinds: Record<string, readonly unknown[]> = {
    ...{ state: states, size: WIDTHS, theme: THEMES, lang: LANGUAGES },
  };
  const together = (a: string, b: string) =>
    new Set(LOOKS.map((look) => JSON.stringify([look[a as keyof Look], look[b as keyof Look]]))).size;
  for (const a of Object.keys(kinds))
    for (const b of Object.keys(kinds))
      if (a < b) expect(together(a, b), `${a} and ${b}`).toBe(kinds[a].length * kinds[b].length);
});

/** Gives what waits until nothing that was asked for is on its way, and what came is drawn. */
function watchRequests(page: Page) {
  const under = new Set<unknown>();
  page.on('request', (request) => under.add(request));
  page.on('requestfinished', (request) => under.delete(request));
  page.on('requestfailed', (request) => under.delete(request));
  return async () => {
    await page.evaluate(() => document.fonts.ready.then(() => {}));
    // Code that came may ask for more, in the next task.
    for (let quiet = 0; quiet < 2; quiet = under.size === 0 ? quiet + 1 : 0)
      await page.evaluate(
        () =>
          new Promise<void>((done) =>
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))),
          ),
      );
  };
}

/** A page with all that comes at leisure: names of problems, too, which stand in pictures. */
async function arrive(page: Page, hash: string) {
  const settled = watchRequests(page);
  await page.addInitScript(() => {
    window.requestIdleCallback = (bring) => window.setTimeout(bring);
  });
  await page.goto(`/${hash}`);
  // It begins when whoever came has had the page for three seconds.
  await page.waitForTimeout(3500);
  await settled();
  return settled;
}

async function photograph(page: Page, look: Look, settled: () => Promise<void>) {
  await settled();
  await expect.soft(page).toHaveScreenshot(nameOf(look), {
    ...{ animations: 'disabled', caret: 'hide', scale: 'css', timeout: 15_000 },
    // Colours that nobody tells apart, and as many pixels as a marker's outline has.
    ...{ threshold: 0.05, maxDiffPixels: 40 },
  });
}

/** The stage is drawn: every run has ended, every picture and every late mark is there. */
async function staged(page: Page) {
  await expect(page.locator('[data-part=stage]')).toHaveAttribute('data-busy', 'false');
  await expect(page.locator('[data-testid^=panel-]:not([data-status=done])')).toHaveCount(0);
}

test.describe('looks as it did:', { tag: '@thorough' }, () => {
  test.beforeEach(({ unlike }) => test.skip(unlike !== '', `Browser or fonts differ: ${unlike}`));

  test('the front door and the stage', async ({ page }) => {
    const lab = new LabPage(page);
    const settled = await arrive(page, '#/');
    for (const look of looksOf('home')) {
      await page.setViewportSize({ width: look.size[0], height: look.size[1] });
      await visit(page, `#/?lang=${look.lang}`);
      await chooseTheme(page, look.theme);
      await staged(page);
      await photograph(page, look, settled);
    }
    const queries: Record<string, string> = {
      'one-knob': 'objective=forrester&t=12',
      'two-knobs': 'objective=branin&t=15',
      'six-knobs': 'objective=hartmann6&t=12&budget=20',
      focus: 'objective=forrester&t=12',
      'focus-map': 'objective=branin&t=15&presenter=1',
    };
    for (const look of looksOf('stage')) {
      const [width, height] = look.size;
      await page.setViewportSize({ width, height });
      await lab.open(`${queries[look.state]}&lang=${look.lang}`);
      await chooseTheme(page, look.theme);
      await staged(page);
      const focus = look.state === 'focus' ? '5' : look.state === 'focus-map' ? '3' : 'Escape';
      await lab.press(focus);
      await staged(page);
      await photograph(page, look, settled);
      await lab.press('Escape');
    }
    expect(lab.problems).toEqual([]);
  });

  test('the drawer', async ({ page }) => {
    const lab = new LabPage(page);
    const settled = await arrive(page, '#/lab?objective=forrester&budget=8&t=8');
    for (const look of looksOf('drawer')) {
      await page.setViewportSize({ width: look.size[0], height: look.size[1] });
      await lab.open(`objective=forrester&budget=8&t=8&lang=${look.lang}`);
      await chooseTheme(page, look.theme);
      await staged(page);
      await lab.openSetup(look.state === 'set-up' ? 'setUp' : 'problems');
      await photograph(page, look, settled);
    }
    expect(lab.problems).toEqual([]);
  });

  test('the Arena', async ({ page }) => {
    const arena = new ArenaPage(page);
    const settled = await arrive(page, '#/arena');
    for (const look of looksOf('arena')) {
      await page.setViewportSize({ width: look.size[0], height: look.size[1] });
      const tab = { study: '', example: '', hours: '/hours', dimensions: '/dimensions' }[
        look.state as 'study'
      ];
      await visit(page, `#/arena${tab}?lang=${look.lang}`);
      await chooseTheme(page, look.theme);
      if (look.state === 'hours')
        await expect(page.getByTestId('wall-clock')).toHaveAttribute('data-busy', 'false');
      else if (look.state === 'dimensions')
        await expect(page.getByTestId('curse')).toHaveAttribute('data-status', 'done');
      else await page.getByTestId('example').waitFor();
      await settled();
      const to = look.state === 'example' ? page.getByTestId('example') : page.locator('body');
      await to.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
      await photograph(page, look, settled);
    }
    expect(arena.problems).toEqual([]);
  });

  test('the Assumptions page', async ({ page }) => {
    const assumptions = new AssumptionsPage(page);
    const settled = await arrive(page, '#/assumptions?objective.ripple=0.12&noise=0.03&budget=4');
    for (const look of looksOf('assumptions')) {
      await page.setViewportSize({ width: look.size[0], height: look.size[1] });
      await assumptions.open(`objective.ripple=0.12&noise=0.03&budget=4&lang=${look.lang}`);
      await chooseTheme(page, look.theme);
      await expect(page.getByTestId('fatal-share')).toHaveAttribute('data-status', 'done');
      const to = look.state === 'fate' ? page.getByTestId('fatal') : page.locator('body');
      await to.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
      await photograph(page, look, settled);
    }
    expect(assumptions.problems).toEqual([]);
  });

  test('the course', async ({ page }) => {
    const settled = await arrive(page, '#/learn');
    for (const look of looksOf('course')) {
      await page.setViewportSize({ width: look.size[0], height: look.size[1] });
      const place = look.state === 'contents' ? '' : '/random/two-shadows';
      await visit(page, `#/learn${place}?lang=${look.lang}`);
      await chooseTheme(page, look.theme);
      if (place) {
        await expect(page.locator('[data-part=figure]')).toHaveAttribute('data-stated', 'two-shadows');
        await staged(page);
      } else await page.locator('main h2').first().waitFor();
      await photograph(page, look, settled);
    }
  });

  test('the game', async ({ page }) => {
    const play = new PlayPage(page);
    // The problem of the day says which day it is.
    await page.clock.setFixedTime(new Date('2026-01-15T12:00:00'));
    const settled = await arrive(page, '#/play');
    for (const [i, look] of looksOf('play').entries()) {
      await page.setViewportSize({ width: look.size[0], height: look.size[1] });
      // A game of its own for each: one that was played stays as it was left.
      const challenge = { ...usualChallenge('two-knobs', 60 + i, 'mean'), trials: 8 };
      await play.open(look.state === 'games' ? undefined : challenge, `lang=${look.lang}`);
      await chooseTheme(page, look.theme);
      if (look.state === 'game') {
        await play.playOn(4, 'click', 0, false);
        await page.mouse.move(0, 0);
        await expect(play.board.locator('canvas')).not.toHaveCount(0);
      }
      await photograph(page, look, settled);
    }
    expect(play.problems).toEqual([]);
  });

  test('a class', async ({ page }) => {
    const room = new ClassPage(page);
    const settled = await arrive(page, '#/class?lang=en');
    await room.open();
    await room.read(pasted(12, 0, usualChallenge('one-knob', 7)));
    for (const look of looksOf('class')) {
      await page.setViewportSize({ width: look.size[0], height: look.size[1] });
      await room.open(`lang=${look.lang}`);
      await chooseTheme(page, look.theme);
      await room.drawn();
      const rivals = page.getByTestId('rivals');
      await expect(rivals).not.toHaveAttribute('data-done', '0', { timeout: 60_000 });
      await expect(rivals).toHaveAttribute('data-busy', 'false', { timeout: 60_000 });
      await room.seen.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
      await photograph(page, look, settled);
    }
    expect(room.problems).toEqual([]);
  });

  test('the gallery of charts', async ({ page }) => {
    const folder = await buildGallery();
    const settled = watchRequests(page);
    await openGallery(page, folder);
    const headings: Record<string, string> = {
      curves: 'Charts in every state',
      maps: 'No field, log × integer',
      race: 'Race, log',
      views: 'Views in one dimension',
    };
    for (const look of looksOf('gallery', true)) {
      await page.setViewportSize({ width: look.size[0], height: look.size[1] });
      await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), look.theme);
      await settled();
      await page
        .getByRole('heading', { name: headings[look.state], exact: true })
        .evaluate((heading) => heading.scrollIntoView({ block: 'start', behavior: 'instant' }));
      await photograph(page, look, settled);
    }
    await rm(folder, { recursive: true });
  });
});
