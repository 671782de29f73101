/** What axe-core has to say of a page. */
import { expect, type Page } from './test.ts';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Violation {
  id: string;
  nodes: { html: string }[];
}

/**
 * Violations of all rules, or of some, each with the first element that has it: those that axe-core does not look at by itself,
 * of what a finger meets, too.
 */
export async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await readFile(axe, 'utf8'));
  return page.evaluate(async (some) => {
    const { axe } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: Violation[] }> };
    };
    // Nobody reads where each rule is kept.
    const options = {
      resultTypes: ['violations'],
      ...(some
        ? { runOnly: some }
        : {
            rules: {
              'target-size': { enabled: true },
              // The heading of a frame is that of the page around it.
              'page-has-heading-one': { enabled: !/[?&]embed=/.test(location.hash) },
            },
          }),
    };
    return (await axe.run(options)).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
  }, rules);
}

/**
 * Headings whose level is more than one below that of the heading before, with what that says; in a dialog that is open, its own.
 * The first is the page's or that of a part of it.
 */
export const skippedLevels = (page: Page) =>
  page.evaluate(() => {
    const within = [...document.querySelectorAll('dialog')].find((dialog) => dialog.matches(':modal'));
    let before = { level: 1, says: 'the begin' };
    return [...(within ?? document).querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')]
      .filter((heading) => heading.checkVisibility())
      .flatMap((heading) => {
        const last = before;
        before = { level: Number(heading.tagName[1]), says: `“${heading.textContent.trim()}”` };
        return before.level > last.level + 1
          ? [`${before.says} (${before.level}) after ${last.says} (${last.level})`]
          : [];
      });
  });

/** The theme that the reader chooses in the menu, open or not; no page is loaded for it. */
export async function chooseTheme(page: Page, theme: 'auto' | 'light' | 'dark' | 'projector') {
  const choice = page.locator('header .theme select');
  if ((await choice.count()) === 0) {
    // It comes with the menu, which is opened once for it.
    const opener = page.locator('header .opener');
    await opener.click();
    await choice.waitFor();
    await opener.click();
  }
  await choice.evaluate((select: HTMLSelectElement, chosen) => {
    select.value = chosen;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }, theme);
  await expect(page.locator('html')).toHaveAttribute(
    'data-theme',
    theme === 'auto' ? /^(light|dark)$/ : theme,
  );
}

export interface Appearance {
  colorScheme: 'light' | 'dark';
  /** Of the window, in pixels. */
  width: number;
}

/** The page as it looks to somebody else; without motion, so that colours are there at once. */
export async function lookAs(page: Page, { colorScheme, width }: Appearance) {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height: 900 });
}

/** Everybody can use the page, and nothing sticks out of it sideways. The other states are looked at all the same. */
export async function everybodyCanUse(page: Page, { width }: Appearance, state: string) {
  expect.soft(await violations(page), state).toEqual([]);
  expect.soft(await skippedLevels(page), `${state}: headings`).toEqual([]);
  expect
    .soft(await page.evaluate(() => document.documentElement.scrollWidth), `${state}: width`)
    .toBeLessThanOrEqual(width);
}

/** What a theme can spoil is colours: of a state that was looked at, they alone are looked at on a projector. */
export async function everybodyCanReadItProjected(page: Page, state: string) {
  await chooseTheme(page, 'projector');
  expect.soft(await violations(page, ['color-contrast']), `${state}: projector`).toEqual([]);
  await chooseTheme(page, 'auto');
}
