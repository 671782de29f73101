/** Texts that are longer than ours: on every page, in every language, nothing is cut and nothing lies over anything else. */
import { expect, test, type Page } from './test.ts';
import { challengeCode, usualChallenge } from '#core/play/challenge.ts';
import { chapterIds } from '../tools/learn/library.ts';
import { layoutFaults } from './layout.ts';
import { LabPage } from './lab.ts';
import { THOROUGH, visit } from './visit.ts';

const here = '#panels, main';
const none = async () => {};
/** A place, and what is opened there. */
const PLACES: readonly (readonly [name: string, hash: string, open: (page: Page) => Promise<void>])[] = [
  ['the front door', '#/home?', none],
  ['the Lab', '#/lab?objective=branin&budget=9&t=9&', none],
  ['the Lab, one dimension', '#/lab?objective=forrester&budget=9&t=9&strategies=grid,random&', none],
  ['what is set', '#/lab?objective=hartmann6&budget=6&t=6&', (page) => new LabPage(page).openSetup()],
  ['problems', '#/lab?budget=6&t=6&', (page) => new LabPage(page).openSetup('problems')],
  ['numbers', '#/lab?budget=6&t=6&', (page) => new LabPage(page).openSetup('numbers')],
  ['the menu', '#/lab?budget=6&t=6&', (page) => page.locator('header .opener').click()],
  ['the Arena', '#/arena?', none],
  ['hours', '#/arena/hours?', none],
  ['dimensions', '#/arena/dimensions?', none],
  ['the Assumptions page', '#/assumptions?', none],
  ['the course', '#/learn?', none],
  ...chapterIds().map((id) => [`the chapter “${id}”`, `#/learn/${id}?`, none] as const),
  ['the choice of games', '#/play?', none],
  ['a game', `#/play/${challengeCode(usualChallenge('dropout', 5, 'blind'))}?`, none],
  ['a class', '#/class?', none],
  ['a frame of another page', '#/lab?embed=1&budget=6&t=6&', none],
];

/** Nothing is on its way. */
async function settled(page: Page) {
  await page.locator(here).first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  let before = '';
  await expect
    .poll(
      async () => {
        const now = await page.evaluate(() => document.querySelector('main')!.innerText);
        const same = now === before;
        before = now;
        return same;
      },
      { intervals: [300] },
    )
    .toBe(true);
}

for (const strings of ['double', 'long'] as const)
  for (const [width, height] of [
    [390, 844],
    [1280, 720],
  ])
    test(
      `nothing is cut and nothing overlaps: strings=${strings}, ${width} px`,
      THOROUGH,
      async ({ page }) => {
        test.setTimeout(400_000);
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ reducedMotion: 'reduce' });
        for (const lang of ['en', 'zh'])
          for (const [name, hash, open] of PLACES) {
            await visit(page, `${hash}strings=${strings}&lang=${lang}`);
            await open(page);
            await settled(page);
            expect.soft(await layoutFaults(page), `${name}, ${lang}`).toEqual([]);
            await page.keyboard.press('Escape');
          }
      },
    );
